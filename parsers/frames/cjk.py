"""Find who does what to whom in Chinese, Japanese and Korean sentences.

Here a side is marked at its name: by a preposition before it in Chinese (向B采购), by a particle
behind it in Japanese and Korean (Bから調達, B로부터 조달). Each verb takes the sides that stand
between the verb before it and itself, in Chinese also those behind it; a verb without a subject of
its own has that of the verb before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, cast

from parsers.frames.cjk_sides import (
    Side,
    acts_unnamed,
    blot_out,
    find_bystanders,
    find_sides,
    find_speaker,
    find_subject,
    is_object,
    mask_companies,
)
from parsers.frames.cjk_words import (
    COVERBS,
    FIGURE,
    NOMINAL,
    PRONOUN,
    RELATIVE,
    SENSES,
    VERBS,
    Case,
    Language,
    Sense,
)
from parsers.frames.frame import Frame, FrameKind
from parsers.types import Mention
from parsers.words import HAN, HANGUL, HIRAGANA, KATAKANA

_EAST_ASIAN = re.compile(f"[{HAN}{HANGUL}{HIRAGANA}{KATAKANA}]")
_SCRIPTS: Final[tuple[tuple[Language, re.Pattern[str]], ...]] = (
    ("ko", re.compile(f"[{HANGUL}]")),
    ("ja", re.compile(f"[{HIRAGANA}]|[{KATAKANA}]{{2}}")),
    ("zh", re.compile(f"[{HAN}]")),
)
_CLAUSE_END = re.compile(r"[，。；！？：]|[,:]\s")
_Pair = tuple[tuple[str, ...], tuple[str, ...]]
_TRADES: Final = frozenset({"buy", "lease", "sell"})
# What two sides do alike.
_MUTUAL: Final = frozenset({"agree", "join"})
# Who does this to a deal may stand alone beside those who make it.
_HELPING: Final = frozenset({"finance", "guarantee", "build"})
_LONGEST: Final = 1500  # a longer sentence was made to keep us busy


_PRONOUN = re.compile(PRONOUN)
_FIGURE = re.compile(FIGURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verbs:
    """The verbs of one language as patterns; the group that matched tells the row's number."""

    any: re.Pattern[str]
    nominal: re.Pattern[str]
    relative: re.Pattern[str]
    pronouns: tuple[tuple[Case, re.Pattern[str]], ...]


@cache
def _verbs(language: Language) -> _Verbs:
    """The patterns of a language, made when its first sentence comes: most news is in English."""
    rows = (f"(?P<row{place}>{row})" for place, (_, row) in enumerate(VERBS[language]))
    coverbs = COVERBS if language == "zh" else ()
    return _Verbs(
        any=re.compile("|".join(rows)),
        nominal=re.compile(NOMINAL[language]),
        relative=re.compile(RELATIVE[language]),
        pronouns=tuple((case, re.compile(rf"(?:{row})\s?{PRONOUN}")) for case, row in coverbs),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A frame; a weak one has its other side from the make of what is bought."""

    frame: Frame
    is_weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verb:
    """A verb at its place, and how far back and ahead its sides may stand.

    `is_nominal` verbs are part of a noun (采购协议), `is_relative` ones describe what follows.
    """

    sense: Sense
    start: int
    end: int
    since: int
    until: int
    is_last: bool
    is_nominal: bool
    is_relative: bool


def find_cjk_frames(sentence: str, mentions: Sequence[Mention]) -> tuple[Frame, ...]:
    """The frames of a Chinese, Japanese or Korean sentence; none for any other.

    Args:
        sentence: One sentence, as written.
        mentions: Its companies, with offsets into the sentence.

    >>> from parsers.types import Mention
    >>> meta = Mention(company="Meta", text="Meta", kind="name", start=0, end=4)
    >>> amd = Mention(company="AMD", text="AMD", kind="name", start=5, end=8)
    >>> frame, = find_cjk_frames("Meta向AMD采购芯片", (meta, amd))
    >>> frame.kind, frame.subjects, frame.objects
    ('buy', ('Meta',), ('AMD',))
    """
    if not mentions or _EAST_ASIAN.search(sentence) is None:
        return ()
    sentence = sentence[:_LONGEST]
    within = [mention for mention in mentions if mention.end <= len(sentence)]
    ordered = sorted(within, key=lambda mention: mention.start)
    masked = mask_companies(sentence, ordered)
    language = next((name for name, script in _SCRIPTS if script.search(masked)), None)
    if language is None:
        return ()
    bystanders = find_bystanders(masked, ordered, language)
    masked = blot_out(masked, [(mention.start, end) for mention, end in bystanders])
    verbs = tuple(_find_verbs(masked, language))
    stops = [verb.end for verb in verbs if not verb.is_nominal]
    sides = find_sides(masked, ordered, language, stops)
    told = _telling(tuple(_find_told(masked, sides, verbs, language)))
    if _FIGURE.search(masked):
        told = (replace(one, kind="agree") if one.kind == "join" else one for one in told)
    frames = [replace(frame, verb=sentence[frame.start : frame.end].lower()) for frame in told]
    frames += [_aside((mention.company,), mention.start, end) for mention, end in bystanders]
    frames += _unused_makes(sides, frames)
    return tuple(sorted(frames, key=lambda frame: frame.start))


def _unused_makes(sides: Sequence[Side], frames: Sequence[Frame]) -> list[Frame]:
    """Makers whose product is named and who are no side: 达成英伟达GPU供应协议."""
    used = {name for frame in frames for name in (*frame.subjects, *frame.objects)}
    makes = (side for side in sides if side.is_make and used.isdisjoint(side.names))
    return [_aside(side.names, side.start, side.end) for side in makes]


def _aside(names: tuple[str, ...], start: int, end: int) -> Frame:
    return Frame(kind="aside", verb="", subjects=names, objects=(), start=start, end=end)


# --- verbs ----------------------------------------------------------------------------------------


def _find_verbs(masked: str, language: Language) -> Iterator[_Verb]:
    """The verbs in order, each with its reach: from the verb before to the next, or its clause."""
    found = list(_verbs(language).any.finditer(masked))
    senses = VERBS[language]
    since = 0
    for place, verb in enumerate(found):
        following = found[place + 1].start() if place + 1 < len(found) else len(masked)
        clause = _CLAUSE_END.search(masked, verb.end(), following)
        sense = SENSES[senses[int(cast("str", verb.lastgroup)[3:])][0]]
        is_nominal = _verbs(language).nominal.match(masked, verb.end()) is not None
        yield _Verb(
            sense=sense,
            start=verb.start(),
            end=verb.end(),
            since=since,
            until=clause.start() if clause else following,
            is_last=clause is not None or following == len(masked),
            is_nominal=is_nominal and sense.kind not in _MUTUAL,
            is_relative=_verbs(language).relative.match(masked, verb.end()) is not None,
        )
        since = verb.end()


def _find_told(
    masked: str, sides: Sequence[Side], verbs: Sequence[_Verb], language: Language
) -> Iterator[_Told]:
    """One frame a verb; sides are used up by the verb that takes them."""
    subject = find_speaker(masked, sides)
    pair: _Pair = ((), ())
    used = 0
    for verb in verbs:
        since = verb.since if verb.is_relative else used
        before = [side for side in sides if side.start >= since and side.end <= verb.start]
        if (verb.is_nominal or (verb.is_relative and language != "zh")) and not (
            _is_directed(before, verb.sense)
        ):
            continue
        acting = _acting(before, verb.sense, language)
        if acting is None and acts_unnamed(masked, verb.since, verb.start):
            continue
        if verb.sense.kind in _TRADES and acting is not None and is_object(acting):
            acting = find_subject(sides, verb.end) or acting
        after: Sequence[Side] = ()
        if language == "zh":
            after = () if verb.is_relative else _after(sides, verb)
            before += _pronouns(masked, sides, verb, subject, acting)
        elif verb.is_relative and acting is None:
            acting = next((side for side in sides if side.start >= verb.end), None)
        rest = [side for side in before if side is not acting]
        told = _told(verb, acting, rest, after, subject)
        told = _between(_done_for(told, verb, acting, subject), pair)
        if told.frame.kind in _MUTUAL and _is_uneven(told, acting, language):
            pair = told.frame.subjects, told.frame.objects
        if acting is not None and acting.case != "of" and not verb.is_relative:
            subject = tuple(name for name in acting.names if name not in told.frame.objects)
        taken = [*before, *(side for side in after if side.case in verb.sense.sides)]
        used = max([used, *(side.end for side in taken)])
        if told.frame.subjects or told.frame.objects:
            yield told
        yield from _passed_on(told, before)


def _passed_on(told: _Told, before: Sequence[Side]) -> Iterator[_Told]:
    """Who buys or rents "for" another sells to it: 为OpenAI租赁Crusoe的数据中心."""
    takers = [side.names for side in before if side.case == "for"]
    if takers and told.frame.kind in {"buy", "lease"} and told.frame.subjects:
        yield replace(told, frame=replace(told.frame, kind="sell", objects=takers[-1]))


def _after(sides: Sequence[Side], verb: _Verb) -> tuple[Side, ...]:
    """What a Chinese verb has behind it: its object, or who it is done for (提供给B, 来自B)."""
    behind = [side for side in sides if verb.end <= side.start < verb.until]
    return tuple(
        replace(side, case="object") if side.case in {"bare", "of"} else side
        for side in behind
        # In 采购芯片并与B… B belongs to the next verb.
        if side.case in {"bare", "of", "for", "from"} or verb.is_last
    )


def _pronouns(
    masked: str,
    sides: Sequence[Side],
    verb: _Verb,
    subject: tuple[str, ...],
    acting: Side | None,
) -> list[Side]:
    """为其提供, 使用其芯片: who acted before, where another acts now, else the one named last."""
    found = _pronoun_of(masked, verb)
    if found is None:
        return []
    case, place = found
    earlier = [side for side in sides if side.end <= place and side is not acting]
    others = [side.names for side in earlier if side.names != subject and not side.is_make]
    names = others[-1] if others else ()
    if acting is not None and subject and acting.names != subject:
        names = subject
    return [Side(names=names, start=place, end=place + 1, case=case)] if names else []


def _pronoun_of(masked: str, verb: _Verb) -> tuple[Case, int] | None:
    """How a verb's pronoun is marked, and where it stands; None without one."""
    for case, row in _verbs("zh").pronouns:
        if found := row.search(masked, verb.since, verb.start):
            return case, found.start()
    return ("object", verb.end) if _PRONOUN.match(masked, verb.end) else None


def _is_directed(before: Sequence[Side], sense: Sense) -> bool:
    """Whether a side is marked so that even "supply contract" tells who supplies whom."""
    marked = {side.case for side in before} & {"from", "to", "for"}
    return sense.kind not in _MUTUAL and not marked.isdisjoint(_sides(sense))


def _sides(sense: Sense) -> tuple[Case, ...]:
    """The cases of the other side; what is got "from" somebody turns some verbs round."""
    return ("from", *sense.sides) if sense.kind in {"sell", "invest"} else sense.sides


def _acting(before: Sequence[Side], sense: Sense, language: Language) -> Side | None:
    """The group that acts: marked as doing so, else the one that nothing marks.

    "A's chips" act only where nothing else does, or where they are what is chosen.
    """
    for case in ("by", "subject", "bare", "of"):
        found = [side for side in before if side.case == case]
        if found and (case != "of" or len(before) == 1 or sense is SENSES["chosen"]):
            headline = case == "bare" and language != "zh" and not found[-1].is_opening
            return found[0] if headline else found[-1]
    return None


def _told(
    verb: _Verb,
    acting: Side | None,
    before: Sequence[Side],
    after: Sequence[Side],
    subject: tuple[str, ...],
) -> _Told:
    """The frame of one verb: who acts, and the best marked other side."""
    sense = verb.sense
    if sense is SENSES["won"] and any(side.case == "with" for side in before):
        sense = SENSES["agree"]  # 与B签下大单
    subjects = acting.names if acting is not None else subject
    is_passive = acting is not None and acting.case == "by"
    other = _other_side(sense, before, after, is_passive=is_passive)
    objects = tuple(name for name in other.names if name not in subjects) if other else ()
    if not objects and sense.kind in _MUTUAL and acting is not None:
        place = acting.split or len(subjects) - 1 or 1
        subjects, objects = subjects[:place], subjects[place:]  # A与B签署
    kind, is_turned = _turned(sense, other)
    if is_turned:
        subjects, objects = objects, subjects
    frame = Frame(
        kind=kind, verb="", subjects=subjects, objects=objects, start=verb.start, end=verb.end
    )
    return _Told(frame=frame, is_weak=other is not None and other.is_make)


def _is_uneven(told: _Told, acting: Side | None, language: Language) -> bool:
    """Whether one of two who agree leads: in AとBが提携 neither does, so neither is who buys."""
    names = acting.names if acting is not None else ()
    return language == "zh" or set(told.frame.objects).isdisjoint(names)


def _between(told: _Told, pair: _Pair) -> _Told:
    """Two who have just agreed trade with each other: A与B签署协议，将采购算力."""
    frame = told.frame
    if frame.kind in _TRADES and frame.subjects and not frame.objects:
        for one, other in (pair, pair[::-1]):
            if set(frame.subjects) <= set(one):
                return replace(told, frame=replace(frame, objects=other))
    return told


def _done_for(told: _Told, verb: _Verb, acting: Side | None, subject: tuple[str, ...]) -> _Told:
    """Who builds what another uses, or wins what another orders, does it for the one before.

    利用B建设的数据中心; A采购服务器，B中标.
    """
    frame = told.frame
    if frame.objects or acting is None or acting.names == subject:
        return told
    is_built = frame.kind == "build" and (verb.is_relative or acting.case == "by")
    if not is_built and verb.sense is not SENSES["won"]:
        return told
    return replace(told, frame=replace(frame, objects=subject))


def _other_side(
    sense: Sense, before: Sequence[Side], after: Sequence[Side], *, is_passive: bool
) -> Side | None:
    """The group in the best case this verb knows; of two the one nearest to the verb."""
    sides = _sides(sense)
    if is_passive:
        sides = (*sides, "subject", "bare", "of")
    for case in sides:
        found = [side for side in (*reversed(before), *after) if side.case == case]
        # A make is no taker: who "supplies Nvidia chips" does not supply Nvidia.
        takers = [side for side in found if not side.is_make or sense.kind in {"buy", "lease"}]
        if takers:
            return takers[0]
    return None


def _turned(sense: Sense, other: Side | None) -> tuple[FrameKind, bool]:
    """What a "from" makes of a verb: supplied from somebody one buys, invested in one is given."""
    if other is None or other.case != "from" or "from" in sense.sides:
        return sense.kind, sense.turned
    return ("buy", False) if sense.kind == "sell" else (sense.kind, sense.kind == "invest")


def _telling(told: Sequence[_Told]) -> Iterator[Frame]:
    """Frames once each; what says more silences the rest: two sides one, a seller a make."""
    linked = [one for one in told if one.frame.subjects and one.frame.objects]
    sure = _names([one for one in linked if not one.is_weak])
    linked = [one for one in linked if not one.is_weak or _is_new(one.frame, sure)]
    parties = _names(linked)
    helpers = [
        one for one in told if one.frame.kind in _HELPING and parties.isdisjoint(one.frame.subjects)
    ]
    seen: set[tuple[object, ...]] = set()
    for one in sorted([*linked, *helpers], key=_start) if linked else told:
        key = (one.frame.kind, one.frame.subjects, one.frame.objects)
        if key not in seen:
            seen.add(key)
            yield one.frame


def _start(told: _Told) -> int:
    return told.frame.start


def _names(told: Sequence[_Told]) -> set[str]:
    return {name for one in told for name in (*one.frame.subjects, *one.frame.objects)}


def _is_new(frame: Frame, sure: set[str]) -> bool:
    """Whether a make sells what it makes: its buyer has no other seller, or it is a side itself."""
    return sure.isdisjoint(frame.subjects) or not sure.isdisjoint(frame.objects)
