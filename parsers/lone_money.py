"""Tell money and deals of labs and hosts that get nobody compute from those that do."""

from typing import Final

from parsers.abroad import without_trades
from parsers.case import Case
from parsers.deal_words import (
    AI_LABS,
    BIG_SUM,
    COMPUTE_DEAL_NOUN,
    ENERGY_BESIDE,
    EQUITY,
    EQUITY_ROUND,
    HARDWARE,
    LAB_SITE,
    LOAN,
)
from parsers.deal_words_east import EQUITY_EAST
from parsers.own_plans import houses
from parsers.subjects import about
from parsers.teasers import has_two_sides
from parsers.types import Party
from parsers.verdict_words_europe import HARDWARE_EUROPE
from parsers.words import fold, pattern_of

# A maker stands in for who borrows to buy its chips: "guarantees a loan for its chips".
_STANDS_IN: Final = r"\b(?:(?:guarante|backstop|underwr|co-?sign)\w*|back(?:s|ed|ing)?\b)"
_ITS_CHIPS: Final = (
    r"\b(?:its|their|nvidia\S*|amd\S*) (?:\S+ ){0,3}?(?:chips|[gt]pus?|processors|accelerators"
    r"|servers)\b|\b(?:[gt]pu|chip|server) (?:purchases?|orders?)\b"
)
# A maker that stands in for who buys chips buys its own: "AMD guarantees a loan to AI-chip firm".
_MAKER_FOR_CHIPS: Final = (
    r"\b(?:nvidia|amd|broadcom|intel|qualcomm|cerebras|groq)\b.{0,90}\b(?:chips?|[gt]pus?)\b"
)
# What a utility may sell besides power.
_RENTED: Final = (
    r"\b(?:leas|rent|host|coloc|cloud|comput|[tg]pu|tenant|campus|aloj|alberg|hosped|ced[ea]|alquil"
    r"|arrend|alug|h[ée]berg|lou(?:e|é|er|era)\b|ospit|affitt)\w*"
)
_MANY: Final = 2
# What is lent so that somebody buys chips: "seeks $9bn in debt to buy AMD chips".
_DEBT: Final = r"\b(?:debt|loans?|credit|bonds?|notes|financing|borrow\w*)\b"
_TO_BUY: Final = (
    rf"{_DEBT}[^.;:]{{0,60}}?\b(?:to (?:buy|purchase|order|acquire|fund|finance|pay for|secure"
    r"|procure)|for)\b[^.;:]{0,40}?\b(?:[gt]pus?|chips?|processors|accelerators|servers)\b"
)
# What a stake in a host is taken for, in the East.
_USED_EAST: Final = (
    r"部署|佈署|建[设設造置]|[兴興共合]建|合作|[携攜联聯]手|[协協][议議]|合同|合[约約]|[采採][购購]|租|容量|吉瓦|兆瓦"
    r"|提携|協業|契約|構築|導入|調達|ギガ|メガ|협력|계약|구축|건설|도입|임대|기가|메가"
)
# A stake, or "Nvidia's investment in Lambda", and what it may be for all the same.
_STAKE: Final = (
    r"\b(?:stake|a share|shares)\b|^\S+(?: investment| to invest| invests) in \S+$"
    r"|\binvest(?:s|ed|ing)? [^.;:]{0,40}?\b(?:in|into) (?:[\w.&-]+ ?){1,3}$"
)
# What a host is called by: no word on what is dealt in.
_TRADE: Final = (
    r"(?:\b(?:[\w.-]+-based|u\.?s\.?|ai|gpu|hpc|cloud|computing|infrastructure|hyperscale) ){0,4}"
    r"\b(?:data ?cent(?:er|re)|cloud|compute|computing|gpu|infrastructure|hosting|colocation) "
    r"(?:operator|developer|provider|firm|company|owner|start-?up|builder|landlord|specialist) "
)
# What is paid for compute besides: "commits $6bn to its cloud, takes a stake".
_SPENT: Final = (
    r"\b(?:commit|spen[dt]|pledg|pa(?:y|id))\w* [^,;:]{0,60}?\b(?:cloud|compute|services)\b"
    r"|\b(?:commit|pledg|pay)\w* [^,;:]{0,12}?[$€£]\s?\d\S* (?:\w+ )?to\b|\b(?:to|will) supply\b"
)
_USED: Final = (
    r"\b(?:deploy|build|buil[dt]|partner|agree|deal|contract|leas|rent|suppl(?:y|ies)|expand"
    r"|capacity|procur"
    rf"|gigawatt|megawatt|\d ?[gm]w\b)|{_USED_EAST}"
)
# That money is lent, or stands behind what somebody else owes.
_LENT: Final = (
    r"\b(?:loans?|lend\w*|lent|debt|credit|bonds?|notes|backs|back(?:ed|ing|stop\w*)|guarant\w+"
    r"|financ\w+)\b|融|贷|貸|대출|보증"
)
# A sum somebody gets, and whoever uses what it pays for, named or not.
_GETS_MONEY: Final = (
    r"\b(?:secur|get|got|land|clos|clinch|obtain|bag|draw|rais|rece)\w* "
    r"(?:(?:up|to|over|about|nearly|another|an?|additional|record) )*[$€£]\s?\d"
)
_SERVED: Final = (
    r"\b(?:leas\w+|tenant\w*|hyperscalers?|customers?|clients?|hosting|contracts?|orders?|offtake"
    r"|deals?|stargate|backstop\w*|guarant\w+|(?:-|‑)(?:tied|linked|leased|bound|affiliated))\b"
)
_FOR_CONTRACT: Final = (
    r"\b(?:linked|tied|related|connected|fulfil\w*|serve|support|deliver\w*|backed|secured)\b"
    r"[^.;]{0,40}\b(?:contract|deal|lease|agreement|order)s? with (?!an?\b|its\b|the\b|un)\w"
    r"|\b(?:been|is|was|fully|entirely|already|pre-?) ?leased to (?!an?\b|the\b|its\b|un)\w"
)
# The site somebody's name stands on: "Oracle-tied data centers", "Meta's Louisiana campus".
_TIED: Final = (
    r"(?P<who>[\w.&]+)[-‐‑–](?:tied|linked|leased|affiliated|backed|bound|occupied)\s"
    r"(?:[\w.-]+ ){0,3}?(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?|projects?)\b"
)
_FOR_SITE: Final = (
    rf"{_DEBT}[^.;:]{{0,40}}?\b(?:for|to (?:fund|finance|build|back|pay for)|behind|tied to"
    r"|linked to|backing)\s(?P<who>(?:[\w.&'’-]+ ){1,5}?)(?:data ?cent(?:er|re)s?|campus(?:es)?)\b"
)
# Who raises money for what it lets to another: "to raise $3.6bn for GPUs it will rent to Meta".
_LET_TO: Final = (
    r"\b(?:rais|borrow|pric|upsiz|clos|secur|issu)\w* [^.;:]{0,80}?\b(?:(?:to (?:fund|finance|build"
    r"|complete|finish|expand)|for) (?P<site>(?:[\w.&'’-]+ ){1,4}?)"
    r"(?:site|campus|data ?cent(?:er|re)s?|project|contract|lease|build-?out|gpus)\b"
    r"|(?:(?:it|they) (?:\w+ ){0,2}?(?:rents?|leases?|lets?|hosts?|suppl(?:y|ies))|leased|let"
    r"|rented) (?:to|by|for) (?P<user>(?:\S+ ?){1,3}))"
)
# Who uses the one site that somebody lends for: "nears $30B financing deal for its data center".
_LENT_FOR_SITE: Final = (
    r"\b(?:financing|loan|debt|credit|funding) (?:deal|package|facility|agreement|arrangement)"
    r" (?:for|to (?:fund|finance|build|pay for)) (?:(?:its|the|an?) )?(?:[\w.'’-]+ ){0,4}?"
    r"(?:data ?cent(?:er|re)|campus|supercomputer)\b(?! (?:operator|developer|firm|company|owner))"
)
_USERS: Final = rf"{AI_LABS}|\b(?:meta|microsoft|google|amazon|oracle|apple|tesla|bytedance)\b"
# From whom is cut off: "secures 2 GW of capacity from ...".
_FROM_UNNAMED: Final = (
    r"\b(?:secur|reserv|leas|rent|buy|book|contract|lock|procur|order|purchas|acquir|tak|get)\w*\b"
    r"[^;:]{0,60}?\b(?:capacity|compute|[gt]pus|chips|servers|data ?cent(?:er|re)s?|accelerators"
    r"|(?:gb|vr|mi|[ahb])[1-4]\d[05]x?s?)\b[^;:]{0,40}?\bfrom\b"
)
# What a guarantor answers for, whoever it does that for.
_BACKSTOPPED: Final = (
    r"\b(?:backstop|guarante)\w*\b.{0,60}\b(?:data[- ]?cent(?:er|re)s?|campus|leases?|rent)\b"
)


def power_deal(case: Case) -> str | None:
    """A deal in which who sells power is the only other side, and nothing is leased."""
    selling = case.sides & case.trades.utilities
    if not selling or case.in_head(LAB_SITE):
        return None
    supplying = case.acting("supplier")
    if supplying and supplying <= selling and case.in_head(_RENTED) is None:
        return about("power", min(supplying))
    if len(case.sides - selling) > 1:
        return None
    found = pattern_of(ENERGY_BESIDE).search(case.whole)
    return about("power", found[0]) if found else None


_RAISED_STAKE: Final = (
    r"\b(?:rais|lift|boost|increas|up)(?:s|es|ed)? (?:\S+ ){0,3}(?:stake|holding|shareholding)\b"
)


def loan_of_host(case: Case) -> str | None:
    """A title on what a host borrows or raises, with no word on who will use what it pays for.

    Where lenders are named the text may be the first to say that it is a loan.
    """
    alone = _loan_of_lone_host(case)
    return alone or _loan_from_named(case)


def _loan_from_named(case: Case) -> str | None:
    """A loan to a host by lenders who are named."""
    if case.in_head(_RAISED_STAKE):
        return None  # what is raised is a share
    in_head = case.in_head(LOAN)
    found = in_head
    if found is None and "financier" in case.roles:
        found = pattern_of(LOAN).search(case.opening)
    if (
        found is None
        or case.in_head(AI_LABS)
        or pattern_of(COMPUTE_DEAL_NOUN).search(case.head, in_head.end() if in_head else 0)
    ):
        return None
    lends = case.acting("financier", "investor") - case.acting("buyer")
    others = case.sides - lends
    if case.in_head(_STANDS_IN) and (case.in_head(_ITS_CHIPS) or case.in_head(_MAKER_FOR_CHIPS)):
        return None
    if lends and len(others) == 1 and others <= case.trades.hosts:
        return about("what a host borrows for itself", found[0])
    return None


def _loan_of_lone_host(case: Case) -> str | None:
    """What a host alone borrows, for its own site, chips or growth: nobody is named who uses it."""
    if len(houses(case.parties)) != 1 or not case.sides <= case.trades.hosts:
        return None
    found = case.in_head(LOAN)
    if found is None and case.in_head(_GETS_MONEY):
        found = pattern_of(LOAN).search(case.news)
    is_used = case.in_head(_SERVED) or pattern_of(_FOR_CONTRACT).search(case.opening)
    if found is None or is_used or case.in_head(AI_LABS):
        return None
    return about("what a host borrows for itself", found[0])


def pays_for_compute(case: Case) -> bool:
    """Whether what is raised pays for one's compute: debt for its site or chips, no equity."""
    if _borrows_to_buy(case) or _is_for_site(case):
        return True
    if case.in_head(EQUITY_ROUND) or not case.in_head(HARDWARE):
        return False
    takers = " ".join(party.company for party in case.parties if party.role == "buyer")
    return len(case.sides) > 1 and pattern_of(AI_LABS).search(fold(takers)) is not None


def _borrows_to_buy(case: Case) -> bool:
    """Whether what a title has borrowed buys chips of whoever is named as their maker."""
    return {"buyer", "supplier"} <= case.roles and case.in_head(_TO_BUY) is not None


def implies_other_side(case: Case) -> bool:
    """Whether money for a title's one company tells that somebody lends, or leases, besides it."""
    if len(case.parties) == 1 and case.in_head(_FROM_UNNAMED):
        return True
    if case.in_head(_LENT_FOR_SITE) and _uses_alone(case):
        return True
    return _is_for_site(case) or _backstops_site(case)


def _uses_alone(case: Case) -> bool:
    """Whether the only company of a deal is one that uses compute itself."""
    takers = case.acting("buyer")
    return len(case.parties) == 1 and any(pattern_of(_USERS).search(fold(x)) for x in takers)


def _is_for_site(case: Case) -> bool:
    """Whether a title tells of money lent for a site of one buyer, by whomever."""
    found = case.in_head(LOAN) and case.in_head(_TIED)
    found = found or case.in_head(_FOR_SITE)
    let = case.in_head(_LET_TO) if has_two_sides(case.parties) else None
    users = f"{found['who'] if found else ''} {(let['site'] or let['user']) if let else ''}"
    return any(fold(name).split()[0] in users for name in case.acting("buyer"))


def _backstops_site(case: Case) -> bool:
    """Whether somebody guarantees a lease or a site: another side has it, named or not."""
    return "financier" in case.roles and case.in_head(_BACKSTOPPED) is not None


def pays_alone(case: Case) -> bool:
    """Whether nobody but who pays is named, and nothing says that it lends."""
    return case.roles == {"financier"} and pattern_of(_LENT).search(case.whole) is None


def without_strangers(case: Case) -> tuple[Party, ...]:
    """The parties save those that would sell compute though they do not: "Target and OpenAI".

    Only a price that nothing else has between two makes a seller of anybody.
    """
    if not case.trades.sellers or case.in_head(BIG_SUM):
        return case.parties
    if not case.acting("supplier", "partner").isdisjoint(case.trades.sellers):
        return case.parties
    return tuple(p for p in case.parties if p.role not in {"supplier", "partner"})


def stake_in_host(case: Case) -> str | None:
    """A title on a stake in a host, with no word on what is built or bought with it."""
    owned = case.acting("investee")
    head = without_trades(pattern_of(_TRADE).sub("", case.head))
    is_host = bool(owned) and owned <= case.trades.hosts
    found = pattern_of(_STAKE).search(head) if is_host else None
    if is_host and pattern_of(_USED_EAST).search(head) is None:
        found = found or pattern_of(EQUITY_EAST).search(head)
    if (
        found is None
        or pattern_of(HARDWARE).search(head)
        or pattern_of(COMPUTE_DEAL_NOUN).search(head)
        or pattern_of(_SPENT).search(head)
        or pattern_of(_USED).search(case.opening)
    ):
        return None
    return about("an equity stake", found[0].strip())


# A sum one gets from three or more: "krijgt $110 miljard van A, B en C".
_FROM_MANY: Final = (
    r"\b(?:gets?|got|receiv(?:es?|ed)|secur(?:es?|ed)|rais(?:es?|ed)|krijgt|ontvangt|haalt|recibe"
    r"|obtiene|capta|recauda|recebe|erh[äa]lt|bekommt|sammelt|reçoit|obtient|l[èe]ve|riceve|ottiene"
    r"|raccoglie|получ\w+|привлек\w+) [^.;:,]{0,12}?\d[\d.,]*[^.;:,]{0,24}? (?:from|van|de|von|da"
    r"|от|bei"
    r"|by) (?:[\w.&-]+ ?){1,3}, (?:[\w.&-]+,? ){1,4}(?:and|en|y|e|und|et|и|&) "
)


def round_of_many(case: Case) -> str | None:
    """A title in which several put money into a lab, with no sum and no compute: a round."""
    many = case.in_head(_FROM_MANY)
    if many and not case.in_head(f"{HARDWARE}|{HARDWARE_EUROPE}"):
        return about("a funding round", many[0])
    found = case.in_head(EQUITY) if len(case.acting("investor")) >= _MANY else None
    if found is None or case.in_head(BIG_SUM) or case.in_head(HARDWARE):
        return None
    return about("a funding round", found[0])
