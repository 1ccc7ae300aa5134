"""What a test sees under each name, in a box and an examiner that really run."""

import pytest

from tests.autograder.toy import mark

pytestmark = pytest.mark.usefixtures("box")
STUB = "raise NotImplementedError()"


def earns(answer: str, test: str, reference: str = STUB, setup: str = "") -> bool:
    return mark(answer, {"t": test}, reference=reference, setup=setup, preload=()).total == 5.0


@pytest.mark.parametrize("value", ["1.5", "[1, (2, {'a': {3}})]", "'text'"])
def test_a_plain_value_is_found_where_the_source_holds_no_solution(value: str) -> None:
    assert earns(f"answer = {value}", f"assert answer == {value}")
    assert not earns("answer = 7", f"assert answer == {value}")
    assert not earns("", f"assert answer == {value}")


@pytest.mark.parametrize(
    "forged",
    [
        "import types\nchecks = types.SimpleNamespace(same=lambda *_: True)",
        "class checks:\n    same = staticmethod(lambda *_: True)",
        "import collections\nT = collections.namedtuple('T', 'same')\nchecks = T(lambda *_: True)",
        "import pandas\nchecks = pandas.Series([lambda *_: True], index=['same'])",
        "import pandas\nchecks = pandas.DataFrame({'same': [lambda *_: True]}).iloc[0]",
    ],
)
def test_no_object_takes_the_place_of_what_the_instructor_forgot_to_bind(forged: str) -> None:
    assert not earns(forged, "assert checks.same(1, 2)")


def test_a_test_sees_its_own_names_first_and_the_students_as_they_are_now() -> None:
    reference = "count = 0\ndef step():\n    global count\n    count += 1"
    test = "step(); step()\nassert count == 2\ncount = 10\nstep()\nassert count == 11"
    assert earns(reference, test, reference)
    assert not earns(reference.replace("+= 1", "+= 2"), test, reference)


def test_a_name_that_a_test_deletes_is_gone_for_the_answer_until_it_is_put_back() -> None:
    reference = "def part(x): return x\ndef whole(x): return part(x) + 1"
    test = """
kept = part
del part
try:
    whole(1)
except NameError:
    pass
else:
    raise AssertionError("it does without")
finally:
    part = kept
assert whole(1) == 2 and "part" in globals()
"""
    assert earns(reference, test, reference)
    assert not earns(reference.replace("part(x) +", "x +"), test, reference)


def test_modules_and_locked_cells_are_the_examiners_own() -> None:
    answer = "import math\nmath.isclose = lambda *_: True\nlimit = 1e9\ndef f(): return 3.0"
    test = "import math\nassert abs(f() - 4.0) < limit and math.isclose(f(), 4.0)"
    assert not earns(answer, test, "def f(): return 4.0", setup="limit = 0.5")


LOOPED = "values = [n * n for n in range(10_000)]\ntable = [[1, 2], [3, 4]]\ndef grow(f=int):"
GROWING = f"{LOOPED}\n    for place in range(3):\n        table[0].append(place)\n        f()"


def test_a_value_that_is_named_in_a_loop_is_not_sent_again_each_time() -> None:
    test = "for i in range(len(values)):\n    assert values[i] == i * i"
    assert earns(GROWING, test, GROWING)


def test_a_value_is_as_it_is_now_whatever_the_test_does_to_its_copies() -> None:
    test = """
for _ in range(3):
    table.append(5)
    table[0].append(6)
    assert table == [[1, 2], [3, 4]]
seen = []
grow(lambda: seen.append((len(table[0]), len(table[0]), len(table[0]))))
assert seen == [(3, 3, 3), (4, 4, 4), (5, 5, 5)]
assert table[0] == table[0] == table[0] == [1, 2, 0, 1, 2]
table = [7]
assert table == table == [7]
"""
    assert earns(GROWING, test, GROWING)
