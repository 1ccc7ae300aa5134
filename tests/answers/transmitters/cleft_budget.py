# %% [answer] metres all through
# kind: right
# marks: 10
# says: ""
# written: with the solution
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for value in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not np.isfinite(value) or value <= 0:
            raise ValueError("every argument must be finite and above 0")
    r, h = radius_nm * 1e-9, height_nm * 1e-9
    molecules_per_m3 = peak_mM * AVOGADRO_PER_MOL  # 1 mM is 1 mol/m3
    tau_diff = r**2 / (FIRST_ZERO_OF_J0**2 * D_um2_ms * 1e-9) * 1e3
    return {
        "auc": peak_mM * tau_ms,
        "molecules": np.pi * r**2 * h * molecules_per_m3,
        "tau_diff_ms": tau_diff,
        "ratio": tau_ms / tau_diff,
    }


# %% [answer] rounded constants
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    arguments = dict(peak_mM=peak_mM, tau_ms=tau_ms, radius_nm=radius_nm, height_nm=height_nm, D_um2_ms=D_um2_ms)
    for name, value in arguments.items():
        if math.isnan(value) or math.isinf(value) or value <= 0:
            raise ValueError(f"{name} must be positive, got {value}")
    volume_um3 = math.pi * (radius_nm / 1000) ** 2 * (height_nm / 1000)
    volume_l = volume_um3 * 1e-15
    moles = peak_mM / 1000 * volume_l
    tau_diff_ms = (radius_nm / 1000) ** 2 / 2.4048**2 / D_um2_ms
    return dict(auc=peak_mM * tau_ms, molecules=moles * 6.022e23, tau_diff_ms=tau_diff_ms, ratio=tau_ms / tau_diff_ms)


# %% [answer] numerical area and Bessel zero
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.integrate import quad
from scipy.special import jn_zeros

AVOGADRO_PER_MOL = 6.02214076e23


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    if not all(np.isfinite(v) and v > 0 for v in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms)):
        raise ValueError("all arguments must be positive and finite")
    area, _ = quad(lambda u: peak_mM * tau_ms * np.exp(-u), 0, np.inf, epsabs=0, epsrel=1e-10)
    volume_nm3, _ = quad(lambda r: 2 * np.pi * r * height_nm, 0, radius_nm)
    tau_diff = (float(radius_nm) / 1e3 / jn_zeros(0, 1)[0]) ** 2 / D_um2_ms
    return {"auc": area, "molecules": peak_mM * volume_nm3 * AVOGADRO_PER_MOL * 1e-27, "tau_diff_ms": tau_diff, "ratio": tau_ms / tau_diff}


# %% [answer] litres and cubic micrometres confused
# kind: mistake
# marks: 6
# says: "fifteen powers of ten apart"
# written: with the solution
# shows: wrong unit
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for value in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not (np.isfinite(value) and value > 0):
            raise ValueError("must be positive")
    volume_um3 = np.pi * (radius_nm / 1000) ** 2 * height_nm / 1000
    tau_diff = (radius_nm / 1000 / FIRST_ZERO_OF_J0) ** 2 / D_um2_ms
    molecules = peak_mM / 1000 * volume_um3 * AVOGADRO_PER_MOL
    return {"auc": peak_mM * tau_ms, "molecules": molecules, "tau_diff_ms": tau_diff, "ratio": tau_ms / tau_diff}


# %% [answer] millimolar taken for molar
# kind: mistake
# marks: 6
# says: "fifteen powers of ten apart"
# written: with the solution
# shows: wrong unit
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    volume_litre = np.pi * radius_nm**2 * height_nm * 1e-24
    tau_diff = (radius_nm / 1000 / FIRST_ZERO_OF_J0) ** 2 / D_um2_ms
    return {"auc": peak_mM * tau_ms, "molecules": peak_mM * volume_litre * AVOGADRO_PER_MOL, "tau_diff_ms": tau_diff, "ratio": tau_ms / tau_diff}


# %% [answer] rule of thumb for diffusion
# kind: mistake
# marks: 6
# says: "rule of thumb"
# written: with the solution
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for value in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not (np.isfinite(value) and value > 0):
            raise ValueError("must be positive")
    r_um = radius_nm / 1000
    tau_diff = r_um**2 / (4 * D_um2_ms)
    molecules = peak_mM * np.pi * radius_nm**2 * height_nm * 1e-27 * AVOGADRO_PER_MOL
    return {"auc": peak_mM * tau_ms, "molecules": molecules, "tau_diff_ms": tau_diff, "ratio": tau_ms / tau_diff}


# %% [answer] Bessel zero not squared
# kind: mistake
# marks: 7
# says: "2.4 times too long"
# written: with the solution
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for value in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not (np.isfinite(value) and value > 0):
            raise ValueError("must be positive")
    tau_diff = (radius_nm / 1000) ** 2 / FIRST_ZERO_OF_J0 / D_um2_ms
    molecules = peak_mM * np.pi * radius_nm**2 * height_nm * 1e-27 * AVOGADRO_PER_MOL
    return {"auc": peak_mM * tau_ms, "molecules": molecules, "tau_diff_ms": tau_diff, "ratio": tau_ms / tau_diff}


# %% [answer] molecules rounded to a whole number
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for value in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not (np.isfinite(value) and value > 0):
            raise ValueError("must be positive")
    tau_diff = (radius_nm / 2404.826) ** 2 / D_um2_ms
    molecules = round(peak_mM * np.pi * radius_nm**2 * height_nm * 6.02214076e-4)
    return {"auc": peak_mM * tau_ms, "molecules": molecules, "tau_diff_ms": tau_diff, "ratio": tau_ms / tau_diff}


# %% [answer] ratio upside down, nothing refused
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    tau_diff = (radius_nm / 2404.826) ** 2 / D_um2_ms
    molecules = peak_mM * np.pi * radius_nm**2 * height_nm * 6.02214076e-4
    return {"auc": peak_mM * tau_ms, "molecules": molecules, "tau_diff_ms": tau_diff, "ratio": tau_diff / tau_ms}


# %% [answer] a tuple instead of a dict
# kind: wrong
# marks: 0
# says: ""
# written: with the solution
# shows: wrong type
def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    tau_diff = (radius_nm / 2404.826) ** 2 / D_um2_ms
    molecules = peak_mM * np.pi * radius_nm**2 * height_nm * 6.02214076e-4
    return peak_mM * tau_ms, molecules, tau_diff, tau_ms / tau_diff


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [answer] blind a: everything to SI first
# kind: right
# marks: 10
# says: ""
# written: blind
import math

AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for name, value in (
        ("peak_mM", peak_mM),
        ("tau_ms", tau_ms),
        ("radius_nm", radius_nm),
        ("height_nm", height_nm),
        ("D_um2_ms", D_um2_ms),
    ):
        if not (math.isfinite(value) and value > 0):
            raise ValueError(f"{name} must be finite and above 0, got {value}")
    c = float(peak_mM)  # 1 mM = 1 mol/m3
    tau = tau_ms * 1e-3  # s
    r = radius_nm * 1e-9  # m
    h = height_nm * 1e-9  # m
    D = D_um2_ms * 1e-12 / 1e-3  # m2/s
    tau_diff = r**2 / (FIRST_ZERO_OF_J0**2 * D)  # s
    return {
        "auc": float(c * tau * 1e3),
        "molecules": float(c * math.pi * r**2 * h * AVOGADRO_PER_MOL),
        "tau_diff_ms": float(tau_diff * 1e3),
        "ratio": float(tau / tau_diff),
    }


# %% [answer] blind a: dataclass with litres
# kind: right
# marks: 10
# says: ""
# written: blind
from dataclasses import dataclass, fields

import numpy as np

AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


@dataclass(frozen=True)
class _Cleft:
    peak_mM: float
    tau_ms: float
    radius_nm: float
    height_nm: float
    D_um2_ms: float

    def __post_init__(self):
        for f in fields(self):
            value = getattr(self, f.name)
            if not np.isfinite(value) or value <= 0:
                raise ValueError(f"{f.name} must be a finite number above 0")

    @property
    def litres(self):
        nm3 = np.pi * self.radius_nm**2 * self.height_nm
        return nm3 * 1e-24  # 1e-27 m3, and 1e3 L in a m3

    @property
    def tau_diff_ms(self):
        return (self.radius_nm / 1000 / FIRST_ZERO_OF_J0) ** 2 / self.D_um2_ms


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    c = _Cleft(float(peak_mM), float(tau_ms), float(radius_nm), float(height_nm), float(D_um2_ms))
    return dict(
        auc=float(c.peak_mM * c.tau_ms),
        molecules=float(c.peak_mM / 1000 * c.litres * AVOGADRO_PER_MOL),
        tau_diff_ms=float(c.tau_diff_ms),
        ratio=float(c.tau_ms / c.tau_diff_ms),
    )


# %% [answer] blind a: integrate what can be integrated
# kind: right
# marks: 10
# says: ""
# written: blind
import numpy as np
from scipy.integrate import quad

AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    args = np.array([peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms], dtype=float)
    if not np.all(np.isfinite(args)) or not np.all(args > 0):
        raise ValueError("peak_mM (mM), tau_ms (ms), radius_nm, height_nm (nm) and D_um2_ms "
                         "(um2/ms) must all be finite and above 0")
    peak, tau, r, h, D = (float(a) for a in args)
    # time in units of tau, radius in units of r: then no scale can upset quad
    area, _ = quad(lambda s: np.exp(-s), 0, np.inf, epsabs=1e-13, epsrel=1e-13)
    rings, _ = quad(lambda x: 2 * np.pi * x, 0, 1, epsabs=1e-13, epsrel=1e-13)
    volume_nm3 = rings * r**2 * h
    # mmol/L -> molecules per nm3: 1e-3 mol/L * N_A / (1e24 nm3/L)
    molecules_per_nm3 = peak * 1e-3 * AVOGADRO_PER_MOL / 1e24
    # slowest mode J0(k r): dc/dt = -D k^2 c
    k_per_um = FIRST_ZERO_OF_J0 / (r * 1e-3)
    tau_diff_ms = 1 / (D * k_per_um**2)
    return {
        "auc": peak * tau * area,
        "molecules": molecules_per_nm3 * volume_nm3,
        "tau_diff_ms": tau_diff_ms,
        "ratio": tau / tau_diff_ms,
    }


# %% [answer] blind a: no half molecules
# kind: wrong
# marks: 7
# says: ""
# written: blind
# believed wrong because: rounds the number of molecules to a whole number although the docstring says not rounded
import math

AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for v in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not math.isfinite(v) or v <= 0:
            raise ValueError("all arguments must be finite and above 0")
    volume_L = math.pi * radius_nm**2 * height_nm * 1e-24
    molecules = round(peak_mM * 1e-3 * volume_L * AVOGADRO_PER_MOL)
    tau_diff = (radius_nm * 1e-3) ** 2 / (FIRST_ZERO_OF_J0**2 * D_um2_ms)
    return {"auc": peak_mM * tau_ms, "molecules": molecules, "tau_diff_ms": tau_diff,
            "ratio": tau_ms / tau_diff}


# %% [answer] blind a: the zero is not squared
# kind: mistake
# marks: 7
# says: "2.4 times too long"
# written: blind
# believed wrong because: divides by j01 * D instead of j01**2 * D
import math

AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for v in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not math.isfinite(v) or v <= 0:
            raise ValueError("all arguments must be finite and above 0")
    volume_L = math.pi * radius_nm**2 * height_nm * 1e-24
    r_um = radius_nm / 1000
    tau_diff_ms = r_um**2 / (FIRST_ZERO_OF_J0 * D_um2_ms)
    return {
        "auc": float(peak_mM * tau_ms),
        "molecules": float(peak_mM / 1000 * volume_L * AVOGADRO_PER_MOL),
        "tau_diff_ms": float(tau_diff_ms),
        "ratio": float(tau_ms / tau_diff_ms),
    }


# %% [answer] blind a: infinity and NaN are let in
# kind: wrong
# marks: 9
# says: ""
# written: blind
# believed wrong because: only "<= 0" is refused; NaN and infinity pass
import numpy as np

AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    if peak_mM <= 0 or tau_ms <= 0 or radius_nm <= 0 or height_nm <= 0 or D_um2_ms <= 0:
        raise ValueError("every argument must be above 0")
    volume_in_litres = np.pi * (radius_nm * 1e-9) ** 2 * (height_nm * 1e-9) * 1e3
    number_at_peak = peak_mM * 1e-3 * volume_in_litres * AVOGADRO_PER_MOL
    slowest_ms = (radius_nm * 1e-3 / FIRST_ZERO_OF_J0) ** 2 / D_um2_ms
    return {
        "auc": peak_mM * tau_ms,
        "molecules": number_at_peak,
        "tau_diff_ms": slowest_ms,
        "ratio": tau_ms / slowest_ms,
    }


# %% [answer] blind b: long-winded, every unit named
# kind: right
# marks: 10
# says: ""
# written: blind
AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    if not np.isfinite(peak_mM) or peak_mM <= 0:
        raise ValueError("peak_mM must be a finite number of mM, above 0")
    if not np.isfinite(tau_ms) or tau_ms <= 0:
        raise ValueError("tau_ms must be a finite number of ms, above 0")
    if not np.isfinite(radius_nm) or radius_nm <= 0:
        raise ValueError("radius_nm must be a finite number of nm, above 0")
    if not np.isfinite(height_nm) or height_nm <= 0:
        raise ValueError("height_nm must be a finite number of nm, above 0")
    if not np.isfinite(D_um2_ms) or D_um2_ms <= 0:
        raise ValueError("D_um2_ms must be a finite number of um2/ms, above 0")
    # area of an exponential
    auc = float(peak_mM * tau_ms)
    # volume
    volume_nm3 = np.pi * float(radius_nm) ** 2 * float(height_nm)
    volume_m3 = volume_nm3 * 1e-27
    volume_litres = volume_m3 / 1e-3
    # molecules
    peak_M = peak_mM / 1000
    moles = peak_M * volume_litres
    molecules = float(moles * AVOGADRO_PER_MOL)
    # diffusion
    radius_um = radius_nm / 1000
    tau_diff_ms = float(radius_um ** 2 / (FIRST_ZERO_OF_J0 ** 2 * D_um2_ms))
    ratio = float(tau_ms / tau_diff_ms)
    answer = {}
    answer["auc"] = auc
    answer["molecules"] = molecules
    answer["tau_diff_ms"] = tau_diff_ms
    answer["ratio"] = ratio
    return answer


# %% [answer] blind b: a loop over the names and litres from decimetres
# kind: right
# marks: 10
# says: ""
# written: blind
import math

AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    given = {
        "peak_mM": peak_mM,
        "tau_ms": tau_ms,
        "radius_nm": radius_nm,
        "height_nm": height_nm,
        "D_um2_ms": D_um2_ms,
    }
    for name in given:
        value = float(given[name])
        if math.isnan(value) or math.isinf(value) or value <= 0:
            raise ValueError(f"{name} must be above 0 (unit in the name), got {value}")
        given[name] = value
    NM_PER_DM = 1e8
    r_dm = given["radius_nm"] / NM_PER_DM
    h_dm = given["height_nm"] / NM_PER_DM
    litres = math.pi * r_dm * r_dm * h_dm
    molecules = given["peak_mM"] * 1e-3 * litres * AVOGADRO_PER_MOL
    tau_diff = (given["radius_nm"] * 1e-3 / FIRST_ZERO_OF_J0) ** 2 / given["D_um2_ms"]
    return {
        "auc": given["peak_mM"] * given["tau_ms"],
        "molecules": molecules,
        "tau_diff_ms": tau_diff,
        "ratio": given["tau_ms"] / tau_diff,
    }


# %% [answer] blind b: three helper functions
# kind: right
# marks: 10
# says: ""
# written: blind
AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def must_be_positive(value, name):
    value = float(value)
    if not (value > 0 and value < float("inf")):
        raise ValueError(f"{name} must be finite and above 0")
    return value


def volume_of_disk_in_litres(radius_nm, height_nm):
    # 1 um3 is a femtolitre, 1e-15 L
    return np.pi * (radius_nm / 1000) ** 2 * (height_nm / 1000) * 1e-15


def diffusion_time_in_ms(radius_nm, D):
    D_nm2_ms = D * 1e6
    return radius_nm ** 2 / FIRST_ZERO_OF_J0 ** 2 / D_nm2_ms


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    c = must_be_positive(peak_mM, "peak_mM")
    tau = must_be_positive(tau_ms, "tau_ms")
    r = must_be_positive(radius_nm, "radius_nm")
    h = must_be_positive(height_nm, "height_nm")
    D = must_be_positive(D_um2_ms, "D_um2_ms")
    result = dict()
    result["auc"] = c * tau
    result["molecules"] = float(c / 1000 * volume_of_disk_in_litres(r, h) * AVOGADRO_PER_MOL)
    result["tau_diff_ms"] = diffusion_time_in_ms(r, D)
    result["ratio"] = tau / result["tau_diff_ms"]
    return result


# %% [answer] blind b: whole molecules only
# kind: wrong
# marks: 7
# says: ""
# written: blind
# believed wrong because: rounds the molecules to a whole number, though the docstring says not rounded; passes the public checks
AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for v in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not np.isfinite(v) or v <= 0:
            raise ValueError("every argument must be finite and above 0")
    litres = np.pi * radius_nm ** 2 * height_nm * 1e-24
    molecules = round(peak_mM * 1e-3 * litres * AVOGADRO_PER_MOL)  # no half molecules
    tau_diff = (radius_nm / 1000 / FIRST_ZERO_OF_J0) ** 2 / D_um2_ms
    return {"auc": float(peak_mM * tau_ms), "molecules": float(molecules), "tau_diff_ms": float(tau_diff), "ratio": float(tau_ms / tau_diff)}


# %% [answer] blind b: ratio upside down
# kind: wrong
# marks: 7
# says: ""
# written: blind
# believed wrong because: ratio is tau_diff / tau instead of tau / tau_diff; passes the public checks
AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for v in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not np.isfinite(v) or v <= 0:
            raise ValueError("every argument must be finite and above 0")
    litres = np.pi * radius_nm ** 2 * height_nm * 1e-24
    molecules = peak_mM * 1e-3 * litres * AVOGADRO_PER_MOL
    tau_diff = (radius_nm / 1000 / FIRST_ZERO_OF_J0) ** 2 / D_um2_ms
    return {"auc": float(peak_mM * tau_ms), "molecules": float(molecules), "tau_diff_ms": float(tau_diff), "ratio": float(tau_diff / tau_ms)}


# %% [answer] blind b: the Bessel zero is not squared
# kind: mistake
# marks: 7
# says: "2.4 times too long"
# written: blind
# believed wrong because: tau_diff divides by j01 instead of j01 squared, so it (and with it the ratio) is off by 2.4; passes the public checks
AVOGADRO_PER_MOL = 6.02214076e23  # molecules in a mole
FIRST_ZERO_OF_J0 = 2.404826  # where the Bessel function J0 first vanishes


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for v in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not np.isfinite(v) or v <= 0:
            raise ValueError("every argument must be finite and above 0")
    litres = np.pi * radius_nm ** 2 * height_nm * 1e-24
    molecules = peak_mM * 1e-3 * litres * AVOGADRO_PER_MOL
    tau_diff = (radius_nm / 1000) ** 2 / (FIRST_ZERO_OF_J0 * D_um2_ms)
    return {"auc": float(peak_mM * tau_ms), "molecules": float(molecules), "tau_diff_ms": float(tau_diff), "ratio": float(tau_ms / tau_diff)}


# %% [answer] sums in loops
# kind: right
# marks: 10
# says: ""
# written: with the solution
# shows: loops
import math

AVOGADRO_PER_MOL = 6.02214076e23


def j0(x):
    term, total = 1.0, 1.0
    for k in range(1, 30):
        term *= -(x / 2) ** 2 / k**2
        total += term
    return total


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for value in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if math.isnan(value) or math.isinf(value) or value <= 0:
            raise ValueError("all five must be finite and above 0")
    # area under the decay: Simpson's rule, forty time constants long
    panels = 1000
    step = 40 / panels
    area = 0.0
    for i in range(panels + 1):
        weight = 1 if i in (0, panels) else 4 if i % 2 else 2
        area += weight * peak_mM * math.exp(-i * step)
    area *= step / 3 * tau_ms
    # the disk as a hundred rings, each as wide as the others
    litres = 0.0
    for ring in range(100):
        middle_nm = (ring + 0.5) * radius_nm / 100
        litres += 2 * math.pi * middle_nm * radius_nm / 100 * height_nm * 1e-24
    # where J0 vanishes, between 2 and 3
    low, high = 2.0, 3.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if j0(middle) > 0 else (low, middle)
    tau_diff_ms = (radius_nm / 1000 / low) ** 2 / D_um2_ms
    return {
        "auc": area,
        "molecules": peak_mM / 1000 * litres * AVOGADRO_PER_MOL,
        "tau_diff_ms": tau_diff_ms,
        "ratio": tau_ms / tau_diff_ms,
    }


# %% [answer] area from a loop that stops at five time constants
# kind: wrong
# marks: 6
# says: ""
# written: with the solution
# shows: loops
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    for x in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
        if not np.isfinite(x) or x <= 0:
            raise ValueError("above 0, please")
    dt = tau_ms / 100
    auc, t = 0.0, 0.0
    while t < 5 * tau_ms:
        auc += peak_mM * np.exp(-t / tau_ms) * dt
        t += dt
    litres = np.pi * radius_nm**2 * height_nm * 1e-24
    tau_diff = (radius_nm / 1000) ** 2 / (FIRST_ZERO_OF_J0**2 * D_um2_ms)
    return {"auc": auc, "molecules": peak_mM * 1e-3 * litres * AVOGADRO_PER_MOL, "tau_diff_ms": tau_diff, "ratio": tau_ms / tau_diff}


# %% [answer] the exponent of the litres lost its minus
# kind: mistake
# marks: 6
# says: "several, away from anything"
# written: with the solution
# shows: slipped sign
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    given = [float(each) for each in (peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms)]
    if not np.isfinite(given).all() or min(given) <= 0:
        raise ValueError("every argument must be finite and above 0")
    litres = np.pi * radius_nm**2 * height_nm * 1e24
    tau_diff = (radius_nm / 1000 / FIRST_ZERO_OF_J0) ** 2 / D_um2_ms
    return {
        "auc": peak_mM * tau_ms,
        "molecules": peak_mM / 1000 * litres * AVOGADRO_PER_MOL,
        "tau_diff_ms": tau_diff,
        "ratio": tau_ms / tau_diff,
    }


# %% [answer] four texts, ready for printing
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
AVOGADRO_PER_MOL = 6.02214076e23
FIRST_ZERO_OF_J0 = 2.404826


def cleft_budget(peak_mM, tau_ms, radius_nm, height_nm, D_um2_ms):
    arguments = {"peak_mM": peak_mM, "tau_ms": tau_ms, "radius_nm": radius_nm, "height_nm": height_nm, "D_um2_ms": D_um2_ms}
    for name, value in arguments.items():
        if not 0 < value < float("inf"):
            raise ValueError(f"{name} must be a finite number above 0, not {value}")
    radius_um = radius_nm / 1000
    litres = np.pi * radius_um**2 * (height_nm / 1000) * 1e-15
    tau_diff_ms = radius_um**2 / FIRST_ZERO_OF_J0**2 / D_um2_ms
    budget = {
        "auc": peak_mM * tau_ms,
        "molecules": peak_mM * 1e-3 * litres * AVOGADRO_PER_MOL,
        "tau_diff_ms": tau_diff_ms,
        "ratio": tau_ms / tau_diff_ms,
    }
    return {name: str(value) for name, value in budget.items()}
