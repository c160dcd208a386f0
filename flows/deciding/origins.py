"""Tell who stated a leg of a deal, when, and how near to the deal that source stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, get_args

from parsers.publishers import Tier, known_publisher
from parsers.types import Deal, Leg

# Nearest to the deal first; who is not known stands behind them all.
_TIERS: Final[tuple[Tier, ...]] = get_args(Tier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a leg was read; `at` is None where no source of the deal is the one."""

    publisher: str | None
    rank: int
    at: datetime | None = None


def find_origin(deal: Deal, leg: Leg) -> Origin:
    """Who stated a leg: the source of its address or name, else what its address tells.

    A headline's address is an aggregator's, so that the publisher beside it says more.
    """
    for source in deal.sources:
        if leg.source is not None and leg.source in (source.url, source.publisher):
            return Origin(
                publisher=source.publisher, rank=find_rank(source.publisher), at=source.published_at
            )
    known = known_publisher(leg.source) if leg.source else None
    return Origin(publisher=known.name if known else None, rank=find_rank(leg.source))


def find_rank(publisher: str | None) -> int:
    """How near to the deal a publisher stands: 0 for filings, 1 for companies' own words.

    >>> find_rank("SEC"), find_rank("Reuters"), find_rank("Somebody's Blog"), find_rank(None)
    (0, 2, 6, 6)
    """
    known = known_publisher(publisher) if publisher else None
    return _TIERS.index(known.tier) if known else len(_TIERS)
