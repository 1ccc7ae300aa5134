"""What nbgrader makes anew for every submission, kept for a whole class.

It opens the gradebook about ten times for each, every time with an engine of its own, and each
engine works out anew how to write the same statements. It checks every cell against a schema, and
the schema itself against the rules for schemas as often.
"""

import contextlib
import types
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jsonschema.exceptions import best_match  # type: ignore[import-untyped]  # it has no types
from jsonschema.validators import validator_for  # type: ignore[import-untyped]  # it has no types
from nbgrader import api
from nbgrader.nbgraderformat import common

from autograder.protocol import Value

if TYPE_CHECKING:
    from sqlalchemy import Engine


@contextlib.contextmanager
def kept_for_a_class() -> Iterator[None]:
    """Let nbgrader in this process keep what does not change from one submission to the next.

    Every gradebook that is opened meanwhile has a session of its own all the same, so what
    belongs to one transaction stays as it is.
    """
    make, jsonschema = api.create_engine, common.jsonschema
    engines: dict[str, Engine] = {}

    def kept(url: str, **settings: Any) -> "Engine":  # noqa: ANN401 - SQLAlchemy's own
        if url not in engines:
            engines[url] = make(url, **settings)
        return engines[url]

    api.create_engine = kept
    common.jsonschema = types.SimpleNamespace(validate=_validate)
    try:
        yield
    finally:
        api.create_engine, common.jsonschema = make, jsonschema
        for engine in engines.values():
            engine.dispose()


def _validate(instance: Value, schema: dict[str, Any]) -> None:
    """Do as ``jsonschema.validate``, with a schema that is known to be one."""
    error = best_match(validator_for(schema)(schema).iter_errors(instance))
    if error is not None:
        raise error
