"""What a person reads of a feed before watching it: numbers in words, troubles with a way out."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.commands.discovery import Found, Tried
from flows.commands.feed_preview import describe_rhythm, explain, preview_json, preview_lines
from parsers.errors import FeedError
from parsers.types import Entry, ParsedFeed

NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)
URL = "https://a.example/feed"


def every(hours: float, count: int) -> list[datetime]:
    """This many moments, this far apart, the last one now."""
    return [NOW - timedelta(hours=hours) * index for index in range(count)]


@pytest.mark.parametrize(
    ("moments", "words"),
    [
        pytest.param([], None, id="none"),
        pytest.param([NOW], None, id="one"),
        pytest.param([NOW, NOW, NOW], None, id="all at once"),
        pytest.param(every(8, 10), "about 3 a day", id="three a day"),
        pytest.param(every(24, 10), "about one a day", id="daily"),
        pytest.param(every(84, 10), "about 2 a week", id="twice a week"),
        pytest.param(every(24 * 14, 10), "about 2 a month", id="twice a month"),
        pytest.param(every(24 * 100, 10), "about 4 a year", id="quarterly"),
        pytest.param(every(24 * 1000, 10), "less than once a year", id="nearly never"),
        pytest.param(every(0.01, 10), "about 2,400 a day", id="a torrent"),
        pytest.param(
            [*every(8, 10), datetime(2003, 1, 1, tzinfo=UTC)], "about 3 a day", id="pinned"
        ),
        pytest.param([NOW, NOW, NOW - timedelta(days=1)], "about 2 a day", id="two at once"),
    ],
)
def test_a_rhythm_is_told_in_words(moments: list[datetime], words: str | None) -> None:
    """As a person would say it; nothing where it would be a guess."""
    assert describe_rhythm(reversed(moments)) == words


def feed(*dates: datetime | None, degraded: str | None = None) -> ParsedFeed:
    """A feed with entries of these dates."""
    entries = tuple(
        Entry(
            key=str(number),
            fingerprint="f",
            title="t",
            text="",
            url=None,
            publisher=None,
            published_at=date,
            links=(),
            headlines=(),
        )
        for number, date in enumerate(dates)
    )
    skipped = (("duplicate_entry", 2), ("new_reason", 1)) if degraded else ()
    return ParsedFeed(
        title="The Wire",
        entries=entries,
        home_url=None,
        language=None,
        degraded=degraded,
        skipped=skipped,
    )


WELL = "The Wire: 2 entries, newest 2026-04-21 12:00 UTC, about one a day"


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        pytest.param(Found(asked=URL, url=URL, feed=feed(*every(24, 2))), [WELL], id="well"),
        pytest.param(
            Found(asked="https://a.example/", url=URL, feed=feed(*every(24, 2)), tried=(
                Tried(url="https://a.example/", code="not_a_feed"),)),
            [f"https://a.example/ is no feed; found {URL}", WELL],
            id="a page's",
        ),
        pytest.param(
            Found(asked="https://a.example/old", url=URL, feed=feed(*every(24, 2))),
            [f"https://a.example/old has moved for good to {URL}", WELL],
            id="moved",
        ),
        pytest.param(
            Found(asked=URL, url=URL, feed=feed()),
            [
                "The Wire: 0 entries, undated",
                "it holds no entries: nothing is told until it does",
            ],
            id="empty",
        ),
        pytest.param(
            Found(asked=URL, url=URL, feed=feed(None)),
            [
                "The Wire: 1 entry, undated",
                "no entry has a date: each counts as news when it is first seen",
            ],
            id="undated",
        ),
        pytest.param(
            Found(asked=URL, url=URL, feed=feed(NOW - timedelta(days=400))),
            [
                "The Wire: 1 entry, newest 2025-03-17 12:00 UTC",
                "nothing new for 400 days: it may have been given up",
            ],
            id="given up",
        ),
        pytest.param(
            Found(asked=URL, url=URL, feed=feed(NOW, degraded="the XML is broken")),
            [
                "The Wire: 1 entry, newest 2026-04-21 12:00 UTC",
                "repaired: the XML is broken",
                "left out: 2 (twice the same)",
                "left out: 1 (new_reason)",
            ],
            id="repaired",
        ),
    ],
)  # fmt: skip
def test_a_feed_is_told_in_a_few_lines(found: Found, lines: list[str]) -> None:
    """What is in it, and then only what is odd about it."""
    assert list(preview_lines(found, now=NOW)) == lines


def test_a_program_gets_codes() -> None:
    """The same whole, with reasons that do not change with our wording."""
    tried = (Tried(url="https://a.example/", code="not_a_feed"),)
    found = Found(asked="https://a.example/", url=URL, feed=feed(NOW, degraded="x"), tried=tried)

    told = preview_json(found)

    assert told == {
        "asked": "https://a.example/",
        "url": URL,
        "title": "The Wire",
        "entries": 1,
        "newest": "2026-04-21T12:00:00+00:00",
        "rhythm": None,
        "degraded": "x",
        "skipped": {"duplicate_entry": 2, "new_reason": 1},
        "tried": [{"url": "https://a.example/", "error": "not_a_feed"}],
    }


@pytest.mark.parametrize(
    ("code", "detail", "told"),
    [
        ("http_404", "a: answers 404", "a: answers 404; nothing lies at this address"),
        ("http_502", "a: answers 502", "a: answers 502; the fault is the server's"),
        ("gone", "a: answers 410", "a: answers 410; its owner took it away for good"),
        ("http_418", "a: answers 418", "a: answers 418"),
        ("not_a_feed", "a sitemap; give a feed", "a sitemap; give a feed"),
    ],
)
def test_an_error_says_what_to_do(code: str, detail: str, told: str) -> None:
    """Unless its sentence does already, or nobody can say."""
    assert explain(FeedError(code, detail)).startswith(told)
