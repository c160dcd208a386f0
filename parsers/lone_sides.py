"""Give roles to companies whose other side a text leaves out, or only calls a partner."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from parsers.frames.debt import RAISED_FOR, SELLS_ITS_OWN
from parsers.frames.frame import SUPPLIES_GOODS, Frame, names_in
from parsers.frames.retreats import RETREATS
from parsers.frames.words import ORDER_NOUNS, SITE_HOLDER
from parsers.trades import BUILDS, FINANCE, TAKERS
from parsers.types import Role

# Each company with its role, in the order they were found.
Roles = dict[tuple[str, Role], None]

# What one company is said to do, the other side being left out.
_TAKES: Final = frozenset(
    {"lease", "leases", "leased", "take", "takes", "took", "rent", "rents", "rented", "buy",
     "buys", "bought", "purchase", "purchases", "purchased", "purchasing", "order", "orders",
     "ordered", "contracted", "acquired", "reserved", "procured", "used", "tenant", "anchor",
     "lessee",
     "확보", "구매", "도입", "임차", "采购", "採購", "租用", "承租", "入居",
     "客户", "購入", "調達", "賃借"}
)  # fmt: skip
_END_USERS: Final = frozenset({"end user", "end-user"})
_GIVES: Final = frozenset({"supply", "supplies", "provide", "provides", "deliver", "delivers"})
_PICKS: Final = ("tap", "pick", "select", "choos", "chose", "enlist", "hire")
_RUNS: Final = frozenset(
    {"deploy", "deploys", "deployed", "deploying", "use", "uses", "using", "install", "déployer"}
)
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
# Who is said to take a site that others borrow for: 园区建成后由甲骨文承租.
_TENANCY: Final = frozenset({"承租", "租用", "入居", "賃借", "임차"})
# What some win side by side from one nobody names: neither buys from the other.
WON: Final = frozenset(
    {"수주", "따내", "따냈", "낙찰", "참여", "선정", "낙점", "공급사로", "공급자로", "공급업체로",
     "受注", "落札", "中标", "中標", "得标", "得標", "斩获", "斬獲"}
)  # fmt: skip
# Who has sites or runs a cloud in them: a customer of a venture is theirs.
SERVING: Final = frozenset({"neocloud", "miner", "sites", "telecom", "cloud"})
MAKING: Final = frozenset({"chips", "servers"})
# What a borrower is to a lab that will use what it borrows for.
_BORROWER: Final[Mapping[str, Role]] = {
    "": "developer", "sites": "developer", "neocloud": "supplier", "miner": "supplier"
}  # fmt: skip
# Who rents halls, and who lets them.
_RENTING: Final = frozenset({"cloud", "neocloud"})
_LETTING: Final = frozenset({"sites", "miner"})
RENTING_OUT: Final = frozenset({"neocloud", "miner", "cloud", "telecom"})
_RENTED_FROM: Final = frozenset({"neocloud", "miner", "sites"})
_PAIR: Final = 2


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


def with_topic(
    frames: Sequence[Frame],
    titled: Sequence[str],
    sectors: Mapping[str, str],
    makes: Collection[str] = (),
) -> list[Frame]:
    """Frames in which the only company of the title takes part in what a later sentence tells.

    "Anthropic signs a lease. The deal with TeraWulf": it names the other side alone, as does
    "The campus is built by Zerra" of a lab that builds none itself. Whose chips it gets is no side.
    """
    titled = [name for name in titled if name not in makes] or titled
    others = set(names_in(frames, titled)).difference(titled, makes)
    if len(titled) == 1 and len(others) > 1:
        return [_with_partners(frame, tuple(titled), others) for frame in frames]
    if len(titled) != 1 or len(others) != 1:
        return list(frames)
    is_taker = sectors.get(titled[0]) in TAKERS
    told = [_completed(frame, tuple(titled), is_taker=is_taker) for frame in frames]
    (other,) = others
    if sectors.get(other) in _RENTED_FROM:  # "the company has secured a site through Polar"
        return [_taken_by(frame, (other,), tuple(titled)) for frame in told]
    if sectors.get(other) not in TAKERS:
        return told
    return [_taken_by(frame, tuple(titled), (other,)) for frame in told]


def _with_partners(frame: Frame, topic: tuple[str, ...], others: Collection[str]) -> Frame:
    """A title's company with all others a text names, whom it calls partners side by side."""
    is_told = frame.kind == "agree" and not frame.subjects and set(frame.objects) == set(others)
    return replace(frame, subjects=topic) if is_told else frame


def _taken_by(frame: Frame, topic: tuple[str, ...], taker: tuple[str, ...]) -> Frame:
    """A title's "more use of Google's TPUs" with the lab its text tells of."""
    takes = frame.kind in {"buy", "lease"} and frame.objects == topic and not frame.subjects
    return replace(frame, subjects=taker) if takes else frame


def _completed(frame: Frame, topic: tuple[str, ...], *, is_taker: bool) -> Frame:
    if frame.kind == "agree" and frame.objects and not frame.subjects:
        return replace(frame, subjects=topic)
    builds = frame.kind == "build" and frame.subjects and not frame.objects
    if builds and is_taker and frame.subjects != topic:
        return replace(frame, objects=topic)
    return frame


def raised_for_tenants(frames: Sequence[Frame], sectors: Mapping[str, str]) -> list[Frame]:
    """The frames in which who raises debt for a tenant's site lets it, and lends nothing.

    A fund that raises it lends, a builder of sites develops; labs and makers let nothing.
    """
    frames = _of_funds_leaving(frames, sectors)
    raised = [f for f in frames if f.verb == RAISED_FOR]
    letting = [
        f
        for f in raised
        if RENTING_OUT.issuperset(sectors.get(name, "") for name in f.subjects)
        and not any(sectors.get(name) in FINANCE | MAKING for name in f.objects)
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


def _of_funds_leaving(frames: Sequence[Frame], sectors: Mapping[str, str]) -> list[Frame]:
    """The frames in which who takes its money back from a site is a fund, not its tenant.

    What else is told of a fund that leaves is that it lent, or was to.
    """
    leaving = {
        name
        for f in frames
        if f.verb == RETREATS
        for name in f.subjects
        if sectors.get(name) in FINANCE
    }
    return [
        f
        for f in frames
        if (f.verb != RETREATS or leaving.issuperset(f.subjects))
        and (f.kind == "finance" or leaving.isdisjoint((*f.subjects, *f.objects)))
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
    giving = (f for f in frames if f.verb == SUPPLIES_GOODS)
    for name in _lone(giving, known, sectors):
        known.add(name)
        yield name, "supplier"
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
        rented |= {n for f in frames if f.verb.startswith(f"{SITE_HOLDER} ") for n in f.subjects}
        rented = {name for name in rented - known if sectors.get(name) in SERVING}
        yield from ((name, "supplier") for name in sorted(rented))
        won = [f for f in frames if f.kind == "sell" and f.verb in WON and not f.objects]
        winners = {name for f in won if len(f.subjects) > 1 for name in f.subjects}
        winners |= serving_together(frames, sectors)
        yield from ((name, "supplier") for name in sorted(winners - known))
        givers = (f for f in frames if f.kind == "sell" and f.verb in _GIVES)
        yield from ((name, "supplier") for name in _lone(givers, known, sectors))


def serving_together(frames: Iterable[Frame], sectors: Mapping[str, str]) -> set[str]:
    """Makers, hosts and clouds that serve side by side: "A and B to deliver compute in India".

    So do those whom somebody without a name picks: "US taps A, B to power a supercomputer".
    """
    sides = (
        f.objects
        if f.kind == "buy" and f.verb.startswith(_PICKS) and not f.subjects
        else f.subjects
        if f.kind == "sell" and f.verb in _GIVES and not f.objects
        else ()
        for f in frames
    )
    return {
        name
        for side in sides
        if len(side) == _PAIR and all(sectors.get(name) in SERVING | MAKING for name in side)
        for name in side
    }


def _lone(
    frames: Iterable[Frame], known: Collection[str], sectors: Mapping[str, str]
) -> Iterator[str]:
    """Who acts alone on nobody named, and has no role yet."""
    for frame in frames:
        if not frame.objects and len(frame.subjects) == 1:
            name = frame.subjects[0]
            if name not in known and sectors.get(name) not in FINANCE:
                yield name


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


def is_venture(frame: Frame, sectors: Mapping[str, str]) -> bool:
    """Whether those who borrow are a fund and others that own a site together.

    A fund that lends for the site of one other owns none.
    """
    kinds = {sectors.get(name, "") for name in frame.objects}
    builds = kinds - FINANCE - TAKERS - {"cloud"}
    return frame.kind == "finance" and bool(kinds & FINANCE) and bool(builds)


def tenants_told(frames: Iterable[Frame]) -> set[str]:
    """Who takes a site from nobody named: a host that borrows for it serves them."""
    taken = (f for f in frames if f.kind == "lease" and f.verb in _TENANCY and not f.objects)
    return {name for frame in taken for name in frame.subjects}


def borrowers(
    frame: Frame, frames: Sequence[Frame], sectors: Mapping[str, str]
) -> Iterator[tuple[str, Role]]:
    """Who takes a loan buys; one who borrows for what a lab will use builds or serves it."""
    names = names_in(frames, ())
    labs = {name for name in names if sectors.get(name) in TAKERS} | tenants_told(frames)
    if frame.kind == "guarantee":
        labs -= set(frame.objects)  # who owes side by side with a lab is its fellow tenant
    if is_venture(frame, sectors):
        users = {n for n in names if sectors.get(n) in TAKERS | {"cloud"}} - set(frame.objects)
        if users:
            yield from ((name, "developer") for name in frame.objects)
            return
    clouds = {name for name in names if sectors.get(name) in _RENTING}
    for name in frame.objects:
        sector = sectors.get(name, "")
        if sector in MAKING:
            yield (name, "supplier")  # what is lent pays for what it makes
        elif sector not in FINANCE:
            users = labs | clouds if sector in _LETTING else labs
            yield (name, _BORROWER.get(sector, "buyer") if users - {name} else "buyer")
