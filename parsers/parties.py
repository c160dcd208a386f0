"""Decide what each company is to a deal: who gets the compute, who provides, builds or pays for it.

What a text says of a pair is weighed: a verb that names both sides beats the place of each in the
supply chain (labs buy from clouds, clouds from hosts, hosts from chip and server makers), and that
beats a verb which only hints ("wins a contract with"). Who joins another without a word of what is
given, or is named in no frame, is a partner.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from parsers.banks import REACHES, with_users
from parsers.bystanders import find_roles_of_rest
from parsers.frames.equity import STAKE_BESIDE
from parsers.frames.frame import Frame, names_in
from parsers.frames.words import BUILT_FOR, POWERED_BY, SITE_HOLDER, TAKES_OVER
from parsers.giving import are_makers, giving_roles
from parsers.lone_sides import (
    WON,
    built_with_funds,
    one_sided,
    paid_with_own_loan,
    raised_for_tenants,
    serving_together,
    serving_unnamed,
    with_topic,
    without_makes,
)
from parsers.partners import named_in_passing, served_beside
from parsers.stock_sides import serving_beside_stake, with_equity
from parsers.trades import (
    CHAIN,
    FINANCE,
    HINT,
    STRONG,
    TAKERS,
    Trade,
    by_chain,
    find_trades,
    guess_sector,
    rented_back,
    served_alone,
    served_for_stake,
    settle,
    without_hints,
)
from parsers.types import Party, Role

_MOST_FRAMES: Final = 600
_USES: Final = frozenset(
    {"use", "uses", "deploy", "deploys", *("使用", "利用", "導入", "活用", "사용")}
)
_RENTED_FROM: Final = frozenset({"neocloud", "miner", "sites"})
_LETS: Final = frozenset({"lease", "leases", "hosting", "colocation", "capacity"})
_SECURES: Final = REACHES | {"secure", "secures", "secured", "reserve", "reserves", "reserved"}

_Roles = dict[tuple[str, Role], None]


def find_parties(
    frames: Sequence[Frame],
    titled: Sequence[str],
    sectors: Mapping[str, str],
    makes: Collection[str] = (),
    products: Collection[str] = (),
) -> tuple[Party, ...]:
    """The parties of a deal, from its frames (title's first) and the companies in its title.

    Args:
        frames: what was found in the title and the sentences that tell the deal.
        titled: companies named in the title, which belong to the deal even outside a frame.
        sectors: the sector of each known company, from the company list.
        makes: companies named only as the make of the chips; such a one supplies the deal only
            where nobody else does.
        products: makers of chips whose products are named: who partners with one buys them.
    """
    frames = raised_for_tenants(frames[:_MOST_FRAMES], sectors)
    sectors = _with_guesses(names_in(frames, titled), _with_holders(frames, sectors))
    sectors = with_users(frames, sectors)
    told = with_topic(
        without_makes([f for f in frames if f.kind != "aside"], makes), titled, sectors, makes
    )
    passing = named_in_passing(frames, sectors) - _sided(told)
    if serving_unnamed(told):
        passing |= set(makes) - _sided(told)
    titled = [company for company in titled if company not in passing]
    roles = _told_roles(told, titled, sectors)
    for company, role in find_roles_of_rest(titled, roles, told, sectors):
        roles.setdefault((company, role))
    roles = served_beside(roles, told, products, sectors)
    roles |= paid_with_own_loan(roles, told, products)
    roles = built_with_funds(roles, told, sectors)
    roles = with_equity(roles, told)
    serving = {company for company, role in roles if role in {"supplier", "developer"}}
    dropped = set(makes) if serving - set(makes) else _reached(told) | _filling(told, makes)
    dropped &= set(makes)
    kept = [Party(company=name, role=role) for name, role in roles if name not in dropped]
    # Who stands in the title comes first: sums without a verb of their own go between these.
    return tuple(sorted(kept, key=lambda party: party.company not in titled))


def _with_guesses(names: Iterable[str], sectors: Mapping[str, str]) -> Mapping[str, str]:
    """The sectors, with those of companies no list knows that their names tell."""
    guesses = {name: guess_sector(name) for name in names if name not in sectors}
    guesses = {name: sector for name, sector in guesses.items() if sector}
    return {**sectors, **guesses} if guesses else sectors


def _with_holders(frames: Iterable[Frame], sectors: Mapping[str, str]) -> Mapping[str, str]:
    """The sectors, with companies no list knows that are called owners or operators of sites."""
    called = {n for f in frames if f.verb.startswith(f"{SITE_HOLDER} ") for n in f.subjects}
    return {**dict.fromkeys(called, "sites"), **sectors} if called else sectors


def _reached(frames: Iterable[Frame]) -> set[str]:
    """Whose chips one gets access to: through somebody who has them, not from their maker."""
    return {name for frame in frames if frame.verb in REACHES for name in frame.objects}


def _filling(frames: Iterable[Frame], makes: Collection[str]) -> set[str]:
    """Whose chips fill a hall that is leased: of a landlord, named or not, not of their maker."""
    leases = any(frame.kind == "agree" and frame.verb == "lease" for frame in frames)
    return set(makes) if leases else set()


# --- what frames tell -----------------------------------------------------------------------------


def _sided(frames: Iterable[Frame]) -> set[str]:
    """Companies that are a side of a frame which names both, or two who do it together."""
    return {
        name
        for frame in frames
        if len({*frame.subjects, *frame.objects}) > 1
        for name in (*frame.subjects, *frame.objects)
    }


def _told_roles(
    frames: Sequence[Frame], titled: Sequence[str], sectors: Mapping[str, str]
) -> _Roles:
    """The roles frames give: money first, since who only pays does not supply."""
    given = giving_roles(frames, titled, sectors)
    banks = {name for name in names_in(frames, titled) if sectors.get(name) in FINANCE}
    lenders = banks | {company for company, role in given if role == "financier"}
    takers = {name for frame in frames if frame.verb in TAKES_OVER for name in frame.subjects}
    holders = {n for frame in frames if frame.verb == STAKE_BESIDE for n in frame.subjects}
    supplied = list(served_for_stake(frames, sectors))
    holding = {n for n in _only_holding(frames) if not are_makers((n,), sectors)}
    holding -= {trade.buyer for trade in supplied}
    holders |= holding | {n for n in _sources(frames) if sectors.get(n) in _RENTED_FROM}
    pair = [name for name in titled if name not in lenders | takers | holders]
    trades = [
        trade
        for trade in (
            *find_trades(frames, sectors),
            *served_alone(pair, frames, sectors),
            *rented_back(frames),
            *supplied,
        )
        if trade.weight >= STRONG or trade.supplier not in takers
    ]
    together = serving_together(frames, sectors)
    trades = [t for t in trades if t.weight > CHAIN or not {t.buyer, t.supplier} <= together]
    trades = without_hints(trades, frames)
    settled = settle(trades, lenders)
    if not together.issuperset(pair) and _is_untold_pair(pair, titled, settled, frames):
        # Beside a trade that is told, or who builds for whom, a hint is no news.
        least = CHAIN if settled or _is_built(frames, sectors) else HINT
        silent = [t for t in by_chain(pair[:1], pair[1:], "", sectors) if t.weight >= least]
        settled = settle([*silent, *trades], lenders)
    settled = _without_investors(settled, given, frames, sectors)
    settled = [trade for trade in settled if trade.buyer not in holding]
    users = {name for f in frames if f.objects and f.verb in _USES for name in f.subjects}
    roles = _in_order(frames, _trading_roles(settled, banks - users, lenders - users))
    buying = users | {n for n, r in roles if r == "buyer" and sectors.get(n) in TAKERS}
    letting = {n for n in _letting(frames) if sectors.get(n, "sites") in _RENTED_FROM}
    for company, role in given:
        if role == "financier" and company in buying:
            continue  # an investor that uses chips itself buys them
        if role == "developer" and (company, "supplier") in roles and company in letting:
            continue  # whose hall is let is its host, though it builds it first
        _add_given(roles, given, company, role, lenders)
    for company in takers - lenders:
        if (company, "supplier") not in roles:
            roles.setdefault((company, "buyer"))
    for company, role in one_sided(frames, roles, sectors):
        roles.setdefault((company, role))
    for company in serving_beside_stake(frames, roles, sectors):
        roles.setdefault((company, "supplier"))
    return roles


def _only_holding(frames: Sequence[Frame]) -> set[str]:
    """Who takes a stake, or stands behind what others owe, and does nothing else in a text."""
    taking = {n for f in frames if f.kind == "invest" and "stake" in f.verb for n in f.subjects}
    return taking - {
        n
        for f in frames
        if f.kind not in {"invest", "finance", "guarantee"}
        for n in (*f.subjects, *f.objects)
    }


def _letting(frames: Iterable[Frame]) -> set[str]:
    """From whom a named side rents or buys, and who has a contract for capacity with one."""
    named = [f for f in frames if f.subjects and f.objects]
    taken = {n for f in named if f.kind == "lease" or f.verb in _SECURES for n in f.objects}
    taken |= {n for f in named if f.kind == "sell" and f.verb in _LETS for n in f.subjects}
    dealt = [f for f in named if f.kind == "agree" and not _LETS.isdisjoint(f.verb.split())]
    return taken | {name for f in dealt for name in (*f.subjects, *f.objects)}


def _sources(frames: Iterable[Frame]) -> set[str]:
    """From whom somebody rents who is not named beside it: "is renting chips from Nscale"."""
    return {n for f in frames if f.kind == "lease" and not f.subjects for n in f.objects}


def _is_built(frames: Iterable[Frame], sectors: Mapping[str, str]) -> bool:
    """Whether somebody who is no lab is said to build for another."""
    return any(
        frame.kind == "build"
        and bool(frame.subjects and frame.objects)
        and not any(sectors.get(name) in TAKERS for name in frame.subjects)
        for frame in frames
    )


def _without_investors(
    settled: Sequence[Trade], given: _Roles, frames: Iterable[Frame], sectors: Mapping[str, str]
) -> list[Trade]:
    """The trades save those of a maker or a cloud that only invests where another one supplies."""
    dealing = {
        name
        for f in frames
        if f.kind in {"buy", "lease", "sell"}
        or f.verb == POWERED_BY
        or (f.kind == "agree" and f.objects)
        for name in (*f.subjects, *f.objects)
    }
    investors = {name for name, role in given if role == "investor"} - dealing
    only = {name for name in investors if sectors.get(name) in {"chips", "cloud"}}
    served = {t.buyer for t in settled if t.supplier not in only and t.weight >= CHAIN}
    return [t for t in settled if t.supplier not in only or t.buyer not in served]


def _trading_roles(
    settled: Iterable[Trade], banks: Collection[str], lenders: Collection[str]
) -> _Roles:
    """Buyers and suppliers. Who stands between two keeps the role that was told first.

    In "Anthropic rents from Lambda, which Nvidia supplies" Lambda supplies, and so does Nvidia.
    What a lender or guarantor gives is money ("leases a site with backing from Nvidia").
    """
    roles: _Roles = {}
    for trade in settled:
        buying: Role = "financier" if trade.buyer in banks else "buyer"
        supplying: Role = "financier" if trade.supplier in lenders else "supplier"
        if (trade.buyer, "supplier") not in roles:
            roles[(trade.buyer, buying)] = None
        if (trade.supplier, "buyer") not in roles:
            roles[(trade.supplier, supplying)] = None
    return roles


def _in_order(frames: Iterable[Frame], roles: _Roles) -> _Roles:
    """Roles in the order the text names their companies."""
    order = {name: index for index, name in enumerate(names_in(frames, ()))}
    return dict.fromkeys(sorted(roles, key=lambda role: order.get(role[0], len(order))))


def _add_given(
    roles: _Roles, given: _Roles, company: str, role: Role, lenders: Collection[str]
) -> None:
    """Add what money or building gives, where it fits the trades.

    Who supplies, or lends, is no buyer by that; who builds for somebody is its developer and not
    its supplier, and nobody develops for itself alone.
    """
    is_supplier, is_buyer = (company, "supplier") in roles, (company, "buyer") in roles
    if role == "buyer" and (is_supplier or company in lenders):
        return
    if role == "supplier" and is_buyer:
        return  # what is built "with" a maker of chips is for it, where it is the customer
    if role == "developer":
        if (company, "financier") in given:
            return  # "financing from Blue Owl to develop a site"
        served = any(r == "buyer" and name != company for name, r in (*roles, *given))
        if not served or is_buyer:
            return
        roles.pop((company, "supplier"), None)
    roles.setdefault((company, role))


def _is_untold_pair(
    pair: Sequence[str], titled: Sequence[str], settled: Sequence[Trade], frames: Iterable[Frame]
) -> bool:
    """Whether a title names two that deal with each other, without a word that says how.

    Of three in a title it is not clear who deals with whom.
    """
    if len(pair) != 2 or _links(pair, settled):  # noqa: PLR2004
        return False
    return not _joined(pair, frames) and not _is_elsewhere(titled, settled)


def _links(titled: Sequence[str], settled: Iterable[Trade]) -> bool:
    """Whether a trade between two companies of the title is told."""
    return any({trade.buyer, trade.supplier} <= set(titled) for trade in settled)


def _is_elsewhere(titled: Sequence[str], settled: Sequence[Trade]) -> bool:
    """Whether a text names both sides of its trade, and neither is of the title."""
    sides = {side for trade in settled for side in (trade.buyer, trade.supplier)}
    return bool(sides) and sides.isdisjoint(titled)


def _joined(titled: Sequence[str], frames: Iterable[Frame]) -> bool:
    """Whether those of a title join in something, build, or win one order: "A·B 수주"."""
    return any(
        set(titled) <= {*frame.subjects, *frame.objects}
        if frame.kind == "join" or frame.verb.endswith(f" {BUILT_FOR}")
        else frame.verb in WON and set(titled) <= set(frame.subjects)
        for frame in frames
    )
