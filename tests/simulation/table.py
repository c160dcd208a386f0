"""Render what happened in a simulation as a table for people."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tests.simulation.checks import (
    Violation,
    by_host,
    catch_ups,
    due_after,
    most_at_once,
    own_outage_asks,
    shortest_gap,
)
from tests.simulation.history import History
from tests.simulation.lateness import lateness, longest_run
from tests.simulation.world import HOUR_S, MINUTE_S, World

_WIDTH: Final = 60


def render_table(world: World, history: History, violations: Sequence[Violation]) -> str:
    """The whole report: figures, then every promise that was not kept."""
    rows = [
        *_sizes(world, history),
        *_rates(world, history),
        *_hosts(history),
        *_feeds(world, history),
        *_ends(history),
    ]
    lines = [f"{name:<{_WIDTH}}{value}" for name, value in rows]
    return "\n".join([*lines, *_violations(violations)])


Rows = Iterable[tuple[str, str]]


def _sizes(world: World, history: History) -> Rows:
    hosts = len({feed.host for feed in world.feeds})
    claimed = sum(run.claimed for run in history.runs)
    skipped = sum(run.skipped for run in history.runs)
    yield "feeds, hosts", f"{len(world.feeds)}, {hosts}"
    yield (
        "runs, feeds claimed, of these left for later",
        f"{len(history.runs)}, {claimed}, {skipped}",
    )
    yield "longest run", f"{longest_run(history):.0f} s"
    yield "requests", str(len(history.visits))


# --- how much at a time -------------------------------------------------------------------------


def _rates(world: World, history: History) -> Rows:
    minutes = Counter(int(visit.started // MINUTE_S) for visit in history.visits)
    steady = [number for number in range(int(world.end // MINUTE_S)) if _is_steady(world, number)]
    yield "requests a minute, steady: mean, most", _mean_most(minutes, steady)
    for name, at in catch_ups(world):
        hour = range(int(at // MINUTE_S), int((at + HOUR_S) // MINUTE_S))
        yield f"requests a minute, hour after {name}: mean, most", _mean_most(minutes, hour)
        due = due_after(history, at, world.step_s)
        most = max(due.values(), default=0)
        yield "  asked at once; most due in one minute later", f"{due.total()}; {most}"
    seconds = Counter(int(visit.started) for visit in history.visits)
    at_once = most_at_once((visit.started, visit.ended) for visit in history.visits)
    yield "most requests begun in a second", str(max(seconds.values(), default=0))
    yield "most requests under way", str(at_once)


def _is_steady(world: World, minute: int) -> bool:
    """More than two hours after the start, and one after an outage or a sleep of ours."""
    at = minute * MINUTE_S
    asleep, awake = world.sleep
    ours = ((world.offline.start, world.offline.end), (asleep, awake))
    return at >= 2 * HOUR_S and not any(start <= at < end + HOUR_S for start, end in ours)


def _mean_most(minutes: Counter[int], chosen: Sequence[int]) -> str:
    counts = [minutes[number] for number in chosen]
    return f"{sum(counts) / max(len(counts), 1):.0f}, {max(counts, default=0)}"


def _hosts(history: History) -> Rows:
    hosts = by_host(history.visits).values()
    most = max(most_at_once((one.started, one.ended) for one in visits) for visits in hosts)
    yield "most requests under way at one host", str(most)
    yield "shortest gap at one host", f"{min(map(shortest_gap, hosts)):.3f} s"


# --- feeds --------------------------------------------------------------------------------------


def _feeds(world: World, history: History) -> Rows:
    late = [late for _, late, _ in lateness(world, history)]
    asks = [ask for asks in history.asks.values() for ask in asks]
    waits = [(ask.next_at or 0) - ask.ended for ask in asks if ask.error and ask.next_at]
    ours = list(own_outage_asks(history))
    beyond = sum((ask.next_at or 0) - run.ended > history.limits.every_s for run, ask in ours)
    yield "polls", str(len(asks))
    yield "latest poll after its time", f"{max(late) / MINUTE_S:.1f} minutes"
    yield "longest wait after an error", f"{max(waits, default=0) / HOUR_S:.2f} hours"
    yield "  longer than 24 hours", str(sum(wait > 24 * HOUR_S for wait in waits))
    yield "polls failed by our own outage; waiting longer", f"{len(ours)}; {beyond}"
    yield (
        "feeds that brought deals",
        str(sum(one.deals_brought > 0 for one in history.stored.values())),
    )


def _ends(history: History) -> Rows:
    asks = [ask for asks in history.asks.values() for ask in asks]
    yield "outcomes", _counts(ask.outcome for ask in asks)
    yield "errors", _counts(ask.error for ask in asks if ask.error)
    yield "answers", _counts(str(visit.status or "none") for visit in history.visits)
    yield "notices", _counts(one.kind for one in history.told)
    yield "feeds in the end", _counts(one.state for one in history.stored.values())


def _counts(words: Iterable[str]) -> str:
    return ", ".join(f"{word} {times}" for word, times in Counter(words).most_common()) or "none"


def _violations(violations: Sequence[Violation]) -> Iterable[str]:
    yield "" if violations else "\nevery promise was kept"
    for check, times in Counter(one.check for one in violations).items():
        yield f"NOT KEPT, {times} times: {check}"
        some = [one for one in violations if one.check == check]
        yield from (f"  {one.who}: {one.what}" for one in some)
