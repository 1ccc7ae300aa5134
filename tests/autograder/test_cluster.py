"""The same jobs come to the same results on a Dask cluster, over an encrypted way."""

import contextlib
import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import dask
import pytest
from distributed import Client, LocalCluster, Security

from autograder.cluster import Cluster
from autograder.course_folder import CourseFolder, UnusableError, open_course
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.grade import grade_class, submissions_to_grade
from autograder.job import CodeCell, Job, JobResult, TestCell
from autograder.record import State, read_assignment
from autograder.results import read_class
from autograder.workers import Lost
from tests.autograder.conftest import RIGHT
from tests.autograder.toy_course import LESSON, answers, hand_in

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("cluster")

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


# Honest and careless students, and some who attack: what each hands in.
CLASS = {
    "right": answers(double=RIGHT, plain="answer_to_everything = 42"),
    "square": answers(double="def double(x):\n    return x * x", plain="answer_to_everything = 42"),
    "empty": answers(),
    "killer": answers(double="import os\nos._exit(3)", plain="answer_to_everything = 42"),
    "equal": answers(
        double="class Y(float):\n    __eq__ = lambda *_: True\ndef double(x):\n    return Y(1)",
        plain="answer_to_everything = True",
    ),
    "huge": answers(double="def double(x):\n    raise KeyError('9' * 10**7)"),
    "prowler": answers(plain="answer_to_everything = len(open('/proc/1/environ').read())"),
    "forger": answers(double="print('10.0')\n10.0", plain="raise SystemExit(0)"),
}


def handed_in(released: CourseFolder, root: Path, times: int) -> CourseFolder:
    """Return a class of its own, in which each of the above is so many times."""
    shutil.copytree(released.root, root)
    course = open_course(root)
    for name, answer in CLASS.items():
        for number in range(times):
            hand_in(course, f"{name}-{number}", answer)
    return course


def graded(course: CourseFolder, *, workers: int = 1, scheduler: str = "") -> dict[str, Any]:
    """Grade a class in an order of its own; return marks, and how everything ended."""
    students = list(submissions_to_grade(course, LESSON))
    random.Random(workers).shuffle(students)
    list(grade_class(course, LESSON, students, workers=workers, scheduler=scheduler))
    return outcome(course)


def outcome(course: CourseFolder) -> dict[str, Any]:
    with course.gradebook() as gradebook:
        entries = sorted(
            (it.student, it.cell, it.state, it.detail) for it in read_assignment(gradebook, LESSON)
        )
    marks = {
        each.student: {it.name: mark for it, mark in each.marks.items()}
        for each in read_class(course, LESSON).students
    }
    return {"marks": marks, "entries": entries}


@pytest.fixture(scope="module")
def wanted(released_once: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a class of one of each comes to on this machine."""
    root = tmp_path_factory.mktemp("here") / "toy"
    return graded(handed_in(released_once, root, 1), workers=2)


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


def test_a_class_is_marked_there_as_by_workers_here(
    address: str, released_once: CourseFolder, wanted: dict[str, Any], tmp_path: Path
) -> None:
    assert graded(handed_in(released_once, tmp_path / "toy", 1), scheduler=address) == wanted
    totals = {
        student: sum(mark.score for mark in marks.values())
        for student, marks in wanted["marks"].items()
    }
    earned = {"right": 12, "square": 5, "killer": 2}
    assert totals == {f"{name}-0": earned.get(name, 0) for name in CLASS}


@pytest.mark.soak
def test_a_larger_class_is_marked_alike_by_any_number_of_workers(
    address: str, released_once: CourseFolder, tmp_path: Path
) -> None:
    there = graded(handed_in(released_once, tmp_path / "there", 12), scheduler=address)
    for workers in (1, 2, 4):
        here = handed_in(released_once, tmp_path / str(workers), 12)
        assert graded(here, workers=workers) == there


@contextlib.contextmanager
def started_by_hand(folder: Path) -> Iterator[dict[str, Any]]:
    """Start a scheduler and two workers as an administrator would; yield address and processes."""
    file = folder / "scheduler.json"
    certificate, key = str(TLS / "certificate.pem"), str(TLS / "key.pem")
    safe = ("--tls-ca-file", certificate, "--tls-cert", certificate, "--tls-key", key)
    here = ("--host", "tls://127.0.0.1", "--scheduler-file", str(file), "--no-dashboard", *safe)
    commands = {
        "scheduler": ("scheduler", *here, "--port", "0"),
        **dict.fromkeys(("one", "two"), ("worker", *here, "--nthreads", "1")),
    }
    with contextlib.ExitStack() as stack:
        started = {}
        for name, command in commands.items():
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *command], stderr=subprocess.DEVNULL, cwd=folder
            )
            started[name] = stack.enter_context(process)
            stack.callback(process.terminate)
        while not file.exists() or not file.read_text():
            time.sleep(0.1)
        yield {"address": json.loads(file.read_text())["address"], **started}


@pytest.mark.parametrize("lost", [pytest.param("one", marks=pytest.mark.soak), "scheduler"])
def test_what_a_cluster_loses_is_made_up_for(
    released_once: CourseFolder, wanted: dict[str, Any], tmp_path: Path, lost: str
) -> None:
    course = handed_in(released_once, tmp_path / "there", 1)
    students = submissions_to_grade(course, LESSON)
    refused = pytest.raises(UnusableError, match=r"scheduler at \w+://.* was lost: start it again")
    with (
        dask.config.set(FILES),
        started_by_hand(tmp_path) as cluster,
        refused if lost == "scheduler" else contextlib.nullcontext(),
    ):
        ended = grade_class(course, LESSON, students, scheduler=cluster["address"])
        assert next(ended).state is State.GRADED
        cluster[lost].kill()
        states = {entry.state for entry in ended}
        assert states == {State.GRADED}
    assert graded(course, workers=2) == wanted


def test_a_worker_that_has_no_box_is_refused_before_anything_is_sent() -> None:
    with (
        dask.config.set(FILES),
        LocalCluster(
            n_workers=1,
            threads_per_worker=1,
            protocol="tls://",
            security=Security(),
            dashboard_address=None,
            env={"PATH": "/nowhere"},
        ) as cluster,
        pytest.raises(UnusableError, match=r"worker tls://\S+ of the .* box .*bubblewrap"),
    ):
        Cluster[str](cluster.scheduler_address, 120.0, "namespaces")


def test_a_connection_that_does_not_close_hides_nothing(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What Dask raises when the scheduler goes at the worst moment depends on the moment.
    def fails(client: Client) -> NoReturn:
        close(client)
        raise RuntimeError("half a connection")

    close: Callable[[Client], None] = Client.close
    monkeypatch.setattr(Client, "close", fails)
    with pytest.raises(UnusableError, match="the first"), Cluster[str](address, 120.0):
        raise UnusableError("the first")


def test_a_job_that_cannot_be_read_costs_itself_alone(address: str) -> None:
    with Cluster[str](address, 120.0) as cluster:
        cluster.give("broken", [b"no job"])
        ((name, result),) = cluster.ended(60.0)
    assert name == "broken"
    assert isinstance(result, Lost)


def test_hidden_tests_take_no_open_way() -> None:
    with pytest.raises(UnusableError, match="not encrypted"):
        Cluster("tcp://192.0.2.1:8786", 1.0)
