"""Whole texts: from words to legs, each number with the words that prove it."""

import doctest
import importlib
import json
import pkgutil
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import parsers
from parsers.company_list import parse_companies
from parsers.feed import parse_feed
from parsers.language import find_language
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import (
    Chips,
    Company,
    DealReading,
    Entry,
    Event,
    Leg,
    LegKind,
    Money,
    Power,
    Qualifier,
    Status,
    Term,
)

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
BILLION = Decimal(10) ** 9
Roles = set[tuple[str, str]]


def read(title: str, text: str = "") -> DealReading:
    """A text read with the list that comes with the program."""
    return read_deal(title, text, READER)


def roles(reading: DealReading) -> Roles:
    """Who is what, without order."""
    return {(party.company, party.role) for party in reading.parties}


def flows(reading: DealReading) -> list[tuple[str | None, str | None, LegKind]]:
    """Direction and kind of every leg."""
    return [(leg.payer, leg.payee, leg.kind) for leg in reading.legs]


def billions(reading: DealReading) -> list[Decimal | None]:
    """Every leg's amount in billions."""
    return [None if leg.amount is None else leg.amount / BILLION for leg in reading.legs]


# --- the seed -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seed(shared: Path) -> tuple[Entry, ...]:
    """The seed's entries: an article and a cluster of headlines."""
    body = (shared / "seed/feed.xml").read_bytes()
    return parse_feed(body, content_type=None, base_url="https://news.example/feed.xml").entries


def as_json(leg: Leg, keys: list[str]) -> dict[str, object]:
    """A leg as the expected answers write it: numbers plain."""
    values = {key: getattr(leg, key) for key in keys}
    return {
        key: float(value) if isinstance(value, Decimal) else value for key, value in values.items()
    }


def test_the_seeds_article_is_read_whole(shared: Path, seed: tuple[Entry, ...]) -> None:
    """Three legs in two directions, with floor, ceiling, option, power and term."""
    (expected,) = json.loads((shared / "seed/expected.json").read_text("utf-8"))["deals"]

    reading = read(seed[0].title, seed[0].text)

    legs = expected["legs"]
    told = [as_json(leg, list(want)) for leg, want in zip(reading.legs, legs, strict=True)]
    assert told == legs
    assert [leg.increment for leg in reading.legs] == [False, False, True]
    assert reading.is_compute_deal
    assert set(reading.companies) >= set(expected["companies"])
    assert {company for company, _ in roles(reading)} == set(expected["companies"])


def test_the_seeds_cluster_is_two_subjects(seed: tuple[Entry, ...]) -> None:
    """Three headlines tell the deal; two are on a founder's own lab, which is not the company."""
    readings = [read(headline.title) for headline in seed[1].headlines]

    assert [reading.is_compute_deal for reading in readings] == [True, True, True, False, False]
    assert [reading.companies for reading in readings[3:]] == [(), ()]
    assert [
        (leg.amount, leg.qualifier, leg.increment)
        for reading in readings
        for leg in reading.legs
        if leg.kind == "investment"
    ] == [
        (25 * BILLION, "up_to", False),
        (5 * BILLION, "exact", True),
        (Decimal("6.35") * BILLION, "exact", True),
    ]


# --- who and which way --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "The Claude maker signs cloud pact with the e-commerce giant",
            {("Anthropic", "buyer"), ("Amazon", "supplier")},
            id="paraphrases",
        ),
        pytest.param(
            "Azure hosts Mistral in GPU deal",
            {("Microsoft", "supplier"), ("Mistral", "buyer")},
            id="brands roll up",
        ),
        pytest.param(
            "Facebook rents Google Cloud chips",
            {("Meta", "buyer"), ("Google", "supplier")},
            id="old name",
        ),
        pytest.param(
            "OpenAI and Oracle sign compute deal",
            {("OpenAI", "buyer"), ("Oracle", "supplier")},
            id="no direction: supply chain",
        ),
        pytest.param(
            "Oracle and OpenAI sign compute deal",
            {("OpenAI", "buyer"), ("Oracle", "supplier")},
            id="no direction, other order",
        ),
        pytest.param(
            "Crusoe leases out a data center to Oracle",
            {("Oracle", "buyer"), ("Crusoe", "supplier")},
            id="leases to",
        ),
        pytest.param(
            "Oracle leases a data center from Crusoe",
            {("Oracle", "buyer"), ("Crusoe", "supplier")},
            id="leases from",
        ),
        pytest.param(
            "Blackstone lends CoreWeave $7.5 billion for GPUs",
            {("Blackstone", "financier"), ("CoreWeave", "buyer")},
            id="lends",
        ),
        pytest.param(
            "Galaxy signs unnamed tenant for data center",
            {("Galaxy Digital", "supplier")},
            id="one side named",
        ),
    ],
)
def test_parties_and_their_roles(title: str, expected: Roles) -> None:
    """Every way to name a company, and the words or the supply chain for its role."""
    reading = read(title)

    assert reading.is_compute_deal
    assert roles(reading) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Nvidia to invest up to $100 billion in OpenAI",
            "OpenAI will deploy 10 gigawatts of its systems under the deal.",
            [("OpenAI", "Nvidia", "commitment"), ("Nvidia", "OpenAI", "investment")],
            id="equity and what it buys: two flows",
        ),
        pytest.param(
            "Google backstops $3.2 billion of Fluidstack's data center lease with TeraWulf",
            "",
            [("Google", "Fluidstack", "guarantee")],
            id="a guarantee",
        ),
        pytest.param(
            "AWS signs data center lease with Cipher Mining",
            "",
            [("Amazon", "Cipher Mining", "lease")],
            id="a lease",
        ),
        pytest.param(
            "Anthropic commits $30bn to Azure", "", [("Anthropic", "Microsoft", "commitment")],
            id="a brand is paid",
        ),
    ],
)  # fmt: skip
def test_legs_say_who_pays_whom_for_what(
    title: str, text: str, expected: list[tuple[str | None, str | None, LegKind]]
) -> None:
    """One leg per direction and purpose."""
    assert flows(read(title, text)) == expected


def test_who_builds_for_another_is_its_developer() -> None:
    """The one that gets the site pays for it, whoever else takes part."""
    reading = read("Nscale to build a data center for Microsoft in $6bn deal")

    assert roles(reading) >= {("Nscale", "developer"), ("Microsoft", "buyer")}
    assert flows(reading) == [("Microsoft", "Nscale", "other")]


def test_three_companies_three_legs() -> None:
    """Two investors with a sum each, and what their customer commits to one of them."""
    text = (
        "Anthropic has committed to buy $30 billion of Azure compute from Microsoft. "
        "Nvidia will invest up to $10 billion and Microsoft up to $5 billion in Anthropic."
    )

    reading = read("Microsoft, Nvidia and Anthropic sign compute deal", text)

    assert flows(reading) == [
        ("Anthropic", "Microsoft", "commitment"),
        ("Nvidia", "Anthropic", "investment"),
        ("Microsoft", "Anthropic", "investment"),
    ]
    assert billions(reading) == [30, 10, 5]


# --- money, power, chips, term ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("up to $25 billion", ("25", "USD", "up_to", False)),
        ("more than $100 billion", ("100", "USD", "at_least", False)),
        ("about $3bn", ("3", "USD", "approx", False)),
        ("another $5 billion", ("5", "USD", "exact", True)),
        ("$5 billion more", ("5", "USD", "exact", True)),
        ("S$6.35 billion", ("6.35", "SGD", "exact", False)),
        ("A$9bn", ("9", "AUD", "exact", False)),
        ("€5bn", ("5", "EUR", "exact", False)),
        ("$25-billion", ("25", "USD", "exact", False)),
        ("$17.4 billion to $19.4 billion", ("17.4", "USD", "range", False)),
        ("two and a half billion dollars", ("2.5", "USD", "exact", False)),
        ("Rs 8,000 crore", ("80", "INR", "exact", False)),
    ],
)
def test_sums_keep_their_words(told: str, expected: tuple[str, str, Qualifier, bool]) -> None:
    """Amount, currency, qualifier, and whether it comes on top of something."""
    amount, currency, qualifier, increment = expected

    (leg,) = read(f"OpenAI to pay Oracle {told} for cloud capacity").legs

    assert (leg.currency, leg.qualifier, leg.increment) == (currency, qualifier, increment)
    assert leg.amount == Decimal(amount) * BILLION


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Oracle has annual revenue of $57 billion.", id="revenue"),
        pytest.param("Oracle's backlog stands at $455 billion.", id="backlog"),
        pytest.param("Google's capex is $85 billion this year.", id="capex"),
        pytest.param("OpenAI is worth tens of billions of dollars.", id="no number"),
        pytest.param("OpenAI reached a $500 billion valuation.", id="valuation"),
    ],
)
def test_other_peoples_money_makes_no_leg(text: str) -> None:
    """Revenues, stocks of orders, capex and valuations do not become the price."""
    (leg,) = read("OpenAI signs cloud deal with Oracle", text).legs

    assert leg.amount is None


def test_a_valuation_is_told_beside_the_equity() -> None:
    """The price of the shares is one of the deal's sums, but no leg."""
    reading = read(
        "Microsoft invests $5bn in Anthropic at a $350bn valuation",
        "Anthropic commits $30bn to Azure compute.",
    )

    assert sorted(money.amount / BILLION for money in reading.money) == [5, 30, 350]
    assert sorted(filter(None, billions(reading))) == [5, 30]


def test_a_running_total_is_not_paid_again() -> None:
    """What a widened contract comes to is told, but only the new money is a leg."""
    reading = read("CoreWeave expands OpenAI cloud deal by $6.5bn to $22.4bn")

    assert billions(reading) == [Decimal("6.5")]
    assert [money.amount / BILLION for money in reading.money] == [Decimal("6.5"), Decimal("22.4")]


def test_power_chips_and_term_are_of_the_leg_that_buys() -> None:
    """Facts told in other sentences than the price still belong to it."""
    reading = read(
        "Anthropic to pay Google $40 billion for TPUs",
        "The deal covers up to one million TPUs. It runs for six years. "
        "Well over a gigawatt comes online first.",
    )

    (leg,) = reading.legs
    assert (leg.amount, leg.term_years) == (40 * BILLION, Decimal(6))
    assert (leg.power_gw, leg.power_qualifier) == (Decimal(1), "at_least")
    assert leg.chips is not None
    assert (leg.chips.count, leg.chips.model, leg.chips.qualifier) == (1_000_000, "TPU", "up_to")


@pytest.mark.parametrize(
    ("told", "gigawatts"),
    [("1.2 GW", "1.2"), ("600 megawatts", "0.6"), ("4.5GW", "4.5"), ("800 GWh", None)],
)
def test_power_is_capacity_not_energy(told: str, gigawatts: str | None) -> None:
    """Gigawatts and megawatts count; gigawatt-hours do not."""
    (leg,) = read(f"Oracle leases data center with {told} from Crusoe").legs

    assert leg.power_gw == (Decimal(gigawatts) if gigawatts else None)


# --- is it one ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Amazon river cruise deals for the cloud forest", id="river"),
        pytest.param("Oracle of Omaha buys a stake in a cloud of dust", id="omaha"),
        pytest.param("Metals firm signs contract for computer chips", id="metals"),
        pytest.param("Apple growers sign orchard contract for cold servers", id="growers"),
        pytest.param("Bezos’s lab raises $10 billion for compute", id="founder's lab"),
        pytest.param("Anthropic raises $10bn at $350bn valuation", id="funding round"),
        pytest.param("Oracle's backlog hits $455 billion on AI cloud deals", id="backlog"),
        pytest.param("Nvidia shares jump 4% after OpenAI chip deal", id="share price"),
        pytest.param("Nvidia unveils GB300 server", id="launch"),
        pytest.param("Meta builds data center in Louisiana", id="own plan"),
        pytest.param("Meta signs 20-year nuclear power agreement for data centers", id="power"),
        pytest.param("Best deals: $30,000 GPU now 5% off at Amazon", id="price list"),
        pytest.param("Google sued over cloud contracts", id="lawsuit"),
        pytest.param("Sam Altman speaks", id="nobody"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_deal_has_a_reason_and_nothing_else(title: str) -> None:
    """What is not told as a deal carries no legs, parties or status: nothing to alert on."""
    reading = read(title)

    assert not reading.is_compute_deal
    assert (reading.event, reading.status) == ("none", None)
    assert (reading.legs, reading.parties, reading.money) == ((), (), ())
    assert len(reading.reasons) == 1


@pytest.mark.parametrize(
    ("title", "event", "status"),
    [
        pytest.param("Meta rents Google TPUs", "new", "announced", id="new"),
        pytest.param("Meta in talks to rent Google TPUs", "rumour", "talks", id="talks"),
        pytest.param("Meta weighs Google cloud deal", "rumour", "talks", id="weighs"),
        pytest.param("OpenAI nears compute deal with Cerebras", "rumour", "talks", id="nears"),
        pytest.param("Meta said to be renting TPUs from Google", "rumour", "rumour", id="said"),
        pytest.param(
            "Nvidia signs letter of intent to supply OpenAI with 10 gigawatts", "new", "loi",
            id="letter of intent",
        ),
        pytest.param(
            "OpenAI widens cloud deal with CoreWeave", "expansion", "announced", id="widens"
        ),
        pytest.param(
            "Microsoft walks away from data center talks with CoreWeave", "cancelled", "cancelled",
            id="talks that ended open no deal",
        ),
        pytest.param(
            "OpenAI and Oracle scrap data center expansion", "cancelled", "cancelled", id="scraps"
        ),
        pytest.param("Oracle trims OpenAI data center lease", "cancelled", "cut", id="trims"),
        pytest.param(
            "Oracle denies report on OpenAI data center contract", "denial", "denied", id="denies"
        ),
        pytest.param(
            "Why OpenAI's $300bn Oracle cloud deal matters", "background", "announced", id="why"
        ),
        pytest.param(
            "OpenAI's data center lease with Crusoe goes live", "background", "operating", id="live"
        ),
    ],
)  # fmt: skip
def test_what_a_text_does_to_its_deal(title: str, event: Event, status: Status) -> None:
    """A rumour, an end or a denial is never taken for a signing."""
    reading = read(title)

    assert reading.is_compute_deal
    assert (reading.event, reading.status) == (event, status)


@pytest.mark.parametrize(
    ("title", "language", "amount", "currency"),
    [
        ("微软与Nebius签署174亿美元算力协议", "zh", "17.4", "USD"),
        (
            "OpenAI firma un acuerdo de 38.000 millones de dólares con Amazon para la nube",
            "es", "38", "USD",
        ),
        ("Microsoft mietet Rechenzentrum von Nscale für 5 Milliarden Euro", "de", "5", "EUR"),
    ],
)  # fmt: skip
def test_other_languages_tell_deals_too(
    title: str, language: str, amount: str, currency: str
) -> None:
    """A translated headline gives the same sides and sums."""
    reading = read(title)

    (leg,) = reading.legs
    assert reading.language == language
    assert (leg.amount, leg.currency) == (Decimal(amount) * BILLION, currency)
    assert leg.payer in {"Microsoft", "OpenAI"}
    assert leg.payee in {"Nebius", "Amazon", "Nscale"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lab signs with the cloud", "en"),
        ("El acuerdo con la nube para los chips", "es"),
        ("Der Vertrag und die Chips von der Cloud", "de"),
        ("Het contract van een wolk voor chips", "nl"),
        ("Le contrat dans le nuage pour des puces", "fr"),
        ("Контракт на чипы", "ru"),
        ("クラウド契約", "ja"),
        ("클라우드 계약", "ko"),
        ("算力协议", "zh"),
        ("", "en"),
        ("AMD 6GW", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    """Script first, then the commonest words; English where nothing tells."""
    assert find_language(text) == language


# --- proof --------------------------------------------------------------------------------------

BACKGROUND = "The market is wide and the day is long. "


def test_a_long_article_is_read_where_it_tells() -> None:
    """Late sentences count only where they name two companies."""
    late = "Oracle has 900 megawatts elsewhere. OpenAI rents 2 GW from Oracle."

    reading = read("OpenAI signs cloud deal with Oracle", BACKGROUND * 20 + late)

    assert [power.gigawatts for power in reading.powers] == [2]


def test_every_leg_names_its_source_and_its_words() -> None:
    """What is shown to people can be looked up: the sentence stands in the text as quoted."""
    title, text = "OpenAI signs with Oracle", "OpenAI will pay Oracle $30bn for cloud capacity."

    reading = read_deal(title, text, READER, source="https://news.example/1")

    assert {leg.source for leg in reading.legs} == {"https://news.example/1"}
    assert all(leg.quote in f"{title}\n{text}" for leg in reading.legs)


def test_a_users_own_company_is_read_like_any_other() -> None:
    """The list is an argument: a company added to it takes part with its sector."""
    reader = build_reader(
        [Company(name="Aardvark", sector="lab"), Company(name="Bobcat", sector="cloud")]
    )

    reading = read_deal("Bobcat and Aardvark sign compute deal", "", reader)

    assert flows(reading) == [("Aardvark", "Bobcat", "commitment")]


WORDS = st.sampled_from(
    ["OpenAI", "Oracle", "Nvidia's", "AWS", "Blackstone", "signs", "invests", "leases", "denies",
     "lends", "to", "from", "in", "by", "now", "more", "$5 billion", "S$6.35b", "up to", "10 GW",
     "1 million TPUs", "seven-year", "deal", "cloud", "talks", "valuation", ".", ",", "\n", "—",
     "算力", "協議", "<b>", "\u200b", "'"]
)  # fmt: skip
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)


@settings(deadline=None)
@example(title="leases 算力", text="Blackstone $5 billion deal")
@given(title=SENTENCES, text=SENTENCES)
def test_any_text_is_read_with_proof_and_twice_alike(title: str, text: str) -> None:
    """No words break the reading; every fact quotes the text; the same words read the same."""
    reading = read(title, text)

    whole = f"{title}\n{text}"
    facts: list[Money | Power | Chips | Term] = [*reading.money, *reading.powers]
    facts += [*reading.chips, *reading.terms]
    assert all(whole[fact.start : fact.end] == fact.quote for fact in facts)
    assert all(part in whole for leg in reading.legs for part in leg.quote.split(" […] "))
    assert all(leg.payer or leg.payee for leg in reading.legs)
    assert not any(leg.payer == leg.payee for leg in reading.legs)
    assert read(title, text) == reading


# --- known limits -------------------------------------------------------------------------------


def test_a_yearly_rate_is_no_total() -> None:
    """$30bn a year for five years is told as what it is: a rate, and a term."""
    reading = read(
        "OpenAI to pay Oracle $30bn a year for cloud capacity", "The deal runs for five years."
    )

    (leg,) = reading.legs
    assert (leg.amount, leg.term_years) == (30 * BILLION, Decimal(5))
    assert leg.per == "year"


def test_an_earlier_round_is_background() -> None:
    """What was invested years ago is not part of today's deal."""
    reading = read(
        "Amazon and Anthropic sign chip deal", "In 2024 Amazon invested $4 billion in Anthropic."
    )

    assert billions(reading) == [None]


def test_a_question_cancels_nothing() -> None:
    """A headline that asks whether a deal could end reports no end."""
    reading = read("Could OpenAI's chip deal with AMD fall apart?")

    assert reading.event == "background"


def test_a_round_up_is_not_one_deal() -> None:
    """A list of the week's deals is no deal of five companies."""
    reading = read("The week in AI: deals by Oracle, AMD, Nvidia, CoreWeave and Meta for compute")

    assert not reading.is_compute_deal


def test_a_total_and_its_parts_count_once() -> None:
    """$15bn in all, $10bn and $5bn of it from one each: $15bn are invested."""
    reading = read(
        "Microsoft and Nvidia to invest up to $15 billion in Anthropic under chip deal",
        "Nvidia will invest up to $10 billion and Microsoft up to $5 billion in Anthropic.",
    )

    assert sum(filter(None, billions(reading))) == 15


def test_a_chain_has_one_direction() -> None:
    """One builds, the next leases, the third uses: capacity flows one way."""
    reading = read("Vantage builds a data center, Oracle leases it, OpenAI uses it")

    assert ("OpenAI", "supplier") not in roles(reading)


# --- what was made to keep us busy --------------------------------------------------------------

MANY_SENTENCES = "".join(f"Nvidia leases OpenAI ${number}bn. " for number in range(3_500))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nvidia OpenAI $5bn " * 5_000, id="one sentence"),
        pytest.param(MANY_SENTENCES, id="many sentences"),
        pytest.param("A b. " * 20_000, id="tiny sentences"),
        pytest.param("H100 " * 20_000, id="models"),
        pytest.param("5 to 5 " * 14_000 + "years", id="numbers"),
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(text: str) -> None:
    """A text made to be slow takes a few seconds of a slow machine, not minutes."""
    began = time.process_time()

    read("Nvidia and OpenAI sign $5bn compute deal", text)

    assert time.process_time() - began < 6


def test_a_title_of_hyphens_takes_no_time() -> None:
    """A row that may begin a compound anywhere looks for its end no further than a word is long."""
    began = time.process_time()

    read("x-" * 40_000 + " signs deal", "")

    assert time.process_time() - began < 6


# --- the documentation --------------------------------------------------------------------------

MODULES = [f"parsers.{module.name}" for module in pkgutil.iter_modules(parsers.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_are_true(name: str) -> None:
    """What a docstring shows is what happens."""
    results = doctest.testmod(importlib.import_module(name))

    assert results.failed == 0
