"""Checks and marks: what a test cell is written in, for students and for hidden tests alike.

A test cell makes one :class:`Marks`, runs its checks, and ends with ``marks.total()``. Each check
catches its own failure, so one wrong value costs one check. The result leaves the cell as a
structured MIME bundle beside a readable page; nothing has to be parsed out of printed text.
"""

import contextlib
import io
import math
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from course import marks_display
from course.marks_display import Check, Outcome, Recognised

# What each exercise came to when its test cell last ran in this kernel, in order of first running.
outcomes: dict[str, Outcome] = {}


class ChecksFailed(AssertionError):
    """Public checks failed, so that nbgrader's Validate and the student both see it."""


@dataclass
class _Verdict:
    """How one check ended, filled in when its block closes."""

    passed: bool = True
    why: str = ""
    begun: bool = True


@dataclass(frozen=True)
class _Known:
    """A mistake that matched: what it is worth, and how much it alone leaves passing."""

    points: float
    passing: float
    say: str

    def recognised(self, earned: float) -> Recognised:
        """Return it with its mark, less what the checks lost to something else."""
        lost = max(0.0, self.passing - earned)
        return Recognised(max(0.0, self.points - lost), self.say, alone=not lost)


class Marks:
    """The marks of one exercise.

    Parameters
    ----------
    points : float
        What the complete test cell is worth, public and hidden checks together.
    exercise : str
        The exercise's name, as the student knows it.

    Raises
    ------
    ValueError
        If `points` is not a positive finite number.

    Examples
    --------
    >>> marks = Marks(3, exercise="double")
    >>> with marks.check(1, because="twice nothing is nothing"):
    ...     assert 2 * 0 == 0
    >>> with marks.hidden(2, because="twice two is four"):
    ...     assert 2 + 2 == 5
    >>> marks.total()
    double: 1 of 3 points
      passed  1 of 1  twice nothing is nothing
      failed  0 of 2  twice two is four
    1.0
    """

    def __init__(self, points: float, exercise: str) -> None:
        self.points = _positive(points, "points")
        self.exercise = exercise
        self._checks: list[Check] = []
        self._begun: list[bool] = []
        self._mistakes: list[_Known] = []

    @contextlib.contextmanager
    def check(self, points: float, *, because: str) -> Iterator[None]:
        """Run the block as a public check: on failure the student sees what went wrong.

        Parameters
        ----------
        points : float
            What passing earns.
        because : str
            The reason why a right answer passes, as a sentence for the student.
        """
        with _judged() as verdict:
            yield
        self._record(points, because, verdict, hidden=False)

    @contextlib.contextmanager
    def hidden(self, points: float, *, because: str) -> Iterator[None]:
        """Run the block as a hidden check: feedback shows `because` and the points, no more.

        Parameters
        ----------
        points : float
            What passing earns.
        because : str
            The reason why a right answer passes; it must not give the expected value away.
        """
        with _judged() as verdict:
            yield
        self._record(points, because, verdict, hidden=True)

    def mistake(
        self,
        points: float,
        *,
        when: Callable[[], object],
        say: str,
        passing: float | None = None,
    ) -> None:
        """Recognise a known mistake: it sets the mark and explains what went wrong.

        Whatever else is wrong costs what it would have cost without the mistake: half an answer is
        not worth the mark of a whole one.

        Parameters
        ----------
        points : float
            The mark of the whole exercise if this mistake and no other was made; the lowest match
            counts.
        when : callable without arguments
            True if the answer shows the mistake. It is not asked if every check passed, and an
            exception in it means no.
        say : str
            What the answer looks like, why that is tempting, where to look.
        passing : float, optional
            Points of the checks that the mistake alone leaves passing, if they are fewer than
            `points`. Who passes fewer has done something else wrong, too, and loses the difference.
            Left out, the mark is never more than that of the checks.
        """
        if all(check.passed for check in self._checks):
            return
        matched = False
        with _judged() as verdict:
            matched = bool(when())
        if verdict.passed and matched:
            left = points if passing is None else passing
            self._mistakes.append(_Known(points=float(points), passing=float(left), say=say))

    def total(self) -> float | None:
        """Show the result and return the mark.

        Returns
        -------
        float or None
            The mark if hidden checks ran. With public checks alone None, so that nbgrader's
            Validate neither claims nor denies points that only hidden checks can award.

        Raises
        ------
        NotImplementedError
            If only public checks ran and the exercise has not been begun.
        ChecksFailed
            If only public checks ran and some failed; the message names them.
        ValueError
            If the points of a complete cell do not add up to those of the exercise.
        """
        graded = any(check.hidden for check in self._checks)
        if graded:
            self._require_all_points()
        outcome = self._outcome(graded=graded)
        outcomes[self.exercise] = outcome
        marks_display.show(outcome)
        if not graded:
            self._raise_if_failed(outcome)
        return outcome.earned

    def _record(self, points: float, because: str, verdict: _Verdict, *, hidden: bool) -> None:
        self._begun.append(verdict.begun)
        self._checks.append(
            Check(
                points=_positive(points, "points"),
                because=because,
                passed=verdict.passed,
                # What a hidden check tripped over may quote its arguments or what it expected.
                why="" if hidden else verdict.why,
                hidden=hidden,
            )
        )

    def _outcome(self, *, graded: bool) -> Outcome:
        earned = math.fsum(check.points for check in self._checks if check.passed)
        known = min(self._mistakes, key=lambda known: known.points, default=None)
        mistake = known.recognised(earned) if known else None
        return Outcome(
            exercise=self.exercise,
            points=self.points,
            checks=tuple(self._checks),
            mistake=mistake,
            earned=(mistake.points if mistake else earned) if graded else None,
            begun=any(self._begun),
        )

    def _require_all_points(self) -> None:
        offered = math.fsum(check.points for check in self._checks)
        if not math.isclose(offered, self.points):
            raise ValueError(
                f"the checks of {self.exercise} offer {offered:g} points, "
                f"but the exercise has {self.points:g}: make them add up"
            )

    def _raise_if_failed(self, outcome: Outcome) -> None:
        failed = [check.because for check in outcome.checks if not check.passed]
        if not failed:
            return
        if not outcome.begun:
            raise _brief(NotImplementedError(f"{self.exercise}: not begun yet"))
        raise _brief(ChecksFailed(f"{self.exercise}: not yet true: " + "; ".join(failed)))


@contextlib.contextmanager
def _judged() -> Iterator[_Verdict]:
    """Run a block, keep its prints and warnings to itself, and note how it ended.

    nbgrader takes any text on stderr for a failure, so a harmless warning would cost the mark.
    """
    verdict = _Verdict()
    silence = io.StringIO()
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(silence),
        contextlib.redirect_stderr(silence),
    ):
        warnings.simplefilter("ignore")
        try:
            yield verdict
        except NotImplementedError:
            verdict.passed, verdict.why, verdict.begun = False, "not begun yet", False
        # SystemExit from the student's code costs this check, not the cell; an interrupt, with
        # which nbgrader ends an endless loop, must get through.
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a check catches every failure
            verdict.passed, verdict.why = False, _sentence(error)


def _brief(error: Exception) -> Exception:
    """Let IPython show the sentence alone: the frames of this module help no student."""
    shown = [f"{type(error).__name__}: {error}"]
    error._render_traceback_ = lambda: shown  # type: ignore[attr-defined]  # IPython looks for it
    return error


def _sentence(error: BaseException) -> str:
    if isinstance(error, AssertionError):
        return str(error) or "the check's condition is false"
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _positive(points: float, name: str) -> float:
    if not (math.isfinite(points) and points > 0):
        raise ValueError(f"{name} must be a positive number of points, not {points!r}")
    return float(points)
