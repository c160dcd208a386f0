"""Keep of the sums of a deal those that are told most exactly: headlines round."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from parsers.types import Money

# How far a headline rounds: "$38 billion" for 37.9, "about 10" for 9.7, "over 900" for 922.
_ROUNDS: Final = Decimal("0.01")
_ROUNDS_ABOUT: Final = Decimal("0.03")
_ROUNDS_DOWN: Final = Decimal("0.1")
_DOLLARS: Final = frozenset({"AUD", "CAD", "NZD", "SGD", "HKD", "TWD"})
_MOST: Final = 40  # more sums than any deal has were made to keep us busy


def without_rounded(sums: Iterable[Money]) -> tuple[Money, ...]:
    """The sums in order, less those that another one of them states to more digits.

    What is said to be "over" or "at least" something is rounded down, all else to the nearest.
    """
    every = tuple(sums)
    if len(every) > _MOST:
        return every
    return tuple(
        one
        for one in every
        if not any(_rounds(one, other) or _names(one, other) for other in every)
    )


def _names(one: Money, other: Money) -> bool:
    """Whether the second says whose dollars the first are: "$31.9bn" is the text's "A$31.9bn"."""
    told = one.bare_dollar and not other.bare_dollar and other.currency in _DOLLARS
    return told and one.currency != other.currency and one.amount == other.amount


def _rounds(one: Money, other: Money) -> bool:
    """Whether the first sum is the second one with fewer digits."""
    if one.currency != other.currency or one.amount_high or other.amount_high or one.per:
        return False
    if _digits(one.amount) >= _digits(other.amount) or one.increment != other.increment:
        return False
    if one.qualifier == "at_least":
        return one.amount < other.amount <= one.amount * (1 + _ROUNDS_DOWN)
    share = _ROUNDS_ABOUT if one.qualifier == "approx" else _ROUNDS
    return abs(one.amount - other.amount) <= one.amount * share


def _digits(amount: Decimal) -> int:
    """How many digits of a number are told: 2 of 38,000,000,000."""
    return len(amount.normalize().as_tuple().digits)
