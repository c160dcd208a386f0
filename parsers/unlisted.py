"""Find companies that no list knows, by the place where a deal's other side stands.

A name counts where grammar puts a side of a deal (before a verb of dealing, after "with", behind
"cloud provider") and where nothing speaks against it: a place, a person, a product, a plain word.
Sure is better than many: what could be anything is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from parsers import unlisted_words as table
from parsers.companies import CompanyIndex
from parsers.name_words import (
    ORDINARY_ENDINGS,
    PLACES,
    PLAIN_WORDS,
    SURE_ENDINGS,
    TAILS,
)
from parsers.publishers import known_publisher
from parsers.types import Mention
from parsers.universities import find_universities
from parsers.unlisted_compounds import find_compounds
from parsers.unlisted_east import find_east_asian
from parsers.unlisted_europe import describes, find_european
from parsers.unlisted_openings import find_opening
from parsers.unlisted_others import is_body, is_something_else
from parsers.unlisted_spans import Span, find_spans
from parsers.words import cut_words, fold, pattern_of

MOST_UNLISTED: Final = 4
_LONGEST: Final = 4000  # no one writes such sentences but to keep us busy
_WINDOW: Final = 110  # how far around a name its sentence is looked at
_LIST_REACH: Final = 6
_FULL_NAME_REACH: Final = 40
_LOWER_SHARE: Final = 0.2
_LONG_WORD: Final = 3
_DULL: Final = PLAIN_WORDS | PLACES
_SIDES_OF_SKY: Final = frozenset({"north", "south", "east", "west"})
# What a headline in capitals sets small all the same.
_SMALL: Final = frozenset(
    {"with", "from", "into", "over", "after", "amid", "than", "that", "the", "and", "for", "its"}
    | {"but", "nor", "yet", "via", "per", "off", "out"}
)

# --- values -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """A sentence as its names are judged: `starts` and `ends` are edges of sides already known."""

    text: str
    folded: str
    is_headline: bool
    is_about_compute: bool
    starts: frozenset[int]
    ends: frozenset[int]

    def before(self, span: Span) -> str:
        """The folded letters in front of a span."""
        return self.folded[max(0, span.start - _WINDOW) : span.start]

    def led(self, span: Span) -> str:
        """The folded letters in front of a span and of what tells of it: "Calgary-based"."""
        lead = pattern_of(table.LED_BY).search(self.text, max(0, span.opens - _WINDOW), span.opens)
        is_place = lead is not None and (lead["place"] is None or fold(lead["place"]) in PLACES)
        # "Sunderland's Tyneforge Cloud": what has a company has no deal
        tells = is_place or (len(span.folded) > 1 and span.folded[-1] in TAILS)
        start = lead.start() if lead and tells else span.opens
        return self.folded[max(0, start - _WINDOW) : start]

    def after(self, span: Span) -> str:
        """The folded letters behind a span."""
        return self.folded[span.end : span.end + _WINDOW]


# --- finding ------------------------------------------------------------------------------------


def find_unlisted(
    sentence: str, known: Sequence[Mention], *, is_about_compute: bool = False
) -> tuple[Mention, ...]:
    """The companies of one sentence which no list knows but which stand where a side stands.

    Args:
        sentence: One sentence or headline in any language.
        known: What `find_mentions` found in it, with offsets into the sentence.
        is_about_compute: Whether the title tells so, whatever the sentence names.

    Returns:
        At most four mentions of kind "unlisted", in order of place; none overlaps a known one.

    >>> [found.company for found in find_unlisted("Boreal Power signs a lease with OpenAI", ())]
    ['Boreal Power']
    """
    sentence = sentence[:_LONGEST]
    called = [*find_universities(sentence), *find_compounds(sentence, known)] if known else []
    called += [one for one in find_opening(sentence, known) if one not in called]
    found = [
        *_find_latin(sentence, known, is_about_compute=is_about_compute),
        *find_european(sentence, known),
        *find_east_asian(sentence, known),
    ]
    found = called + [one for one in found if not any(_overlap(one, body) for body in called)]
    apart: list[Mention] = []
    for start, end in sorted(found):
        name = sentence[start:end]
        if (not apart or start >= apart[-1].end) and not describes(name):
            apart.append(Mention(company=name, text=name, kind="unlisted", start=start, end=end))
    return tuple(apart[:MOST_UNLISTED])


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def is_listed(text: str, index: CompanyIndex) -> bool:
    """Whether a text is a name of the list: then its absence among the known has its reason."""
    return cut_words(text).folded in index.surfaces


def _find_latin(
    sentence: str, known: Sequence[Mention], *, is_about_compute: bool
) -> list[tuple[int, int]]:
    """Where names set with capitals stand; one found may be the neighbour that proves the next."""
    found: list[tuple[int, int]] = []
    folded = fold(sentence)
    if not pattern_of(table.GATE).search(folded):
        return found
    around = Surroundings(
        text=sentence,
        folded=folded,
        is_headline=_is_headline(sentence),
        is_about_compute=bool(
            is_about_compute or known or pattern_of(table.COMPUTE).search(folded)
        ),
        starts=frozenset(mention.start for mention in known),
        ends=frozenset(mention.end for mention in known),
    )
    if known and (country := pattern_of(table.BUYING_COUNTRY).match(sentence)):
        found.append(country.span(1))
    elif known and (place := _dealing_country(sentence)):
        found.append(place)
    spans = list(find_spans(sentence, known, is_headline=around.is_headline))
    places = {one for one, two in pairwise(spans) if _has_firm(one, two, sentence)}
    spans = [one for one in spans if one not in places]
    left: list[Span] = []
    for span in spans:
        if _is_side(span, around):
            found.append((span.start, span.end))
            starts, ends = around.starts | {span.start}, around.ends | {span.end}
            around = replace(around, starts=starts, ends=ends)
        else:
            left.append(span)
        if len(found) == MOST_UNLISTED:
            return found
    # The first of two may be known by the second alone: "Oxbow Compute and Kestria Labs sign".
    again = (span for span in left if found)
    return [*found, *((span.start, span.end) for span in again if _is_side(span, around))]


def _has_firm(place: Span, firm: Span, text: str) -> bool:
    """Whether a name's company comes from another: "Sunderland's Tyneforge Cloud"."""
    between = text[place.end : firm.start]
    is_firm = len(firm.folded) > 1 and firm.folded[-1] in TAILS and _is_shaped(firm)
    is_site = pattern_of(table.SITE_BEHIND).match(text, firm.end) is not None
    return between in {"'s ", "’s "} and len(place.words) == 1 and is_firm and not is_site


def _dealing_country(sentence: str) -> tuple[int, int] | None:
    """Where a state stands that has a deal over chips; what it allows or buys else is no deal."""
    is_deal = pattern_of(table.CHIPS).search(sentence) and (
        pattern_of(table.DEALT).search(sentence) or pattern_of(table.COUNTED_CHIPS).match(sentence)
    )
    country = pattern_of(table.DEALING_COUNTRY).search(sentence) if is_deal else None
    return country.span(country.lastindex or 0) if country else None


def _is_headline(sentence: str) -> bool:
    """Whether every word of weight is set with a capital, so that a capital tells nothing."""
    long_words: list[str] = [
        word
        for word in pattern_of(table.WORD).findall(sentence)
        if len(word) >= _LONG_WORD
        and word not in _SMALL
        and not pattern_of(table.CODE).fullmatch(word)
    ]
    lower = sum(word[0].islower() for word in long_words)
    return lower < _LOWER_SHARE * len(long_words)


# --- judging ------------------------------------------------------------------------------------


def _is_side(span: Span, around: Surroundings) -> bool:
    """Whether a span is a name and stands where a side of a deal stands."""
    before, after = around.before(span), around.after(span)
    shaped = _is_shaped(span) or _is_named_in_law(span, around) or _is_of_place(span, around)
    other = _is_publisher(span, around) or is_something_else(span, before, after)
    if other or _is_elsewhere(span, around, shaped=shaped):
        return False
    if shaped and (
        pattern_of(table.FOREIGN_WITH).search(before) or pattern_of(table.STOCK).match(after)
    ):
        return True
    called = _is_called(span, around)
    if pattern_of(table.PLACED).search(around.led(span)) and not (
        shaped
        or called
        or pattern_of(f"{table.DIRECT}|{table.GOODS_FOR}|{table.BOOKED_AT}").search(
            around.led(span)
        )
        or pattern_of(table.USED).match(after)
        or _is_of_site(span, around)
    ):
        return False
    if not (called or _deals(span, around) or _is_joined(span, around)):
        return False
    introduced = pattern_of(table.IS_CALLED).search(before) is not None
    if shaped or called or (introduced and not _is_ordinary(span)):
        return True
    judge = _acts_in_headline if around.is_headline else _is_plainly_a_name
    return judge(span, around)


def _is_called(span: Span, around: Surroundings) -> bool:
    """Whether a word for a company stands beside the name: "the cloud operator Havnsky"."""
    if pattern_of(table.CALLED_AFTER).match(around.after(span)):
        return True
    before = around.before(span)
    return not around.is_headline and any(
        pattern_of(row).search(before) for row in (table.IS_CALLED, table.IS_CALLED_TOO)
    )


def _is_publisher(span: Span, around: Surroundings) -> bool:
    """Whether a name is a newspaper's with its place: "Per the New York Times"."""
    opens = span.opens - len("New ") * around.text.startswith("New ", max(0, span.opens - 4))
    return known_publisher(around.text[opens : span.end]) is not None


def _is_elsewhere(span: Span, around: Surroundings, *, shaped: bool) -> bool:
    """Whether a name is a place's ("signs Denton lease"), or a public body's beside no side."""
    if is_body(span) and not around.starts:
        return True
    if shaped:
        return False
    is_source = pattern_of(table.SERVED_FROM).search(around.before(span)) is not None
    return is_source or pattern_of(table.OF_SITE).match(around.after(span)) is not None


def _is_shaped(span: Span) -> bool:
    """Whether the words look like a company: Boreal Power, QumulusAI, Core42, Vast.ai."""
    if is_body(span):
        return True
    if any(
        pattern_of(table.INNER_SIGN).search(word) and not pattern_of(table.CODE).fullmatch(word)
        for word in span.words
    ):
        return True
    named = [word for word in span.folded[:-1] if word not in _DULL]
    return span.folded[-1] in TAILS and any(not word.endswith(SURE_ENDINGS) for word in named)


def _is_named_in_law(span: Span, around: Surroundings) -> bool:
    """Whether "Inc.", "AG" or a listing follows the name."""
    return any(
        sign.match(around.text, span.end)
        for sign in (pattern_of(table.LEGAL), pattern_of(table.EXCHANGE))
    )


def _is_of_place(span: Span, around: Surroundings) -> bool:
    """Whether its place follows the name: "Calyptis of Basel"."""
    place = pattern_of(table.OF_PLACE).match(around.text, span.end)
    known = place is not None and fold(place[1]) in PLACES
    return known and _DULL.isdisjoint(span.folded) and not _is_ordinary(span)


def _is_dull(span: Span) -> bool:
    """Whether a word of a name is a plain one or a place's, but for "North" behind its own."""
    words = span.folded
    own = len(words) > 1 and words[-1] in _SIDES_OF_SKY
    return not _DULL.isdisjoint(words[:-1] if own else words)


def _is_ordinary(span: Span) -> bool:
    return span.folded[-1].endswith(ORDINARY_ENDINGS)


def _deals(span: Span, around: Surroundings) -> bool:
    """Whether grammar makes the name a side: a verb of dealing follows, or "a deal with" leads."""
    legal = pattern_of(table.LEGAL).match(around.text, span.end)
    end = legal.end() if legal else span.end
    behind = pattern_of(table.ASIDE).sub("", around.folded[end : end + _WINDOW], count=1)
    led = around.led(span)
    if led.endswith(", ") and behind.startswith(","):  # "a family business, Borealis, has won"
        behind = behind[1:]
    return bool(
        pattern_of(table.SUBJECT).match(behind)
        or pattern_of(table.SUBJECT_OF).match(behind)
        or pattern_of(table.SUBJECT_WHICH).match(around.folded, span.end)
        or pattern_of(table.STOCK).match(behind)
        or pattern_of(table.WITH).search(led)
        or pattern_of(f"{table.DIRECT}|{table.GOODS_FOR}|{table.BOOKED_AT}").search(led)
        or (pattern_of(table.SIGNED).search(led) and pattern_of(table.SIGNED_FOR).match(behind))
        or _is_of_site(span, around)
        or _is_used(led, behind)
    )


def _is_of_site(span: Span, around: Surroundings) -> bool:
    """Whether another has compute at the name's site: "for Mistral at Halcyra's Lyon site"."""
    is_at = around.starts and pattern_of(table.AT_SITE).search(around.led(span))
    return bool(is_at and pattern_of(table.ITS_SITE).match(around.after(span)))


def _is_used(before: str, behind: str) -> bool:
    """Whether what is dealt in is the name's: "on Boreal cloud services", "the Boreal contract"."""
    named = pattern_of(table.NAMED_DEAL).match(behind)
    if named is not None and named["own"]:
        return True
    is_led = named is not None or pattern_of(table.USED).match(behind) is not None
    return is_led and pattern_of(table.USES).search(before) is not None


def _is_joined(span: Span, around: Surroundings) -> bool:
    """Whether the name stands in a list beside a side that is known: "Nvidia and Sentra"."""
    reach = _FULL_NAME_REACH if _is_shaped(span) else _LIST_REACH
    left = range(max(0, span.start - reach), span.start)
    right = range(span.end + 1, span.end + _LIST_REACH + 1)
    return any(
        place in around.ends
        and pattern_of(table.LIST_GAP).fullmatch(around.text, place, span.start)
        for place in left
    ) or any(
        place in around.starts
        and pattern_of(table.LIST_GAP).fullmatch(around.text, span.end, place)
        for place in right
    )


def _acts_in_headline(span: Span, around: Surroundings) -> bool:
    """Whether a title on a known side's compute names who acts first in it, or with whom it does.

    "Lumora Signs GPU Order With Technel": of 5,500 titles three names were found so, all right.
    """
    if not around.starts or not around.is_about_compute or _is_dull(span):
        return False
    if any(word.endswith(ORDINARY_ENDINGS) for word in span.folded) or span.folded[-1][-1] == "s":
        return False
    before, after = around.before(span), around.after(span)
    if (named := pattern_of(table.NAMED_DEAL).match(after)) and named["own"]:
        return True  # "Lumora's 220,000-GPU Oracle Deal"
    opens = not before.strip(table.QUOTES) or pattern_of(table.LABEL).fullmatch(before)
    if opens or pattern_of(table.CLAUSE).search(before):
        told = (table.SUBJECT, table.STOCK) if opens else (table.SUBJECT,)
        return any(pattern_of(row).match(after) for row in told)
    return before.endswith(("with ", "from ", "for ")) and bool(
        pattern_of(table.WITH).search(before)
    )


def _is_in_place(span: Span, around: Surroundings) -> bool:
    """Whether nothing but a name stands there: beside a side, or at a site of its own."""
    return _is_joined(span, around) or _is_of_site(span, around)


def _is_plainly_a_name(span: Span, around: Surroundings) -> bool:
    """Whether a capital alone may be trusted: inside a sentence on compute it is a name's.

    At the beginning any word has one, so it takes two words, or a side that is known.
    """
    before, words = around.before(span), span.folded
    if not around.is_about_compute or before.endswith("the ") or _is_dull(span):
        return False
    is_opening = not before.strip()
    if _is_ordinary(span) and (is_opening or (len(words) == 1 and not _is_in_place(span, around))):
        return False
    if around.led(span).strip(table.QUOTES):
        return not (len(words) == 1 and span.words[0].isupper())
    return len(words) > 1 or (bool(around.starts) and len(words[0]) >= _LONG_WORD)
