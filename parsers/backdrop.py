"""Tell the sentences of a text that stand behind its deal: the market, a company's estate or past.

"The market is expected to reach $500 billion by 2030. The company operates 32 data centers." Such a
sentence names no side of the deal, and its figures are none of it.
"""

from collections.abc import Sequence
from typing import Final

from parsers.statements import Statement, emptied
from parsers.words import fold, pattern_of

# What a company's name is set as, so that patterns see who acts.
_NAME: Final = "@"
_LONGEST: Final = 600
_WHO: Final = (
    r"(?:@(?: [\w-]+)?|it|they|which|(?:the |this |both )?(?:[\w.&'’-]+ ){0,4}?(?:company|companies"
    r"|firm|start-?up|lab|labs|group|miner|provider|operator|maker|hyperscaler|giant|developer"
    r"|business|corporation|team|platform)s?)(?:,[^,;.]{1,90},)? (?:currently |now |already |also "
    r"|today |has |have |still |said it ){0,2}"
)
MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TOOLS: Final = r"(?:data cent(?:er|re)s|datacenters|facilities|sites|campuses|locations|clusters)"
# Money the world spends and what experts expect of it: no project of two is meant.
_MARKET: Final = (
    r"^(?:the )?(?:(?:global|worldwide|total|overall|annual|combined|u\.?s\.?|american|big tech"
    r"|hyperscalers?|neoclouds?|industry|corporate|capital|cloud|ai|data cent(?:er|re)"
    r"|infrastructure"
    r"|electricity|power|energy|compute|computing|generative|artificial intelligence|gpu|chip"
    r"|semiconductor|and|for|in|on|of|by) ){0,8}(?:market|spending|demand|investments?|capex"
    r"|expenditures?|industry|sector|consumption|usage|infrastructure|chips|gpus|data cent(?:er"
    r"|re)s|hyperscalers)\b[^.;@]{0,80}\b(?:expected|forecast|projected|estimated|predicted|set to"
    r"|likely|poised|on track|could|will|may|would|reach\w*|hit|topp?(?:ed|s)|gr[eo]w\w*|rose"
    r"|surpass\w*|exceed\w*|doubl\w+|tripl\w+|total\w*)\b"
    r"|^(?:according to )?(?:analysts?|experts|economists|researchers|goldman sachs|morgan stanley"
    r"|mckinsey|gartner|idc|moody['’]s|bloombergnef|bnef|bloomberg intelligence|citi(?:group)?|ubs"
    r"|jefferies|bernstein|bain|the iea|the international energy agency|epoch ai|@)(?: (?:at|from"
    r"|with) [\w &@]{1,30})?(?: analysts?)?(?: (?:estimates?|expects?|forecasts?|predicts?"
    r"|projects?|says?|said|believes?)(?: that)?|,)? (?:the )?(?:global |worldwide |u\.?s\.? |ai "
    r"|big |largest |biggest |top |major |four |five |cloud |leading |annual )*(?:hyperscalers?"
    r"|tech(?:nology)? (?:giants|companies|firms)|big tech|spending|data cent(?:er|re) (?:spending"
    r"|demand|capacity|power|investment)|market|industry|demand|cloud providers|providers|companies"
    r"|capex|capital (?:spending|expenditures?))\b"
)
# What a company has, runs or plans in all, wherever it is.
_ESTATE: Final = (
    rf"^{_WHO}(?:operates?|runs?|running|owns?|manages?|have|has|had|holds?|boasts?|controls?"
    r"|maintains?|counts?)\b(?:(?!\b(?:signed|agreed|leased|contracted|deal|lease|contract"
    rf"|agreement)\b)[^.;]){{0,70}}?\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten"
    rf"|dozens? of|several|multiple|many) (?:[\w-]+ ){{0,4}}?{_TOOLS}\b"
    rf"|^{_WHO}(?:operates?|owns?|manages?|have|has|holds?|boasts?|controls?|secured|built|amassed)"
    r" (?:(?!\b(?:signed|agreed|leased|deal|lease|contract|agreement)\b)[^.;]){0,70}?\b(?:portfolio"
    r"|pipeline|fleet|footprint|contracted power|secured power|power (?:contracted|secured)"
    r"|power portfolio|under management|across (?:its|their|all|\d+|two|three|four|five|six|seven"
    r"|eight|nine|ten"
    r"|multiple|several|north america|europe|the (?:us|country|world))(?: \w+)? ?"
    rf"(?:{_TOOLS}|states"
    r"|countries|markets|regions|portfolio|cities)?)\b"
    r"|^(?:its|their|the (?:company|firm|miner|group)['’]s|@['’]s?) (?:(?!new\b"
    r"|latest\b)[\w-]+ ){0,3}?(?:pipeline|portfolio|fleet|footprint|backlog|order book"
    r"|remaining performance obligations?|rpo|network|estate|market (?:cap\w*|value))\b"
    r"|^(?:its|their|the (?:company|firm|startup|lab)['’]s|@['’]s?) (?:[\w-]+ ){0,2}?(?:models?"
    r"|chatbot|assistant|apps?|products?)\b[^.;]{0,60}\b(?:users|downloads|customers)\b"
)
# What a unit of power is enough for.
_LIKENED: Final = (
    r"^(?:(?:for (?:context|comparison|reference|scale|perspective)|to put (?:that|this"
    r"|it) in(?:to)? (?:context|perspective)),? (?:@|an?|one|1|\d)|(?:a|one|1|each|every"
    r"|a single) ?(?:gigawatt|gw|megawatt|mw)(?: of (?:power|electricity|capacity|energy|compute"
    r"|computing))? (?:is|can|could|would|of|equals|powers|costs|roughly)\b)"
)
# How a company came to be, who owns it, what it raised before.
_HISTORY: Final = (
    rf"^{_WHO}(?:was |is |were )?(?:(?:first |originally |co-)?(?:founded|established|formed"
    r"|spun out|spun off|created|headquartered)|went public|debuted|listed|ipo['’]?d"
    r"|(?:also )?backed by|valued at|last valued)\b"
    r"|^founded (?:in|by)\b"
    rf"|^{_WHO}(?:raised|closed|completed|secured|announced|landed)\b[^.;]{{0,60}}"
    r"(?:\bseries [a-h]\b|\b(?:funding|financing|investment|seed|equity) round\b|\bipo\b"
    r"|\binitial public offering\b|\bat an? [^.;]{0,30}valuation\b|\bin (?:venture )?funding\b"
    r"|\blast year at\b|\bin equity\b)"
    r"|^(?:its |the (?:company|startup|firm|lab)['’]s |other |existing |early )?(?:investors"
    r"|backers|shareholders) (?:in @ )?include\b"
    r"|^@ (?:has|have) (?:also )?(?:invested|put money|taken stakes) in (?:several|many|a number of"
    r"|some|dozens of|other)\b|^[^.;]{0,120}\bhas become the (?:world|country|industry)['’]s\b"
    r"|^@,? (?:which|who) (?:is|was|are|has been) (?:also )?(?:an? |one of )(?:\w+ )?(?:investors?"
    r"|backers?|shareholders?)\b"
)
# What a deal is only a piece of.
_AIM: Final = (
    r"^(?:(?:it|this|that|(?:the|this) (?:deal|agreement|contract|move|lease|order"
    r"|news)) )?(?:also )?(?:underpins?|supports?|advances?|furthers?|bolsters?|is part of"
    r"|forms part of|fits)\b[^.;]{0,20} (?:@['’]s?|its|their|the (?:company|firm"
    r"|group)['’]s) (?:[\w-]+ ){0,4}?(?:plans?|goals?|targets?|ambitions?|strategy|efforts?|push"
    r"|program(?:me)?|pipeline|roadmap)\b"
)
# Who makes the chips that a side deals in.
_MADE_OF: Final = (
    r"^(?:the |these |those |its |such )?(?:[\w-]+ )?(?:chips|gpus|processors|tpus|accelerators"
    r"|servers|wafers|semiconductors)\b[^.;@]{0,40}\b(?:are|is|will be|were) (?:\w+ )?(?:made"
    r"|manufactured|produced|fabricated|packaged)\b"
)
# What a side does with somebody else, or did before with a seller or a bidder nobody names.
_WITH_OTHERS: Final = (
    rf"^(?:in {MONTH},? |last \w+,? |earlier this \w+,? )?{_WHO}(?:ended|held|dropped|abandoned"
    r"|began|started|scrapped|walked away from|was in)\b[^.;@]{0,40}\b(?:another|other|different"
    r"|rival|separate) (?:[\w-]+ ){0,2}?(?:providers?|suppliers?|customers?|compan(?:y|ies)"
    r"|bidders?|clouds?|tenants?|buyers?|partners?|parties|party)\b"
    rf"|^in {MONTH},? {_WHO}(?:bought|acquired|purchased|opened|completed)\b(?:(?!\bgpus?\b"
    r"|\bchips?\b|\bcapacity\b|@)[^.;]){0,60}\b(?:campus|site|land|acres|building|property"
    r"|data cent(?:er|re)|facility|plant|company|start-?up)\b"
    rf"|^@ (?:(?:has|have|had)(?: also| already| recently)?|previously|earlier"
    rf"|already) (?:signed|struck|inked|announced|reached"
    r"|made|entered|secured|done|agreed)(?: to| into)?(?: [\w$€£.,-]+){0,6}? (?:deals|agreements"
    r"|contracts|partnerships|commitments|leases|pacts)\b[^.;]{0,30}@(?:,| and)[^.;]{0,8}@"
    r"|^@ (?:has )?(?:recently|separately|earlier this \w+|last (?:week|month|year)) (?:secured"
    r"|raised|closed|obtained|landed|arranged|completed) [^.;]{0,60}\b(?:loan|financing|debt"
    r"|facility|funding|round|ipo|offering)\b"
    r"|^@(?:, @)*,? and @ have (?:already|also|previously|recently) (?:announced|unveiled|pledged"
    r"|committed|launched|built)\b[^@]*$"
)
# What all deals of a company come to: "Combined with existing agreements with A and B, its".
_IN_ALL: Final = (
    r"^(?:combined|together|along|coupled|taken together) with (?:(?:its|their|the|these|those"
    r"|@['’]s?|other|previous"
    r"|previously|existing|earlier|prior|announced|signed) )+(?:[\w-]+ ){0,3}?(?:deals?"
    r"|agreements?|contracts?"
    r"|leases?|commitments?|partnerships?|pacts?|projects?)\b[^.;]{0,200}\b(?:total|reach|exceed"
    r"|stand|come|bring|amount"
    r"|add|put|rais|lift|tak|have|has|represent)\w*\b"
)
# What kind of company one is: "is one of a new generation of clouds that lease capacity".
_KIND: Final = (
    r"^@ (?:is|was) (?:part of|among|one of) (?:a |the )(?:new |growing |small |select ){0,2}"
    r"(?:generation|wave|crop|group|handful|number|class|breed|cohort|slew) of\b"
)
# What only leads to other texts, or tells who wrote this one.
_ELSEWHERE: Final = (
    r"^\W*(?:read (?:more|also|next)|also read|see also|related(?: \w+)?|recommended(?: \w+)?"
    r"|don['’]t miss|trending|more on this|more from \w+|leer m[aá]s|lea tambi[eé]n|lee tambi[eé]n"
    r"|te puede interesar|mehr zum thema|lesen sie auch|lees ook|[aà] lire aussi|lire aussi"
    r"|leggi anche|leia (?:mais|tamb[eé]m)"
    r"|延伸[阅閱][读讀]|相[关關][阅閱][读讀]|推[荐薦][阅閱][读讀]|関連記事|관련 ?기사)\s?[:：—–-]"
)
_TABLE: Final = (
    f"{_KIND}|{_MARKET}|{_ESTATE}|{_LIKENED}|{_HISTORY}|{_MADE_OF}|{_AIM}|{_WITH_OTHERS}|{_IN_ALL}"
    rf"|{_ELSEWHERE}"
)


def without_backdrop(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of a text; those behind its title that tell no deal keep their words alone."""
    return tuple(emptied(one) if one.start and _is_backdrop(one) else one for one in statements)


def _is_backdrop(statement: Statement) -> bool:
    return pattern_of(_TABLE).match(_with_names_set(statement)) is not None


def _with_names_set(statement: Statement) -> str:
    """The folded sentence with "@" for each company."""
    text, pieces, done = statement.text[:_LONGEST], [], 0
    for mention in statement.mentions:
        if mention.start >= done:
            pieces += [text[done : mention.start], _NAME]
            done = mention.end
    return fold("".join([*pieces, text[done:]]))
