"""Weigh what frames tell of every pair: who buys from whom, and how far the words bear it.

A verb that names both sides beats the place of each in the supply chain (labs buy from clouds,
clouds from hosts, hosts from chip and server makers), and that beats a word which only hints
("wins a contract with").
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from parsers.frames.equity import STAKE_BESIDE
from parsers.frames.frame import Frame
from parsers.frames.goods import HARDWARE, SIGNED_UP, WITH_CHIPS
from parsers.frames.likened import COUNTRIES
from parsers.frames.nouns_europe import RENTS_BACK

# Lower buys from higher. Equal ranks, or a sector not listed, leave the direction open.
RANK: Final[Mapping[str, int]] = {
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
_HOSTS: Final = frozenset({"neocloud", "miner", "sites"})
_CLOUDS: Final = _HOSTS | {"cloud"}
_MAKERS: Final = frozenset({"servers", "chips"})
TAKERS: Final = frozenset({"lab", "buyer"})
FINANCE: Final = frozenset({"finance"})
# Nouns of a deal in space: a maker of chips or servers rents like anyone.
_SPACE: Final = frozenset(
    {"lease", "leases", "leasing", "leased", "tenant", "hosting", "colocation", "landlord"}
    # verbs that say both "to" and "from" with one word
    | {"loue", "louent", "louer", "alquila", "alquilan", "alquilar", "alquilará", "arrienda"}
    | {"affitta", "affittano", "affittare", "noleggia", "noleggiare", "aluga", "alugam", "alugar"}
)
# The same of names in Chinese, Japanese and Korean, by how they end.
_EAST_TAILS: Final[Mapping[str, tuple[str, ...]]] = {
    "buyer": (
        *("로보틱스", "ロボティクス", "机器人", "機器人", "智驾", "智駕", "制药", "製薬", "바이오"),
        *("랩스", "ラボ", "研究所", "연구소", "大模型", "모터스", "自動車", "汽车", "汽車"),
    ),
    "neocloud": ("智算", "算力", "クラウド", "클라우드", "云计算", "雲端"),
}
_EAST_AI: Final = re.compile("[㐀-鿿가-힣ぁ-ヿ]AI")
# Who does this hints at being the one that serves.
_SERVES: Final = frozenset(
    {"win", "wins", "won", "winning", "land", "lands", "landed", "landing", "bag", "bags", "bagged",
     "clinch", "clinches", "clinched", "book", "books", "booked", "provider", "supplier",
     "operator", "landlord", "host", "vendor", "developer", "owner", "neocloud", "hosting",
     SIGNED_UP}
)  # fmt: skip
_SOLD: Final = frozenset({"cloud", "compute", "computing", "capacity", "gpu", "order"})
_CLOUD: Final = frozenset({"cloud", "capacity"})
_COMPUTES: Final = frozenset({"compute", "computing"})
_WINS: Final = frozenset(
    {"win", "wins", "won", "land", "lands", "landed", "bag", "bags", "bagged", "clinch", "clinches",
     "clinched", "secures", "secured"}
)  # fmt: skip
_TAKES: Final = frozenset({"tenancy"})
_RUNS: Final = frozenset({"deploy", "install", "operate", "use"})
_PUTS_TO_WORK: Final = ("deploy", "secur", "us", "install", "run")
_SUPPLIES: Final = frozenset(
    {"supply", "supplies", "supplied", "supplying", "provide", "provides", "provided", "providing",
     "host", "hosts", "deliver", "delivers", "delivering"}
)  # fmt: skip
_RENTS: Final = frozenset({"rent", "rents", "lease", "leases", "buy", "buys", "purchase"})
_TAILS: Final[Mapping[str, frozenset[str]]] = {
    "neocloud": frozenset({"cloud", "clouds", "compute", "computing", "gpu", "hpc", "hosting"}),
    "sites": frozenset(
        {"centers", "centres", "datacenters", "datacentres", "campus", "realty", "energy", "power",
         "properties", "reit", "infrastructure"}
    ),
    "buyer": frozenset(
        {"labs", "robotics", "biosciences", "therapeutics", "pharma", "pharmaceuticals", "motors",
         "health", "games", "studios"}
    ),
    "miner": frozenset({"mining", "miner"}),
    "chips": frozenset({"semiconductor", "semiconductors", "silicon", "photonics"}),
    "finance": frozenset({"bank", "capital"}),
}  # fmt: skip
BUILDS: Final = frozenset(
    {"build", "construct", "develop", "build infrastructure", "construir", "desarrollar",
     "levantar", "desenvolver", "construire", "développer", "costruire", "sviluppare", "realizzare",
     "bauen", "errichten", "entwickeln", "bouwen", "построить", "создать", "zbudować", "construi"}
)  # fmt: skip
# What both who gets compute and who gives it may be said to do: sectors tell which.
_OPEN: Final = frozenset(
    {"use", "uses", "used", "using", "deploy", "deploys", "deployed", "deploying", "bet on",
     "bets on", "fund", "funds", "finance", "finances", "back", "backs", "backed", "backing",
     "部署", "佈署", "用", "导入", "導入", "引入", "조달"}
)  # fmt: skip
# What a host gets from a lab or a cloud is its pay: "krijgt 17 miljard van Microsoft".
RECEIVES: Final = (
    "recib", "receb", "reç", "recev", "ricev", "erhält", "erhielt", "erhalten", "bekommt", "bekam",
    "krijg", "kreeg", "ontva", "ontvi", "получ", "otrzym",
)  # fmt: skip
_ORDERS: Final = frozenset({"order", "orders", "contract", "contracts"})
RETURN, STRONG, SPACE, CHAIN, HINT = 5, 4, 3, 2, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """One telling of who buys from whom, and how far the words bear it."""

    buyer: str
    supplier: str
    weight: int


def find_trade(frame: Frame | None) -> tuple[str, str] | None:
    """Buyer and supplier, where a verb names both; None where direction is not told."""
    if frame is None or not frame.subjects or not frame.objects:
        return None
    if frame.kind in {"buy", "lease"}:
        return frame.subjects[0], frame.objects[0]
    return (frame.objects[0], frame.subjects[0]) if frame.kind == "sell" else None


def buys_from(
    first: str,
    second: str,
    sectors: Mapping[str, str],
    *,
    space: bool = False,
    cloud: bool = False,
) -> bool | None:
    """Whether `first` usually buys compute from `second`; None where that cannot be told.

    In a deal in `space` (a lease, hosting) whoever owns sites serves, whatever the other makes; a
    maker of chips or servers buys `cloud` like anyone.
    """
    one, two = sectors.get(first, ""), sectors.get(second, "")
    if space and (one in _HOSTS) != (two in _HOSTS) and RANK.keys() >= {one, two}:
        return two in _HOSTS
    if cloud and (one in _MAKERS) != (two in _MAKERS) and {one, two} & _CLOUDS:
        return one in _MAKERS
    if not space and {one, two} == {"telecom", "cloud"}:
        return one == "telecom"
    if one not in RANK or two not in RANK or RANK[one] == RANK[two]:
        return None
    return RANK[one] < RANK[two]


def find_trades(frames: Sequence[Frame], sectors: Mapping[str, str]) -> Iterator[Trade]:
    """Every telling of a trade, in the order of the text."""
    for frame in frames:
        if frame.kind in {"buy", "lease", "sell"} and frame.subjects and frame.objects:
            buyers, suppliers = frame.subjects, frame.objects
            if (frame.kind == "sell") != is_turned(frame, sectors):
                buyers, suppliers = suppliers, buyers
            if frame.verb.startswith(_PUTS_TO_WORK):
                yield from _through_one(buyers, suppliers, sectors)
            for buyer in buyers:
                for supplier in suppliers:
                    yield Trade(buyer=buyer, supplier=supplier, weight=STRONG)
        elif frame.verb == STAKE_BESIDE:
            continue
        elif frame.kind in {"agree", "invest"} and frame.objects and frame.subjects:
            trades = by_chain(frame.subjects, frame.objects, frame.verb, sectors)
            least = CHAIN if frame.kind == "invest" else HINT  # money alone hints at no trade
            yield from (
                trade
                for trade in trades
                if trade.weight >= least
                and not (frame.kind == "invest" and sectors.get(trade.buyer) == "sites")
            )
        elif frame.kind == "agree" and frame.subjects:
            yield from _in_list(frame.subjects, frame.verb, sectors)


def is_turned(frame: Frame, sectors: Mapping[str, str]) -> bool:
    """Whether a verb is said of the other side: "Nvidia to deploy GPUs, with Samsung building".

    Makers deploy what they make, clouds what labs use, and nobody sells its orders to a maker.
    """
    acting = {sectors.get(name, "") for name in frame.subjects}
    acted_on = {sectors.get(name, "") for name in frame.objects}
    if frame.kind == "sell":
        if frame.verb in _WINS:  # "Anthropic bags 400 MW at TeraWulf's campus"
            return acting <= TAKERS and bool(acted_on) and acted_on <= RANK.keys() - TAKERS
        return frame.verb in _ORDERS and acting <= TAKERS and acted_on <= _MAKERS
    if frame.kind == "buy" and frame.verb.startswith(RECEIVES):
        return acting <= _HOSTS and bool(acted_on) and acted_on <= TAKERS | {"cloud"}
    if frame.kind != "buy" or frame.verb not in _OPEN:
        return False
    if acting <= {"chips"}:
        users = acted_on - _MAKERS - {""}
        return bool(users) and (not frame.verb.startswith("us") or users.isdisjoint(_CLOUDS))
    return acting <= _CLOUDS and acted_on <= TAKERS


def _through_one(
    buyers: Sequence[str], makers: Sequence[str], sectors: Mapping[str, str]
) -> Iterator[Trade]:
    """Of two who run chips together one serves the other: "OpenAI, Oracle deploy Nvidia GPUs"."""
    if len(buyers) == 2 and all(sectors.get(name) in _MAKERS for name in makers):  # noqa: PLR2004
        trades = by_chain(buyers[:1], buyers[1:], "", sectors)
        yield from (trade for trade in trades if trade.weight >= CHAIN)


def by_chain(
    ones: Sequence[str], others: Sequence[str], verb: str, sectors: Mapping[str, str]
) -> Iterator[Trade]:
    """Two sides whose direction the supply chain tells; else the verb hints at it.

    Companies listed together go the same way: who stands by a supplier supplies.
    """
    words = set(verb.split())
    space, cloud = bool(_SPACE & words), bool(_CLOUD & words)
    hosts = _HOSTS & {sectors.get(name, "") for name in (*ones, *others)}
    # A host that wins a contract of a maker of chips serves it, as it does with compute.
    cloud = cloud or (bool(hosts) and bool(words & (_WINS | _COMPUTES)))
    cloud = cloud and (bool(hosts) or WITH_CHIPS not in words) and HARDWARE not in words
    known = {
        (a, b): buys_from(a, b, sectors, space=space, cloud=cloud) for a in ones for b in others
    }
    first = next((direction for direction in known.values() if direction is not None), None)
    weight = SPACE if space or cloud else CHAIN
    if first is None:
        first = _by_hint(ones, others, verb, sectors)
        weight = HINT
    if first is None:
        return
    for (one, other), direction in known.items():
        buyer, supplier = (
            (one, other) if (first if direction is None else direction) else (other, one)
        )
        yield Trade(buyer=buyer, supplier=supplier, weight=weight)


def _by_hint(
    ones: Sequence[str], others: Sequence[str], verb: str, sectors: Mapping[str, str]
) -> bool | None:
    """Whether the ones buy, from what is known of one side alone, and from a verb that hints."""
    kinds = [{sectors.get(name, "") for name in side} for side in (ones, others)]
    if {"lab"} in kinds and {"buyer"} in kinds:  # what a lab has with a conglomerate is its compute
        return kinds[0] == {"lab"}
    for side, buys in ((ones, True), (others, False)):
        known = {sectors.get(name, "") for name in side} & (RANK.keys() - {"cloud", "telecom"})
        unknown = not {sectors.get(name, "") for name in (others if buys else ones)} & RANK.keys()
        if known and unknown:
            return buys if known <= TAKERS else not buys
    words = set(verb.split())
    if words & {"cloud", "gpu"} and kinds.count({"cloud"}) == 1:  # it sells what it is called after
        return kinds[1] == {"cloud"}
    if words & _TAKES:
        words = set(_TAKES)
    if words & _SPACE:  # whoever announces a lease or hosting has the site, unless it sells none
        takers = [{sectors.get(name, "") for name in side} <= TAKERS for side in (ones, others)]
        return None if all(takers) else takers[0]
    if words & _SERVES:
        return False
    # Money pledged to a cloud is paid for it.
    pledges = verb.startswith("commit") and kinds[0] == {""} and kinds[1] <= _CLOUDS
    return True if pledges or words & (_SOLD | _RUNS | _TAKES) else None


def _in_list(names: Sequence[str], verb: str, sectors: Mapping[str, str]) -> Iterator[Trade]:
    """Companies that sign side by side: the lowest on the supply chain buy from the others."""
    ranked = [name for name in names if sectors.get(name) in RANK]
    if len(names) == 2:  # noqa: PLR2004
        trades = by_chain(names[:1], names[1:], verb, sectors)
        yield from (trade for trade in trades if trade.weight > HINT)
        return
    if not ranked:
        return
    lowest = min(RANK[sectors[name]] for name in ranked)
    buyers = [name for name in ranked if RANK[sectors[name]] == lowest]
    for buyer in buyers:
        for name in ranked:
            if name not in buyers:
                yield Trade(buyer=buyer, supplier=name, weight=CHAIN)


def served_alone(
    pair: Sequence[str], frames: Sequence[Frame], sectors: Mapping[str, str]
) -> Iterator[Trade]:
    """Two who join, one of whom is said to supply or rent: "A and B partner. A will supply".

    Who sells on what it buys from the other says nothing of the two by that.
    """
    if len(pair) != 2:  # noqa: PLR2004
        return
    for frame in frames:
        if frame.objects or len(frame.subjects) != 1 or frame.subjects[0] not in pair:
            continue
        one = frame.subjects[0]
        other = pair[1] if one == pair[0] else pair[0]
        if frame.verb in _SUPPLIES and not buys_from(one, other, sectors):
            yield Trade(buyer=other, supplier=one, weight=HINT)
        elif frame.verb in _RENTS:
            yield Trade(buyer=one, supplier=other, weight=HINT)


def served_for_stake(frames: Sequence[Frame], sectors: Mapping[str, str]) -> Iterator[Trade]:
    """Who gets warrants of a maker that supplies nobody named buys what it supplies."""
    users = TAKERS | {"cloud"}
    for frame in frames:
        if frame.kind != "sell" or frame.objects or frame.verb not in _SUPPLIES:
            continue
        held = [f for f in frames if f.kind == "invest" and f.objects == frame.subjects]
        holders = {n for f in held for n in f.subjects if sectors.get(n) in users}
        if len(holders) == 1 and all(sectors.get(name) in _MAKERS for name in frame.subjects):
            yield Trade(buyer=holders.pop(), supplier=frame.subjects[0], weight=CHAIN)


def builds_for_taker(frame: Frame, sectors: Mapping[str, str]) -> bool:
    """Whether two join to build and one of them is a lab: the other builds for it."""
    if frame.kind != "join" or frame.verb not in BUILDS:
        return False
    sides = (frame.subjects, frame.objects)
    return any(side and all(sectors.get(name) in TAKERS for name in side) for side in sides)


def rented_back(frames: Sequence[Frame]) -> Iterator[Trade]:
    """Who rents back what it makes, from the only other company a text tells of."""
    names = dict.fromkeys(n for f in frames for n in (*f.subjects, *f.objects) if f.kind != "aside")
    for frame in frames:
        if frame.verb == RENTS_BACK and len(frame.subjects) == 1:
            others = frame.objects or [name for name in names if name not in frame.subjects]
            if len(others) == 1:
                yield Trade(buyer=frame.subjects[0], supplier=others[0], weight=RETURN)


def guess_sector(name: str) -> str:
    """What a company no list knows does, from the last word of its name; empty if that is open.

    A state buys.
    """
    if name in COUNTRIES:
        return "buyer"
    if not name.isascii():
        if _EAST_AI.fullmatch(name[-3:]):
            return "buyer"  # 蒼海AI
        ends = (sector for sector, tails in _EAST_TAILS.items() if name.endswith(tails))
        return next(ends, "")
    last = name.lower().rpartition(" ")[2]
    return next((sector for sector, tails in _TAILS.items() if last in tails), "")


def without_hints(trades: Iterable[Trade], frames: Iterable[Frame]) -> list[Trade]:
    """The trades save those that only hint at a direction between who builds and for whom."""
    built = {
        frozenset((builder, owner))
        for f in frames
        if f.kind == "build"
        for builder in f.subjects
        for owner in f.objects
    }
    return [t for t in trades if t.weight > HINT or {t.buyer, t.supplier} not in built]


def settle(trades: Sequence[Trade], lenders: AbstractSet[str]) -> list[Trade]:
    """One direction for every pair: the heaviest telling, of equals the more frequent, the first.

    Only a verb that names both sides makes a lender one of them.
    """
    best: dict[frozenset[str], list[Trade]] = {}
    for trade in trades:
        if trade.buyer != trade.supplier:
            best.setdefault(frozenset((trade.buyer, trade.supplier)), []).append(trade)
    settled = [_heaviest(rivals) for rivals in best.values()]
    return [
        trade
        for trade in settled
        if trade.weight >= STRONG or lenders.isdisjoint({trade.buyer, trade.supplier})
    ]


def _heaviest(rivals: Sequence[Trade]) -> Trade:
    most = max(trade.weight for trade in rivals)
    heavy = [(trade.buyer, trade.supplier) for trade in rivals if trade.weight == most]
    buyer, supplier = max(dict.fromkeys(heavy), key=heavy.count)
    return Trade(buyer=buyer, supplier=supplier, weight=most)
