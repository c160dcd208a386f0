"""The same article is one entry, whatever its feeds do to it; and no feed floods anyone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from flows.outcomes import RunOutcome
from storage.database import open_engine, transaction
from storage.entries import prune_entries
from tests.servers import FeedServer
from tests.watches import DEAL, NOW, WEATHER, Item, alerts, ask, poll_at, render_rss, watch_to_file

LATER = NOW + timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A publisher."""
    with FeedServer() as server:
        yield server


def new(run: RunOutcome) -> list[int]:
    """How many entries each feed brought."""
    assert [feed.error for feed in run.feeds] == [None] * len(run.feeds)
    return [feed.new for feed in run.feeds]


def items(count: int, *, name: str = "a", date: str | None = DEAL.date) -> list[Item]:
    """As many items, each with title, link and guid of its own."""
    return [
        Item(
            title=f"Report number {number} on the power market",
            link=f"https://wire.example/{name}/{number}",
            guid=f"{name}-{number}",
            date=date,
        )
        for number in range(count)
    ]


async def polls(config: Path, server: FeedServer, *documents: bytes) -> list[list[int]]:
    """What each document of a feed brings, an hour apart."""
    brought = []
    for number, document in enumerate(documents):
        server.put("/feed", document)
        run = await poll_at(config, NOW + number * timedelta(hours=1), every=True)
        brought.append(new(run))
    return brought


@pytest.fixture
def watch(server: FeedServer, tmp_path: Path) -> Path:
    """A watch.toml on one feed, alerts to a file."""
    return watch_to_file(tmp_path, server, server.url("/feed"))


# --- names that change --------------------------------------------------------------------------


async def test_one_guid_for_all_items(server: FeedServer, watch: Path) -> None:
    """A feed that gives all its items one guid has as many entries as items, every time."""
    same = [replace(one, guid="urn:all") for one in items(5)]
    more = [*same, Item(title="One more", link="https://wire.example/more", guid="urn:all")]

    brought = await polls(watch, server, render_rss(*same), render_rss(*more), render_rss(*more))

    assert brought == [[5], [1], [0]]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"guid": "new-{n}"}, id="guids: known by their addresses"),
        pytest.param(
            {"guid": "new-{n}", "link": "https://new.example/p?id={n}"},
            id="guids and addresses: known by title and time",
        ),
    ],
)
async def test_all_guids_change(
    server: FeedServer, watch: Path, tmp_path: Path, changes: dict[str, str]
) -> None:
    """A new publishing system renames everything: nothing is new, nobody is alerted again."""
    before = [DEAL, *items(30)]
    after = [
        replace(one, **{name: to.format(n=n) for name, to in changes.items()})
        for n, one in enumerate(before)
    ]

    brought = await polls(watch, server, render_rss(*before), render_rss(*after))

    assert brought == [[31], [0]]
    assert alerts(tmp_path).count("New deal") == 1


async def test_no_guid_and_an_address_that_varies(server: FeedServer, watch: Path) -> None:
    """A tracking parameter of its own in every answer does not make an entry new."""
    document = [
        render_rss(replace(DEAL, guid=None, link=f"{DEAL.link}?utm_source=rss&utm_id={n}"))
        for n in range(3)
    ]

    assert await polls(watch, server, *document) == [[1], [0], [0]]


@pytest.mark.parametrize(
    "address", ["http://wire.example/{}", "https://www.wire.example/{}/", "https://new.example/{}"]
)
async def test_a_site_moves(server: FeedServer, watch: Path, address: str) -> None:
    """From http to https, to another host name, to another domain: history is kept."""
    before = [replace(one, guid=one.link) for one in items(3)]
    moved = [address.format(f"a/{n}") for n in range(3)]
    after = [replace(one, link=to, guid=to) for one, to in zip(before, moved, strict=True)]

    assert await polls(watch, server, render_rss(*before), render_rss(*after)) == [[3], [0]]


# --- many feeds ---------------------------------------------------------------------------------


async def test_an_article_in_many_feeds_is_one_entry(server: FeedServer, tmp_path: Path) -> None:
    """By its address, and by title and publisher where a feed hides that; all feeds are noted."""
    hidden = replace(DEAL, link="https://search.example/a/CBM123", guid="g")
    bodies = (render_rss(DEAL), render_rss(DEAL), render_rss(hidden))
    urls = [server.put(f"/{n}", body) for n, body in enumerate(bodies)]
    config = watch_to_file(tmp_path, server, *urls)

    run = await poll_at(config)

    assert sum(new(run)) == 1
    assert ask(tmp_path, "SELECT count(*) FROM entry_feeds") == [(3,)]
    assert alerts(tmp_path).count("New deal") == 1


async def test_entries_with_one_generic_title_stay_apart(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """A title that comes every week is many entries, and so is one of few words."""
    weekly = [
        Item(title=title, link=f"https://wire.example/{n}", guid=f"{n}", date=date)
        for n, (title, date) in enumerate(
            (
                ("Weekly update", "Mon, 20 Apr 2026 08:00:00 GMT"),
                ("Weekly update", "Mon, 20 Apr 2026 08:00:00 GMT"),
                ("What we read this week", "Mon, 13 Apr 2026 08:00:00 GMT"),
                ("What we read this week", "Mon, 20 Apr 2026 08:00:00 GMT"),
            )
        )
    ]

    assert await polls(watch, server, render_rss(*weekly)) == [[4]]
    assert len(ask(tmp_path, "SELECT id FROM entries")) == 4


@pytest.mark.parametrize(
    "link",
    [
        "https://www.google.com/url?rct=j&url=https://wire.example/anthropic-microsoft&ct=ga",
        "https://wire.example/anthropic-microsoft?amp=1",
        "https://amp.wire.example/anthropic-microsoft",
        "https://m.wire.example/anthropic-microsoft",
    ],
)
async def test_wrapped_addresses_are_the_articles(
    server: FeedServer, tmp_path: Path, link: str
) -> None:
    """Alerts, AMP and mobile pages are the article itself, under whatever title."""
    other = replace(DEAL, title="Another title altogether", link=link, guid="other")
    urls = [server.put("/a", render_rss(DEAL)), server.put("/b", render_rss(other))]

    run = await poll_at(watch_to_file(tmp_path, server, *urls))

    assert sum(new(run)) == 1


async def test_links_to_the_front_page_name_nothing(server: FeedServer, watch: Path) -> None:
    """Entries that all lead to the site's front page are entries of their own."""
    home = [replace(one, link="https://wire.example/") for one in items(3)]

    assert await polls(watch, server, render_rss(*home)) == [[3]]


# --- edits --------------------------------------------------------------------------------------


async def test_an_edit_is_stored_and_told_only_if_it_matters(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """Better words change the entry in silence; a raised sum is an update of the deal."""
    reworded = replace(DEAL, text=f"{DEAL.text} The companies said so in a joint release.")
    raised = replace(
        DEAL,
        title="Anthropic commits $45 billion to Microsoft for cloud capacity",
        text="Anthropic will buy $45 billion of Azure compute capacity from Microsoft.",
    )

    server.put("/feed", render_rss(DEAL))
    await poll_at(watch, every=True)
    server.put("/feed", render_rss(reworded))
    quiet = await poll_at(watch, LATER, every=True)
    text = ask(tmp_path, "SELECT text, edited_at IS NOT NULL FROM entries")
    told_before = alerts(tmp_path)
    server.put("/feed", render_rss(raised))
    loud = await poll_at(watch, LATER + DAY / 24, every=True)

    assert [feed.detail for feed in (*quiet.feeds, *loud.feeds)] == ["1 edited", "1 edited"]
    assert text == [(reworded.text, 1)]
    assert told_before.count("New deal") == 1
    assert "Deal update" not in told_before
    assert "sum raised: $45 billion, was $30 billion (Anthropic → Microsoft)" in alerts(tmp_path)
    assert (new(quiet), new(loud)) == ([0], [0])


async def test_a_clock_on_the_page_is_no_edit(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """A text with a time or a counter in it changes with every poll, and says nothing new."""
    documents = [
        render_rss(replace(WEATHER, text=f"Updated at 10:{n}, read {n * 7} times"))
        for n in range(10, 14)
    ]

    brought = await polls(watch, server, *documents)

    assert brought == [[1], [0], [0], [0]]
    assert ask(tmp_path, "SELECT text, edited_at FROM entries") == [
        ("Updated at 10:10, read 70 times", None)
    ]


async def test_an_edit_that_brings_a_deal_is_told(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """A placeholder that becomes the news is the news."""
    stub = replace(DEAL, title="Breaking news from the cloud market", text="More soon.")

    brought = await polls(watch, server, render_rss(stub), render_rss(DEAL))

    assert brought == [[1], [0]]
    assert alerts(tmp_path).count("New deal") == 1


async def test_an_edit_that_takes_a_deal_back_leaves_the_proof(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """What was told stays proved by the words that said it."""
    stub = replace(DEAL, title="This article was removed", text="Removed.")

    await polls(watch, server, render_rss(DEAL), render_rss(stub))

    assert ask(tmp_path, "SELECT title FROM entries") == [(DEAL.title,)]
    assert alerts(tmp_path).count("New deal") == 1


# --- coming back --------------------------------------------------------------------------------


async def test_an_entry_that_leaves_and_returns_is_not_new(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """Feeds drop items and bring them back."""
    both, one = render_rss(DEAL, WEATHER), render_rss(WEATHER)

    assert await polls(watch, server, both, one, both) == [[2], [0], [0]]
    assert alerts(tmp_path).count("New deal") == 1


async def test_a_pruned_entry_that_returns_is_not_new(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """After its words were thrown away its names are known still."""
    await polls(watch, server, render_rss(*items(3)))
    engine = open_engine(f"sqlite:///{tmp_path / 'gigawatch.db'}")
    with transaction(engine) as session:
        pruned = prune_entries(session, before=LATER, now=LATER)
    engine.dispose()

    again = [replace(one, text="Said again") for one in items(3)]

    assert pruned == 3
    assert await polls(watch, server, render_rss(*again)) == [[0]]
    assert ask(tmp_path, "SELECT DISTINCT text FROM entries") == [("",)]


# --- floods -------------------------------------------------------------------------------------


async def test_the_first_fetch_looks_back_a_little(server: FeedServer, tmp_path: Path) -> None:
    """What is older than max_age is stored and not told; what is fresh is told."""
    old = replace(DEAL, date="Tue, 03 Mar 2026 08:00:00 GMT")
    fresh = replace(
        DEAL,
        title="Meta commits $20 billion to CoreWeave for cloud capacity",
        text="Meta will buy $20 billion of compute capacity from CoreWeave.",
        link="https://wire.example/meta",
        guid="deal-2",
    )
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(fresh, old)))
    config.write_text(config.read_text().replace("9999d", "3d"))

    run = await poll_at(config)

    assert new(run) == [2]
    assert len(run.deals) == 2
    assert alerts(tmp_path).count("New deal") == 1
    assert "Meta" in alerts(tmp_path)


async def test_the_first_item_of_an_empty_feed_is_told(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """A feed that was empty when it was added is not on its first fetch for ever."""
    brought = await polls(watch, server, render_rss(), render_rss(DEAL))

    assert brought == [[0], [1]]
    assert alerts(tmp_path).count("New deal") == 1


async def test_a_flood_is_held_and_told_in_one_message(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """More than half of an old feed new, and over twenty: stored, one digest, no alerts."""
    before = items(40, name="old", date="Mon, 20 Apr 2026 08:00:00 GMT")
    flood = [DEAL, *items(30, name="other")]
    flood = [replace(one, title=f"{one.title} again", guid=f"f{n}") for n, one in enumerate(flood)]

    server.put("/feed", render_rss(*before))
    await poll_at(watch, every=True)
    server.put("/feed", render_rss(*flood))
    run = await poll_at(watch, LATER, every=True)

    (feed,) = run.feeds
    assert (feed.new, len(run.deals)) == (31, 1)
    assert feed.detail == "31 new at once: held back, told in one message"
    assert "New deal" not in alerts(tmp_path)
    assert alerts(tmp_path).count("31 new entries at once") == 1
    assert "anthropic-microsoft" in alerts(tmp_path)


async def test_a_busy_feed_after_a_pause_is_no_flood(
    server: FeedServer, watch: Path, tmp_path: Path
) -> None:
    """A feed with four entries an hour may bring forty after a night: these are news."""
    start = NOW - 2 * DAY

    def quarter(number: int) -> Item:
        date = (start + number * timedelta(minutes=15)).strftime("%a, %d %b %Y %H:%M:%S GMT")
        return replace(items(1, name=str(number))[0], date=date, title=f"Quarter {number} is over")

    server.put("/feed", render_rss(*map(quarter, range(40))))
    await poll_at(watch, start + timedelta(hours=10), every=True)
    server.put("/feed", render_rss(DEAL, *map(quarter, range(41, 80))))
    run = await poll_at(watch, start + timedelta(hours=20), every=True)

    assert new(run) == [40]
    assert alerts(tmp_path).count("New deal") == 1
