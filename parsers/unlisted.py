"""Find companies that no list knows, by the place where a deal's other side stands.

A name counts where grammar puts a side of a deal (before a verb of dealing, after "with", behind
"cloud provider") and where nothing speaks against it: a place, a person, a product, a plain word.
Sure is better than many: what could be anything is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from parsers.companies import CompanyIndex
from parsers.name_words import (
    AUXILIARIES,
    BREAKS,
    CALLED,
    CALLED_WORDS,
    DEAL,
    DEALING,
    FIRST_NAMES,
    LEGAL_FORMS,
    NOT_COMPANIES,
    ORDINARY_ENDINGS,
    PLACES,
    PLAIN_WORDS,
    PRODUCTS,
    SURE_ENDINGS,
    TAILS,
    TITLES,
)
from parsers.publishers import known_publisher
from parsers.types import Mention
from parsers.unlisted_east import find_east_asian
from parsers.words import cut_words, fold

MOST_UNLISTED: Final = 4
_MOST_WORDS: Final = 5
_MOST_LETTERS: Final = 60
_LONGEST: Final = 4000  # no one writes such sentences but to keep us busy
_WINDOW: Final = 110  # how far around a name its sentence is looked at
_LIST_REACH: Final = 6
_LOWER_SHARE: Final = 0.2
_LONG_WORD: Final = 4
_DULL: Final = PLAIN_WORDS | PLACES
_NAMELESS: Final = _DULL | TAILS
# What a headline in capitals sets small all the same.
_SMALL: Final = frozenset({"with", "from", "into", "over", "after", "amid", "than", "that"})

# --- where a side stands ------------------------------------------------------------------------

_LEGAL: Final = re.compile(
    r",?\s(?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|AG|GmbH|SE|S\.?A|N\.?V|B\.?V|AB|ASA|Oyj"
    r"|Pty|Pte|Bhd|Co|SpA|S\.p\.A|KK|K\.K)(?![\w&])\.?"
)
_EXCHANGE: Final = re.compile(
    r"(?:,?\s(?:Inc|Corp|Ltd|plc)\.?)?\s\((?:NASDAQ|Nasdaq|NYSE|TSX|ASX|LSE|AIM|OTC\w*|HKEX|ETR"
    r"|SGX)"
    r"[\w\s]{0,12}:"
)
_SUBJECT: Final = re.compile(rf"\s(?:(?:{AUXILIARIES})\s){{0,6}}(?:{DEALING})(?!\w)")
_STOCK: Final = re.compile(r"(?:'s|’s)?\s(?:shares?|stock|aktien?)(?!\w)")
_MODIFIERS: Final = r"(?:(?:the|a|an|its|new|fellow|local|unlisted|privately held)\s){0,3}"
_WITH: Final = re.compile(
    rf"(?<![\w-])(?:{DEAL})(?![\w-])[^.;:!?]{{0,80}}\b(?:with|from|to|by|for|between)"
    rf"\s+{_MODIFIERS}$"
)
_FOREIGN_WITH: Final = re.compile(
    rf"(?<![\w-])(?:{DEAL})(?![\w-])[^.;:!?]{{0,80}}\b(?:mit|von|con|avec|com|met)\s$"
)
_DIRECT: Final = re.compile(
    r"(?<![\w-])(?:tap(?:s|ped)?|pick(?:s|ed)?|choos(?:es?|ing)|chose|selects|land(?:s|ed)"
    r"|joins?|pays?|paid|hosts?|backs?|drops?|dropped|(?:invest(?:s|ed|ing|ments?)?|stake) in)\s$"
)
_IS_CALLED: Final = re.compile(rf"(?<!\w)(?:{CALLED})\s(?:(?:called|named)\s|\()?$")
_CALLED_AFTER: Final = re.compile(
    rf",\s(?:an?|the|ein|eine|une?)\s(?!spokes)[^,.;]{{0,60}}?(?<!\w)(?:{CALLED})(?!\w)"
)
# A name behind one of these alone may as well be a place's: "for Childress", "at Tydal".
_PLACED: Final = re.compile(r"(?<!\w)(?:at|in|near|for|of|across|outside|around|on)\s$")
# What makes the name before it speak of something else than the company.
_UNMAKES: Final = re.compile(
    r"(?:'s|’s)?[\s-](?:founders?|co-?founders?|rivals?|competitors?|backed|owned|based|led|style"
    r"|powered|like|ceo|cfo|cto|chief|chairman|president|spokes\w+|analysts?|executives?|county"
    r"|state|university|act|bill|law|river|street|summit|conference|forum|index|award|prize|gpus?"
    r"|chips?|processors?|accelerators?|racks?|models?)(?!\w)|['’]s?\s(?:said|says)|\.(?:com|org)"
)
_PERSON_AFTER: Final = re.compile(
    r",?\s(?:said|says|told|wrote|added|tweeted|noted|explained|warned|argued|recalled)(?!\w)"
)
_PERSON_BEFORE: Final = re.compile(
    r"(?<!\w)(?:ceo|cfo|cto|coo|chief|chairman|chair|founder|co-?founder|president|director|analyst"
    r"|minister|senator|governor|mayor|secretary|mr|ms|mrs|dr|sir|professor|prof|judge|author"
    r"|investor|billionaire|tycoon|entrepreneur|executive|officer|head|spokes\w+|reporter|editor"
    r"|lawyer|insider|svp|evp|vp|actor|actress|host|singer|friend|brother|son|wife|by)\.?\s$"
)

# --- what a name looks like -----------------------------------------------------------------------

_CJK: Final = "\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_LETTER: Final = rf"(?:(?![{_CJK}])[^\W_])"
_WORD: Final = re.compile(rf"{_LETTER}+(?:[&'’.+-]{_LETTER}+)*")
_GAP: Final = re.compile(r" (?:& )?")
_OF_KNOWN: Final = re.compile(r"(?:['’]s?)? ")
_LIST_GAP: Final = re.compile(r",? and |, | & |/")
_CODE: Final = re.compile(r"[A-Z]{1,5}-?\d+[A-Za-z]*|\d.*|[A-Z]{2,4}s|[A-Z]\d?|[A-Z]+/[A-Z]+")
# "Korea secures 260,000 Nvidia GPUs": a state is a side where it buys chips.
_BUYING_COUNTRY: Final = re.compile(
    r"(South Korea|S\. ?Korea|Korea|Japan|India|Indonesia|Malaysia|Saudi Arabia|UAE|Qatar|Kuwait"
    r"|Kazakhstan|Vietnam|Thailand|Taiwan|Singapore|Germany|France|Italy|Spain|Sweden|Norway"
    r"|Denmark|Poland|Armenia|Israel|Canada|Brazil|Britain|UK)(?: government)?(?: to)?"
    r" (?:secure|buy|order|purchase|procure|acquire|get|receive)s?"
    r"(?= [\d.,]+[^.;]{0,60}(?:GPUs?|chips|accelerators|TPUs?)\b)"
)
_INNER_SIGN: Final = re.compile(r"[a-z][A-Z]|[a-z]{2}\d|^\d+[A-Z]|\.(?:ai|io|sh|cloud|AI)$")
# "AI-powered", "Nvidia-backed", "Tokyo-based": words that describe.
_COMPOUND: Final = re.compile(
    r"-(?:backed|based|powered|led|year|owned|funded|scale|focused|linked|listed|related|native"
    r"|driven|ready|first|only|wide|style|like|class|grade|to|as|of|and|in|the|term|age|era|day)$"
    r"|['’](?:d|ll|m|ve|re|t)$"
)
_CODE_FIRST: Final = re.compile(r"[A-Z]{1,4}-?\d+[A-Z]{0,2}")
_ASIDE: Final = re.compile(r"^(?:\s\([^)]{0,40}\))?(?:,\s[^,]{0,80},(?=\s))?")
_QUOTES: Final = " \"'“‘"
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_COMPUTE: Final = re.compile(
    r"(?<!\w)(?:gpus?|compute|computing|data[\s-]?cent\w+|cloud|ai|mw|gw|megawatts?|gigawatts?"
    r"|chips?|supercomputer|accelerators?|hosting|colocation|hpc)(?!\w)"
)
_GATE: Final = re.compile(
    rf"(?<![\w-])(?:{DEAL}|{DEALING}|anchor tenant|drops?|dropped|suppliers?)(?!\w)"
)


# --- values -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Capitalised words that stand together; they may be a name. `folded` are its words folded."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    start: int
    end: int


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

    def after(self, span: Span) -> str:
        """The folded letters behind a span."""
        return self.folded[span.end : span.end + _WINDOW]


# --- finding ------------------------------------------------------------------------------------


def find_unlisted(sentence: str, known: Sequence[Mention]) -> tuple[Mention, ...]:
    """The companies of one sentence which no list knows but which stand where a side stands.

    Args:
        sentence: One sentence or headline in any language.
        known: What `find_mentions` found in it, with offsets into the sentence.

    Returns:
        At most four mentions of kind "unlisted", in order of place; none overlaps a known one.

    >>> [found.company for found in find_unlisted("Boreal Power signs a lease with OpenAI", ())]
    ['Boreal Power']
    """
    sentence = sentence[:_LONGEST]
    found = [*_find_latin(sentence, known), *find_east_asian(sentence, known)]
    apart: list[Mention] = []
    for start, end in sorted(found):
        if not apart or start >= apart[-1].end:
            name = sentence[start:end]
            apart.append(Mention(company=name, text=name, kind="unlisted", start=start, end=end))
    return tuple(apart[:MOST_UNLISTED])


def is_listed(text: str, index: CompanyIndex) -> bool:
    """Whether a text is a name of the list: then its absence among the known has its reason."""
    return cut_words(text).folded in index.surfaces


def _find_latin(sentence: str, known: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where names set with capitals stand; one found may be the neighbour that proves the next."""
    found: list[tuple[int, int]] = []
    folded = fold(sentence)
    if not _GATE.search(folded):
        return found
    around = Surroundings(
        text=sentence,
        folded=folded,
        is_headline=_is_headline(sentence),
        is_about_compute=bool(known or _COMPUTE.search(folded)),
        starts=frozenset(mention.start for mention in known),
        ends=frozenset(mention.end for mention in known),
    )
    if known and (country := _BUYING_COUNTRY.match(sentence)):
        found.append(country.span(1))
    for span in _spans(sentence, known):
        if _is_side(span, around):
            found.append((span.start, span.end))
            starts, ends = around.starts | {span.start}, around.ends | {span.end}
            around = replace(around, starts=starts, ends=ends)
        if len(found) == MOST_UNLISTED:
            break
    return found


def _is_headline(sentence: str) -> bool:
    """Whether every word of weight is set with a capital, so that a capital tells nothing."""
    long_words: list[str] = [
        word
        for word in _WORD.findall(sentence)
        if len(word) >= _LONG_WORD and word not in _SMALL and not _CODE.fullmatch(word)
    ]
    lower = sum(word[0].islower() for word in long_words)
    return lower < _LOWER_SHARE * len(long_words)


def _spans(sentence: str, known: Sequence[Mention]) -> Iterator[Span]:
    """Runs of capitalised words, cut at plain words, at possessives and at the known names.

    What stands right behind a known name is its product ("OpenAI's Sora"), and what stands right
    before one belongs to it ("Big Microsoft"): neither is a run.
    """
    covered = iter(sorted(known, key=lambda mention: mention.start))
    nearest = next(covered, None)
    known_end = -1
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(sentence):
        while nearest is not None and nearest.end <= word.start():
            nearest = next(covered, None)
        named = _may_be_name(word[0])
        goes_on = bool(run) and _GAP.fullmatch(sentence, run[-1].end(), word.start()) is not None
        is_its = named and not run and _OF_KNOWN.fullmatch(sentence, known_end, word.start())
        if is_its or (nearest is not None and nearest.start < word.end()):
            known_end = word.end()
            run = [] if goes_on else run
        takes = named and known_end != word.end()
        if run and not (takes and goes_on and len(run) < _MOST_WORDS):
            yield from _trimmed(run)
            run = []
        if takes:
            run.append(word)
            if _POSSESSIVE.search(word[0]):
                yield from _trimmed(run)
                run = []
    yield from _trimmed(run)


def _may_be_name(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    folded = fold(bare)
    if folded in BREAKS or folded in LEGAL_FORMS or _COMPOUND.search(folded):
        return False
    return bare[0].isupper() or _INNER_SIGN.search(bare) is not None


def _trimmed(run: Sequence[re.Match[str]]) -> Iterator[Span]:
    """A run without the nationality or "startup" in front and the product behind."""
    words = [_POSSESSIVE.sub("", word[0]) for word in run]
    folded = [fold(word) for word in words]
    called = [place for place, word in enumerate(folded[:-1]) if word in CALLED_WORDS]
    first, last = called[-1] + 1 if called else 0, len(words)
    while first < last - 1 and folded[first] in PLACES:
        first += 1
    while last > first and (_CODE.fullmatch(words[last - 1]) or folded[last - 1] in PRODUCTS):
        last -= 1
    if first < last and sum(map(len, words)) <= _MOST_LETTERS:
        yield Span(
            words=tuple(words[first:last]),
            folded=tuple(folded[first:last]),
            start=run[first].start(),
            end=run[last - 1].start() + len(words[last - 1]),
        )


# --- judging ------------------------------------------------------------------------------------


def _is_side(span: Span, around: Surroundings) -> bool:
    """Whether a span is a name and stands where a side of a deal stands."""
    before, after = around.before(span), around.after(span)
    if _is_something_else(span, before, after):
        return False
    shaped = _is_shaped(span) or _is_named_in_law(span, around)
    introduced = _IS_CALLED.search(before) is not None
    called = _CALLED_AFTER.match(after) or (introduced and not around.is_headline)
    if shaped and (_FOREIGN_WITH.search(before) or _STOCK.match(after)):
        return True
    if _PLACED.search(before) and not (shaped or called or _DIRECT.search(before)):
        return False
    if not (called or _deals(span, around) or _is_joined(span, around)):
        return False
    if shaped or called or (introduced and not span.folded[-1].endswith(ORDINARY_ENDINGS)):
        return True
    return not around.is_headline and _is_plainly_a_name(span, around)


def _is_something_else(span: Span, before: str, after: str) -> bool:
    """A place, a person, a product, a publisher, or words that name nobody."""
    words = span.folded
    if " ".join(words) in NOT_COMPANIES or known_publisher(" ".join(span.words)):
        return True
    if not PRODUCTS.isdisjoint(words) or _UNMAKES.match(after):
        return True
    if _CODE_FIRST.fullmatch(span.words[0]) or all(map(_CODE.fullmatch, span.words)):
        return True
    return _is_person(span, before, after) or _NAMELESS.issuperset(words)


def _is_person(span: Span, before: str, after: str) -> bool:
    """Whether a first name, a title or what is done with the mouth makes a person of a span."""
    first_names = FIRST_NAMES.intersection((span.folded[0], *span.folded[:-1]))
    if first_names or not TITLES.isdisjoint(span.folded):
        return True
    if len(span.folded) > 1 and span.folded[-1] not in TAILS and _PERSON_AFTER.match(after):
        return True
    # "By" is a byline only where nothing is done by it.
    led = before if before == "by " else before.removesuffix("by ")
    return _PERSON_BEFORE.search(led) is not None


def _is_shaped(span: Span) -> bool:
    """Whether the words look like a company: Boreal Power, QumulusAI, Core42, Vast.ai."""
    if any(_INNER_SIGN.search(word) and not _CODE.fullmatch(word) for word in span.words):
        return True
    named = [word for word in span.folded[:-1] if word not in _DULL]
    return span.folded[-1] in TAILS and any(not word.endswith(SURE_ENDINGS) for word in named)


def _is_named_in_law(span: Span, around: Surroundings) -> bool:
    """Whether "Inc.", "AG" or a listing follows the name."""
    return any(sign.match(around.text, span.end) for sign in (_LEGAL, _EXCHANGE))


def _deals(span: Span, around: Surroundings) -> bool:
    """Whether grammar makes the name a side: a verb of dealing follows, or "a deal with" leads."""
    legal = _LEGAL.match(around.text, span.end)
    end = legal.end() if legal else span.end
    behind = _ASIDE.sub("", around.folded[end : end + _WINDOW], count=1)
    before = around.before(span)
    return bool(_SUBJECT.match(behind) or _WITH.search(before) or _DIRECT.search(before))


def _is_joined(span: Span, around: Surroundings) -> bool:
    """Whether the name stands in a list beside a side that is known: "Nvidia and Sentra"."""
    left = range(max(0, span.start - _LIST_REACH), span.start)
    right = range(span.end + 1, span.end + _LIST_REACH + 1)
    return any(
        place in around.ends and _LIST_GAP.fullmatch(around.text, place, span.start)
        for place in left
    ) or any(
        place in around.starts and _LIST_GAP.fullmatch(around.text, span.end, place)
        for place in right
    )


def _is_plainly_a_name(span: Span, around: Surroundings) -> bool:
    """Whether a capital alone may be trusted: inside a sentence on compute it is a name's.

    At the beginning any word has one, so it takes two words, or a side that is known.
    """
    before, words = around.before(span), span.folded
    if not around.is_about_compute or before.endswith("the ") or not _DULL.isdisjoint(words):
        return False
    if words[-1].endswith(ORDINARY_ENDINGS) and (len(words) == 1 or not before.strip()):
        return False
    if before.strip(_QUOTES):
        return not (len(words) == 1 and span.words[0].isupper())
    return len(words) > 1 or bool(around.starts)
