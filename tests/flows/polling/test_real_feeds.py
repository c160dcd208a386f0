"""Feeds nobody here wrote: all of them in one run, against feedparser's own count."""

from pathlib import Path

import feedparser

from flows.outcomes import RunOutcome
from tests.servers import FeedServer
from tests.watches import poll_at, write_watch

# What a feed may end as without being a surprise: none of these is a crash of ours.
KNOWN_ERRORS = {"not_a_feed", "malformed", "xml_forbidden", "empty_body"}


async def test_all_real_feeds_are_polled_in_one_run(shared: Path, tmp_path: Path) -> None:
    """A hundred odd feeds end as read or as refused with a code; none stops the others.

    Nine in ten bring every entry feedparser finds, or more: headlines inside entries are opened,
    exact repeats inside one document are told once.
    """
    folder = shared / "corpora/feeds"
    bodies = {
        f"/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    with FeedServer() as server:
        urls = {server.put(path, body): path for path, body in bodies.items()}
        config = write_watch(tmp_path, tuple(urls), allow=[server.address])

        run = await poll_at(config)

    assert len(run.feeds) == len(bodies)
    assert {feed.error for feed in run.feeds} <= KNOWN_ERRORS | {None}
    counts = {urls[feed.url]: feed.new for feed in run.feeds}
    whole = [path for path, body in bodies.items() if counts[path] >= _entries(body)]
    assert len(whole) >= 0.9 * len(bodies), sorted(set(bodies) - set(whole))
    assert not _nothing_twice(run)


def _entries(body: bytes) -> int:
    return len(feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False).entries)


def _nothing_twice(run: RunOutcome) -> set[int]:
    """Entry ids that two feeds both call new."""
    ids = [entry.id for entry in run.entries]
    return {one for one in ids if ids.count(one) > 1}
