"""The explorers of lesson 1, from the spike to the removal of its transmitter.

A module each: a result, the model that fills it, the sentence that says it, the declaration.
"""

from course.explorers.transmitters.clearance import CLEARANCE
from course.explorers.transmitters.coincidence import COINCIDENCE
from course.explorers.transmitters.depression import DEPRESSION
from course.explorers.transmitters.quanta import QUANTA
from course.explorers.transmitters.spike import SPIKE

EXPLORERS = (SPIKE, COINCIDENCE, QUANTA, CLEARANCE, DEPRESSION)
