# %% [answer] closed form
# kind: right
# marks: 10
# says: ""
# written: with the solution
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (day, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (day, occ, a0, tau)):
        raise ValueError("finite numbers only")
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("day >= 0 d, occ in [0, 1), a0 >= 0, tau_d > 0 d")
    q = 1 - occ
    a = a0 * q + (a0 - a0 * q) * np.exp(-day / tau)
    s = 2 * (1 + a0) / (q + np.sqrt(q * q + 4 * q * a * (1 + a0)))
    return s[()], (q * s)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] school quadratic, the case without feedback apart
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def _one(day, occ, a0, tau):
    if not all(math.isfinite(one) for one in (day, occ, a0, tau)):
        raise ValueError("NaN or infinity")
    if day < 0 or not 0 <= occ < 1 or a0 < 0 or tau <= 0:
        raise ValueError("outside the range of the docstring")
    free = 1 - occ
    a = a0 * free + a0 * occ * math.exp(-day / tau)
    if a < 1e-9:
        s = (1 + a0) / free
    else:
        s = (-free + math.sqrt(free**2 + 4 * free * a * (1 + a0))) / (2 * free * a)
    return s, s * free


def ssri_day(day, occ, a0=4, tau_d=4):
    cases = np.broadcast(day, occ, a0, tau_d)
    pairs = [_one(*(float(one) for one in case)) for case in cases]
    if cases.shape == ():
        return pairs[0]
    return tuple(np.reshape([pair[i] for pair in pairs], cases.shape) for i in (0, 1))


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] root finder
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.optimize import brentq


def _root(day, occ, a0, tau):
    if not np.isfinite([day, occ, a0, tau]).all() or day < 0 or occ < 0 or occ >= 1 or a0 < 0 or tau <= 0:
        raise ValueError("impossible argument")
    a = a0 * (1 - occ) + a0 * occ * np.exp(-day / tau)
    top = (1 + a0) / (1 - occ) * 1.01
    return brentq(lambda s: s * (1 - occ) * (1 + a * s) - (1 + a0), 0.0, top, xtol=1e-14, rtol=1e-14)


def ssri_day(day, occ, a0=4, tau_d=4):
    s = np.vectorize(_root, otypes=[float])(day, occ, a0, tau_d)
    f = s * (1 - np.asarray(occ, dtype=float))
    return (float(s), float(f)) if np.ndim(s) == 0 else (s, f)


def _day(f, occ, a0, tau):
    if not np.isfinite([f, occ, a0, tau]).all() or not 0 < f < 1 or not 0 <= occ < 1 or a0 < 0 or tau <= 0:
        raise ValueError("impossible argument")
    late = lambda day: float(ssri_day(day, occ, a0, tau)[1]) - f
    return 0.0 if late(0.0) >= 0 else brentq(late, 0.0, 200 * tau, xtol=1e-13, rtol=1e-14)


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    day = np.vectorize(_day, otypes=[float])(f_rel, occ, a0, tau_d)
    return float(day) if day.ndim == 0 else day


# %% [answer] the animation's story
# kind: mistake
# marks: 5
# says: "Then explain the delay"
# written: with the solution
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ = np.broadcast_arrays(np.asarray(day, float), np.asarray(occ, float))
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("out of range")
    return (1 / (1 - occ))[()], np.ones_like(occ)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] feedback that never falls
# kind: mistake
# marks: 6
# says: "does not fall as the text says"
# written: with the solution
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (day, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (day, occ, a0, tau)):
        raise ValueError("finite numbers only")
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    q = 1 - occ
    s = 2 * (1 + a0) / (q + np.sqrt(q * q + 4 * q * a0 * (1 + a0)))
    return s[()], (q * s)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] feedback that falls to nothing
# kind: mistake
# marks: 6
# says: "fades away altogether"
# written: with the solution
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (day, occ, a0, tau_d)))
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    q = 1 - occ
    a = a0 * np.exp(-day / tau)
    s = 2 * (1 + a0) / (q + np.sqrt(q * q + 4 * q * a * (1 + a0)))
    return s[()], (q * s)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] time constant taken for a half-life
# kind: mistake
# marks: 6
# says: "as if the time constant were a half-life"
# written: with the solution
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (day, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (day, occ, a0, tau)):
        raise ValueError("finite numbers only")
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    q = 1 - occ
    a = a0 * (q + occ * 0.5 ** (day / tau))
    s = 2 * (1 + a0) / (q + np.sqrt(q * q + 4 * q * a * (1 + a0)))
    return s[()], (q * s)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] the negative root
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (day, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (day, occ, a0, tau)):
        raise ValueError("finite numbers only")
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    q = 1 - occ
    a = a0 * q + a0 * occ * np.exp(-day / tau) + 1e-12
    s = (-q - np.sqrt(q * q + 4 * q * a * (1 + a0))) / (2 * q * a)
    return s[()], (q * s)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] occupancy in per cent
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: wrong unit
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (day, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (day, occ, a0, tau)):
        raise ValueError("finite numbers only")
    if (day < 0).any() or (occ < 0).any() or (occ >= 100).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    q = 1 - occ / 100
    a = a0 * (q + occ / 100 * np.exp(-day / tau))
    s = 2 * (1 + a0) / (q + np.sqrt(q * q + 4 * q * a * (1 + a0)))
    return s[()], (q * s)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] firing and serotonin exchanged
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (day, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (day, occ, a0, tau)):
        raise ValueError("finite numbers only")
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    q = 1 - occ
    a = a0 * (q + occ * np.exp(-day / tau))
    s = 2 * (1 + a0) / (q + np.sqrt(q * q + 4 * q * a * (1 + a0)))
    return (q * s)[()], s[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(one).all() for one in (f, occ, a0, tau)) or (f <= 0).any() or (f >= 1).any():
        raise ValueError("f_rel in (0, 1)")
    if (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau <= 0).any():
        raise ValueError("out of range")
    needed = (1 - occ) * ((1 + a0) / f - 1) / f
    with np.errstate(all="ignore"):
        day = -tau * np.log((needed - a0 * (1 - occ)) / (a0 * occ))
    return np.where(needed >= a0, 0.0, day)[()]


# %% [answer] a dictionary
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def ssri_day(day, occ, a0=4, tau_d=4):
    return {"s": 1 / (1 - occ), "f": 1.0}


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    return "two weeks"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def ssri_day(day, occ, a0=4, tau_d=4):
    # YOUR CODE HERE
    raise NotImplementedError()


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: the stable root, all at once
# kind: right
# marks: 10
# says: ""
# written: blind
def _four(*values):
    arrays = [np.asarray(v, dtype=float) for v in values]
    if not all(np.all(np.isfinite(a)) for a in arrays):
        raise ValueError("NaN and infinity are no days and no shares")
    return np.broadcast_arrays(*arrays)


def _refuse(occ, a0, tau_d):
    if np.any(occ < 0) or np.any(occ >= 1):
        raise ValueError("occ must be at least 0 and below 1")
    if np.any(a0 < 0):
        raise ValueError("a0 must be at least 0")
    if np.any(tau_d <= 0):
        raise ValueError("tau_d must be above 0")


def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau_d = _four(day, occ, a0, tau_d)
    if np.any(day < 0):
        raise ValueError("day must be at least 0")
    _refuse(occ, a0, tau_d)
    q = 1 - occ
    a = a0 * q + a0 * occ * np.exp(-day / tau_d)
    s = 2 * (1 + a0) / (q + np.sqrt(q * q + 4 * q * a * (1 + a0)))
    f = s * q
    return (float(s), float(f)) if s.ndim == 0 else (s, f)


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau_d = _four(f_rel, occ, a0, tau_d)
    if np.any(f <= 0) or np.any(f >= 1):
        raise ValueError("f_rel must lie between 0 and 1")
    _refuse(occ, a0, tau_d)
    q = 1 - occ
    a = ((1 + a0) / f - 1) * q / f  # the feedback that goes with this firing
    end, start = a0 * q, a0
    waits = a < start
    gap = np.where(waits, a - end, 1.0)
    drop = np.where(waits, start - end, 1.0)
    day = np.where(waits, tau_d * np.log(drop / gap), 0.0)
    return float(day) if day.ndim == 0 else day


# %% [answer] blind: bisection for serotonin and for the day, number by number
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def _feedback(day, occ, a0, tau):
    last = a0 * (1 - occ)
    return last + (a0 - last) * math.exp(-day / tau)


def _balance(a, occ, a0):
    """Serotonin at which clearance and release meet."""
    low, high = 0.0, (1 + a0) / (1 - occ)
    for _ in range(60):
        s = (low + high) / 2
        if s * (1 - occ) * (1 + a * s) < 1 + a0:
            low = s
        else:
            high = s
    return (low + high) / 2


def _look(occ, a0, tau, **other):
    for value in (occ, a0, tau, *other.values()):
        if not math.isfinite(value):
            raise ValueError("all values must be finite")
    if not 0 <= occ < 1 or a0 < 0 or tau <= 0:
        raise ValueError("occ in [0, 1), a0 at least 0, tau_d above 0")


def _one_day(day, occ, a0, tau):
    _look(occ, a0, tau, day=day)
    if day < 0:
        raise ValueError("day must not be negative")
    s = _balance(_feedback(day, occ, a0, tau), occ, a0)
    return s, s * (1 - occ)


def _one_recovery(f, occ, a0, tau):
    _look(occ, a0, tau, f=f)
    if not 0 < f < 1:
        raise ValueError("f_rel must be above 0 and below 1")

    def firing(day):
        return _balance(_feedback(day, occ, a0, tau), occ, a0) * (1 - occ)

    if firing(0.0) >= f:
        return 0.0
    high = tau
    while firing(high) < f:
        high *= 2
    low = 0.0
    for _ in range(60):
        mid = (low + high) / 2
        low, high = (mid, high) if firing(mid) < f else (low, mid)
    return (low + high) / 2


def ssri_day(day, occ, a0=4, tau_d=4):
    s, f = np.vectorize(_one_day, otypes=[float, float])(day, occ, a0, tau_d)
    return (float(s), float(f)) if np.ndim(s) == 0 else (s, f)


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    day = np.vectorize(_one_recovery, otypes=[float])(f_rel, occ, a0, tau_d)
    return float(day) if np.ndim(day) == 0 else day


# %% [answer] blind: Newton's method on the quadratic, loops over the broadcast
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
def ssri_day(day, occ, a0=4, tau_d=4):
    b = np.broadcast(day, occ, a0, tau_d)
    ss, ff = [], []
    for t, o, a, tau in b:
        t, o, a, tau = float(t), float(o), float(a), float(tau)
        if not np.isfinite([t, o, a, tau]).all():
            raise ValueError("finite numbers only")
        if t < 0:
            raise ValueError("the drug began on day 0")
        if o < 0 or o >= 1:
            raise ValueError("occ is a fraction below 1")
        if a < 0:
            raise ValueError("a0 is at least 0")
        if tau <= 0:
            raise ValueError("tau_d is above 0")
        now = a * (1 - o) + a * o * np.exp(-t / tau)
        s = (1 + a) / (1 - o)  # too high, so Newton comes down to the root
        for _ in range(100):
            s -= ((1 - o) * (now * s * s + s) - (1 + a)) / ((1 - o) * (2 * now * s + 1))
        ss.append(s)
        ff.append((1 + a) / (1 + now * s))
    if b.shape == ():
        return float(ss[0]), float(ff[0])
    return np.array(ss).reshape(b.shape), np.array(ff).reshape(b.shape)


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    b = np.broadcast(f_rel, occ, a0, tau_d)
    days = []
    for f, o, a, tau in b:
        f, o, a, tau = float(f), float(o), float(a), float(tau)
        if np.isnan(f) or not 0 < f < 1:
            raise ValueError("f_rel lies between 0 and 1")
        f0 = ssri_day(0.0, o, a, tau)[1]
        if f0 >= f:
            days.append(0.0)
            continue
        s = f / (1 - o)
        then = ((1 + a) / f - 1) / s
        share = (then - a * (1 - o)) / (a * o)
        days.append(-tau * np.log(share))
    if b.shape == ():
        return float(days[0])
    return np.array(days).reshape(b.shape)


# %% [answer] blind: the school form, which divides by the feedback, and recovery by a table of days
# kind: wrong
# marks: 5
# says: ""
# written: blind
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau_d = [np.asarray(v, float) for v in (day, occ, a0, tau_d)]
    for v in (day, occ, a0, tau_d):
        if not np.isfinite(v).all():
            raise ValueError("not finite")
    if np.any(day < 0) or np.any(occ < 0) or np.any(occ >= 1) or np.any(a0 < 0) or np.any(tau_d <= 0):
        raise ValueError("out of range")
    q = 1 - occ
    A = a0 * q + (a0 - a0 * q) * np.exp(-day / tau_d)
    S = (-q + np.sqrt(q**2 + 4 * q * A * (1 + a0))) / (2 * q * A)
    return S, S * q


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    if not 0 < f_rel < 1:
        raise ValueError("f_rel must be between 0 and 1")
    days = np.arange(0, 100, 0.001)
    F = ssri_day(days, occ, a0, tau_d)[1]
    return float(days[np.argmax(F >= f_rel)])


# %% [answer] blind: feedback that tires away to nothing
# kind: mistake
# marks: 6
# says: "does not fall as the text says"
# written: blind
def _read(*v):
    v = np.broadcast_arrays(*[np.asarray(x, float) for x in v])
    if not all(np.isfinite(x).all() for x in v):
        raise ValueError("not finite")
    return v


def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau_d = _read(day, occ, a0, tau_d)
    if np.any(day < 0) or np.any(occ < 0) or np.any(occ >= 1) or np.any(a0 < 0) or np.any(tau_d <= 0):
        raise ValueError("out of range")
    q = 1 - occ
    A = a0 * np.exp(-day / tau_d)
    S = 2 * (1 + a0) / (q + np.sqrt(q**2 + 4 * q * A * (1 + a0)))
    F = S * q
    return (float(S), float(F)) if S.ndim == 0 else (S, F)


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau_d = _read(f_rel, occ, a0, tau_d)
    if np.any(f <= 0) or np.any(f >= 1) or np.any(occ < 0) or np.any(occ >= 1) or np.any(a0 < 0) or np.any(tau_d <= 0):
        raise ValueError("out of range")
    A = ((1 + a0) / f - 1) * (1 - occ) / f
    day = np.maximum(0, tau_d * np.log(a0 / A))
    return float(day) if day.ndim == 0 else day


# %% [answer] blind: recovery without the case that firing never falls so low
# kind: wrong
# marks: 8
# says: ""
# written: blind
def _read(*v):
    v = np.broadcast_arrays(*[np.asarray(x, float) for x in v])
    if not all(np.isfinite(x).all() for x in v):
        raise ValueError("not finite")
    return v


def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau_d = _read(day, occ, a0, tau_d)
    if np.any(day < 0) or np.any(occ < 0) or np.any(occ >= 1) or np.any(a0 < 0) or np.any(tau_d <= 0):
        raise ValueError("out of range")
    q = 1 - occ
    A = a0 * q + (a0 - a0 * q) * np.exp(-day / tau_d)
    S = 2 * (1 + a0) / (q + np.sqrt(q**2 + 4 * q * A * (1 + a0)))
    F = S * q
    return (float(S), float(F)) if S.ndim == 0 else (S, F)


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau_d = _read(f_rel, occ, a0, tau_d)
    if np.any(f <= 0) or np.any(f >= 1) or np.any(occ < 0) or np.any(occ >= 1) or np.any(a0 < 0) or np.any(tau_d <= 0):
        raise ValueError("out of range")
    q = 1 - occ
    A = ((1 + a0) / f - 1) * q / f
    day = tau_d * np.log((a0 - a0 * q) / (A - a0 * q))
    return float(day) if day.ndim == 0 else day


# %% [answer] blind: Brent's root of the balance, one case after another
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
from scipy.optimize import brentq


def _table(*given):
    arrays = np.broadcast_arrays(*[np.asarray(one, dtype=float) for one in given])
    if not all(np.isfinite(one).all() for one in arrays):
        raise ValueError("NaN or infinity")
    return arrays


def _checked(occ, a0, tau_d):
    if ((occ < 0) | (occ >= 1)).any() or (a0 < 0).any() or (tau_d <= 0).any():
        raise ValueError("occ, a0 or tau_d out of range")


def ssri_day(day, occ, a0=4, tau_d=4):
    arrays = _table(day, occ, a0, tau_d)
    _checked(*arrays[1:])
    if (arrays[0] < 0).any():
        raise ValueError("day must not be negative")
    serotonin = []
    for t, s, a, tau in zip(*(one.ravel() for one in arrays)):
        gain = a * (1 - s) + a * s * np.exp(-t / tau)
        imbalance = lambda S: S * (1 - s) * (1 + gain * S) - (1 + a)
        serotonin.append(brentq(imbalance, 0.0, (1 + a) / (1 - s), xtol=1e-14, rtol=1e-13))
    S = np.reshape(serotonin, arrays[0].shape)
    F = S * (1 - arrays[1])
    return (float(S), float(F)) if S.ndim == 0 else (S, F)


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    wanted, s, a, tau = _table(f_rel, occ, a0, tau_d)
    _checked(s, a, tau)
    if ((wanted <= 0) | (wanted >= 1)).any():
        raise ValueError("f_rel must lie between 0 and 1")
    # the feedback that gives this firing, as a share of the way that it falls
    needed = ((1 + a) / wanted - 1) * (1 - s) / wanted
    with np.errstate(divide="ignore", invalid="ignore"):
        left = (needed - a * (1 - s)) / (a * s)
        day = np.where(needed >= a, 0.0, -tau * np.log(left))
    return float(day) if day.ndim == 0 else day


# %% [answer] blind: Newton's steps from below, and the day found by halving
# kind: right
# marks: 10
# says: ""
# written: blind
def _serotonin(gain, free, a0):
    S = np.ones(np.shape(gain))
    for _ in range(20):
        S = S - (free * S * (1 + gain * S) - (1 + a0)) / (free * (1 + 2 * gain * S))
    return S


def _arrays(first, occ, a0, tau_d):
    first, occ, a0, tau_d = np.broadcast_arrays(*(np.array(x, dtype=float) for x in (first, occ, a0, tau_d)))
    if not np.isfinite([first, occ, a0, tau_d]).all():
        raise ValueError("not finite")
    if np.any(occ < 0) or np.any(occ >= 1) or np.any(a0 < 0) or np.any(tau_d <= 0):
        raise ValueError("out of range")
    return first, occ, a0, tau_d


def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau_d = _arrays(day, occ, a0, tau_d)
    if np.any(day < 0):
        raise ValueError("before the first day")
    S = _serotonin(a0 * (1 - occ * -np.expm1(-day / tau_d)), 1 - occ, a0)
    return S[()], (S * (1 - occ))[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f_rel, occ, a0, tau_d = _arrays(f_rel, occ, a0, tau_d)
    if np.any(f_rel <= 0) or np.any(f_rel >= 1):
        raise ValueError("a share between 0 and 1")
    low, high = np.zeros(f_rel.shape), 800.0 * np.ones(f_rel.shape)  # in time constants
    for _ in range(60):
        middle = (low + high) / 2
        F = (1 - occ) * _serotonin(a0 * (1 - occ * -np.expm1(-middle)), 1 - occ, a0)
        low, high = np.where(F < f_rel, middle, low), np.where(F < f_rel, high, middle)
    day = np.where((1 - occ) * _serotonin(a0, 1 - occ, a0) >= f_rel, 0.0, tau_d * (low + high) / 2)
    return day[()]


# %% [answer] blind: the autoreceptors weaken to nothing
# kind: mistake
# marks: 6
# says: "Your feedback does not fall as the text says"
# written: blind
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau_d = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (day, occ, a0, tau_d)))
    if not all(np.isfinite(x).all() for x in (day, occ, a0, tau_d)):
        raise ValueError("finite")
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau_d <= 0).any():
        raise ValueError("range")
    A = a0 * np.exp(-day / tau_d)
    S = 2 * (1 + a0) / (1 - occ) / (1 + np.sqrt(1 + 4 * A * (1 + a0) / (1 - occ)))
    F = S * (1 - occ)
    return (S, F) if S.ndim else (float(S), float(F))


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau_d = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(x).all() for x in (f, occ, a0, tau_d)):
        raise ValueError("finite")
    if (f <= 0).any() or (f >= 1).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau_d <= 0).any():
        raise ValueError("range")
    A = ((1 + a0) / f - 1) * (1 - occ) / f
    with np.errstate(divide="ignore"):
        day = np.maximum(-tau_d * np.log(A / a0), 0)
    return day if day.ndim else float(day)


# %% [answer] blind: days before the drug as an answer
# kind: wrong
# marks: 8
# says: ""
# written: blind
def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau_d = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (day, occ, a0, tau_d)))
    if not all(np.isfinite(x).all() for x in (day, occ, a0, tau_d)):
        raise ValueError("finite")
    if (day < 0).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau_d <= 0).any():
        raise ValueError("range")
    A = a0 * (1 - occ + occ * np.exp(-day / tau_d))
    S = 2 * (1 + a0) / (1 - occ) / (1 + np.sqrt(1 + 4 * A * (1 + a0) / (1 - occ)))
    F = S * (1 - occ)
    return (S, F) if S.ndim else (float(S), float(F))


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f, occ, a0, tau_d = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (f_rel, occ, a0, tau_d)))
    if not all(np.isfinite(x).all() for x in (f, occ, a0, tau_d)):
        raise ValueError("finite")
    if (f <= 0).any() or (f >= 1).any() or (occ < 0).any() or (occ >= 1).any() or (a0 < 0).any() or (tau_d <= 0).any():
        raise ValueError("range")
    A = ((1 + a0) / f - 1) * (1 - occ) / f
    with np.errstate(divide="ignore", invalid="ignore"):
        day = -tau_d * np.log((A / a0 - (1 - occ)) / occ)
    return day if day.ndim else float(day)


# %% [answer] feedback that grows, the exponent without its minus
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: slipped sign
def _given(**values):
    arrays = {name: np.asarray(value, dtype=float) for name, value in values.items()}
    ranges = {"day": (0, True, np.inf), "f_rel": (0, False, 1), "occ": (0, True, 1), "a0": (0, True, np.inf), "tau_d": (0, False, np.inf)}
    for name, array in arrays.items():
        lowest, itself, below = ranges[name]
        fine = (array >= lowest if itself else array > lowest) & (array < below)
        if not fine.all():
            raise ValueError(f"{name} must be above {lowest} and below {below}")
    return np.broadcast_arrays(*arrays.values())


def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau = _given(day=day, occ=occ, a0=a0, tau_d=tau_d)
    end = a0 * (1 - occ)
    A = end + (a0 - end) * np.exp(day / tau)
    # S² (1 - occ) A + S (1 - occ) - (1 + a0) = 0, in the form that also does for A = 0
    free = 1 - occ
    S = 2 * (1 + a0) / (free + np.sqrt(free * free + 4 * free * A * (1 + a0)))
    return S[()], (S * free)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    F, occ, a0, tau = _given(f_rel=f_rel, occ=occ, a0=a0, tau_d=tau_d)
    end = a0 * (1 - occ)
    A = ((1 + a0) / F - 1) * (1 - occ) / F
    with np.errstate(divide="ignore", invalid="ignore"):
        day = tau * np.log((A - end) / (a0 - end))
    return np.where(A >= a0, 0.0, day)[()]


# %% [answer] days turned into hours on one side only
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong unit
import math


def _refuse(occ, a0, tau_d):
    if not (0 <= occ < 1 and 0 <= a0 < math.inf and 0 < tau_d < math.inf):
        raise ValueError("occ in [0, 1), a0 at least 0, tau_d above 0")


def _levels(day, occ, a0, tau_d):
    _refuse(occ, a0, tau_d)
    if not 0 <= day < math.inf:
        raise ValueError("day must be at least 0")
    hours = 24 * day
    A = a0 * (1 - occ) + a0 * occ * math.exp(-hours / tau_d)
    free = 1 - occ
    s = 2 * (1 + a0) / (free + math.sqrt(free**2 + 4 * free * A * (1 + a0)))
    return s, free * s


def _wait(f_rel, occ, a0, tau_d):
    _refuse(occ, a0, tau_d)
    if not 0 < f_rel < 1:
        raise ValueError("f_rel must be above 0 and below 1")
    A = (1 - occ) * ((1 + a0) / f_rel - 1) / f_rel
    if A >= a0:
        return 0.0
    hours = tau_d * math.log(a0 * occ / (A - a0 * (1 - occ)))
    return hours / 24


def ssri_day(day, occ, a0=4, tau_d=4):
    cases = np.broadcast(day, occ, a0, tau_d)
    pairs = np.array([_levels(*case) for case in cases])
    if cases.shape == ():
        return tuple(pairs[0])
    return tuple(pairs[:, which].reshape(cases.shape) for which in (0, 1))


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    cases = np.broadcast(f_rel, occ, a0, tau_d)
    days = np.array([_wait(*case) for case in cases])
    return days[0] if cases.shape == () else days.reshape(cases.shape)


# %% [answer] recovery looked up on whole days
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def _check(occ, a0, tau_d, **first):
    for name, value in {"occ": occ, "a0": a0, "tau_d": tau_d, **first}.items():
        if not np.all(np.isfinite(value)):
            raise ValueError(f"{name} must be finite")
    if np.any(occ < 0) or np.any(occ >= 1) or np.any(a0 < 0) or np.any(tau_d <= 0):
        raise ValueError("occ from 0 to below 1, a0 at least 0, tau_d above 0")


def ssri_day(day, occ, a0=4, tau_d=4):
    day, occ, a0, tau_d = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (day, occ, a0, tau_d)])
    _check(occ, a0, tau_d, day=day)
    if np.any(day < 0):
        raise ValueError("day must be at least 0")
    A = a0 - a0 * occ * (1 - np.exp(-day / tau_d))
    free = 1 - occ
    S = 2 * (1 + a0) / (free + np.sqrt(free * (free + 4 * A * (1 + a0))))
    return S[()], (free * S)[()]


def recovery_day(f_rel, occ, a0=4, tau_d=4):
    f_rel, occ, a0, tau_d = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (f_rel, occ, a0, tau_d)])
    _check(occ, a0, tau_d, f_rel=f_rel)
    if np.any(f_rel <= 0) or np.any(f_rel >= 1):
        raise ValueError("f_rel must be above 0 and below 1")
    days = np.arange(0.0, 1001.0)
    firing = ssri_day(days, occ[..., None], a0[..., None], tau_d[..., None])[1]
    return days[np.argmax(firing >= f_rel[..., None], axis=-1)][()]
