"""Nothing of a student's run becomes active in a page."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.pages import CONTENT_SECURITY_POLICY, markdown, picture, plain, render
from tests.autograder.conftest import PICTURE

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "<svg onload=alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "```html\n<script>alert(1)</script>\n```",
    "| a |\n|---|\n| <b onclick=alert(1)> |",
    '<https://example.org/"onclick=alert(1)>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_of_a_student_stays_text(text: str) -> None:
    html = str(markdown(text))
    for harm in (
        "<script",
        "<svg",
        "onerror=alert(1)>",
        "<b ",
        'href="javascript',
        'src="javascript',
    ):
        assert harm not in html


@pytest.mark.parametrize("text", ["![a](", "*a ", "[", "<a "])
def test_a_text_of_nothing_but_marks_is_shown_as_it_is(text: str) -> None:
    """To read it as markdown would take hours."""
    html = str(markdown(text * 100_000))
    assert html.startswith("<pre>")
    assert "<a " not in html


@given(st.text())
def test_a_page_escapes_whatever_it_is_given(text: str) -> None:
    page = render(
        "feedback.html.j2", title=text, score=1.0, points=2.0, penalty=0, blocks=[], state=None,
        remarks=[text], unmarked=set(),
    )  # fmt: skip
    assert page.count("<script") == 0
    assert page.count("<h1>") == 1


def test_a_page_lets_nothing_in_from_elsewhere() -> None:
    assert "default-src 'none'" in CONTENT_SECURITY_POLICY
    assert "script" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY


def test_a_pasted_picture_travels_in_the_page() -> None:
    html = str(markdown("![mine](attachment:a.png)", {"a.png": {"image/png": PICTURE}}))
    assert f'src="data:image/png;base64,{PICTURE}"' in html
    assert "base64" not in str(markdown("![](attachment:b.png)", {}))


@pytest.mark.parametrize(
    ("kind", "data"),
    [("image/png", "not base64!"), ("text/html", PICTURE), ("image/png", 3), ("image/png", None)],
)
def test_what_is_no_picture_is_none(kind: str, data: object) -> None:
    assert picture(kind, data) is None


def test_a_drawing_is_carried_where_it_can_run_nothing() -> None:
    address = picture("image/svg+xml", ["<svg onload='alert(1)'>", "</svg>"])
    assert address
    head, _, content = address.partition(",")
    assert head == "data:image/svg+xml;base64"
    assert base64.b64decode(content) == b"<svg onload='alert(1)'></svg>"


def test_printed_text_loses_its_colours_and_grows_no_page_without_end() -> None:
    assert plain("\x1b[31mred\x1b[0m\x07 text") == "red text"
    assert plain(["a\n", "b"]) == "a\nb"
    assert plain("line\n" * 1000).splitlines()[-1] == "… (cut)"
    assert len(plain("x" * 1_000_000)) < 21_000


def test_a_picture_from_elsewhere_is_its_text() -> None:
    page = markdown("![the *curve*](https://collector.invalid/y.png) ![](//x/y) end")
    assert page == "<p>the <em>curve</em>  end</p>\n"
