"""Find companies no list knows where they open a title: before a colon, or set in small letters."""

from collections.abc import Iterator, Sequence
from typing import Final

from parsers.name_words import (
    AUXILIARIES,
    BREAKS,
    CALLED,
    CALLED_TOO,
    DEALING,
    ORDINARY_ENDINGS,
    PLACES,
    PLAIN_WORDS,
    PRODUCTS,
    SURE_ENDINGS,
    TAILS,
)
from parsers.publishers import known_publisher
from parsers.types import Mention
from parsers.words import fold, pattern_of

# What a newsroom may set before a title: a quotation mark, "AI boom: ", "As demand surges, ".
_LEADS: Final = r"(?:\W{1,3}|[^\W\d][^:,;]{2,30}[:,] )?"
# Who is named before a colon: "Veldkamp Datacenters: Microsoft signs ten-year lease".
_LABELS: Final = rf"{_LEADS}([A-Z][\w&’'-]*(?: (?:& )?[A-Z][\w&’'-]*){{1,3}}): (?=[A-Z])"
_ACTS: Final = rf" (?=(?:(?:{AUXILIARIES}) ){{0,6}}(?:{DEALING})(?!\w))"
# "stackhaus orders 50,000 accelerators": a title opens with a capital unless a name forbids it.
_SMALL: Final = rf"{_LEADS}([a-z][a-z\d]{{3,}}){_ACTS}"
# "Weather lab pellucid rents 4,096 B200s"
_CALLED_SMALL: Final = (
    rf"{_LEADS}(?!(?:The|An?|Its|Their|This|That|Another) )[A-Z][\w-]*(?: [\w-]+)? (?:{CALLED}"
    rf"|{CALLED_TOO}) ([a-z][a-z\d]{{4,}}){_ACTS}"
)
# What ends headings too: "Investimenti AI: Google".
_NO_TAILS: Final = frozenset({"ai", "intelligence", "power", "energy", "capital", "technology"})
_NO_NAMES: Final = (
    BREAKS
    | PLAIN_WORDS
    | PLACES
    | PRODUCTS
    | TAILS
    | {"founder", "quietly", "boss", "spinoff", "already", "never", "itself", "alone"}
)


def find_opening(sentence: str, known: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Where a company's name opens a title on a side that is known.

    >>> amd = Mention(company="AMD", text="AMD", kind="name", start=28, end=31)
    >>> title = "stackhaus orders chips from AMD"
    >>> [title[a:b] for a, b in find_opening(title, [amd])]
    ['stackhaus']
    """
    first = min((mention.start for mention in known), default=0)
    if not first:
        return
    labelled = pattern_of(_LABELS).match(sentence)
    if labelled and labelled.end() == first and _is_firm(labelled[1]):
        yield labelled.span(1)
    for row in (_SMALL, _CALLED_SMALL):
        named = pattern_of(row).match(sentence)
        if named and named.end() <= first and _is_small_name(named[1], opens=sentence[0].islower()):
            yield named.span(1)


def _is_firm(name: str) -> bool:
    """Whether words end as a company's name does, and are no newspaper's nor plain ones."""
    words = fold(name).split()
    own = words[0] not in PLAIN_WORDS | PLACES | PRODUCTS
    return own and words[-1] in TAILS - _NO_TAILS and known_publisher(name) is None


def _is_small_name(word: str, *, opens: bool) -> bool:
    called = pattern_of(f"{CALLED}|{CALLED_TOO}").fullmatch(word)
    endings = SURE_ENDINGS if opens else (*ORDINARY_ENDINGS, "s")
    return not (called or word in _NO_NAMES or word.endswith(endings))
