"""The names that a test cell sees, each looked up where it belongs."""

import contextlib
import importlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.crossing import CannotCrossError
from autograder.examiner.copies import copier
from autograder.examiner.handles import Handle
from autograder.examiner.hollow import BUILTINS
from autograder.examiner.link import Link
from autograder.examiner.names import Names
from autograder.protocol import Value

_CONTAINERS = (list, tuple, set, frozenset)
_SCALARS = (bool, int, float, complex, str, bytes)


class Namespace(dict[str, Any]):
    """Globals of test cells: the examiner's own, with the student's names asked for.

    What is the student's is not in the dictionary, or only as long as a test may rely on it; so
    Python comes to `__missing__` for it, also in functions that a test defines, and finds
    everything else as quickly as ever.
    """

    def __init__(self) -> None:
        super().__init__()
        self._names = Names()
        self._link: Link | None = None
        self._applies = False
        self._kept: dict[str, tuple[int, Callable[[], Any] | None]] = {}

    def prepare(self, names: Names) -> None:
        """Set whose names are whose, for the notebook that is examined."""
        self._names = names

    @contextlib.contextmanager
    def asking(self, link: Link, *, applies: bool) -> Iterator[None]:
        """Look the student's names up through `link` for a while.

        Parameters
        ----------
        link : Link
            To the student's process.
        applies : bool
            Whether assigning a student's name is done there too: in a test, and not in a
            locked cell, which ran there already.
        """
        self._forget_the_students()
        self._link, self._applies, self._kept = link, applies, {}
        try:
            yield
        finally:
            self._link = None
            self._forget_the_students()

    def __missing__(self, name: str) -> Value:
        link = self._link
        if link is not None and name in self._names.students:
            return self._asked(link, name)
        if link is not None and name in self._names.imports:
            return self._imported(link, name)
        if link is not None and name in self._names.unbound:
            return self._data(link, name)
        return BUILTINS[name]

    def __contains__(self, name: object) -> bool:
        # A test may ask `"answer" in globals()`.
        try:
            self[name]  # type: ignore[index]  # what is no name is not in here
        except KeyError:
            return False
        return True

    def get(self, name: str, default: Value = None) -> Value:
        """Return what a name stands for, or the default."""
        try:
            return self[name]
        except KeyError:
            return default

    def __setitem__(self, name: str, value: Value) -> None:
        link = self._link
        if link is not None and name in self._names.students:
            if not self._applies:
                return
            link.ask("assign", name, value)
            if name in self._names.changed:  # by a function of the answer, so it is asked for
                return
        elif link is not None and self._applies and name in self._names.context:
            # The answer may rely on it; a module it has itself, and what does not cross it
            # could not have been given either.
            with contextlib.suppress(CannotCrossError):
                link.ask("assign", name, value)
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        if self._link is not None and name in self._names.students:
            self._link.ask("unassign", name)
            super().pop(name, None)
            return
        super().__delitem__(name)

    def _forget_the_students(self) -> None:
        for name in self._names.students:
            super().pop(name, None)

    def _asked(self, link: Link, name: str) -> Value:
        """Return what the name stands for now; a function is asked for once a test."""
        seen, copy = self._kept.get(name, (-1, None))
        is_as_seen = seen == link.changes
        if is_as_seen and copy is not None:
            return copy()
        try:
            value = link.ask("name", name)
        except NameError:
            raise KeyError(name) from None
        if isinstance(value, Handle):
            if name not in self._names.changed:
                super().__setitem__(name, value)
            return value
        # Named twice and unchanged, it may be named in a loop. The test can change what it gets.
        copy = copier(value) if is_as_seen else None
        self._kept[name] = link.changes, copy
        return value if copy is None else copy()

    def _data(self, link: Link, name: str) -> Value:
        """Return the plain value of a name that nothing binds in the source."""
        value = self._asked(link, name)
        if not _is_plain(value):
            super().pop(name, None)
            raise KeyError(name)
        return value

    def _imported(self, link: Link, name: str) -> Value:
        """Import for ourselves what the student's cells are to import, if they did."""
        if link.ask("bound", name) is not True:
            raise KeyError(name)
        module, attribute = self._names.imports[name]
        found = importlib.import_module(module)
        return getattr(found, attribute) if attribute else found


def _is_plain(value: Value) -> bool:
    """Tell whether a value is data through and through: no attribute of it is an object's."""
    if type(value) is dict:
        return _is_plain([*value.keys(), *value.values()])
    if type(value) in _CONTAINERS:
        return all(map(_is_plain, value))
    if isinstance(value, np.ndarray | np.generic):
        return not value.dtype.hasobject
    return value is None or type(value) in _SCALARS
