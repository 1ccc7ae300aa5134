r"""A depot that releases its drug over weeks (M5.4), and the level that follows (flip-flop).

The rate of release is a plateau, with a burst on top of it at first, then a slow decline:

.. math::

    R(t) = \begin{cases}
        R_0 + b D / t_b & 0 \le t < t_b \\
        R_0 & t_b \le t \le t_z \\
        R_0\, 2^{-(t - t_z) / t_{1/2}} & t > t_z
    \end{cases}
    \qquad R_0 = \frac{D (1 - b)}{t_z + t_{1/2} / \ln 2}

so that all of the dose is released in the end. Where elimination is fast beside release the level
is :math:`R / CL` and its tail has the half-life of the depot, not of the drug.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    COUNT,
    FRACTION_BELOW_1,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
    scalar,
)
from course.models._ranges import Ranges, ranges_of
from course.models._units import H_PER_D, LN2, NG_ML_PER_MG_L
from course.models.absorption import add_absorption
from course.models.compartments import Route
from course.models.regimen import Regimen
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from course.models.compartments import Compartments

_DEPOT = "depot"


@dataclass(frozen=True, slots=True)
class DepotRelease:
    r"""How one injection is released.

    Parameters
    ----------
    dose_mg
        :math:`D` (mg), at least 0.
    burst
        :math:`b`, fraction of the dose in the burst, at least 0, below 1.
    plateau_d
        :math:`t_z`, end of the plateau (d), at least ``burst_d``.
    half_life_d
        :math:`t_{1/2}` of the decline after it (d), above 0.
    burst_d
        :math:`t_b`, time over which the burst is spread (d), above 0.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``naltrexone_depot``.

    Examples
    --------
    >>> DepotRelease.suggested().dose_mg
    380.0
    """

    dose_mg: float
    burst: float
    plateau_d: float
    half_life_d: float
    burst_d: float = card("naltrexone_depot")["burst_d"].value

    def __post_init__(self) -> None:
        allowed = {
            "dose_mg": ("mg", NON_NEGATIVE),
            "burst": ("", FRACTION_BELOW_1),
            "plateau_d": ("d", POSITIVE),
            "half_life_d": ("d", POSITIVE),
            "burst_d": ("d", POSITIVE),
        }
        for field in fields(self):
            checked = scalar(field.name, getattr(self, field.name), *allowed[field.name])
            object.__setattr__(self, field.name, checked)
        if self.plateau_d < self.burst_d:
            raise ValueError(
                f"plateau_d (d) must be at least burst_d, {self.burst_d:g}, not {self.plateau_d:g}."
            )

    @classmethod
    def suggested(cls) -> DepotRelease:
        """Return the monthly injection of naltrexone, from its card.

        Returns
        -------
        DepotRelease

        Notes
        -----
        Source: card ``naltrexone_depot``.

        Examples
        --------
        >>> round(DepotRelease.suggested().plateau_mg_d, 2)
        15.93
        """
        values = card("naltrexone_depot")
        return cls(*(values[field.name].value for field in fields(cls)))

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
        Source: card ``naltrexone_depot``.

        Examples
        --------
        >>> DepotRelease.ranges()["half_life_d"]
        (5.0, 10.0)
        """
        return ranges_of(cls, card("naltrexone_depot"))

    @property
    def plateau_mg_d(self) -> float:
        """Rate of release on the plateau, :math:`R_0` (mg/d).

        Notes
        -----
        Source: card ``naltrexone_depot``.

        Examples
        --------
        >>> round(DepotRelease.suggested().plateau_mg_d, 2)
        15.93
        """
        return self.dose_mg * (1 - self.burst) / (self.plateau_d + self.half_life_d / LN2)

    def rate_mg_d(self, t_d: ArrayLike) -> FloatOrArray:
        r"""Return the rate of release.

        .. math:: R(t) = R_0\, 2^{-\max(t - t_z, 0)/t_{1/2}} + \frac{b D}{t_b} [0 \le t < t_b]

        Parameters
        ----------
        t_d
            Time since the injection (d); before it nothing is released.

        Returns
        -------
        float or array
            Rate (mg/d), in the shape of ``t_d``.

        Raises
        ------
        ValueError
            If ``t_d`` is not finite.

        Notes
        -----
        Source: card ``naltrexone_depot``.

        Examples
        --------
        >>> DepotRelease.suggested().rate_mg_d([-1, 0, 7, 14, 20]).round(2)
        array([ 0.  , 34.93, 15.93, 15.93,  7.97])
        """
        (t,) = numbers(t_d=(t_d, "d", REAL))
        decline = np.exp2(-np.maximum(t - self.plateau_d, 0) / self.half_life_d)
        early = self.burst * self.dose_mg / self.burst_d * ((t >= 0) & (t < self.burst_d))
        return plain(np.where(t < 0, 0, self.plateau_mg_d * decline + early))

    def released_mg(self, t_d: ArrayLike) -> FloatOrArray:
        r"""Return how much has been released.

        .. math:: \int_0^t R(s)\, ds

        Parameters
        ----------
        t_d
            Time since the injection (d).

        Returns
        -------
        float or array
            Amount (mg), from 0 to the dose, in the shape of ``t_d``.

        Raises
        ------
        ValueError
            If ``t_d`` is not finite.

        Notes
        -----
        Source: card ``naltrexone_depot``.

        Examples
        --------
        >>> DepotRelease.suggested().released_mg([1, 14, 28]).round(1)
        array([ 34.9, 242.1, 352.6])
        """
        (t,) = numbers(t_d=(t_d, "d", REAL))
        early = self.burst * self.dose_mg * np.clip(t / self.burst_d, 0, 1)
        late = np.maximum(t - self.plateau_d, 0) / self.half_life_d
        tail = -np.expm1(-LN2 * late) * self.half_life_d / LN2
        return plain(early + self.plateau_mg_d * (np.clip(t, 0, self.plateau_d) + tail))

    def concentration_ng_mL(
        self, t_d: ArrayLike, clearance_L_h: ArrayLike, *, every_d: float = 0, count: int = 1
    ) -> FloatOrArray:
        r"""Return the level where elimination is fast beside release, :math:`R / CL`.

        Parameters
        ----------
        t_d
            Time since the first injection (d); before it the level is 0.
        clearance_L_h
            :math:`CL` (L/h), above 0.
        every_d
            Time from one injection to the next (d), above 0 if there are several.
        count
            Number of injections.

        Returns
        -------
        float or array
            Concentration (ng/mL), in the broadcast shape of ``t_d`` and ``clearance_L_h``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``naltrexone_depot``.

        Examples
        --------
        >>> DepotRelease.suggested().concentration_ng_mL([0, 7, 28], clearance_L_h=210.6).round(2)
        array([6.91, 3.15, 0.63])
        """
        t, clearance = numbers(t_d=(t_d, "d", REAL), clearance_L_h=(clearance_L_h, "L/h", POSITIVE))
        times = int(scalar("count", count, "", COUNT))
        interval = scalar("every_d", every_d, "d", NON_NEGATIVE if times == 1 else POSITIVE)
        rate: FloatArray = np.zeros(t.shape)
        for i in range(times):
            rate = rate + self.rate_mg_d(t - i * interval)
        return plain(NG_ML_PER_MG_L / H_PER_D * rate / clearance)

    def into(self, model: Compartments, route: str = "IM") -> Compartments:
        r"""Return a compartment model in which a dose by one route is released like this.

        .. math:: \frac{dx}{dt} = A x + R(t)

        It yields the exact level, elimination however slow. Burst and plateau enter the first
        compartment at constant rates, the decline enters it from a depot.

        Parameters
        ----------
        model
            The model to add to; it stays as it is.
        route
            What regimens call the injection.

        Returns
        -------
        Compartments

        Raises
        ------
        ValueError
            If the model has a depot or the route already.

        Notes
        -----
        Source: card ``naltrexone_depot``.

        Examples
        --------
        >>> from course.models.disposition import mammillary
        >>> model = DepotRelease.suggested().into(mammillary([500], [100]))
        >>> model.concentration_ng_mL([7 * 24, 63 * 24], "380 mg IM q28d x 3").round(2)
        array([6.64, 7.26])
        """
        plateau_h, tail_h = self.plateau_d * H_PER_D, self.half_life_d * H_PER_D / LN2
        tail = (1 - self.burst) * tail_h / (plateau_h + tail_h)
        model = add_absorption(model, 1 / tail_h, tail, route=route, lag_h=plateau_h, depot=_DEPOT)
        blood = model.names[0]
        early = Route(route, blood, self.burst, over_h=self.burst_d * H_PER_D)
        steady = Route(route, blood, 1 - self.burst - tail, over_h=plateau_h)
        return replace(model, routes=(*model.routes, early, steady))

    def regimen(self, *, at_h: float = 0, every_h: float = 0, count: int = 1) -> Regimen:
        """Return injections of the dose, for the model of :meth:`into`.

        Parameters
        ----------
        at_h
            Time of the first injection (h), at least 0.
        every_h
            Time from one injection to the next (h), above 0 if there are several.
        count
            Number of injections.

        Returns
        -------
        Regimen

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``naltrexone_depot``.

        Examples
        --------
        >>> DepotRelease.suggested().regimen(every_h=28 * 24, count=3)
        Regimen('380 mg IM q28d x 3')
        """
        return Regimen.give(self.dose_mg, "IM", every_h=every_h, count=count, at_h=at_h)
