"""All explorers under one menu, one at a time, as for a lecture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets

from course.explorers import by_lesson
from course.explorers.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.explorers.declaration import Explorer

TITLE = "Cleft: every model, live"
_ROOM = "For a large room: Ctrl or ⌘ and +."
_LEVEL = 2  # of an explorer's title, for the page has one title above it


class Gallery(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """Title and menu in one line, and under it the explorer that was chosen.

    An explorer is built when it is first chosen, and keeps its settings while others are shown.

    Parameters
    ----------
    lessons : mapping of str to sequence of Explorer
        As `course.explorers.by_lesson` returns them.

    Attributes
    ----------
    menu : ipywidgets.Dropdown
        Its value is the name of the explorer on the page.
    """

    def __init__(self, lessons: Mapping[str, Sequence[Explorer[Any]]]) -> None:
        declared = [(lesson, one) for lesson, each in lessons.items() for one in each]
        self._explorers = {one.name: one for _, one in declared}
        self._views: dict[str, View] = {}
        self.menu = ipywidgets.Dropdown(
            description="Model",
            options=[(_entry(lesson, one), one.name) for lesson, one in declared],
            layout={"width": "290px"},
            style={"description_width": "50px"},
        )
        self.menu.observe(lambda _: self._show(), names="value")
        self._stage = ipywidgets.VBox()
        words = ipywidgets.HTML(f"<h1>{TITLE}</h1>"), ipywidgets.HTML(f"<p>{_ROOM}</p>")
        head = ipywidgets.HBox([words[0], self.menu, words[1]], layout={"flex_flow": "row wrap"})
        super().__init__([head, self._stage])
        self.add_class("cleft-gallery")
        self._show()

    def view(self) -> View:
        """Return the explorer on the page."""
        name = self.menu.value
        if name not in self._views:
            self._views[name] = View(self._explorers[name], prediction=None, level=_LEVEL)
        return self._views[name]

    def _show(self) -> None:
        self._stage.children = [self.view()]


def gallery(lessons: Sequence[str] = ()) -> Gallery:
    """Return the explorers of some lessons, or of all, under one menu."""
    declared = by_lesson()
    return Gallery({name: declared[name] for name in lessons or declared})


def _entry(lesson: str, explorer: Explorer[Any]) -> str:
    return f"{lesson.capitalize()}: {explorer.title.partition(':')[0]}"
