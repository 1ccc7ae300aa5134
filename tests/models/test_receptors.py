"""Two-state receptors."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.integrate import quad, solve_ivp

from course.models.receptors import TwoStateReceptor
from tests.strategies import examples, fractions, non_negative, positive, receptors


@examples(30)
@given(
    st.builds(TwoStateReceptor, positive(0.05, 20), positive(0.05, 20)),
    positive(0.05, 5),
    positive(0.05, 5),
    fractions(),
)
def test_closed_form_agrees_with_the_differential_equation(
    receptor: TwoStateReceptor, pulse: float, c: float, r0: float
) -> None:
    alpha, beta = receptor.alpha_per_mM_ms, receptor.beta_per_ms
    during, after = np.linspace(0, pulse, 11), np.linspace(pulse, 2 * pulse, 11)

    def bound(_: float, r: float) -> float:
        return alpha * c * (1 - r) - beta * r

    def solve(
        slope: Callable[[float, float], float], times: NDArray[np.float64], start: float
    ) -> NDArray[np.float64]:
        span = times[0], times[-1]
        tight = {"method": "LSODA", "rtol": 1e-9, "atol": 1e-13}
        return solve_ivp(slope, span, [start], t_eval=times, **tight).y[0]

    on = solve(bound, during, r0)
    off = solve(lambda _, r: -beta * r, after, on[-1])
    for times, solved in ((during, on), (after, off)):
        np.testing.assert_allclose(
            receptor.open_fraction(times, pulse, c, r0), solved, rtol=1e-6, atol=1e-9
        )


@given(
    receptors(), non_negative(1e-3, 1e3), non_negative(1e-3, 1e3), positive(1e-3, 1e3), fractions()
)
def test_two_abutting_pulses_are_one_long_pulse(
    receptor: TwoStateReceptor, first: float, second: float, c: float, r0: float
) -> None:
    whole = receptor.open_fraction(first + second, first + second, c, r0)
    half_way = receptor.open_fraction(first, first, c, r0)
    np.testing.assert_allclose(
        receptor.open_fraction(second, second, c, half_way), whole, rtol=1e-9, atol=1e-12
    )


@given(receptors(), positive(1e-3, 1e3), non_negative(1e-3, 1e3), fractions(), st.floats(0, 1e4))
def test_fraction_stays_below_the_plateau(
    receptor: TwoStateReceptor, pulse: float, c: float, share: float, t: float
) -> None:
    plateau = receptor.plateau(c)
    fraction = receptor.open_fraction(t, pulse, c, share * plateau)
    assert 0 <= fraction <= plateau * (1 + 1e-12)


@given(receptors(), positive(1e-2, 1e2), positive(1e-2, 1e2))
def test_charge_after_the_pulse_is_the_last_fraction_over_beta(
    receptor: TwoStateReceptor, pulse: float, c: float
) -> None:
    end = pulse + 60 * receptor.decay_time_ms
    charge, _ = quad(
        lambda t: receptor.open_fraction(t, pulse, c), pulse, end, epsrel=1e-11, limit=200
    )
    last = receptor.open_fraction(pulse, pulse, c)
    np.testing.assert_allclose(charge, last * receptor.decay_time_ms, rtol=1e-8)


@given(receptors(), st.floats(-1e3, 0), non_negative(), non_negative(), fractions())
def test_before_the_pulse_nothing_happens(
    receptor: TwoStateReceptor, t: float, pulse: float, c: float, r0: float
) -> None:
    assert receptor.open_fraction(t, pulse, c, r0) == r0


@given(receptors(), st.floats(0, 1e3), positive(), fractions())
def test_no_pulse_and_no_transmitter_are_the_same_decay(
    receptor: TwoStateReceptor, t: float, pulse: float, r0: float
) -> None:
    decay = r0 * np.exp(-receptor.beta_per_ms * t)
    np.testing.assert_allclose(receptor.open_fraction(t, 0, 1.0, r0), decay, rtol=1e-9)
    np.testing.assert_allclose(receptor.open_fraction(t, pulse, 0.0, r0), decay, rtol=1e-9)


@given(receptors(), positive())
def test_long_transmitter_reaches_the_plateau(receptor: TwoStateReceptor, c: float) -> None:
    forever = 100 * receptor.rise_time_ms(c)
    np.testing.assert_allclose(
        receptor.open_fraction(forever, forever, c), receptor.plateau(c), rtol=1e-12
    )


def test_first_moments_of_the_rise_are_exact() -> None:
    receptor = TwoStateReceptor(1.0, 1.0)
    np.testing.assert_allclose(receptor.open_fraction(1e-12, 1, 1), 1e-12, rtol=1e-9)


def test_extreme_rates_and_times_stay_finite() -> None:
    receptor = TwoStateReceptor(1e300, 1e-300)
    with np.errstate(invalid="raise", divide="raise"):
        np.testing.assert_allclose(
            receptor.open_fraction([0, 1, 1e300], 10, 1e10), [0, 1, np.exp(-1)]
        )


def test_parameters_become_floats_and_are_checked() -> None:
    assert TwoStateReceptor(1, np.float64(2)) == TwoStateReceptor(1.0, 2.0)
    with pytest.raises(ValueError, match=r"^beta_per_ms must be a finite number above 0 per ms"):
        TwoStateReceptor(1, 0)
    with pytest.raises(ValueError, match=r"^alpha_per_mM_ms must be one number"):
        TwoStateReceptor([1, 2], 1)


@pytest.mark.parametrize("name", ["glycine", "", 5, None, "ampa_receptor"])
def test_unknown_receptors_are_refused_with_the_names_there_are(name: object) -> None:
    for read in (TwoStateReceptor.suggested, TwoStateReceptor.ranges):
        with pytest.raises(ValueError, match=rf"^name must be .* ampa, nmda, gaba_a, not {name!r}"):
            read(name)  # type: ignore[arg-type]  # illegal on purpose


def test_receptors_are_known_in_any_case() -> None:
    for name in ("AMPA", "NMDA", "GABA_A"):
        assert TwoStateReceptor.suggested(name) == TwoStateReceptor.suggested(name.lower())  # type: ignore[arg-type]  # another case
