"""Whose turn it is to ask a host: so many at a time, a gap apart."""

import asyncio

import pytest

from flows.fetching.client import Limits, open_client, open_gaps
from flows.fetching.guard import AddressGuard, parse_allow
from flows.fetching.turns import Gaps, Turns
from parsers.errors import FetchError


class Time:
    """A clock that only sleeping moves on, and never by more than half of what was asked."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Wake up too early, as real sleeps now and then do."""
        self.now += seconds if seconds < 0.01 else seconds / 2
        await asyncio.sleep(0)


def gaps_of(seconds: float, time: Time, spared: str | None = None) -> Gaps:
    """Gaps on that clock."""
    return Gaps(seconds, spares=lambda host: host == spared, clock=time, sleep=time.sleep)


async def starts(turns: Turns, time: Time, *hosts: str) -> list[tuple[str, float]]:
    """When each of these requests, all wanted at once, began."""
    begun: list[tuple[str, float]] = []

    async def ask(host: str) -> None:
        async with turns.take(host, within_s=60):
            begun.append((host, round(time.now - 100.0, 2)))

    await asyncio.gather(*map(ask, hosts))
    return begun


async def test_requests_to_a_host_begin_a_gap_apart() -> None:
    """The first at once, the others one gap after the one before."""
    time = Time()

    begun = await starts(Turns(3, gaps_of(2.0, time)), time, "a.com", "a.com", "a.com", "a.com")

    assert begun == [("a.com", 0.0), ("a.com", 2.0), ("a.com", 4.0), ("a.com", 6.0)]


async def test_no_host_waits_for_another() -> None:
    """The gap is each host's own."""
    time = Time()

    begun = await starts(Turns(2, gaps_of(2.0, time)), time, "a.com", "b.com", "c.com", "a.com")

    assert begun == [("a.com", 0.0), ("b.com", 0.0), ("c.com", 0.0), ("a.com", 2.0)]


@pytest.mark.parametrize(
    ("gap_s", "spared"),
    [pytest.param(0.0, None, id="no-gap"), pytest.param(2.0, "a.com", id="spared-host")],
)
async def test_a_host_may_need_no_gap(gap_s: float, spared: str | None) -> None:
    """Then nobody waits for it, and nothing is remembered."""
    time = Time()
    gaps = gaps_of(gap_s, time, spared)

    begun = await starts(Turns(1, gaps), time, "a.com", "a.com")

    assert begun == [("a.com", 0.0), ("a.com", 0.0)]
    assert gaps.left() == {}


async def test_who_gives_up_in_a_gap_costs_the_others_nothing() -> None:
    """A turn that was had and not used is free again, and its start is another's."""
    turns = Turns(1, Gaps(0.2))
    async with turns.take("a.com", within_s=0):
        pass

    with pytest.raises(FetchError) as gave_up:
        async with turns.take("a.com", within_s=0.01):
            raise AssertionError
    left = turns.gaps.left()["a.com"]
    async with turns.take("a.com", within_s=5):
        pass

    assert gave_up.value.code == "host_busy"
    assert left <= 0.2


async def test_a_failure_during_a_turn_is_the_callers_own() -> None:
    """Also one that looks like our own clock's, and the turn is free again."""
    turns = Turns(1)

    with pytest.raises(TimeoutError, match="theirs"):
        async with turns.take("a.com", within_s=0):
            raise TimeoutError("theirs")

    async with turns.take("a.com", within_s=0):
        pass


async def test_hosts_whose_gap_is_over_are_forgotten() -> None:
    """However many hosts a run asks, only those of the last moments take memory."""
    time = Time()
    gaps = gaps_of(2.0, time)

    for number in range(3_000):
        await gaps.wait(f"{number}.com")
        time.now += 0.1

    assert len(gaps.left()) <= 20
    assert len(vars(gaps)["_free_at"]) <= 1_001


async def test_the_operators_own_hosts_have_no_gap() -> None:
    """What he opened, and private names, may be asked without a pause; the public may not."""
    guard = AddressGuard(allow=parse_allow(["127.0.0.1:8080"]))
    gaps = open_gaps(guard, Limits(host_gap_s=60.0))

    for host in ("127.0.0.1", "127.0.0.1", "intranet", "intranet", "example.com"):
        await gaps.wait(host)

    assert list(gaps.left()) == ["example.com"]


async def test_every_client_keeps_the_gap_of_its_limits() -> None:
    """One second where nothing else is said."""
    async with open_client(AddressGuard()) as client, client.turns.take("a.com", within_s=0):
        left = client.turns.gaps.left()["a.com"]

    assert 0.5 < left <= 1.0
