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
