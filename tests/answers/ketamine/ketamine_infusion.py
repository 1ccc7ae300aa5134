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
# kind: wrong
# marks: 4
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
