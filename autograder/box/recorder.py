"""What a cell shows, recorded as the outputs of a notebook.

Takes the place of a kernel's connection to its front end, and of what the front end would make
of the messages: streams join, displays are updated and cleared, an output widget swallows.
"""

import io
import json
from typing import Any

from jupyter_client.session import Session

from autograder.protocol import Value

_KEPT = {
    "execute_result": ("data", "metadata", "execution_count"),
    "display_data": ("data", "metadata"),
    "error": ("ename", "evalue", "traceback"),
}


# What a mark goes by: however large they are, that they were there is kept.
_DECIDING = {"execute_result", "error"}
_SHORT = 1000


class Recorder(Session):
    """The outputs of the cell that runs.

    Parameters
    ----------
    max_bytes : int
        What one cell may show; the rest is dropped, and `flooded` says so.
    """

    def __init__(self, max_bytes: int = 1 << 20) -> None:
        super().__init__()
        self.max_bytes = max_bytes
        self.swallowing: set[str] = set()
        self.begin()

    def begin(self) -> None:
        """Start on a new cell."""
        self.outputs: list[dict[str, Any]] = []
        self.updates: list[dict[str, Any]] = []
        self.flooded = False
        self._size = 0
        self._clear_first = False
        self.swallowing.clear()

    def write(self, stream: str, text: str) -> None:
        """Add text to ``stdout`` or ``stderr``."""
        if not text or self.swallowing:
            return
        room = self.max_bytes - self._size
        if len(text) > room:
            self.flooded = True
            text = text[: max(room, 0)]
        self._clear_if_asked()
        self._size += len(text)
        last = self.outputs[-1] if self.outputs else None
        if last is not None and last["output_type"] == "stream" and last["name"] == stream:
            last["pieces"].append(text)
        elif text:
            self.outputs.append({"output_type": "stream", "name": stream, "pieces": [text]})

    def finished(self) -> list[dict[str, Any]]:
        """Return the outputs so far, in the form that a notebook stores."""
        return [_joined(output) for output in self.outputs]

    # The two methods that ipykernel calls on its session.

    def msg(  # type: ignore[override]  # it takes less, which is all that ipykernel gives
        self, msg_type: str, content: Value = None, **_: Value
    ) -> dict[str, Any]:
        """Return a message as ipykernel expects to find it, without signing it."""
        return {"msg_type": msg_type, "header": {"msg_type": msg_type}, "content": content or {}}

    def send(  # type: ignore[override]  # it takes what ipykernel gives
        self, _socket: Value, message: Value, content: Value = None, *_: Value, **__: Value
    ) -> Value:
        """Record a message in place of sending it."""
        kind = message if isinstance(message, str) else message["msg_type"]
        content = content if isinstance(message, str) else message["content"]
        if kind == "clear_output":
            self._clear(content)
        elif kind == "update_display_data":
            self._update(content)
        elif kind in _KEPT and not self.swallowing:
            self._show(kind, content)
        return message

    def _show(self, kind: str, content: dict[str, Any]) -> None:
        self._clear_if_asked()
        output = {"output_type": kind, **{key: content[key] for key in _KEPT[kind]}}
        if not self._fits(output):
            if kind not in _DECIDING:
                return
            output = _short(output)
        display_id = content.get("transient", {}).get("display_id")
        if display_id is not None:
            output["display_id"] = str(display_id)
        self.outputs.append(output)

    def _update(self, content: dict[str, Any]) -> None:
        if not self._fits(content):
            return
        display_id = str(content.get("transient", {}).get("display_id"))
        new = {"data": content["data"], "metadata": content["metadata"]}
        for output in self.outputs:
            if output.get("display_id") == display_id:
                output.update(new)
        self.updates.append({"display_id": display_id, **new})

    def _clear(self, content: dict[str, Any]) -> None:
        if self.swallowing:
            return
        if content.get("wait"):
            self._clear_first = True
        else:
            self.outputs.clear()

    def _clear_if_asked(self) -> None:
        if self._clear_first:
            self.outputs.clear()
            self._clear_first = False

    def _fits(self, output: dict[str, Any]) -> bool:
        size = len(json.dumps(output, default=str))
        if self._size + size > self.max_bytes:
            self.flooded = True
            return False
        self._size += size
        return True


class RecordedStream(io.TextIOBase):
    """``sys.stdout`` or ``sys.stderr`` of a notebook.

    Parameters
    ----------
    recorder : Recorder
        Where the text goes.
    name : str
        ``stdout`` or ``stderr``.
    """

    encoding = "UTF-8"
    errors = "strict"

    def __init__(self, recorder: Recorder, name: str) -> None:
        self._recorder = recorder
        self.name = f"<{name}>"
        self._stream = name

    def write(self, text: str) -> int:
        """Record text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._recorder.write(self._stream, text)
        return len(text)

    def fileno(self) -> int:
        """Return the descriptor that programs started by the cell write to."""
        return 1 if self._stream == "stdout" else 2

    def writable(self) -> bool:
        """Say that text can be written."""
        return True

    def isatty(self) -> bool:
        """Say that this is no terminal."""
        return False


def _short(output: dict[str, Any]) -> dict[str, Any]:
    """Return the little of a large output that says what it was."""
    if output["output_type"] == "error":
        what = {key: str(output[key])[:_SHORT] for key in ("ename", "evalue")}
        return {**output, **what, "traceback": []}
    text = str(output["data"].get("text/plain", ""))[:_SHORT]
    return {**output, "data": {"text/plain": text}, "metadata": {}}


def _joined(output: dict[str, Any]) -> dict[str, Any]:
    if output["output_type"] != "stream":
        return output
    text = "".join(output["pieces"])
    return {"output_type": "stream", "name": output["name"], "text": text}
