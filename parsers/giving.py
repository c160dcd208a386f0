"""Say what money and building make of a company: financier, investor, investee, developer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from parsers.frames.backing import BACKS
from parsers.frames.debt import EQUITY_FROM
from parsers.frames.equity import INVESTS_IN_IT
from parsers.frames.frame import Frame, names_in
from parsers.frames.words import BUILT_FOR, ENGLISH_INVEST
from parsers.lone_sides import borrowers, is_venture
from parsers.trades import BUILDS, FINANCE, RECEIVES, TAKERS, builds_for_taker, is_turned
from parsers.types import Role

# Who builds no sites for others.
_NO_BUILDERS: Final = frozenset({"lab", "buyer", "cloud", "chips", "servers"})
# Said of a stake alone, while what "invests" may build.
_STAKES_EAST: Final = ("지분", "출자", "入股", "参股", "參股", "注资", "注資", "出資", "拠出")
_LETTING: Final = frozenset({"miner", "sites"})
# Who serves with what it builds: a cluster, a cloud.
_RUNNERS: Final = frozenset({"neocloud", "cloud", "miner"})
_FUNDS: Final = frozenset(
    {"fund", "funds", "finance", "finances", "back", "backs", "backed", "backing"}
)
_GETS: Final = frozenset({"get", "gets", "got", "getting", "receive", "receives", "received"})
_TRADES: Final = frozenset({"buy", "lease", "sell"})
_FINISHED: Final = frozenset({"built", "developed", "constructed", "gebaut", "construido"})

# Said of a loan by whoever gets it, if that is no bank: "Meta arranges $13bn of financing".
_BORROWS: Final = frozenset({"loan", "arrange", "arranges", "arranged", "arranging"})

# What one company alone does pays for what is its own.
_OWN_LOANS: Final = frozenset({"finance", "financing"})
_Roles = dict[tuple[str, Role], None]


def giving_roles(
    frames: Sequence[Frame], titled: Sequence[str], sectors: Mapping[str, str]
) -> _Roles:
    """Who lends, backs, invests or builds, and who takes it."""
    roles: _Roles = {}
    owning = {n for frame in frames if is_venture(frame, sectors) for n in frame.objects}
    paid = {f.subjects for f in frames if f.verb.startswith(RECEIVES) and is_turned(f, sectors)}
    for frame in frames:
        if frame.kind == "invest":
            if frame.objects not in paid and not (
                _lends_instead(frame, frames, sectors) or _build_together(frame, frames)
            ):
                roles |= dict.fromkeys(_invest(frame, frames, titled, sectors))
        elif _only_owns(frame, frames):
            continue
        elif frame.kind in {"finance", "guarantee"}:
            role: Role = "buyer" if _borrows(frame, frames, sectors) else "financier"
            giving = [n for n in frame.subjects if sectors.get(n) in FINANCE]
            giving = giving if frame.verb == EQUITY_FROM else list(frame.subjects)
            roles |= dict.fromkeys((name, role) for name in giving)
            roles |= dict.fromkeys(borrowers(frame, frames, sectors))
        elif (pair := _builds_with(frame, sectors)) is not None:
            roles |= dict.fromkeys(pair)
        elif frame.kind == "build" or builds_for_taker(frame, sectors):
            roles |= dict.fromkeys(_build(frame, frames, sectors))
        elif frame.kind in {"agree", "buy"} and frame.subjects and frame.objects:
            if frame.verb in _FUNDS and is_turned(frame, sectors):
                roles |= dict.fromkeys((name, "financier") for name in frame.subjects)
            names = (*frame.subjects, *frame.objects)
            banks = (n for n in names if sectors.get(n) in FINANCE and n not in owning)
            roles |= dict.fromkeys((name, "financier") for name in banks)
    return roles


def _lends_instead(frame: Frame, frames: Sequence[Frame], sectors: Mapping[str, str]) -> bool:
    """Whether a fund that "backs" somebody does so with a loan it is said to arrange."""
    funds = {name for name in frame.subjects if sectors.get(name) in FINANCE}
    if frame.verb not in BACKS or not funds or funds != set(frame.subjects):
        return False
    return any(f.kind == "finance" and funds & set(f.subjects) for f in frames)


def _only_owns(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether who backs a site is a partner in it: "partners with Reliance in its site"."""
    if frame.kind != "guarantee" or frame.verb != "backed by":
        return False
    return any(
        f.kind == "join" and f.objects and set(frame.subjects) & {*f.subjects, *f.objects}
        for f in frames
    )


def _borrows(frame: Frame, frames: Sequence[Frame], sectors: Mapping[str, str]) -> bool:
    """Whether a loan is called by who takes it: "the $38bn Oracle loan".

    Who pays for a site of two pays for the other: "Groq and Aramco join. Aramco will finance it".
    """
    users = TAKERS | {"cloud"}
    if frame.verb in _BORROWS and frame.objects:
        is_let = all(sectors.get(name) == "sites" for name in frame.objects)
        if is_let and all(sectors.get(name) in users for name in frame.subjects):
            return True  # "Oracle's $38bn loan for Vantage sites"
    is_own = frame.verb in _OWN_LOANS and len(frame.subjects) == 1 and not frame.objects
    is_own = is_own and not (frame.verb == "finance" and _joins(frame.subjects, frames))
    is_untold = all(sectors.get(name) in FINANCE for name in frame.objects)
    is_untold = is_own or (is_untold and frame.verb in _BORROWS)
    return is_untold and all(sectors.get(name) in users for name in frame.subjects)


def _joins(names: Iterable[str], frames: Iterable[Frame]) -> bool:
    """Whether some join others who are named."""
    names = set(names)
    joined = ({*f.subjects, *f.objects} for f in frames if f.kind == "join")
    return any(names < sides for sides in joined)


def _invest(
    frame: Frame, frames: Sequence[Frame], titled: Sequence[str], sectors: Mapping[str, str]
) -> Iterator[tuple[str, Role]]:
    """Equity; the stake of a deal of two is in the other one, "the startup" is the only lab."""
    takers = frame.objects
    if _is_price(frame, sectors):
        return
    if frame.verb == INVESTS_IN_IT:
        labs = [name for name in names_in(frames, titled) if sectors.get(name) in TAKERS]
        labs = [name for name in labs if name not in frame.subjects]
        takers = _only(labs) or _only(_hosts_beside(frame, frames, titled, sectors))
        if not takers:
            return
    has_stake = "stake" in frame.verb and frame.verb not in {"stakes", "staked"}
    has_stake = has_stake or any(word in frame.verb for word in _STAKES_EAST)
    if not takers and has_stake:
        others = [name for name in names_in(frames, titled) if name not in frame.subjects]
        takers = _only(others) or _only([n for n in others if sectors.get(n) in _LETTING])
    if takers and all(sectors.get(name) in FINANCE for name in takers):
        # A fund that is talked to about a site gives money, whoever "invests with" it.
        yield from ((name, "financier") for name in takers)
        return
    side_by_side = frame.verb in ENGLISH_INVEST and len(frame.subjects) > 1
    if side_by_side and not takers:
        labs = [name for name in names_in(frames, titled) if sectors.get(name) in TAKERS]
        takers = _only(labs)  # "X taps Azure as A and B invest $15bn"
    for subject in frame.subjects:
        if takers or side_by_side:  # two who invest in one nobody names do not trade by that
            yield (subject, "investor")
        for other in takers:
            yield (other, "investee")


def _is_price(frame: Frame, sectors: Mapping[str, str]) -> bool:
    """Whether what a host gets from a lab or a cloud pays for compute: "to get $14bn from Meta"."""
    users = TAKERS | {"cloud"}
    return (
        frame.verb in _GETS
        and bool(frame.objects)
        and all(sectors.get(name) in users for name in frame.subjects)
        and all(sectors.get(name) in _RUNNERS - {"cloud"} for name in frame.objects)
    )


def _build_together(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether some invest side by side in a site they build: "A and B will jointly invest"."""
    if frame.objects or frame.verb not in ENGLISH_INVEST or len(frame.subjects) == 1:
        return False
    return any(f.kind == "join" and set(frame.subjects) == set(f.subjects) for f in frames)


def _hosts_beside(
    frame: Frame, frames: Sequence[Frame], titled: Sequence[str], sectors: Mapping[str, str]
) -> list[str]:
    """The hosts that a maker of chips may invest in: "Nvidia signs with IREN, may invest $2bn"."""
    if not are_makers(frame.subjects, sectors):
        return []
    names = names_in(frames, titled)
    return [n for n in names if sectors.get(n) in _RUNNERS and n not in frame.subjects]


def _only(names: Sequence[str]) -> tuple[str, ...]:
    """The one name, if it is one."""
    return tuple(names) if len(names) == 1 else ()


def _build(
    frame: Frame, frames: Sequence[Frame], sectors: Mapping[str, str]
) -> Iterator[tuple[str, Role]]:
    """Who builds for whom; a lab or a cloud that builds "with" another has it build.

    "The site, developed by Vantage" names a builder, "Meta builds" only a plan of its own.
    """
    acting, acted_on = frame.subjects, frame.objects
    if not acted_on:
        for_others = frame.verb in _FINISHED or _stands_beside_trade(frame, frames)
        acting = tuple(n for n in acting if for_others and sectors.get(n, "") not in _NO_BUILDERS)
    elif all(sectors.get(name) in TAKERS for name in acting):
        if any(sectors.get(name, "") in _NO_BUILDERS for name in acted_on):
            return
        acting, acted_on = acted_on, acting
    elif _has_built(acting, acted_on, sectors):
        acting, acted_on = acted_on, acting
    is_for = frame.verb.endswith(BUILT_FOR)
    if (
        acted_on
        and not is_for
        and are_makers(acted_on, sectors)
        and not are_makers(acting, sectors)
    ):
        # "Telus builds an AI factory with HPE", which fills it
        yield from ((name, "buyer") for name in acting)
        yield from ((name, "supplier") for name in acted_on)
        return
    yield from ((subject, _builds_as(subject, frame, sectors)) for subject in acting)
    labs = [name for name in acted_on if sectors.get(name) in TAKERS]
    for other in acted_on:
        if len(acted_on) > 1 and sectors.get(other) in {"chips", "servers"}:
            continue  # of those who have a site built, a maker of chips fills it
        serves = bool(labs) and sectors.get(other, "") in _RUNNERS
        yield (other, "supplier" if serves else "buyer")


def _stands_beside_trade(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether one builds what two others trade: "A wins an order from B, with C building"."""
    trades = [{*f.subjects, *f.objects} for f in frames if f.kind in _TRADES and f.objects]
    sides = {name for pair in trades for name in pair}
    return any(len(pair) > 1 for pair in trades) and sides.isdisjoint(frame.subjects)


def _builds_with(
    frame: Frame, sectors: Mapping[str, str]
) -> tuple[tuple[str, Role], tuple[str, Role]] | None:
    """What a lab and an owner of sites are who build side by side: "OpenAI, NextDC to build"."""
    if frame.kind != "join" or frame.verb not in BUILDS or frame.objects:
        return None
    takers = [name for name in frame.subjects if sectors.get(name) in TAKERS]
    owners = [name for name in frame.subjects if sectors.get(name) == "sites"]
    if len(takers) != 1 or len(owners) != 1 or len(frame.subjects) != len(takers + owners):
        return None
    return (takers[0], "buyer"), (owners[0], "supplier")


def _builds_as(company: str, frame: Frame, sectors: Mapping[str, str]) -> Role:
    """What building for others makes of a company: a fund raises the money for it."""
    sector = sectors.get(company, "")
    is_with = bool(frame.objects) and all(sectors.get(n) in TAKERS for n in frame.subjects)
    if sector in FINANCE and (is_with or frame.verb.startswith(("rais", "borrow"))):
        return "financier"  # "Blackstone raises $60bn for Anthropic's campus"
    if sector in {"chips", "servers"}:
        return "supplier"  # what it builds for others is filled with what it makes
    runs = "infrastructure" in frame.verb and sector in _RUNNERS
    return "supplier" if runs else "developer"


def _has_built(acting: Iterable[str], with_whom: Iterable[str], sectors: Mapping[str, str]) -> bool:
    """Whether a cloud builds with owners of sites: "Google to build a hub with AdaniConneX"."""
    kinds = {sectors.get(name, "") for name in with_whom}
    clouds = {sectors.get(name, "") for name in acting} == {"cloud"}
    return clouds and "sites" in kinds and kinds <= {"sites", "telecom", "power"}


def are_makers(names: Iterable[str], sectors: Mapping[str, str]) -> bool:
    """Whether all companies make chips or servers."""
    return all(sectors.get(name) in {"chips", "servers"} for name in names)
