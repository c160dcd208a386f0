"""What a run did: one value per feed, entry, deal and delivery, for people and programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flows.messages import render_first_line
from flows.network import is_own_network
from parsers.types import Deal
from storage.codec import to_json
from storage.feeds import Outcome
from storage.outbox import DeliveryState

ChangeKind = Literal["new", "grown", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOutcome:
    """A new entry."""

    id: int
    feed: str
    url: str | None
    title: str
    publisher: str | None
    published_at: datetime | None
    companies: tuple[str, ...]
    is_compute_deal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DealOutcome:
    """A deal that a new entry opened, changed or told again."""

    id: str
    change: ChangeKind
    deal: Deal


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOutcome:
    """How one feed fared. `error` is a short stable code, `detail` a sentence.

    `new` counts its new entries; `entries` lists them where a run was asked for the list.
    """

    url: str
    outcome: Outcome
    error: str | None = None
    detail: str | None = None
    new: int = 0
    ms: int = 0
    next_check_at: datetime | None = None
    entries: tuple[EntryOutcome, ...] = ()
    deals: tuple[DealOutcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryOutcome:
    """One sending: where to, of what, and what came of it."""

    destination: str
    key: str
    state: DeliveryState
    reason: str | None = None
    alert_id: int | None = None
    next_try_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOutcome:
    """A whole run. `troubles` are sentences on what could not be used, a destination say.

    `taken` is how many feeds other runs were busy with when it began.
    """

    feeds: tuple[FeedOutcome, ...] = ()
    deliveries: tuple[DeliveryOutcome, ...] = ()
    troubles: tuple[str, ...] = ()
    taken: int = 0

    @property
    def new(self) -> int:
        """How many new entries all feeds had."""
        return sum(feed.new for feed in self.feeds)

    @property
    def entries(self) -> tuple[EntryOutcome, ...]:
        """The new entries of all feeds, where they were to be listed."""
        return tuple(entry for feed in self.feeds for entry in feed.entries)

    @property
    def deals(self) -> tuple[DealOutcome, ...]:
        """Each deal once, as it stands at the end, with the strongest of its changes."""
        return merge_deals([deal for feed in self.feeds for deal in feed.deals])


def merge_deals(deals: Sequence[DealOutcome]) -> tuple[DealOutcome, ...]:
    """Several changes of one deal in one run are one: new beats grown beats same."""
    order: tuple[ChangeKind, ...] = ("new", "grown", "same")
    merged: dict[str, DealOutcome] = {}
    for one in deals:
        known = merged.get(one.id, one)
        change = min(known.change, one.change, key=order.index)
        latest = max(known.deal, one.deal, key=lambda deal: len(deal.sources))
        merged[one.id] = DealOutcome(id=one.id, change=change, deal=latest)
    return tuple(merged.values())


def find_trouble(run: RunOutcome) -> tuple[str, ...]:
    """What needs a person, a line each; empty when all is well."""
    failed = [feed for feed in run.feeds if feed.outcome == "error"]
    feeds = [f"{feed.url}: {feed.error}: {feed.detail}" for feed in failed]
    if is_own_network([feed.error for feed in run.feeds]):
        feeds = [f"network: all {len(failed)} feeds failed; is this machine online?"]
    dead = [
        f"delivery {one.key} to {one.destination}: {one.reason}"
        for one in run.deliveries
        if one.state == "dead"
    ]
    return (*feeds, *run.troubles, *dead)


def describe_run(run: RunOutcome) -> str:
    """One line: "5 feeds, 1 failed; 38 new entries; 8 new deals, 1 grown; 9 sent"."""
    failed = sum(feed.outcome == "error" for feed in run.feeds)
    changes = [deal.change for deal in run.deals]
    states = [one.state for one in run.deliveries]
    parts = [f"{len(run.feeds)} feeds" + (f", {failed} failed" if failed else "")]
    if run.taken:
        parts.append(f"{run.taken} with another run")
    parts.append(f"{run.new} new entries")
    parts.append(f"{changes.count('new')} new deals, {changes.count('grown')} grown")
    parts.append(f"{states.count('sent')} sent")
    waiting = len(states) - states.count("sent")
    return "; ".join(parts) + (f", {waiting} not sent" if waiting else "")


def run_json(run: RunOutcome) -> dict[str, object]:
    """The object `poll --json` prints; its names are those of the README."""
    return {
        "feeds": [_without(to_json(feed), "entries", "deals") for feed in run.feeds],
        "entries": [to_json(entry) for entry in run.entries],
        "deals": [deal_json(one.id, one.deal) | {"change": one.change} for one in run.deals],
        "deliveries": [_without(to_json(one), "alert_id", "next_try_at") for one in run.deliveries],
    }


def deal_json(deal_id: str, deal: Deal) -> dict[str, object]:
    """A deal as commands, webhooks and exports give it: plain numbers, absent is null."""
    return {"id": deal_id, "summary": render_first_line(deal), **plain_json(deal)}


def plain_json(value: object) -> dict[str, object]:
    """Like the stored form, but with numbers as numbers and our inner fields left out."""
    plain = _plain(to_json(value))
    if not isinstance(plain, dict):
        raise TypeError(f"{type(value).__name__} is no value with names")
    if "figures" in plain:
        plain["reconciled"] = plain.pop("figures")
    return plain


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: _number(item) if key in _NUMBERS else _plain(item)
            for key, item in value.items()
            if key not in _INNER
        }
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    number = float(value)
    return int(number) if number.is_integer() else number


def _without(record: dict[str, object], *keys: str) -> dict[str, object]:
    return {key: value for key, value in record.items() if key not in keys}


# Decimals are kept as strings in the database, so that not a digit is lost; people get numbers.
_NUMBERS = frozenset(
    {"amount", "amount_high", "usd", "usd_rate", "power_gw", "power_gw_high", "term_years",
     "gigawatts", "gigawatts_high", "years"}
)  # fmt: skip
_INNER = frozenset({"bare_dollar", "start", "end"})
