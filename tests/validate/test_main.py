"""``python -m course.validate``."""

import subprocess
import sys

import pytest

from course.reference import targets
from course.validate.__main__ import main


def test_every_target_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "course.validate"], capture_output=True, text=True, check=True
    )
    first_words = {line.split("  ")[0] for line in done.stdout.splitlines()}
    assert set(targets()) <= first_words
    assert done.stdout.splitlines()[-1].endswith(" 0 FAILS")
    assert done.stderr == ""


def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--fast"]) == 2
    assert capsys.readouterr().err == "python -m course.validate takes no arguments.\n"
