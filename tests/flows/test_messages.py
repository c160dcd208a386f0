"""What people read of a deal, and that feed text stays text in it."""

import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from html.parser import HTMLParser
from typing import Literal

import pytest

from flows.alerting import Alert
from flows.messages import (
    Message,
    main_leg,
    render_chips,
    render_first_line,
    render_leg,
    render_message,
    render_money,
    render_plain,
    render_power,
    render_term,
    render_terminal,
    render_test,
    render_visible,
)
from parsers.types import Chips, Deal, Figure, Leg, LegKind, Qualifier, Source, Status

AT = datetime(2026, 4, 20, 14, 0, tzinfo=UTC)
LINK = "https://www.axios.com/2026/04/20/anthropic-amazon-compute"
COMMITMENT = Leg(
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
NOW = Leg(
    payer="Amazon",
    payee="Anthropic",
    kind="investment",
    quote="Amazon invests $5 billion now.",
    tranche="now",
    amount=Decimal("5e9"),
    currency="USD",
    qualifier="exact",
)
OPTION = replace(NOW, tranche="option", amount=Decimal("20e9"), qualifier="up_to", increment=True)
SEED = Deal(
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
SEED_TEXT = f"""\
Who pays whom
- Anthropic → Amazon: commitment of more than $100 billion over 10 years for up to 5 GW
- Amazon → Anthropic: investment of $5 billion now
- Amazon → Anthropic: investment of up to $20 billion more as an option

Other figures, settled
- Reuters “$25 billion”: 5 now + up to 20 more
- The Straits Times “$6.35b”: S$6.35bn at the ECB rate is US$4.99bn, the 5 now

In their words
“Anthropic will spend more than $100 billion over 10 years for up to 5 gigawatts.”
{LINK}

Status: announced, first reported 20 April 2026
4 publishers: Axios, Reuters, The Japan Times, The Straits Times
Why you get this: Amazon and Anthropic are on your watchlist
Key: amazon-anthropic-2026-04#1
"""
SEED_SUBJECT = (
    "New deal · Anthropic → Amazon: more than $100 billion over 10 years for up to 5 GW (announced)"
)
HOSTILE = (
    "<!channel> <!here|here>",
    "<@U012AB3CD> @everyone @here",
    "<http://evil.example|your bank>",
    "[your bank](http://evil.example)",
    "https://evil.example/x?y=1 www.evil.example",
    "http://http://evil.example",
    "hw\u200bttp://evil.example w\u200bww.evil.example",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</b></a><a href='javascript:alert(1)'>x</a>",
    "&lt;!channel&gt; &#60;b&#62; &amp;lt;script&amp;gt;",
    "*bold* _italic_ ~gone~ `code` ```block``` # head\n> quote\n- item",
    "Amazon\r\nBcc: everybody@example.org\r\n\r\n<p>body",
    "deal\u2028Subject: other\u2029\x85\x0b\x0cline",
    "\x1b[31mred\x1b[0m \x9b31m \x07\x00",
    "\u202eyllatot\u202c \u2066x\u2069 \u200f\ufeff\u00ad zero\u200bwidth",
    "lone \ud800 surrogate \ue000 private \U000e0041 tag",
    ":fire: :+1: :skin-tone-2:",
    "\\*escaped\\* \\<!channel>",
)


class Tags(HTMLParser):
    """Collects the tags, attributes and words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        """Note the words between tags."""
        self.words += data


def leg(kind: LegKind = "purchase", **facts: object) -> Leg:
    """A leg with these facts alone."""
    return replace(Leg(payer="A", payee="B", kind=kind, quote="q"), **facts)  # type: ignore[arg-type]  # any field


def alert(
    deal: Deal = SEED, change: Literal["new", "grown"] = "new", news: tuple[str, ...] = ()
) -> Alert:
    """The seed deal's first alert."""
    return Alert(
        key="amazon-anthropic-2026-04#1",
        deal_id="amazon-anthropic-2026-04",
        change=change,
        why="Amazon and Anthropic are on your watchlist",
        news=news,
        deal=deal,
    )


def hostile_alert(text: str) -> Alert:
    """An alert with `text` wherever feed text can stand."""
    figure = Figure(as_stated=text, publisher=text, verdict="outlier", because=text)
    chips = Chips(count=1000, model=text, qualifier="exact", quote=text, start=0, end=1)
    # A web address is what a source may be; it is tested by itself below.
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
    return replace(alert(deal, "grown", (text,)), why=text, key=text)


@pytest.mark.parametrize(
    ("amount", "high", "currency", "qualifier", "expected"),
    [
        ("100e9", None, "USD", "at_least", "more than $100 billion"),
        ("20e9", None, "USD", "up_to", "up to $20 billion"),
        ("5e9", None, "USD", None, "$5 billion"),
        ("6.35e9", None, "SGD", "exact", "S$6.35 billion"),
        ("1.2e9", "1.5e9", "EUR", "range", "€1.2-1.5 billion"),
        ("920e6", "1.2e9", "USD", "range", "$920 million-1.2 billion"),
        ("500000", "1e6", "USD", "range", "$500,000-1 million"),
        ("500000", "750000", "USD", "range", "$500,000-750,000"),
        ("1.4e12", None, "USD", "approx", "about $1.4 trillion"),
        ("999999999.9", None, "GBP", "exact", "£1 billion"),
        ("750000", None, "JPY", "exact", "¥750,000"),
        ("1234.5", None, "AED", "exact", "AED 1,234.5"),
        ("3e9", None, None, "exact", "3 billion"),
        ("0", None, "USD", "exact", "$0"),
    ],
)
def test_money_keeps_its_qualifier(
    amount: str,
    high: str | None,
    currency: str | None,
    qualifier: Qualifier | None,
    expected: str,
) -> None:
    """A sum reads as people say it, and never loses its "up to" or "more than"."""
    stated = leg(
        amount=Decimal(amount),
        amount_high=Decimal(high) if high else None,
        currency=currency,
        qualifier=qualifier,
    )

    assert render_money(stated) == expected
    assert render_money(replace(stated, increment=True)) == f"{expected} more"


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "expected"),
    [
        ("5", None, "up_to", "up to 5 GW"),
        ("0.3", None, "exact", "300 MW"),
        ("1", None, None, "1 GW"),
        ("1.2", "1.5", "range", "1.2-1.5 GW"),
        ("0.5", "1", "range", "0.5-1 GW"),
        ("0.0625", None, "approx", "about 62.5 MW"),
        ("10", None, "at_least", "more than 10 GW"),
    ],
)
def test_power_reads_in_the_fitting_unit(
    low: str, high: str | None, qualifier: Qualifier | None, expected: str
) -> None:
    """From one gigawatt on in GW, below in MW."""
    stated = leg(
        power_gw=Decimal(low),
        power_gw_high=Decimal(high) if high else None,
        power_qualifier=qualifier,
    )

    assert render_power(stated) == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ("10", "10 years"),
        ("1", "1 year"),
        ("1.5", "18 months"),
        ("0.25", "3 months"),
        ("2.3", "2.3 years"),
    ],
)
def test_terms_read_in_years_or_months(years: str, expected: str) -> None:
    """Whole years in years, what is whole in months in months."""
    assert render_term(leg(term_years=Decimal(years))) == expected


@pytest.mark.parametrize(
    ("count", "model", "expected"),
    [
        (400_000, "GB200", "up to 400,000 GB200"),
        (100_000, None, "up to 100,000 chips"),
        (None, "TPU", "TPU"),
    ],
)
def test_chips_read_as_count_and_model(count: int | None, model: str | None, expected: str) -> None:
    """Either may be missing."""
    chips = Chips(count=count, model=model, qualifier="up_to", quote="q", start=0, end=1)

    assert render_chips(leg(chips=chips)) == expected


def test_absent_facts_are_none() -> None:
    """Nothing is made up for what no source stated."""
    bare = leg()

    assert [f(bare) for f in (render_money, render_power, render_chips, render_term)] == [None] * 4


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(NOW, "Amazon → Anthropic: investment of $5 billion now", id="now"),
        pytest.param(
            OPTION,
            "Amazon → Anthropic: investment of up to $20 billion more as an option",
            id="option",
        ),
        pytest.param(
            leg("lease", payer=None, power_gw=Decimal("0.3"), term_years=Decimal(15)),
            "an unnamed tenant → B: lease over 15 years for 300 MW",
            id="no payer, no money",
        ),
        pytest.param(
            leg(
                "financing", payee=None, amount=Decimal("2e9"), currency="USD", tranche="milestone"
            ),
            "A → an unnamed company: financing of $2 billion on milestones",
            id="no payee",
        ),
        pytest.param(
            leg(amount=Decimal("6.35e9"), currency="SGD", usd=Decimal(4987654321)),
            "A → B: purchase of S$6.35 billion (US$4.99 billion)",
            id="another currency",
        ),
        pytest.param(
            leg(
                power_gw=Decimal(1),
                chips=Chips(
                    count=400000, model="GB200", qualifier="exact", quote="q", start=0, end=1
                ),
            ),
            "A → B: purchase for 1 GW and 400,000 GB200",
            id="power and chips",
        ),
        pytest.param(leg("other"), "A → B: other", id="nothing stated"),
    ],
)
def test_a_leg_is_one_line(one: Leg, expected: str) -> None:
    """Who pays whom, how much, how long, what for; a side that is not named says so."""
    assert render_leg(one) == expected


@pytest.mark.parametrize(
    ("deal", "expected"),
    [
        pytest.param(
            SEED,
            "Anthropic → Amazon: more than $100 billion over 10 years for up to 5 GW (announced)",
            id="seed",
        ),
        pytest.param(
            replace(SEED, legs=(OPTION, NOW), status="talks"),
            "Amazon → Anthropic: investment of $5 billion now (in talks)",
            id="firm before optional",
        ),
        pytest.param(
            replace(SEED, legs=(leg("commitment", power_gw=Decimal(2)),), status="rumour"),
            "A → B: 2 GW (a rumour)",
            id="power alone",
        ),
        pytest.param(
            replace(SEED, legs=(leg("commitment"),)),
            "A → B: no figures given (announced)",
            id="no figures",
        ),
        pytest.param(
            replace(SEED, legs=(), status="denied"), "Amazon, Anthropic (denied)", id="no legs"
        ),
        pytest.param(
            replace(SEED, legs=(), companies=()),
            "Anthropic and Amazon expand their compute deal (announced)",
            id="title alone",
        ),
    ],
)
def test_the_first_line_tells_the_deal(deal: Deal, expected: str) -> None:
    """One line says who, how much with its qualifier, how long, for what, and how far it is."""
    assert render_first_line(deal) == expected


def test_the_largest_firm_leg_leads() -> None:
    """Among legs of one kind, dollars decide, whatever the currency."""
    small = leg(amount=Decimal("9e9"), currency="USD")
    large = leg(amount=Decimal("2e12"), currency="JPY", usd=Decimal("13e9"))

    assert main_leg(replace(SEED, legs=(small, leg(), large))) == large


def test_the_seed_deal_reads_as_it_should() -> None:
    """The whole message, as the terminal, a file and a plain mail show it."""
    message = render_message(alert())

    assert (message.subject, message.text) == (SEED_SUBJECT, SEED_TEXT)
    assert render_terminal(message) == f"{SEED_SUBJECT}\n\n{SEED_TEXT}"


def test_html_and_text_say_the_same() -> None:
    """Who reads the mail and who reads the file read the same words."""
    message = render_message(alert())
    seen = Tags()
    seen.feed(message.html.replace("<br/>", "\n"))

    assert seen.words.replace("• ", "- ") + "\n" == message.text
    assert {tag for tag, _ in seen.tags} == {"b", "a"}


def test_an_update_says_what_is_new_first() -> None:
    """A reader who knows the deal needs the difference."""
    message = render_message(alert(change="grown", news=("Power grew to 6 GW.",)))

    assert message.subject.startswith("Deal update · Anthropic → Amazon")
    assert message.text.startswith("What is new\nPower grew to 6 GW.\n\nWho pays whom\n")


def test_conflicts_are_shown_apart() -> None:
    """A figure that does not fit is told, not hidden; a source without a name is "A source"."""
    odd = Figure(as_stated="$38bn", publisher=None, verdict="outlier", because="no leg is near")

    text = render_message(alert(replace(SEED, conflicts=(odd,)))).text

    assert "\n\nSources disagree\nA source “$38bn”: no leg is near\n\n" in text


def test_long_parts_are_cut_with_their_count() -> None:
    """However much the sources say, the message keeps a size every service takes."""
    figure = replace(SEED.figures[0], because="x" * 5000)
    deal = replace(
        SEED,
        legs=(replace(COMMITMENT, quote="word " * 1000, payer="P" * 1000),) * 50,
        publishers=tuple(f"Paper {n}" for n in range(20)),
        figures=(figure,) * 50,
    )

    message = render_message(alert(deal))

    assert "Paper 7 and 12 more" in message.text
    assert "Paper 8" not in message.text
    assert message.text.count("\nand 42 more") == 0
    assert message.text.count("- and 42 more") == 2
    assert "word word…”" in message.text
    assert len(message.subject) == 140
    assert len(message.html) < 10_000


def test_without_publishers_the_line_is_left_out() -> None:
    """A deal known from an aggregator alone names no publisher."""
    assert "publisher" not in render_message(alert(replace(SEED, publishers=()))).text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    """No tag, link, mention, markup or escape sequence comes out of feed text."""
    message = render_message(hostile_alert(text))
    seen = Tags()
    seen.feed(message.html)

    assert {tag for tag, _ in seen.tags} == {"b", "br", "a"}
    assert [attrs for tag, attrs in seen.tags if tag == "a"] == [(("href", LINK),)]
    own = message.text.replace(LINK, "")
    assert not re.search(r"://|www\.|[<>@*_~`|\\]|&[#\w]+;|:[a-z+-][\w+-]*:", own, re.IGNORECASE)
    assert not {unicodedata.category(c) for c in own} & {"Cc", "Cf", "Cs", "Co"} - {"Cc"}
    assert {c for c in own if unicodedata.category(c) == "Cc"} == {"\n"}


@pytest.mark.parametrize("text", HOSTILE)
def test_the_subject_is_one_clean_line(text: str) -> None:
    """A subject becomes a mail header: one line, no control character, at most 140 characters."""
    subject = render_message(hostile_alert(text)).subject

    assert subject.isprintable()
    assert len(subject) <= 140
    assert not re.search(r"[<>@*_~`|\\]", subject)


@pytest.mark.parametrize("text", ["", "   \n", "\u200b\u202e"])
def test_a_name_that_shows_nothing_is_unnamed(text: str) -> None:
    """An invisible company name is no name."""
    assert render_leg(leg(payer=text, payee=text)).startswith(
        "an unnamed buyer → an unnamed company:"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AT&T buys 5% of Booking.com for ~$1bn", "AT&T buys 5% of Booking.com for \u223c$1bn"),
        ("Ünïcorp 日本電信電話 → 5 GW", "Ünïcorp 日本電信電話 → 5 GW"),
        ("at 10:30:15 today", "at 10:30:15 today"),
        ("see https://x.example/a.b", "see https[:]//x[.]example/a[.]b"),
        ("a\u00a0b\t c\nd", "a b c d"),
    ],
)
def test_plain_text_stays_readable(text: str, expected: str) -> None:
    """What is harmless is not touched, and what is touched can still be read."""
    assert render_plain(text) == expected


def test_the_terminal_keeps_addresses_whole() -> None:
    """In a terminal nothing links or mentions, but an escape sequence would act."""
    text = "https://x.example/a_b\x1b[2J\x9b31m\u202e @here\r\nnext"

    assert render_visible(text) == "https://x.example/a_b[2J31m @here next"


def test_the_test_message_says_the_same_twice() -> None:
    """A test message has all three parts, so that it tests all that an alert needs."""
    message = render_test()

    assert message.subject
    assert message.html == f"<b>{message.text.strip()}</b>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(LINK, LINK, id="plain"),
        pytest.param("https://x.example/a_b~c", "https://x.example/a_b~c", id="kept"),
        pytest.param(
            "https://x.example/a b|c>*`\\\"'",
            "https://x.example/a%20b%7Cc%3E%2A%60%5C%22'",
            id="markup",
        ),
        pytest.param("https://x.example/\u202eb", "https://x.example/%E2%80%AEb", id="bidi"),
        pytest.param("javascript:alert(1)", None, id="script"),
        pytest.param("http:///nowhere", None, id="no host"),
        pytest.param("https://bank.example@evil.example/", None, id="userinfo"),
        pytest.param("https://[broken/", None, id="broken"),
        pytest.param("https://x.example/" + "a" * 3000, None, id="too long"),
    ],
)
def test_only_a_web_address_becomes_a_link(source: str, expected: str | None) -> None:
    """The one link is http or https, and nothing in it can end the tag or format the line."""
    one = replace(COMMITMENT, source=source)

    message = render_message(alert(replace(SEED, legs=(one,))))

    seen = Tags()
    seen.feed(message.html)
    links = [dict(attrs)["href"] for tag, attrs in seen.tags if tag == "a"]
    assert links == ([expected] if expected else [])


def test_a_publishers_own_text_is_linked_before_others() -> None:
    """A leg that knows its publisher only is attributed to it and linked to what it wrote."""
    other = Source(entry_id=1, title="t", publisher="Axios", url=LINK, published_at=AT)
    own = replace(other, entry_id=2, publisher="Reuters", url="https://r.example/1")
    one = replace(COMMITMENT, source="Reuters", quote="Up to 5 GW.")

    text = render_message(alert(replace(SEED, legs=(one,), sources=(other, own)))).text

    assert "In their words\n“Up to 5 GW.” (Reuters)\nhttps://r.example/1\n" in text


@pytest.mark.parametrize(
    "status",
    [
        "rumour",
        "talks",
        "loi",
        "announced",
        "contracted",
        "operating",
        "cut",
        "cancelled",
        "denied",
    ],
)
def test_every_status_has_words(status: Status) -> None:
    """A deal of any status can be told."""
    message = render_message(alert(replace(SEED, status=status)))

    assert isinstance(message, Message)
    assert re.search(r"^Status: [a-z ]+, first reported 20 April 2026$", message.text, re.MULTILINE)
