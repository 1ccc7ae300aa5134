"""Values without a source, and DOIs that nobody has looked up."""

from pathlib import Path

import pytest

from autograder.audit.sources import Bibliography, check_sources, dois_in
from tests.autograder.audit.lessons import lesson_of, said
from tests.autograder.toy_course import text

HEAD = "| symbol | meaning | unit | value | source |\n|---|---|---|---|---|\n"
DOI = "10.1016/s0166-2236(96)10024-2"
KNOWN = Bibliography(frozenset({DOI}), (("low k and others science", "2000"), ("a label", "0")))


def problems(root: Path, words: str) -> list[str]:
    lesson = lesson_of(root, text("model", words))
    return [problem for _, problem in said(check_sources(lesson, KNOWN))]


@pytest.mark.parametrize(
    "words",
    [
        HEAD + "| $x$ | a share | 1 | 0.5 | computed |\n| $t$ | time | ms | your slider | |",
        HEAD + "| $x$ | a share | 1 | 0 to 1 | |",
        "| symbol | value |\n|---|---|\n| x | computed |",
        "| word | meaning |\n|---|---|\n| x | 3 |",
        f"[Clements 1996](https://doi.org/{DOI.upper()}), and more",
        f"## References\n\n1. Löw and others (2000). *Science*.\n2. Clements. https://doi.org/{DOI}",
        "## References\n\n1. Label of a drug, a copy.",
        "1. Nobody and others (1999), in a list of another kind.",
    ],
)
def test_what_is_in_order(tmp_path: Path, words: str) -> None:
    assert problems(tmp_path, words) == []


def test_a_value_without_a_source(tmp_path: Path) -> None:
    words = HEAD + "| $x$ | a share | 1 | 0.5 | |\n| $y$ | another | 1 | 0.25 | a paper |"
    assert problems(tmp_path, words) == ["$x$ has the value 0.5 and no source: name it"]


def test_a_table_without_a_column_for_sources(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "| symbol | value |\n|---|---|\n| x | 3 |")
    assert "x has the value 3 and no source" in problem


def test_a_doi_that_nobody_has_looked_up(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "[a paper](https://doi.org/10.1000/other)")
    assert "nobody has looked up the DOI 10.1000/other" in problem


@pytest.mark.parametrize("line", ["1. Löw and others (1999).", "2. Lowe K (2000). *Science*."])
def test_a_reference_that_nobody_has_looked_up(tmp_path: Path, line: str) -> None:
    (problem,) = problems(tmp_path, f"## References\n\n{line}")
    assert problem == f"nobody has looked up “{line}”: add it to the list of sources"


def test_dois_are_read_from_text_and_from_a_list(tmp_path: Path) -> None:
    words = f"[doi {DOI}](https://doi.org/{DOI}). And https://doi.org/10.1/a."
    assert dois_in(words) == {DOI, "10.1/a"}
    path = tmp_path / "sources.toml"
    path.write_text('[a]\ndoi = "10.1/A"\n[b]\ndoi = ""\nurl = "https://doi.org/10.1/b"\n')
    assert Bibliography.read(path).dois == {"10.1/a", "10.1/b", ""}


def test_a_work_is_known_by_its_names_and_its_year(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text('[a]\nauthors = "Långsjö JW"\nyear = 2005\njournal = "Anesthesiology"\n')
    assert Bibliography.read(path).works == (("langsjo jw  anesthesiology", "2005"),)
