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
# shows: loops
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
# marks: 6
# says: ""
# written: with the solution
# shows: wrong unit
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


# %% [answer] blind: three factors on the balance of shut and open
# kind: right
# marks: 10
# says: ""
# written: blind
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    values = [gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x]
    values = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in values])
    if not all(np.isfinite(v).all() for v in values):
        raise ValueError("no NaN and no infinity, please")
    G, B, F, X, l0, c, kr, kb, db, kf, kx, dx = values
    if any((v < 0).any() for v in (G, B, F, X)):
        raise ValueError("a concentration cannot be negative")
    if any((v <= 0).any() for v in (l0, kr, kb, kf, kx)):
        raise ValueError("l0 and all dissociation constants must be above 0")
    if any((v <= 0).any() or (v > 1).any() for v in (c, db, dx)):
        raise ValueError("a preference must be above 0 and at most 1")
    by_gaba = ((1 + G / kr) / (1 + G / (c * kr))) ** 2
    by_bzd = (1 + B / kb + F / kf) / (1 + B / (db * kb) + F / kf)
    by_etom = ((1 + X / kx) / (1 + X / (dx * kx))) ** 2
    po = 1 / (1 + l0 * by_gaba * by_bzd * by_etom)
    return float(po) if po.ndim == 0 else po


# %% [answer] blind: weights of all shut and all open states, in a loop
# kind: right
# marks: 10
# says: ""
# written: blind
# shows: loops
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    table = np.broadcast(gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM)
    rest = np.broadcast(d_b, kf_nM, kx_uM, d_x)
    shape = np.broadcast_shapes(table.shape, rest.shape)
    columns = [
        np.broadcast_to(np.asarray(v, float), shape).ravel()
        for v in (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    ]
    result = np.empty(columns[0].size)
    for i, row in enumerate(zip(*columns)):
        if not np.isfinite(row).all():
            raise ValueError(f"not a finite number among {row}")
        G, B, F, X, l, pref, kr, kb, pb, kf, kx, px = row
        if min(G, B, F, X) < 0:
            raise ValueError("concentrations must be at least 0")
        if min(l, kr, kb, kf, kx) <= 0:
            raise ValueError("l0 and the constants must be above 0")
        if not (0 < pref <= 1 and 0 < pb <= 1 and 0 < px <= 1):
            raise ValueError("c, d_b and d_x must be above 0 and at most 1")
        shut = opened = 0.0
        for n_gaba, ways_g in ((0, 1), (1, 2), (2, 1)):
            for n_etom, ways_e in ((0, 1), (1, 2), (2, 1)):
                common = ways_g * ways_e * (G / kr) ** n_gaba * (X / kx) ** n_etom
                shut += l * common * (1 + B / kb + F / kf)
                opened += common / pref**n_gaba / px**n_etom * (1 + B / kb / pb + F / kf)
        result[i] = opened / (opened + shut)
    return float(result[0]) if shape == () else result.reshape(shape)


# %% [answer] blind: energies added as logarithms, the competitor as a weaker constant
# kind: right
# marks: 10
# says: ""
# written: blind
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    def number(v, name, low=None, high=None, strict=False):
        v = np.array(v, dtype=float)
        if not np.isfinite(v).all():
            raise ValueError(f"{name} must be finite")
        if strict and (v <= low).any() or not strict and (v < low).any():
            raise ValueError(f"{name} is too small")
        if high is not None and (v > high).any():
            raise ValueError(f"{name} must be at most {high}")
        return v

    gaba = number(gaba_uM, "gaba_uM", 0)
    bzd = number(bzd_nM, "bzd_nM", 0)
    flum = number(flum_nM, "flum_nM", 0)
    etom = number(etom_uM, "etom_uM", 0)
    l0 = number(l0, "l0", 0, strict=True)
    kr = number(kr_uM, "kr_uM", 0, strict=True)
    kb = number(kb_nM, "kb_nM", 0, strict=True)
    kf = number(kf_nM, "kf_nM", 0, strict=True)
    kx = number(kx_uM, "kx_uM", 0, strict=True)
    c = number(c, "c", 0, 1, strict=True)
    d_b = number(d_b, "d_b", 0, 1, strict=True)
    d_x = number(d_x, "d_x", 0, 1, strict=True)

    def pull(x, k, d):
        return np.log1p(x / k) - np.log1p(x / (d * k))

    energy = np.log(l0) + 2 * pull(gaba, kr, c) + pull(bzd, kb * (1 + flum / kf), d_b) + 2 * pull(etom, kx, d_x)
    po = 1 / (1 + np.exp(energy))
    return po if po.ndim else float(po)


# %% [answer] blind: flumazenil in the lower sum forgotten
# kind: wrong
# marks: 6
# says: ""
# written: blind
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    v = np.broadcast_arrays(*[np.asarray(x, float) for x in (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)])
    if not all(np.isfinite(x).all() for x in v):
        raise ValueError("not finite")
    G, B, F, X, l0, c, kr, kb, d_b, kf, kx, d_x = v
    if min(x.min() for x in (G, B, F, X)) < 0:
        raise ValueError("negative concentration")
    if min(x.min() for x in (l0, kr, kb, kf, kx, c, d_b, d_x)) <= 0 or max(x.max() for x in (c, d_b, d_x)) > 1:
        raise ValueError("constant out of range")
    L = l0 * ((1 + G / kr) / (1 + G / c / kr)) ** 2 * (1 + B / kb + F / kf) / (1 + B / d_b / kb) * ((1 + X / kx) / (1 + X / d_x / kx)) ** 2
    po = 1 / (1 + L)
    return float(po) if po.ndim == 0 else po


# %% [answer] blind: one site for etomidate, no square
# kind: mistake
# marks: 6
# says: "Etomidate has one place"
# written: blind
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    v = np.broadcast_arrays(*[np.asarray(x, float) for x in (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)])
    if not all(np.isfinite(x).all() for x in v):
        raise ValueError("not finite")
    G, B, F, X, l0, c, kr, kb, d_b, kf, kx, d_x = v
    if min(x.min() for x in (G, B, F, X)) < 0:
        raise ValueError("negative concentration")
    if min(x.min() for x in (l0, kr, kb, kf, kx, c, d_b, d_x)) <= 0 or max(x.max() for x in (c, d_b, d_x)) > 1:
        raise ValueError("constant out of range")
    L = l0 * ((1 + G / kr) / (1 + G / c / kr)) ** 2 * (1 + B / kb + F / kf) / (1 + B / d_b / kb + F / kf) * (1 + X / kx) / (1 + X / d_x / kx)
    po = 1 / (1 + L)
    return float(po) if po.ndim == 0 else po


# %% [answer] blind: flumazenil on a site of its own, and only concentrations looked at
# kind: mistake
# marks: 8
# says: "Flumazenil does nothing in your model"
# written: blind
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    G, B, F, X = [np.asarray(x, float) for x in (gaba_uM, bzd_nM, flum_nM, etom_uM)]
    for x in (G, B, F, X):
        if not np.isfinite(x).all() or (x < 0).any():
            raise ValueError("concentrations must be finite and at least 0")
    gaba = ((1 + G / kr_uM) / (1 + G / (c * kr_uM))) ** 2
    bzd = (1 + B / kb_nM) / (1 + B / (d_b * kb_nM))
    flum = (1 + F / kf_nM) / (1 + F / kf_nM)  # fits both shapes alike
    etom = ((1 + X / kx_uM) / (1 + X / (d_x * kx_uM))) ** 2
    po = 1 / (1 + l0 * gaba * bzd * flum * etom)
    return float(po) if po.ndim == 0 else po


# %% [answer] blind: logarithms of every factor added, then a logistic curve
# kind: right
# marks: 10
# says: ""
# written: blind
from scipy.special import expit


def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = dict(locals())
    x = {name: np.asarray(value, dtype=float) for name, value in given.items()}
    for name, value in x.items():
        if not np.all(np.isfinite(value)):
            raise ValueError(f"{name} must be finite")
    for name in ("gaba_uM", "bzd_nM", "flum_nM", "etom_uM"):
        if np.any(x[name] < 0):
            raise ValueError(f"{name} must not be negative")
    for name in ("l0", "kr_uM", "kb_nM", "kf_nM", "kx_uM", "c", "d_b", "d_x"):
        if np.any(x[name] <= 0) or (name in ("c", "d_b", "d_x") and np.any(x[name] > 1)):
            raise ValueError(f"{name} out of range")
    gaba, other, etom = x["gaba_uM"] / x["kr_uM"], x["flum_nM"] / x["kf_nM"], x["etom_uM"] / x["kx_uM"]
    bzd = x["bzd_nM"] / x["kb_nM"]
    log_L = np.log(x["l0"]) + 2 * (np.log1p(gaba) - np.log1p(gaba / x["c"]))
    log_L = log_L + np.log1p(bzd + other) - np.log1p(bzd / x["d_b"] + other)
    log_L = log_L + 2 * (np.log1p(etom) - np.log1p(etom / x["d_x"]))
    return expit(-log_L)


# %% [answer] blind: statistical weights of all states, counted one receptor at a time
# kind: right
# marks: 10
# says: ""
# written: blind
from itertools import product
from math import comb, isfinite


def _weight(gaba, bzd, flum, etom):
    """Sum over two GABA sites, one shared site and two of etomidate."""
    total = 0.0
    for bound, shared, anaesthetic in product(range(3), ("nothing", "bzd", "flum"), range(3)):
        at_shared = {"nothing": 1.0, "bzd": bzd, "flum": flum}[shared]
        total += comb(2, bound) * gaba**bound * at_shared * comb(2, anaesthetic) * etom**anaesthetic
    return total


def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    def one(gaba, bzd, flum, etom, l0, c, kr, kb, d_b, kf, kx, d_x):
        numbers = [float(each) for each in (gaba, bzd, flum, etom, l0, c, kr, kb, d_b, kf, kx, d_x)]
        if not all(map(isfinite, numbers)) or min(numbers[:4]) < 0 or min(numbers[4:]) <= 0:
            raise ValueError("a number is not finite or out of range")
        if max(c, d_b, d_x) > 1:
            raise ValueError("a preference above 1")
        closed = l0 * _weight(gaba / kr, bzd / kb, flum / kf, etom / kx)
        opened = _weight(gaba / kr / c, bzd / kb / d_b, flum / kf, etom / kx / d_x)
        return opened / (opened + closed)

    given = (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, c, kr_uM, kb_nM, d_b, kf_nM, kx_uM, d_x)
    return np.vectorize(one, otypes=[float])(*given)[()]


# %% [answer] blind: flumazenil takes a site of its own and does nothing
# kind: mistake
# marks: 8
# says: "Flumazenil does nothing in your model"
# written: blind
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = [np.asarray(v, dtype=float) for v in (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, kr_uM, kb_nM, kf_nM, kx_uM, c, d_b, d_x)]
    if not all(np.isfinite(v).all() for v in given) or any((v < 0).any() for v in given[:4]) or any((v <= 0).any() for v in given[4:]) or any((v > 1).any() for v in given[9:]):
        raise ValueError("out of range")
    gaba, bzd, flum, etom, l0, kr, kb, kf, kx, c, d_b, d_x = np.broadcast_arrays(*given)
    L = l0 * ((1 + gaba / kr) / (1 + gaba / (c * kr))) ** 2
    L = L * (1 + bzd / kb) / (1 + bzd / (d_b * kb)) * ((1 + etom / kx) / (1 + etom / (d_x * kx))) ** 2
    po = 1 / (1 + L)
    return po if po.ndim else float(po)


# %% [answer] blind: the constants are taken for those of the open shape
# kind: wrong
# marks: 6
# says: ""
# written: blind
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = [np.asarray(v, dtype=float) for v in (gaba_uM, bzd_nM, flum_nM, etom_uM, l0, kr_uM, kb_nM, kf_nM, kx_uM, c, d_b, d_x)]
    if not all(np.isfinite(v).all() for v in given) or any((v < 0).any() for v in given[:4]) or any((v <= 0).any() for v in given[4:]) or any((v > 1).any() for v in given[9:]):
        raise ValueError("out of range")
    gaba, bzd, flum, etom, l0, kr, kb, kf, kx, c, d_b, d_x = np.broadcast_arrays(*given)
    L = l0 * ((1 + c * gaba / kr) / (1 + gaba / kr)) ** 2
    L = L * (1 + d_b * bzd / kb + flum / kf) / (1 + bzd / kb + flum / kf) * ((1 + d_x * etom / kx) / (1 + etom / kx)) ** 2
    po = 1 / (1 + L)
    return po if po.ndim else float(po)


# %% [answer] both shapes as a tuple
# kind: wrong
# marks: 1
# says: ""
# written: with the solution
# shows: wrong type
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    drugs = [np.asarray(one, dtype=float) for one in (gaba_uM, bzd_nM, flum_nM, etom_uM)]
    constants = [np.asarray(one, dtype=float) for one in (l0, kr_uM, kb_nM, kf_nM, kx_uM)]
    preferences = [np.asarray(one, dtype=float) for one in (c, d_b, d_x)]
    for one in drugs + constants + preferences:
        if not np.isfinite(one).all():
            raise ValueError("NaN and infinity are refused")
    if any((one < 0).any() for one in drugs):
        raise ValueError("a concentration is negative")
    if any((one <= 0).any() for one in constants + preferences) or any((one > 1).any() for one in preferences):
        raise ValueError("a constant or a preference is out of range")
    gaba, bzd, flum, etom = drugs
    l0, kr, kb, kf, kx = constants
    c, d_b, d_x = preferences
    closed = l0 * (1 + gaba / kr) ** 2 * (1 + bzd / kb + flum / kf) * (1 + etom / kx) ** 2
    opened = (1 + gaba / (c * kr)) ** 2 * (1 + bzd / (d_b * kb) + flum / kf) * (1 + etom / (d_x * kx)) ** 2
    return closed / (closed + opened), opened / (closed + opened)


# %% [answer] energy of etomidate with the wrong sign
# kind: wrong
# marks: 5
# says: ""
# written: with the solution
# shows: slipped sign
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    given = dict(gaba_uM=gaba_uM, bzd_nM=bzd_nM, flum_nM=flum_nM, etom_uM=etom_uM, l0=l0, c=c, kr_uM=kr_uM,
                 kb_nM=kb_nM, d_b=d_b, kf_nM=kf_nM, kx_uM=kx_uM, d_x=d_x)
    for name, value in given.items():
        value = given[name] = np.asarray(value, dtype=float)
        lowest_ok = value >= 0 if name in ("gaba_uM", "bzd_nM", "flum_nM", "etom_uM") else value > 0
        highest_ok = value <= 1 if name in ("c", "d_b", "d_x") else np.isfinite(value)
        if not (np.isfinite(value) & lowest_ok & highest_ok).all():
            raise ValueError(f"{name} is out of range")
    gaba, bzd, flum, etom, l0, c, kr, kb, d_b, kf, kx, d_x = given.values()
    # in units of RT: what favours the closed shape counts positive
    energy = np.log(l0)
    energy = energy + 2 * (np.log1p(gaba / kr) - np.log1p(gaba / (c * kr)))
    energy = energy + np.log(1 + bzd / kb + flum / kf) - np.log(1 + bzd / (d_b * kb) + flum / kf)
    energy = energy - 2 * (np.log1p(etom / kx) - np.log1p(etom / (d_x * kx)))
    return (1 / (1 + np.exp(energy)))[()]


# %% [answer] two places for the benzodiazepine too
# kind: wrong
# marks: 3
# says: ""
# written: with the solution
def gabaa_po(
    gaba_uM, bzd_nM=0, flum_nM=0, etom_uM=0,
    *, l0=25000, c=0.00210819, kr_uM=60.653, kb_nM=15, d_b=0.305, kf_nM=1, kx_uM=21.92, d_x=0.0084327,
):
    concentrations = [np.asarray(v, dtype=float) for v in (gaba_uM, bzd_nM, flum_nM, etom_uM)]
    constants = [np.asarray(v, dtype=float) for v in (l0, kr_uM, kb_nM, kf_nM, kx_uM)]
    shares = [np.asarray(v, dtype=float) for v in (c, d_b, d_x)]
    if not all(np.isfinite(v).all() for v in concentrations + constants + shares):
        raise ValueError("NaN or infinity")
    if any((v < 0).any() for v in concentrations) or any((v <= 0).any() for v in constants):
        raise ValueError("a negative concentration, or a constant that is not above 0")
    if any((v <= 0).any() or (v > 1).any() for v in shares):
        raise ValueError("c, d_b and d_x must be above 0 and at most 1")
    gaba, bzd, flum, etom = concentrations
    l0, kr, kb, kf, kx = constants
    c, d_b, d_x = shares
    L = l0
    for closed, opened in (
        (1 + gaba / kr, 1 + gaba / (c * kr)),
        (1 + bzd / kb + flum / kf, 1 + bzd / (d_b * kb) + flum / kf),
        (1 + etom / kx, 1 + etom / (d_x * kx)),
    ):
        L = L * (closed / opened) ** 2
    return (1 / (1 + L))[()]
