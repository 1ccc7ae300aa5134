"""Numbers and settings in words, the same in every sentence of an explorer."""

from __future__ import annotations

from math import floor, isfinite, log10

MINUS = "−"


def three(number: float) -> str:
    """Write a number with three significant figures.

    Parameters
    ----------
    number : float
        Any real number.

    Returns
    -------
    str
        Plain decimals between a ten-thousandth and a million, a power of ten outside, and a
        true minus sign, which a screen reader speaks where it skips a hyphen.

    Examples
    --------
    >>> three(0.0444707), three(-20.5253), three(2), three(1065.5)
    ('0.0445', '−20.5', '2.00', '1070')
    >>> three(2.5e-7), three(0.0)
    ('2.50 × 10^−7', '0')
    """
    if not isfinite(number):
        return {True: "infinity", False: "not a number"}[number == number]  # noqa: PLR0124 - NaN
    if number == 0:
        return "0"
    rounded = float(f"{number:.2e}")
    power = floor(log10(abs(rounded)))
    if -4 <= power < 6:
        text = f"{rounded:.{max(0, 2 - power)}f}"
    else:
        text = f"{rounded / 10**power:.2f} × 10^{power}"
    return text.replace("-", MINUS)


def plain(number: float) -> str:
    """Write a setting as it was chosen, without figures that nobody set.

    Examples
    --------
    >>> plain(-70.0), plain(0.05), plain(1000)
    ('−70', '0.05', '1000')
    """
    return f"{number:.10g}".replace("-", MINUS)


def with_unit(text: str, unit: str) -> str:
    """Join a number and its unit; a percent sign and an empty unit need no thought elsewhere.

    Examples
    --------
    >>> with_unit("5", "mV"), with_unit("5", "%"), with_unit("5", ""), with_unit("5", "×")
    ('5 mV', '5 %', '5', '5 ×')
    """
    return f"{text} {unit}" if unit else text


def count(number: int, noun: str) -> str:
    """Write a count with its noun, in the plural where it must be.

    Examples
    --------
    >>> count(0, "spike"), count(1, "spike"), count(4, "spike")
    ('no spikes', '1 spike', '4 spikes')
    """
    return f"{number or 'no'} {noun}" if number == 1 else f"{number or 'no'} {noun}s"


def join(parts: list[str]) -> str:
    """Join phrases by commas and a final "and".

    Examples
    --------
    >>> join(["a"]), join(["a", "b"]), join(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
