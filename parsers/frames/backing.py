"""Say what it is to back something of a company, or to take something of it over."""

from typing import Final

from parsers.frames.frame import FrameKind
from parsers.frames.scene import NEAR, Found, Group, Scene
from parsers.frames.words import FOR, FROM
from parsers.words import pattern_of

# What somebody is given besides goods: "an option on a 10% stake".
STAKE_BEHIND: Final = (
    r"\s(?:an? |the )?(?:options?|rights?|chance) (?:on|for|over|to) (?:[\w%.$]+ ){0,5}?"
    r"(?:stake|shares|stock|equity)(?!\w)"
)
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


def pays_for_site(scene: Scene, found: Found, target: Group) -> bool:
    """Whether money goes into a site for somebody: "invests $3bn in a data center for Meta"."""
    gap = scene.folded[found.end : target.start]
    return target.preposition in FOR and pattern_of(_SITE_IN).search(gap) is not None


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
