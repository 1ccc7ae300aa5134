"""What test cells do that cannot come out alike when the answer is in a process of its own.

A test sees copies of the answer's values, and what stands for its other objects. Nearly every
test means the same so; the few ways of writing one that do not are found here, before release.
"""

import ast
import builtins
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autograder.examiner.names import _as_python as as_python

_INSTEAD = "or tag the cell in-student-kernel"
_SOURCE_READERS = frozenset({"getsource", "getsourcelines", "getsourcefile", "getfile"})
_PATCHES = frozenset({"patch", "mock.patch", "unittest.mock.patch", "mock.patch.object"})
_HISTORY = frozenset({"In", "Out", "_ih", "_oh", "_i", "_ii", "_iii"})
_COMPARERS = frozenset({"array_equal", "assert_array_equal", "assert_equal", "assertEqual"})
_CONTAINERS = (
    *("list", "dict", "set", "bytearray", "copy", "array", "zeros", "ones", "full", "empty"),
    *("arange", "linspace", "DataFrame", "Series"),
)
_TYPES = frozenset(name for name, kind in vars(builtins).items() if isinstance(kind, type))


@dataclass(frozen=True)
class Refusal:
    """Why a line of a test cell cannot do for a boxed answer what it does in one process."""

    line: int
    why: str


def refusals(code: str, students: Iterable[str], *, in_place: bool = False) -> tuple[Refusal, ...]:
    """Find what a test cell does that stock nbgrader and the engine would mark differently.

    Parameters
    ----------
    code : str
        The complete test cell.
    students : iterable of str
        Names that the answer binds; see `autograder.examiner.names.Names`.
    in_place : bool
        Whether the cell is tagged ``in-place``, so that changed arguments come back.

    Returns
    -------
    tuple of Refusal
        In the order of lines; empty if all is well, or if the cell is no Python.

    Examples
    --------
    >>> refusals("assert copied(xs) is not xs", ["copied"])[0].why.partition(":")[0]
    'what the answer gives is a copy, so that “is” says nothing'
    >>> refusals("assert copied(xs) is not None", ["copied"])
    ()
    """
    try:
        tree = ast.parse(as_python(code))
    except (SyntaxError, ValueError):
        return ()  # that it runs is seen when it is run
    answers = _derived(tree, frozenset(students))
    found = [*_calls(tree), *_history(tree), *_identities(tree, answers)]
    if not in_place:
        found += _changes_looked_for(tree, frozenset(students))
    return tuple(sorted(set(found), key=lambda each: (each.line, each.why)))


def _calls(tree: ast.AST) -> Iterator[Refusal]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        whole = ast.unparse(call.func)
        if whole.rpartition(".")[2] in _SOURCE_READERS:
            why = (
                f"{whole} asks for the answer's source text, which stays in the student's process: "
                f"test what the answer does, {_INSTEAD}"
            )
            yield Refusal(call.lineno, why)
        elif whole in _PATCHES:
            why = (
                f"{whole} changes this process and not the student's, where the answer runs: hand "
                f"the answer what it is to use, {_INSTEAD}"
            )
            yield Refusal(call.lineno, why)
        elif whole == "open":
            why = (
                "open looks in the folder of the test and not of the answer: have the answer "
                f"return what it wrote, {_INSTEAD}"
            )
            yield Refusal(call.lineno, why)


def _history(tree: ast.AST) -> Iterator[Refusal]:
    bound = {node.id for node in _names(tree) if not isinstance(node.ctx, ast.Load)}
    for node in _names(tree):
        if node.id in _HISTORY - bound:
            why = (
                f"{node.id} holds the history of the test's process and not of the student's: "
                f"test what the answer gives, {_INSTEAD}"
            )
            yield Refusal(node.lineno, why)


def _identities(tree: ast.AST, answers: frozenset[str]) -> Iterator[Refusal]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
            if not isinstance(operator, ast.Is | ast.IsNot) or _is_single(left, right):
                continue
            if _mentions(left, answers) or _mentions(right, answers):
                why = (
                    "what the answer gives is a copy, so that “is” says nothing: compare "
                    f"with ==, {_INSTEAD}"
                )
                yield Refusal(node.lineno, why)


def _is_single(left: ast.expr, right: ast.expr) -> bool:
    """Tell whether a side is something of which both processes have just one."""
    return any(
        (isinstance(side, ast.Constant) and side.value in {None, True, False, ...})
        or (isinstance(side, ast.Name) and side.id in _TYPES)
        or (isinstance(side, ast.Call) and ast.unparse(side.func) == "type")
        for side in (left, right)
    )


def _changes_looked_for(tree: ast.Module, students: frozenset[str]) -> Iterator[Refusal]:
    """Find variables that are passed to the answer and later compared, as if it changed them."""
    passed: dict[str, int] = {}
    changeable = _changeable(tree)
    for statement in tree.body:
        for name in sorted(_compared(statement) & passed.keys()):
            why = (
                f"{name} is passed to the answer and then looked at, but the answer gets a copy: "
                f"tag the cell in-place, {_INSTEAD}"
            )
            yield Refusal(statement.lineno, why)
        bound = {n.id for n in _names(statement) if isinstance(n.ctx, ast.Store)}
        for name in bound:
            passed.pop(name, None)
        for call in (node for node in ast.walk(statement) if isinstance(node, ast.Call)):
            if _mentions(call.func, students):
                given = [*call.args, *(keyword.value for keyword in call.keywords)]
                names = {each.id for each in given if isinstance(each, ast.Name)} - bound
                passed |= dict.fromkeys(names & changeable, call.lineno)


def _changeable(tree: ast.Module) -> set[str]:
    """Return the variables that hold something that a function can change."""
    return {
        name.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _makes_container(node.value)
        for target in node.targets
        for name in _names(target)
    }


def _makes_container(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).endswith(_CONTAINERS)
    return isinstance(
        value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    )


def _compared(statement: ast.stmt) -> set[str]:
    """Return the variables that a statement compares as they are."""
    found: set[str] = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq):
            found |= {_root(side) for side in (node.left, *node.comparators)}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(tuple(_COMPARERS)):
            found |= {_root(side) for side in node.args}
    return found - {""}


def _root(node: ast.expr) -> str:
    """Return the variable of ``x``, ``x[...]`` and ``x.tolist()``, else nothing."""
    while True:
        match node:
            case ast.Name():
                return node.id
            case ast.Subscript():
                node = node.value
            case ast.Call(func=ast.Attribute(value=value), args=[]):
                node = value
            case _:
                return ""


def _derived(tree: ast.Module, students: frozenset[str]) -> frozenset[str]:
    """Return the names whose values come from the answer."""
    found = set(students)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _mentions(node.value, found):
            found |= {name.id for target in node.targets for name in _names(target)}
    return frozenset(found)


def _mentions(node: ast.AST, names: Iterable[str]) -> bool:
    wanted = frozenset(names)
    return any(name.id in wanted for name in _names(node))


def _names(node: ast.AST) -> Iterator[ast.Name]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Name))
