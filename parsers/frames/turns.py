"""Say what a verb means with its object: prepositions and what is got may turn it round.

"Leases from" buys and "leases to" sells; who gets a contract from another sells to it; who builds
chips with another makes what the supply chain tells.
"""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from parsers.frames.acting import gets_building_work, is_chosen_to_build
from parsers.frames.backing import (
    HANDS,
    STAKE_BEHIND,
    builds_for,
    commits_goods,
    gives_to,
    lends_for_site,
    names_loan,
    pays_to_build,
    serves_needs,
)
from parsers.frames.dealing import Found
from parsers.frames.frame import FrameKind
from parsers.frames.goods import builds_with_goods
from parsers.frames.letting import lets, takes_as, wins_taker
from parsers.frames.scene import NEAR, Group, Scene
from parsers.frames.words import (
    BY,
    DEAL_NOUNS,
    ENGLISH_INVEST,
    EQUITY_NOUNS,
    FOR,
    FROM,
    LOAN_NOUNS,
    ORDER_NOUNS,
    SHARED,
    TO,
    UNIONS,
    WITH,
)
from parsers.words import pattern_of

Turn = tuple[FrameKind, bool]  # a kind, and whether the sides change places
_SUM: Final = r"[$€£¥₩₹]\s?\d"
_MONEY_GETS: Final = r"gets?|got|receiv\w+|secur\w+"
_GETS: Final = (
    r"gets?|got|getting|receiv\w+|secur\w+|wins?|won|winning|lands?|landed|landing|bags?|obtain\w*"
    r"|clinch\w*|books?|booked|takes?|lock\w* (?:in|up)|commit\w*|reserv\w+|us(?:es|ing)|order\w*"
    r"|sichert sich|picks?|picked|consigu\w+|obt[iu][ev]\w+|(?:se )?adjudic\w+|gana\w*|ganó"
    r"|logr\w+|ganh\w+"
    r"|venc\w+|conquist\w+|remport\w+|décroch\w+|(?:si )?aggiudica|vince|gewinnt|gewann|ergattert"
    r"|выиграла?"
    r"|s[ei] (?:è )?ass?[ei][cg]ur\w+|получ\w+|recib\w+|receb\w+|erhält|erhielt|erhalten|bekommt"
    r"|bekam|ottien\w+|riceve\w*"
    r"|zdob\w+|otrzym\w+|krijgt|kreeg"
)
# Getting something from nobody named tells no side: a host "secures a lease" too.
_HINTS: Final = r"gets?|got|getting|receiv\w+|secur\w+|wins?|won|lands?|landed|bags?|books?"
_CHOSEN: Final = frozenset({"chosen", "selected", "picked", "tapped", "hired", "commissioned"})
_TO_SERVE: Final = (
    r" (?:to|for) (?:build|supply|provide|host|develop|construct|deliver|run|power)\w*(?!\w)"
)
_GOODS: Final = (
    r"\s(?:(?:the|another|its|up to|about|some|nearly|over|opening|first|initial|further)\s){0,3}"
    r"[\d.,]+(?:\s?[mg]w|\s(?:mega|giga)watts|\s(?:[\w-]+\s){0,3}(?:[gt]pus|chips))(?!\w)"
    r"|\s(?:its |the )?(?:first|second|third|next|final|last) (?:[\w-]+ ){0,2}(?:clusters?|halls?"
    r"|racks|chips|[gt]pus|servers|building)(?!\w)"
)
# What is worth the money named before it: "$30 billion in compute".
_WORTH: Final = (
    r"(?:in|of|worth of|for)\s(?:[\w-]+\s){0,2}?(?:compute|computing|capacity|cloud|chips?|[gt]pus?"
    r"|servers?|processors|accelerators|hardware|services|hosting|infrastructure|data)(?!\w)"
)
# Who gets a payment from another serves it.
_SHARE_OF: Final = (
    r"\d\s?(?:%|pro[zc]ent|percent|p[eo]r cent[o]?|por ciento|pour cent)"
    r" (?:of|an|von|van|de|del|di|d[ao]|a[vf])\s$"
)
_ITS_STOCK: Final = r"(?:['’]s)? (?:common |new )?(?:stock|shares)(?!\w)"
_PAYMENT: Final = (
    r"(?:['’]s)? (?:[\w-]+ )?(?:pre-?payments?|payments?|deposits?|instal?lments?)(?!\w)"
)
_WINS: Final = r"secur\w+|wins?|won|winning|lands?|landed|landing|bags?|bagged|clinch\w*"
# "Alibaba wins a China Unicom order": whose order it is buys.
_THEIR_ORDER: Final = (
    r"(?:['’]s)? (?:[\w-]+ ){0,3}(?:orders?|tenders?|business|purchase order)(?!\w)"
)
# "Si assicura da xAI un ordine di server": who is given an order serves.
_ORDER_BEHIND: Final = (
    r",? (?:(?:un[ae]? |une |uma? |an? |the |el |la |le |il |eine?n? |den |de |een )(?:[\w-]+ )"
    r"{0,2}?)?(?:ordine|commessa|pedido|encargo|encomenda|commande|orders?|[a-zäöü]{0,12}auftrag"
    r"|aufträge|opdracht)(?!\w)"
)
# What money is got for: "secure a $38 billion debt deal to fund Oracle's data centers".
_TO_PAY_FOR: Final = (
    r"(?<!\w)to (?:help )?(?:fund|finance|build|back|fuel|bankroll|pay for|support|construct)\s"
)
_SUPPORT: Final = LOAN_NOUNS | {"backstop", "guarantee", "guarantees"}
_SITE_LOAN: Final = (
    r"(?:['’]s)? (?:[\w-]+ ){0,2}?(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?|projects?"
    r"|build-?out) (?:[\w-]+ )?(?:financing|loans?|debt|bonds?|funding|credit)(?!\w)"
)
# Who lends chips rents them out.
_LENDS: Final = frozenset({"lend", "lends", "lent", "lending", "loan", "loans", "loaned"})
_HARDWARE: Final = (
    r"\s(?:[\w.,'’-]+ ){0,4}?(?:[gt]pus?|chips|processors|servers|compute|capacity)(?!\w)"
)
# Goods that come from a side: "signs a deal for GPU capacity from", "Vertrag für Chips von".
FOR_GOODS: Final = (
    r"(?<!\w)(?:for|over|on|für|über|voor|pour|para|per) (?:[^\s,;:]+ ){0,6}?[^\s,;:]*"
    r"(?:gpus?|chips|servers?|capacity|compute|computing power|kapazit[äa]t\w*|rechenleistung"
    r"|capaciteit|rekenkracht|prozessoren)(?: [^\s,;:]+)? $"
)
EITHER_WAY: Final = frozenset({"a", "à", "al", "ao", "aos", "au", "aux"})
_PARTS: Final = {"chips", "chip", "processors", "processor", "accelerators", "silicon", "asics"}
_SITES: Final = r"data ?cent(?:er|re)s?|campus|cent\w+ d[ei] (?:da|don)|(?:rechen|daten)zentr"
_SITE_ABROAD: Final = (
    r"(?<!\w)(?:in|en|em|dans|nel|w|в|în) (?:\S+ ){0,4}?(?:data ?cent(?:er|re)s?"
    r"|\w*(?:rechen|daten)zentr\w+|centros? de (?:datos|dados)|centres? de données|centr[oi] dati"
    r"|дата-центр\w*|(?:mega|macro)\s?(?:centr[oe]s?|campus)|cent\w+ de (?:ia|inteligencia "
    r"artificial)"
    r"|centr\w+ danych|centr\w+ de date|ki-fabrik|supercomput\w+)(?!\w)"
)
# "Leases access to another's chips" is no letting.
_ACCESS_TO: Final = r"(?<!\w)access to (?:[\w-]+ ){0,2}$"
_BRINGS: Final = ("aport", "apport")
_CAPACITY: Final = frozenset({"capacity", "compute", "gpus", "tpus", "chips", "servers"})
_TOGETHER_WITH: Final = (
    r"(?:partnership|collaboration|cooperation|conjunction|alliance|together|jointly|venture) with "
    r"(?:[\w.-]+ ){0,3}$"
)


def find_turn(scene: Scene, found: Found, target: Group | None) -> Turn:
    """What its object makes of a verb, and whether the sides change places."""
    gap = scene.folded[found.end : target.start if target else found.end + NEAR]
    words = set(re.findall(r"[^\W\d_]+", gap)) if len(gap) <= 2 * NEAR else set()
    if target is not None and target.is_product and _wins_work(found, words):
        target = None  # whose chips a contract is to be run on has no part in it
    if _lends_goods(scene, found) or (target is not None and _serves(scene, found, target)):
        return "sell", False
    if target is None:
        is_won = wins_taker(scene, found)
        got = "sell" if is_won else _got_alone(found, words)
        return got or _alone(scene, found, words), False
    is_chosen = is_chosen_to_build(scene, found, target)
    is_built = builds_for(scene, found, target) or gets_building_work(scene, found, target)
    if is_chosen or is_built:
        return "build", is_chosen
    is_trade = found.kind in {"buy", "sell"} and not target.is_product
    if is_trade and (names_loan(found, gap, words) or _is_site_loan(scene, target)):
        return _of_loan(scene, found, target)
    if pattern_of(_GETS).fullmatch(found.words) and not commits_goods(found, gap, target):
        return _what_is_got(scene, found, words, gap, target)
    backed = gives_to(scene, found, target, gap)
    is_handed = found.words in HANDS or (found.kind == "lease" and target.preposition is None)
    is_handed = is_handed and _hands_goods(scene, target, gap)
    is_handed = is_handed or commits_goods(found, gap, target)
    kind: FrameKind = "agree" if _opens(scene, found, target) else found.kind
    told = "sell" if is_handed else _with_object(scene, kind, words, gap, target)
    return backed or told, False


def _opens(scene: Scene, found: Found, target: Group) -> bool:
    """Whether it is not told who buys: "contracts chips with Meta", "raises the Meta deal".

    Of "Omnia chosen to build" the verb behind says what it does.
    """
    if pattern_of(STAKE_BEHIND).match(scene.folded, target.end):
        return True  # "hands OpenAI an option on a stake"
    if found.words in _CHOSEN:
        return pattern_of(_TO_SERVE).match(scene.folded, found.end) is not None
    if found.words.startswith("put"):
        return _is_put(scene, found, scene.folded[found.end : target.start])
    if found.words.startswith("rais"):
        return noun_behind(scene, target)
    return found.words.startswith("contract") and target.preposition in WITH


def _is_put(scene: Scene, found: Found, gap: str) -> bool:
    """Whether goods are put somewhere, not money: "to put its chips in CoreWeave data centers"."""
    is_money = pattern_of(_SUM).search(gap) or not EQUITY_NOUNS.isdisjoint(gap.split())
    return found.kind == "invest" and scene.has_goods and not is_money


def _hands_goods(scene: Scene, target: Group, gap: str) -> bool:
    """Whether what is handed to somebody is no money: "hands OpenAI 500 MW", "hands chips to X"."""
    if target.preposition in TO:
        return pattern_of(_SUM).search(gap) is None
    return pattern_of(_GOODS).match(scene.folded, target.end, target.end + NEAR) is not None


def stands_beside(scene: Scene, group: Group) -> bool:
    """Whether a company only takes part: "delivers chips in partnership with Dell"."""
    return pattern_of(_TOGETHER_WITH).search(scene.lead(group.start)) is not None


def _lends_goods(scene: Scene, found: Found) -> bool:
    """Whether what is lent are chips or the like, which is to rent them out."""
    if found.words not in _LENDS:
        return False
    return pattern_of(_HARDWARE).match(scene.folded, found.end) is not None


def _is_won(found: Found, gap: str, target: Group) -> bool:
    """Whether a company itself is got: a host "secures Anthropic", a lab "secures Oracle"."""
    if gap.strip() or target.is_product or target.is_possessive:
        return False
    return pattern_of(_WINS).fullmatch(found.words) is not None


def _wins_order(scene: Scene, found: Found, target: Group) -> bool:
    """Whether what is won is another's order: a contract may be won by who gets the goods."""
    if not pattern_of(_WINS).fullmatch(found.words):
        return False
    return pattern_of(_THEIR_ORDER).match(scene.folded, target.end, target.end + NEAR) is not None


def _wins_work(found: Found, words: AbstractSet[str]) -> bool:
    """Whether an order is won: "secures a contract covering 27,000 Nvidia GPUs"."""
    return bool(words & ORDER_NOUNS) and pattern_of(_WINS).fullmatch(found.words) is not None


def _pledges(found: Found, gap: str, target: Group) -> bool:
    """Whether money is pledged to somebody: labs pay their clouds so, and investors their labs."""
    is_pledge = found.words.startswith("commit") and target.preposition in TO
    return is_pledge and pattern_of(_SUM).search(gap) is not None


def _got_alone(found: Found, words: AbstractSet[str]) -> FrameKind | None:
    """What getting something from nobody named makes of a verb: who gets an order serves."""
    if found.words.startswith("award"):
        return "sell" if found.words == "awarded" else "agree"
    if not pattern_of(_GETS).fullmatch(found.words):
        return None
    if "from" in words and words & _CAPACITY:
        return "buy"  # from whom, the headline has no room to say
    hints = pattern_of(_HINTS).fullmatch(found.words) is not None
    if hints and words & ORDER_NOUNS:
        return "sell"
    return "agree" if hints or words & DEAL_NOUNS else None


def _serves(scene: Scene, found: Found, target: Group) -> bool:
    return serves_needs(scene, found, target) or takes_as(scene, found, target)


def _of_loan(scene: Scene, found: Found, target: Group) -> Turn:
    """Who lends: of a verb of selling its subject, else the other side; a customer never."""
    if _is_loan_for(scene, found, target):
        return "agree", False
    is_bought = found.words.startswith(("buy", "bought", "purchas"))  # "buys bonds for a site"
    is_lender = is_bought or (found.kind == "sell" and target.preposition not in FROM | BY)
    return "finance", not is_lender


def _is_loan_for(scene: Scene, found: Found, target: Group) -> bool:
    """Whether who gets a loan serves a company with it: "funding for its Microsoft contract"."""
    if not pattern_of(_GETS).fullmatch(found.words):
        return False
    gap = scene.folded[found.end : target.start]
    is_use = pattern_of(_TO_PAY_FOR).search(gap) is not None
    is_use = is_use or target.preposition in FOR | TO or _is_site_loan(scene, target)
    return is_use or noun_behind(scene, target)


def _is_site_loan(scene: Scene, target: Group) -> bool:
    """Whether money for a company's site is named by it: "$16bn Oracle data center financing"."""
    return pattern_of(_SITE_LOAN).match(scene.folded, target.end) is not None


def _with_object(
    scene: Scene, kind: FrameKind, words: AbstractSet[str], gap: str, target: Group
) -> FrameKind:
    """A verb by the preposition of its object."""
    preposition = target.preposition
    if kind == "buy" and (
        _is_share_of(scene, gap, target) or (words & EQUITY_NOUNS and preposition not in WITH)
    ):
        return "invest"  # "may buy up to 10% of the shares of AMD", "buy 30 million IREN shares"
    if kind == "lease" and preposition in TO and not pattern_of(_ACCESS_TO).search(gap):
        # Romance languages say "a" for "to" and for "from".
        return "agree" if preposition in EITHER_WAY else "sell"
    if kind in {"buy", "invest"} and preposition in WITH and pattern_of(_SITES).search(gap):
        return "build"  # "spends $50bn on data centers with Fluidstack"
    if kind == "agree" and preposition in FROM and pattern_of(FOR_GOODS).search(gap):
        return "buy"
    joins = (
        # "plans to build the site in partnership with AWS", "reached a cooperation with SK"
        (kind == "build" and pattern_of(_TOGETHER_WITH).search(scene.lead(target.start)))
        or (kind == "agree" and words & UNIONS and not scene.has_goods)
    )
    if joins:
        return "join"
    opens = (
        # "leases with": it is not told who the tenant is
        (kind == "lease" and preposition in (WITH | BY | FOR) - {"da", "dalla", "von", "av", "af"})
        or (kind == "buy" and preposition in FOR and not target.is_product)
        or (kind == "build" and words & _PARTS)
        or (kind == "join" and trades_in_goods(scene))
    )
    return "agree" if opens else kind


def _alone(scene: Scene, found: Found, words: AbstractSet[str]) -> FrameKind:
    """A verb without an object."""
    kind = found.kind
    if kind == "build" and words & _PARTS:
        return "agree"
    if kind == "sell" and words & _SUPPORT:  # "will provide $5bn in financing", "a backstop"
        return "finance" if words & LOAN_NOUNS else "guarantee"
    if kind == "invest" and found.words.startswith(_BRINGS) and words & LOAN_NOUNS:
        return "finance"  # "aporta el crédito"
    if lets(scene, found):
        return "sell"
    if kind == "join" and trades_in_goods(scene):
        return "agree"
    is_open = kind == "build" or (kind == "agree" and is_untold(scene, found))
    if kind == "invest" and (found.words not in ENGLISH_INVEST or _is_joint(scene, found)):
        # in a site of theirs
        is_open = pattern_of(_SITE_ABROAD).search(scene.folded, found.end) is not None
    is_untold_end = kind == "agree" and scene.is_ended and is_open
    has_goods = builds_with_goods(scene) if kind == "build" else scene.has_goods
    return "join" if is_open and (is_untold_end or not has_goods) else kind


def trades_in_goods(scene: Scene) -> bool:
    """Whether those who join trade in what is named; the partners of a venture own it together."""
    return scene.has_goods and "venture" not in scene.folded


def is_untold(scene: Scene, found: Found) -> bool:
    """Whether nothing dealt in is named: of an ended deal, or a site of two, no side is told."""
    return not scene.has_goods and (scene.is_ended or found.words in SHARED)


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
    is_paid = pattern_of(_PAYMENT).match(scene.folded, target.end, target.end + NEAR) is not None
    if found.kind == "buy" and target.preposition in FROM | BY and words & EQUITY_NOUNS:
        return "invest", True
    is_ordered = bool(words & ORDER_NOUNS) or any(w.endswith(("auftrag", "order")) for w in words)
    is_deal = words & DEAL_NOUNS or is_ordered or noun_behind(scene, target)
    is_deal = is_deal or _is_won(found, gap, target)
    is_given = target.preposition in FROM | BY | {"de"} and _is_ordered_behind(scene, target)
    if is_paid or is_deal or is_given or _pledges(found, gap, target):
        is_order = is_given or (target.preposition in FROM | {"de", "del"} and is_ordered)
        serves = is_order or is_paid or _wins_order(scene, found, target)
        return ("sell" if serves else "agree"), False
    is_share = words & EQUITY_NOUNS and target.preposition in {"in", "of"}
    if is_share or _is_share_of(scene, gap, target):
        return "invest", False
    if (
        found.kind == "buy"
        and source
        and pattern_of(_MONEY_GETS).fullmatch(found.words)
        and pattern_of(_SUM).search(gap)
        and not pattern_of(_WORTH).search(gap)
    ):
        return ("finance" if lends_for_site(scene, target) else "invest"), True
    opens = found.kind == "buy" and target.preposition in FOR
    is_sum = pattern_of(_MONEY_GETS).fullmatch(found.words) and pattern_of(_SUM).match(gap, 1)
    if is_sum and (opens or pays_to_build(gap)):
        return "build", False  # "secures $15bn for Anthropic's data center"
    return ("agree" if opens else found.kind), False


def _is_ordered_behind(scene: Scene, target: Group) -> bool:
    """Whether an order stands right behind who gives it."""
    return pattern_of(_ORDER_BEHIND).match(scene.folded, target.end, target.end + NEAR) is not None


def _is_share_of(scene: Scene, gap: str, target: Group) -> bool:
    """Whether what is got is a share: "gets 14% of Cipher", "buys $1bn of CoreWeave stock"."""
    return is_stock_of(scene, target) or pattern_of(_SHARE_OF).search(gap) is not None


def is_stock_of(scene: Scene, target: Group) -> bool:
    """Whether shares are named behind a company: "30 million IREN shares"."""
    return pattern_of(_ITS_STOCK).match(scene.folded, target.end) is not None


def noun_behind(scene: Scene, target: Group) -> bool:
    """Whether a noun of dealing stands close behind a group: "the Anthropic data center lease"."""
    tail = scene.folded[target.end : target.end + NEAR]
    behind = re.match(
        r"(?:['’]s)?((?:\s(?!in\b|under\b|as\b|with\b|from\b|to\b)[\w-]+){1,5})", tail
    )
    return bool(behind and set(behind[1].split()) & DEAL_NOUNS)
