"""The same jobs come to the same results on a Dask cluster, over an encrypted way."""

from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster, Security

from autograder.cluster import Cluster
from autograder.course_folder import UnusableError
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.job import CodeCell, Job, JobResult, TestCell
from autograder.workers import Lost

TLS = Path(__file__).parent / "tls"
FILES = {
    "distributed.comm.require-encryption": True,
    "distributed.comm.tls.ca-file": str(TLS / "certificate.pem"),
    **{
        f"distributed.comm.tls.{role}.{what}": str(TLS / f"{name}.pem")
        for role in ("scheduler", "worker", "client")
        for what, name in (("cert", "certificate"), ("key", "key"))
    },
}


@pytest.fixture(scope="module")
def address(box: None) -> Iterator[str]:
    """The address of a cluster of two workers."""
    del box
    with (
        dask.config.set(FILES),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            protocol="tls://",
            security=Security(),
            dashboard_address=None,
        ) as cluster,
    ):
        yield cluster.scheduler_address


def job(answer: str) -> Job:
    """Return the job of squaring."""
    source = [
        SourceCell("answer", Kind.EDITABLE, "def solve(x): return x * x"),
        SourceCell("test", Kind.TEST, "assert solve(3) == 9"),
    ]
    cells = (CodeCell("answer", answer), CodeCell("test", source[1].code, TestCell(1.0)))
    return Job(cells, names_of(source), preload=())


def test_both_workers_mark_alike_and_what_they_run_stays_in_a_box(address: str) -> None:
    answers = {
        "right": "def solve(x): return x * x",
        "wrong": "def solve(x): return x + x",
        "curious": f"print(open({str(TLS / 'key.pem')!r}).read())",
    }
    shown: dict[str, tuple[int, ...]] = {}
    with Cluster[str](address, 120.0) as cluster:
        for name, answer in answers.items():
            cluster.give(name, [job(answer).to_bytes()] * 2)
        while cluster.is_busy:
            for name, results in cluster.ended(60.0):
                assert not isinstance(results, Lost), results.why
                assert results[0] == results[1]
                cells = JobResult.from_bytes(results[0]).cells
                shown[name] = tuple(
                    sum(it["output_type"] == "error" for it in cell.outputs) for cell in cells
                )
    assert shown == {"right": (0, 0), "wrong": (0, 1), "curious": (1, 1)}


def test_a_job_that_cannot_be_read_costs_itself_alone(address: str) -> None:
    with Cluster[str](address, 120.0) as cluster:
        cluster.give("broken", [b"no job"])
        ((name, result),) = cluster.ended(60.0)
    assert name == "broken"
    assert isinstance(result, Lost)


def test_hidden_tests_take_no_open_way() -> None:
    with pytest.raises(UnusableError, match="not encrypted"):
        Cluster("tcp://192.0.2.1:8786", 1.0)
