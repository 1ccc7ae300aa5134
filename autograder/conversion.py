"""Run one of nbgrader's converters in this process and learn why it failed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbgrader.converters.base import BaseConverter


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
    convert = converter.convert_single_notebook

    def remembering(filename: str) -> None:
        try:
            convert(filename)
        except Exception as error:
            causes.append(error)
            raise

    converter.convert_single_notebook = remembering
    try:
        converter.start()
    except Exception as error:  # noqa: BLE001 - its failures have no common type
        return _root(causes[0] if causes else error)
    return None


def _root(error: Exception) -> Exception:
    """Return what was first wrong: nbgrader raises a vaguer error of the same type over it."""
    first = error.__context__
    return first if isinstance(first, type(error)) else error


def sentence(error: BaseException) -> str:
    """Return an exception as one line."""
    return " ".join(str(error).split())[:500] or type(error).__name__
