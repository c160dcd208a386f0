"""Which change of a deal is worth an alert, and who hears of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import SecretStr

from flows.alerting import (
    Alert,
    DealChange,
    Policy,
    build_policy,
    decide_alert,
    describe_change,
    find_destinations,
    find_news,
    find_tracked,
)
from flows.settings import Destination, PollSettings, Settings, WatchedCompany
from parsers.types import Chips, Deal, Leg, StatusChange

NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)
TOLD = NOW - timedelta(days=1)
BILLION = Decimal(10**9)
LEG = Leg(
    payer="Anthropic",
    payee="Amazon",
    kind="commitment",
    quote="Anthropic commits $100 billion.",
    amount=100 * BILLION,
    currency="USD",
    qualifier="exact",
    usd=100 * BILLION,
    power_gw=Decimal(5),
)
NOW_LEG = Leg(
    payer="Amazon",
    payee="Anthropic",
    kind="investment",
    quote="Amazon invests $5 billion now.",
    tranche="now",
    amount=5 * BILLION,
    currency="USD",
)
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
ANYTHING = Policy(tracked=None, max_age=timedelta(days=3), destinations=())


def change(before: Deal | None = None, after: Deal = DEAL) -> DealChange:
    """A change of the one deal."""
    return DealChange(deal_id="amazon-anthropic-2026-04", before=before, after=after)


def legs(*changed: Leg) -> Deal:
    """The deal with these legs."""
    return replace(DEAL, legs=changed)


# --- the watchlist ------------------------------------------------------------------------------


def test_without_companies_all_are_tracked() -> None:
    """A watch.toml that names no company wants to hear of every one."""
    policy = build_policy(Settings(path=Path("watch.toml")))

    assert policy == Policy(tracked=None, max_age=timedelta(days=3), destinations=())
    assert find_tracked(DEAL, policy) == ("Amazon", "Anthropic")


def test_a_watchlist_is_those_who_may_alert() -> None:
    """`alert_on = "never"` keeps a company readable and silent."""
    settings = Settings(
        path=Path("watch.toml"),
        poll=PollSettings(max_age=timedelta(days=9)),
        companies=(
            WatchedCompany(name="Anthropic", tags=("labs",)),
            WatchedCompany(name="Amazon", alert_on="never"),
        ),
    )

    policy = build_policy(settings)

    assert policy == Policy(
        tracked={"Anthropic": ("labs",)}, max_age=timedelta(days=9), destinations=()
    )
    assert find_tracked(DEAL, policy) == ("Anthropic",)


def test_a_watchlist_of_the_silent_tracks_nobody() -> None:
    """Whoever silences all companies is not told of all others instead."""
    silent = WatchedCompany(name="Amazon", alert_on="never")

    policy = build_policy(Settings(path=Path("watch.toml"), companies=(silent,)))

    assert decide_alert(change(), policy, number=1, now=NOW) is None


# --- what is new --------------------------------------------------------------------------------

NEWS = [
    pytest.param(DEAL, replace(DEAL, publishers=("Axios", "Reuters")), (), id="told once more"),
    pytest.param(
        DEAL,
        replace(DEAL, status="contracted"),
        ("status: announced → contracted",),
        id="further up the ladder",
    ),
    pytest.param(
        DEAL, legs(LEG, NOW_LEG), ("a further leg: Amazon → Anthropic, investment",), id="a leg"
    ),
    pytest.param(
        legs(NOW_LEG),
        legs(NOW_LEG, replace(NOW_LEG, tranche="option")),
        ("a further leg: Amazon → Anthropic, investment",),
        id="an option beside what is paid now",
    ),
    pytest.param(
        legs(replace(NOW_LEG, tranche=None)), legs(NOW_LEG), (), id="the tranche becomes clear"
    ),
    pytest.param(
        legs(NOW_LEG), legs(replace(NOW_LEG, tranche=None)), (), id="the tranche is not told again"
    ),
    pytest.param(
        DEAL, legs(replace(LEG, kind="purchase")), (), id="the same money under another name"
    ),
    pytest.param(
        DEAL,
        legs(replace(LEG, kind="investment")),
        ("a further leg: Anthropic → Amazon, investment",),
        id="an investment is another leg",
    ),
    pytest.param(
        DEAL,
        legs(replace(LEG, amount=150 * BILLION)),
        ("sum: now US$150bn, was US$100bn (Anthropic → Amazon)",),
        id="a larger sum",
    ),
    pytest.param(
        legs(replace(LEG, amount=None)),
        DEAL,
        ("sum: now US$100bn (Anthropic → Amazon)",),
        id="a sum at last",
    ),
    pytest.param(DEAL, legs(replace(LEG, amount=None)), (), id="a figure left out"),
    pytest.param(
        DEAL,
        legs(replace(LEG, power_gw=Decimal(7), term_years=Decimal(10))),
        (
            "power: now 7 GW, was 5 GW (Anthropic → Amazon)",
            "term: now 10 years (Anthropic → Amazon)",
        ),
        id="power and term",
    ),
    pytest.param(
        DEAL, legs(replace(LEG, chips=CHIPS)), ("chips now known: Anthropic → Amazon",), id="chips"
    ),
    pytest.param(
        DEAL,
        legs(LEG, replace(LEG, payer=None, payee="Google")),
        ("a further leg: unnamed → Google, commitment",),
        id="a side without a name",
    ),
]


@pytest.mark.parametrize(("before", "after", "news"), NEWS)
def test_news(before: Deal, after: Deal, news: tuple[str, ...]) -> None:
    """Only what is materially new is news: not another publisher, not other words."""
    assert find_news(before, after) == news
    assert describe_change(change(before, after)) == ("grown" if news else "same")


# --- alerts -------------------------------------------------------------------------------------


def test_a_new_deal_is_an_alert() -> None:
    """It carries the deal, a stable key and why it came."""
    alert = decide_alert(change(), ANYTHING, number=1, now=NOW)

    assert describe_change(change()) == "new"
    assert alert == Alert(
        key="amazon-anthropic-2026-04#1",
        deal_id="amazon-anthropic-2026-04",
        change="new",
        why="Amazon and Anthropic are on your watchlist",
        news=(),
        deal=DEAL,
    )


def test_a_grown_deal_says_what_grew() -> None:
    """The second alert of a deal names what is new, and only the tracked company."""
    policy = replace(ANYTHING, tracked={"Amazon": ()})
    grown = replace(DEAL, status="contracted")

    alert = decide_alert(change(DEAL, grown), policy, number=2, now=NOW)

    assert alert == Alert(
        key="amazon-anthropic-2026-04#2",
        deal_id="amazon-anthropic-2026-04",
        change="grown",
        why="Amazon is on your watchlist",
        news=("status: announced → contracted",),
        deal=grown,
    )


@pytest.mark.parametrize(
    ("made", "policy"),
    [
        pytest.param(change(), replace(ANYTHING, tracked={"Meta": ()}), id="not on the watchlist"),
        pytest.param(change(DEAL, DEAL), ANYTHING, id="nothing new"),
        pytest.param(
            change(after=replace(DEAL, updated_at=NOW - timedelta(days=4))), ANYTHING, id="old news"
        ),
    ],
)
def test_silence(made: DealChange, policy: Policy) -> None:
    """Nobody is told what he does not follow, knows, or could have read last week."""
    assert decide_alert(made, policy, number=1, now=NOW) is None


# --- destinations -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        pytest.param({}, True, id="no filter"),
        pytest.param({"companies": ("Amazon", "Meta")}, True, id="one of its companies"),
        pytest.param({"companies": ("Meta",)}, False, id="none of its companies"),
        pytest.param({"tags": ("labs",)}, True, id="one of its tags"),
        pytest.param({"tags": ("chips",)}, False, id="none of its tags"),
        pytest.param({"min_usd": 100 * BILLION}, True, id="just large enough"),
        pytest.param({"min_usd": 101 * BILLION}, False, id="too small"),
        pytest.param({"min_gw": Decimal(5)}, True, id="enough power"),
        pytest.param({"min_gw": Decimal("5.1")}, False, id="not enough power"),
        pytest.param({"statuses": ("announced", "contracted")}, True, id="far enough"),
        pytest.param({"statuses": ("contracted",)}, False, id="not far enough"),
        pytest.param({"companies": ("Amazon",), "tags": ("chips",)}, False, id="one of two"),
    ],
)
def test_filters(filters: dict[str, object], wanted: bool) -> None:
    """A destination gets what passes all of its filters."""
    desk = Destination.model_validate({"name": "desk", "url": SecretStr("json://x"), **filters})
    policy = replace(ANYTHING, tracked={"Anthropic": ("labs",)}, destinations=(desk,))

    assert find_destinations(DEAL, policy) == (("desk",) if wanted else ())


@pytest.mark.parametrize("least", ["min_usd", "min_gw"])
def test_a_minimum_needs_a_figure(least: str) -> None:
    """A deal without figures does not pass a minimum."""
    desk = Destination.model_validate({"name": "desk", "url": SecretStr("json://x"), least: 0})
    policy = replace(ANYTHING, destinations=(desk,))
    bare = legs(replace(LEG, amount=None, usd=None, power_gw=None))

    assert find_destinations(bare, policy) == ()


def test_a_deal_is_no_news_to_itself() -> None:
    """Two legs of one direction are laid beside their own likes, not both beside the first."""
    twice = legs(LEG, replace(LEG, amount=20 * BILLION))

    assert find_news(twice, twice) == ()


def test_a_sum_that_is_split_is_no_news() -> None:
    """Twenty-five told as five now and twenty later is the same money."""
    whole = legs(replace(LEG, amount=25 * BILLION))
    split = legs(
        replace(LEG, amount=5 * BILLION, tranche="now"),
        replace(LEG, amount=20 * BILLION, tranche="option"),
    )

    assert find_news(whole, split) == ()
