import json

import pytest

from course.marks_display import MIME, Check, Outcome, Recognised, as_html, as_text, show

PASSED = Check(points=2, because="a < b", passed=True, why="", hidden=False)
FAILED = Check(points=3, because="b <script>", passed=False, why="got 1", hidden=False)


def outcome(**changes: object) -> Outcome:
    fields = {
        "exercise": "order",
        "points": 6.0,
        "checks": (PASSED, FAILED),
        "mistake": None,
        "earned": None,
        "begun": True,
    }
    return Outcome(**(fields | changes))  # type: ignore[arg-type]  # Outcome's own fields


def test_the_bundle_is_plain_json_and_complete() -> None:
    data = outcome(mistake=Recognised(1.0, "swapped")).as_data()
    assert json.loads(json.dumps(data)) == data | {"checks": json.loads(json.dumps(data["checks"]))}
    assert data["version"] == 1
    assert data["mistake"] == {"points": 1.0, "say": "swapped", "alone": True}
    assert [check["passed"] for check in data["checks"]] == [True, False]
    assert MIME.endswith("+json")


def test_a_page_escapes_what_it_shows() -> None:
    page = as_html(outcome())
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        ({"earned": 2.0}, "order: 2 of 6 points"),
        ({"begun": False, "checks": (FAILED,)}, "order: not begun yet"),
        ({}, "order: 1 of 2 public checks passed"),
        (
            {"checks": (PASSED,)},
            "order: public checks passed; hidden checks award 4 of 6 points later",
        ),
    ],
)
def test_the_headline_says_no_more_than_is_known(changes: dict[str, object], headline: str) -> None:
    assert outcome(**changes).headline == headline
    assert as_text(outcome(**changes)).splitlines()[0] == headline


def test_without_a_notebook_the_result_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    show(outcome())
    assert "failed  0 of 3  b <script> (got 1)" in capsys.readouterr().out
