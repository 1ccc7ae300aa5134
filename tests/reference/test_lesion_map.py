"""The map of lesions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.reference.lesion_map import Standing, lesions, load_lesions

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = {
    "disorder": '"a disorder"',
    "transmitter": '"GABA"',
    "change": "-1",
    "variable": '"braking"',
    "drives": "-1",
    "standing": '"hypothesis"',
    "source": '""',
    "note": '""',
}


def written(folder: Path, **changes: str | None) -> Path:
    fields = {key: text for key, text in {**ENTRY, **changes}.items() if text is not None}
    path = folder / "lesion_map.toml"
    lines = ["[[lesions]]", *(f"{key} = {text}" for key, text in fields.items())]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_less_of_what_lowers_raises(tmp_path: Path) -> None:
    (lesion,) = load_lesions(written(tmp_path), {})
    assert lesion.effect == 1
    assert lesion.reference is None


def test_the_map_covers_the_disorders_and_transmitters_of_the_course() -> None:
    assert {lesion.disorder for lesion in lesions()} == {
        "Parkinson's disease",
        "Alzheimer's disease",
        "Huntington's disease",
        "amyotrophic lateral sclerosis",
        "epilepsy",
        "schizophrenia",
        "depression",
    }
    assert {lesion.transmitter for lesion in lesions()} == {
        *("dopamine", "serotonin", "noradrenaline", "acetylcholine"),
        *("glutamate", "GABA", "opioids"),
    }


def test_each_pair_stands_once() -> None:
    pairs = [(lesion.disorder, lesion.transmitter) for lesion in lesions()]
    assert len(pairs) == len(set(pairs))


def test_no_change_is_claimed_where_none_was_shown() -> None:
    for lesion in lesions():
        if lesion.standing is Standing.CONTESTED:
            assert lesion.change == 0
            assert lesion.note


def test_dopamine_is_low_in_one_disorder_and_high_in_another() -> None:
    signs = {
        lesion.disorder: lesion.effect for lesion in lesions() if lesion.transmitter == "dopamine"
    }
    assert signs == {"Parkinson's disease": -1, "schizophrenia": 1}
    assert any(lesion.reference for lesion in lesions())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"change": "2"}, r"change must be one of \(-1, 0, 1\), not 2"),
        ({"drives": "0"}, r"drives must be one of \(-1, 1\), not 0"),
        ({"standing": '"sure"'}, "standing must be one of"),
        ({"source": '"nobody"'}, "source 'nobody' is not in"),
        ({"amount": "3"}, "amount is not a known field"),
        ({"variable": None}, "variable is missing"),
    ],
)
def test_fault_is_named_with_file_and_key(
    tmp_path: Path, changes: dict[str, str | None], sentence: str
) -> None:
    with pytest.raises(ValueError, match=f"^lesion_map.toml, lesions: {sentence}"):
        load_lesions(written(tmp_path, **changes), {})
