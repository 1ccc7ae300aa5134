# %% [answer] three cases with np.where
# kind: right
# marks: 10
# says: ""
# written: with the solution
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r0 = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    if not np.isfinite([t, T, c, a, b, r0]).all():
        raise ValueError("all arguments must be finite")
    if np.any(a <= 0) or np.any(b <= 0):
        raise ValueError("alpha (1/(mM ms)) and beta (1/ms) must be positive")
    if np.any(T < 0) or np.any(c < 0) or np.any(r0 < 0) or np.any(r0 > 1):
        raise ValueError("pulse_ms and c_mM must not be negative and r0 must lie in [0, 1]")
    r_inf = a * c / (a * c + b)
    tau = 1 / (a * c + b)
    rising = r_inf + (r0 - r_inf) * np.exp(-np.clip(t, 0, None) / tau)
    top = r_inf + (r0 - r_inf) * np.exp(-T / tau)
    falling = top * np.exp(-b * np.clip(t - T, 0, None))
    return np.where(t < 0, r0, np.where(t <= T, rising, falling))


# %% [answer] loop with if and else
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def one_response(t, T, c, a, b, r0):
    for number in (t, T, c, a, b, r0):
        if not math.isfinite(number):
            raise ValueError("every argument must be a finite number")
    if a <= 0 or b <= 0 or c < 0 or T < 0 or not 0 <= r0 <= 1:
        raise ValueError("alpha and beta > 0, c_mM and pulse_ms >= 0, r0 between 0 and 1")
    if t < 0:
        return r0
    on = a * c + b
    r_inf = a * c / on
    if t <= T:
        return r_inf + (r0 - r_inf) * math.exp(-on * t)
    return one_response(T, T, c, a, b, r0) * math.exp(-b * (t - T))


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    every = np.broadcast(t_ms, pulse_ms, c_mM, alpha, beta, r0)
    results = [one_response(*map(float, row)) for row in every]
    return np.reshape(results, every.shape) if every.shape else results[0]


# %% [answer] numerical, by solve_ivp
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import solve_ivp


def _integrate(t, T, c, a, b, r0):
    if not np.isfinite([t, T, c, a, b, r0]).all() or min(a, b) <= 0 or min(c, T) < 0 or not 0 <= r0 <= 1:
        raise ValueError("an argument is out of range")
    r = r0
    for length, conc in ((min(max(t, 0), T), c), (max(t - T, 0), 0.0)):
        if length > 0:
            solution = solve_ivp(lambda _, y: a * conc * (1 - y) - b * y, (0, length), [r], method="LSODA", rtol=1e-10, atol=1e-12)
            r = solution.y[0, -1]
    return r


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    return np.vectorize(_integrate, otypes=[float])(t_ms, pulse_ms, c_mM, alpha, beta, r0)


# %% [answer] Euler with a step of 0.1 ms
# kind: mistake
# marks: 7
# says: "steps are too long"
# written: with the solution
def _euler(t, T, c, a, b, r0):
    if not np.isfinite([t, T, c, a, b, r0]).all() or min(a, b) <= 0 or min(c, T) < 0 or not 0 <= r0 <= 1:
        raise ValueError("an argument is out of range")
    dt, r = 0.1, r0
    for k in range(round(max(t, 0) / dt)):
        now = c if k * dt < T else 0.0
        r = r + dt * (a * now * (1 - r) - b * r)
    return r


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    return np.vectorize(_euler, otypes=[float])(t_ms, pulse_ms, c_mM, alpha, beta, r0)


# %% [answer] Euler with fifty steps a phase
# kind: mistake
# marks: 7
# says: "steps are too long"
# written: with the solution
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    if not np.isfinite([t, T, c, a, b, r]).all() or (a <= 0).any() or (b <= 0).any() or (c < 0).any() or (T < 0).any() or (r < 0).any() or (r > 1).any():
        raise ValueError("out of range")
    on, off = np.clip(t, 0, T) / 50, np.maximum(t - T, 0) / 50
    for _ in range(50):
        r = r + on * (a * c * (1 - r) - b * r)
    for _ in range(50):
        r = r - off * b * r
    return r


# %% [answer] decays as fast as it rises
# kind: mistake
# marks: 5
# says: "decays as fast as it rose"
# written: with the solution
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t = np.asarray(t_ms, dtype=float)
    ac = np.asarray(alpha) * np.asarray(c_mM)
    tau = 1 / (ac + beta)
    r_inf = ac * tau
    top = r_inf + (r0 - r_inf) * np.exp(-np.minimum(np.maximum(t, 0), pulse_ms) / tau)
    return top * np.exp(-np.maximum(t - pulse_ms, 0) / tau)


# %% [answer] the pulse never ends
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t = np.maximum(np.asarray(t_ms, dtype=float), 0)
    ac = np.asarray(alpha, dtype=float) * np.asarray(c_mM, dtype=float)
    beta = np.asarray(beta, dtype=float)
    if np.any(ac < 0) or np.any(beta <= 0):
        raise ValueError("rates must be positive")
    r_inf = ac / (ac + beta)
    return r_inf + (np.asarray(r0) - r_inf) * np.exp(-(ac + beta) * t)


# %% [answer] concentration in micromolar
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong unit
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r0 = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    if not np.isfinite([t, T, c, a, b, r0]).all() or (a <= 0).any() or (b <= 0).any() or (c < 0).any() or (T < 0).any() or (r0 < 0).any() or (r0 > 1).any():
        raise ValueError("out of range")
    on = a * c * 1000 + b
    r_inf = a * c * 1000 / on
    return (r_inf + (r0 - r_inf) * np.exp(-on * np.clip(t, 0, T))) * np.exp(-b * np.clip(t - T, 0, None))


# %% [answer] before the pulse extrapolated
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r0 = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    if not np.isfinite([t, T, c, a, b, r0]).all() or (a <= 0).any() or (b <= 0).any() or (c < 0).any() or (T < 0).any() or (r0 < 0).any() or (r0 > 1).any():
        raise ValueError("out of range")
    on = a * c + b
    r_inf = a * c / on
    return (r_inf + (r0 - r_inf) * np.exp(-on * np.minimum(t, T))) * np.exp(-b * np.clip(t - T, 0, None))


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind a: clipped times, one line
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, start = np.broadcast_arrays(
        *(np.asarray(v, dtype=float) for v in (t_ms, pulse_ms, c_mM, alpha, beta, r0))
    )
    for name, v in zip(("t_ms", "pulse_ms", "c_mM", "alpha", "beta", "r0"), (t, T, c, a, b, start)):
        if not np.isfinite(v).all():
            raise ValueError(f"{name} must be finite")
    if (a <= 0).any() or (b <= 0).any():
        raise ValueError("alpha in 1/(mM ms) and beta in 1/ms must be above 0")
    if (c < 0).any() or (T < 0).any():
        raise ValueError("c_mM (mM) and pulse_ms (ms) must be at least 0")
    if (start < 0).any() or (start > 1).any():
        raise ValueError("r0 is a fraction from 0 to 1")
    s = np.clip(t, 0, T)
    w = np.maximum(t - T, 0)
    rate = a * c + b
    plateau = a * c / rate
    r = (plateau + (start - plateau) * np.exp(-rate * s)) * np.exp(-b * w)
    return float(r) if r.ndim == 0 else r


# %% [answer] blind a: three if branches, one time at a time
# kind: right
# marks: 10
# says: ""
# written: blind
import math

import numpy as np


def _open_fraction(t, pulse, c, alpha, beta, r0):
    if not all(map(math.isfinite, (t, pulse, c, alpha, beta, r0))):
        raise ValueError("every argument must be finite")
    if alpha <= 0:
        raise ValueError("alpha must be above 0, in 1/(mM ms)")
    if beta <= 0:
        raise ValueError("beta must be above 0, in 1/ms")
    if c < 0:
        raise ValueError("c_mM must be at least 0 mM")
    if pulse < 0:
        raise ValueError("pulse_ms must be at least 0 ms")
    if not 0 <= r0 <= 1:
        raise ValueError("r0 must lie in 0 to 1")

    def in_pulse(s):
        tau = 1 / (alpha * c + beta)
        r_inf = alpha * c * tau
        return r_inf + (r0 - r_inf) * math.exp(-s / tau)

    if t <= 0:
        return r0
    if t <= pulse:
        return in_pulse(t)
    return in_pulse(pulse) * math.exp(-beta * (t - pulse))


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    b = np.broadcast(*[np.asarray(v, dtype=float)
                       for v in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    values = [_open_fraction(*map(float, row)) for row in b]
    if b.shape == ():
        return values[0]
    return np.array(values, dtype=float).reshape(b.shape)


# %% [answer] blind a: solve_ivp in two calls, as the hint says
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np
from scipy.integrate import solve_ivp


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    names = ("t_ms", "pulse_ms", "c_mM", "alpha", "beta", "r0")
    arrays = [np.asarray(v, dtype=float) for v in (t_ms, pulse_ms, c_mM, alpha, beta, r0)]
    for name, a in zip(names, arrays):
        if not np.isfinite(a).all():
            raise ValueError(f"{name}: NaN or infinity")
    _, T, c, a, b, s = arrays
    if np.any(a <= 0) or np.any(b <= 0):
        raise ValueError("alpha and beta must be above 0")
    if np.any(c < 0) or np.any(T < 0):
        raise ValueError("c_mM and pulse_ms must be at least 0")
    if np.any(s < 0) or np.any(s > 1):
        raise ValueError("r0 must be between 0 and 1")

    def integrate(start, duration, conc, alpha, beta):
        if duration <= 0:
            return start
        sol = solve_ivp(lambda t, r: alpha * conc * (1 - r) - beta * r, (0, duration), [start],
                        rtol=1e-10, atol=1e-12)
        return sol.y[0, -1]

    arrays = np.broadcast_arrays(*arrays)
    r = np.empty(arrays[0].shape)
    for i in np.ndindex(r.shape):
        t, T, c, a, b, start = (float(v[i]) for v in arrays)
        height = integrate(start, min(t, T), c, a, b)
        r[i] = integrate(height, t - T if t > 0 else 0.0, 0.0, a, b) if t > T else height
    return float(r) if r.ndim == 0 else r


# %% [answer] blind a: after the pulse it falls from the plateau
# kind: wrong
# marks: 6
# says: ""
# written: blind
# believed wrong because: the decay starts from r_inf, as if every pulse were long enough to reach it, not from r(T)
import numpy as np


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, s = np.broadcast_arrays(
        *(np.asarray(v, dtype=float) for v in (t_ms, pulse_ms, c_mM, alpha, beta, r0)))
    if not all(np.isfinite(v).all() for v in (t, T, c, a, b, s)):
        raise ValueError("everything must be finite")
    if (a <= 0).any() or (b <= 0).any() or (c < 0).any() or (T < 0).any():
        raise ValueError("alpha, beta above 0; c_mM, pulse_ms at least 0")
    if ((s < 0) | (s > 1)).any():
        raise ValueError("r0 from 0 to 1")
    r_inf = a * c / (a * c + b)
    tau = 1 / (a * c + b)
    during = r_inf + (s - r_inf) * np.exp(-np.clip(t, 0, T) / tau)
    after = r_inf * np.exp(-b * np.maximum(t - T, 0))
    r = np.where(t <= T, during, after)
    r = np.where(t < 0, s, r)
    return float(r) if r.ndim == 0 else r


# %% [answer] blind a: nothing special before the pulse
# kind: wrong
# marks: 8
# says: ""
# written: blind
# believed wrong because: times before 0 are not held at r0, the exponential is continued backwards
import numpy as np


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, s = np.broadcast_arrays(
        *(np.asarray(v, dtype=float) for v in (t_ms, pulse_ms, c_mM, alpha, beta, r0)))
    if not all(np.isfinite(v).all() for v in (t, T, c, a, b, s)):
        raise ValueError("everything must be finite")
    if (a <= 0).any() or (b <= 0).any() or (c < 0).any() or (T < 0).any():
        raise ValueError("alpha, beta above 0; c_mM, pulse_ms at least 0")
    if ((s < 0) | (s > 1)).any():
        raise ValueError("r0 from 0 to 1")
    r_inf = a * c / (a * c + b)
    tau = 1 / (a * c + b)
    time_in_pulse = np.minimum(t, T)
    time_after = np.maximum(t - T, 0)
    r = (r_inf + (s - r_inf) * np.exp(-time_in_pulse / tau)) * np.exp(-b * time_after)
    return float(r) if r.ndim == 0 else r


# %% [answer] blind a: negative times are set to zero in place
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: writes into the caller's array of times (asarray makes no copy)
import numpy as np


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t = np.asarray(t_ms, dtype=float)
    T, c, a, b, s = (np.asarray(v, dtype=float) for v in (pulse_ms, c_mM, alpha, beta, r0))
    if not all(np.isfinite(v).all() for v in (t, T, c, a, b, s)):
        raise ValueError("everything must be finite")
    if (a <= 0).any() or (b <= 0).any() or (c < 0).any() or (T < 0).any():
        raise ValueError("alpha, beta above 0; c_mM, pulse_ms at least 0")
    if ((s < 0) | (s > 1)).any():
        raise ValueError("r0 from 0 to 1")
    t[t < 0] = 0  # before the pulse nothing happens
    in_pulse = np.minimum(t, T)
    after = np.maximum(t - T, 0)
    k = a * c + b
    r = (a * c / k + (s - a * c / k) * np.exp(-k * in_pulse)) * np.exp(-b * after)
    return float(r) if r.ndim == 0 else r


# %% [answer] blind b: if/else ladder per element
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r0 = np.broadcast_arrays(
        np.asarray(t_ms, dtype=float),
        np.asarray(pulse_ms, dtype=float),
        np.asarray(c_mM, dtype=float),
        np.asarray(alpha, dtype=float),
        np.asarray(beta, dtype=float),
        np.asarray(r0, dtype=float),
    )
    for name, x in [("t_ms", t), ("pulse_ms", T), ("c_mM", c), ("alpha", a), ("beta", b), ("r0", r0)]:
        if not np.isfinite(x).all():
            raise ValueError(name + " must be finite")
    if (T < 0).any():
        raise ValueError("pulse_ms must be at least 0 ms")
    if (c < 0).any():
        raise ValueError("c_mM must be at least 0 mM")
    if (a <= 0).any():
        raise ValueError("alpha must be above 0 per mM and ms")
    if (b <= 0).any():
        raise ValueError("beta must be above 0 per ms")
    if (r0 < 0).any() or (r0 > 1).any():
        raise ValueError("r0 must be a fraction from 0 to 1")

    out = np.zeros(t.shape)
    for i in np.ndindex(t.shape):
        speed = a[i] * c[i] + b[i]
        plateau = a[i] * c[i] / speed
        if t[i] < 0:
            out[i] = r0[i]
        elif t[i] <= T[i]:
            out[i] = plateau + (r0[i] - plateau) * math.exp(-speed * t[i])
        else:
            at_end = plateau + (r0[i] - plateau) * math.exp(-speed * T[i])
            out[i] = at_end * math.exp(-b[i] * (t[i] - T[i]))
    if out.shape == ():
        return float(out)
    return out


# %% [answer] blind b: clip in one line, one helper
# kind: right
# marks: 10
# says: ""
# written: blind
def relax(start, target, rate, time):
    return target + (start - target) * np.exp(-rate * time)


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    arrays = [np.asarray(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)]
    t, T, c, a, b, start = np.broadcast_arrays(*arrays)
    ok = (
        np.isfinite(t)
        & np.isfinite(T) & (T >= 0)
        & np.isfinite(c) & (c >= 0)
        & np.isfinite(a) & (a > 0)
        & np.isfinite(b) & (b > 0)
        & (start >= 0) & (start <= 1)
    )
    if not ok.all():
        raise ValueError("t_ms finite; pulse_ms (ms), c_mM (mM) >= 0; alpha, beta > 0; r0 from 0 to 1")
    in_pulse = np.minimum(np.maximum(t, 0), T)
    after = np.maximum(t - T, 0)
    # t < 0 with pulse 0: after must be counted from the end of the pulse, which is >= 0, fine
    r = relax(start, a * c / (a * c + b), a * c + b, in_pulse)
    r = relax(r, 0.0, b, after)
    return float(r) if r.ndim == 0 else r


# %% [answer] blind b: integrates with solve_ivp
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.integrate import solve_ivp


def _integrate(c, a, b, start, duration):
    if duration <= 0:
        return start

    def slope(t, r):
        return a * c * (1 - r) - b * r

    sol = solve_ivp(slope, (0.0, duration), [start], method="LSODA", rtol=1e-10, atol=1e-12)
    return float(sol.y[0, -1])


def _one(t, T, c, a, b, r0):
    if t < 0:
        return r0
    if t <= T:
        return _integrate(c, a, b, r0, t)
    height = _integrate(c, a, b, r0, T)
    return _integrate(0.0, a, b, height, t - T)


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r = [np.asarray(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)]
    for x in (t, T, c, a, b, r):
        if not np.all(np.isfinite(x)):
            raise ValueError("all arguments must be finite")
    if np.any(T < 0) or np.any(c < 0):
        raise ValueError("pulse_ms (ms) and c_mM (mM) must be at least 0")
    if np.any(a <= 0) or np.any(b <= 0):
        raise ValueError("alpha, in 1/(mM ms), and beta, in 1/ms, must be above 0")
    if np.any(r < 0) or np.any(r > 1):
        raise ValueError("r0 must be between 0 and 1")
    answer = np.vectorize(_one, otypes=[float])(t, T, c, a, b, r)
    if np.ndim(answer) == 0:
        return float(answer)
    return answer


# %% [answer] blind b: same time constant after the pulse
# kind: mistake
# marks: 5
# says: "decays as fast as it rose"
# written: blind
# believed wrong because: after the pulse it decays with alpha*c + beta although c is zero then; passes the public checks, which end with the pulse
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    for x in (t, T, c, a, b, r):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (T < 0).any() or (c < 0).any() or (a <= 0).any() or (b <= 0).any() or (r < 0).any() or (r > 1).any():
        raise ValueError("pulse_ms, c_mM >= 0; alpha, beta > 0; r0 from 0 to 1")
    k = a * c + b
    plateau = a * c / k
    s = np.clip(t, 0, T)
    w = np.maximum(t - T, 0)
    out = (plateau + (r - plateau) * np.exp(-k * s)) * np.exp(-k * w)
    return float(out) if out.ndim == 0 else out


# %% [answer] blind b: forgets r0 once the pulse is on
# kind: wrong
# marks: 7
# says: ""
# written: blind
# believed wrong because: for t > 0 it always starts the rise from zero, r0 is only returned at t <= 0; passes the public checks
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    for x in (t, T, c, a, b, r):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (T < 0).any() or (c < 0).any() or (a <= 0).any() or (b <= 0).any() or (r < 0).any() or (r > 1).any():
        raise ValueError("pulse_ms, c_mM >= 0; alpha, beta > 0; r0 from 0 to 1")
    k = a * c + b
    plateau = a * c / k
    s = np.clip(t, 0, T)
    w = np.maximum(t - T, 0)
    out = plateau * (1 - np.exp(-k * s)) * np.exp(-b * w)
    out = np.where(t <= 0, r, out)
    return float(out) if out.ndim == 0 else out


# %% [answer] blind b: Euler with a fixed number of steps
# kind: mistake
# marks: 7
# says: "steps are too long"
# written: blind
# believed wrong because: always the same number of Euler steps over 0..t whatever t is, too coarse for long times and it steps over the end of the pulse
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    for x in (t, T, c, a, b, r):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (T < 0).any() or (c < 0).any() or (a <= 0).any() or (b <= 0).any() or (r < 0).any() or (r > 1).any():
        raise ValueError("pulse_ms, c_mM >= 0; alpha, beta > 0; r0 from 0 to 1")
    steps = 1000  # its author took ten thousand; the bank runs often
    dt = np.maximum(t, 0) / steps
    out = np.array(r)
    for i in range(steps):
        c_now = np.where(i * dt <= T, c, 0.0)
        out = out + dt * (a * c_now * (1 - out) - b * out)
    return float(out) if out.ndim == 0 else out


# %% [answer] blind: one generator over np.broadcast, the pulse and its end as two relaxations
# kind: right
# marks: 10
# says: ""
# written: blind
import math


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    every = np.broadcast(*map(np.asarray, (t_ms, pulse_ms, c_mM, alpha, beta, r0)))

    def relax(start, end, rate, time):
        return end + (start - end) * math.exp(-rate * time)

    def one(t, pulse, c, a, b, start):
        if not all(map(math.isfinite, (t, pulse, c, a, b, start))):
            raise ValueError("not finite")
        if a <= 0 or b <= 0 or c < 0 or pulse < 0 or not 0 <= start <= 1:
            raise ValueError("out of range")
        if t < 0:
            return start
        on = a * c + b
        at_end = relax(start, a * c / on, on, min(t, pulse))
        return relax(at_end, 0.0, b, max(t - pulse, 0.0))

    found = np.fromiter((one(*map(float, each)) for each in every), dtype=float, count=every.size)
    return float(found[0]) if every.shape == () else found.reshape(every.shape)


# %% [answer] blind: integrated by solve_ivp in two stretches
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.integrate import solve_ivp


@np.vectorize
def _response(t, pulse, c, alpha, beta, r0):
    if t < 0:
        return float(r0)
    level = float(r0)
    for length, conc in ((min(t, pulse), c), (max(t - pulse, 0.0), 0.0)):
        if length > 0:
            flow = lambda _, r: alpha * conc * (1 - r) - beta * r
            level = solve_ivp(flow, (0, length), [level], method="LSODA", rtol=1e-9, atol=1e-12).y[0, -1]
    return level


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    given = [np.array(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)]
    if not all(np.isfinite(x).all() for x in given):
        raise ValueError("every argument must be finite")
    t, pulse, c, a, b, start = given
    if (a <= 0).any() or (b <= 0).any() or (c < 0).any() or (pulse < 0).any() or (start < 0).any() or (start > 1).any():
        raise ValueError("an argument is out of its range")
    return _response(*given)[()]


# %% [answer] blind: the rate of closing is left out while the transmitter is there
# kind: wrong
# marks: 5
# says: ""
# written: blind
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    given = [np.asarray(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)]
    if not all(np.all(np.isfinite(x)) for x in given):
        raise ValueError("finite")
    t, pulse, c, a, b, start = np.broadcast_arrays(*given)
    if np.any(a <= 0) or np.any(b <= 0) or np.any(c < 0) or np.any(pulse < 0) or np.any((start < 0) | (start > 1)):
        raise ValueError("range")
    during = 1 - (1 - start) * np.exp(-a * c * np.clip(t, 0, pulse))
    r = during * np.exp(-b * np.maximum(t - pulse, 0))
    return r if r.ndim else float(r)


# %% [answer] blind: the plateau is approached with the closing rate alone
# kind: mistake
# marks: 5
# says: "takes the wrong time to get there"
# written: blind
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    given = [np.asarray(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)]
    if not all(np.all(np.isfinite(x)) for x in given):
        raise ValueError("finite")
    t, pulse, c, a, b, start = np.broadcast_arrays(*given)
    if np.any(a <= 0) or np.any(b <= 0) or np.any(c < 0) or np.any(pulse < 0) or np.any((start < 0) | (start > 1)):
        raise ValueError("range")
    top = a * c / (a * c + b)
    at_end = top + (start - top) * np.exp(-b * np.clip(t, 0, pulse))
    r = np.where(t < 0, start, at_end * np.exp(-b * np.maximum(t - pulse, 0)))
    return r if r.ndim else float(r)


# %% [answer] times and fractions, as a solver returns them
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, pulse, c, a, b, start = np.broadcast_arrays(*(np.array(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)))
    if not np.isfinite([t, pulse, c, a, b, start]).all():
        raise ValueError("finite numbers only")
    if np.any(pulse < 0) or np.any(c < 0) or np.any(a <= 0) or np.any(b <= 0) or np.any(start < 0) or np.any(start > 1):
        raise ValueError("an argument is out of range")
    speed = a * c + b
    level = a * c / speed
    inside, after = np.clip(t, 0, pulse), np.maximum(t - pulse, 0)
    return t, (level + (start - level) * np.exp(-speed * inside)) * np.exp(-b * after)


# %% [answer] closing counted against the speed
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: slipped sign
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    given = [np.asarray(x, dtype=float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)]
    t, T, c, a, b, r = np.broadcast_arrays(*given)
    if not all(np.isfinite(x).all() for x in given):
        raise ValueError("not finite")
    if (T < 0).any() or (c < 0).any() or (a <= 0).any() or (b <= 0).any() or ((r < 0) | (r > 1)).any():
        raise ValueError("out of range")
    # r' = a c (1 - r) - b r = a c - (a c - b) r
    k = a * c - b
    top = a * c / k
    r = (top + (r - top) * np.exp(-k * np.clip(t, 0, T))) * np.exp(-b * np.clip(t - T, 0, None))
    return r if r.ndim else float(r)


# %% [answer] the distance to the plateau turned round
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: slipped sign
import math


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    shape = np.broadcast(t_ms, pulse_ms, c_mM, alpha, beta, r0)
    out = []
    for t, pulse, c, a, b, start in shape:
        if not all(math.isfinite(x) for x in (t, pulse, c, a, b, start)):
            raise ValueError("finite, please")
        if pulse < 0 or c < 0 or a <= 0 or b <= 0 or start < 0 or start > 1:
            raise ValueError("out of range")
        if t <= 0:
            out.append(float(start))
            continue
        plateau = a * c / (a * c + b)
        reached = plateau + (plateau - start) * math.exp(-(a * c + b) * min(t, pulse))
        out.append(reached * math.exp(-b * max(t - pulse, 0)))
    return np.array(out).reshape(shape.shape) if shape.shape else out[0]


# %% [answer] pulse in seconds
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, pulse, c, a, b, r0 = np.broadcast_arrays(*(np.asarray(x, float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)))
    if not np.isfinite([t, pulse, c, a, b, r0]).all() or np.any(pulse < 0) or np.any(c < 0):
        raise ValueError("finite numbers; pulse and concentration at least 0")
    if np.any(a <= 0) or np.any(b <= 0) or np.any((r0 < 0) | (r0 > 1)):
        raise ValueError("rates above 0, r0 a fraction")
    t_s, pulse_s = t / 1000, pulse / 1000
    on = a * c + b
    driven = a * c / on + (r0 - a * c / on) * np.exp(-on * np.clip(t_s, 0, pulse_s))
    return driven * np.exp(-b * np.maximum(t_s - pulse_s, 0))


# %% [answer] exponential of a matrix, nested lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.linalg import expm


def _carried(r, c, alpha, beta, duration):
    """The fraction after a stretch of constant concentration; the second component stays 1."""
    flow = np.array([[-(alpha * c + beta), alpha * c], [0.0, 0.0]])
    return (expm(flow * duration) @ [r, 1.0])[0]


def _one(t, pulse, c, alpha, beta, r0):
    if not np.isfinite([t, pulse, c, alpha, beta, r0]).all():
        raise ValueError("NaN or infinity")
    if min(pulse, c) < 0 or min(alpha, beta) <= 0 or not 0 <= r0 <= 1:
        raise ValueError("an argument is out of its range")
    at_end = _carried(r0, c, alpha, beta, min(max(t, 0.0), pulse))
    return _carried(at_end, 0.0, alpha, beta, max(t - pulse, 0.0))


def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    cases = np.broadcast(t_ms, pulse_ms, c_mM, alpha, beta, r0)
    fractions = np.array([_one(*map(float, case)) for case in cases])
    return fractions.reshape(cases.shape).tolist()
