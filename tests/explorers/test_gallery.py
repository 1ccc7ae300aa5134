"""The menu of explorers for a lecture."""

import pytest

from course.explorers import by_lesson, every
from course.explorers.gallery import Gallery, gallery


@pytest.fixture(scope="module")
def everything() -> Gallery:
    return gallery()


def test_every_explorer_is_in_the_menu_under_the_start_of_its_title(everything: Gallery) -> None:
    assert list(everything.menu) == list(every())
    for name, explorer in every().items():
        assert explorer.title.startswith(everything.menu[name].description)
        assert len(everything.menu[name].description) < 20


def test_a_button_puts_its_explorer_on_the_page_and_marks_itself(everything: Gallery) -> None:
    name = list(every())[3]
    everything.menu[name].click()
    assert everything.shown == name
    assert everything.view().session.explorer.name == name
    assert [other for other, b in everything.menu.items() if "cleft-current" in b._dom_classes] == [
        name
    ]


def test_an_explorer_keeps_its_settings_while_another_is_shown(everything: Gallery) -> None:
    first, second, *_ = every()
    everything.show(first)
    knob = next(iter(everything.view().knobs.values()))
    knob.slider.value = knob.control.high
    settings = dict(everything.view().session.settings)
    everything.show(second)
    everything.show(first)
    assert everything.view().session.settings == settings


def test_nobody_is_asked_for_a_prediction(everything: Gallery) -> None:
    everything.show("coincidence")
    (head, *_) = everything.view().children
    assert "prediction" not in head.value


def test_one_lesson_alone() -> None:
    assert list(gallery(["transmitters"]).menu) == [one.name for one in by_lesson()["transmitters"]]
