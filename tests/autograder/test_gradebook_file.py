"""The gradebook is copied before a run, and written to so that readers never wait."""

import contextlib
import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from autograder.gradebook_file import (
    KEPT,
    copy_before_run,
    file_of,
    spare_the_disk,
    write_ahead,
)

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "gradebook.db"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("create table grade (score)")
        connection.execute("insert into grade values (7)")
    return path


def scores(path: Path) -> list[int]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("select score from grade")]


@pytest.mark.parametrize("url", ["postgresql://teacher@server/marks", "sqlite://", "sqlite:///"])
def test_what_is_no_file_here_is_left_alone(url: str) -> None:
    assert file_of(url) is None
    assert not write_ahead(url)
    assert copy_before_run(url, NOON) is None


def test_the_copy_holds_also_what_still_lies_in_the_log(book: Path) -> None:
    url = f"sqlite:///{book}"
    assert write_ahead(url)
    with contextlib.closing(sqlite3.connect(book)) as open_still:
        with open_still:
            open_still.execute("insert into grade values (8)")
        assert book.with_name("gradebook.db-wal").stat().st_size > 0
        copy = copy_before_run(url, NOON)
    assert copy == book.parent / "backups" / "gradebook-20260301T120000.db"
    assert scores(copy) == [7, 8]


def test_only_the_last_copies_are_kept(book: Path) -> None:
    url = f"sqlite:///{book}"
    copies = [copy_before_run(url, NOON + dt.timedelta(minutes=i)) for i in range(KEPT + 3)]
    assert sorted((book.parent / "backups").iterdir()) == copies[3:]


def test_a_copy_that_fails_leaves_no_half(tmp_path: Path) -> None:
    broken = tmp_path / "gradebook.db"
    broken.write_text("this is no database, however long it may be " * 99)
    with pytest.raises(sqlite3.DatabaseError):
        copy_before_run(f"sqlite:///{broken}", NOON)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_gradebook_that_somebody_writes_to_stays_as_it_is(book: Path) -> None:
    with contextlib.closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("begin immediate")
        assert not write_ahead(f"sqlite:///{book}")
        other.execute("commit")
    assert write_ahead(f"sqlite:///{book}")


def test_commits_wait_for_the_disk_unless_they_go_to_a_log(book: Path) -> None:
    def level() -> int:
        engine = spare_the_disk(create_engine(f"sqlite:///{book}"))
        with engine.connect() as connection:
            found = connection.execute(text("PRAGMA synchronous")).scalar_one()
        engine.dispose()
        return int(found)

    full, normal = 2, 1
    assert level() == full
    write_ahead(f"sqlite:///{book}")
    assert level() == normal
