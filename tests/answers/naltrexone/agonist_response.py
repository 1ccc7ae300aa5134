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
# shows: loops
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
# shows: slipped sign
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
# shows: wrong type
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


# %% [answer] blind: broadcast first, polyfit
# kind: right
# marks: 10
# says: ""
# written: blind
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    args = [a_nM, b_nM, ka_nM, kb_nM, n]
    if tau is not None:
        args.append(tau)
    args = [np.asarray(x, dtype=float) for x in args]
    for x in args:
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    args = np.broadcast_arrays(*args)
    a, b, ka, kb, slope = args[:5]
    if np.any(a < 0) or np.any(b < 0):
        raise ValueError("an amount cannot be negative")
    if np.any(ka <= 0) or np.any(kb <= 0) or np.any(slope <= 0):
        raise ValueError("constants and slope must be above 0")
    K = ka * (1 + b / kb)
    if tau is None:
        r = a**slope / (a**slope + K**slope)
    else:
        t = args[5]
        if np.any(t <= 0):
            raise ValueError("tau must be above 0")
        r = (t * a) ** slope / ((K + a) ** slope + (t * a) ** slope)
    if np.ndim(r) == 0:
        return float(r)
    return r


def schild(b, dr):
    b = np.asarray(b, dtype=float)
    dr = np.asarray(dr, dtype=float)
    if b.shape != dr.shape or b.ndim != 1:
        raise ValueError("as many dose ratios as amounts")
    if not (np.all(np.isfinite(b)) and np.all(np.isfinite(dr))):
        raise ValueError("NaN or infinity")
    if np.any(b <= 0) or np.any(dr <= 1):
        raise ValueError("b above 0 and dr above 1, please")
    if len(set(b)) < 2:
        raise ValueError("two different b at least")
    slope, intercept = np.polyfit(np.log10(b), np.log10(dr - 1), 1)
    return float(slope), float(intercept / slope)


# %% [answer] blind: ratio form and one loop over the broadcast, sums for the line
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def _one(a, b, ka, kb, tau, n):
    for x in (a, b, ka, kb, n) + (() if tau is None else (tau,)):
        if not math.isfinite(x):
            raise ValueError("not a finite number")
    if a < 0 or b < 0:
        raise ValueError("negative amount")
    if ka <= 0 or kb <= 0 or n <= 0 or (tau is not None and tau <= 0):
        raise ValueError("must be above 0")
    K = ka * (1 + b / kb)
    if a == 0:
        return 0.0
    if tau is None:
        return 1 / (1 + (K / a) ** n)
    return 1 / (1 + ((K + a) / (tau * a)) ** n)


def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    if tau is None:
        it = np.broadcast(a_nM, b_nM, ka_nM, kb_nM, n)
        values = [_one(float(a), float(b), float(ka), float(kb), None, float(m))
                  for a, b, ka, kb, m in it]
    else:
        it = np.broadcast(a_nM, b_nM, ka_nM, kb_nM, tau, n)
        values = [_one(float(a), float(b), float(ka), float(kb), float(t), float(m))
                  for a, b, ka, kb, t, m in it]
    if it.shape == ():
        return values[0]
    return np.array(values).reshape(it.shape)


def schild(b, dr):
    b = [float(x) for x in b]
    dr = [float(x) for x in dr]
    if len(b) != len(dr):
        raise ValueError("different lengths")
    if not all(math.isfinite(x) for x in b + dr):
        raise ValueError("not a finite number")
    if any(x <= 0 for x in b) or any(x <= 1 for x in dr):
        raise ValueError("b <= 0 or dr <= 1")
    if len(set(b)) < 2:
        raise ValueError("fewer than two different b")
    x = [math.log10(v) for v in b]
    y = [math.log10(v - 1) for v in dr]
    mx, my = sum(x) / len(x), sum(y) / len(y)
    slope = sum((p - mx) * (q - my) for p, q in zip(x, y)) / sum((p - mx) ** 2 for p in x)
    x0 = mx - my / slope
    return slope, -x0


# %% [answer] blind: logistic in the logarithm, least squares with a matrix
# kind: right
# marks: 10
# says: ""
# written: blind
def _checked(**named):
    out = {}
    for name, (value, lowest, open_end) in named.items():
        arr = np.array(value, dtype=float)
        if not np.isfinite(arr).all():
            raise ValueError(f"{name}: NaN or infinity")
        if (arr < lowest).any() or (open_end and (arr <= lowest).any()):
            raise ValueError(f"{name}: too small")
        out[name] = arr
    return out


def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    q = _checked(a=(a_nM, 0, False), b=(b_nM, 0, False), ka=(ka_nM, 0, True),
                 kb=(kb_nM, 0, True), n=(n, 0, True), tau=(1.0 if tau is None else tau, 0, True))
    K = q["ka"] * (1 + q["b"] / q["kb"])
    bottom = K if tau is None else K + q["a"]
    with np.errstate(divide="ignore", over="ignore"):
        z = q["n"] * (np.log(q["tau"]) + np.log(q["a"]) - np.log(bottom))
        r = 1 / (1 + np.exp(-z))
    r = np.asarray(r)
    return r.item() if r.ndim == 0 else r


def schild(b, dr):
    q = _checked(b=(b, 0, True), dr=(dr, 1, True))
    b, dr = q["b"], q["dr"]
    if b.ndim != 1 or dr.ndim != 1 or b.size != dr.size:
        raise ValueError("lists of the same length")
    if np.unique(b).size < 2:
        raise ValueError("need two different amounts")
    X = np.column_stack([np.log10(b), np.ones(b.size)])
    (slope, at_zero), *_ = np.linalg.lstsq(X, np.log10(dr - 1), rcond=None)
    return (float(slope), float(at_zero / slope))


# %% [answer] blind: the antagonist lowers the ceiling (non-competitive)
# kind: mistake
# marks: 4
# says: "Your antagonist lowers the top of the curve"
# written: blind
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    a, b, ka, kb, n = [np.asarray(x, dtype=float) for x in (a_nM, b_nM, ka_nM, kb_nM, n)]
    for x in (a, b, ka, kb, n):
        if not np.all(np.isfinite(x)):
            raise ValueError
    if np.any(a < 0) or np.any(b < 0) or np.any(ka <= 0) or np.any(kb <= 0) or np.any(n <= 0):
        raise ValueError
    free = 1 / (1 + b / kb)
    if tau is None:
        r = free * a**n / (a**n + ka**n)
    else:
        tau = np.asarray(tau, dtype=float)
        if not np.all(np.isfinite(tau)) or np.any(tau <= 0):
            raise ValueError
        r = (tau * free * a)**n / ((ka + a)**n + (tau * free * a)**n)
    return float(r) if np.ndim(r) == 0 else r


def schild(b, dr):
    b = np.asarray(b, dtype=float)
    dr = np.asarray(dr, dtype=float)
    if b.shape != dr.shape or not np.all(np.isfinite(b)) or not np.all(np.isfinite(dr)):
        raise ValueError
    if np.any(b <= 0) or np.any(dr <= 1) or len(set(b)) < 2:
        raise ValueError
    slope, intercept = np.polyfit(np.log10(b), np.log10(dr - 1), 1)
    return float(slope), float(intercept / slope)


# %% [answer] blind: pA2 is taken for the intercept, and nothing is refused
# kind: wrong
# marks: 6
# says: ""
# written: blind
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    a = np.asarray(a_nM, float)
    K = np.asarray(ka_nM, float) * (1 + np.asarray(b_nM, float) / np.asarray(kb_nM, float))
    n = np.asarray(n, float)
    if tau is None:
        r = a**n / (a**n + K**n)
    else:
        tau = np.asarray(tau, float)
        r = tau**n * a**n / ((K + a)**n + tau**n * a**n)
    return r if r.ndim else float(r)


def schild(b, dr):
    slope, pA2 = np.polyfit(np.log10(b), np.log10(np.array(dr) - 1), 1)
    return slope, pA2


# %% [answer] blind: tau outside the power, two equal amounts accepted, the line by its end points
# kind: wrong
# marks: 5
# says: ""
# written: blind
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    a, b, ka, kb, n = np.broadcast_arrays(*[np.asarray(x, float) for x in (a_nM, b_nM, ka_nM, kb_nM, n)])
    if not all(np.isfinite(x).all() for x in (a, b, ka, kb, n)):
        raise ValueError("finite numbers only")
    if (a < 0).any() or (b < 0).any() or (ka <= 0).any() or (kb <= 0).any() or (n <= 0).any():
        raise ValueError("out of range")
    K = ka * (1 + b / kb)
    if tau is None:
        r = a**n / (a**n + K**n)
    else:
        t = np.asarray(tau, float)
        if not np.isfinite(t).all() or (t <= 0).any():
            raise ValueError("tau")
        r = t * a**n / ((K + a)**n + t * a**n)
    return float(r) if r.ndim == 0 else r


def schild(b, dr):
    b, dr = np.asarray(b, float), np.asarray(dr, float)
    if len(b) != len(dr) or len(b) < 2:
        raise ValueError("lengths")
    if not (np.isfinite(b).all() and np.isfinite(dr).all()):
        raise ValueError("finite numbers only")
    if (b <= 0).any() or (dr <= 1).any():
        raise ValueError("out of range")
    x, y = np.log10(b), np.log10(dr - 1)
    slope = (y[-1] - y[0]) / (x[-1] - x[0])
    return float(slope), float(y[0] / slope - x[0])


# %% [answer] pA2 read off where the amount is one
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    args = [a_nM, b_nM, ka_nM, kb_nM, n]
    if tau is not None:
        args.append(tau)
    args = [np.asarray(x, dtype=float) for x in args]
    for x in args:
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    args = np.broadcast_arrays(*args)
    a, b, ka, kb, slope = args[:5]
    if np.any(a < 0) or np.any(b < 0):
        raise ValueError("an amount cannot be negative")
    if np.any(ka <= 0) or np.any(kb <= 0) or np.any(slope <= 0):
        raise ValueError("constants and slope must be above 0")
    K = ka * (1 + b / kb)
    if tau is None:
        r = a**slope / (a**slope + K**slope)
    else:
        t = args[5]
        if np.any(t <= 0):
            raise ValueError("tau must be above 0")
        r = (t * a) ** slope / ((K + a) ** slope + (t * a) ** slope)
    if np.ndim(r) == 0:
        return float(r)
    return r


def schild(b, dr):
    b = np.asarray(b, dtype=float)
    dr = np.asarray(dr, dtype=float)
    if b.shape != dr.shape or b.ndim != 1:
        raise ValueError("as many dose ratios as amounts")
    if not (np.all(np.isfinite(b)) and np.all(np.isfinite(dr))):
        raise ValueError("NaN or infinity")
    if np.any(b <= 0) or np.any(dr <= 1):
        raise ValueError("b above 0 and dr above 1, please")
    if len(set(b)) < 2:
        raise ValueError("two different b at least")
    slope, intercept = np.polyfit(np.log10(b), np.log10(dr - 1), 1)
    return float(slope), float(intercept)


# %% [answer] the antagonist of the line taken for nanomolar
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong unit
def _must(ok, sentence):
    if not np.all(ok):
        raise ValueError(sentence)


def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    a, b, ka, kb, n = (np.asarray(x, dtype=float) for x in (a_nM, b_nM, ka_nM, kb_nM, n))
    tau = None if tau is None else np.asarray(tau, dtype=float)
    for x in (a, b, ka, kb, n) + (() if tau is None else (tau,)):
        _must(np.isfinite(x), "finite numbers, please")
    _must(a >= 0, "a_nM must be at least 0 nM")
    _must(b >= 0, "b_nM must be at least 0 nM")
    for x in (ka, kb, n) + (() if tau is None else (tau,)):
        _must(x > 0, "constants, tau and n must be above 0")
    k = ka * (1 + b / kb)
    signal, rest = (a, k) if tau is None else (tau * a, k + a)
    return (signal**n / (signal**n + rest**n))[()]


def schild(b, dr):
    b_nM, dr = np.asarray(b, dtype=float), np.asarray(dr, dtype=float)
    _must(b_nM.shape == dr.shape and len(np.unique(b_nM)) > 1, "as many dr as b, and two different b")
    _must(np.isfinite(b_nM) & np.isfinite(dr) & (b_nM > 0) & (dr > 1), "b above 0, dr above 1")
    slope, at_one = np.polyfit(np.log10(b_nM * 1e-9), np.log10(dr - 1), 1)  # nM to mol/L
    return slope, at_one / slope


# %% [answer] responses in per cent of the largest
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong unit
import math


def percent(a, b, ka, kb, tau, n):
    if not all(math.isfinite(x) for x in (a, b, ka, kb, tau, n)):
        raise ValueError("NaN or infinity")
    if a < 0 or b < 0 or ka <= 0 or kb <= 0 or tau == 0 or tau < -1 or n <= 0:
        raise ValueError("an amount or a constant is out of range")
    k = ka * (1 + b / kb)
    if tau == -1:
        return 100 * a**n / (a**n + k**n)
    return 100 * (tau * a) ** n / ((k + a) ** n + (tau * a) ** n)


percents = np.vectorize(percent, otypes=[float])


def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    if tau is None:
        tau = -1
    elif np.any(np.asarray(tau) <= 0):
        raise ValueError("tau must be above 0")
    return percents(a_nM, b_nM, ka_nM, kb_nM, tau, n)[()]


def schild(b, dr):
    if len(b) != len(dr) or len(set(b)) < 2:
        raise ValueError("lists of one length, at least two different b")
    for x, r in zip(b, dr):
        if not (0 < x < math.inf and 1 < r < math.inf):
            raise ValueError("b must be above 0 and dr above 1")
    line = np.polynomial.Polynomial.fit(np.log10(b), np.log10(np.array(dr) - 1), 1).convert()
    return float(line.coef[1]), float(line.coef[0] / line.coef[1])


# %% [answer] one added to the dose ratio where it is taken away
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    given = [np.asarray(x, dtype=float) for x in (a_nM, b_nM, ka_nM, kb_nM, n)]
    if tau is not None:
        given.append(np.asarray(tau, dtype=float))
    if any(not np.isfinite(x).all() or (x < 0).any() for x in given):
        raise ValueError("finite numbers of at least 0")
    if any((x == 0).any() for x in given[2:]):
        raise ValueError("ka_nM, kb_nM, n and tau must be above 0")
    a, b, ka, kb, n = given[:5]
    moved = ka * (1 + b / kb)
    if tau is None:
        return (a**n / (a**n + moved**n))[()]
    pushed = (given[5] * a) ** n
    return (pushed / (pushed + (moved + a) ** n))[()]


def schild(b, dr):
    b, dr = np.array(b, dtype=float), np.array(dr, dtype=float)
    if b.size != dr.size or np.unique(b).size < 2 or not np.isfinite([*b, *dr]).all():
        raise ValueError("two lists of one length with two different b")
    if b.min() <= 0 or dr.min() <= 1:
        raise ValueError("b must be above 0 mol/L, dr above 1")
    x, y = np.log10(b), np.log10(dr + 1)
    slope = np.cov(x, y)[0, 1] / np.var(x, ddof=1)
    return slope, y.mean() / slope - x.mean()


# %% [answer] the line as text to print
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong type
def agonist_response(a_nM, b_nM, ka_nM, kb_nM, tau=None, n=1):
    inputs = {"a_nM": a_nM, "b_nM": b_nM, "ka_nM": ka_nM, "kb_nM": kb_nM, "n": n}
    if tau is not None:
        inputs["tau"] = tau
    arrays = {}
    for name, value in inputs.items():
        arrays[name] = np.asarray(value, dtype=float)
        smallest = np.min(arrays[name])
        if not np.isfinite(arrays[name]).all() or smallest < 0 or (smallest == 0 and name not in ("a_nM", "b_nM")):
            raise ValueError(f"{name} must be finite and above 0 (an amount may be 0)")
    a, power = arrays["a_nM"], arrays["n"]
    needed = arrays["ka_nM"] * (1 + arrays["b_nM"] / arrays["kb_nM"])
    if tau is not None:
        needed = (needed + a) / arrays["tau"]
    return (a**power / (a**power + needed**power))[()]


def schild(b, dr):
    b, dr = np.asarray(b, dtype=float), np.asarray(dr, dtype=float)
    if b.shape != dr.shape or np.unique(b).size < 2:
        raise ValueError("b and dr must be of one length, with two different b")
    if not (np.isfinite(b) & (b > 0)).all() or not (np.isfinite(dr) & (dr > 1)).all():
        raise ValueError("b must be above 0 and dr above 1")
    slope, offset = np.polyfit(np.log10(b), np.log10(dr - 1), 1)
    return f"slope {slope:.3f}, pA2 {offset / slope:.2f}"
