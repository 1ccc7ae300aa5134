"""What stands for an explorer where none can live: a picture with its words, and nothing to load.

A notebook keeps both outputs of an explorer, this picture and the live one. Where widgets live,
the picture hides; where they do not (a notebook opened again, feedback, paper), it shows, and the
notebook's word that a widget is missing hides in its stead.
"""

from __future__ import annotations

import base64
import html

from course.explorers import style

_CALL = "A still picture: run its cell in Jupyter to move the sliders."

# The page of a reopened notebook has no style of ours, so the picture brings its own. `+ child`
# is the output that follows it: the live explorer, or the word that there is none.
_ONE_OF_TWO = """
.jp-OutputArea-child:has(.cleft-static):has(+ .jp-OutputArea-child .cleft-explorer),
.jp-OutputArea-child:has(.cleft-static) + .jp-OutputArea-child:not(:has(.cleft-explorer)) {
  display: none;
}
"""


def page(png: bytes, alt: str, sentence: str) -> str:
    """Return a picture and its words as HTML that needs no script.

    Parameters
    ----------
    png : bytes
        The picture.
    alt, sentence : str
        What it shows, and what follows from it.
    """
    data = base64.b64encode(png).decode()
    return (
        f"<style>{_ONE_OF_TWO}</style>"
        f'<figure class="cleft-static"><img src="data:image/png;base64,{data}" '
        f'alt="{html.escape(alt)}" width="{style.WIDTH_PX}" height="{style.HEIGHT_PX}">'
        f"<figcaption>{html.escape(sentence)}<br><em>{_CALL}</em></figcaption></figure>"
    )
