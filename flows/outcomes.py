"""What a run did: one value per feed, entry, deal and delivery, for people and programs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flows.fetching.network import is_own_network
from flows.wording import render_count, render_first_line
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
    """A deal that a new entry opened, changed or told again; `before` is how it stood before."""

    id: str
    change: ChangeKind
    deal: Deal
    before: Deal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedNotice:
    """What people hear of a feed by a poll, in short; `deciding.notices` has the words.

    `kind` says what happened and `told` what the user now knows of the feed, None if all is well.
    `since` is when it was last well, or brought something; None if it never was.
    """

    feed_id: int
    kind: str
    name: str | None = None
    told: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOutcome:
    """How one feed fared. `error` is a short stable code, `detail` a sentence.

    `new` counts its new entries; `entries` lists them where a run was asked for the list. `notice`
    is what people are told of the feed itself, which is seldom anything.
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
    notice: FeedNotice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryOutcome:
    """One sending: where to, of what, and what came of it.

    `what` is the subject of the message; `tries` counts all attempts, this one included.
    `needs_person`: what waits will go out only once somebody has put the destination right.
    """

    destination: str
    key: str
    state: DeliveryState
    reason: str | None = None
    alert_id: int | None = None
    next_try_at: datetime | None = None
    what: str = ""
    tries: int = 0
    needs_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What a run leaves behind, that of earlier runs included.

    `waiting` counts the deliveries that will go out by themselves, `dead` those that need a
    person, `broken` the feeds of which the user was told that they do. `failing` says of each
    destination that has not taken a message for long, by name, since when and why.
    """

    waiting: int = 0
    dead: int = 0
    broken: int = 0
    failing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOutcome:
    """A whole run. `troubles` are sentences on what could not be used, a destination say.

    `taken` is how many feeds other runs were busy with when it began.
    """

    feeds: tuple[FeedOutcome, ...] = ()
    deliveries: tuple[DeliveryOutcome, ...] = ()
    troubles: tuple[str, ...] = ()
    taken: int = 0
    left: Left = Left()

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
        # How it stood before the run: the first to change it knows.
        merged[one.id] = DealOutcome(id=one.id, change=change, deal=latest, before=known.before)
    return tuple(merged.values())


def find_trouble(run: RunOutcome) -> tuple[str, ...]:
    """What needs a person, a line each, alerts that never arrived first; empty when all is well."""
    failed = [feed for feed in run.feeds if feed.outcome == "error"]
    feeds = [f"{feed.url}: {feed.error}: {feed.detail}" for feed in failed]
    if is_own_network([feed.error for feed in run.feeds]):
        feeds = [f"network: all {len(failed)} feeds failed; is this machine online?"]
    dead = [
        f"delivery {one.key} to {one.destination}: {one.reason}"
        for one in run.deliveries
        if one.state == "dead"
    ]
    left = _find_left(run, dead=len(dead))
    return (*dead, *_find_failing(run), *left, *run.troubles, *feeds)


def _find_failing(run: RunOutcome) -> list[str]:
    """Destinations that somebody must put right; what waits for them is kept."""
    failing = dict(run.left.failing)
    for one in run.deliveries:
        if one.needs_person and one.state == "failed":
            failing.setdefault(one.destination, f"takes no message: {one.reason}")
    return [f"destination {name} {how}" for name, how in sorted(failing.items())]


def _find_left(run: RunOutcome, *, dead: int) -> list[str]:
    """What earlier runs left and nobody looked after."""
    lines = []
    if run.left.dead > dead:
        are = "delivery is" if run.left.dead == 1 else "deliveries are"
        lines.append(f"{run.left.dead} {are} dead in all; see `gigawatch alerts list`")
    if run.left.broken > sum(feed.outcome == "error" for feed in run.feeds):
        are = "feed is" if run.left.broken == 1 else "feeds are"
        lines.append(f"{run.left.broken} {are} broken in all; see `gigawatch feeds list`")
    return lines


def describe_run(run: RunOutcome) -> str:
    """One line: "5 feeds, 1 failed; 38 new entries; 8 new deals, 1 grown; 9 sent"."""
    failed = sum(feed.outcome == "error" for feed in run.feeds)
    changes = [deal.change for deal in run.deals]
    states = [one.state for one in run.deliveries]
    parts = [render_count(len(run.feeds), "feed") + (f", {failed} failed" if failed else "")]
    if run.taken:
        parts.append(f"{run.taken} with another run")
    parts.append(render_count(run.new, "new entry", "new entries"))
    new = render_count(changes.count("new"), "new deal")
    parts.append(f"{new}, {changes.count('grown')} grown")
    parts.append(f"{states.count('sent')} sent")
    waiting = len(states) - states.count("sent")
    return "; ".join(parts) + (f", {waiting} not sent" if waiting else "")


def describe_deliveries(run: RunOutcome) -> str:
    """One line: "9 sent, 1 failed, 1 dead, 12 wait"; what waits was there before, or is held."""
    states = Counter(one.state for one in run.deliveries)
    counts = (
        (states["sent"], "sent"),
        (states["failed"], "failed"),
        (states["dead"], "dead"),
        (max(0, run.left.waiting - states["failed"]), "wait"),
    )
    return ", ".join(f"{count} {word}" for count, word in counts if count or word == "sent")


def run_json(run: RunOutcome) -> dict[str, object]:
    """The object `poll --json` prints; its names are those of the README."""
    return {
        "feeds": [_without(to_json(feed), *_NOT_OF_A_FEED) for feed in run.feeds],
        "entries": [to_json(entry) for entry in run.entries],
        "deals": [deal_json(one.id, one.deal) | {"change": one.change} for one in run.deals],
        "deliveries": [_without(to_json(one), *_NOT_OF_A_DELIVERY) for one in run.deliveries],
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
_NOT_OF_A_FEED = ("entries", "deals", "notice")
_NOT_OF_A_DELIVERY = ("alert_id", "next_try_at", "what", "tries", "needs_person")
_INNER = frozenset({"bare_dollar", "start", "end"})
