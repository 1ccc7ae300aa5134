"""Only cells that can hardly go wrong are run without a copy of the process beside them."""

import pytest

from autograder.harmless import is_harmless


@pytest.mark.parametrize(
    "code",
    [
        "guess = ...",
        "import math\nfrom os import path\n\ndef f(x, y=(1, 2)):\n    while True: pass",
        "explore('spike', prediction=guess)",
        "print('You said', 'nothing' if guess is ... else f'{guess} mV')",
        "# a remark alone",
    ],
)
def test_what_names_defines_and_shows_is_harmless(code: str) -> None:
    assert is_harmless(code)


@pytest.mark.parametrize(
    "code",
    [
        "while True: pass",
        "x = f()",
        "f(g())",
        "a.b = 1",
        "a.b()",
        "def f(x=g()): pass",
        "@g\ndef f(): pass",
        "class A: pass",
        "[x for x in y]",
        "%matplotlib inline",
        "(" * 200,
    ],
)
def test_what_may_do_anything_is_not(code: str) -> None:
    assert not is_harmless(code)
