"""Compile what every submission of a lesson runs once, before a process is forked for each.

To read and compile a test cell takes longer than most of its checks, and it is the same for a
whole class.
"""

import ast
from types import CodeType
from typing import Any

from IPython.core.compilerop import CachingCompiler

from autograder.protocol import Value


class KeepingCompiler(CachingCompiler):
    """IPython's compiler, which keeps what came of the cells that it is told beforehand."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # IPython
        self._known: frozenset[str] = frozenset()
        self._trees: dict[Any, ast.AST] = {}
        self._codes: dict[Any, CodeType] = {}

    def know(self, cells: frozenset[str], flags: int) -> None:
        """Compile cells as IPython will ask for it: a tree of each, and code of each statement.

        Parameters
        ----------
        cells : frozenset of str
            Python, after IPython's own syntax; cells known before are forgotten.
        flags : int
            What the compiler is told besides when statements are compiled.
        """
        if cells == self._known:
            return
        self._known, self._trees, self._codes = cells, {}, {}
        for cell in sorted(cells):
            try:
                self._keep(cell, flags)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue  # it fails where it stands, in each submission

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        """Return the name under which a cell is compiled: of a known one the same in any prompt."""
        number = 0 if transformed_code in self._known else number
        return super().get_code_name(raw_code, transformed_code, number)

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Return the tree of a cell."""
        tree = self._trees.get((source, filename, symbol, self.flags))
        return super().ast_parse(source, filename, symbol) if tree is None else tree

    def __call__(self, source: Value, filename: str, symbol: str, **more: Value) -> CodeType:
        """Return the code of one statement."""
        code = self._codes.get(self._key(source, filename, symbol))
        return super().__call__(source, filename, symbol, **more) if code is None else code

    def _keep(self, cell: str, flags: int) -> None:
        name = self.get_code_name(cell, cell, 0)
        tree = super().ast_parse(cell, name)
        self._trees[cell, name, "exec", self.flags] = tree
        last = tree.body[-1:]  # type: ignore[attr-defined]  # a module has one
        with self.extra_flags(flags):
            before = self.flags
            for node in tree.body:  # type: ignore[attr-defined]  # it is a module
                shown = [node] == last and isinstance(node, ast.Expr)
                part = ast.Interactive([node]) if shown else ast.Module([node], [])
                symbol = "single" if shown else "exec"
                code = super().__call__(part, name, symbol)  # type: ignore[arg-type]  # as compile takes it
                if self.flags != before:  # from here on cells are compiled in another way
                    self.flags = before
                    return
                self._codes[self._key(part, name, symbol)] = code

    def _key(self, source: Value, filename: str, symbol: str) -> tuple[Any, ...]:
        """Name a statement by its place in memory: trees are kept, so no other can take it."""
        nodes = getattr(source, "body", ())
        return tuple(map(id, nodes)), filename, symbol, self.flags
