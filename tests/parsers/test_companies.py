"""Companies in texts: who is named, who is not, and where it stands."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.companies import CompanyIndex, build_index, find_mentions
from parsers.company_list import check_companies, parse_companies
from parsers.errors import SettingsError
from parsers.types import Company, Mention

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
INDEX: CompanyIndex = build_index(parse_companies(LIST.read_text(encoding="utf-8")))
SECTORS = {
    *("lab", "cloud", "neocloud", "miner", "chips", "servers", "sites", "finance"),
    *("telecom", "power", "buyer", "other"),
}
WORDS = (
    "Amazon",
    "OpenAI’s",
    "Ｎｖｉｄｉａ",
    "(AMZN)",
    "founder",
    "ex-",
    "甲骨文",
    "메타",
    "Hut 8",
    "\u200b",
)


def named(text: str) -> list[str]:
    """The companies of a text, in order of place."""
    return [mention.company for mention in find_mentions(text, INDEX)]


# --- the list -----------------------------------------------------------------------------------


def test_the_list_in_deploy_is_whole() -> None:
    """The list that comes with the program can be read and covers the field."""
    companies = parse_companies(LIST.read_text(encoding="utf-8"))

    assert len(companies) >= 420
    assert {company.sector for company in companies} <= SECTORS


def test_a_company_has_every_field_of_its_row() -> None:
    """Each key of a row lands in the field of the same name; the rest stays empty."""
    row = (
        '[[company]]\nname = "Lambda"\naliases = ["Lambda Labs"]\nneeds = ["GPU"]\nsector = "cloud"'
    )

    companies = parse_companies(row)

    assert companies == (
        Company(name="Lambda", aliases=("Lambda Labs",), needs=("GPU",), sector="cloud"),
    )


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        pytest.param("[[company]", "company list: not TOML", id="no TOML"),
        pytest.param('companies = ["Meta"]', "companies: write [[company]] tables", id="other key"),
        pytest.param("company = 1", "company: write [[company]] tables", id="no tables"),
        pytest.param("[[company]]\naliases = []", "a company without a name", id="no name"),
        pytest.param("company = [1]", "a company without a name", id="no table"),
        pytest.param(
            '[[company]]\nname = "A"\nalias = ["B"]', "A: unknown key 'alias': write name", id="key"
        ),
        pytest.param(
            '[[company]]\nname = "A"\naliases = "B"', "A: aliases: write a list", id="text"
        ),
        pytest.param('[[company]]\nname = "A"\nneeds = [1]', "A: needs: write a list", id="number"),
        pytest.param('[[company]]\nname = "A"\nsector = []', "A: sector: write one", id="sector"),
        pytest.param('[[company]]\nname = ""', ": '' has no word", id="empty name"),
        pytest.param('[[company]]\nname = "A"\nneeds = ["-"]', "A: '-' has no word", id="sign"),
        pytest.param(
            '[[company]]\nname = "A"\nnot_followed_by = [""]', "A: '' has no word", id="empty guard"
        ),
        pytest.param(
            '[[company]]\nname = "A"\n[[company]]\nname = "A"', "'A' stands twice", id="twice"
        ),
        pytest.param(
            '[[company]]\nname = "Meta"\n[[company]]\nname = "B"\naliases = ["META"]',
            "'META' stands for Meta and B: leave it with one",
            id="one name for two",
        ),
    ],
)
def test_a_wrong_list_is_refused_in_one_line(toml: str, message: str) -> None:
    """What is wrong in the list is told with the company, the key, and what to write instead."""
    with pytest.raises(SettingsError) as refusal:
        parse_companies(toml)

    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_list_put_together_is_checked_too() -> None:
    """A user's own company cannot take the name of another in silence."""
    companies = [Company(name="Meta"), Company(name="Mine", brands=("Meta",))]

    with pytest.raises(SettingsError, match="stands for Meta and Mine"):
        build_index(companies)


def test_a_ticker_may_look_like_another_name() -> None:
    """Tickers count in ticker form only, so they cannot be taken for a name."""
    companies = [Company(name="Arm"), Company(name="Armada", tickers=("ARM",))]

    check_companies(companies)


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        # Case 1 and 6: people, and what people own, are not the company.
        pytest.param("Jeff Bezos' secretive AI startup nears $38bn", [], id="bezos"),
        pytest.param("Bezos’s AI lab nears $38bn valuation", [], id="bezos possessive"),
        pytest.param("Amazon founder Jeff Bezos opens a lab", [], id="founder"),
        pytest.param("Amazon's founder and OpenAI co-founder met", [], id="possessive founder"),
        pytest.param("a former OpenAI researcher and an ex-Google engineer", [], id="former"),
        pytest.param("Michael Dell spoke", [], id="person of the same name"),
        # Case 2: the river.
        pytest.param("Amazon river, Amazon rainforest and Amazonian trees", [], id="river"),
        pytest.param("亚马逊雨林 and 亚马逊河", [], id="river in chinese"),
        # Case 3: Meta as a prefix.
        pytest.param("metadata, Metals, Metaverse, Meta-analysis and la meta", [], id="meta"),
        pytest.param("메타버스 メタバース メタデータ 메타데이터", [], id="meta in other scripts"),
        # Case 4 and 5.
        pytest.param("the Oracle of Omaha and the Oracle problem", [], id="oracle"),
        pytest.param("Apple growers, an Apple orchard and the Big Apple", [], id="apple"),
        pytest.param("애플리케이션 파인애플 青苹果 苹果树", [], id="apple in other scripts"),
        # Case 6: homonyms.
        pytest.param("Armed Army; Arm wrestling; Google's Cloud Arm", ["Google"], id="arm"),
        pytest.param("Arm designs chips", ["Arm"], id="arm the company"),
        pytest.param("Intelligence and military Intel", [], id="intel"),
        pytest.param("Human beings; un être Humain", [], id="human"),
        pytest.param("Humain of Saudi Arabia", ["Humain"], id="humain"),
        pytest.param("the Mistral wind blows, Mistral winds too", [], id="mistral"),
        pytest.param("Mistral leases 96 megawatts", ["Mistral"], id="mistral the lab"),
        pytest.param("Samsung Galaxy S26 and Galaxy S26 Ultra", [], id="galaxy phone"),
        pytest.param(
            "Galaxy leases Helios to CoreWeave", ["Galaxy Digital", "CoreWeave"], id="galaxy"
        ),
        pytest.param("AWS Lambda and a Lambda function", ["Amazon"], id="lambda function"),
        pytest.param("Lambda buys Nvidia GPUs", ["Lambda", "Nvidia"], id="lambda the cloud"),
        pytest.param("Together, they build AI", [], id="together"),
        pytest.param("Together AI rents chips", ["Together AI"], id="together the cloud"),
        pytest.param("Caesar Cipher and Cipher suites", [], id="cipher"),
        pytest.param("Cipher, the bitcoin miner", ["Cipher Mining"], id="cipher the miner"),
        pytest.param("Core values; core scientific method", [], id="core"),
        pytest.param("Core Scientific and Core42", ["Core Scientific", "Core42"], id="core names"),
        pytest.param("Robinson Crusoe and Crusoe", ["Crusoe"], id="crusoe"),
        pytest.param("l'Iren Green Park di Iren", [], id="iren the utility"),
        # Case 10: renames.
        pytest.param(
            "Facebook, Iris Energy, SpaceXAI and xAI",
            ["Meta", "IREN", "SpaceX", "xAI"],
            id="renames",
        ),
        # Case 12: another company's holdings and rivals are not sides.
        pytest.param("Microsoft-backed OpenAI, an Amazon-backed lab", ["OpenAI"], id="backed"),
        pytest.param("OpenAI rival Anthropic, a rival to Google", ["Anthropic"], id="rival"),
        pytest.param("Nvidia-Rivale AMD", ["AMD"], id="rival in german"),
        pytest.param("Amazon backed the startup", ["Amazon"], id="backed as a verb"),
        pytest.param(
            "Anthropic and rival OpenAI", ["Anthropic", "OpenAI"], id="rival before a name"
        ),
        # Case 13 and 14: programmes and sites are no companies.
        pytest.param("Stargate in Abilene, Colossus 2, Rainier", [], id="programmes"),
        pytest.param(
            "Crusoe builds, Oracle leases, OpenAI uses", ["Crusoe", "Oracle", "OpenAI"], id="three"
        ),
        # Case 15: the publisher behind the headline.
        pytest.param(
            "Amazon to invest $5 billion in Anthropic The Japan Times —",
            ["Amazon", "Anthropic"],
            id="publisher",
        ),
    ],
)
def test_what_only_looks_like_a_company_is_left_out(text: str, companies: list[str]) -> None:
    """A word is a company only where the words around it leave it one."""
    assert named(text) == companies


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        pytest.param("OpenAI-Nvidia deal", ["OpenAI", "Nvidia"], id="hyphen"),
        pytest.param("xAI/Anthropic", ["xAI", "Anthropic"], id="slash"),
        pytest.param("Anthropic-SpaceXai's 300MW", ["Anthropic", "SpaceX"], id="odd case"),
        pytest.param("OpenAI–Oracle pact", ["OpenAI", "Oracle"], id="dash"),
        pytest.param("Nvidia•AMD", ["Nvidia", "AMD"], id="bullet"),
        pytest.param("AMZN shares; AMZN fell", ["Amazon"], id="share word"),
        pytest.param("AMAZON AND META SIGN", ["Amazon", "Meta"], id="capitals"),
        pytest.param("Coreweave, openai and Hut8", ["CoreWeave", "OpenAI", "Hut 8"], id="case"),
        pytest.param("apple and meta and oracle", [], id="common words"),
        pytest.param("XAI methods and Aws", [], id="short names as written"),
        pytest.param("Nvidia™ and Meta®", ["Nvidia", "Meta"], id="trade marks"),
        pytest.param("He moved on X. AI is new", [], id="dot ends a sentence"),
        pytest.param("It pays Meta. AI is dear", ["Meta"], id="sentence before AI"),
        pytest.param("Character.AI and X.AI", ["Character.AI", "xAI"], id="dot in a name"),
        pytest.param("see openai.com and https://x.ai/Nvidia/AMD", [], id="addresses"),
        pytest.param("Bank Of America", ["Bank of America"], id="small words"),
        pytest.param("AMD 5 billion, 2 billion AMD", [], id="dram"),
        pytest.param("OpenAI-AMD 6 gigawatt deal", ["OpenAI", "AMD"], id="number is no dram"),
        pytest.param("Meta Platforms' rival", [], id="plural possessive"),
        pytest.param("", [], id="empty"),
    ],
)
def test_names_are_found_however_they_are_set(text: str, companies: list[str]) -> None:
    """Signs, case and dots around and in a name do not hide it, nor make one up."""
    assert named(text) == companies


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        pytest.param("谷歌与亚马逊、微软", ["Google", "Amazon", "Microsoft"], id="chinese"),
        pytest.param("OpenAI和甲骨文达成协议", ["OpenAI", "Oracle"], id="no spaces"),
        pytest.param("搭载英伟达BlackwellGPU", ["Nvidia"], id="glued to latin"),
        pytest.param("輝達攜手軟銀、鴻海", ["Nvidia", "SoftBank", "Foxconn"], id="traditional"),
        pytest.param("AMDとMetaが提携", ["AMD", "Meta"], id="japanese"),
        pytest.param("ｸﾞｰｸﾞﾙとエヌビディア", ["Google", "Nvidia"], id="narrow katakana"),
        pytest.param(
            "메타는 엔비디아와 오픈AI에", ["Meta", "Nvidia", "OpenAI"], id="korean particles"
        ),
        pytest.param("Гугл, Майкрософт и Нвидиа", ["Google", "Microsoft", "Nvidia"], id="russian"),
        pytest.param("ＯｐｅｎＡＩ　Ａｍａｚｏｎ", ["OpenAI", "Amazon"], id="full width"),
        pytest.param(
            "Te\u0301le\u0301fonica et Socie\u0301te\u0301 Ge\u0301ne\u0301rale",
            ["Société Générale"],
            id="accents apart",
        ),
    ],
)
def test_names_are_found_in_every_script(text: str, companies: list[str]) -> None:
    """A company is the same in Chinese, Japanese, Korean, Russian and full-width letters."""
    assert named(text) == companies


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param(
            "with AWS",
            Mention(company="Amazon", text="AWS", kind="brand", start=5, end=8),
            id="aws",
        ),
        pytest.param(
            "Google Cloud's",
            Mention(company="Google", text="Google Cloud", kind="brand", start=0, end=12),
            id="google cloud",
        ),
        pytest.param(
            "Amazon Bedrock",
            Mention(company="Amazon", text="Amazon Bedrock", kind="brand", start=0, end=14),
            id="bedrock",
        ),
        pytest.param(
            "Azure OpenAI Service",
            Mention(company="Microsoft", text="Azure OpenAI", kind="brand", start=0, end=12),
            id="another's product inside",
        ),
        pytest.param(
            "The ChatGPT maker said",
            Mention(company="OpenAI", text="ChatGPT maker", kind="paraphrase", start=4, end=17),
            id="chatgpt maker",
        ),
        pytest.param(
            "the Claude-maker",
            Mention(company="Anthropic", text="Claude-maker", kind="paraphrase", start=4, end=16),
            id="claude maker",
        ),
        pytest.param(
            "The e-commerce giant",
            Mention(
                company="Amazon", text="The e-commerce giant", kind="paraphrase", start=0, end=20
            ),
            id="giant with article",
        ),
        pytest.param(
            "up (AMZN)",
            Mention(company="Amazon", text="AMZN", kind="ticker", start=4, end=8),
            id="ticker in brackets",
        ),
        pytest.param(
            "NASDAQ: NVDA",
            Mention(company="Nvidia", text="NVDA", kind="ticker", start=8, end=12),
            id="ticker of an exchange",
        ),
        pytest.param(
            "$ORCL",
            Mention(company="Oracle", text="ORCL", kind="ticker", start=1, end=5),
            id="ticker with dollar",
        ),
        pytest.param(
            "CRWV stock",
            Mention(company="CoreWeave", text="CRWV", kind="ticker", start=0, end=4),
            id="ticker with share word",
        ),
        pytest.param(
            "Open\u200bAI’s",
            Mention(company="OpenAI", text="Open\u200bAI", kind="name", start=0, end=7),
            id="invisible letter inside",
        ),
        pytest.param(
            "é Ｎvidia",
            Mention(company="Nvidia", text="Ｎvidia", kind="name", start=2, end=8),
            id="full width letter",
        ),
    ],
)
def test_a_mention_shows_what_stood_there(text: str, mention: Mention) -> None:
    """Units, descriptions and tickers roll up to the company, and the words stay visible."""
    assert find_mentions(text, INDEX) == (mention,)


@pytest.mark.parametrize("text", ["an e-commerce giant", "NVDA rose", "Claude Pro", "(NVDA"])
def test_weak_words_alone_name_nobody(text: str) -> None:
    """A description without its article, a bare ticker and a product are no company."""
    assert named(text) == []


def test_the_longest_name_wins() -> None:
    """A name inside a longer one is not seen twice, and a blocked one leaves nothing behind."""
    text = "Meta Platforms, Tata Consultancy Services, Google Cloud rival"

    mentions = find_mentions(text, INDEX)

    assert [(mention.company, mention.text) for mention in mentions] == [
        ("Meta", "Meta Platforms"),
        ("Tata", "Tata Consultancy Services"),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Galaxy phones", 0, id="guarded"),
        pytest.param("Galaxy", 0, id="needs a word"),
        pytest.param("Galaxy runs GPUs", 1, id="has a word"),
        pytest.param("Galaxy在德州的数据中心", 1, id="has a word in chinese"),
        pytest.param("the Galaxy runs GPUs", 0, id="guarded in front"),
        pytest.param("the Galaxy Digital phones", 1, id="long form"),
        pytest.param("Galaxy Digital rival", 0, id="rival of the long form"),
    ],
)
def test_a_long_form_is_no_homonym(text: str, count: int) -> None:
    """Guards and needs are for the short name; the long one is the company's anywhere."""
    company = Company(
        name="Galaxy",
        aliases=("Galaxy Digital",),
        not_followed_by=("phones",),
        not_preceded_by=("the",),
        needs=("GPUs",),
    )

    assert len(find_mentions(text, build_index([company]))) == count


def test_needs_may_be_phrases_in_any_dress() -> None:
    """A needed phrase counts across a hyphen and in any case, anywhere in the text."""
    index = build_index([Company(name="Galaxy", needs=("data center",))])

    found = [
        find_mentions(text, index) for text in ("Galaxy Data-Center", "Galaxy data of centers")
    ]

    assert [len(mentions) for mentions in found] == [1, 0]


# --- real news ----------------------------------------------------------------------------------


def test_the_seed_names_the_deal_and_not_the_founder(shared: Path) -> None:
    """Three headlines name both sides; the two on a founder's lab name nobody."""
    seed = json.loads((shared / "seed" / "expected.json").read_text(encoding="utf-8"))

    found = [sorted(named(headline["title"])) for headline in seed["headlines"]]

    assert found == [["Amazon", "Anthropic"]] * 3 + [[], []]


def test_nearly_every_side_of_a_deal_is_a_mention(shared: Path) -> None:
    """Of the parties in the labelled news nineteen in twenty are found by name."""
    lines = (shared / "deals" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    items = [item for item in map(json.loads, lines) if item["label"]["is_compute_deal"]]

    pairs = [
        (party["company"], named(f"{item['title']}. {item['summary']}"))
        for item in items
        for party in item["label"]["parties"]
    ]
    found = sum(company in companies for company, companies in pairs)

    assert found / len(pairs) >= 0.95


# --- any text -----------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8)).map("".join))
def test_any_text_is_read_and_spans_are_true(text: str) -> None:
    """No text raises; mentions are in order, do not overlap and say what stands there."""
    mentions = find_mentions(text, INDEX)

    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    edges = [edge for mention in mentions for edge in (mention.start, mention.end)]
    assert edges == sorted(edges)


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_compatible_letters_change_nothing(text: str) -> None:
    """A text and its plain form (NFKC) name the same companies."""
    assert named(unicodedata.normalize("NFKC", text)) == named(text)
