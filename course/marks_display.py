"""The result of a test cell as data, as text and as a small page."""

import html
from dataclasses import asdict, dataclass
from typing import Any

MIME = "application/vnd.cleft.marks+json"
_VERSION = 1


@dataclass(frozen=True)
class Check:
    """One check of an exercise and how it ended."""

    points: float
    because: str
    passed: bool
    why: str
    hidden: bool

    @property
    def earned(self) -> float:
        """Points that this check adds: all of its own or none."""
        return self.points if self.passed else 0.0


@dataclass(frozen=True)
class Recognised:
    """A known mistake that the answer shows; not alone if more failed than it explains."""

    points: float
    say: str
    alone: bool = True


@dataclass(frozen=True)
class Outcome:
    """What one run of a test cell came to; `earned` is None where no hidden check ran."""

    exercise: str
    points: float
    checks: tuple[Check, ...]
    mistake: Recognised | None
    earned: float | None
    begun: bool

    @property
    def passed(self) -> int:
        """Number of checks passed."""
        return sum(check.passed for check in self.checks)

    @property
    def unseen_points(self) -> float:
        """Points that only hidden checks award, still to come when public checks ran alone."""
        return self.points - sum(check.points for check in self.checks)

    @property
    def headline(self) -> str:
        """One sentence; it never says that all is right while hidden checks exist."""
        if self.earned is not None:
            return f"{self.exercise}: {self.earned:g} of {self.points:g} points"
        if not self.begun:
            return f"{self.exercise}: not begun yet"
        hidden = f"{self.unseen_points:g} of {self.points:g} points"
        if self.passed == len(self.checks):
            return f"{self.exercise}: public checks passed; hidden checks award {hidden} later"
        return f"{self.exercise}: {self.passed} of {len(self.checks)} public checks passed"

    def as_data(self) -> dict[str, Any]:
        """Return the bundle that leaves the cell, plain JSON data."""
        return {"version": _VERSION, **asdict(self)}


def as_text(outcome: Outcome) -> str:
    """Return the outcome as lines for a terminal."""
    lines = [outcome.headline]
    if outcome.mistake:
        lines.append(f"  {_explained(outcome.mistake)}")
    lines += [
        f"  {_word(check):6}  {_score(check)}  {_reason(outcome, check)}"
        for check in outcome.checks
    ]
    return "\n".join(lines)


def as_html(outcome: Outcome) -> str:
    """Return the outcome as a page fragment that needs no style sheet and no colour."""
    rows = "".join(
        f"<tr><td>{_sign(check)} {_word(check)}</td><td>{_score(check)}</td>"
        f"<td style='text-align:left'>{html.escape(_reason(outcome, check))}</td></tr>"
        for check in outcome.checks
    )
    say = f"<p>{html.escape(_explained(outcome.mistake))}</p>" if outcome.mistake else ""
    return (
        f"<div class='cleft-marks'><p><strong>{html.escape(outcome.headline)}</strong></p>{say}"
        "<table><thead><tr><th scope='col'>Check</th><th scope='col'>Points</th>"
        "<th scope='col' style='text-align:left'>Why</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def show(outcome: Outcome) -> None:
    """Show the outcome in the notebook, or print it where there is none."""
    from IPython import get_ipython

    if get_ipython() is None:
        print(as_text(outcome))  # noqa: T201 - without a notebook the page is the terminal
        return
    from IPython.display import display

    bundle = {
        MIME: outcome.as_data(),
        "text/html": as_html(outcome),
        "text/plain": as_text(outcome),
    }
    display(bundle, raw=True)  # type: ignore[no-untyped-call]  # IPython leaves it untyped


def _reason(outcome: Outcome, check: Check) -> str:
    """Return the sentence of a check; a mistake that is alone has explained the failed ones."""
    if outcome.mistake and outcome.mistake.alone and not check.passed:
        return "explained above"
    return f"{check.because} ({check.why})" if check.why else check.because


def _explained(mistake: Recognised) -> str:
    more = "" if mistake.alone else " That does not explain all that failed, which costs its own."
    return f"{mistake.say}{more} Recognised for {mistake.points:g} points."


def _score(check: Check) -> str:
    return f"{check.earned:g} of {check.points:g}"


def _word(check: Check) -> str:
    return "passed" if check.passed else "failed"


def _sign(check: Check) -> str:
    return "✓" if check.passed else "✗"
