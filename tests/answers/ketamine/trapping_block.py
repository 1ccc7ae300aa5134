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
