"""Settings that all tests share."""

import pytest
from hypothesis import is_hypothesis_test, settings

# No property is about time, and a grading machine may be busy.
settings.register_profile("cleft", deadline=None, max_examples=50)
settings.register_profile("soak", deadline=None, max_examples=1000)


def pytest_configure(config: pytest.Config) -> None:
    """Draw more in the long form, `make soak`."""
    settings.load_profile("soak" if _is_soak(config) else "cleft")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let every property be part of the long form too."""
    for item in items:
        if _is_soak(config) and is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.soak)


def _is_soak(config: pytest.Config) -> bool:
    return bool(config.getoption("markexpr") == "soak")
