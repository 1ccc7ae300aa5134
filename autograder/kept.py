"""What nbgrader makes anew for every submission, kept for a whole class.

It opens the gradebook about ten times for each, every time with an engine of its own, and each
engine works out anew how to write the same statements; it looks every time whether all tables are
there, and reads again after each of its many commits what it has just written. It checks every
cell against a schema, and the schema itself against the rules for schemas as often.
"""

import contextlib
import types
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jsonschema.exceptions import best_match  # type: ignore[import-untyped]  # it has no types
from jsonschema.validators import validator_for  # type: ignore[import-untyped]  # it has no types
from nbgrader import api
from nbgrader.nbgraderformat import common
from sqlalchemy.orm import scoped_session, sessionmaker

from autograder.protocol import Value

if TYPE_CHECKING:
    from sqlalchemy import Engine


@contextlib.contextmanager
def kept_for_a_class() -> Iterator[None]:
    """Let nbgrader in this process keep what does not change from one submission to the next.

    Every gradebook that is opened meanwhile has a session of its own all the same, so what
    belongs to one transaction stays as it is.
    """
    begin, jsonschema = api.Gradebook.__init__, common.jsonschema
    begun: dict[tuple[str, str], Engine] = {}

    def open_again(
        self: api.Gradebook,
        db_url: str,
        course_id: str = "default_course",
        authenticator: Value = None,
    ) -> None:
        engine = begun.get((db_url, course_id))
        if engine is None:
            begin(self, db_url, course_id, authenticator)
            same = (known for (url, _), known in begun.items() if url == db_url)
            engine = next(same, self.engine)
            begun[db_url, course_id] = engine
        self.engine, self.course_id, self.authenticator = engine, course_id, authenticator
        # This process alone writes marks, so what it has written it knows.
        self.db = scoped_session(sessionmaker(bind=engine, expire_on_commit=False))

    api.Gradebook.__init__ = open_again
    common.jsonschema = types.SimpleNamespace(validate=_validate)
    try:
        yield
    finally:
        api.Gradebook.__init__, common.jsonschema = begin, jsonschema
        for engine in begun.values():
            engine.dispose()


def _validate(instance: Value, schema: dict[str, Any]) -> None:
    """Do as ``jsonschema.validate``, with a schema that is known to be one."""
    error = best_match(validator_for(schema)(schema).iter_errors(instance))
    if error is not None:
        raise error
