"""Functions that a lesson asks for, which the box therefore lacks.

Students own the package that their lessons import, and may read it; but an answer that calls a
function of it that does the exercise is no answer. So where answers run, each module stands
without what is withheld: its text is rewritten before any process can load it.
"""

import ast
import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

KEY = "withheld"


class WithheldError(ValueError):
    """What is to be withheld is not there."""


@dataclass(frozen=True)
class Rewritten:
    """A module's file, as it stands where answers run."""

    path: Path
    text: str


def rewritten(names: Iterable[str]) -> tuple[Rewritten, ...]:
    """Return the files of all modules that lack something.

    Parameters
    ----------
    names : iterable of str
        Functions and methods in full, such as ``package.module.Class.method``.

    Raises
    ------
    WithheldError
        If there is no such function.
    """
    by_module: dict[Path, list[str]] = {}
    for name in names:
        path, inner = _found(name)
        by_module.setdefault(path, []).append(inner)
    return tuple(
        Rewritten(path, without(path.read_text(encoding="utf-8"), inner))
        for path, inner in sorted(by_module.items())
    )


def without(source: str, names: Iterable[str]) -> str:
    r"""Return a module's source whose named functions only say that they are withheld.

    Raises
    ------
    WithheldError
        If one is not defined there.

    Examples
    --------
    >>> print(without("def f(x):\n    return 2 * x\ndef g(x):\n    return x", ["f"]))
    def f(x):
        raise NotImplementedError('f is what this lesson asks for: write it yourself')
    <BLANKLINE>
    def g(x):
        return x
    """
    tree = ast.parse(source)
    for name in names:
        found = _definition(tree, name.split("."))
        if found is None:
            raise WithheldError(f"{name} is no function that could be withheld")
        text = f"{name} is what this lesson asks for: write it yourself"
        found.body = ast.parse(f"raise NotImplementedError({text!r})").body
    return ast.unparse(tree)


def _definition(tree: ast.AST, names: list[str]) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """Find a function by the names of what it is defined in."""
    first, *rest = names
    for node in getattr(tree, "body", []):
        if getattr(node, "name", None) != first:
            continue
        if rest and isinstance(node, ast.ClassDef):
            return _definition(node, rest)
        if not rest and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return node
    return None


def _found(name: str) -> tuple[Path, str]:
    """Return the file of the module that a name lies in, and the name within it."""
    parts = name.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            spec = importlib.util.find_spec(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        if spec is not None and spec.origin is not None and spec.origin.endswith(".py"):
            return Path(spec.origin).resolve(), ".".join(parts[length:])
    raise WithheldError(f"{name} is in no module that can be found here")
