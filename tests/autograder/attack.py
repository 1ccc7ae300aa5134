"""Small submissions that attack their grading, read from the folder ``attacks``."""

import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "attacks"

_TITLE = re.compile(r"^# %% \[attack\] (.+)$", re.MULTILINE)
_NEXT = "\n# %% [next]\n"
_HEADER = re.compile(r"# (?P<key>[a-z_]+): (?P<value>.+)")


@dataclass(frozen=True)
class Attack:
    """One submission; ``attacks/README.md`` says what its header means."""

    name: str
    file: str
    code: str
    afterwards: str = ""
    header: dict[str, str] = field(default_factory=dict)

    @property
    def is_right(self) -> bool:
        return self.header.get("answer") == "right"

    @property
    def marks(self) -> float | None:
        """What it earns; None if that does not matter."""
        marks = self.header.get("marks", "20" if self.is_right else "0")
        return None if marks == "any" else float(marks)

    @property
    def cell_s(self) -> float:
        return float(self.header.get("cell_s", 30))


def load_attacks() -> dict[str, Attack]:
    """Return all attacks by their names, in the order of the files."""
    found: dict[str, Attack] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        _, *parts = _TITLE.split(path.read_text())
        for name, block in zip(parts[::2], parts[1::2], strict=True):
            assert name not in found, f"two attacks are called {name}"
            found[name] = _attack(name, path.stem, block.strip("\n").splitlines())
    return found


def _attack(name: str, file: str, lines: list[str]) -> Attack:
    header: dict[str, str] = {}
    while match := _HEADER.fullmatch(lines[0]):
        header[match["key"]] = match["value"]
        lines = lines[1:]
    unknown = header.keys() - {"answer", "marks", "state", "test", "cell_s"}
    assert not unknown, f"{name} says {', '.join(unknown)}, which nobody reads"
    code, _, afterwards = "\n".join(lines).partition(_NEXT)
    return Attack(name, file, code, afterwards, header)
