"""Only what a notebook stores is taken in, and no more of it than there is room for."""

from typing import Any

from autograder.outputs import (
    error_output,
    size_of,
    taken_in,
    taken_in_deciding_first,
    taken_in_updates,
    update_displays,
)


def shown(text: str, display_id: str = "") -> dict[str, Any]:
    output: dict[str, Any] = {
        "output_type": "display_data",
        "data": {"text/plain": text},
        "metadata": {},
    }
    return {**output, "display_id": display_id} if display_id else output


def test_outputs_are_taken_in_as_long_as_they_fit() -> None:
    outputs = [shown("x" * 1000) for _ in range(5)]
    assert taken_in(outputs, 3 * size_of(outputs[:1])) == outputs[:3]
    assert taken_in(outputs, 0) == taken_in("no list", 100) == []


def test_what_decides_a_mark_is_taken_in_whatever_else_there_is() -> None:
    error = error_output("AssertionError", "no")
    flood = [{"output_type": "stream", "name": "stdout", "text": "\U0001f600" * 1000}] * 3
    assert taken_in([*flood, error], 5000) == []
    assert taken_in_deciding_first([*flood, error], 5000) == [error]
    assert taken_in_deciding_first([shown("x"), error, 7, shown("y")], 5000) == [
        shown("x"),
        shown("y"),
        error,
    ]
    assert taken_in_deciding_first([shown("x")] * 20_000 + [error], 1 << 30)[-1] == error


def test_what_is_no_output_is_left_out() -> None:
    hostile = [
        7,
        {},
        {"output_type": "stream", "name": "elsewhere", "text": "x"},
        {"output_type": "display_data", "data": []},
        {"output_type": "display_data", "data": {"application/json": float("nan")}},
        shown("kept"),
    ]
    assert taken_in(hostile, 10_000) == [shown("kept")]


def test_updates_without_a_display_are_left_out_and_the_others_are_displays() -> None:
    updates = [
        {"data": {"text/plain": "a"}, "metadata": {}},
        {"display_id": 3, "data": {"text/plain": "b"}},
        {"display_id": "d", "data": {"text/plain": "c"}, "metadata": {}},
        None,
    ]
    assert taken_in_updates(updates, 10_000) == [shown("c", "d")]


def test_the_last_update_of_a_display_counts_wherever_it_is_shown() -> None:
    outputs = [shown("a", "d"), shown("b", "e"), shown("c", "d"), shown("z")]
    left = update_displays(outputs, [shown("1", "d"), shown("2", "d")], 10_000)
    assert [each["data"]["text/plain"] for each in outputs] == ["2", "b", "2", "z"]
    assert left == 10_000 - 2 * size_of([shown("2", "d")])


def test_one_update_takes_its_room_in_every_place() -> None:
    outputs = [shown("a", "d") for _ in range(100)]
    new = shown("x" * 1000, "d")
    assert update_displays(outputs, [new], 10 * size_of([new])) == 0
    assert sum(each["data"] == new["data"] for each in outputs) == 10
