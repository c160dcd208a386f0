"""Find the companies a text names.

The list is laid out once (`build_index`); a text is then cut into words and read once, whatever
the length of the list. The longest name that fits wins. deploy/companies.toml tells of the fields.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from parsers.company_list import check_companies, page_of, written_names
from parsers.deal_words_east import NEEDS_ENOUGH_EAST
from parsers.name_guards import NO_GUARDS, Guards, leaves_company, stands_as_side
from parsers.name_words import (
    EXCHANGES,
    HOSTS_NEED_ENOUGH,
    NEEDS_ENOUGH,
    NEEDS_ENOUGH_EUROPE,
    NOT_FOLLOWED_BY,
    NOT_PRECEDED_BY,
    SHARE_WORDS,
)
from parsers.types import Company, Mention, MentionKind
from parsers.words import HANGUL, Page, Words, cut_words, find_phrases, only_words

# --- tables -------------------------------------------------------------------------------------

# Korean glues its particles to a name: 메타는. Any other syllable makes another word: 메타버스
KOREAN_TAILS = frozenset("은는이가을를의와과도에로으만측발서까부보엔")
HANGUL_SYLLABLE = re.compile(f"[{HANGUL}]")
ASCII_RUN = re.compile(r"[A-Za-z0-9]+")
# What is neither ASCII nor leaves the ASCII letters beside it as they are when words are cut.
NOT_LATIN = re.compile(r"[^\x00-\x7f\xa0À-ÖØ-Þà-öø-ÿ‘’“”–—…•€£®©]")
_COUNT = re.compile(r"^\d+(?=[mg]w$)")
# Of a company that needs one of these any word for a site or its chips will do.
_SITES_TELL = frozenset({"data center", "data centers", "GPU", "GPUs"})
LONGEST_ACRONYM_LIKE = 3  # Arm, xAI, AWS: too short to be sure of in any other case

# --- values -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """One way to write one company. `glued` tells which words follow without a space.

    `guarded` is false for the long form of a name that has a short one: "Galaxy Digital" is no
    phone, whatever stands beside it and whatever else the text speaks of.
    """

    company: str
    kind: MentionKind
    words: Words
    glued: tuple[bool, ...]
    any_case: bool
    exact_case: bool
    guarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What a text that names a company has in any case: these runs of ASCII letters."""

    runs: frozenset[str]
    capital: bool


# So many words on each side tell how a line is set.
_AROUND = 3
# What joins two names that do something together.
_JOINERS = frozenset({"and", "&", "+", "/", "·", "x", "×", "–", "und", "et", "y", "e", "en", "och"})
# The same behind who acts in a Korean headline: "포드, 코어위브와 계약".
_COMMAS = frozenset(",")
# One sentence: so many letters at most, and no stop between.
_SENTENCE = 200
_STOP = re.compile(r"[.!?;:]\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyIndex:
    """The company list laid out for reading: look at a word, then at as few lengths as can be.

    `signs` has a run of ASCII letters of every name, with what else a text that names it has: all
    runs of the name, and whether a capital begins the first.
    """

    surfaces: Mapping[Words, tuple[Surface, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    guards: Mapping[str, Guards]
    guards_of_all: Guards
    needs: frozenset[Words]
    signs: Mapping[str, tuple[Sign, ...]]


# --- the list, laid out -------------------------------------------------------------------------


def build_index(companies: Iterable[Company]) -> CompanyIndex:
    """Lay a company list out for `find_mentions`; do it once and keep it.

    Raises:
        SettingsError: As `check_companies`, for a list put together from several.
    """
    companies = tuple(companies)
    check_companies(companies)
    surfaces: dict[Words, list[Surface]] = {}
    guards: dict[str, Guards] = {}
    for company in companies:
        guards[company.name] = _guards(company)
        names = (company.name, *company.aliases, *company.known_as)
        latin = (name for name in names if name.isascii())
        has_short = any(_is_short(page_of(name)) for name in latin)
        for kind, written in written_names(company):
            page = page_of(written)
            surface = _surface(company.name, kind, page, guarded=_is_short(page) or not has_short)
            surfaces.setdefault(page.folded, []).append(surface)
    lengths: dict[str, set[int]] = {}
    for key in surfaces:
        lengths.setdefault(key[0], set()).add(len(key))
    return CompanyIndex(
        surfaces={key: tuple(found) for key, found in surfaces.items()},
        lengths={first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()},
        guards=guards,
        guards_of_all=_guards(
            Company(name="", not_followed_by=NOT_FOLLOWED_BY, not_preceded_by=NOT_PRECEDED_BY)
        ),
        needs=frozenset[Words]().union(*(guard.needs for guard in guards.values())),
        signs=_signs(found for row in surfaces.values() for found in row),
    )


def _signs(surfaces: Iterable[Surface]) -> Mapping[str, tuple[Sign, ...]]:
    """The signs of all names by their longest run of ASCII letters."""
    signs: dict[str, dict[Sign, None]] = {}
    for surface in surfaces:
        if any(map(NOT_LATIN.search, surface.words)):
            continue  # a text with such letters is always read
        found = [(word, run) for word in surface.words for run in ASCII_RUN.findall(word)]
        word, longest = max(found, key=lambda pair: len(pair[1]), default=("", ""))
        any_case = surface.any_case or word != longest or _has_inner_capital(word)
        sign = Sign(
            runs=frozenset(run.lower() for _, run in found),
            capital=not any_case and longest[:1].isupper(),
        )
        signs.setdefault(longest.lower(), {})[sign] = None
    return {longest: tuple(row) for longest, row in signs.items()}


def _has_inner_capital(name: str) -> bool:
    return any(letter.isupper() for letter in name[1:]) and not name.isupper()


def _guards(company: Company) -> Guards:
    """A company's own guards as folded words."""
    enough = () if _SITES_TELL.isdisjoint(company.needs) else HOSTS_NEED_ENOUGH
    any_of = (*NEEDS_ENOUGH, *NEEDS_ENOUGH_EAST, *NEEDS_ENOUGH_EUROPE, *enough)
    needs = (*company.needs, *any_of) if company.needs else ()
    return Guards(
        before=_by_edge(company.not_preceded_by, edge=-1),
        after=_by_edge(company.not_followed_by, edge=0),
        needs=frozenset(only_words(page_of(words).folded) for words in needs),
    )


def _by_edge(texts: Iterable[str], edge: int) -> Mapping[str, tuple[Words, ...]]:
    """Phrases by their first (0) or last (-1) word."""
    phrases: dict[str, tuple[Words, ...]] = {}
    for text in texts:
        words = page_of(text).folded
        phrases[words[edge]] = (*phrases.get(words[edge], ()), words)
    return phrases


def _is_short(page: Page) -> bool:
    """Whether a name is one word, or one run of signs: Galaxy, X.AI, 苹果."""
    return all(page.glued(place) for place in range(1, len(page.words)))


def _surface(company: str, kind: MentionKind, page: Page, *, guarded: bool) -> Surface:
    """One way to write a company, with how strictly its case is taken."""
    short = len(page.words[0]) <= LONGEST_ACRONYM_LIKE or page.words[0].isupper()
    return Surface(
        company=company,
        kind=kind,
        words=page.words,
        glued=tuple(page.glued(place) for place in range(len(page.words))),
        any_case=kind == "paraphrase",
        exact_case=kind == "ticker" or (len(page.words) == 1 and short),
        guarded=guarded,
    )


# --- the text -----------------------------------------------------------------------------------


def find_mentions(text: str, index: CompanyIndex) -> tuple[Mention, ...]:
    """Every company a text names, in order of place.

    Args:
        text: Plain text in any script; markup must be gone.
        index: The company list, from `build_index`.

    Returns:
        Mentions that do not overlap; `start` and `end` cut `text` out of the text as given.
    """
    if not _may_name_any(text, index):
        return ()
    page = cut_words(text)
    mentions: dict[tuple[int, int], Mention] = {}
    unsure: dict[tuple[int, int], Mention] = {}
    needs: frozenset[Words] | None = None
    end = 0
    for place in [place for place, word in enumerate(page.folded) if word in index.lengths]:
        surface = _longest(page, place, index) if place >= end else None
        if surface is None:
            continue
        end = place + len(surface.words)
        guards = index.guards[surface.company] if surface.guarded else NO_GUARDS
        if guards.needs and needs is None:
            needs = find_phrases(_without_counts(page.folded), index.needs)
        if all(leaves_company(page, place, end, one) for one in (index.guards_of_all, guards)):
            start, stop = page.spans[place][0], page.spans[end - 1][1]
            name, kind = surface.company, surface.kind
            found = Mention(company=name, text=text[start:stop], kind=kind, start=start, end=stop)
            is_sure = not guards.needs or not guards.needs.isdisjoint(needs or ())
            (mentions if is_sure else unsure)[place, end] = found
    if unsure and mentions:
        mentions |= _beside_sure(page, unsure, mentions) | _dealing(text, unsure, mentions)
        return tuple(mentions[span] for span in sorted(mentions))
    return tuple(mentions.values())


def _beside_sure(
    page: Page, unsure: Mapping[tuple[int, int], Mention], sure: Collection[tuple[int, int]]
) -> dict[tuple[int, int], Mention]:
    """Names that are common words too, joined to a company that is sure: "BT and Nscale"."""
    starts, ends = {start for start, _ in sure}, {end for _, end in sure}
    joiners = _JOINERS | _COMMAS if any(map(HANGUL_SYLLABLE.search, page.words)) else _JOINERS
    return {
        (start, end): mention
        for (start, end), mention in unsure.items()
        if (page.at(start - 1) in _JOINERS and start - 1 in ends)
        or (page.at(end) in joiners and end + 1 in starts)
    }


def _dealing(
    text: str, unsure: Mapping[tuple[int, int], Mention], sure: Mapping[tuple[int, int], Mention]
) -> dict[tuple[int, int], Mention]:
    """Names that are common words too, where grammar makes them a side: "Snap leases GPUs from"."""
    places = sorted((mention.start, mention.end) for mention in sure.values())
    return {
        span: mention
        for span, mention in unsure.items()
        if stands_as_side(text, mention.start, mention.end)
        and any(
            _STOP.search(text, min(mention.end, end), max(mention.start, start)) is None
            for start, end in _near(places, mention.start)
        )
    }


def _near(places: Sequence[tuple[int, int]], place: int) -> Sequence[tuple[int, int]]:
    """The places, in order, that may stand in one sentence with another."""
    first = bisect_left(places, (place - _SENTENCE, 0))
    return places[first : bisect_left(places, (place + _SENTENCE, 0))]


def _without_counts(words: Words) -> Words:
    """The words of a text, "30MW" as "mw"."""
    return tuple(_COUNT.sub("", word) for word in only_words(words))


def _may_name_any(text: str, index: CompanyIndex) -> bool:
    """Whether a text has a sign of any company; one that Latin letters do not tell always may."""
    if not text.isascii() and NOT_LATIN.search(text):
        return True
    runs = frozenset(ASCII_RUN.findall(text))
    folded = frozenset(map(str.lower, runs))
    return any(
        sign.runs <= folded and (not sign.capital or _has_capital(longest, runs))
        for longest in folded & index.signs.keys()
        for sign in index.signs[longest]
    )


def _has_capital(folded: str, runs: Collection[str]) -> bool:
    return any(run[0].isupper() and run.lower() == folded for run in runs)


def _longest(page: Page, place: int, index: CompanyIndex) -> Surface | None:
    """The longest name that is written at a place."""
    for size in index.lengths.get(page.folded[place], ()):
        for surface in index.surfaces.get(page.folded[place : place + size], ()):
            if _is_written(surface, page, place):
                return surface
    return None


def _is_written(surface: Surface, page: Page, place: int) -> bool:
    """Whether the words at a place write the name: case, dots, edges, a ticker's dress."""
    stop = place + len(surface.words)
    written = page.words[place:stop]
    if surface.exact_case and written != surface.words and not _is_capitals(surface, page, place):
        return False
    if surface.kind == "ticker":
        return _is_dressed_as_ticker(page, place, stop)
    return (
        (surface.any_case or all(map(_case_fits, surface.words, written)))
        and _dots_fit(surface, page, place)
        and _is_korean_word(page, place, stop)
    )


def _is_capitals(surface: Surface, page: Page, place: int) -> bool:
    """Whether a name that mixes cases is set in capitals with all words around it: XAI."""
    stop = place + len(surface.words)
    if page.words[place:stop] != tuple(word.upper() for word in surface.words):
        return False
    around = page.words[max(0, place - _AROUND) : stop + _AROUND]
    mixed = any(_has_inner_capital(word) for word in surface.words)
    return mixed and len(around) > _AROUND and all(word == word.upper() for word in around)


def _case_fits(name: str, written: str) -> bool:
    """Whether a word may be the name's: as listed, in capitals, or with a capital.

    A name with a capital inside (CoreWeave) is no common word: any case will do. So will it for
    the small words of a name (Bank of America).
    """
    if name == written or name.islower() or written.isupper():
        return True
    return _has_inner_capital(name) or written[:1].isupper()


def _dots_fit(surface: Surface, page: Page, place: int) -> bool:
    """Whether dots are set as in the name: "X.AI" is one, "on X. AI is" ends a sentence."""
    return all(
        surface.glued[offset] == page.glued(place + offset)
        for offset in range(1, len(surface.words))
        if "." in surface.words[offset - 1 : offset + 1]
    )


def _is_korean_word(page: Page, place: int, stop: int) -> bool:
    """Whether hangul at the name's edges starts a word and is followed by a particle at most."""
    return not _runs_on(page, place) and (page.at(stop) in KOREAN_TAILS or not _runs_on(page, stop))


def _runs_on(page: Page, place: int) -> bool:
    """Whether hangul goes on over the edge before a place."""
    return page.glued(place) and all(
        HANGUL_SYLLABLE.match(page.at(side)) for side in (place - 1, place)
    )


def _is_dressed_as_ticker(page: Page, place: int, stop: int) -> bool:
    """Whether a ticker is marked as one: (AMZN), NASDAQ: AMZN, $AMZN, AMZN shares."""
    before, after = page.at(place - 1), page.at(stop)
    return (
        before == "$"
        or (before == "(" and after in {")", ".", ",", ";", ":", "+", "-"})
        or (before == ":" and page.at(place - 2) in EXCHANGES)
        or after in SHARE_WORDS
    )
