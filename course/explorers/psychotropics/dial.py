"""Dial: what a benzodiazepine can and cannot do to a GABA-A receptor (W3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.declaration import (
    Axis,
    Challenge,
    Control,
    Explorer,
    Line,
    Panel,
    Points,
    Prediction,
    Settings,
)
from course.explorers.style import BLUE, GREY, HERE, ORANGE
from course.explorers.words import plain, three
from course.models.allostery import GabaAReceptor
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_CARD = card("gaba_a_allostery")
_RECEPTOR = GabaAReceptor.suggested()
_GABA_uM = np.geomspace(0.1, 1000, 201)
_ENDLESS_nM = 1e15  # so much diazepam that more, or any flumazenil, makes no difference
_MULTIPLES = np.geomspace(0.01, 1000, 201)


@dataclass(frozen=True, eq=False)
class Dial:
    """Open receptors at every amount of GABA, and at every dose of two drugs."""

    gaba_uM: Array
    undrugged_pct: Array
    open_pct: Array
    here_uM: float
    here_pct: float
    undrugged_here_pct: float
    multiples: Array
    by_diazepam_pct: Array
    by_etomidate_pct: Array
    diazepam_here: float
    ceiling_pct: float


def turn(gaba_uM: float, bzd_nM: float, etom_uM: float, flum_nM: float) -> Dial:
    """Open receptors by GABA with three drugs, and vary GABA and each of two drugs."""

    def opened_pct(gaba: Array | float, bzd: Array | float, etom: Array | float) -> Array:
        return 100 * np.asarray(_RECEPTOR.open_probability(gaba, bzd, flum_nM, etom))

    bzd_scale, etom_scale = _RECEPTOR.benzodiazepine.k, _RECEPTOR.etomidate.k
    return Dial(
        gaba_uM=_GABA_uM,
        undrugged_pct=100 * np.asarray(_RECEPTOR.open_probability(_GABA_uM)),
        open_pct=opened_pct(_GABA_uM, bzd_nM, etom_uM),
        here_uM=gaba_uM,
        here_pct=float(opened_pct(gaba_uM, bzd_nM, etom_uM)),
        undrugged_here_pct=100 * float(_RECEPTOR.open_probability(gaba_uM)),
        multiples=_MULTIPLES,
        by_diazepam_pct=opened_pct(gaba_uM, _MULTIPLES * bzd_scale, etom_uM),
        by_etomidate_pct=opened_pct(gaba_uM, bzd_nM, _MULTIPLES * etom_scale),
        diazepam_here=float(np.clip(bzd_nM / bzd_scale, _MULTIPLES[0], _MULTIPLES[-1])),
        ceiling_pct=float(opened_pct(gaba_uM, _ENDLESS_nM, etom_uM)),
    )


def _in_words(settings: Settings, r: Dial) -> str:
    drugs = [
        f"{plain(settings[name])} {unit} {drug}"
        for name, unit, drug in (
            ("bzd_nM", "nM", "diazepam"),
            ("etom_uM", "µM", "etomidate"),
            ("flum_nM", "nM", "flumazenil"),
        )
        if settings[name]
    ]
    given = f"At {plain(r.here_uM)} µM GABA {three(r.undrugged_here_pct)} % of the receptors open"
    if not drugs:
        return f"{given}. Diazepam at any dose would make it {three(r.ceiling_pct)} %, not more."
    more = "More diazepam" if settings["bzd_nM"] else "Diazepam"
    return (
        f"{given}; with {' and '.join(drugs)} it is {three(r.here_pct)} %, "
        f"{three(r.here_pct / r.undrugged_here_pct)} times as many. {more} can bring it to "
        f"{three(r.ceiling_pct)} %, and there it ends."
    )


def _added_pct() -> float:
    """Return what 200 nM diazepam adds at 2 µM GABA."""
    without, with_drug = np.asarray(_RECEPTOR.open_probability(2, bzd_nM=[0, 200]))
    return 100 * float(with_drug - without)


DIAL = Explorer(
    name="dial",
    title="Dial: a drug with a ceiling",
    model=turn,
    controls=(
        Control("gaba_uM", "GABA", "µM", 0.1, 1000, start=2, step=0.02, scale="log"),
        Control("bzd_nM", "Diazepam", "nM", 0, 1000, start=100, step=5),
        Control("etom_uM", "Etomidate, an anaesthetic", "µM", 0, 40, start=0, step=0.2),
        Control("flum_nM", "Flumazenil, the antidote", "nM", 0, 1000, start=0, step=5),
    ),
    panels=(
        Panel(
            "Receptors open, for every GABA",
            Axis(
                "Concentration of GABA", 0.1, 1000, "µM", scale="log", ticks=(0.1, 1, 10, 100, 1000)
            ),
            Axis("Receptors open", 0, 100, "%"),
            (
                Line("gaba_uM", "undrugged_pct", "no drug", GREY, held=False),
                Line("gaba_uM", "open_pct", "with drugs", BLUE),
                Points("here_uM", "here_pct", "here", HERE),
            ),
        ),
        Panel(
            "The same GABA, more of one drug",
            Axis(
                "Dose, in multiples of the drug's K",
                0.01,
                1000,
                scale="log",
                ticks=(0.01, 0.1, 1, 10, 100, 1000),
            ),
            Axis("Receptors open", 0.01, 100, "%", scale="log", ticks=(0.01, 0.1, 1, 10, 100)),
            (
                Line("multiples", "by_etomidate_pct", "etomidate", ORANGE, held=False),
                Line("multiples", "by_diazepam_pct", "diazepam", BLUE),
                Points("diazepam_here", "here_pct", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "No drug": {"bzd_nM": 0},
        "Much diazepam": {"bzd_nM": 1000},
        "Diazepam and no GABA to speak of": {"gaba_uM": 0.1, "bzd_nM": 1000},
        "Diazepam, then its antidote": {"flum_nM": 1000},
    },
    challenges=(
        Challenge(
            "Keep GABA at 2 µM. Open 10 % of the receptors.",
            lambda s, r: s["gaba_uM"] == 2 and r.here_pct >= 10,
            "Diazepam has a ceiling, for it merely helps GABA; a drug that opens the receptor "
            "itself has none. So one overdose taken alone is rarely fatal and the other is: and "
            "any second depressant, alcohol or an opioid, takes the ceiling away.",
        ),
        Challenge(
            "Keep GABA at 2 µM, give 200 nM diazepam and no etomidate. Take away nine tenths of "
            "what diazepam added.",
            lambda s, r: (
                s["gaba_uM"] == 2
                and s["bzd_nM"] == 200
                and s["etom_uM"] == 0
                and r.here_pct <= r.undrugged_here_pct + 0.1 * _added_pct()
            ),
            "Flumazenil opens and shuts nothing. It sits in diazepam's place, and so more "
            "diazepam would need more of it.",
        ),
    ),
    constants=tuple(
        _CARD[name]
        for name in ("gaba_ec50_uM", "gaba_maximum", "l0", "kb_nM", "d_b", "kf_nM", "kx_uM", "d_x")
    ),
    code="""
import numpy as np
from course.models.allostery import GabaAReceptor

receptor = GabaAReceptor.suggested()
drugs = dict(bzd_nM=$bzd_nM, flum_nM=$flum_nM, etom_uM=$etom_uM)
gaba_uM = np.geomspace(0.1, 1000, 201)
undrugged_pct = 100 * receptor.open_probability(gaba_uM)
open_pct = 100 * receptor.open_probability(gaba_uM, **drugs)
here_pct = 100 * receptor.open_probability($gaba_uM, **drugs)

multiples = np.geomspace(0.01, 1000, 201)
diazepam = dict(drugs, bzd_nM=multiples * receptor.benzodiazepine.k)
etomidate = dict(drugs, etom_uM=multiples * receptor.etomidate.k)
by_diazepam_pct = 100 * receptor.open_probability($gaba_uM, **diazepam)
by_etomidate_pct = 100 * receptor.open_probability($gaba_uM, **etomidate)
diazepam_here = np.clip($bzd_nM / receptor.benzodiazepine.k, 0.01, 1000)
""",
    prediction=Prediction(
        "how many times as many receptors diazepam can open at 2 µM GABA, if the dose does not "
        "matter",
        lambda r: r.ceiling_pct / r.undrugged_here_pct,
    ),
)
