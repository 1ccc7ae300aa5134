"""Reasons for failed public checks, from before any hidden test had been asked.

What an answer raises while it is examined may quote the arguments of hidden tests, also those of
an earlier cell that it kept in a file. What it raised when the notebook ran cannot.
"""

from typing import Any


def with_reasons_from(
    outputs: list[dict[str, Any]], before: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the outputs of an examined test cell, with reasons that nothing hidden can be in.

    Parameters
    ----------
    outputs : list of dict
        What the examined cell showed. Its marks, if it has any as data, are changed.
    before : list of dict
        What the part of the cell that students see showed when the notebook ran: anything.

    Examples
    --------
    >>> from course.marks_display import MIME
    >>> def shown(why):
    ...     check = {"because": "one is one", "passed": False, "hidden": False, "why": why}
    ...     return [{"output_type": "display_data", "data": {MIME: {"checks": [check]}}}]
    >>> with_reasons_from(shown("27 is not 9"), shown("5 is not 4")) == shown("5 is not 4")
    True
    """
    known = [check for output in before for check in _checks(output) if not check.get("hidden")]
    for output in outputs:
        public = [check for check in _checks(output) if not check.get("hidden")]
        for place, check in enumerate(public):
            earlier = known[place] if place < len(known) else {}
            same = earlier.get("because") == check.get("because")
            check["why"] = str(earlier.get("why", "")) if same else ""
    return outputs


def _checks(output: dict[str, Any]) -> list[dict[str, Any]]:
    # It brings numpy; a worker begins with starting its box, and comes to this much later.
    from course.marks_display import MIME

    bundle = output.get("data", {}).get(MIME)
    checks = bundle.get("checks") if isinstance(bundle, dict) else None
    return (
        [check for check in checks if isinstance(check, dict)] if isinstance(checks, list) else []
    )
