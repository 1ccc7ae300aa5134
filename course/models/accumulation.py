"""Repeated doses: how high they build up, and how long that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import brentq

from course.models._domain import (
    FRACTION_BELOW_1,
    NON_NEGATIVE,
    POSITIVE,
    FloatOrArray,
    Interval,
    numbers,
    plain,
    scalar,
)
from course.models._units import LN2
from course.models.exposure import area_ng_h_mL
from course.models.regimen import Regimen

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from course.models.compartments import Compartments
    from course.models.regimen import RegimenOrText

_SHARE_REACHED = Interval(low=0, high=1, open_low=True, open_high=True)


def accumulation_ratio(every_h: ArrayLike, half_life_h: ArrayLike) -> FloatOrArray:
    r"""Return how far repeated doses rise above the first, one exponential.

    .. math:: R = \frac{1}{1 - 2^{-\tau / t_{1/2}}}

    Parameters
    ----------
    every_h
        :math:`\tau`, interval between doses (h), above 0.
    half_life_h
        :math:`t_{1/2}` (h), above 0.

    Returns
    -------
    float or array
        A ratio of at least 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> accumulation_ratio(24, [20, 44.2, 84]).round(3)
    array([1.771, 3.188, 5.566])
    """
    every, half = numbers(
        every_h=(every_h, "h", POSITIVE), half_life_h=(half_life_h, "h", POSITIVE)
    )
    # Doses without a pause pile up without end; after an endless one nothing is left.
    with np.errstate(over="ignore", divide="ignore"):
        return plain(-1 / np.expm1(-LN2 * (every / half)))


def time_to_share_h(share: ArrayLike, half_life_h: ArrayLike) -> FloatOrArray:
    r"""Return when one exponential has come a share of the way to its steady state.

    .. math:: t = -t_{1/2} \log_2 (1 - s)

    Parameters
    ----------
    share
        :math:`s`, at least 0, below 1.
    half_life_h
        :math:`t_{1/2}` (h), above 0.

    Returns
    -------
    float or array
        Time (h), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> time_to_share_h(0.9, [44.2, 99.2]).round(1)
    array([146.8, 329.5])
    """
    s, half = numbers(share=(share, "", FRACTION_BELOW_1), half_life_h=(half_life_h, "h", POSITIVE))
    return plain(-half * np.log1p(-s) / LN2)


def share_of_steady_state(t_h: ArrayLike, half_life_h: ArrayLike) -> FloatOrArray:
    r"""Return how far one exponential has come to its steady state.

    .. math:: s = 1 - 2^{-t / t_{1/2}}

    Parameters
    ----------
    t_h
        :math:`t`, time since the first dose (h), at least 0.
    half_life_h
        :math:`t_{1/2}` (h), above 0.

    Returns
    -------
    float or array
        A share from 0 to 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> share_of_steady_state([0, 30, 60, 100], half_life_h=30).round(3)
    array([0.   , 0.5  , 0.75 , 0.901])
    """
    t, half = numbers(t_h=(t_h, "h", NON_NEGATIVE), half_life_h=(half_life_h, "h", POSITIVE))
    with np.errstate(over="ignore"):  # after endless half-lives all of it is reached
        return plain(-np.expm1(-LN2 * (t / half)))


def time_to_share_of_steady_state_h(
    model: Compartments,
    share: float = 0.9,
    of: str | None = None,
    into: str | None = None,
) -> float:
    r"""Return when a constant input has brought a compartment to a share of its final level.

    .. math:: x_i(t) = s\, x_i(\infty)

    A metabolite waits for its parent, and so needs longer than its own half-life says.

    Parameters
    ----------
    model
        Any compartment model.
    share
        Share of the final level, above 0 and below 1.
    of
        Name of the compartment, the first unless given.
    into
        Name of the compartment that receives the input, the first unless given.

    Returns
    -------
    float
        Time (h).

    Raises
    ------
    ValueError
        If ``share`` is outside its range, or there is no final level, or none that is reached
        within a time that a number can hold.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.compartments import Compartments
    >>> oral = Compartments.suggested("diazepam_pop")
    >>> [round(time_to_share_of_steady_state_h(oral, 0.9, c), 1) for c in oral.names[:2]]
    [146.8, 412.2]
    """
    wanted = scalar("share", share, "", _SHARE_REACHED)
    place = 0 if of is None else model.index(of)
    kinetics = model.kinetics
    entry = np.zeros(len(model.names))
    entry[0 if into is None else model.index(into)] = 1.0
    final = kinetics.under_steady_input(entry)[place]
    if not 0 < final < np.inf:
        raise ValueError(f"of must be a compartment with a steady level, not {model.names[place]}.")

    def missing(t: float) -> float:
        return float(kinetics.under_input(entry, [t])[0, place] / final - wanted)

    spans = kinetics.residence_times[:, entry > 0]
    end = float(spans[np.isfinite(spans)].sum())
    while missing(end) < 0:
        end *= 2
        if np.isinf(end):
            raise ValueError(
                f"of must be a compartment with a steady level within finite time, not "
                f"{model.names[place]}."
            )
    return float(brentq(missing, 0, end, xtol=1e-12 * end, rtol=1e-14))


def steady_average_ng_mL(
    model: Compartments, course: RegimenOrText, of: str | None = None
) -> float:
    r"""Return the mean concentration over a dosing interval at steady state.

    .. math:: \bar C = \frac{F D}{CL\, \tau}

    Parameters
    ----------
    model
        Any compartment model.
    course
        One repeated course, such as ``"10 mg PO q24h x 2"``; its count does not matter.
    of
        Name of the compartment, the first unless given.

    Returns
    -------
    float
        Concentration (ng/mL).

    Raises
    ------
    ValueError
        If the course is not one repeated course, or the model does not know its route.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.compartments import Compartments
    >>> oral = Compartments.suggested("diazepam_pop")
    >>> round(steady_average_ng_mL(oral, "10 mg PO q24h x 7"), 1)
    245.4
    """
    only = model.read(course).repeated
    return area_ng_h_mL(model, Regimen.give(only.dose_mg, only.route), of) / only.every_h
