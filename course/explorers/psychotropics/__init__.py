"""The explorers of lesson 3, from a level in plasma to the day after the last dose.

A module each: a result, the model that fills it, the sentence that says it, the declaration.
"""

from course.explorers.psychotropics.delay import DELAY
from course.explorers.psychotropics.dial import DIAL
from course.explorers.psychotropics.redistribution import REDISTRIBUTION
from course.explorers.psychotropics.taper import TAPER
from course.explorers.psychotropics.window import WINDOW

EXPLORERS = (WINDOW, DELAY, DIAL, REDISTRIBUTION, TAPER)
