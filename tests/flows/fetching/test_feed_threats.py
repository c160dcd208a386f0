"""What hostile feeds, servers and files try, seen from the polls of a user."""

import json
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from unicodedata import category

import pytest
import sqlalchemy as sa

from flows.cli import main
from flows.settings import MAX_FILE_BYTES, load_settings
from parsers.errors import SettingsError
from storage.database import open_engine
from tests.databases import postgresql_database, postgresql_server_from_wheel
from tests.servers import Answer, FeedServer, RawServer, Request
from tests.serving import wait_until
from tests.watches import (
    DEAL,
    NOW,
    WEATHER,
    alerts,
    ask,
    poll_at,
    poll_with,
    render_rss,
    stored,
    watch_to_file,
    write_watch,
)
from tests.watching import only

FEED = render_rss(DEAL)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A publisher."""
    with FeedServer() as server:
        yield server


# --- servers ------------------------------------------------------------------------------------


async def test_a_bomb_on_a_redirect_is_never_unpacked(server: FeedServer, tmp_path: Path) -> None:
    """100 MB in the body of a redirect cost no memory, and the feed behind it is read."""
    packer = zlib.compressobj(level=1, wbits=zlib.MAX_WBITS | 16)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    headers = {"Location": "/feed", "Content-Encoding": "gzip"}
    server.put("/feed", FEED)
    url = server.put("/bomb", bomb, status=302, headers=headers)
    config = watch_to_file(tmp_path, server, url)
    tracemalloc.start()
    try:
        feed = only(await poll_at(config))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert (feed.outcome, feed.new) == ("new", 1)
    assert peak < 60_000_000


async def test_one_feed_of_a_hundred_that_hangs_holds_up_nobody(
    server: FeedServer, tmp_path: Path
) -> None:
    """The other 99 are read and stored before it has said a word."""
    before: list[object] = []

    def answer_last(_: Request) -> Answer:
        wait_until(lambda: ask(tmp_path, "SELECT count(*) FROM polls") == [(99,)], patience_s=60)
        before.extend(ask(tmp_path, "SELECT DISTINCT outcome FROM polls"))
        return Answer(body=FEED)

    urls = [server.put(f"/{number}", render_rss(WEATHER)) for number in range(99)]
    slow = server.respond("/slow", answer_last)
    config = write_watch(tmp_path, [slow, *urls], allow=[server.address], per_host=2)

    run = await poll_at(config)

    assert {feed.outcome for feed in run.feeds} <= {"new", "unchanged"}
    assert len(run.feeds) == 100
    assert before


# --- documents ----------------------------------------------------------------------------------

HEADS = [
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "{canary}">]>',
    '<!DOCTYPE rss [<!ENTITY % x SYSTEM "{canary}"> %x;]>',
    '<!DOCTYPE rss SYSTEM "{canary}">',
    '<!DOCTYPE rss PUBLIC "-//N//DTD RSS//EN" "{canary}">',
    '<?xml-stylesheet type="text/xsl" href="{canary}"?>',
    "",
]
ROOT = (
    '<rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a {canary}">'
    '<xi:include href="{canary}"/>'
)


async def test_nothing_a_document_names_is_fetched(server: FeedServer, tmp_path: Path) -> None:
    """Entities, DTDs, stylesheets, schemas, inclusions: a server the guard allows hears nothing."""
    with RawServer(b"HTTP/1.1 200 OK\r\n\r\n<x/>") as canary:
        urls = []
        for number, head in enumerate(HEADS):
            start = (head + ROOT).format(canary=canary.url("/x"))
            body = FEED.decode().replace('<rss version="2.0">', start)
            told = body.replace("commits", "&x; commits") if "ENTITY x" in head else body
            urls.append(server.put(f"/{number}", told.encode()))
        allow = [server.address, canary.address]
        run = await poll_at(write_watch(tmp_path, urls, allow=allow))

    assert canary.connections == 0
    assert [feed.error for feed in run.feeds] == ["xml_forbidden"] * 2 + [None] * 4
    assert stored(tmp_path)[0] == 1


# --- text ---------------------------------------------------------------------------------------


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, on each of the two."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'gigawatch.db'}"
        return
    with (
        postgresql_server_from_wheel() as pattern,
        postgresql_database(pattern, "threats") as url,
    ):
        yield url


HOSTILE = "a\x00b\ud800c\x1b[2Jd\x9be\ufffef\U0010ffffg"


async def test_no_sign_in_any_field_is_refused_by_a_database(
    server: FeedServer, tmp_path: Path, database: str
) -> None:
    """NUL, lone surrogates and controls in every field of a feed: all its entries are stored."""
    entry = {
        "id": f"id {HOSTILE}",
        "url": f"https://wire.example/{HOSTILE}",
        "external_url": f"https://wire.example/e{HOSTILE}",
        "title": f"Title {HOSTILE}",
        "content_html": f'<a href="https://x.example/{HOSTILE}">{HOSTILE}</a> {DEAL.text}',
        "summary": HOSTILE,
        "date_published": HOSTILE,
        "authors": [{"name": HOSTILE, "url": HOSTILE}],
        "tags": [HOSTILE],
        "language": HOSTILE,
    }
    fields = [entry, *({**entry, "id": name, "url": None, name: HOSTILE} for name in entry)]
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": HOSTILE,
        "home_page_url": HOSTILE,
        "language": HOSTILE,
        "items": fields,
    }
    url = server.put(
        "/feed", json.dumps(document).encode(), content_type="application/feed+json", etag='"\xff"'
    )
    config = write_watch(tmp_path, [url], allow=[server.address])
    settings = load_settings(config, {"GIGAWATCH_DATABASE_URL": database})

    feed = only(await poll_with(settings, NOW))

    engine = open_engine(database)
    with closing(engine.connect()) as connection:
        rows = connection.execute(sa.text("SELECT state, title, text FROM entries")).all()
    engine.dispose()
    assert (feed.error, feed.new) == (None, len(rows))
    assert len(rows) > 1
    assert {state for state, _, _ in rows} == {"read"}
    assert not any(sign in str(rows) for sign in "\x00\x1b\x9b\ud800")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Anthro\u200bpic", id="zero width"),
        pytest.param("An\u00adthropic", id="soft hyphen"),
        pytest.param("\u202aAnthropic\u202c", id="bidi"),
        pytest.param("\u2067Anthropic\u2069", id="isolate"),
        pytest.param("\ufeffAnthropic\u2060", id="joiners"),
    ],
)
async def test_what_cannot_be_seen_hides_no_name(
    server: FeedServer, tmp_path: Path, name: str
) -> None:
    """A name with invisible signs is that name, and none of them reaches a reader."""
    assert DEAL.title
    assert DEAL.text
    hidden = replace(
        DEAL,
        title=DEAL.title.replace("Anthropic", name),
        text=DEAL.text.replace("Anthropic", name),
    )
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(hidden)))

    await poll_at(config)

    assert "Anthropic → Microsoft" in alerts(tmp_path)
    assert {sign for sign in alerts(tmp_path) if category(sign) == "Cf"} == set()


async def test_a_look_alike_is_not_the_company(server: FeedServer, tmp_path: Path) -> None:
    """A name with a Cyrillic letter is nobody's we know: no alert says that it was."""
    fake = render_rss(DEAL).decode().replace("Anthropic", "\u0410nthropic").encode()
    config = watch_to_file(tmp_path, server, server.put("/feed", fake))

    await poll_at(config)

    assert stored(tmp_path)[0] == 1
    assert ask(tmp_path, "SELECT company FROM deal_companies WHERE company = 'Anthropic'") == []
    assert "Anthropic →" not in alerts(tmp_path)


# --- files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = " + "[" * 5000, id="lists"),
        pytest.param("a = " + "{a = " * 5000, id="tables"),
        pytest.param("a." * 5000 + "a = 1", id="dots"),
        pytest.param("a = " + "9" * 5000, id="digits"),
        pytest.param("[poll]\n[poll]", id="twice"),
        pytest.param('[poll]\nevery = "1m"\nevery = "2m"', id="key twice"),
        pytest.param("#" * (MAX_FILE_BYTES + 1), id="size"),
    ],
)
def test_a_bomb_in_the_configuration_is_one_line(tmp_path: Path, text: str) -> None:
    """Nested beyond reason, endless numbers, keys given twice, megabytes: refused with the file."""
    path = tmp_path / "watch.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as refused:
        load_settings(path, {})

    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "head",
    ['<!DOCTYPE o [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>', '<!ENTITY a SYSTEM "file:///etc/x">'],
)
def test_a_list_with_entities_adds_nothing(
    tmp_path: Path, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A subscription list that declares entities is refused before anything is watched."""
    config = write_watch(tmp_path)
    bomb = tmp_path / "bomb.opml"
    bomb.write_text(f'{head}<opml><body><outline xmlUrl="https://a.example/&b;"/></body></opml>')

    code = run("feeds", "import", str(bomb), "--config", str(config))

    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert "declares entities" in said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / "gigawatch.db").exists()


def test_an_endless_list_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A subscription list beyond all size is refused by its size, and not read first."""
    config = write_watch(tmp_path)
    huge = tmp_path / "huge.opml"
    huge.write_bytes(b" " * (33 * 1024 * 1024))

    code = run("feeds", "import", str(huge), "--config", str(config))

    assert code == 1
    assert "is larger than" in capsys.readouterr().err


def run(*arguments: str) -> int:
    """The exit code of the command."""
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    return int(stopped.value.code or 0)
