"""Companies no list knows: where a deal's other side is named, and where nobody is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.companies import CompanyIndex, build_index, find_mentions
from parsers.company_list import parse_companies
from parsers.types import Mention
from parsers.unlisted import find_unlisted, is_listed

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
INDEX: CompanyIndex = build_index(parse_companies(LIST.read_text(encoding="utf-8")))


def unlisted(sentence: str) -> list[str]:
    """The companies of a sentence that the list in deploy does not know."""
    return [found.company for found in find_unlisted(sentence, find_mentions(sentence, INDEX))]


# --- found --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # The subject of a verb of dealing.
        ("Boreal Power signs 15-year lease with OpenAI", ["Boreal Power"]),
        ("Kestrel Cloud to supply 20,000 GPUs to Mistral", ["Kestrel Cloud"]),
        ("Nordwind lands OpenAI as anchor tenant in Frankfurt", ["Nordwind"]),
        ("ComputeX lands $500M order from ByteDance", ["ComputeX"]),
        ("DataHalgrim will build the 300MW campus for Nebius", ["DataHalgrim"]),
        ("Coral Cloud denies report of A$2.4bn GPU deal with OpenAI", ["Coral Cloud"]),
        ("Kraken Technologies rents GPUs from Nebius", ["Kraken Technologies"]),
        ("Nordwind Compute said on Tuesday it will lease its campus", ["Nordwind Compute"]),
        # Those of an end: who drops, exits or cuts back is a side.
        ("OpenAI pulls back from the Norway site as Solvane takes over", ["Solvane"]),
        ("Oracle Shares Slide as Stonebrae Exits Talks on Michigan Data Center", ["Stonebrae"]),
        ("Kestora Cuts Back on CoreWeave Services", ["Kestora"]),
        # Behind the full name of one that is known by less.
        (
            "CoreWeave leases the site of Ares Management (“Ares”), and Redbrick Partners",
            ["Redbrick Partners"],
        ),
        # Past the point of a sum; who is led, what is turned down, whose rent is stood for.
        ("Dell to deliver AI servers worth $2.6bn to Veldt Cloud", ["Veldt Cloud"]),
        ("Lenders led by Orrick Bank arrange $5bn loan for Meta's campus", ["Orrick Bank"]),
        ("Anthropic turns down Fenmore's offer of 30,000 GPUs", ["Fenmore"]),
        ("Nvidia to guarantee Thimbel's rent in Leeds data centre", ["Thimbel"]),
        ("Skoda Motors cuts CoreWeave order by two thirds", ["Skoda Motors"]),
        ("Oracle takes every rack at Saltmere's Swansea campus", ["Saltmere"]),
        ("Renewed: the Juniper Peak contract with Microsoft", ["Juniper Peak"]),
        # What is told of one behind its name, and what one is called in front of it.
        ("Work is early, said Wexbury, which is building the site for OpenAI", ["Wexbury"]),
        ("Biotech Orelia books 2,048 GPUs at Nebius", ["Orelia"]),
        ("Mistral exercises option at Orrin Compute's Lyon site", ["Orrin Compute"]),
        # Whose deal or whose shares a title tells of.
        ("Lumivox's 220,000-GPU SpaceX Deal Redraws AI Compute Landscape", ["Lumivox"]),
        ("Cindral shares jump 10% as Meta agrees to deploy 6 GW of its AI chips", ["Cindral"]),
        ("Filing Reveals Orbenta AI Is Paying SpaceX for Data Centers", ["Orbenta AI"]),
        ("Chip shares jump 10% as Meta agrees to deploy 6 GW of its AI chips", []),
        ("Texas' $5bn OpenAI data center deal draws scrutiny", []),
        ("The deal calls for Tidewater Compute to provide 300 MW to Meta", ["Tidewater Compute"]),
        ("Harbinger, a neocloud based in Denver, signed a deal with Cohere", ["Harbinger"]),
        ("Boreal Power shares tumble as OpenAI drops Alberta lease", ["Boreal Power"]),
        ("Paris-based Lumicore will buy 5,000 B200 GPUs from Dell", ["Lumicore"]),
        # In a title of capitals: who acts first, and with whom.
        ("Lumora Signs GPU Supply Order With Technel for Nvidia Chips", ["Lumora", "Technel"]),
        ("Hypercore Taps Lambda for 5,000 Blackwell GPUs", ["Hypercore"]),
        # Behind what it is called.
        ("Startup Zephyrine leases 40MW from Digital Realty", ["Zephyrine"]),
        ("Anthropic signs compute deal with neocloud Halden", ["Halden"]),
        ("Meta rents capacity from Swiss data-centre developer Alpenrack", ["Alpenrack"]),
        ("Microsoft in talks to rent GPUs from Dutch startup Polderstack", ["Polderstack"]),
        ("Norwegian operator Fjellnet agreed to host Microsoft's servers", ["Fjellnet"]),
        ("Bitcoin miner Stonegate pivots to AI with hosting contract", ["Stonegate"]),
        ("South Korean chipmaker Hanaro has signed a deal to supply AI servers", ["Hanaro"]),
        ("SpaceX rents out Colossus to a lab called Noumena", ["Noumena"]),
        ("OpenAI ended the lease of the site, its owner Boreal Power said", ["Boreal Power"]),
        # Behind the preposition of a deal.
        ("OpenAI signs deal with Trellis for 100MW of capacity in Texas", ["Trellis"]),
        ("The campus, built by Ironbark Infrastructure for Oracle", ["Ironbark Infrastructure"]),
        ("Google backs lease for Cinder Mining", ["Cinder Mining"]),
        ("OpenAI drops Trellis Energy as supplier", ["Trellis Energy"]),
        ("Meta's deal with Quarry Capital and Blue Owl", ["Quarry Capital"]),
        ("Goldman Sachs arranged the loan for Beacon Ridge, the owner", ["Beacon Ridge"]),
        ("Anthropic signs $10B deal with AI cloud startup Zerra", ["Zerra"]),
        ("Talks with a developer (Halden Data Centers) to lease to Meta", ["Halden Data Centers"]),
        (
            "Bridgewater Data Centers in late-stage talks to lease space",
            ["Bridgewater Data Centers"],
        ),
        ("Anthropic与成立仅数月的Zerra签署100亿美元算力协议", ["Zerra"]),
        ("新興インフラ企業ZerraがAnthropicと契約を締結", ["Zerra"]),
        ("클라우드 스타트업 Volantis, OpenAI와 계약 체결", ["Volantis"]),
        ("ByteDance gets access to B200 chips through Meridix", ["Meridix"]),
        ("Perplexity doubles GPU order at Sparrowhawk Cloud", ["Sparrowhawk Cloud"]),
        ("Groq ships inference racks to Telkora under a contract", ["Telkora"]),
        # Behind where it is from, and whose it is.
        ("Cohere signs GPU contract with Calgary-based Prairiegrid", ["Prairiegrid"]),
        ("Hut 8 leases 100MW to San Francisco-based Tessel", ["Tessel"]),
        ("Cohere rents GPU cluster from Montreal's Aurelle", ["Aurelle"]),
        ("Mistral signs GPU deal with Macquarie-backed Wattlebird", ["Wattlebird"]),
        ("Under the contract, Osaka-based Kumoha rents out 15,000 processors", ["Kumoha"]),
        ("Calyptis of Basel will rent 1,000 GPUs from the cloud company", ["Calyptis"]),
        ("Saltbox Compute of Halifax, Nova Scotia, will run the GPUs", ["Saltbox Compute"]),
        # With what it owns.
        ("Perplexity to run on Orbital Ridge's GPUs in $90m deal", ["Orbital Ridge"]),
        ("Anthropic leases Coppervale's 80MW Nevada data center", ["Coppervale"]),
        ("Meta rents space in Tarnwick's Leeds data centre", ["Tarnwick"]),
        # Behind what it does, and in an aside.
        ("Neocloud Tarragon supplies GPUs to game studio Wildermyth", ["Tarragon", "Wildermyth"]),
        ("The landlord is Fjordhall, which leases the halls to Meta", ["Fjordhall"]),
        ("A family business, Borealis Hosting, has won a GPU contract", ["Borealis Hosting"]),
        # A body whose name goes on behind "of".
        ("Bank of Lithuania signs GPU cloud contract with Nebius", ["Bank of Lithuania"]),
        ("University of Tartu orders 512 GPUs from Dell", ["University of Tartu"]),
        # Beside a side that is known.
        ("Oxbow Compute and Kestria Labs sign a GPU deal", ["Oxbow Compute", "Kestria Labs"]),
        ("Nvidia partners with Halo Robotics and Sentra on AI", ["Halo Robotics", "Sentra"]),
        # In a headline every word has a capital: the name's own form must show.
        ("Corvid Digital Signs $2 Billion Agreement With Anthropic", ["Corvid Digital"]),
        ("Northwind Data Centers Inks 200MW Lease With Microsoft", ["Northwind Data Centers"]),
        ("Rackwave Inc. Announces 10-Year Colocation Agreement", ["Rackwave"]),
        ("Galvanic Holdings (NASDAQ: GLVN) Announces HPC Lease", ["Galvanic Holdings"]),
        ("Data Center Developer Tallmark Lands $5 Billion Loan", ["Tallmark"]),
        ("AI Startup Wexler Signs Multiyear Deal With CoreWeave", ["Wexler"]),
        ("Microsoft Inks $2 Billion Cloud Deal With Neocloud Torrentia", ["Torrentia"]),
        # Other languages.
        (
            "Mistral unterzeichnet Vertrag mit Nordlicht Rechenzentren GmbH",
            ["Nordlicht Rechenzentren"],
        ),
        ("OpenAI firma un acuerdo con Tierra Digital por 500 MW", ["Tierra Digital"]),
        ("Microsoft signe un contrat avec Helia Cloud", ["Helia Cloud"]),
        ("华阳智算与字节跳动签署算力租赁合同", ["华阳智算"]),
        ("网宿科技宣布与智谱达成合作", ["网宿科技"]),
        ("AI云基础设施服务商NovaComputeX宣布与OpenAI达成合作", ["NovaComputeX"]),
        ("한빛데이터센터가 네이버와 임대 계약을 체결했다", ["한빛데이터센터"]),
        ("株式会社ハルカデータがGPUの供給契約を締結", ["ハルカデータ"]),
        ("アオゾラホールディングスがエヌビディアと契約", ["アオゾラホールディングス"]),
    ],
)
def test_a_side_of_a_deal_is_found_without_a_list(sentence: str, names: list[str]) -> None:
    """Who stands where a side of a deal stands, and is written like a name, is one."""
    assert unlisted(sentence) == names


# --- left out -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        # Plain words that only begin a sentence.
        "Company signs lease with unnamed hyperscaler",
        "Landlord leases campus to Meta",
        "Investors buy AI stocks",
        "Sources: Meta in talks to rent TPUs from Google",
        "Exclusive: Anthropic nears deal with Azure",
        "Shares of Applied Digital rose after it signed a lease with a hyperscaler",
        "I’ve built a frame for the boat and I’ll order chips",
        # Headlines in capitals.
        "Amazon Wins Contract for AI Data Centers",
        "Sovereign AI Cloud Deal Signed With Government",
        "New AI Data Center Deal: What Investors Should Know",
        "Microsoft Signs Deal For Nuclear Power",
        "Solar Power Deals Soar As Data Centers Expand",
        "Microsoft to Spend $10 Billion on AI Cloud Capacity",
        "What CoreWeave's Meta Contract Means For Investors",
        "IREN Broadens Its AI Customer Base: Can Diversification Pay Off?",
        "Contract Option for Delivery of 120 MW of Additional Digital Infrastructure to Host",
        "Applied Digital Finalizes Lease With CoreWeave At Polaris Forge Campus",
        # Sums and sites.
        "Netweb wins Rs 450 crore GPU server order from Yotta",
        "Core Scientific signs Denton lease with CoreWeave",
        "Applied Digital signs hyperscaler to Ellendale lease",
        "Applied Digital craters after hyperscaler abandons Harwood lease",
        # Places and peoples.
        "Anthropic signs deal in Texas with data center company",
        "Meta signs deal with Louisiana for data center",
        "Nvidia sells Blackwell chips to Saudi Arabia",
        "US signs AI chip deal with UAE",
        "Kazakhstan signs $2 billion AI chip deal with Nvidia",
        "Biden calls for a compute deal with Americans",
        # People.
        "Elon Musk signs deal with Sam Altman",
        "Jensen Huang said Nvidia will supply GPUs",
        "CEO Hock Tan signs deal with OpenAI",
        "SK chief Chey Tae-won signs deal with OpenAI's Altman",
        "Commerce Secretary Howard Lutnick signed the deal with Nvidia",
        "French President Emmanuel Macron announced a deal between Mistral and Nvidia",
        "The lease was signed by Jane Roe, a spokeswoman for OpenAI",
        "Barclays analyst Tim Long says Dell will supply servers to xAI",
        # Products, programmes and sites.
        "Oracle to build data center for Stargate in Abilene",
        "xAI buys GPUs for Colossus 2 in Memphis",
        "Under the deal, Claude will run on Trainium chips in Project Rainier",
        "Cisco also supplies networking embedded in Azure Stack deployments",
        "Meta's Hyperion campus is built for Nvidia's GB300 systems",
        "Firmus to build Project Southgate in Tasmania with Nvidia",
        "The deal covers H200s, TPUs and LLMs",
        # Papers, streets and houses.
        "Reuters reported that OpenAI signed a contract with Oracle",
        "The Wall Street Journal reported that Meta signed a contract with Google",
        "Wall Street lends to CoreWeave",
        "Big Tech signs leases for AI data centers",
        "The White House announced a deal with Nvidia",
        # A company that only owns, founded or fights another.
        "Meta agrees to lease 1 GW from Sandbrook-backed developer",
        "OpenAI signs deal with Trellis founder",
        # No deal at all, and no place of a side.
        "Halden opened an office in Oslo",
        "Trellis is a fine word for a data center",
        "The company already leases its Ellendale campus to CoreWeave",
        "CoreWeave signs cloud contract with UK Govt",
        "The University of Bristol will host Isambard-AI",
        # Other languages.
        "某科技公司与阿里签订合同",
        "公司与国内某数据公司签订协议",
        "국내 데이터센터 임대 계약이 늘고 있다",
        "エヌビディアとソフトバンクが提携",
        "公司与Halden达成合作，与Trainium签订合同",
        "字节跳动与OpenAI达成合作",
        "Meta signs deal with Halo Robotics rivals",
        "OpenAI signed a deal, Vernon Halden said",
        "Meta pays for B200 Ultra and HGX-2 capacity",
        "",
    ],
)
def test_what_is_no_company_is_left_out(sentence: str) -> None:
    """Plain words, places, people, products and papers are no side of a deal."""
    assert unlisted(sentence) == []


# --- rules --------------------------------------------------------------------------------------


def test_a_mention_shows_where_it_stands() -> None:
    """A name comes without what the law adds to it, of kind "unlisted", with true offsets."""
    sentence = "OpenAI rents from Rackwave Inc."

    mentions = find_unlisted(sentence, find_mentions(sentence, INDEX))

    assert mentions == (
        Mention(company="Rackwave", text="Rackwave", kind="unlisted", start=18, end=26),
    )


def test_what_is_known_is_never_found_again() -> None:
    """A word of a known name, and the product behind it, are no other company."""
    known = (Mention(company="Meta", text="Meta", kind="name", start=17, end=21),)

    assert find_unlisted("Deal signed with Meta Power and Meta's Orchid Cloud", known) == ()


def test_four_names_are_enough() -> None:
    """A sentence that names many is a list: the first four are kept."""
    sentence = "Meta partners with Alpha Cloud, Beta Cloud, Gamma Cloud, Delta Cloud and Zeta Cloud"

    assert unlisted(sentence) == ["Alpha Cloud", "Beta Cloud", "Gamma Cloud", "Delta Cloud"]


@pytest.mark.parametrize(
    ("name", "listed"),
    [("constellation", True), ("Together AI", True), ("Boreal Power", False), ("", False)],
)
def test_a_listed_name_is_told_from_an_unlisted_one(name: str, listed: bool) -> None:
    """A name the list has ruled out in a text is not to come back by this door."""
    assert is_listed(name, INDEX) is listed


@pytest.mark.parametrize(
    "unit",
    ["a deal with Xa ", "deal Foo, Bar and ", "A", "Ab ", "有科技与签", "株式会社ハルカ契約が"],
)
def test_a_sentence_without_end_is_read_at_once(unit: str) -> None:
    """What was made to keep the reader busy does not: it is read as far as a sentence goes."""
    assert len(find_unlisted(unit * 100_000, ())) <= 4


@given(
    st.lists(
        st.sampled_from(
            ["Boreal Power", " signs ", "deal with ", "Inc.", ", ", "OpenAI", "株式会社"]
        )
        | st.text(max_size=6)
    ).map("".join)
)
def test_any_text_gives_true_spans(text: str) -> None:
    """No text raises; the mentions are in order, apart from each other and from the known."""
    known = find_mentions(text, INDEX)

    found = find_unlisted(text, known)

    assert all(text[one.start : one.end] == one.text for one in found)
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert not any(one.start < k.end and k.start < one.end for one in found for k in known)
