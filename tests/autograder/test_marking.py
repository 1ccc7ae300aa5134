"""A box loads what a submission mentions, before it runs."""

import pytest

from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.job import CodeCell, Job, JobResult
from autograder.marking import grade

# The module is not named here: a cell that names it has it loaded.
LOADED = "import sys\nsorted(name for name in sys.modules if name[::-1] == 'sysroloc')"


def shown(code: str) -> str:
    cells = (CodeCell("answer", code),)
    names = names_of([SourceCell("answer", Kind.EDITABLE, code)])
    job = Job(cells, names, preload_for_answers=("colorsys", "no_such_module"))
    (output,) = JobResult.from_bytes(grade(job.to_bytes())).cells[0].outputs
    return str(output["data"]["text/plain"])


@pytest.mark.usefixtures("box")
def test_a_module_is_loaded_for_all_once_one_submission_mentions_it() -> None:
    assert shown(LOADED) == "[]"
    assert shown(f"# colorsys or no_such_module\n{LOADED}") == "['colorsys']"
    assert shown(LOADED) == "['colorsys']"
