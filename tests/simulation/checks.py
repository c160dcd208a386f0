"""Find what in a history breaks a promise of the schedule: feeds, hosts and times."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from flows.deciding.notices import THROTTLED
from flows.fetching.network import is_network_trouble
from flows.fetching.sites import site_of
from storage.feeds import SIGHTINGS
from tests.simulation.history import Ask, History, Run, Visit
from tests.simulation.lateness import Pauses, find_pauses, find_slack, free_at, lateness
from tests.simulation.world import HOUR_S, LONG_DEAD_ERRORS, MINUTE_S, World

# Of an interval: how far the schedule spreads feeds that were asked together.
_JITTER: Final = 0.1
_LONGEST_BACKOFF_S: Final = 24 * HOUR_S
_DEAL_FEED_MAY_WAIT: Final = 4
# A run begins no feed later than this; the last one may still time out.
_LONGEST_RUN_S: Final = 8 * MINUTE_S + 45
# Requests are over some moments before their feeds are stored.
_STORING_S: Final = 5.0
# Feeds that fail together for our network to be blamed, see flows/fetching/network.py.
_FEWEST_TELL: Final = 3
_FEW: Final = 20
_NONE_S: Final = 1e-6
_HEALTHY: Final = ("new", "unchanged", "not_modified")


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A promise that was not kept: which, by whom, and what happened when."""

    check: str
    who: str
    what: str


Found = Iterator[tuple[str, str]]


def find_violations(world: World, history: History) -> tuple[Violation, ...]:
    """Everything that is not as it should be, check by check."""
    checks = {
        "a host is asked by at most per_host at a time": hosts_crowded(history),
        "two requests to a host start a gap apart": hosts_hurried(history),
        "no more requests at once than a run may have": runs_crowded(history),
        "no feed is asked before its time": asked_early(history),
        "a due feed waits for one step and one run": asked_late(world, history),
        "no run outlives its lease": runs_endless(history),
        "feeds asked together are not due together": due_together(world, history),
        "each error at most doubles the wait, up to a day": backoffs(world, history),
        "a feed is had again one backoff after its server is": recoveries(world, history),
        "our own network's outage punishes nobody": punished(world, history),
        "a site that names a time is left alone": rests_broken(history),
        "a feed that is gone is not asked again": asked_though_gone(history),
        "a move is adopted when it was seen often enough": moves_ignored(history),
        "a feed with deals is asked often": deal_feeds_left(history),
        "one notice a breakage and one a recovery": notices_repeated(world, history),
    }
    return tuple(
        Violation(check=check, who=who, what=what)
        for check, found in checks.items()
        for who, what in found
    )


def clock_of(at: float) -> str:
    """Seconds as hours, minutes and seconds."""
    if math.isinf(at):
        return "never"
    return f"{int(at // 3600)}:{int(at // 60) % 60:02}:{at % 60:04.1f}"


def _feed(number: int) -> str:
    return f"feed {number}"


# --- hosts --------------------------------------------------------------------------------------


def by_host(visits: Iterable[Visit]) -> Mapping[str, list[Visit]]:
    """The requests of each host, in order."""
    hosts: defaultdict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        hosts[visit.host].append(visit)
    return hosts


def most_at_once(spans: Iterable[tuple[float, float]]) -> int:
    """How many spans of time overlap at most; one may start the moment another ends."""
    steps = sorted(step for start, end in spans for step in ((start, 1), (end, -1)))
    now = most = 0
    for _, step in steps:
        now += step
        most = max(most, now)
    return most


def shortest_gap(visits: Iterable[Visit]) -> float:
    """The least time between the starts of two requests, endless for a single one."""
    starts = sorted(visit.started for visit in visits)
    return min((after - before for before, after in pairwise(starts)), default=math.inf)


def hosts_crowded(history: History) -> Found:
    """More at a time than the settings allow, over all runs and workers."""
    for host, visits in by_host(history.visits).items():
        most = most_at_once((visit.started, visit.ended) for visit in visits)
        if most > history.limits.per_host:
            yield host, f"{most} at once"


def hosts_hurried(history: History) -> Found:
    """Two requests nearer to each other than the gap, over all runs and workers."""
    for host, visits in by_host(history.visits).items():
        for before, after in pairwise(visits):
            if after.started - before.started < history.limits.host_gap_s - _NONE_S:
                gap = f"{after.started - before.started:.3f} s"
                runs = f"runs {before.run} and {after.run}, feeds {before.feed} and {after.feed}"
                yield host, f"{gap} between {runs} at {clock_of(after.started)}"


def rests_broken(history: History) -> Found:
    """Requests that start while a site is to be left alone; those under way may end."""
    until: dict[str, tuple[float, float]] = {}
    asked = [(visit.ended, 0, visit) for visit in history.visits if visit.rest_s]
    asked += [(visit.started, 1, visit) for visit in history.visits]
    for at, kind, visit in sorted(asked, key=lambda one: one[:2]):
        site = site_of(visit.url)
        since, end = until.get(site, (0.0, 0.0))
        if kind == 0:
            until[site] = (at if at >= end else since, max(end, at + (visit.rest_s or 0)))
        elif since < at < end - _NONE_S:
            yield site, f"feed {visit.feed} at {clock_of(at)}, to be left until {clock_of(end)}"


# --- runs ---------------------------------------------------------------------------------------


def runs_crowded(history: History) -> Found:
    """More requests of one run under way than it has slots."""
    runs: defaultdict[int, list[Visit]] = defaultdict(list)
    for visit in history.visits:
        runs[visit.run].append(visit)
    for run, visits in runs.items():
        most = most_at_once((visit.started, visit.ended) for visit in visits)
        if most > history.limits.concurrency:
            yield f"run {run}", f"{most} at once"


def runs_endless(history: History) -> Found:
    """Runs longer than what they may begin feeds in, and the last one's time."""
    for run in history.runs:
        if run.ended - run.started > _LONGEST_RUN_S:
            yield f"run {run.number}", f"{run.ended - run.started:.0f} s"


def due_together(world: World, history: History) -> Found:
    """After all were asked at once, half of them or more are due within one minute."""
    for name, at in catch_ups(world):
        due = due_after(history, at, world.step_s)
        (minute, most) = max(due.items(), key=lambda one: one[1], default=(0, 0))
        if due.total() > _FEW and most * 2 > due.total():
            told = f"{most} of {due.total()} in minute {minute}"
            yield name, told


def catch_ups(world: World) -> tuple[tuple[str, float], ...]:
    """When far more feeds were due than usual."""
    return (
        ("the start", 0.0),
        ("our outage", world.offline.end),
        ("the sleep", world.sleep[1]),
    )


def due_after(history: History, at: float, step_s: float) -> Counter[int]:
    """How many of the feeds asked in the step after a moment are due in which minute."""
    asks = (ask for asks in history.asks.values() for ask in asks)
    caught_up = (ask for ask in asks if at <= ask.started < at + step_s)
    return Counter(int(ask.next_at // MINUTE_S) for ask in caught_up if ask.next_at is not None)


# --- when a feed is asked -----------------------------------------------------------------------


def asked_early(history: History) -> Found:
    """A poll before the time the one before it had set, or beside it."""
    for feed, asks in history.asks.items():
        for before, after in pairwise(asks):
            if before.next_at is not None and after.started < before.next_at - _NONE_S:
                told = f"due at {clock_of(before.next_at)}, asked at {clock_of(after.started)}"
                yield _feed(feed), told


def asked_late(world: World, history: History) -> Found:
    """A poll later than the next step and the longest run there was, rests and sleep aside."""
    allowed = find_slack(world, history)
    yield from (
        (_feed(one.number), "never asked") for one in world.feeds if one.number not in history.asks
    )
    for feed, late, ask in lateness(world, history):
        if late > allowed:
            due = clock_of(ask.next_at or 0)
            yield _feed(feed), f"due at {due}, {late / MINUTE_S:.1f} minutes late"


# --- failures -----------------------------------------------------------------------------------


def backoffs(world: World, history: History) -> Found:
    """A wait after an error that is longer than the errors in a row make it."""
    runs = {run.number: run for run in history.runs}
    for feed in world.feeds:
        asks = history.asks.get(feed.number, ())
        errors = LONG_DEAD_ERRORS - 1 if feed.dead else 0
        for ask in asks:
            errors = 0 if ask.outcome in _HEALTHY else errors + (ask.error not in THROTTLED)
            # Whether it was our own network is known at the end of the run at the latest.
            decided = runs[ask.run].ended if is_network_trouble(ask.error) else ask.ended
            wait = (ask.next_at or 0) - decided
            if ask.error and wait > _longest_wait(history, asks, ask, errors) + _NONE_S:
                told = f"{wait / MINUTE_S:.0f} minutes after error {errors}"
                yield _feed(feed.number), f"{told} at {clock_of(ask.ended)}"


def _longest_wait(history: History, asks: Sequence[Ask], ask: Ask, errors: int) -> float:
    """A throttled feed waits twice the interval, or as long as it does when it is well."""
    every = history.limits.every_s
    if ask.error in THROTTLED:
        well = ((one.next_at or 0) - one.started for one in asks if one.outcome in _HEALTHY)
        # Each of them came a little early.
        return max(every * 2, *well) / (1 - _JITTER) + _STORING_S
    doubled = every * (1 << min(max(errors - 1, 0), 12))
    return min(doubled, _LONGEST_BACKOFF_S) * (1 + _JITTER) + _STORING_S


def recoveries(world: World, history: History) -> Found:
    """A feed that is not had one backoff, one step and one run after its server was well."""
    pauses, slack = find_pauses(world, history), find_slack(world, history)
    for feed in world.feeds:
        outages = world.outages(feed)
        nexts = [*(start for start, _ in outages), world.end][1:]
        for (start, end), trouble_again in zip(outages, nexts, strict=True):
            asks = history.asks.get(feed.number, ())
            failed = [ask for ask in asks if start <= ask.started < end and ask.error]
            by = world.end
            if failed:
                due = max(failed[-1].next_at or failed[-1].ended, end)
                by = _due_again(world, history, pauses[feed.number], due) + slack
            gone = history.stored[feed.number].state != "active"
            again = _first_success(asks, end)
            if by < trouble_again and not gone and again > by:
                told = f"to be had by {clock_of(by)}, had {clock_of(again)}"
                yield _feed(feed.number), f"well at {clock_of(end)}, {told}"


def _first_success(asks: Sequence[Ask], since: float) -> float:
    well = (ask.started for ask in asks if ask.started >= since and ask.outcome in _HEALTHY)
    return next(well, math.inf)


def _due_again(world: World, history: History, pauses: Pauses, due: float) -> float:
    """The time a failed feed's last failure set, or its server's recovery; our pauses on top.

    It may be due before its server is well and not be asked, where that lies behind a redirect to
    a site at rest.
    """
    slack = find_slack(world, history)
    free = free_at(pauses, due, slack)
    if world.offline.start - slack <= free < world.offline.end:
        # Asked in our own outage it is asked again one interval later.
        free = free_at(pauses, world.offline.end + history.limits.every_s, slack)
    return free


def own_outage_asks(history: History) -> Iterator[tuple[Run, Ask]]:
    """The polls that our own network made fail, each with its run."""
    runs = {run.number: run for run in history.runs}
    for asks in history.asks.values():
        yield from ((runs[ask.run], ask) for ask in asks if ask.offline and ask.error)


def punished(world: World, history: History) -> Found:
    """A feed that waits longer than one interval because we were offline for a whole run.

    Of one or two feeds nobody can tell whose fault it was, nor of a run that began before.
    """
    offline = world.offline
    for run, ask in own_outage_asks(history):
        whole = offline.start <= run.started and run.ended <= offline.end
        # Whose fault it is, is known when all the others have ended too.
        wait = (ask.next_at or 0) - run.ended
        if whole and run.claimed - run.skipped >= _FEWEST_TELL and wait > history.limits.every_s:
            yield _feed(ask.feed), f"{wait / MINUTE_S:.0f} minutes at {clock_of(ask.ended)}"


# --- other ends ---------------------------------------------------------------------------------


def asked_though_gone(history: History) -> Found:
    """A request after the answer 410."""
    gone: dict[int, float] = {}
    for visit in history.visits:
        if visit.feed in gone and visit.started > gone[visit.feed]:
            yield _feed(visit.feed), f"asked at {clock_of(visit.started)}"
        if visit.status == 410:
            gone.setdefault(visit.feed, visit.ended)


def moves_ignored(history: History) -> Found:
    """A permanent redirect seen with a body more often than it needs to be believed."""
    seen: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for visit in history.visits:
        seen[visit.feed, visit.run].add(visit.status)
    sightings = Counter(feed for (feed, _), statuses in seen.items() if statuses >= {301, 200})
    for feed, times in sightings.items():
        if times > SIGHTINGS:
            yield _feed(feed), f"seen {times} times"


def deal_feeds_left(history: History) -> Found:
    """A feed that brought a deal and waits for more than four intervals while it is well."""
    longest = history.limits.every_s * _DEAL_FEED_MAY_WAIT
    for feed, stored in history.stored.items():
        for ask in history.asks.get(feed, ()) if stored.deals_brought else ():
            wait = (ask.next_at or 0) - ask.ended
            if ask.outcome in _HEALTHY and wait > longest + _STORING_S:
                yield _feed(feed), f"waits {wait / MINUTE_S:.0f} minutes at {clock_of(ask.ended)}"


def notices_repeated(world: World, history: History) -> Found:
    """More told than befell: each outage breaks and recovers once, everything else is no news."""
    told: Counter[tuple[int, str]] = Counter((one.feed, one.kind) for one in history.told)
    for feed in world.feeds:
        gone = sum(spell.trouble == "410" for spell in feed.spells)
        breakages = len(world.outages(feed)) + gone
        allowed = {
            "broken": breakages,
            "recovered": min(told[feed.number, "broken"], breakages),
            "moved": 1 if feed.moves_to else 0,
        }
        for kind in ("broken", "recovered", "moved", "silent", "flood"):
            times = told[feed.number, kind]
            if times > allowed.get(kind, 0):
                yield _feed(feed.number), f"{kind} told {times} times"
