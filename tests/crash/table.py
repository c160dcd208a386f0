"""Render what the kills came to as a table for people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tests.crash.judging import Verdict
from tests.crash.points import WAYS
from tests.crash.stores import DatabaseName
from tests.crash.trial import Trial

_FAULTS_SHOWN: Final = 30
_HEAD: Final = ("way", "database", "kills", "lost", "repeated", "worst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A trial and what came of it."""

    database: DatabaseName
    trial: Trial
    verdict: Verdict


def render_table(tried: Sequence[Tried]) -> str:
    """Kills by way and database: what they lost and had repeated; worst is of one kill."""
    databases = list(dict.fromkeys(one.database for one in tried))
    ways = list(dict.fromkeys(WAYS.values()))
    rows = [_row(way, name, tried) for name in databases for way in ways]
    lines = [_HEAD, ("---", "---", "--:", "--:", "--:", "--:"), *(row for row in rows if row)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(way: str, database: DatabaseName, tried: Iterable[Tried]) -> tuple[str, ...] | None:
    verdicts = [one.verdict for one in tried if one.database == database]
    kills = [
        (verdict.repeats.get(kill, 0), len(verdict.lost) if number == 0 else 0)
        for verdict in verdicts
        for number, kill in enumerate(verdict.kills)
        if WAYS[kill.point] == way
    ]
    if not kills:
        return None
    repeats = [repeated for repeated, _ in kills]
    # What a trial lost stands in the row of its first kill.
    lost = sum(lost for _, lost in kills)
    figures = (len(kills), lost, sum(repeats), max(repeats))
    return (way, database, *(f"{figure:,}" for figure in figures))


def render_faults(tried: Iterable[Tried]) -> str:
    """Every promise that was not kept, each with how to see it again; empty if there is none."""
    lines = [line for one in tried for line in _faults(one)]
    more = len(lines) - _FAULTS_SHOWN
    return "\n".join([*lines[:_FAULTS_SHOWN], *([f"… and {more} more"] if more > 0 else [])])


def _faults(tried: Tried) -> Iterator[str]:
    lost = (f"{destination} never heard of {key}" for destination, key in tried.verdict.lost)
    again = f"--database {tried.database} {tried.trial.arguments}"
    yield from (
        f"NOT KEPT: {fault}; again with: {again}" for fault in (*lost, *tried.verdict.faults)
    )
