"""Legal and illegal calls of the models of lesson 3 that are not pharmacokinetics."""

from course.models import adaptation, occupancy, tapering
from tests.contract import Call

OCCUPIED = {"ec50": 2.0, "emax": 0.9, "hill": 1.2}
BAD_OCCUPIED = {"ec50": [0, -1], "emax": [0, -1], "hill": [0, -1]}

CALLS = [
    Call(occupancy.occupancy, {"c": 1.0, **OCCUPIED}, {"c": [-1], **BAD_OCCUPIED}),
    Call(
        occupancy.concentration_for_occupancy,
        {"o": 0.5, **OCCUPIED},
        {"o": [-1, 0.9, 2], **BAD_OCCUPIED},
    ),
    Call(
        occupancy.occupancy_from_binding,
        {"bp_drug": 0.5, "bp_baseline": 2.0},
        {"bp_drug": [-1], "bp_baseline": [0, -1]},
    ),
    Call(
        occupancy.shared_occupancy,
        {"a": 1.0, "ka": 2.0, "b": 3.0, "kb": 4.0},
        {"a": [-1], "ka": [0, -1], "b": [-1], "kb": [0, -1]},
    ),
    Call(
        occupancy.share_of_people_above,
        {"threshold": 0.6, "c": 1.0, "ec50": 1.0, "ec50_cv": 0.3, "emax": 0.9},
        {"threshold": [0, 0.9], "c": [-1], "ec50": [0], "ec50_cv": [-1], "emax": [0]},
    ),
    Call(adaptation.rebound, {"x": 0.5, "gain": 0.8}, {"gain": [-0.1, 1.1]}),
]

# These take or return something else than arrays that broadcast; their own tests say what.
OTHERS = {
    adaptation.filtered,
    adaptation.opponent_response,
    adaptation.signed_area,
    tapering.dose_at,
    tapering.hyperbolic_taper,
    tapering.linear_taper,
    tapering.taper_doses,
}
