"""Texts that report deals, made up: for tests of what belongs together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Literal

from hypothesis import strategies as st

from parsers.types import DealReading, Event, Evidence, Leg, LegKind, Party, Role

BILLION = Decimal(10) ** 9
START = datetime(2026, 4, 20, tzinfo=UTC)
PAIR: tuple[tuple[str, Role], ...] = (("Anthropic", "buyer"), ("Amazon", "supplier"))


def leg(
    billions: str | None,
    kind: LegKind = "commitment",
    *,
    sides: tuple[str | None, str] = ("Anthropic", "Amazon"),
    gigawatts: str | None = None,
    bare_dollar: bool = False,
    per: Literal["month", "year"] | None = None,
    years: str | None = None,
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
        per=per,
        term_years=Decimal(years) if years else None,
    )


def told(
    *legs: Leg,
    days: int = 0,
    event: Event = "new",
    publisher: str = "Reuters",
    roles: tuple[tuple[str, Role], ...] = PAIR,
    title: str = "A text",
    named: tuple[str, ...] = (),
) -> Evidence:
    """One text, so many days after the first."""
    reading = DealReading(
        is_compute_deal=True,
        event=event,
        reasons=(),
        status="announced",
        companies=(*(company for company, _ in roles), *named),
        parties=tuple(Party(company=company, role=role) for company, role in roles),
        legs=legs,
    )
    at = START + timedelta(days=days)
    return Evidence(
        entry_id=days, title=title, reading=reading, seen_at=at, publisher=publisher,
        published_at=at,
    )  # fmt: skip


_ROLES: tuple[tuple[tuple[str, Role], ...], ...] = (
    PAIR,
    (("Anthropic", "buyer"), ("Google", "supplier")),
    (("Anthropic", "buyer"), ("Amazon", "supplier"), ("Google", "supplier")),
    (("Anthropic", "buyer"),),
    (("xAI", "buyer"), ("Nebius Group", "supplier")),
    (("SpaceX", "buyer"), ("Nebius", "supplier")),
    (("Apollo", "financier"), ("Anthropic", "buyer")),
    (("Google", "financier"), ("Anthropic", "buyer")),
)
_EVENTS: tuple[Event, ...] = ("new", "expansion", "rumour", "cancelled", "background")


@st.composite
def told_texts(draw: st.DrawFn) -> tuple[Evidence, ...]:
    """Some texts on few companies and figures, so that many fit each other."""
    texts = []
    for number in range(draw(st.integers(2, 7))):
        billions = draw(st.sampled_from([None, None, "5", "10", "40"]))
        power = draw(st.sampled_from([None, None, "1", "5"]))
        text = told(
            leg(billions, gigawatts=power),
            days=draw(st.sampled_from([0, 3, 9, 15, 60, 119, 300])),
            event=draw(st.sampled_from(_EVENTS)),
            roles=draw(st.sampled_from(_ROLES)),
            title=draw(st.sampled_from(["A text", "It pauses Stargate UK"])),
        )
        # No two texts of one moment are the same text: what comes first among equals has a name.
        texts.append(replace(text, entry_id=number, url=f"https://wire.example/{number}"))
    return tuple(texts)


def ids(groups: Sequence[Sequence[Evidence]]) -> set[frozenset[int]]:
    """Which texts are together."""
    return {frozenset(text.entry_id for text in some) for some in groups}
