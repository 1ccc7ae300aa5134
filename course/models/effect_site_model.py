r"""The effect site behind a pharmacokinetic model: the exact delay between blood and effect.

.. math:: \frac{dC_e}{dt} = k_{e0} (C - C_e)

so that :math:`C_e = k_{e0} e^{-k_{e0} t} * C`. In a linear model it makes no difference whether
such a delay stands after the blood or before it. So :math:`C_e` is the concentration in the same
model with one more first-order stage before every entry: no matrix that does not conserve mass,
and every regimen and shape served alike. For a sampled curve see
:mod:`~course.models.effect_site`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from course.models._domain import POSITIVE, FloatOrArray, scalar
from course.models.compartments import Compartment, Compartments, Flow

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from course.models.regimen import RegimenOrText


def delay_entry(model: Compartments, rate_per_h: float) -> Compartments:
    r"""Return the model with one more first-order stage before every entry.

    .. math:: \frac{dA}{dt} = \text{input} - k A

    Parameters
    ----------
    model
        The model to add to; it stays as it is.
    rate_per_h
        :math:`k`, rate constant of the stage (1/h), above 0.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If ``rate_per_h`` is outside its range.

    Notes
    -----
    Source: algebra; rates stand in cards, such as ``diazepam_intravenous``.

    Examples
    --------
    >>> from course.models.disposition import mammillary
    >>> delay_entry(mammillary([50], [10]), rate_per_h=4)
    ┌────────────────┐         ┌──────────────┐
    │ before central ├─ 4/h ─→ │ central 50 L ├─ 0.2/h ─→ out
    └────────────────┘         └──────────────┘
    """
    rate = scalar("rate_per_h", rate_per_h, "per h", POSITIVE)
    doors = {route.into: f"before {route.into}" for route in model.routes}
    return replace(
        model,
        compartments=(*model.compartments, *(Compartment(door) for door in doors.values())),
        flows=(*model.flows, *(Flow(door, into, rate) for into, door in doors.items())),
        routes=tuple(replace(route, into=doors[route.into]) for route in model.routes),
    )


def effect_site_ng_mL(
    model: Compartments,
    t_h: ArrayLike,
    regimen: RegimenOrText,
    ke0_per_h: float,
    of: str | None = None,
) -> FloatOrArray:
    r"""Return the concentration at an effect site that follows a compartment.

    .. math:: \frac{dC_e}{dt} = k_{e0} (C - C_e)

    Parameters
    ----------
    model
        The pharmacokinetic model.
    t_h, regimen, of
        As in :meth:`~course.models.compartments.Compartments.concentration_ng_mL`.
    ke0_per_h
        :math:`k_{e0}` (1/h), above 0.

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
    Source: algebra; rates stand in cards, such as ``diazepam_intravenous``.

    Examples
    --------
    The effect of an injection is not yet there when the blood is at its highest:

    >>> from course.models.disposition import mammillary
    >>> effect_site_ng_mL(mammillary([50], [10]), [0, 0.1, 1], "10 mg IV", ke0_per_h=4).round(1)
    array([  0. ,  65.2, 168.5])
    """
    rate = scalar("ke0_per_h", ke0_per_h, "per h", POSITIVE)
    return _delayed(model, rate).concentration_ng_mL(t_h, regimen, of)


@lru_cache(maxsize=32)
def _delayed(model: Compartments, rate_per_h: float) -> Compartments:
    """Keep the decomposition for the next call, as when a slider of another kind moves."""
    return delay_entry(model, rate_per_h)
