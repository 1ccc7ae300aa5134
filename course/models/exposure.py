"""What a model says without drawing a curve: half-lives, volumes, areas and peaks.

Areas follow from the mean residence times of the substance in each
compartment, :attr:`~course.models.linear_kinetics.LinearKinetics.residence_times`, and are exact.
For repeated doses see :mod:`~course.models.accumulation`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import minimize_scalar

from course.models._domain import POSITIVE, FloatArray, scalar
from course.models._units import LN2, NG_ML_PER_MG_L
from course.models.linear_kinetics import LinearKinetics

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from course.models.compartments import Compartments
    from course.models.regimen import Course, Regimen, RegimenOrText


# Where a peak is looked for: how long after the last dose, and how densely after each change.
_LONG_AFTER = 10  # residence times
_NEAREST, _POINTS = 1e-6, 400  # of the time to the next change
_DOSES = 64  # of a course that are looked at at once
_SHARPEST = 1e-9


class Peak(NamedTuple):
    """The highest concentration and when it occurs.

    Attributes
    ----------
    c_ng_mL
        Concentration (ng/mL).
    t_h
        Time since the regimen began (h); the first, if it occurs several times.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.drugs import drug
    >>> highest = peak(drug("diazepam_pop"), "10 mg PO")
    >>> round(highest.t_h, 2), round(highest.c_ng_mL, 1)
    (2.37, 89.0)
    """

    c_ng_mL: float
    t_h: float


def half_lives_h(model: Compartments, of: str | None = None) -> FloatArray:
    r"""Return the half-lives of a substance's disposition, the shortest first.

    .. math:: t_{1/2, i} = \ln 2 / \lambda_i

    for the exponentials of a bolus into the compartment: one for each compartment that the
    substance leaves and comes back from. Depots and metabolites have their own.

    Parameters
    ----------
    model
        Any compartment model.
    of
        Name of a compartment, the first unless given.

    Returns
    -------
    array
        Half-lives (h), infinite where nothing is lost.

    Raises
    ------
    ValueError
        If there is no compartment of that name.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.compartments import Compartments
    >>> half_lives_h(Compartments.suggested("diazepam_iv")).round(1)
    array([ 0. ,  0.4, 45.2])
    """
    shared = _exchanging(model, 0 if of is None else model.index(of))
    transfer, loss = model.kinetics.transfer, model.kinetics.loss
    leaving = loss[shared] + transfer[np.ix_(~shared, shared)].sum(axis=0)
    with np.errstate(divide="ignore"):
        times: FloatArray = LN2 / LinearKinetics(transfer[np.ix_(shared, shared)], leaving).rates
    return times


def clearance_L_h(model: Compartments) -> float:
    r"""Return the clearance from the first compartment, dose over area.

    .. math:: CL = \frac{D}{\int_0^\infty C\, dt}

    Parameters
    ----------
    model
        Any compartment model whose first compartment has a volume.

    Returns
    -------
    float
        Clearance (L/h); 0 if nothing is ever eliminated.

    Raises
    ------
    ValueError
        If the first compartment has no volume.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> clearance_L_h(mammillary([10, 40], [5, 20]))
    5.0
    """
    return float(model.volume_L() / model.kinetics.residence_times[0, 0])


def volume_at_steady_state_L(model: Compartments) -> float:
    r"""Return the volume that links amount and concentration under constant input.

    .. math:: V_{ss} = V_1 \sum_i \frac{\bar t_{i1}}{\bar t_{11}}

    summed over the compartments that the substance leaves and comes back from. In a mammillary
    or catenary model it is the sum of the volumes.

    Parameters
    ----------
    model
        Any compartment model whose first compartment has a volume.

    Returns
    -------
    float
        Volume (L).

    Raises
    ------
    ValueError
        If the first compartment has no volume.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> volume_at_steady_state_L(mammillary([10, 40], [5, 20]))
    50.0
    """
    # How time divides between visits does not depend on how much each visit loses: with a loss
    # from the first compartment the times are finite even where nothing else eliminates.
    kinetics = model.kinetics
    drain = np.where(np.arange(len(model.names)) == 0, kinetics.transfer.sum() or 1.0, 0.0)
    times = LinearKinetics(kinetics.transfer, kinetics.loss + drain).residence_times[:, 0]
    return float(model.volume_L() * (times[_exchanging(model, 0)] / times[0]).sum())


def mean_residence_time_h(model: Compartments) -> float:
    r"""Return how long a molecule of an intravenous dose stays on average, :math:`V_{ss} / CL`.

    Parameters
    ----------
    model
        Any compartment model whose first compartment has a volume.

    Returns
    -------
    float
        Time (h), infinite if nothing is eliminated.

    Raises
    ------
    ValueError
        If the first compartment has no volume.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> mean_residence_time_h(mammillary([10, 40], [5, 20]))
    10.0
    """
    return float(model.kinetics.residence_times[_exchanging(model, 0), 0].sum())


def area_ng_h_mL(model: Compartments, regimen: RegimenOrText, of: str | None = None) -> float:
    r"""Return the area under the concentration, from the first dose to the end of time.

    Where only the first compartment eliminates it is :math:`F D / CL`, whatever the absorption
    and the length of the infusion.

    Parameters
    ----------
    model
        Any compartment model.
    regimen
        A regimen or its text.
    of
        Name of the compartment, the first unless given.

    Returns
    -------
    float
        Area (ng h/mL), infinite if the substance never leaves.

    Raises
    ------
    ValueError
        If the model does not know a route, or the compartment has no volume.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> area_ng_h_mL(mammillary([10, 40], [5, 20]), "10 mg IV over 30 min")
    2000.0
    """
    place = 0 if of is None else model.index(of)
    times = model.kinetics.residence_times[place]
    total = 0.0
    for course in model.read(regimen).courses:
        for route in model.entries(course.route):
            given = course.count * course.dose_mg * route.bioavailability
            total += given * times[model.index(route.into)] if given else 0.0
    return float(NG_ML_PER_MG_L * total * model.mass_ratios[place] / model.volume_L(of))


def peak(
    model: Compartments,
    regimen: RegimenOrText,
    of: str | None = None,
    *,
    until_h: float | None = None,
) -> Peak:
    r"""Return the highest concentration that a regimen reaches.

    .. math:: C_{max} = \max_t C(t)

    Parameters
    ----------
    model
        Any compartment model.
    regimen
        A regimen or its text.
    of
        Name of the compartment, the first unless given.
    until_h
        End of the search (h), above 0; unless given, long after the last dose.

    Returns
    -------
    Peak
        ``(c_ng_mL, t_h)``.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> from course.models.absorption import add_absorption
    >>> top = peak(add_absorption(mammillary([50], [10]), ka_per_h=1.5), "10 mg PO")
    >>> round(top.c_ng_mL, 1), round(top.t_h, 3)
    (146.7, 1.55)
    """
    given = model.read(regimen)
    spans = model.kinetics.residence_times
    settled = given.end_h + _LONG_AFTER * float(np.max(spans[np.isfinite(spans)], initial=1.0))
    end = settled if until_h is None else scalar("until_h", until_h, "h", POSITIVE)
    low, high = 0.0, end
    while True:
        times = _landmarks(given, low, high)
        c = np.asarray(model.concentration_ng_mL(times, given, of))
        best = int(np.argmax(c))
        low, high = float(times[max(best - 1, 0)]), float(times[min(best + 1, len(times) - 1)])
        # Of a long course only some doses were looked at: those in between come now.
        if not any(_inside(course, low, high) for course in given.courses):
            break
    found = minimize_scalar(
        lambda t: -float(model.concentration_ng_mL(t, given, of)),
        bounds=(low, high),
        method="bounded",
        options={"xatol": _SHARPEST * (high - low)},
    )
    if -found.fun > c[best]:
        return Peak(float(-found.fun), float(found.x))
    return Peak(float(c[best]), float(times[best]))


def _exchanging(model: Compartments, place: int) -> NDArray[np.bool_]:
    """Tell which compartments a substance in one of them leaves for and comes back from."""
    reaches = model.kinetics.reaches
    both: NDArray[np.bool_] = np.logical_and(reaches[:, place], reaches[place])
    return both


def _landmarks(regimen: Regimen, begin: float, end: float) -> FloatArray:
    """Return times that no peak hides between: close after each change of input, then apart."""
    changes = {begin, end}
    for course in regimen.courses:
        for i in _looked_at(course, begin, end):
            start = course.at_h + course.every_h * i
            changes.update((start, start + course.over_h, start + course.every_h))
    marks = np.array(sorted(t for t in changes if begin <= t <= end))
    steps = np.concatenate([[0.0], np.geomspace(_NEAREST, 1, _POINTS)])
    gaps = np.diff(marks)
    return np.unique(np.append((marks[:-1, None] + gaps[:, None] * steps).ravel(), end))


def _looked_at(course: Course, begin: float, end: float) -> NDArray[np.int64]:
    """Return the doses of a course between two times, of many some, most of them at the ends.

    From dose to dose of one course levels only rise; where other courses fall meanwhile they
    change slowly, but for the ends.
    """
    if course.count == 1:
        return np.array([0])
    first = max(math.floor((begin - course.at_h - course.over_h) / course.every_h), 0)
    last = min(math.ceil((end - course.at_h) / course.every_h), course.count - 1)
    count = max(last - first + 1, 0)
    if count <= _DOSES:
        return first + np.arange(count)
    some = np.geomspace(1, count, _DOSES // 2).astype(np.int64) - 1
    return np.append(first + some, last - some)


def _inside(course: Course, begin: float, end: float) -> bool:
    """Tell whether a dose begins, or its infusion ends, between two times."""
    if course.count == 1:
        return False
    for offset in (course.at_h, course.at_h + course.over_h):
        n = math.floor((begin - offset) / course.every_h * (1 + _SHARPEST)) + 1
        if 0 <= n < course.count and offset + n * course.every_h < end * (1 - _SHARPEST):
            return True
    return False
