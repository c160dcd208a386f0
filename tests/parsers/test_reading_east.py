"""Deals as newsrooms of China, Japan and Korea tell them: who does what, and what is no deal."""

from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))


def read(title: str, text: str = "") -> DealReading:
    """A text read with the list that comes with the program."""
    return read_deal(title, text, READER)


def roles_in(title: str, text: str = "") -> set[str]:
    """Each party with its role."""
    return {f"{party.company} {party.role}" for party in read(title, text).parties}


@pytest.mark.parametrize(
    ("title", "text", "roles"),
    [
        pytest.param(
            "美國能源部與輝達達成協議，打造兩台超級電腦",
            "",
            {"Nvidia supplier", "US Department of Energy buyer"},
            id="zh: a supercomputer is sold, not built together",
        ),
        pytest.param(
            "米エネルギー省、AMDと新型スパコン開発で提携",
            "",
            {"AMD supplier", "US Department of Energy buyer"},
            id="ja: a supercomputer is sold, not built together",
        ),
        pytest.param(
            "영국 정부, HPE와 슈퍼컴퓨터 공동 구축 계약",
            "",
            {"Hewlett Packard Enterprise supplier", "UK government buyer"},
            id="ko: a supercomputer is sold, not built together",
        ),
        pytest.param(
            "Anthropic与甲骨文达成协议 开发2吉瓦数据中心容量",
            "",
            {"Anthropic buyer", "Oracle supplier"},
            id="zh: capacity is sold, not built together",
        ),
        pytest.param(
            "AMD与英国政府达成10亿英镑协议，将与戴尔合作建造超级计算机",
            "",
            {"AMD supplier", "Dell partner", "UK government buyer"},
            id="zh: who works on an agreement of two others is a partner",
        ),
        pytest.param(
            "エネルギー省と超微(AMD)、慧与科技(HPE)、戴尔",
            "",
            set(),
            id="zh: names alone tell nothing",
        ),
        pytest.param(
            "メタ、テキサスのデータセンターの建設・運営をクルーソーに委ねる 1.2ギガワット",
            "",
            {"Crusoe developer", "Meta buyer"},
            id="ja: whom one leaves the building to builds for one",
        ),
        pytest.param(
            "메타, 1GW 데이터센터 건설을 크루소에 맡긴다",
            "",
            {"Crusoe developer", "Meta buyer"},
            id="ko: whom one leaves the building to builds for one",
        ),
        pytest.param(
            "オラクル、オープンAI向けにAMD製GPUを購入へ",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="ja: who buys for another serves it",
        ),
        pytest.param(
            "엔비디아, 일본에 GPU 10만장 공급…KDDI·라쿠텐·후지쯔",
            "",
            {"Fujitsu buyer", "KDDI buyer", "Nvidia supplier", "Rakuten buyer"},
            id="ko: names behind all else are whom it is done to",
        ),
        pytest.param(
            "현대차, 엔비디아 GPU 3만개로 AI 팩토리 구축",
            "",
            {"Hyundai buyer", "Nvidia supplier"},
            id="ko: what one builds with is bought",
        ),
        pytest.param(
            "楽天、NVIDIA製GPU2000基でAI基盤を構築",
            "",
            {"Nvidia supplier", "Rakuten buyer"},
            id="ja: what one builds with is bought",
        ),
        pytest.param(
            "三星與現代汽車將採購輝達Blackwell GPU",
            "",
            {"Hyundai buyer", "Nvidia supplier", "Samsung buyer"},
            id="zh: a headline of names and products in our letters",
        ),
        pytest.param(
            "马斯克密友透露算力大单细节 涉及8万颗芯片",
            "在迪拜举行的投资论坛上，AMD首席执行官苏姿丰宣布，将向G42供应8万颗AI芯片。",
            {"AMD supplier", "G42 buyer"},
            id="zh: an investment forum is no investment",
        ),
        pytest.param(
            "AMD, 중동에 AI 칩 8만개 공급",
            "두바이에서 열린 투자 포럼에서 나온 발표다.\n현지 반응은 뜨겁다.\n"
            "리사 수는 말을 아꼈다.\n"
            "블룸버그는 AMD가 현지 기업 G42와 AI 칩 공급 계약을 체결했다고 보도했다.",
            {"AMD supplier", "G42 buyer"},
            id="ko: a later sentence names both sides where none before does",
        ),
        pytest.param(
            "KDDI<9433>、GMOインターネット<4784>とAI計算基盤で提携",
            "",
            {"GMO Internet partner", "KDDI partner"},
            id="ja: codes of an exchange behind names",
        ),
        pytest.param(
            "廣達接獲Meta AI伺服器訂單",
            "",
            {"Meta buyer", "Quanta supplier"},
            id="zh: a name that would be another word elsewhere",
        ),
        pytest.param(
            "SK텔레콤·AWS, 울산에 100MW AI 데이터센터 조성",
            "",
            {"Amazon partner", "SK Telecom partner"},
            id="ko: two listed who build",
        ),
        pytest.param(
            "앤스로픽, MS 애저에 200억달러 지출하기로",
            "",
            {"Anthropic buyer", "Microsoft supplier"},
            id="ko: who spends on a cloud buys",
        ),
        pytest.param(
            "云赛智联中标上海某实验室算力服务项目",
            "",
            {"云赛智联 supplier"},
            id="zh: who wins a tender serves who called for it",
        ),
        pytest.param(
            "润建股份签订3.1亿元算力服务合同",
            "",
            {"润建股份 supplier"},
            id="zh: what a listed firm announces it sells",
        ),
        pytest.param(
            "Mistral将向甲骨文采购50亿美元算力 英伟达、AMD将投资Mistral",
            "",
            {
                "AMD investor",
                "Mistral buyer",
                "Mistral investee",
                "Nvidia investor",
                "Oracle supplier",
            },
            id="zh: a space parts two clauses",
        ),
        pytest.param(
            "AMD与Meta签订五年协议：供应数十万颗芯片，Meta或获8%股份",
            "",
            {"AMD investee", "AMD supplier", "Meta buyer", "Meta investor"},
            id="zh: a share in the other one",
        ),
        pytest.param(
            "AMD, 메타에 4GW 규모 AI 칩 공급…메타, AMD 지분 8% 확보",
            "",
            {"AMD investee", "AMD supplier", "Meta buyer", "Meta investor"},
            id="ko: a second part with sides of its own",
        ),
        pytest.param(
            "メタ、グーグルとクラウド契約 総額100億ドル",
            "契約は6年に及ぶ。\n詳細は明らかにしていない。\n株価は上昇した。\n"
            "NECと富士通も協力パートナーとして名を連ねる。",
            {"Fujitsu partner", "Google supplier", "Meta buyer", "NEC partner"},
            id="ja: who stands beside the two, some sentences on",
        ),
        pytest.param(
            "Mistral转用AMD芯片训练新模型",
            "",
            {"AMD supplier", "Mistral buyer"},
            id="zh: who turns to another make buys it",
        ),
    ],
)
def test_who_does_what_is_read(title: str, text: str, roles: set[str]) -> None:
    """Sides are found by preposition, particle, list and the words of selling whole machines."""
    assert roles_in(title, text) == roles


@pytest.mark.parametrize(
    ("title", "text", "roles"),
    [
        pytest.param(
            "ST恒通:签2.6亿算力合同,进军新业务",
            "",
            {"ST恒通 supplier"},
            id="zh: a listed firm in front of its own news",
        ),
        pytest.param(
            "云鼎科创签署算力服务合同",
            "云鼎科创公告,公司与成都智算中心有限公司(以下简称“甲方”)签订《算力服务合同》。",
            {"云鼎科创 supplier", "成都智算中心 buyer"},
            id="zh: the form the law asks for",
        ),
        pytest.param(
            "协创数据签下算力大单",
            "公司拟向北京市星河云联科技有限公司（简称“星河云联”）提供算力服务。",
            {"协创数据 supplier", "星河云联 buyer"},
            id="zh: what a notice calls short",
        ),
        pytest.param(
            "협성개발, 엔비디아 GPU 1만장 확보 계약",
            "AI 데이터센터를 짓고 있는 협성개발은 미국 하이퍼노드와 GPU 1만장을 도입하는 계약을 "
            "체결했다고 밝혔다.",
            {"하이퍼노드 supplier", "협성개발 buyer"},
            id="ko: by a tail, and by the land before a name",
        ),
        pytest.param(
            "さくらインターネット、新興企業のテラノードからGPU5000基を調達",
            "",
            {"Sakura Internet buyer", "テラノード supplier"},
            id="ja: what it is stands before the name",
        ),
    ],
)
def test_firms_no_list_knows_are_sides(title: str, text: str, roles: set[str]) -> None:
    """Legal forms, short names of notices and what stands before a name show a firm."""
    assert roles_in(title, text) >= roles


def test_a_subsidiary_signs_for_the_firm_that_tells_of_it() -> None:
    """Of a notice's subsidiary with its full name no side is made."""
    text = "全资子公司蓝海智算（深圳）科技有限公司（简称“蓝海智算”）拟向腾讯提供算力服务。"

    assert roles_in("协创数据公告签订算力服务合同", text) == {
        "Tencent buyer",
        "协创数据 supplier",
    }


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("SpaceX算力出租月入20亿美元，客户包括Anthropic", id="zh: what one earns"),
        pytest.param(
            "黑石和微软达成协议，以300亿美元收购数据中心运营商", id="zh: a takeover agreed"
        ),
        pytest.param("OpenAI与高通合作开发手机芯片", id="zh: chips of phones"),
        pytest.param("腾讯云与工商银行签署战略合作协议", id="zh: a bank and a cloud"),
        pytest.param("华为发布新一代昇腾芯片", id="zh: a launch"),
        pytest.param("甲骨文发行180亿美元债券", id="zh: bonds"),
        pytest.param("LS일렉트릭, xAI 데이터센터에 배전반 공급", id="ko: what a data centre holds"),
        pytest.param("삼성전기, AI 서버용 기판 공급 계약", id="ko: boards of servers"),
        pytest.param("정부, AI 데이터센터 특별법 추진", id="ko: a law"),
        pytest.param("日立、データセンター向け変圧器を増産", id="ja: transformers"),
        pytest.param("東京電力、データセンター向け電力供給で新会社", id="ja: power"),
        pytest.param("グーグル、千葉にデータセンター開設", id="ja: a site of one's own"),
    ],
)
def test_other_news_stays_out(title: str) -> None:
    """Parts, earnings, takeovers and one's own sites are no deal over compute."""
    assert not read(title).is_compute_deal


@pytest.mark.parametrize(
    ("title", "text", "event"),
    [
        pytest.param(
            "英伟达向G42供应5万颗芯片",
            "这一决定是在美国取消了限制出口的规则之后作出的。",
            "new",
            id="zh: a rule ends, not the deal",
        ),
        pytest.param(
            "微软的俄亥俄数据中心租约生变 涉及CoreWeave",
            "知情人士说，微软已终止与CoreWeave的租约。",
            "cancelled",
            id="zh: the lease ends",
        ),
        pytest.param(
            "KDDI、スーパーマイクロとのAIデータセンター構築に向けた協議を終了",
            "",
            "cancelled",
            id="ja: talks are over",
        ),
        pytest.param(
            "英伟达拟向Mistral供应2万颗芯片",
            "英伟达和Mistral周二宣布了这项合作。",
            "new",
            id="zh: a plan that is announced",
        ),
        pytest.param(
            "AI领域再传重大合作！Mistral与谷歌签署算力协议", "", "new", id="zh: told once more"
        ),
        pytest.param(
            "Mistral与谷歌签署10万颗TPU供应协议",
            "谷歌先前已向Mistral投资约3亿美元，并为其提供云服务。",
            "new",
            id="zh: a stake of before",
        ),
        pytest.param("英伟达拟向Mistral供应2万颗芯片", "", "new", id="zh: a plan alone"),
        pytest.param("据报英伟达拟向Mistral供应2万颗芯片", "", "rumour", id="zh: a plan reported"),
        pytest.param(
            "字節跳動將採購輝達晶片 明年交貨",
            "",
            "new",
            id="zh: no source is named",
        ),
        pytest.param(
            "南華早報報導，騰訊將採購輝達晶片", "", "rumour", id="zh: a morning paper reports"
        ),
        pytest.param(
            'FT "오라클, AMD 칩 300억달러어치 구매"', "", "rumour", id="ko: a paper is quoted"
        ),
        pytest.param(
            "xAI, 사우디 휴메인과 500MW 데이터센터 건설", "", "new", id="ko: 건설 is no rumour"
        ),
        pytest.param(
            "데이터센터를 추진 중인 카카오, AMD GPU 1만개 확보 계약",
            "",
            "new",
            id="ko: who plans a site",
        ),
        pytest.param(
            "甲骨文CEO：与OpenAI的合同按计划推进", "", "background", id="zh: what a head says"
        ),
        pytest.param(
            "刚转型就签12亿元算力大单，协创数据能否跟上？", "", "new", id="zh: told, then asked"
        ),
    ],
)
def test_what_happens_to_a_deal(title: str, text: str, event: str) -> None:
    """Plans, endings and sources count where they are said of the deal."""
    assert read(title, text).event == event


@pytest.mark.parametrize(
    ("title", "text", "sums"),
    [
        pytest.param(
            "腾讯斥资人民币500亿元，合台幣約2200億元，採購輝達晶片",
            "",
            {"50000000000 CNY"},
            id="zh: a conversion without brackets",
        ),
        pytest.param(
            "傳騰訊2027年擬斥資約500億人民幣採購輝達晶片，較2026年約300億人民幣大增",
            "",
            {"50000000000 CNY"},
            id="zh: what it was the year before",
        ),
        pytest.param(
            "카카오, 구글과 클라우드 계약…금액은 12억 달러(한화 약 1조 6천억 원)",
            "",
            {"1200000000 USD"},
            id="ko: what it is in the money of the land",
        ),
        pytest.param(
            "英伟达向Mistral投资20亿美元并供应芯片",
            "英伟达市值逼近5万亿美元。",
            {"2000000000 USD"},
            id="zh: what a firm is worth",
        ),
        pytest.param(
            "协创数据签超8亿元算力大单",
            "公告显示，合同金额为8.36亿元。",
            {"836000000 CNY"},
            id="zh: a headline rounds",
        ),
        pytest.param(
            "润建股份:签2.4亿算力合同", "", {"240000000 CNY"}, id="zh: the currency left out"
        ),
        pytest.param(
            "Mistral与甲骨文签下30亿美元（於新台幣900億元）算力合約",
            "甲骨文創辦人身家暴增1,000億美元。",
            {"3000000000 USD"},
            id="zh: a conversion, a fortune",
        ),
        pytest.param(
            "삼성SDS, 2조5000억 규모 GPU 공급 계약 수주",
            "",
            {"2500000000000 KRW"},
            id="ko: the currency left out",
        ),
        pytest.param(
            "테라울프, 앤스로픽과 $19B 규모 데이터센터 임대 계약",
            "",
            {"19000000000 USD"},
            id="ko: a sign before the sum",
        ),
        pytest.param(
            "오픈AI, 5000억달러 스타게이트 일환으로 오라클과 300억달러 계약",
            "",
            {"30000000000 USD"},
            id="ko: the size of a programme",
        ),
    ],
)
def test_sums_are_those_of_the_deal(title: str, text: str, sums: set[str]) -> None:
    """Conversions, market values, programmes and rounded headlines are no sums of their own."""
    money = read(title, text).money

    assert {f"{one.amount:f} {one.currency}" for one in money} == sums


@pytest.mark.parametrize(
    ("title", "count"),
    [
        pytest.param(
            "엔비디아, G42에 ‘블랙웰’ 칩 1만5000개 공급", 15_000, id="ko: model in quotes"
        ),
        pytest.param(
            "네비우스, 메타에 GPU 30K대 공급 계약", 30_000, id="ko: our letter for thousand"
        ),
        pytest.param("楽天、NVIDIAのGPU3000台を調達", 3_000, id="ja: a counter of machines"),
        pytest.param(
            "中国移动向中科曙光采购2000张DCU加速卡", 2_000, id="zh: accelerators of another kind"
        ),
    ],
)
def test_chips_are_counted(title: str, count: int) -> None:
    """Counts stand behind the name, with the counters of each language."""
    assert [one.count for one in read(title).chips] == [count]


def test_a_sum_is_a_floor_behind_its_conversion() -> None:
    """The bracket of "30억달러(약 4조원)가 넘는" parts a sum from what it is said to be."""
    money = read("네비우스, 메타와 30억달러(약 4조원)가 넘는 GPU 클라우드 계약 체결").money

    assert [(one.currency, one.qualifier) for one in money] == [("USD", "at_least")]
