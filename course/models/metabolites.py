"""Metabolites: what a drug becomes, in its own mass and volume."""

from __future__ import annotations

from dataclasses import replace

from course.models._domain import FRACTION, NON_NEGATIVE, POSITIVE, scalar
from course.models.compartments import Compartment, Compartments, Flow


def add_metabolite(
    model: Compartments,
    name: str,
    *,
    fraction: float,
    volume_L: float,
    clearance_L_h: float,
    mass_ratio: float = 1.0,
    of: str | None = None,
) -> Compartments:
    r"""Return the model with a metabolite in a compartment of its own.

    .. math::

        \frac{dm}{dt} = f_m k \frac{M_m}{M_p} x - \frac{CL_m}{V_m} m

    where :math:`k x` is all that leaves the parent's compartment for good. That rate stays what
    it was: the fraction :math:`f_m` of it becomes the metabolite.

    Parameters
    ----------
    model
        The model to add to; it stays as it is.
    name
        Name of the metabolite's compartment.
    fraction
        :math:`f_m`, fraction of the eliminated parent that becomes the metabolite, by number of
        molecules, from 0 to 1.
    volume_L, clearance_L_h
        :math:`V_m` (L), above 0, and :math:`CL_m` (L/h), at least 0.
    mass_ratio
        :math:`M_m / M_p`, molar mass of the metabolite over that of its precursor, above 0.
    of
        Name of the compartment it is formed in, the first unless given.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If an argument is outside its range, or nothing is eliminated from the compartment.

    Notes
    -----
    Source: algebra; a drug's fractions and clearances stand in its card.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> add_metabolite(
    ...     mammillary([50], [10]), "metabolite", fraction=0.6, volume_L=20, clearance_L_h=1
    ... )
    ┌──────────────┐
    │ central 50 L ├─ 0.08/h ─→ out
    └─┬────────────┘
      │            ┌─────────────────┐
      └─ 0.12/h ─→ │ metabolite 20 L ├─ 0.05/h ─→ out
                   └─────────────────┘
    """
    share = scalar("fraction", fraction, "", FRACTION)
    clearance = scalar("clearance_L_h", clearance_L_h, "L/h", NON_NEGATIVE)
    volume = scalar("volume_L", volume_L, "L", POSITIVE)
    ratio = scalar("mass_ratio", mass_ratio, "", POSITIVE)
    parent = model.names[0 if of is None else model.index(of)]
    leaving = [f for f in model.flows if f.source == parent and f.target is None]
    if not leaving:
        raise ValueError(f"fraction must be of what is eliminated, but nothing leaves {parent}.")
    gone = sum(flow.rate_per_h for flow in leaving)
    kept = tuple(
        replace(flow, rate_per_h=flow.rate_per_h * (1 - share)) if flow in leaving else flow
        for flow in model.flows
    )
    already = model.compartments[model.index(parent)].mg_per_parent_mg
    return replace(
        model,
        compartments=(*model.compartments, Compartment(name, volume, ratio * already)),
        flows=(
            *kept,
            Flow(parent, name, share * gone),
            Flow(name, None, clearance / volume),
        ),
    )
