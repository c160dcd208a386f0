"""Tell what a company borrows, mines or plans for itself from a deal with who uses compute."""

from collections.abc import Sequence
from typing import Final

from parsers.accounts import house_of
from parsers.case import Case
from parsers.deal_words import AI_LABS, CUSTOMER, DEAL_NOUN, FIGURE, LOAN
from parsers.subjects import MANY, about
from parsers.types import Party
from parsers.words import pattern_of

_MINED: Final = r"\b(?:exahash\w*|petahash\w*|\d ?[ep]h/s|hash ?rate|bitcoin miners(?!['’]))\b"
_COMPUTES: Final = r"\b(?:ai|hpc|gpus?|artificial intelligence|high-performance)\b"
# Money of lenders and owners, however it is called.
_MONEY: Final = (
    rf"{LOAN}|\b(?:to invest|invests|invested|financ\w+|underwrit\w+|lend\w*|equity (?:facility"
    r"|investment|stake|funding)|preferred equity|credit|(?:preferred|revolving|warehouse|bridge"
    r"|construction|delayed[- ]draw) (?:\w+ )?(?:facility|line))\b"
)
# Whoever uses what the money pays for, named or not.
_USED: Final = (
    r"\b(?:leas\w+|tenant\w*|hyperscalers?|customers?|clients?|hosting|contracts?|orders?|offtake"
    r"|[gt]pus?|chips?|capacity|stargate|(?:-|‑)(?:tied|linked|leased|backed|bound|affiliated))\b"
)
# A title on what a whole trade does: "Why are AI companies locking in capacity?".
_MANY: Final = (
    r"(?:(?:why|how|what) )?(?:are |do )?(?:(?!\w+-(?:backed|owned"
    r"|led)\b)[\w-]+ ){0,3}(?:companies|firms|miners|hyperscalers"
    r"|giants"
    r"|start-?ups|labs|providers|operators|developers|neoclouds|landlords) (?!in\b|and\b)\w+"
)
# "Commits ₩750B to newly established subsidiary".
_OWN_UNIT: Final = (
    r"\b(?:commits?|invests?|injects?|puts?|pours?|allocates?) [^.;]{0,40}?(?:to|in|into) "
    r"(?:its |an? |the )?(?:newly[- ](?:established|formed|created|launched)|wholly[- ]owned|new)"
    r" (?:\w+ ){0,2}(?:subsidiary|affiliate)\b"
)
# What one signs with a state to put its own money in: "assina acordo para investir R$ 3 bilhões".
_TO_INVEST: Final = (
    r"\b(?:agreement|deal|mou|pact|acordo|acuerdo|convenio|accordo|accord|protocol\w*|memorand\w+"
    r"|vereinbarung|umow\w+|avtal|overeenkomst) (?:[^\s,;:]+ ){0,8}?"
    r"(?:(?:to|para|per|pour|a|d['’]) ?(?:invest(?:ir|ire)?|invertir)|zu investieren|att investera"
    r"|te investeren) (?!in\b|into\b|en\b|em\b)"
)
# "to spend $2.2bn on its own AI campus"
_OWN_SITE: Final = (
    r"\b(?:spend|invest|pour|plough|plow|put)(?:s|ing)? [^.;]{0,40}?(?:on|in|into) (?:its"
    r"|their) own"
    r" (?:[\w-]+ ){0,3}?(?:campus|data ?cent|site|cluster|supercomputer|computing cent)"
)
# What is built or offered for whoever comes: "a venture to build campuses for hyperscalers".
_FOR_ANYBODY: Final = (
    r"\b(?:joint ventures?|jv|funds?|vehicle)\b[^.;]{0,60}?\b(?:for|serving|to serve)"
    r" (?:the )?(?:(?:ai|us|u\.s\.|large|big|leading|major|global|cloud|tech\w*|its) ){0,3}"
    r"(?:hyperscalers|companies|giants|tenants|customers|clients|providers|enterprises)\b"
    r"|\b(?:to|for) (?:outside|external|third-party|paying|other|more) (?:[\w-]+ )?(?:customers"
    r"|clients|companies|firms|users|tenants|developers)\b"
)
# What a site might do one day, with nobody named who would use it.
_STUDIED: Final = (
    r"\b(?:evaluat|explor|assess|stud|review|examin|investigat|consider|weigh|mull)"
    r"(?:es|ing|y|ies|ying|s)? (?:[\w'’-]+ ){0,5}?(?:hosting|hpc|colocation|conversion|pivot"
    r"|ai (?:data cent(?:er|re)s?|compute|computing|opportunities|workloads|use))\b"
)
# A comment that opens with its column and tells no deal.
_COLUMN: Final = (
    r"(?:breakingviews|lex|heard on the street|op-?ed|opinion|column|commentary|comment|analysis"
    r"|viewpoint|podcast|letter|editorial|unhedged|schumpeter|five things)\s?:"
)
_COLUMN_EAST: Final = (
    r"^[\[【〔(（]?(?:专栏|專欄|社评|社評|社论|社論|时评|時評|观点|觀點|コラム|社説|칼럼|사설|기고|데스크칼럼|오피니언)"
    r"[\]】〕)）]?\s?[｜|:：/\]】\s]"
)
_PAYING: Final = frozenset({"financier", "investor"})
_GUARANTEES: Final = r"\b(?:backstop|guarante|co-?sign)\w*"
# What somebody answers for in all: "$3.5bn in data center guarantees".
_IN_ALL: Final = (
    r"[$€£]\s?\d[\d.,]*\s?\w* (?:in|of|worth of) (?:[\w-]+ ){0,4}?(?:guarantees|backstops)\b"
    r"|\b(?:guarantees|backstops) (?:hit|reach|top|exceed|surge|doubl|tripl|quadrupl)\w*"
)


def houses(parties: Sequence[Party]) -> set[str]:
    """The sides of a deal, of which TikTok and its owner are one."""
    return {house_of(party.company) for party in parties}


def own_business(case: Case) -> str | None:
    """What a text is about where nobody is told who will use the compute; None where it may be.

    A loan to a host, lenders alone, or bitcoin that is mined.
    """
    if (other := _other_business(case)) is not None:
        return other
    told = f"{case.head}\n{case.news}"
    mined = pattern_of(_MINED).search(told)
    if mined and pattern_of(_COMPUTES).search(told) is None:
        return about("mining", mined[0])
    lends = case.sides - {party.company for party in case.parties if party.role not in _PAYING}
    if not lends or pattern_of(AI_LABS).search(told) or case.in_head(_USED):
        return None
    others = [party for party in case.parties if party.company not in lends]
    if not others:
        return _lent_alone(case)
    money = case.in_head(_MONEY)
    is_host = {party.company for party in others} <= case.trades.hosts and len(houses(others)) == 1
    if money is None or not is_host or lends.isdisjoint(case.titled):
        return None
    return about("what a host borrows for itself", money[0])


def _other_business(case: Case) -> str | None:
    """What a title tells of a whole trade, or of money and plans that stay in the house."""
    is_alone = len(houses(case.parties)) == 1 and case.in_head(CUSTOMER) is None
    own = case.in_head(_OWN_UNIT)
    own = own or (case.in_head(f"{_TO_INVEST}|{_OWN_SITE}") if is_alone else None)
    if own is not None:
        return about("what a company gives its own", own[0])
    has_two = len(houses(case.parties)) > 1 and "buyer" in case.roles
    if not has_two and (anybody := case.in_head(_FOR_ANYBODY)):
        return about("what is there for whoever comes", anybody[0])
    if len(case.titled) == 1 and case.in_head(DEAL_NOUN) is None:
        column = pattern_of(_COLUMN).match(case.head)
        if column and case.in_head(FIGURE) is None:
            return about("a comment", column[0])
        studied = case.in_head(_STUDIED)
        if studied and case.in_head(CUSTOMER) is None:
            return about("what a site might do", studied[0])
    if (column := pattern_of(_COLUMN_EAST).match(case.head)) and not case.in_head(FIGURE):
        return about("a comment", column[0])
    many = None if case.titled else pattern_of(_MANY).match(case.head)
    return about(MANY, many[0]) if many else None


def _lent_alone(case: Case) -> str | None:
    """What is lent for nobody who is named; one guarantee has its other side all the same."""
    if "investor" in case.roles:
        return None
    if case.in_head(_GUARANTEES) and not case.in_head(_IN_ALL):
        return None
    money = case.in_head(_MONEY)
    return about("what is lent to nobody named", money[0] if money else case.head)
