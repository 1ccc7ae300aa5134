r"""Ketamine and the circulation (M4.11).

Pressure, heart rate and cardiac output follow an effect site that lags behind plasma:

.. math:: \frac{dC_e}{dt} = k (C_p - C_e), \qquad
    \Delta = \Delta_{max} \frac{C_e}{EC_{50} + C_e}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

import numpy as np

from course.models._domain import NON_NEGATIVE, POSITIVE, FloatArray, FloatOrArray, number, scalar
from course.models._objects import choice
from course.models._ranges import Ranges, ranges_of
from course.models._samples import sampled
from course.models.effect_site import effect_site
from course.models.occupancy import occupancy
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

Sign: TypeAlias = Literal["pressure", "heart_rate", "cardiac_output"]


class Peak(NamedTuple):
    """The highest point of a curve.

    Attributes
    ----------
    t_min
        When it is reached (min).
    rise_pct
        How high it is (%).

    Notes
    -----
    Source: card ``ketamine_haemodynamics``.

    Examples
    --------
    >>> CirculatoryRise.suggested("pressure").peak([0, 40, 60, 240], [0, 200, 90, 20]).t_min
    40.0
    """

    t_min: float
    rise_pct: float


@dataclass(frozen=True, slots=True)
class CirculatoryRise:
    r"""How one vital sign rises with ketamine.

    Parameters
    ----------
    max_pct
        Largest rise (% of baseline), above 0.
    ec50_ng_mL
        Concentration with half of it (ng/mL), above 0.
    half_time_min
        Half-time of the effect site (min), above 0.

    Raises
    ------
    ValueError
        If a parameter is outside its range.

    Notes
    -----
    Card ``ketamine_haemodynamics``: teaching choices, drawn through the points that Långsjö and
    others 2003 and 2005 and Sigtermans and others 2009 measured.
    Source: card ``ketamine_haemodynamics``.

    Examples
    --------
    The pressure peaks after plasma has begun to fall:

    >>> pressure = CirculatoryRise.suggested("pressure")
    >>> pressure.rise_pct([0, 40, 45, 60, 240], [0, 200, 150, 90, 20]).round(1)
    array([0. , 8.1, 8.4, 6.6, 1.5])
    """

    max_pct: float
    ec50_ng_mL: float
    half_time_min: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "max_pct", scalar("max_pct", self.max_pct, "%", POSITIVE))
        ec50 = scalar("ec50_ng_mL", self.ec50_ng_mL, "ng/mL", POSITIVE)
        object.__setattr__(self, "ec50_ng_mL", ec50)
        half = scalar("half_time_min", self.half_time_min, "min", POSITIVE)
        object.__setattr__(self, "half_time_min", half)

    @classmethod
    def suggested(cls, sign: Sign) -> CirculatoryRise:
        """Return the card's curve for a vital sign.

        Parameters
        ----------
        sign
            ``"pressure"`` (mean), ``"heart_rate"`` or ``"cardiac_output"``, in any case.

        Returns
        -------
        CirculatoryRise
            With its largest rise in per cent of baseline.

        Raises
        ------
        ValueError
            If there is no such sign.

        Notes
        -----
        Source: card ``ketamine_haemodynamics``.

        Examples
        --------
        >>> CirculatoryRise.suggested("pressure")
        CirculatoryRise(max_pct=34.0, ec50_ng_mL=500.0, half_time_min=6.0)
        """
        values = card("ketamine_haemodynamics")
        names = f"{_known(sign)}_max_pct", "ec50_ng_mL", "half_time_min"
        return cls(*(values[name].value for name in names))

    @classmethod
    def ranges(cls, sign: Sign) -> Ranges:
        """Return in which range each parameter means something, lowest and highest.

        Parameters
        ----------
        sign
            As in :meth:`suggested`.

        Returns
        -------
        dict
            Lowest and highest value of each parameter, in the unit that its name ends with.

        Raises
        ------
        ValueError
            If there is no such sign.

        Notes
        -----
        Source: card ``ketamine_haemodynamics``.

        Examples
        --------
        >>> CirculatoryRise.ranges("pressure")["max_pct"]
        (10.0, 60.0)
        """
        return {
            **ranges_of(cls, card("ketamine_haemodynamics")),
            **ranges_of(cls, card("ketamine_haemodynamics"), f"{_known(sign)}_"),
        }

    def steady_rise_pct(self, c_ng_mL: ArrayLike) -> FloatOrArray:
        r"""Return the rise at a lasting concentration.

        .. math:: \Delta = \Delta_{max} \frac{C}{EC_{50} + C}

        Parameters
        ----------
        c_ng_mL
            Ketamine (ng/mL), at least 0.

        Returns
        -------
        float or array
            Rise (% of baseline), in the shape of ``c_ng_mL``.

        Raises
        ------
        ValueError
            If ``c_ng_mL`` is outside its range.

        Notes
        -----
        Source: card ``ketamine_haemodynamics``.

        Examples
        --------
        >>> CirculatoryRise.suggested("pressure").steady_rise_pct([0, 140]).round(1)
        array([0. , 7.4])
        """
        c = number("c_ng_mL", c_ng_mL, "ng/mL", NON_NEGATIVE)
        return occupancy(c, self.ec50_ng_mL, self.max_pct)

    def rise_pct(self, t_min: ArrayLike, plasma_ng_mL: ArrayLike) -> FloatArray:
        r"""Return the rise behind any plasma curve.

        .. math:: \frac{dC_e}{dt} = k (C_p - C_e), \qquad
            \Delta = \Delta_{max} \frac{C_e}{EC_{50} + C_e}

        Parameters
        ----------
        t_min
            Times of the samples (min), strictly increasing; at the first the site is empty.
        plasma_ng_mL
            Plasma at each (ng/mL), at least 0, straight between them.

        Returns
        -------
        array
            Rise at each sample (% of baseline).

        Raises
        ------
        ValueError
            If an argument is outside its range, ``t_min`` does not increase, or the lengths
            differ.

        Notes
        -----
        Source: card ``ketamine_haemodynamics``.

        Examples
        --------
        >>> pressure = CirculatoryRise.suggested("pressure")
        >>> pressure.rise_pct([0, 40, 60, 240], [0, 200, 90, 20]).round(1)
        array([0. , 8.1, 7. , 1.5])
        """
        times, c = sampled(
            ("t_min", t_min, "min"), ("plasma_ng_mL", plasma_ng_mL, "ng/mL", NON_NEGATIVE)
        )
        return np.asarray(self.steady_rise_pct(effect_site(times, c, self.half_time_min)))

    def peak(self, t_min: ArrayLike, plasma_ng_mL: ArrayLike) -> Peak:
        r"""Return the highest of the samples of :meth:`rise_pct`, and when it comes.

        .. math:: \max_i \Delta(t_i)

        Parameters
        ----------
        t_min, plasma_ng_mL
            As in :meth:`rise_pct`.

        Returns
        -------
        Peak
            ``(t_min, rise_pct)``.

        Raises
        ------
        ValueError
            As of :meth:`rise_pct`.

        Notes
        -----
        Source: card ``ketamine_haemodynamics``.

        Examples
        --------
        >>> CirculatoryRise.suggested("pressure").peak([0, 40, 60, 240], [0, 200, 90, 20])
        Peak(t_min=40.0, rise_pct=8.130525751487038)
        """
        rise = self.rise_pct(t_min, plasma_ng_mL)
        highest = int(np.argmax(rise))
        return Peak(float(np.asarray(t_min, dtype=np.float64)[highest]), float(rise[highest]))


def _known(sign: str) -> str:
    return choice("sign", sign, get_args(Sign))
