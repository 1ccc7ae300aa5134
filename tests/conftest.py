"""Settings that all tests share."""

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import is_hypothesis_test, settings
from playwright.sync_api import Browser, sync_playwright

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: a second one beside it in a process would find its event loop."""
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    flags += ["--disable-sync", "--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses to run as root with it
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=flags)
        yield browser
        browser.close()


def _chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, "Browser tests need Chromium: install it with your system's package manager."
    return found
