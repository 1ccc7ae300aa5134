"""Whose each name in a test cell is, read from the source alone."""

import pytest

from autograder.examiner.names import Kind, Names, SourceCell, names_of

SETUP = SourceCell(
    "setup", Kind.LOCKED, "import numpy as np\ndef cases(n): return np.arange(n) + shift"
)
SHIFT = SourceCell("shift", Kind.LOCKED, "shift = 1")
OTHER = SourceCell("other", Kind.LOCKED, "unused = 2")


def of(answer: str, test: str, *before: SourceCell) -> Names:
    return names_of(
        [
            *before,
            SourceCell("answer", Kind.EDITABLE, answer),
            SourceCell("test", Kind.TEST, test),
        ]
    )


@pytest.mark.parametrize(
    ("answer", "students"),
    [
        ("x = 1", {"x"}),
        ("def f(): y = 2", {"f"}),
        ("class C:\n    z = 3", {"C"}),
        ("for i in range(3): total = i", {"i", "total"}),
        ("def f():\n    global count\n    count = 1", {"f", "count"}),
        ("%%time\nx = !ls", {"x"}),
        ("%matplotlib inline\n(x, [y, *z]) = 1, [2, 3]", {"x", "y", "z"}),
        ("if (n := 3) > 2: pass", {"n"}),
        ("import math", set()),
        ("def f(", set()),
        ("_ = 5", set()),
    ],
)
def test_what_the_answer_binds_is_the_students(answer: str, students: set[str]) -> None:
    assert of(answer, "").students == students


def test_a_student_owns_a_name_that_a_locked_cell_or_python_binds_too() -> None:
    names = of("shift = 3\ndef sum(x): return x", "assert sum(shift) == 3", SHIFT)
    assert names.students == {"shift", "sum"}
    assert names.locked == {"test": ()}


def test_a_test_gets_the_locked_cells_that_it_needs_and_what_these_need() -> None:
    names = of("def f(x): return x", "assert f(cases(3)).all()", SHIFT, OTHER, SETUP)
    assert names.locked == {"test": ("shift", "setup")}


def test_a_library_is_never_the_students() -> None:
    names = of("import numpy as np\nfrom math import sqrt as root", "assert np.pi > root(4)")
    assert names.imports == {"np": ("numpy", ""), "root": ("math", "sqrt")}
    assert names.students == set()


def test_what_a_function_of_the_answer_changes_is_asked_for_again() -> None:
    names = of("n = 0\ndef count():\n    global n\n    n += 1", "n = 5; count(); assert n == 6")
    assert names.changed == {"n"}


def test_what_the_answer_uses_and_does_not_bind_a_test_may_set() -> None:
    assert "rate" in of("def f(x): return rate * x", "rate = 3; assert f(2) == 6").context


def test_what_nothing_binds_is_told_apart_from_python_s_own_names() -> None:
    names = of("raise NotImplementedError", "from math import isclose\nassert isclose(abs(a), b)")
    assert names.unbound == {"a", "b"}


def test_where_a_star_may_bind_anything_nothing_is_unbound() -> None:
    star = SourceCell("star", Kind.LOCKED, "from math import *")
    assert of("pass", "assert floor(a) == 1", star).unbound == set()


def test_names_travel_as_plain_data() -> None:
    names = of("import math\nx = 1\ndef f(): global x; x = y", "assert x + z", SHIFT)
    assert Names.from_data(names.as_data()) == names
