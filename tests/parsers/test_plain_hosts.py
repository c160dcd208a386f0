"""News of hosts, their sites and who pays for them: who is what, and what is no deal at all."""

import pytest

from tests.readings import read, told


@pytest.mark.parametrize(
    ("title", "text", "parties"),
    [
        ("Cipher Mining shares jump after AWS signs $5.5 billion data center lease", "",
         "Amazon:buyer, Cipher Mining:supplier"),
        ("Hut 8 stock climbs 20% on Anthropic data center lease", "",
         "Anthropic:buyer, Hut 8:supplier"),
        ("Google pauses data center lease talks in Ohio: Jefferies", "", "Google:buyer"),
        ("Microsoft cancels data center leases",
         "Research firm TD Cowen has released a note on leases that Microsoft dropped.",
         "Microsoft:buyer"),
        ("Morgan Stanley supplies $3 billion for a data center in Louisiana leased to Meta", "",
         "Meta:buyer, Morgan Stanley:financier"),
        ("Crusoe secures $9 billion to build Meta's data center in Texas", "",
         "Crusoe:developer, Meta:buyer"),
        ("Amazon to help finance data center leased to Anthropic", "",
         "Amazon:financier, Anthropic:buyer"),
        ("Meta forms joint venture with funds managed by Apollo to develop Ohio data center", "",
         "Apollo:financier, Meta:buyer"),
        ("Meta arranges $10 billion financing for Indiana data center with JPMorgan leading the"
         " deal", "", "JPMorgan:financier, Meta:buyer"),
        ("TeraWulf signs $6.7 billion Fluidstack lease, welcomes Google as strategic investor", "",
         "Fluidstack:buyer, Google:investor, TeraWulf:investee, TeraWulf:supplier"),
        ("Hut 8 signs lease with Anthropic; Google backs $2 billion of lease obligations", "",
         "Anthropic:buyer, Google:financier, Hut 8:supplier"),
        ("Nebius announces new data center in Norway",
         "Nebius has signed a capacity agreement with data center operator Havnsky.",
         "Havnsky:supplier, Nebius:buyer"),
        ("EdgeCore has secured a hyperscale tenant, likely Oracle, for its Phoenix campus", "",
         "EdgeCore:supplier, Oracle:buyer"),
        ("Texas bitcoin miner signs $4 billion AI data center lease",
         "Applied Digital said it signed the 15-year lease with an investment-grade hyperscaler.",
         "Applied Digital:supplier"),
        ("Cipher shares climb after report says Anthropic in talks to lease Texas data center", "",
         "Anthropic:buyer, Cipher Mining:supplier"),
        ("Galaxy soars 30% amid AI hosting deal with CoreWeave", "",
         "CoreWeave:buyer, Galaxy Digital:supplier"),
        ("Intel shares tumble as Microsoft mulls AMD accelerator order", "",
         "AMD:supplier, Microsoft:buyer"),
        ("Dell stock sinks after xAI picks Supermicro servers", "",
         "Supermicro:supplier, xAI:buyer"),
        ("CoreWeave shares fall as OpenAI scraps Texas lease", "",
         "CoreWeave:supplier, OpenAI:buyer"),
        ("Oracle shares slide as lender withdraws funding for OpenAI data center in Texas", "",
         "OpenAI:buyer, Oracle:supplier"),
        ("Cipher wins Google-backed hosting contract with Fluidstack", "",
         "Cipher Mining:supplier, Fluidstack:buyer, Google:financier"),
        ("Meta signs Nvidia-backed Nscale deal", "", "Meta:buyer, Nscale:supplier"),
        ("Mistral rents GPUs from Nebius to spite Microsoft", "",
         "Mistral:buyer, Nebius:supplier"),
        ("Nebius lands Meta cloud contract after Microsoft deal last month", "",
         "Meta:buyer, Nebius:supplier"),
        ("Nscale takes over Ohio lease after Oracle, Meta pull out", "", "Nscale:buyer"),
        ("Microsoft asks Nscale to host its AI workloads", "",
         "Microsoft:buyer, Nscale:supplier"),
        ("AMD hands Meta 8% stake in chip deal", "",
         "AMD:investee, AMD:supplier, Meta:buyer, Meta:investor"),
        ("The Department of Energy handed Nscale a $6 billion cloud contract", "",
         "Nscale:supplier, US Department of Energy:buyer"),
        ("Google hands Nscale $6 billion capacity contract", "",
         "Google:buyer, Nscale:supplier"),
        ("Orange signs $900 million Google cloud deal", "", "Google:supplier, Orange:buyer"),
        ("Oracle in talks to sign up Meta and xAI as anchor tenants for Ohio data center", "",
         "Meta:buyer, Oracle:supplier, xAI:buyer"),
        ("AMD to supply 50,000 GPUs to Humain and three groups—Cohere, Mistral and G42", "",
         "AMD:supplier, Cohere:buyer, G42:buyer, Humain:buyer, Mistral:buyer"),
        ("ByteDance and Tencent placed orders for $2 billion of Nvidia chips", "",
         "ByteDance:buyer, Nvidia:supplier, Tencent:buyer"),
        ("Oracle and Meta forge new AI infrastructure partnership", "",
         "Meta:buyer, Oracle:supplier"),
        ("Oracle closes $14 billion loan package for Michigan data center", "", "Oracle:buyer"),
        ("AMD and Google pour $9 billion into Mistral, which rents from CoreWeave", "",
         "AMD:investor, CoreWeave:supplier, Google:investor, Mistral:buyer, Mistral:investee"),
        ("Blackstone withdraws from Oracle's Ohio data center", "",
         "Blackstone:financier, Oracle:buyer"),
        ("Blue Owl pulls funding for Meta's Indiana data center", "",
         "Blue Owl:financier, Meta:buyer"),
        ("Brookfield backs out of talks to finance Microsoft's Texas campus", "",
         "Brookfield:financier, Microsoft:buyer"),
        ("Microsoft walks away from CoreWeave's Ohio data center", "",
         "CoreWeave:supplier, Microsoft:buyer"),
    ],
)  # fmt: skip
def test_hosts_have_customers_lenders_and_owners(title: str, text: str, parties: str) -> None:
    """Who lends, who only owns a venture, who is quoted, and whose customer is let into a site."""
    assert told(title, text) == parties


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Goldman Sachs, Citi in talks to underwrite $9 billion loan for data center campus", ""),
        ("Macquarie commits $1.5 billion preferred equity to IREN for data centers", ""),
        ("Brookfield sells two data centers in Texas for $900 million", ""),
        ("DigitalBridge weighs sale of data center operator Switch", ""),
        ("KKR agrees to buy Stack data centers in $10 billion deal", ""),
        ("CoreWeave, Nscale lead surge in data center leasing", ""),
        ("Bitdeer expands with hosting agreement", "Bitdeer will add 3 EH/s at the Texas site."),
        ("CleanSpark signs 99-year lease for 120 acres in Texas for its data center", ""),
        ("Nvidia stands behind $5 billion in data center guarantees", ""),
        ("Nvidia backs neoclouds with GPU guarantees", ""),
        ("Bitcoin miners rally on AI hosting deal hopes", ""),
        ("Nebius stock sinks as investors weigh Meta contract", ""),
        ("Oracle stock slips as company weighs bond sale", ""),
        ("IREN stock rises amid software partnership with Microsoft", ""),
        ("IREN shares fall after CFO exit", ""),
        ("Firmus mulls Nscale takeover", ""),
        ("Equinix to acquire 12 data centers from Switch", ""),
        ("Digital Realty to buy CyrusOne's Dallas data center", ""),
        ("Oracle's deal spree with OpenAI, Meta and xAI", ""),
        ("Microsoft, BlackRock join MGX in AI infrastructure fund", ""),
        ("Microsoft's $40B of neocloud deals shows its thirst for GPUs", ""),
        ("Intel expands AI chip production with TSMC", ""),
        ("Soluna closes $100 million loan facility for Texas data center", ""),
        ("Google hosts Gemini hackathon with Nvidia", ""),
        ("Blackstone withdraws bid for data center firm AirTrunk", ""),
        ("Why are AI companies locking in data center capacity?",
         "Applied Digital's $5 billion data center lease with a hyperscaler shows the demand."),
    ],
)  # fmt: skip
def test_what_hosts_do_for_themselves_is_no_deal(title: str, text: str) -> None:
    """Loans with no user, sites that are sold, totals, mining, land and moods of the market."""
    assert not read(title, text).is_compute_deal


@pytest.mark.parametrize(
    ("title", "text", "event"),
    [
        ("Anthropic pursues $30 billion deal for Google chips", "", "rumour"),
        ("Banks put $9 billion of loans behind Oracle data centers",
         "JPMorgan is allegedly planning to finance Oracle data centers.", "rumour"),
        ("Meta chose not to proceed with CoreWeave lease in Texas", "", "cancelled"),
        ("Anchor tenant exits $2 billion Fermi data center lease", "", "cancelled"),
        ("Anthropic expands capacity at TeraWulf's Kentucky data center", "", "expansion"),
        ("CoreWeave signs lease with Galaxy",
         "CoreWeave has agreed to take an additional 100 MW at the campus.", "expansion"),
        ("Meta deepens AI push with Reliance data center lease", "", "new"),
        ("Microsoft deepens AI race with Nebius data center lease", "", "new"),
        ("Crusoe shares tumble after tenant exit at Abilene campus", "", "cancelled"),
        ("Nebius shares fall as Microsoft data center deal collapses", "", "cancelled"),
        ("Talks are off for Meta cloud deal with Oracle", "", "cancelled"),
        ("AMD stock falls after cloud deal with Cohere is off", "", "cancelled"),
        ("Meta's data center lease cancellations: a sign of weaker demand?", "", "cancelled"),
        ("CoreWeave clarifies $5 billion GPU order not tied to OpenAI", "", "denial"),
        ("Nebius confirms Apple is not its mystery $3bn customer", "", "denial"),
        ("Meta set to finalize $27 billion lease with Crusoe", "", "rumour"),
        ("Anthropic nears $5 billion debt package for its Texas campus", "", "rumour"),
        ("AMD strikes $9 billion chip deal with Cohere",
         "AMD will invest $1 billion in Cohere, dramatically deepening ties between the two.",
         "new"),
        ("Meta snubs Nvidia, hands AMD $3 billion chip order", "", "new"),
        ("Oracle scraps Norway campus lease with Nscale", "", "cancelled"),
    ],
)  # fmt: skip
def test_what_happens_to_a_lease(title: str, text: str, event: str) -> None:
    """Pursuit and hearsay are no signing, an exit is an end, "additional" megawatts are more."""
    assert read(title, text).event == event


def test_a_few_hundred_megawatts_are_no_figure() -> None:
    """Nor is a budget the price of what is dropped."""
    reading = read(
        "Microsoft cancels data center leases while keeping $80 billion AI spending plan",
        "The leases come to a couple of hundred megawatts.",
    )

    assert (reading.powers, reading.money) == ((), ())


@pytest.mark.parametrize(
    ("title", "sums"),
    [
        ("Ellison's fortune tops $390 billion as Oracle signs $30 billion cloud deal with Meta",
         [30]),
        ("Dell reports $14 billion order book as xAI orders $5 billion of servers", [5]),
        ("Oracle set to lose $8 billion as OpenAI moves to Google chips", []),
        ("Oracle loses $8 billion OpenAI contract", [8]),
        ("SoftBank and OpenAI delay $90 billion Stargate deal", [90]),
    ],
)  # fmt: skip
def test_what_a_person_owns_or_a_market_loses_is_no_price(title: str, sums: list[int]) -> None:
    """Fortunes, books of orders and value lost stand beside a deal; a deal may be lost too."""
    assert [round(money.amount / 10**9) for money in read(title).money] == sums
