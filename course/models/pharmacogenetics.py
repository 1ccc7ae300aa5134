r"""How genes for an enzyme set the level of a drug (M2.4).

Each working gene adds to the liver's intrinsic clearance, :math:`CL_{int} = a + b n`. In the
well-stirred liver

.. math::

    CL_h = \frac{Q\, CL_{int}}{Q + CL_{int}}, \qquad F = \frac{Q}{Q + CL_{int}}

so that the clearance of an oral dose, :math:`CL_h / F`, is :math:`CL_{int}` whatever the flow, and
the level at steady state is :math:`D / (\tau\, CL_{int})`: its reciprocal is linear in *n*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    FRACTION,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatOrArray,
    numbers,
    plain,
    scalar,
    series,
)
from course.models._units import LN2, NG_ML_PER_MG_L
from course.models.fitting import fit_line
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_FLOW_L_H = card("liver")["blood_flow_L_h"].value


@dataclass(frozen=True, slots=True)
class GeneDose:
    r"""Dose-corrected level against the number of working genes.

    .. math:: \frac{1}{C / D} = a + b n

    Parameters
    ----------
    a
        What is cleared without the enzyme, in the unit of the dose over that of the level.
    b
        What each working gene adds, in the same unit.

    Raises
    ------
    ValueError
        If a parameter is not finite.

    Notes
    -----
    Source: card ``liver``; the equations are algebra.

    Examples
    --------
    >>> line = fit_gene_dose([0, 1, 2], [147, 98.4, 70.3])
    >>> round(line.a, 5), round(line.b, 5)
    (0.00669, 0.00371)
    """

    a: float
    b: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "a", scalar("a", self.a, "", REAL))
        object.__setattr__(self, "b", scalar("b", self.b, "", REAL))

    def level_per_dose(self, n_genes: ArrayLike) -> FloatOrArray:
        r"""Return the level per unit of dose.

        .. math:: \frac{C}{D} = \frac{1}{a + b n}

        Parameters
        ----------
        n_genes
            Number of working genes, at least 0.

        Returns
        -------
        float or array
            In the shape of ``n_genes``.

        Raises
        ------
        ValueError
            If ``n_genes`` is outside its range, or the clearance would not be above 0.

        Notes
        -----
        Source: card ``liver``; the equations are algebra.

        Examples
        --------
        >>> GeneDose(a=0.0067, b=0.0037).level_per_dose([0, 1, 2]).round(1)
        array([149.3,  96.2,  70.9])
        """
        (n,) = numbers(n_genes=(n_genes, "genes", NON_NEGATIVE))
        cleared = self.a + self.b * n
        if (cleared <= 0).any():
            raise ValueError(f"n_genes must give a + b n above 0 genes, not {cleared.min():g}.")
        return plain(1 / cleared)


def fit_gene_dose(n_genes: ArrayLike, level_per_dose: ArrayLike) -> GeneDose:
    r"""Return the line through the reciprocals of dose-corrected levels, by least squares.

    .. math:: \frac{D}{C} = a + b n

    Parameters
    ----------
    n_genes
        Working genes of each group, at least 0, two or more of them different.
    level_per_dose
        Level per unit of dose of each group, above 0.

    Returns
    -------
    GeneDose

    Raises
    ------
    ValueError
        If an argument is outside its range, the lengths differ, or all ``n_genes`` are equal.

    Notes
    -----
    Source: card ``liver``; the equations are algebra.

    Examples
    --------
    Nortriptyline in Japanese patients with 0, 1 and 2 unimpaired CYP2D6 genes:

    >>> fit = fit_gene_dose([0, 1, 2], [147, 98.4, 70.3])
    >>> round(fit.a, 6), round(fit.b, 6)
    (0.006686, 0.003711)
    """
    n = series("n_genes", n_genes, "genes", NON_NEGATIVE)
    level = series("level_per_dose", level_per_dose, "", POSITIVE)
    if len(n) != len(level) or np.ptp(n) == 0:
        raise ValueError(
            "n_genes must hold at least two different numbers of genes, one for each level, not "
            f"{len(n)} for {len(level)}."
        )
    line = fit_line(n, 1 / level)
    return GeneDose(line.intercept, line.slope)


def intrinsic_clearance_L_h(n_genes: ArrayLike, a_L_h: ArrayLike, b_L_h: ArrayLike) -> FloatOrArray:
    r"""Return the intrinsic clearance of the liver, :math:`CL_{int} = a + b n`.

    Parameters
    ----------
    n_genes
        Number of working genes, at least 0; half a gene may stand for a reduced one.
    a_L_h
        :math:`a`, what other enzymes clear (L/h), at least 0.
    b_L_h
        :math:`b`, what each gene adds (L/h), at least 0.

    Returns
    -------
    float or array
        Clearance (L/h), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``liver``; the equations are algebra.

    Examples
    --------
    >>> intrinsic_clearance_L_h([0, 1, 2], a_L_h=25, b_L_h=30)
    array([25., 55., 85.])
    """
    n, a, b = numbers(
        n_genes=(n_genes, "genes", NON_NEGATIVE),
        a_L_h=(a_L_h, "L/h", NON_NEGATIVE),
        b_L_h=(b_L_h, "L/h", NON_NEGATIVE),
    )
    return plain(a + b * n)


def hepatic_clearance_L_h(cl_int_L_h: ArrayLike, flow_L_h: ArrayLike = _FLOW_L_H) -> FloatOrArray:
    r"""Return what a well-stirred liver clears, :math:`Q\,CL_{int} / (Q + CL_{int})`.

    Parameters
    ----------
    cl_int_L_h
        :math:`CL_{int}`, what the enzymes would clear if flow did not limit (L/h), at least 0.
    flow_L_h
        :math:`Q`, blood flow through the liver (L/h), above 0.

    Returns
    -------
    float or array
        Clearance (L/h), below both, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``liver``; the equations are algebra.

    Examples
    --------
    >>> hepatic_clearance_L_h([6, 60, 600]).round(1)
    array([ 5.5, 30. , 54.5])
    """
    cl_int, flow = numbers(
        cl_int_L_h=(cl_int_L_h, "L/h", NON_NEGATIVE), flow_L_h=(flow_L_h, "L/h", POSITIVE)
    )
    return plain(cl_int / (1 + cl_int / flow))


def hepatic_availability(cl_int_L_h: ArrayLike, flow_L_h: ArrayLike = _FLOW_L_H) -> FloatOrArray:
    r"""Return the fraction of an oral dose that passes the liver, :math:`Q / (Q + CL_{int})`.

    Parameters
    ----------
    cl_int_L_h, flow_L_h
        As in :func:`hepatic_clearance_L_h`.

    Returns
    -------
    float or array
        A fraction, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``liver``; the equations are algebra.

    Examples
    --------
    >>> hepatic_availability([6, 60, 600]).round(3)
    array([0.909, 0.5  , 0.091])
    """
    cl_int, flow = numbers(
        cl_int_L_h=(cl_int_L_h, "L/h", NON_NEGATIVE), flow_L_h=(flow_L_h, "L/h", POSITIVE)
    )
    return plain(1 / (1 + cl_int / flow))


def hepatic_half_life_h(
    volume_L: ArrayLike, cl_int_L_h: ArrayLike, flow_L_h: ArrayLike = _FLOW_L_H
) -> FloatOrArray:
    r"""Return the half-life of a drug that the liver alone clears.

    .. math:: t_{1/2} = \frac{V \ln 2}{CL_h} = V \ln 2 \left(\frac{1}{CL_{int}} + \frac{1}{Q}\right)

    Parameters
    ----------
    volume_L
        :math:`V`, volume of distribution (L), above 0.
    cl_int_L_h
        :math:`CL_{int}`, as in :func:`hepatic_clearance_L_h`, but above 0.
    flow_L_h
        :math:`Q`, blood flow through the liver (L/h), above 0.

    Returns
    -------
    float or array
        Half-life (h), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``liver``; the equations are algebra.

    Examples
    --------
    The best of enzymes cannot clear faster than the flow allows:

    >>> hepatic_half_life_h(1000, [6, 60, 6000]).round(1)
    array([127.1,  23.1,  11.7])
    """
    volume, cl_int, flow = numbers(
        volume_L=(volume_L, "L", POSITIVE),
        cl_int_L_h=(cl_int_L_h, "L/h", POSITIVE),
        flow_L_h=(flow_L_h, "L/h", POSITIVE),
    )
    return plain(LN2 * (volume / cl_int + volume / flow))


def steady_state_ng_mL(
    dose_mg: ArrayLike,
    every_h: ArrayLike,
    clearance_L_h: ArrayLike,
    bioavailability: ArrayLike = 1,
) -> FloatOrArray:
    r"""Return the mean level under repeated doses, :math:`F D / (\tau\, CL)`.

    Parameters
    ----------
    dose_mg
        :math:`D` (mg), at least 0.
    every_h
        :math:`\tau`, interval between doses (h), above 0.
    clearance_L_h
        :math:`CL` (L/h), above 0. With an oral clearance, :math:`CL / F`, leave
        ``bioavailability`` at 1.
    bioavailability
        :math:`F`, from 0 to 1.

    Returns
    -------
    float or array
        Concentration (ng/mL), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``liver``; the equations are algebra.

    Examples
    --------
    >>> round(steady_state_ng_mL(10, every_h=24, clearance_L_h=1.596, bioavailability=0.94), 1)
    245.4
    """
    dose, every, clearance, fraction = numbers(
        dose_mg=(dose_mg, "mg", NON_NEGATIVE),
        every_h=(every_h, "h", POSITIVE),
        clearance_L_h=(clearance_L_h, "L/h", POSITIVE),
        bioavailability=(bioavailability, "", FRACTION),
    )
    return plain(NG_ML_PER_MG_L * fraction * dose / (every * clearance))
