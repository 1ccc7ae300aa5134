"""What is kept for a class changes nothing of what nbgrader does."""

from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator, ValidationError, common

from autograder.kept import kept_for_a_class
from tests.autograder.toy_course import text


def test_gradebooks_share_an_engine_for_a_while_and_keep_their_sessions(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/gradebook.db"
    begin, schemas = Gradebook.__init__, common.jsonschema
    with kept_for_a_class(), Gradebook(url) as one, Gradebook(url) as other:
        assert one.engine is other.engine
        assert one.db is not other.db
        one.add_assignment("first")
        assert [each.name for each in other.assignments] == ["first"]
    assert (Gradebook.__init__, common.jsonschema) == (begin, schemas)


@pytest.mark.parametrize("points", [-1.0, "many"])
def test_wrong_metadata_are_refused_as_ever(points: object) -> None:
    cell = text("cell", "", grade=True, solution=True, points=points)
    with pytest.raises(ValidationError) as stock:
        MetadataValidator().validate_cell(cell)
    with kept_for_a_class(), pytest.raises(ValidationError) as ours:
        MetadataValidator().validate_cell(cell)
    assert str(ours.value) == str(stock.value)
