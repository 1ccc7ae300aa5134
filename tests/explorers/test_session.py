from typing import Any

import pytest

from course.explorers import find
from course.explorers.declaration import Explorer
from course.explorers.session import Session


@pytest.fixture
def session(toy: Explorer[Any]) -> Session[Any]:
    return Session(toy)


def test_a_change_moves_the_result_and_the_sentence(session: Session[Any]) -> None:
    session.change(tau_ms=2.0)
    assert session.result.half_ms == pytest.approx(1.386294)
    assert session.sentence == "From 2 mM the concentration halves every 1.39 ms."


def test_a_preset_returns_what_it_does_not_mention_to_its_start(session: Session[Any]) -> None:
    session.change(peak_mM=4.0)
    session.preset("Slow")
    assert session.settings == {"peak_mM": 2.0, "tau_ms": 5}


def test_reset_keeps_what_is_held_and_found(session: Session[Any]) -> None:
    session.change(tau_ms=10)
    session.hold()
    session.reset()
    assert session.settings == session.explorer.start
    assert len(session.held) == 1
    assert session.found[0].startswith("Found: ")


def test_held_curves_are_lettered_and_a_fifth_replaces_the_oldest(session: Session[Any]) -> None:
    for tau_ms in (1, 2, 3, 4):
        session.change(tau_ms=tau_ms)
        session.hold()
    assert [one.letter for one in session.held] == ["A", "B", "C", "D"]
    session.change(tau_ms=5)
    session.hold()
    assert [one.letter for one in session.held] == ["B", "C", "D", "A"]
    assert session.kept[-1].endswith("peak 2 mM and time constant 5 ms")
    session.clear()
    assert session.kept == ()


def test_holding_the_same_settings_twice_keeps_one(session: Session[Any]) -> None:
    session.hold()
    session.hold()
    assert len(session.held) == 1


def test_a_held_result_does_not_move_with_the_controls(session: Session[Any]) -> None:
    session.hold()
    session.change(tau_ms=10)
    assert session.held[0].result.half_ms == pytest.approx(0.693147)


def test_a_challenge_is_recognised_once_with_its_settings(session: Session[Any]) -> None:
    assert session.found == ("", "")
    session.change(tau_ms=8)
    assert session.found == ("Found: peak 2 mM and time constant 8 ms. It is slow.", "")
    session.change(tau_ms=9)
    assert "8 ms" in session.found[0]


def test_the_code_holds_the_present_settings(session: Session[Any]) -> None:
    session.change(tau_ms=2.5)
    assert "2 * np.exp(-t_ms / 2.5)" in session.code


def test_settings_are_said_as_part_of_a_sentence() -> None:
    dial = Session(find("dial"))
    assert dial.where({**dial.settings, "gaba_uM": 10}) == (
        "GABA 10 µM, diazepam 100 nM, etomidate, an anaesthetic, 0 µM and flumazenil, the "
        "antidote, 0 nM"
    )


def test_the_alternative_text_tells_title_axes_curves_result_and_what_is_held(
    session: Session[Any],
) -> None:
    session.hold()
    for part in (
        "Decay.",
        "Left: Concentration.",
        "Concentration (mM) from 0 to 4 against time (ms) from 0 to 10.",
        "course (solid blue line)",
        "Right: Powers.",
        session.sentence,
        "A, thin dashed line: peak 2 mM and time constant 1 ms",
    ):
        assert part in session.alt
