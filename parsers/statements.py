"""Hold a sentence with what was found in it, and say what each of its sums is to the deal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from parsers.beside_sums import is_beside, was_worth
from parsers.deal_words_east import OTHER_AFTER_EAST, OTHER_BEFORE_EAST
from parsers.frames.frame import Frame
from parsers.frames.passing import find_passing
from parsers.statements_europe import (
    is_other_abroad,
    is_raised_abroad,
    is_spent_by_date,
    is_worth_abroad,
)
from parsers.types import Chips, Mention, Money, Power, Term
from parsers.words import fold, pattern_of

MoneyUse = Literal["deal", "total", "valuation", "other"]

_VALUATION = re.compile(
    r"valu(?:ation|ed|ing)\b[^.;$€£]{0,30}$|(?<=at a )$|\b(?:now|startup|company|firm"
    r"|lab)\s+worth\s+$"
    r"|(?:估值|投[前后後])[^，。；、\d]{0,8}$",
    re.IGNORECASE,
)
# A deal is valued too: "a contract valued at $5bn", "a lease with Fluidstack, valued at $3bn".
_PRICED = re.compile(
    r"\b(?:deals?|contracts?|agreements?|leases?|pacts?|orders?|partnerships?|collaborations?"
    r"|alliances?|ventures?|accords?|projects?|tenders?|commitments?|facilit(?:y|ies)|loans?"
    r"|tranches?|packages?|terms?|financings?|awards?|purchases?|letters? of intent)\b"
    r"(?:(?!start-?up|compan|firm\b|\blab\b|maker"
    r"|developer|round|funding|\brais)[^.;]){0,90}?\bvalued\b[^.;]{0,30}$|\bvalu(?:es|ed"
    r"|ing) (?:the |its |that )?(?:\w+ )?(?:deal|contract|agreement|lease|order)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
_VALUATION_AFTER = re.compile(r"^\W{0,3}(?:\w+\W){0,2}valuation\b", re.IGNORECASE)
# A running total is what several deals come to: "by $6.5bn to $22.4bn".
_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:total|value|worth|sum|contracts?|bring\w*|tak(?:es|ing)|lift\w*|rais(?:es"
    r"|ing))\b[^.;]{0,60}|\bby\b[^.;]{0,30}\d(?:\.\d+)?[^.;]{0,12})\bto\s+$|\b(?:total|combined"
    r"|overall|cumulative|aggregate)\s(?:\w+\s)?(?:commitments?|spend(?:ing)?|(?:\w+\s){0,2}revenue"
    r"|contracts?|deals|agreements)\b[^.;]{0,60}\b(?:(?:stands?|stood) at|to|reach\w*|exceeds?"
    r"|tops?|surpass\w*|comes? to|of|is now"
    r"|\s>|:)\s*$",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    r"(?:revenues?|sales|run[- ]rate|market (?:cap(?:itali[sz]ation)?|value)|capex"
    r"|capital (?:expenditures?|spending)|backlog|profits?|earnings|orders worth|shares? (?:at|of)"
    r"|(?<!total )(?<!contract )(?<!lease )price of|rais(?:e|es|ed|ing)(?: about| around)?"
    r"(?![^.;,]*\b(?:deal|contract|agreement|commitment|pact|lease|order|backstop|guarantee)\b)"
    r"|loss(?:es)?|, (?:targeting|eyeing|aiming for)|as (?:it|they) (?:spends?|plans? to spend"
    r"|pours?|invests?))\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(
    r"^[^\w,;:]{0,3}(?:in |of )?(?:(?:annual|annuali[sz]ed|quarterly|yearly"
    r"|expected|its|new|total)\s+){0,2}(?:revenues?|sales\b|run[- ]rate|arr\b|capex"
    r"|capital expenditures?|market (?:cap|value)|backlog|profits?|earnings|shares\b|a share"
    r"|per share|(?:mega |funding |seed )?round\b|in funding|startup|company|spending|debt offering"
    r"|(?:[\w-]+ ){0,2}?(?:spending|capex|investment) (?:plans?|programs?|programmes?|budget"
    r"|targets?)|(?:[\w-]+ ){0,2}?(?:wealth funds?|pension funds?|hedge funds?|asset managers?"
    r"|chip ?makers?|conglomerate|tech giant|chip giant|software giant)\b"
    r"|(?:lower|less|smaller|higher|bigger|larger|more|short|shy) (?:than|of)\b|(?:below|above)\b)",
    re.IGNORECASE,
)
# What is "raised" as debt pays for the deal; equity is its taker's own.
_BORROWED_AFTER = re.compile(
    r"^\W{0,3}(?:in |of )?(?:[\w-]+ ){0,2}(?:debt|loans?|bonds?|notes|(?:gpu|chip|asset|lease"
    r"|project"
    r"|secured|backed)[ -]financing)\b(?! offering)",
    re.IGNORECASE,
)
# What a contract comes to if it is extended: "extensions could increase total revenue to".
_MAY_REACH = re.compile(
    r"\b(?:could|may|might|can|potential(?:ly)?)\b[^.;]{0,50}\b(?:to|reach)\s(?:\w+\s){0,2}$"
    r"|\b(?:could|may|might|can|would|expected|potential(?:ly)?)\b[^.;]{0,50}"
    r"\b(?:reach|(?:revenues?|value|total) of)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_EXTENDED = re.compile(r"\b(?:extension|renewal|extend|renew|option|exercis)\w*\b", re.IGNORECASE)
# What a contract brings in over its term is its price.
_CONTRACTED_AFTER = re.compile(
    r"^\W{0,3}(?:in |of )?(?:(?:total|aggregate|additional|incremental|expected|potential"
    r"|new) ){0,2}(?:(?:contract(?:ed)?|lease|rental|hosting|colocation"
    r"|gross)\s(?:lease\s)?revenues?|contract value|revenues?(?: \w+)? (?:over|across|during"
    r"|through|throughout|for)"
    r" (?:the|its|that|a|an|\d+|\w+[- ]year|\w+ years))\b",
    re.IGNORECASE,
)
_CONTRACTED_BEFORE = re.compile(
    r"\b(?:contract(?:ed)?|lease|rental|hosting)\s+revenues?\b[^.;,]{0,25}$", re.IGNORECASE
)
_BRINGS_IN = re.compile(
    r"\b(?:generat|yield|produc|deliver|represent|bring|worth|total|add)\w*\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_IN_REVENUE = re.compile(
    r"^\W{0,3}(?:in|of) (?!annual|yearly|recurring)(?:\w+ )?revenues?\b", re.IGNORECASE
)
_CONTRACT = re.compile(
    r"\b(?:leas(?:e|es|ed|ing)|contracts?|agreements?|deal|hosts?|hosting|rent(?:s|ing)?)\b",
    re.IGNORECASE,
)
# Equity that a deal lets somebody buy: "option to buy $4 billion in shares".
_MAY_BUY: Final = re.compile(
    r"\b(?:options?|rights?|warrants?)\sto\s(?:buy|acquire|purchase|take)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
# What a company itself would cost: "has an option to buy Cursor for".
_COMPANY_PRICE: Final = re.compile(
    r"\b(?:buy|acquire|purchase|buying"
    r"|acquiring)\s(?:[A-Z][\w.&]*\s){1,3}(?:outright\s)?for\s(?:\w+\s){0,2}$"
)
# What somebody means to spend on everything.
_BUDGET_BEFORE: Final = re.compile(
    r"\b(?:project|plan|expect|forecast|guid|budget|earmark|aim|estimat|anticipat|target)\w*\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_BUDGET_AFTER: Final = re.compile(
    r"^\W{0,3}(?:in |of |on |for )?(?:(?:total|annual|its|ai|cloud|capital|data cent(?:er|re)"
    r"|infrastructure|and) ){1,4}(?:spend(?:ing)?|investments?|expenditures?|outlays?)\b",
    re.IGNORECASE,
)
# The size of a programme is not that of one deal in it.
_PROGRAMME_AFTER = re.compile(
    r"^\W{0,3}(?:u\.?s\.? )?(?:project )?stargate\b(?! (?:campus|site|data|facility|location|deal"
    r"|agreement|contract|lease|order))"
    r"|^規?模?の?(?:設備)?投資計画"
    r"|^[级級规規]?模?[的の]?[「“]?(?:星际之门|星際之門|stargate|スターゲート)"
    r"|^\s?(?:규모의?)?\s?['‘]?스타게이트|^(?:규모의?)?\s?투자\s?계획",
    re.IGNORECASE,
)
# "Part of its $5.9bn investment plan" sizes the plan; "as part of a $1.5bn deal" does not.
_PROGRAMME_BEFORE = re.compile(
    r"\b(?:part of|under|within)\s(?:[\w.&-]+\s){0,3}?(?:its|their|[\w.&-]+['’]s?)\s"
    r"(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_PLAN_AFTER = re.compile(
    r"^\W{0,3}(?:\w+\W){0,4}?(?:plans?|program(?:me)?s?|pledges?|strategy|budget|pipeline"
    r"|initiative|investments?)\b",
    re.IGNORECASE,
)
# Land and buildings are bought to have a site, whoever will use it.
_SITE_PRICE = re.compile(
    r"\b(?:buy(?:s|ing)?|bought|acqui\w+|purchas\w+)\b(?:(?!gpu|chip|capacity|server"
    r"|compute)[^.;:]){0,60}\b(?:land|acres|sites?|property|plots?|parcels?|buildings?"
    r"|campus)\b[^.;:]{0,50}\b(?:for|at)\s(?:\w+\s){0,2}$|\b(?:land|acres|sites?|property|plots?"
    r"|parcels?|buildings?|campus)\b[^.;:]{0,50}"
    r"\b(?:was|were|been)\s(?:bought|acquired|purchased)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
# What a state gives to a company is no price.
_GRANT = re.compile(
    r"\b(?:government|state|province|ministry|commission)\b[^.;]{0,60}"
    r"\b(?:giv\w+|gave|grant\w*|award\w*|subsid\w+)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
# A sum in brackets behind another is the same one in another currency.
_CONVERTS = re.compile(
    r"\s?[(（]\s?(?:(?:about|approximately|approx\.?|around|roughly|some|or|equivalent to|equal to"
    r"|ruim|circa|ca\.?|rund|etwa|unos|environ|[约約]?[折合]*合|相当于|相當於|한화로?|원화로?|우리\s?돈으?로?|日本円で|円換算で|약"
    r"|约|約|[于於逾近])\s?){0,3}[~≈]?"
    # "（注：现汇率约合…", "（按当前汇率计算，约…".
    r"|\s?[(（]\s?(?:注[:：]\s?)?[按以]?(?:现在?|現在?|当前|當前|目前)?(?:时|時)?的?(?:汇率|匯率)(?:[计計換换折]算)?[，,为為]?\s?"
    # Chinese says so without brackets: "1000億元，合台幣約4480億元".
    r"|[，,]?[约約]?[折摺]?合(?P<named>新?[台臺][幣币]|人民[币幣]|港[币幣]|美元|美金)?"
)
# What was paid before is background: "in 2024 it invested", "has already committed".
_EARLIER_BEFORE = re.compile(
    r"(?:^|[,;]\s)(?:back )?in (?:(?:jan|febr|mar|apr|may|jun|jul|aug|sept?|oct|nov"
    r"|dec)[a-z]*,? )?(?:19|20)\d\d\b[^.;]{0,80}\b(?:\w+ed|paid|spent|bought|won|struck|put"
    r"|lent)\b[^.;]{0,40}$|\b(?:expansion|growth|jump)\s(?:from|on|over)\s(?:an?\s|its\s|the\s)?$"
    r"|\b(?:up|down|increased|expanded|compared)\s(?:from|with)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}$"
    r"|\bfrom\s(?:an?|the|its)\s(?:initial|original|earlier|previous|first|prior)\s(?:\w+\s){0,2}$"
    r"|\b(?:previously|already|earlier)\s(?:\w+ed|paid|spent|bought|put|lent)\b"
    r"(?:(?!, (?:has|have|had|will|is|are|said)\b)[^.;]){0,60}$"
    r"|,\s(?:which|who)\s(?:has\s|had\s)?(?:invested|bought|acquired|raised|spent|lent"
    r"|poured)\b[^.;]{0,30}$|\b(?:has|have|had)\s(?:invested|spent|poured|raised)\b[^.;]{0,30}$"
    r"|\braised\s\W?\d[^.;]{0,40}\band\s$"
    # "follows an initial $3bn deal", "a commitment made in November 2025 to invest"
    r"|\b(?:follow\w*|combined with|on top of|in addition to|builds? (?:up)?on|adds? to|beyond"
    r"|besides|after|tops?|dwarfs?|surpass\w*|exceed\w*|beat\w*)\s(?:(?:an?|the|its|their"
    r"|[\w.&-]+['’]s)\s(?:\w+\s){0,2}|(?=prior|previous|earlier))(?:prior|previous|earlier|initial"
    r"|existing|original|separate|recent|similar|first|last)\s(?:[\w-]+\s){0,2}$|\b(?:made"
    r"|announced|signed|struck|agreed|unveiled|reached|pledged)\s(?:back\s)?(?:(?:in"
    r"|last)\s(?:\w+\s)?20[12]\d|last\s\w+|earlier\s\w+\s\w+|\w+\s\w+\s(?:ago"
    r"|earlier))\sto (?:invest|spend|build|buy|put|pour)\b[^.;]{0,30}$"
    r"|(?:迄今|至今|累[计計](?![^，。；、]{0,4}最[高多大])|总融资额?|总计融资|これまで|累計|지금까지|누적)[^，。；、]{0,10}$",
    re.IGNORECASE,
)
# "It bought the site last October for A$353m", "it raised $1.1bn in September".
_PAST_DEED: Final = re.compile(
    r"\b(?:invested|bought|acquired|raised|spent|paid|poured)\b[^.;]{0,40}$", re.IGNORECASE
)
_PAST_TIME: Final = re.compile(
    r"^[^.;,$€£]{0,45}\b(?:last (?:year|month|week|quarter|fall|spring|summer|autumn|winter)"
    r"|earlier this (?:year|month)|a (?:year|month) (?:ago|earlier)|in (?:jan|febr|mar|apr|may|june"
    r"|july|aug|sept|oct|nov|dec)[a-z]*"
    r"|in 20[012]\d)\b",
    re.IGNORECASE,
)
# What is raised for one site pays for what is let there.
_FOR_SITE: Final = re.compile(
    r"^\W{0,3}(?:in \w+ )?(?:for|to (?:build|finance|fund|buy|pay for))(?: (?:the|this"
    r"|that) (?:[\w-]+ ){0,3}(?:site|campus|project|facility|data cent(?:er|re))\b"
    r"|(?: [\w.-]+){0,3} (?:gpus|chips|servers|racks)\b)",
    re.IGNORECASE,
)
# Equity that the deal gives or may give, not a stake somebody has had for long.
_EQUITY = re.compile(
    r"\bwarrants?\b|\b(?:option|right|up to|potentially|could|may|will|would|possibil\w+|fino a"
    r"|hasta"
    r"|bis zu|jusqu\S*)\b[^.;]{0,60}\b(?:stake|shares|azioni|acciones|aktien|anteile|actions)\b",
    re.IGNORECASE,
)
# Equity that is being given now: "are also investing in", "will invest in".
_INVESTING: Final = re.compile(
    r"\b(?:is|are|will|would|to|may|could|plans?|also|agreed|both)\s(?:also\s)?(?:be\s)?"
    r"invest(?:ing)?\b|\binvertir[áa]n?\b|\binvestir[áã]o?\b|\binvestiront\b|\binvestir[aà]\b",
    re.IGNORECASE,
)
# Far enough for the longest of the patterns around a sum, near enough to keep time linear.
_REACH = 2_000
_LONGEST = 10_000  # characters of a sentence that are looked at
_LEAST: Final = 50_000  # no deal costs less
# No deal of two has come to a trillion (most of 2,600 labelled texts: 500 billion); markets have.
_OF_MANY: Final = 10**12
_LARGE_UNITS: Final = frozenset({"USD", "EUR", "GBP", "CHF"})
_BESIDE: Final = 90  # characters between a sum and who stands beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence with what was found in it; offsets of facts count from the text's start.

    `is_of_other` tells of another deal than the text's own: what it said was taken out.
    """

    text: str
    start: int
    frames: tuple[Frame, ...]
    mentions: tuple[Mention, ...]
    money: tuple[Money, ...]
    powers: tuple[Power, ...]
    chips: tuple[Chips, ...]
    terms: tuple[Term, ...]
    is_of_other: bool = False


def emptied(statement: Statement) -> Statement:
    """A sentence that tells of another deal, or of none: its words alone."""
    return replace(statement, frames=(), money=(), powers=(), chips=(), terms=(), is_of_other=True)


def has_facts(statement: Statement) -> bool:
    """Whether a sentence gives a figure of the deal."""
    sums = [money for money in statement.money if find_money_use(statement, money) == "deal"]
    equity = any(frame.kind == "invest" and frame.objects for frame in statement.frames)
    if equity and _INVESTING.search(statement.text, 0, _LONGEST):
        return True
    if equity and _EQUITY.search(statement.text, 0, _LONGEST):
        return True
    return bool(sums or statement.powers or statement.chips or statement.terms)


def find_money_use(statement: Statement, money: Money) -> MoneyUse:
    """Whether a sum is a price in the deal, what it comes to with others, a valuation, or else."""
    before, after = around(statement, money)
    is_valued = _VALUATION.search(before[-45:]) and not _PRICED.search(before[-160:])
    if is_valued or _VALUATION_AFTER.search(after[:40]) or is_worth_abroad(before, after):
        return "other" if was_worth(before) else "valuation"
    if _is_if_extended(before, after):
        return "deal"
    is_price = money.amount < _LEAST and money.per is None  # of a share, or of an hour
    if (
        is_price
        or (money.amount >= _OF_MANY and money.currency in _LARGE_UNITS)
        or _is_earlier(before, after)
        or _is_passing(statement, money)
        or is_conversion(statement, money)
        or _is_beside_price(before, after)
        or is_other_abroad(before, after)
        or _is_own(statement, money)
        or is_beside(before, after, alone=_is_alone(statement, money))
        or (not _is_contracted(before, after) and _is_other(before, after))
    ):
        return "other"
    return "total" if _TOTAL_BEFORE.search(before[-90:]) else "deal"


def _is_own(statement: Statement, money: Money) -> bool:
    """Whether a sentence behind a title tells what one side raises, or spends in a year on all."""
    if statement.start == 0:
        return False
    before, after = around(statement, money)
    if is_raised_abroad(before, after):
        return True
    return _is_alone(statement, money) and is_spent_by_date(before, after)


def _is_alone(statement: Statement, money: Money) -> bool:
    """Whether no two companies stand near a sum of a sentence behind the title."""
    start = money.start - statement.start
    near = {m.company for m in statement.mentions if abs(m.start - start) < _BESIDE}
    return statement.start > 0 and len(near) < 2  # noqa: PLR2004


def _is_earlier(before: str, after: str) -> bool:
    """Whether a sum was paid before, in what is no part of the deal."""
    if _EARLIER_BEFORE.search(before[-200:]):
        return True
    return bool(_PAST_DEED.search(before[-80:]) and _PAST_TIME.match(after[:80]))


def is_conversion(statement: Statement, money: Money) -> bool:
    """Whether a sum only says another one again: "7 trillion won ($5.1 billion)"."""
    place = money.start - statement.start
    if place <= 0 or statement.text[place - 1] not in "(（ ~≈约約合于於약幣币元金率算，,为為":
        return False
    earlier = (one for one in statement.money if one.end <= money.start)
    return any(_converts(statement, one, money) for one in earlier)


def _converts(statement: Statement, one: Money, money: Money) -> bool:
    """Whether what stands between two sums says that the second is the first in other money."""
    start, end = one.end - statement.start, money.start - statement.start
    found = _CONVERTS.fullmatch(statement.text, start, end)
    return found is not None and (one.currency != money.currency or found["named"] is not None)


def _is_beside_price(before: str, after: str) -> bool:
    """Whether a sum is for land, from a state, or the size of a plan the deal is part of."""
    if _PROGRAMME_BEFORE.search(before[-80:]) and _PLAN_AFTER.match(after[:60]):
        return True
    return bool(_SITE_PRICE.search(before[-200:]) or _GRANT.search(before[-140:]))


def _is_if_extended(before: str, after: str) -> bool:
    """Whether a sum is what a contract comes to once its options are taken up."""
    near = before[-110:]
    is_option = _EXTENDED.search(near) or _EXTENDED.search(after[:90])
    return bool(is_option and _MAY_REACH.search(near))


def _is_contracted(before: str, after: str) -> bool:
    """Whether a sum of revenue is what the contract is worth: "$7bn in revenue over the lease"."""
    if _CONTRACTED_AFTER.match(after[:80]) or _CONTRACTED_BEFORE.search(before[-60:]):
        return True
    brings_in = _IN_REVENUE.match(after[:40]) and _BRINGS_IN.search(before[-60:])
    return bool(brings_in and _CONTRACT.search(before))


def _is_other(before: str, after: str) -> bool:
    """Whether a sum is revenue, a share's price, a programme's size, or what else is no price."""
    if _PROGRAMME_AFTER.match(after[:40]):
        return True
    is_budget = _BUDGET_BEFORE.search(before[-80:]) and _BUDGET_AFTER.match(after[:80])
    if is_budget or _COMPANY_PRICE.search(before[-80:]):
        return True
    pays = _BORROWED_AFTER.match(after[:40]) or _FOR_SITE.match(after[:80])
    if _OTHER_BEFORE.search(before[-60:]) and not pays:
        return True
    if pattern_of(OTHER_BEFORE_EAST).search(before[-30:]):
        return True
    if pattern_of(OTHER_AFTER_EAST).match(after[:40]):
        return True
    return _OTHER_AFTER.search(after[:60]) is not None and not _MAY_BUY.search(before[-60:])


def _is_passing(statement: Statement, money: Money) -> bool:
    """Whether a sum stands where another deal is told: "after its $5 billion investment"."""
    return is_of_another(statement.text, statement.mentions, money.start - statement.start)


def is_of_another(text: str, mentions: Sequence[Mention], place: int) -> bool:
    """Whether what stands at a place of a sentence belongs to another deal, told in passing."""
    places = tuple((mention.start, mention.end) for mention in mentions)
    return any(start <= place < end for start, end in _passing(text, places))


@lru_cache(maxsize=64)
def _passing(text: str, places: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The stretches on other deals; each sum of a sentence asks for them."""
    return tuple(find_passing(fold(text[:_LONGEST]), places))


def around(statement: Statement, money: Money) -> tuple[str, str]:
    """The words before and after a sum; no more of them than is ever looked at."""
    start, end = money.start - statement.start, money.end - statement.start
    return statement.text[max(0, start - _REACH) : max(0, start)], statement.text[
        end : end + _REACH
    ]
