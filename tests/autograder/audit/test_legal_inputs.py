"""Legal calls are drawn as they are declared, and values compared but for rounding."""

from pathlib import Path

import numpy as np
import pytest

from autograder.audit.legal_inputs import (
    Domain,
    LegalInputsError,
    calls,
    outcome,
    read_domains,
    same,
)

TEXT = """\
[m_from_failures]
N = "rng.uniform(1, 900)"
N0 = "max(N * rng.uniform(0.01, 1) for _ in range(2))"
refused = { N = "[0, -1]" }
"""


def test_arguments_may_build_on_those_above_them(tmp_path: Path) -> None:
    path = tmp_path / "legal_inputs.toml"
    path.write_text(TEXT)
    domain = read_domains(path)["m_from_failures"]
    drawn = calls(domain, 500, 3)
    assert all(0 < call["N0"] <= call["N"] for call in drawn[:500])
    assert [call["N"] for call in drawn[500:]] == [0, -1]
    assert len({call["N"] for call in drawn[:500]}) == 500


def test_what_is_refused_may_build_on_the_call_that_it_spoils() -> None:
    domain = Domain("f", {"n": "rng.integers(1, 9)", "x": "rng.normal(size=n)"}, {"x": "[x[1:]]"})
    *_, spoilt = calls(domain, 3, 1)
    assert len(spoilt["x"]) == spoilt["n"] - 1


def test_the_same_seed_draws_the_same_calls() -> None:
    domain = Domain("f", {"x": "rng.normal(size=3)"})
    one, other = (calls(domain, 5, 1) for _ in range(2))
    assert all(np.array_equal(a["x"], b["x"]) for a, b in zip(one, other, strict=True))
    assert not np.array_equal(one[0]["x"], calls(domain, 5, 2)[0]["x"])


def test_no_file_declares_nothing(tmp_path: Path) -> None:
    assert read_domains(tmp_path / "none.toml") == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[f", "it is no TOML"),
        ("f = 3", "f is no table"),
        ("[f]\nx = 3", "f must have a text in quotes"),
        ('[f]\nx = "1"\nrefused = { x = 3 }', "f.refused must have a text in quotes"),
        ('[f]\nx = "1"\nwithin = 2.0', "f.within must be a number between 0 and 1"),
        ('[f]\nx = "1"\nwithin = "much"', "f.within must be a number between 0 and 1"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "legal_inputs.toml"
    path.write_text(text)
    with pytest.raises(LegalInputsError, match=problem):
        read_domains(path)


def test_what_cannot_be_drawn_is_named() -> None:
    with pytest.raises(LegalInputsError, match="arguments of f cannot be drawn"):
        calls(Domain("f", {"x": "nothing"}), 1, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (np.float64(2.0), 2.0 + 1e-12),
        ([1, 2], (1.0, 2.0)),
        (np.array([1.0, np.nan]), np.array([1.0, np.nan])),
        ({"a": [1]}, {"a": [1.0]}),
        ("text", "text"),
        (None, None),
        ([(1.0, "SBP40")], [(1.0, "SBP40")]),
        (True, np.True_),
        ({"bistable": False}, {"bistable": False}),
    ],
)
def test_what_is_the_same(one: object, other: object) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1.0, 1.0 + 1e-6),
        (1.0, [1.0]),
        (1.0, None),
        ([1, 2], [1, 2, 3]),
        ({"a": 1}, {"b": 1}),
        (0.0, 1e-12),
        ("text", "other"),
        (np.inf, -np.inf),
        (1.0, "1.0"),
        (True, False),
    ],
)
def test_what_is_not(one: object, other: object) -> None:
    assert not same(one, other)


def test_a_call_gets_copies_and_an_exception_is_an_answer() -> None:
    given = {"x": [1, 2]}
    assert outcome(lambda x: x.pop(), given) == (True, 2)
    assert given == {"x": [1, 2]}

    class OwnError(ValueError):
        pass

    def refuse(x: list[int]) -> None:
        raise OwnError(x)

    assert outcome(refuse, given) == (False, "ValueError")
    assert outcome(None, given) == (False, "TypeError")
