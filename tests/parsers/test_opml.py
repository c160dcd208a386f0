"""Subscription lists of other readers come in and go out whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.errors import ParseError
from parsers.opml import Outline, parse_opml, render_opml

PRINTABLE = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=40)


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


def test_a_list_may_be_in_utf_16() -> None:
    """Repairing ampersands leaves two-byte letters alone."""
    document = '<opml><body><outline xmlUrl="https://a.example/f?a=1&amp;b=2"/></body></opml>'

    outlines = parse_opml(document.encode("utf-16"))

    assert [outline.url for outline in outlines] == ["https://a.example/f?a=1&b=2"]


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


@given(st.lists(st.builds(Outline, url=PRINTABLE, title=PRINTABLE), min_size=1, max_size=5))
def test_what_goes_out_comes_back(outlines: list[Outline]) -> None:
    """A list that we write and read again is the same list."""
    unique = {outline.url: outline for outline in reversed(outlines)}
    kept = tuple(sorted(unique.values(), key=lambda outline: outline.url))

    assert parse_opml(render_opml(kept).encode()) == kept
