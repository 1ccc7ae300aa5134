"""What formgrader shows of a submission: nothing in it may act on the person who looks.

Its pages come from the Jupyter server, where a script could do whatever the grader can. nbconvert
puts HTML out of outputs and markdown into them as it is.
"""

from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbconvert.preprocessors.sanitize import SanitizeHTML

from autograder.pages import PICTURES, markdown, picture
from autograder.protocol import Value

_TABLES = ("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
_TEXTS = ("p", "div", "span", "pre", "code", "b", "i", "em", "strong", "sub", "sup", "br", "hr")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "a")
_SAFE_KINDS = ("text/plain", "text/latex")


class Defuse(Preprocessor):
    """Leave of a graded notebook what is text, table or picture.

    Cells that the release locks are the instructor's, and stay as they are.
    """

    def __init__(self, **traits: Value) -> None:
        super().__init__(**{**traits, "enabled": True})  # type: ignore[no-untyped-call]  # nbconvert
        self._tags = SanitizeHTML(  # type: ignore[no-untyped-call]  # nbconvert
            tags=[*_TABLES, *_TEXTS, *_LISTS],
            attributes={"a": ["href", "title"], "*": ["colspan", "rowspan", "border"]},
            strip=True,
        )

    def preprocess_cell(self, cell: Value, resources: Value, index: int) -> tuple[Any, Any]:
        """Return the cell without anything active."""
        del index
        if cell.cell_type == "code":
            cell.outputs = [self._defused(output) for output in cell.outputs]
        elif not cell.metadata.get("nbgrader", {}).get("locked"):
            html = str(markdown(cell.source, cell.get("attachments")))
            # On one line it is one block of HTML: nbconvert finds no markdown in it again.
            cell.source = html.strip().replace("\n", "&#10;")
            cell.pop("attachments", None)
            cell.cell_type = "markdown"
        return cell, resources

    def _defused(self, output: Value) -> Value:
        if "data" in output:
            data = output.data
            kept = {kind: data[kind] for kind in _SAFE_KINDS if kind in data}
            if isinstance(data.get("text/html"), str):
                kept["text/html"] = self._tags.sanitize_html_tags(data["text/html"])  # type: ignore[no-untyped-call]  # nbconvert
            address = next((it for kind in PICTURES if (it := picture(kind, data.get(kind)))), None)
            if address:
                kept["text/html"] = f'<img alt="a picture" src="{address}">'
            output.data = type(data)(kept)
            output.metadata = type(output.metadata)()
        return output
