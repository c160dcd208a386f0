"""Judge a trial: what was lost, what was repeated, and after which kill."""

import re
import signal
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.crash.points import Counts, Kill
from tests.crash.scenario import DESTINATIONS, PhaseName

# A poll that takes longer hangs.
PATIENCE_S: Final = 120.0
# A deal's name, the month it was announced, the number of the alert.
_KEY: Final = re.compile(r"[a-z0-9-]+-2026-04#\d+")
_DIGEST_KEY: Final = re.compile(r"digest-\d{4}-\d\d-\d\d#\d+")
_MAY_REPEAT: Final = re.compile(r'may repeat|"may_repeat": ?true', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A message as a destination has it.

    `poll` is the number of the poll that sent it. `says_so` is whether it warns of being a repeat.
    `digest` is the digest's own key, None for a message on one deal.
    """

    destination: str
    poll: int
    keys: frozenset[str]
    says_so: bool
    digest: str | None = None

    @classmethod
    def of(cls, destination: str, text: str, *, poll: int) -> "Arrival":
        """Find the keys in a message, one or a whole digest of them."""
        digest = _DIGEST_KEY.search(text)
        return cls(
            destination=destination,
            poll=poll,
            keys=frozenset(_KEY.findall(text)),
            says_so=_MAY_REPEAT.search(text) is not None,
            digest=digest[0] if digest else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A poll that ended: by itself, or killed. `counts` is empty where it was killed."""

    phase: PhaseName
    kill: Kill | None
    code: int
    took_s: float
    counts: Counts

    @property
    def was_killed(self) -> bool:
        """Whether the kill that was meant for it came before its end."""
        return self.kill is not None and self.code == -signal.SIGKILL


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What the database holds in the end.

    `alerts` are the keys of the alerts on deals; `states` has each delivery's by its key, without
    those of digests, of which there may be one more or less.
    """

    alerts: frozenset[str]
    entries: tuple[str, ...]
    deals: Mapping[str, object]
    states: Mapping[str, str]
    under_way: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """All that there is to see of a trial."""

    polls: Sequence[Poll]
    arrivals: Sequence[Arrival]
    stored: Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A message that came again: which poll sent the first one."""

    destination: str
    poll: int
    says_so: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of a trial. `lost` are (destination, key); `faults` are sentences."""

    kills: tuple[Kill, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    repeats: Mapping[Kill, int] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    @property
    def repeated(self) -> int:
        """How many messages came again."""
        return sum(self.repeats.values())


def told(arrivals: Iterable[Arrival], alerts: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The alerts on deals that each destination has heard."""
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for arrival in arrivals:
        heard[arrival.destination] |= arrival.keys & alerts
    return {destination: frozenset(keys) for destination, keys in heard.items()}


def find_repeats(arrivals: Iterable[Arrival], alerts: frozenset[str]) -> list[Repeat]:
    """The messages of which something had arrived before, and the last poll that sent that."""
    last: dict[tuple[str, str], int] = {}
    repeats = []
    for arrival in arrivals:
        keys = [(arrival.destination, key) for key in arrival.keys & alerts]
        known = [last[key] for key in keys if key in last]
        if known:
            repeats.append(
                Repeat(destination=arrival.destination, poll=max(known), says_so=arrival.says_so)
            )
        last |= dict.fromkeys(keys, arrival.poll)
    return repeats


def judge(ending: Ending, undisturbed: Ending) -> Verdict:
    """Compare a trial with one in which nothing was killed."""
    kills = [poll.kill for poll in ending.polls if poll.kill and poll.was_killed]
    heard = told(ending.arrivals, undisturbed.stored.alerts)
    wanted = told(undisturbed.arrivals, undisturbed.stored.alerts)
    lost = [
        (destination, key)
        for destination, keys in wanted.items()
        for key in sorted(keys - heard.get(destination, frozenset()))
    ]
    repeats = find_repeats(ending.arrivals, undisturbed.stored.alerts)
    return Verdict(
        kills=tuple(kills),
        lost=tuple(lost),
        repeats=_by_kill(ending.polls, repeats),
        faults=(
            *_poll_faults(ending.polls),
            *_repeat_faults(ending.polls, repeats),
            *_digest_faults(ending.arrivals),
            *_stored_faults(ending.stored, undisturbed.stored),
        ),
    )


def find_gaps(undisturbed: Mapping[PhaseName, Ending]) -> tuple[str, ...]:
    """What is wrong where nothing was killed, so that nothing can be compared with it.

    Each alert is told at once to whoever wants that, and each deal of the first day to all.
    """
    whole, first_day = undisturbed["digest"], undisturbed["updates"].stored.deals
    heard = told(whole.arrivals, whole.stored.alerts)
    gaps = [*_poll_faults(whole.polls)]
    for destination in DESTINATIONS:
        keys = heard.get(destination, frozenset())
        wanted = whole.stored.alerts if destination != "daily" else frozenset()
        gaps += [f"{destination}: {key} was not told" for key in sorted(wanted - keys)]
        deals = {key.partition("#")[0] for key in keys}
        gaps += [f"{destination}: nothing told of {one}" for one in sorted({*first_day} - deals)]
    return tuple(gaps)


def _by_kill(polls: Sequence[Poll], repeats: Iterable[Repeat]) -> Mapping[Kill, int]:
    """How many messages each kill had repeated."""
    kills = (polls[repeat.poll].kill for repeat in repeats)
    return Counter(kill for kill in kills if kill is not None)


def _poll_faults(polls: Iterable[Poll]) -> Iterator[str]:
    for number, poll in enumerate(polls):
        if poll.took_s >= PATIENCE_S:
            yield f"poll {number} ({poll.phase}) hung"
        elif poll.code and not poll.was_killed:
            yield f"poll {number} ({poll.phase}) ended with exit code {poll.code}"


def _repeat_faults(polls: Sequence[Poll], repeats: Iterable[Repeat]) -> Iterator[str]:
    """A repeat needs a kill of its own for each destination, and says what it is."""
    times = Counter((repeat.destination, repeat.poll) for repeat in repeats)
    for (destination, number), count in times.items():
        allowed = int(polls[number].was_killed)
        if count > allowed:
            yield f"{destination}: {count} repeats after poll {number}, {allowed} allowed"
    for repeat in repeats:
        if not repeat.says_so:
            yield f"{repeat.destination}: a repeat after poll {repeat.poll} does not say so"


def _digest_faults(arrivals: Iterable[Arrival]) -> Iterator[str]:
    """Whoever has a digest already drops what comes under its key: it must bring nothing else."""
    brought: dict[tuple[str, str], frozenset[str]] = {}
    for arrival in arrivals:
        if arrival.digest is None:
            continue
        before = brought.setdefault((arrival.destination, arrival.digest), arrival.keys)
        more = sorted(arrival.keys - before)
        if more:
            yield f"{arrival.destination}: {arrival.digest} came again with {', '.join(more)} added"


def _stored_faults(stored: Stored, wanted: Stored) -> Iterator[str]:
    yield from (f"still under way: {key}" for key in stored.under_way)
    pairs: tuple[tuple[str, Mapping[str, object], Mapping[str, object]], ...] = (
        ("deal", stored.deals, wanted.deals),
        ("delivery", stored.states, wanted.states),
        ("entry", dict.fromkeys(stored.entries), dict.fromkeys(wanted.entries)),
    )
    for name, has, should in pairs:
        for key in sorted({*has, *should}):
            if key not in has or key not in should:
                yield f"{name} {key}: {'missing' if key in should else 'too many'}"
            elif has[key] != should[key]:
                yield f"{name} {key}: is {has[key]}, should be {should[key]}"
