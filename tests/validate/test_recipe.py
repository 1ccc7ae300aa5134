"""Recipes: how a target names what the models compute."""

import numpy as np
import pytest

from course.models import magnesium_block, neuron, receptors, short_term_plasticity
from course.reference import card
from course.validate.recipe import cook, figures

AMPA = {"call": "receptors.TwoStateReceptor.suggested", "name": "ampa"}


def test_plain_values_are_themselves() -> None:
    assert cook(3.5) == 3.5
    assert cook("ampa") == "ampa"
    assert cook([1, [2]]) == [1, [2]]


def test_a_call_gives_what_the_function_gives() -> None:
    recipe = {"call": "magnesium_block.unblocked_fraction", "v_mV": [-60, 0], "mg_mM": 2}
    np.testing.assert_array_equal(
        cook(recipe), magnesium_block.unblocked_fraction([-60, 0], mg_mM=2)
    )


def test_methods_and_properties_are_taken_from_an_object() -> None:
    ampa = receptors.TwoStateReceptor.suggested("ampa")
    assert cook({"call": "plateau", "on": AMPA, "c_mM": 1}) == ampa.plateau(1)
    assert cook({"call": "decay_time_ms", "on": AMPA}) == ampa.decay_time_ms


def test_arguments_are_recipes_too() -> None:
    recipe = {
        "call": "plateau",
        "on": AMPA,
        "c_mM": {"card": "glutamate_cleft", "value": "peak_mM"},
    }
    assert cook(recipe) == receptors.TwoStateReceptor.suggested("ampa").plateau(1.1)


def test_fields_are_picked_by_name_or_number() -> None:
    recipe = {"call": "short_term_plasticity.depression_steady_state", "rate_Hz": 10}
    x, response = short_term_plasticity.depression_steady_state(10)
    assert cook({**recipe, "pick": "A"}) == response
    assert cook({**recipe, "pick": 0}) == x
    assert cook({**recipe, "pick": ["A", "x"]}) == [response, x]


def test_each_calls_once_an_element() -> None:
    names = ["ampa", "nmda"]
    recipe = {"call": "receptors.TwoStateReceptor.suggested", "name": names, "each": ["name"]}
    expected = [receptors.TwoStateReceptor.suggested(name).decay_time_ms for name in names]
    assert cook({**recipe, "pick": "decay_time_ms"}) == expected


def test_with_gives_arguments_by_position() -> None:
    recipe = {"call": "neuron.spike_times_ms", "with": [[0, 1], [-10, 10]]}
    np.testing.assert_array_equal(cook(recipe), neuron.spike_times_ms([0, 1], [-10, 10]))


def test_card_gives_its_number() -> None:
    recipe = {"card": "dopamine_uptake", "value": "km_uM"}
    assert cook(recipe) == card("dopamine_uptake")["km_uM"].value


def test_arithmetic() -> None:
    assert cook({"ratio": [[6, 8], 2]}).tolist() == [3, 4]
    assert cook({"difference": [5, {"ratio": [4, 2]}]}) == 3
    assert cook({"smallest": [3, 1, 2]}) == 1
    assert cook({"largest": [3, 1, 2]}) == 3


def test_figures_are_flat() -> None:
    recipe = {"call": "short_term_plasticity.depression_steady_state", "rate_Hz": [0, 10]}
    made = figures(recipe)
    assert (made.dtype, made.shape) == (np.float64, (4,))
    np.testing.assert_array_equal(made[:2], cook({**recipe, "pick": "x"}))


@pytest.mark.parametrize(
    ("recipe", "sentence"),
    [
        ({"call": "alchemy.gold"}, "there is no module 'alchemy' in course.models"),
        ({"call": "uptake.gold"}, "has no public 'gold'"),
        ({"call": "uptake.np.linalg._linalg"}, "has no public '_linalg'"),
        ({"call": "_silver", "on": AMPA}, "has no public '_silver'"),
    ],
)
def test_what_does_not_exist_is_named(recipe: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        cook(recipe)
