"""What only news in other languages than English asks of a verdict."""

from typing import Final

from parsers.case import Case
from parsers.deal_words import AI_LABS, AT_VALUE, HARDWARE
from parsers.deal_words_east import (
    EQUITY_EAST,
    RAISED_FOR_SITE_EAST,
    RAISED_TO_BUY_EAST,
    TRADED_IN_EAST,
)
from parsers.deal_words_europe import SIGNED_EUROPE
from parsers.verdict_words_europe import (
    EQUITY_EUROPE,
    HARDWARE_EUROPE,
    MODEL_MAKER_EUROPE,
    RAISED_TO_SERVE_EUROPE,
    ROUND_EUROPE,
    TRADED_IN_EUROPE,
    VEHICLE_EUROPE,
)
from parsers.words import fold, pattern_of

# All patterns here are for folded text: that is ten times as quick as to ignore case.
_TRADED_IN: Final = f"{TRADED_IN_EUROPE}|{TRADED_IN_EAST}"


def signs_in_lead(case: Case) -> bool:
    """Whether a lead begins with what was signed: there a title may name nobody."""
    return pattern_of(SIGNED_EUROPE).search(case.news) is not None


def is_round(head: str) -> bool:
    """Whether a title is about a round, in which whoever takes part buys shares."""
    return bool(pattern_of(ROUND_EUROPE).search(head) or pattern_of(AT_VALUE).search(head))


def pays_for_chips(case: Case) -> bool:
    """Whether a company founded for it buys chips with what is raised, and lets them to a lab."""
    news = case.opening
    if not pattern_of(VEHICLE_EUROPE).search(news) or not pattern_of(HARDWARE).search(news):
        return False
    takers = " ".join(p.company for p in case.parties if p.role in {"buyer", "investee"})
    return "supplier" in case.roles and pattern_of(AI_LABS).search(fold(takers)) is not None


def raises_to_buy(case: Case) -> bool:
    """Whether what a title has raised buys chips or compute, or pays for a site, by those named."""
    roles = case.roles
    if {"buyer", "supplier"} <= roles and case.in_head(RAISED_TO_BUY_EAST):
        return True
    gives = not roles.isdisjoint({"supplier", "financier", "developer"})
    if "buyer" in roles and gives and case.in_head(RAISED_TO_SERVE_EUROPE):
        return True
    return {"buyer", "financier"} <= roles and case.in_head(RAISED_FOR_SITE_EAST) is not None


def runs_on(head: str) -> bool:
    """Whether a title that names a model names its maker by it, or what the model runs on."""
    is_maker = pattern_of(MODEL_MAKER_EUROPE).search(head) is not None
    return is_maker or pattern_of(HARDWARE_EUROPE).search(head) is not None


def is_equity(head: str) -> bool:
    """Whether a title tells of money put into somebody, in the East into what trades in compute.

    What a lab is given there pays for compute, whether a title says so or not.
    """
    if pattern_of(EQUITY_EUROPE).search(head):
        return True
    return bool(pattern_of(EQUITY_EAST).search(head) and pattern_of(TRADED_IN_EAST).search(head))


def without_trades(text: str) -> str:
    """A text without what companies are called by their trade: "la compañía de cloud"."""
    return pattern_of(_TRADED_IN).sub(" ", text)
