"""The documents that fuzzing starts from: our own fixtures, and the shared real ones if there."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.expectations import packed_files

OUR_FEEDS = Path(__file__).parent.parent / "data/feeds"
MOST_BYTES = 120_000  # larger ones cost time and hold nothing else
_FOLDERS = ("feeds", "feeds-expected", "opml", "hostile")
_PACKED = (
    "feedparser-suite/feedparser-tests.tar.gz",
    "feedparser-suite/feedvalidator-testcases.tar.gz",
    "html/html5lib-tests.tar.gz",
)
_LISTS = ("feeds-expected/miniflux-inline.json", "html/miniflux-html.json")

# Always at hand, one of each kind, so that a checkout alone can be fuzzed as well.
BUILT_IN = (
    b'<rss version="2.0"><channel><title>T</title><link>http://a.example/</link><item><title>A '
    b"&amp; B</title><guid>1</guid><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate><description>"
    b"&lt;p&gt;Nvidia buys 2 GW for $10 billion.&lt;/p&gt;</description></item></channel></rss>",
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>tag:1</id><title>A'
    b'</title><link href="/1"/><updated>2026-11-02T10:00:00Z</updated><content type="xhtml"><div '
    b'xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content></entry></feed>',
    b'{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/1",'
    b'"content_html":"<p>x</p>","date_published":"2026-11-02T10:00:00Z"}]}',
    b'<opml version="2.0"><body><outline text="A" xmlUrl="http://a.example/f"/></body></opml>',
    b'<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/f">'
    b'</head><body><a href="/feed.xml">RSS</a></body></html>',
    b"",
)
DATES = (
    "Mon, 02 Nov 2026 10:00:00 GMT",
    "2026-11-02T10:00:00+05:30",
    "1605225600000",
    "ven., 03 juil. 2020 15:09:58 +0000",
    "2026年11月2日 10:00",
    "Friday, December 8, 2017 - 3:07pm",
    "Thu, 25 Feb 2016 00:00:00 Europe/Brussels",
)
URLS = (
    "https://www.google.com/url?rct=j&url=https://a.example/x&ct=ga",
    "https://user:pw@a.example:8443/a/../b;c?utm_source=x&id=%41#f",
    "http://[::ffff:127.0.0.1]:80/",
    "//bücher.example/straße?q=ü",
    "https://www-a-example.cdn.ampproject.org/c/s/www.a.example/news/a-b-c/amp",
    "https://news.google.com/rss/articles/CBMi?oc=5",
)


def find_seeds(shared: Path) -> tuple[bytes, ...]:
    """Every document to start from, in a fixed order."""
    corpora = shared / "corpora"
    files = [OUR_FEEDS, *(corpora / folder for folder in _FOLDERS)]
    found = [*BUILT_IN, *(body for folder in files for body in _contents(folder))]
    if corpora.is_dir():
        found += [body for packed in _PACKED for _, body in packed_files(corpora / packed)]
        found += [body for listed in _LISTS for body in _inline(corpora / listed)]
    return tuple(body for body in found if len(body) <= MOST_BYTES)


def _contents(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.read_bytes()


def _inline(path: Path) -> Iterator[bytes]:
    """The documents that Miniflux's tests hold as strings, in either of its shapes."""
    for case in json.loads(path.read_text()):
        given = case["data"]
        document = given.get("input") if isinstance(given, dict) else given
        if isinstance(document, str):
            yield document.encode()
