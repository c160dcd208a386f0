"""Leave a run in the Prefect UI: readable names, a line per outcome, and two artifact tables."""

import logging
from collections.abc import Sequence
from typing import Final

from prefect.artifacts import acreate_table_artifact
from prefect.logging import get_run_logger
from prefect.logging.loggers import LoggingAdapter

from flows.messages import render_first_line, render_plain
from flows.outcomes import DealOutcome, DeliveryOutcome, FeedOutcome, RunOutcome, describe_run

FEEDS_KEY: Final = "feeds"
DEALS_KEY: Final = "deals"
# The per-feed history is in our own database; the UI's table is for reading.
_MOST_ROWS: Final = 500


def run_logger() -> logging.Logger | LoggingAdapter:
    """The run's logger, whose lines the UI shows."""
    return get_run_logger()


def log_feed(logger: logging.Logger | LoggingAdapter, feed: FeedOutcome) -> None:
    """One line for a feed; a failure is a warning, not an error: the others go on."""
    if feed.outcome == "error":
        logger.warning("%s: %s: %s", feed.url, feed.error, feed.detail)
    else:
        logger.info("%s: %s, %d new, %d ms", feed.url, feed.outcome, feed.new, feed.ms)


def log_deal(logger: logging.Logger | LoggingAdapter, deal: DealOutcome) -> None:
    """One line for a deal."""
    logger.info("%s deal %s: %s", deal.change, deal.id, render_first_line(deal.deal))


def log_delivery(logger: logging.Logger | LoggingAdapter, one: DeliveryOutcome) -> None:
    """One line for a delivery."""
    if one.state == "sent":
        logger.info("%s sent to %s", one.key, one.destination)
    else:
        logger.warning("%s to %s: %s: %s", one.key, one.destination, one.state, one.reason)


async def leave_tables(run: RunOutcome) -> None:
    """Both tables, under stable keys, so that the UI keeps one history of each."""
    summary = describe_run(run)
    await acreate_table_artifact(
        key=FEEDS_KEY, table=feed_rows(run.feeds), description=f"Feeds of this run: {summary}"
    )
    await acreate_table_artifact(
        key=DEALS_KEY,
        table=deal_rows(run.deals),
        description=f"Deals this run opened or changed: {summary}",
    )


def feed_rows(feeds: Sequence[FeedOutcome]) -> list[dict[str, object]]:
    """Failures first, then what brought most."""
    ordered = sorted(feeds, key=lambda feed: (feed.outcome != "error", -feed.new, feed.url))
    return [
        {
            "feed": feed.url,
            "outcome": feed.error or feed.outcome,
            "new": feed.new,
            "ms": feed.ms,
            "next check": f"{feed.next_check_at:%Y-%m-%d %H:%M} UTC" if feed.next_check_at else "",
            "remarks": feed.detail or "",
        }
        for feed in ordered[:_MOST_ROWS]
    ]


def deal_rows(deals: Sequence[DealOutcome]) -> list[dict[str, object]]:
    """New and changed deals, each with a link to its first source."""
    return [
        {
            "deal": one.id,
            "change": one.change,
            "what": render_first_line(one.deal),
            "publishers": len(one.deal.publishers),
            "source": _link(one),
        }
        for one in deals
        if one.change != "same"
    ][:_MOST_ROWS]


def _link(one: DealOutcome) -> str:
    source = next((source for source in one.deal.sources if source.url), None)
    if source is None or source.url is None:
        return ""
    name = render_plain(source.publisher or "source").replace("[", "(").replace("]", ")")
    return f"[{name}]({source.url.replace(')', '%29').replace('(', '%28')})"
