"""Get a target's figures from the models, as its ``compute`` table says.

A recipe is a number, text, a list, or a table of one of these kinds:

``{ call = "uptake.half_time_s", c0_uM = 0.24 }``
    Calls what the path names within :mod:`course.models`; the other keys are its arguments, and
    recipes themselves. What the path names may also be no function: then it is the value.
``{ call = "rise_time_ms", on = { call = ..., name = "ampa" }, c_mM = 1.0 }``
    Takes the attribute of an object instead.
``{ ..., with = [a, b] }``
    Gives arguments by position, before those by name; a recipe that makes several will do.
``{ ..., pick = "A" }``
    Takes a field of the result by name, or an element by number; a list takes several.
``{ ..., each = ["current_uA_cm2"] }``
    Calls once for each element of the arguments named, which are lists of one length.
``{ card = "dopamine_uptake", value = "km_uM" }``
    A number of a card.
``{ data = "morita2000", column = "mutated_alleles", rows = [0, 2] }``
    A column of a data set, all of it or the rows named, counted from 0.
``{ ratio = [a, b] }``, ``{ difference = [a, b] }``, ``{ smallest = a }``, ``{ largest = a }``
    What it says of the recipes within.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from course.reference import card
from course.reference.data import dataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KEYWORDS = ("call", "on", "with", "pick", "each")
_ARITHMETIC: Mapping[str, Callable[[Any], Any]] = {
    "ratio": lambda pair: np.divide(*pair),
    "difference": lambda pair: np.subtract(*pair),
    "smallest": np.min,
    "largest": np.max,
}


def cook(recipe: object) -> Any:  # noqa: ANN401  a recipe may make anything
    """Return what a recipe makes.

    Raises
    ------
    ValueError
        If the recipe names what does not exist, or a model refuses its arguments.

    Examples
    --------
    >>> cook({"ratio": [{"card": "dopamine_uptake", "value": "vmax_uM_s"}, 2]})
    np.float64(2.0)
    """
    if isinstance(recipe, list):
        return [cook(item) for item in recipe]
    if not isinstance(recipe, Mapping):
        return recipe
    if "card" in recipe:
        return card(recipe["card"])[recipe["value"]].value
    if "data" in recipe:
        column = dataset(recipe["data"]).numbers(recipe["column"])
        return column[recipe["rows"]] if "rows" in recipe else column
    for name, operation in _ARITHMETIC.items():
        if name in recipe:
            return operation(cook(recipe[name]))
    return _call(recipe)


def figures(recipe: Mapping[str, Any]) -> NDArray[np.float64]:
    """Return what a recipe makes as a flat array of numbers."""
    made = cook(recipe)
    parts = made if isinstance(made, tuple | list) else [made]
    return np.concatenate([np.ravel(np.asarray(part, dtype=np.float64)) for part in parts])


def _call(recipe: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a model may return anything
    named = _attribute(cook(recipe["on"]), recipe["call"]) if "on" in recipe else _find(recipe)
    leading = cook(recipe.get("with", []))
    given = {key: cook(value) for key, value in recipe.items() if key not in _KEYWORDS}
    if "each" in recipe:
        looped = [given.pop(name) for name in recipe["each"]]
        results = [
            named(*leading, **given, **dict(zip(recipe["each"], values, strict=True)))
            for values in zip(*looped, strict=True)
        ]
        return [_pick(result, recipe) for result in results]
    return _pick(named(*leading, **given) if callable(named) else named, recipe)


def _find(recipe: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a recipe may name any model
    module, *path = recipe["call"].split(".")
    try:
        found = importlib.import_module(f"course.models.{module}")
    except ModuleNotFoundError:
        raise ValueError(f"there is no module {module!r} in course.models.") from None
    return _attribute(found, ".".join(path))


def _attribute(thing: Any, path: str) -> Any:  # noqa: ANN401 - attributes have any type
    for name in path.split("."):
        if name.startswith("_") or not hasattr(thing, name):
            raise ValueError(f"{thing!r} has no public {name!r}.")
        thing = getattr(thing, name)
    return thing


def _pick(result: Any, recipe: Mapping[str, Any]) -> Any:  # noqa: ANN401 - parts have any type
    if "pick" not in recipe:
        return result
    picks = recipe["pick"] if isinstance(recipe["pick"], list) else [recipe["pick"]]
    found = [
        getattr(result, pick) if isinstance(pick, str) and hasattr(result, pick) else result[pick]
        for pick in picks
    ]
    return found if isinstance(recipe["pick"], list) else found[0]
