# %% [answer] row by row with a dot product
# kind: right
# marks: 10
# says: ""
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.array(trials, dtype=float)
    if x.ndim != 2 or not np.isin(x, (0, 1)).all():
        raise ValueError("trials must be a table of 0 and 1")
    n, cues = x.shape
    filled = []
    for name, value, size in (("alpha", alpha, cues), ("lam", lam, n), ("v0", v0, cues)):
        value = np.array(value, dtype=float)
        if not np.isfinite(value).all() or (value.ndim and value.shape != (size,)):
            raise ValueError(f"{name} must be one finite number, or {size} of them")
        filled.append(np.broadcast_to(value, (size,)))
    a, lams, v = filled
    if (a < 0).any() or (a > 1).any() or not 0 <= beta <= 1:
        raise ValueError("alpha and beta must lie in [0, 1]")
    rows = [v]
    for present, target in zip(x, lams):
        v = v + a * beta * present * (target - present @ v)
        rows.append(v)
    return np.array(rows)


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in (n_alone, n_together):
        if not np.isfinite(n) or n < 0 or n != int(n):
            raise ValueError("numbers of trials must be whole and at least 0")
    if not np.isfinite(lam) or not 0 <= alpha <= 1:
        raise ValueError("lam must be finite, alpha in [0, 1]")
    found = []
    for alone in (int(n_alone), 0):
        table = np.array([[1, 0]] * alone + [[1, 1]] * int(n_together)).reshape(-1, 2)
        found.append(float(rescorla_wagner(table, alpha, beta, lam, 0.0)[-1][1]))
    return tuple(found)


# %% [answer] pure Python, nested lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def _spread(value, count, low, high):
    values = [float(value)] * count if np.ndim(value) == 0 else [float(one) for one in value]
    if len(values) != count or (np.ndim(value) == 0 and not math.isfinite(value)):
        raise ValueError(f"one number or {count} of them")
    if not all(math.isfinite(one) and low <= one <= high for one in values):
        raise ValueError(f"between {low} and {high}")
    return values


def rescorla_wagner(trials, alpha, beta, lam, v0):
    if np.ndim(trials) != 2:
        raise ValueError("trials must have rows and columns")
    n, cues = np.shape(trials)
    for row in trials:
        if any(cell not in (0, 1) for cell in row):
            raise ValueError("trials must hold 0 and 1")
    a = _spread(alpha, cues, 0, 1)
    if np.ndim(alpha) == 0 and not 0 <= alpha <= 1:
        raise ValueError("alpha in [0, 1]")
    if not 0 <= beta <= 1:
        raise ValueError("beta in [0, 1]")
    outcome = _spread(lam, n, -math.inf, math.inf)
    history = [_spread(v0, cues, -math.inf, math.inf)]
    for i in range(n):
        now = history[-1]
        missing = outcome[i] - sum(now[c] for c in range(cues) if trials[i][c])
        history.append([now[c] + a[c] * beta * missing if trials[i][c] else now[c] for c in range(cues)])
    return history


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in (n_alone, n_together):
        if not (0 <= n < math.inf) or n != math.floor(n):
            raise ValueError("numbers of trials must be whole and at least 0")
    if not (0 <= alpha <= 1 and 0 <= beta <= 1 and math.isfinite(lam)):
        raise ValueError("alpha and beta in [0, 1], lam finite")
    second = []
    for before in (n_alone, 0):
        a = b = 0.0
        for _ in range(int(before)):
            a += alpha * beta * (lam - a)
        for _ in range(int(n_together)):
            step = alpha * beta * (lam - a - b)
            a, b = a + step, b + step
        second.append(b)
    return second


# %% [answer] the whole update as one matrix a trial
# kind: right
# marks: 10
# says: ""
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    table = np.asarray(trials, dtype=float)
    if table.ndim != 2 or not ((table == 0) | (table == 1)).all():
        raise ValueError("trials must be two-dimensional and hold 0 and 1")
    if not (0 <= beta <= 1) or not np.all(np.isfinite(np.asarray(lam, float))) or not np.all(np.isfinite(np.asarray(v0, float))):
        raise ValueError("beta in [0, 1], lam and v0 finite")
    if not np.all((np.asarray(alpha, float) >= 0) & (np.asarray(alpha, float) <= 1)):
        raise ValueError("alpha in [0, 1]")
    n, cues = table.shape
    for value, size in ((alpha, cues), (v0, cues), (lam, n)):
        if np.ndim(value) and len(value) != size:
            raise ValueError(f"expected {size} numbers")
    rate = np.diag(np.ones(cues) * np.asarray(alpha, float) * beta)
    lams = np.ones(n) * np.asarray(lam, float)
    history = np.zeros((n + 1, cues))
    history[0] = v0
    for i, x in enumerate(table):
        history[i + 1] = (np.eye(cues) - rate @ np.outer(x, x)) @ history[i] + rate @ x * lams[i]
    return history


def blocking(n_alone, n_together, alpha, beta, lam):
    numbers = np.array([n_alone, n_together, alpha, beta, lam], dtype=float)
    if not np.isfinite(numbers).all() or (numbers[:2] < 0).any() or (numbers[:2] % 1).any():
        raise ValueError("whole numbers of trials, everything finite")
    if not ((numbers[2:4] >= 0) & (numbers[2:4] <= 1)).all():
        raise ValueError("alpha and beta in [0, 1]")
    rate = alpha * beta
    control = lam / 2 * (1 - (1 - 2 * rate) ** n_together)
    return control * (1 - rate) ** n_alone, control


# %% [answer] every cue its own error
# kind: mistake
# marks: 5
# says: "as if it were alone"
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials, dtype=float)
    if x.ndim != 2 or not np.isin(x, (0, 1)).all():
        raise ValueError("trials must be a table of 0 and 1")
    n, cues = x.shape
    a, lams = np.broadcast_to(np.asarray(alpha, float), (cues,)), np.broadcast_to(np.asarray(lam, float), (n,))
    if (a < 0).any() or (a > 1).any() or not 0 <= beta <= 1:
        raise ValueError("out of range")
    v = np.array(np.broadcast_to(np.asarray(v0, float), (cues,)))
    rows = [v]
    for present, target in zip(x, lams):
        v = v + a * beta * present * (target - v)
        rows.append(v)
    return np.array(rows)


def blocking(n_alone, n_together, alpha, beta, lam):
    both = [[1, 1]] * int(n_together)
    trained = rescorla_wagner([[1, 0]] * int(n_alone) + both, alpha, beta, lam, 0.0)
    return float(trained[-1][1]), float(rescorla_wagner(both, alpha, beta, lam, 0.0)[-1][1])


# %% [answer] absent cues counted in the sum
# kind: mistake
# marks: 5
# says: "counts cues that were not there"
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials, dtype=float)
    n, cues = x.shape
    a, lams = np.broadcast_to(np.asarray(alpha, float), (cues,)), np.broadcast_to(np.asarray(lam, float), (n,))
    v = np.array(np.broadcast_to(np.asarray(v0, float), (cues,)))
    rows = [v]
    for present, target in zip(x, lams):
        v = v + a * beta * present * (target - v.sum())
        rows.append(v)
    return np.array(rows)


def blocking(n_alone, n_together, alpha, beta, lam):
    both = [[1, 1]] * int(n_together)
    trained = rescorla_wagner([[1, 0]] * int(n_alone) + both, alpha, beta, lam, 0.0)
    return float(trained[-1][1]), float(rescorla_wagner(both, alpha, beta, lam, 0.0)[-1][1])


# %% [answer] absent cues learn too
# kind: mistake
# marks: 4
# says: "absent cues learn too"
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials, dtype=float)
    n, cues = x.shape
    a, lams = np.broadcast_to(np.asarray(alpha, float), (cues,)), np.broadcast_to(np.asarray(lam, float), (n,))
    v = np.array(np.broadcast_to(np.asarray(v0, float), (cues,)))
    rows = [v]
    for present, target in zip(x, lams):
        v = v + a * beta * (target - present @ v)
        rows.append(v)
    return np.array(rows)


def blocking(n_alone, n_together, alpha, beta, lam):
    both = [[1, 1]] * int(n_together)
    trained = rescorla_wagner([[1, 0]] * int(n_alone) + both, alpha, beta, lam, 0.0)
    return float(trained[-1][1]), float(rescorla_wagner(both, alpha, beta, lam, 0.0)[-1][1])


# %% [answer] one cue after the other
# kind: mistake
# marks: 6
# says: "Within one trial your second cue"
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials, dtype=float)
    if x.ndim != 2 or not np.isin(x, (0, 1)).all():
        raise ValueError("trials must be a table of 0 and 1")
    n, cues = x.shape
    a, lams = np.broadcast_to(np.asarray(alpha, float), (cues,)), np.broadcast_to(np.asarray(lam, float), (n,))
    history = np.zeros((n + 1, cues))
    history[0] = v0
    for i in range(n):
        history[i + 1] = history[i]
        for c in range(cues):
            history[i + 1, c] += a[c] * beta * x[i, c] * (lams[i] - x[i] @ history[i + 1])
    return history


def blocking(n_alone, n_together, alpha, beta, lam):
    both = [[1, 1]] * int(n_together)
    trained = rescorla_wagner([[1, 0]] * int(n_alone) + both, alpha, beta, lam, 0.0)
    return float(trained[-1][1]), float(rescorla_wagner(both, alpha, beta, lam, 0.0)[-1][1])


# %% [answer] the sign of the error turned round
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials, dtype=float)
    n, cues = x.shape
    a, lams = np.broadcast_to(np.asarray(alpha, float), (cues,)), np.broadcast_to(np.asarray(lam, float), (n,))
    v = np.array(np.broadcast_to(np.asarray(v0, float), (cues,)))
    rows = [v]
    for present, target in zip(x, lams):
        v = v + a * beta * present * (present @ v - target)
        rows.append(v)
    return np.array(rows)


def blocking(n_alone, n_together, alpha, beta, lam):
    both = [[1, 1]] * int(n_together)
    trained = rescorla_wagner([[1, 0]] * int(n_alone) + both, alpha, beta, lam, 0.0)
    return float(trained[-1][1]), float(rescorla_wagner(both, alpha, beta, lam, 0.0)[-1][1])


# %% [answer] only the last row
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials, dtype=float)
    n, cues = x.shape
    a, lams = np.broadcast_to(np.asarray(alpha, float), (cues,)), np.broadcast_to(np.asarray(lam, float), (n,))
    v = np.array(np.broadcast_to(np.asarray(v0, float), (cues,)))
    for present, target in zip(x, lams):
        v = v + a * beta * present * (target - present @ v)
    return v


def blocking(n_alone, n_together, alpha, beta, lam):
    both = [[1, 1]] * int(n_together)
    trained = rescorla_wagner([[1, 0]] * int(n_alone) + both, alpha, beta, lam, 0.0)
    return float(trained[-1][1]), float(rescorla_wagner(both, alpha, beta, lam, 0.0)[-1][1])


# %% [answer] right, and refuses nothing
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials, dtype=float)
    n, cues = x.shape
    a, lams = np.ones(cues) * alpha, np.ones(n) * lam
    rows = [np.ones(cues) * v0]
    for present, target in zip(x, lams):
        rows.append(rows[-1] + a * beta * present * (target - present @ rows[-1]))
    return np.array(rows)


def blocking(n_alone, n_together, alpha, beta, lam):
    both = [[1, 1]] * int(n_together)
    trained = rescorla_wagner([[1, 0]] * int(n_alone) + both, alpha, beta, lam, 0.0)
    return float(trained[-1][1]), float(rescorla_wagner(both, alpha, beta, lam, 0.0)[-1][1])


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    # YOUR CODE HERE
    raise NotImplementedError()


def blocking(n_alone, n_together, alpha, beta, lam):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] the control has the trials alone as well
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.array(trials, dtype=float)
    if x.ndim != 2 or not np.isin(x, (0, 1)).all():
        raise ValueError("trials must be a table of 0 and 1")
    n, cues = x.shape
    filled = []
    for name, value, size in (("alpha", alpha, cues), ("lam", lam, n), ("v0", v0, cues)):
        value = np.array(value, dtype=float)
        if not np.isfinite(value).all() or (value.ndim and value.shape != (size,)):
            raise ValueError(f"{name} must be one finite number, or {size} of them")
        filled.append(np.broadcast_to(value, (size,)))
    a, lams, v = filled
    if (a < 0).any() or (a > 1).any() or not 0 <= beta <= 1:
        raise ValueError("alpha and beta must lie in [0, 1]")
    rows = [v]
    for present, target in zip(x, lams):
        v = v + a * beta * present * (target - present @ v)
        rows.append(v)
    return np.array(rows)


def blocking(n_alone, n_together, alpha, beta, lam):
    if n_alone < 0 or n_together < 0 or n_alone % 1 or n_together % 1 or not 0 <= alpha <= 1:
        raise ValueError("out of range")
    history = rescorla_wagner([[1, 0]] * int(n_alone) + [[1, 1]] * int(n_together), alpha, beta, lam, 0.0)
    return float(history[-1, 1]), float(history[-1, 0])
