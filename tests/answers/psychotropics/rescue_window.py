# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit)))
    if not all(np.isfinite(one).all() for one in (w0, p, tau, w)):
        raise ValueError("finite numbers only")
    if (w0 <= 0).any() or (p < 1).any() or (tau <= 0).any() or (w <= 0).any():
        raise ValueError("w0, tau_min (min), w_crit above 0; p at least 1")
    return np.maximum(0, tau * np.log(p * w0 / w))[()]


def or_nnt(a, n1, b, n2):
    for name, value in (("a", a), ("n1", n1), ("b", b), ("n2", n2)):
        if not np.isfinite(value) or value != round(value):
            raise ValueError(f"{name} must be a whole number")
    if not (0 < a < n1 and 0 < b < n2):
        raise ValueError("need 0 < a < n1 and 0 < b < n2")
    difference = a * n2 - b * n1
    return float(a * (n2 - b) / (b * (n1 - a))), float(n1 * n2 / difference) if difference else np.inf


# %% [answer] loop, and exact fractions
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math
from fractions import Fraction


def _minutes(w0, p, tau, w):
    if not all(math.isfinite(one) for one in (w0, p, tau, w)) or min(w0, tau, w) <= 0 or p < 1:
        raise ValueError("outside the range of the docstring")
    return tau * math.log(p * w0 / w) if p * w0 > w else 0.0


def rescue_window(w0, p, tau_min, w_crit):
    cases = np.broadcast(w0, p, tau_min, w_crit)
    minutes = [_minutes(*(float(one) for one in case)) for case in cases]
    return minutes[0] if cases.shape == () else np.reshape(minutes, cases.shape)


def or_nnt(a, n1, b, n2):
    if any(not math.isfinite(one) or one != int(one) for one in (a, n1, b, n2)):
        raise ValueError("counts are whole numbers")
    a, n1, b, n2 = (int(one) for one in (a, n1, b, n2))
    if not (0 < a < n1 and 0 < b < n2):
        raise ValueError("each outcome must have happened to some, and not to all")
    first, second = Fraction(a, n1), Fraction(b, n2)
    odds = first / (1 - first) / (second / (1 - second))
    return float(odds), (math.inf if first == second else float(1 / (first - second)))


# %% [answer] by bisection
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _shuts(w0, p, tau, w):
    if not np.isfinite([w0, p, tau, w]).all() or w0 <= 0 or tau <= 0 or w <= 0 or p < 1:
        raise ValueError("impossible argument")
    if p * w0 <= w:
        return 0.0
    low, high = 0.0, 100 * tau
    for _ in range(200):
        middle = (low + high) / 2
        if p * w0 * np.exp(-middle / tau) > w:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def rescue_window(w0, p, tau_min, w_crit):
    answer = np.vectorize(_shuts, otypes=[float])(w0, p, tau_min, w_crit)
    return float(answer) if answer.ndim == 0 else answer


def or_nnt(a, n1, b, n2):
    counts = np.array([a, n1, b, n2], dtype=float)
    if not np.isfinite(counts).all() or (counts != np.floor(counts)).any():
        raise ValueError("whole numbers only")
    a, n1, b, n2 = counts
    if a <= 0 or a >= n1 or b <= 0 or b >= n2:
        raise ValueError("a in (0, n1), b in (0, n2)")
    odds = (a / (n1 - a)) * ((n2 - b) / b)
    gain = a * n2 - b * n1
    return float(odds), float("inf") if gain == 0 else float(n1 * n2 / gain)


# %% [answer] risk ratio
# kind: mistake
# marks: 6
# says: "That is a risk ratio"
# written: with the solution
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit)))
    if not all(np.isfinite(one).all() for one in (w0, p, tau, w)):
        raise ValueError("finite numbers only")
    if (w0 <= 0).any() or (p < 1).any() or (tau <= 0).any() or (w <= 0).any():
        raise ValueError("out of range")
    return np.maximum(0, tau * np.log(p * w0 / w))[()]


def or_nnt(a, n1, b, n2):
    if any(not np.isfinite(one) or one != round(one) for one in (a, n1, b, n2)) or not (0 < a < n1 and 0 < b < n2):
        raise ValueError("out of range")
    gain = a * n2 - b * n1
    return (a / n1) / (b / n2), n1 * n2 / gain if gain else np.inf


# %% [answer] straight loss
# kind: mistake
# marks: 5
# says: "lost along a straight line"
# written: with the solution
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit)))
    if (w0 <= 0).any() or (p < 1).any() or (tau <= 0).any() or (w <= 0).any():
        raise ValueError("out of range")
    return np.maximum(0, tau * (p * w0 / w - 1))[()]


def or_nnt(a, n1, b, n2):
    if any(not np.isfinite(one) or one != round(one) for one in (a, n1, b, n2)) or not (0 < a < n1 and 0 < b < n2):
        raise ValueError("out of range")
    gain = a * n2 - b * n1
    return a * (n2 - b) / (b * (n1 - a)), n1 * n2 / gain if gain else np.inf


# %% [answer] negative minutes
# kind: mistake
# marks: 7
# says: "shuts before the seizure has begun"
# written: with the solution
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit)))
    if not all(np.isfinite(one).all() for one in (w0, p, tau, w)):
        raise ValueError("finite numbers only")
    if (w0 <= 0).any() or (p < 1).any() or (tau <= 0).any() or (w <= 0).any():
        raise ValueError("out of range")
    return (tau * np.log(p * w0 / w))[()]


def or_nnt(a, n1, b, n2):
    if any(not np.isfinite(one) or one != round(one) for one in (a, n1, b, n2)) or not (0 < a < n1 and 0 < b < n2):
        raise ValueError("out of range")
    gain = a * n2 - b * n1
    return a * (n2 - b) / (b * (n1 - a)), n1 * n2 / gain if gain else np.inf


# %% [answer] sign of the number needed to treat
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit)))
    if not all(np.isfinite(one).all() for one in (w0, p, tau, w)):
        raise ValueError("finite numbers only")
    if (w0 <= 0).any() or (p < 1).any() or (tau <= 0).any() or (w <= 0).any():
        raise ValueError("out of range")
    return np.maximum(0, tau * np.log(p * w0 / w))[()]


def or_nnt(a, n1, b, n2):
    if any(not np.isfinite(one) or one != round(one) for one in (a, n1, b, n2)) or not (0 < a < n1 and 0 < b < n2):
        raise ValueError("out of range")
    gain = b * n1 - a * n2
    return a * (n2 - b) / (b * (n1 - a)), n1 * n2 / gain if gain else np.inf


# %% [answer] logarithm to base ten
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit)))
    if not all(np.isfinite(one).all() for one in (w0, p, tau, w)):
        raise ValueError("finite numbers only")
    if (w0 <= 0).any() or (p < 1).any() or (tau <= 0).any() or (w <= 0).any():
        raise ValueError("out of range")
    return np.maximum(0, tau * np.log10(p * w0 / w))[()]


def or_nnt(a, n1, b, n2):
    if any(not np.isfinite(one) or one != round(one) for one in (a, n1, b, n2)) or not (0 < a < n1 and 0 < b < n2):
        raise ValueError("out of range")
    gain = a * n2 - b * n1
    return a * (n2 - b) / (b * (n1 - a)), n1 * n2 / gain if gain else np.inf


# %% [answer] seconds for minutes
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong unit, wrong type
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit)))
    if not all(np.isfinite(one).all() for one in (w0, p, tau, w)):
        raise ValueError("finite numbers only")
    if (w0 <= 0).any() or (p < 1).any() or (tau <= 0).any() or (w <= 0).any():
        raise ValueError("out of range")
    return np.maximum(0, 60 * tau * np.log(p * w0 / w))[()]


def or_nnt(a, n1, b, n2):
    return str(a * (n2 - b) / (b * (n1 - a))), "about three"


# %% [answer] only the window
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit)))
    if not all(np.isfinite(one).all() for one in (w0, p, tau, w)):
        raise ValueError("finite numbers only")
    if (w0 <= 0).any() or (p < 1).any() or (tau <= 0).any() or (w <= 0).any():
        raise ValueError("out of range")
    return np.maximum(0, tau * np.log(p * w0 / w))[()]


def or_nnt(a, n1, b, n2):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def rescue_window(w0, p, tau_min, w_crit):
    # YOUR CODE HERE
    raise NotImplementedError()


def or_nnt(a, n1, b, n2):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: one logarithm, all at once
# kind: right
# marks: 10
# says: ""
# written: blind
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, crit = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (w0, p, tau_min, w_crit)])
    if not all(np.isfinite(v).all() for v in (w0, p, tau, crit)):
        raise ValueError("NaN and infinity are refused")
    if (w0 <= 0).any() or (tau <= 0).any() or (crit <= 0).any():
        raise ValueError("w0, tau_min and w_crit must be above 0")
    if (p < 1).any():
        raise ValueError("p must be at least 1")
    minutes = np.maximum(0.0, tau * np.log(p * w0 / crit))
    return float(minutes) if minutes.ndim == 0 else minutes


def or_nnt(a, n1, b, n2):
    for value in (a, n1, b, n2):
        if np.ndim(value) != 0 or not np.isfinite(value) or value != round(value):
            raise ValueError("people are counted in whole numbers")
    a, n1, b, n2 = int(a), int(n1), int(b), int(n2)
    if not 0 < a < n1 or not 0 < b < n2:
        raise ValueError("in each group some must have the outcome, and some not")
    ratio = a * (n2 - b) / (b * (n1 - a))
    cross = a * n2 - b * n1
    return float(ratio), (n1 * n2 / cross if cross else float("inf"))


# %% [answer] blind: decay undone by hand in a loop, the trial with fractions
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math
from fractions import Fraction


def rescue_window(w0, p, tau_min, w_crit):
    every = np.broadcast(w0, p, tau_min, w_crit)
    minutes = []
    for start, drug, tau, crit in every:
        if not all(map(math.isfinite, (start, drug, tau, crit))):
            raise ValueError("all four must be finite numbers")
        if start <= 0 or tau <= 0 or crit <= 0:
            raise ValueError("strengths and time constants must be above 0")
        if drug < 1:
            raise ValueError("a drug that weakens inhibition is not meant: p is at least 1")
        if drug * start <= crit:
            minutes.append(0.0)
        else:
            minutes.append(tau * (math.log(drug) + math.log(start) - math.log(crit)))
    if every.ndim == 0:
        return minutes[0]
    return np.array(minutes, dtype=float).reshape(every.shape)


def or_nnt(a, n1, b, n2):
    counts = []
    for x in (a, n1, b, n2):
        try:
            whole = int(x)
        except (TypeError, ValueError, OverflowError):
            raise ValueError(f"{x!r} is not a number of people") from None
        if whole != x:
            raise ValueError(f"{x!r} is not a whole number")
        counts.append(whole)
    a, n1, b, n2 = counts
    if a <= 0 or a >= n1 or b <= 0 or b >= n2:
        raise ValueError("a must be above 0 and below n1, b above 0 and below n2")
    odds_ratio = Fraction(a, n1 - a) / Fraction(b, n2 - b)
    difference = Fraction(a, n1) - Fraction(b, n2)
    nnt = math.inf if difference == 0 else float(1 / difference)
    return float(odds_ratio), nnt


# %% [answer] blind: the window by root finding
# kind: right
# marks: 10
# says: ""
# written: blind
import numbers

from scipy.optimize import brentq


def _minutes(w0, p, tau, w_crit):
    if not np.isfinite([w0, p, tau, w_crit]).all():
        raise ValueError("finite numbers only")
    if min(w0, tau, w_crit) <= 0 or p < 1:
        raise ValueError("w0, tau_min, w_crit above 0 and p at least 1")

    def spare(t):
        return p * w0 * np.exp(-t / tau) / w_crit - 1

    if spare(0.0) <= 0:
        return 0.0
    late = tau
    while spare(late) > 0:
        late *= 2
    return brentq(spare, 0.0, late, xtol=1e-14 * tau, rtol=1e-14)


def rescue_window(w0, p, tau_min, w_crit):
    t = np.vectorize(_minutes, otypes=[float])(w0, p, tau_min, w_crit)
    return t.item() if np.ndim(t) == 0 else t


def or_nnt(a, n1, b, n2):
    for count in (a, n1, b, n2):
        if not isinstance(count, numbers.Real) or not float(count).is_integer():
            raise ValueError("whole numbers of people, please")
    if not (0 < a < n1 and 0 < b < n2):
        raise ValueError("the outcome must happen to some of a group, and not to all")
    odds_ratio = (a / (n1 - a)) / (b / (n2 - b))
    if a * n2 == b * n1:
        return float(odds_ratio), float("inf")
    return float(odds_ratio), float(n1 * n2 / (a * n2 - b * n1))


# %% [answer] blind: minutes may be negative, and equal shares divide by nought
# kind: mistake
# marks: 5
# says: "shuts before the seizure has begun"
# written: blind
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, crit = np.broadcast_arrays(*[np.asarray(v, float) for v in (w0, p, tau_min, w_crit)])
    if not all(np.isfinite(v).all() for v in (w0, p, tau, crit)):
        raise ValueError("not finite")
    if (w0 <= 0).any() or (tau <= 0).any() or (crit <= 0).any() or (p < 1).any():
        raise ValueError("out of range")
    t = tau * np.log(p * w0 / crit)
    return float(t) if t.ndim == 0 else t


def or_nnt(a, n1, b, n2):
    if any(x != int(x) for x in (a, n1, b, n2)):
        raise ValueError("whole numbers")
    if not 0 < a < n1 or not 0 < b < n2:
        raise ValueError("out of range")
    return (a / (n1 - a)) / (b / (n2 - b)), 1 / (a / n1 - b / n2)


# %% [answer] blind: the ratio of shares taken for odds, and the NNT without its sign
# kind: mistake
# marks: 6
# says: "compares shares"
# written: blind
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, crit = np.broadcast_arrays(*[np.asarray(v, float) for v in (w0, p, tau_min, w_crit)])
    if not all(np.isfinite(v).all() for v in (w0, p, tau, crit)):
        raise ValueError("not finite")
    if (w0 <= 0).any() or (tau <= 0).any() or (crit <= 0).any() or (p < 1).any():
        raise ValueError("out of range")
    t = np.maximum(0, tau * np.log(p * w0 / crit))
    return float(t) if t.ndim == 0 else t


def or_nnt(a, n1, b, n2):
    if any(not np.isfinite(x) or x != int(x) for x in (a, n1, b, n2)):
        raise ValueError("whole numbers")
    if not 0 < a < n1 or not 0 < b < n2:
        raise ValueError("out of range")
    difference = abs(a * n2 - b * n1)
    return (a / n1) / (b / n2), n1 * n2 / difference if difference else float("inf")


# %% [answer] blind: half-life and time constant confused; all in a group and none accepted; floats cut to whole numbers
# kind: wrong
# marks: 4
# says: ""
# written: blind
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, crit = np.broadcast_arrays(*[np.asarray(v, float) for v in (w0, p, tau_min, w_crit)])
    if not all(np.isfinite(v).all() for v in (w0, p, tau, crit)):
        raise ValueError("not finite")
    if (w0 <= 0).any() or (tau <= 0).any() or (crit <= 0).any() or (p < 1).any():
        raise ValueError("out of range")
    t = np.maximum(0, tau * np.log2(p * w0 / crit))
    return float(t) if t.ndim == 0 else t


def or_nnt(a, n1, b, n2):
    a, n1, b, n2 = int(a), int(n1), int(b), int(n2)
    if a < 0 or b < 0 or a > n1 or b > n2:
        raise ValueError("out of range")
    cross = a * n2 - b * n1
    return a * (n2 - b) / (b * (n1 - a)), n1 * n2 / cross if cross else float("inf")


# %% [answer] minutes as seconds, and so many in a hundred
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau_min, w_crit = (np.asarray(one, dtype=float) for one in (w0, p, tau_min, w_crit))
    for one in (w0, tau_min, w_crit):
        if not np.isfinite(one).all() or (one <= 0).any():
            raise ValueError("w0, tau_min and w_crit must be finite and above 0")
    if not np.isfinite(p).all() or (p < 1).any():
        raise ValueError("p must be finite and at least 1")
    tau_s = 60 * tau_min
    return np.maximum(0.0, tau_s * (np.log(p * w0) - np.log(w_crit)))[()]


def or_nnt(a, n1, b, n2):
    for one in (a, n1, b, n2):
        if not np.isfinite(one) or one % 1:
            raise ValueError("whole numbers of people")
    if not (0 < a < n1 and 0 < b < n2):
        raise ValueError("some with the outcome and some without, in both groups")
    first_pct, second_pct = 100 * a / n1, 100 * b / n2
    odds_ratio = first_pct / (100 - first_pct) / (second_pct / (100 - second_pct))
    if a * n2 == b * n1:
        return odds_ratio, np.inf
    return odds_ratio, 1 / (first_pct - second_pct)


# %% [answer] quotient in the logarithm turned over
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
import math


def _window(w0, p, tau_min, w_crit):
    for one, least in ((w0, 0), (tau_min, 0), (w_crit, 0), (p, 1)):
        if not math.isfinite(one) or one < least or one == 0:
            raise ValueError("outside the docstring")
    minutes = tau_min * (math.log(w_crit) - math.log(p * w0))
    return max(0.0, minutes)


def rescue_window(w0, p, tau_min, w_crit):
    minutes = np.vectorize(_window, otypes=[float])(w0, p, tau_min, w_crit)
    return float(minutes) if minutes.ndim == 0 else minutes


def or_nnt(a, n1, b, n2):
    counts = np.array([a, n1, b, n2], dtype=float)
    if not np.all(counts == np.round(counts)) or not np.isfinite(counts).all():
        raise ValueError("counts must be whole")
    if min(a, n1 - a, b, n2 - b) <= 0:
        raise ValueError("0 < a < n1 and 0 < b < n2")
    difference = a * n2 - b * n1
    return a / (n1 - a) * (n2 - b) / b, (n1 * n2 / difference if difference else math.inf)


# %% [answer] arrays of one number, and a dictionary
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau, w = np.broadcast_arrays(*[np.atleast_1d(np.asarray(v, dtype=float)) for v in (w0, p, tau_min, w_crit)])
    if not (np.isfinite(w0) & np.isfinite(p) & np.isfinite(tau) & np.isfinite(w)).all():
        raise ValueError("finite numbers only")
    if np.any(w0 <= 0) or np.any(p < 1) or np.any(tau <= 0) or np.any(w <= 0):
        raise ValueError("out of range")
    t = np.zeros(w0.shape)
    reached = p * w0 > w
    t[reached] = tau[reached] * np.log(p[reached] * w0[reached] / w[reached])
    return t


def or_nnt(a, n1, b, n2):
    if not all(float(one).is_integer() for one in (a, n1, b, n2)):
        raise ValueError("whole numbers only")
    if not (0 < a < n1 and 0 < b < n2):
        raise ValueError("impossible counts")
    gain = a * n2 - b * n1
    return {"odds_ratio": a * (n2 - b) / (b * (n1 - a)), "nnt": n1 * n2 / gain if gain else float("inf")}


# %% [answer] doublings counted, and a table of two rows
# kind: right
# marks: 10
# says: ""
# written: with the solution
def rescue_window(w0, p, tau_min, w_crit):
    w0, p, tau_min, w_crit = (np.asarray(one, dtype=np.float64) for one in (w0, p, tau_min, w_crit))
    for name, one in (("w0", w0), ("tau_min", tau_min), ("w_crit", w_crit)):
        if np.any(~np.isfinite(one)) or np.any(one <= 0):
            raise ValueError(name + " must be a finite number above 0")
    if np.any(~np.isfinite(p)) or np.any(p < 1):
        raise ValueError("p must be a finite number of at least 1")
    doublings = np.log2(w0 * p / w_crit)  # how often inhibition may be halved
    doublings = np.where(doublings > 0, doublings, 0)
    return doublings * tau_min * np.log(2)


def or_nnt(a, n1, b, n2):
    table = np.array([[a, n1], [b, n2]], dtype=float)
    if np.isnan(table).any() or np.isinf(table).any() or (table != np.trunc(table)).any():
        raise ValueError("people are counted in whole numbers")
    well, all_of_them = table.T
    if (well <= 0).any() or (well >= all_of_them).any():
        raise ValueError("in each group some must be well, and some not")
    odds = well / (all_of_them - well)
    cross = np.linalg.det(table)  # a n2 - b n1
    if round(cross) == 0:
        return odds[0] / odds[1], np.float64(np.inf)
    return odds[0] / odds[1], all_of_them.prod() / cross
