"""A control on the page: a slider, and beside it a box for typing the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.explorers.declaration import Control

LABEL_WIDTH = "230px"


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
        unit = ipywidgets.Label(control.unit, layout={"width": "70px"})
        self.row = ipywidgets.HBox([self.slider, self.box, unit], layout={"width": "100%"})
        self.slider.add_class("cleft-slider")
        self.box.add_class("cleft-box")
        for widget in (self.slider, self.box):
            widget.add_class(self.css)
            widget.observe(self._changed, names="value")

    @property
    def css(self) -> str:
        """Class by which the page finds both parts."""
        return f"cleft-{self.control.name.replace('_', '-')}"

    @property
    def for_page(self) -> dict[str, object]:
        """What the page needs to name both parts."""
        control = self.control
        log = control.scale == "log"
        return {"css": self.css, "label": control.label, "unit": control.unit, "log": log}

    def show(self, value: float) -> None:
        """Show a value in both parts without reporting a change."""
        self._listening = False
        try:
            # A slider being dragged stands between steps of three figures; it is left alone.
            if self.control.accept(self.slider.value) != value:
                self.slider.value = value
            self.box.value = value
        finally:
            self._listening = True

    def _changed(self, change: dict[str, float]) -> None:
        if self._listening:
            self._on_change(self.control.name, self.control.accept(change["new"]))


def _slider(control: Control) -> ipywidgets.FloatSlider | ipywidgets.FloatLogSlider:
    shared = {
        "description": control.heading,
        "value": control.start,
        "readout": False,
        "style": {"description_width": LABEL_WIDTH},
        "layout": {"flex": "1 1 auto", "width": "auto"},
    }
    if control.scale == "log":
        low, high = control.exponents
        step = control.step or (high - low) / 200
        return ipywidgets.FloatLogSlider(base=10, min=low, max=high, step=step, **shared)
    return ipywidgets.FloatSlider(min=control.low, max=control.high, step=control.step, **shared)


def _box(control: Control) -> ipywidgets.BoundedFloatText:
    return ipywidgets.BoundedFloatText(
        value=control.start,
        min=control.low,
        max=control.high,
        step=control.step if control.scale == "linear" else None,
        layout={"width": "90px"},
    )
