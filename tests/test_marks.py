import sys
import warnings
from collections.abc import Callable

import pytest

from course import ChecksFailed, Marks, close
from course.marks import outcomes


def graded(answer: Callable[[], float]) -> Marks:
    """A complete cell for an exercise whose right answer is 4, run on an answer."""
    marks = Marks(5, exercise="four")
    with marks.check(2, because="it is more than three"):
        assert answer() > 3
    with marks.hidden(3, because="it is even"):
        close(answer() % 2, 0.0)
    marks.mistake(4, when=lambda: answer() == -4, say="The sign is the other way round.", passing=3)
    marks.mistake(1, when=lambda: answer() < -4, say="A count cannot be negative.")
    marks.mistake(3.5, when=lambda: answer() < 0, say="It is half a sign.", passing=3)
    return marks


def public(answer: Callable[[], float]) -> Marks:
    marks = Marks(5, exercise="four")
    with marks.check(2, because="it is more than three"):
        assert answer() > 3
    return marks


def stub() -> float:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("answer", "mark"),
    [
        (lambda: 4.0, 5.0),
        (lambda: 5.0, 2.0),
        (lambda: 2.0, 3.0),
        (lambda: 1.0, 0.0),
        (lambda: None, 0.0),
        (stub, 0.0),
        (sys.exit, 0.0),
        (lambda: 1 / 0, 0.0),
        (lambda: -4.0, 3.5),  # two mistakes match: the lower one counts
        (lambda: -3.0, 0.5),  # and it is odd, too
        (lambda: -6.0, 1.0),
        (lambda: -5.0, 0.0),  # worth no more than its checks
    ],
)
def test_a_mark_is_what_passed_or_what_the_mistake_is_worth(
    answer: Callable[[], float], mark: float
) -> None:
    total = graded(answer).total()
    assert total == mark
    assert type(total) is float


def test_a_mistake_is_not_looked_for_in_a_right_answer() -> None:
    marks = Marks(1, exercise="one")
    with marks.hidden(1, because="it is true"):
        assert True
    marks.mistake(0, when=lambda: True, say="never")
    assert marks.total() == 1.0


def test_a_mistake_may_raise_the_mark_above_the_checks_passed() -> None:
    marks = Marks(4, exercise="lenient")
    with marks.hidden(4, because="it is true"):
        raise AssertionError
    marks.mistake(2, when=lambda: True, say="Half right.", passing=0)
    assert marks.total() == 2.0


@pytest.mark.parametrize(("rest", "mark"), [(True, 4.0), (False, 2.0)])
def test_what_a_mistake_does_not_explain_costs_as_much_as_without_it(
    rest: bool, mark: float
) -> None:
    marks = Marks(5, exercise="two functions")
    with marks.hidden(3, because="the first is right"):
        raise AssertionError
    marks.mistake(4, when=lambda: True, say="The first is nearly right.", passing=2)
    with marks.hidden(2, because="so is the second"):
        assert rest
    assert marks.total() == mark


def test_public_checks_alone_award_nothing_and_promise_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert public(lambda: 4.0).total() is None
    said = capsys.readouterr().out
    assert "public checks passed; hidden checks award 3 of 5 points later" in said


def test_a_failed_public_check_raises_and_is_named() -> None:
    with pytest.raises(ChecksFailed, match="four: not yet true: it is more than three"):
        public(lambda: 1.0).total()


def test_an_exercise_not_begun_raises_not_implemented() -> None:
    with pytest.raises(NotImplementedError, match="four: not begun yet"):
        public(stub).total()


def test_nothing_is_printed_or_warned_while_a_check_runs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def noisy() -> float:
        print("secret")
        print("secret", file=sys.stderr)
        warnings.warn("secret", stacklevel=1)
        return 4.0

    assert graded(noisy).total() == 5.0
    said = capsys.readouterr()
    assert "secret" not in said.out
    assert said.err == ""


def test_a_hidden_check_tells_its_reason_and_points_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def loud() -> float:
        raise ValueError("argument 0.123 was hidden")

    marks = Marks(3, exercise="loud")
    with marks.hidden(3, because="it works"):
        loud()
    marks.total()
    said = capsys.readouterr().out
    assert "it works" in said
    assert "0.123" not in said
    assert all(check.why == "" for check in outcomes["loud"].checks)


def test_a_public_check_tells_what_went_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    marks = Marks(3, exercise="open")
    with marks.check(1, because="it is two"):
        close(3.0, 2.0)
    with pytest.raises(ChecksFailed):
        marks.total()
    assert "got 3 where 2 was expected" in capsys.readouterr().out


def test_a_recognised_mistake_replaces_the_sentences_it_explains(
    capsys: pytest.CaptureFixture[str],
) -> None:
    graded(lambda: -4.0).total()
    said = capsys.readouterr().out
    assert "It is half a sign." in said
    assert "it is more than three" not in said
    assert "does not explain all" not in said


def test_what_a_mistake_does_not_explain_keeps_its_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    graded(lambda: -3.0).total()
    said = capsys.readouterr().out
    assert "It is half a sign. That does not explain all that failed" in said
    assert "it is even" in said


def test_an_interrupt_ends_the_cell() -> None:
    marks = Marks(1, exercise="loop")
    with pytest.raises(KeyboardInterrupt), marks.check(1, because="it ends"):
        raise KeyboardInterrupt


def test_points_that_do_not_add_up_are_the_author_s_error() -> None:
    marks = Marks(3, exercise="sum")
    with marks.hidden(1, because="it is true"):
        assert True
    with pytest.raises(ValueError, match="offer 1 points, but the exercise has 3"):
        marks.total()


@pytest.mark.parametrize("points", [0, -1, float("nan"), float("inf")])
def test_points_are_positive_numbers(points: float) -> None:
    with pytest.raises(ValueError, match="positive number of points"):
        Marks(points, exercise="none")
