"""Feeds built by chance, full of awkward words: what was put in comes out again."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import ParseError
from parsers.feed import parse_feed
from parsers.types import ParsedFeed

BASE = "https://news.example/feeds/all.xml"
# Words that mean something to one of the layers a title goes through; none of them is markup.
AWKWARD = (
    "AT&T", "R&D;", "5<6", "6>5", "<3", "]]>", "-->", "--", "&", "&&", "%s", "{0}", "\\u0041", "'",
    '"', "“q”", "…", "—", "$1.5", "€20", "100%", "#1", "@x", "*b*", "_i_", "`c`", "|", "~", "=",
    "http://x.example/", "C:\\new", "café", "naïve", "日本語", "데이터", "дата", "مركز", "नमस्ते",
    "😀", "ǅ", "ß", "İ", "ﬁ", "½", "x" * 60,
)  # fmt: skip
LONGEST = 6


def is_twice_encoded(text: str) -> bool:
    """Whether a text is what UTF-8 looks like when read as Latin-1, which is read as meant."""
    try:
        return text.encode("latin-1").decode("utf-8") != text
    except UnicodeError:
        return False


words = (
    st.lists(
        st.sampled_from(AWKWARD) | st.text(st.characters(categories=["L", "Nd"]), min_size=1),
        min_size=1,
        max_size=LONGEST,
    )
    .map(lambda found: " ".join(found)[:400].strip())
    .filter(lambda text: not is_twice_encoded(text))
)
moments = st.datetimes(
    min_value=datetime(1995, 1, 1),  # noqa: DTZ001 - the zone is drawn apart
    max_value=datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
).map(lambda at: at.replace(microsecond=0))
paths = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is put into a feed."""

    title: str
    path: str
    at: datetime
    has_guid: bool


items = st.builds(Item, title=words, path=paths, at=moments, has_guid=st.booleans())
feeds = st.lists(items, max_size=5, unique_by=lambda item: item.path)
Renderer = Callable[[list[Item]], str]


def rss(given_items: list[Item]) -> str:
    """RSS 2.0 with its HTML escaped a second time, as most programs write it."""
    rows = "".join(
        f"<item><title>{escape(escape(item.title))}</title><link>/{item.path}</link>"
        f"<pubDate>{format_datetime(item.at)}</pubDate>"
        + (f'<guid isPermaLink="false">id:{item.path}</guid>' if item.has_guid else "")
        + "</item>"
        for item in given_items
    )
    return f'<rss version="2.0"><channel><title>T</title>{rows}</channel></rss>'


def rss_cdata(given_items: list[Item]) -> str:
    """RSS 2.0 with its HTML in CDATA sections."""
    rows = "".join(
        f"<item><title><![CDATA[{escape(item.title)}]]></title><link>/{item.path}</link>"
        f"<pubDate>{item.at.isoformat()}</pubDate></item>"
        for item in given_items
    )
    return f'<rss version="2.0"><channel><title>T</title>{rows}</channel></rss>'


def atom(given_items: list[Item]) -> str:
    """Atom 1.0 with titles that say they are HTML."""
    rows = "".join(
        f'<entry><title type="html">{escape(escape(item.title))}</title><link href="/{item.path}"/>'
        f"<id>tag:news.example,{item.path}</id><published>{item.at.isoformat()}</published></entry>"
        for item in given_items
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{rows}</feed>'


def json_feed(given_items: list[Item]) -> str:
    """JSON Feed 1.1, not kept to ASCII."""
    rows = [
        {
            "id": f"id:{item.path}",
            "title": escape(item.title),
            "url": f"/{item.path}",
            "date_published": item.at.isoformat(),
        }
        for item in given_items
    ]
    document = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": rows}
    return json.dumps(document, ensure_ascii=False)


FORMATS: tuple[Renderer, ...] = (rss, rss_cdata, atom, json_feed)


def parse(document: bytes, known: bytes = b"") -> ParsedFeed:
    """Read a document as if it came from `BASE`."""
    return parse_feed(document, content_type=None, base_url=BASE, known=known)


@pytest.mark.parametrize("render", FORMATS)
@settings(max_examples=30, deadline=None)
@given(given_items=feeds, codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]))
def test_what_was_put_in_comes_out(render: Renderer, given_items: list[Item], codec: str) -> None:
    """Titles, links and dates survive every format, encoding and awkward word."""
    document = render(given_items).encode(codec)

    parsed = parse(document)

    assert parsed.degraded is None
    assert [(entry.title, entry.url, entry.published_at) for entry in parsed.entries] == [
        (item.title, f"https://news.example/{item.path}", item.at.astimezone(UTC))
        for item in given_items
    ]


@pytest.mark.parametrize("render", FORMATS)
@settings(max_examples=25, deadline=None)
@given(before=feeds, after=feeds)
def test_only_what_is_new_is_read_again(
    render: Renderer, before: list[Item], after: list[Item]
) -> None:
    """The next poll brings the items that were not there, and no other."""
    known = parse(render(before).encode()).fingerprints

    again = parse(render(before + new_ones(before, after)).encode(), known)

    assert [entry.url for entry in again.entries] == [
        f"https://news.example/{item.path}" for item in new_ones(before, after)
    ]


def new_ones(before: list[Item], after: list[Item]) -> list[Item]:
    """The items whose paths are not taken yet."""
    taken = {item.path for item in before}
    return [item for item in after if item.path not in taken]


@pytest.mark.parametrize("render", FORMATS)
@settings(max_examples=30, deadline=None)
@given(given_items=feeds, cut=st.integers(0, 2_000))
def test_a_document_cut_short_is_read_or_refused(
    render: Renderer, given_items: list[Item], cut: int
) -> None:
    """What arrived whole is kept; nothing is made up, and no error is of a foreign kind."""
    parsed = parse_or_refuse(render(given_items).encode()[:cut])

    whole = {f"https://news.example/{item.path}" for item in given_items}
    finished = [entry.url for entry in parsed.entries[:-1]] if parsed else []
    assert set(finished) <= whole


def parse_or_refuse(document: bytes) -> ParsedFeed | None:
    """A feed, or None for a document that is refused as none."""
    try:
        return parse(document)
    except ParseError:
        return None


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
        lambda inside: (
            st.lists(inside, max_size=4)
            | st.dictionaries(
                st.sampled_from(["items", "id", "title", "url", "content_html", "version", "x"]),
                inside,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    """Fields of every wrong type make at most an error of ours."""
    document = json.dumps({"items": value}).encode()

    parsed = parse_or_refuse(document)

    assert parsed is None or all(entry.key and entry.title for entry in parsed.entries)
