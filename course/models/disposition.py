"""Models of a drug's disposition: a sampled compartment and those it exchanges with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.linalg import null_space

from course.models._domain import NON_NEGATIVE, POSITIVE, number, scalar, series
from course.models.compartments import Compartment, Compartments, Flow, Route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike


def mammillary(
    volumes_L: ArrayLike, clearances_L_h: ArrayLike, names: Sequence[str] | None = None
) -> Compartments:
    r"""Return a central compartment that exchanges with any number of peripheral ones.

    .. math:: k_{10} = \frac{CL}{V_1}, \qquad
        k_{1j} = \frac{Q_j}{V_1}, \qquad k_{j1} = \frac{Q_j}{V_j}

    Parameters
    ----------
    volumes_L
        Volumes (L), above 0, the central one first.
    clearances_L_h
        Clearances (L/h), at least 0: elimination first, then the exchange with each
        peripheral compartment, in the order of the volumes.
    names
        Names, ``central``, ``peripheral`` (1, 2 and so on if there are several) unless given.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If an argument is outside its range, or there are not as many clearances as volumes.

    Notes
    -----
    Source: algebra; a drug's volumes and clearances stand in its card.

    Examples
    --------
    >>> mammillary([10, 40], [5, 20])
    ┌──────────────┐
    │ central 10 L ├─ 0.5/h ─→ out
    └─┬────────────┘
      │                  ┌─────────────────┐
      └─ 2/h ─→ ←─ 0.5/h │ peripheral 40 L │
                         └─────────────────┘
    """
    return _around(volumes_L, clearances_L_h, names, chain=False)


def catenary(
    volumes_L: ArrayLike, clearances_L_h: ArrayLike, names: Sequence[str] | None = None
) -> Compartments:
    r"""Return compartments in a row, each exchanging with the next; the first is central.

    .. math:: k_{10} = \frac{CL}{V_1}, \qquad
        k_{j-1,j} = \frac{Q_j}{V_{j-1}}, \qquad k_{j,j-1} = \frac{Q_j}{V_j}

    Parameters
    ----------
    volumes_L, clearances_L_h, names
        As in :func:`mammillary`; the exchange is with the compartment before.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If an argument is outside its range, or there are not as many clearances as volumes.

    Notes
    -----
    Source: algebra; a drug's volumes and clearances stand in its card.

    Examples
    --------
    >>> catenary([10, 20, 40], [5, 2, 1]).names
    ('central', 'peripheral 1', 'peripheral 2')
    """
    return _around(volumes_L, clearances_L_h, names, chain=True)


def mammillary_from_rates(
    v1_L: float,
    k10_per_h: float,
    exchange_per_h: Sequence[tuple[float, float]] = (),
    names: Sequence[str] | None = None,
) -> Compartments:
    r"""Return a mammillary model built from micro-constants.

    A peripheral volume follows from its two rates: :math:`V_j = V_1 k_{1j} / k_{j1}`.

    Parameters
    ----------
    v1_L
        Central volume (L), above 0.
    k10_per_h
        Rate constant of elimination (1/h), at least 0.
    exchange_per_h
        For each peripheral compartment the rates (1/h) to it and back, above 0.
    names
        As in :func:`mammillary`.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; a drug's volumes and clearances stand in its card.

    Examples
    --------
    >>> mammillary_from_rates(10, 0.5, [(2, 0.5)]).volume_L("peripheral")
    40.0
    """
    v1 = scalar("v1_L", v1_L, "L", POSITIVE)
    k10 = scalar("k10_per_h", k10_per_h, "per h", NON_NEGATIVE)
    volumes, clearances = [v1], [k10 * v1]
    for pair in exchange_per_h:
        there, back = number("exchange_per_h", pair, "per h", POSITIVE)
        volumes.append(v1 * there / back)
        clearances.append(there * v1)
    return mammillary(volumes, clearances, names)


def mammillary_from_exponentials(
    weights: ArrayLike,
    rates_per_h: ArrayLike,
    v1_L: float,
    names: Sequence[str] | None = None,
) -> Compartments:
    r"""Return the mammillary model whose bolus curve is a given sum of exponentials.

    .. math:: \frac{C(t)}{C(0)} = \sum_i w_i e^{-\lambda_i t}, \qquad \sum_i w_i = 1

    The returns :math:`k_{j1}` are the roots of :math:`\sum_i w_i \prod_{l \ne i}(\lambda_l -
    s)`; elimination is :math:`\prod \lambda_i / \prod k_{j1}`.

    Parameters
    ----------
    weights
        :math:`w_i`, in any unit (coefficients of a fit will do), above 0.
    rates_per_h
        :math:`\lambda_i` (1/h), above 0, all different.
    v1_L
        Central volume (L), above 0: dose divided by the concentration at time 0.
    names
        As in :func:`mammillary`.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If an argument is outside its range, or the lists differ in length.

    Notes
    -----
    Source: algebra; a drug's volumes and clearances stand in its card.

    Examples
    --------
    >>> model = mammillary_from_exponentials([3, 1], [2, 0.1], v1_L=10)
    >>> model.concentration_ng_mL([0, 1, 10], "4 mg IV").round(2)
    array([400.  , 131.08,  36.79])
    """
    w = series("weights", weights, "", POSITIVE)
    fit = series("rates_per_h", rates_per_h, "per h", POSITIVE)
    if len(w) != len(fit) or len(set(fit)) < len(fit):
        raise ValueError(
            "rates_per_h (per h) must be all different and as many as weights, not "
            f"{len(set(fit))} for {len(w)}."
        )
    # The roots are the eigenvalues that the rates leave across the direction of the weights.
    across = null_space(np.sqrt(w / w.sum())[np.newaxis])
    back = np.linalg.eigvalsh(across.T * fit @ across)[::-1]
    pairs = [
        (float(-np.prod(fit - z) / (z * np.prod(np.delete(back, j) - z))), float(z))
        for j, z in enumerate(back)
    ]
    return mammillary_from_rates(v1_L, float(np.prod(fit) / np.prod(back)), pairs, names)


def scale_elimination(model: Compartments, factor: float) -> Compartments:
    r"""Return the model of a person who eliminates faster or slower than usual.

    .. math:: \ell_i' = f\, \ell_i

    Parameters
    ----------
    model
        The model to change; it stays as it is.
    factor
        What every flow out of the body is multiplied by, above 0. Volumes and exchange stay.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If ``factor`` is outside its range.

    Notes
    -----
    Source: algebra; a drug's volumes and clearances stand in its card.

    Examples
    --------
    >>> scale_elimination(mammillary([10], [5]), 0.5)
    ┌──────────────┐
    │ central 10 L ├─ 0.25/h ─→ out
    └──────────────┘
    """
    times = scalar("factor", factor, "", POSITIVE)
    flows = tuple(
        flow if flow.target else replace(flow, rate_per_h=times * flow.rate_per_h)
        for flow in model.flows
    )
    return replace(model, flows=flows)


def _around(
    volumes_L: ArrayLike,
    clearances_L_h: ArrayLike,
    names: Sequence[str] | None,
    *,
    chain: bool,
) -> Compartments:
    """Return compartments around the first, or in a row from it."""
    volumes = series("volumes_L", volumes_L, "L", POSITIVE)
    clearances = series("clearances_L_h", clearances_L_h, "L/h", NON_NEGATIVE)
    called = tuple(names) if names else _names(len(volumes))
    if not len(volumes) == len(clearances) == len(called):
        raise ValueError(
            "clearances_L_h (L/h) must be one for elimination and one for each exchange, as "
            f"many as volumes_L and names, not {len(clearances)} for {len(volumes)}."
        )
    flows = [Flow(called[0], None, clearances[0] / volumes[0])]
    for i in range(1, len(volumes)):
        hub = i - 1 if chain else 0
        flows.append(Flow(called[hub], called[i], clearances[i] / volumes[hub]))
        flows.append(Flow(called[i], called[hub], clearances[i] / volumes[i]))
    parts = tuple(Compartment(n, v) for n, v in zip(called, volumes, strict=True))
    return Compartments(parts, tuple(flows), (Route("IV", called[0]),))


def _names(count: int) -> tuple[str, ...]:
    if count == 2:
        return "central", "peripheral"
    return ("central", *(f"peripheral {i}" for i in range(1, count)))
