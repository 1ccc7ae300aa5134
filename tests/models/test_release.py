"""Release: calcium and quanta."""

from fractions import Fraction
from math import comb, exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.release import (
    parabola_variance_mV2,
    quanta_from_failures,
    quantal_moments,
    quantal_pmf,
    relative_release,
)
from tests.strategies import fractions, non_negative, positive

sites = st.integers(1, 500)
quantal_sizes_mV = st.floats(-5, 5)


@given(non_negative(1e-3, 1e3), positive(1e-3, 1e3), st.floats(1, 5))
def test_release_is_a_power_of_calcium(ca: float, reference: float, power: float) -> None:
    once = relative_release(ca, reference, power)
    np.testing.assert_allclose(relative_release(2 * ca, reference, power), 2**power * once)


def test_twice_the_calcium_releases_sixteenfold() -> None:
    assert relative_release([0, 1, 2, 4], 2).tolist() == [0, 1 / 16, 1, 16]


@given(sites, fractions(), quantal_sizes_mV)
def test_variance_lies_on_the_parabola(n: float, p: float, q: float) -> None:
    mean, variance, _ = quantal_moments(n, p, q)
    np.testing.assert_allclose(variance, q * mean - mean**2 / n, rtol=1e-9, atol=1e-12 * n * q * q)


@given(sites, fractions(), quantal_sizes_mV)
def test_parabola_function_agrees_with_the_moments(n: float, p: float, q: float) -> None:
    mean, variance, _ = quantal_moments(n, p, q)
    scale = n * q * q
    np.testing.assert_allclose(parabola_variance_mV2(mean, n, q), variance, atol=1e-12 * scale)


@given(sites, fractions(), quantal_sizes_mV)
def test_moments_are_those_of_the_distribution(n: float, p: float, q: float) -> None:
    mean, variance, p_fail = quantal_moments(n, p, q)
    pmf, response = quantal_pmf(n, p), q * np.arange(n + 1)
    np.testing.assert_allclose(pmf.sum(), 1, rtol=1e-10)
    np.testing.assert_allclose(pmf @ response, mean, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(pmf @ (response - mean) ** 2, variance, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(pmf[0], p_fail, rtol=1e-9, atol=1e-300)


@given(st.integers(1, 60), st.integers(0, 16))
def test_distribution_is_exact(n: float, sixteenths: int) -> None:
    p = Fraction(sixteenths, 16)
    exact = [float(comb(n, k) * p**k * (1 - p) ** (n - k)) for k in range(n + 1)]
    np.testing.assert_allclose(quantal_pmf(n, float(p)), exact, rtol=1e-11)


@given(st.floats(0.01, 20))
def test_many_sites_of_rare_release_follow_poisson(m: float) -> None:
    n = 10**9
    mean, variance, p_fail = quantal_moments(n, m / n, 1.0)
    np.testing.assert_allclose([mean, variance, p_fail], [m, m, exp(-m)], rtol=1e-6)
    np.testing.assert_allclose(quanta_from_failures(1, p_fail), m, rtol=1e-6)


def test_certain_and_impossible_release() -> None:
    assert quantal_moments(10, 0, 0.4) == (0, 0, 1)
    assert quantal_moments(10, 1, 0.4) == (4, 0, 0)


def test_distribution_of_several_probabilities() -> None:
    pmf = quantal_pmf(4, [[0.1], [0.5]])
    assert pmf.shape == (2, 1, 5)
    np.testing.assert_allclose(pmf[1, 0], np.array([1, 4, 6, 4, 1]) / 16)


@pytest.mark.parametrize(("n", "p", "name"), [(2.5, 0.5, "n"), (0, 0.5, "n"), (3, 1.5, "p")])
def test_distribution_refuses_by_name(n: float, p: float, name: str) -> None:
    with pytest.raises(ValueError, match=rf"^{name} must be"):
        quantal_pmf(n, p)


def test_distribution_takes_one_number_of_sites() -> None:
    with pytest.raises(ValueError, match="n must be one number, not an array of shape"):
        quantal_pmf([3, 4], 0.5)


@given(positive(1, 1e6))
def test_failures_alone_mean_no_quanta(trials: float) -> None:
    assert quanta_from_failures(trials, trials) == 0


def test_mean_beyond_all_sites_is_refused() -> None:
    with pytest.raises(ValueError, match="mean_mV must lie between 0 and n \\* q_mV mV, not 5"):
        parabola_variance_mV2([1, 5], n=10, q_mV=0.4)


def test_the_parabola_does_not_overflow_at_its_ends() -> None:
    assert parabola_variance_mV2(1e300, n=1, q_mV=1e300) == 0
