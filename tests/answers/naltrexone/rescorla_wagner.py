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
# shows: loops
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
# shows: slipped sign
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


# %% [answer] blind: row by row with a dot product
# kind: right
# marks: 10
# says: ""
# written: blind
def _per(value, size, name):
    value = np.asarray(value, dtype=float)
    if not np.isfinite(value).all():
        raise ValueError(f"{name}: NaN or infinity")
    if value.ndim == 0:
        return np.full(size, float(value))
    if value.shape != (size,):
        raise ValueError(f"{name}: another length")
    return value.copy()


def rescorla_wagner(trials, alpha, beta, lam, v0):
    table = np.array(trials, dtype=float)
    if table.ndim != 2:
        raise ValueError("trials must be a table")
    if not np.isin(table, [0.0, 1.0]).all():
        raise ValueError("only 0 and 1")
    rows, cues = table.shape
    a = _per(alpha, cues, "alpha")
    target = _per(lam, rows, "lam")
    start = _per(v0, cues, "v0")
    b = np.asarray(beta, dtype=float)
    if b.ndim != 0 or not np.isfinite(b) or b < 0 or b > 1:
        raise ValueError("beta")
    if (a < 0).any() or (a > 1).any():
        raise ValueError("alpha")
    history = np.empty((rows + 1, cues))
    history[0] = start
    for i in range(rows):
        error = target[i] - table[i] @ history[i]
        history[i + 1] = history[i] + a * b * table[i] * error
    return history


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in (n_alone, n_together):
        if not np.isfinite(n) or n < 0 or n != int(n):
            raise ValueError("a number of trials is whole and not negative")
    alone, together = int(n_alone), int(n_together)
    trained = np.array([[1, 0]] * alone + [[1, 1]] * together).reshape(-1, 2)
    control = np.array([[1, 1]] * together).reshape(-1, 2)
    first = rescorla_wagner(trained, alpha, beta, lam, 0.0)
    second = rescorla_wagner(control, alpha, beta, lam, 0.0)
    return float(first[-1, 1]), float(second[-1, 1])


# %% [answer] blind: plain loops over cues, closed form for the experiment
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def rescorla_wagner(trials, alpha, beta, lam, v0):
    arr = np.asarray(trials, dtype=float)
    if arr.ndim != 2:
        raise ValueError("a row a trial and a column a cue")
    n_trials, n_cues = arr.shape

    def spread(x, n):
        if np.ndim(x) == 0:
            values = [float(x)] * n
        else:
            values = [float(y) for y in x]
            if len(values) != n:
                raise ValueError("another length")
        if not all(math.isfinite(y) for y in values) or not np.all(np.isfinite(x)):
            raise ValueError("NaN or infinity")
        return values

    alpha = spread(alpha, n_cues)
    lam = spread(lam, n_trials)
    now = spread(v0, n_cues)
    beta = float(beta)
    if not (0 <= beta <= 1):
        raise ValueError("beta from 0 to 1")
    if any(not (0 <= x <= 1) for x in alpha):
        raise ValueError("alpha from 0 to 1")
    history = [now]
    for i in range(n_trials):
        for j in range(n_cues):
            if arr[i, j] != 0 and arr[i, j] != 1:
                raise ValueError("only 0 and 1")
        total = sum(now[j] for j in range(n_cues) if arr[i, j] == 1)
        surprise = lam[i] - total
        now = [now[j] + alpha[j] * beta * surprise if arr[i, j] == 1 else now[j]
               for j in range(n_cues)]
        history.append(now)
    return np.array(history, dtype=float).reshape(n_trials + 1, n_cues)


def blocking(n_alone, n_together, alpha, beta, lam):
    numbers = [float(x) for x in (n_alone, n_together, alpha, beta, lam)]
    if not all(math.isfinite(x) for x in numbers):
        raise ValueError("NaN or infinity")
    n1, n2, a, b, lam = numbers
    if n1 < 0 or n2 < 0 or n1 % 1 or n2 % 1:
        raise ValueError("whole numbers of trials")
    if not (0 <= a <= 1 and 0 <= b <= 1):
        raise ValueError("alpha or beta")
    gap = lam * (1 - a * b) ** n1
    share = (1 - (1 - 2 * a * b) ** n2) / 2
    return gap * share, lam * share


# %% [answer] blind: each trial as a matrix, the experiment by two running numbers
# kind: right
# marks: 10
# says: ""
# written: blind
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials)
    if x.ndim != 2 or not np.all((x == 0) | (x == 1)):
        raise ValueError("trials: two dimensions of 0 and 1")
    x = x.astype(float)
    m, k = x.shape
    if np.ndim(beta) != 0:
        raise ValueError("beta is one number")
    for name, value, size in (("alpha", alpha, k), ("lam", lam, m), ("v0", v0, k), ("beta", beta, 1)):
        if np.ndim(value) > 1 or (np.ndim(value) == 1 and len(value) != size):
            raise ValueError(name + ": another length")
        if not np.all(np.isfinite(np.asarray(value, dtype=float))):
            raise ValueError(name + ": NaN or infinity")
    alpha = np.broadcast_to(np.asarray(alpha, float), (k,))
    lam = np.broadcast_to(np.asarray(lam, float), (m,))
    v = np.broadcast_to(np.asarray(v0, float), (k,))
    if np.any(alpha < 0) or np.any(alpha > 1) or beta < 0 or beta > 1:
        raise ValueError("alpha or beta outside 0 to 1")
    rows = [v]
    for here, aim in zip(x, lam):
        rate = alpha * beta * here
        v = (np.eye(k) - np.outer(rate, here)) @ v + rate * aim
        rows.append(v)
    return np.vstack(rows)


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in (n_alone, n_together):
        if not np.isfinite(n) or n < 0 or n != np.floor(n):
            raise ValueError("number of trials")
    for rate in (alpha, beta):
        if not np.isfinite(rate) or not 0 <= rate <= 1:
            raise ValueError("alpha or beta")
    if not np.isfinite(lam):
        raise ValueError("lam")

    def run(n_before):
        bell = light = 0.0
        for _ in range(int(n_before)):
            bell += alpha * beta * (lam - bell)
        for _ in range(int(n_together)):
            error = lam - (bell + light)
            bell, light = bell + alpha * beta * error, light + alpha * beta * error
        return float(light)

    return run(n_alone), run(0)


# %% [answer] blind: every cue has an error of its own
# kind: mistake
# marks: 5
# says: "Each of your cues learns as if it were alone"
# written: blind
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.asarray(trials, float)
    if x.ndim != 2 or not np.isin(x, [0, 1]).all():
        raise ValueError
    for y, n in ((alpha, x.shape[1]), (lam, x.shape[0]), (v0, x.shape[1])):
        if not np.isfinite(y).all():
            raise ValueError
        if np.ndim(y) and len(y) != n:
            raise ValueError
    if not np.isfinite(beta) or not 0 <= beta <= 1 or np.any(np.array(alpha) < 0) or np.any(np.array(alpha) > 1):
        raise ValueError
    lam = np.broadcast_to(lam, x.shape[0])
    h = np.zeros((x.shape[0] + 1, x.shape[1]))
    h[0] = v0
    for i in range(x.shape[0]):
        h[i + 1] = h[i] + np.asarray(alpha) * beta * x[i] * (lam[i] - h[i])
    return h


def blocking(n_alone, n_together, alpha, beta, lam):
    if n_alone < 0 or n_together < 0 or n_alone != int(n_alone) or n_together != int(n_together):
        raise ValueError
    a = rescorla_wagner(np.array([[1, 0]] * int(n_alone) + [[1, 1]] * int(n_together)).reshape(-1, 2), alpha, beta, lam, 0)
    b = rescorla_wagner(np.array([[1, 1]] * int(n_together)).reshape(-1, 2), alpha, beta, lam, 0)
    return float(a[-1, 1]), float(b[-1, 1])


# %% [answer] blind: the second cue learns after the first within a trial, the sum of all cues, no row fails
# kind: mistake
# marks: 2
# says: "Your error counts cues that were not there"
# written: blind
def rescorla_wagner(trials, alpha, beta, lam, v0):
    trials = np.array(trials)
    n, k = trials.shape
    alpha = np.ones(k) * alpha
    lam = np.ones(n) * lam
    v = np.ones(k) * v0
    if beta < 0 or beta > 1 or np.any(alpha < 0) or np.any(alpha > 1):
        raise ValueError("rates")
    history = [v.copy()]
    for i in range(n):
        for j in range(k):
            if trials[i, j]:
                v[j] = v[j] + alpha[j] * beta * (lam[i] - v.sum())
        history.append(v.copy())
    return np.array(history)


def blocking(n_alone, n_together, alpha, beta, lam):
    a = rescorla_wagner([[1, 0]] * n_alone + [[1, 1]] * n_together, alpha, beta, lam, 0)
    b = rescorla_wagner([[1, 1]] * n_together, alpha, beta, lam, 0)
    return a[-1, 1], b[-1, 1]


# %% [answer] blind: the right rule without any check, counts cut to whole numbers, the control has all trials
# kind: wrong
# marks: 6
# says: ""
# written: blind
def rescorla_wagner(trials, alpha, beta, lam, v0):
    x = np.array(trials, dtype=float)
    n, k = x.shape
    lam = np.ones(n) * lam
    h = np.zeros((n + 1, k))
    h[0] = v0
    for i in range(n):
        h[i + 1] = h[i] + alpha * np.array(beta) * x[i] * (lam[i] - x[i] @ h[i])
    return h


def blocking(n_alone, n_together, alpha, beta, lam):
    n1, n2 = int(n_alone), int(n_together)
    one = rescorla_wagner(np.array([[1, 0]] * n1 + [[1, 1]] * n2).reshape(-1, 2), alpha, beta, lam, 0.0)
    two = rescorla_wagner(np.array([[1, 1]] * (n1 + n2)).reshape(-1, 2), alpha, beta, lam, 0.0)
    return float(one[-1, 1]), float(two[-1, 1])


# %% [answer] blind: trials folded by accumulate, blocking in closed form
# kind: right
# marks: 10
# says: ""
# written: blind
from itertools import accumulate


def _fraction(x):
    if not np.isfinite(x).all() or np.any(x < 0) or np.any(x > 1):
        raise ValueError("must be from 0 to 1")


def rescorla_wagner(trials, alpha, beta, lam, v0):
    table = np.asarray(trials, dtype=float)
    if table.ndim != 2 or not np.isin(table, (0, 1)).all():
        raise ValueError("trials must be a table of 0 and 1")
    rows, cues = table.shape
    alpha, beta, lam, v0 = (np.asarray(x, dtype=float) for x in (alpha, beta, lam, v0))
    _fraction(alpha)
    _fraction(beta)
    if not np.isfinite(lam).all() or not np.isfinite(v0).all():
        raise ValueError("lam and v0 must be finite")
    for x, length in ((alpha, cues), (v0, cues), (lam, rows)):
        if x.shape not in ((), (length,)):
            raise ValueError("a list has the wrong length")
    if beta.shape != ():
        raise ValueError("beta must be one number")
    start, outcomes = np.broadcast_to(v0, cues), np.broadcast_to(lam, rows)
    learn = lambda v, trial: v + alpha * beta * trial[0] * (trial[1] - trial[0] @ v)
    return np.array(list(accumulate(zip(table, outcomes), learn, initial=start)))


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in (n_alone, n_together):
        if not np.isfinite(n) or n < 0 or n != round(n):
            raise ValueError("numbers of trials are whole")
    _fraction(np.asarray(alpha))
    _fraction(np.asarray(beta))
    if not np.isfinite(lam):
        raise ValueError("lam must be finite")
    rate = alpha * beta
    surprise = lam * (1 - rate) ** n_alone
    shared = (1 - (1 - 2 * rate) ** n_together) / 2
    return surprise * shared, lam * shared


# %% [answer] blind: lists of floats all the way, and the experiment run on them
# kind: right
# marks: 10
# says: ""
# written: blind
import math


def _each(value, length):
    values = [float(one) for one in np.ravel(value)] if np.ndim(value) else [float(value)] * length
    if len(values) != length or np.ndim(value) > 1 or not all(map(math.isfinite, values)):
        raise ValueError("a list of another length, or something that is not finite")
    return values


def rescorla_wagner(trials, alpha, beta, lam, v0):
    if np.ndim(trials) != 2:
        raise ValueError("trials must be a table")
    rows, cues = np.shape(trials)
    salience, strength, outcome = _each(alpha, cues), _each(v0, cues), _each(lam, rows)
    (beta,) = _each(beta, 1)
    if any(not 0 <= one <= 1 for one in [*salience, beta]):
        raise ValueError("alpha and beta are fractions")
    history = [strength]
    for row, wanted in zip(trials, outcome):
        row = [float(one) for one in row]
        if any(one not in (0.0, 1.0) for one in row):
            raise ValueError("only 0 and 1")
        error = wanted - math.fsum(v for v, here in zip(strength, row) if here)
        strength = [v + (a * beta * error if here else 0.0) for v, a, here in zip(strength, salience, row)]
        history.append(strength)
    return np.array(history).reshape(rows + 1, cues)


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in n_alone, n_together:
        if not float(n).is_integer() or n < 0:
            raise ValueError("n_alone and n_together are whole numbers")
    together = [[1, 1]] * int(n_together)
    both = [np.reshape([[1, 0]] * int(n) + together, (-1, 2)) for n in (n_alone, 0)]
    return tuple(float(rescorla_wagner(each, alpha, beta, lam, 0.0)[-1, 1]) for each in both)


# %% [answer] blind: cues one after the other within a trial
# kind: mistake
# marks: 6
# says: "your second cue already sees"
# written: blind
def rescorla_wagner(trials, alpha, beta, lam, v0):
    table = np.asarray(trials, dtype=float)
    if table.ndim != 2 or not np.isin(table, (0, 1)).all():
        raise ValueError("table")
    rows, cues = table.shape
    alpha, beta, lam, v0 = (np.asarray(x, dtype=float) for x in (alpha, beta, lam, v0))
    for x, length in ((alpha, cues), (v0, cues), (lam, rows)):
        if x.shape not in ((), (length,)) or not np.isfinite(x).all():
            raise ValueError("length")
    if (alpha < 0).any() or (alpha > 1).any() or not 0 <= beta <= 1:
        raise ValueError("range")
    alpha, lam = np.broadcast_to(alpha, cues), np.broadcast_to(lam, rows)
    history = np.empty((rows + 1, cues))
    history[0] = v0
    for i, row in enumerate(table):
        v = history[i].copy()
        for cue in np.flatnonzero(row):
            v[cue] += alpha[cue] * beta * (lam[i] - row @ v)
        history[i + 1] = v
    return history


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in n_alone, n_together:
        if not np.isfinite(n) or n < 0 or n != int(n):
            raise ValueError("trials")
    together = np.ones((int(n_together), 2))
    first = np.concatenate([np.tile([1.0, 0.0], (int(n_alone), 1)), together])
    return tuple(float(rescorla_wagner(each, alpha, beta, lam, 0.0)[-1, 1]) for each in (first, together))


# %% [answer] blind: what is left out of a trial is unlearned
# kind: wrong
# marks: 7
# says: ""
# written: blind
def rescorla_wagner(trials, alpha, beta, lam, v0):
    table = np.asarray(trials, dtype=float)
    if table.ndim != 2 or not np.isin(table, (0, 1)).all():
        raise ValueError("table")
    rows, cues = table.shape
    alpha, beta, lam, v0 = (np.asarray(x, dtype=float) for x in (alpha, beta, lam, v0))
    for x, length in ((alpha, cues), (v0, cues), (lam, rows)):
        if x.shape not in ((), (length,)) or not np.isfinite(x).all():
            raise ValueError("length")
    if (alpha < 0).any() or (alpha > 1).any() or not 0 <= beta <= 1:
        raise ValueError("range")
    lam = np.broadcast_to(lam, rows)
    history = np.empty((rows + 1, cues))
    history[0] = v0
    for i, row in enumerate(table):
        v = history[i]
        history[i + 1] = v + alpha * beta * np.where(row == 1, lam[i] - row @ v, -v)
    return history


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in n_alone, n_together:
        if not np.isfinite(n) or n < 0 or n != int(n):
            raise ValueError("trials")
    together = np.ones((int(n_together), 2))
    first = np.concatenate([np.tile([1.0, 0.0], (int(n_alone), 1)), together])
    return tuple(float(rescorla_wagner(each, alpha, beta, lam, 0.0)[-1, 1]) for each in (first, together))


# %% [answer] a dictionary by cue
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def rescorla_wagner(trials, alpha, beta, lam, v0):
    table = np.asarray(trials, dtype=float)
    if table.ndim != 2 or not np.isin(table, (0, 1)).all():
        raise ValueError("trials must be a table of 0 and 1")
    rows, cues = table.shape
    for value, size in ((alpha, cues), (v0, cues), (lam, rows)):
        if np.shape(value) not in ((), (size,)) or not np.isfinite(value).all():
            raise ValueError("one finite number, or one for each")
    if not 0 <= beta <= 1 or np.min(alpha, initial=0) < 0 or np.max(alpha, initial=0) > 1:
        raise ValueError("alpha and beta must lie in [0, 1]")
    v, outcome = np.ones(cues) * v0, np.ones(rows) * lam
    course = [v]
    for x, reached in zip(table, outcome):
        v = v + alpha * beta * x * (reached - x @ v)
        course.append(v)
    return {f"cue {k + 1}": [float(v[k]) for v in course] for k in range(cues)}


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in (n_alone, n_together):
        if not np.isfinite(n) or n < 0 or n % 1:
            raise ValueError("numbers of trials must be whole and at least 0")
    runs = [np.reshape([[1, 0]] * int(n) + [[1, 1]] * int(n_together), (-1, 2)) for n in (n_alone, 0)]
    blocked, control = (rescorla_wagner(run, alpha, beta, lam, 0.0)["cue 2"][-1] for run in runs)
    return {"blocked": blocked, "control": control}


# %% [answer] the two strengths of the experiment as a sentence
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong type
def rescorla_wagner(trials, alpha, beta, lam, v0):
    here = np.array(trials, dtype=float)
    if here.ndim != 2 or ((here != 0) & (here != 1)).any():
        raise ValueError("trials must be two-dimensional, and 0 or 1")
    n, k = here.shape
    shapes = {"alpha": (alpha, k), "lam": (lam, n), "v0": (v0, k)}
    full = {}
    for name, (value, size) in shapes.items():
        if np.ndim(value) and np.shape(value) != (size,):
            raise ValueError(f"{name} must be one number or {size}")
        if not np.isfinite(value).all():
            raise ValueError(f"{name} must be finite")
        full[name] = np.zeros(size) + value
    rates = np.append(np.ravel(alpha), beta)
    if not ((rates >= 0) & (rates <= 1)).all():
        raise ValueError("alpha and beta must be from 0 to 1")
    history = np.vstack([full["v0"], np.zeros((n, k))])
    for i in range(n):
        surprise = full["lam"][i] - here[i] @ history[i]
        history[i + 1] = history[i] + full["alpha"] * beta * here[i] * surprise
    return history


def blocking(n_alone, n_together, alpha, beta, lam):
    if any(n < 0 or n != n // 1 or np.isinf(n) for n in (n_alone, n_together)):
        raise ValueError("whole numbers of at least 0")
    if not 0 <= alpha <= 1 or not 0 <= beta <= 1 or not np.isfinite(lam):
        raise ValueError("alpha, beta or lam out of range")
    share = (1 - (1 - 2 * alpha * beta) ** n_together) / 2 * lam
    return f"{share * (1 - alpha * beta) ** n_alone:.3f} beside {share:.3f} in the control"


# %% [answer] strengths in per cent
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: wrong unit
def _spread(x, n):
    x = np.asarray(x, dtype=float)
    if x.shape not in ((), (n,)) or not np.isfinite(x).all():
        raise ValueError(f"one finite number or {n} of them")
    return np.full(n, x) if x.ndim == 0 else x


def _learn(trials, alpha, beta, lam, v0):
    trials = np.asarray(trials, dtype=float)
    if trials.ndim != 2 or not ((trials == 0) | (trials == 1)).all():
        raise ValueError("a table of 0 and 1")
    if not (np.asarray(alpha) >= 0).all() or not (np.asarray(alpha) <= 1).all() or not 0 <= beta <= 1:
        raise ValueError("alpha and beta in [0, 1]")
    rate = _spread(alpha, trials.shape[1]) * beta
    rows = [_spread(v0, trials.shape[1])]
    for row, goal in zip(trials, _spread(lam, len(trials))):
        error = goal - np.sum(rows[-1] * row)
        rows.append(rows[-1] + rate * row * error)
    return np.array(rows)


def rescorla_wagner(trials, alpha, beta, lam, v0):
    return 100 * _learn(trials, alpha, beta, lam, v0)


def blocking(n_alone, n_together, alpha, beta, lam):
    for n in (n_alone, n_together):
        if not (n >= 0) or n != np.floor(n) or np.isinf(n):
            raise ValueError("n_alone and n_together must be whole and at least 0")
    alone, both = np.zeros((int(n_alone), 2)), np.ones((int(n_together), 2))
    alone[:, 0] = 1
    ends = [_learn(table, alpha, beta, lam, 0.0)[-1, 1] for table in (np.concatenate([alone, both]), both)]
    return tuple(100 * float(end) for end in ends)


# %% [answer] the error adds what the cues predict
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
def rescorla_wagner(trials, alpha, beta, lam, v0):
    present = np.asarray(trials, dtype=float)
    if present.ndim != 2 or set(np.unique(present)) - {0.0, 1.0}:
        raise ValueError("trials must be a table of 0 and 1")
    n_trials, n_cues = present.shape
    for name, value, size in (("alpha", alpha, n_cues), ("lam", lam, n_trials), ("v0", v0, n_cues), ("beta", beta, None)):
        if not np.all(np.isfinite(value)) or np.shape(value) not in ((), (size,)):
            raise ValueError(f"{name} does not fit")
        if name in ("alpha", "beta") and (np.any(np.less(value, 0)) or np.any(np.greater(value, 1))):
            raise ValueError(f"{name} must be from 0 to 1")
    history = np.zeros((n_trials + 1, n_cues))
    history[0] = v0
    goals = np.broadcast_to(lam, n_trials)
    for i in range(n_trials):
        history[i + 1] = history[i] + alpha * np.asarray(beta) * present[i] * (goals[i] + present[i] @ history[i])
    return history


def blocking(n_alone, n_together, alpha, beta, lam):
    if not np.isfinite([n_alone, n_together]).all() or min(n_alone, n_together) < 0 or n_alone % 1 or n_together % 1:
        raise ValueError("whole numbers of trials")
    tables = [np.array([[1, 0]] * int(n) + [[1, 1]] * int(n_together)).reshape(-1, 2) for n in (n_alone, 0)]
    return tuple(float(rescorla_wagner(table, alpha, beta, lam, 0.0)[-1, 1]) for table in tables)
