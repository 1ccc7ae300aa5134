"""What both sides know of the values that cross: kinds, sizes, and what is said of the others."""

import builtins
import keyword
import re

import numpy as np

from autograder.protocol import Value

MAX_DEPTH = 60
MAX_ITEMS = 1_000_000
MAX_BYTES = 48 << 20
MAX_INT_BITS = 100_000

SMALL_INT = 1 << 63

# Classes that both sides have, and that cross by name.
TYPES: dict[str, type] = {
    **{name: kind for name, kind in vars(builtins).items() if isinstance(kind, type)},
    **{
        f"numpy.{name}": kind
        for name, kind in vars(np).items()
        if isinstance(kind, type) and issubclass(kind, np.generic | np.ndarray)
    },
}
TYPE_NAMES = {kind: name for name, kind in reversed(TYPES.items())}
# Most of what is not plain: each crosses as the number that it is, and not as an array of one.
NUMPY_NUMBERS: dict[type, str] = {np.float64: "float64", np.int64: "int64", np.bool_: "bool_"}
PANDAS_DTYPES = re.compile(r"(?:string|str|category|boolean|U?Int(?:8|16|32|64)|Float(?:32|64))\Z")


class CannotCrossError(TypeError):
    """A value is of a kind, or of a size, that does not cross."""


def are_names(fields: Value) -> bool:
    """Tell whether all can name the fields of a tuple."""
    return len(set(fields)) == len(fields) <= 100 and all(
        isinstance(field, str)
        and field.isidentifier()
        and len(field) <= 100
        and not keyword.iskeyword(field)
        and not field.startswith("_")
        for field in fields
    )
