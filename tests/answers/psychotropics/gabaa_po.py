# %% [answer] three factors
# kind: right
# marks: 10
# says: ""
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    arrays = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given))
    if not all(np.isfinite(one).all() for one in arrays):
        raise ValueError("finite numbers only")
    G, B, F, X, l0, c, kr, kb, db, kf, kx, dx = arrays
    if any((one < 0).any() for one in (G, B, F, X)):
        raise ValueError("concentrations must be at least 0")
    if any((one <= 0).any() for one in (l0, c, kr, kb, db, kf, kx, dx)):
        raise ValueError("constants must be above 0")
    if any((one > 1).any() for one in (c, db, dx)):
        raise ValueError("preferences must be at most 1")
    L = l0 * ((1 + G / kr) / (1 + G / (c * kr))) ** 2
    L = L * (1 + B / kb + F / kf) / (1 + B / (db * kb) + F / kf)
    L = L * ((1 + X / kx) / (1 + X / (dx * kx))) ** 2
    return (1 / (1 + L))[()]


# %% [answer] weights of the states, in a loop
# kind: right
# marks: 10
# says: ""
# written: with the solution
import math


def _po(G, B, F, X, l0, c, kr, kb, db, kf, kx, dx):
    if not all(math.isfinite(one) for one in (G, B, F, X, l0, c, kr, kb, db, kf, kx, dx)):
        raise ValueError("NaN or infinity")
    if min(G, B, F, X) < 0 or min(l0, kr, kb, kf, kx) <= 0 or not (0 < c <= 1 and 0 < db <= 1 and 0 < dx <= 1):
        raise ValueError("outside the range of the docstring")
    shut = l0 * (1 + G / kr) ** 2 * (1 + B / kb + F / kf) * (1 + X / kx) ** 2
    opened = (1 + G / kr / c) ** 2 * (1 + B / kb / db + F / kf) * (1 + X / kx / dx) ** 2
    return opened / (opened + shut)


def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    cases = np.broadcast(gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    answers = [_po(*(float(one) for one in case)) for case in cases]
    return answers[0] if cases.shape == () else np.reshape(answers, cases.shape)


# %% [answer] energies added
# kind: right
# marks: 10
# says: ""
# written: with the solution
from scipy.special import expit


def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    amounts = [np.asarray(one, dtype=float) for one in (gaba_uM, bzd_nM, flum_nM, etom_uM)]
    constants = [np.asarray(one, dtype=float) for one in (l0, kr_uM, kb_nM, kf_nM, kx_uM)]
    preferences = [np.asarray(one, dtype=float) for one in (c, d_b, d_x)]
    for one in amounts + constants + preferences:
        if not np.all(np.isfinite(one)):
            raise ValueError("finite numbers only")
    if any(np.any(one < 0) for one in amounts) or any(np.any(one <= 0) for one in constants + preferences):
        raise ValueError("concentrations from 0, constants above 0")
    if any(np.any(one > 1) for one in preferences):
        raise ValueError("preferences up to 1")
    (G, B, F, X), (l0, kr, kb, kf, kx), (c, db, dx) = amounts, constants, preferences
    energy = np.log(l0) + 2 * (np.log1p(G / kr) - np.log1p(G / (c * kr)))
    energy = energy + np.log1p(B / kb + F / kf) - np.log1p(B / (db * kb) + F / kf)
    energy = energy + 2 * (np.log1p(X / kx) - np.log1p(X / (dx * kx)))
    po = expit(-energy)
    return po if np.ndim(po) else float(po)


# %% [answer] benzodiazepine counted as GABA
# kind: mistake
# marks: 4
# says: "although there is no GABA"
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    G, B, F, X, l0, c, kr, kb, db, kf, kx, dx = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given))
    if any((one < 0).any() for one in (G, B, F, X)):
        raise ValueError("concentrations must be at least 0")
    G = G + 20 * B / (B + kb * (1 + F / kf))
    L = l0 * ((1 + G / kr) / (1 + G / (c * kr))) ** 2 * ((1 + X / kx) / (1 + X / (dx * kx))) ** 2
    return (1 / (1 + L))[()]


# %% [answer] benzodiazepine that only tightens binding
# kind: mistake
# marks: 7
# says: "makes GABA bind more tightly and does no more"
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    arrays = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given))
    if not all(np.isfinite(one).all() for one in arrays):
        raise ValueError("finite numbers only")
    G, B, F, X, l0, c, kr, kb, db, kf, kx, dx = arrays
    if any((one < 0).any() for one in (G, B, F, X)) or any((one <= 0).any() for one in arrays[4:]) or any((one > 1).any() for one in (c, db, dx)):
        raise ValueError("out of range")
    kr = kr * (1 + B / kb + F / kf) / (1 + B / (db * kb) + F / kf)
    L = l0 * ((1 + G / kr) / (1 + G / (c * kr))) ** 2 * ((1 + X / kx) / (1 + X / (dx * kx))) ** 2
    return (1 / (1 + L))[()]


# %% [answer] flumazenil left out
# kind: mistake
# marks: 8
# says: "Flumazenil does nothing in your model"
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    arrays = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given))
    if not all(np.isfinite(one).all() for one in arrays):
        raise ValueError("finite numbers only")
    G, B, F, X, l0, c, kr, kb, db, kf, kx, dx = arrays
    if any((one < 0).any() for one in (G, B, F, X)) or any((one <= 0).any() for one in arrays[4:]) or any((one > 1).any() for one in (c, db, dx)):
        raise ValueError("out of range")
    L = l0 * ((1 + G / kr) / (1 + G / (c * kr))) ** 2 * (1 + B / kb) / (1 + B / (db * kb)) * ((1 + X / kx) / (1 + X / (dx * kx))) ** 2
    return (1 / (1 + L))[()]


# %% [answer] open and shut exchanged
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    arrays = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given))
    if not all(np.isfinite(one).all() for one in arrays):
        raise ValueError("finite numbers only")
    G, B, F, X, l0, c, kr, kb, db, kf, kx, dx = arrays
    if any((one < 0).any() for one in (G, B, F, X)) or any((one <= 0).any() for one in arrays[4:]) or any((one > 1).any() for one in (c, db, dx)):
        raise ValueError("out of range")
    L = l0 * ((1 + G / kr) / (1 + G / (c * kr))) ** 2 * (1 + B / kb + F / kf) / (1 + B / (db * kb) + F / kf) * ((1 + X / kx) / (1 + X / (dx * kx))) ** 2
    return (L / (1 + L))[()]


# %% [answer] one site for everybody
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    arrays = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given))
    if not all(np.isfinite(one).all() for one in arrays):
        raise ValueError("finite numbers only")
    G, B, F, X, l0, c, kr, kb, db, kf, kx, dx = arrays
    if any((one < 0).any() for one in (G, B, F, X)) or any((one <= 0).any() for one in arrays[4:]) or any((one > 1).any() for one in (c, db, dx)):
        raise ValueError("out of range")
    L = l0 * (1 + G / kr) / (1 + G / (c * kr)) * (1 + B / kb + F / kf) / (1 + B / (db * kb) + F / kf) * (1 + X / kx) / (1 + X / (dx * kx))
    return (1 / (1 + L))[()]


# %% [answer] nanomolar taken for micromolar
# kind: wrong
# marks: 7
# says: ""
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    arrays = np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given))
    if not all(np.isfinite(one).all() for one in arrays):
        raise ValueError("finite numbers only")
    G, B, F, X, l0, c, kr, kb, db, kf, kx, dx = arrays
    if any((one < 0).any() for one in (G, B, F, X)) or any((one <= 0).any() for one in arrays[4:]) or any((one > 1).any() for one in (c, db, dx)):
        raise ValueError("out of range")
    B, F = B / 1000, F / 1000
    L = l0 * ((1 + G / kr) / (1 + G / (c * kr))) ** 2 * (1 + B / kb + F / kf) / (1 + B / (db * kb) + F / kf) * ((1 + X / kx) / (1 + X / (dx * kx))) ** 2
    return (1 / (1 + L))[()]


# %% [answer] as released
# kind: empty
# marks: 0
# says: ""
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    # YOUR CODE HERE
    raise NotImplementedError()
