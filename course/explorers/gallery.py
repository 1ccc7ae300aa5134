"""All explorers under one menu, one at a time, as for a lecture."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import ipywidgets

from course.explorers import by_lesson
from course.explorers.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.explorers.declaration import Explorer

_CURRENT = "cleft-current"


class Gallery(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """A menu of explorers, a row a lesson, and the one that was chosen.

    An explorer is built when it is first chosen, and keeps its settings while others are shown.

    Parameters
    ----------
    lessons : mapping of str to sequence of Explorer
        As `course.explorers.by_lesson` returns them.

    Attributes
    ----------
    menu : dict of ipywidgets.Button
        The buttons, by name of the explorer.
    shown : str
        Name of the explorer on the page.
    """

    def __init__(self, lessons: Mapping[str, Sequence[Explorer[Any]]]) -> None:
        self._explorers = {one.name: one for each in lessons.values() for one in each}
        self._views: dict[str, View] = {}
        self.menu = {name: self._button(one) for name, one in self._explorers.items()}
        rows = [
            _row(lesson, [self.menu[one.name] for one in each]) for lesson, each in lessons.items()
        ]
        self._stage = ipywidgets.VBox()
        self._stage.add_class("cleft-stage")
        self.shown = ""
        super().__init__([*rows, self._stage])
        self.add_class("cleft-gallery")
        self.show(next(iter(self._explorers)))

    def show(self, name: str) -> None:
        """Put an explorer on the page."""
        if name not in self._views:
            self._views[name] = View(self._explorers[name], prediction=None)
        self._stage.children = [self._views[name]]
        for other, button in self.menu.items():
            if other == name:
                button.add_class(_CURRENT)
            else:
                button.remove_class(_CURRENT)
        self.shown = name

    def view(self) -> View:
        """Return the explorer on the page."""
        return self._views[self.shown]

    def _button(self, explorer: Explorer[Any]) -> ipywidgets.Button:
        short, _, rest = explorer.title.partition(":")
        button = ipywidgets.Button(description=short, tooltip=rest.strip())
        button.layout.width = "auto"
        button.on_click(lambda _: self.show(explorer.name))
        return button


def gallery(lessons: Sequence[str] = ()) -> Gallery:
    """Return the explorers of some lessons, or of all, under one menu."""
    declared = by_lesson()
    return Gallery({name: declared[name] for name in lessons or declared})


def _row(lesson: str, buttons: list[ipywidgets.Button]) -> ipywidgets.HBox:
    label = ipywidgets.HTML(f"<strong>{html.escape(lesson.capitalize())}</strong>")
    label.layout.width = "110px"
    return ipywidgets.HBox([label, *buttons], layout={"flex_flow": "row wrap"})
