"""Comparisons for test cells: right answers in any reasonable form pass, and failures read well.

A list counts as an array and a numpy scalar or 0-d array as a float, because a student who
returns one has answered the question. Shapes must agree: a number is not an array of one.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

_NUMBER_KINDS = "iuf"


def close(actual: object, expected: object, rtol: float = 1e-6, atol: float = 0.0) -> None:
    """Assert that numbers agree in shape and in value.

    Parameters
    ----------
    actual : number or nested list or array
        What the student's code returned.
    expected : number or nested list or array
        What it should be; NaN is never an acceptable answer.
    rtol : float
        Largest deviation as a fraction of the expected value.
    atol : float
        Largest deviation in the unit of the expected value, added to the relative one.

    Raises
    ------
    AssertionError
        With one sentence that says what differs: kind, shape, or the worst value.

    Examples
    --------
    >>> close([1, 2], np.array([1.0, 2.0]))
    >>> close(2.5, 2.0)
    Traceback (most recent call last):
        ...
    AssertionError: got 2.5 where 2 was expected
    """
    wanted = np.asarray(expected, dtype=float)
    got = _as_numbers(actual)
    if got.shape != wanted.shape:
        raise AssertionError(f"got {_shape(got)} where {_shape(wanted)} was expected")
    with np.errstate(invalid="ignore"):  # the difference of two infinities
        within = (np.abs(got - wanted) <= atol + rtol * np.abs(wanted)) & np.isfinite(wanted)
    # NaN compares false with everything, so "not within" catches it where "beyond" would not.
    wrong = ~(within | (got == wanted))
    if wrong.any():
        raise AssertionError(_worst(got, wanted, wrong))


def near(actual: object, expected: object, rtol: float = 1e-6, atol: float = 0.0) -> bool:
    """Tell whether :func:`close` would accept, without raising; for recognising mistakes.

    Examples
    --------
    >>> near(1.0, 1.0 + 1e-9), near(None, 1.0)
    (True, False)
    """
    try:
        close(actual, expected, rtol=rtol, atol=atol)
    except (AssertionError, ValueError, TypeError):
        return False
    return True


def raises(error: type[Exception], call: Callable[[], Any]) -> None:
    """Assert that a call raises the given kind of error.

    Parameters
    ----------
    error : type
        The exception class; its subclasses count too.
    call : callable without arguments
        Usually a ``lambda``.

    Raises
    ------
    AssertionError
        If the call returns, or raises something else.
    NotImplementedError
        If the call says that its exercise was not begun, which is no wrong answer yet.

    Examples
    --------
    >>> raises(ZeroDivisionError, lambda: 1 / 0)
    """
    try:
        answer = call()
    except error:
        return
    except NotImplementedError:
        raise
    except Exception as other:  # noqa: BLE001 - whatever the student raised is reported by name
        raise AssertionError(
            f"expected a {error.__name__}, and {type(other).__name__} was raised instead"
        ) from None
    raise AssertionError(f"expected a {error.__name__}, but got the answer {_short(answer)}")


def _as_numbers(actual: object) -> NDArray[np.float64]:
    """Return the answer as a float array, or say in one sentence why it is none."""
    if actual is None:
        raise AssertionError("got None: does the function return its result?")
    try:
        array = np.asarray(actual)
    except ValueError:
        raise AssertionError("got a list whose rows have different lengths") from None
    if array.dtype.kind not in _NUMBER_KINDS:
        raise AssertionError(f"got {_kind(actual, array)} where numbers were expected")
    return array.astype(float)


def _kind(actual: object, array: NDArray[Any]) -> str:
    name = type(actual).__name__
    return f"a {name}" if array.ndim == 0 else f"a {name} that holds {array.dtype.name} values"


def _shape(array: NDArray[Any]) -> str:
    if array.ndim == 0:
        return "a single number"
    return f"an array of shape {array.shape}"


def _worst(got: NDArray[np.float64], wanted: NDArray[np.float64], wrong: NDArray[np.bool_]) -> str:
    """Say which value is furthest off; anything that is not finite counts as furthest."""
    if got.ndim == 0:
        return f"got {float(got):.7g} where {float(wanted):.7g} was expected"
    off = np.where(wrong, np.nan_to_num(np.abs(got - wanted), nan=np.inf, posinf=np.inf), -1.0)
    where = tuple(int(i) for i in np.unravel_index(int(np.argmax(off)), off.shape))
    index = ", ".join(map(str, where))
    return (
        f"got {got[where]:.7g} where {wanted[where]:.7g} was expected, at position [{index}]; "
        f"{int(wrong.sum())} of {wrong.size} values differ"
    )


def _short(answer: object, most: int = 60) -> str:
    text = repr(answer)
    return text if len(text) <= most else text[: most - 1] + "…"
