"""Feed HTML, however broken, comes out as clean text, links and headlines."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parsers.markup import MAX_TEXT_CHARS, Markup, parse_markup, plain_line
from parsers.types import Headline, Link

FEED = "https://example.com/feed.xml"


def text_of(html: str) -> str:
    """The text alone."""
    return parse_markup(html, base_url=FEED).text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>One.</p><p>Two.</p>", "One.\nTwo.", id="paragraphs"),
        pytest.param("<p>One<p>Two", "One\nTwo", id="unclosed paragraphs"),
        pytest.param("One<br>two<br/>three", "One\ntwo\nthree", id="breaks"),
        pytest.param("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two", id="list"),
        pytest.param("<ol><li><p>One</p><li>Two</ol>", "- One\n- Two", id="paragraph in item"),
        pytest.param("<ul><li> </li><li>One</li><li></ul>", "- One", id="empty items"),
        pytest.param("<ul><li><ul><li>One</ul></ul>", "- One", id="list in item"),
        pytest.param("<h2>Head</h2>Body", "Head\nBody", id="heading"),
        pytest.param("<p>One\n  line</p>", "One line", id="source line ends"),
        pytest.param("<pre>One\n  two</pre>", "One\ntwo", id="preformatted"),
        pytest.param("<table><tr><td>5<td>GW</table>", "5 GW", id="cells"),
        pytest.param("<b>5</b> G<i>W</i>", "5 GW", id="inline"),
        pytest.param("a<script>alert(1)</script><style>b{}</style>c", "ac", id="script, style"),
        pytest.param("a<applet>x</applet><form>y</form>b", "ab", id="applet, form"),
        pytest.param("a<iframe src=x><b>b</b></iframe>c", "a bc", id="instead of a frame"),
        pytest.param("a <iframe src=x>b", "a b", id="unclosed frame"),
        pytest.param(
            "a&lt;iframe src=x&gt;b&lt;/iframe&gt;&lt;p&gt;c", "a b\nc", id="escaped frame"
        ),
        pytest.param("a <object data=x>b<p>c", "a b\nc", id="unclosed object"),
        pytest.param("a<p hidden>b <i>c</i></p><i hidden>d</i>e", "a\ne", id="hidden"),
        pytest.param("a<!-- b -->c", "ac", id="comment"),
        pytest.param("a<!-- b", "a", id="unclosed comment"),
        pytest.param("a<!-- b -- >c<p>d", "ac\nd", id="comment that never ends"),
        pytest.param("<!-- x -->a<!-- y -->b<!-- z>c", "abc", id="the last one never ends"),
        pytest.param("a<!--[if gte mso 9]><xml>b</xml>c", "a", id="for Word, cut off"),
        pytest.param("<p>a <!' b <b>c</b>", "a <!' b c", id="no declaration"),
        pytest.param("<?xml version='1.0'?><!DOCTYPE html><p>a</p>", "a", id="prolog"),
        pytest.param("<![CDATA[<p>a</p>]]>", "a", id="CDATA"),
        pytest.param("<![CDATA[<p>a</p>]]&gt;", "a", id="CDATA, half escaped"),
        pytest.param("<p>x[y[0]]&gt;5", "x[y[0]]>5", id="no CDATA"),
        pytest.param("<p>AT&amp;T &euro;5 &#8217;</p>", "AT&T €5 ’", id="entities"),
        pytest.param("<p>Amazon&amp;#8217;s AT&amp;amp;T</p>", "Amazon’s AT&T", id="escaped twice"),
        pytest.param("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\nTwo", id="escaped tags"),
        pytest.param("a\u00a0&nbsp; b", "a b", id="no-break space"),
        pytest.param("Ama\u200bzon &#8203;\u202eGW\u202c\ufeff", "Amazon GW", id="invisible"),
        pytest.param("a\x00b\x07c\x1bd\x9be\x7ff", "abcdef", id="controls"),
        pytest.param("a\ud800b", "ab", id="surrogate"),
        pytest.param("a<img src=x onerror=y>b", "ab", id="image"),
        pytest.param("", "", id="nothing"),
        pytest.param("https://example.com/a", "https://example.com/a", id="address"),
        pytest.param("feed.xml", "feed.xml", id="file name"),
    ],
)
def test_markup_becomes_lines_of_text(html: str, expected: str) -> None:
    """Blocks are lines, items have a dash, and nothing that is not for reading stays."""
    assert text_of(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One\ntwo\r\nthree\rfour", "One\ntwo\nthree\nfour", id="line ends"),
        pytest.param("  One  \n\n\n  two ", "One\ntwo", id="space"),
        pytest.param("5 < 6 > 4 & x <mail@example.com>", None, id="signs that are no tags"),
        pytest.param("if a <b then\nc", None, id="less than a letter"),
    ],
)
def test_plain_text_keeps_its_lines(text: str, expected: str | None) -> None:
    """A text without tags is no HTML: line ends and angle brackets stay."""
    assert text_of(text) == (text if expected is None else expected)


@pytest.mark.parametrize(
    ("html", "url", "words", "text"),
    [
        pytest.param(
            'Anthropic is https://b.org/a" target="_blank">expanding its deal. It grows.',
            "https://b.org/a",
            "expanding its deal",
            "Anthropic is expanding its deal. It grows.",
            id="to the sentence's end",
        ),
        pytest.param(
            '<p>It is https://b.org/a" target="_blank" rel="noopener">big</p><p>Yes</p>',
            "https://b.org/a",
            "big",
            "It is big\nYes",
            id="to the block's end",
        ),
        pytest.param(
            'It is https://b.org/a">a big\nYes',
            "https://b.org/a",
            "a big",
            "It is a big\nYes",
            id="to the line's end",
        ),
        pytest.param(
            'It is https://b.org/a" target="_blank">big</a> and so. Yes',
            "https://b.org/a",
            "big",
            "It is big and so. Yes",
            id="the closing tag survived",
        ),
        pytest.param(
            'It is href="https://b.org/a">big</a> too',
            "https://b.org/a",
            "big",
            "It is big too",
            id="half the opening survived",
        ),
        pytest.param(
            'It is https://b.org/a" >worth $6.35b in U.S. money, no less. Yes',
            "https://b.org/a",
            "worth $6.35b in U.S. money, no less",
            "It is worth $6.35b in U.S. money, no less. Yes",
            id="points inside the sentence",
        ),
    ],
)
def test_broken_anchors_are_mended(html: str, url: str, words: str, text: str) -> None:
    """A link that lost its `<a href="` is a link again, and leaves nothing in the text."""
    markup = parse_markup(html, base_url=None)

    assert markup == Markup(text=text, links=(Link(url=url, text=words),))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://b.org/a" target="_blank">word</a>',
        '<a title="x > y" href="https://b.org/a">word</a>',
        "<a target='_blank' href='https://b.org/a'>word</a>",
        '<a href="https://b.org/a?utm_source=x">word</a><a href="https://b.org/a">again</a>',
        '<a href="https://b.org/a"><img src="x"></a><a href="https://b.org/a">word</a>',
        '<a href=https://b.org/a">word</a>',
    ],
)
def test_whole_anchors_are_left_alone(html: str) -> None:
    """A proper link comes out once, with its words."""
    markup = parse_markup(html, base_url=None)

    assert markup.links == (Link(url="https://b.org/a", text="word"),)


def test_an_address_inside_an_address_is_no_broken_anchor() -> None:
    """Archives carry an address in their own; it is one link."""
    url = "https://web.archive.org/web/2026/https://b.org/a"

    assert parse_markup(f'<a href="{url}" >a</a>', base_url=None).links == (
        Link(url=url, text="a"),
    )


def test_links_are_absolute_and_lead_elsewhere() -> None:
    """Relative links get the feed's address; scripts, mail and places on the page are none."""
    html = """<a href="/a">A</a> <a href="#top">B</a> <a href="javascript:x()">C</a>
        <a href="mailto:x@example.com">D</a> <a>E</a>"""

    markup = parse_markup(html, base_url=FEED)

    assert markup == Markup(text="A B C D E", links=(Link(url="https://example.com/a", text="A"),))


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 50_000 + "end", id="blocks"),
        pytest.param("<ol><li>" * 10_000 + "end", id="lists"),
        pytest.param("<b>" * 20_000 + "end", id="inline"),
        pytest.param("<div></b>" * 10_000 + "end", id="wrong ends"),
        pytest.param("<table><tr><td>" * 5_000 + "end", id="tables"),
    ],
)
def test_deep_nesting_ends_well(html: str) -> None:
    """A page nested beyond reason is read like any other."""
    assert text_of(html).removeprefix("- ") == "end"


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        '<a "',
        "<!--",
        "<!-->",
        "<!",
        "<iframe ",
        "&amp;",
        ' https://x" a=" ',
        "- a b Reuters —\n",
        'https://b.org/a">x ',
    ],
)
def test_repetition_is_cheap(piece: str) -> None:
    """No piece, however often it comes, makes reading a text slow or long."""
    markup = parse_markup(piece * (100_000 // len(piece)), base_url=None)

    assert len(markup.text) <= 100_000


def test_a_text_is_cut_at_its_limit() -> None:
    """More text than any article has is left out."""
    assert len(text_of("<p>" + "word " * 60_000)) <= MAX_TEXT_CHARS


@given(
    st.lists(st.one_of(st.sampled_from(["<", ">", '"', "&", "<a ", "</", "- ", "—"]), st.text()))
)
def test_any_text_can_be_read(pieces: list[str]) -> None:
    """Nothing raises, and the text is clean whatever went in."""
    text = parse_markup("".join(pieces), base_url=FEED).text

    assert text == text.strip()
    assert not any(ord(char) < 32 and char != "\n" for char in text)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>Amazon</b>\n to &amp;amp; fro", "Amazon to & fro"),
        ("  One\ntwo<br>three ", "One two three"),
        ("Amazon&#8217;s \u202e$25bn", "Amazon’s $25bn"),
        ("5 < 6", "5 < 6"),
    ],
)
def test_a_title_is_one_line(html: str, expected: str) -> None:
    """Titles come without tags, entities and line ends."""
    assert plain_line(html) == expected


def test_the_seed_comes_out_whole(shared: Path) -> None:
    """The entry this began with: three links, five headlines, no scrap of markup."""
    expected = json.loads((shared / "seed/expected.json").read_text("utf-8"))
    text = (shared / "seed/000_f5fcb98505d3f8a7.txt").read_text("utf-8")

    markup = parse_markup(text, base_url=None)

    assert [link.url for link in markup.links] == expected["links_repaired"]
    assert markup.headlines == tuple(Headline(**row, url=None) for row in expected["headlines"])
    assert "http" not in markup.text
    assert "target=" not in markup.text
    assert markup.text.endswith("watch compute capacity.")


def test_the_seed_feed_says_the_same(shared: Path) -> None:
    """As a feed carries it, the broken HTML and the list give what the saved text gives."""
    expected = json.loads((shared / "seed/expected.json").read_text("utf-8"))
    feed = etree.fromstring((shared / "seed/feed.xml").read_bytes())
    article, cluster = (
        parse_markup(item.findtext("description", ""), base_url="https://news.example/")
        for item in feed.iter("item")
    )

    assert [link.url for link in article.links] == expected["links_repaired"]
    assert "http" not in article.text
    assert [
        {"publisher": item.publisher, "title": item.title} for item in cluster.headlines
    ] == expected["headlines"]
    assert all(item.url for item in cluster.headlines)
    assert (cluster.text, cluster.links) == ("", ())
