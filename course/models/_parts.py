"""What compartment models are made of."""

from __future__ import annotations

from dataclasses import dataclass

from course.models._domain import FRACTION, NON_NEGATIVE, POSITIVE, scalar
from course.models._objects import text
from course.models._regimen_text import known_route


@dataclass(frozen=True, slots=True)
class Compartment:
    """A space in which a substance is well mixed.

    Parameters
    ----------
    name
        What models and diagrams call it.
    volume_L
        Volume of distribution (L), above 0; None where only the amount has a meaning, as in
        the gut.
    mg_per_parent_mg
        Mass of its substance that one mg of the parent drug becomes: the ratio of the molar
        masses for a metabolite, 1 for the parent.

    Raises
    ------
    ValueError
        If the name is no text, or a number is outside its range.

    Notes
    -----
    Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its card.

    Examples
    --------
    >>> Compartment("central", 50).volume_L
    50.0
    """

    name: str
    volume_L: float | None = None
    mg_per_parent_mg: float = 1.0

    def __post_init__(self) -> None:
        text("name", self.name)
        if self.volume_L is not None:
            volume = scalar("volume_L", self.volume_L, "L", POSITIVE)
            object.__setattr__(self, "volume_L", volume)
        ratio = scalar("mg_per_parent_mg", self.mg_per_parent_mg, "", POSITIVE)
        object.__setattr__(self, "mg_per_parent_mg", ratio)

    @property
    def label(self) -> str:
        """Name and volume, as the diagram writes them.

        Notes
        -----
        Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its
        card.

        Examples
        --------
        >>> Compartment("central", 50).label
        'central 50 L'
        """
        return self.name if self.volume_L is None else f"{self.name} {self.volume_L:.4g} L"


@dataclass(frozen=True, slots=True)
class Flow:
    """A first-order passage from one compartment to another, or out.

    Parameters
    ----------
    source, target
        Names of compartments; target None is out of the body.
    rate_per_h
        Rate constant (1/h), at least 0.

    Raises
    ------
    ValueError
        If a name is no text, or the rate is outside its range.

    Notes
    -----
    Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its card.

    Examples
    --------
    >>> Flow("gut", "central", 1.5).rate_per_h
    1.5
    """

    source: str
    target: str | None
    rate_per_h: float

    def __post_init__(self) -> None:
        text("source", self.source)
        if self.target is not None:
            text("target", self.target)
        rate = scalar("rate_per_h", self.rate_per_h, "per h", NON_NEGATIVE)
        object.__setattr__(self, "rate_per_h", rate)


@dataclass(frozen=True, slots=True)
class Route:
    """Where a dose given by a route arrives, and how much of it.

    Parameters
    ----------
    name
        As regimens write it: ``IV``, ``PO`` and the like.
    into
        Name of the compartment that the dose enters.
    bioavailability
        Fraction of the dose that ever enters it, from 0 to 1.
    lag_h
        Time before it begins to enter (h), at least 0.
    over_h
        Time over which it enters at a constant rate (h), at least 0; 0 is as it is given.

    Raises
    ------
    ValueError
        If a name is no text, or a number is outside its range.

    Notes
    -----
    Several routes of one name split a dose, as where part of it is metabolised before it
    reaches the blood; their fractions add up to at most 1. A dose is always of the parent drug.
    Source: algebra of :mod:`course.models.linear_kinetics`; a drug's numbers stand in its card.

    Examples
    --------
    >>> Route("PO", "gut", bioavailability=0.9).bioavailability
    0.9
    """

    name: str
    into: str
    bioavailability: float = 1.0
    lag_h: float = 0.0
    over_h: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", known_route(text("name", self.name)))
        text("into", self.into)
        fraction = scalar("bioavailability", self.bioavailability, "", FRACTION)
        lag = scalar("lag_h", self.lag_h, "h", NON_NEGATIVE)
        object.__setattr__(self, "bioavailability", fraction)
        object.__setattr__(self, "lag_h", lag)
        over = scalar("over_h", self.over_h, "h", NON_NEGATIVE)
        object.__setattr__(self, "over_h", over)
