"""Whatever stops a notebook becomes a state with a reason."""

import pytest

from autograder import engine
from autograder.course_folder import CourseFolder
from autograder.record import State
from tests.autograder.toy_course import LESSON, hand_in


def test_a_kernel_that_cannot_start_is_a_failure_with_its_reason(
    released: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In a worker these are set for good; here they must be set back.
    monkeypatch.setattr("tempfile.tempdir", None)
    for name in ("JUPYTER_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.setenv(name, "")
    hand_in(released, "ada")
    released.config.ExecutePreprocessor.kernel_name = "no-such-kernel"
    marked = engine.mark(
        released, LESSON, "ada", released.root / "submitted", released.root / "runtime"
    )
    assert marked.state is State.FAILED
    assert "no-such-kernel" in marked.detail
    assert not released.path("autograded", LESSON, "ada").exists()


def test_a_folder_that_cannot_be_made_is_named_with_what_to_do(
    released: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", None)
    for name in ("JUPYTER_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.setenv(name, "")
    hand_in(released, "ada")
    (released.root / "autograded").write_text("no folder")
    marked = engine.mark(
        released, LESSON, "ada", released.root / "submitted", released.root / "runtime"
    )
    assert marked.state is State.FAILED
    assert str(released.root / "autograded") in marked.detail
    assert "run `autograder grade 1-doubling` again" in marked.detail
