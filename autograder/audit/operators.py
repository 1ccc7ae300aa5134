"""Small faults that a reference solution could have, each made by changing one place of its text.

The faults are those of mutation testing at large (arithmetic, comparisons and their boundaries,
conditions, constants, statements left out), and those that numerical code invites: a constant one
per cent off, a sign, operands or arguments in the wrong order, a function taken for its sister.
The operators are written here because the maintained libraries of them (cosmic-ray, mutmut) mutate
files of a package under a test command, and bring a session database and a terminal interface.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_BOUNDARY: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_NEGATION: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SISTERS = {
    "exp": "expm1",
    "expm1": "exp",
    "log": "log10",
    "log10": "log",
    "log2": "log",
    "log1p": "log",
    "sqrt": "square",
    "sum": "mean",
    "mean": "sum",
    "min": "max",
    "max": "min",
    "minimum": "maximum",
    "maximum": "minimum",
    "argmin": "argmax",
    "argmax": "argmin",
    "floor": "ceil",
    "ceil": "floor",
    "sin": "cos",
    "cos": "sin",
    "sinh": "cosh",
    "cosh": "sinh",
    "cumsum": "cumprod",
    "cumprod": "cumsum",
    "std": "var",
    "var": "std",
    "median": "mean",
    "any": "all",
    "all": "any",
    "real": "imag",
    "imag": "real",
    "zeros": "ones",
    "ones": "zeros",
    "zeros_like": "ones_like",
    "ones_like": "zeros_like",
}
_IDENTITIES = frozenset({"abs", "fabs", "absolute", "sorted", "sort", "conj"})
# Their arguments may change places without a difference.
_SYMMETRIC = frozenset(
    {
        "minimum",
        "maximum",
        "min",
        "max",
        "hypot",
        "isclose",
        "allclose",
        "array_equal",
        "broadcast",
        "broadcast_arrays",
        "add",
        "multiply",
        "isinstance",
        "range",
        "zip",
    }
)
_ORDERED = (ast.Sub, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod, ast.MatMult)


@dataclass(frozen=True)
class Change:
    """A place of a program, and what is put there.

    Parameters
    ----------
    operator : str
        The kind of fault.
    node : ast.AST
        What is replaced.
    text : str
        By what.
    """

    operator: str
    node: ast.expr | ast.stmt
    text: str


def changes(tree: ast.AST) -> Iterator[Change]:
    """Yield every change that an operator can make somewhere in a program, in order of lines.

    Examples
    --------
    >>> [(each.operator, each.text) for each in changes(ast.parse("a < b"))]
    [('boundary', 'a <= b'), ('comparison', 'a >= b')]
    """
    found = [
        Change(name, node, text)
        for node in _outside_strings(tree)
        for name, operator in _OPERATORS.items()
        for text in operator(node)
        if text != ast.unparse(node)
    ]
    found += [
        Change("condition", node.test, f"not ({ast.unparse(node.test)})")
        for node in _outside_strings(tree)
        if isinstance(node, ast.If) and not isinstance(node.test, ast.Compare)
    ]
    found.sort(key=lambda each: (each.node.lineno, each.node.col_offset))
    yield from found


def _outside_strings(tree: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Walk what can be replaced: not what stands in an f-string, whose places Python 3.11 lacks."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.JoinedStr):
            continue
        if isinstance(child, ast.expr | ast.stmt):
            yield child
        yield from _outside_strings(child)


def _constant(node: ast.AST) -> Iterator[str]:
    value = node.value if isinstance(node, ast.Constant) else None
    if not isinstance(value, int | float) or isinstance(value, bool):
        return
    if isinstance(value, int):
        yield repr(value + 1)
        yield repr(value - 1)
    else:
        yield repr(value * 1.01 if value else 1.0)
    if value not in {0, 1}:
        yield repr(-value)


def _arithmetic(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _ARITHMETIC:
        yield _with(node, op=_ARITHMETIC[type(node.op)]())


def _operands(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, _ORDERED):
        yield _with(node, left=node.right, right=node.left)


def _compared(table: dict[type[ast.cmpop], type[ast.cmpop]]) -> Callable[[ast.AST], Iterator[str]]:
    def replaced(node: ast.AST) -> Iterator[str]:
        if not isinstance(node, ast.Compare):
            return
        for place, op in enumerate(node.ops):
            if type(op) in table:
                ops = [*node.ops[:place], table[type(op)](), *node.ops[place + 1 :]]
                yield _with(node, ops=ops)

    return replaced


def _boolean(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.BoolOp):
        yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())


def _sign(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.UnaryOp):
        yield ast.unparse(node.operand)


def _condition(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield ast.unparse(node.body)
        yield ast.unparse(node.orelse)


def _function(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call):
        return
    name = _name(node)
    if name in _SISTERS:
        yield _with(node, func=_renamed(node.func, _SISTERS[name]))
    if name in _IDENTITIES and node.args:
        yield ast.unparse(node.args[0])


def _arguments(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and len(node.args) > 1 and _name(node) not in _SYMMETRIC:
        for place in range(len(node.args) - 1):
            first, second = node.args[place : place + 2]
            if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
                args = [*node.args[:place], second, first, *node.args[place + 2 :]]
                yield _with(node, args=args)


def _result(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Return) and node.value is not None:
        yield "return None"
        if isinstance(node.value, ast.Tuple) and len(node.value.elts) > 1:
            elements = node.value.elts
            swapped = ast.Tuple([elements[1], elements[0], *elements[2:]], ast.Load())
            yield f"return {ast.unparse(swapped)}"


def _validation(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Raise):
        yield "pass"


def _statement(node: ast.AST) -> Iterator[str]:
    is_call = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    if is_call or isinstance(node, ast.Assign | ast.AugAssign):
        yield "pass"


_OPERATORS: dict[str, Callable[[ast.AST], Iterator[str]]] = {
    "constant": _constant,
    "arithmetic": _arithmetic,
    "operands": _operands,
    "boundary": _compared(_BOUNDARY),
    "comparison": _compared(_NEGATION),
    "boolean": _boolean,
    "sign": _sign,
    "condition": _condition,
    "function": _function,
    "arguments": _arguments,
    "result": _result,
    "validation": _validation,
    "statement": _statement,
}


def _with(node: ast.AST, **changed: object) -> str:
    """Return the text of a node of which something is replaced."""
    fields = {name: getattr(node, name) for name in node._fields}
    return ast.unparse(type(node)(**{**fields, **changed}))


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _renamed(func: ast.expr, name: str) -> ast.expr:
    if isinstance(func, ast.Attribute):
        return ast.Attribute(func.value, name, ast.Load())
    return ast.Name(name, ast.Load())
