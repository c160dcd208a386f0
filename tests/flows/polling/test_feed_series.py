"""Poll histories of real feeds, replayed: nothing is lost, nothing is announced twice."""

import json
import tarfile
from pathlib import Path

import feedparser
import pytest

from flows.pipeline import claim_feeds, poll_feeds
from flows.polling.tools import open_tools
from flows.settings import load_settings
from tests.servers import FeedServer
from tests.watches import NOW, write_watch

SERIES = ("anthropic_news", "cursor", "google_ai", "groq", "mistral", "openai_research")


@pytest.mark.parametrize("name", SERIES)
async def test_a_history_is_replayed_exactly(name: str, shared: Path, tmp_path: Path) -> None:
    """Each poll brings just the entries never seen before: what left and came back is not new.

    One of the feeds took the slash off all its links at its last poll, and moved one of its
    articles to another address: they are known all the same.
    """
    folder = shared / "corpora/feed-series"
    polls = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["polls"]
    with tarfile.open(folder / f"{name}.tar.xz") as archive, FeedServer() as server:
        bodies = {
            member.name: opened.read()
            for member in archive
            if (opened := archive.extractfile(member))
        }
        config = write_watch(tmp_path, [server.url("/feed")], allow=[server.address])

        new = []
        async with open_tools(load_settings(config, {}), clock=lambda: NOW) as tools:
            for poll in polls:
                server.put("/feed", bodies[poll["file"]])
                (outcome,) = await poll_feeds(tools, claim_feeds(tools, every=True))
                assert outcome.error in {None, "malformed"}, poll["file"]
                new.append(outcome.new)

    first_seen = [len(poll["first_seen"]) for poll in polls[1:]]
    renamed = _renamed([bodies[poll["file"]] for poll in polls])
    assert new[1:] == [ids - old for ids, old in zip(first_seen, renamed[1:], strict=True)]
    assert sum(new) == polls[-1]["distinct_so_far"] - sum(renamed)


def _renamed(documents: list[bytes]) -> list[int]:
    """How many items of each document have a new id, but a link or a title and date known."""
    ids: set[str] = set()
    names: set[object] = set()
    counts = []
    for document in documents:
        items = [
            (
                entry.get("id", entry.link),
                {entry.link.rstrip("/"), (entry.title, entry.get("published"))},
            )
            for entry in feedparser.parse(document).entries
        ]
        counts.append(sum(one not in ids and bool(of & names) for one, of in items))
        for one, of in items:
            ids.add(one)
            names |= of
    return counts
