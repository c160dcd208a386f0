"""Tell whether a text reports a deal already known: by its facts, never by its wording."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from parsers.deals import told_at
from parsers.legs import is_close
from parsers.publishers import home_currency
from parsers.reconciling import Claim, settle
from parsers.types import Deal, DealReading, Evidence, Leg

# Coverage of an announcement is over in ten days; follow-ups that repeat its figures come for
# months.
_SAME_NEWS: Final = timedelta(days=10)
FOLLOW_UP: Final = timedelta(days=120)
_WITHIN: Final = Decimal("0.02")
_NAMED: Final = 3
_LONGEST_NAME: Final = 60


def find_deal(evidence: Evidence, deals: Sequence[Deal]) -> int | None:
    """The index of the deal a text reports, the closest in time where several fit; None if new."""
    fitting = [index for index, deal in enumerate(deals) if same_deal(deal, evidence)]
    if not fitting:
        return None
    return min(fitting, key=lambda index: (distance(deals[index], evidence), index))


def same_deal(deal: Deal, evidence: Evidence) -> bool:
    """Whether a text reports this deal.

    Two sides in common, close in time, and figures that can be laid beside each other. One side
    in common is enough only where one of the two names no other, and a figure is the very same.
    """
    shared = _sides(evidence.reading) & set(deal.companies)
    apart = distance(deal, evidence)
    if not shared or apart > FOLLOW_UP:
        return False
    verdicts = _verdicts(deal, evidence)
    agreeing = True in verdicts
    if len(shared) == 1 and len(deal.companies) > 1 and len(_sides(evidence.reading)) > 1:
        return False
    if len(shared) == 1:
        return agreeing
    if agreeing or not verdicts:
        return True
    # One figure that differs is a conflict to settle; several at once are another deal.
    return len(verdicts) == 1 and apart <= _SAME_NEWS and evidence.reading.event != "expansion"


def name_deal(deal: Deal) -> str:
    """A short name people can type: companies and month, "amazon-anthropic-2026-04".

    Two deals may get the same one; the database then numbers them.
    """
    words = "-".join(deal.companies[:_NAMED]) or "unnamed"
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "deal"
    return f"{slug[:_LONGEST_NAME].strip('-')}-{deal.announced_at:%Y-%m}"


def distance(deal: Deal, evidence: Evidence) -> timedelta:
    """How long before or after a deal's coverage a text stands; zero inside it."""
    at = told_at(evidence)
    if at < deal.announced_at:
        return deal.announced_at - at
    return max(at - deal.updated_at, timedelta(0))


def _sides(reading: DealReading) -> set[str]:
    return {party.company for party in reading.parties}


def _verdicts(deal: Deal, evidence: Evidence) -> list[bool]:
    """For money, power and term: whether any of a text's figures agrees with the deal's.

    Kinds of figures that cannot be compared, because one of the two has none, are left out.
    """
    legs = evidence.reading.legs
    kinds = (
        [_money_agrees(deal, evidence, leg) for leg in legs],
        [_agrees(leg.power_gw, [one.power_gw for one in deal.legs]) for leg in legs],
        [_agrees(leg.term_years, [one.term_years for one in deal.legs]) for leg in legs],
    )
    told = ([verdict for verdict in kind if verdict is not None] for kind in kinds)
    return [any(kind) for kind in told if kind]


def _money_agrees(deal: Deal, evidence: Evidence, leg: Leg) -> bool | None:
    claim = Claim(
        leg=leg,
        publisher=evidence.publisher,
        on=told_at(evidence).date(),
        home_currency=home_currency(evidence.publisher) if evidence.publisher else None,
    )
    figure = settle(claim, deal.legs)
    return None if figure is None else figure.verdict != "outlier"


def _agrees(figure: Decimal | None, known: Sequence[Decimal | None]) -> bool | None:
    figures = [one for one in known if one is not None]
    if figure is None or not figures:
        return None
    return any(is_close(figure, one, within=_WITHIN) for one in figures)
