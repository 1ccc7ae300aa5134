"""Hostile files are refused or left out, each with its reason, before anything opens them."""

import contextlib
import json
import os
from pathlib import Path

import pytest

from autograder import intake
from autograder.intake import UnreadableError, copy_submission, fingerprint, parse_notebook


def nested(depth: int) -> bytes:
    return b'{"cells": [], "metadata": ' + b'{"a": ' * depth + b"1" + b"}" * depth + b"}"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is not JSON"),
        (b"hello", r"it is not JSON \(line 1, column 1"),
        (b"\xff\xfe\x00", "it is not JSON"),
        (b"[" * 1_000_000, "nested too deeply"),
        (nested(intake.MAX_DEPTH + 1), "nested too deeply"),
        (b"[1, 2]", "not a notebook"),
        (b"{}", "no list of cells"),
        (b'{"cells": 3}', "no list of cells"),
        (b'{"cells": [NaN]}', "NaN is no number of JSON"),
        (b'{"cells": [' + b"9" * 5000 + b"]}", "it is not JSON"),
        (b'{"nbformat": 3, "worksheets": []}', "old format 3"),
        (json.dumps({"cells": [{}] * 2001}).encode(), "2001 cells"),
        (b" " * (intake.MAX_NOTEBOOK_BYTES + 1), "MB"),
    ],
)
def test_what_is_no_notebook_is_refused_with_the_reason(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        parse_notebook(content)


def test_a_notebook_may_nest_as_deeply_as_notebooks_do() -> None:
    assert parse_notebook(nested(20))["cells"] == []


def test_half_a_character_is_replaced_since_nothing_could_write_it_again() -> None:
    data = parse_notebook(b'{"cells": [{"source": "\\ud800 ok", "\\udfff": 1}]}')
    assert json.dumps(data, ensure_ascii=False).encode("utf-8")
    assert data["cells"][0]["source"] == "? ok"


def good() -> bytes:
    return json.dumps({"cells": [], "metadata": {}}).encode()


def test_only_regular_files_are_copied(tmp_path: Path) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    (source / "data").mkdir(parents=True)
    (source / "lesson.ipynb").write_bytes(good())
    (source / "broken.ipynb").write_bytes(b"{")
    (source / "data" / "values.csv").write_text("1,2")
    (source / "my_helpers.py").write_text("x = 1")
    (source / "timestamp.txt").write_text("2026-03-01 12:00:00 UTC")
    (source / "link.txt").symlink_to("/etc/passwd")
    (source / "linked").symlink_to("/etc", target_is_directory=True)
    (source / "numpy.py").write_text("")
    (source / "course").mkdir()
    (source / "course" / "__init__.py").write_text("")
    notebooks, left_out = copy_submission(source, target)
    kept = sorted(
        path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()
    )
    assert kept == ["data/values.csv", "my_helpers.py", "timestamp.txt"]
    assert notebooks["lesson.ipynb"] == {"cells": [], "metadata": {}}
    assert isinstance(notebooks["broken.ipynb"], UnreadableError)
    assert [str(each) for each in left_out] == [
        "course/__init__.py was left out: it would take the place of the module course",
        "link.txt was left out: it is a link, not a file",
        "linked was left out: it is a link, not a file",
        "numpy.py was left out: it would take the place of the module numpy",
    ]


@pytest.mark.parametrize("forged", ["yesterday at noon", "", "9" * 400])
def test_a_time_that_is_none_is_left_out(tmp_path: Path, forged: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "timestamp.txt").write_text(forged)
    _, left_out = copy_submission(tmp_path / "in", tmp_path / "out")
    assert [str(each) for each in left_out] == ["timestamp.txt was left out: it holds no time"]


def test_a_submission_may_have_so_many_files_and_so_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MAX_FILES", 2)
    monkeypatch.setattr(intake, "MAX_FILE_BYTES", 10)
    (tmp_path / "in").mkdir()
    for name, size in (("a", 11), ("b", 10), ("c", 1)):
        (tmp_path / "in" / name).write_bytes(b"x" * size)
    _, left_out = copy_submission(tmp_path / "in", tmp_path / "out")
    assert [each.name for each in left_out] == ["a", "everything from c on (1 files)"]
    assert (tmp_path / "out" / "b").stat().st_size == 10


def test_all_files_together_may_be_so_large_beside_the_notebooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MAX_ALL_BYTES", 20)
    (tmp_path / "in").mkdir()
    for name, size in (("a", 11), ("b", 10), ("c", 9)):
        (tmp_path / "in" / name).write_bytes(b"x" * size)
    (tmp_path / "in" / "z.ipynb").write_text('{"cells": [], "metadata": {}}')
    notebooks, left_out = copy_submission(tmp_path / "in", tmp_path / "out")
    assert [each.name for each in left_out] == ["b"]
    assert list(notebooks) == ["z.ipynb"]


def test_very_many_files_are_one_remark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_FILES", 2)
    (tmp_path / "in").mkdir()
    for number in range(7):
        (tmp_path / "in" / f"f{number}").touch()
    _, (left_out,) = copy_submission(tmp_path / "in", tmp_path / "out")
    assert str(left_out) == (
        "everything from f2 on (5 files) was left out: a submission may have 2 files"
    )


def test_folders_too_deep_for_any_path_and_files_too_large_to_read_are_left_out(
    tmp_path: Path,
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "sparse").touch()
    os.truncate(source / "sparse", 1 << 42)  # whoever reads it is at it for an hour
    with contextlib.chdir(source):
        for _ in range(60):
            Path("d" * 100).mkdir()
            os.chdir("d" * 100)
    assert fingerprint(source) == fingerprint(source)
    _, left_out = copy_submission(source, tmp_path / "out")
    (deep, sparse) = map(str, left_out)
    assert deep.endswith(
        "... was left out: it is a folder that cannot be opened, or too many lie in one another"
    )
    assert sparse == "sparse was left out: a file may have 100 MB"


def test_a_fingerprint_changes_with_any_file_and_with_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one").write_text("1")
    before = fingerprint(tmp_path)
    (tmp_path / "deep" / "one").touch()
    assert fingerprint(tmp_path) == before
    (tmp_path / "deep" / "one").write_text("2")
    changed = fingerprint(tmp_path)
    (tmp_path / "deep" / "one").rename(tmp_path / "deep" / "two")
    assert len({before, changed, fingerprint(tmp_path)}) == 3
