"""An entry that promises more than it says has its page read in the same poll."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.servers import FeedServer
from tests.watches import DEAL, WEATHER, ask, poll_at, render_rss, write_watch

TEASER = replace(DEAL, title="Anthropic and Microsoft sign cloud deal", text="Read more…")
PAGE = """<html><head><title>Anthropic and Microsoft sign cloud deal</title></head><body><article>
<p>Anthropic will buy $30 billion of Azure compute capacity from Microsoft, both companies said on
Tuesday, and will use up to one gigawatt of it for its models.</p></article></body></html>"""


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A feed with a teaser and the weather, and the page of each."""
    with FeedServer() as running:
        for path in ("/deal", "/rain"):
            running.put(path, PAGE.encode(), content_type="text/html; charset=utf-8")
        teaser = replace(TEASER, link=running.url("/deal"))
        weather = replace(WEATHER, link=running.url("/rain"))
        running.put("/feed.xml", render_rss(teaser, weather))
        yield running


def pages_read(server: FeedServer) -> list[str]:
    """The pages that were asked for."""
    return [one.path for one in server.requests if one.path in {"/deal", "/rain"}]


async def poll(folder: Path, server: FeedServer, full_text: str) -> str:
    """Poll once; the deal's reading as it was stored."""
    feed = server.url("/feed.xml")
    config = write_watch(folder, [feed], allow=[server.address], full_text=full_text)
    await poll_at(config)
    ((told,),) = ask(folder, "SELECT reading FROM entries WHERE title LIKE 'Anthropic%'")
    return str(told)


@pytest.mark.parametrize(
    ("full_text", "paths"),
    [("auto", ["/deal"]), ("always", ["/deal", "/rain"]), ("never", [])],
)
async def test_pages_are_read_where_the_feed_wants_it(
    tmp_path: Path, server: FeedServer, full_text: str, paths: list[str]
) -> None:
    """Set to auto it reads what promises a deal; what the page tells is in the reading."""
    told = await poll(tmp_path, server, full_text)

    assert sorted(pages_read(server)) == paths
    assert ("30000000000" in told) == bool(paths)


async def test_a_page_is_read_once(tmp_path: Path, server: FeedServer) -> None:
    """A known entry is not read again."""
    await poll(tmp_path, server, "auto")
    await poll(tmp_path, server, "auto")

    assert pages_read(server) == ["/deal"]


async def test_a_page_that_is_not_had_is_noted(tmp_path: Path, server: FeedServer) -> None:
    """The entry is kept with what the feed said of it."""
    server.put("/deal", status=404)

    told = await poll(tmp_path, server, "auto")

    assert "Anthropic" in told
    notes = ask(tmp_path, "SELECT page_note FROM entries WHERE page_note IS NOT NULL")
    assert [str(note).partition(":")[0] for (note,) in notes] == ["http_404"]
