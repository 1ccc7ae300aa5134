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
# kind: wrong
# marks: 8
# says: ""
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
# marks: 6
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
