"""Give a noun of dealing its sides: "A's B deal", "A's deal with B", "an order from B"."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.frames.dealing import Found
from parsers.frames.frame import FrameKind
from parsers.frames.scene import NEAR, Group, Scene
from parsers.frames.turns import EITHER_WAY, FOR_GOODS, is_untold, noun_behind
from parsers.frames.words import (
    BY,
    FOR,
    FROM,
    GIVING_NOUNS,
    INTO,
    OBJECT_PREPOSITIONS,
    ORDER_NOUNS,
    TO,
    WITH,
)
from parsers.words import pattern_of

# A kind, who acts, who is acted on.
Sides = tuple[FrameKind, tuple[str, ...], tuple[str, ...]]

_ATTRIBUTE: Final = re.compile(r"(?:['’]s?)?[\s\w$€£.,%’'‑-]{0,60}")
_CUTS: Final = re.compile(
    r",\s|\.\s|\s(?:in|for|with|to|of|from|by|on|at|into|over|as|amid|despite|el|un|la"
    r"|will|would|could|might|may|im|als|dans|nell|marco|âmbito)\s"
)
_TAKES_BESIDES: Final = re.compile(
    r"(?P<whose>['’]s? (?:[\w-]+ ){0,2}[\w-]+)?,? (?:and|while) (?:also |then |will |to )?"
    r"(?:tak|buy|acquir|gain|get|receiv|pick)\w* "
)
_LEASES: Final = frozenset(
    {"lease", "leases", "alquiler", "arriendo", "mietvertrag", "huurcontract", "bail"}
)
_GETS_LOAN: Final = re.compile(
    r"(?<!\w)(?:secur|land|get|got|clos|complet|rais|obtain|receiv|win|won|seek|arrang|pric|tap|tak"
    r"|finali[sz]|sign|announc|lin(?:es|ed|ing) up|near|eye|pursu|negotiat|weigh|hunt|want)"
)
# The same with what hangs on it: "closes in on a $16bn", "is in talks for a".
_NEARS_LOAN: Final = (
    r"(?:\s(?:is|are|has|was))?\s(?:clos(?:es|ing|ed) in on|clos(?:es|ing) on"
    r"|in (?:advanced |early )?talks (?:for|on|over|about)|looks? for|looking for"
    r"|works? on|working on) [^,;:]{0,60}$"
)
# A contract to get something says with that verb who serves whom.
_TO_GET: Final = (
    r"\sto\s(?:buy|purchase|rent|lease|use|access|acquire|procure|take|secure|tap|obtain|get|source"
    r"|receive|book|reserve|order|license|draw)\s"
)
_OVER: Final = r" (?:over|on|about|for) (?:[\w$€£.,’'-]+ ){0,5}"
_PURCHASES: Final = frozenset({"purchase", "purchases"})
_PRICE_GAP: Final = (
    r"['’]s?\s(?:(?:planned|proposed|huge|giant|record)\s)?(?:[$€£₹]?\S*\d\S*\s(?:[bm]illion\s)?)?"
)
_FOR_SOME: Final = r" (?:for|of|on) (?:(?:about|some|up to|over|nearly|[\d.,]+k?) ){0,3}"
# What a loan rests on, where somebody's deal follows.
_PLEDGED: Final = (
    r"(?:,? (?:is|are|was|were|fully|partly|also|that|which)){0,3} (?:backed|secured|supported"
    r"|underpinned|anchored|collaterali[sz]ed) (?:by|with|against) (?:an? |its |the )?"
    r"(?:[$€£\w.,-]+ ){0,4}"
)
# "Withdrew its commitment from Fermi's site": what was given up has been the other way round.
_WITHDRAWN: Final = r"(?<!\w)(?:withdr[ae]w\w*|pull\w*|remov\w+|tak\w+|took) (?:[\w-]+ ){0,3}$"
_TAKING_STAKE: Final = (
    r"(?<!\w)(?:takes|taking|took|acquires|acquiring|receives|receiving|gains|gaining|gets"
    r"|secures) (?:an? |the |about |up to |nearly |roughly )*(?:[\d.]+ ?(?:%|percent) )?"
    r"(?:equity |minority |strategic )?$"
)
_ITS_SITE: Final = r"(?<!\w)(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?|projects?|build-?out)\s"
# Who gives what stands behind: "Google will provide a financial backstop".
_PROVIDES: Final = r"\s(?:provid|offer|extend|pledg|furnish|suppl(?:y|ies|ied))\w*\s"
# Of these a thing is ordered, never received: "een contract bij Nebius", "Auftrag bei Nvidia".
_PLACED_AT: Final = frozenset({"bei", "beim", "bij", "chez", "auprès"})
# Whose lease or contract another stands behind: "avala el contrato de Fluidstack".
_GUARANTEES: Final = r"(?<!\w)(?:garant|aval|b[üu]rg|cautionn|guarant|backstop)\w* (?:\S+ ){0,2}$"
_OTHER_SIDE: Final = WITH | {"by", "for", "to", "of"}


def find_noun_sides(scene: Scene, found: Found) -> Sides:
    """The sides of one noun."""
    before, after = scene.before(found.start), scene.within(found.end)
    attribute = _attribute(scene, found, before)
    if found.words in GIVING_NOUNS:
        return _of_giving(scene, found, attribute, before, after)
    if attribute and (taken := _taken(scene, found, attribute, before, after)):
        return taken
    target = _target(scene, found, after)
    owner = next((g for g in reversed(before) if g is not attribute and _is_free(g)), None)
    subject = attribute or owner
    if target is not None:
        return _with_target(scene, found, subject, target)
    kind: FrameKind = "join" if is_untold(scene, found) else "agree"
    if attribute is None and owner and (passed := _talked_to(scene, found, before)):
        return kind, owner.names, passed.names
    if attribute is not None and len(attribute.names) == 1:
        return kind, names_of(owner), attribute.names
    return kind, names_of(subject), ()


def _talked_to(scene: Scene, found: Found, before: Sequence[Group]) -> Group | None:
    """With whom one talks over what a noun calls: "in talks with AMD over a Texas lease"."""
    if before[-1].preposition not in WITH - {"and"}:
        return None
    gap = scene.folded[before[-1].end : found.start]
    return before[-1] if pattern_of(_OVER).fullmatch(gap) else None


def _taken(
    scene: Scene, found: Found, attribute: Group, before: Sequence[Group], after: Sequence[Group]
) -> Sides | None:
    """Sides of a lease or purchase of what a company makes."""
    if found.words in _LEASES and after and _leases_chips(scene, found, after[0]):
        return "lease", attribute.names, after[0].names
    buyer = _owner_of(scene, attribute, before) if found.words in _PURCHASES else None
    return ("buy", buyer.names, attribute.names) if buyer else None


def _owner_of(scene: Scene, attribute: Group, before: Sequence[Group]) -> Group | None:
    """Whose purchase of another's goods it is: "Yotta's $1bn Nvidia purchase"."""
    owner = next((g for g in reversed(before) if g is not attribute), None)
    if owner is None or not owner.is_possessive or attribute.is_possessive:
        return None
    gap = scene.folded[owner.end : attribute.start]
    return owner if pattern_of(_PRICE_GAP).fullmatch(gap) else None


def _leases_chips(scene: Scene, found: Found, group: Group) -> bool:
    """Whether a lease is for what a company has: "a lease for 100,000 Oracle AI chips"."""
    gap = scene.folded[found.end : group.start]
    return group.is_product and pattern_of(_FOR_SOME).fullmatch(gap) is not None


def names_of(group: Group | None) -> tuple[str, ...]:
    """The names of a side, none of nobody."""
    return group.names if group else ()


def _target(scene: Scene, found: Found, after: Sequence[Group]) -> Group | None:
    """The other side, close behind the noun and a preposition."""
    if not after or after[0].is_product:
        return None
    gap = scene.folded[found.end : after[0].start]
    if len(gap) > NEAR or re.search(r"[,:.]\s", gap):
        return None
    wanted = _OTHER_SIDE | FROM | {"de"} | (TO if found.words in _LEASES else frozenset())
    return after[0] if after[0].preposition in wanted else None


def _with_target(scene: Scene, found: Found, subject: Group | None, target: Group) -> Sides:
    """The sides of a noun with another behind it; of a contract that is guaranteed only that."""
    if pattern_of(_GUARANTEES).search(scene.lead(found.start)):
        return "lease" if found.words in _LEASES else "agree", target.names, ()
    return _kind(scene, found, target), names_of(subject), target.names


def _kind(scene: Scene, found: Found, target: Group) -> FrameKind:
    """Who gives an order is served; a lease from another is rented, one to another let.

    "A contract to buy capacity from another" says with its verb who does what.
    """
    is_from = target.preposition in FROM | {"de"}
    if is_from and pattern_of(_TO_GET).search(scene.folded, found.end, target.start):
        return "agree"
    if is_from and found.words in ORDER_NOUNS:
        return _of_order(scene, found, target)
    if is_from and pattern_of(FOR_GOODS).search(scene.folded[found.end : target.start]):
        return "buy"
    if found.words in _LEASES and is_from:
        return "lease"
    if found.words in _LEASES and target.preposition in TO - EITHER_WAY:
        return "sell"
    return "join" if is_untold(scene, found) else "agree"


def _of_order(scene: Scene, found: Found, target: Group) -> FrameKind:
    """An order is placed at who serves it, and comes from who takes; withdrawn it is either's."""
    if target.preposition in _PLACED_AT:
        return "buy"
    is_left = pattern_of(_WITHDRAWN).search(scene.lead(found.start)) is not None
    return "agree" if is_left else "sell"


def _is_free(group: Group) -> bool:
    return group.preposition not in OBJECT_PREPOSITIONS and not group.is_product


def _gets(scene: Scene, groups: Sequence[Group]) -> bool:
    """Whether the last of some companies gets what follows: "X lands a Google backstop"."""
    if not groups:
        return False
    return (
        _GETS_LOAN.match(scene.folded[groups[-1].end : groups[-1].end + NEAR].lstrip()) is not None
    )


def _nearing(scene: Scene, found: Found, earlier: Sequence[Group]) -> Group | None:
    """Who is about to get a loan: "Vantage closes in on $16bn financing"."""
    if not earlier:
        return None
    gap = scene.folded[earlier[-1].end : found.start]
    return earlier[-1] if pattern_of(_NEARS_LOAN).fullmatch(gap[: 2 * NEAR]) else None


def _of_giving(
    scene: Scene,
    found: Found,
    attribute: Group | None,
    before: Sequence[Group],
    after: Sequence[Group],
) -> Sides:
    """Say who gives: "Google's backstop of X's lease", "a loan from Blackstone", "its stake in".

    Where nothing stands in the gap between them the attribute is whose it is, as in "a $10bn
    OpenAI investment"; who "secures" or "closes" a financing takes it.
    """
    kind = found.kind
    gap = scene.folded[attribute.end : found.start] if attribute else ""
    earlier = [g for g in before if g is not attribute and _is_free(g)]
    if kind == "invest" and earlier and (takes := _taking_besides(scene, found, attribute, gap)):
        return kind, names_of(earlier[-1]), takes[0]
    is_its = not gap.strip()
    source = next((group for group in after[:2] if group.preposition in FROM | BY), None)
    if source and before and _is_pledged(scene, found, source):
        return "agree", before[0].names, source.names
    borrower = (
        attribute if attribute and _GETS_LOAN.search(gap) else _nearing(scene, found, earlier)
    )
    if borrower and kind == "finance":
        user = next((group for group in after[:2] if group.preposition in FOR), None)
        return kind, names_of(source), (*borrower.names, *names_of(user))
    wanted = INTO if kind == "invest" else FOR | TO | {"of", "on", "behind"}
    taker = next((group for group in after[:2] if group.preposition in wanted), None)
    if taker is None and source is not None and before:
        taker = before[-1]
    acts = attribute and (pattern_of(_PROVIDES).search(gap) or attribute.preposition in BY)
    if attribute and kind == "finance" and pattern_of(_ITS_SITE).search(gap):
        taker, attribute = attribute, None  # "secures Oracle data center financing"
    if acts:
        earlier = []  # "while Google will provide a backstop"
    gives = (kind == "invest" and is_its) or (kind == "guarantee" and not _gets(scene, earlier))
    if gives and taker is None and earlier and attribute and not attribute.is_possessive:
        # "Amazon weighs a $10bn OpenAI investment"
        return kind, names_of(earlier[-1]), attribute.names
    giver = source or attribute
    if kind == "guarantee" and giver is None and earlier and not _gets(scene, earlier):
        giver = earlier[-1]  # "Nvidia downsizes plans for a $250 billion guarantee of a site"
    return kind, names_of(giver), names_of(taker)


def _taking_besides(
    scene: Scene, found: Found, attribute: Group | None, gap: str
) -> tuple[tuple[str, ...]] | None:
    """In whom who deals takes a stake besides, if it does.

    In the one it "signs with"; of who "backs X's rent" or "its debt" that is not told.
    """
    if attribute is None:
        return ((),) if _takes_stake(scene, found) else None
    besides = _TAKES_BESIDES.match(gap)
    if besides is None:
        return None
    return ((),) if besides["whose"] else (attribute.names,)


def _takes_stake(scene: Scene, found: Found) -> bool:
    """Whether a stake is what a verb right before it takes, and nothing says in whom."""
    return pattern_of(_TAKING_STAKE).search(
        scene.lead(found.start)
    ) is not None and not scene.folded.startswith(" in ", found.end)


def _is_pledged(scene: Scene, found: Found, source: Group) -> bool:
    """Whether a loan rests on what a customer has signed: "a loan backed by the Meta deal"."""
    gap = scene.folded[found.end : source.start]
    return pattern_of(_PLEDGED).fullmatch(gap) is not None and noun_behind(scene, source)


def _attribute(scene: Scene, found: Found, before: Sequence[Group]) -> Group | None:
    """The group a noun belongs to: "Anthropic data center lease", "SpaceX's deal"."""
    if not before or before[-1].is_product or before[-1].is_backer:
        return None
    gap = scene.folded[before[-1].end : found.start]
    is_plain = len(gap) <= NEAR and _ATTRIBUTE.fullmatch(gap) and not _CUTS.search(gap)
    return before[-1] if is_plain else None
