import asyncio
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from flows.polling.parsing import ParserPool
from parsers.errors import ParseError
from parsers.feed import parse_feed
from parsers.types import ParsedFeed

ROOT = Path(__file__).parents[3]
ADDRESS = "https://news.example/feed.xml"
FEED = (
    b'<rss version="2.0"><channel><title>T</title><item><title>Deal</title></item></channel></rss>'
)
WITHIN = 30  # seconds in which a promise has to come true on a busy machine


def item(inside: bytes) -> bytes:
    """A feed with one item."""
    return FEED.replace(b"<title>Deal</title>", b"<title>Deal</title>" + inside)


def read_or_misbehave(body: bytes) -> ParsedFeed:
    """Stand in for what reads a document: some make the child die, hang, swell or fail."""
    if body == b"die":
        os.kill(os.getpid(), signal.SIGKILL)
    if body == b"leave":
        os._exit(3)
    if body == b"outlive the timeout":
        os.kill(os.getpid(), signal.SIGALRM)
    if body == b"hang":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        while True:
            pass
    if body == b"swell":
        return ParsedFeed(title="x" * (4 << 30), entries=())
    if body == b"fail":
        raise ZeroDivisionError
    if body == b"who":
        return ParsedFeed(title=str(os.getpid()), entries=())
    return parse_feed(body, content_type=None, base_url=ADDRESS)


@pytest_asyncio.fixture
async def pool() -> AsyncIterator[ParserPool]:
    """One child with a short patience, which may misbehave."""
    async with ParserPool(workers=1, timeout=WITHIN) as pool:
        yield pool


async def parse(pool: ParserPool, body: bytes) -> ParsedFeed:
    """Parse a document as if it came from `ADDRESS`."""
    return await pool.run(read_or_misbehave, body)


async def refusal(pool: ParserPool, body: bytes) -> ParseError:
    """The error a document ends with."""
    with pytest.raises(ParseError) as caught:
        await parse(pool, body)
    return caught.value


async def test_a_feed_read_in_a_child_is_the_feed_read_here(pool: ParserPool) -> None:
    """The child changes nothing but where the work is done."""
    assert await parse(pool, FEED) == parse_feed(FEED, content_type=None, base_url=ADDRESS)


async def test_a_child_is_used_again(pool: ParserPool) -> None:
    """Starting a process for each feed would cost more than reading it; an error is no reason."""
    first = await parse(pool, b"who")
    await refusal(pool, b"no feed")

    assert await parse(pool, b"who") == first


async def test_the_childs_own_error_arrives_whole(pool: ParserPool) -> None:
    """Code and sentence are those of parse_feed."""
    error = await refusal(pool, b"Hello")

    assert error.code == "not_a_feed"
    assert str(error) == "this is neither XML nor JSON; give a feed's address"


@pytest.mark.parametrize(
    ("body", "code", "why"),
    [
        (b"die", "parse_crashed", "the process reading the feed ended by itself (SIGKILL)"),
        (b"leave", "parse_crashed", "the process reading the feed ended by itself (exit code 3)"),
        (b"swell", "parse_memory", "reading the feed took too much memory and was stopped"),
        (
            b"outlive the timeout",
            "parse_timeout",
            "reading the feed took longer than 30 seconds and was stopped",
        ),
        (
            b"fail",
            "parse_crashed",
            "reading the feed failed (ZeroDivisionError: ); please report it",
        ),
    ],
)
async def test_a_child_that_ends_takes_nobody_along(
    pool: ParserPool, body: bytes, code: str, why: str
) -> None:
    """The document gets a reason, and the next one is read."""
    error = await refusal(pool, body)

    assert (error.code, str(error)) == (code, why)
    assert (await parse(pool, FEED)).title == "T"


async def test_a_hanging_document_is_stopped_and_its_siblings_go_on() -> None:
    """Even a child that ignores the polite signal is gone after the timeout."""
    async with ParserPool(timeout=2) as pool:
        hanging = asyncio.create_task(refusal(pool, b"hang"))
        siblings = await asyncio.gather(*(parse(pool, FEED) for _ in range(10)))

        assert not hanging.done()
        assert [parsed.title for parsed in siblings] == ["T"] * 10
        assert (await hanging).code == "parse_timeout"
        assert (await parse(pool, FEED)).title == "T"


async def test_a_cancelled_document_frees_its_child(pool: ParserPool) -> None:
    """The next document does not wait for one nobody wants any more."""
    await parse(pool, FEED)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(parse(pool, b"hang"), 0.3)

    parsed = await asyncio.wait_for(parse(pool, FEED), WITHIN)

    assert parsed.title == "T"


async def test_a_child_killed_while_idle_is_replaced(pool: ParserPool) -> None:
    """The kernel may take a child at any time; no document pays for it."""
    before = await parse(pool, b"who")
    os.kill(int(before.title), signal.SIGKILL)

    after = await parse(pool, b"who")

    assert after.title != before.title


async def test_children_that_never_start_are_a_reason() -> None:
    """A limit the system refuses ends in a sentence, not in an endless wait."""
    async with ParserPool(workers=1, memory=1 << 80) as pool:
        error = await refusal(pool, FEED)

    assert error.code == "parse_crashed"
    assert str(error).startswith("no process to read feeds starts")


async def test_without_files_left_no_child_starts_until_there_are(pool: ParserPool) -> None:
    """Out of file descriptors the document gets a reason, and the next one is read."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        error = await refusal(pool, FEED)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    assert error.code == "parse_crashed"
    assert "Too many open files" in str(error)
    assert (await parse(pool, FEED)).title == "T"


async def test_feedparsers_bombs_end_at_the_timeout() -> None:
    """Attributes it reads in quadratic time cost one timeout and nothing more."""
    body = item(b"<x " + b" ".join(b'a%d=""' % n for n in range(60_000)) + b"/>")
    async with ParserPool(workers=1, timeout=1) as pool:
        error = await refusal(pool, body)

        assert error.code == "parse_timeout"
    assert multiprocessing.active_children() == []


async def test_a_name_as_long_as_a_book_is_not_looked_at(pool: ParserPool) -> None:
    """Authors take feedparser quadratic time; nobody here reads them at all."""
    parsed = await parse(pool, item(b"<author>" + b"a" * 200_000 + b"</author>"))

    assert [entry.title for entry in parsed.entries] == ["Deal"]


async def test_an_entity_bomb_is_refused_before_it_is_read(pool: ParserPool) -> None:
    """56 KB that would become a title of 100 MB never reach the parser."""
    bomb = b'<!DOCTYPE r [<!ENTITY e "%b">]>' % (b"x" * 50_000)
    title = b"<title>" + b"&e;" * 2_000 + b"</title>"

    error = await refusal(pool, bomb + FEED.replace(b"<title>Deal</title>", title))

    assert error.code == "xml_forbidden"


async def test_no_process_is_left_behind() -> None:
    """When the pool is closed its children are gone, busy or not."""
    async with ParserPool() as pool:
        await parse(pool, FEED)
        hanging = asyncio.create_task(parse(pool, b"hang"))
        await parse(pool, FEED)
        hanging.cancel()
        await asyncio.gather(hanging, return_exceptions=True)

    assert multiprocessing.active_children() == []


PROGRAM = """
import asyncio, os, sys
from flows.polling.intake import Document, parse_document
from flows.polling.parsing import ParserPool

print("imported as", __name__, flush=True)

async def main():
    async with ParserPool(workers=1) as pool:
        document = Document(body=sys.argv[1].encode(), content_type=None, url="")
        await pool.run(parse_document, document)
        print("parsed", flush=True)
        if "die" in sys.argv:
            os.kill(os.getpid(), 9)

if __name__ == "__main__":
    asyncio.run(main())
"""


def run(folder: Path, *arguments: str) -> list[str]:
    """Run the program and return what it and its children printed.

    The children hold its standard output: this ends when the last of them has ended.
    """
    program = folder / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-W", "error", str(program), FEED.decode(), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        timeout=WITHIN,
        text=True,
        check=False,
    )
    return done.stdout.splitlines()


def test_children_do_not_import_the_program(tmp_path: Path) -> None:
    """The main module may be all of Prefect: a child has no need of it."""
    assert run(tmp_path) == ["imported as __main__", "parsed"]


def test_children_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    """After SIGKILL no child goes on waiting for work."""
    assert run(tmp_path, "die") == ["imported as __main__", "parsed"]
