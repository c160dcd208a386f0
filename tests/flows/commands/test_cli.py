"""The `gigawatch` command, as a person and as a program uses it."""

import asyncio
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from sqlite3 import connect
from typing import cast

import pytest
import typer

from flows.cli import app, main
from flows.settings import Settings
from storage.database import newest_version
from tests.receivers import WebhookServer
from tests.servers import FeedServer
from tests.watches import DEAL, NOW, WEATHER, ask, poll_at, render_rss, write_watch

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

DEAL_ID = "anthropic-microsoft-2026-04"
SECRET = "T1JJ3T3L2"
# What a hostile feed would do to a terminal: clear it, and write backwards.
HOSTILE = "\x1b[2J\u202eAnthropic commits $30 billion to Microsoft for cloud capacity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command printed, and the code it ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """What `--json` printed."""
        return json.loads(self.out)


Command = Callable[..., Answer]
Fields = dict[str, object]


@pytest.fixture
def gigawatch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Run the command in an empty folder, at a known time, without the caller's environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("flows.polling.tools.utc_now", lambda: NOW)
    for name in ("GIGAWATCH_CONFIG", "GIGAWATCH_DATABASE_URL", "PREFECT_API_URL"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(code=int(stopped.value.code or 0), out=said.out, err=said.err)

    return run


@pytest.fixture(scope="module")
def server() -> Iterator[FeedServer]:
    """A publisher: a deal at /feed, the weather at /rain, nothing elsewhere."""
    with FeedServer() as server:
        server.put("/feed", render_rss(DEAL, WEATHER))
        server.put("/rain", render_rss(WEATHER, title="Weather"))
        server.put("/hostile", render_rss(replace(DEAL, title=HOSTILE), title=HOSTILE))
        yield server


@pytest.fixture(scope="module")
def polled(server: FeedServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A watch.toml whose feeds were polled once: one failed, one deal was told to a file."""
    folder = tmp_path_factory.mktemp("polled")
    config = write_watch(
        folder,
        [server.url("/feed"), server.url("/missing")],
        {"file": f"file:{folder / 'alerts.txt'}"},
        allow=[server.address],
    )
    asyncio.run(poll_at(config))
    return config


# --- help, codes, one line ----------------------------------------------------------------------


def commands(group: typer.Typer, *path: str) -> Iterator[tuple[str, ...]]:
    """The words of every command below a group."""
    for command in group.registered_commands:
        assert command.callback is not None
        yield (*path, command.name or command.callback.__name__.replace("_", "-"))
    for below in group.registered_groups:
        assert below.typer_instance is not None
        yield from commands(below.typer_instance, *path, str(below.name))


@pytest.mark.parametrize("words", tuple(commands(app)), ids=" ".join)
def test_help_shows_an_example(gigawatch: Command, words: tuple[str, ...]) -> None:
    """Nobody has to guess what a command wants."""
    answer = gigawatch(*words, "--help")

    assert answer.code == 0
    assert f"Example: gigawatch {' '.join(words)}" in " ".join(answer.out.split())


def test_without_a_command_it_lists_them(gigawatch: Command) -> None:
    """The bare name is a question."""
    answer = gigawatch()

    for name in ("init", "poll", "serve", "feeds", "read", "deals", "alerts", "doctor"):
        assert f"\n  {name} " in answer.out + answer.err


WRONG = [
    pytest.param("", ["poll"], 2, "watch.toml not found in ", id="no configuration"),
    pytest.param("[poll]\nevry = '5m'", ["poll"], 2, "did you mean every?", id="unknown key"),
    pytest.param("[poll]\nevery = 5", ["feeds", "list"], 2, "poll.every: ", id="wrong value"),
    pytest.param("[poll", ["doctor"], 2, "is not TOML: ", id="no TOML"),
    pytest.param(
        '[[destinations]]\nname = "desk"\nurl = "${SLACK_URL_OF_NOBODY}"',
        ["alerts", "list"],
        2,
        "holds no SLACK_URL_OF_NOBODY; set it",
        id="missing secret",
    ),
    pytest.param(
        "[database]\nurl = 'sqlite:///missing/g.db'",
        ["deals", "list"],
        1,
        "folder does not exist",
        id="database in no folder",
    ),
    pytest.param("[poll]", ["init"], 2, "watch.toml exists already; edit it", id="init twice"),
    pytest.param("[poll]", ["init", "watch.toml"], 2, "cannot be written: ", id="init in a file"),
    pytest.param("[poll]", ["alerts", "test"], 1, "no [[destinations]]; add one", id="nobody"),
    pytest.param("[poll]", ["alerts", "retry", "7"], 1, "no delivery 7 is dead", id="retry"),
    pytest.param("[poll]", ["alerts", "retry", "9" * 30], 1, "is no number of", id="retry much"),
    pytest.param("[poll]", ["alerts", "cancel", "7"], 1, "there is none, or it is", id="cancel"),
    pytest.param("[poll]", ["alerts", "cancel", "9" * 30], 1, "is no number of", id="cancel much"),
    pytest.param("[poll]", ["alerts", "cancel", "x"], 1, "is no number of", id="cancel no number"),
    pytest.param("[poll]", ["deals", "show", "a-b"], 1, "no deal a-b; ", id="no such deal"),
    pytest.param(
        "[poll]", ["feeds", "remove", "https://a.example/"], 1, "is not watched; ", id="no feed"
    ),
    pytest.param(
        "[poll]", ["feeds", "add", "--unchecked", "a.example"], 2, "a.example: ", id="no address"
    ),
    pytest.param("", ["feeds", "check", "http://localhost/"], 1, "localhost", id="private feed"),
    pytest.param("[poll]", ["feeds", "import", "no.opml"], 1, "no.opml: cannot be", id="no list"),
    pytest.param("[poll]", ["feeds", "import", "watch.toml"], 1, "(OPML)", id="not a list"),
    pytest.param("[poll]", ["feeds", "export", "."], 1, "cannot be written: ", id="export to ."),
    pytest.param("", ["read", "nothing.xml"], 1, "nothing.xml: cannot be read: ", id="read"),
    pytest.param("", ["extract", "no.jsonl"], 1, "no.jsonl: cannot be read: ", id="extract"),
    pytest.param("[poll]", ["extract", "watch.toml"], 1, "line 1 ", id="extract no JSON"),
    pytest.param("[poll]", ["sample", "."], 1, "holds something else; name ", id="sample here"),
    pytest.param("[poll]", ["sample", "watch.toml"], 1, "cannot be written: ", id="in a file"),
]


@pytest.mark.parametrize(("config", "arguments", "code", "words"), WRONG)
def test_an_error_is_one_line(
    gigawatch: Command, tmp_path: Path, config: str, arguments: list[str], *, code: int, words: str
) -> None:
    """What is wrong and what to do stands on standard error; the code tells whose turn it is."""
    if config:
        (tmp_path / "watch.toml").write_text(config)

    answer = gigawatch(*arguments)

    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith("gigawatch: ")
    assert answer.err.count("\n") == 1
    assert words in answer.err
    assert SECRET not in answer.err


@pytest.mark.parametrize("arguments", [["pole"], ["poll", "--al"], ["deals", "show"]])
def test_wrong_usage_is_2(gigawatch: Command, arguments: list[str]) -> None:
    """An unknown word, an unknown option, a missing argument."""
    answer = gigawatch(*arguments)

    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err


def test_a_newer_database_is_one_line(gigawatch: Command, tmp_path: Path) -> None:
    """The sentence names the file, both versions and the way out."""
    config = write_watch(tmp_path)
    gigawatch("db", "upgrade")
    with closing(connect(tmp_path / "gigawatch.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")

    answer = gigawatch("poll", "--config", config)

    assert (answer.code, answer.out) == (1, "")
    assert f"has version 9999, this program knows only up to {newest_version()}" in answer.err


# --- a reader that leaves -----------------------------------------------------------------------


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["at the end", "in the middle"])
def test_a_reader_may_leave(tmp_path: Path, unbuffered: str) -> None:
    """`gigawatch … | head -1` ends without a word, however the output is buffered."""
    items = tmp_path / "items.jsonl"
    items.write_text('{"id": 1, "title": "Rain is likely"}\n' * 9)
    gone, output = os.pipe()
    os.close(gone)

    with os.fdopen(output, "wb") as pipe:
        ended = subprocess.run(  # noqa: S603 - our own command
            [Path(sys.executable).with_name("gigawatch"), "extract", items],
            stdout=pipe,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            check=False,
        )

    assert ended.stderr == b""
    assert ended.returncode in (0, 1)


# --- init, poll, serve, db ----------------------------------------------------------------------


def test_init_writes_a_starter_that_works(gigawatch: Command, tmp_path: Path) -> None:
    """The file is commented, and every command can read it once its secrets are set."""
    answer = gigawatch("init", "new/folder")

    assert answer.code == 0
    assert answer.out.startswith("wrote new/folder/watch.toml; next: edit it")
    assert (tmp_path / "new/folder/watch.toml").read_text().startswith("#")


def test_poll_tells_what_happened(gigawatch: Command, server: FeedServer, tmp_path: Path) -> None:
    """A row a feed and a deal, a line on the whole; all well is 0."""
    config = write_watch(
        tmp_path,
        [server.url("/feed")],
        {"file": f"file:{tmp_path / 'alerts.txt'}"},
        allow=[server.address],
    )

    first = gigawatch("poll", "--config", config)
    second = gigawatch("poll")

    assert (first.code, second.code) == (0, 0)
    assert server.url("/feed") in first.out
    assert "Anthropic → Microsoft: $30 billion" in first.out
    assert "1 feed; 2 new entries; 1 new deal, 0 grown; 1 sent" in first.out
    assert "0 feeds; 0 new entries" in second.out
    assert "New deal · Anthropic → Microsoft" in (tmp_path / "alerts.txt").read_text("utf-8")


def test_poll_json(gigawatch: Command, server: FeedServer, tmp_path: Path) -> None:
    """One object with the promised names, and 1 where a feed failed."""
    urls = [server.url("/feed"), server.url("/missing")]
    config = write_watch(
        tmp_path, urls, {"f": f"file:{tmp_path / 'a.txt'}"}, allow=[server.address]
    )

    answer = gigawatch("poll", "--all", "--json", "--config", config)
    told = cast("dict[str, list[Fields]]", answer.json)

    assert answer.code == 1
    assert set(told) == {"feeds", "entries", "deals", "deliveries"}
    assert {"url", "outcome", "error", "detail", "new", "ms"} <= set(told["feeds"][0])
    assert sorted((feed["outcome"], feed["error"]) for feed in told["feeds"]) == [
        ("error", "http_404"),
        ("new", None),
    ]
    assert set(told["entries"][0]) == {
        "id",
        "feed",
        "url",
        "title",
        "publisher",
        "published_at",
        "companies",
        "is_compute_deal",
    }
    keys = {"id", "title", "change", "companies", "legs", "status", "sources"}
    assert keys <= set(told["deals"][0])
    sent = {str(one["key"]): (one["destination"], one["state"]) for one in told["deliveries"]}
    assert sent == {f"{DEAL_ID}#1@f": ("f", "sent"), "feeds-2026-04-21#1@f": ("f", "sent")}


def test_a_failed_feed_needs_a_person(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """The table is followed by the reason, and the code is 1."""
    config = write_watch(tmp_path, [server.url("/missing")], allow=[server.address])

    answer = gigawatch("poll", "--config", config)

    assert answer.code == 1
    assert f"needs a person: {server.url('/missing')}: http_404: 127.0.0.1: answers 404" in (
        answer.out
    )


def test_feed_text_does_nothing_to_a_terminal(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """Escapes and characters that turn the line round are not printed, by no command."""
    url = server.url("/hostile")
    config = write_watch(tmp_path, [url], allow=[server.address])

    answers = [
        gigawatch(*words, "--config", config)
        for words in (
            ["poll"],
            ["feeds", "list"],
            ["feeds", "check", url],
            ["read", url],
            ["deals", "list"],
            ["deals", "show", DEAL_ID],
        )
    ]

    assert [answer.code for answer in answers] == [0] * len(answers)
    assert not {"\x1b", "\u202e"} & set("".join(answer.out for answer in answers))


def test_serve_hands_over(
    gigawatch: Command, polled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command reads the configuration; the rest is Prefect's."""
    served: list[Settings] = []
    monkeypatch.setattr("flows.serve.serve", served.append)

    answer = gigawatch("serve", "--config", polled)

    assert answer.code == 0
    assert [settings.path for settings in served] == [polled]


def test_the_configuration_is_found(
    gigawatch: Command, polled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment names it where no option does."""
    monkeypatch.setenv("GIGAWATCH_CONFIG", str(polled))

    assert "active" in gigawatch("feeds", "list").out


def test_db_upgrade(gigawatch: Command, tmp_path: Path) -> None:
    """An empty database gets its tables; a second time changes nothing."""
    write_watch(tmp_path)

    answers = [gigawatch("db", "upgrade"), gigawatch("db", "upgrade")]

    assert [answer.out for answer in answers] == [
        f"the database is at version {newest_version()}\n"
    ] * 2


async def test_db_prune(gigawatch: Command, server: FeedServer, tmp_path: Path) -> None:
    """Old entries lose their words; what proves a deal and every name stays."""
    config = write_watch(
        tmp_path, [server.put("/n", render_rss(DEAL, WEATHER))], allow=[server.address]
    )
    await poll_at(config, NOW - timedelta(days=2))

    answer = gigawatch("db", "prune", "--older", "1d", "--config", config)
    again = gigawatch("db", "prune", "--older", "soon", "--config", config)

    assert answer.out.startswith("1 entries pruned: first seen before ")
    assert (again.code, again.err.startswith("gigawatch: --older soon: must be a number")) == (
        2,
        True,
    )
    assert ask(tmp_path, "SELECT count(*) FROM entries WHERE pruned_at IS NULL") == [(1,)]


# --- feeds --------------------------------------------------------------------------------------


def test_feeds_list(gigawatch: Command, polled: Path, server: FeedServer) -> None:
    """Every feed with its health, as a table and as JSON."""
    table = gigawatch("feeds", "list", "--config", polled)
    told = cast("list[Fields]", gigawatch("feeds", "list", "--json", "--config", polled).json)

    assert server.url("/feed") in table.out
    assert "1 × http_404" in table.out
    assert [(one["url"], one["error"], one["errors_in_row"]) for one in told] == [
        (server.url("/feed"), None, 0),
        (server.url("/missing"), "http_404", 1),
    ]
    assert told[0]["name"] == "The Wire"
    assert [(one["entries"], one["deals"], one["entries_per_week"]) for one in told] == [
        (2, 1, 2.0),
        (0, 0, None),
    ]
    assert str(told[0]["last_success_at"]).startswith("2026-04-21T12:00:00")


def test_feeds_added_by_command(gigawatch: Command, server: FeedServer, tmp_path: Path) -> None:
    """Added after a look at it, once; removed again; what watch.toml names is removed there."""
    named, added = server.url("/feed"), server.url("/rain")
    write_watch(tmp_path, [named], allow=[server.address])

    first = gigawatch("feeds", "add", added, "--publisher", "Weather Desk")
    second = gigawatch("feeds", "add", added)
    removed = gigawatch("feeds", "remove", added)
    refused = gigawatch("feeds", "remove", named)
    left = cast("list[dict[str, str]]", gigawatch("feeds", "list", "--json").json)

    assert first.out == f"Weather: 1 entry, newest 2026-04-21 08:00 UTC\nadded {added}\n"
    assert second.out.endswith(f"{added} is watched already\n")
    assert removed.out == f"removed {added}\n"
    assert (refused.code, refused.err) == (
        1,
        f"gigawatch: {named} stands in watch.toml; remove it there\n",
    )
    assert [one["url"] for one in left] == [named]


def test_a_feed_that_cannot_be_read_is_not_added(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """Unless its owner says that it need not be looked at."""
    write_watch(tmp_path, allow=[server.address])
    url = server.url("/later")

    refused = gigawatch("feeds", "add", url)
    added = gigawatch("feeds", "add", url, "--unchecked")

    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("gigawatch: 127.0.0.1: answers 404; nothing lies at this address")
    assert (added.code, added.out) == (0, f"added {url}\n")


def test_feeds_check(gigawatch: Command, server: FeedServer, tmp_path: Path) -> None:
    """A look at a feed says what was repaired and left out, and stores nothing."""
    body = render_rss(replace(WEATHER, date=None), replace(WEATHER, date=None))
    url = server.put("/torn", body.replace(b"</channel></rss>", b""))
    write_watch(tmp_path, allow=[server.address])

    lines = gigawatch("feeds", "check", url).out.splitlines()
    told = cast("Fields", gigawatch("feeds", "check", url, "--json").json)

    assert lines[0] == "The Wire: 1 entry, undated"
    assert lines[1].startswith("no entry has a date: ")
    assert lines[2].startswith("repaired: the XML is broken")
    assert lines[3] == "left out: 1 (twice the same)"
    assert {"asked", "url", "title", "entries", "newest", "rhythm", "degraded"} <= set(told)
    assert (told["entries"], told["skipped"]) == (1, {"duplicate_entry": 1})
    assert not (tmp_path / "gigawatch.db").exists()


@pytest.fixture
def page(server: FeedServer) -> str:
    """A page that names the feed of the weather."""
    source = b'<!DOCTYPE html><link rel="alternate" type="application/rss+xml" href="/rain">'
    return server.put("/page", source, content_type="text/html")


def test_a_page_is_enough(
    gigawatch: Command, server: FeedServer, page: str, tmp_path: Path
) -> None:
    """The feed it names is shown and watched, and the page is not."""
    write_watch(tmp_path, allow=[server.address])
    feed = server.url("/rain")

    checked = cast("Fields", gigawatch("feeds", "check", page, "--json").json)
    first = gigawatch("feeds", "add", page)
    second = gigawatch("feeds", "add", feed.replace("http:", "feed:"))
    left = cast("list[Fields]", gigawatch("feeds", "list", "--json").json)

    assert (checked["asked"], checked["url"]) == (page, feed)
    assert checked["tried"] == [{"url": page, "error": "not_a_feed"}]
    assert first.out.splitlines() == [
        f"{page} is no feed; found {feed}",
        "Weather: 1 entry, newest 2026-04-21 08:00 UTC",
        f"added {feed}",
    ]
    assert second.out.endswith(f"{feed} is watched already\n")
    assert [one["url"] for one in left] == [feed]


def test_a_page_without_a_feed_adds_nothing(gigawatch: Command, tmp_path: Path) -> None:
    """What was tried stands in the one line of the error."""
    with FeedServer() as bare:
        write_watch(tmp_path, allow=[bare.address])
        url = bare.put("/", b"<html><body>hello</body></html>", content_type="text/html")

        refused = gigawatch("feeds", "add", url)

    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert f"{url}: a web page, and no feed was found; tried {url}feed (http_404), " in refused.err
    assert not (tmp_path / "gigawatch.db").exists()


def test_a_watched_feed_that_moved_is_not_added_again(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """Both addresses would tell the same entries."""
    old = server.redirect("/old-rain", "/rain", status=301)
    write_watch(tmp_path, [old], allow=[server.address])

    lines = gigawatch("feeds", "add", old).out.splitlines()

    assert lines[0] == f"{old} has moved for good to {server.url('/rain')}"
    assert lines[-1] == f"{old} is watched already"


def test_a_feed_is_paused_and_resumed(gigawatch: Command, tmp_path: Path) -> None:
    """Also one that watch.toml names, and it stays so until it is resumed."""
    url = "https://one.example/feed"
    write_watch(tmp_path, [url])

    answers = [
        gigawatch("feeds", word, url).out
        for word in ("pause", "pause", "resume", "resume", "pause")
    ]
    table = gigawatch("feeds", "list").out
    again = gigawatch("feeds", "add", url, "--unchecked").out

    assert answers == [
        f"paused {url}\n",
        f"{url} is paused already\n",
        f"resumed {url}; the next poll reads it\n",
        f"{url} is not paused\n",
        f"paused {url}\n",
    ]
    assert "paused" in table
    assert again == f"{url} is watched already, but paused; `gigawatch feeds resume {url}`\n"


@pytest.mark.parametrize("word", ["pause", "resume", "remove"])
def test_a_mistyped_feed_is_answered_with_the_one_meant(
    gigawatch: Command, tmp_path: Path, word: str
) -> None:
    """A slash too many, a letter too few."""
    write_watch(tmp_path, ["https://one.example/feed", "https://two.example/feed"])

    answer = gigawatch("feeds", word, "https://two.example/feed/")

    assert (answer.code, answer.err) == (
        1,
        "gigawatch: https://two.example/feed/ is not watched; "
        "did you mean https://two.example/feed?\n",
    )


def test_the_first_reasons_of_a_bad_list_are_shown(gigawatch: Command, tmp_path: Path) -> None:
    """Ten of them, and how many more there are."""
    write_watch(tmp_path)
    rows = "".join(f'<outline xmlUrl="ftp://{n}.example/"/>' for n in range(12))
    (tmp_path / "in.opml").write_text(f"<opml>{rows}</opml>")

    lines = gigawatch("feeds", "import", "in.opml").out.splitlines()

    assert lines[0] == "0 added, 0 watched already, 12 refused"
    assert [line.startswith("refused: ftp://") for line in lines[1:-1]] == [True] * 10
    assert lines[-1] == "and 2 more"


def test_a_subscription_list_comes_and_goes(gigawatch: Command, tmp_path: Path) -> None:
    """What is exported can be imported; an address nobody may use is refused by name."""
    write_watch(tmp_path, ["https://one.example/feed"])
    (tmp_path / "in.opml").write_text(
        '<opml version="2.0"><body><outline text="Folder">'
        '<outline text="One" xmlUrl="https://one.example/feed"/>'
        '<outline text="Two &amp; more" xmlUrl="https://two.example/feed?a=1&amp;b=2"/>'
        '<outline text="Three" xmlUrl="ftp://three.example/feed"/>'
        "</outline></body></opml>"
    )

    imported = gigawatch("feeds", "import", "in.opml").out.splitlines()
    shown = gigawatch("feeds", "export").out
    written = gigawatch("feeds", "export", "out.opml")
    again = gigawatch("feeds", "import", "out.opml").out

    assert imported[0] == "1 added, 1 watched already, 1 refused"
    assert imported[1].startswith("refused: ftp://three.example/feed: ")
    assert 'text="Two &amp; more" xmlUrl="https://two.example/feed?a=1&amp;b=2"' in shown
    assert (written.code, (tmp_path / "out.opml").read_text("utf-8")) == (0, shown)
    assert again == "0 added, 2 watched already, 0 refused\n"


# --- read ---------------------------------------------------------------------------------------

SAVED = f"""{DEAL.title}
The Wire
—
{DEAL.text}
"""
READING = {
    "title",
    "url",
    "publisher",
    "text",
    "links",
    "headlines",
    "companies",
    "verdict",
    "event",
    "status",
    "reasons",
    "doubts",
    "marks",
    "parties",
    "legs",
    "facts",
}


def test_read_a_feed(gigawatch: Command, server: FeedServer, tmp_path: Path) -> None:
    """Each entry with its verdict, why, and the sentence that proves each leg."""
    write_watch(tmp_path, allow=[server.address])

    answer = gigawatch("read", server.url("/feed"))

    assert answer.code == 0
    assert f"{DEAL.title}\n  compute deal, new; companies: Anthropic, Microsoft" in answer.out
    assert "  Anthropic → Microsoft: commitment of $30 billion" in answer.out
    assert f"\n    “{DEAL.title}”\n" in answer.out
    assert "\n  | [Anthropic] will buy [$30 billion] of [Azure] compute" in answer.out
    assert "Rain is likely\n  no compute deal; companies: none\n  because: " in answer.out
    assert not (tmp_path / "gigawatch.db").exists()


@pytest.mark.parametrize("source", ["entry.txt", "-", "feed.xml"])
def test_read_json(
    gigawatch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """A feed, a saved entry and standard input have one shape; no configuration is needed."""
    (tmp_path / "entry.txt").write_text(SAVED, encoding="utf-8")
    (tmp_path / "feed.xml").write_bytes(render_rss(DEAL))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SAVED.encode())))

    (told,) = cast("list[Fields]", gigawatch("read", source, "--json").json)
    facts = cast("dict[str, list[Fields]]", told["facts"])

    assert set(told) == READING
    assert (told["title"], told["verdict"]) == (DEAL.title, True)
    assert told["companies"] == ["Anthropic", "Microsoft"]
    assert set(facts) == {"money", "powers", "chips", "terms"}
    assert all(fact["quote"] for kind in facts.values() for fact in kind)
    assert facts["money"][0]["amount"] == 30_000_000_000


def test_read_the_saved_entry_of_the_seed(gigawatch: Command, shared: Path) -> None:
    """The news this project began with, as it reached a reader: links, headlines, legs."""
    expected = json.loads((shared / "seed" / "expected.json").read_text("utf-8"))
    source = shared / "seed" / "000_f5fcb98505d3f8a7.txt"

    (told,) = cast("list[dict[str, list[Fields]]]", gigawatch("read", source, "--json").json)

    assert [link["url"] for link in told["links"]] == expected["links_repaired"]
    shown = [{"publisher": one["publisher"], "title": one["title"]} for one in told["headlines"]]
    assert shown == expected["headlines"]
    wanted = expected["deals"][0]["legs"]
    pairs = zip(told["legs"], wanted, strict=True)
    assert [{key: leg[key] for key in want} for leg, want in pairs] == wanted
    assert told["verdict"]


def test_read_knows_the_companies_of_the_user(gigawatch: Command, tmp_path: Path) -> None:
    """Companies of watch.toml are read beside the built-in ones; an alias adds to a known one."""
    more = """
        [[companies]]
        name = "Borealis"
        [[companies]]
        name = "Anthropic"
        aliases = ["the Golden Gate lab"]
    """
    write_watch(tmp_path, more=more)
    text = "The Golden Gate lab commits $30 billion to Borealis for cloud capacity"
    (tmp_path / "entry.txt").write_text(text)

    (told,) = cast("list[Fields]", gigawatch("read", "entry.txt", "--json").json)

    assert (told["companies"], told["verdict"]) == (["Anthropic", "Borealis"], True)


def test_read_of_an_answer_that_is_none(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """A server that claims nothing changed since never is told apart from a feed."""
    write_watch(tmp_path, allow=[server.address])

    answer = gigawatch("read", server.put("/304", status=304))

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "gigawatch: 127.0.0.1: answers 304\n"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b'<!DOCTYPE r [<!ENTITY a SYSTEM "b">]><r/>', id="a file's words"),
    ],
)
def test_what_must_not_be_read_is_refused(gigawatch: Command, tmp_path: Path, body: bytes) -> None:
    """Only what is no feed at all is taken for a saved text."""
    (tmp_path / "file").write_bytes(body)

    answer = gigawatch("read", "file")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("gigawatch: file: ")


# --- extract ------------------------------------------------------------------------------------

ITEM = {
    "id": "a",
    "title": "Anthropic commits $30 billion to Microsoft for cloud capacity over 10 years",
    "summary": "<p>Anthropic will buy $30 billion of capacity, up to 1 gigawatt.</p>",
    "publisher": "The Wire",
    "date": "2026-04-20",
}
RAIN = {"id": 7, "title": "Rain is likely", "date": None}


def write_items(path: Path, *items: object) -> Path:
    """A JSON Lines file."""
    path.write_text("".join(f"{json.dumps(item)}\n" for item in items), encoding="utf-8")
    return path


def labels(text: str) -> list[Fields]:
    """The labels of a JSON Lines text, by the line."""
    lines = [json.loads(line) for line in text.splitlines()]
    assert all(set(line) == {"id", "label"} for line in lines)
    return [line["label"] for line in lines]


def test_extract(gigawatch: Command, tmp_path: Path) -> None:
    """A label a line, in the order given; items on one deal share a key."""
    source = write_items(tmp_path / "in.jsonl", ITEM, RAIN, {**ITEM, "id": "b", "date": "2026-04"})

    answer = gigawatch("extract", source)
    one, rain, two = labels(answer.out)

    assert answer.code == 0
    assert one == {
        "is_compute_deal": True,
        "event": "new",
        "parties": [
            {"company": "Anthropic", "role": "buyer"},
            {"company": "Microsoft", "role": "supplier"},
        ],
        "money": [
            {
                "amount": 30_000_000_000,
                "amount_usd": 30_000_000_000,
                "currency": "USD",
                "qualifier": "exact",
                "kind": "other",
            }
        ],
        "power_mw": 1000,
        "power_qualifier": "up_to",
        "chips": None,
        "term_years": 10,
        "deal_key": two["deal_key"],
    }
    assert (rain["is_compute_deal"], rain["parties"], rain["deal_key"]) == (False, [], None)
    assert one["deal_key"]


def test_extract_gives_the_chips_of_a_site_two_build_together(
    gigawatch: Command, tmp_path: Path
) -> None:
    """Neither is said to pay the other, so no leg has them."""
    title = "AWS and SK Group to build AI data center with 60,000 GPUs in Ulsan"
    source = write_items(tmp_path / "in.jsonl", {**ITEM, "title": title, "summary": ""})

    (label,) = labels(gigawatch("extract", source).out)

    assert label["chips"] == {"count": 60_000, "model": "GPU"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bitfarms leases Panther Creek data center to CoreWeave", "Bitfarms"),
        ("Keel Infrastructure leases data center to CoreWeave", "Keel Infrastructure"),
        ("Cursor rents GPUs from CoreWeave", "Cursor"),
        ("Cursor maker Anysphere rents GPUs from CoreWeave", "Anysphere"),
    ],
)
def test_extract_names_a_company_as_the_item_does(
    gigawatch: Command, tmp_path: Path, title: str, name: str
) -> None:
    """A company that was renamed, or is known by its product, goes by the name the item has."""
    source = write_items(tmp_path / "in.jsonl", {**ITEM, "title": title, "summary": ""})

    (label,) = labels(gigawatch("extract", source).out)

    parties = label["parties"]
    assert isinstance(parties, list)
    assert {party["company"] for party in parties} == {name, "CoreWeave"}


def test_extract_to_a_file(gigawatch: Command, tmp_path: Path) -> None:
    """Standard output stays free; a file that cannot be written is one line."""
    source = write_items(tmp_path / "in.jsonl", RAIN)

    written = gigawatch("extract", source, "-o", tmp_path / "out.jsonl")
    refused = gigawatch("extract", source, "--output", tmp_path)

    assert (written.code, written.out) == (0, "")
    assert len(labels((tmp_path / "out.jsonl").read_text("utf-8"))) == 1
    assert (refused.code, refused.out) == (1, "")
    assert "cannot be written: " in refused.err


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('{"id": 1, "title": "Rain\u2028is likely"}', id="a line break of Unicode"),
        pytest.param('\ufeff{"id": 1}', id="a byte order mark"),
        pytest.param('{"id": 1, "date": "9999999999"}', id="a date beyond all calendars"),
        pytest.param('{"id": 1, "date": "soon", "title": null}', id="a date in words"),
        pytest.param('{"id": 1, "date": 20260420, "publisher": 5}', id="numbers"),
        pytest.param('{"id": 1}\n\n  \n', id="empty lines"),
    ],
)
def test_odd_items_are_labelled(gigawatch: Command, tmp_path: Path, line: str) -> None:
    """What is JSON with an id gets a label."""
    (tmp_path / "in.jsonl").write_text(line, encoding="utf-8")

    answer = gigawatch("extract", "in.jsonl")

    assert (answer.code, answer.err) == (0, "")
    assert [label["is_compute_deal"] for label in labels(answer.out)] == [False]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b'{"id": 1}\n{"id": ', "line 2 is not JSON: ", id="half a line"),
        pytest.param(b'{"title": "Rain"}', "line 1 has no id; ", id="no id"),
        pytest.param(b"[1]", "line 1 has no id; ", id="no object"),
        pytest.param(b"[" * 100_000, "line 1 is not JSON: ", id="deep"),
        pytest.param(b'{"id": ' + b"1" * 5000 + b"}", "line 1 is not JSON: ", id="a long number"),
        pytest.param(b'{"id": "\xff"}', "cannot be read: ", id="not UTF-8"),
    ],
)
def test_items_that_are_none(
    gigawatch: Command, tmp_path: Path, content: bytes, words: str
) -> None:
    """The line that is wrong is named, and nothing is half done."""
    (tmp_path / "in.jsonl").write_bytes(content)

    answer = gigawatch("extract", "in.jsonl")

    assert (answer.code, answer.out) == (1, "")
    assert words in answer.err
    assert answer.err.count("\n") == 1


# --- deals and alerts ---------------------------------------------------------------------------


def test_deals_list(gigawatch: Command, polled: Path) -> None:
    """A row a deal; as JSON the whole of it."""
    table = gigawatch("deals", "list", "--config", polled)
    (told,) = cast("list[Fields]", gigawatch("deals", "list", "--json", "--config", polled).json)

    assert DEAL_ID in table.out
    assert "Anthropic → Microsoft: $30 billion" in table.out
    assert (told["id"], told["companies"]) == (DEAL_ID, ["Anthropic", "Microsoft"])


def test_deals_show(gigawatch: Command, polled: Path) -> None:
    """Legs with their proof, the ladder of its status, the sources; JSON is that of the list."""
    shown = gigawatch("deals", "show", DEAL_ID, "--config", polled).out
    told = gigawatch("deals", "show", DEAL_ID, "--json", "--config", polled).json
    listed = gigawatch("deals", "list", "--json", "--config", polled).json

    assert shown.startswith(f"{DEAL_ID}  Anthropic → Microsoft: $30 billion")
    assert "\n  Anthropic → Microsoft: commitment of $30 billion" in shown
    assert "\n    “" in shown
    assert "\n  2026-04-21 announced (The Wire)\n" in shown
    assert f"\n  2026-04-21 The Wire: {DEAL.title} {DEAL.link}\n" in shown
    assert [told] == listed


def test_alerts_list(gigawatch: Command, polled: Path) -> None:
    """What went where, and how it ended."""
    table = gigawatch("alerts", "list", "--config", polled)
    told = gigawatch("alerts", "list", "--json", "--config", polled).json

    assert f"{DEAL_ID}#1" in table.out
    assert [
        {name: value for name, value in one.items() if name != "id"}
        for one in sorted(cast("list[Fields]", told), key=lambda one: str(one["alert"]))
    ] == [
        {
            "alert": alert,
            "about": "deal" if deal else "feeds",
            "deal": deal,
            "destination": "file",
            "state": "sent",
            "attempts": 1,
            "may_repeat": False,
            "created": "2026-04-21T12:00:00Z",
            "next_try": None,
            "waits_for": None,
            "sent": "2026-04-21T12:00:00Z",
            "digest": None,
            "last_error": None,
        }
        for alert, deal in ((f"{DEAL_ID}#1", DEAL_ID), ("feeds-2026-04-21#1", None))
    ]


def test_alerts_list_says_what_a_delivery_waits_for(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """Not before the quiet hours of its destination are over."""
    config = write_watch(
        tmp_path,
        [server.url("/feed")],
        {"file": f"file:{tmp_path / 'alerts.txt'}"},
        allow=[server.address],
    )
    quiet = 'quiet = ["09:00-18:00"]\nurl = "file:'
    config.write_text(config.read_text("utf-8").replace('url = "file:', quiet), "utf-8")
    gigawatch("poll")

    table = gigawatch("alerts", "list")
    (told,) = cast("list[Fields]", gigawatch("alerts", "list", "--json").json)

    assert (told["next_try"], told["waits_for"]) == ("2026-04-21T18:00:00Z", "quiet hours")
    assert "quiet hours" in table.out


def test_alerts_list_by_state(gigawatch: Command, polled: Path) -> None:
    """Only what needs somebody, say; a state that there is not is told with those there are."""
    sent = gigawatch("alerts", "list", "--state", "sent", "--json", "--config", polled).json
    dead = gigawatch("alerts", "list", "--state", "dead", "--json", "--config", polled).json
    wrong = gigawatch("alerts", "list", "--state", "lost", "--config", polled)

    assert (len(cast("list[Fields]", sent)), dead) == (2, [])
    assert wrong.code == 1
    assert "no state 'lost'; write pending, sending, sent, held, failed, dead" in wrong.err


def test_alerts_test(gigawatch: Command, tmp_path: Path) -> None:
    """Every destination gets a message; one that fails is named with its reason."""
    with WebhookServer(script=[413]) as hook:
        write_watch(tmp_path, destinations={"hook": hook.url, "file": f"file:{tmp_path}/a.txt"})

        failed = gigawatch("alerts", "test")
        well = gigawatch("alerts", "test", "--json")

    assert failed.code == 1
    assert failed.out.startswith("hook: failed: ")
    assert failed.out.endswith("file: sent\n")
    assert (well.code, well.json) == (
        0,
        [
            {"destination": "hook", "ok": True, "reason": None},
            {"destination": "file", "ok": True, "reason": None},
        ],
    )
    assert (tmp_path / "a.txt").read_text("utf-8").count("Test message from Gigawatch") == 2


def test_a_dead_delivery_is_shown_and_retried(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """The poll says that a person is needed; after `alerts retry` the next poll sends it."""
    with WebhookServer(script=[413]) as hook:
        write_watch(tmp_path, [server.url("/feed")], {"hook": hook.url}, allow=[server.address])

        failed = gigawatch("poll")
        retried = gigawatch("alerts", "retry", "1")
        sent = gigawatch("poll")

    assert failed.code == 1
    assert f"needs a person: delivery {DEAL_ID}#1@hook to hook: " in failed.out
    assert retried.out == "delivery 1 is due again; `gigawatch poll` sends it\n"
    assert (sent.code, sent.out.count("1 sent")) == (0, 1)


def test_a_wrong_token_costs_nothing(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """The poll says who must be looked after; once a test goes through, the next poll sends it."""
    with WebhookServer(script=[403]) as hook:
        write_watch(tmp_path, [server.url("/feed")], {"hook": hook.url}, allow=[server.address])

        failed = gigawatch("poll")
        early = gigawatch("poll")
        tested = gigawatch("alerts", "test")
        sent = gigawatch("poll")

    assert failed.code == 1
    assert "needs a person: destination hook takes no message: 127.0.0.1:" in failed.out
    assert (early.code, early.out.count("0 sent"), tested.code) == (0, 1, 0)
    assert (sent.code, sent.out.count("1 sent")) == (0, 1)


def test_all_that_is_dead_is_retried_at_once(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """After a service's limit was raised, say; what is sent or cancelled stays as it is."""
    with WebhookServer(script=[413, 413]) as hook:
        both = {"one": hook.url, "two": hook.url}
        write_watch(tmp_path, [server.url("/feed")], both, allow=[server.address])
        gigawatch("poll")

        cancelled = gigawatch("alerts", "cancel", "1")
        again = gigawatch("alerts", "cancel", "1")
        retried = gigawatch("alerts", "retry", "all")
        sent = gigawatch("poll")

    assert cancelled.out == "delivery 1 is cancelled\n"
    assert (again.code, "cannot be cancelled" in again.err) == (1, True)
    assert retried.out == "1 dead deliveries are due again; `gigawatch poll` sends them\n"
    assert sent.out.count("1 sent") == 1
    assert gigawatch("alerts", "retry", "some").err.startswith("gigawatch: 'some' is no number")


# --- doctor and sample --------------------------------------------------------------------------


def test_doctor_is_content(gigawatch: Command, tmp_path: Path) -> None:
    """All is well: a row for each thing, and 0."""
    write_watch(tmp_path, destinations={"file": f"file:{tmp_path}/a.txt"})

    answer = gigawatch("doctor", "--json")
    findings = cast("list[Fields]", answer.json)

    assert answer.code == 0
    assert [(one["what"], one["well"]) for one in findings] == [
        (what, True)
        for what in (
            "configuration",
            "companies",
            "database",
            "feeds",
            "Prefect",
            "destination file",
        )
    ]
    assert f"version {newest_version()}" in str(findings[2]["detail"])


def test_doctor_finds_every_trouble(
    gigawatch: Command, polled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One trouble does not hide the next, and each says what to do."""
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    text = polled.read_text() + f'[[destinations]]\nname = "desk"\nurl = "slack://{SECRET}"\n'
    config = polled.with_name("trouble.toml")
    config.write_text(text)

    answer = gigawatch("doctor", "--config", config)

    assert answer.code == 1
    lines = " ".join(answer.out.split())
    assert "1 failing: http://" in lines
    assert "(http_404, 1 in a row)" in lines
    assert "no server answers at http://127.0.0.1:9/api; start it" in lines
    assert "destination desk trouble" in lines
    assert SECRET not in lines


def test_doctor_tells_of_a_destination_that_fails(
    gigawatch: Command, server: FeedServer, tmp_path: Path
) -> None:
    """Its address is well and nothing arrives: since when, why, and that nothing is lost."""
    with WebhookServer(script=[503]) as hook:
        write_watch(tmp_path, [server.url("/feed")], {"hook": hook.url}, allow=[server.address])
        gigawatch("poll")

        lines = " ".join(gigawatch("doctor").out.split())

    assert "failing since 20" in lines
    assert "503" in lines
    assert "what waits for it is kept and tried again" in lines


def test_doctor_asks_the_server_it_is_given(
    gigawatch: Command, server: FeedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Prefect server that answers is well."""
    server.put("/api/health", b"true", content_type="application/json")
    write_watch(tmp_path)
    monkeypatch.setenv("PREFECT_API_URL", server.url("/api/"))

    assert f"server at {server.url('/api/')}" in gigawatch("doctor").out


def test_sample(gigawatch: Command, tmp_path: Path) -> None:
    """The bundled feeds bring deals, an alert in two shapes and the next step; and so again."""
    first = gigawatch("sample", "here")
    second = gigawatch("sample", "here")
    looked = gigawatch("deals", "show", "amazon-anthropic-2026-04", "--config", "here/watch.toml")

    for answer in (first, second):
        assert answer.code == 0
        assert "0 sent" not in answer.out
        assert "The alert in email" in answer.out
        assert "The alert in Slack" in answer.out
        assert "Next: `gigawatch init`" in answer.out
    alerts = (tmp_path / "here/alerts.txt").read_text("utf-8")
    assert alerts.count("\nWhy you get this: ") == alerts.count("New deal · ") > 1
    assert "S$6.35bn at the ECB rate is US$4.99bn, the 5 now" in looked.out


def test_sample_touches_nobodys_files(gigawatch: Command, tmp_path: Path) -> None:
    """A folder somebody watches from is refused, and every file of it stays."""
    write_watch(tmp_path)
    for name in ("alerts.txt", "gigawatch.db"):
        (tmp_path / name).write_text("mine")
    before = {path.name: path.read_text() for path in tmp_path.iterdir()}

    answer = gigawatch("sample", tmp_path)

    assert answer.code == 1
    assert "holds something else; name another folder" in answer.err
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == before
