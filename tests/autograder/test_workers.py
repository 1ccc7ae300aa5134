"""A job that fails, dies or hangs costs itself alone."""

import os
import time

import pytest

from autograder.workers import Lost, run_jobs, usable_cpus


def work(job: str) -> str:
    """Do what the job says."""
    if job == "raise":
        raise RuntimeError("broken")
    if job == "die":
        os._exit(7)
    if job == "hang":
        time.sleep(60)
    if job == "chatter":
        os.write(1, b"noise\n")
        os.write(2, b"noise\n")
    return job.upper()


@pytest.mark.parametrize("workers", [1, 3])
def test_every_job_ends_in_a_result_or_in_a_reason(workers: int) -> None:
    jobs = ["a", "raise", "b", "die", "c"]
    found = dict(run_jobs(work, jobs, workers=workers, budget_s=30))
    assert found == {
        "a": "A",
        "b": "B",
        "c": "C",
        "raise": Lost("RuntimeError: broken"),
        "die": Lost("its process ended with code 7"),
    }


def test_a_job_that_hangs_is_ended_and_the_others_go_on() -> None:
    found = dict(run_jobs(work, ["hang", "a", "b"], workers=2, budget_s=3))
    assert found["hang"] == Lost(
        "it was ended because it took too long altogether", out_of_time=True
    )
    assert (found["a"], found["b"]) == ("A", "B")


def test_jobs_keep_off_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    list(run_jobs(work, ["chatter"], workers=1, budget_s=30))
    assert capfd.readouterr() == ("", "")


def test_leaving_early_ends_what_is_running() -> None:
    begun = time.monotonic()
    results = run_jobs(work, ["a", "hang", "hang"], workers=3, budget_s=60)
    assert next(results) == ("a", "A")
    results.close()
    assert time.monotonic() - begun < 30


def test_no_jobs_no_results() -> None:
    assert list(run_jobs(work, [], workers=2, budget_s=1)) == []


def test_there_is_at_least_one_worker() -> None:
    with pytest.raises(ValueError, match="workers must be 1 or more, not 0"):
        next(run_jobs(work, ["a"], workers=0, budget_s=1))
    assert usable_cpus() >= 1
