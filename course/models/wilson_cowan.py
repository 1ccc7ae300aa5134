r"""Excitation and inhibition far from rest: the rhythm of Wilson and Cowan (M2.5).

.. math::

    \tau_e E' &= -E + (k_e - E) \, S_e(c_1 E - g c_2 I + P) \\
    \tau_i I' &= -I + (k_i - I) \, S_i(c_3 E - c_4 I + Q)

with the response of a population, which is 0 without input, and its largest value,

.. math::

    S(x) = \frac{1}{1 + e^{-a(x - \theta)}} - \frac{1}{1 + e^{a\theta}}, \qquad
    k = 1 - \frac{1}{1 + e^{a\theta}}

:math:`g` scales inhibition of the excitatory population alone.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    number,
    numbers,
    plain,
    scalar,
)
from course.models._objects import choice
from course.models._ranges import Ranges, ranges_of
from course.reference import card

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike

_MS_PER_S = 1000
_SCAN = 1001
_HALVINGS = 60
_LASTING = 0.9  # what of a swing must be left in the second half of a window
_NOISE = 1e-6  # what the solver's errors may look like
_SIGNED = {"theta_e", "theta_i", "p", "q"}
_ABOVE_0 = {"a_e", "a_i", "tau_e_ms", "tau_i_ms"}


class Activity(NamedTuple):
    """A course of the two activities.

    Attributes
    ----------
    t_ms
        Times (ms).
    e, i
        Fraction of each population that is active.

    Notes
    -----
    Source: Wilson and Cowan 1972, card ``wilson_cowan``.

    Examples
    --------
    >>> WilsonCowan.suggested().run(10).e.shape
    (101,)
    """

    t_ms: FloatArray
    e: FloatArray
    i: FloatArray


class Rhythm(NamedTuple):
    """What the excitatory population settles to.

    Attributes
    ----------
    peak_to_peak
        How far its activity swings; 0 at rest.
    frequency_Hz
        How often a second; 0 at rest.

    Notes
    -----
    Source: Wilson and Cowan 1972, card ``wilson_cowan``.

    Examples
    --------
    >>> rhythm = WilsonCowan.suggested().rhythm()
    >>> round(rhythm.frequency_Hz, 1)
    25.0
    """

    peak_to_peak: float
    frequency_Hz: float


class FixedPoint(NamedTuple):
    """A state that stays as it is.

    Attributes
    ----------
    e, i
        The activities.
    growth_per_ms
        Rate at which disturbances grow (1/ms); below 0 it is stable.

    Notes
    -----
    Source: Wilson and Cowan 1972, card ``wilson_cowan``.

    Examples
    --------
    >>> WilsonCowan.suggested().fixed_points()[0].growth_per_ms > 0
    True
    """

    e: float
    i: float
    growth_per_ms: float


@dataclass(frozen=True, slots=True)
class WilsonCowan:
    """Two populations with saturating responses.

    Parameters
    ----------
    c1, c2, c3, c4
        Weights of excitation on excitation, inhibition on excitation, excitation on inhibition
        and inhibition on inhibition, at least 0.
    a_e, theta_e, a_i, theta_i
        Steepness, above 0, and threshold of each population's response.
    p, q
        Input to each population.
    tau_e_ms, tau_i_ms
        Time constants (ms), above 0.
    g
        Gain of inhibition on excitation, at least 0.

    Raises
    ------
    ValueError
        If a parameter is outside its range.

    Notes
    -----
    Source: Wilson and Cowan 1972; the values of :meth:`suggested` are in the card ``wilson_cowan``.

    Examples
    --------
    >>> WilsonCowan.suggested().g
    1.0
    """

    c1: float
    c2: float
    c3: float
    c4: float
    a_e: float
    theta_e: float
    a_i: float
    theta_i: float
    p: float
    q: float
    tau_e_ms: float
    tau_i_ms: float
    g: float = 1.0

    def __post_init__(self) -> None:
        for field in fields(self):
            name = field.name
            allowed = REAL if name in _SIGNED else POSITIVE if name in _ABOVE_0 else NON_NEGATIVE
            unit = "ms" if name.endswith("_ms") else ""
            object.__setattr__(self, name, scalar(name, getattr(self, name), unit, allowed))

    @classmethod
    def suggested(cls, **changes: float) -> WilsonCowan:
        """Return the populations of the card ``wilson_cowan``, some parameters changed.

        Parameters
        ----------
        **changes
            Parameters by name, in the units and ranges of the class.

        Returns
        -------
        WilsonCowan

        Raises
        ------
        ValueError
            If there is no such parameter, or it is outside its range.

        Notes
        -----
        Source: Wilson and Cowan 1972, card ``wilson_cowan``.

        Examples
        --------
        >>> WilsonCowan.suggested(g=2).c2
        12.0
        """
        values = card("wilson_cowan")
        known = {field.name: values[field.name].value for field in fields(cls)}
        for name in changes:
            choice("changes", name, tuple(known))
        return cls(**{**known, **changes})

    @classmethod
    def ranges(cls) -> Ranges:
        """Return in which range each parameter means something, lowest and highest.

        Each is in the unit of its parameter, which stands in its name or in the card.

        Returns
        -------
        dict
            Lowest and highest value of each, by name.

        Notes
        -----
        Source: Wilson and Cowan 1972, card ``wilson_cowan``.

        Examples
        --------
        >>> WilsonCowan.ranges()["g"]
        (0.2, 3.0)
        """
        return ranges_of(cls, card("wilson_cowan"))

    def rates_per_ms(self, e: ArrayLike, i: ArrayLike) -> tuple[FloatOrArray, FloatOrArray]:
        r"""Return how fast the activities change.

        .. math:: \dot E = \frac{-E + (k_e - E)\, S_e}{\tau_e}, \qquad
            \dot I = \frac{-I + (k_i - I)\, S_i}{\tau_i}

        Parameters
        ----------
        e, i
            Excitatory and inhibitory activity, fractions.

        Returns
        -------
        tuple of float or array
            Both rates (1/ms), in the broadcast shape of the arguments.

        Raises
        ------
        ValueError
            If an activity is not finite.

        Notes
        -----
        Source: Wilson and Cowan 1972, card ``wilson_cowan``.

        Examples
        --------
        >>> round(WilsonCowan.suggested(p=0).rates_per_ms(0, 0)[0], 9)
        0.0
        """
        e_, i_ = np.broadcast_arrays(*numbers(e=(e, "", REAL), i=(i, "", REAL)))
        return plain(self._e_rate(e_, i_)), plain(self._i_rate(e_, i_))

    def run(
        self,
        duration_ms: float,
        dt_ms: float = 0.1,
        start: tuple[float, float] | None = None,
    ) -> Activity:
        r"""Return the course of the activities, by LSODA with a relative tolerance of 1e-9.

        The equations, :math:`\dot E` and :math:`\dot I`, are those of :meth:`rates_per_ms`.

        Parameters
        ----------
        duration_ms
            How long (ms), above 0.
        dt_ms
            Spacing of the answer (ms), above 0; the solver chooses its own steps.
        start
            Both activities at time 0, fractions; None takes those of the card ``wilson_cowan``.

        Returns
        -------
        Activity
            ``(t_ms, e, i)``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: Wilson and Cowan 1972, card ``wilson_cowan``.

        Examples
        --------
        >>> bool(WilsonCowan.suggested().run(100).e.max() > 0.2)
        True
        """
        from scipy.integrate import solve_ivp

        end = scalar("duration_ms", duration_ms, "ms", POSITIVE)
        step = scalar("dt_ms", dt_ms, "ms", POSITIVE)
        if start is None:
            values = card("wilson_cowan")
            start = values["e_start"].value, values["i_start"].value
        first = number("start", start, "", REAL)
        if first.shape != (2,):
            raise ValueError(f"start must be two numbers, not of shape {first.shape}.")
        times: FloatArray = np.arange(round(end / step) + 1, dtype=np.float64) * step
        solution = solve_ivp(
            lambda _, y: [float(self._e_rate(*y)), float(self._i_rate(*y))],
            (0, times[-1]),
            first,
            method="LSODA",
            t_eval=times,
            rtol=1e-9,
            atol=1e-12,
        )
        return Activity(times, *solution.y)

    def rhythm(self, duration_ms: float = 3000, dt_ms: float = 0.1) -> Rhythm:
        r"""Return swing and frequency of the excitatory activity in the last third of a run.

        The swing is :math:`\max E - \min E`, the frequency one over the mean time between
        upward passages through the middle. A swing that fades over that time is a return to rest
        and counts as none.

        Parameters
        ----------
        duration_ms, dt_ms
            As in :meth:`run`.

        Returns
        -------
        Rhythm
            ``(peak_to_peak, frequency_Hz)``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: Wilson and Cowan 1972, card ``wilson_cowan``.

        Examples
        --------
        >>> peak_to_peak, frequency_Hz = WilsonCowan.suggested().rhythm()
        >>> round(peak_to_peak, 3), round(frequency_Hz, 1)
        (0.167, 25.0)
        """
        t, e, _ = self.run(duration_ms, dt_ms)
        late = t >= t[-1] * 2 / 3
        t, e = t[late], e[late]
        swing = float(np.ptp(e))
        above = e - (e.max() + e.min()) / 2
        up = np.flatnonzero((above[:-1] < 0) & (above[1:] >= 0))
        fading = np.ptp(e[e.size // 2 :]) < _LASTING * swing
        if fading or swing < _NOISE or up.size < 2:
            return Rhythm(0.0, 0.0)
        crossed = t[up] - above[up] * (t[up + 1] - t[up]) / (above[up + 1] - above[up])
        return Rhythm(swing, float(_MS_PER_S / np.diff(crossed).mean()))

    def fixed_points(self) -> tuple[FixedPoint, ...]:
        r"""Return all states that stay as they are, with their stability, in order of ``e``.

        .. math:: \dot E = \dot I = 0

        Returns
        -------
        tuple of FixedPoint
            Each ``(e, i, growth_per_ms)``: fractions, and 1/ms.

        Notes
        -----
        Source: Wilson and Cowan 1972, card ``wilson_cowan``.

        Examples
        --------
        >>> [round(point.e, 4) for point in WilsonCowan.suggested(g=0.6).fixed_points()]
        [0.3078]
        """
        # Where I has settled, E' is a function of E alone; its roots lie between these bounds.
        grid = np.linspace(-_floor(self.a_e, self.theta_e), 1, _SCAN)
        rate = self._e_rate(grid, self._settled_i(grid))
        crossing = np.flatnonzero(np.sign(rate[:-1]) != np.sign(rate[1:]))
        e = _bisected(
            lambda trial: self._e_rate(trial, self._settled_i(trial)),
            grid[crossing],
            grid[crossing + 1],
        )
        i = self._settled_i(e)
        return tuple(
            FixedPoint(float(a), float(b), self.growth_per_ms(float(a), float(b)))
            for a, b in zip(e, i, strict=True)
        )

    def growth_per_ms(self, e: float, i: float) -> float:
        r"""Return the larger real part of the eigenvalues at a state.

        .. math:: \max \mathrm{Re}\,\lambda, \qquad \det(J - \lambda) = 0

        with :math:`J` the slopes of the two rates of change by the two activities.

        Parameters
        ----------
        e, i
            Excitatory and inhibitory activity, fractions.

        Returns
        -------
        float
            Growth (1/ms); the state is stable if it is negative.

        Raises
        ------
        ValueError
            If an activity is not finite.

        Notes
        -----
        Source: Wilson and Cowan 1972, card ``wilson_cowan``.

        Examples
        --------
        >>> state = WilsonCowan.suggested(g=3).fixed_points()[0]
        >>> WilsonCowan.suggested(g=3).growth_per_ms(state.e, state.i) < 0
        True
        """
        e, i = scalar("e", e, "", REAL), scalar("i", i, "", REAL)
        x = self.c1 * e - self.g * self.c2 * i + self.p
        y = self.c3 * e - self.c4 * i + self.q
        s_e, slope_e = _response(x, self.a_e, self.theta_e)
        s_i, slope_i = _response(y, self.a_i, self.theta_i)
        room_e = _ceiling(self.a_e, self.theta_e) - e
        room_i = _ceiling(self.a_i, self.theta_i) - i
        matrix = np.array(
            [
                [-1 - s_e + room_e * slope_e * self.c1, -room_e * slope_e * self.g * self.c2],
                [room_i * slope_i * self.c3, -1 - s_i - room_i * slope_i * self.c4],
            ]
        ) / np.array([[self.tau_e_ms], [self.tau_i_ms]])
        return float(np.linalg.eigvals(matrix).real.max())

    def hopf_gain(self, low: float, high: float) -> float:
        r"""Return the gain of inhibition at which rest and rhythm meet, between two gains.

        The gain :math:`g` at which :meth:`growth_per_ms` of the lowest fixed point passes 0.

        Parameters
        ----------
        low, high
            Gains (no unit), at least 0, between which the lowest fixed point changes its
            stability once.

        Returns
        -------
        float
            The gain; whatever the object's own gain is.

        Raises
        ------
        ValueError
            If a gain is outside its range, or stability does not change between them.

        Notes
        -----
        Source: Wilson and Cowan 1972, card ``wilson_cowan``.

        Examples
        --------
        >>> round(WilsonCowan.suggested().hopf_gain(2, 3), 3)
        2.315
        """
        from scipy.optimize import brentq

        low, high = (scalar(*end, "", NON_NEGATIVE) for end in (("low", low), ("high", high)))

        def growth(gain: float) -> float:
            return replace(self, g=gain).fixed_points()[0].growth_per_ms

        if growth(low) * growth(high) > 0:
            raise ValueError(
                f"low and high must be gains between which stability changes, not {low:g} "
                f"and {high:g}."
            )
        return float(brentq(growth, low, high, xtol=1e-10))

    def _e_rate(self, e: ArrayLike, i: ArrayLike) -> FloatArray:
        e_, i_ = np.asarray(e, dtype=float), np.asarray(i, dtype=float)
        s, _ = _response(self.c1 * e_ - self.g * self.c2 * i_ + self.p, self.a_e, self.theta_e)
        return np.asarray((-e_ + (_ceiling(self.a_e, self.theta_e) - e_) * s) / self.tau_e_ms)

    def _i_rate(self, e: ArrayLike, i: ArrayLike) -> FloatArray:
        e_, i_ = np.asarray(e, dtype=float), np.asarray(i, dtype=float)
        s, _ = _response(self.c3 * e_ - self.c4 * i_ + self.q, self.a_i, self.theta_i)
        return np.asarray((-i_ + (_ceiling(self.a_i, self.theta_i) - i_) * s) / self.tau_i_ms)

    def _settled_i(self, e: FloatArray) -> FloatArray:
        """Return the one inhibitory activity that rests at a given excitatory one."""
        low = np.full_like(e, -_floor(self.a_i, self.theta_i))
        return _bisected(lambda trial: self._i_rate(e, trial), low, np.ones_like(e))


def _response(x: ArrayLike, a: float, theta: float) -> tuple[FloatArray, FloatArray]:
    """Return the response to an input and its slope."""
    rise = expit(a * (np.asarray(x, dtype=float) - theta))
    return np.asarray(rise - _floor(a, theta)), np.asarray(a * rise * (1 - rise))


def _floor(a: float, theta: float) -> float:
    """Return what the sigmoid gives without input."""
    return float(expit(-a * theta))


def _ceiling(a: float, theta: float) -> float:
    return float(expit(a * theta))


def _bisected(
    function: Callable[[FloatArray], FloatArray], low: FloatArray, high: FloatArray
) -> FloatArray:
    """Halve all brackets at once until they are as narrow as numbers allow."""
    rising = np.sign(function(high))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        upper = np.sign(function(middle)) == rising
        low, high = np.where(upper, low, middle), np.where(upper, middle, high)
    return (low + high) / 2
