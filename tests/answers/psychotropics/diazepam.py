# %% [answer] exponentials, dose by dose
# kind: right
# marks: 10
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
