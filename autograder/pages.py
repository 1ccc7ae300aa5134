"""Static pages from templates: no scripts, no network, nothing of a student's run as HTML."""

import base64
import re
from binascii import Error as Base64Error
from collections.abc import Mapping
from functools import cache
from typing import Any

import mistune
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

# A page may show its own styles and pictures that it carries itself; all else stays shut.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
# Pictures as a browser may show them; SVG runs no scripts inside an image element.
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml")
# Marks of markdown in one text: beyond, to read it takes a time that grows with their square.
MAX_MARKS = 2000
MAX_LINES = 200
MAX_CHARACTERS = 20_000

_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
# Those that turn the direction of writing make one name look like another.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKS = re.compile(r"[\[\]*_`~<\\|>]")
_ATTACHMENT = re.compile(r"attachment:([^)\s\"'>]+)")


class _Renderer(mistune.HTMLRenderer):
    """Markdown without pictures from elsewhere: to open a page must tell nobody that it was."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Return a picture that the page carries itself; of another only the text."""
        if url.startswith("data:"):
            return super().image(text, url, title)
        return text  # rendered already, by this very renderer


_MARKDOWN = mistune.create_markdown(
    renderer=_Renderer(escape=True), plugins=["table", "strikethrough"]
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("autograder"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["content_security_policy"] = CONTENT_SECURITY_POLICY
    environment.filters["points"] = points
    return environment


def render(template: str, **values: object) -> str:
    """Return a page; every value is escaped unless it is `Markup`."""
    return _environment().get_template(template).render(**values)


def points(value: float) -> str:
    """Return a number of points without needless zeros.

    Examples
    --------
    >>> points(7.0), points(2.5), points(1 / 3)
    ('7', '2.5', '0.33')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def markdown(text: str, attachments: Mapping[str, Any] | None = None) -> Markup:
    r"""Return a student's markdown as HTML; raw HTML in it is shown as text.

    Examples
    --------
    >>> markdown("*so* <script>alert(1)</script>")
    Markup('<p><em>so</em> &lt;script&gt;alert(1)&lt;/script&gt;</p>\n')
    """

    def embedded(match: re.Match[str]) -> str:
        bundle = (attachments or {}).get(match[1], {})
        return next(
            (url for kind in PICTURES if (url := picture(kind, bundle.get(kind)))), match[0]
        )

    if len(_MARKS.findall(text)) > MAX_MARKS:
        return Markup("<pre>{}</pre>").format(text)
    return Markup(_MARKDOWN(_ATTACHMENT.sub(embedded, text)))  # noqa: S704 - the renderer escapes


def picture(kind: str, data: object) -> str | None:
    """Return an address that carries a picture itself, or None if the data are none.

    Examples
    --------
    >>> picture("image/png", "aGVs bG8=")
    'data:image/png;base64,aGVsbG8='
    >>> picture("text/html", "<b>")
    """
    text = "".join(data) if isinstance(data, list) else data
    if kind not in PICTURES or not isinstance(text, str):
        return None
    if kind == "image/svg+xml":
        return f"data:{kind};base64,{base64.b64encode(text.encode()).decode()}"
    try:
        content = base64.b64decode("".join(text.split()), validate=True)
    except (Base64Error, ValueError):
        return None
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def plain(text: object) -> str:
    """Return what a program printed without colour codes, cut to a readable length."""
    whole = "".join(text) if isinstance(text, list) else str(text)
    clean = _CONTROL.sub("", _ANSI.sub("", whole))
    lines = clean.splitlines()
    kept = "\n".join(lines[:MAX_LINES])[:MAX_CHARACTERS]
    return kept if len(kept) >= len(clean.rstrip("\n")) else f"{kept}\n… (cut)"
