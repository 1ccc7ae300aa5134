"""The page for a lecture, as a notebook that a server of live pages shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.explorers import by_lesson
from course.explorers.gallery import TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence


def notebook(lessons: Sequence[str] = ()) -> dict[str, Any]:
    """Return a notebook, as its JSON, that shows the explorers of some lessons, or of all.

    Parameters
    ----------
    lessons : sequence of str
        Names such as ``"ketamine"``; none means every lesson.

    Raises
    ------
    ValueError
        If there is no lesson of that name.
    """
    declared = by_lesson()
    if unknown := [name for name in lessons if name not in declared]:
        raise ValueError(f"There is no lesson {unknown[0]!r}; there are {', '.join(declared)}.")
    show = f"from course.explorers.gallery import gallery\n\ngallery({list(lessons)!r})"
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "title": TITLE,
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        },
        "cells": [
            {
                "cell_type": "code",
                "id": "gallery",
                "metadata": {},
                "source": show,
                "outputs": [],
                "execution_count": None,
            },
        ],
    }
