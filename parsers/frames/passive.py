"""Give a passive its sides: "the campus is leased by OpenAI from Oracle"."""

from collections.abc import Sequence
from typing import Final

from parsers.frames.deals import Sides, names_of
from parsers.frames.scene import NEAR, Found, Group, Scene
from parsers.frames.turns import noun_behind
from parsers.frames.words import BY, FOR, FROM, TO, WANTED
from parsers.words import pattern_of

# Forms that may be a passive.
PARTICIPLE: Final = (
    r".*(?:ed|built|bought(?: into)?|chosen|given|sold|lent|won|paid|spent|ado|ido|ados"
    r"|ada|adas|iert|liefert|mietet|gebaut|nis|uit|oué)"
)
_RELATIVE: Final = r"(?:that|which)\s(?:is|are|was|were|has been|have been|will be)\s$"
_AUXILIARY: Final = (
    r"(?<!\w)(?:is|are|was|were|been|be|being|wird|wurde|werden|worden|es|fue|ser[áa]|est|sera|è"
    r"|foi"
    r"|wordt|werd)\s+(?:\w+ly\s+|currently\s+)?$"
)


def is_passive(scene: Scene, found: Found, after: Sequence[Group]) -> bool:
    """Whether a verb is a passive with somebody behind "by", close enough to be its actor."""
    if not pattern_of(PARTICIPLE).fullmatch(found.words):
        return False
    actor = next((group for group in after[:2] if group.preposition in BY), None)
    if actor is None or actor.start - found.end > NEAR:
        return False
    if found.words == "backed" and noun_behind(scene, actor):
        return False  # "backed by a Microsoft contract"
    # German says "von" for "by" and for "from".
    return (
        actor.preposition != "von"
        or pattern_of(_AUXILIARY).search(scene.lead(found.start)) is not None
    )


def passive_sides(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> Sides:
    """Sides of "The campus is leased by OpenAI from Oracle": who stands behind "by" acts.

    Of "backs a site that has been leased by OpenAI" nobody before is acted on.
    """
    actor = next(group for group in after if group.preposition in BY)
    others = [group for group in after if group is not actor and not group.is_product]
    wanted = [group for group in others if group.preposition in WANTED[found.kind] | FROM | FOR]
    is_relative = pattern_of(_RELATIVE).search(scene.lead(found.start))
    free = [group for group in before if group.names != actor.names and not is_relative]
    target = next(iter((*wanted, *free[-1:])), None)
    kind = found.kind
    if kind == "lease" and target is not None and target.preposition in TO | FOR:
        kind = "sell"
    elif kind == "join":
        kind = "agree"
    elif found.words == "backed":  # who backs a company, not its deal, was set aside before
        kind = "guarantee"
    return kind, actor.names, names_of(target)
