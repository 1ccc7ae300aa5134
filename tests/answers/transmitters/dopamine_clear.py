# %% [answer] Wright omega
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.special import wrightomega


def _arrays(*values):
    values = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in values])
    if not all(np.all(np.isfinite(v)) for v in values):
        raise ValueError("all arguments must be finite")
    return values


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = _arrays(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    if np.any(c0 < 0) or np.any(vmax <= 0) or np.any(km <= 0) or np.any(occ < 0) or np.any(occ >= 1):
        raise ValueError("c0_uM >= 0, vmax_uM_s and km_uM > 0, dat_occupancy in [0, 1)")
    km = km / (1 - occ)
    scaled = np.where(c0 > 0, c0, 1.0) / km
    left = km * np.real(wrightomega(np.log(scaled) + scaled - vmax * np.clip(t, 0, None) / km))
    return np.where(c0 > 0, np.minimum(left, c0), 0.0)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, km, occ = _arrays(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    R = rate * pulse
    if np.any(rate < 0) or np.any(pulse < 0) or np.any(km <= 0) or np.any(vmax <= 0) or np.any(occ < 0) or np.any(occ >= 1):
        raise ValueError("an argument is out of range")
    if np.any(R >= vmax):
        raise ValueError("release must stay below vmax_uM_s")
    return km / (1 - occ) / (vmax / np.where(R > 0, R, np.inf) - 1) if np.all(R > 0) else km / (1 - occ) * R / (vmax - R)


# %% [answer] numerical, by solve_ivp
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import solve_ivp


def _fall(t, c0, vmax, km, occ):
    if not np.isfinite([t, c0, vmax, km, occ]).all() or c0 < 0 or min(vmax, km) <= 0 or not 0 <= occ < 1:
        raise ValueError("an argument is out of range")
    if t <= 0 or c0 == 0:
        return c0
    K = km / (1 - occ)
    run = solve_ivp(lambda _, c: -vmax * c / (K + c), (0, t), [c0], method="LSODA", rtol=1e-10, atol=1e-12)
    return run.y[0, -1]


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    return np.vectorize(_fall, otypes=[float])(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)


def _level(rate, pulse, vmax, km, occ):
    if not np.isfinite([rate, pulse, vmax, km, occ]).all() or min(rate, pulse) < 0 or min(vmax, km) <= 0 or not 0 <= occ < 1:
        raise ValueError("an argument is out of range")
    if rate * pulse >= vmax:
        raise ValueError("release is not below the largest uptake")
    return km / (1 - occ) * rate * pulse / (vmax - rate * pulse)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    return np.vectorize(_level, otypes=[float])(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)


# %% [answer] root of the implicit law, loop
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math

from scipy.optimize import brentq


def _left(t, c0, vmax, km, occ):
    if not all(math.isfinite(v) for v in (t, c0, vmax, km, occ)):
        raise ValueError("finite numbers only")
    if c0 < 0 or vmax <= 0 or km <= 0 or occ < 0 or occ >= 1:
        raise ValueError("c0_uM >= 0, vmax_uM_s > 0, km_uM > 0, 0 <= dat_occupancy < 1")
    if c0 == 0 or t <= 0:
        return c0
    K, used = km / (1 - occ), vmax * t
    # y = ln(c0 / C): c0 (1 - exp(-y)) + K y = Vmax t
    y = brentq(lambda y: -c0 * math.expm1(-y) + K * y - used, 0, used / K + 1, xtol=1e-13, rtol=1e-14)
    return c0 * math.exp(-y)


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    cases = np.broadcast(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    answers = [_left(*map(float, case)) for case in cases]
    return answers[0] if cases.shape == () else np.array(answers).reshape(cases.shape)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    cases = np.broadcast(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    answers = []
    for rate, pulse, vmax, km, occ in cases:
        if not all(math.isfinite(v) for v in (rate, pulse, vmax, km, occ)):
            raise ValueError("finite numbers only")
        if rate < 0 or pulse < 0 or vmax <= 0 or km <= 0 or occ < 0 or occ >= 1 or rate * pulse >= vmax:
            raise ValueError("out of range, or release at least as fast as uptake")
        answers.append(km / (1 - occ) * rate * pulse / (vmax - rate * pulse))
    return answers[0] if cases.shape == () else np.array(answers).reshape(cases.shape)


# %% [answer] Vmax lowered instead of Km raised
# kind: mistake
# marks: 4
# says: "takes transporters away"
# written: with the solution
from scipy.special import wrightomega


def _checked(*values):
    values = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in values])
    if not all(np.all(np.isfinite(v)) for v in values):
        raise ValueError("all arguments must be finite")
    return values


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = _checked(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    if np.any(c0 < 0) or np.any(vmax <= 0) or np.any(km <= 0) or np.any(occ < 0) or np.any(occ >= 1):
        raise ValueError("an argument is out of range")
    vmax = vmax * (1 - occ)
    with np.errstate(divide="ignore"):
        return km * wrightomega(np.log(c0 / km) + (c0 - vmax * np.maximum(t, 0)) / km)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, km, occ = _checked(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    release, vmax = rate * pulse, vmax * (1 - occ)
    if np.any(release < 0) or np.any(release >= vmax) or np.any(km <= 0):
        raise ValueError("an argument is out of range")
    return km * release / (vmax - release)


# %% [answer] exponential decay with Vmax / Km
# kind: mistake
# marks: 5
# says: "falls exponentially from the start"
# written: with the solution
def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t = np.maximum(np.asarray(t_s, dtype=float), 0)
    km = np.asarray(km_uM) / (1 - np.asarray(dat_occupancy))
    return np.asarray(c0_uM) * np.exp(-np.asarray(vmax_uM_s) / km * t)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    km = np.asarray(km_uM) / (1 - np.asarray(dat_occupancy))
    release = np.asarray(rate_Hz) * np.asarray(per_pulse_uM)
    if np.any(release >= np.asarray(vmax_uM_s)):
        raise ValueError("too much release")
    return km * release / (np.asarray(vmax_uM_s) - release)


# %% [answer] exponential decay with the first slope
# kind: mistake
# marks: 5
# says: "falls exponentially from the start"
# written: with the solution
import math


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    if t_s < 0:
        return c0_uM
    return c0_uM * math.exp(-vmax_uM_s * t_s / (km_uM / (1 - dat_occupancy) + c0_uM))


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    release = rate_Hz * per_pulse_uM
    return km_uM / (1 - dat_occupancy) * release / (vmax_uM_s - release)


# %% [answer] Lambert W that overflows
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
from scipy.special import lambertw


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)])
    if not np.isfinite([t, c0, vmax, km, occ]).all() or (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("an argument is out of range")
    km = km / (1 - occ)
    return km * lambertw(c0 / km * np.exp((c0 - vmax * np.maximum(t, 0)) / km)).real


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, km, occ = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)])
    if not np.isfinite([rate, pulse, vmax, km, occ]).all() or (rate < 0).any() or (pulse < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("an argument is out of range")
    if (rate * pulse >= vmax).any():
        raise ValueError("release is not below vmax")
    return km / (1 - occ) * rate * pulse / (vmax - rate * pulse)


# %% [answer] blocker multiplies Km by the free fraction
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
from scipy.special import wrightomega


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)])
    if not np.isfinite([t, c0, vmax, km, occ]).all() or (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("an argument is out of range")
    km = km * (1 - occ)
    with np.errstate(divide="ignore"):
        return km * wrightomega(np.log(c0 / km) + (c0 - vmax * np.maximum(t, 0)) / km)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, km, occ = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)])
    if not np.isfinite([rate, pulse, vmax, km, occ]).all() or (rate < 0).any() or (pulse < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("an argument is out of range")
    if (rate * pulse >= vmax).any():
        raise ValueError("release is not below vmax")
    return km * (1 - occ) * rate * pulse / (vmax - rate * pulse)


# %% [answer] only the tonic level
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    # YOUR CODE HERE
    raise NotImplementedError()


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, km, occ = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)])
    if not np.isfinite([rate, pulse, vmax, km, occ]).all() or (rate < 0).any() or (pulse < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("an argument is out of range")
    if (rate * pulse >= vmax).any():
        raise ValueError("release is not below vmax")
    return km / (1 - occ) * rate * pulse / (vmax - rate * pulse)


# %% [answer] time in milliseconds
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong unit
from scipy.special import wrightomega


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)])
    if not np.isfinite([t, c0, vmax, km, occ]).all() or (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("an argument is out of range")
    km = km / (1 - occ)
    with np.errstate(divide="ignore"):
        return km * wrightomega(np.log(c0 / km) + (c0 - vmax * np.maximum(t, 0) / 1000) / km)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, km, occ = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)])
    if not np.isfinite([rate, pulse, vmax, km, occ]).all() or (rate < 0).any() or (pulse < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("an argument is out of range")
    if (rate * pulse >= vmax).any():
        raise ValueError("release is not below vmax")
    return km / (1 - occ) * rate * pulse / (vmax - rate * pulse)


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    # YOUR CODE HERE
    raise NotImplementedError()


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind a: Wright omega
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np
from scipy.special import wrightomega


def _check(**given):
    """Float arrays of one shape; every one finite and inside its range."""
    ranges = {
        "t_s": lambda a: np.isfinite(a),
        "c0_uM": lambda a: a >= 0,
        "rate_Hz": lambda a: a >= 0,
        "per_pulse_uM": lambda a: a >= 0,
        "vmax_uM_s": lambda a: a > 0,
        "km_uM": lambda a: a > 0,
        "dat_occupancy": lambda a: (a >= 0) & (a < 1),
    }
    arrays = []
    for name, value in given.items():
        a = np.asarray(value, dtype=float)
        if not (np.isfinite(a) & ranges[name](a)).all():
            raise ValueError(f"{name} is not finite or outside its range")
        arrays.append(a)
    return np.broadcast_arrays(*arrays)


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = _check(t_s=t_s, c0_uM=c0_uM, vmax_uM_s=vmax_uM_s, km_uM=km_uM,
                                  dat_occupancy=dat_occupancy)
    km = km / (1 - occ)
    with np.errstate(divide="ignore"):
        y = np.log(c0 / km) + (c0 - vmax * t) / km
    c = km * wrightomega(y).real
    c = np.where(t <= 0, c0, np.minimum(c, c0))
    return float(c) if c.ndim == 0 else c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = _check(rate_Hz=rate_Hz, per_pulse_uM=per_pulse_uM, vmax_uM_s=vmax_uM_s,
                                 km_uM=km_uM, dat_occupancy=dat_occupancy)
    release = f * p
    if not (release < vmax).all():
        raise ValueError("rate_Hz * per_pulse_uM must stay below vmax_uM_s (uM/s): no steady state")
    c = release * (km / (1 - occ)) / (vmax - release)
    return float(c) if c.ndim == 0 else c


# %% [answer] blind a: Newton by hand in the logarithm
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math

import numpy as np


def _spread(*values):
    """The values as float arrays: an iterable of rows, and their common shape."""
    b = np.broadcast(*[np.asarray(v, dtype=float) for v in values])
    return [tuple(map(float, row)) for row in b], b.shape


def _gather(values, shape):
    return values[0] if shape == () else np.array(values, dtype=float).reshape(shape)


def _refuse_bad_transporter(vmax, km, occ):
    if not (vmax > 0 and math.isfinite(vmax)):
        raise ValueError("vmax_uM_s must be finite and above 0 uM/s")
    if not (km > 0 and math.isfinite(km)):
        raise ValueError("km_uM must be finite and above 0 uM")
    if not (0 <= occ < 1):
        raise ValueError("dat_occupancy must be at least 0 and below 1")


def _clear_one(t, c0, vmax, km, occ):
    _refuse_bad_transporter(vmax, km, occ)
    if not math.isfinite(t):
        raise ValueError("t_s must be finite, in s")
    if not (c0 >= 0 and math.isfinite(c0)):
        raise ValueError("c0_uM must be finite and at least 0 uM")
    if t <= 0 or c0 == 0:
        return c0
    km = km / (1 - occ)
    # u = ln(C / km) obeys e^u + u = y; the left side is convex, so Newton from the right is safe
    u = math.log(c0 / km)
    y = u + (c0 - vmax * t) / km
    for _ in range(10000):
        w = math.exp(u)
        step = (w + u - y) / (w + 1)
        u -= step
        if abs(step) <= 1e-15 * (1 + abs(u)):
            break
    return min(km * math.exp(u), c0)


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rows, shape = _spread(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    return _gather([_clear_one(*row) for row in rows], shape)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rows, shape = _spread(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    levels = []
    for rate, p, vmax, km, occ in rows:
        _refuse_bad_transporter(vmax, km, occ)
        if not (math.isfinite(rate) and math.isfinite(p)) or rate < 0 or p < 0:
            raise ValueError("rate_Hz (Hz) and per_pulse_uM (uM) must be finite and at least 0")
        R = rate * p
        if R >= vmax:
            raise ValueError("release must stay below vmax_uM_s: no steady level")
        levels.append(R * km / (1 - occ) / (vmax - R))
    return _gather(levels, shape)


# %% [answer] blind a: brentq for the time equation of the model cell
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np
from scipy.optimize import brentq


def _arrays(names, values):
    out = []
    for name, value in zip(names, values):
        a = np.asarray(value, dtype=float)
        if not np.isfinite(a).all():
            raise ValueError(f"{name} must be finite")
        if name in ("c0_uM", "rate_Hz", "per_pulse_uM") and (a < 0).any():
            raise ValueError(f"{name} must be at least 0")
        if name in ("vmax_uM_s", "km_uM") and (a <= 0).any():
            raise ValueError(f"{name} must be above 0")
        if name == "dat_occupancy" and ((a < 0) | (a >= 1)).any():
            raise ValueError("dat_occupancy must be in [0, 1)")
        out.append(a)
    return out


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    args = _arrays(("t_s", "c0_uM", "vmax_uM_s", "km_uM", "dat_occupancy"),
                   (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy))

    def one(t, c0, vmax, km, occ):
        if t <= 0 or c0 == 0:
            return c0
        km = km / (1 - occ)
        # g = ln(c0/C) >= 0:  c0 (1 - e^-g) + km g = vmax t, from the model cell
        def too_late(g):
            return -c0 * np.expm1(-g) + km * g - vmax * t

        upper = vmax * t / km
        g = brentq(too_late, 0.0, upper, xtol=1e-15, rtol=1e-14, maxiter=2000)
        return c0 * np.exp(-g)

    c = np.vectorize(one, otypes=[float])(*args)
    return float(c) if np.ndim(c) == 0 else c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = _arrays(
        ("rate_Hz", "per_pulse_uM", "vmax_uM_s", "km_uM", "dat_occupancy"),
        (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy))
    share = f * p / vmax
    if (f * p >= vmax).any():
        raise ValueError("more release than vmax_uM_s can carry: there is no steady state")
    c = km / (1 - occ) * share / (1 - share)
    return float(c) if np.ndim(c) == 0 else c


# %% [answer] blind a: the blocker takes Vmax
# kind: mistake
# marks: 4
# says: "takes transporters away"
# written: blind
# believed wrong because: occupied transporters are subtracted from Vmax in dopamine_clear instead of raising Km
import numpy as np
from scipy.special import wrightomega


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(
        *(np.asarray(a, dtype=float) for a in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)))
    if not all(np.isfinite(a).all() for a in (t, c0, vmax, km, occ)):
        raise ValueError("everything must be finite")
    if (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any():
        raise ValueError("c0_uM at least 0 uM; vmax_uM_s, km_uM above 0")
    if ((occ < 0) | (occ >= 1)).any():
        raise ValueError("dat_occupancy in [0, 1)")
    vmax = vmax * (1 - occ)
    with np.errstate(divide="ignore"):
        y = np.log(c0 / km) + (c0 - vmax * t) / km
    c = np.where(t <= 0, c0, np.minimum(km * wrightomega(y), c0))
    return float(c) if c.ndim == 0 else c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = np.broadcast_arrays(
        *(np.asarray(a, dtype=float) for a in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)))
    if not all(np.isfinite(a).all() for a in (f, p, vmax, km, occ)):
        raise ValueError("everything must be finite")
    if (f < 0).any() or (p < 0).any() or (vmax <= 0).any() or (km <= 0).any():
        raise ValueError("rate_Hz, per_pulse_uM at least 0; vmax_uM_s, km_uM above 0")
    if ((occ < 0) | (occ >= 1)).any():
        raise ValueError("dat_occupancy in [0, 1)")
    R = f * p
    if (R >= vmax).any():
        raise ValueError("no steady state")
    c = R * km / (1 - occ) / (vmax - R)
    return float(c) if c.ndim == 0 else c


# %% [answer] blind a: Lambert W of an exponential
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: the exponential overflows where c0 is large against Km, so the answer is not finite there
import numpy as np
from scipy.special import lambertw


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(
        *(np.asarray(a, dtype=float) for a in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)))
    if not all(np.isfinite(a).all() for a in (t, c0, vmax, km, occ)):
        raise ValueError("everything must be finite")
    if (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any():
        raise ValueError("c0_uM at least 0 uM; vmax_uM_s, km_uM above 0")
    if ((occ < 0) | (occ >= 1)).any():
        raise ValueError("dat_occupancy in [0, 1)")
    k = km / (1 - occ)
    w = lambertw(c0 / k * np.exp((c0 - vmax * t) / k)).real
    c = np.where(t <= 0, c0, k * w)
    return float(c) if c.ndim == 0 else c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = np.broadcast_arrays(
        *(np.asarray(a, dtype=float) for a in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)))
    if not all(np.isfinite(a).all() for a in (f, p, vmax, km, occ)):
        raise ValueError("everything must be finite")
    if (f < 0).any() or (p < 0).any() or (vmax <= 0).any() or (km <= 0).any():
        raise ValueError("rate_Hz, per_pulse_uM at least 0; vmax_uM_s, km_uM above 0")
    if ((occ < 0) | (occ >= 1)).any():
        raise ValueError("dat_occupancy in [0, 1)")
    R = f * p
    if (R >= vmax).any():
        raise ValueError("no steady state")
    c = R * km / (1 - occ) / (vmax - R)
    return float(c) if c.ndim == 0 else c


# %% [answer] blind a: release may equal Vmax
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: dopamine_tonic_uM refuses only release above Vmax; at exactly Vmax it returns infinity
import numpy as np
from scipy.special import wrightomega


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(
        *(np.asarray(a, dtype=float) for a in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)))
    if not all(np.isfinite(a).all() for a in (t, c0, vmax, km, occ)):
        raise ValueError("everything must be finite")
    if (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any():
        raise ValueError("c0_uM at least 0 uM; vmax_uM_s, km_uM above 0")
    if ((occ < 0) | (occ >= 1)).any():
        raise ValueError("dat_occupancy in [0, 1)")
    k = km / (1 - occ)
    with np.errstate(divide="ignore"):
        y = np.log(c0 / k) + (c0 - vmax * t) / k
    c = np.where(t <= 0, c0, np.minimum(k * wrightomega(y), c0))
    return float(c) if c.ndim == 0 else c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = np.broadcast_arrays(
        *(np.asarray(a, dtype=float) for a in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)))
    if not all(np.isfinite(a).all() for a in (f, p, vmax, km, occ)):
        raise ValueError("everything must be finite")
    if (f < 0).any() or (p < 0).any() or (vmax <= 0).any() or (km <= 0).any():
        raise ValueError("rate_Hz, per_pulse_uM at least 0; vmax_uM_s, km_uM above 0")
    if ((occ < 0) | (occ >= 1)).any():
        raise ValueError("dat_occupancy in [0, 1)")
    R = f * p
    if (R > vmax).any():
        raise ValueError("spikes bring more than the transporter can carry: no steady level")
    with np.errstate(divide="ignore"):
        c = R * km / (1 - occ) / (vmax - R)
    return float(c) if c.ndim == 0 else c


# %% [answer] blind b: Wright omega, long-winded
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.special import wrightomega


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t = np.asarray(t_s, dtype=float)
    c0 = np.asarray(c0_uM, dtype=float)
    vmax = np.asarray(vmax_uM_s, dtype=float)
    km = np.asarray(km_uM, dtype=float)
    occ = np.asarray(dat_occupancy, dtype=float)
    t, c0, vmax, km, occ = np.broadcast_arrays(t, c0, vmax, km, occ)
    if not np.isfinite(t).all():
        raise ValueError("t_s must be a finite time in s")
    if not np.isfinite(c0).all() or (c0 < 0).any():
        raise ValueError("c0_uM must be finite and at least 0 uM")
    if not np.isfinite(vmax).all() or (vmax <= 0).any():
        raise ValueError("vmax_uM_s must be finite and above 0 uM/s")
    if not np.isfinite(km).all() or (km <= 0).any():
        raise ValueError("km_uM must be finite and above 0 uM")
    if not np.isfinite(occ).all() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("dat_occupancy must be at least 0 and below 1")
    km_now = km / (1 - occ)
    time = np.maximum(t, 0)
    with np.errstate(divide="ignore"):
        y = np.log(c0 / km_now) + (c0 - vmax * time) / km_now
    c = km_now * wrightomega(y)
    c = np.minimum(c, c0)
    c = np.where(t <= 0, c0, c)
    if c.shape == ():
        return float(c)
    return c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate = np.asarray(rate_Hz, dtype=float)
    pulse = np.asarray(per_pulse_uM, dtype=float)
    vmax = np.asarray(vmax_uM_s, dtype=float)
    km = np.asarray(km_uM, dtype=float)
    occ = np.asarray(dat_occupancy, dtype=float)
    rate, pulse, vmax, km, occ = np.broadcast_arrays(rate, pulse, vmax, km, occ)
    if not np.isfinite(rate).all() or (rate < 0).any():
        raise ValueError("rate_Hz must be finite and at least 0 Hz")
    if not np.isfinite(pulse).all() or (pulse < 0).any():
        raise ValueError("per_pulse_uM must be finite and at least 0 uM")
    if not np.isfinite(vmax).all() or (vmax <= 0).any():
        raise ValueError("vmax_uM_s must be finite and above 0 uM/s")
    if not np.isfinite(km).all() or (km <= 0).any():
        raise ValueError("km_uM must be finite and above 0 uM")
    if not np.isfinite(occ).all() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("dat_occupancy must be at least 0 and below 1")
    release = rate * pulse
    if (release >= vmax).any():
        raise ValueError("rate_Hz * per_pulse_uM must be below vmax_uM_s (uM/s), or there is no steady level")
    # release = vmax*c/(km+c)  ->  release*km + release*c = vmax*c
    c = release * (km / (1 - occ)) / (vmax - release)
    if c.shape == ():
        return float(c)
    return c


# %% [answer] blind b: halves the bracket two hundred times
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def check_all(**named):
    for name, x in named.items():
        if not np.isfinite(x).all():
            raise ValueError(name + " must be finite")
    if (named["vmax_uM_s"] <= 0).any():
        raise ValueError("vmax_uM_s must be above 0 uM/s")
    if (named["km_uM"] <= 0).any():
        raise ValueError("km_uM must be above 0 uM")
    if (named["dat_occupancy"] < 0).any() or (named["dat_occupancy"] >= 1).any():
        raise ValueError("dat_occupancy must be in [0, 1)")


def common(*things):
    return np.broadcast_arrays(*[np.array(x, dtype=float) for x in things])


def one_level(t, c0, vmax, km):
    if t <= 0 or c0 == 0:
        return c0
    # look for u = ln(C0/C), which is at least 0. Time needed to fall by u is
    #   (C0*(1 - exp(-u)) + km*u) / vmax
    low = 0.0
    high = vmax * t / km      # at this u the km part alone takes as long as t
    for i in range(200):
        middle = (low + high) / 2
        time_needed = (-c0 * math.expm1(-middle) + km * middle) / vmax
        if time_needed < t:
            low = middle
        else:
            high = middle
    return c0 * math.exp(-(low + high) / 2)


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = common(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    check_all(t_s=t, c0_uM=c0, vmax_uM_s=vmax, km_uM=km, dat_occupancy=occ)
    if (c0 < 0).any():
        raise ValueError("c0_uM must be at least 0 uM")
    km_blocked = km / (1 - occ)
    result = np.empty(t.shape)
    for i in np.ndindex(t.shape):
        result[i] = one_level(float(t[i]), float(c0[i]), float(vmax[i]), float(km_blocked[i]))
    return float(result) if result.ndim == 0 else result


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = common(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    check_all(rate_Hz=f, per_pulse_uM=p, vmax_uM_s=vmax, km_uM=km, dat_occupancy=occ)
    if (f < 0).any():
        raise ValueError("rate_Hz must be at least 0 Hz")
    if (p < 0).any():
        raise ValueError("per_pulse_uM must be at least 0 uM")
    if (f * p >= vmax).any():
        raise ValueError("release must be below vmax_uM_s")
    share = f * p / vmax
    level = km / (1 - occ) * share / (1 - share)
    return float(level) if level.ndim == 0 else level


# %% [answer] blind b: brentq on the logarithm inside np.vectorize
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.optimize import brentq


def _clear_one(t, c0, vmax, km, occ):
    if not (np.isfinite(t) and np.isfinite(c0) and np.isfinite(vmax) and np.isfinite(km) and np.isfinite(occ)):
        raise ValueError("all arguments must be finite")
    if c0 < 0:
        raise ValueError("c0_uM must be at least 0 uM")
    if vmax <= 0:
        raise ValueError("vmax_uM_s must be above 0 uM/s")
    if km <= 0:
        raise ValueError("km_uM must be above 0 uM")
    if occ < 0 or occ >= 1:
        raise ValueError("dat_occupancy must be at least 0 and below 1")
    if t <= 0:
        return c0
    if c0 == 0:
        return 0.0
    km2 = km / (1 - occ)

    # x = ln(C/C0), between -vmax*t/km2 and 0
    def too_slow(x):
        return c0 * (1 - np.exp(x)) - km2 * x - vmax * t

    lowest = -vmax * t / km2 - 1.0
    x = brentq(too_slow, lowest, 0.0, xtol=1e-14, rtol=1e-14, maxiter=1000)
    return c0 * np.exp(x)


def _tonic_one(rate, pulse, vmax, km, occ):
    if not (np.isfinite(rate) and np.isfinite(pulse) and np.isfinite(vmax) and np.isfinite(km) and np.isfinite(occ)):
        raise ValueError("all arguments must be finite")
    if rate < 0 or pulse < 0:
        raise ValueError("rate_Hz (Hz) and per_pulse_uM (uM) must be at least 0")
    if vmax <= 0 or km <= 0:
        raise ValueError("vmax_uM_s (uM/s) and km_uM (uM) must be above 0")
    if occ < 0 or occ >= 1:
        raise ValueError("dat_occupancy must be at least 0 and below 1")
    R = rate * pulse
    if R >= vmax:
        raise ValueError("rate_Hz times per_pulse_uM must be below vmax_uM_s")
    return R * km / (1 - occ) / (vmax - R)


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    out = np.vectorize(_clear_one, otypes=[float])(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    return float(out) if out.ndim == 0 else out


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    out = np.vectorize(_tonic_one, otypes=[float])(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    return float(out) if out.ndim == 0 else out


# %% [answer] blind b: Lambert W of an exponential
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: the exponential overflows where c0 is more than about 700 times Km, and the answer is then not finite; right for ordinary values
from scipy.special import lambertw


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)])
    for x in (t, c0, vmax, km, occ):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("c0_uM >= 0, vmax_uM_s and km_uM > 0, dat_occupancy in [0, 1)")
    k = km / (1 - occ)
    s = np.maximum(t, 0)
    c = k * lambertw(c0 / k * np.exp((c0 - vmax * s) / k)).real
    return float(c) if c.ndim == 0 else c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)])
    for x in (f, p, vmax, km, occ):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (f < 0).any() or (p < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("rate_Hz, per_pulse_uM >= 0, vmax_uM_s and km_uM > 0, dat_occupancy in [0, 1)")
    if (f * p >= vmax).any():
        raise ValueError("release must be below vmax_uM_s")
    c = f * p * km / (1 - occ) / (vmax - f * p)
    return float(c) if c.ndim == 0 else c


# %% [answer] blind b: the blocker takes away Vmax
# kind: mistake
# marks: 4
# says: "takes transporters away"
# written: blind
# believed wrong because: occupancy lowers Vmax to Vmax*(1-occupancy) and leaves Km alone, as if the blocked transporters were simply gone; right without a drug, so it passes the public checks
from scipy.special import wrightomega


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)])
    for x in (t, c0, vmax, km, occ):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("c0_uM >= 0, vmax_uM_s and km_uM > 0, dat_occupancy in [0, 1)")
    v = vmax * (1 - occ)
    with np.errstate(divide="ignore"):
        y = np.log(c0 / km) + (c0 - v * np.maximum(t, 0)) / km
    c = np.minimum(km * wrightomega(y), c0)
    return float(c) if c.ndim == 0 else c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)])
    for x in (f, p, vmax, km, occ):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (f < 0).any() or (p < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("rate_Hz, per_pulse_uM >= 0, vmax_uM_s and km_uM > 0, dat_occupancy in [0, 1)")
    v = vmax * (1 - occ)
    if (f * p >= v).any():
        raise ValueError("release must be below vmax_uM_s")
    c = f * p * km / (v - f * p)
    return float(c) if c.ndim == 0 else c


# %% [answer] blind b: tonic level not refused when release is too much
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: dopamine_tonic_uM does not compare release with Vmax, so it returns a negative (or infinite) concentration instead of refusing; everything else is right
from scipy.special import wrightomega


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occ = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)])
    for x in (t, c0, vmax, km, occ):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (c0 < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("c0_uM >= 0, vmax_uM_s and km_uM > 0, dat_occupancy in [0, 1)")
    k = km / (1 - occ)
    with np.errstate(divide="ignore"):
        y = np.log(c0 / k) + (c0 - vmax * np.maximum(t, 0)) / k
    c = np.minimum(k * wrightomega(y), c0)
    return float(c) if c.ndim == 0 else c


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    f, p, vmax, km, occ = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)])
    for x in (f, p, vmax, km, occ):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (f < 0).any() or (p < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (occ < 0).any() or (occ >= 1).any():
        raise ValueError("rate_Hz, per_pulse_uM >= 0, vmax_uM_s and km_uM > 0, dat_occupancy in [0, 1)")
    with np.errstate(divide="ignore", invalid="ignore"):
        c = f * p * km / (1 - occ) / (vmax - f * p)
    return float(c) if c.ndim == 0 else c


# %% [answer] left complex by Lambert's function
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong type
from scipy.special import lambertw, wrightomega


def _numbers(*given):
    given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in given))
    if not np.isfinite(np.array(given)).all():
        raise ValueError("finite numbers only")
    return given


def _refuse_transporter(vmax, km, occupied):
    if (vmax <= 0).any() or (km <= 0).any() or (occupied < 0).any() or (occupied >= 1).any():
        raise ValueError("vmax_uM_s and km_uM above 0, dat_occupancy in [0, 1)")


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occupied = _numbers(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    _refuse_transporter(vmax, km, occupied)
    if (c0 < 0).any():
        raise ValueError("c0_uM at least 0")
    K = km / (1 - occupied)
    scaled = np.where(c0 > 0, c0, 1.0) / K
    exponent = np.log(scaled) + scaled - vmax * np.maximum(t, 0) / K
    small = np.minimum(exponent, 500)
    c = K * np.where(exponent < 500, lambertw(np.exp(small)), wrightomega(exponent))
    return np.where(c0 > 0, c, 0.0)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, km, occupied = _numbers(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    _refuse_transporter(vmax, km, occupied)
    release = rate * pulse
    if (rate < 0).any() or (pulse < 0).any() or (release >= vmax).any():
        raise ValueError("release must be below vmax_uM_s")
    return km / (1 - occupied) * release / (vmax - release)


# %% [answer] clearance that fills the cleft
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
from scipy.special import wrightomega


def _transporter(vmax, km, occ):
    vmax, km, occ = (np.asarray(x, dtype=float) for x in (vmax, km, occ))
    if not np.all(np.isfinite(vmax) & (vmax > 0)) or not np.all(np.isfinite(km) & (km > 0)) or not np.all((occ >= 0) & (occ < 1)):
        raise ValueError("vmax_uM_s or km_uM not above 0, or dat_occupancy outside [0, 1)")
    return vmax, km / (1 - occ)


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    vmax, km = _transporter(vmax_uM_s, km_uM, dat_occupancy)
    t, c0 = np.asarray(t_s, dtype=float), np.asarray(c0_uM, dtype=float)
    if not np.isfinite(t).all() or not np.all(np.isfinite(c0) & (c0 >= 0)):
        raise ValueError("t_s must be finite, c0_uM at least 0")
    with np.errstate(divide="ignore"):
        y = np.log(c0 / km) + c0 / km + vmax * np.maximum(t, 0) / km
    return (km * wrightomega(y))[()]


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    vmax, km = _transporter(vmax_uM_s, km_uM, dat_occupancy)
    rate, pulse = np.asarray(rate_Hz, dtype=float), np.asarray(per_pulse_uM, dtype=float)
    if not np.all(np.isfinite(rate) & (rate >= 0)) or not np.all(np.isfinite(pulse) & (pulse >= 0)):
        raise ValueError("rate_Hz and per_pulse_uM must be at least 0")
    if np.any(rate * pulse >= vmax):
        raise ValueError("no steady level")
    return (km * rate * pulse / (vmax - rate * pulse))[()]


# %% [answer] release added to the top speed
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: slipped sign
import math

from scipy.optimize import brentq


def _bad(vmax, km, occ, *others):
    return not all(map(math.isfinite, (vmax, km, occ, *others))) or vmax <= 0 or km <= 0 or not 0 <= occ < 1


def _left(t, c0, vmax, km, occ):
    if _bad(vmax, km, occ, t, c0) or c0 < 0:
        raise ValueError("an argument of dopamine_clear is out of range")
    if t <= 0 or c0 == 0:
        return float(c0)
    K = km / (1 - occ)
    folds = brentq(lambda y: K * y - c0 * math.expm1(-y) - vmax * t, 0, vmax * t / K + 1, xtol=1e-14)
    return c0 * math.exp(-folds)


def _level(rate, pulse, vmax, km, occ):
    if _bad(vmax, km, occ, rate, pulse) or rate < 0 or pulse < 0 or rate * pulse >= vmax:
        raise ValueError("an argument of dopamine_tonic_uM is out of range")
    return km / (1 - occ) * rate * pulse / (vmax + rate * pulse)


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    return np.vectorize(_left, otypes=[float])(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    return np.vectorize(_level, otypes=[float])(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)


# %% [answer] occupancy in per cent
# kind: mistake
# marks: 5
# says: "a hundredth of what it should"
# written: with the solution
# shows: wrong unit
from scipy.special import wrightomega


def _prepared(first, second, vmax, km, percent):
    first, second, vmax, km, percent = np.broadcast_arrays(*(np.array(x, dtype=float) for x in (first, second, vmax, km, percent)))
    if not all(np.isfinite(x).all() for x in (first, second, vmax, km, percent)):
        raise ValueError("finite numbers only")
    if (second < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (percent < 0).any() or (percent >= 100).any():
        raise ValueError("an argument is out of range")
    return first, second, vmax, km / (1 - percent / 100)


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, K = _prepared(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    with np.errstate(divide="ignore"):
        c = K * wrightomega(np.log(c0 / K) + (c0 - vmax * np.maximum(t, 0)) / K)
    return c[()]


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, K = _prepared(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    if (rate < 0).any() or (rate * pulse >= vmax).any():
        raise ValueError("rate below 0, or more release than uptake")
    return (K * rate * pulse / (vmax - rate * pulse))[()]


# %% [answer] a blocked transporter that is refused too soon
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
from scipy.special import wrightomega


def _arguments(*given):
    first, second, vmax, km, occupied = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in given))
    if not np.isfinite(np.stack(given)).all() or (second < 0).any():
        raise ValueError("finite numbers, concentrations at least 0")
    if (vmax <= 0).any() or (km <= 0).any() or (occupied < 0).any() or (occupied >= 1).any():
        raise ValueError("vmax_uM_s and km_uM above 0, dat_occupancy in [0, 1)")
    return given


def dopamine_clear(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    t, c0, vmax, km, occupied = _arguments(t_s, c0_uM, vmax_uM_s, km_uM, dat_occupancy)
    K = km / (1 - occupied)
    with np.errstate(divide="ignore"):
        left = K * wrightomega(np.log(c0 / K) + (c0 - vmax * t) / K)
    return np.where(t > 0, np.minimum(left, c0), c0)


def dopamine_tonic_uM(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy=0):
    rate, pulse, vmax, km, occupied = _arguments(rate_Hz, per_pulse_uM, vmax_uM_s, km_uM, dat_occupancy)
    release = rate * pulse
    if (rate < 0).any() or (release >= vmax * (1 - occupied)).any():
        raise ValueError("release is not below what the free transporters can carry")
    return km / (1 - occupied) * release / (vmax - release)
