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
        ("Nebius leases new data center in Norway",
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
        ("CoreWeave closes $2.6 billion loan to fund OpenAI contract", "",
         "CoreWeave:supplier, OpenAI:buyer"),
        ("Nebius secures $3 billion loan for Meta data center", "", "Meta:buyer, Nebius:supplier"),
        ("Hut 8 closes $1.9 billion financing for Anthropic campus", "",
         "Anthropic:buyer, Hut 8:supplier"),
        ("Anthropic buys data center capacity from Galaxy", "",
         "Anthropic:buyer, Galaxy Digital:supplier"),
        ("OpenAI buys 100 MW data center capacity in Ohio from Crusoe", "",
         "Crusoe:supplier, OpenAI:buyer"),
        ("Meta acquires 20,000 Nvidia GPUs for its data center", "", "Meta:buyer, Nvidia:supplier"),
        ("The AI Race: What This Giant Lease Tells Us",
         "TeraWulf has signed a 10-year, $3 billion data center lease with an unnamed"
         " hyperscaler.", "TeraWulf:supplier"),
        ("Oracle-backed firm signs 200 MW lease with Crusoe", "", "Crusoe:supplier"),
        ("Google and funds managed by Apollo form a joint venture to develop the Redwood data"
         " center", "Apollo funds will own 70%. Google provided a residual value guarantee.",
         "Apollo:financier, Google:buyer"),
        ("Galaxy Digital secures $1.4b loan for Helios campus leased to CoreWeave", "",
         "CoreWeave:buyer, Galaxy Digital:supplier"),
        ("IREN Signs $4 Billion Hosting Agreement with Nscale",
         "Nvidia will guarantee $1.2 billion of Nscale's lease obligations in exchange for"
         " warrants on about 20 million IREN shares.",
         "IREN:investee, IREN:supplier, Nscale:buyer, Nvidia:financier, Nvidia:investor"),
        ("CleanSpark Soars on $2B Hosting Deal, With Google Taking 6% Stake",
         "CleanSpark has signed two colocation agreements with Fluidstack. Google will support"
         " it by backstopping $900 million of Fluidstack's rent and taking a 6% stake through"
         " warrants.",
         "CleanSpark:investee, CleanSpark:supplier, Fluidstack:buyer, Google:financier,"
         " Google:investor"),
        ("AMD gives OpenAI warrants for up to 160 million AMD shares in chip deal", "",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("OpenAI to buy 6 GW of AMD chips, receives warrants for 10% of AMD shares", "",
         "AMD:investee, AMD:supplier, OpenAI:buyer, OpenAI:investor"),
        ("OpenAI in talks with Reliance over data centers",
         "OpenAI is set to become the anchor tenant at Reliance's Jamnagar campus, with plans"
         " to lease 300 MW.", "OpenAI:buyer, Reliance:supplier"),
        ("Anthropic signs lease at Galaxy's Helios campus to run Claude", "",
         "Anthropic:buyer, Galaxy Digital:supplier"),
        ("Galaxy signs CoreWeave lease",
         "Combined with its earlier agreements with Anthropic and Meta, Galaxy's contracts now"
         " total $9 billion.", "CoreWeave:buyer, Galaxy Digital:supplier"),
        ("TeraWulf jumps 12% on $5 billion AI data center lease; IREN, CleanSpark rise in"
         " tandem", "", "TeraWulf:supplier"),
        ("TeraWulf signs lease with Mistral",
         "Mistral will lease the capacity, while Amazon will offer a financial guarantee"
         " covering rent.", "Amazon:financier, Mistral:buyer, TeraWulf:supplier"),
        ("Galaxy wins hosting deal with Mistral, backed by an Nvidia rent guarantee", "",
         "Galaxy Digital:supplier, Mistral:buyer, Nvidia:financier"),
        ("Amazon weighs $10bn OpenAI investment as part of compute deal", "",
         "Amazon:investor, Amazon:supplier, OpenAI:buyer, OpenAI:investee"),
        ("CoreWeave buys 40,000 Nvidia's liquid-cooled GB300 systems from Dell", "",
         "CoreWeave:buyer, Dell:supplier"),
        ("IREN to buy liquid-cooled Nvidia racks from Supermicro for $600 million", "",
         "IREN:buyer, Supermicro:supplier"),
        ("Microsoft and Meta are preparing to commit billions to Norwegian data centers with"
         " Nscale", "", "Meta:buyer, Microsoft:buyer, Nscale:supplier"),
        ("Mistral leases the new Fluidstack facility in France", "",
         "Fluidstack:supplier, Mistral:buyer"),
        ("Blackstone to lend $2 billion to Firmus under new credit facility for Anthropic site", "",
         "Anthropic:buyer, Blackstone:financier, Firmus:supplier"),
        ("Mistral commits to Fluidstack campus in France as part of European expansion", "",
         "Fluidstack:supplier, Mistral:buyer"),
        ("Oracle signs another deal with Crusoe for 400 MW", "", "Crusoe:supplier, Oracle:buyer"),
        ("Firmus announces colocation agreement at its Tasmania data center", "",
         "Firmus:supplier"),
        ("OpenAI signs lease at Firmus campus in Tasmania", "", "Firmus:supplier, OpenAI:buyer"),
        ("Banks near $12 billion loan for Meta's Ohio data center",
         "Barclays and Mizuho Bank are among lenders arranging the financing.",
         "Barclays:financier, Meta:buyer, Mizuho:financier"),
        ("Chip Firms Bet on AI: Mistral signs 100 MW lease with Fluidstack", "",
         "Fluidstack:supplier, Mistral:buyer"),
        ("Crusoe wins anchor tenant for Wyoming AI campus", "", "Crusoe:supplier"),
        ("Firmus signs its first hyperscale customer, 100 MW data center in Tasmania", "",
         "Firmus:supplier"),
        ("Cipher Mining signs lease",
         "Cipher signed it with Nscale, an AI cloud based in the U.K. Google will backstop"
         " $900 million of Nscale's rent.",
         "Cipher Mining:supplier, Google:financier, Nscale:buyer"),
        ("TeraWulf signs lease with Mistral and the French startup Poolside", "",
         "Mistral:buyer, Poolside:buyer, TeraWulf:supplier"),
        ("Exclusive: OpenAI signs cloud deal with Google", "", "Google:supplier, OpenAI:buyer"),
        ("OpenAI signs deal with: Oracle, for 2 GW of data center capacity", "",
         "OpenAI:buyer, Oracle:supplier"),
        ("Groq signs lease with TeraWulf",
         "TeraWulf announced a services agreement with Groq for a 60-megawatt AI data center"
         " campus in New York.", "Groq:buyer, TeraWulf:supplier"),
        ("IREN announces $1 billion agreement with Cerebras for a 50 MW data center in Texas", "",
         "Cerebras:buyer, IREN:supplier"),
        ("IREN announces $1 billion agreement with Nvidia for 20,000 GPUs", "",
         "IREN:buyer, Nvidia:supplier"),
        ("Apollo weighs $9 billion bond financing for Meta's Ohio data center", "",
         "Apollo:financier, Meta:buyer"),
        ("Vantage secures $3 billion Oracle data center financing", "",
         "Oracle:buyer, Vantage Data Centers:supplier"),
        ("JPMorgan provides $2 billion Oracle data center financing", "",
         "JPMorgan:financier, Oracle:buyer"),
        ("Cipher Mining lands $3 billion AI data center lease",
         "The 10-year agreement is its largest. Cipher will deliver 150 MW in Texas. Cloud"
         " provider Nscale will lease the capacity for its customers.",
         "Cipher Mining:supplier, Nscale:buyer"),
        ("TeraWulf signs $2 billion lease with Nscale",
         "It runs ten years. The site is in Texas. Work is to begin in May. Under the terms,"
         " Nscale will host clusters for Mistral at the campus.",
         "Mistral:buyer, Nscale:buyer, TeraWulf:supplier"),
        ("TeraWulf signs $2 billion lease with a hyperscaler",
         "The stock rose. The site is in Texas. This isn't TeraWulf's first big win: it also"
         " signed a lease with Nscale for 90 MW.", "TeraWulf:supplier"),
        ("Mistral strikes $5 billion deal for AI computing capacity in Sweden",
         "The partnership with Nscale and Aker covers a campus near Luleå.",
         "Aker:supplier, Mistral:buyer, Nscale:supplier"),
        ("OpenAI and Oracle sign lease; the deal could reach more than $5 billion", "",
         "OpenAI:buyer, Oracle:supplier"),
        ("OpenAI and Oracle sign cloud deal that could total $5 billion", "",
         "OpenAI:buyer, Oracle:supplier"),
        ("Nscale raises $2 billion for GPUs",
         "Nscale has closed a $2 billion loan. It will grow its cloud. The money is tied to a"
         " contract with Mistral.", "Mistral:buyer, Nscale:supplier"),
        ("Nscale signs deal with Meta to supply 50,000 Nvidia GB300 GPUs",
         "The deal underlines Nvidia's unrelenting dominance.", "Meta:buyer, Nscale:supplier"),
        ("Firmus wins its first tenant for Tasmania campus", "", "Firmus:supplier"),
        ("TeraWulf lands contract with Mistral for 40 MW", "", "Mistral:buyer, TeraWulf:supplier"),
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
        ("Boreal Compute Reports Steps Toward Signing Its First Hosting Customer at Ohio Campus",
         ""),
        ("CleanSpark Makes Progress Towards Securing AI Tenant for Georgia Site", ""),
        ("TeraWulf Announces Strong Interest From Hyperscale Customers at Lake Mariner Data"
         " Center", ""),
        ("Cipher Mining signs lease amendment with the County of Ector for Texas data center", ""),
        ("IREN extends land lease with City of Childress", ""),
        ("Nebius secures $1.2b for its Kansas City AI hub",
         "Nebius has closed a $1.2 billion term loan to expand its data center."),
        ("Lambda lands $500 million GPU-backed loan",
         "Lambda will use the money to grow its cloud."),
        ("Crusoe secures $750 million credit facility to expand AI data centers", ""),
        ("Equinix enters into asset purchase agreement with data center owner Kestrel", ""),
        ("TeraWulf to sell its mining operations, focus on AI campus", ""),
        ("Digital Realty acquires 12 data centers in Spain from Telefonica", ""),
        ("CyrusOne bought the data center it had been leasing near Chicago", ""),
        ("TeraWulf plans convertible debentures of $900 million for Texas data center", ""),
        ("CoreWeave to privately place $2 billion of notes", ""),
        ("Vodafone and Google Cloud collaborate on AI-ready networks in Spain", ""),
        ("Equinix and Oracle expand cloud connectivity in Osaka", ""),
        ("AI Boom: Data Center Leases Now Exceed $600 Billion", "Meta and Oracle lead."),
        ("Microsoft's neocloud commitments top $60 billion", "Nebius and Nscale are among them."),
        ("Nvidia invests $300 million in GPU cloud operator Firmus", ""),
        ("Nvidia and other backers invested $200 million in London-based cloud provider Nscale",
         ""),
        ("Blackstone invests $4bn in data centers developed by Firmus", ""),
        ("DC Blox breaks ground on $2 billion campus",
         "Customers will have access to 90 megawatts."),
        ("OpenAI wins another customer in Japan for ChatGPT", ""),
        ("Nscale raises $2 billion loan for GPUs",
         "Nscale has closed a $2 billion loan to grow its cloud."),
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


@pytest.mark.parametrize(
    ("title", "text", "sums"),
    [
        ("IREN signs $2 billion deal with Nscale",
         "Three renewal options could increase total revenue to $5 billion over 25 years.",
         "exact 2, up_to 5"),
        ("IREN signs lease with Nscale",
         "The lease brings $2 billion in contracted revenue, with potential to rise to"
         " $4 billion if both extension options are exercised.", "exact 2, up_to 4"),
        ("CleanSpark spends $9 billion on Dell AI servers, targeting $20 billion", "", "exact 9"),
        ("Microsoft signs $4 billion deal with Nebius",
         "Total neocloud spending exceeds $60 billion across Nebius, Lambda and Nscale.",
         "exact 4"),
        ("IREN signs $2 billion deal with Nscale",
         "The company's revenue could rise to $9 billion next year.", "exact 2"),
        ("Oracle secures $9 billion facility for OpenAI campus",
         "The second tranche, valued at $3 billion, will fund a site in Ohio.",
         "exact 9, exact 3"),
        ("OpenAI, valued at $500 billion, signs $10 billion deal with Cerebras", "", "exact 10"),
        ("Galaxy signs $4 billion CoreWeave lease",
         "Combined with its earlier agreements with Anthropic and Meta, Galaxy's contracts now"
         " total $9 billion.", "exact 4"),
    ],
)  # fmt: skip
def test_what_a_contract_may_come_to_is_its_sum(title: str, text: str, sums: str) -> None:
    """Options and tranches belong to a deal; aims, all deals of one side, and worth do not."""
    found = [f"{one.qualifier} {round(one.amount / 10**9)}" for one in read(title, text).money]
    assert ", ".join(found) == sums
