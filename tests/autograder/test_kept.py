"""What is kept for a class changes nothing of what nbgrader does."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from nbgrader import api
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.nbgraderformat import MetadataValidator, ValidationError, common

from autograder.kept import kept_for_a_class
from tests.autograder.toy_course import text


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/gradebook.db"


def test_gradebooks_share_an_engine_for_a_while_and_keep_their_sessions(url: str) -> None:
    before = dict(vars(api.Gradebook))
    schemas = common.jsonschema
    with kept_for_a_class(), Gradebook(url) as one, Gradebook(url) as other:
        assert one.engine is other.engine
        assert one.db is not other.db
        one.add_assignment("first")
        assert [each.name for each in other.assignments] == ["first"]
    assert dict(vars(api.Gradebook)) == before
    assert common.jsonschema is schemas


def test_what_is_written_in_a_transaction_is_there_for_others_at_its_end(url: str) -> None:
    with kept_for_a_class() as kept:
        with kept.transaction():
            with Gradebook(url) as gradebook:
                gradebook.add_student("ada")
            with Gradebook(url, "another course") as gradebook:
                assert gradebook.find_student("ada").id == "ada"
            assert _students(url) == []
        assert _students(url) == ["ada"]


def test_a_transaction_that_fails_leaves_nothing(url: str) -> None:
    with kept_for_a_class() as kept:
        with pytest.raises(MissingEntry), kept.transaction():
            _add_one_and_miss_another(url)
        assert _students(url) == []
        with kept.transaction(), Gradebook(url) as gradebook:
            gradebook.add_student("bea")
        assert _students(url) == ["bea"]


def test_within_a_transaction_a_change_by_another_opening_is_seen(url: str) -> None:
    with kept_for_a_class() as kept, kept.transaction():
        with Gradebook(url) as gradebook:
            gradebook.add_student("ada")
        with Gradebook(url) as gradebook:
            gradebook.find_student("ada").first_name = "Ada"
            gradebook.db.commit()
        with Gradebook(url) as gradebook:
            assert gradebook.find_student("ada").first_name == "Ada"
            with pytest.raises(MissingEntry):
                gradebook.find_student("bea")


def test_within_a_transaction_sums_are_of_what_an_earlier_opening_wrote(url: str) -> None:
    with kept_for_a_class() as kept, kept.transaction():
        with Gradebook(url) as gradebook:
            gradebook.add_assignment("first")
            gradebook.add_notebook("book", "first")
            gradebook.add_grade_cell("cell", "book", "first", max_score=5, cell_type="code")
            gradebook.add_student("ada")
            gradebook.add_submission("first", "ada")
        with Gradebook(url) as gradebook:
            assert gradebook.find_submission("first", "ada").score == 0
            gradebook.find_grade("cell", "book", "first", "ada").auto_score = 3
            gradebook.db.commit()
            gradebook.find_student("ada")  # any question sends what waits to be sent
        with Gradebook(url) as gradebook:
            assert gradebook.find_submission("first", "ada").score == 3


def _add_one_and_miss_another(url: str) -> None:
    with Gradebook(url) as gradebook:
        gradebook.add_student("ada")
        gradebook.find_student("bea")


def _students(url: str) -> list[str]:
    """Return who is in the gradebook as another process would see it."""
    path = url.removeprefix("sqlite:///")
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("select id from student")]


@pytest.mark.parametrize("points", [-1.0, "many"])
def test_wrong_metadata_are_refused_as_ever(points: object) -> None:
    cell = text("cell", "", grade=True, solution=True, points=points)
    with pytest.raises(ValidationError) as stock:
        MetadataValidator().validate_cell(cell)
    with kept_for_a_class(), pytest.raises(ValidationError) as ours:
        MetadataValidator().validate_cell(cell)
    assert str(ours.value) == str(stock.value)
