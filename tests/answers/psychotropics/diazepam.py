# %% [answer] exponentials, dose by dose
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
GENES = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}


def _single(t, ka, k, km):
    """Second and third link of the chain after a unit dose."""
    t = np.where(t >= 0, t, 0.0)
    parent = ka / (ka - k) * (np.exp(-k * t) - np.exp(-ka * t))
    child = ka * k * (
        np.exp(-ka * t) / ((k - ka) * (km - ka)) + np.exp(-k * t) / ((ka - k) * (km - k)) + np.exp(-km * t) / ((ka - km) * (k - km))
    )
    return parent, child


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENES:
        raise ValueError("genotype must be EM, IM, PM or pop")
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    if not all(np.isfinite(one).all() for one in (dose, tau, n, t)):
        raise ValueError("finite numbers only")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n % 1 != 0).any():
        raise ValueError("dose_mg >= 0 mg, tau_h > 0 h, n_doses whole and >= 1")
    cl, half, half_m = GENES[genotype]
    ka, k, km = np.log(2) / (20 / 60), np.log(2) / half, np.log(2) / half_m
    parent, child = np.zeros(t.shape), np.zeros(t.shape)
    for number in range(int(n.max())):
        one, other = _single(t - number * tau, ka, k, km)
        counts = (number < n) & (t >= number * tau)
        parent, child = parent + counts * one, child + counts * other
    absorbed = 0.94 * dose * 1000
    answer = {"diazepam": absorbed * parent / (cl * 0.06 / k), "nordiazepam": absorbed * 0.53 * 270.71 / 284.74 * child / 103.0}
    return {name: level[()] for name, level in answer.items()}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not (np.isfinite(t) & np.isfinite(dose)).all() or (dose < 0).any():
        raise ValueError("dose_mg must be finite and >= 0 mg")
    k10, k12, k13, k21, k31 = 0.027 / 3.43, 1.103 / 3.43, 0.335 / 3.43, 1.103 / 8.47, 0.335 / 87.51
    A = np.array([[-k10 - k12 - k13, k21, k31], [k12, -k21, 0], [k13, 0, -k31]])
    lam, vec = np.linalg.eig(A)
    w = vec[0] * np.linalg.inv(vec)[:, 0]
    c = 1000 * dose / 3.43 * np.sum(w * np.exp(lam * np.maximum(t, 0)[..., None]), axis=-1)
    return np.where(t < 0, 0.0, c)[()]


# %% [answer] matrix exponential
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.linalg import expm

PEOPLE = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}


def _levels(dose, tau, n, t, genotype):
    if not all(np.isfinite(one) for one in (dose, tau, n, t)) or dose < 0 or tau <= 0 or n < 1 or n != round(n):
        raise ValueError("impossible dose, interval, count or time")
    cl, half, half_m = PEOPLE[genotype]
    ka, k, km = np.log(2) * 3, np.log(2) / half, np.log(2) / half_m
    A = np.array([[-ka, 0, 0], [ka, -k, 0], [0, k * 0.53 * 270.71 / 284.74, -km]])
    x = np.zeros(3)
    for i in range(int(n)):
        if t >= i * tau:
            x = x + expm(A * (t - i * tau)) @ [0.94 * dose * 1000, 0, 0]
    return x[1] / (cl * 0.06 / k), x[2] / 103.0


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if not isinstance(genotype, str) or genotype not in PEOPLE:
        raise ValueError(f"no such genotype: {genotype}")
    cases = np.broadcast(dose_mg, tau_h, n_doses, t_h)
    both = np.array([_levels(*(float(one) for one in case), genotype) for case in cases])
    if cases.shape == ():
        return {"diazepam": float(both[0, 0]), "nordiazepam": float(both[0, 1])}
    return {"diazepam": both[:, 0].reshape(cases.shape), "nordiazepam": both[:, 1].reshape(cases.shape)}


def _by_vein(t, dose):
    if not np.isfinite(t) or not np.isfinite(dose) or dose < 0:
        raise ValueError("impossible time or dose")
    if t < 0:
        return 0.0
    A = np.array([[-1.465 / 3.43, 1.103 / 8.47, 0.335 / 87.51], [1.103 / 3.43, -1.103 / 8.47, 0], [0.335 / 3.43, 0, -0.335 / 87.51]])
    return float((expm(A * t) @ [1000 * dose, 0, 0])[0] / 3.43)


def diazepam_iv(t_min, dose_mg=10.0):
    cases = np.broadcast(t_min, dose_mg)
    levels_now = [_by_vein(float(t), float(dose)) for t, dose in cases]
    return levels_now[0] if cases.shape == () else np.reshape(levels_now, cases.shape)


# %% [answer] numerical integration
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import solve_ivp

TABLE = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}
TIGHT = {"method": "LSODA", "rtol": 1e-10, "atol": 1e-12, "dense_output": True}


def _unit(genotype, longest):
    cl, half, half_m = TABLE[genotype]
    ka, k, km = np.log(2) * 3, np.log(2) / half, np.log(2) / half_m
    made = 0.53 * 270.71 / 284.74
    flow = lambda t, x: [-ka * x[0], ka * x[0] - k * x[1], made * k * x[1] - km * x[2]]
    run = solve_ivp(flow, (0, max(longest, 1.0)), [940.0, 0, 0], **TIGHT)
    return lambda t: run.sol(t)[1:] / np.array([[cl * 0.06 / k], [103.0]])


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in TABLE:
        raise ValueError("unknown genotype")
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    if not all(np.isfinite(one).all() for one in (dose, tau, n, t)) or (dose < 0).any() or (tau <= 0).any():
        raise ValueError("impossible dose, interval or time")
    if (n < 1).any() or (n != np.rint(n)).any():
        raise ValueError("n_doses must be a whole number from 1")
    unit = _unit(genotype, t.max())
    levels_now = np.zeros((2, t.size))
    for number in range(int(n.max())):
        since = (t - number * tau).ravel()
        counts = (since >= 0) & (number < n.ravel())
        if counts.any():
            levels_now[:, counts] += dose.ravel()[counts] * unit(since[counts])
    shaped = levels_now.reshape((2, *t.shape))
    return {"diazepam": shaped[0][()], "nordiazepam": shaped[1][()]}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not np.isfinite(t).all() or not np.isfinite(dose).all() or (dose < 0).any():
        raise ValueError("impossible time or dose")

    def flow(_, x):
        c = np.array(x) / [3.43, 8.47, 87.51]
        out2, out3 = 1.103 * (c[0] - c[1]), 0.335 * (c[0] - c[2])
        return [-0.027 * c[0] - out2 - out3, out2, out3]

    run = solve_ivp(flow, (0, max(t.max(), 1.0)), [1000.0, 0, 0], **TIGHT)
    left = run.sol(np.maximum(t, 0).ravel())[0].reshape(t.shape)
    return np.where(t < 0, 0.0, dose * left / 3.43)[()]


# %% [answer] no metabolite
# kind: mistake
# marks: 5
# says: "Your course has no metabolite"
# written: with the solution
GENES = {"EM": (19.5, 20.0), "IM": (7.2, 62.9), "PM": (2.8, 84.0), "pop": (26.6, 44.2)}


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    cl, half = GENES[genotype]
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    ka, k = np.log(2) * 3, np.log(2) / half
    parent = np.zeros(t.shape)
    for number in range(int(n.max())):
        since = np.maximum(t - number * tau, 0)
        parent = parent + (number < n) * ka / (ka - k) * (np.exp(-k * since) - np.exp(-ka * since))
    level = 940 * dose * parent / (cl * 0.06 / k)
    return {"diazepam": level[()], "nordiazepam": (0 * level)[()]}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    A = np.array([[-1.465 / 3.43, 1.103 / 8.47, 0.335 / 87.51], [1.103 / 3.43, -1.103 / 8.47, 0], [0.335 / 3.43, 0, -0.335 / 87.51]])
    lam, vec = np.linalg.eig(A)
    w = vec[0] * np.linalg.inv(vec)[:, 0]
    c = 1000 * dose / 3.43 * np.sum(w * np.exp(lam * np.maximum(t, 0)[..., None]), axis=-1)
    return np.where(t < 0, 0.0, c)[()]


# %% [answer] metabolite with the parent's half-life
# kind: mistake
# marks: 6
# says: "leaves as fast as diazepam"
# written: with the solution
GENES = {"EM": (19.5, 20.0), "IM": (7.2, 62.9), "PM": (2.8, 84.0), "pop": (26.6, 44.2)}


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENES:
        raise ValueError("unknown genotype")
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    if not all(np.isfinite(one).all() for one in (dose, tau, n, t)):
        raise ValueError("finite numbers only")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n % 1 != 0).any():
        raise ValueError("out of range")
    cl, half = GENES[genotype]
    ka, k = np.log(2) * 3, np.log(2) / half
    parent, child = np.zeros(t.shape), np.zeros(t.shape)
    for number in range(int(n.max())):
        s = np.maximum(t - number * tau, 0)
        parent = parent + (number < n) * ka / (ka - k) * (np.exp(-k * s) - np.exp(-ka * s))
        child = child + (number < n) * ka * k / (ka - k) * (s * np.exp(-k * s) - (np.exp(-k * s) - np.exp(-ka * s)) / (ka - k))
    absorbed = 940 * dose
    return {"diazepam": (absorbed * parent / (cl * 0.06 / k))[()], "nordiazepam": (absorbed * 0.53 * 270.71 / 284.74 * child / 103.0)[()]}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not (np.isfinite(t) & np.isfinite(dose)).all() or (dose < 0).any():
        raise ValueError("out of range")
    A = np.array([[-1.465 / 3.43, 1.103 / 8.47, 0.335 / 87.51], [1.103 / 3.43, -1.103 / 8.47, 0], [0.335 / 3.43, 0, -0.335 / 87.51]])
    lam, vec = np.linalg.eig(A)
    w = vec[0] * np.linalg.inv(vec)[:, 0]
    c = 1000 * dose / 3.43 * np.sum(w * np.exp(lam * np.maximum(t, 0)[..., None]), axis=-1)
    return np.where(t < 0, 0.0, c)[()]


# %% [answer] milligrams passed on unweighed
# kind: mistake
# marks: 8
# says: "too high by one and the same twentieth"
# written: with the solution
GENES = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}


def _single(t, ka, k, km):
    """Second and third link of the chain after a unit dose."""
    t = np.where(t >= 0, t, 0.0)
    parent = ka / (ka - k) * (np.exp(-k * t) - np.exp(-ka * t))
    child = ka * k * (
        np.exp(-ka * t) / ((k - ka) * (km - ka)) + np.exp(-k * t) / ((ka - k) * (km - k)) + np.exp(-km * t) / ((ka - km) * (k - km))
    )
    return parent, child


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENES:
        raise ValueError("genotype must be EM, IM, PM or pop")
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    if not all(np.isfinite(one).all() for one in (dose, tau, n, t)):
        raise ValueError("finite numbers only")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n % 1 != 0).any():
        raise ValueError("dose_mg >= 0 mg, tau_h > 0 h, n_doses whole and >= 1")
    cl, half, half_m = GENES[genotype]
    ka, k, km = np.log(2) / (20 / 60), np.log(2) / half, np.log(2) / half_m
    parent, child = np.zeros(t.shape), np.zeros(t.shape)
    for number in range(int(n.max())):
        one, other = _single(t - number * tau, ka, k, km)
        counts = (number < n) & (t >= number * tau)
        parent, child = parent + counts * one, child + counts * other
    absorbed = 0.94 * dose * 1000
    answer = {"diazepam": absorbed * parent / (cl * 0.06 / k), "nordiazepam": absorbed * 0.53 * child / 103.0}
    return {name: level[()] for name, level in answer.items()}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not (np.isfinite(t) & np.isfinite(dose)).all() or (dose < 0).any():
        raise ValueError("dose_mg must be finite and >= 0 mg")
    k10, k12, k13, k21, k31 = 0.027 / 3.43, 1.103 / 3.43, 0.335 / 3.43, 1.103 / 8.47, 0.335 / 87.51
    A = np.array([[-k10 - k12 - k13, k21, k31], [k12, -k21, 0], [k13, 0, -k31]])
    lam, vec = np.linalg.eig(A)
    w = vec[0] * np.linalg.inv(vec)[:, 0]
    c = 1000 * dose / 3.43 * np.sum(w * np.exp(lam * np.maximum(t, 0)[..., None]), axis=-1)
    return np.where(t < 0, 0.0, c)[()]


# %% [answer] one compartment by vein
# kind: mistake
# marks: 7
# says: "has one compartment"
# written: with the solution
GENES = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}


def _single(t, ka, k, km):
    """Second and third link of the chain after a unit dose."""
    t = np.where(t >= 0, t, 0.0)
    parent = ka / (ka - k) * (np.exp(-k * t) - np.exp(-ka * t))
    child = ka * k * (
        np.exp(-ka * t) / ((k - ka) * (km - ka)) + np.exp(-k * t) / ((ka - k) * (km - k)) + np.exp(-km * t) / ((ka - km) * (k - km))
    )
    return parent, child


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENES:
        raise ValueError("genotype must be EM, IM, PM or pop")
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    if not all(np.isfinite(one).all() for one in (dose, tau, n, t)):
        raise ValueError("finite numbers only")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n % 1 != 0).any():
        raise ValueError("dose_mg >= 0 mg, tau_h > 0 h, n_doses whole and >= 1")
    cl, half, half_m = GENES[genotype]
    ka, k, km = np.log(2) / (20 / 60), np.log(2) / half, np.log(2) / half_m
    parent, child = np.zeros(t.shape), np.zeros(t.shape)
    for number in range(int(n.max())):
        one, other = _single(t - number * tau, ka, k, km)
        counts = (number < n) & (t >= number * tau)
        parent, child = parent + counts * one, child + counts * other
    absorbed = 0.94 * dose * 1000
    answer = {"diazepam": absorbed * parent / (cl * 0.06 / k), "nordiazepam": absorbed * 0.53 * 270.71 / 284.74 * child / 103.0}
    return {name: level[()] for name, level in answer.items()}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not (np.isfinite(t) & np.isfinite(dose)).all() or (dose < 0).any():
        raise ValueError("dose_mg must be finite and >= 0 mg")
    c = 1000 * dose / 99.41 * np.exp(-0.027 / 99.41 * np.maximum(t, 0))
    return np.where(t < 0, 0.0, c)[()]


# %% [answer] litres and millilitres mixed up
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: wrong unit
GENES = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}


def _single(t, ka, k, km):
    """Second and third link of the chain after a unit dose."""
    t = np.where(t >= 0, t, 0.0)
    parent = ka / (ka - k) * (np.exp(-k * t) - np.exp(-ka * t))
    child = ka * k * (
        np.exp(-ka * t) / ((k - ka) * (km - ka)) + np.exp(-k * t) / ((ka - k) * (km - k)) + np.exp(-km * t) / ((ka - km) * (k - km))
    )
    return parent, child


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENES:
        raise ValueError("genotype must be EM, IM, PM or pop")
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    if not all(np.isfinite(one).all() for one in (dose, tau, n, t)):
        raise ValueError("finite numbers only")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n % 1 != 0).any():
        raise ValueError("dose_mg >= 0 mg, tau_h > 0 h, n_doses whole and >= 1")
    cl, half, half_m = GENES[genotype]
    ka, k, km = np.log(2) / (20 / 60), np.log(2) / half, np.log(2) / half_m
    parent, child = np.zeros(t.shape), np.zeros(t.shape)
    for number in range(int(n.max())):
        one, other = _single(t - number * tau, ka, k, km)
        counts = (number < n) & (t >= number * tau)
        parent, child = parent + counts * one, child + counts * other
    absorbed = 0.94 * dose * 1000
    answer = {"diazepam": absorbed * parent / (cl * 60 / k), "nordiazepam": absorbed * 0.53 * 270.71 / 284.74 * child / 103.0}
    return {name: level[()] for name, level in answer.items()}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not (np.isfinite(t) & np.isfinite(dose)).all() or (dose < 0).any():
        raise ValueError("dose_mg must be finite and >= 0 mg")
    k10, k12, k13, k21, k31 = 0.027 / 3.43, 1.103 / 3.43, 0.335 / 3.43, 1.103 / 8.47, 0.335 / 87.51
    A = np.array([[-k10 - k12 - k13, k21, k31], [k12, -k21, 0], [k13, 0, -k31]])
    lam, vec = np.linalg.eig(A)
    w = vec[0] * np.linalg.inv(vec)[:, 0]
    c = 1000 * dose / 3.43 * np.sum(w * np.exp(lam * np.maximum(t, 0)[..., None]), axis=-1)
    return np.where(t < 0, 0.0, c)[()]


# %% [answer] minutes taken for hours
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: wrong unit
GENES = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}


def _single(t, ka, k, km):
    """Second and third link of the chain after a unit dose."""
    t = np.where(t >= 0, t, 0.0)
    parent = ka / (ka - k) * (np.exp(-k * t) - np.exp(-ka * t))
    child = ka * k * (
        np.exp(-ka * t) / ((k - ka) * (km - ka)) + np.exp(-k * t) / ((ka - k) * (km - k)) + np.exp(-km * t) / ((ka - km) * (k - km))
    )
    return parent, child


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENES:
        raise ValueError("genotype must be EM, IM, PM or pop")
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    if not all(np.isfinite(one).all() for one in (dose, tau, n, t)):
        raise ValueError("finite numbers only")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n % 1 != 0).any():
        raise ValueError("dose_mg >= 0 mg, tau_h > 0 h, n_doses whole and >= 1")
    cl, half, half_m = GENES[genotype]
    ka, k, km = np.log(2) / 20, np.log(2) / half, np.log(2) / half_m
    parent, child = np.zeros(t.shape), np.zeros(t.shape)
    for number in range(int(n.max())):
        one, other = _single(t - number * tau, ka, k, km)
        counts = (number < n) & (t >= number * tau)
        parent, child = parent + counts * one, child + counts * other
    absorbed = 0.94 * dose * 1000
    answer = {"diazepam": absorbed * parent / (cl * 0.06 / k), "nordiazepam": absorbed * 0.53 * 270.71 / 284.74 * child / 103.0}
    return {name: level[()] for name, level in answer.items()}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not (np.isfinite(t) & np.isfinite(dose)).all() or (dose < 0).any():
        raise ValueError("dose_mg must be finite and >= 0 mg")
    k10, k12, k13, k21, k31 = 0.027 / 3.43, 1.103 / 3.43, 0.335 / 3.43, 1.103 / 8.47, 0.335 / 87.51
    A = np.array([[-k10 - k12 - k13, k21, k31], [k12, -k21, 0], [k13, 0, -k31]])
    lam, vec = np.linalg.eig(A)
    w = vec[0] * np.linalg.inv(vec)[:, 0]
    c = 1000 * dose / 3.43 * np.sum(w * np.exp(lam * np.maximum(t, 0)[..., None]), axis=-1)
    return np.where(t < 0, 0.0, c)[()]


# %% [answer] the last dose alone
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
GENES = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}


def _single(t, ka, k, km):
    """Second and third link of the chain after a unit dose."""
    t = np.where(t >= 0, t, 0.0)
    parent = ka / (ka - k) * (np.exp(-k * t) - np.exp(-ka * t))
    child = ka * k * (
        np.exp(-ka * t) / ((k - ka) * (km - ka)) + np.exp(-k * t) / ((ka - k) * (km - k)) + np.exp(-km * t) / ((ka - km) * (k - km))
    )
    return parent, child


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENES:
        raise ValueError("genotype must be EM, IM, PM or pop")
    dose, tau, n, t = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h)))
    if not all(np.isfinite(one).all() for one in (dose, tau, n, t)):
        raise ValueError("finite numbers only")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n % 1 != 0).any():
        raise ValueError("dose_mg >= 0 mg, tau_h > 0 h, n_doses whole and >= 1")
    cl, half, half_m = GENES[genotype]
    ka, k, km = np.log(2) / (20 / 60), np.log(2) / half, np.log(2) / half_m
    parent, child = np.zeros(t.shape), np.zeros(t.shape)
    for number in range(int(n.max())):
        one, other = _single(t - number * tau, ka, k, km)
        counts = (number < n) & (t >= number * tau)
        parent, child = np.where(counts, one, parent), np.where(counts, other, child)
    absorbed = 0.94 * dose * 1000
    answer = {"diazepam": absorbed * parent / (cl * 0.06 / k), "nordiazepam": absorbed * 0.53 * 270.71 / 284.74 * child / 103.0}
    return {name: level[()] for name, level in answer.items()}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not (np.isfinite(t) & np.isfinite(dose)).all() or (dose < 0).any():
        raise ValueError("dose_mg must be finite and >= 0 mg")
    k10, k12, k13, k21, k31 = 0.027 / 3.43, 1.103 / 3.43, 0.335 / 3.43, 1.103 / 8.47, 0.335 / 87.51
    A = np.array([[-k10 - k12 - k13, k21, k31], [k12, -k21, 0], [k13, 0, -k31]])
    lam, vec = np.linalg.eig(A)
    w = vec[0] * np.linalg.inv(vec)[:, 0]
    c = 1000 * dose / 3.43 * np.sum(w * np.exp(lam * np.maximum(t, 0)[..., None]), axis=-1)
    return np.where(t < 0, 0.0, c)[()]


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    # YOUR CODE HERE
    raise NotImplementedError()


def diazepam_iv(t_min, dose_mg=10.0):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: single doses added in a loop, three exponentials
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
FRACTION_ABSORBED = 0.94
ABSORPTION_PER_H = np.log(2) / (20 / 60)
FRACTION_TO_NORDIAZEPAM = 0.53
NORDIAZEPAM_PER_DIAZEPAM = 270.71 / 284.74  # grams of one made from a gram of the other
NORDIAZEPAM_VOLUME_L = 103.0
GENOTYPES = {  # clearance of diazepam (mL/min), its half-life (h), half-life of nordiazepam (h)
    "EM": (19.5, 20.0, 99.2),
    "IM": (7.2, 62.9, 132.1),
    "PM": (2.8, 84.0, 176.0),
    "pop": (26.6, 44.2, 99.2),
}
VOLUMES_L = (3.43, 8.47, 87.51)  # central, fast and slow tissue
CLEARANCES_L_MIN = (0.027, 1.103, 0.335)  # elimination, exchange with fast, with slow tissue

def _single(t, dose, k, km):
    """Amounts of both a time t after one dose, in mg."""
    ka = ABSORPTION_PER_H
    t = np.asarray(t)
    after = np.where(t < 0, 0.0, t)
    d = dose * FRACTION_ABSORBED
    parent = d * ka * (np.exp(-k * after) - np.exp(-ka * after)) / (ka - k)
    child = d * ka * k * (
        np.exp(-ka * after) / ((k - ka) * (km - ka))
        + np.exp(-k * after) / ((ka - k) * (km - k))
        + np.exp(-km * after) / ((ka - km) * (k - km))
    ) * FRACTION_TO_NORDIAZEPAM * NORDIAZEPAM_PER_DIAZEPAM
    return np.where(t < 0, 0.0, parent), np.where(t < 0, 0.0, child)


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if not isinstance(genotype, str) or genotype not in GENOTYPES:
        raise ValueError(f"genotype must be one of {', '.join(GENOTYPES)}")
    dose, tau, n, t = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (dose_mg, tau_h, n_doses, t_h)])
    if not all(np.isfinite(v).all() for v in (dose, tau, n, t)):
        raise ValueError("only finite numbers")
    if (dose < 0).any():
        raise ValueError("a dose cannot be negative")
    if (tau <= 0).any():
        raise ValueError("the time between doses must be above 0")
    if (n < 1).any() or (n != np.round(n)).any():
        raise ValueError("the number of doses must be whole and at least 1")
    clearance, half, half_m = GENOTYPES[genotype]
    k, km = np.log(2) / half, np.log(2) / half_m
    volume = clearance * 60 / 1000 / k
    dia = np.zeros(t.shape)
    nor = np.zeros(t.shape)
    for j in range(int(n.max()) if n.size else 0):
        parent, child = _single(t - j * tau, np.where(j < n, dose, 0.0), k, km)
        dia = dia + parent
        nor = nor + child
    dia = dia / volume * 1000
    nor = nor / NORDIAZEPAM_VOLUME_L * 1000
    if t.ndim == 0:
        return {"diazepam": float(dia), "nordiazepam": float(nor)}
    return {"diazepam": dia, "nordiazepam": nor}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float))
    if not np.isfinite(t).all() or not np.isfinite(dose).all():
        raise ValueError("only finite numbers")
    if (dose < 0).any():
        raise ValueError("a dose cannot be negative")
    v1, v2, v3 = VOLUMES_L
    out, to2, to3 = CLEARANCES_L_MIN
    matrix = np.array([
        [-(out + to2 + to3) / v1, to2 / v2, to3 / v3],
        [to2 / v1, -to2 / v2, 0.0],
        [to3 / v1, 0.0, -to3 / v3],
    ])
    decays, modes = np.linalg.eig(matrix)
    weights = np.linalg.solve(modes, [1.0, 0.0, 0.0])
    after = np.maximum(t, 0.0)
    share = sum(modes[0, i] * weights[i] * np.exp(decays[i] * after) for i in range(3))
    c = np.where(t < 0, 0.0, dose * share / v1 * 1000)
    return float(c) if c.ndim == 0 else c


# %% [answer] blind: the exponential of the chain's matrix, from dose to dose
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.linalg import expm

FRACTION_ABSORBED = 0.94
ABSORPTION_PER_H = np.log(2) / (20 / 60)
FRACTION_TO_NORDIAZEPAM = 0.53
NORDIAZEPAM_PER_DIAZEPAM = 270.71 / 284.74  # grams of one made from a gram of the other
NORDIAZEPAM_VOLUME_L = 103.0
GENOTYPES = {  # clearance of diazepam (mL/min), its half-life (h), half-life of nordiazepam (h)
    "EM": (19.5, 20.0, 99.2),
    "IM": (7.2, 62.9, 132.1),
    "PM": (2.8, 84.0, 176.0),
    "pop": (26.6, 44.2, 99.2),
}
VOLUMES_L = (3.43, 8.47, 87.51)  # central, fast and slow tissue
CLEARANCES_L_MIN = (0.027, 1.103, 0.335)  # elimination, exchange with fast, with slow tissue

def _chain(genotype):
    _, half, half_m = GENOTYPES[genotype]
    k, km = np.log(2) / half, np.log(2) / half_m
    made = FRACTION_TO_NORDIAZEPAM * NORDIAZEPAM_PER_DIAZEPAM
    return np.array([[-ABSORPTION_PER_H, 0, 0], [ABSORPTION_PER_H, -k, 0], [0, k * made, -km]])


def _amounts(dose, tau, n, t, genotype):
    """Walk from dose to dose, then on to t."""
    if t < 0:
        return np.zeros(3)
    matrix = _chain(genotype)
    body = np.array([dose * FRACTION_ABSORBED, 0.0, 0.0])
    taken, clock = 1, 0.0
    between = expm(matrix * tau)
    while taken < n and taken * tau <= t:
        body = between @ body
        body[0] += dose * FRACTION_ABSORBED
        clock = taken * tau
        taken += 1
    return expm(matrix * (t - clock)) @ body


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if not isinstance(genotype, str) or genotype not in GENOTYPES:
        raise ValueError("unknown genotype")
    inputs = np.broadcast_arrays(*[np.array(v, dtype=float) for v in (dose_mg, tau_h, n_doses, t_h)])
    shape = inputs[0].shape
    first, second = np.empty(shape), np.empty(shape)
    clearance, half, _ = GENOTYPES[genotype]
    litres = clearance * 0.06 * half / np.log(2)
    for where in np.ndindex(shape):
        dose, tau, n, t = (float(v[where]) for v in inputs)
        if not np.isfinite([dose, tau, n, t]).all():
            raise ValueError("NaN or infinity")
        if dose < 0 or tau <= 0 or n < 1 or n != int(n):
            raise ValueError("dose at least 0, tau above 0, doses whole and at least 1")
        _, dia, nor = _amounts(dose, tau, int(n), t, genotype)
        first[where] = 1000 * dia / litres
        second[where] = 1000 * nor / NORDIAZEPAM_VOLUME_L
    if shape == ():
        first, second = float(first), float(second)
    return {"diazepam": first, "nordiazepam": second}


def diazepam_iv(t_min, dose_mg=10.0):
    times, doses = np.broadcast_arrays(np.array(t_min, dtype=float), np.array(dose_mg, dtype=float))
    (v1, v2, v3), (cl, cl2, cl3) = VOLUMES_L, CLEARANCES_L_MIN
    # in concentrations, each room divided by its own volume
    matrix = np.array([
        [-(cl + cl2 + cl3) / v1, cl2 / v1, cl3 / v1],
        [cl2 / v2, -cl2 / v2, 0],
        [cl3 / v3, 0, -cl3 / v3],
    ])
    c = np.zeros(times.shape)
    for where in np.ndindex(times.shape):
        t, dose = times[where], doses[where]
        if not np.isfinite(t) or not np.isfinite(dose):
            raise ValueError("NaN or infinity")
        if dose < 0:
            raise ValueError("the dose must be at least 0")
        if t >= 0:
            c[where] = 1000 * dose / v1 * expm(matrix * t)[0, 0]
    return float(c) if c.ndim == 0 else c


# %% [answer] blind: integrated numerically, one dose once and then interpolated and added
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.integrate import solve_ivp

FRACTION_ABSORBED = 0.94
ABSORPTION_PER_H = np.log(2) / (20 / 60)
FRACTION_TO_NORDIAZEPAM = 0.53
NORDIAZEPAM_PER_DIAZEPAM = 270.71 / 284.74  # grams of one made from a gram of the other
NORDIAZEPAM_VOLUME_L = 103.0
GENOTYPES = {  # clearance of diazepam (mL/min), its half-life (h), half-life of nordiazepam (h)
    "EM": (19.5, 20.0, 99.2),
    "IM": (7.2, 62.9, 132.1),
    "PM": (2.8, 84.0, 176.0),
    "pop": (26.6, 44.2, 99.2),
}
VOLUMES_L = (3.43, 8.47, 87.51)  # central, fast and slow tissue
CLEARANCES_L_MIN = (0.027, 1.103, 0.335)  # elimination, exchange with fast, with slow tissue

def _finite(*values):
    values = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in values])
    for v in values:
        if not np.all(np.isfinite(v)):
            raise ValueError("all numbers must be finite")
    return values


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    try:
        clearance, half, half_m = GENOTYPES[genotype]
    except (KeyError, TypeError):
        raise ValueError(f"no such genotype: {genotype!r}") from None
    dose, tau, n, t = _finite(dose_mg, tau_h, n_doses, t_h)
    if np.any(dose < 0) or np.any(tau <= 0) or np.any(n < 1) or np.any(n % 1 != 0):
        raise ValueError("a dose below 0, an interval not above 0, or a number of doses that is none")
    k, km = np.log(2) / half, np.log(2) / half_m
    volume_l = clearance / 1000 * 60 / k

    def flow(_, y):
        gut, dia, nor = y
        lost = k * dia
        return [
            -ABSORPTION_PER_H * gut,
            ABSORPTION_PER_H * gut - lost,
            FRACTION_TO_NORDIAZEPAM * NORDIAZEPAM_PER_DIAZEPAM * lost - km * nor,
        ]

    latest = max(float(t.max()), 1.0) if t.size else 1.0
    unit = solve_ivp(flow, (0, latest), [FRACTION_ABSORBED, 0, 0], method="LSODA",
                     rtol=1e-10, atol=1e-13, dense_output=True).sol
    dia, nor = np.zeros(t.shape), np.zeros(t.shape)
    for i in np.ndindex(t.shape):
        since = t[i] - tau[i] * np.arange(int(n[i]))
        since = since[since >= 0]
        if since.size:
            y = unit(since)
            dia[i] = dose[i] * y[1].sum() / volume_l * 1000
            nor[i] = dose[i] * y[2].sum() / NORDIAZEPAM_VOLUME_L * 1000
    if t.ndim == 0:
        return {"diazepam": float(dia), "nordiazepam": float(nor)}
    return {"diazepam": dia, "nordiazepam": nor}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = _finite(t_min, dose_mg)
    if np.any(dose < 0):
        raise ValueError("the dose is below 0")
    v = np.array(VOLUMES_L)
    cl, cl2, cl3 = CLEARANCES_L_MIN

    def flow(_, x):
        c = x / v
        out2, out3 = cl2 * (c[0] - c[1]), cl3 * (c[0] - c[2])
        return [-cl * c[0] - out2 - out3, out2, out3]

    latest = max(float(t.max()), 1.0) if t.size else 1.0
    sol = solve_ivp(flow, (0, latest), [1.0, 0, 0], method="LSODA", rtol=1e-10, atol=1e-14, dense_output=True).sol
    c = np.zeros(t.shape)
    for i in np.ndindex(t.shape):
        if t[i] >= 0:
            c[i] = 1000 * dose[i] * sol(t[i])[0] / v[0]
    return float(c) if c.ndim == 0 else c


# %% [answer] blind: clearance left in millilitres per minute while the rate is per hour
# kind: wrong
# marks: 7
# says: ""
# written: blind
# shows: wrong unit
FRACTION_ABSORBED = 0.94
ABSORPTION_PER_H = np.log(2) / (20 / 60)
FRACTION_TO_NORDIAZEPAM = 0.53
NORDIAZEPAM_PER_DIAZEPAM = 270.71 / 284.74  # grams of one made from a gram of the other
NORDIAZEPAM_VOLUME_L = 103.0
GENOTYPES = {  # clearance of diazepam (mL/min), its half-life (h), half-life of nordiazepam (h)
    "EM": (19.5, 20.0, 99.2),
    "IM": (7.2, 62.9, 132.1),
    "PM": (2.8, 84.0, 176.0),
    "pop": (26.6, 44.2, 99.2),
}
VOLUMES_L = (3.43, 8.47, 87.51)  # central, fast and slow tissue
CLEARANCES_L_MIN = (0.027, 1.103, 0.335)  # elimination, exchange with fast, with slow tissue

def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENOTYPES:
        raise ValueError("unknown genotype")
    dose, tau, n, t = np.broadcast_arrays(*[np.asarray(v, float) for v in (dose_mg, tau_h, n_doses, t_h)])
    if not all(np.isfinite(v).all() for v in (dose, tau, n, t)):
        raise ValueError("not finite")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n != np.floor(n)).any():
        raise ValueError("impossible course")
    CL, half, half_m = GENOTYPES[genotype]
    ka, k, km = ABSORPTION_PER_H, np.log(2) / half, np.log(2) / half_m
    V = CL / k
    dia, nor = np.zeros(t.shape), np.zeros(t.shape)
    for j in range(int(n.max())):
        s = t - j * tau
        on = (s >= 0) & (j < n)
        s = np.where(on, s, 0)
        D = dose * FRACTION_ABSORBED
        dia = dia + np.where(on, D * ka * (np.exp(-k * s) - np.exp(-ka * s)) / (ka - k), 0)
        nor = nor + np.where(on, D * ka * k * (np.exp(-ka * s) / ((k - ka) * (km - ka)) + np.exp(-k * s) / ((ka - k) * (km - k)) + np.exp(-km * s) / ((ka - km) * (k - km))), 0)
    dia = 1000 * dia / V
    nor = 1000 * nor * FRACTION_TO_NORDIAZEPAM * NORDIAZEPAM_PER_DIAZEPAM / NORDIAZEPAM_VOLUME_L
    if t.ndim == 0:
        dia, nor = float(dia), float(nor)
    return {"diazepam": dia, "nordiazepam": nor}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, float), np.asarray(dose_mg, float))
    if not np.isfinite(t).all() or not np.isfinite(dose).all() or (dose < 0).any():
        raise ValueError("impossible dose or time")
    V1, V2, V3 = VOLUMES_L
    CL, CL2, CL3 = CLEARANCES_L_MIN
    M = np.array([[-(CL + CL2 + CL3) / V1, CL2 / V2, CL3 / V3], [CL2 / V1, -CL2 / V2, 0], [CL3 / V1, 0, -CL3 / V3]])
    w, P = np.linalg.eig(M)
    b = np.linalg.solve(P, [1, 0, 0])
    s = np.where(t < 0, 0, t)
    c = np.where(t < 0, 0, 1000 * dose / V1 * (np.exp(s[..., None] * w) @ (P[0] * b)))
    return float(c) if c.ndim == 0 else c


# %% [answer] blind: the molar masses forgotten, and doses go on for ever
# kind: wrong
# marks: 6
# says: ""
# written: blind
FRACTION_ABSORBED = 0.94
ABSORPTION_PER_H = np.log(2) / (20 / 60)
FRACTION_TO_NORDIAZEPAM = 0.53
NORDIAZEPAM_PER_DIAZEPAM = 270.71 / 284.74  # grams of one made from a gram of the other
NORDIAZEPAM_VOLUME_L = 103.0
GENOTYPES = {  # clearance of diazepam (mL/min), its half-life (h), half-life of nordiazepam (h)
    "EM": (19.5, 20.0, 99.2),
    "IM": (7.2, 62.9, 132.1),
    "PM": (2.8, 84.0, 176.0),
    "pop": (26.6, 44.2, 99.2),
}
VOLUMES_L = (3.43, 8.47, 87.51)  # central, fast and slow tissue
CLEARANCES_L_MIN = (0.027, 1.103, 0.335)  # elimination, exchange with fast, with slow tissue

def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENOTYPES:
        raise ValueError("unknown genotype")
    dose, tau, n, t = np.broadcast_arrays(*[np.asarray(v, float) for v in (dose_mg, tau_h, n_doses, t_h)])
    if not all(np.isfinite(v).all() for v in (dose, tau, n, t)):
        raise ValueError("not finite")
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n != np.floor(n)).any():
        raise ValueError("impossible course")
    CL, half, half_m = GENOTYPES[genotype]
    ka, k, km = ABSORPTION_PER_H, np.log(2) / half, np.log(2) / half_m
    V = CL * 60 / 1000 / k
    dia, nor = np.zeros(t.shape), np.zeros(t.shape)
    number = int(np.max(t / tau)) + 1
    for j in range(max(number, 0)):
        s = t - j * tau
        on = s >= 0
        s = np.where(on, s, 0)
        D = dose * FRACTION_ABSORBED
        dia = dia + np.where(on, D * ka * (np.exp(-k * s) - np.exp(-ka * s)) / (ka - k), 0)
        nor = nor + np.where(on, D * ka * k * (np.exp(-ka * s) / ((k - ka) * (km - ka)) + np.exp(-k * s) / ((ka - k) * (km - k)) + np.exp(-km * s) / ((ka - km) * (k - km))), 0)
    dia = 1000 * dia / V
    nor = 1000 * nor * FRACTION_TO_NORDIAZEPAM / NORDIAZEPAM_VOLUME_L
    if t.ndim == 0:
        dia, nor = float(dia), float(nor)
    return {"diazepam": dia, "nordiazepam": nor}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.broadcast_arrays(np.asarray(t_min, float), np.asarray(dose_mg, float))
    if not np.isfinite(t).all() or not np.isfinite(dose).all() or (dose < 0).any():
        raise ValueError("impossible dose or time")
    V1, V2, V3 = VOLUMES_L
    CL, CL2, CL3 = CLEARANCES_L_MIN
    M = np.array([[-(CL + CL2 + CL3) / V1, CL2 / V2, CL3 / V3], [CL2 / V1, -CL2 / V2, 0], [CL3 / V1, 0, -CL3 / V3]])
    w, P = np.linalg.eig(M)
    b = np.linalg.solve(P, [1, 0, 0])
    s = np.where(t < 0, 0, t)
    c = np.where(t < 0, 0, 1000 * dose / V1 * (np.exp(s[..., None] * w) @ (P[0] * b)))
    return float(c) if c.ndim == 0 else c


# %% [answer] blind: Euler steps of a tenth of a minute by vein, and numbers only by mouth
# kind: wrong
# marks: 3
# says: ""
# written: blind
FRACTION_ABSORBED = 0.94
ABSORPTION_PER_H = np.log(2) / (20 / 60)
FRACTION_TO_NORDIAZEPAM = 0.53
NORDIAZEPAM_PER_DIAZEPAM = 270.71 / 284.74  # grams of one made from a gram of the other
NORDIAZEPAM_VOLUME_L = 103.0
GENOTYPES = {  # clearance of diazepam (mL/min), its half-life (h), half-life of nordiazepam (h)
    "EM": (19.5, 20.0, 99.2),
    "IM": (7.2, 62.9, 132.1),
    "PM": (2.8, 84.0, 176.0),
    "pop": (26.6, 44.2, 99.2),
}
VOLUMES_L = (3.43, 8.47, 87.51)  # central, fast and slow tissue
CLEARANCES_L_MIN = (0.027, 1.103, 0.335)  # elimination, exchange with fast, with slow tissue

def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    if genotype not in GENOTYPES or dose_mg < 0 or tau_h <= 0 or n_doses < 1:
        raise ValueError("impossible course")
    CL, half, half_m = GENOTYPES[genotype]
    ka, k, km = ABSORPTION_PER_H, np.log(2) / half, np.log(2) / half_m
    V = CL * 60 / 1000 / k
    dia = nor = 0.0
    for j in range(n_doses):
        s = t_h - j * tau_h
        if s < 0:
            break
        D = dose_mg * FRACTION_ABSORBED
        dia += D * ka * (np.exp(-k * s) - np.exp(-ka * s)) / (ka - k)
        nor += D * ka * k * (np.exp(-ka * s) / ((k - ka) * (km - ka)) + np.exp(-k * s) / ((ka - k) * (km - k)) + np.exp(-km * s) / ((ka - km) * (k - km)))
    return {
        "diazepam": 1000 * dia / V,
        "nordiazepam": 1000 * nor * FRACTION_TO_NORDIAZEPAM * NORDIAZEPAM_PER_DIAZEPAM / NORDIAZEPAM_VOLUME_L,
    }


def diazepam_iv(t_min, dose_mg=10.0):
    t_min = np.asarray(t_min, float)
    V1, V2, V3 = VOLUMES_L
    CL, CL2, CL3 = CLEARANCES_L_MIN
    x1, x2, x3 = float(dose_mg), 0.0, 0.0
    dt, levels = 0.1, [x1 / V1 * 1000]
    for _ in range(int(np.max(t_min) / dt) + 1):
        d2 = CL2 * (x1 / V1 - x2 / V2)
        d3 = CL3 * (x1 / V1 - x3 / V3)
        x1 += dt * (-CL * x1 / V1 - d2 - d3)
        x2 += dt * d2
        x3 += dt * d3
        levels.append(x1 / V1 * 1000)
    c = np.interp(t_min, dt * np.arange(len(levels)), levels, left=0.0)
    return float(c) if c.ndim == 0 else c


# %% [answer] two levels as a tuple, and an array with its unit
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def _batch(*values):
    values = [np.asarray(value, dtype=float) for value in values]
    if any(not np.isfinite(value).all() for value in values):
        raise ValueError("NaN or infinity")
    return np.broadcast_arrays(*values)


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    table = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}
    if genotype not in table:
        raise ValueError(f"{genotype!r} is none of {list(table)}")
    dose, tau, n, t = _batch(dose_mg, tau_h, n_doses, t_h)
    if (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n % 1).any():
        raise ValueError("no such course")
    cl_mL_min, *halves_h = table[genotype]
    ka = 3 * np.log(2)
    k, km = np.log(2) / np.array(halves_h)
    volume_mL = cl_mL_min * 60 / k
    drug, product = np.zeros(t.shape), np.zeros(t.shape)
    for i in range(int(n.max())):
        after = np.maximum(t - i * tau, 0)
        gut, blood, late = np.exp(-ka * after), np.exp(-k * after), np.exp(-km * after)
        counted = i < n
        drug = drug + counted * ka / (ka - k) * (blood - gut)
        product = product + counted * ka * k * (
            gut / (k - ka) / (km - ka) + blood / (ka - k) / (km - k) + late / (ka - km) / (k - km)
        )
    taken_ng = 0.94e6 * dose
    return taken_ng * drug / volume_mL, taken_ng * 0.53 * 270.71 / 284.74 * product / 103e3


def diazepam_iv(t_min, dose_mg=10.0):
    from scipy.linalg import expm

    t, dose = _batch(t_min, dose_mg)
    if (dose < 0).any():
        raise ValueError("no negative dose")
    v1, v2, v3 = 3.43, 8.47, 87.51
    flow = np.array([[-1.465 / v1, 1.103 / v2, 0.335 / v3], [1.103 / v1, -1.103 / v2, 0], [0.335 / v1, 0, -0.335 / v3]])
    level = np.zeros(t.shape)
    for i in np.ndindex(t.shape):
        if t[i] >= 0:
            level[i] = 1000 * dose[i] / v1 * expm(flow * t[i])[0, 0]
    return np.char.mod("%.1f ng/mL", level)


# %% [answer] last term of the metabolite with its sign turned
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: slipped sign
def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    people = {"EM": (19.5, 20.0, 99.2), "IM": (7.2, 62.9, 132.1), "PM": (2.8, 84.0, 176.0), "pop": (26.6, 44.2, 99.2)}
    if genotype not in people:
        raise ValueError("unknown genotype")
    shape = np.broadcast_shapes(*(np.shape(one) for one in (dose_mg, tau_h, n_doses, t_h)))
    dose, tau, n, t = (np.broadcast_to(np.asarray(one, dtype=float), shape) for one in (dose_mg, tau_h, n_doses, t_h))
    if not np.isfinite(dose + tau + n + t).all() or (dose < 0).any() or (tau <= 0).any() or (n < 1).any() or (n != np.rint(n)).any():
        raise ValueError("dose of at least 0, interval above 0, a whole number of doses, finite times")
    clearance, half_life, half_life_m = people[genotype]
    ka, k, m = np.log(2) * 60 / 20, np.log(2) / half_life, np.log(2) / half_life_m
    V = clearance * 60 / 1000 / k
    parent, child = np.zeros(shape), np.zeros(shape)
    for i in range(int(n.max())):
        s = t - i * tau
        now = (s >= 0) & (i < n)
        s = np.where(now, s, 0.0)
        parent = parent + now * ka / (ka - k) * (np.exp(-k * s) - np.exp(-ka * s))
        child = child + now * ka * k * (
            np.exp(-ka * s) / ((k - ka) * (m - ka))
            + np.exp(-k * s) / ((ka - k) * (m - k))
            + np.exp(-m * s) / ((m - ka) * (k - m))
        )
    result = {
        "diazepam": 940 * dose * parent / V,
        "nordiazepam": 940 * dose * 0.53 * 270.71 / 284.74 * child / 103,
    }
    return {name: level[()] for name, level in result.items()}


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float)
    if not np.isfinite(t).all() or not np.isfinite(dose).all() or (dose < 0).any():
        raise ValueError("finite times, and a dose of at least 0")
    k10, k12, k21, k13, k31 = 0.027 / 3.43, 1.103 / 3.43, 1.103 / 8.47, 0.335 / 3.43, 0.335 / 87.51
    rates, modes = np.linalg.eig(np.array([[-k10 - k12 - k13, k21, k31], [k12, -k21, 0], [k13, 0, -k31]]))
    share = modes[0] * np.linalg.inv(modes)[:, 0]
    left = sum(s * np.exp(r * np.maximum(t, 0)) for s, r in zip(share, rates))
    return np.where(t < 0, 0.0, 1000 * dose / 3.43 * left)[()]


# %% [answer] one matrix for every dose to come, and steps of halving for the vein
# kind: right
# marks: 10
# says: ""
# written: with the solution
FRACTION_ABSORBED = 0.94
ABSORPTION_PER_H = np.log(2) / (20 / 60)
FRACTION_TO_NORDIAZEPAM = 0.53
NORDIAZEPAM_PER_DIAZEPAM = 270.71 / 284.74  # grams of one made from a gram of the other
NORDIAZEPAM_VOLUME_L = 103.0
GENOTYPES = {  # clearance of diazepam (mL/min), its half-life (h), half-life of nordiazepam (h)
    "EM": (19.5, 20.0, 99.2),
    "IM": (7.2, 62.9, 132.1),
    "PM": (2.8, 84.0, 176.0),
    "pop": (26.6, 44.2, 99.2),
}


def _spectral(matrix, start):
    """Rates, and for each compartment the weights of their exponentials."""
    rates, modes = np.linalg.eig(matrix)
    return rates, modes * np.linalg.solve(modes, start)


def _require(fine, words):
    if not np.all(fine):
        raise ValueError(words)


def diazepam_course(dose_mg, tau_h, n_doses, t_h, genotype="EM"):
    _require(isinstance(genotype, str) and genotype in GENOTYPES, "unknown genotype")
    dose, tau, n, t = (np.asarray(one, dtype=float) for one in (dose_mg, tau_h, n_doses, t_h))
    for one in (dose, tau, n, t):
        _require(np.isfinite(one), "finite numbers only")
    _require(dose >= 0, "dose_mg at least 0")
    _require(tau > 0, "tau_h above 0")
    _require((n >= 1) & (n % 1 == 0), "n_doses whole and at least 1")
    clearance, half, half_m = GENOTYPES[genotype]
    out, out_m = np.log(2) / half, np.log(2) / half_m
    made = out * FRACTION_TO_NORDIAZEPAM * NORDIAZEPAM_PER_DIAZEPAM
    rates, weights = _spectral(
        np.array([[-ABSORPTION_PER_H, 0, 0], [ABSORPTION_PER_H, -out, 0], [0, made, -out_m]]), np.array([1.0, 0, 0])
    )
    # doses along the first axis, rates along the second
    number = np.arange(int(n.max())).reshape((-1, 1) + (1,) * max(one.ndim for one in (dose, tau, n, t)))
    age = t - number * tau
    counted = (age >= 0) & (number < n)
    rates = rates.reshape((-1,) + (1,) * (number.ndim - 2))
    left = (counted * np.exp(rates * np.where(counted, age, 0.0))).sum(axis=0)
    body = np.tensordot(weights, left, axes=1) * FRACTION_ABSORBED * dose
    volume_L = clearance * 60 / 1000 / out
    return {"diazepam": 1000 * body[1] / volume_L, "nordiazepam": 1000 * body[2] / NORDIAZEPAM_VOLUME_L}


VOLUMES_L = (3.43, 8.47, 87.51)  # central, fast and slow tissue
CLEARANCES_L_MIN = (0.027, 1.103, 0.335)  # elimination, exchange with fast, with slow tissue


def diazepam_iv(t_min, dose_mg=10.0):
    t, dose = np.asarray(t_min, dtype=float), np.asarray(dose_mg, dtype=float)
    _require(np.isfinite(t), "t_min must be finite")
    _require(np.isfinite(dose) & (dose >= 0), "dose_mg must be finite and at least 0")
    volumes, (out, fast, slow) = np.array(VOLUMES_L), CLEARANCES_L_MIN
    flow = np.array([[-out - fast - slow, fast, slow], [fast, -fast, 0], [slow, 0, -slow]]) / volumes
    small = np.eye(3)
    for k in range(12, 0, -1):  # exponential of a 1024th of a minute, as a series
        small = np.eye(3) + flow / 1024 @ small / k
    powers = [small]
    for _ in range(40):
        powers.append(powers[-1] @ powers[-1])

    def one(when, dose):
        if when < 0:
            return 0.0
        ticks, rest = divmod(when * 1024, 1)
        amounts = np.array([dose, 0.0, 0.0])
        amounts = amounts + flow @ (amounts * rest / 1024) + flow @ flow @ (amounts * (rest / 1024) ** 2 / 2)
        for bit, power in zip(reversed(f"{int(ticks):b}"), powers):
            if bit == "1":
                amounts = power @ amounts
        return 1000 * amounts[0] / volumes[0]

    return np.vectorize(one, otypes=[float])(t, dose)[()]
