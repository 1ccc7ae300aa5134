# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(first, release, vmax, km, leak, least_release, least_leak):
    given = np.broadcast_arrays(*(np.array(x, dtype=float) for x in (first, release, vmax, km, leak)))
    if not all(np.isfinite(x).all() for x in given):
        raise ValueError("everything must be finite")
    N, R, V, K, k = given
    if (N <= 0).any() or (N > 1).any():
        raise ValueError("fractions lie in (0, 1]")
    if (V <= 0).any() or (K <= 0).any() or (R < 0).any() or (k < 0).any():
        raise ValueError("rates and constants out of range")
    if least_release and (R == 0).any() or least_leak and (k == 0).any():
        raise ValueError("release and leak must be above 0")
    return given


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    N, R, V, K, k = _checked(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s, False, False)
    if ((k == 0) & (R >= V)).any():
        raise ValueError("without a leak release must stay below vmax_uM_s")
    p = k * K + N * (V - R)
    q = np.hypot(p, 2 * np.sqrt(k * N * R * K))
    return np.where(p > 0, 2 * N * R * K / np.where(p > 0, p + q, 1), (q - p) / np.where(k > 0, 2 * k, 1))[()]


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, R, V, K, k = _checked(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s, True, True)
    level = s * dopamine_after_loss(np.ones_like(s), R, V, K, k)
    return (k * level * (K + level) / (R * (K + level) - V * level))[()]


# %% [answer] root finding, one case at a time, lists out
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math

from scipy.optimize import brentq


def _one(n, r, v, km, k):
    if not all(map(math.isfinite, (n, r, v, km, k))) or not 0 < n <= 1 or r < 0 or v <= 0 or km <= 0 or k < 0:
        raise ValueError("out of range")
    if k == 0 and r >= v:
        raise ValueError("release_uM_s must be below vmax_uM_s without a leak")
    if r == 0:
        return 0.0
    gain = lambda c: n * r - n * v * c / (km + c) - k * c
    top = 1e-6
    while gain(top) > 0:
        top *= 2
    return brentq(gain, 0, top, xtol=1e-18, rtol=1e-14, maxiter=500)


def _back(share, r, v, km, k):
    if not math.isfinite(share) or not 0 < share <= 1 or r <= 0 or k <= 0:
        raise ValueError("out of range")
    wanted = share * _one(1.0, r, v, km, k)
    if share == 1:
        return 1.0
    return brentq(lambda n: _one(n, r, v, km, k) - wanted, 1e-12, 1.0, xtol=1e-16, rtol=1e-13)


def _many(function, *given):
    cases = np.broadcast(*given)
    answers = [function(*map(float, case)) for case in cases]
    return answers[0] if cases.shape == () else np.reshape(answers, cases.shape).tolist()


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    return _many(_one, n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    return _many(_back, share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)


# %% [answer] the quadratic by numpy's roots
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _check(first, release, vmax, km, leak):
    if not np.isfinite([first, release, vmax, km, leak]).all():
        raise ValueError("finite numbers, please")
    if first <= 0 or first > 1 or release < 0 or vmax <= 0 or km <= 0 or leak < 0:
        raise ValueError("outside its range")


@np.vectorize
def _level(n, r, v, km, k):
    _check(n, r, v, km, k)
    if k == 0:
        if r >= v:
            raise ValueError("no steady level")
        return km * r / (v - r)
    b = k * km + n * (v - r)
    roots = np.roots([1.0, b / k, -n * r * km / k])
    best = max(roots.real)
    for _ in range(3):  # a step of Newton each, for the digits that the roots lost
        slope = 2 * k * best + b
        best -= (k * best * best + b * best - n * r * km) / slope
    return best


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    answer = _level(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    return answer if answer.ndim else float(answer)


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    for each in np.broadcast(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
        _check(*each)
        if each[1] == 0 or each[4] == 0:
            raise ValueError("release and leak must be above 0")
    release, vmax = np.asarray(release_uM_s, float), np.asarray(vmax_uM_s, float)
    km, leak = np.asarray(km_uM, float), np.asarray(leak_per_s, float)
    c = np.asarray(share, float) * dopamine_after_loss(1, release, vmax, km, leak)
    return leak * c / (release - vmax * c / (km + c))


# %% [answer] in proportion
# kind: mistake
# marks: 3
# says: "falls in proportion to the terminals"
# written: with the solution
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, r, v, km, k = (np.asarray(x, float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    if not (np.isfinite(n + r + v + km + k).all() and (n > 0).all() and (n <= 1).all() and (r >= 0).all() and (v > 0).all() and (km > 0).all() and (k >= 0).all()):
        raise ValueError("out of range")
    b = k * km + v - r
    return n * 2 * r * km / (b + np.sqrt(b**2 + 4 * k * r * km))


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    return np.asarray(share, float)


# %% [answer] the pumps go on working
# kind: mistake
# marks: 5
# says: "transporters go on working"
# written: with the solution
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, r, v, km, k = (np.asarray(x, float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    if not (np.isfinite(n + r + v + km + k).all() and (n > 0).all() and (n <= 1).all() and (r >= 0).all() and (v > 0).all() and (km > 0).all() and (k >= 0).all()):
        raise ValueError("out of range")
    b = k * km + v - n * r
    return 2 * n * r * km / (b + np.sqrt(b**2 + 4 * k * n * r * km))


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, r, v, km, k = (np.asarray(x, float) for x in (share, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    c = s * dopamine_after_loss(1, r, v, km, k)
    return (v * c / (km + c) + k * c) / r


# %% [answer] the leak dies with the terminals, and the second function gives up
# kind: mistake
# marks: 2
# says: "no terminals to lose"
# written: with the solution
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, r, v, km, k = np.broadcast_arrays(*(np.asarray(x, float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)))
    if not np.isfinite([n, r, v, km, k]).all() or (n <= 0).any() or (n > 1).any() or (r < 0).any() or (v <= 0).any() or (km <= 0).any() or (k < 0).any():
        raise ValueError("out of range")
    b = k * km + v - r
    return 2 * r * km / (b + np.sqrt(b**2 + 4 * k * r * km))


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    raise ValueError("the level never falls")


# %% [answer] per cent for fractions
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: wrong unit
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, r, v, km, k = (np.asarray(x, float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    n = n / 100
    b = k * km + n * (v - r)
    return 2 * n * r * km / (b + np.sqrt(b**2 + 4 * k * n * r * km))


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, r, v, km, k = (np.asarray(x, float) for x in (share, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    c = s * dopamine_after_loss(100, r, v, km, k)
    return k * c / (r - v * c / (km + c))


# %% [answer] the other root
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: slipped sign
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    b = leak_per_s * km_uM + n_frac * (vmax_uM_s - release_uM_s)
    return (-b - np.sqrt(b**2 + 4 * leak_per_s * n_frac * release_uM_s * km_uM)) / (2 * leak_per_s)


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    return share


# %% [answer] no check, no limit
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, r, v, km, k = (np.asarray(x, float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    b = k * km + n * (v - r)
    return (np.sqrt(b**2 + 4 * k * n * r * km) - b) / (2 * k)


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, r, v, km, k = (np.asarray(x, float) for x in (share, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    c = s * dopamine_after_loss(1, r, v, km, k)
    return k * c / (r - v * c / (km + c))


# %% [answer] text
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    return "it hardly changes"


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    return "nearly none"


# %% [answer] empty
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    raise NotImplementedError


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    raise NotImplementedError


# %% [answer] blind: one point at a time by loops
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def _balance(n, r, v, km, k):
    for x in (n, r, v, km, k):
        if not math.isfinite(x):
            raise ValueError("not a finite number")
    if n <= 0 or n > 1:
        raise ValueError("n_frac must be above 0 and at most 1")
    if r < 0 or k < 0:
        raise ValueError("release and leak must not be negative")
    if v <= 0 or km <= 0:
        raise ValueError("vmax and km must be positive")
    if k == 0 and r >= v:
        raise ValueError("nothing is steady")
    if r == 0:
        return 0.0
    b = k * km + n * (v - r)
    root = math.sqrt(b * b + 4 * k * n * r * km)
    if b > 0:
        return 2 * n * r * km / (b + root)
    return (root - b) / (2 * k)


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    arrays = [np.asarray(x, dtype=float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)]
    arrays = np.broadcast_arrays(*arrays)
    if arrays[0].ndim == 0:
        return _balance(*[float(x) for x in arrays])
    result = np.empty(arrays[0].shape)
    for index in np.ndindex(result.shape):
        result[index] = _balance(*[float(x[index]) for x in arrays])
    return result


def _fraction(share, r, v, km, k):
    if not math.isfinite(share) or share <= 0 or share > 1:
        raise ValueError("share must be above 0 and at most 1")
    full = _balance(1.0, r, v, km, k)
    if r == 0 or k == 0:
        raise ValueError("release and leak must be above 0")
    level = share * full
    return min(1.0, k * level / (r - v * level / (km + level)))


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    arrays = [np.asarray(x, dtype=float) for x in (share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)]
    arrays = np.broadcast_arrays(*arrays)
    if arrays[0].ndim == 0:
        return _fraction(*[float(x) for x in arrays])
    result = np.empty(arrays[0].shape)
    for index in np.ndindex(result.shape):
        result[index] = _fraction(*[float(x[index]) for x in arrays])
    return result


# %% [answer] blind: both by bisection on the logarithm
# kind: right
# marks: 10
# says: ""
# written: blind
def _prepare(first, r, v, km, k):
    first, r, v, km, k = np.broadcast_arrays(*[np.array(x, dtype=float) for x in (first, r, v, km, k)])
    for x in (first, r, v, km, k):
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    if np.any(first <= 0) or np.any(first > 1):
        raise ValueError("the fraction must be in (0, 1]")
    if np.any(r < 0) or np.any(v <= 0) or np.any(km <= 0) or np.any(k < 0):
        raise ValueError("out of range")
    return first, r, v, km, k


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, r, v, km, k = _prepare(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    if np.any((k == 0) & (r >= v)):
        raise ValueError("not steady")
    # loss less release grows with c, so halve the interval of log c until it is a point
    low = np.full(n.shape, -80.0)
    high = np.full(n.shape, 80.0)
    for _ in range(48):  # its author took a hundred; the bank runs often
        middle = (low + high) / 2
        c = np.exp(middle)
        too_much = n * v * c / (km + c) + k * c > n * r
        high = np.where(too_much, middle, high)
        low = np.where(too_much, low, middle)
    level = np.where(r == 0, 0.0, np.exp((low + high) / 2))
    return float(level) if level.ndim == 0 else level


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, r, v, km, k = _prepare(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    if np.any(r == 0) or np.any(k == 0):
        raise ValueError("release and leak must be above 0")
    wanted = s * dopamine_after_loss(np.ones(s.shape), r, v, km, k)
    low = np.full(s.shape, -80.0)
    high = np.zeros(s.shape)
    for _ in range(48):
        middle = (low + high) / 2
        above = dopamine_after_loss(np.exp(middle), r, v, km, k) > wanted
        high = np.where(above, middle, high)
        low = np.where(above, low, middle)
    n = np.exp((low + high) / 2)
    return float(n) if n.ndim == 0 else n


# %% [answer] blind: vectorised, the share solved without the level
# kind: right
# marks: 10
# says: ""
# written: blind
def _floats(*given):
    out = np.broadcast_arrays(*(np.asarray(g, float) for g in given))
    if not np.isfinite(np.stack(out)).all():
        raise ValueError("finite values, please")
    return out


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    N, R, V, K, k = _floats(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    wrong = (N <= 0) | (N > 1) | (R < 0) | (V <= 0) | (K <= 0) | (k < 0)
    if wrong.any():
        raise ValueError("a value is outside its range")
    if ((k == 0) & (R >= V)).any():
        raise ValueError("without a leak it would rise for ever")
    # in units of Km, with the leak per terminal: x^2 m + x (m + V - R) - R = 0
    m = k * K / N
    half = (m + V - R) / 2
    root = np.sqrt(half**2 + m * R)
    small = half + root
    with np.errstate(divide="ignore", invalid="ignore"):
        x = np.where(half > 0, R / small, (root - half) / m)
    C = K * x
    return C if C.shape else float(C)


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, R, V, K, k = _floats(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    if ((s <= 0) | (s > 1) | (R <= 0) | (V <= 0) | (K <= 0) | (k <= 0)).any():
        raise ValueError("a value is outside its range")
    full = dopamine_after_loss(1.0, R, V, K, k)
    # with all terminals R = V full / (K + full) + k full, so what release exceeds uptake by is
    # k full + V (full / (K + full) - level / (K + level)), a sum of two positive terms
    level = s * full
    surplus = k * full + V * K * full * (1 - s) / ((K + full) * (K + level))
    n = k * level / surplus
    return n if n.shape else float(n)


# %% [answer] blind: nought over nought without a leak
# kind: wrong
# marks: 8
# says: ""
# written: blind
def _check(*values):
    for v in values:
        if not np.all(np.isfinite(np.asarray(v, dtype=float))):
            raise ValueError("finite")


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    _check(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    N, R, V, K, k = (np.asarray(x, dtype=float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    if np.any(N <= 0) or np.any(N > 1) or np.any(R < 0) or np.any(V <= 0) or np.any(K <= 0) or np.any(k < 0):
        raise ValueError("out of range")
    if np.any((k == 0) & (R >= V)):
        raise ValueError("nothing is steady")
    b = k * K + N * (V - R)
    C = (-b + np.sqrt(b**2 + 4 * k * N * R * K)) / (2 * k)
    return C[()]


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    _check(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    s, R, V, K, k = (np.asarray(x, dtype=float) for x in (share, release_uM_s, vmax_uM_s, km_uM, leak_per_s))
    if np.any(s <= 0) or np.any(s > 1) or np.any(R <= 0) or np.any(V <= 0) or np.any(K <= 0) or np.any(k <= 0):
        raise ValueError("out of range")
    level = s * dopamine_after_loss(1, R, V, K, k)
    return (k * level / (R - V * level / (K + level)))[()]


# %% [answer] blind: the leak dies with the terminals
# kind: mistake
# marks: 5
# says: "no terminals to lose"
# written: blind
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, R, V, K, k = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)])
    for x in (n, R, V, K, k):
        if not np.isfinite(x).all():
            raise ValueError("finite")
    if (n <= 0).any() or (n > 1).any() or (R < 0).any() or (V <= 0).any() or (K <= 0).any() or (k < 0).any():
        raise ValueError("out of range")
    if ((k == 0) & (R >= V)).any():
        raise ValueError("not steady")
    leak = n * k
    b = leak * K + n * (V - R)
    root = np.sqrt(b**2 + 4 * leak * n * R * K)
    C = 2 * n * R * K / (b + root)
    return C[()]


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, R, V, K, k = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)])
    if not all(np.isfinite(x).all() for x in (s, R, V, K, k)):
        raise ValueError("finite")
    if (s <= 0).any() or (s > 1).any() or (R <= 0).any() or (V <= 0).any() or (K <= 0).any() or (k <= 0).any():
        raise ValueError("out of range")
    level = s * dopamine_after_loss(1, R, V, K, k)
    return (k * level / (R - V * level / (K + level)))[()]


# %% [answer] blind: the second function answers for the fraction that is lost
# kind: wrong
# marks: 6
# says: ""
# written: blind
def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, R, V, K, k = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)])
    for x in (n, R, V, K, k):
        if not np.isfinite(x).all():
            raise ValueError("finite")
    if (n <= 0).any() or (n > 1).any() or (R < 0).any() or (V <= 0).any() or (K <= 0).any() or (k < 0).any():
        raise ValueError("out of range")
    if ((k == 0) & (R >= V)).any():
        raise ValueError("not steady")
    b = k * K + n * (V - R)
    root = np.sqrt(b**2 + 4 * k * n * R * K)
    with np.errstate(all="ignore"):
        C = np.where(b > 0, 2 * n * R * K / (b + root), (root - b) / (2 * k))
    return C[()]


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, R, V, K, k = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)])
    if not all(np.isfinite(x).all() for x in (s, R, V, K, k)):
        raise ValueError("finite")
    if (s <= 0).any() or (s > 1).any() or (R <= 0).any() or (V <= 0).any() or (K <= 0).any() or (k <= 0).any():
        raise ValueError("out of range")
    level = s * dopamine_after_loss(1, R, V, K, k)
    return 1 - k * level / (R - V * level / (K + level))


# %% [answer] labels for a figure
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def _level(n, release, vmax, km, leak):
    if not np.isfinite([n, release, vmax, km, leak]).all() or not 0 < n <= 1 or release < 0 or vmax <= 0 or km <= 0 or leak < 0:
        raise ValueError("a value is outside its range")
    if leak == 0 and release >= vmax:
        raise ValueError("nothing is steady")
    b = leak * km + n * (vmax - release)
    root = np.sqrt(b * b + 4 * leak * n * release * km)
    return 2 * n * release * km / (b + root) if b > 0 else (root - b) / (2 * leak)


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    cases = np.broadcast(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    labels = [f"{1000 * _level(*case):.2f} nM" for case in cases]
    return labels if cases.shape else labels[0]


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    cases = np.broadcast(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    labels = []
    for part, release, vmax, km, leak in cases:
        if not 0 < part <= 1 or release <= 0 or leak <= 0:
            raise ValueError("a value is outside its range")
        c = part * _level(1.0, release, vmax, km, leak)
        labels.append(f"{100 * leak * c / (release - vmax * c / (km + c)):.1f} %")
    return labels if cases.shape else labels[0]


# %% [answer] levels in nanomolar
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def _uM(n, release, vmax, km, leak):
    b = leak * km + n * (vmax - release)
    root = np.sqrt(b**2 + 4 * leak * n * release * km)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(b > 0, 2 * n * release * km / (b + root), (root - b) / (2 * leak))


def _floats(first, release, vmax, km, leak):
    five = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (first, release, vmax, km, leak)))
    first, release, vmax, km, leak = five
    if not np.isfinite(np.array(five)).all() or not ((first > 0) & (first <= 1)).all():
        raise ValueError("finite numbers, the fraction above 0 and at most 1")
    if (release < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (leak < 0).any():
        raise ValueError("rates or concentrations are out of range")
    return five


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, release, vmax, km, leak = _floats(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    if ((leak == 0) & (release >= vmax)).any():
        raise ValueError("without a leak it rises for ever")
    return 1000 * _uM(n, release, vmax, km, leak)


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    share, release, vmax, km, leak = _floats(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    if (release == 0).any() or (leak == 0).any():
        raise ValueError("release_uM_s and leak_per_s must be above 0")
    c = share * _uM(1.0, release, vmax, km, leak)
    return leak * c / (release - vmax * c / (km + c))


# %% [answer] uptake helps release
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
def _ready(first, *others):
    first, *others = np.broadcast_arrays(*(np.array(x, dtype=float) for x in (first, *others)))
    release, vmax, km, leak = others
    if not all(np.isfinite(x).all() for x in (first, *others)):
        raise ValueError("NaN or infinity")
    if (first <= 0).any() or (first > 1).any() or (release < 0).any() or (vmax <= 0).any() or (km <= 0).any() or (leak < 0).any():
        raise ValueError("out of range")
    return first, release, vmax, km, leak


def dopamine_after_loss(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    n, R, V, K, k = _ready(n_frac, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    if np.any((k == 0) & (R >= V)):
        raise ValueError("nothing is steady")
    b = k * K + n * (V - R)
    with np.errstate(all="ignore"):
        C = np.where(b > 0, 2 * n * R * K / (b + np.sqrt(b**2 + 4 * k * n * R * K)), (np.sqrt(b**2 + 4 * k * n * R * K) - b) / (2 * k))
    return C[()]


def terminals_for_level(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s):
    s, R, V, K, k = _ready(share, release_uM_s, vmax_uM_s, km_uM, leak_per_s)
    if np.any(R == 0) or np.any(k == 0):
        raise ValueError("release and leak must be above 0")
    C = s * dopamine_after_loss(1.0, R, V, K, k)
    return (k * C / (R + V * C / (K + C)))[()]
