"""Compartment models of any shape: what they are made of, and what a regimen does in them.

A model is immutable. :mod:`~course.models.disposition` builds one from volumes and clearances,
rate constants or a fitted curve; :mod:`~course.models.absorption` and
:mod:`~course.models.metabolites` let it grow. Time is in hours, volume in litres, amount in mg.
Equations: :mod:`course.models.linear_kinetics`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from course.models._diagram import diagram
from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    number,
    plain,
    read_only,
    scalar,
)
from course.models._linear_system import LinearSystem
from course.models._objects import instances, text
from course.models._parts import Compartment, Flow, Route
from course.models._regimen_text import known_route
from course.models._units import NG_ML_PER_MG_L
from course.models.linear_kinetics import LinearKinetics
from course.models.regimen import Course, Regimen, RegimenOrText

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from course.models._ranges import Ranges

__all__ = ["Compartment", "Compartments", "Flow", "Route"]

_PIECE = 1 << 14  # times that are solved together
_RESERVOIR = LinearSystem(np.zeros((1, 1)), np.zeros(1))  # keeps all that is given to it


@dataclass(frozen=True, repr=False)
class Compartments:
    """A linear compartment model.

    Parameters
    ----------
    compartments
        The compartments; results have their order. The first is the one that is sampled.
    flows
        The passages between them and out.
    routes
        How doses enter.
    weight_kg
        Body weight (kg) with which texts like ``"0.5 mg/kg IV"`` are read, above 0; None if not
        known.

    Raises
    ------
    ValueError
        If a name is unknown or occurs twice, fractions of a route exceed 1, or a part is of
        another kind.

    Notes
    -----
    Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its card.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> one = mammillary([50], [10])
    >>> one
    ┌──────────────┐
    │ central 50 L ├─ 0.2/h ─→ out
    └──────────────┘
    >>> one.concentration_ng_mL([0, 1, 2], "100 mg IV").round(1)
    array([2000. , 1637.5, 1340.6])
    """

    compartments: tuple[Compartment, ...]
    flows: tuple[Flow, ...]
    routes: tuple[Route, ...]
    weight_kg: float | None = None

    def __post_init__(self) -> None:
        for name, kind in (("compartments", Compartment), ("flows", Flow), ("routes", Route)):
            object.__setattr__(self, name, instances(name, getattr(self, name), kind))
        if self.weight_kg is not None:
            weight = scalar("weight_kg", self.weight_kg, "kg", POSITIVE)
            object.__setattr__(self, "weight_kg", weight)
        if not self.names or len(set(self.names)) < len(self.names):
            raise ValueError(f"compartments must have different names, not {list(self.names)}.")
        for route in self.routes:
            self.index(route.into)
        for flow in self.flows:
            self.index(flow.source)
            if flow.target is not None:
                self.index(flow.target)
            if flow.source == flow.target:
                raise ValueError(f"a flow must lead elsewhere, not from {flow.source} to itself.")
        for name in {route.name for route in self.routes}:
            total = sum(r.bioavailability for r in self.routes if r.name == name)
            if total > 1 + 1e-12:
                raise ValueError(
                    f"bioavailability of the route {name} must add up to at most 1, not {total:g}."
                )

    @classmethod
    def suggested(cls, name: str, weight_kg: float | None = None) -> Compartments:
        """Return the model of a drug from its card.

        Parameters
        ----------
        name
            One of :func:`course.models.drugs.drug_names`, such as ``"ketamine_domino"``.
        weight_kg
            Body weight (kg), for the models that scale with it and for doses per kg.

        Returns
        -------
        Compartments

        Raises
        ------
        ValueError
            If there is no model of that name.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> Compartments.suggested("diazepam_pop")
        ┌─────┐            ┌──────────────────┐
        │ gut ├─ 2.08/h ─→ │ diazepam 101.8 L ├─ 0.00737/h ─→ out
        └─────┘            └─┬────────────────┘
                             │               ┌───────────────────┐
                             └─ 0.00831/h ─→ │ nordiazepam 103 L ├─ 0.00699/h ─→ out
                                             └───────────────────┘
        """
        from course.models.drugs import drug

        return drug(name, weight_kg)

    @classmethod
    def ranges(cls, name: str) -> Ranges:
        """Return in which range each parameter means something, lowest and highest.

        Each is in the unit of its parameter, which stands in its name or in the card.

        Parameters
        ----------
        name
            As in :meth:`suggested`.

        Returns
        -------
        dict
            Lowest and highest value of each, by name.

        Raises
        ------
        ValueError
            If there is no model of that name.

        Notes
        -----
        Source: the drug's cards, named in :mod:`course.models.drugs`.

        Examples
        --------
        >>> Compartments.ranges("ketamine_kamp")["cl_L_h"]
        (30.0, 150.0)
        """
        from course.models.drugs import drug_ranges

        return drug_ranges(name)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the compartments, in order.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> Compartments.suggested("diazepam_pop").names
        ('diazepam', 'nordiazepam', 'gut')
        """
        return tuple(part.name for part in self.compartments)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.names)}

    def index(self, name: str) -> int:
        """Return a compartment's place in the order.

        Parameters
        ----------
        name
            Name of a compartment.

        Returns
        -------
        int
            Its place, the first being 0.

        Raises
        ------
        ValueError
            If there is no compartment of that name.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> Compartments.suggested("ketamine_domino").index("nose")
        3
        """
        if name not in self._places:
            raise ValueError(
                f"there is no compartment {name!r}; there are {', '.join(self.names)}."
            )
        return self._places[name]

    @cached_property
    def kinetics(self) -> LinearKinetics:
        """The rate constants (1/h) as a linear system, amounts in mg of the parent.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> Compartments.suggested("diazepam_pop").kinetics.rates.round(4)
        array([2.0794, 0.0157, 0.007 ])
        """
        n = len(self.compartments)
        transfer, loss = np.zeros((n, n)), np.zeros(n)
        for flow in self.flows:
            source = self.index(flow.source)
            if flow.target is None:
                loss[source] += flow.rate_per_h
            else:
                transfer[self.index(flow.target), source] += flow.rate_per_h
        return LinearKinetics(transfer, loss)

    @cached_property
    def _beyond(self) -> dict[str, tuple[NDArray[np.intp], LinearSystem]]:
        """The part of the system that each entry leads to: a dose by vein never sees the gut."""
        parts = {}
        transfer, loss = self.kinetics.transfer, self.kinetics.loss
        for name in {route.into for route in self.routes}:
            reached = np.flatnonzero(self.kinetics.reaches[:, self.index(name)])
            inner = LinearSystem(transfer[np.ix_(reached, reached)], loss[reached])
            parts[name] = reached, inner
        return parts

    @cached_property
    def mass_ratios(self) -> FloatArray:
        """Mg of each compartment's substance for one mg of the parent.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> Compartments.suggested("diazepam_pop").mass_ratios.round(3)
        array([1.   , 0.951, 1.   ])
        """
        return read_only(np.array([part.mg_per_parent_mg for part in self.compartments]))

    def volume_L(self, of: str | None = None) -> float:
        """Return a compartment's volume (L), the first one's unless another is named.

        Parameters
        ----------
        of
            Name of the compartment, the first unless given.

        Returns
        -------
        float
            Volume (L).

        Raises
        ------
        ValueError
            If it has none.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> round(Compartments.suggested("ketamine_domino").volume_L(), 2)
        4.41
        """
        part = self.compartments[0 if of is None else self.index(of)]
        if part.volume_L is None:
            raise ValueError(f"the compartment {part.name} has no volume: ask for its amount.")
        return part.volume_L

    def read(self, regimen: RegimenOrText) -> Regimen:
        """Return a regimen, given itself or its text, doses per kg for the model's weight.

        Parameters
        ----------
        regimen
            A :class:`Regimen` or its text.

        Returns
        -------
        Regimen

        Raises
        ------
        ValueError
            If the text cannot be read.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> Compartments.suggested("ketamine_domino", weight_kg=80).read("0.5 mg/kg IV").total_mg
        40.0
        """
        return Regimen.of(regimen, self.weight_kg)

    def entries(self, route: str) -> tuple[Route, ...]:
        """Return where a dose by one route enters.

        Parameters
        ----------
        route
            As regimens write it, in any case.

        Returns
        -------
        tuple of Route

        Raises
        ------
        ValueError
            If the model does not know the route.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> [way.into for way in Compartments.suggested("ketamine_domino").entries("IN")]
        ['nose']
        """
        found = tuple(r for r in self.routes if r.name == known_route(text("route", route)))
        if not found:
            known = ", ".join(dict.fromkeys(r.name for r in self.routes))
            raise ValueError(
                f"route must be one that this model has numbers for ({known}), not {route!r}."
            )
        return found

    def __repr__(self) -> str:
        arrows: dict[tuple[str, str | None], float] = {}
        for flow in self.flows:
            ends = flow.source, flow.target
            arrows[ends] = arrows.get(ends, 0.0) + flow.rate_per_h
        return diagram(
            {part.name: part.label for part in self.compartments},
            arrows,
            lambda rate: f"{rate:.3g}/h",
        )

    # Time courses

    def amounts_mg(self, t_h: ArrayLike, regimen: RegimenOrText) -> FloatArray:
        r"""Return the amount in every compartment.

        .. math:: \frac{dx}{dt} = A x + \text{doses}, \qquad a_i = m_i x_i

        Parameters
        ----------
        t_h
            Times since the regimen began (h), of any shape. Before a dose it is not there; a
            dose given at ``t_h`` counts.
        regimen
            A :class:`Regimen` or its text.

        Returns
        -------
        array
            Amounts (mg of each compartment's own substance), of shape (compartments, shape of
            ``t_h``).

        Raises
        ------
        ValueError
            If an argument is outside its range, or the model does not know a route.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> Compartments.suggested("diazepam_pop").amounts_mg([0, 1], "10 mg IV").round(2)
        array([[10.  ,  9.84],
               [ 0.  ,  0.08],
               [ 0.  ,  0.  ]])
        """
        t = number("t_h", t_h, "h", REAL)
        states = self._states(t.ravel(), self.read(regimen)) * self.mass_ratios
        return states.T.reshape((len(self.names), *t.shape))

    def concentration_ng_mL(
        self, t_h: ArrayLike, regimen: RegimenOrText, of: str | None = None
    ) -> FloatOrArray:
        r"""Return the concentration in one compartment.

        .. math:: C_i(t) = \frac{a_i(t)}{V_i}

        Parameters
        ----------
        t_h, regimen
            As in :meth:`amounts_mg`.
        of
            Name of the compartment, the first unless given.

        Returns
        -------
        float or array
            Concentration (ng/mL), in the shape of ``t_h``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> model = Compartments.suggested("diazepam_pop")
        >>> model.concentration_ng_mL([0, 24], "10 mg IV").round(1)
        array([98.3, 67.4])
        """
        place = 0 if of is None else self.index(of)
        volume_L, read = self.volume_L(of), self.read(regimen)
        t = number("t_h", t_h, "h", REAL)
        flat, amounts = t.ravel(), np.empty(t.size)
        # Piece by piece, so that the memory of many times is that of the answer.
        for begin in range(0, t.size, _PIECE):
            piece = slice(begin, begin + _PIECE)
            amounts[piece] = self._states(flat[piece], read)[:, place]
        amounts *= NG_ML_PER_MG_L / volume_L * self.compartments[place].mg_per_parent_mg
        return plain(amounts.reshape(t.shape))

    def steady_state_mg(self, t_h: ArrayLike, course: RegimenOrText) -> FloatArray:
        r"""Return the amounts in a dosing interval when the course has lasted for ever.

        .. math:: a(t) = \lim_{n \to \infty} a(t + n \tau)

        Parameters
        ----------
        t_h
            Times since a dose began (h), from 0 to the interval.
        course
            A regimen of one repeated course, ``"10 mg PO q24h x 2"``; its count does not matter.

        Returns
        -------
        array
            As of :meth:`amounts_mg`.

        Raises
        ------
        ValueError
            If an argument is outside its range, or the course is not repeated.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> model = Compartments.suggested("diazepam_pop")
        >>> model.steady_state_mg(12, "10 mg PO q24h x 2").round(2)
        array([25.02, 28.32,  0.  ])
        """
        t = number("t_h", t_h, "h", NON_NEGATIVE)
        only = self.read(course).repeated
        if (t > only.every_h).any():
            raise ValueError(
                f"t_h must be at most the interval, {only.every_h:g} h, not {t.max():g}."
            )
        total = np.zeros((t.size, len(self.names)))
        for route in self.entries(only.route):
            since = (t.ravel() - route.lag_h) % only.every_h
            places, kinetics = self._beyond[route.into]
            total[:, places] += kinetics.at_steady_state(
                self._dose(only, route), since, every=only.every_h, over=_over_h(only, route)
            )
        return (total * self.mass_ratios).T.reshape((len(self.names), *t.shape))

    def steady_state_ng_mL(
        self, t_h: ArrayLike, course: RegimenOrText, of: str | None = None
    ) -> FloatOrArray:
        r"""Return a concentration in a dosing interval when the course has lasted for ever.

        .. math:: C_i(t) = \lim_{n \to \infty} \frac{a_i(t + n \tau)}{V_i}

        Parameters
        ----------
        t_h, course
            As in :meth:`steady_state_mg`.
        of
            Name of the compartment, the first unless given.

        Returns
        -------
        float or array
            Concentration (ng/mL), in the shape of ``t_h``.

        Raises
        ------
        ValueError
            If an argument is outside its range, or the course is not repeated.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> model = Compartments.suggested("diazepam_pop")
        >>> model.steady_state_ng_mL([1, 24], "10 mg PO q24h x 2").round(1)
        array([280.5, 203.6])
        """
        place = 0 if of is None else self.index(of)
        amount = self.steady_state_mg(t_h, course)[place]
        return plain(NG_ML_PER_MG_L / self.volume_L(of) * amount)

    def entered_mg(self, t_h: ArrayLike, regimen: RegimenOrText) -> FloatOrArray:
        r"""Return how much has entered the compartments, in mg of the parent.

        .. math:: \int_0^t \sum_i \text{input}_i(s)\, ds

        Parameters
        ----------
        t_h, regimen
            As in :meth:`amounts_mg`.

        Returns
        -------
        float or array
            Amount (mg), in the shape of ``t_h``. Less what is stored, it is what was eliminated.

        Raises
        ------
        ValueError
            If an argument is outside its range, or the model does not know a route.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> model = Compartments.suggested("ketamine_domino")
        >>> model.entered_mg([0, 0.5, 2], "30 mg IV over 1 h").round(2)
        array([ 0., 15., 30.])
        """
        t = number("t_h", t_h, "h", REAL)
        total = np.zeros(t.shape)
        for course in self.read(regimen).courses:
            for route in self.entries(course.route):
                since = t.ravel() - (course.at_h + route.lag_h)
                dose = course.dose_mg * route.bioavailability
                total += _RESERVOIR.after_dose(
                    np.array([dose]),
                    since,
                    over=_over_h(course, route),
                    every=course.every_h,
                    count=course.count,
                ).reshape(t.shape)
        return plain(total)

    def eliminated_mg(self, t_h: ArrayLike, regimen: RegimenOrText) -> FloatOrArray:
        r"""Return how much has left the compartments for good, in mg of the parent.

        .. math:: \int_0^t \sum_i \ell_i x_i(s)\, ds

        Parameters
        ----------
        t_h, regimen
            As in :meth:`amounts_mg`.

        Returns
        -------
        float or array
            Amount (mg), in the shape of ``t_h``.

        Raises
        ------
        ValueError
            If an argument is outside its range, or the model does not know a route.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> model = Compartments.suggested("ketamine_domino")
        >>> model.eliminated_mg([0, 1, 100], "30 mg IV").round(2)
        array([ 0.  , 17.53, 30.  ])
        """
        t = number("t_h", t_h, "h", REAL)
        stored = self._states(t.ravel(), self.read(regimen)).sum(axis=1)
        return plain(np.maximum(self.entered_mg(t, regimen) - stored.reshape(t.shape), 0))

    def _states(self, t: FloatArray, regimen: Regimen) -> FloatArray:
        total = np.zeros((t.size, len(self.names)))
        for course in regimen.courses:
            for route in self.entries(course.route):
                places, kinetics = self._beyond[route.into]
                states = kinetics.after_dose(
                    self._dose(course, route),
                    t - (course.at_h + route.lag_h),
                    over=_over_h(course, route),
                    every=course.every_h,
                    count=course.count,
                )
                if len(places) == len(self.names):
                    total += states
                else:
                    total[:, places] += states
        return total

    def _dose(self, course: Course, route: Route) -> FloatArray:
        """Return what one dose brings into each of the compartments beyond its entry."""
        places, _ = self._beyond[route.into]
        given = course.dose_mg * route.bioavailability
        return np.where(places == self.index(route.into), given, 0.0)


def _over_h(course: Course, route: Route) -> float:
    """Return for how long a dose enters by a route."""
    if course.over_h and route.over_h:
        raise ValueError(
            f"over_h must be 0 for the route {route.name}, which has its own, not "
            f"{course.over_h:g}."
        )
    return course.over_h or route.over_h
