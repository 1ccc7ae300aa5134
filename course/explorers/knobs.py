"""A control on the page: a slider, and beside it a box for typing the number.

Where a control chooses among kinds, a list of their names stands in place of the box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.explorers.declaration import Control

LABEL_WIDTH = "275px"


class Knob:
    """Slider and numeric box of one control, always in step.

    Parameters
    ----------
    control : Control
        What it sets.
    on_change : callable
        Called with the control's name and new value when the user moves or types.

    Attributes
    ----------
    row : ipywidgets.HBox
        What the page shows.
    slider, box : ipywidgets
        Its two parts.
    """

    def __init__(self, control: Control, on_change: Callable[[str, float], None]) -> None:
        self.control = control
        self.slider = _slider(control)
        self.box = _box(control)
        self._on_change = on_change
        self._listening = True
        self._value = control.start
        self.row = ipywidgets.HBox([self.slider, self.box], layout={"width": "100%"})
        self.slider.add_class("cleft-slider")
        self.box.add_class("cleft-box")
        self.slider.add_class(self.css)
        self.box.add_class(self.css)
        self.slider.observe(self._slid, names="value")
        self.box.observe(self._typed, names="value")

    @property
    def css(self) -> str:
        """Class by which the page finds both parts."""
        return f"cleft-{self.control.name.replace('_', '-')}"

    @property
    def for_page(self) -> dict[str, object]:
        """What the page needs to name both parts."""
        control = self.control
        return {
            "css": self.css,
            "label": control.label,
            "unit": control.unit,
            "log": control.scale == "log",
            "low": control.low,
            "high": control.high,
            "choices": control.choices,
        }

    def show(self, value: float) -> None:
        """Show a value in both parts without reporting a change."""
        self._value = value
        self._listening = False
        try:
            # Where the slider already stands nearest, it is left alone: it may be held.
            if not self.control.is_nearest_step(self.slider.value, value):
                self.slider.value = value
            self.box.value = value
        finally:
            self._listening = True

    def _slid(self, change: dict[str, float]) -> None:
        # A slider between whose steps a value lies reports the nearest step by itself.
        if self._listening and not self.control.is_nearest_step(change["new"], self._value):
            self._on_change(self.control.name, self.control.accept(change["new"]))

    def _typed(self, change: dict[str, float]) -> None:
        if self._listening:
            value = self.control.accept(change["new"])
            self.show(value)  # the picture's words about the slider are to come after its move
            self._on_change(self.control.name, value)


def _slider(control: Control) -> ipywidgets.FloatSlider | ipywidgets.FloatLogSlider:
    shared = {
        "description": control.heading,
        "value": control.start,
        "readout": False,
        "style": {"description_width": LABEL_WIDTH},
        "layout": {"flex": "1 1 auto", "width": "auto"},
    }
    first, last = control.ends
    if control.scale == "log":
        return ipywidgets.FloatLogSlider(base=10, min=first, max=last, step=control.step, **shared)
    return ipywidgets.FloatSlider(min=first, max=last, step=control.step, **shared)


def _box(control: Control) -> ipywidgets.BoundedFloatText | ipywidgets.Dropdown:
    if control.choices:
        named = [(name, float(value)) for value, name in enumerate(control.choices)]
        return ipywidgets.Dropdown(options=named, value=control.start, layout={"width": "190px"})
    return ipywidgets.BoundedFloatText(
        value=control.start,
        min=control.low,
        max=control.high,
        step=control.step if control.scale == "linear" else None,
        layout={"width": "90px"},
    )
