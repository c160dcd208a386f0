"""Find the words of dealing in a sentence: verbs, nouns, and verbs whose meaning stands apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from parsers.frames.frame import FrameKind
from parsers.frames.idioms import find_idiom
from parsers.frames.words import (
    DEAL_NOUNS,
    DEAL_TAILS,
    SAYS_ELSE,
    SEPARABLE,
    TAKES_STAKE,
    VERBS,
)
from parsers.frames.words_europe import EUROPEAN_VERBS, SAYS_ELSE_EUROPE
from parsers.types import Mention
from parsers.words import pattern_of

WORD: Final = r"[^\W_]+(?:[-'’‑][^\W_]+)*"
_CLITIC: Final = r"(\w{3,}[aei]r)(?:les?|l[oa]s?|se|gli|ne)"
_TAIL_REACH: Final = 160
_SAYS_ELSE: Final = f"{SAYS_ELSE}|{SAYS_ELSE_EUROPE}"
_MARKS: Final = frozenset({"sign", "signs"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A verb or noun of dealing in a sentence."""

    kind: FrameKind
    words: str
    start: int
    end: int
    is_noun: bool


@cache
def verb_words() -> frozenset[str]:
    """Every verb of dealing that is one word."""
    rows = (*VERBS, *EUROPEAN_VERBS)
    return frozenset(word for _, row in rows for word in row.split() if "_" not in word)


@cache
def _phrases() -> dict[str, tuple[tuple[str, FrameKind], ...]]:
    """Verbs by their first word, longest phrase first."""
    phrases: dict[str, dict[str, FrameKind]] = {}
    for kind, row in (*VERBS, *EUROPEAN_VERBS):
        for word in row.split():
            words = word.replace("_", " ")
            phrases.setdefault(words.split(maxsplit=1)[0], {}).setdefault(words, kind)
    return {
        first: tuple(sorted(rows.items(), key=lambda row: -len(row[0])))
        for first, rows in phrases.items()
    }


_MOVE: Final = ("mov", "shift", "switch", "migrat", "transfer")
_LOAD: Final = (
    r" (?:(?!from\b|to\b)[\w'’-]+ ){0,5}?(?:training|inference|workloads?"
    r"|computing) (?:over )?(?:on)?to(?= )"
)
_STAKE: Final = (
    r" (?:(?:an?|about|up to|nearly|another) ){0,2}(?:[$€£]?\d[\d.,]*\s?(?:%|percent|per cent|bn"
    r"|billion|million|b|m)?[ -])?(?:equity |minority |strategic )?stake(?!\w)"
)
_OPTIONS: Final = ("option to ", "options to ", "right to ", "it to ", "chance to ")
_TAKE: Final = frozenset({"take", "takes", "took", "taking"})
_TAKEN: Final = (
    r" (?:up )?(?:(?:the|an?|about|another|up to|all|more than|half|of|its|their|over|entire|full"
    r"|remaining|initial|first) ){0,3}"
    r"(?:[\d.,]+ ?(?:mw|gw|megawatts?|gigawatts?|(?:[\w-]+ ){0,2}?(?:[gt]pus|chips|accelerators"
    r"|servers|processors|(?:gb|vr|mi|[ahb])[1-4]\d[05]x?s?))|(?:[\w-]+ ){0,2}(?:capacity"
    r"|data halls?))(?!\w)"
)
# Capacity kept for somebody: "carves out 50 MW for Google".
_KEEP: Final = (
    r"(?P<verb>carv(?:e|es|ed|ing) out|set(?:s|ting)? aside|earmark(?:s|ed|ing)?"
    rf"|ring-?fenc(?:e|es|ed|ing)|allocat(?:e|es|ed|ing)|allot(?:s|ted)?){_TAKEN}"
)
# Money handed over pays: "to hand over $3 billion to Nebius".
_HANDS_OVER: Final = (
    r"(?P<verb>(?:hand|fork|turn)(?:s|ed|ing)? over) (?:(?:up to|about|over|some|nearly|another) )?"
    r"(?:us)?[$€£]\s?\d"
)
_KEEPS: Final = ("carv", "set", "earmark", "ring", "alloc", "allot")


def find_words(folded: str, mentions: Sequence[Mention]) -> Iterator[Found]:
    """Verbs and nouns of dealing, left to right, none inside a company's name."""
    phrases = _phrases()
    inside = iter(sorted(mentions, key=lambda mention: mention.start))
    mention = next(inside, None)
    end = 0
    for found in pattern_of(WORD).finditer(folded):
        place, word = found.start(), found[0]
        while mention is not None and mention.end <= place:
            mention = next(inside, None)
        if place < end or (mention is not None and mention.start <= place):
            continue
        verb = _verb_at(folded, place, word, phrases)
        if verb is not None and pattern_of(_SAYS_ELSE).match(folded, place):
            continue
        if verb is not None:
            yield verb
            end = verb.end
        elif (noun := _noun(word)) is not None:
            yield Found(kind="agree", words=noun, start=place, end=found.end(), is_noun=True)


def _verb_at(
    folded: str, place: int, word: str, phrases: dict[str, tuple[tuple[str, FrameKind], ...]]
) -> Found | None:
    if word.startswith(("hand", "fork", "turn")) and (
        paid := pattern_of(_HANDS_OVER).match(folded, place)
    ):
        return Found(kind="buy", words="pay", start=place, end=paid.end("verb"), is_noun=False)
    if (idiom := find_idiom(folded, place, word)) is not None:
        return Found(kind=idiom.kind, words=idiom.words, start=place, end=idiom.end, is_noun=False)
    for words, kind in phrases.get(word, ()) or phrases.get(word.split("'", 1)[0], ()):
        end = place + len(words)
        if words in _MARKS and folded.startswith(" of ", end):
            continue  # "a telling sign of trouble"
        if folded.startswith(words, place) and not folded[end : end + 1].isalnum():
            if folded[end : end + 1] == "-" and words != "co-sign":
                continue
            return Found(kind=kind, words=words, start=place, end=end, is_noun=False)
    return (
        _separable_at(folded, place, word)
        or _taking_at(folded, place, word)
        or _moving_at(folded, place, word)
        or _with_clitic(place, word, phrases)
    )


def _taking_at(folded: str, place: int, word: str) -> Found | None:
    """Taking, where it is a stake, capacity or space that is taken or kept: "takes 245 MW"."""
    end = place + len(word)
    if word.startswith(_KEEPS) and (kept := pattern_of(_KEEP).match(folded, place)):
        return Found(kind="sell", words="supply", start=place, end=kept.end("verb"), is_noun=False)
    got = pattern_of(_STAKE).match(folded, end) if word in _TAKE else None
    if got and not folded.endswith(_OPTIONS, 0, place):
        return Found(kind="invest", words=TAKES_STAKE, start=place, end=got.end(), is_noun=False)
    if word not in _TAKE or pattern_of(_TAKEN).match(folded, end) is None:
        return None
    return Found(kind="lease", words=word, start=place, end=end, is_noun=False)


def _moving_at(folded: str, place: int, word: str) -> Found | None:
    """Moving what is computed to another's machines: "moves its model training to Nebius"."""
    load = pattern_of(_LOAD).match(folded, place + len(word)) if word.startswith(_MOVE) else None
    if load is None:
        return None
    return Found(kind="buy", words="move to", start=place, end=load.end(), is_noun=False)


def _with_clitic(
    place: int, word: str, phrases: dict[str, tuple[tuple[str, FrameKind], ...]]
) -> Found | None:
    """An infinitive of Spanish or Italian with a pronoun behind: "suministrarle", "fornirle"."""
    bare = pattern_of(_CLITIC).fullmatch(word)
    if bare is None:
        return None
    verbs = (verb for stem in (bare[1], f"{bare[1]}e") for verb in phrases.get(stem, ()))
    verb = next((verb for verb in verbs if " " not in verb[0]), None)
    if verb is None:
        return None
    return Found(kind=verb[1], words=verb[0], start=place, end=place + len(word), is_noun=False)


def _separable_at(folded: str, place: int, word: str) -> Found | None:
    """A verb whose meaning stands at the end of its clause: "stellt OpenAI … bereit"."""
    kind_and_tail = SEPARABLE.get(word)
    if kind_and_tail is None:
        return None
    kind, tail = kind_and_tail
    end = place + len(word)
    if re.search(rf"^[^.;:]*?(?<!\w)(?:{tail})(?!\w)", folded[end : end + _TAIL_REACH]) is None:
        return None
    return Found(kind=kind, words=word, start=place, end=end, is_noun=False)


def _noun(word: str) -> str | None:
    """A noun of dealing, also as the tail of a compound ("9.7-milliarden-deal")."""
    if word in DEAL_NOUNS:
        return word
    tail = word.rpartition("-")[2]
    if tail in DEAL_NOUNS:
        return tail
    return next((noun for noun in DEAL_TAILS if word.endswith(noun)), None)
