"""Find who does what to whom in a sentence: verbs of buying, selling, investing, lending, building.

A frame is a verb (or deal noun) with the companies on its two sides. English word order decides:
the group of companies nearest before a verb acts, the group nearest after it is acted on, and the
preposition before that group may turn the direction round ("leases from" buys, "leases to" sells).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast

from parsers.types import Mention
from parsers.words import fold

FrameKind = Literal["buy", "lease", "sell", "invest", "finance", "guarantee", "build", "agree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One verb with its sides. `start` and `end` are the verb's place in the sentence."""

    kind: FrameKind
    verb: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    start: int
    end: int


# Read top down: where two rows fit at one place, the earlier one wins.
_VERBS: Final[tuple[tuple[FrameKind, str], ...]] = (
    (
        "guarantee",
        r"backstop(?:s|ped|ping)?|guarantee(?:s|d)?",
    ),
    (
        "finance",
        r"(?:lend|loan)(?:s|ed|ing)?|lent|financ(?:e|es|ed|ing)|underwrit(?:e|es|ten)|bankroll\w*"
        r"|arrang(?:e|es|ed|ing)|fund(?:s|ed)",
    ),
    (
        "sell",
        r"rent(?:s|ed|ing)? out|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|sell(?:s|ing)?|sold"
        r"|deliver(?:s|ed|ing)?|host(?:s|ed|ing)?|lands?|landed|wins?|won|to power",
    ),
    (
        "invest",
        r"invest(?:s|ed|ing|ment|ments)?|pours?|injects?|hands?|puts?|backs|backed|backing"
        r"|(?<=to )back|(?:takes?"
        r"|took|buys?|acquires?) (?:a |an )?(?:\S+ )?stake"
        r"|invierte|inversi[oó]n|invertir[aá]?",
    ),
    (
        "lease",
        r"leas(?:e|es|ed|ing)|rent(?:s|ed|ing)?|alquila|mietet",
    ),
    (
        "buy",
        r"commit(?:s|ted|ting|ment)?|spend(?:s|ing)?|spent|pay(?:s|ing)?|paid|buy(?:s|ing)?|bought"
        r"|purchas(?:e|es|ed|ing)|order(?:s|ed|ing)?|secur(?:e|es|ed|ing)|tap(?:s|ped|ping)?"
        r"|reserv(?:e|es|ed)|books?|booked|picks?|chooses?|gets?|receives?|deploy(?:s|ed|ing)?"
        r"|us(?:es|ing)|turns? to|access(?:es|ing)?"
        r"|sign(?:s|ed)? up for|first customer|customer (?:of|for)",
    ),
    (
        "build",
        r"build(?:s|ing)?|built|construct(?:s|ed|ing)?|develop(?:s|ed|ing)?|broke ground",
    ),
    (
        "agree",
        r"sign(?:s|ed|ing)?|inks?|inked|str(?:ikes?|uck)|seals?|sealed|agree(?:s|d|ment|ments)?"
        r"|partner(?:s|ed|ship|ships|ing)?|team(?:s|ed|ing)? up|tie-?up|expand(?:s|ed|ing)?|deals?"
        r"|contracts?|pacts?|accords?|alliance|bets?|walks? away|drops?|scraps?|cancels?|ends?"
        r"|talks|acuerdo|contrato|sellan|alianza|cierra|firman?",
    ),
)
# For folded text: that is several times as quick as to ignore case.
_VERB = re.compile(
    r"(?<![\w-])(?:" + "|".join(rf"(?P<{kind}>(?:{row})(?!\w))" for kind, row in _VERBS) + ")"
)
_LIST_GAP = re.compile(r"\s*(?:,|and|&|/|-|–|,\s*and|as well as|y|plus)\s*", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(from|to|with|in|into|for|by|of|as|at|con|de|en)\s+"
    r"(?:the|its|a|an|new|rival|fellow|startup|chipmaker|chip maker|\w+-backed)?\s*$",
    re.IGNORECASE,
)
# Verbs of giving whose taker needs no preposition.
_DIRECT = re.compile(r"hand|back|inject", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:in|into|from|to|with)\s+$", re.IGNORECASE)
_INTO = re.compile(
    r"\b(?:in|into|en|of)\s+(?:(?:the|its|\w+-backed|rival|startup)\s+)*$", re.IGNORECASE
)
_LOOK_BACK: Final = 60
_SUM = re.compile(r"[$€£¥₩₹]\s?\d")
_LOOSE_PARTICIPLE = re.compile(r"[,;–—-]\s*(?:\w+ly\s+)?$")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def find_frames(sentence: str, mentions: Sequence[Mention]) -> tuple[Frame, ...]:
    """The frames of one sentence; `mentions` carry offsets into that sentence.

    >>> from parsers.types import Mention
    >>> meta = Mention(company="Meta", text="Meta", kind="name", start=0, end=4)
    >>> amd = Mention(company="AMD", text="AMD", kind="name", start=20, end=23)
    >>> frame, = find_frames("Meta buys chips from AMD", (meta, amd))
    >>> frame.kind, frame.subjects, frame.objects
    ('buy', ('Meta',), ('AMD',))
    """
    ordered = sorted(mentions, key=lambda mention: mention.start)
    frames = []
    for found in _VERB.finditer(fold(sentence)):
        if any(m.start <= found.start() < m.end for m in ordered):
            continue  # a word of a company's name
        frame = _frame(sentence, ordered, found)
        if frame.subjects or frame.objects:
            frames.append(frame)
    return tuple(frames)


def _frame(sentence: str, mentions: Sequence[Mention], found: re.Match[str]) -> Frame:
    kind = cast("FrameKind", found.lastgroup)
    before = [m for m in mentions if m.end <= found.start()]
    after = [m for m in mentions if m.start >= found.end()]
    lead = _just_before(sentence, found.start())
    loose = found.group().lower().endswith("ing") and _LOOSE_PARTICIPLE.search(lead)
    subjects = _group(sentence, before, from_left=bool(loose))
    objects = _group(sentence, after, from_left=True)
    preposition = _preposition(sentence, after)
    if preposition == "by" and _AUXILIARY.search(lead):
        subjects, objects, preposition = objects, subjects, None
    if kind == "invest" and not _DIRECT.match(found.group()):
        objects = _group(sentence, _invested_in(sentence, after), from_left=True)
    if kind == "buy" and preposition == "from" and _is_equity(sentence, found, after):
        kind, subjects, objects = "invest", objects, subjects
    return Frame(
        kind=_turned(kind, preposition),
        verb=sentence[found.start() : found.end()].lower(),
        subjects=subjects,
        objects=tuple(name for name in objects if name not in subjects),
        start=found.start(),
        end=found.end(),
    )


def _just_before(sentence: str, place: int) -> str:
    """The few words before a place: looking back further would take time without end."""
    return sentence[max(0, place - _LOOK_BACK) : place]


def _turned(kind: FrameKind, preposition: str | None) -> FrameKind:
    """What a preposition makes of a verb: who leases "to" sells; buying "for" has no seller."""
    if kind == "lease" and preposition == "to":
        return "sell"
    if kind == "lease" and preposition in {"with", "by"}:
        return "agree"  # "signs a lease with": the noun does not tell who the tenant is
    return "agree" if kind in {"buy", "lease"} and preposition == "for" else kind


def _invested_in(sentence: str, after: Sequence[Mention]) -> Sequence[Mention]:
    """The companies money goes into: those from the first one that "in" or "into" stands before.

    "Nvidia will invest $10 billion and Microsoft $5 billion" names two givers and no taker.
    """
    for place, mention in enumerate(after):
        if _INTO.search(_just_before(sentence, mention.start)):
            return after[place:]
    return ()


def _is_equity(sentence: str, found: re.Match[str], after: Sequence[Mention]) -> bool:
    """Whether what is got is money: "gets another $5 billion from"."""
    if not re.match(r"gets?|receives?|secur", found.group(), re.IGNORECASE):
        return False
    return bool(_SUM.search(sentence[found.end() : after[0].start]))


def _group(sentence: str, side: Sequence[Mention], *, from_left: bool) -> tuple[str, ...]:
    """The first (or last) mention of a side with those listed right beside it."""
    if not side:
        return ()
    run = list(side) if from_left else list(reversed(side))
    group = [run[0]]
    for mention in run[1:]:
        left, right = sorted((group[-1], mention), key=lambda m: m.start)
        if not _LIST_GAP.fullmatch(sentence[left.end : right.start]):
            break
        if not from_left and _OBJECT.search(_just_before(sentence, mention.start)):
            break  # "invests in Anthropic, and Microsoft will": the end of another clause
        group.append(mention)
    names = (m.company for m in sorted(group, key=lambda m: m.start))
    return tuple(dict.fromkeys(names))


def _preposition(sentence: str, after: Sequence[Mention]) -> str | None:
    if not after:
        return None
    found = _PREPOSITION.search(_just_before(sentence, after[0].start))
    return found.group(1).lower() if found else None
