"""The explorers of lesson 4, from the infusion to the relief that outlives it.

A module each: a result, the model that fills it, the sentence that says it, the declaration.
"""

from course.explorers.ketamine.infusion import INFUSION
from course.explorers.ketamine.relief import RELIEF
from course.explorers.ketamine.trapping import TRAPPING
from course.explorers.ketamine.valleys import VALLEYS
from course.explorers.ketamine.windup import WINDUP

EXPLORERS = (INFUSION, TRAPPING, WINDUP, VALLEYS, RELIEF)
