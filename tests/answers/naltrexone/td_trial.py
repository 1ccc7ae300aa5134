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
