"""Decide what each company is to a deal: who gets the compute, who provides, builds or pays for it.

Where the words give no direction ("Oracle and OpenAI sign …") the place of each company in the
supply chain does: labs buy from clouds, clouds from hosts, hosts from chip and server makers.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from parsers.frames import Frame
from parsers.types import Party, Role

# Lower buys from higher. Equal ranks, or a sector not listed, leave the direction open.
_RANK: Final[Mapping[str, int]] = {
    "lab": 0,
    "buyer": 0,
    "cloud": 1,
    "telecom": 2,
    "neocloud": 2,
    "miner": 3,
    "sites": 3,
    "servers": 4,
    "chips": 5,
}
_FINANCE: Final = frozenset({"finance"})
_OPPOSITE: Final[Mapping[str, tuple[Role, Role]]] = {
    "buy": ("buyer", "supplier"),
    "lease": ("buyer", "supplier"),
    "sell": ("supplier", "buyer"),
    "build": ("developer", "buyer"),
    "finance": ("financier", "buyer"),
    "guarantee": ("financier", "buyer"),
}


def find_parties(
    frames: Sequence[Frame],
    titled: Sequence[str],
    sectors: Mapping[str, str],
    makes: Collection[str] = (),
) -> tuple[Party, ...]:
    """The parties of a deal, from its frames (title's first) and the companies in its title.

    Args:
        frames: what was found in the title and the sentences that tell the deal.
        titled: companies named in the title, which belong to the deal even outside a frame.
        sectors: the sector of each known company, from the company list.
        makes: companies named only as the make of the chips; such a one supplies the deal only
            where nobody else does.
    """
    roles = _framed_roles(frames, sectors)
    roles |= dict.fromkeys(_titled_roles(titled, roles, sectors))
    named = {company for company, _ in roles}
    rest = [company for company in titled if company not in named]
    for company, role in _roles_of_rest(rest, tuple(roles), sectors):
        if not _contradicts(roles, company, role):
            roles[(company, role)] = None
    suppliers = {company for company, role in roles if role == "supplier"}
    dropped = set(makes) if suppliers - set(makes) else set()
    kept = [Party(company=name, role=role) for name, role in roles if name not in dropped]
    # Who stands in the title comes first: sums without a verb of their own go between these.
    return tuple(sorted(kept, key=lambda party: party.company not in titled))


def _framed_roles(
    frames: Sequence[Frame], sectors: Mapping[str, str]
) -> dict[tuple[str, Role], None]:
    """Roles the frames give, in their order.

    Who buys here may sell there (Oracle leases from Crusoe for OpenAI), where a verb says so of
    both sides; but nobody buys back from the one it sells to.
    """
    roles: dict[tuple[str, Role], None] = {}
    trades: set[tuple[str, str]] = set()
    for frame in frames:
        trade = find_trade(frame)
        if trade is not None and trade[::-1] in trades:
            continue
        for company, role in _roles_of(frame, sectors):
            if trade is not None or not _contradicts(roles, company, role):
                roles[(company, role)] = None
        trades |= {trade} if trade else set()
    return roles


def _titled_roles(
    titled: Sequence[str], roles: Collection[tuple[str, Role]], sectors: Mapping[str, str]
) -> Iterable[tuple[str, Role]]:
    """Two companies in a title deal with each other, whatever else they do with others."""
    traders = [company for company in titled if sectors.get(company) not in _FINANCE]
    if len(traders) != 2:  # noqa: PLR2004 - with three it is not clear who deals with whom
        return ()
    one, two = traders
    linked = {(one, "buyer"), (two, "supplier")} <= set(roles)
    if linked or {(two, "buyer"), (one, "supplier")} <= set(roles):
        return ()
    return _agree(traders, sectors)


def find_trade(frame: Frame | None) -> tuple[str, str] | None:
    """Buyer and supplier, where a verb names both; None where direction is not told."""
    if frame is None or not frame.subjects or not frame.objects:
        return None
    if frame.kind in {"buy", "lease"}:
        return frame.subjects[0], frame.objects[0]
    return (frame.objects[0], frame.subjects[0]) if frame.kind == "sell" else None


def buys_from(first: str, second: str, sectors: Mapping[str, str]) -> bool | None:
    """Whether `first` usually buys compute from `second`; None where that cannot be told."""
    one, two = (_RANK.get(sectors.get(name, "")) for name in (first, second))
    if one is None or two is None or one == two:
        return None
    return one < two


def _roles_of(frame: Frame, sectors: Mapping[str, str]) -> Iterable[tuple[str, Role]]:
    """Roles one frame gives; a frame with one side only gives none but to a lender."""
    if frame.kind == "invest":
        yield from _invest(frame, sectors)
        return
    pairs = [(s, o) for s in frame.subjects for o in frame.objects]
    if frame.kind == "agree" or not pairs:
        yield from _agree((*frame.subjects, *frame.objects), sectors)
        return
    acting, acted_on = _OPPOSITE[frame.kind]
    for subject, other in pairs:
        yield (subject, _role_or_lender(subject, acting, sectors))
        yield (other, _role_or_lender(other, acted_on, sectors))


def _invest(frame: Frame, sectors: Mapping[str, str]) -> Iterable[tuple[str, Role]]:
    for subject in frame.subjects:
        for other in frame.objects:
            yield (subject, "investor")
            yield (other, "investee")
            if buys_from(other, subject, sectors):
                yield (subject, "supplier")
                yield (other, "buyer")


def _agree(companies: Sequence[str], sectors: Mapping[str, str]) -> Iterable[tuple[str, Role]]:
    """Direction by supply chain, between every two that stand apart on it."""
    for index, first in enumerate(companies):
        for second in companies[index + 1 :]:
            direction = buys_from(first, second, sectors)
            if direction is None:
                continue
            buyer, supplier = (first, second) if direction else (second, first)
            yield (buyer, "buyer")
            yield (supplier, "supplier")
    for company in companies:
        if sectors.get(company) in _FINANCE:
            yield (company, "financier")


def _role_or_lender(company: str, role: Role, sectors: Mapping[str, str]) -> Role:
    return "financier" if sectors.get(company) in _FINANCE else role


def _contradicts(roles: Iterable[tuple[str, Role]], company: str, role: Role) -> bool:
    """A company is not both buyer and supplier of one deal: what was said first stands."""
    rival: dict[Role, Role] = {"buyer": "supplier", "supplier": "buyer"}
    return role in rival and (company, rival[role]) in set(roles)


def _roles_of_rest(
    rest: Sequence[str], roles: Iterable[tuple[str, Role]], sectors: Mapping[str, str]
) -> Iterable[tuple[str, Role]]:
    """Companies of the title outside any frame: by supply chain among themselves and the known."""
    known = tuple(dict.fromkeys(company for company, _ in roles))
    if not known and len(rest) == 1:
        rank = _RANK.get(sectors.get(rest[0], ""), 0)
        yield (rest[0], "supplier" if rank >= _RANK["neocloud"] else "buyer")
        return
    found = [one for one in _agree((*known, *rest), sectors) if one[0] in rest]
    yield from dict.fromkeys(found)
    told = {company for company, _ in found}
    lent = any(role == "financier" for _, role in (*roles, *found))
    bought = any(role == "buyer" for _, role in (*roles, *found))
    for company in rest:
        if company not in told:
            yield (company, "buyer" if lent and not bought else "partner")
