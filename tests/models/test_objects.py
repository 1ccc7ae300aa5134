"""Every public object of the models checks what it is made of, and cannot be changed afterwards."""

from __future__ import annotations

import importlib
import inspect
import math
import pkgutil
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

import course.models
from course.models.allostery import GabaAReceptor, Ligand
from course.models.channel_block import TrappingBlock
from course.models.compartments import Compartment, Compartments, Flow, Route
from course.models.depot import DepotRelease
from course.models.exposure import area_ng_h_mL
from course.models.fitting import fit_emax, fit_line
from course.models.haemodynamics import CirculatoryRise
from course.models.linear_kinetics import LinearKinetics
from course.models.monitoring import MonitoringRules
from course.models.neuron import HodgkinHuxley, Pulse
from course.models.opponent_process import OpponentProcess
from course.models.pharmacogenetics import GeneDose
from course.models.receptors import TwoStateReceptor
from course.models.regimen import Course, Regimen
from course.models.sensitisation import SensitisationSwitch
from course.models.wilson_cowan import WilsonCowan

if TYPE_CHECKING:
    from collections.abc import Iterator

OBJECTS = [
    GabaAReceptor.suggested(),
    Ligand(1.0, 0.5),
    TrappingBlock.suggested(),
    Compartment("central", 10.0),
    Compartments.suggested("ketamine_kamp"),
    Flow("gut", "central", 1.0),
    Route("PO", "gut"),
    DepotRelease.suggested(),
    fit_emax([1, 2, 5, 10], [10, 20, 40, 60]),
    fit_line([1, 2, 3], [1, 2, 4]),
    CirculatoryRise.suggested("pressure"),
    LinearKinetics([[0, 0], [1, 0]], [0, 0.1]),
    MonitoringRules.suggested(),
    HodgkinHuxley.suggested(),
    HodgkinHuxley.suggested().alpha_m,
    Pulse(10.0, 1.0, 2.0),
    OpponentProcess.suggested(),
    GeneDose(1.0, 2.0),
    TwoStateReceptor.suggested("ampa"),
    Course(0, 10, "PO", every_h=24, count=7),
    Regimen.parse("10 mg PO q24h x 7"),
    SensitisationSwitch.suggested(),
    WilsonCowan.suggested(),
]
every_object = pytest.mark.parametrize("thing", OBJECTS, ids=lambda thing: type(thing).__name__)


def arrays_in(thing: object, path: str) -> Iterator[tuple[str, np.ndarray]]:
    """Yield all arrays that an object hands out, and those of the objects inside it."""
    if isinstance(thing, np.ndarray):
        yield path, thing
    elif isinstance(thing, tuple):
        for i, part in enumerate(thing):
            yield from arrays_in(part, f"{path}[{i}]")
    elif is_dataclass(thing):
        for name in dir(thing):
            if not name.startswith("_") and not callable(value := getattr(thing, name)):
                yield from arrays_in(value, f"{path}.{name}")


def test_every_public_class_has_an_object_here() -> None:
    classes = {
        member
        for module in pkgutil.iter_modules(course.models.__path__)
        if not module.name.startswith("_")
        for _, member in inspect.getmembers(
            importlib.import_module(f"course.models.{module.name}"), is_dataclass
        )
        if member.__module__ == f"course.models.{module.name}"
    }
    assert classes - {type(thing) for thing in OBJECTS} == set()


@every_object
def test_no_attribute_can_be_set(thing: object) -> None:
    for name in [name for name in dir(thing) if not name.startswith("_")]:
        # Python's own answer for what is no field of a class with slots is a TypeError.
        with pytest.raises((AttributeError, TypeError)):
            setattr(thing, name, 1.0)


@every_object
def test_no_array_that_it_hands_out_can_be_written(thing: object) -> None:
    for path, array in arrays_in(thing, type(thing).__name__):
        assert not array.flags.writeable, path


@every_object
def test_it_is_hashable(thing: object) -> None:
    assert {thing: 1}[thing] == 1


@every_object
def test_it_refuses_numbers_that_are_none_by_name(thing: object) -> None:
    for field in fields(thing):  # type: ignore[arg-type]  # all objects are dataclasses
        if isinstance(getattr(thing, field.name), float | int):
            for value in (math.nan, math.inf, -math.inf, "1", True):
                if value == math.inf and field.name.endswith("_se"):
                    continue  # a standard error that nothing tells
                with pytest.raises(ValueError, match=rf"\b{field.name}\b.* not {value!r}\."):
                    replace(thing, **{field.name: value})  # type: ignore[type-var]  # as above


@every_object
def test_it_refuses_parts_of_another_kind_by_name(thing: object) -> None:
    for field in fields(thing):  # type: ignore[arg-type]  # all objects are dataclasses
        if isinstance(getattr(thing, field.name), str | tuple) or is_dataclass(
            getattr(thing, field.name)
        ):
            for value in (5, [5]):
                with pytest.raises(ValueError, match=rf"\b{field.name}\b.* not .*5"):
                    replace(thing, **{field.name: value})  # type: ignore[type-var]  # as above


def test_lists_of_parts_become_tuples() -> None:
    model = Compartments([Compartment("a", 1)], [], [])  # type: ignore[arg-type]  # on purpose
    assert hash(model) == hash(Compartments((Compartment("a", 1),), (), ()))
    assert Regimen([Course(0, 1, "IV")]).courses == (Course(0, 1, "IV"),)  # type: ignore[arg-type]  # on purpose


def test_a_model_that_was_tampered_with_is_not_everybody_elses() -> None:
    model = Compartments.suggested("ketamine_kamp")
    before = area_ng_h_mL(model, "35 mg IV")
    for _, array in arrays_in(model, "model"):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    assert area_ng_h_mL(Compartments.suggested("ketamine_kamp"), "35 mg IV") == before
