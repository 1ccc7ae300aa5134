"""The Hodgkin-Huxley axon (M1.2): how a neuron fires, and when it does not."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    number,
    plain,
    scalar,
)
from course.models._gating import Gates, Rate, RateForm, rate_per_ms
from course.models._objects import instance
from course.models._ranges import Ranges, ranges_of
from course.models._spikes import SpikeShape, spike_shape, spike_times_ms
from course.models._stimulus import Current, Pulse, Stretch, stretches
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

__all__ = [
    "Current",
    "Gates",
    "HodgkinHuxley",
    "Pulse",
    "Rate",
    "Recording",
    "SpikeShape",
    "spike_shape",
    "spike_times_ms",
]

_CARD = card("hodgkin_huxley")
_SAMPLE_MS = _CARD["sample_ms"].value

# Settings of the solver: an order of magnitude beyond what any target asks for.
_RTOL = 1e-9
_ATOL = 1e-10


class Recording(NamedTuple):
    """A run: times (ms), potential (mV) and the three gates, arrays of one length.

    Notes
    -----
    Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

    Examples
    --------
    >>> recording = HodgkinHuxley.suggested().run(10.0, 5.0)
    >>> recording.v_mV.shape
    (201,)
    """

    t_ms: FloatArray
    v_mV: FloatArray
    m: FloatArray
    h: FloatArray
    n: FloatArray


@dataclass(frozen=True, slots=True)
class HodgkinHuxley:
    r"""A patch of axon with sodium, potassium and leak conductances.

    .. math::

        C \dot V &= I - \bar g_{Na} m^3 h (V - E_{Na}) - \bar g_K n^4 (V - E_K)
                    - g_L (V - E_L) \\
        \dot x &= \alpha_x(V) (1 - x) - \beta_x(V) x, \qquad x = m, h, n

    Parameters
    ----------
    c_uF_cm2
        Capacitance (µF/cm²), above 0.
    g_na_mS_cm2, g_k_mS_cm2, g_leak_mS_cm2
        Conductances (mS/cm²), at least 0.
    e_na_mV, e_k_mV, e_leak_mV
        Reversal potentials (mV).
    alpha_m, beta_m, alpha_h, beta_h, alpha_n, beta_n
        Rates at which the gates open and close.
    v_start_mV
        Potential at which a run starts (mV), with the gates at their steady state there.

    Raises
    ------
    ValueError
        If a parameter is outside its range.

    Notes
    -----
    Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``. To block sodium channels, scale their
    conductance: ``dataclasses.replace(axon, g_na_mS_cm2=0.5 * axon.g_na_mS_cm2)``.

    Examples
    --------
    >>> axon = HodgkinHuxley.suggested()
    >>> [axon.spike_count(current, duration_ms=200) for current in (2.0, 6.2, 10.0)]
    [0, 3, 14]
    """

    c_uF_cm2: float
    g_na_mS_cm2: float
    g_k_mS_cm2: float
    g_leak_mS_cm2: float
    e_na_mV: float
    e_k_mV: float
    e_leak_mV: float
    alpha_m: Rate
    beta_m: Rate
    alpha_h: Rate
    beta_h: Rate
    alpha_n: Rate
    beta_n: Rate
    v_start_mV: float

    def __post_init__(self) -> None:
        scalar("c_uF_cm2", self.c_uF_cm2, "µF/cm²", POSITIVE)
        for name in ("g_na_mS_cm2", "g_k_mS_cm2", "g_leak_mS_cm2"):
            scalar(name, getattr(self, name), "mS/cm²", NON_NEGATIVE)
        for name in ("e_na_mV", "e_k_mV", "e_leak_mV", "v_start_mV"):
            scalar(name, getattr(self, name), "mV", REAL)
        for gate in ("m", "h", "n"):
            for name in (f"alpha_{gate}", f"beta_{gate}"):
                instance(name, getattr(self, name), Rate)

    @classmethod
    def suggested(cls) -> HodgkinHuxley:
        """Return the squid giant axon of the card ``hodgkin_huxley``, units as in the class.

        Returns
        -------
        HodgkinHuxley

        Notes
        -----
        Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

        Examples
        --------
        >>> HodgkinHuxley.suggested().c_uF_cm2
        1.0
        """
        numbers = {
            field.name: _CARD[field.name].value for field in fields(cls) if field.name in _CARD
        }
        return cls(
            **numbers,
            alpha_m=_rate("linear", "alpha_m"),
            beta_m=_rate("exponential", "beta_m"),
            alpha_h=_rate("exponential", "alpha_h"),
            beta_h=_rate("sigmoid", "beta_h"),
            alpha_n=_rate("linear", "alpha_n"),
            beta_n=_rate("exponential", "beta_n"),
        )

    @classmethod
    def ranges(cls) -> Ranges:
        """Return in which range each parameter means something, lowest and highest.

        Each is in the unit of its parameter, which stands in its name or in the card.

        Returns
        -------
        dict
            Lowest and highest value of each, by name.

        Notes
        -----
        Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

        Examples
        --------
        >>> HodgkinHuxley.ranges()["g_na_mS_cm2"]
        (36.0, 180.0)
        """
        return ranges_of(cls, _CARD)

    def gates(self, v_mV: ArrayLike) -> Gates:
        r"""Return where the gates settle at a potential, and how fast.

        .. math:: x_\infty = \frac{\alpha_x}{\alpha_x + \beta_x}, \qquad
                  \tau_x = \frac{1}{\alpha_x + \beta_x}

        Parameters
        ----------
        v_mV
            Membrane potential (mV).

        Returns
        -------
        Gates
            ``(m, h, n, tau_m_ms, tau_h_ms, tau_n_ms)``, each in the shape of ``v_mV``.

        Raises
        ------
        ValueError
            If the potential is not finite.

        Notes
        -----
        Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

        Examples
        --------
        >>> [round(x, 4) for x in HodgkinHuxley.suggested().gates(-65)[:3]]
        [0.0529, 0.5961, 0.3177]
        """
        v = number("v_mV", v_mV, "mV", REAL)
        pairs = self._rates(v)
        # A rate far outside the physiological range may be 0 or infinite; its gate is not.
        with np.errstate(divide="ignore", over="ignore"):
            steady = [plain(1 / (1 + beta / alpha)) for alpha, beta in pairs]
            taus = [plain(1 / (alpha + beta)) for alpha, beta in pairs]
        return Gates(*steady, *taus)

    def run(
        self, current_uA_cm2: Current, duration_ms: float, dt_ms: float = _SAMPLE_MS
    ) -> Recording:
        r"""Integrate the model from its start.

        .. math:: C \dot V = I(t) - I_{Na} - I_K - I_L, \qquad
            \dot x = \alpha_x (1 - x) - \beta_x x

        Parameters
        ----------
        current_uA_cm2
            Injected current (µA/cm²): a number for a current from time 0 to the end, a
            :class:`Pulse`, or a function of time (ms). A function is never stepped over by
            more than ``dt_ms``; where it jumps, a Pulse is exact and faster.
        duration_ms
            Length of the run (ms), above 0.
        dt_ms
            Interval between samples (ms), above 0, at most the duration. The solver chooses
            its own steps.

        Returns
        -------
        Recording
            ``(t_ms, v_mV, m, h, n)`` at 0, ``dt_ms``, 2 ``dt_ms``, ...

        Raises
        ------
        ValueError
            If an argument is outside its range or the current is not finite.

        Notes
        -----
        Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

        Examples
        --------
        >>> run = HodgkinHuxley.suggested().run(Pulse(30, 0, 1), duration_ms=10)
        >>> round(float(run.v_mV.max()), 1)
        41.0
        """
        duration = scalar("duration_ms", duration_ms, "ms", POSITIVE)
        dt = scalar("dt_ms", dt_ms, "ms", POSITIVE)
        if dt > duration:
            raise ValueError(f"dt_ms must be at most duration_ms, {duration:g} ms, not {dt:g}.")
        count = math.floor(duration / dt * (1 + _RTOL)) + 1
        samples = dt * np.arange(count, dtype=np.float64)
        gates = self.gates(self.v_start_mV)
        state = np.array([self.v_start_mV, gates.m, gates.h, gates.n])
        pieces = []
        for stretch in stretches(current_uA_cm2, float(samples[-1]), dt):
            inside = samples[(samples >= stretch.begin_ms) & (samples < stretch.end_ms)]
            piece = self._integrate(state, stretch, np.append(inside, stretch.end_ms))
            pieces.append(piece[:, :-1])
            state = piece[:, -1]
        v, m, h, n = np.column_stack([*pieces, state])
        return Recording(samples, v, m, h, n)

    def spike_count(
        self, current_uA_cm2: Current, duration_ms: float, dt_ms: float = _SAMPLE_MS
    ) -> int:
        """Return how many spikes a run holds; arguments as in :meth:`run`.

        Parameters
        ----------
        current_uA_cm2, duration_ms, dt_ms
            As in :meth:`run`, in µA/cm² and ms.

        Returns
        -------
        int
            Number of spikes, as :func:`spike_times_ms` finds them.

        Raises
        ------
        ValueError
            As of :meth:`run`.

        Notes
        -----
        Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

        Examples
        --------
        >>> HodgkinHuxley.suggested().spike_count(10.0, 50.0)
        4
        """
        run = self.run(current_uA_cm2, duration_ms, dt_ms)
        return len(spike_times_ms(run.t_ms, run.v_mV))

    def _integrate(self, start: FloatArray, stretch: Stretch, times: FloatArray) -> FloatArray:
        """Return the states at ``times``, of which the last ends the stretch."""
        # Imported here, for it is slow to import and nothing else needs it.
        from scipy.integrate import solve_ivp

        def slope(t: float, state: FloatArray) -> list[float]:
            v, m, h, n = state.tolist()
            flow = stretch.current_uA_cm2(t) - self._ionic_uA_cm2(v, m, h, n)
            return [
                flow / self.c_uF_cm2,
                *(
                    alpha * (1 - x) - beta * x
                    for x, (alpha, beta) in zip((m, h, n), self._rates(v), strict=True)
                ),
            ]

        solution = solve_ivp(
            slope,
            (stretch.begin_ms, stretch.end_ms),
            start,
            method="LSODA",
            t_eval=times,
            rtol=_RTOL,
            atol=_ATOL,
            max_step=stretch.max_step_ms,
        )
        states: FloatArray = solution.y
        return states

    def _ionic_uA_cm2(self, v: float, m: float, h: float, n: float) -> float:
        """Return the current that flows out through the channels."""
        sodium = self.g_na_mS_cm2 * m**3 * h * (v - self.e_na_mV)
        potassium = self.g_k_mS_cm2 * n**4 * (v - self.e_k_mV)
        return sodium + potassium + self.g_leak_mS_cm2 * (v - self.e_leak_mV)

    def _rates(self, v: FloatOrArray) -> list[tuple[FloatOrArray, FloatOrArray]]:
        """Return (opening, closing) of m, h and n."""
        with np.errstate(over="ignore"):
            return [
                (rate_per_ms(self.alpha_m, v), rate_per_ms(self.beta_m, v)),
                (rate_per_ms(self.alpha_h, v), rate_per_ms(self.beta_h, v)),
                (rate_per_ms(self.alpha_n, v), rate_per_ms(self.beta_n, v)),
            ]


def _rate(form: RateForm, name: str) -> Rate:
    keys = (f"{name}_per_ms", f"{name}_at_mV", f"{name}_width_mV")
    return Rate(form, *(_CARD[key].value for key in keys))
