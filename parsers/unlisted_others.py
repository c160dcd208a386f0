"""Say what a run of capitalised words is, if it is no company: a place, a person, a product."""

from typing import Final

from parsers import unlisted_words as table
from parsers.name_words import (
    FIRST_NAMES,
    NOT_COMPANIES,
    PLACES,
    PLAIN_WORDS,
    PRODUCTS,
    TAILS,
    TITLES,
)
from parsers.publishers import known_publisher
from parsers.unlisted_spans import Span
from parsers.words import pattern_of

_NAMELESS: Final = PLAIN_WORDS | PLACES | TAILS
# What a deal is made to do, in titles that begin every word with a capital.
_DOES: Final = frozenset(
    {"fuel", "power", "build", "drive", "boost", "expand", "back", "fund", "finance", "support"}
    | {"supercharge", "accelerate", "scale", "deploy", "host", "supply", "develop"}
)
_OF_MONEY: Final = frozenset(
    {"billion", "million", "multi-billion", "multibillion", "multi-million", "multimillion"}
    | {"dollar", "dollars", "billion-dollar", "multibillion-dollar", "multi-billion-dollar"}
)


def is_something_else(span: Span, before: str, after: str) -> bool:
    """A place, a person, a product, a publisher, or words that name nobody."""
    words = span.folded
    if " ".join(words) in NOT_COMPANIES or known_publisher(" ".join(span.words)):
        return True
    if any(word.split("-")[0] in PRODUCTS for word in words) or pattern_of(table.UNMAKES).match(
        after
    ):
        return True
    if pattern_of(table.CODE_FIRST).fullmatch(span.words[0]) or all(
        map(pattern_of(table.CODE).fullmatch, span.words)
    ):
        return True
    # "Project Zerra", and "Vendor Developing Self-Improving AI Signs", which tells what one does
    does = len(words) > 2 and words[0].endswith("ing")  # noqa: PLR2004
    if does or not _OF_MONEY.isdisjoint(words) or (before.endswith("project ") and len(words) == 1):
        return True
    if before.endswith(" to ") and words[0] in _DOES and len(words) > 1:
        return True  # "deal to Fuel AI Infrastructure"
    return _is_person(span, before, after) or (_NAMELESS.issuperset(words) and not is_body(span))


def _is_person(span: Span, before: str, after: str) -> bool:
    """Whether a first name, a title or what is done with the mouth makes a person of a span."""
    first_names = FIRST_NAMES.intersection((span.folded[0], *span.folded[:-1]))
    is_firm = len(span.folded) > 1 and span.folded[-1] in TAILS
    if (first_names and not is_firm) or not TITLES.isdisjoint(span.folded):
        return True
    if (
        len(span.folded) > 1
        and span.folded[-1] not in TAILS
        and pattern_of(table.PERSON_AFTER).match(after)
    ):
        return True
    # "By" is a byline only where nothing is done by it.
    led = before if before == "by " else before.removesuffix("by ")
    return pattern_of(table.PERSON_BEFORE).search(led) is not None


def is_body(span: Span) -> bool:
    """Whether a name is made with "of": Bank of Lithuania."""
    return span.end - span.start >= len(" ".join(span.words)) + len("of ")
