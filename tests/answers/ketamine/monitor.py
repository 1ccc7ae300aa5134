# %% [answer] two passes over arrays
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] plain Python, backwards
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def monitor(t_min, sbp, dbp, spo2):
    t, high, low, oxygen = ([float(x) for x in one] for one in (t_min, sbp, dbp, spo2))
    if not len(t) == len(high) == len(low) == len(oxygen) or len(t) < 2:
        raise ValueError("four series of one length, with two samples at least")
    if any(math.isnan(x) or math.isinf(x) for x in t) or any(b <= a for a, b in zip(t, t[1:])):
        raise ValueError("t_min must be finite and rise")
    if any(math.isinf(x) for x in high + low + oxygen) or any(math.isnan(one[0]) for one in (high, low, oxygen)):
        raise ValueError("values must be finite or NaN, the first not NaN")
    alarms, peak, ready = [], 0, math.nan
    for i, (time, s, d, o) in enumerate(zip(t, high, low, oxygen)):
        rules = [("SBP40", s - high[0] >= 40), ("DBP25", d - low[0] >= 25), ("SPO2", o < 92)]
        alarms += [(time, code) for code, met in rules if met]
        if s > high[peak]:
            peak = i
    for time, s, d, o in reversed(list(zip(t, high, low, oxygen))):
        if time < 120 or s > 1.1 * high[0] or d > 1.1 * low[0] or o < 92:
            break
        if not any(math.isnan(x) for x in (s, d, o)):
            ready = time
    return {"alarms": alarms, "t_peak": t[peak], "ready_min": ready}


# %% [answer] arrays without a loop
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    met = np.array([sbp >= sbp[0] + 40, dbp >= dbp[0] + 25, spo2 < 92])
    codes = ["SBP40", "DBP25", "SPO2"]
    alarms = [(float(t[i]), codes[j]) for i, j in np.argwhere(met.T)]
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    last_bad = np.flatnonzero(bad)[-1] if bad.any() else -1
    late = (np.arange(t.size) > last_bad) & (t >= 120) & ~np.isnan(sbp + dbp + spo2)
    ready = float(t[late][0]) if late.any() else float("nan")
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] home when the pressure is back
# kind: mistake
# marks: 5
# says: "as soon as the pressure has come back"
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if i > 0 and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] home after the peak
# kind: mistake
# marks: 5
# says: "as soon as the pressure has come back"
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if i > np.nanargmax(sbp) and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] fixed limits
# kind: mistake
# marks: 4
# says: "no higher than when he came"
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] >= 160:
            alarms.append((t[i], "SBP40"))
        if dbp[i] >= 105:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] forty itself as the limit
# kind: mistake
# marks: 4
# says: "no higher than when he came"
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] first alarm of a kind only
# kind: mistake
# marks: 5
# says: "the first alarm of a kind"
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))

    seen_codes = set()
    alarms = [one for one in alarms if not (one[1] in seen_codes or seen_codes.add(one[1]))]
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] first good sample
# kind: mistake
# marks: 6
# says: "whatever comes after it"
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i]:
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] rise of more than forty
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] > 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] > 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] missing values break limits
# kind: mistake
# marks: 7
# says: "a missing value breaks no limit"
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and good[i:].all():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] peak of the mean pressure
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp + 2 * dbp)], "ready_min": ready}


# %% [answer] NaN as the peak
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and not bad[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.argmax(sbp)], "ready_min": ready}


# %% [answer] times in hours
# kind: wrong
# marks: 2
# says: ""
# written: with the solution
# shows: wrong unit
def _checked(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if t.ndim != 1 or t.size < 2 or not t.shape == sbp.shape == dbp.shape == spo2.shape:
        raise ValueError("four lists of one length, two samples at least")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must rise and have no NaN")
    if np.isinf([t, sbp, dbp, spo2]).any() or np.isnan([sbp[0], dbp[0], spo2[0]]).any():
        raise ValueError("no infinite value, and a complete first sample")
    return t, sbp, dbp, spo2


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = _checked(t_min, sbp, dbp, spo2)
    alarms = []
    for i in range(t.size):
        if sbp[i] - sbp[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if dbp[i] - dbp[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if spo2[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (sbp <= 1.1 * sbp[0]) & (dbp <= 1.1 * dbp[0]) & (spo2 >= 92)
    bad = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    ready = np.nan
    for i in range(t.size):
        if t[i] >= 120 and good[i] and not bad[i:].any():
            ready = t[i] / 60
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready}


# %% [answer] words instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def monitor(t_min, sbp, dbp, spo2):
    return "all is well"


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def monitor(t_min, sbp, dbp, spo2):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: two passes over arrays, the second from the end
# kind: right
# marks: 10
# says: ""
# written: blind
def monitor(t_min, sbp, dbp, spo2):
    series = {"t_min": t_min, "sbp": sbp, "dbp": dbp, "spo2": spo2}
    series = {name: np.array(value, dtype=float) for name, value in series.items()}
    t, s, d, o = series.values()
    for name, values in series.items():
        if values.ndim != 1 or len(values) != len(t):
            raise ValueError(f"{name} must be a series as long as t_min")
        if len(values) < 2:
            raise ValueError(f"{name} must have at least two samples")
        if np.isinf(values).any():
            raise ValueError(f"{name} must not be infinite")
        if np.isnan(values[0]):
            raise ValueError(f"{name}: the first value, the baseline, must not be missing")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must be complete and increase strictly")
    alarms = []
    for i in range(len(t)):
        if s[i] - s[0] >= 40:
            alarms.append((float(t[i]), "SBP40"))
        if d[i] - d[0] >= 25:
            alarms.append((float(t[i]), "DBP25"))
        if o[i] < 92:
            alarms.append((float(t[i]), "SPO2"))
    broken = (s > 1.10 * s[0]) | (d > 1.10 * d[0]) | (o < 92)
    complete = ~(np.isnan(s) | np.isnan(d) | np.isnan(o))
    ready = float("nan")
    for i in range(len(t) - 1, -1, -1):
        if broken[i] or t[i] < 120:
            break
        if complete[i]:
            ready = float(t[i])
    return {"alarms": alarms, "t_peak": float(t[np.nanargmax(s)]), "ready_min": ready}


# %% [answer] blind: plain lists, with every rule a small function
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def monitor(t_min, sbp, dbp, spo2):
    rows = [[float(v) for v in column] for column in (t_min, sbp, dbp, spo2)]
    names = ["t_min", "sbp", "dbp", "spo2"]
    if len({len(row) for row in rows}) != 1:
        raise ValueError("t_min, sbp, dbp and spo2 must be of one length")
    if len(rows[0]) < 2:
        raise ValueError("t_min must have two samples or more")
    for name, row in zip(names, rows):
        if any(math.isinf(v) for v in row):
            raise ValueError(f"{name} holds an infinite value")
        if math.isnan(row[0]):
            raise ValueError(f"{name} has no first value, and that is the baseline")
    times = rows[0]
    if any(math.isnan(v) for v in times):
        raise ValueError("t_min has a hole")
    if any(not b > a for a, b in zip(times, times[1:])):
        raise ValueError("t_min does not increase")
    samples = list(zip(*rows))
    _, s0, d0, _ = samples[0]
    rules = {
        "SBP40": lambda s, d, o: s >= s0 + 40,
        "DBP25": lambda s, d, o: d >= d0 + 25,
        "SPO2": lambda s, d, o: o < 92,
    }
    alarms = [(t, code) for t, *values in samples for code, rule in rules.items() if rule(*values)]

    peak_t, peak = times[0], s0
    for t, s, _, _ in samples:
        if s > peak:
            peak_t, peak = t, s

    def breaks(sample):
        _, s, d, o = sample
        return s > s0 * 1.1 or d > d0 * 1.1 or o < 92

    ready = math.nan
    for i, sample in enumerate(samples):
        if sample[0] < 120 or any(math.isnan(v) for v in sample):
            continue
        if not any(breaks(later) for later in samples[i:]):
            ready = sample[0]
            break
    return {"alarms": alarms, "t_peak": peak_t, "ready_min": ready}


# %% [answer] blind: ratios to baseline, the last breach found first
# kind: right
# marks: 10
# says: ""
# written: blind
def monitor(t_min, sbp, dbp, spo2):
    if not len(t_min) == len(sbp) == len(dbp) == len(spo2):
        raise ValueError("t_min, sbp, dbp and spo2 must have equal lengths")
    if len(t_min) < 2:
        raise ValueError("at least two samples are needed in t_min")
    t = np.asarray(t_min, dtype=float)
    values = np.array([sbp, dbp, spo2], dtype=float)
    if not np.isfinite(t).all():
        raise ValueError("t_min must be finite")
    if not np.all(t[1:] > t[:-1]):
        raise ValueError("t_min must increase strictly")
    if np.isinf(values).any():
        raise ValueError("sbp, dbp and spo2 must not be infinite")
    if np.isnan(values[:, 0]).any():
        raise ValueError("the first sbp, dbp and spo2 must be there")
    rise = values - values[:, :1]
    hit = np.stack([rise[0] >= 40, rise[1] >= 25, values[2] < 92], axis=1)
    codes = ("SBP40", "DBP25", "SPO2")
    alarms = [(float(t[i]), codes[j]) for i, j in np.argwhere(hit)]
    limit = np.array([1.10 * values[0, 0], 1.10 * values[1, 0]])[:, None]
    breach = (values[:2] > limit).any(axis=0) | (values[2] < 92)
    last = np.flatnonzero(breach)
    first_good = last[-1] + 1 if last.size else 0
    index = np.arange(t.size)
    candidates = np.flatnonzero((index >= first_good) & (t >= 120) & ~np.isnan(values).any(axis=0))
    return {
        "alarms": alarms,
        "t_peak": float(t[np.nanargmax(values[0])]),
        "ready_min": float(t[candidates[0]]) if candidates.size else np.nan,
    }


# %% [answer] blind: ready at the first good sample, whatever comes after
# kind: mistake
# marks: 6
# says: "ready at the first good sample"
# written: blind
def monitor(t_min, sbp, dbp, spo2):
    t, s, d, o = [np.asarray(v, float) for v in (t_min, sbp, dbp, spo2)]
    if not len(t) == len(s) == len(d) == len(o):
        raise ValueError("t_min, sbp, dbp and spo2 must have equal lengths")
    if len(t) < 2:
        raise ValueError("at least two samples")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must increase")
    for name, v in (("t_min", t), ("sbp", s), ("dbp", d), ("spo2", o)):
        if np.isinf(v).any():
            raise ValueError(name + " must be finite")
        if np.isnan(v[0]):
            raise ValueError(name + ": first value missing")
    alarms = []
    ready = np.nan
    for i in range(len(t)):
        if s[i] >= s[0] + 40:
            alarms.append((t[i], "SBP40"))
        if d[i] >= d[0] + 25:
            alarms.append((t[i], "DBP25"))
        if o[i] < 92:
            alarms.append((t[i], "SPO2"))
        good = s[i] <= 1.1 * s[0] and d[i] <= 1.1 * d[0] and o[i] >= 92
        if np.isnan(ready) and t[i] >= 120 and good:
            ready = t[i]
    return {"alarms": alarms, "t_peak": t[np.nanargmax(s)], "ready_min": ready}


# %% [answer] blind: a missing value breaks recovery, and argmax stops at the first hole
# kind: mistake
# marks: 7
# says: "a missing value breaks no limit"
# written: blind
def monitor(t_min, sbp, dbp, spo2):
    t, s, d, o = [np.asarray(v, float) for v in (t_min, sbp, dbp, spo2)]
    if not len(t) == len(s) == len(d) == len(o):
        raise ValueError("t_min, sbp, dbp and spo2 must have equal lengths")
    if len(t) < 2:
        raise ValueError("at least two samples")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must increase")
    for name, v in (("t_min", t), ("sbp", s), ("dbp", d), ("spo2", o)):
        if np.isinf(v).any():
            raise ValueError(name + " must be finite")
        if np.isnan(v[0]):
            raise ValueError(name + ": first value missing")
    alarms = []
    for i in range(len(t)):
        if s[i] - s[0] >= 40:
            alarms.append((t[i], "SBP40"))
        if d[i] - d[0] >= 25:
            alarms.append((t[i], "DBP25"))
        if o[i] < 92:
            alarms.append((t[i], "SPO2"))
    good = (s <= 1.1 * s[0]) & (d <= 1.1 * d[0]) & (o >= 92)
    ready = np.nan
    for i in range(len(t)):
        if t[i] >= 120 and good[i:].all():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.argmax(s)], "ready_min": ready}


# %% [answer] blind: limits off by the equals sign: a rise above 40, 92 per cent too low, after 120 minutes
# kind: wrong
# marks: 8
# says: ""
# written: blind
def monitor(t_min, sbp, dbp, spo2):
    t, s, d, o = [np.asarray(v, float) for v in (t_min, sbp, dbp, spo2)]
    if not len(t) == len(s) == len(d) == len(o):
        raise ValueError("t_min, sbp, dbp and spo2 must have equal lengths")
    if len(t) < 2:
        raise ValueError("at least two samples")
    if np.isnan(t).any() or (np.diff(t) <= 0).any():
        raise ValueError("t_min must increase")
    for name, v in (("t_min", t), ("sbp", s), ("dbp", d), ("spo2", o)):
        if np.isinf(v).any():
            raise ValueError(name + " must be finite")
        if np.isnan(v[0]):
            raise ValueError(name + ": first value missing")
    alarms = []
    for i in range(len(t)):
        if s[i] - s[0] > 40:
            alarms.append((t[i], "SBP40"))
        if d[i] - d[0] > 25:
            alarms.append((t[i], "DBP25"))
        if o[i] <= 92:
            alarms.append((t[i], "SPO2"))
    broken = (s > 1.1 * s[0]) | (d > 1.1 * d[0]) | (o <= 92)
    ready = np.nan
    for i in range(len(t)):
        if t[i] >= 120 and not np.isnan([s[i], d[i], o[i]]).any() and not broken[i:].any():
            ready = t[i]
            break
    return {"alarms": alarms, "t_peak": t[np.nanargmax(s)], "ready_min": ready}


# %% [answer] alarms as a dictionary, times as on a clock
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def _clock(minutes):
    return "never" if np.isnan(minutes) else f"{int(minutes // 60)}:{int(minutes % 60):02d}"


def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if len({one.shape for one in (t, sbp, dbp, spo2)}) != 1 or t.size < 2:
        raise ValueError("four lists of one length, at least two samples")
    if np.isnan(t).any() or np.any(t[1:] <= t[:-1]) or np.isinf(np.concatenate([t, sbp, dbp, spo2])).any():
        raise ValueError("times must rise, and no value may be infinite")
    if np.isnan(sbp[0] + dbp[0] + spo2[0]):
        raise ValueError("the baseline is missing")
    alarms = {
        "SBP40": [_clock(one) for one in t[sbp - sbp[0] >= 40]],
        "DBP25": [_clock(one) for one in t[dbp - dbp[0] >= 25]],
        "SPO2": [_clock(one) for one in t[spo2 < 92]],
    }
    broken = (sbp > 1.1 * sbp[0]) | (dbp > 1.1 * dbp[0]) | (spo2 < 92)
    whole = ~np.isnan(sbp + dbp + spo2)
    ready = next((t[i] for i in range(t.size) if t[i] >= 120 and whole[i] and not broken[i:].any()), np.nan)
    return {"alarms": alarms, "t_peak": _clock(t[np.nanargmax(sbp)]), "ready_min": _clock(ready)}


# %% [answer] the fall in place of the rise
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: slipped sign
import math


def monitor(t_min, sbp, dbp, spo2):
    series = [list(map(float, one)) for one in (t_min, sbp, dbp, spo2)]
    t, high, low, oxygen = series
    if len(set(map(len, series))) > 1 or len(t) < 2:
        raise ValueError("lists of one length, of two samples or more")
    if any(map(math.isinf, t + high + low + oxygen)) or any(map(math.isnan, t)):
        raise ValueError("an infinite value, or a time that is missing")
    if any(math.isnan(one[0]) for one in series) or any(later <= time for time, later in zip(t, t[1:])):
        raise ValueError("a complete first sample, and times that increase")
    alarms = []
    for i, time in enumerate(t):
        if high[0] - high[i] >= 40:
            alarms.append((time, "SBP40"))
        if low[0] - low[i] >= 25:
            alarms.append((time, "DBP25"))
        if oxygen[i] < 92:
            alarms.append((time, "SPO2"))
    known = [(value, -time) for value, time in zip(high, t) if not math.isnan(value)]
    t_peak = -max(known)[1]
    ready = math.nan
    for i in range(len(t) - 1, -1, -1):
        if t[i] < 120 or high[i] > 1.1 * high[0] or low[i] > 1.1 * low[0] or oxygen[i] < 92:
            break
        if not math.isnan(high[i] + low[i] + oxygen[i]):
            ready = t[i]
    return {"alarms": alarms, "t_peak": t_peak, "ready_min": ready}


# %% [answer] a change either way
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
# shows: slipped sign
def monitor(t_min, sbp, dbp, spo2):
    t, s, d, o = trace = [np.asarray(one, dtype=float) for one in (t_min, sbp, dbp, spo2)]
    if any(one.shape != t.shape for one in trace) or t.ndim != 1 or t.size < 2:
        raise ValueError("unequal lists, or fewer than two samples")
    if any(np.isinf(one).any() or np.isnan(one[0]) for one in trace):
        raise ValueError("infinite values, or no baseline")
    if not (np.diff(t) > 0).all():
        raise ValueError("times must increase")
    met = np.array([np.abs(s - s[0]) >= 40, np.abs(d - d[0]) >= 25, o < 92])
    alarms = [(float(t[i]), ("SBP40", "DBP25", "SPO2")[rule]) for i in range(t.size) for rule in np.flatnonzero(met[:, i])]
    breaks = (s > 1.1 * s[0]) | (d > 1.1 * d[0]) | (o < 92)
    later = np.cumsum(breaks[::-1])[::-1] > 0
    ready = t[(t >= 120) & ~later & ~np.isnan(s) & ~np.isnan(d) & ~np.isnan(o)]
    return {"alarms": alarms, "t_peak": float(t[np.nanargmax(s)]), "ready_min": float(ready[0]) if ready.size else float("nan")}


# %% [answer] saturation compared as a fraction
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong unit
def monitor(t_min, sbp, dbp, spo2):
    t, sbp, dbp, spo2 = (np.array(one, dtype=float) for one in (t_min, sbp, dbp, spo2))
    if not (t.shape == sbp.shape == dbp.shape == spo2.shape) or t.size < 2:
        raise ValueError("each time needs its three values, and there must be two times")
    if not np.isfinite(t).all() or (np.diff(t) <= 0).any():
        raise ValueError("the times must be finite and increase")
    for values in (sbp, dbp, spo2):
        if np.isinf(values).any() or np.isnan(values[0]):
            raise ValueError("infinite values and a missing first value are refused")
    alarms = []
    for time, s, d, o in zip(t, sbp, dbp, spo2):
        alarms += [(time, "SBP40")] * bool(s >= sbp[0] + 40)
        alarms += [(time, "DBP25")] * bool(d >= dbp[0] + 25)
        alarms += [(time, "SPO2")] * bool(o < 0.92)
    off = (sbp / sbp[0] > 1.1) | (dbp / dbp[0] > 1.1) | (spo2 < 0.92)
    last_off = np.flatnonzero(off)[-1] if off.any() else -1
    complete = ~np.isnan([sbp, dbp, spo2]).any(axis=0)
    ready = [time for i, time in enumerate(t) if i > last_off and time >= 120 and complete[i]]
    return {"alarms": alarms, "t_peak": t[np.nanargmax(sbp)], "ready_min": ready[0] if ready else np.nan}
