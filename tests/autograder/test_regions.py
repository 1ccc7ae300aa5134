"""What nbgrader cuts out of a cell is found by the markers that the course has."""

import pytest
from traitlets.config import Config

from autograder.regions import HIDDEN_TESTS, hidden_tests_of, without

OWN = Config(
    ClearHiddenTests={"begin_test_delimeter": "SECRET FROM", "end_test_delimeter": "SECRET TO"}
)


def test_a_cell_is_shown_without_its_hidden_tests() -> None:
    code = "one\n  ### BEGIN HIDDEN TESTS\nsecret\n  ### END HIDDEN TESTS\ntwo\n"
    assert without(HIDDEN_TESTS, code) == "one\ntwo\n"
    own = code.replace("BEGIN HIDDEN TESTS", "SECRET FROM").replace("END HIDDEN TESTS", "SECRET TO")
    assert without(hidden_tests_of(OWN), own) == "one\ntwo\n"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("one\n### BEGIN HIDDEN TESTS\nsecret", "one"),
        ("one\n### BEGIN HIDDEN TESTS\nsecret\n### BEGIN HIDDEN TESTS\nsecret", "one"),
        ("one", "one"),
        ("", ""),
    ],
)
def test_hidden_tests_that_nobody_ends_are_hidden_to_the_end(code: str, shown: str) -> None:
    assert without(HIDDEN_TESTS, code) == shown
