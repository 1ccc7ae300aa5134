"""The notebook behind the lecture's page."""

import socket

import nbformat
import pytest

from course.explorers.__main__ import free_port, main
from course.explorers.page import notebook


@pytest.mark.parametrize("lessons", [[], ["transmitters"]])
def test_the_page_is_a_valid_notebook_that_builds_its_menu(lessons: list[str]) -> None:
    made = notebook(lessons)
    nbformat.validate(nbformat.from_dict(made))
    code = next(each["source"] for each in made["cells"] if each["cell_type"] == "code")
    kernel: dict[str, object] = {}
    exec(code.replace("\ngallery(", "\nshown = gallery("), kernel)  # noqa: S102 - our own cell
    assert kernel["shown"]


def test_the_page_is_the_same_each_time() -> None:
    assert notebook() == notebook()


def test_an_unknown_lesson_is_named_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="no lesson 'dopamine'; there are transmitters"):
        notebook(["dopamine"])
    assert main(["dopamine"]) == 2
    assert capsys.readouterr().err.startswith("There is no lesson 'dopamine'")


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) != port
    assert free_port(port) == port


def test_where_every_port_is_taken_none_is_named() -> None:
    assert free_port(65536) is None


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "٣"])
def test_what_is_no_port_is_refused_in_one_sentence(
    port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([f"--port={port}"])
    assert f"a port is a whole number from 1 to 65535, not '{port}'" in capsys.readouterr().err
