"""Models beside published data: the plots of the validation page, one module a lesson."""

from course.validate.plots import imbalance, ketamine, naltrexone, psychotropics, transmitters
from course.validate.plots._plot import Picture, Plot, picture

PLOTS: tuple[Plot, ...] = (
    *transmitters.PLOTS,
    *imbalance.PLOTS,
    *psychotropics.PLOTS,
    *ketamine.PLOTS,
    *naltrexone.PLOTS,
)
"""All plots, in the order of the lessons."""

__all__ = ["PLOTS", "Picture", "Plot", "picture"]
