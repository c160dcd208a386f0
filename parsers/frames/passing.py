"""Find the stretches of a sentence that tell of another deal: what is told there is no side of it.

"Despite its pact with Oracle", "after Meta walked away", "which also has a deal with Google",
"Earlier this year, it signed".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from parsers.frames.asides_europe import EARLIER_DEAL_EUROPE
from parsers.frames.words import DEAL_NOUNS
from parsers.words import pattern_of

# Where a stretch begins that sets another deal against this one.
_SET_AGAINST: Final = (
    r"(?<!\w)(?:despite|even (?:as|though)|amid|amidst|notwithstanding|in spite of|on top of"
    r"|in addition to|as well as its(?= \w+"
    r" (?:deal|pact|agreement|contract))"
    r"|alongside(?= (?:(?:its|their) )?(?:existing|current|other|earlier|separate|previous|long-?))"
    r"|and (?:the )?(?:sale|acquisition|purchase) of"
    r"(?= (?:[\w%-]+ ){0,4}(?:interest|stake|equity|shares)(?!\w))"
    r"|apart from|aside from|besides|separate from"
    r"|while(?= (?:[\w.'’-]+ ){1,3}(?:announce|report|post|raise|unveil|disclose)[sd]\b)"
    r"|(?:^|(?<=: )|(?<=[—–] ))while(?= [^,;:.]{1,60}? (?:just|recently|have|has) (?:\w+ed"
    r"|struck|won)(?!\w))"
    r"|(?:like|such as)(?= (?:the|its|their) (?:recent|recently|latest|blockbuster|headline-\w+"
    r"|earlier|previous)(?!\w))"
    r"|open(?:s|ed|ing)? (?:the|a) doors? (?:for|to)(?= [^,;]{2,60} to (?:enter|negotiat|sign|bid"
    r"|leas|compete))"
    r"|nonostante|pese a|a pesar de|además de|junto con sus|trotz|ungeachtet|zusätzlich zu"
    r"|malgré|en dépit de|outre|ondanks|naast|apesar de|além de|oltre a|несмотря на|помимо)(?!\w)"
)
# Where a clause begins that may tell what happened before.
_EARLIER: Final = (
    r"(?<!\w)(?:(?:(?:days|weeks|months|a (?:day|week|month|year)) )?after|following|since|once"
    r"|as|when|tras|después de(?: que|l)?|luego de(?: que|l)?|depois d[aeo]|nachdem|nach"
    r"|après que|après|nadat|após|dopo che"
    r"|dopo)(?!\w)"
)
_WITHDRAWS: Final = (
    r"(?<!\w)(?:walk(?:s|ed|ing)? away|withdr[ae]w\w*|pull(?:s|ed|ing)? (?:out|back)"
    r"|back(?:s|ed|ing)? (?:out|away)|abandon\w*|opt(?:s|ed|ing)? out|bow(?:s|ed) out"
    r"|(?:decid|opt|cho[os]|elect)\w* (?:not to|against)|turn(?:s|ed)? (?:it |them )?down"
    r"|relinquish\w*|(?:did not|didn['’]t) (?:exercise|renew|proceed|go ahead)"
    r"|pass(?:es|ed)? on|declin(?:es|ed)|balk(?:s|ed)|drop(?:s|ped)? out|g[ai]ve(?:s|n)? up"
    r"|lost|loses|los(?:ing|t) out|exit(?:s|ed)?|vacat(?:es|ed)|scrap(?:s|ped)|left"
    r"|leave|leaves|drop out|cancel(?:s|l?ed)|exit|withdrawal|departure|retreat|pull-?out"
    r"|rückzugs?|ausstiegs?|absage"
    r"|retirada|salida|retrait|ritiro|retir\w+|abandon\w+|renunci\w+|desist\w+|ausgestiegen"
    r"|zurückgezogen"
    r"|abgesprungen|renonc\w+|retiré\w*|abgelehnt|ritirat\w+)(?!\w)"
)
# What stands behind "after" where another deal, told before, is meant.
_ITS: Final = (
    r"\s(?:(?:it|they|he)\s|its\s|their\s|similar\s|earlier\s|previous\s|an?\s(?:similar|earlier"
    r"|previous|recent)\s|(?:signing|striking|inking|landing|securing|sealing|announcing"
    r"|making|placing)\s"
    r"|(?:[\w-]+\s){1,4}bets?(?!\w)|(?:[\w.&-]+\s){1,2}(?:deal|pact|contract|agreement)"
    r"(?= (?:ahead|as|in|last|this|earlier)(?!\w)|$)|(?:[$€£]\s?\d|\w+(?:['’]s)\s))"
)
_SHARES: Final = (
    r"(?<!\w)(?:shares?|stocks?|soar\w*|surg\w+|jump\w*|rall(?:y|ies|ied)|gain(?:s|ed)?|rises?"
    r"|climb\w*|spik\w+|pops?|tumbl\w+|falls?|drops?|slid\w*|aktien?|acciones|valu\w+)(?!\w)"
)
_RISES: Final = (
    r"(?<!\w)(?:soar|surg|jump|rall|gain|ris|ros|climb|spik|pop|rocket|skyrocket|leap|tumbl|fall"
    r"|drop"
    r"|slid|sink|plung)\w*(?: (?:over|by|nearly|about|more than|as much as))? \d[^,;:]{0,20}$"
    r"|(?<!\w)(?:shares?|stocks?)(?!\w)[^,;:]{0,40}$"
)
_DEALS: Final = (
    rf"(?<!\w)(?:{'|'.join(sorted(DEAL_NOUNS))}|signs?|signed|leases?|rents?|buys?|agrees?|inks?"
    r"|miet\w+|kauft|beauftragt|alquil\w+|contrata\w*|firman?|loue|signe|achète|arrangements?"
    r"|talks|partnerships?|adds?|turns? to|taps?|commits?|supply|supplies|tak(?:es?|ing|en) over"
    r"|took over|step(?:s|ped|ping)? in|mov(?:es?|ing|ed) in|scoop(?:s|ed)? up|snap(?:s|ped)? up"
    r"|pick(?:s|ed)? up|snatch(?:es|ed)? up|takes? on|seiz(?:es|ed)|grabs|fills|inherits|secures"
    r"|lands)(?!\w)"
)
# Another deal of somebody who is in this one.
_ALSO: Final = (
    r"(?<!\w)(?:(?:which|who|that)\s(?:also|already|previously|recently|earlier|separately|counts"
    r"|lists|until (?:now|recently)|formerly|originally|has long)"
    r"|whose (?:[\w-]+ ){1,5}?(?:has|have) already"
    r"|(?<=, )(?:which|who) (?:currently |now )?(?:uses|relies on|leans on|runs on|trains on)"
    r"|also (?:has|have|had|counts?|holds?|owns?|serves?|works with)|already (?:has|have|had"
    r"|counts?|leases|rents|serves|supplies|hosts)|(?<!arriendo )(?<!contrato )(?<!acuerdo )"
    r"(?<!alquiler )(?<!contrat )(?<!bail )(?<!contratto )(?<!accordo )(?<!pedido )"
    r"(?:que|qui|che) (?:también|también ya|ya|déjà|aussi|anche|già)"
    r"|der (?:auch|bereits)|das (?:auch|bereits))(?!\w)"
)
# A sentence that begins so tells of another time or another deal.
_LEAD: Final = (
    r"[\s\"“'*-]*(?:(?:the|this) (?:deal|news|announcement|agreement|move|pact) (?:comes|came"
    r"|follows)"
    r"|earlier (?:this|in the) (?:year|month|week|quarter)|(?:late|early"
    r"|mid)?-?\s?last"
    r" (?:year|fall|spring|summer|autumn|winter)|previously|separately|elsewhere|in a separate"
    r"|back in (?:\w+ )?20[012]\d|a (?:year|month) (?:ago|earlier)|a principios de"
    r" año|anteriormente|por separado|zuvor|bereits (?:im|zuvor)|anfang des jahres|plus tôt cette"
    r" année|precedentemente|all'inizio dell'anno)(?!\w)"
)
# "Competitors including OpenAI, Google": the first of them may be no name to us.
_AMONG_RIVALS: Final = (
    r"(?<!\w)(?:rivals?|competitors?|peers?),? (?:including|such as|like) "
    r"(?:[\w.&’'-]+(?: [\w.&’'-]+)?,? (?:and )?){1,2}$"
)
# A company beside what else goes on: "after Google, it wins", "as X shares rise".
_SHARES_MOVE: Final = (
    r"(?:['’]s)? (?:shares?|stocks?) (?:soar|jump|climb|ris|ros|gain|surg|fall|fell|drop|slid"
    r"|slip|tumbl|rall|up|down|hit|pop|sank|sink|spik|plung)"
)
# "A report that sent Nvidia shares down 5%".
_SENDS: Final = r"(?<!\w)(?:send|sent|push|driv|drove|lift|drag|knock|boost)\w* $"
_SENT: Final = r"(?:['’]s)? (?:shares?|stocks?)(?!\w)"
_RUNS_SHORT: Final = (
    r"(?:['’]s)? (?:(?:ai|chips?|gpus?) )?(?:suppl(?:y|ies)|shortages?|curbs?|bans?|exports?|crunch"
    r"|stockpiles?)(?!\w)"
)
_TOLD_LAST: Final = r" (?:says?|said|reports?|estimates?|analysts? says?)\.?"  # "…, TD Cowen says"
# Whose analysts are quoted so: "… has halted leasing talks, Wells Fargo".
_BROKERS: Final = (
    r"(?:td cowen|wells fargo|morgan stanley|goldman(?: sachs)?|citi(?:group)?|ubs|barclays"
    r"|jefferies"
    r"|bernstein|evercore|mizuho|keybanc|oppenheimer|needham|raymond james|stifel|truist|cantor"
    r"|wedbush|bofa|bank of america|jpmorgan|jp morgan|hsbc|deutsche bank|nomura|rbc|semianalysis)$"
)
_QUOTED_LAST: Final = (
    r"^(?!.*(?:from|with|by|between|banks?|lenders?|including) [\w. ,&-]*, $)"
    r"(?!.*(?:sachs|stanley|america|jpmorgan|chase|citi|ubs|barclays|bank|blackstone"
    r"|apollo), $).*, $"
)
_AFTER_NAME: Final = r"(?<!\w)(?:after|besides|beyond|in addition to|as with) $"
_SITE_THAT: Final = (
    r"(?<!\w)(?:(?:that|which) (?:[\w.&-]+,? (?:and |& )?){0,2}|(?:campus|sites?|halls?|capacity"
    r"|lease|space|options?|cent(?:er|re)s?) (?:[\w.&-]+(?:,| and| &) )?)$"
)
_LEFT_IT: Final = (
    r"(?: (?:corp|inc|co|ltd|plc)\b)?\.?(?: \([^)]{1,12}\))?"
    r"(?:,? (?:and|&) [\w.&-]+)? (?:had |has |have |once |previously )?(?:did(?:n['’]t"
    r"| not) (?:exercise|take|renew|want|use|need)"
    r"|declined?|(?:passed|gave|given|turned|walked|backed|dropped|pulled)"
    r" (?:on|over|up|down|away|out)|rejected|vacated|abandoned|relinquished|spurned)(?!\w)"
)
_LEAVES: Final = (
    r"(?<!\w)(?:drop|ditch|leav|swap|abandon|replac|dump|exchang|switch|trad|snub)\w*\s(?:from )?$"
    r"|(?<!\w)(?:mov|shift|switch|migrat|transfer|relocat|port)(?:e|es|ed|ing|s)? (?!to\b)"
    r"(?:[\w-]+ ){0,4}?(?:off|from|out of|away from)\s$"
)
_FOR: Final = r"(?:['’]s)? (?:[\w-]+ ){0,3}?(?:for|in favou?r of|with|(?:on)?to) "
_STOP: Final = r"[,;:]\s|\s[–-]\s|—|[.!?](?:\s|$)"
_LISTED: Final = (
    r"\s(?=(?:drop|pull|back|walk|bow|opt) (?:out|away|back)|(?:leave|exit|withdraw|quit"
    r"|abandon)(?!\w))"
    r"|(?:\s?\([^)]{0,12}\))?(?:,|\s(?:and|or|y|e|und|et|en|i)\s|\s?&)(?!\s(?:will|has|is|signs)\b)"
)
_LINK: Final = r",\s(?:and|or|y|e|und|et)?\s?"
# In Chinese, what came first and what follows it: "继A披露37亿元大单后，".
_IN_ITS_WAKE: Final = r"(?:^|(?<=[，。；,]))\s?[继繼][^，。；]{0,90}?[后後](?=[，,])"
_NEAR: Final = 110
_CLAUSE: Final = 90
_VERB: Final = 60
_FARTHEST: Final = 300

# Where companies stand in a sentence: start and end of each.
Places = Sequence[tuple[int, int]]


def is_passing(folded: str) -> bool:
    """Whether a folded sentence tells of another time or deal from its first word on."""
    return pattern_of(_LEAD).match(folded) is not None


def find_passing(folded: str, places: Places) -> list[tuple[int, int]]:
    """The stretches of a folded sentence that tell of another deal, in order.

    >>> sentence = "despite its pact with oracle, openai signs with aws"
    >>> [sentence[start:end] for start, end in find_passing(sentence, [(22, 28), (30, 36)])]
    ['despite its pact with oracle']
    """
    if is_passing(folded):
        stop = folded.find("; ")
        return [(0, stop if stop > 0 else len(folded))]
    found = [
        *(one.span() for one in pattern_of(_IN_ITS_WAKE).finditer(folded)),
        *_swapped(folded, places),
        *_set_against(folded, places),
        *_told_before(folded, places),
        *_also(folded, places),
    ]
    return sorted(found)


def is_turned_from(folded: str, end: int, before: str) -> bool:
    """Whether a name that ends at a place tells of something else, by the words around it."""
    if pattern_of(_AFTER_NAME).search(before):
        return folded.startswith(",", end)
    is_sent = pattern_of(_SENDS).search(before) and pattern_of(_SENT).match(folded, end)
    if is_sent or pattern_of(_AMONG_RIVALS).search(before):
        return True
    if before.endswith(", ") and pattern_of(_TOLD_LAST).fullmatch(folded, end):
        return True
    if end == len(folded) and pattern_of(_BROKERS).search(folded):
        return before.endswith(": ") or pattern_of(_QUOTED_LAST).search(before) is not None
    if pattern_of(_SITE_THAT).search(before) and pattern_of(_LEFT_IT).match(folded, end):
        return True
    moves = pattern_of(_SHARES_MOVE).match(folded, end) or pattern_of(_RUNS_SHORT).match(
        folded, end
    )
    return moves is not None and before.endswith(
        (" as ", " while ", " when ", " amid ", "despite ")
    )


def _set_against(folded: str, places: Places) -> Iterator[tuple[int, int]]:
    for lead in pattern_of(_SET_AGAINST).finditer(folded):
        end = _end(folded, lead.end(), places)
        if not _moves_shares(folded, lead.start(), end, places):
            yield lead.start(), end


def _moves_shares(folded: str, start: int, end: int, places: Places) -> bool:
    """Whether a stretch is the deal that moves shares: "soars 54% amid tie-up with CoreWeave"."""
    told = folded[max(0, start - _NEAR) : start]
    return (
        folded.startswith("amid", start)
        and pattern_of(_RISES).search(told) is not None
        and pattern_of(_DEALS).search(told) is None
        and any(start <= place < end for place, _ in places)
    )


def _also(folded: str, places: Places) -> Iterator[tuple[int, int]]:
    for lead in pattern_of(_ALSO).finditer(folded):
        yield lead.start(), _end(folded, lead.end(), places)


def _swapped(folded: str, places: Places) -> Iterator[tuple[int, int]]:
    """Who is left for another: "drops CoreWeave for Azure"."""
    for one, two in pairwise(places):
        lead, gap = folded[max(0, one[0] - _VERB) : one[0]], folded[one[1] : two[0]]
        if pattern_of(_LEAVES).search(lead) and pattern_of(_FOR).fullmatch(gap):
            yield one


def _told_before(folded: str, places: Places) -> Iterator[tuple[int, int]]:
    """Clauses on who withdrew, or on a deal before this one; the rest must tell a deal itself."""
    for lead in pattern_of(_EARLIER).finditer(folded):
        end = _end(folded, lead.end(), places)
        rest = (
            f"{folded[max(0, lead.start() - _NEAR) : lead.start()]} | {folded[end : end + _NEAR]}"
        )
        if not pattern_of(_DEALS).search(rest):
            continue
        clause = folded[lead.end() : min(end, lead.end() + _CLAUSE)]
        withdraws = pattern_of(_WITHDRAWS).search(clause)
        is_its = pattern_of(_ITS).match(clause) and lead[0].endswith(
            ("after", "following", "tras", "nach")
        )
        told_before = pattern_of(EARLIER_DEAL_EUROPE).match(clause)
        if withdraws or told_before or (is_its and not pattern_of(_SHARES).search(rest)):
            yield lead.start(), end


def _end(folded: str, place: int, places: Places) -> int:
    """Where a stretch ends: at the first comma or stop that is not inside a list of companies."""
    limit = min(len(folded), place + _FARTHEST)
    while (stop := pattern_of(_STOP).search(folded, place, limit)) is not None:
        link = pattern_of(_LINK).match(folded, stop.start())
        beyond = link.end() if link else -1
        end = next((end for start, end in places if start == beyond), None)
        if end is None or not pattern_of(_LISTED).match(folded, end):
            return stop.start()
        place = end
    return limit
