"""Turns of English news on who deals, how firm it is and what only looks like a deal."""

from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading, Event

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
Roles = set[tuple[str, str]]


def read(title: str, text: str = "") -> DealReading:
    """A text read with the list that comes with the program."""
    return read_deal(title, text, READER)


def roles(title: str, text: str = "") -> Roles:
    """Who is what to the deal a text tells."""
    return {(party.company, party.role) for party in read(title, text).parties}


def sums(title: str, text: str = "") -> list[int]:
    """The sums of the deal, in billions."""
    return [round(money.amount / 10**9) for money in read(title, text).money]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "Lambda announces agreement with Microsoft to deploy AI infrastructure",
            {("Lambda", "supplier"), ("Microsoft", "buyer")},
            id="to deploy: the chain tells who serves",
        ),
        pytest.param(
            "Nvidia signs agreement with Nscale to deploy 100,000 GPUs in Norway",
            {("Nvidia", "supplier"), ("Nscale", "buyer")},
            id="to deploy: a maker supplies",
        ),
        pytest.param(
            "Meta signs pact with AMD to deploy 6 gigawatts of Instinct GPUs",
            {("Meta", "buyer"), ("AMD", "supplier")},
            id="to deploy: who uses the chips buys",
        ),
        pytest.param(
            "Google commits $40 billion to Anthropic in cash and compute",
            {("Google", "supplier"), ("Anthropic", "buyer")},
            id="money committed to a lab buys nothing from it",
        ),
        pytest.param(
            "Jane Street commits $6 billion to CoreWeave's AI cloud",
            {("Jane Street", "buyer"), ("CoreWeave", "supplier")},
            id="money committed to a cloud buys from it",
        ),
        pytest.param(
            "Nvidia works with Noetra to build 140MW AI factory with 27,500 Rubin GPUs",
            {("Nvidia", "supplier"), ("Noetra", "buyer")},
            id="a maker fills the site that is built with it",
        ),
        pytest.param(
            "Telus to build sovereign AI factory in Quebec with HPE",
            {("Telus", "buyer"), ("Hewlett Packard Enterprise", "supplier")},
            id="so does a maker of servers",
        ),
        pytest.param(
            "Vantage to build 1.4 GW campus for Oracle in Wisconsin",
            {("Vantage Data Centers", "developer"), ("Oracle", "buyer")},
            id="who builds a site for another develops it",
        ),
        pytest.param(
            "Nscale to deploy 200,000 Nvidia GPUs for unnamed hyperscaler",
            {("Nscale", "supplier")},
            id="who deploys for somebody unnamed serves",
        ),
        pytest.param(
            "Vultr to deploy 24,000 AMD GPUs at Ohio data center",
            {("Vultr", "buyer"), ("AMD", "supplier")},
            id="who deploys for itself buys",
        ),
        pytest.param(
            "CoreWeave rents Nvidia Rubin systems to Jane Street in $6bn pact",
            {("CoreWeave", "supplier"), ("Jane Street", "buyer")},
            id="chips rented to another are not bought",
        ),
        pytest.param(
            "Mistral AI secures $830 million debt from seven banks to buy 13,800 Nvidia chips",
            {("Mistral", "buyer"), ("Nvidia", "supplier")},
            id="a maker whose chips a loan buys does not lend",
        ),
        pytest.param(
            "IREN receives first Microsoft prepayment under AI cloud contract",
            {("IREN", "supplier"), ("Microsoft", "buyer")},
            id="who gets a payment serves",
        ),
        pytest.param(
            "Anthropic backs out of xAI compute deal",
            {("Anthropic", "buyer"), ("xAI", "supplier")},
            id="who backs out lends nothing",
        ),
        pytest.param(
            "OpenAI turns to Oracle for cloud, its first provider outside of Microsoft",
            {("OpenAI", "buyer"), ("Oracle", "supplier")},
            id="outside of another",
        ),
        pytest.param(
            "Meta nears $20 billion AMD GPU deal, insiders say",
            {("Meta", "buyer"), ("AMD", "supplier")},
            id="billions of dollars, not dram",
        ),
        pytest.param(
            "OpenAI CFO says Oracle contract payments begin in 2027",
            {("OpenAI", "buyer"), ("Oracle", "supplier")},
            id="whose officer speaks of its deal",
        ),
        pytest.param(
            "Nebius to supply Microsoft with GPU capacity from Vineland, NJ",
            {("Nebius", "supplier"), ("Microsoft", "buyer")},
            id="a town before its state",
        ),
        pytest.param(
            "Cologix, Lambda bring Nvidia B200 systems to Columbus data center",
            {("Cologix", "supplier"), ("Lambda", "buyer")},
            id="who stands between two serves one",
        ),
    ],
)
def test_turns_of_english_tell_who_is_what(title: str, expected: Roles) -> None:
    """What a verb makes of its sides depends on what is dealt in, and for whom."""
    assert roles(title) == expected


def test_a_subsidiary_signs_for_its_parent() -> None:
    """Who signs as "its subsidiary" is no third side."""
    text = (
        "WhiteFiber, a provider of AI infrastructure, said that its subsidiary Enovum has entered"
        " into a 10-year agreement with Nscale to provide 40 MW."
    )

    told = roles("WhiteFiber Announces Colocation Agreement with Nscale", text)

    assert told == {("WhiteFiber", "supplier"), ("Nscale", "buyer")}


def test_who_lends_chips_rents_them_out() -> None:
    """To lend GPUs to a rival is to let them, not to finance it."""
    text = "The filing describes a deal to lend GPUs to a rival."

    told = roles("Filing reveals Mistral is paying SpaceX $1 billion a year for compute", text)

    assert told == {("Mistral", "buyer"), ("SpaceX", "supplier")}


@pytest.mark.parametrize(
    ("title", "event"),
    [
        pytest.param(
            "Meta taps Google in cloud deal despite rivalry, sources tell Reuters",
            "rumour",
            id="the source behind what came before",
        ),
        pytest.param(
            "Oracle leases Texas campus from Crusoe after months of delay, people familiar say",
            "rumour",
            id="people familiar behind what came before",
        ),
        pytest.param(
            "Oracle leases Texas campus from Crusoe after months of delay", "new", id="no source"
        ),
        pytest.param(
            "Microsoft agrees to rent Abilene campus from Crusoe, after Oracle and OpenAI left",
            "new",
            id="what came before is no source",
        ),
        pytest.param(
            "Rosenblatt analyst says Apple is placing orders for $1 billion of Nvidia servers",
            "rumour",
            id="an analyst says that one buys",
        ),
        pytest.param(
            "Oracle's $300 billion OpenAI contract looks shaky, analysts warn",
            "background",
            id="analysts judge a known one",
        ),
        pytest.param(
            "Talks on a server deal between Lenovo and xAI are at a late stage",
            "rumour",
            id="the stage of talks",
        ),
        pytest.param(
            "Musk's xAI seeks up to $12 billion debt to lease Nvidia chips",
            "rumour",
            id="a sum that is sought",
        ),
        pytest.param("Meta halves AMD chip order", "cancelled", id="halved"),
        pytest.param("Nvidia, OpenAI say $100 billion pact is not stalled", "denial", id="not so"),
        pytest.param(
            "Anthropic's SpaceX lease raises questions", "background", id="what a lease does"
        ),
        pytest.param(
            "Nvidia $100 billion OpenAI pact buys time in custom chip race",
            "background",
            id="what a pact does",
        ),
        pytest.param(
            "SpaceX IPO filing reveals Google is paying $920 million a month for GPUs",
            "background",
            id="a filing for a listing tells terms",
        ),
    ],
)
def test_english_titles_tell_how_firm_a_deal_is(title: str, event: Event) -> None:
    """Sources, stages and filings count wherever a title sets them."""
    reading = read(title)

    assert (reading.is_compute_deal, reading.event) == (True, event)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("Broadcom shares jump 9% as Anthropic orders $21bn of TPU racks", "", id="as"),
        pytest.param(
            "Cipher Mining stock soars after signing 168 MW lease with Fluidstack", "", id="after"
        ),
        pytest.param(
            "Dell rises after xAI picks it to supply $5 billion of AI servers", "", id="picks it"
        ),
        pytest.param(
            "Firmus announces collaboration with Nvidia, valued at up to $4 billion,"
            " to build AI factories in Tasmania",
            "",
            id="a collaboration that is valued",
        ),
        pytest.param(
            "Mistral, valued at $14 billion, rents Nvidia chips from Nebius", "", id="a valued side"
        ),
        pytest.param(
            "Anthropic plans 1GW Indian data center",
            "Anthropic is in early discussions with Reliance to set up a data center in Jamnagar.",
            id="discussions in the lead",
        ),
        pytest.param("OpenAI signs $20 billion pact with Cerebras", "", id="a pact"),
        pytest.param("Microsoft walks away from CoreWeave commitments", "", id="commitments"),
        pytest.param("Mistral picks Groq for inference", "", id="inference"),
        pytest.param("Nvidia to guarantee loan to Firmus for GPU purchases", "", id="guarantee"),
        pytest.param("OVHcloud picked by Mistral for GPU cloud", "", id="picked by"),
        pytest.param("FuriosaAI supplies RNGD chips to LG", "", id="an accelerator"),
    ],
)
def test_what_tells_a_deal_beside_another_subject_counts(title: str, text: str) -> None:
    """A share move, a valuation or a plan does not hide the deal told with it."""
    assert read(title, text).is_compute_deal


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("CoreWeave shares climb on Meta deal hopes", id="hopes"),
        pytest.param("Oracle stock jumps as it raises its cloud forecast", id="a forecast"),
        pytest.param("IREN stock slides after analysts question Microsoft contract", id="a doubt"),
        pytest.param("Lambda valued at $4 billion after chip maker's backing", id="a valuation"),
        pytest.param("CoreWeave files for IPO after OpenAI deal", id="a listing"),
        pytest.param("Hedge funds bet against Oracle and CoreWeave", id="bets against"),
        pytest.param("Brokers lift price targets on Nebius after Microsoft deal", id="targets"),
        pytest.param("Three charged with smuggling Nvidia chips to DeepSeek", id="smuggling"),
        pytest.param("Nvidia and Amazon invest in AI startup Poolside", id="investors of a round"),
        pytest.param("Google, Nvidia invest in young AI lab", id="investors side by side"),
        pytest.param(
            "Sharon AI raises $170 million in convertible note deal for Nvidia clusters",
            id="notes",
        ),
        pytest.param("Target signs deal with OpenAI", id="a shop and a lab"),
        pytest.param("Mattel inks pact with OpenAI", id="a toymaker and a lab"),
        pytest.param("Anthropic lands Cognizant as customer", id="a customer of a lab"),
        pytest.param("Pentagon awards xAI $200 million contract", id="a lab's own customer"),
        pytest.param("ServiceNow signs three-year deal with OpenAI for GPT models", id="models"),
        pytest.param("Disney invests $1 billion in OpenAI, licenses characters", id="a licence"),
        pytest.param(
            "Largest cloud companies have pushed total lease commitments above $850 billion",
            id="all together",
        ),
        pytest.param("US approves sale of 70,000 Nvidia AI chips to Saudi Arabia", id="allowed"),
        pytest.param("CoreWeave secures $2.6 billion loan from JPMorgan and MUFG", id="a loan"),
    ],
)
def test_what_only_looks_like_a_deal_stays_out(title: str) -> None:
    """Words of a deal beside a lab or a cloud make none, if the text is about something else."""
    assert not read(title).is_compute_deal


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("CoreWeave signs cloud deal valued at $14 billion with Meta", [14], id="deal"),
        pytest.param("Cipher signs 10-year lease with Fluidstack, valued at $3bn", [3], id="lease"),
        pytest.param("Mistral, valued at $14 billion, rents Nvidia chips from Nebius", [], id="no"),
    ],
)
def test_a_deal_is_valued_at_its_price(title: str, expected: list[int]) -> None:
    """What a deal is valued at is its price, what a company is valued at is none."""
    assert sums(title) == expected


def test_when_a_site_is_finished_is_no_term() -> None:
    """A site that opens "within the next two years" is not let for two years."""
    reading = read(
        "Reliance signs pact with Meta for 168MW data centre",
        "Work is to be completed within the next two years.",
    )

    assert reading.terms == ()


def test_the_figures_of_another_deal_stay_with_it() -> None:
    """What a side did a week before is no part of what it signs now."""
    text = "The deal comes a week after Meta said it will use 400,000 Nvidia chips in 2 GW."

    told = read_deal("Meta signs $100 billion AI chip deal with AMD", text, READER)

    assert [(leg.payee, leg.chips, leg.power_gw) for leg in told.legs] == [("AMD", None, None)]
