"""Tell who serves whom among partners, and of those who only deal in a maker's chips."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from parsers.deal_words import CUSTOMER, SITED
from parsers.frames.frame import MAKE, Frame
from parsers.lone_sides import MAKING, RENTING_OUT, SERVING, Roles
from parsers.trades import FINANCE, SPACE, by_chain
from parsers.types import Party, Role
from parsers.words import pattern_of

# Whom somebody pays for a site runs it, unless it runs clouds of its own.
_LENT_TO: Final = frozenset({"neocloud", "miner", "sites", "chips", "servers"})
_LEASES: Final = frozenset({"lease", "leases", "leasing", "colocation", "hosting"})
# Who has ground and power for a site.
_LANDLORDS: Final = frozenset({"sites", "power"})
_SITE: Final = f"{SITED}|集群|叢集"
_PAIR: Final = 2


def served_beside(
    roles: Roles, frames: Sequence[Frame], products: Collection[str], sectors: Mapping[str, str]
) -> Roles:
    """Roles in which partners, and who only deals in a maker's chips, serve or are served."""
    roles = _served_by_partners(_rented_by_partners(roles, frames, sectors), products, sectors)
    return _serving_with_makes(roles, frames, products, sectors)


def nobody_takes(parties: Sequence[Party], head: str, sectors: Mapping[str, str]) -> bool:
    """Whether all partners let sites, or make chips for none, and no customer is told of."""
    if not parties or any(party.role != "partner" for party in parties):
        return False
    kinds = {sectors.get(party.company, "") for party in parties}
    idle = kinds <= _LANDLORDS or (kinds <= MAKING and not pattern_of(_SITE).search(head))
    return idle and not pattern_of(CUSTOMER).search(head)


def _served_by_partners(
    roles: Roles, products: Collection[str], sectors: Mapping[str, str]
) -> Roles:
    """Roles in which partners who plainly serve the others are suppliers.

    Of a maker whose chips are named, with one other side: "Nvidia partners with Firmus. They will
    use Nvidia's chips." Of several makers and clouds who build with a public body or another
    that only uses compute. Of whoever runs sites, where a customer is told: "AMD and Humain form a
    venture. Luma will be its customer." A bank that joins in where others lend lends too.
    """
    partners = {name for name, role in roles if role == "partner"}
    others = {role for _, role in roles} - {"partner"}
    users = {name for name in partners if sectors.get(name) not in MAKING}
    hosts = {n for n, role in roles if role == "supplier" and sectors.get(n, "") not in MAKING}
    turned: dict[str, Role] = {}
    bodies = {name for name in partners if sectors.get(name) == "buyer"}
    sellers = partners - bodies
    if not others and len(bodies) == 1 and len(sellers) > 1 and _all_sell(sellers, sectors):
        turned.update(dict.fromkeys(bodies, "buyer"))
        turned.update(dict.fromkeys(sellers, "supplier"))
    elif not others and partners & set(products) and len(users) == 1:
        turned.update(dict.fromkeys(partners & set(products), "supplier"))
        turned.update(dict.fromkeys(users, "buyer"))
    elif others == {"financier"}:
        turned.update({n: "supplier" for n in partners if sectors.get(n) in _LENT_TO})
    elif {"financier", "buyer"} <= others:
        turned.update({n: "financier" for n in partners if sectors.get(n) in FINANCE})
    elif "buyer" in others and "developer" not in others and not hosts:
        # beside a maker of chips a cloud may only take part
        serving = SERVING - {"cloud"} if "supplier" in others else SERVING
        makers = partners & set(products) if "supplier" not in others else set()
        turned.update({n: "supplier" for n in partners if sectors.get(n) in serving or n in makers})
    return {
        (name, turned.get(name, role) if role == "partner" else role): None for name, role in roles
    }


def _serving_with_makes(
    roles: Roles, frames: Sequence[Frame], products: Collection[str], sectors: Mapping[str, str]
) -> Roles:
    """Roles in which who only deals in a maker's chips serves with them; the maker is no side.

    A maker of servers in somebody's contract for them, unless it is said to buy; a host that is
    said to supply them: "Lambda lands an agreement to supply AMD's GPUs".
    """
    buyers = {name for name, role in roles if role == "buyer"}
    suppliers = {name for name, role in roles if role == "supplier"}
    if len(buyers) != 1 or not suppliers or not suppliers <= set(products):
        return roles
    bought = any(f.kind == "buy" and buyers <= set(f.subjects) for f in frames)
    supplied = any(
        f.kind == "sell" and buyers <= set(f.subjects) and suppliers.issuperset(f.objects)
        for f in frames
    )
    (name,) = buyers
    serves = sectors.get(name) == "servers" and not bought
    if not (serves or (supplied and sectors.get(name) in RENTING_OUT)):
        return roles
    kept = {one: None for one in roles if one[0] not in buyers | suppliers}
    return {(name, "supplier"): None, **kept}


def _all_sell(names: Iterable[str], sectors: Mapping[str, str]) -> bool:
    """Whether all are makers or clouds, one maker at least."""
    kinds = {sectors.get(name, "") for name in names}
    return bool(kinds & MAKING) and kinds <= MAKING | {"cloud", "neocloud"}


def _rented_by_partners(roles: Roles, frames: Iterable[Frame], sectors: Mapping[str, str]) -> Roles:
    """Roles in which one of two partners lets to the other: the text has a lease of one of them.

    "Applied Digital soars on CoreWeave partnership. It signed two 15-year leases."
    """
    partners = [name for name, role in roles if role == "partner"]
    if len(partners) != _PAIR or len(roles) != _PAIR:
        return roles
    leases = any(
        f.kind == "agree" and not _LEASES.isdisjoint(f.verb.split())
        for f in frames
        if {*f.subjects, *f.objects} <= set(partners)
    )
    trades = by_chain(partners[:1], partners[1:], "lease", sectors) if leases else ()
    for trade in trades:
        if trade.weight >= SPACE:
            return {(trade.buyer, "buyer"): None, (trade.supplier, "supplier"): None}
    return roles


def named_in_passing(frames: Iterable[Frame], sectors: Mapping[str, str]) -> set[str]:
    """Companies that are named in passing: rivals, backers, the makers of what is bought.

    Chips with a host's name are its own to let: "업스테이지, 네이버클라우드 GPU 임차 계약".
    """
    aside = [frame for frame in frames if frame.kind == "aside"]
    letting = {n for f in aside if f.verb == MAKE for n in f.subjects if sectors.get(n) in SERVING}
    return {name for frame in aside for name in frame.subjects} - letting
