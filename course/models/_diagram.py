"""Boxes and arrows in text: how a compartment model shows itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

Block: TypeAlias = list[str]  # lines; of several, the second is the one an arrow leads to
Arrows: TypeAlias = Mapping[tuple[str, str | None], float]


def diagram(boxes: Mapping[str, str], arrows: Arrows, show: Callable[[float], str]) -> str:
    """Draw a directed graph as boxes joined by arrows.

    Boxes that nothing leads to come first. A box is drawn once; further arrows to it carry its
    name. Two boxes that exchange stand at the two ends of one double arrow.

    Parameters
    ----------
    boxes
        What stands in each box, by name.
    arrows
        A rate for each pair (from, to); ``None`` is the outside. A rate of 0 is no arrow.
    show
        How a rate is written.
    """
    real = {ends: rate for ends, rate in arrows.items() if rate}
    drawn: set[str] = set()

    def block(name: str, come_from: str | None = None) -> Block:
        drawn.add(name)
        branches: list[Block] = []
        for (source, target), rate in real.items():
            if source != name or target == come_from is not None:
                continue
            arrow = f" {show(rate)} ─→ "
            if target is None or target in drawn:
                branches.append([arrow + (target or "out")])
                continue
            returning = real.get((target, name))
            back = f"←─ {show(returning)} " if returning else ""
            branches.append(_beside(arrow + back, block(target, name)))
        return _join(_box(boxes[name]), branches)

    rows: Block = []
    led_to = {target for _, target in real}
    for name in sorted(boxes, key=lambda box: box in led_to):
        if name not in drawn:
            rows += block(name)
    return "\n".join(row.rstrip() for row in rows)


def _box(text: str) -> Block:
    return [f"┌─{'─' * len(text)}─┐", f"│ {text} │", f"└─{'─' * len(text)}─┘"]


def _beside(arrow: str, block: Block) -> Block:
    pad = " " * len(arrow)
    return [(arrow if i == 1 else pad) + line for i, line in enumerate(block)]


def _join(box: Block, branches: Sequence[Block]) -> Block:
    """Set the first branch to the right of the box and hang the others below it."""
    if not branches:
        return box
    top, middle, bottom = box
    beside, below = branches[0], branches[1:]
    if len(beside) == 1:
        beside = ["", *beside, ""]
    stem = "  │" if below else ""
    lines = [
        f"{top} {beside[0]}",
        f"{middle[:-1]}├─{beside[1]}",
        f"{bottom[:2]}{'┬' if below else '─'}{bottom[3:]} {beside[2]}",
        *(stem.ljust(len(top) + 1) + line for line in beside[3:]),
    ]
    for i, branch in enumerate(below):
        turn, rest = ("  └─", "    ") if i == len(below) - 1 else ("  ├─", "  │ ")
        height = len(branch) > 1  # a box has a line above the one that its arrow leads to
        lines += [f"  │ {line}" for line in branch[:height]]
        lines += [turn + branch[height], *(rest + line for line in branch[height + 1 :])]
    return lines
