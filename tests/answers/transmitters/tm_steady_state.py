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
# kind: wrong
# marks: 5
# says: ""
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
