# %% [answer] scipy's normal distribution
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.stats import norm


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    return {
        "ovl": 2 * norm.cdf(-abs(d) / 2),
        "auc": norm.cdf(d / np.sqrt(2)),
        "above_mean": norm.sf(0, loc=d),
        "above_2sd": norm.sf(2, loc=d),
    }


def simulate(d, n, seed):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    if not np.isfinite(n) or n != int(n) or n < 1:
        raise ValueError("n must be a whole number of at least 1")
    rng = np.random.default_rng(seed)
    return rng.normal(0, 1, int(n)), rng.normal(d, 1, int(n))


# %% [answer] the error function, lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def _phi(z):
    return 0.5 * (1 + math.erf(z / math.sqrt(2)))


def group_overlap(d):
    if math.isnan(d) or math.isinf(d):
        raise ValueError("d (SD) must be finite")
    return dict(ovl=2 * _phi(-abs(d) / 2), auc=_phi(d / math.sqrt(2)), above_mean=_phi(d), above_2sd=_phi(d - 2))


def simulate(d, n, seed):
    group_overlap(d)
    if not math.isfinite(n) or n < 1 or n % 1:
        raise ValueError("n must be whole and at least 1")
    draws = np.random.default_rng(seed).standard_normal(2 * int(n)).tolist()
    half = len(draws) // 2
    return draws[:half], [d + z for z in draws[half:]]


# %% [answer] areas by integration
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import quad


def _bell(x):
    return np.exp(-x * x / 2) / np.sqrt(2 * np.pi)


def _below(z):
    if z < -9:
        return 0.0
    return 1.0 if z > 9 else quad(_bell, -12, z, epsabs=1e-13, epsrel=1e-12, points=[0] if z > 0 else None, limit=200)[0]


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    shared = quad(lambda x: _bell(x - abs(d)), abs(d) - 12, abs(d) / 2, epsabs=1e-13, epsrel=1e-12, limit=200)[0] if abs(d) < 24 else 0.0
    return {"ovl": 2 * shared, "auc": _below(d / np.sqrt(2)), "above_mean": _below(d), "above_2sd": _below(d - 2)}


def simulate(d, n, seed):
    if not np.isfinite(d) or not np.isfinite(n) or n < 1 or n != np.floor(n):
        raise ValueError("d finite, n whole and at least 1")
    n = int(n)
    rows = np.random.default_rng(seed).standard_normal((2, n))
    return rows[0], rows[1] + d


# %% [answer] a percentage
# kind: mistake
# marks: 4
# says: "read d as a percentage"
# written: with the solution
def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    return {"ovl": 1 - d, "auc": 0.5 + d / 2, "above_mean": 0.5 + d / 2, "above_2sd": d / 10}


def simulate(d, n, seed):
    if not np.isfinite([d, n]).all() or n != int(n) or n < 1:
        raise ValueError("n must be whole")
    rng = np.random.default_rng(seed)
    return rng.standard_normal(int(n)), d + rng.standard_normal(int(n))


# %% [answer] divided by a hundred
# kind: mistake
# marks: 4
# says: "read d as a percentage"
# written: with the solution
from statistics import NormalDist


def group_overlap(d):
    d = d / 100
    phi = NormalDist().cdf
    return {"ovl": 2 * phi(-abs(d) / 2), "auc": phi(d / 2**0.5), "above_mean": phi(d), "above_2sd": phi(d - 2)}


def simulate(d, n, seed):
    rng = np.random.default_rng(seed)
    return rng.standard_normal(int(n)), d / 100 + rng.standard_normal(int(n))


# %% [answer] the group speaks for everybody
# kind: mistake
# marks: 5
# says: "because the patients' mean does"
# written: with the solution
from statistics import NormalDist


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    phi = NormalDist().cdf
    return {"ovl": 2 * phi(-abs(d) / 2), "auc": 1.0 if d > 0 else 0.5 if d == 0 else 0.0, "above_mean": 1.0 if d > 0 else 0.5 if d == 0 else 0.0, "above_2sd": 1.0 if d > 2 else 0.0}


def simulate(d, n, seed):
    if not np.isfinite([d, n]).all() or n != int(n) or n < 1:
        raise ValueError("n must be whole")
    rng = np.random.default_rng(seed)
    return rng.standard_normal(int(n)), d + rng.standard_normal(int(n))


# %% [answer] auc against the mean
# kind: mistake
# marks: 7
# says: "standard deviation of the difference"
# written: with the solution
from statistics import NormalDist


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    phi = NormalDist().cdf
    return {"ovl": 2 * phi(-abs(d) / 2), "auc": phi(d), "above_mean": phi(d), "above_2sd": phi(d - 2)}


def simulate(d, n, seed):
    if not np.isfinite([d, n]).all() or n != int(n) or n < 1:
        raise ValueError("n must be whole")
    rng = np.random.default_rng(seed)
    return rng.standard_normal(int(n)), d + rng.standard_normal(int(n))


# %% [answer] patients first
# kind: mistake
# marks: 7
# says: "who is drawn first"
# written: with the solution
from statistics import NormalDist


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    phi = NormalDist().cdf
    return {"ovl": 2 * phi(-abs(d) / 2), "auc": phi(d / 2**0.5), "above_mean": phi(d), "above_2sd": phi(d - 2)}


def simulate(d, n, seed):
    if not np.isfinite([d, n]).all() or n != int(n) or n < 1:
        raise ValueError("n must be whole")
    rng = np.random.default_rng(seed)
    patients = d + rng.standard_normal(int(n))
    return rng.standard_normal(int(n)), patients


# %% [answer] the wrong sign
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
from statistics import NormalDist


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    phi = NormalDist().cdf
    return {"ovl": 2 * phi(-abs(d) / 2), "auc": phi(-d / 2**0.5), "above_mean": phi(-d), "above_2sd": phi(-d - 2)}


def simulate(d, n, seed):
    if not np.isfinite([d, n]).all() or n != int(n) or n < 1:
        raise ValueError("n must be whole")
    rng = np.random.default_rng(seed)
    return rng.standard_normal(int(n)), d + rng.standard_normal(int(n))


# %% [answer] negative differences forgotten, nothing refused
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
from statistics import NormalDist


def group_overlap(d):
    phi = NormalDist().cdf
    return {"ovl": 2 * phi(-d / 2), "auc": phi(d / 2**0.5), "above_mean": phi(d), "above_2sd": phi(d - 2)}


def simulate(d, n, seed):
    rng = np.random.default_rng(seed)
    return rng.standard_normal(int(n)), d + rng.standard_normal(int(n))


# %% [answer] in per cent
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
from statistics import NormalDist


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    phi = NormalDist().cdf
    return {"ovl": 200 * phi(-abs(d) / 2), "auc": 100 * phi(d / 2**0.5), "above_mean": 100 * phi(d), "above_2sd": 100 * phi(d - 2)}


def simulate(d, n, seed):
    if not np.isfinite([d, n]).all() or n != int(n) or n < 1:
        raise ValueError("n must be whole")
    rng = np.random.default_rng(seed)
    return rng.standard_normal(int(n)), d + rng.standard_normal(int(n))


# %% [answer] empty
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def group_overlap(d):
    raise NotImplementedError


def simulate(d, n, seed):
    raise NotImplementedError
