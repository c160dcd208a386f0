"""Roles as whole texts tell them: three who sign, states that buy, members of a group, topics."""

from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.frames.equity import INVESTS_IN_IT
from parsers.frames.finding import find_frames
from parsers.reading import build_reader, read_deal
from parsers.types import Mention

Roles = set[tuple[str, str]]
LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))


def roles(title: str, text: str = "") -> Roles:
    """Who is what to the deal a text tells."""
    return {(p.company, p.role) for p in read_deal(title, text, READER).parties}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "IREN signs 15-year AI lease with Anthropic, acquires Ohio campus",
            "",
            {("IREN", "supplier"), ("Anthropic", "buyer")},
            id="a second verb has no side of the first",
        ),
        pytest.param(
            "Google, AMD and Mistral announce strategic partnerships",
            "Mistral has committed to buy $10 billion of Google Cloud compute capacity. Its models"
            " will run on Google Cloud, powered by AMD. Google and AMD are also investing in"
            " Mistral.",
            {
                ("Mistral", "buyer"),
                ("Mistral", "investee"),
                ("Google", "supplier"),
                ("Google", "investor"),
                ("AMD", "supplier"),
                ("AMD", "investor"),
            },
            id="three partners: one sells, one makes the chips, both invest",
        ),
        pytest.param(
            "Oracle, AMD y Mistral han firmado un nuevo acuerdo de computación",
            "Mistral se compromete a comprar 30.000 millones de dólares en capacidad de Oracle."
            " Por su parte, AMD y Oracle invertirán hasta 10.000 y 5.000 millones de dólares"
            " en la startup.",
            {
                ("Mistral", "buyer"),
                ("Mistral", "investee"),
                ("Oracle", "supplier"),
                ("Oracle", "investor"),
                ("AMD", "investor"),
            },
            id="who only invests sells nothing",
        ),
        pytest.param(
            "Oracle opens $4bn data center in Ohio dedicated to OpenAI under cloud deal",
            "",
            {("Oracle", "supplier"), ("OpenAI", "buyer")},
            id="a site opened for somebody",
        ),
        pytest.param(
            "Korea secures 50,000 AMD GPUs worth $2 billion in supply deal",
            "",
            {("South Korea", "buyer"), ("AMD", "supplier")},
            id="a state buys chips",
        ),
        pytest.param(
            "AMD signs supply deal with S.Korea, pledges 50,000 GPUs worth $2 billion",
            "",
            {("South Korea", "buyer"), ("AMD", "supplier")},
            id="a state by its short name",
        ),
        pytest.param(
            "OpenAI, 텍사스주에 15년 AI 데이터센터 임대 계약 체결",
            "채굴에서 AI 인프라로 전환한 IREN과 계약. 총 $9B 규모.",
            {("OpenAI", "buyer"), ("IREN", "supplier")},
            id="the topic of the title makes the deal of the text",
        ),
        pytest.param(
            "AMD, 국내 4대 그룹(삼성전자·SK그룹·현대자동차그룹·네이버클라우드)에 GPU 5만장 공급",
            "",
            {
                ("AMD", "supplier"),
                ("Samsung", "buyer"),
                ("SK", "buyer"),
                ("Hyundai", "buyer"),
                ("Naver", "buyer"),
            },
            id="the members of a group in brackets",
        ),
        pytest.param(
            "OpenAI의 경쟁사로 꼽히는 앤스로픽이 오라클과 100억 달러 클라우드 계약을 맺었다.",
            "",
            {("Anthropic", "buyer"), ("Oracle", "supplier")},
            id="a rival named before the name",
        ),
        pytest.param(
            "微软与CoreWeave签订了100亿美元的合同，由数据中心为其提供计算能力。",
            "",
            {("Microsoft", "buyer"), ("CoreWeave", "supplier")},
            id="somebody without a name acts",
        ),
        pytest.param(
            "青云科技控股子公司签订1.7亿元算力服务协议",
            "",
            {("青云科技", "supplier")},
            id="a subsidiary sells its service",
        ),
        pytest.param(
            "OpenAI签署2GW数据中心租赁协议",
            "该园区由Tarra DC建设，将采购可再生能源电力。",
            {("OpenAI", "buyer"), ("Tarra DC", "developer")},
            id="who builds it",
        ),
        pytest.param(
            "AMDとソフトバンクは、AIインフラで提携し10億ドルの契約を結んだ。",
            "AMDのチップを先行利用して、ソフトバンクがAIデータセンターを構築する。",
            {("SoftBank", "buyer"), ("AMD", "supplier")},
            id="the make of what is used is no user",
        ),
    ],
)
def test_roles_follow_from_how_the_text_is_built(title: str, text: str, expected: Roles) -> None:
    """Each class of sentence gives its companies their part, whoever they are."""
    assert roles(title, text) == expected


@pytest.mark.parametrize(
    ("sentence", "takers"),
    [
        pytest.param(
            "AMD will invest $10bn in Lab, while Cloud may invest $5bn", ("Lab",), id="sum"
        ),
        pytest.param("AMD will invest in Lab, while Cloud may invest elsewhere", (), id="no sum"),
    ],
)
def test_a_taker_named_once_serves_two(sentence: str, takers: tuple[str, ...]) -> None:
    """Who invests a sum beside another puts it where the other does."""
    frames = find_frames(sentence, mentions_in(sentence))

    told = [f.objects for f in frames if f.kind == "invest" and f.subjects == ("Cloud",)]

    assert told == [takers]


def test_money_into_the_startup_is_marked() -> None:
    """The company it goes into is named elsewhere."""
    sentence = "AMD will invest up to $5bn in the startup"

    frame = find_frames(sentence, mentions_in(sentence))[0]

    assert (frame.verb, frame.subjects) == (INVESTS_IN_IT, ("AMD",))


def mentions_in(sentence: str) -> list[Mention]:
    """The made-up companies of a sentence, once each."""
    return [
        Mention(
            company=name,
            text=name,
            kind="name",
            start=sentence.index(name),
            end=sentence.index(name) + len(name),
        )
        for name in ("AMD", "Lab", "Cloud")
        if name in sentence
    ]
