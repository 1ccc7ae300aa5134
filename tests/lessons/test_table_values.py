"""A number that a lesson's table gives, or that a stub starts with, stands in a card.

Which cards a table may take its numbers from is said here, so that agreement is no accident.
Sliders and what is marked as computed are left out, and so are 0 and 1.
"""

import ast
import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from scipy.special import jn_zeros

from course.reference import card

ROOT = Path(__file__).parents[2]
NOTEBOOKS = {
    path.parent.name: nbformat.read(path, as_version=4)
    for path in sorted((ROOT / "source").glob("*/*.ipynb"))
}
NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNITS = (1, 1e3, 1e-3, 100, 0.01, 1e-23, 60, 1 / 60)  # a lesson may show µM as nM, h as min
NOT_FROM_A_CARD = re.compile(r"slider|computed|yours|your counts|assumption|counted")

TABLES = {
    "nernst-model": "ion_gradients physical_constants",
    "hodgkin-huxley-model": "hodgkin_huxley",
    "release-claim": "transmitter_release",
    "quanta-model": "transmitter_release",
    "depression-model": "depressing_synapse",
    "cleft-model": "glutamate_cleft physical_constants",
    "receptor-model": "ampa_receptor nmda_receptor gaba_a_receptor",
    "gaba-model": "ion_gradients",
    "nmda-model": "nmda_receptor",
    "uptake-model": "dopamine_uptake",
    "terminals-model": "dopamine_uptake terminal_loss",
    "operational-model": "operational_model",
    "overlap-model": "schizophrenia_dopamine",
    "genes-model": "liver",
    "circuit-model": "ei_circuit",
    "stopping-model": "antipsychotic_discontinuation",
    "occupancy-model": "haloperidol d2_receptor",
    "fit-model": "methylphenidate",
    "delay-model": "autoreceptor_feedback serotonin_transporter",
    "dial-model": "gaba_a_allostery",
    "redistribution-model": "diazepam_intravenous",
    "course-model": "diazepam_oral",
    "rescue-model": "status_epilepticus ei_circuit",
    "spasm-claim": "stretch_reflex",
    "taper-model": "tolerance",
    "infusion-model": "ketamine_clements ketamine_domino",
    "trapping-model": "ketamine_at_nmda_receptor",
    "windup-model": "wind_up",
    "valleys-model": "sensitisation",
    "relief-model": "crps_relief",
    "opioid-model": "opioid_hyperalgesia",
    "monitor-model": "esketamine_monitoring",
    "antagonism-model": "naltrexone_antagonism operational_model",
    "blockade-model": "naltrexone naltrexone_blockade",
    "depot-model": "naltrexone_depot naltrexone",
    "conditioning-model": "reward_learning",
    "teaching-model": "reward_learning",
    "pathways-model": "two_pathways",
    "plasticity-model": "spike_timing_plasticity naltrexone_adherence",
}
STUBS = {
    "cleft-budget": "physical_constants",
    "e-gaba": "physical_constants ion_gradients",
    "critical-inhibition": "ei_circuit",
    "ssri-day": "autoreceptor_feedback",
    "gabaa-po": "gaba_a_allostery",
    "diazepam": "diazepam_oral diazepam_intravenous",
    "ketamine-infusion": "ketamine_clements ketamine_domino",
    "crps-relief": "crps_relief",
}


@cache
def figures(cards: str) -> tuple[float, ...]:
    """Return the values of some cards, the ends of their ranges, and what their notes add."""
    values = [value for name in cards.split() for value in card(name).values()]
    written = [float(each) for v in values for each in NUMBER.findall(v.note)]
    return (*written, *(abs(each) for v in values for each in (v.value, v.low, v.high)))


def derived() -> dict[str, float]:
    """Return, by how they are written, the numbers that follow from cards or from mathematics."""
    diazepam = card("diazepam_oral")
    clearance_L_h = diazepam["nordiazepam_cl_mL_min"].value * 60 / 1000
    return {
        "103.0": clearance_L_h * diazepam["em_metabolite_half_life_h"].value / math.log(2),
        "2.404826": float(jn_zeros(0, 1)[0]),
    }


def stands_in(number: str, cards: str) -> bool:
    """Tell whether a number is one of a card's, in some unit, to the digits written."""
    places = len(number.partition(".")[2])
    if number in derived():
        return f"{derived()[number]:.{places}f}" == number
    digits = len(number.replace(".", "").lstrip("0")) or 1
    return any(
        f"{figure * unit:.{places}f}" == number
        or f"{figure * unit:.{digits}g}" == f"{float(number):.{digits}g}"
        for figure in figures(cards)
        for unit in UNITS
    )


def tables(notebook: NotebookNode) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Yield cell, head and rows of each table of symbols."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for found in re.finditer(r"^\| symbol .*(?:\n\|.*)+", cell.source, re.MULTILINE):
                head, _, *rows = [
                    [column.strip() for column in line.split("|")[1:-1]]
                    for line in found[0].splitlines()
                ]
                yield cell.id, head, rows


def given(head: list[str], row: list[str]) -> list[str]:
    """Return the numbers in the columns between meaning, or unit, and source."""
    first = head.index("unit" if "unit" in head else "meaning") + 1
    if NOT_FROM_A_CARD.search(" ".join(row[first:])):
        return []
    text = re.sub(
        r"ln 2|10[⁰¹²³⁴-⁹]+|(?<=\d),(?=\d{3})|GluN\S+|D2/3|\(.*?\)", "", " ".join(row[first:-1])
    )
    text = re.sub(r"(?<![\d.])1/(\d+)", lambda fraction: f"{1 / int(fraction[1]):.3f}", text)
    return [each for each in NUMBER.findall(text) if float(each) not in {0, 1}]


@pytest.mark.parametrize("lesson", NOTEBOOKS)
def test_every_number_of_a_table_stands_in_its_cards(lesson: str) -> None:
    unknown = [
        f"{cell}: {number} in {row}"
        for cell, head, rows in tables(NOTEBOOKS[lesson])
        for row in rows
        for number in given(head, row)
        if not stands_in(number, TABLES.get(cell, ""))
    ]
    assert unknown == []


def constants(source: str) -> Iterator[str]:
    """Yield the numbers in constants and default arguments that a solution cell begins with."""
    for node in ast.parse(source).body:
        parts: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            parts = [node.value]
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            parts = [*node.args.defaults, *(each for each in node.args.kw_defaults if each)]
        for part in parts:
            for each in ast.walk(part):
                if isinstance(each, ast.Constant) and type(each.value) in {int, float}:
                    yield ast.get_source_segment(source, each) or ""


@pytest.mark.parametrize("lesson", NOTEBOOKS)
def test_every_constant_of_a_stub_stands_in_its_cards(lesson: str) -> None:
    unknown = [
        f"{cell.id}: {number}"
        for cell in NOTEBOOKS[lesson].cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution")
        for number in constants(cell.source)
        if float(number) not in {0, 1} and not stands_in(number, STUBS.get(cell.id, ""))
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("number", "cards", "found"),
    [
        ("0.072", "nmda_receptor", True),
        ("0.073", "nmda_receptor", False),
        ("3.57", "nmda_receptor", True),
        ("3.57", "gaba_a_receptor", False),
        ("4.8", "crps_relief", True),  # a standard error, in the note
        ("103.0", "diazepam_oral", True),  # of clearance and half-life
        ("800", "depressing_synapse", True),
    ],
)
def test_the_examination_itself(number: str, cards: str, *, found: bool) -> None:
    assert stands_in(number, cards) == found
