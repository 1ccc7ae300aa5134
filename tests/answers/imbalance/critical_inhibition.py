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
# shows: slipped sign
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
# shows: wrong type
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
# shows: wrong unit
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


# %% [answer] blind: the eigenvalues by numpy, then sorted
# kind: right
# marks: 10
# says: ""
# written: blind
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*[np.array(w, dtype=float) for w in (wee, wii, wie)])
    if not np.isfinite([wee, wii, wie]).all():
        raise ValueError("NaN or infinity")
    if (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("weights")
    wei = (wee - 1) * (1 + wii) / wie
    return wei if wei.ndim else float(wei)


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    if not np.isfinite([wee, wei, wie, wii, tau_e_ms, tau_i_ms]).all():
        raise ValueError("NaN or infinity")
    if wee < 0 or wei < 0 or wii < 0 or wie <= 0 or tau_e_ms <= 0 or tau_i_ms <= 0:
        raise ValueError("out of range")
    matrix = np.array([
        [(wee - 1) / tau_e_ms, -wei / tau_e_ms],
        [wie / tau_i_ms, -(1 + wii) / tau_i_ms],
    ])
    rates = np.linalg.eigvals(matrix).astype(complex)
    first, second = sorted(rates, key=lambda rate: (-rate.real, -rate.imag))
    return complex(first), complex(second)


# %% [answer] blind: cmath and a loop
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import cmath
import math


def _edge(wee, wii, wie):
    if not all(math.isfinite(w) for w in (wee, wii, wie)):
        raise ValueError("finite weights")
    if wee < 0 or wii < 0 or wie <= 0:
        raise ValueError("a weight is out of range")
    return (wee - 1) * (1 + wii) / wie


def critical_inhibition(wee, wii, wie):
    cases = np.broadcast(np.asarray(wee, dtype=float), np.asarray(wii, dtype=float), np.asarray(wie, dtype=float))
    edges = [_edge(float(x), float(y), float(z)) for x, y, z in cases]
    if cases.nd == 0:
        return edges[0]
    return np.array(edges).reshape(cases.shape)


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    given = [float(x) for x in (wee, wei, wie, wii, tau_e_ms, tau_i_ms)]
    if any(math.isnan(x) or math.isinf(x) for x in given):
        raise ValueError("finite, please")
    wee, wei, wie, wii, tau_e, tau_i = given
    if min(wee, wei, wii) < 0 or min(wie, tau_e, tau_i) <= 0:
        raise ValueError("out of range")
    a, b = (wee - 1) / tau_e, wei / tau_e
    c, d = wie / tau_i, (1 + wii) / tau_i
    # (half of the difference of the diagonal)^2 minus the loop through both populations
    root = cmath.sqrt(((a + d) / 2) ** 2 - b * c)
    centre = (a - d) / 2
    return centre + root, centre - root


# %% [answer] blind: the roots of the characteristic polynomial
# kind: right
# marks: 10
# says: ""
# written: blind
def critical_inhibition(wee, wii, wie):
    weights = [np.asarray(w, float) for w in (wee, wii, wie)]
    for w in weights:
        if not np.all(np.isfinite(w)) or np.any(w < 0):
            raise ValueError("a weight is not finite, or below 0")
    if np.any(weights[2] == 0):
        raise ValueError("wie is 0")
    net, loss, gain = weights[0] - 1, weights[1] + 1, weights[2]
    return (net * loss / gain)[()]


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    values = np.array([wee, wei, wie, wii, tau_e_ms, tau_i_ms], float)
    if not np.isfinite(values).all() or (values < 0).any() or (values[[2, 4, 5]] == 0).any():
        raise ValueError("out of range")
    trace = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    one, two = np.roots([1.0, -trace, det])
    one, two = complex(one), complex(two)
    if (two.real, two.imag) > (one.real, one.imag):
        one, two = two, one
    return one, two


# %% [answer] blind: the edge where the trace changes its sign
# kind: wrong
# marks: 5
# says: ""
# written: blind
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*[np.asarray(w, dtype=float) for w in (wee, wii, wie)])
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("weights")
    return ((wee - 1 - (1 + wii)) / wie)[()]


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    if not np.isfinite([wee, wei, wie, wii, tau_e_ms, tau_i_ms]).all():
        raise ValueError("finite")
    if min(wee, wei, wii) < 0 or min(wie, tau_e_ms, tau_i_ms) <= 0:
        raise ValueError("range")
    T = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    D = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = np.sqrt(complex(T**2 / 4 - D))
    return complex(T / 2 + root), complex(T / 2 - root)


# %% [answer] blind: no edge below zero, floats on the real line
# kind: wrong
# marks: 6
# says: ""
# written: blind
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*[np.asarray(w, dtype=float) for w in (wee, wii, wie)])
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("weights")
    # a weight cannot be below 0
    return np.maximum((wee - 1) * (1 + wii) / wie, 0)[()]


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    if not np.isfinite([wee, wei, wie, wii, tau_e_ms, tau_i_ms]).all():
        raise ValueError("finite")
    if min(wee, wei, wii) < 0 or min(wie, tau_e_ms, tau_i_ms) <= 0:
        raise ValueError("range")
    T = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    D = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    inside = T**2 / 4 - D
    if inside < 0:
        return complex(T / 2, np.sqrt(-inside)), complex(T / 2, -np.sqrt(-inside))
    return T / 2 + np.sqrt(inside), T / 2 - np.sqrt(inside)


# %% [answer] blind: the eigenvalues in numpy's order
# kind: wrong
# marks: 8
# says: ""
# written: blind
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*[np.asarray(w, dtype=float) for w in (wee, wii, wie)])
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("weights")
    return ((wee - 1) * (1 + wii) / wie)[()]


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    if not np.isfinite([wee, wei, wie, wii, tau_e_ms, tau_i_ms]).all():
        raise ValueError("finite")
    if min(wee, wei, wii) < 0 or min(wie, tau_e_ms, tau_i_ms) <= 0:
        raise ValueError("range")
    M = np.array([[(wee - 1) / tau_e_ms, -wei / tau_e_ms], [wie / tau_i_ms, -(1 + wii) / tau_i_ms]])
    first, second = np.linalg.eigvals(M)
    return complex(first), complex(second)


# %% [answer] the rates as text
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(np.asarray(wee, float), np.asarray(wii, float), np.asarray(wie, float))
    if not np.isfinite([wee, wii, wie]).all() or (wee < 0).any() or (wii < 0).any() or (wie <= 0).any():
        raise ValueError("a weight is out of range")
    edge = (wee - 1) * (1 + wii) / wie
    return edge if edge.ndim else float(edge)


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    numbers = np.array([wee, wei, wii, wie, tau_e_ms, tau_i_ms], dtype=float)
    if not np.isfinite(numbers).all() or numbers.min() < 0 or numbers[3:].min() == 0:
        raise ValueError("an argument is out of range")
    middle = ((wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms) / 2
    gap = middle**2 - (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    if gap < 0:
        return f"{middle:g} + {(-gap) ** 0.5:g}i", f"{middle:g} - {(-gap) ** 0.5:g}i"
    return f"{middle + gap**0.5:g}", f"{middle - gap**0.5:g}"


# %% [answer] inhibition that loses against itself
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
import cmath


def critical_inhibition(wee, wii, wie):
    wee, wii, wie = (np.asarray(w, dtype=float) for w in (wee, wii, wie))
    for w in (wee, wii, wie):
        if not np.all(np.isfinite(w) & (w >= 0)):
            raise ValueError("weights must be finite and not below 0")
    if np.any(wie == 0):
        raise ValueError("wie must be above 0")
    return (wee - 1) * (1 - wii) / wie


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    for x in (wee, wei, wie, wii, tau_e_ms, tau_i_ms):
        if not np.isfinite(x) or x < 0:
            raise ValueError("finite numbers, none below 0")
    if wie == 0 or tau_e_ms == 0 or tau_i_ms == 0:
        raise ValueError("wie and the time constants must be above 0")
    trace = (wee - 1) / tau_e_ms - (1 + wii) / tau_i_ms
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e_ms * tau_i_ms)
    root = cmath.sqrt(trace**2 - 4 * det)
    return (trace + root) / 2, (trace - root) / 2


# %% [answer] both loops push the same way
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
def critical_inhibition(wee, wii, wie):
    wee, wii, wie = np.broadcast_arrays(*[np.asarray(w, dtype=float) for w in (wee, wii, wie)])
    if not np.isfinite([wee, wii, wie]).all() or np.any(wee < 0) or np.any(wii < 0) or np.any(wie <= 0):
        raise ValueError("weights at least 0, wie above 0")
    return ((wee - 1) * (1 + wii) / wie)[()]


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    numbers = [float(x) for x in (wee, wei, wii, wie, tau_e_ms, tau_i_ms)]
    if not np.isfinite(numbers).all() or min(numbers) < 0 or min(numbers[3:]) == 0:
        raise ValueError("out of range")
    matrix = np.array([[(wee - 1) / tau_e_ms, wei / tau_e_ms], [wie / tau_i_ms, -(1 + wii) / tau_i_ms]])
    both = sorted(np.linalg.eigvals(matrix).astype(complex), key=lambda rate: (rate.real, rate.imag))
    return complex(both[1]), complex(both[0])


# %% [answer] two determinants and the line through them
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _matrix(wee, wei, wie, wii, tau_e=1.0, tau_i=1.0):
    return [[(wee - 1) / tau_e, -wei / tau_e], [wie / tau_i, -(1 + wii) / tau_i]]


def _edge(wee, wii, wie):
    if not np.isfinite([wee, wii, wie]).all() or wee < 0 or wii < 0 or wie <= 0:
        raise ValueError("weights must be at least 0, wie above 0")
    without, with_one = (np.linalg.det(_matrix(wee, wei, wie, wii)) for wei in (0.0, 1.0))
    return -without / (with_one - without)


def critical_inhibition(wee, wii, wie):
    cases = np.broadcast(wee, wii, wie)
    edges = [_edge(*map(float, case)) for case in cases]
    return np.reshape(edges, cases.shape).tolist()


def eigenvalues(wee, wei, wie, wii, tau_e_ms=20.0, tau_i_ms=10.0):
    if not np.isfinite([wee, wei, wie, wii, tau_e_ms, tau_i_ms]).all():
        raise ValueError("finite numbers only")
    if min(wee, wei, wii) < 0 or min(wie, tau_e_ms, tau_i_ms) <= 0:
        raise ValueError("a weight or a time constant is out of range")
    rates = np.linalg.eigvals(_matrix(wee, wei, wie, wii, tau_e_ms, tau_i_ms))
    return np.sort(rates.astype(complex))[::-1]
