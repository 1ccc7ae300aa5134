"""Tell cells that can hardly bring their process down from those that may."""

import ast

_QUIET = (
    ast.Constant,
    ast.Name,
    ast.JoinedStr,
    ast.FormattedValue,
    ast.UnaryOp,
    ast.BinOp,
    ast.BoolOp,
    ast.Compare,
    ast.IfExp,
    ast.Tuple,
    ast.List,
    ast.Dict,
    ast.Set,
    ast.keyword,
    ast.operator,
    ast.unaryop,
    ast.boolop,
    ast.cmpop,
    ast.expr_context,
)


def is_harmless(code: str) -> bool:
    r"""Tell whether a cell does nothing but import, define functions, name values and show them.

    A guess, for it is the student's to say what a name stands for: such a cell may be run again.

    Examples
    --------
    >>> is_harmless("import math\ndef f(x, y=1):\n    return x + y"), is_harmless("f(1)[0]()")
    (True, False)
    """
    try:
        return all(map(_is_quiet, ast.parse(code).body))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _is_quiet(statement: ast.stmt) -> bool:
    match statement:
        case ast.Import() | ast.ImportFrom():
            return True
        case ast.FunctionDef(args=args, decorator_list=[]):
            defaults = [*args.defaults, *args.kw_defaults]
            return all(each is None or _is_plain(each) for each in defaults)
        case ast.Assign(targets=targets, value=value):
            return all(isinstance(each, ast.Name) for each in targets) and _is_plain(value)
        case ast.Expr(value=ast.Call(func=ast.Name(), args=args, keywords=keywords)):
            return all(map(_is_plain, [*args, *keywords]))
        case ast.Expr(value=value):
            return _is_plain(value)
    return False


def _is_plain(expression: ast.AST) -> bool:
    return all(isinstance(node, _QUIET) for node in ast.walk(expression))
