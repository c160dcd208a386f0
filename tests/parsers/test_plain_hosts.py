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
