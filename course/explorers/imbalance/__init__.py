"""The explorers of lesson 2: where a small change matters, and where it is absorbed.

A module each: a result, the model that fills it, the sentence that says it, the declaration.
"""

from course.explorers.imbalance.balance import BALANCE
from course.explorers.imbalance.genes import GENES
from course.explorers.imbalance.overlap import OVERLAP
from course.explorers.imbalance.terminals import TERMINALS

EXPLORERS = (TERMINALS, OVERLAP, GENES, BALANCE)
