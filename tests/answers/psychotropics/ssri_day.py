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
