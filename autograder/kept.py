"""What nbgrader makes anew for every submission, kept for a whole class.

It opens the gradebook about ten times for each, every time with an engine of its own, and each
engine works out anew how to write the same statements; it looks every time whether all tables are
there, asks for one cell after the other, and commits after each. It checks every cell against a
schema, and the schema itself against the rules for schemas as often.
"""

import contextlib
import functools
import json
import types
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jsonschema.exceptions import best_match  # type: ignore[import-untyped]  # it has no types
from jsonschema.validators import validator_for  # type: ignore[import-untyped]  # it has no types
from nbgrader import api
from nbgrader.nbgraderformat import common
from sqlalchemy import event
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from autograder import lookups
from autograder.gradebook_file import spare_the_disk
from autograder.protocol import Value

if TYPE_CHECKING:
    from sqlalchemy import Engine


class _Shared(Session):
    """The session of all gradebooks that are opened during one transaction."""

    has_sent = False

    def commit(self) -> None:
        """Leave it to the end: nbgrader commits after each cell."""

    def remove(self) -> None:
        """Let whoever opens the gradebook next read anew what was written, and its sums."""
        self.flush()
        if self.has_sent:
            self.expire_all()
            self.has_sent = False

    def end(self) -> None:
        """Commit it all."""
        super().commit()


@event.listens_for(_Shared, "after_flush")
def _note(session: _Shared, _: Value) -> None:
    session.has_sent = True


class Kept:
    """What is kept of one gradebook: its engine, and what is known to be in it."""

    def __init__(self) -> None:
        self._engines: dict[str, Engine] = {}
        self._courses: set[tuple[str, str]] = set()
        self._shared: dict[str, _Shared] | None = None

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Have all that is written to the gradebook meanwhile written at its end, or not at all."""
        shared: dict[str, _Shared] = {}
        self._shared = shared
        try:
            yield
            for session in shared.values():
                session.end()
        finally:
            self._shared = None
            for session in shared.values():
                session.close()

    def open(
        self, gradebook: api.Gradebook, db_url: str, course_id: str, authenticator: Value
    ) -> None:
        """Open a gradebook as its class does, on an engine that is there already."""
        if db_url not in self._engines:
            _open(gradebook, db_url, course_id, authenticator)
            gradebook.db.remove()
            self._engines[db_url] = spare_the_disk(gradebook.engine)
            self._courses.add((db_url, course_id))
        engine = self._engines[db_url]
        gradebook.engine, gradebook.course_id = engine, course_id
        gradebook.authenticator = authenticator
        gradebook.db = self._session(db_url)
        if (db_url, course_id) not in self._courses:
            gradebook.check_course(course_id)
            self._courses.add((db_url, course_id))

    def close(self) -> None:
        """Let go of the database."""
        for engine in self._engines.values():
            engine.dispose()

    def _session(self, db_url: str) -> Value:
        engine = self._engines[db_url]
        if self._shared is None:
            return scoped_session(sessionmaker(bind=engine))
        return self._shared.setdefault(db_url, _Shared(bind=engine))


_open = api.Gradebook.__init__


@contextlib.contextmanager
def kept_for_a_class() -> Iterator[Kept]:
    """Let nbgrader in this process keep what does not change from one submission to the next."""
    kept = Kept()

    def open_again(
        self: api.Gradebook,
        db_url: str,
        course_id: str = "default_course",
        authenticator: Value = None,
    ) -> None:
        kept.open(self, db_url, course_id, authenticator)

    instead: dict[str, Any] = {
        "__init__": open_again,
        "close": lambda gradebook: gradebook.db.remove(),
        **{name: getattr(lookups, name) for name in lookups.__all__},
    }
    before = {name: getattr(api.Gradebook, name) for name in instead}
    jsonschema = common.jsonschema
    for name, method in instead.items():
        setattr(api.Gradebook, name, method)
    common.jsonschema = types.SimpleNamespace(validate=_validate)
    try:
        yield kept
    finally:
        common.jsonschema = jsonschema
        for name, method in before.items():
            setattr(api.Gradebook, name, method)
        kept.close()


def _validate(instance: Value, schema: dict[str, Any]) -> None:
    """Do as ``jsonschema.validate``, with a schema that is known to be one."""
    _require_valid(json.dumps(instance, sort_keys=True), json.dumps(schema))


@functools.lru_cache(maxsize=1024)
def _require_valid(instance: str, schema: str) -> None:
    """Raise unless an instance is as its schema says; most cells are alike in a whole class."""
    rules = json.loads(schema)
    error = best_match(validator_for(rules)(rules).iter_errors(json.loads(instance)))
    if error is not None:
        raise error
