# %% [answer] numpy's polyfit
# kind: right
# marks: 10
# says: ""
# written: with the solution
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.array(n_genes, dtype=float), np.array(c_per_dose, dtype=float)
    if n.shape != c.shape or n.size < 2 or not np.isfinite(n).all() or not np.isfinite(c).all():
        raise ValueError("two lists of finite numbers, equally long")
    if (n < 0).any() or (c <= 0).any() or np.unique(n).size < 2:
        raise ValueError("genes at least 0 and not all the same, levels above 0")
    b, a = np.polyfit(n, 1 / c, 1)
    return a, b


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    if not (np.isfinite(n).all() and np.isfinite(a).all() and np.isfinite(b).all()) or (n < 0).any():
        raise ValueError("finite numbers, n_genes at least 0")
    cleared = a + b * n
    if not (cleared > 0).all():
        raise ValueError("a + b n must be above 0")
    return 1 / cleared


# %% [answer] sums in a loop, lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def fit_gene_dose(n_genes, c_per_dose):
    pairs = list(zip(n_genes, c_per_dose, strict=True))
    if len({n for n, c in pairs}) < 2:
        raise ValueError("n_genes needs two different numbers")
    size = sum_n = sum_y = sum_ny = sum_nn = 0.0
    for n, c in pairs:
        if not math.isfinite(n) or not math.isfinite(c) or n < 0 or c <= 0:
            raise ValueError("genes at least 0, levels above 0")
        y = 1 / c
        size, sum_n, sum_y, sum_ny, sum_nn = size + 1, sum_n + n, sum_y + y, sum_ny + n * y, sum_nn + n * n
    b = (size * sum_ny - sum_n * sum_y) / (size * sum_nn - sum_n**2)
    return [(sum_y - b * sum_n) / size, b]


def predict(n_genes, a, b):
    cases = np.broadcast(n_genes, a, b)
    levels = []
    for n, base, gene in cases:
        if not all(map(math.isfinite, (n, base, gene))) or n < 0 or base + gene * n <= 0:
            raise ValueError("nothing would be cleared")
        levels.append(1 / (base + gene * n))
    return levels[0] if cases.shape == () else np.reshape(levels, cases.shape).tolist()


# %% [answer] least squares by a solver
# kind: right
# marks: 10
# says: ""
# written: with the solution
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, dtype=np.float64), np.asarray(c_per_dose, dtype=np.float64)
    if n.ndim != 1 or len(n) != len(c) or len(n) == 0:
        raise ValueError("equally long lists")
    if not np.isfinite(np.concatenate([n, c])).all() or n.min() < 0 or c.min() <= 0 or np.ptp(n) == 0:
        raise ValueError("out of range")
    design = np.column_stack([np.ones_like(n), n])
    (a, b), *_ = np.linalg.lstsq(design, 1 / c, rcond=None)
    return float(a), float(b)


def predict(n_genes, a, b):
    line = np.asarray(a) + np.multiply(b, n_genes)
    if not np.isfinite(line).all() or np.any(line <= 0) or np.any(np.asarray(n_genes) < 0):
        raise ValueError("a + b·n must be finite and above 0, n_genes at least 0")
    return np.reciprocal(line.astype(float))


# %% [answer] a line through the levels
# kind: mistake
# marks: 6
# says: "line through the levels themselves"
# written: with the solution
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, float), np.asarray(c_per_dose, float)
    if n.shape != c.shape or len(np.unique(n)) < 2 or not np.isfinite(n).all() or not np.isfinite(c).all() or (c <= 0).any() or (n < 0).any():
        raise ValueError("out of range")
    b, a = np.polyfit(n, c, 1)
    return a, b


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    return a + b * n


# %% [answer] a line through the logarithms
# kind: mistake
# marks: 6
# says: "logarithm of the level"
# written: with the solution
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, float), np.asarray(c_per_dose, float)
    if n.shape != c.shape or len(np.unique(n)) < 2 or not np.isfinite(n).all() or not np.isfinite(c).all() or (c <= 0).any() or (n < 0).any():
        raise ValueError("out of range")
    b, a = np.polyfit(n, np.log(c), 1)
    return a, b


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    return np.exp(a + b * n)


# %% [answer] slope first
# kind: mistake
# marks: 7
# says: "have changed places"
# written: with the solution
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, float), np.asarray(c_per_dose, float)
    if n.shape != c.shape or len(np.unique(n)) < 2 or not np.isfinite(n).all() or not np.isfinite(c).all() or (c <= 0).any() or (n < 0).any():
        raise ValueError("out of range")
    return tuple(np.polyfit(n, 1 / c, 1))


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    if not np.isfinite(n).all() or (n < 0).any() or not (a + b * n > 0).all() or not np.isfinite(a + b * n).all():
        raise ValueError("out of range")
    return 1 / (a + b * n)


# %% [answer] through the first and the last group
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, float), np.asarray(c_per_dose, float)
    if n.shape != c.shape or len(np.unique(n)) < 2 or not np.isfinite(n).all() or not np.isfinite(c).all() or (c <= 0).any() or (n < 0).any():
        raise ValueError("out of range")
    b = (1 / c[-1] - 1 / c[0]) / (n[-1] - n[0])
    return 1 / c[0] - b * n[0], b


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    if not np.isfinite(n).all() or (n < 0).any() or not (a + b * n > 0).all() or not np.isfinite(a + b * n).all():
        raise ValueError("out of range")
    return 1 / (a + b * n)


# %% [answer] nothing refused
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def fit_gene_dose(n_genes, c_per_dose):
    b, a = np.polyfit(n_genes, 1 / np.asarray(c_per_dose, float), 1)
    return a, b


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    return 1 / (a + b * n)


# %% [answer] levels per gram
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, float), np.asarray(c_per_dose, float)
    if n.shape != c.shape or len(np.unique(n)) < 2 or not np.isfinite(n).all() or not np.isfinite(c).all() or (c <= 0).any() or (n < 0).any():
        raise ValueError("out of range")
    b, a = np.polyfit(n, 1000 / c, 1)
    return a, b


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    if not np.isfinite(n).all() or (n < 0).any() or not (a + b * n > 0).all() or not np.isfinite(a + b * n).all():
        raise ValueError("out of range")
    return 1 / (a + b * n)


# %% [answer] a minus for a plus
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, float), np.asarray(c_per_dose, float)
    if n.shape != c.shape or len(np.unique(n)) < 2 or not np.isfinite(n).all() or not np.isfinite(c).all() or (c <= 0).any() or (n < 0).any():
        raise ValueError("out of range")
    b, a = np.polyfit(n, 1 / c, 1)
    return a, -b


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    if not np.isfinite(n).all() or (n < 0).any() or not (a + b * n > 0).all() or not np.isfinite(a + b * n).all():
        raise ValueError("out of range")
    return 1 / (a + b * n)


# %% [answer] empty
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def fit_gene_dose(n_genes, c_per_dose):
    raise NotImplementedError


def predict(n_genes, a, b):
    raise NotImplementedError


# %% [answer] blind: polyfit on the reciprocals
# kind: right
# marks: 10
# says: ""
# written: blind
def fit_gene_dose(n_genes, c_per_dose):
    n = np.array(n_genes, dtype=float)
    c = np.array(c_per_dose, dtype=float)
    if n.ndim != 1 or n.shape != c.shape or n.size < 2:
        raise ValueError("two lists of equal length")
    if not (np.isfinite(n).all() and np.isfinite(c).all()):
        raise ValueError("NaN or infinity")
    if n.min() < 0 or c.min() <= 0 or n.min() == n.max():
        raise ValueError("out of range, or all groups alike")
    slope, intercept = np.polyfit(n, 1 / c, deg=1)
    return float(intercept), float(slope)


def predict(n_genes, a, b):
    n, a, b = np.broadcast_arrays(*[np.array(x, dtype=float) for x in (n_genes, a, b)])
    if not (np.isfinite(n).all() and np.isfinite(a).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    clearance = a + b * n
    if (n < 0).any() or (clearance <= 0).any():
        raise ValueError("out of range")
    level = 1 / clearance
    return level if level.ndim else float(level)


# %% [answer] blind: sums in a loop
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def fit_gene_dose(n_genes, c_per_dose):
    xs = [float(x) for x in n_genes]
    cs = [float(c) for c in c_per_dose]
    if len(xs) != len(cs) or len(set(xs)) < 2:
        raise ValueError("lengths must agree, and two groups must differ")
    for x, c in zip(xs, cs):
        if not math.isfinite(x) or not math.isfinite(c):
            raise ValueError("not finite")
        if x < 0 or c <= 0:
            raise ValueError("out of range")
    ys = [1 / c for c in cs]
    mean_x = math.fsum(xs) / len(xs)
    mean_y = math.fsum(ys) / len(ys)
    above = math.fsum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
    below = math.fsum((x - mean_x) ** 2 for x in xs)
    b = above / below
    return mean_y - b * mean_x, b


def predict(n_genes, a, b):
    everything = np.broadcast(np.asarray(n_genes), np.asarray(a), np.asarray(b))
    levels = []
    for n, a_here, b_here in everything:
        if not all(math.isfinite(x) for x in (n, a_here, b_here)):
            raise ValueError("not finite")
        if n < 0:
            raise ValueError("genes below 0")
        clearance = float(a_here) + float(b_here) * float(n)
        if clearance <= 0:
            raise ValueError("no clearance, no steady level")
        levels.append(1 / clearance)
    if everything.shape == ():
        return levels[0]
    return np.array(levels).reshape(everything.shape)


# %% [answer] blind: least squares by lstsq
# kind: right
# marks: 10
# says: ""
# written: blind
def _finite(*given):
    given = [np.asarray(g, dtype=float) for g in given]
    if any(not np.isfinite(g).all() for g in given):
        raise ValueError("finite values only")
    return given


def fit_gene_dose(n_genes, c_per_dose):
    n, c = _finite(n_genes, c_per_dose)
    if n.ndim != 1 or c.ndim != 1 or len(n) != len(c):
        raise ValueError("two rows of equal length")
    if len(np.unique(n)) < 2:
        raise ValueError("at least two different numbers of genes")
    if np.any(n < 0) or np.any(c <= 0):
        raise ValueError("out of range")
    design = np.column_stack([np.ones_like(n), n])
    (a, b), *_ = np.linalg.lstsq(design, 1 / c, rcond=None)
    return float(a), float(b)


def predict(n_genes, a, b):
    n, a, b = _finite(n_genes, a, b)
    if np.any(n < 0) or not np.all(a + b * n > 0):
        raise ValueError("out of range")
    return np.reciprocal(a + b * n)[()]


# %% [answer] blind: the line through the levels, turned over afterwards
# kind: wrong
# marks: 3
# says: ""
# written: blind
def fit_gene_dose(n_genes, c_per_dose):
    n = np.asarray(n_genes, dtype=float)
    c = np.asarray(c_per_dose, dtype=float)
    if n.ndim != 1 or n.shape != c.shape or len(np.unique(n)) < 2:
        raise ValueError("lengths")
    if not np.isfinite(n).all() or not np.isfinite(c).all() or (n < 0).any() or (c <= 0).any():
        raise ValueError("range")
    slope, intercept = np.polyfit(n, c, 1)
    a = 1 / intercept
    b = 1 / (intercept + slope) - a
    return float(a), float(b)


def predict(n_genes, a, b):
    n, a, b = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (n_genes, a, b)])
    if not all(np.isfinite(x).all() for x in (n, a, b)) or (n < 0).any() or (a + b * n <= 0).any():
        raise ValueError("range")
    return (1 / (a + b * n))[()]


# %% [answer] blind: first and last point only, a quick line
# kind: wrong
# marks: 6
# says: ""
# written: blind
def fit_gene_dose(n_genes, c_per_dose):
    n = np.asarray(n_genes, dtype=float)
    c = np.asarray(c_per_dose, dtype=float)
    if n.ndim != 1 or n.shape != c.shape or len(np.unique(n)) < 2:
        raise ValueError("lengths")
    if not np.isfinite(n).all() or not np.isfinite(c).all() or (n < 0).any() or (c <= 0).any():
        raise ValueError("range")
    few, many = np.argmin(n), np.argmax(n)
    b = (1 / c[many] - 1 / c[few]) / (n[many] - n[few])
    a = 1 / c[few] - b * n[few]
    return float(a), float(b)


def predict(n_genes, a, b):
    n, a, b = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (n_genes, a, b)])
    if not all(np.isfinite(x).all() for x in (n, a, b)) or (n < 0).any() or (a + b * n <= 0).any():
        raise ValueError("range")
    return (1 / (a + b * n))[()]


# %% [answer] blind: as polyfit returns it, and predict refuses only where all fail
# kind: mistake
# marks: 7
# says: "have changed places"
# written: blind
def fit_gene_dose(n_genes, c_per_dose):
    if len(n_genes) != len(c_per_dose) or len(n_genes) == 0:
        raise ValueError("equal lengths")
    n = np.array(n_genes, dtype=float)
    c = np.array(c_per_dose, dtype=float)
    if np.isnan(n).any() or np.isnan(c).any():
        raise ValueError("NaN")
    if (n < 0).any() or (c <= 0).any():
        raise ValueError("range")
    if len(np.unique(n)) < 2:
        raise ValueError("two different n")
    a, b = np.polyfit(n, 1 / c, 1)
    return a, b


def predict(n_genes, a, b):
    n = np.asarray(n_genes, dtype=float)
    if np.isnan(n).any() or (n < 0).any():
        raise ValueError("n_genes")
    clearance = a + b * n
    if np.max(clearance) <= 0:
        raise ValueError("a + b n")
    return 1 / clearance


# %% [answer] everything that linregress knows
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: wrong type
from scipy.stats import linregress


def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, dtype=float), np.asarray(c_per_dose, dtype=float)
    if n.ndim != 1 or n.shape != c.shape or not np.isfinite(n).all() or not np.isfinite(c).all():
        raise ValueError("two lists of finite numbers, equally long")
    if len(set(n.tolist())) < 2 or n.min() < 0 or c.min() <= 0:
        raise ValueError("two different numbers of genes, levels above 0")
    return linregress(n, 1 / c)


def predict(n_genes, a, b):
    n, a, b = np.broadcast_arrays(np.asarray(n_genes, float), np.asarray(a, float), np.asarray(b, float))
    if not np.isfinite([n, a, b]).all() or (n < 0).any() or (a + b * n <= 0).any():
        raise ValueError("nothing would be cleared")
    return (1 / (a + b * n))[()]


# %% [answer] levels rounded to whole ng/mL, as a list of int
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: wrong type
def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.array(n_genes, dtype=float), np.array(c_per_dose, dtype=float)
    if n.ndim != 1 or c.ndim != 1 or n.size != c.size or n.size < 2:
        raise ValueError("two lists of one length")
    if not np.isfinite(n + c).all() or (n < 0).any() or (c <= 0).any() or np.all(n == n[0]):
        raise ValueError("out of range")
    gene, base = np.polyfit(n, 1 / c, 1)
    return base, gene


def predict(n_genes, a, b):
    n, a, b = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (n_genes, a, b)))
    line = a + b * n
    if not np.isfinite(line).all() or not np.isfinite(n).all() or (n < 0).any() or (line <= 0).any():
        raise ValueError("a + b n must be above 0")
    whole = np.round(1 / line).astype(int)
    return whole.tolist()


# %% [answer] the line taken away from the base
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
def fit_gene_dose(n_genes, c_per_dose):
    n = np.asarray(n_genes, dtype=float)
    c = np.asarray(c_per_dose, dtype=float)
    if n.ndim != 1 or n.shape != c.shape or np.unique(n).size < 2:
        raise ValueError("two lists, equally long, with different numbers of genes")
    if not np.isfinite(n).all() or not np.isfinite(c).all() or n.min() < 0 or c.min() <= 0:
        raise ValueError("genes at least 0, levels above 0")
    b, a = np.polyfit(n, 1 / c, 1)
    return float(a), float(b)


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    if not (np.isfinite(n).all() and np.isfinite(a).all() and np.isfinite(b).all()) or np.any(n < 0):
        raise ValueError("finite numbers, and n_genes at least 0")
    cleared = a - b * n
    if np.any(a + b * n <= 0):
        raise ValueError("nothing would be cleared")
    return 1 / cleared


# %% [answer] curve_fit on the clearances
# kind: right
# marks: 10
# says: ""
# written: with the solution
import warnings

from scipy.optimize import curve_fit


def _line(n, a, b):
    return a + b * n


def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, dtype=float), np.asarray(c_per_dose, dtype=float)
    if n.ndim != 1 or n.shape != c.shape or not np.isfinite(n).all() or not np.isfinite(c).all():
        raise ValueError("two lists of finite numbers, equally long")
    if n.size < 2 or (n < 0).any() or (c <= 0).any() or np.ptp(n) == 0:
        raise ValueError("at least two different numbers of genes, levels above 0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two points leave no error to estimate
        found, _ = curve_fit(_line, n, 1 / c, p0=[np.mean(1 / c), 0.0])
    return found


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    cleared = _line(n, a, b)
    if not np.isfinite(cleared).all() or np.any(n < 0) or np.any(cleared <= 0):
        raise ValueError("a + b n must be finite and above 0")
    return cleared**-1.0


# %% [answer] curve_fit on the levels
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
import warnings

from scipy.optimize import curve_fit


def _level(n, a, b):
    return 1 / (a + b * n)


def fit_gene_dose(n_genes, c_per_dose):
    n, c = np.asarray(n_genes, dtype=float), np.asarray(c_per_dose, dtype=float)
    if n.ndim != 1 or n.shape != c.shape or not np.isfinite(n).all() or not np.isfinite(c).all():
        raise ValueError("two lists of finite numbers, equally long")
    if n.size < 2 or (n < 0).any() or (c <= 0).any() or np.ptp(n) == 0:
        raise ValueError("at least two different numbers of genes, levels above 0")
    slope, base = np.polyfit(n, 1 / c, 1)  # to start from
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (a, b), _ = curve_fit(_level, n, c, p0=[base, slope])
    return a, b


def predict(n_genes, a, b):
    n, a, b = (np.asarray(x, dtype=float) for x in (n_genes, a, b))
    if not np.isfinite(n).all() or np.any(n < 0) or not np.all(np.isfinite(a + b * n) & (a + b * n > 0)):
        raise ValueError("a + b n must be finite and above 0")
    return _level(n, a, b)
