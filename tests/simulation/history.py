"""What happened in a simulation: every request, every end of a poll, every run, every notice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request to a host, in seconds of the simulation.

    `status` is the answer's, 0 where there was none; `rest_s` is how long it asked to be left
    alone, and `offline` whether it was our own network that failed.
    """

    run: int
    feed: int
    host: str
    url: str
    started: float
    ended: float
    status: int
    rest_s: int | None = None
    offline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One poll of a feed: its requests' first start and last end, and what was decided."""

    run: int
    feed: int
    started: float
    ended: float
    outcome: str
    error: str | None
    next_at: float | None
    offline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the flow: how many feeds it claimed, how many it left for a later one."""

    number: int
    started: float
    ended: float
    claimed: int
    skipped: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the user was told of a feed."""

    feed: int
    kind: Literal["broken", "recovered", "silent", "moved", "flood"]
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A feed as the database has it in the end."""

    feed: int
    url: str
    state: str
    errors_in_row: int
    deals_brought: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the settings allow."""

    every_s: float
    per_host: int
    host_gap_s: float
    concurrency: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All of it; `asks` has each feed's polls in order."""

    limits: Limits
    visits: tuple[Visit, ...]
    asks: Mapping[int, tuple[Ask, ...]]
    runs: tuple[Run, ...]
    told: tuple[Told, ...]
    stored: Mapping[int, Stored]
