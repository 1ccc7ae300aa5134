r"""Potency: the many IC50s of one blocker, and what a measurement implies (M4.6).

A blocker leaves the fraction

.. math:: r = \frac{1}{1 + (C/IC_{50})^n}, \qquad n = 1 \text{ for one site}

(:func:`course.models.occupancy.occupancy` gives what it blocks.) Which IC50 that is depends on
the receptor's subunits, on the potential and on magnesium, which competes for the channel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import logit

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatOrArray,
    Interval,
    numbers,
    plain,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_NMDA = card("nmda_receptor")
_MG_HALF_mM = _NMDA["mg_half_block_mM"].value
_MG_SLOPE_PER_mV = _NMDA["mg_slope_per_mV"].value
_BETWEEN_0_AND_1 = Interval(low=0, high=1, open_low=True, open_high=True)


class HillFit(NamedTuple):
    """A Hill curve.

    Attributes
    ----------
    ic50
        Concentration that inhibits half, in the unit of the concentrations given.
    hill
        Slope; 1 for one site.

    Notes
    -----
    Source: algebra; IC50s stand in card ``ketamine_at_nmda_receptor``.

    Examples
    --------
    >>> hill_from_two_points(0.1, 0.8, 1.0, 0.3)
    HillFit(ic50=0.41750037684066965, hill=0.9700367766225569)
    """

    ic50: FloatOrArray
    hill: FloatOrArray


def micromolar(c_ng_mL: ArrayLike, molar_mass_g_mol: ArrayLike) -> FloatOrArray:
    r"""Return a concentration by mass as one by amount.

    .. math:: c = \frac{C}{M}

    Parameters
    ----------
    c_ng_mL
        Concentration (ng/mL, which is µg/L), at least 0.
    molar_mass_g_mol
        Molar mass (g/mol, which is µg/µmol), above 0: of the base if the assay is for the base.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; IC50s stand in card ``ketamine_at_nmda_receptor``.

    Examples
    --------
    Ketamine at the end of an antidepressant infusion:

    >>> round(micromolar(185, molar_mass_g_mol=237.73), 4)
    0.7782
    """
    c, mass = numbers(
        c_ng_mL=(c_ng_mL, "ng/mL", NON_NEGATIVE),
        molar_mass_g_mol=(molar_mass_g_mol, "g/mol", POSITIVE),
    )
    return plain(c / mass)


def ic50_with_magnesium_uM(
    ic50_uM: ArrayLike,
    v_mV: ArrayLike,
    mg_mM: ArrayLike,
    *,
    half_block_mM: ArrayLike = _MG_HALF_mM,
    slope_per_mV: ArrayLike = _MG_SLOPE_PER_mV,
) -> FloatOrArray:
    r"""Return the IC50 of a channel blocker that competes with magnesium.

    .. math:: IC_{50}(\mathrm{Mg}) = IC_{50} \left(1 + \frac{[\mathrm{Mg}]}{K_0 e^{sV}}\right)

    Parameters
    ----------
    ic50_uM
        IC50 without magnesium (µM), above 0.
    v_mV
        Membrane potential (mV).
    mg_mM
        Magnesium outside (mM), at least 0.
    half_block_mM, slope_per_mV
        Magnesium's own block, as in :func:`course.models.magnesium_block.unblocked_fraction`.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Pure competition for one site is the simplest assumption, and a bound: it multiplies an IC50
    of 0.3 µM at -66 mV and 1 mM by 18, where the measured factor is said to be 16 to 18 for
    GluN2A and 2B, and smaller for 2C and 2D. The potential dependence of the blocker itself is
    left out.
    Source: competition of two blockers; magnesium's constants in card ``nmda_receptor``.

    Examples
    --------
    >>> ic50_with_magnesium_uM(0.3, v_mV=-66, mg_mM=[0, 0.5, 1]).round(2)
    array([0.3 , 2.82, 5.33])
    """
    ic50, v, mg, half, slope = numbers(
        ic50_uM=(ic50_uM, "µM", POSITIVE),
        v_mV=(v_mV, "mV", REAL),
        mg_mM=(mg_mM, "mM", NON_NEGATIVE),
        half_block_mM=(half_block_mM, "mM", POSITIVE),
        slope_per_mV=(slope_per_mV, "per mV", POSITIVE),
    )
    with np.errstate(over="ignore", divide="ignore"):
        competition = np.exp(np.log(mg) - np.log(half) - slope * v)
        return plain(ic50 * (1 + competition))


def one_site_ic50_uM(c_uM: ArrayLike, remaining: ArrayLike) -> FloatOrArray:
    r"""Return the IC50 that one measurement implies if there is one site.

    .. math:: IC_{50} = C \, \frac{r}{1 - r}

    Parameters
    ----------
    c_uM
        Concentration (µM), above 0.
    remaining
        :math:`r`, fraction that is left at that concentration, above 0 and below 1.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; IC50s stand in card ``ketamine_at_nmda_receptor``.

    Examples
    --------
    Two points of one experiment that one site cannot explain:

    >>> one_site_ic50_uM([0.1, 1], [0.53, 0.24]).round(4)
    array([0.1128, 0.3158])
    """
    c, left = numbers(c_uM=(c_uM, "µM", POSITIVE), remaining=(remaining, "", _BETWEEN_0_AND_1))
    return plain(np.exp(np.log(c) + logit(left)))


def hill_from_two_points(
    c1_uM: ArrayLike, remaining1: ArrayLike, c2_uM: ArrayLike, remaining2: ArrayLike
) -> HillFit:
    r"""Return the Hill curve through two measurements.

    .. math::

        n = \frac{\operatorname{logit} r_1 - \operatorname{logit} r_2}{\ln C_2 - \ln C_1}, \qquad
        \ln IC_{50} = \ln C_1 + \frac{\operatorname{logit} r_1}{n}

    Parameters
    ----------
    c1_uM, c2_uM
        Two different concentrations (µM), above 0.
    remaining1, remaining2
        Fractions that are left, above 0, below 1, and less at the higher concentration.

    Returns
    -------
    HillFit
        ``(ic50, hill)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range, or the points do not fall.

    Notes
    -----
    Source: algebra; IC50s stand in card ``ketamine_at_nmda_receptor``.

    Examples
    --------
    >>> fit = hill_from_two_points(0.1, 0.53, 1, 0.24)
    >>> round(fit.ic50, 4), round(fit.hill, 4)
    (0.1243, 0.5528)
    """
    c1, left1, c2, left2 = numbers(
        c1_uM=(c1_uM, "µM", POSITIVE),
        remaining1=(remaining1, "", _BETWEEN_0_AND_1),
        c2_uM=(c2_uM, "µM", POSITIVE),
        remaining2=(remaining2, "", _BETWEEN_0_AND_1),
    )
    apart = np.log(c2) - np.log(c1)
    fall = logit(left1) - logit(left2)
    if (fall * apart <= 0).any():
        raise ValueError(
            "remaining1 and remaining2 must fall from the lower to the higher of c1_uM and c2_uM."
        )
    slope = fall / apart
    return HillFit(plain(np.exp(np.log(c1) + logit(left1) / slope)), plain(slope))
