# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.array(a_uM, dtype=float)
    if not np.isfinite(a).all() or (a < 0).any():
        raise ValueError("a_uM must be at least 0 µM")
    for name, value in (("em", em), ("tau", tau)):
        if not 0 <= value < np.inf:
            raise ValueError(f"{name} must be at least 0")
    for name, value in (("ka_uM", ka_uM), ("n", n)):
        if not 0 < value < np.inf:
            raise ValueError(f"{name} must be above 0")
    driven, needed = (tau * a) ** n, (ka_uM + a) ** n
    return {
        "response": em * driven / (needed + driven),
        "ec50": ka_uM / ((2 + tau**n) ** (1 / n) - 1),
        "emax": em * tau**n / (1 + tau**n),
    }


# %% [answer] EC50 by root finding, lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math

from scipy.optimize import brentq


def _effect(a, em, ka, tau, n):
    if not math.isfinite(a) or a < 0:
        raise ValueError("a_uM must be finite and at least 0")
    if a == 0 or tau == 0:
        return 0.0
    return em / (1 + ((ka + a) / (tau * a)) ** n)


def operational(a_uM, em, ka_uM, tau, n=1.0):
    if not all(math.isfinite(x) for x in (em, ka_uM, tau, n)) or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("em, tau at least 0, ka_uM, n above 0")
    work = tau if tau > 0 else 1e-12
    top = 1 / (1 + work**-n)
    half = lambda log_a: _effect(math.exp(log_a), 1.0, ka_uM, work, n) - top / 2
    ec50 = math.exp(brentq(half, math.log(ka_uM) - 60, math.log(ka_uM) + 60, xtol=1e-14, rtol=1e-15))
    if tau == 0:
        ec50 = ka_uM / (2 ** (1 / n) - 1)
    shape = np.shape(a_uM)
    effects = [_effect(float(a), em, ka_uM, tau, n) for a in np.ravel(a_uM)]
    return {
        "response": np.reshape(effects, shape).tolist() if shape else effects[0],
        "ec50": ec50,
        "emax": em * top if tau > 0 else 0.0,
    }


# %% [answer] through the logistic curve
# kind: right
# marks: 10
# says: ""
# written: with the solution
def operational(a_uM, em, ka_uM, tau, n=1.0):
    single = np.array([em, ka_uM, tau, n], dtype=float)
    doses = np.asarray(a_uM, dtype=float)
    if not np.isfinite(single).all() or not np.isfinite(doses).all():
        raise ValueError("finite numbers only")
    if (single < 0).any() or ka_uM == 0 or n == 0 or np.any(doses < 0):
        raise ValueError("out of range")
    with np.errstate(divide="ignore"):
        log_stimulus = n * (np.log(tau) + np.log(doses) - np.log(ka_uM + doses))
        log_top = n * np.log(tau) if tau else -np.inf
    rise = lambda x: 1 / (1 + np.exp(-x))
    with np.errstate(over="ignore"):
        response, emax = em * rise(log_stimulus), float(em * rise(log_top))
    return {"response": response, "emax": emax, "ec50": float(ka_uM / np.expm1(np.log(2 + tau**n) / n))}


# %% [answer] the maximum is raised
# kind: mistake
# marks: 5
# says: "does not meet a ceiling"
# written: with the solution
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or (a < 0).any() or not np.isfinite([em, ka_uM, tau, n]).all() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("out of range")
    return {"response": em * tau * a**n / (ka_uM**n + a**n), "ec50": float(ka_uM), "emax": float(em * tau)}


# %% [answer] efficacy without effect
# kind: mistake
# marks: 5
# says: "does nothing to it"
# written: with the solution
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    return {"response": em * a**n / (ka_uM**n + a**n), "ec50": float(ka_uM), "emax": float(em)}


# %% [answer] the short EC50
# kind: mistake
# marks: 7
# says: "right for a slope of 1"
# written: with the solution
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or (a < 0).any() or not np.isfinite([em, ka_uM, tau, n]).all() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("out of range")
    s = (tau * a / (ka_uM + a)) ** n
    return {"response": em * s / (1 + s), "ec50": ka_uM / (1 + tau), "emax": em * tau**n / (1 + tau**n)}


# %% [answer] half of the tissue's maximum
# kind: mistake
# marks: 6
# says: "half of what the tissue could do"
# written: with the solution
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or (a < 0).any() or not np.isfinite([em, ka_uM, tau, n]).all() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("out of range")
    s = (tau * a / (ka_uM + a)) ** n
    ec50 = ka_uM / (tau - 1) if tau > 1 else ka_uM
    return {"response": em * s / (1 + s), "ec50": ec50, "emax": em * tau**n / (1 + tau**n)}


# %% [answer] concentrations in nM
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: wrong unit
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or (a < 0).any() or not np.isfinite([em, ka_uM, tau, n]).all() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("out of range")
    s = (tau * a / (1000 * ka_uM + a)) ** n
    return {"response": em * s / (1 + s), "ec50": 1000 * ka_uM / ((2 + tau**n) ** (1 / n) - 1), "emax": em * tau**n / (1 + tau**n)}


# %% [answer] no check
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    s = (tau * a / (ka_uM + a)) ** n
    return {"response": em * s / (1 + s), "ec50": ka_uM / ((2 + tau**n) ** (1 / n) - 1), "emax": em * tau**n / (1 + tau**n)}


# %% [answer] a tuple
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or (a < 0).any() or not np.isfinite([em, ka_uM, tau, n]).all() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("out of range")
    s = (tau * a / (ka_uM + a)) ** n
    return em * s / (1 + s), ka_uM / ((2 + tau**n) ** (1 / n) - 1), em * tau**n / (1 + tau**n)


# %% [answer] a minus for a plus
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: slipped sign
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or (a < 0).any() or not np.isfinite([em, ka_uM, tau, n]).all() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("out of range")
    s = (tau * a / (ka_uM + a)) ** n
    return {"response": em * s / (1 + s), "ec50": ka_uM / ((2 - tau**n) ** (1 / n) - 1), "emax": em * tau**n / (1 + tau**n)}


# %% [answer] empty
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def operational(a_uM, em, ka_uM, tau, n=1.0):
    raise NotImplementedError


# %% [answer] blind: plain floats and a list
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def operational(a_uM, em, ka_uM, tau, n=1.0):
    em, ka, tau, n = float(em), float(ka_uM), float(tau), float(n)
    if not all(math.isfinite(x) for x in (em, ka, tau, n)):
        raise ValueError("NaN or infinity")
    if em < 0 or tau < 0 or ka <= 0 or n <= 0:
        raise ValueError("out of range")

    def effect(stimulus):
        if stimulus == 0:
            return 0.0
        if stimulus > 1:
            return em / (1 + stimulus**-n)
        return em * stimulus**n / (1 + stimulus**n)

    def one(a):
        if not math.isfinite(a) or a < 0:
            raise ValueError("the agonist must be at least 0")
        return effect(tau * (a / (ka + a)))

    concentrations = np.asarray(a_uM, dtype=float)
    if concentrations.ndim == 0:
        response = one(float(concentrations))
    else:
        response = np.array([one(float(a)) for a in concentrations.ravel()]).reshape(concentrations.shape)
    ec50 = ka / ((2 + tau**n) ** (1 / n) - 1)
    return {"response": response, "ec50": ec50, "emax": effect(tau)}


# %% [answer] blind: the EC50 found by halving the interval
# kind: right
# marks: 10
# says: ""
# written: blind
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.array(a_uM, dtype=float)
    if not np.all(np.isfinite(a)) or np.any(a < 0):
        raise ValueError("agonist")
    for value in (em, ka_uM, tau, n):
        if not np.isfinite(value):
            raise ValueError("not finite")
    if em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("range")

    def share(concentration, efficacy):
        s = (efficacy * concentration / (ka_uM + concentration)) ** n
        return s / (1 + s)

    # the smallest efficacy that can still be reckoned with stands for the limit at 0
    efficacy = tau if tau > 0 else 1e-200 ** (1 / max(n, 1))
    top = efficacy**n / (1 + efficacy**n)
    low, high = -700.0, 700.0
    for _ in range(200):
        middle = 0.5 * (low + high)
        if share(ka_uM * np.exp(middle), efficacy) < top / 2:
            low = middle
        else:
            high = middle
    response = em * share(a, tau)
    return {
        "response": float(response) if response.ndim == 0 else response,
        "ec50": float(ka_uM * np.exp(low)),
        "emax": float(em * tau**n / (1 + tau**n)),
    }


# %% [answer] blind: straight from the docstring's formula
# kind: right
# marks: 10
# says: ""
# written: blind
def operational(a_uM, em, ka_uM, tau, n=1.0):
    A = np.asarray(a_uM, dtype=np.float64)
    rest = np.array([em, ka_uM, tau, n], dtype=np.float64)
    if not (np.isfinite(A).all() and np.isfinite(rest).all()):
        raise ValueError("only finite numbers")
    if (A < 0).any() or em < 0 or tau < 0:
        raise ValueError("a_uM, em and tau must not be negative")
    if ka_uM <= 0 or n <= 0:
        raise ValueError("ka_uM and n must be above 0")
    drive = (tau * A) ** n
    response = em * drive / ((ka_uM + A) ** n + drive)
    emax = em * tau**n / (1 + tau**n)
    ec50 = ka_uM / ((2 + tau**n) ** (1 / n) - 1)
    return dict(response=response[()], ec50=float(ec50), emax=float(emax))


# %% [answer] blind: EC50 is half of what the tissue can do
# kind: mistake
# marks: 6
# says: "half of what the tissue could do"
# written: blind
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or not np.isfinite([em, ka_uM, tau, n]).all():
        raise ValueError("finite")
    if (a < 0).any() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("range")
    s = tau * a / (ka_uM + a)
    response = em * s**n / (1 + s**n)
    # half of em needs a stimulus of 1
    ec50 = ka_uM / (tau - 1) if tau > 1 else np.inf
    return {"response": response[()], "ec50": float(ec50), "emax": float(em * tau**n / (1 + tau**n))}


# %% [answer] blind: the formulas for a slope of one
# kind: mistake
# marks: 7
# says: "right for a slope of 1"
# written: blind
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or not np.isfinite([em, ka_uM, tau, n]).all():
        raise ValueError("finite")
    if (a < 0).any() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("range")
    s = tau * a / (ka_uM + a)
    response = em * s**n / (1 + s**n)
    return {"response": response[()], "ec50": float(ka_uM / (1 + tau)), "emax": float(em * tau / (1 + tau))}


# %% [answer] blind: the power left on the occupancy alone
# kind: wrong
# marks: 7
# says: ""
# written: blind
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or not np.isfinite([em, ka_uM, tau, n]).all():
        raise ValueError("finite")
    if (a < 0).any() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("range")
    s = tau * (a / (ka_uM + a)) ** n
    response = em * s / (1 + s)
    emax = em * tau / (1 + tau)
    ec50 = ka_uM / ((2 + tau) ** (1 / n) - 1)
    return {"response": response[()], "ec50": float(ec50), "emax": float(emax)}


# %% [answer] blind: one fraction turned upside down, infinities and all
# kind: right
# marks: 10
# says: ""
# written: blind
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=np.float64)
    em, ka, tau, n = (np.float64(x) for x in (em, ka_uM, tau, n))
    if not (np.isfinite(a).all() and np.isfinite([em, ka, tau, n]).all()):
        raise ValueError("NaN or infinity")
    if (a < 0).any() or em < 0 or tau < 0 or ka <= 0 or n <= 0:
        raise ValueError("out of range")
    with np.errstate(divide="ignore", over="ignore"):
        response = em / (1 + ((ka + a) / (tau * a)) ** n)
        top = em / (1 + (1 / tau) ** n)
        ec50 = ka / np.expm1(np.logaddexp(np.log(2), n * np.log(tau)) / n)
    return {"response": response, "ec50": ec50, "emax": top}


# %% [answer] blind: EC50 by halving an interval of logarithms, plain Python
# kind: right
# marks: 10
# says: ""
# written: blind
import math


def operational(a_uM, em, ka_uM, tau, n=1.0):
    numbers = [float(x) for x in (em, ka_uM, tau, n)]
    em, ka, tau, n = numbers
    if not all(map(math.isfinite, numbers)) or em < 0 or tau < 0 or ka <= 0 or n <= 0:
        raise ValueError("out of range")

    def share(a):
        """Response over Em, from the ratio that transduces."""
        x = (tau * a / (ka + a)) ** n
        return x / (1 + x)

    def each(a):
        if isinstance(a, (list, tuple, np.ndarray)) and np.ndim(a):
            return [each(one) for one in a]
        if not math.isfinite(a) or a < 0:
            raise ValueError("a_uM out of range")
        return em * share(float(a))

    answer = each(a_uM)
    most = tau**n / (1 + tau**n)
    if tau == 0:
        ec50 = ka / (2 ** (1 / n) - 1)
    else:
        low, high = math.log(ka) - 60, math.log(ka) + 60
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if share(math.exp(middle)) < most / 2 else (low, middle)
        ec50 = math.exp(high)
    return {"response": np.array(answer) if isinstance(answer, list) else answer, "ec50": ec50, "emax": em * most}


# %% [answer] blind: the slope stays at the concentration alone
# kind: wrong
# marks: 7
# says: ""
# written: blind
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.all(np.isfinite(a)) or not np.all(np.isfinite([em, ka_uM, tau, n])):
        raise ValueError("finite")
    if np.any(a < 0) or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("range")
    response = em * tau * a**n / ((ka_uM + a) ** n + tau * a**n)
    return {
        "response": response if response.ndim else float(response),
        "ec50": float(ka_uM / ((2 + tau) ** (1 / n) - 1)),
        "emax": float(em * tau / (1 + tau)),
    }


# %% [answer] blind: every receptor is needed, so the maximum is Em
# kind: wrong
# marks: 2
# says: ""
# written: blind
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.all(np.isfinite(a)) or not np.all(np.isfinite([em, ka_uM, tau, n])):
        raise ValueError("finite")
    if np.any(a < 0) or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("range")
    response = em * (tau * a) ** n / ((ka_uM + a) ** n + (tau * a) ** n)
    return {
        "response": response if response.ndim else float(response),
        "ec50": float(ka_uM / ((2 + tau**n) ** (1 / n) - 1)),
        "emax": float(em),
    }


# %% [answer] one table of three columns
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or np.any(a < 0):
        raise ValueError("a_uM must be finite and at least 0")
    if not np.isfinite([em, ka_uM, tau, n]).all() or em < 0 or tau < 0 or ka_uM <= 0 or n <= 0:
        raise ValueError("a parameter is out of range")
    driven = (tau * a) ** n
    response = em * driven / ((ka_uM + a) ** n + driven)
    ec50 = ka_uM / ((2 + tau**n) ** (1 / n) - 1)
    emax = em * tau**n / (1 + tau**n)
    return np.stack([response, np.full(a.shape, ec50), np.full(a.shape, emax)], axis=-1)


# %% [answer] the maximum keeps the transducer's minus
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    for name, given, least in (("em", em, 0), ("tau", tau, 0), ("ka_uM", ka_uM, 1e-300), ("n", n, 1e-300)):
        if not least <= given < np.inf:
            raise ValueError(f"{name} is out of its range")
    if not np.all(np.isfinite(a) & (a >= 0)):
        raise ValueError("a_uM must be at least 0")
    stimulus = (tau * a / (ka_uM + a)) ** n
    with np.errstate(divide="ignore"):
        emax = em * np.float64(tau) ** n / (tau**n - 1)
    return {
        "response": (em * stimulus / (stimulus + 1))[()],
        "ec50": ka_uM / ((2 + tau**n) ** (1 / n) - 1),
        "emax": emax,
    }


# %% [answer] response in per cent of the maximum
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def operational(a_uM, em, ka_uM, tau, n=1.0):
    a = np.asarray(a_uM, dtype=float)
    if not np.isfinite(a).all() or np.any(a < 0):
        raise ValueError("a_uM must be finite and at least 0")
    if not np.isfinite([em, ka_uM, tau, n]).all() or min(em, tau) < 0 or min(ka_uM, n) <= 0:
        raise ValueError("a parameter is out of range")
    share = (tau * a) ** n / ((ka_uM + a) ** n + (tau * a) ** n)
    return {
        "response": 100 * share,
        "ec50": ka_uM / ((2 + tau**n) ** (1 / n) - 1),
        "emax": 100 * tau**n / (1 + tau**n),
    }
