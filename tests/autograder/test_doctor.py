"""The doctor names what is wrong, and each finding has its cure."""

import os
from pathlib import Path

import pytest

from autograder.box.namespaces import why_unusable
from autograder.course_folder import CourseFolder, open_course
from autograder.doctor import examine
from course.doctor import Finding
from tests.autograder.toy_course import CONFIG


def about(findings: list[Finding], word: str) -> Finding:
    (found,) = [finding for finding in findings if word in finding.what]
    return found


@pytest.fixture
def healthy(course: CourseFolder) -> CourseFolder:
    exchange = course.root / "exchange"
    exchange.mkdir()
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(f"c.Exchange.root = {str(exchange)!r}\n")
    return open_course(course.root)


def test_a_healthy_course_has_no_urgent_finding(
    healthy: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(os.environ):
        if any(word in name.upper() for word in ("TOKEN", "SECRET", "PASS", "KEY", "CREDENTIAL")):
            monkeypatch.delenv(name)
    findings = list(examine(healthy.root))
    assert [finding for finding in findings if finding.urgent] == []
    assert about(findings, "The course has 1-doubling").cure == ""
    assert about(findings, "The exchange at").cure == ""


def test_every_urgent_finding_is_a_sentence(tmp_path: Path) -> None:
    for finding in examine(tmp_path):
        assert finding.what.endswith(".")
        assert not finding.cure or finding.cure.endswith(".")


def test_secrets_in_the_environment_are_named_and_not_shown(
    healthy: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANVAS_API_TOKEN", "hunter2")
    with (healthy.root / "nbgrader_config.py").open("a") as file:
        file.write("c.Autograder.engine = 'stock'\n")
    found = about(list(examine(healthy.root)), "CANVAS_API_TOKEN")
    assert found.urgent
    assert "unset" in found.cure
    assert "hunter2" not in str(found)


def test_a_machine_without_boxes_is_urgent(
    healthy: CourseFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    why_unusable.cache_clear()
    try:
        with (healthy.root / "nbgrader_config.py").open("a") as file:
            file.write("c.Autograder.box = 'namespaces'\n")
        found = about(list(examine(healthy.root)), "cannot be boxed in here")
    finally:
        why_unusable.cache_clear()
    assert found.urgent
    assert "bubblewrap" in found.cure


@pytest.mark.parametrize(
    ("box", "kind"),
    [("auto", "bubblewrap"), ("namespaces", "bubblewrap"), ("landlock", "Landlock")],
)
def test_what_keeps_submissions_apart_is_said(healthy: CourseFolder, box: str, kind: str) -> None:
    with (healthy.root / "nbgrader_config.py").open("a") as file:
        file.write(f"c.Autograder.box = {box!r}\n")
    found = about(list(examine(healthy.root)), "run in boxes")
    assert found.cure == ""
    assert kind in found.what


def test_a_missing_exchange_comes_with_the_command_that_makes_one(course: CourseFolder) -> None:
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write("c.Exchange.root = '/no/such/exchange'\n")
    assert "mkdir -p /no/such/exchange" in about(list(examine(course.root)), "no exchange").cure


def test_no_course_is_a_finding(tmp_path: Path) -> None:
    assert about(list(examine(tmp_path)), "There is no nbgrader_config.py").urgent


def test_a_course_without_an_id_or_in_a_path_of_patterns_is_urgent(tmp_path: Path) -> None:
    root = tmp_path / "course [1]"
    (root / "source").mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(CONFIG.replace('"toy"', '""'))
    findings = list(examine(root))
    assert about(findings, "no id").urgent
    assert about(findings, "takes for a pattern").urgent
