# %% [answer] closed form
# kind: right
# marks: 10
# says: ""
# written: with the solution
import cmath
import math


def critical_inhibition(wee, wii, wie):
    wee, wii, wie = (np.array(w, dtype=float) for w in (wee, wii, wie))
    if not (np.isfinite(wee).all() and np.isfinite(wii).all() and np.isfinite(wie).all()):
        raise ValueError("weights must be finite")
    if (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("weights must not be negative, and wie must be above 0")
    return (wee - 1) * (1 + wii) / wie


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    for w in (wee, wei, wii):
        if not math.isfinite(w) or w < 0:
            raise ValueError("a weight must be finite and at least 0")
    for w in (wie, tau_e_ms, tau_i_ms):
        if not math.isfinite(w) or w <= 0:
            raise ValueError("wie and the time constants (ms) must be finite and above 0")
    trace = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = cmath.sqrt(trace * trace - 4 * det)
    return (trace + root) / 2, (trace - root) / 2


# %% [answer] numpy's eigenvalues
# kind: right
# marks: 10
# says: ""
# written: with the solution
def critical_inhibition(wee, wii, wie):
    for w, least in ((wee, 0), (wii, 0), (wie, 1e-300)):
        w = np.asarray(w, float)
        if not np.isfinite(w).all() or (w < least).any():
            raise ValueError("out of range")
    return np.multiply(np.subtract(wee, 1.0), np.add(wii, 1.0)) / np.asarray(wie, float)


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    given = np.array([wee, wei, wii, wie, tau_e_ms, tau_i_ms], dtype=float)
    if not np.isfinite(given).all() or (given < 0).any() or (given[3:] == 0).any():
        raise ValueError("out of range")
    matrix = [[(wee - 1) / tau_e_ms, -wei / tau_e_ms], [wie / tau_i_ms, -(1 + wii) / tau_i_ms]]
    both = np.linalg.eigvals(np.array(matrix)).astype(complex)
    return tuple(sorted(both, key=lambda z: (-z.real, -z.imag)))


# %% [answer] roots of the polynomial, as arrays
# kind: right
# marks: 10
# says: ""
# written: with the solution
@np.vectorize
def _edge(wee, wii, wie):
    if not np.isfinite([wee, wii, wie]).all() or wee < 0 or wii < 0 or wie <= 0:
        raise ValueError("out of range")
    return float(wee - 1) * (1 + wii) / wie


def critical_inhibition(wee, wii, wie):
    answer = _edge(wee, wii, wie)
    return answer if answer.ndim else answer.item()


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    _edge(wee, wii, wie)
    _edge(wei, 0, min(tau_e_ms, tau_i_ms))
    if not np.isfinite(max(tau_e_ms, tau_i_ms) + tau_e_ms + tau_i_ms):
        raise ValueError("time constants must be finite")
    a, d = (wee - 1) / tau_e_ms, -(1 + wii) / tau_i_ms
    both = np.roots([1, -(a + d), a * d + wei * wie / (tau_e_ms * tau_i_ms)]).astype(complex)
    return both[np.lexsort((-both.imag, -both.real))]


# %% [answer] more than one is a seizure
# kind: mistake
# marks: 5
# says: "recurrent excitation alone"
# written: with the solution
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*(np.asarray(w, float) for w in (wee, wii, wie)))
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("out of range")
    return wee - 1


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    given = np.array([wee, wei, wii, wie, tau_e_ms, tau_i_ms], dtype=float)
    if not np.isfinite(given).all() or (given < 0).any() or (given[3:] == 0).any():
        raise ValueError("out of range")
    t = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = np.sqrt(complex(t * t / 4 - det))
    return t / 2 + root, t / 2 - root


# %% [answer] a leak forgotten
# kind: mistake
# marks: 6
# says: "lost its own leak"
# written: with the solution
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = (np.asarray(w, float) for w in (wee, wii, wie))
    return wee * (1 + wii) / wie


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    t = wee / tau_e_ms - (1 + wii) / tau_i_ms
    det = (wei * wie - wee * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = np.sqrt(complex(t * t / 4 - det))
    return t / 2 + root, t / 2 - root


# %% [answer] time constants exchanged
# kind: mistake
# marks: 6
# says: "time constants have changed places"
# written: with the solution
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*(np.asarray(w, float) for w in (wee, wii, wie)))
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("out of range")
    return (wee - 1) * (1 + wii) / wie


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    given = np.array([wee, wei, wii, wie, tau_e_ms, tau_i_ms], dtype=float)
    if not np.isfinite(given).all() or (given < 0).any() or (given[3:] == 0).any():
        raise ValueError("out of range")
    t = (wee - 1) / tau_i_ms - (1 + wii) / tau_e_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = np.sqrt(complex(t * t / 4 - det))
    return t / 2 + root, t / 2 - root


# %% [answer] everything on one side
# kind: mistake
# marks: 6
# says: "opposite sign"
# written: with the solution
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = (np.asarray(w, float) for w in (wee, wii, wie))
    return (wee - 1) * (1 + wii) / wie


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    t = (1 + wii) / tau_i_ms - (wee - 1) / tau_e_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = np.sqrt(complex(t * t / 4 - det))
    return t / 2 + root, t / 2 - root


# %% [answer] real numbers only
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*(np.asarray(w, float) for w in (wee, wii, wie)))
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("out of range")
    return (wee - 1) * (1 + wii) / wie


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    given = np.array([wee, wei, wii, wie, tau_e_ms, tau_i_ms], dtype=float)
    if not np.isfinite(given).all() or (given < 0).any() or (given[3:] == 0).any():
        raise ValueError("out of range")
    t = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = np.sqrt(t * t / 4 - det)
    return t / 2 + root, t / 2 - root


# %% [answer] the smaller first
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*(np.asarray(w, float) for w in (wee, wii, wie)))
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("out of range")
    return (wee - 1) * (1 + wii) / wie


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    given = np.array([wee, wei, wii, wie, tau_e_ms, tau_i_ms], dtype=float)
    if not np.isfinite(given).all() or (given < 0).any() or (given[3:] == 0).any():
        raise ValueError("out of range")
    t = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = np.sqrt(complex(t * t / 4 - det))
    return t / 2 - root, t / 2 + root


# %% [answer] rates a second
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*(np.asarray(w, float) for w in (wee, wii, wie)))
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("out of range")
    return (wee - 1) * (1 + wii) / wie


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    given = np.array([wee, wei, wii, wie, tau_e_ms, tau_i_ms], dtype=float)
    if not np.isfinite(given).all() or (given < 0).any() or (given[3:] == 0).any():
        raise ValueError("out of range")
    t = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = np.sqrt(complex(t * t / 4 - det))
    return 1000 * (t / 2 + root), 1000 * (t / 2 - root)


# %% [answer] empty
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def critical_inhibition(wee, wii, wie):
    raise NotImplementedError


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    raise NotImplementedError
