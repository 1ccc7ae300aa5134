"""What an audit finds."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """Something that has to be mended before a release.

    Parameters
    ----------
    check : str
        The family of checks that found it.
    file : str
        The file, seen from the folder of the course.
    cell : str
        Name of the cell, empty if the whole file is meant.
    problem : str
        What is wrong, and what to do about it.
    """

    check: str
    file: str
    cell: str
    problem: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.cell}" if self.cell else self.file
        return f"{place}: {self.problem}"


def counted(number: float, what: str) -> str:
    """Return how many there are of something, in words.

    Examples
    --------
    >>> counted(1, "test"), counted(2.5, "point")
    ('1 test', '2.5 points')
    """
    return f"{number:g} {what}" if number == 1 else f"{number:g} {what}s"


@dataclass(frozen=True)
class Report:
    """What one family of checks came to.

    Parameters
    ----------
    check : str
        The family.
    looked_at : str
        What it looked at, in a few words: "161 answers, both engines".
    findings : tuple of Finding
        What has to be mended.
    notes : tuple of Finding
        What is worth knowing and need not be mended.
    figures : dict
        Numbers for programs.
    done : bool
        False if it was not looked at, because something else must be mended first.
    """

    check: str
    looked_at: str
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    figures: dict[str, float] | None = None
    done: bool = True
