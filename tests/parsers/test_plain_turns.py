"""Who is what to a deal, by the turn of a headline; and titles whose deal the text tells."""

import pytest

from tests.readings import read, told


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Alibaba wins China Unicom order for AI chips", "Alibaba:supplier, China Unicom:buyer"),
        ("Dell bags xAI business worth $5bn in AI servers", "Dell:supplier, xAI:buyer"),
        (
            "China Mobile awards 19bn yuan AI server tender to Inspur, H3C, Huawei",
            "China Mobile:buyer, H3C:supplier, Huawei:supplier, Inspur:supplier",
        ),
        ("Dell awarded $2bn AI server contract by xAI", "Dell:supplier, xAI:buyer"),
        ("Nvidia rents GPUs from Lambda and gets the right to buy 30 million Lambda shares",
         "Lambda:investee, Lambda:supplier, Nvidia:buyer, Nvidia:investor"),
        ("Mistral gets $10 billion AMD guarantee for data center",
         "AMD:financier, Mistral:buyer"),
        ("AMD puts its balance sheet behind Cohere's Texas data center",
         "AMD:financier, Cohere:buyer"),
        ("AMD's Cohere guarantee shrinks to less than half", "AMD:financier, Cohere:buyer"),
        ("AMD's $9 billion guarantee for OpenAI raises fears of a bubble",
         "AMD:financier, OpenAI:buyer"),
        ("AMD promises to step in if Cohere can't pay for Ohio data center",
         "AMD:financier, Cohere:buyer"),
        ("Cohere leans on AMD's credit for Ohio data center lease", "AMD:financier, Cohere:buyer"),
        ("SB Energy to build 2 GW campus for Cohere, AMD to guarantee lease",
         "AMD:financier, Cohere:buyer, SB Energy:developer"),
        ("AMD to lend Cohere up to $4 billion to lease its chips",
         "AMD:financier, AMD:supplier, Cohere:buyer"),
        ("Blackstone and banks raise $6 billion for Cohere's Broadcom chips",
         "Blackstone:financier, Broadcom:supplier, Cohere:buyer"),
        ("ByteDance orders chips from Cambricon as Nvidia supply dries up",
         "ByteDance:buyer, Cambricon:supplier"),
        ("Banks secure $9 billion debt deal to fund Cohere's AI data centers", "Cohere:buyer"),
        ("Cohere in talks to lease Ohio campus, with AMD potentially backing the lease",
         "AMD:financier, Cohere:buyer"),
        ("Cohere signs lease with Fluidstack; Google is providing a financial backstop",
         "Cohere:buyer, Fluidstack:supplier, Google:financier"),
        ("Nvidia's plan to invest $9 billion in Cohere is on ice",
         "Cohere:investee, Nvidia:investor"),
        ("Qualcomm strikes AI chip deal with Meta, offers right to buy $4 billion in stock",
         "Meta:buyer, Meta:investor, Qualcomm:investee, Qualcomm:supplier"),
        ("Qualcomm and Meta sign AI inference deal with equity warrants",
         "Meta:buyer, Meta:investor, Qualcomm:investee, Qualcomm:supplier"),
        ("Cohere x TeraWulf: 20-year, $9 billion Kentucky lease",
         "Cohere:buyer, TeraWulf:supplier"),
        ("IREN lands $3.4 billion Nvidia contract", "IREN:supplier, Nvidia:buyer"),
        ("Nvidia becomes Lambda's biggest customer with $1.5 billion lease",
         "Lambda:supplier, Nvidia:buyer"),
        ("Intel lands Google Cloud deal for Xeon and Gaudi", "Google:buyer, Intel:supplier"),
        ("Halden Data Centers signs contract with Nebius for AI capacity",
         "Halden Data Centers:supplier, Nebius:buyer"),
        ("ByteDance signs $2 billion lease for 40,000 Oracle AI chips",
         "ByteDance:buyer, Oracle:supplier"),
        ("AMD in talks with Cohere to guarantee $9 billion financing for data center",
         "AMD:financier, Cohere:buyer"),
        ("AMD downsizes plans for $9 billion guarantee of Cohere data center",
         "AMD:financier, Cohere:buyer"),
        ("AMD scales back Cohere infrastructure financing guarantee",
         "AMD:financier, Cohere:buyer"),
        ("Nscale awarded $900m AI cloud contract", "Nscale:supplier"),
        ("Firmus secures $1.2 billion contract covering 20,000 Nvidia GPUs", "Firmus:supplier"),
        ("Drug maker inks Azure deal for GPU capacity", "Microsoft:supplier"),
        ("Anthropic signs lease with Google Backed Fluidstack",
         "Anthropic:buyer, Fluidstack:supplier"),
        ("Microsoft spends $6 billion on AI infrastructure with Nscale",
         "Microsoft:buyer, Nscale:supplier"),
        ("OpenAI and Oracle to deploy 64,000 Nvidia GPUs", "OpenAI:buyer, Oracle:supplier"),
        ("Meta and Google buy Nvidia chips", "Google:buyer, Meta:buyer, Nvidia:supplier"),
        ("Firmus secures 20,000 Nvidia GPUs", "Firmus:buyer, Nvidia:supplier"),
        ("Vantage Data Centers closes in on $16bn financing for OpenAI campus",
         "OpenAI:buyer, Vantage Data Centers:developer"),
        ("Vantage Data Centers nears $20bn loan for OpenAI data center",
         "OpenAI:buyer, Vantage Data Centers:developer"),
        ("Meta Rents Gigawatt-Scale AI Campus From Crusoe", "Crusoe:supplier, Meta:buyer"),
        (
            "Humain picks xAI as first big tenant for 500MW Saudi data centre",
            "Humain:supplier, xAI:buyer",
        ),
        ("Core Scientific names CoreWeave as its largest customer in hosting deal",
         "Core Scientific:supplier, CoreWeave:buyer"),
        ("Tencent signs $7 billion, 5-year AI chip lease with Oracle",
         "Oracle:supplier, Tencent:buyer"),
        ("ByteDance to access Nvidia B200 chips in Malaysia through Oracle",
         "ByteDance:buyer, Oracle:supplier"),
        ("G42 eyes AMD, Cerebras and Qualcomm chips for UAE campus",
         "AMD:supplier, Cerebras:supplier, G42:buyer, Qualcomm:supplier"),
        ("Jane Street signs $6bn AI cloud deal with CoreWeave and takes $1bn stake",
         "CoreWeave:investee, CoreWeave:supplier, Jane Street:buyer, Jane Street:investor"),
        ("AMD signs AI chip deal with OpenAI, gives it option to take a 10% stake",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("Nvidia buys into Poolside and will supply it with 40,000 GB300s",
         "Nvidia:investor, Nvidia:supplier, Poolside:buyer, Poolside:investee"),
        ("Anthropic to tap Azure as Microsoft and Nvidia invest up to $15bn",
         "Anthropic:buyer, Anthropic:investee, Microsoft:investor, Microsoft:supplier,"
         " Nvidia:investor"),
        ("OpenAI could own 10% of AMD after chip deal",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("AMD hands OpenAI option on 10% stake in chip supply deal",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("CoreWeave to issue shares to OpenAI in $11.9bn cloud contract",
         "CoreWeave:investee, CoreWeave:supplier, OpenAI:buyer, OpenAI:investor"),
        ("Anthropic signs 2GW chip deal with AMD, which will invest up to $5 billion",
         "AMD:investor, AMD:supplier, Anthropic:buyer, Anthropic:investee"),
        ("Jane Street buys $1bn of CoreWeave stock, signs $6bn cloud contract",
         "CoreWeave:investee, CoreWeave:supplier, Jane Street:buyer, Jane Street:investor"),
        ("Jane Street signs $6 billion AI cloud deal with CoreWeave, invests $1 billion in equity",
         "CoreWeave:investee, CoreWeave:supplier, Jane Street:buyer, Jane Street:investor"),
        ("Tencent signs $7B Oracle deal to lease 100,000 Nvidia AI chips",
         "Oracle:supplier, Tencent:buyer"),
        ("Anthropic scales up use of Azure as Microsoft invests $5 billion in the startup",
         "Anthropic:buyer, Anthropic:investee, Microsoft:investor, Microsoft:supplier"),
        ("OpenAI to lease data center in Ohio, backed by $105B from Nvidia",
         "Nvidia:financier, OpenAI:buyer"),
        ("Together AI takes 100 MW at Hypertec's Memphis site",
         "Hypertec:supplier, Together AI:buyer"),
        ("AMD to guarantee $300 million loan to Crusoe for AMD accelerators",
         "AMD:financier, AMD:supplier, Crusoe:buyer"),
        ("Nscale acquires Monarch campus, Microsoft signs on for 1.35GW of compute",
         "Microsoft:buyer, Nscale:supplier"),
        ("SoftBank buys Nvidia DGX SuperPOD with 4,000 Blackwell GPUs",
         "Nvidia:supplier, SoftBank:buyer"),
        ("Hitachi, SoftBank set up joint venture to rent GPUs to Mistral",
         "Hitachi:supplier, Mistral:buyer, SoftBank:supplier"),
        ("Google steps in as guarantor of $1.4bn in Fluidstack obligations at Cipher's site",
         "Cipher Mining:supplier, Fluidstack:buyer, Google:financier"),
        ("Nvidia scales back $250 billion OpenAI data center guarantee",
         "Nvidia:financier, OpenAI:buyer"),
        ("Fluidstack lands Google backstop for TeraWulf lease",
         "Fluidstack:buyer, Google:financier, TeraWulf:supplier"),
        ("Blackstone, banks amass $60 billion for Broadcom's AI chip deal",
         "Blackstone:financier, Broadcom:supplier"),
        ("Google to build $15bn AI hub in Osaka with Equinix and NTT",
         "Equinix:developer, Google:buyer, NTT:developer"),
        ("WhiteFiber's NC-1 to house Nscale under 10-year, $865 million pact",
         "Nscale:buyer, WhiteFiber:supplier"),
        ("Khazna expects to hand OpenAI the opening 200 megawatts of the campus",
         "Khazna:supplier, OpenAI:buyer"),
        ("OpenAI's Cerebras contract grows to $20 billion", "Cerebras:supplier, OpenAI:buyer"),
        ("Cipher stock pops on 300 MW lease with Amazon's AWS",
         "Amazon:buyer, Cipher Mining:supplier"),
        ("Nebius shares soar 40% on $17.4 billion Microsoft GPU contract",
         "Microsoft:buyer, Nebius:supplier"),
        ("Google signs a multibillion-dollar deal with Cohere to run AI infrastructure using Nvidia"
         " chips", "Cohere:buyer, Google:supplier"),
        ("Nvidia to deploy 50,000 GPUs across Korea, with Hyundai announcing an AI factory",
         "Hyundai:buyer, Nvidia:supplier"),
        ("Mistral shifts AI server orders from Supermicro to rivals",
         "Mistral:buyer, Supermicro:supplier"),
        ("Mistral teams up with Google Cloud for compute, beyond its usual lineup of Azure, Oracle",
         "Google:supplier, Mistral:buyer"),
        ("Meta commits $33B to “neocloud” providers like Nebius, CoreWeave and Lambda for Nvidia"
         " chips", "CoreWeave:supplier, Lambda:supplier, Meta:buyer, Nebius:supplier"),
        ("AMD backs $300M loan for Crusoe's AI chip purchase", "AMD:financier, Crusoe:buyer"),
        ("Meta locks in AMD chips in $60B deal, secures option for 10% stake",
         "AMD:investee, AMD:supplier, Meta:buyer, Meta:investor"),
        ("Meta taps South Korea's Samsung for AI chips", "Meta:buyer, Samsung:supplier"),
        ("Meta in talks with Broadcom on custom AI chips, replacing Marvell",
         "Broadcom:supplier, Meta:buyer"),
        ("Mistral AI, Digital Realty Partner to Scale European AI Infrastructure With 10 MW Lease",
         "Digital Realty:supplier, Mistral:buyer"),
        ("Oracle inks cloud deal worth $30 billion a year", "Oracle:supplier"),
        ("Chip startup Groq secures $1.5 billion commitment from Saudi Arabia",
         "Groq:supplier, Saudi Arabia:buyer"),
    ],
)  # fmt: skip
def test_a_turn_tells_who_is_what(title: str, parties: str) -> None:
    """Orders won and awarded, tenants picked, stakes taken besides, guarantees, lists of makes."""
    assert told(title) == parties


@pytest.mark.parametrize(
    "title",
    [
        "Hut 8 selects Entergy for $10 billion AI data center",
        "Nvidia in talks to invest in Perplexity at $30 billion valuation",
        "Microsoft targets 300,000 Maia chips in 2027 to curb Nvidia reliance",
        "SpaceXAI to add another 660,000 AI GPUs this year",
        "3 reasons to own Nebius after its Microsoft contract",
        "Aligned Data Centers goes to BlackRock-led group for $40 billion",
        "Cipher stock rises as miner boosts debt offering to $1.1 billion following Google deal",
        "KT commits $500 million to newly established subsidiary to build AI data centers",
        "Cerebras unveils wafer-scale AI supercomputer",
    ],
)
def test_what_only_looks_like_a_deal_stays_out(title: str) -> None:
    """A utility, a round, one's own chips, a tip, a takeover: nobody gets compute of another."""
    assert not read(title).is_compute_deal


@pytest.mark.parametrize(
    ("title", "text", "parties"),
    [
        (
            "Filing puts a number on Jane Street's habit",
            "Jane Street pays CoreWeave $38 million a month for GPU capacity under the contract.",
            "CoreWeave:supplier, Jane Street:buyer",
        ),
        (
            "Two hyperscalers passed. Then Mistral called",
            "Nscale has leased Mistral 54 MW of its Narvik data centre in a ten-year contract.",
            "Mistral:buyer, Nscale:supplier",
        ),
        (
            "Applied Digital stock rockets 40% on massive Mistral partnership",
            "Applied Digital jumped after signing two 15-year lease deals worth $7 billion.",
            "Applied Digital:supplier, Mistral:buyer",
        ),
    ],
)
def test_the_text_tells_what_a_title_only_teases(title: str, text: str, parties: str) -> None:
    """A title about nothing else leaves the news to the sentence behind it."""
    assert told(title, text) == parties


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Microsoft opens a lab in Nairobi",
            "Last year Microsoft signed a $1 billion data centre lease with G42.",
        ),
        (
            "CoreWeave's founder on the price of power",
            "CoreWeave, which already rents GPU capacity to OpenAI, has grown tenfold.",
        ),
        (
            "A robot that folds shirts",
            "Besides its stake in Wayve, Nvidia leases GPU capacity from Lambda.",
        ),
    ],
)
def test_what_a_text_recalls_is_not_its_news(title: str, text: str) -> None:
    """An old deal, or one told beside money for somebody, does not make a title's news."""
    assert not read(title, text).is_compute_deal


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Meta seeks $9bn in loans led by KKR to buy AMD chips",
         "AMD:supplier, KKR:financier, Meta:buyer"),
        ("xAI looks to borrow $4 billion to fund Nvidia GPU order", "Nvidia:supplier, xAI:buyer"),
        ("Banks prepare to launch $14 billion bond for Meta's Ohio data centers", "Meta:buyer"),
        ("$6bn note sale for Microsoft-leased data centre draws record bids", "Microsoft:buyer"),
        ("Google-linked data center campus lands $3 billion loan", "Google:buyer"),
        ("AMD guarantees $4.6 billion tied to Texas data center", "AMD:financier"),
        ("Applied Digital sells $2.15 billion notes to fund Cohere campus",
         "Applied Digital:supplier, Cohere:buyer"),
        ("TeraWulf raises $3.6 billion for GPUs it will rent to Meta",
         "Meta:buyer, TeraWulf:supplier"),
        ("Blue Owl raises $30.5 billion of debt for Meta's Ohio data center",
         "Blue Owl:financier, Meta:buyer"),
    ],
)  # fmt: skip
def test_debt_pays_for_one_customers_compute(title: str, parties: str) -> None:
    """Whose site or chips are paid for is told by a tie to it, by a purchase or by a guarantee."""
    assert told(title) == parties


@pytest.mark.parametrize(
    "title",
    [
        "Oracle plans $38 billion debt sale to fund its cloud buildout",
        "xAI seeks $20 billion in debt to refinance older loans",
        "Anthropic seeks $15 billion at a $350 billion valuation to buy more chips",
        "Meta launches $25 billion bond sale as AI spending climbs",
        "Blackstone-backed data center operator raises $2 billion loan",
    ],
)
def test_debt_for_oneself_is_no_deal(title: str) -> None:
    """What is raised for a company at large buys nobody's compute."""
    assert not read(title).is_compute_deal


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Cipher Mining leases a hall to AWS; shares of peers: IREN, Hut 8 rose too",
         "Amazon:buyer, Cipher Mining:supplier"),
        ("xAI takes the Crusoe site in Wyoming that Meta did not want",
         "Crusoe:supplier, xAI:buyer"),
        ("Mistral to rent AMD chips from Nscale, a threat to Nvidia's hold on Europe",
         "Mistral:buyer, Nscale:supplier"),
        ("In a blow to AMD, Oracle buys 50,000 Nvidia chips", "Nvidia:supplier, Oracle:buyer"),
        ("Nscale in talks with AI labs such as Mistral and Cohere over capacity",
         "Cohere:buyer, Mistral:buyer, Nscale:supplier"),
        ("Galaxy Digital signs a lease with xAI and the sale of a majority stake to Blackstone",
         "Galaxy Digital:supplier, xAI:buyer"),
        ("Core Scientific leases 60MW to Cohere, lifting fellow miners IREN and Hut 8",
         "Cohere:buyer, Core Scientific:supplier"),
        ("Cohere turns to Nebius alongside current suppliers Oracle and Google",
         "Cohere:buyer, Nebius:supplier"),
        ("Nscale rents GPUs to Cohere; AMD holds 5%", "Cohere:buyer, Nscale:supplier"),
        ("Anthropic rents from Fluidstack alongside its existing deal with Google",
         "Anthropic:buyer, Fluidstack:supplier"),
    ],
)  # fmt: skip
def test_bystanders_are_no_parties(title: str, parties: str) -> None:
    """Peers that gain, rivals that are hurt, who left a site and what else a side has."""
    assert told(title) == parties


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Oracle commits 2 GW of capacity to OpenAI", "OpenAI:buyer, Oracle:supplier"),
        ("OpenAI commits $11 billion to Oracle", "OpenAI:buyer, Oracle:supplier"),
        ("Cohere leases access to Google's TPUs", "Cohere:buyer, Google:supplier"),
        ("Nebius wins AI cloud services agreement with AMD", "AMD:buyer, Nebius:supplier"),
        ("IREN (formerly Iris Energy) xAI $4B contract for 150MW", "IREN:supplier, xAI:buyer"),
    ],
)  # fmt: skip
def test_who_gives_is_told_by_what_is_given(title: str, parties: str) -> None:
    """Capacity is committed by its owner, money by a buyer; a cloud's services are its own."""
    assert told(title) == parties


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("IREN lands $4 billion Microsoft contract; Nvidia takes 6% stake",
         "IREN:investee, IREN:supplier, Microsoft:buyer, Nvidia:investor"),
        ("Cipher Mining signs a $3bn AI hosting lease, with Google getting a 5% stake",
         "Cipher Mining:investee, Cipher Mining:supplier, Google:investor"),
        ("Cohere and AMD sign a $2bn chip deal; AMD puts in $300 million equity",
         "AMD:investor, AMD:supplier, Cohere:buyer, Cohere:investee"),
        ("xAI commits $9bn to Oracle, with Oracle investing $1 billion upfront",
         "Oracle:investor, Oracle:supplier, xAI:buyer, xAI:investee"),
    ],
)  # fmt: skip
def test_equity_stands_beside_compute(title: str, parties: str) -> None:
    """A stake in a clause of its own is in whose deal was told, and buys nothing by that."""
    assert told(title) == parties


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("AMD buys a 4% stake in Nscale", "The shares were sold by an early backer."),
        ("Nvidia's investment in Nscale", "Nvidia put $500 million into Nscale in 2025."),
        ("Google has spent $12 billion on neoclouds", ""),
        ("Nebius keeps winning customers and contracts", ""),
        ("Hut 8 to repurpose its Alberta mine for HPC hosting", ""),
    ],
)
def test_stakes_sums_and_plans_alone_are_no_deal(title: str, text: str) -> None:
    """A stake in a host, what is spent on many of them, and one's own conversion."""
    assert not read(title, text).is_compute_deal


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Nscale announces new 60 MW lease with Mistral", "Mistral:buyer, Nscale:supplier"),
        ("Hut 8 announces new unnamed hyperscale tenant at River Bend", "Hut 8:supplier"),
        ("Meta drops Utah data center lease over zoning and permits", "Meta:buyer"),
        ("Wall Street banks lend $9 billion for Mistral's Ohio data center", "Mistral:buyer"),
        ("Mistral to spend $4 billion with Fluidstack in what looks more like a power contract than"
         " a cloud bill", "Fluidstack:supplier, Mistral:buyer"),
        ("AMD agrees to larger chip deals with Meta, Anthropic",
         "AMD:supplier, Anthropic:buyer, Meta:buyer"),
        ("Hut 8 signs hosting deals with AMD", "AMD:buyer, Hut 8:supplier"),
        ("Cohere and Canadian data centre owner eStruxture plan an AI campus under a memorandum",
         "Cohere:buyer, eStruxture:supplier"),
        ("Mistral and NextDC to build an AI hub in Perth", "Mistral:buyer, NextDC:supplier"),
    ],
)  # fmt: skip
def test_words_beside_a_deal_do_not_hide_it(title: str, parties: str) -> None:
    """New leases are no products, reasons no policy, two deals of one kind no list."""
    assert told(title) == parties


@pytest.mark.parametrize(
    "title",
    [
        "AMD announces new MI450 accelerators for AI data centers",
        "Microsoft says regulation could slow its data center leases",
        "Google, Meta and Oracle sign chip deals with AMD, Nvidia and Broadcom",
    ],
)
def test_products_policy_and_lists_stay_out(title: str) -> None:
    """A maker's new chips, what rules may do and deals of many."""
    assert not read(title).is_compute_deal


def test_a_loan_is_called_by_who_takes_it() -> None:
    """Also where a slump in financing is what it meets with."""
    title = "Microsoft $9bn loan for Ohio data centers stalls amid AI financing squeeze"
    text = "Morgan Stanley arranged the debt to finance Microsoft data centers."

    assert told(title, text) == "Microsoft:buyer, Morgan Stanley:financier"
