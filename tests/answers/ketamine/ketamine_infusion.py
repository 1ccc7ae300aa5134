# %% [answer] eigen-decomposition, vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1000 * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] numerical, by solve_ivp
# kind: right
# marks: 10
# says: ""
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

from scipy.integrate import solve_ivp


def _one(t, dose, length, A, v1):
    if t < 0:
        return 0.0
    x = np.zeros(len(A))
    if length == 0:
        x[0] = dose
    else:
        feed = np.zeros(len(A))
        feed[0] = dose / length
        end = min(t, length)
        if end > 0:
            x = solve_ivp(lambda _, y: A @ y + feed, (0, end), x, method="LSODA", rtol=1e-10, atol=1e-13).y[:, -1]
    if t > length:
        x = solve_ivp(lambda _, y: A @ y, (0, t - length), x, method="LSODA", rtol=1e-10, atol=1e-13).y[:, -1]
    return 1000 * x[0] / v1


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    answers = [_one(*case, A, v1) for case in zip(t.ravel(), dose.ravel(), length.ravel())]
    return np.array(answers).reshape(t.shape)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] matrix exponential, case by case
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

from scipy.linalg import expm


def _level(t, dose, weight, length, A, v1):
    n = len(A)
    if t < 0:
        return 0.0
    if length == 0:
        return float(1000 * dose * weight / (v1 * weight) * expm(A * t)[0, 0])
    # One more compartment that feeds the first at a constant rate.
    fed = np.zeros((n + 1, n + 1))
    fed[:n, :n] = A
    fed[0, n] = dose * weight / length
    x = expm(fed * min(t, length))[:n, n]
    return float(1000 * (expm(A * max(t - length, 0)) @ x)[0] / (v1 * weight))


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    cases = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    return np.vectorize(lambda *case: _level(*case, A, v1), otypes=[float])(*cases)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] whatever comes in, as a list
# kind: right
# marks: 10
# says: ""
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(np.asarray(one).tolist(), dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1000 * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] milligrams per litre
# kind: mistake
# marks: 5
# says: "a thousandfold"
# written: with the solution
# shows: wrong unit
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1 * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] litres taken for millilitres twice
# kind: mistake
# marks: 5
# says: "a thousandfold"
# written: with the solution
# shows: wrong unit
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1e6 * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] divided by the volume at steady state
# kind: mistake
# marks: 5
# says: "volume of all compartments"
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1000 * dose / (v1 * (1 - A[1, 0] / A[1, 1])) * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] one compartment
# kind: mistake
# marks: 4
# says: "leaves by elimination alone"
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    k = KETAMINE_MODELS[model]
    T = np.where(length > 0, length, 1.0)
    ran, gone = np.clip(t, 0, length), np.maximum(t - length, 0)
    filled = np.where(length > 0, -np.expm1(-k["k10"] * ran) / (k["k10"] * T), 1.0)
    return np.where(t < 0, 0.0, 1000 * dose / k["v1"] * filled * np.exp(-k["k10"] * gone))[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] the pump never stops
# kind: mistake
# marks: 5
# says: "has not noticed that the pump stopped"
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.maximum(t, 0)[..., None], 0.0
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1000 * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] nothing left when the pump stops
# kind: mistake
# marks: 5
# says: "has not noticed that the pump stopped"
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where((t < 0) | (t > length), 0.0, 1000 * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] level stands still when the pump stops
# kind: mistake
# marks: 5
# says: "has not noticed that the pump stopped"
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], 0.0
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1000 * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] dose not divided by weight
# kind: mistake
# marks: 5
# says: "depends on body weight"
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1000 * weight * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] off by a sign
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, -1000 * dose / v1 * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])


# %% [answer] words instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    return "about 180 ng/mL"


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    return f"{100 * auc_x / auc_iv} %"


# %% [answer] only the bioavailability, in per cent
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong unit
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    # YOUR CODE HERE
    raise NotImplementedError()


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    return 100 * auc_x / d_x / (auc_iv / d_iv)


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    # YOUR CODE HERE
    raise NotImplementedError()


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: three exponentials from the eigenvectors, summed along a new axis
# kind: right
# marks: 10
# says: ""
# written: blind
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def _finite(name, value):
    array = np.array(value, dtype=float)
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite, got {value}")
    return array


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if model not in KETAMINE_MODELS:
        raise ValueError(f"model must be one of {sorted(KETAMINE_MODELS)}, got {model!r}")
    t = _finite("t_min (min)", t_min)
    dose = _finite("dose_mg_per_kg (mg/kg)", dose_mg_per_kg)
    weight = _finite("weight_kg (kg)", weight_kg)
    length = _finite("t_inf_min (min)", t_inf_min)
    if (dose < 0).any():
        raise ValueError("dose_mg_per_kg must be at least 0 mg/kg")
    if (weight <= 0).any():
        raise ValueError("weight_kg must be above 0 kg")
    if (length < 0).any():
        raise ValueError("t_inf_min must be at least 0 min")
    t, dose, weight, length = np.broadcast_arrays(t, dose, weight, length)
    k = KETAMINE_MODELS[model]
    if "k13" in k:
        A = np.array([[-(k["k10"] + k["k12"] + k["k13"]), k["k21"], k["k31"]],
                      [k["k12"], -k["k21"], 0.0],
                      [k["k13"], 0.0, -k["k31"]]])
    else:
        A = np.array([[-(k["k10"] + k["k12"]), k["k21"]], [k["k12"], -k["k21"]]])
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    s = np.clip(t, 0, length)[..., None]
    w = np.maximum(t - length, 0)[..., None]
    T = length[..., None]
    safe = np.where(T > 0, T, 1.0)
    middle = np.where(T > 0, np.expm1(lam * s) / (lam * safe), 1.0)
    left = (share * middle * np.exp(lam * w)).sum(axis=-1)
    c = np.where(t < 0, 0.0, 1000 * dose / k["v1"] * left)
    return float(c) if c.ndim == 0 else c


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    values = []
    for name, value in (("auc_x", auc_x), ("d_x", d_x), ("auc_iv", auc_iv), ("d_iv", d_iv)):
        array = _finite(name, value)
        if (array <= 0).any():
            raise ValueError(f"{name} must be above 0")
        values.append(array)
    a, b, c, d = values
    f = (a / b) / (c / d)
    return float(f) if np.ndim(f) == 0 else f


# %% [answer] blind: the matrix exponential by halving and squaring, one question at a time
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math

KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def expm(matrix):
    """Matrix exponential: Taylor series of a small piece, then squared back."""
    norm = np.abs(matrix).sum(axis=0).max()
    halvings = max(0, math.ceil(math.log2(norm)) + 4) if norm > 0 else 0
    small = matrix / 2.0**halvings
    total = term = np.eye(len(matrix))
    for j in range(1, 15):
        term = term @ small / j
        total = total + term
    for _ in range(halvings):
        total = total @ total
    return total


def system(model):
    """The matrix with the pump's flow as one more state that never changes."""
    k = dict(k13=0.0, k31=1.0)
    k.update(KETAMINE_MODELS[model])
    return np.array([
        [-(k["k10"] + k["k12"] + k["k13"]), k["k21"], k["k31"], 1.0],
        [k["k12"], -k["k21"], 0.0, 0.0],
        [k["k13"], 0.0, -k["k31"], 0.0],
        [0.0, 0.0, 0.0, 0.0],
    ])


def one_level(t, dose, length, model):
    if t < 0:
        return 0.0
    B = system(model)
    if length == 0:
        x = np.array([dose, 0.0, 0.0, 0.0])
        x = expm(B * t) @ x
    else:
        x = np.array([0.0, 0.0, 0.0, dose / length])
        x = expm(B * min(t, length)) @ x
        if t > length:
            x[3] = 0.0
            x = expm(B * (t - length)) @ x
    return 1000.0 * x[0] / KETAMINE_MODELS[model]["v1"]


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if not isinstance(model, str) or model not in KETAMINE_MODELS:
        raise ValueError(f"model: 'clements' or 'domino', not {model!r}")
    t, dose, kg, T = (np.asarray(v, dtype=float) for v in (t_min, dose_mg_per_kg, weight_kg, t_inf_min))
    rules = [
        ("t_min", t, np.isfinite(t), "finite, in min"),
        ("dose_mg_per_kg", dose, np.isfinite(dose) & (dose >= 0), "at least 0 mg/kg"),
        ("weight_kg", kg, np.isfinite(kg) & (kg > 0), "above 0 kg"),
        ("t_inf_min", T, np.isfinite(T) & (T >= 0), "at least 0 min"),
    ]
    for name, value, good, text in rules:
        if not np.all(good):
            raise ValueError(f"{name} must be {text}, not {value}")
    both = np.broadcast(t, dose, kg, T)
    levels = [one_level(a, b, d, model) for a, b, _, d in both]
    if both.shape == ():
        return float(levels[0])
    return np.array(levels, dtype=float).reshape(both.shape)


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    for name, value in {"auc_x": auc_x, "d_x": d_x, "auc_iv": auc_iv, "d_iv": d_iv}.items():
        value = np.asarray(value, dtype=float)
        if not np.all((value > 0) & (value < np.inf)):
            raise ValueError(f"{name} must be finite and above 0")
    result = np.asarray(auc_x, float) * np.asarray(d_iv, float) / (np.asarray(d_x, float) * np.asarray(auc_iv, float))
    return result.item() if result.ndim == 0 else result


# %% [answer] blind: integrated numerically, with Runge and Kutta, in steps of a twentieth of a minute
# kind: right
# marks: 10
# says: ""
# written: blind
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def _run(x, flow, duration, k):
    """Carry the amounts x over a duration with a constant flow into the first tub."""
    if duration <= 0:
        return x
    k13, k31 = k.get("k13", 0.0), k.get("k31", 0.0)

    k10, k12, k21 = k["k10"], k["k12"], k["k21"]

    def slope(a, b, c):
        return (
            flow - (k10 + k12 + k13) * a + k21 * b + k31 * c,
            k12 * a - k21 * b,
            k13 * a - k31 * c,
        )

    n = max(20, int(np.ceil(duration / 0.05)))
    h = duration / n
    a, b, c = x
    for _ in range(n):
        p1, q1, r1 = slope(a, b, c)
        p2, q2, r2 = slope(a + h / 2 * p1, b + h / 2 * q1, c + h / 2 * r1)
        p3, q3, r3 = slope(a + h / 2 * p2, b + h / 2 * q2, c + h / 2 * r2)
        p4, q4, r4 = slope(a + h * p3, b + h * q3, c + h * r3)
        a += h / 6 * (p1 + 2 * p2 + 2 * p3 + p4)
        b += h / 6 * (q1 + 2 * q2 + 2 * q3 + q4)
        c += h / 6 * (r1 + 2 * r2 + 2 * r3 + r4)
    return a, b, c


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if model not in ("clements", "domino"):
        raise ValueError("model must be 'clements' or 'domino'")
    arrays = []
    for name, value, unit in [("t_min", t_min, "min"), ("dose_mg_per_kg", dose_mg_per_kg, "mg/kg"),
                              ("weight_kg", weight_kg, "kg"), ("t_inf_min", t_inf_min, "min")]:
        array = np.asarray(value, dtype=float)
        if np.any(~np.isfinite(array)):
            raise ValueError(f"{name} must be a finite number of {unit}")
        arrays.append(array)
    t, dose, weight, length = arrays
    if np.any(dose < 0):
        raise ValueError("dose_mg_per_kg must be >= 0 mg/kg")
    if np.any(weight <= 0):
        raise ValueError("weight_kg must be > 0 kg")
    if np.any(length < 0):
        raise ValueError("t_inf_min must be >= 0 min")
    t, dose, weight, length = np.broadcast_arrays(t, dose, weight, length)
    k = KETAMINE_MODELS[model]
    out = np.zeros(t.shape)
    for where in np.ndindex(t.shape):
        ti, di, wi, li = (float(v[where]) for v in (t, dose, weight, length))
        if ti < 0 or di == 0:
            continue
        amount = di * wi
        if li == 0:
            x = _run((amount, 0.0, 0.0), 0.0, ti, k)
        else:
            x = _run((0.0, 0.0, 0.0), amount / li, min(ti, li), k)
            x = _run(x, 0.0, ti - li, k)
        out[where] = 1000 * x[0] / (k["v1"] * wi)
    return float(out) if out.ndim == 0 else out


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    arrays = []
    for name, value in [("auc_x", auc_x), ("d_x", d_x), ("auc_iv", auc_iv), ("d_iv", d_iv)]:
        array = np.asarray(value, dtype=float)
        if np.any(~np.isfinite(array)) or np.any(array <= 0):
            raise ValueError(f"{name} must be > 0 and finite")
        arrays.append(array)
    auc_x, d_x, auc_iv, d_iv = arrays
    F = (auc_x / d_x) / (auc_iv / d_iv)
    return float(F) if np.ndim(F) == 0 else F


# %% [answer] blind: the bolus divides by the length of the pump, and nothing is refused but the model
# kind: wrong
# marks: 5
# says: ""
# written: blind
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if model not in KETAMINE_MODELS:
        raise ValueError("unknown model")
    k = KETAMINE_MODELS[model]
    if model == "clements":
        A = np.array([[-(k["k10"] + k["k12"]), k["k21"]], [k["k12"], -k["k21"]]])
    else:
        A = np.array([[-(k["k10"] + k["k12"] + k["k13"]), k["k21"], k["k31"]],
                      [k["k12"], -k["k21"], 0], [k["k13"], 0, -k["k31"]]])
    lam, M = np.linalg.eig(A)
    share = M[0, :] * np.linalg.inv(M)[:, 0]
    t = np.asarray(t_min, float)
    s = np.clip(t, 0, t_inf_min)
    w = np.maximum(t - t_inf_min, 0)
    total = 0
    for sh, la in zip(share, lam):
        total = total + sh * np.expm1(la * s) / (la * t_inf_min) * np.exp(la * w)
    c = 1000 * dose_mg_per_kg / k["v1"] * total
    return float(c) if np.ndim(c) == 0 else c


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    return (auc_x / d_x) / (auc_iv / d_iv)


# %% [answer] blind: the dose is multiplied by the weight and the volume is not
# kind: mistake
# marks: 5
# says: "depends on body weight"
# written: blind
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be clements or domino")
    t, dose, kg, T = [np.asarray(v, float) for v in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    for name, v in (("t_min", t), ("dose_mg_per_kg", dose), ("weight_kg", kg), ("t_inf_min", T)):
        if not np.all(np.isfinite(v)):
            raise ValueError(name + " must be finite")
    if np.any(dose < 0) or np.any(T < 0) or np.any(kg <= 0):
        raise ValueError("dose_mg_per_kg and t_inf_min must be >= 0, weight_kg > 0")
    k = KETAMINE_MODELS[model]
    A = np.zeros((3, 3))
    A[0, 0] = -(k["k10"] + k["k12"] + k.get("k13", 0))
    A[0, 1], A[0, 2] = k["k21"], k.get("k31", 0)
    A[1, 0], A[1, 1] = k["k12"], -k["k21"]
    A[2, 0], A[2, 2] = k.get("k13", 0), -k.get("k31", 1)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    s = np.clip(t, 0, T)
    w = np.maximum(t - T, 0)
    total = 0.0
    for sh, la in zip(share, lam):
        T1 = np.where(T == 0, 1, T)
        total = total + sh * np.where(T == 0, 1.0, np.expm1(la * s) / (la * T1)) * np.exp(la * w)
    c = 1000 * dose * kg / k["v1"] * total * (t >= 0)
    return float(c) if np.ndim(c) == 0 else c


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    a, b, c, d = [np.asarray(v, float) for v in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.all(np.isfinite(v)) and np.all(v > 0) for v in (a, b, c, d)):
        raise ValueError("auc_x, d_x, auc_iv and d_iv must be above 0")
    F = a / b / (c / d)
    return float(F) if np.ndim(F) == 0 else F


# %% [answer] blind: before the start a bolus is there already, for time is only cut off at zero
# kind: wrong
# marks: 9
# says: ""
# written: blind
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def _check(name, value, low=None, open_low=False):
    value = np.asarray(value, dtype=float)
    if not np.all(np.isfinite(value)):
        raise ValueError(f"{name} must be finite")
    if low is not None and (np.any(value < low) or (open_low and np.any(value == low))):
        raise ValueError(f"{name} must be {'above' if open_low else 'at least'} {low}")
    return value


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if model not in KETAMINE_MODELS:
        raise ValueError(f"model must be 'clements' or 'domino', got {model}")
    t = np.maximum(_check("t_min", t_min), 0.0)
    dose = _check("dose_mg_per_kg", dose_mg_per_kg, 0)
    kg = _check("weight_kg", weight_kg, 0, True)
    T = _check("t_inf_min", t_inf_min, 0)
    t, dose, kg, T = np.broadcast_arrays(t, dose, kg, T)
    p = KETAMINE_MODELS[model]
    A = [[-(p["k10"] + p["k12"]), p["k21"]], [p["k12"], -p["k21"]]]
    if model == "domino":
        A = [[-(p["k10"] + p["k12"] + p["k13"]), p["k21"], p["k31"]], [p["k12"], -p["k21"], 0], [p["k13"], 0, -p["k31"]]]
    lam, M = np.linalg.eig(np.array(A))
    share = M[0] * np.linalg.inv(M)[:, 0]
    s, w = np.minimum(t, T), np.maximum(t - T, 0)
    total = np.zeros(t.shape)
    for sh, la in zip(share, lam):
        mean = np.ones(t.shape)
        np.divide(np.expm1(la * s), la * T, out=mean, where=T > 0)
        total = total + sh * mean * np.exp(la * w)
    c = 1000 * dose / p["v1"] * total
    return float(c) if np.ndim(c) == 0 else c


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    a, b = _check("auc_x", auc_x, 0, True), _check("d_x", d_x, 0, True)
    c, d = _check("auc_iv", auc_iv, 0, True), _check("d_iv", d_iv, 0, True)
    F = (a / b) / (c / d)
    return float(F) if np.ndim(F) == 0 else F


# %% [answer] a regimen given to the drug's model
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.bioavailability import bioavailability
from course.models.drugs import drug

BY_VALUE = np.vectorize(
    lambda t, mg_kg, kg, minutes, model: drug(f"ketamine_{model}", weight_kg=kg).concentration_ng_mL(
        t / 60, f"{mg_kg * kg} mg IV" + (f" over {minutes} min" if minutes else "")
    )
)


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    level = BY_VALUE(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    return level if level.ndim else float(level)


# %% [answer] a level with its unit, and a fraction as a fraction
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
from fractions import Fraction

KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if model not in KETAMINE_MODELS:
        raise ValueError(f"no model {model!r}")
    t, dose, kg, T = np.broadcast_arrays(*[np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)])
    if not np.isfinite([t, dose, kg, T]).all() or np.any(dose < 0) or np.any(kg <= 0) or np.any(T < 0):
        raise ValueError("a dose or a length below 0, a weight not above 0, or no number")
    k = KETAMINE_MODELS[model]
    flow = np.array([
        [-k["k10"] - k["k12"] - k.get("k13", 0.0), k["k21"], k.get("k31", 0.0)],
        [k["k12"], -k["k21"], 0.0],
        [k.get("k13", 0.0), 0.0, -k.get("k31", 1.0)],
    ])
    rates, modes = np.linalg.eig(flow)
    weights = modes[0] * np.linalg.solve(modes, [1.0, 0.0, 0.0])
    pumped, since = np.clip(t, 0, T), np.maximum(t - T, 0)
    left = np.zeros(t.shape)
    for rate, weight in zip(rates, weights):
        filled = np.divide(np.expm1(rate * pumped), rate * T, out=np.ones(t.shape), where=T > 0)
        left = left + weight * filled * np.exp(rate * since)
    level = np.where(t < 0, 0.0, 1000 * dose / k["v1"] * left)
    return level[()], "ng/mL"


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    for one in (auc_x, d_x, auc_iv, d_iv):
        if not np.all(np.isfinite(one)) or np.any(np.asarray(one) <= 0):
            raise ValueError("areas and doses must be above 0")
    share = np.asarray(auc_x) / d_x / (np.asarray(auc_iv) / d_iv)
    return Fraction(float(share)).limit_denominator(1000) if share.ndim == 0 else [Fraction(one) for one in share]


# %% [answer] what comes back from the tissues is taken away
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: slipped sign
from scipy.linalg import expm

KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def _matrix(model):
    k = KETAMINE_MODELS[model]
    size = 3 if "k13" in k else 2
    A = np.zeros((size, size))
    A[0, 0] = -(k["k10"] + k["k12"] + k.get("k13", 0))
    for tissue in range(2, size + 1):
        A[0, tissue - 1] = -k[f"k{tissue}1"]
        A[tissue - 1, 0] = k[f"k1{tissue}"]
        A[tissue - 1, tissue - 1] = -k[f"k{tissue}1"]
    return A


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if not isinstance(model, str) or model not in KETAMINE_MODELS:
        raise ValueError("unknown model")
    A = _matrix(model)
    size = len(A)

    def level(t, dose, kg, T):
        if not np.isfinite([t, dose, kg, T]).all() or dose < 0 or kg <= 0 or T < 0:
            raise ValueError("dose and length at least 0, weight above 0, all finite")
        if t < 0:
            return 0.0
        amount = np.eye(size)[0] * dose * kg
        if T == 0:
            amount = expm(A * t) @ amount
        else:
            ran = min(t, T)
            amount = np.linalg.solve(A, (expm(A * ran) - np.eye(size)) @ amount) / T
            amount = expm(A * (t - ran)) @ amount
        return 1000 * amount[0] / (KETAMINE_MODELS[model]["v1"] * kg)

    return np.vectorize(level, otypes=[float])(t_min, dose_mg_per_kg, weight_kg, t_inf_min)[()]


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    areas = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if any(not np.all(np.isfinite(one) & (one > 0)) for one in areas):
        raise ValueError("areas and doses above 0")
    return (areas[0] * areas[3]) / (areas[1] * areas[2])


# %% [answer] right levels, and bioavailability in per cent
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong unit
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def _numbers(*given):
    given = [np.asarray(one, dtype=float) for one in given]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("finite numbers only")
    return np.broadcast_arrays(*given)


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _numbers(t_min, dose_mg_per_kg, weight_kg, t_inf_min)
    if model not in KETAMINE_MODELS or (dose < 0).any() or (weight <= 0).any() or (length < 0).any():
        raise ValueError("unknown model, or a number out of range")
    k = KETAMINE_MODELS[model]
    flow = np.array([[-k["k10"] - k["k12"], k["k21"]], [k["k12"], -k["k21"]]])
    if model == "domino":
        flow = np.pad(flow, (0, 1))
        flow[0, 0] -= k["k13"]
        flow[2, 0], flow[0, 2], flow[2, 2] = k["k13"], k["k31"], -k["k31"]
    slopes, modes = np.linalg.eig(flow)
    share = modes[0] * np.linalg.inv(modes)[:, 0]
    bolus = length == 0
    c = np.zeros(t.shape)
    for one, part in zip(slopes, share):
        on = np.expm1(one * np.clip(t, 0, length)) / (one * np.where(bolus, 1.0, length))
        c = c + part * np.where(bolus, 1.0, on) * np.exp(one * np.maximum(t - length, 0))
    return np.where(t >= 0, 1000 * dose / k["v1"] * c, 0.0)[()]


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    auc_x, d_x, auc_iv, d_iv = areas = _numbers(auc_x, d_x, auc_iv, d_iv)
    if any((one <= 0).any() for one in areas):
        raise ValueError("areas and doses must be above 0")
    return (100 * (auc_x / d_x) / (auc_iv / d_iv))[()]


# %% [answer] a bolus is a very short infusion
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}


def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be clements or domino")
    t, dose, kg, T = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)])
    if not all(np.isfinite(x).all() for x in (t, dose, kg, T)) or (dose < 0).any() or (kg <= 0).any() or (T < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    T = np.maximum(T, 1e-4)
    p = KETAMINE_MODELS[model]
    k13, k31 = p.get("k13", 0.0), p.get("k31", 1.0)
    A = np.array([[-p["k10"] - p["k12"] - k13, p["k21"], k31], [p["k12"], -p["k21"], 0], [k13, 0, -k31]])
    if model == "clements":
        A = A[:2, :2]
    rates, V = np.linalg.eig(A)
    w = V[0] * np.linalg.solve(V, np.eye(len(A))[0])
    c = np.zeros(t.shape)
    for r, share in zip(rates, w):
        c = c + share * (np.exp(r * np.maximum(t, 0)) - np.exp(r * np.maximum(t - T, 0))) / r
    c = 1000 * dose / p["v1"] / T * c
    return float(c) if c.ndim == 0 else c


def bioavailability(auc_x, d_x, auc_iv, d_iv):
    x = [np.asarray(v, dtype=float) for v in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(v).all() and (v > 0).all() for v in x):
        raise ValueError("areas and doses must be above 0")
    F = (x[0] / x[1]) / (x[2] / x[3])
    return float(F) if F.ndim == 0 else F


# %% [answer] a volume for 70 kg, whoever is treated
# kind: mistake
# marks: 5
# says: "depends on body weight"
# written: with the solution
KETAMINE_MODELS = {  # v1 in L/kg, rate constants in 1/min
    "clements": {"v1": 1.7522, "k10": 0.0109, "k12": 0.0186, "k21": 0.0137},
    "domino": {"v1": 0.063, "k10": 0.4381, "k12": 0.5921, "k21": 0.2470, "k13": 0.5900, "k31": 0.0146},
}

def _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model):
    if model not in KETAMINE_MODELS:
        raise ValueError("model must be 'clements' or 'domino'")
    given = [np.asarray(one, dtype=float) for one in (t_min, dose_mg_per_kg, weight_kg, t_inf_min)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or (given[2] <= 0).any() or (given[3] < 0).any():
        raise ValueError("dose and length at least 0, weight above 0")
    return np.broadcast_arrays(*given)


def _matrix(model):
    k = KETAMINE_MODELS[model]
    partners = [j for j in "23" if "k1" + j in k]
    A = np.zeros((1 + len(partners), 1 + len(partners)))
    A[0, 0] = -k["k10"] - sum(k["k1" + j] for j in partners)
    for i, j in enumerate(partners, 1):
        A[i, 0], A[0, i], A[i, i] = k["k1" + j], k["k" + j + "1"], -k["k" + j + "1"]
    return A, k["v1"]

def ketamine_infusion(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model="clements"):
    t, dose, weight, length = _checked(t_min, dose_mg_per_kg, weight_kg, t_inf_min, model)
    A, v1 = _matrix(model)
    lam, M = np.linalg.eig(A)
    share = M[0] * np.linalg.inv(M)[:, 0]
    T = np.where(length > 0, length, 1.0)[..., None]
    ran, gone = np.clip(t, 0, length)[..., None], np.maximum(t - length, 0)[..., None]
    spread = np.where(length[..., None] > 0, np.expm1(lam * ran) / (lam * T), 1.0)
    left = (share * spread * np.exp(lam * gone)).sum(axis=-1)
    return np.where(t < 0, 0.0, 1000 * dose * weight / (v1 * 70) * left)[()]

def bioavailability(auc_x, d_x, auc_iv, d_iv):
    given = [np.asarray(one, dtype=float) for one in (auc_x, d_x, auc_iv, d_iv)]
    if not all(np.isfinite(one).all() and (one > 0).all() for one in given):
        raise ValueError("areas and doses must be finite and above 0")
    return given[0] / given[1] / (given[2] / given[3])
