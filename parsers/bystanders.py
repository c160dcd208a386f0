"""Decide what companies are to a deal that stand in no frame with two sides."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from parsers.accounts import house_of
from parsers.frames.frame import Frame
from parsers.frames.words import BUILT_FOR, DEAL_NOUNS, POWERED_BY
from parsers.trades import CHAIN, FINANCE, RANK, TAKERS, Trade, buys_from, guess_sector, settle
from parsers.types import Role

_Roles = dict[tuple[str, Role], None]
_PAIR: Final = 2
_LANDLORDS: Final = frozenset({"miner", "sites"})
_LEASES: Final = frozenset({"lease", "leases", "hosting lease", "colocation lease"})
_MAKING: Final = frozenset({"chips", "servers"})
# A lab that does this with a customer or a giant nobody names gets compute all the same.
_SIGNS: Final = frozenset(
    {
        "sign",
        "signs",
        "signed",
        "inks",
        "inked",
        "strikes",
        "struck",
        "seals",
        "enters",
        "agrees",
        "clinches",
        "reaches",
        "finalizes",
        "secures",
        "scores",
    }
)


def find_roles_of_rest(
    titled: Sequence[str], roles: _Roles, frames: Sequence[Frame], sectors: Mapping[str, str]
) -> Iterator[tuple[str, Role]]:
    """Companies of the title, or of a frame of one side, that have no role yet."""
    known = {company for company, _ in roles}
    partners = [name for name in _partners(frames) if name not in known]
    rest = [name for name in titled if name not in known and name not in partners]
    traded = {company for company, role in roles if role in {"buyer", "supplier"}}
    if len(traded) > 1 and not traded & set(titled):
        rest = []  # the text names both sides, and neither is of the title
    if not known and not rest and len(partners) == 1:  # nobody to be a partner of
        rest, partners = partners, []
    if not known and not titled:
        yield from _untitled(frames, partners, sectors)
        return
    if not known and len(rest) == 1:
        yield (rest[0], _alone(rest[0], frames, sectors))
    elif rest:
        letting = [name for name in rest if _lets_alone(name, frames, sectors)]
        yield from ((name, "supplier") for name in letting)
        yield from _among([name for name in rest if name not in letting], roles, sectors)
    makers = {name for f in frames if f.verb == POWERED_BY for name in f.subjects}
    for name in partners:  # what a third one makes runs what the two others deal in
        yield (name, "supplier" if name in makers and len(traded) > 1 else "partner")


def _lets_alone(company: str, frames: Iterable[Frame], sectors: Mapping[str, str]) -> bool:
    """Whether an owner of sites has a lease with nobody named, for which others lend to it."""
    return sectors.get(company) in _LANDLORDS and any(
        f.kind == "agree" and f.verb in _LEASES and {*f.subjects, *f.objects} == {company}
        for f in frames
    )


def _untitled(
    frames: Sequence[Frame], partners: Sequence[str], sectors: Mapping[str, str]
) -> Iterator[tuple[str, Role]]:
    """Companies of a text whose title names none: the one there is, or those who sign together."""
    told = [frame for frame in frames if frame.kind not in {"aside", "invest"}]
    names = tuple(dict.fromkeys(n for f in told for n in (*f.subjects, *f.objects)))
    signs = [frame for frame in told if frame.verb.rpartition(" ")[2] in DEAL_NOUNS]
    if len(names) == 1 and signs:
        yield names[0], _alone(names[0], frames, sectors)
        return
    several = (frame.subjects for frame in signs if len(frame.subjects) == _PAIR)
    signing = next((group for group in several if set(group) == set(names)), ())
    yield from ((name, "partner") for name in dict.fromkeys((*partners, *signing)))


def _partners(frames: Iterable[Frame]) -> tuple[str, ...]:
    joins = [frame for frame in frames if frame.kind == "join"]
    return tuple(dict.fromkeys(n for frame in joins for n in (*frame.subjects, *frame.objects)))


def _alone(company: str, frames: Sequence[Frame], sectors: Mapping[str, str]) -> Role:
    """The role of the only company named: by a verb that has it as one side, else by its trade."""
    told = (_by_frame(company, frame, sectors) for frame in frames)
    role = next((role for role in told if role is not None), None)
    if role is not None:
        return role
    sector = sectors.get(company) or guess_sector(company)
    if sector in FINANCE:
        return "financier"
    is_served = sector == "cloud" and _is_signed_with(company, frames)
    return "supplier" if is_served or RANK.get(sector, 0) >= RANK["neocloud"] else "buyer"


def _by_frame(company: str, frame: Frame, sectors: Mapping[str, str]) -> Role | None:
    """The role a verb gives to the only company named, if it gives one."""
    sector = sectors.get(company, "")
    if company not in frame.subjects or frame.objects:
        return _acted_on(company, frame, sectors)
    if frame.kind == "agree":
        return "supplier" if _sells_compute(frame.verb, sector) else None
    if frame.kind == "sell":
        return "buyer" if frame.verb in _SIGNS and sector in TAKERS else "supplier"
    is_let = frame.kind == "lease" and sector in {"miner", "sites"}
    is_bought = frame.kind == "buy" and sector not in FINANCE
    return "buyer" if is_bought or (frame.kind == "lease" and not is_let) else None


def _is_signed_with(company: str, frames: Sequence[Frame]) -> bool:
    """Whether somebody without a name signs with a company: "Drug maker inks Azure deal"."""
    return any(
        frame.kind == "agree" and frame.verb in _SIGNS and company in frame.objects
        for frame in frames
    ) and not any(company in frame.subjects for frame in frames)


def _acted_on(company: str, frame: Frame, sectors: Mapping[str, str]) -> Role | None:
    """The role of whom something is sold to, or bought from, by somebody without a name."""
    if company not in frame.objects or frame.subjects:
        return None
    if frame.kind == "sell" or frame.verb.endswith(f" {BUILT_FOR}"):
        return "buyer"
    *nouns, last = frame.verb.split() or [""]
    if "cloud" in nouns and last in DEAL_NOUNS and sectors.get(company) == "cloud":
        return "supplier"  # "Oracle inks cloud deal": with a customer nobody names
    gives = frame.kind in {"buy", "lease"} and sectors.get(company) not in TAKERS | FINANCE
    return "supplier" if gives else None


def _sells_compute(verb: str, sector: str) -> bool:
    """Whether who signs this with nobody named sells: 公告签订算力服务合同, a cloud a GPU deal."""
    nouns = verb.split()[1:]
    if "hosting" in nouns:
        return sector not in TAKERS
    return "compute" in nouns and sector in {"neocloud", "miner", "sites"}


def _among(
    rest: Sequence[str], roles: _Roles, sectors: Mapping[str, str]
) -> Iterator[tuple[str, Role]]:
    """Companies outside any frame: by supply chain among themselves and those with a role."""
    known = tuple(dict.fromkeys(company for company, _ in roles))
    found: _Roles = {}
    for name, (house, role) in product(rest, roles):
        if house_of(name) == house_of(house):  # "pays SpaceX for xAI compute"
            found[(name, role)] = None
    rest = [name for name in rest if not any(name == one for one, _ in found)]
    for trade in settle(list(_pairs((*known, *rest), sectors)), frozenset()):
        if trade.buyer in rest and (trade.buyer, "supplier") not in roles:
            found[(trade.buyer, "buyer")] = None
        if trade.supplier in rest and (trade.supplier, "buyer") not in roles:
            found[(trade.supplier, "supplier")] = None
    # Who serves the buyer of the deal is no buyer, whomever it buys from itself.
    serving = {name for name, role in found if role == "supplier"}
    found = {one: None for one in found if one[1] == "supplier" or one[0] not in serving}
    found |= dict.fromkeys((name, "financier") for name in rest if sectors.get(name) in FINANCE)
    yield from found
    every = {role for _, role in (*roles, *found)}
    is_lent = "financier" in every and "buyer" not in every
    told = {company for company, _ in found}
    for name in rest:
        if name not in told:  # what is lent for a maker of chips pays for what it makes
            lent: Role = "supplier" if sectors.get(name) in _MAKING else "buyer"
            yield (name, lent if is_lent else "partner")


def _pairs(names: Sequence[str], sectors: Mapping[str, str]) -> Iterator[Trade]:
    for index, first in enumerate(names):
        for second in names[index + 1 :]:
            direction = buys_from(first, second, sectors)
            if direction is not None:
                buyer, supplier = (first, second) if direction else (second, first)
                yield Trade(buyer=buyer, supplier=supplier, weight=CHAIN)
