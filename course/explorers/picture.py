"""The one widget of our own: a picture with the words that belong to it.

ipywidgets' image can carry no alternative text and its sliders no accessible name. This widget
carries both, with a sentence that a screen reader announces. All texts reach the page as text,
never as markup.
"""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

_HERE = Path(__file__).parent


class Picture(anywidget.AnyWidget):
    """A picture, its words and its fold-out parts, shown by ``picture.js``.

    The picture is its `background` and, after `course.explorers.runs`, the live `curves` on it.
    Both are state, so a page that joins later has all of it.
    """

    _esm = _HERE / "picture.js"
    _css = _HERE / "picture.css"

    curves = traitlets.Bytes().tag(sync=True)
    background = traitlets.Bytes().tag(sync=True)
    width_px = traitlets.Int().tag(sync=True)
    height_px = traitlets.Int().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    kept = traitlets.List(traitlets.Unicode()).tag(sync=True)
    tasks = traitlets.List(traitlets.Unicode()).tag(sync=True)
    found = traitlets.List(traitlets.Unicode()).tag(sync=True)
    code = traitlets.Unicode().tag(sync=True)
    headings = traitlets.List(traitlets.Unicode()).tag(sync=True)
    numbers = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    sliders = traitlets.List(traitlets.Dict()).tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
