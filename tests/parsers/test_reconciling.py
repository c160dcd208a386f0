"""Each source's figure is settled against the deal's legs, with the arithmetic shown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parsers.reconciling import Claim, render_leg_short, render_short, settle, usd_of
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
            equity("50"), None, ("outlier", "other sources say 5 now, up to 20 more"), id="ten-fold"
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
