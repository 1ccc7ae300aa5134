"""What an explorer must say at any setting: warnings, doubts, and that it gives no advice."""

import pytest

from course.explorers import find
from tests.explorers.test_every_explorer import corners

ALWAYS = {
    "delay": "Contested: ",
    "taper": "no one stops or tapers a real one alone.",
    "valleys": "A hypothesis with chosen numbers, not a fact.",
    "antagonism": "attempts to overcome a blockade have been fatal.",
    "clocks": "People differ.",
    "pathways": "no advice to test a blockade.",
}


@pytest.mark.parametrize("name", ALWAYS)
def test_no_setting_silences_it(name: str) -> None:
    explorer = find(name)
    for settings in ({}, *explorer.presets.values(), *corners(explorer)):
        chosen = explorer.accept(settings)
        assert ALWAYS[name] in explorer.sentence(chosen, explorer.result(chosen)), chosen
