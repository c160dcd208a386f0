"""Say whether words name compute: clouds, chips for it, data centres, or power for these."""

from typing import Final

from parsers.deal_words import (
    AI_BESIDE,
    COMPUTE,
    ENERGY_BESIDE,
    LAB_SITE,
    PLAIN_CHIPS,
    PLAIN_POWER,
    deal_words,
)
from parsers.words import pattern_of

COMPUTE_NAMED = deal_words(COMPUTE)
# What labs lease, unless it is said to be something else.
_OFFICE: Final = r"\boffices?\b|headquarters|\bhq\b|square[- ]f|\brigs\b|\bhash ?rate\b"


def takes_site(head: str) -> bool:
    """Whether a title tells of a lease, and not of offices or of mining."""
    return (
        pattern_of(LAB_SITE).search(head) is not None and pattern_of(_OFFICE).search(head) is None
    )


def names_compute(text: str) -> bool:
    """Whether compute is named.

    Chips count where something says that they are for it, and gigawatts where nothing says that
    they are a power plant's.
    """
    found = {match[0] for match in COMPUTE_NAMED.finditer(text)}
    chips = {words for words in found if pattern_of(PLAIN_CHIPS).fullmatch(words)}
    power = {words for words in found if pattern_of(PLAIN_POWER).fullmatch(words)}
    return bool(
        found - chips - power
        or (chips and pattern_of(AI_BESIDE).search(text))
        or (power and not pattern_of(ENERGY_BESIDE).search(text))
    )
