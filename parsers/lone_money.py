"""Tell what a host borrows for itself, or buys power with, from a deal over compute."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from parsers.deal_words import AI_LABS, COMPUTE_DEAL_NOUN, ENERGY_BESIDE, LAB_SITE, LOAN
from parsers.subjects import about
from parsers.types import Party

_LOAN: Final = re.compile(LOAN)
_LABS: Final = re.compile(AI_LABS)
_SITE: Final = re.compile(LAB_SITE)
_TENANCY: Final = re.compile(COMPUTE_DEAL_NOUN)
_ENERGY_BESIDE: Final = re.compile(ENERGY_BESIDE)


def power_deal(
    head: str, opening: str, parties: Sequence[Party], utilities: Collection[str]
) -> str | None:
    """A deal in which who sells power is the only other side, and nothing is leased."""
    sides = {party.company for party in parties}
    selling = sides & set(utilities)
    if not selling or len(sides - selling) > 1 or _SITE.search(head):
        return None
    found = _ENERGY_BESIDE.search(f"{head}\n{opening}")
    return about("power", found[0]) if found else None


def loan_of_host(head: str, parties: Sequence[Party], hosts: Collection[str]) -> str | None:
    """A title on what a host borrows or raises, with no word on who will use what it pays for."""
    found = _LOAN.search(head)
    if found is None or _LABS.search(head) or _TENANCY.search(head[found.end() :]):
        return None
    buyers = {party.company for party in parties if party.role == "buyer"}
    lends = {party.company for party in parties if party.role in {"financier", "investor"}}
    lends -= buyers
    others = {party.company for party in parties} - lends
    if lends and len(others) == 1 and others <= set(hosts):
        return about("what a host borrows for itself", found[0])
    return None
