"""Tell what a further text does to the deals that are known: join one, open, tie or divide some."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from parsers.accounts import Account, account_of, borrower_of, house_of
from parsers.deals import told_at
from parsers.fitting import FOLLOW_UP, LOOK_BACK, find_fit
from parsers.grouping import group
from parsers.types import Deal, Evidence

_PAIR: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Which stored deals a text may concern: those told of since a day, by the names they bear.

    With `several` a deal bears at least two of the names, or has a text that names no side but one
    of the text's, or that tells of money lent for the same one; else any of the names will do.
    """

    names: tuple[str, ...]
    alone: tuple[str, ...]
    several: bool
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A deal that a new text changes, and all its texts; `deal_id` is None where it is opened.

    `absorbed` are known deals that turn out to be this one.
    """

    deal_id: str | None
    texts: tuple[Evidence, ...]
    absorbed: tuple[str, ...] = ()


def search_of(evidence: Evidence) -> Search | None:
    """Where to look for the deal a text reports; None where it tells too little to find it by."""
    account = account_of(evidence, told_at(evidence))
    tells = account.sums or account.said or account.gigawatts or account.chips or account.sites
    if not account.sides or (account.level == 0 and not tells):
        return None
    window = LOOK_BACK if account.looks_back and account.level > 0 else FOLLOW_UP
    names = account.sides if account.level == 0 else account.named
    return Search(
        names=tuple(sorted(names)),
        alone=(*(_alone(side) for side in sorted(account.sides)), *_lent(evidence)),
        several=account.level > 0,
        since=told_at(evidence) - window,
    )


def further_names(texts: Iterable[Evidence]) -> tuple[str, ...]:
    """By which names a deal is found besides those of its companies: see `Search`."""
    names: set[str] = set()
    for one in texts:
        companies = {party.company for party in one.reading.parties}
        sides = {house_of(company) for company in companies}
        names |= sides - companies
        names |= {_alone(side) for side in sides if len(sides) == 1} | set(_lent(one))
    return tuple(sorted(names))


def _alone(side: str) -> str:
    return f"{side}, alone"


def _lent(evidence: Evidence) -> tuple[str, ...]:
    borrower = borrower_of(evidence)
    return (f"{borrower}, lent to",) if borrower else ()


def find_pair(deal: Deal) -> tuple[str, ...]:
    """The two sides of a deal's first leg; all its companies where one is not named."""
    sides = [side for leg in deal.legs[:1] for side in (leg.payer, leg.payee) if side]
    return tuple(sides) if len(sides) == _PAIR else deal.companies


def place(
    evidence: Evidence, known: Mapping[str, Sequence[Evidence]], *, own: str | None = None
) -> tuple[Placement, ...]:
    """What becomes of the known deals with a further text; those it leaves alone are left out.

    The one it belongs to is the first. A deal keeps its id where most of its texts are; of several
    that become one, the earliest told does. `own` is the deal a changed text belonged to, whose
    other texts are among the known.
    """
    new = account_of(evidence, told_at(evidence))
    touched = {
        deal_id: texts
        for deal_id, texts in known.items()
        if deal_id == own or any(_fits(new, text) for text in texts)
    }
    groups = group([evidence, *(text for texts in touched.values() for text in texts)])
    homes = {text.entry_id: deal_id for deal_id, texts in touched.items() for text in texts}
    if own is not None:
        homes[evidence.entry_id] = own
    claims = _claims(groups, homes)
    placements = (_placement(texts, claims.get(index, ())) for index, texts in enumerate(groups))
    changed = (
        one
        for one in placements
        if one.deal_id == own or one.absorbed or _differs(one, touched.get(one.deal_id or ""))
    )
    return tuple(sorted(changed, key=lambda one: evidence not in one.texts))


def _fits(new: Account, text: Evidence) -> bool:
    """Whether a text fits another; one that names too little of it is not looked at closely."""
    sides = {house_of(party.company) for party in text.reading.parties}
    needed = 1 if new.level == 0 else min(_PAIR, len(sides))
    on_one_loan = new.borrower is not None and new.borrower == borrower_of(text)
    if len(sides & new.named) < needed and not on_one_loan:
        return False
    return find_fit(new, account_of(text, told_at(text))) is not None


def _claims(
    groups: Sequence[Sequence[Evidence]], homes: Mapping[int, str]
) -> Mapping[int, Sequence[str]]:
    """The known deals each group goes on, the earliest told first."""
    shares = Counter(
        (homes[text.entry_id], index)
        for index, texts in enumerate(groups)
        for text in texts
        if text.entry_id in homes
    )
    first = {deal_id: told_at(text) for texts in groups for text in reversed(texts)
             if (deal_id := homes.get(text.entry_id))}  # fmt: skip
    claims: dict[int, list[str]] = defaultdict(list)
    for deal_id in sorted(first, key=lambda deal_id: (first[deal_id], deal_id)):
        where = [index for known, index in shares if known == deal_id]
        claims[max(where, key=lambda index: (shares[deal_id, index], -index))].append(deal_id)
    return claims


def _placement(texts: tuple[Evidence, ...], claimed_by: Sequence[str]) -> Placement:
    return Placement(
        deal_id=claimed_by[0] if claimed_by else None,
        texts=texts,
        absorbed=tuple(claimed_by[1:]),
    )


def _differs(placement: Placement, texts: Sequence[Evidence] | None) -> bool:
    ids = {text.entry_id for text in placement.texts}
    return texts is None or ids != {text.entry_id for text in texts}
