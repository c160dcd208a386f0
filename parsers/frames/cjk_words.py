"""The words of buying, selling, lending and building in Chinese, Japanese and Korean: tables only.

A verb's row names its sense; `SENSES` says of each which frame it makes and where its other side
stands. Patterns are for folded text in which every company is masked (see parsers/frames/cjk.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from parsers.frames.frame import FrameKind

Language = Literal["zh", "ja", "ko"]
# How a company stands to the verb: marked by a particle, a preposition, its place, or nothing.
Case = Literal["subject", "with", "from", "to", "for", "by", "of", "object", "bare"]
# A masked company's letters: two in turn, so that neighbours stay apart; and what is blotted out.
NAME: Final = "\ue000\ue001"
BLANK: Final = "\ue002"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a verb says: the frame's kind and the cases its other side may stand in, best first.

    `turned` verbs have the frame's subject on the other side: who "gets" an order sells nothing
    by getting it, but who it is got from buys.
    """

    kind: FrameKind
    sides: tuple[Case, ...]
    turned: bool = False


SENSES: Final[Mapping[str, Sense]] = {
    "buy": Sense(kind="buy", sides=("from", "to", "object", "of", "with", "bare")),
    "takes over": Sense(kind="buy", sides=("from",)),
    "spend": Sense(kind="buy", sides=("object",)),
    "lease": Sense(kind="lease", sides=("from", "to", "object", "of", "with", "bare")),
    "sell": Sense(kind="sell", sides=("to", "for", "object", "bare", "of")),
    "won": Sense(kind="sell", sides=("from", "object", "of", "to", "bare")),
    "supplier": Sense(kind="sell", sides=("object", "of", "to", "for")),
    "sold": Sense(kind="sell", sides=("with", "to", "for", "object")),
    "customer": Sense(kind="buy", sides=("object", "of", "to")),
    # Whose customer is named behind: 数据中心的租户是B, 顧客はB, 고객은 B.
    "serves": Sense(kind="sell", sides=("object", "bare", "subject", "with", "by", "to", "for")),
    "chosen": Sense(kind="buy", sides=("by", "to", "from", "with"), turned=True),
    "invest": Sense(kind="invest", sides=("to", "object", "for", "bare", "of")),
    "funded": Sense(kind="invest", sides=("from", "object", "of", "to"), turned=True),
    "granted": Sense(kind="invest", sides=("to", "object", "for"), turned=True),
    "lend": Sense(kind="finance", sides=("for", "to", "object", "bare", "of")),
    "lent": Sense(kind="finance", sides=("from", "object", "of"), turned=True),
    "guarantee": Sense(kind="guarantee", sides=("for", "to", "object", "of", "bare")),
    "guaranteed": Sense(kind="guarantee", sides=("from", "object", "of"), turned=True),
    "build": Sense(kind="build", sides=("for", "to")),
    # Whom one leaves the building to builds for one: 建設をBに委ねる, 委托B建设, B에 맡긴다.
    "entrusts": Sense(kind="build", sides=("to", "object", "by", "bare"), turned=True),
    "gains": Sense(kind="invest", sides=("of", "object", "from", "bare")),
    "agree": Sense(kind="agree", sides=("with", "object", "to", "from", "bare", "of")),
    "join": Sense(kind="join", sides=("with", "object", "bare", "of")),
}

# What a verb is part of a noun before: "采购协议" is no act of buying by itself.
NOMINAL: Final[Mapping[Language, str]] = {
    "zh": r"(?:的)?(?:服务|服務|合作)?(?:协议|協議|合同|合約|合约|契约|订单|訂單|大单|大單|交易"
    r"|意向|展开|展開|重新|事宜|一事|问题|谈判|洽谈|磋商|需求|商|方|链|鏈|业务|業務|市场|市場|行业|价格|费用|伙伴|夥伴|关系|計畫|计划)",
    "ja": r"(?:の)?(?:契約|合意|提携|協定|計画|者|元|先|網|会社|企業|業者|事業|能力|料|規約|量)",
    "ko": r"\s?(?:계약|협약|합의|협력|사업|지원|공모|입찰|업체|사(?=[와과는가를로,\s])|망|량"
    r"|계획|규모|협상|파트너십)",
}

# What a verb only describes: a name right behind it (運営を手がけるIREN, 투자한 OpenAI), or, in
# Chinese, a noun (建设的数据中心).
RELATIVE: Final[Mapping[Language, str]] = {
    "zh": r"的|之|是|：|:",
    "ja": rf"[^、。，,\s「」{NAME}]{{0,8}}(?=[{NAME}])",
    "ko": rf"(?:를|을)?\s?(?:한|하는|할|된|되는|받은|받는|중인|해온|인|의|기업|업체|회사)"
    rf"\s(?=[{NAME}])",
}

# What lets, or takes on lease, as the other side's case tells.
LETS: Final = ("임대", "リース")

# Read top down: where two rows fit at one place, the earlier one wins. Within a clause only.
_NEAR: Final = r"[^，。；！？]{0,30}"
VERBS: Final[Mapping[Language, tuple[tuple[str, str], ...]]] = {
    "zh": (
        (
            "supplier",
            rf"(?:成为|成為|将是|將是|担任|擔任|充当|是|(?<![作成认認称稱视視])(?:为|為)(?=其))(?={_NEAR}(?:供应商|供應商"
            r"|提供商|服务商|服務商|提供者|承包商|出租方|云合作伙伴|雲端合作夥伴))",
        ),
        (
            "customer",
            rf"(?:成为|成為|将是|將是|担任|是|(?<![作成认認称稱视視])(?:为|為)(?=其))(?={_NEAR}(?:客户|客戶|租户|租戶"
            r"|承租方|承租人|用户|买家|買家))",
        ),
        (
            "serves",
            rf"(?:客户|客戶|租户|租戶|承租方)(?:分别)?(?:为|為|是|包括|系)(?={_NEAR}[{NAME}])",
        ),
        (
            "granted",
            rf"(?:授予|授與|给予|給予|发行|發行)(?={_NEAR}(?:认股|認股|股权|股權|权证|權證))",
        ),
        (
            "gains",
            rf"(?:获得?|獲得?|取得|认购|認購|购买|購買)(?={_NEAR}(?:认股|認股|股份|股票|股權|股权|权证|權證))"
            rf"|(?:参与|參與|加入|参加)(?={_NEAR}(?:融资|融資|募资|募資))",
        ),
        (
            "lend",
            rf"(?:搭建|打造|构建|構建|设计|設計|建立|安排|牵头|牽頭|主导|主導|领衔|領銜)"
            rf"(?={_NEAR}(?:融资|融資|贷款|貸款|债务|債務|银团|銀團))"
            r"|(?:牵头|牽頭|主导|主導|领衔|領銜)(?:[该該这這此本整上][笔筆项項次个個述]?)?(?:笔|筆|项|項)?的?交易"
            r"|(?:提供|给予|給予|参与|參與)[^，。；]{0,8}(?:财务|財務|资金|資金|信用)支持",
        ),
        (
            "lent",
            rf"(?:获得?|獲得?|取得|得到|引入|引进|引進)(?={_NEAR}(?:贷款|貸款|借款|授信|融资|融資))",
        ),
        ("guaranteed", rf"(?:获得?|獲得?|取得)(?={_NEAR}(?:担保|擔保|兜底|背书|背書))"),
        ("guarantee", r"(?:提供[^，。；]{0,12})?(?:担保|擔保)|兜底|托底|包底|保底|背书|背書"),
        ("takes over", r"接手|接管|接盘|接盤"),
        (
            "entrusts",
            rf"(?:委托|委託|委任)(?={_NEAR}(?:建|运营|運營|营运|營運|开发|開發|承建|管理))",
        ),
        (
            "won",
            rf"(?:获得?|獲得?|拿下|斩获|斬獲|赢得|贏得|接到|收到|接获|接獲|喜提|收获|拿到"
            rf"|揽获|手握|[抢搶][下得到]|[夺奪][下得]?|[揽攬]下|[囊收][获獲]|包[揽攬]|吃下|竞得|競得)(?={_NEAR}(?:订单|訂單|大单|大單"
            rf"|合同|合約|合约|采购|採購|租约|租約|项目|客户))"
            r"|中标|中標|得标|得標"
            rf"|(?:打入|打[进進]|切入|跻身|躋身|入列|晋身|晉身)(?={_NEAR}(?:供应链|供應鏈))",
        ),
        (
            "funded",
            rf"(?:获得?|獲得?|引入|取得|得到|拿到|接受)(?={_NEAR}(?:投资|投資|注资|注資|入股"
            r"|出资|出資|战投))",
        ),
        (
            "lend",
            r"(?:数据中心|數據中心|資料中心|园区|園區|项目|專案)(?:出资|出資|埋单|埋單|买单|買單|输血)"
            r"|提供[^，。；]{0,12}(?:贷款|貸款|融资|融資|资金支持|財務支持|资金)|放贷|贷款给|承销"
            r"|承銷|出借|(?:不再|继续|繼續|停止)(?:支持|资助)|撤资|撤資",
        ),
        (
            "sold",  # what firms call the contracts by which they sell, or a subsidiary does
            rf"(?:签署|簽署|签订|簽訂|签下|签了)(?={_NEAR}(?:销售|銷售)(?:合同|合約|协议|協議))"
            rf"|(?<=子公司)(?:签署|簽署|签订|簽訂|签下)(?={_NEAR}算力(?:租赁)?服务(?:合同|协议|订单))",
        ),
        (
            "buy",  # what goods are bought by
            rf"(?:签署|簽署|签订|簽訂|签下|簽下|签了)(?={_NEAR}(?:服务器|伺服器|芯片|晶片|gpu|显卡|设备|算力卡)"
            r"[^，。；]{0,6}(?:采购|採購)(?:合同|合約|协议|協議|框架|订单|訂單))",
        ),
        (
            "agree",
            r"签署|簽署|签订|簽訂|签约|簽約|签下|簽下|签了|(?<!标)签(?!字|名|证|收|到|发|注)"
            r"|(?<!標)簽(?!字|名|證|收|到|發|註)|达成|達成|敲定|落定|订立|訂立|缔结|締結|谈妥|谈成|续约|續約"
            r"|洽谈|洽談|商谈|商談|谈判|談判|磋商|接洽|协商|協商"
            r"|终止|終止|解约|解約|取消|告吹|泡汤|泡湯|没了|沒了|放弃|放棄|搁置|擱置|退出|暂停|暫停|中止"
            r"|扩大|擴大|押注|单押|單押|搭上|绑定|綁定|退掉|砍[单單掉]|解除|泡汤|泡湯"
            r"|商讨|商討|在谈",
        ),
        (
            "join",
            r"携手|攜手|联手|聯手|牵手|牽手|结盟|結盟|联姻|合作(?!伙伴|夥伴|方|商)|共建|合建|合资|合資"
            r"|参与(?:其中|该|此|这一|本次)|參與(?:其中|該|此|這一|本次)|加入(?:该|此|这一|該|這一)"
            rf"|(?:联合|聯合)(?=\s?[{NAME}])|(?:共同|联合|聯合)(?=宣布|宣佈|打造|建|开发|開發|推)",
        ),
        (
            "sell",
            rf"提供|供应|供應|供(?=\s?[{NAME}])|供货|供貨|供给|出售|销售|銷售|交付|交货|出租|转租|轉租|租给|租給|租予"
            r"|卖给|賣給|转给|轉給|交给|交給|托管|託管|代管|供电|输送",
        ),
        (
            "lease",
            r"租赁|租賃|租用|租下|承租|租借|回租|长租|包租|整租|(?<!出)(?<!转)(?<!轉)租(?!约|約|金|户|戶"
            r"|期|赁|賃|给|給|予|客)",
        ),
        (
            "buy",
            rf"(?:运行|運行|跑|训练|訓練|部署|部屬|落地)(?:在|于|於|到)(?=\s?[{NAME}])"
            rf"|(?:转投|轉投|转向|轉向|改投|投奔|倒向)(?=\s?[{NAME}])|投入(?=\s?[{NAME}]+的?(?:怀抱|懷抱))"
            rf"|(?<![收并併回采採认認求])[购購](?=\s?[{NAME}])"
            r"|(?<![购購抢搶采採收])[买買](?![下入走卖賣家方])(?=[^，。；]{0,14}(?:芯片|晶片|算力|显卡|gpu|tpu"
            r"|服务器|伺服器|加速))"
            r"|采购|採購|购买|購買|购入|購入|购置|購置|买下|買下|买入|買入|买走|抢购|搶購|订购|訂購"
            r"|下单|下單|下了?(?=[^，。；]{0,12}(?:大单|大單|订单|訂單))|认购算力|锁定|鎖定|包下|吃下|囤下|囤积|选择|選擇|选用|選用|选定|選定"
            r"|采用|採用|使用"
            r"|启用|转用|轉用|改用|换用|換用|接入|引入|引进|部署|佈署|搬到|迁移至|迁至|调用|支付|付给|付給|预订|預訂|预付|預付|承购"
            r"|承購|消纳|求购|获得|獲得|取得|集采|招标|花费|花費|支出|加购|增购|采纳",
        ),
        (
            "invest",
            r"(?:投资|投資)(?![者家界热熱潮额額]|人(?!工)|论坛|論壇|峰会|峰會|大会|大會|会议|會議|银行|銀行|机构|機構"
            r"|公司|基金|组合|組合|顾问|顧問|回报|回報|规模|規模|总额|總額|委员会|委員會|热潮|熱潮|评级|評級)"
            r"|入股|注资|注資|参股|參股|认购|認購|注入|战投|领投|領投|跟投|追投"
            rf"|(?<![领領跟追战])[再又]?投(?=\s?[{NAME}])"
            r"|出资|出資|增持",
        ),
        (
            "build",
            r"建设|建設|建造|兴建|興建|打造|搭建|建置|承建|改造|改建|扩建|擴建|运营|營運|運營|(?:开发|開發)(?=[^，。；]{0,10}(?:数据中心"
            r"|數據中心|資料中心|园区"
            r"|園區))|修建"
            r"|建(?=[^议議立，。]{0,10}(?:数据|數據|資料|智算|算力))|落成|新建|建成",
        ),
        ("spend", r"斥资|斥資|豪掷|豪擲|砸下|砸|耗资|耗資|掷"),
    ),
    "ja": (
        ("supplier", r"(?:サプライヤー|供給元|供給業者|提供元|供給者|請負業者)(?:に|とな|として)"),
        (
            "serves",
            rf"(?:顧客|テナント|入居者|借り手|利用者|ユーザー)(?:が|は|に)、?\s?[米英仏中韓]?(?=[{NAME}])",
        ),
        ("customer", r"(?:顧客|テナント|入居者|借り手|取引先|ユーザー企業)(?:に|とな|として)"),
        ("chosen", r"(?:採用|選定|利用|使用|導入|選出|起用|調達)(?:され|が決ま)|選ばれ|使われ"),
        ("funded", r"(?:出資|投資|資金提供|資本)(?:を)?(?:受け|仰|得|獲得)|資金調達"),
        (
            "gains",
            r"(?:新株予約権|ワラント|株式取得権)(?:を|の)?(?:取得|得|獲得)|(?:資金調達|増資)(?:ラウンド)?に参加",
        ),
        ("granted", r"(?:新株予約権|ワラント|株式取得権)(?:を|の)?(?:付与|発行|与え|譲渡)"),
        ("lent", r"(?:融資|貸し付け|貸付|借り入れ)を(?:受け|得)|借り入れ"),
        ("build", r"(?:建設工事|施工|建設)を?(?:受注|請け負)|施工"),
        ("won", r"受注|落札|(?:契約|案件|注文)を(?:獲得|勝ち取|取り付け)"),
        ("guarantee", r"保証|債務保証|裏付け"),
        ("lend", r"融資|貸し付け|貸付|資金(?:を)?(?:提供|支援|拠出)|引き受け"),
        (
            "invest",
            r"出資(?!者|比率|額)|拠出|投資(?![家額]|者|フォーラム|サミット|会議|銀行|会社|ファンド|信託|判断|総額"
            r"|責任|熱|ブーム|規模|先|銘柄)|株式(?:の)?(?:を)?(?:\S{0,6})?取得|資本参加|資本業務提携|注入|出資比率",
        ),
        (
            "lease",
            r"(?<!へ)(?<!に)の(?:長期)?リース(?=を(?:検討|締結|協議|契約|開始|計画)"
            r"|契約|へ(?!の)|に向け)",
        ),
        (
            "sell",
            r"供給|提供|納入|納品|販売|出荷|貸し出|貸し|貸す|融通|割り当て|振り向け|貸与|賃貸|リース|ホスト|売却|卸",
        ),
        ("takes over", r"引き継|肩代わり"),
        ("entrusts", r"委ね|委託|任せ|一任"),
        ("lease", r"入居(?!者)|賃借|借り受け|借り上げ|借り|レンタル|間借り"),
        (
            "buy",
            r"(?:基|個|枚|台|gpu|チップ)(?:で|を用い|を使)(?=[^、。]{0,24}(?:構築|建設|整備))|"
            r"調達|購入|移行|移す|切り替え|押さえ|囲い込|手当て|買い(?:取|入|付|上)|購買|発注|注文|採用|導入|利用|使用|確保|支払|選定"
            r"|選択|選ん|乗り換え|乗換|予約|支出|使う|使い|使っ|買う|買い",
        ),
        (
            "build",
            r"建設|構築|整備|稼働|建て|新設|開設|設立|運営|着工"
            r"|(?:センター|施設|スパコン|コンピューター?|計算機|基盤|インフラ)(?:を|の)?[^、。]{0,8}開発",
        ),
        (
            "agree",
            r"契約|合意|締結|交渉|協議|覚書|取引|結ぶ|結ん|締約|解消|解約|破棄|打診|打ち切|拡大|拡張|中止|撤回|見送|断念|白紙",
        ),
        (
            "join",
            r"(?:戦略的|業務|資本|包括)?提携|協業|協力(?!パートナー)|連携(?!パートナー)|手を組|手を結|タッグ|組む|組み|合弁"
            r"|共同(?:で|開発|建設|構築)|パートナーシップ|名を連ね|参画|参加(?!者)",
        ),
    ),
    "ko": (
        ("supplier", r"공급(?:사|업체|자|처)(?:로|가 |가$|이 )|파트너(?:로 선정|로 낙점)"),
        ("entrusts", r"맡기|맡긴|맡겼|위탁|일임"),
        ("serves", rf"(?:고객사?|임차인|입주사|이용자)(?:이|가|은|는)\s(?=[{NAME}])"),
        ("customer", r"(?:고객사?|임차인|입주사)(?:가|로|이|사로|사가)"),
        (
            "chosen",
            rf"(?:채택|선정|채용|낙점|도입)(?:돼|되|됐|됨)|(?:(?<=[{NAME}]\s)|(?<=\d사\s))(?:선정|낙점)",
        ),
        ("funded", r"투자(?:를|금을)?\s?(?:유치|받|확보)|출자(?:를)?\s?받"),
        (
            "gains",
            r"(?:신주인수권|워런트|인수권|지분(?:\s?최대)?(?:\s?[\d.]+%)?)(?:을|를)?\s?받|"
            r"(?:신주인수권|워런트|인수권)(?:을|를)?\s?(?:확보|취득)|(?:투자|펀딩|라운드)에\s?참여",
        ),
        ("granted", r"(?:신주인수권|워런트|인수권)(?:을|를)?\s?(?:부여|발행|제공)"),
        ("lent", r"(?:대출|융자)(?:을|를)?\s?(?:받|유치)"),
        ("build", r"(?:시공|공사|건설)(?:권|을|를)?\s?(?:수주|따내|맡)|시공"),
        ("won", r"수주|따내|따냈|따낸|낙찰|(?:계약|주문|물량)(?:을|를)?\s?(?:따|확보|거머쥐)"),
        ("guarantee", r"보증"),
        ("lend", r"대출|융자|자금(?:을)?\s?(?:지원|조달|대)|인수금융"),
        (
            "invest",
            r"투자(?!자|사[가는의를와, ]|은행|금|업계|회사|운용|처|액|심리|열"
            r"|\s?(?:포럼|서밋|콘퍼런스|회의|심리"
            r"|열기|열풍|전략|계획|설명회|규모|의견|업계|과열|전문|부문|회사|은행|기관|경쟁))|출자"
            r"|지분(?:을)?(?:\s?최대)?(?:\s?[\d.]+%?(?:를)?)?\s?(?:인수|취득|확보|매입|투자)"
            r"|베팅|쏟아|투입",
        ),
        (
            "sell",
            r"공급|납품|제공|(?<!미)판매|출하|호스팅|임대(?!차)|빌려(?:주|준)|대여|매각|넘[긴겨기]"
            r"|내[준줬]|코로케이션(?=$|[\s…·.])|푼다|풀기로|대준|판다(?=$|[\s.…])|팔기로|팔았",
        ),
        ("lease", r"임차|임대차|입주(?!사|자|민)|빌려(?!주|준)|빌리|(?<!애)빌린|빌릴|렌트"),
        (
            "buy",
            r"(?:개|장|대|칩|gpu|서버)(?:(?:으)?로|\s?기반(?:의|으로)?)(?=\s[^,.]{0,24}(?:구축|조성|건설))"
            r"|구매|구입|매입"
            r"|갈아[탄타탔]|쓸어 ?담|싹쓸이|선점|점찍|택했|택한|지출|사들|조달|도입|채택"
            r"|(?<!미)사용|활용|이용|확보|발주|주문|지불|지급|선정|낙점|쓰기로"
            r"|쓴다|쓰는|쓸 |썼|탑재|산다|사기로|선택",
        ),
        ("build", r"건설|구축|가동|건립|짓는|짓기|지어|착공|조성|설립|운영"),
        (
            "agree",
            r"계약|협약|체결|합의|협상|논의|빅딜|거래|맺|접었|접기로|불발|증액|mou|결별|파기|해지|확대|확장|취소|철회|무산|중단|보류",
        ),
        ("join", r"협력|제휴|손\s?잡|동맹|파트너십|참여|맞손|협업|공조|연합|동행|합작"),
    ),
}

# --- cases ----------------------------------------------------------------------------------------

# Chinese marks a side in front of it, with some words between at most: 与云服务商Lambda.
COVERBS: Final[tuple[tuple[Case, str], ...]] = (
    ("by", r"(?<!自)(?<!理)由(?!于|於|此)|被|(?:(?:受|遭)(?!益))"),
    (
        "from",
        r"来自|來自|从(?!事|而|未)|從(?!事|而|未)|通过|透过|透過|借助|依托|经由|找"
        r"|在(?=\s?$)",
    ),
    (
        "with",
        r"(?<!参)(?<!給)(?<!给)与(?!此)|(?<!參)與(?!此)|(?<!共)和(?!平|解)|(?<![合共相协不連])同(?!意|时|時|样|期|比|步)"
        r"|跟(?!进|踪)",
    ),
    (
        "to",
        r"(?<!方)(?<!走)(?<!转)(?<!面)向(?!来|往)|(?<!针)(?<!反)(?<!相)(?<!面)对(?!手|此|外|于|冲|标|接|象|话|比|应|方|阵|等)"
        r"|(?<!針)(?<!反)(?<!相)(?<!面)對(?!手|此|外|於|沖|標|接|象|話|比|應|方|陣|等)",
    ),
    (
        "for",
        r"(?<![因成作认認行称稱视視名以身约約较更])(?:为|為)(?!了|期|止|主|何|什|应|應|避|确|確|此|之|例|由)|给|給|替"
        r"|面向|予",
    ),
)
# Between the preposition and its name: neither the end of a clause nor a number of years.
COVERB_GAP: Final = rf"[^，,。、；：:！？“”「」{NAME}]{{0,18}}"
PRONOUN: Final = r"(?:其|它|后者|後者|对方|對方|该公司|該公司)"

# At the head of a clause: the one of two that was named last.
LATTER: Final = (
    r"(?:^|[，。；,、:：])\s?(?:而|其中|並由|并由|由)?(?:后者|後者|对方|對方)(?!的)|(?:、|。|，)\s?同社(?=[はが])"
    r"|(?:,|\.)\s?(?:이 회사|후자|해당 회사)(?=[는은가이])"
)
# What an arrangement is over, by the words beside it: (English noun, pattern). What a listed firm
# announces is what it sells.
OVER: Final[tuple[tuple[str, str], ...]] = (
    (
        "hosting",
        rf"(?:公告|子公司|上市公司|证券|^[{NAME}]+[:：]).{{0,60}}(?:算力|智算|云)[^，。；]{{0,12}}(?:合同|协议|订单|合约)",
    ),
    (
        "capacity",  # chips are let by whoever has them
        r"(?:芯片|晶片|GPU|gpu|显卡|チップ|칩)[^，。；]{0,4}(?:租约|租約|租赁|租賃|リース|임대)",
    ),
    (
        "lease",
        r"(?:租赁|租賃|托管|託管)[^，。；]{0,4}(?:协议|協議|合同|合約)|租约|租約"
        r"|(?:賃貸借|賃借|リース|コロケーション)契約|임대\s?(?:차\s?)?계약|코로케이션",
    ),
    (
        "capacity",  # what is sold on, whoever made the chips in it
        r"(?:용량|容量|产能|產能)[^，。,]{0,6}(?:계약|契約|协议|協議|合同|合約|订单|訂單)",
    ),
    (
        "compute",
        r"(?:云|雲|算力|计算|計算|運算)[^，。；]{0,8}(?:协议|協議|合同|合約|大单|大單|订单|訂單|合作)|押注"
        r"|(?:クラウド|計算|GPU|コンピュート)[^、。]{0,8}契約|(?:클라우드|컴퓨팅|연산|gpu)[^,.]{0,8}계약",
    ),
)
# Behind the other side: it is its site that is let, so the one who signs takes it.
TENANCY: Final = (
    r"(?![와과と])\s?(?:의|の|的)?\s?[^、，。,签簽谈談达達拟擬과와]{0,16}?(?:데이터\s?센터|클러스터|캠퍼스|gpu|컴퓨팅|연산|データ\s?センター"
    r"|計算|数据中心|數據中心|資料中心|算力|超算)[^、，。,]{0,12}?(?:임대|임차|리스|賃借|賃貸借|リース"
    r"|レンタル|租赁|租賃|租用)의?の?\s?차?\s?(?:계약|契約|协议|協議|合同|合約)"
)
# That somebody raises money, into which another one puts some.
RAISES: Final = r"融资|融資|募资|募資|筹资|籌資|資金調達|자금\s?조달|투자\s?유치|조달|펀딩"
# What two design together is no site.
OWN_CHIPS: Final = (
    r"(?:チップ|半導体|プロセッサ|芯片|晶片|处理器|칩|반도체)(?:を|을|를)?[^、，。,]{0,6}(?:開発|开发|開發|개발|設計|设计|설계|研发)"
    r"|(?:開発|开发|開發|개발|設計|设计|설계|研发)[^、，。,]{0,8}(?:チップ|半導体|プロセッサ|芯片|晶片|处理器|칩|반도체)"
)
# What one firm sells to another, whoever else works at it: no site that two build for themselves.
SOLD_WHOLE: Final = (
    r"超级计算机|超級計算機|超级电脑|超級電腦|超算(?!中心)|スーパーコンピューター?|スパコン|슈퍼\s?컴퓨?터?"
    r"|(?:数据中心|數據中心|資料中心|データセンター|데이터\s?센터|算力|计算|運算)의?の?\s?(?:容量|产能|產能|용량)"
    r"|(?:云|雲|云计算|雲端|雲端運算|云服务|算力|租赁|租賃|クラウド|컴퓨팅|클라우드)(?:服务|服務|サービス)?\s?"
    r"(?:协议|合同|合约|大单|協議|合約|契約|계약)"
)

# Japanese and Korean glue what marks a side behind it.
PARTICLES: Final[Mapping[Language, tuple[tuple[Case, str], ...]]] = {
    "zh": (("of", r"\s?(?:的|之(?!间|間)|(?:持有|拥有|擁有|握有)的)"),),
    "ja": (
        ("from", r"から|より|を通じて"),
        ("by", r"によって|により|による"),
        ("with", r"と"),
        ("subject", r"は|が|も"),
        ("for", r"(?:の?データセンター)?向け|のため|専用"),
        ("to", r"に|へ"),
        ("of", r"の|製|が(?:\S{0,12}で)?(?:保有|所有|運営)する|が持つ"),
        ("object", r"を"),
    ),
    "ko": (
        ("from", r"(?:으로부터|로부터|에게서|한테서|에서|서)(?![가-힣])"),
        ("by", r"에 의해"),
        ("with", r"(?:와|과|이랑|하고)(?:의|는|도)?(?![가-힣])"),
        ("to", r"(?:에게|에|한테)(?:도|는)?(?![가-힣])"),
        ("for", r"(?:향|용)(?![가-힣])|\s?전용|\s?(?:데이터\s?센터|클러스터|서버)용"),
        ("of", r"(?:의|산|제)(?![가-힣])|(?:이|가)\s(?:보유|소유|운영)(?:한|하는|중인|하고 있는)"),
        ("subject", r"(?:은|는|이|가|도|께서)(?![가-힣])"),
        ("object", r"(?:을|를)(?![가-힣])"),
    ),
}
# What may stand between a name and its particle.
SUFFIXES: Final[Mapping[Language, str]] = {
    "zh": r"(?:科技|半导体|半導體|电子|電子)?(?:公司|集团|集團)?"
    r"(?:等?[一两兩三四五六七八九\d]+家(?:公司|企业|企業)?|[双雙]方)?",
    "ja": r"(?:社|グループ|側|などの?|ら|クラウド|インク|ホールディングス|\s?inc\.?|\s?cloud"
    r"|の?[\d２-９二三四五六七八九両]+社)*",
    "ko": r"(?:사(?![가-힣]{2})|측|그룹|\s?클라우드|\s?인프라스트럭처|\s?플랫폼스?|\s?홀딩스|\s?등"
    r"|\s[\d두세네]+\s?(?:개\s?)?(?:사|기업|회사))*",
}
# Between two names of one side.
LISTS: Final[Mapping[Language, str]] = {
    "zh": r"、|/|／|及其?|以及|·|＆|&|和|与|與|\+|×|,",
    "ja": r"・|と|や|および|及び|ならびに|/|／|＆|&|×",
    "ko": r"(?:·|ㆍ|・)\s?[a-z가-힣]{2,8}(?:·|ㆍ|・)|·|ㆍ|・|/|및|와|과|&|×|-|그리고",
}
# Between two names that are one side, or the headline's subject and another: "A、Bと契約".
LOOSE_LISTS: Final[Mapping[Language, str]] = {
    "zh": "(?!)",
    "ja": r"、|，|,",
    "ko": r",",
}

# A sum or a capacity: what two do together with one of these is a contract.
FIGURE: Final = (
    r"\d\s?(?:多|余|餘)?\s?(?:千|百|十)?(?:亿|億|兆|万亿|萬億|억|조)|[千百十数數]{1,3}[亿億]"
    r"|\d\s?(?:gw|mw|吉瓦|兆瓦|ギガワット|メガワット|기가와트|메가와트)"
)

# Behind a name: it is the one that speaks, and "we" in its words.
SPEAKS: Final = (
    r"[^，。、\s]{0,14}(?:表示|称(?!为)|稱(?!為)|说(?!明)|說(?!明)|指出|透露|宣布|宣佈)"
    r"|[^、。]{0,16}(?:と(?:述べ|語|話し|コメント|説明|発表))|[^,.]{0,16}(?:밝혔|말했|전했|설명했)"
)
WE: Final = r"我们|我們|本公司|我司|当社|弊社|私たち|我々|우리|당사"

# --- who only stands by ---------------------------------------------------------------------------

_TO_NAME: Final = (
    rf"[^，,。、；：向与與从從由为為获獲将將拟擬签簽采採租被{NAME}]{{0,14}}?"
    # Their sites and chips are no companies: SpaceX旗下Colossus.
    rf"(?=[{NAME}]|(?<![a-z])(?!ai|[gt]pu|aws|azure|colossus|stargate|helios|rainier|hyperion"
    rf"|prometheus|fairwater|trainium|dgx|memphis|abilene)[a-z]{{3}})"
)
# Behind a name: it backs or owns the next one, which is the one that acts.
BACKERS: Final[Mapping[Language, str]] = {
    "zh": rf"\s?等?\s?(?:(?:支持|投资|投資|注资|注資|入股|持股|参股|參股|控股|背书|领投|領投|出资"
    rf"|出資|撑腰|力挺|加持)(?:的|之)|旗下的?|子公司){_TO_NAME}"
    rf"|(?:的)?(?:(?:云|雲|雲端|核心|重要)?(?:合作)?(?:伙伴|夥伴)|母公司)\s?(?=[{NAME}])",
    "ja": rf"(?:が|も|の)?(?:出資する|出資した|出資の|支援する|支援した|支援の|投資する|投資した"
    rf"|傘下の?|系の?|の?(?:クラウド|戦略)?パートナー(?:企業)?の|の?親会社の?|後ろ盾の|後押しの|後押しする|の支援を受ける|子会社の?){_TO_NAME}",
    "ko": rf"(?:가|이|의)?\s?(?:투자한|출자한|지원하는|지원한|지원받는|후원하는|산하의?|계열의?"
    rf"|자회사인?|지원|투자사인?){_TO_NAME}",
}
# Behind a name: it pays for, or stands behind, a site that another one takes.
BACKS_SITE: Final[Mapping[Language, str]] = {
    "zh": rf"\s?等?\s?(?:支持|資助|资助|出资|出資|担保|擔保|融资|融資|投资|投資)(?:的|之)"
    rf"(?=[^，。；{NAME}]{{0,20}}(?:数据中心|數據中心|資料中心|园区|園區|算力中心))",
    "ja": rf"(?:が|による|からの)?\s?(?:支援|出資|融資|後押し|資金提供)"
    rf"(?:する|した|の|を受けた|を受ける)"
    rf"(?=[^、。{NAME}]{{0,24}}(?:データ\s?センター|施設|キャンパス|クラスター))",
    "ko": rf"(?:가|이|의)?\s?(?:지원|출자|투자|보증|후원)(?:하는|한|받는|을 받은)?\s"
    rf"(?=[^,.{NAME}]{{0,24}}(?:데이터\s?센터|캠퍼스|클러스터))",
}
# Before a name, or behind it: a rival, an analyst.
RIVAL_BEFORE: Final = (
    r"(?:竞争对手|競爭對手|对手|對手|击败|擊敗|不同于|类似于?|对标|叫板|挑战者?|媲美|比肩|超越|超过|ライバルの?|競合の?"
    r"|取代|替代|而非|而不是|弃用|棄用|甩开|甩開|绕[开过]|繞[開過]|告别|告別|摆脱|擺脫|力压|力壓|打败|打敗|抛弃|拋棄"
    r"|借鉴|借鑒|效仿|仿效|模仿|追随|追隨|比照"
    r"|競合する|対抗する|경쟁사인?\s?|라이벌\s?|경쟁자\s?|맞수\s?)$"
)
BYSTANDER_AFTER: Final = (
    r"(?:の)?(?:代わりに|ではなく|に代わり|に代え|に代わる)|\s?(?:대신|말고|제치고|아닌)(?![가-힣])"
    r"|(?:的)(?:竞争对手|競爭對手|对手|對手|劲敌|勁敵)|の(?:ライバル|競合|対抗馬)"
    r"|의\s(?:경쟁사|경쟁자|경쟁\s?업체|라이벌|대항마|맞수)"
    r"|처럼(?![가-힣])|のように|に倣|を参考に"
    r"|\s?(?:展开|展開|掀起|打响|打響|开启|開啟)[^，。；]{0,8}(?:竞赛|競賽|竞争|競爭|较量|較量|角逐)"
    r"|\s?(?:受益|获益|獲益|受惠)"
    r"|\s?(?:竞争|競爭|抗衡|争霸|爭霸|较量|較量)(?![对對]手)"
    rf"|\s?[^，。；{NAME}]{{0,4}}(?:失去|丧失|喪失)"
    r"|的?(?:过度)?(?:依赖|依賴)|への依存|(?:에 대한)?\s?의존"
    r"|(?:的)?(?:分析师|分析師|前高管|前员工|前員工|投资者)|(?:の)?(?:アナリスト|元幹部|元社員)"
    r"|\s?(?:애널리스트|연구원|출신)"
)
# A clause that sets another deal against this one, or tells who left before: 尽管与B合作，
PASSING: Final = (
    r"(?:尽管|儘管|虽然|雖然|除了)[^，。；]{0,40}[，。；]"
    rf"|不再[^，。；]{{0,20}}?(?=[\s，{BLANK}]*(?:而是|转投|轉投|转向|轉向|改用|改投|倒向))"
    r"|[与與和同][^，。；、]{0,20}(?:签约|簽約|合作|签署|簽署)(?:之)?[后後](?=再|又|，再|，又)"
    r"|[^，。；、]{0,30}(?:退出|放弃|放棄|撤出|离场|離場|退场)(?:之)?[后後](?=[，由])"
    r"|[^、。]{0,40}(?:にもかかわらず|とは別に|に加えて?|の撤退後|が撤退した後)[、，]"
    r"|[^,.]{0,40}(?:에도 불구하고|와 별개로|과 별개로|에 이어|철수한 뒤|빠진 뒤)"
)
# Behind a name: its product, not the company: 英伟达芯片, NVIDIA製GPU.
PRODUCT: Final = (
    r"[)）]?(?:\s?[（(][A-Za-z .:&-]{1,24}[)）])?"  # "輝達（NVIDIA）GB300"
    r"\s?(?:製(?![造薬])(?!サーバ)|산(?=\s)|(?:的|の|製の?|산|제|의)?\s?[「『“‘'\"]?(?:(?:最新一代|最新世代|最新|最先端|下一代|先进|先進|先端|[尖顶頂][端级級尖]的?|禁運的?|新一代|新型|次世代|차세대|최신형?|최첨단|첨단|최상위|고성능|高性能"
    r"|ai|人工智能|人工智慧|人工知能|인공지능)の?(?:[(（]ai[)）])?\s?)*(?:芯片|晶片|显卡|顯卡|gpu|加速|处理器|處理器|チップ|半導体|画像処理|プロセッサ|アクセラ"
    r"|칩|반도체|그래픽|가속기|系统|系統|systems?|g?[gbhr][bh]?\d00|blackwell|hopper|rubin|vera|grace|instinct"
    r"|mi\d{3}|「?helios|블랙웰|루빈|ブラックウェル|ルービン|晶圆级|晶圓級))"
)
# Behind a maker one deals with: what it makes and the other gets ("엔비디아와 블랙웰 GPU 5만장").
BESIDE_PRODUCT: Final = (
    r"(?:와|과|と|と、|合作)\s?(?:의\s)?(?:최신|최첨단|차세대|最新|最先端)?の?\s?(?:블랙웰|루빈|ブラックウェル|ルービン"
    r"|blackwell|rubin|[gbh][bh]?\d00|mi\d{3}|gpu)"
)
# Who does this lends for what the text tells, wherever it says so.
LEADS_LOAN: Final = ("主导", "主導", "牵头", "牽頭", "领衔", "領銜")
# Who does this stands beside those who deal with each other, wherever a text says so.
TAKES_PART: Final = ("名を連ね", "参画", "参加", "참여", "参与", "參與", "加入")
