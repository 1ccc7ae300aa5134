"""What crosses between a student's process and the examiner's: values, as plain data.

A value is encoded as what msgpack holds by itself, or as ``[tag, ...]``. Decoding builds nothing
but values of known types, and checks sizes before it takes memory; there is no pickle. What is
no value, such as an instance of a student's class, crosses as a reference: the object stays
where it is, and the other side gets a number to ask about it by.
"""

from autograder.crossing.decoding import Adopt, decode
from autograder.crossing.encoding import Lend, encode
from autograder.crossing.values import MAX_INT_BITS, CannotCrossError

__all__ = ["MAX_INT_BITS", "Adopt", "CannotCrossError", "Lend", "decode", "encode"]
