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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    from scipy.optimize import brentq

    def one(tau, fast, slow, b):
        return brentq(lambda x: slow * (1 - b) - fast * np.expm1(x), 0, 50, xtol=1e-14, rtol=1e-14)

    return 1 / (given[0] * np.vectorize(one, otypes=[float])(*given))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


# %% [answer] rate that doubles forgets the block
# kind: wrong
# marks: 6
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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2])
    return -1 / (given[0] * np.log(q))


# %% [answer] only the staircase
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
    return (fast + slow * (1 - b) * q * (1 - q ** (n - 1)) / (1 - q))[()]


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    # YOUR CODE HERE
    raise NotImplementedError()


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


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


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = [np.asarray(one, dtype=float) for one in (tau_s, a_ampa, a_nmda, block)]
    if not all(np.isfinite(one).all() for one in given) or any((one <= 0).any() for one in given[:3]):
        raise ValueError("tau_s, a_ampa and a_nmda must be finite and above 0")
    if ((given[3] < 0) | (given[3] >= 1)).any():
        raise ValueError("block must be in [0, 1)")
    q = given[1] / (given[1] + given[2] * (1 - given[3]))
    return -1 / (given[0] * np.log(q))


# %% [answer] words instead of numbers
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    return ["stronger"] * n


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    # YOUR CODE HERE
    raise NotImplementedError()


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    # YOUR CODE HERE
    raise NotImplementedError()
