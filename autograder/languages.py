"""The language of a lesson: a box runs Python, and would take anything else for it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from autograder.notebooks import read_notebook

if TYPE_CHECKING:
    from autograder.course_folder import CourseFolder

# Where a notebook may say it; what its kernel is comes first.
_SAID = (("kernelspec", "language"), ("language_info", "name"))


def why_not_python(notebook: Mapping[str, Any]) -> str:
    """Say why a notebook cannot be graded in a box, or return an empty string.

    Examples
    --------
    >>> why_not_python({"metadata": {"kernelspec": {"language": "R"}}}).partition(",")[0]
    'it is written in R'
    >>> why_not_python({"metadata": {"language_info": {"name": "python"}}})
    ''
    """
    metadata = _table(notebook.get("metadata"))
    said = [str(name) for part, key in _SAID if (name := _table(metadata.get(part)).get(key))]
    if not said or said[0].lower() in {"python", "python3", "ipython"}:
        return ""
    return (
        f"it is written in {said[0]:.40}, and submissions are boxed in for Python alone: "
        "set c.Autograder.engine = 'stock' in nbgrader_config.py and grade it by nbgrader's own "
        "execution"
    )


def require_python(course: "CourseFolder", lesson: str) -> None:
    """Raise `CourseError` if a notebook of an assignment cannot be graded in a box."""
    from autograder.course_folder import CourseError

    for path in sorted(course.path("source", lesson).glob("*.ipynb")):
        if why := why_not_python(read_notebook(path)):
            raise CourseError(f"{path.name} of {lesson} cannot be graded: {why}.")


def _table(thing: object) -> Mapping[str, Any]:
    return thing if isinstance(thing, Mapping) else {}
