"""Legs: who pays whom, for what, when, and which sums are no price at all."""

from dataclasses import replace
from decimal import Decimal

import pytest

from parsers.chips import find_chips
from parsers.frames.finding import find_frames
from parsers.legs import find_legs, is_close, merge_restated
from parsers.money import find_money
from parsers.power import find_power
from parsers.statements import MoneyUse, Statement, find_money_use, has_facts
from parsers.term import find_terms
from parsers.types import Chips, Leg, LegKind, Mention, Party, Role, Tranche

BILLION = Decimal(10) ** 9
NAMES = ("OpenAI", "Oracle", "Nvidia", "Blackstone", "Crusoe", "Microsoft")


def state(text: str, *, start: int = 0) -> Statement:
    """A sentence with everything that stands in it, `start` characters into its text."""
    whole = " " * start + text
    mentions = tuple(
        Mention(company=name, text=name, kind="name", start=place, end=place + len(name))
        for name in NAMES
        if (place := text.find(name)) >= 0
    )
    return Statement(
        text=text,
        start=start,
        frames=find_frames(text, mentions),
        mentions=mentions,
        money=find_money(whole),
        powers=find_power(whole),
        chips=find_chips(whole),
        terms=find_terms(whole),
    )


def parties(*roles: tuple[str, Role]) -> tuple[Party, ...]:
    """Companies with their roles."""
    return tuple(Party(company=company, role=role) for company, role in roles)


TRADE = parties(("OpenAI", "buyer"), ("Oracle", "supplier"))
STAKE = parties(("Nvidia", "investor"), ("OpenAI", "investee"))
EQUITY = (*STAKE, *parties(("Nvidia", "supplier"), ("OpenAI", "buyer")))


def leg_of(text: str, told: tuple[Party, ...] = TRADE) -> Leg:
    """The one leg of a sentence."""
    (leg,) = find_legs([state(text)], told)
    return leg


# --- what a sum is ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "use"),
    [
        pytest.param("OpenAI pays $10 billion", "deal", id="price"),
        pytest.param("a contract worth $10 billion", "deal", id="a contract's worth"),
        pytest.param("a startup valued in full at $10 billion", "valuation", id="valued"),
        pytest.param("a lease valued in full at $10 billion", "deal", id="a lease is priced so"),
        pytest.param("signs a deal valued at about $10 billion", "deal", id="a deal valued"),
        pytest.param("leases a hall to Meta in a pact valued at $10 billion", "deal", id="a pact"),
        pytest.param("valuing the contract at $10 billion", "deal", id="valuing the contract"),
        pytest.param("a deal with a startup valued at $10 billion", "valuation", id="a side's"),
        pytest.param("an order from a lab valued at $10 billion", "valuation", id="a lab valued"),
        pytest.param("valuing the company at $10 billion", "valuation", id="valuing the company"),
        pytest.param("at a $10 billion valuation", "valuation", id="valuation after"),
        pytest.param("a valuation of about $10 billion", "valuation", id="valuation before"),
        pytest.param("OpenAI, now worth $10 billion, signs", "valuation", id="a firm's worth"),
        pytest.param("a startup worth $10 billion signs", "valuation", id="a startup's worth"),
        pytest.param("revenue of $10 billion", "other", id="revenue"),
        pytest.param("a run-rate of $10 billion", "other", id="run rate"),
        pytest.param("capex of $10 billion", "other", id="capex"),
        pytest.param("a backlog of $10 billion", "other", id="backlog"),
        pytest.param("$10 billion in annual revenue", "other", id="revenue after"),
        pytest.param("$10 billion in capital expenditure", "other", id="capex after"),
        pytest.param("a $10 billion funding round", "other", id="round after"),
        pytest.param("OpenAI raised $10 billion", "other", id="raised"),
        pytest.param("grows by $6.5bn to $10 billion", "total", id="delta and total, decimals"),
        pytest.param("grows by $6bn to $10 billion", "total", id="delta and total"),
        pytest.param("brings the contract to $10 billion", "total", id="brings to"),
        pytest.param("In 2024 Oracle invested $10 billion", "other", id="years ago"),
        pytest.param("Back in March 2023, it paid $10 billion", "other", id="back then"),
        pytest.param("which already committed $10 billion", "other", id="already"),
        pytest.param("In 2027 OpenAI will pay $10 billion", "deal", id="years ahead"),
        pytest.param(
            "The lease will generate about $10 billion in revenue", "deal", id="a lease's revenue"
        ),
        pytest.param("representing $10 billion of contracted revenue", "deal", id="contracted"),
        pytest.param("talks on a deal after its $10 billion investment", "other", id="before it"),
        pytest.param("part of the $10 billion Stargate project", "other", id="a programme's size"),
    ],
)
def test_only_a_price_is_a_price(text: str, use: MoneyUse) -> None:
    """Valuations, revenues, stocks of orders and running totals are not what this deal costs."""
    statement = state(text, start=7)

    assert find_money_use(statement, statement.money[-1]) == use


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("It costs $5 billion.", True),
        ("It takes 2 GW.", True),
        ("It runs for seven years.", True),
        ("It brings 4,000 GPUs.", True),
        ("Revenue of $5 billion.", False),
        ("It is large.", False),
    ],
)
def test_a_sentence_has_facts_or_not(text: str, *, has: bool) -> None:
    """Figures of the deal count; figures of something else do not."""
    assert has_facts(state(text)) is has


# --- who pays whom, for what --------------------------------------------------------------------


def test_a_leg_carries_every_fact_and_its_proof() -> None:
    """One sentence, one leg, whole: sides, sum with qualifier, power, term, and the words."""
    text = "OpenAI will rent up to 2 GW from Oracle for more than $30 billion over seven years."

    assert leg_of(text) == Leg(
        payer="OpenAI",
        payee="Oracle",
        kind="lease",
        quote=text,
        amount=30 * BILLION,
        currency="USD",
        qualifier="at_least",
        bare_dollar=True,
        as_stated="$30 billion",
        power_gw=Decimal(2),
        power_qualifier="up_to",
        term_years=Decimal(7),
    )


@pytest.mark.parametrize(
    ("text", "told", "kind", "sides"),
    [
        pytest.param(
            "OpenAI commits $9bn to Oracle", TRADE, "commitment", ("OpenAI", "Oracle"), id="commit"
        ),
        pytest.param(
            "OpenAI buys 5,000 GPUs from Oracle for $9bn", TRADE, "purchase", ("OpenAI", "Oracle"),
            id="chips bought",
        ),
        pytest.param(
            "Oracle leases a hall to OpenAI for $9bn", TRADE, "lease", ("OpenAI", "Oracle"),
            id="leased to",
        ),
        pytest.param(
            "Nvidia invests $9bn in OpenAI", STAKE, "investment", ("Nvidia", "OpenAI"), id="equity"
        ),
        pytest.param(
            "Its $9bn investment in OpenAI", STAKE, "investment", ("Nvidia", "OpenAI"), id="noun"
        ),
        pytest.param(
            "Blackstone lends OpenAI $9bn",
            parties(("Blackstone", "financier"), ("OpenAI", "buyer")),
            "financing", ("Blackstone", "OpenAI"), id="debt",
        ),
        pytest.param(
            "Nvidia backstops $9bn of rent for OpenAI",
            parties(("Nvidia", "financier"), ("OpenAI", "buyer"), ("Oracle", "supplier")),
            "guarantee", ("Nvidia", "OpenAI"), id="guarantee",
        ),
        pytest.param(
            "Crusoe builds a $9bn campus for OpenAI",
            parties(("Crusoe", "developer"), ("OpenAI", "buyer")),
            "other", ("OpenAI", "Crusoe"), id="building",
        ),
        pytest.param("It costs $9bn", TRADE, "commitment", ("OpenAI", "Oracle"), id="no verb"),
        pytest.param(
            "A tenant pays $9bn", parties(("Oracle", "supplier")), "lease", (None, "Oracle"),
            id="an unnamed payer",
        ),
    ],
)  # fmt: skip
def test_money_flows_from_payer_to_payee(
    text: str, told: tuple[Party, ...], kind: LegKind, sides: tuple[str | None, str]
) -> None:
    """The verb names the kind, its sides or the parties' roles the direction."""
    leg = leg_of(text, told)

    assert (leg.kind, (leg.payer, leg.payee)) == (kind, sides)
    assert leg.amount == 9 * BILLION


def test_money_that_comes_back_is_two_legs() -> None:
    """What a supplier invests and what its customer spends are told apart, never netted."""
    text = "Nvidia will invest $5bn in OpenAI. OpenAI will spend $30bn on Nvidia systems."
    first, second = (state(part) for part in text.split(". "))

    legs = find_legs([first, second], EQUITY)

    assert [(leg.payer, leg.payee, leg.kind) for leg in legs] == [
        ("Nvidia", "OpenAI", "investment"),
        ("OpenAI", "Nvidia", "commitment"),
    ]


# --- tranches and increments --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tranches"),
    [
        pytest.param("Nvidia invests $5 billion now", ["now"], id="now"),
        pytest.param("Nvidia invests $5 billion up front", ["now"], id="up front"),
        pytest.param("Nvidia invests $5 billion in cash immediately", ["now"], id="cash"),
        pytest.param(
            "Nvidia invests $5 billion now, with the option for up to $20 billion more",
            ["now", "option"],
            id="now and option",
        ),
        pytest.param(
            "Nvidia invests $5 billion today and potentially another $9 billion",
            ["now", "option"],
            id="potentially",
        ),
        pytest.param(
            "Nvidia invests $5 billion today, the rest of $9 billion as milestones are met",
            ["now", "milestone"],
            id="rest by milestones",
        ),
        pytest.param(
            "Nvidia invests $5 billion as each gigawatt runs", ["milestone"], id="each gigawatt"
        ),
        pytest.param("Nvidia invests $5 billion", [None], id="not told"),
    ],
)
def test_a_sum_says_when_it_is_due(text: str, tranches: list[Tranche | None]) -> None:
    """What is paid now, may be paid later, or hangs on a milestone are legs of their own."""
    equity = [leg for leg in find_legs([state(text)], EQUITY) if leg.kind == "investment"]

    assert [leg.tranche for leg in equity] == tranches


@pytest.mark.parametrize(
    ("text", "increment"),
    [
        ("OpenAI pays Oracle another $5 billion", True),
        ("OpenAI pays Oracle an additional $5 billion", True),
        ("OpenAI pays Oracle $5 billion more", True),
        ("OpenAI pays Oracle $5 billion", False),
    ],
)
def test_more_is_an_increment(text: str, *, increment: bool) -> None:
    """Another sum adds to something not told here: the total stays unknown."""
    assert leg_of(text).increment is increment


@pytest.mark.parametrize(
    ("sum_told", "as_stated"),
    [
        ("up to $25 billion", "$25 billion"),
        ("another $6.35b", "$6.35b"),
        ("S$6.35 billion", "S$6.35 billion"),
        ("$40+ billion", "$40+ billion"),
        ("$17.4 billion to $19.4 billion", "$17.4 billion to $19.4 billion"),
        ("$125-145bn", "$125-145bn"),
        ("Rs 8,000 crore", "Rs 8,000 crore"),
        ("38.000 millones de dólares", "38.000 millones"),
        ("5 Milliarden Euro", "5 Milliarden"),
        ("1조 원", "1조"),
        ("two and a half billion dollars", "two and a half billion dollars"),
    ],
)
def test_a_figure_is_quoted_as_printed(sum_told: str, as_stated: str) -> None:
    """Number, currency and scale stay together in any language; qualifiers are told apart."""
    assert leg_of(f"OpenAI pays Oracle {sum_told}").as_stated == as_stated


# --- told twice ---------------------------------------------------------------------------------

HUNDRED = Leg(
    payer="OpenAI",
    payee="Oracle",
    kind="commitment",
    quote="first",
    amount=100 * BILLION,
    currency="USD",
    qualifier="at_least",
    as_stated="$100 billion",
)


@pytest.mark.parametrize(
    ("first", "second", "qualifier"),
    [
        pytest.param("at_least", "exact", "at_least", id="careful first"),
        pytest.param("at_least", "up_to", "at_least", id="both careful"),
    ],
)
def test_the_careful_qualifier_is_kept(first: str, second: str, qualifier: str) -> None:
    """A careful "more than $100 billion" is not made exact by a second, looser telling."""
    texts = {"at_least": "over $100 billion", "exact": "$100 billion", "up_to": "up to $100bn"}

    legs = find_legs([state(f"OpenAI pays Oracle {texts[one]}") for one in (first, second)], TRADE)

    assert [leg.qualifier for leg in legs] == [qualifier]


def test_every_further_fact_is_kept() -> None:
    """A leg told twice has what either telling adds."""
    second = replace(
        HUNDRED,
        quote="second",
        qualifier="exact",
        power_gw=Decimal(5),
        power_qualifier="up_to",
        term_years=Decimal(10),
    )

    merged = merge_restated(HUNDRED, second)

    assert merged == replace(
        HUNDRED,
        quote="first […] second",
        power_gw=Decimal(5),
        power_qualifier="up_to",
        term_years=Decimal(10),
    )


def test_a_price_told_later_is_taken() -> None:
    """A leg first told without a sum gets the sum of its second telling."""
    bare = Leg(payer="OpenAI", payee="Oracle", kind="commitment", quote="first")

    merged = merge_restated(bare, replace(HUNDRED, qualifier="exact"))

    assert (merged.amount, merged.currency, merged.quote) == (100 * BILLION, "USD", "first")


@pytest.mark.parametrize(
    ("title", "lead", "chips"),
    [
        pytest.param("OpenAI rents TPUs", "It takes 90,000 TPUs.", (90_000, "TPU"), id="count"),
        pytest.param(
            "OpenAI rents 5,000 TPUs", "Once it had 90,000 TPUs.", (5_000, "TPU"), id="first count"
        ),
        pytest.param(
            "OpenAI rents GB300s", "It has 90,000 H100 GPUs.", (None, "Nvidia GB300"), id="other"
        ),
    ],
)
def test_a_count_adds_to_a_model(title: str, lead: str, chips: tuple[int | None, str]) -> None:
    """The first chips named stand; their count may come later, another model's may not."""
    (leg,) = find_legs([state(title), state(lead)], TRADE)

    assert isinstance(leg.chips, Chips)
    assert (leg.chips.count, leg.chips.model) == chips


def test_different_sums_are_different_legs() -> None:
    """Same sides and another sum: two commitments."""
    legs = find_legs([state("OpenAI pays $5bn"), state("OpenAI pays $9bn")], TRADE)

    assert [leg.amount for leg in legs] == [5 * BILLION, 9 * BILLION]


RATE = replace(HUNDRED, amount=10 * BILLION, as_stated="$10 billion", per="year")


@pytest.mark.parametrize(
    ("texts", "legs"),
    [
        pytest.param(["OpenAI pays $10bn a year"], [(10, "year")], id="a rate"),
        pytest.param(
            ["OpenAI pays $10bn a year", "In all, OpenAI pays $50bn"],
            [(50, None)],
            id="rate, total",
        ),
        pytest.param(
            ["OpenAI pays $50bn", "OpenAI pays $10bn a year"], [(50, None)], id="total, rate"
        ),
        pytest.param(
            ["OpenAI pays $10bn a year", "OpenAI pays $1bn a month"],
            [(10, "year"), (1, "month")],
            id="two rates",
        ),
    ],
)
def test_a_rate_is_no_total(texts: list[str], legs: list[tuple[int, str | None]]) -> None:
    """A rate is told as one; where the whole price is told too, that is the leg."""
    found = find_legs([state(text) for text in texts], TRADE)

    assert [(leg.amount, leg.per) for leg in found] == [
        (amount * BILLION, per) for amount, per in legs
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(RATE, HUNDRED, HUNDRED, id="rate first"),
        pytest.param(HUNDRED, RATE, HUNDRED, id="total first"),
        pytest.param(RATE, RATE, RATE, id="rate twice"),
    ],
)
def test_the_whole_price_says_more_than_a_rate(first: Leg, second: Leg, expected: Leg) -> None:
    """Told both ways, the total is kept with its own words."""
    merged = merge_restated(first, second)

    assert (merged.amount, merged.per, merged.as_stated) == (
        expected.amount,
        expected.per,
        expected.as_stated,
    )


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        pytest.param("OpenAI pays $15bn: $10bn for chips and $5bn for halls", [10, 5], id="two"),
        pytest.param("OpenAI pays $15bn: $9bn, $4bn and $2bn", [9, 4, 2], id="three"),
        pytest.param("OpenAI pays $15bn, then $10bn and $4bn", [15, 10, 4], id="no sum"),
    ],
)
def test_a_total_and_its_parts_count_once(text: str, amounts: list[int]) -> None:
    """Case 18: what the other legs of its kind come to is no leg beside them."""
    legs = find_legs([state(text)], TRADE)

    assert [leg.amount for leg in legs] == [amount * BILLION for amount in amounts]


# --- without a price ----------------------------------------------------------------------------


def test_a_deal_without_a_price_has_one_leg() -> None:
    """Its power and term have a place, and its direction is known."""
    statements = [state("OpenAI leases halls from Oracle"), state("They hold 2 GW for ten years.")]

    (leg,) = find_legs(statements, TRADE)

    assert (leg.payer, leg.payee, leg.kind, leg.amount) == ("OpenAI", "Oracle", "lease", None)
    assert (leg.power_gw, leg.term_years) == (Decimal(2), Decimal(10))
    assert leg.quote == "OpenAI leases halls from Oracle […] They hold 2 GW for ten years."


def test_power_beside_equity_belongs_to_what_is_bought() -> None:
    """An investment takes no gigawatts: they go to a leg of their own, before it."""
    legs = find_legs([state("Nvidia invests $9bn in OpenAI for 10 GW")], EQUITY)

    assert [(leg.kind, leg.payer, leg.power_gw) for leg in legs] == [
        ("commitment", "OpenAI", Decimal(10)),
        ("investment", "Nvidia", None),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("OpenAI signs with Oracle", (), id="nobody takes part"),
        pytest.param("It takes 2 GW.", TRADE, id="no sentence tells the deal"),
    ],
)
def test_no_sides_or_no_words_make_no_leg(text: str, told: tuple[Party, ...]) -> None:
    """A leg needs a side and a sentence that proves it."""
    assert find_legs([state(text)], told) == ()


@pytest.mark.parametrize(
    ("one", "two", "within", "expected"),
    [
        (100, 101, "0.01", True),
        (100, 103, "0.01", False),
        (100, 102, "0.02", True),
        (0, 0, "0.01", True),
        (0, 1, "0.01", False),
        (-100, -101, "0.01", True),
    ],
)
def test_close_is_relative(one: int, two: int, within: str, *, expected: bool) -> None:
    """Rounding is judged by the larger of two amounts, in either order."""
    assert is_close(Decimal(one), Decimal(two), within=Decimal(within)) is expected
    assert is_close(Decimal(two), Decimal(one), within=Decimal(within)) is expected
