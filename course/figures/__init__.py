"""Pictures that stand still, for pieces of a lesson that have no explorer.

They are drawn from :mod:`course.models` in the look of the explorers and committed beside the
lesson, with an alternative text whose figures are computed too.
``python -m course.figures`` draws them all anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.explorers.panel import Panel

LESSONS = ("transmitters", "imbalance", "psychotropics", "ketamine", "naltrexone")
"""Modules or packages in here, each with the ``STILLS`` of the lesson that it is named after."""


@dataclass(frozen=True)
class Still:
    """A picture that does not move.

    Attributes
    ----------
    name : str
        Name of the file, without its ending.
    panels : tuple of Panel
        What is drawn; their curves name fields of the result.
    result : object
        What the models computed.
    alt : str
        The alternative text: what somebody who cannot see the picture needs from it.
    """

    name: str
    panels: tuple[Panel, ...]
    result: object
    alt: str


def by_lesson() -> dict[str, tuple[Still, ...]]:
    """Return the still pictures of each lesson that has some."""
    return {lesson: import_module(f"course.figures.{lesson}").STILLS for lesson in LESSONS}


def png(still: Still) -> bytes:
    """Draw a still picture into a PNG file; equal curves give equal bytes."""
    from course.explorers import png as encoder
    from course.explorers.canvas import Canvas

    pixels = Canvas(still).pixels(still.result)
    return encoder.encode(pixels, level=encoder.SMALLEST)
