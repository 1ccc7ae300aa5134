"""The answer bank: what students write, and what each answer is worth.

One file an exercise, ``tests/answers/<lesson>/<exercise>.py``, in percent cells; one answer a
cell, with a few header lines under its title::

    # %% [answer] vectorised
    # kind: right
    # marks: 10
    # says: ""
    # written: with the solution
    def double(x):
        return 2 * x

A line ``# shows: wrong unit`` names what the answer stands for, where a course asks for it by name;
commas separate several.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DELEGATING = "delegating"
KINDS = ("right", "mistake", "wrong", DELEGATING, "empty")

_TITLE = re.compile(r"# %% \[answer\] (?P<name>\S.*)")
_CELL = re.compile(r"# %%")
_HEADER = re.compile(r"# (?P<key>kind|marks|says|written|shows):\s*(?P<value>.*)")

_RESPONSE = re.compile(
    r"marks: (?P<marks>[\d. ]+)\ncomment: (?P<comment>[^\n]*)\n\n(?P<text>.*)", re.DOTALL
)


@dataclass(frozen=True)
class Answer:
    """One answer to one exercise.

    Parameters
    ----------
    exercise : str
        The exercise's slug, which is also the id of its solution cell.
    name : str
        What sets the answer apart from the exercise's others.
    kind : {"right", "mistake", "wrong", "delegating", "empty"}
        A *mistake* is one that the tests recognise and explain. A *delegating* answer calls what
        the course withholds: it earns its marks in a box, and more wherever there is none.
    marks : float
        What it earns.
    says : str
        A fragment of the sentence with which a mistake is explained, else empty.
    written : str
        "with the solution", or "blind": from the released notebook alone.
    source : str
        The whole content of the solution cell.
    shows : tuple of str
        What it stands for in the bank, such as "wrong unit": the names are the course's own.
    """

    exercise: str
    name: str
    kind: str
    marks: float
    says: str
    written: str
    source: str
    shows: tuple[str, ...] = ()


class BankError(ValueError):
    """What is wrong with a file of the bank, and in which line."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}")


def load_answers(bank: Path, lesson: str) -> tuple[Answer, ...]:
    """Load every answer to a lesson's exercises.

    Parameters
    ----------
    bank : Path
        Folder of the bank, which holds one folder a lesson.
    lesson : str
        Name of the assignment, with or without the number before it.

    Returns
    -------
    tuple of Answer
        In the order of files and of cells; empty if the bank has nothing for the lesson.

    Raises
    ------
    BankError
        If a file does not keep the format; the message names file and line.
    """
    folder = _folder(bank, lesson)
    files = sorted(folder.glob("*.py")) if folder else []
    return tuple(answer for path in files for answer in load_file(path))


def _folder(bank: Path, lesson: str) -> Path | None:
    folders = (bank / lesson, bank / re.sub(r"^\d+-", "", lesson))
    return next((folder for folder in folders if folder.is_dir()), None)


def load_file(path: Path) -> tuple[Answer, ...]:
    """Load the answers to one exercise from its file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    answers: dict[str, Answer] = {}
    for first, block in _cells(path, lines):
        answer = _answer(path, first, block)
        if answer.name in answers:
            raise BankError(path, first, f"there already is an answer “{answer.name}”")
        answers[answer.name] = answer
    return tuple(answers.values())


def _cells(path: Path, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    starts = [number for number, line in enumerate(lines, 1) if _CELL.match(line)]
    preamble = lines[: starts[0] - 1] if starts else lines
    for number, line in enumerate(preamble, 1):
        if line.strip() and not line.startswith("#"):
            raise BankError(path, number, "code stands before the first “# %% [answer] <name>”")
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        yield start, lines[start - 1 : end - 1]


def _answer(path: Path, first: int, block: list[str]) -> Answer:
    title = _TITLE.fullmatch(block[0].rstrip())
    if not title:
        raise BankError(path, first, "a cell must begin “# %% [answer] <name>”")
    header: dict[str, str] = {}
    length = 1
    while length < len(block) and (match := _HEADER.fullmatch(block[length].rstrip())):
        header[match["key"]] = match["value"].strip()
        length += 1
    missing = [key for key in ("kind", "marks", "written") if key not in header]
    if missing:
        raise BankError(path, first, f"the header lacks “# {missing[0]}: ...”")
    if header["kind"] not in KINDS:
        raise BankError(
            path, first, f"kind must be one of {', '.join(KINDS)}, not “{header['kind']}”"
        )
    return Answer(
        exercise=path.stem.replace("_", "-"),
        name=title["name"],
        kind=header["kind"],
        marks=_number(path, first, header["marks"]),
        says=header.get("says", "").strip("\"'"),
        written=header["written"],
        source="\n".join(block[length:]).strip("\n"),
        shows=tuple(filter(None, map(str.strip, header.get("shows", "").split(",")))),
    )


def _number(path: Path, line: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise BankError(path, line, f"marks must be a number, not “{text}”") from None
    if not 0 <= value < float("inf"):
        raise BankError(path, line, f"marks must be 0 or more, not “{text}”")
    return value


@dataclass(frozen=True)
class Response:
    """One text in answer to a question that a person marks.

    Parameters
    ----------
    task : str
        Grade id of the question; the student's answer stands in the cell ``<task>-answer``.
    name : str
        What sets the text apart from the question's others.
    marks : tuple of float
        Points for each line of the rubric.
    comment : str
        What the marker writes.
    text : str
        The student's text.
    """

    task: str
    name: str
    marks: tuple[float, ...]
    comment: str
    text: str

    @property
    def total(self) -> float:
        """All points."""
        return sum(self.marks)


def load_responses(bank: Path, lesson: str) -> tuple[Response, ...]:
    """Load the texts of ``free_response.md``, empty if the lesson has none.

    A heading of the first level names a question, one of the second a text; ``marks: 3 2 0`` and
    ``comment: ...`` come first under it.

    Raises
    ------
    BankError
        If the file does not keep the format.
    """
    folder = _folder(bank, lesson)
    path = folder / "free_response.md" if folder else None
    if path is None or not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    task = ""
    starts = [number for number, line in enumerate(lines) if line.startswith("#")]
    responses: list[Response] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        level, _, title = lines[start].partition(" ")
        if level == "#":
            task = title.strip()
        else:
            responses.append(_response(path, start, task, title.strip(), lines[start + 1 : end]))
    return tuple(responses)


def _response(path: Path, start: int, task: str, name: str, block: list[str]) -> Response:
    match = _RESPONSE.match("\n".join(block).strip())
    if not match or not task:
        raise BankError(
            path, start + 1, "a text needs “marks: ...”, “comment: ...” and an empty line before it"
        )
    return Response(
        task=task,
        name=name,
        marks=tuple(_number(path, start + 1, part) for part in match["marks"].split()),
        comment=match["comment"].strip(),
        text=match["text"].strip(),
    )
