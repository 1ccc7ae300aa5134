"""Who is in the class, what each of them does, and what it has to earn."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from autograder.bank import DELEGATING, Answer, Response
from autograder.demo import damage
from autograder.demo.damage import Damage, nothing
from autograder.record import State

NAMES = (
    "ada", "amina", "bao", "carla", "chidi", "dalia", "emre", "farah", "gudrun", "hana", "ivo",
    "jun", "kofi", "lena", "malik", "nadia", "olek", "priya", "quentin", "rosa", "sami", "tove",
    "uma", "yusuf",
)  # fmt: skip
CLASS_SIZE = len(NAMES)

Bank = Mapping[str, Sequence[Answer]]


@dataclass(frozen=True)
class Student:
    """One simulated student.

    Parameters
    ----------
    name : str
        Also the user name in the exchange.
    story : str
        What the student does, for the table.
    answers : dict
        By exercise; an exercise that is not in it is left as it was released.
    responses : dict
        By question, texts that a person marks.
    damage : callable
        What happens to the notebook besides, changing it in place.
    broken_file : bool
        The file is cut off in the middle.
    late : bool
        Handed in after the due date.
    state : State
        What has to become of the submission.
    remark : str
        A fragment of what has to be said of it, else empty.
    """

    name: str
    story: str
    answers: dict[str, Answer]
    responses: dict[str, Response]
    damage: Damage = nothing
    broken_file: bool = False
    late: bool = False
    state: State = State.GRADED
    remark: str = ""
    spoilt: tuple[str, ...] = ()

    def expected(self) -> dict[str, float]:
        """Return the marks by exercise and question; all that is not in it earns nothing."""
        if not self.state.has_marks:
            return {}
        return {
            **{
                exercise: answer.marks
                for exercise, answer in self.answers.items()
                if exercise not in self.spoilt
            },
            **{task: response.total for task, response in self.responses.items()},
        }


def draw_class(
    answers: Iterable[Answer],
    responses: Iterable[Response],
    seed: int,
    names: Sequence[str] = NAMES,
) -> tuple[Student, ...]:
    """Draw a class in which every story occurs, and every mistake that there are students for.

    Parameters
    ----------
    answers, responses : iterables
        The bank of one lesson.
    seed : int
        The same seed draws the same class.
    names : sequence of str
        One for each student; the stories that go wrong come first, the rest answer rightly.

    Raises
    ------
    ValueError
        If there are too few names for the stories.
    """
    rng = random.Random(seed)
    # What an answer is worth that calls the course's models depends on there being a box.
    own = [answer for answer in answers if answer.kind != DELEGATING]
    bank = {exercise: tuple(group) for exercise, group in groupby(own, _exercise)}
    told = _accidents(bank, rng)
    # At least one student is left to be right, and two are mixed.
    told += [*_mistaken(bank, rng, len(names) - len(told) - 3), *_mixed(bank, rng)]
    if len(told) >= len(names):
        raise ValueError(f"a class needs more than {len(told)} names, not {len(names)}")
    told += [Student("", "all right", _right(bank, rng), {}) for _ in range(len(names) - len(told))]
    questions = [(task, tuple(group)) for task, group in groupby(responses, _task)]
    order = rng.sample(names, len(names))
    return tuple(
        sorted(
            (
                replace(student, name=name, responses=_texts(questions, student, turn))
                for turn, (student, name) in enumerate(zip(told, order, strict=True))
            ),
            key=lambda student: student.name,
        )
    )


def _accidents(bank: Bank, rng: random.Random) -> list[Student]:
    """Return one student for each thing that befalls notebooks in real classes."""
    done = _right(bank, rng)
    half = list(bank)[: max(1, len(bank) // 2)]
    syntax, loop, copied, deleted, moved, rewritten, apart = rng.choices(list(bank), k=7)
    return [
        Student("", "nothing done", {}, {}),
        Student("", "half done", {exercise: done[exercise] for exercise in half}, {}),
        Student("", "handed in late", _right(bank, rng), {}, late=True),
        Student(
            "",
            "handed in half a file",
            _right(bank, rng),
            {},
            broken_file=True,
            state=State.UNREADABLE,
            remark="not JSON",
        ),
        *[
            Student("", story, _right(bank, rng), {}, harm, spoilt=spoilt, remark=remark)
            for story, harm, spoilt, remark in (
                ("syntax error", damage.syntax_error(syntax), (syntax,), ""),
                ("endless loop", damage.endless_loop(loop), (loop,), "ran too long"),
                ("copied a test cell", damage.copy_test(copied), (), "a copy"),
                ("deleted a test cell", damage.delete_test(deleted), (), "missing"),
                ("moved a test to the top", damage.move_test(moved), (), "moved"),
                ("rewrote a test", damage.edit_test(rewritten), (), "locked"),
                ("answer in an added cell", damage.helper_cell(apart), (), ""),
            )
        ],
    ]


def _mistaken(bank: Bank, rng: random.Random, room: int) -> list[Student]:
    """Return as many students as it takes to make every mistake of the bank once, if there is room.

    Those that are explained by sentences of their own come first.
    """
    mistakes = {name: _one_of_each_first(answers) for name, answers in bank.items()}
    most = min(room, max((len(found) for found in mistakes.values()), default=0))
    made = [
        {name: found[turn] for name, found in mistakes.items() if turn < len(found)}
        for turn in range(most)
    ]
    return [
        Student("", f"mistakes, {turn} of {most}", {**_right(bank, rng), **each}, {})
        for turn, each in enumerate(made, 1)
    ]


def _one_of_each_first(answers: Sequence[Answer]) -> list[Answer]:
    mistakes = [answer for answer in answers if answer.kind == "mistake"]
    first = {answer.says: answer for answer in reversed(mistakes)}
    return sorted(mistakes, key=lambda answer: answer is not first[answer.says])


def _mixed(bank: Bank, rng: random.Random) -> list[Student]:
    """Return students who know some and not others."""
    return [
        Student("", "mixed", {name: rng.choice(bank[name]) for name in bank}, {}) for _ in range(2)
    ]


def _right(bank: Bank, rng: random.Random) -> dict[str, Answer]:
    return {
        name: rng.choice([each for each in answers if each.kind == "right"])
        for name, answers in bank.items()
    }


def _texts(
    questions: Sequence[tuple[str, tuple[Response, ...]]], student: Student, turn: int
) -> dict[str, Response]:
    """Give texts of each quality in turn; who did nothing else wrote nothing."""
    if not student.answers:
        return {}
    return {task: texts[turn % len(texts)] for task, texts in questions}


def _exercise(answer: Answer) -> str:
    return answer.exercise


def _task(response: Response) -> str:
    return response.task
