"""Half a day of schedule in a few seconds; `make simulate` does the same with 2,000 feeds."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.simulation.checks import find_violations
from tests.simulation.history import History, Limits
from tests.simulation.lateness import Pauses, free_at, lateness
from tests.simulation.run import simulate
from tests.simulation.table import render_table
from tests.simulation.world import HOUR_S, World, build_world

HOURS = 12.0
# What the settings say when nobody says anything.
LIMITS = Limits(every_s=900.0, per_host=2, host_gap_s=1.0, concurrency=50)


@pytest.fixture(scope="module")
def world() -> World:
    """150 feeds, some of them in trouble, an outage and a sleep of our own."""
    return build_world(feeds=150, hours=HOURS, seed=1, step_s=900.0)


@pytest.fixture(scope="module")
def history(world: World, tmp_path_factory: pytest.TempPathFactory) -> History:
    """What became of them."""
    return simulate(world, tmp_path_factory.mktemp("simulation"))


def test_half_a_day_keeps_every_promise_of_the_schedule(world: World, history: History) -> None:
    """No stampede, no host over its limits, every recovery within its backoff."""
    violations = find_violations(world, history)

    assert render_table(world, history, violations).endswith("\nevery promise was kept")


def test_the_world_is_as_troubled_as_it_says(world: World, history: History) -> None:
    """A simulation in which nothing went wrong would prove nothing."""
    errors = {ask.error for asks in history.asks.values() for ask in asks}
    statuses = {visit.status for visit in history.visits}

    assert errors >= {"connection_failed", "gone", "http_404", "too_many_requests", "timeout"}
    assert statuses >= {200, 301, 304, 404, 410, 429}
    assert {one.kind for one in history.told} == {"broken", "recovered", "moved"}
    assert any(stored.deals_brought for stored in history.stored.values())
    assert len(history.visits) > len(world.feeds) * HOURS
    assert max(late for _, late, _ in lateness(world, history)) > 0


def test_the_same_seed_makes_the_same_world() -> None:
    """What was found can be found again."""
    worlds = [build_world(feeds=40, hours=HOURS, seed=seed) for seed in (7, 7, 8)]

    assert worlds[0] == worlds[1] != worlds[2]


def test_the_same_world_has_the_same_history(tmp_path: Path) -> None:
    """Every request at the same moment: no thread, no child and no dice of its own has a say."""
    world = build_world(feeds=20, hours=1.0, seed=7)
    folders = [tmp_path / "once", tmp_path / "again"]
    for folder in folders:
        folder.mkdir()

    once, again = (simulate(world, folder) for folder in folders)

    assert once == again


# In minutes: a run begins every five, and the longest takes two.
SLACK = 7.0


@pytest.mark.parametrize(
    ("pauses", "free"),
    [
        pytest.param([], 60.0, id="nothing in its way"),
        pytest.param([(50.0, 70.0)], 70.0, id="due while its site rests"),
        pytest.param([(40.0, 60.0)], 60.0, id="due as the rest ends"),
        pytest.param([(66.5, 76.5)], 76.5, id="told to wait while it waits in its run"),
        pytest.param([(67.5, 77.5)], 60.0, id="should have been asked before the rest"),
        pytest.param([(50.0, 70.0), (76.5, 86.5)], 86.5, id="told to wait once more"),
        pytest.param([(50.0, 70.0), (77.5, 87.5)], 70.0, id="should have been asked in between"),
    ],
)
def test_a_feed_may_be_asked_when_its_site_does_not_rest(pauses: Pauses, free: float) -> None:
    """A rest excuses a feed that waits, unless it had its time to be asked before."""
    assert free_at(pauses, 60.0, SLACK) == free


@pytest.mark.parametrize(
    ("limits", "check"),
    [
        pytest.param(
            replace(LIMITS, per_host=1), "a host is asked by at most per_host at a time", id="hosts"
        ),
        pytest.param(
            replace(LIMITS, host_gap_s=2.0), "two requests to a host start a gap apart", id="gaps"
        ),
        pytest.param(
            replace(LIMITS, concurrency=2),
            "no more requests at once than a run may have",
            id="slots",
        ),
        pytest.param(
            replace(LIMITS, every_s=60.0), "our own network's outage punishes nobody", id="outage"
        ),
        pytest.param(replace(LIMITS, every_s=60.0), "a feed with deals is asked often", id="deals"),
    ],
)
def test_a_limit_that_was_not_kept_is_told(
    world: World, history: History, limits: Limits, check: str
) -> None:
    """Measured by stricter limits than those it ran with, the same history is at fault."""
    assert history.limits == LIMITS

    found = {
        violation.check for violation in find_violations(world, replace(history, limits=limits))
    }

    assert check in found


def test_a_forgotten_feed_is_told(world: World, history: History) -> None:
    """Without its polls after an error, a feed is overdue, and was not had again."""
    feed = next(one.feed for one in history.told if one.kind == "recovered")
    errors = [number for number, ask in enumerate(history.asks[feed]) if ask.error]
    forgotten = {**history.asks, feed: history.asks[feed][: errors[-1] + 1]}

    violations = find_violations(world, replace(history, asks=forgotten))

    assert {one.check for one in violations if one.who == f"feed {feed}"} == {
        "a due feed waits for one step and one run",
        "a feed is had again one backoff after its server is",
    }


def test_requests_that_should_not_be_are_told(world: World, history: History) -> None:
    """One more request to each feed at the end: too near, too early, to what is gone or at rest."""
    asked_twice = {
        feed: (*asks, replace(asks[-1], started=asks[-1].ended + 1))
        for feed, asks in history.asks.items()
    }
    last = history.visits[-1].ended
    more = [replace(visit, started=last + 1, ended=last + 2) for visit in history.visits]
    busy = replace(history.visits[-1], status=429, rest_s=600)

    violations = find_violations(
        world, replace(history, asks=asked_twice, visits=(*history.visits, busy, *more))
    )

    assert {one.check for one in violations} >= {
        "a host is asked by at most per_host at a time",
        "two requests to a host start a gap apart",
        "no feed is asked before its time",
        "a feed that is gone is not asked again",
        "a site that names a time is left alone",
    }


def test_a_feed_that_is_left_after_its_sites_rest_is_told(world: World, history: History) -> None:
    """A rest is no excuse for more than itself: an hour after it feeds are late."""
    rest = next(visit for visit in history.visits if visit.status == 429)
    here = {feed.number for feed in world.feeds if feed.host == rest.host}
    again = rest.ended + (rest.rest_s or 0) + HOUR_S
    left = {
        feed: tuple(
            ask for ask in asks if feed not in here or not rest.started < ask.started < again
        )
        for feed, asks in history.asks.items()
    }

    violations = find_violations(world, replace(history, asks=left))

    late = {one.who for one in violations if one.check.startswith("a due feed waits")}
    assert late
    assert late <= {f"feed {feed}" for feed in here}
