"""The still pictures of lesson 3, from a fit to a tap on a tendon: a module each."""

from course.figures.psychotropics.five_points import five_points
from course.figures.psychotropics.race import race
from course.figures.psychotropics.tap import tap
from course.figures.psychotropics.weeks import weeks

STILLS = (five_points(), weeks(), race(), tap())
