"""What is materially new in a deal, in which words, and what is told without a word."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.deciding.news import MOST_SENTENCES, find_news, is_late_status, render_news, retracts
from flows.deciding.news_words import NEWS_KINDS, News
from flows.deciding.origins import find_origin
from parsers.deals import assemble
from parsers.types import (
    Chips,
    Deal,
    DealReading,
    Evidence,
    Figure,
    Leg,
    Party,
    Source,
    Status,
    StatusChange,
)

TOLD = datetime(2026, 4, 20, 12, tzinfo=UTC)
BILLION = Decimal(10**9)
LEG = Leg(
    payer="Anthropic",
    payee="Amazon",
    kind="commitment",
    quote="Anthropic commits $100 billion.",
    amount=100 * BILLION,
    currency="USD",
    qualifier="exact",
    as_stated="$100 billion",
    power_gw=Decimal(5),
)
PAID = Leg(
    payer="Amazon",
    payee="Anthropic",
    kind="investment",
    quote="Amazon invests $5 billion now.",
    tranche="now",
    amount=5 * BILLION,
    currency="USD",
    qualifier="exact",
)
OPTION = replace(PAID, tranche="option", amount=20 * BILLION, qualifier="up_to")
BARE = replace(LEG, amount=None, currency=None, qualifier=None, as_stated=None, power_gw=None)
CHIPS = Chips(count=400_000, model="GB200", qualifier="exact", quote="400,000", start=0, end=7)
DEAL = Deal(
    title="Anthropic – Amazon",
    companies=("Amazon", "Anthropic"),
    parties=(),
    legs=(LEG,),
    status="announced",
    status_history=(StatusChange(status="announced", at=TOLD, publisher="Axios"),),
    announced_at=TOLD,
    updated_at=TOLD,
    publishers=("Axios",),
    sources=(),
)


def legs(*changed: Leg) -> Deal:
    """The deal with these legs."""
    return replace(DEAL, legs=changed)


def sums(**changed: object) -> Deal:
    """The deal with one leg that pays something else."""
    leg: Leg = replace(LEG, **changed)  # type: ignore[arg-type]  # the tables name its fields
    return legs(leg)


def of(status: Status, *, hours: int = 1) -> Deal:
    """The deal after a step on the ladder, told so many hours after the first."""
    step = StatusChange(status=status, at=TOLD + timedelta(hours=hours), publisher="Reuters")
    history = sorted((*DEAL.status_history, step), key=lambda one: one.at)
    return replace(DEAL, status=status, status_history=tuple(history))


def told_by(leg: Leg, publisher: str, *, days: int = 0) -> Deal:
    """The deal as a publisher tells it, so many days after the first."""
    url = f"https://{publisher.casefold().replace(' ', '')}.example/deal"
    source = Source(
        entry_id=1,
        title="",
        publisher=publisher,
        url=url,
        published_at=TOLD + timedelta(days=days),
    )
    return replace(legs(replace(leg, source=url)), sources=(source,))


def figure(stated: str, publisher: str, *, settled: bool = False) -> Figure:
    """A figure that does not fit, or that was settled."""
    return Figure(
        as_stated=stated,
        publisher=publisher,
        verdict="superseded" if settled else "outlier",
        because="SEC, which keeps the filings, says 100" if settled else "other sources say 100",
    )


def sentences(before: Deal, after: Deal) -> tuple[str, ...]:
    """What is new, in words."""
    return tuple(news.sentence for news in find_news(before, after))


# --- status -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "news"),
    [
        pytest.param(
            DEAL, of("contracted"), News(kind="firmer", sentence="now contracted, was announced")
        ),
        pytest.param(
            DEAL, of("cancelled"), News(kind="ended", sentence="now cancelled, was announced")
        ),
        pytest.param(DEAL, of("denied"), News(kind="ended", sentence="now denied, was announced")),
        pytest.param(DEAL, of("cut"), News(kind="ended", sentence="now cut, was announced")),
        pytest.param(
            DEAL, of("talks"), News(kind="weaker", sentence="now in talks, was announced")
        ),
        pytest.param(
            of("cancelled"),
            of("contracted", hours=2),
            News(kind="revived", sentence="now contracted, was cancelled"),
        ),
        pytest.param(
            of("rumour"),
            of("loi"),
            News(kind="firmer", sentence="now letter of intent, was a rumour"),
        ),
    ],
    ids=["firmer", "cancelled", "denied", "cut", "weaker", "revived", "rumour to letter"],
)
def test_a_step_of_the_status_is_news(before: Deal, after: Deal, news: News) -> None:
    """Up, down, to an end and back: one sentence says what it is and what it was."""
    assert find_news(before, after) == (news,)


def test_an_old_text_that_comes_late_moves_no_status() -> None:
    """What an older text tells was overtaken when the deal was told."""
    late = of("cancelled", hours=-25)

    after = replace(late, status_history=late.status_history[:1])

    assert find_news(DEAL, after) == ()
    assert is_late_status(DEAL, after)


def test_texts_of_one_day_come_in_any_order() -> None:
    """A filing that a slow feed brings after the press is news all the same."""
    slow = of("contracted", hours=-20)

    after = replace(slow, status_history=slow.status_history[:1])

    assert not is_late_status(DEAL, after)
    assert sentences(DEAL, after) == ("now contracted, was announced",)


# --- legs ---------------------------------------------------------------------------------------

SAME = [
    pytest.param(DEAL, replace(DEAL, publishers=("Axios", "Reuters")), id="told once more"),
    pytest.param(DEAL, sums(amount=Decimal("101.5e9")), id="rounded"),
    pytest.param(DEAL, sums(qualifier="up_to"), id="another qualifier"),
    pytest.param(DEAL, sums(amount=104 * BILLION, qualifier="at_least"), id="more than about"),
    pytest.param(DEAL, legs(replace(LEG, kind="purchase")), id="the same money by another name"),
    pytest.param(DEAL, legs(BARE), id="figures left out"),
    pytest.param(DEAL, legs(), id="legs left out"),
    pytest.param(
        sums(amount=Decimal(5) * BILLION),
        sums(amount=Decimal("6.35e9"), currency="SGD", usd_rate=Decimal("0.786")),
        id="another currency of the same sum",
    ),
    pytest.param(
        sums(amount=Decimal(5) * BILLION),
        sums(amount=Decimal(9000) * BILLION, currency="VND"),
        id="a currency nobody converts",
    ),
    pytest.param(
        sums(amount=Decimal(9000) * BILLION, currency="VND"),
        sums(amount=Decimal(5) * BILLION),
        id="and back",
    ),
    pytest.param(
        legs(replace(PAID, tranche=None, amount=25 * BILLION)),
        legs(PAID, OPTION),
        id="split into tranches",
    ),
    pytest.param(
        legs(PAID, OPTION),
        legs(replace(PAID, tranche=None, amount=25 * BILLION)),
        id="tranches told as one",
    ),
    pytest.param(legs(PAID, OPTION), legs(PAID), id="a tranche left out"),
    pytest.param(legs(replace(PAID, tranche=None)), legs(PAID), id="the tranche becomes clear"),
    pytest.param(
        sums(amount=10 * BILLION, amount_high=15 * BILLION),
        sums(amount=12 * BILLION),
        id="an exact sum inside the range",
    ),
    pytest.param(
        sums(amount=12 * BILLION),
        sums(amount=10 * BILLION, amount_high=15 * BILLION),
        id="a range around the sum",
    ),
    pytest.param(
        sums(amount=30 * BILLION, per="year", term_years=Decimal(10)),
        sums(amount=300 * BILLION, term_years=Decimal(10)),
        id="what the rate comes to",
    ),
    pytest.param(DEAL, sums(amount=10 * BILLION, per="year"), id="a rate says less than the whole"),
    pytest.param(DEAL, legs(replace(LEG, payee=None)), id="a side left out"),
    pytest.param(DEAL, legs(LEG, BARE), id="nothing more of the same way"),
    pytest.param(
        DEAL,
        legs(LEG, replace(BARE, payer="Amazon", payee="Anthropic")),
        id="a way without figures between those known",
    ),
    pytest.param(
        legs(LEG, PAID),
        legs(replace(LEG, power_gw=None), replace(PAID, power_gw=Decimal(5))),
        id="the same power beside another sum",
    ),
    pytest.param(
        legs(replace(LEG, power_gw=Decimal(1)), replace(LEG, amount=BILLION, power_gw=Decimal(4))),
        legs(replace(LEG, amount=101 * BILLION)),
        id="the power of two tranches as one",
    ),
    pytest.param(
        legs(replace(LEG, chips=CHIPS)),
        legs(replace(LEG, chips=replace(CHIPS, count=None))),
        id="chips without their count",
    ),
    pytest.param(
        sums(power_gw=Decimal(4), power_gw_high=Decimal(6)),
        sums(power_gw=Decimal(5)),
        id="power inside the range",
    ),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_what_is_told_once_more_is_no_news(before: Deal, after: Deal) -> None:
    """Rounding, other words, currencies, tranches and what is left out wake nobody."""
    assert find_news(before, after) == ()


NEWS = [
    pytest.param(
        legs(OPTION),
        legs(replace(OPTION, amount=25 * BILLION)),
        "ceiling raised: up to $25 billion, was up to $20 billion (Amazon → Anthropic)",
        id="a raised ceiling",
    ),
    pytest.param(
        legs(OPTION),
        legs(replace(OPTION, amount=15 * BILLION)),
        "ceiling lowered: up to $15 billion, was up to $20 billion (Amazon → Anthropic)",
        id="a lowered ceiling",
    ),
    pytest.param(
        DEAL,
        sums(amount=150 * BILLION),
        "sum raised: $150 billion, was $100 billion (Anthropic → Amazon)",
        id="a larger sum",
    ),
    pytest.param(
        DEAL,
        sums(amount=60 * BILLION),
        "sum lowered: $60 billion, was $100 billion (Anthropic → Amazon)",
        id="a smaller sum",
    ),
    pytest.param(
        sums(amount=30 * BILLION, per="year"),
        sums(amount=300 * BILLION),
        "sum now known as a whole: $300 billion, was told as $30 billion a year"
        " (Anthropic → Amazon)",
        id="the whole price of a rate",
    ),
    pytest.param(
        sums(amount=Decimal(5) * BILLION),
        sums(
            amount=Decimal("9e9"), currency="SGD", usd_rate=Decimal("0.786"), usd=Decimal("7.07e9")
        ),
        "sum raised: S$9 billion, was $5 billion (Anthropic → Amazon)",
        id="more, in another currency",
    ),
    pytest.param(
        sums(amount=None),
        DEAL,
        "sum now known: $100 billion (Anthropic → Amazon)",
        id="a sum at last",
    ),
    pytest.param(
        DEAL,
        legs(LEG, PAID),
        "a further leg: Amazon → Anthropic: investment of $5 billion now",
        id="a further leg",
    ),
    pytest.param(
        legs(PAID),
        legs(PAID, OPTION),
        "a further leg: Amazon → Anthropic: investment of up to $20 billion as an option",
        id="an option beside what is paid now",
    ),
    pytest.param(
        DEAL,
        legs(LEG, replace(BARE, payee="Broadcom")),
        "a further leg: Anthropic → Broadcom: commitment",
        id="a company that was not there",
    ),
    pytest.param(
        DEAL,
        legs(LEG, replace(BARE, payer=None, payee="Google", power_gw=Decimal(1))),
        "a further leg: an unnamed buyer → Google: commitment for 1 GW",
        id="a leg with a side that is not named",
    ),
    pytest.param(
        legs(replace(LEG, payer=None)),
        DEAL,
        "payer now named: Anthropic (Anthropic → Amazon)",
        id="the unnamed buyer gets a name",
    ),
    pytest.param(
        legs(replace(LEG, payee=None)),
        DEAL,
        "payee now named: Amazon (Anthropic → Amazon)",
        id="the unnamed seller gets a name",
    ),
    pytest.param(
        legs(replace(LEG, payer="Amazon", payee="Anthropic")),
        DEAL,
        "who pays whom corrected: Anthropic → Amazon, was Amazon → Anthropic",
        id="payer and payee reversed",
    ),
    pytest.param(
        DEAL,
        sums(power_gw=Decimal(7)),
        "power raised: 7 GW, was 5 GW (Anthropic → Amazon)",
        id="more power",
    ),
    pytest.param(
        DEAL,
        sums(power_gw=Decimal("0.9")),
        "power lowered: 900 MW, was 5 GW (Anthropic → Amazon)",
        id="less power",
    ),
    pytest.param(
        DEAL,
        sums(term_years=Decimal(10)),
        "term now known: 10 years (Anthropic → Amazon)",
        id="a term",
    ),
    pytest.param(
        DEAL,
        sums(chips=CHIPS),
        "chips now known: 400,000 GB200 (Anthropic → Amazon)",
        id="chips",
    ),
    pytest.param(
        sums(chips=replace(CHIPS, count=None)),
        sums(chips=CHIPS),
        "chips now known: 400,000 GB200 (Anthropic → Amazon)",
        id="how many chips",
    ),
    pytest.param(
        sums(chips=CHIPS),
        sums(chips=replace(CHIPS, count=600_000)),
        "chips raised: 600,000 GB200, was 400,000 GB200 (Anthropic → Amazon)",
        id="more chips",
    ),
]


@pytest.mark.parametrize(("before", "after", "sentence"), NEWS)
def test_what_is_materially_new_is_a_sentence(before: Deal, after: Deal, sentence: str) -> None:
    """A figure, a side or a leg that changes what somebody would do, with what it was before."""
    assert sentences(before, after) == (sentence,)


# --- sources ------------------------------------------------------------------------------------

LESS = replace(LEG, amount=80 * BILLION, as_stated="$80 billion")


@pytest.mark.parametrize(
    ("before", "after", "news"),
    [
        pytest.param(
            told_by(LEG, "Axios"),
            told_by(LESS, "SEC", days=1),
            News(
                kind="corrected",
                sentence="sum corrected by SEC: $80 billion, was $100 billion (Anthropic → Amazon)",
            ),
            id="a nearer source at once",
        ),
        pytest.param(
            told_by(LEG, "Axios"),
            told_by(LESS, "SEC", days=30),
            News(
                kind="lowered",
                sentence="sum lowered: $80 billion, was $100 billion (Anthropic → Amazon)",
            ),
            id="a nearer source a month later",
        ),
        pytest.param(
            told_by(LEG, "SEC"),
            told_by(LESS, "Axios"),
            News(
                kind="lowered",
                sentence="sum lowered: $80 billion, was $100 billion (Anthropic → Amazon)",
            ),
            id="a source farther away",
        ),
        pytest.param(
            DEAL,
            replace(legs(LESS), conflicts=(figure("$100 billion", "Axios"),)),
            News(
                kind="lowered",
                sentence=(
                    "sum now told as $80 billion, was $100 billion (Anthropic → Amazon);"
                    " sources disagree"
                ),
            ),
            id="what was told stands among the conflicts",
        ),
        pytest.param(
            DEAL,
            replace(DEAL, conflicts=(figure("$80 billion", "Reuters"),)),
            News(
                kind="contradicted",
                sentence="Reuters contradicts: “$80 billion”; other sources say 100",
            ),
            id="a nearer source that does not fit",
        ),
        pytest.param(
            replace(DEAL, conflicts=(figure("$80 billion", "Blog"),)),
            replace(DEAL, figures=(figure("$80 billion", "Blog", settled=True),)),
            News(
                kind="settled",
                sentence="settled: Blog's “$80 billion”: SEC, which keeps the filings, says 100",
            ),
            id="a conflict is settled",
        ),
        pytest.param(
            legs(replace(PAID, amount=Decimal("6.35e9"), as_stated="$6.35b")),
            replace(
                legs(PAID),
                figures=(
                    Figure(
                        as_stated="$6.35b",
                        publisher="The Straits Times",
                        verdict="other_currency",
                        because="S$6.35bn at the ECB rate is US$4.99bn, the 5 now",
                    ),
                ),
            ),
            News(
                kind="corrected",
                sentence=(
                    "sum corrected: $5 billion, was $6.35 billion (Amazon → Anthropic):"
                    " S$6.35bn at the ECB rate is US$4.99bn, the 5 now"
                ),
            ),
            id="a dollar that was another one",
        ),
        pytest.param(
            legs(PAID, replace(OPTION, as_stated="$20 billion")),
            replace(legs(PAID), figures=(figure("$20 billion", "Axios", settled=True),)),
            News(
                kind="corrected",
                sentence=(
                    "no longer counted: up to $20 billion (Amazon → Anthropic):"
                    " SEC, which keeps the filings, says 100"
                ),
            ),
            id="a tranche that a filing does not bear out",
        ),
    ],
)
def test_who_says_so_counts(before: Deal, after: Deal, news: News) -> None:
    """A nearer source corrects, contradicts or settles; one farther away only tells otherwise."""
    assert find_news(before, after) == (news,)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            DEAL,
            replace(DEAL, conflicts=(figure("$80 billion", "Some Blog"),)),
            id="a figure of nobody we know",
        ),
        pytest.param(
            replace(DEAL, conflicts=(figure("$80 billion", "Reuters"),)),
            replace(DEAL, conflicts=(figure("$80 billion", "Reuters"),)),
            id="a conflict that was told",
        ),
        pytest.param(
            replace(DEAL, conflicts=(figure("$80 billion", "Blog"),)),
            DEAL,
            id="a conflict nobody speaks of any more",
        ),
    ],
)
def test_some_disagreement_is_no_news(before: Deal, after: Deal) -> None:
    """A slip in one more article, or a conflict that was told, wakes nobody."""
    assert find_news(before, after) == ()


def test_a_headline_counts_by_its_publisher() -> None:
    """The address of an aggregator's line says less than the name beside it."""
    google = "https://news.google.com/rss/articles/1"
    source = Source(entry_id=1, title="", publisher="Reuters", url=google, published_at=TOLD)
    deal = replace(DEAL, sources=(source,))

    by_source = find_origin(deal, replace(LEG, source=google))
    by_address = find_origin(DEAL, replace(LEG, source=google))

    assert (by_source.publisher, by_source.rank, by_source.at) == ("Reuters", 2, TOLD)
    assert (by_address.publisher, by_address.rank, by_address.at) == ("Google News", 5, None)


# --- all of it ----------------------------------------------------------------------------------


def test_the_most_important_comes_first() -> None:
    """Whoever reads one line reads that it is off."""
    after = replace(
        of("cancelled"),
        legs=(replace(LEG, amount=150 * BILLION, term_years=Decimal(10)), PAID),
    )

    news = find_news(DEAL, after)

    assert [one.kind for one in news] == ["ended", "leg", "raised", "known"]
    assert retracts(news)
    assert not retracts(news[1:])


def test_many_changes_are_counted_at_the_end() -> None:
    """A message stays short; what it leaves out, it counts."""
    news = tuple(News(kind="leg", sentence=f"leg {number}") for number in range(9))

    told = render_news(news)

    assert len(told) == MOST_SENTENCES
    assert told[-1] == "and 4 more changes"
    assert render_news(news[:MOST_SENTENCES]) == tuple(f"leg {number}" for number in range(6))


ANY_LEG = st.builds(
    Leg,
    payer=st.sampled_from([None, "Amazon", "Anthropic", "Google"]),
    payee=st.sampled_from([None, "Amazon", "Anthropic", "Google"]),
    kind=st.sampled_from(["commitment", "investment", "lease"]),
    quote=st.just("They said so."),
    tranche=st.sampled_from([None, "now", "option"]),
    amount=st.sampled_from([None, 5 * BILLION, 20 * BILLION, 25 * BILLION]),
    currency=st.just("USD"),
    qualifier=st.sampled_from([None, "exact", "up_to"]),
    power_gw=st.sampled_from([None, Decimal(1), Decimal(5)]),
    term_years=st.sampled_from([None, Decimal(10)]),
    chips=st.sampled_from([None, CHIPS]),
)
ANY_LEGS = st.lists(ANY_LEG, max_size=4)


@settings(max_examples=200, deadline=None)
@given(before=ANY_LEGS, after=ANY_LEGS)
def test_the_order_of_legs_makes_no_difference(before: list[Leg], after: list[Leg]) -> None:
    """The same legs in any order bring the same news in the same order."""
    told = find_news(legs(*before), legs(*after))

    for shuffled in list(permutations(after))[:6]:
        assert find_news(legs(*reversed(before)), legs(*shuffled)) == told
    assert [NEWS_KINDS.index(one.kind) for one in told] == sorted(
        NEWS_KINDS.index(one.kind) for one in told
    )


@settings(max_examples=200, deadline=None)
@given(told=ANY_LEGS)
def test_a_deal_is_no_news_to_itself(told: list[Leg]) -> None:
    """Whatever legs it has, each is laid beside its own like."""
    assert find_news(legs(*told), legs(*told)) == ()


def text(number: int, reading: DealReading, *, hours: int, publisher: str | None) -> Evidence:
    """A text that reports a deal."""
    at = TOLD + timedelta(hours=hours)
    return Evidence(
        entry_id=number,
        title=f"Text {number}",
        reading=reading,
        seen_at=at,
        publisher=publisher,
        url=f"https://news.example/{number}",
        published_at=at,
    )


ANY_READING = st.builds(
    DealReading,
    is_compute_deal=st.just(value=True),
    event=st.sampled_from(["new", "expansion", "rumour"]),
    reasons=st.just(()),
    status=st.sampled_from(["rumour", "talks", "announced", "contracted"]),
    parties=st.just(
        (Party(company="Anthropic", role="buyer"), Party(company="Amazon", role="supplier"))
    ),
    legs=st.lists(ANY_LEG, min_size=1, max_size=3).map(tuple),
)


@settings(max_examples=200, deadline=None)
@given(
    readings=st.lists(ANY_READING, min_size=1, max_size=3),
    again=st.integers(0, 2),
    publisher=st.sampled_from(["Some Blog", "Another Blog", None]),
)
def test_a_report_told_again_is_no_news(
    readings: list[DealReading], again: int, publisher: str | None
) -> None:
    """The deal of some texts, and the same with one of them told once more by somebody else."""
    texts = [
        text(number, reading, hours=number, publisher=f"Blog {number}")
        for number, reading in enumerate(readings)
    ]
    copy = text(99, readings[again % len(readings)], hours=50, publisher=publisher)

    before, after = assemble(texts), assemble([*texts, copy])

    assert find_news(before, after) == ()
