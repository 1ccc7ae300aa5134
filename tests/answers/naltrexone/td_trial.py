# %% [answer] slices
# kind: right
# marks: 10
# says: ""
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.array(v, dtype=float), np.array(rewards, dtype=float)
    d = np.zeros(r.size) if drug is None else np.array(drug, dtype=float)
    for x in (v, r, d, np.array([alpha, gamma, occ], dtype=float)):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if r.size == 0 or v.size != r.size + 1 or v[-1] != 0 or d.shape != r.shape or (d < 0).any():
        raise ValueError("v must be one longer than rewards and end in 0; drug as long as rewards, at least 0")
    if not (0 <= alpha <= 1 and 0 <= gamma <= 1 and 0 <= occ <= 1):
        raise ValueError("alpha, gamma and occ must lie in [0, 1]")
    delta = r + gamma * v[1:] - v[:-1]
    own = d * (1 - occ)
    acts = own > 0
    delta[acts] = np.maximum(delta[acts] + own[acts], own[acts])
    new = v.copy()
    new[int(bool(clamp_first)) : -1] += alpha * delta[int(bool(clamp_first)) :]
    return delta, new


# %% [answer] step by step in plain lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, rewards = [float(x) for x in v], [float(x) for x in rewards]
    drug = [0.0] * len(rewards) if drug is None else [float(x) for x in drug]
    if not rewards or len(v) != len(rewards) + 1 or len(drug) != len(rewards):
        raise ValueError("the lists do not fit together")
    if not all(math.isfinite(x) for x in v + rewards + drug) or v[-1] != 0 or min(drug) < 0:
        raise ValueError("v must end in 0, drug be at least 0, everything finite")
    for rate in (alpha, gamma, occ):
        if not 0 <= rate <= 1:
            raise ValueError("alpha, gamma and occ in [0, 1]")
    delta = []
    for t, r in enumerate(rewards):
        error = r + gamma * v[t + 1] - v[t]
        extra = drug[t] * (1 - occ)
        delta.append(max(error + extra, extra) if extra > 0 else error)
    after = [old + alpha * error for old, error in zip(v, delta)] + [0.0]
    if clamp_first:
        after[0] = v[0]
    return delta, after


# %% [answer] a matrix of successors
# kind: right
# marks: 10
# says: ""
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.asarray(v, float), np.asarray(rewards, float)
    steps = len(r)
    extra = np.zeros(steps) if drug is None else np.asarray(drug, float)
    scalars = np.asarray([alpha, gamma, occ], float)
    if steps < 1 or v.shape != (steps + 1,) or extra.shape != (steps,):
        raise ValueError("shapes")
    if not (np.isfinite(v).all() and np.isfinite(r).all() and np.isfinite(extra).all()):
        raise ValueError("finite")
    if v[-1] or (extra < 0).any() or not ((scalars >= 0) & (scalars <= 1)).all():
        raise ValueError("range")
    ahead = gamma * np.eye(steps, steps + 1, k=1) - np.eye(steps, steps + 1)
    world = r + ahead @ v
    extra = extra * (1 - occ)
    delta = np.where(extra > 0, extra + np.maximum(world, 0), world)
    learns = np.ones(steps)
    learns[0] = 0.0 if clamp_first else 1.0
    return delta, v + np.append(alpha * learns * delta, 0.0)


# %% [answer] backwards, in place
# kind: mistake
# marks: 5
# says: "chase each other within one trial"
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    new, r = np.array(v, float), np.asarray(rewards, float)
    d = np.zeros(r.size) if drug is None else np.asarray(drug, float) * (1 - occ)
    delta = np.zeros(r.size)
    for t in range(r.size - 1, -1, -1):
        delta[t] = r[t] + gamma * new[t + 1] - new[t]
        if d[t] > 0:
            delta[t] = max(delta[t] + d[t], d[t])
        if t or not clamp_first:
            new[t] += alpha * delta[t]
    return delta, new


# %% [answer] the sign of omission
# kind: mistake
# marks: 5
# says: "the wrong sign, or none"
# written: with the solution
# shows: slipped sign
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.array(v, float), np.asarray(rewards, float)
    delta = v[:-1] - r - gamma * v[1:]
    new = v.copy()
    new[:-1] -= alpha * delta
    if clamp_first:
        new[0] = v[0]
    return delta, new


# %% [answer] size of the error only
# kind: mistake
# marks: 5
# says: "the wrong sign, or none"
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.array(v, float), np.asarray(rewards, float)
    delta = np.abs(r + gamma * v[1:] - v[:-1])
    new = v.copy()
    new[:-1] += alpha * delta
    if clamp_first:
        new[0] = v[0]
    return delta, new


# %% [answer] the maximum everywhere
# kind: mistake
# marks: 5
# says: "negative errors are gone"
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.array(v, float), np.asarray(rewards, float)
    d = np.zeros(r.size) if drug is None else np.asarray(drug, float) * (1 - occ)
    delta = np.maximum(r + gamma * v[1:] - v[:-1] + d, d)
    new = v.copy()
    new[:-1] += alpha * delta
    if clamp_first:
        new[0] = v[0]
    return delta, new


# %% [answer] the antagonist forgotten
# kind: mistake
# marks: 6
# says: "Your antagonist changes nothing"
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.array(v, float), np.array(rewards, float)
    d = np.zeros(r.size) if drug is None else np.array(drug, float)
    if r.size == 0 or v.size != r.size + 1 or v[-1] != 0 or d.shape != r.shape or (d < 0).any() or not np.isfinite(np.concatenate([v, r, d])).all():
        raise ValueError("lists that do not fit")
    if not (0 <= alpha <= 1 and 0 <= gamma <= 1 and 0 <= occ <= 1):
        raise ValueError("range")
    world = r + gamma * v[1:] - v[:-1]
    delta = np.where(d > 0, np.maximum(world + d, d), world)
    new = v.copy()
    new[:-1] += alpha * delta
    if clamp_first:
        new[0] = v[0]
    return delta, new


# %% [answer] the discount on reward and future alike
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.array(v, float), np.array(rewards, float)
    d = np.zeros(r.size) if drug is None else np.array(drug, float) * (1 - occ)
    if r.size == 0 or v.size != r.size + 1 or v[-1] != 0 or d.shape != r.shape or (d < 0).any() or not np.isfinite(np.concatenate([v, r, d])).all():
        raise ValueError("lists that do not fit")
    if not (0 <= alpha <= 1 and 0 <= gamma <= 1 and 0 <= occ <= 1):
        raise ValueError("range")
    world = gamma * (r + v[1:]) - v[:-1]
    delta = np.where(d > 0, np.maximum(world + d, d), world)
    new = v.copy()
    new[:-1] += alpha * delta
    if clamp_first:
        new[0] = v[0]
    return delta, new


# %% [answer] the clamp ignored
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.array(v, float), np.array(rewards, float)
    d = np.zeros(r.size) if drug is None else np.array(drug, float) * (1 - occ)
    if r.size == 0 or v.size != r.size + 1 or v[-1] != 0 or d.shape != r.shape or (d < 0).any() or not np.isfinite(np.concatenate([v, r, d])).all():
        raise ValueError("lists that do not fit")
    if not (0 <= alpha <= 1 and 0 <= gamma <= 1 and 0 <= occ <= 1):
        raise ValueError("range")
    world = r + gamma * v[1:] - v[:-1]
    delta = np.where(d > 0, np.maximum(world + d, d), world)
    new = v.copy()
    new[:-1] += alpha * delta
    return delta, new


# %% [answer] errors alone
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.asarray(v, float), np.asarray(rewards, float)
    return r + gamma * v[1:] - v[:-1]


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: shifted arrays and np.where
# kind: right
# marks: 10
# says: ""
# written: blind
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v = np.asarray(v, dtype=float)
    r = np.asarray(rewards, dtype=float)
    if r.ndim != 1 or v.ndim != 1 or r.size < 1:
        raise ValueError("at least one step")
    if v.size != r.size + 1:
        raise ValueError("one value more than rewards")
    d = np.zeros(r.size) if drug is None else np.asarray(drug, dtype=float)
    if d.shape != r.shape:
        raise ValueError("drug of another length")
    for x in (v, r, d, alpha, gamma, occ):
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    if v[-1] != 0:
        raise ValueError("the end is worth 0")
    if np.any(d < 0):
        raise ValueError("drug below 0")
    for x in (alpha, gamma, occ):
        if x < 0 or x > 1:
            raise ValueError("outside 0 to 1")
    world = r + gamma * v[1:] - v[:-1]
    d_eff = d * (1 - occ)
    delta = np.where(d_eff > 0, np.maximum(world + d_eff, d_eff), world)
    v_new = v.copy()
    v_new[:-1] += alpha * delta
    if clamp_first:
        v_new[0] = v[0]
    return delta, v_new


# %% [answer] blind: a loop over the steps with plain lists
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
from math import isfinite


def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v = [float(x) for x in v]
    rewards = [float(x) for x in rewards]
    T = len(rewards)
    drug = [0.0] * T if drug is None else [float(x) for x in drug]
    if T == 0:
        raise ValueError("no step")
    if len(v) != T + 1 or len(drug) != T:
        raise ValueError("lengths")
    if not all(isfinite(x) for x in v + rewards + drug + [alpha, gamma, occ]):
        raise ValueError("NaN or infinity")
    if v[T] != 0:
        raise ValueError("v[-1] must be 0")
    if min(drug) < 0:
        raise ValueError("drug")
    if not (0 <= alpha <= 1 and 0 <= gamma <= 1 and 0 <= occ <= 1):
        raise ValueError("outside [0, 1]")
    errors = []
    after = list(v)
    for t in range(T):
        e = rewards[t] + gamma * v[t + 1] - v[t]
        left = drug[t] * (1 - occ)
        if left > 0:
            e = max(e + left, left)
        errors.append(e)
        if t > 0 or not clamp_first:
            after[t] = v[t] + alpha * e
    return np.array(errors), np.array(after)


# %% [answer] blind: the error as a matrix times the values, the drug as a floor of the world's error
# kind: right
# marks: 10
# says: ""
# written: blind
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    def vector(x, what):
        x = np.array(x, dtype=float)
        if x.ndim != 1:
            raise ValueError(what + " must be a list")
        if not np.isfinite(x).all():
            raise ValueError(what + " must be finite")
        return x

    def fraction(x, what):
        x = float(x)
        if not 0.0 <= x <= 1.0:
            raise ValueError(what + " must lie between 0 and 1")
        return x

    v, rewards = vector(v, "v"), vector(rewards, "rewards")
    alpha, gamma, occ = fraction(alpha, "alpha"), fraction(gamma, "gamma"), fraction(occ, "occ")
    steps = len(rewards)
    if steps == 0 or len(v) != steps + 1 or v[-1] != 0:
        raise ValueError("v and rewards do not fit")
    step_matrix = gamma * np.eye(steps, steps + 1, k=1) - np.eye(steps, steps + 1)
    delta = rewards + step_matrix @ v
    if drug is not None:
        drug = vector(drug, "drug")
        if len(drug) != steps or (drug < 0).any():
            raise ValueError("drug")
        effective = (1 - occ) * drug
        on = effective > 0
        # max(world + D, D) is D on top of a world that is not below 0
        delta[on] = np.clip(delta[on], 0, None) + effective[on]
    learns = np.ones(steps)
    if clamp_first:
        learns[0] = 0.0
    v_new = v + np.concatenate([alpha * learns * delta, [0.0]])
    return delta, v_new


# %% [answer] blind: learns as it goes: later errors see changed values, backwards through the trial
# kind: mistake
# marks: 5
# says: "Your values chase each other within one trial"
# written: blind
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v = np.array(v, dtype=float)
    r = np.array(rewards, dtype=float)
    T = len(r)
    d = np.zeros(T) if drug is None else np.array(drug, dtype=float) * (1 - occ)
    if T < 1 or len(v) != T + 1 or len(d) != T or v[-1] != 0 or np.any(d < 0):
        raise ValueError("bad input")
    for x in (v, r, d, alpha, gamma, occ):
        if not np.isfinite(x).all():
            raise ValueError("NaN or infinity")
    if not (0 <= alpha <= 1 and 0 <= gamma <= 1 and 0 <= occ <= 1):
        raise ValueError("outside [0, 1]")
    delta = np.zeros(T)
    for t in range(T - 1, -1, -1):
        e = r[t] + gamma * v[t + 1] - v[t]
        if d[t] > 0:
            e = max(e + d[t], d[t])
        delta[t] = e
        if t > 0 or not clamp_first:
            v[t] += alpha * e
    return delta, v


# %% [answer] blind: the drug is a reward like any other, blockade weakens the natural reward too
# kind: wrong
# marks: 7
# says: ""
# written: blind
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v = np.asarray(v, float)
    r = np.asarray(rewards, float)
    if drug is None:
        drug = np.zeros(len(r))
    drug = np.asarray(drug, float)
    if len(r) == 0 or len(v) != len(r) + 1 or len(drug) != len(r) or v[-1] != 0:
        raise ValueError
    if not np.isfinite(v).all() or not np.isfinite(r).all() or not np.isfinite(drug).all():
        raise ValueError
    if (drug < 0).any() or not 0 <= alpha <= 1 or not 0 <= gamma <= 1 or not 0 <= occ <= 1:
        raise ValueError
    delta = (r + drug) * (1 - occ) + gamma * v[1:] - v[:-1]
    v_new = v.copy()
    v_new[:-1] += alpha * delta
    if clamp_first:
        v_new[0] = v[0]
    return delta, v_new


# %% [answer] blind: the floor holds on every step of a drugged trial, v is changed in place, the clamp hides the error
# kind: wrong
# marks: 0
# says: ""
# written: blind
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v = np.asarray(v, dtype=float)
    rewards = np.asarray(rewards, dtype=float)
    if len(v) != len(rewards) + 1 or v[-1] != 0:
        raise ValueError("v")
    if alpha < 0 or alpha > 1 or gamma < 0 or gamma > 1 or occ < 0 or occ > 1:
        raise ValueError("alpha, gamma or occ")
    delta = rewards + gamma * v[1:] - v[:-1]
    if drug is not None:
        d = np.asarray(drug, dtype=float) * (1 - occ)
        delta = np.maximum(delta + d, d)
    if clamp_first:
        delta[0] = 0
    v[:-1] += alpha * delta
    return delta, v


# %% [answer] a clamped start that reports no error
# kind: mistake
# marks: 6
# says: "Your clamped start reports no error"
# written: with the solution
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v = np.asarray(v, dtype=float)
    r = np.asarray(rewards, dtype=float)
    if r.ndim != 1 or v.ndim != 1 or r.size < 1:
        raise ValueError("at least one step")
    if v.size != r.size + 1:
        raise ValueError("one value more than rewards")
    d = np.zeros(r.size) if drug is None else np.asarray(drug, dtype=float)
    if d.shape != r.shape:
        raise ValueError("drug of another length")
    for x in (v, r, d, alpha, gamma, occ):
        if not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
    if v[-1] != 0:
        raise ValueError("the end is worth 0")
    if np.any(d < 0):
        raise ValueError("drug below 0")
    for x in (alpha, gamma, occ):
        if x < 0 or x > 1:
            raise ValueError("outside 0 to 1")
    world = r + gamma * v[1:] - v[:-1]
    d_eff = d * (1 - occ)
    delta = np.where(d_eff > 0, np.maximum(world + d_eff, d_eff), world)
    v_new = v.copy()
    v_new[:-1] += alpha * delta
    if clamp_first:
        delta[0] = 0
        v_new[0] = v[0]
    return delta, v_new


# %% [answer] one trial of a training
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.prediction_error import td_training


def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    many = td_training(1, v, rewards, alpha, gamma, drug=drug, occ=occ, clamp_first=clamp_first)
    return many.delta[0], many.v[1]


# %% [answer] the private helper of the model
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.prediction_error import _errors, _trial


def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    values, reward, added = _trial(v, rewards, drug, occ)
    delta = _errors(values, reward, added, gamma)
    new = values.copy()
    new[int(clamp_first) : -1] += alpha * delta[int(clamp_first) :]
    return delta, new


# %% [answer] a list of pairs, one a step
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, r = np.asarray(v, dtype=float), np.asarray(rewards, dtype=float)
    own = np.zeros_like(r) if drug is None else np.asarray(drug, dtype=float)
    if r.size == 0 or v.size != r.size + 1 or own.size != r.size:
        raise ValueError("v one longer than rewards, drug as long")
    if not np.isfinite(np.concatenate([v, r, own, [alpha, gamma, occ]])).all() or v[-1] != 0 or own.min() < 0:
        raise ValueError("finite numbers, an end of 0, a drug of at least 0")
    if any(not 0 <= x <= 1 for x in (alpha, gamma, occ)):
        raise ValueError("alpha, gamma and occ from 0 to 1")
    own = own * (1 - occ)
    steps = []
    for t in range(r.size):
        delta = r[t] + gamma * v[t + 1] - v[t]
        if own[t] > 0:
            delta = max(delta + own[t], own[t])
        learned = v[t] if clamp_first and t == 0 else v[t] + alpha * delta
        steps.append((float(delta), float(learned)))
    return steps


# %% [answer] errors and values by name
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    values = np.array(v, dtype=float)
    reward = np.array(rewards, dtype=float)
    extra = np.array(drug if drug is not None else [0.0] * reward.size, dtype=float)
    if not reward.size or values.shape != (reward.size + 1,) or extra.shape != reward.shape:
        raise ValueError("lengths")
    if not all(np.isfinite(x).all() for x in (values, reward, extra, [alpha, gamma, occ])):
        raise ValueError("not finite")
    if values[-1] or (extra < 0).any() or min(alpha, gamma, occ) < 0 or max(alpha, gamma, occ) > 1:
        raise ValueError("out of range")
    extra *= 1 - occ
    delta = reward + gamma * values[1:] - values[:-1]
    delta = np.where(extra > 0, extra + np.maximum(delta, 0), delta)
    values[clamp_first:-1] += alpha * delta[clamp_first:]
    return {"delta": delta, "v_new": values}


# %% [answer] occupancy in per cent
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong unit
def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, rewards = np.asarray(v, dtype=float), np.asarray(rewards, dtype=float)
    drug = np.zeros(rewards.shape) if drug is None else np.asarray(drug, dtype=float)
    if rewards.size < 1 or v.size != rewards.size + 1 or drug.size != rewards.size:
        raise ValueError("v, rewards and drug do not fit together")
    for x in (v, rewards, drug, alpha, gamma, occ):
        if not np.isfinite(x).all():
            raise ValueError("NaN or infinity")
    if v[-1] != 0 or (drug < 0).any():
        raise ValueError("v must end in 0, and no drug is negative")
    if not (0 <= alpha <= 1 and 0 <= gamma <= 1 and 0 <= occ <= 100):
        raise ValueError("alpha and gamma from 0 to 1, occ from 0 to 100 %")
    reaches = drug * (100 - occ) / 100
    world = rewards - v[:-1] + gamma * v[1:]
    delta = np.where(reaches > 0, np.maximum(world + reaches, reaches), world)
    after = v + alpha * np.append(delta, 0)
    if clamp_first:
        after[0] = v[0]
    return delta, after


# %% [answer] the value of now added and not taken away
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: slipped sign
def _refuse_unless(ok, what):
    if not ok:
        raise ValueError(what)


def td_trial(v, rewards, alpha, gamma, drug=None, occ=0.0, clamp_first=True):
    v, rewards = [float(x) for x in v], [float(x) for x in rewards]
    drug = [0.0] * len(rewards) if drug is None else [float(x) for x in drug]
    _refuse_unless(rewards and len(v) == len(rewards) + 1 == len(drug) + 1, "lengths")
    _refuse_unless(np.isfinite([*v, *rewards, *drug]).all(), "finite numbers")
    _refuse_unless(v[-1] == 0 and min(drug) >= 0, "an end of 0, and no negative drug")
    _refuse_unless(all(0 <= x <= 1 for x in (alpha, gamma, occ)), "fractions from 0 to 1")
    delta = []
    for now, then, reward, part in zip(v, v[1:], rewards, drug):
        error = reward + gamma * then + now
        part *= 1 - occ
        delta.append(max(error + part, part) if part > 0 else error)
    v_new = [now + alpha * error for now, error in zip(v, delta)] + [0.0]
    if clamp_first:
        v_new[0] = v[0]
    return np.array(delta), np.array(v_new)
