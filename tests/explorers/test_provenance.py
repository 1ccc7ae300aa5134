from course.explorers import every, provenance


def test_a_row_tells_value_unit_range_status_source_and_note() -> None:
    numbers = every()["coincidence"].numbers
    row = dict(zip(provenance.HEADINGS, provenance.rows(numbers)[0], strict=True))
    assert row["Number"] == "mg_half_block_mM"
    assert row["Value"] == "3.57 mM"
    assert row["Range"] == "0.5 to 10"
    assert row["Status"] == "second hand"
    assert "Jahr" in row["Source"]
    assert row["Source"].endswith("; read in at least eight public channel files")


def test_every_explorer_says_where_its_numbers_come_from() -> None:
    for explorer in every().values():
        rows = provenance.rows(explorer.numbers)
        assert rows
        assert all(len(row) == len(provenance.HEADINGS) for row in rows)
        assert all(row[3] for row in rows)
