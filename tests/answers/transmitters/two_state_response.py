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
# marks: 5
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
def two_state_response(t_ms, pulse_ms, c_mM, alpha, beta, r0=0.0):
    t, T, c, a, b, r0 = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_ms, pulse_ms, c_mM, alpha, beta, r0)])
    if not np.isfinite([t, T, c, a, b, r0]).all() or (a <= 0).any() or (b <= 0).any() or (c < 0).any() or (T < 0).any() or (r0 < 0).any() or (r0 > 1).any():
        raise ValueError("out of range")
    on = a * c * 1000 + b
    r_inf = a * c * 1000 / on
    return (r_inf + (r0 - r_inf) * np.exp(-on * np.clip(t, 0, T))) * np.exp(-b * np.clip(t - T, 0, None))


# %% [answer] before the pulse extrapolated
# kind: wrong
# marks: 9
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
