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
# shows: loops
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
# shows: wrong unit
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
# shows: wrong unit
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
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
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
# shows: wrong type
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


# %% [answer] blind: the rate in pieces with np.where
# kind: right
# marks: 10
# says: ""
# written: blind
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    raw = [np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)]
    for x in raw:
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    t, dose, cl, b, tz, th = np.broadcast_arrays(*raw)
    if np.any(dose < 0) or np.any(b < 0) or np.any(b >= 1):
        raise ValueError("dose or burst")
    if np.any(tz < 1) or np.any(cl <= 0) or np.any(th <= 0):
        raise ValueError("plateau, clearance or half-life")
    r0 = dose * (1 - b) / (tz + th / np.log(2))
    rate = r0 * 2.0 ** (-np.maximum(t - tz, 0) / th)
    rate = rate + np.where((t >= 0) & (t < 1), b * dose, 0.0)
    rate = np.where(t < 0, 0.0, rate)
    c = 1000 * rate / (24 * cl)
    return float(c) if c.ndim == 0 else c


def implied_F(ratio):
    r = np.asarray(ratio, dtype=float)
    if not np.all(np.isfinite(r)) or np.any(r <= 0):
        raise ValueError("ratio must be finite and above 0")
    f = 380 / (28 * 50 * r)
    return float(f) if f.ndim == 0 else f


# %% [answer] blind: if by if for one moment, then np.broadcast
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
from math import isfinite, log


def _level(t, dose, cl, burst, tz, th):
    if not all(map(isfinite, (t, dose, cl, burst, tz, th))):
        raise ValueError("finite numbers only")
    if dose < 0:
        raise ValueError("dose")
    if not 0 <= burst < 1:
        raise ValueError("burst")
    if tz < 1:
        raise ValueError("plateau")
    if cl <= 0 or th <= 0:
        raise ValueError("clearance or half-life")
    if t < 0:
        return 0.0
    plateau_mg_d = dose * (1 - burst) / (tz + th / log(2))
    mg_d = plateau_mg_d
    if t > tz:
        mg_d = plateau_mg_d * 0.5 ** ((t - tz) / th)
    if t < 1:
        mg_d = mg_d + burst * dose
    mg_h = mg_d / 24
    return mg_h / cl * 1000


def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    every = np.broadcast(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)
    levels = [_level(*map(float, six)) for six in every]
    if every.shape == ():
        return levels[0]
    return np.array(levels, dtype=float).reshape(every.shape)


def implied_F(ratio):
    shape = np.shape(ratio)
    out = []
    for r in np.ravel(ratio):
        if not isfinite(r) or r <= 0:
            raise ValueError("ratio")
        out.append(380.0 / (float(r) * 28 * 50.0))
    return np.array(out).reshape(shape) if shape else out[0]


# %% [answer] blind: mg a litre first, the tail as an exponential with the rate constant, boolean masks
# kind: right
# marks: 10
# says: ""
# written: blind
def _all_finite(*arrays):
    if any(np.isnan(x).any() or np.isinf(x).any() for x in arrays):
        raise ValueError("NaN or infinity")


def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, th = (np.array(x, dtype=float) for x in
                              (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d))
    _all_finite(t, dose, cl, b, tz, th)
    if not ((dose >= 0).all() and (cl > 0).all() and (b >= 0).all() and (b < 1).all()
            and (tz >= 1).all() and (th > 0).all()):
        raise ValueError("an argument is out of its range")
    k = np.log(2) / th
    cl_L_d = 24 * cl
    R0 = dose * (1 - b) / (tz + 1 / k)
    shape = np.broadcast_shapes(t.shape, dose.shape, cl.shape, b.shape, tz.shape, th.shape)
    since = np.clip(t - tz, 0, None)
    mg_L = R0 * np.exp(-k * since) * (t >= 0) / cl_L_d
    mg_L = mg_L + b * dose * ((t >= 0) & (t < 1)) / cl_L_d
    out = np.broadcast_to(mg_L * 1000.0, shape).copy()
    return out.item() if shape == () else out


def implied_F(ratio):
    ratio = np.array(ratio, dtype=float)
    _all_finite(ratio)
    if (ratio <= 0).any():
        raise ValueError("ratio")
    tablets = 28 * 50.0
    fraction = (380.0 / tablets) / ratio
    return fraction if fraction.ndim else fraction.item()


# %% [answer] blind: the burst is not taken from the rest, and the tail decays with e
# kind: mistake
# marks: 5
# says: "Your depot releases more than it holds"
# written: blind
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, th = np.broadcast_arrays(*[np.asarray(x, float) for x in
                                                   (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    for x in (t, dose, cl, b, tz, th):
        if not np.isfinite(x).all():
            raise ValueError
    if (dose < 0).any() or (b < 0).any() or (b >= 1).any() or (tz < 1).any() or (cl <= 0).any() or (th <= 0).any():
        raise ValueError
    r0 = dose / (tz + th / np.log(2))
    rate = r0 * np.exp(-np.maximum(t - tz, 0) / th)
    rate = rate + np.where(t < 1, b * dose, 0)
    c = np.where(t < 0, 0, 1000 * rate / (24 * cl))
    return float(c) if c.ndim == 0 else c


def implied_F(ratio):
    r = np.asarray(ratio, float)
    if not np.isfinite(r).all() or (r <= 0).any():
        raise ValueError
    f = 380 / (28 * 50 * r)
    return float(f) if f.ndim == 0 else f


# %% [answer] blind: hours for days: the clearance is not turned into a day
# kind: mistake
# marks: 5
# says: "Your levels have the right shape and are off by a whole factor of units"
# written: blind
# shows: wrong unit
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t = np.asarray(t_d, dtype=float)
    if np.any(~np.isfinite(t)):
        raise ValueError("t_d")
    for x in (dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    if np.any(np.asarray(dose_mg) < 0) or np.any(np.asarray(cl_L_h) <= 0):
        raise ValueError("dose or clearance")
    if np.any(np.asarray(burst) < 0) or np.any(np.asarray(burst) >= 1):
        raise ValueError("burst")
    if np.any(np.asarray(t_zero_d) < 1) or np.any(np.asarray(thalf_d) <= 0):
        raise ValueError("times")
    R0 = np.asarray(dose_mg) * (1 - np.asarray(burst)) / (np.asarray(t_zero_d) + np.asarray(thalf_d) / np.log(2))
    rate = R0 * 2.0 ** (-np.maximum(t - t_zero_d, 0) / thalf_d)
    rate = rate + np.where((t >= 0) & (t < 1), np.asarray(burst) * dose_mg, 0)
    c = np.where(t < 0, 0, rate) / np.asarray(cl_L_h) * 1000
    return float(c) if np.ndim(c) == 0 else c


def implied_F(ratio):
    return ratio * 28 * 50 / 380


# %% [answer] blind: the burst instead of the plateau on day one, burst of 1 and short plateaus accepted
# kind: wrong
# marks: 5
# says: ""
# written: blind
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    args = [np.asarray(x, float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)]
    if any(not np.isfinite(a).all() for a in args):
        raise ValueError("NaN")
    t, D, CL, b, tz, th = args
    if (D < 0).any() or (CL <= 0).any() or (th <= 0).any() or (b < 0).any() or (b > 1).any() or (tz <= 0).any():
        raise ValueError("out of range")
    R0 = D * (1 - b) / (tz + th / np.log(2))
    rate = np.where(t <= 1, b * D, np.where(t <= tz, R0, R0 * 0.5 ** ((t - tz) / th)))
    rate = np.where(t < 0, 0, rate)
    c = rate * 1000 / 24 / CL
    return float(c) if c.ndim == 0 else c


def implied_F(ratio):
    r = np.asarray(ratio, float)
    if not np.isfinite(r).all() or (r < 0).any():
        raise ValueError("ratio")
    f = 380 / (28 * 50 * r)
    return float(f) if f.ndim == 0 else f


# %% [answer] areas the wrong way round
# kind: mistake
# marks: 7
# says: "Your bioavailability is not the one that the areas demand"
# written: with the solution
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    raw = [np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)]
    for x in raw:
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    t, dose, cl, b, tz, th = np.broadcast_arrays(*raw)
    if np.any(dose < 0) or np.any(b < 0) or np.any(b >= 1):
        raise ValueError("dose or burst")
    if np.any(tz < 1) or np.any(cl <= 0) or np.any(th <= 0):
        raise ValueError("plateau, clearance or half-life")
    r0 = dose * (1 - b) / (tz + th / np.log(2))
    rate = r0 * 2.0 ** (-np.maximum(t - tz, 0) / th)
    rate = rate + np.where((t >= 0) & (t < 1), b * dose, 0.0)
    rate = np.where(t < 0, 0.0, rate)
    c = 1000 * rate / (24 * cl)
    return float(c) if c.ndim == 0 else c


def implied_F(ratio):
    r = np.asarray(ratio, dtype=float)
    if not np.all(np.isfinite(r)) or np.any(r <= 0):
        raise ValueError("ratio must be finite and above 0")
    f = 28 * 50 * r / 380
    return float(f) if f.ndim == 0 else f


# %% [answer] blind: milligrams a day by np.select, then one factor to ng/mL
# kind: right
# marks: 10
# says: ""
# written: blind
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, share, flat, half = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)))
    if not all(np.isfinite(x).all() for x in given):
        raise ValueError("finite")
    if (dose < 0).any() or (cl <= 0).any() or (share < 0).any() or (share >= 1).any() or (flat < 1).any() or (half <= 0).any():
        raise ValueError("range")
    steady = dose * (1 - share) / (flat + half / np.log(2))
    rate = np.select([t < 0, t <= flat], [0.0 * steady, steady], steady * 0.5 ** (np.maximum(t - flat, 0) / half))
    rate = rate + ((t >= 0) & (t < 1)) * share * dose
    return (rate / (24 * cl) * 1000)[()]


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not np.isfinite(ratio).all() or (ratio <= 0).any():
        raise ValueError("ratio must be above 0")
    return (380 / (28 * 50) / ratio)[()]


# %% [answer] blind: one time at a time, the tail's area summed numerically
# kind: right
# marks: 10
# says: ""
# written: blind
import math

from scipy.integrate import quad


def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    def one(t, dose, cl, burst, flat, half):
        if not all(map(math.isfinite, (t, dose, cl, burst, flat, half))):
            raise ValueError("not finite")
        if dose < 0 or cl <= 0 or not 0 <= burst < 1 or flat < 1 or half <= 0:
            raise ValueError("out of range")
        shape = lambda time: 2.0 ** (-time)
        days = flat + half * quad(shape, 0, math.inf, epsabs=1e-12, epsrel=1e-12)[0]
        plateau_mg_d = dose * (1 - burst) / days
        if t < 0:
            return 0.0
        out_mg_d = plateau_mg_d * (1 if t <= flat else shape((t - flat) / half)) + (dose * burst if t < 1 else 0)
        return out_mg_d * 1e6 / 24 / (cl * 1e3)

    return np.vectorize(one, otypes=[float])(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)[()]


def implied_F(ratio):
    if isinstance(ratio, (list, tuple, np.ndarray)) and np.ndim(ratio):
        return np.array([implied_F(one) for one in ratio])
    if not math.isfinite(ratio) or ratio <= 0:
        raise ValueError("ratio")
    return 380 / (ratio * 28 * 50)


# %% [answer] blind: the burst is not taken off what the plateau releases
# kind: mistake
# marks: 6
# says: "releases more than it holds"
# written: blind
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, share, flat, half = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)))
    if not all(np.isfinite(x).all() for x in given):
        raise ValueError("finite")
    if (dose < 0).any() or (cl <= 0).any() or (share < 0).any() or (share >= 1).any() or (flat < 1).any() or (half <= 0).any():
        raise ValueError("range")
    steady = dose / (flat + half / np.log(2))
    rate = np.where(t < 0, 0, steady * 0.5 ** (np.maximum(t - flat, 0) / half)) + np.where((t >= 0) & (t < 1), share * dose, 0)
    c = rate / (24 * cl) * 1000
    return c if c.ndim else float(c)


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not np.isfinite(ratio).all() or (ratio <= 0).any():
        raise ValueError("ratio must be above 0")
    F = 380 / (28 * 50) / ratio
    return F if F.ndim else float(F)


# %% [answer] blind: one tablet in place of twenty-eight, and a half-life used as a time constant
# kind: mistake
# marks: 4
# says: "as if the tail held less"
# written: blind
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, share, flat, half = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)))
    if not all(np.isfinite(x).all() for x in given):
        raise ValueError("finite")
    if (dose < 0).any() or (cl <= 0).any() or (share < 0).any() or (share >= 1).any() or (flat < 1).any() or (half <= 0).any():
        raise ValueError("range")
    steady = dose * (1 - share) / (flat + half)
    rate = np.where(t < 0, 0, steady * np.exp(-np.maximum(t - flat, 0) / half)) + np.where((t >= 0) & (t < 1), share * dose, 0)
    c = rate / (24 * cl) * 1000
    return c if c.ndim else float(c)


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not np.isfinite(ratio).all() or (ratio <= 0).any():
        raise ValueError("ratio must be above 0")
    F = 380 / 50 / ratio
    return F if F.ndim else float(F)


# %% [answer] the rate over the clearance
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.bioavailability import implied_bioavailability
from course.models.depot import DepotRelease


def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    rate = np.vectorize(lambda t, *depot: DepotRelease(*depot).rate_mg_d(t))
    level = rate(t_d, dose_mg, burst, t_zero_d, thalf_d) / 24 / np.asarray(cl_L_h) * 1000
    return level if level.ndim else float(level)


def implied_F(ratio):
    return implied_bioavailability(ratio, 380, 50, 28)


# %% [answer] the burst added to what is left
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    t, dose, cl, b, tz, half = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    if not all(np.isfinite(x).all() for x in (t, dose, cl, b, tz, half)):
        raise ValueError("finite numbers only")
    for ok, what in ((dose >= 0, "dose_mg"), (cl > 0, "cl_L_h"), ((b >= 0) & (b < 1), "burst"), (tz >= 1, "t_zero_d"), (half > 0, "thalf_d")):
        if not ok.all():
            raise ValueError(f"{what} is out of its range")
    steady = dose * (1 + b) / (tz + half / np.log(2))
    out = np.where(t < tz, steady, steady * np.exp(np.log(2) * (tz - t) / half))
    out = out + b * dose * (t < 1)
    return (np.where(t >= 0, out, 0) / (cl * 24 / 1000))[()]


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not (ratio > 0).all() or np.isinf(ratio).any():
        raise ValueError("ratio must be above 0 and finite")
    return (380 / (28 * 50) / ratio)[()]


# %% [answer] the fraction as text
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: wrong type
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    values = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)])
    t, dose, cl, b, tz, half = values
    if not np.isfinite(values).all() or (dose < 0).any() or min(cl.min(), half.min()) <= 0 or tz.min() < 1 or ((b < 0) | (b >= 1)).any():
        raise ValueError("an argument is out of its range")
    rate = dose * (1 - b) / (tz + half / np.log(2)) * 2 ** (np.minimum(tz - t, 0) / half)
    rate = np.where(t < 1, rate + b * dose, rate)
    level = np.where(t < 0, 0.0, rate / 24 / cl * 1000)
    return level[()]


def implied_F(ratio):
    ratio = np.asarray(ratio, dtype=float)
    if not np.isfinite(ratio).all() or ratio.min() <= 0:
        raise ValueError("ratio must be above 0")
    return f"{100 * 380 / (28 * 50 * ratio):.1f} %"


# %% [answer] micrograms a millilitre
# kind: mistake
# marks: 5
# says: "off by a whole factor of units"
# written: with the solution
# shows: wrong unit
def depot_profile(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d):
    cases = np.broadcast(t_d, dose_mg, cl_L_h, burst, t_zero_d, thalf_d)
    mg_L = []
    for t, dose, cl, b, tz, half in cases:
        if not np.isfinite([t, dose, cl, b, tz, half]).all():
            raise ValueError("NaN or infinity")
        if dose < 0 or cl <= 0 or b < 0 or b >= 1 or tz < 1 or half <= 0:
            raise ValueError("out of range")
        mg_d = 0.0
        if t >= 0:
            mg_d = dose * (1 - b) / (tz + half / np.log(2))
            if t > tz:
                mg_d *= 0.5 ** ((t - tz) / half)
            if t < 1:
                mg_d += b * dose
        mg_L.append(mg_d / (24 * cl))
    return np.reshape(mg_L, cases.shape)[()]


def implied_F(ratio):
    r = np.asarray(ratio, dtype=float)
    if not (np.isfinite(r) & (r > 0)).all():
        raise ValueError("ratio must be finite and above 0")
    return (380 / 1400 / r)[()]
