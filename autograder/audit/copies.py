"""Copies: an answer whose function is a model's own text, under other names.

Students may read the package, and learn from it. An answer in the bank that only copies a function
of it shows nothing of the exercise; and where the reference is such a copy, so may every answer be.
"""

import ast
import importlib.util
import inspect
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from autograder.audit.answers import Expected
from autograder.audit.delegation import CHECK
from autograder.audit.findings import Finding
from autograder.audit.stand_ins import modules_of

# Whatever is shorter is written alike by everybody who writes the same equation.
_ENOUGH = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef


def check_copies(expected: Iterable[Expected], package: str) -> Iterator[Finding]:
    """Check that no answer that earns something is a copy of a model.

    Parameters
    ----------
    expected : iterable of Expected
        The answers, the reference among them.
    package : str
        The package of the models.

    Raises
    ------
    ImportError
        If there is no such package.
    """
    models = _models(package)
    for each in expected:
        if not each.points:
            continue
        for function in _functions(each.attempt.source):
            model = models.get(shape_of(function))
            if model is not None:
                problem = (
                    f"in {each.attempt.name}, {function.name} is {model} under other names: "
                    "write it anew, or ask for more than the model does"
                )
                yield Finding(CHECK, each.file, each.attempt.exercise, problem)


def shape_of(function: Function) -> str:
    """Return what stays of a function under other names and annotations, and without a docstring.

    Examples
    --------
    >>> one, other = "def f(x: int) -> int: return g(x) + 1", "def h(y): 'Add.'; return g(y) + 1"
    >>> shape_of(ast.parse(one).body[0]) == shape_of(ast.parse(other).body[0])
    True
    """
    copy = ast.parse(ast.unparse(function)).body[0]
    named: dict[str, str] = {}
    for node in ast.walk(copy):
        if isinstance(node, ast.arg):
            node.annotation = None
            named.setdefault(node.arg, f"_{len(named)}")
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            named.setdefault(node.id, f"_{len(named)}")
        elif isinstance(node, Function):
            _strip(node)
            named.setdefault(node.name, f"_{len(named)}")
    for node in ast.walk(copy):
        if isinstance(node, ast.arg):
            node.arg = named[node.arg]
        elif isinstance(node, ast.Name):
            node.id = named.get(node.id, node.id)
        elif isinstance(node, Function):
            node.name = named[node.name]
    return ast.dump(copy, annotate_fields=False)


def _strip(function: Function) -> None:
    function.returns, function.decorator_list = None, []
    if ast.get_docstring(function, clean=False) is not None:
        function.body = function.body[1:] or [ast.Pass()]


@cache
def _models(package: str) -> dict[str, str]:
    """Return the full names of a package's functions, by shape."""
    found: dict[str, str] = {}
    for module in modules_of(package):
        spec = importlib.util.find_spec(module)
        if spec is None or spec.origin is None or not inspect.getmodulename(spec.origin):
            continue
        for function in _functions(Path(spec.origin).read_text(encoding="utf-8")):
            found.setdefault(shape_of(function), f"{module}.{function.name}")
    return found


def _functions(source: str) -> Iterator[Function]:
    """Yield the functions of a text that are long enough to be told apart."""
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a magic, or no Python at all: the tests say what it is worth
        return
    for node in ast.walk(tree):
        if isinstance(node, Function) and len(list(ast.walk(node))) >= _ENOUGH:
            yield node
