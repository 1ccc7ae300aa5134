"""Every public name says what it is in, where it comes from, and shows itself at work."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from functools import cached_property
from typing import TYPE_CHECKING

import pytest

import course.models
from course.reference import card_names

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = [
    module.name
    for module in pkgutil.iter_modules(course.models.__path__)
    if not module.name.startswith("_")
]
every_module = pytest.mark.parametrize("module_name", MODULES)

# A unit in brackets, a unit in a name, or words for a number that has none.
UNIT = re.compile(
    r"\bmol/k?[gL]\b|\([^()]*\b(?:h|d|s|min|ms|m?V|[µmnk]?M|[mk]?g|ng/mL|L|L/h|mmHg|Hz|K|[µn]m)\b"
    r"|_(?:h|d|s|ms|min|mV|mM|uM|nM|mg|ng_mL|L|L_h|Hz|pct|um|nm|mmHg|kcal_mol)\b"
    r"|\bunit of\b|\bany unit\b|\bno unit\b|\bunits?\b"
    r"|fraction|probabilit|ratio\b|odds|factor|share|relative|number|count|texts?\b|names?\b",
    re.IGNORECASE,
)


def public_names(module_name: str) -> Iterator[tuple[str, object]]:
    """Yield a module's public functions and classes, and the classes' methods and properties."""
    module = importlib.import_module(f"course.models.{module_name}")
    for name, member in vars(module).items():
        own = getattr(member, "__module__", None) == module.__name__
        if name.startswith("_") or not (own or name in getattr(module, "__all__", ())):
            continue
        if inspect.isfunction(member):
            yield name, member
        elif inspect.isclass(member):
            yield name, member
            for inner, attribute in vars(member).items():
                function = unwrapped(attribute)
                if not inner.startswith("_") and inspect.isfunction(function):
                    yield f"{name}.{inner}", function


def unwrapped(attribute: object) -> object:
    """Return the function behind a class method or a property, cached or not."""
    for behind in ("__func__", "fget", "func"):
        attribute = getattr(attribute, behind, attribute)
    return attribute


def without(module_name: str, pattern: str | re.Pattern[str]) -> list[str]:
    return [
        name
        for name, member in public_names(module_name)
        if not re.search(pattern, inspect.getdoc(member) or "")
    ]


@every_module
def test_every_public_name_has_an_example_that_runs(module_name: str) -> None:
    assert without(module_name, r"(?m)^>>> ") == []


@every_module
def test_every_public_name_says_its_units(module_name: str) -> None:
    assert without(module_name, UNIT) == []


@every_module
def test_every_public_name_says_its_source(module_name: str) -> None:
    assert without(module_name, r"\bSource: \S") == []


@every_module
def test_every_card_that_is_named_exists(module_name: str) -> None:
    for name, member in public_names(module_name):
        text = " ".join((inspect.getdoc(member) or "").split())
        for listed in re.findall(r"\bcards? ((?:``\w+``(?:, | and )?)+)", text):
            assert set(re.findall(r"\w+", listed)) - {"and"} <= set(card_names()), name


def sections(member: object) -> dict[str, str]:
    """Return a docstring's numpydoc sections by their headings."""
    parts = re.split(r"(?m)^([A-Z]\w+)\n-+$", inspect.getdoc(member) or "")
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def is_property(module_name: str, name: str) -> bool:
    place, _, inner = name.partition(".")
    kind = getattr(importlib.import_module(f"course.models.{module_name}"), place)
    return isinstance(inspect.getattr_static(kind, inner or "__doc__"), property | cached_property)


@every_module
def test_every_function_and_method_tells_what_it_takes_gives_and_refuses(module_name: str) -> None:
    for name, member in public_names(module_name):
        if inspect.isclass(member) or is_property(module_name, name):
            continue
        told = sections(member)
        arguments = set(inspect.signature(member).parameters) - {"self", "cls"}  # type: ignore[arg-type]  # is a function
        wanted = {"Returns"} | ({"Parameters", "Raises"} if arguments else set())
        assert wanted - set(told) == set(), name
        named = re.findall(r"(?m)^(?! )(.*)$", told.get("Parameters", ""))
        assert arguments <= set(re.findall(r"\w+", " ".join(named))), name


# What computes nothing: it reads a card or a text, names parts, or follows rules in words.
NO_EQUATION = re.compile(
    r"\.(suggested|ranges|index|volume_L|read|entries|names|kinetics|mass_ratios)$"
    r"|^(Regimen|Course)\b|^DepotRelease\.regimen$|^Compartment\.label$|^drug|^monitor$"
    r"|^spike|spike_count$"
)


@every_module
def test_every_function_and_method_that_computes_holds_its_equation(module_name: str) -> None:
    missing = [
        name
        for name, member in public_names(module_name)
        if not inspect.isclass(member) and not NO_EQUATION.search(name)
        if ":math:" not in (text := inspect.getdoc(member) or "") and ".. math::" not in text
    ]
    assert missing == []


@every_module
def test_every_object_that_refuses_says_so(module_name: str) -> None:
    for name, member in public_names(module_name):
        if inspect.isclass(member) and "__post_init__" in vars(member):
            assert "Raises" in sections(member), name


def test_the_contract_sees_functions_methods_and_properties() -> None:
    names = dict(public_names("receptors"))
    assert {"TwoStateReceptor", "TwoStateReceptor.open_fraction"} <= set(names)
    assert "TwoStateReceptor.decay_time_ms" in names


def test_every_object_with_suggested_parameters_tells_their_ranges() -> None:
    objects = {
        member
        for module_name in MODULES
        for _, member in public_names(module_name)
        if hasattr(member, "suggested")
    }
    assert objects
    assert [each for each in objects if not hasattr(each, "ranges")] == []


@pytest.mark.parametrize(
    "path",
    [
        "channel_block.TrappingBlock",
        "depot.DepotRelease",
        "monitoring.MonitoringRules",
        "neuron.HodgkinHuxley",
        "opponent_process.OpponentProcess",
        "sensitisation.SensitisationSwitch",
        "wilson_cowan.WilsonCowan",
    ],
)
def test_suggested_parameters_lie_in_their_ranges(path: str) -> None:
    module_name, _, name = path.partition(".")
    kind = dict(public_names(module_name))[name]
    suggested, ranges = kind.suggested(), kind.ranges()  # type: ignore[attr-defined]  # is a class
    assert ranges
    for field, (low, high) in ranges.items():
        assert low <= getattr(suggested, field) <= high, field
