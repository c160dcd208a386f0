"""Turn the bytes of a feed or a page into entries that are read; runs in the child processes.

An item that carries a list of related headlines is opened: each headline becomes an entry of its
own, with its own publisher, read by itself. An item that is nothing but such a list is a hint by
an aggregator, not a source: it is kept, but reports no deal.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from parsers.feed import parse_feed
from parsers.publishers import known_publisher
from parsers.reading import Reader, build_reader, read_deal
from parsers.scan import split_fingerprints
from parsers.thin import wants_page
from parsers.titles import title_key
from parsers.types import Article, Company, DealReading, Entry, Headline, ParsedFeed
from parsers.urls import host_of, is_homepage, url_key

# One headline may be the item itself told again; two and more are a cluster.
_CLUSTER: Final = 2
_HINT: Final = DealReading(
    is_compute_deal=False,
    event="none",
    reasons=("a cluster of other publishers' headlines: each is read by itself",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The bytes of a feed, where they come from, and what its user calls it.

    `known` are the fingerprints of its last reading, see `parsers.scan`.
    """

    body: bytes
    content_type: str | None
    url: str
    known: bytes = b""
    name: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    """An entry with its publisher, read; its names, and the key of the entry it was a headline of.

    `url_key` is its name across feeds, `title_key` stands for its title and publisher. `thin` says
    that its page is worth a request, `page_text` is what that says, `page_note` why it was not had.
    """

    entry: Entry
    reading: DealReading
    url_key: str | None
    title_key: str | None
    parent_key: str | None = None
    thin: bool = False
    page_text: str | None = None
    page_note: str | None = None

    @property
    def full_text(self) -> str:
        """The most that is known of what it says."""
        return max(self.entry.text, self.page_text or "", key=len)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFeed:
    """A feed without its entries, and these with all headlines, read: parents before headlines.

    `items` is how many entries the whole document has, those that were known included.
    """

    feed: ParsedFeed
    entries: tuple[ReadEntry, ...]
    items: int


# --- in the child -------------------------------------------------------------------------------

_companies: tuple[Company, ...] = ()


def know_companies(companies: tuple[Company, ...]) -> None:
    """Say once which companies all documents of this process are read for."""
    global _companies  # noqa: PLW0603 - one process, one list; handing it over costs each document
    _companies = companies


@lru_cache(maxsize=1)
def _reader(companies: tuple[Company, ...]) -> Reader:
    return build_reader(companies)


def parse_document(document: Document) -> ParsedFeed:
    """Parse a feed's new items.

    Raises:
        ParseError: what `parse_feed` raises.
    """
    return parse_feed(
        document.body,
        content_type=document.content_type,
        base_url=document.url,
        known=document.known,
    )


def read_document(document: Document) -> ReadFeed:
    """Parse a feed's new items and read each.

    Raises:
        ParseError: what `parse_feed` raises.
    """
    parsed = parse_document(document)
    entries = read_entries(parsed, document=document, reader=_reader(_companies))
    items = len(split_fingerprints(parsed.fingerprints)) or len(parsed.entries)
    return ReadFeed(feed=replace(parsed, entries=()), entries=entries, items=items)


def parse_page(document: Document) -> Article:
    """Read the article on a page.

    Raises:
        ParseError: what `parse_article` raises.
    """
    # Costs 20 MB and half a second, and few polls read a page.
    from parsers.article import parse_article

    return parse_article(document.body, content_type=document.content_type, url=document.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuller:
    """An entry and the article its page holds."""

    one: ReadEntry
    article: Article


def read_fuller(fuller: Fuller) -> ReadEntry:
    """Read an entry again by what its page says; a deal its feed tells of is not unlearned.

    The page's own address names it better than a link through a redirect; who wrote it and when,
    the page tells where the feed does not.
    """
    one, article = fuller.one, fuller.article
    publisher = one.entry.publisher or article.publisher
    entry = replace(
        one.entry,
        url=article.url,
        publisher=publisher,
        published_at=one.entry.published_at or article.published_at,
    )
    reading = read_deal(entry.title, article.text, _reader(_companies), source=entry.url)
    told = one.reading.is_compute_deal and not reading.is_compute_deal
    return replace(
        one,
        entry=entry,
        reading=one.reading if told else reading,
        url_key=url_key(article.url),
        title_key=title_key(entry.title, publisher),
        page_text=article.text,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An entry, and what the second reader wrote of it."""

    one: ReadEntry
    answer: str


def read_answered(answered: Answered) -> ReadEntry:
    """An entry with what of an answer its own text proves."""
    # Few polls ask.
    from parsers.second.question import take_answer

    one, entry = answered.one, answered.one.entry
    reading = take_answer(
        entry.title,
        one.full_text,
        one.reading,
        answered.answer,
        _reader(_companies),
        source=entry.url or entry.publisher,
    )
    return replace(one, reading=reading)


# --- one entry ----------------------------------------------------------------------------------


def read_entries(
    parsed: ParsedFeed, *, document: Document, reader: Reader
) -> tuple[ReadEntry, ...]:
    """Every item of a feed with its headlines, read; parents before their headlines."""
    read: dict[str, ReadEntry] = {}
    for entry in reversed(parsed.entries):
        for one in read_entry(entry, parsed=parsed, document=document, reader=reader):
            # A headline may stand in several clusters: it belongs to the first.
            read.setdefault(one.entry.key, one)
    return tuple(read.values())


def find_publisher(entry: Entry, parsed: ParsedFeed, document: Document) -> str | None:
    """Who wrote an entry: as it says, as the user says, by its address, else the feed's title."""
    if entry.publisher or document.publisher:
        return entry.publisher or document.publisher
    if is_cluster(entry):
        return None
    by_address = known_publisher(host_of(entry.url)) if entry.url else None
    return by_address.name if by_address else parsed.title or document.name


def is_cluster(entry: Entry) -> bool:
    """Whether an entry is nothing but a list of other publishers' headlines."""
    return len(entry.headlines) >= _CLUSTER and not entry.text.strip()


def read_entry(
    entry: Entry, *, parsed: ParsedFeed, document: Document, reader: Reader
) -> Iterator[ReadEntry]:
    """One item of a feed, then each of its headlines that is not the item itself told again."""
    publisher = find_publisher(entry, parsed, document)
    source = entry.url or publisher
    hint = is_cluster(entry)
    reading = _HINT if hint else read_deal(entry.title, entry.text, reader, source=source)
    # Entries that all lead to the site's front page are not one article.
    article = entry.url if entry.url and not is_homepage(entry.url) else None
    yield ReadEntry(
        entry=replace(entry, publisher=publisher, headlines=()),
        reading=reading,
        url_key=url_key(article) if article else None,
        title_key=title_key(entry.title, publisher),
        thin=not hint and wants_page(entry.title, entry.text, reading, url=entry.url),
    )
    for headline in entry.headlines:
        if hint or headline.title != entry.title:
            yield _read_headline(headline, entry, reader=reader)


def _read_headline(headline: Headline, parent: Entry, *, reader: Reader) -> ReadEntry:
    """A headline's address is an aggregator's and names nothing: title and publisher do."""
    words = f"{headline.title}\n{headline.publisher or ''}".casefold()
    name = hashlib.sha256(words.encode()).hexdigest()
    entry = Entry(
        key=f"headline:{name}",
        fingerprint=name,
        title=headline.title,
        text="",
        url=headline.url,
        publisher=headline.publisher,
        published_at=parent.published_at,
    )
    return ReadEntry(
        entry=entry,
        reading=read_deal(headline.title, "", reader, source=headline.url or headline.publisher),
        url_key=entry.key,
        title_key=title_key(headline.title, headline.publisher),
        parent_key=parent.key,
    )
