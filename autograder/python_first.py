"""IPython's own syntax, looked for only in cells that are no Python as they stand.

IPython reads every cell token by token, in Python, for magics and the like. That takes longer
than most cells run; and none of them can stand in a cell that Python itself can read.
"""

import ast
import functools

from IPython.core.inputtransformer2 import TransformerManager

_OWN = tuple(TransformerManager().token_transformers)  # type: ignore[no-untyped-call]  # IPython


class PythonFirst(TransformerManager):
    r"""What IPython does with a cell before it is run.

    Examples
    --------
    >>> cells = PythonFirst()
    >>> cells.transform_cell("await sleep(1)"), cells.transform_cell("%pwd")
    ('await sleep(1)\n', "get_ipython().run_line_magic('pwd', '')\n")
    """

    def do_token_transforms(self, lines: list[str]) -> list[str]:
        """Return the lines with magics and the like as Python."""
        code = "".join(lines)
        # A backslash may have the parser warn, which it must do once.
        if tuple(self.token_transformers) == _OWN and "\\" not in code and is_python(code):
            return lines
        transformed: list[str] = super().do_token_transforms(lines)  # type: ignore[no-untyped-call]  # IPython
        return transformed


@functools.lru_cache(maxsize=256)
def is_python(code: str) -> bool:
    """Tell whether a cell is Python, ``await`` at its top level included."""
    try:
        compile(code, "cell", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
