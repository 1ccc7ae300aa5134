# %% [answer] geometric sum, vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    return (fast + slow * (1 - b) * q * (1 - q ** (n - 1)) / (1 - q))[()]


# %% [answer] recursion, case by case
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def _climb(n, f, tau, fast, slow, b):
    left = 0.0
    for _ in range(int(n) - 1):
        left = np.exp(-1 / (f * tau)) * (left + slow * (1 - b))
    return fast + left


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    return np.vectorize(_climb, otypes=[float])(*_checked(n, f_Hz, tau_s, a_ampa, a_nmda, block))[()]


# %% [answer] sum of powers
# kind: right
# marks: 10
# says: ""
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


import math


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    cases = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    answers = [
        fast + slow * (1 - b) * math.fsum(math.exp(-j / (f * tau)) for j in range(1, int(n)))
        for n, f, tau, fast, slow, b in zip(*(one.ravel().tolist() for one in cases))
    ]
    return answers[0] if cases[0].shape == () else np.array(answers).reshape(cases[0].shape)


# %% [answer] everything scaled
# kind: mistake
# marks: 6
# says: "lowers every response alike"
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    return ((1 - b) * (fast + slow * q * (1 - q ** (n - 1)) / (1 - q)))[()]


# %% [answer] one power too many
# kind: mistake
# marks: 5
# says: "one step too high"
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    return (fast + slow * (1 - b) * q * (1 - q**n) / (1 - q))[()]


# %% [answer] sum that begins with the first stimulus
# kind: mistake
# marks: 5
# says: "one step too high"
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    return (fast + slow * (1 - b) * (1 - q**n) / (1 - q))[()]


# %% [answer] rate taken for a pause
# kind: mistake
# marks: 4
# says: "lasts longer when they come faster"
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    q = np.exp(-f / tau)
    return (fast + slow * (1 - b) * q * (1 - q ** (n - 1)) / (1 - q))[()]


# %% [answer] rate times time constant
# kind: mistake
# marks: 4
# says: "lasts longer when they come faster"
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    q = np.exp(-f * tau)
    return (fast + slow * (1 - b) * q * (1 - q ** (n - 1)) / (1 - q))[()]


# %% [answer] slow part does not decay
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    return (fast + slow * (1 - b) * (n - 1))[()]


# %% [answer] off by a sign
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    return (fast - slow * (1 - b) * q * (1 - q ** (n - 1)) / (1 - q))[()]


# %% [answer] time constant in milliseconds
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    q = np.exp(-1000 / (f * tau))
    return (fast + slow * (1 - b) * q * (1 - q ** (n - 1)) / (1 - q))[()]


# %% [answer] block in per cent
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    return (fast + slow * (1 - b / 100) * q * (1 - q ** (n - 1)) / (1 - q))[()]


# %% [answer] ratio instead of response
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
def _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("all numbers must be finite")
    n, f, tau, fast, slow, b = np.broadcast_arrays(*given)
    if (n < 1).any() or (n != np.round(n)).any() or (f <= 0).any() or (tau <= 0).any():
        raise ValueError("n whole and at least 1, f_Hz and tau_s above 0")
    if ((b < 0) | (b > 1)).any():
        raise ValueError("block in [0, 1]")
    return n, f, tau, fast, slow, b


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _checked(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    q = np.exp(-1 / (f * tau))
    return ((fast + slow * (1 - b) * q * (1 - q ** (n - 1)) / (1 - q)) / fast)[()]


# %% [answer] words instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    return ["stronger"] * n


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    # YOUR CODE HERE
    raise NotImplementedError()
