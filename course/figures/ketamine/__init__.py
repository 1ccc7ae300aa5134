"""The still pictures of lesson 4, from pain on credit to the trials: a module each."""

from course.figures.ketamine.credit import credit
from course.figures.ketamine.three_clocks import three_clocks
from course.figures.ketamine.trials import trials
from course.figures.ketamine.watch import watch

STILLS = (credit(), three_clocks(), watch(), trials())
