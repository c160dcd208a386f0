"""Who takes a site in East Asian news, and who lends, answers or builds for it."""

import pytest

from tests.readings import read, told


@pytest.mark.parametrize(
    ("title", "text", "parties"),
    [
        ("골드만삭스·블랙록, 마이크로소프트가 사용할 위스콘신 데이터센터에 120억달러 대출", "",
         "BlackRock:financier, Goldman Sachs:financier, Microsoft:buyer"),
        ("모건스탠리, 앤트로픽이 입주하는 뉴욕 데이터센터에 50억달러 대출", "",
         "Anthropic:buyer, Morgan Stanley:financier"),
        ("블랙록·미래에셋, xAI가 빌릴 멤피스 데이터센터 회사채 10억달러 매입", "",
         "BlackRock:financier, Mirae Asset:financier, xAI:buyer"),
        ("미래에셋, 구글이 임차할 오하이오 데이터센터 채권 3억달러 인수", "",
         "Google:buyer, Mirae Asset:financier"),
        ("KKR, 람다의 AMD GPU 매입 자금 20억달러 대출", "",
         "AMD:supplier, KKR:financier, Lambda:buyer"),
        ("ソフトバンクのエヌビディア製GPU調達にみずほが1000億円融資", "",
         "Mizuho:financier, Nvidia:supplier, SoftBank:buyer"),
        ("みずほ銀行と三菱UFJ銀行、オラクルが借りるデータセンターに2兆円融資", "",
         "MUFG:financier, Mizuho:financier, Oracle:buyer"),
        ("みずほ銀行と三井住友銀行、xAIが入居するデータセンターの建設資金として5000億円を融資", "",
         "Mizuho:financier, SMBC:financier, xAI:buyer"),
        ("三井住友銀行、Crusoe向けデータセンターの社債30億ドルを引き受け", "",
         "Crusoe:buyer, SMBC:financier"),
        ("OpenAI向けデータセンターに50億ドル融資 ドイツ銀行など6行", "",
         "Deutsche Bank:financier, OpenAI:buyer"),
        ("摩根大通为微软得州数据中心提供30亿美元贷款", "该园区由Crusoe开发，花旗亦参与安排。",
         "Citigroup:financier, Crusoe:developer, JPMorgan:financier, Microsoft:buyer"),
        ("アマゾン、フルイドスタックの賃料支払い20億ドルを保証 テラウルフのデータセンター", "",
         "Amazon:financier, Fluidstack:buyer, TeraWulf:supplier"),
        ("구글, 테라울프 데이터센터 임차료 14억달러 지급보증",
         "구글이 플루이드스택의 임차료 지급을 보증한다. "
         "테라울프가 플루이드스택에 데이터센터를 임대한다.",
         "Fluidstack:buyer, Google:financier, TeraWulf:supplier"),
        ("구글과 인텔, 앤트로픽이 쓸 텍사스 데이터센터 공동 개발", "",
         "Anthropic:buyer, Google:developer, Intel:supplier"),
        ("KDDIとNTT、OpenAI向けに大阪でデータセンターを共同開発", "",
         "KDDI:developer, NTT:developer, OpenAI:buyer"),
        ("SK브로드밴드, 앤트로픽을 앵커 테넌트로 확보…울산 AI 데이터센터 100MW", "",
         "Anthropic:buyer, SK Telecom:supplier"),
        ("네이버클라우드, 세종 데이터센터 첫 고객사로 앤트로픽 확보", "",
         "Anthropic:buyer, Naver:supplier"),
        ("KT, 부산 데이터센터에 아마존 유치", "", "Amazon:buyer, KT:supplier"),
        ("메타, AMD 칩 3GW어치 산다…지분 5% 인수권도 확보", "",
         "AMD:investee, AMD:supplier, Meta:buyer, Meta:investor"),
        ("マイクロソフト、アンソロピックに50億ドル投資",
         "マイクロソフトは、アンソロピックがアジュールを利用するのに合わせ、最大50億ドルを出資する。",
         "Anthropic:buyer, Anthropic:investee, Microsoft:investor, Microsoft:supplier"),
        ("台灣大哥大獲聯發科青睞 提供AI算力代管", "",
         "MediaTek:buyer, Taiwan Mobile:supplier"),
        ("微软租用10万颗GB300芯片", "上述芯片由Lambda持有并出租。",
         "Lambda:supplier, Microsoft:buyer"),
        ("微软与CoreWeave签署算力合同", "服务器由戴尔提供，CoreWeave负责运营。",
         "CoreWeave:supplier, Dell:supplier, Microsoft:buyer"),
        ("沙特Humain从xAI手中拿下数据中心订单", "芯片将由AMD供应。",
         "AMD:supplier, Humain:supplier, xAI:buyer"),
        ("中華電信攜手國網中心 標得8億元超級電腦建置案",
         "國網中心新主機由中華電信得標，廣達供應伺服器，將採用900顆輝達GPU。",
         "Chunghwa Telecom:supplier, Quanta:supplier, Taiwan's NCHC:buyer"),
        ("韩国SK携手亚马逊在蔚山建AI数据中心", "亚马逊作为锚定租户租下100兆瓦。",
         "Amazon:buyer, SK:supplier"),
        ("楽天、さくらインターネットが運営するGPUクラウドを利用", "",
         "Rakuten:buyer, Sakura Internet:supplier"),
        ("IRENが運営するデータセンターをマイクロソフトが利用", "",
         "IREN:supplier, Microsoft:buyer"),
        ("NTT、クルーソーが保有するデータセンターを借りる契約", "", "Crusoe:supplier, NTT:buyer"),
        ("摩根大通为Crusoe得州数据中心融资30亿美元", "数据中心建成后由微软租用。",
         "Crusoe:supplier, JPMorgan:financier, Microsoft:buyer"),
        ("モルガン・スタンレー、クルーソーのデータセンターに30億ドル融資",
         "完成後はマイクロソフトが入居する。",
         "Crusoe:supplier, Microsoft:buyer, Morgan Stanley:financier"),
        # What these words do not change.
        ("ソフトバンク、データセンターを運営するクルーソーからGPUを調達", "",
         "Crusoe:supplier, SoftBank:buyer"),
        ("谷歌与Meta签署云协议", "亚马逊此前向Anthropic提供服务器。",
         "Google:supplier, Meta:buyer"),
        ("甲骨文与OpenAI签署算力协议", "博通提供网络技术。", "OpenAI:buyer, Oracle:supplier"),
        ("메타, 크루소와 데이터센터 임차 계약", "", "Crusoe:supplier, Meta:buyer"),
        ("ソフトバンクとオープンAI、テキサスでデータセンターを共同開発", "",
         "OpenAI:partner, SoftBank:partner"),
        ("메타, 코어위브에서 GPU 확보", "", "CoreWeave:supplier, Meta:buyer"),
        ("谷歌为Fluidstack租约提供32亿美元担保", "TeraWulf将向Fluidstack出租其纽约州数据中心。",
         "Fluidstack:buyer, Google:financier, TeraWulf:supplier"),
    ],
)  # fmt: skip
def test_who_takes_a_site_is_told_from_who_pays(title: str, text: str, parties: str) -> None:
    """Loans, bonds and guarantees for a tenant's site, joint development, a tenant that is won."""
    assert told(title, text) == parties


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Anthropic：没有就租用AMD芯片签署任何协议", "denial"),
        ("Meta：沒有與谷歌達成任何TPU採購協議", "denial"),
        ("KDDI、OpenAIとのデータセンター合意「事実は一切ない」", "denial"),
        ("遠傳電信與輝達合作建AI資料中心", "new"),
        ("傳遠傳電信與輝達洽談AI資料中心合作", "rumour"),
        ("xAI二期机房租用Crusoe数据中心", "new"),
        ("摩根大通退出50亿美元融资谈判 甲骨文密歇根数据中心搁置", "cancelled"),
        ("코어위브-오픈AI 계약 이행 순조…텍사스 데이터센터 가동", "background"),
        ("Meta与CoreWeave签署算力协议，尚未达成电力协议", "new"),
        ("甲骨文與微軟的算力合約細節曝光", "background"),
        ("曝甲骨文与微软洽谈算力合约", "rumour"),
    ],
)  # fmt: skip
def test_what_is_denied_ended_or_only_a_name(title: str, event: str) -> None:
    """Nothing was signed; a phase of a site is no expansion; leaving talks on money ends them."""
    assert read(title).event == event


@pytest.mark.parametrize(
    ("title", "is_deal"),
    [
        ("輝達發表Vera Rubin平台 首批客戶含OpenAI", False),
        ("エヌビディア、新型GPU「ルービン」の量産開始 OpenAIも採用", False),
        ("日立、マイクロソフトとデータセンター向け電力設備で提携", False),
        ("专栏｜英伟达投资OpenAI的循环交易", False),
        ("블랙스톤, 코어위브에 75억달러 대출", False),
        ("블랙스톤, 코어위브 인수", False),
        ("摩根大通为Crusoe得州项目融资30亿美元", False),
        ("xAI退出20亿美元融资", False),
        ("엔비디아, 오픈AI에서 1000억달러 투자 유치", False),
        ("앤트로픽, 구글에서 400억달러 유치", False),
        ("OpenAI與輝達發表合作 將採用Rubin平台", True),
        ("オラクル、OpenAI向けに電力設備付きデータセンターを提供する契約", True),
        ("甲骨文發表聲明：與OpenAI簽署3000億美元算力合約", True),
        ("JPモルガン、アンソロピックが入居する施設に80億ドル融資", True),
    ],
)  # fmt: skip
def test_launches_loans_and_columns_are_no_deals(title: str, *, is_deal: bool) -> None:
    """Nor is a company that is bought; who says a thing, or pays for a tenant's site, tells one."""
    assert read(title).is_compute_deal == is_deal
