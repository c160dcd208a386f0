"""One deal however it is worded; two deals however alike they sound."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.deals import assemble
from parsers.grouping import group, name_deal
from parsers.types import Evidence, Leg, Role
from tests.texts import ids, leg, told, told_texts

ALONE: tuple[tuple[str, Role], ...] = (("Galaxy", "supplier"),)
EQUITY = leg("5", "investment", sides=("Amazon", "Anthropic"))
EQUITY_IN_ALL = Decimal(25 * 10**9)
DEAL = told(leg("100", gigawatts="5"), EQUITY)
HOSTED = told(leg("3", sides=(None, "Galaxy"), gigawatts="0.2"), roles=ALONE)


def numbered(*texts: Evidence) -> tuple[Evidence, ...]:
    """Texts as entries of their own."""
    return tuple(replace(text, entry_id=number) for number, text in enumerate(texts))


def grouped(*texts: Evidence, dated: bool = True) -> list[list[int]]:
    """Which of the texts are one deal, by their places."""
    groups = group(numbered(*texts), at=(lambda one: one.published_at if dated else None))
    return sorted(sorted(text.entry_id for text in some) for some in groups)


def is_one_deal(*texts: Evidence, dated: bool = True) -> bool:
    """Whether all texts are one deal."""
    return len(grouped(*texts, dated=dated)) == 1


@pytest.mark.parametrize(
    ("evidence", "joins"),
    [
        pytest.param(told(leg("100")), True, id="same pair, same sum"),
        pytest.param(told(leg("101"), days=60), True, id="same sum, rounded, months later"),
        pytest.param(told(leg(None, gigawatts="5"), days=60), True, id="same power"),
        pytest.param(told(leg(None), days=60), True, id="same pair, no figures"),
        pytest.param(told(days=60), True, id="same pair, no legs"),
        pytest.param(
            told(
                leg("6.35", "investment", sides=("Amazon", "Anthropic"), bare_dollar=True),
                publisher="The Straits Times",
            ),
            True,
            id="a plain dollar from Singapore",
        ),
        pytest.param(
            told(
                leg("6.35", "investment", sides=("Amazon", "Anthropic"), bare_dollar=True),
                publisher="The Straits Times",
                event="expansion",
            ),
            True,
            id="the same, told as another sum",
        ),
        pytest.param(told(leg("40"), days=5), True, id="other sum, same days: a conflict"),
        pytest.param(told(leg("40"), days=30), False, id="other sum, another month"),
        pytest.param(told(leg("40"), days=1, event="expansion"), False, id="expansion, own sum"),
        pytest.param(
            told(leg(None, gigawatts="1"), days=1, event="expansion"), False, id="own power"
        ),
        pytest.param(
            told(leg("100"), days=5, event="expansion"), True, id="told as an expansion, same sum"
        ),
        pytest.param(
            told(
                leg("100", sides=("OpenAI", "Amazon")),
                roles=(("OpenAI", "buyer"), ("Amazon", "supplier")),
            ),
            False,
            id="one side in common, same sum",
        ),
        pytest.param(
            told(leg("100"), roles=(("Anthropic", "buyer"),)), True, id="one side, the very sum"
        ),
        pytest.param(told(roles=(("Anthropic", "buyer"),)), False, id="one side, no figure"),
        pytest.param(
            told(leg("40"), roles=(("Anthropic", "buyer"),)), False, id="one side, other sum"
        ),
        pytest.param(told(leg("100"), roles=(("Meta", "buyer"),)), False, id="no side"),
        pytest.param(told(leg("100"), days=200), False, id="200 days later"),
        pytest.param(told(leg("100"), days=-200), False, id="200 days before"),
        pytest.param(told(leg("100"), days=120), True, id="120 days later"),
        pytest.param(told(leg("100"), days=121), False, id="121 days later"),
    ],
)
def test_facts_decide_what_is_one_deal(evidence: Evidence, *, joins: bool) -> None:
    """Sides, figures and time count; words do not."""
    assert is_one_deal(DEAL, evidence) is joins


@pytest.mark.parametrize(
    ("evidence", "joins"),
    [
        pytest.param(
            told(leg("3", sides=("CoreWeave", "Galaxy")), roles=(*ALONE, ("CoreWeave", "buyer"))),
            True,
            id="its tenant is named later, same sum",
        ),
        pytest.param(
            told(leg("9", sides=("Meta", "Galaxy")), roles=(*ALONE, ("Meta", "buyer"))),
            False,
            id="another tenant, another sum",
        ),
        pytest.param(told(roles=ALONE), False, id="no figure"),
    ],
)
def test_a_deal_with_an_unnamed_side_joins_by_its_figure(
    evidence: Evidence, *, joins: bool
) -> None:
    """A host's unnamed tenant is found again by the sum or the power alone."""
    assert is_one_deal(HOSTED, evidence) is joins


@pytest.mark.parametrize(
    ("one", "two", "joins"),
    [
        pytest.param(leg("30"), leg("29"), True, id="rounded to its first digit"),
        pytest.param(leg("25"), leg("24"), False, id="two figures of two digits"),
        pytest.param(leg("5", per="year"), leg("15", per="year"), False, id="other rates"),
        pytest.param(leg("1", per="month"), leg("12", per="year"), True, id="a rate in two ways"),
        pytest.param(leg("30", per="year", years="5"), leg("150"), True, id="a rate over its term"),
        pytest.param(leg("30", per="year", years="5"), leg("300"), False, id="another total"),
        pytest.param(leg("1", per="year"), leg("7"), True, id="a rate of unknown length"),
        pytest.param(leg("1", per="year"), leg("50"), False, id="a rate no length explains"),
        pytest.param(leg("40"), leg("10"), False, id="another sum"),
        pytest.param(leg("10", years="5"), leg("40", years="5"), False, id="the length alone"),
        pytest.param(leg("10", gigawatts="1"), leg(None, gigawatts="1"), True, id="the power"),
        pytest.param(leg("10", gigawatts="1"), leg(None, gigawatts="2"), False, id="other power"),
        pytest.param(leg("10"), leg(None), True, id="one without figures"),
        pytest.param(EQUITY, leg("100"), True, id="equity and a price"),
    ],
)
def test_without_a_day_figures_decide_alone(one: Leg, two: Leg, *, joins: bool) -> None:
    """What differs is another deal where no date tells that it is the same news."""
    assert is_one_deal(told(one), told(two), dated=False) is joins


# --- of several deals ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "joins"), [pytest.param(1, True, id="same days"), pytest.param(30, False, id="later")]
)
def test_a_part_of_a_ceiling_is_on_the_same_deal(days: int, *, joins: bool) -> None:
    """Another 5 beside up to 25 is some of it in the news of those days, a deal later."""
    whole = replace(EQUITY, amount=EQUITY_IN_ALL, qualifier="up_to")
    part = replace(EQUITY, increment=True)

    assert is_one_deal(told(whole), told(part, days=days, event="expansion")) is joins


def test_a_text_without_a_figure_joins_the_deal_of_its_days() -> None:
    """Two deals of one pair: what tells neither sum belongs to the nearer."""
    first, second, late = told(leg("10")), told(leg("40"), days=60), told(days=70)

    assert grouped(first, second, late) == [[0], [1, 2]]


def test_a_text_without_a_day_joins_the_deal_told_most() -> None:
    """Where nothing else tells, the larger deal is the likelier."""
    texts = (told(leg("10")), told(leg("40")), told(leg("40")), told())

    assert grouped(*texts, dated=False) == [[0], [1, 2, 3]]


def test_a_text_without_a_day_ties_no_deals_of_other_years() -> None:
    """It joins one of them, though its sum is that of both."""
    texts = numbered(told(leg("100")), told(leg("100"), days=500), told(leg("100"), days=900))

    groups = group(texts, at=lambda one: one.published_at if one.entry_id < 2 else None)

    assert sorted(map(len, groups)) == [1, 2]


def test_a_text_never_ties_two_deals_together() -> None:
    """A text that fits two deals joins one of them; they stay two."""
    texts = (told(leg("10")), told(leg("40"), days=60), told(leg(None, gigawatts="1"), days=30))

    assert len(grouped(*texts)) == 2


def test_a_text_with_the_whole_ties_its_parts() -> None:
    """What seemed two deals is one as soon as a text tells both figures."""
    price, equity = told(leg("100")), told(EQUITY, days=40)

    assert grouped(price, equity) == [[0], [1]]
    assert grouped(price, equity, told(leg("100"), EQUITY, days=20)) == [[0, 1, 2]]


# --- in whatever order --------------------------------------------------------------------------


@given(data=st.data())
def test_the_order_of_arrival_changes_nothing(data: st.DataObject) -> None:
    """The same texts in any order make the same deals."""
    texts = data.draw(told_texts())
    shuffled = data.draw(st.permutations(texts))

    assert ids(group(shuffled)) == ids(group(texts))


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("companies", "name"),
    [
        pytest.param(("Amazon", "Anthropic"), "amazon-anthropic-2026-04", id="a pair"),
        pytest.param(("AMD", "G42", "Meta", "Oracle"), "amd-g42-meta-2026-04", id="three at most"),
        pytest.param(("Hut 8", "Électricité & Co."), "hut-8-electricite-co-2026-04", id="signs"),
        pytest.param((), "unnamed-2026-04", id="nobody"),
        pytest.param(("阿里巴巴",), "deal-2026-04", id="no Latin letter"),
        pytest.param(("A" * 59, "Bcd"), f"{'a' * 59}-2026-04", id="long, no dash at the cut"),
    ],
)
def test_a_deals_name_can_be_typed(companies: tuple[str, ...], name: str) -> None:
    """Companies and month in small plain letters."""
    assert name_deal(replace(assemble([DEAL]), companies=companies)) == name


def lent(lender: str, billions: str, *, days: int = 0, borrower: str = "Anthropic") -> Evidence:
    """A text on what one lends for another."""
    return told(
        leg(billions, "financing", sides=(lender, borrower)),
        days=days,
        roles=((lender, "financier"), (borrower, "buyer")),
    )


@pytest.mark.parametrize(
    ("other", "joins"),
    [
        pytest.param(lent("Google", "35", days=4), True, id="another lender"),
        pytest.param(lent("Google", "7", days=4), False, id="another sum"),
        pytest.param(lent("Google", "35", days=90), False, id="months later"),
        pytest.param(lent("Google", "35", days=4, borrower="Meta"), False, id="another borrower"),
    ],
)
def test_lenders_of_one_borrower_lend_in_one_deal(other: Evidence, *, joins: bool) -> None:
    """Of many lenders each text names its own; the borrower, the sum and the days are one."""
    assert is_one_deal(lent("Apollo", "35"), other) is joins
