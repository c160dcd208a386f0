"""One deal however it is worded; two deals however alike they sound."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from parsers.deals import assemble
from parsers.grouping import distance, find_deal, name_deal, same_deal
from parsers.types import Deal, DealReading, Event, Evidence, Leg, LegKind, Party, Role

BILLION = Decimal(10) ** 9
START = datetime(2026, 4, 20, tzinfo=UTC)
PAIR: tuple[tuple[str, Role], ...] = (("Anthropic", "buyer"), ("Amazon", "supplier"))
ALONE: tuple[tuple[str, Role], ...] = (("Galaxy", "supplier"),)


def leg(
    billions: str | None,
    kind: LegKind = "commitment",
    *,
    sides: tuple[str | None, str] = ("Anthropic", "Amazon"),
    gigawatts: str | None = None,
    bare_dollar: bool = False,
) -> Leg:
    """So many billions, gigawatts, or both, one way."""
    return Leg(
        payer=sides[0],
        payee=sides[1],
        kind=kind,
        quote="",
        amount=Decimal(billions) * BILLION if billions else None,
        currency="USD" if billions else None,
        qualifier="exact" if billions else None,
        as_stated=f"${billions}bn" if billions else None,
        bare_dollar=bare_dollar,
        power_gw=Decimal(gigawatts) if gigawatts else None,
    )


def told(
    *legs: Leg,
    days: int = 0,
    event: Event = "new",
    publisher: str = "Reuters",
    roles: tuple[tuple[str, Role], ...] = PAIR,
) -> Evidence:
    """One text, so many days after the first."""
    reading = DealReading(
        is_compute_deal=True,
        event=event,
        reasons=(),
        status="announced",
        parties=tuple(Party(company=company, role=role) for company, role in roles),
        legs=legs,
    )
    at = START + timedelta(days=days)
    return Evidence(
        entry_id=days, title="A text", reading=reading, seen_at=at, publisher=publisher,
        published_at=at,
    )  # fmt: skip


EQUITY = leg("5", "investment", sides=("Amazon", "Anthropic"))
DEAL = assemble([told(leg("100", gigawatts="5"), EQUITY)])
HOSTED = assemble([told(leg("3", sides=(None, "Galaxy"), gigawatts="0.2"), roles=ALONE)])


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
    assert same_deal(DEAL, evidence) is joins


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
    assert same_deal(HOSTED, evidence) is joins


# --- of several deals ---------------------------------------------------------------------------


def moved(deal: Deal, days: int) -> Deal:
    """The same deal, so many days later."""
    apart = timedelta(days=days)
    return replace(deal, announced_at=deal.announced_at + apart, updated_at=deal.updated_at + apart)


@pytest.mark.parametrize(
    ("deals", "index"),
    [
        pytest.param([], None, id="no deal yet"),
        pytest.param([HOSTED], None, id="none that fits"),
        pytest.param([HOSTED, DEAL], 1, id="the one that fits"),
        pytest.param([moved(DEAL, -90), moved(DEAL, 20), DEAL], 2, id="the closest"),
        pytest.param([moved(DEAL, 3), moved(DEAL, -3)], 0, id="the first of equals"),
    ],
)
def test_a_text_joins_the_closest_deal_that_fits(deals: list[Deal], index: int | None) -> None:
    """Two deals of one pair: a repeated figure belongs to the one of its days."""
    assert find_deal(told(leg("100")), deals) == index


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(-4, 4, id="before"),
        pytest.param(0, 0, id="at its beginning"),
        pytest.param(7, 0, id="inside its coverage"),
        pytest.param(10, 0, id="at its end"),
        pytest.param(13, 3, id="after"),
    ],
)
def test_distance_is_from_a_deals_coverage(days: int, expected: int) -> None:
    """A deal that is still told of is close, however long ago it was announced."""
    covered = replace(DEAL, updated_at=START + timedelta(days=10))

    assert distance(covered, told(days=days)) == timedelta(days=expected)


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
    assert name_deal(replace(DEAL, companies=companies)) == name
