# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, U, tau = np.broadcast_arrays(np.asarray(rate_Hz, float), np.asarray(U, float), np.asarray(tau_rec_ms, float))
    if not np.isfinite(f).all() or np.any(f < 0):
        raise ValueError("rate_Hz must be at least 0")
    if not np.isfinite(U).all() or np.any(U <= 0) or np.any(U > 1):
        raise ValueError("U must lie in (0, 1]")
    if not np.isfinite(tau).all() or np.any(tau <= 0):
        raise ValueError("tau_rec_ms must be above 0")
    with np.errstate(divide="ignore"):
        e = np.exp(-1e3 / (f * tau))
    x = (1 - e) / (1 - (1 - U) * e)
    return x, U * x


# %% [answer] iterated until it stands still
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def _settle(rate, U, tau):
    if not all(map(math.isfinite, (rate, U, tau))) or rate < 0 or not 0 < U <= 1 or tau <= 0:
        raise ValueError("rate_Hz >= 0, U in (0, 1], tau_rec_ms > 0")
    if rate == 0:
        return 1.0, U
    empty_left = math.exp(-1000 / rate / tau)
    x, before = 1.0, 2.0
    while abs(x - before) > 1e-15:
        before = x
        x = 1 - (1 - x * (1 - U)) * empty_left
    return x, U * x


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    x, A = np.vectorize(_settle, otypes=[float, float])(rate_Hz, U, tau_rec_ms)
    return (x, A) if x.shape else (float(x), float(A))


# %% [answer] root of one cycle, lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
from scipy.optimize import brentq


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    cases = np.broadcast(rate_Hz, U, tau_rec_ms)
    xs, As = [], []
    for rate, use, tau in cases:
        if not np.isfinite([rate, use, tau]).all():
            raise ValueError("finite numbers only")
        if rate < 0 or use <= 0 or use > 1 or tau <= 0:
            raise ValueError("out of range")
        left = 0.0 if rate == 0 else np.exp(-1000 / (rate * tau))
        x = brentq(lambda x: 1 - (1 - (1 - use) * x) * left - x, 0, 1.0000001, xtol=1e-15, rtol=1e-14)
        xs.append(x)
        As.append(use * x)
    return [np.reshape(xs, cases.shape), np.reshape(As, cases.shape)]


# %% [answer] milliseconds taken for seconds
# kind: mistake
# marks: 5
# says: "it must have none"
# written: with the solution
# shows: wrong unit
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, U, tau = np.broadcast_arrays(np.asarray(rate_Hz, float), np.asarray(U, float), np.asarray(tau_rec_ms, float))
    if not (f >= 0).all() or not ((U > 0) & (U <= 1)).all() or not (tau > 0).all():
        raise ValueError("out of range")
    with np.errstate(divide="ignore"):
        e = np.exp(-1 / (f * tau))
    x = (1 - e) / (1 - (1 - U) * e)
    return x, U * x


# %% [answer] just after the spike
# kind: mistake
# marks: 6
# says: "the wrong order"
# written: with the solution
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, U, tau = np.broadcast_arrays(np.asarray(rate_Hz, float), np.asarray(U, float), np.asarray(tau_rec_ms, float))
    if not (f >= 0).all() or not ((U > 0) & (U <= 1)).all() or not (tau > 0).all():
        raise ValueError("out of range")
    with np.errstate(divide="ignore"):
        e = np.exp(-1000 / (f * tau))
    x = (1 - U) * (1 - e) / (1 - (1 - U) * e)
    return x, U * x


# %% [answer] release forgotten
# kind: mistake
# marks: 6
# says: "the release left out"
# written: with the solution
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, U, tau = np.broadcast_arrays(np.asarray(rate_Hz, float), np.asarray(U, float), np.asarray(tau_rec_ms, float))
    with np.errstate(divide="ignore"):
        x = 1 - np.exp(-1000 / (f * tau))
    return x, U * x


# %% [answer] smeared out in time
# kind: mistake
# marks: 5
# says: "spread evenly over time"
# written: with the solution
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, U, tau = np.broadcast_arrays(np.asarray(rate_Hz, float), np.asarray(U, float), np.asarray(tau_rec_ms, float))
    if not np.isfinite([f, U, tau]).all() or not (f >= 0).all() or not ((U > 0) & (U <= 1)).all() or not (tau > 0).all():
        raise ValueError("out of range")
    x = 1 / (1 + U * f * tau / 1000)
    return x, U * x


# %% [answer] silence divides by zero
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
import math


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    def one(f, U, tau):
        if not math.isfinite(f + U + tau) or f < 0 or U <= 0 or U > 1 or tau <= 0:
            raise ValueError("out of range")
        e = math.exp(-1000 / (f * tau))
        x = (1 - e) / (1 - (1 - U) * e)
        return x, U * x

    return np.vectorize(one)(rate_Hz, U, tau_rec_ms)


# %% [answer] the pair in the wrong order
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, U, tau = np.broadcast_arrays(np.asarray(rate_Hz, float), np.asarray(U, float), np.asarray(tau_rec_ms, float))
    if not np.isfinite([f, U, tau]).all() or not (f >= 0).all() or not ((U > 0) & (U <= 1)).all() or not (tau > 0).all():
        raise ValueError("out of range")
    with np.errstate(divide="ignore"):
        e = np.exp(-1000 / (f * tau))
    x = (1 - e) / (1 - (1 - U) * e)
    return U * x, x


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind a: expm1, so that fast trains keep their digits
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, u, tau = np.broadcast_arrays(
        np.asarray(rate_Hz, dtype=float),
        np.asarray(U, dtype=float),
        np.asarray(tau_rec_ms, dtype=float),
    )
    if not (np.isfinite(f) & (f >= 0)).all():
        raise ValueError("rate_Hz must be finite and at least 0 Hz")
    if not ((u > 0) & (u <= 1)).all():
        raise ValueError("U must be above 0 and at most 1")
    if not (np.isfinite(tau) & (tau > 0)).all():
        raise ValueError("tau_rec_ms must be finite and above 0 ms")
    with np.errstate(divide="ignore", over="ignore"):
        wait = 1000.0 / f / tau
    refilled = -np.expm1(-wait)  # 1 - eps
    x = refilled / (refilled + u * np.exp(-wait))
    A = u * x
    if x.ndim == 0:
        return float(x), float(A)
    return x, A


# %% [answer] blind a: one synapse at a time with math, then np.vectorize
# kind: right
# marks: 10
# says: ""
# written: blind
import math

import numpy as np


def _one_synapse(rate, U, tau):
    if not all(math.isfinite(v) for v in (rate, U, tau)):
        raise ValueError("rate_Hz, U and tau_rec_ms must be finite")
    if rate < 0:
        raise ValueError("rate_Hz must be at least 0 Hz")
    if U <= 0 or U > 1:
        raise ValueError("U must be in (0, 1]")
    if tau <= 0:
        raise ValueError("tau_rec_ms must be above 0 ms")
    if rate == 0:
        return 1.0, U
    eps = math.exp(-1 / (rate * tau / 1000))
    x = (1 - eps) / (1 - eps * (1 - U))
    return x, U * x


_many = np.vectorize(_one_synapse, otypes=[float, float])


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    x, A = _many(
        np.asarray(rate_Hz, dtype=float),
        np.asarray(U, dtype=float),
        np.asarray(tau_rec_ms, dtype=float),
    )
    if np.ndim(x) == 0:
        return float(x), float(A)
    return x, A


# %% [answer] blind a: walk round the cycle and look for the fixed point
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np
from scipy.optimize import brentq


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    args = {"rate_Hz": rate_Hz, "U": U, "tau_rec_ms": tau_rec_ms}
    arrays = {k: np.asarray(v, dtype=float) for k, v in args.items()}
    for name, a in arrays.items():
        if not np.isfinite(a).all():
            raise ValueError(f"{name} must be finite")
    if (arrays["rate_Hz"] < 0).any():
        raise ValueError("rate_Hz must not be negative (Hz)")
    if (arrays["U"] <= 0).any() or (arrays["U"] > 1).any():
        raise ValueError("U must be above 0 and at most 1")
    if (arrays["tau_rec_ms"] <= 0).any():
        raise ValueError("tau_rec_ms must be above 0 (ms)")

    f, u, tau = np.broadcast_arrays(*arrays.values())
    x = np.ones(f.shape)
    for i in np.ndindex(f.shape):
        if f[i] == 0:
            continue
        shrink = np.exp(-1000.0 / (f[i] * tau[i]))

        def gain_over_one_cycle(x0, shrink=shrink, used=u[i]):
            left = x0 - used * x0
            return 1 - (1 - left) * shrink - x0

        x[i] = brentq(gain_over_one_cycle, 0.0, 1.0, xtol=1e-15, rtol=1e-14)
    A = u * x
    if f.shape == ():
        return float(x), float(A)
    return x, A


# %% [answer] blind a: averaged over the spikes
# kind: mistake
# marks: 5
# says: "spread evenly over time"
# written: blind
# believed wrong because: treats use as continuous (x = 1 / (1 + U f tau)), which is the mean-field model and not the stock just before a spike
import numpy as np


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, u, tau = np.broadcast_arrays(*[np.asarray(a, dtype=float) for a in (rate_Hz, U, tau_rec_ms)])
    if not np.all(np.isfinite(f) & np.isfinite(u) & np.isfinite(tau)):
        raise ValueError("all arguments must be finite")
    if np.any(f < 0) or np.any(u <= 0) or np.any(u > 1) or np.any(tau <= 0):
        raise ValueError("rate_Hz >= 0 Hz, 0 < U <= 1, tau_rec_ms > 0 ms")
    # steady state: refilling (1 - x)/tau balances use U x f
    x = 1 / (1 + u * f * tau / 1000)
    A = u * x
    return (float(x), float(A)) if x.ndim == 0 else (x, A)


# %% [answer] blind a: fifty spikes should be enough
# kind: wrong
# marks: 8
# says: ""
# written: blind
# believed wrong because: iterates the cycle for 50 spikes only, which has not converged for small U at high rates
import numpy as np


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, u, tau = np.broadcast_arrays(*[np.asarray(a, dtype=float) for a in (rate_Hz, U, tau_rec_ms)])
    if not np.all(np.isfinite(f) & np.isfinite(u) & np.isfinite(tau)):
        raise ValueError("all arguments must be finite")
    if np.any(f < 0) or np.any(u <= 0) or np.any(u > 1) or np.any(tau <= 0):
        raise ValueError("rate_Hz >= 0 Hz, 0 < U <= 1, tau_rec_ms > 0 ms")
    with np.errstate(divide="ignore"):
        eps = np.exp(-1000 / (f * tau))
    x = np.ones(f.shape)
    for _ in range(50):
        x = 1 - eps * (1 - (1 - u) * x)
    A = u * x
    return (float(x), float(A)) if f.ndim == 0 else (x, A)


# %% [answer] blind a: a spike that uses everything is refused
# kind: wrong
# marks: 8
# says: ""
# written: blind
# believed wrong because: U = 1 is legal ("at most 1") but is refused here
import numpy as np


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, u, tau = np.broadcast_arrays(*[np.asarray(a, dtype=float) for a in (rate_Hz, U, tau_rec_ms)])
    if not np.all(np.isfinite(f) & np.isfinite(u) & np.isfinite(tau)):
        raise ValueError("all arguments must be finite")
    if np.any(f < 0):
        raise ValueError("rate_Hz must be at least 0 Hz")
    if not np.all((0 < u) & (u < 1)):
        raise ValueError("U must be between 0 and 1")
    if np.any(tau <= 0):
        raise ValueError("tau_rec_ms must be positive (ms)")
    with np.errstate(divide="ignore"):
        eps = np.exp(-1 / (f / 1000 * tau))
    x = (1 - eps) / (1 - (1 - u) * eps)
    A = u * x
    return (float(x), float(A)) if f.ndim == 0 else (x, A)


# %% [answer] blind b: long-winded with a mask for rate zero
# kind: right
# marks: 10
# says: ""
# written: blind
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    rate = np.asarray(rate_Hz, dtype=float)
    u = np.asarray(U, dtype=float)
    tau = np.asarray(tau_rec_ms, dtype=float)
    rate, u, tau = np.broadcast_arrays(rate, u, tau)
    if not np.isfinite(rate).all() or (rate < 0).any():
        raise ValueError("rate_Hz must be a finite rate in Hz, at least 0")
    if not np.isfinite(u).all() or (u <= 0).any() or (u > 1).any():
        raise ValueError("U must be a fraction above 0 and at most 1")
    if not np.isfinite(tau).all() or (tau <= 0).any():
        raise ValueError("tau_rec_ms must be a finite time in ms, above 0")
    # interval in ms, infinite for rate zero
    interval_ms = np.full(rate.shape, np.inf)
    fires = rate > 0
    interval_ms[fires] = 1000.0 / rate[fires]
    still_open = np.exp(-interval_ms / tau)
    # x = 1 - e*(1 - (1-U)*x)   ->   x - e*(1-U)*x = 1 - e
    x = (1 - still_open) / (1 - still_open * (1 - u))
    A = u * x
    if x.shape == ():
        return float(x), float(A)
    return x, A


# %% [answer] blind b: plain python inside np.vectorize
# kind: right
# marks: 10
# says: ""
# written: blind
import math


def _steady_one(f, U, tau):
    if math.isnan(f) or math.isinf(f) or f < 0:
        raise ValueError("rate_Hz in Hz must be finite and at least 0")
    elif math.isnan(U) or U <= 0 or U > 1:
        raise ValueError("U (no unit) must be above 0 and at most 1")
    elif math.isnan(tau) or math.isinf(tau) or tau <= 0:
        raise ValueError("tau_rec_ms in ms must be finite and above 0")
    if f == 0:
        x = 1.0
    else:
        gap_in_seconds = 1 / f
        tau_in_seconds = tau / 1000
        eps = math.exp(-gap_in_seconds / tau_in_seconds)
        x = -math.expm1(-gap_in_seconds / tau_in_seconds) / (1 - (1 - U) * eps)
    return x, U * x


_steady_many = np.vectorize(_steady_one, otypes=[float, float])


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    x, A = _steady_many(np.asarray(rate_Hz, dtype=float), np.asarray(U, dtype=float), np.asarray(tau_rec_ms, dtype=float))
    if np.ndim(x) == 0:
        return float(x), float(A)
    return x, A


# %% [answer] blind b: two trial walks round the cycle, element by element
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    rate = np.array(rate_Hz, dtype=float)
    u = np.array(U, dtype=float)
    tau = np.array(tau_rec_ms, dtype=float)
    rate, u, tau = np.broadcast_arrays(rate, u, tau)
    for name, a in (("rate_Hz", rate), ("U", u), ("tau_rec_ms", tau)):
        if not np.all(np.isfinite(a)):
            raise ValueError(name + " must be finite")
    if np.any(rate < 0):
        raise ValueError("rate_Hz must be at least 0 Hz")
    if np.any(u <= 0) or np.any(u > 1):
        raise ValueError("U must be above 0 and at most 1")
    if np.any(tau <= 0):
        raise ValueError("tau_rec_ms must be above 0 ms")

    def next_x(x, e, U_here):
        left = x - U_here * x
        return 1 - (1 - left) * e

    xs = []
    for f, U_here, tau_here in zip(rate.ravel(), u.ravel(), tau.ravel()):
        e = 0.0 if f == 0 else float(np.exp(-1000.0 / f / tau_here))
        # one round of the cycle is a straight line in x, so two trial walks
        # (from an empty and from a full stock) say where it meets the diagonal
        from_empty = next_x(0.0, e, U_here)
        from_full = next_x(1.0, e, U_here)
        slope = from_full - from_empty
        x = from_empty / (1 - slope)
        # and a few more rounds to be sure that we stay there
        for _ in range(3):
            x = next_x(x, e, U_here)
        xs.append(x)
    x = np.array(xs, dtype=float).reshape(rate.shape)
    A = u * x
    if rate.shape == ():
        return float(x), float(A)
    return x, A


# %% [answer] blind b: simulates thirty spikes and calls it steady
# kind: wrong
# marks: 8
# says: ""
# written: blind
# believed wrong because: thirty spikes are not the steady state where U is small and the rate high (with U = 0.02 the stock is still falling); passes the public checks
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    rate, u, tau = np.broadcast_arrays(np.asarray(rate_Hz, dtype=float), np.asarray(U, dtype=float), np.asarray(tau_rec_ms, dtype=float))
    if not np.isfinite(rate).all() or (rate < 0).any():
        raise ValueError("rate_Hz must be at least 0 Hz")
    if not np.isfinite(u).all() or (u <= 0).any() or (u > 1).any():
        raise ValueError("U must be above 0 and at most 1")
    if not np.isfinite(tau).all() or (tau <= 0).any():
        raise ValueError("tau_rec_ms must be above 0 ms")
    with np.errstate(divide="ignore"):
        eps = np.exp(-1000.0 / rate / tau)
    x = np.ones(rate.shape)
    for spike in range(30):
        x = x - u * x
        x = 1 - (1 - x) * eps
    A = u * x
    if rate.shape == ():
        return float(x), float(A)
    return x, A


# %% [answer] blind b: writes a tiny rate into the caller's array
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: np.asarray does not copy a float array, so replacing zero rates by 1e-9 changes what was passed in
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    rate = np.asarray(rate_Hz, dtype=float)
    u = np.asarray(U, dtype=float)
    tau = np.asarray(tau_rec_ms, dtype=float)
    if not np.isfinite(rate).all() or (rate < 0).any():
        raise ValueError("rate_Hz must be at least 0 Hz")
    if not np.isfinite(u).all() or (u <= 0).any() or (u > 1).any():
        raise ValueError("U must be above 0 and at most 1")
    if not np.isfinite(tau).all() or (tau <= 0).any():
        raise ValueError("tau_rec_ms must be above 0 ms")
    rate[rate == 0] = 1e-9  # avoid dividing by zero
    eps = np.exp(-1000.0 / (rate * tau))
    x = (1 - eps) / (1 - (1 - u) * eps)
    x, A = np.broadcast_arrays(x, u * x)
    if x.shape == ():
        return float(x), float(A)
    return x.copy(), A.copy()


# %% [answer] blind b: returns the stock after the spike
# kind: mistake
# marks: 6
# says: "wrong order, or the release left out"
# written: blind
# believed wrong because: x is the stock just AFTER a spike, (1-U) times what is asked for (rate zero is treated apart and A is right, so the public checks pass)
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    rate, u, tau = np.broadcast_arrays(np.asarray(rate_Hz, dtype=float), np.asarray(U, dtype=float), np.asarray(tau_rec_ms, dtype=float))
    if not np.isfinite(rate).all() or (rate < 0).any():
        raise ValueError("rate_Hz must be at least 0 Hz")
    if not np.isfinite(u).all() or (u <= 0).any() or (u > 1).any():
        raise ValueError("U must be above 0 and at most 1")
    if not np.isfinite(tau).all() or (tau <= 0).any():
        raise ValueError("tau_rec_ms must be above 0 ms")
    with np.errstate(divide="ignore"):
        eps = np.exp(-1000.0 / rate / tau)
    before = (1 - eps) / (1 - (1 - u) * eps)
    A = u * before
    x = np.where(rate == 0, 1.0, before - A)
    if rate.shape == ():
        return float(x), float(A)
    return x, A

# %% [answer] numerical, by solve_ivp between two spikes
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import solve_ivp


def _found(rate, U, tau):
    if rate == 0:
        return 1.0

    def next_found(x):
        refill = solve_ivp(lambda t, y: (1 - y) / tau, (0, 1000 / rate), [x - U * x], method="LSODA", rtol=1e-10, atol=1e-12)
        return refill.y[0, -1]

    from_empty, from_full = next_found(0.0), next_found(1.0)  # the cycle is linear in x
    return from_empty / (1 - (from_full - from_empty))


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    rate, U, tau = np.broadcast_arrays(*(np.asarray(given, dtype=float) for given in (rate_Hz, U, tau_rec_ms)))
    if not (np.isfinite(rate) & np.isfinite(tau)).all():
        raise ValueError("rate_Hz (1/s) and tau_rec_ms (ms) must be finite")
    if (rate < 0).any() or (tau <= 0).any() or not ((U > 0) & (U <= 1)).all():
        raise ValueError("rate_Hz must be at least 0, tau_rec_ms above 0, U in (0, 1]")
    x = np.vectorize(_found, otypes=[float])(rate, U, tau)
    return x, U * x


# %% [answer] a table with named columns
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    rate, use, tau = np.broadcast_arrays(np.array(rate_Hz, float), np.array(U, float), np.array(tau_rec_ms, float))
    if not np.isfinite([rate, use, tau]).all():
        raise ValueError("finite numbers only")
    if np.any(rate < 0) or np.any(use <= 0) or np.any(use > 1) or np.any(tau <= 0):
        raise ValueError("rate_Hz at least 0, U in (0, 1], tau_rec_ms above 0")
    with np.errstate(divide="ignore"):
        empty = np.exp(-1e3 / (rate * tau))
    table = np.zeros(rate.shape, dtype=[("x", float), ("A", float)])
    table["x"] = (1 - empty) / (1 - empty + use * empty)
    table["A"] = use * table["x"]
    return table


# %% [answer] plus in the denominator
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
def tm_steady_state(rate_Hz, U, tau_rec_ms):
    f, u, tau = (np.asarray(given, dtype=float) for given in (rate_Hz, U, tau_rec_ms))
    if not (np.isfinite(f) & (f >= 0)).all() or not ((u > 0) & (u <= 1)).all() or not (np.isfinite(tau) & (tau > 0)).all():
        raise ValueError("an argument is out of its range")
    f, u, tau = np.broadcast_arrays(f, u, tau)
    gap_ms = np.divide(1000.0, f, out=np.full(f.shape, np.inf), where=f > 0)
    eps = np.exp(-gap_ms / tau)
    x = (1 - eps) / (1 + (1 - u) * eps)
    return x[()], (u * x)[()]


# %% [answer] recovery that grows instead of fading
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
import math


def tm_steady_state(rate_Hz, U, tau_rec_ms):
    found = []
    cases = np.broadcast(rate_Hz, U, tau_rec_ms)
    for rate, use, tau in cases:
        if not all(map(math.isfinite, (rate, use, tau))) or rate < 0 or tau <= 0 or not 0 < use <= 1:
            raise ValueError("not a synapse")
        if rate == 0:
            found.append((1.0, float(use)))
            continue
        still_empty = np.exp(1000 / (rate * tau))
        x = (1 - still_empty) / (1 - (1 - use) * still_empty)
        found.append((x, use * x))
    if cases.shape == ():
        return found[0]
    return tuple(np.reshape(column, cases.shape) for column in zip(*found))
