"""Complete what Chinese, Japanese and Korean verbs tell from the verbs around them.

Two who have agreed trade with each other, who builds for another builds for the one before, two
who build together are partners; of all that was told only what says most is kept.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from parsers.frames.cjk_sides import Side, gives_goods
from parsers.frames.cjk_words import (
    FIGURE,
    LATTER,
    MADE_FOR_ONE,
    NAME,
    OVER,
    OWN_CHIPS,
    RAISES,
    SENSES,
    SOLD_WHOLE,
    TENANCY,
    Language,
    Sense,
)
from parsers.frames.frame import SUPPLIES_GOODS, Frame
from parsers.words import pattern_of

TRADES: Final = frozenset({"buy", "lease", "sell"})
# The verb of who gains a share in another, as frames name it.
STAKE: Final = "入股"
# The verb of who becomes a customer, as frames name it.
CUSTOMER: Final = "客户"
# What two sides do alike.
MUTUAL: Final = frozenset({"agree", "join"})
# Who does this to a deal may stand alone beside those who make it.
_HELPING: Final = frozenset({"finance", "guarantee", "build"})
_PUTS_EQUITY: Final = r"注资|注資|入股|增持"
_TOGETHER: Final = r"(?:共同|联合|聯合|一起|공동|함께|共に)\S{0,2}\s?$"
_BUILDS_JOINTLY: Final = (
    r"[共合]建|(?:共同|联合|聯合|携手|攜手|联手|聯手|合[作资資])\S{0,4}(?:建[设設造]|打造|兴建"
    r"|興建)"
    r"|共同(?:で|して)?\S{0,8}(?:建設|構築)|공동(?:으로)?\s?\S{0,8}(?:건설|구축)"
)
# Why the one before does what it does; "将为其" is what it does for the other.
_FOR_ITSELF: Final = (
    r"[，,]\s?(?:以|用于|用於|以便)?\s?(?:为|為)(?:其|自身|自己|自家)|[为為向给給]前者"
)
_JOINTLY: Final = r"(?:合[计計]|共同|[携攜联聯]手|[联聯]合|一起|一同|各自?|分[别別])\S{0,2}\s?$"
_ENDS: Final = r"[终終中]止|放[弃棄]|取消|叫停|[搁擱]置"
_NEAR: Final = 8
_AROUND: Final = 80  # characters beside a verb that may say what is agreed on
_OVER = tuple((noun, re.compile(row)) for noun, row in OVER)
_TAKES: Final = f"[{NAME}]{TENANCY}"
# A sum at the end of a clause that leaves its verb to the next: AはBに100億ドル、Cは50億ドルを投資.
_SUM_ALONE: Final = (
    r"\d[^、。,，]{0,12}(?:ドル|円|ユーロ|元|원|달러|유로|엔|億|억|조)[^、。,，]{0,6}[、,，]\s?$"
)
_GIVES: Final = frozenset({"invest", "finance", "sell", "buy"})
# Behind a verb: to build is why two agree, what each gives is another matter.
_IS_AIM: Final = (
    r"に向け|のため|を支援|での?[^、。]{0,4}(?:提携|協業|合意)|(?:을|를)?\s?(?:위한|위해|돕)"
)

_OF_CONTRACT: Final = r"(?:하는|할)\s[^.]{0,24}(?:계약|협약|합의)|する[^、。]{0,24}(?:契約|合意)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A frame; a weak one has its other side from the make of what is bought.

    `is_joint` tells of a site that both sides build: neither is said to use it.
    """

    frame: Frame
    is_weak: bool = False
    is_joint: bool = False

    @property
    def gives_goods(self) -> bool:
        """Whether goods are given to nobody named."""
        return self.frame.verb == SUPPLIES_GOODS


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two sides of an arrangement that was just told; `is_led` where one acts with another."""

    one: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    is_led: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
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


# --- one verb and those before --------------------------------------------------------------------


def find_latter(
    masked: str, verb: Verb, sides: Sequence[Side], subject: tuple[str, ...]
) -> Side | None:
    """Who acts where "the latter" does: the one named last that is not the subject so far."""
    found = pattern_of(LATTER).search(masked, verb.since, verb.start)
    if found is None:
        return None
    earlier = [s for s in sides if s.end <= found.start() and not s.is_make and s.names != subject]
    if not earlier:
        return None
    names = tuple(n for n in earlier[-1].names if n not in subject)[-1:] or earlier[-1].names
    return Side(names=names, start=found.start(), end=found.end(), case="subject")


def told_besides(
    told: Told, masked: str, acting: Side | None, before: Sequence[Side]
) -> Iterator[Told]:
    """What one verb tells of others: of whom it is done for, and of who does it too."""
    yield from _passed_on(told, before)
    yield from _with_gap(told, masked, acting, before)


def _passed_on(told: Told, before: Sequence[Side]) -> Iterator[Told]:
    """Who buys or rents "for" another sells to it: 为OpenAI租赁Crusoe的数据中心."""
    takers = [side.names for side in before if side.case == "for"]
    if takers and told.frame.kind in {"buy", "lease"} and told.frame.subjects:
        yield replace(told, frame=replace(told.frame, kind="sell", objects=takers[-1]))


def spent(told: Told, before: Sequence[Side], masked: str) -> Sequence[Side]:
    """The sides a verb uses up; with whom one has a contract to sell waits: B와 공급하는 계약."""
    waits = not told.frame.objects and pattern_of(_OF_CONTRACT).match(masked, told.frame.end)
    return () if waits and any(side.case == "with" for side in before) else before


def pair_of(told: Told, acting: Side | None, language: Language, last: Pair) -> Pair:
    """The two who agree, for the verbs behind; of AとB neither leads, so neither is who buys."""
    one, other = told.frame.subjects, told.frame.objects
    # 与 sets two beside each other, however they are marked; と and 와 do so in a list alone.
    is_led = language != "zh" and set(other).isdisjoint(acting.names if acting is not None else ())
    if told.frame.kind not in MUTUAL or not (is_led or language == "zh"):
        return last  # neither leads: neither is who buys
    return Pair(one=one, other=other, is_led=is_led)


def _with_gap(
    told: Told, masked: str, acting: Side | None, before: Sequence[Side]
) -> Iterator[Told]:
    """Who does the same for another sum, told once: AはBに100億ドル、Cは50億ドルを投資."""
    if acting is None or acting.case != "subject" or told.frame.kind not in _GIVES:
        return
    lead = masked[max(0, acting.start - _AROUND) : acting.start]
    earlier = [s for s in before if s.case == "subject" and s.end <= acting.start]
    if earlier and told.frame.objects and pattern_of(_SUM_ALONE).search(lead):
        names = tuple(name for name in earlier[-1].names if name not in told.frame.objects)
        if names:
            yield replace(told, frame=replace(told.frame, subjects=names))


def between(told: Told, pair: Pair) -> Told:
    """Two who have just agreed trade with each other: A与B签署协议，将采购算力."""
    frame = told.frame
    if frame.kind in TRADES | {"join"} and frame.subjects and not frame.objects:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if set(frame.subjects) <= set(one):
                return replace(told, frame=replace(frame, objects=other))
    return told


def at_others(told: Told, acting: Side | None, before: Sequence[Side], pair: Pair) -> Told:
    """Who uses what the other of two who agreed has: A与B签署，将在A的云上部署 has B buy."""
    if told.frame.kind not in {"buy", "lease"} or acting is not None:
        return told
    hosts = next((side.names for side in before if side.case == "from"), ())
    for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
        if hosts and other and set(hosts) <= set(one):
            return replace(told, frame=replace(told.frame, subjects=other, objects=hosts))
    return told


def served_by(told: Told, masked: str, verb: Verb, acting: Side | None, pair: Pair) -> Told:
    """Whom an agreement serves: A与B签署协议，为其模型提供算力 has B serve A.

    Two who have agreed invest together, or one raises from the other: A与B洽谈募资.
    """
    if told.frame.kind == "invest":
        return _invested_by(told, masked, verb, acting, pair)
    if told.frame.kind != "sell" or acting is not None or not pair.other:
        return told
    if pattern_of(_FOR_ITSELF).search(masked, verb.since, verb.start) is None:
        return told
    return replace(told, frame=replace(told.frame, subjects=pair.other, objects=pair.one))


def _invested_by(told: Told, masked: str, verb: Verb, acting: Side | None, pair: Pair) -> Told:
    """Who puts money in where two have agreed; who only raises some is given it by nobody."""
    frame = told.frame
    if verb.sense is SENSES["raises"] and not frame.subjects:
        others = pair.other if set(frame.objects) <= set(pair.one) else ()
        return replace(
            told, frame=replace(frame, subjects=others, objects=frame.objects if others else ())
        )
    pairs = (*pair.one, *pair.other)
    is_free = acting is None and pair.other and frame.objects
    lead = masked[max(0, verb.start - _NEAR) : verb.start]
    if is_free and set(pairs).isdisjoint(frame.objects) and pattern_of(_JOINTLY).search(lead):
        return replace(told, frame=replace(frame, subjects=pairs))
    return told


def done_for(
    told: Told, masked: str, verb: Verb, acting: Side | None, subject: tuple[str, ...]
) -> Told:
    """Who builds what another uses, or wins what another orders, does it for the one before.

    利用B建设的数据中心; A采购服务器，B中标. Who supplies goods to nobody named: 芯片由B供应.
    """
    frame = told.frame
    is_sold = verb.sense is SENSES["sell"] and frame.objects in {(), subject}
    if is_sold and acting is not None and gives_goods(masked, acting, verb.since, verb.end):
        return replace(told, frame=replace(frame, objects=(), verb=SUPPLIES_GOODS))
    if frame.objects or acting is None or acting.names == subject:
        return told
    is_built = frame.kind == "build" and (verb.is_relative or acting.case == "by")
    if not is_built and verb.sense is not SENSES["won"]:
        return told
    word = frame.verb if subject or not is_built else "built"
    return replace(told, frame=replace(frame, objects=subject, verb=word))


def join_builders(
    told: Told, masked: str, acting: Side | None, before: Sequence[Side], pair: Pair
) -> Told:
    """Two who build one site are partners: A与B新建数据中心, A와 B가 함께 짓는다, A、Bと建設.

    So are two who have agreed on it, where the verb has no side of its own. Who leads has the
    only other one build, as a lab does.
    """
    frame = told.frame
    if frame.kind != "build" or frame.objects or pattern_of(_IS_AIM).match(masked, frame.end):
        return told
    names = frame.subjects
    beside = next((side.names for side in reversed(before) if side.case == "with"), ())
    is_led = bool(beside)
    if beside and names:
        one, other = names, tuple(name for name in beside if name not in names)
    elif acting is None and pair.other and set(names) <= {*pair.one, *pair.other}:
        one, other, is_led = pair.one, pair.other, pair.is_led
    elif acting is not None and acting.case in {"subject", "bare"} and len(names) > 1:
        place = acting.split or len(names) - 1
        one, other = names[:place], names[place:]
    else:
        return told
    is_even = (
        pattern_of(_TOGETHER).search(masked, max(0, frame.start - _NEAR), frame.start) is not None
    )
    verb = "build" if is_led and len(other) == 1 and not is_even else ""
    joined = replace(frame, kind="join", subjects=one, objects=other, verb=verb)
    return replace(told, frame=joined, is_joint=True)


# --- all verbs of a sentence ----------------------------------------------------------------------


def settle_told(masked: str, told: Sequence[Told]) -> list[Frame]:
    """The frames of a sentence, once each, in which joint builders stay partners.

    What two do together with a sum or a capacity in it is a contract otherwise; who puts money
    in while another raises it invests in that one.
    """
    invested = [_with_taker(masked, one, told) for one in told]
    builders = {
        frozenset(_sides(one)): one.frame.verb
        for one in told
        if one.is_joint
        or (one.frame.kind == "join" and pattern_of(_BUILDS_JOINTLY).match(masked, one.frame.start))
    }
    sells_whole = pattern_of(SOLD_WHOLE).search(masked) is not None
    sells_whole = sells_whole or pattern_of(MADE_FOR_ONE).search(masked) is not None
    if sells_whole or pattern_of(OWN_CHIPS).search(masked) or pattern_of(_ENDS).search(masked):
        builders = {}
    has_figure = pattern_of(FIGURE).search(masked) is not None
    agreed = [_sides(one) for one in told if one.frame.kind == "agree" and one.frame.objects]
    backers = [one.frame.subjects for one in told if one.frame.kind == "invest"]
    frames: list[Frame] = []
    for one in _telling(invested):
        frame = one.frame
        verb = _building(_sides(one), builders) if frame.kind in MUTUAL else None
        if verb is not None:
            frame = replace(frame, kind="join", verb=verb)
        elif any(set(_sides(one)) == set(names) for names in backers):
            pass  # the sum is what both invest in another
        elif frame.kind == "join" and (has_figure or sells_whole) and _is_same(one, agreed):
            frame = replace(frame, kind="agree")
        frames.append(replace(frame, verb=_name_over(masked, frame)))
    return frames


def _name_over(masked: str, frame: Frame) -> str:
    """The verb of two who agree with the noun of what they agree on; any other stays as it is."""
    if frame.kind != "agree" or frame.verb:
        return frame.verb
    around = masked[max(0, frame.start - _AROUND) : frame.end + _AROUND]
    noun = next((noun for noun, row in _OVER if row.search(around)), "")
    taken = " tenancy" if pattern_of(_TAKES).search(around) else ""
    return f"{masked[frame.start : frame.end]} {noun}{taken}".rstrip()


def _is_same(told: Told, agreed: Sequence[Sequence[str]]) -> bool:
    """Whether those who join are who agreed, or nobody else did: 与A达成协议，将与B、C合作."""
    return not agreed or any(set(names) <= set(_sides(told)) for names in agreed)


def _building(names: Sequence[str], builders: Mapping[frozenset[str], str]) -> str | None:
    """The verb by which some build together; None where they do not."""
    return next((verb for group, verb in builders.items() if group.issuperset(names)), None)


def _with_taker(masked: str, told: Told, every: Sequence[Told]) -> Told:
    """Who invests in whom, where the verb leaves it out: the one that raises, the only other."""
    frame = told.frame
    if frame.kind != "invest" or frame.objects or not frame.subjects:
        return told
    if pattern_of(_PUTS_EQUITY).match(masked, frame.start):
        takers = _others_dealt(frame.subjects, every)
    elif frame.verb == STAKE:
        given = {n for one in every if _is_given(one, frame.subjects) for n in _sides(one)}
        names = {name for one in every for name in _sides(one)}.difference(frame.subjects, given)
        takers = tuple(names) if len(names) == 1 else ()
    elif pattern_of(RAISES).search(masked):
        others = [one.frame.subjects for one in every if one.frame.subjects != frame.subjects]
        takers = next((names for names in others if set(names).isdisjoint(frame.subjects)), ())
    else:
        return told
    return replace(told, frame=replace(frame, objects=takers))


def _is_given(told: Told, names: Sequence[str]) -> bool:
    """Whether some are told to give their own shares, which is no stake that they take."""
    return told.frame.kind == "invest" and not set(names).isdisjoint(told.frame.objects)


def _others_dealt(names: Sequence[str], every: Sequence[Told]) -> tuple[str, ...]:
    """The only company that some deal with: A与B扩大合作，B再注资; A采购B芯片、入股10%."""
    deals = MUTUAL | TRADES
    pairs = [_sides(one) for one in every if one.frame.kind in deals and one.frame.objects]
    others = {name for pair in pairs if set(names) <= set(pair) for name in pair} - set(names)
    return tuple(others) if len(others) == 1 else ()


def _sides(told: Told) -> tuple[str, ...]:
    return (*told.frame.subjects, *told.frame.objects)


def _telling(told: Sequence[Told]) -> Iterator[Told]:
    """What was told once each; what says more silences the rest: two sides one, a seller a make."""
    linked = [one for one in told if one.frame.subjects and one.frame.objects]
    lending = {"finance", "guarantee"}
    sure = _names([one for one in linked if not one.is_weak and one.frame.kind not in lending])
    linked = [one for one in linked if not one.is_weak or _is_new(one.frame, sure)]
    parties = _names(linked)
    helpers = [
        one
        for one in told
        if (one.frame.kind in _HELPING or one.gives_goods)
        and parties.isdisjoint(one.frame.subjects)
    ]
    seen: set[tuple[object, ...]] = set()
    for one in sorted([*linked, *helpers], key=_start) if linked else told:
        key = (one.frame.kind, one.frame.subjects, one.frame.objects)
        if key not in seen:
            seen.add(key)
            yield one


def _start(told: Told) -> int:
    return told.frame.start


def _names(told: Sequence[Told]) -> set[str]:
    return {name for one in told for name in _sides(one)}


def _is_new(frame: Frame, sure: set[str]) -> bool:
    """Whether a make sells what it makes: its buyer has no other seller, or it is a side itself."""
    return sure.isdisjoint(frame.subjects) or not sure.isdisjoint(frame.objects)
