"""Tell sums that stand beside a price: what a unit costs, a company owes, plans or raises."""

from typing import Final

from parsers.words import fold, pattern_of

_UNIT: Final = r"(?:gigawatt|megawatt|kilowatt|[gmk]w|rack|server|[gt]pu|chip|accelerator|watt)s?"
# "Each gigawatt costs about", "$50 billion per gigawatt".
_UNIT_BEFORE: Final = (
    rf"\b(?:each|every|one|an?|per|single|1) (?:additional |such |new )?{_UNIT}\b"
    r"(?! (?:[\w-]+ ){0,2}(?:commitments?|services"
    r"|contracts?|deals?|agreements?|orders?|leases?|pacts?|purchases?"
    r"|capacity"
    r"|clouds?|clusters?|farms?))[^.;]{0,60}"
    r"\b(?:cost|run|requir|need|worth|represent|mean|equal|translat|price)\w*[^.;]{0,25}$"
    rf"|\bcosts? per {_UNIT}\b[^.;]{{0,30}}$"
)
_UNIT_AFTER: Final = (
    rf"^\W{{0,3}}(?:in \w+ )?(?:per|an?|each|for (?:each|every|one|an?)) {_UNIT}\b(?!['’]s|-)"
)
# What a company owes or has at hand already: "carries $18.8 billion of debt".
_HELD_BEFORE: Final = (
    r"\b(?:carr(?:y|ies|ied|ying)|has|had|holds?|holding|owes?|owed|sits? on|sitting on"
    r"|saddled with|burdened (?:by|with)|amassed|accumulated|piled up|racked up|loaded with)"
    r" (?:already |now |over |about |around |nearly |roughly |some |more than |almost |at least"
    r" |an estimated |up to ){0,2}$"
)
_HELD_AFTER: Final = (
    r"^\W{0,3}(?:in|of|worth of) (?:[\w-]+ ){0,2}?(?:debts?|borrowings|liabilities|cash|loans"
    r"|bonds outstanding|assets)\b(?! (?:financing|facilit|package|funding|deal))"
)
# What shares come to: "adding $2 billion to its market value".
_MARKET_AFTER: Final = (
    r"^\W{0,3}(?:to|in|of|from|off|on) (?:(?:its|his|their|the|[\w.&-]+['’]s?) )?(?:[\w-]+ )?"
    r"(?:market (?:cap\w*|value)|stock market|shareholder|market\b|paper (?:gain|profit))"
)
# What one spends on everything: "has pledged $80 billion for data centers this fiscal year".
_PLANNED_BEFORE: Final = (
    r"\b(?:pledg|earmark|budget|guid|forecast|project|vow|promis|plan|expect|set aside|intend"
    r"|aim|on track|slat|propos|commit|estimat|anticipat)\w*\b[^.;]{0,50}$"
)
_YEARLY_AFTER: Final = (
    r"^(?:(?!\b(?:deal|contract|agreement|lease|order|pact)\b)[^.;$€£])"
    r"{0,60}\b(?:th(?:is|e (?:current|coming|next)) (?:fiscal |calendar |coming |financial )?year"
    r"|next year|in (?:fiscal |calendar )?(?:20[23]\d|fy\d\d)|(?:its|the) fiscal year)\b"
)
# What a person owns, or what is lost on the market: "net worth nears $500B", "set to lose $180bn".
_WEALTH_BEFORE: Final = (
    r"\b(?:net worth|fortun[ea]|personal wealth|patrimonio|privatvermögen)\b(?:(?!\b(?:as"
    r"|while)\b)[^.;]){0,90}$"
    r"|\b(?:capex|spending) (?:projections?|plans?|targets?|forecasts?|estimates?|outlook)\b"
    r"[^.;]{0,40}$"
)
_LOST_BEFORE: Final = (
    r"\b(?:los(?:es?|ing|t)|sheds?|shedding|wip(?:es?|ed|ing) (?:out|off)|eras(?:es?|ed|ing)) "
    r"(?:(?:about|nearly|over|up to|as much as|around|roughly|more than|almost) ){0,2}$"
)
_LOST_DEAL: Final = (
    r"^\W{0,3}(?:[\w&'’-]+ ){0,5}?(?:contracts?|deals?|orders?|leases?|commitments?|tenants?"
    r"|customers?|agreements?|pacts?|business)\b"
)
# What a round brings its taker: "in talks for another $2.5 billion at a $20 billion valuation".
_PRICED_AFTER: Final = (
    r"^(?: more| in (?:\w+ )?(?:funding|equity|capital))?,? (?:at|on|with) (?:an?|its|the) "
    r"[^.;]{0,40}\bvaluation\b"
)
# Of a worth told long ago no equity is priced.
_WAS_WORTH: Final = (
    r"\b(?:last|most recently|recently|previously|formerly) (?:privately )?valued\b[^.;]{0,30}$"
    r"|\b(?:last|latest|earlier|previous|prior|recent) valuation (?:of|at) [^.;]{0,12}$"
)
# What all contracts of a company come to, or the deals of many.
_OF_ALL_BEFORE: Final = (
    r"(?<!lifts )(?<!increases )(?<!increasing )(?<!raises )(?<!raising )(?<!boosts )"
    r"\btotal (?:[\w-]+ ){0,2}?(?:contracted|lease|backlog|contract) (?:lease )?revenues?\b"
    r"[^.;]{0,40}$"
    r"|\b(?:three|four|five|six|seven|eight|nine|ten|dozen|[3-9]|\d\d) (?:[\w-]+ )?"
    r"(?:companies|firms|hyperscalers|giants|deals|contracts|agreements|customers|tenants)\b"
    r"[^.;]{0,50}\b(?:total|combin|together|generat|worth|com(?:e|ing) to)\w*[^.;]{0,20}$"
    r"|(?:[3-9]|\d\d)(?:社|家(?:公司|企业|企業))の?[^。；]{0,24}(?:总|總|合[计計]|総額|共)[^。；]{0,6}$"
)
# What the whole programme is to cost: "Stargate planea invertir hasta".
_PROGRAMME_BEFORE: Final = (
    r"\bstargate(?: (?:project|initiative|programme|program|venture))?,? (?:is|was|has been)?,? ?"
    r"(?:an?|the|its) (?:[\w-]+ ){0,2}$"
    r"|\bstargate\b[^.;]{0,50}\b(?:plan|aim|intend|prev[ée]|pretend|voi|will|would|soll|want"
    r"|target)\w*[^.;]{0,14}\b(?:invest|spend|pour|invert|gast|ausgeb)\w*[^.;]{0,20}$"
    r"|\bstargate (?:de|of|di|von|im wert von) $"
)
# An earlier deal or what came before: "su asociación previa de", "continues to buy from Azure".
_EARLIER_BEFORE: Final = (
    r"\b(?:previ[oa]s?|anterior(?:es)?|existentes?|pr[ée]c[ée]dent\w?|precedent[ei]|vorherig\w+"
    r"|bisherig\w+|eerdere?) (?:\w+ )?(?:de|por|di|von|van|über|da) (?:\w+ ){0,2}$"
    r"|(?:仍|[還还]|[继繼][续續]|持[续續])[^。；]{0,20}[向从從][^。；]{0,12}(?:采购|採購|购买|購買|租用)[^。；]{0,10}$"
    r"|[继繼][^，。；]{0,12}(?:完成|筹集|籌集|发行|發行|融[资資]|募集)[^，。；]{0,6}$"
)
# What each of many customers pays: "年支出超过100万美元的企业客户".
_CUSTOMERS: Final = r"[^，。；]{0,3}的[^，。；]{0,6}(?:客[户戶]|用[户戶])"
_REVENUE_BEFORE: Final = (
    r"\b(?:remaining performance obligations?(?: \(rpo\))?|rpo|backlog|order ?book|ingresos"
    r"|facturaci[óo]n|ventas|(?<!lease )(?<!rental )(?<!contracted )revenues?"
    r"|ricavi|fatturato|receitas?|umsatz\w*|erl[öo]se"
    r"|chiffre d['’]affaires|omzet)\b(?:(?!\b(?:acuerdo|contrat|deal|vertrag|accord))[^.;:])"
    r"{0,110}\b(?:alcanz\w+|lleg\w+ a|hasta|reach\w*|erreich\w*|auf|atteign\w*|raggiun\w*|to)\s"
    r"(?:l[oa]s |(?:about|around|nearly|over|some) )?$"
)
# Equity one raises for all it does: "完成了3亿美元风险融资".
_RAISED_EAST: Final = r"(?:完成|[获獲]得|募集|[筹籌]得)[了到]?[^，。；]{0,5}$"
_RAISED_EAST_AFTER: Final = (
    r"^(?:(?![贷貸][款]|[债債]|信[贷貸]|[银銀][团團])[^，。；]){0,8}(?:融[资資]|[轮輪])(?!租[赁賃])"
)
# The deal that this one adds to: "builds on the $14 billion agreement reached in September".
_ADDS_TO_BEFORE: Final = (
    r"\b(?:buil(?:ds?|ding|t) (?:up)?on|extends|follow(?:s|ing|ed)?|comes? (?:after|on top of)"
    r"|adds? to|adding to|on top of|in addition to|dwarf(?:s|ing)|expands? (?:up)?on|succeeds"
    r"|supplements?) (?:an?|the|its|their|[\w.&-]+['’]s?) (?:roughly |nearly |about |over )?$"
)
_ADDS_TO_AFTER: Final = (
    r"^[^.;,]{0,70}?\b(?:deals?|agreements?|contracts?|orders?|pacts?|leases?|commitments?)\b"
    r"[^.;,]{0,40}?\b(?:reached|signed|struck|announced|inked|made|agreed|unveiled|disclosed"
    r"|last|earlier|in (?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|20[12]\d))\b"
)
# What was planned at another time, or what else somebody means to build.
_PLANNED_THEN_BEFORE: Final = (
    r"\b(?:last|earlier this) (?:year|month|quarter|week)\b[^.;]{0,20}\b(?:disclos|announc|unveil"
    r"|reveal|outlin|pledg)\w* (?:an? |its )?(?:\w+ )?(?:plans? )?to (?:invest|spend|build|pour)\b"
    r"[^.;]{0,20}$"
    r"|\b(?:announced|said|pledged|unveiled|disclosed) (?:back )?in (?:\w+ )?20\d\d\b[^.;]{0,110}$"
    r"|\b(?:upside|opportunit(?:y|ies)|addressable market|tam)\b[^.;]{0,40}$"
)
_PROMISED_BEFORE: Final = (
    r"\b(?:has|have|had) (?:(?:also|previously|already|separately) )?(?:promised|pledged|vowed)"
    r" to (?:build|spend|invest) (?:on |in )?(?:an? )?$"
)
# What a site earns, or what talk makes of many deals: "a $1 trillion web".
_EARNS_AFTER: Final = (
    r"^\W{0,3}(?:in|of) (?:[\w-]+ ){0,4}?(?:noi|net operating income|ebitda|cash flow)\b"
    r"|^\W{0,3}(?:[\w-]+ )?(?:circle|web of|loop|carousel|merry-go-round|house of cards)\b"
)
_NEAR: Final = 130
_BEFORE: Final = (
    f"{_UNIT_BEFORE}|{_OF_ALL_BEFORE}|{_PROGRAMME_BEFORE}|{_EARLIER_BEFORE}|{_REVENUE_BEFORE}"
    f"|{_WEALTH_BEFORE}|{_PLANNED_THEN_BEFORE}"
)
_BOOK_AFTER: Final = r"^\W{0,3}(?:in |of )?(?:[\w-]+ )?(?:order ?books?|bookings)\b"
# What contracts with many come to: "contracten ter waarde van 317 miljard met drie klanten".
_WITH_MANY: Final = (
    r"^[^.;:]{0,50}?\b(?:with|con|com|avec|mit|met) (?:(?:three|four|five|six|several|tres|cuatro"
    r"|cinco"
    r"|varios|três|quatro|vários|trois|quatre|cinq|plusieurs|drei|vier|fünf|mehreren|drie|vijf"
    r"|meerdere"
    r"|tre|quattro|cinque|[3-9]|\d\d) )(?:\w+ )?(?:customers|clients|clientes|kunden|klanten"
    r"|clienti"
    r"|companies|empresas|entreprises|unternehmen|bedrijven|aziende)\b"
)
_AFTER: Final = (
    f"{_UNIT_AFTER}|{_MARKET_AFTER}|{_CUSTOMERS}|{_BOOK_AFTER}|{_WITH_MANY}|{_EARNS_AFTER}"
)


def is_beside(before: str, after: str, *, alone: bool) -> bool:
    """Whether a sum is no price of the deal by the words around it.

    Args:
        before: the words before the sum in its sentence.
        after: the words behind it.
        alone: whether a sentence behind the title names no second company near the sum, so that
            what is planned or raised there is one company's own.
    """
    near, behind = fold(before[-_NEAR:]), fold(after[:_NEAR])
    if pattern_of(_LOST_BEFORE).search(near) and not pattern_of(_LOST_DEAL).match(behind):
        return True
    if pattern_of(_ADDS_TO_BEFORE).search(near) and pattern_of(_ADDS_TO_AFTER).match(behind):
        return True
    is_held = pattern_of(_HELD_AFTER).match(behind) and pattern_of(_HELD_BEFORE).search(near)
    if is_held or pattern_of(_BEFORE).search(near) or pattern_of(_AFTER).match(behind):
        return True
    return alone and _is_raised_or_planned(near, behind)


def _is_raised_or_planned(near: str, behind: str) -> bool:
    """Whether one company sells shares for a sum, or means to spend it in a year on all."""
    if pattern_of(_PRICED_AFTER).match(behind) or pattern_of(_PROMISED_BEFORE).search(near):
        return True
    if pattern_of(_RAISED_EAST).search(near) and pattern_of(_RAISED_EAST_AFTER).match(behind):
        return True
    yearly = pattern_of(_YEARLY_AFTER).match(behind)
    return yearly is not None and pattern_of(_PLANNED_BEFORE).search(near) is not None


def was_worth(before: str) -> bool:
    """Whether a company's worth is told of an earlier time than the deal's: "last valued at"."""
    return pattern_of(_WAS_WORTH).search(fold(before[-_NEAR:])) is not None
