import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import ParseError
from parsers.feed import MAX_ENTRIES, MAX_KEY, MAX_TITLE, find_feed_links, parse_feed
from parsers.types import Entry, Link, ParsedFeed

FEEDS = Path(__file__).parent.parent / "data/feeds"
ADDRESS = "https://news.example/feed.xml"
NOT_FEEDS = "FirstEntry"  # expected contents of entries, which lie between the feeds


def read(body: str | bytes, content_type: str | None = None) -> ParsedFeed:
    """Parse a document as if it came from `ADDRESS`."""
    raw = body.encode() if isinstance(body, str) else body
    return parse_feed(raw, content_type=content_type, base_url=ADDRESS)


def rss(*items: str) -> str:
    """An RSS document with these items."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>T</title>{inside}</channel></rss>'


def refused(body: str | bytes) -> ParseError:
    """The error a document is refused with."""
    with pytest.raises(ParseError) as caught:
        read(body)
    return caught.value


# --- what is read -------------------------------------------------------------------------------


def test_an_rss_feed_is_read_whole() -> None:
    """Every field arrives clean: title, longest text, canonical link, publisher, time in UTC."""
    parsed = read((FEEDS / "newswire.rss").read_bytes())

    first, second = parsed.entries
    assert first == Entry(
        key="nw-1",
        fingerprint=first.fingerprint,
        title="Northwind leases 2 GW from Example & Sons",
        text="Northwind leases 2 GW of capacity for 15 years.\nThe filing is public.",
        url="https://news.example/northwind",
        publisher="The Wire",
        published_at=datetime(2026, 11, 2, 8, 30, tzinfo=UTC),
        links=(Link(url="https://news.example/filing", text="The filing"),),
    )
    assert (second.title, second.url) == ("A line without a title, a link or a guid.", None)
    assert len(first.fingerprint) == len(second.key) == 64
    assert parsed == ParsedFeed(
        title="Grid & Silicon",
        entries=(first, second),
        home_url="https://news.example/",
        language="en-gb",
        skipped=(("empty_entry", 1),),
        fingerprints=parsed.fingerprints,
    )


def test_an_atom_feed_is_read_whole() -> None:
    """Relative links start from xml:base, and ids stay as they are."""
    parsed = read((FEEDS / "lab.atom").read_bytes())

    (entry,) = parsed.entries
    assert (parsed.title, parsed.home_url) == ("The Lab", "https://lab.example/blog/")
    assert (entry.key, entry.url) == (
        "tag:lab.example,2026:chips",
        "https://lab.example/blog/chips",
    )
    assert entry.published_at == datetime(2026, 11, 2, 4, 30, tzinfo=UTC)
    assert (entry.title, entry.text) == ("We bought chips", "100,000 of them.")


def test_a_json_feed_is_read_whole() -> None:
    """JSON Feed gives the same values as the others; an empty item is counted."""
    parsed = read((FEEDS / "lab.json").read_bytes(), "application/feed+json")

    assert [(entry.key, entry.title, entry.url) for entry in parsed.entries] == [
        ("1", "We bought chips", "https://news.example/chips"),
        ("2", "AT&T < Verizon", "https://else.example/x"),
        ("3", "(untitled)", None),
    ]
    assert parsed.skipped == (("empty_entry", 1),)


@pytest.mark.parametrize("name", ["rss10.rdf", "rss091.xml", "atom03.xml", "feedburner.rss"])
def test_old_formats_are_read(name: str) -> None:
    """RSS 0.9x, RDF and Atom 0.3 are read like the new ones; FeedBurner's detours are skipped."""
    (entry,) = read((FEEDS / name).read_bytes()).entries

    assert (entry.title, entry.url) == ("One", "https://a.example/1")


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("<title>A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; deal</title>", "A bold deal"),
        ("<title><![CDATA[AT&T buys]]></title>", "AT&T buys"),
        ("<title>a\n   b</title>", "a b"),
        (f"<title>{'x' * 10_000}</title>", "x" * MAX_TITLE),
        ("<title/><description>Only words here.</description>", "Only words here."),
        (f"<description>{'word ' * 100}</description>", "word " * 18 + "word …"),
        ("<link>https://a.example/1</link>", "https://a.example/1"),
        ("<guid isPermaLink='false'>7</guid>", "(untitled)"),
    ],
)
def test_every_entry_has_one_clean_line_as_title(item: str, title: str) -> None:
    """Markup, line ends and missing titles never reach a reader."""
    (entry,) = read(rss(item)).entries

    assert entry.title == title


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<guid>https://a.example/1</guid>", "https://a.example/1"),
        ("<guid>12345</guid>", None),
        ("<link>/1</link>", "https://news.example/1"),
        ("<link>javascript:alert(1)</link>", None),
    ],
)
def test_the_link_is_the_articles_own(item: str, url: str | None) -> None:
    """A guid that is an address will do as a link, a number will not."""
    (entry,) = read(rss(f"<title>t</title>{item}")).entries

    assert entry.url == url


def test_the_first_readable_date_counts() -> None:
    """A date that cannot be read makes way for the next one."""
    item = (
        "<title>t</title><pubDate>yesterday</pubDate>"
        '<a:updated xmlns:a="http://www.w3.org/2005/Atom">2026-11-02T10:00:00Z</a:updated>'
    )

    (entry,) = read(rss(item)).entries

    assert entry.published_at == datetime(2026, 11, 2, 10, tzinfo=UTC)


def test_content_that_is_no_text_is_left_out() -> None:
    """A picture inside an entry is not read as its words."""
    body = (FEEDS / "lab.atom").read_text(encoding="utf-8")
    picture = f'<content type="image/png">{"AAAA" * 50}</content></entry>'

    (entry,) = read(body.replace("</entry>", picture)).entries

    assert entry.text == "100,000 of them."


@pytest.mark.parametrize(
    ("packed", "text"),
    [
        pytest.param(
            "PHA+MTAwLDAwMCBvZiB0aGVtLCA8Yj5mb3IgMTUgeWVhcnM8L2I+LjwvcD4=",
            "100,000 of them, for 15 years.",
            id="words",
        ),
        pytest.param(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ", "100,000 of them.", id="picture"
        ),
    ],
)
def test_packed_content_is_read_if_it_holds_words(packed: str, text: str) -> None:
    """Content of no named type counts if it is text once it is unpacked."""
    body = (FEEDS / "lab.atom").read_text(encoding="utf-8")
    content = f'<content type="application/octet-stream">{packed}</content></entry>'

    (entry,) = read(body.replace("</entry>", content)).entries

    assert entry.text == text


def test_an_entry_that_only_names_its_source_is_kept() -> None:
    """Whatever an item says of itself makes it an entry."""
    (entry,) = read(rss("<source url='https://a.example/feed'>The Wire</source>")).entries

    assert (entry.title, entry.publisher) == ("(untitled)", "The Wire")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<CHANNEL HREF="https://a.example/"/>', id="CDF"),
        pytest.param("<channel><link>https://a.example/</link></channel>", id="bare channel"),
        pytest.param(
            "<rss version='2.0'><channel><link>https://a.example/</link></ch", id="cut off"
        ),
    ],
)
def test_a_feed_without_entries_is_a_feed(body: str) -> None:
    """A head that leads home is enough: the first entry may come with the next poll."""
    parsed = read(body)

    assert (parsed.home_url, parsed.entries) == ("https://a.example/", ())


# --- keys ---------------------------------------------------------------------------------------


def test_without_a_guid_the_canonical_link_is_the_key() -> None:
    """A tracking parameter that changes with each poll makes no new entry."""
    first, second = (
        read(rss(f"<title>t</title><link>https://a.example/1?utm_source={n}</link>")).entries[0]
        for n in (1, 2)
    )

    assert first == second
    assert first.key == "https://a.example/1"


def test_a_long_guid_becomes_a_hash() -> None:
    """Keys fit into the database, and stay different."""
    one, two = read(rss(*(f"<guid>{'x' * 5_000}{n}</guid>" for n in (1, 2)))).entries

    assert max(len(one.key), len(two.key)) <= MAX_KEY
    assert one.key != two.key


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("<title>t</title><link>https://a.example/{n}</link>", id="links differ"),
        pytest.param("<title>t{n}</title><link>https://a.example/</link>", id="titles differ"),
        pytest.param("<title>t</title><description>d{n}</description>", id="only texts differ"),
    ],
)
def test_one_guid_for_all_items_loses_none(fields: str) -> None:
    """Entries that share a guid get keys of their own, the same ones at each poll."""
    items = [f"<guid isPermaLink='false'>same</guid>{fields.format(n=n)}" for n in range(10)]

    entries = read(rss(*items)).entries

    assert len({entry.key for entry in entries}) == len(entries) == 10
    assert read(rss(*items)).entries == entries


def test_an_item_given_twice_is_one_entry() -> None:
    """An exact repetition is counted, and its key does not change when it goes."""
    once, twice = (read(rss(*["<guid>g</guid><title>t</title>"] * times)) for times in (1, 2))

    assert once.entries == twice.entries
    assert twice.skipped == (("duplicate_entry", 1),)


def test_an_edit_shows_in_the_fingerprint_alone() -> None:
    """The key names the entry, the fingerprint what it says."""
    before, after = (
        read(rss(f"<guid>g</guid><title>t</title><description>{text}</description>")).entries[0]
        for text in ("old", "new")
    )

    assert before.key == after.key
    assert before.fingerprint != after.fingerprint


def test_the_newest_of_a_monstrous_feed_are_kept() -> None:
    """Too many entries are cut by date, in the feed's own order, and the rest counted."""
    old = "<guid isPermaLink='false'>old{n}</guid><pubDate>Mon, 01 Jan 2001 00:00 GMT</pubDate>"
    new = "<guid isPermaLink='false'>new{n}</guid><pubDate>Mon, 02 Nov 2026 00:00 GMT</pubDate>"
    items = [*(old.format(n=n) for n in range(10)), *(new.format(n=n) for n in range(MAX_ENTRIES))]

    parsed = read(rss("<guid isPermaLink='false'>undated</guid>", *items))

    assert [entry.key for entry in parsed.entries] == [f"new{n}" for n in range(MAX_ENTRIES)]
    assert parsed.skipped == (("over_limit", 11),)


# --- what is broken -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(
            rss("<title>Deal</title>").replace("</channel></rss>", ""),
            "the XML is broken",
            id="cut off",
        ),
        pytest.param(rss("<title>Deal</title>", "<title>A & B</title>"), "the XML", id="bare &"),
        pytest.param(rss("<title>De\x01al</title>"), "1 characters XML forbids", id="control"),
        pytest.param(rss("<title>Deal</title>&#xD800;"), "XML forbids", id="surrogate"),
        pytest.param(rss("<title>Deal</title>&#99999999999;"), "XML forbids", id="no character"),
        pytest.param(
            "<br />\n<b>Warning</b>: nothing\n" + rss("<title>Deal</title>"),
            "what stood before the feed was skipped",
            id="a server's warning",
        ),
        pytest.param(
            rss("<title>Deal</title>", "<title>Ü</title>" * 30).encode() + b"\xff",
            "some bytes are not valid utf-8",
            id="bad byte",
        ),
    ],
)
def test_a_broken_feed_is_read_and_marked(body: str | bytes, why: str) -> None:
    """What can be recovered is recovered, and the feed says what was repaired."""
    parsed = read(body)

    assert parsed.entries[0].title == "Deal"
    assert parsed.degraded
    assert why in parsed.degraded


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        pytest.param(b"", "empty_body", "empty", id="empty"),
        pytest.param(b" \r\n\t\0", "empty_body", "empty", id="blank"),
        pytest.param(b"Hello", "not_a_feed", "neither XML nor JSON", id="plain text"),
        pytest.param(b"/etc/passwd", "not_a_feed", "neither XML nor JSON", id="a file's name"),
        pytest.param(b"<note>hi</note>", "not_a_feed", "no RSS or Atom", id="other XML"),
        pytest.param(b"<opml><body/></opml>", "not_a_feed", "feeds import", id="OPML"),
        pytest.param(b"<urlset/>", "not_a_feed", "sitemap", id="sitemap"),
        pytest.param(b"<html><body>x", "not_a_feed", "names no feed", id="page without feed"),
        pytest.param(b"<channel/>", "not_a_feed", "no RSS or Atom", id="a channel of nothing"),
        pytest.param(b"<rss><", "malformed", "holds no entry", id="nothing recoverable"),
        pytest.param(b"{]", "malformed", "not valid JSON", id="broken JSON"),
        pytest.param(
            b'<!DOCTYPE a [<!ENTITY e "x"><!ENTITY f "&e;&e;">]><rss/>',
            "xml_forbidden",
            "entities",
            id="entities of entities",
        ),
        pytest.param(
            b'<?xml version="1.0"?><!-- <rss> -->\n<!doctype rss [ %x; ]><rss/>',
            "xml_forbidden",
            "entities",
            id="a subset behind a comment",
        ),
        pytest.param(b'<!ENTITY e "x"><rss/>', "xml_forbidden", "entities", id="entity alone"),
        pytest.param(
            '<!DOCTYPE a [<!ENTITY e SYSTEM "x">]><rss/>'.encode("utf-16"),
            "xml_forbidden",
            "entities",
            id="an outside entity in UTF-16",
        ),
    ],
)
def test_what_is_no_feed_is_refused_in_one_line(body: bytes, code: str, message: str) -> None:
    """The code is stable; the sentence says what to do."""
    error = refused(body)

    assert error.code == code
    assert message in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("prolog", ["", '<?xml version="1.0" encoding="utf-8"?>\n'])
def test_a_web_page_names_its_feed(prolog: str) -> None:
    """Given a page instead of a feed, the error says where the feed is."""
    error = refused(prolog + (FEEDS / "page.html").read_text(encoding="utf-8"))

    assert error.code == "not_a_feed"
    assert str(error) == "this is a web page; its feed is at https://news.example/feed.xml"


def test_all_feeds_of_a_page_are_found() -> None:
    """Each one once, absolute, and only what can be fetched."""
    page = (FEEDS / "page.html").read_text(encoding="utf-8")

    assert find_feed_links(page, base_url=ADDRESS) == (
        "https://news.example/feed.xml",
        "https://news.example/feed.atom",
    )


def test_an_entity_declared_inside_the_feed_is_text() -> None:
    """Behind the root no declaration has any power."""
    bomb = '<!DOCTYPE a [<!ENTITY e "boom">]><title>&e;</title>'

    parsed = read(rss(bomb))

    assert "boom" not in "".join(entry.title for entry in parsed.entries)


@given(
    st.binary(max_size=400)
    | st.text(alphabet="<>/&#;![]\"'= abCDATAitemle-{}:,", max_size=200).map(
        lambda text: rss(text).encode()
    )
)
@settings(max_examples=150, deadline=None)
def test_no_document_makes_it_fail(body: bytes) -> None:
    """The answer is a feed whose every word can be stored, or our own error."""
    try:
        parsed = read(body)
    except ParseError:
        return

    repr(parsed).encode()


# --- real feeds ---------------------------------------------------------------------------------


def captures(shared: Path) -> Iterator[tuple[Path, str]]:
    """Each captured feed, with the note on what feedparser makes of it."""
    manifest = (shared / "corpora/MANIFEST.tsv").read_text(encoding="utf-8")
    for row in manifest.splitlines():
        path, *_, note = row.split("\t")
        if path.startswith("shared/corpora/feeds/") and NOT_FEEDS not in path:
            yield shared / path.removeprefix("shared/"), note


def test_real_feeds_keep_every_entry(shared: Path) -> None:
    """117 captured feeds give what feedparser finds in them; JSON Feeds, which it cannot read, too.

    One feed repeats 14 of its 1,046 items word for word.
    """
    wrong = []
    for path, note in captures(shared):
        parsed = read(path.read_bytes())
        repeated = dict(parsed.skipped).get("duplicate_entry", 0)
        entries = len(parsed.entries) + repeated
        if path.suffix != ".json" and f"entries={entries} " not in note:
            wrong.append((path.name, entries, note))

    assert wrong == []


def test_expected_readings_of_other_parsers_agree(shared: Path) -> None:
    """Miniflux's own tests: the number of entries in each document they count."""
    rows = json.loads(
        (shared / "corpora/feeds-expected/miniflux-inline.json").read_text(encoding="utf-8")
    )
    counts = [
        (row["test"], value, len(read(row["data"]).entries))
        for row in rows
        for name, relation, value in row["asserts"]
        if (name, relation) == ("len(feed.Entries)", "==")
    ]

    assert len(counts) == 41
    assert [count for count in counts if count[1] != count[2]] == []


@pytest.mark.parametrize("name", ["xmlbomb.xml", "external.xml"])
def test_hostile_documents_are_refused(shared: Path, name: str) -> None:
    """Nothing is expanded, nothing fetched."""
    assert refused((shared / "corpora/hostile" / name).read_bytes()).code == "xml_forbidden"
