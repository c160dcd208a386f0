"""Plain headlines about deals are read in other languages than English, whoever they name.

The tables give wordings, not headlines: every one is read with several pairs of companies, as the
press of its language writes them.
"""

from typing import Final

import pytest

from flows.polling.tools import builtin_companies
from parsers.money import find_money
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading

# Who buys and who supplies, as written and as listed.
PAIRS: Final = {
    "zh": (("OpenAI", "甲骨文"), ("Anthropic", "谷歌"), ("Meta", "CoreWeave"), ("微软", "Nebius")),
    "ko": (("오픈AI", "오라클"), ("앤트로픽", "구글"), ("메타", "코어위브"), ("MS", "네비우스")),
    "ja": (
        ("オープンAI", "オラクル"),
        ("アンソロピック", "グーグル"),
        ("メタ", "コアウィーブ"),
        ("マイクロソフト", "ネビウス"),
    ),
    "es": (("OpenAI", "Oracle"), ("Anthropic", "Google"), ("Meta", "CoreWeave")),
}
LISTED: Final = {
    "甲骨文": "Oracle",
    "谷歌": "Google",
    "微软": "Microsoft",
    "오픈AI": "OpenAI",
    "오라클": "Oracle",
    "앤트로픽": "Anthropic",
    "구글": "Google",
    "메타": "Meta",
    "코어위브": "CoreWeave",
    "MS": "Microsoft",
    "네비우스": "Nebius",
    "オープンAI": "OpenAI",
    "オラクル": "Oracle",
    "アンソロピック": "Anthropic",
    "グーグル": "Google",
    "メタ": "Meta",
    "コアウィーブ": "CoreWeave",
    "マイクロソフト": "Microsoft",
    "ネビウス": "Nebius",
}

# {B} gets compute from {S}.
NEW: Final = {
    "zh": (
        "{B}与{S}签订逾百亿美元算力采购合同",
        "{B}向{S}采购100亿美元云算力",
        "{B}向{S}租用10万颗GPU",
        "【突发】{B}将租用{S}数据中心全部算力",
        "{B}牵手{S}，豪掷100亿美元买算力",
        "{B}转投{S}：100亿美元锁定云算力",
        "{B} 与 {S} 达成 100 亿美元云服务协议",
        "{S}将向{B}供应10万颗AI芯片",
        "{S}将为{B}提供价值97亿美元的GPU云服务",
        "{S}拿下{B}百亿美元算力大单",
        "{S}夺得{B} AI服务器订单",
        "{S}獲{B} AI伺服器大單",
        "{S}股价大涨 与{B}签下100亿美元算力合同",
        "{S}营收翻倍，与{B}签署史上最大算力协议",
        "{S}把500兆瓦数据中心租给{B}",
        "{B}大模型将运行在{S}云上 双方签署五年协议",
    ),
    "ko": (
        "{B}, {S}와 100억달러 클라우드 계약",
        "{B}, {S}서 174억달러어치 AI 인프라 빌린다",
        "{B}, {S} 데이터센터에 입주…15년 임대 계약",
        "{B}, {S} 클라우드로 갈아탄다…100억달러 계약",
        "{S}, {B}에 GPU 10만장 공급",
        "{S}, {B}에 AI 서버 납품 계약",
        "{S}, {B}서 200억달러 수주…GPU 서버 공급",
        "{S} 주가 12% 급등…{B}와 142억달러 클라우드 계약 소식에",
        "{S}, {B}에 40㎿ 코로케이션",
    ),
    "ja": (
        "{B}、{S}からGPU10万基を調達",
        "{B}が{S}とAIインフラ契約　総額174億ドル",
        "{B}、{S}のクラウドを100億ドルで利用",
        "{S}、{B}にAI半導体10万個を供給",
        "{S}、{B}にGPU22万基を貸し出し",
        "{S}、{B}向けに270億ドルのAIインフラ供給",
        "{S}株急騰　{B}と142億ドルのクラウド契約",
    ),
    "es": (
        "{B} alquilará a {S} capacidad de GPU por 17.400 millones de dólares",
        "{B} recurre a los chips de {S} en un contrato de 10.000 millones de dólares",
        "{B} tira de las GPU de {S} para entrenar su próximo modelo",
        "{B} firma con {S} un contrato de nube de 38.000 millones de dólares",
        "{S} suministrará 500 MW de capacidad a {B}",
        "{S} pondrá 30.000 GPU a disposición de {B}",
        "{S} se dispara en Bolsa tras firmar con {B} un contrato de 9.700 millones de dólares",
    ),
}
RUMOURED: Final = {
    "zh": (
        "知情人士：{B}正洽谈租用{S}芯片",
        "{B}与{S}商讨百亿美元算力采购",
        "外媒：{B}或租用{S}算力",
        "{B}洽购{S} 10万颗AI芯片",
    ),
    "ko": ("{B}, {S} GPU 도입 검토", "{B}, {S}와 클라우드 계약 물밑 협상"),
    "ja": ("{B}、{S}製AI半導体の採用へ協議", "{B}、{S}からGPU調達を模索　米報道"),
    "es": ("{B} negocia alquilar GPU a {S}", "{B} podría alquilar los chips de {S}"),
}
CANCELLED: Final = {
    "zh": (
        "{B}砍掉{S}部分算力合约",
        "{B}退掉{S}两处机房租约",
        "{B}不再续租{S}算力",
        "{B}终止与{S}的百亿美元服务器租赁谈判",
        "{B}与{S}的算力采购合同告吹",
    ),
    "ko": (
        "{B}, {S}와 클라우드 계약 해지",
        "{B}, {S} GPU 임대 계획 접었다",
        "{B}, {S} 데이터센터 임대 계약 백지화",
    ),
    "ja": (
        "{B}、{S}とのクラウド契約を解消",
        "{B}、{S}から借りるはずだったデータセンターを解約",
        "{B}、{S}とのGPU契約を破棄",
    ),
    "es": (
        "{B} rompe el contrato de alquiler de GPU con {S}",
        "{B} aparca su contrato de nube con {S}",
    ),
}
DENIED: Final = {
    "zh": (
        "{B}否认取消与{S}的算力合同",
        "{B}婉拒{S}算力租用提议",
        "{B}澄清：暂无使用{S}芯片的计划",
        "{B}称没有取消{S}的算力合同",
    ),
    "ko": ("{B}, {S} GPU 임대 계약설 일축", "{B} “{S} GPU 도입 계획 없다”"),
    "ja": ("{B}、{S}とのGPU契約報道を否定", "{B}「{S}のGPUを採用する計画ない」"),
    "es": ("{B} niega haber cancelado su contrato de nube con {S}",),
}
WIDENED: Final = {
    "zh": ("{B}向{S}追加采购10万颗GPU", "{S}再获{B} 65亿美元算力加单"),
    "ko": ("{B}·{S}, 클라우드 계약 65억달러 증액",),
    "ja": ("{B}と{S}、クラウド契約を65億ドル上積み",),
    "es": ("{B} amplía su contrato de nube con {S} en 6.500 millones de dólares",),
}
RECALLED: Final = {
    "zh": ("{B}与{S}3000亿美元算力合同背后：钱从哪来", "{S}开始交付{B}采购的首批GPU"),
    "ko": ("{B}·{S} 클라우드 계약의 의미와 논란",),
    "ja": ("{B}が{S}と締結したクラウド契約で、次世代GPUが使用される",),
    "es": ("Qué hay detrás del contrato de nube de 300.000 millones entre {B} y {S}",),
}
EVENTS: Final = {
    "new": NEW,
    "rumour": RUMOURED,
    "cancelled": CANCELLED,
    "denial": DENIED,
    "expansion": WIDENED,
    "background": RECALLED,
}

# Beside compute, or of the same companies, and no deal over it.
OTHERS: Final = (
    "Meta与Vistra签20年核电协议 为AI数据中心供电",
    "苹果每年付谷歌约10亿美元 用Gemini改造Siri",
    "甲骨文股价暴涨36% 订单积压达4550亿美元",
    "Meta借鉴Tesla策略，用帐篷快速部署数据中心",
    "黑石、KKR竞购数据中心运营商AirTrunk",
    "CoreWeave融资75亿美元 估值翻倍",
    "SK하이닉스, 엔비디아와 HBM 공급 계약",
    "메타, 원전 기업 비스트라와 20년 전력 계약",
    "네이버, 세종 데이터센터 증설에 1조원 더 쓴다",
    "구글, 애플 시리에 제미나이 탑재 계약",
    "東京ガス、データセンターに電力供給",
    "ソフトバンクG、アンペアを65億ドルで買収完了",
    "オラクル、社債180億ドル発行　AI投資に充当",
    "Meta se queda con Rivos para diseñar sus propios chips de IA",
    "Iberdrola suministrará energía eólica a Amazon para sus centros de datos",
    "Solaria se dispara en Bolsa por el auge de los centros de datos",
    "EEUU acusa a DeepSeek de entrenar su modelo con chips de Nvidia",
    "RWE beliefert Amazons Rechenzentren mit Windstrom",
    "Vattenfall levert windstroom aan datacenter van Google",
    "Stm sale in Borsa dopo l'accordo con Amazon sui chip di connessione",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader of the companies that come with the program."""
    return build_reader(builtin_companies())


def read_all(reader: Reader, language: str, wording: str) -> list[tuple[str, str, DealReading]]:
    """Buyer, supplier and what is read of a wording, for every pair of its language."""
    return [
        (
            LISTED.get(buyer, buyer),
            LISTED.get(supplier, supplier),
            read_deal(wording.format(B=buyer, S=supplier), "", reader),
        )
        for buyer, supplier in PAIRS[language]
    ]


def wordings_of(*events: str) -> list[object]:
    """The wordings of some events with their language and event, each its own id."""
    return [
        pytest.param(event, language, wording, id=f"{event} {wording}")
        for event in events
        for language, wordings in EVENTS[event].items()
        for wording in wordings
    ]


@pytest.mark.parametrize(("event", "language", "wording"), wordings_of("new", "expansion"))
def test_who_buys_and_who_supplies(reader: Reader, event: str, language: str, wording: str) -> None:
    """A wording gives the same roles to every pair of companies."""
    read = read_all(reader, language, wording)

    assert [
        {(party.company, party.role) for party in reading.parties} for _, _, reading in read
    ] == [{(buyer, "buyer"), (supplier, "supplier")} for buyer, supplier, _ in read], event


@pytest.mark.parametrize(("event", "language", "wording"), wordings_of(*EVENTS))
def test_the_event_is_told(reader: Reader, event: str, language: str, wording: str) -> None:
    """Verbs of talks, ends, denials and extensions tell the event in every language."""
    read = read_all(reader, language, wording)

    assert {reading.event for _, _, reading in read} == {event}


@pytest.mark.parametrize("title", OTHERS)
def test_other_subjects_stay_out(reader: Reader, title: str) -> None:
    """Power, parts, models, equity, shares and own plans are no compute deals."""
    assert not read_deal(title, "", reader).is_compute_deal


@pytest.mark.parametrize(
    ("title", "qualifier"),
    [
        ("Meta与CoreWeave签15年租约 总额70亿美元", "exact"),
        ("Meta与CoreWeave签订合约约70亿美元", "approx"),
        ("메타, 코어위브와 클라우드 계약 65억달러", "exact"),
        ("메타, 코어위브와 약 65억달러 클라우드 계약", "approx"),
        ("メタ、コアウィーブとクラウド契約　174億ドル", "exact"),
        ("メタ、コアウィーブとクラウド契約　約174億ドル", "approx"),
        ("廣達奪xAI伺服器訂單 總值上看30億美元", "up_to"),
    ],
)
def test_the_end_of_a_contract_is_no_about(reader: Reader, title: str, qualifier: str) -> None:
    """约, 約 and 약 mean "about" only where they are no part of the word for a contract."""
    reading = read_deal(title, "", reader)

    assert [money.qualifier for money in reading.money] == [qualifier]


PARTIES_TOLD: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "xAI寻求由摩根士丹利牵头融资120亿美元采购英伟达芯片",
        {("xAI", "buyer"), ("Nvidia", "supplier"), ("Morgan Stanley", "financier")},
    ),
    (
        "甲骨文获摩根大通牵头的380亿美元数据中心融资",
        {("Oracle", "buyer"), ("JPMorgan", "financier")},
    ),
    (
        "OpenAI洽谈10GW数据中心，Nvidia可能参与财务支持",
        {("OpenAI", "buyer"), ("Nvidia", "financier")},
    ),
    (
        "Anthropic 与云初创 Fluidra 签署 30 亿美元算力协议",
        {("Anthropic", "buyer"), ("Fluidra", "supplier")},
    ),
    (
        "Meta 与 neocloud Corvane 签署五年算力合同",
        {("Meta", "buyer"), ("Corvane", "supplier")},
    ),
    ("Anthropic签下300亿美元算力合同，与OpenAI展开军备竞赛", {("Anthropic", "buyer")}),
    ("Meta不再依赖英伟达，转投谷歌TPU", {("Meta", "buyer"), ("Google", "supplier")}),
    ("OpenAI牵手谷歌芯片", {("OpenAI", "buyer"), ("Google", "supplier")}),
    (
        "IBM与Together AI签署协议，将在IBM Cloud上部署推理集群",
        {("Together AI", "buyer"), ("IBM", "supplier")},
    ),
    (
        "TikTok母公司字节跳动采购140亿美元英伟达芯片",
        {("ByteDance", "buyer"), ("Nvidia", "supplier")},
    ),
    ("Microsoft cancela contratos de arrendamiento de centros de datos", {("Microsoft", "buyer")}),
    (
        "Anthropic alquila 300 megavatios a TeraWulf, según fuentes a El Confidencial",
        {("Anthropic", "buyer"), ("TeraWulf", "supplier")},
    ),
    (
        "Meta firma con Google un contrato de $10.000M para adquirir capacidad de cómputo",
        {("Meta", "buyer"), ("Google", "supplier")},
    ),
    (
        "Meta与Google Cloud签署100亿美元协议，带动谷歌股价上涨",
        {("Meta", "buyer"), ("Google", "supplier")},
    ),
]


@pytest.mark.parametrize(("title", "parties"), PARTIES_TOLD)
def test_lenders_rivals_and_new_names(
    reader: Reader, title: str, parties: set[tuple[str, str]]
) -> None:
    """Who lends is no buyer, who is only raced with or left behind is no side."""
    reading = read_deal(title, "", reader)

    assert {(party.company, party.role) for party in reading.parties} == parties


def test_a_text_names_who_uses_more(reader: Reader) -> None:
    """A title that names only what is used more of has its buyer from the text."""
    reading = read_deal(
        "扩大使用 Google Cloud TPU", "Anthropic 计划将使用规模扩展至一百万个 TPU。", reader
    )

    assert {(party.company, party.role) for party in reading.parties} == {
        ("Anthropic", "buyer"),
        ("Google", "supplier"),
    }


@pytest.mark.parametrize(
    "title",
    [
        "SoftBank计划向美国企业出租AI算力",
        "AMD恢复对华销售MI308芯片",
        "英伟达计划年底前小批量交付面向中国客户的定制 AI 芯片",
        "NVIDIA AI Cloud生态扩张至六大洲，合作伙伴加速AI工厂部署",
        "微软季度新增数据中心租约承诺超1300亿美元，AI算力军备竞赛持续",
    ],
)
def test_what_one_offers_to_many_is_no_deal(reader: Reader, title: str) -> None:
    """Sales to a market, an ecosystem and the total of a firm's leases have no second side."""
    assert not read_deal(title, "", reader).is_compute_deal


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Google拟向Anthropic投资最多400亿美元，同时签署5GW算力协议", "new"),
        ("Anthropic 签 20 年数据中心租约加码自有算力", "new"),
        ("Microsoft y Nebius refuerzan su colaboración con un contrato de cómputo", "expansion"),
        (
            "CoreWeave y OpenAI firman un contrato de 6.500 millones de dólares, que eleva a 22.000"
            " millones el total de acuerdos",
            "expansion",
        ),
    ],
)
def test_a_plan_beside_a_signing(reader: Reader, title: str, event: str) -> None:
    """What is signed beside a plan is no rumour; more of one's own widens no deal."""
    assert read_deal(title, "", reader).event == event


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Anthropic 与 Nscale 达成约 450 亿美元协议", [(45, "approx")]),
        ("SpaceX与Anthropic最高400亿美元云服务协议", [(40, "up_to")]),
        ("un acuerdo de US 38.000 millones con OpenAI", [(38, "exact")]),
        ("Nvidia frena $100.000M en OpenAI", [(100, "exact")]),
        ("in US 38 states", []),
    ],
)
def test_sums_of_the_press_abroad(text: str, sums: list[tuple[int, str]]) -> None:
    """Words of a bound glued to a name, a lost sign and thousands of millions are read."""
    found = find_money(text)

    assert [(int(money.amount) // 10**9, str(money.qualifier)) for money in found] == sums


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "OpenAI firmó un contrato de cómputo con Oracle por 300,000 millones de dólares",
            "Oracle reportó obligaciones de desempeño por 455,000 millones de dólares.",
        ),
        (
            "甲骨文与OpenAI签3000亿美元算力合同",
            "甲骨文估值 24 亿美元，剩余履约义务达4550亿美元。",
        ),
    ],
)
def test_what_is_on_the_books_is_no_price(reader: Reader, title: str, text: str) -> None:
    """Obligations and valuations beside a deal are not its sums."""
    reading = read_deal(title, text, reader)

    assert [money.amount for money in reading.money] == [300 * 10**9]
