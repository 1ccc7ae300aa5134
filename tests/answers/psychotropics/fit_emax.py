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
        if np.all(np.abs(step) <= 1e-14 * now):
            break
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
# kind: mistake
# marks: 6
# says: "your standard error is another number"
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
# shows: wrong unit
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


# %% [answer] blind: curve_fit, started at the median dose
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose = np.atleast_1d(np.array(dose_mg, dtype=float))
    occ = np.atleast_1d(np.array(occ_pct, dtype=float))
    if dose.ndim != 1 or dose.shape != occ.shape:
        raise ValueError("there must be as many occupancies as doses")
    if not np.isfinite(dose).all() or not np.isfinite(occ).all():
        raise ValueError("doses and occupancies must be finite")
    if (dose <= 0).any():
        raise ValueError("every dose must be above 0")
    if (occ < 0).any() or (occ > 100).any():
        raise ValueError("every occupancy must lie from 0 to 100 per cent")
    parameters = 2 if fix_emax is None else 1
    if len(dose) < parameters + 1:
        raise ValueError("too few points for a standard error")
    if fix_emax is not None:
        fix_emax = float(fix_emax)
        if not np.isfinite(fix_emax) or fix_emax <= 0:
            raise ValueError("fix_emax must be finite and above 0")
        found, cov = curve_fit(lambda d, ed50: fix_emax * d / (d + ed50), dose, occ, p0=[np.median(dose)])
        return fix_emax, float(found[0]), float(np.sqrt(cov[0, 0]))
    found, cov = curve_fit(lambda d, emax, ed50: emax * d / (d + ed50), dose, occ, p0=[100.0, np.median(dose)])
    return float(found[0]), float(found[1]), float(np.sqrt(cov[1, 1]))


# %% [answer] blind: Gauss-Newton by hand, halving a step that does not help
# kind: right
# marks: 10
# says: ""
# written: blind
def fit_emax(dose_mg, occ_pct, fix_emax=None):
    d = np.asarray(dose_mg, dtype=float)
    o = np.asarray(occ_pct, dtype=float)
    if d.ndim != 1 or o.ndim != 1 or d.size != o.size:
        raise ValueError("doses and occupancies must be two lists of one length")
    if not (np.all(np.isfinite(d)) and np.all(np.isfinite(o))):
        raise ValueError("only finite numbers")
    if np.any(d <= 0):
        raise ValueError("doses must be above 0")
    if np.any(o < 0) or np.any(o > 100):
        raise ValueError("occupancy is in per cent, from 0 to 100")
    free = fix_emax is None
    if not free and not (np.isfinite(fix_emax) and fix_emax > 0):
        raise ValueError("fix_emax must be above 0")
    p = 2 if free else 1
    if d.size < p + 1:
        raise ValueError("one point more than parameters, at least")

    def best_ceiling(k):
        s = d / (d + k)
        return np.sum(s * o) / np.sum(s * s)

    def squares(ceiling, k):
        return np.sum((o - ceiling * d / (d + k)) ** 2)

    # a coarse start over many sizes of ED50, then Newton's steps
    grid = np.geomspace(d.min() / 100, d.max() * 100, 400)
    ceilings = [best_ceiling(k) if free else float(fix_emax) for k in grid]
    i = int(np.argmin([squares(m, k) for m, k in zip(ceilings, grid)]))
    m, k = float(ceilings[i]), float(grid[i])
    for _ in range(200):
        curve = m * d / (d + k)
        by_k = -m * d / (d + k) ** 2
        J = np.column_stack([d / (d + k), by_k]) if free else by_k[:, None]
        step = np.linalg.solve(J.T @ J, J.T @ (o - curve))
        size = 1.0
        while size > 1e-12:
            new_m = m + size * step[0] if free else m
            new_k = k + size * step[-1]
            if new_k > 0 and squares(new_m, new_k) <= squares(m, k):
                break
            size /= 2
        else:
            break
        done = abs(new_k - k) <= 1e-13 * k
        m, k = new_m, new_k
        if done:
            break
    curve = m * d / (d + k)
    by_k = -m * d / (d + k) ** 2
    J = np.column_stack([d / (d + k), by_k]) if free else by_k[:, None]
    cov = np.sum((o - curve) ** 2) / (d.size - p) * np.linalg.inv(J.T @ J)
    return float(m), float(k), float(np.sqrt(cov[-1, -1]))


# %% [answer] blind: the ceiling as a ratio of two sums, the ED50 by a bounded search of its logarithm
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.optimize import minimize_scalar


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    doses, occs = list(dose_mg), list(occ_pct)
    if len(doses) != len(occs):
        raise ValueError("unequal numbers of doses and occupancies")
    doses = [float(v) for v in doses]
    occs = [float(v) for v in occs]
    if not all(np.isfinite(v) for v in doses + occs):
        raise ValueError("NaN or infinity among the points")
    if any(v <= 0 for v in doses):
        raise ValueError("a dose must be above 0")
    if any(v < 0 or v > 100 for v in occs):
        raise ValueError("an occupancy must be from 0 to 100 per cent")
    if fix_emax is not None and (not np.isfinite(fix_emax) or fix_emax <= 0):
        raise ValueError("the maximum must be a number above 0")
    n_par = 1 + (fix_emax is None)
    if len(doses) <= n_par:
        raise ValueError(f"{n_par} parameters need at least {n_par + 1} points")
    d, o = np.array(doses), np.array(occs)

    def ceiling(ed50):
        if fix_emax is not None:
            return float(fix_emax)
        s = d / (d + ed50)
        return float(s @ o / (s @ s))

    def cost(log_ed50):
        ed50 = np.exp(log_ed50)
        return float(np.sum((o - ceiling(ed50) * d / (d + ed50)) ** 2))

    low, high = np.log(d.min()) - 12, np.log(d.max()) + 12
    tries = np.linspace(low, high, 600)
    best = int(np.argmin([cost(v) for v in tries]))
    a, b = tries[max(best - 1, 0)], tries[min(best + 1, len(tries) - 1)]
    ed50 = float(np.exp(minimize_scalar(cost, bounds=(a, b), method="bounded", options={"xatol": 1e-12}).x))
    emax = ceiling(ed50)
    r = o - emax * d / (d + ed50)
    jac = [-emax * d / (d + ed50) ** 2]
    if fix_emax is None:
        jac.append(d / (d + ed50))
    J = np.array(jac).T
    cov = (r @ r) / (len(d) - n_par) * np.linalg.inv(J.T @ J)
    return emax, ed50, float(np.sqrt(cov[0, 0]))


# %% [answer] blind: a straight line through one over occupancy against one over dose
# kind: mistake
# marks: 6
# says: "one over occupancy"
# written: blind
def fit_emax(dose_mg, occ_pct, fix_emax=None):
    d, o = np.asarray(dose_mg, float), np.asarray(occ_pct, float)
    if d.shape != o.shape:
        raise ValueError("unequal lengths")
    if not np.isfinite(d).all() or not np.isfinite(o).all():
        raise ValueError("not finite")
    if (d <= 0).any() or (o < 0).any() or (o > 100).any():
        raise ValueError("impossible dose or occupancy")
    p = 2 if fix_emax is None else 1
    if len(d) < p + 1:
        raise ValueError("too few points")
    if fix_emax is not None and not fix_emax > 0:
        raise ValueError("fix_emax must be above 0")
    x, y = 1 / d, 1 / o
    if fix_emax is None:
        slope, cut = np.polyfit(x, y, 1)
        emax, ed50 = 1 / cut, slope / cut
    else:
        emax = float(fix_emax)
        ed50 = emax * np.sum(x * (y - 1 / emax)) / np.sum(x * x)
    r = o - emax * d / (d + ed50)
    J = [-emax * d / (d + ed50) ** 2]
    if p == 2:
        J.append(d / (d + ed50))
    J = np.array(J).T
    cov = np.sum(r**2) / (len(d) - p) * np.linalg.inv(J.T @ J)
    return float(emax), float(ed50), float(np.sqrt(cov[0, 0]))


# %% [answer] blind: the standard error of the ceiling in place of that of the ED50
# kind: mistake
# marks: 6
# says: "your standard error is another number"
# written: blind
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    d, o = np.asarray(dose_mg, float), np.asarray(occ_pct, float)
    if d.shape != o.shape:
        raise ValueError("unequal lengths")
    if not np.isfinite(d).all() or not np.isfinite(o).all():
        raise ValueError("not finite")
    if (d <= 0).any() or (o < 0).any() or (o > 100).any():
        raise ValueError("impossible dose or occupancy")
    p = 2 if fix_emax is None else 1
    if len(d) < p + 1:
        raise ValueError("too few points")
    if fix_emax is not None and not 0 < fix_emax < np.inf:
        raise ValueError("fix_emax must be above 0")
    if fix_emax is None:
        par, cov = curve_fit(lambda x, m, k: m * x / (x + k), d, o, p0=[100, np.median(d)])
        emax, ed50 = par
    else:
        par, cov = curve_fit(lambda x, k: fix_emax * x / (x + k), d, o, p0=[np.median(d)])
        emax, ed50 = fix_emax, par[0]
    return float(emax), float(ed50), float(np.sqrt(np.diag(cov)[0]))


# %% [answer] blind: zero occupancy refused, as many points as parameters accepted, variance over n
# kind: mistake
# marks: 8
# says: "your standard error is too small"
# written: blind
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    d, o = np.asarray(dose_mg, float), np.asarray(occ_pct, float)
    if len(d) != len(o):
        raise ValueError("unequal lengths")
    if np.isnan(d).any() or np.isnan(o).any() or (d <= 0).any() or (o <= 0).any() or (o >= 100).any():
        raise ValueError("impossible dose or occupancy")
    p = 2 if fix_emax is None else 1
    if len(d) < p:
        raise ValueError("too few points")
    if fix_emax is None:
        (emax, ed50), _ = curve_fit(lambda x, m, k: m * x / (x + k), d, o, p0=[100, np.median(d)])
    else:
        (ed50,), _ = curve_fit(lambda x, k: fix_emax * x / (x + k), d, o, p0=[np.median(d)])
        emax = fix_emax
    r = o - emax * d / (d + ed50)
    J = [-emax * d / (d + ed50) ** 2]
    if p == 2:
        J.append(d / (d + ed50))
    J = np.array(J).T
    cov = np.sum(r**2) / len(d) * np.linalg.inv(J.T @ J)
    return float(emax), float(ed50), float(np.sqrt(cov[0, 0]))


# %% [answer] Gauss and Newton in plain Python, sums in loops
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def _sums(points, top, half):
    """Sums of the normal equations: of the squares of both slopes, of their product, with the residuals."""
    tt = th = hh = rt = rh = rr = 0.0
    for dose, occ in points:
        by_top = dose / (dose + half)
        by_half = -top * dose / (dose + half) ** 2
        residual = occ - top * by_top
        tt += by_top * by_top
        th += by_top * by_half
        hh += by_half * by_half
        rt += residual * by_top
        rh += residual * by_half
        rr += residual * residual
    return tt, th, hh, rt, rh, rr


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    doses, occs = [float(one) for one in dose_mg], [float(one) for one in occ_pct]
    parameters = 1 if fix_emax is not None else 2
    if len(doses) != len(occs) or len(doses) <= parameters:
        raise ValueError("as many occupancies as doses, and more than parameters")
    for dose, occ in zip(doses, occs):
        if not (0 < dose < math.inf and 0 <= occ <= 100):
            raise ValueError(f"dose {dose} with occupancy {occ} cannot be")
    if fix_emax is not None and not 0 < fix_emax < math.inf:
        raise ValueError("fix_emax must be above 0")
    points = list(zip(doses, occs))

    # start at the best of many sizes of the ED50; for each the best maximum is a ratio of two sums
    start = None
    for step in range(-60, 61):
        half = math.sqrt(min(doses) * max(doses)) * 1.15**step
        if fix_emax is None:
            shares = [dose / (dose + half) for dose in doses]
            top = sum(s * o for s, o in zip(shares, occs)) / sum(s * s for s in shares)
        else:
            top = float(fix_emax)
        squares = _sums(points, top, half)[-1]
        if start is None or squares < start[0]:
            start = squares, top, half
    squares, top, half = start
    for _ in range(100):
        tt, th, hh, rt, rh, _ = _sums(points, top, half)
        if fix_emax is None:
            d_top, d_half = (hh * rt - th * rh) / (tt * hh - th * th), (tt * rh - th * rt) / (tt * hh - th * th)
        else:
            d_top, d_half = 0.0, rh / hh
        while half + d_half <= 0 or _sums(points, top + d_top, half + d_half)[-1] > squares * (1 + 1e-12) + 1e-18:
            d_top, d_half = d_top / 2, d_half / 2
        top, half = top + d_top, half + d_half
        squares = _sums(points, top, half)[-1]
        if abs(d_half) < 1e-13 * half:
            break
    tt, th, hh, _, _, rr = _sums(points, top, half)
    variance = rr / (len(points) - parameters)
    of_half = 1 / hh if fix_emax is not None else tt / (tt * hh - th * th)
    return top, half, math.sqrt(variance * of_half)


# %% [answer] what curve_fit returns
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose, occ = np.asarray(dose_mg, dtype=float), np.asarray(occ_pct, dtype=float)
    n_parameters = 2 if fix_emax is None else 1
    if dose.ndim != 1 or dose.shape != occ.shape or dose.size <= n_parameters:
        raise ValueError("unequal lists, or too few points")
    if not np.isfinite(dose).all() or not np.isfinite(occ).all():
        raise ValueError("NaN or infinity")
    if (dose <= 0).any() or (occ < 0).any() or (occ > 100).any():
        raise ValueError("dose above 0, occupancy from 0 to 100")
    if fix_emax is None:
        return curve_fit(lambda d, top, half: top * d / (d + half), dose, occ, p0=[100, np.median(dose)])
    if not (np.isfinite(fix_emax) and fix_emax > 0):
        raise ValueError("fix_emax above 0")
    return curve_fit(lambda d, half: fix_emax * d / (d + half), dose, occ, p0=[np.median(dose)])


# %% [answer] standard error as a percentage of the ED50
# kind: mistake
# marks: 6
# says: "your standard error is another number"
# written: with the solution
# shows: wrong unit
from scipy.optimize import least_squares


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    d, o = np.array(dose_mg, dtype=float), np.array(occ_pct, dtype=float)
    held = fix_emax is not None
    if d.shape != o.shape or d.size < 3 - held:
        raise ValueError("lists of one length, and enough points")
    if not (np.isfinite(d) & np.isfinite(o)).all() or np.any(d <= 0) or np.any(o < 0) or np.any(o > 100):
        raise ValueError("impossible dose or occupancy")
    if held and not (np.isfinite(fix_emax) and fix_emax > 0):
        raise ValueError("fix_emax must be above 0")
    scale = np.median(d)  # both parameters are searched near 1

    def residuals(p):
        top = fix_emax if held else 100 * p[1]
        return top * d / (d + p[0] * scale) - o

    found = least_squares(residuals, [1.0] if held else [1.0, 1.0], xtol=1e-13, ftol=1e-13, gtol=1e-13)
    variance = np.sum(found.fun**2) / (d.size - 2 + held)
    error = np.sqrt((variance * np.linalg.inv(found.jac.T @ found.jac))[0, 0])
    top = float(fix_emax) if held else float(100 * found.x[1])
    return top, float(found.x[0] * scale), float(100 * error / found.x[0])


# %% [answer] Newton's step taken backwards
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: slipped sign
def fit_emax(dose_mg, occ_pct, fix_emax=None):
    d, o = np.asarray(dose_mg, dtype=float), np.asarray(occ_pct, dtype=float)
    free = 2 if fix_emax is None else 1
    if d.shape != o.shape or d.size < free + 1:
        raise ValueError("lists of unequal length, or too few points")
    if not np.isfinite(d).all() or not np.isfinite(o).all() or d.min() <= 0 or o.min() < 0 or o.max() > 100:
        raise ValueError("impossible dose or occupancy")
    if fix_emax is not None and (not np.isfinite(fix_emax) or fix_emax <= 0):
        raise ValueError("impossible maximum")
    top, half = fix_emax or 100.0, float(np.median(d))
    for _ in range(50):
        misses = top * d / (d + half) - o
        slopes = [-top * d / (d + half) ** 2]
        if fix_emax is None:
            slopes.append(d / (d + half))
        J = np.array(slopes).T
        step = np.linalg.lstsq(J, misses, rcond=None)[0]
        half = half + step[0]
        if fix_emax is None:
            top = top + step[1]
        if not 1e-6 < half < 1e6:
            break
    covariance = np.sum(misses**2) / (d.size - free) * np.linalg.pinv(J.T @ J)
    return float(top), float(half), float(np.sqrt(covariance[0, 0]))


# %% [answer] every point weighed by its own size
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
from scipy.optimize import curve_fit


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    d, o = np.array(dose_mg, dtype=float), np.array(occ_pct, dtype=float)
    if d.ndim != 1 or o.shape != d.shape:
        raise ValueError("two lists of the same length are needed")
    if not np.isfinite(np.concatenate([d, o])).all():
        raise ValueError("NaN or infinity among the points")
    if (d <= 0).any() or (o < 0).any() or (o > 100).any():
        raise ValueError("doses above 0 mg, occupancies from 0 to 100 %")
    free = 2 if fix_emax is None else 1
    if d.size < free + 1:
        raise ValueError("too few points")
    if fix_emax is None:
        best, cov = curve_fit(lambda x, e, k: e * x / (x + k), d, o, p0=[100.0, np.median(d)], sigma=np.maximum(o, 1.0))
        return float(best[0]), float(best[1]), float(np.sqrt(cov[1, 1]))
    if not np.isfinite(fix_emax) or fix_emax <= 0:
        raise ValueError("fix_emax must be above 0")
    best, cov = curve_fit(lambda x, k: fix_emax * x / (x + k), d, o, p0=[np.median(d)], sigma=np.maximum(o, 1.0))
    return float(fix_emax), float(best[0]), float(np.sqrt(cov[0, 0]))


# %% [answer] curve_fit left to find its own start
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
from scipy.optimize import curve_fit


def curve(dose, emax, ed50):
    return emax * dose / (dose + ed50)


def fit_emax(dose_mg, occ_pct, fix_emax=None):
    dose_mg = np.asarray(dose_mg, dtype=float)
    occ_pct = np.asarray(occ_pct, dtype=float)
    if len(dose_mg) != len(occ_pct):
        raise ValueError("unequal length")
    if not np.all(np.isfinite(dose_mg)) or not np.all(np.isfinite(occ_pct)):
        raise ValueError("not finite")
    if np.any(dose_mg <= 0) or np.any(occ_pct < 0) or np.any(occ_pct > 100):
        raise ValueError("impossible values")
    if len(dose_mg) < (3 if fix_emax is None else 2):
        raise ValueError("not enough points")
    if fix_emax is None:
        popt, pcov = curve_fit(curve, dose_mg, occ_pct)
        return float(popt[0]), float(popt[1]), float(np.sqrt(pcov[1, 1]))
    if not np.isfinite(fix_emax) or fix_emax <= 0:
        raise ValueError("fix_emax must be above 0")
    popt, pcov = curve_fit(lambda dose, ed50: curve(dose, fix_emax, ed50), dose_mg, occ_pct)
    return float(fix_emax), float(popt[0]), float(np.sqrt(pcov[0, 0]))


# %% [answer] as if the scatter were known to be one per cent
# kind: mistake
# marks: 6
# says: "your standard error is another number"
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
        best, cov = curve_fit(lambda d, top, half: top * d / (half + d), dose, occ, p0=[90, np.median(dose)], sigma=np.ones(dose.size), absolute_sigma=True)
        return float(best[0]), float(best[1]), float(cov[1, 1] ** 0.5)
    if not (np.isfinite(fix_emax) and fix_emax > 0):
        raise ValueError("fix_emax must be above 0 %")
    best, cov = curve_fit(lambda d, half: fix_emax * d / (half + d), dose, occ, p0=[np.median(dose)], sigma=np.ones(dose.size), absolute_sigma=True)
    return float(fix_emax), float(best[0]), float(cov[0, 0] ** 0.5)
