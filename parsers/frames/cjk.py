"""Find who does what to whom in Chinese, Japanese and Korean sentences.

Here a side is marked at its name: by a preposition before it in Chinese (向B采购), by a particle
behind it in Japanese and Korean (Bから調達, B로부터 조달). A verb takes the sides between the verb
before it and itself, in Chinese also those behind; its subject may be that of the verb before.
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
    find_site_backers,
    find_speaker,
    find_subject,
    goes_through_unnamed,
    is_got,
    mask_companies,
    with_commas,
)
from parsers.frames.cjk_tenants import mark_tenants
from parsers.frames.cjk_turns import (
    CUSTOMER,
    MUTUAL,
    STAKE,
    Pair,
    Told,
    Verb,
    at_others,
    between,
    done_for,
    find_latter,
    join_builders,
    pair_of,
    served_by,
    settle_told,
    spent,
    told_besides,
)
from parsers.frames.cjk_words import (
    CHOSEN,
    COVERBS,
    LETS,
    NOMINAL,
    PRONOUN,
    RELATIVE,
    SENSES,
    TENDER,
    VERBS,
    Case,
    Language,
    Sense,
)
from parsers.frames.frame import MAKE, Frame, FrameKind
from parsers.types import Mention
from parsers.words import HAN, HANGUL, HIRAGANA, KATAKANA, pattern_of

_EAST_ASIAN: Final = f"[{HAN}{HANGUL}{HIRAGANA}{KATAKANA}]"
_SCRIPTS: Final[tuple[tuple[Language, re.Pattern[str]], ...]] = (
    ("ko", re.compile(f"[{HANGUL}]")),
    ("ja", re.compile(f"[{HIRAGANA}]|[{KATAKANA}]{{2}}")),
    ("zh", re.compile(f"[{HAN}]")),
)
_CLAUSE_END: Final = r"[，。；！？：]|[,:]\s|——"
_IS_FOR: Final = (
    r"[投注][资資][^，。；]{0,60}?(?:加速|加快|推[进進动動]|助力|用[于於])"
    r"[^，。；\ue000\ue001]{0,16}$"
)
_LONGEST: Final = 1500  # a longer sentence was made to keep us busy


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
    if not mentions or pattern_of(_EAST_ASIAN).search(sentence) is None:
        return ()
    sentence = sentence[:_LONGEST]
    ordered = sorted((m for m in mentions if m.end <= len(sentence)), key=lambda m: m.start)
    masked = mask_companies(sentence, ordered)
    language = next((name for name, script in _SCRIPTS if script.search(masked)), None)
    if language is None:
        return ()
    if language == "zh":
        masked = with_commas(sentence, masked)
    masked, lent = mark_tenants(masked, ordered, language)
    backers = find_site_backers(masked, ordered, language)
    masked = blot_out(masked, [(mention.start, end) for mention, end in backers])
    bystanders = find_bystanders(masked, ordered, language)
    masked = blot_out(masked, [(mention.start, end) for mention, end in bystanders])
    verbs = tuple(_find_verbs(masked, language))
    sides = find_sides(masked, ordered, language, [v.end for v in verbs if not v.is_nominal])
    found = _find_told(masked, sides, verbs, language)
    told = settle_told(masked, [one for one in found if one.frame.subjects or one.frame.objects])
    frames = [
        replace(frame, verb=frame.verb or sentence[frame.start : frame.end].lower())
        for frame in told
    ]
    frames += [*lent, *(_aside((m.company,), m.start, end) for m, end in bystanders)]
    frames += [_aside((m.company,), m.start, end, "finance") for m, end in backers]
    return tuple(sorted([*frames, *_unused_makes(sides, frames)], key=lambda frame: frame.start))


def _unused_makes(sides: Sequence[Side], frames: Sequence[Frame]) -> list[Frame]:
    """Makers whose product is named and who are no side: 达成英伟达GPU供应协议."""
    used = {name for frame in frames for name in (*frame.subjects, *frame.objects)}
    makes = (side for side in sides if side.is_make and used.isdisjoint(side.names))
    return [replace(_aside(side.names, side.start, side.end), verb=MAKE) for side in makes]


def _aside(names: tuple[str, ...], start: int, end: int, kind: FrameKind = "aside") -> Frame:
    return Frame(kind=kind, verb="", subjects=names, objects=(), start=start, end=end)


# --- verbs ----------------------------------------------------------------------------------------


def _find_verbs(masked: str, language: Language) -> Iterator[Verb]:
    """The verbs in order, each with its reach: from the verb before to the next, or its clause."""
    found = list(_verbs(language).any.finditer(masked))
    senses = VERBS[language]
    since = 0
    for place, verb in enumerate(found):
        following = found[place + 1].start() if place + 1 < len(found) else len(masked)
        clause = pattern_of(_CLAUSE_END).search(masked, verb.end(), following)
        sense = SENSES[senses[int(cast("str", verb.lastgroup)[3:])][0]]
        is_nominal = _verbs(language).nominal.match(masked, verb.end()) is not None
        yield Verb(
            sense=sense,
            start=verb.start(),
            end=verb.end(),
            since=since,
            until=clause.start() if clause else following,
            is_last=clause is not None or following == len(masked),
            is_nominal=is_nominal and sense.kind not in MUTUAL,
            is_relative=sense is not SENSES["serves"]
            and _verbs(language).relative.match(masked, verb.end()) is not None,
        )
        since = verb.end()


def _find_told(
    masked: str, sides: Sequence[Side], verbs: Sequence[Verb], language: Language
) -> Iterator[Told]:
    """One frame a verb; sides are used up by the verb that takes them."""
    subject = find_speaker(masked, sides)
    pair = Pair()
    used = 0
    for verb in verbs:
        since = verb.since if verb.is_relative else used
        before = [side for side in sides if side.start >= since and side.end <= verb.start]
        if (verb.is_nominal or (verb.is_relative and language != "zh")) and not (
            _is_directed(before, verb.sense)
        ):
            continue
        acting = _acting(before, verb.sense, language) or find_latter(masked, verb, sides, subject)
        if acting is None and _acts_unnamed(masked, verb):
            continue
        if acting is not None and is_got(acting, verb.sense):
            acting = find_subject(sides, verb.end) or (None if subject else acting)
        if language != "zh" and verb.is_relative and acting is None:
            acting = next((side for side in sides if side.start >= verb.end), None)
        after = _behind(masked, sides, verb, language, is_final=verb is verbs[-1])
        if language == "zh":
            before += _pronouns(masked, sides, verb, subject, acting)
        rest = [side for side in before if side is not acting]
        told = _told(_as_taking(masked, verb, rest), acting, rest, after, subject)
        told = join_builders(
            done_for(told, masked, verb, acting, subject), masked, acting, before, pair
        )
        told = between(served_by(told, masked, verb, acting, pair), pair)
        told = at_others(told, acting, rest, pair)
        pair = pair_of(told, acting, language, pair)
        subject = _next_subject(told, verb, acting, language) or subject
        if told.frame.objects or acting is not None or not before:
            gone = (*spent(told, before, masked), *(s for s in after if s.case in verb.sense.sides))
            used = max([used, *(side.end for side in gone)])
        # First: who buys for another is known as who serves it.
        yield from told_besides(told, masked, acting, before)
        if not (told.is_weak and goes_through_unnamed(masked, verb.start)):
            yield told


def _next_subject(
    told: Told, verb: Verb, acting: Side | None, language: Language
) -> tuple[str, ...]:
    """Who acts behind a verb where nobody else is said to; nobody where that stays as it was."""
    if acting is None or acting.case == "of" or verb.is_relative or told.gives_goods:
        return ()
    names = () if (acting.case, told.frame.kind) == ("by", "build") else acting.names
    lends = acting.case == "by" or told.frame.kind == "finance"
    if language == "zh" and verb.sense is SENSES["lend"] and lends:
        return told.frame.objects or acting.names  # A由B牵头融资以采购芯片, B为A融资: A采购
    return tuple(n for n in names if told.is_joint or n not in told.frame.objects)


def _as_taking(masked: str, verb: Verb, before: Sequence[Side]) -> Verb:
    """Who "lets" what another has rents it, as the press puts it: xAI의 데이터센터를 임대한다."""
    if verb.sense in CHOSEN and pattern_of(TENDER).search(masked[: verb.start]):
        return replace(verb, sense=SENSES["won"])
    cases = {side.case for side in before if not side.is_make}
    is_let = verb.sense is SENSES["sell"] and masked.startswith(LETS, verb.start)
    if is_let and "of" in cases and cases.isdisjoint({"to", "for", "from"}):
        return replace(verb, sense=SENSES["lease"])
    return verb


def _acts_unnamed(masked: str, verb: Verb) -> bool:
    """Whether who acts, or who is chosen, has no name."""
    if verb.sense is SENSES["build"] and pattern_of(_IS_FOR).search(
        masked, max(0, verb.start - 90), verb.start
    ):
        return True  # B gets money for it: 投资B，加速数据中心建设
    return verb.sense is SENSES["chosen"] or acts_unnamed(masked, verb.since, verb.start)


def _behind(
    masked: str, sides: Sequence[Side], verb: Verb, language: Language, *, is_final: bool
) -> Sequence[Side]:
    """The other sides that stand behind a verb, as they do in Chinese.

    Elsewhere a headline may add one as an afterthought: GPU 26만장 공급…삼성·SK에.
    """
    if verb.sense is SENSES["serves"]:
        return [side for side in sides if verb.end <= side.start < verb.until][:1]
    if language == "zh":
        return () if verb.is_relative else _after(sides, verb)
    if not is_final:
        return ()
    later = [side for side in sides if side.start >= verb.end]
    # Several at once, and no more said of them, are whom it is done to: "공급…삼성·SK·네이버".
    lists = [s for s in later if s.case == "bare" and len(s.names) > 1 and s.end == len(masked)]
    marked = [side for side in later if side.case in {"to", "from"}]
    return [*marked, *(replace(side, case="to") for side in lists)]


def _after(sides: Sequence[Side], verb: Verb) -> tuple[Side, ...]:
    """What a Chinese verb has behind it: its object, or who it is done for (提供给B, 来自B)."""
    behind = [side for side in sides if verb.end <= side.start < verb.until]
    is_got = bool(behind) and behind[0].is_make  # 转向谷歌芯片 英伟达…: who comes next is no object
    return tuple(
        replace(side, case="object") if side.case in {"bare", "of"} else side
        for side in (behind[:1] if is_got else behind)
        # In 采购芯片并与B… B belongs to the next verb.
        if side.case in {"bare", "of", "for", "from"} or verb.is_last
    )


def _pronouns(
    masked: str,
    sides: Sequence[Side],
    verb: Verb,
    subject: tuple[str, ...],
    acting: Side | None,
) -> list[Side]:
    """为其提供, 使用其芯片: who acted before, where another acts now, else the one named last."""
    case, place = _pronoun_of(masked, verb) or (None, 0)
    if case is None:
        return []
    earlier = [side for side in sides if side.end <= place and side is not acting]
    others = [side.names for side in earlier if side.names != subject and not side.is_make]
    names = others[-1] if others else ()
    if acting is not None and subject and acting.names != subject:
        names = subject
    return [Side(names=names, start=place, end=place + 1, case=case)] if names else []


def _pronoun_of(masked: str, verb: Verb) -> tuple[Case, int] | None:
    """How a verb's pronoun is marked, and where it stands; None without one."""
    for case, row in _verbs("zh").pronouns:
        if found := row.search(masked, verb.since, verb.start):
            return case, found.start()
    return ("object", verb.end) if pattern_of(PRONOUN).match(masked, verb.end) else None


def _is_directed(before: Sequence[Side], sense: Sense) -> bool:
    """Whether a side is marked so that even "supply contract" tells who supplies whom."""
    if sense.kind == "buy" and any(side.is_make for side in before):
        return True  # 구글 칩 도입 계획
    marked = {side.case for side in before} & {"from", "to", "for"}
    return sense.kind not in MUTUAL and not marked.isdisjoint(_sides(sense))


def _sides(sense: Sense) -> tuple[Case, ...]:
    """The cases of the other side; what is got "from" somebody turns some verbs round."""
    return ("from", *sense.sides) if sense.kind in {"sell", "invest", "finance"} else sense.sides


def _acting(before: Sequence[Side], sense: Sense, language: Language) -> Side | None:
    """The group that acts: marked as doing so, else the one that nothing marks.

    "A's chips" act only where nothing else does, or where they are what is chosen.
    """
    if sense.kind == "guarantee" and before and before[-1].case == "of":
        return before[-1]
    for case in ("by", "subject", "bare", "of"):
        found = [side for side in before if side.case == case]
        if case == "bare" and sense.kind in {"buy", "lease", "build"}:
            found = [side for side in found if not side.is_make]  # 绕道用英伟达芯片，砸10亿
        if found and (case != "of" or len(before) == 1 or sense is SENSES["chosen"]):
            headline = case == "bare" and language != "zh" and not found[-1].is_opening
            return found[0] if headline else found[-1]
    return None


def _told(
    verb: Verb,
    acting: Side | None,
    before: Sequence[Side],
    after: Sequence[Side],
    subject: tuple[str, ...],
) -> Told:
    """The frame of one verb: who acts, and the best marked other side."""
    sense = verb.sense
    if sense is SENSES["won"] and any(side.case == "with" for side in before):
        sense = SENSES["agree"]  # 与B签下大单
    if sense is SENSES["join"] and after and after[0].is_make:
        sense = SENSES["buy"]  # 牵手谷歌芯片
    subjects = acting.names if acting is not None else subject
    other = _other_side(sense, before, after, is_passive=bool(acting and acting.case == "by"))
    objects = tuple(name for name in other.names if name not in subjects) if other else ()
    if not objects and sense.kind in MUTUAL and acting is not None:
        place = acting.split or len(subjects) - 1 or 1
        subjects, objects = subjects[:place], subjects[place:]  # A与B签署
    kind, is_turned = _turned(sense, other)
    if is_turned:
        subjects, objects = objects, subjects
    frame = Frame(
        kind=kind,
        verb={SENSES["gains"]: STAKE, SENSES["customer"]: CUSTOMER}.get(verb.sense, ""),
        subjects=subjects,
        objects=objects,
        start=verb.start,
        end=verb.end,
    )
    return Told(frame=frame, is_weak=other is not None and other.is_make)


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
        may_make = sense.kind in {"buy", "lease"} or sense is SENSES["won"]
        takers = [side for side in found if may_make or not side.is_make]
        if takers:  # in "B's Nvidia chips" B has them to give
            return next((side for side in takers if not side.is_make), takers[0])
    return None


def _turned(sense: Sense, other: Side | None) -> tuple[FrameKind, bool]:
    """What a "from" makes of a verb: supplied from somebody one buys, invested in one is given."""
    if other is None or other.case != "from" or "from" in sense.sides:
        return sense.kind, sense.turned
    return ("buy", False) if sense.kind == "sell" else (sense.kind, True)
