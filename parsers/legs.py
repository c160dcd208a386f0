"""Turn facts and frames into legs: who pays whom, for what, with the sentence that proves it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from parsers.frames.finding import Frame
from parsers.numbers import any_of
from parsers.statements import MoneyUse, Statement, around, find_money_use
from parsers.trades import find_trade
from parsers.types import Chips, Leg, LegKind, Money, Party, Tranche
from parsers.vocabulary import SCALES

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
_LENT = re.compile(r"\s(?:in |of )?(?:debt|loans?|bonds?|financing|credit)\b", re.IGNORECASE)
_CORE = re.compile(
    r"(?:\b(?-i:[A-Z]{1,3}|Rs)\s?)?[$€£¥₩₹]?\s?\d[\d.,]*\+?(?:\s?[-–]\s?[$€£¥]?\d[\d.,]*)?"
    rf"(?:[\s-]{{0,2}}{any_of(SCALES)}|\s?[万萬亿億兆억조]+\w{{0,2}})?",
    re.IGNORECASE,
)
_MOST_PARTS = 12
# What chips are called where their model stands elsewhere.
_GENERIC = frozenset({None, "GPU", "Nvidia GPU"})
_LONGEST = 10_000  # characters of a sentence that are looked at


def find_legs(statements: Sequence[Statement], parties: Sequence[Party]) -> tuple[Leg, ...]:
    """All legs a text states, one per direction, purpose and tranche.

    A deal whose price is not told still gets one leg, so that its power, chips and term have a
    place and its direction is known.
    """
    stated = [leg for statement in statements for leg in _legs_of(statement, parties, "deal")]
    if all(leg.amount is None for leg in stated):  # "raises the deal to $14 billion": that is it
        totals = [leg for statement in statements for leg in _legs_of(statement, parties, "total")]
        stated = totals or stated
    merged: list[Leg] = []
    for leg in stated:
        index = next((i for i, known in enumerate(merged) if _restates(known, leg)), None)
        if index is None:
            merged.append(leg)
        else:
            merged[index] = merge_restated(merged[index], leg)
    return tuple(_with_loose_facts(_without_totals(merged), statements, parties))


def _without_totals(legs: Sequence[Leg]) -> list[Leg]:
    """The legs without one that is what others come to: "$15bn, of it $10bn and $5bn"."""
    return [leg for leg in legs if not _is_total_of(leg, [one for one in legs if one is not leg])]


def _is_total_of(whole: Leg, others: Sequence[Leg]) -> bool:
    """Whether two legs of one kind and taker, or all of them, add up to another."""
    if whole.amount is None or whole.per is not None:
        return False
    parts = [
        leg.amount
        for leg in others
        if leg.amount is not None
        and leg.per is None
        and (leg.kind, leg.payee, leg.currency) == (whole.kind, whole.payee, whole.currency)
    ][:_MOST_PARTS]
    sums = [sum(pair, Decimal(0)) for pair in combinations(parts, 2)]
    sums += [sum(parts, Decimal(0))] if len(parts) > 2 else []  # noqa: PLR2004
    return any(is_close(whole.amount, total) for total in sums)


def merge_restated(first: Leg, second: Leg) -> Leg:
    """One leg told twice: the careful qualifier and every further fact are kept."""
    careful = first if first.qualifier not in {None, "exact"} or second.amount is None else second
    if second.qualifier in {None, "exact"}:
        careful = first if first.amount is not None else second
    if first.per is not None and second.per is None and second.amount is not None:
        careful = second  # the whole price says more than a rate
    elif second.per is not None and first.per is None and first.amount is not None:
        careful = first
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
        per=careful.per,
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
    if first.count is None and first.model == second.model:
        return second
    if first.count is None and second.count is not None and second.model in _GENERIC:
        return replace(second, model=first.model)  # "GB300 chips. It will house 7,000 GPUs"
    return first


def join_quotes(first: str, second: str) -> str:
    """Both sentences, where a leg's facts stand in two."""
    return first if second in first else f"{first} […] {second}"


def _legs_of(statement: Statement, parties: Sequence[Party], use: MoneyUse) -> Iterable[Leg]:
    sums = [m for m in statement.money if find_money_use(statement, m) == use]
    for index, money in enumerate(sums):
        frame = _governing_frame(statement, money)
        kind = _leg_kind(statement, frame)
        if _LENT.match(around(statement, money)[1]) and _first(parties, "financier", ()):
            kind = "financing"  # "Apollo wraps up $35 billion debt to buy chips for Anthropic"
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
            per=money.per,
            as_stated=_core(money),
        )
        yield _with_facts(leg, statement) if index == 0 and kind != "investment" else leg


def _governing_frame(statement: Statement, money: Money) -> Frame | None:
    """The verb a sum hangs on: the nearest to its left that moves money, else the nearest."""
    place = money.start - statement.start
    frames = [frame for frame in statement.frames if frame.kind != "aside"]
    left = [frame for frame in frames if frame.end <= place]
    moving = [frame for frame in left if frame.kind not in {"agree", "join"}]
    right = [frame for frame in frames if frame.start >= place]
    invest = [frame for frame in right if frame.kind == "invest" and frame.verb == "investment"]
    for near, nearest in ((moving, -1), (invest, 0), (left, -1), (right, 0)):
        if near:
            return near[nearest]
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
    if trade is not None and {party.company for party in parties} >= set(trade):
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
    before, after = around(statement, money)
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
        chips=_main_chips(statement.chips) or leg.chips,
        term_years=statement.terms[0].years if statement.terms else leg.term_years,
    )


def _main_chips(chips: Sequence[Chips]) -> Chips | None:
    """The chips a sentence is about: its first, or those it counts of the same maker's."""
    if not chips:
        return None
    first = chips[0]
    maker = (first.model or "").partition(" ")[0]
    counted = (c for c in chips if c.count is not None and (c.model or "").startswith(maker))
    return next(counted, first) if first.count is None and maker else first


def _restates(known: Leg, leg: Leg) -> bool:
    """Whether a leg says again, in other words, what a known one said."""
    same_way = (known.payer, known.payee) == (leg.payer, leg.payee)
    if not same_way or (known.kind == "investment") != (leg.kind == "investment"):
        return False
    if known.amount is None or leg.amount is None:
        return True
    if (known.per is None) != (leg.per is None):
        return not known.increment and not leg.increment  # a rate and what it comes to
    if known.per != leg.per:
        return False
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
