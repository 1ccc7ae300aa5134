"""The bibliography."""

import re
from pathlib import Path

import pytest

from course.reference import source, sources
from course.reference.sources import load_sources

ENTRY = {
    "authors": '"Doe J, Roe R"',
    "year": "2001",
    "title": '"A title"',
    "journal": '"Journal"',
    "locator": '"1:2"',
    "doi": '"10.1/x"',
    "read": '"abstract"',
    "where_read": '"abstract of a copy"',
}


def written(folder: Path, **changes: str | None) -> Path:
    fields = {key: text for key, text in {**ENTRY, **changes}.items() if text is not None}
    path = folder / "sources.toml"
    lines = ["[doe_2001]", *(f"{key} = {text}" for key, text in fields.items())]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_citation_holds_what_is_known(tmp_path: Path) -> None:
    whole = load_sources(written(tmp_path))["doe_2001"]
    assert whole.citation == "Doe J, Roe R (2001). A title. Journal 1:2, https://doi.org/10.1/x"
    assert whole.short == "Doe J 2001"


def test_citation_says_what_was_not_seen(tmp_path: Path) -> None:
    unseen = {"authors": '""', "year": "0", "title": '""', "locator": '""', "doi": '""'}
    unseen["missing"] = '"all: looked for by name"'
    bare = load_sources(written(tmp_path, **unseen))["doe_2001"]
    assert bare.citation == "Authors not seen (year not seen). Journal"
    assert bare.short == "Journal"


def test_what_has_no_doi_is_found_by_its_identifier(tmp_path: Path) -> None:
    known = load_sources(written(tmp_path, doi='""', identifier='"PMID 7"'))["doe_2001"]
    assert known.address == "PMID 7"
    assert known.citation.endswith("Journal 1:2, PMID 7")


@pytest.mark.parametrize("field", ["authors", "year", "doi"])
def test_what_was_not_found_is_said(tmp_path: Path, field: str) -> None:
    gap = {field: "0" if field == "year" else '""'}
    with pytest.raises(ValueError, match=r"doe_2001: missing must say what of authors, year"):
        load_sources(written(tmp_path, **gap))
    assert load_sources(written(tmp_path, **gap, missing='"tried"'))["doe_2001"].missing == "tried"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"read": '"twice"'}, "read must be one of in part, abstract, as quoted, not read, not"),
        ({"year": "2001.5"}, "year must be a whole number, not 2001.5"),
        ({"doi": '"https://doi.org/10.1/x"'}, "doi must begin with 10. and stand without"),
        ({"where_read": '""'}, "where_read must not be empty"),
        ({"journal": None}, "journal is missing"),
        ({"pages": '"1"'}, "pages is not a known field"),
    ],
)
def test_fault_is_named_with_file_and_key(
    tmp_path: Path, changes: dict[str, str | None], sentence: str
) -> None:
    with pytest.raises(ValueError, match=f"^sources.toml, doe_2001: {sentence}"):
        load_sources(written(tmp_path, **changes))


def test_unknown_source_is_named() -> None:
    with pytest.raises(ValueError, match=r"^there is no source 'nobody_1900' in sources.toml\.$"):
        source("nobody_1900")


def test_no_doi_stands_twice() -> None:
    dois = [entry.doi.lower() for entry in sources().values() if entry.doi]
    assert sorted(set(dois)) == sorted(dois)


def test_every_doi_has_the_form_of_one() -> None:
    form = re.compile(r"10\.\d{4,9}/\S+")
    assert [s.key for s in sources().values() if s.doi and not form.fullmatch(s.doi)] == []
