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
