"""The printed table."""

import re
from dataclasses import replace

from course.reference import Published, Status, Target, card, card_names
from course.validate.table import HEADINGS, counted, holding, rows, summary, table
from course.validate.verdict import Finding, Outcome, Verdict

WHY = "diffusion alone is faster"
TARGET = Target(
    id="T1.9",
    model="M1.5",
    quantity="time constant of diffusion",
    units=("ms", "1"),
    compute={},
    computed=(0.013414, 0.00582451),
    rtol=1e-3,
    atol=0.0,
    published=(Published(1.08, 1.32, 1.2),) * 2,
    known_miss=WHY,
    status=Status.COMPUTED,
    source="clements_1992",
    note="",
    labels=("hindered", "free"),
    misses=frozenset({0}),
)
MISS = Outcome(
    TARGET,
    (Finding(0.0134140, Verdict.KNOWN_MISS, WHY), Finding(0.00582451, Verdict.AGREES)),
)


def test_a_figure_has_a_row_with_its_verdict_and_unit() -> None:
    band, source = "1.2 (1.08 to 1.32)", "Clements JD 1992"
    assert rows(MISS) == [
        (
            *("T1.9", "known miss", "hindered", "0.013414", "0.013414", band),
            *("0.001 of it", "ms", source),
        ),
        (
            *("", "agrees with publication", "free", "0.00582451", "0.00582451", band),
            *("0.001 of it", "1", source),
        ),
    ]


def test_an_absolute_tolerance_has_its_unit() -> None:
    outcome = replace(MISS, target=replace(TARGET, rtol=0.0, atol=0.2))
    assert [row[6] for row in rows(outcome)] == ["0.2 ms", "0.2 1"]


def test_a_quoted_figure_leaves_the_model_empty() -> None:
    quoted = replace(
        TARGET,
        computed=(),
        rtol=0.0,
        published=(Published(1, 2),),
        source="",
        labels=(),
        units=("ms",),
    )
    row = rows(Outcome(quoted, (Finding(None, Verdict.QUOTED),)))[0]
    assert row == ("T1.9", "quoted", "", "", "", "1 to 2", "", "ms", "")


def test_columns_stand_under_their_headings() -> None:
    drifted = replace(MISS, findings=(Finding(0.02, Verdict.FAILS, "why"), MISS.findings[1]))
    lines = table([drifted]).splitlines()
    for heading, cell in zip(HEADINGS, rows(drifted)[0], strict=True):
        assert lines[0].index(heading) == lines[2].index(cell)


def test_quantity_and_reason_are_spelt_out() -> None:
    text = table([MISS])
    assert "    time constant of diffusion\n" in text
    assert text.endswith(f"    known miss: {WHY}")


def test_summary_counts_every_figure_by_its_verdict() -> None:
    assert counted([MISS, MISS]) == {Verdict.KNOWN_MISS: 2, Verdict.AGREES: 2}
    assert summary([MISS, MISS]) == (
        "4 figures: 2 agrees with publication, 0 reproduces computation, 0 by construction, "
        "0 quoted, 2 known miss, 0 FAILS"
    )


def test_numbers_that_a_publication_holds_are_counted_against_those_with_a_source() -> None:
    sourced, held = map(int, re.findall(r"\d+", holding()))
    values = [value for name in card_names() for value in card(name).values()]
    assert sourced == sum(bool(value.source and not value.untested) for value in values)
    assert held + sum(bool(value.unpublished) for value in values) == sourced
