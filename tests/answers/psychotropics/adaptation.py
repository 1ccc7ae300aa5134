# %% [answer] step by step
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
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
# shows: slipped sign
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


# %% [answer] blind: walk from sample to sample
# kind: right
# marks: 10
# says: ""
# written: blind
def _times_like(t, what):
    t = np.atleast_1d(np.array(t, dtype=float))
    if t.ndim != 1 or t.size == 0:
        raise ValueError(f"{what} must be a list of numbers")
    if not np.isfinite(t).all():
        raise ValueError(f"{what} must be finite")
    return t


def adaptation_course(t_d, dose_fn, tau_d, g):
    t = _times_like(t_d, "t_d")
    if (np.diff(t) <= 0).any():
        raise ValueError("times must increase strictly")
    u = dose_fn(t.copy()) if callable(dose_fn) else dose_fn
    u = _times_like(u, "the drive")
    if u.shape != t.shape:
        raise ValueError("there must be a drive for each time")
    if (u < 0).any():
        raise ValueError("the drive must be at least 0")
    if not np.isfinite(tau_d) or tau_d <= 0:
        raise ValueError("tau_d must be above 0")
    if not np.isfinite(g) or g < 0 or g > 1:
        raise ValueError("g must lie from 0 to 1")
    x = np.zeros(len(t))
    for i in range(len(t) - 1):
        x[i + 1] = u[i] + (x[i] - u[i]) * np.exp(-(t[i + 1] - t[i]) / tau_d)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    steps = np.atleast_1d(np.array(steps, dtype=float))
    if not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("ed50 must be above 0")
    if steps.size == 0:
        raise ValueError("a taper needs at least one step")
    if not np.isfinite(steps).all() or (steps <= 0).any() or (steps >= 1).any():
        raise ValueError("each step must lie between 0 and 1")
    if (np.diff(steps) >= 0).any():
        raise ValueError("the steps must fall strictly")
    return ed50 * steps / (1 - steps)


# %% [answer] blind: what each interval leaves behind, as one matrix of weights
# kind: right
# marks: 10
# says: ""
# written: blind
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    if t.ndim != 1 or not t.size or not np.isfinite(t).all() or not (t[1:] > t[:-1]).all():
        raise ValueError("t_d must be finite times that increase strictly")
    tau_d, g = float(tau_d), float(g)
    if not (np.isfinite(tau_d) and tau_d > 0):
        raise ValueError("tau_d must be a number above 0")
    if not 0 <= g <= 1:
        raise ValueError("g must be in [0, 1]")
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape:
        raise ValueError(f"{u.size} drives for {t.size} times")
    if not np.isfinite(u).all() or (u < 0).any():
        raise ValueError("the drive must be finite and at least 0")
    # the part of u[j] that is in x[i]: exp(-(t_i - t_(j+1))/tau) - exp(-(t_i - t_j)/tau)
    since = np.clip(t[:, None] - t[None, :], 0, None)
    kept = np.exp(-since / tau_d)
    weight = kept[:, 1:] - kept[:, :-1]
    x = weight @ u[:-1] if len(t) > 1 else np.zeros(1)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    if not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("ed50 must be finite and above 0")
    shares = [float(s) for s in steps]
    if not shares:
        raise ValueError("no steps")
    last = 1.0
    doses = []
    for s in shares:
        if not 0 < s < last:
            raise ValueError("shares must fall strictly and stay between 0 and 1")
        doses.append(float(ed50) / (1 / s - 1))
        last = s
    return np.array(doses)


# %% [answer] blind: a small class for the opponent, lists of plain floats
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math
from dataclasses import dataclass


@dataclass
class Opponent:
    tau: float
    x: float = 0.0

    def follow(self, drive, days):
        self.x += (drive - self.x) * -math.expm1(-days / self.tau)
        return self.x


def adaptation_course(t_d, dose_fn, tau_d, g):
    times = [float(t) for t in np.ravel(t_d)]
    if not times or not all(math.isfinite(t) for t in times):
        raise ValueError("there must be times, and all of them finite")
    if any(later <= earlier for earlier, later in zip(times, times[1:])):
        raise ValueError("each time must be later than the one before")
    if not (math.isfinite(tau_d) and tau_d > 0):
        raise ValueError("tau_d must be above 0")
    if not (math.isfinite(g) and 0 <= g <= 1):
        raise ValueError("g must be from 0 to 1")
    if callable(dose_fn):
        drive = np.asarray(dose_fn(np.array(times)), dtype=float)
    else:
        drive = np.asarray(dose_fn, dtype=float)
    if drive.shape != (len(times),):
        raise ValueError("as many drives as times")
    drive = drive.tolist()
    if not all(math.isfinite(u) and u >= 0 for u in drive):
        raise ValueError("a drive must be finite and at least 0")
    opponent = Opponent(float(tau_d))
    x = [opponent.x]
    for i in range(1, len(times)):
        x.append(opponent.follow(drive[i - 1], times[i] - times[i - 1]))
    e = [u - g * opposed for u, opposed in zip(drive, x)]
    return {"e": np.array(e), "x": np.array(x)}


def taper_doses(ed50, steps):
    wanted = np.asarray(list(steps), dtype=float)
    bad = (
        not math.isfinite(ed50) or ed50 <= 0
        or wanted.size == 0
        or not np.all((wanted > 0) & (wanted < 1))
        or not np.all(wanted[1:] < wanted[:-1])
    )
    if bad:
        raise ValueError("ed50 above 0, and occupancies between 0 and 1 that fall strictly")
    odds = np.exp(np.log(wanted) - np.log1p(-wanted))
    return odds * ed50


# %% [answer] blind: Euler's step instead of the exact one
# kind: mistake
# marks: 6
# says: "in a straight line from sample to sample"
# written: blind
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.asarray(t_d, float)
    if not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("times must increase")
    u = np.asarray(dose_fn(t) if callable(dose_fn) else dose_fn, float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any():
        raise ValueError("impossible drive")
    if not 0 < tau_d < np.inf or not 0 <= g <= 1:
        raise ValueError("tau_d or g out of range")
    x = np.zeros_like(t)
    for i in range(len(t) - 1):
        x[i + 1] = x[i] + (u[i] - x[i]) * (t[i + 1] - t[i]) / tau_d
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    s = np.asarray(steps, float)
    if not 0 < ed50 < np.inf or s.size == 0 or not np.isfinite(s).all() or (s <= 0).any() or (s >= 1).any() or (np.diff(s) >= 0).any():
        raise ValueError("impossible taper")
    return ed50 * s / (1 - s)


# %% [answer] blind: the drive at the end of each interval
# kind: wrong
# marks: 6
# says: ""
# written: blind
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.asarray(t_d, float)
    if not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("times must increase")
    u = np.asarray(dose_fn(t) if callable(dose_fn) else dose_fn, float)
    if u.shape != t.shape or not np.isfinite(u).all() or (u < 0).any():
        raise ValueError("impossible drive")
    if not 0 < tau_d < np.inf or not 0 <= g <= 1:
        raise ValueError("tau_d or g out of range")
    x = np.zeros_like(t)
    for i in range(1, len(t)):
        x[i] = u[i] + (x[i - 1] - u[i]) * np.exp(-(t[i] - t[i - 1]) / tau_d)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    s = np.asarray(steps, float)
    if not 0 < ed50 < np.inf or s.size == 0 or not np.isfinite(s).all() or (s <= 0).any() or (s >= 1).any() or (np.diff(s) >= 0).any():
        raise ValueError("impossible taper")
    return ed50 * s / (1 - s)


# %% [answer] blind: a drive per sample only as a list, equal times and equal steps let through
# kind: wrong
# marks: 8
# says: ""
# written: blind
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.asarray(t_d, float)
    u = np.asarray(dose_fn, float)
    if not np.isfinite(t).all() or (np.diff(t) < 0).any() or not np.isfinite(u).all() or (u < 0).any() or len(u) != len(t):
        raise ValueError("impossible times or drive")
    if not 0 < tau_d < np.inf or not 0 <= g <= 1:
        raise ValueError("tau_d or g out of range")
    x = np.zeros_like(t)
    for i in range(len(t) - 1):
        x[i + 1] = u[i] + (x[i] - u[i]) * np.exp(-(t[i + 1] - t[i]) / tau_d)
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    s = np.asarray(steps, float)
    if not 0 < ed50 < np.inf or not np.isfinite(s).all() or (s <= 0).any() or (s >= 1).any() or (np.diff(s) > 0).any():
        raise ValueError("impossible taper")
    return ed50 * s / (1 - s)


# %% [answer] a tuple for the dictionary, doses as prescriptions
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.asarray(t_d, dtype=float)
    if t.ndim != 1 or t.size < 1 or not np.isfinite(t).all() or not np.all(t[1:] > t[:-1]):
        raise ValueError("t_d must increase strictly")
    u = np.asarray(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    if u.shape != t.shape or not np.isfinite(u).all() or np.any(u < 0):
        raise ValueError("one drive of at least 0 for each time")
    if not (0 < tau_d < np.inf and 0 <= g <= 1):
        raise ValueError("tau_d above 0, g from 0 to 1")
    x = np.zeros_like(t)
    for i, pause in enumerate(np.diff(t)):
        x[i + 1] = u[i] + (x[i] - u[i]) * np.exp(-pause / tau_d)
    return u - g * x, x


def taper_doses(ed50, steps):
    shares = np.asarray(steps, dtype=float)
    if not 0 < ed50 < np.inf or shares.size == 0 or not np.all((shares > 0) & (shares < 1)) or np.any(np.diff(shares) >= 0):
        raise ValueError("ed50 above 0, shares falling strictly between 1 and 0")
    return [f"{ed50 * share / (1 - share):.2f} mg" for share in shares]


# %% [answer] pauses counted in hours
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong unit
def adaptation_course(t_d, dose_fn, tau_d, g):
    days = np.array(t_d, dtype=float)
    if days.ndim != 1 or len(days) == 0 or not np.isfinite(days).all() or np.diff(days, prepend=-np.inf).min() <= 0:
        raise ValueError("the times must be finite and increase strictly")
    drive = np.array(dose_fn(days) if callable(dose_fn) else dose_fn, dtype=float)
    if drive.shape != days.shape or not np.isfinite(drive).all() or drive.min() < 0:
        raise ValueError("the drive must be finite, at least 0 and as long as the times")
    if not np.isfinite([tau_d, g]).all() or tau_d <= 0 or not 0 <= g <= 1:
        raise ValueError("tau_d or g is out of range")
    hours = 24 * np.diff(days)
    opponent = [0.0]
    for pause, push in zip(hours, drive):
        opponent.append(push - (push - opponent[-1]) * np.exp(-pause / tau_d))
    opponent = np.array(opponent)
    return {"e": drive - g * opponent, "x": opponent}


def taper_doses(ed50, steps):
    steps = np.array(steps, dtype=float)
    if not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("ed50 must be above 0")
    if steps.size == 0 or np.any(~(steps > 0)) or np.any(~(steps < 1)) or np.any(~(np.diff(steps) < 0)):
        raise ValueError("steps must lie between 0 and 1 and fall")
    return steps / (1 - steps) * ed50


# %% [answer] plus for minus in the dose of a share
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: slipped sign
def adaptation_course(t_d, dose_fn, tau_d, g):
    t = np.array(t_d, dtype=float)
    u = np.array(dose_fn(t) if callable(dose_fn) else dose_fn, dtype=float)
    for name, values in (("t_d", t), ("dose_fn", u), ("tau_d", tau_d), ("g", g)):
        if not np.all(np.isfinite(values)):
            raise ValueError(f"{name} must be finite")
    if t.ndim != 1 or u.shape != t.shape or np.any(np.diff(t) <= 0) or np.any(u < 0):
        raise ValueError("times that increase, with a drive of at least 0 for each")
    if tau_d <= 0 or g < 0 or g > 1:
        raise ValueError("tau_d must be above 0 and g from 0 to 1")
    kept = np.exp(-np.diff(t) / tau_d)
    x = np.zeros(len(t))
    for i in range(1, len(t)):
        x[i] = kept[i - 1] * x[i - 1] + (1 - kept[i - 1]) * u[i - 1]
    return {"e": u - g * x, "x": x}


def taper_doses(ed50, steps):
    o = np.array(steps, dtype=float)
    if not np.isfinite(ed50) or ed50 <= 0 or o.size == 0:
        raise ValueError("an ed50 above 0 and at least one step")
    if not np.isfinite(o).all() or o.max() >= 1 or o.min() <= 0 or np.any(o[1:] >= o[:-1]):
        raise ValueError("steps fall strictly from below 1 to above 0")
    return ed50 * o / (1 + o)


# %% [answer] lists out, the process integrated by Gauss's rule over each pause
# kind: right
# marks: 10
# says: ""
# written: with the solution
def adaptation_course(t_d, dose_fn, tau_d, g):
    times = np.array(t_d, dtype=float)
    drive = np.array(dose_fn(times) if callable(dose_fn) else dose_fn, dtype=float)
    if times.ndim != 1 or times.size == 0 or drive.shape != times.shape:
        raise ValueError("times, and a drive for each of them")
    if not np.isfinite(times).all() or not np.isfinite(drive).all() or min(np.diff(times), default=1) <= 0 or min(drive) < 0:
        raise ValueError("times must increase, the drive must not be negative")
    if not (np.isfinite(tau_d) and tau_d > 0 and 0 <= g <= 1):
        raise ValueError("tau_d above 0 and g between 0 and 1")
    nodes, weights = np.polynomial.legendre.leggauss(30)
    x = [0.0]
    for pause, push in zip(np.diff(times), drive):
        # x(end) = x(start) exp(-pause/tau) + the integral of push/tau exp(-age/tau) over ages up to pause
        ages = min(pause, 40 * tau_d) * (nodes + 1) / 2
        pushed = push / tau_d * np.exp(-ages / tau_d) @ weights * ages.max() / (1 + nodes.max())
        x.append(float(x[-1] * np.exp(-pause / tau_d) + pushed))
    return {"e": [float(u - g * one) for u, one in zip(drive, x)], "x": x}


def taper_doses(ed50, steps):
    steps = list(steps)
    if not steps or not np.isfinite(ed50) or ed50 <= 0:
        raise ValueError("some steps, and an ed50 above 0")
    for before, step in zip([1.0, *steps], steps):
        if not 0 < step < before:
            raise ValueError("each share below the one before, all of them between 0 and 1")
    return [ed50 * step / (1 - step) for step in steps]
