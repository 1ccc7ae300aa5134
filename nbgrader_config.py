"""How nbgrader works on this course; every nbgrader and autograder command reads it."""

from pathlib import Path

from autograder import configure

c = get_config()
configure(c)

here = Path(__file__).resolve().parent
c.CourseDirectory.course_id = "cleft"
c.CourseDirectory.root = str(here)

# On a shared server this is a folder that every student can reach; here it serves one machine.
c.Exchange.root = str(here / "exchange")

# What `autograder audit` asks of these lessons beyond what any course needs.
c.Autograder.audit = {
    "ids": True,
    "objectives": True,
    "sources": "course/reference/sources.toml",
    "bank": True,
    "blind": 3,
    "bank_shows": ["loops", "wrong type", "wrong unit", "slipped sign"],
    "models": "course.models",
    "given_lines": 12,
    "hints": 3,
    "promised_points": True,
    "explorers": True,
    "lesson_s": 30,
}

# Seconds a cell may run; a whole lesson takes less than thirty.
c.ExecutePreprocessor.timeout = 60
