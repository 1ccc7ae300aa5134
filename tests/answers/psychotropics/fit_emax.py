# %% [answer] curve_fit
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose, occ = np.array(dose_mg, dtype=float), np.array(occ_pct, dtype=float)
    if dose.ndim != 1 or dose.shape != occ.shape or dose.size < (3 if fix_emax is None else 2):
        raise ValueError("dose_mg and occ_pct must be equally long, with a point to spare")
    if not np.isfinite(dose).all() or (dose <= 0).any():
        raise ValueError("dose_mg must be finite and above 0 mg")
    if not np.isfinite(occ).all() or (occ < 0).any() or (occ > 100).any():
        raise ValueError("occ_pct must lie in 0 to 100 %")
    if fix_emax is None:
        best, cov = curve_fit(lambda d, top, half: top * d / (half + d), dose, occ, p0=[90, np.median(dose)])
        return float(best[0]), float(best[1]), float(cov[1, 1] ** 0.5)
    if not (np.isfinite(fix_emax) and fix_emax > 0):
        raise ValueError("fix_emax must be above 0 %")
    best, cov = curve_fit(lambda d, half: fix_emax * d / (half + d), dose, occ, p0=[np.median(dose)])
    return float(fix_emax), float(best[0]), float(cov[0, 0] ** 0.5)


# %% [answer] one search, ceiling by linear algebra
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.optimize import minimize_scalar


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose, occ = [float(one) for one in dose_mg], [float(one) for one in occ_pct]
    free = 2 if fix_emax is None else 1
    if len(dose) != len(occ) or len(dose) < free + 1:
        raise ValueError("too few points, or lists of unequal length")
    if not all(np.isfinite(one) and one > 0 for one in dose) or not all(0 <= one <= 100 for one in occ):
        raise ValueError("doses above 0 mg, occupancies in [0, 100] %")
    if fix_emax is not None and not 0 < fix_emax < np.inf:
        raise ValueError("fix_emax must be finite and above 0 %")
    dose, occ = np.array(dose), np.array(occ)

    def ceiling(log_half):
        share = dose / (dose + np.exp(log_half))
        return fix_emax if fix_emax is not None else share @ occ / (share @ share)

    def cost(log_half):
        share = dose / (dose + np.exp(log_half))
        return np.sum((occ - ceiling(log_half) * share) ** 2)

    grid = np.linspace(np.log(dose.min()) - 6, np.log(dose.max()) + 6, 300)
    near_it = grid[np.argmin([cost(one) for one in grid])]
    best = minimize_scalar(cost, bounds=(near_it - 0.1, near_it + 0.1), method="bounded", options={"xatol": 1e-12}).x
    half, top = np.exp(best), ceiling(best)
    columns = [-top * dose / (dose + half) ** 2]
    if free == 2:
        columns.append(dose / (dose + half))
    jacobian = np.column_stack(columns)
    variance = cost(best) / (len(dose) - free)
    return float(top), float(half), float(np.sqrt(variance * np.linalg.inv(jacobian.T @ jacobian)[0, 0]))


# %% [answer] Gauss and Newton by hand
# kind: right
# marks: 10
# says: ""
# written: with the solution
def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose, occ = np.asarray(dose_mg, dtype=float).copy(), np.asarray(occ_pct, dtype=float).copy()
    if dose.shape != occ.shape or dose.ndim != 1:
        raise ValueError("dose_mg and occ_pct must have one length")
    ok = np.isfinite(dose).all() and np.isfinite(occ).all() and (dose > 0).all() and ((occ >= 0) & (occ <= 100)).all()
    if not ok or dose.size < 3 - (fix_emax is not None):
        raise ValueError("impossible doses or occupancies, or too few of them")
    if fix_emax is not None and (not np.isfinite(fix_emax) or fix_emax <= 0):
        raise ValueError("fix_emax must be above 0")

    def model(parameters):
        top, half = (fix_emax, parameters[0]) if fix_emax is not None else parameters
        curve = top * dose / (dose + half)
        by_half = -top * dose / (dose + half) ** 2
        return curve, by_half[:, None] if fix_emax is not None else np.column_stack([dose / (dose + half), by_half])

    start = [np.median(dose)] if fix_emax is not None else [max(occ.max(), 1.0) * 1.2, np.median(dose)]
    now, damping = np.array(start, dtype=float), 1.0
    for _ in range(500):
        curve, slopes = model(now)
        normal = slopes.T @ slopes
        step = np.linalg.solve(normal + damping * np.diag(np.diag(normal)), slopes.T @ (occ - curve))
        better = np.all(now + step > 0) and np.sum((occ - model(now + step)[0]) ** 2) <= np.sum((occ - curve) ** 2)
        now, damping = (now + step, damping / 5) if better else (now, damping * 4)
    curve, slopes = model(now)
    cov = np.sum((occ - curve) ** 2) / (dose.size - now.size) * np.linalg.inv(slopes.T @ slopes)
    return float(fix_emax if fix_emax is not None else now[0]), float(now[-1]), float(np.sqrt(cov[-1, -1]))


# %% [answer] double reciprocal
# kind: mistake
# marks: 6
# says: "one over occupancy against one over dose"
# written: with the solution
def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose, occ = np.asarray(dose_mg, dtype=float), np.asarray(occ_pct, dtype=float)
    if dose.shape != occ.shape or dose.size < 3 - (fix_emax is not None) or (dose <= 0).any():
        raise ValueError("impossible")
    x, y = 1 / dose, 1 / np.maximum(occ, 1e-9)
    if fix_emax is not None:
        slope = np.sum(x * (y - 1 / fix_emax)) / np.sum(x * x)
        return float(fix_emax), float(slope * fix_emax), 0.0
    slope, intercept = np.polyfit(x, y, 1)
    return float(1 / intercept), float(slope / intercept), 0.0


# %% [answer] variance over the number of points
# kind: mistake
# marks: 8
# says: "divided by the number of points"
# written: with the solution
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose, occ = np.array(dose_mg, dtype=float), np.array(occ_pct, dtype=float)
    free = 2 if fix_emax is None else 1
    if dose.shape != occ.shape or dose.size < free + 1 or not np.isfinite(dose).all() or (dose <= 0).any():
        raise ValueError("impossible doses")
    if not ((occ >= 0) & (occ <= 100)).all() or (fix_emax is not None and not 0 < fix_emax < np.inf):
        raise ValueError("impossible occupancies")
    shrink = ((dose.size - free) / dose.size) ** 0.5
    if fix_emax is None:
        best, cov = curve_fit(lambda d, top, half: top * d / (half + d), dose, occ, p0=[90, np.median(dose)])
        return float(best[0]), float(best[1]), float(cov[1, 1] ** 0.5 * shrink)
    best, cov = curve_fit(lambda d, half: fix_emax * d / (half + d), dose, occ, p0=[np.median(dose)])
    return float(fix_emax), float(best[0]), float(cov[0, 0] ** 0.5 * shrink)


# %% [answer] variance instead of standard error
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose, occ = np.array(dose_mg, dtype=float), np.array(occ_pct, dtype=float)
    if dose.shape != occ.shape or dose.size < (3 if fix_emax is None else 2) or not np.isfinite(dose).all() or (dose <= 0).any():
        raise ValueError("impossible doses")
    if not ((occ >= 0) & (occ <= 100)).all() or (fix_emax is not None and not 0 < fix_emax < np.inf):
        raise ValueError("impossible occupancies")
    if fix_emax is None:
        best, cov = curve_fit(lambda d, top, half: top * d / (half + d), dose, occ, p0=[90, np.median(dose)])
        return float(best[0]), float(best[1]), float(cov[1, 1])
    best, cov = curve_fit(lambda d, half: fix_emax * d / (half + d), dose, occ, p0=[np.median(dose)])
    return float(fix_emax), float(best[0]), float(cov[0, 0])


# %% [answer] ceiling as a fraction
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose, occ = np.array(dose_mg, dtype=float), np.array(occ_pct, dtype=float) / 100
    if dose.shape != occ.shape or dose.size < (3 if fix_emax is None else 2) or not np.isfinite(dose).all() or (dose <= 0).any():
        raise ValueError("impossible doses")
    if not ((occ >= 0) & (occ <= 1)).all():
        raise ValueError("impossible occupancies")
    top = 1.0 if fix_emax is None else fix_emax / 100
    best, cov = curve_fit(lambda d, half: top * d / (half + d), dose, occ, p0=[np.median(dose)])
    return top, float(best[0]), float(cov[0, 0] ** 0.5)


# %% [answer] two points joined by hand
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
def fit_emax(dose_mg, occ_pct, fix_emax=None):
    top = 100.0 if fix_emax is None else fix_emax
    half = dose_mg[0] * (top - occ_pct[0]) / occ_pct[0]
    return top, half, 0.0


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def fit_emax(dose_mg, occ_pct, fix_emax=None):
    # YOUR CODE HERE
    raise NotImplementedError()
