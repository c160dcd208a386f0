"""The hard cases of names, one to fifteen: who is named, and who only seems to be."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from parsers.companies import CompanyIndex, build_index, find_mentions
from parsers.company_list import parse_companies
from parsers.publishers import split_publisher
from parsers.reading import Reader, build_reader, read_deal

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
COMPANIES = parse_companies(LIST.read_text(encoding="utf-8"))
INDEX: CompanyIndex = build_index(COMPANIES)
READER: Reader = build_reader(COMPANIES)
SEED = "Amazon to invest another $5 billion in Anthropic"


def named(text: str) -> list[str]:
    """The companies of a text, in order of place."""
    return [mention.company for mention in find_mentions(text, INDEX)]


def shown(text: str) -> list[tuple[str, str, str]]:
    """Company, words that stand there, and kind, for every mention of a text."""
    return [(m.company, m.text, m.kind) for m in find_mentions(text, INDEX)]


def cases(number: int, *rows: tuple[str, list[str]]) -> Iterator[object]:
    """Rows of one case, each with its number and text for an id."""
    for text, companies in rows:
        yield pytest.param(text, companies, id=f"case {number}: {text[:40]}")


# --- words that are no company ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        *cases(
            1,
            ("Bezos's secretive AI lab nears $38bn valuation", []),
            ("The Amazon founder Jeff Bezos raises $10 billion for his lab", []),
            ("The founder of Amazon raises billions for Mirendil", ["Mirendil"]),
            ("Amazon's founder raises $10 billion; ex-Google staff join", []),
        ),
        *cases(
            2,
            ("A drought on the Amazon river", []),
            ("Amazonian tribes of the Amazon rainforest", []),
            ("Amazon rents GPUs for its retail arm", ["Amazon"]),
            ("亚马逊雨林 아마존 열대우림 Amazonas", []),
        ),
        *cases(
            3,
            ("metadata, Metals, Metaverse, a meta-analysis, Meta-Analysis", []),
            ("메타버스 데이터센터, メタバース, メタデータ", []),
            ("Meta rents TPUs; 메타는 임대한다", ["Meta", "Meta"]),
        ),
        *cases(
            4,
            ("The Oracle of Omaha buys chip stocks; the oracle problem", []),
            ("Chainlink Oracle network", []),
            ("Oracle leases Abilene", ["Oracle"]),
        ),
        *cases(
            5,
            ("Apple growers in the Big Apple press Apple cider", []),
            ("青苹果 苹果树 파인애플", []),
            ("Apple rents TPUs from Google", ["Apple", "Google"]),
        ),
        *cases(
            6,
            ("Armed with chips, the Army lost an arm of its cloud arm", []),
            ("ARM Holdings designs a chip; Arm sells chips", ["Arm", "Arm"]),
            ("Intelligence, human beings and the Mistral wind", []),
            ("The Galaxy S26 phone and the Andromeda Galaxy", []),
            ("An AWS Lambda function", ["Amazon"]),
            ("Together, they build AI on Core values with a Stream Cipher", []),
            ("Robinson Crusoe found a Switch to turn; Aligned with goals", []),
            ("A Compass, a Tract of land, a Vantage point and a Stack", []),
            ("Prometheus stole fire; a Runway at the Airport; move the Cursor", []),
            ("On Reflection, a Snap decision by the god Ares hit its Target", []),
            ("The Orange County Riot; a Citadel; Apollo 11; a Rumble in the sky", []),
            ("Kakao im Kuchen; an OData feed; a databank of genes", []),
            ("Snap to it: SSI benefits, FORD rivers, GRAB a coffee", []),
        ),
        *cases(
            6,
            ("Snapchat owner Snap rents Google TPUs", ["Snap", "Snap", "Google"]),
            ("Compass Datacenters signs; Compass will build", ["Compass Datacenters"] * 2),
            ("Aligned Data Centers is sold; Aligned has 5 GW", ["Aligned Data Centers"] * 2),
            ("Tract buys land for data centers", ["Tract Capital"]),
            ("Ares and KKR arrange the debt", ["Ares", "KKR"]),
            ("Kakao of Korea signs with OpenAI", ["Kakao", "OpenAI"]),
            ("Reflection AI and its rival; Reflection buys compute", ["Reflection AI"] * 2),
        ),
    ],
)
def test_common_words_are_no_companies(text: str, companies: list[str]) -> None:
    """Cases 1 to 6: rivers, founders, fruit and phones are not the firms called like them."""
    assert named(text) == companies


# --- other ways to write a company --------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param("on AWS", ("Amazon", "AWS", "brand"), id="case 7: AWS"),
        pytest.param("on Azure", ("Microsoft", "Azure", "brand"), id="case 7: Azure"),
        pytest.param("DeepMind rents", ("Google", "DeepMind", "brand"), id="case 7: DeepMind"),
        pytest.param("on Bedrock", ("Amazon", "Bedrock", "brand"), id="case 7: Bedrock"),
        pytest.param("by STACKIT", ("Stackit", "STACKIT", "name"), id="case 7: STACKIT"),
        pytest.param(
            "Argonne National Laboratory buys",
            ("US Department of Energy", "Argonne National Laboratory", "brand"),
            id="case 7: a laboratory",
        ),
        pytest.param(
            "the Claude maker pays",
            ("Anthropic", "Claude maker", "paraphrase"),
            id="case 8: Claude maker",
        ),
        pytest.param(
            "the e-commerce giant invests",
            ("Amazon", "the e-commerce giant", "paraphrase"),
            id="case 8: e-commerce giant",
        ),
        pytest.param("up (NVDA)", ("Nvidia", "NVDA", "ticker"), id="case 9: NVDA"),
        pytest.param("NASDAQ: CRWV", ("CoreWeave", "CRWV", "ticker"), id="case 9: CRWV"),
        pytest.param("$WULF", ("TeraWulf", "WULF", "ticker"), id="case 9: WULF"),
        pytest.param("Facebook rents", ("Meta", "Facebook", "name"), id="case 10: Facebook"),
        pytest.param("SpaceXAI rents", ("SpaceX", "SpaceXAI", "name"), id="case 10: SpaceXAI"),
        pytest.param("xAI rents", ("xAI", "xAI", "name"), id="case 10: xAI stays"),
        pytest.param("Iris Energy rents", ("IREN", "Iris Energy", "name"), id="case 10: Iris"),
        pytest.param(
            "Keel Infrastructure rents",
            ("Bitfarms", "Keel Infrastructure", "name"),
            id="case 10: Keel",
        ),
        pytest.param(
            "the maker of Cursor rents GPUs",
            ("Anysphere", "maker of Cursor", "paraphrase"),
            id="case 8: Cursor maker",
        ),
        pytest.param(
            "the Pentagon rents",
            ("US Department of Defense", "Pentagon", "name"),
            id="case 10: Department of War",
        ),
        pytest.param("Amazon's cloud", ("Amazon", "Amazon", "name"), id="case 11: straight"),
        pytest.param("Amazon’s cloud", ("Amazon", "Amazon", "name"), id="case 11: curly"),
    ],
)
def test_a_unit_rolls_up_and_stays_visible(text: str, mention: tuple[str, str, str]) -> None:
    """Cases 7 to 11: brands, descriptions, tickers and old names show what stood there."""
    assert shown(text) == [mention]


@pytest.mark.parametrize("text", ["AMD 5 billion", "drams (AMD)", "Claude Pro", "NVDA rose"])
def test_what_is_no_ticker_and_no_side(text: str) -> None:
    """Case 9: the dram is no chip maker; case 7: a product is no side."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        *cases(
            6,
            ("Anthropic与矿企Riot签91亿美元20年算力大单", ["Anthropic", "Riot Platforms"]),
            ("Anthropic与Lambda签署云协议，利用数据中心", ["Anthropic", "Lambda"]),
            ("앤트로픽, 라이엇과 데이터센터 계약", ["Anthropic", "Riot Platforms"]),
            ("라이엇 게임즈", []),
            ("マイクロソフトはデルのAIサーバーを使う", ["Microsoft", "Dell"]),
            ("モデルとアイデル", []),
            ("海南華鐵與杭州X公司簽署算力服務協議", ["海南华铁"]),
            ("放松下来，联想到日产百万桶，蚂蚁和乐天派", []),
            ("联想集团与蚂蚁集团", ["Lenovo", "Ant Group"]),
        )
    ],
)
def test_homonyms_are_told_apart_in_other_scripts(text: str, companies: list[str]) -> None:
    """Case 6 beyond English: a needed word counts in the text's own language."""
    assert named(text) == companies


# --- who belongs to a deal ----------------------------------------------------------------------


def test_investors_of_a_round_are_no_sides_of_a_compute_deal() -> None:
    """Case 12: a funding round with ten named firms makes nobody a buyer."""
    title = "Crusoe raises $3 billion from Nvidia, Founders Fund, Fidelity and Mubadala"

    reading = read_deal(title, "", READER)

    assert not reading.is_compute_deal
    assert reading.parties == ()
    assert "Crusoe" in reading.companies


def test_a_programme_is_no_company() -> None:
    """Cases 13 and 14: Stargate, Rainier, Colossus and Abilene are what deals are about."""
    text = "Stargate in Abilene, Project Rainier, Colossus 2, Hyperion and Prometheus"

    assert named(text) == []


def test_builder_lessee_and_user_are_three_companies() -> None:
    """Case 13: each of a chain is named once."""
    text = "Crusoe builds Abilene, Oracle leases it and OpenAI uses it for Stargate"

    assert named(text) == ["Crusoe", "Oracle", "OpenAI"]


def test_a_glued_publisher_hides_no_company() -> None:
    """Case 15: the paper behind a headline is neither a company nor part of one."""
    headline, publisher = split_publisher(f"{SEED} The Japan Times")

    assert (headline, publisher) == (SEED, "The Japan Times")
    assert named(f"{SEED} The Japan Times —") == ["Amazon", "Anthropic"]


def test_the_seed_keeps_two_deals_apart(shared: Path) -> None:
    """Case 1: of the seed's block, the founder's lab names neither Amazon nor Anthropic."""
    seed = json.loads((shared / "seed" / "expected.json").read_text(encoding="utf-8"))

    found = [sorted(set(named(headline["title"]))) for headline in seed["headlines"]]

    assert found.count(["Amazon", "Anthropic"]) == 3
    assert found.count([]) == 2
