"""``make demo LESSONS=all``: every lesson goes through the whole loop, and its marks are right."""

import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course_folder import open_course

LESSONS = open_course(Path(__file__).parents[3]).lessons()


@pytest.mark.soak
@pytest.mark.usefixtures("box")
def test_all_lessons_go_through_the_loop_in_one_course(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "autograder.demo", "--lessons", "all", "--directory", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "Every mark is as the answer bank promises." in ran.stdout
    assert [lesson for lesson in LESSONS if f"{lesson}.html" not in _pages(tmp_path)] == []


def _pages(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*.html")}
