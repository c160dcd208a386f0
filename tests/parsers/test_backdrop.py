"""What stands behind a deal in its text changes nothing of what is read of the deal."""

import pytest

from tests.readings import read
from tests.variants import told

TITLES = (
    "Microsoft signs $9.7 billion AI cloud deal with IREN",
    "Hut 8 signs 15-year, 245 MW AI data center lease with Fluidstack",
    "Anthropic to use up to 1 million Google TPUs",
    "Microsoft taps Nscale for 200,000 Nvidia GB300 GPUs across four sites",
)
BACKDROP = (
    "Shares of the company rose 5% in premarket trading on Monday.",
    "Terms of the deal were not disclosed.",
    "OpenAI has signed deals with Oracle, AMD and Broadcom worth more than $1 trillion this year.",
    "The company raised $6.6 billion last year at a valuation of $157 billion.",
    "The company reported revenue of $1.2 billion in the third quarter, up 134% on the year.",
    "Analysts at Morgan Stanley raised their price target on the stock to $160.",
    "The market for AI infrastructure is expected to reach $500 billion by 2030.",
    "Microsoft plans to spend $80 billion on data centers this fiscal year.",
    "It is the latest in a string of deals as companies race to secure computing power.",
    "Nvidia, which is an investor in the company, declined to comment.",
    "The announcement comes weeks after Meta signed a $14 billion deal with CoreWeave.",
    "The company's existing customers include Meta, Microsoft and IBM.",
    "The company operates 32 data centers with more than 250,000 GPUs.",
    "Electricity demand from data centers could double by 2030, according to the IEA.",
    "The company did not immediately respond to a request for comment.",
    "“This is a milestone for our company,” said chief executive Jane Doe.",
    "The deal is subject to regulatory approval and should close in the first half of 2026.",
    "In January, the company bought a 1.2 GW campus in Texas from a bitcoin miner.",
    "Rivals such as Amazon and Google are also building their own chips.",
    "The startup was founded in 2021 by former Google researchers.",
    "The stock has gained 120% this year.",
    "Last month the company ended talks with another provider.",
    "Reuters first reported the talks in March.",
    "Global spending on data centers is forecast to hit $3 trillion by 2028, according to Moody's.",
    "Goldman Sachs estimates that hyperscalers will spend $527 billion in 2026.",
    "The company has more than 1.3 GW of contracted power across its sites.",
    "Its pipeline now stands at 5 GW.",
    "The company said it expects capital expenditures of $28 billion this year.",
    "The site's first phase is expected to come online in the second half of 2026.",
    "The news sent shares of rivals Nebius and IREN lower.",
    "Shares of CoreWeave and Nebius also rose.",
    "Oracle, Microsoft and Google race to add capacity.",
    "Separately, Microsoft agreed to buy power from Constellation for 20 years.",
    "The investment bank advised on the transaction.",
    "JPMorgan and Morgan Stanley acted as financial advisers to the company.",
    "The lab, which was valued at $500 billion in October, has been seeking new sources of chips.",
    "The company has raised more than $2 billion in debt to pay for expansion.",
    "Its backlog stood at $55.6 billion at the end of the quarter.",
    "OpenAI has committed to spend about $1.4 trillion on infrastructure over eight years.",
    "Bitcoin miners have been pivoting to AI hosting as mining rewards shrink.",
    "The deal follows a similar agreement with Microsoft last year.",
    "It also operates data centers in Norway, Sweden and Texas.",
    "The company says its AI assistant has 800 million weekly users.",
    "Each GPU draws about 1,200 watts.",
    "A gigawatt is roughly enough to power 750,000 homes.",
    "The data center will create 1,500 construction jobs and 200 permanent jobs.",
    "Construction is scheduled to begin in early 2027.",
    "The project will use closed-loop cooling and renewable power.",
    "The companies did not say how much the deal is worth.",
    "Nvidia's market value topped $5 trillion in October.",
    "The stock closed at $128.40 on Friday.",
    "Critics say such circular deals inflate demand.",
    "Some analysts have questioned whether the spending is sustainable.",
    "Nvidia has invested in several of its customers, including CoreWeave and Nebius.",
    "Google already supplies Anthropic with TPUs.",
    "Meta, meanwhile, is building a $10 billion data center in Louisiana.",
    "Investors include Nvidia, Fidelity and BlackRock.",
    "The startup is backed by Microsoft and SoftBank.",
    "CoreWeave went public in March, raising $1.5 billion.",
    "The company's net loss widened to $290 million.",
    "Sign up for our newsletter to get the latest on AI deals.",
    "Read more: Oracle signs $300 billion cloud deal with OpenAI.",
    "This story was first published by Bloomberg News.",
    "(Reporting by Jane Doe in San Francisco; Editing by John Roe)",
    "The agreement was announced at Nvidia's GTC conference in San Jose.",
    "Under CEO Jensen Huang, Nvidia has become the world's most valuable company.",
    "The chips are made by TSMC and use HBM memory from SK Hynix.",
    "The facility will be powered by natural gas turbines supplied by GE Vernova.",
    "It was formerly known as Applied Blockchain.",
)
OWN = (
    ("It is for 200 MW.", "0.2"),
    ("The company operates the site, where it will provide 200 MW to the tenant.", "0.2"),
    ("Under the agreement, the company has 200 MW of capacity across two sites ready.", "0.2"),
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("sentence", BACKDROP)
def test_the_backdrop_tells_nothing_of_the_deal(title: str, sentence: str) -> None:
    """Markets, estates, histories and others' deals give no side, no figure and no event."""
    assert told(read(title, sentence)) == told(read(title))


@pytest.mark.parametrize(("sentence", "gigawatts"), OWN)
def test_what_is_the_deals_own_counts(sentence: str, gigawatts: str) -> None:
    """A sentence that tells the deal is none of its backdrop, whoever acts in it."""
    powers = read("Microsoft signs AI data center deal with IREN", sentence).powers

    assert [f"{power.gigawatts:f}" for power in powers] == [gigawatts]
