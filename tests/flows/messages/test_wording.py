"""How a deal's figures, legs and first line read."""

from dataclasses import replace
from decimal import Decimal

import pytest

from flows.wording import (
    leg_row,
    main_leg,
    render_chips,
    render_count,
    render_first_line,
    render_leg,
    render_money,
    render_power,
    render_term,
)
from parsers.types import Chips, Deal, Leg, LegKind, Qualifier
from tests.told import COMMITMENT, NOW, OPTION, SEED


def leg(kind: LegKind = "purchase", **facts: object) -> Leg:
    """A leg with these facts alone."""
    return replace(Leg(payer="A", payee="B", kind=kind, quote="q"), **facts)  # type: ignore[arg-type]  # any field


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


@pytest.mark.parametrize(
    ("one", "row"),
    [
        pytest.param(
            COMMITMENT,
            ("Anthropic → Amazon", "commitment", "more than $100 billion", "up to 5 GW · 10 years"),
            id="all",
        ),
        pytest.param(
            OPTION,
            ("Amazon → Anthropic", "investment", "up to $20 billion more", "as an option"),
            id="option",
        ),
        pytest.param(
            leg("other", payer=None), ("an unnamed company → B", "other", "", ""), id="bare"
        ),
    ],
)
def test_a_leg_is_a_row(one: Leg, row: tuple[str, ...]) -> None:
    """As cells it tells the same as in a line."""
    assert leg_row(one) == row


def test_a_number_comes_with_its_noun() -> None:
    """One is one, and odd plurals are given."""
    told = [render_count(1, "deal"), render_count(0, "deal"), render_count(2, "entry", "entries")]

    assert told == ["1 deal", "0 deals", "2 entries"]


@pytest.mark.parametrize("text", ["", "   \n", "\u200b\u202e"])
def test_a_name_that_shows_nothing_is_unnamed(text: str) -> None:
    """An invisible company name is no name."""
    assert render_leg(leg(payer=text, payee=text)).startswith(
        "an unnamed buyer → an unnamed company:"
    )
