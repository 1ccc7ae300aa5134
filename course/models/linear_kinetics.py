r"""Exact solution of any linear compartmental system.

.. math:: \frac{dx}{dt} = A x + r, \qquad A_{ij} = k_{ij}\ (i \ne j), \qquad
    A_{jj} = -\ell_j - \sum_{i \ne j} k_{ij}

with :math:`k_{ij} \ge 0` the rate from state *j* to *i* and :math:`\ell_j \ge 0` the loss from
*j*. Modes that are well apart are solved by eigen-decomposition; equal rates (where eigenvectors
are missing) and rates many powers of ten apart by steps of doubling length. Nothing is integrated
numerically, and repeated doses are summed as a series, however many there are.

Rates and times may be in any unit of time, the same for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    COUNT,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    Interval,
    number,
    read_only,
    scalar,
)
from course.models._linear_system import LinearSystem

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, eq=False)
class LinearKinetics:
    """States that pass into each other, and out, at constant rates.

    Parameters
    ----------
    transfer
        Array (n, n): rate from state *j* (column) to state *i* (row), at least 0, the diagonal
        0 (1/time).
    loss
        Array (n,): rate from each state out of the system, at least 0 (1/time).

    Raises
    ------
    ValueError
        If a rate is outside its range or the shapes do not fit.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    A drug absorbed and eliminated at the same rate, for which there are no two eigenvectors:

    >>> gut_and_plasma = LinearKinetics([[0, 0], [1, 0]], [0, 1])
    >>> gut_and_plasma.after_dose([1, 0], [0, 1, 2]).round(4)
    array([[1.    , 0.    ],
           [0.3679, 0.3679],
           [0.1353, 0.2707]])
    """

    transfer: FloatArray
    loss: FloatArray

    def __init__(self, transfer: ArrayLike, loss: ArrayLike) -> None:
        k = number("transfer", transfer, "per time", NON_NEGATIVE)
        out = number("loss", loss, "per time", NON_NEGATIVE)
        if out.ndim != 1 or out.size == 0 or k.shape != (out.size, out.size):
            raise ValueError(
                f"transfer must be of shape (n, n) and loss of shape (n,), n at least 1, not "
                f"{k.shape} and {out.shape}."
            )
        if np.diag(k).any():
            raise ValueError("transfer must have a diagonal of 0: a state has no rate to itself.")
        object.__setattr__(self, "transfer", read_only(k))
        object.__setattr__(self, "loss", read_only(out))

    @cached_property
    def _system(self) -> LinearSystem:
        return LinearSystem(self.transfer, self.loss)

    @property
    def matrix(self) -> FloatArray:
        """:math:`A` (1/time), whose columns sum to minus the loss.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0, 0], [2, 0]], [0, 1]).matrix
        array([[-2.,  0.],
               [ 2., -1.]])
        """
        return self._system.matrix

    @property
    def residence_times(self) -> FloatArray:
        r"""Mean total time in state *i* of what starts in state *j*, :math:`-A^{-1}`.

        In the unit of time; infinite where it never leaves. Times a dose it is the area under the
        amount's curve; times a constant input, the amount at steady state.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0, 0], [2, 0]], [0, 1]).residence_times
        array([[0.5, 0. ],
               [1. , 1. ]])
        """
        return self._system.residence_times

    @property
    def reaches(self) -> NDArray[np.bool_]:
        r"""Whether state *i* can be reached from *j*; each reaches itself.

        It has no unit: true where :math:`(e^{A})_{ij} > 0`.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0, 0], [2, 0]], [0, 1]).reaches
        array([[ True, False],
               [ True,  True]])
        """
        return self._system.reaches

    @cached_property
    def rates(self) -> FloatArray:
        r"""Rates at which the modes decay, the fastest first (1/time); real parts if complex.

        They are :math:`-\mathrm{Re}\,\lambda` for the eigenvalues of :math:`A`; their unit is
        that of the rates that were given.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0, 0], [2, 0]], [0, 1]).rates
        array([2., 1.])
        """
        fast = np.sort(np.maximum(-np.linalg.eigvals(self.matrix).real, 0))[::-1]
        if not np.isfinite(self.residence_times).all():
            return read_only(fast)
        # Rounding is as large as the fastest mode's; the inverse gives the slow ones better.
        slow = np.sort((1 / np.linalg.eigvals(self.residence_times)).real.clip(0))[::-1]
        return read_only(np.where(fast > np.sqrt(fast[0]) * np.sqrt(slow[-1]), fast, slow))

    def after_dose(
        self,
        dose: ArrayLike,
        t: ArrayLike,
        *,
        over: float = 0,
        every: float = 0,
        count: int = 1,
    ) -> FloatArray:
        r"""Return the states after one dose, or after a course of equal ones.

        .. math:: x(t) = \sum_{k=0}^{N-1} e^{A (t - k \tau)} d \quad (t \ge k \tau), \qquad
            \text{of infusions } \int_0^{\min(t - k \tau, T)} e^{A (t - k \tau - s)}
            \frac{d}{T} \, ds

        Parameters
        ----------
        dose
            :math:`d`, array (n,): amount that each dose brings into each state, at least 0.
        t
            Times since the first dose began, of any shape. Before it every state is 0; a dose
            given at ``t`` counts.
        over
            :math:`T`, length of each dose's constant infusion, at least 0; 0 is all at once.
        every
            :math:`\tau`, time from one dose to the next, above 0 if there are several.
        count
            :math:`N`, number of doses, a whole number of at least 1.

        Returns
        -------
        array
            Amount in each state at each time, of shape (shape of ``t``, n).

        Raises
        ------
        ValueError
            If an argument is outside its range, or ``dose`` has not one value for each state.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0.0]], [0.1]).after_dose([10], [0, 1, 2]).round(2)
        array([[10.  ],
               [ 9.05],
               [ 8.19]])
        """
        doses = int(scalar("count", count, "", COUNT))
        interval = scalar("every", every, "", NON_NEGATIVE if doses == 1 else POSITIVE)
        length = scalar("over", over, "", NON_NEGATIVE)
        given, since = self._amounts("dose", dose), number("t", t, "", REAL)
        states = self._system.after_dose(
            given, since.ravel(), over=length, every=interval, count=doses
        )
        return states.reshape((*since.shape, self.loss.size))

    def under_input(self, rate: ArrayLike, t: ArrayLike) -> FloatArray:
        r"""Return the states after a constant input that began with the system empty.

        .. math:: x(t) = \int_0^t e^{A s} r \, ds

        Parameters
        ----------
        rate
            :math:`r`, array (n,): input into each state (amount/time), at least 0.
        t
            Times since the input began, at least 0, of any shape.

        Returns
        -------
        array
            Amount in each state at each time, of shape (shape of ``t``, n).

        Raises
        ------
        ValueError
            If an argument is outside its range, or ``rate`` has not one value for each state.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0.0]], [0.1]).under_input([1], [0, 10, 100]).round(2)
        array([[ 0.  ],
               [ 6.32],
               [10.  ]])
        """
        given, since = self._amounts("rate", rate), number("t", t, "", NON_NEGATIVE)
        return self._system.under_input(given, since.ravel()).reshape(
            (*since.shape, self.loss.size)
        )

    def under_steady_input(self, rate: ArrayLike) -> FloatArray:
        r"""Return the states that a constant input has brought about in the end.

        .. math:: x = -A^{-1} r

        Parameters
        ----------
        rate
            :math:`r`, array (n,): input into each state (amount/time), at least 0.

        Returns
        -------
        array (n,)
            Amount in each state; infinite where nothing ever leaves.

        Raises
        ------
        ValueError
            If ``rate`` is outside its range or has not one value for each state.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0.0]], [0.1]).under_steady_input([1])
        array([10.])
        """
        return self._system.under_steady_input(self._amounts("rate", rate))

    def at_steady_state(
        self, dose: ArrayLike, t: ArrayLike, *, every: float, over: float = 0
    ) -> FloatArray:
        r"""Return the states a time ``t`` after a dose, when the course has lasted for ever.

        .. math:: x(t) = e^{A t} (1 - e^{A \tau})^{-1} d

        and of infusions the corresponding sum of what each has brought and left.

        Parameters
        ----------
        dose
            :math:`d`, array (n,): amount that each dose brings into each state, at least 0.
        t
            Times since the latest dose began, from 0 to ``every``, of any shape.
        every
            :math:`\tau`, time from one dose to the next, above 0.
        over
            Length of each dose's constant infusion, at least 0; 0 is all at once.

        Returns
        -------
        array
            Amount in each state at each time, of shape (shape of ``t``, n); infinite where
            nothing ever leaves.

        Raises
        ------
        ValueError
            If an argument is outside its range, or ``dose`` has not one value for each state.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0.0]], [0.1]).at_steady_state([10], [0, 24], every=24).round(3)
        array([[10.998],
               [ 0.998]])
        """
        interval = scalar("every", every, "", POSITIVE)
        length = scalar("over", over, "", NON_NEGATIVE)
        given = self._amounts("dose", dose)
        since = number("t", t, "", Interval(low=0, high=interval))
        states = self._system.at_steady_state(given, since.ravel(), every=interval, over=length)
        return states.reshape((*since.shape, self.loss.size))

    def _amounts(self, name: str, value: ArrayLike) -> FloatArray:
        """Return one amount for each state."""
        amounts = number(name, value, "", NON_NEGATIVE)
        if amounts.shape != self.loss.shape:
            raise ValueError(
                f"{name} must have one value for each of the {self.loss.size} states, not the "
                f"shape {amounts.shape}."
            )
        return amounts
