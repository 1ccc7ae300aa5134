"""Why one of nbgrader's converters failed is known, not only that it did."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import OperationalError

from autograder.conversion import run_converter, sentence


class Converter:
    """Behaves as nbgrader's do: what stops a notebook is swallowed, a vaguer error raised."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = iter(failures)

    def init_destination(self) -> None:
        pass

    init_assignment = set_permissions = init_destination

    def convert_single_notebook(self, _: str) -> None:
        for failure in self.failures:
            raise failure

    def start(self) -> None:
        failed = False
        try:
            self.init_assignment()
            self.convert_single_notebook("a.ipynb")
        except (ValueError, OSError):
            failed = True
        if failed:
            raise RuntimeError("Please see the log")


def test_success_has_no_cause() -> None:
    assert run_converter(Converter()) is None


def test_the_cause_is_what_stopped_the_notebook() -> None:
    assert str(run_converter(Converter(ValueError("no end of region")))) == "no end of region"


def test_the_first_of_two_errors_of_a_kind_is_the_cause() -> None:
    vague = ValueError("may be corrupted")
    vague.__context__ = ValueError("duplicate id: f")
    assert str(run_converter(Converter(vague))) == "duplicate id: f"


def test_what_stops_it_before_any_notebook_is_a_cause_too() -> None:
    class Full(Converter):
        def init_assignment(self) -> None:
            raise OSError(28, "No space left on device")

    assert sentence(run_converter(Full())) == "[Errno 28] No space left on device"


def test_of_a_database_its_own_words_are_shown() -> None:
    error = OperationalError("SELECT 1", {}, sqlite3.OperationalError("database is locked"))
    assert sentence(error) == "database is locked"


def test_an_error_is_shown_in_one_line() -> None:
    assert sentence(ValueError("a\n   b")) == "a b"
    assert sentence(KeyboardInterrupt()) == "KeyboardInterrupt"
    assert len(sentence(ValueError("x" * 9999))) == 500


def test_a_missing_file_is_a_cause_too(tmp_path: Path) -> None:
    class Reader(Converter):
        def start(self) -> None:
            (tmp_path / "nothing").read_text()

    assert isinstance(run_converter(Reader()), FileNotFoundError)


def test_an_error_that_cannot_say_what_it_is_says_what_it_holds() -> None:
    class Odd(Exception):
        def __str__(self) -> str:
            return ["no", "text"]  # type: ignore[return-value]  # noqa: PLE0307 - as one of nbgrader's does

    assert sentence(Odd("a cell", "failed")) == "a cell failed"
