"""Related headlines are other people's news: they leave the text and keep their publisher."""

import re
from html import unescape
from pathlib import Path

import pytest

from parsers.markup import Markup, parse_markup
from parsers.types import Headline, Link

ITEM = '<li><a href="https://b.org/{0}">{1}</a>&nbsp;&nbsp;<font color="#6f6f6f">{2}</font></li>'
MORE = '<li><strong><a href="https://b.org/all">View full coverage on Google News</a></strong></li>'


def descriptions(feed: Path) -> list[str]:
    """The HTML of a feed's items."""
    items = re.findall(r"(?s)<item>.*?<description>(.*?)</description>", feed.read_text("utf-8"))
    return [unescape(item) for item in items]


def headlines_of(html: str) -> list[tuple[str, str | None]]:
    """Titles and publishers alone."""
    return [(item.title, item.publisher) for item in parse_markup(html, base_url=None).headlines]


def test_a_google_news_list_becomes_headlines() -> None:
    """Title, publisher under its usual name, address; the link to more is dropped."""
    rows = ITEM.format(1, "Amazon&#39;s <b>deal</b>", "Japan Times") + ITEM.format(2, "More", "Xyz")

    markup = parse_markup(f"<ol>{rows}{MORE}</ol>", base_url=None)

    assert markup == Markup(
        text="",
        headlines=(
            Headline(title="Amazon's deal", publisher="The Japan Times", url="https://b.org/1"),
            Headline(title="More", publisher="Xyz", url="https://b.org/2"),
        ),
    )


@pytest.mark.parametrize(
    "more", ["", "<strong><a href='/all'>View all</a></strong>", "<a href=/>+</a>"]
)
def test_a_headline_may_stand_alone(more: str) -> None:
    """Google News gives a cluster of one without a list."""
    html = f'<a href="https://b.org/1">Deal</a>&nbsp;<font color="#6F6F6F">CNN</font>{more}'

    markup = parse_markup(html, base_url="https://example.com/feed")

    headline = Headline(title="Deal", publisher="CNN", url="https://b.org/1")
    assert markup == Markup(text="", headlines=(headline,))


def test_the_table_of_2012_keeps_its_snippet() -> None:
    """The older form: picture and "all articles" go, the summary of the news stays."""
    html = """<table><tr><td><font><a href="/t"><img src="t.jpg"><br><font size="-2">Sun</font></a>
        </font></td><td><font><div><a href="https://b.org/1"><b>Deal</b> done</a><br>
        <font size="-1"><b><font color="#6f6f6f">Reuters</font></b></font><br>
        <font>A <b>summary</b> of it.</font><br>
        <font><a href="https://b.org/2">More</a><font color="#6f6f6f"><nobr>AFP</nobr></font></font>
        <br><a href="/more"><b>all 3 news articles</b></a></div></font></td></tr></table>"""

    markup = parse_markup(html, base_url="https://example.com/")

    assert markup.text == "A summary of it."
    assert markup.links == ()
    assert [(h.title, h.publisher) for h in markup.headlines] == [
        ("Deal done", "Reuters"),
        ("More", "AFP"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            "<ol><li><a href='/1'>One</a></li><li><a href='/2'>Two</a></li></ol>", id="ol"
        ),
        pytest.param("<ul><li>Amazon pays CNN</li><li>Reuters wrote</li></ul>", id="ul"),
        pytest.param("<ul><li><a href='/1'>One</a> <font color='red'>x</font></li></ul>", id="red"),
        pytest.param("<p>Said <font color='#6f6f6f'>CNN</font></p>", id="grey without a link"),
        pytest.param("<font color='#6f6f6f'>CNN</font>", id="grey alone"),
        pytest.param(
            "<a href='/1'>One</a> and <font color='#6f6f6f'>CNN</font>", id="text between"
        ),
        pytest.param("<b>One</b> <font color='#6f6f6f'>CNN</font>", id="no link before"),
        pytest.param("<p>- Amazon to buy —</p><p>- Reuters says so.</p>", id="no publisher"),
    ],
)
def test_an_ordinary_list_is_text(html: str) -> None:
    """What an article lists is its own news."""
    markup = parse_markup(html, base_url=None)

    assert markup.headlines == ()
    assert markup.text != ""


def test_an_articles_links_survive_a_headline_among_them() -> None:
    """Only the few links that lead to more of the cluster go with it."""
    rows = "".join(f"<li><a href='https://b.org/{number}'>{number}</a></li>" for number in range(4))
    html = f"<ul>{ITEM.format('x', 'Deal', 'CNN')}{rows}</ul>"

    markup = parse_markup(html, base_url=None)

    assert markup.links == tuple(Link(url=f"https://b.org/{n}", text=str(n)) for n in range(4))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["- Amazon to invest up to $25 billion in Anthropic Reuters —"],
            [("Amazon to invest up to $25 billion in Anthropic", "Reuters")],
            id="one",
        ),
        pytest.param(
            ["- A deal in Anthropic The Japan Times —", "- Another deal Fortune —"],
            [("A deal in Anthropic", "The Japan Times"), ("Another deal", "Fortune")],
            id="a common word beside a sure one",
        ),
        pytest.param(
            ["- A deal The Gazette —", "- Another deal - CNN –"],
            [("A deal The Gazette", None), ("Another deal", "CNN")],
            id="a stranger beside a known one",
        ),
    ],
)
@pytest.mark.parametrize("heading", ["", "Amazon's $25bn investment\n"])
def test_glued_lines_become_headlines(
    heading: str, lines: list[str], expected: list[tuple[str, str | None]]
) -> None:
    """A line "- headline Publisher —" is a headline; its heading goes with it, a sentence stays."""
    text = "\n".join(["It grows.", *(heading.splitlines()), *lines, "It ends."])

    markup = parse_markup(text, base_url=None)

    assert markup.text == "It grows.\nIt ends."
    assert [(item.title, item.publisher) for item in markup.headlines] == expected


def test_lines_may_come_first() -> None:
    """A text may begin with its headlines."""
    assert headlines_of("- A deal is done CNN —\n\nIt ends.") == [("A deal is done", "CNN")]


def test_every_recorded_headline_has_its_publisher(shared: Path) -> None:
    """Google News of 2019: 86 headlines in 19 items, and no text or link beside them."""
    feed = shared / "corpora/feeds/google-news/top-stories-2019-11-14.xml"

    read = [parse_markup(html, base_url=None) for html in descriptions(feed)]

    headlines = [item for markup in read for item in markup.headlines]
    assert len(headlines) == 86
    assert all(item.title and item.publisher and item.url for item in headlines)
    assert [(markup.text, markup.links) for markup in read] == [("", ())] * 19


def test_every_recorded_table_is_opened(shared: Path) -> None:
    """Google News of 2012: each item gives its headlines and keeps only a summary."""
    feed = shared / "corpora/feeds/google-news/topic-2012-03-06.xml"

    read = [parse_markup(html, base_url=None) for html in descriptions(feed)]

    assert [len(markup.headlines) for markup in read] == [3, 3, 1, 3, 1]
    assert all(item.publisher and item.url for markup in read for item in markup.headlines)
    assert all(markup.text and not markup.links and "\n" not in markup.text for markup in read)
