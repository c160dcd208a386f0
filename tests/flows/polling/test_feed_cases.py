"""What odd but honest feeds do over days and weeks, seen from the polls of a user."""

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.servers import Answer, FeedServer, RawServer, Request, Speak
from tests.watches import (
    DEAL,
    NOW,
    WEATHER,
    Item,
    alerts,
    ask,
    poll_at,
    render_rss,
    stored,
    watch_to_file,
    write_watch,
)
from tests.watching import only, watching

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FEED = render_rss(DEAL)
OK = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A publisher."""
    with FeedServer() as server:
        yield server


# --- HTTP: 5, 9, 10, 11, 12, 13 -----------------------------------------------------------------


WAITS = {
    "7200": 2 * HOUR,
    "Sat, 01 Jan 2000 03:00:00 GMT": 3 * HOUR,
    "Fri, 31 Dec 1999 00:00:00 GMT": None,
    "-60": None,
    "soon": None,
    "316800": DAY,
}


@pytest.mark.parametrize("status", [429, 503])
async def test_every_form_of_retry_after(tmp_path: Path, status: int) -> None:
    """Seconds, or a date by the server's clock, capped; past, negative and garbage say nothing."""
    head = f"HTTP/1.1 {status} Busy\r\nDate: Sat, 01 Jan 2000 00:00:00 GMT\r\nRetry-After: "
    with ExitStack() as stack:
        heads = [f"{head}{asked}\r\n\r\n".encode() for asked in WAITS]
        raws = [stack.enter_context(RawServer(said)) for said in heads]
        config = write_watch(
            tmp_path, [raw.url("/feed") for raw in raws], allow=[raw.address for raw in raws]
        )
        run = await poll_at(config)

    waits = [feed.next_check_at - NOW for feed in run.feeds if feed.next_check_at]
    ours = [wait for wait in waits if wait < HOUR]
    assert [None if wait in ours else wait for wait in waits] == list(WAITS.values())
    assert all(wait > HOUR / 5 for wait in ours)


async def test_a_feed_dead_for_a_month_is_still_asked(server: FeedServer, tmp_path: Path) -> None:
    """The wait grows to a day and no further; the day it is back it is read and told."""
    config = watch_to_file(tmp_path, server, server.url("/feed"))
    asked = [NOW]

    async with watching(config) as watch:
        while asked[-1] < NOW + 30 * DAY:
            next_at = only(await watch.poll(asked[-1])).next_check_at
            assert next_at
            asked.append(next_at)
        server.put("/feed", FEED)
        back = only(await watch.poll(asked[-1]))

    waits = [after - before for before, after in pairwise(asked)]
    assert waits[0] < HOUR
    assert all(wait <= 1.1 * DAY for wait in waits)
    assert 30 <= len(waits) <= 60
    assert (back.outcome, back.new) == ("new", 1)
    assert ask(tmp_path, "SELECT errors_in_row, error_code FROM feeds") == [(0, None)]


async def test_a_break_a_recovery_and_a_silence_are_told_once_each(
    server: FeedServer, tmp_path: Path
) -> None:
    """Ten failures are one message, so is the recovery, so is a busy feed's month of silence."""
    busy = [
        replace(WEATHER, guid=f"{hour}", link=f"https://wire.example/{hour}", date=told)
        for hour in range(12)
        for told in (f"Tue, 21 Apr 2026 {hour:02}:00:00 GMT",)
    ]
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(*busy)))

    async with watching(config) as watch:
        await watch.poll(NOW)
        server.put("/feed", status=500)
        for hour in range(1, 11):
            await watch.poll(NOW + hour * HOUR, every=True)
        server.put("/feed", render_rss(*busy))
        for hour in range(11, 21):
            await watch.poll(NOW + hour * HOUR, every=True)
        for day in range(1, 31):
            await watch.poll(NOW + day * DAY, every=True)

    subjects = ask(tmp_path, "SELECT json_extract(payload, '$.events[0].kind') FROM alerts")
    assert [kind for (kind,) in subjects] == ["broken", "recovered", "silent"]
    assert alerts(tmp_path).count("feeds-2026-") >= 3


@pytest.mark.parametrize("status", [301, 302])
async def test_a_login_page_is_an_error(server: FeedServer, tmp_path: Path, status: int) -> None:
    """A redirect to a page that wants a password is told as that, and its address never adopted."""
    page = b"<!doctype html><title>Sign in</title><form><input type=password></form>"
    server.put("/login", page, content_type="text/html")
    config = watch_to_file(tmp_path, server, server.redirect("/feed", "/login", status=status))

    async with watching(config) as watch:
        runs = [await watch.poll(NOW + hour * HOUR, every=True) for hour in range(5)]

    assert {only(run).error for run in runs} == {"not_a_feed"}
    assert ask(tmp_path, "SELECT url, moved_seen FROM feeds") == [(server.url("/feed"), 0)]


async def test_redirects_in_a_circle_are_an_error(server: FeedServer, tmp_path: Path) -> None:
    """Also where each hop is permanent, and none of their addresses is adopted."""
    server.redirect("/b", "/feed", status=301)
    config = watch_to_file(tmp_path, server, server.redirect("/feed", "/b", status=301))

    async with watching(config) as watch:
        runs = [await watch.poll(NOW + hour * HOUR, every=True) for hour in range(4)]

    assert {only(run).error for run in runs} == {"redirect_loop"}
    assert ask(tmp_path, "SELECT url FROM feeds") == [(server.url("/feed"),)]


async def test_404_backs_off_and_410_ends(server: FeedServer, tmp_path: Path) -> None:
    """What is missing is asked ever less often; what is gone no more, which is told at once."""
    missing, gone = server.url("/missing"), server.put("/gone", status=410)
    config = watch_to_file(tmp_path, server, missing, gone)

    async with watching(config) as watch:
        for hour in range(6):
            await watch.poll(NOW + hour * HOUR, every=True)

    paths = [request.path for request in server.requests]
    assert (paths.count("/missing"), paths.count("/gone")) == (6, 1)
    rows = ask(tmp_path, "SELECT state, errors_in_row, told FROM feeds ORDER BY id")
    assert rows == [("active", 6, "broken"), ("gone", 1, "gone")]
    assert gone.rpartition("/")[2] in alerts(tmp_path)


def drip(connection: socket.socket, closing: threading.Event) -> None:
    """Send a byte now and then, so that no single read is slow."""
    connection.sendall(OK + b"\r\n")
    while not closing.wait(0.05):
        connection.sendall(b"x")


BODIES: dict[str, bytes | Speak] = {
    "too_large": OK + b"Content-Type: text/xml\r\n\r\n" + b"x" * 3000,
    "empty_body": OK + b"Content-Length: 0\r\n\r\n",
    "timeout": drip,
    "truncated": OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(FEED)[:-20],
    "bad_encoding": OK + b"Content-Encoding: gzip\r\n\r\n" + FEED,
}
# A body that is longer than its header says, and one that is shorter.
LENGTHS = [OK + b"Content-Length: %d\r\n\r\n" % said + FEED for said in (10, 2000)]


async def test_what_is_wrong_with_a_body_is_kept_with_the_next_check(tmp_path: Path) -> None:
    """Oversized, empty, slow, cut, wrongly packed: error and next check are both stored."""
    bodies = [*BODIES.values(), *LENGTHS]
    codes = [*BODIES, "malformed_response", "truncated"]
    with ExitStack() as stack:
        raws = [stack.enter_context(RawServer(body)) for body in bodies]
        config = write_watch(
            tmp_path, [raw.url("/feed") for raw in raws], allow=[raw.address for raw in raws]
        )
        text = config.read_text().replace("[poll]", '[poll]\ntimeout = "1s"\nmax_bytes = 2048')
        config.write_text(text)
        run = await poll_at(config)

    assert [feed.error for feed in run.feeds] == codes
    rows = ask(tmp_path, "SELECT error_code, errors_in_row, next_check_at FROM feeds ORDER BY id")
    assert [(code, count) for code, count, _ in rows] == [(code, 1) for code in codes]
    assert all(str(next_at) > "2026-04-21 12:10" for _, _, next_at in rows)
    assert stored(tmp_path) == (0, 0, 0, 0)


# --- polls: 16 ----------------------------------------------------------------------------------


async def test_a_night_asleep_is_one_poll(server: FeedServer, tmp_path: Path) -> None:
    """A laptop that slept for eight hours asks each feed once, however many polls it missed."""
    urls = [server.put(f"/{number}", FEED) for number in range(5)]
    config = watch_to_file(tmp_path, server, *urls)

    async with watching(config) as watch:
        await watch.poll(NOW)
        woken = await watch.poll(NOW + 8 * HOUR)
        after = await watch.poll(NOW + 8 * HOUR + timedelta(minutes=1))

    assert len(woken.feeds) == 5
    assert after.feeds == ()
    assert len(server.requests) == 10


# --- entries: 22, 23, 25, 26 --------------------------------------------------------------------


async def test_a_date_in_the_future_is_told_now_and_is_no_mark(
    server: FeedServer, tmp_path: Path
) -> None:
    """An entry of the year 2099 is told at once, and hides none that comes after it."""
    early = replace(DEAL, date="Tue, 21 Apr 2099 08:00:00 GMT")
    late = Item(
        title="OpenAI commits $40 billion to Oracle for cloud capacity",
        link="https://wire.example/openai-oracle",
        guid="deal-2",
        text="OpenAI will buy $40 billion of compute capacity from Oracle.",
    )
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(early)))

    async with watching(config) as watch:
        first = only(await watch.poll(NOW))
        told_first = alerts(tmp_path)
        server.put("/feed", render_rss(early, late))
        second = only(await watch.poll(NOW + DAY))

    assert (first.new, second.new) == (1, 1)
    assert "Microsoft" in told_first
    assert "Oracle" in alerts(tmp_path)
    assert first.next_check_at
    assert first.next_check_at <= NOW + HOUR
    assert ask(tmp_path, "SELECT count(*) FROM entries WHERE seen_at < '2026-04-23'") == [(2,)]


@pytest.mark.parametrize("date", [None, "soon", "Tue, 99 Xxx 20266 99:99:99 +9999"])
async def test_an_entry_without_a_date_was_first_seen_once(
    server: FeedServer, tmp_path: Path, date: str | None
) -> None:
    """When it was first seen stands in for its date, and later polls do not change that."""
    config = watch_to_file(tmp_path, server, server.put("/f", render_rss(replace(DEAL, date=date))))

    async with watching(config) as watch:
        await watch.poll(NOW)
        before = ask(tmp_path, "SELECT published_at, seen_at FROM entries")
        server.put("/f", render_rss(replace(DEAL, date=date), WEATHER))
        await watch.poll(NOW + DAY)

    after = ask(tmp_path, "SELECT published_at, seen_at FROM entries ORDER BY id")
    assert before == after[:1] == [(None, "2026-04-21 12:00:00.000000")]
    assert "Microsoft" in alerts(tmp_path)


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param("&#xD800;", id="surrogate"),
        pytest.param("&#99999999999;", id="no character"),
        pytest.param("&#0;", id="NUL"),
        pytest.param("\x00\x01\x1f", id="controls"),
        pytest.param("<b>&nbsp;& <i", id="markup"),
        pytest.param("]]>", id="end of data"),
    ],
)
async def test_a_bad_item_takes_no_other_along(
    server: FeedServer, tmp_path: Path, bad: str
) -> None:
    """What makes a parser raise or stumble in one item costs no item beside it."""
    whole = render_rss(WEATHER, replace(WEATHER, guid="bad", link=None, title="BAD"), DEAL)
    config = watch_to_file(
        tmp_path, server, server.put("/feed", whole.replace(b"BAD", bad.encode()))
    )

    feed = only(await poll_at(config))

    assert (feed.outcome, feed.new) == ("new", 3)
    assert "Microsoft" in alerts(tmp_path)


TITLES = [
    ("<b>Rain</b> is <i>likely</i>", "Rain is likely"),
    ("Rain &amp;amp; wind", "Rain & wind"),
    ("Hail\n\t is \r\nlikely", "Hail is likely"),
    ("Snow\x00 is\x01 likely", "Snow is likely"),
    ("Fog " * 2500, ("Fog " * 125).rstrip()),
    (None, "It will rain on plain 5."),
    ("", "It will rain on plain 6."),
]


async def test_every_title_is_stored_as_one_clean_line(server: FeedServer, tmp_path: Path) -> None:
    """With tags, escaped twice, over lines, with NUL, of 10 kB, or none at all."""
    items = [
        Item(title=title, guid=f"{number}", text=f"It will rain on plain {number}.")
        for number, (title, _) in enumerate(TITLES)
    ]
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(*items)))

    await poll_at(config)

    rows = ask(tmp_path, "SELECT title FROM entries ORDER BY key")
    assert [title for (title,) in rows] == [expected for _, expected in TITLES]


async def test_twenty_thousand_items_are_bounded_and_counted(
    server: FeedServer, tmp_path: Path
) -> None:
    """The newest are kept, how many were dropped is told, and a second poll brings nothing."""
    old = "".join(
        f"<item><guid>{number}</guid><title>Old {number}</title>"
        f"<pubDate>Mon, 06 Apr 2020 00:00:00 GMT</pubDate></item>"
        for number in range(20_000)
    )
    newest = FEED.replace(b"</channel>", f"{old}</channel>".encode())
    config = watch_to_file(tmp_path, server, server.put("/feed", newest))

    async with watching(config) as watch:
        first = only(await watch.poll(NOW))
        server.put("/feed", newest + b"<!-- other bytes -->")
        second = only(await watch.poll(NOW + DAY))

    assert (first.outcome, first.new) == ("new", 5000)
    assert "15001 left out: over_limit" in (first.detail or "")
    assert "Microsoft" in alerts(tmp_path)
    assert second.outcome == "unchanged"


async def test_fifty_megabytes_are_not_taken(server: FeedServer, tmp_path: Path) -> None:
    """A document over the cap costs the cap, says so, and is tried again; its host's others go."""
    huge = b"HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n" + FEED
    with RawServer(huge) as raw:
        small = server.put("/feed", FEED)
        config = write_watch(tmp_path, [raw.url("/f"), small], allow=[raw.address, server.address])
        run = await poll_at(config)

    assert [feed.error for feed in run.feeds] == ["too_large", None]
    assert all(feed.next_check_at for feed in run.feeds)


# --- manners ------------------------------------------------------------------------------------


async def test_a_poll_asks_as_a_good_guest(server: FeedServer, tmp_path: Path) -> None:
    """Who we are, conditional the second time; no cookie, no referrer, nothing in the address."""

    def answer(_: Request) -> Answer:
        return Answer(body=FEED, etag='W/"a b"', headers=(("Set-Cookie", "id=1"),))

    config = watch_to_file(tmp_path, server, server.respond("/feed?a=1", answer))

    async with watching(config) as watch:
        await watch.poll(NOW)
        await watch.poll(NOW + DAY)

    first, second = server.requests
    assert [first.path, second.path] == ["/feed?a=1"] * 2
    assert first.headers["user-agent"].startswith("Gigawatch/")
    assert second.headers["if-none-match"] == 'W/"a b"'
    assert not {"cookie", "referer", "authorization"} & set(second.headers)
