"""What a text tells of other deals than its own takes no part in it."""

import pytest

from parsers.types import DealReading
from tests.readings import parties_of, read

NEWS = "Mistral rents 400 MW from Fluidstack for $6 billion"
NEWS_ZH = "Mistral与Fluidstack签署60亿美元算力协议"
NEWS_ES = "Mistral alquila 400 MW de capacidad a Fluidstack por 6.000 millones de dólares"


def millions(reading: DealReading) -> list[int]:
    """The sums of a deal in millions, each once, in order."""
    return sorted({int(money.amount / 10**6) for money in reading.money})


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (NEWS, "Earlier this year, Mistral signed a $2 billion contract with CoreWeave."),
        (NEWS, "Mistral already runs on Azure, Google Cloud and AWS under a $9 billion budget."),
        (NEWS, "In March, Mistral ordered $1 billion of chips from AMD."),
        (NEWS, "Fluidstack also leases 2 GW to Anthropic for $20 billion."),
        (NEWS, "OpenAI has agreed to pay Oracle $300 billion for 4.5 GW."),
        (NEWS, "Amazon has put $8 billion into data centers this year."),
        (NEWS, "In recent months, Mistral has struck deals worth $5bn with Nscale and Nebius."),
        (NEWS, "The deal comes weeks after Mistral signed a $3 billion contract with Nebius."),
        (NEWS, "The same day, Mistral signed with Nscale, and OpenAI struck a $9bn AMD deal."),
        (NEWS, "It races with competitors including OpenAI, Google and Meta, which secured GPUs."),
        (NEWS, "The company had previously said it would spend $40 billion on 8 GW of compute."),
        (NEWS_ZH, "此前，Mistral已与CoreWeave签署20亿美元协议。"),
        (NEWS_ZH, "OpenAI则同意向甲骨文支付3000亿美元租用算力。"),
        (NEWS_ZH, "就在上个月，Mistral宣布向AMD采购10亿美元的芯片。"),
        (NEWS_ES, "En los últimos meses, Mistral ha firmado contratos por 5.000 millones de dólares"
         " con Nebius y Nscale."),
        (NEWS_ES, "Oracle ya tiene un contrato de 300.000 millones de dólares con OpenAI."),
    ],
)  # fmt: skip
def test_another_deal_takes_no_part(title: str, text: str) -> None:
    """Deals before, beside and of others give neither sides nor figures."""
    reading = read(title, text)

    assert parties_of(reading) == "Fluidstack:supplier, Mistral:buyer"
    assert millions(reading) == [6000]
    assert {power.gigawatts * 1000 for power in reading.powers} <= {400}


@pytest.mark.parametrize(
    "text",
    [
        "The deal brings its total spending with Fluidstack to about $9 billion.",
        "Monday's news follows an initial $3 billion agreement the two signed in November.",
        "Combined with a prior $3 billion contract, its total commitment now stands at $9 billion.",
        "The move builds on a pledge made in May 2025 to invest $50 billion in Europe.",
        "The company expects $12 billion in AI infrastructure spending next year.",
        "Its shares rose 4% to $36.20.",
        "Fluidstack shares rose 9%, adding about $2 billion to its market value.",
        "Mistral has pledged $80 billion for data centers this fiscal year.",
        "Each gigawatt of capacity costs about $50 billion, by industry estimates.",
        "Fluidstack, which carries $18.8 billion of debt, will start in 2027.",
        "Fluidstack is in talks to get another $2.5 billion at a $20 billion valuation.",
        "The lab was last valued at $14 billion.",
        "Its total contracted lease revenue is now $23 billion.",
        "The deals of nine companies come to a combined $3 trillion.",
        "Just last month Mistral and Fluidstack signed a $1.5 billion lease.",
        "It is a 3x expansion from a $2 billion pilot.",
        "OpenAI, which rents from Fluidstack too, has an option to buy Fluidstack for $40 billion.",
    ],
)
def test_other_sums_of_the_same_two_are_no_price(text: str) -> None:
    """Totals with earlier deals, budgets and share prices are not what the deal costs."""
    assert millions(read(NEWS, text)) == [6000]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Meta leases Texas data center abandoned by Oracle and OpenAI", "Meta:buyer"),
        ("Meta rents 300 MW campus in Ohio once eyed by Anthropic", "Meta:buyer"),
        ("Meta leased a 900 MW site that had been tied to Oracle and OpenAI", "Meta:buyer"),
        ("Meta takes over Texas data center after OpenAI decided not to expand",
         "Meta:buyer"),
        ("Meta steps in to lease Crusoe site after Oracle opted against it",
         "Crusoe:supplier, Meta:buyer"),
    ],
)  # fmt: skip
def test_who_left_what_others_take_is_no_party(title: str, told: str) -> None:
    """A site's former tenants and suitors are named in passing."""
    assert parties_of(read(title)) == told


def test_a_deal_before_does_not_widen_this_one() -> None:
    """What an earlier deal did says nothing of what happens to this one."""
    text = "It comes days after Mistral expanded its CoreWeave contract by $500 million."

    assert read(NEWS, text).event == "new"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fluidstack will buy the servers from Dell for $2 billion.", "Dell:supplier"),
        ("Under the deal, Nebius will provide Mistral with another 100 MW.", "Nebius:supplier"),
        ("Google will backstop $1 billion of the lease.", "Google:financier"),
        ("JPMorgan is lending $3 billion for the site.", "JPMorgan:financier"),
    ],
)
def test_who_helps_with_the_deal_takes_part(text: str, told: str) -> None:
    """Who supplies, lends or stands in for the deal is a party though the title names two."""
    assert told in parties_of(read(NEWS, text)).split(", ")


def test_a_title_by_one_side_waits_for_the_other() -> None:
    """The text names whom the title leaves out; only then are others strangers."""
    reading = read(
        "Fluidstack lands $6 billion AI cloud contract",
        "The provider will rent 400 MW to Mistral. Earlier, OpenAI rented 1 GW from Oracle.",
    )

    assert parties_of(reading) == "Fluidstack:supplier, Mistral:buyer"


def test_the_make_of_chips_is_no_side_that_others_repeat() -> None:
    """A title with a buyer and a make of chips still lacks who supplies."""
    reading = read(
        "Microsoft signs $14 billion cloud deal for 100,000 Nvidia GB300 GPUs",
        "Nscale said it had agreed to provide Microsoft with the capacity.",
    )

    assert parties_of(reading) == "Microsoft:buyer, Nscale:supplier"
