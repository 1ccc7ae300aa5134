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
# marks: 6
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
