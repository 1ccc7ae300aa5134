"""What the box lacks of the package that lessons import: what they ask for, and what does it.

Students own that package, and may read it; but an answer that calls a function of it that does
the exercise is no answer. So where answers run, each module stands without what is withheld: its
text is rewritten before any process can load it. Elsewhere everything is there.

A list names functions, methods, whole modules or whole packages; what begins with ``!`` is a
module that is there all the same::

    ["course.models", "!course.models.reflex", "!course.models._domain"]

Whoever withholds a function leaves what it is made of, the private helper and the method that
comes to the same by another way. Whoever withholds a package leaves nothing.
"""

import ast
import importlib.util
import pkgutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path

KEY = "withheld"
_OFFERED = "!"


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
        Functions, methods, modules and packages in full, such as ``package.module.Class.method``;
        with ``!`` before it, a module that is offered although its package is withheld.

    Raises
    ------
    WithheldError
        If there is no such thing.
    """
    named = tuple(names)
    whole: dict[Path, str] = {}
    inner: dict[Path, list[str]] = {}
    for name in _withheld(named):
        spec, rest = _found(name)
        path = Path(str(spec.origin)).resolve()
        if rest:
            inner.setdefault(path, []).append(rest)
        else:
            whole |= {path: _lacking(spec)}
    parts = {
        path: without(path.read_text(encoding="utf-8"), rest)
        for path, rest in inner.items()
        if path not in whole
    }
    return tuple(Rewritten(path, text) for path, text in sorted({**parts, **whole}.items()))


def is_withheld(name: str, names: Collection[str]) -> bool:
    """Tell whether a list withholds a function, or the module or package that it stands in.

    Examples
    --------
    >>> names = ["a.b", "!a.b.c", "a.d.f"]
    >>> [is_withheld(each, names) for each in ("a.b.x.f", "a.b.c.f", "a.d.f", "a.d.g")]
    [True, False, True, False]
    """
    within = [name.rsplit(".", length)[0] for length in range(name.count(".") + 1)]
    return not any(f"{_OFFERED}{each}" in names for each in within) and any(
        each in names for each in within
    )


def _withheld(names: Collection[str]) -> Iterator[str]:
    """Yield the names of a list, and for a package those of its modules that are not offered."""
    offered = [name for name in names if name.startswith(_OFFERED)]
    for name in offered:
        if _found(name.removeprefix(_OFFERED))[1]:
            raise WithheldError(f"{name} is no module that could be offered")
    for name in names:
        if name in offered:
            continue
        yield name
        spec, rest = _found(name)
        if not rest and spec.submodule_search_locations:
            modules = pkgutil.walk_packages(spec.submodule_search_locations, f"{name}.")
            yield from (each.name for each in modules if is_withheld(each.name, names))


def _lacking(spec: ModuleSpec) -> str:
    """Return the text of a module of which nothing is left; modules may be offered in a package."""
    if spec.submodule_search_locations:
        return ""
    said = f"{spec.name} is lacking where answers are graded: write what you need of it yourself"
    return f"raise NotImplementedError({said!r})"


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


def _found(name: str) -> tuple[ModuleSpec, str]:
    """Return the module that a name is or lies in, and the name within it, if any."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            spec = importlib.util.find_spec(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        if spec is not None and spec.origin is not None and spec.origin.endswith(".py"):
            return spec, ".".join(parts[length:])
    raise WithheldError(f"{name} is in no module that can be found here")
