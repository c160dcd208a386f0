"""Say what it is to back something of a company, or to take something of it over."""

from typing import Final

from parsers.frames.frame import FrameKind
from parsers.frames.scene import NEAR, Group, Scene
from parsers.frames.words import FOR, FROM
from parsers.words import pattern_of

BACKS: Final = frozenset({"back", "backs", "backed", "backing"})
# What is taken over is a site or a deal, else it is the company.
_TAKEN: Final = (
    r"['’]s? |(?: [\w-]+){0,4} (?:leases?|campus|sites?|data|datacent\w+|capacity|contract|deal"
    r"|project|tenancy|slots?|space)(?!\w)"
)
# What is backed besides a company: what it owes.
_OWED: Final = (
    r"(?:['’]s)? (?:[\w-]+ ){0,3}(?:leases?|rent|debt|loans?|obligations|bonds|payments|contract"
    r"|deal)"
)
_SITE_OF: Final = (
    r"(?:['’]s)?\s(?:[$€£\w.,-]+\s){0,3}?(?:data ?cent(?:er|re)s?|campus(?:es)?)(?!\w)"
)
_SITE_IN: Final = r"(?<!\w)(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?)(?!\w)"


def backs(scene: Scene, target: Group, gap: str) -> FrameKind | None:
    """What backing something of a company is: its lease, or its data center, or one for it."""
    if target.preposition in FOR and pattern_of(_SITE_IN).search(gap):
        return "finance"
    if pattern_of(_OWED).match(scene.folded, target.end, target.end + NEAR):
        return "guarantee"
    return "finance" if is_its_site(scene, target) else None


def is_its_site(scene: Scene, target: Group) -> bool:
    """Whether a site stands close behind a company: "OpenAI's Abilene data center"."""
    return pattern_of(_SITE_OF).match(scene.folded, target.end, target.end + NEAR) is not None


def is_site(scene: Scene, target: Group) -> bool:
    """Whether what is taken over is a company's site or deal: "takes over Aligned's lease"."""
    is_theirs = target.preposition in FROM | {"de", "von", "of", "at", "in"}
    return (
        is_theirs
        or pattern_of(_TAKEN).match(scene.folded, target.end, target.end + NEAR) is not None
    )
