"""Whoever looks at a submission in formgrader runs nothing of it."""

import re
from collections import defaultdict
from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import (
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
    new_raw_cell,
)
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

from autograder import configure

BUNDLES = [
    {
        "text/html": "<script>ATTACK()</script>"
        "<table><tr><td onclick='ATTACK()'>kept</td></tr></table>"
    },
    {"image/svg+xml": "<svg><script>ATTACK()</script><circle r='4'/></svg>"},
    {"application/javascript": "ATTACK()"},
    {"text/markdown": "<img src=x onerror=ATTACK()>"},
    {"image/png": '"><script>ATTACK()</script>'},
    {"text/html": "<a href='javascript:ATTACK()'>link</a>"},
    {"application/vnd.jupyter.widget-view+json": {"model_id": "</script><script>ATTACK()"}},
]
# In a tag, or where a script begins.
ACTIVE = re.compile(r"<[a-zA-Z/][^<>]*ATTACK|<script[^>]*>\s*ATTACK")
TEXTS = [
    "<img src=x onerror=ATTACK()>",
    "[click](javascript:ATTACK())",
    "- a list\n\n      <script>\n\n      [click](javascript:ATTACK())",
    "![p](attachment:p.png)",
]


def page(*cells: nbformat.NotebookNode) -> str:
    """Return what formgrader would show, made as formgrader makes it."""
    config = Config()
    configure(config)
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    values: dict[str, object] = defaultdict(str, index=0, total=1)
    values["nbgrader"] = defaultdict(str)
    html, _ = HTMLExporter(config=config).from_notebook_node(
        new_notebook(cells=list(cells)), resources=values
    )
    return str(html)


@pytest.mark.filterwarnings("ignore:Your element with mimetype")
@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: next(iter(bundle)))
def test_outputs_are_text_tables_and_pictures(bundle: dict[str, object]) -> None:
    metadata = {"image/png": {"width": '" onload="ATTACK()'}}
    html = page(new_code_cell("1", outputs=[new_output("display_data", bundle, metadata=metadata)]))
    assert not ACTIVE.search(html)
    assert ("kept</td>" in html) is ("kept" in str(bundle))
    assert ("data:image/svg+xml;base64," in html) is ("image/svg+xml" in bundle)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("new_cell", [new_markdown_cell, new_raw_cell])
def test_a_students_text_is_text(text: str, new_cell: type) -> None:
    cell = new_cell(text)
    cell.attachments = {"p.png": {"image/png": '" onerror="ATTACK()'}}
    assert not ACTIVE.search(page(cell))


def test_an_instructors_locked_text_stays_as_it_is() -> None:
    cell = new_markdown_cell("<details><summary>hint</summary>try</details>")
    assert "&lt;details&gt;" in page(cell)
    cell.metadata["nbgrader"] = {"locked": True}
    assert "<details><summary>hint" in page(cell)


def test_the_course_asks_for_it_by_name() -> None:
    config = Config()
    configure(config)
    (name,) = config.HTMLExporter.preprocessors
    assert Path(f"{name.rpartition('.')[0].replace('.', '/')}.py").is_file()
