"""Outputs that came out of a box: taken in only as far as they are what a notebook stores."""

import json
import math
from collections.abc import Iterable
from typing import Any, TypeGuard, cast

from autograder.protocol import Value
from autograder.surrogates import without_surrogates

_MAX_OUTPUTS = 10_000
_MAX_PROMPT = 1 << 31


def taken_in(outputs: Value, most_bytes: int) -> list[dict[str, Any]]:
    """Return the well-formed outputs among what a box sent, as far as they are not too large.

    Parameters
    ----------
    outputs : object
        Decoded message of the box, which may be anything.
    most_bytes : int
        What all of them together may take.
    """
    return _fitting((_clean(output) for output in _listed(outputs)), most_bytes)


def taken_in_deciding_first(outputs: Value, most_bytes: int) -> list[dict[str, Any]]:
    """Return the outputs of a test cell likewise, of which no flood takes away what decides.

    An error, and the result that says how many points there are, stand last.
    """
    deciding = [each for each in _listed(outputs, last=True) if _decides(each)]
    others = [each for each in _listed(outputs) if not _decides(each)]
    return taken_in(others, most_bytes) + taken_in(deciding, most_bytes)


def taken_in_updates(updates: Value, most_bytes: int) -> list[dict[str, Any]]:
    """Return the well-formed updates of displays, likewise."""
    shown = (
        _clean({**update, "output_type": "display_data"})
        for update in _listed(updates)
        if _is_dict(update)
    )
    return _fitting((each for each in shown if each and "display_id" in each), most_bytes)


def size_of(outputs: list[dict[str, Any]]) -> int:
    """Return the bytes that outputs take in a notebook."""
    return sum(len(json.dumps(output)) for output in outputs)


def _listed(items: Value, *, last: bool = False) -> list[Value]:
    if not isinstance(items, list):
        return []
    return items[-_MAX_OUTPUTS:] if last else items[:_MAX_OUTPUTS]


def _decides(output: Value) -> bool:
    return _is_dict(output) and output.get("output_type") in {"error", "execute_result"}


def _fitting(outputs: Iterable[dict[str, Any] | None], most_bytes: int) -> list[dict[str, Any]]:
    """Return the first that fit; what is none is left out."""
    kept = []
    for output in outputs:
        clean = _writable(output)
        if clean is None:
            continue
        most_bytes -= size_of([clean])
        if most_bytes < 0:
            break
        kept.append(clean)
    return kept


def error_output(name: str, text: str) -> dict[str, Any]:
    """Return the output of a cell that was ended from outside."""
    return {
        "output_type": "error",
        "ename": name,
        "evalue": text,
        "traceback": [f"{name}: {text}"],
    }


def update_displays(
    outputs: list[dict[str, Any]], updates: list[dict[str, Any]], most_bytes: int
) -> int:
    """Apply later updates of a display to the outputs that show it; return the room left then.

    Parameters
    ----------
    outputs : list of dict
        What the cells so far show.
    updates : list of dict
        As :func:`taken_in_updates` returned them; of one display the last one counts.
    most_bytes : int
        What they may take in all places together: one update may go to many.
    """
    last = {update["display_id"]: update for update in updates}
    for output in outputs if last else ():
        new = last.get(output.get("display_id", ""))
        if new is None:
            continue
        most_bytes -= size_of([new])
        if most_bytes < 0:
            break
        output.update(data=new["data"], metadata=new["metadata"])
    return max(0, most_bytes)


def without_display_ids(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return outputs as a notebook stores them."""
    return [{k: v for k, v in output.items() if k != "display_id"} for output in outputs]


def credit(outputs: list[dict[str, Any]]) -> str | None:
    """Return the text that nbgrader would read partial credit from, or None if there is none."""
    for output in outputs:
        if output["output_type"] == "execute_result":
            return str(output["data"].get("text/plain", ""))
    return None


def is_sound_credit(text: str, points: float) -> bool:
    """Tell whether text is a number of points that a cell can award."""
    try:
        value = float(text)
    except ValueError:
        return False
    return math.isfinite(value) and 0 <= value <= points


def prompt_number(value: Value) -> int | None:
    """Return the number in a cell's prompt, None if a notebook cannot hold it as one."""
    return value if type(value) is int and 0 <= value < _MAX_PROMPT else None


def _writable(clean: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return an output whose texts can be written: a lone surrogate cannot."""
    return None if clean is None else cast("dict[str, Any]", without_surrogates(clean))


def _as_json(data: Value) -> Value:
    """Return data as they come out of a file; not every reader of JSON takes what is no number."""
    return json.loads(json.dumps(data, allow_nan=False))


def _clean(output: Value) -> dict[str, Any] | None:
    if not _is_dict(output):
        return None
    match output.get("output_type"):
        case "stream" if output.get("name") in {"stdout", "stderr"}:
            return {
                "output_type": "stream",
                "name": output["name"],
                "text": str(output.get("text", "")),
            }
        case "error":
            frames = output.get("traceback")
            return {
                "output_type": "error",
                "ename": str(output.get("ename", "")),
                "evalue": str(output.get("evalue", "")),
                "traceback": [str(frame) for frame in frames] if isinstance(frames, list) else [],
            }
        case "display_data" | "execute_result" as kind:
            return _clean_display(kind, output)
    return None


def _clean_display(kind: str, output: dict[str, Any]) -> dict[str, Any] | None:
    data, metadata = output.get("data"), output.get("metadata")
    if not _is_dict(data):
        return None
    try:
        bundle = {
            str(mime): value if str(mime).endswith("json") else str(value)
            for mime, value in data.items()
        }
        clean: dict[str, Any] = {
            "output_type": kind,
            "data": _as_json(bundle),
            "metadata": _as_json(metadata if _is_dict(metadata) else {}),
        }
    except (TypeError, ValueError, RecursionError):
        return None
    if kind == "execute_result":
        clean["execution_count"] = prompt_number(output.get("execution_count"))
    if isinstance(output.get("display_id"), str):
        clean["display_id"] = output["display_id"]
    return clean


def _is_dict(thing: Value) -> TypeGuard[dict[str, Value]]:
    return isinstance(thing, dict)
