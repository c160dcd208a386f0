"""Find where Chinese, Japanese and Korean text names a company that no list knows.

These scripts set no capitals: a name shows by the tail companies carry and by its neighbours.
"""

import re
from collections.abc import Sequence
from typing import Final

from parsers.name_words import FIRST_NAMES, PLACES, PRODUCTS
from parsers.types import Mention
from parsers.words import fold, pattern_of

_MOST: Final = 4
_LEGAL: Final = frozenset({"zh_short", "zh_legal"})
_TAILED: Final = frozenset(
    {"zh_with", "zh_legal", "zh_pays", "zh_kind", "zh_order", "ko_kind", "ko_land"}
)
_MOST_KNOWN: Final = 50
_WORDLIKE: Final = r"[a-z]{2}"
_NAMELESS: Final = PRODUCTS | PLACES | FIRST_NAMES
_GATE: Final = (
    "协议|協議|合同|合约|合約|签|簽|租|采购|採購|买|買|订购|訂購|合作|供应|供應|订单|訂單|算力|契約|提携|供給|賃貸|締結|調達"
    "|계약|임대|공급|협력|체결|협약|제휴|도입|구축|빌[리린려]|쓴다|쓰기로|수주|구매|확보|코로케이션"
    "|데이터 ?센터|導入|採用|データセンター|利用|購入|提供|受注|貸|発注|발주|주문|연장|해지|파기"
)
_ZH_TAIL: Final = (
    "科技|集团|集團|智算|云计算|雲端|数据|數據|能源|电力|電力|股份|智能|信息|通信|电子|電子"
    "|控股(?!子公司|孙公司|公司|股东)"
    "|资本|计算|生物|(?<!人形)(?<!工业)(?<!服务)机器人|機器人"
)
_KO_LAND: Final = (
    "(?:미국|일본|대만|중국|영국|독일|프랑스|캐나다|호주|인도|사우디|한국|국내|인도네시아|베트남"
    "|말레이시아|싱가포르|태국|필리핀|UAE|카타르|이스라엘|튀르키예|스페인|이탈리아|네덜란드|스위스"
    "|스웨덴|노르웨이|핀란드|덴마크|폴란드|브라질|멕시코|칠레|홍콩|뉴질랜드|이집트|현지)(?:의)?"
)
_KO_MARK: Final = r"(?:와|과|은|는|이|가|에|에서|로부터|의|를|을)[\s,]"
_NAME: Final = rf"""(?x)
    # Chinese: after a word that joins sides, or where a clause begins; before what sides do.
    (?:^|(?<=[，。：；、【「“”"\s])|(?<=[与和向由给同跟與從从])|(?<=租用)|(?<=租下)|(?<=承租))
    (?P<zh>(?![与和向由给同跟與從从]|[初新][创創])[\u4e00-\u9fff]{{2,6}}(?:{_ZH_TAIL}))
    (?=[（(”」]|[与與和向]|签|簽|达成|達成|敲定|宣布|宣佈|拟|擬|将|將|租|采购|採購|中标|获|提供|合作|供应|在|位于|追加
      |一口气|一口氣|大手笔|豪|斥|砸|买|買|购|購|下单|下單|订|訂
      |下属|下屬|(?:控股|全资)?子公司)
  | (?<=[与與和同跟])
    (?:[^，。；与與和同跟]{{0,10}}?(?:公司|企[业業]|[业業]者|[厂廠]商|客[户戶]|创企|[新初][创創]))?
    (?P<zh_with>[\u4e00-\u9fff]{{3,8}}?)
    (?=签订|簽訂|签署|簽署|签约|簽約|签下|簽下|达成|達成)
    # What it is stands before the name: 自动驾驶公司青岚智驾日前与阿里云签约.
  | (?:^|(?<=[与與和同跟为為，。\s]))[\u4e00-\u9fff]{{2,8}}
    (?:(?<![子孙孫属屬母市本该該])公司|企业|企業|业者|業者|独角兽|獨角獸|创企|新创|新創|初创|初創)[「“]?
    (?P<zh_kind>(?![签簽宣达達将將已在的等提合采採购購租拟擬和与與])[\u4e00-\u9fff]{{3,6}}?)
    (?=[」”]?(?:日前|近日|昨日|今日|今天|已|将|將|拟|擬)?(?:[与與和同跟]|宣布|宣佈|签|簽|租|采购|採購))
    # Whose order it is: 获云图澜海14亿元加速卡采购订单.
  | (?<=[获獲到])
    (?P<zh_order>(?![超近逾约某一首大巨新重多头国國央该其]|政府|客户|客戶|海外|北美|知名)
    [\u4e00-\u9fff]{{3,6}}?)
    (?=\d[\d.,]{{0,8}}\s?[万萬亿億][^，。；]{{0,16}}(?:订单|訂單|大单|大單|合同|合約|合约))
    # The form the law asks for; of what a notice calls short, that alone.
  | (?:^|(?<=[，。：；、“”"\s,与和向由给同跟對对為为]))
    [\u4e00-\u9fff（）()]{{4,24}}?有限(?:责任)?公司[（(](?:以下)?(?:简称|簡稱)[:：]?["“'「](?P<zh_short>(?!甲方|乙方|公司|标的)[\u4e00-\u9fff]{{2,8}})["”'」]
  | (?:^|(?<=[，。：；、“”"\s,与和向由给同跟對对為为]))
    (?P<zh_legal>(?:(?![与和向由给同跟對对為为])[\u4e00-\u9fff]){{4,16}}?)
    (?=(?:集团|集團)?(?:股份)?有限(?:责任|責任)?公司)
    # A listed firm's own notice, and what tells of one.
  | (?:^|(?<=[，。：；日讯晚间\s】【”"」]))(?P<zh_notice>(?:\*?ST)?[\u4e00-\u9fff]{{2,5}}?)
    (?=(?:发布|發布)?公告[，,称表显：:]|晚间公告|[（(]\d{{6}}(?:\.[A-Z]{{2}})?[）)])
    # Who pays so much for chips or compute: X超10亿元采购, X斥资3亿美元租用.
  | ^(?P<zh_pays>[\u4e00-\u9fff]{{3,6}}?)\s?(?:拟|擬|将|將|计划|計劃|再|又)?
    (?:斥资|斥資|豪掷|豪擲|砸|耗资|耗資|花费|出资|以|用)?
    (?:超过?|超過|近|约|約|逾|最高|至多|不超过)?\s?\d[\d.,]{{0,8}}\s?(?:多|余|餘)?[亿億]
    (?=[^，。；]{{0,8}}(?:采购|採購|购买|購買|购入|購入|购置|租用|租赁|租賃|租下|承租|买下|买入|订购)
      [^，。；]{{0,16}}(?:芯片|晶片|算力|服务器|伺服器|显卡|GPU|TPU|加速|昇腾|昇騰))
  | ^(?P<zh_colon>(?:\*?ST)?[\u4e00-\u9fff]{{2,5}})
    (?=[:：]\s?(?:签|簽|拟|擬|中标|子公司|孙公司|全资|控股|公司|与|已|收到|获|下属))
    # Japanese: the form the law asks for.
  | 株式会社(?P<ja>[\u30a1-\u30fc\u4e00-\u9fffA-Za-z]{{2,16}})(?=[はがとにをのへ、（(]|から)
  | (?P<ja_tail>[\u30a1-\u30fc]{{3,12}}(?:テクノロジーズ|ホールディングス|データセンターズ))
    (?=[はがとに]|から)
  | (?:^|(?<=[、。\s])|(?<=傘下の)|(?<=子会社の)|(?<=系の))
    (?P<ja_firm>[\u30a1-\u30fc\u4e00-\u9fff]{{2,8}}(?:ホールディングス|不動産|電機|重工業?|商事|物産|製作所
      |興業|電工))(?=[はがとに]|から|[<＜(（])
    # What it is stands before the name.
  | (?:企業|会社|大手|新興|スタートアップ|事業者|メーカー|ベンチャー)(?:の|である)?[「『]?
    (?P<ja_kind>[\u30a1-\u30fc]{{3,12}}(?:・[\u30a1-\u30fc]{{2,12}}){{0,3}})
    (?=[」』]?(?:[（(][^（）()]{{1,30}}[)）])?(?:は|が|と|に|から|へ|を|、))
  | (?:기업|업체|회사|공급사|운영사|개발사|스타트업|사업자)(?:인|의)?\s(?:{_KO_LAND}\s)?['"‘“]?
    (?P<ko_kind>[가-힣A-Z]{{3,9}}?)(?=['"’”]?(?:\([^)]{{1,20}}\))?{_KO_MARK})
  | (?:^|(?<=[\s,]))(?:{_KO_LAND})\s(?P<ko_land>[가-힣]{{4,9}}?)(?=(?:와|과)\s)
    # Korean: a name with a company's tail and a particle.
  | (?:^|(?<=[\s'"‘“,·]))
    (?P<ko>[가-힣]{{2,8}}(?:테크놀로지|테크|홀딩스|시스템즈|네트웍스|데이터센터|클라우드|에너지|파워|그룹
      |개발|건설|전자|텔레콤|소프트|이노베이션|랩스|로보틱스|AI|인더스트리|코퍼레이션|스케일|엔지니어링))
    (?=(?:와의?|과의?|은|는|이|가|에|의|에서|로부터)\s|[,'"’”(])
    # Letters of ours between signs of theirs.
  | (?:^|(?<=neocloud\s)
      |(?<=[与和向由给同跟與從从过過商司业業社興新创創と的者国國亚亞尼坡宾賓企、，。：:·])
      |(?<=[업사,]\s))\s?
    (?P<latin>[A-Z][A-Za-z0-9]{{2,20}}(?:\s[A-Z][A-Za-z0-9]{{1,20}}){{0,2}})
    \s?(?=达成|達成|签|簽|宣布|宣佈|合作|租|获|獲|在|が|と|は|から|に|과|와|는|은|이\s|가\s|에\s|,\s
      |、|将|將|拟|擬|提供|采购|採購|订立|共同|订单|[与與]|和\s?[A-Z]|向|计划|計畫|豪掷|豪擲|斥[资資]
      |×|正|已|据悉|联手|聯手|携手|攜手)
    # A name in two scripts, or that ends in AI, with whom or to whom: 蒼海AIへの供給.
  | (?:^|(?<=[、。\s「]))
    (?P<ja_with>[\u4e00-\u9fff]{{1,4}}(?:[\u30a1-\u30fc]{{2,10}}|AI)|[\u30a1-\u30fc]{{3,12}}AI)
    (?=(?:との|への|と|に|へ|から|向け)[^、。]{{0,24}}(?:契約|供給|提供|合意|提携|GPU|結ん|受注|貸|納入))
    # Who opens a title before somebody known with whom it deals: 솔트룩스, KT클라우드와 맺은 계약.
  | ^(?P<opens>[가-힣]{{3,8}}|[\u4e00-\u9fff]{{2,6}}|[\u30a1-\u30fc]{{3,12}})(?=,\s|、)
  # What the press of Korea and Japan calls Microsoft.
  | (?:^|(?<=[\s、,…·米와과는'"‘“]))(?P<short>MS)
    (?=[가와는의에로서]|\s[“"]|,\s[가-힣]|·[가-힣]|が|は|と|、|から|の)
  # Who governs, as it stands for its land in the press of that land.
  | (?:^|(?<=[,"'“‘]\s)|(?<=[다.]\s))(?P<ko_state>정부)(?=[가는]\s)
  | (?<=由)\s?(?P<latin_by>[A-Z][A-Za-z0-9]{{2,20}}(?:\s[A-Z][A-Za-z0-9]{{1,15}}){{0,2}})
    \s?(?=建设|建設|承建|建造|开发|開發|运营|營運|運營|投建)
    """
_PLAIN: Final = (
    "^(?:某|商業|収益|住宅|賃貸|大手|総合|今年|明年|去年|年内|上述|客户|政府|本|该|該|公司|多家|一家|两家|人工|中国|中國|国家|國家|全球|大型|国内|國內|海外"
    "|地方|新兴|高新"
    "|晚间|今日|昨日|近日|日前|同日|当日|昨晚|今晚|上午|下午|盘后|子公司|上市|大数据|移动|金融|数字|绿色|清洁|可再生|核|其|此|以及|等|旗下|甲方|乙方|标的|快讯"
    "|公告|[发發][布佈]|披露|独家|突发|重磅|解读|观察|深度|最新|这|他|我|通过|使用|提供|基于|相关"
    "|クラウド|データ|サーバ|チップ|サービス|システム|インフラ|プロジェクト|グループ|パートナー|メーカー"
    "|スタートアップ|テック|ハイパー|ユーザ|テナント|エンジニア|リスク|ニーズ|コスト|モデル|ビジネス|プラット|エネルギー"
    "|インターネット|コンピュータ|ソフト|ネット|アジア|アメリカ|ヨーロッパ|スーパー(?!マイクロ)|オープン|デジタル"
    "|(?:생성형?|초거대|거대|에이전틱|피지컬|온디바이스|산업용?|의료|금융|멀티모달|대화형|국산|독자|범용"
    "|차세대|소버린) ?AI"
    "|(?:生成|国産|次世代|自社|対話|物理|新|日本|米|英|中国|社内|専用|独自|汎用|業務|医療|金融|画像|音声"
    "|最新|推論|学習|各社|主権)AI"
    "|[\u4e00-\u9fff]{0,4}(?:スタートアップ|メーカー|パートナー|グループ|ベンダー|ユーザー|センター|サービス"
    "|クラウド|サーバー?|チップ|モデル|システム|データ|プロバイダー?|ベンチャー|ファンド|インフラ|エネルギー"
    "|テック|メモリー?)$"
    "|고객|선정|육성|지원|투자|협력|대표|관계자|인수|경영|가치|입장|규모|서비스|시장|내부|설명|직원|주가|매출|실적"
    "|공동|연구|기술|자체|소프트웨어|모델|제품|도시|신약|부동산|데이터|이름|기업|업체|회사|스타트업|빅테크"
    "|국내|글로벌|대형|차세대|신규|퍼블릭|프라이빗|하이퍼스케일|민간|공공|소버린|해외|해당|친환경|재생|전용)"
)

# Behind a name that opens a title, and the next: that the two deal. No body, and no news of many.
_DEALS: Final = (
    r"[^,.]{0,30}?(?:와|과|서|에게?|로부터|의)?\s[^.]{0,40}?"
    r"(?:계약|임차|임대|공급|발주|주문|도입|구매|빌[린려]|쓴다)"
    r"|[^、。]{0,16}?(?:と|から|に|へ|の)[^。]{0,40}?(?:契約|賃借|借り|供給|発注|注文|導入|調達|購入)"
)
_BODY: Final = (
    r"(?:부|처|청|시|도|군|구|원|회|국|당|단독|종합|속보|업계|대통령|장관|총리|재벌|빅테크|증시|외신|정부|기업)$"
    r"|(?:省|庁|府|県|市|区|町|村|党|会|院|議員|首相|大臣|政府|速報|独自|解説|焦点|各社|国|大手|新興|企業"
    r"|氏|社長|勢|業界)$|^[米英独仏中韓]"
    # persons
    r"|^(?:머스크|올트먼|알트먼|젠슨|황인훈|저커버그|이재용|최태원|손정의|나델라|피차이|트럼프|マスク|トランプ|アルトマン)"
)
# What a state does where it is a side: it pays, it gets, it chooses who supplies.
_STATE_BUYS: Final = "[억조]\\s?\\d*\\s?원?.{0,20}투입|확보|구매|도입|임차|발주|조달|선정|계약"
_PLAIN_TAIL: Final = (
    "的|[客租]户$|方$|商$|大厂$|公司$|企业$|政府$|机构$|厂商$|巨头$|基金$|对方|其"
    "|(?:들|업체|기업|시장|센터|정부|회사|대학|연구소|기관|은행|업계|당국)$"
)


def find_east_asian(sentence: str, known: Sequence[Mention]) -> list[tuple[int, int]]:
    """Names in scripts that set no capitals: by their tail and by what stands next to them."""
    if sentence.isascii() or not pattern_of(_GATE).search(sentence):
        return []
    covered = [(mention.start, mention.end) for mention in known[:_MOST_KNOWN]]
    found: list[tuple[int, int]] = []
    for match in pattern_of(_NAME).finditer(sentence):
        start, end = match.span(match.lastgroup or 0)
        is_apart = not any(start < right and left < end for left, right in covered)
        if is_apart and _is_side(sentence, match, known):
            found.append((start, end))
        if len(found) == _MOST:
            break
    return found


def _is_side(sentence: str, match: re.Match[str], known: Sequence[Mention]) -> bool:
    """Whether a match names a firm, as far as its kind asks for more than its place."""
    kind = match.lastgroup or ""
    name = match[kind] if kind else match[0]
    is_plain = pattern_of(_PLAIN).match(name) is not None or fold(name) in PRODUCTS
    if is_plain or (kind in _TAILED and pattern_of(_PLAIN_TAIL).search(name)):
        return False
    if kind in _LEGAL:  # a subsidiary signs for the firm that tells of it
        return "子公司" not in match[0]
    if kind == "ko_state":
        return pattern_of(_STATE_BUYS).search(sentence, match.end(kind)) is not None
    if kind == "opens":
        return _deals_with_next(sentence, match, known)
    if kind in {"ja_with", "latin"} and not known:
        return False
    return kind not in {"latin", "latin_by"} or _is_name(name)


def _is_name(name: str) -> bool:
    """Whether letters of ours are a name and neither an abbreviation nor a product."""
    return bool(pattern_of(_WORDLIKE).search(name)) and _NAMELESS.isdisjoint(fold(name).split())


def _deals_with_next(sentence: str, match: re.Match[str], known: Sequence[Mention]) -> bool:
    """Whether somebody known stands right behind a title's opening name, and they deal."""
    end = match.end()
    following = next((one for one in known if end < one.start <= end + len(", ")), None)
    if following is None or pattern_of(_BODY).search(match[0]):
        return False
    return pattern_of(_DEALS).match(sentence, following.end) is not None
