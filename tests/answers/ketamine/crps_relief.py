# %% [answer] closed form, vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] three stretches with np.where
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    during = cp * (1 - np.exp(-k * (t + T)))
    after = cp * (1 - np.exp(-k * T)) * np.exp(-k * t)
    site = np.where(t < -T, 0.0, np.where(t < 0, during, after))
    return (1 / (1 + half / np.where(site > 0, site, np.inf)) * (site > 0))[()] if np.all(site > 0) else (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] numerical, by solve_ivp
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


from scipy.integrate import solve_ivp


def _relief(t, cp, hours, half, thalf):
    T, k = hours / 24, np.log(2) / thalf
    site = 0.0
    if t > -T and cp > 0:
        run = solve_ivp(lambda _, c: k * (cp - c), (-T, min(t, 0.0)), [0.0], method="LSODA", rtol=1e-10, atol=1e-13)
        site = run.y[0, -1]
        if t > 0:
            site = solve_ivp(lambda _, c: -k * c, (0, t), [site], method="LSODA", rtol=1e-10, atol=1e-13).y[0, -1]
    return site / (site + half)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    return np.vectorize(_relief, otypes=[float])(*_checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] loop with half-lives counted
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    cases = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    answers = []
    for t, cp, hours, half, thalf in zip(*(one.ravel().tolist() for one in cases)):
        ran = min(max(t + hours / 24, 0), hours / 24)
        site = cp * (1 - 0.5 ** (ran / thalf)) * 0.5 ** (max(t, 0) / thalf)
        answers.append(site / (site + half))
    return np.array(answers).reshape(cases[0].shape)[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    from scipy.optimize import brentq

    answers = [
        24 * half_time * brentq(lambda x: 1 - 0.5**x - part, 0, 60, xtol=1e-14, rtol=1e-14)
        for half_time, part in zip(thalf.ravel(), share.ravel())
    ]
    return np.array(answers).reshape(share.shape)[()]


# %% [answer] length in days
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: wrong unit
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] only the relief
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] relief follows plasma
# kind: mistake
# marks: 5
# says: "gone within a day or two"
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    site = np.where((t >= -T) & (t <= 0), cp, 0.0)
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] plasma half-life of three hours
# kind: mistake
# marks: 5
# says: "gone within a day or two"
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    k = np.log(2) / (3 / 24)
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] hours taken for days
# kind: mistake
# marks: 5
# says: "runs in another unit"
# written: with the solution
# shows: wrong unit
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    T = hours
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] half-time taken for hours
# kind: mistake
# marks: 5
# says: "runs in another unit"
# written: with the solution
# shows: wrong unit
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    k = np.log(2) / (thalf / 24)
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] site full at the stop
# kind: mistake
# marks: 5
# says: "full when the infusion stops"
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    site = np.where(t < -T, 0.0, cp * np.exp(-k * np.maximum(t, 0)))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] time constant taken for a half-time
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    k = 1 / thalf
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] days counted from the start
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    t = t - T
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] off by a sign
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: slipped sign
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(k * np.maximum(t, 0))
    return (site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] per cent
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
def _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d):
    given = [np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    if (given[1] < 0).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("cp_ng_ml at least 0; t_inf_h, c50 and thalf_d above 0")
    return np.broadcast_arrays(*given)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = _checked(t_d, cp_ng_ml, t_inf_h, c50, thalf_d)
    T, k = hours / 24, np.log(2) / thalf
    site = cp * -np.expm1(-k * np.clip(t + T, 0, T)) * np.exp(-k * np.maximum(t, 0))
    return (100 * site / (site + half))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    given = [np.asarray(one, dtype=float) for one in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    day, level, cp, half, thalf = np.broadcast_arrays(*given)
    if (day < 0).any() or ((level <= 0) | (level >= 1)).any() or any((one <= 0).any() for one in given[2:]):
        raise ValueError("days at least 0, relief in (0, 1), the rest above 0")
    share = half * level / (1 - level) * 2 ** (day / thalf) / cp
    if (share >= 1).any():
        raise ValueError("no infusion at cp_ng_ml brings that much relief")
    return (-24 * thalf * np.log(1 - share) / np.log(2))[()]


# %% [answer] words instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    return "some weeks"


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    # YOUR CODE HERE
    raise NotImplementedError()


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind: one line for all three phases, and the logarithm turned round
# kind: right
# marks: 10
# says: ""
# written: blind
def _given(low_open=(), low_closed=(), **values):
    arrays = []
    for name, value in values.items():
        array = np.array(value, dtype=float)
        if not np.isfinite(array).all():
            raise ValueError(f"{name} must be finite")
        if name in low_open and (array <= 0).any():
            raise ValueError(f"{name} must be above 0")
        if name in low_closed and (array < 0).any():
            raise ValueError(f"{name} must be at least 0")
        arrays.append(array)
    return arrays


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, c50, half = _given(("t_inf_h", "c50", "thalf_d"), ("cp_ng_ml",), t_d=t_d, cp_ng_ml=cp_ng_ml,
                                     t_inf_h=t_inf_h, c50=c50, thalf_d=thalf_d)
    k = np.log(2) / half
    T = hours / 24
    run = np.clip(t + T, 0, T)
    after = np.maximum(t, 0)
    site = cp * -np.expm1(-k * run) * np.exp(-k * after)
    E = site / (site + c50)
    return float(E) if E.ndim == 0 else E


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    days, relief, cp, c50, half = _given(("cp_ng_ml", "c50", "thalf_d", "relief"), ("days",), days=days, relief=relief,
                                         cp_ng_ml=cp_ng_ml, c50=c50, thalf_d=thalf_d)
    if (relief >= 1).any():
        raise ValueError("relief must be below 1")
    share = c50 * relief / (1 - relief) * 2 ** (days / half) / cp
    if (share >= 1).any():
        raise ValueError("no infusion is long enough: plasma cp_ng_ml would not suffice if it ran for ever")
    T = -np.log1p(-share) * half / np.log(2) * 24
    return float(T) if np.ndim(T) == 0 else T


# %% [answer] blind: one question at a time with halves of two, the way back by bisection
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def _loop(function, names, values):
    arrays = [np.asarray(v, dtype=float) for v in values]
    for name, array in zip(names, arrays):
        for v in array.flat:
            if not math.isfinite(v):
                raise ValueError(f"{name} must be a finite number, not {v}")
            if name in ("cp", "days") and v < 0:
                raise ValueError(f"{name} must be at least 0, not {v}")
            if name in ("t_inf_h", "c50 (ng/mL)", "thalf_d", "cp_ng_ml") and v <= 0:
                raise ValueError(f"{name} must be above 0, not {v}")
            if name == "relief" and not 0 < v < 1:
                raise ValueError(f"relief must be above 0 and below 1, not {v}")
    rows = np.broadcast(*arrays)
    answers = [float(function(*[float(v) for v in row])) for row in rows]
    return answers[0] if rows.shape == () else np.array(answers).reshape(rows.shape)


def _relief(t, cp, hours, c50, half):
    T = hours / 24
    if t <= -T:
        return 0.0
    if t <= 0:
        site = cp * (1 - 0.5 ** ((t + T) / half))
    else:
        site = cp * (1 - 0.5 ** (T / half)) * 0.5 ** (t / half)
    return site / (site + c50)


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    return _loop(_relief, ("t_d", "cp", "t_inf_h", "c50 (ng/mL)", "thalf_d"), (t_d, cp_ng_ml, t_inf_h, c50, thalf_d))


def _needed(days, relief, cp, c50, half):
    # for an infusion without end the site holds cp when it stops
    ever = cp * 0.5 ** (days / half)
    if ever / (ever + c50) <= relief:
        raise ValueError("relief is never reached on that day, however long the infusion: cp_ng_ml is too low")
    low, high = 0.0, 1.0
    while _relief(days, cp, high, c50, half) < relief and high < 1e7:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if _relief(days, cp, middle, c50, half) < relief:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    return _loop(_needed, ("days", "relief", "cp_ng_ml", "c50 (ng/mL)", "thalf_d"), (days, relief, cp_ng_ml, c50, thalf_d))


# %% [answer] blind: everything in hours, with np.select for before, during and after
# kind: right
# marks: 10
# says: ""
# written: blind
def _finite(**named):
    out = {}
    for name, value in named.items():
        out[name] = np.asarray(value, dtype=float)
        if np.any(np.isnan(out[name])) or np.any(np.isinf(out[name])):
            raise ValueError(f"{name} must be finite")
    return out


def _above(limit, **named):
    for name, value in named.items():
        if np.any(np.asarray(value) <= limit):
            raise ValueError(f"{name} must be above {limit}")


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    v = _finite(t_d=t_d, cp_ng_ml=cp_ng_ml, t_inf_h=t_inf_h, c50=c50, thalf_d=thalf_d)
    _above(0, t_inf_h=t_inf_h, c50=c50, thalf_d=thalf_d)
    if np.any(v["cp_ng_ml"] < 0):
        raise ValueError("cp_ng_ml must be at least 0")
    t, cp, T, c50, half = np.broadcast_arrays(24 * v["t_d"], v["cp_ng_ml"], v["t_inf_h"], v["c50"], 24 * v["thalf_d"])
    since_start = np.maximum(t + T, 0)
    filling = cp * (1 - 2 ** (-since_start / half))
    emptying = cp * (1 - 2 ** (-T / half)) * 2 ** (-np.maximum(t, 0) / half)
    site = np.select([t + T <= 0, t <= 0], [0.0, filling], default=emptying)
    E = 1 - c50 / (site + c50)
    return E.item() if E.ndim == 0 else E


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    v = _finite(days=days, relief=relief, cp_ng_ml=cp_ng_ml, c50=c50, thalf_d=thalf_d)
    _above(0, relief=relief, cp_ng_ml=cp_ng_ml, c50=c50, thalf_d=thalf_d)
    if np.any(v["relief"] >= 1):
        raise ValueError("relief must be below 1")
    if np.any(v["days"] < 0):
        raise ValueError("days must be at least 0")
    odds = v["relief"] / (1 - v["relief"])
    at_stop = v["c50"] * odds * np.exp(np.log(2) * v["days"] / v["thalf_d"])
    if np.any(at_stop >= v["cp_ng_ml"]):
        raise ValueError("cp_ng_ml is too low: no infusion answers this question")
    T = 24 * v["thalf_d"] * np.log2(v["cp_ng_ml"] / (v["cp_ng_ml"] - at_stop))
    return T.item() if np.ndim(T) == 0 else T


# %% [answer] blind: days since the infusion began, not since it stopped
# kind: wrong
# marks: 3
# says: ""
# written: blind
def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, T, c50, half = [np.asarray(v, float) for v in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    for name, v in (("t_d", t), ("cp_ng_ml", cp), ("t_inf_h", T), ("c50", c50), ("thalf_d", half)):
        if not np.all(np.isfinite(v)):
            raise ValueError(name + " must be finite")
    if np.any(cp < 0):
        raise ValueError("cp_ng_ml must be >= 0")
    for name, v in (("t_inf_h", T), ("c50", c50), ("thalf_d", half)):
        if np.any(v <= 0):
            raise ValueError(name + " must be > 0")
    k = np.log(2) / half
    T = T / 24
    run = np.clip(t, 0, T)
    site = cp * (1 - np.exp(-k * run)) * np.exp(-k * np.maximum(t - T, 0))
    E = site / (site + c50)
    return float(E) if np.ndim(E) == 0 else E


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    d, r, cp, c50, half = [np.asarray(v, float) for v in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.all(np.isfinite(v)) for v in (d, r, cp, c50, half)):
        raise ValueError("all arguments must be finite")
    if np.any(d < 0) or np.any(r <= 0) or np.any(r >= 1) or np.any(cp <= 0) or np.any(c50 <= 0) or np.any(half <= 0):
        raise ValueError("an argument is out of range")
    x = c50 * r / (1 - r) * 2 ** (d / half) / cp
    if np.any(x >= 1):
        raise ValueError("no infusion is long enough")
    T = -np.log(1 - x) * half / np.log(2) * 24
    return float(T) if np.ndim(T) == 0 else T


# %% [answer] blind: what no infusion can do comes back as NaN with a warning, and days may be negative
# kind: wrong
# marks: 8
# says: ""
# written: blind
def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, T, c50, half = [np.asarray(v, float) for v in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    for name, v in (("t_d", t), ("cp_ng_ml", cp), ("t_inf_h", T), ("c50", c50), ("thalf_d", half)):
        if not np.all(np.isfinite(v)):
            raise ValueError(name + " must be finite")
    if np.any(cp < 0) or np.any(T <= 0) or np.any(c50 <= 0) or np.any(half <= 0):
        raise ValueError("cp_ng_ml must be >= 0, t_inf_h, c50 and thalf_d > 0")
    k = np.log(2) / half
    run = np.clip(t + T / 24, 0, T / 24)
    site = cp * (1 - np.exp(-k * run)) * np.exp(-k * np.maximum(t, 0))
    E = site / (site + c50)
    return float(E) if np.ndim(E) == 0 else E


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    d, r, cp, c50, half = [np.asarray(v, float) for v in (days, relief, cp_ng_ml, c50, thalf_d)]
    if not all(np.all(np.isfinite(v)) for v in (d, r, cp, c50, half)):
        raise ValueError("all arguments must be finite")
    if np.any(r <= 0) or np.any(r >= 1) or np.any(cp <= 0) or np.any(c50 <= 0) or np.any(half <= 0):
        raise ValueError("an argument is out of range")
    k = np.log(2) / half
    site = c50 * r / (1 - r) * np.exp(k * d)
    T = -24 * np.log(1 - site / cp) / k
    return float(T) if np.ndim(T) == 0 else T


# %% [answer] blind: the half-time used as a time constant, in both directions
# kind: wrong
# marks: 5
# says: ""
# written: blind
def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, T, c50, half = [np.asarray(v, float) for v in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)]
    for name, v in (("t_d", t), ("cp_ng_ml", cp), ("t_inf_h", T), ("c50", c50), ("thalf_d", half)):
        if not np.all(np.isfinite(v)):
            raise ValueError(name + " must be finite")
    if np.any(cp < 0) or np.any(T <= 0) or np.any(c50 <= 0) or np.any(half <= 0):
        raise ValueError("cp_ng_ml must be >= 0, t_inf_h, c50 and thalf_d > 0")
    T = T / 24
    run = np.clip(t + T, 0, T)
    site = cp * (1 - np.exp(-run / half)) * np.exp(-np.maximum(t, 0) / half)
    E = site / (site + c50)
    return float(E) if np.ndim(E) == 0 else E


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    d, r, cp, c50, half = [np.asarray(v, float) for v in (days, relief, cp_ng_ml, c50, thalf_d)]
    for name, v in (("days", d), ("relief", r), ("cp_ng_ml", cp), ("c50", c50), ("thalf_d", half)):
        if not np.all(np.isfinite(v)):
            raise ValueError(name + " must be finite")
    if np.any(d < 0) or np.any(r <= 0) or np.any(r >= 1) or np.any(cp <= 0) or np.any(c50 <= 0) or np.any(half <= 0):
        raise ValueError("an argument is out of range")
    x = c50 * r / (1 - r) * np.exp(d / half) / cp
    if np.any(x >= 1):
        raise ValueError("no infusion is long enough for that relief")
    T = -np.log(1 - x) * half * 24
    return float(T) if np.ndim(T) == 0 else T


# %% [answer] the effect site of an infusion
# kind: delegating
# marks: 0
# says: ""
# written: with the solution
from course.models.effect_site import effect_site_of_infusion
from course.models.slow_relief import days_above


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    days = np.asarray(t_inf_h) / 24
    site = effect_site_of_infusion(np.asarray(t_d) + days, cp_ng_ml, days, thalf_d)
    return site / (site + np.asarray(c50))


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    site = np.asarray(c50) * relief / (1 - np.asarray(relief)) * 2 ** (np.asarray(days) / thalf_d)
    hours = -24 * np.asarray(thalf_d) * np.log2(1 - site / np.asarray(cp_ng_ml))
    return hours if hours.ndim else float(hours)


# %% [answer] the length as a span of time
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong type
from datetime import timedelta


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = (np.asarray(one, dtype=float) for one in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d))
    if not (np.isfinite(t).all() and np.all((cp >= 0) & np.isfinite(cp))):
        raise ValueError("t_d finite, cp_ng_ml at least 0")
    if not all(np.all((one > 0) & np.isfinite(one)) for one in (hours, half, thalf)):
        raise ValueError("lengths, c50 and half-time above 0")
    before = np.clip(t * 24 + hours, 0, hours) / 24  # days of infusion so far
    site = cp * (1 - 2 ** (-before / thalf)) * 2 ** (-np.clip(t, 0, None) / thalf)
    relief = site / (half + site)
    return relief if relief.ndim else float(relief)


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    days, relief, cp, half, thalf = np.broadcast_arrays(days, relief, cp_ng_ml, c50, thalf_d)
    fine = (days >= 0) & (relief > 0) & (relief < 1) & (cp > 0) & (half > 0) & (thalf > 0)
    if not np.all(fine & np.isfinite(days) & np.isfinite(cp) & np.isfinite(half) & np.isfinite(thalf)):
        raise ValueError("something is out of range")
    wanted = half / (1 / relief - 1) * 2 ** (days / thalf)
    if np.any(wanted >= cp):
        raise ValueError("the site cannot rise above plasma")
    needed_d = thalf * np.log2(cp / (cp - wanted))
    spans = [timedelta(days=float(one)) for one in np.ravel(needed_d)]
    return spans[0] if needed_d.ndim == 0 else spans


# %% [answer] waiting lowers what must be there at the stop
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
def _positive(*values):
    if any(not np.all(np.isfinite(value) & (np.asarray(value) > 0)) for value in values):
        raise ValueError("a number that is not above 0")


def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    _positive(t_inf_h, c50, thalf_d)
    t, cp = np.asarray(t_d, dtype=float), np.asarray(cp_ng_ml, dtype=float)
    if not np.isfinite(t).all() or not np.isfinite(cp).all() or (cp < 0).any():
        raise ValueError("t_d finite, cp_ng_ml at least 0")
    T, k = np.asarray(t_inf_h, dtype=float) / 24, np.log(2) / np.asarray(thalf_d, dtype=float)
    site = cp * np.where(t < -T, 0.0, 1 - np.exp(-k * np.maximum(np.minimum(t, 0) + T, 0))) * np.exp(-k * np.maximum(t, 0))
    return (site / (site + np.asarray(c50, dtype=float)))[()]


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    _positive(relief, cp_ng_ml, c50, thalf_d)
    days, relief = np.asarray(days, dtype=float), np.asarray(relief, dtype=float)
    if not np.isfinite(days).all() or (days < 0).any() or (relief >= 1).any():
        raise ValueError("days at least 0, relief below 1")
    k = np.log(2) / np.asarray(thalf_d, dtype=float)
    at_stop = np.asarray(c50, dtype=float) * relief / (1 - relief) * np.exp(-k * days)
    if np.any(at_stop >= cp_ng_ml):
        raise ValueError("no infusion brings that much relief")
    return (-24 / k * np.log(1 - at_stop / np.asarray(cp_ng_ml, dtype=float)))[()]


# %% [answer] before the infusion the site runs backwards
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def crps_relief(t_d, cp_ng_ml, t_inf_h, c50=10.5, thalf_d=10.9):
    t, cp, hours, half, thalf = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (t_d, cp_ng_ml, t_inf_h, c50, thalf_d)])
    if not all(np.isfinite(x).all() for x in (t, cp, hours, half, thalf)):
        raise ValueError("finite numbers only")
    if (cp < 0).any() or (hours <= 0).any() or (half <= 0).any() or (thalf <= 0).any():
        raise ValueError("cp_ng_ml at least 0, the rest above 0")
    T = hours / 24
    during = cp * (1 - 0.5 ** ((t + T) / thalf))
    after = cp * (1 - 0.5 ** (T / thalf)) * 0.5 ** (t / thalf)
    site = np.where(t < 0, during, after)
    E = site / (site + half)
    return float(E) if E.ndim == 0 else E


def infusion_needed_h(days, relief, cp_ng_ml, c50=10.5, thalf_d=10.9):
    days, relief, cp, half, thalf = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (days, relief, cp_ng_ml, c50, thalf_d)])
    if not all(np.isfinite(x).all() for x in (days, relief, cp, half, thalf)):
        raise ValueError("finite numbers only")
    if (days < 0).any() or (relief <= 0).any() or (relief >= 1).any() or (cp <= 0).any() or (half <= 0).any() or (thalf <= 0).any():
        raise ValueError("out of range")
    at_stop = half * relief / (1 - relief) * 2 ** (days / thalf)
    if (at_stop >= cp).any():
        raise ValueError("the site never gets so full")
    hours = -24 * thalf * np.log2(1 - at_stop / cp)
    return float(hours) if hours.ndim == 0 else hours
