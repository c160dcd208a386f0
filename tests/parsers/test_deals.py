"""A deal is worked out anew from all its evidence, in whatever order that came."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.company_list import parse_companies
from parsers.deals import assemble, told_at
from parsers.feed import parse_feed
from parsers.reading import build_reader, read_deal
from parsers.types import (
    Chips,
    Deal,
    DealReading,
    Event,
    Evidence,
    Figure,
    Leg,
    Party,
    Role,
    Source,
    Status,
    StatusChange,
)

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
BILLION = Decimal(10) ** 9
START = datetime(2026, 4, 20, 22, 10, tzinfo=UTC)
OPENAI_BUYS = (Party(company="OpenAI", role="buyer"), Party(company="Oracle", role="supplier"))
RENT = Leg(
    payer="OpenAI",
    payee="Oracle",
    kind="commitment",
    quote="OpenAI pays Oracle $30 billion.",
    amount=30 * BILLION,
    currency="USD",
    qualifier="exact",
    as_stated="$30 billion",
)


def told(
    *legs: Leg,
    number: int = 1,
    hours: int = 0,
    status: Status | None = "announced",
    event: Event = "new",
    publisher: str | None = "Reuters",
    parties: tuple[Party, ...] = OPENAI_BUYS,
) -> Evidence:
    """One text, so many hours after the first."""
    return Evidence(
        entry_id=number,
        title=f"Text {number}",
        reading=DealReading(
            is_compute_deal=True,
            event=event,
            reasons=(),
            status=status,
            parties=parties,
            legs=legs,
        ),
        seen_at=START + timedelta(days=1),
        publisher=publisher,
        url=f"https://news.example/{number}",
        published_at=START + timedelta(hours=hours),
    )


def seed_evidence(shared: Path) -> list[Evidence]:
    """The seed's article and the three headlines on the same deal."""
    reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
    body = (shared / "seed/feed.xml").read_bytes()
    feed = parse_feed(body, content_type=None, base_url="https://news.example/feed.xml")
    article, cluster = feed.entries
    texts = [(article.title, article.text, article.publisher, article)]
    texts += [(line.title, "", line.publisher, cluster) for line in cluster.headlines[:3]]
    return [
        Evidence(
            entry_id=number,
            title=title,
            reading=read_deal(title, text, reader),
            seen_at=START,
            publisher=publisher,
            published_at=entry.published_at,
        )
        for number, (title, text, publisher, entry) in enumerate(texts)
    ]


def test_one_text_makes_a_whole_deal() -> None:
    """Every field of the deal comes from its evidence."""
    deal = assemble([told(RENT)])

    assert deal == Deal(
        title="OpenAI – Oracle",
        companies=("OpenAI", "Oracle"),
        parties=OPENAI_BUYS,
        legs=(
            replace(RENT, usd=30 * BILLION, usd_rate=Decimal(1), usd_rate_date=date(2026, 4, 20)),
        ),
        status="announced",
        status_history=(StatusChange(status="announced", at=START, publisher="Reuters"),),
        announced_at=START,
        updated_at=START,
        publishers=("Reuters",),
        sources=(
            Source(
                entry_id=1,
                title="Text 1",
                publisher="Reuters",
                url="https://news.example/1",
                published_at=START,
            ),
        ),
    )


def test_no_evidence_is_a_bug() -> None:
    """A deal that nobody tells cannot be asked for."""
    with pytest.raises(ValueError, match="needs at least one text"):
        assemble([])


def test_a_text_without_a_date_was_told_when_it_was_seen() -> None:
    """Feeds leave dates out; the deal's times still stand."""
    undated = replace(told(RENT), published_at=None)

    assert told_at(undated) == undated.seen_at
    assert assemble([undated]).announced_at == undated.seen_at


# --- the seed -----------------------------------------------------------------------------------


def test_the_seeds_figures_are_reconciled(shared: Path) -> None:
    """One article and three headlines with other sums: one deal, no conflict, arithmetic shown."""
    (expected,) = json.loads((shared / "seed/expected.json").read_text("utf-8"))["deals"]

    deal = assemble(seed_evidence(shared))

    figures = [
        {"as_stated": one.as_stated, "publisher": one.publisher, "because": one.because}
        for one in deal.figures
    ]
    assert figures == expected["reconciled"]
    assert deal.conflicts == ()
    assert list(deal.publishers) == expected["publishers"]
    assert list(deal.companies) == expected["companies"]
    assert len(deal.legs) == len(expected["legs"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(choice=st.data())
def test_the_seeds_deal_is_the_same_in_any_order(shared: Path, choice: st.DataObject) -> None:
    """Which feed was polled first changes nothing."""
    evidence = seed_evidence_once(shared)

    shuffled = choice.draw(st.permutations(evidence))

    assert assemble(shuffled) == assemble(evidence)


_SEED: dict[Path, list[Evidence]] = {}


def seed_evidence_once(shared: Path) -> list[Evidence]:
    """The seed is read once for all permutations."""
    if shared not in _SEED:
        _SEED[shared] = seed_evidence(shared)
    return _SEED[shared]


# --- order --------------------------------------------------------------------------------------

SIDES = st.sampled_from(["OpenAI", "Oracle", "Amazon", None])
LEGS = st.builds(
    Leg,
    payer=SIDES,
    payee=SIDES,
    kind=st.sampled_from(["commitment", "investment", "lease"]),
    quote=st.just(""),
    tranche=st.sampled_from([None, "now", "option"]),
    amount=st.sampled_from([None, 5 * BILLION, 20 * BILLION, 25 * BILLION]),
    currency=st.sampled_from(["USD", "EUR"]),
    qualifier=st.sampled_from(["exact", "up_to"]),
    as_stated=st.just("a sum"),
    power_gw=st.sampled_from([None, Decimal(2)]),
    power_gw_high=st.none(),
    amount_high=st.none(),
    usd=st.none(),
    usd_rate=st.none(),
    usd_rate_date=st.none(),
    power_qualifier=st.none(),
    chips=st.none(),
    term_years=st.sampled_from([None, Decimal(5)]),
    source=st.none(),
)
STATUSES: st.SearchStrategy[Status | None] = st.sampled_from(
    ["rumour", "talks", "announced", "contracted", "cancelled", "denied", None]
)
TEXTS = st.builds(
    lambda legs, hours, status, publisher: replace(
        told(*legs, hours=hours, status=status, publisher=publisher), title="The same title"
    ),
    st.lists(LEGS, max_size=3),
    st.integers(0, 2),
    STATUSES,
    st.sampled_from(["Reuters", "The Straits Times", "SEC", None]),
)


@given(texts=st.lists(TEXTS, min_size=1, max_size=5), choice=st.data())
def test_any_evidence_gives_one_deal(texts: list[Evidence], choice: st.DataObject) -> None:
    """Even texts of one moment, title and publisher are told apart, and read without a fault."""
    evidence = [replace(text, entry_id=number) for number, text in enumerate(texts)]

    shuffled = choice.draw(st.permutations(evidence))

    assert assemble(shuffled) == assemble(evidence)


# --- legs and figures ---------------------------------------------------------------------------


def test_the_source_that_tells_most_is_the_base() -> None:
    """A rich text outweighs an earlier poor one, whose sum is then laid beside it."""
    poor = told(replace(RENT, amount=31 * BILLION, as_stated="$31bn"), number=1, publisher="Axios")
    rich = told(replace(RENT, term_years=Decimal(5)), number=2, hours=1)

    deal = assemble([poor, rich])

    assert [leg.amount for leg in deal.legs] == [30 * BILLION]
    assert deal.conflicts == (
        Figure(
            as_stated="$31bn", publisher="Axios", verdict="outlier", because="other sources say 30"
        ),
    )


def test_of_equals_the_better_source_is_the_base() -> None:
    """A filing's sum stands against a paper's."""
    paper = told(replace(RENT, amount=35 * BILLION), number=1)
    filing = told(RENT, number=2, hours=5, publisher="SEC")

    deal = assemble([paper, filing])

    assert [leg.amount for leg in deal.legs] == [30 * BILLION]
    assert [source.publisher for source in deal.sources] == ["SEC", "Reuters"]


def test_a_filing_supersedes_richer_texts() -> None:
    """Case 58: what a company files counts before what others wrote, whenever it comes."""
    paper = told(
        replace(RENT, amount=35 * BILLION, as_stated="$35bn", term_years=Decimal(5)), number=1
    )
    filing = told(RENT, number=2, hours=5, publisher="SEC")

    deal = assemble([paper, filing])

    assert [leg.amount for leg in deal.legs] == [30 * BILLION]
    assert deal.conflicts == ()
    assert deal.figures == (
        Figure(
            as_stated="$35bn",
            publisher="Reuters",
            verdict="superseded",
            because="SEC, which keeps the filings, says 30",
        ),
    )


def test_a_publisher_corrects_itself() -> None:
    """Case 58: "UPDATE 1" with another sum takes the place of the first telling."""
    first = told(replace(RENT, amount=35 * BILLION, as_stated="$35bn"), number=1)
    update = told(RENT, number=2, hours=2)

    deal = assemble([update, first])

    assert [leg.amount for leg in deal.legs] == [30 * BILLION]
    assert deal.figures == (
        Figure(
            as_stated="$35bn",
            publisher="Reuters",
            verdict="superseded",
            because="Reuters later says 30",
        ),
    )


def test_what_the_same_sum_comes_with_is_kept() -> None:
    """A source that tells the known price and its power adds the power."""
    base = told(replace(RENT, term_years=Decimal(5)), number=1)
    more = told(replace(RENT, power_gw=Decimal(2)), number=2, hours=1, publisher="AP")

    (leg,) = assemble([base, more]).legs

    assert (leg.term_years, leg.power_gw) == (Decimal(5), Decimal(2))


def test_a_cancellation_does_not_become_the_base() -> None:
    """What ended is known best from the texts before the end."""
    begun = told(RENT, number=1)
    ended = told(
        replace(RENT, amount=99 * BILLION, term_years=Decimal(5)),
        number=2,
        hours=9,
        status="cancelled",
        event="cancelled",
    )

    assert [leg.amount for leg in assemble([begun, ended]).legs] == [30 * BILLION]


BARE = Leg(payer="OpenAI", payee="Oracle", kind="commitment", quote="OpenAI signs with Oracle.")
CHIPS = Chips(count=9, model="TPU", qualifier="exact", quote="", start=0, end=0)


@pytest.mark.parametrize(
    ("base", "other", "expected"),
    [
        pytest.param(
            replace(BARE, power_gw=Decimal(2), chips=CHIPS, term_years=Decimal(5)),
            RENT,
            replace(
                RENT,
                quote=f"{BARE.quote} […] {RENT.quote}",
                power_gw=Decimal(2),
                chips=CHIPS,
                term_years=Decimal(5),
            ),
            id="the price",
        ),
        pytest.param(
            replace(BARE, chips=CHIPS, term_years=Decimal(5)),
            replace(BARE, power_gw=Decimal(2), power_qualifier="up_to"),
            replace(
                BARE,
                chips=CHIPS,
                term_years=Decimal(5),
                power_gw=Decimal(2),
                power_qualifier="up_to",
            ),
            id="the power",
        ),
        pytest.param(
            replace(BARE, power_gw=Decimal(2), chips=CHIPS),
            replace(BARE, term_years=Decimal(5)),
            replace(BARE, power_gw=Decimal(2), chips=CHIPS, term_years=Decimal(5)),
            id="the term",
        ),
    ],
)
def test_what_only_one_source_tells_is_kept(base: Leg, other: Leg, expected: Leg) -> None:
    """The base leg is completed by what others add to its direction."""
    deal = assemble([told(base, number=1), told(other, number=2, hours=1)])

    (leg,) = deal.legs
    assert replace(leg, usd=None, usd_rate=None, usd_rate_date=None) == expected


@pytest.mark.parametrize(
    ("leg", "legs"),
    [
        pytest.param(
            replace(RENT, payer="Nvidia", payee="OpenAI", kind="investment"), 2, id="a direction"
        ),
        pytest.param(
            replace(RENT, payer=None, payee="Nvidia", kind="investment"), 1, id="half a direction"
        ),
        pytest.param(replace(BARE, payer="OpenAI", payee="AMD"), 1, id="no sum"),
    ],
)
def test_a_leg_nobody_told_yet_is_added_if_whole(leg: Leg, legs: int) -> None:
    """A new direction needs both sides and a sum to become part of the deal."""
    deal = assemble(
        [told(replace(RENT, term_years=Decimal(5)), number=1), told(leg, number=2, hours=1)]
    )

    assert len(deal.legs) == legs


def test_an_unpriced_leg_is_better_than_none() -> None:
    """Where the base tells no leg at all, another text's direction is taken."""
    deal = assemble([told(number=1), told(BARE, number=2, hours=1)])

    assert deal.legs == (BARE,)


def test_sums_are_in_dollars_at_the_base_texts_day() -> None:
    """The rate and its day are told beside the sum; a Sunday takes Friday's."""
    sunday = told(replace(RENT, currency="SGD"), hours=-36)

    (leg,) = assemble([sunday]).legs

    assert leg.usd_rate_date == date(2026, 4, 17)
    assert leg.usd_rate is not None
    assert leg.usd == (30 * BILLION * leg.usd_rate).quantize(Decimal("0.01"))


def test_a_currency_nobody_quotes_stays_as_it_is() -> None:
    """No rate, no dollars: the sum itself is kept."""
    foreign = replace(RENT, currency="XXX")

    assert assemble([told(foreign)]).legs == (foreign,)


def test_a_sum_repeated_by_one_publisher_is_one_figure() -> None:
    """Copies of a wire story do not pile up in the table of figures."""
    rich = told(replace(RENT, term_years=Decimal(5)), number=1)

    deal = assemble([rich, told(RENT, number=2, hours=1), told(RENT, number=3, hours=2)])

    assert deal.figures == (
        Figure(as_stated="$30 billion", publisher="Reuters", verdict="same", because="the 30"),
    )


# --- who and what -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parties", "legs", "title"),
    [
        pytest.param(OPENAI_BUYS, (RENT,), "OpenAI – Oracle", id="payer first"),
        pytest.param(
            (*OPENAI_BUYS[::-1], Party(company="Crusoe", role="developer")),
            (RENT,),
            "OpenAI – Oracle – Crusoe",
            id="then who else",
        ),
        pytest.param(OPENAI_BUYS[::-1], (), "Oracle – OpenAI", id="no leg"),
        pytest.param(
            (Party(company="Galaxy", role="supplier"),),
            (replace(RENT, payer=None, payee="Galaxy"),),
            "Galaxy",
            id="one side",
        ),
        pytest.param((), (), "An unnamed deal", id="nobody"),
    ],
)
def test_a_deal_is_named_by_its_sides(
    parties: tuple[Party, ...], legs: tuple[Leg, ...], title: str
) -> None:
    """Payer, payee, then the rest."""
    assert assemble([told(*legs, parties=parties)]).title == title


def test_a_known_company_keeps_its_roles() -> None:
    """Later texts add companies; they do not turn a buyer into a supplier."""
    turned: list[tuple[str, Role]] = [("OpenAI", "supplier"), ("Crusoe", "developer")]
    later = tuple(Party(company=company, role=role) for company, role in turned)

    deal = assemble([told(RENT, number=1), told(number=2, hours=1, parties=later)])

    assert deal.parties == (*OPENAI_BUYS, Party(company="Crusoe", role="developer"))


def test_sources_stand_best_first_and_publishers_in_order_of_time() -> None:
    """Filing, company, wire, press, trade, aggregator, then whom nobody knows."""
    names = ["A Blog", "Yahoo Finance", "The Japan Times", "Reuters", "PR Newswire", "SEC", None]
    evidence = [told(number=n, hours=n, publisher=name) for n, name in enumerate(names)]

    deal = assemble(evidence)

    assert deal.publishers == tuple(name for name in names if name)
    assert [source.publisher for source in deal.sources] == [
        "SEC", "PR Newswire", "Reuters", "The Japan Times", "Yahoo Finance", "A Blog", None,
    ]  # fmt: skip


# --- status -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told_statuses", "history"),
    [
        pytest.param(["rumour", "talks", "announced"], ["rumour", "talks", "announced"], id="up"),
        pytest.param(["announced", "rumour", "talks"], ["announced"], id="never back down"),
        pytest.param(["announced", "announced"], ["announced"], id="no repeats"),
        pytest.param(["announced", "cut"], ["announced", "cut"], id="an end"),
        pytest.param(["talks", "denied", "cancelled"], ["talks", "denied", "cancelled"], id="ends"),
        pytest.param(["cancelled", "announced"], ["cancelled"], id="old news after an end"),
        pytest.param(
            ["denied", "contracted"], ["denied", "contracted"], id="a contract after a denial"
        ),
        pytest.param([None], ["announced"], id="not told"),
    ],
)
def test_a_deal_climbs_its_ladder(
    told_statuses: list[Status | None], history: list[Status]
) -> None:
    """Each step up and each ending is kept with its time; later echoes of less are not."""
    evidence = [
        told(number=number, hours=number, status=status)
        for number, status in enumerate(told_statuses)
    ]

    deal = assemble(evidence)

    assert [change.status for change in deal.status_history] == history
    assert deal.status == history[-1]
    assert deal.announced_at == START
    assert deal.updated_at == START + timedelta(hours=len(evidence) - 1)


@pytest.mark.xfail(reason="a text that tells no status cannot be told from old news after an end")
def test_a_deal_signed_after_its_denial_is_announced() -> None:
    """First denied, then signed: the signing counts."""
    denied = told(number=1, status="denied", event="denial")
    signed = told(number=2, hours=500, status="announced", event="new")

    assert assemble([denied, signed]).status == "announced"


def test_a_denied_cancellation_leaves_the_deal_standing() -> None:
    """The supplier refutes that the contract is gone: the contract stands."""
    reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
    titles = [
        "OpenAI signs data center lease with Oracle",
        "Oracle denies OpenAI cancelled its data center lease",
    ]
    evidence = [
        replace(told(number=number, hours=number), reading=read_deal(title, "", reader))
        for number, title in enumerate(titles)
    ]

    assert assemble(evidence).status == "announced"
