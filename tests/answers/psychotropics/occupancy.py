# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
import numpy as np


def _checked(**given):
    arrays = [np.asarray(value, dtype=float) for value in given.values()]
    for name, array in zip(given, arrays):
        if not np.isfinite(array).all():
            raise ValueError(f"{name} must be finite")
    return np.broadcast_arrays(*arrays)


def _out(result):
    return float(result) if result.ndim == 0 else result


def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = _checked(c=c, ec50=ec50, emax=emax)
    if (c < 0).any() or (ec50 <= 0).any() or (emax <= 0).any():
        raise ValueError("c must be >= 0, ec50 and emax > 0")
    return _out(emax * c / (c + ec50))


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = _checked(o=o, ec50=ec50, emax=emax)
    if (ec50 <= 0).any() or (emax <= 0).any() or (o < 0).any() or (o >= emax).any():
        raise ValueError("o must be in [0, emax), ec50 and emax > 0")
    return _out(ec50 * o / (emax - o))


def window_fold(o_low, o_high, emax=1.0):
    low, high, emax = _checked(o_low=o_low, o_high=o_high, emax=emax)
    if (low <= 0).any() or (high <= 0).any():
        raise ValueError("both occupancies must be above 0")
    return _out(np.asarray(conc_for_occupancy(high, 1.0, emax) / np.asarray(conc_for_occupancy(low, 1.0, emax))))


# %% [answer] loop over cases
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def _each(function, *arguments):
    cases = np.broadcast(*arguments)
    answers = [function(*(float(one) for one in case)) for case in cases]
    return answers[0] if cases.shape == () else np.reshape(answers, cases.shape)


def _need(fine, words):
    if not fine:
        raise ValueError(words)


def _forward(c, ec50, emax):
    _need(all(map(math.isfinite, (c, ec50, emax))), "finite numbers only")
    _need(c >= 0 and ec50 > 0 and emax > 0, "c >= 0, ec50 > 0, emax > 0")
    return emax / (1 + ec50 / c) if c else 0.0


def _back(o, ec50, emax):
    _need(all(map(math.isfinite, (o, ec50, emax))), "finite numbers only")
    _need(0 <= o < emax and ec50 > 0, "0 <= o < emax, ec50 > 0")
    share = o / emax
    return ec50 * share / (1 - share)


def _fold(low, high, emax):
    _need(0 < low < emax and 0 < high < emax and math.isfinite(emax), "0 < o < emax")
    return _back(high, 1.0, emax) / _back(low, 1.0, emax)


def occupancy(c, ec50, emax=1.0):
    return _each(_forward, c, ec50, emax)


def conc_for_occupancy(o, ec50, emax=1.0):
    return _each(_back, o, ec50, emax)


def window_fold(o_low, o_high, emax=1.0):
    return _each(_fold, o_low, o_high, emax)


# %% [answer] by log odds
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.special import expit, logit


def _arrays(*given):
    arrays = np.broadcast_arrays(*(np.array(one, dtype=np.float64) for one in given))
    if any(not np.all(np.isfinite(one)) for one in arrays):
        raise ValueError("NaN and infinity are refused")
    return arrays


def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = _arrays(c, ec50, emax)
    if np.any(c < 0) or np.any(ec50 <= 0) or np.any(emax <= 0):
        raise ValueError("out of range")
    with np.errstate(divide="ignore"):
        return (emax * expit(np.log(c) - np.log(ec50)))[()]


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = _arrays(o, ec50, emax)
    if np.any(ec50 <= 0) or np.any(emax <= 0) or np.any(o < 0) or np.any(o >= emax):
        raise ValueError("out of range")
    return (ec50 * np.exp(logit(o / emax)))[()]


def window_fold(o_low, o_high, emax=1.0):
    low, high, emax = _arrays(o_low, o_high, emax)
    if np.any(low <= 0) or np.any(high <= 0) or np.any(low >= emax) or np.any(high >= emax):
        raise ValueError("out of range")
    return np.exp(logit(high / emax) - logit(low / emax))[()]


# %% [answer] proportional to the concentration
# kind: mistake
# marks: 4
# says: "in proportion to the concentration"
# written: with the solution
def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = np.broadcast_arrays(np.asarray(c, float), np.asarray(ec50, float), np.asarray(emax, float))
    if (c < 0).any() or (ec50 <= 0).any():
        raise ValueError("out of range")
    return np.minimum(emax * c / (2 * ec50), emax)


def conc_for_occupancy(o, ec50, emax=1.0):
    return 2 * np.asarray(ec50, float) * np.asarray(o, float) / emax


def window_fold(o_low, o_high, emax=1.0):
    return np.asarray(o_high, float) / np.asarray(o_low, float)


# %% [answer] one hundred per cent for sale
# kind: mistake
# marks: 8
# says: "for an occupancy of one hundred per cent"
# written: with the solution
def _checked(*given):
    arrays = np.broadcast_arrays(*(np.asarray(one, float) for one in given))
    if any(not np.isfinite(one).all() for one in arrays):
        raise ValueError("finite numbers only")
    return arrays


def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = _checked(c, ec50, emax)
    if (c < 0).any() or (ec50 <= 0).any() or (emax <= 0).any():
        raise ValueError("out of range")
    return (emax * c / (c + ec50))[()]


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = _checked(o, ec50, emax)
    if (o < 0).any() or (ec50 <= 0).any() or (emax <= 0).any():
        raise ValueError("out of range")
    with np.errstate(divide="ignore"):
        return (ec50 * o / (emax - o))[()]


def window_fold(o_low, o_high, emax=1.0):
    low, high, emax = _checked(o_low, o_high, emax)
    if (low <= 0).any() or (high <= 0).any() or (low >= emax).any() or (high >= emax).any():
        raise ValueError("out of range")
    return (conc_for_occupancy(high, 1.0, emax) / conc_for_occupancy(low, 1.0, emax))[()]


# %% [answer] window upside down
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
def _checked(*given):
    arrays = np.broadcast_arrays(*(np.asarray(one, float) for one in given))
    if any(not np.isfinite(one).all() for one in arrays):
        raise ValueError("finite numbers only")
    return arrays


def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = _checked(c, ec50, emax)
    if (c < 0).any() or (ec50 <= 0).any() or (emax <= 0).any():
        raise ValueError("out of range")
    return (emax * c / (c + ec50))[()]


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = _checked(o, ec50, emax)
    if (o < 0).any() or (ec50 <= 0).any() or (emax <= 0).any() or (o >= emax).any():
        raise ValueError("out of range")
    return (ec50 * o / (emax - o))[()]


def window_fold(o_low, o_high, emax=1.0):
    low, high, emax = _checked(o_low, o_high, emax)
    if (low <= 0).any() or (high <= 0).any():
        raise ValueError("out of range")
    return conc_for_occupancy(low, 1.0, emax) / conc_for_occupancy(high, 1.0, emax)


# %% [answer] fractions for per cent
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong unit
def occupancy(c, ec50, emax=1.0):
    c, ec50 = np.broadcast_arrays(np.asarray(c, float), np.asarray(ec50, float))
    if not np.isfinite(c).all() or (c < 0).any() or (ec50 <= 0).any():
        raise ValueError("out of range")
    return (c / (c + ec50))[()]


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50 = np.broadcast_arrays(np.asarray(o, float), np.asarray(ec50, float))
    if not np.isfinite(o).all() or (o < 0).any() or (o >= 1).any() or (ec50 <= 0).any():
        raise ValueError("out of range")
    return (ec50 * o / (1 - o))[()]


def window_fold(o_low, o_high, emax=1.0):
    return conc_for_occupancy(o_high, 1.0) / conc_for_occupancy(o_low, 1.0)


# %% [answer] single numbers only, no refusals
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def occupancy(c, ec50, emax=1.0):
    return emax * c / (c + ec50)


def conc_for_occupancy(o, ec50, emax=1.0):
    if o >= emax:
        raise ValueError("o must be below emax")
    return ec50 * o / (emax - o)


def window_fold(o_low, o_high, emax=1.0):
    return conc_for_occupancy(o_high, 1.0, emax) / conc_for_occupancy(o_low, 1.0, emax)


# %% [answer] text for numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def occupancy(c, ec50, emax=1.0):
    return f"{emax * c / (c + ec50):.3f}"


def conc_for_occupancy(o, ec50, emax=1.0):
    return f"{ec50 * o / (emax - o):.3f}"


def window_fold(o_low, o_high, emax=1.0):
    return f"{o_high / o_low:.3f}"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def occupancy(c, ec50, emax=1.0):
    # YOUR CODE HERE
    raise NotImplementedError()


def conc_for_occupancy(o, ec50, emax=1.0):
    # YOUR CODE HERE
    raise NotImplementedError()


def window_fold(o_low, o_high, emax=1.0):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: ratio occupied to free, a helper that refuses
# kind: right
# marks: 10
# says: ""
# written: blind
def _ready(*things):
    arrays = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in things])
    if any(not np.isfinite(a).all() for a in arrays):
        raise ValueError("every number must be finite, neither NaN nor infinity")
    return arrays


def _as_given(x):
    return float(x) if np.ndim(x) == 0 else x


def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = _ready(c, ec50, emax)
    if (c < 0).any():
        raise ValueError("a concentration cannot be negative")
    if (ec50 <= 0).any() or (emax <= 0).any():
        raise ValueError("ec50 and emax must be above 0")
    ratio = c / ec50
    return _as_given(emax * (ratio / (1 + ratio)))


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = _ready(o, ec50, emax)
    if (ec50 <= 0).any() or (emax <= 0).any():
        raise ValueError("ec50 and emax must be above 0")
    if (o < 0).any() or (o >= emax).any():
        raise ValueError("an occupancy must be at least 0 and below emax, which nothing reaches")
    return _as_given(ec50 * o / (emax - o))


def window_fold(o_low, o_high, emax=1.0):
    o_low, o_high, emax = _ready(o_low, o_high, emax)
    if (emax <= 0).any():
        raise ValueError("emax must be above 0")
    for o in (o_low, o_high):
        if (o <= 0).any() or (o >= emax).any():
            raise ValueError("both edges must lie between 0 and emax, strictly")
    return _as_given((o_high / (emax - o_high)) / (o_low / (emax - o_low)))


# %% [answer] blind: plain floats, element by element, with np.vectorize
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def _check(**numbers):
    for name, value in numbers.items():
        if not math.isfinite(value):
            raise ValueError(f"{name} is {value}, which is not a number that can be used")


def _occ(c, ec50, emax):
    _check(c=c, ec50=ec50, emax=emax)
    if c < 0:
        raise ValueError("c must be at least 0")
    if ec50 <= 0:
        raise ValueError("ec50 must be above 0")
    if emax <= 0:
        raise ValueError("emax must be above 0")
    return emax * c / (c + ec50)


def _conc(o, ec50, emax):
    _check(o=o, ec50=ec50, emax=emax)
    if ec50 <= 0:
        raise ValueError("ec50 must be above 0")
    if emax <= 0:
        raise ValueError("emax must be above 0")
    if not 0 <= o < emax:
        raise ValueError("o must lie from 0 to below emax")
    return ec50 * o / (emax - o)


def _fold(low, high, emax):
    if low == 0 or high == 0:
        raise ValueError("the window has no edge at 0")
    return _conc(high, 1.0, emax) / _conc(low, 1.0, emax)


def _each(function, *args):
    result = np.vectorize(function, otypes=[float])(*args)
    return result.item() if result.ndim == 0 else result


def occupancy(c, ec50, emax=1.0):
    return _each(_occ, c, ec50, emax)


def conc_for_occupancy(o, ec50, emax=1.0):
    return _each(_conc, o, ec50, emax)


def window_fold(o_low, o_high, emax=1.0):
    return _each(_fold, o_low, o_high, emax)


# %% [answer] blind: through log-odds: the logistic curve of the logarithm
# kind: right
# marks: 10
# says: ""
# written: blind
def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = (np.array(v, dtype=float) for v in (c, ec50, emax))
    if not (np.all(np.isfinite(c)) and np.all(np.isfinite(ec50)) and np.all(np.isfinite(emax))):
        raise ValueError("NaN and infinity are refused")
    if np.any(c < 0) or np.any(ec50 <= 0) or np.any(emax <= 0):
        raise ValueError("c must not be negative; ec50 and emax must be positive")
    with np.errstate(divide="ignore"):
        log_odds = np.log(c) - np.log(ec50)
    with np.errstate(over="ignore"):
        o = emax / (1.0 + np.exp(-log_odds))
    return float(o) if o.ndim == 0 else o


def _log_odds(o, emax):
    with np.errstate(divide="ignore"):
        return np.log(o) - np.log(emax - o)


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = (np.array(v, dtype=float) for v in (o, ec50, emax))
    if not (np.all(np.isfinite(o)) and np.all(np.isfinite(ec50)) and np.all(np.isfinite(emax))):
        raise ValueError("NaN and infinity are refused")
    if np.any(ec50 <= 0) or np.any(emax <= 0) or np.any(o < 0) or np.any(o >= emax):
        raise ValueError("o must be in [0, emax), ec50 and emax positive")
    c = np.exp(_log_odds(o, emax) + np.log(ec50))
    return float(c) if c.ndim == 0 else c


def window_fold(o_low, o_high, emax=1.0):
    o_low, o_high, emax = (np.array(v, dtype=float) for v in (o_low, o_high, emax))
    for v in (o_low, o_high, emax):
        if not np.isfinite(v).all():
            raise ValueError("NaN and infinity are refused")
        if np.any(v <= 0):
            raise ValueError("everything must be above 0")
    if np.any(o_low >= emax) or np.any(o_high >= emax):
        raise ValueError("no concentration reaches emax")
    fold = np.exp(_log_odds(o_high, emax) - _log_odds(o_low, emax))
    return float(fold) if fold.ndim == 0 else fold


# %% [answer] blind: the formulae alone, nothing refused
# kind: wrong
# marks: 8
# says: ""
# written: blind
def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = np.asarray(c, float), np.asarray(ec50, float), np.asarray(emax, float)
    return emax * c / (c + ec50)


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = np.asarray(o, float), np.asarray(ec50, float), np.asarray(emax, float)
    return ec50 * o / (emax - o)


def window_fold(o_low, o_high, emax=1.0):
    return conc_for_occupancy(o_high, 1.0, emax) / conc_for_occupancy(o_low, 1.0, emax)


# %% [answer] blind: the ceiling may be reached: o > emax is refused, o equal to emax is not
# kind: wrong
# marks: 8
# says: ""
# written: blind
def _arrays(*v):
    v = np.broadcast_arrays(*[np.asarray(x, float) for x in v])
    if not all(np.isfinite(x).all() for x in v):
        raise ValueError("not finite")
    return v


def _out(x):
    return float(x) if x.ndim == 0 else x


def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = _arrays(c, ec50, emax)
    if np.any(c < 0) or np.any(ec50 <= 0) or np.any(emax <= 0):
        raise ValueError("negative value")
    return _out(emax * c / (c + ec50))


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = _arrays(o, ec50, emax)
    if np.any(o < 0) or np.any(o > emax) or np.any(ec50 <= 0) or np.any(emax <= 0):
        raise ValueError("occupancy must be between 0 and emax")
    return _out(ec50 * o / (emax - o))


def window_fold(o_low, o_high, emax=1.0):
    o_low, o_high, emax = _arrays(o_low, o_high, emax)
    if np.any(o_low < 0) or np.any(o_high > emax) or np.any(emax <= 0):
        raise ValueError("occupancy must be between 0 and emax")
    return _out(o_high / (emax - o_high) * (emax - o_low) / o_low)


# %% [answer] blind: the window taken as a ratio of occupancies
# kind: wrong
# marks: 6
# says: ""
# written: blind
def _arrays(*v):
    v = np.broadcast_arrays(*[np.asarray(x, float) for x in v])
    if not all(np.isfinite(x).all() for x in v):
        raise ValueError("not finite")
    return v


def _out(x):
    return float(x) if x.ndim == 0 else x


def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = _arrays(c, ec50, emax)
    if np.any(c < 0) or np.any(ec50 <= 0) or np.any(emax <= 0):
        raise ValueError("negative value")
    return _out(emax * c / (c + ec50))


def conc_for_occupancy(o, ec50, emax=1.0):
    o, ec50, emax = _arrays(o, ec50, emax)
    if np.any(o < 0) or np.any(o >= emax) or np.any(ec50 <= 0) or np.any(emax <= 0):
        raise ValueError("occupancy must be at least 0 and below emax")
    return _out(ec50 * o / (emax - o))


def window_fold(o_low, o_high, emax=1.0):
    o_low, o_high, emax = _arrays(o_low, o_high, emax)
    if np.any(o_low <= 0) or np.any(o_high <= 0) or np.any(o_low >= emax) or np.any(o_high >= emax) or np.any(emax <= 0):
        raise ValueError("both must be strictly between 0 and emax")
    return _out(o_high / o_low)


# %% [answer] always in per cent
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong unit
def _numbers(*values):
    values = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in values])
    if not all(np.isfinite(v).all() for v in values):
        raise ValueError("only finite numbers")
    return values


def occupancy(c, ec50, emax=1.0):
    c, ec50, emax = _numbers(c, ec50, emax)
    if (c < 0).any() or (ec50 <= 0).any() or (emax <= 0).any():
        raise ValueError("c at least 0, ec50 and emax above 0")
    per_cent = 100 * emax * c / (c + ec50)
    return per_cent[()]


def conc_for_occupancy(o, ec50, emax=1.0):
    per_cent, ec50, emax = _numbers(o, ec50, emax)
    share = per_cent / 100
    if (share < 0).any() or (share >= emax).any() or (ec50 <= 0).any() or (emax <= 0).any():
        raise ValueError("o at least 0 and below emax, ec50 and emax above 0")
    return (ec50 * share / (emax - share))[()]


def window_fold(o_low, o_high, emax=1.0):
    low, high = conc_for_occupancy(o_low, 1.0, emax), conc_for_occupancy(o_high, 1.0, emax)
    if np.any(np.asarray(low) == 0) or np.any(np.asarray(high) == 0):
        raise ValueError("the window has two edges above 0")
    return high / low


# %% [answer] plus for minus in the inverse
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
def occupancy(c, ec50, emax=1.0):
    _refuse(c=c, ec50=ec50, emax=emax)
    c, ec50, emax = np.asarray(c, float), np.asarray(ec50, float), np.asarray(emax, float)
    if np.any(c < 0):
        raise ValueError("c must be at least 0")
    return (emax * c / (ec50 + c))[()]


def conc_for_occupancy(o, ec50, emax=1.0):
    _refuse(o=o, ec50=ec50, emax=emax)
    o, ec50, emax = np.asarray(o, float), np.asarray(ec50, float), np.asarray(emax, float)
    if np.any(o < 0) or np.any(o >= emax):
        raise ValueError("o must be at least 0 and below emax")
    return (ec50 * o / (emax + o))[()]


def window_fold(o_low, o_high, emax=1.0):
    if np.any(np.asarray(o_low) == 0) or np.any(np.asarray(o_high) == 0):
        raise ValueError("nothing is needed for an occupancy of 0")
    return conc_for_occupancy(o_high, 1.0, emax) / conc_for_occupancy(o_low, 1.0, emax)


def _refuse(**given):
    for name, value in given.items():
        value = np.asarray(value, dtype=float)
        if not np.all(np.isfinite(value)):
            raise ValueError(f"{name} is not finite")
        if name in ("ec50", "emax") and np.any(value <= 0):
            raise ValueError(f"{name} must be above 0")
