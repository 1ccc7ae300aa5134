"""What comes of a target."""

from dataclasses import replace
from typing import Any

import pytest

from course.reference import Published, Status, Target
from course.validate.verdict import Verdict, judge

HALF_TIME_S = 0.0646574  # of 0.24 µM with the constants of the card
TARGET = Target(
    id="T",
    model="M1.9",
    quantity="half-time",
    units=("s",),
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
MISSED: dict[str, Any] = {"published": OUTSIDE, "known_miss": "why", "misses": frozenset({0})}
MADE: dict[str, Any] = {"by_construction": "it was chosen"}


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, Verdict.REPRODUCES),
        ({"computed": (1.0009 * HALF_TIME_S,)}, Verdict.REPRODUCES),
        ({"computed": (1.0011 * HALF_TIME_S,)}, Verdict.FAILS),
        ({"rtol": 0.0, "atol": 0.01, "computed": (0.07,)}, Verdict.REPRODUCES),
        ({"rtol": 0.0, "atol": 0.005, "computed": (0.07,)}, Verdict.FAILS),
        ({"units": ("s", "s"), "computed": (HALF_TIME_S, HALF_TIME_S)}, Verdict.FAILS),
        ({"published": INSIDE}, Verdict.AGREES),
        ({"published": INSIDE, "computed": ()}, Verdict.AGREES),
        ({"published": INSIDE, **MADE}, Verdict.BY_CONSTRUCTION),
        ({"published": OUTSIDE, **MADE}, Verdict.FAILS),
        ({"published": OUTSIDE}, Verdict.FAILS),
        (MISSED, Verdict.KNOWN_MISS),
        ({**MISSED, **MADE}, Verdict.KNOWN_MISS),
        ({**MISSED, "published": INSIDE}, Verdict.FAILS),
        ({**MISSED, "computed": (1.0,)}, Verdict.FAILS),
        ({"compute": None, "computed": (), "published": INSIDE}, Verdict.QUOTED),
    ],
)
def test_verdict(changes: dict[str, Any], verdict: Verdict) -> None:
    outcome = judge(replace(TARGET, **changes))
    assert outcome.verdict is verdict
    told = {Verdict.FAILS, Verdict.KNOWN_MISS, Verdict.BY_CONSTRUCTION}
    assert bool(outcome.reasons) == (verdict in told)


def test_figures_of_a_target_are_judged_one_by_one() -> None:
    several = replace(
        TARGET,
        compute={"call": "uptake.half_time_s", "c0_uM": [0.24, 100, 100]},
        computed=(),
        units=("s",) * 3,
        published=INSIDE * 3,
        known_miss="why",
        misses=frozenset({1}),
    )
    outcome = judge(several)
    agrees, missed, failed = outcome.findings
    assert (agrees.verdict, missed.verdict) == (Verdict.AGREES, Verdict.KNOWN_MISS)
    assert failed.verdict is outcome.verdict is Verdict.FAILS
    assert "outside 0.06 to 0.07" in failed.reason
    assert outcome.reasons == ("why", failed.reason)


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
