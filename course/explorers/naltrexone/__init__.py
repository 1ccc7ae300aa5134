"""The explorers of lesson 5, from the receptor to what is learned.

A module each: a result, the model that fills it, the sentence that says it, the declaration.
"""

from course.explorers.naltrexone.antagonism import ANTAGONISM
from course.explorers.naltrexone.clocks import CLOCKS
from course.explorers.naltrexone.cover import COVER
from course.explorers.naltrexone.pathways import PATHWAYS
from course.explorers.naltrexone.teaching_signal import TEACHING_SIGNAL

EXPLORERS = (ANTAGONISM, CLOCKS, COVER, TEACHING_SIGNAL, PATHWAYS)
"""In the order of the lesson."""
