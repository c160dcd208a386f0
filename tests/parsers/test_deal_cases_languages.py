"""Deals told in other languages: the same sides, sums and events as in English."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading, Event

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
BILLION = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """What a text says of a deal: who gets and who provides compute, and the first figures."""

    language: str
    buyer: str
    supplier: str
    event: Event = "new"
    billions: str | None = None
    gigawatts: str | None = None
    years: int | None = None


def told(title: str, text: str) -> Deal | None:
    """A text as read with the list that comes with the program; None where it is no deal."""
    reading = read_deal(title, text, READER)
    if not reading.is_compute_deal:
        return None
    return Deal(
        language=reading.language,
        buyer=companies(reading, "buyer"),
        supplier=companies(reading, "supplier"),
        event=reading.event,
        billions=next((f"{money.amount / BILLION:g}" for money in reading.money), None),
        gigawatts=next((f"{power.gigawatts:g}" for power in reading.powers), None),
        years=next((int(term.years) for term in reading.terms), None),
    )


def companies(reading: DealReading, role: str) -> str:
    """The companies in one role, in order of name."""
    return ", ".join(sorted(party.company for party in reading.parties if party.role == role))


def test_case_57_a_machine_translated_copy_tells_the_same_deal() -> None:
    """Case 57: a rewritten copy in Portuguese names the same two and the same sum."""
    title = "Amazon vai investir mais US$ 25 bilhões na Anthropic"
    text = "A Anthropic se comprometeu a gastar mais de US$ 100 bilhões na AWS em dez anos."

    reading = read_deal(title, text, READER)

    assert reading.is_compute_deal
    assert reading.language == "pt"
    assert {party.company for party in reading.parties} == {"Amazon", "Anthropic"}
    assert reading.money[0].amount == Decimal(25 * BILLION)
    assert reading.money[0].currency == "USD"


@pytest.mark.parametrize(
    ("title", "text", "deal"),
    [
        pytest.param(
            "微软与Nebius签署174亿美元AI算力协议",
            "Nebius将从新泽西州数据中心向微软提供GPU算力，合同期五年。",
            Deal(language="zh", buyer="Microsoft", supplier="Nebius", billions="17.4", years=5),
            id="new",
        ),
        pytest.param(
            "OpenAI将向甲骨文采购4.5吉瓦算力，五年3000亿美元",
            "",
            Deal(
                language="zh",
                buyer="OpenAI",
                supplier="Oracle",
                billions="300",
                gigawatts="4.5",
                years=5,
            ),
            id="buys from",
        ),
        pytest.param(
            "輝達斥資63億美元向CoreWeave採購剩餘算力",
            "",
            Deal(language="zh", buyer="Nvidia", supplier="CoreWeave", billions="6.3"),
            id="traditional, a chip maker buys",
        ),
        pytest.param(
            "据悉Meta正洽谈斥资数十亿美元采购谷歌TPU",
            "知情人士称双方尚未签约。",
            Deal(language="zh", buyer="Meta", supplier="Google", event="rumour"),
            id="case 46: talks",
        ),
        pytest.param(
            "微软取消与CoreWeave的部分算力租赁协议",
            "",
            Deal(language="zh", buyer="Microsoft", supplier="CoreWeave", event="cancelled"),
            id="case 49: cancelled",
        ),
        pytest.param(
            "甲骨文否认与OpenAI终止数据中心协议",
            "",
            Deal(language="zh", buyer="OpenAI", supplier="Oracle", event="denial"),
            id="case 48: the end is denied",
        ),
        pytest.param(
            "CoreWeave与OpenAI扩大合作，追加65亿美元算力合同",
            "总额增至224亿美元。",
            Deal(
                language="zh",
                buyer="OpenAI",
                supplier="CoreWeave",
                event="expansion",
                billions="6.5",
            ),
            id="case 24: widened",
        ),
    ],
)
def test_chinese(title: str, text: str, deal: Deal) -> None:
    """Simplified and traditional, from the rumour to the end of a deal."""
    assert told(title, text) == deal


@pytest.mark.parametrize(
    ("title", "text", "deal"),
    [
        pytest.param(
            "OpenAI、AWSと7年で380億ドルのクラウド契約",
            "OpenAIはAWSから数十万基のNVIDIA GPUを調達する。",
            Deal(language="ja", buyer="OpenAI", supplier="Amazon", billions="38", years=7),
            id="ja new",
        ),
        pytest.param(
            "マイクロソフトがネビウスからAI計算資源を調達、最大194億ドル",
            "",
            Deal(language="ja", buyer="Microsoft", supplier="Nebius", billions="19.4"),
            id="ja procures",
        ),
        pytest.param(
            "メタ、グーグルのTPU採用を検討か 数十億ドル規模と報道",
            "",
            Deal(language="ja", buyer="Meta", supplier="Google", event="rumour"),
            id="ja case 46: weighs",
        ),
        pytest.param(
            "네비우스, 마이크로소프트에 174억달러 규모 AI 인프라 공급",
            "계약 기간은 5년이다.",
            Deal(language="ko", buyer="Microsoft", supplier="Nebius", billions="17.4", years=5),
            id="ko supplies",
        ),
        pytest.param(
            "오픈AI, 오라클과 3000억달러 규모 클라우드 계약 체결",
            "오픈AI는 5년간 4.5GW의 컴퓨팅을 구매한다.",
            Deal(
                language="ko",
                buyer="OpenAI",
                supplier="Oracle",
                billions="300",
                gigawatts="4.5",
                years=5,
            ),
            id="ko new",
        ),
        pytest.param(
            "메타, 구글 TPU 도입 논의…수십억달러 규모 관측",
            "",
            Deal(language="ko", buyer="Meta", supplier="Google", event="rumour"),
            id="ko case 46: talks",
        ),
        pytest.param(
            "앤트로픽, 구글·브로드컴과 3.5GW TPU 계약 확대",
            "",
            Deal(
                language="ko",
                buyer="Anthropic",
                supplier="Broadcom, Google",
                event="expansion",
                gigawatts="3.5",
            ),
            id="ko widened",
        ),
    ],
)
def test_japanese_and_korean(title: str, text: str, deal: Deal) -> None:
    """With particles and in the clipped style of headlines."""
    assert told(title, text) == deal


@pytest.mark.parametrize(
    ("title", "text", "deal"),
    [
        pytest.param(
            "OpenAI firma un acuerdo de 38.000 millones de dólares con Amazon",
            "El contrato, de siete años, da a OpenAI acceso a la nube.",
            Deal(language="es", buyer="OpenAI", supplier="Amazon", billions="38", years=7),
            id="es",
        ),
        pytest.param(
            "Microsoft mietet bei Nebius KI-Rechenleistung für 17,4 Milliarden Dollar",
            "Der Vertrag läuft fünf Jahre.",
            Deal(language="de", buyer="Microsoft", supplier="Nebius", billions="17.4", years=5),
            id="de",
        ),
        pytest.param(
            "OpenAI verhandelt laut Insidern mit Oracle über 4,5 Gigawatt Rechenleistung",
            "",
            Deal(language="de", buyer="OpenAI", supplier="Oracle", event="rumour", gigawatts="4.5"),
            id="de case 46: talks",
        ),
        pytest.param(
            "Microsoft huurt rekenkracht van Nebius voor 17,4 miljard dollar",
            "Het contract loopt vijf jaar.",
            Deal(language="nl", buyer="Microsoft", supplier="Nebius", billions="17.4", years=5),
            id="nl",
        ),
        pytest.param(
            "OpenAI signe un contrat de 300 milliards de dollars avec Oracle",
            "L'accord porte sur cinq ans et 4,5 gigawatts de capacité.",
            Deal(
                language="fr",
                buyer="OpenAI",
                supplier="Oracle",
                billions="300",
                gigawatts="4.5",
                years=5,
            ),
            id="fr",
        ),
        pytest.param(
            "OpenAI firma un accordo da 38 miliardi di dollari con Amazon per il cloud",
            "",
            Deal(language="it", buyer="OpenAI", supplier="Amazon", billions="38"),
            id="it",
        ),
        pytest.param(
            "Oracle fecha contrato de US$ 300 bilhões com a OpenAI para nuvem",
            "",
            Deal(language="pt", buyer="OpenAI", supplier="Oracle", billions="300"),
            id="pt",
        ),
        pytest.param(
            "OpenAI подписала с Oracle контракт на $300 млрд на вычислительные мощности",
            "Контракт рассчитан на пять лет.",
            Deal(language="ru", buyer="OpenAI", supplier="Oracle", billions="300", years=5),
            id="ru",
        ),
        pytest.param(
            "OpenAI tecknar avtal värt 300 miljarder dollar med Oracle om datacenter",
            "",
            Deal(language="sv", buyer="OpenAI", supplier="Oracle", billions="300"),
            id="sv",
        ),
        pytest.param(
            "OpenAI menandatangani kontrak cloud senilai 300 miliar dolar AS dengan Oracle",
            "",
            Deal(language="id", buyer="OpenAI", supplier="Oracle", billions="300"),
            id="id",
        ),
    ],
)
def test_languages_of_europe_and_others(title: str, text: str, deal: Deal) -> None:
    """Verbs of signing and renting, and figures with their own commas and words."""
    assert told(title, text) == deal


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("英伟达财报：数据中心营收同比增长62%，股价大涨", id="zh earnings"),
        pytest.param("智谱完成15亿元新一轮融资", id="zh a round"),
        pytest.param("TSMC、AIチップ需要で四半期最高益", id="ja earnings"),
        pytest.param("마이크로소프트, 3분기 매출 급증", id="ko earnings"),
        pytest.param("Nvidia gana 31.910 millones en el tercer trimestre", id="es earnings"),
        pytest.param("Google investiert 5,5 Milliarden Euro in Deutschland", id="de own plans"),
    ],
)
def test_other_news_is_no_deal(title: str) -> None:
    """Earnings, rounds and plans of one firm's own are none in any language."""
    assert told(title, "") is None
