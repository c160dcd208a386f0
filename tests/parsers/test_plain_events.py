"""Headlines worded in many ways tell what happens to a deal: opened, widened, ended, denied."""

from typing import Final

import pytest

from flows.polling.tools import builtin_companies
from parsers.reading import Reader, build_reader, read_deal

EVENTS: Final = {
    "rumour": (
        "Meta signals interest in CoreWeave's Denton capacity",
        "OpenAI's next supplier may well be Huawei-free Cambricon rival, no: it courts Groq",
        "Bidding war for Nebius capacity pits Meta against Microsoft",
        "Hyperscaler widely believed to be Amazon negotiates 300MW with Cipher Mining",
        "Letter from Anthropic to Hut 8 hints at lease",
        "Oracle may lease Galaxy's remaining Helios halls",
        "OpenAI exploring deal for Cerebras inference capacity",
        "Meta on the brink of a $10bn cloud accord with Google",
        "G42 expects to buy half a million Nvidia chips, draft agreement shows",
        "Nebius could be Meta's next GPU supplier, analyst speculates",
        "OpenAI in advanced talks to buy tens of billions in compute from Amazon",
        "Nvidia, Anthropic near multibillion-dollar chip agreement",
        "Anthropic reportedly in discussions for Microsoft-designed chips",
        "Google is negotiating with Intersect and Anthropic over Texas data center",
        "Meta sounding out CoreWeave over GPUs to rent",
        "Anthropic in late-stage discussions to rent TPU clusters from Google",
        "Amazon thought to be the hyperscaler behind IREN's Childress negotiations",
        "Cohere shopping for GPU capacity at CoreWeave, per Bloomberg",
        "SoftBank and OpenAI float plan for 1GW data centre in Osaka",
        "Oracle eyed as host for TikTok parent's overseas AI cluster",
        "Bloomberg: Anthropic plans to take 300MW at Galaxy's Helios site",
        "Humain and xAI discuss 500MW campus near Riyadh",
    ),
    "expansion": (
        "Microsoft ratchets up Nebius GPU order",
        "Two more halls for CoreWeave at Applied Digital's Ellendale",
        "Galaxy, CoreWeave seal phase III of Helios lease",
        "Humain orders further 100,000 Nvidia GPUs after first batch",
        "OpenAI goes bigger with AMD: 2GW on top of earlier six",
        "TeraWulf hands Fluidstack another 168MW at Abernathy",
        "Anthropic's Google compute pact grows five-fold to 5GW",
        "Nebius to deliver more Blackwells to Microsoft as contract is topped up",
        "Cerebras lands repeat order from G42",
        "Oracle increases order for AMD Instinct GPUs for the second time",
        "CoreWeave, OpenAI add $4 billion to cloud contract",
        "Amazon and Anthropic extend partnership with 5GW of new compute",
        "Applied Digital signs second lease with CoreWeave for 150MW",
        "CoreWeave takes another 200MW at Galaxy's Helios campus",
        "Hut 8, Anthropic upsize River Bend lease",
        "Cipher Mining and Fluidstack sign additional 10-year AI hosting agreement",
        "Anthropic tacks another gigawatt onto its Google TPU order",
        "OpenAI bulks up CoreWeave contract by $6.5bn",
        "Microsoft comes back for more: Nebius contract grows to $19.4bn",
        "CoreWeave upsizes Galaxy lease to the full 800MW",
        "Applied Digital: CoreWeave takes third building at Ellendale",
        "Meta ups its Google Cloud commitment to $15bn",
    ),
    "cancelled": (
        "Poolside, CoreWeave end Project Horizon tie-up",
        "OpenAI cools on Microsoft's Wisconsin capacity and hands it back",
        "Applied Digital says hyperscaler lease will not go ahead after CoreWeave objection",
        "Northern Data booted from Aleph Alpha cluster contract",
        "CoreWeave-Poolside Horizon project stalls for lack of funds",
        "Microsoft mothballs plan to rent 1GW from Crusoe",
        "Vantage and OpenAI call a halt to Shackelford campus",
        "OpenAI and SoftBank's Stargate Japan site dropped",
        "xAI-Oracle $10bn server deal dead, sources say",
        "Nvidia and OpenAI's $100bn pact never materialised and has now been abandoned",
        "Blackstone withdraws $5bn loan offer for CoreWeave's OpenAI site",
        "Contract between Northern Data and Aleph Alpha dissolved",
        "G42 shipments of Nvidia chips frozen",
        "Microsoft scraps AI data center leases with private operators, TD Cowen says",
        "Microsoft has pulled back from CoreWeave commitments",
        "xAI, Oracle end talks on $10 billion AI server deal",
        "Crusoe loses Abilene expansion as OpenAI looks elsewhere",
        "Stargate venture between SoftBank and OpenAI stalls",
        "Anthropic drops plan to lease Applied Digital campus",
        "OpenAI and Oracle shelve plan to enlarge Abilene site",
        "Meta pulls the plug on Nebius GPU order",
        "Amazon hits pause on Applied Digital lease",
        "Google and Westpac quietly wind down TPU pilot contract",
    ),
    "denial": (
        "Oracle insists its data centers for OpenAI are on schedule",
        "CoreWeave says it will meet its OpenAI contract despite reports of delays",
        "Musk says no to Google's Colossus rental request",
        "OpenAI hits out at 'invented' story of Oracle contract cut",
        "Nebius shoots down Meta contract loss report",
        "Tencent: we do not rent Nvidia GPUs from Datasection",
        "Microsoft stands by Nscale GPU order despite report of cancellation",
        "Crusoe declines Meta's offer for Goodnight campus capacity",
        "Microsoft says Nebius contract 'unchanged', rejecting report of cut",
        "AMD disputes story that OpenAI trimmed its MI450 order",
        "Core Scientific board says no to CoreWeave's hosting proposal",
        "Dell calls report of cancelled xAI servers inaccurate",
        "CoreWeave denies Microsoft cancelled contracts",
        "Oracle denies report of delays to OpenAI data centers",
        "Microsoft denies it is slowing AI data center leasing with Crusoe",
        "Amazon refutes claim it is backing out of CoreWeave leases",
        "Samsung says not in talks with OpenAI on data centre",
        'CoreWeave chief brands report of lost Microsoft contracts "nonsense"',
        "Apple turns down Google's offer of TPU capacity",
        "Foxconn denies xAI has slashed GB300 server orders",
        "IREN rebuffs takeup offer from Oracle for Sweetwater",
        "OpenAI refutes suggestion its CoreWeave contract is at risk",
        "Nebius: Microsoft has not asked to leave Vineland contract",
        "Amazon says reports it froze CoreWeave leases are wrong",
    ),
    "background": (
        "CoreWeave delivers second phase of OpenAI contract",
        "Debate rages over Oracle's $300bn OpenAI contract",
        "Three months in, CoreWeave's Meta contract is on track",
        "Meet Fluidstack, the start-up behind Anthropic's $50bn data centres",
        "Former Intel chief calls OpenAI-AMD warrants deal reckless",
        "The numbers behind Anthropic's Azure pledge",
        "Rivals fume as Google helps finance Anthropic's TPU purchases",
        "Mistral and Nvidia cluster in Essonne opens with first 13,800 GB300s",
        "Explainer: the Nvidia-OpenAI letter of intent",
        "Anthropic paying Google billions under TPU contract, court papers show",
        "Fitch sees concentration danger in CoreWeave's OpenAI contract",
        "TeraWulf energises first Fluidstack hall at Lake Mariner",
        "Oracle-OpenAI deal: what could go wrong",
        "How CoreWeave became OpenAI's favourite cloud",
        "Anthropic to pay Google $200bn over five years for cloud, filing reveals",
        "Senator Warren asks Nvidia and OpenAI about $100bn deal",
        "Galaxy completes first CoreWeave data hall at Helios",
        "Inside the $38 billion marriage of OpenAI and AWS",
        "Wall Street cheers Nebius's Microsoft contract",
        "One year after signing, Galaxy hands CoreWeave its first hall at Helios",
        "Can OpenAI pay for its $300bn Oracle contract?",
        "Secret buyer behind Applied Digital's 150MW lease named as Meta",
        "Oracle delivers first GB200 racks to OpenAI in Abilene",
    ),
    "new": (
        "Meta leases Ohio campus abandoned by Oracle and OpenAI",
        "Mistral signs 400 MW lease with Fluidstack, reports record quarterly revenue",
        "Anthropic inks TPU deal with Google and Broadcom, cites $30 billion run-rate",
        "Poolside picks CoreWeave, a month after dropping Crusoe",
        "Google signs Intersect-built campus lease for Anthropic with room to expand",
        "xAI rents Humain GPUs as first customer",
        "Microsoft signs up for Nscale's extra-large Texas site",
        "Despite denials, Meta signs with Nebius for $3bn of GPUs",
        "After walking away from CoreWeave, Core Scientific leases Denton to Meta",
        "Character.AI ends in-house training, rents Lambda GPUs instead",
        "Anthropic signs deal with Google for 1 million TPUs",
        "Nebius to provide Microsoft $17.4 billion in AI infrastructure",
        "IREN secures $9.7 billion AI cloud contract with Microsoft",
        "Fluidstack to lease 168MW from TeraWulf with Google backstop",
        "Meta to take all 200MW of Cipher's Colchis site",
        "Dell to ship 30,000 GB300s to G42",
        "Cohere becomes AMD's newest MI355X customer",
        "Lambda is Microsoft's latest neocloud pick",
        "SoftBank places order with Nvidia for 4,000 Blackwells",
        "Character.AI and Crusoe ink GPU cloud accord",
        "Runway hires Lambda to run its GPU fleet",
        "Deal hands xAI 50MW at Bitdeer's Tydal hall",
        "Siemens commissions Deutsche Telekom to supply GPU computing",
        "Reliance and Google strike up data centre partnership in Jamnagar",
        "Vultr clinches AMD supply of 24,000 MI355X",
        "Harvey puts its legal AI on Azure in $150m contract",
        "OpenAI takes 200MW from Reliance, could later scale to 1GW",
        "Meta rents GPUs from Oracle to ease extra demand",
        "Lambda to lease 30MW from Aligned with option for another 60MW",
        "Cipher stops mining to host AWS under 15-year lease",
        "OpenAI breaks Microsoft exclusivity with $38bn AWS contract",
        "CoreWeave to rent more than 100MW from Chirisa",
        "Cohere picks AMD GPUs despite doubts over software",
    ),
}
# The same words where no deal is told.
NOT_A_DEAL: Final = (
    "FTC drops probe into Microsoft and OpenAI partnership",
    "Nvidia rejects claim its chips have backdoors",
    "Google turns down EU request to share search data with OpenAI",
    "OpenAI turns down Musk's $97bn bid",
    "Meta courts AI researchers from Google with $100m offers",
    "Amazon scraps plan for Minnesota data centre",
    "Microsoft pauses work on Ohio campus",
    "Intel winds down glass substrate unit",
    "Judge rejects xAI's claim against OpenAI over trade secrets",
    "CoreWeave shareholders reject Core Scientific bid",
    "Google halts Gemini rollout on Samsung phones",
    "Tesla ditches Dojo supercomputer",
    "Microsoft drops OpenAI exclusivity from Copilot",
    "Nvidia moves headquarters staff to new campus",
    "Anthropic leaves Slack for Google Chat",
    "AWS lets EC2 reserved instances expire automatically",
    "Oracle loses cloud chief to Google",
    "OpenAI seeks 500 engineers in London",
    "Apple shops for AI start-ups, eyeing Mistral",
    "Samsung approaches Nvidia with HBM4 samples",
    "Residents reject Google's data centre plan in Indianapolis",
    "Microsoft declines to comment on OpenAI trial",
    "Amazon splits cloud unit from retail in reporting",
    "Dell floats idea of AI PC subscription",
    "Meta switches Instagram recommendation to new model",
    "Nvidia takes third building for offices in Santa Clara",
    "Google's Waymo shrugs off Tesla talk",
    "Perplexity rebuffs Samsung takeover approach",
    "AMD denies MI450 delay",
    "Nvidia says no delay to Rubin",
    "OpenAI refutes claim ChatGPT stores data in Oracle cloud",
    "TSMC raises prices for Nvidia and AMD",
    "Hut 8 ends bitcoin sale programme",
    "Bitfarms exits Argentina",
    "SoftBank pulls out of $7bn Ampere funding",
    "Mistral quits Paris office for bigger site",
    "Oracle's OpenAI chatter lifts cloud peers",
    "China tells firms to avoid Nvidia H20",
    "Cerebras withdraws IPO filing",
    "Oracle shares fall as doubts over OpenAI contract grow",
    "CoreWeave leases Manhattan office from Vornado",
    "Bitdeer hosts 10,000 mining rigs for Bitmain",
    "Hut 8 signs hosting deal with Bitmain for 15 EH/s of mining rigs",
    "Cerebras hires former AMD executive as CFO",
)
# What the text behind a title adds, and what it cannot undo: (title, text, event).
TOLD_BY_TEXT: Final = (
    (
        "Meta to tap Google's TPUs for Llama training",
        "Meta Platforms is in discussions with Google to spend billions of dollars on the "
        "search giant's TPUs, according to a person with knowledge of the talks. Google "
        "declined to comment.",
        "rumour",
    ),
    (
        "OpenAI signs $38 billion cloud deal with Amazon",
        "The seven-year pact gives OpenAI access to hundreds of thousands of Nvidia GPUs. "
        "Microsoft, which had exclusive rights until January, declined to comment.",
        "new",
    ),
    (
        "Microsoft agrees $9.7 billion cloud contract with IREN",
        "IREN shares rose 11%. The company said it can terminate if delivery dates are "
        "missed, a filing shows.",
        "new",
    ),
    (
        "Anthropic to use up to one million Google TPUs",
        "The deal, worth tens of billions of dollars, expands an existing relationship "
        "between the two companies.",
        "expansion",
    ),
    (
        "TeraWulf, Fluidstack sign lease at Abernathy",
        "The 25-year agreement covers 168 MW. Google will backstop $1.3 billion of lease "
        "obligations. The pair could later add 51%-owned sites.",
        "new",
    ),
    (
        "Galaxy and CoreWeave: 133MW more at Helios",
        "CoreWeave exercised its final option, committing to the full 800MW of approved power.",
        "expansion",
    ),
    (
        "CoreWeave, Core Scientific part over Denton expansion",
        "The two companies said they had agreed to end plans for a further 70MW at the Texas site.",
        "cancelled",
    ),
    (
        "Report says OpenAI cut Cerebras order",
        "Cerebras denied the report, saying the contract with OpenAI for 750MW was unchanged.",
        "denial",
    ),
    (
        "OpenAI to deploy 10GW of Nvidia systems",
        "The companies signed a letter of intent under which Nvidia will invest up to "
        "$100 billion. Details will be finalised in the coming weeks.",
        "new",
    ),
    (
        "SpaceX rents Colossus to Anthropic",
        "Musk denied in April that xAI would sell compute to rivals. The lease covers 300MW.",
        "new",
    ),
    (
        "Mistral rents 18,000 GB300s from Fluidstack",
        "The company had considered building with Scaleway before talks collapsed.",
        "new",
    ),
    (
        "Bitfarms goes big with $1 billion AMD lease",
        "Bitfarms has signed a ten-year lease with AMD, according to a report by Reuters.",
        "new",
    ),
    (
        "Cohere picks Nebius for 60MW",
        "The contract is an expansion of their relationship, they said.",
        "expansion",
    ),
    (
        "xAI signs $4 billion Oracle contract",
        "A 3x increase from the first deal. Oracle shares rose.",
        "expansion",
    ),
    (
        "AMD signs Crusoe for $2 billion of chips",
        "The order is extending the wave of large agreements by chipmakers.",
        "new",
    ),
)
# What may grow, may come or is only large widens nothing; what is asked of an end is one.
LOOSELY_WORDED = (
    ("Cohere rents 50MW from Nscale in Norway, to grow to 200MW", "new"),
    ("Galaxy's xAI lease to grow to 300MW", "expansion"),
    ("Mistral signs megawatt-scale compute deal with Nebius", "new"),
    ("Microsoft extends alliances with chipmakers, orders 40,000 AMD GPUs", "new"),
    ("AMD-Cohere compute expansion: $900 million over three years", "expansion"),
    ("xAI's $5 billion data center may land in Oman; talks with Omantel", "rumour"),
    ("Lenders are preparing a $6 billion loan for Meta's Ohio data center", "rumour"),
    ("Why is Oracle abandoning its Crusoe data center lease?", "cancelled"),
    ("Why is Oracle renting a Crusoe data center?", "background"),
    ("Meta may widen Google TPU deal", "rumour"),
    ("Google is both supplier and rival in Anthropic's TPU deal", "background"),
    ("Crusoe's Oracle lease is smaller than first announced", "background"),
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader of the companies the program brings along."""
    return build_reader(builtin_companies())


@pytest.mark.parametrize(
    ("title", "event"),
    [pytest.param(title, event, id=title) for event, titles in EVENTS.items() for title in titles],
)
def test_a_headline_tells_what_happens_to_a_deal(reader: Reader, title: str, event: str) -> None:
    """However it is worded, a headline opens, widens, ends, denies, spreads or recalls a deal."""
    reading = read_deal(title, "", reader)

    assert reading.is_compute_deal, reading.reasons
    assert reading.event == event


@pytest.mark.parametrize(("title", "event"), LOOSELY_WORDED)
def test_a_loose_word_is_no_event(reader: Reader, title: str, event: str) -> None:
    """Growth that may come, categories of partners and sizes are told from what is done."""
    assert read_deal(title, "", reader).event == event


@pytest.mark.parametrize("title", NOT_A_DEAL)
def test_words_of_talks_and_ends_alone_make_no_deal(reader: Reader, title: str) -> None:
    """Companies reject, end and approach much else; where it is no compute, there is no deal."""
    assert not read_deal(title, "", reader).is_compute_deal


@pytest.mark.parametrize(
    ("title", "text", "event"), [pytest.param(*row, id=row[0]) for row in TOLD_BY_TEXT]
)
def test_a_text_tells_what_its_title_leaves_open(
    reader: Reader, title: str, text: str, event: str
) -> None:
    """What a title states stands; a text adds who says so, what is widened and what has ended."""
    assert read_deal(title, text, reader).event == event
