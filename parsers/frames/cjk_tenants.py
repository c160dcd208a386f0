"""Set who takes a site apart from who pays for it, builds it or wins its tenant.

A clause in front of a site tells whose it will be ("오라클이 쓸 시설에 대출"). Its verb is none
of the sentence's, so it becomes a mark of the tenant ("오라클용"). In Korean a host that "secures X
as tenant" buys nothing from it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from parsers.frames.cjk_words import BLANK, NAME, Language
from parsers.frames.frame import Frame, FrameKind
from parsers.types import Mention
from parsers.words import pattern_of

# Behind a name: it will take the site that follows.
_TAKES: Final[Mapping[Language, str]] = {
    "zh": (
        r"(?:公司)?(?:将|將|拟|擬|所|独家|獨家){0,2}(?:承租|租用|租赁|租賃|租下|入驻|入駐|使用)的"
        rf"(?=[^，。；{NAME}]{{0,20}}(?:数据中心|數據中心|資料中心|园区|園區|机房|機房|项目|專案))"
    ),
    "ja": (
        rf"(?:が|の)(?:[^、。はをが{NAME}]{{1,10}}で)?(?:入居|利用|使用|賃借|借り|使う|活用)"
        r"[ぁ-ん]{0,4}(?:予定の|予定する)?"
        rf"(?=[^、。{NAME}]{{0,24}}(?:データ\s?センター|施設|拠点|キャンパス|dc))"
        # Its own site, that somebody pays for: "Xが設けるデータセンターの資金".
        rf"|が[^、。{NAME}]{{0,12}}(?:設け|建て|整備|建設|計画)[ぁ-ん]{{0,4}}"
        rf"(?=[^、。{NAME}]{{0,12}}(?:データ\s?センター|施設|拠点)の[^、。{NAME}]{{0,6}}資金)"
    ),
    "ko": (
        r"(?:이|가)?\s?(?:전량\s|장기\s?)?(?:쓸|쓰는|사용할|이용할|활용할|빌릴|빌린|임차(?:할|한|하는)?"
        r"|입주(?:할|한|하는)?|세\s?들)\s(?:예정인\s)?"
        rf"(?=[^,.{NAME}]{{0,24}}(?:데이터\s?센터|캠퍼스|시설|클러스터|[ia]i?dc))"
    ),
}
# Whose doing another's money goes along with: "Xが整備するのに合わせ、出資する".
_GOES_ALONG: Final = (
    r"が[^。]{0,60}のに(?:合わせ|応じ|伴い|併せ)て?(?=、[^。]{0,40}(?:出資|投資|拠出|融資))"
)
# What is done for the site behind: money is lent, or it is built.
_DONE: Final[Mapping[Language, str]] = {
    "zh": r"贷款|貸款|融资|融資|债券|債券|银团|銀團|再融|建设|建設|兴建|興建|承建",
    "ja": r"融資|貸し付け|貸付|社債|債券|引き受け|資金|建設|開発|整備|着工",
    "ko": r"대출|융자|채권|회사채|사채|금융|자금|건설|구축|개발|조성|짓|착공",
}
# Behind a name: it will buy with what is lent, from a maker who may be named.
_BUYS: Final[Mapping[Language, str]] = {
    "zh": "(?!)",
    "ja": (
        rf"(?:の|による)(?P<maker>[{NAME}]+(?:製|の)?)?[^、。{NAME}]{{0,16}}?(?P<verb>購入|調達|導入|取得)"
        r"(?:資金|費用|代金)?(?:に|のため|向けに?)、?(?=[^。]{0,30}(?:融資|貸し付け|貸付|社債|引き受け))"
    ),
    "ko": (
        rf"(?:의|이|가)?\s(?P<maker>[{NAME}]+(?:의|산|제)?\s)?[^,.{NAME}]{{0,16}}?"
        r"(?P<verb>구매|매입|구입|도입)(?:하는\s?데)?(?:\s?(?:자금|비용|대금))?(?:에|용|으로)?\s"
        r"(?=[^.]{0,30}(?:대출|융자|채권|금융))"
    ),
}
# Behind a name at the end of a headline: it is one of those who lend.
_AMONG_BANKS: Final = (
    r"(?:など|ら|を含む)の?[^、。\s]{0,4}?(?:\d+|[二三四五六七八九十数]+)(?:行|銀行)"
    r"|\s?등\s(?:[가-힣]{2,4}\s)?\d+개\s?(?:은행|금융사|금융기관)"
    r"|等[一二三四五六七八九十\d]+家(?:银行|銀行|金融机构|金融機構)"
)
# Behind a name that is not the first: its site is built by the first one.
_BUILT: Final[Mapping[Language, str]] = {
    "zh": "(?!)",
    "ja": (
        rf"の[^、。{NAME}](?=[^、。{NAME}]{{0,16}}(?:データ\s?センター|施設|キャンパス)(?:の|を)?"
        r"[^、。]{0,6}(?:受注|請け負|施工|建設工事))"
    ),
    "ko": (
        rf"(?:의)?(?=\s[^,.{NAME}]{{0,24}}(?:데이터\s?센터|캠퍼스|클러스터|[ia]i?dc)(?:를|을)?\s?"
        r"(?:신축\s|건설\s)?(?:공사|시공|짓[는기]|지어|지을|신축|착공))\s."
    ),
}
_LOAN: Final = "融資|融资|貸|贷|대출|융자"
_FOR: Final[Mapping[Language, str]] = {"zh": "", "ja": "向け", "ko": "용"}
# A tenant that is won, and the place where a word of its own for that is put.
_AS_TENANT: Final = (
    r"(?P<as>(?:앵커\s?|핵심\s?|첫\s?|주요\s?|장기\s?)?(?:테넌트|임차인|입주사|고객사?|수요처)(?:으로|로)\s?)"
    rf"(?=[{NAME}]+[을를]?\s?(?P<won>확보|두고|둔|들이|맞[아은이]|잡[아은고]))"
)
_IS_WON: Final = (
    rf"(?<=[{NAME}][을를] )(?:앵커\s?|핵심\s?|첫\s?|주요\s?|장기\s?)?"
    r"(?:테넌트|임차인|입주사|고객사?)"
    r"(?:으로|로)\s(?=확보|두고|둔 |들이|맞[아은이]|잡[아은고])"
)
WINS: Final = "유치"
_ENDS_AT: Final = 2


def mark_tenants(
    masked: str, mentions: Sequence[Mention], language: Language
) -> tuple[str, list[Frame]]:
    """A masked sentence in which who takes a site, or what is lent, is whom it is done for.

    With it comes what is told of buying with a loan, and of lenders named behind it.
    """
    frames: list[Frame] = []
    for mention in mentions:
        found = pattern_of(_BUYS[language]).match(masked, mention.end)
        if found and not any(mention.company in frame.objects for frame in frames):
            frames.append(_bought(mention, found, mentions))
            masked = _marked(masked, found.span(), language)
        found = pattern_of(_TAKES[language]).match(masked, mention.end)
        if found and pattern_of(_DONE[language]).search(masked, found.end()):
            masked = _marked(masked, found.span(), language)
        found = pattern_of(_BUILT[language]).match(masked, mention.end)
        if found and mention is not mentions[0]:
            masked = _marked(masked, found.span(), language)
        if language == "ja" and (found := pattern_of(_GOES_ALONG).match(masked, mention.end)):
            masked = _marked(masked, found.span(), language)
        if pattern_of(_AMONG_BANKS).match(masked, mention.end) and pattern_of(_LOAN).search(masked):
            frames.append(_frame("finance", "", mention, ()))
    return (_as_won(masked) if language == "ko" else masked), frames


def _bought(mention: Mention, found: re.Match[str], mentions: Sequence[Mention]) -> Frame:
    """What is bought with what another lends: in "X의 엔비디아 GPU 구매에 대출" X buys."""
    makers = (m.company for m in mentions if found.start() <= m.start < found.end())
    return _frame("buy", found["verb"], mention, tuple(makers))


def _frame(kind: FrameKind, verb: str, mention: Mention, objects: tuple[str, ...]) -> Frame:
    return Frame(
        kind=kind,
        verb=verb,
        subjects=(mention.company,),
        objects=objects,
        start=mention.start,
        end=mention.end,
    )


def _marked(masked: str, place: tuple[int, int], language: Language) -> str:
    """A masked sentence in which what stands at a place marks whom something is done for."""
    start, end = place
    return masked[:start] + _FOR[language].ljust(end - start, BLANK) + masked[end:]


def _as_won(masked: str) -> str:
    """A Korean sentence whose host "wins" a tenant where it has one as such."""
    letters = list(masked)
    for found in pattern_of(_AS_TENANT).finditer(masked):
        letters[found.start("as") : found.end("as")] = BLANK * len(found["as"])
        letters[found.start("won") : found.start("won") + _ENDS_AT] = WINS
    for found in pattern_of(_IS_WON).finditer(masked):
        letters[found.start() : found.end()] = BLANK * len(found[0])
        letters[found.end() : found.end() + _ENDS_AT] = WINS
    return "".join(letters)
