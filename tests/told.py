"""Deals, alerts, mentions and notices that tests tell of, and the texts feeds may bring."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Final, Literal

from flows.deciding.alerting import Alert, Mention
from flows.deciding.notices import FeedEvent, Notice
from flows.messages.digest_messages import Digest
from flows.messages.told import digest_item
from parsers.types import Chips, Deal, Figure, Leg, Source

AT: Final = datetime(2026, 4, 20, 14, 0, tzinfo=UTC)
LINK: Final = "https://www.axios.com/2026/04/20/anthropic-amazon-compute"
DEAL_ID: Final = "amazon-anthropic-2026-04"
KEY: Final = f"{DEAL_ID}#1"
COMMITMENT: Final = Leg(
    payer="Anthropic",
    payee="Amazon",
    kind="commitment",
    quote="Anthropic will spend more than $100 billion over 10 years for up to 5 gigawatts.",
    source=LINK,
    amount=Decimal("100e9"),
    currency="USD",
    qualifier="at_least",
    power_gw=Decimal(5),
    power_qualifier="up_to",
    term_years=Decimal(10),
)
NOW: Final = Leg(
    payer="Amazon",
    payee="Anthropic",
    kind="investment",
    quote="Amazon invests $5 billion now.",
    tranche="now",
    amount=Decimal("5e9"),
    currency="USD",
    qualifier="exact",
)
OPTION: Final = replace(
    NOW, tranche="option", amount=Decimal("20e9"), qualifier="up_to", increment=True
)
SEED: Final = Deal(
    title="Anthropic and Amazon expand their compute deal",
    companies=("Amazon", "Anthropic"),
    parties=(),
    legs=(COMMITMENT, NOW, OPTION),
    status="announced",
    status_history=(),
    announced_at=AT,
    updated_at=AT,
    publishers=("Axios", "Reuters", "The Japan Times", "The Straits Times"),
    sources=(),
    figures=(
        Figure(
            as_stated="$25 billion",
            publisher="Reuters",
            verdict="total_of",
            because="5 now + up to 20 more",
        ),
        Figure(
            as_stated="$6.35b",
            publisher="The Straits Times",
            verdict="other_currency",
            because="S$6.35bn at the ECB rate is US$4.99bn, the 5 now",
        ),
    ),
)
ODD: Final = Figure(
    as_stated="$38bn", publisher=None, verdict="outlier", because="no leg comes near it"
)
MENTION: Final = Mention(
    key="mention-7#1",
    entry_id=7,
    companies=("Anthropic",),
    why="Anthropic is on your watchlist for every mention",
    title="Anthropic opens an office in Seoul",
    publisher="The Wire",
    url="https://wire.example/seoul",
    published_at=AT,
    sentence="Anthropic said on Monday it will open an office in Seoul.",
)
BROKEN: Final = FeedEvent(
    kind="broken",
    feed_id=1,
    url="https://semianalysis.com/feed?a=1&b=c_d",
    name="SemiAnalysis",
    at=AT,
    told="broken",
    since=AT - timedelta(hours=5),
    code="dns_failed",
    detail="semianalysis.com: the name has no address",
    next_check_at=AT + timedelta(hours=2),
    rhythm_s=7_000,
    deals_brought=4,
)
NOTICE: Final = Notice(key="feeds-2026-04-20#1", events=(BROKEN,))
HOSTILE: Final = (
    "<!channel> <!here|here> <!subteam^S1|x>",
    "<@U012AB3CD> <@&123> @everyone @here @channel",
    "<http://evil.example|your bank>",
    "[your bank](http://evil.example)",
    "https://evil.example/x?y=1 www.evil.example",
    "http://http://evil.example",
    "hw\u200bttp://evil.example w\u200bww.evil.example",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</b></a><a href='javascript:alert(1)'>x</a>",
    "</style></td></table><style>*{display:none}</style>",
    "&lt;!channel&gt; &#60;b&#62; &amp;lt;script&amp;gt;",
    "*bold* _italic_ ~gone~ `code` ```block``` # head\n> quote\n- item",
    "# Heading",
    "- item",
    "1. one",
    "<at>everyone</at> {{7*7}} ${x} %s {0}",
    "Amazon\r\nBcc: everybody@example.org\r\n\r\n<p>body",
    "deal\u2028Subject: other\u2029\x85\x0b\x0cline",
    "\x1b[31mred\x1b[0m \x9b31m \x07\x00",
    "\u202eyllatot\u202c \u2066x\u2069 \u200f\ufeff\u00ad zero\u200bwidth",
    "lone \ud800 surrogate \ue000 private \U000e0041 tag",
    ":fire: :+1: :skin-tone-2:",
    "\\*escaped\\* \\<!channel>",
)


def alert(
    deal: Deal = SEED, change: Literal["new", "grown"] = "new", news: tuple[str, ...] = ()
) -> Alert:
    """The seed deal's first alert, or the second where it has changed."""
    return Alert(
        key=KEY if change == "new" else f"{DEAL_ID}#2",
        deal_id=DEAL_ID,
        change=change,
        why="Amazon and Anthropic are on your watchlist",
        news=news,
        deal=deal,
    )


def hostile_alert(text: str) -> Alert:
    """An alert with `text` wherever feed text can stand."""
    figure = Figure(as_stated=text, publisher=text, verdict="outlier", because=text)
    chips = Chips(count=1000, model=text, qualifier="exact", quote=text, start=0, end=1)
    # A web address is what a source may be; it is tested by itself.
    source = None if text.startswith("http") else text
    bad = replace(COMMITMENT, payer=text, payee=text, quote=text, source=source, chips=chips)
    deal = replace(
        SEED,
        title=text,
        companies=(text,),
        legs=(bad, bad),
        publishers=(text, text),
        sources=(Source(entry_id=1, title=text, publisher=text, url=LINK, published_at=AT),),
        figures=(figure,),
        conflicts=(figure,),
    )
    return replace(alert(deal, "grown", (text,)), why=text, key=text, deal_id=text)


def hostile_mention(text: str) -> Mention:
    """A mention that is made of `text`."""
    return replace(
        MENTION, companies=(text,), why=text, title=text, publisher=text, sentence=text, key=text
    )


DIGEST: Final = Digest(
    key="digest-2026-04-20#1",
    reason="flood",
    first_at=AT,
    last_at=AT,
    items=(
        digest_item(KEY, AT, alert()),
        digest_item(MENTION.key, AT, MENTION),
        digest_item(NOTICE.key, AT, NOTICE),
    ),
)
