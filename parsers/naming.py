"""Name every company of a text that may tell a deal: those of the list, and those no list knows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from parsers.companies import CompanyIndex
from parsers.compute_named import names_compute
from parsers.frames.likened import COUNTRIES
from parsers.name_words import COUNTRY_NAMES, PLACES, TAILS
from parsers.sentences import Sentence
from parsers.types import Mention
from parsers.unlisted import MOST_UNLISTED, find_unlisted, is_listed
from parsers.words import fold

# Who takes part in a deal is named in the title and the first sentences.
_LEAD_SENTENCES = 6
# What only the register says of a company: "Volta" in a title is no other in the text.
_HOLDINGS = ("Holdings", "Holding", "Group", "International")
# What a title calls a site's or a deal's, by the name of a company or of a place.
_HELD = r"(?<![\w-])([A-Z][a-z]{3,}) (?=halls?\b|campus\b|site\b|lease\b|exit\b|deal\b|building)"
_MOST_HELD = 3
_FIRMS = TAILS - {"energy", "power", "data", "grid", "centers", "centres", "bank", "institute"}
# What American news writes behind a town; see that it is no word or company form ("OR", "CO").
_STATES = frozenset(
    {"AL", "AK", "AZ", "AR", "CA", "CT", "FL", "GA", "ID", "IL", "IA", "KS", "KY", "LA", "MD"}
    | {"MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH"}
    | {"OK", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY"}
)


def add_unlisted(
    whole: str, sentences: Sequence[Sentence], listed: Sequence[Mention], index: CompanyIndex
) -> tuple[Mention, ...]:
    """The mentions of a text with those of unlisted companies, in order of place.

    A company found once is seen wherever its name stands, and by its full name: "Nordwind" in a
    title is the "Nordwind Compute" of the text, and "Sakana" the Sakana AI of the list.
    """
    named = _found(sentences[:_LEAD_SENTENCES], listed, index)
    named = [*named, *_named_in_full(sentences, listed, whole)]
    listed = _with_titled_forms(listed, sentences)
    named = [name for name in named if not _is_place(name, whole)]
    named = [*named, *_longer_forms(named, whole)]
    short = _short_forms(named, listed)
    found = {**_full_names([name for name in named if name not in short]), **short}
    if not found:
        return tuple(listed)
    taken = [(mention.start, mention.end) for mention in listed]
    ends = {end for _, end in taken}
    unlisted = (
        one
        for one in _everywhere(whole, found)
        if not _overlaps(one, taken)
        # "non-Volta" names nobody, "Google-Volta" two
        and (whole[one.start - 1 : one.start] != "-" or one.start - 1 in ends)
    )
    return tuple(sorted([*listed, *unlisted], key=lambda mention: mention.start))


def _found(
    sentences: Sequence[Sentence], listed: Sequence[Mention], index: CompanyIndex
) -> list[str]:
    """The names that stand as a side of a deal, each once, no more than a few."""
    names: dict[str, None] = {}
    title = next(iter(sentences), None)
    is_compute = title is not None and names_compute(fold(title.text))
    for sentence in sentences:
        inside = [m for m in listed if sentence.start <= m.start < sentence.end]
        known = [
            replace(m, start=m.start - sentence.start, end=m.end - sentence.start) for m in inside
        ]
        for mention in find_unlisted(sentence.text, known, is_about_compute=is_compute):
            # A listed name that was not taken for its company has its reason: "Oracle of Omaha".
            # A state that deals over chips is one, whatever else its name tells of.
            if mention.company in COUNTRIES or not is_listed(mention.company, index):
                names.setdefault(mention.company)
    return list(names)[:MOST_UNLISTED]


def _short_forms(names: Iterable[str], listed: Sequence[Mention]) -> Mapping[str, str]:
    """Names that only begin one of the list's which a text gives in full, with its company."""
    return {
        name: mention.company
        for name in names
        for mention in listed
        if mention.text.startswith(f"{name} ")
    }


def _named_in_full(
    sentences: Sequence[Sentence], listed: Sequence[Mention], whole: str
) -> Iterator[str]:
    """A name that could be a place's in a title, by what a text adds to it.

    "Microsoft hands back Harrowgate halls. … Harrowgate Estates said": both forms of it.
    """
    title = sentences[0].text if sentences else ""
    known = [mention for mention in listed if mention.end <= len(title)]
    for found in islice(re.finditer(_HELD, title), _MOST_HELD if known else 0):
        full = re.search(rf"(?<!\w){found[1]} ([A-Z][a-z]+)(?! [A-Z])(?!\w)", whole[len(title) :])
        is_own = fold(found[1]) not in PLACES and not any(m.text in found[1] for m in known)
        if full and is_own and fold(full[1]) in _FIRMS:
            yield from (found[1], full[0])


def _longer_forms(names: Sequence[str], whole: str) -> Iterator[str]:
    """Names as a text has them in full elsewhere: "Tallow Creek", then Tallow Creek Capital."""
    for name in names:
        for found in re.finditer(rf"(?<!\w){re.escape(name)} ([A-Z][^\W\d_]+)(?!\w)", whole):
            if fold(found[1]) in TAILS and found[0] not in names:
                yield found[0]
                break


def _with_titled_forms(
    listed: Sequence[Mention], sentences: Sequence[Sentence]
) -> tuple[Mention, ...]:
    """The mentions, in which what a title cuts short is the company its text names in full.

    "Tata pulls out. Tata Communications has withdrawn": of a group only the one takes part.
    """
    end = sentences[0].end if sentences else 0
    below = [mention for mention in listed if mention.start >= end]
    told = {mention.company for mention in below}
    titled = {mention.company for mention in listed if mention.start < end}

    def full(mention: Mention) -> Mention:
        if mention.start >= end or mention.company in told or mention.kind != "name":
            return mention
        longer = {one.company for one in below if one.text.startswith(f"{mention.text} ")}
        longer -= titled
        return replace(mention, company=longer.pop()) if len(longer) == 1 else mention

    return tuple(full(mention) for mention in listed)


def _is_place(name: str, whole: str) -> bool:
    """Whether a text tells where a name is: "its campus at Tydal, Norway"."""
    following = rf"(?<!\w){re.escape(name)}, (?:(?:New|North|South|West) )?([^\W_]+)"
    return any(
        fold(found[1]) in PLACES or found[1] in _STATES for found in re.finditer(following, whole)
    )


def _full_names(names: Sequence[str]) -> Mapping[str, str]:
    """Each name with the longest one that begins with it, but for a holding's: that is no other."""
    longest_first = sorted(names, key=len, reverse=True)
    short = {
        name: next(one for one in reversed(longest_first) if f"{name} ".startswith(f"{one} "))
        if name.endswith(_HOLDINGS)
        else name
        for name in names
    }
    known = [one for one in longest_first if short[one] == one]
    return {
        name: next(one for one in known if f"{one} ".startswith(f"{short[name]} "))
        for name in names
    }


def _everywhere(whole: str, full_names: Mapping[str, str]) -> Iterator[Mention]:
    spelled = "|".join(re.escape(name) for name in sorted(full_names, key=len, reverse=True))
    # Behind a sign of theirs letters or a figure begin a new word: 获云图澜海14亿元订单.
    ends = "(?:(?<=[㐀-鿿가-힣ぁ-ヿ])|(?![A-Za-z0-9]))"
    for found in re.finditer(rf"(?<![A-Za-zÀ-ž0-9_])(?:{spelled}){ends}", whole):
        yield Mention(
            company=COUNTRY_NAMES.get(full_names[found[0]], full_names[found[0]]),
            text=found[0],
            kind="unlisted",
            start=found.start(),
            end=found.end(),
        )


def _overlaps(mention: Mention, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in taken)
