# %% [answer] a table of differences
# kind: right
# marks: 10
# says: ""
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre, post = np.asarray(pre_ms, dtype=float), np.asarray(post_ms, dtype=float)
    if not np.isfinite(pre).all() or not np.isfinite(post).all():
        raise ValueError("spike times (ms) must be finite")
    if not np.isfinite([a_p, a_m, tau_p, tau_m]).all() or a_p < 0 or a_m < 0 or tau_p <= 0 or tau_m <= 0:
        raise ValueError("a_p and a_m must be at least 0, tau_p and tau_m above 0 ms")
    dt = np.subtract.outer(post, pre)
    up = np.where(dt > 0, a_p * np.exp(-np.abs(dt) / tau_p), 0)
    down = np.where(dt < 0, a_m * np.exp(-np.abs(dt) / tau_m), 0)
    return float((up - down).sum())


def adherence_cover(p, window):
    p, w = np.broadcast_arrays(np.asarray(p, dtype=float), np.asarray(window, dtype=float))
    if not np.isfinite(p).all() or (p < 0).any() or (p > 1).any() or not np.isfinite(w).all() or (w < 0).any():
        raise ValueError("p in [0, 1], window at least 0 d")
    out = 1 - (1 - p) ** w
    return out if out.ndim else float(out)


# %% [answer] two loops
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if not all(math.isfinite(t) for t in [*pre_ms, *post_ms, a_p, a_m, tau_p, tau_m]):
        raise ValueError("finite numbers only")
    if min(a_p, a_m) < 0 or min(tau_p, tau_m) <= 0:
        raise ValueError("sizes at least 0, time constants above 0")
    total = 0.0
    for i in pre_ms:
        for j in post_ms:
            if j > i:
                total += a_p * math.exp((i - j) / tau_p)
            elif j < i:
                total -= a_m * math.exp((j - i) / tau_m)
    return total


def _cover(p, window):
    if not (0 <= p <= 1) or not (0 <= window < math.inf):
        raise ValueError("p in [0, 1], window finite and at least 0")
    return 1 - math.pow(1 - p, window)


def adherence_cover(p, window):
    return np.vectorize(_cover, otypes=[float])(p, window)[()]


# %% [answer] traces that decay, and open days by logarithms
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _heard(talkers, listeners, tau_ms):
    """Let each talker leave a trace, and add what each listener finds of it."""
    events = sorted([(t, 1) for t in talkers] + [(t, 0) for t in listeners])
    trace, last, found = 0.0, None, 0.0
    for t, talks in events:
        if last is not None:
            trace *= np.exp(-(t - last) / tau_ms)
        last = t
        if talks:
            trace += 1.0
        else:
            found += trace
    return found


def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre, post = np.asarray(pre_ms, float).tolist(), np.asarray(post_ms, float).tolist()
    if not np.isfinite(pre + post + [a_p, a_m, tau_p, tau_m]).all():
        raise ValueError("finite numbers only")
    if a_p < 0 or a_m < 0 or tau_p <= 0 or tau_m <= 0:
        raise ValueError("out of range")
    return a_p * _heard(pre, post, tau_p) - a_m * _heard(post, pre, tau_m)


def adherence_cover(p, window):
    p, window = np.broadcast_arrays(np.array(p, float), np.array(window, float))
    if not np.all((p >= 0) & (p <= 1)) or not np.all(np.isfinite(window) & (window >= 0)):
        raise ValueError("out of range")
    with np.errstate(divide="ignore", invalid="ignore"):
        missed_all = np.where(window > 0, np.exp(window * np.log1p(-p)), 1.0)
    return 1 - missed_all


# %% [answer] pre minus post
# kind: mistake
# marks: 4
# says: "the spikes that come too late"
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if a_p < 0 or a_m < 0 or not tau_p > 0 or not tau_m > 0 or not np.isfinite([*pre_ms, *post_ms, a_p, a_m, tau_p, tau_m]).all():
        raise ValueError("out of range")
    dt = np.subtract.outer(np.asarray(pre_ms, float), np.asarray(post_ms, float))
    return float(a_p * np.exp(-dt[dt > 0] / tau_p).sum() - a_m * np.exp(dt[dt < 0] / tau_m).sum())


def adherence_cover(p, window):
    p, w = np.asarray(p, float), np.asarray(window, float)
    if not ((p >= 0) & (p <= 1)).all() or not (np.isfinite(w) & (w >= 0)).all():
        raise ValueError("out of range")
    return 1 - (1 - p) ** w


# %% [answer] only the nearest partner
# kind: mistake
# marks: 5
# says: "Your spikes pair off"
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    change = 0.0
    for i, j in zip(pre_ms, post_ms):
        dt = j - i
        change += a_p * np.exp(-dt / tau_p) if dt > 0 else -a_m * np.exp(dt / tau_m) if dt < 0 else 0.0
    return change


def adherence_cover(p, window):
    return 1 - (1 - np.asarray(p, float)) ** np.asarray(window, float)


# %% [answer] covered days added up
# kind: mistake
# marks: 6
# says: "counted twice where two doses overlap"
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if a_p < 0 or a_m < 0 or not tau_p > 0 or not tau_m > 0 or not np.isfinite([*pre_ms, *post_ms, a_p, a_m, tau_p, tau_m]).all():
        raise ValueError("out of range")
    dt = np.subtract.outer(np.asarray(post_ms, float), np.asarray(pre_ms, float))
    return float(a_p * np.exp(-dt[dt > 0] / tau_p).sum() - a_m * np.exp(dt[dt < 0] / tau_m).sum())


def adherence_cover(p, window):
    return np.minimum(np.asarray(p, float) * np.asarray(window, float), 1.0)


# %% [answer] every dose taken
# kind: mistake
# marks: 6
# says: "the probability of another event"
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if a_p < 0 or a_m < 0 or not tau_p > 0 or not tau_m > 0 or not np.isfinite([*pre_ms, *post_ms, a_p, a_m, tau_p, tau_m]).all():
        raise ValueError("out of range")
    dt = np.subtract.outer(np.asarray(post_ms, float), np.asarray(pre_ms, float))
    return float(a_p * np.exp(-dt[dt > 0] / tau_p).sum() - a_m * np.exp(dt[dt < 0] / tau_m).sum())


def adherence_cover(p, window):
    return np.asarray(p, float) ** np.asarray(window, float)


# %% [answer] the moment itself strengthens
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if a_p < 0 or a_m < 0 or not tau_p > 0 or not tau_m > 0 or not np.isfinite([*pre_ms, *post_ms, a_p, a_m, tau_p, tau_m]).all():
        raise ValueError("out of range")
    dt = np.subtract.outer(np.asarray(post_ms, float), np.asarray(pre_ms, float))
    return float(a_p * np.exp(-dt[dt >= 0] / tau_p).sum() - a_m * np.exp(dt[dt < 0] / tau_m).sum())


def adherence_cover(p, window):
    p, w = np.asarray(p, float), np.asarray(window, float)
    if not ((p >= 0) & (p <= 1)).all() or not (np.isfinite(w) & (w >= 0)).all():
        raise ValueError("out of range")
    return 1 - (1 - p) ** w


# %% [answer] weakening with the wrong window
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if a_p < 0 or a_m < 0 or not tau_p > 0 or not tau_m > 0 or not np.isfinite([*pre_ms, *post_ms, a_p, a_m, tau_p, tau_m]).all():
        raise ValueError("out of range")
    dt = np.subtract.outer(np.asarray(post_ms, float), np.asarray(pre_ms, float))
    return float(a_p * np.exp(-dt[dt > 0] / tau_p).sum() - a_m * np.exp(dt[dt < 0] / tau_p).sum())


def adherence_cover(p, window):
    p, w = np.asarray(p, float), np.asarray(window, float)
    if not ((p >= 0) & (p <= 1)).all() or not (np.isfinite(w) & (w >= 0)).all():
        raise ValueError("out of range")
    return 1 - (1 - p) ** w


# %% [answer] cover in per cent
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if a_p < 0 or a_m < 0 or not tau_p > 0 or not tau_m > 0 or not np.isfinite([*pre_ms, *post_ms, a_p, a_m, tau_p, tau_m]).all():
        raise ValueError("out of range")
    dt = np.subtract.outer(np.asarray(post_ms, float), np.asarray(pre_ms, float))
    return float(a_p * np.exp(-dt[dt > 0] / tau_p).sum() - a_m * np.exp(dt[dt < 0] / tau_m).sum())


def adherence_cover(p, window):
    p, w = np.asarray(p, float), np.asarray(window, float)
    if not ((p >= 0) & (p <= 1)).all() or not (np.isfinite(w) & (w >= 0)).all():
        raise ValueError("out of range")
    return 100 * (1 - (1 - p) ** w)


# %% [answer] a list of changes
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    return [a_p * np.exp(-(j - i) / tau_p) for i, j in zip(pre_ms, post_ms)]


def adherence_cover(p, window):
    return [1 - (1 - p) ** window]


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    # YOUR CODE HERE
    raise NotImplementedError()


def adherence_cover(p, window):
    # YOUR CODE HERE
    raise NotImplementedError()
