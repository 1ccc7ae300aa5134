# %% [answer] pieces by np.select
# kind: right
# marks: 10
# says: ""
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not np.isfinite([t, dose, cl, b, tz, half]).all():
        raise ValueError("all arguments must be finite")
    if (dose < 0).any() or (cl <= 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (half <= 0).any():
        raise ValueError("out of range: dose_mg >= 0 mg, cl_L_h > 0 L/h, burst in [0, 1), t_zero_d >= 1 d, thalf_d > 0 d")
    r0 = dose * (1 - b) / (tz + half / np.log(2))
    rate = np.select([t < 0, t < 1, t <= tz], [0 * r0, r0 + b * dose, r0], r0 * np.exp(-np.log(2) * (t - tz) / half))
    out = rate / 24 / cl * 1000
    return out if out.ndim else float(out)


def implied_F(ratio):
    r = np.asarray(ratio, dtype=float)
    if not np.isfinite(r).all() or (r <= 0).any():
        raise ValueError("ratio must be above 0")
    out = 380 / 28 / 50 / r
    return out if out.ndim else float(out)


# %% [answer] day by day in a loop
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def _level(t, dose, cl, b, tz, half):
    if not all(map(math.isfinite, (t, dose, cl, b, tz, half))):
        raise ValueError("finite numbers only")
    if dose < 0 or cl <= 0 or not 0 <= b < 1 or tz < 1 or half <= 0:
        raise ValueError("out of range")
    if t < 0:
        return 0.0
    plateau = (dose - b * dose) / (tz + half / math.log(2))
    rate = plateau if t <= tz else plateau * 0.5 ** ((t - tz) / half)
    if t < 1:
        rate += b * dose
    return rate * 1000 / (24 * cl)


def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    cases = np.broadcast(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)
    return np.array([_level(*case) for case in cases]).reshape(cases.shape)[()]


def implied_F(ratio):
    def one(r):
        if not math.isfinite(r) or r <= 0:
            raise ValueError("ratio must be above 0")
        return 380 / (1400 * r)

    return np.vectorize(one, otypes=[float])(ratio)[()]


# %% [answer] the plateau scaled until the whole dose is out, in single precision times
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import quad


def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    def one(t, dose, cl, b, tz, half):
        if not np.isfinite([t, dose, cl, b, tz, half]).all() or dose < 0 or cl <= 0 or b < 0 or b >= 1 or tz < 1 or half <= 0:
            raise ValueError("out of range")
        area = tz + quad(lambda s: 2.0 ** (-s / half), 0, 60 * half, epsabs=0, epsrel=1e-12, limit=200)[0]
        shape = 1.0 if t <= tz else 2.0 ** (-(t - tz) / half)
        rate = dose * (1 - b) / area * shape + (b * dose if t < 1 else 0.0)
        return 0.0 if t < 0 else float(rate / cl / 0.024)

    return np.vectorize(one, otypes=[float])(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)[()]


def implied_F(ratio):
    ratio = np.array(ratio, dtype=float)
    if not (np.isfinite(ratio) & (ratio > 0)).all():
        raise ValueError("ratio must be a finite number above 0")
    return (380 / 1400) * ratio**-1


# %% [answer] the drug's own half-life in the tail
# kind: mistake
# marks: 5
# says: "which of the two sets the pace of the tail"
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not np.isfinite([t, dose, cl, b, tz, half]).all() or (dose < 0).any() or (cl <= 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (half <= 0).any():
        raise ValueError("out of range")
    r0 = dose * (1 - b) / (tz + half / np.log(2))
    rate = np.where(t > tz, r0 * 0.5 ** (np.maximum(t - tz, 0) * 24 / 4), r0) + np.where(t < 1, b * dose, 0)
    return np.where(t < 0, 0, 1000 * rate / 24 / cl)


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not (np.isfinite(ratio) & (ratio > 0)).all():
        raise ValueError("ratio above 0")
    return 380 / (1400 * ratio)


# %% [answer] the burst given away
# kind: mistake
# marks: 6
# says: "releases more than it holds"
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not np.isfinite([t, dose, cl, b, tz, half]).all() or (dose < 0).any() or (cl <= 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (half <= 0).any():
        raise ValueError("out of range")
    r0 = dose / (tz + half / np.log(2))
    rate = r0 * 0.5 ** (np.maximum(t - tz, 0) / half) + np.where(t < 1, b * dose, 0)
    return np.where(t < 0, 0, 1000 * rate / 24 / cl)


def implied_F(ratio):
    return 380 / (1400 * np.asarray(ratio, dtype=float))


# %% [answer] the tail counted as one half-life
# kind: mistake
# marks: 6
# says: "Your plateau is too high"
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not np.isfinite([t, dose, cl, b, tz, half]).all() or (dose < 0).any() or (cl <= 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (half <= 0).any():
        raise ValueError("out of range")
    r0 = dose * (1 - b) / (tz + half)
    rate = r0 * 0.5 ** (np.maximum(t - tz, 0) / half) + np.where(t < 1, b * dose, 0)
    return np.where(t < 0, 0, 1000 * rate / 24 / cl)


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not (np.isfinite(ratio) & (ratio > 0)).all():
        raise ValueError("ratio above 0")
    return 380 / (1400 * ratio)


# %% [answer] days and hours mixed up
# kind: mistake
# marks: 5
# says: "off by a whole factor of units"
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not np.isfinite([t, dose, cl, b, tz, half]).all() or (dose < 0).any() or (cl <= 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (half <= 0).any():
        raise ValueError("out of range")
    r0 = dose * (1 - b) / (tz + half / np.log(2))
    rate = r0 * 0.5 ** (np.maximum(t - tz, 0) / half) + np.where(t < 1, b * dose, 0)
    return np.where(t < 0, 0, 1000 * rate / cl)


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not (np.isfinite(ratio) & (ratio > 0)).all():
        raise ValueError("ratio above 0")
    return 380 / (1400 * ratio)


# %% [answer] bioavailability in per cent
# kind: mistake
# marks: 7
# says: "the areas demand"
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not np.isfinite([t, dose, cl, b, tz, half]).all() or (dose < 0).any() or (cl <= 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (half <= 0).any():
        raise ValueError("out of range")
    r0 = dose * (1 - b) / (tz + half / np.log(2))
    rate = r0 * 0.5 ** (np.maximum(t - tz, 0) / half) + np.where(t < 1, b * dose, 0)
    return np.where(t < 0, 0, 1000 * rate / 24 / cl)


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not (np.isfinite(ratio) & (ratio > 0)).all():
        raise ValueError("ratio above 0")
    return 100 * 380 / (1400 * ratio)


# %% [answer] the burst on day one included
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not np.isfinite([t, dose, cl, b, tz, half]).all() or (dose < 0).any() or (cl <= 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (half <= 0).any():
        raise ValueError("out of range")
    r0 = dose * (1 - b) / (tz + half / np.log(2))
    rate = r0 * 0.5 ** (np.maximum(t - tz, 0) / half) + np.where(t <= 1, b * dose, 0)
    return np.where(t < 0, 0, 1000 * rate / 24 / cl)


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not (np.isfinite(ratio) & (ratio > 0)).all():
        raise ValueError("ratio above 0")
    return 380 / (1400 * ratio)


# %% [answer] a tail that grows
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not np.isfinite([t, dose, cl, b, tz, half]).all() or (dose < 0).any() or (cl <= 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (half <= 0).any():
        raise ValueError("out of range")
    r0 = dose * (1 - b) / (tz + half / np.log(2))
    rate = r0 * 2 ** (np.maximum(t - tz, 0) / half) + np.where(t < 1, b * dose, 0)
    return np.where(t < 0, 0, 1000 * rate / 24 / cl)


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not (np.isfinite(ratio) & (ratio > 0)).all():
        raise ValueError("ratio above 0")
    return 380 / (1400 * ratio)


# %% [answer] a list of text
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    return ["3.15 ng/mL"]


def implied_F(ratio):
    return "9 %"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    # YOUR CODE HERE
    raise NotImplementedError()


def implied_F(ratio):
    # YOUR CODE HERE
    raise NotImplementedError()
