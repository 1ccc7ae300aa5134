"""Tests that nbgrader writes from AUTOTEST lines are known before it has written them."""

from pathlib import Path

import pytest

from autograder import autotests
from autograder.audit.lesson import read_lesson
from autograder.audit.structure import check_cells
from autograder.audit.tested_names import check_tests
from autograder.lesson_job import facts_of
from autograder.notebooks import node
from tests.autograder.audit.lessons import lesson_of, said
from tests.autograder.toy_course import LESSON, code, notebook

TEMPLATES = """\
python3:
    setup: "from hashlib import sha1"
    hash: 'sha1({{snippet}}.encode("utf-8") + b"{{salt}}").hexdigest()'
    dispatch: "type({{snippet}})"
    normalize: "str({{snippet}})"
    check: 'assert {{snippet}} == "{{value}}", "{{message}}"'
    success: "print('well done')"
    templates:
        default:
            - test: "{{snippet}}"
              fail: "{{snippet}} is another"
"""
CELLS = (
    code("tools", "def scaled(x): return 3 * x", locked=True),
    code("dose", "### BEGIN SOLUTION\ndose_mg = 14\n### END SOLUTION", solution=True),
    code("dose-test", "### HASHED AUTOTEST scaled(dose_mg)", grade=True, locked=True, points=2),
)


def test_what_a_line_looks_at_decides_whose_its_names_are() -> None:
    names = facts_of(notebook(*CELLS)).names
    assert names.students == {"dose_mg"}
    assert names.locked == {"dose-test": ("tools",)}


@pytest.mark.parametrize(
    ("line", "is_test"),
    [("### AUTOTEST x", True), ("  # HASHED AUTOTEST x;", True), ("x = 'AUTOTEST'", False)],
)
def test_only_a_comment_is_such_a_line(line: str, is_test: bool) -> None:
    assert autotests.are_in(notebook(code("t", line))) == is_test
    assert autotests.are_in(notebook(node({**code("t", line), "cell_type": "raw"}))) is False


def test_an_audit_reads_the_tests_that_nbgrader_will_write(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, *CELLS)
    folder = lesson.notebooks[0].path.parent
    (broken,) = lesson.unreadable
    assert "nbgrader cannot write its AUTOTEST tests" in broken.problem
    assert broken in list(check_cells(lesson))
    (folder / "autotests.yml").write_text(TEMPLATES)
    (folder / "doubling.ipynb").touch()  # as saving it does
    whole = read_lesson(lesson.course, LESSON)
    test = whole.notebooks[0].cells[2]
    assert test.source.startswith("from hashlib import sha1\nassert sha1(str(scaled(dose_mg))")
    assert "42" not in test.source
    assert whole.unreadable == ()
    assert said(check_tests(whole)) == []
