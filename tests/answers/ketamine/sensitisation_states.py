# %% [answer] quadratic formula
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (S + root) / 2], "unstable": [(S - root) / 2], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] Vieta for the small root
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    gap = S - 2 * K
    answer = {"stable": [0.0], "unstable": [], "bistable": False}
    if abs(gap) <= 1e-12:
        answer["unstable"].append(float(K))
    elif gap > 0:
        pain = 0.5 * (S + np.sqrt(gap) * np.sqrt(S + 2 * K))
        answer = {"stable": [0.0, pain], "unstable": [K**2 / pain], "bistable": True}
    return answer


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] roots of a polynomial, judged by the slope
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [float(K)], "bistable": False}
    stable, unstable = [0.0], []
    for level in np.sort_complex(np.roots([1.0, -S, float(K) ** 2])):
        if abs(level.imag) > 0:
            continue
        x = float(level.real)
        slope = -1 + S * 2 * x * K**2 / (K**2 + x**2) ** 2
        (stable if slope < 0 else unstable).append(x)
    return {"stable": stable, "unstable": unstable, "bistable": len(stable) == 2}


def min_block(s, K):
    _positive(s=s, K=K)
    return np.clip(1 - 2 * K / s, 0, 1)


# %% [answer] bisection of the speed
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    from scipy.optimize import brentq

    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    above = lambda x: S * x - x**2 - K**2
    ridge = brentq(above, 0, S / 2, xtol=1e-16, rtol=1e-14)
    pain = brentq(above, S / 2, S, xtol=1e-16, rtol=1e-14)
    return {"stable": [0.0, pain], "unstable": [ridge], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] complex roots listed
# kind: mistake
# marks: 5
# says: "still lists three levels"
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    root = np.sqrt(complex(S**2 - 4 * K**2))
    low, high = (S - root) / 2, (S + root) / 2
    return {"stable": [0.0, high.real], "unstable": [low.real], "bistable": S > 2 * K}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] NaN listed
# kind: mistake
# marks: 5
# says: "still lists three levels"
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    with np.errstate(invalid="ignore"):
        root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (S + root) / 2], "unstable": [(S - root) / 2], "bistable": bool(S > 2 * K)}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] any block cures
# kind: mistake
# marks: 4
# says: "any block at all"
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    if block > 0 or S <= 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (S + root) / 2], "unstable": [(S - root) / 2], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return 0.0


# %% [answer] ridge and pain state exchanged
# kind: mistake
# marks: 5
# says: "changed places"
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (S - root) / 2], "unstable": [(S + root) / 2], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] fold counted as bistable
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": True}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (S + root) / 2], "unstable": [(S - root) / 2], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] block left out
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    S = s
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (S + root) / 2], "unstable": [(S - root) / 2], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] min_block not cut at zero
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (S + root) / 2], "unstable": [(S - root) / 2], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return 1 - 2 * K / s


# %% [answer] block in per cent
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    S = s * (1 - block / 100)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (S + root) / 2], "unstable": [(S - root) / 2], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] off by a sign
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [0.0, (-S - root) / 2], "unstable": [(-S + root) / 2], "bistable": True}


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] tuple instead of a dictionary
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
def _positive(**given):
    for name, value in given.items():
        if not np.isfinite(value) or value <= 0:
            raise ValueError(f"{name} must be finite and above 0")


def _fraction(block):
    if not np.isfinite(block) or not 0 <= block <= 1:
        raise ValueError("block must be in [0, 1]")


def sensitisation_states(s, K, block):
    _positive(s=s, K=K)
    _fraction(block)
    S = s * (1 - block)
    return [0.0], [], False


def min_block(s, K):
    _positive(s=s, K=K)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def sensitisation_states(s, K, block):
    # YOUR CODE HERE
    raise NotImplementedError()


def min_block(s, K):
    # YOUR CODE HERE
    raise NotImplementedError()
