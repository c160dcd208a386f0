"""Turn facts and frames into legs: who pays whom, for what, with the sentence that proves it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from parsers.frames import Frame
from parsers.numbers import any_of
from parsers.parties import find_trade
from parsers.types import Chips, Leg, LegKind, Mention, Money, Party, Power, Term, Tranche
from parsers.vocabulary import SCALES

MoneyUse = Literal["deal", "total", "valuation", "other"]

_VALUATION = re.compile(
    r"valu(?:ation|ed|ing)\b[^.;]{0,30}$|(?<=at a )$"
    r"|\b(?:now|startup|company|firm|lab)\s+worth\s+$",
    re.IGNORECASE,
)
_VALUATION_AFTER = re.compile(r"^\W{0,3}(?:\w+\W){0,2}valuation\b", re.IGNORECASE)
# A running total is what several deals come to: "by $6.5bn to $22.4bn".
_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:total|value|worth|sum|contracts?|bring\w*|tak(?:es|ing)|lift\w*|rais(?:es|ing))\b"
    r"[^.;]{0,60}|\bby\b[^.;]{0,30}\d(?:\.\d+)?[^.;]{0,12})\bto\s+$",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    r"(?:revenues?|sales|run[- ]rate|market (?:cap|value)|capex|capital expenditures?|backlog"
    r"|profits?"
    r"|earnings|orders worth|shares? (?:at|of)|price of|rais(?:e|es|ed|ing)(?: about| around)?"
    r"|losses?)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(
    r"^\W{0,3}(?:in |of )?(?:(?:annual|annuali[sz]ed|quarterly|yearly|expected|its|new"
    r"|total)\s+){0,2}"
    r"(?:revenues?|sales\b|run[- ]rate|arr\b|capex|capital expenditures?|market (?:cap|value)"
    r"|backlog"
    r"|profits?|earnings|shares\b|a share|per share|(?:mega |funding |seed )?round\b|in funding"
    r"|startup|company|spending|debt offering)",
    re.IGNORECASE,
)
# What stands close after (or before) a sum tells when it is due.
_NOW = re.compile(
    r"^(?:\W+\w+){0,3}?\W+(?:now|immediately|up ?front|initially|today|at once)\b", re.IGNORECASE
)
_LATER_AFTER = re.compile(
    r"^\W+(?:more\W+)?(?:later|over time|in (?:the )?future)\b", re.IGNORECASE
)
_LATER = re.compile(
    r"(?:(?:with|including) (?:all )?(?:the )?options?[^.;]*|option|rest|remainder|later"
    r"|potentially|over time)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_MILESTONE = re.compile(
    r"milestones?|performance targets?|as (?:each|the first) gigawatt", re.IGNORECASE
)
_LEASE = re.compile(r"\bleas(?:e|es|ed|ing)\b|\brent(?:s|ed|ing)?\b|\btenan\w+|租", re.IGNORECASE)
_CORE = re.compile(
    r"(?:\b(?-i:[A-Z]{1,3}|Rs)\s?)?[$€£¥₩₹]?\s?\d[\d.,]*\+?(?:\s?[-–]\s?[$€£¥]?\d[\d.,]*)?"
    rf"(?:[\s-]{{0,2}}{any_of(SCALES)}|\s?[万萬亿億兆억조]+\w{{0,2}})?",
    re.IGNORECASE,
)
# Far enough for the longest of the patterns around a sum, near enough to keep time linear.
_REACH = 2_000
_LONGEST = 10_000  # characters of a sentence that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence with what was found in it; offsets of facts count from the text's start."""

    text: str
    start: int
    frames: tuple[Frame, ...]
    mentions: tuple[Mention, ...]
    money: tuple[Money, ...]
    powers: tuple[Power, ...]
    chips: tuple[Chips, ...]
    terms: tuple[Term, ...]


def has_facts(statement: Statement) -> bool:
    """Whether a sentence gives a figure of the deal."""
    sums = [money for money in statement.money if find_money_use(statement, money) == "deal"]
    return bool(sums or statement.powers or statement.chips or statement.terms)


def find_money_use(statement: Statement, money: Money) -> MoneyUse:
    """Whether a sum is a price in the deal, what it comes to with others, a valuation, or else."""
    before, after = _around(statement, money)
    if _VALUATION.search(before[-45:]) or _VALUATION_AFTER.search(after[:40]):
        return "valuation"
    if _OTHER_BEFORE.search(before[-60:]) or _OTHER_AFTER.search(after[:60]):
        return "other"
    return "total" if _TOTAL_BEFORE.search(before[-90:]) else "deal"


def _around(statement: Statement, money: Money) -> tuple[str, str]:
    """The words before and after a sum; no more of them than is ever looked at."""
    start, end = money.start - statement.start, money.end - statement.start
    return statement.text[max(0, start - _REACH) : max(0, start)], statement.text[
        end : end + _REACH
    ]


def find_legs(statements: Sequence[Statement], parties: Sequence[Party]) -> tuple[Leg, ...]:
    """All legs a text states, one per direction, purpose and tranche.

    A deal whose price is not told still gets one leg, so that its power, chips and term have a
    place and its direction is known.
    """
    stated = [leg for statement in statements for leg in _legs_of(statement, parties)]
    merged: list[Leg] = []
    for leg in stated:
        index = next((i for i, known in enumerate(merged) if _restates(known, leg)), None)
        if index is None:
            merged.append(leg)
        else:
            merged[index] = merge_restated(merged[index], leg)
    return tuple(_with_loose_facts(merged, statements, parties))


def merge_restated(first: Leg, second: Leg) -> Leg:
    """One leg told twice: the careful qualifier and every further fact are kept."""
    careful = first if first.qualifier not in {None, "exact"} or second.amount is None else second
    if second.qualifier in {None, "exact"}:
        careful = first if first.amount is not None else second
    adds = (
        (first.power_gw is None and second.power_gw is not None)
        or (first.chips is None and second.chips is not None)
        or (first.term_years is None and second.term_years is not None)
        or careful is second
    )
    return replace(
        first,
        quote=join_quotes(first.quote, second.quote) if adds else first.quote,
        kind=second.kind if first.kind == "commitment" else first.kind,
        amount=careful.amount,
        amount_high=careful.amount_high,
        currency=careful.currency,
        qualifier=careful.qualifier,
        as_stated=careful.as_stated,
        increment=first.increment or second.increment,
        tranche=first.tranche or second.tranche,
        power_gw=first.power_gw if first.power_gw is not None else second.power_gw,
        power_gw_high=first.power_gw_high if first.power_gw is not None else second.power_gw_high,
        power_qualifier=first.power_qualifier or second.power_qualifier,
        chips=_fuller_chips(first.chips, second.chips),
        term_years=first.term_years or second.term_years,
    )


def _fuller_chips(first: Chips | None, second: Chips | None) -> Chips | None:
    """Chips told twice: a count of the model that the first telling only names is kept."""
    if first is None or second is None:
        return first or second
    return second if first.count is None and first.model == second.model else first


def join_quotes(first: str, second: str) -> str:
    """Both sentences, where a leg's facts stand in two."""
    return first if second in first else f"{first} […] {second}"


def _legs_of(statement: Statement, parties: Sequence[Party]) -> Iterable[Leg]:
    sums = [m for m in statement.money if find_money_use(statement, m) == "deal"]
    for index, money in enumerate(sums):
        frame = _governing_frame(statement, money)
        kind = _leg_kind(statement, frame)
        payer, payee = _sides(kind, frame, parties)
        if kind == "investment":
            payer = _nearest_giver(statement, money, parties) or payer
        if payer is None and payee is None:
            continue  # whose sum it is cannot be told; it stays among the money of the reading
        leg = Leg(
            payer=payer,
            payee=payee,
            kind=kind,
            quote=statement.text,
            tranche=_tranche(statement, money),
            amount=money.amount,
            amount_high=money.amount_high,
            currency=money.currency,
            qualifier=money.qualifier,
            increment=money.increment,
            bare_dollar=money.bare_dollar,
            as_stated=_core(money),
        )
        yield _with_facts(leg, statement) if index == 0 and kind != "investment" else leg


def _governing_frame(statement: Statement, money: Money) -> Frame | None:
    """The verb a sum hangs on: the nearest to its left that moves money, else the nearest."""
    place = money.start - statement.start
    left = [frame for frame in statement.frames if frame.end <= place]
    moving = [frame for frame in left if frame.kind != "agree"]
    right = [frame for frame in statement.frames if frame.start >= place]
    invest = [frame for frame in right if frame.kind == "invest" and frame.verb == "investment"]
    for frames, nearest in ((moving, -1), (invest, 0), (left, -1), (right, 0)):
        if frames:
            return frames[nearest]
    return None


def _leg_kind(statement: Statement, frame: Frame | None) -> LegKind:
    if frame is not None and frame.kind in {"invest", "finance", "guarantee"}:
        kinds: dict[str, LegKind] = {
            "invest": "investment",
            "finance": "financing",
            "guarantee": "guarantee",
        }
        return kinds[frame.kind]
    if frame is not None and frame.kind == "build":
        return "other"
    if _LEASE.search(statement.text, 0, _LONGEST):
        return "lease"
    bought = frame is not None and re.match(r"buy|bought|purchas|order", frame.verb)
    return "purchase" if bought and statement.chips else "commitment"


def _sides(
    kind: LegKind, frame: Frame | None, parties: Sequence[Party]
) -> tuple[str | None, str | None]:
    """Payer and payee: from the verb's own sides where they fit, else from the parties' roles."""
    if kind == "investment":
        acting = frame.subjects if frame else ()
        payer = acting[0] if acting else _first(parties, "investor", ())
        taker = _first(parties, "investee", frame.objects if frame else (), payer)
        return payer, taker or _first(parties, "buyer", (), payer)
    if kind in {"financing", "guarantee"}:
        payer = _first(parties, "financier", frame.subjects if frame else ())
        return payer, _first(parties, "buyer", (), payer)
    trade = find_trade(frame)
    if trade is not None and {Party(company=trade[0], role="buyer")} <= set(parties):
        return trade
    near = (*frame.subjects, *frame.objects) if frame else ()
    payer = _first(parties, "buyer", near)
    payee = _first(parties, "supplier", near, payer) or _first(parties, "developer", near, payer)
    return payer, payee


def _nearest_giver(statement: Statement, money: Money, parties: Sequence[Party]) -> str | None:
    """Who stands right before a sum: "Nvidia invests $10 billion and Microsoft $5 billion"."""
    givers = {party.company for party in parties if party.role in {"investor", "supplier"}}
    place = money.start - statement.start
    for mention in statement.mentions:
        if mention.company in givers and mention.end <= place <= mention.end + 1:
            return mention.company
    return None


def _first(
    parties: Sequence[Party], role: str, preferred: Sequence[str], other: str | None = None
) -> str | None:
    having = [p.company for p in parties if p.role == role and p.company != other]
    return next((name for name in preferred if name in having), having[0] if having else None)


def _tranche(statement: Statement, money: Money) -> Tranche | None:
    before, after = _around(statement, money)
    if _NOW.search(after):
        return "now"
    if (
        _LATER.search(before[-50:])
        or _LATER_AFTER.search(after)
        or (money.increment and _NOW.search(before[-40:]))
    ):
        return "milestone" if _MILESTONE.search(statement.text, 0, _LONGEST) else "option"
    if _MILESTONE.search(after[:80]):
        return "milestone"
    return None


def _core(money: Money) -> str:
    """The figure alone, as printed: "up to $25 billion" gives "$25 billion"; a range is whole."""
    if money.amount_high is not None:
        return money.quote
    found = _CORE.search(money.quote)
    return found.group().strip() if found else money.quote


def _with_facts(leg: Leg, statement: Statement) -> Leg:
    """The leg with the power, chips and term of its sentence."""
    power = statement.powers[0] if statement.powers else None
    return replace(
        leg,
        power_gw=power.gigawatts if power else leg.power_gw,
        power_gw_high=power.gigawatts_high if power else leg.power_gw_high,
        power_qualifier=power.qualifier if power else leg.power_qualifier,
        chips=statement.chips[0] if statement.chips else leg.chips,
        term_years=statement.terms[0].years if statement.terms else leg.term_years,
    )


def _restates(known: Leg, leg: Leg) -> bool:
    """Whether a leg says again, in other words, what a known one said."""
    same_way = (known.payer, known.payee) == (leg.payer, leg.payee)
    if not same_way or (known.kind == "investment") != (leg.kind == "investment"):
        return False
    if known.amount is None or leg.amount is None:
        return True
    return known.currency == leg.currency and is_close(known.amount, leg.amount)


def is_close(one: Decimal, two: Decimal, *, within: Decimal = Decimal("0.01")) -> bool:
    """Whether two amounts are the same figure, give or take rounding."""
    return abs(one - two) <= within * max(abs(one), abs(two))


def _with_loose_facts(
    legs: Sequence[Leg], statements: Sequence[Statement], parties: Sequence[Party]
) -> Iterable[Leg]:
    """Facts that stood in a sentence without a sum go to the leg that buys compute."""
    telling = [s for s in statements if s.powers or s.chips or s.terms]
    index = next((i for i, leg in enumerate(legs) if leg.kind != "investment"), None)
    bought = legs[index] if index is not None else _bare_leg(statements, parties)
    if bought is None:
        return legs
    for statement in telling:
        bare = replace(bought, power_gw=None, chips=None, term_years=None, quote=statement.text)
        loose = _with_facts(bare, statement)
        bought = merge_restated(bought, loose)
    rest = [leg for i, leg in enumerate(legs) if i != index]
    return [bought, *rest] if index is None else [*legs[:index], bought, *legs[index + 1 :]]


def _bare_leg(statements: Sequence[Statement], parties: Sequence[Party]) -> Leg | None:
    """The leg of a deal whose price is not told."""
    payer, payee = _sides("commitment", None, parties)
    if payer is None and payee is None:
        return None
    telling = next((s for s in statements if s.frames), None)
    if telling is None:
        return None
    kind: LegKind = "lease" if _LEASE.search(telling.text, 0, _LONGEST) else "commitment"
    return Leg(payer=payer, payee=payee, kind=kind, quote=telling.text)
