# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    v = np.asarray(v_mV, dtype=float)
    mg = np.asarray(mg_mM, dtype=float)
    if not (np.all(np.isfinite(v)) and np.all(np.isfinite(mg))):
        raise ValueError("v_mV and mg_mM must be finite")
    if np.any(mg < 0):
        raise ValueError("mg_mM must not be negative")
    blocked_odds = mg * np.exp(-0.062 * v) / 3.57
    return 1.0 / (1.0 + blocked_odds)


# %% [answer] loop over broadcast pairs
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def nmda_unblock(v_mV, mg_mM=1.0):
    pairs = np.broadcast(v_mV, mg_mM)
    answers = []
    for v, mg in pairs:
        v, mg = float(v), float(mg)
        if math.isnan(v) or math.isinf(v):
            raise ValueError("v_mV must be a finite number of mV")
        if math.isnan(mg) or math.isinf(mg) or mg < 0:
            raise ValueError("mg_mM must be a finite number of mM, at least 0")
        answers.append(1 / (1 + mg / 3.57 * math.exp(-0.062 * v)))
    if pairs.shape == ():
        return answers[0]
    return np.array(answers).reshape(pairs.shape)


# %% [answer] logistic function
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.special import expit


def nmda_unblock(v_mV, mg_mM=1.0):
    """Free fraction as a logistic curve around the half-block voltage."""
    v, mg = np.asarray(v_mV, float), np.asarray(mg_mM, float)
    if not np.isfinite(v).all() or not np.isfinite(mg).all() or (mg < 0).any():
        raise ValueError("v_mV (mV) must be finite and mg_mM (mM) finite and at least 0")
    with np.errstate(divide="ignore"):
        half = np.log(mg / 3.57) / 0.062
    return expit(0.062 * (v - half))


# %% [answer] plain lists
# kind: right
# marks: 10
# says: ""
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(v_mV, mg_mM)
    if not np.isfinite(v).all() or not np.isfinite(mg).all():
        raise ValueError("only finite numbers")
    if mg.min() < 0:
        raise ValueError("magnesium cannot be negative")
    return (1 / (1 + (mg / 3.57) * np.exp(-0.062 * v))).tolist()


# %% [answer] sign of the voltage
# kind: mistake
# marks: 5
# says: "falls as the cell is depolarised"
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    v = np.asarray(v_mV, dtype=float)
    mg = np.asarray(mg_mM, dtype=float)
    if np.any(mg < 0) or not np.all(np.isfinite(v)) or not np.all(np.isfinite(mg)):
        raise ValueError("mg_mM must be at least 0 mM")
    return 1 / (1 + mg / 3.57 * np.exp(0.062 * v))


# %% [answer] constants exchanged
# kind: mistake
# marks: 5
# says: "their places were exchanged"
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    v = np.asarray(v_mV, dtype=float)
    mg = np.asarray(mg_mM, dtype=float)
    if np.any(mg < 0) or not np.all(np.isfinite(v)) or not np.all(np.isfinite(mg)):
        raise ValueError("mg_mM must be at least 0 mM")
    return 1 / (1 + mg / 0.062 * np.exp(-3.57 * v))


# %% [answer] magnesium in micromolar
# kind: mistake
# marks: 5
# says: "a thousand times too strong or too weak"
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    mg_uM = 1000 * np.asarray(mg_mM, dtype=float)
    if np.any(mg_uM < 0):
        raise ValueError("mg_mM must be at least 0")
    return 1 / (1 + mg_uM / 3.57 * np.exp(-0.062 * np.asarray(v_mV)))


# %% [answer] constant in micromolar
# kind: mistake
# marks: 5
# says: "a thousand times too strong or too weak"
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    half_block_uM = 3570
    return 1 / (1 + np.asarray(mg_mM) / half_block_uM * np.exp(-0.062 * np.asarray(v_mV)))


# %% [answer] numbers only, nothing refused
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
import math


def nmda_unblock(v_mV, mg_mM=1.0):
    return 1 / (1 + mg_mM / 3.57 * math.exp(-0.062 * v_mV))


# %% [answer] nothing refused
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.asarray(v_mV), np.asarray(mg_mM)
    return 1 / (1 + mg / 3.57 * np.exp(-0.062 * v))


# %% [answer] blocked instead of free
# kind: mistake
# marks: 5
# says: "how many channels are blocked"
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    odds = np.asarray(mg_mM) / 3.57 * np.exp(-0.062 * np.asarray(v_mV))
    if not np.isfinite(odds).all() or np.any(np.asarray(mg_mM) < 0):
        raise ValueError("bad input")
    return odds / (1 + odds)


# %% [answer] a sentence instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    return f"{1 / (1 + mg_mM / 3.57 * np.exp(-0.062 * v_mV)):.3f}"


# %% [answer] printed, not returned
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    print(1 / (1 + np.asarray(mg_mM) / 3.57 * np.exp(-0.062 * np.asarray(v_mV))))


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    # YOUR CODE HERE
    raise NotImplementedError()
