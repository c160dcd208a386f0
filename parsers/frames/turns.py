"""Say what a verb means with its object: prepositions and what is got may turn it round.

"Leases from" buys and "leases to" sells; who gets a contract from another sells to it; who builds
chips with another makes what the supply chain tells.
"""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from parsers.frames.frame import FrameKind
from parsers.frames.scene import NEAR, Found, Group, Scene
from parsers.frames.words import (
    BY,
    DEAL_NOUNS,
    EQUITY_NOUNS,
    FOR,
    FROM,
    LOAN_NOUNS,
    ORDER_NOUNS,
    TO,
    WITH,
)

# A kind, and whether the sides change places.
Turn = tuple[FrameKind, bool]

_SUM: Final = re.compile(r"[$€£¥₩₹]\s?\d")
_MONEY_GETS: Final = re.compile(r"gets?|got|receiv\w+|secur\w+")
_GETS: Final = re.compile(
    r"gets?|got|getting|receiv\w+|secur\w+|wins?|won|winning|lands?|landed|landing|bags?|obtain\w*"
    r"|clinch\w*|books?|booked|takes?|lock\w* (?:in|up)|commit\w*|reserv\w+|us(?:es|ing)|order\w*"
    r"|sichert sich|picks?|picked|consigu\w+|obt[iu][ev]\w+|(?:se )?adjudic\w+|gana\w*|ganó"
    r"|logr\w+|ganh\w+"
    r"|venc\w+|conquist\w+|remport\w+|décroch\w+|(?:si )?aggiudica|vince|gewinnt|gewann|ergattert"
    r"|выиграла?"
    r"|получ\w+|recib\w+|receb\w+|erhält|erhielt|erhalten|bekommt|bekam|ottien\w+|riceve\w*"
    r"|zdob\w+|otrzym\w+"
)
# Getting something from nobody named tells no side: a host "secures a lease" too.
_HINTS: Final = re.compile(
    r"gets?|got|getting|receiv\w+|secur\w+|wins?|won|lands?|landed|bags?|books?"
)
_HANDS: Final = frozenset({"hand", "hands", "handed", "handing"})
_BACKS: Final = frozenset({"back", "backs", "backed"})
# What is backed besides a company: what it owes.
_OWED: Final = re.compile(
    r"(?:['’]s)? (?:[\w-]+ ){0,3}(?:leases?|rent|debt|loans?|obligations|bonds|payments|contract"
    r"|deal)"
)
_EITHER_WAY: Final = frozenset({"a", "à", "al"})
_PARTS: Final = frozenset(
    {"chips", "chip", "processors", "processor", "accelerators", "silicon", "asics"}
)
_SITES: Final = re.compile(r"(?:data ?cent(?:er|re)s?|campus|infrastructure)(?!\w)")
# Let to somebody who is not named: "to a hyperscaler".
_LET: Final = re.compile(
    r"(?<!\w)to (?:an? |the |its )?(?:[\w-]+ ){0,3}(?:hyperscalers?|tenants?|customers?"
    r"|clients?|lab"
    r"|compan(?:y|ies)|firms?|giant|startup|provider|counterparty)(?!\w)"
)
# The same of any deal: whoever has "a hyperscaler" or "a client" for the other side serves it.
_UNNAMED_TAKER: Final = re.compile(
    r"(?<!\w)(?:with|from|for) (?:an? |one |its |the )?(?:(?!as\b|and\b|to\b)[\w-]+ ){0,4}?"
    r"(?:hyperscalers?|tenants?|customers?|clients?|ai (?:lab|company|firm|developer)|lessee)(?!\w)"
)
# Who is got as one is served: "secures ByteDance as anchor tenant".
_AS_TAKER: Final = re.compile(
    r"(?:,? \([^)]{1,20}\))? as (?:(?:an?|its|the|their|first|anchor|lead|key|sole|main|launch"
    r"|new|second"
    r"|third|latest|founding|initial|primary|cloud|ai|hyperscale|single) )*"
    r"(?:tenant|customer|client|occupant|lessee|user|offtaker)(?!\w)"
)
_TOGETHER_WITH: Final = re.compile(
    r"(?:partnership|collaboration|cooperation|conjunction|alliance|together|jointly|venture) with "
    r"(?:[\w.-]+ ){0,3}$"
)
_UNIONS: Final = frozenset({"cooperation", "collaboration", "alliance", "venture"})
# Verbs two may share without a trade: "A and B announce an expansion", "A and B expand a site".
_SHARED: Final = frozenset(
    {"announce", "announces", "announced", "announcing", "expand", "expanded", "expanding"}
)


def find_turn(scene: Scene, found: Found, target: Group | None) -> Turn:
    """What its object makes of a verb, and whether the sides change places."""
    gap = scene.folded[found.end : target.start if target else found.end + NEAR]
    words = set(re.findall(r"[^\W\d_]+", gap)) if len(gap) <= 2 * NEAR else set()
    if found.kind in {"buy", "sell", "lease"} and words & LOAN_NOUNS and target is not None:
        return _of_loan(scene, found, target)
    if target is not None and _takes_as(scene, found, target):
        return "sell", False
    if target is None:
        return _got_alone(found, words) or _alone(scene, found, words), False
    if _GETS.fullmatch(found.words):
        return _what_is_got(scene, found, words, gap, target)
    if found.words in _BACKS and _OWED.match(scene.folded, target.end, target.end + NEAR):
        return "guarantee", False
    is_handed = found.words in _HANDS and target.preposition in TO and not _SUM.search(gap)
    kind = "sell" if is_handed else _with_object(scene, found.kind, words, gap, target)
    return kind, False


def _got_alone(found: Found, words: AbstractSet[str]) -> FrameKind | None:
    """What getting something from nobody named makes of a verb: who gets an order serves."""
    if not _GETS.fullmatch(found.words):
        return None
    hints = _HINTS.fullmatch(found.words) is not None
    if hints and words & ORDER_NOUNS:
        return "sell"
    return "agree" if hints or words & DEAL_NOUNS else None


def _takes_as(scene: Scene, found: Found, target: Group) -> bool:
    """Whether a verb gets somebody for a customer, which makes the subject the one that serves."""
    if found.kind in {"invest", "finance", "guarantee"}:
        return False
    return _AS_TAKER.match(scene.folded, target.end, target.end + NEAR) is not None


def _of_loan(scene: Scene, found: Found, target: Group) -> Turn:
    """Who lends: of a verb of selling its subject, else the other side; a customer never."""
    if _is_loan_for(scene, found, target):
        return "agree", False
    is_lender = found.kind == "sell" and target.preposition not in FROM | BY
    return "finance", not is_lender


def _is_loan_for(scene: Scene, found: Found, target: Group) -> bool:
    """Whether who gets a loan serves a company with it: "funding for its Microsoft contract"."""
    if not _GETS.fullmatch(found.words):
        return False
    return target.preposition in FOR | TO or _noun_behind(scene, target)


def _with_object(
    scene: Scene, kind: FrameKind, words: AbstractSet[str], gap: str, target: Group
) -> FrameKind:
    """A verb by the preposition of its object."""
    preposition = target.preposition
    if kind == "buy" and words & EQUITY_NOUNS and preposition not in WITH:
        return "invest"  # "may buy up to 10% of the shares of AMD"
    if kind == "lease" and preposition in TO:
        # Romance languages say "a" for "to" and for "from".
        return "agree" if preposition in _EITHER_WAY else "sell"
    if kind == "lease" and preposition in WITH | BY | FOR:
        return "agree"  # "leases with": it is not told who the tenant is
    if kind == "buy" and preposition in WITH and _SITES.search(gap):
        return "build"  # "spends $50bn on data centers with Fluidstack"
    joins = (
        # "plans to build the site in partnership with AWS", "reached a cooperation with SK"
        (kind == "build" and _TOGETHER_WITH.search(scene.lead(target.start)))
        or (kind == "agree" and words & _UNIONS and not scene.has_goods)
    )
    if joins:
        return "join"
    opens = (
        (kind == "buy" and preposition in FOR)
        or (kind == "build" and words & _PARTS)
        or (kind == "join" and trades_in_goods(scene))
    )
    return "agree" if opens else kind


def _alone(scene: Scene, found: Found, words: AbstractSet[str]) -> FrameKind:
    """A verb without an object."""
    kind = found.kind
    if kind == "build" and words & _PARTS:
        return "agree"
    if kind == "lease" and _LET.search(scene.folded, found.end, found.end + 2 * NEAR):
        return "sell"
    if kind == "agree" and _UNNAMED_TAKER.search(scene.folded, found.end, found.end + 2 * NEAR):
        return "sell"
    if kind == "join" and trades_in_goods(scene):
        return "agree"
    is_open = kind == "build" or (kind == "agree" and is_untold(scene, found))
    is_untold_end = kind == "agree" and scene.is_ended and is_open
    return "join" if is_open and (is_untold_end or not scene.has_goods) else kind


def trades_in_goods(scene: Scene) -> bool:
    """Whether those who join trade in what is named; the partners of a venture own it together."""
    return scene.has_goods and "venture" not in scene.folded


def is_untold(scene: Scene, found: Found) -> bool:
    """Whether nothing dealt in is named: of an ended deal, or a site of two, no side is told."""
    if scene.is_ended and _is_joint(scene, found):
        return True
    return not scene.has_goods and (scene.is_ended or found.words in _SHARED)


def _is_joint(scene: Scene, found: Found) -> bool:
    """Whether two end a deal side by side: neither is said to serve the other."""
    before = scene.before(found.start)
    two = 2
    return bool(before) and len(before[-1].names) == two and before[-1].preposition is None


def _what_is_got(
    scene: Scene, found: Found, words: AbstractSet[str], gap: str, target: Group
) -> Turn:
    """Verbs of getting: capacity from another is bought, an order from it is served."""
    source = target.preposition in FROM
    if found.kind == "buy" and target.preposition in FROM | BY and words & EQUITY_NOUNS:
        return "invest", True
    if words & DEAL_NOUNS or _noun_behind(scene, target):
        is_order = target.preposition in FROM | {"de", "del"} and words & ORDER_NOUNS
        return ("sell" if is_order else "agree"), False
    if words & EQUITY_NOUNS and target.preposition == "in":
        return "invest", False
    if found.kind == "buy" and source and _MONEY_GETS.fullmatch(found.words) and _SUM.search(gap):
        return "invest", True
    opens = found.kind == "buy" and target.preposition in FOR
    if opens and _MONEY_GETS.fullmatch(found.words) and _SUM.match(gap.lstrip()):
        return "build", False  # "secures $15bn for Anthropic's data center"
    return ("agree" if opens else found.kind), False


def _noun_behind(scene: Scene, target: Group) -> bool:
    """Whether a noun of dealing stands close behind a group: "the Anthropic data center lease"."""
    tail = scene.folded[target.end : target.end + NEAR]
    behind = re.match(
        r"(?:['’]s)?((?:\s(?!in\b|under\b|as\b|with\b|from\b|to\b)[\w-]+){1,5})", tail
    )
    return bool(behind and set(behind[1].split()) & DEAL_NOUNS)
