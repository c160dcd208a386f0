"""Who is what to a deal, and what happens to it, by the turn of a headline not in English."""

import pytest

from tests.readings import read, told


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("미스트랄, xAI 데이터센터 임대 계약 체결", "Mistral:buyer, xAI:supplier"),
        ("테라울프, 플루이드스택에 10년 임대…구글이 20억달러 보증",
         "Fluidstack:buyer, Google:financier, TeraWulf:supplier"),
        ("구글, 오픈AI 데이터센터 임대료 보증", "Google:financier, OpenAI:buyer"),
        ("Nvidia将为OpenAI数据中心租约提供担保", "Nvidia:financier, OpenAI:buyer"),
        ("Nvidia、OpenAIのデータセンターリースを保証", "Nvidia:financier, OpenAI:buyer"),
        ("Nvidia kürzt Garantie für OpenAI-Rechenzentrum", "Nvidia:financier, OpenAI:buyer"),
        ("Nvidia garantizará el alquiler del centro de datos de OpenAI",
         "Nvidia:financier, OpenAI:buyer"),
        ("Nvidia garantit le bail du centre de données de OpenAI",
         "Nvidia:financier, OpenAI:buyer"),
        ("Mistral、xAIのデータセンターのリース契約を締結", "Mistral:buyer, xAI:supplier"),
        ("Meta 签署 xAI 孟菲斯数据中心租赁协议", "Meta:buyer, xAI:supplier"),
        ("云天励飞超 5 亿元采购摩尔线程芯片", "Moore Threads:supplier, 云天励飞:buyer"),
        ("三大运营商超 100 亿元采购华为昇腾服务器", "Huawei:supplier"),
        ("xAI 拟融资 120 亿美元采购 AMD 芯片，阿波罗有望主导交易",
         "AMD:supplier, Apollo:financier, xAI:buyer"),
        ("亚马逊再投Mistral 50亿美元，并提供2吉瓦算力",
         "Amazon:investor, Amazon:supplier, Mistral:buyer, Mistral:investee"),
        ("OpenAI 洽谈租用英伟达支持的得州数据中心", "Nvidia:financier, OpenAI:buyer"),
        ("Mistral、Google出資のテキサス州データセンターのリースを検討",
         "Google:financier, Mistral:buyer"),
        ("메타, AMD가 지원하는 텍사스 데이터센터 임차 협상", "AMD:financier, Meta:buyer"),
        ("메타가 xAI의 멤피스 데이터센터를 임대한다", "Meta:buyer, xAI:supplier"),
        ("메타가 xAI에 데이터센터를 임대한다", "Meta:supplier, xAI:buyer"),
        ("크루소, 오픈AI에 애빌린 데이터센터 임대", "Crusoe:supplier, OpenAI:buyer"),
        ("카카오·네이버, 900억원 규모 GPU 임차 지원 사업 수주", "Kakao:supplier, Naver:supplier"),
        ("삼성·현대차·네이버, AMD GPU 기반 AI 팩토리 구축",
         "AMD:supplier, Hyundai:buyer, Naver:buyer, Samsung:buyer"),
        ("코어위브, 엔비디아와 20억달러 클라우드 용량 계약", "CoreWeave:supplier, Nvidia:buyer"),
        ("메타, AMD 지분 5% 받고 2GW 칩 도입",
         "AMD:investee, AMD:supplier, Meta:buyer, Meta:investor"),
        ("Mistral bezieht 200 MW Rechenleistung (über 90.000 Nvidia-GPUs) über Fluidstack",
         "Fluidstack:supplier, Mistral:buyer"),
        ("TeraWulf sichert sich Großauftrag von Meta: 4 Milliarden Dollar für Rechenleistung",
         "Meta:buyer, TeraWulf:supplier"),
        ("Fluidstack mietet Rechenzentrum von Cipher, Google bürgt mit zwei Milliarden Dollar",
         "Cipher Mining:supplier, Fluidstack:buyer, Google:financier"),
        ("7,5 milliards d'euros entre Mistral et Nscale pour du cloud",
         "Mistral:buyer, Nscale:supplier"),
        ("Meta, la empresa detrás de Llama, y Oracle han firmado un acuerdo de nube",
         "Meta:buyer, Oracle:supplier"),
        ("Nebius comprará hardware de Dell por 3.000 millones de dólares",
         "Dell:supplier, Nebius:buyer"),
    ],
)  # fmt: skip
def test_a_turn_tells_who_is_what_abroad(title: str, parties: str) -> None:
    """Tenants, whose site is backed, who leads a loan, and those who win side by side."""
    assert told(title) == parties


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("OpenAI und Oracle blasen Ausbau ihres Rechenzentrums ab", "cancelled"),
        ("Nebius stockt Vertrag mit Microsoft auf 20 Milliarden Dollar auf", "expansion"),
        ("Meta vor Milliardenvertrag mit Oracle über Cloud-Kapazität", "rumour"),
        ("Meta amplia l'accordo con Nebius per 5 miliardi di dollari di cloud", "expansion"),
        ("Meta refuerza su capacidad de IA con un acuerdo de cómputo con Nebius", "new"),
        ("Anthropic、Oracleとの計算資源契約でClaudeの利用枠を拡大", "new"),
        ('오라클 "오픈AI 데이터센터 축소설 사실무근"', "denial"),
        ("Anthropic × Lambda：GPU契約でClaudeの計算基盤を拡大", "new"),
        ("传谷歌获Meta采购TPU芯片，股价盘后升3%", "rumour"),
    ],
)
def test_a_turn_tells_what_happens_abroad(title: str, event: str) -> None:
    """An end or more of a deal stands at the end of a German clause; limits may grow by a deal."""
    assert read(title).event == event


def test_a_deal_renegotiated_before_ends_nothing() -> None:
    """What the text tells of an earlier deal with another does not end this one."""
    title = "OpenAI y Oracle anunciaron una asociación de nube de 20 mil millones de dólares"
    text = "Llega días después de que OpenAI renegociara su acuerdo con Microsoft."

    assert read(title, text).event == "new"


@pytest.mark.parametrize(
    "title",
    [
        "英伟达将向AI云服务商Lambda投资10亿美元",
        "輝達宣布，將投資人工智慧雲端服務公司Nscale 5億美元",
        "현대차, 삼성전자와 20억달러 AI칩 생산 계약",
    ],
)
def test_shares_of_a_cloud_and_chips_made_to_order_stay_out(title: str) -> None:
    """Money for shares gets nobody compute, whatever the company it goes to trades in."""
    assert not read(title).is_compute_deal


@pytest.mark.parametrize(
    ("title", "billions"),
    [
        ("Nvidia invertirá 2.000 millones en Nebius a una valoración de 30.000 millones de dólares"
         " y le suministrará chips", [2, 30]),
        ("Google investit 4 milliards de dollars dans Mistral, qui lui achètera pour 9 milliards de"
         " cloud", [4, 9]),
        ("Google investiert bis zu 8 Milliarden Dollar in Mistral, zunächst 3 Milliarden, und"
         " liefert 2 Gigawatt Rechenleistung", [8, 3]),
        ("Mistral, con 800 millones de usuarios, firma un contrato de nube de 6.000 millones de"
         " dólares con Oracle", [6]),
        ("Mistral firma con Oracle un contrato de nube de 6.000 millones de dólares e invierte en"
         " 200 millones de chips", [6]),
    ],
)  # fmt: skip
def test_a_sum_may_leave_its_currency_to_the_next(title: str, billions: list[int]) -> None:
    """What is put in, begun with or spent is money where another sum says which; users are not."""
    found = read(title).money

    assert [int(money.amount) // 10**9 for money in found] == billions


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Nebius affitterà GPU Nvidia a Mistral con un contratto pluriennale",
         "Mistral:buyer, Nebius:supplier"),
        ("Fastweb affitta da Nebius 5.000 GPU", "Fastweb:buyer, Nebius:supplier"),
        ("Nscale instalará 12.000 chips de Nvidia para Meta en Sines",
         "Meta:buyer, Nscale:supplier"),
        ("TikTok firma parceria com a Casa dos Ventos e a Omnia para construir data center no"
         " Ceará", "Casa dos Ventos:developer, Omnia:developer, TikTok:buyer"),
        ("OpenAI negocia comprar chips de IA desarrollados por Google para sus centros de datos",
         "Google:supplier, OpenAI:buyer"),
        ("Mistral s'associe à Nscale pour construire un datacenter à Borlänge (Suède)",
         "Mistral:buyer, Nscale:developer"),
        ("OpenAI compra a Cerebras chips alternativos a Nvidia",
         "Cerebras:supplier, OpenAI:buyer"),
        ("Meta alquila TPU a Google para plantar cara a Nvidia", "Google:supplier, Meta:buyer"),
        ("Meta loue des TPU à Google pour tenir tête à Nvidia", "Google:supplier, Meta:buyer"),
        ("Meta mietet TPUs von Google, um Nvidia Konkurrenz zu machen",
         "Google:supplier, Meta:buyer"),
    ],
)  # fmt: skip
def test_letting_installing_and_rivals_abroad(title: str, parties: str) -> None:
    """Who lets or installs for another serves it, designers build nothing, rivals stand by."""
    assert told(title) == parties


@pytest.mark.parametrize(
    ("title", "text", "sums"),
    [
        ("甲骨文奪9兆元大單", "OpenAI將向甲骨文採購3,000億美元（逾新台幣9兆元）算力。",
         ["300000000000 USD exact"]),
        ("OpenAI向甲骨文採購300億美元（按现汇率约合2100亿元人民币）算力", "",
         ["30000000000 USD exact"]),
        ("Akamai与Anthropic达成116亿美元算力合同，附带最多再扩大90亿美元的选项", "",
         ["11600000000 USD exact", "9000000000 USD up_to"]),
        ("Nvidia y Microsoft invertirán hasta 10.000 M$ y 5.000 M$ en Anthropic, respectivamente,"
         " que comprará cómputo en Azure", "",
         ["10000000000 USD up_to", "5000000000 USD up_to"]),
        ("Nebius, capitalizzazione di 15 miliardi di dollari, affitta GPU a Microsoft con un"
         " contratto pluriennale da 17,4 miliardi fino al 2031", "", ["17400000000 USD exact"]),
    ],
)  # fmt: skip
def test_sums_said_twice_shared_or_bare(title: str, text: str, sums: list[str]) -> None:
    """Conversions are the same sum, a ceiling may hold of two, a currency is told once."""
    found = read(title, text).money

    assert [f"{m.amount:f} {m.currency} {m.qualifier}" for m in found] == sums


def test_who_leads_a_loan_is_told_late() -> None:
    """Who lends for what the title buys may stand behind the sentences that tell the news."""
    text = (
        "SpaceX拟再筹集300亿美元。资金将用于采购英伟达芯片。公司还计划扩大数据中心。"
        "贷款由多家银行提供，Apollo有望主导交易。"
    )

    assert told("SpaceX拟筹资300亿美元采购英伟达芯片", text) == (
        "Apollo:financier, Nvidia:supplier, SpaceX:buyer"
    )


def test_bold_type_hides_no_term() -> None:
    """The stars some digests leave around bold words do not part a number from its words."""
    reading = read("Akamai signe avec Mistral", "Un contrat cloud sur **sept ans**.")

    assert [int(term.years) for term in reading.terms] == [7]
