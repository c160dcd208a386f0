"""Find companies no list knows by a deal that is named after them: "the xAI/Volta lease"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from parsers import unlisted_words as table
from parsers.name_words import PLACES, PLAIN_WORDS, PRODUCTS, TAILS
from parsers.types import Mention
from parsers.words import fold, pattern_of

_DEAL: Final = (
    r"(?i:deals?|pact|lease|contract|agreement|partnership|tie-?up|alliance|order|arrangement)"
    r"(?!\w)"
)
# What stands between two sides and what they have: "Google-Volta 5 GW deal".
_BEHIND: Final = rf"(?:['’]s?)?(?: [\w$€£.,/&-]+){{0,4}}? {_DEAL}"
_NAME: Final = r"[A-Z]\w*[a-z]\w*"
_LAST: Final = rf"(?<![\w-])(?:{_NAME} )?{_NAME}[-–/]$"
_NEXT: Final = rf"[-–/]({_NAME}(?: (?:{_NAME}|AI)(?!\w))?)(?!\w)"
# "strikes up to $100B Volta chip deal": in a title of capitals any word could be the name, and
# a lease, or hosting, is called by its place.
_STRUCK: Final = (
    r"\b(?i:signs?|signed|inks?|inked|strikes?|struck|lands?|landed|wins?|won|seals?|sealed"
    r"|secures?|secured) (?:(?:an?|the|its|up|to|about|over|nearly|[\d$€£][\w.,$-]*|billion"
    rf"|million|multi-?\w+) ){{0,5}}({_NAME}(?: {_NAME})?)"
    rf" (?:AI |GPU |chips? |cloud |compute |server ){{1,3}}{_DEAL}"
)
# "the Juniper Peak contract with Microsoft"
_CALLED_AFTER: Final = rf"\b[Tt]he ({_NAME}(?: {_NAME})?) {_DEAL} with $"
_REACH: Final = 60
_DULL: Final = PLAIN_WORDS | PLACES | PRODUCTS


def find_compounds(sentence: str, known: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Where names stand that share a deal's name with a known side, or have it for themselves.

    >>> google = Mention(company="Google", text="Google", kind="name", start=0, end=6)
    >>> [("Google-Volta 5 GW deal")[a:b] for a, b in
    ...  find_compounds("Google-Volta 5 GW deal", [google])]
    ['Volta']
    """
    for one in known:
        behind = pattern_of(_NEXT).match(sentence, one.end)
        if behind and _deals(sentence, behind.end()) and _is_name(behind[1]):
            yield behind.span(1)
        lead = sentence[max(0, one.start - _REACH) : one.start]
        called = pattern_of(_CALLED_AFTER).search(lead)
        if called and _is_name(called[1]):
            yield one.start - len(lead) + called.start(1), one.start - len(lead) + called.end(1)
        before = pattern_of(_LAST).search(lead) if _deals(sentence, one.end) else None
        if before and (name := _name_before(before[0][:-1])):
            yield one.start - 1 - len(name), one.start - 1
    if known and (struck := pattern_of(_STRUCK).search(sentence)) and _is_name(struck[1]):
        yield struck.span(1)


def _deals(sentence: str, place: int) -> bool:
    return pattern_of(_BEHIND).match(sentence, place, place + _REACH) is not None


def _name_before(words: str) -> str:
    """The name at the end of some words, if it is one: of two only what a tail makes whole."""
    last = words.rsplit(" ", 1)[-1]
    name = words if fold(last) in TAILS else last
    return name if _is_name(name) else ""


def _is_name(name: str) -> bool:
    """Whether words are no plain ones, no code and nothing that describes: "Nvidia-Backed"."""
    words = fold(name).split()
    return not (
        _DULL.issuperset(words)
        or words[0] in _DULL
        or any(pattern_of(table.COMPOUND).search(f"-{word}") for word in words)
        or re.fullmatch(table.CODE, name)
    )
