"""The package's docstring is its table of contents."""

import pkgutil
import re

import course.models


def test_every_module_has_its_line() -> None:
    listed = re.findall(r"^- :mod:`(\w+)`: \S", course.models.__doc__ or "", re.MULTILINE)
    modules = {module.name for module in pkgutil.iter_modules(course.models.__path__)}
    assert sorted(listed) == sorted(name for name in modules if not name.startswith("_"))
