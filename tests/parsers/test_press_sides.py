"""Headlines on owners, states, options and sites tell who is what, or that there is no deal."""

from typing import Final

import pytest

from flows.polling.tools import builtin_companies
from parsers.reading import Reader, build_reader, read_deal

READER: Final[Reader] = build_reader(builtin_companies())


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("TeraWulf lands second AI tenant with 90 MW lease at Lake Mariner",
         "new; TeraWulf:supplier"),
        ("Core Scientific signs fourth hyperscale customer to 60 MW hosting contract",
         "new; Core Scientific:supplier"),
        ("Lambda, Nvidia's GPU cloud, rents 40 MW from Aligned in Dallas",
         "new; Aligned Data Centers:supplier, Lambda:buyer"),
        ("DataVita, HFD unit, leases 30 MW hall to CoreWeave",
         "new; CoreWeave:buyer, DataVita:supplier"),
        ("University of Michigan at Dearborn picks HPE for $12 million AI supercomputer",
         "new; Hewlett Packard Enterprise:supplier, University of Michigan at Dearborn:buyer"),
        ("Poolside shifts its model training to CoreWeave",
         "new; CoreWeave:supplier, Poolside:buyer"),
        ("Crusoe to build 200 MW data center for AMD in Wyoming",
         "new; AMD:buyer, Crusoe:developer"),
        ("Anthropic to buy Fluidstack capacity in $5bn deal, takes 3% stake",
         "new; Anthropic:buyer, Anthropic:investor, Fluidstack:investee, Fluidstack:supplier"),
        ("Meta to rent Nebius capacity, receives warrants",
         "new; Meta:buyer, Meta:investor, Nebius:investee, Nebius:supplier"),
        ("Google may backstop Fluidstack's rent payments to TeraWulf, documents suggest",
         "rumour; Fluidstack:buyer, Google:financier, TeraWulf:supplier"),
        ("Galaxy in talks with AMD over Helios lease",
         "rumour; AMD:buyer, Galaxy Digital:supplier"),
        ("Cipher and AWS expand Black Pearl by 80 MW",
         "expansion; Amazon:buyer, Cipher Mining:supplier"),
        ("Jakarta signs supercomputer deal with Indosat",
         "new; Indonesia:buyer, Indosat:supplier"),
        ("India's Yotta signs contract with Nvidia for 8,000 chips",
         "new; Nvidia:supplier, Yotta:buyer"),
        ("Meta completes purchase of 30,000 GPUs from Nvidia",
         "background; Meta:buyer, Nvidia:supplier"),
        ("Lambda: no lease with Aligned has been signed",
         "denial; Aligned Data Centers:supplier, Lambda:buyer"),
        ("Microsoft is not a customer of Nscale's Loughton site, says spokesman",
         "denial; Microsoft:buyer, Nscale:supplier"),
        ("Hut 8's Anthropic lease wins tax break",
         "background; Anthropic:buyer, Hut 8:supplier"),
        ("Cipher wins tax-free $1bn AWS lease",
         "new; Amazon:buyer, Cipher Mining:supplier"),
        ("xAI gets green light to rent capacity from CoreWeave",
         "new; CoreWeave:supplier, xAI:buyer"),
        ("Sify hosts Perplexity's inference cluster at Chennai under contract in which Dell will"
         " supply the servers", "new; Dell:supplier, Perplexity:buyer, Sify:supplier"),
        ("Crusoe deploys GPU cluster for Meta", "new; Crusoe:supplier, Meta:buyer"),
        ("CINECA awards €90m contract to Atos-led consortium for AI supercomputer",
         "new; Atos:supplier, CINECA:buyer"),
        ("Meta signs $3bn deal with Oracle-led consortium for cloud capacity",
         "new; Meta:buyer, Oracle:supplier"),
        ("JPMorgan-led consortium lends $5bn for Oracle data centers in Texas",
         "new; JPMorgan:financier, Oracle:buyer"),
        ("TeraWulf leases 100 MW to Fluidstack with Anthropic as end user",
         "new; Anthropic:buyer, Fluidstack:buyer, TeraWulf:supplier"),
        ("Nvidia to supply Nscale with 100,000 GPUs, invests £500m",
         "new; Nscale:buyer, Nscale:investee, Nvidia:investor, Nvidia:supplier"),
        ("Canada's Cohere signs compute contract with CoreWeave",
         "new; Cohere:buyer, CoreWeave:supplier"),
        ("Meta and Oracle negotiate $20bn cloud contract, no deal yet signed",
         "rumour; Meta:buyer, Oracle:supplier"),
        ("CoreWeave exercises right to end Core Scientific lease",
         "cancelled; Core Scientific:supplier, CoreWeave:buyer"),
        ("Nvidia completes $700 million purchase of Run:ai", "none; "),
        ("Digihost wins $30m from Northern Data in hosting lawsuit", "none; "),
        ("CoreWeave beats estimates as OpenAI contract ramps", "none; "),
        ("OpenAI wins contract suit against cloud landlord", "none; "),
        ("Saudi's DataVolt gets licence for 20,000 Nvidia chips", "none; "),
        ("Broadcom signs Ethernet switching deal with Meta", "none; "),
        ("CoreWeave is ramping up its spending on AI infrastructure", "none; "),
        ("Amazon puts $40 billion into a string of AI startups", "none; "),
        ("Three founders on the compute crunch: Lambda, Nebius and Cohere", "none; "),
        ("Tampnet and Equinix extend undersea cable", "none; "),
        ("AirTrunk, Firmus and NextDC to test investor appetite", "none; "),
        ("Shares of Digital Realty Trust, Inc. (NYSE: DLR) slid 4% on lease worries", "none; "),
        ("The $38bn Amazon-OpenAI deal may grab the headlines, but Oracle builds", "none; "),
        ("Meta and KKR unveil an AI infrastructure investment partnership", "none; "),
        ("Lambda closes $400m credit facility to fuel growth of its cloud platform", "none; "),
        ("Cipher Mining signs Fluidstack lease and land purchase in Texas",
         "new; Cipher Mining:supplier, Fluidstack:buyer"),
        ("Dell shares surge after Musk names it a supplier to xAI's Memphis supercomputer",
         "new; Dell:supplier, xAI:buyer"),
        ("Anthropic signs a Google lease in Texas that may be partly financed by Blackstone",
         "new; Anthropic:buyer, Blackstone:financier, Google:supplier"),
        ("xAI is weighing a lease at the Texas campus that Meta Platforms (META) gave up",
         "rumour; xAI:buyer"),
        ("CoreWeave, Nvidia's darling, signs a cloud contract with Meta",
         "new; CoreWeave:supplier, Meta:buyer"),
        ("Crusoe CEO Chase Lochmiller announced a compute agreement with Meta",
         "new; Crusoe:supplier, Meta:buyer"),
        ("Mistral has a compute deal with Fluidstack, securing 18,000 Nvidia GPUs delivering 40 MW",
         "new; Fluidstack:supplier, Mistral:buyer"),
        ("Core42 signed a deal to host models on its own cloud platform for Zelkova Robotics",
         "new; Core42:supplier, Zelkova Robotics:buyer"),
    ],
)  # fmt: skip
def test_a_headline_tells_who_is_what(title: str, told: str) -> None:
    """Owners aside, states that buy, chip makers as tenants, stakes taken besides."""
    reading = read_deal(title, "", READER)
    roles = ", ".join(sorted(f"{party.company}:{party.role}" for party in reading.parties))

    assert f"{reading.event}; {roles}" == told


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Sharktooth picks Lambda for 512 GPUs", "Lambda will give Sharktooth Robotics a year.",
         "Lambda:supplier, Sharktooth Robotics:buyer"),
        ("Samsung to rent 2,000 GPUs from Nscale", "Samsung SDS will use them from June.",
         "Nscale:supplier, Samsung SDS:buyer"),
        ("Cerebras will supply inference chips", "Amazon gets warrants for 2m Cerebras shares.",
         "Amazon:buyer, Amazon:investor, Cerebras:investee, Cerebras:supplier"),
        ("Meta in talks to lease an Ohio campus", "JPMorgan was approached about a backstop.",
         "JPMorgan:financier, Meta:buyer"),
        ("Banks fund Meta data center", "Citigroup Inc and Deutsche Bank AG are joint arrangers.",
         "Citigroup:financier, Deutsche Bank:financier, Meta:buyer"),
        ("Google backstops Fluidstack's rent and receives warrants for TeraWulf shares",
         "TeraWulf leases 200 MW to Fluidstack.",
         "Fluidstack:buyer, Google:financier, Google:investor, TeraWulf:investee, "
         "TeraWulf:supplier"),
        ("OpenAI buys chips from a startup, and the vendor isn't Nvidia",
         "Cerebras signed the Master Services Agreement with OpenAI.",
         "Cerebras:supplier, OpenAI:buyer"),
        ("Meta rents compute from Lambda, which uses Nvidia NVDA chips", "",
         "Lambda:supplier, Meta:buyer"),
        ("Nebius to supply Meta with GPU capacity",
         "Nebius will issue bonds worth $1.5 billion to fund the Meta contract.",
         "Meta:buyer, Nebius:supplier"),
        ("Meta signs a 500 MW lease with Galaxy Digital",
         "At the same time, Meta is said to be in talks with CoreWeave over more capacity.",
         "Galaxy Digital:supplier, Meta:buyer"),
        ("The hunt for compute goes on at Runway",
         "The startup has picked CoreWeave to train its video models on Nvidia GPUs.",
         "CoreWeave:supplier, Runway:buyer"),
        ("Doubts over Google's data center plans",
         "Google has terminated several data center leases, says Jefferies.", "Google:buyer"),
        ("TeraWulf signs 60 MW lease", "TeraWulf previously signed deals with Fluidstack, Core42.",
         "TeraWulf:supplier"),
    ],
)  # fmt: skip
def test_a_text_tells_who_is_what(title: str, text: str, told: str) -> None:
    """A short name is the full one's, and deals of the past have sides of their own."""
    parties = read_deal(title, text, READER).parties

    assert ", ".join(sorted(f"{party.company}:{party.role}" for party in parties)) == told
