"""Tell which texts report one deal: by facts and time, in whatever order the texts came.

Each text is ranked by how well it tells deals apart (`parsers.accounts`): two sides and a sum, two
sides and another figure, two sides, one side; of each rank those without a date come last. A text
joins the one it fits best of those ranked higher, and never ties two of them together; texts of one
rank that fit none ranked higher join each other, however many steps lie between. Both depend on
pairs of texts alone. So the order in which they came changes nothing, and a new text concerns no
deal but those it fits a text of.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import combinations, product
from typing import Final

from parsers.accounts import Account, account_of
from parsers.deals import told_at
from parsers.fitting import find_fit
from parsers.types import Deal, Evidence

_LEVELS: Final = (3, 2, 1, 0)
_PAIR: Final = 2
_MOST_NAMES: Final = 8
_NAMED: Final = 3
_LONGEST_NAME: Final = 60


def group(
    evidence: Iterable[Evidence], *, at: Callable[[Evidence], datetime | None] = told_at
) -> tuple[tuple[Evidence, ...], ...]:
    """The texts of each deal, the oldest first; the same whatever order they are given in.

    `at` says when a text was told, None where that is not known: such texts are joined by their
    facts alone.
    """
    accounts = sorted((account_of(one, at(one)) for one in evidence), key=_order)
    groups = list(range(len(accounts)))
    placed = _Near()
    for level, is_dated in product(_LEVELS, (True, False)):
        members = [
            (index, one)
            for index, one in enumerate(accounts)
            if one.level == level and (one.at is not None) == is_dated
        ]
        hosts = {index: _best(one, placed.of(one), groups) for index, one in members}
        free = _Near()
        for index, one in members:
            host = hosts[index]
            if host is not None:
                _join(groups, host, index)
                continue
            for other, known in free.of(one):
                together = _root(groups, other) == _root(groups, index)
                if not together and find_fit(one, known) is not None:
                    _join(groups, other, index)
            free.add(index, one)
        for index, one in members:
            placed.add(index, one)
    return tuple(
        tuple(accounts[index].evidence for index in members) for members in _members(groups)
    )


# --- many texts ---------------------------------------------------------------------------------


class _Near:
    """Texts by the companies they name, so that only those with some in common are compared."""

    def __init__(self) -> None:
        self._by_names: dict[tuple[str, ...], list[tuple[int, Account]]] = defaultdict(list)

    def add(self, index: int, account: Account) -> None:
        for key in (*_pairs(account), *_loan(account), *((side,) for side in account.sides)):
            self._by_names[key].append((index, account))

    def of(self, account: Account) -> Iterator[tuple[int, Account]]:
        """Each text that may fit, once: of one side for one-sided ones, else of two names."""
        one_sided = account.level == 0
        keys = [(s,) for s in account.sides] if one_sided else [*_pairs(account), *_loan(account)]
        seen: set[int] = set()
        for key in keys:
            for index, known in self._by_names.get(key, ()):
                if index not in seen:
                    seen.add(index)
                    yield index, known


def _pairs(account: Account) -> list[tuple[str, ...]]:
    names = sorted(account.sides)[:_MOST_NAMES]
    names += sorted(account.named - account.sides)[: _MOST_NAMES - len(names)]
    return list(combinations(sorted(names), _PAIR))


def _loan(account: Account) -> list[tuple[str, ...]]:
    """Texts on a loan meet by its borrower: each may name another lender."""
    return [("lent to", account.borrower)] if account.borrower else []


def _best(
    account: Account, near: Iterable[tuple[int, Account]], groups: Sequence[int]
) -> int | None:
    """The text a text fits best; of equals the first, without a date one of the largest deal."""
    fits = [(fit, index) for index, known in near if (fit := find_fit(account, known)) is not None]
    if not fits:
        return None
    top = max(fit for fit, _ in fits)
    equals = sorted(index for fit, index in fits if fit == top)
    if account.at is not None:
        return equals[0]
    votes = Counter(_root(groups, index) for index in equals)
    return min(equals, key=lambda index: (-votes[_root(groups, index)], index))


def _root(groups: Sequence[int], index: int) -> int:
    while groups[index] != index:
        index = groups[index]
    return index


def _join(groups: list[int], one: int, two: int) -> None:
    first, second = sorted((_root(groups, one), _root(groups, two)))
    groups[second] = first


def _members(groups: Sequence[int]) -> Iterable[Sequence[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for index in range(len(groups)):
        members[_root(groups, index)].append(index)
    return members.values()


def _order(account: Account) -> tuple[bool, datetime, str, str, str, int]:
    one = account.evidence
    at = account.at or told_at(one)
    return (account.at is None, at, one.publisher or "", one.title, one.url or "", one.entry_id)


# --- names --------------------------------------------------------------------------------------


def name_deal(deal: Deal) -> str:
    """A short name people can type: companies and month, "amazon-anthropic-2026-04".

    Two deals may get the same one; the database then numbers them.
    """
    words = "-".join(deal.companies[:_NAMED]) or "unnamed"
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "deal"
    return f"{slug[:_LONGEST_NAME].strip('-')}-{deal.announced_at:%Y-%m}"
