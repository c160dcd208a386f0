"""News of wires and trade press, by how it is worded, and what only looks like it."""

from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading, Event

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
Roles = set[tuple[str, str]]


def read(title: str, text: str = "") -> DealReading:
    """A text read with the list that comes with the program."""
    return read_deal(title, text, READER)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Bridge Data Centres secures ByteDance as tenant for 110MW Johor campus",
            "",
            {("Bridge Data Centres", "supplier"), ("ByteDance", "buyer")},
            id="who is secured as a tenant buys",
        ),
        pytest.param(
            "Princeton Digital signs 52MW lease with unnamed hyperscaler in Batam",
            "",
            {("Princeton Digital", "supplier")},
            id="who signs with a hyperscaler serves it",
        ),
        pytest.param(
            "Sakura Internet receives 10 billion yen GPU order from university consortium",
            "",
            {("Sakura Internet", "supplier")},
            id="who receives an order serves",
        ),
        pytest.param(
            "Rumble agrees to provide Tether with $150 million of GPU services",
            "",
            {("Rumble", "supplier"), ("Tether", "buyer")},
            id="a fund that is provided with compute buys it",
        ),
        pytest.param(
            "IBM, AMD to provide Zyphra with MI300X cluster",
            "",
            {("IBM", "supplier"), ("AMD", "supplier"), ("Zyphra", "buyer")},
            id="whom the verb provides is found though no list knows it",
        ),
        pytest.param(
            "OpenAI locks in 100MW AI data centre deal with Tata",
            "",
            {("OpenAI", "buyer"), ("Tata", "supplier")},
            id="a lab beside a conglomerate buys",
        ),
        pytest.param(
            "Kazakhstan has signed a $2 billion agreement with Nvidia on the supply of chips",
            "",
            {("Kazakhstan", "buyer"), ("Nvidia", "supplier")},
            id="a state signs for chips",
        ),
        pytest.param(
            "Yotta orders 16,000 Nvidia H100 GPUs",
            "Yotta Data Services, part of the Hiranandani Group, placed the order with Nvidia.",
            {("Yotta", "buyer"), ("Nvidia", "supplier")},
            id="a parent is named in passing",
        ),
        pytest.param(
            "CoreWeave to take 250MW at Galaxy's Helios campus",
            "CoreWeave recently filed for an IPO and counts Microsoft as its biggest customer.",
            {("CoreWeave", "buyer"), ("Galaxy Digital", "supplier")},
            id="another customer is named in passing",
        ),
        pytest.param(
            "EdgeConneX is collaborating with Lambda to deliver more than 30 MW in Chicago",
            "",
            {("EdgeConneX", "supplier"), ("Lambda", "buyer")},
            id="megawatts make a company of Lambda",
        ),
    ],
)
def test_each_company_has_its_part(title: str, text: str, expected: Roles) -> None:
    """Who serves and who is served is told by the construction, not by the pair."""
    reading = read(title, text)

    assert {(party.company, party.role) for party in reading.parties} == expected


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("SoftBank to buy Ampere Computing for $6.5 billion", id="takeover of a name"),
        pytest.param(
            "Meta buys chip startup Rivos to boost in-house silicon", id="a start-up bought"
        ),
        pytest.param(
            "Nscale files for IPO, discloses $24 billion Microsoft contract", id="listing"
        ),
        pytest.param("Blackstone's QTS buys 600 acres for data center in Virginia", id="land"),
        pytest.param(
            "Neysa secures $1.2bn from Blackstone to deploy 20,000 GPUs", id="host's debt"
        ),
        pytest.param("xAI raises $20bn with Nvidia, Cisco backing", id="a round in bn"),
        pytest.param("Caterpillar to supply data center with 4 GW of generators", id="generators"),
        pytest.param("Hitachi Energy to supply transformers to OpenAI's Stargate", id="grid gear"),
        pytest.param("Entergy wins approval to power Meta's Louisiana data center", id="approval"),
        pytest.param("Celestica rises as Google TPU orders swell", id="share move"),
        pytest.param("Brookfield's Data4 to build €10bn Cambrai campus", id="own site of a fund's"),
        pytest.param("Tracking Big Tech's data center leases: Microsoft and Meta lead", id="list"),
        pytest.param("OpenAI opens first office in Seoul as Kakao and SK deepen ties", id="office"),
        pytest.param("AMD and Sony team up on graphics chips for consoles", id="game consoles"),
    ],
)
def test_what_only_looks_like_a_deal_is_none(title: str) -> None:
    """Money, gear, land and takeovers are other news, whoever is named beside compute."""
    reading = read(title)

    assert not reading.is_compute_deal


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "CoreWeave to build AI campus for Jane Street near Dallas",
            "The cloud provider is looking to add capacity as it considers more sites.",
            "new",
            id="near a city and looking to grow are no talks",
        ),
        pytest.param(
            "Nebius to supply Meta with AI infrastructure in $3bn deal",
            "Meta has the option to extend or terminate the order if delivery is late.",
            "new",
            id="a right to terminate ends nothing",
        ),
        pytest.param(
            "Dell in line to sell $5 billion of AI servers to xAI", "", "rumour", id="line"
        ),
        pytest.param(
            "Nvidia partners with Telenor to build an AI factory",
            "Reuters had reported earlier this week that the two were in talks.",
            "new",
            id="talks reported before",
        ),
        pytest.param(
            "Lambda signs GPU contract with Microsoft",
            "The deal extends a relationship that dates back to 2019.",
            "new",
            id="an old relationship is no earlier deal",
        ),
        pytest.param(
            "Zhipu is renting computing power from Huawei, people with knowledge of the deal said",
            "",
            "rumour",
            id="people with knowledge",
        ),
        pytest.param(
            "Nvidia, UAE yet to finalise multibillion-dollar chip deal",
            "",
            "background",
            id="yet to finalise",
        ),
        pytest.param(
            "Nscale gets first Blackwells for Microsoft contract",
            "",
            "background",
            id="first chips",
        ),
        pytest.param(
            "TeraWulf: Fluidstack takes more at Lake Mariner under $3bn lease",
            "Fluidstack exercised its option to add CB-5, taking its load to 360MW.",
            "expansion",
            id="an option exercised",
        ),
    ],
)
def test_what_a_text_does_to_its_deal(title: str, text: str, expected: Event) -> None:
    """Only what is said of the deal itself makes a rumour, an end or a follow-up of it."""
    assert read(title, text).event == expected


def test_sums_of_the_past_are_not_of_the_deal() -> None:
    """What a side paid, or raised, another time is no price of what it signs now."""
    reading = read(
        "Rumble and Tether sign $150m GPU deal",
        "Tether, which invested $775m in Rumble last year, will buy services over two years.",
    )

    assert [money.quote for money in reading.money] == ["$150m"]


@pytest.mark.parametrize(
    ("title", "text", "quotes"),
    [
        ("Meta signs $21bn CoreWeave deal", "It builds on a $14 billion contract signed last year.",
         ["$21bn"]),
        ("OpenAI rents 200 MW from Oracle", "Stargate is a $500 billion project.", []),
        ("OpenAI rents 200 MW from Reliance", "Reliance last year unveiled plans to invest $10bn.",
         []),
        ("Nvidia to guarantee OpenAI's lease in a $2 trillion AI loop", "", []),
        ("Amazon signs $5bn lease with Cipher Mining",
         "The deal has an expected value of $9 billion if its options are exercised, and is to"
         " yield $300 million of average annual EBITDA.", ["$5bn", "$9 billion"]),
        ("Anthropic signs GPU services commitment worth $300 million with Lambda", "",
         ["$300 million"]),
    ],
)  # fmt: skip
def test_sums_beside_a_deal_are_not_its_own(title: str, text: str, quotes: list[str]) -> None:
    """What a deal adds to, a programme, other plans and what a site earns are no price of it."""
    assert [money.quote for money in read(title, text).money] == quotes
