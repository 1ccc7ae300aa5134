"""A lesson in another language is refused in a sentence, and not marked as broken Python."""

import pytest
from typer.testing import CliRunner

from autograder.audit.form import notebook_problems
from autograder.cli import app
from autograder.course_folder import CourseFolder
from autograder.languages import why_not_python
from autograder.notebooks import read_notebook, write_notebook
from tests.autograder.toy_course import LESSON, hand_in, source_of


@pytest.mark.parametrize(
    ("metadata", "says"),
    [
        ({"kernelspec": {"name": "ir", "language": "R"}}, "written in R,"),
        ({"language_info": {"name": "julia"}}, "written in julia,"),
        ({"kernelspec": {"language": "R"}, "language_info": {"name": "python"}}, "written in R,"),
        ({"kernelspec": {"language": "Python"}, "language_info": {"name": "R"}}, ""),
        *[(metadata, "") for metadata in ({}, None, {"kernelspec": 3}, {"language_info": {}})],
    ],
)
def test_a_notebook_says_its_language_or_is_python(metadata: object, says: str) -> None:
    why = why_not_python({"metadata": metadata})
    assert says in why
    assert bool(says) is bool(why)


def test_grade_and_audit_refuse_another_language_and_change_nothing(
    released: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(released, "ada")
    notebook = read_notebook(source_of(released))
    notebook.metadata.kernelspec.language = "R"
    write_notebook(notebook, source_of(released))
    assert any("written in R" in each for each in notebook_problems(notebook))
    monkeypatch.chdir(released.root)
    result = CliRunner().invoke(app, ["grade", LESSON])
    assert result.exit_code == 2
    assert "doubling.ipynb of 1-doubling cannot be graded: it is written in R" in result.output
    assert released.graded(LESSON) == ()
