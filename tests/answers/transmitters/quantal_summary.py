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
