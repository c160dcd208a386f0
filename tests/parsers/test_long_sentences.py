"""Web pages and releases tell their deal in long sentences: what stands where in them."""

from decimal import Decimal
from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading, Event

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))


def read(title: str, text: str = "") -> DealReading:
    """A text read with the list that comes with the program."""
    return read_deal(title, text, READER)


def roles(title: str, text: str = "") -> set[str]:
    """Each party with its role, as one word pair."""
    return {f"{party.company} {party.role}" for party in read(title, text).parties}


# --- is it one ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        pytest.param(
            "Equinix is working with Nebius to deliver 40 megawatts of data center capacity in"
            " Dallas, the companies said in a press release.",
            id="where it was said",
        ),
        pytest.param(
            "CoreWeave will lease 90 MW from Digital Realty, according to a statement on Monday",
            id="according to a statement",
        ),
        pytest.param(
            "Nvidia to lease data centre funded by $3.8 billion junk-bond sale",
            id="how a site is paid for",
        ),
        pytest.param(
            "Microsoft and G42 sign deal for hydro-powered data center in Kenya",
            id="what a site runs on",
        ),
        pytest.param(
            "Hut 8 acquires Texas site and signs 200 MW lease with Anthropic",
            id="a site bought and let",
        ),
        pytest.param(
            "Galaxy buys land for $40M, signs 10-year data center lease with CoreWeave",
            id="land bought and let",
        ),
        pytest.param("WhiteFiber wins $160M GPU deal, stock jumps 22%", id="shares in a tail"),
        pytest.param(
            "TeraWulf said it had signed two 10-year colocation agreements with Fluidstack, an AI"
            " cloud platform, with Google backstopping $1.8 billion of lease obligations.",
            id="several agreements of one pair",
        ),
        pytest.param(
            "Amazon confirms cooperation with SK Telecom to build an AI data center in Korea",
            id="a cooperation",
        ),
    ],
)
def test_the_deal_of_a_long_title_is_seen(title: str) -> None:
    """What a sentence adds about its source, money, power or shares is not its subject."""
    assert read(title).is_compute_deal


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param(
            "CoreWeave closes $7.5 billion debt financing led by Blackstone and Magnetar to fund"
            " data centre build-out",
            "",
            id="debt of a cloud",
        ),
        pytest.param(
            "Lambda, the GPU cloud company, has secured a $275 million credit facility led by"
            " JPMorgan to buy more chips",
            "",
            id="credit of a cloud",
        ),
        pytest.param(
            "Blackstone leads $1.2B funding for India's Neysa to deploy 20,000 GPUs",
            "",
            id="equity of a cloud",
        ),
        pytest.param(
            "Equinix has reached an agreement with an energy startup to supply its data centers",
            "Equinix announced the deal with Santa Clara, Calif.-based Oklo, a maker of nuclear"
            " reactors. The power purchase agreement covers 500 megawatts.",
            id="a power purchase told as a deal",
        ),
        pytest.param(
            "Brookfield and Bloom Energy sign $5 billion partnership to power AI factories with"
            " fuel cells",
            "",
            id="fuel cells",
        ),
        pytest.param(
            "The new AI factory from Telus is supported by Nvidia GPUs and servers by HPE",
            "Telus has launched a secure facility to provide domestic compute capacity.",
            id="a launch",
        ),
        pytest.param(
            "BitMine buys more Ethereum as CoreWeave shares climb", "", id="shares beside"
        ),
        pytest.param(
            "Applied Digital: the small-cap stock behind the CoreWeave leases", "", id="a tip"
        ),
        pytest.param(
            "Bitfarms buys Georgia site for $50 million", "It will build there.", id="a site alone"
        ),
        pytest.param(
            "OpenAI signs deals with Amazon, Oracle and CoreWeave worth $1 trillion",
            "",
            id="deals of many",
        ),
    ],
)
def test_loans_power_and_launches_stay_out(title: str, text: str) -> None:
    """What a host borrows for itself, buys power with or opens alone is no compute deal."""
    assert not read(title, text).is_compute_deal


# --- who does what ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Hut 8 acquires Texas site and signs 200 MW lease with Anthropic",
            "",
            {"Hut 8 supplier", "Anthropic buyer"},
            id="a second verb has its own object",
        ),
        pytest.param(
            "TeraWulf has signed colocation agreements with Fluidstack to deliver 200 MW of"
            " capacity, with Google backstopping $1.8 billion of lease obligations.",
            "",
            {"TeraWulf supplier", "Fluidstack buyer", "Google financier"},
            id="with somebody doing something",
        ),
        pytest.param(
            "Cipher Mining said it has entered into a hosting agreement with Fluidstack worth $3"
            " billion, under which Google will backstop $1.4 billion of Fluidstack's lease"
            " obligations and receive warrants for a 5.4% equity stake in Cipher Mining.",
            "",
            {
                "Cipher Mining supplier",
                "Cipher Mining investee",
                "Fluidstack buyer",
                "Google financier",
                "Google investor",
            },
            id="who receives warrants",
        ),
        pytest.param(
            "IREN secures $3.65 billion in GPU funding backed by a Microsoft AI contract",
            "",
            {"IREN supplier", "Microsoft buyer"},
            id="funding on a customer's contract",
        ),
        pytest.param(
            "IREN lands $3.65B GPU financing deal for Microsoft AI cloud",
            "",
            {"IREN supplier", "Microsoft buyer"},
            id="financing for a customer's cloud",
        ),
        pytest.param(
            "GMI Cloud announced it will construct a $500 million AI data centre in Taiwan,"
            " partnering with Nvidia to power the facility",
            "",
            {"GMI Cloud buyer", "Nvidia supplier"},
            id="a partner to power it",
        ),
        pytest.param(
            "SK Telecom, AWS join hands to build AI data center in Korea",
            "SK Telecom has partnered with Amazon Web Services to construct the site.",
            {"SK Telecom partner", "Amazon partner"},
            id="two build together",
        ),
        pytest.param(
            "Nvidia is partnering with Firmus to create data centers across Australia",
            "Firmus said the sites will use Nvidia's GB300 chips.",
            {"Firmus buyer", "Nvidia supplier"},
            id="a partner whose chips are used",
        ),
        pytest.param(
            "NVIDIA will lease a 200-megawatt data center in Nevada to expand its infrastructure",
            "Blackstone is financing the construction through a bond sale.",
            {"Nvidia buyer", "Blackstone financier"},
            id="who leases from nobody named",
        ),
        pytest.param(
            "After Google, Cipher Mining secures a $5.5 billion order from Amazon for 300 MW",
            "",
            {"Cipher Mining supplier", "Amazon buyer"},
            id="a name for what came before",
        ),
        pytest.param(
            "OpenAI partners with Vantage to build a data center campus in Wisconsin",
            "",
            {"OpenAI buyer", "Vantage Data Centers developer"},
            id="a lab has its partner build",
        ),
    ],
)
def test_roles_in_long_sentences(title: str, text: str, expected: set[str]) -> None:
    """Each verb takes the sides of its own clause, and each loan its own taker."""
    assert roles(title, text) == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param(
            "Groq secured a commitment from Saudi Arabia to expand delivery of AI chips", "",
            id="a country in two words",
        ),
        pytest.param(
            "Cohere signs data center deal with BCE",
            "Merritt, British Columbia will host the capacity, giving Cohere compute.",
            id="a province in two words",
        ),
        pytest.param(
            "Poolside and CoreWeave will build a 2-gigawatt data center called Project Horizon", "",
            id="a project",
        ),
        pytest.param(
            "Firmus signs GPU deal with CDC Data Centres",
            "It is a landmark, according to Tim Rosenfield, Firmus founder and chief executive.",
            id="a founder",
        ),
    ],
)  # fmt: skip
def test_places_people_and_projects_are_no_parties(title: str, text: str) -> None:
    """A name that is left of a place, a project or a person names no company."""
    named = {party.company for party in read(title, text).parties}

    assert named.isdisjoint({"Arabia", "Columbia", "Horizon", "Tim Rosenfield", "Calif"})


# --- figures ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "SK Telecom and AWS to build $5.13 billion AI data center",
            "SK Telecom partners with AWS on a 7-trillion-won ($5.13 billion) AI data center.",
            {("7000000000000", "KRW")},
            id="a conversion in brackets",
        ),
        pytest.param(
            "Galaxy buys land for $40M, signs 10-year data center lease with CoreWeave",
            "",
            set(),
            id="the price of land",
        ),
        pytest.param(
            "AWS signs data center lease with SK Telecom",
            "The lease is part of AWS's $5.88 billion investment plan in Korea.",
            set(),
            id="the size of a plan",
        ),
        pytest.param(
            "CoreWeave signs compute deal with Cohere",
            "The federal government announced it would give up to $240 million to Cohere.",
            set(),
            id="a grant",
        ),
        pytest.param(
            "Mistral raises $830 million in debt to buy 13,800 Nvidia chips",
            "",
            {("830000000", "USD")},
            id="debt raised for it",
        ),
        pytest.param(
            "Meta signs $14.2 billion cloud deal with CoreWeave",
            "CoreWeave has a market capitalisation of $60 billion.",
            {("14200000000", "USD")},
            id="a market's value",
        ),
    ],
)
def test_sums_that_belong_to_the_deal(
    title: str, text: str, expected: set[tuple[str, str]]
) -> None:
    """A sum said twice counts once, and what is beside the deal not at all."""
    money = read(title, text).money

    assert {(str(one.amount), one.currency) for one in money} == expected


def test_what_a_sum_could_grow_to_is_a_ceiling() -> None:
    """Words of growth bound a sum: it could scale to so much."""
    money = read(
        "Firmus signs data centre deal with CDC Data Centres",
        "It is worth A$4.5 billion initially and could scale to A$73.3 billion by 2028.",
    ).money

    assert [(one.amount, one.qualifier) for one in money] == [
        (Decimal(4500000000), "exact"),
        (Decimal(73300000000), "up_to"),
    ]


def test_a_count_and_a_model_told_apart_are_one() -> None:
    """The chips of a site are counted in one sentence and named in another."""
    reading = read(
        "GMI Cloud orders Nvidia's GB300 chips for Taiwan data centre",
        "The facility will house 7,000 GPUs.",
    )

    assert [leg.chips and (leg.chips.count, leg.chips.model) for leg in reading.legs] == [
        (7000, "Nvidia GB300")
    ]


# --- what happens -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "event"),
    [
        pytest.param(
            "Firmus expands nationwide with CDC Data Centres partnership", "new", id="it grows"
        ),
        pytest.param(
            "Nvidia expands AI infrastructure with Nevada data centre lease from Tract",
            "new",
            id="it grows by a lease",
        ),
        pytest.param(
            "CoreWeave expands its cloud computing agreement with OpenAI", "expansion", id="a deal"
        ),
        pytest.param("Oracle extends OpenAI data center contract", "expansion", id="a contract"),
        pytest.param(
            "IREN completes $3.65 billion investment-grade GPU financing for Microsoft contract",
            "new",
            id="a financing completed",
        ),
        pytest.param(
            "The Globe and Mail reports in its Thursday edition that CoreWeave will operate a data"
            " centre for Cohere",
            "rumour",
            id="what a paper reports",
        ),
        pytest.param(
            "Microsoft and G42's $1B data center in Kenya stalls over guarantees",
            "cancelled",
            id="a site stalls",
        ),
    ],
)
def test_events_of_long_titles(title: str, event: Event) -> None:
    """A business that grows through a deal widens none; a paper's report is a rumour."""
    assert read(title).event == event


# --- several sides ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        pytest.param(
            "Applied Digital signs 15-year lease with CoreWeave for 250 MW in North Dakota",
            "The two leases will generate $7 billion. Macquarie will provide $5 billion in"
            " financing.",
            {"CoreWeave buyer", "Applied Digital supplier", "Macquarie financier"},
            id="a lender in a sentence of its own",
        ),
        pytest.param(
            "Blue Owl backs $3 billion CoreWeave data center in Pennsylvania",
            "",
            {"CoreWeave buyer", "Blue Owl financier"},
            id="who backs a site lends for it",
        ),
        pytest.param(
            "Nscale to supply Microsoft with 200,000 Nvidia GB300 chips",
            "Nscale, working with Dell, will deliver the GPUs to sites in Europe and the US.",
            {"Microsoft buyer", "Nscale supplier", "Dell supplier"},
            id="who helps buys nothing",
        ),
        pytest.param(
            "OpenAI walks away from Oracle lease",
            "OpenAI will not proceed with a planned lease of 500 MW at an Oracle site, it said.",
            {"OpenAI buyer", "Oracle supplier"},
            id="an article is no preposition",
        ),
        pytest.param(
            "OpenAI signs $30 billion cloud contract with Oracle",
            "OpenAI signed a $30 billion contract to buy cloud capacity from Oracle.",
            {"OpenAI buyer", "Oracle supplier"},
            id="a contract to buy",
        ),
        pytest.param(
            "IREN signs $3.4 billion cloud deal with Nvidia",
            "",
            {"Nvidia buyer", "IREN supplier"},
            id="a maker of chips rents a cloud",
        ),
    ],
)
def test_every_side_has_its_role(title: str, text: str, wanted: set[str]) -> None:
    """Who gets compute, who gives it, and who pays for it."""
    assert roles(title, text) == wanted


def test_debt_is_paid_by_who_lends_it() -> None:
    """The sum is the lender's, whatever it buys in the end."""
    (leg,) = read("Apollo Wraps Up $35 Billion Debt to Buy AI Chips for Anthropic").legs

    assert (leg.payer, leg.payee, leg.kind) == ("Apollo", "Anthropic", "financing")


def test_what_somebody_said_it_had_done_is_the_news() -> None:
    """A wire tells the news so: nothing else happened before it."""
    reading = read(
        "Hut 8 lands Anthropic lease for Louisiana campus",
        "Hut 8 Corp said on Tuesday it had signed a 15-year lease under which Anthropic, the "
        "developer of Claude, will take 330 megawatts, in an agreement valued at $9.4 billion.",
    )

    assert [f"{one.amount:f}" for one in reading.money] == ["9400000000"]
    assert [one.gigawatts for one in reading.powers] == [Decimal("0.33")]


def test_what_a_side_did_earlier_takes_no_figure_from_what_follows() -> None:
    """The clause ends where the sentence goes on."""
    reading = read(
        "Anthropic opts for Broadcom-built racks",
        "Anthropic, which earlier turned down an approach from Intel, has placed a $10 billion "
        "order with Broadcom for 18,000 of its own accelerators.",
    )

    assert [f"{one.amount:f}" for one in reading.money] == ["10000000000"]
    assert [one.count for one in reading.chips] == [18_000]
