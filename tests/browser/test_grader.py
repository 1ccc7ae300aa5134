"""A TA opens formgrader, marks a free response by hand, and finds the mark in the gradebook."""

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Page, expect

from tests.browser.notebook_page import choose, screenshot
from tests.browser.running_lab import ANSWER, LESSON, NOTEBOOK, STUDENT, Lab

# One process, so that all share the server.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STEM = NOTEBOOK.removesuffix(".ipynb")


@pytest.fixture
def formgrader(page: Page, lab: Lab) -> Page:
    """Formgrader, opened from JupyterLab's menu."""
    page.goto(lab.page("lab"))
    choose(page, "Nbgrader", "Formgrader")
    expect(page.frame_locator("iframe").get_by_text(LESSON).first).to_be_visible()
    screenshot(page, "formgrader-in-lab")
    return page


def mark_in_gradebook(lab: Lab, cell: str) -> float | None:
    with Gradebook(f"sqlite:///{lab.folder / 'gradebook.db'}", "cleft") as gradebook:
        return gradebook.find_grade(cell, STEM, LESSON, STUDENT).manual_score


def test_a_free_response_is_marked_by_hand(formgrader: Page, lab: Lab) -> None:
    assert mark_in_gradebook(lab, "fr1-1") is None
    formgrader.goto(f"{lab.address}/formgrader/gradebook/{LESSON}/{STEM}")
    expect(formgrader.get_by_role("row", name="Submission #1")).to_contain_text("70 / 88")
    formgrader.get_by_role("link", name="Submission #1").click()
    expect(formgrader.get_by_text(ANSWER)).to_be_visible()
    score = formgrader.locator("[id='fr1-1']")
    score.scroll_into_view_if_needed()
    with formgrader.expect_response(lambda answer: "/api/grade/" in answer.url) as saved:
        score.fill("7")
        score.press("Tab")
    assert saved.value.ok
    screenshot(formgrader, "formgrader-free-response")
    formgrader.goto(f"{lab.address}/formgrader/gradebook/{LESSON}/{STEM}")
    expect(formgrader.get_by_role("row", name="Submission #1")).to_contain_text("77 / 88")
    screenshot(formgrader, "formgrader-gradebook")
    assert mark_in_gradebook(lab, "fr1-1") == 7.0
