"""Receptors with one closed and one bound, open state (M1.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import numpy as np

from course.models._domain import (
    FRACTION,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
    scalar,
)
from course.models._objects import choice
from course.models._ranges import Ranges, ranges_of
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from course.reference import Card

# Keeps 0 ms at an overflowing rate from becoming NaN.
_LARGEST = np.finfo(np.float64).max

ReceptorName: TypeAlias = Literal["ampa", "nmda", "gaba_a"]


@dataclass(frozen=True, slots=True)
class TwoStateReceptor:
    r"""A receptor that opens as it binds and closes as it lets go.

    The open fraction :math:`r` follows the transmitter :math:`C`:

    .. math:: \frac{dr}{dt} = \alpha C (1 - r) - \beta r

    Parameters
    ----------
    alpha_per_mM_ms
        :math:`\alpha`, rate of binding (1/(mM ms)), above 0.
    beta_per_ms
        :math:`\beta`, rate of unbinding (1/ms), above 0.

    Raises
    ------
    ValueError
        If a rate is outside its range.

    Notes
    -----
    Source: Destexhe, Mainen and Sejnowski 1994; rates in the cards ``ampa_receptor``,
    ``nmda_receptor`` and ``gaba_a_receptor``. There is no desensitisation.

    Examples
    --------
    >>> TwoStateReceptor(1.1, 0.19).beta_per_ms
    0.19
    """

    alpha_per_mM_ms: float
    beta_per_ms: float

    def __post_init__(self) -> None:
        alpha = scalar("alpha_per_mM_ms", self.alpha_per_mM_ms, "per mM ms", POSITIVE)
        beta = scalar("beta_per_ms", self.beta_per_ms, "per ms", POSITIVE)
        object.__setattr__(self, "alpha_per_mM_ms", alpha)
        object.__setattr__(self, "beta_per_ms", beta)

    @classmethod
    def suggested(cls, name: ReceptorName) -> TwoStateReceptor:
        """Return the receptor of a card.

        Parameters
        ----------
        name
            ``"ampa"``, ``"nmda"`` or ``"gaba_a"``, in any case.

        Returns
        -------
        TwoStateReceptor
            With rates in 1/(mM ms) and 1/ms.

        Raises
        ------
        ValueError
            If there is no receptor of that name.

        Notes
        -----
        Source: Destexhe and others 1994; cards ``ampa_receptor``, ``nmda_receptor``,
        ``gaba_a_receptor``.

        Examples
        --------
        >>> TwoStateReceptor.suggested("ampa")
        TwoStateReceptor(alpha_per_mM_ms=1.1, beta_per_ms=0.19)
        """
        values = _card(name)
        return cls(values["alpha_per_mM_ms"].value, values["beta_per_ms"].value)

    @classmethod
    def ranges(cls, name: ReceptorName) -> Ranges:
        """Return in which range each parameter means something, lowest and highest.

        Parameters
        ----------
        name
            As in :meth:`suggested`.

        Returns
        -------
        dict
            Lowest and highest value of each parameter, in the unit that its name ends with.

        Raises
        ------
        ValueError
            If there is no receptor of that name.

        Notes
        -----
        Source: cards ``ampa_receptor``, ``nmda_receptor``, ``gaba_a_receptor``.

        Examples
        --------
        >>> TwoStateReceptor.ranges("ampa")["beta_per_ms"]
        (0.01, 1.0)
        """
        return ranges_of(cls, _card(name))

    @property
    def decay_time_ms(self) -> float:
        r"""Time constant of the fall without transmitter, :math:`1/\beta` (ms).

        Notes
        -----
        Source: Destexhe and others 1994; cards ``ampa_receptor``, ``nmda_receptor``,
        ``gaba_a_receptor``.

        Examples
        --------
        >>> round(TwoStateReceptor.suggested("ampa").decay_time_ms, 2)
        5.26
        """
        return 1 / self.beta_per_ms

    def rise_time_ms(self, c_mM: ArrayLike) -> FloatOrArray:
        r"""Return the time constant of the approach to the plateau.

        .. math:: \tau_r = 1 / (\alpha C + \beta)

        Parameters
        ----------
        c_mM
            Transmitter (mM), at least 0.

        Returns
        -------
        float or array
            Time constant (ms), in the shape of ``c_mM``.

        Raises
        ------
        ValueError
            If ``c_mM`` is outside its range.

        Notes
        -----
        Source: Destexhe and others 1994; cards ``ampa_receptor``, ``nmda_receptor``,
        ``gaba_a_receptor``.

        Examples
        --------
        >>> TwoStateReceptor.suggested("ampa").rise_time_ms([0, 1]).round(2)
        array([5.26, 0.78])
        """
        (c,) = numbers(c_mM=(c_mM, "mM", NON_NEGATIVE))
        with np.errstate(over="ignore"):
            return plain(1 / (self.alpha_per_mM_ms * c + self.beta_per_ms))

    def plateau(self, c_mM: ArrayLike) -> FloatOrArray:
        r"""Return the open fraction under lasting transmitter.

        .. math:: r_\infty = \alpha C / (\alpha C + \beta)

        Parameters
        ----------
        c_mM
            Transmitter (mM), at least 0.

        Returns
        -------
        float or array
            A fraction, in the shape of ``c_mM``.

        Raises
        ------
        ValueError
            If ``c_mM`` is outside its range.

        Notes
        -----
        Source: Destexhe and others 1994; cards ``ampa_receptor``, ``nmda_receptor``,
        ``gaba_a_receptor``.

        Examples
        --------
        >>> TwoStateReceptor.suggested("ampa").plateau([0, 1]).round(3)
        array([0.   , 0.853])
        """
        (c,) = numbers(c_mM=(c_mM, "mM", NON_NEGATIVE))
        return plain(self._plateau(c))

    def open_fraction(
        self, t_ms: ArrayLike, pulse_ms: ArrayLike, c_mM: ArrayLike, r0: ArrayLike = 0
    ) -> FloatOrArray:
        r"""Return the open fraction during and after a square pulse of transmitter.

        .. math::

            r(t) = \begin{cases}
                r_\infty + (r_0 - r_\infty) e^{-t/\tau_r} & 0 \le t \le T \\
                r(T) e^{-\beta (t - T)} & t > T
            \end{cases}

        Parameters
        ----------
        t_ms
            Time since the pulse began (ms). Before it the fraction is ``r0``.
        pulse_ms
            :math:`T`, length of the pulse (ms), at least 0.
        c_mM
            Transmitter during the pulse (mM), at least 0.
        r0
            Open fraction when the pulse begins, from 0 to 1.

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
        Source: Destexhe and others 1994; cards ``ampa_receptor``, ``nmda_receptor``,
        ``gaba_a_receptor``.

        Examples
        --------
        After a millisecond of 1 mM glutamate, most AMPA and few NMDA receptors are open:

        >>> for name in ("ampa", "nmda"):
        ...     round(TwoStateReceptor.suggested(name).open_fraction(1.0, 1.0, 1.0), 4)
        0.618
        0.0692
        """
        t, pulse, c, start = numbers(
            t_ms=(t_ms, "ms", REAL),
            pulse_ms=(pulse_ms, "ms", NON_NEGATIVE),
            c_mM=(c_mM, "mM", NON_NEGATIVE),
            r0=(r0, "", FRACTION),
        )
        # Before the pulse both times are 0, which leaves r0.
        bound_ms = np.minimum(np.maximum(t, 0), pulse)
        free_ms = np.maximum(t - pulse, 0)
        with np.errstate(over="ignore"):  # an infinite exponent is a pulse without end
            speed = np.minimum(self.alpha_per_mM_ms * c + self.beta_per_ms, _LARGEST)
            exponent = -bound_ms * speed
            tail = np.exp(-self.beta_per_ms * free_ms)
        # expm1 keeps the first moments of the rise exact.
        rise = start * np.exp(exponent) - self._plateau(c) * np.expm1(exponent)
        return plain(rise * tail)

    def _plateau(self, c: FloatArray) -> FloatArray:
        # In this form no transmitter gives 0 and an overflow gives 1.
        with np.errstate(divide="ignore", over="ignore"):
            return 1 / (1 + self.beta_per_ms / (self.alpha_per_mM_ms * c))


def _card(name: str) -> Card:
    return card(f"{choice('name', name, get_args(ReceptorName))}_receptor")
