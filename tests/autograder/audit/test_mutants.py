"""Mutants change one place of what a student writes, and keep their names."""

import ast
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.audit.mutants import Mutant, mutants_of, read_equivalents, sampled
from tests.autograder.audit.lessons import ANSWER

MUTANTS = tuple(mutants_of("triple", ANSWER))
drawn = partial(sampled, group=lambda _: "triple")


def test_a_mutant_differs_from_the_reference_in_one_line_of_the_solution() -> None:
    lines = ANSWER.splitlines()
    for mutant in MUTANTS:
        changed = mutant.source.splitlines()
        different = [n for n, (a, b) in enumerate(zip(lines, changed, strict=True)) if a != b]
        assert len(different) == 1
        assert 2 <= different[0] <= 4
        assert lines[different[0]].strip() == mutant.line
        ast.parse(mutant.source)


def test_the_mutants_that_a_small_function_has() -> None:
    kinds = Counter(mutant.operator for mutant in MUTANTS)
    assert kinds == {
        "boundary": 1,
        "comparison": 1,
        "constant": 5,
        "validation": 1,
        "result": 1,
        "arithmetic": 1,
    }


def test_without_regions_the_whole_cell_is_the_solution() -> None:
    assert [str(each) for each in mutants_of("x", "y = a + b")] == [
        "statement: y = a + b → pass in “y = a + b”",
        "arithmetic: a + b → a - b in “y = a + b”",
    ]


def test_docstrings_are_no_code() -> None:
    source = 'def f(x):\n    """Return 2 + 2."""\n    return x'
    assert {each.line for each in mutants_of("f", source)} == {"return x"}


def test_a_line_that_stands_twice_gives_two_names() -> None:
    source = "def f(x):\n    return x + a\n\ndef g(x):\n    return x + a"
    found = [each for each in mutants_of("f", source) if each.operator == "arithmetic"]
    assert [each.nth for each in found] == [1, 2]
    assert len(set(found)) == 2


def test_letters_of_any_width_stay_in_their_places() -> None:
    (mutant,) = [
        each for each in mutants_of("f", "µ = '→' if a < b else α") if each.operator == "boundary"
    ]
    assert mutant.source == "µ = '→' if (a <= b) else α"


def test_a_change_may_span_lines() -> None:
    source = "x = (\n    a\n    + b\n)\ny = 1"
    (mutant,) = [each for each in mutants_of("f", source) if each.operator == "arithmetic"]
    assert ast.unparse(ast.parse(mutant.source)) == "x = a - b\ny = 1"


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    assert drawn(MUTANTS, 4, 7) == drawn(MUTANTS, 4, 7)
    assert len({tuple(drawn(MUTANTS, 4, seed)) for seed in range(20)}) > 5
    assert drawn(MUTANTS, None, 7) == list(MUTANTS)
    assert drawn(MUTANTS, 999, 7) == list(MUTANTS)


@given(st.lists(st.sampled_from("abcd")), st.integers(0, 30), st.integers(0, 5))
def test_a_sample_is_spread_over_its_groups(names: list[str], number: int, seed: int) -> None:
    found = sampled(names, number, seed, str)
    assert len(found) == min(number, len(names))
    most = max((found.count(name) for name in found), default=0)
    for name in set(names):
        assert found.count(name) >= min(most - 1, names.count(name))


def test_a_mutant_is_written_and_read_as_toml(tmp_path: Path) -> None:
    path = tmp_path / "equivalent.toml"
    path.write_text("\n\n".join(each.as_toml("it is “the same”") for each in MUTANTS))
    assert list(read_equivalents(path)) == list(MUTANTS)
    assert set(read_equivalents(path).values()) == {"it is “the same”"}


def test_awkward_letters_survive_toml(tmp_path: Path) -> None:
    mutant = Mutant("f", r'x = "a\b" + c', "arithmetic", r'"a\b" + c → "a\b" - c', 2)
    path = tmp_path / "equivalent.toml"
    path.write_text(mutant.as_toml("why"))
    assert list(read_equivalents(path)) == [mutant]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[mutant]]\ncell = "f"', "entry 1 lacks line"),
        ("mutant = [3]", "entry 1 is no table"),
        ("[[mutant]", "Expected"),
    ],
)
def test_a_list_that_cannot_be_read(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "equivalent.toml"
    path.write_text(text)
    with pytest.raises(ValueError, match=problem.replace("[", r"\[")):
        read_equivalents(path)


def test_no_list_lists_nothing(tmp_path: Path) -> None:
    assert read_equivalents(tmp_path / "none.toml") == {}
