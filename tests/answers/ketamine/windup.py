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
# shows: loops
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
# shows: slipped sign
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
# shows: wrong unit
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
# shows: wrong unit
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
# shows: wrong type
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


# %% [answer] blind: the closed sum with powers of q
# kind: right
# marks: 10
# says: ""
# written: blind
def _check(name, value, test, text):
    array = np.asarray(value, dtype=float)
    if not np.all(np.isfinite(array)):
        raise ValueError(f"{name} must be finite")
    if not np.all(test(array)):
        raise ValueError(f"{name} must be {text}")
    return array


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n = _check("n", n, lambda v: (v >= 1) & (v == np.floor(v)), "a whole number of at least 1")
    f = _check("f_Hz", f_Hz, lambda v: v > 0, "above 0 Hz")
    tau = _check("tau_s", tau_s, lambda v: v > 0, "above 0 s")
    fast = _check("a_ampa", a_ampa, lambda v: v == v, "a number")
    slow = _check("a_nmda", a_nmda, lambda v: v == v, "a number")
    b = _check("block", block, lambda v: (v >= 0) & (v <= 1), "from 0 to 1")
    x = 1 / (f * tau)
    q = np.exp(-x)
    R = fast + slow * (1 - b) * q * np.expm1(-(n - 1) * x) / np.expm1(-x)
    return float(R) if np.ndim(R) == 0 else R


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    tau = _check("tau_s", tau_s, lambda v: v > 0, "above 0 s")
    fast = _check("a_ampa", a_ampa, lambda v: v > 0, "above 0")
    slow = _check("a_nmda", a_nmda, lambda v: v > 0, "above 0")
    b = _check("block", block, lambda v: (v >= 0) & (v < 1), "at least 0 and below 1")
    f = 1 / (tau * np.log1p(slow * (1 - b) / fast))
    return float(f) if np.ndim(f) == 0 else f


# %% [answer] blind: the recursion in a loop, and the rate by halving an interval
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    for name, value in [("n", n), ("f_Hz", f_Hz), ("tau_s", tau_s), ("a_ampa", a_ampa), ("a_nmda", a_nmda), ("block", block)]:
        for v in np.ravel(np.asarray(value, dtype=float)):
            if not math.isfinite(v):
                raise ValueError(f"{name}: {v} is not finite")
            if name == "n" and (v < 1 or v != int(v)):
                raise ValueError(f"n: a whole number of at least 1, not {v}")
            if name in ("f_Hz", "tau_s") and v <= 0:
                raise ValueError(f"{name}: above 0, not {v}")
            if name == "block" and (v < 0 or v > 1):
                raise ValueError(f"block: from 0 to 1, not {v}")
    many = np.broadcast(n, f_Hz, tau_s, a_ampa, a_nmda, block)
    answers = []
    for n1, f1, tau1, fast, slow, b in many:
        q = math.exp(-1 / (f1 * tau1))
        P = 0.0
        for _ in range(int(n1) - 1):
            P = q * (P + slow * (1 - b))
        answers.append(float(fast + P))
    if many.shape == ():
        return answers[0]
    return np.array(answers).reshape(many.shape)


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    for name, value in [("tau_s", tau_s), ("a_ampa", a_ampa), ("a_nmda", a_nmda), ("block", block)]:
        for v in np.ravel(np.asarray(value, dtype=float)):
            if not math.isfinite(v):
                raise ValueError(f"{name}: {v} is not finite")
            if name == "block":
                if not 0 <= v < 1:
                    raise ValueError(f"block: at least 0 and below 1, not {v}")
            elif v <= 0:
                raise ValueError(f"{name}: above 0, not {v}")
    many = np.broadcast(tau_s, a_ampa, a_nmda, block)
    answers = []
    for tau, fast, slow, b in many:
        # the share q that survives a pause: slow (1 − b) q / (1 − q) = fast, rising in q
        low, high = 0.0, 1.0
        for _ in range(200):
            q = (low + high) / 2
            if slow * (1 - b) * q > fast * (1 - q):
                high = q
            else:
                low = q
        answers.append(float(-1 / (tau * math.log((low + high) / 2))))
    return answers[0] if many.shape == () else np.array(answers).reshape(many.shape)


# %% [answer] blind: the staircase as a running sum, picked from by number
# kind: right
# marks: 10
# says: ""
# written: blind
def _arrays(**given):
    out = []
    for name, value in given.items():
        array = np.array(value, dtype=float)
        if not np.isfinite(array).all():
            raise ValueError(f"{name} must not be NaN or infinite")
        if name in ("f_Hz", "tau_s") and np.any(array <= 0):
            raise ValueError(f"{name} must be greater than 0")
        if name == "block" and np.any((array < 0) | (array > 1)):
            raise ValueError("block must be a fraction from 0 to 1")
        if name == "n" and np.any((array < 1) | (array % 1 != 0)):
            raise ValueError("n must be whole and at least 1")
        out.append(array)
    return np.broadcast_arrays(*out)


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = _arrays(n=n, f_Hz=f_Hz, tau_s=tau_s, a_ampa=a_ampa, a_nmda=a_nmda, block=block)
    q = np.exp(-1.0 / (f * tau))
    P = np.zeros(n.shape)
    found = np.zeros(n.shape)
    for i in range(1, int(n.max()) + 1 if n.size else 1):
        found = np.where(n == i, P, found)
        P = q * (P + slow * (1 - b))
    R = fast + found
    return R.item() if R.ndim == 0 else R


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    tau, b = _arrays(tau_s=tau_s, block=block)
    fast, slow = _arrays(a_ampa=a_ampa, a_nmda=a_nmda)
    if np.any(fast <= 0):
        raise ValueError("a_ampa must be greater than 0")
    if np.any(slow <= 0):
        raise ValueError("a_nmda must be greater than 0")
    if np.any(b == 1):
        raise ValueError("block must be below 1: with everything blocked nothing is carried over")
    free = slow * (1 - b)
    q = fast / (fast + free)
    result = -1.0 / (tau * np.log(q))
    return result.item() if np.ndim(result) == 0 else result


# %% [answer] blind: what a stimulus leaves is added to its own response, undecayed
# kind: mistake
# marks: 5
# says: "one step too high"
# written: blind
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = [np.asarray(v, float) for v in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    for name, v in (("n", n), ("f_Hz", f), ("tau_s", tau), ("a_ampa", fast), ("a_nmda", slow), ("block", b)):
        if not np.all(np.isfinite(v)):
            raise ValueError(f"{name} must be finite")
    if np.any(n < 1) or np.any(n != np.floor(n)):
        raise ValueError("n must be a whole number of at least 1")
    if np.any(f <= 0) or np.any(tau <= 0):
        raise ValueError("f_Hz and tau_s must be above 0")
    if np.any(b < 0) or np.any(b > 1):
        raise ValueError("block must be from 0 to 1")
    q = np.exp(-1 / (f * tau))
    R = fast + slow * (1 - b) * (1 - q**n) / (1 - q)
    return float(R) if np.ndim(R) == 0 else R


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    tau, fast, slow, b = [np.asarray(v, float) for v in (tau_s, a_ampa, a_nmda, block)]
    for name, v in (("tau_s", tau), ("a_ampa", fast), ("a_nmda", slow)):
        if not np.all(np.isfinite(v)) or np.any(v <= 0):
            raise ValueError(f"{name} must be above 0")
    if not np.all(np.isfinite(b)) or np.any(b < 0) or np.any(b >= 1):
        raise ValueError("block must be in [0, 1)")
    f = 1 / (tau * np.log(1 + slow * (1 - b) / fast))
    return float(f) if np.ndim(f) == 0 else f


# %% [answer] blind: the rate for equal parts without drug, tau times ln 2, whatever is asked
# kind: wrong
# marks: 7
# says: ""
# written: blind
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, b = [np.asarray(v, float) for v in (n, f_Hz, tau_s, a_ampa, a_nmda, block)]
    for name, v in (("n", n), ("f_Hz", f), ("tau_s", tau), ("a_ampa", fast), ("a_nmda", slow), ("block", b)):
        if not np.all(np.isfinite(v)):
            raise ValueError(f"{name} must be finite")
    if np.any(n < 1) or np.any(n != np.floor(n)):
        raise ValueError("n must be a whole number of at least 1")
    if np.any(f <= 0) or np.any(tau <= 0):
        raise ValueError("f_Hz and tau_s must be above 0")
    if np.any(b < 0) or np.any(b > 1):
        raise ValueError("block must be from 0 to 1")
    q = np.exp(-1 / (f * tau))
    R = fast + slow * (1 - b) * q * (1 - q ** (n - 1)) / (1 - q)
    return float(R) if np.ndim(R) == 0 else R


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    tau, fast, slow, b = [np.asarray(v, float) for v in (tau_s, a_ampa, a_nmda, block)]
    for name, v in (("tau_s", tau), ("a_ampa", fast), ("a_nmda", slow)):
        if not np.all(np.isfinite(v)) or np.any(v <= 0):
            raise ValueError(f"{name} must be above 0")
    if not np.all(np.isfinite(b)) or np.any(b < 0) or np.any(b >= 1):
        raise ValueError("block must be in [0, 1)")
    f = 1 / (tau * np.log(2)) + 0 * b * fast * slow
    return float(f) if np.ndim(f) == 0 else f


# %% [answer] blind: n is cut to a whole number instead of being refused, and NaN passes every comparison
# kind: wrong
# marks: 9
# says: ""
# written: blind
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n = np.floor(np.asarray(n, float))
    f = np.asarray(f_Hz, float)
    tau = np.asarray(tau_s, float)
    b = np.asarray(block, float)
    if (n < 1).any():
        raise ValueError("n must be at least 1")
    if (f <= 0).any() or (tau <= 0).any():
        raise ValueError("f_Hz and tau_s must be above 0")
    if (b < 0).any() or (b > 1).any():
        raise ValueError("block must be between 0 and 1")
    q = np.exp(-1 / (f * tau))
    slow = np.asarray(a_nmda, float) * (1 - b)
    R = np.asarray(a_ampa, float) + slow * q * (1 - q ** (n - 1)) / (1 - q)
    return float(R) if np.ndim(R) == 0 else R


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    tau, fast, slow, b = [np.asarray(v, float) for v in (tau_s, a_ampa, a_nmda, block)]
    if (tau <= 0).any() or (fast <= 0).any() or (slow <= 0).any() or (b < 0).any() or (b >= 1).any():
        raise ValueError("tau_s, a_ampa, a_nmda above 0, block at least 0 and below 1")
    f = 1 / (tau * np.log(1 + slow * (1 - b) / fast))
    return float(f) if np.ndim(f) == 0 else f


# %% [answer] blind: what is carried over, stimulus by stimulus, in plain Python
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
import math
from itertools import accumulate, repeat


def _finite(*values):
    if not all(np.isfinite(np.asarray(each, dtype=float)).all() for each in values):
        raise ValueError("NaN or infinity")


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    _finite(n, f_Hz, tau_s, a_ampa, a_nmda, block)

    def one(n, f, tau, fast, slow, block):
        if n < 1 or n != int(n) or f <= 0 or tau <= 0 or not 0 <= block <= 1:
            raise ValueError("out of range")
        kept, added = math.exp(-1 / (f * tau)), slow * (1 - block)
        carried = list(accumulate(repeat(None, int(n) - 1), lambda left, _: (left + added) * kept, initial=0.0))
        return fast + carried[-1]

    return np.vectorize(one, otypes=[float])(n, f_Hz, tau_s, a_ampa, a_nmda, block)[()]


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    _finite(tau_s, a_ampa, a_nmda, block)
    tau, fast, slow, block = (np.asarray(x, dtype=float) for x in (tau_s, a_ampa, a_nmda, block))
    if (tau <= 0).any() or (fast <= 0).any() or (slow <= 0).any() or (block < 0).any() or (block >= 1).any():
        raise ValueError("out of range")
    return 1 / (tau * np.log1p(slow * (1 - block) / fast))


# %% [answer] blind: the steps of the staircase summed as a matrix product, the rate by a bracketed search
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.optimize import brentq


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    given = np.broadcast_arrays(*(np.array(x, dtype=float) for x in (n, f_Hz, tau_s, a_ampa, a_nmda, block)))
    n, f, tau, fast, slow, blocked = given
    if not np.isfinite(np.stack(given)).all() or np.any(n % 1 != 0) or np.any(n < 1) or np.any(f <= 0) or np.any(tau <= 0) or np.any(np.abs(blocked - 0.5) > 0.5):
        raise ValueError("an argument is out of its range")
    earlier = np.arange(1, int(n.max(initial=1)))
    kept = np.exp(-earlier / (f * tau)[..., None]) * (earlier < n[..., None])
    return (fast + slow * (1 - blocked) * (kept @ np.ones(earlier.size)))[()]


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    given = np.broadcast_arrays(*(np.array(x, dtype=float) for x in (tau_s, a_ampa, a_nmda, block)))
    if not np.isfinite(np.stack(given)).all() or any(np.any(x <= 0) for x in given[:3]) or np.any(given[3] < 0) or np.any(given[3] >= 1):
        raise ValueError("an argument is out of its range")

    def one(tau, fast, slow, blocked):
        rest = lambda log_x: slow * (1 - blocked) / np.expm1(np.exp(log_x)) - fast  # x = 1 / (f tau)
        return 1 / (tau * np.exp(brentq(rest, -40, 6, xtol=1e-14)))

    return np.vectorize(one, otypes=[float])(*given)[()]


# %% [answer] blind: only the last stimulus is remembered
# kind: wrong
# marks: 5
# says: ""
# written: blind
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, blocked = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (n, f_Hz, tau_s, a_ampa, a_nmda, block)))
    if not np.isfinite(given).all() or (n < 1).any() or (n != np.floor(n)).any() or (f <= 0).any() or (tau <= 0).any() or (blocked < 0).any() or (blocked > 1).any():
        raise ValueError("out of range")
    R = fast + np.where(n > 1, slow * (1 - blocked) * np.exp(-1 / (f * tau)), 0.0)
    return R if R.ndim else float(R)


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    tau, fast, slow, blocked = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (tau_s, a_ampa, a_nmda, block)))
    if not np.isfinite(given).all() or any((x <= 0).any() for x in (tau, fast, slow)) or (blocked < 0).any() or (blocked >= 1).any():
        raise ValueError("out of range")
    f = 1 / (tau * np.log(slow * (1 - blocked) / fast))
    return f if f.ndim else float(f)


# %% [answer] blind: the rate counted in minutes when it is asked for backwards
# kind: wrong
# marks: 6
# says: ""
# written: blind
# shows: wrong unit
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, blocked = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (n, f_Hz, tau_s, a_ampa, a_nmda, block)))
    if not np.isfinite(given).all() or (n < 1).any() or (n != np.floor(n)).any() or (f <= 0).any() or (tau <= 0).any() or (blocked < 0).any() or (blocked > 1).any():
        raise ValueError("out of range")
    q = np.exp(-1 / (f * tau))
    R = fast + slow * (1 - blocked) * q * (1 - q ** (n - 1)) / (1 - q)
    return R if R.ndim else float(R)


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    tau, fast, slow, blocked = given = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (tau_s, a_ampa, a_nmda, block)))
    if not np.isfinite(given).all() or any((x <= 0).any() for x in (tau, fast, slow)) or (blocked < 0).any() or (blocked >= 1).any():
        raise ValueError("out of range")
    f = 60 / (tau * np.log1p(slow * (1 - blocked) / fast))
    return f if f.ndim else float(f)


# %% [answer] the whole staircase for its last step
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def _fine(value, low=None, high=None, reached=False):
    value = np.asarray(value, dtype=float)
    good = np.isfinite(value)
    if low is not None:
        good &= (value >= low) if reached else (value > low)
    if high is not None:
        good &= value <= high
    if not good.all():
        raise ValueError("not finite, or out of range")


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    _fine(f_Hz, 0), _fine(tau_s, 0), _fine(a_ampa), _fine(a_nmda), _fine(block, 0, 1, reached=True)
    _fine(n, 1, reached=True)
    if np.any(np.asarray(n) != np.floor(n)):
        raise ValueError("n must be whole")
    kept = np.exp(-1 / (np.asarray(f_Hz, dtype=float) * tau_s))
    behind, responses = 0.0, []
    for _ in range(int(np.max(n))):
        responses.append(np.asarray(a_ampa) + behind)
        behind = kept * (behind + np.asarray(a_nmda) * (1 - np.asarray(block)))
    return responses


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    _fine(tau_s, 0), _fine(a_ampa, 0), _fine(a_nmda, 0), _fine(block, 0, reached=True)
    free = 1 - np.asarray(block, dtype=float)
    if np.any(free <= 0):
        raise ValueError("with everything blocked nothing doubles")
    return (1 / (np.asarray(tau_s) * np.log1p(free * a_nmda / a_ampa)))[()]


# %% [answer] a rate that comes out negative
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    n, f, tau, fast, slow, blocked = np.broadcast_arrays(*[np.asarray(x, float) for x in (n, f_Hz, tau_s, a_ampa, a_nmda, block)])
    if not all(np.isfinite(x).all() for x in (n, f, tau, fast, slow, blocked)):
        raise ValueError("finite numbers only")
    if np.any(n < 1) or np.any(n % 1 != 0) or np.any(f <= 0) or np.any(tau <= 0) or np.any(blocked < 0) or np.any(blocked > 1):
        raise ValueError("n whole from 1, f_Hz and tau_s above 0, block from 0 to 1")
    pause = 1 / (f * tau)
    steps = np.expm1(-(n - 1) * pause) / np.expm1(-pause)
    return (fast + slow * (1 - blocked) * np.exp(-pause) * steps)[()]


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    tau, fast, slow, blocked = np.broadcast_arrays(*[np.asarray(x, float) for x in (tau_s, a_ampa, a_nmda, block)])
    if not all(np.isfinite(x).all() for x in (tau, fast, slow, blocked)):
        raise ValueError("finite numbers only")
    if np.any(tau <= 0) or np.any(fast <= 0) or np.any(slow <= 0) or np.any(blocked < 0) or np.any(blocked >= 1):
        raise ValueError("parts and tau_s above 0, block at least 0 and below 1")
    kept = fast / (fast + slow * (1 - blocked))
    return (1 / (tau * np.log(kept)))[()]


# %% [answer] the staircase as the output of a digital filter
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.optimize import brentq
from scipy.signal import lfilter


def _one_by_one(function, *given):
    given = [np.array(one, dtype=float) for one in given]
    if not all(np.isfinite(one).all() for one in given):
        raise ValueError("NaN and infinity are no answers to anything")
    answer = np.vectorize(function, otypes=[float])(*given)
    return answer if answer.ndim else answer.item()


def windup(n, f_Hz, tau_s, a_ampa, a_nmda, block):
    def one(n, f, tau, fast, slow, blocked):
        if n < 1 or n != int(n):
            raise ValueError("stimuli are counted 1, 2, 3 ...")
        if f <= 0 or tau <= 0 or not 0 <= blocked <= 1:
            raise ValueError("f_Hz and tau_s above 0, block from 0 to 1")
        kept = np.exp(-1 / (f * tau))
        stimuli = np.ones(int(n))
        carried = lfilter([0.0, kept], [1.0, -kept], stimuli * slow * (1 - blocked))
        return fast + carried[-1]

    return _one_by_one(one, n, f_Hz, tau_s, a_ampa, a_nmda, block)


def rate_to_double(tau_s, a_ampa, a_nmda, block):
    def one(tau, fast, slow, blocked):
        if tau <= 0 or fast <= 0 or slow <= 0 or not 0 <= blocked < 1:
            raise ValueError("out of range")

        def excess(log_f):  # of the plateau over twice the first response
            pause = 1 / (np.exp(log_f) * tau)
            return slow * (1 - blocked) - fast * np.expm1(pause)

        low = np.log(1 / (tau * 500))
        return np.exp(brentq(excess, low, low + 60, xtol=1e-13))

    return _one_by_one(one, tau_s, a_ampa, a_nmda, block)
