"""Where answers run, the course lacks what the lesson asks for; elsewhere it does not."""

import importlib

import pytest

from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.job import CodeCell, Job, JobResult, TestCell
from autograder.marking import grade
from autograder.withheld import WithheldError, is_withheld, rewritten, without

NAME = "course.models.electrochemistry.nernst_mV"
SAID = "is what this lesson asks for: write it yourself"
EVERY_WAY = (
    "from course.models.electrochemistry import nernst_mV as answer",
    """
import importlib, course.models.electrochemistry as module
answer = importlib.reload(module).nernst_mV
""",
    """
import course.models.electrochemistry as module
names = {"__name__": "mine"}
exec(open(module.__file__).read(), names)
answer = names["nernst_mV"]
""",
)
COMPILED = """
import marshal, pathlib, course.models.electrochemistry as module
names = {"__name__": "mine"}
exec(marshal.loads(pathlib.Path(module.__cached__).read_bytes()[16:]), names)
answer = names["nernst_mV"]
"""


def test_a_method_is_withheld_and_its_neighbour_is_not() -> None:
    text = without("class A:\n    def f(self): return 1\n    def g(self): return 2", ["A.f"])
    names: dict = {}
    exec(text, names)  # noqa: S102 - our own text
    assert names["A"]().g() == 2
    with pytest.raises(NotImplementedError, match=r"A\.f is what this lesson asks for"):
        names["A"]().f()


BUT_ONE = ("course.models", "!course.models.reflex", "!course.models._domain")
IMPORTS = {
    "from course.models.drugs import drug": "course.models.drugs is lacking where answers",
    "from course.models._filter import infused": "course.models._filter is lacking where answers",
    "import course.explorers.transmitters": "is lacking where answers",
    "from course.models.reflex import reflex_gain; reflex_gain(3, gaba_a=[0.3, -1])": "gaba_a",
}


def test_of_a_package_every_module_is_withheld_but_those_offered() -> None:
    texts = {each.path.name: each.text for each in rewritten(BUT_ONE)}
    assert {"reflex.py", "_domain.py"}.isdisjoint(texts)
    assert "raise NotImplementedError('course.models._filter is lacking" in texts["_filter.py"]
    assert "def " not in "".join(texts.values())
    assert is_withheld("course.models.depot.DepotRelease.rate_mg_d", BUT_ONE)
    assert not is_withheld("course.models.reflex.reflex_gain", BUT_ONE)


@pytest.mark.usefixtures("box")
@pytest.mark.parametrize("answer", IMPORTS)
def test_a_withheld_package_says_so_wherever_it_is_needed(answer: str) -> None:
    assert IMPORTS[answer] in marked(answer, withheld=BUT_ONE, cell=0)


@pytest.mark.parametrize(
    "name",
    [
        "course.models.electrochemistry.nothing",
        "no.such.module.f",
        "!course.models.electrochemistry.nernst_mV",
        "!course.models.nothing",
    ],
)
def test_what_is_not_there_cannot_be_withheld(name: str) -> None:
    with pytest.raises(WithheldError, match=name.rpartition(".")[2]):
        rewritten([name])


@pytest.mark.usefixtures("box")
@pytest.mark.parametrize("answer", EVERY_WAY)
def test_calling_a_withheld_function_earns_nothing(answer: str) -> None:
    assert marked(answer, withheld=(NAME,)) == f"nernst_mV {SAID}"


@pytest.mark.usefixtures("box")
def test_the_compiled_module_is_lacking_too() -> None:
    importlib.import_module("course.models.electrochemistry")
    assert marked(COMPILED, withheld=(NAME,)) == "name 'answer' is not defined"


@pytest.mark.usefixtures("box")
def test_the_examiner_has_what_the_box_lacks() -> None:
    own = (
        "import numpy as np\n"
        "def answer(out_mM, in_mM, z):\n"
        "    return 8.314462618 * 310.15 / 96.48533212 / z * np.log(out_mM / in_mM)"
    )
    assert marked(own, withheld=(NAME,)) == ""
    assert marked(EVERY_WAY[0], withheld=()) == ""


def marked(answer: str, withheld: tuple[str, ...], cell: int = 1) -> str:
    """Return what the test cell, or the other, complains of, if anything."""
    test = (
        "from course.models.electrochemistry import nernst_mV\n"
        "assert abs(answer(5.0, 140.0, 1) - nernst_mV(5.0, 140.0, 1)) < 1e-3"
    )
    cells = (CodeCell("answer", answer), CodeCell("test", test, TestCell(1.0)))
    source = [SourceCell("answer", Kind.EDITABLE, "def answer(out_mM, in_mM, z): return 0")]
    names = names_of([*source, SourceCell("test", Kind.TEST, test)])
    result = JobResult.from_bytes(grade(Job(cells, names, withheld=withheld).to_bytes()))
    return "".join(output.get("evalue", "") for output in result.cells[cell].outputs)
