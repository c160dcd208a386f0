"""Find the sides of a deal in Chinese, Japanese and Korean: companies, listed or alone, by case.

Every company of a sentence is masked first, so that no part of a name reads as a verb; those who
only stand by (a backer, a rival, an analyst's bank) are blotted out.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from parsers.frames.cjk_words import (
    BACKERS,
    BACKS_SITE,
    BLANK,
    BYSTANDER_AFTER,
    COVERB_GAP,
    COVERBS,
    COVERBS_JA,
    LISTS,
    LOOSE_LISTS,
    NAME,
    PARTICLES,
    PASSING,
    PRODUCT,
    RIVAL_BEFORE,
    SPEAKS,
    SUFFIXES,
    WE,
    Case,
    Language,
    Sense,
)
from parsers.types import Mention
from parsers.words import HAN, fold, pattern_of

# Also the codes of an exchange behind a name: KDDI<9433>, 中贝通信[603220.SH], 삼성전자〈005930〉.
_IN_BRACKETS: Final = (
    r"[(（][^()（）]{0,60}[)）]|[<＜〈\[［【][0-9a-z]{3,6}(?:\.[a-z]{1,2})?[>＞〉\]］】]"
)
# Names side by side and nothing else: "4대 그룹(삼성전자·SK그룹)", "三大云厂商（亚马逊、微软）".
_MEMBERS: Final = rf"[(（][{NAME}]+(?:\s?[·ㆍ・、,，/]\s?[{NAME}]+)+(?:\s?등|等|など)?[)）]"
_SPACE: Final = rf"[\s{BLANK}]*"
# Where a firm is from, and what it does: "A、米B", "A、半導体大手のB", "과 한국 공급사 B".
_LAND: Final = (
    r"(?:[米美英独德法仏韓韩台印]国?の?)?"
    r"|(?:미국|한국|일본|중국|대만|영국|독일|프랑스|국내|현지)?\s?(?:[가-힣]{2,6}\s)?"
    r"(?:(?:공급|운영|개발|제조|협력)사|업체|기업|스타트업)\s"
)
_TRADE: Final = (
    rf"(?:[米美英独德法仏韓韩台印]国?の?)?[^、。はがをにと\s{NAME}]{{2,10}}?(?:大手|新興|企業|会社"
    r"|メーカー|事業者)の?"
)
_LOOK_BACK: Final = 40
# Behind a make: it is what is got (NVIDIA GB200を導入), not who gets it.
_IS_GOT: Final = (
    rf"[^、。,.\s{NAME}]{{0,14}}?"
    r"(?:を|을|를|\s?(?:확보|구매|도입|조달|임차|採用|導入|調達|購入|利用))"
)
_RIVAL_OF: Final = (
    rf"[{NAME}{BLANK}](?:의|の|的)\s?(?:주요|최대|강력한|유력|오랜|最大の|主要な|最大|主要)?\s?$"
)
_NEW_CLAUSE: Final = rf"[^\s、，,・：:「『とやはがにのをで{NAME}]\s[米英独仏中韓]?$"
_UNNAMED: Final = (
    rf"(?<!自)(?<!理)由[^，。；、{NAME}]{{2,12}}(?:为|為|向|给|給)[其它]?$"
    # What a state forbids is nobody's deed: 美国禁止向中国出售.
    rf"|(?:禁止|不准|严禁|嚴禁|不允许|不允許|限制)[^，。；{NAME}]{{0,16}}$"
)
# Between two who are marked alike: 与云服务商A及AI新创B签署.
_WITH_TRADE: Final = (
    rf"[\s{BLANK}]*(?:、|以?及|和|与|與)[^，。；、{NAME}]{{0,14}}"
    r"(?:公司|企业|企業|业者|業者|[厂廠]商|供[应應]商|服[务務]商|[运營营]商|提供商|新[创創]|初[创創]"
    r"|巨[头頭]|平台|[龙龍][头頭])\s?"
)
_THROUGH: Final = (
    rf"(?:通过|通過|透过|透過|借助|藉由|藉着|藉著)(?:租[用赁賃]?|承租|使用|[采採][购購用])[^。；{NAME}]{{2,24}}[，,]\s?"
    r"(?:以|来|來|从而|從而|进而|進而)\s?$|"
    rf"(?:通过|透过|透過|借助|经由|經由|借道)[^，。；{NAME}]{{3,24}}$"
    rf"|[^、。{NAME}]{{3}}を(?:通じ|介し|経由)|[^,.{NAME}]{{3}}(?:를|을)\s?(?:통해|거쳐)"
)
# Behind a name: it bids with those named before it, as one.
_CONSORTIUM: Final = (
    r"[^，。；]{0,40}?(?:组成|組成|组建|組建|结成|結成)[^，。；]{0,6}"
    r"(?:联合体|聯合體|联营体|聯營體|财团|財團)"
)
_SPACE_OF_CLAUSES: Final = rf"(?<=[{HAN}])[ \u3000](?=[{HAN}])"
# A comma as we set it; between two names it lists them, between digits it is part of a number.
_COMMA: Final = rf"(?<![\d{NAME}]),|,(?![\d\s{NAME}])|(?<=[{HAN}]):(?!\d)"
# What fills somebody's site, or is let to it: 芯片由B供应, B供应服务器.
_GOODS: Final = "芯片|晶片|gpu|服务器|伺服器|加速卡|加速器|显卡|顯卡|机柜|機櫃|算力"
_GOODS_BY: Final = rf"(?:{_GOODS})[^，。；、{NAME}]{{0,6}}由[^，。；、{NAME}]{{0,16}}$"
_GIVES_GOODS: Final = (
    rf"[^，。；、{NAME}]{{0,10}}(?:{_GOODS})(?![^，。；、]{{0,4}}(?:技术|技術|方案|平台))"
)
_LISTED: Final = frozenset({"with", "from", "to", "for"})
_DOT: Final = "[·ㆍ・]"
_AND: Final = "[与與和跟と와과×]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """How one language marks sides, as patterns."""

    coverbs: tuple[tuple[Case, re.Pattern[str]], ...]
    particles: tuple[tuple[Case, re.Pattern[str]], ...]
    lists: re.Pattern[str]
    loose_lists: re.Pattern[str]
    acting_list: re.Pattern[str]
    backers: re.Pattern[str]
    site: re.Pattern[str]


@cache
def _marks(language: Language) -> _Marks:
    """The patterns of a language, made when its first sentence comes: most news is in English."""
    suffix = f"{_SPACE}{SUFFIXES[language]}{_SPACE}"
    coverbs = {"zh": COVERBS, "ja": COVERBS_JA, "ko": ()}[language]
    acts = dict(PARTICLES[language]).get("subject", "(?!)")
    return _Marks(
        coverbs=tuple((case, re.compile(f"(?:{row}){COVERB_GAP}$")) for case, row in coverbs),
        particles=tuple(
            (case, re.compile(f"{suffix}(?:{row})")) for case, row in PARTICLES[language]
        ),
        lists=re.compile(f"{suffix}(?:{LISTS[language]}){_SPACE}(?:{_LAND})"),
        loose_lists=re.compile(f"{suffix}(?:{LOOSE_LISTS[language]}){_SPACE}(?:{_LAND}|{_TRADE})"),
        acting_list=re.compile(
            rf"(?:{suffix}(?:{LOOSE_LISTS[language]}){_SPACE}(?:{_LAND}|{_TRADE})[{NAME}]+)+"
            rf"{suffix}(?:{acts}|との間)"
        ),
        backers=re.compile(BACKERS[language]),
        site=re.compile(BACKS_SITE[language]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Companies that stand together, and how they are marked.

    `is_make` means their product. `split` tells how many stand before an "and": two sides, maybe.
    `is_opening` tells that a new clause begins with them, as behind a Japanese headline's space.
    """

    names: tuple[str, ...]
    start: int
    end: int
    case: Case
    is_make: bool = False
    split: int = 0
    is_opening: bool = False


# --- the text -------------------------------------------------------------------------------------


def mask_companies(sentence: str, mentions: Sequence[Mention]) -> str:
    """The folded sentence with each company written in letters no verb has, brackets blank."""
    letters = list(fold(sentence))
    for place, mention in enumerate(mentions):
        sign = NAME[place % 2]
        letters[mention.start : mention.end] = sign * (mention.end - mention.start)
    return pattern_of(_IN_BRACKETS).sub(_without_brackets, "".join(letters))


def _without_brackets(found: re.Match[str]) -> str:
    """A bracket blank; of one that lists the members of a group, only its signs."""
    is_list = pattern_of(_MEMBERS).fullmatch(found[0]) is not None
    return f"{BLANK}{found[0][1:-1]}{BLANK}" if is_list else BLANK * len(found[0])


def with_commas(sentence: str, masked: str) -> str:
    """A masked Chinese sentence with a comma of its own for each of ours that parts two clauses.

    So do spaces between two signs; they stand around words in letters of ours too.
    """
    letters = list(pattern_of(_COMMA).sub("，", masked))
    for space in pattern_of(_SPACE_OF_CLAUSES).finditer(sentence):
        letters[space.start()] = "，"
    return "".join(letters)


def find_bystanders(
    masked: str, mentions: Sequence[Mention], language: Language
) -> tuple[tuple[Mention, int], ...]:
    """Who only stands by: a backer of the next name, a rival, an analyst.

    Each with the place where the words end that tell so.
    """
    passing = [found.span() for found in pattern_of(PASSING).finditer(masked)]
    ends = (
        (mention, _bystander_end(masked, mention, language, passing))
        for mention in mentions
        if masked[mention.start] != BLANK
    )
    return tuple((mention, end) for mention, end in ends if end is not None)


def _bystander_end(
    masked: str, mention: Mention, language: Language, passing: Sequence[tuple[int, int]]
) -> int | None:
    if any(start <= mention.start < end for start, end in passing):
        return mention.end
    blank = pattern_of(f"{BLANK}*").match(masked, mention.end)
    if found := _marks(language).backers.match(masked, blank.end() if blank else mention.end):
        return found.end()
    if found := pattern_of(BYSTANDER_AFTER).match(masked, mention.end):
        return found.end()
    lead = masked[max(0, mention.start - _LOOK_BACK) : mention.start]
    rival = pattern_of(RIVAL_BEFORE).search(lead)
    # Who is called by its rival acts itself: 앤스로픽의 경쟁사인 오픈AI가.
    is_called = rival and pattern_of(_RIVAL_OF).search(lead, 0, rival.start())
    return mention.end if rival and not is_called else None


def find_site_backers(
    masked: str, mentions: Sequence[Mention], language: Language
) -> tuple[tuple[Mention, int], ...]:
    """Who stands behind the site another one takes, each with where the words end that say so."""
    ends = ((mention, _marks(language).site.match(masked, mention.end)) for mention in mentions)
    return tuple((mention, found.end()) for mention, found in ends if found is not None)


def blot_out(masked: str, places: Sequence[tuple[int, int]]) -> str:
    """A masked sentence with some stretches blank."""
    letters = list(masked)
    for start, end in places:
        letters[start:end] = BLANK * (end - start)
    return "".join(letters)


def find_speaker(masked: str, sides: Sequence[Side]) -> tuple[str, ...]:
    """Who says "we": the company named as speaking; nobody where there is no "we"."""
    if pattern_of(WE).search(masked) is None:
        return ()
    return next((side.names for side in sides if pattern_of(SPEAKS).match(masked, side.end)), ())


def acts_unnamed(masked: str, start: int, end: int) -> bool:
    """Whether somebody without a name acts between two places: 由数据中心为其提供."""
    return pattern_of(_UNNAMED).search(masked, start, end) is not None


def goes_through_unnamed(masked: str, end: int) -> bool:
    """Whether something is got through somebody without a name: 透過日本雲端公司取得輝達晶片.

    Who made it then sells nothing to who gets it.
    """
    return pattern_of(_THROUGH).search(masked, max(0, end - _LOOK_BACK), end) is not None


def is_got(side: Side, sense: Sense) -> bool:
    """Whether a side that nothing marks as acting is whose product, or share, another one gets."""
    if sense.kind in {"buy", "lease", "sell"}:
        return side.is_make and side.case == "of"  # NVIDIAのチップを
    return sense.kind == "invest" and side.case == "of" and not sense.turned


def gives_goods(masked: str, side: Side, start: int, end: int) -> bool:
    """Whether who acts in a verb is said to give chips or servers: 服务器由B提供, B供应服务器."""
    if side.case == "by":
        return pattern_of(_GOODS_BY).search(masked, start, side.start) is not None
    return side.case == "bare" and pattern_of(_GIVES_GOODS).match(masked, end) is not None


def find_subject(sides: Sequence[Side], place: int) -> Side | None:
    """Who acts in what follows: チップを利用して、ソフトバンクが構築."""
    return next((s for s in sides if s.start >= place and s.case == "subject"), None)


# --- sides ----------------------------------------------------------------------------------------


def find_sides(
    masked: str, mentions: Sequence[Mention], language: Language, stops: Sequence[int]
) -> tuple[Side, ...]:
    """The companies in order, those listed together as one side, each with its case.

    `stops` are the ends of verbs: no preposition reaches across one.
    """
    sides: list[Side] = []
    for mention in mentions:
        if masked[mention.start] == BLANK:
            continue
        last = sides[-1] if sides else None
        since = max([0 if last is None else last.end, *_until(stops, mention.start)])
        case = _case(masked, mention, since, language)
        one = Side(
            names=(mention.company,),
            start=mention.start,
            end=mention.end,
            case=case,
            is_opening=language == "ja" and _opens_clause(masked, mention.start),
        )
        while sides and _is_one_side(
            masked,
            sides[-1],
            one,
            language,
            first=len(sides) == 1 or _follows_dots(masked, sides[-1].start),
        ):
            one = _joined(masked, sides.pop(), one, language)
        sides.append(_as_make(masked, one))
    return tuple(sides)


def _as_make(masked: str, side: Side) -> Side:
    """A side that is only the make of a product; a bare one that is got is nobody who acts."""
    blank = pattern_of(f"{BLANK}*").match(masked, side.end)
    product = pattern_of(PRODUCT).match(masked, blank.end() if blank else side.end)
    if product is None:
        return side
    is_got = side.case == "bare" and pattern_of(_IS_GOT).match(masked, product.end()) is not None
    return replace(side, is_make=True, case="of" if is_got else side.case)


def _follows_dots(masked: str, place: int) -> bool:
    """Whether a headline's second part begins: "A, B에 공급…B, A 지분 확보"."""
    return masked[max(0, place - 2) : place].rstrip().endswith(("…", "..", "—", "―"))


def _opens_clause(masked: str, place: int) -> bool:
    return pattern_of(_NEW_CLAUSE).search(masked[max(0, place - 3) : place]) is not None


def _until(stops: Sequence[int], place: int) -> Sequence[int]:
    """The last stop up to a place, if there is one."""
    number = bisect_right(stops, place)
    return stops[number - 1 : number] if number else ()


def _case(masked: str, mention: Mention, since: int, language: Language) -> Case:
    """How a name is marked: in Chinese by what leads to it, else by what is glued to it."""
    if language == "zh" and pattern_of(_CONSORTIUM).match(masked, mention.end):
        return "subject"
    marks = _marks(language)
    lead = masked[max(since, mention.start - _LOOK_BACK) : mention.start]
    leading = [(found.start(), case) for case, row in marks.coverbs if (found := row.search(lead))]
    if leading:
        return max(leading)[1]
    return next((case for case, row in marks.particles if row.match(masked, mention.end)), "bare")


def _is_one_side(masked: str, last: Side, one: Side, language: Language, *, first: bool) -> bool:
    """Whether two names are listed. Behind the first name of a headline a comma may end it."""
    gap = masked[last.end : one.start]
    if _marks(language).lists.fullmatch(gap):
        return True
    if language == "zh":
        return last.case in _LISTED and pattern_of(_WITH_TRADE).fullmatch(gap) is not None
    marks = _marks(language)
    if marks.loose_lists.fullmatch(gap) is None:
        return False
    if not first or one.case == "subject":
        return True
    if len(last.names) > 1:  # a list with dots is over at its comma: "A·B·C, D GPU 도입"
        is_over = last.split and one.case == "for"  # "AとB、C向けに": who act, and for whom
        return not is_over and pattern_of(_DOT).search(masked, last.start, last.end) is None
    return marks.acting_list.match(masked, one.end) is not None


def _joined(masked: str, last: Side, one: Side, language: Language) -> Side:
    """Two listed sides as one: Chinese marks the first of a list, the others the last."""
    is_and = pattern_of(_AND).search(masked, last.end, one.start) is not None
    return replace(
        one,
        names=tuple(dict.fromkeys((*last.names, *one.names))),
        start=last.start,
        case=last.case if language == "zh" else one.case,
        split=last.split or (len(last.names) if is_and else 0),
    )
