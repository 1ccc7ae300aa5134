r"""The GABA-A receptor as two shapes, and every drug as a preference (M3.6).

After Monod, Wyman and Changeux: the receptor is closed or open, :math:`L` closed for each open.
Whatever binds the open shape more tightly opens it:

.. math::

    P_o = \frac{1}{1 + L}, \qquad
    L = L_0 \Lambda \left[\frac{1 + G/K_R}{1 + G/(c K_R)}\right]^2

:math:`K` is a ligand's dissociation constant of the closed shape, :math:`c` (or :math:`d`) that of
the open one over it. Each modulator brings a factor of its own, and the factors multiply: their
energies add. Benzodiazepines and flumazenil compete for one site,

.. math:: \Lambda_B = \frac{1 + B/K_B + F/K_F}{1 + B/(d_B K_B) + F/(d_F K_F)}

and etomidate or a barbiturate has two sites, :math:`\Lambda_X = [(1 + X/K_X)/(1 + X/(d_X K_X))]^2`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    COUNT,
    FRACTION_ABOVE_0,
    NON_NEGATIVE,
    POSITIVE,
    FloatArray,
    FloatOrArray,
    Interval,
    number,
    numbers,
    plain,
    scalar,
)
from course.models._objects import instance
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from course.models._ranges import Ranges

_J_PER_KCAL = 4184
_RT_KCAL = (
    card("physical_constants")["gas_constant_J_mol_K"].value
    * card("gaba_a_allostery")["temperature_K"].value
    / _J_PER_KCAL
)
_BETWEEN = Interval(low=0, high=1, open_low=True, open_high=True)


@dataclass(frozen=True, slots=True)
class Ligand:
    """What binds one kind of site of the receptor.

    Parameters
    ----------
    k
        Dissociation constant of the closed shape, above 0, any unit of concentration.
    ratio
        That of the open shape over it, above 0, at most 1; 1 binds without preference.
    sites
        Number of equal sites, a whole number of at least 1.

    Raises
    ------
    ValueError
        If a parameter is outside its range.

    Notes
    -----
    Source: card ``gaba_a_allostery``.

    Examples
    --------
    >>> Ligand(k=15, ratio=0.3).factor([0, 15, 1e9]).round(3)
    array([1.   , 0.462, 0.3  ])
    """

    k: float
    ratio: float
    sites: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "k", scalar("k", self.k, "", POSITIVE))
        object.__setattr__(self, "ratio", scalar("ratio", self.ratio, "", FRACTION_ABOVE_0))
        object.__setattr__(self, "sites", int(scalar("sites", self.sites, "", COUNT)))

    @property
    def saturated(self) -> float:
        r"""Factor on :math:`L` where all sites are taken: its ceiling.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> Ligand(1.0, 0.1, sites=2).saturated
        0.010000000000000002
        """
        return self.ratio**self.sites

    def factor(self, c: ArrayLike) -> FloatOrArray:
        r"""Return the factor on :math:`L` at a concentration of at least 0.

        .. math:: \left(\frac{1 + c / K}{1 + c / (\rho K)}\right)^n

        Parameters
        ----------
        c
            :math:`c`, concentration in the unit of ``k``, at least 0.

        Returns
        -------
        float or array
            A ratio, in the shape of ``c``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> Ligand(1.0, 0.1).factor([0, 1, 1e9]).round(3)
        array([1.   , 0.182, 0.1  ])
        """
        (concentration,) = numbers(c=(c, "in the unit of k", NON_NEGATIVE))
        return plain(_preference(concentration / self.k, self.ratio) ** self.sites)


@dataclass(frozen=True, slots=True)
class GabaAReceptor:
    """A GABA-A receptor with the drugs of the card ``gaba_a_allostery``.

    Parameters
    ----------
    l0
        Closed receptors for each open one, without any ligand, above 0.
    gaba
        GABA, or a partial agonist in its place, in µM.
    benzodiazepine, flumazenil
        Competitors for one site, in nM.
    etomidate
        Etomidate, or a barbiturate in its place, in µM.

    Raises
    ------
    ValueError
        If ``l0`` is not above 0.

    Notes
    -----
    Source: card ``gaba_a_allostery``.

    Examples
    --------
    >>> GabaAReceptor.suggested().open_probability(2, bzd_nM=[0, 1e6]).round(4)
    array([0.0103, 0.0329])
    """

    l0: float
    gaba: Ligand
    benzodiazepine: Ligand
    flumazenil: Ligand
    etomidate: Ligand

    def __post_init__(self) -> None:
        object.__setattr__(self, "l0", scalar("l0", self.l0, "", POSITIVE))
        for name in ("gaba", "benzodiazepine", "flumazenil", "etomidate"):
            instance(name, getattr(self, name), Ligand)

    @classmethod
    def suggested(cls) -> GabaAReceptor:
        """Return the receptor of the card ``gaba_a_allostery``.

        Returns
        -------
        GabaAReceptor

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> round(GabaAReceptor.suggested().ec50_uM(), 2)
        26.0
        """
        values = card("gaba_a_allostery")

        def ligand(k: str, ratio: str, sites: int) -> Ligand:
            return Ligand(values[k].value, values[ratio].value, sites)

        return cls(
            l0=values["l0"].value,
            gaba=ligand("kr_uM", "c", 2),
            benzodiazepine=ligand("kb_nM", "d_b", 1),
            flumazenil=ligand("kf_nM", "d_f", 1),
            etomidate=ligand("kx_uM", "d_x", 2),
        )

    @classmethod
    def ranges(cls) -> Ranges:
        """Return in which range each parameter means something, lowest and highest.

        Each is in the unit of its parameter, which stands in its name or in the card.

        Returns
        -------
        dict
            Lowest and highest value of each, by name.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> GabaAReceptor.ranges()["kb_nM"]
        (1.0, 100.0)
        """
        return {name: (value.low, value.high) for name, value in card("gaba_a_allostery").items()}

    def benzodiazepine_factor(self, bzd_nM: ArrayLike = 0, flum_nM: ArrayLike = 0) -> FloatOrArray:
        r"""Return :math:`\Lambda_B` of a benzodiazepine and flumazenil, which share one site.

        Parameters
        ----------
        bzd_nM
            Benzodiazepine (nM), at least 0.
        flum_nM
            Flumazenil (nM), at least 0.

        Returns
        -------
        float or array
            A ratio, in the broadcast shape of the arguments.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> receptor = GabaAReceptor.suggested()
        >>> receptor.benzodiazepine_factor([0, 100, 100], flum_nM=[0, 0, 1000]).round(3)
        array([1.   , 0.335, 0.985])
        """
        drug, antagonist = numbers(
            bzd_nM=(bzd_nM, "nM", NON_NEGATIVE), flum_nM=(flum_nM, "nM", NON_NEGATIVE)
        )
        b, f = drug / self.benzodiazepine.k, antagonist / self.flumazenil.k
        taken = 1 + b / self.benzodiazepine.ratio + f / self.flumazenil.ratio
        return plain((1 + b + f) / taken)

    def factor(
        self, bzd_nM: ArrayLike = 0, flum_nM: ArrayLike = 0, etom_uM: ArrayLike = 0
    ) -> FloatOrArray:
        r"""Return :math:`\Lambda`, the product of the factors of all modulators.

        .. math:: \Lambda = \Lambda_B \Lambda_E

        Parameters
        ----------
        bzd_nM
            Benzodiazepine (nM), at least 0.
        flum_nM
            Flumazenil (nM), at least 0.
        etom_uM
            Etomidate (µM), at least 0.

        Returns
        -------
        float or array
            A ratio, in the broadcast shape of the arguments.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> GabaAReceptor.suggested().factor()
        1.0
        """
        drug, antagonist, other = numbers(
            bzd_nM=(bzd_nM, "nM", NON_NEGATIVE),
            flum_nM=(flum_nM, "nM", NON_NEGATIVE),
            etom_uM=(etom_uM, "µM", NON_NEGATIVE),
        )
        shared = self.benzodiazepine_factor(drug, antagonist)
        return plain(np.multiply(shared, self.etomidate.factor(other)))

    def open_probability(
        self,
        gaba_uM: ArrayLike,
        bzd_nM: ArrayLike = 0,
        flum_nM: ArrayLike = 0,
        etom_uM: ArrayLike = 0,
    ) -> FloatOrArray:
        r"""Return :math:`P_o`, the fraction of receptors that is open.

        Parameters
        ----------
        gaba_uM
            GABA (µM), at least 0.
        bzd_nM, flum_nM
            A benzodiazepine and flumazenil (nM), at least 0.
        etom_uM
            Etomidate or a barbiturate (µM), at least 0.

        Returns
        -------
        float or array
            A probability, in the broadcast shape of the arguments.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        At equilibrium: no desensitisation. Source: card ``gaba_a_allostery``.

        Examples
        --------
        Without GABA a benzodiazepine opens next to nothing, etomidate does:

        >>> receptor = GabaAReceptor.suggested()
        >>> round(receptor.open_probability(0, bzd_nM=1e6), 5)
        0.00013
        >>> round(receptor.open_probability(0, etom_uM=1e6), 2)
        0.36
        """
        gaba, drug, antagonist, other = numbers(
            gaba_uM=(gaba_uM, "µM", NON_NEGATIVE),
            bzd_nM=(bzd_nM, "nM", NON_NEGATIVE),
            flum_nM=(flum_nM, "nM", NON_NEGATIVE),
            etom_uM=(etom_uM, "µM", NON_NEGATIVE),
        )
        closed = np.multiply(self.gaba.factor(gaba), self.factor(drug, antagonist, other))
        return plain(1 / (1 + self.l0 * closed))

    def maximum(self, factor: ArrayLike = 1) -> FloatOrArray:
        r"""Return the fraction open under saturating GABA, given :math:`\Lambda` of modulators.

        .. math:: \frac{1}{1 + L_0 \Lambda \Lambda_G(\infty)}

        Parameters
        ----------
        factor
            :math:`\Lambda` of the modulators, above 0.

        Returns
        -------
        float or array
            A fraction, in the shape of ``factor``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> GabaAReceptor.suggested().maximum([1, 0.305]).round(4)
        array([0.9   , 0.9672])
        """
        (modulated,) = numbers(factor=(factor, "", POSITIVE))
        return plain(1 / (1 + self.l0 * modulated * self.gaba.saturated))

    def spontaneous(self, factor: ArrayLike = 1) -> FloatOrArray:
        r"""Return the fraction open without GABA, given :math:`\Lambda` of modulators.

        .. math:: \frac{1}{1 + L_0 \Lambda}

        Parameters
        ----------
        factor
            :math:`\Lambda` of the modulators, above 0.

        Returns
        -------
        float or array
            A fraction, in the shape of ``factor``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> f"{GabaAReceptor.suggested().spontaneous():.0e}"
        '4e-05'
        """
        (modulated,) = numbers(factor=(factor, "", POSITIVE))
        return plain(1 / (1 + self.l0 * modulated))

    def ec50_uM(self, factor: ArrayLike = 1) -> FloatOrArray:
        r"""Return the GABA half-way between the responses at zero and at infinite GABA.

        At that point :math:`L = (q_0 + q_\infty)/(p_0 + p_\infty)`, with :math:`p` the open and
        :math:`q` the closed probabilities of the two ends; what GABA's factor must be follows,
        and from it :math:`G`.

        Parameters
        ----------
        factor
            :math:`\Lambda` of the modulators, above 0.

        Returns
        -------
        float or array
            Concentration (µM), in the shape of ``factor``.

        Raises
        ------
        ValueError
            If ``factor`` is not above 0, or GABA has no preference.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> GabaAReceptor.suggested().ec50_uM([1, 0.305]).round(2)
        array([26.  , 12.99])
        """
        (modulated,) = numbers(factor=(factor, "", POSITIVE))
        if self.gaba.ratio == 1:
            raise ValueError("gaba must prefer the open shape, ratio below 1, not 1.")
        return plain(self.gaba.k * _midpoint(self.l0 * modulated, self.gaba))

    def factor_for_shift(self, ec50_ratio: float) -> float:
        r"""Return the :math:`\Lambda` that divides the EC50 of GABA by a number.

        Parameters
        ----------
        ec50_ratio
            EC50 without modulator over that with it, above 0; below 1 for an inhibitor.

        Returns
        -------
        float
            :math:`\Lambda`; its energy is :func:`energy_kcal_mol`.

        Raises
        ------
        ValueError
            If no factor shifts the curve so far.

        Notes
        -----
        Source: card ``gaba_a_allostery``.

        Examples
        --------
        >>> round(GabaAReceptor.suggested().factor_for_shift(2), 4)
        0.3052
        """
        from scipy.optimize import brentq

        wanted = scalar("ec50_ratio", ec50_ratio, "", POSITIVE)
        now = self.ec50_uM()

        def missed(log_factor: float) -> float:
            return float(np.log(now / self.ec50_uM(np.exp(log_factor))) - np.log(wanted))

        low, high = -700.0, 700.0 - np.log(self.l0)
        if not missed(high) < 0 < missed(low):
            raise ValueError(
                f"ec50_ratio must be one that modulators can reach, not {ec50_ratio:g}."
            )
        return float(np.exp(brentq(missed, low, high, xtol=1e-13, rtol=1e-14)))


def ligand_from_efficacy(ec50: float, maximum: float, l0: float, sites: int = 2) -> Ligand:
    r"""Return the ligand that opens a receptor to a known maximum with a known EC50.

    .. math::

        c = \left(\frac{1/P_{max} - 1}{L_0}\right)^{1/n}, \qquad K = EC_{50}/x

    with :math:`x` the midpoint of the curve in units of :math:`K`.

    Parameters
    ----------
    ec50
        Concentration half-way between nothing and the maximum, above 0, any unit.
    maximum
        :math:`P_{max}`, open probability that saturation gives, above what there is without
        ligand and below 1.
    l0
        Closed receptors for each open one, without ligand, above 0.
    sites
        :math:`n`, a whole number of at least 1.

    Returns
    -------
    Ligand
        With ``k`` in the unit of ``ec50``.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra of the two-state model; card ``gaba_a_allostery`` gives its drugs.

    Examples
    --------
    GABA at a receptor that opens to 0.9, half of it at 26 µM:

    >>> gaba = ligand_from_efficacy(26, 0.9, l0=25_000)
    >>> round(gaba.k, 2), round(gaba.ratio, 6)
    (60.65, 0.002108)
    """
    half = scalar("ec50", ec50, "", POSITIVE)
    top = scalar("maximum", maximum, "", _BETWEEN)
    closed = scalar("l0", l0, "", POSITIVE)
    count = int(scalar("sites", sites, "", COUNT))
    if (1 - top) / top >= closed:
        raise ValueError(
            f"maximum must be above {1 / (1 + closed):g}, what is open without ligand, not {top:g}."
        )
    shape = Ligand(1, ((1 - top) / top / closed) ** (1 / count), count)
    return Ligand(half / float(_midpoint(np.asarray(closed), shape)), shape.ratio, count)


def energy_kcal_mol(factor: ArrayLike) -> FloatOrArray:
    r"""Return the energy by which modulators favour the open shape.

    .. math:: \Delta G = -RT \ln \Lambda

    Parameters
    ----------
    factor
        :math:`\Lambda`, above 0.

    Returns
    -------
    float or array
        Energy (kcal/mol) at 298.15 K, in the shape of ``factor``; above 0 if they open.

    Raises
    ------
    ValueError
        If ``factor`` is not above 0.

    Notes
    -----
    Source: thermodynamics; constants in card ``physical_constants``.

    Examples
    --------
    >>> round(energy_kcal_mol(0.305), 2)
    0.7
    """
    (modulated,) = numbers(factor=(factor, "", POSITIVE))
    return plain(-_RT_KCAL * np.log(modulated))


def factor_from_energy(kcal_mol: ArrayLike) -> FloatOrArray:
    r"""Return the factor on :math:`L` of a given energy.

    .. math:: \Lambda = e^{-\Delta G/RT}

    Parameters
    ----------
    kcal_mol
        Energy (kcal/mol) at 298.15 K, above 0 if it favours the open shape.

    Returns
    -------
    float or array
        :math:`\Lambda`, in the shape of ``kcal_mol``.

    Raises
    ------
    ValueError
        If ``kcal_mol`` is not finite.

    Notes
    -----
    Source: thermodynamics; constants in card ``physical_constants``.

    Examples
    --------
    >>> round(factor_from_energy(1), 4)
    0.1849
    """
    energy = number("kcal_mol", kcal_mol, "kcal/mol", Interval())
    return plain(np.exp(-energy / _RT_KCAL))


def _preference(x: FloatArray, ratio: float) -> FloatArray:
    """Return (1 + x) / (1 + x / ratio), safe where x is very small or very large."""
    with np.errstate(divide="ignore"):  # x = 0 binds nothing
        bound = 1 / (1 + 1 / x)
    preference: FloatArray = 1 / (1 / (1 + x) + bound / ratio)
    return preference


def _midpoint(l_zero: FloatArray, ligand: Ligand) -> FloatArray:
    """Return the concentration half-way between the ends, in units of the ligand's constant."""
    l_full = l_zero * ligand.saturated
    p_zero, p_full = 1 / (1 + l_zero), 1 / (1 + l_full)
    q_zero, q_full = l_zero * p_zero, l_full * p_full
    factor = (q_zero + q_full) / (p_zero + p_full) / l_zero  # what the ligand makes of L there
    root = factor ** (1 / ligand.sites)
    midpoint: FloatArray = (1 - root) / (root / ligand.ratio - 1)
    return midpoint
