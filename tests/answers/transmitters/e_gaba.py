# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    arguments = [cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K]
    cl_out, cl_in, b_out, b_in, p, T = [np.asarray(a, dtype=float) for a in arguments]
    for a in (cl_out, cl_in, b_out, b_in, p, T):
        if not np.all(np.isfinite(a)):
            raise ValueError("every argument must be finite")
    for a in (cl_out, cl_in, T):
        if np.any(a <= 0):
            raise ValueError("chloride (mM) and temperature (K) must be positive")
    for a in (b_out, b_in, p):
        if np.any(a < 0):
            raise ValueError("bicarbonate (mM) and p_ratio must not be negative")
    inside = cl_in + p * b_in
    outside = cl_out + p * b_out
    return GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL * np.log(inside / outside) * 1000


# %% [answer] loop with math.log
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    rows = np.broadcast(cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)
    out = np.empty(rows.shape)
    for i, row in enumerate(rows):
        cl_out, cl_in, b_out, b_in, p, T = map(float, row)
        if not all(math.isfinite(a) for a in (cl_out, cl_in, b_out, b_in, p, T)):
            raise ValueError("finite numbers only")
        if min(cl_out, cl_in, T) <= 0 or min(b_out, b_in, p) < 0:
            raise ValueError("concentrations in mM and T_K in K must be positive")
        out.flat[i] = -8.314 * T / 96485 * 1000 * (math.log(cl_out + p * b_out) - math.log(cl_in + p * b_in))
    return float(out) if out.ndim == 0 else out


# %% [answer] root of the current
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.optimize import brentq

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def _one(cl_out, cl_in, b_out, b_in, p, T):
    """The potential at which the Goldman current of both anions vanishes, by root finding."""
    if not np.isfinite([cl_out, cl_in, b_out, b_in, p, T]).all():
        raise ValueError("arguments must be finite")
    if cl_out <= 0 or cl_in <= 0 or T <= 0 or b_out < 0 or b_in < 0 or p < 0:
        raise ValueError("concentrations (mM), p_ratio and T_K (K) are out of range")
    outside, inside = cl_out + p * b_out, cl_in + p * b_in
    u = brentq(lambda u: inside - outside * np.exp(u), -30, 30, xtol=1e-14, rtol=1e-14)
    return 1e3 * u * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    values = np.vectorize(_one, otypes=[float])(cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)
    return values if values.shape else values.item()


# %% [answer] sign of the charge forgotten
# kind: mistake
# marks: 6
# says: "the right size and the wrong sign"
# written: with the solution
# shows: slipped sign
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    cl_out, cl_in = np.asarray(cl_out_mM, dtype=float), np.asarray(cl_in_mM, dtype=float)
    b_out, b_in = np.asarray(hco3_out_mM, dtype=float), np.asarray(hco3_in_mM, dtype=float)
    p = np.asarray(p_ratio, dtype=float)
    if np.any(cl_out <= 0) or np.any(cl_in <= 0) or np.any(b_out < 0) or np.any(b_in < 0):
        raise ValueError("concentrations in mM must be positive")
    return 1000 * GAS_CONSTANT_J_MOL_K * np.asarray(T_K) / FARADAY_C_MOL * np.log((cl_out + p * b_out) / (cl_in + p * b_in))


# %% [answer] decimal logarithm
# kind: mistake
# marks: 4
# says: "too small by one and the same factor"
# written: with the solution
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    cl_out, cl_in = np.asarray(cl_out_mM, dtype=float), np.asarray(cl_in_mM, dtype=float)
    b_out, b_in = np.asarray(hco3_out_mM, dtype=float), np.asarray(hco3_in_mM, dtype=float)
    p = np.asarray(p_ratio, dtype=float)
    if np.any(cl_out <= 0) or np.any(cl_in <= 0):
        raise ValueError("chloride in mM must be positive")
    return 1000 * GAS_CONSTANT_J_MOL_K * np.asarray(T_K) / FARADAY_C_MOL * np.log10((cl_in + p * b_in) / (cl_out + p * b_out))


# %% [answer] in volts
# kind: mistake
# marks: 6
# says: "a thousand times too small"
# written: with the solution
# shows: wrong unit
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    a = [np.asarray(x, dtype=float) for x in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)]
    if not all(np.isfinite(x).all() for x in a) or any((x <= 0).any() for x in (a[0], a[1], a[5])):
        raise ValueError("out of range")
    if any((x < 0).any() for x in a[2:5]):
        raise ValueError("out of range")
    return GAS_CONSTANT_J_MOL_K * a[5] / FARADAY_C_MOL * np.log((a[1] + a[4] * a[3]) / (a[0] + a[4] * a[2]))


# %% [answer] bicarbonate ignored
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    if np.any(np.asarray(cl_out_mM) <= 0) or np.any(np.asarray(cl_in_mM) <= 0):
        raise ValueError("chloride must be above 0 mM")
    return 1000 * GAS_CONSTANT_J_MOL_K * np.asarray(T_K) / FARADAY_C_MOL * np.log(np.asarray(cl_in_mM) / np.asarray(cl_out_mM))


# %% [answer] temperature in degrees Celsius
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong unit
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    cl_out, cl_in = np.asarray(cl_out_mM), np.asarray(cl_in_mM)
    inside = cl_in + p_ratio * np.asarray(hco3_in_mM)
    outside = cl_out + p_ratio * np.asarray(hco3_out_mM)
    return 1000 * GAS_CONSTANT_J_MOL_K * (np.asarray(T_K) - 273.15) / FARADAY_C_MOL * np.log(inside / outside)


# %% [answer] nothing refused
# kind: wrong
# marks: 9
# says: ""
# written: with the solution
def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    cl_out, cl_in, b_out, b_in, p, T = map(np.asarray, (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K))
    return 8314.462618 * T / 96485.33212 * np.log((cl_in + p * b_in) / (cl_out + p * b_out))


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind a: vectorised, the equation as it stands
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    args = [np.asarray(a, dtype=float)
            for a in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)]
    cl_out, cl_in, h_out, h_in, p, T = np.broadcast_arrays(*args)
    if not all(np.isfinite(a).all() for a in args):
        raise ValueError("concentrations (mM), p_ratio and T_K (K) must be finite")
    if (cl_out <= 0).any() or (cl_in <= 0).any():
        raise ValueError("cl_out_mM and cl_in_mM must be above 0 mM")
    if (h_out < 0).any() or (h_in < 0).any() or (p < 0).any():
        raise ValueError("hco3_out_mM, hco3_in_mM (mM) and p_ratio must be at least 0")
    if (T <= 0).any():
        raise ValueError("T_K must be above 0 K")
    thermal_mV = 1000 * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL
    e = thermal_mV * np.log((cl_in + p * h_in) / (cl_out + p * h_out))
    return float(e) if e.ndim == 0 else e


# %% [answer] blind a: decorator that broadcasts a scalar function
# kind: right
# marks: 10
# says: ""
# written: blind
import functools
import inspect
import math

import numpy as np

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def elementwise(scalar_function):
    signature = inspect.signature(scalar_function)

    @functools.wraps(scalar_function)
    def wrapper(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        arrays = {k: np.asarray(v, dtype=float) for k, v in bound.arguments.items()}
        for name, a in arrays.items():
            if not np.isfinite(a).all():
                raise ValueError(f"{name} must be finite")
        rows = np.broadcast(*arrays.values())
        out = np.array([scalar_function(*map(float, row)) for row in rows], dtype=float)
        return float(out[0]) if rows.shape == () else out.reshape(rows.shape)

    return wrapper


@elementwise
def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    """Reversal potential of a channel that lets chloride and bicarbonate through."""
    if min(cl_out_mM, cl_in_mM) <= 0:
        raise ValueError("chloride must be above 0 mM on both sides")
    if min(hco3_out_mM, hco3_in_mM) < 0:
        raise ValueError("bicarbonate must be at least 0 mM on both sides")
    if p_ratio < 0:
        raise ValueError("p_ratio must be at least 0")
    if T_K <= 0:
        raise ValueError("T_K must be above 0 K")
    inside = cl_in_mM + p_ratio * hco3_in_mM
    outside = cl_out_mM + p_ratio * hco3_out_mM
    volts = GAS_CONSTANT_J_MOL_K * T_K / FARADAY_C_MOL * (math.log(inside) - math.log(outside))
    return volts * 1e3


# %% [answer] blind a: the voltage where the two GHK currents cancel
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np
from scipy.optimize import brentq

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    names = ("cl_out_mM", "cl_in_mM", "hco3_out_mM", "hco3_in_mM", "p_ratio", "T_K")
    values = (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)
    arrays = {n: np.asarray(v, dtype=float) for n, v in zip(names, values)}
    for n, a in arrays.items():
        low_allowed = n in ("hco3_out_mM", "hco3_in_mM", "p_ratio")
        good = np.isfinite(a) & ((a >= 0) if low_allowed else (a > 0))
        if not good.all():
            raise ValueError(f"{n} must be finite and {'at least' if low_allowed else 'above'} 0")

    def one(co, ci, ho, hi, p, T):
        def net_flux(x):  # x = F V / (R T); inward and outward fluxes of the two anions
            chloride = ci * np.exp(-x / 2) - co * np.exp(x / 2)
            bicarbonate = p * (hi * np.exp(-x / 2) - ho * np.exp(x / 2))
            return chloride + bicarbonate

        edge = 1.0
        while net_flux(edge) > 0 or net_flux(-edge) < 0:
            edge *= 2
        x = brentq(net_flux, -edge, edge, xtol=1e-14, rtol=1e-14)
        return 1000 * x * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL

    e = np.vectorize(one, otypes=[float])(*arrays.values())
    return float(e) if np.ndim(e) == 0 else e


# %% [answer] blind a: Nernst's equation copied from piece 1
# kind: mistake
# marks: 6
# says: "right size and the wrong sign"
# written: blind
# shows: slipped sign
# believed wrong because: outside over inside, as for a cation; the sign is turned round
import numpy as np

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    co, ci, ho, hi, p, T = np.broadcast_arrays(
        *(np.asarray(a, dtype=float)
          for a in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)))
    for a in (co, ci, ho, hi, p, T):
        if not np.isfinite(a).all():
            raise ValueError("all arguments must be finite")
    if (co <= 0).any() or (ci <= 0).any() or (T <= 0).any():
        raise ValueError("chloride (mM) and T_K (K) must be above 0")
    if (ho < 0).any() or (hi < 0).any() or (p < 0).any():
        raise ValueError("bicarbonate (mM) and p_ratio must be at least 0")
    e = 1000 * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL * np.log((co + p * ho) / (ci + p * hi))
    return float(e) if e.ndim == 0 else e


# %% [answer] blind a: 26.73 from the table
# kind: wrong
# marks: 8
# says: ""
# written: blind
# believed wrong because: uses RT/F at 310.15 K whatever T_K is passed in
import numpy as np

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212
THERMAL_VOLTAGE_MV = GAS_CONSTANT_J_MOL_K * 310.15 / FARADAY_C_MOL * 1000


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    co, ci, ho, hi, p, T = np.broadcast_arrays(
        *(np.asarray(a, dtype=float)
          for a in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)))
    for a in (co, ci, ho, hi, p, T):
        if not np.isfinite(a).all():
            raise ValueError("all arguments must be finite")
    if (co <= 0).any() or (ci <= 0).any() or (T <= 0).any():
        raise ValueError("chloride (mM) and T_K (K) must be above 0")
    if (ho < 0).any() or (hi < 0).any() or (p < 0).any():
        raise ValueError("bicarbonate (mM) and p_ratio must be at least 0")
    e = THERMAL_VOLTAGE_MV * np.log((ci + p * hi) / (co + p * ho))
    return float(e) if e.ndim == 0 else e


# %% [answer] blind a: all concentrations must be positive
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: refuses a bicarbonate of 0 mM, which the docstring allows
import numpy as np

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    conc = [np.asarray(a, dtype=float) for a in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM)]
    p = np.asarray(p_ratio, dtype=float)
    T = np.asarray(T_K, dtype=float)
    for a in conc:
        if not np.all(np.isfinite(a) & (a > 0)):
            raise ValueError("concentrations must be finite and above 0 mM")
    if not np.all(np.isfinite(p) & (p >= 0)):
        raise ValueError("p_ratio must be finite and at least 0")
    if not np.all(np.isfinite(T) & (T > 0)):
        raise ValueError("T_K must be finite and above 0 K")
    co, ci, ho, hi = conc
    e = GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL * 1e3 * np.log((ci + p * hi) / (co + p * ho))
    return float(e) if np.ndim(e) == 0 else e


# %% [answer] blind b: long-winded with six ifs
# kind: right
# marks: 10
# says: ""
# written: blind
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    cl_out = np.asarray(cl_out_mM, dtype=float)
    cl_in = np.asarray(cl_in_mM, dtype=float)
    hco3_out = np.asarray(hco3_out_mM, dtype=float)
    hco3_in = np.asarray(hco3_in_mM, dtype=float)
    p = np.asarray(p_ratio, dtype=float)
    T = np.asarray(T_K, dtype=float)
    if not np.isfinite(cl_out).all() or (cl_out <= 0).any():
        raise ValueError("cl_out_mM must be finite and above 0 mM")
    if not np.isfinite(cl_in).all() or (cl_in <= 0).any():
        raise ValueError("cl_in_mM must be finite and above 0 mM")
    if not np.isfinite(hco3_out).all() or (hco3_out < 0).any():
        raise ValueError("hco3_out_mM must be finite and at least 0 mM")
    if not np.isfinite(hco3_in).all() or (hco3_in < 0).any():
        raise ValueError("hco3_in_mM must be finite and at least 0 mM")
    if not np.isfinite(p).all() or (p < 0).any():
        raise ValueError("p_ratio must be finite and at least 0")
    if not np.isfinite(T).all() or (T <= 0).any():
        raise ValueError("T_K must be finite and above 0 K")
    inside = cl_in + p * hco3_in
    outside = cl_out + p * hco3_out
    thermal_V = GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL
    thermal_mV = thermal_V * 1000
    e = thermal_mV * np.log(inside / outside)
    if np.ndim(e) == 0:
        return float(e)
    return e


# %% [answer] blind b: dictionary of arguments and np.vectorize
# kind: right
# marks: 10
# says: ""
# written: blind
import math

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def _e_single(cl_out, cl_in, b_out, b_in, p, T):
    things = {"cl_out_mM": cl_out, "cl_in_mM": cl_in, "hco3_out_mM": b_out, "hco3_in_mM": b_in, "p_ratio": p, "T_K": T}
    for name, value in things.items():
        if not math.isfinite(value):
            raise ValueError(f"{name} must be finite, got {value}")
        if name in ("cl_out_mM", "cl_in_mM", "T_K"):
            if value <= 0:
                raise ValueError(f"{name} must be above 0, got {value}")
        else:
            if value < 0:
                raise ValueError(f"{name} must be at least 0, got {value}")
    RT_over_F = 1e3 * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL
    return RT_over_F * (math.log(cl_in + p * b_in) - math.log(cl_out + p * b_out))


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    f = np.vectorize(_e_single, otypes=[float])
    answer = f(cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)
    if answer.shape == ():
        return float(answer)
    else:
        return answer


# %% [answer] blind b: minus sign as in Nernst, helpers
# kind: right
# marks: 10
# says: ""
# written: blind
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def positive(x, name):
    x = np.array(x, dtype=float)
    if not np.all((x > 0) & (x < np.inf)):
        raise ValueError(name + " has to be above 0 and finite")
    return x


def not_negative(x, name):
    x = np.array(x, dtype=float)
    if not np.all((x >= 0) & (x < np.inf)):
        raise ValueError(name + " has to be at least 0 and finite")
    return x


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    cl_o = positive(cl_out_mM, "cl_out_mM (mM)")
    cl_i = positive(cl_in_mM, "cl_in_mM (mM)")
    b_o = not_negative(hco3_out_mM, "hco3_out_mM (mM)")
    b_i = not_negative(hco3_in_mM, "hco3_in_mM (mM)")
    p = not_negative(p_ratio, "p_ratio")
    T = positive(T_K, "T_K (kelvin)")
    z = -1
    e = 1000 * GAS_CONSTANT_J_MOL_K * T / (z * FARADAY_C_MOL) * np.log((cl_o + p * b_o) / (cl_i + p * b_i))
    return e[()]


# %% [answer] blind b: temperature is always 37 degrees
# kind: wrong
# marks: 8
# says: ""
# written: blind
# believed wrong because: T_K is checked but never used, RT/F is fixed at 310.15 K; passes the public checks, which use the default temperature
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    co, ci, bo, bi, p, T = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)])
    for x in (co, ci, bo, bi, p, T):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (co <= 0).any() or (ci <= 0).any() or (T <= 0).any() or (bo < 0).any() or (bi < 0).any() or (p < 0).any():
        raise ValueError("chloride and T_K above 0, the others at least 0")
    rt_f = 1000 * GAS_CONSTANT_J_MOL_K * 310.15 / FARADAY_C_MOL
    e = rt_f * np.log((ci + p * bi) / (co + p * bo))
    return float(e) if e.ndim == 0 else e


# %% [answer] blind b: bicarbonate the wrong way round
# kind: wrong
# marks: 6
# says: ""
# written: blind
# believed wrong because: bicarbonate outside and inside are swapped; passes the public checks, where they are equal or have p = 0
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    co, ci, bo, bi, p, T = np.broadcast_arrays(*[np.asarray(x, dtype=float) for x in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)])
    for x in (co, ci, bo, bi, p, T):
        if not np.isfinite(x).all():
            raise ValueError("all arguments must be finite")
    if (co <= 0).any() or (ci <= 0).any() or (T <= 0).any() or (bo < 0).any() or (bi < 0).any() or (p < 0).any():
        raise ValueError("chloride and T_K above 0, the others at least 0")
    e = 1000 * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL * np.log((ci + p * bo) / (co + p * bi))
    return float(e) if e.ndim == 0 else e


# %% [answer] blind b: numbers only
# kind: wrong
# marks: 7
# says: ""
# written: blind
# believed wrong because: plain Python and math.log, so lists and arrays fail; everything is right for single numbers
import math

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    for x in (cl_out_mM, cl_in_mM, T_K):
        if not math.isfinite(x) or x <= 0:
            raise ValueError("chloride (mM) and T_K (K) must be finite and above 0")
    for x in (hco3_out_mM, hco3_in_mM, p_ratio):
        if not math.isfinite(x) or x < 0:
            raise ValueError("bicarbonate (mM) and p_ratio must be finite and at least 0")
    RT_F = 1000 * GAS_CONSTANT_J_MOL_K * T_K / FARADAY_C_MOL
    return RT_F * math.log((cl_in_mM + p_ratio * hco3_in_mM) / (cl_out_mM + p_ratio * hco3_out_mM))


# %% [answer] always an array, of one for a number
# kind: wrong
# marks: 4
# says: ""
# written: with the solution
# shows: wrong type
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    cl_out, cl_in, b_out, b_in, p, T = (np.atleast_1d(x).astype(float) for x in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K))
    for x in (cl_out, cl_in, T):
        if not np.all(np.isfinite(x) & (x > 0)):
            raise ValueError("chloride and temperature must be above 0")
    for x in (b_out, b_in, p):
        if not np.all(np.isfinite(x) & (x >= 0)):
            raise ValueError("bicarbonate and p_ratio must be at least 0")
    return 1e3 * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL * np.log((cl_in + p * b_in) / (cl_out + p * b_out))


# %% [answer] text with the unit behind it
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
import math

GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    def one(cl_out, cl_in, b_out, b_in, p, T):
        if not all(math.isfinite(x) for x in (cl_out, cl_in, b_out, b_in, p, T)):
            raise ValueError("finite numbers only")
        if min(cl_out, cl_in, T) <= 0 or min(b_out, b_in, p) < 0:
            raise ValueError("out of range")
        e_mV = 1000 * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL * math.log((cl_in + p * b_in) / (cl_out + p * b_out))
        return f"{e_mV:.2f} mV"

    cases = np.broadcast(cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K)
    labels = [one(*case) for case in cases]
    return labels if cases.shape else labels[0]


# %% [answer] bicarbonate taken away instead of added
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: slipped sign
GAS_CONSTANT_J_MOL_K = 8.314462618
FARADAY_C_MOL = 96485.33212


def e_gaba_mV(cl_out_mM, cl_in_mM, hco3_out_mM=25, hco3_in_mM=15, p_ratio=0.25, T_K=310.15):
    cl_out, cl_in, b_out, b_in, p, T = np.broadcast_arrays(
        *(np.asarray(x, dtype=float) for x in (cl_out_mM, cl_in_mM, hco3_out_mM, hco3_in_mM, p_ratio, T_K))
    )
    if not np.isfinite([cl_out, cl_in, b_out, b_in, p, T]).all():
        raise ValueError("not finite")
    if (cl_out <= 0).any() or (cl_in <= 0).any() or (T <= 0).any() or (b_out < 0).any() or (b_in < 0).any() or (p < 0).any():
        raise ValueError("out of range")
    e_mV = 1000 * GAS_CONSTANT_J_MOL_K * T / FARADAY_C_MOL * np.log((cl_in - p * b_in) / (cl_out - p * b_out))
    return e_mV[()]
