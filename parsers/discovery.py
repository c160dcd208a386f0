"""Where the feed of a web page may be: what the page names, what its site is known for."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import SplitResult, parse_qs, quote, urljoin, urlsplit

from parsers.feed import find_feed_links

WELL_KNOWN = (
    "/feed",
    "/rss",
    "/rss.xml",
    "/atom.xml",
    "/feed.xml",
    "/index.xml",
    "/feeds/posts/default",  # Blogger
)
_HEAD = 300_000  # characters of a page that are looked at, as in parsers.feed
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_PAGE_START = 4_000


def is_web_page(text: str) -> bool:
    """Whether a document is HTML, as its beginning tells."""
    return bool(_PAGE.search(text[:_PAGE_START]))


def feed_candidates(url: str, page_html: str) -> tuple[str, ...]:
    """Addresses at which a page's feed may be, the likeliest first, each once.

    What the site is known for comes first, then the feeds the page names. Elsewhere follow the
    page's links that look like feeds, and the paths most programs use; feeds of comments are last.

    Args:
        url: where the page lay; relative addresses start there.
        page_html: the page; empty if it could not be had.
    """
    parts = _split(url)
    known = site_feeds(url, page_html)
    found = dict.fromkeys((*known, *find_feed_links(page_html, base_url=url)))
    # A guess on these two would lead to a user called "feed".
    if parts.netloc and not known and not _is_youtube(parts):
        guessed = (urljoin(url, path) for path in WELL_KNOWN)
        found |= dict.fromkeys((*_linked(url, page_html), *guessed))
    found.pop(url, None)
    return tuple(sorted(found, key=_is_of_comments))


def plain_address(url: str) -> str:
    """The address a browser's `feed:` link means: "feed:https://…", or "feed://…" for http."""
    rest = url.strip()
    if not rest.lower().startswith("feed:"):
        return rest
    rest = rest[len("feed:") :]
    return f"http:{rest}" if rest.startswith("//") else rest


def site_feeds(url: str, page_html: str = "") -> tuple[str, ...]:
    """The feeds of a YouTube or GitHub page, which follow from its address or its source."""
    parts = _split(url)
    if _is_youtube(parts):
        return _youtube_feeds(parts, page_html)
    if _site(parts) == "github.com":
        return _github_feeds(parts)
    return ()


def _split(url: str) -> SplitResult:
    """The parts of an address; none of one that is none."""
    try:
        parts = urlsplit(url)
        _ = parts.hostname
    except ValueError:
        return urlsplit("")
    return parts


def _is_of_comments(url: str) -> bool:
    """Whether a feed is of readers' comments: WordPress names it beside the one of its posts."""
    return "comments" in url


# --- links that look like feeds -----------------------------------------------------------------

_ANCHOR = re.compile(r"<a\s[^<>]{1,2000}>", re.IGNORECASE)
_HREF = re.compile(r"\shref\s{0,9}=\s{0,9}[\"']?([^\"'\s>]{1,1000})", re.IGNORECASE)
# The end of a path: …/feed, …/rss/, …/index.rss, …/news-feed.xml
_FEED_PATH = re.compile(
    r"""
    (?: / (?: feed | rss | atom ) /?        # a path of its own
      | \. (?: rss | atom )                 # an ending of its own
      | / [^/]{0,80} (?: feed | rss | atom ) [^/]{0,80} \.xml
      | / index\.xml
    ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MOST_LINKED = 3


def _linked(url: str, page_html: str) -> tuple[str, ...]:
    """The first few links of a page that look like its feed: "RSS" at its foot."""
    home = _site(_split(url))
    found: dict[str, None] = {}
    for link in _links(url, page_html):
        parts = _split(link)
        if _FEED_PATH.search(parts.path) and _is_same_site(_site(parts), home):
            found[link] = None
    return tuple(found)[:_MOST_LINKED]


def _site(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.")


def _is_same_site(one: str, other: str) -> bool:
    """Whether they are one host, or one is below the other: facebook.com/dialog/feed is neither."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _links(url: str, page_html: str) -> Iterator[str]:
    """Where the links of a page lead."""
    for anchor in _ANCHOR.findall(page_html[:_HEAD]):
        href = _HREF.search(anchor)
        if not href:
            continue
        try:
            target = urljoin(url, unescape(href[1]))
        except ValueError:
            continue
        if target.startswith(("http://", "https://")):
            yield target


# --- sites --------------------------------------------------------------------------------------

_YOUTUBE_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com"})
_YOUTUBE_FEED = "https://www.youtube.com/feeds/videos.xml"
_CHANNEL = re.compile(r"UC[\w-]{22}", re.ASCII)
_CHANNEL_IN_PAGE = re.compile(
    r"(?:\"(?:externalId|channelId)\":\s?\"|youtube\.com/channel/|channel_id=)(UC[\w-]{22})",
    re.ASCII,
)


def _is_youtube(parts: SplitResult) -> bool:
    return parts.hostname in _YOUTUBE_HOSTS


def _youtube_feeds(parts: SplitResult, page_html: str) -> tuple[str, ...]:
    """A channel's, playlist's or user's; a handle's and a video's stand in the page alone."""
    first, second = _steps(parts, 2)
    playlist = parse_qs(parts.query).get("list", [""])[0]
    if first == "channel" and _CHANNEL.fullmatch(second):
        return (f"{_YOUTUBE_FEED}?channel_id={second}",)
    if first == "playlist" and playlist:
        return (f"{_YOUTUBE_FEED}?playlist_id={quote(playlist, safe='')}",)
    if first == "user" and second:
        return (f"{_YOUTUBE_FEED}?user={quote(second, safe='')}",)
    named = _CHANNEL_IN_PAGE.search(page_html)
    return (f"{_YOUTUBE_FEED}?channel_id={named[1]}",) if named else ()


# First steps of github.com that are no owner of repositories.
_GITHUB_PAGES = frozenset(
    {
        "about", "apps", "blog", "collections", "contact", "customer-stories", "enterprise",
        "events", "explore", "features", "issues", "join", "login", "marketplace", "new",
        "notifications", "orgs", "pricing", "pulls", "readme", "resources", "search", "security",
        "settings", "site", "solutions", "sponsors", "stars", "team", "topics", "trending", "users",
    }
)  # fmt: skip


def _github_feeds(parts: SplitResult) -> tuple[str, ...]:
    """A repository's releases, else its tags: not every repository makes releases."""
    owner, repository, page = _steps(parts, 3)
    if not owner or not repository or owner in _GITHUB_PAGES:
        return ()
    home = f"https://github.com/{owner}/{repository.removesuffix('.git')}"
    feeds = (f"{home}/releases.atom", f"{home}/tags.atom")
    return feeds[::-1] if page == "tags" else feeds


def _steps(parts: SplitResult, count: int) -> list[str]:
    """The first steps of a path, "" where there are fewer."""
    return ([step for step in parts.path.split("/") if step] + [""] * count)[:count]
