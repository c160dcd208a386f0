"""Find where Chinese, Japanese and Korean text names a company that no list knows.

These scripts set no capitals: a name shows by the tail companies carry and by its neighbours.
"""

import re
from collections.abc import Sequence
from typing import Final

from parsers.name_words import FIRST_NAMES, PLACES, PRODUCTS
from parsers.types import Mention
from parsers.words import fold

_MOST: Final = 4
_MOST_KNOWN: Final = 50
_WORDLIKE: Final = re.compile(r"[a-z]{2}")
_NAMELESS: Final = PRODUCTS | PLACES | FIRST_NAMES
_GATE: Final = re.compile(
    "协议|協議|合同|签|簽|租|采购|採購|合作|供应|供應|订单|訂單|算力|契約|提携|供給|賃貸|締結|調達"
    "|계약|임대|공급|협력|체결|협약|제휴|도입|구축"
)
_ZH_TAIL: Final = (
    "科技|集团|集團|智算|云计算|雲端|数据|數據|能源|电力|電力|股份|智能|信息|通信|电子|電子|控股"
    "|资本"
)
_NAME: Final = re.compile(
    rf"""
    # Chinese: after a word that joins sides, or where a clause begins; before what sides do.
    (?:^|(?<=[，。：；、【「“”"\s])|(?<=[与和向由给同跟與從从]))
    (?P<zh>(?![与和向由给同跟與從从])[\u4e00-\u9fff]{{2,6}}(?:{_ZH_TAIL}))
    (?=[（(”」]|[与與和]|签|簽|达成|達成|宣布|宣佈|拟|擬|将|將|租|采购|採購|中标|获|提供|合作|供应)
  | (?<=[与與和同跟])(?P<zh_with>[\u4e00-\u9fff]{{3,8}}?)
    (?=签订|簽訂|签署|簽署|签约|簽約|签下|簽下|达成|達成)
    # A listed firm's own notice.
  | (?:^|(?<=[，。：；日讯\s]))(?P<zh_notice>[\u4e00-\u9fff]{{2,5}}?)
    (?=(?:发布|發布)?公告[，,称表显：:]|晚间公告|[（(]\d{{6}}(?:\.[A-Z]{{2}})?[）)])
    # Japanese: the form the law asks for.
  | 株式会社(?P<ja>[\u30a1-\u30fc\u4e00-\u9fffA-Za-z]{{2,16}})(?=[はがとにをのへ、（(]|から)
  | (?P<ja_tail>[\u30a1-\u30fc]{{3,12}}(?:テクノロジーズ|ホールディングス|データセンターズ))
    (?=[はがとに]|から)
    # Korean: a name with a company's tail and a particle.
  | (?:^|(?<=[\s'"‘“,·]))
    (?P<ko>[가-힣]{{2,8}}(?:테크놀로지|테크|홀딩스|시스템즈|네트웍스|데이터센터|클라우드|에너지|파워|그룹))
    (?=(?:와|과|은|는|이|가|에|의|에서|로부터)\s|[,'"’”(])
    # Letters of ours between signs of theirs.
  | (?:^|(?<=[与和向由给同跟與從从过過商司业業社興新と的者、，。：:·])|(?<=[업사]\s))\s?
    (?P<latin>[A-Z][A-Za-z0-9]{{2,20}}(?:\s[A-Z][A-Za-z0-9]{{1,20}}){{0,2}})
    \s?(?=达成|達成|签|簽|宣布|宣佈|合作|租|获|獲|在|が|と|は|から|に|과|와|는|은|이\s|가\s|에\s|,\s
      |、|将|將|拟|擬|提供|采购|採購|订立|共同|订单|[与與]|和\s?[A-Z]|向|计划|計畫|豪掷|豪擲|斥[资資]
      |正|已|据悉|联手|聯手|携手|攜手)
  # What the press of Korea and Japan calls Microsoft.
  | (?:^|(?<=[\s、,米와과는'"‘“]))(?P<short>MS)
    (?=[가와는의에로]|,\s[가-힣]|·[가-힣]|が|は|と|、|から|の)
  # Who governs, as it stands for its land in the press of that land.
  | (?:^|(?<=[,"'“‘]\s)|(?<=[다.]\s))(?P<ko_state>정부)(?=[가는]\s)
  | (?<=由)\s?(?P<latin_by>[A-Z][A-Za-z0-9]{{2,20}}(?:\s[A-Z][A-Za-z0-9]{{1,15}}){{0,2}})
    \s?(?=建设|建設|承建|建造|开发|開發|运营|營運|運營|投建)
    """,
    re.VERBOSE,
)
_PLAIN: Final = re.compile(
    "^(?:某|上述|客户|政府|本|该|該|公司|多家|一家|两家|人工|中国|中國|国家|國家|全球|大型|国内|國內|海外|地方|新兴|高新"
    "|晚间|今日|昨日|近日|日前|同日|当日|昨晚|今晚|上午|下午|盘后|子公司|上市|大数据|移动|金融|数字|绿色|清洁|可再生|核|其|此|以及|等|旗下|这|他|我|通过|使用|提供|基于|相关"
    "|국내|글로벌|대형|차세대|신규|퍼블릭|프라이빗|하이퍼스케일|민간|공공|소버린|해외|해당|친환경|재생|전용)"
)

# What a state does where it is a side: it pays, it gets, it chooses who supplies.
_STATE_BUYS: Final = re.compile(
    "[억조]\\s?\\d*\\s?원?.{0,20}투입|확보|구매|도입|임차|발주|조달|선정|계약"
)
_PLAIN_TAIL: Final = re.compile(
    "的|[客租]户$|方$|公司$|企业$|政府$|机构$|厂商$|巨头$|基金$|对方|其"
)


def find_east_asian(sentence: str, known: Sequence[Mention]) -> list[tuple[int, int]]:
    """Names in scripts that set no capitals: by their tail and by what stands next to them."""
    if sentence.isascii() or not _GATE.search(sentence):
        return []
    covered = [(mention.start, mention.end) for mention in known[:_MOST_KNOWN]]
    found: list[tuple[int, int]] = []
    for match in _NAME.finditer(sentence):
        start, end = match.span(match.lastgroup or 0)
        if _PLAIN.match(match[match.lastgroup or 0]) or fold(sentence[start:end]) in PRODUCTS:
            continue
        if match.lastgroup == "zh_with" and _PLAIN_TAIL.search(match["zh_with"]):
            continue
        if match.lastgroup == "latin_by" and not _is_name(sentence[start:end]):
            continue
        if match.lastgroup == "ko_state" and not _STATE_BUYS.search(sentence, end):
            continue
        if match.lastgroup == "latin" and not _is_firm(sentence[start:end], known):
            continue
        if not any(start < right and left < end for left, right in covered):
            found.append((start, end))
        if len(found) == _MOST:
            break
    return found


def _is_firm(name: str, known: Sequence[Mention]) -> bool:
    """Whether letters of ours in such a text name a firm: beside a known one, and no place."""
    return bool(known) and _is_name(name)


def _is_name(name: str) -> bool:
    """Whether letters of ours are a name and neither an abbreviation nor a product."""
    return bool(_WORDLIKE.search(name)) and _NAMELESS.isdisjoint(fold(name).split())
