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
