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
# marks: 5
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
# marks: 6
# says: ""
# written: with the solution
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
