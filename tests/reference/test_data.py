"""Published data sets and their loader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from course.reference.data import dataset, dataset_names, load_dataset
from course.reference.sources import sources

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """# description: a thing
# source: qin_1999
# address: https://doi.org/10.1053/cp.1999.v66.103379001
# accessed: 2026-11-22
group,n,level_mg_L
a,1,2.5
b,2,
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "thing.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", dataset_names())
def test_every_data_set_says_what_it_is_and_where_from(name: str) -> None:
    table = dataset(name)
    assert table.description
    assert table.source.where_read
    assert table.accessed.year >= 2026
    lengths = {len(column) for column in table.values()}
    assert len(lengths) == 1
    assert lengths.pop() > 1


def test_columns_are_numbers_or_words(tmp_path: Path) -> None:
    table = load_dataset(written(tmp_path, GOOD), sources())
    assert list(table) == ["group", "n", "level_mg_L"]
    assert len(table) == 3
    assert table.texts("group") == ("a", "b")
    np.testing.assert_array_equal(table.numbers("level_mg_L"), [2.5, np.nan])
    with pytest.raises(ValueError, match="read-only"):
        table.numbers("n")[0] = 7
    with pytest.raises(ValueError, match="the column group of thing holds words"):
        table.numbers("group")
    with pytest.raises(ValueError, match="the column n of thing holds numbers"):
        table.texts("n")
    with pytest.raises(KeyError, match="thing has no column 'x'; it has group, n"):
        table["x"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("# source: qin_1999\n", "", "thing.csv: the line '# source: ...' is missing"),
        ("# description: a thing", "# description:", "'# description: ...' is missing"),
        ("10.1053", "10.9999", "thing.csv: the address of qin_1999 is another in sources.toml"),
        ("qin_1999", "nobody", "source 'nobody' is not in sources.toml"),
        ("2026-11-22", "today", "accessed must be a date, not 'today'"),
        ("a,1,2.5", "a,1", "does not have 3 values"),
    ],
)
def test_faults_of_a_file_are_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        load_dataset(written(tmp_path, GOOD.replace(old, new)), sources())


def test_unknown_data_sets_are_refused() -> None:
    with pytest.raises(ValueError, match=r"no data set 'x'; there are .*qin1999"):
        dataset("x")
