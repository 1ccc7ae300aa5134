# %% [answer] closed form
# kind: right
# marks: 10
# says: ""
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    hazards = np.array([h_side, h_ineff, h_other], dtype=float)
    if not np.isfinite(hazards).all() or (hazards < 0).any() or hazards.sum() == 0:
        raise ValueError("hazards (1/month) must be at least 0 and not all 0")
    time = np.array(months, dtype=float)
    if not np.isfinite(time).all():
        raise ValueError("months must be finite")
    stopped = 1 - np.exp(-hazards.sum() * np.clip(time, 0, None))
    return {"stopped": stopped, "shares": hazards / hazards.sum()}


# %% [answer] survivors multiplied, one time after another
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def discontinuation(h_side, h_ineff, h_other, months):
    three = [h_side, h_ineff, h_other]
    if any(not math.isfinite(h) or h < 0 for h in three):
        raise ValueError("a hazard must be finite and at least 0 a month")
    if not any(three):
        raise ValueError("somebody must be able to stop")

    def gone(t):
        if not math.isfinite(t):
            raise ValueError("months must be finite")
        if t <= 0:
            return 0.0
        still = 1.0
        for h in three:
            still *= math.exp(-h * t)
        return 1 - still

    shape = np.shape(months)
    each = [gone(float(t)) for t in np.ravel(months)]
    return {"stopped": np.reshape(each, shape).tolist() if shape else each[0], "shares": [h / sum(three) for h in three]}


# %% [answer] the differential equations, solved
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import solve_ivp


def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    when = np.asarray(months, dtype=float)
    if not np.isfinite(h).all() or not np.isfinite(when).all() or h.min() < 0 or h.max() == 0:
        raise ValueError("out of range")
    times, back = np.unique(np.maximum(when, 0), return_inverse=True)
    end = max(float(times[-1]), 1e-3)
    run = solve_ivp(lambda t, s: -h.sum() * s, (0, end), [1.0], t_eval=np.unique(np.append(times, end)), rtol=1e-11, atol=1e-13, method="DOP853")
    gone = (1 - run.y[0])[: len(times)]
    gone[times == 0] = 0.0
    answer = gone[back].reshape(when.shape)
    return {"stopped": answer if when.ndim else float(answer), "shares": tuple(h / h.sum())}


# %% [answer] probabilities added
# kind: mistake
# marks: 4
# says: "added three probabilities"
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.maximum(np.asarray(months, float), 0)
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or not h.any():
        raise ValueError("out of range")
    return {"stopped": sum(1 - np.exp(-x * t) for x in h), "shares": tuple(h / h.sum())}


# %% [answer] probabilities added, and cut at one
# kind: mistake
# marks: 4
# says: "added three probabilities"
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.maximum(np.asarray(months, float), 0)
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or not h.any():
        raise ValueError("out of range")
    return {"stopped": np.minimum(sum(1 - np.exp(-x * t) for x in h), 1.0), "shares": tuple(h / h.sum())}


# %% [answer] hazard times time
# kind: mistake
# marks: 5
# says: "multiplied the hazard by the time"
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.maximum(np.asarray(months, float), 0)
    if not np.isfinite(h).all() or (h < 0).any() or not h.any():
        raise ValueError("out of range")
    return {"stopped": np.minimum(h.sum() * t, 1.0), "shares": tuple(h / h.sum())}


# %% [answer] shares of what each would do alone
# kind: mistake
# marks: 6
# says: "what each reason would do alone"
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.maximum(np.asarray(months, float), 0)
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or not h.any():
        raise ValueError("out of range")
    alone = 1 - np.exp(-h * np.max(t)) if np.max(t) > 0 else h
    return {"stopped": 1 - np.exp(-h.sum() * t), "shares": tuple(alone / alone.sum())}


# %% [answer] who is still there
# kind: mistake
# marks: 6
# says: "still taking the drug"
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.maximum(np.asarray(months, float), 0)
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or not h.any():
        raise ValueError("out of range")
    return {"stopped": np.exp(-h.sum() * t), "shares": tuple(h / h.sum())}


# %% [answer] before the start
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.asarray(months, float)
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or not h.any():
        raise ValueError("out of range")
    return {"stopped": 1 - np.exp(-h.sum() * t), "shares": tuple(h / h.sum())}


# %% [answer] months taken for years
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.maximum(np.asarray(months, float), 0) / 12
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or not h.any():
        raise ValueError("out of range")
    return {"stopped": 1 - np.exp(-h.sum() * t), "shares": tuple(h / h.sum())}


# %% [answer] the sign lost
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: slipped sign
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.maximum(np.asarray(months, float), 0)
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or not h.any():
        raise ValueError("out of range")
    return {"stopped": 1 - np.exp(h.sum() * t), "shares": tuple(h / h.sum())}


# %% [answer] one number
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def discontinuation(h_side, h_ineff, h_other, months):
    return 1 - np.exp(-(h_side + h_ineff + h_other) * months)


# %% [answer] empty
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    raise NotImplementedError


# %% [answer] blind: expm1 and a dictionary
# kind: right
# marks: 10
# says: ""
# written: blind
def discontinuation(h_side, h_ineff, h_other, months):
    hazards = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.array(months, dtype=float)
    if not np.isfinite(hazards).all() or not np.isfinite(t).all():
        raise ValueError("NaN or infinity")
    if (hazards < 0).any() or not hazards.any():
        raise ValueError("hazards must be at least 0, and one above 0")
    total = hazards.sum()
    stopped = -np.expm1(-total * np.maximum(t, 0))
    return {
        "stopped": stopped if stopped.ndim else float(stopped),
        "shares": tuple(float(h / total) for h in hazards),
    }


# %% [answer] blind: one time after the other
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def discontinuation(h_side, h_ineff, h_other, months):
    hazards = [float(h_side), float(h_ineff), float(h_other)]
    if not all(math.isfinite(h) for h in hazards) or min(hazards) < 0 or max(hazards) == 0:
        raise ValueError("hazards")
    total = hazards[0] + hazards[1] + hazards[2]

    def gone(t):
        t = float(t)
        if not math.isfinite(t):
            raise ValueError("months")
        return 0.0 if t <= 0 else 1.0 - math.exp(-total * t)

    times = np.asarray(months, dtype=float)
    if times.ndim == 0:
        stopped = gone(times)
    else:
        stopped = np.array([gone(t) for t in times.flat]).reshape(times.shape)
    return {"stopped": stopped, "shares": [h / total for h in hazards]}


# %% [answer] blind: three worlds multiplied, the shares as an array
# kind: right
# marks: 10
# says: ""
# written: blind
def discontinuation(h_side, h_ineff, h_other, months):
    t = np.clip(np.asarray(months, dtype=float), 0, None)
    reasons = np.asarray([h_side, h_ineff, h_other], dtype=float)
    if np.isnan(t).any() or np.isinf(np.asarray(months, dtype=float)).any():
        raise ValueError("months must be finite")
    if not np.isfinite(reasons).all() or np.any(reasons < 0) or np.all(reasons == 0):
        raise ValueError("hazards must be finite, not below 0, not all 0")
    # to be still there is to have escaped each of the three
    left = np.exp(-reasons[0] * t) * np.exp(-reasons[1] * t) * np.exp(-reasons[2] * t)
    return {"stopped": (1 - left)[()], "shares": reasons / np.sum(reasons)}


# %% [answer] blind: three probabilities added up
# kind: mistake
# marks: 4
# says: "added three probabilities"
# written: blind
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.asarray(months, dtype=float)
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or h.sum() == 0:
        raise ValueError("range")
    t = np.maximum(t, 0)
    each = [1 - np.exp(-x * t) for x in h]
    stopped = np.minimum(each[0] + each[1] + each[2], 1)
    return {"stopped": stopped[()], "shares": tuple(float(x) for x in h / h.sum())}


# %% [answer] blind: compounded month by month
# kind: wrong
# marks: 4
# says: ""
# written: blind
def discontinuation(h_side, h_ineff, h_other, months):
    total = h_side + h_ineff + h_other
    t = np.asarray(months, dtype=float)
    if not np.isfinite(total) or not np.isfinite(t).all():
        raise ValueError("finite")
    if min(h_side, h_ineff, h_other) < 0 or total == 0:
        raise ValueError("range")
    left = (1 - total) ** np.maximum(t, 0)
    return {"stopped": (1 - left)[()], "shares": (h_side / total, h_ineff / total, h_other / total)}


# %% [answer] blind: shares of all who began, and months before the start forgotten
# kind: wrong
# marks: 4
# says: ""
# written: blind
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.asarray(months, dtype=float)
    if not np.isfinite(h).all() or not np.isfinite(t).all() or (h < 0).any() or h.sum() == 0:
        raise ValueError("range")
    stopped = 1 - np.exp(-h.sum() * t)
    last = np.max(stopped)
    return {"stopped": stopped[()], "shares": tuple(float(x) for x in h / h.sum() * last)}


# %% [answer] shares by name
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def discontinuation(h_side, h_ineff, h_other, months):
    hazards = {"side effects": h_side, "no effect": h_ineff, "other": h_other}
    for reason, hazard in hazards.items():
        if not np.isfinite(hazard) or hazard < 0:
            raise ValueError(f"the hazard for {reason} must be finite and at least 0 a month")
    total = sum(hazards.values())
    time = np.asarray(months, dtype=float)
    if total == 0 or not np.isfinite(time).all():
        raise ValueError("somebody must be able to stop, and months must be finite")
    stopped = 1 - np.exp(-total * np.maximum(time, 0))
    return {"stopped": stopped, "shares": {reason: hazard / total for reason, hazard in hazards.items()}}


# %% [answer] everything in per cent
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: wrong unit
def discontinuation(h_side, h_ineff, h_other, months):
    h = np.array([h_side, h_ineff, h_other], dtype=float)
    t = np.asarray(months, dtype=float)
    if not np.isfinite(h).all() or not np.isfinite(t).all():
        raise ValueError("finite numbers only")
    if h.min() < 0 or h.max() == 0:
        raise ValueError("hazards must be at least 0 and not all 0")
    stopped = -100 * np.expm1(-h.sum() * np.clip(t, 0, None))
    return {"stopped": stopped[()], "shares": (100 * h / h.sum()).tolist()}


# %% [answer] one reason subtracts
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
def discontinuation(h_side, h_ineff, h_other, months):
    three = np.array([h_side, h_ineff, h_other], dtype=float)
    when = np.maximum(np.asarray(months, dtype=float), 0)
    if not np.isfinite(three).all() or not np.isfinite(when).all() or (three < 0).any() or not three.any():
        raise ValueError("hazards at least 0, one of them above, and finite months")
    still = np.exp(-h_side * when) * np.exp(-h_ineff * when) * np.exp(h_other * when)
    return {"stopped": (1 - still)[()], "shares": tuple(three / three.sum())}


# %% [answer] three compartments integrated, the shares from the first month
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import solve_ivp


def discontinuation(h_side, h_ineff, h_other, months):
    hazards = np.array([h_side, h_ineff, h_other], dtype=float)
    times = np.asarray(months, dtype=float)
    if not np.isfinite(hazards).all() or not np.isfinite(times).all():
        raise ValueError("NaN or infinity")
    if hazards.min() < 0 or hazards.max() == 0:
        raise ValueError("hazards must be at least 0, and one of them above")

    def stopped_by(month):
        if month <= 0:
            return np.zeros(3)
        leave = lambda t, gone: hazards * (1 - gone.sum())
        return solve_ivp(leave, (0, month), np.zeros(3), method="LSODA", rtol=1e-8, atol=1e-10).y[:, -1]

    first_month = stopped_by(1.0)
    return {
        "stopped": np.vectorize(lambda month: stopped_by(month).sum(), otypes=[float])(times)[()],
        "shares": first_month / first_month.sum(),
    }


# %% [answer] every reason must have a hazard
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def discontinuation(h_side, h_ineff, h_other, months):
    hazards = [float(h_side), float(h_ineff), float(h_other)]
    for hazard in hazards:
        if not 0 < hazard < float("inf"):
            raise ValueError("a hazard must be a finite number above 0 a month")
    t = np.asarray(months, dtype=float)
    if not np.isfinite(t).all():
        raise ValueError("months must be finite")
    stopped = 1 - np.exp(-sum(hazards) * np.where(t > 0, t, 0))
    return {"stopped": stopped, "shares": [hazard / sum(hazards) for hazard in hazards]}
