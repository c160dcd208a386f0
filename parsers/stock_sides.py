"""Say what equity beside a deal makes of its sides: who takes a stake, whose stock it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from parsers.frames.equity import COMES_WITH_DEAL, STAKE_BESIDE
from parsers.frames.frame import Frame
from parsers.lone_sides import MAKING, SERVING, Roles
from parsers.types import Party


def serving_beside_stake(
    frames: Iterable[Frame], roles: Roles, sectors: Mapping[str, str]
) -> Iterator[str]:
    """Hosts with a deal of which a title names only who takes a stake in them beside it.

    So does who answers for one nobody is told to rent from, and takes a stake in a host for it.
    """
    frames = list(frames)
    trading = {name for name, role in roles if role in {"buyer", "supplier"}}
    answering = {n for f in frames if f.kind == "guarantee" and f.objects for n in f.subjects}
    if not any(role == "supplier" for _, role in roles):
        for frame in frames:
            if frame.kind == "invest" and answering & set(frame.subjects):
                hosts = (n for n in frame.objects if n not in trading)
                yield from (n for n in hosts if sectors.get(n) in SERVING)
    for frame in frames:
        if frame.verb == STAKE_BESIDE:
            yield from (n for n in frame.objects if n not in trading and sectors.get(n) in SERVING)


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
    investing = {name for name in investing if sectors.get(name) in MAKING}
    taking = {p.company for p in parties if p.role == "investee"} - told
    if not investing or not taking:
        return tuple(parties)
    return tuple(
        p
        for p in parties
        if (p.company, p.role) not in {(n, "supplier") for n in investing}
        and (p.company, p.role) not in {(n, "buyer") for n in taking}
    )


def with_equity(roles: Roles, frames: Sequence[Frame]) -> Roles:
    """Roles in which the buyer takes the equity that comes with a deal of two, or who else acts.

    "A deal that could give it a 10% stake in AMD"; "Google backs the lease and takes 8%".
    """
    buyers = [name for name, role in roles if role == "buyer"]
    suppliers = [name for name, role in roles if role == "supplier"]
    if len(buyers) != 1 or len(suppliers) != 1:
        return roles
    buyer, supplier = buyers[0], suppliers[0]
    equity = [f for f in frames if f.kind == "invest"]
    untold = [f for f in equity if f.verb == COMES_WITH_DEAL or not f.subjects]
    if any(set(f.subjects) - {buyer} for f in equity if f not in untold):
        return roles
    if all(f.objects not in {(), (supplier,)} for f in untold):
        return roles
    takers = {name for f in untold for name in f.subjects} - {supplier} or {buyer}
    taken: Roles = {(name, "investor"): None for name in sorted(takers)}
    return {**roles, **taken, (supplier, "investee"): None}
