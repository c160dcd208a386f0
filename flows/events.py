"""Tell what a run brought as Prefect events, on which its automations act; docs/events.md.

An event is a courtesy, an alert is the promise: events wait in no outbox, and a server that is gone
gets none. Whatever a feed wrote passes through `render_plain`.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from prefect import get_client
from prefect.events.schemas.events import Event, RelatedResource, Resource
from prefect.runtime import flow_run
from prefect.settings import get_current_settings

from flows.deciding.alerting import Policy, find_tracked
from flows.deciding.news import find_news, render_news
from flows.deciding.worth import find_power, find_worth
from flows.outcomes import DealOutcome, DeliveryOutcome, FeedOutcome, RunOutcome, merge_deals
from flows.plain import LINK_LIMIT, LINK_SAFE, render_plain
from flows.wording import NAME_LIMIT, render_first_line, render_leg
from parsers.status import ENDINGS
from parsers.types import Deal

# A hundred in all, so that no kind takes the room of another; the rest is counted.
MOST_DELIVERIES: Final = 20
MOST_FEEDS: Final = 20
MOST_DEALS: Final = 60
# A server at rest takes a hundred events in a fifth of the first; a busy one took several seconds.
_GONE_S: Final = 1.0
_SLOW_S: Final = 15.0
_MOST_COMPANIES: Final = 20
_SPACE: Final = uuid5(NAMESPACE_URL, "gigawatch")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEvent:
    """Something that happened; `id` is the same when the same is told again.

    `resource` and each of `related` are labels, "prefect.resource.id" among them.
    """

    name: str
    id: UUID
    occurred_at: datetime
    resource: Mapping[str, str]
    payload: Mapping[str, object]
    related: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where and when a run took place: the watch.toml, what its user wants to hear, the time."""

    watch: str
    policy: Policy
    now: datetime

    def id_of(self, *what: object) -> UUID:
        """An id for something that happened under this watch.toml."""
        return uuid5(_SPACE, "\n".join(map(str, (self.watch, *what))))


# --- what is told -------------------------------------------------------------------------------


def find_events(run: RunOutcome, scene: Scene) -> tuple[RunEvent, ...]:
    """What a run has to tell: dead deliveries, feeds, deals; the rest is counted."""
    dead = [one for one in run.deliveries if one.state == "dead"]
    feeds = [feed for feed in run.feeds if feed.notice is not None]
    deals = _find_deals(run, scene)
    told = (
        *(_delivery_event(one, scene) for one in dead[:MOST_DELIVERIES]),
        *(_feed_event(feed, scene) for feed in feeds[:MOST_FEEDS]),
        *(_deal_event(one, scene) for one in deals[:MOST_DEALS]),
    )
    hidden = {
        "deliveries": [one.key for one in dead[MOST_DELIVERIES:]],
        "feeds": [feed.url for feed in feeds[MOST_FEEDS:]],
        "deals": [one.id for one in deals[MOST_DEALS:]],
    }
    return (*told, _more(hidden, scene)) if any(hidden.values()) else told


def _find_deals(run: RunOutcome, scene: Scene) -> list[DealOutcome]:
    """What is news by the rules for alerts, but of all companies; the watchlist's first.

    Old news is none, and neither is what a feed that floods repeats.
    """
    loud = [feed for feed in run.feeds if feed.notice is None or feed.notice.kind != "flood"]
    deals = merge_deals([deal for feed in loud for deal in feed.deals])
    news = [
        one
        for one in deals
        if one.change != "same" and scene.now - one.deal.updated_at <= scene.policy.max_age
    ]
    newest = sorted(news, key=lambda one: one.deal.updated_at, reverse=True)
    return sorted(newest, key=lambda one: not find_tracked(one.deal, scene.policy))


def _deal_event(one: DealOutcome, scene: Scene) -> RunEvent:
    deal, ended = one.deal, _has_ended(one)
    tracked = find_tracked(deal, scene.policy)
    dollars, gigawatts = find_worth(deal), find_power(deal)
    happened = "cancelled" if ended else one.change
    return RunEvent(
        name=f"gigawatch.deal.{happened}",
        id=scene.id_of("deal", one.id, *_state_of(one, ended=ended)),
        occurred_at=scene.now,
        resource={
            "prefect.resource.id": f"gigawatch.deal.{one.id}",
            "prefect.resource.name": render_first_line(deal),
            "gigawatch.status": deal.status,
            "gigawatch.tracked": "yes" if tracked else "no",
        },
        related=tuple(_company(name) for name in deal.companies[:_MOST_COMPANIES]),
        payload={
            "deal": one.id,
            "change": one.change,
            "what": render_first_line(deal),
            "status": deal.status,
            "was": one.before.status if one.before else None,
            "news": _news(one),
            "companies": _names(deal.companies),
            "tracked": _names(tracked),
            "usd": None if dollars is None else int(dollars),
            "gigawatts": None if gigawatts is None else float(gigawatts),
            "publishers": len(deal.publishers),
            "source": _find_source(deal),
        },
    )


def _has_ended(one: DealOutcome) -> bool:
    """Whether a deal was cut, cancelled or denied, and was not before."""
    before = one.before.status if one.before else None
    return one.deal.status in ENDINGS and one.deal.status != before


def _state_of(one: DealOutcome, *, ended: bool) -> tuple[object, ...]:
    """What makes a change of a deal that change: it is opened once, and ends at a time."""
    deal = one.deal
    if ended:
        return ("ended", deal.status, max((step.at for step in deal.status_history), default=""))
    if one.change == "new":
        return ("new",)
    return (deal.updated_at, deal.status, *map(render_leg, deal.legs))


def _news(one: DealOutcome) -> list[str]:
    if one.before is None or one.change != "grown":
        return []
    return [render_plain(line) for line in render_news(find_news(one.before, one.deal))]


def _names(companies: Sequence[str]) -> list[str]:
    return [render_plain(name, NAME_LIMIT) for name in companies[:_MOST_COMPANIES]]


def _company(name: str) -> dict[str, str]:
    shown = render_plain(name, NAME_LIMIT)
    return {
        "prefect.resource.id": f"gigawatch.company.{shown}",
        "prefect.resource.role": "company",
        "prefect.resource.name": shown,
    }


def _find_source(deal: Deal) -> str | None:
    links = (_address(source.url, with_query=True) for source in deal.sources if source.url)
    return next(filter(None, links), None)


def _feed_event(feed: FeedOutcome, scene: Scene) -> RunEvent:
    """A feed's address goes out without its query, where a token may stand."""
    notice = feed.notice
    if notice is None:
        raise ValueError(f"nothing is told of the feed {feed.url}")
    address = _address(feed.url, with_query=False)
    name = render_plain(notice.name or "", NAME_LIMIT) or address
    return RunEvent(
        name=f"gigawatch.feed.{notice.kind}",
        id=scene.id_of("feed", feed.url, notice.kind, notice.since),
        occurred_at=scene.now,
        resource={
            "prefect.resource.id": f"gigawatch.feed.{notice.feed_id}",
            "prefect.resource.name": name or str(notice.feed_id),
        },
        payload={
            "feed": notice.feed_id,
            "name": name,
            "url": address,
            "state": notice.told,
            "code": feed.error,
            "since": _moment(notice.since),
            "next_check": _moment(feed.next_check_at),
        },
    )


def _delivery_event(one: DeliveryOutcome, scene: Scene) -> RunEvent:
    return RunEvent(
        name="gigawatch.delivery.dead",
        id=scene.id_of("delivery", one.key, one.tries),
        occurred_at=scene.now,
        resource={
            "prefect.resource.id": f"gigawatch.delivery.{one.key}",
            "prefect.resource.name": render_plain(one.what) or one.key,
        },
        related=(
            {
                "prefect.resource.id": f"gigawatch.destination.{one.destination}",
                "prefect.resource.role": "destination",
                "prefect.resource.name": one.destination,
            },
        ),
        payload={
            "key": one.key,
            "destination": one.destination,
            "what": render_plain(one.what),
            "reason": render_plain(one.reason or ""),
            "tries": one.tries,
        },
    )


def _more(hidden: Mapping[str, Sequence[str]], scene: Scene) -> RunEvent:
    """How many more of each there were; what they are tells `gigawatch alerts|feeds|deals list`."""
    return RunEvent(
        name="gigawatch.more",
        id=scene.id_of("more", *(one for some in hidden.values() for one in some)),
        occurred_at=scene.now,
        resource={
            "prefect.resource.id": "gigawatch.more",
            "prefect.resource.name": "events left out",
        },
        payload={kind: len(some) for kind, some in hidden.items()},
    )


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _address(url: str, *, with_query: bool) -> str:
    """An http(s) address without a password, all that could be markup percent-encoded."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = parts.netloc.rpartition("@")[2]
    if parts.scheme not in ("http", "https") or not host:
        return ""
    query = parts.query if with_query else ""
    bare = parts._replace(netloc=host, query=query, fragment="").geturl()
    shown = quote(bare, safe=LINK_SAFE)
    return shown if len(shown) <= LINK_LIMIT else ""


# --- telling it ---------------------------------------------------------------------------------


async def emit(
    events: Sequence[RunEvent], *, gone_s: float = _GONE_S, slow_s: float = _SLOW_S
) -> str | None:
    """Send events to the server of the run; None when it has them, else why it may not.

    All in one request, not by Prefect's `emit_event`: its thread tries a server that is gone eleven
    times for each event, eight seconds long, and the process does not end before it is through.

    Args:
        events: what is told.
        gone_s: how long a server may keep silent of which nothing else shows that it is there.
        slow_s: how long one may that listens, and so is only busy.
    """
    if not events:
        return None
    sent = asyncio.create_task(_send([_for_prefect(one) for one in events]))
    there = asyncio.create_task(_is_there(get_current_settings().api.url))
    await asyncio.wait({sent}, timeout=gone_s)
    if not sent.done() and there.done() and there.result():
        await asyncio.wait({sent}, timeout=slow_s - gone_s)
    there.cancel()
    if not sent.done():
        sent.add_done_callback(_forget)
        sent.cancel()
        return "its server did not answer in time"
    error = sent.exception()
    # Its own words may hold the server's address, and a password in it.
    return None if error is None else type(error).__name__


async def _is_there(api_url: str | None) -> bool:
    """Whether anything listens where the server is; Prefect starts one of its own without a URL."""
    if api_url is None:
        return True
    parts = urlsplit(api_url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        _, writer = await asyncio.open_connection(parts.hostname, port)
    except OSError:
        return False
    writer.close()
    return True


async def _send(events: Sequence[Event]) -> None:
    async with get_client() as client:
        await client.request(
            "POST", "/events", json=[one.model_dump(mode="json") for one in events]
        )


def _forget(sent: "asyncio.Task[None]") -> None:
    """Nobody waits for it any more; an exception that nobody asks for would be logged whole."""
    if not sent.cancelled():
        sent.exception()


def _for_prefect(one: RunEvent) -> Event:
    """The event with the run as a related resource, so that the run's page shows it."""
    related = [RelatedResource(dict(labels)) for labels in one.related]
    run = flow_run.get_id()
    if run is not None:
        ours = {
            "prefect.resource.id": f"prefect.flow-run.{run}",
            "prefect.resource.role": "flow-run",
            "prefect.resource.name": flow_run.get_name() or "",
        }
        related = [RelatedResource(ours), *related]
    return Event(
        id=one.id,
        event=one.name,
        occurred=one.occurred_at,
        resource=Resource(dict(one.resource)),
        related=related,
        payload=dict(one.payload),
    )
