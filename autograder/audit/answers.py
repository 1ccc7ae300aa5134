"""Answers: each earns exactly what the bank says, with its sentence, by both engines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.audit import mutants
from autograder.audit.attempts import Attempt
from autograder.audit.findings import Finding
from autograder.audit.lesson import Exercise, Lesson, Notebook
from autograder.audit.marking import Mark
from autograder.bank import DELEGATING, Answer, BankError, load_file

CHECK = "answers"
REFERENCE, RELEASED = "the reference solution", "what students are given"
_ALMOST = 1e-9


@dataclass(frozen=True)
class Expected:
    """An answer, and what it has to earn.

    Parameters
    ----------
    attempt : Attempt
        The answer.
    points : float
        Its marks.
    says : str
        A fragment of the sentence of a recognised mistake; empty if there must be none.
    file : str
        Where the answer stands.
    kind : str
        Of an answer of the bank, its kind; else empty.
    """

    attempt: Attempt
    points: float
    says: str
    file: str
    kind: str = ""

    @property
    def is_banked(self) -> bool:
        """Whether it comes from the bank."""
        return bool(self.kind)

    @property
    def is_delegating(self) -> bool:
        """Whether it calls what boxes lack, so that only they can tell what it is worth."""
        return self.kind == DELEGATING

    def disagreement(self, mark: Mark) -> str:
        """Return how a mark differs from what was expected, or nothing."""
        parts = []
        if abs(mark.points - self.points) > _ALMOST:
            parts.append(f"earns {mark.points:g}, not {self.points:g}")
        if self.says and self.says not in mark.said:
            parts.append(f"is not told “{self.says}”" + _instead(mark))
        if not self.says and mark.recognised and self.is_banked:
            parts.append(f"is taken for a known mistake (“{_short(mark.said)}”)")
        if parts and mark.trouble:
            parts.append(mark.trouble)
        return ", ".join(parts)


def expected_of(lesson: Lesson, released: Mapping[str, Mapping[str, str]]) -> Iterator[Expected]:
    """Yield everything that is tried as an answer, and what it must earn.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    released : mapping
        For each notebook's file name, the released text of its cells by name.
    """
    for book, exercise in lesson.exercises:
        if not exercise.is_sound:
            continue
        yield _expected(book, exercise, REFERENCE, exercise.answer.source, exercise.points)
        given = released.get(book.path.name, {}).get(exercise.name)
        if given is not None:
            yield _expected(book, exercise, RELEASED, given, 0.0)
        path = lesson.answers_folder / f"{exercise.name.replace('-', '_')}.py"
        if path.is_file():
            for answer in _loaded(path):
                attempt = Attempt(book.file, exercise.name, answer.name, answer.source)
                file = lesson.file(path)
                yield Expected(attempt, answer.marks, answer.says, file, answer.kind)


def sampled(expected: Sequence[Expected], number: int | None, seed: int) -> list[Expected]:
    """Return what is always tried, and so many answers of the bank; all if no number is given."""
    always = [each for each in expected if not each.is_banked or each.is_delegating]
    drawn = [each for each in expected if each not in always]
    return always + mutants.sampled(drawn, number, seed, lambda each: each.kind)


def bank_findings(lesson: Lesson) -> Iterator[Finding]:
    """Check that the files of the bank can be read, and that each is of an exercise.

    Nor may an answer that lets the package do the work be thought worth more than a part of it.
    """
    points = {exercise.name.replace("-", "_"): exercise.points for _, exercise in lesson.exercises}
    for path in sorted(lesson.answers_folder.glob("*.py")):
        try:
            load_file(path)
        except (BankError, OSError, UnicodeDecodeError) as error:
            said = str(error).removeprefix(f"{path}, ")
            yield Finding(CHECK, lesson.file(path), "", f"{said}: mend it")
        for answer in _loaded(path):
            if answer.kind == DELEGATING and answer.marks > points.get(path.stem, 0) / 2:
                problem = (
                    f"“{answer.name}” calls what does the exercise, and may earn {answer.marks:g} "
                    "points: name what it calls under “withheld” in the notebook's metadata"
                )
                yield Finding(CHECK, lesson.file(path), answer.exercise, problem)
        if path.stem not in points:
            problem = f"the lesson has no exercise {path.stem.replace('_', '-')}: rename the file"
            yield Finding(CHECK, lesson.file(path), "", problem)


def answer_findings(
    expected: Iterable[Expected],
    plain: Mapping[Attempt, Mark],
    boxed: Mapping[Attempt, Mark],
) -> Iterator[Finding]:
    """Compare marks with what was expected.

    Parameters
    ----------
    expected : iterable of Expected
        What was tried.
    plain, boxed : mapping
        What it earned by each engine, as far as it was tried there.
    """
    for each in expected:
        plainly, in_box = (
            each.disagreement(marks[each.attempt]) if each.attempt in marks else ""
            for marks in (plain, boxed)
        )
        if plainly or in_box:
            what = each.attempt.name
            what = f"the answer “{what}”" if each.is_banked else what
            said = f"{what} {plainly}" if plainly else f"in a box {what} {in_box}"
            said += f"; in a box it {in_box}" if plainly and in_box else ""
            cure = "mend the test, the text or the bank" if each.is_banked else "mend the test"
            yield Finding(CHECK, each.file, each.attempt.exercise, f"{said}: {cure}")


def unexpected(expected: Iterable[Expected], marks: Mapping[Attempt, Mark]) -> list[Attempt]:
    """Return the attempts whose marks are not what was expected."""
    return [
        each.attempt
        for each in expected
        if each.attempt in marks and each.disagreement(marks[each.attempt])
    ]


def _expected(
    book: Notebook, exercise: Exercise, name: str, source: str, points: float
) -> Expected:
    attempt = Attempt(book.file, exercise.name, name, source)
    return Expected(attempt, points, "", book.file)


def _loaded(path: Path) -> tuple[Answer, ...]:
    try:
        return load_file(path)
    except (BankError, OSError, UnicodeDecodeError):
        return ()  # `bank_findings` says so


def _instead(mark: Mark) -> str:
    return f" but “{_short(mark.said)}”" if mark.recognised else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
