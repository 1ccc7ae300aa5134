"""Run one of nbgrader's converters in this process and learn why it failed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from nbgrader.converters.base import BaseConverter

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

# What a converter does for one submission; it tells of a failure in any of them by its log alone.
_STEPS = ("init_destination", "init_assignment", "convert_single_notebook", "set_permissions")


def run_converter(converter: "BaseConverter") -> Exception | None:
    """Run a converter on one assignment or submission.

    Parameters
    ----------
    converter : nbgrader.converters.base.BaseConverter
        Ready to start.

    Returns
    -------
    Exception or None
        What stopped it: the exception itself, which nbgrader only writes to its log.
    """
    causes: list[Exception] = []
    for step in _STEPS:
        setattr(converter, step, _remembering(getattr(converter, step), causes))
    try:
        converter.start()
    except Exception as error:  # noqa: BLE001 - its failures have no common type
        return _root(causes[0] if causes else error)
    return None


def _remembering(
    step: Callable[Parameters, Result], causes: list[Exception]
) -> Callable[Parameters, Result]:
    def remembering(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        try:
            return step(*args, **kwargs)
        except Exception as error:
            causes.append(error)
            raise

    return remembering


def _root(error: Exception) -> Exception:
    """Return what was first wrong: nbgrader raises a vaguer error of the same type over it."""
    first = error.__context__
    return first if isinstance(first, type(error)) else error


def sentence(error: BaseException) -> str:
    """Return an exception as one line; of a database's, what the database itself says."""
    error = getattr(error, "orig", None) or error
    try:
        text = str(error)
    except TypeError:  # nbgrader has an error whose text is a list
        text = " ".join(map(str, error.args))
    return " ".join(text.split())[:500] or type(error).__name__
