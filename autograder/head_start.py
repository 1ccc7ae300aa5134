"""Start workers of a class at once, while this process is still importing nbgrader.

That takes a processor for seconds, and the others would wait. What the workers begin with is a
guess at what the course asks for; should it prove wrong, they begin anew.
"""

import contextlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder import worker
from autograder.withheld import KEY

_CONFIG = "nbgrader_config.py"
# Settings by which a course is not as it is guessed to be.
_OTHERWISE = ("Autograder.box", "Autograder.engine", "source_directory", "CourseDirectory.root")


@contextlib.contextmanager
def workers_ahead(root: Path, lesson: str, count: int) -> Iterator[None]:
    """Start workers for the lesson of a course, if it is clear what they will need.

    Those that nobody came to need end with the context.
    """
    withheld = likely_withheld(root, lesson)
    try:
        if withheld is not None:
            worker.start_ahead(count, withheld, "auto")
        yield
    finally:
        worker.end_idle()


def likely_withheld(root: Path, lesson: str) -> Sequence[str] | None:
    """Return what is most likely lacking where answers run; None if there is no telling.

    Parameters
    ----------
    root : Path
        Folder of the course.
    lesson : str
        Ending of the assignment's name.
    """
    try:
        config = (root / _CONFIG).read_text(encoding="utf-8")
        notebooks = root.glob("source/*/*.ipynb")
        found = [path for path in notebooks if path.parent.name.endswith(lesson)]
        if any(each in config for each in _OTHERWISE) or len(found) != 1:
            return None
        metadata = json.loads(found[0].read_text(encoding="utf-8"))["metadata"]
        return [str(name) for name in metadata.get("autograder", {}).get(KEY, ())]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever is wrong here is found and said in its place
