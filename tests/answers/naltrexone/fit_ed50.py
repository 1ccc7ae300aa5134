# %% [answer] curve_fit on the dose itself
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    d, y = np.asarray(dose_mg, dtype=float), np.asarray(block_pct, dtype=float)
    if d.ndim != 1 or d.shape != y.shape or d.size < 2:
        raise ValueError("dose_mg and block_pct must be two lists of one length, at least two points")
    if not np.isfinite(d).all() or (d <= 0).any() or not np.isfinite(y).all() or (y < 0).any() or (y > 100).any():
        raise ValueError("dose_mg must be above 0 mg, block_pct between 0 and 100 %")
    popt, pcov = curve_fit(lambda x, k: 100 * x / (x + k), d, y, p0=[np.median(d)], bounds=(1e-9, np.inf))
    return float(popt[0]), float(np.sqrt(pcov[0, 0]))


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, k, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)])
    if not np.isfinite([t, d, k, half]).all() or (t < 0).any() or (d < 0).any() or (k <= 0).any() or (half <= 0).any():
        raise ValueError("t_h (h) and dose_mg (mg) at least 0, ed50_mg (mg) and t_odds_h (h) above 0")
    left = d * 0.5 ** (t / half)
    out = left / (left + k)
    return out if out.ndim else float(out)


# %% [answer] a scalar minimiser, and the error by hand
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math

from scipy.optimize import minimize_scalar


def fit_ed50(dose_mg, block_pct):
    points = list(zip(dose_mg, block_pct))
    if len(dose_mg) != len(block_pct) or len(points) < 2:
        raise ValueError("at least two points")
    for d, y in points:
        if not (math.isfinite(d) and d > 0 and math.isfinite(y) and 0 <= y <= 100):
            raise ValueError("doses above 0 mg, blockades in 0 to 100 %")

    def sse(log_k):
        return sum((y - 100 * d / (d + math.exp(log_k))) ** 2 for d, y in points)

    k = math.exp(minimize_scalar(sse, bracket=(0.0, 3.0), options={"xtol": 1e-12}).x)
    steep = sum((100 * d / (d + k) ** 2) ** 2 for d, _ in points)
    return k, math.sqrt(sse(math.log(k)) / (len(points) - 1) / steep)


def _blocked(t, d, k, half):
    if not all(map(math.isfinite, (t, d, k, half))) or t < 0 or d < 0 or k <= 0 or half <= 0:
        raise ValueError("out of range")
    odds = d / k / 2 ** (t / half)
    return odds / (1 + odds)


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    return np.vectorize(_blocked, otypes=[float])(t_h, dose_mg, ed50_mg, t_odds_h)[()]


# %% [answer] Gauss and Newton, then an equation for the drug
# kind: right
# marks: 10
# says: ""
# written: with the solution
def fit_ed50(dose_mg, block_pct):
    d, y = np.array(dose_mg, float), np.array(block_pct, float)
    if d.shape != y.shape or d.size < 2 or not np.all(np.isfinite(d) & (d > 0)) or not np.all((y >= 0) & (y <= 100)):
        raise ValueError("not a set of blockades")
    grid = np.geomspace(d.min() / 1000, d.max() * 1000, 4001)
    misses = ((y - 100 * d / (d + grid[:, None])) ** 2).sum(axis=1)
    log_k = np.log(grid[misses.argmin()])
    for _ in range(200):
        k = np.exp(log_k)
        slope = -100 * d * k / (d + k) ** 2
        step = slope @ (y - 100 * d / (d + k)) / (slope @ slope)
        log_k += np.clip(step, -0.5, 0.5)
    k = np.exp(log_k)
    residual = y - 100 * d / (d + k)
    slope = -100 * d / (d + k) ** 2
    return k, np.sqrt(residual @ residual / (d.size - 1) / (slope @ slope))


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, k, half = np.broadcast_arrays(*(np.array(x, float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)))
    if not all(np.isfinite(x).all() for x in (t, d, k, half)):
        raise ValueError("finite numbers only")
    if (t < 0).any() or (d < 0).any() or (k <= 0).any() or (half <= 0).any():
        raise ValueError("out of range")
    with np.errstate(divide="ignore"):
        logit = np.log(d) - np.log(k) - np.log(2) * t / half
    return 1 / (1 + np.exp(-logit))


# %% [answer] blockade itself halves
# kind: mistake
# marks: 6
# says: "Your blockade itself halves"
# written: with the solution
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    d, y = np.asarray(dose_mg, float), np.asarray(block_pct, float)
    if d.shape != y.shape or d.size < 2 or not (np.isfinite(d) & (d > 0)).all() or not ((y >= 0) & (y <= 100)).all():
        raise ValueError("out of range")
    popt, pcov = curve_fit(lambda x, k: 100 * x / (x + k), d, y, p0=[10.0])
    return popt[0], np.sqrt(pcov[0, 0])


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, k, half = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)])
    if not np.isfinite([t, d, k, half]).all() or (t < 0).any() or (d < 0).any() or (k <= 0).any() or (half <= 0).any():
        raise ValueError("out of range")
    return d / (d + k) * 0.5 ** (t / half)


# %% [answer] a time constant for a half-time
# kind: mistake
# marks: 5
# says: "a factor of e"
# written: with the solution
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    popt, pcov = curve_fit(lambda x, k: 100 * x / (x + k), np.asarray(dose_mg, float), block_pct, p0=[10.0])
    return popt[0], np.sqrt(pcov[0, 0])


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    left = np.asarray(dose_mg, float) * np.exp(-np.asarray(t_h, float) / np.asarray(t_odds_h, float))
    return left / (left + np.asarray(ed50_mg, float))


# %% [answer] per cent
# kind: mistake
# marks: 5
# says: "comes in per cent"
# written: with the solution
# shows: wrong unit
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    popt, pcov = curve_fit(lambda x, k: 100 * x / (x + k), np.asarray(dose_mg, float), block_pct, p0=[10.0])
    return popt[0], np.sqrt(pcov[0, 0])


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    left = np.asarray(dose_mg, float) * 2 ** (-np.asarray(t_h, float) / np.asarray(t_odds_h, float))
    return 100 * left / (left + np.asarray(ed50_mg, float))


# %% [answer] logits averaged
# kind: mistake
# marks: 6
# says: "the logits of the blockades were averaged"
# written: with the solution
def fit_ed50(dose_mg, block_pct):
    d, o = np.asarray(dose_mg, float), np.asarray(block_pct, float) / 100
    if d.shape != o.shape or d.size < 2 or not (d > 0).all() or not ((o >= 0) & (o <= 1)).all():
        raise ValueError("out of range")
    logs = np.log(d) - np.log(o / (1 - o))
    k = np.exp(logs.mean())
    return k, k * logs.std(ddof=1) / np.sqrt(d.size)


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, k, half = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)])
    if not np.isfinite([t, d, k, half]).all() or (t < 0).any() or (d < 0).any() or (k <= 0).any() or (half <= 0).any():
        raise ValueError("out of range")
    odds = d / k * 2 ** (-t / half)
    return odds / (1 + odds)


# %% [answer] doses averaged first
# kind: mistake
# marks: 6
# says: "averaged before the fit"
# written: with the solution
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    d, y = np.asarray(dose_mg, float), np.asarray(block_pct, float)
    if d.shape != y.shape or d.size < 2 or not (np.isfinite(d) & (d > 0)).all() or not ((y >= 0) & (y <= 100)).all():
        raise ValueError("out of range")
    doses = np.unique(d)
    means = np.array([y[d == one].mean() for one in doses])
    popt, pcov = curve_fit(lambda x, k: 100 * x / (x + k), doses, means, p0=[10.0])
    return popt[0], np.sqrt(pcov[0, 0])


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, k, half = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)])
    if not np.isfinite([t, d, k, half]).all() or (t < 0).any() or (d < 0).any() or (k <= 0).any() or (half <= 0).any():
        raise ValueError("out of range")
    odds = d / k * 2 ** (-t / half)
    return odds / (1 + odds)


# %% [answer] n instead of n - 1
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    d, y = np.asarray(dose_mg, float), np.asarray(block_pct, float)
    if d.shape != y.shape or d.size < 2 or not (np.isfinite(d) & (d > 0)).all() or not ((y >= 0) & (y <= 100)).all():
        raise ValueError("out of range")
    popt, pcov = curve_fit(lambda x, k: 100 * x / (x + k), d, y, p0=[10.0], bounds=(1e-9, np.inf))
    return popt[0], np.sqrt(pcov[0, 0] * (d.size - 1) / d.size)


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, k, half = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)])
    if not np.isfinite([t, d, k, half]).all() or (t < 0).any() or (d < 0).any() or (k <= 0).any() or (half <= 0).any():
        raise ValueError("out of range")
    odds = d / k * 2 ** (-t / half)
    return odds / (1 + odds)


# %% [answer] odds that grow
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    d, y = np.asarray(dose_mg, float), np.asarray(block_pct, float)
    if d.shape != y.shape or d.size < 2 or not (np.isfinite(d) & (d > 0)).all() or not ((y >= 0) & (y <= 100)).all():
        raise ValueError("out of range")
    popt, pcov = curve_fit(lambda x, k: 100 * x / (x + k), d, y, p0=[10.0], bounds=(1e-9, np.inf))
    return popt[0], np.sqrt(pcov[0, 0])


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, k, half = np.broadcast_arrays(*[np.asarray(x, float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)])
    if not np.isfinite([t, d, k, half]).all() or (t < 0).any() or (d < 0).any() or (k <= 0).any() or (half <= 0).any():
        raise ValueError("out of range")
    odds = d / k * 2 ** (t / half)
    return odds / (1 + odds)


# %% [answer] a dictionary
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def fit_ed50(dose_mg, block_pct):
    return {"ed50_mg": 5.58, "se_mg": 0.8}


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    return {"blocked": 0.5}


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def fit_ed50(dose_mg, block_pct):
    # YOUR CODE HERE
    raise NotImplementedError()


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: curve_fit on the logarithm, fractions through odds
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    dose = np.array(dose_mg, dtype=float)
    block = np.array(block_pct, dtype=float)
    if dose.ndim != 1 or dose.shape != block.shape:
        raise ValueError("different lengths")
    if dose.size < 2:
        raise ValueError("fewer than two points")
    if not (np.isfinite(dose).all() and np.isfinite(block).all()):
        raise ValueError("NaN or infinity")
    if (dose <= 0).any() or (block < 0).any() or (block > 100).any():
        raise ValueError("dose above 0, block_pct from 0 to 100")

    def curve(d, log_ed50):
        return 100 * d / (d + np.exp(log_ed50))

    popt, pcov = curve_fit(curve, dose, block, p0=[np.log(np.median(dose))])
    ed50 = float(np.exp(popt[0]))
    return ed50, float(np.sqrt(pcov[0, 0]) * ed50)


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, dose, ed50, half = [np.asarray(x, dtype=float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)]
    for x in (t, dose, ed50, half):
        if not np.isfinite(x).all():
            raise ValueError("NaN or infinity")
    if (t < 0).any() or (dose < 0).any() or (ed50 <= 0).any() or (half <= 0).any():
        raise ValueError("out of range")
    odds = dose / ed50 * 2.0 ** (-t / half)
    blocked = odds / (1 + odds)
    return float(blocked) if blocked.ndim == 0 else blocked


# %% [answer] blind: golden section by hand on a scan of the logarithm, loops
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def fit_ed50(dose_mg, block_pct):
    dose = [float(d) for d in dose_mg]
    block = [float(b) for b in block_pct]
    if len(dose) != len(block):
        raise ValueError("lengths differ")
    if len(dose) < 2:
        raise ValueError("at least two points")
    for d, b in zip(dose, block):
        if not (math.isfinite(d) and math.isfinite(b)):
            raise ValueError("NaN or infinity")
        if d <= 0 or b < 0 or b > 100:
            raise ValueError("cannot be")

    def sse(u):
        e = math.exp(u)
        return sum((b - 100 * d / (d + e)) ** 2 for d, b in zip(dose, block))

    lo, hi = math.log(min(dose)) - 15, math.log(max(dose)) + 15
    grid = [lo + (hi - lo) * k / 2000 for k in range(2001)]
    best = min(range(2001), key=lambda k: sse(grid[k]))
    a, c = grid[max(best - 1, 0)], grid[min(best + 1, 2000)]
    phi = (math.sqrt(5) - 1) / 2
    for _ in range(100):
        x1 = c - phi * (c - a)
        x2 = a + phi * (c - a)
        if sse(x1) < sse(x2):
            c = x2
        else:
            a = x1
    e = math.exp((a + c) / 2)
    slope2 = sum((100 * d / (d + e) ** 2) ** 2 for d in dose)
    se = math.sqrt(sse(math.log(e)) / (len(dose) - 1) / slope2)
    return e, se


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    it = np.broadcast(t_h, dose_mg, ed50_mg, t_odds_h)
    out = []
    for t, d, e, h in it:
        if not all(math.isfinite(x) for x in (t, d, e, h)):
            raise ValueError("NaN or infinity")
        if t < 0 or d < 0 or e <= 0 or h <= 0:
            raise ValueError("out of range")
        left = d * 0.5 ** (t / h)
        out.append(float(left / (left + e)))
    return np.array(out).reshape(it.shape) if it.shape else out[0]


# %% [answer] blind: Gauss and Newton on the ED50 itself, with least_squares as the engine
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.optimize import least_squares


def _clean(x, name):
    x = np.asarray(x, dtype=float)
    if np.isnan(x).any() or np.isinf(x).any():
        raise ValueError(name)
    return x


def fit_ed50(dose_mg, block_pct):
    d, y = _clean(dose_mg, "dose_mg"), _clean(block_pct, "block_pct")
    if d.shape != y.shape or d.size < 2:
        raise ValueError("as many blockades as doses, and at least two")
    if np.min(d) <= 0 or np.min(y) < 0 or np.max(y) > 100:
        raise ValueError("a dose or a blockade that cannot be")
    fits = [least_squares(lambda u: 100 * d / (d + np.exp(u[0])) - y, [np.log(start)],
                          xtol=1e-14, ftol=1e-14, gtol=1e-14)
            for start in (d.min() / 10, np.median(d), d.max() * 10)]
    ed50 = float(np.exp(min(fits, key=lambda f: f.cost).x[0]))
    res = y - 100 * d / (d + ed50)
    fprime = -100 * d / (d + ed50) ** 2
    variance = res @ res / (d.size - 1) / (fprime @ fprime)
    return ed50, float(np.sqrt(variance))


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t = _clean(t_h, "t_h")
    d = _clean(dose_mg, "dose_mg")
    e = _clean(ed50_mg, "ed50_mg")
    h = _clean(t_odds_h, "t_odds_h")
    if np.any(t < 0) or np.any(d < 0) or np.any(e <= 0) or np.any(h <= 0):
        raise ValueError("out of range")
    # the same as an ED50 that doubles
    with np.errstate(over="ignore"):
        blocked = d / (d + e * 2 ** (t / h))
    return blocked if np.ndim(blocked) else float(blocked)


# %% [answer] blind: the blockade halves, not its odds; residuals over n
# kind: mistake
# marks: 4
# says: "Your blockade itself halves in every half-time"
# written: blind
from scipy.optimize import minimize_scalar


def fit_ed50(dose_mg, block_pct):
    d = np.asarray(dose_mg, float)
    y = np.asarray(block_pct, float)
    if d.shape != y.shape or len(d) < 2:
        raise ValueError
    if not np.isfinite(d).all() or not np.isfinite(y).all():
        raise ValueError
    if (d <= 0).any() or (y < 0).any() or (y > 100).any():
        raise ValueError
    f = lambda u: np.sum((y - 100 * d / (d + np.exp(u)))**2)
    e = np.exp(minimize_scalar(f, bracket=(np.log(d.min()), np.log(d.max()) + 0.1)).x)
    se = np.sqrt(f(np.log(e)) / len(d) / np.sum((100 * d / (d + e)**2)**2))
    return float(e), float(se)


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, e, h = [np.asarray(x, float) for x in (t_h, dose_mg, ed50_mg, t_odds_h)]
    if not all(np.isfinite(x).all() for x in (t, d, e, h)):
        raise ValueError
    if (t < 0).any() or (d < 0).any() or (e <= 0).any() or (h <= 0).any():
        raise ValueError
    r = d / (d + e) * 0.5**(t / h)
    return float(r) if r.ndim == 0 else r


# %% [answer] blind: fits the odds on a straight line, e instead of 2 in the decay, nothing refused
# kind: mistake
# marks: 3
# says: "Your odds fall by a factor of e in the time you were given"
# written: blind
def fit_ed50(dose_mg, block_pct):
    d = np.array(dose_mg, float)
    o = np.array(block_pct, float) / 100
    each = d * (1 - o) / o
    return float(np.mean(each)), float(np.std(each, ddof=1) / np.sqrt(len(d)))


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    odds = np.array(dose_mg) / np.array(ed50_mg) * np.exp(-np.array(t_h) / np.array(t_odds_h))
    return odds / (1 + odds)


# %% [answer] blind: curve_fit with the covariance's error of the logarithm not turned back
# kind: wrong
# marks: 6
# says: ""
# written: blind
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    d = np.array(dose_mg, dtype=float)
    y = np.array(block_pct, dtype=float)
    if len(d) != len(y) or len(d) < 2 or np.any(~np.isfinite(d)) or np.any(~np.isfinite(y)):
        raise ValueError("bad data")
    if np.any(d <= 0) or np.any(y < 0) or np.any(y > 100):
        raise ValueError("bad data")
    popt, pcov = curve_fit(lambda x, u: 100 * x / (x + np.exp(u)), d, y, p0=[np.log(np.median(d))])
    return float(np.exp(popt[0])), float(np.sqrt(pcov[0, 0]))


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t = np.asarray(t_h, dtype=float)
    d = np.asarray(dose_mg, dtype=float)
    if np.any(~np.isfinite(t)) or np.any(t < 0) or np.any(~np.isfinite(d)) or np.any(d < 0):
        raise ValueError("time or dose")
    if ed50_mg <= 0 or t_odds_h <= 0 or not np.isfinite(ed50_mg) or not np.isfinite(t_odds_h):
        raise ValueError("constant")
    odds = d / ed50_mg * 0.5 ** (t / t_odds_h)
    r = odds / (1 + odds)
    return float(r) if np.ndim(r) == 0 else r


# %% [answer] the odds of the model
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.blockade import LN2, OddsDecay
from course.models.blockade import fit_ed50 as fit


def fit_ed50(dose_mg, block_pct):
    found = fit(dose_mg, block_pct)
    return found.ed50, found.ed50_se


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    def one(t, dose, ed50, half):
        if t < 0 or dose < 0 or ed50 <= 0 or half <= 0:
            raise ValueError("time and dose must be at least 0, ed50_mg and t_odds_h above 0")
        return OddsDecay(half, -LN2 / half, np.log(dose / ed50)).blockade(t) if dose else 0.0

    blocked = np.vectorize(one, otypes=[float])(t_h, dose_mg, ed50_mg, t_odds_h)
    return blocked if blocked.ndim else float(blocked)


# %% [answer] hours turned into days, the half-time left in hours
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong unit
from scipy.optimize import minimize_scalar


def fit_ed50(dose_mg, block_pct):
    dose, measured = np.asarray(dose_mg, dtype=float), np.asarray(block_pct, dtype=float)
    if dose.shape != measured.shape or dose.size < 2:
        raise ValueError("as many blockades as doses, two at least")
    if not (np.isfinite(dose) & (dose > 0)).all() or not ((measured >= 0) & (measured <= 100)).all():
        raise ValueError("doses above 0 mg, blockades from 0 to 100 %")

    def residuals(log_ed50):
        return measured - 100 / (1 + np.exp(log_ed50) / dose)

    best = minimize_scalar(lambda u: (residuals(u) ** 2).sum(), bracket=(np.log(dose.min()), np.log(dose.max()) + 1), tol=1e-10).x
    ed50 = np.exp(best)
    slope = 100 * dose / (dose + ed50) ** 2
    return ed50, np.sqrt((residuals(best) ** 2).sum() / (dose.size - 1) / (slope**2).sum())


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, dose, ed50, half = (np.asarray(x, dtype=float) for x in (t_h, dose_mg, ed50_mg, t_odds_h))
    if not all(np.isfinite(x).all() and (x >= 0).all() for x in (t, dose, ed50, half)):
        raise ValueError("finite and not negative")
    if (ed50 == 0).any() or (half == 0).any():
        raise ValueError("ed50_mg and t_odds_h must be above 0")
    days = t / 24
    odds = dose / ed50 / 2 ** (days / half)
    return (odds / (1 + odds))[()]


# %% [answer] the fitted pair as text with its unit
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong type
from scipy.optimize import curve_fit


def fit_ed50(dose_mg, block_pct):
    d, y = np.asarray(dose_mg, dtype=float), np.asarray(block_pct, dtype=float)
    if d.ndim != 1 or d.shape != y.shape or d.size < 2:
        raise ValueError("two lists of one length, two points at least")
    if not np.isfinite(d).all() or (d <= 0).any():
        raise ValueError("doses must be above 0 mg")
    if not np.isfinite(y).all() or (y < 0).any() or (y > 100).any():
        raise ValueError("blockades must lie in 0 to 100 %")
    (log_k,), ((variance,),) = curve_fit(lambda x, u: 100 * x / (x + np.exp(u)), d, y, p0=[np.log(np.median(d))])
    k = np.exp(log_k)
    return f"{k:.2f} mg", f"{k * np.sqrt(variance):.2f} mg"


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    def one(t, d, k, half):
        if not np.isfinite([t, d, k, half]).all() or t < 0 or d < 0 or k <= 0 or half <= 0:
            raise ValueError("t_h and dose_mg at least 0, ed50_mg and t_odds_h above 0")
        return d / (d + k * 2 ** (t / half))

    return np.vectorize(one, otypes=[float])(t_h, dose_mg, ed50_mg, t_odds_h)[()]


# %% [answer] dose less ED50 under the line
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
from scipy.optimize import least_squares


def fit_ed50(dose_mg, block_pct):
    dose, pct = np.array(dose_mg, dtype=float), np.array(block_pct, dtype=float)
    if dose.shape != pct.shape or dose.size < 2 or not np.isfinite(dose).all() or not np.isfinite(pct).all():
        raise ValueError("dose_mg and block_pct do not fit together")
    if dose.min() <= 0 or pct.min() < 0 or pct.max() > 100:
        raise ValueError("dose_mg above 0 mg, block_pct between 0 and 100 %")
    fit = least_squares(lambda u: 100 * dose / (dose + np.exp(u)) - pct, np.log([np.median(dose)]), x_scale="jac", xtol=1e-12, ftol=1e-12)
    ed50 = np.exp(fit.x[0])
    return ed50, ed50 * np.sqrt(2 * fit.cost / (dose.size - 1) / (fit.jac**2).sum())


def block_at(t_h, dose_mg, ed50_mg, t_odds_h):
    t, d, k, half = np.broadcast_arrays(t_h, dose_mg, ed50_mg, t_odds_h)
    for x, least in ((t, 0), (d, 0), (k, 1e-300), (half, 1e-300)):
        if not (np.isfinite(x) & (x >= least)).all():
            raise ValueError("a time, a dose or a constant is out of range")
    left = d * 0.5 ** (t / half)
    return (left / (left - k))[()]
