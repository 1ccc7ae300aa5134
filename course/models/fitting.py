r"""Least squares: parameters from data, with their standard errors.

Unweighted throughout. Standard errors come from the residual variance with as many degrees of
freedom as there are points beyond parameters, and from the curvature :math:`J^T J`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import stdtrit

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    Interval,
    numbers,
    plain,
    scalar,
    series,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

_TWO_OR_MORE = Interval(low=2, whole=True)
_LEVEL = Interval(low=0, high=1, open_low=True, open_high=True)
# An ED50 this many decades beyond the doses is one that the data do not fix.
_DECADES = 4
_STARTS = 401


@dataclass(frozen=True, slots=True)
class LineFit:
    """A straight line through points.

    Attributes
    ----------
    slope, intercept
        The line, in the units of the data.
    slope_se, intercept_se
        Their standard errors; infinite if there are two points, which leave nothing over.
    points
        Number of points, at least 2.

    Raises
    ------
    ValueError
        If a number is outside its range.

    Notes
    -----
    Source: least squares; it holds no measured number.

    Examples
    --------
    >>> line = fit_line([0, 1, 2], [1, 3, 5.3])
    >>> round(line.slope, 3), round(line.intercept, 3)
    (2.15, 0.95)
    """

    slope: float
    intercept: float
    slope_se: float
    intercept_se: float
    points: int

    def __post_init__(self) -> None:
        for name in ("slope", "intercept"):
            object.__setattr__(self, name, scalar(name, getattr(self, name), "", REAL))
        for name in ("slope_se", "intercept_se"):
            object.__setattr__(self, name, _standard_error(name, getattr(self, name)))
        object.__setattr__(self, "points", int(scalar("points", self.points, "", _TWO_OR_MORE)))

    def at(self, x: ArrayLike) -> FloatOrArray:
        """Return the line's value, :math:`a + b x`.

        Parameters
        ----------
        x
            Where, in the unit of the data.

        Returns
        -------
        float or array
            In the unit of the data, in the shape of ``x``.

        Raises
        ------
        ValueError
            If ``x`` is not finite.

        Notes
        -----
        Source: least squares; it holds no measured number.

        Examples
        --------
        >>> fit_line([0, 1, 2], [1, 3, 5]).at(10)
        21.0
        """
        (at,) = numbers(x=(x, "", REAL))
        return plain(self.intercept + self.slope * at)

    def slope_interval(self, level: float = 0.95) -> tuple[float, float]:
        r"""Return the confidence interval of the slope, by Student's t.

        .. math:: b \pm t_{n - 2, (1 + \text{level})/2} \, s_b

        Parameters
        ----------
        level
            How often such intervals hold the truth, above 0 and below 1.

        Returns
        -------
        tuple of float
            ``(low, high)``, in the unit of the slope.

        Raises
        ------
        ValueError
            If ``level`` is outside its range.

        Notes
        -----
        Source: least squares; it holds no measured number.

        Examples
        --------
        >>> low, high = fit_line([0, 1, 2, 3], [0.1, 0.9, 2.1, 2.9]).slope_interval()
        >>> round(low, 2), round(high, 2)
        (0.72, 1.2)
        """
        return interval(self.slope, self.slope_se, self.points - 2, level)


@dataclass(frozen=True, slots=True)
class EmaxFit:
    """A hyperbola through dose and effect.

    Attributes
    ----------
    emax
        Effect of an unlimited dose, in the unit of the effect, above 0.
    ed50
        Dose with half of it, in the unit of the dose, above 0.
    emax_se, ed50_se
        Standard errors, at least 0 or infinite; that of a maximum which was given is 0.

    Raises
    ------
    ValueError
        If a number is outside its range.

    Notes
    -----
    Source: least squares; it holds no measured number.

    Examples
    --------
    >>> fit = fit_emax([1, 2, 4, 8], [20, 33, 50, 67], emax=100)
    >>> round(fit.ed50, 2)
    4.0
    """

    emax: float
    ed50: float
    emax_se: float
    ed50_se: float

    def __post_init__(self) -> None:
        for name in ("emax", "ed50"):
            object.__setattr__(self, name, scalar(name, getattr(self, name), "", POSITIVE))
        for name in ("emax_se", "ed50_se"):
            object.__setattr__(self, name, _standard_error(name, getattr(self, name)))

    def at(self, dose: ArrayLike) -> FloatOrArray:
        r"""Return the fitted effect of a dose.

        .. math:: E = \frac{E_{max} D}{ED_{50} + D}

        Parameters
        ----------
        dose
            In the unit of ``ed50``, at least 0.

        Returns
        -------
        float or array
            In the unit of ``emax``, in the shape of ``dose``.

        Raises
        ------
        ValueError
            If ``dose`` is outside its range.

        Notes
        -----
        Source: least squares; it holds no measured number.

        Examples
        --------
        >>> EmaxFit(emax=100, ed50=10, emax_se=0, ed50_se=1).at(10)
        50.0
        """
        (given,) = numbers(dose=(dose, "in the unit of ed50", NON_NEGATIVE))
        return plain(self.emax * given / (given + self.ed50))


def fit_line(x: ArrayLike, y: ArrayLike) -> LineFit:
    r"""Fit :math:`y = a + b x` by least squares.

    Parameters
    ----------
    x
        At least two different values.
    y
        As many values.

    Returns
    -------
    LineFit
        Slope, intercept and their standard errors.

    Raises
    ------
    ValueError
        If the lengths differ or ``x`` has fewer than two different values.

    Notes
    -----
    Source: least squares; it holds no measured number.

    Examples
    --------
    >>> line = fit_line([0, 1, 2], [1.0, 3.0, 5.0])
    >>> line.slope, line.intercept
    (2.0, 1.0)
    """
    x_, y_ = _pairs("x", x, REAL, "y", y, REAL)
    mean_x, mean_y = x_.mean(), y_.mean()
    away = x_ - mean_x
    spread = float(away @ away)
    if spread == 0:
        raise ValueError("x must hold at least two different values.")
    slope = float(away @ (y_ - mean_y)) / spread
    left = y_ - mean_y - slope * away
    variance = float(left @ left) / (x_.size - 2) if x_.size > 2 else math.inf
    return LineFit(
        slope=slope,
        intercept=float(mean_y - slope * mean_x),
        slope_se=math.sqrt(variance / spread),
        intercept_se=math.sqrt(variance * (1 / x_.size + mean_x**2 / spread)),
        points=x_.size,
    )


def fit_emax(dose: ArrayLike, effect: ArrayLike, emax: float | None = None) -> EmaxFit:
    r"""Fit a hyperbola to dose and effect by least squares.

    .. math:: E = \frac{E_{max} D}{ED_{50} + D}

    Parameters
    ----------
    dose
        Doses, above 0, any unit.
    effect
        Effect of each, at least 0, any unit.
    emax
        The maximum, if it is known: above 0, in the unit of the effect. None fits it too.

    Returns
    -------
    EmaxFit
        Maximum, ED50 and their standard errors.

    Raises
    ------
    ValueError
        If an argument is outside its range, the lengths differ, there are not more points than
        parameters, or the data fix no ED50 (a straight line, or a plateau throughout).

    Notes
    -----
    Not the double-reciprocal plot, which lets the smallest effect decide.
    Source: least squares; it holds no measured number.

    Examples
    --------
    >>> fit = fit_emax([5, 10, 20, 40], [20, 33, 51, 66], emax=100)
    >>> round(fit.ed50, 2), round(fit.ed50_se, 2)
    (19.97, 0.33)
    """
    d, e = _pairs("dose", dose, POSITIVE, "effect", effect, NON_NEGATIVE)
    top = None if emax is None else scalar("emax", emax, "in the unit of effect", POSITIVE)
    parameters = 1 if top is not None else 2
    if d.size <= parameters:
        raise ValueError(
            f"dose must have at least {parameters + 1} values to fit {parameters}, not {d.size}."
        )
    log_ed50 = _refine(d, e, top, _best_start(d, e, top))
    bound = d / (d + math.exp(log_ed50))
    height = _height(bound, e) if top is None else top
    slopes = [bound] if top is None else []
    slopes.append(-height * bound * (1 - bound) * math.exp(-log_ed50))
    errors = _standard_errors(np.column_stack(slopes), height * bound - e)
    return EmaxFit(
        emax=float(height),
        ed50=math.exp(log_ed50),
        emax_se=errors[0] if top is None else 0.0,
        ed50_se=errors[-1],
    )


def interval(
    estimate: float, se: float, freedom: float | None = None, level: float = 0.95
) -> tuple[float, float]:
    r"""Return the confidence interval of an estimate, by Student's t.

    .. math:: \hat\theta \pm t_{f, (1 + \text{level})/2} \, s

    Parameters
    ----------
    estimate
        :math:`\hat\theta`, what was estimated, in any unit.
    se
        :math:`s`, its standard error in the same unit, at least 0; infinite if unknown.
    freedom
        :math:`f`, degrees of freedom, at least 0 (which leave it open); None takes the normal
        distribution.
    level
        How often such intervals hold the truth, above 0 and below 1.

    Returns
    -------
    tuple of float
        ``(low, high)``.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: least squares; it holds no measured number.

    Examples
    --------
    >>> [round(end, 2) for end in interval(10, 1)]
    [8.04, 11.96]
    """
    inside = scalar("level", level, "", _LEVEL)
    middle, error = scalar("estimate", estimate, "", REAL), _standard_error("se", se)
    left = math.inf if freedom is None else scalar("freedom", freedom, "", NON_NEGATIVE)
    if not math.isfinite(error) or left == 0:
        return -math.inf, math.inf
    half = float(stdtrit(left, (1 + inside) / 2)) * error
    return middle - half, middle + half


def _standard_error(name: str, value: float) -> float:
    """Return a standard error, which is infinite where nothing tells it."""
    return math.inf if value == math.inf else scalar(name, value, "", NON_NEGATIVE)


def _pairs(  # noqa: PLR0917  two named series with their ranges
    x_name: str, x: ArrayLike, x_allowed: Interval, y_name: str, y: ArrayLike, y_allowed: Interval
) -> tuple[FloatArray, FloatArray]:
    x_ = series(x_name, x, "", x_allowed)
    y_ = series(y_name, y, "", y_allowed)
    if x_.size != y_.size:
        raise ValueError(
            f"{y_name} must have as many values as {x_name}, {x_.size}, not {y_.size}."
        )
    return x_, y_


def _height(bound: FloatArray, effect: FloatArray) -> float:
    """Return the best maximum for given fractions of it: the problem is linear in it."""
    return float(bound @ effect) / float(bound @ bound)


def _best_start(dose: FloatArray, effect: FloatArray, top: float | None) -> float:
    """Return the logarithm of the best ED50 on a grid far beyond the doses."""
    reach = _DECADES * math.log(10)
    low, high = math.log(dose.min()) - reach, math.log(dose.max()) + reach
    grid = np.linspace(low, high, _STARTS)
    bound = dose / (dose + np.exp(grid)[:, None])
    heights = (bound @ effect) / (bound**2).sum(axis=1) if top is None else np.full(_STARTS, top)
    misfit = ((heights[:, None] * bound - effect) ** 2).sum(axis=1)
    best = int(misfit.argmin())
    if best in {0, _STARTS - 1} or not effect.any():
        raise ValueError("dose and effect must fix an ED50; these fit a line or a plateau.")
    return float(grid[best])


def _refine(dose: FloatArray, effect: FloatArray, top: float | None, start: float) -> float:
    """Return the logarithm of the ED50 of the least squares, near a start."""
    from scipy.optimize import least_squares

    size = effect.max()  # so that the solver's tolerances mean the same in every unit

    def residuals(free: FloatArray) -> FloatArray:
        bound = dose / (dose + np.exp(free[0]))
        height = top / size if top is not None else free[1]
        missed: FloatArray = height * bound - effect / size
        return missed

    def slopes(free: FloatArray) -> FloatArray:
        bound = dose / (dose + np.exp(free[0]))
        height = top / size if top is not None else free[1]
        columns: Sequence[FloatArray] = [-height * bound * (1 - bound), bound]
        return np.column_stack(columns[: free.size])

    free = [start]
    if top is None:
        free.append(_height(dose / (dose + math.exp(start)), effect / size))
    found = least_squares(residuals, free, slopes, method="lm", xtol=1e-15, ftol=1e-15, gtol=1e-15)
    return float(found.x[0])


def _standard_errors(slopes: FloatArray, residuals: FloatArray) -> list[float]:
    freedom = residuals.size - slopes.shape[1]
    variance = float(residuals @ residuals) / freedom
    covariance = variance * np.linalg.inv(slopes.T @ slopes)
    return [math.sqrt(value) for value in np.diag(covariance)]
