"""Lay a sentence out: its verbs of dealing, and its companies in groups with their prepositions."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from parsers.frames.asides import is_product
from parsers.frames.frame import FrameKind
from parsers.frames.words import DEAL_NOUNS, ENDS, GOODS, PREPOSITIONS, VERBS
from parsers.types import Mention

_LIST_GAP: Final = re.compile(
    r"(?: (?:corp|inc|co|ltd|plc)\b)?\.?\)?\s*(?:,|and|&|/|\+|,\s*and|as well as|y|e|und|et|en"
    r"|plus|sowie|и|,\s*(?:und|et|y))\s*|[-–‑]"
)
_TICKER_GAP: Final = re.compile(r"(?:['’]s)?\s?\((?:(?:nasdaq|nyse)\s?:\s?)?")
NEAR: Final = 70
_GOODS: Final = re.compile(GOODS)
_ENDS: Final = re.compile(rf"(?<!\w)(?:{ENDS})(?!\w)")
# Another clause begins: what it names is not this verb's object.
_BARRIER: Final = re.compile(
    r";|\s[–—]\s|[—]|(?<!\w)(?:while|whereas|after|because|amid|but|although|though|rather than"
    r"|instead of|ahead of|following|despite|since|when|before|unless|even as|just as"
    r"|as (?=it |they |its |the |he |she |ai |demand|race|infrastructure|companies|big tech)"
    r"|mientras|tras|después|aunque|während|nachdem|weil|tandis|après|alors|terwijl|nadat|enquanto"
    r"|após|mentre|dopo)(?!\w)"
)
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’‑][^\W_]+)*")
# "with OpenAI set to take a stake": the company acts, whatever stands before it.
_ABSOLUTE: Final = re.compile(
    r"\s(?:(?:potentially|likely|also|now|then|reportedly)\s)?(?:set|expected|due|slated|poised"
    r"|(?!including|computing|during|following|hosting|using|backing|financing"
    r"|funding)[a-z]{3,}ing)(?!\w)"
)
_ABSOLUTE_OF: Final = frozenset({"with", "con", "mit", "avec", "met"})
_REACH: Final = 84
_DESCRIPTION: Final = 6  # words that may stand between a preposition and its company


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Companies listed side by side. `is_product`: named as the make of what is dealt in."""

    names: tuple[str, ...]
    start: int
    end: int
    preposition: str | None
    is_product: bool
    is_possessive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence folded, with its companies in groups.

    `has_goods`: something is named whose giver and taker the supply chain tells; `is_ended`: a
    word of ending is; `barriers`: where another clause begins.
    """

    folded: str
    groups: tuple[Group, ...]
    has_goods: bool
    is_ended: bool
    barriers: tuple[int, ...]

    def within(self, place: int) -> list[Group]:
        """The groups between a place and the next clause."""
        index = bisect_left(self.barriers, place)
        limit = self.barriers[index] if index < len(self.barriers) else len(self.folded)
        return [group for group in self.groups if place <= group.start < limit]

    def before(self, place: int) -> list[Group]:
        """The groups that stand before a place."""
        return [group for group in self.groups if group.end <= place]

    def lead(self, place: int) -> str:
        """The words right before a place: looking back further would take time without end."""
        return self.folded[max(0, place - NEAR) : place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A verb or noun of dealing in a sentence."""

    kind: FrameKind
    words: str
    start: int
    end: int
    is_noun: bool


def build_scene(folded: str, mentions: Sequence[Mention]) -> Scene:
    """A sentence laid out, with the companies that may be sides, in order."""
    return Scene(
        folded=folded,
        groups=find_groups(folded, mentions),
        has_goods=_GOODS.search(folded) is not None,
        is_ended=_ENDS.search(folded) is not None,
        barriers=tuple(found.start() for found in _BARRIER.finditer(folded)),
    )


def find_groups(folded: str, mentions: Sequence[Mention]) -> tuple[Group, ...]:
    """The companies of a sentence in groups, in order."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and _goes_on(folded, runs[-1], mention):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return tuple(_group(folded, run) for run in runs)


def _goes_on(folded: str, run: Sequence[Mention], mention: Mention) -> bool:
    """Whether a mention stands in a list with the run before it, or is its ticker."""
    last = run[-1]
    gap = folded[last.end : mention.start]
    if mention.company == last.company:
        return _TICKER_GAP.fullmatch(gap) is not None
    if is_product(folded, last.start, last.end) or _LIST_GAP.fullmatch(gap) is None:
        return False
    # "invests in Anthropic, and Microsoft will": another clause begins.
    is_clause = len(run) == 1 and re.fullmatch(r"\s*,\s*and\s*", gap) is not None
    return not (is_clause and _preposition(folded, run[0].start))


def _group(folded: str, run: Sequence[Mention]) -> Group:
    first, last = run[0], run[-1]
    preposition = _preposition(folded, first.start)
    if preposition in _ABSOLUTE_OF and _ABSOLUTE.match(folded, last.end):
        preposition = None
    return Group(
        names=tuple(dict.fromkeys(mention.company for mention in run)),
        start=first.start,
        end=last.end,
        preposition=preposition,
        is_product=is_product(folded, last.start, last.end),
        is_possessive=re.match(r"['’]s?\b", folded[last.end : last.end + 3]) is not None,
    )


def _preposition(folded: str, place: int) -> str | None:
    """The preposition a company hangs on: right before it, or before a few words that describe it.

    "with the Australian miner IREN": with. A verb or a noun of dealing in between cuts it off.
    """
    window = folded[max(0, place - _REACH) : place]
    if re.search(r'[,;:()“”"]\s*$', window):
        return None
    words = [found[0] for found in _WORD.finditer(window[_last_stop(window) :])]
    if place > _REACH and len(words) > 1:
        words = words[1:]  # it may be cut
    nearest: str | None = None
    for back, word in enumerate(reversed(words[-_DESCRIPTION - 1 :])):
        if word == "auprès":
            return "from"  # "auprès de Fluidstack"
        if word == "de" and words[-_DESCRIPTION - 1 :][-back - 2 : -back - 1] == ["auprès"]:
            continue
        if word in PREPOSITIONS and word != "and":
            return word if not (word == "to" and nearest in _verb_words()) else None
        if back and (word in _verb_words() or word in DEAL_NOUNS) and word != "backed":
            return None
        if word in {"and", "or", "that", "which", "who"}:
            return None
        nearest = word
    return None


def _last_stop(window: str) -> int:
    """Where the words after the last comma, colon, semicolon or bracket begin."""
    return max(window.rfind(sign) for sign in ',;:()“”"—–') + 1


@cache
def _verb_words() -> frozenset[str]:
    """Every verb of dealing that is one word."""
    return frozenset(word for _, row in VERBS for word in row.split() if "_" not in word)


@cache
def _phrases() -> dict[str, tuple[tuple[str, FrameKind], ...]]:
    """Verbs by their first word, longest phrase first."""
    phrases: dict[str, dict[str, FrameKind]] = {}
    for kind, row in VERBS:
        for word in row.split():
            words = word.replace("_", " ")
            phrases.setdefault(words.split(maxsplit=1)[0], {}).setdefault(words, kind)
    return {
        first: tuple(sorted(rows.items(), key=lambda row: -len(row[0])))
        for first, rows in phrases.items()
    }


def find_words(folded: str, mentions: Sequence[Mention]) -> Iterator[Found]:
    """Verbs and nouns of dealing, left to right, none inside a company's name."""
    phrases = _phrases()
    inside = iter(sorted(mentions, key=lambda mention: mention.start))
    mention = next(inside, None)
    end = 0
    for found in _WORD.finditer(folded):
        place, word = found.start(), found[0]
        while mention is not None and mention.end <= place:
            mention = next(inside, None)
        if place < end or (mention is not None and mention.start <= place):
            continue
        verb = _verb_at(folded, place, word, phrases)
        if verb is not None:
            yield verb
            end = verb.end
        elif (noun := _noun(word)) is not None:
            yield Found(kind="agree", words=noun, start=place, end=found.end(), is_noun=True)


def _verb_at(
    folded: str, place: int, word: str, phrases: dict[str, tuple[tuple[str, FrameKind], ...]]
) -> Found | None:
    for words, kind in phrases.get(word, ()) or phrases.get(word.split("'", 1)[0], ()):
        end = place + len(words)
        if folded.startswith(words, place) and not folded[end : end + 1].isalnum():
            if folded[end : end + 1] == "-" and words != "co-sign":
                continue
            return Found(kind=kind, words=words, start=place, end=end, is_noun=False)
    return None


def _noun(word: str) -> str | None:
    """A noun of dealing, also as the tail of a compound ("9.7-milliarden-deal")."""
    if word in DEAL_NOUNS:
        return word
    tail = word.rpartition("-")[2]
    return tail if tail in DEAL_NOUNS and tail != word else None
