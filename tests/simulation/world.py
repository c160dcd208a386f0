"""The feeds and hosts of a simulation, and everything that befalls them: drawn from a seed."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random
from typing import Final, Literal

START: Final = datetime(2026, 4, 21, 12, tzinfo=UTC)
MINUTE_S: Final = 60.0
HOUR_S: Final = 3600.0
BIG_HOST: Final = "www.bigpress.com"
RETRY_AFTER_S: Final = 600
# How many errors in a row a feed has that was dead for a month.
LONG_DEAD_ERRORS: Final = 30

Trouble = Literal["refused", "hangs", "404", "500", "503", "429", "410", "301", "offline"]
Hint = Literal["none", "ttl", "sy", "max-age"]
Validation = Literal["both", "etag", "none"]

# What befalls whole hosts and single feeds; a 503 may name a time.
_HOST_TROUBLES: Final[Sequence[Trouble]] = ("refused", "refused", "hangs", "503", "500")
_FEED_TROUBLES: Final[Sequence[Trouble]] = ("404", "500", "hangs", "503")
_SHORTEST_RHYTHM_S: Final = 5 * MINUTE_S
_LONGEST_RHYTHM_S: Final = 7 * 24 * HOUR_S
_FEEDS_ON_A_LARGE_HOST: Final = 20
_LONGEST_SPELL_S: Final = 4 * HOUR_S


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A trouble from `start` until `end`, in seconds of the simulation."""

    trouble: Trouble
    start: float
    end: float
    retry_after_s: int | None = None

    def covers(self, at: float) -> bool:
        """Whether it is on."""
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class SimFeed:
    """One feed: where it is, how it publishes, what its server says with it, what befalls it.

    `moves_to` is the host it moves to for good with its spell "301"; `dead` was so long before.
    """

    number: int
    host: str
    rhythm_s: float
    phase_s: float
    latency_s: float
    validation: Validation = "both"
    hint: Hint = "none"
    tells_deal: bool = False
    dead: bool = False
    moves_to: str | None = None
    spells: tuple[Spell, ...] = ()

    @property
    def url(self) -> str:
        """Where it is at first."""
        return f"https://{self.host}/{self.number}.xml"

    @property
    def new_url(self) -> str | None:
        """Where it moves to."""
        return f"https://{self.moves_to}/moved/{self.number}.xml" if self.moves_to else None


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All there is: a run begins every `step_s`, and none while the machine `sleeps`.

    While we are `offline` nobody can be reached. `seed` is what it was drawn from.
    """

    seed: int
    feeds: tuple[SimFeed, ...]
    host_spells: Mapping[str, tuple[Spell, ...]]
    offline: Spell
    sleep: tuple[float, float]
    step_s: float
    end: float

    def trouble(self, feed: SimFeed, host: str, at: float) -> Spell | None:
        """What keeps a feed from being had at a host: our network's fault before the host's."""
        moved = host != feed.host
        own = (spell for spell in feed.spells if not (moved and spell.trouble == "301"))
        all_spells = (self.offline, *self.host_spells.get(host, ()), *own)
        return next((spell for spell in all_spells if spell.covers(at)), None)

    def outages(self, feed: SimFeed) -> tuple[tuple[float, float], ...]:
        """When its server did not give it, one's end before the next one's start."""
        hosts = (feed.host, feed.moves_to) if feed.moves_to else (feed.host,)
        spells = [spell for host in hosts for spell in self.host_spells.get(host, ())]
        spells += [spell for spell in feed.spells if spell.trouble not in ("301", "410")]
        merged: list[tuple[float, float]] = []
        for start, end in sorted((spell.start, spell.end) for spell in spells):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)


# --- drawing it ---------------------------------------------------------------------------------


def build_world(*, feeds: int, hours: float, seed: int, step_s: float = 5 * MINUTE_S) -> World:
    """The same world for the same numbers."""
    random = Random(seed)
    end = hours * HOUR_S
    hosts = draw_hosts(feeds)
    drawn = [_draw_feed(random, number, host) for number, host in enumerate(hosts)]
    single = [host for host in dict.fromkeys(hosts) if host.startswith("single")]
    offline_at = end / 4
    return World(
        seed=seed,
        feeds=tuple(_befall(random, feed, end, single) for feed in drawn),
        host_spells=_draw_host_spells(random, list(dict.fromkeys(hosts)), end),
        offline=Spell(trouble="offline", start=offline_at, end=offline_at + 20 * MINUTE_S),
        sleep=(end / 2 + 1, end / 2 + min(2 * HOUR_S, end / 6)),
        step_s=step_s,
        end=end,
    )


def draw_hosts(feeds: int) -> list[str]:
    """The host of each feed: a tenth on one host, most of the others by twenties, some alone."""
    big = feeds // 10
    large = feeds * 7 // 10
    names = [BIG_HOST] * big
    for number in range(large):
        group = number // _FEEDS_ON_A_LARGE_HOST
        # Some sites have two hosts.
        first = "feeds" if group % 5 == 0 and number % 2 else "www"
        names.append(f"{first}.group{group}.com")
    return names + [f"single{number}.com" for number in range(feeds - len(names))]


def _draw_feed(random: Random, number: int, host: str) -> SimFeed:
    spread = math.log(_LONGEST_RHYTHM_S / _SHORTEST_RHYTHM_S)
    rhythm_s = _SHORTEST_RHYTHM_S * math.exp(random.uniform(0, spread))
    return SimFeed(
        number=number,
        host=host,
        rhythm_s=rhythm_s,
        phase_s=random.uniform(0, rhythm_s),
        latency_s=random.choice((0.1, 0.2, 0.2, 0.4, 0.8, 1.5, 3.0)),
        validation=random.choice(("both", "both", "etag", "none")),
        hint=random.choice(("none", "none", "ttl", "sy", "max-age")),
        tells_deal=random.random() < 0.03,
    )


def _draw_host_spells(
    random: Random, hosts: Sequence[str], end: float
) -> Mapping[str, tuple[Spell, ...]]:
    """One host in ten is down once; the big one is asked too often, by its own account."""
    spells: dict[str, tuple[Spell, ...]] = {}
    for host in hosts:
        if host != BIG_HOST and random.random() < 0.1:
            spells[host] = (_draw_spell(random, _HOST_TROUBLES, end),)
    busy_at = end * 0.35
    busy = Spell(
        trouble="429", start=busy_at, end=busy_at + 25 * MINUTE_S, retry_after_s=RETRY_AFTER_S
    )
    return spells | {BIG_HOST: (busy,)}


def _draw_spell(random: Random, troubles: Sequence[Trouble], end: float) -> Spell:
    """A few minutes to four hours, begun early enough that the end is seen."""
    trouble = random.choice(troubles)
    start = random.uniform(0.04, 0.45) * end
    longest = min(_LONGEST_SPELL_S, end / 3)
    names_time = trouble == "503" and random.random() < 0.5
    return Spell(
        trouble=trouble,
        start=start,
        end=start + random.uniform(5 * MINUTE_S, longest),
        retry_after_s=RETRY_AFTER_S if names_time else None,
    )


def _befall(random: Random, feed: SimFeed, end: float, single: Sequence[str]) -> SimFeed:
    """Of a hundred feeds ten fail for a while, two move, two are gone, one was dead before."""
    drawn = random.random()
    from_then_on = random.uniform(0.05, 0.3) * end
    if drawn < 0.1:
        return replace(feed, spells=(_draw_spell(random, _FEED_TROUBLES, end),))
    if drawn < 0.12 and single:
        moved = Spell(trouble="301", start=from_then_on, end=math.inf)
        other = random.choice([host for host in single if host != feed.host] or [feed.host])
        return replace(feed, spells=(moved,), moves_to=other)
    if drawn < 0.14:
        gone = Spell(trouble="410", start=from_then_on, end=math.inf)
        return replace(feed, spells=(gone,))
    if drawn < 0.15:
        dead = Spell(trouble="404", start=0.0, end=math.inf)
        return replace(feed, spells=(dead,), dead=True)
    return feed
