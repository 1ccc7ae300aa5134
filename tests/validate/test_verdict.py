"""What comes of a target."""

from dataclasses import replace

import pytest

from course.reference import Published, Status, Target
from course.validate.verdict import Verdict, judge

HALF_TIME_S = 0.0646574  # of 0.24 µM with the constants of the card
TARGET = Target(
    id="T",
    model="M1.9",
    quantity="half-time",
    unit="s",
    compute={"call": "uptake.half_time_s", "c0_uM": [0.24]},
    computed=(HALF_TIME_S,),
    rtol=1e-3,
    atol=0.0,
    published=(),
    known_miss="",
    status=Status.COMPUTED,
    source="",
    note="",
)
INSIDE, OUTSIDE = (Published(0.06, 0.07),), (Published(0.1, 0.2),)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, Verdict.AGREES),
        ({"computed": (1.0009 * HALF_TIME_S,)}, Verdict.AGREES),
        ({"computed": (1.0011 * HALF_TIME_S,)}, Verdict.FAILS),
        ({"rtol": 0.0, "atol": 0.01, "computed": (0.07,)}, Verdict.AGREES),
        ({"rtol": 0.0, "atol": 0.005, "computed": (0.07,)}, Verdict.FAILS),
        ({"computed": (HALF_TIME_S, HALF_TIME_S)}, Verdict.FAILS),
        ({"published": INSIDE}, Verdict.AGREES),
        ({"published": INSIDE, "computed": ()}, Verdict.AGREES),
        ({"published": OUTSIDE}, Verdict.FAILS),
        ({"published": OUTSIDE, "known_miss": "why"}, Verdict.KNOWN_MISS),
        ({"published": INSIDE, "known_miss": "why"}, Verdict.FAILS),
        ({"published": OUTSIDE, "known_miss": "why", "computed": (1.0,)}, Verdict.FAILS),
        ({"published": INSIDE * 2}, Verdict.FAILS),
        ({"compute": None, "computed": (), "published": INSIDE}, Verdict.QUOTED),
    ],
)
def test_verdict(changes: dict[str, object], verdict: Verdict) -> None:
    outcome = judge(replace(TARGET, **changes))
    assert outcome.verdict is verdict
    assert bool(outcome.reason) == (verdict in {Verdict.FAILS, Verdict.KNOWN_MISS})


def test_one_published_band_counts_for_all_figures() -> None:
    two = {"call": "uptake.half_time_s", "c0_uM": [0.24, 100]}
    target = replace(TARGET, compute=two, computed=(), published=INSIDE)
    outcome = judge(target)
    assert outcome.verdict is Verdict.FAILS
    assert "outside 0.06 to 0.07" in outcome.reason


def test_a_figure_that_is_no_number_fails() -> None:
    target = replace(TARGET, compute={"call": "uptake.np.nan"})
    assert judge(target).verdict is Verdict.FAILS


@pytest.mark.parametrize(
    "compute",
    [
        {"call": "uptake.half_time_s"},
        {"call": "uptake.half_time_s", "c0_uM": -1},
        {"card": "dopamine_uptake", "value": "colour"},
    ],
)
def test_a_recipe_that_cannot_be_followed_names_its_target(compute: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^target T cannot be computed: "):
        judge(replace(TARGET, compute=compute))
