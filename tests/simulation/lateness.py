"""Measure how much later than it might have been a feed was asked: rests and our sleep aside."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from flows.fetching.sites import site_of
from tests.simulation.history import Ask, History
from tests.simulation.world import SimFeed, World

# Starts and ends, in order.
Pauses = Sequence[tuple[float, float]]


def lateness(world: World, history: History) -> Iterator[tuple[int, float, Ask]]:
    """For each poll that set a time how much later the next one was, or the end is."""
    pauses, slack = find_pauses(world, history), find_slack(world, history)
    for feed in world.feeds:
        if history.stored[feed.number].state != "active":
            continue
        asks = history.asks.get(feed.number, ())
        last = history.runs[-1].ended
        nexts = [*(ask.started for ask in asks), last][1:]
        for ask, started in zip(asks, nexts, strict=True):
            if ask.next_at is not None:
                due = free_at(pauses[feed.number], ask.next_at, slack)
                yield feed.number, started - due, ask


def find_slack(world: World, history: History) -> float:
    """How much later than it may a feed is asked at most: the next run has it at its end."""
    return world.step_s + longest_run(history)


def longest_run(history: History) -> float:
    """In seconds."""
    return max(run.ended - run.started for run in history.runs)


# --- when it may be asked -----------------------------------------------------------------------


def find_pauses(world: World, history: History) -> Mapping[int, Pauses]:
    """When each feed was not to be asked: rests of its sites, and our sleep."""
    rests: defaultdict[str, set[tuple[float, float]]] = defaultdict(set)
    for visit in history.visits:
        if visit.rest_s:
            rests[site_of(visit.url)].add((visit.started, visit.ended + visit.rest_s))
    return {
        feed.number: sorted({world.sleep}.union(*(rests.get(site, ()) for site in _sites(feed))))
        for feed in world.feeds
    }


def _sites(feed: SimFeed) -> set[str]:
    """Where its requests go: one that moves is asked at the old address and led to the new one."""
    return {site_of(url) for url in (feed.url, feed.new_url) if url is not None}


def free_at(pauses: Pauses, due: float, slack: float) -> float:
    """The first moment from a time on that a feed's sites may be asked and we are awake.

    The run that would have asked it begins a step later at most, and may have the site's other
    feeds before it: when one of these is told to wait, so is it. A pause that begins when the feed
    should have been asked long ago is no excuse.
    """
    free = due
    for start, end in pauses:
        if start - slack <= free < end:
            free = end
    return free
