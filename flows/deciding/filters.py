"""Which destinations want a deal or a mention, and why another does not."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from flows.deciding.worth import find_power, find_worth
from flows.settings import Destination
from flows.wording import status_words
from parsers.reconciling import render_short
from parsers.types import Deal

# Each company of the watchlist and its tags; None where every company is tracked.
Tracked = Mapping[str, tuple[str, ...]] | None
# A filter says in a few words why it stops something, or nothing.
_Filter = Callable[[Destination, Deal, Tracked], str | None]
_DEAL_ONLY: Final = ("min_usd", "min_gw", "statuses", "kinds")


def find_refusal(destination: Destination, deal: Deal, tracked: Tracked) -> str | None:
    """Why a destination does not want a deal, in a few words; None if it does.

    `min_usd` is laid against `find_worth`, `min_gw` against `find_power`: high ends count. A deal
    without such a figure does not pass a minimum.
    """
    reasons = (refuse(destination, deal, tracked) for refuse in _FILTERS)
    return next((reason for reason in reasons if reason is not None), None)


def find_mention_refusal(
    destination: Destination, companies: Sequence[str], tracked: Tracked
) -> str | None:
    """Why a destination does not want a mention; one that asks for figures gets deals only."""
    asks = [name for name in _DEAL_ONLY if getattr(destination, name) is not None]
    if asks:
        return f"{asks[0]} lets through deals only"
    return _refuse_companies(destination, companies) or _refuse_tags(
        destination, companies, tracked
    )


def _refuse_companies(destination: Destination, companies: Sequence[str]) -> str | None:
    if not destination.companies or set(destination.companies) & set(companies):
        return None
    return f"companies: none of {', '.join(destination.companies)}"


def _refuse_tags(
    destination: Destination, companies: Sequence[str], tracked: Tracked
) -> str | None:
    tags = {tag for company in companies for tag in (tracked or {}).get(company, ())}
    if not destination.tags or set(destination.tags) & tags:
        return None
    return f"tags: none of {', '.join(destination.tags)}"


def _refuse_worth(destination: Destination, deal: Deal, _tracked: Tracked) -> str | None:
    least = destination.min_usd
    if least is None:
        return None
    worth = find_worth(deal)
    if worth is not None and worth >= least:
        return None
    largest = f"the largest is {_dollars(worth)}" if worth is not None else "no sum is told"
    return f"min_usd: {largest}, less than {_dollars(least)}"


def _refuse_power(destination: Destination, deal: Deal, _tracked: Tracked) -> str | None:
    least = destination.min_gw
    if least is None:
        return None
    power = find_power(deal)
    if power is not None and power >= least:
        return None
    largest = f"the largest is {power.normalize():f} GW" if power is not None else "none is told"
    return f"min_gw: {largest}, less than {least.normalize():f} GW"


def _refuse_status(destination: Destination, deal: Deal, _tracked: Tracked) -> str | None:
    if destination.statuses is None or deal.status in destination.statuses:
        return None
    return f"statuses: it is {status_words(deal.status)}"


def _refuse_kinds(destination: Destination, deal: Deal, _tracked: Tracked) -> str | None:
    kinds = sorted({leg.kind for leg in deal.legs})
    if destination.kinds is None or set(destination.kinds) & set(kinds):
        return None
    return f"kinds: it is {', '.join(kinds) or 'none'}"


def _dollars(amount: Decimal) -> str:
    return render_short(amount, "USD").removeprefix("US")


_FILTERS: Final[tuple[_Filter, ...]] = (
    lambda destination, deal, _: _refuse_companies(destination, deal.companies),
    lambda destination, deal, tracked: _refuse_tags(destination, deal.companies, tracked),
    _refuse_worth,
    _refuse_power,
    _refuse_status,
    _refuse_kinds,
)
