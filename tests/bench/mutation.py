"""How many small faults of the reference solutions the tests of each lesson notice."""

from pathlib import Path

from autograder.audit.audit import score_mutants
from autograder.audit.lesson import read_lesson
from autograder.audit.work import Options
from autograder.course_folder import open_course
from autograder.workers import usable_cpus


def measure() -> dict[str, float]:
    """Return `mutation_<lesson>`, and how many faults were noticed of how many."""
    course, figures = open_course(Path.cwd()), {}
    options = Options(workers=usable_cpus())
    for name in course.lessons():
        score = score_mutants(course, name, options, lambda items, *_: items)
        lesson = read_lesson(course, name).short_name
        figures[f"mutation_{lesson}"] = score.share
        figures[f"mutants_{lesson}"] = score.all
        figures[f"mutants_noticed_{lesson}"] = score.caught
    return figures
