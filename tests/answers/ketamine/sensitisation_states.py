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
# shows: wrong unit
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
# shows: slipped sign
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
# shows: wrong type
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


# %% [answer] blind: the quadratic formula, three cases
# kind: right
# marks: 10
# says: ""
# written: blind
import math


def _number(name, value, low, high, text, open_low):
    value = float(value)
    if not math.isfinite(value) or value < low or value > high or (open_low and value == low):
        raise ValueError(f"{name} must be {text}, got {value}")
    return value


def sensitisation_states(s, K, block):
    s = _number("s", s, 0, math.inf, "finite and above 0", True)
    K = _number("K", K, 0, math.inf, "finite and above 0", True)
    b = _number("block", block, 0, 1, "from 0 to 1", False)
    S = s * (1 - b)
    gap = S - 2 * K
    if abs(gap) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if gap < 0:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = math.sqrt(gap * (S + 2 * K))
    upper = (S + root) / 2
    return {"stable": [0.0, upper], "unstable": [K * K / upper], "bistable": True}


def min_block(s, K):
    s = _number("s", s, 0, math.inf, "finite and above 0", True)
    K = _number("K", K, 0, math.inf, "finite and above 0", True)
    return max(0.0, 1 - 2 * K / s)


# %% [answer] blind: the roots of the polynomial from numpy, sorted by the slope at each
# kind: right
# marks: 10
# says: ""
# written: blind
def sensitisation_states(s, K, block):
    for name, value in (("s", s), ("K", K), ("block", block)):
        if not np.isfinite(value):
            raise ValueError(f"{name} must be a finite number")
    if s <= 0:
        raise ValueError("s must be above 0")
    if K <= 0:
        raise ValueError("K must be above 0")
    if block < 0 or block > 1:
        raise ValueError("block must be in [0, 1]")
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return dict(stable=[0.0], unstable=[float(K)], bistable=False)
    stable, unstable = [0.0], []
    if S > 2 * K:
        for x in sorted(np.roots([1.0, -S, K**2]).real):
            slope = -1 + S * 2 * x * K**2 / (K**2 + x**2) ** 2
            (stable if slope < 0 else unstable).append(float(x))
    return dict(stable=stable, unstable=unstable, bistable=len(stable) == 2)


def min_block(s, K):
    if not (np.isfinite(s) and s > 0):
        raise ValueError("s must be finite and above 0")
    if not (np.isfinite(K) and K > 0):
        raise ValueError("K must be finite and above 0")
    if s <= 2 * K:
        return 0.0
    return float((s - 2 * K) / s)


# %% [answer] blind: the levels by halving intervals on the two sides of K
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def _bisect(f, low, high):
    """A zero of f between low and high, where f has different signs."""
    sign = f(low) > 0
    for _ in range(200):
        middle = 0.5 * (low + high)
        if (f(middle) > 0) == sign:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


def _refuse(name, value, good):
    try:
        value = float(value)
    except TypeError:
        raise ValueError(f"{name} must be a single number") from None
    if not (math.isfinite(value) and good(value)):
        raise ValueError(f"{name} is out of its range: {value}")
    return value


def sensitisation_states(s, K, block):
    s = _refuse("s", s, lambda v: v > 0)
    K = _refuse("K", K, lambda v: v > 0)
    block = _refuse("block", block, lambda v: 0 <= v <= 1)
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        stable, unstable = [0.0], [K]
    elif S < 2 * K:
        stable, unstable = [0.0], []
    else:
        # x² − S x + K² is K² at 0, below zero at K, and K² again at S
        quadratic = lambda x: x * (x - S) + K * K
        unstable = [_bisect(quadratic, 0.0, K)]
        stable = [0.0, _bisect(quadratic, K, S)]
    return {"stable": stable, "unstable": unstable, "bistable": len(stable) > 1}


def min_block(s, K):
    s = _refuse("s", s, lambda v: v > 0)
    K = _refuse("K", K, lambda v: v > 0)
    if 2 * K >= s:
        return 0.0
    return 1.0 - 2.0 * K / s


# %% [answer] blind: the fold has no case of its own: two equal roots, called bistable
# kind: wrong
# marks: 9
# says: ""
# written: blind
def sensitisation_states(s, K, block):
    if not (np.isfinite(s) and np.isfinite(K) and np.isfinite(block)):
        raise ValueError("s, K and block must be finite")
    if s <= 0 or K <= 0 or block < 0 or block > 1:
        raise ValueError("s and K must be above 0, block in [0, 1]")
    S = s * (1 - block)
    disc = S**2 - 4 * K**2
    if disc < 0:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    lower = (S - np.sqrt(disc)) / 2
    upper = (S + np.sqrt(disc)) / 2
    return {"stable": [0.0, upper], "unstable": [lower], "bistable": True}


def min_block(s, K):
    if not (np.isfinite(s) and np.isfinite(K)) or s <= 0 or K <= 0:
        raise ValueError("s and K must be above 0")
    return max(0.0, 1 - 2 * K / s)


# %% [answer] blind: ridge and rest change places, and the smallest block may be negative
# kind: wrong
# marks: 3
# says: ""
# written: blind
def sensitisation_states(s, K, block):
    for name, v in (("s", s), ("K", K), ("block", block)):
        if np.isnan(v) or np.isinf(v):
            raise ValueError(f"{name} must be finite")
    if s <= 0:
        raise ValueError("s must be above 0")
    if K <= 0:
        raise ValueError("K must be above 0")
    if not 0 <= block <= 1:
        raise ValueError("block must be from 0 to 1")
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S < 2 * K:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    root = np.sqrt(S**2 - 4 * K**2)
    return {"stable": [(S - root) / 2, (S + root) / 2], "unstable": [0.0], "bistable": True}


def min_block(s, K):
    for name, v in (("s", s), ("K", K)):
        if np.isnan(v) or np.isinf(v) or v <= 0:
            raise ValueError(f"{name} must be above 0")
    return 1 - 2 * K / s


# %% [answer] blind: right in every number, but infinity and NaN are let in
# kind: wrong
# marks: 9
# says: ""
# written: blind
def sensitisation_states(s, K, block):
    if s <= 0:
        raise ValueError("s must be above 0")
    if K <= 0:
        raise ValueError("K must be above 0")
    if block < 0 or block > 1:
        raise ValueError("block must be between 0 and 1")
    S = s * (1 - block)
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    if S > 2 * K:
        root = np.sqrt(S * S - 4 * K * K)
        return {"stable": [0.0, (S + root) / 2], "unstable": [(S - root) / 2], "bistable": True}
    return {"stable": [0.0], "unstable": [], "bistable": False}


def min_block(s, K):
    if s <= 0 or K <= 0:
        raise ValueError("s and K must be above 0")
    return max(0.0, 1 - 2 * K / s)


# %% [answer] two states said in words
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
# shows: wrong type
def _number(name, value, fine):
    value = float(value)
    if not np.isfinite(value) or not fine(value):
        raise ValueError(f"{name} is out of range")
    return value


def sensitisation_states(s, K, block):
    s, K = _number("s", s, lambda v: v > 0), _number("K", K, lambda v: v > 0)
    strength = s * (1 - _number("block", block, lambda v: 0 <= v <= 1))
    inside = (strength - 2 * K) * (strength + 2 * K)
    if abs(strength - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [K], "bistable": "no"}
    if inside < 0:
        return {"stable": [0.0], "unstable": [], "bistable": "no"}
    pain = (strength + np.sqrt(inside)) / 2
    return {"stable": [0.0, pain], "unstable": [K * K / pain], "bistable": "yes"}


def min_block(s, K):
    s, K = _number("s", s, lambda v: v > 0), _number("K", K, lambda v: v > 0)
    return f"{max(0.0, 1 - 2 * K / s):.1%}"


# %% [answer] levels and truth as a tuple
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def _refuse(s, K, block=0.0):
    if not np.isfinite([s, K, block]).all() or s <= 0 or K <= 0 or block < 0 or block > 1:
        raise ValueError("s and K above 0, block from 0 to 1")


def sensitisation_states(s, K, block):
    _refuse(s, K, block)
    S = s * (1 - block)
    if S < 2 * K - 1e-12:
        return (0.0,), (), False
    root = np.sqrt(max(S * S - 4 * K * K, 0.0))
    if S <= 2 * K + 1e-12:
        return (0.0,), (K,), False
    return (0.0, (S + root) / 2), ((S - root) / 2,), True


def min_block(s, K):
    _refuse(s, K)
    return (max(0.0, 1 - 2 * K / s),)


# %% [answer] plus for minus, so that a block strengthens
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: slipped sign
def sensitisation_states(s, K, block):
    for name, value in (("s", s), ("K", K)):
        if not 0 < value < np.inf:
            raise ValueError(f"{name} must be above 0")
    if not 0 <= block <= 1:
        raise ValueError("block must be from 0 to 1")
    S = s * (1 + block)
    if np.isclose(S, 2 * K, rtol=0, atol=1e-12):
        return {"stable": [0.0], "unstable": [float(K)], "bistable": False}
    levels = [0.0]
    if S > 2 * K:
        levels += sorted(np.roots([1.0, -S, K**2]).real)
    return {"stable": levels[::2], "unstable": levels[1::2], "bistable": len(levels) == 3}


def min_block(s, K):
    if not (0 < s < np.inf and 0 < K < np.inf):
        raise ValueError("s and K must be above 0")
    return max(0.0, 1 - 2 * K / s)


# %% [answer] smallest block in per cent
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: wrong unit
import cmath
import math


def sensitisation_states(s, K, block):
    if not all(math.isfinite(one) for one in (s, K, block)) or min(s, K) <= 0 or not 0 <= block <= 1:
        raise ValueError("s and K above 0, block from 0 to 1, all finite")
    S = float(s) * (1 - float(block))
    if abs(S - 2 * K) <= 1e-12:
        return {"stable": [0.0], "unstable": [float(K)], "bistable": False}
    root = cmath.sqrt(S * S - 4.0 * K * K)
    if root.imag:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    upper = (S + root.real) / 2
    return {"stable": [0.0, upper], "unstable": [float(K) * K / upper], "bistable": True}


def min_block(s, K):
    if not all(math.isfinite(one) and one > 0 for one in (s, K)):
        raise ValueError("s and K must be finite and above 0")
    return max(0.0, 100 * (1 - 2 * K / s))


# %% [answer] the angle whose sine is 2K over S
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _above_zero(*numbers):
    for one in numbers:
        if not np.isfinite(one) or one <= 0:
            raise ValueError(f"{one} is not a finite number above 0")


def sensitisation_states(s, K, block):
    _above_zero(s, K)
    if not np.isfinite(block) or block < 0 or block > 1:
        raise ValueError("block must be from 0 to 1")
    s, K = float(s), float(K)
    S = s * (1 - float(block))
    if abs(S - 2 * K) <= 1e-12:
        ridge, pain = [K], []
    elif S < 2 * K:
        ridge, pain = [], []
    else:
        # x = K tan(angle / 2) turns x² - S x + K² = 0 into sin(angle) = 2K/S
        angle = np.arctan2(2 * K, np.sqrt((S - 2 * K) * (S + 2 * K)))
        ridge, pain = [K * np.tan(angle / 2)], [K / np.tan(angle / 2)]
    return {"stable": np.array([0.0] + pain), "unstable": np.array(ridge), "bistable": np.bool_(len(pain) == 1)}


def min_block(s, K):
    _above_zero(s, K)
    return np.float64(np.clip(1 - 2 * K / s, 0, None))


# %% [answer] the fold looked for with a wide margin
# kind: wrong
# marks: 8
# says: ""
# written: with the solution
def sensitisation_states(s, K, block):
    if not all(np.isfinite([s, K, block])) or s <= 0 or K <= 0 or block < 0 or block > 1:
        raise ValueError("s and K above 0, block from 0 to 1")
    S = s * (1 - block)
    if np.isclose(S, 2 * K, atol=1e-3):
        return {"stable": [0.0], "unstable": [K], "bistable": False}
    D = S**2 / 4 - K**2
    if D < 0:
        return {"stable": [0.0], "unstable": [], "bistable": False}
    return {"stable": [0.0, S / 2 + D**0.5], "unstable": [S / 2 - D**0.5], "bistable": True}


def min_block(s, K):
    if not all(np.isfinite([s, K])) or s <= 0 or K <= 0:
        raise ValueError("s and K above 0")
    return max(0.0, 1 - 2 * K / s)
