"""Seeds that a test sets, so that the student's process can draw the same numbers.

``np.random.seed`` in a test is meant for the student's function as well. What the function does
to the generators is not brought back: it could choose the test's next numbers.
"""

import functools
import random
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.protocol import Value

_fresh: set[str] = set()


def watch() -> None:
    """Notice from now on when a global generator is seeded."""
    for name in ("seed", "set_state"):
        _wrap(np.random, name, "numpy")
    for name in ("seed", "setstate"):
        _wrap(random, name, "random")


def take() -> dict[str, Any]:
    """Return the state of each generator seeded since the last call."""
    if not _fresh:
        return {}
    states = {name: _STATES[name]() for name in _fresh}
    _fresh.clear()
    return states


def _wrap(module: Value, name: str, which: str) -> None:
    original: Callable[..., Any] = getattr(module, name)

    @functools.wraps(original)
    def noticed(*args: Value, **kwargs: Value) -> Value:
        result = original(*args, **kwargs)
        _fresh.add(which)
        return result

    setattr(module, name, noticed)


def _numpy_state() -> list[Any]:
    state: Value = np.random.get_state()  # noqa: NPY002 - the global generator
    name, keys, *rest = state
    return [name, keys.tobytes(), *rest]


def _random_state() -> list[Any]:
    version, state, gauss = random.getstate()
    return [version, list(state), gauss]


_STATES: dict[str, Callable[[], list[Any]]] = {"numpy": _numpy_state, "random": _random_state}
