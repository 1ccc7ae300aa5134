"""A worker that was started ahead does what any worker does."""

from collections.abc import Iterator

import pytest

from autograder import worker
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.job import CodeCell, Job, JobResult, TestCell

TEST = "assert f() == 1"
PATIENCE_S = 300.0


def job() -> bytes:
    answer = "def f(): return 1"
    source = [SourceCell("f", Kind.EDITABLE, answer), SourceCell("t", Kind.TEST, TEST)]
    cells = (CodeCell("f", answer), CodeCell("t", TEST, TestCell(1.0)))
    return Job(cells, names_of(source)).to_bytes()


@pytest.fixture
def ahead(box: None) -> Iterator[None]:
    del box
    yield
    worker.end_idle()


@pytest.mark.usefixtures("ahead")
@pytest.mark.parametrize("withheld", [[], ["course.models.uptake.dopamine_clearance_uM"]])
def test_it_does_a_job_also_if_the_guess_was_wrong(withheld: list[str]) -> None:
    worker.start_ahead(1, withheld, "auto")
    process, channel = worker.start()
    channel.send([job()])
    (packed,) = channel.receive(PATIENCE_S)["results"]
    channel.close()
    process.wait(PATIENCE_S)
    outputs = JobResult.from_bytes(packed).cells[1].outputs
    assert not any(output["output_type"] == "error" for output in outputs)


@pytest.mark.usefixtures("ahead")
def test_those_that_nobody_needs_are_ended() -> None:
    worker.start_ahead(2, [], "auto")
    one, channel = worker.start()
    worker.end_idle()
    assert one.poll() is None
    other, another_channel = worker.start()
    assert other.pid != one.pid
    for process, end in ((one, channel), (other, another_channel)):
        end.close()
        process.wait(PATIENCE_S)
