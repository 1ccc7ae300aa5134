# %% [answer] closed form, vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = _checked(t_s, c_uM, p_open, kon, koff, b0)
    t = np.maximum(t, 0)
    rate = on * c + off
    plateau = on * c / np.where(rate > 0, rate, 1.0)
    return (plateau + (start - plateau) * np.exp(-p * rate * t))[()]


# %% [answer] loop over cases
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    cases = _checked(t_s, c_uM, p_open, kon, koff, b0)
    answers = []
    for t, c, p, on, off, start in zip(*(one.ravel().tolist() for one in cases)):
        if t <= 0 or p == 0 or (c == 0 and off == 0):
            answers.append(start)
            continue
        end = on * c / (on * c + off)
        answers.append(end + (start - end) * np.exp(-t * p * (on * c + off)))
    return np.array(answers).reshape(cases[0].shape)[()]


# %% [answer] numerical, by solve_ivp
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


from scipy.integrate import solve_ivp


def _run(t, c, p, on, off, start):
    if t <= 0:
        return start
    run = solve_ivp(lambda _, b: on * c * p * (1 - b) - off * p * b, (0, t), [start], method="LSODA", rtol=1e-10, atol=1e-12)
    return run.y[0, -1]


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    return np.vectorize(_run, otypes=[float])(*_checked(t_s, c_uM, p_open, kon, koff, b0))[()]


# %% [answer] drug leaves any channel
# kind: mistake
# marks: 5
# says: "leaves through any"
# written: with the solution
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = _checked(t_s, c_uM, p_open, kon, koff, b0)
    t = np.maximum(t, 0)
    rate = on * c * p + off
    plateau = on * c * p / np.where(rate > 0, rate, 1.0)
    return (plateau + (start - plateau) * np.exp(-rate * t))[()]


# %% [answer] plateau times activity
# kind: mistake
# marks: 4
# says: "depends on how often the channels open"
# written: with the solution
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = _checked(t_s, c_uM, p_open, kon, koff, b0)
    t = np.maximum(t, 0)
    rate = on * c + off
    plateau = p * on * c / np.where(rate > 0, rate, 1.0)
    return (plateau + (start - plateau) * np.exp(-p * rate * t))[()]


# %% [answer] plateau of a concentration thinned by activity
# kind: mistake
# marks: 4
# says: "depends on how often the channels open"
# written: with the solution
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = _checked(t_s, c_uM, p_open, kon, koff, b0)
    t = np.maximum(t, 0)
    rate = on * c + off
    plateau = p * on * c / np.where(p * on * c + off > 0, p * on * c + off, 1.0)
    return (plateau + (start - plateau) * np.exp(-p * rate * t))[()]


# %% [answer] activity forgotten
# kind: mistake
# marks: 5
# says: "at full speed"
# written: with the solution
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = _checked(t_s, c_uM, p_open, kon, koff, b0)
    t = np.maximum(t, 0)
    rate = on * c + off
    plateau = on * c / np.where(rate > 0, rate, 1.0)
    return (plateau + (start - plateau) * np.exp(-rate * t))[()]


# %% [answer] 0/0 for a drug that never leaves
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = _checked(t_s, c_uM, p_open, kon, koff, b0)
    t = np.maximum(t, 0)
    rate = on * c + off
    plateau = on * c / rate
    return (plateau + (start - plateau) * np.exp(-p * rate * t))[()]


# %% [answer] off by a sign
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: slipped sign
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = _checked(t_s, c_uM, p_open, kon, koff, b0)
    t = np.maximum(t, 0)
    rate = on * c + off
    plateau = on * c / np.where(rate > 0, rate, 1.0)
    return (plateau + (start - plateau) * np.exp(p * rate * t))[()]


# %% [answer] time in milliseconds
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def _checked(t_s, c_uM, p_open, kon, koff, b0):
    given = [np.asarray(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    t, c, p, on, off, start = np.broadcast_arrays(*given)
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any():
        raise ValueError("c_uM, kon and koff at least 0, and not both rates 0")
    if ((p < 0) | (p > 1)).any() or ((start < 0) | (start > 1)).any():
        raise ValueError("p_open and b0 in [0, 1]")
    return t, c, p, on, off, start


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = _checked(t_s, c_uM, p_open, kon, koff, b0)
    t = np.maximum(t, 0)
    rate = on * c + off
    plateau = on * c / np.where(rate > 0, rate, 1.0)
    return (plateau + (start - plateau) * np.exp(-p * rate * t / 1000))[()]


# %% [answer] numbers only, nothing refused
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
import math


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    if t_s < 0:
        return b0
    rate = kon * c_uM + koff
    plateau = kon * c_uM / rate if rate else 0.0
    return plateau + (b0 - plateau) * math.exp(-p_open * rate * t_s)


# %% [answer] words instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    return "it depends on how often the channel opens"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: plateau and exponent as products, nothing divided by zero
# kind: right
# marks: 10
# says: ""
# written: blind
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    names = ("t_s", "c_uM", "p_open", "kon", "koff", "b0")
    arrays = [np.array(v, dtype=float) for v in (t_s, c_uM, p_open, kon, koff, b0)]
    for name, array in zip(names, arrays):
        if not np.isfinite(array).all():
            raise ValueError(f"{name} must be finite")
        if name in ("c_uM", "kon", "koff") and (array < 0).any():
            raise ValueError(f"{name} must be at least 0")
        if name in ("p_open", "b0") and ((array < 0) | (array > 1)).any():
            raise ValueError(f"{name} must lie from 0 to 1")
    t, c, p, kon, koff, b0 = np.broadcast_arrays(*arrays)
    if ((kon == 0) & (koff == 0)).any():
        raise ValueError("kon and koff, in 1/(µM s) and 1/s, must not both be 0")
    total = kon * c + koff
    plateau = np.divide(kon * c, total, out=np.zeros(t.shape), where=total > 0)
    b = plateau + (b0 - plateau) * np.exp(-np.maximum(t, 0) * p * total)
    return float(b) if b.ndim == 0 else b


# %% [answer] blind: one question at a time, with the plain formula and the corners as cases
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def _one(t, c, p, kon, koff, b0):
    if t <= 0 or p == 0:
        return b0
    into, out = kon * c, koff
    if into + out == 0:
        return b0
    end = into / (into + out)
    tau = 1 / (p * (into + out)) if p * (into + out) > 0 else math.inf
    return end + (b0 - end) * math.exp(-t / tau)


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    given = {"t_s": t_s, "c_uM": c_uM, "p_open": p_open, "kon": kon, "koff": koff, "b0": b0}
    given = {name: np.asarray(value, dtype=float) for name, value in given.items()}
    for name, value in given.items():
        for v in value.ravel().tolist():
            if not math.isfinite(v):
                raise ValueError(f"{name} must be a finite number, got {v}")
            if name in ("c_uM", "kon", "koff") and v < 0:
                raise ValueError(f"{name} must not be negative, got {v}")
            if name in ("p_open", "b0") and not 0 <= v <= 1:
                raise ValueError(f"{name} must be a fraction between 0 and 1, got {v}")
    rows = np.broadcast(*given.values())
    answer = []
    for row in rows:
        if row[3] == 0 and row[4] == 0:
            raise ValueError("kon and koff are both 0")
        answer.append(_one(*row))
    if rows.shape == ():
        return float(answer[0])
    return np.array(answer, dtype=float).reshape(rows.shape)


# %% [answer] blind: what came in anew plus what has not left, a sum of two parts
# kind: right
# marks: 10
# says: ""
# written: blind
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    def number(name, value, low=-np.inf, high=np.inf):
        array = np.asarray(value, dtype=np.float64)
        if np.isnan(array).any() or np.isinf(array).any() or (array < low).any() or (array > high).any():
            raise ValueError(f"{name} must be finite and between {low} and {high}")
        return array

    t = number("t_s [s]", t_s)
    c = number("c_uM [µM]", c_uM, 0)
    p = number("p_open [1]", p_open, 0, 1)
    on = number("kon [1/(µM s)]", kon, 0)
    off = number("koff [1/s]", koff, 0)
    start = number("b0 [1]", b0, 0, 1)
    if np.any(on + off == 0):
        raise ValueError("kon and koff must not both be 0")
    opened = p * np.where(t > 0, t, 0.0)          # seconds for which a channel has been open
    rate = on * c + off
    kept = np.exp(-rate * opened)
    # (1 − e^(−r x)) / r tends to x as r goes to 0
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(rate > 0, -np.expm1(-rate * opened) / rate, opened)
    b = start * kept + on * c * mean
    if np.shape(b) == ():
        return float(b)
    return b


# %% [answer] blind: the rate of opening slows the way in and is forgotten on the way out
# kind: mistake
# marks: 5
# says: "enters through open channels and leaves through any"
# written: blind
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, kon, koff, b0 = np.broadcast_arrays(*[np.asarray(v, float) for v in (t_s, c_uM, p_open, kon, koff, b0)])
    for name, v in (("t_s", t), ("c_uM", c), ("p_open", p), ("kon", kon), ("koff", koff), ("b0", b0)):
        if not np.all(np.isfinite(v)):
            raise ValueError(name + " must be finite")
    for name, v in (("c_uM", c), ("kon", kon), ("koff", koff)):
        if np.any(v < 0):
            raise ValueError(name + " must be >= 0")
    for name, v in (("p_open", p), ("b0", b0)):
        if np.any((v < 0) | (v > 1)):
            raise ValueError(name + " must be in [0, 1]")
    if np.any((kon == 0) & (koff == 0)):
        raise ValueError("kon and koff must not both be 0")
    into = kon * c * p
    rate = into + koff
    end = np.where(rate > 0, into / np.where(rate > 0, rate, 1), 0)
    b = end + (b0 - end) * np.exp(-rate * np.maximum(t, 0))
    return float(b) if b.ndim == 0 else b


# %% [answer] blind: wash-out of a drug that never leaves ends in 0/0, all else is right
# kind: wrong
# marks: 8
# says: ""
# written: blind
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, b0 = [np.asarray(v, dtype=float) for v in (t_s, c_uM, p_open, kon, koff, b0)]
    for name, v in zip(["t_s", "c_uM", "p_open", "kon", "koff", "b0"], [t, c, p, on, off, b0]):
        if np.any(~np.isfinite(v)):
            raise ValueError(f"{name} must be finite")
    for name, v in zip(["c_uM", "kon", "koff"], [c, on, off]):
        if np.any(v < 0):
            raise ValueError(f"{name} must be at least 0")
    for name, v in zip(["p_open", "b0"], [p, b0]):
        if np.any(v < 0) or np.any(v > 1):
            raise ValueError(f"{name} must be within [0, 1]")
    if np.any((on == 0) & (off == 0)):
        raise ValueError("kon and koff: not both 0")
    total = on * c + off
    end = on * c / total
    b = end + (b0 - end) * np.exp(-np.maximum(t, 0) * p * total)
    return float(b) if np.ndim(b) == 0 else b


# %% [answer] blind: Euler's method in a thousand steps, for single numbers
# kind: wrong
# marks: 3
# says: ""
# written: blind
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    for value in (t_s, c_uM, p_open, kon, koff, b0):
        if not np.isfinite(value):
            raise ValueError("all arguments must be finite")
    if c_uM < 0 or kon < 0 or koff < 0 or kon + koff == 0:
        raise ValueError("c_uM, kon and koff must be >= 0, and not both rates 0")
    if not 0 <= p_open <= 1 or not 0 <= b0 <= 1:
        raise ValueError("p_open and b0 must be between 0 and 1")
    if t_s <= 0:
        return b0
    b = b0
    dt = t_s / 1000
    for _ in range(1000):
        b = b + dt * (kon * c_uM * p_open * (1 - b) - koff * p_open * b)
    return b


# %% [answer] integrated numerically with LSODA, every case by itself
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import solve_ivp


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    arrays = [np.asarray(x, dtype=float) for x in (t_s, c_uM, p_open, kon, koff, b0)]
    if not all(np.isfinite(x).all() for x in arrays):
        raise ValueError("not finite")
    arrays = np.broadcast_arrays(*arrays)
    t, c, p, on, off, start = arrays
    if (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any() or (np.abs(p - 0.5) > 0.5).any() or (np.abs(start - 0.5) > 0.5).any():
        raise ValueError("out of range")
    blocked = []
    for t, c, p, on, off, start in zip(*(x.ravel() for x in arrays)):
        if t <= 0 or p == 0:
            blocked.append(start)
            continue
        flow = lambda _, b: p * (on * c * (1 - b) - off * b)
        slope = lambda _, b: [[-p * (on * c + off)]]
        blocked.append(solve_ivp(flow, (0, t), [start], method="LSODA", jac=slope, rtol=1e-9, atol=1e-12).y[0, -1])
    return np.reshape(blocked, arrays[0].shape)[()]


# %% [answer] blind: exact powers of a two-state matrix
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.linalg import expm


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    every = np.broadcast(*(np.asarray(x) for x in (t_s, c_uM, p_open, kon, koff, b0)))
    found = []
    for numbers in every:
        t, c, p, on, off, b = map(float, numbers)
        if not np.isfinite([t, c, p, on, off, b]).all() or min(c, on, off) < 0 or on == off == 0:
            raise ValueError(f"out of range: {numbers}")
        if not (0 <= p <= 1 and 0 <= b <= 1):
            raise ValueError("p_open and b0 are fractions")
        moves = p * np.array([[-on * c, off], [on * c, -off]]) * max(t, 0.0)
        found.append((expm(moves) @ [1 - b, b])[1])
    return found[0] if every.shape == () else np.array(found).reshape(every.shape)


# %% [answer] blind: activity only opens the way in, and the drug leaves closed channels too
# kind: mistake
# marks: 5
# says: "drug enters through open channels"
# written: blind
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, b = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (t_s, c_uM, p_open, kon, koff, b0)))
    if not np.isfinite(given).all() or (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any() or (p < 0).any() or (p > 1).any() or (b < 0).any() or (b > 1).any():
        raise ValueError("out of range")
    rate = p * on * c + off
    top = np.divide(p * on * c, rate, out=np.zeros(rate.shape), where=rate > 0)
    found = top + (b - top) * np.exp(-rate * np.maximum(t, 0))
    return found if found.ndim else float(found)


# %% [answer] blind: nought over nought where nothing moves
# kind: wrong
# marks: 8
# says: ""
# written: blind
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, b = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (t_s, c_uM, p_open, kon, koff, b0)))
    if not np.isfinite(given).all() or (c < 0).any() or (on < 0).any() or (off < 0).any() or ((on == 0) & (off == 0)).any() or (p < 0).any() or (p > 1).any() or (b < 0).any() or (b > 1).any():
        raise ValueError("out of range")
    with np.errstate(invalid="ignore"):
        top = on * c / (on * c + off)
    found = top + (b - top) * np.exp(-p * (on * c + off) * np.maximum(t, 0))
    return found if found.ndim else float(found)


# %% [answer] one step of the model's many
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.channel_block import TrappingBlock


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    each = np.vectorize(
        lambda t, c, p, on, off, b: TrappingBlock(on, off).under_steps([t], [0], c, p, b)[0]
    )
    b = each(t_s, c_uM, p_open, kon, koff, b0)
    return b if b.ndim else float(b)


# %% [answer] a list, even for one number
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: wrong type
import math


def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    blocked = []
    for t, c, p, on, off, start in np.broadcast(t_s, c_uM, p_open, kon, koff, b0):
        if not all(math.isfinite(one) for one in (t, c, p, on, off, start)):
            raise ValueError("NaN or infinity")
        if c < 0 or on < 0 or off < 0 or on + off == 0 or not 0 <= p <= 1 or not 0 <= start <= 1:
            raise ValueError("a rate, a concentration or a fraction that cannot be")
        speed = p * (on * c + off)
        if t <= 0 or speed == 0:
            blocked.append(float(start))
        else:
            end = on * c / (on * c + off)
            blocked.append(end + (start - end) * math.exp(-speed * t))
    return blocked


# %% [answer] the rates subtracted in the exponent
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
def trapping_block(t_s, c_uM, p_open, kon, koff, b0=0.0):
    t, c, p, on, off, start = np.broadcast_arrays(*[np.array(one, dtype=float) for one in (t_s, c_uM, p_open, kon, koff, b0)])
    if not np.isfinite(np.stack([t, c, p, on, off, start])).all():
        raise ValueError("every number must be finite")
    if min(c.min(), on.min(), off.min(), p.min(), start.min()) < 0 or max(p.max(), start.max()) > 1 or (on + off).min() == 0:
        raise ValueError("out of range")
    entering = on * c
    total = entering + off
    share = np.divide(entering, total, out=np.zeros(t.shape), where=total > 0)
    left = np.exp(-p * (entering - off) * np.clip(t, 0, None))
    return (share - (share - start) * left)[()]
