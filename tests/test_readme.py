"""What the documents point to is there, and the commands they print have those options."""

import re
import shlex
import subprocess
import sys
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from autograder.course_folder import open_course

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
OURS = ("autograder", "nbgrader", "jupyter", "pip", "python")


class Command(NamedTuple):
    """A command of a document: what can be asked for help, and what is given to it."""

    program: tuple[str, ...]
    arguments: tuple[str, ...]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_relative_link_resolves(name: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", read(name))
    missing = [link for link in links if "://" not in link and not (ROOT / link).exists()]
    assert not missing


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_that_is_named_exists(name: str) -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b", read(name)))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    assert named <= targets


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def command_lines(text: str) -> list[str]:
    """Return the lines of code blocks, indented or fenced, and what stands between backticks."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    indented = re.findall(r"(?:(?<=\n\n)|(?<=\A))((?:    .*\n|\n)+)", text)
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    return [line.strip() for block in (*fenced, *indented) for line in block.splitlines()] + inline


def commands(document: str) -> list[Command]:
    """Return the commands of ours in a document, in a form that can be asked for help."""
    found = []
    for line in command_lines(read(document)):
        try:
            words = shlex.split(line.replace("\\", "/"), comments=True)
        except ValueError:  # prose with an apostrophe
            continue
        first = Path(words[0]).name if words else ""
        if first in OURS and len(words) > 1 and "/path/" not in line:
            found.append(split(first, words[1:]))
    return [command for command in found if command is not None]


def split(program: str, words: list[str]) -> Command | None:
    """Part a command's own name, such as ``python -m course doctor``, from what it is given."""
    if program == "python":
        if words[0] != "-m" or words[1] == "venv":
            return None
        module, rest = words[1], words[2:]
        count = 1 if module in {"course", "pip"} and rest else 0
        return Command(("python", "-m", module, *rest[:count]), tuple(rest[count:]))
    if not re.fullmatch(r"[a-z_]+", words[0]):
        return Command((program,), tuple(words))
    return Command((program, words[0]), tuple(words[1:]))


@cache
def help_of(program: tuple[str, ...]) -> str:
    """Ask a command for its help, as anybody would; it must have some."""
    done = subprocess.run(
        [str(BIN / program[0]), *program[1:], "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(BIN), "COLUMNS": "200", "HOME": str(ROOT / "build")},
    )
    assert done.returncode == 0, f"{' '.join(program)} --help: {done.stdout}{done.stderr}"
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)


COMMANDS = sorted({command for document in DOCUMENTS for command in commands(document)})


def test_the_documents_hold_the_commands_of_the_course() -> None:
    programs = {command.program for command in COMMANDS}
    for expected in (
        ("autograder", "release"),
        ("autograder", "grade"),
        ("nbgrader", "release_assignment"),
        ("jupyter", "lab"),
        ("python", "-m", "course", "doctor"),
        ("pip", "install"),
    ):
        assert expected in programs


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c.program + c.arguments))
def test_a_printed_command_exists_with_its_options(command: Command) -> None:
    described = help_of(command.program)
    for word in command.arguments:
        if word.startswith("-"):
            option = word.partition("=")[0]
            assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", described), option


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c.program + c.arguments))
def test_what_a_printed_command_is_given_is_there(command: Command) -> None:
    words = command.arguments
    for option, value in pairwise(words):
        if option in {"--requirement", "--file"}:
            assert (ROOT / value).is_file()
    extras = [extra for word in words for extra in re.findall(r"^\.\[(\w+)\]$", word)]
    assert set(extras) <= set(PROJECT["optional-dependencies"])
    if command.program[0] == "autograder" and words and re.fullmatch(r"[a-z]+", words[0]):
        assert open_course(ROOT).lesson(words[0])
    if command.program == ("nbgrader", "release_assignment"):
        assert (ROOT / "release" / words[-1]).is_dir()
