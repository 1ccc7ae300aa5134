"""Whose a name in a test cell is: the student's, the instructor's, or a library's.

Read from the source notebook alone, so that nothing in a submission can change it.
"""

import ast
import builtins
import contextlib
import symtable
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from autograder.protocol import Value

# Cell magics whose body is ordinary Python that binds names in the notebook.
_TRANSPARENT = ("%%time", "%%timeit", "%%capture", "%%prun")
# IPython keeps results under these, whatever else they are used for.
_IPYTHON = frozenset({"_", "__", "___"})
# What a notebook holds without binding it: Python's own names, and those that IPython puts there.
GIVEN = frozenset(dir(builtins)) | {"display", "get_ipython", "In", "Out", "exit", "quit", "_"}


class Kind(StrEnum):
    """What a code cell of the source notebook is."""

    EDITABLE = "editable"
    LOCKED = "locked"
    TEST = "test"


@dataclass(frozen=True)
class SourceCell:
    """A code cell of the source notebook."""

    name: str
    kind: Kind
    code: str


@dataclass(frozen=True)
class Names:
    """Whose the names are that test cells of a notebook use.

    Parameters
    ----------
    students : frozenset of str
        Bound by editable cells, other than by an import: looked up in the student's process.
    changed : frozenset of str
        Those of them that the reference solution changes from within a function; so they are
        looked up anew even after a test assigned them.
    context : frozenset of str
        What editable cells use but do not bind: what a test assigns to these is put into the
        student's process too, which may rely on it.
    imports : dict
        Names that editable cells import, with module and attribute (empty for the module).
    locked : dict
        For each test cell, the locked cells that it needs, in order.
    unbound : frozenset of str
        What tests use and nothing binds, as where a source holds no reference solution: a plain
        value may come from the student's process, but no object that could decide a test.
    """

    students: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)
    locked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unbound: frozenset[str] = frozenset()

    def as_data(self) -> dict[str, Any]:
        """Return plain data that travels with a job."""
        data = asdict(self)
        for name in ("students", "changed", "context", "unbound"):
            data[name] = sorted(data[name])
        return data

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Names":
        """Return the names that :meth:`as_data` described."""
        return cls(
            students=frozenset(data["students"]),
            changed=frozenset(data["changed"]),
            context=frozenset(data["context"]),
            imports={name: (module, attr) for name, (module, attr) in data["imports"].items()},
            locked={test: tuple(cells) for test, cells in data["locked"].items()},
            unbound=frozenset(data["unbound"]),
        )


def names_of(cells: Sequence[SourceCell]) -> Names:
    """Work out whose each name is.

    Parameters
    ----------
    cells : sequence of SourceCell
        The code cells of the source notebook, in order, hidden tests included.

    Examples
    --------
    >>> cells = [
    ...     SourceCell("setup", Kind.LOCKED, "import numpy as np"),
    ...     SourceCell("double", Kind.EDITABLE, "def double(x): return 2 * x"),
    ...     SourceCell("double-test", Kind.TEST, "assert double(np.pi) > 6"),
    ... ]
    >>> names = names_of(cells)
    >>> sorted(names.students), names.locked
    (['double'], {'double-test': ('setup',)})
    """
    scopes = {cell.name: _Scope.of(cell.code) for cell in cells}
    editable = [scopes[cell.name] for cell in cells if cell.kind is Kind.EDITABLE]
    bound = _union(scope.bound for scope in editable)
    imports = {name: origin for scope in editable for name, origin in scope.imports.items()}
    students = bound - _IPYTHON
    return Names(
        students=students,
        changed=_union(scope.changed for scope in editable) & students,
        context=_union(scope.used for scope in editable) - students - imports.keys(),
        imports={name: origin for name, origin in imports.items() if name not in students},
        locked={
            cell.name: _needed(cells[:place], scopes, students, scopes[cell.name].used)
            for place, cell in enumerate(cells)
            if cell.kind is Kind.TEST
        },
        unbound=_unbound(cells, scopes),
    )


def _unbound(cells: Sequence[SourceCell], scopes: "dict[str, _Scope]") -> frozenset[str]:
    """Return what tests use and no cell binds; nothing where a star may bind anything."""
    if any(scopes[cell.name].stars for cell in cells if cell.kind is not Kind.EDITABLE):
        return frozenset()
    used = _union(scopes[cell.name].used for cell in cells if cell.kind is Kind.TEST)
    return used - _union(scope.all_bound for scope in scopes.values()) - GIVEN


def _needed(
    before: Sequence[SourceCell], scopes: "dict[str, _Scope]", students: frozenset[str], used: Value
) -> tuple[str, ...]:
    """Return the locked cells that bind what a test uses, and what these use in their turn."""
    wanted = set(used)
    needed = []
    for cell in reversed(before):
        scope = scopes[cell.name]
        if cell.kind is Kind.TEST:
            wanted |= scope.used  # a test may call a function of an earlier one
        elif cell.kind is Kind.LOCKED and (scope.stars or wanted & scope.all_bound - students):
            needed.append(cell.name)
            wanted |= scope.used
    return tuple(reversed(needed))


@dataclass(frozen=True)
class _Scope:
    """The module-level names of one cell."""

    bound: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)
    stars: tuple[str, ...] = ()

    @property
    def all_bound(self) -> frozenset[str]:
        return self.bound | frozenset(self.imports)

    @classmethod
    def of(cls, code: str) -> "_Scope":
        """Read a cell; one that is no Python binds nothing."""
        try:
            python = _as_python(code)
            tree = ast.parse(python)
            top = symtable.symtable(python, "cell", "exec")
        except (SyntaxError, ValueError):
            return cls()
        imports, stars = _imports(tree)
        inner = list(_inner(top))
        changed = frozenset(
            symbol.get_name()
            for table in inner
            for symbol in table.get_symbols()
            if symbol.is_declared_global() and symbol.is_assigned()
        )
        outer = top.get_symbols()
        assigned = {each.get_name() for each in outer if each.is_assigned()} - imports.keys()
        used = {each.get_name() for each in outer if each.is_referenced()} | {
            symbol.get_name()
            for table in inner
            for symbol in table.get_symbols()
            if symbol.is_global() and symbol.is_referenced()
        }
        return cls(frozenset(assigned) | changed, changed, frozenset(used), imports, stars)


def _as_python(code: str) -> str:
    first, _, rest = code.lstrip("\n").partition("\n")
    if first.startswith(_TRANSPARENT):
        code = rest
    with contextlib.suppress(SyntaxError, ValueError):
        ast.parse(code)
        return code
    # It takes longer to import than all of a lesson to read, and hardly any cell needs it.
    from autograder.python_first import PythonFirst

    return str(PythonFirst().transform_cell(code))  # type: ignore[no-untyped-call]  # IPython


def _inner(table: symtable.SymbolTable) -> Iterable[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _inner(child)


def _imports(tree: ast.Module) -> tuple[dict[str, tuple[str, str]], tuple[str, ...]]:
    """Return the names that a cell imports at its top level, and modules taken in whole."""
    found: dict[str, tuple[str, str]] = {}
    stars = []
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                whole = alias.name if alias.asname else alias.name.partition(".")[0]
                found[alias.asname or whole] = (whole, "")
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                if alias.name == "*":
                    stars.append(node.module)
                else:
                    found[alias.asname or alias.name] = (node.module, alias.name)
    return found, tuple(stars)


def _statements(node: ast.AST) -> Iterable[ast.AST]:
    """Yield what runs at the top level, not what stands in functions and classes."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(
            child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
        ):
            yield child
            yield from _statements(child)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)
