"""What hypothesis draws from, in one place: legal arguments over many orders of magnitude."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from course.models.receptors import TwoStateReceptor

_USUAL = settings.get_profile("cleft").max_examples


def examples(count: int) -> settings:
    """Draw another number of examples than usual; the long form draws as many times more.

    >>> @examples(20)
    ... def test_that_takes_long(): ...
    """
    return settings(max_examples=count * settings().max_examples // _USUAL)


def positive(low: float = 1e-6, high: float = 1e6) -> st.SearchStrategy[float]:
    """Draw positive numbers that are even on a logarithmic scale and include the ends."""
    return st.floats(0, 1).map(lambda share: min(high, max(low, low * (high / low) ** share)))


def non_negative(low: float = 1e-6, high: float = 1e6) -> st.SearchStrategy[float]:
    """Draw zero, or a positive number."""
    return st.just(0.0) | positive(low, high)


def voltages_mV() -> st.SearchStrategy[float]:
    """Draw membrane potentials, far beyond what a cell survives."""
    return st.floats(-500, 500)


def fractions() -> st.SearchStrategy[float]:
    """Draw from 0 to 1, the ends included."""
    return st.floats(0, 1, allow_subnormal=False)


def fractions_below_1() -> st.SearchStrategy[float]:
    """Draw occupancies of at least 0 that leave something free."""
    return st.floats(0, 0.999, allow_subnormal=False)


def fractions_above_0() -> st.SearchStrategy[float]:
    """Draw fractions of which something is left."""
    return st.floats(0.001, 1)


def temperatures_K() -> st.SearchStrategy[float]:
    """Draw from frozen to boiling."""
    return st.floats(200, 400)


def valences() -> st.SearchStrategy[int]:
    """Draw charges of ions, either sign."""
    return st.sampled_from([-3, -2, -1, 1, 2, 3])


def receptors() -> st.SearchStrategy[TwoStateReceptor]:
    """Draw two-state receptors from very slow to very fast."""
    return st.builds(TwoStateReceptor, positive(1e-3, 1e2), positive(1e-3, 1e2))
