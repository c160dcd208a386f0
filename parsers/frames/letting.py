"""Tell who lets: whoever signs with a customer nobody names, or at a site of its own."""

from typing import Final

from parsers.frames.dealing import Found
from parsers.frames.scene import NEAR, Group, Scene
from parsers.words import pattern_of

# Let to somebody who is not named: "to a hyperscaler".
_LET: Final = (
    r"(?<!\w)to (?:an? |the |its )?(?:[\w-]+ ){0,3}(?:hyperscalers?|tenants?|customers?"
    r"|clients?|lab"
    r"|compan(?:y|ies)|firms?|giant|startup|provider|counterparty)(?!\w)"
)
# What is wanted of one who may let it: "is the front-runner to lease it".
_TO_LET: Final = r"(?:front-?runner|favou?rite|tipped|in line) to $"
# The same of any deal: whoever has "a hyperscaler" or "a client" for the other side serves it.
_UNNAMED_TAKER: Final = (
    r"(?<!\w)(?:with|from|for) (?:an? |one |its |the )?(?:(?!as\b|and\b|to\b)[\w-]+ ){0,4}?"
    r"(?:hyperscalers?|tenants?|customers?|clients?|lessee"
    r"|(?:ai|tech|technology|internet|software|social media|chip|robotics|trading)[ -]"
    r"(?:labs?|compan(?:y|ies)|firms?|developers?|giants?|start-?ups?|majors?|groups?|unicorn)"
    r"|fortune \d+ compan(?:y|ies)|counterparty|ai developer|frontier lab)(?!\w)"
)
_FOR_UNNAMED: Final = (
    r"(?:[^,;:]|,\d){0,90}?\sfor (?:an? |one |its |the )?(?:(?!its\b|their\b)[\w.'’-]+ ){0,3}?"
    r"(?:hyperscalers?|tenants?|customers?|clients?|ai (?:lab|company|firm|developer)"
    r"|(?:tech|technology|internet|cloud) (?:giant|company|firm|group))(?!\w)"
    r"|[^;:]{0,90}? (?:for|chez|para|für|per|voor) ?(?:\.{2,}|…)[\"”’]?\s*$"  # cut off before who
)
# A customer that is won itself: "land first major customer".
_WINS_TAKER: Final = (
    r" (?:an? |its |their |the |another )?(?:[\w-]+ ){0,3}(?:customer|tenant|client|lessee)s?"
    r"(?= (?:for|at|in|on|to|with)(?!\w)|[,.;:]|$)"
)
_WINS: Final = frozenset(
    {"land", "lands", "landed", "win", "wins", "won", "sign", "signs", "signed", "secure"}
    | {"secures", "secured", "bag", "bags", "snag", "snags", "gain", "gains", "clinch"}
    | {"landing", "winning", "securing", "signing", "attract", "attracts", "clinches"}
)
# Who signs one at a site of its own lets it: "signs a hyperscale lease at its Arcola campus".
_AT_OWN_SITE: Final = (
    r"(?=(?:[^.;:]{0,90}\s)?(?:leases?|tenants?|tenanc(?:y|ies)|colocation|hosting)(?!\w))"
    r"(?:[^.;:]|\.\d){0,130}?\s(?:at|in) (?:its|their) (?:own )?(?:[\w.'’&-]+ ){0,5}?"
    r"(?:campus|data ?cent(?:er|re)|site|facility|park|complex)(?!\w)"
)
_SIGNS: Final = frozenset(
    {"sign", "signs", "signed", "signing", "ink", "inks", "inked", "seal", "seals", "sealed"}
    | {"execute", "executes", "executed", "announce", "announces", "announced", "strikes"}
)
# Who is got as one is served: "secures ByteDance as anchor tenant".
_AS_TAKER: Final = (
    r"(?:,? \([^)]{1,20}\)| (?!as|deal|con|le|or|pa|ag|ch|gp|ca)[\w.-]+)?,? as (?:(?:an?|its|the"
    r"|their|first|anchor|lead|key|sole|main|launch|new|second|third|latest|founding|initial"
    r"|primary|cloud|ai|hyperscale|single|big|biggest|largest|major|marquee|flagship|only|exclusive"
    r"|long-term|core|inaugural|maiden|future|planned|other) )*(?:data[- ]cent(?:er|re) )?(?:tenant"
    r"|customer|client|occupant|lessee|user|offtaker|buyer|subscriber)s?(?!\w)"
)
# A site of which a participle says that it is let.
_PARTICIPLE: Final = r"\w+(?:ad[oa]s?|ée?s?|at[aoei])"
_SITES_LET: Final = (
    r"(?<!\w)(?:centros?|data ?cent(?:er|re)s?|centres?|centri|campus|sites?|sitios?|siti|edificios"
    r"|bâtiments|salles|naves|capac\w+)(?: (?!ha |han |a |ont |hanno |tem )[\w.'’-]+){0,5},? $"
)


def serves_unnamed(scene: Scene, found: Found) -> bool:
    """Whether what a verb runs is for somebody not named: "deploys chips for a hyperscaler"."""
    return pattern_of(_FOR_UNNAMED).match(scene.folded, found.end, found.end + 2 * NEAR) is not None


def takes_as(scene: Scene, found: Found, target: Group) -> bool:
    """Whether a verb gets somebody for a customer, which makes the subject the one that serves."""
    if found.kind in {"invest", "finance", "guarantee"}:
        return False
    return pattern_of(_AS_TAKER).match(scene.folded, target.end, target.end + NEAR) is not None


def wins_taker(scene: Scene, found: Found) -> bool:
    """Whether what is won is a customer nobody names: "lands its first tenant"."""
    is_won = pattern_of(_WINS_TAKER).match(scene.folded, found.end) is not None
    return is_won and found.words in _WINS


def lets(scene: Scene, found: Found) -> bool:
    """Whether who leases or signs something with nobody named lets it."""
    until = found.end + 2 * NEAR
    if wins_taker(scene, found):
        return True
    if found.kind == "lease" and pattern_of(_TO_LET).search(scene.lead(found.start)):
        return True
    if found.kind == "lease":
        return pattern_of(_LET).search(scene.folded, found.end, until) is not None
    if found.kind != "agree":
        return False
    if pattern_of(_UNNAMED_TAKER).search(scene.folded, found.end, until):
        return True
    is_own = pattern_of(_AT_OWN_SITE).match(scene.folded, found.end)
    return found.words in _SIGNS and is_own is not None


def is_let_site(scene: Scene, found: Found) -> bool:
    """Whether a participle tells of the site before it: "un campus loué à Meta"."""
    is_participle = found.kind == "lease" and pattern_of(_PARTICIPLE).fullmatch(found.words)
    return bool(is_participle and pattern_of(_SITES_LET).search(scene.lead(found.start)))
