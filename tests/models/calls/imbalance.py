"""Legal and illegal calls of the models of lesson 2."""

from course.models import fitting, receptor_theory
from tests.contract import Call

OPERATIONAL = {"em": 100.0, "ka": 1.0, "tau": 3.0, "n": 1.5, "b": 2.0, "kb": 0.5}
BAD_OPERATIONAL = {
    "em": [-1],
    "ka": [0, -1],
    "tau": [-1],
    "n": [0, -1],
    "b": [-1],
    "kb": [0, -1],
}


def pick(names: str, values: dict) -> dict:
    """Return a part of a dictionary, by names with blanks between."""
    return {name: values[name] for name in names.split()}


EC50 = "ka tau n b kb"
GADDUM = "ka n b kb"

CALLS = [
    Call(
        receptor_theory.operational_response,
        {"a": 1.0, "tau_b": 0.3, **OPERATIONAL},
        {"a": [-1], "tau_b": [-1], **BAD_OPERATIONAL},
    ),
    Call(
        receptor_theory.operational_emax,
        pick("em tau n", OPERATIONAL),
        pick("em tau n", BAD_OPERATIONAL),
    ),
    Call(receptor_theory.operational_ec50, pick(EC50, OPERATIONAL), pick(EC50, BAD_OPERATIONAL)),
    Call(
        receptor_theory.agonist_for_response,
        {"response": 30.0, **OPERATIONAL},
        {"response": [-1, 100, 1000], **BAD_OPERATIONAL, "em": [0, -1]},
    ),
    Call(
        receptor_theory.gaddum_response,
        {"a": 1.0, **pick(GADDUM, OPERATIONAL)},
        {"a": [-1], **pick(GADDUM, BAD_OPERATIONAL)},
    ),
    Call(receptor_theory.dose_ratio, pick("b kb", OPERATIONAL), pick("b kb", BAD_OPERATIONAL)),
    Call(receptor_theory.kb_from_pa2, {"pa2": 8.66}),
]

# These take or return something else than arrays that broadcast; their own tests say what.
OTHERS = {
    fitting.fit_emax,
    fitting.fit_line,
    fitting.interval,
    receptor_theory.schild_fit,
}
