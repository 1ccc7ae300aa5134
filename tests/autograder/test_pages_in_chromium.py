"""Report and feedback in a real browser: accessible, silent, and nothing fetched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from autograder.course_folder import CourseFolder
from autograder.feedback import write_feedback
from autograder.report import write_report
from tests.autograder.toy_course import LESSON

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("graded class")]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    # The page forbids scripts; the examination is one.
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def written(graded: CourseFolder) -> dict[str, Path]:
    """The pages of the graded toy course."""
    students = ["right", "square", "garbage", "late"]
    pages = {
        student: folder / "doubling.html"
        for student, folder in write_feedback(graded, LESSON, students)
    }
    return {**pages, "report": write_report(graded, LESSON)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["report", "right", "square", "garbage", "late"])
def test_a_page_is_accessible_and_keeps_to_itself(
    page: Page, written: dict[str, Path], name: str, scheme: str
) -> None:
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.emulate_media(color_scheme=scheme)
    page.goto(written[name].as_uri())
    violations = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
