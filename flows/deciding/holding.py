"""Which destinations read digests, and when the next one of each is due."""

from collections.abc import Iterable
from datetime import datetime

from flows.settings import Destination
from flows.windows import next_digest


def find_held(destinations: Iterable[Destination], now: datetime) -> dict[str, datetime]:
    """The moment up to which each destination's alerts are held; others hear at once."""
    return {
        one.name: next_digest(
            now, at=one.at, zone=one.zone, day=one.day if one.mode == "weekly" else None
        )
        for one in destinations
        if one.mode != "now"
    }
