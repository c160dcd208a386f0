"""Give roles to companies whose other side a text leaves out, or only calls a partner."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from parsers.frames.debt import RAISED_FOR, SELLS_ITS_OWN
from parsers.frames.equity import COMES_WITH_DEAL, STAKE_BESIDE
from parsers.frames.frame import Frame
from parsers.frames.words import ORDER_NOUNS
from parsers.trades import BUILDS, FINANCE, SPACE, TAKERS, by_chain
from parsers.types import Party, Role

# Each company with its role, in the order they were found.
Roles = dict[tuple[str, Role], None]

# What one company is said to do, the other side being left out.
_TAKES: Final = frozenset(
    {"lease", "leases", "leased", "take", "takes", "took", "rent", "rents", "rented", "buy",
     "buys", "bought", "purchase", "purchases", "purchased", "purchasing", "order", "orders",
     "ordered", "contracted", "acquired", "reserved", "procured", "tenant", "anchor", "lessee",
     "확보", "구매", "도입", "임차", "采购", "採購", "租用", "客户", "購入", "調達", "賃借"}
)  # fmt: skip
_END_USERS: Final = frozenset({"end user", "end-user"})
_GIVES: Final = frozenset({"supply", "supplies", "provide", "provides", "deliver", "delivers"})
_RUNS: Final = frozenset({"deploy", "deploys", "deployed", "deploying", "use", "uses", "using"})
_WINS: Final = frozenset(
    {
        "win",
        "wins",
        "won",
        "land",
        "lands",
        "landed",
        "bags",
        "bagged",
        "clinches",
        "clinched",
        "secures",
        "secured",
    }
)
# What some win side by side from one nobody names: neither buys from the other.
WON: Final = frozenset(
    {"수주", "따내", "따냈", "낙찰", "受注", "落札", "中标", "中標", "得标", "得標", "斩获", "斬獲"}
)
# Who has sites or runs a cloud in them: a customer of a venture is theirs.
_SERVING: Final = frozenset({"neocloud", "miner", "sites", "telecom", "cloud"})
_MAKING: Final = frozenset({"chips", "servers"})
# Whom somebody pays for a site runs it, unless it runs clouds of its own.
_LENT_TO: Final = frozenset({"neocloud", "miner", "sites", "chips", "servers"})
# What a borrower is to a lab that will use what it borrows for.
_BORROWER: Final[Mapping[str, Role]] = {
    "": "developer", "sites": "developer", "neocloud": "supplier", "miner": "supplier"
}  # fmt: skip
# Who rents halls, and who lets them.
_RENTING: Final = frozenset({"cloud", "neocloud"})
_LETTING: Final = frozenset({"sites", "miner"})
_RENTING_OUT: Final = frozenset({"neocloud", "miner", "cloud", "telecom"})
_PAIR: Final = 2
_LEASES: Final = frozenset({"lease", "leases", "leasing", "colocation", "hosting"})


def without_makes(frames: Sequence[Frame], makes: Collection[str]) -> list[Frame]:
    """The frames in which who wins a contract signs it with nobody that only made the chips.

    "WhiteFiber wins a contract. It signed the Nvidia GPU deal with a bank."
    """
    winners = {name for f in frames if f.verb in _WINS and not f.objects for name in f.subjects}
    winners |= serving_unnamed(frames)
    if not winners or not makes:
        return list(frames)
    return [
        replace(frame, objects=())
        if frame.kind == "agree"
        and set(frame.objects) <= set(makes)
        and set(frame.subjects) <= winners
        else frame
        for frame in frames
    ]


def raised_for_tenants(frames: Sequence[Frame], sectors: Mapping[str, str]) -> list[Frame]:
    """The frames in which who raises debt for a tenant's site lets it, and lends nothing.

    A fund that raises it lends, a builder of sites develops; labs and makers let nothing.
    """
    raised = [f for f in frames if f.verb == RAISED_FOR]
    letting = [
        f
        for f in raised
        if _RENTING_OUT.issuperset(sectors.get(name, "") for name in f.subjects)
        and not any(sectors.get(name) in FINANCE | _MAKING for name in f.objects)
    ]
    hosts = {name for f in letting for name in f.subjects}
    sides = hosts | {name for f in letting for name in f.objects}
    return [
        f
        for f in frames
        if (f.verb != RAISED_FOR or f in letting)
        and not (
            f.kind == "finance"
            and hosts.intersection((*f.subjects, *f.objects))
            and sides.issuperset((*f.subjects, *f.objects))
        )
    ]


def serving_unnamed(frames: Sequence[Frame]) -> set[str]:
    """Who serves a customer that is not named, with chips whose maker has no part in that.

    Who runs them for it, or wins a contract: "Firmus wins a $1.2 billion order for Nvidia GPUs".
    """
    alone = [f for f in frames if f.kind == "sell" and not f.objects]
    running = {name for f in alone if f.verb in _RUNS for name in f.subjects}
    winning = {name for f in alone if f.verb in _WINS for name in f.subjects}
    orders = {
        name
        for f in frames
        if f.kind == "agree" and f.verb.rpartition(" ")[2] in ORDER_NOUNS
        for name in (*f.subjects, *f.objects)
    }
    return running | (winning & orders)


def one_sided(
    frames: Sequence[Frame], roles: Roles, sectors: Mapping[str, str]
) -> Iterator[tuple[str, Role]]:
    """Who takes, or gives, where nobody else does and the other side of its verb is not named.

    "Nvidia will lease a hall. An entity backed by Tract is financing it." One company alone is
    no pair: its role is told by what it is.
    """
    named = {name for frame in frames for name in (*frame.subjects, *frame.objects)}
    if len(named) < _PAIR:
        return
    every, known = {role for _, role in roles}, {name for name, _ in roles}
    ends = (f for f in frames if f.kind == "buy" and f.verb in _END_USERS)
    for name in _lone(ends, known, sectors):
        known.add(name)
        yield name, "buyer"
    if "buyer" not in every:
        takers = (f for f in frames if f.kind in {"buy", "lease"} and f.verb in _TAKES)
        for name in _lone(takers, known, sectors):
            known.add(name)
            yield name, "buyer"
            break
        else:
            served = {n for f in frames if f.kind == "sell" and not f.subjects for n in f.objects}
            yield from ((name, "buyer") for name in sorted(served - known))
    if "supplier" not in every:
        rented = {n for f in frames if f.kind == "lease" and not f.subjects for n in f.objects}
        rented = {name for name in rented - known if sectors.get(name) in _SERVING}
        yield from ((name, "supplier") for name in sorted(rented))
        several = [f for f in frames if f.verb in WON and len(f.subjects) > 1 and not f.objects]
        won = {name for frame in several for name in frame.subjects}
        yield from ((name, "supplier") for name in sorted(won - known))
        givers = (f for f in frames if f.kind == "sell" and f.verb in _GIVES)
        yield from ((name, "supplier") for name in _lone(givers, known, sectors))


def _lone(
    frames: Iterable[Frame], known: Collection[str], sectors: Mapping[str, str]
) -> Iterator[str]:
    """Who acts alone on nobody named, and has no role yet."""
    for frame in frames:
        if not frame.objects and len(frame.subjects) == 1:
            name = frame.subjects[0]
            if name not in known and sectors.get(name) not in FINANCE:
                yield name


def served_by_partners(
    roles: Roles, products: Collection[str], sectors: Mapping[str, str]
) -> Roles:
    """Roles in which partners who plainly serve the others are suppliers.

    Of a maker whose chips are named, with one other side: "Nvidia partners with Firmus. They will
    use Nvidia's chips." Of whoever runs sites, where a customer is told: "AMD and Humain form a
    venture. Luma will be its customer."
    """
    partners = {name for name, role in roles if role == "partner"}
    others = {role for _, role in roles} - {"partner"}
    users = {name for name in partners if sectors.get(name) not in _MAKING}
    turned: dict[str, Role] = {}
    if not others and partners & set(products) and len(users) == 1:
        turned.update(dict.fromkeys(partners & set(products), "supplier"))
        turned.update(dict.fromkeys(users, "buyer"))
    elif others == {"financier"}:
        turned.update({n: "supplier" for n in partners if sectors.get(n) in _LENT_TO})
    elif "buyer" in others and not others & {"supplier", "developer"}:
        turned.update({name: "supplier" for name in partners if sectors.get(name) in _SERVING})
    return {
        (name, turned.get(name, role) if role == "partner" else role): None for name, role in roles
    }


def rented_by_partners(roles: Roles, frames: Iterable[Frame], sectors: Mapping[str, str]) -> Roles:
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


def built_with_funds(roles: Roles, frames: Iterable[Frame], sectors: Mapping[str, str]) -> Roles:
    """Roles in which a fund that builds a site with one user of compute pays for it.

    "Meta, BlackRock form a venture to develop a data center".
    """
    partners = {name for name, role in roles if role == "partner"}
    funds = {name for name in partners if sectors.get(name) in FINANCE}
    users = {name for name in partners if sectors.get(name) in TAKERS | {"cloud"}}
    is_lab = any(sectors.get(name) in TAKERS for name in users)
    owned = {"joint venture"} if is_lab else set()
    built = any(f.kind == "join" and f.verb in BUILDS | owned for f in frames)
    if not built or not funds or len(users) != 1 or partners != funds | users:
        return roles
    turned: dict[str, Role] = dict.fromkeys(funds, "financier")
    turned |= dict.fromkeys(users, "buyer")
    return {(name, turned.get(name, role)): None for name, role in roles}


def paid_with_own_loan(roles: Roles, frames: Sequence[Frame], products: Collection[str]) -> Roles:
    """Makers that lend, or guarantee a loan, for what they make: they supply as well."""
    lending = {name for f in frames if f.verb == SELLS_ITS_OWN for name in f.subjects}
    if lending or any(role == "supplier" for _, role in roles):
        return {(name, "supplier"): None for name in sorted(lending)}
    backing = {name for f in frames if f.kind == "guarantee" for name in f.subjects}
    return {(name, "supplier"): None for name in sorted(backing & set(products))}


def serving_beside_stake(
    frames: Iterable[Frame], roles: Roles, sectors: Mapping[str, str]
) -> Iterator[str]:
    """Hosts with a deal of which a title names only who takes a stake in them beside it."""
    trading = {name for name, role in roles if role in {"buyer", "supplier"}}
    for frame in frames:
        if frame.verb == STAKE_BESIDE:
            yield from (n for n in frame.objects if n not in trading and sectors.get(n) in _SERVING)


def of_equity_alone(
    parties: Sequence[Party], frames: Iterable[Frame], sectors: Mapping[str, str]
) -> tuple[Party, ...]:
    """Parties in which a maker that only invests supplies nothing by that.

    "Nvidia's plan to invest in OpenAI is on ice" tells of no chips; a cloud's money is spent on it.
    """
    told = {
        name
        for f in frames
        if f.kind not in {"invest", "aside"} and f.subjects and (f.objects or f.kind == "sell")
        for name in (*f.subjects, *f.objects)
    }
    investing = {p.company for p in parties if p.role == "investor"} - told
    investing = {name for name in investing if sectors.get(name) in _MAKING}
    taking = {p.company for p in parties if p.role == "investee"} - told
    if not investing or not taking:
        return tuple(parties)
    return tuple(
        p
        for p in parties
        if (p.company, p.role) not in {(n, "supplier") for n in investing}
        and (p.company, p.role) not in {(n, "buyer") for n in taking}
    )


def with_equity(roles: Roles, frames: Iterable[Frame]) -> Roles:
    """Roles in which the buyer takes the equity that comes with a deal of two."""
    buyers = [name for name, role in roles if role == "buyer"]
    suppliers = [name for name, role in roles if role == "supplier"]
    comes = any(frame.verb == COMES_WITH_DEAL for frame in frames)
    if not comes or len(buyers) != 1 or len(suppliers) != 1:
        return roles
    return {**roles, (buyers[0], "investor"): None, (suppliers[0], "investee"): None}


def is_venture(frame: Frame, sectors: Mapping[str, str]) -> bool:
    """Whether those who borrow are a fund and others that own a site together."""
    kinds = {sectors.get(name, "") in FINANCE for name in frame.objects}
    return frame.kind == "finance" and len(frame.objects) > 1 and len(kinds) > 1


def borrowers(
    frame: Frame, names: Iterable[str], sectors: Mapping[str, str]
) -> Iterator[tuple[str, Role]]:
    """Who takes a loan buys; one who borrows for what a lab will use builds or serves it."""
    names = list(names)
    labs = {name for name in names if sectors.get(name) in TAKERS}
    if is_venture(frame, sectors):
        users = {n for n in names if sectors.get(n) in TAKERS | {"cloud"}} - set(frame.objects)
        if users:
            yield from ((name, "developer") for name in frame.objects)
            return
    clouds = {name for name in names if sectors.get(name) in _RENTING}
    for name in frame.objects:
        sector = sectors.get(name, "")
        if sector in _MAKING:
            yield (name, "supplier")  # what is lent pays for what it makes
        elif sector not in FINANCE:
            users = labs | clouds if sector in _LETTING else labs
            yield (name, _BORROWER.get(sector, "buyer") if users - {name} else "buyer")
