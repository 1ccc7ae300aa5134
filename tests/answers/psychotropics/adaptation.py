# %% [answer] step by step
# kind: right
# marks: 10
# says: ""
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    if t.ndim != 1 or t.size == 0 or not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("t_d must be finite and increase strictly (d)")
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any():
        raise ValueError("dose_fn must give one number of at least 0 for each time")
    if not np.isfinite(tau_d) or tau_d <= 0:
        raise ValueError("tau_d must be above 0 d")
    if not 0 <= g <= 1:
        raise ValueError("g must lie in [0, 1]")
    x = [0.0]
    for i in range(t.size - 1):
        x.append(u[i] + (x[-1] - u[i]) * np.exp(-(t[i + 1] - t[i]) / tau_d))
    x = np.array(x)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    o = np.array(steps, dtype=float)
    if o.size == 0 or not ((o > 0) & (o < 1)).all() or (np.diff(o) >= 0).any():
        raise ValueError("steps must fall strictly, between 0 and 1")
    if not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("ed50 must be above 0")
    return ed50 * o / (1 - o)


# %% [answer] all at once, by sums of what is left
# kind: right
# marks: 10
# says: ""
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.asarray(t_d, dtype=float) + 0.0
    if not np.isfinite(t).all() or np.any(t[1:] <= t[:-1]):
        raise ValueError("times must be finite and increasing")
    u = np.asarray(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if len(u) != len(t) or not np.isfinite(u).all() or np.any(u < 0):
        raise ValueError("drive must be as long as the times, and not negative")
    if not (np.isfinite(tau_d) and tau_d > 0 and np.isfinite(g) and 0 <= g <= 1):
        raise ValueError("tau_d above 0, g from 0 to 1")
    since_end = np.maximum(t[:, None] - t[None, 1:], 0)
    since_start = np.maximum(t[:, None] - t[None, :-1], 0)
    left = np.where(t[:, None] >= t[None, 1:], np.exp(-since_end / tau_d) - np.exp(-since_start / tau_d), 0.0)
    x = left @ u[:-1]
    return {"x": x, "e": u - g * x}


def taper_doses(ed50, steps):
    if not np.isfinite(ed50) or ed50 <= 0 or len(steps) == 0:
        raise ValueError("ed50 above 0, and at least one step")
    doses, last = [], 1.0
    for share in steps:
        if not 0 < share < last:
            raise ValueError("steps must lie in (0, 1) and fall strictly")
        doses.append(ed50 / (1 / share - 1))
        last = share
    return np.array(doses)


# %% [answer] integrated numerically between the samples
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import solve_ivp


def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.asarray(t_d, dtype=float)
    if t.size == 0 or not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("t_d must increase")
    u = np.asarray(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or u.min() < 0:
        raise ValueError("u must be finite, at least 0, one for each time")
    if not np.isfinite(tau_d) or tau_d <= 0 or not np.isfinite(g) or g < 0 or g > 1:
        raise ValueError("tau_d or g out of range")
    x = np.zeros(t.size)
    for i in range(t.size - 1):
        run = solve_ivp(lambda _, y: (u[i] - y) / tau_d, (0, t[i + 1] - t[i]), [x[i]], method="LSODA", rtol=1e-11, atol=1e-13)
        x[i + 1] = run.y[0, -1]
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    shares = np.asarray(list(steps), dtype=float)
    if shares.size == 0 or not np.isfinite(shares).all() or shares.max() >= 1 or shares.min() <= 0 or np.any(shares[1:] >= shares[:-1]):
        raise ValueError("steps out of range or order")
    if not 0 < ed50 < np.inf:
        raise ValueError("ed50 must be above 0")
    return ed50 * np.exp(np.log(shares) - np.log1p(-shares))


# %% [answer] equal steps of dose
# kind: mistake
# marks: 5
# says: "That is a linear taper"
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    if t.ndim != 1 or not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("times")
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any() or not tau_d > 0 or not np.isfinite(tau_d) or not 0 <= g <= 1:
        raise ValueError("out of range")
    x = np.zeros(t.size)
    for i in range(t.size - 1):
        x[i + 1] = u[i] + (x[i] - u[i]) * np.exp(-(t[i + 1] - t[i]) / tau_d)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    o = np.array(steps, dtype=float)
    if o.size == 0 or not ((o > 0) & (o < 1)).all() or (np.diff(o) >= 0).any() or not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("out of range")
    return ed50 * o


# %% [answer] equal steps of dose from the right start
# kind: mistake
# marks: 5
# says: "That is a linear taper"
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    if t.ndim != 1 or not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("times")
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any() or not tau_d > 0 or not np.isfinite(tau_d) or not 0 <= g <= 1:
        raise ValueError("out of range")
    x = np.zeros(t.size)
    for i in range(t.size - 1):
        x[i + 1] = u[i] + (x[i] - u[i]) * np.exp(-(t[i + 1] - t[i]) / tau_d)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    o = np.array(steps, dtype=float)
    if o.size == 0 or not ((o > 0) & (o < 1)).all() or (np.diff(o) >= 0).any() or not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("out of range")
    first = ed50 * o[0] / (1 - o[0])
    return first * o / o[0]


# %% [answer] Euler's step
# kind: mistake
# marks: 6
# says: "in a straight line from sample to sample"
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    if t.ndim != 1 or not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("times")
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any() or not tau_d > 0 or not np.isfinite(tau_d) or not 0 <= g <= 1:
        raise ValueError("out of range")
    x = np.zeros(t.size)
    for i in range(t.size - 1):
        x[i + 1] = x[i] + (t[i + 1] - t[i]) * (u[i] - x[i]) / tau_d
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    o = np.array(steps, dtype=float)
    if o.size == 0 or not ((o > 0) & (o < 1)).all() or (np.diff(o) >= 0).any() or not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("out of range")
    return ed50 * o / (1 - o)


# %% [answer] tolerance always complete
# kind: mistake
# marks: 7
# says: "takes the whole drive away in the end"
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    if t.ndim != 1 or not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("times")
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any() or not tau_d > 0 or not np.isfinite(tau_d) or not 0 <= g <= 1:
        raise ValueError("out of range")
    x = np.zeros(t.size)
    for i in range(t.size - 1):
        x[i + 1] = u[i] + (x[i] - u[i]) * np.exp(-(t[i + 1] - t[i]) / tau_d)
    return {"e": u - x, "x": x}


def taper_doses(ed50, steps):
    o = np.array(steps, dtype=float)
    if o.size == 0 or not ((o > 0) & (o < 1)).all() or (np.diff(o) >= 0).any() or not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("out of range")
    return ed50 * o / (1 - o)


# %% [answer] rebound with the wrong sign
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    if t.ndim != 1 or not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("times")
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any() or not tau_d > 0 or not np.isfinite(tau_d) or not 0 <= g <= 1:
        raise ValueError("out of range")
    x = np.zeros(t.size)
    for i in range(t.size - 1):
        x[i + 1] = u[i] + (x[i] - u[i]) * np.exp(-(t[i + 1] - t[i]) / tau_d)
    return {"e": u + g * x, "x": x}


def taper_doses(ed50, steps):
    o = np.array(steps, dtype=float)
    if o.size == 0 or not ((o > 0) & (o < 1)).all() or (np.diff(o) >= 0).any() or not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("out of range")
    return ed50 * o / (1 - o)


# %% [answer] drive of the end of each interval
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    if t.ndim != 1 or not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("times")
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any() or not tau_d > 0 or not np.isfinite(tau_d) or not 0 <= g <= 1:
        raise ValueError("out of range")
    x = np.zeros(t.size)
    for i in range(t.size - 1):
        x[i + 1] = u[i + 1] + (x[i] - u[i + 1]) * np.exp(-(t[i + 1] - t[i]) / tau_d)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    o = np.array(steps, dtype=float)
    if o.size == 0 or not ((o > 0) & (o < 1)).all() or (np.diff(o) >= 0).any() or not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("out of range")
    return ed50 * o / (1 - o)


# %% [answer] functions only, and no refusals
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    u = dose_fn(t)
    x = np.zeros(t.size)
    for i in range(t.size - 1):
        x[i + 1] = u[i] + (x[i] - u[i]) * np.exp(-(t[i + 1] - t[i]) / tau_d)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    return [ed50 * o / (1 - o) for o in steps]


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    # YOUR CODE HERE
    raise NotImplementedError()


def taper_doses(ed50, steps):
    # YOUR CODE HERE
    raise NotImplementedError()
