"""Check whether everything a run needs is in order, and say what to do where it is not."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from flows.polling.second_reader import open_second_reader
from flows.polling.tools import builtin_companies, load_companies
from flows.sending.notify import find_trouble
from flows.serve import is_up
from flows.settings import Destination, Settings
from flows.watchlist import find_slips
from flows.wording import render_time
from parsers.errors import DatabaseError, GigawatchError
from parsers.second.answer import parse_answer
from parsers.second.question import render_question
from parsers.types import DealReading
from storage.database import describe, ensure_ready, open_engine, reading, schema_version
from storage.destinations import get_destination
from storage.feeds import all_feeds


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at, whether it is well, and a sentence."""

    what: str
    well: bool
    detail: str

    def as_record(self) -> dict[str, object]:
        """For `--json`."""
        return {"what": self.what, "well": self.well, "detail": self.detail}


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Look at everything; one trouble does not hide the next."""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("configuration", lambda: f"{settings.path}: {len(settings.feeds)} feeds named"),
        ("companies", lambda: _companies(settings)),
        ("database", lambda: _database(settings)),
        ("feeds", lambda: _feeds(settings)),
        ("Prefect", lambda: _prefect(settings)),
    ]
    if settings.reading.second_reader is not None:
        checks.append(("second reader", lambda: asyncio.run(_second_reader(settings))))
    checks += [
        (f"destination {one.name}", partial(_destination, settings, one))
        for one in settings.destinations
    ]
    return tuple(_finding(what, look) for what, look in checks)


def _finding(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what=what, well=True, detail=look())
    except GigawatchError as error:
        return Finding(what=what, well=False, detail=str(error))


def _companies(settings: Settings) -> str:
    known = len(load_companies(settings))
    slips = find_slips(settings, builtin_companies())
    if slips:
        raise GigawatchError(" ".join(f"{slip.rstrip('.')}." for slip in slips))
    return f"{known} known"


def _database(settings: Settings) -> str:
    engine = open_engine(settings.database.url)
    ensure_ready(engine)
    return f"{describe(engine)}, version {schema_version(engine)}"


def _feeds(settings: Settings) -> str:
    engine = open_engine(settings.database.url)
    # Of another version's tables nothing can be said.
    ensure_ready(engine)
    with reading(engine) as session:
        failing = [
            f"{feed.url} ({feed.error_code}, {feed.errors_in_row} in a row)"
            for feed in all_feeds(session)
            if feed.state != "removed" and feed.errors_in_row
        ]
    if failing:
        raise GigawatchError(f"{len(failing)} failing: {', '.join(failing[:3])}")
    return "none is failing"


def _destination(settings: Settings, destination: Destination) -> str:
    trouble = find_trouble(destination.url.get_secret_value()) or _failure(settings, destination)
    if trouble is not None:
        raise GigawatchError(trouble)
    return "its address is usable; `gigawatch alerts test` sends a message"


def _failure(settings: Settings, destination: Destination) -> str | None:
    """Why a destination's latest message failed; None if it did not, or nothing can be known."""
    engine = open_engine(settings.database.url)
    try:
        ensure_ready(engine)
        with reading(engine) as session:
            known = get_destination(session, destination.name)
    except DatabaseError:
        return None  # told beside the database itself
    if known is None or known.failing_since is None:
        return None
    since = render_time(known.failing_since)
    return f"failing since {since}: {known.reason}; what waits for it is kept and tried again"


async def _second_reader(settings: Settings) -> str:
    """Ask it about news that is none: whoever answers in the form asked for will do."""
    none = DealReading(is_compute_deal=False, event="none", reasons=())
    async with open_second_reader(settings) as second:
        if second is None:
            return "none is named: our rules read alone"
        answer = await second.ask(render_question("Rain is likely", "It will be wet.", none))
    if parse_answer(answer) is None:
        raise GigawatchError("it answers, but not in the form asked for; name another model")
    return "it answers as it should; asked only where the rules are unsure"


def _prefect(settings: Settings) -> str:
    given = os.environ.get("PREFECT_API_URL") or settings.prefect.api_url
    if given and not is_up(given.removesuffix("/")):
        raise GigawatchError(f"no server answers at {given}; start it, or unset PREFECT_API_URL")
    return f"server at {given}" if given else "`gigawatch serve` starts its own server"
