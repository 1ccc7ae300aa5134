"""An explorer on the page: controls that change a session, and a picture that shows it."""

from __future__ import annotations

import html
from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets
from IPython.display import display

from course.explorers import png, provenance, still, style
from course.explorers.canvas import Canvas
from course.explorers.knobs import Knob
from course.explorers.picture import Picture
from course.explorers.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.explorers.declaration import Explorer

SHARP = 2
"""Pixels a CSS pixel, where the page says that its screen has more than one."""


class View(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """A live explorer.

    Parameters
    ----------
    explorer : Explorer
        What is shown.
    prediction : object
        What the student committed to; ``...`` if nothing yet.
    level : int
        Level of the title among the headings of its page.

    Attributes
    ----------
    session : Session
        Settings, result, held curves, found tasks.
    canvas : Canvas
        Draws them.
    picture : Picture
        Shows the drawing with its words.
    knobs : dict of Knob
        The controls, by name.
    buttons : dict of ipywidgets.Button
        Presets, Reset, Hold and Clear held, by what is written on them.
    redraws : int
        How often the picture was drawn.
    """

    def __init__(
        self, explorer: Explorer[Any], prediction: object = ..., *, level: int = 4
    ) -> None:
        self.session = Session(explorer)
        self.canvas = Canvas(explorer)
        self.redraws = 0
        self.knobs = {control.name: Knob(control, self._moved) for control in explorer.controls}
        self.buttons = self._buttons()
        self.picture = self._picture()
        self._redraw()
        super().__init__(
            [
                _head(explorer.title, explorer.quote(prediction), level),
                *(knob.row for knob in self.knobs.values()),
                _bar(self.buttons, presets=len(explorer.presets)),
                self.picture,
            ]
        )
        self.add_class("cleft-explorer")
        self._show_settings()

    def _picture(self) -> Picture:
        explorer = self.session.explorer
        picture = Picture(
            width_px=style.WIDTH_PX,
            height_px=style.HEIGHT_PX,
            title=explorer.title,
            tasks=[challenge.task for challenge in explorer.challenges],
            headings=list(provenance.HEADINGS),
            numbers=provenance.rows(explorer.numbers),
            sliders=[knob.for_page for knob in self.knobs.values()],
        )
        picture.on_msg(self._asked)
        return picture

    def _buttons(self) -> dict[str, ipywidgets.Button]:
        session = self.session
        buttons = {
            name: _button(name, self._then(partial(session.preset, name)), "cleft-preset")
            for name in session.explorer.presets
        }
        buttons["Reset"] = _button("Reset", self._then(session.reset), "cleft-reset")
        buttons["Hold"] = _button("Hold", self._then(session.hold), "cleft-hold")
        buttons["Clear held"] = _button("Clear held", self._then(session.clear), "cleft-clear")
        return buttons

    def _moved(self, name: str, value: float) -> None:
        if value != self.session.settings[name]:
            self.session.change(**{name: value})
            self._redraw()
        self._show_settings()  # after the picture, for that is what the eye waits for

    def _then(self, act: Callable[[], None]) -> Callable[[object], None]:
        """Return what a button does: act, then bring everything on the page in step, once."""

        def clicked(_: object) -> None:
            act()
            self._show_settings()  # before the picture, whose words about the sliders go last
            self._redraw()

        return clicked

    def _show_settings(self) -> None:
        for name, knob in self.knobs.items():
            knob.show(self.session.settings[name])
        self.buttons["Clear held"].disabled = not self.session.held

    def _redraw(self) -> None:
        """Draw, and send the picture with its words as one message."""
        session = self.session
        drawn = self.canvas.draw(session.result, session.held)
        self.redraws += 1
        with self.picture.hold_sync():
            self.picture.curves = drawn
            self.picture.background = self.canvas.background
            self.picture.alt = session.alt
            self.picture.sentence = session.sentence
            self.picture.values = self._values()
            self.picture.kept = list(session.kept)
            self.picture.found = list(session.found)
            self.picture.code = session.code

    def _values(self) -> dict[str, str]:
        """Return what each slider speaks."""
        return {
            knob.css: knob.control.text(self.session.settings[name])
            for name, knob in self.knobs.items()
        }

    def _asked(self, _: object, message: dict[str, str], __: object) -> None:
        """Answer the page: it asks for a file to save, or for sharper pixels."""
        wants = message.get("wants")
        if wants == "csv":
            self._save("csv", provenance.as_csv(self.session).encode())
        elif wants == "png":
            self._save("png", self._png())
        elif wants == "sharp" and self.canvas.density < SHARP:
            self.canvas = Canvas(self.session.explorer, SHARP)
            self._redraw()

    def _save(self, kind: str, content: bytes) -> None:
        self.picture.send({"file": f"{self.session.explorer.name}.{kind}"}, [content])

    def _png(self) -> bytes:
        pixels = self.canvas.pixels(self.session.result, self.session.held)
        return png.encode(pixels, level=png.SMALLEST)

    def close(self) -> None:
        """Let go of the page's side and of all pixels; IPython may keep the rest for long."""
        for widget in _below(self):
            widget.close()
        super().close()
        self.__dict__.pop("canvas", None)  # ipywidgets closes once more what it collects

    def __repr__(self) -> str:
        return f"{self.session.explorer.title}. {self.session.sentence}"

    def outputs(self) -> tuple[dict[str, object], dict[str, object]]:
        """Return what a notebook keeps, by MIME type: a still picture, then the live explorer.

        They are two outputs, for a notebook that is opened again prefers the live form of one
        output even though nothing lives there any more.
        """
        session = self.session
        picture = still.page(self._png(), session.alt, session.sentence)
        live: dict[str, object] = self._repr_mimebundle_()
        empty = {"text/plain": "", "text/html": ""}
        return {"text/plain": repr(self), "text/html": picture}, {**live, **empty}

    def _ipython_display_(self) -> None:
        """Show both; the picture hides where the explorer lives."""
        for output in self.outputs():
            display(output, raw=True)  # type: ignore[no-untyped-call]  # IPython's is untyped


def _below(widget: ipywidgets.Widget) -> list[ipywidgets.Widget]:
    """Return all widgets within a widget."""
    children = getattr(widget, "children", ())
    return [*children, *(one for child in children for one in _below(child))]


def _head(title: str, quoted: str, level: int) -> ipywidgets.HTML:
    words = f"<h{level} class='cleft-title'>{html.escape(title)}</h{level}>"
    if quoted:
        words += f"<p class='cleft-prediction'>{html.escape(quoted)}</p>"
    head = ipywidgets.HTML(words)
    head.add_class("cleft-head")
    return head


def _bar(buttons: dict[str, ipywidgets.Button], presets: int) -> ipywidgets.HBox:
    """Put presets on the left, and on the right what every explorer has."""
    all_buttons = list(buttons.values())
    groups = [
        ipywidgets.HBox(group, layout={"flex_flow": "row wrap"})
        for group in (all_buttons[:presets], all_buttons[presets:])
    ]
    return ipywidgets.HBox(
        groups, layout={"justify_content": "space-between", "flex_flow": "row wrap"}
    )


def _button(name: str, clicked: Callable[[object], None], css: str) -> ipywidgets.Button:
    button = ipywidgets.Button(description=name, layout={"width": "auto"})
    button.add_class(css)
    button.on_click(clicked)
    return button
