"""What the loader of targets accepts, and what it refuses in one sentence."""

from pathlib import Path

import pytest

from course.reference import Published, Source, Status
from course.reference.sources import Reading
from course.reference.targets import load_folder, load_targets

A_PAPER = Source("a_paper", "Doe J", 2001, "", "Journal", "1:2", "", Reading.ABSTRACT, "abstract")
KNOWN = {"a_paper": A_PAPER}

FIELDS = {
    "model": '"M1.7"',
    "quantity": '"a potential"',
    "unit": '"mV"',
    "compute": '{ call = "magnesium_block.half_block_mV" }',
    "computed": "[-20.5, 3]",
    "rtol": "1e-3",
    "status": '"verified"',
    "source": '"a_paper"',
    "note": '""',
}


def written(folder: Path, **changes: str | None) -> Path:
    fields = {key: text for key, text in {**FIELDS, **changes}.items() if text is not None}
    path = folder / "lesson.toml"
    lines = ['[targets."T1.2"]', *(f"{key} = {text}" for key, text in fields.items())]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_target_is_read_whole(tmp_path: Path) -> None:
    band = "[{ value = 2, low = 1, high = 3 }, { low = 4, high = 5 }]"
    target = load_targets(written(tmp_path, published=band, known_miss='"why"'), KNOWN)["T1.2"]
    assert (target.id, target.model, target.units) == ("T1.2", "M1.7", ("mV", "mV"))
    assert target.computed == (-20.5, 3.0)
    assert (target.rtol, target.atol) == (1e-3, 0)
    assert target.published == (Published(1, 3, 2), Published(4, 5))
    assert (target.known_miss, target.status) == ("why", Status.VERIFIED)
    assert target.misses == {0, 1}


def test_units_and_bands_stand_for_one_figure_or_for_all(tmp_path: Path) -> None:
    one = "[{ value = 2, low = 1, high = 3 }]"
    changes = {"unit": '["mV", "ms"]', "published": one, "by_construction": '"chosen"'}
    target = load_targets(written(tmp_path, **changes), KNOWN)["T1.2"]
    assert target.units == ("mV", "ms")
    assert target.published == (Published(1, 3, 2),) * 2
    assert (target.by_construction, target.misses) == ("chosen", frozenset())


def test_a_label_names_the_figure_that_misses(tmp_path: Path) -> None:
    changes = {"published": "[{ low = 1, high = 3 }]", "known_miss": '"why"'}
    path = written(tmp_path, **changes, labels='["a", "b"]', misses='["b"]')
    assert load_targets(path, KNOWN)["T1.2"].misses == {1}


def test_figures_may_have_labels(tmp_path: Path) -> None:
    target = load_targets(written(tmp_path, labels='["a", "b"]'), KNOWN)["T1.2"]
    assert target.labels == ("a", "b")
    for labels, sentence in (('["a"]', "must be 2, one a figure, not 1"), ("[1, 2]", "of texts")):
        with pytest.raises(ValueError, match=rf"T1\.2: labels .*{sentence}"):
            load_targets(written(tmp_path, labels=labels), KNOWN)


def test_one_figure_needs_no_list(tmp_path: Path) -> None:
    target = load_targets(written(tmp_path, computed="3", rtol=None, atol="0"), KNOWN)["T1.2"]
    assert (target.computed, target.rtol, target.atol) == ((3.0,), 0, 0)


def test_a_quoted_figure_needs_no_model(tmp_path: Path) -> None:
    quoted = {"model": '""', "compute": None, "computed": None, "rtol": None}
    path = written(tmp_path, **quoted, published="[{ low = 1, high = 2 }]")
    assert load_targets(path, KNOWN)["T1.2"].compute is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rtol": None}, ": rtol or atol must be given, and not both"),
        ({"atol": "1"}, ": rtol or atol must be given, and not both"),
        ({"rtol": "-1"}, ": rtol must be at least 0, not -1.0"),
        ({"compute": None}, ": compute is missing, but computed is there"),
        ({"computed": None}, ": computed is missing, and so is published"),
        ({"compute": "3"}, ", compute must be a table"),
        ({"model": '""'}, ": model must not be empty"),
        ({"source": '""'}, ": source must not be empty"),
        ({"source": '"none"'}, ": source 'none' is not in sources.toml"),
        ({"known_miss": '"why"'}, ": known_miss needs a published figure"),
        ({"by_construction": '"why"'}, ": by_construction needs a published figure"),
        ({"misses": '["a"]'}, ": misses needs a known_miss"),
        (
            {"published": "[{ low = 1, high = 2 }]", "known_miss": '"why"', "misses": '["c"]'},
            ": misses names 'c', which is none of the labels",
        ),
        ({"unit": '["mV", "mV", "mV"]'}, ": unit must be one, or 2, one a figure, not 3"),
        (
            {"published": "[{ low = 1, high = 2 }, { low = 1, high = 2 }, { low = 1, high = 2 }]"},
            ": published must be one, or 2, one a figure, not 3",
        ),
        ({"published": "[]"}, ": published must be a list of tables"),
        ({"published": "[{ low = 1 }]"}, ", published: high is missing"),
        (
            {"published": "[{ low = 1, high = 2, value = 3 }]"},
            ", published: low must be at most value, and value at most high",
        ),
        ({"published": "[{ low = 2, high = 1 }]"}, ", published: low must be at most value"),
        ({"graded": "true"}, ": graded is not a known field"),
    ],
)
def test_fault_is_named_with_file_and_key(
    tmp_path: Path, changes: dict[str, str | None], sentence: str
) -> None:
    with pytest.raises(ValueError, match=rf"^lesson.toml, T1.2{sentence}"):
        load_targets(written(tmp_path, **changes), KNOWN)


def test_targets_of_several_files_stand_together(tmp_path: Path) -> None:
    text = written(tmp_path).read_text(encoding="utf-8")
    (tmp_path / "other.toml").write_text(text.replace("T1.2", "T2.2"), encoding="utf-8")
    assert list(load_folder(tmp_path, KNOWN)) == ["T1.2", "T2.2"]


def test_an_id_stands_once(tmp_path: Path) -> None:
    text = written(tmp_path).read_text(encoding="utf-8")
    (tmp_path / "other.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^other.toml, T1.2: the id is taken by another file"):
        load_folder(tmp_path, KNOWN)


def test_a_target_knows_its_lesson_and_its_address(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace("T1.2", "M4.10 a, b"), encoding="utf-8")
    target = load_targets(path, KNOWN)["M4.10 a, b"]
    assert (target.lesson, target.slug) == (4, "m4.10-a-b")


@pytest.mark.parametrize("name", ["X:BOT", "T6.1", "T1", "t1.2"])
def test_an_id_begins_with_its_lesson(tmp_path: Path, name: str) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace("T1.2", name), encoding="utf-8")
    with pytest.raises(ValueError, match=r"lesson.toml, .*: the id must begin like T1.2"):
        load_targets(path, KNOWN)
