"""Absorption: a depot from which a dose enters, sooner or later."""

from __future__ import annotations

from dataclasses import replace

from course.models._domain import FRACTION, POSITIVE, scalar
from course.models.compartments import Compartment, Compartments, Flow, Route


def add_absorption(
    model: Compartments,
    ka_per_h: float,
    bioavailability: float = 1.0,
    *,
    route: str = "PO",
    lag_h: float = 0.0,
    depot: str = "gut",
    into: str | None = None,
) -> Compartments:
    r"""Return the model with a depot from which a dose is absorbed.

    .. math:: \frac{dx_{gut}}{dt} = -k_a x_{gut}, \qquad x_{gut}(0) = F D

    Parameters
    ----------
    model
        The model to add to; it stays as it is.
    ka_per_h
        :math:`k_a`, rate constant of absorption (1/h), above 0.
    bioavailability
        :math:`F`, fraction of the dose that reaches the compartment, from 0 to 1.
    route
        What regimens call it. A model may have several, and several of one name: then each
        takes its fraction of a dose.
    lag_h
        Time before absorption begins (h), at least 0.
    depot
        Name of the depot.
    into
        Name of the compartment that receives the drug, the first unless given.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; a drug's rates and fractions stand in its card.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> add_absorption(mammillary([50], [10]), ka_per_h=1.5, bioavailability=0.8)
    ┌─────┐           ┌──────────────┐
    │ gut ├─ 1.5/h ─→ │ central 50 L ├─ 0.2/h ─→ out
    └─────┘           └──────────────┘
    """
    rate = scalar("ka_per_h", ka_per_h, "per h", POSITIVE)
    receiver = model.names[0] if into is None else into
    return replace(
        model,
        compartments=(*model.compartments, Compartment(depot)),
        flows=(*model.flows, Flow(depot, receiver, rate)),
        routes=(*model.routes, Route(route, depot, bioavailability, lag_h)),
    )


def with_bioavailability(model: Compartments, route: str, bioavailability: float) -> Compartments:
    r"""Return the model with another fraction of a dose by one route arriving.

    .. math:: \frac{dA}{dt} = F D\, \delta(t) - k_a A

    Parameters
    ----------
    model
        The model to change; it stays as it is.
    route
        As regimens call it.
    bioavailability
        Fraction of the dose that reaches where the route leads, from 0 to 1.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If the model does not know the route, the route splits its doses, or the fraction is
        outside its range.

    Notes
    -----
    Source: algebra; a drug's fractions stand in its card.

    Examples
    --------
    Less of a larger dose of ketamine by nose arrives:

    >>> from course.models.drugs import drug
    >>> spray = with_bioavailability(drug("ketamine_kamp"), "IN", 0.113)
    >>> spray.entered_mg(0, "50 mg IN")
    5.65
    """
    fraction = scalar("bioavailability", bioavailability, "", FRACTION)
    entries = model.entries(route)
    if len(entries) > 1:
        raise ValueError(
            f"route must lead to one place, but {route} leads to "
            f"{', '.join(entry.into for entry in entries)}."
        )
    changed = replace(entries[0], bioavailability=fraction)
    return replace(model, routes=tuple(changed if r is entries[0] else r for r in model.routes))
