"""Cards: what the loader accepts, what it refuses in one sentence, and what all cards keep."""

from pathlib import Path

import pytest

from course.reference import Scale, Source, Status, card, card_names, sources
from course.reference.cards import load_card
from course.reference.sources import Reading

A_PAPER = Source("a_paper", "Doe J", 2001, "", "Journal", "1:2", "", Reading.ABSTRACT, "abstract")
KNOWN = {"a_paper": A_PAPER}

HEAD = 'title = "A receptor"\nabout = "What it is."\n'
FIELDS = {
    "value": "2.0",
    "unit": '"mM"',
    "range": "[1.0, 4.0]",
    "population": '"rats"',
    "source": '"a_paper"',
    "where": '"Table 1"',
    "status": '"verified"',
    "note": '""',
}
every_card = pytest.mark.parametrize("name", card_names())


def written(folder: Path, **changes: str | None) -> Path:
    """Write a card of one value, some fields changed or (None) left out."""
    fields = {key: text for key, text in {**FIELDS, **changes}.items() if text is not None}
    lines = [f"{key} = {text}" for key, text in fields.items()]
    path = folder / "thing.toml"
    path.write_text("\n".join([HEAD, "[values.km_mM]", *lines]), encoding="utf-8")
    return path


def test_value_is_read_whole(tmp_path: Path) -> None:
    optional = {"step": "0.5", "scale": '"log"', "label": '"Affinity"'}
    value = load_card(written(tmp_path, **optional), KNOWN)["km_mM"]
    assert (value.value, value.unit, value.low, value.high) == (2.0, "mM", 1.0, 4.0)
    assert (value.population, value.source, value.where) == ("rats", "a_paper", "Table 1")
    assert (value.status, value.note, value.untested) == (Status.VERIFIED, "", "")
    assert (value.step, value.scale, value.label) == (0.5, Scale.LOG, "Affinity")


def test_whole_numbers_become_floats(tmp_path: Path) -> None:
    value = load_card(written(tmp_path, value="2", range="[1, 4]"), KNOWN)["km_mM"]
    assert [type(number) for number in (value.value, value.low, value.high)] == [float] * 3


def test_shared_fields_hold_unless_a_value_has_its_own(tmp_path: Path) -> None:
    path = tmp_path / "thing.toml"
    shared = [f"{key} = {text}" for key, text in FIELDS.items()]
    own = ["[values.one]", "[values.two]", 'population = "mice"']
    path.write_text("\n".join([HEAD, "[shared]", *shared, *own]), encoding="utf-8")
    populations = {name: value.population for name, value in load_card(path, KNOWN).items()}
    assert populations == {"one": "rats", "two": "mice"}


@pytest.mark.parametrize("missing", FIELDS)
def test_every_field_is_required(tmp_path: Path, missing: str) -> None:
    with pytest.raises(ValueError, match=rf"^thing.toml, km_mM: {missing} is missing\.$"):
        load_card(written(tmp_path, **{missing: None}), KNOWN)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": '"two"'}, "value must be a number, not 'two'"),
        ({"value": "true"}, "value must be a number, not True"),
        ({"value": "nan"}, "value must be finite, not nan"),
        ({"unit": '""'}, "unit must not be empty"),
        ({"unit": "3"}, "unit must be text, not 3"),
        ({"range": "[3.0, 4.0]"}, r"range must be \[low, high\] around 2.0, not \[3.0, 4.0\]"),
        ({"range": "[1.0]"}, r"range must be \[low, high\] around 2.0, not \[1.0\]"),
        ({"status": '"certain"'}, "status must be one of verified, .*, not 'certain'"),
        ({"source": '"no_paper"'}, "source 'no_paper' is not in sources.toml"),
        ({"source": '""'}, "source must not be empty"),
        ({"where": '""'}, "where must not be empty"),
        ({"population": '""'}, "population must not be empty"),
        ({"step": "0"}, "step must be above 0, not 0.0"),
        ({"scale": '"cubic"'}, "scale must be one of linear, log, not 'cubic'"),
        (
            {"scale": '"log"', "range": "[0, 4]"},
            "scale can be log only if the range is above 0, not from 0.0",
        ),
        ({"colour": '"red"'}, "colour is not a known field"),
    ],
)
def test_fault_is_named_with_file_and_key(
    tmp_path: Path, changes: dict[str, str], sentence: str
) -> None:
    with pytest.raises(ValueError, match=rf"^thing.toml, km_mM: {sentence}\.$"):
        load_card(written(tmp_path, **changes), KNOWN)


def test_a_second_hand_value_names_what_was_read(tmp_path: Path) -> None:
    second_hand = {"status": '"second hand"', "read_in": '"a review"'}
    value = load_card(written(tmp_path, **second_hand), KNOWN)["km_mM"]
    assert (value.status, value.read_in) == (Status.SECOND_HAND, "a review")
    for wanted in ("read_in", "source", "where", "population"):
        with pytest.raises(ValueError, match=rf"km_mM: {wanted} must not be empty\.$"):
            load_card(written(tmp_path, **{**second_hand, wanted: '""'}), KNOWN)
    with pytest.raises(ValueError, match=r"km_mM: read_in is missing\.$"):
        load_card(written(tmp_path, status='"second hand"'), KNOWN)


def test_what_a_verified_value_shares_with_second_hand_ones_is_not_its_own(tmp_path: Path) -> None:
    assert load_card(written(tmp_path, read_in='"a review"'), KNOWN)["km_mM"].read_in == ""


def test_no_verified_value_rests_on_a_source_that_was_only_quoted() -> None:
    wrong = [
        f"{value.name} of {name}"
        for name in card_names()
        for value in card(name).values()
        if value.status is Status.VERIFIED and value.reference
        if value.reference.read in {Reading.QUOTED, Reading.NOT_READ}
        or any(word in value.where for word in ("as coded", "as quoted", "transcribed", "files"))
    ]
    assert wrong == []


def test_what_is_not_verified_may_stand_without_source(tmp_path: Path) -> None:
    bare = {"source": '""', "where": '""', "population": '""', "status": '"teaching choice"'}
    value = load_card(written(tmp_path, **bare), KNOWN)["km_mM"]
    assert value.reference is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title = ", "thing.toml is not valid TOML"),
        (HEAD, "thing.toml: values is missing"),
        (HEAD + "values = 3", "thing.toml, values must be a table"),
        (HEAD + "unknown = 3\n[values]", "thing.toml: unknown is not a known field"),
    ],
)
def test_file_that_is_no_card_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "thing.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=sentence):
        load_card(path, KNOWN)


def test_unknown_card_and_value_name_those_that_exist() -> None:
    with pytest.raises(ValueError, match=r"there is no card 'glycine'; there are .*nmda_receptor"):
        card("glycine")
    with pytest.raises(KeyError, match=r"card nmda_receptor has no value 'colour'; it has alpha"):
        card("nmda_receptor")["colour"]


def test_a_card_is_a_mapping_that_cannot_be_changed() -> None:
    nmda = card("nmda_receptor")
    assert nmda is card("nmda_receptor")
    assert list(nmda) == [value.name for value in nmda.values()]
    assert len(nmda) == len(list(nmda))
    assert {nmda: 1}[nmda] == 1
    with pytest.raises(TypeError):
        nmda.values_by_name["mg_mM"] = nmda["v_mV"]  # type: ignore[index]  # that is the point


def test_another_value_leaves_the_card_as_it_was() -> None:
    nmda = card("nmda_receptor")
    changed = nmda.with_value("mg_mM", 30.0)
    assert (changed["mg_mM"].value, changed["mg_mM"].high) == (30.0, 30.0)
    assert nmda["mg_mM"].value == 1.0


@every_card
def test_card_loads(name: str) -> None:
    assert len(card(name)) > 0


@every_card
def test_every_sourced_value_finds_its_source(name: str) -> None:
    for value in card(name).values():
        assert (value.reference is None) == (value.source == "")
        assert not value.source or value.reference is sources()[value.source]
