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

from course.models._domain import NON_NEGATIVE, FloatArray, number
from course.models._eigen_route import EigenRoute
from course.models._residence import reachable, residence_times
from course.models._stepping_route import SteppingRoute

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

# A time is taken as a dose's own when it differs by no more than rounding.
_ROUNDING = 1e-12
# Infusions shorter than this are doses all at once: a rate times it could be lost as 0.
_SHORTEST = 1e-200


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
        k.flags.writeable = out.flags.writeable = False
        object.__setattr__(self, "transfer", k)
        object.__setattr__(self, "loss", out)

    @cached_property
    def matrix(self) -> FloatArray:
        """:math:`A`, whose columns sum to minus the loss."""
        return self.transfer - np.diag(self.loss + self.transfer.sum(axis=0))

    @cached_property
    def residence_times(self) -> FloatArray:
        r"""Mean total time in state *i* of what starts in state *j*, :math:`-A^{-1}`.

        Infinite where it never leaves. Times a dose it is the area under the amount's curve;
        times a constant input, the amount at steady state.
        """
        return residence_times(self.transfer, self.loss)

    @cached_property
    def reaches(self) -> NDArray[np.bool_]:
        """Whether state *i* can be reached from *j*; each reaches itself."""
        return reachable(self.transfer)

    @cached_property
    def rates(self) -> FloatArray:
        """Rates at which the modes decay, the fastest first (1/time); real parts if complex."""
        fast = np.sort(np.maximum(-np.linalg.eigvals(self.matrix).real, 0))[::-1]
        if not np.isfinite(self.residence_times).all():
            return fast
        # Rounding is as large as the fastest mode's; the inverse gives the slow ones better.
        slow = np.sort((1 / np.linalg.eigvals(self.residence_times)).real.clip(0))[::-1]
        rates: FloatArray = np.where(fast > np.sqrt(fast[0]) * np.sqrt(slow[-1]), fast, slow)
        return rates

    @cached_property
    def _route(self) -> EigenRoute | SteppingRoute:
        return EigenRoute.of(self.matrix) or SteppingRoute(self.transfer, self.loss)

    def after_dose(
        self,
        dose: ArrayLike,
        t: ArrayLike,
        *,
        over: float = 0,
        every: float = 0,
        count: int = 1,
    ) -> FloatArray:
        """Return the states after one dose, or after a course of equal ones.

        Parameters
        ----------
        dose
            Array (n,): amount that each dose brings into each state, at least 0.
        t
            Array (m,): times since the first dose began. Before it every state is 0; a dose
            given at ``t`` counts.
        over
            Length of each dose's constant infusion; 0 is all at once.
        every
            Time from one dose to the next, above 0 if there are several.
        count
            Number of doses.

        Returns
        -------
        array (m, n)
            Amount in each state at each time.

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
        given = np.asarray(dose, dtype=np.float64)
        since = np.asarray(t, dtype=np.float64)
        if _at_once(given, over):
            return self._after_instants(given, since, every, count)
        rate = given / over
        if count == 1:
            filling, ago = np.clip(since, 0, over), np.maximum(since - over, 0)
            return self._route.fill_and_decay(rate, filling, ago)
        filled: FloatArray = self._route.fill(rate, np.array([over]))[0]
        states = self._after_instants(filled, since - over, every, count)
        started, ended = _doses(since, every, count), _doses(since - over, every, count)
        running = (started - ended).astype(np.intp)
        if running.any():
            ago = np.maximum(since - (started - 1) * every, 0)  # when the latest of them began
            # What as many have brought by that moment does not depend on which they are.
            earlier = self._route.fill(rate, every * np.arange(running.max())).cumsum(axis=0)
            at = np.flatnonzero(running)
            states[at] += self._route.decay(earlier[running[at] - 1], ago[at])
            states[at] += running[at, None] * self._route.fill(rate, ago[at])
        return states

    def under_input(self, rate: ArrayLike, t: ArrayLike) -> FloatArray:
        """Return the states after a constant input that began with the system empty.

        Parameters
        ----------
        rate
            Array (n,): input into each state (amount/time), at least 0.
        t
            Array (m,): times since the input began, at least 0.

        Returns
        -------
        array (m, n)
            Amount in each state at each time.

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
        return self._route.fill(np.asarray(rate, np.float64), np.asarray(t, np.float64))

    def under_steady_input(self, rate: ArrayLike) -> FloatArray:
        """Return the states that a constant input has brought about in the end.

        Parameters
        ----------
        rate
            Array (n,): input into each state (amount/time), at least 0.

        Returns
        -------
        array (n,)
            Amount in each state; infinite where nothing ever leaves.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0.0]], [0.1]).under_steady_input([1])
        array([10.])
        """
        given = np.asarray(rate, np.float64)
        with np.errstate(invalid="ignore"):  # for ever times no input is nothing
            amounts: FloatArray = np.where(given > 0, self.residence_times * given, 0).sum(axis=1)
        return amounts

    def at_steady_state(
        self, dose: ArrayLike, t: ArrayLike, *, every: float, over: float = 0
    ) -> FloatArray:
        """Return the states a time ``t`` after a dose, when the course has lasted for ever.

        Parameters
        ----------
        dose, every, over
            As in :meth:`after_dose`.
        t
            Array (m,): times since the latest dose began, from 0 to ``every``.

        Returns
        -------
        array (m, n)
            Amount in each state at each time; infinite where nothing ever leaves.

        Notes
        -----
        Source: algebra; it holds no measured number.

        Examples
        --------
        >>> LinearKinetics([[0.0]], [0.1]).at_steady_state([10], [0, 24], every=24).round(3)
        array([[10.998],
               [ 0.998]])
        """
        given = np.asarray(dose, dtype=np.float64)
        since = np.asarray(t, dtype=np.float64)
        if _at_once(given, over):
            return self._decayed_pile(given, since, every)
        # Of infusions longer than the interval so many run without a break; a rest comes and goes.
        unbroken, rest = divmod(over, every)
        steady = self.under_steady_input(given / over * unbroken)
        if not rest:
            return np.broadcast_to(steady, (len(since), len(steady))).copy()
        filled: FloatArray = self._route.fill(given / over, np.array([rest]))[0]
        late = since >= rest
        # During the infusion the previous one's remains are a whole interval old.
        ago = np.where(late, since - rest, since + every - rest)
        states = steady + self._decayed_pile(filled, ago, every)
        states[~late] += self._route.fill(given / over, since[~late])
        return states

    def _decayed_pile(self, start: FloatArray, since: FloatArray, every: float) -> FloatArray:
        piled = self._route.endless_pile(start, every)
        endless = np.isinf(piled)
        states = self._route.decay(np.where(endless, 0, piled), since)
        states[:, endless] = np.inf
        return states

    def _after_instants(
        self, start: FloatArray, since: FloatArray, every: float, count: int
    ) -> FloatArray:
        if count == 1:
            states = self._route.decay(start, np.maximum(since, 0))
            states[since < 0] = 0
            return states
        given = _doses(since, every, count)
        piled = self._route.pile(start, every, given)
        return self._route.decay(piled, np.maximum(since - (given - 1) * every, 0))


def _at_once(given: FloatArray, over: float) -> bool:
    """Tell whether an infusion is too short, for its dose, for its rate to be a number."""
    with np.errstate(over="ignore"):
        return over < _SHORTEST or not np.isfinite(given / over).all()


def _doses(since: FloatArray, every: float, count: int) -> FloatArray:
    """Count the doses that have been given by each time since the first."""
    intervals = since / every
    intervals += _ROUNDING * np.abs(intervals)
    given: FloatArray = np.clip(np.floor(intervals) + 1, 0, count)
    return given
