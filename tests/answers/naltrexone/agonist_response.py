# %% [answer] arrays and a straight line by polyfit
# kind: right
# marks: 10
# says: ""
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    given = [a_nM, b_nM, ka_nM, kb_nM, 1.0 if tau is None else tau, n]
    a, b, ka, kb, eff, slope = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in given])
    for x in (a, b, ka, kb, eff, slope):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (a < 0).any() or (b < 0).any():
        raise ValueError("a_nM and b_nM must be at least 0 nM")
    if (ka <= 0).any() or (kb <= 0).any() or (eff <= 0).any() or (slope <= 0).any():
        raise ValueError("ka_nM, kb_nM (nM), tau and n must be above 0")
    moved = ka * (1 + b / kb)
    top = a**slope if tau is None else (eff * a) ** slope
    rest = moved**slope if tau is None else (moved + a) ** slope
    out = top / (top + rest)
    return out if out.ndim else float(out)


def schild(b, dr):
    b, dr = np.asarray(b, dtype=float), np.asarray(dr, dtype=float)
    if b.ndim != 1 or b.shape != dr.shape or len(set(b.tolist())) < 2:
        raise ValueError("b and dr must be two lists of one length, with two different b at least")
    if not np.isfinite(b).all() or not np.isfinite(dr).all() or (b <= 0).any() or (dr <= 1).any():
        raise ValueError("b must be above 0 mol/L and dr above 1")
    slope, intercept = np.polyfit(np.log10(b), np.log10(dr - 1), 1)
    return slope, intercept / slope


# %% [answer] one tissue at a time, and the normal equations
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def _one(a, b, ka, kb, tau, n):
    if not all(map(math.isfinite, (a, b, ka, kb, tau, n))) or min(a, b) < 0 or min(ka, kb, n) <= 0:
        raise ValueError("out of range")
    dr = 1 + b / kb
    if a == 0:
        return 0.0
    rho = a / dr / ka
    s = rho if tau == -1 else tau * rho / (1 + rho)
    return 1 / (1 + math.exp(-n * math.log(s)))


def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    if tau is not None and not np.all(np.asarray(tau) > 0):
        raise ValueError("tau must be above 0")
    return np.vectorize(_one, otypes=[float])(a_nM, b_nM, ka_nM, kb_nM, -1 if tau is None else tau, n)[()]


def schild(b, dr):
    if len(b) != len(dr) or len(set(b)) < 2 or not all(x > 0 and math.isfinite(x) for x in b):
        raise ValueError("b (mol/L) must be at least two different amounts above 0, as many as dr")
    if not all(r > 1 and math.isfinite(r) for r in dr):
        raise ValueError("dr must be above 1")
    x, y = [math.log10(v) for v in b], [math.log10(r - 1) for r in dr]
    n, sx, sy = len(x), sum(x), sum(y)
    slope = (n * sum(p * q for p, q in zip(x, y)) - sx * sy) / (n * sum(p * p for p in x) - sx * sx)
    return slope, (sy - slope * sx) / n / slope


# %% [answer] lists, logistic functions and lstsq
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.special import expit


def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    values = np.broadcast_arrays(*[np.array(v, float) for v in (a_nM, b_nM, ka_nM, kb_nM, n)])
    a, b, ka, kb, slope = values
    if not np.all(np.isfinite(values)) or np.any(a < 0) or np.any(b < 0) or np.any(ka <= 0) or np.any(kb <= 0) or np.any(slope <= 0):
        raise ValueError("not a legal tissue")
    with np.errstate(divide="ignore"):
        log_rho = np.log(a) - np.log(ka) - np.log1p(b / kb)
        if tau is not None:
            eff = np.array(tau, float)
            if not np.all(np.isfinite(eff) & (eff > 0)):
                raise ValueError("tau must be above 0")
            log_rho = np.log(eff) + np.log(expit(log_rho))
    return expit(slope * log_rho)


def schild(b, dr):
    b, dr = np.array(b, float), np.array(dr, float)
    if b.shape != dr.shape or not np.all(np.isfinite(b) & (b > 0)) or not np.all(np.isfinite(dr) & (dr > 1)):
        raise ValueError("b above 0, dr above 1, as many of one as of the other")
    if np.unique(b).size < 2:
        raise ValueError("two different b are needed")
    design = np.stack([np.log10(b), np.ones(b.size)], axis=1)
    (slope, intercept), *_ = np.linalg.lstsq(design, np.log10(dr - 1), rcond=None)
    return [float(slope), float(intercept / slope)]


# %% [answer] a lower top
# kind: mistake
# marks: 4
# says: "lowers the top of the curve"
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    a, b = np.asarray(a_nM, float), np.asarray(b_nM, float)
    return a**n / (a**n + ka_nM**n) / (1 + b / kb_nM)


def _line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    slope = (dx * dy).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()


def schild(b, dr):
    slope, intercept = _line(np.log10(b), np.log10(np.asarray(dr) - 1))
    return slope, intercept / slope


# %% [answer] logarithm of the dose ratio
# kind: mistake
# marks: 6
# says: "the logarithm was taken of the dose ratio itself"
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    a, b, ka, kb, eff, slope = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (a_nM, b_nM, ka_nM, kb_nM, 1.0 if tau is None else tau, n)])
    if not np.isfinite([a, b, ka, kb, eff, slope]).all() or (a < 0).any() or (b < 0).any() or min(ka.min(), kb.min(), eff.min(), slope.min()) <= 0:
        raise ValueError("out of range")
    moved = ka * (1 + b / kb)
    top = a**slope if tau is None else (eff * a) ** slope
    rest = moved**slope if tau is None else (moved + a) ** slope
    return top / (top + rest)


def _line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    slope = (dx * dy).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()


def schild(b, dr):
    b, dr = np.asarray(b, float), np.asarray(dr, float)
    if b.size < 2 or b.shape != dr.shape or not (b > 0).all() or not (dr > 1).all():
        raise ValueError("out of range")
    slope, intercept = _line(np.log10(b), np.log10(dr))
    return slope, intercept / slope


# %% [answer] pA2 without its sign
# kind: mistake
# marks: 6
# says: "lost its sign"
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    moved = ka_nM * (1 + np.asarray(b_nM) / kb_nM)
    a = np.asarray(a_nM)
    if tau is None:
        return a**n / (a**n + moved**n)
    return (tau * a) ** n / ((tau * a) ** n + (moved + a) ** n)


def _line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    slope = (dx * dy).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()


def schild(b, dr):
    slope, intercept = _line(np.log10(b), np.log10(np.asarray(dr) - 1))
    return slope, -intercept / slope


# %% [answer] the one forgotten in the shift
# kind: mistake
# marks: 5
# says: "Your shift is B/KB"
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    moved = ka_nM * np.asarray(b_nM) / kb_nM
    a = np.asarray(a_nM)
    if tau is None:
        return a**n / (a**n + moved**n)
    return (tau * a) ** n / ((tau * a) ** n + (moved + a) ** n)


def _line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    slope = (dx * dy).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()


def schild(b, dr):
    slope, intercept = _line(np.log10(b), np.log10(np.asarray(dr) - 1))
    return slope, intercept / slope


# %% [answer] right, and refuses nothing
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    a, b = np.asarray(a_nM, float), np.asarray(b_nM, float)
    moved = np.asarray(ka_nM, float) * (1 + b / np.asarray(kb_nM, float))
    n = np.asarray(n, float)
    if tau is None:
        return a**n / (a**n + moved**n)
    s = np.asarray(tau, float) * a / (moved + a)
    return s**n / (1 + s**n)


def _line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    slope = (dx * dy).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()


def schild(b, dr):
    slope, intercept = _line(np.log10(b), np.log10(np.asarray(dr) - 1))
    return slope, intercept / slope


# %% [answer] tau ignored
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    given = [a_nM, b_nM, ka_nM, kb_nM, 1.0 if tau is None else tau, n]
    a, b, ka, kb, eff, slope = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in given])
    if not np.isfinite([a, b, ka, kb, eff, slope]).all() or (a < 0).any() or (b < 0).any() or min(ka.min(), kb.min(), eff.min(), slope.min()) <= 0:
        raise ValueError("out of range")
    return a**slope / (a**slope + (ka * (1 + b / kb)) ** slope)


def _line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    slope = (dx * dy).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()


def schild(b, dr):
    b, dr = np.asarray(b, float), np.asarray(dr, float)
    if b.size < 2 or b.shape != dr.shape or not (np.isfinite(b) & (b > 0)).all() or not (np.isfinite(dr) & (dr > 1)).all() or np.ptp(b) == 0:
        raise ValueError("out of range")
    slope, intercept = _line(np.log10(b), np.log10(dr - 1))
    return slope, intercept / slope


# %% [answer] text instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    return f"{a_nM / (a_nM + ka_nM * (1 + b_nM / kb_nM)):.3f}"


def schild(b, dr):
    return "slope 1"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    # YOUR CODE HERE
    raise NotImplementedError()


def schild(b, dr):
    # YOUR CODE HERE
    raise NotImplementedError()
