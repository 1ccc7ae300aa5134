"""What a still picture of an explorer shows, and the numbers in the words that stand for it."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course.explorers import every

COUNTING = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
CARDINALS = COUNTING.split()
SPELT = {
    **{word: str(number) for number, word in enumerate(CARDINALS, 2)},
    "a hundred": "100",
    "one half": "0.5",
    "at half": "at 0.5",
    "four fifths": "0.8",
    "one hundredth": "0.01",
    **{f"{word} tenths": f"0.{number}" for number, word in enumerate(CARDINALS[:8], 2)},
}
WORD = re.compile(rf"\b(?:{'|'.join(sorted(SPELT, key=len, reverse=True))})\b")
COUNTED = re.compile(
    rf"\b(?:{'|'.join(CARDINALS)}) (?:\w+ )?"
    r"(?:panels|curves|lines|axes|bars|crosses|compartments|models)\b|last two"
)
NUMBER = re.compile(r"(?:\b(about|near|nearly) )?(?<![\w.])([−+]?\d+(?:\.\d+)?)\b(?!-beta)")


class Picture:
    """An explorer at its start, as its still picture shows it."""

    def __init__(self, name: str) -> None:
        explorer = every()[name]
        self.start = explorer.start
        self.shown: Any = explorer.result(explorer.start)
        self._panels = explorer.panels

    def across(self, panel: int = 0) -> tuple[float, float]:
        """Return the ends of a panel's horizontal axis."""
        return self._panels[panel].x.low, self._panels[panel].x.high

    def up(self, panel: int = 0) -> tuple[float, float]:
        """Return the ends of a panel's vertical axis."""
        return self._panels[panel].y.low, self._panels[panel].y.high

    def at(self, where: float, x: str, y: str) -> float:
        """Read a curve off at some place along it."""
        return float(np.interp(where, *self._curve(x, y)))

    def rises_to(self, level: float, x: str, y: str) -> float:
        """Return where a curve first reaches a level from below."""
        along, curve = self._curve(x, y)
        end = int(np.argmax(curve >= level)) + 1
        return float(np.interp(level, curve[end - 2 : end], along[end - 2 : end]))

    def falls_to(self, level: float, x: str, y: str) -> float:
        """Return where a curve first comes down to a level from its peak."""
        along, curve = self._curve(x, y)
        end = int(np.argmax(curve)) + int(np.argmax(curve[np.argmax(curve) :] <= level))
        return float(np.interp(-level, -curve[end - 1 : end + 1], along[end - 1 : end + 1]))

    def _curve(self, x: str, y: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return getattr(self.shown, x), getattr(self.shown, y)


def numbers_in(text: str) -> Iterator[tuple[str, bool, str]]:
    """Yield each number as digits, whether it is said to be a round one, and the words before it.

    How many panels, curves or marks there are is left out, and `one`, which is seldom a number.
    """
    text = WORD.sub(lambda found: SPELT[found[0]], COUNTED.sub("some", text))
    for found in NUMBER.finditer(text):
        yield found[2], bool(found[1]), text[max(0, found.start() - 40) : found.end()]


def as_printed(value: float, number: str, *, is_round: bool) -> str:
    """Write a value with as many digits as a number has; noughts that end a round one are none."""
    places = len(number.partition(".")[2])
    if is_round and not places:
        places = len(number.rstrip("0")) - len(number)
    sign = "−" if value < 0 else "+" if number[0] == "+" else ""
    return f"{sign}{round(abs(value), places):.{max(places, 0)}f}"
