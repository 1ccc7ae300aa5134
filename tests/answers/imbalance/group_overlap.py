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
# shows: wrong unit
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
# shows: wrong unit
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
# shows: slipped sign
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
# shows: wrong unit
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


# %% [answer] blind: statistics from the standard library
# kind: right
# marks: 10
# says: ""
# written: blind
from statistics import NormalDist


def group_overlap(d):
    d = float(d)
    if d != d or d in (float("inf"), float("-inf")):
        raise ValueError("d must be finite")
    controls, patients = NormalDist(0, 1), NormalDist(d, 1)
    return {
        "ovl": controls.overlap(patients),
        "auc": 1 - NormalDist(d, 2**0.5).cdf(0),
        "above_mean": 1 - patients.cdf(0),
        "above_2sd": 1 - patients.cdf(2),
    }


def simulate(d, n, seed):
    d = float(d)
    if d != d or d in (float("inf"), float("-inf")):
        raise ValueError("d must be finite")
    n = float(n)
    if not n.is_integer() or n < 1:
        raise ValueError("n must be a whole number, at least 1")
    n = int(n)
    rng = np.random.default_rng(seed)
    controls = rng.normal(0, 1, n)
    patients = rng.normal(d, 1, n)
    return controls, patients


# %% [answer] blind: erfc, and one draw cut in two
# kind: right
# marks: 10
# says: ""
# written: blind
from math import erfc, isfinite, sqrt


def _below(z):
    return 0.5 * erfc(-z / sqrt(2))


def group_overlap(d):
    if not isfinite(d):
        raise ValueError("d is not a number")
    places = {"auc": d / sqrt(2), "above_mean": d, "above_2sd": d - 2}
    answer = {name: _below(z) for name, z in places.items()}
    answer["ovl"] = 2 * _below(-abs(d) / 2)
    return answer


def simulate(d, n, seed):
    if not isfinite(d):
        raise ValueError("d is not a number")
    if not isfinite(n) or n < 1 or n != int(n):
        raise ValueError("n people")
    n = int(n)
    both = np.random.default_rng(seed).standard_normal(2 * n)
    return both[:n], both[n:] + d


# %% [answer] blind: every fraction by numerical integration
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.integrate import quad


def _bell(x, mean=0.0):
    return np.exp(-((x - mean) ** 2) / 2) / np.sqrt(2 * np.pi)


def _phi(z):
    if z > 0:
        return 1 - _phi(-z)
    return quad(_bell, -np.inf, z, epsabs=0, epsrel=1e-11)[0]


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d has to be finite")
    d = float(d)
    crossing = abs(d) / 2
    left = quad(lambda x: _bell(x, abs(d)), -np.inf, crossing)[0]
    right = quad(_bell, crossing, np.inf)[0]
    return {
        "ovl": min(1.0, float(left + right)),
        "auc": float(_phi(d / np.sqrt(2))),
        "above_mean": float(_phi(d)),
        "above_2sd": float(_phi(d - 2)),
    }


def simulate(d, n, seed):
    if not np.isfinite(d):
        raise ValueError("d has to be finite")
    if not np.isfinite(n) or n % 1 or n < 1:
        raise ValueError("n has to be a whole number above 0")
    generator = np.random.default_rng(seed)
    healthy = np.array([generator.normal() for _ in range(int(n))])
    ill = np.array([generator.normal(loc=d, scale=1) for _ in range(int(n))])
    return healthy, ill


# %% [answer] blind: the sign of d forgotten in the overlap
# kind: wrong
# marks: 6
# says: ""
# written: blind
from statistics import NormalDist

phi = NormalDist().cdf


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    return {
        "ovl": 2 * phi(-d / 2),
        "auc": phi(d / np.sqrt(2)),
        "above_mean": phi(d),
        "above_2sd": phi(d - 2),
    }


def simulate(d, n, seed):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    if not np.isfinite(n) or n != int(n) or n < 1:
        raise ValueError("n must be whole and at least 1")
    rng = np.random.default_rng(seed)
    return rng.normal(0, 1, int(n)), rng.normal(d, 1, int(n))


# %% [answer] blind: two generators from one seed, and the auc with the whole d
# kind: wrong
# marks: 5
# says: ""
# written: blind
from scipy.stats import norm


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    return {
        "ovl": float(2 * norm.cdf(-abs(d) / 2)),
        "auc": float(norm.cdf(d / 2)),
        "above_mean": float(norm.cdf(d)),
        "above_2sd": float(norm.sf(2 - d)),
    }


def simulate(d, n, seed):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    if not np.isfinite(n) or n != int(n) or n < 1:
        raise ValueError("n must be whole and at least 1")
    controls = np.random.default_rng(seed).normal(0, 1, int(n))
    patients = np.random.default_rng(seed).normal(d, 1, int(n))
    return controls, patients


# %% [answer] blind: nothing refused, and n only as an int
# kind: wrong
# marks: 8
# says: ""
# written: blind
from scipy.stats import norm


def group_overlap(d):
    return {
        "ovl": 2 * norm.cdf(-abs(d) / 2),
        "auc": norm.cdf(d / 2**0.5),
        "above_mean": norm.cdf(d),
        "above_2sd": 1 - norm.cdf(2 - d),
    }


def simulate(d, n, seed):
    rng = np.random.default_rng(seed)
    controls = rng.normal(0, 1, n)
    patients = rng.normal(d, 1, n)
    return controls, patients


# %% [answer] blind: the standard library's normal distribution, and one long draw
# kind: right
# marks: 10
# says: ""
# written: blind
from statistics import NormalDist


def group_overlap(d):
    d = float(d)
    if d - d != 0:
        raise ValueError("d must be finite")
    controls, patients = NormalDist(0, 1), NormalDist(d, 1)
    return {
        "ovl": controls.overlap(patients),
        "auc": NormalDist(d, 2**0.5).cdf(2 * d),
        "above_mean": NormalDist().cdf(d),
        "above_2sd": NormalDist().cdf(d - 2),
    }


def simulate(d, n, seed):
    if not np.isfinite(d) or not np.isfinite(n) or n < 1 or n != round(n):
        raise ValueError("d must be finite, n whole and at least 1")
    both = np.random.default_rng(seed).standard_normal((2, int(n)))
    return both[0], both[1] + d


# %% [answer] blind: areas summed on a fine grid, with a dataclass in between
# kind: right
# marks: 10
# says: ""
# written: blind
import math
from dataclasses import asdict, dataclass


@dataclass
class Overlap:
    ovl: float
    auc: float
    above_mean: float
    above_2sd: float


def _upper(x):
    return 0.5 * math.erfc(x / math.sqrt(2))


def group_overlap(d):
    if not math.isfinite(d):
        raise ValueError("d must be a finite number")
    middle = d / 2
    x = np.linspace(-12, 12, 48001) + middle
    lower_of_both = np.exp(-np.maximum(x**2, (x - d) ** 2) / 2) / math.sqrt(2 * math.pi)
    ovl = float(lower_of_both.sum() * (x[1] - x[0])) if abs(d) < 12 else 2 * _upper(abs(d) / 2)
    return asdict(Overlap(ovl, _upper(-d / math.sqrt(2)), _upper(-d), _upper(2 - d)))


def simulate(d, n, seed):
    if not math.isfinite(d) or not math.isfinite(n) or n < 1 or n % 1:
        raise ValueError("what study is that?")
    generator = np.random.default_rng(seed)
    return tuple(generator.normal(loc=mean, size=int(n)) for mean in (0, d))


# %% [answer] blind: the tail beyond 2 SD of the patients' own mean
# kind: wrong
# marks: 6
# says: ""
# written: blind
from scipy.stats import norm


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d")
    return {
        "ovl": float(2 * norm.cdf(-abs(d) / 2)),
        "auc": float(norm.cdf(d / np.sqrt(2))),
        "above_mean": float(norm.cdf(d)),
        "above_2sd": float(norm.sf(2)),
    }


def simulate(d, n, seed):
    if not np.isfinite(d) or not np.isfinite(n) or n < 1 or n != int(n):
        raise ValueError("d or n")
    rng = np.random.default_rng(seed)
    return rng.normal(0, 1, int(n)), rng.normal(d, 1, int(n))


# %% [answer] blind: patients are drawn before controls
# kind: mistake
# marks: 7
# says: "Your patients get the draws"
# written: blind
from scipy.stats import norm


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d")
    return {
        "ovl": float(2 * norm.cdf(-abs(d) / 2)),
        "auc": float(norm.cdf(d / np.sqrt(2))),
        "above_mean": float(norm.cdf(d)),
        "above_2sd": float(norm.sf(2 - d)),
    }


def simulate(d, n, seed):
    if not np.isfinite(d) or not np.isfinite(n) or n < 1 or n != int(n):
        raise ValueError("d or n")
    rng = np.random.default_rng(seed)
    patients = rng.normal(d, 1, int(n))
    return rng.normal(0, 1, int(n)), patients


# %% [answer] areas and draws in loops
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def _between_mean_and(z):
    """Area under the bell from its mean to z, by Simpson's rule."""
    panels = 300
    step = z / panels
    total = 0.0
    for i in range(panels + 1):
        weight = 1 if i in (0, panels) else 4 if i % 2 else 2
        total += weight * math.exp(-((i * step) ** 2) / 2)
    return total * step / 3 / math.sqrt(2 * math.pi)


def _below(z):
    return 0.5 + _between_mean_and(z)


def group_overlap(d):
    if not math.isfinite(d):
        raise ValueError("d must be finite")
    return {
        "ovl": 2 * (0.5 - _between_mean_and(abs(d) / 2)),
        "auc": _below(d / math.sqrt(2)),
        "above_mean": _below(d),
        "above_2sd": _below(d - 2),
    }


def simulate(d, n, seed):
    if not math.isfinite(d) or not math.isfinite(n) or n < 1 or n != math.floor(n):
        raise ValueError("d must be finite, n whole and at least 1")
    rng = np.random.default_rng(seed)
    controls, patients = [], []
    for group, mean in (controls, 0.0), (patients, d):
        for _ in range(int(n)):
            group.append(mean + rng.standard_normal())
    return controls, patients


# %% [answer] text, as it goes into the table
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: wrong type
from scipy.stats import norm


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d (SD) must be finite")
    shares = {
        "ovl": 2 * norm.cdf(-abs(d) / 2),
        "auc": norm.cdf(d / np.sqrt(2)),
        "above_mean": norm.cdf(d),
        "above_2sd": norm.sf(2 - d),
    }
    return {name: str(float(share)) for name, share in shares.items()}


def simulate(d, n, seed):
    if not np.isfinite(d) or not np.isfinite(n) or n < 1 or n % 1:
        raise ValueError("d must be finite, n whole and at least 1")
    rng = np.random.default_rng(seed)
    return rng.normal(size=int(n)), rng.normal(d, size=int(n))


# %% [answer] the draws are taken from the mean
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: slipped sign
import math


def group_overlap(d):
    if not math.isfinite(d):
        raise ValueError("d must be finite")
    below = lambda z: math.erfc(-z / math.sqrt(2)) / 2
    return {"ovl": 2 * below(-abs(d) / 2), "auc": below(d / math.sqrt(2)), "above_mean": below(d), "above_2sd": below(d - 2)}


def simulate(d, n, seed):
    if not (math.isfinite(d) and math.isfinite(n)) or n < 1 or n != int(n):
        raise ValueError("d must be finite, n whole and at least 1")
    rng = np.random.default_rng(seed)
    return -rng.standard_normal(int(n)), d - rng.standard_normal(int(n))


# %% [answer] both tails beyond 2 SD
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
from scipy.stats import norm


def group_overlap(d):
    if not np.isfinite(d):
        raise ValueError("d must be finite")
    patients = norm(loc=d)
    return {
        "ovl": 2 * norm.sf(abs(d) / 2),
        "auc": norm.cdf(d, scale=np.sqrt(2)),
        "above_mean": patients.sf(0),
        "above_2sd": patients.sf(2) + patients.cdf(-2),
    }


def simulate(d, n, seed):
    if not np.isfinite(d) or not np.isfinite(n) or n < 1 or n != np.rint(n):
        raise ValueError("d must be finite, n whole and at least 1")
    stream = np.random.default_rng(seed)
    return stream.normal(size=int(n)), stream.normal(loc=d, size=int(n))
