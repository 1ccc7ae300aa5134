"""What the examiner may do with an object that stays in the student's process.

Python's operations, by the names of their methods. None compares with, or computes with, a value
of the test: a student's object would then decide what the outcome is. So there is no equality
and no ``in``, and two operands must both be the student's.
"""

from typing import Any, TypeAlias

# Whatever a student or a test may hold, and the plain data that it travels as: of any type, and
# looked at before it is used.
Value: TypeAlias = Any

UNARY = (
    "__call__",
    "__len__",
    "__iter__",
    "__next__",
    "__reversed__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__bool__",
    "__float__",
    "__int__",
    "__index__",
    "__complex__",
    "__enter__",
    "__exit__",
    "__await__",
    "__abs__",
    "__neg__",
    "__pos__",
    "__invert__",
    "__round__",
)
BINARY = (
    "__add__",
    "__sub__",
    "__mul__",
    "__truediv__",
    "__floordiv__",
    "__mod__",
    "__pow__",
    "__matmul__",
    "__and__",
    "__or__",
    "__xor__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
)
OPERATIONS = UNARY + BINARY
