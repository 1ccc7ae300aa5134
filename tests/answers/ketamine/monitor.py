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
# kind: wrong
# marks: 9
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
