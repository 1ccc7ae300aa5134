"""How fast the gates of a voltage-dependent channel open and close."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

import numpy as np
from scipy.special import expit, exprel

from course.models._domain import POSITIVE, REAL, FloatOrArray, number, plain, scalar
from course.models._objects import choice

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

RateForm: TypeAlias = Literal["linear", "exponential", "sigmoid"]


@dataclass(frozen=True, slots=True)
class Rate:
    r"""The rate of one transition of a gate as a function of the potential.

    With :math:`x = (V - V_0)/w` and the rate :math:`k`, one of

    .. math:: \frac{k x}{1 - e^{-x}}, \qquad k e^{-x}, \qquad \frac{k}{1 + e^{-x}}

    Parameters
    ----------
    form
        ``"linear"`` (the first, which grows linearly with depolarisation and is :math:`k` at
        :math:`V_0`), ``"exponential"`` or ``"sigmoid"``.
    per_ms
        :math:`k` (1/ms), above 0.
    at_mV
        :math:`V_0` (mV).
    width_mV
        :math:`w` (mV), above 0.

    Raises
    ------
    ValueError
        If a parameter is outside its range.

    Notes
    -----
    Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

    Examples
    --------
    >>> Rate("linear", per_ms=1.0, at_mV=-40.0, width_mV=10.0)(np.array([-40.0, 0.0]))
    array([1.        , 4.07462944])
    """

    form: RateForm
    per_ms: float
    at_mV: float
    width_mV: float

    def __post_init__(self) -> None:
        choice("form", self.form, get_args(RateForm))
        scalar("per_ms", self.per_ms, "per ms", POSITIVE)
        scalar("at_mV", self.at_mV, "mV", REAL)
        scalar("width_mV", self.width_mV, "mV", POSITIVE)

    def __call__(self, v_mV: ArrayLike) -> FloatOrArray:
        """Return the rate (1/ms) at a potential (mV), in the shape of ``v_mV``."""
        with np.errstate(over="ignore"):  # far outside the physiological range it is infinite
            return plain(rate_per_ms(self, number("v_mV", v_mV, "mV", REAL)))


def rate_per_ms(rate: Rate, v_mV: FloatOrArray) -> FloatOrArray:
    """Return a rate at a potential that has been checked: a solver asks thousands of times."""
    x = (v_mV - rate.at_mV) / rate.width_mV
    relative: FloatOrArray
    if rate.form == "linear":
        relative = 1 / exprel(-x)  # exprel knows its limit at 0
    elif rate.form == "exponential":
        relative = np.exp(-x)
    else:
        relative = expit(x)
    return rate.per_ms * relative


class Gates(NamedTuple):
    """Where the three gates settle at a potential (fractions), and how fast (ms).

    Notes
    -----
    Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

    Examples
    --------
    >>> from course.models.neuron import HodgkinHuxley
    >>> HodgkinHuxley.suggested().gates(-65.0)[0]
    0.05293248525724958
    """

    m: FloatOrArray
    h: FloatOrArray
    n: FloatOrArray
    tau_m_ms: FloatOrArray
    tau_h_ms: FloatOrArray
    tau_n_ms: FloatOrArray
