"""Where a poll spends its time: in its event loop, in its threads, and in the parser children.

cProfile sees one thread at a time, so each gets a profile of its own, in processor time: a thread
that waits for the others costs nothing. What the children do is done again here, on the same
documents.
"""

import asyncio
import cProfile
import pstats
import re
import sqlite3
import sys
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flows.outcomes import RunOutcome
from flows.run import poll_once
from flows.settings import load_settings
from parsers.errors import FeedError
from parsers.feed import parse_feed

_ROWS: Final = 25
_OURS: Final = r"/(flows|parsers|storage)/"
_ROOT: Final = re.escape(str(Path(__file__).parent.parent.parent))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """A feed as a parser child gets it."""

    url: str
    body: bytes
    known: bytes


def profile_poll(config: Path) -> RunOutcome:
    """Poll once and print three profiles to the standard error."""
    known = _fingerprints(config.parent / "gigawatch.db")
    threads: list[cProfile.Profile] = []
    loop = cProfile.Profile(time.thread_time)
    with loop:
        run = asyncio.run(_poll(config, threads))
    feeds = len(run.feeds)
    _print("the event loop", [loop], feeds)
    _print("the threads: reading and storing", threads, feeds)
    # Only where something was parsed in the poll, too.
    urls = [feed.url for feed in run.feeds if feed.outcome == "new"]
    documents = [_fetch(url, known.get(url, b"")) for url in urls]
    if documents:
        _print("the parser children", [_profile_parsing(documents)], feeds)
    return run


async def _poll(config: Path, threads: list[cProfile.Profile]) -> RunOutcome:
    """Poll with a default executor whose threads profile themselves."""

    def start() -> None:
        profile = cProfile.Profile(time.thread_time)
        threads.append(profile)
        profile.enable()

    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(8, initializer=start))
    return await poll_once(load_settings(config, {}), every=True)


def _fingerprints(database: Path) -> dict[str, bytes]:
    """What the last poll knew of each feed; nothing before the first."""
    with closing(sqlite3.connect(database)) as connection, suppress(sqlite3.OperationalError):
        return dict(connection.execute("SELECT url, fingerprints FROM feeds").fetchall())
    return {}


def _fetch(url: str, known: bytes) -> _Document:
    with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - our own farm
        return _Document(url=url, body=answer.read(), known=known)


def _profile_parsing(documents: Sequence[_Document]) -> cProfile.Profile:
    with cProfile.Profile(time.thread_time) as profile:
        for one in documents:
            with suppress(FeedError):
                parse_feed(one.body, content_type=None, base_url=one.url, known=one.known)
    return profile


def _print(title: str, profiles: Sequence[cProfile.Profile], feeds: int) -> None:
    """The functions with most time of their own, then ours with all they call."""
    if not profiles:
        return
    stats = pstats.Stats(profiles[0], stream=sys.stderr)
    for profile in profiles[1:]:
        stats.add(profile)
    print(f"\n=== {title}; {feeds} feeds: divide by it for seconds a feed", file=sys.stderr)
    stats.sort_stats("tottime").print_stats(_ROWS)
    stats.sort_stats("cumulative").print_stats(_ROOT + _OURS, _ROWS)
