"""What an assignment is graded by, so that a change of it is noticed."""

import hashlib
import json

from autograder.course_folder import CourseFolder
from autograder.notebooks import grade_id, read_notebook


def tests_fingerprint(course: CourseFolder, lesson: str) -> str:
    """Return a digest of an assignment's tests, points and files; its prose does not count.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of an assignment that the gradebook knows.
    """
    return hashlib.sha256(
        json.dumps(
            [_recorded(course, lesson), _written(course, lesson), _files(course, lesson)]
        ).encode()
    ).hexdigest()


def _recorded(course: CourseFolder, lesson: str) -> list[tuple[str, str, str]]:
    """Return the locked cells as the last release left them in the gradebook."""
    with course.gradebook() as gradebook:
        return sorted(
            (notebook.name, cell.name, cell.source or "")
            for notebook in gradebook.find_assignment(lesson).notebooks
            for cell in notebook.source_cells
            if cell.locked and cell.cell_type == "code"
        )


def _written(course: CourseFolder, lesson: str) -> list[tuple[str, str, str, float]]:
    """Return the locked cells as they stand in the source, released or not."""
    return [
        (path.stem, grade_id(cell) or "", cell.source, float(grader.get("points", 0)))
        for path in sorted(course.path("source", lesson).glob("*.ipynb"))
        for cell in read_notebook(path).cells
        if (grader := cell.metadata.get("nbgrader", {})).get("locked") and cell.cell_type == "code"
    ]


def _files(course: CourseFolder, lesson: str) -> list[tuple[str, str]]:
    """Return name and digest of whatever else is laid beside a submission when it is graded."""
    folder = course.path("source", lesson)
    return [
        (path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".ipynb"
    ]
