"""The ways to install Cleft give the same set of packages."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCK = (ROOT / "requirements.lock").read_text()
PYTHONS = ("3.11.0", "3.12.0", "3.13.0")


def locked() -> list[Requirement]:
    lines = re.findall(r"^([a-z0-9][^\\\n]*?)\s*\\$", LOCK, flags=re.MULTILINE)
    return [Requirement(line) for line in lines]


def wanted() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(line) for group in (PROJECT["dependencies"], *extras) for line in group]


def test_conda_installs_the_lock_and_nothing_beside_it() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    python, _pip, by_pip = environment["dependencies"]
    assert by_pip == {"pip": ["--require-hashes", "--requirement requirements.lock"]}
    assert python.startswith("python " + PROJECT["requires-python"])


def test_the_lock_meets_every_declared_dependency_on_every_python() -> None:
    for python in PYTHONS:
        here = {"python_full_version": python, "python_version": python[:4]}
        pins = {
            canonicalize_name(pin.name): pin.specifier
            for pin in locked()
            if pin.marker is None or pin.marker.evaluate(here)
        }
        for need in wanted():
            (pin,) = pins[canonicalize_name(need.name)]
            assert pin.operator == "=="
            assert Version(pin.version) in need.specifier, f"{need} on Python {python}"


def test_every_locked_package_is_hashed_and_none_has_an_address() -> None:
    assert len(re.findall(r"^\S+==", LOCK, flags=re.MULTILINE)) == len(locked()) > 100
    for block in re.split(r"\n(?=[a-z0-9])", LOCK.strip()):
        assert "--hash=sha256:" in block
    assert "://" not in LOCK


def brought_by(requirement: Requirement, seen: set[str]) -> set[str]:
    """Return the names of a requirement and of all that its installed package needs here."""
    name = canonicalize_name(requirement.name)
    if name in seen:
        return seen
    seen.add(name)
    for line in metadata.requires(name) or []:
        need = Requirement(line)
        extras = requirement.extras or {""}
        if need.marker is None or any(need.marker.evaluate({"extra": each}) for each in extras):
            brought_by(need, seen)
    return seen


def test_a_plain_installation_brings_the_lessons_and_no_test_tools() -> None:
    brought: set[str] = set()
    for line in PROJECT["dependencies"]:
        brought_by(Requirement(line), brought)
    assert {"jupyterlab", "nbgrader", "ipywidgets", "scipy"} <= brought
    assert brought.isdisjoint({"hypothesis", "mypy", "pandas", "playwright", "pytest", "voila"})
    assert len(brought) < 0.75 * len({pin.name for pin in locked()})
