# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float))
    if not np.isfinite(n).all() or not np.isfinite(p).all() or not np.isfinite(q).all():
        raise ValueError("n, p and q_mV must be finite")
    if np.any(n < 1) or np.any(n % 1 != 0):
        raise ValueError("n must be a whole number >= 1")
    if np.any(p < 0) or np.any(p > 1):
        raise ValueError("p must lie in [0, 1]")
    return n * p * q, n * p * (1 - p) * q**2, (1 - p) ** n


def m_from_failures(N, N0):
    N, N0 = np.asarray(N, float), np.asarray(N0, float)
    if not np.isfinite(N).all() or not np.isfinite(N0).all() or np.any(N0 <= 0) or np.any(N0 > N):
        raise ValueError("need 0 < N0 <= N")
    return -np.log(N0 / N)


# %% [answer] loop over cases
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def quantal_summary(n, p, q_mV):
    cases = np.broadcast(n, p, q_mV)
    rows = []
    for sites, prob, size in cases:
        if not (math.isfinite(sites) and math.isfinite(prob) and math.isfinite(size)):
            raise ValueError("finite numbers only")
        if sites < 1 or sites != int(sites):
            raise ValueError("n counts release sites: 1, 2, 3 ...")
        if not 0 <= prob <= 1:
            raise ValueError("p is a probability")
        rows.append((sites * prob * size, sites * prob * (1 - prob) * size * size, (1 - prob) ** int(sites)))
    if cases.shape == ():
        return rows[0]
    return tuple(np.array(column).reshape(cases.shape) for column in zip(*rows))


def m_from_failures(N, N0):
    answer = []
    pairs = np.broadcast(N, N0)
    for tried, failed in pairs:
        if not math.isfinite(tried) or not 0 < failed <= tried:
            raise ValueError("N0 must be above 0 and at most N")
        answer.append(math.log(tried) - math.log(failed))
    return answer[0] if pairs.shape == () else np.reshape(answer, pairs.shape)


# %% [answer] summed over the binomial distribution
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.stats import binom


def _moments(n, p, q):
    if not np.isfinite([n, p, q]).all() or n < 1 or n != round(n) or p < 0 or p > 1:
        raise ValueError("n must be a whole number from 1, p in [0, 1], q_mV finite")
    k = np.arange(int(n) + 1)
    weight = binom.pmf(k, int(n), p)
    mean = np.sum(weight * k * q)
    return mean, np.sum(weight * (k * q - mean) ** 2), weight[0]


def quantal_summary(n, p, q_mV):
    fields = np.vectorize(_moments, otypes=[float] * 3)(n, p, q_mV)
    return tuple(field[()] for field in fields)


def m_from_failures(N, N0):
    N, N0 = np.broadcast_arrays(N, N0)
    if not (np.isfinite(N) & np.isfinite(N0)).all() or (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("impossible counts")
    return np.log(N) - np.log(N0)


# %% [answer] Poisson variance
# kind: mistake
# marks: 5
# says: "variance grows with p"
# written: with the solution
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float))
    if not np.isfinite(q).all() or not ((n >= 1) & (n % 1 == 0)).all() or not ((p >= 0) & (p <= 1)).all():
        raise ValueError("out of range")
    return n * p * q, n * p * q**2, (1 - p) ** n


def m_from_failures(N, N0):
    if np.any(np.asarray(N0) <= 0) or np.any(np.asarray(N0) > np.asarray(N)):
        raise ValueError("out of range")
    return np.log(np.asarray(N) / np.asarray(N0))


# %% [answer] failure of one site
# kind: mistake
# marks: 6
# says: "not that of the whole synapse"
# written: with the solution
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float))
    if not np.isfinite(q).all() or not ((n >= 1) & (n % 1 == 0)).all() or not ((p >= 0) & (p <= 1)).all():
        raise ValueError("out of range")
    return n * p * q, n * p * (1 - p) * q**2, 1 - p


def m_from_failures(N, N0):
    if np.any(np.asarray(N0) <= 0) or np.any(np.asarray(N0) > np.asarray(N)):
        raise ValueError("out of range")
    return np.log(np.asarray(N) / np.asarray(N0))


# %% [answer] success instead of failure
# kind: mistake
# marks: 6
# says: "opposite event"
# written: with the solution
def quantal_summary(n, p, q_mV):
    n, p, q = np.asarray(n), np.asarray(p), np.asarray(q_mV)
    return n * p * q, n * p * (1 - p) * q**2, 1 - (1 - p) ** n


def m_from_failures(N, N0):
    return np.log(np.asarray(N) / np.asarray(N0))


# %% [answer] standard deviation for variance
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float))
    if not np.isfinite(q).all() or not np.isfinite(n).all() or not ((n >= 1) & (n % 1 == 0)).all() or not ((p >= 0) & (p <= 1)).all():
        raise ValueError("out of range")
    return n * p * q, np.sqrt(n * p * (1 - p)) * abs(q), (1 - p) ** n


def m_from_failures(N, N0):
    N, N0 = np.asarray(N, float), np.asarray(N0, float)
    if not np.isfinite(N).all() or not ((N0 > 0) & (N0 <= N)).all():
        raise ValueError("out of range")
    return np.log(N / N0)


# %% [answer] m upside down
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: slipped sign
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float))
    if not np.isfinite(q).all() or not np.isfinite(n).all() or not ((n >= 1) & (n % 1 == 0)).all() or not ((p >= 0) & (p <= 1)).all():
        raise ValueError("out of range")
    return n * p * q, n * p * (1 - p) * q**2, (1 - p) ** n


def m_from_failures(N, N0):
    N, N0 = np.asarray(N, float), np.asarray(N0, float)
    if not np.isfinite(N).all() or not ((N0 > 0) & (N0 <= N)).all():
        raise ValueError("out of range")
    return np.log(N0 / N)


# %% [answer] only the first function
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float))
    if not np.isfinite(q).all() or not np.isfinite(n).all() or not ((n >= 1) & (n % 1 == 0)).all() or not ((p >= 0) & (p <= 1)).all():
        raise ValueError("out of range")
    return n * p * q, n * p * (1 - p) * q**2, (1 - p) ** n


def m_from_failures(N, N0):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def quantal_summary(n, p, q_mV):
    # YOUR CODE HERE
    raise NotImplementedError()


def m_from_failures(N, N0):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind a: broadcast and vectorise
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np


def _out(a):
    return float(a) if np.ndim(a) == 0 else a


def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(
        np.asarray(n, dtype=float), np.asarray(p, dtype=float), np.asarray(q_mV, dtype=float)
    )
    if not (np.isfinite(n) & (n >= 1) & (n == np.round(n))).all():
        raise ValueError("n (number of release sites) must be a whole number, at least 1")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p (probability) must lie between 0 and 1")
    if not np.isfinite(q).all():
        raise ValueError("q_mV must be a finite number of millivolts")
    mean = n * p * q
    variance = n * p * (1 - p) * q**2
    p_fail = (1 - p) ** n
    return _out(mean), _out(variance), _out(p_fail)


def m_from_failures(N, N0):
    N, N0 = np.broadcast_arrays(np.asarray(N, dtype=float), np.asarray(N0, dtype=float))
    if not (np.isfinite(N) & np.isfinite(N0)).all():
        raise ValueError("N and N0 (counts) must be finite")
    if not (N0 > 0).all():
        raise ValueError("N0 must be above 0: without a failure m cannot be estimated")
    if not (N0 <= N).all():
        raise ValueError("N0 (failures) must not exceed N (spikes tried)")
    return _out(np.log(N / N0))


# %% [answer] blind a: pure Python loop over np.broadcast
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math

import numpy as np


def quantal_summary(n, p, q_mV):
    b = np.broadcast(
        np.asarray(n, dtype=float), np.asarray(p, dtype=float), np.asarray(q_mV, dtype=float)
    )
    means, variances, fails = [], [], []
    for ni, pi, qi in b:
        ni, pi, qi = float(ni), float(pi), float(qi)
        if not math.isfinite(ni) or ni < 1 or ni % 1 != 0:
            raise ValueError(f"n is a count of sites: a whole number from 1 upwards, not {ni}")
        if math.isnan(pi) or pi < 0 or pi > 1:
            raise ValueError(f"p is a probability from 0 to 1, not {pi}")
        if not math.isfinite(qi):
            raise ValueError(f"q_mV must be finite (mV), not {qi}")
        one_mean = pi * qi
        one_var = (pi - pi * pi) * qi * qi
        means.append(ni * one_mean)
        variances.append(ni * one_var)
        fails.append(math.pow(1 - pi, ni))
    if b.shape == ():
        return means[0], variances[0], fails[0]
    return tuple(np.array(v, dtype=float).reshape(b.shape) for v in (means, variances, fails))


def m_from_failures(N, N0):
    b = np.broadcast(np.asarray(N, dtype=float), np.asarray(N0, dtype=float))
    ms = []
    for tried, failed in b:
        if not (math.isfinite(tried) and math.isfinite(failed)):
            raise ValueError("N and N0 must be finite counts")
        if failed <= 0:
            raise ValueError("N0 must be above 0")
        if failed > tried:
            raise ValueError("N0 cannot be larger than N")
        ms.append(math.log(tried) - math.log(failed))
    if b.shape == ():
        return ms[0]
    return np.array(ms, dtype=float).reshape(b.shape)


# %% [answer] blind a: let scipy.stats know the distribution
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np
from scipy import optimize, stats


def _finite(name, value):
    a = np.asarray(value, dtype=float)
    if not np.all(np.isfinite(a)):
        raise ValueError(f"{name}: NaN and infinity are not allowed")
    return a


def quantal_summary(n, p, q_mV):
    n, p, q = _finite("n (sites)", n), _finite("p (probability)", p), _finite("q_mV (mV)", q_mV)
    if np.any(n < 1) or np.any(n != np.floor(n)):
        raise ValueError("n must be whole and at least 1")
    if np.any(p < 0) or np.any(p > 1):
        raise ValueError("p must be in 0..1")
    n, p, q = np.broadcast_arrays(n, p, q)
    synapse = stats.binom(n, p)
    result = (q * synapse.mean(), q**2 * synapse.var(), synapse.pmf(0))
    if n.ndim == 0:
        result = tuple(float(r) for r in result)
    return result


def m_from_failures(N, N0):
    N, N0 = _finite("N (spikes)", N), _finite("N0 (failures)", N0)
    if np.any(N0 <= 0) or np.any(N0 > N):
        raise ValueError("N0 must be above 0 and at most N")

    def solve(share):
        # P(0) = exp(-m) = share
        if share == 1:
            return 0.0  # exactly, not 1e-16
        return optimize.brentq(lambda m: np.exp(-m) / share - 1.0, -1.0, 740.0, xtol=1e-14,
                               rtol=1e-14)

    m = np.vectorize(solve, otypes=[float])(N0 / N)
    return float(m) if m.ndim == 0 else m


# %% [answer] blind a: Poisson failures in the binomial function
# kind: wrong
# marks: 6
# says: ""
# written: blind
# believed wrong because: p_fail uses e^-m, the large-n small-p limit, instead of (1-p)^n
import numpy as np


def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(*[np.asarray(a, dtype=float) for a in (n, p, q_mV)])
    if not np.all(np.isfinite(n)) or not np.all(np.isfinite(p)) or not np.all(np.isfinite(q)):
        raise ValueError("n, p, q_mV must be finite")
    if np.any(n < 1) or np.any(n != np.round(n)):
        raise ValueError("n must be a whole number >= 1")
    if np.any((p < 0) | (p > 1)):
        raise ValueError("p must be in [0, 1]")
    mean = n * p * q
    var = n * p * (1 - p) * q**2
    p_fail = np.exp(-n * p)
    if n.shape == ():
        return float(mean), float(var), float(p_fail)
    return mean, var, p_fail


def m_from_failures(N, N0):
    N, N0 = np.broadcast_arrays(np.asarray(N, dtype=float), np.asarray(N0, dtype=float))
    if not np.all(np.isfinite(N)) or not np.all(np.isfinite(N0)):
        raise ValueError("N, N0 must be finite")
    if np.any(N0 <= 0) or np.any(N0 > N):
        raise ValueError("need 0 < N0 <= N")
    m = -np.log(N0 / N)
    return float(m) if m.shape == () else m


# %% [answer] blind a: p_fail keeps the shape of n and p
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: p_fail is not broadcast against q_mV, so its shape differs when only q_mV is an array
import numpy as np


def quantal_summary(n, p, q_mV):
    n = np.asarray(n, dtype=float)
    p = np.asarray(p, dtype=float)
    q = np.asarray(q_mV, dtype=float)
    if not np.isfinite(n).all() or (n < 1).any() or (n != np.rint(n)).any():
        raise ValueError("n must be a whole number of sites, at least 1")
    if not np.isfinite(p).all() or (p < 0).any() or (p > 1).any():
        raise ValueError("p must be between 0 and 1")
    if not np.isfinite(q).all():
        raise ValueError("q_mV must be finite, in mV")
    return n * p * q, n * p * (1 - p) * q**2, (1 - p) ** n


def m_from_failures(N, N0):
    N = np.asarray(N, dtype=float)
    N0 = np.asarray(N0, dtype=float)
    if not np.isfinite(N).all() or not np.isfinite(N0).all():
        raise ValueError("counts must be finite")
    if (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("N0 must be above 0 and at most N")
    return -np.log(N0 / N)


# %% [answer] blind a: NaN slips through the comparisons
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: p = NaN is neither < 0 nor > 1, so it is not refused (q and n are checked properly)
import numpy as np


def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(*(np.asarray(a, dtype=float) for a in (n, p, q_mV)))
    if (~np.isfinite(n)).any() or (n < 1).any() or (n % 1 != 0).any():
        raise ValueError("n must be a whole number, at least 1")
    if (p < 0).any() or (p > 1).any():
        raise ValueError("p must be between 0 and 1")
    if (~np.isfinite(q)).any():
        raise ValueError("q_mV must be finite")
    out = n * p * q, n * p * (1 - p) * q**2, (1 - p) ** n
    return tuple(x.item() if x.ndim == 0 else x for x in map(np.asarray, out))


def m_from_failures(N, N0):
    N, N0 = np.broadcast_arrays(np.asarray(N, dtype=float), np.asarray(N0, dtype=float))
    if (~np.isfinite(N)).any() or (~np.isfinite(N0)).any() or (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("need finite counts with 0 < N0 <= N")
    m = np.log(N / N0)
    return m.item() if m.ndim == 0 else m


# %% [answer] blind b: long-winded numpy
# kind: right
# marks: 10
# says: ""
# written: blind
def quantal_summary(n, p, q_mV):
    # step 1: turn everything into float arrays
    n_array = np.asarray(n, dtype=float)
    p_array = np.asarray(p, dtype=float)
    q_array = np.asarray(q_mV, dtype=float)

    # step 2: one common shape
    n_array, p_array, q_array = np.broadcast_arrays(n_array, p_array, q_array)

    # step 3: refuse what cannot be
    if not np.isfinite(n_array).all():
        raise ValueError("n (number of sites) must be a finite whole number, at least 1")
    if not np.isfinite(p_array).all():
        raise ValueError("p (probability) must be a finite number from 0 to 1")
    if not np.isfinite(q_array).all():
        raise ValueError("q_mV (mV) must be a finite number")
    if (n_array < 1).any():
        raise ValueError("n (number of sites) must be at least 1")
    if (n_array != np.round(n_array)).any():
        raise ValueError("n (number of sites) must be a whole number")
    if (p_array < 0).any() or (p_array > 1).any():
        raise ValueError("p (probability) must be between 0 and 1")

    # step 4: compute
    mean_mV = n_array * p_array * q_array
    variance_mV2 = n_array * p_array * (1 - p_array) * q_array ** 2
    # + 0*q so that it has the common shape (it already has, but to be sure)
    p_fail = (1 - p_array) ** n_array + 0 * q_array

    # step 5: numbers for numbers
    if mean_mV.shape == ():
        return float(mean_mV), float(variance_mV2), float(p_fail)
    else:
        return mean_mV, variance_mV2, p_fail


def m_from_failures(N, N0):
    N_array = np.asarray(N, dtype=float)
    N0_array = np.asarray(N0, dtype=float)
    N_array, N0_array = np.broadcast_arrays(N_array, N0_array)
    if not np.isfinite(N_array).all():
        raise ValueError("N (spikes) must be finite and above 0")
    if not np.isfinite(N0_array).all():
        raise ValueError("N0 (failed spikes) must be finite, above 0 and at most N")
    if (N_array <= 0).any():
        raise ValueError("N (spikes) must be above 0")
    if (N0_array <= 0).any():
        raise ValueError("N0 (failed spikes) must be above 0, else m cannot be estimated")
    if (N0_array > N_array).any():
        raise ValueError("N0 (failed spikes) must be at most N")
    m = np.log(N_array / N0_array)
    if m.shape == ():
        return float(m)
    return m


# %% [answer] blind b: a scalar worker and a list comprehension
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def one_synapse(n, p, q):
    if math.isnan(n) or math.isinf(n) or n < 1 or n != math.floor(n):
        raise ValueError(f"n must be a whole number of sites, at least 1, got {n}")
    if not (0 <= p <= 1):
        raise ValueError(f"p must be a probability between 0 and 1, got {p}")
    if math.isnan(q) or math.isinf(q):
        raise ValueError(f"q_mV must be a finite number of millivolts, got {q}")
    mean = n * p * q
    variance = n * (p - p * p) * q * q
    fail = (1 - p) ** n
    return mean, variance, fail


def one_count(N, N0):
    if not (math.isfinite(N) and math.isfinite(N0)):
        raise ValueError("N and N0 must be finite counts of spikes")
    if N <= 0 or N0 <= 0 or N0 > N:
        raise ValueError("N0 must be a count above 0 and at most N")
    return math.log(N / N0)


def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(
        np.array(n, dtype=float), np.array(p, dtype=float), np.array(q_mV, dtype=float)
    )
    if n.shape == ():
        return one_synapse(float(n), float(p), float(q))
    answers = [one_synapse(float(a), float(b), float(c)) for a, b, c in zip(n.flat, p.flat, q.flat)]
    mean = np.array([a[0] for a in answers], dtype=float).reshape(n.shape)
    variance = np.array([a[1] for a in answers], dtype=float).reshape(n.shape)
    fail = np.array([a[2] for a in answers], dtype=float).reshape(n.shape)
    return mean, variance, fail


def m_from_failures(N, N0):
    N, N0 = np.broadcast_arrays(np.array(N, dtype=float), np.array(N0, dtype=float))
    if N.shape == ():
        return one_count(float(N), float(N0))
    return np.array([one_count(float(a), float(b)) for a, b in zip(N.flat, N0.flat)], dtype=float).reshape(N.shape)


# %% [answer] blind b: one site first, small helpers
# kind: right
# marks: 10
# says: ""
# written: blind
def _same_shape(*things):
    return [np.array(x) for x in np.broadcast_arrays(*[np.asarray(t, dtype=float) for t in things])]


def _give_back(x):
    # a number for numbers
    return x.item() if x.ndim == 0 else x


def quantal_summary(n, p, q_mV):
    n, p, q = _same_shape(n, p, q_mV)
    n_ok = np.isfinite(n) & (n >= 1) & (np.floor(n) == n)
    p_ok = (p >= 0) & (p <= 1)
    if not n_ok.all():
        raise ValueError("n: whole number of release sites, at least 1")
    if not p_ok.all():
        raise ValueError("p: probability without unit, 0 to 1")
    if not np.isfinite(q).all():
        raise ValueError("q_mV: finite number in mV")

    # one site first: it gives 1 with p and 0 otherwise
    mean_one = p
    mean_of_square_one = p
    variance_one = mean_of_square_one - mean_one ** 2
    # then n of them, then the size of the packet
    mean = n * mean_one * q
    variance = n * variance_one * q ** 2
    silent_one = 1 - p
    all_silent = np.power(silent_one, n)
    return _give_back(mean), _give_back(variance), _give_back(all_silent)


def m_from_failures(N, N0):
    N, N0 = _same_shape(N, N0)
    if not (np.isfinite(N).all() and np.isfinite(N0).all()):
        raise ValueError("N, N0: finite counts")
    if not ((N0 > 0) & (N0 <= N)).all():
        raise ValueError("N0: count above 0 and at most N")
    return _give_back(-np.log(N0 / N))


# %% [answer] blind b: p to the n instead of (1-p) to the n
# kind: wrong
# marks: 5
# says: ""
# written: blind
# believed wrong because: p**n is the probability that ALL sites release, not that none does; agrees with the worked value (p = 0.5) and with the public checks
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, dtype=float), np.asarray(p, dtype=float), np.asarray(q_mV, dtype=float))
    if not np.isfinite(n).all() or (n < 1).any() or (n != np.round(n)).any():
        raise ValueError("n must be a whole number, at least 1")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must be between 0 and 1")
    if not np.isfinite(q).all():
        raise ValueError("q_mV must be finite, in mV")
    mean = n * p * q
    variance = n * p * (1 - p) * q ** 2
    p_fail = p ** n
    if n.shape == ():
        return float(mean), float(variance), float(p_fail)
    return mean, variance, p_fail


def m_from_failures(N, N0):
    N, N0 = np.broadcast_arrays(np.asarray(N, dtype=float), np.asarray(N0, dtype=float))
    if not (np.isfinite(N).all() and np.isfinite(N0).all()):
        raise ValueError("N and N0 must be finite")
    if (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("N0 must be above 0 and at most N")
    m = np.log(N / N0)
    return float(m) if m.shape == () else m


# %% [answer] blind b: NaN slips through the comparisons
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: NaN is neither below 0 nor above 1, so a NaN in p passes unrefused and comes out as NaN
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, dtype=float), np.asarray(p, dtype=float), np.asarray(q_mV, dtype=float))
    if not np.isfinite(n).all() or (n < 1).any() or (n != np.round(n)).any():
        raise ValueError("n must be a whole number, at least 1")
    if (p < 0).any() or (p > 1).any():
        raise ValueError("p must be between 0 and 1")
    if not np.isfinite(q).all():
        raise ValueError("q_mV must be finite, in mV")
    mean = n * p * q
    variance = n * p * (1 - p) * q ** 2
    p_fail = (1 - p) ** n
    if n.shape == ():
        return float(mean), float(variance), float(p_fail)
    return mean, variance, p_fail


def m_from_failures(N, N0):
    N, N0 = np.broadcast_arrays(np.asarray(N, dtype=float), np.asarray(N0, dtype=float))
    if not (np.isfinite(N).all() and np.isfinite(N0).all()):
        raise ValueError("N and N0 must be finite")
    if (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("N0 must be above 0 and at most N")
    m = np.log(N / N0)
    return float(m) if m.shape == () else m


# %% [answer] blind b: failure probability lacks the common shape
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: arrays are never broadcast to one shape, so with an array only in q_mV p_fail stays a single number
def quantal_summary(n, p, q_mV):
    n = np.asarray(n, dtype=float)
    p = np.asarray(p, dtype=float)
    q = np.asarray(q_mV, dtype=float)
    if not np.isfinite(n).all() or (n < 1).any() or (n != np.round(n)).any():
        raise ValueError("n must be a whole number, at least 1")
    if not np.isfinite(p).all() or (p < 0).any() or (p > 1).any():
        raise ValueError("p must be between 0 and 1")
    if not np.isfinite(q).all():
        raise ValueError("q_mV must be finite, in mV")
    return n * p * q, n * p * (1 - p) * q ** 2, (1 - p) ** n


def m_from_failures(N, N0):
    N = np.asarray(N, dtype=float)
    N0 = np.asarray(N0, dtype=float)
    if not (np.isfinite(N).all() and np.isfinite(N0).all()):
        raise ValueError("N and N0 must be finite")
    if (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("N0 must be above 0 and at most N")
    return np.log(N / N0)


# %% [answer] a dictionary with the units in its keys
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: wrong type
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(*[np.array(each, dtype=float) for each in (n, p, q_mV)])
    if not np.isfinite([n, p, q]).all():
        raise ValueError("n, p and q_mV must be finite")
    if (n < 1).any() or (n != n.round()).any() or (p < 0).any() or (p > 1).any():
        raise ValueError("n must be whole and at least 1, p between 0 and 1")
    return {"mean_mV": n * p * q, "variance_mV2": n * p * (1 - p) * q**2, "p_fail": (1 - p) ** n}


def m_from_failures(N, N0):
    N, N0 = np.array(N, dtype=float), np.array(N0, dtype=float)
    if not (np.isfinite(N).all() and np.isfinite(N0).all()) or (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("N0 must be above 0 and at most N")
    return np.log(N / N0)


# %% [answer] volts, for the sake of SI
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def quantal_summary(n, p, q_mV):
    sites, p, q_volt = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float) * 1e-3)
    if not np.isfinite(q_volt).all() or not np.isfinite(sites).all():
        raise ValueError("n and q_mV must be finite")
    if np.any(sites < 1) or np.any(sites % 1) or not np.all((p >= 0) & (p <= 1)):
        raise ValueError("n counts sites, p is a probability")
    one_mean, one_variance = p * q_volt, p * (1 - p) * q_volt**2
    return sites * one_mean, sites * one_variance, (1 - p) ** sites


def m_from_failures(N, N0):
    N, N0 = np.asarray(N, float), np.asarray(N0, float)
    if not np.all(np.isfinite(N) & (N0 > 0) & (N0 <= N)):
        raise ValueError("counts with 0 < N0 <= N, please")
    return -np.log(N0 / N)


# %% [answer] second moment plus the square of the mean
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
def quantal_summary(n, p, q_mV):
    arrays = [np.asarray(given, dtype=float) for given in (n, p, q_mV)]
    n, p, q = np.broadcast_arrays(*arrays)
    if not all(np.isfinite(a).all() for a in arrays) or (n < 1).any() or (n != np.floor(n)).any():
        raise ValueError("finite numbers, and n a whole number of sites")
    if p.min() < 0 or p.max() > 1:
        raise ValueError("p runs from 0 to 1")
    mean_of_one = p * q
    square_of_one = p * q**2
    return n * mean_of_one, n * (square_of_one + mean_of_one**2), (1 - p) ** n


def m_from_failures(N, N0):
    silent = np.asarray(N0, dtype=float) / np.asarray(N, dtype=float)
    if not np.isfinite(silent).all() or (silent <= 0).any() or (silent > 1).any() or np.any(np.asarray(N0) <= 0) or np.isinf(N).any():
        raise ValueError("N0 must be above 0 and at most N")
    return -np.log(silent)


# %% [answer] decimal logarithm of the failures
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float))
    if not (np.isfinite(n) & (n >= 1) & (n == np.rint(n))).all():
        raise ValueError("n must be a whole number of sites")
    if not ((p >= 0) & (p <= 1)).all() or not np.isfinite(q).all():
        raise ValueError("p must be a probability, and q_mV finite")
    return n * p * q, n * p * (1 - p) * q**2, (1 - p) ** n


def m_from_failures(N, N0):
    N, N0 = np.asarray(N, float), np.asarray(N0, float)
    if not (np.isfinite(N) & (N0 > 0) & (N0 <= N)).all():
        raise ValueError("need 0 < N0 <= N")
    return np.log10(N / N0)


# %% [answer] one less the chance of any release, as plain lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.stats import binom


def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(*(np.array(given, dtype=float) for given in (n, p, q_mV)))
    if not np.isfinite(np.stack([n, p, q])).all():
        raise ValueError("finite numbers only")
    if (n < 1).any() or (n != np.trunc(n)).any() or (p < 0).any() or (p > 1).any():
        raise ValueError("n must be whole and at least 1, p between 0 and 1")
    any_release = binom.sf(0, n, p)
    return [(n * p * q).tolist(), (q**2 * n * (0.25 - (p - 0.5) ** 2)).tolist(), np.subtract(1, any_release).tolist()]


def m_from_failures(N, N0):
    N, N0 = np.broadcast_arrays(np.array(N, dtype=float), np.array(N0, dtype=float))
    if not np.isfinite(np.stack([N, N0])).all() or (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("N0 must be above 0 and at most N")
    return (np.log(N) - np.log(N0)).tolist()


# %% [answer] counts must be whole
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def quantal_summary(n, p, q_mV):
    n, p, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(p, float), np.asarray(q_mV, float))
    if not np.isfinite([n, p, q]).all() or (n < 1).any() or (n % 1).any() or (p < 0).any() or (p > 1).any():
        raise ValueError("n whole and at least 1, p from 0 to 1, q_mV finite")
    silent = 1 - p
    return n * p * q, n * p * silent * q**2, silent**n


def m_from_failures(N, N0):
    N, N0 = np.asarray(N, float), np.asarray(N0, float)
    if not (np.isfinite(N).all() and np.isfinite(N0).all()) or (N % 1).any() or (N0 % 1).any():
        raise ValueError("spikes are counted in whole numbers")
    if (N0 <= 0).any() or (N0 > N).any():
        raise ValueError("N0 must be above 0 and at most N")
    return np.log(N / N0)
