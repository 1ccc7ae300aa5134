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
# shows: loops
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
# shows: slipped sign
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
# shows: wrong unit
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
# shows: wrong type
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


# %% [answer] blind: the table of differences
# kind: right
# marks: 10
# says: ""
# written: blind
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre = np.asarray(pre_ms, dtype=float)
    post = np.asarray(post_ms, dtype=float)
    for x in (pre, post, a_p, a_m, tau_p, tau_m):
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    if a_p < 0 or a_m < 0 or tau_p <= 0 or tau_m <= 0:
        raise ValueError("sizes at least 0, time constants above 0")
    gaps = post[:, None] - pre
    up = np.sum(a_p * np.exp(-gaps[gaps > 0] / tau_p))
    down = np.sum(a_m * np.exp(gaps[gaps < 0] / tau_m))
    return float(up - down)


def adherence_cover(p, window):
    p, window = np.broadcast_arrays(np.asarray(p, dtype=float), np.asarray(window, dtype=float))
    if not (np.all(np.isfinite(p)) and np.all(np.isfinite(window))):
        raise ValueError("NaN or infinity")
    if np.any(p < 0) or np.any(p > 1) or np.any(window < 0):
        raise ValueError("p from 0 to 1, window at least 0")
    cover = 1 - (1 - p) ** window
    return float(cover) if cover.ndim == 0 else cover


# %% [answer] blind: two nested loops
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre = [float(t) for t in pre_ms]
    post = [float(t) for t in post_ms]
    for x in pre + post + [a_p, a_m, tau_p, tau_m]:
        if not math.isfinite(x):
            raise ValueError("NaN or infinity")
    if a_p < 0 or a_m < 0:
        raise ValueError("sizes")
    if tau_p <= 0 or tau_m <= 0:
        raise ValueError("time constants")
    change = 0.0
    for t_pre in pre:
        for t_post in post:
            dt = t_post - t_pre
            if dt > 0:
                change += a_p * math.exp(-dt / tau_p)
            elif dt < 0:
                change -= a_m * math.exp(dt / tau_m)
    return float(change)


def adherence_cover(p, window):
    pairs = np.broadcast(p, window)
    covers = []
    for q, w in pairs:
        q, w = float(q), float(w)
        if not (math.isfinite(q) and math.isfinite(w)):
            raise ValueError("NaN or infinity")
        if q < 0 or q > 1 or w < 0:
            raise ValueError("out of range")
        covers.append(1 - (1 - q) ** w)
    if pairs.shape == ():
        return covers[0]
    return np.array(covers).reshape(pairs.shape)


# %% [answer] blind: the window as a function of its own, itertools, the open days by a logarithm
# kind: right
# marks: 10
# says: ""
# written: blind
from itertools import product


def _window(dt, a_p, a_m, tau_p, tau_m):
    size = np.where(dt > 0, a_p, -a_m)
    width = np.where(dt > 0, tau_p, tau_m)
    return np.where(dt == 0, 0.0, size * np.exp(-np.abs(dt) / width))


def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    constants = np.array([a_p, a_m, tau_p, tau_m], dtype=float)
    if not np.isfinite(constants).all():
        raise ValueError("constants: NaN or infinity")
    if (constants[:2] < 0).any() or (constants[2:] <= 0).any():
        raise ValueError("constants: out of range")
    for train in (pre_ms, post_ms):
        if not np.isfinite(np.array(train, dtype=float)).all():
            raise ValueError("spikes: NaN or infinity")
    dt = np.array([after - before for before, after in product(pre_ms, post_ms)], dtype=float)
    return float(np.sum(_window(dt, *constants)))


def adherence_cover(p, window):
    p = np.array(p, dtype=float)
    window = np.array(window, dtype=float)
    if np.isnan(p).any() or np.isnan(window).any() or np.isinf(p).any() or np.isinf(window).any():
        raise ValueError("NaN or infinity")
    if (p < 0).any() or (p > 1).any() or (window < 0).any():
        raise ValueError("out of range")
    with np.errstate(divide="ignore", invalid="ignore"):
        cover = -np.expm1(window * np.log1p(-p))
    # no window at all protects nobody, even where p is 1 (0 times minus infinity)
    cover = np.where(window == 0, 0.0, cover)
    return cover if cover.ndim else cover.item()


# %% [answer] blind: pre minus post, and protected days multiplied
# kind: mistake
# marks: 4
# says: "Your synapse is strengthened by the spikes that come too late"
# written: blind
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre, post = np.asarray(pre_ms, float), np.asarray(post_ms, float)
    if not np.isfinite(pre).all() or not np.isfinite(post).all() or not np.isfinite([a_p, a_m, tau_p, tau_m]).all():
        raise ValueError
    if a_p < 0 or a_m < 0 or tau_p <= 0 or tau_m <= 0:
        raise ValueError
    dt = pre[:, None] - post
    return float(np.sum(a_p * np.exp(-dt[dt > 0] / tau_p)) - np.sum(a_m * np.exp(dt[dt < 0] / tau_m)))


def adherence_cover(p, window):
    p, w = np.asarray(p, float), np.asarray(window, float)
    if not np.isfinite(p).all() or not np.isfinite(w).all():
        raise ValueError
    if (p < 0).any() or (p > 1).any() or (w < 0).any():
        raise ValueError
    c = np.minimum(p * w, 1)
    return float(c) if c.ndim == 0 else c


# %% [answer] blind: spikes paired one by one, coincidence strengthens, window rounded to whole days
# kind: mistake
# marks: 4
# says: "Your spikes pair off"
# written: blind
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if a_p < 0 or a_m < 0 or tau_p <= 0 or tau_m <= 0:
        raise ValueError("constants")
    total = 0.0
    for t_pre, t_post in zip(sorted(pre_ms), sorted(post_ms)):
        if not np.isfinite(t_pre) or not np.isfinite(t_post):
            raise ValueError("spikes")
        dt = t_post - t_pre
        if dt >= 0:
            total += a_p * np.exp(-dt / tau_p)
        else:
            total -= a_m * np.exp(dt / tau_m)
    return total


def adherence_cover(p, window):
    p = np.asarray(p, float)
    w = np.asarray(window, float).astype(int)
    if (p < 0).any() or (p > 1).any() or (w < 0).any():
        raise ValueError("out of range")
    c = 1 - (1 - p) ** w
    return float(c) if np.ndim(c) == 0 else c


# %% [answer] blind: nearest neighbours only, and the last day itself not counted
# kind: mistake
# marks: 5
# says: "Your spikes pair off"
# written: blind
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre = np.asarray(pre_ms, dtype=float)
    post = np.asarray(post_ms, dtype=float)
    if not (np.isfinite(pre).all() and np.isfinite(post).all()):
        raise ValueError("NaN or infinity")
    if not np.isfinite([a_p, a_m, tau_p, tau_m]).all() or min(a_p, a_m) < 0 or min(tau_p, tau_m) <= 0:
        raise ValueError("constants")
    change = 0.0
    for t in post:
        before = pre[pre < t]
        after = pre[pre > t]
        if before.size:
            change += a_p * np.exp((before.max() - t) / tau_p)
        if after.size:
            change -= a_m * np.exp((t - after.min()) / tau_m)
    return float(change)


def adherence_cover(p, window):
    p = np.asarray(p, dtype=float)
    w = np.asarray(window, dtype=float)
    if not (np.isfinite(p).all() and np.isfinite(w).all()) or (p < 0).any() or (p > 1).any() or (w < 0).any():
        raise ValueError("out of range")
    cover = 1 - (1 - p) ** np.ceil(w)
    return float(cover) if cover.ndim == 0 else cover


# %% [answer] equal gaps counted once
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre = np.asarray(pre_ms, dtype=float)
    post = np.asarray(post_ms, dtype=float)
    for x in (pre, post, a_p, a_m, tau_p, tau_m):
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    if a_p < 0 or a_m < 0 or tau_p <= 0 or tau_m <= 0:
        raise ValueError("sizes at least 0, time constants above 0")
    dt = np.unique(post[:, None] - pre)
    up = np.sum(a_p * np.exp(-dt[dt > 0] / tau_p))
    down = np.sum(a_m * np.exp(dt[dt < 0] / tau_m))
    return float(up - down)


def adherence_cover(p, window):
    p, window = np.broadcast_arrays(np.asarray(p, dtype=float), np.asarray(window, dtype=float))
    if not (np.all(np.isfinite(p)) and np.all(np.isfinite(window))):
        raise ValueError("NaN or infinity")
    if np.any(p < 0) or np.any(p > 1) or np.any(window < 0):
        raise ValueError("p from 0 to 1, window at least 0")
    cover = 1 - (1 - p) ** window
    return float(cover) if cover.ndim == 0 else cover


# %% [answer] one pair of the model, summed
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.adherence import cover as adherence_cover
from course.models.spike_timing import weight_change


def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    dt = np.subtract.outer(np.asarray(post_ms, dtype=float), np.asarray(pre_ms, dtype=float))
    return float(np.sum(weight_change(dt, a_p, a_m, tau_p, tau_m)))


# %% [answer] gaps in seconds beside milliseconds
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong unit
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre_s, post_s = np.asarray(pre_ms, dtype=float) / 1000, np.asarray(post_ms, dtype=float) / 1000
    if not np.isfinite([*pre_s, *post_s, a_p, a_m, tau_p, tau_m]).all():
        raise ValueError("times, sizes and time constants must be finite")
    if a_p < 0 or a_m < 0 or tau_p <= 0 or tau_m <= 0:
        raise ValueError("sizes of at least 0, time constants above 0 ms")
    gap = post_s.reshape(-1, 1) - pre_s
    change = np.where(gap > 0, a_p * np.exp(-abs(gap) / tau_p), -a_m * np.exp(-abs(gap) / tau_m))
    return float(change[gap != 0].sum())


def adherence_cover(p, window):
    p, window = np.asarray(p, dtype=float), np.asarray(window, dtype=float)
    if not ((p >= 0) & (p <= 1)).all() or not ((window >= 0) & np.isfinite(window)).all():
        raise ValueError("p from 0 to 1, window at least 0 d")
    return (1 - (1 - p) ** window)[()]


# %% [answer] both sides of the window strengthen
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
import math


def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    if not np.isfinite(np.concatenate([pre_ms, post_ms, [a_p, a_m, tau_p, tau_m]])).all():
        raise ValueError("NaN or infinity")
    if min(a_p, a_m) < 0 or min(tau_p, tau_m) <= 0:
        raise ValueError("a size or a time constant is out of range")
    total = 0.0
    for before in pre_ms:
        for behind in post_ms:
            if behind > before:
                total += a_p * math.exp((before - behind) / tau_p)
            if behind < before:
                total += a_m * math.exp((behind - before) / tau_m)
    return total


def adherence_cover(p, window):
    p, days = np.broadcast_arrays(np.asarray(p, dtype=float), np.asarray(window, dtype=float))
    if not np.isfinite(p).all() or not np.isfinite(days).all() or (p < 0).any() or (p > 1).any() or (days < 0).any():
        raise ValueError("p in [0, 1], window of at least 0 d")
    return (1 - np.power(1 - p, days))[()]


# %% [answer] the cover as text
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong type
def stdp_net(pre_ms, post_ms, a_p, a_m, tau_p, tau_m):
    pre, post = np.array(pre_ms, dtype=float), np.array(post_ms, dtype=float)
    for ok in (np.isfinite(pre), np.isfinite(post), np.isfinite([a_p, a_m, tau_p, tau_m])):
        if not ok.all():
            raise ValueError("finite numbers only")
    if a_p < 0 or a_m < 0 or tau_p <= 0 or tau_m <= 0:
        raise ValueError("a_p, a_m at least 0; tau_p, tau_m above 0")
    total = 0.0
    for t in post:
        total += a_p * np.exp((pre[pre < t] - t) / tau_p).sum()
        total -= a_m * np.exp((t - pre[pre > t]) / tau_m).sum()
    return float(total)


def adherence_cover(p, window):
    p, window = np.asarray(p, dtype=float), np.asarray(window, dtype=float)
    if not np.isfinite(p).all() or not np.isfinite(window).all() or p.min() < 0 or p.max() > 1 or window.min() < 0:
        raise ValueError("p from 0 to 1, window at least 0")
    return f"{100 * (1 - (1 - p) ** window)} % of days"
