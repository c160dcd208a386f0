"""Subscription lists of other readers come in and go out whole."""

import re
from fractions import Fraction
from html import unescape
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.decoding import decode
from parsers.errors import ParseError
from parsers.opml import Outline, parse_opml, render_opml

PRINTABLE = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=40)
TITLES = st.lists(PRINTABLE, min_size=1, max_size=4).map(" ".join)


def listed(body: str) -> tuple[Outline, ...]:
    """The outlines of a list with this body."""
    return parse_opml(f"<opml version='2.0'><body>{body}</body></opml>".encode())


@pytest.mark.parametrize(
    ("body", "outlines"),
    [
        pytest.param(
            '<outline text="A" title="Alpha" xmlUrl="https://a.example/f"/>',
            [("https://a.example/f", "Alpha")],
            id="title before text",
        ),
        pytest.param(
            '<outline text="A" xmlUrl="https://a.example/f"/>', [("https://a.example/f", "A")],
            id="text alone",
        ),
        pytest.param(
            '<outline XMLURL=" https://a.example/f "/>', [("https://a.example/f", None)],
            id="any case, blanks around, no title",
        ),
        pytest.param(
            '<outline text="Folder"><outline text="In"><outline xmlUrl="https://a.example/f"/>'
            '</outline></outline><outline xmlUrl="https://b.example/f"/>',
            [("https://a.example/f", None), ("https://b.example/f", None)],
            id="folders are walked through",
        ),
        pytest.param(
            '<outline text="One" xmlUrl="https://a.example/f"/>'
            '<outline text="Two" xmlUrl="https://a.example/f"/>',
            [("https://a.example/f", "One")],
            id="an address once, its first title",
        ),
        pytest.param(
            '<outline text="R&D" xmlUrl="https://a.example/f?a=1&b=2"/>',
            [("https://a.example/f?a=1&b=2", "R&D")],
            id="bare ampersands",
        ),
        pytest.param(
            '<outline text="A &amp; B &#38; C" xmlUrl="https://a.example/f?a=1&amp;b=2">',
            [("https://a.example/f?a=1&b=2", "A & B & C")],
            id="an element left open",
        ),
        pytest.param(
            '<outline text="A "quoted" title" description="said "no" to" type="rss"'
            ' xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/>',
            [("https://a.example/f", 'A "quoted" title')],
            id="bare quotes",
        ),
        pytest.param(
            """<outline text='It is "so" xmlUrl="https://no.example/" ' xmlUrl='https://a.example/f'/>""",
            [("https://a.example/f", 'It is "so" xmlUrl="https://no.example/"')],
            id="single quotes, and an attribute inside a value",
        ),
        pytest.param(
            '<outline text="" title="x=" xmlUrl="https://a.example/f?x="/>',
            [("https://a.example/f?x=", "x=")],
            id="an empty value, and values that end like a name",
        ),
        pytest.param(
            '<outline text="A" xmlUrl="https://a.example/f?a=1&copy=2"/>',
            [("https://a.example/f?a=1&copy=2", "A")],
            id="a parameter named like a sign of HTML",
        ),
        pytest.param(
            '<outline text="A" xmlUrl="https://a.example/f"/>< & <p class="x">'
            '<outline text="B" xmlUrl="https://b.example/f"',
            [("https://a.example/f", "A"), ("https://b.example/f", "B")],
            id="foreign tags, and the list broken off",
        ),
        pytest.param(
            '<outline text="A" xmlUrl="https://a.example/f" title="open><outline text="B"/>',
            [("https://a.example/f", "A")],
            id="a value that never ends",
        ),
        pytest.param(
            '<outline text="A" type="rss" url="https://a.example/f"/>'
            '<outline text="B" URL="https://b.example/f"/>'
            '<outline text="C" type="link" url="https://c.example/"/>'
            '<outline text="D" type="include" url="https://d.example/more.opml"/>',
            [("https://a.example/f", "A"), ("https://b.example/f", "B")],
            id="the dialect with url, where it is no link",
        ),
        pytest.param(
            '<!-- <outline xmlUrl="https://no.example/f"/> --><outline xmlUrl="https://a.example/f"/>'
            '<!-- never closed <outline xmlUrl="https://b.example/f"/>',
            [("https://a.example/f", None), ("https://b.example/f", None)],
            id="comments",
        ),
        pytest.param(
            '<outline text="https://a.example/f" xmlUrl="https://a.example/f"/>',
            [("https://a.example/f", None)],
            id="an address is no title",
        ),
        pytest.param('<outline text="A folder"/>', [], id="folders only"),
    ],
)  # fmt: skip
def test_a_list_gives_its_feeds(body: str, outlines: list[tuple[str, str | None]]) -> None:
    """Addresses in order, each once, with the title a person gave."""
    assert [(one.url, one.title) for one in listed(body)] == outlines


def test_a_namespace_changes_nothing() -> None:
    """Some programs put a default namespace on the root."""
    document = b'<opml xmlns="urn:x"><body><outline xmlUrl="https://a.example/f"/></body></opml>'

    assert parse_opml(document) == (Outline(url="https://a.example/f", title=None),)


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        pytest.param("UTF-8", "utf-8", id="UTF-8"),
        pytest.param("UTF-8", "utf-8-sig", id="UTF-8 with its mark"),
        pytest.param("UTF-16", "utf-16", id="UTF-16 with its mark"),
        pytest.param("UTF-16", "utf-16-be", id="UTF-16 without"),
        pytest.param("ISO-8859-1", "latin-1", id="Latin-1"),
        pytest.param("UTF-8", "latin-1", id="Latin-1 that claims to be UTF-8"),
    ],
)
def test_a_list_may_be_in_any_encoding(declared: str, codec: str) -> None:
    """What the bytes are counts, not what they claim."""
    document = (
        f'<?xml version="1.0" encoding="{declared}"?><opml><body>'
        '<outline text="Café & Société" xmlUrl="https://a.example/f?a=1&amp;b=2"/></body></opml>'
    )

    outlines = parse_opml(document.encode(codec))

    assert outlines == (Outline(url="https://a.example/f?a=1&b=2", title="Café & Société"),)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        pytest.param(b"", "not_opml", id="empty"),
        pytest.param(b"  \n ", "not_opml", id="blank"),
        pytest.param(b"no markup at all", "not_opml", id="plain text"),
        pytest.param(b"<rss><channel/></rss>", "not_opml", id="a feed"),
        pytest.param(b"<opml><body/></opml>", "not_opml", id="no outline"),
        pytest.param(
            b'<!DOCTYPE o [<!ENTITY e "x">]><opml><outline xmlUrl="&e;"/></opml>',
            "xml_forbidden",
            id="entities",
        ),
        pytest.param(
            '<!DOCTYPE o [<!ENTITY e "x">]><opml><outline xmlUrl="&e;"/></opml>'.encode("utf-16"),
            "xml_forbidden",
            id="entities in UTF-16",
        ),
    ],
)
def test_what_is_no_list_is_refused_in_one_line(document: bytes, code: str) -> None:
    """A stable code for programs and one line for people, with what to give instead."""
    with pytest.raises(ParseError) as refusal:
        parse_opml(document)

    assert refusal.value.code == code
    assert "\n" not in str(refusal.value)


def test_a_rendered_list_is_readable_elsewhere() -> None:
    """Signs of XML are escaped, and a feed without a title is called by its address."""
    text = render_opml([Outline(url="https://a.example/f?a=1&b=2", title=None)])

    assert 'text="https://a.example/f?a=1&amp;b=2" xmlUrl="https://a.example/f?a=1&amp;b=2"' in text
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>')


@given(st.lists(st.builds(Outline, url=PRINTABLE, title=TITLES), min_size=1, max_size=5))
def test_what_goes_out_comes_back(outlines: list[Outline]) -> None:
    """A list that we write and read again is the same list, but that no address is a title."""
    unique = {
        one.url: Outline(url=one.url, title=one.title if one.title != one.url else None)
        for one in outlines
    }
    kept = tuple(unique.values())

    assert parse_opml(render_opml(kept).encode()) == kept


@given(st.text(max_size=60))
def test_any_title_leaves_the_list_readable(title: str) -> None:
    """Line breaks, controls and quotes of a title neither end a row nor make a second one."""
    row = Outline(url="https://a.example/f", title=title)

    (back,) = parse_opml(render_opml([row]).encode("utf-8", "replace"))

    assert back.url == row.url


@given(st.text(st.sampled_from(list("<>\"'=/ &;!-outlinexmUr\n")), max_size=200))
def test_no_rubble_brings_it_down(rubble: str) -> None:
    """Whatever stands in a row, the one before it comes out."""
    outlines = listed(f'<outline text="A" xmlUrl="https://a.example/f"/><outline {rubble}')

    assert outlines[0] == Outline(url="https://a.example/f", title="A")


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("x=\"!z='! ", id="openings inside an open value"),
        pytest.param("<!--", id="comments never closed"),
        pytest.param("<outline ", id="rows without end"),
        pytest.param('a="', id="values without end"),
        pytest.param("&" + "a" * 30, id="references without end"),
        pytest.param(" " * 300, id="blanks"),
    ],
)
def test_a_hostile_list_takes_no_longer_than_a_good_one(hostile: str) -> None:
    """A megabyte of it is read in about a second: the time grows with the length alone."""
    started = process_time()

    outlines = listed(f"<outline {hostile * (1_000_000 // len(hostile))}")

    assert len(outlines) <= 1
    assert process_time() - started < 5


def test_published_lists_come_out_whole(shared: Path) -> None:
    """Of sixty lists people publish, forty not well-formed, and the validator's own."""
    lists = sorted((shared / "corpora/opml").rglob("*.opml"))

    shares = {path.name: _share(path.read_bytes()) for path in lists}

    assert len(shares) == len(lists) > 70
    assert {name: share for name, share in shares.items() if share < Fraction(99, 100)} == {}


def test_a_published_list_survives_export_and_import(shared: Path) -> None:
    """Reading what we wrote of a list gives that list, and reading twice changes nothing."""
    for path in sorted((shared / "corpora/opml/awesome-rss-feeds").glob("*.opml")):
        outlines = parse_opml(path.read_bytes())

        assert parse_opml(render_opml(outlines).encode()) == outlines


def _share(document: bytes) -> Fraction:
    """How many of the addresses in the raw text come out."""
    written = re.findall(r'xmlUrl="([^"]*)"', decode(document, None).text)
    wanted = {unescape(url).strip() for url in written} - {""}
    try:
        found = {outline.url for outline in parse_opml(document)}
    except ParseError:
        found = set()
    return Fraction(len(wanted & found), len(wanted)) if wanted else Fraction(1)
