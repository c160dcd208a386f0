"""Until when a destination is left alone, and why: it rests after a failure, or has quiet hours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from flows.settings import Destination
from flows.windows import quiet_until
from storage.destinations import LONGEST_REST
from storage.tables import DestinationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Nothing goes to a destination before `until`."""

    until: datetime
    reason: str


def find_pauses(
    destinations: Iterable[Destination], failing: Iterable[DestinationRow], now: datetime
) -> Mapping[str, Pause]:
    """The pauses that last, by the name of their destination; others may be written to now."""
    rows = {row.name: row for row in failing}
    found = ((one.name, _find_pause(one, rows.get(one.name), now)) for one in destinations)
    return {name: pause for name, pause in found if pause is not None}


def _find_pause(
    destination: Destination, row: DestinationRow | None, now: datetime
) -> Pause | None:
    rest = row.ask_after if row is not None else None
    pause = None
    if row is not None and rest is not None and now < rest <= now + LONGEST_REST:
        pause = Pause(until=rest, reason=f"it rests: {row.reason}")
    quiet = quiet_until(pause.until if pause else now, destination.quiet, destination.zone)
    return Pause(until=quiet, reason="quiet hours") if quiet is not None else pause
