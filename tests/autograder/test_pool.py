"""Workers are kept, replaced when they die, and ended when they hang."""

import os
import signal
from collections.abc import Iterator

import pytest

from autograder.box.limits import Limits
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.job import CodeCell, Job, JobResult, TestCell
from autograder.pool import Pool
from autograder.workers import Lost

TEST = "assert f() == 1"


def job(answer: str) -> bytes:
    source = [SourceCell("f", Kind.EDITABLE, "def f(): ..."), SourceCell("t", Kind.TEST, TEST)]
    cells = (CodeCell("f", answer), CodeCell("t", TEST, TestCell(1.0)))
    return Job(cells, names_of(source), limits=Limits(cell_s=60.0), preload=("numpy",)).to_bytes()


def passes(packed: bytes) -> bool:
    outputs = JobResult.from_bytes(packed).cells[1].outputs
    return not any(output["output_type"] == "error" for output in outputs)


def results_of(pool: Pool[str], count: int) -> dict[str, list[bytes] | Lost]:
    found: dict[str, list[bytes] | Lost] = {}
    for _ in range(100):
        found |= dict(pool.ended(5.0))
        if len(found) == count:
            return found
    raise AssertionError(f"only {sorted(found)} came to an end")


@pytest.fixture
def pool(box: None) -> Iterator[Pool[str]]:
    del box
    with Pool[str](1, budget_s=300.0) as pool:
        yield pool


def test_a_worker_does_one_task_after_the_other(pool: Pool[str]) -> None:
    before = pool.processes
    for name, answer, right in (("a", "def f(): return 1", True), ("b", "f = None", False)):
        pool.give(name, [job(answer)])
        assert not pool.has_room
        ((packed,),) = results_of(pool, 1).values()
        assert passes(packed) is right
    assert pool.processes == before
    assert pool.has_room


def test_a_dead_worker_is_replaced_and_its_task_done_again(pool: Pool[str]) -> None:
    (before,) = pool.processes
    pool.give("a", [job("def f(): return 1")])
    os.kill(before, signal.SIGKILL)
    ((packed,),) = results_of(pool, 1).values()
    assert passes(packed)
    assert pool.processes != (before,)


def test_a_task_that_is_out_of_time_is_lost_and_the_next_is_done(box: None) -> None:
    del box
    with Pool[str](1, budget_s=0.05) as pool:
        pool.give("slow", [job("import time; time.sleep(50)")])
        lost = results_of(pool, 1)["slow"]
        assert isinstance(lost, Lost)
        assert lost.out_of_time
        assert pool.has_room


def test_what_is_no_job_fails_alone(pool: Pool[str]) -> None:
    before = pool.processes
    pool.give("bad", [b"no job"])
    assert isinstance(results_of(pool, 1)["bad"], Lost)
    assert pool.processes == before


def test_a_pool_needs_a_worker() -> None:
    with pytest.raises(ValueError, match="workers must be 1 or more, not 0"):
        Pool[str](0, budget_s=1.0)
