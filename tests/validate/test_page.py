"""The page: everything that the table says, and pictures; in a browser, accessible and silent."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has none
from playwright.sync_api import Browser, Page

from course.reference import Published, targets
from course.validate.page import Row, gauge, number, page, rows, tolerance
from course.validate.verdict import Finding, Outcome, Verdict, judge

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("validation page")


class Reader(HTMLParser):
    """Collects what a test asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.alternatives: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.alternatives += [given.get("alt") or ""] if tag == "img" else []

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return [judge(target) for target in targets().values()]


@pytest.fixture(scope="module")
def html(outcomes: list[Outcome]) -> str:
    return page(outcomes)


@pytest.fixture(scope="module")
def whole(html: str) -> Reader:
    return read(html)


def test_every_target_has_a_place_of_its_own(whole: Reader, outcomes: list[Outcome]) -> None:
    slugs = [outcome.target.slug for outcome in outcomes]
    assert set(slugs) <= set(whole.ids)
    assert len(set(slugs)) == len(slugs)
    assert len(set(whole.ids)) == len(whole.ids)


def test_every_target_is_told_whole(whole: Reader, outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        target = outcome.target
        for words in (target.id, target.quantity, target.note, *outcome.reasons, *target.units):
            assert words in whole.text, target.id
        made = [found.figure for found in outcome.findings if found.figure is not None]
        for figure in (*made, *target.computed):
            assert number(figure) in whole.text, target.id


def test_every_known_miss_is_listed_with_its_reason(whole: Reader, outcomes: list[Outcome]) -> None:
    listed = whole.text.partition("Known misses")[2].partition("1. Transmitters")[2]
    misses = [outcome for outcome in outcomes if outcome.verdict is Verdict.KNOWN_MISS]
    assert misses
    assert all(outcome.target.known_miss in listed for outcome in misses)


def test_every_source_with_a_doi_is_linked(whole: Reader, outcomes: list[Outcome]) -> None:
    references = [outcome.target.reference for outcome in outcomes]
    wanted = {f"https://doi.org/{found.doi}" for found in references if found and found.doi}
    assert wanted <= set(whole.links)


def test_links_within_the_page_lead_somewhere(whole: Reader) -> None:
    assert {link[1:] for link in whole.links if link.startswith("#")} <= set(whole.ids)


def test_every_picture_is_told_in_words(whole: Reader) -> None:
    assert whole.alternatives
    assert all(whole.alternatives)


def test_nothing_runs_and_nothing_is_fetched(whole: Reader, html: str) -> None:
    assert not whole.tags & {"script", "link", "iframe", "object", "form"}
    assert html.count("src=") == html.count('src="data:image/svg+xml;base64,')


def test_a_failure_comes_first(outcomes: list[Outcome]) -> None:
    drifted = Finding(1.0, Verdict.FAILS, "it drifted <far>")
    broken = replace(outcomes[0], findings=(drifted, *outcomes[0].findings[1:]))
    text = read(page([broken, *outcomes[1:]])).text
    assert text.index("it drifted <far>") < text.index("How to read", text.index("Sources"))


def test_the_header_counts_figures_by_verdict(outcomes: list[Outcome]) -> None:
    some = [outcomes[0]] * 3
    counts = read(page(some)).text.partition("How to read")[0]
    for verdict in Verdict:
        count = 3 * sum(found.verdict is verdict for found in outcomes[0].findings)
        assert re.search(rf"\b{count}\W+{verdict.lower()}", counts)
    assert f"{3 * len(outcomes[0].findings)} figures in 3 targets" in counts


BAND = Published(1.0, 3.0, 2.0)


@pytest.mark.parametrize(
    ("figure", "at", "words"),
    [
        (1.0, 0.25, "inside"),
        (2.0, 0.5, "inside"),
        (3.0, 0.75, "inside"),
        (0.5, 0.125, "below"),
        (-100.0, 0.0, "below"),
        (100.0, 1.0, "above"),
    ],
)
def test_a_gauge_shows_where_a_figure_lies(figure: float, at: float, words: str) -> None:
    found = gauge(figure, BAND)
    assert found is not None
    assert found.at == pytest.approx(at)
    assert found.words == f"{words} the published range"


def test_a_range_without_width_has_no_gauge() -> None:
    assert gauge(1.0, Published(1.0, 1.0, 1.0)) is None


def test_every_figure_has_its_band_label_unit_and_verdict(outcomes: list[Outcome]) -> None:
    target = replace(
        outcomes[0].target,
        computed=(1.0, 2.0),
        published=(BAND, Published(4.0, 5.0)),
        labels=("first", "second"),
        units=("h", "1"),
    )
    found = Finding(1.0, Verdict.AGREES), Finding(2.0, Verdict.KNOWN_MISS, "why")
    shown = rows(Outcome(target, found))
    assert [row.published for row in shown] == ["2 (1 to 3)", "4 to 5"]
    assert [row.label for row in shown] == ["first", "second"]
    assert [row.unit for row in shown] == ["h", ""]
    assert [row.verdict for row in shown] == [Verdict.AGREES, Verdict.KNOWN_MISS]


def test_a_quoted_figure_leaves_the_model_empty(outcomes: list[Outcome]) -> None:
    target = replace(
        outcomes[0].target,
        computed=(),
        published=(Published(1.0, 3.0),),
        labels=(),
        units=("h",),
    )
    quoted = Outcome(target, (Finding(None, Verdict.QUOTED),))
    assert rows(quoted) == [Row("", "", "", "1 to 3", None, "h", Verdict.QUOTED)]


def test_several_figures_are_told_apart(html: str) -> None:
    several = [target for target in targets().values() if target.labels]
    assert several
    shown = read(html).text
    for label in {label for target in several for label in target.labels}:
        assert label in shown


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rtol": 1e-3, "atol": 0.0}, "± 0.1 %"),
        ({"rtol": 0.0, "atol": 0.2}, "± 0.2"),
        ({"rtol": 0.0, "atol": 0.0}, "exact"),
        ({"computed": ()}, "range"),
    ],
)
def test_a_tolerance_is_put_into_words(
    outcomes: list[Outcome], changes: dict[str, Any], words: str
) -> None:
    target = replace(outcomes[0].target, **changes)
    assert tolerance(Outcome(target, ())) == words


@pytest.fixture(scope="module")
def browser_page(browser: Browser) -> Iterator[Page]:
    # The page forbids scripts; the examination is one.
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_keeps_to_itself(
    browser_page: Page, html: str, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    path = tmp_path / "validation.html"
    path.write_text(html, encoding="utf-8")
    requests: list[str] = []
    complaints: list[str] = []
    browser_page.on("request", lambda request: requests.append(request.url))
    browser_page.on("console", lambda message: complaints.append(message.text))
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.goto(path.as_uri())
    violations = Axe().run(browser_page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    wide = browser_page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 699, 701, 1000, 1279, 1280, 1366, 1440])
def test_no_table_is_wider_than_its_box(
    browser_page: Page, html: str, tmp_path: Path, width: int
) -> None:
    path = tmp_path / "validation.html"
    path.write_text(html, encoding="utf-8")
    browser_page.set_viewport_size({"width": width, "height": 900})
    browser_page.goto(path.as_uri())
    boxes = browser_page.locator(".scroll")
    clipped = boxes.evaluate_all("all => all.map(box => box.scrollWidth - box.clientWidth)")
    assert clipped == [0] * 5
    wide = browser_page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
