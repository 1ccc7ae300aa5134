# %% [answer] arrays filled step by step
# kind: right
# marks: 10
# says: ""
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    n = len(schedule)
    if any(word not in ("use", "alt", "rest") for word in schedule):
        raise ValueError("schedule must hold use, alt and rest")
    o = np.asarray(occ, dtype=float)
    if o.ndim and o.shape != (n,):
        raise ValueError("occ must be one number or one for each step")
    if not np.isfinite(o).all() or (o < 0).any() or (o > 1).any() or not 0 <= alpha <= 1:
        raise ValueError("occ and alpha must lie in [0, 1]")
    if len(w0) != 2 or not np.isfinite([r_drug, r_alt, *w0]).all():
        raise ValueError("rewards and the two weights must be finite")
    o = np.broadcast_to(o, (n,))
    drug, alt = np.full(n + 1, float(w0[0])), np.full(n + 1, float(w0[1]))
    for i, word in enumerate(schedule):
        drug[i + 1], alt[i + 1] = drug[i], alt[i]
        if word == "use":
            drug[i + 1] = (1 - alpha) * drug[i] + alpha * r_drug * (1 - o[i])
        if word == "alt":
            alt[i + 1] = (1 - alpha) * alt[i] + alpha * r_alt
    return drug, alt, 1 / (1 + np.exp(alt - drug))


# %% [answer] plain lists and math
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    blocked = [float(occ)] * len(schedule) if np.ndim(occ) == 0 else [float(o) for o in occ]
    checked = [float(occ)] if np.ndim(occ) == 0 else blocked
    if len(blocked) != len(schedule) or not all(0 <= o <= 1 for o in checked):
        raise ValueError("occ in [0, 1], one number or one a step")
    if not 0 <= alpha <= 1 or not all(math.isfinite(x) for x in (r_drug, r_alt)):
        raise ValueError("alpha in [0, 1], rewards finite")
    if len(w0) != 2 or not all(math.isfinite(w) for w in w0):
        raise ValueError("w0 must be two finite weights")
    w_d, w_a = [float(w0[0])], [float(w0[1])]
    for word, o in zip(schedule, blocked):
        d, a = w_d[-1], w_a[-1]
        if word == "use":
            d += alpha * (r_drug * (1 - o) - d)
        elif word == "alt":
            a += alpha * (r_alt - a)
        elif word != "rest":
            raise ValueError(f"unknown step {word!r}")
        w_d.append(d)
        w_a.append(a)
    return w_d, w_a, [1 / (1 + math.exp(a - d)) for d, a in zip(w_d, w_a)]


# %% [answer] closed form: every weight as a sum over the trials before
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.special import expit


def _course(target, mine, alpha, start):
    out = [start]
    for i in range(1, len(mine) + 1):
        done = [target[j] for j in range(i) if mine[j]]
        k = len(done)
        out.append(start * (1 - alpha) ** k + sum(alpha * (1 - alpha) ** (k - 1 - j) * t for j, t in enumerate(done)))
    return np.array(out, dtype=float)


def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    words = list(schedule)
    if set(words) - {"use", "alt", "rest"}:
        raise ValueError("unknown word in schedule")
    o = np.asarray(occ, float)
    if o.shape not in ((), (len(words),)) or not np.all((o >= 0) & (o <= 1)) or not 0 <= alpha <= 1:
        raise ValueError("occ or alpha out of range")
    start = np.asarray(w0, float)
    if start.shape != (2,) or not np.isfinite(start).all() or not np.isfinite([r_drug, r_alt]).all():
        raise ValueError("w0 must be two finite numbers")
    o = np.ones(len(words)) * o
    w_d = _course(r_drug * (1 - o), [w == "use" for w in words], alpha, start[0])
    w_a = _course([r_alt] * len(words), [w == "alt" for w in words], alpha, start[1])
    return w_d, w_a, expit(w_d - w_a)


# %% [answer] the antagonist weakens the weight by itself
# kind: mistake
# marks: 4
# says: "by its mere presence"
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    o = np.broadcast_to(np.asarray(occ, float), (len(schedule),))
    d, a = [w0[0]], [w0[1]]
    for word, blocked in zip(schedule, o):
        new_d = d[-1] * (1 - alpha * blocked)
        new_a = a[-1]
        if word == "use":
            new_d = d[-1] + alpha * (r_drug * (1 - blocked) - d[-1])
        if word == "alt":
            new_a += alpha * (r_alt - new_a)
        d.append(new_d)
        a.append(new_a)
    d, a = np.array(d), np.array(a)
    return d, a, 1 / (1 + np.exp(a - d))


# %% [answer] abstinence erases
# kind: mistake
# marks: 4
# says: "abstinence erases what was learned"
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    o = np.broadcast_to(np.asarray(occ, float), (len(schedule),))
    d, a = [w0[0]], [w0[1]]
    for word, blocked in zip(schedule, o):
        reward = r_drug * (1 - blocked) if word == "use" else 0.0
        d.append(d[-1] + alpha * (reward - d[-1]))
        a.append(a[-1] + alpha * (r_alt - a[-1]) if word == "alt" else a[-1])
    d, a = np.array(d), np.array(a)
    return d, a, 1 / (1 + np.exp(a - d))


# %% [answer] the blockade forgotten
# kind: mistake
# marks: 5
# says: "teaches as much as an unblocked one"
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    d, a = [float(w0[0])], [float(w0[1])]
    for word in schedule:
        d.append(d[-1] + alpha * (r_drug - d[-1]) if word == "use" else d[-1])
        a.append(a[-1] + alpha * (r_alt - a[-1]) if word == "alt" else a[-1])
    d, a = np.array(d), np.array(a)
    return d, a, 1 / (1 + np.exp(a - d))


# %% [answer] the alternative blocked as well
# kind: mistake
# marks: 5
# says: "takes away from the alternative"
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    o = np.broadcast_to(np.asarray(occ, float), (len(schedule),))
    d, a = [float(w0[0])], [float(w0[1])]
    for word, blocked in zip(schedule, o):
        d.append(d[-1] + alpha * (r_drug * (1 - blocked) - d[-1]) if word == "use" else d[-1])
        a.append(a[-1] + alpha * (r_alt * (1 - blocked) - a[-1]) if word == "alt" else a[-1])
    d, a = np.array(d), np.array(a)
    return d, a, 1 / (1 + np.exp(a - d))


# %% [answer] the sign in the choice
# kind: mistake
# marks: 6
# says: "favours what is worth less"
# written: with the solution
# shows: slipped sign
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    if any(word not in ("use", "alt", "rest") for word in schedule) or not 0 <= alpha <= 1:
        raise ValueError("out of range")
    o = np.broadcast_to(np.asarray(occ, float), (len(schedule),))
    if not ((o >= 0) & (o <= 1)).all():
        raise ValueError("out of range")
    d, a = [float(w0[0])], [float(w0[1])]
    for word, blocked in zip(schedule, o):
        d.append(d[-1] + alpha * (r_drug * (1 - blocked) - d[-1]) if word == "use" else d[-1])
        a.append(a[-1] + alpha * (r_alt - a[-1]) if word == "alt" else a[-1])
    d, a = np.array(d), np.array(a)
    return d, a, 1 / (1 + np.exp(d - a))


# %% [answer] the start left out
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    o = np.broadcast_to(np.asarray(occ, float), (len(schedule),))
    d, a = [float(w0[0])], [float(w0[1])]
    for word, blocked in zip(schedule, o):
        d.append(d[-1] + alpha * (r_drug * (1 - blocked) - d[-1]) if word == "use" else d[-1])
        a.append(a[-1] + alpha * (r_alt - a[-1]) if word == "alt" else a[-1])
    d, a = np.array(d[1:]), np.array(a[1:])
    return d, a, 1 / (1 + np.exp(a - d))


# %% [answer] right, and refuses nothing
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    o = np.ones(len(schedule)) * np.asarray(occ, float)
    d, a = [float(w0[0])], [float(w0[1])]
    for word, blocked in zip(schedule, o):
        d.append(d[-1] + alpha * (r_drug * (1 - blocked) - d[-1]) if word == "use" else d[-1])
        a.append(a[-1] + alpha * (r_alt - a[-1]) if word == "alt" else a[-1])
    d, a = np.array(d), np.array(a)
    return d, a, 1 / (1 + np.exp(a - d))


# %% [answer] blockade in per cent
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    o = np.ones(len(schedule)) * np.asarray(occ, float)
    d, a = [float(w0[0])], [float(w0[1])]
    for word, blocked in zip(schedule, o):
        d.append(d[-1] + alpha * (r_drug * (1 - blocked / 100) - d[-1]) if word == "use" else d[-1])
        a.append(a[-1] + alpha * (r_alt - a[-1]) if word == "alt" else a[-1])
    d, a = np.array(d), np.array(a)
    return d, a, 1 / (1 + np.exp(a - d))


# %% [answer] a sentence
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    return "the healthy pathway grows"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: word by word into two lists
# kind: right
# marks: 10
# says: ""
# written: blind
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    schedule = list(schedule)
    for word in schedule:
        if word not in ("use", "alt", "rest"):
            raise ValueError(f"unknown word {word}")
    n = len(schedule)
    occ = np.asarray(occ, dtype=float)
    if occ.ndim == 0:
        occ = np.full(n, occ) if n else np.array([float(occ)])
    elif occ.shape != (n,):
        raise ValueError("occ of another length")
    start = np.asarray(w0, dtype=float)
    if start.shape != (2,):
        raise ValueError("w0 must be two numbers")
    for x in (occ, start, alpha, r_drug, r_alt):
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    if np.any(occ < 0) or np.any(occ > 1) or alpha < 0 or alpha > 1:
        raise ValueError("alpha or occ outside 0 to 1")
    wd, wa = [float(start[0])], [float(start[1])]
    for word, o in zip(schedule, occ):
        d, a = wd[-1], wa[-1]
        if word == "use":
            d = d + alpha * (r_drug * (1 - o) - d)
        elif word == "alt":
            a = a + alpha * (r_alt - a)
        wd.append(d)
        wa.append(a)
    wd, wa = np.array(wd), np.array(wa)
    return wd, wa, 1 / (1 + np.exp(-(wd - wa)))


# %% [answer] blind: gains per step from masks, arrays filled by index, the choice as a tanh
# kind: right
# marks: 10
# says: ""
# written: blind
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    words = np.array(list(schedule), dtype=object)
    use, alt, rest = (np.array([w == name for w in words], dtype=bool) for name in ("use", "alt", "rest"))
    if not np.all(use | alt | rest):
        raise ValueError("unknown word")
    numbers = np.array([alpha, r_drug, r_alt], dtype=float)
    blocked = np.array(occ, dtype=float)
    first = np.array(w0, dtype=float)
    if not (np.isfinite(numbers).all() and np.isfinite(blocked).all() and np.isfinite(first).all()):
        raise ValueError("NaN or infinity")
    if first.shape != (2,):
        raise ValueError("w0")
    if blocked.ndim > 1 or (blocked.ndim == 1 and blocked.size != words.size):
        raise ValueError("occ of another length")
    if (blocked < 0).any() or (blocked > 1).any() or not 0 <= alpha <= 1:
        raise ValueError("alpha or occ")
    blocked = np.broadcast_to(blocked, words.shape)
    w = np.empty((words.size + 1, 2))
    w[0] = first
    target = np.column_stack([r_drug * (1 - blocked), np.full(words.size, float(r_alt))])
    rate = alpha * np.column_stack([use, alt])
    for i in range(words.size):
        w[i + 1] = (1 - rate[i]) * w[i] + rate[i] * target[i]
    p_use = 0.5 * (1 + np.tanh((w[:, 0] - w[:, 1]) / 2))
    return w[:, 0].copy(), w[:, 1].copy(), p_use


# %% [answer] blind: a dataclass of the two weights, and expit
# kind: right
# marks: 10
# says: ""
# written: blind
from dataclasses import dataclass, replace
from math import isfinite

from scipy.special import expit


@dataclass(frozen=True)
class Weights:
    drug: float
    alt: float


def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    schedule = list(schedule)
    if np.ndim(occ) == 0:
        if not (isfinite(occ) and 0 <= occ <= 1):
            raise ValueError("occ")
        per_step = [float(occ)] * len(schedule)
    else:
        per_step = [float(o) for o in occ]
        if len(per_step) != len(schedule):
            raise ValueError("occ of another length")
        if any(not isfinite(o) or o < 0 or o > 1 for o in per_step):
            raise ValueError("occ")
    if not (isfinite(alpha) and 0 <= alpha <= 1):
        raise ValueError("alpha")
    if not (isfinite(r_drug) and isfinite(r_alt)):
        raise ValueError("reward")
    if np.ndim(w0) != 1 or len(w0) != 2:
        raise ValueError("w0")
    now = Weights(float(w0[0]), float(w0[1]))
    if not (isfinite(now.drug) and isfinite(now.alt)):
        raise ValueError("w0")
    story = [now]
    for word, o in zip(schedule, per_step):
        if word == "use":
            now = replace(now, drug=now.drug + alpha * (r_drug * (1 - o) - now.drug))
        elif word == "alt":
            now = replace(now, alt=now.alt + alpha * (r_alt - now.alt))
        elif word != "rest":
            raise ValueError("unknown word")
        story.append(now)
    w_drug = np.array([w.drug for w in story])
    w_alt = np.array([w.alt for w in story])
    return w_drug, w_alt, expit(w_drug - w_alt)


# %% [answer] blind: rest lets the drug's weight fade
# kind: mistake
# marks: 4
# says: "In your model abstinence erases what was learned"
# written: blind
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    n = len(schedule)
    occ = np.asarray(occ, float)
    if occ.ndim and len(occ) != n:
        raise ValueError("occ")
    if not np.isfinite(occ).all() or (occ < 0).any() or (occ > 1).any():
        raise ValueError("occ")
    if not np.isfinite([alpha, r_drug, r_alt]).all() or alpha < 0 or alpha > 1:
        raise ValueError("numbers")
    if len(w0) != 2 or not np.isfinite(w0).all():
        raise ValueError("w0")
    occ = np.broadcast_to(occ, (n,))
    d, a = [w0[0]], [w0[1]]
    for i, word in enumerate(schedule):
        if word == "use":
            d.append(d[-1] + alpha * (r_drug * (1 - occ[i]) - d[-1]))
            a.append(a[-1])
        elif word == "alt":
            d.append(d[-1])
            a.append(a[-1] + alpha * (r_alt - a[-1]))
        elif word == "rest":
            d.append(d[-1] * (1 - alpha))
            a.append(a[-1])
        else:
            raise ValueError("word")
    d, a = np.array(d, float), np.array(a, float)
    return d, a, 1 / (1 + np.exp(-(d - a)))


# %% [answer] blind: the blockade takes from the error and not from the reward, the alternative is blocked too
# kind: mistake
# marks: 5
# says: "Your blocked use teaches as much as an unblocked one"
# written: blind
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    occ = np.ones(len(schedule)) * occ
    if np.any(occ < 0) or np.any(occ > 1) or alpha < 0 or alpha > 1:
        raise ValueError("occ or alpha")
    w_d = [float(w0[0])]
    w_a = [float(w0[1])]
    for step, o in zip(schedule, occ):
        d, a = w_d[-1], w_a[-1]
        if step == "use":
            d += alpha * (1 - o) * (r_drug - d)
        elif step == "alt":
            a += alpha * (1 - o) * (r_alt - a)
        elif step != "rest":
            raise ValueError(step)
        w_d.append(d)
        w_a.append(a)
    w_d, w_a = np.array(w_d), np.array(w_a)
    return w_d, w_a, 1 / (1 + np.exp(-(w_d - w_a)))


# %% [answer] blind: the choice the wrong way round, an unknown word counts as rest, a wrong length is cut off
# kind: mistake
# marks: 6
# says: "Your choice favours what is worth less"
# written: blind
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    if np.ndim(occ) == 0:
        occ = [occ] * len(schedule)
    if min(occ, default=0) < 0 or max(occ, default=0) > 1 or not 0 <= alpha <= 1:
        raise ValueError("between 0 and 1")
    w_drug = [w0[0]]
    w_alt = [w0[1]]
    for word, o in zip(schedule, occ):
        w_drug.append(w_drug[-1] + (alpha * (r_drug * (1 - o) - w_drug[-1]) if word == "use" else 0))
        w_alt.append(w_alt[-1] + (alpha * (r_alt - w_alt[-1]) if word == "alt" else 0))
    w_drug, w_alt = np.array(w_drug), np.array(w_alt)
    return w_drug, w_alt, 1 / (1 + np.exp(w_drug - w_alt))


# %% [answer] a weight that cannot fall below zero
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    schedule = list(schedule)
    for word in schedule:
        if word not in ("use", "alt", "rest"):
            raise ValueError(f"unknown word {word}")
    n = len(schedule)
    occ = np.asarray(occ, dtype=float)
    if occ.ndim == 0:
        occ = np.full(n, occ) if n else np.array([float(occ)])
    elif occ.shape != (n,):
        raise ValueError("occ of another length")
    start = np.asarray(w0, dtype=float)
    if start.shape != (2,):
        raise ValueError("w0 must be two numbers")
    for x in (occ, start, alpha, r_drug, r_alt):
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    if np.any(occ < 0) or np.any(occ > 1) or alpha < 0 or alpha > 1:
        raise ValueError("alpha or occ outside 0 to 1")
    wd, wa = [float(start[0])], [float(start[1])]
    for word, o in zip(schedule, occ):
        d, a = wd[-1], wa[-1]
        if word == "use":
            d = max(d + alpha * (r_drug * (1 - o) - d), 0)
        elif word == "alt":
            a = a + alpha * (r_alt - a)
        wd.append(d)
        wa.append(a)
    wd, wa = np.array(wd), np.array(wa)
    return wd, wa, 1 / (1 + np.exp(-(wd - wa)))


# %% [answer] blockade adds to the reward
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    steps = list(schedule)
    if not set(steps) <= {"use", "alt", "rest"}:
        raise ValueError("steps are use, alt or rest")
    occ, start = np.asarray(occ, dtype=float), np.asarray(w0, dtype=float)
    if occ.shape not in ((), (len(steps),)) or start.shape != (2,):
        raise ValueError("occ or w0 has the wrong length")
    if not np.isfinite([*start, alpha, r_drug, r_alt]).all() or not 0 <= alpha <= 1:
        raise ValueError("w0 and rewards finite, alpha in [0, 1]")
    if not ((occ >= 0) & (occ <= 1)).all():
        raise ValueError("occ in [0, 1]")
    path = [start]
    for step, o in zip(steps, np.broadcast_to(occ, len(steps))):
        aim = {"use": np.array([r_drug * (1 + o), np.nan]), "alt": np.array([np.nan, r_alt]), "rest": np.array([np.nan, np.nan])}[step]
        path.append(path[-1] + alpha * np.nan_to_num(aim - path[-1]))
    drug, alt = np.array(path).T
    return drug, alt, 1 / (1 + np.exp(-(drug - alt)))


# %% [answer] the choice in per cent
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong unit
def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    n = len(schedule)
    o = np.array(occ, dtype=float)
    if o.ndim > 1 or (o.ndim == 1 and o.size != n):
        raise ValueError("occ must be one number or as many as steps")
    if not np.isfinite(o).all() or (o < 0).any() or (o > 1).any():
        raise ValueError("occ must be from 0 to 1")
    o = o * np.ones(n)
    if len(w0) != 2 or not np.isfinite([w0[0], w0[1], alpha, r_drug, r_alt]).all():
        raise ValueError("w0 must be two numbers, everything finite")
    if alpha < 0 or alpha > 1:
        raise ValueError("alpha must be from 0 to 1")
    w_drug, w_alt = np.full(n + 1, w0[0], dtype=float), np.full(n + 1, w0[1], dtype=float)
    for i in range(n):
        if schedule[i] == "use":
            w_drug[i + 1 :] = w_drug[i] + alpha * (r_drug * (1 - o[i]) - w_drug[i])
        elif schedule[i] == "alt":
            w_alt[i + 1 :] = w_alt[i] + alpha * (r_alt - w_alt[i])
        elif schedule[i] != "rest":
            raise ValueError("only use, alt and rest")
    return w_drug, w_alt, 100 / (1 + np.exp(w_alt - w_drug))


# %% [answer] one dictionary a step
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
import math


def two_pathways(schedule, occ, alpha, r_drug, r_alt, w0=(0.0, 0.0)):
    blocked = [occ] * len(schedule) if np.ndim(occ) == 0 else list(occ)
    if len(blocked) != len(schedule) or any(not 0 <= o <= 1 for o in [*blocked, alpha]):
        raise ValueError("occ and alpha in [0, 1], one occ a step")
    if not all(map(math.isfinite, (r_drug, r_alt, *w0))) or len(w0) != 2:
        raise ValueError("finite rewards, two finite weights")
    drug, alt = w0
    diary = [{"w_drug": drug, "w_alt": alt, "p_use": 1 / (1 + math.exp(alt - drug))}]
    for word, o in zip(schedule, blocked):
        if word not in ("use", "alt", "rest"):
            raise ValueError(f"{word!r} is no step")
        drug += alpha * (r_drug * (1 - o) - drug) * (word == "use")
        alt += alpha * (r_alt - alt) * (word == "alt")
        diary.append({"w_drug": drug, "w_alt": alt, "p_use": 1 / (1 + math.exp(alt - drug))})
    return diary
