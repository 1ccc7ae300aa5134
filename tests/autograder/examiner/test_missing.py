"""What is missing is right only where a test gave something that was missing."""

import pytest

from tests.autograder.toy import mark

pytestmark = pytest.mark.usefixtures("box")
PRELOAD = ("pandas",)
SETUP = "import pandas as pd\n"
GIVEN = f"{SETUP}s, want = pd.Series([1, 2], dtype='Int64'), pd.Series([2, 4], dtype='Int64')\n"
GAP = f"{SETUP}s = want = pd.Series([0, None], dtype='Int64')\n"
RIGHT = f"{SETUP}def f(s): return 2 * s"
PARTLY = f"{SETUP}def f(s): return pd.Series([2, pd.NA], dtype='Int64')"
TESTS = {
    "all": f"{GIVEN}assert (f(s) == want).all()",
    "any": f"{GIVEN}assert not (f(s) != want).any()",
    "a frame": f"{GIVEN}assert (f(s).to_frame() == want.to_frame()).all().all()",
    "numpy": f"{GIVEN}import numpy as np\nassert np.all(f(s) == want)",
}


def test_what_is_missing_equals_nothing() -> None:
    assert set(mark(RIGHT, TESTS, reference=RIGHT, preload=PRELOAD).marks.values()) == {5.0}
    earned = mark(PARTLY, TESTS, reference=RIGHT, preload=PRELOAD).marks
    assert not {name for name, points in earned.items() if points}


def test_what_was_missing_may_be_missing_still() -> None:
    tests = {
        "before": TESTS["all"],
        "given": f"{GAP}assert (f(s) == want).all() and f(s).isna().sum() == 1",
        "after": TESTS["all"],
    }
    assert mark(RIGHT, tests, reference=RIGHT, preload=PRELOAD).total == 15.0
