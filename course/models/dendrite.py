"""Spread of a potential along a passive dendrite (M1.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import NON_NEGATIVE, POSITIVE, FloatOrArray, numbers, plain
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_LENGTH_UM = card("dendrite")["length_constant_um"].value


def attenuation(
    distance_um: ArrayLike,
    length_constant_um: ArrayLike = _LENGTH_UM,
) -> FloatOrArray:
    r"""Return the fraction of a steady potential that is left at a distance.

    .. math:: V(x) / V(0) = e^{-x/\lambda}

    Parameters
    ----------
    distance_um
        :math:`x`, distance along the dendrite (µm), at least 0.
    length_constant_um
        :math:`\lambda`, distance over which it falls to 1/e (µm), above 0.

    Returns
    -------
    float or array
        A fraction, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    A cable without end and without channels, at steady state. The default is a teaching
    choice of the card ``dendrite``.
    Source: card ``dendrite``.

    Examples
    --------
    >>> round(attenuation(150), 3)
    0.607
    """
    x, length = numbers(
        distance_um=(distance_um, "µm", NON_NEGATIVE),
        length_constant_um=(length_constant_um, "µm", POSITIVE),
    )
    with np.errstate(over="ignore"):  # infinitely many length constants leave nothing
        return plain(np.exp(-x / length))
