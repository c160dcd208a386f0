"""Leave a run in the Prefect UI: a line per outcome, three artifact tables, and its events."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from prefect.artifacts import acreate_table_artifact
from prefect.logging import get_run_logger
from prefect.logging.loggers import LoggingAdapter

from flows.events import RunEvent, emit
from flows.outcomes import (
    DealOutcome,
    DeliveryOutcome,
    FeedOutcome,
    RunOutcome,
    describe_deliveries,
)
from flows.plain import render_plain, render_visible
from flows.wording import render_count, render_first_line, render_time

FEEDS_KEY: Final = "feeds"
DEALS_KEY: Final = "deals"
DELIVERIES_KEY: Final = "deliveries"
# The per-feed history is in our own database; the UI's table is for reading.
_MOST_ROWS: Final = 500


def run_logger() -> logging.Logger | LoggingAdapter:
    """The run's logger, whose lines the UI shows."""
    return get_run_logger()


def log_feed(logger: logging.Logger | LoggingAdapter, feed: FeedOutcome) -> None:
    """One line for a feed; a failure is a warning, not an error: the others go on."""
    if feed.outcome == "error":
        logger.warning("%s: %s: %s", feed.url, feed.error, render_visible(feed.detail or ""))
    else:
        what = f"{feed.new} new" if feed.new else feed.outcome
        logger.info("%s: %s, %d ms", feed.url, what, feed.ms)


def log_deal(logger: logging.Logger | LoggingAdapter, deal: DealOutcome) -> None:
    """One line for a deal."""
    logger.info("%s deal %s: %s", deal.change, deal.id, render_first_line(deal.deal))


def log_delivery(logger: logging.Logger | LoggingAdapter, one: DeliveryOutcome) -> None:
    """One line for a delivery."""
    if one.state == "sent":
        logger.info("%s sent to %s", one.key, one.destination)
    else:
        reason = render_visible(one.reason or "")
        logger.warning("%s to %s: %s: %s", one.key, one.destination, one.state, reason)


async def leave_tables(run: RunOutcome) -> None:
    """All tables, under stable keys, so that the UI keeps one history of each."""
    failed = sum(feed.outcome == "error" for feed in run.feeds)
    changes = [deal.change for deal in run.deals]
    # The cards of the UI show the first words only.
    new = render_count(run.new, "new entry", "new entries")
    feeds = f"{render_count(len(run.feeds), 'feed')}, {failed} failed, {new}"
    deals = f"{render_count(changes.count('new'), 'new deal')}, {changes.count('grown')} grown"
    await acreate_table_artifact(key=FEEDS_KEY, table=feed_rows(run.feeds), description=feeds)
    await acreate_table_artifact(key=DEALS_KEY, table=deal_rows(run.deals), description=deals)
    await leave_deliveries(run)


async def leave_deliveries(run: RunOutcome) -> None:
    """The table of what was sent; a run that only delivers has no other."""
    await acreate_table_artifact(
        key=DELIVERIES_KEY,
        table=delivery_rows(run.deliveries),
        description=describe_deliveries(run),
    )


async def tell(events: Sequence[RunEvent]) -> None:
    """Emit the events of a run; where that fails, the run says so and goes on."""
    trouble = await emit(events)
    if trouble is not None:
        run_logger().warning("%d events may not be known to Prefect: %s", len(events), trouble)


def feed_rows(feeds: Sequence[FeedOutcome]) -> list[dict[str, object]]:
    """Failures first, then what brought most."""
    ordered = sorted(feeds, key=lambda feed: (feed.outcome != "error", -feed.new, feed.url))
    return [
        {
            "feed": feed.url,
            "outcome": feed.error or feed.outcome,
            "new": feed.new,
            "ms": feed.ms,
            "next check": _moment(feed.next_check_at),
            "remarks": feed.detail or "",
        }
        for feed in ordered[:_MOST_ROWS]
    ]


def deal_rows(deals: Sequence[DealOutcome]) -> list[dict[str, str]]:
    """New and changed deals, each with the address of its first source.

    The UI shows cells as text, a link in Markdown too.
    """
    return [
        {
            "what": render_first_line(one.deal),
            "change": one.change,
            "told by": render_plain(", ".join(one.deal.publishers)),
            "deal": one.id,
            "source": next((source.url for source in one.deal.sources if source.url), ""),
        }
        for one in deals
        if one.change != "same"
    ][:_MOST_ROWS]


def delivery_rows(deliveries: Sequence[DeliveryOutcome]) -> list[dict[str, object]]:
    """What needs a person first, then what did not arrive yet; what arrived is last."""
    order = {"dead": 0, "sent": 2}
    ordered = sorted(deliveries, key=lambda one: order.get(one.state, 1))
    return [
        {
            # The UI shows about two columns without scrolling when one of them is long.
            "state": one.state,
            "destination": one.destination,
            "what": render_plain(one.what),
            "tries": one.tries,
            "reason": render_plain(one.reason or ""),
            "next try": _moment(one.next_try_at),
            "key": one.key,
        }
        for one in ordered[:_MOST_ROWS]
    ]


def _moment(at: datetime | None) -> str:
    return render_time(at) if at else ""
