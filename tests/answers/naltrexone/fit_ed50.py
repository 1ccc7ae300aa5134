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
