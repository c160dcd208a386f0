"""Tell which companies a sentence names in passing."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from parsers.frames.asides_europe import (
    BACKED_EUROPE,
    OWNED_BEFORE_LETTERS_EUROPE,
    PASSING_AFTER_EUROPE,
    PASSING_BEFORE_EUROPE,
)
from parsers.frames.likened import is_likened, leads_side, owns_last, owns_next
from parsers.frames.movers import is_bystander
from parsers.frames.passing import find_passing, is_turned_from
from parsers.types import Mention
from parsers.words import pattern_of

# A site that somebody uses.
USED_SITE: Final = (
    r"(?<!\w)(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?|facilit(?:y|ies)|halls?|capacity"
    r"|clusters?|supercomputers?)(?: [^;:.,]{1,30})?,? (?:(?:that|which) )?(?:(?:is|are|will|be|to"
    r"|being|currently|already|now|fully) ){0,3}(?:used|leased|rented|occupied|anchored|taken"
    r"|contracted) by (?:the )?"
)
# What stands before a company that is compared, beaten, quoted or left behind.
_BEFORE: Final = (
    r"(?<!\w)(?:(?:(?:arch)?rivals?|competitors?|peers?)(?:\s?:|,?(?: such as| like| including)|,)?"
    r"|(?:it|they|which|that|who) (?:has|had|have|enjoys?) (?:the )?(?:backing|support|investment"
    r"|funding) (?:from|of)|fellow (?:[\w-]+ )?(?:miners?|neoclouds?|rivals?|hosts?|operators?"
    r"|providers?|names)|compet(?:e|es|ing|ition) (?:with|against|from)|compit\w+ con|beat(?:s|en"
    r"|ing)?|replac(?:e|es|ing)|beats out|outbid(?:s|ding)?|edg(?:es|ed|ing) out|top(?:s|ped|ping)"
    r"|overtak\w+|overtook|surpass\w*|outpac\w+|outmuscl\w+|challeng(?:es|ed|ing)|threaten(?:s|ed"
    r"|ing)?|erod(?:es|ed|ing)|undercut(?:s|ting)?|dent(?:s|ed|ing)?|chip(?:s|ped|ping) away at"
    r"|(?:blow|threat|challenge|setback|warning|headache) (?:to|for)|supera\w* a|vence\w* a"
    r"|(?:desplaza|derrota|bate|arrebata)\w* a|(?:fight|battle|break|rivalry|war|clash|competition"
    r"|showdown|duel) (?:with|against)|schlägt|überholt|devance|dépasse|verslaat|supera|(?:pick"
    r"|cho[os]|select|favor|favour|prefer|tap|w[io]n)\w*\s[^.;,]{1,40} over(?: [\w-]+-backed)?"
    r"|(?:pressur|rattl|spook|jolt|squeez|unsettl)(?:es|s|ed|ing)|distance (?:itself )?from|(?:to"
    r"|and|could|will) (?:challenge|spite|pressure|rattle|take on|rival|counter|unseat|chase|match"
    r"|outpace|dethrone)|takes on|models? (?:from|by|including|such as|like)|(?:clos"
    r"|narrow)\w* the gap (?:with|on|to)|catch(?:es|ing)? up (?:with|to)|lag(?:s"
    r"|ging)? (?:behind )?|trail(?:s|ing)?|unlike|just like|such as|akin to|similar to"
    r"|(?:isn['’]t|not) (?:just |only )?(?:bett|rely|bank)ing on"
    r"|compared (?:to|with)|versus|vs\.?|beyond(?: (?:its|their|the) (?:[\w-]+ ){0,3}?(?:lineup"
    r"|line-up|list|roster|mix|stable|reliance|deals?|ties|partners?|suppliers?|providers?)(?: of"
    r"| on| with| like| such as| including)?)?|outside of|other than|apart from|aside from"
    r"|ahead of(?: rivals?)?|instead of|rather than|in place of|over rivals?|without"
    r"|formerly(?: known as)?|spun (?:out|off) (?:of|from)|spin-?off (?:of|from)|alumni of"
    r"|alternatives? to|dependen\w+ (?:on|from)|relian\w+ (?:on|from)|wean\w* (?:itself )?(?:off"
    r"|from)|diversif\w+ (?:away )?from|a stone['’]s throw from|next door to|within sight of"
    r"|(?<!walk )(?<!walks )(?<!walked )(?<!walking )away from"
    r"|(?:took|tak(?:e|es|ing)|snatch\w*|steal\w*|stole|wrest\w*|poach\w*"
    r"|grab\w*) (?:away )?(?:[\w-]+ ){0,4}(?:orders?|business|contracts?|customers?|clients?"
    r"|tenants?) (?:away )?from|shift(?:s|ing)? from|switch(?:es|ing)? from|(?:note|report"
    r"|memo|information|data|estimates|research|analysis|channel checks?) (?:from|by)"
    r"(?: (?:analysts (?:at|from)|investment bank"
    r"|brokerage|broker|research firm|analyst firm|the bank))?|(?:research|advisory|brokerage"
    r"|analyst|analysis) (?:firm|house|group|company|boutique)|(?:investment bank|brokerage"
    r"|analysts?)(?= td cowen| jefferies| wells fargo)|analysts? (?:at|from|with)|according to|laut"
    r"|según|selon|volgens|secondo|segundo|(?:customer|client|tenant|user|supplier|provider"
    r"|vendor)s?,? (?:alongside|like|joining|including|such as)|partners?,? (?:like|joining"
    r"|including|such as)|(?:provider|supplier|vendor|host|landlord|customer|client|tenant"
    r"|user)s? (?:for|to|of) [\w.-]+,? (?:alongside|along with|besides?|next to)|counts?|counting"
    r"|lists|(?:loosen|cut|reduc|eas|lessen|weaken|break|end)(?:s|ed|ing"
    r"|es)? (?:its )?(?:ties (?:with|to))?|shun\w*|snub\w*|spurn\w*|bypass\w*|sidestep\w*|pass(?:es"
    r"|ed|ing) over|rejects?|rejected|(?:originally|previously|initially|first"
    r"|once) (?:being )?(?:developed|built|planned|meant|intended|earmarked|designed|reserved"
    r"|leased|let|pitched) (?:for|to|by)|(?:abandoned|vacated|given up|dropped|rejected|turned down"
    r"|passed up|sought|eyed|pursued|coveted|shunned|refused) by|(?:had|has|have|once|was"
    r"|were) (?:been )?(?:\w+ly )?(?:tied|linked|promised|offered|slated|destined|let|leased|rented"
    r"|reserved|considered|planned|explored|targeted) (?:to|by|for)|(?:its|their|a"
    r"|the) (?:[\w-]+ ){0,3}(?:subsidiary|subsidiaries|affiliate),?|used by|customers (?:include"
    r"|including|such as|like)|clients (?:include|including|such as|like)|whose customers include"
    r"|already (?:serves|supplies|hosts|works with|counts)|joins|joining|following"
    r"|after similar (?:deals?|agreements?|contracts?) with|(?<=, )(?:an? "
    r"|the )?(?:[\w-]+ ){0,3}(?:part|unit|arm|subsidiary|division|affiliate) of|(?:not"
    r"|n['’]t) (?:made|built|designed|supplied|provided) by"
    r"|(?:supplier|provider|vendor|maker|seller|source|builder|partner|chip)s? (?:is|was|are"
    r"|were)(?: not|n['’]t)|ex-|backed by|owned by|supported by"
    r"|founded by|controlled by|(?:co-)?owner of|maker of|criad[ao] p\w+|fundad[ao]s? por"
    r"|cread[ao] por|fondée? par|fondat[ao] da|gegründet von|основанн\w+|due[ñn][oa] de"
    r"|propietari[oa] de|propiedad de|matriz de|don[oa] d[oae]|controladora d[oae]"
    r"|mutterkonzern von|eigentümer von|maison mère de|propriétaire de|proprietari[oa] di|владелец"
    r"|владельц\w+|właściciel\w*|moederbedrijf van|eigenaar van|sahibi|respaldad[ao]s? por"
    r"|unterstützt von|soutenue? par|gesteund door|apoiada por|sostenuta da"
    rf"|{PASSING_BEFORE_EUROPE}"
    r")\s+(?:the |its |(?:\w+ )?\w+['’]s |chip ?maker |cloud |ai |startup |u\.?s\.? |by "
    r"|e-commerce |bigger |(?:[\w-]+ ){0,2}(?:investment|private equity|asset management"
    r"|infrastructure) (?:firm|fund|manager|giant|group|investor) |larger |el |la |los |il |le |à "
    r"|der |dem |den |o |a |die |das |os |as |gigante |géant |colosso |компании |компанией |firmy "
    r"|firmą |compania |\w*riese[n]? |chiphersteller )*$"
)
# The same before the letters a name goes by: "respaldada por el Fondo de Inversión Pública (PIF)".
_BEFORE_LETTERS: Final = (
    r"(?:respaldad[ao]s? por|unterstützt von|soutenue? par|apoiad[ao]s? p\w+"
    r"|sostenut[ao] da) [^.;:()]{3,60}\($"
    rf"|{OWNED_BEFORE_LETTERS_EUROPE}"
)
# What stands behind a company that backs, owns or shapes another.
_AFTER: Final = (
    r"(?:['’]s|\)| \([a-z]{2,6}\))?(?:[-‐‑–]and[-‐‑–]\w+)?"
    r"[-‐‑–](?:backed|built|owned|supported|funded|led|like|style"
    r"|centric|based|designed|developed|affiliated|aligned|sponsored|controlled|friendly|only|free"
    r"|linked|engineered|compatible|unterstützt\w*|nah(?:e[nrms]?)?|gestützt\w*"
    r"|finanziert\w*)(?!\w)|(?:['’]s)? (?:los(?:es|t) out|miss(?:es|ed) out|los(?:es?|t) (?:the"
    r"|ground)|falls? behind|lags?|trails)(?!\w)|(?:['’]s)? (?:[\w-]+ ){0,3}(?:rumou?rs|speculation"
    r"|jitters|pull-?out)(?!\w)|(?:['’]s)? (?:most )?(?:(?:favou?red|favou?rite|beloved"
    r"|adopted|golden) (?:child|son|daughter|boy)|darling|prot[ée]g[ée])(?!\w)"
    r"|(?: [\w-]+){1,6} its analysts(?!\w)"
    # "a Wells Fargo report suggested that Amazon leases less"
    r"|(?:['’]s)? (?:research )?(?:reports?|notes?|analys[ie]s|surveys?|estimates?)"
    r" (?:suggest|sa(?:y|id)|show|found|finds|claim|point|argu|warn|predict|forecast|estimat)\w*"
    r"|(?:['’]s)? (?:partner|customer"
    r"|reseller|shareholder|investor)s? (?:top )?(?:executive|boss|chief)? ?(?:says?|said|warns?"
    r"|believes?|thinks?|argues?)(?!\w)|(?:['’]s)? (?:(?:ai|chips?|gpu|market|cloud|near-?"
    r"|continued|unrelenting|growing|overwhelming|enduring|unmatched|commanding"
    r"|dominant) ){0,2}(?:ties(?! up)|reliance|dependence|dominance|monopoly|grip|exclusivity"
    r"|stranglehold|hold|crown|supremacy|stronghold|throne|moat|clout|leadership"
    r"|hegemony|lead (?:narrows|shrinks|erodes|slips|over)|rivals?|competitors?|alumn\w+|veterans?"
    r"|alternatives?|analysts?|founders?|co-?founders?|ceo|cfo|chief|chair(?:man)?|executives?"
    r"|employees?|engineers?|researchers?)(?!\w)"
    # "as Nvidia's China shipments dry up"
    r"|['’]s (?:[\w-]+ ){0,3}(?:shipments?|supply|supplies|sales|exports?|capacity) "
    r"(?:dr(?:y|ies) up|runs? (?:short|out|low)|(?:was|were|is|are) (?:halted|cut|disrupted"
    r"|blocked|banned|curbed)|dwindles?|shrinks?|stalls?|tightens?)(?!\w)"
    r"|['’]s (?:parent|owner|holding|mother)(?: company| group)?(?!\w)"
    # whose shares move with those of the side
    r"|(?:,| and)?(?: [\w.&-]+){0,3} (?:rall|ris|jump|climb|gain|soar|surg|fall|drop|slid|mov"
    r"|follow)\w* (?:\S+ )?(?:in sympathy|in tandem|too|as well)(?!\w)"
    r"|(?:['’]s)? (?:already )?(?:owns|holds|owned|held) (?:an? )?(?:about "
    r"|nearly )?\d[\d.]*\s?(?:%|percent)"
    r"|(?<=government)(?:['’]s)? (?:approv|clear|green-?light|welcom|hail|say|said|allow|grant"
    r"|bless|nod|go-ahead|permi|regulat|subsid)\w*"
    rf"|{PASSING_AFTER_EUROPE}"
)
# Who speaks for a company of a deal with one other: "OpenAI's CFO says the Oracle contract".
_SPEAKS: Final = (
    r"(?:['’]s)? (?:ceo|cfo|coo|chief|boss|chair(?:man)?|founder"
    r"|co-?founder)(?: [\w.'’-]+){0,4}? (?:says?|said|confirms?|expects?|sees|tells?|told|denies"
    r"|defends?|reveals?|insists?|on|talks?|hints?|touts?|hails?|announc\w+"
    r"|disclos\w+|discuss\w*|excited|upbeat|bullish"
    r"|explains?|praises?|unveils?)(?!\w)"
)
_BACKED_BY: Final = r"(?:backed|supported) by (?:an? )?$"
_BACKING: Final = (
    r"(?:['’]s)? (?:\w+ ){0,2}(?:guarantee|backstop|credit|balance sheet|support|contract|deal"
    r"|lease|agreement|commitment)"
)
# A deal, a debt or a site that somebody stands behind.
BACKED: Final = (
    r"(?<!\w)(?:leases?|deal|contracts?|debt|loans?|obligations|project|payments|rent|financing"
    r"|bonds|campus|sites?|data ?cent(?:er|re)s?|buildout|build-out|facilit(?:y|ies)|agreement"
    r"|notes)(?: in [\w ]{2,20})?,?(?: (?:that|which|is|are|was|were|being|be"
    r"|partly|fully|also|could|may|might|would|will|to|financially)){0,4} (?:backed"
    r"|supported|underpinned|guaranteed|backstopped|financed) by (?:an? |(?:up to "
    r"|about )?[$€£]\s?[\d.,]+\s?\w* (?:(?:guarantee|backstop|support) )?from )?$"
    rf"|{BACKED_EUROPE}"
)
# "Google-backed Anthropic data center", "Morgan Stanley-led banks": they have a part in it.
BACKS_DEAL: Final = (
    r"[-‐‑–](?P<how>backed|supported|guaranteed|backstopped|financed"
    r"|led)\s(?!(?:[\w.'’-]+ ){0,5}(?:start-?up|firm|company|developer|operator|provider|cloud"
    r"|miner|group|lab|maker|unit|owner|landlord|round)(?!\w))(?:[\w.'’$-]+ ){0,4}?(?:data "
    r"?cent(?:er|re)s?|campus|sites?|project|financing|loans?|debt|leases?|bonds|facility|deals?"
    r"|agreement|contract|pact|buildout|cluster|banks?|consortium|lenders|syndicate|vehicle"
    r"|spv)(?!\w)"
)
# Whose site it will be: "Oracle-linked data centers".
_LINKED_SITE: Final = (
    r"[-‐‑–](?:linked|affiliated|anchored)\s(?:[\w.-]+ ){0,2}(?:data ?cent(?:er|re)s?|campus(?:es)?"
    r"|sites?)(?!\w)|[-‐‑–](?:led|run|operated)\s(?:[\w.-]+ ){0,2}(?:supercomputer|ai factory"
    r"|gigafactory)(?!\w)"
)
_OPENS: Final = r"(?:in|unlike|like|as|with|despite|after|besides|following|according to) "
_ACTS: Final = r" (?:will|has|to|is|had|[a-z]{2,}(?:s|ed|ck))\s"
# Who is talked to, by what they are: "in talks with tech giants such as Google".
_DEALT_WITH: Final = (
    r"(?<!\w)(?:talks|discussions|negotiations|deals?|agreements?|contracts?|leases?|partner\w*"
    r"|sign(?:s|ed)?|talking|capacity|compute|[gt]pus|chips|servers|(?:commit|spen[dt]|pledg|pa(?:y"
    r"|id))\w* [$€£]?\d[\w.,]*(?: billion| million)?) (?:with|from|through|via|to|on"
    r"|across) (?:[\w“”\"‘’'-]+ ){0,5}?(?:companies|firms|giants|players|hyperscalers|customers"
    r"|tenants|clients|labs|start-?ups|developers|operators|providers|names|neoclouds|suppliers"
    r"|clouds|partners|conglomerates|banks),? (?:such as|like|including) $"
    # Whose site it is: "a campus in Ohio to be used by Meta".
    rf"|{USED_SITE}$"
)
PLAIN_LIST: Final = (
    r"(?: (?:corp|inc|co|ltd|plc)\b)?\.?\s*(?:,\s*(?:and\s|or\s)?|and|or|&|/|y|e|und|et|en)\s*"
)
# "With Nvidia Backed Volta", as titles have it without a hyphen.
_WITH_BACKED: Final = r"\s(?:backed|owned|funded|supported)\s(?!by\b)"
_CALLED_RIVAL: Final = (
    r"(?:(?:^|\s(?:to|for|with|from|by|of|as|powering|serving|hosting) )[\w.&'’]+ "
    r"|\w-)(?:(?:arch-?)?rival|rivale[ns]?|competitor|challenger|konkurrent\w*|herausforderer\w*"
    r"|wettbewerber\w*|concurrent|uitdager) $"
)
_REACH: Final = 64
_FAR: Final = 90
_BRACKETED: Final = 30


def find_asides(folded: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """Where the mentions start that the sentence names in passing; `mentions` are in order.

    "beats Apollo and KKR", "Nvidia-backed Lambda", "unlike rival Google", "analysts at Citi".
    A list goes with its first name.
    """
    places = [(mention.start, mention.end) for mention in mentions]
    starts = frozenset(start for start, _ in places)
    passing = find_passing(folded, places)
    found: set[int] = set()
    last: Mention | None = None
    for number, mention in enumerate(mentions):
        if number and _is_old_name(folded, mentions[number - 1], mention):
            if mentions[number - 1].start in found:
                found.add(mention.start)  # "the site that Oracle Corp. (ORCL) left"
            continue
        if any(start <= mention.start < end for start, end in passing):
            found.add(mention.start)
            last = None
            continue
        before = folded[max(0, mention.start - _REACH) : mention.start]
        listed = (
            last is not None
            and mention.company != last.company  # "El dueño de Facebook, Meta, alquila"
            and pattern_of(PLAIN_LIST).fullmatch(folded[last.end : mention.start])
            and not _acts_behind(folded, last, mention)
        )
        is_moved = not number and is_bystander(folded, mention, mentions)
        is_turned = (
            is_moved or is_likened(folded, mention) or is_turned_from(folded, mention.end, before)
        )
        owns = owns_next(folded, mention, starts) or (
            number and owns_last(folded, mentions[number - 1].end, mention)
        )
        if is_turned or owns:
            found.add(mention.start)
            last = None
            continue
        if listed or (_hangs_on(folded, mention) and not _is_called_rival(folded, mention)):
            if _is_backing(folded, mention):
                continue
            found.add(mention.start)
            last = mention
            continue
        last = None
        if is_shaped(folded, mention) and not _speaks(folded, mention, mentions):
            found.add(mention.start)
    return frozenset(found)


def _acts_behind(folded: str, last: Mention, mention: Mention) -> bool:
    """Whether a clause of its own begins: "In a blow to AMD, Microsoft orders Nvidia chips"."""
    return (
        folded[last.end : mention.start] == ", "
        and pattern_of(_OPENS).match(folded) is not None
        and pattern_of(_ACTS).match(folded, mention.end) is not None
    )


def _is_old_name(folded: str, one: Mention, again: Mention) -> bool:
    """Whether a company is named twice in a row: "IREN (formerly Iris Energy)"."""
    near = again.start - one.end <= _BRACKETED and " (" in folded[one.end : again.start]
    return near and one.company == again.company


def _hangs_on(folded: str, mention: Mention) -> bool:
    """Whether the words before a name set it aside: "unlike", "owned by"."""
    before = folded[max(0, mention.start - _REACH) : mention.start]
    far = folded[max(0, mention.start - 2 * _REACH) : mention.start]
    if pattern_of(_DEALT_WITH).search(far):
        return False
    aside = pattern_of(_BEFORE).search(before) or pattern_of(_BEFORE_LETTERS).search(far)
    return aside is not None


def _is_called_rival(folded: str, mention: Mention) -> bool:
    """Whether a name is told by whose rival it is: "Nvidia rival AMD signs", "Nvidia-Rivale"."""
    lead = folded[max(0, mention.start - _REACH) : mention.start]
    return pattern_of(_CALLED_RIVAL).search(lead) is not None


def _is_backing(folded: str, mention: Mention) -> bool:
    """Whether a deal, not a company, is backed by somebody: that one has a part in it."""
    before = folded[max(0, mention.start - _REACH) : mention.start]
    return pattern_of(BACKED).search(before) is not None or (
        pattern_of(_BACKED_BY).search(before) is not None
        and pattern_of(_BACKING).match(folded, mention.end) is not None
    )


def backs_deal(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The words behind a company that stands behind a deal; who leads its other side does not."""
    if leads_side(folded, start, end):
        return None
    return pattern_of(BACKS_DEAL).match(folded, end, end + _FAR)


def is_shaped(folded: str, mention: Mention) -> bool:
    """Whether the words behind a name make it a word on another, or on its people."""
    if leads_side(folded, mention.start, mention.end) or pattern_of(BACKS_DEAL).match(
        folded, mention.end, mention.end + _FAR
    ):
        return False
    led = folded[: mention.start].endswith(("with ", "from ", " by ", " to ", " of "))
    if led and pattern_of(_WITH_BACKED).match(folded, mention.end):
        return True
    if pattern_of(_LINKED_SITE).match(folded, mention.end, mention.end + _FAR):
        return False
    return pattern_of(_AFTER).match(folded, mention.end, mention.end + _FAR) is not None


def _speaks(folded: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether somebody speaks for a company on a deal with the only other one that is named."""
    two = 2
    return (
        pattern_of(_SPEAKS).match(folded, mention.end, mention.end + _FAR) is not None
        and len({one.company for one in mentions}) == two
    )


def without(mentions: Sequence[Mention], starts: Collection[int]) -> tuple[Mention, ...]:
    """The mentions that do not start at some places."""
    return tuple(mention for mention in mentions if mention.start not in starts)
