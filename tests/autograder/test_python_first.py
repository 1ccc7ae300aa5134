"""A cell comes out as IPython would have it, whichever way it went."""

import pytest
from IPython.core.inputtransformer2 import TransformerManager

from autograder.python_first import PythonFirst

CELLS = [
    "x = 1",
    "\n\n  x = 1\n  y = 2",
    ">>> x = 1\n1",
    "In [1]: x = 1",
    "%%time\nx = 1",
    "%pwd",
    "a = %pwd\nb = !ls",
    "x?",
    "await f()\nasync with g(): pass",
    "s = '''\n%pwd\n?x\n'''",
    "x = (1\n%2)",
    "print('\\d')",
    "def f(:",
    "",
]


@pytest.mark.parametrize("cell", CELLS)
def test_it_is_what_ipython_makes_of_it(cell: str) -> None:
    assert PythonFirst().transform_cell(cell) == TransformerManager().transform_cell(cell)


def test_a_transformer_of_the_students_own_is_asked() -> None:
    class Refuse:
        @classmethod
        def find(cls, _: object) -> None:
            raise RuntimeError("asked")

    cells = PythonFirst()
    cells.token_transformers.append(Refuse)
    with pytest.raises(RuntimeError, match="asked"):
        cells.transform_cell("x = 1")
