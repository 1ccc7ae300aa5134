"""Bioavailability: how much of a dose arrives, from areas under curves (M4.4).

The curve of an absorbed dose is in :mod:`~course.models.bateman`; the routes of a compartment
model in :mod:`~course.models.absorption`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.models._domain import NON_NEGATIVE, POSITIVE, FloatOrArray, numbers, plain
from course.models._units import NG_ML_PER_MG_L

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def bioavailability(
    auc_x: ArrayLike, dose_x: ArrayLike, auc_iv: ArrayLike, dose_iv: ArrayLike
) -> FloatOrArray:
    r"""Return the fraction of a dose that reaches the circulation.

    .. math:: F = \frac{AUC_x / D_x}{AUC_{iv} / D_{iv}}

    Parameters
    ----------
    auc_x, auc_iv
        Areas under the curve by the route in question and by vein, above 0, in one unit.
    dose_x, dose_iv
        The doses, above 0, in one unit.

    Returns
    -------
    float or array
        A fraction, in the broadcast shape of the arguments. Above 1 it says that clearance was
        not the same on both occasions.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    Ketamine by nose, 10, 30 and 50 mg, against 10 mg by vein:

    >>> bioavailability([19, 46, 64], [10, 30, 50], auc_iv=113, dose_iv=10).round(3)
    array([0.168, 0.136, 0.113])
    """
    area, dose, area_iv, dose_iv_ = numbers(
        auc_x=(auc_x, "", POSITIVE),
        dose_x=(dose_x, "", POSITIVE),
        auc_iv=(auc_iv, "", POSITIVE),
        dose_iv=(dose_iv, "", POSITIVE),
    )
    return plain(area / dose / (area_iv / dose_iv_))


def clearance_from_area_L_h(dose_mg: ArrayLike, auc_ng_h_mL: ArrayLike) -> FloatOrArray:
    r"""Return the clearance that a dose and its area imply.

    .. math:: CL = D / AUC

    Parameters
    ----------
    dose_mg
        Dose that reached the circulation (mg), at least 0.
    auc_ng_h_mL
        Area under the curve (ng h/mL, which is µg h/L), above 0.

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
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> round(clearance_from_area_L_h(10, 113), 2)
    88.5
    """
    dose, area = numbers(
        dose_mg=(dose_mg, "mg", NON_NEGATIVE), auc_ng_h_mL=(auc_ng_h_mL, "ng h/mL", POSITIVE)
    )
    return plain(NG_ML_PER_MG_L * dose / area)


def implied_bioavailability(
    exposure_ratio: ArrayLike,
    depot_mg: ArrayLike,
    oral_mg: ArrayLike,
    oral_doses: ArrayLike,
) -> FloatOrArray:
    r"""Return the oral bioavailability that a comparison with a depot implies.

    A depot that is absorbed completely gives :math:`R` times the area of *n* oral doses:

    .. math:: F = \frac{D_{depot}}{n D_{oral} R}

    Parameters
    ----------
    exposure_ratio
        :math:`R`, area of the depot over that of the oral doses, above 0.
    depot_mg, oral_mg
        The depot and each oral dose (mg), above 0.
    oral_doses
        :math:`n`, number of oral doses in the depot's time, above 0.

    Returns
    -------
    float or array
        A fraction, in the broadcast shape of the arguments; no clearance is needed.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> implied_bioavailability([3, 3.5, 4], depot_mg=380, oral_mg=50, oral_doses=28).round(4)
    array([0.0905, 0.0776, 0.0679])
    """
    ratio, depot, oral, count = numbers(
        exposure_ratio=(exposure_ratio, "", POSITIVE),
        depot_mg=(depot_mg, "mg", POSITIVE),
        oral_mg=(oral_mg, "mg", POSITIVE),
        oral_doses=(oral_doses, "", POSITIVE),
    )
    return plain(depot / (count * oral * ratio))
