"""Which destinations want a deal or a mention, what a deal is worth, and why another wants none."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from flows.deciding.filters import find_mention_refusal, find_refusal
from flows.deciding.worth import find_power, find_worth
from flows.settings import Destination
from parsers.types import Deal, Leg

NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)
BILLION = Decimal(10**9)
LEG = Leg(
    payer="Anthropic",
    payee="Amazon",
    kind="commitment",
    quote="Anthropic commits $100 billion.",
    amount=100 * BILLION,
    currency="USD",
    qualifier="exact",
    power_gw=Decimal(5),
)
PAID = replace(LEG, payer="Amazon", payee="Anthropic", kind="investment", power_gw=None)
BARE = replace(LEG, amount=None, currency=None, qualifier=None, power_gw=None)
DEAL = Deal(
    title="Anthropic – Amazon",
    companies=("Amazon", "Anthropic"),
    parties=(),
    legs=(LEG,),
    status="announced",
    status_history=(),
    announced_at=NOW,
    updated_at=NOW,
    publishers=("Axios",),
    sources=(),
)
TRACKED = {"Anthropic": ("labs",)}


def to(**filters: object) -> Destination:
    """A destination with filters."""
    return Destination.model_validate({"name": "desk", "url": "json://x", **filters})


@pytest.mark.parametrize(
    ("filters", "refusal"),
    [
        pytest.param({}, None, id="no filter"),
        pytest.param({"companies": ["Amazon", "Meta"]}, None, id="one of its companies"),
        pytest.param({"companies": ["Meta"]}, "companies: none of Meta", id="no company"),
        pytest.param({"tags": ["labs"]}, None, id="one of its tags"),
        pytest.param({"tags": ["chips"]}, "tags: none of chips", id="no tag"),
        pytest.param({"min_usd": 100 * 10**9}, None, id="just large enough"),
        pytest.param(
            {"min_usd": 101 * 10**9},
            "min_usd: the largest is $100bn, less than $101bn",
            id="too small",
        ),
        pytest.param({"min_gw": 5}, None, id="enough power"),
        pytest.param(
            {"min_gw": Decimal("5.5")}, "min_gw: the largest is 5 GW, less than 5.5 GW", id="weak"
        ),
        pytest.param({"statuses": ["announced", "cut"]}, None, id="far enough"),
        pytest.param(
            {"statuses": ["contracted"]}, "statuses: it is announced", id="not far enough"
        ),
        pytest.param({"kinds": ["lease", "commitment"]}, None, id="its kind"),
        pytest.param({"kinds": ["lease"]}, "kinds: it is commitment", id="another kind"),
        pytest.param(
            {"companies": ["Amazon"], "tags": ["chips"]}, "tags: none of chips", id="one of two"
        ),
    ],
)
def test_a_destination_gets_what_passes_all_its_filters(
    filters: dict[str, object], refusal: str | None
) -> None:
    """The first filter that stops a deal says why."""
    assert find_refusal(to(**filters), DEAL, TRACKED) == refusal


@pytest.mark.parametrize(
    ("filters", "refusal"),
    [
        pytest.param({"min_usd": 0}, "min_usd: no sum is told, less than $0", id="sum"),
        pytest.param({"min_gw": 0}, "min_gw: none is told, less than 0 GW", id="power"),
    ],
)
def test_a_minimum_needs_a_figure(filters: dict[str, object], refusal: str) -> None:
    """A deal without figures does not pass a minimum, be it nothing."""
    bare = replace(DEAL, legs=(BARE,))

    assert find_refusal(to(**filters), bare, TRACKED) == refusal


def test_a_kind_needs_a_leg() -> None:
    """A deal of which nobody says who pays whom is of no kind."""
    assert find_refusal(to(kinds=["lease"]), replace(DEAL, legs=()), None) == "kinds: it is none"


@pytest.mark.parametrize(
    ("legs", "billions"),
    [
        pytest.param((), None, id="no leg"),
        pytest.param((BARE,), None, id="no sum"),
        pytest.param((replace(LEG, qualifier="up_to"),), 100, id="a ceiling counts whole"),
        pytest.param((replace(LEG, amount_high=150 * BILLION),), 150, id="the high end of a range"),
        pytest.param(
            (
                replace(PAID, amount=5 * BILLION, tranche="now"),
                replace(PAID, amount=20 * BILLION, tranche="option"),
            ),
            25,
            id="tranches of one direction add up",
        ),
        pytest.param((LEG, PAID), 100, id="directions do not"),
        pytest.param(
            (LEG, replace(LEG, kind="investment")), 100, id="nor money for shares and for compute"
        ),
        pytest.param(
            (replace(LEG, amount=30 * BILLION, per="year", term_years=Decimal(10)),),
            300,
            id="a rate for the length of the deal",
        ),
        pytest.param(
            (
                replace(LEG, amount=BILLION, per="month"),
                replace(BARE, term_years=Decimal(2)),
            ),
            24,
            id="a monthly rate, its length told beside it",
        ),
        pytest.param(
            (replace(LEG, amount=30 * BILLION, per="year"),), 30, id="a rate of unknown length"
        ),
        pytest.param(
            (replace(LEG, currency="SGD", usd_rate=Decimal("0.8")),), 80, id="at its rate"
        ),
        pytest.param((replace(LEG, currency="SGD", usd=78 * BILLION),), 78, id="as converted"),
        pytest.param((replace(LEG, currency="VND"),), None, id="a currency nobody converts"),
        pytest.param((LEG, replace(LEG, currency="VND")), 100, id="beside one in dollars"),
    ],
)
def test_what_a_deal_is_worth(legs: tuple[Leg, ...], billions: int | None) -> None:
    """The most that may go one way, in dollars."""
    worth = find_worth(replace(DEAL, legs=legs))

    assert worth == (None if billions is None else billions * BILLION)


def test_power_is_the_most_a_leg_may_bring() -> None:
    """Of a range the high end; sources tell the power of a site with more than one leg."""
    ranged = replace(LEG, power_gw=Decimal(1), power_gw_high=Decimal(7))

    assert find_power(replace(DEAL, legs=(LEG, ranged, BARE))) == Decimal(7)
    assert find_power(replace(DEAL, legs=(BARE,))) is None


@pytest.mark.parametrize(
    ("filters", "refusal"),
    [
        pytest.param({}, None, id="no filter"),
        pytest.param({"companies": ["Anthropic"]}, None, id="its company"),
        pytest.param({"companies": ["Meta"]}, "companies: none of Meta", id="another company"),
        pytest.param({"tags": ["labs"]}, None, id="its tag"),
        pytest.param({"tags": ["chips"]}, "tags: none of chips", id="another tag"),
        pytest.param({"min_usd": 1}, "min_usd lets through deals only", id="a sum"),
        pytest.param({"min_gw": 1}, "min_gw lets through deals only", id="power"),
        pytest.param({"statuses": ["cut"]}, "statuses lets through deals only", id="a status"),
        pytest.param({"kinds": ["lease"]}, "kinds lets through deals only", id="a kind"),
    ],
)
def test_mentions_pass_filters_of_names_alone(
    filters: dict[str, object], refusal: str | None
) -> None:
    """Who asks for figures wants deals, which have some."""
    assert find_mention_refusal(to(**filters), ("Anthropic",), TRACKED) == refusal


def test_without_a_watchlist_nobody_has_tags() -> None:
    """Tags stand in [[companies]] tables."""
    assert find_mention_refusal(to(tags=["labs"]), ("Anthropic",), None) == "tags: none of labs"
