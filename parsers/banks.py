"""Tell banks and funds that use compute, or let it, from those that pay for what others use."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from parsers.frames.frame import Frame
from parsers.giving import are_makers
from parsers.trades import FINANCE, TAKERS

# By whom one gets what another has: through somebody who has it, not from its maker.
REACHES: Final = frozenset({"access", "gain access", "gains access", "gained access"})
# Whom one does this to takes compute, even a bank or a fund.
_SERVES: Final = frozenset(
    {"provide", "provides", "providing", "host", "hosts", "hosting", "supply", "supplies", "order"}
)
_ACCESSES: Final = frozenset(
    REACHES
    | {"order", "orders", "ordered", "rents", "customer", "client", "tenant", "lessee", "anchor"}
    | {*("采购", "採購", "租用", "租赁"), *("購入", "賃借", "借り", "採用", "調達")}
    | {*("구매", "도입", "임차")}
)
_PURCHASES: Final = (
    *("buy", "bought", "purchas", "procur", "order", "use", "using", "kauf", "einkauf", "bestel"),
    *("bezieh", "bezog", "bucht", "nutz", "koopt", "kopen", "gebruik", "neemt af", "reserv"),
)
# What is signed for compute, and no loan: "a cloud contract with CoreWeave".
_OF_COMPUTE: Final = frozenset(
    {"cloud", "compute", "computing", "gpu", "gpus", "capacity", "hosting", "colocation", "lease"}
)
_LENDS: Final = frozenset({"finance", "guarantee", "invest"})
_HOSTS: Final = frozenset({"neocloud", "miner", "sites"})
_PAIR: Final = 2
_SELLERS: Final = _HOSTS | {"cloud", "telecom"}


def with_users(frames: Sequence[Frame], sectors: Mapping[str, str]) -> Mapping[str, str]:
    """The sectors, with banks and funds that get compute among the buyers, or serve with it."""
    served = {n for f in frames if f.subjects and f.verb in _SERVES for n in f.objects}
    served |= {n for f in frames if f.verb in _ACCESSES for n in f.subjects}
    served |= _buying_alone(frames, sectors) | _buying_from_hosts(frames, sectors)
    served |= _choosing(frames, sectors)
    users = {name for name in served if sectors.get(name) in FINANCE}
    serving = {
        n
        for f in frames
        if f.kind == "sell" and f.objects
        for n in f.subjects
        if sectors.get(n) in FINANCE
    } - {n for f in frames if f.kind == "buy" and f.objects for n in f.subjects}
    serving |= _letting_funds(frames, sectors)
    return {**sectors, **dict.fromkeys(serving, "telecom"), **dict.fromkeys(users, "buyer")}


def _lends(frames: Iterable[Frame]) -> bool:
    return any(f.kind in _LENDS for f in frames)


def _choosing(frames: Sequence[Frame], sectors: Mapping[str, str]) -> set[str]:
    """Who picks a seller of compute, or signs for a cloud, where nobody lends and no lab is named.

    "ING picks Nebius"; "JPMorgan signs a cloud contract with CoreWeave".
    """
    named = {n for f in frames for n in (*f.subjects, *f.objects)}
    if _lends(frames) or any(sectors.get(name) in TAKERS for name in named):
        return set()
    signs = [f for f in frames if f.kind == "agree"]
    # The largest clouds need no bank: what one signs with them alone is their service.
    signed_with = frozenset({"cloud"} if len(named) == _PAIR else ())
    if any(not _OF_COMPUTE.isdisjoint(frame.verb.split()) for frame in signs):
        signed_with = _SELLERS
    chosen = [(f, _SELLERS | {""}) for f in frames if f.kind == "buy"]
    chosen += [(f, signed_with) for f in signs]
    return {
        name
        for frame, sellers in chosen
        if frame.objects and {sectors.get(other, "") for other in frame.objects} <= sellers
        for name in frame.subjects
    }


def _letting_funds(frames: Iterable[Frame], sectors: Mapping[str, str]) -> set[str]:
    """Funds one rents from where nobody lends: "向软银租用数据中心"."""
    if _lends(frames):
        return set()
    rented = {n for f in frames if f.kind == "lease" and f.subjects for n in f.objects}
    return {name for name in rented if sectors.get(name) in FINANCE}


def _buying_alone(frames: Sequence[Frame], sectors: Mapping[str, str]) -> set[str]:
    """Who buys from makers of chips or servers where nobody else is named who might use them."""
    named = {name for f in frames for name in (*f.subjects, *f.objects)}
    deals = {"buy"} if _lends(frames) else {"buy", "agree"}
    buying = {
        n
        for f in frames
        if f.kind in deals and f.objects and are_makers(f.objects, sectors)
        for n in f.subjects
    }
    others = named - buying
    return buying if are_makers(others, sectors) else set()


def _buying_from_hosts(frames: Sequence[Frame], sectors: Mapping[str, str]) -> set[str]:
    """Who is said to buy or rent from one that sells compute, where no lab or cloud is named."""
    bought = {n for f in frames if f.kind in {"buy", "lease"} for n in f.objects}
    named = {n for f in frames for n in (*f.subjects, *f.objects)} - bought
    if {sectors.get(name, "") for name in named} & {*TAKERS, "cloud"}:
        return set()
    hosts = _HOSTS | {"cloud"}
    return {
        n
        for f in frames
        if f.objects and (f.kind == "lease" or (f.kind == "buy" and f.verb.startswith(_PURCHASES)))
        for n in f.subjects
        if {sectors.get(o, "") for o in f.objects} <= hosts
    }
