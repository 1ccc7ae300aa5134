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
# shows: loops
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
# shows: slipped sign
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
# shows: wrong unit
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
# shows: wrong unit
def nmda_unblock(v_mV, mg_mM=1.0):
    half_block_uM = 3570
    return 1 / (1 + np.asarray(mg_mM) / half_block_uM * np.exp(-0.062 * np.asarray(v_mV)))


# %% [answer] numbers only, nothing refused
# kind: wrong
# marks: 7
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
# shows: wrong type
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


# %% [answer] blind a: logistic function of the log odds
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np
from scipy.special import expit


def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    if not np.isfinite(v).all():
        raise ValueError("v_mV must be finite, in mV")
    if not (np.isfinite(mg) & (mg >= 0)).all():
        raise ValueError("mg_mM must be finite and at least 0 mM")
    with np.errstate(divide="ignore"):
        half = np.log(mg / 3.57)  # minus infinity without magnesium, and expit(inf) is 1
    B = expit(0.062 * v - half)
    return float(B) if np.ndim(B) == 0 else B


# %% [answer] blind a: math in a loop, zero magnesium treated apart
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math

import numpy as np


def nmda_unblock(v_mV, mg_mM=1.0):
    pairs = np.broadcast(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    free = []
    for v, mg in pairs:
        if math.isnan(v) or math.isinf(v):
            raise ValueError("v_mV: NaN and infinity are no potentials (mV)")
        if math.isnan(mg) or math.isinf(mg) or mg < 0:
            raise ValueError("mg_mM must be a finite number of mM, at least 0")
        if mg == 0:
            free.append(1.0)
            continue
        try:
            odds = mg / 3.57 * math.exp(-0.062 * v)
        except OverflowError:
            odds = math.inf
        free.append(1 / (1 + odds))
    if pairs.shape == ():
        return free[0]
    return np.reshape(np.array(free, dtype=float), pairs.shape)


# %% [answer] blind a: logaddexp, then a class for the constants
# kind: right
# marks: 10
# says: ""
# written: blind
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Plug:
    half_block_mM: float = 3.57
    steepness_per_mV: float = 0.062

    def log_odds_blocked(self, v, mg):
        with np.errstate(divide="ignore"):
            return np.log(mg) - np.log(self.half_block_mM) - self.steepness_per_mV * v


JAHR_STEVENS = Plug()


def nmda_unblock(v_mV, mg_mM=1.0):
    v = np.array(v_mV, dtype=float)
    mg = np.array(mg_mM, dtype=float)
    if np.any(~np.isfinite(v)) or np.any(~np.isfinite(mg)):
        raise ValueError("v_mV (mV) and mg_mM (mM) must be finite")
    if np.any(mg < 0):
        raise ValueError("mg_mM must be at least 0 mM")
    B = np.exp(-np.logaddexp(0.0, JAHR_STEVENS.log_odds_blocked(v, mg)))
    return B if np.ndim(B) else float(B)


# %% [answer] blind a: the formula as it stands
# kind: right
# marks: 10
# says: ""
# written: blind
# Its author thought it wrong, for 0 times infinity at -12000 mV; the text now says how far it must reach.
import numpy as np


def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    if not np.isfinite(v).all() or not np.isfinite(mg).all():
        raise ValueError("v_mV (mV) and mg_mM (mM) must be finite")
    if (mg < 0).any():
        raise ValueError("mg_mM must be at least 0 mM")
    B = 1 / (1 + mg / 3.57 * np.exp(-0.062 * v))
    return float(B) if B.ndim == 0 else B


# %% [answer] blind a: if any magnesium is zero, all ones
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: one zero in an array of magnesium makes the whole answer 1
import numpy as np


def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    if not np.isfinite(v).all() or not np.isfinite(mg).all():
        raise ValueError("v_mV (mV) and mg_mM (mM) must be finite")
    if (mg < 0).any():
        raise ValueError("mg_mM must be at least 0 mM")
    if (mg == 0).any():
        B = np.ones(v.shape)
    else:
        with np.errstate(over="ignore"):
            B = 1 / (1 + mg / 3.57 * np.exp(-0.062 * v))
    return float(B) if B.ndim == 0 else B


# %% [answer] blind a: only NaN is refused
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: infinity is not refused
import numpy as np


def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    if np.isnan(v).any() or np.isnan(mg).any():
        raise ValueError("v_mV (mV) and mg_mM (mM) must not be NaN")
    if (mg < 0).any():
        raise ValueError("mg_mM must be at least 0 mM")
    with np.errstate(all="ignore"):
        B = np.where(mg == 0, 1.0, 1 / (1 + mg / 3.57 * np.exp(-0.062 * v)))
    return float(B) if B.ndim == 0 else B


# %% [answer] blind b: long-winded, magnesium zero treated apart
# kind: right
# marks: 10
# says: ""
# written: blind
def nmda_unblock(v_mV, mg_mM=1.0):
    v = np.asarray(v_mV, dtype=float)
    mg = np.asarray(mg_mM, dtype=float)
    v, mg = np.broadcast_arrays(v, mg)
    if not np.isfinite(v).all():
        raise ValueError("v_mV must be a finite potential in mV")
    if not np.isfinite(mg).all():
        raise ValueError("mg_mM must be a finite concentration in mM, at least 0")
    if (mg < 0).any():
        raise ValueError("mg_mM must be at least 0 mM")
    with np.errstate(over="ignore", invalid="ignore"):
        odds = mg / 3.57 * np.exp(-0.062 * v)
    # without magnesium: exactly 1, also where the exponential is infinite
    odds = np.where(mg == 0, 0.0, odds)
    B = 1.0 / (1.0 + odds)
    if B.shape == ():
        return float(B)
    return B


# %% [answer] blind b: list comprehension and if/else
# kind: right
# marks: 10
# says: ""
# written: blind
import math


def free_share(v, mg):
    if math.isnan(v) or math.isinf(v):
        raise ValueError("v_mV must be finite (mV)")
    elif math.isnan(mg) or math.isinf(mg) or mg < 0:
        raise ValueError("mg_mM must be finite and at least 0 mM")
    elif mg == 0:
        return 1.0
    # put magnesium into the exponent, then it cannot overflow unnoticed
    exponent = math.log(mg / 3.57) - 0.062 * v
    if exponent > 700:
        return 0.0
    else:
        return 1 / (1 + math.exp(exponent))


def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(np.array(v_mV, dtype=float), np.array(mg_mM, dtype=float))
    values = [free_share(float(a), float(b)) for a, b in zip(v.flat, mg.flat)]
    if v.shape == ():
        return values[0]
    return np.array(values, dtype=float).reshape(v.shape)


# %% [answer] blind b: np.vectorize over the half-blocking concentration
# kind: right
# marks: 10
# says: ""
# written: blind
def half_block_mM(v):
    # the concentration that blocks half of the channels at this voltage
    with np.errstate(over="ignore", under="ignore"):
        return 3.57 * np.exp(0.062 * v)


def free_one(v, mg):
    if not np.isfinite(v) or not np.isfinite(mg):
        raise ValueError("v_mV (mV) and mg_mM (mM) must be finite")
    if mg < 0:
        raise ValueError("mg_mM must be at least 0 mM")
    if mg == 0:
        return 1.0
    half = half_block_mM(v)
    if half == np.inf:
        return 1.0
    return half / (half + mg)


def nmda_unblock(v_mV, mg_mM=1.0):
    out = np.vectorize(free_one, otypes=[float])(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    return out.item() if out.ndim == 0 else out


# %% [answer] blind b: only negative magnesium is refused
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: NaN and infinity are not refused; passes the public checks
def nmda_unblock(v_mV, mg_mM=1.0):
    v = np.asarray(v_mV, dtype=float)
    mg = np.asarray(mg_mM, dtype=float)
    if (mg < 0).any():
        raise ValueError("mg_mM must be at least 0 mM")
    with np.errstate(over="ignore", invalid="ignore"):
        odds = np.where(mg == 0, 0.0, mg / 3.57 * np.exp(-0.062 * v))
    B = 1 / (1 + odds)
    return float(B) if B.ndim == 0 else B


# %% [answer] blind b: loops over the voltages only
# kind: wrong
# marks: 8
# says: ""
# written: blind
# shows: loops
# believed wrong because: only v_mV may be a list or an array; magnesium is turned into one number, so an array of magnesium fails
def nmda_unblock(v_mV, mg_mM=1.0):
    mg = float(mg_mM)
    if not np.isfinite(mg) or mg < 0:
        raise ValueError("mg_mM must be finite and at least 0 mM")
    voltages = np.asarray(v_mV, dtype=float)
    if not np.isfinite(voltages).all():
        raise ValueError("v_mV must be finite, in mV")
    if mg == 0:
        B = np.ones(voltages.shape)
    else:
        with np.errstate(over="ignore"):
            B = np.array([1 / (1 + mg / 3.57 * np.exp(-0.062 * v)) for v in voltages.ravel()], dtype=float).reshape(voltages.shape)
    if B.shape == ():
        return float(B)
    return B


# %% [answer] blind b: one zero magnesium makes everything 1
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: if any magnesium is zero the single number 1.0 is returned for the whole array; passes the public checks
def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    if not np.isfinite(v).all():
        raise ValueError("v_mV must be finite, in mV")
    if not np.isfinite(mg).all() or (mg < 0).any():
        raise ValueError("mg_mM must be finite and at least 0 mM")
    if np.any(mg == 0):
        return 1.0
    with np.errstate(over="ignore"):
        B = 1 / (1 + mg / 3.57 * np.exp(-0.062 * v))
    return float(B) if B.ndim == 0 else B


# %% [answer] blind: a logistic curve in the logarithm of magnesium
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.special import expit


def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float)
    if not (np.isfinite(v).all() and np.isfinite(mg).all()):
        raise ValueError("finite numbers, please")
    if (mg < 0).any():
        raise ValueError("magnesium cannot be negative")
    # log(0) is minus infinity, and the logistic curve of plus infinity is 1
    return expit(0.062 * v - np.log(mg / 3.57))


# %% [answer] blind: math alone, one pair at a time through a generator
# kind: right
# marks: 10
# says: ""
# written: blind
import math


def nmda_unblock(v_mV, mg_mM=1.0):
    pairs = np.broadcast(np.asarray(v_mV), np.asarray(mg_mM))

    def one(v, mg):
        if not math.isfinite(v) or not math.isfinite(mg) or mg < 0:
            raise ValueError(f"cannot use {v} mV with {mg} mM")
        return 1 / (1 + mg / 3.57 * math.exp(-0.062 * v))

    values = np.array([one(float(v), float(mg)) for v, mg in pairs]).reshape(pairs.shape)
    return values.item() if pairs.shape == () else values


# %% [answer] blind: the fraction that is blocked, with e-fold steps of 17 mV
# kind: wrong
# marks: 2
# says: ""
# written: blind
def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float)
    if not np.all(np.isfinite(v)) or not np.all(np.isfinite(mg)) or np.any(mg < 0):
        raise ValueError("bad input")
    return mg * np.exp(-v / 17.0) / (3.57 + mg * np.exp(-v / 17.0))


# %% [answer] blind: concentration in mol per litre, potential in volts
# kind: wrong
# marks: 5
# says: ""
# written: blind
# shows: wrong unit
def nmda_unblock(v_mV, mg_mM=1.0):
    volts, molar = np.asarray(v_mV, dtype=float) / 1000, np.asarray(mg_mM, dtype=float) / 1000
    if np.isnan(volts + molar).any() or np.isinf(volts + molar).any() or (molar < 0).any():
        raise ValueError("v_mV and mg_mM must be finite, mg_mM at least 0")
    return 1 / (1 + molar / 3.57 * np.exp(-0.062 * volts))


# %% [answer] pairs of potential and fraction
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    if not (np.isfinite(v).all() and np.isfinite(mg).all()) or (mg < 0).any():
        raise ValueError("mg_mM must be at least 0 mM, and everything finite")
    free = 1 / (1 + mg / 3.57 * np.exp(-0.062 * v))
    return np.stack([v, free], axis=-1)


# %% [answer] one less the block in the denominator
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: slipped sign
def nmda_unblock(v_mV, mg_mM=1.0):
    v = np.asarray(v_mV, dtype=float)
    mg = np.asarray(mg_mM, dtype=float)
    if np.any(~np.isfinite(v)) or np.any(~np.isfinite(mg)) or np.any(mg < 0):
        raise ValueError("finite numbers, magnesium at least 0 mM")
    return 1 / (1 - mg / 3.57 * np.exp(-0.062 * v))


# %% [answer] in per cent
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: wrong unit
def nmda_unblock(v_mV, mg_mM=1.0):
    v = np.asarray(v_mV, dtype=float)
    mg = np.asarray(mg_mM, dtype=float)
    if not np.isfinite(v).all() or not np.isfinite(mg).all() or np.any(mg < 0):
        raise ValueError("mg_mM must be at least 0 mM")
    return 100 / (1 + mg / 3.57 * np.exp(-0.062 * v))


# %% [answer] in single precision
# kind: right
# marks: 10
# says: ""
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.asarray(v_mV, dtype=np.float32), np.asarray(mg_mM, dtype=np.float32)
    if not np.isfinite(v).all() or not np.isfinite(mg).all() or (mg < 0).any():
        raise ValueError("finite numbers, and mg_mM at least 0")
    odds = mg / np.float32(3.57) * np.exp(np.float32(-0.062) * v)
    return 1 / (1 + odds)


# %% [answer] potentials beyond 100 mV cut off
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def nmda_unblock(v_mV, mg_mM=1.0):
    v, mg = np.broadcast_arrays(np.asarray(v_mV, dtype=float), np.asarray(mg_mM, dtype=float))
    if not np.isfinite(v).all() or not np.isfinite(mg).all() or (mg < 0).any():
        raise ValueError("finite numbers, and mg_mM at least 0 mM")
    v = np.clip(v, -100, 100)  # no cell goes further, and the exponential stays small
    free = 1 / (1 + mg / 3.57 * np.exp(-0.062 * v))
    return free if free.ndim else float(free)
