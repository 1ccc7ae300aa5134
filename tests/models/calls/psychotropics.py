"""Legal and illegal calls of the models of lesson 3 that are not pharmacokinetics."""

from course.models import adaptation
from tests.contract import Call

CALLS = [
    Call(adaptation.rebound, {"x": 0.5, "gain": 0.8}, {"gain": [-0.1, 1.1]}),
]

# These take or return something else than arrays that broadcast; their own tests say what.
OTHERS = {
    adaptation.filtered,
    adaptation.opponent_response,
    adaptation.signed_area,
}
