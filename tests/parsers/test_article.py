"""A page gives its article, or a reason; whatever it is, in bounded time."""

import gzip
import json
import pickle
import re
import time
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from parsers.article import MAX_BYTES, parse_article
from parsers.errors import ParseError
from parsers.types import Article

URL = "https://wire.example/2026/04/amazon-anthropic"
HTML = "text/html; charset=utf-8"
FIRST = (
    "Amazon said on Monday it would invest up to $25 billion in Anthropic, which commits more than"
    " $100 billion to Amazon's cloud over ten years."
)
SECOND = (
    "The agreement secures up to 5 gigawatts of capacity for training and serving models, the"
    " companies said in a joint statement."
)
BODY = f"<article><h1>Amazon to invest</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
HEAD = """
<title>Amazon to invest in Anthropic - The Wire</title>
<meta property="og:title" content="Amazon to invest in Anthropic">
<meta property="og:site_name" content="The Wire">
<link rel="canonical" href="/2026/04/amazon-anthropic?utm_source=feed">
<script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Amazon to invest in Anthropic",
 "datePublished": "2026-04-20T09:30:00-04:00"}
</script>
"""


def page(body: str = BODY, head: str = HEAD, lang: str = "en-US") -> bytes:
    """A page around an article."""
    shell = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    return shell.encode()


def parse(body: bytes, *, content_type: str | None = HTML, url: str = URL) -> Article:
    """The article of a page."""
    return parse_article(body, content_type=content_type, url=url)


def code(body: bytes, *, content_type: str | None = HTML, url: str = URL) -> str:
    """Why a page gives no article."""
    with pytest.raises(ParseError) as failed:
        parse(body, content_type=content_type, url=url)
    assert "\n" not in str(failed.value)
    return failed.value.code


def outcome(body: bytes) -> str:
    """What a page ends as."""
    try:
        parse(body)
    except ParseError as error:
        return error.code
    return "article"


# --- what a page gives ---------------------------------------------------------------------------


def test_a_page_defines_every_field() -> None:
    """Main text a paragraph a line; the rest as the page says; it travels between processes."""
    menu = "<nav><a href=/>Home</a> <a href=/chips>Chips</a></nav>"
    foot = "<footer>Sign up for our newsletter. All rights reserved.</footer>"

    article = parse(page(menu + BODY + foot))

    assert article == Article(
        url=URL,
        title="Amazon to invest in Anthropic",
        text=f"Amazon to invest\n{FIRST}\n{SECOND}",
        publisher="The Wire",
        published_at=datetime(2026, 4, 20, 13, 30, tzinfo=UTC),
        language="en",
    )
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes


def test_what_is_not_said_is_none() -> None:
    """A bare page gives its text and where it lay; today's date is nobody's."""
    article = parse(f"<html><body>{BODY}</body></html>".encode())

    assert (article.url, article.publisher, article.published_at, article.language) == (
        URL, None, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param('<link rel="canonical" href="/a/b">', "https://wire.example/a/b", id="link"),
        pytest.param(
            '<meta property="og:url" content="https://www.wire.example/a/b">',
            "https://www.wire.example/a/b",
            id="og:url with www",
        ),
        pytest.param('<link rel="canonical" href="https://other.example/a">', URL, id="other site"),
        pytest.param('<link rel="canonical" href="https://wire.example/">', URL, id="homepage"),
        pytest.param('<link rel="canonical" href="javascript:1">', URL, id="no address"),
    ],
)
def test_its_own_address_is_of_its_site(head: str, expected: str) -> None:
    """A page may name its canonical address, but nobody else's."""
    assert parse(page(head=head)).url == expected


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-04-20T13:30:00Z">',
        '<meta itemprop="datePublished" content="2026-04-20T13:30:00Z">',
        '<meta name="parsely-pub-date" content="2026-04-20T13:30:00Z">',
        '</head><body><time datetime="2026-04-20T09:30-04:00">Monday</time>',
        '</head><body><span itemprop="datePublished" content="2026-04-20 13:30">Monday</span>',
    ],
)
def test_the_date_stands_in_many_places(head: str) -> None:
    """The moment of publication, in UTC."""
    assert parse(page(head=head)).published_at == datetime(2026, 4, 20, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        pytest.param(
            '<meta property="og:title" content="A deal | The Wire">',
            "A deal | The Wire",
            None,
            id="unknown",
        ),
        pytest.param(
            '<meta property="og:title" content="A deal | The Wire">'
            '<meta property="og:site_name" content="The Wire">',
            "A deal",
            "The Wire",
            id="signed",
        ),
        pytest.param(
            '<meta property="og:title" content="A deal">'
            '<meta name="twitter:site" content="@wire_ex">',
            "A deal",
            None,
            id="a handle is no name",
        ),
        pytest.param(
            '<meta property="og:title" content="A &lt;b&gt; deal">'
            '<meta property="og:site_name" content="reuters.com">',
            "A deal",
            "Reuters",
            id="a host we know",
        ),
    ],
)
def test_title_and_publisher(head: str, title: str, publisher: str | None) -> None:
    """The site's name is no part of the title."""
    article = parse(page(head=head))

    assert (article.title, article.publisher) == (title, publisher)


def test_a_publisher_is_known_by_its_host() -> None:
    """The page's own spelling does not matter there."""
    assert parse(page(), url="https://www.reuters.com/a/b-c").publisher == "Reuters"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param("latin-1", "text/html; charset=iso-8859-1", id="header"),
        pytest.param("latin-1", "text/html", id="page"),
        pytest.param("utf-8", "text/html; charset=iso-8859-1", id="wrong header"),
        pytest.param("utf-16", None, id="byte order mark"),
    ],
)
def test_letters_survive(body: str, content_type: str | None) -> None:
    """The header's charset, the page's own, and the bytes themselves count."""
    head = '<meta charset="iso-8859-1">'
    source = page(head=head).decode().replace("Monday", "Montag, für Ünïcorp,")

    assert "für Ünïcorp" in parse(source.encode(body), content_type=content_type).text


def test_a_charset_in_the_page_counts() -> None:
    """Shift JIS without a header, as old Japanese sites serve it."""
    text = "アマゾンはアンソロピックに最大250億ドルを投資すると発表した。" * 4
    source = f'<html><head><meta charset="Shift_JIS"></head><body><p>{text}</p></body></html>'

    assert parse(source.encode("cp932"), content_type="text/html").text == text


def test_line_ends_in_the_source_are_spaces() -> None:
    """A paragraph is one line, however its source is wrapped; words about tags stay."""
    wrapped = FIRST.replace(" ", "\r\n") + " The &lt;b&gt; element is old."

    text = parse(page(f"<article><p>{wrapped}</p><p>{SECOND}</p></article>")).text

    assert text == f"{FIRST} The <b> element is old.\n{SECOND}"


def test_scripts_styles_and_comments_are_no_text() -> None:
    """Nor does one that is never closed hide what stands before it."""
    noise = "<script>var a = '<p>$9 billion</p>';</script><style>p{}</style><!-- <p>x</p> --><!--"

    text = parse(page(BODY + noise)).text

    assert "$9 billion" not in text
    assert text.endswith(SECOND)


# --- what is no article --------------------------------------------------------------------------

FORM = "<form><input name=user><input name=password type=password><button>Go</button></form>"
TEASERS = "".join(f"<li><a href=/n/{n}>Chip maker wins order {n}</a></li>" for n in range(80))


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        pytest.param(b"%PDF-1.7\n%...", "application/pdf", "not_a_page", id="PDF"),
        pytest.param(b"%PDF-1.7\n%...", "text/html", "not_a_page", id="PDF called HTML"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "image/png", "not_a_page", id="image"),
        pytest.param(b"<?xml version='1.0'?><rss/>", "text/html", "not_a_page", id="feed"),
        pytest.param(b'{"a": "<p>"}', "application/json", "not_a_page", id="JSON"),
        pytest.param(b"word " * 100, None, "not_a_page", id="plain text"),
        pytest.param(b"", HTML, "no_text", id="empty"),
        pytest.param(b"  \n", HTML, "no_text", id="blank"),
        pytest.param(page(""), HTML, "no_text", id="no body"),
        pytest.param(page("<div id=root></div><script>go()</script>"), HTML, "no_text", id="shell"),
        pytest.param(page(f"<ul>{TEASERS}</ul>"), HTML, "no_text", id="list"),
        pytest.param(page("x" * (MAX_BYTES + 1)), HTML, "page_too_large", id="too large"),
        pytest.param(
            page("<noscript>You need to enable JavaScript to run this app.</noscript>"),
            HTML,
            "wall",
            id="script wanted",
        ),
        pytest.param(
            page(f"<h1>Welcome</h1><p>Log in to continue reading.</p>{FORM}<p>Forgot password?"),
            HTML,
            "wall",
            id="login page",
        ),
        pytest.param(
            page(
                "<div><h2>Your choices</h2><p>We and our 812 partners store and access information"
                " on your device, such as cookies, to show personalised advertisements and content,"
                " to measure both, and to develop products.</p><p>With your permission our partners"
                " may use cookies and precise geolocation data through scanning your device.</p>"
                "<button>Accept all cookies</button></div>"
            ),
            HTML,
            "wall",
            id="cookie wall",
        ),
        pytest.param(
            page(
                "<p>Verifying you are human. This may take a few seconds.</p>",
                head="<title>Just a moment...</title>",
            ),
            HTML,
            "wall",
            id="robot check",
        ),
    ],
)
def test_what_is_no_article_says_so(body: bytes, content_type: str, expected: str) -> None:
    """One stable code each; nothing of a wall is ever read as news."""
    assert code(body, content_type=content_type) == expected


def test_a_front_page_is_no_article() -> None:
    """Where a dead article's address leads back to the site's front page."""
    assert code(page(), url="https://wire.example/") == "no_text"


def test_an_address_nobody_can_read_is_an_error_too() -> None:
    """Whatever is raised while a page is taken apart becomes one of ours."""
    head = '<link rel="canonical" href="https://wire.example/a-b">'

    assert code(page(head=head), url="https://wire.example:bad/a-b") == "page_broken"


# --- bounds --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(BODY + "<div>" * 50_000, id="50,000 nested divs"),
        pytest.param(BODY + "<span>" * 50_000, id="50,000 nested spans"),
        pytest.param(f"<div {' '.join(f'a{n}=1' for n in range(100_000))}>{BODY}", id="attributes"),
        pytest.param(BODY + "<!--" * 500_000, id="comments"),
        pytest.param(BODY + "<script>" * 300_000, id="scripts"),
        pytest.param(BODY + "<" * 1_000_000, id="less-than signs"),
        pytest.param(BODY + " " * 2_000_000, id="spaces"),
        pytest.param(f"{BODY}<p>{'word ' * 300_000}</p>", id="one long paragraph"),
        pytest.param(BODY + "<p>word word.</p>" * 50_000, id="50,000 paragraphs"),
    ],
)
def test_no_page_takes_long(body: str) -> None:
    """Each of these took more than half a minute, or memory without bound, in some parser."""
    started = time.process_time()

    assert outcome(page(body)) in {"article", "no_text"}
    assert time.process_time() - started < 15


# --- real pages ----------------------------------------------------------------------------------

_WORD = re.compile(r"\w+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every four words in a row, as the benchmark counts."""
    words = _WORD.findall(text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)))


def scores(pairs: Iterable[tuple[str, str]]) -> tuple[float, float]:
    """Mean precision and recall of (expected, found) texts."""
    rows = []
    for expected, found in pairs:
        wanted, got = shingles(expected), shingles(found)
        common = (wanted & got).total()
        rows.append((common / got.total(), common / wanted.total()))
    return sum(row[0] for row in rows) / len(rows), sum(row[1] for row in rows) / len(rows)


def test_the_main_text_of_real_pages(shared: Path) -> None:
    """F1 of 0.970 was measured on the benchmark's 91 pages; plain trafilatura has 0.949."""
    folder = shared / "corpora/articles/article-extraction-benchmark"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    files = sorted((folder / "html").glob("*.html.gz"))

    texts = [
        parse(gzip.decompress(one.read_bytes()), content_type="text/html").text for one in files
    ]
    expected = [truth[one.name.removesuffix(".html.gz")]["articleBody"] for one in files]
    precision, recall = scores(zip(expected, texts, strict=True))

    assert 2 * precision * recall / (precision + recall) > 0.96


def test_the_dates_of_real_pages(shared: Path) -> None:
    """News pages of 41 publishers: nearly all dates to the minute."""
    folder = shared / "corpora/articles/fundus"
    read, right = 0, 0

    for one in sorted(folder.glob("*/*.html.gz")):
        publisher = one.name.removesuffix(".html.gz").rsplit("_", 3)[0]
        versions = json.loads((one.parent / f"{publisher}.json").read_text("utf-8")).values()
        told = {str(v["publishing_date"]) for v in versions if v.get("publishing_date")}
        days = {datetime.fromisoformat(text).date() for text in told}
        try:
            article = parse(gzip.decompress(one.read_bytes()), content_type="text/html")
        except ParseError:
            continue
        read += 1
        right += article.published_at is not None and article.published_at.date() in days

    assert read >= 60
    assert right >= 0.95 * read
