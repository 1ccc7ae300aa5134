"""Every test idiom is marked as stock nbgrader marks it, or is known to have to be refused."""

import pytest

from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.idioms import refusals
from autograder.job import CellResult
from tests.autograder.idioms import IDIOMS
from tests.autograder.parity import ANSWERS, POINTS, by_ours, by_stock, differing

pytestmark = pytest.mark.usefixtures("box")

Marks = tuple[str, dict[str, float], dict[str, tuple[float, CellResult]]]


@pytest.fixture(scope="module", params=ANSWERS)
def marks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Marks:
    """Return which answers were given, and the marks of all idioms by stock and by us."""
    answers = request.param
    return answers, by_stock(answers, tmp_path_factory.mktemp("stock")), by_ours(answers)


def test_every_idiom_is_marked_as_stock_marks_it(marks: Marks) -> None:
    answers, stock, ours = marks
    assert not differing(stock, ours), answers


def test_what_has_to_be_refused_is_known_before_the_release(marks: Marks) -> None:
    kind, stock, ours = marks
    for idiom in IDIOMS if kind == "right" else ():
        source = [SourceCell("a", Kind.EDITABLE, idiom.right)]
        found = refusals(idiom.test, names_of(source).students, in_place=idiom.in_place)
        # The audit marks the reference by both engines, and so finds what it loses points for.
        is_found = bool(found) or ours[idiom.name][0] < stock[idiom.name]
        assert bool(idiom.refused) is is_found, idiom.name


def test_there_are_many_idioms_and_each_tells_right_from_wrong(marks: Marks) -> None:
    kind, stock, _ = marks
    assert len({idiom.name for idiom in IDIOMS}) == len(IDIOMS) >= 40
    told = {idiom.name for idiom in IDIOMS if not idiom.refused}
    for name in told:
        assert stock[name] > 0 if kind == "right" else stock[name] < POINTS, name
