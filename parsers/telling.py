"""Tell which sentences of a text say who has a part in its deal."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.frames.cjk_words import LEADS_LOAN, TAKES_PART
from parsers.frames.debt import AMONG_LENDERS
from parsers.frames.equity import STAKE_BESIDE
from parsers.frames.frame import Frame
from parsers.statements import Statement, has_facts
from parsers.words import fold, pattern_of

_LEAD_SENTENCES: Final = 12
_OPENING_SENTENCES: Final = 2
_PARTNER_SENTENCES: Final = 5
_TRADES: Final = frozenset({"buy", "lease", "sell", "agree"})
_CONTRACTS: Final = frozenset({"contract", "lease", "lease agreement", "hosting contract"})
_MOST_OPENING: Final = 120
_UNDER_DEAL: Final = (
    r"(?:under|as part of|through|with) (?:the|this) (?:new |latest |[\w$.,-]+ ){0,3}?(?:deal"
    r"|agreement|contract|lease|pact|terms|arrangement|partnership)\b"
)

# What one gets for it, and shares promised to a customer or a guarantor, belong to the deal.
_IN_RETURN: Final = (
    r"in (?:return|exchange)\b|作[为為](?:交[换換]|回[报報])|その見返り|見返りとして"
    r"|그 ?대가로|대가로"
    r"|.{0,40}(?:[认認]股[权權]|新株予約権|신주 ?인수권)"
)


def find_telling(statements: Sequence[Statement]) -> tuple[Frame, ...]:
    """The frames that can name a party: of the title, the opening, and sentences with facts.

    Where none of these names both sides of a trade, the first sentence that does tells the deal.
    """
    is_first = [
        number <= _OPENING_SENTENCES or has_facts(statement)
        for number, statement in enumerate(statements)
    ]
    if not any(_names_both(s) for s, first in zip(statements, is_first, strict=True) if first):
        later = next((number for number, s in enumerate(statements) if _names_both(s)), -1)
        if later < 0:
            behind = (n for n, s in enumerate(statements) if not is_first[n] and _takes_it(s))
            later = next(behind, -1)
        is_first = [first or number == later for number, first in enumerate(is_first)]
    return tuple(
        frame if first or frame.kind != "invest" else replace(frame, verb=STAKE_BESIDE)
        for number, (statement, first) in enumerate(zip(statements, is_first, strict=True))
        for frame in statement.frames
        if first
        or (number <= _PARTNER_SENTENCES and _takes_part(frame))
        or (number <= _LEAD_SENTENCES and _is_of_deal(statement, frame))
    )


def _takes_it(statement: Statement) -> bool:
    """Whether a sentence says who will use what others let: "Nscale will lease the capacity".

    Or with whom they have the contract: "It is for a contract with Nscale"; or who of two
    partners "will supply" the chips.
    """
    return any(
        (f.verb == "lease" and f.kind == "lease" and f.subjects)
        or (f.verb in _CONTRACTS and f.objects and not f.subjects)
        or (f.verb == "supply" and f.kind == "sell" and f.subjects)
        for f in statement.frames
    )


def _is_of_deal(statement: Statement, frame: Frame) -> bool:
    """Whether a sentence says who serves whom "under the deal", or takes shares "in return"."""
    row = _UNDER_DEAL if frame.kind in _TRADES else _IN_RETURN if frame.kind == "invest" else None
    if row is None or not (frame.subjects and frame.objects):
        return False
    return pattern_of(row).match(fold(statement.text[:_MOST_OPENING])) is not None


def _takes_part(frame: Frame) -> bool:
    """Whether some stand beside the sides, or lend to one: オラクルとHPEも名を連ねる.

    So does who pays for all of it: "Aramco will finance the project".
    """
    if frame.kind == "finance":
        is_all = frame.verb == "finance" and len(frame.subjects) == 1 and not frame.objects
        return is_all or frame.verb.startswith((*LEADS_LOAN, AMONG_LENDERS))
    return frame.kind == "join" and any(word in frame.verb for word in TAKES_PART)


def _names_both(statement: Statement) -> bool:
    """Whether a sentence tells of a trade and names both sides."""
    return any(f.kind in _TRADES and f.subjects and f.objects for f in statement.frames)
