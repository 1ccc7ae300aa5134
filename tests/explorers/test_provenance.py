import pytest

from course.explorers import every, provenance


def test_a_row_tells_value_unit_range_status_source_and_note() -> None:
    numbers = every()["coincidence"].numbers
    row = dict(zip(provenance.HEADINGS, provenance.rows(numbers)[0], strict=True))
    assert row["Number"] == "Magnesium that blocks half at 0 mV\nmg_half_block_mM"
    assert row["Value"] == "3.57 mM"
    assert row["Range"] == "0.5 to 10"
    assert row["Status"] == "second hand"
    note, source = row["Note and source"].split("\n")
    assert note == "magnesium that blocks half of the receptors at 0 mV"
    assert "Jahr" in source
    assert source.endswith("; read in at least eight public channel files")


def test_every_explorer_says_where_its_numbers_come_from() -> None:
    for explorer in every().values():
        rows = provenance.rows(explorer.numbers)
        assert rows
        assert all(len(row) == len(provenance.HEADINGS) for row in rows)
        assert all(row[3] for row in rows)


@pytest.mark.parametrize("name", every())
def test_every_number_has_a_name_for_readers_and_one_for_code(name: str) -> None:
    for row in provenance.rows(every()[name].numbers):
        assert len(row[0].split("\n")) == 2


@pytest.mark.parametrize("name", every())
def test_no_label_has_two_pairs_of_brackets(name: str) -> None:
    explorer = every()[name]
    axes = [axis for panel in explorer.panels for axis in (panel.x, panel.y)]
    assert all(one.heading.count("(") <= 1 for one in (*explorer.controls, *axes))
