"""What a cell shows is kept as a notebook stores it, and what decides a mark always."""

from typing import Any

import pytest

from autograder.box.recorder import RecordedStream, Recorder


@pytest.fixture
def recorder() -> Recorder:
    return Recorder(max_bytes=3000)


def show(recorder: Recorder, kind: str, text: str, display_id: str = "") -> None:
    transient = {"transient": {"display_id": display_id}} if display_id else {}
    content: dict[str, Any] = {"data": {"text/plain": text}, "metadata": {}, **transient}
    if kind == "execute_result":
        content["execution_count"] = 1
    if kind == "error":
        content = {"ename": "KeyError", "evalue": text, "traceback": [text]}
    recorder.send(None, kind, content)


def texts(recorder: Recorder) -> list[str]:
    return [
        it["text"] if it["output_type"] == "stream" else it["data"]["text/plain"]
        for it in recorder.finished()
    ]


def test_a_stream_joins_until_something_else_is_shown(recorder: Recorder) -> None:
    out, err = RecordedStream(recorder, "stdout"), RecordedStream(recorder, "stderr")
    print("a", file=out)
    print("b", file=out)
    print("c", file=err)
    show(recorder, "display_data", "d")
    print("e", file=out)
    assert texts(recorder) == ["a\nb\n", "c\n", "d", "e\n"]


def test_a_display_is_updated_where_it_stands_and_later(recorder: Recorder) -> None:
    show(recorder, "display_data", "old", "it")
    show(recorder, "update_display_data", "new", "it")
    assert texts(recorder) == ["new"]
    assert [each["display_id"] for each in recorder.updates] == ["it"]


@pytest.mark.parametrize(("wait", "left"), [(False, ["after"]), (True, ["after"])])
def test_outputs_are_cleared_at_once_or_by_what_comes_next(
    recorder: Recorder, wait: bool, left: list[str]
) -> None:
    show(recorder, "display_data", "before")
    recorder.send(None, "clear_output", {"wait": wait})
    assert texts(recorder) == (["before"] if wait else [])
    show(recorder, "display_data", "after")
    assert texts(recorder) == left


def test_what_an_output_widget_captures_is_not_the_cells(recorder: Recorder) -> None:
    recorder.swallowing.add("widget")
    show(recorder, "display_data", "captured")
    recorder.write("stdout", "captured")
    recorder.swallowing.clear()
    recorder.write("stdout", "shown")
    assert texts(recorder) == ["shown"]


def test_a_flood_is_cut_and_told(recorder: Recorder) -> None:
    recorder.write("stdout", "x" * 5000)
    show(recorder, "display_data", "no room")
    assert texts(recorder) == ["x" * 3000]
    assert recorder.flooded
    recorder.begin()
    assert (recorder.finished(), recorder.flooded) == ([], False)


def test_a_result_and_an_error_are_kept_after_a_flood_and_however_large(
    recorder: Recorder,
) -> None:
    recorder.write("stdout", "x" * 5000)
    show(recorder, "execute_result", "2.5")
    show(recorder, "error", "9" * 10_000)
    _, result, error = recorder.finished()
    assert result["data"] == {"text/plain": "2.5"}
    assert (error["ename"], error["evalue"]) == ("KeyError", "9" * 1000)
    assert error["traceback"] == []


def test_a_stream_takes_text_alone(recorder: Recorder) -> None:
    stream = RecordedStream(recorder, "stdout")
    with pytest.raises(TypeError, match="must be str, not bytes"):
        stream.write(b"x")  # type: ignore[arg-type]  # what is tried
    assert (stream.fileno(), stream.writable(), stream.isatty()) == (1, True, False)
