"""Say what a noun of dealing is about: "cloud deal", "colocation agreement", "GPU contract"."""

from collections.abc import Sequence
from typing import Final

from parsers.frames.dealing import Found
from parsers.frames.scene import NEAR, Scene
from parsers.frames.words import BUILT_FOR, BY, FROM, GOODS
from parsers.words import pattern_of

_GOODS: Final = r"(hosting|colocation|lease|cloud|compute|computing|capacity)( services?)?[ -]$"
_CONTRACT: Final = r"gpu[ -]$"
# Chips that are named beside a cloud: then the cloud may be where they go.
_CHIPS: Final = (
    r"(?<!\w)(?:chips?|processors?|accelerators?|silicon|mi\d{3}x?|instinct|xeons?|gaudi|ai[12]\d0"
    r"|asics?|wafers?)(?!\w)"
)
# The mark of such a noun, read by who weighs trades.
WITH_CHIPS: Final = "with-chips"
# The mark of a verb whose deal is over what makers of servers sell.
HARDWARE: Final = "hardware"
# The mark of signing a customer itself, and no deal: "signs Isoform for 32 MW".
SIGNED_UP: Final = "taker"
_SIGNS: Final = frozenset({"sign", "signs", "signed"})
_WINS: Final = frozenset({"wins", "won", "lands", "landed", "bags", "clinches", "secures"})
_HARDWARE_BEHIND: Final = (
    r"\s(?:[\w.,$-]+\s){0,6}?(?:hardware|servers?|systems|racks) (?:supply )?"
    r"(?:deal|contract|agreement|order|purchase)(?!\w)"
)
_LEASES: Final = frozenset({"lease", "leases"})
# Who "receives 5.4% in equity" gets no payment by that.
_GETS: Final = frozenset(
    {"get", "gets", "got", "getting", "receive", "receives", "received", "receiving"}
    | {"obtain", "obtains", "obtained", "obtaining"}
)
_SHARES_BEHIND: Final = (
    r" (?:(?:an?|the|about|up to|roughly|nearly|around|over) )*"
    r"(?:[\d.]+ ?(?:%|percent|per cent) (?:in|of|equity|stake)|warrants|shares|stock)(?!\w)"
)
_GIVES_ACCESS: Final = (
    r"[^;:.]{0,60}?\s(?:for|to (?:get|gain|secure)|giv(?:es|ing) it)(?: \w+)? access to(?!\w)"
    r"|[^;:.]{0,60}?\sto access(?!\w)"
)
# What is signed for a site of so many megawatts is signed with who fills it.
_FOR_SITE: Final = (
    r" with (?:[\w.&'’-]+ ){1,4}?(?:for|covering|at) (?:an? |its |the )?(?:[\w.]+ )?"
    r"\d[\d.,]*(?: |-)?(?:[mg]w|megawatts?|gigawatts?) (?:of )?(?:[\w-]+ ){0,3}?"
    r"(?:data ?cent(?:er|re)|campus|facility|site|colocation|hosting)(?!\w)"
)
# The same behind a noun, where a language sets it there: "contrato de GPU", "umowa na GPU".
_GOODS_ABROAD: Final = (
    r" (?:de |d['’]|di |do |da |na |für |über |voor )(?:[\d.,]+ |servi\w+ d[ei] |mil )?"
    r"(?:[gt]pus?|nube|nuvem|nuage|cloud|capacidade?|capacità|c[óo]mputo|computação|calcul|calcolo"
    r"|rechenleistung|rekenkracht)(?!\w)"
)
_CHIPS_BEHIND: Final = (
    r" (?:[\w.,-]+ ){0,4}?(?:[gt]pus?|chips?|servers?|processors?|accelerators?)(?!\w)"
)
_CHIPS_OF: Final = r"(?<!\w)(?:[gt]pus?|chips?|servers?|processors?|accelerators?)[ -]$"
# What is built that a cloud then runs for another, and no site.
_RUNNING: Final = (
    r"\s(?!(?:[\w'’.,-]+ ){0,6}?(?:data ?cent|campus|site))(?:[\w'’.,$-]+ ){0,6}?"
    r"(?:infra\w+|clusters?|superclusters?|supercomputers?|cloud|capacity|superordenador\w*)(?!\w)"
)


# What a site is built for says nothing of what its builders trade: "to boost computing capacity".
_PURPOSE: Final = (
    r",? to (?:boost|expand|meet|increase|grow|strengthen|enhance|bolster|add|support) .{0,300}"
)


def builds_with_goods(scene: Scene) -> bool:
    """Whether something to trade in is named beside a site that two build, but for its purpose."""
    told = pattern_of(_PURPOSE).sub(" ", scene.folded)
    return scene.has_goods and pattern_of(GOODS).search(told) is not None


def name_with_goods(scene: Scene, found: Found) -> str:
    """A noun of dealing with the word on what is dealt in: "colocation agreement".

    A verb of building with it where it is what a cloud serves with: "build infrastructure".
    """
    if not found.is_noun:
        if found.words in _LEASES and pattern_of(_CHIPS_BEHIND).match(scene.folded, found.end):
            return "capacity rental"
        if mark := _mark(scene, found):
            return f"{found.words} {mark}"
        if found.words in _GETS and pattern_of(_SHARES_BEHIND).match(scene.folded, found.end):
            return f"{found.words} stake"
        runs = found.kind == "build" and pattern_of(_RUNNING).match(
            scene.folded, found.end, found.end + NEAR
        )
        return f"{found.words} infrastructure" if runs else found.words
    lead = scene.folded[max(0, found.start - NEAR) : found.start]
    if found.words in _LEASES and pattern_of(_CHIPS_OF).search(lead):
        return "capacity rental"  # of chips, in whoever's hall they stand
    return f"{_goods_behind(scene, found) or _dealt_in(scene, found)} {found.words}".lstrip()


def _mark(scene: Scene, found: Found) -> str:
    """What is signed or won, where that tells who serves: a customer, a maker's goods."""
    if found.words in _SIGNS and _signs_up(scene, found):
        return SIGNED_UP
    return HARDWARE if _wins_hardware(scene, found) else ""


def _signs_up(scene: Scene, found: Found) -> bool:
    """Whether a customer itself is signed, for something: "signs Isoform for 32 MW"."""
    signed = next((g for g in scene.groups if g.start == found.end + 1), None)
    return signed is not None and scene.folded.startswith((" for ", " as "), signed.end)


def _goods_behind(scene: Scene, found: Found) -> str:
    """The word on what a noun is for: "a deal for access to chips", "a contract for a campus"."""
    if pattern_of(_GIVES_ACCESS).match(scene.folded, found.end):
        return "capacity"
    if pattern_of(_FOR_SITE).match(scene.folded, found.end):
        return "colocation"
    return "gpu" if pattern_of(_GOODS_ABROAD).match(scene.folded, found.end) else ""


def name_for(scene: Scene, found: Found, objects: Sequence[str]) -> str:
    """A verb of building with "for" where a site is built for somebody, who then uses it."""
    verb = name_with_goods(scene, found)
    taker = next((g for g in scene.within(found.end) if set(g.names) & set(objects)), None)
    # "erhält von Meta den Bauauftrag", "obtient de Microsoft la commande d’un centre"
    told = {"for"} if found.kind == "build" else FROM | BY | {"de", "di"}
    return f"{verb} {BUILT_FOR}" if taker and taker.preposition in told else verb


def _wins_hardware(scene: Scene, found: Found) -> bool:
    """Whether what is won is a deal over a maker's goods: "lands a $2bn server deal with Dell"."""
    return (
        found.words in _WINS
        and pattern_of(_HARDWARE_BEHIND).match(scene.folded, found.end) is not None
    )


def _dealt_in(scene: Scene, found: Found) -> str:
    """The word on what is dealt in, right before a noun; empty where none stands there.

    A word that is a company's ("Google Cloud deal") says nothing of the deal.
    """
    lead = scene.folded[max(0, found.start - NEAR) : found.start]
    if any(group.end >= found.start - 1 for group in scene.groups if group.end <= found.start):
        return ""
    word = pattern_of(_GOODS).search(lead)
    if word is None:
        is_rented = found.words.startswith("contract") and pattern_of(_CONTRACT).search(lead)
        return "gpu" if is_rented else ""
    goods = "cloud" if word[2] else word[1]
    return f"{WITH_CHIPS} {goods}" if pattern_of(_CHIPS).search(scene.folded) else goods
