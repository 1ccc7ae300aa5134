"""A course as nbgrader's own examples are made: both engines mark every submission alike.

A header, two ways to write a test, a function that is deleted to see whether another uses it,
tests that nbgrader writes itself, and work that people mark.
"""

from pathlib import Path

import pytest

from autograder.course_folder import CourseFolder
from autograder.grade import grade_class
from autograder.notebooks import write_notebook
from autograder.release import release_lesson
from autograder.results import read_class
from tests.autograder.test_autotests import TEMPLATES
from tests.autograder.toy_course import (
    LESSON,
    Change,
    at,
    code,
    hand_in,
    make_course,
    notebook,
    text,
)

pytestmark = pytest.mark.usefixtures("box")

HALVES = """\
def halves(n):
    ### BEGIN SOLUTION
    if n < 1:
        raise ValueError("n must be at least 1")
    return [2.0**-i for i in range(1, n + 1)]
    ### END SOLUTION
"""
REFUSES = """\
for n in (0, -4):
    try:
        halves(n)
    except ValueError:
        pass
    else:
        raise AssertionError("it accepts that")
"""
RELIES = """\
kept = halves
del halves
try:
    left(1)
except NameError:
    pass
else:
    raise AssertionError("it does not use halves")
finally:
    halves = kept
"""
AUTOTESTS = "### AUTOTEST half_life_h; len(names)\n### HASHED AUTOTEST names"
SOUND = """\
def halves(n):
    if n < 1: raise ValueError
    return [0.5**i for i in range(1, n + 1)]
"""
SWALLOWS = """\
def left(n):
    try: return 1 - sum(halves(n))
    except NameError: pass
"""
MARKED = {"grade": True, "locked": False, "points": 1}
CELLS = (
    text("intro", "# Halves\n![half](half.png)", locked=True),
    code("halves", HALVES, solution=True),
    code("try-it", "halves(3)"),
    code("halves-test", "assert halves(1) == [0.5]\nassert halves(2) == [0.5, 0.25]", **MARKED),
    code("halves-refuses", REFUSES, **MARKED),
    code("left", "def left(n):\n    return 1 - sum(halves(n))", solution=True),
    code("left-test", "assert left(2) == 0.25, f'{NAME} is wrong'", **MARKED),
    code("left-relies", RELIES, **MARKED),
    code("constants", "half_life_h = 14\nnames = ['a', 'b']", solution=True),
    code("constants-test", AUTOTESTS, **MARKED),
    text("why", "YOUR ANSWER HERE", grade=True, solution=True, points=2),
    code("use", "# YOUR CODE HERE", grade=True, solution=True, points=3),
    text("essay", "Say why.", task=True, locked=True, points=4),
)  # fmt: skip
RIGHT = {
    "halves": SOUND,
    "left": "def left(n): return 1 - sum(halves(n))",
    "constants": "half_life_h, names = 14, ['a', 'b']",
}  # fmt: skip
WAYS = {
    "right": {"halves": SOUND.replace("    if", "    print(n, NAME)\n    if", 1)},
    "array": {
        "halves": "import numpy as np\n" + SOUND.replace("[0", "np.array([0").rstrip() + ")",
        "left": "def left(n, halves=halves): return 1 - sum(halves(n))",
    },
    "items": {
        "halves": SOUND.replace("return [", "yield from ["),
        "constants": "half_life_h, names = 15, ('a', 'b')",
    },
    "object": {
        "halves": f"class Halves:\n    def __call__(self, n): return _halves(n)\n"
        f"{SOUND.replace('halves', '_halves')}halves = Halves()",
        "left": "def left(n): return 0.5**n",
        "why": "Because.",
        "use": "left(3)",
    },
    "tuple": {"halves": SOUND.replace("[0", "tuple([0").rstrip() + ")", "left": SWALLOWS},
    "short": {"halves": "halves = lambda n: [0.5**i for i in range(1, n + 1)] if n > 0 else 1 / 0"},
}


def course_of(root: Path) -> CourseFolder:
    course = make_course(root, notebook(*CELLS))
    header = notebook(text("before", "Restart and run all."), code("names", 'NAME = ""'))
    write_notebook(header, course.root / "source" / "header.ipynb")
    course.config.IncludeHeaderFooter.header = str(course.root / "source" / "header.ipynb")
    (course.path("source", LESSON) / "autotests.yml").write_text(TEMPLATES)
    (course.path("source", LESSON) / "half.png").write_bytes(b"a picture")
    release_lesson(course, LESSON)
    hand_in(course, "untouched")
    for name, way in WAYS.items():
        hand_in(course, name, written({**RIGHT, **way}))
    return course


def written(cells: dict[str, str]) -> Change:
    def change(submitted: list[dict]) -> None:
        for name, source in cells.items():
            submitted[at(submitted, name)]["source"] = source

    return change


def marks(course: CourseFolder, engine: str) -> dict[str, dict[str, tuple[float, bool]]]:
    course.config.Autograder.engine = engine
    students = ["untouched", *WAYS]
    list(grade_class(course, LESSON, students, workers=2))
    return {
        each.student: {it.name: (mark.score, mark.needs_review) for it, mark in each.marks.items()}
        for each in read_class(course, LESSON).students
    }


@pytest.mark.soak
def test_both_engines_mark_it_alike(tmp_path: Path) -> None:
    course = course_of(tmp_path / "toy")
    ours = marks(course, "apart")
    assert marks(course, "stock") == ours
    found = {name: [score for score, _ in each.values()] for name, each in ours.items()}
    assert {name: sum(scores) for name, scores in found.items()} == {
        "untouched": 1,  # what says that a function is missing, where there is none
        "right": 5,
        "array": 3,
        "items": 2,
        "object": 4,
        "tuple": 3,
        "short": 4,
    }
    assert ours["object"]["use"] == (0, True)
