# %% [answer] exact steps in a loop
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] sum over all earlier pauses
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    # Each stretch of drug adds a piece that fades from its end on.
    for i in range(1, t.size):
        for j in range(i):
            piece = np.exp(-(t[i] - t[j + 1]) / tau_h) - np.exp(-(t[i] - t[j]) / tau_h)
            h[i] += g * (1 - block) * u[j] * piece
    return {"h": h, "net": h - a * u}


# %% [answer] numerical, by solve_ivp, lists out
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


from scipy.integrate import solve_ivp


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = [0.0]
    for begin, end, effect in zip(t[:-1], t[1:], u[:-1]):
        run = solve_ivp(lambda _, x: (g * (1 - block) * effect - x) / tau_h, (begin, end), [h[-1]], method="LSODA", rtol=1e-10, atol=1e-13)
        h.append(float(run.y[0, -1]))
    return {"h": h, "net": [one - a * effect for one, effect in zip(h, u.tolist())]}


# %% [answer] matrix of weights
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    since = t[:, None] - t[None, :]
    fade = np.where(since >= 0, np.exp(-np.maximum(since, 0) / tau_h), 0.0)
    gain = np.zeros((t.size, t.size))
    gain[:, :-1] = np.tril(np.ones((t.size, t.size)), -1)[:, :-1] * (fade[:, 1:] - fade[:, :-1])
    h = g * (1 - block) * gain @ u
    return {"h": h, "net": h - a * u}


# %% [answer] net with the sign turned round
# kind: mistake
# marks: 5
# says: "has a sign turned round"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": a * u - h}


# %% [answer] relief counted as pain
# kind: mistake
# marks: 5
# says: "has a sign turned round"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h + a * u}


# %% [answer] tolerance only
# kind: mistake
# marks: 4
# says: "works less and less"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": -np.maximum(a * u - h, 0)}


# %% [answer] tolerance as a factor
# kind: mistake
# marks: 4
# says: "works less and less"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": -a * u * (1 - h)}


# %% [answer] effect of the next sample
# kind: mistake
# marks: 5
# says: "knows the future"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i + 1]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] straight steps
# kind: mistake
# marks: 6
# says: "one straight step"
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        h[i + 1] = h[i] + (g * (1 - block) * u[i] - h[i]) / tau_h * (t[i + 1] - t[i])
    return {"h": h, "net": h - a * u}


# %% [answer] block taken from the relief
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * (1 - block) * u}


# %% [answer] half-life taken for tau
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * 0.5 ** ((t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] time in days
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / 24 / tau_h)
    return {"h": h, "net": h - a * u}


# %% [answer] only h
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
def _checked(t_h, u, g, tau_h, block, a):
    t, u = np.array(t_h, dtype=float), np.array(u, dtype=float)
    if t.ndim != 1 or t.size == 0 or t.shape != u.shape:
        raise ValueError("t_h and u must be lists of one length, not empty")
    if not np.isfinite([*t, *u, g, tau_h, block, a]).all():
        raise ValueError("all numbers must be finite")
    if (np.diff(t) <= 0).any() or (u < 0).any() or g < 0 or a < 0 or tau_h <= 0 or not 0 <= block <= 1:
        raise ValueError("t_h rising, u, g and a at least 0, tau_h above 0, block in [0, 1]")
    return t, u


def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    t, u = _checked(t_h, u, g, tau_h, block, a)
    h = np.zeros(t.size)
    for i in range(t.size - 1):
        goal = g * (1 - block) * u[i]
        h[i + 1] = goal + (h[i] - goal) * np.exp(-(t[i + 1] - t[i]) / tau_h)
    return {"h": h, "net": None}


# %% [answer] words instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    return "more pain"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def opioid_net(t_h, u, g, tau_h, block=0.0, a=1.0):
    # YOUR CODE HERE
    raise NotImplementedError()
