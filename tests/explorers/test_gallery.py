"""The menu of explorers for a lecture."""

import pytest

from course.explorers import by_lesson, every
from course.explorers.gallery import Gallery, gallery


@pytest.fixture(scope="module")
def everything() -> Gallery:
    return gallery()


def choose(everything: Gallery, name: str) -> None:
    everything.menu.value = name


def test_every_explorer_is_in_the_menu_under_the_start_of_its_title(everything: Gallery) -> None:
    assert [name for _, name in everything.menu.options] == list(every())
    for entry, name in everything.menu.options:
        lesson, _, short = entry.partition(": ")
        assert name in [one.name for one in by_lesson()[lesson.lower()]]
        assert every()[name].title.startswith(short)


def test_the_menu_puts_an_explorer_on_the_page(everything: Gallery) -> None:
    name = list(every())[3]
    choose(everything, name)
    assert everything.view().session.explorer.name == name
    assert everything.children[-1].children == (everything.view(),)


def test_an_explorer_keeps_its_settings_while_another_is_shown(everything: Gallery) -> None:
    first, second, *_ = every()
    choose(everything, first)
    knob = next(iter(everything.view().knobs.values()))
    knob.slider.value = knob.control.high
    settings = dict(everything.view().session.settings)
    choose(everything, second)
    choose(everything, first)
    assert everything.view().session.settings == settings


def test_nobody_is_asked_for_a_prediction(everything: Gallery) -> None:
    choose(everything, "coincidence")
    (head, *_) = everything.view().children
    assert "prediction" not in head.value


def test_one_lesson_alone() -> None:
    offered = [name for _, name in gallery(["transmitters"]).menu.options]
    assert offered == [one.name for one in by_lesson()["transmitters"]]
