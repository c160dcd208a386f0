"""What only news in other languages than English asks of a verdict."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.deal_words import AI_LABS, HARDWARE
from parsers.deal_words_europe import (
    EQUITY_EUROPE,
    ROUND_EUROPE,
    SIGNED_EUROPE,
    TRADED_IN_EUROPE,
    VEHICLE_EUROPE,
)
from parsers.types import Party
from parsers.words import fold

# All patterns here are for folded text: that is ten times as quick as to ignore case.
_SIGNED = re.compile(SIGNED_EUROPE)
_ROUND = re.compile(ROUND_EUROPE)
_EQUITY = re.compile(EQUITY_EUROPE)
_TRADED_IN = re.compile(TRADED_IN_EUROPE)
_VEHICLE = re.compile(VEHICLE_EUROPE)
_HARDWARE = re.compile(HARDWARE)
_LABS = re.compile(AI_LABS)
# Who signs is told in the first sentence of a lead.
_NEWS: Final = 240


def signs_in_lead(opening: str) -> bool:
    """Whether a lead begins with what was signed: there a title may name nobody."""
    return _SIGNED.search(opening[:_NEWS]) is not None


def is_round(head: str) -> bool:
    """Whether a title is about a round, in which whoever takes part buys shares."""
    return _ROUND.search(head) is not None


def pays_for_chips(opening: str, parties: Sequence[Party]) -> bool:
    """Whether a company founded for it buys chips with what is raised, and lets them to a lab."""
    if not _VEHICLE.search(opening) or not _HARDWARE.search(opening):
        return False
    takers = " ".join(party.company for party in parties if party.role in {"buyer", "investee"})
    gives = any(party.role == "supplier" for party in parties)
    return gives and _LABS.search(fold(takers)) is not None


def is_equity(head: str) -> bool:
    """Whether a title tells of money put into somebody."""
    return _EQUITY.search(head) is not None


def without_trades(text: str) -> str:
    """A text without what companies are called by their trade: "la compañía de cloud"."""
    return _TRADED_IN.sub(" ", text)
