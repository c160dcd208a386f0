"""Who is a side in Chinese news, who only stands by, and what happens to the deal meanwhile."""

import pytest

from tests.readings import read, told


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("寒武纪获得中国联通2026年度人工智能服务器及配套设备第一批次集中采购项目订单",
         "Cambricon:supplier, China Unicom:buyer"),
        ("Meta與CoreWeave簽署142億美元協議，合約將為前者提供算力",
         "CoreWeave:supplier, Meta:buyer"),
        ("微软與数据中心业者IREN及云端新创Lambda簽署多項合作協議",
         "IREN:supplier, Lambda:supplier, Microsoft:buyer"),
        ("OpenAI选择软银旗下SB Energy建设得州1.2GW数据中心",
         "OpenAI:buyer, SB Energy:developer"),
        ("AMD与Mistral达成GPU供应协议，并授予Mistral可购入最多5%AMD股票的权证",
         "AMD:investee, AMD:supplier, Mistral:buyer, Mistral:investor"),
        ("腾讯与甲骨文签下算力租赁协议，在东南亚获取10万枚AI芯片",
         "Oracle:supplier, Tencent:buyer"),
        ("OpenAI获准与谷歌签署云服务合同", "Google:supplier, OpenAI:buyer"),
        ("优刻得：与客户星海图签订1.8亿元GPU租赁合同", "UCloud:supplier, 星海图:buyer"),
        ("云从机器人向优刻得租用3000张H20，三年租金4.2亿元", "UCloud:supplier, 云从机器人:buyer"),
        ("富士通、蒼海AI向けスパコンを受注", "Fujitsu:supplier, 蒼海AI:buyer"),
        ("清水建設、マイクロソフトの印西データセンターを受注",
         "Microsoft:buyer, Shimizu:developer"),
        ("현대건설, 메타 인도네시아 데이터센터 공사 수주", "Hyundai E&C:developer, Meta:buyer"),
        ("업스테이지, 네이버클라우드 GPU 임차 계약 2년 연장", "Naver:supplier, Upstage:buyer"),
        ("다솜로보틱스, 엔비디아에 DGX 40대 발주", "Nvidia:supplier, 다솜로보틱스:buyer"),
        ("솔트룩스, KT클라우드와 맺은 GPU 계약 파기", "KT:supplier, 솔트룩스:buyer"),
        ("寒武纪：获云图澜海14亿元加速卡采购订单", "Cambricon:supplier, 云图澜海:buyer"),
        ("NTTデータ、蒼海AIへのGPUクラウド供給枠を従来契約の3倍に拡大",
         "NTT Data:supplier, 蒼海AI:buyer"),
        ("GMOインターネット、雲雀ロボティクスとのGPU利用契約を解約",
         "GMO Internet:supplier, 雲雀ロボティクス:buyer"),
        ("KT, 누리온AI와의 420억원 규모 GPU 서비스 공급계약 해지", "KT:supplier, 누리온AI:buyer"),
        ("퓨리오사AI, LG전자에 '레니게이드' 탑재 서버 200대 공급", "FuriosaAI:supplier, LG:buyer"),
        ("Mistral正与甲骨文商谈筹资20亿美元，并将采用甲骨文云算力",
         "Mistral:buyer, Mistral:investee, Oracle:investor, Oracle:supplier"),
        ("微软与英伟达结盟，将共同投资xAI 30亿美元，xAI承诺斥资90亿美元购买Azure算力",
         "Microsoft:investor, Microsoft:supplier, Nvidia:investor, xAI:buyer, xAI:investee"),
        ("黑石敲定200亿美元贷款为xAI采购英伟达芯片",
         "Blackstone:financier, Nvidia:supplier, xAI:buyer"),
        ("Meta在与谷歌、微软签下协议后，宣布租用CoreWeave算力", "CoreWeave:supplier, Meta:buyer"),
        ("Nebius与微软签署174亿美元算力合同，与CoreWeave、AWS正面竞争",
         "Microsoft:buyer, Nebius:supplier"),
        ("Mistral與博通合作，打造自家首款AI處理器", "Broadcom:supplier, Mistral:buyer"),
        ("微软与Mistral达成新协议:Mistral将采购总额高达90亿美元的Azure云服务",
         "Microsoft:supplier, Mistral:buyer"),
        ("Mistral正與Google母公司Alphabet商討採購其TPU晶片", "Google:supplier, Mistral:buyer"),
        ("亚马逊与Mistral终止在得州共建数据中心", "Amazon:supplier, Mistral:buyer"),
        ("Mistral将成为信实工业贾姆纳格尔吉瓦级人工智能数据中心业务的首位客户",
         "Mistral:buyer, Reliance:supplier"),
        ("AMD与Mistral达成合作，导入2吉瓦Instinct GPU", "AMD:supplier, Mistral:buyer"),
        ("xAI与谷歌洽谈租用TPU，替博通带来商机", "Google:supplier, xAI:buyer"),
        ("谷歌与Mistral签署算力协议，园区由Cipher Mining承建，由Vantage运营",
         "Cipher Mining:developer, Google:supplier, Mistral:buyer, Vantage Data Centers:developer"),
        ("摩根大通为Mistral芯片项目提供10亿美元贷款", "JPMorgan:financier, Mistral:buyer"),
        ("中科曙光与新华三组成联合体，中标中国移动智算中心服务器采购项目",
         "China Mobile:buyer, H3C:supplier, Sugon:supplier"),
        ("甲骨文公司為其最大客戶OpenAI提供算力", "OpenAI:buyer, Oracle:supplier"),
        ("云赛智联子公司与上海电信签订2亿元算力服务合同",
         "China Telecom:buyer, 云赛智联:supplier"),
        ("摩根大通不會支持甲骨文為OpenAI建設的資料中心項目",
         "JPMorgan:financier, OpenAI:buyer, Oracle:developer"),
        ("オラクル、OpenAIの新データセンター(ミラム郡)向けにAMDの半導体を購入",
         "OpenAI:buyer, Oracle:supplier"),
        ("AMDはMistralに10億ドル、マイクロソフトは5億ドルを投資する。"
         "Mistralはマイクロソフトのクラウドを30億ドル分購入",
         "AMD:investor, Microsoft:investor, Microsoft:supplier, Mistral:buyer, Mistral:investee"),
        ("ソフトバンク、三菱商事とAIデータセンターで提携",
         "Mitsubishi Corporation:partner, SoftBank:partner"),
        ("삼성SDS, 오픈AI(OpenAI)와 메모리 공급 및 데이터센터 설립에 관한 파트너십 체결",
         "OpenAI:partner, Samsung SDS:partner"),
        ("정부 예산으로 GPU 1만 장을 확보하는 사업에 네이버와 NHN, 카카오가 참여한다",
         "Kakao:supplier, NHN:supplier, Naver:supplier"),
        ("GPU 1만3000장 확보 사업에 네이버클라우드·NHN클라우드 2사 선정",
         "NHN:supplier, Naver:supplier"),
        ("메타는 코어위브의 GPU를 3년간 공급받기로 했다", "CoreWeave:supplier, Meta:buyer"),
        ("xAI가 새 데이터센터를 위해 엔비디아(NVDA) 칩 확보 계약을 추진한다",
         "Nvidia:supplier, xAI:buyer"),
        ("오픈AI가 AMD 지분을 최대 10%까지 취득할 수 있는 워런트를 받고 6GW 규모 GPU를 구매한다",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("クルーソーはJPモルガン経由で融資を確保し、オラクルにデータセンターを貸す",
         "Crusoe:supplier, JPMorgan:financier, Oracle:buyer"),
        ("코어위브, '메타'에 20억 달러 규모 클라우드 용량 공급 계약",
         "CoreWeave:supplier, Meta:buyer"),
        ("オラクルの対Mistralクラウド供給、契約額は30億ドル", "Mistral:buyer, Oracle:supplier"),
        ("マイクロソフトの対xAI計算資源提供、年50億ドルに", "Microsoft:supplier, xAI:buyer"),
        ("NTTデータ、MistralにGPUサーバーを貸与", "Mistral:buyer, NTT Data:supplier"),
        ("富士通、コヒアに計算資源を貸与 AIモデル共同学習で", "Cohere:buyer, Fujitsu:supplier"),
        ("グーグル、テラウルフのデータセンター債務を保証 Mistralが借りる",
         "Google:financier, Mistral:buyer, TeraWulf:supplier"),
        ("구글, 테라울프의 데이터센터 채무를 보증…Mistral이 임차",
         "Google:financier, Mistral:buyer, TeraWulf:supplier"),
        ("Mistral向软银租用数据中心", "Mistral:buyer, SoftBank:supplier"),
        ("腾讯向软银旗下数据中心租用英伟达芯片", "SoftBank:supplier, Tencent:buyer"),
        ("三井住友銀行、メタ向けデータセンターに5000億円を融資。"
         "メタが15年にわたり借りる。みずほ銀行も参加した",
         "Meta:buyer, Mizuho:financier, SMBC:financier"),
        ("AMD与OpenAI签6吉瓦大单 OpenAI或成AMD大股东",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("AMD, 오픈AI에 6GW GPU 공급…지분 10% 내준다",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("AMD、OpenAIに6GWのGPU供給 OpenAIは最大10%の株式取得へ",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("英伟达同意兜底CoreWeave闲置算力 合同63亿美元", "CoreWeave:supplier, Nvidia:buyer"),
        ("Applied Digital盘前暴涨22%：Meta租下其北达科他州AI园区",
         "Applied Digital:supplier, Meta:buyer"),
    ],
)  # fmt: skip
def test_sides_are_told_apart(title: str, parties: str) -> None:
    """Who wins a tender sells, "the former" is who was named first, a listed side is whole."""
    assert told(title) == parties


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("继阿里、百度本月披露两笔算力大单后，华为与智谱签署昇腾算力服务协议",
         "Huawei:supplier, Zhipu:buyer"),
        ("Meta與博通存在長期合作關係，近日又向AMD採購6GW GPU", "AMD:supplier, Meta:buyer"),
        ("特斯拉執行長馬斯克旗下AI新創xAI向甲骨文租用算力", "Oracle:supplier, xAI:buyer"),
        ("Anthropic與Google敲定TPU大單 廣達、英業達可望受惠",
         "Anthropic:buyer, Google:supplier"),
        ("字節跳動採購華為昇騰晶片 輝達H20晶片缺口所致", "ByteDance:buyer, Huawei:supplier"),
        ("Meta採用Google的TPU晶片。Meta目前是輝達大客戶", "Google:supplier, Meta:buyer"),
        ("Nebius与英伟达公司存在合作关系，将向Meta提供算力", "Meta:buyer, Nebius:supplier"),
        ("為了打破輝達的壟斷，Meta向AMD採購AI晶片", "AMD:supplier, Meta:buyer"),
        ("谷歌已與Meta達成雲端協議，這也是與OpenAI達成協議後，谷歌近期的第2份大單",
         "Google:supplier, Meta:buyer"),
        ("Anthropic与谷歌达成协议,将采购100万颗TPU,与亚马逊的合作不受影响",
         "Anthropic:buyer, Google:supplier"),
        ("騰訊透過租用日本企業的資料中心，以取得輝達高階晶片。騰訊與Datasection簽下12億美元合約",
         "Datasection:supplier, Tencent:buyer"),
        ("微軟與IREN簽署協議，部署輝達(NVDA-US)晶片", "IREN:supplier, Microsoft:buyer"),
        ("메타, 엔비디아와 칩 공급 계약을 맺은 데 이어 구글 클라우드와 100억 달러 규모 계약 체결",
         "Google:supplier, Meta:buyer"),
        ("구글, 엔비디아에 이어 브로드컴과도 AI 칩 공급 계약 체결",
         "Broadcom:supplier, Google:buyer"),
        ("앤스로픽의 최대 경쟁사인 오픈AI가 오라클과 클라우드 계약을 체결했다",
         "OpenAI:buyer, Oracle:supplier"),
        ("xAI는 오픈AI, 구글과 달리 오라클과 클라우드 컴퓨팅 계약을 맺었다",
         "Oracle:supplier, xAI:buyer"),
        ("오픈AI, 마이크로소프트 클라우드 독점에서 벗어나 구글 클라우드와 계약 체결",
         "Google:supplier, OpenAI:buyer"),
        ("アンソロピック、エヌビディア依存からの脱却へ グーグルのTPUを100万基調達",
         "Anthropic:buyer, Google:supplier"),
        ("メタ、エヌビディアに続きAMDともGPU供給契約を締結", "AMD:supplier, Meta:buyer"),
        ("コアウィーブ、メタに計算能力を供給 エヌビディア一強に変化なし",
         "CoreWeave:supplier, Meta:buyer"),
        ("엔비디아와 경쟁하는 AMD가 오라클에 GPU 5만장을 공급한다",
         "AMD:supplier, Oracle:buyer"),
    ],
)  # fmt: skip
def test_who_stands_by_is_no_side(title: str, parties: str) -> None:
    """Earlier deals, standing relations, owners' other firms, suppliers that gain, rivals."""
    assert told(title) == parties


def test_a_partner_that_becomes_a_customer_is_served_by_the_other() -> None:
    """Who a text calls the first customer buys, and who has the site serves it."""
    text = "AI初创公司xAI已确定成为该大型数据中心的首位客户。"

    assert told("沙特Humain联手xAI打造AI算力中心", text) == "Humain:supplier, xAI:buyer"


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("OpenAI宣布将与G42建设AI数据中心，并考虑扩张至亚太地区", "new"),
        ("浪潮信息回应传闻：没有与Mistral签订服务器供货合同", "denial"),
        ("万国数据：未与OpenAI签署任何数据中心租赁协议", "denial"),
        ("万国数据回应传闻：正与OpenAI洽谈数据中心租赁", "rumour"),
        ("네이버·엔비디아 GPU 도입 협상 결렬", "cancelled"),
        ("메타·코어위브 GPU 임차 협상 결렬", "cancelled"),
        ("甲骨文資料中心擴建喊卡 傳Meta考慮接手承租", "cancelled"),
        ("软银与OpenAI的星际之门项目陷入僵局", "cancelled"),
        ("輝達投資OpenAI千億美元卡關？黃仁勳：無稽之談", "denial"),
        ("字節跳動傳明年採購輝達H200晶片", "rumour"),
        ("騰訊疑似向Datasection租用輝達Blackwell晶片", "rumour"),
        ("Akamai与Anthropic达成116亿美元算力合同，附带再扩大90亿美元的选项", "new"),
        ("谷歌扩大与Nebius的算力合同", "expansion"),
        ("博通100億美元神祕客戶正是Anthropic 訂購TPU伺服器", "background"),
        ("SK텔레콤·AWS 울산 AI 데이터센터 기공식 열려", "background"),
        ("네이버, 글로벌 시장 입지를 확대한다…엔비디아와 GPU 공급 계약", "new"),
        ("Mistral mietet Rechenzentrum von Fluidstack, wie beide angekündigt haben", "new"),
        ("Las trattative tra Oracle e Blue Owl per il data center sono state interrotte",
         "cancelled"),
        ("Qué se sabe del acuerdo entre OpenAI y Oracle por un centro de datos", "background"),
        ("甲骨文反駁OpenAI資料中心延期報導", "denial"),
        ("Anthropic与亚马逊百亿美元算力合同引发争议", "background"),
        ("ソフトバンクがエヌビディアにGPUを大量発注する方針を発表", "new"),
        ("ソフトバンクがエヌビディアにGPUを大量発注する方針を固めた", "rumour"),
        ("과기정통부, 국가AI컴퓨팅센터 우선협상대상자에 네이버 컨소시엄 선정", "new"),
        ("네이버, AMD와 GPU 공급 협상 중", "rumour"),
        ("MS, 코어위브와 데이터센터 임차 계약 해지…왜?", "cancelled"),
        ("오픈AI, 오라클과 임대 계약 해지할 수 있는 권리 확보", "new"),
        ("앤스로픽, 구글 클라우드와 TPU 사용 계약을 맺었다. 경쟁이 심화할 전망이다.", "new"),
        ("오픈AI, 오라클과 계약을 맺을 전망", "rumour"),
        ("オラクル、オープンAI向けデータセンターの完成を2028年に延期", "background"),
        ("メタがオラクルと契約を締結した。延長オプション行使で90億ドルに拡大する", "new"),
        ("“메타, 구글 TPU 수십억달러어치 구매 계획”", "new"),
        ("鴻海重訊：媒體所載與Anthropic洽談專屬AI伺服器供應一事並非事實", "denial"),
        ('LG CNS "앤트로픽에 데이터센터 임대 논의한 바 없어"…해명 공시', "denial"),
        ('삼성SDS "오픈AI와 GPU 공급 계약 체결한 적 없다"', "denial"),
        ("G42采购Cerebras芯片一事搁浅：出口许可迟迟未下", "cancelled"),
        ("KT클라우드, 앤트로픽 데이터센터 임대 협상 좌초", "cancelled"),
        ("さくらインターネットとOpenAIのGPU契約交渉、立ち消えに", "cancelled"),
        ("英伟达黄仁勋：卖给Anthropic的1吉瓦系统首批机柜已经上电", "background"),
    ],
)  # fmt: skip
def test_what_a_headline_does_to_the_deal(title: str, event: str) -> None:
    """Ends, hearsay, options and openings in the words of the East and of Europe."""
    assert read(title).event == event


def test_a_listing_tells_terms_of_a_known_deal() -> None:
    """What a prospectus lays open was signed before."""
    text = "通过SpaceX招股书曝光：合同至2029年5月。"

    assert read("Anthropic每月向SpaceX支付12.5亿美元算力费用", text).event == "background"


def test_a_lead_quoted_from_a_paper_is_hearsay() -> None:
    """A paper's own words behind a title make it a report."""
    text = "로이터 “내년부터 도입”"

    assert read("“메타, 구글 TPU 수십억달러어치 구매 계획”", text).event == "rumour"


def test_a_lead_may_tell_parts_or_a_day_many_deals() -> None:
    """What goes into a data centre is no compute; a title of a day alone is a digest."""
    text = "LG전자가 MS 데이터센터용 핵심 부품 공급설에 선을 그었다."

    assert not read("MS 데이터센터 공급설 부인한 LG전자", text).is_compute_deal
    assert not read(
        "[AI 동향] 2026-05-11", "AMD가 오픈AI와 GPU 공급 계약을 맺었다."
    ).is_compute_deal


def test_whose_chips_are_got_takes_no_part_in_what_a_text_goes_on_with() -> None:
    """The only other company of a title buys from whom its text names alone."""
    text = "同社はNebiusとの間で50億ドルの契約を締結した。"

    assert told("メタ、NVIDIA製GPU 10万基を確保", text) == "Meta:buyer, Nebius:supplier"


def test_an_earlier_deal_of_others_lends_no_sum() -> None:
    """What others signed first is neither a side nor a price."""
    reading = read("继阿里、百度本月披露37亿元算力大单后，华为与智谱签署12亿元昇腾算力服务协议")

    assert [int(money.amount) for money in reading.money] == [1_200_000_000]


@pytest.mark.parametrize(
    "title",
    [
        "CoreWeave与Core Scientific达成90亿美元全股票交易协议 获得数据中心",
        "美国禁止英伟达向中国出售H20芯片",
        "美國商務部向輝達發放出口許可證，允許其供應沙烏地AI晶片",
        "KDDI、旧シャープ堺工場跡でAIデータセンターを稼働",
        "中國科技巨頭將模型訓練轉移到海外，以利用輝達晶片",
        "삼성전자, 엔비디아에 HBM 공급 계약",
        "亚马逊与SpaceX商谈卫星发射合同 涉及轨道数据中心",
        "万国数据与怀来县政府达成合作，将投资50亿元兴建算力中心",
        "微软在亚利桑那州新建数据中心，与Xcel Energy合作供应绿色电力",
        "さくらインターネット、クラウドプログラムの供給計画で経済産業省から認定を取得",
        "软银预测AI数据中心五年内投资将达3万亿美元",
        "微软因算力紧张限制Mistral使用Copilot",
        "美国司法部正在调查甲骨文出租给字节跳动的英伟达芯片",
        "天翼云拿下多地政务云大单",
        "谷歌计划出售闲置AI算力，进军租赁业务",
        "谷歌在舆论压力下取消数据中心交易中的保密协议",
        "中国电信发布招标公告，启动智算中心机房楼EPC总承包采购",
        "AI浪潮推升資料中心用電，微軟與台達電談節能課題",
        "英伟达将投资AI云服务公司Nebius 10亿美元",
        "xAI宣布，已完成新一輪100億美元募資，輝達參與",
        "数据园区用地批予万国数据，批租期为五十年",
        "AMD与格芯合作开发光互连方案",
        "LS일렉트릭, xAI 데이터센터에 핵심 부품 공급 계약",
        "아마존, 탈렌에너지와 원자력 에너지 구매 계약 체결",
        "SK텔레콤, AWS와 울산 AI 데이터센터 건설 위한 부지 매입 완료",
        "KDDI、シャープ堺工場の土地と建物を取得しAIデータセンターを開設",
        "KAIST, 퓨리오사AI와 AI 반도체 공동 연구 협약",
        "카카오, 오픈AI와 로봇·자율주행 협력 MOU 체결",
        "엔비디아·AMD, 오픈AI 두고 신경전",
        "テラウルフ、フルイドスタックとの合弁の持分を5億ドルで売却",
        "KISTI, HPE가 구축하는 슈퍼컴퓨터 6호기 명칭을 공모",
        "메타, 텍사스 데이터센터 구축에 15억 달러 투자",
        "KKR携新加坡电信66亿新元买下STT GDC余下股权",
        "黑石以160亿美元买下AirTrunk多数股权",
    ],
)
def test_other_news_of_chips_stays_out(title: str) -> None:
    """What is bought with shares, forbidden or licensed, one's own site, parts, nobody's deal."""
    assert not read(title).is_compute_deal


@pytest.mark.parametrize(
    "title",
    [
        "삼성전자, 오픈AI와 HBM 공급 및 데이터센터 건설 협력 합의",
        "Meta即将为其位于路易斯安那州的Hyperion数据中心完成一笔300亿美元融资，由Blue Owl主导",
        "xAI y Humain firman una alianza para construir megacentros para Grok",
        "Eclairion accueille le plus grand cluster d’IA d'Europe pour Mistral AI",
        "字節跳動大買華為昇騰晶片 金額衝1,788億元",
        "Meta negocia la adquisición de chips TPU de Google",
        "微軟急澄清退出CoreWeave資料中心談判 股價仍跌3%",
        "投行发文声称,微软已在美国取消大量数据中心租约,或反映AI热潮消退",
        "谷歌宣布，将向Mistral供应10万颗自研TPU芯片",
        "甲骨文與xAI伺服器交易談判破局 盤中股價挫3%",
        "软银正与OpenAI商谈提供200亿美元融资担保，以支持OpenAI租用数据中心",
        "Claude開發商Anthropic與微軟簽署300億美元算力協議",
        "마이크로소프트가 아이렌 지분 10%를 인수하고 GPU 임대 계약을 체결했다",
        "ネビウスはマイクロソフトと174億ドルの契約を締結した。株価は急騰した。",
        "네비우스가 마이크로소프트와 GPU 공급 계약을 체결했다. 이 소식에 주가는 급등했다.",
        "소프트뱅크, 오픈AI 데이터센터 건설에 100억 달러 투자",
        "オラクル、AMDを5万基導入",
        "ハット8がグーグルを連帯保証人とするデータセンター契約を締結",
    ],
)
def test_a_deal_is_seen_beside_other_words(title: str) -> None:
    """A site beside parts, a loan for a site, what a model runs on, chips that are acquired."""
    assert read(title).is_compute_deal
