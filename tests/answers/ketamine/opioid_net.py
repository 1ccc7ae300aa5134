# %% [answer] exact steps in a loop
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] sum over all earlier pauses
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    # Each stretch of drug adds a piece that fades from its end on.
    for i in range(1, t.size):
        for j in range(i):
            piece = np.exp(-(t[i] - t[j + 1]) / tau_h) - np.exp(-(t[i] - t[j]) / tau_h)
            h[i] += g * (1 - block) * u[j] * piece
    return {"h": h, "net": h - a * u}


# %% [answer] numerical, by solve_ivp, lists out
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


from scipy.integrate import solve_ivp


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = [0.0]
    for begin, end, effect in zip(t[:-1], t[1:], u[:-1]):
        run = solve_ivp(lambda _, x: (g * (1 - block) * effect - x) / tau_h, (begin, end), [h[-1]], method="LSODA", rtol=1e-10, atol=1e-13)
        h.append(float(run.y[0, -1]))
    return {"h": h, "net": [one - a * effect for one, effect in zip(h, u.tolist())]}


# %% [answer] matrix of weights
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    since = t[:, None] - t[None, :]
    fade = np.where(since >= 0, np.exp(-np.maximum(since, 0) / tau_h), 0.0)
    gain = np.zeros((t.size, t.size))
    gain[:, :-1] = np.tril(np.ones((t.size, t.size)), -1)[:, :-1] * (fade[:, 1:] - fade[:, :-1])
    h = g * (1 - block) * gain @ u
    return {"h": h, "net": h - a * u}


# %% [answer] net with the sign turned round
# kind: mistake
# marks: 5
# says: "has a sign turned round"
# written: with the solution
# shows: slipped sign
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": a * u - h}


# %% [answer] relief counted as pain
# kind: mistake
# marks: 5
# says: "has a sign turned round"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h + a * u}


# %% [answer] tolerance only
# kind: mistake
# marks: 4
# says: "works less and less"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": -np.maximum(a * u - h, 0)}


# %% [answer] tolerance as a factor
# kind: mistake
# marks: 4
# says: "works less and less"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": -a * u * (1 - h)}


# %% [answer] effect of the next sample
# kind: mistake
# marks: 5
# says: "knows the future"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i + 1]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] straight steps
# kind: mistake
# marks: 6
# says: "one straight step"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        h[i + 1] = h[i] + (g * (1 - block) * u[i] - h[i]) / tau_h * (t[i + 1] - t[i])
    return {"h": h, "net": h - a * u}


# %% [answer] block taken from the relief
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * (1 - block) * u}


# %% [answer] half-life taken for tau
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * 0.5 ** ((t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] time in days
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong unit
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / 24 / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] only h
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": None}


# %% [answer] words instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    return "more pain"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: the exact step in a loop
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t = np.array(t_h, dtype=float)
    u = np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be series of one and the same length, at least 1")
    if not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("t_h must be finite and increase strictly")
    if not np.isfinite(u).all() or (u < 0).any():
        raise ValueError("u must be finite and at least 0")
    for name, value in (("g", g), ("tau_h", tau_h), ("block", block), ("a", a)):
        if not np.isfinite(value):
            raise ValueError(f"{name} must be finite")
        if value < 0:
            raise ValueError(f"{name} must be at least 0")
    if tau_h == 0:
        raise ValueError("tau_h must be above 0 h")
    if block > 1:
        raise ValueError("block must be from 0 to 1")
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        target = g * (1 - block) * u[i]
        h[i + 1] = target + (h[i] - target) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] blind: every pause by itself, summed with what is left of it at each later sample
# kind: right
# marks: 10
# says: ""
# written: blind
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    try:
        t = np.asarray(t_h, dtype=float)
        u = np.asarray(u, dtype=float)
    except (TypeError, ValueError):
        raise ValueError("t_h and u must be lists of numbers")
    numbers = {"g": g, "tau_h": tau_h, "block": block, "a": a}
    for name, value in numbers.items():
        if not np.isfinite(value):
            raise ValueError(f"{name} must be a finite number")
    if len(t) == 0 or len(t) != len(u):
        raise ValueError("t_h and u must be of equal length and not empty")
    if not np.all(np.isfinite(t)):
        raise ValueError("t_h must be finite (h)")
    if not np.all(np.isfinite(u)) or np.min(u) < 0:
        raise ValueError("u must be finite and at least 0")
    if np.any(t[1:] <= t[:-1]):
        raise ValueError("t_h must be strictly increasing")
    if g < 0 or a < 0:
        raise ValueError("g and a must be at least 0")
    if tau_h <= 0:
        raise ValueError("tau_h must be above 0 h")
    if not 0 <= block <= 1:
        raise ValueError("block must be within 0 and 1")
    # pause j, from t[j] to t[j+1], seen from sample i (rows): nothing unless it is over
    since_end = t[:, None] - t[None, 1:]
    length = np.diff(t)[None, :]
    over = since_end >= 0
    part = np.exp(-np.where(over, since_end, 0) / tau_h) * -np.expm1(-length / tau_h) * over
    h = g * (1 - block) * (part @ u[:-1])
    return {"h": h, "net": h - a * u}


# %% [answer] blind: lists, a dataclass and a generator
# kind: right
# marks: 10
# says: ""
# written: blind
from dataclasses import dataclass
from math import exp, isfinite


@dataclass(frozen=True)
class Credit:
    target: float
    tau: float

    def __post_init__(self):
        if not isfinite(self.target) or not isfinite(self.tau):
            raise ValueError("g, block and tau_h must be finite")
        if self.tau <= 0:
            raise ValueError("tau_h must be > 0 h")

    def after(self, h, u, pause):
        left = exp(-pause / self.tau)
        return h * left + self.target * u * (1 - left)


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    times = [float(v) for v in t_h]
    effects = [float(v) for v in u]
    if not times or len(times) != len(effects):
        raise ValueError(f"t_h and u must have one length of at least 1, not {len(times)} and {len(effects)}")
    if not all(map(isfinite, times)):
        raise ValueError("t_h must be finite")
    if any(later <= earlier for earlier, later in zip(times, times[1:])):
        raise ValueError("t_h must increase strictly")
    if not all(isfinite(v) and v >= 0 for v in effects):
        raise ValueError("u must be finite and >= 0")
    if not (isfinite(g) and g >= 0):
        raise ValueError("g must be finite and >= 0")
    if not (isfinite(a) and a >= 0):
        raise ValueError("a must be finite and >= 0")
    if not 0 <= block <= 1:
        raise ValueError("block must be from 0 to 1")
    credit = Credit(g * (1 - block), tau_h)

    def levels():
        h = 0.0
        yield h
        for i in range(1, len(times)):
            h = credit.after(h, effects[i - 1], times[i] - times[i - 1])
            yield h

    h = np.array(list(levels()))
    return {"h": h, "net": np.array([hi - a * ui for hi, ui in zip(h, effects)])}


# %% [answer] blind: the target is taken from the end of each pause
# kind: mistake
# marks: 5
# says: "it knows the future"
# written: blind
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t = np.asarray(t_h, float)
    u = np.asarray(u, float)
    if len(t) == 0 or len(t) != len(u):
        raise ValueError("t_h and u must have the same length")
    if not np.all(np.isfinite(t)) or not np.all(np.isfinite(u)):
        raise ValueError("t_h and u must be finite")
    if np.any(np.diff(t) <= 0):
        raise ValueError("t_h must increase")
    if np.any(u < 0):
        raise ValueError("u must be at least 0")
    for v in (g, tau_h, block, a):
        if not np.isfinite(v):
            raise ValueError("g, tau_h, block and a must be finite")
    if g < 0 or a < 0 or tau_h <= 0 or block < 0 or block > 1:
        raise ValueError("g and a >= 0, tau_h > 0, block in [0, 1]")
    h = np.zeros(len(t))
    for i in range(1, len(t)):
        target = g * (1 - block) * u[i]
        h[i] = target + (h[i - 1] - target) * np.exp(-(t[i] - t[i - 1]) / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] blind: one Euler step for each pause
# kind: mistake
# marks: 6
# says: "each pause is taken as one straight step"
# written: blind
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t = np.asarray(t_h, float)
    u = np.asarray(u, float)
    if len(t) == 0 or len(t) != len(u):
        raise ValueError("t_h and u must have the same length")
    if not np.all(np.isfinite(t)) or not np.all(np.isfinite(u)):
        raise ValueError("t_h and u must be finite")
    if np.any(np.diff(t) <= 0):
        raise ValueError("t_h must increase")
    if np.any(u < 0):
        raise ValueError("u must be at least 0")
    for v in (g, tau_h, block, a):
        if not np.isfinite(v):
            raise ValueError("g, tau_h, block and a must be finite")
    if g < 0 or a < 0 or tau_h <= 0 or block < 0 or block > 1:
        raise ValueError("g and a >= 0, tau_h > 0, block in [0, 1]")
    h = np.zeros(len(t))
    for i in range(len(t) - 1):
        dh = (g * (1 - block) * u[i] - h[i]) / tau_h
        h[i + 1] = h[i] + dh * (t[i + 1] - t[i])
    return {"h": h, "net": h - a * u}


# %% [answer] blind: the block lessens the relief as well
# kind: wrong
# marks: 6
# says: ""
# written: blind
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t = np.array(t_h, dtype=float)
    u = np.array(u, dtype=float)
    if t.size < 1 or t.size != u.size:
        raise ValueError("t_h and u: equal lengths, at least one")
    if np.isnan(t).any() or np.isinf(t).any() or np.isnan(u).any() or np.isinf(u).any():
        raise ValueError("t_h and u must be finite")
    if (np.diff(t) <= 0).any():
        raise ValueError("t_h must increase strictly")
    if (u < 0).any():
        raise ValueError("u must be at least 0")
    for name, v in (("g", g), ("tau_h", tau_h), ("block", block), ("a", a)):
        if not np.isfinite(v) or v < 0:
            raise ValueError(f"{name} must be finite and at least 0")
    if tau_h == 0 or block > 1:
        raise ValueError("tau_h must be above 0 and block at most 1")
    free = (1 - block) * u
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        h[i + 1] = g * free[i] + (h[i] - g * free[i]) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * free}


# %% [answer] the filter of the course
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.adaptation import filtered


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    h = g * (1 - block) * filtered(t_h, u, tau_h)
    return {"h": h, "net": h - a * np.asarray(u, dtype=float)}


# %% [answer] the private filter of the course
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models._filter import filter_runs


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    u = np.array(u, dtype=float)
    h = g * (1 - block) * filter_runs(np.array(t_h, dtype=float), u, np.array(float(tau_h)), np.zeros(()))
    return {"h": h, "net": h - a * u}


# %% [answer] a table of rows for the dictionary
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or u.shape != t.shape or t.size == 0:
        raise ValueError("times and effects must be as many, at least one")
    if not np.isfinite(t).all() or not np.isfinite(u).all() or np.any(np.diff(t) <= 0) or np.any(u < 0):
        raise ValueError("times that increase, effects of at least 0")
    if not (0 <= g < np.inf and 0 < tau_h < np.inf and 0 <= block <= 1 and 0 <= a < np.inf):
        raise ValueError("g and a at least 0, tau_h above 0, block from 0 to 1")
    rows, h = [], 0.0
    for i in range(t.size):
        if i:
            kept = np.exp((t[i - 1] - t[i]) / tau_h)
            h = kept * h + (1 - kept) * g * (1 - block) * u[i - 1]
        rows.append((t[i], h, h - a * u[i]))
    return np.array(rows)


# %% [answer] what is left of the distance is taken off
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = np.asarray(t_h, dtype=float), np.asarray(u, dtype=float)
    numbers = np.array([g, tau_h, block, a], dtype=float)
    if t.shape != u.shape or t.ndim != 1 or len(t) < 1:
        raise ValueError("two lists of one length, not empty")
    if not (np.isfinite(t).all() and np.isfinite(u).all() and np.isfinite(numbers).all()):
        raise ValueError("finite numbers only")
    if (t[1:] <= t[:-1]).any() or (u < 0).any() or (numbers < 0).any() or tau_h == 0 or block > 1:
        raise ValueError("out of range")
    target = g * (1 - block) * u
    left = np.exp(-np.diff(t) / tau_h)
    h = [0.0]
    for goal, share in zip(target, left):
        h.append(goal - (h[-1] - goal) * share)
    h = np.array(h)
    return {"h": h, "net": h - a * u}


# %% [answer] Simpson's rule over all that was given before, lists out
# kind: right
# marks: 10
# says: ""
# written: with the solution
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = [float(one) for one in t_h], [float(one) for one in u]
    if not t or len(t) != len(u):
        raise ValueError("as many effects as times, and at least one")
    for one in [*t, *u, g, tau_h, block, a]:
        if not np.isfinite(one):
            raise ValueError("NaN or infinity")
    if any(b <= a for a, b in zip(t, t[1:])):
        raise ValueError("the times must increase")
    if min(u) < 0 or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("a number is out of its range")
    h = []
    for now in t:
        total = 0.0
        for start, end, effect in zip(t, t[1:], u):
            if end > now:
                break
            if now - end > 60 * tau_h or effect == 0:
                continue
            start = max(start, now - 60 * tau_h)
            pieces = 2 * int(np.ceil(20 * (end - start) / tau_h + 4))
            when = np.linspace(start, end, pieces + 1)
            weight = np.ones(pieces + 1)
            weight[1:-1:2], weight[2:-1:2] = 4, 2
            total += effect * weight @ np.exp((when - now) / tau_h) * (end - start) / pieces / 3
        h.append(g * (1 - block) * total / tau_h)
    return {"h": h, "net": [one - a * effect for one, effect in zip(h, u)]}
