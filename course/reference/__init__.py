"""Every number of the course: its unit, range, source and status.

``cards/`` holds one TOML file a drug, channel or model; ``sources.toml`` the bibliography;
``targets/`` the published or computed figures that the models are held against.

>>> from course.reference import card
>>> half = card("nmda_receptor")["mg_half_block_mM"]
>>> half.value, half.unit, half.status.value
(3.57, 'mM', 'second hand')
"""

from course.reference.cards import Card, Scale, Status, Value, card, card_names
from course.reference.sources import Source, source, sources
from course.reference.targets import Published, Target, targets

__all__ = [
    "Card",
    "Published",
    "Scale",
    "Source",
    "Status",
    "Target",
    "Value",
    "card",
    "card_names",
    "source",
    "sources",
    "targets",
]
