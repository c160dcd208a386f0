"""The values that travel between the steps: frozen, whole, and without behaviour.

Bytes become a `ParsedFeed` of `Entry` values; an entry's text becomes `Mention` and fact values
(`Money`, `Power`, `Chips`, `Term`), these a `DealReading` with `Leg` values; readings of one deal
with their sources are `Evidence`, and all evidence of one deal makes a `Deal`.

Amounts are `Decimal` in full units of their currency (ISO 4217), power is in gigawatts, terms are
in years, times are aware and in UTC. `start` and `end` are offsets in the text that was read.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Qualifier = Literal["exact", "up_to", "at_least", "approx", "range"]
LegKind = Literal[
    "commitment", "investment", "purchase", "lease", "financing", "guarantee", "other"
]
Tranche = Literal["now", "option", "milestone"]
Status = Literal[
    "rumour",
    "talks",
    "loi",
    "announced",
    "contracted",
    "operating",
    "cut",
    "cancelled",
    "denied",
]
Event = Literal["new", "expansion", "rumour", "cancelled", "denial", "background", "none"]
Role = Literal["buyer", "supplier", "investor", "investee", "developer", "financier", "partner"]
MentionKind = Literal["name", "brand", "ticker", "paraphrase", "unlisted"]
# What one source's figure is to the deal it belongs to.
FigureVerdict = Literal["same", "part_of", "total_of", "other_currency", "superseded", "outlier"]

# --- documents ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of an entry: absolute URL, and the words it stood on."""

    url: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A related item inside an entry, as aggregators list them."""

    title: str
    publisher: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of one feed, cleaned.

    `key` names it inside its feed (guid, else link, else a hash of the title); `fingerprint` is a
    hash of what it says, so that an edit shows. `url` is canonical. `published_at` is None where
    the feed gives no date that can be read. `publisher` is the entry's own (`<source>`), else None.
    """

    key: str
    fingerprint: str
    title: str
    text: str
    url: str | None = None
    publisher: str | None = None
    published_at: datetime | None = None
    links: tuple[Link, ...] = ()
    headlines: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """One document. `degraded` says in a sentence what had to be repaired, None if nothing.

    `skipped` counts entries that were left out, by reason, so that none vanishes silently.
    `entries` are those that were not known before; `fingerprints` stands for all the document had
    and is what the next poll calls known (empty where the document has to be parsed whole).
    `hint_s` is how many seconds the feed itself asks us to wait between polls, None if it does not.
    """

    title: str
    entries: tuple[Entry, ...]
    home_url: str | None = None
    language: str | None = None
    degraded: str | None = None
    skipped: tuple[tuple[str, int], ...] = ()
    fingerprints: bytes = b""
    hint_s: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page read: one paragraph a line. `url` is the one the page calls its own.

    `language` is the ISO 639 code the page declares; `published_at` is aware and in UTC.
    """

    url: str
    title: str
    text: str
    publisher: str | None = None
    published_at: datetime | None = None
    language: str | None = None


# --- facts --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """A sum as written: "up to $20 billion more" is 20e9 USD, up_to, increment.

    `amount_high` is the upper end of a range, else None. `bare_dollar` marks a plain "$", which a
    publisher outside the United States may mean as its own dollar. `per` makes it a rate.
    """

    amount: Decimal
    currency: str
    qualifier: Qualifier
    quote: str
    start: int
    end: int
    amount_high: Decimal | None = None
    increment: bool = False
    bare_dollar: bool = False
    per: Literal["month", "year"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """Electrical capacity as written, in gigawatts."""

    gigawatts: Decimal
    qualifier: Qualifier
    quote: str
    start: int
    end: int
    gigawatts_high: Decimal | None = None
    increment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chips:
    """Accelerators or processors: a count, a model, or both. `count` is None for a model alone."""

    count: int | None
    model: str | None
    qualifier: Qualifier
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time a deal runs, in years."""

    years: Decimal
    quote: str
    start: int
    end: int


# --- companies ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """One row of the company list; see the head of deploy/companies.toml for each field."""

    name: str
    aliases: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    paraphrases: tuple[str, ...] = ()
    not_followed_by: tuple[str, ...] = ()
    not_preceded_by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sector: str = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A company in a text. `company` is the rolled-up name, `text` the words that stand there."""

    company: str
    text: str
    kind: MentionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A company and what it does in a deal."""

    company: str
    role: Role


# --- readings -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One direction of a deal: who pays whom, for what. A side that is not named is None.

    `usd` is `amount` in US dollars at the ECB's rate of `usd_rate_date`; `quote` is the sentence
    that proves the leg and `source` the address (else the publisher) it was read at.
    """

    payer: str | None
    payee: str | None
    kind: LegKind
    quote: str
    source: str | None = None
    tranche: Tranche | None = None
    amount: Decimal | None = None
    amount_high: Decimal | None = None
    currency: str | None = None
    qualifier: Qualifier | None = None
    increment: bool = False
    bare_dollar: bool = False
    per: Literal["month", "year"] | None = None
    as_stated: str | None = None
    usd: Decimal | None = None
    usd_rate: Decimal | None = None
    usd_rate_date: date | None = None
    power_gw: Decimal | None = None
    power_gw_high: Decimal | None = None
    power_qualifier: Qualifier | None = None
    chips: Chips | None = None
    term_years: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DealReading:
    """What one text says. `reasons` tells why it is, or is not, a compute deal.

    `doubts` are the points on which the text leaves the reader unsure, in a sentence each.
    """

    is_compute_deal: bool
    event: Event
    reasons: tuple[str, ...]
    status: Status | None = None
    language: str = "en"
    companies: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    legs: tuple[Leg, ...] = ()
    money: tuple[Money, ...] = ()
    powers: tuple[Power, ...] = ()
    chips: tuple[Chips, ...] = ()
    terms: tuple[Term, ...] = ()
    doubts: tuple[str, ...] = ()


# --- deals --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One text that reports a deal: the reading and where and when it stood.

    `publisher` is None for an aggregator's own line, which proves nothing by itself.
    """

    entry_id: int
    title: str
    reading: DealReading
    seen_at: datetime
    publisher: str | None = None
    url: str | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that reports a deal, as it is shown to people."""

    entry_id: int
    title: str
    publisher: str | None
    url: str | None
    published_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One source's figure settled against the deal's legs."""

    as_stated: str
    publisher: str | None
    verdict: FigureVerdict
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A step on the status ladder, with the source that told it."""

    status: Status
    at: datetime
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """Everything all sources say of one deal, reconciled.

    `figures` are statements that agree with the legs once seen rightly; `conflicts` do not.
    """

    title: str
    companies: tuple[str, ...]
    parties: tuple[Party, ...]
    legs: tuple[Leg, ...]
    status: Status
    status_history: tuple[StatusChange, ...]
    announced_at: datetime
    updated_at: datetime
    publishers: tuple[str, ...]
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...] = ()
    conflicts: tuple[Figure, ...] = ()
    related: tuple[str, ...] = ()
