"""Say what it is to back something of a company, or to take something of it over."""

from collections.abc import Set as AbstractSet
from typing import Final

from parsers.frames.dealing import Found
from parsers.frames.frame import FrameKind
from parsers.frames.scene import NEAR, Group, Scene
from parsers.frames.words import FOR, FROM, LOAN_NOUNS, OBJECT_PREPOSITIONS, TO
from parsers.words import pattern_of

# What somebody is given besides goods: "an option on a 10% stake".
STAKE_BEHIND: Final = (
    r"\s(?:an? |the )?(?:options?|rights?|chance) (?:on|for|over|to) (?:[\w%.$]+ ){0,5}?"
    r"(?:stake|shares|stock|equity)(?!\w)"
    r"|\s(?:up to |as much as |an? |about |around )?\d[\d.]*\s?(?:%|percent)"
    r" (?:equity |minority )?(?:stake|ownership|in (?:itself|(?:[\w-]+ ){0,3}?(?:deal|pact)))(?!\w)"
)
BACKS: Final = frozenset({"back", "backs", "backed", "backing"})
# What is taken over is a site or a deal, else it is the company.
_TAKEN: Final = (
    r"['’]s? |(?: [\w-]+){0,4} (?:leases?|campus|sites?|data|datacent\w+|capacity|contract|deal"
    r"|project|tenancy|slots?|space)(?!\w)"
)
# What is backed besides a company: what it owes.
_OWED: Final = (
    r"(?:['’]s)? (?:[\w$€£.-]+ ){0,4}(?:leases?|rent|debt|loans?|obligations|bonds|payments"
    r"|contract|deal)"
)
# What is set aside for a customer, where no price is named.
_COMMITTED: Final = (
    r"\s(?:(?![$€£])[\w.,%-]+ ){0,5}?(?:capacity|compute|[gt]pus|chips|accelerators|servers"
    r"|clusters?|[mg]w|(?:mega|giga)watts)(?!\w)"
)
# What an investor provides: "SoftBank provides the capital".
_CAPITAL: Final = r" (?:the |all the |most of the |much of the )?(?:capital|money|cash)(?!\w|-)"
_OBLIGATIONS: Final = (
    r" (?:up to |about |nearly )?(?:us)?[$€£]\s?\d[\d.,]*\s?(?:billion|million|bn|b|m)? "
    r"(?:of|in) (?:(?:its|their|the|lease|debt) )*(?:obligations|payments|debt|leases?|rent)(?!\w)"
)
_SUPPLIES: Final = frozenset({"supply", "supplies", "supplied", "provide", "provides", "provided"})
_SUM_FOR: Final = (
    r"\s(?:(?:up to|about|nearly|over|more than|another|some) )?(?:us)?[$€£]\s?\d[\d.,]*\s?"
    r"(?:billion|million|bn|b|m)?\s(?:for|to (?:fund|finance|build|back|help|support))(?!\w)"
)
# Who does this for chips that are no one else's pays their maker.
_FUNDS: Final = frozenset({"fund", "finance", "bankroll"})
_SITE_OF: Final = (
    r"(?:['’]s)?\s(?:[$€£\w.,-]+\s){0,3}?(?:data ?cent(?:er|re)s?|campus(?:es)?)(?!\w)"
)
# Money that only stands behind what another owes: "aportará 1.300 millones en garantías".
_AS_BACKING: Final = (
    r"[^;:]{0,60}?\d[^;:]{0,30}? (?:en|como|de|in|als|comme|come|em|di|as) (?:garant\w+|avale?s?"
    r"|apoyo|respaldo"
    r"|caution\w*|soutien|sostegno|fianzas?|fideiussion\w+|bürgschaft\w*|apoio|backing"
    r"|backstop)(?!\w)"
)
# For whom money is spent: "commits £807m to meet Nebius's demand".
_TO_MEET: Final = (
    r"\s(?:to (?:help |better )?)?(?:meet|meeting|serve|satisfy|support|handle|accommodate"
    r"|cater to|cover|fulfil"
    r"|keep up with|cope with)\s(?:the |growing |rising |surging |strong )*$"
)
_TO_BUILD: Final = (
    r"(?<!\w)(?:contract|deal|order|job|work|tender)s? (?:to|for) (?:build|construct|develop"
    r"|design)"
    r"(?:ing)?(?!\w)[^,;:]{0,30}$"
)
_PLANT: Final = (
    r"(?:\d ?[gm]w|megawatt|data ?cent(?:er|re)|datacent(?:er|re)|colocation|ai|hpc) "
    r"(?:[\w-]+ ){0,3}facility(?!\w)|(?<!\w)(?:at|in|from) (?:the|its|this|that"
    r"|an?) (?:[\w-]+ ){0,2}"
    r"facility(?!\w)"
)
_MONEY_TO_BUILD: Final = (
    r"\sto (?:help )?(?:build|construct|develop|expand|complete|finish|fund|finance)(?: out)?"
    r"\s(?:[\w.,$-]+\s){0,3}$"
)
# A tenant whose name is told behind: "a hyperscale tenant, likely Amazon", "tenant Microsoft".
_CALLED_TAKER: Final = (
    r"(?<!\w)(?:tenant|lessee|customer|client|offtaker)(?:\s|,\s(?:(?:most |very )?likely"
    r"|reportedly"
    r"|namely|believed to be|thought to be|understood to be|said to be|rumou?red to be"
    r"|probably)\s)$"
)
_DEMAND: Final = (
    r"(?:['’]s?)?\s(?:[\w-]+ ){0,4}?(?:demands?|needs?|requirements?|workloads?|growth|expansion"
    r"|appetite|orders?)(?!\w)"
)
_SITE_IN: Final = r"(?<!\w)(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?)(?!\w)"
# Who is invested in, and only uses what another makes.
_IN_USER: Final = (
    r"(?<!\w)(?:company|firm|start-?up|provider|operator|venture|developer|vehicle|lab|cloud|unit)"
    r"(?: \w+){0,3} (?:using|running|built on|that|which|based on|offering|with|powered by)\s"
)
# What somebody is given again and again, or for goods, is paid.
_PAID: Final = (
    r",? (?:(?:up to|about|around|nearly|over|more than|some) ){0,2}(?:us|a)?[$€£]\s?\d[\d.,]*"
    r"\s?\w* (?:(?:every|each|an?|per) (?:month|year)|monthly|(?:an?|per) month|for (?:(?:ai|gpu"
    r"|cloud|its|more|extra|computing|data cent(?:er|re)) ){0,2}(?:capacity|compute|gpus|chips"
    r"|power|access))(?!\w)|(?:['’]s?)? (?:any )?(?:unsold|unused|idle|spare|surplus|excess)"
    r" (?:[\w-]+ ){0,2}?(?:capacity|compute|gpus)(?!\w)"
)
# Who hangs on one of these does not lend: of "for Nvidia to invest" it is the one who acts.
# What one pays for oneself: "plans to fund the capex with debt secured against it".
_OWN_FUNDS: Final = (
    r" (?:the |its |their |this |that |such )?(?:[\w-]+ ){0,2}?(?:capex|expenditures?|spending"
    r"|expansion|build-?outs?|investments?|growth|purchases?|costs?|construction|project)"
    r" (?:with|from|through|via|using|out of|by) (?:[\w-]+ ){0,4}?(?:cash|debt|loans?|equity|bonds"
    r"|borrowings?|proceeds|notes)(?!\w)"
)
# What money is got for, where its giver stands before: "from JPMorgan for Oracle's campus".
_FOR_SITE: Final = (
    r" (?:for|to (?:build|fund|finance|develop|expand|complete)) (?:[\w.,&'’$€£-]+ ){0,5}?(?:campus"
    r"|data ?cent(?:er|re)s?|sites?|projects?|build-?outs?|[gt]pus|chips|lease)(?!\w)"
)
_SUM_TO: Final = r"[a-z ]{1,16}[$€£][\d.,]+ ?(?:[bm]illion|bn|b|m)? to (?:[\w-]+ ){0,3}"
# What goods do is no deed of a company: "220,000 GPUs delivering over 300 MW".
_GOODS_THAT: Final = (
    r"(?<!\w)(?:[gt]pus|chips|processors|accelerators|servers|racks|clusters?|supercomputers?|systems"
    r"|campus|sites?|data ?cent(?:er|re)s?|facilit(?:y|ies)) (?:delivering|providing|supplying"
    r"|powering|furnishing)$"
)
_STOOD_FOR: Final = (
    r"(?<!\w)(?:guarante(?:e|es|ed|eing)|backstop\w*|back(?:s|ed|ing)?|cover(?:s|ed|ing)?"
    r"|assum(?:e|es|ed|ing)|underwr\w+|co-?sign\w*)\s$"
)
# Who raises money "to fund the Microsoft deal" or a site it lets lends none.
_RAISED_TO: Final = (
    r"(?<!\w)(?:seek|in talks [^.;:]{0,30}?for|secur|rais|borrow|obtain|land|clos|issu|float|tak"
    r")\w*\s[^.;:]{0,60}?(?<!\w)(?:loans?|debt|bonds?|notes|financing|facility|credit|shares"
    r"|equity)(?!\w)[^.;:]{0,60}\sto (?:help |partly )?$"
)
_NO_LENDER: Final = OBJECT_PREPOSITIONS - {"for"}
_ON_ITS_OWN: Final = (
    r"(?<!\w)(?:run|host|operat|deploy|manag|provid|offer|build|hous|deliver|process)\w*(?!\w)"
    r"[^.;,]{0,60}? (?:on|in|at|from|with|using|via|through|across) (?:its|their) (?:own )?"
    r"(?:[\w-]+ ){0,4}?(?:clouds?|platform|data ?cent(?:er|re)s?|infrastructure|servers|clusters?"
    r"|campus(?:es)?|[gt]pus|sites?)(?!\w)"
)
_STANDS_IN: Final = (" guarantee", " backstop", " it may ", " it will ", " it would ", " it could ")
# What is announced or deepened besides a deal.
_NO_DEAL: Final = (
    r" (?:(?!deal|contract|lease|agreement|order)[\w$€£.,-]+ ){0,3}?(?:investments?|stakes?|race"
    r"|rivalry|divide|ambitions?)(?!\w)"
)
_OWN_RENT: Final = r"(?: [\w-]+){0,4}? residual[- ]value (?:guarantees?|support)(?!\w)"
# Who does this for another serves it.
_ROLLS_OUT: Final = frozenset({"deploy", "deploys", "deployed", "deploying"})
_POWERS: Final = frozenset({"power", "powers", "to power", "powering"})
_TO_BUY: Final = (
    r" (?:to|a|à|di|de|zu)? ?(?:acquire|buy|adquirir|comprar|acheter|acquistare|comprare|kaufen"
    r"|alquilar|arrendar|louer|noleggiare|alugar|купить|арендовать|kupić)(?!\w)"
)
_WEIGHS: Final = frozenset({"weighs", "explores", "discusses", "discussing"})
# Whose design chips are is no building for anybody: "chips desarrollados por Google".
_DESIGNED: Final = (
    r"(?<!\w)(?:chips?|[gt]pus?|procesadores|processadores|processori|processeurs|puces"
    r"|prozessoren|aceleradores)(?:,? [\w-]+){0,5} (?:desarrollad|desenvolvid|développé|sviluppat"
    r"|entwickelt)\w*$"
)
# Whose customer, not named, does something: "jumps after its first tenant commits".
_BY_UNNAMED: Final = (
    r"(?<!\w)(?:as|after|when|once|that) (?:[\w-]+ ){0,4}(?:customer|tenant|client|hyperscaler"
    r"|lessee)s? $"
)
_LOCKED: Final = (
    r"(?<!\w)(?:[gt]pus|chips|accelerators|processors|servers|racks|[gm]w|(?:mega|giga)watts)"
    r" (?:locked in|reserved|booked|secured)$"
)
HANDS: Final = frozenset({"hand", "hands", "handed", "handing"})
_WORK: Final = (
    r" (?:an? |the |its )?(?:(?!stake|shares|option|warrant)[\w$€£.,-]+ ){0,7}?"
    r"(?P<work>contract|order|tender|deal|business)s?(?!\w)"
)


def says_nothing(scene: Scene, found: Found) -> bool:
    """Whether a word of dealing tells of no side: "110,000 GPUs locked in through 2029".

    Of "a financing guarantee" the second word tells.
    """
    weighs = found.words in _WEIGHS and scene.folded.startswith(" investing", found.end)
    if weighs or (found.kind == "agree" and pattern_of(_TO_BUY).match(scene.folded, found.end)):
        return True  # "weighs investing $3 billion in", "acuerdan adquirir chips"
    if found.words == "financing" and scene.folded.startswith(_STANDS_IN, found.end):
        return True
    if found.words in _POWERS and not scene.within(found.end):
        return True  # "buys chips to power its next models"
    lead = scene.folded[max(0, found.start - NEAR) : found.end]
    if _is_own(scene, found, lead):
        return True
    if not found.is_noun and pattern_of(_BY_UNNAMED).search(scene.lead(found.start)):
        return True
    designed = found.kind == "build" and pattern_of(_DESIGNED).search(lead) is not None
    return designed or pattern_of(_LOCKED).search(lead) is not None


def _is_own(scene: Scene, found: Found, lead: str) -> bool:
    """Whether what is told stays one's own: its site's worth, its spending, its ambitions.

    "Announced major investments in", "to fund the capex with debt".
    """
    opens = found.words.startswith(("announc", "deepen", "expand", "widen", "broaden", "extend"))
    if opens and pattern_of(_NO_DEAL).match(scene.folded, found.end):
        return True
    if found.kind == "finance" and (
        pattern_of(_OWN_FUNDS).match(scene.folded, found.end)
        or pattern_of(_RAISED_TO).search(scene.folded[max(0, found.start - 2 * NEAR) : found.start])
    ):
        return True
    if (
        found.kind == "sell"
        and pattern_of(_GOODS_THAT).search(lead)
        and not _has_next(scene, found)
    ):
        return True
    rent = pattern_of(_OWN_RENT)
    return rent.match(scene.folded, found.end) is not None or rent.search(lead) is not None


def _has_next(scene: Scene, found: Found) -> bool:
    """Whether a company stands behind a verb in its clause."""
    return bool(scene.within(found.end))


def backs(scene: Scene, target: Group, gap: str) -> FrameKind | None:
    """What backing something of a company is: its lease, or its data center, or one for it."""
    if target.preposition in FOR and pattern_of(_SITE_IN).search(gap):
        return "finance"
    if pattern_of(_OWED).match(scene.folded, target.end, target.end + NEAR):
        return "guarantee"
    return "finance" if is_its_site(scene, target) else None


def is_given_as_backing(scene: Scene, found: Found) -> bool:
    """Whether the money a verb gives is a guarantee."""
    return pattern_of(_AS_BACKING).match(scene.folded, found.end, found.end + 2 * NEAR) is not None


def pays_for_site(scene: Scene, found: Found, target: Group) -> bool:
    """Whether money goes into a site for somebody: "invests $3bn in a data center for Meta"."""
    gap = scene.folded[found.end : target.start]
    return target.preposition in FOR and pattern_of(_SITE_IN).search(gap) is not None


def is_acted_on(scene: Scene, group: Group) -> bool:
    """Whether what is a company's is done something to: "guaranteed Fluidstack's lease, got"."""
    stood_for = pattern_of(_STOOD_FOR).search(scene.lead(group.start)) is not None
    return group.preposition in {"of", "at"} or stood_for


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


def builds_for(scene: Scene, found: Found, target: Group) -> bool:
    """Whether who gets a contract builds by it: "wins a contract to build Vantage's campus"."""
    is_won = found.words.startswith(("w", "award", "secur", "land", "bag", "clinch"))
    gap = scene.folded[found.end : target.start]
    is_theirs = target.is_possessive and is_its_site(scene, target)
    return is_won and is_theirs and pattern_of(_TO_BUILD).search(gap) is not None


def serves_needs(scene: Scene, found: Found, target: Group) -> bool:
    """Whether a verb gets a customer that is called one, or is done for one or what it needs."""
    is_taker = found.kind == "buy" and is_named_taker(scene, target)
    is_for = found.words in _ROLLS_OUT and target.preposition in FOR
    is_for = is_for and not any(g.is_product for g in scene.within(found.end))
    is_for = is_for or runs_for(scene, found, target)
    return is_taker or is_for or meets_demand(scene, target)


def runs_for(scene: Scene, found: Found, target: Group) -> bool:
    """Whether a deal has one run something on what is its own: "to run it on its cloud for X"."""
    if found.kind != "agree" or target.preposition not in FOR:
        return False
    return pattern_of(_ON_ITS_OWN).search(scene.folded, found.end, target.start) is not None


def meets_demand(scene: Scene, target: Group) -> bool:
    """Whether somebody spends for what a customer needs, and so serves it."""
    lead = scene.folded[max(0, target.start - NEAR) : target.start]
    if pattern_of(_TO_MEET).search(lead) is None:
        return False
    return pattern_of(_DEMAND).match(scene.folded, target.end, target.end + NEAR) is not None


def lends_for_site(scene: Scene, target: Group) -> bool:
    """Whether money got from somebody is for a site or chips: that is lent, and buys no share."""
    return pattern_of(_FOR_SITE).match(scene.folded, target.end, target.end + 2 * NEAR) is not None


def names_loan(found: Found, gap: str, words: AbstractSet[str]) -> bool:
    """Whether a loan stands between two; a facility may be a site: "secures a 12 MW facility".

    Money that is provided to somebody is one: "provides $3.5 billion to Valor".
    """
    if found.words.startswith("provid") and pattern_of(_SUM_TO).fullmatch(gap):
        return True
    loans = words & LOAN_NOUNS
    return bool(loans) and not (loans == {"facility"} and pattern_of(_PLANT).search(gap))


def is_tied_too(scene: Scene, group: Group) -> bool:
    """Whether the site of one company is said to be "tied to" another."""
    several = 2
    is_tied = scene.lead(group.start).endswith(("tied to ", "linked to "))
    return is_tied and len(scene.groups) > several


def pays_to_build(gap: str) -> bool:
    """Whether money is got for what is built: "secures $11.6 billion to build OpenAI's campus"."""
    return pattern_of(_MONEY_TO_BUILD).search(gap) is not None


def is_named_taker(scene: Scene, target: Group) -> bool:
    """Whether a company is called a customer right before its name: "a tenant, likely Amazon"."""
    lead = scene.folded[max(0, target.start - NEAR) : target.start]
    return pattern_of(_CALLED_TAKER).search(lead) is not None


def commits_goods(found: Found, gap: str, target: Group) -> bool:
    """Whether chips or capacity are set aside for somebody: "commits 1 GW of TPUs to Anthropic"."""
    is_given = found.words.startswith(("commit", "reserv")) and target.preposition in TO
    return is_given and pattern_of(_COMMITTED).match(gap) is not None


def pays(scene: Scene, found: Found, target: Group | None) -> FrameKind | None:
    """What a verb of giving is: capital is lent; who funds a maker's chips buys them.

    Money that is only given as a guarantee backs what another owes.
    """
    if found.kind == "invest" and is_given_as_backing(scene, found):
        return "guarantee"
    takes = found.kind in {"invest", "guarantee"} and target is not None
    if takes and target and pattern_of(_PAID).match(scene.folded, target.end):
        return "buy"  # "hands Nebius $310m every month for GPUs", "backstops its unsold capacity"
    if found.words in BACKS and pattern_of(_OBLIGATIONS).match(scene.folded, found.end):
        return "guarantee"
    if found.kind == "sell" and pattern_of(_CAPITAL).match(scene.folded, found.end):
        return "finance"
    if found.words in _SUPPLIES and pattern_of(_SUM_FOR).match(scene.folded, found.end):
        return "finance"  # "supplies $2.3bn for a data center"
    is_make = target is not None and target.is_product and target.preposition is None
    return "buy" if is_make and found.words in _FUNDS else None


def pays_for_chips(scene: Scene, found: Found, target: Group) -> tuple[FrameKind, Group | None]:
    """What investing is where a make of chips is named: "$1bn in AMD chips" buys them.

    "$5bn in a cloud company using Google's chips" buys none.
    """
    if pattern_of(_IN_USER).search(scene.folded, found.end, target.start):
        return "invest", None
    return "buy", target


def lenders(kind: FrameKind, subject: Group | None, target: Group | None) -> tuple[str, ...]:
    """Who acts; nobody where money is lent to nobody named, by one that only stands there.

    "A campus tied to Oracle, the latest deal to bankroll the boom" has no lender.
    """
    is_alone = target is None and kind in {"finance", "guarantee"}
    if subject is None or (is_alone and subject.preposition in _NO_LENDER):
        return ()
    return subject.names


def gives_to(scene: Scene, found: Found, target: Group, gap: str) -> FrameKind | None:
    """What backing a company, or handing it something, is by what that is."""
    return backs(scene, target, gap) if found.words in BACKS else _hands_work(scene, found, target)


def _hands_work(scene: Scene, found: Found, target: Group) -> FrameKind | None:
    """What handing a company a contract is: it serves by that; of a deal the chain tells."""
    if found.words not in HANDS or target.preposition is not None:
        return None
    work = pattern_of(_WORK).match(scene.folded, target.end, target.end + 2 * NEAR)
    if work is None:
        return None
    return "agree" if work["work"].startswith("deal") else "buy"


def names_loan_behind(scene: Scene, found: Found) -> bool:
    """Whether a loan stands close behind a verb: who leads one lends."""
    # "Led by A and B, the financing is split": who leads may be told at length.
    far = 2 * NEAR if scene.folded.startswith(" by ", found.end) else NEAR
    behind = scene.folded[found.end : found.end + far]
    return not LOAN_NOUNS.isdisjoint(pattern_of(r"[^\W\d_]+").findall(behind))
