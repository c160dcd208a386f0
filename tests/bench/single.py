"""Figures that stand by themselves: the fixed cost of a poll, one long feed, one that hangs."""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast

from tests.bench.farm import LONG, Farm
from tests.bench.programs import BenchError, Gigawatch, Program, Update, drive_gigawatch
from tests.bench.table import Figure
from tests.watches import write_watch

_OTHERS: Final = 99
_TIMEOUT: Final = "5s"


def single_figures(farm: Farm, peers: Sequence[Program], *, large: bool) -> Iterator[Figure]:
    """The figures; the peers, which take minutes, get the long feeds only in a large run."""
    yield from fixed_cost(farm)
    for program in (Gigawatch(), *(peers if large else ())):
        for items in LONG:
            yield from long_feed(program, farm, items)
    yield from hanging_feed(farm)


def fixed_cost(farm: Farm) -> Iterator[Figure]:
    """What a poll costs before it asks anybody: settings, companies, database."""
    with tempfile.TemporaryDirectory() as folder:
        program = Gigawatch()
        program.prepare(Path(folder), farm, farm.urls(1))
        farm.set(new=0, etags=True)
        program.update()
        seconds = program.update().seconds
    yield Figure(
        name="Gigawatch: a poll of one feed, 304",
        value=seconds * 1000,
        unit="ms",
        method="what every poll costs, however few its feeds",
    )


def long_feed(program: Program, farm: Farm, items: int) -> Iterator[Figure]:
    """A feed of many entries without validators: first sight, unchanged, one entry more."""
    name = f"{program.name}: one feed of {items:,} entries, no validators"
    with tempfile.TemporaryDirectory() as folder:
        program.prepare(Path(folder), farm, [farm.long_url(items)])
        for what, new in (("cold", 0), ("unchanged", 0), ("one entry new", 1)):
            farm.set(new=new, etags=False)
            try:
                seconds = program.update().seconds
            except BenchError as error:
                yield Figure(name=f"{name}, {what}", value=None, unit="ms", method=str(error))
                return
            yield Figure(name=f"{name}, {what}", value=seconds * 1000, unit="ms")


def hanging_feed(farm: Farm) -> Iterator[Figure]:
    """When the other 99 feeds are done, with one feed that never answers and without it."""
    with tempfile.TemporaryDirectory() as folder:
        for what, more in (("without", []), ("with", [farm.hanging_url])):
            urls = [*farm.urls(_OTHERS), *more]
            config = write_watch(Path(folder), urls, allow=farm.allow, per_host=50)
            text = config.read_text(encoding="utf-8")
            patient = text.replace("[poll]", f'[poll]\ntimeout = "{_TIMEOUT}"')
            config.write_text(patient, encoding="utf-8")
            farm.set(new=0, etags=True)
            if not more:
                drive_gigawatch(config)
            update = drive_gigawatch(config)
            yield Figure(
                name=f"Gigawatch: the other {_OTHERS} feeds done, {what} one that hangs",
                value=_done_s(config.parent / "gigawatch.db", update) * 1000,
                unit="ms",
                method=f"all 304, timeout {_TIMEOUT}; the whole poll: {update.seconds:.2f} s",
            )


def _done_s(database: Path, update: Update) -> float:
    """Seconds from the start of a poll to the last feed that was not in trouble."""
    query = "SELECT max(polled_at) FROM polls WHERE outcome <> 'error'"
    with closing(sqlite3.connect(database)) as connection:
        (last,) = connection.execute(query).fetchone()
    done_at = datetime.fromisoformat(last).replace(tzinfo=UTC).timestamp()
    return done_at - cast("float", update.said["started_at"])
