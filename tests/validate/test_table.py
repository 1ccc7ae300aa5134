"""The printed table."""

from dataclasses import replace

from course.reference import Published, Status, Target
from course.validate.table import HEADINGS, rows, summary, table
from course.validate.verdict import Outcome, Verdict

TARGET = Target(
    id="T1.9",
    model="M1.5",
    quantity="time constant of diffusion",
    unit="ms",
    compute={},
    computed=(0.013414, 0.00582451),
    rtol=1e-3,
    atol=0.0,
    published=(Published(1.08, 1.32, 1.2),),
    known_miss="diffusion alone is faster",
    status=Status.COMPUTED,
    source="clements_1992",
    note="",
    labels=("hindered", "free"),
)
MISS = Outcome(TARGET, (0.0134140, 0.00582451), Verdict.KNOWN_MISS, TARGET.known_miss)


def test_a_figure_has_a_row() -> None:
    assert rows(MISS) == [
        (
            *("T1.9", "known miss", "hindered", "0.013414", "0.013414", "1.2 (1.08 to 1.32)"),
            *("0.001 of it", "ms", "Clements JD 1992"),
        ),
        ("", "", "free", "0.00582451", "0.00582451", "", "0.001 of it", "ms", "Clements JD 1992"),
    ]


def test_an_absolute_tolerance_has_its_unit() -> None:
    outcome = replace(MISS, target=replace(TARGET, rtol=0.0, atol=0.2))
    assert rows(outcome)[0][6] == "0.2 ms"


def test_a_quoted_figure_leaves_the_model_empty() -> None:
    quoted = replace(
        TARGET, computed=(), rtol=0.0, published=(Published(1, 2),), source="", labels=()
    )
    row = rows(Outcome(quoted, (), Verdict.QUOTED))[0]
    assert row == ("T1.9", "quoted", "", "", "", "1 to 2", "", "ms", "")


def test_columns_stand_under_their_headings() -> None:
    drifted = replace(MISS, figures=(0.02, 0.00582451))
    lines = table([drifted]).splitlines()
    for heading, cell in zip(HEADINGS, rows(drifted)[0], strict=True):
        assert lines[0].index(heading) == lines[2].index(cell)


def test_quantity_and_reason_are_spelt_out() -> None:
    text = table([MISS])
    assert "    time constant of diffusion\n" in text
    assert text.endswith("    known miss: diffusion alone is faster")


def test_summary_counts_every_verdict() -> None:
    assert summary([MISS, MISS]) == "0 agrees, 2 known miss, 0 quoted, 0 FAILS"
