"""What an instructor may still change in an assignment that has submissions."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course_folder import CourseError, CourseFolder
from autograder.notebooks import read_notebook

if TYPE_CHECKING:
    from nbgrader.api import Gradebook


@dataclass(frozen=True)
class _Cell:
    """What of a cell must not change any more once there are submissions."""

    kind: frozenset[str]
    points: float


def require_same_cells(course: CourseFolder, lesson: str, made: Path) -> None:
    """Refuse what nbgrader would refuse, and what would change marks already given.

    The gradebook is asked what was released, for it keeps the marks; a folder of releases may
    have been changed since, or brought up to date with the source.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.
    made : Path
        The new release.

    Raises
    ------
    CourseError
        If the assignment has submissions and its graded cells differ.
    """
    if not _has_submissions(course, lesson):
        return
    old = _recorded(course, lesson) or _cells(course.path("release", lesson))
    changes = _changes(old, _cells(made)) if old else []
    if not changes:
        return
    raise CourseError(
        f"{lesson} has submissions, and the source now {' and '.join(changes)}: nbgrader then "
        "allows new text and new tests in the cells that were released, but no graded cell may be "
        "added, removed, made another kind or worth other points; put them back, or release it "
        "under another name."
    )


def require_recorded(course: CourseFolder, lesson: str) -> None:
    """See that the gradebook knows the release that submissions are graded by.

    A release that came by another way, from a colleague by git say, is not in the gradebook until
    it has been released here too.

    Raises
    ------
    CourseError
        If graded cells differ.
    """
    old = _recorded(course, lesson)
    changes = _changes(old, _cells(course.path("release", lesson))) if old else []
    if changes:
        raise CourseError(
            f"The release of {lesson} is not the one that the gradebook knows: it "
            f"{' and '.join(changes)}. Run `autograder release {lesson}`, which says whether that "
            "may still be changed."
        )


def _changes(old: dict[str, _Cell], new: dict[str, _Cell]) -> list[str]:
    both = set(old) & set(new)
    return [
        f"{what} {', '.join(sorted(names))}"
        for what, names in (
            ("adds", set(new) - set(old)),
            ("removes", set(old) - set(new)),
            ("changes the kind of", {name for name in both if new[name].kind != old[name].kind}),
            (
                "changes the points of",
                {name for name in both if new[name].points != old[name].points},
            ),
        )
        if names
    ]


def _has_submissions(course: CourseFolder, lesson: str) -> bool:
    if course.submitters(lesson):
        return True
    if not course.has_gradebook():
        return False
    with course.gradebook() as gradebook:
        return any(each.name == lesson and each.submissions for each in gradebook.assignments)


def _recorded(course: CourseFolder, lesson: str) -> dict[str, _Cell]:
    """Return the cells that the gradebook knows; none if it does not know the assignment."""
    if not course.has_gradebook():
        return {}
    with course.gradebook() as gradebook:
        if lesson not in {each.name for each in gradebook.assignments}:
            return {}
        return _cells_of(gradebook, lesson)


def _cells_of(gradebook: "Gradebook", lesson: str) -> dict[str, _Cell]:
    found: dict[str, _Cell] = {}
    for notebook in gradebook.find_assignment(lesson).notebooks:
        graded = {cell.name: cell.max_score for cell in notebook.grade_cells}
        tasks = {cell.name: cell.max_score for cell in notebook.task_cells}
        solutions = {cell.name for cell in notebook.solution_cells}
        for cell in notebook.source_cells:
            kind = {
                cell.cell_type: True,
                "grade": cell.name in graded,
                "solution": cell.name in solutions,
                "locked": cell.locked,
                "task": cell.name in tasks,
            }
            found[f"{notebook.name}/{cell.name}"] = _Cell(
                frozenset(word for word, holds in kind.items() if holds),
                float((graded | tasks).get(cell.name, 0)),
            )
    return found


def _cells(folder: Path) -> dict[str, _Cell]:
    from nbgrader import utils

    kinds = {
        "grade": utils.is_grade,
        "solution": utils.is_solution,
        "locked": utils.is_locked,
        "task": utils.is_task,
    }
    return {
        f"{path.stem}/{cell.metadata.nbgrader.grade_id}": _Cell(
            frozenset({cell.cell_type, *its}), float(cell.metadata.nbgrader.get("points", 0))
        )
        for path in sorted(folder.rglob("*.ipynb"))
        for cell in read_notebook(path).cells
        if "nbgrader" in cell.metadata
        and (its := [word for word, holds in kinds.items() if holds(cell)])
    }
