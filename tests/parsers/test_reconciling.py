"""Each source's figure is settled against the deal's legs, with the arithmetic shown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parsers.reconciling import (
    Claim,
    render_leg_short,
    render_short,
    settle,
    settle_power,
    settle_term,
    usd_of,
)
from parsers.types import FigureVerdict, Leg, Qualifier, Tranche

BILLION = Decimal(10) ** 9
DAY = date(2026, 4, 21)


def equity(
    amount: str,
    *,
    qualifier: Qualifier = "exact",
    tranche: Tranche | None = None,
    increment: bool = False,
    currency: str = "USD",
) -> Leg:
    """Amazon invests so many billions in Anthropic."""
    return Leg(
        payer="Amazon",
        payee="Anthropic",
        kind="investment",
        quote="",
        amount=Decimal(amount) * BILLION,
        currency=currency,
        qualifier=qualifier,
        tranche=tranche,
        increment=increment,
        bare_dollar=currency == "USD",
        as_stated=f"{amount}bn",
    )


NOW = equity("5", tranche="now")
OPTION = equity("20", qualifier="up_to", tranche="option", increment=True)
BOUGHT = replace(
    equity("100", qualifier="at_least"), payer="Anthropic", payee="Amazon", kind="commitment"
)
BASE = (BOUGHT, NOW, OPTION)


def settled(leg: Leg, *base: Leg, home: str | None = None) -> tuple[FigureVerdict, str] | None:
    """Verdict and reason for one source's leg."""
    claim = Claim(leg=leg, publisher="A Paper", on=DAY, home_currency=home)
    figure = settle(claim, base or BASE)
    return (figure.verdict, figure.because) if figure else None


def test_a_figure_names_its_source() -> None:
    """What was said, who said it, what it is to the deal, and why."""
    claim = Claim(leg=equity("25", qualifier="up_to"), publisher="Reuters", on=DAY)

    figure = settle(claim, BASE)

    assert figure is not None
    assert (figure.as_stated, figure.publisher) == ("25bn", "Reuters")


@pytest.mark.parametrize(
    ("leg", "home", "expected"),
    [
        pytest.param(equity("5"), None, ("same", "the 5 now"), id="one leg's own"),
        pytest.param(equity("5.05"), None, ("same", "the 5 now"), id="rounded"),
        pytest.param(
            equity("25", qualifier="up_to"), None, ("total_of", "5 now + up to 20 more"), id="total"
        ),
        pytest.param(
            equity("6.35"), "SGD",
            ("other_currency", "S$6.35bn at the ECB rate is US$4.99bn, the 5 now"),
            id="a bare dollar at home in Singapore",
        ),
        pytest.param(
            equity("6.35", currency="SGD"), None,
            ("other_currency", "S$6.35bn at the ECB rate is US$4.99bn, the 5 now"),
            id="Singapore dollars, said so",
        ),
        pytest.param(
            equity("4", tranche="now"), None, ("part_of", "part of the up to 20 more"), id="a part"
        ),
        pytest.param(equity("5"), "SGD", ("same", "the 5 now"), id="US dollars in Singapore"),
        pytest.param(
            equity("6.35"), None, ("outlier", "other sources say 5 now, up to 20 more"),
            id="no home",
        ),
        pytest.param(
            equity("4"), None, ("outlier", "other sources say 5 now, up to 20 more"),
            id="smaller, but not said to be a part",
        ),
        pytest.param(
            equity("50"), None, ("outlier", "ten times the 5 now: a slip of the scale"),
            id="case 31: ten-fold",
        ),
        pytest.param(
            equity("0.02"), None,
            ("outlier", "the up to 20 more is a thousand times as much: a slip of the scale"),
            id="case 31: million for billion",
        ),
        pytest.param(
            equity("6.35", currency="XXX"), None,
            ("outlier", "other sources say 5 now, up to 20 more"), id="no rate",
        ),
    ],
)  # fmt: skip
def test_the_first_relation_that_fits_is_the_verdict(
    leg: Leg, home: str | None, expected: tuple[FigureVerdict, str]
) -> None:
    """Same, total, other currency, part, and only then an outlier."""
    assert settled(leg, home=home) == expected


def test_who_knows_better_supersedes() -> None:
    """A sum that fits in no way is not laid against one from nearer the deal."""
    claim = Claim(
        leg=equity("7"), publisher="A Blog", on=DAY, superseded_by="SEC, which keeps the filings,"
    )

    figure = settle(claim, BASE)

    assert figure is not None
    assert (figure.verdict, figure.because) == (
        "superseded",
        "SEC, which keeps the filings, says 5 now, up to 20 more",
    )


RATE = replace(BOUGHT, amount=30 * BILLION, qualifier="exact", per="year", as_stated="$30bn a year")
WHOLE = replace(RATE, amount=150 * BILLION, per=None, as_stated="$150bn")
FIVE = Decimal(5)


@pytest.mark.parametrize(
    ("leg", "base", "expected"),
    [
        pytest.param(
            replace(RATE, term_years=FIVE), WHOLE,
            ("part_of", "30 a year x 5 years = 150"), id="a rate of the whole",
        ),
        pytest.param(
            WHOLE, replace(RATE, term_years=FIVE),
            ("total_of", "30 a year x 5 years = 150"), id="the whole of a rate",
        ),
        pytest.param(
            replace(RATE, amount=Decimal("2.5") * BILLION, per="month"),
            replace(WHOLE, term_years=FIVE),
            ("part_of", "2.5 a month x 5 years = 150"), id="each month, the length from the other",
        ),
        pytest.param(
            replace(RATE, term_years=FIVE), replace(WHOLE, amount=300 * BILLION),
            ("outlier", "30 a year x 5 years = 150, not 300"), id="case 35: another whole",
        ),
        pytest.param(
            RATE, WHOLE, ("part_of", "30 a year; the 150 is for the whole length"),
            id="no length told",
        ),
        pytest.param(RATE, RATE, ("same", "the 30"), id="the same rate"),
        pytest.param(
            replace(RATE, currency="EUR"), replace(WHOLE, currency="GBP"),
            ("outlier", "other sources say 150"), id="other currencies",
        ),
    ],
)  # fmt: skip
def test_a_rate_is_laid_beside_the_whole_price(
    leg: Leg, base: Leg, expected: tuple[FigureVerdict, str]
) -> None:
    """Case 35: payments a year times the years, with the arithmetic shown."""
    assert settled(leg, base) == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        pytest.param(None, None, id="none told"),
        pytest.param("10", None, id="the same"),
        pytest.param("7", "other sources say 10 years", id="another"),
        pytest.param(
            "25", "25 is a sum in billions, no length; other sources say 10 years",
            id="case 32: a number turned into a length",
        ),
    ],
)  # fmt: skip
def test_another_length_is_a_conflict(years: str | None, expected: str | None) -> None:
    """A length no other source tells is no length of this deal."""
    base = (replace(BOUGHT, term_years=Decimal(10)), NOW, OPTION)
    told = replace(BOUGHT, term_years=Decimal(years) if years else None)

    figure = settle_term(Claim(leg=told, publisher="A Blog", on=DAY), base)

    assert (figure.because if figure else None) == expected


@pytest.mark.parametrize(
    ("gigawatts", "expected"),
    [
        pytest.param(None, None, id="none told"),
        pytest.param("5", None, id="the same"),
        pytest.param("1", None, id="less may be a part"),
        pytest.param("7", "other sources say 5 GW", id="more"),
        pytest.param(
            "50", "ten times as much: a slip of the scale; other sources say 5 GW",
            id="a slip",
        ),
    ],
)  # fmt: skip
def test_more_power_than_the_deal_has_is_a_conflict(
    gigawatts: str | None, expected: str | None
) -> None:
    """Less of it may be a phase or a site."""
    told = replace(BOUGHT, power_gw=Decimal(gigawatts) if gigawatts else None)

    figure = settle_power(
        Claim(leg=told, publisher="A Blog", on=DAY), [replace(BOUGHT, power_gw=FIVE)]
    )

    assert (figure.because if figure else None) == expected


def test_payer_and_payee_mixed_up_is_a_conflict() -> None:
    """The right sum the wrong way round is no second commitment."""
    turned = replace(BOUGHT, payer="Amazon", payee="Anthropic")

    assert settled(turned) == ("outlier", "payer and payee reversed: Anthropic pays Amazon")


@pytest.mark.parametrize(
    "leg",
    [
        pytest.param(replace(NOW, amount=None), id="no sum"),
        pytest.param(replace(NOW, as_stated=None), id="no words for it"),
        pytest.param(replace(NOW, payer="Google", payee="Mistral"), id="other sides"),
        pytest.param(
            replace(equity("7"), payer="Anthropic", payee="Amazon"), id="a direction not told"
        ),
    ],
)
def test_what_cannot_be_compared_has_no_verdict(leg: Leg) -> None:
    """A leg nobody told before is news, not a conflict."""
    assert settled(leg) is None


def test_a_side_left_open_is_no_difference() -> None:
    """What Anthropic "will get", nobody says from whom, is about the same money."""
    assert settled(replace(NOW, payer=None)) == ("same", "the 5 now")
    assert settled(replace(NOW, payer=None, payee=None)) == ("same", "the 5 now")


def test_equity_and_purchases_never_meet() -> None:
    """A sum of the same size and direction for another purpose is not the same sum."""
    paid = replace(NOW, kind="commitment", payee="Anthropic")

    assert settled(paid, NOW) is None


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        pytest.param("17.4", "same", id="low end"),
        pytest.param("19.4", "same", id="high end"),
        pytest.param("18.4", "outlier", id="between: neither end"),
    ],
)
def test_either_end_of_a_range_is_the_range(amount: str, expected: FigureVerdict) -> None:
    """A source that gives one end of "17.4 to 19.4" agrees."""
    ranged = replace(equity("17.4", qualifier="range"), amount_high=Decimal("19.4") * BILLION)

    verdict = settled(equity(amount), ranged)

    assert verdict is not None
    assert verdict[0] == expected


def test_legs_in_other_currencies_are_not_added_up() -> None:
    """A total has parts in its own currency."""
    verdict = settled(equity("25"), NOW, equity("20", currency="EUR"))

    assert verdict is not None
    assert verdict[0] == "outlier"


# --- words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("5e9", None, "5"),
        ("5e9", "USD", "US$5bn"),
        ("6.35e9", "SGD", "S$6.35bn"),
        ("4.9942e9", "USD", "US$4.99bn"),
        ("1.5e12", "USD", "US$1.5tn"),
        ("1.5e12", None, "1.5tn"),
        ("7.5e8", "EUR", "€750m"),
        ("7.5e8", None, "750m"),
        ("1e10", "CHF", "CHF 10bn"),
        ("900", "USD", "US$900"),
        ("900", None, "900"),
        ("1e11", None, "100"),
    ],
)
def test_sums_are_short(amount: str, currency: str | None, words: str) -> None:
    """Billions unless larger or smaller, the currency in front, no empty decimals."""
    assert render_short(Decimal(amount), currency) == words


@pytest.mark.parametrize(
    ("leg", "words"),
    [
        (NOW, "5 now"),
        (OPTION, "up to 20 more"),
        (BOUGHT, "at least 100"),
        (equity("9", qualifier="approx"), "about 9"),
        (equity("9"), "9"),
        (replace(NOW, amount=None), ""),
    ],
)
def test_a_leg_in_a_word_or_two(leg: Leg, words: str) -> None:
    """The qualifier and the tranche are kept beside the number."""
    assert render_leg_short(leg) == words


@pytest.mark.parametrize(
    ("leg", "usd"),
    [
        pytest.param(NOW, Decimal(5) * BILLION, id="dollars"),
        pytest.param(replace(NOW, currency="XXX"), None, id="no rate"),
        pytest.param(replace(NOW, currency=None), None, id="no currency"),
        pytest.param(replace(NOW, amount=None), None, id="no sum"),
    ],
)
def test_a_sum_in_dollars_or_none(leg: Leg, usd: Decimal | None) -> None:
    """Never guessed: what cannot be converted is absent."""
    assert usd_of(leg, DAY) == usd
