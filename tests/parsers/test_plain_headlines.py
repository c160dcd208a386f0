"""Plain headlines tell what kind of news they are, and which tell of no deal at all."""

from typing import Final

import pytest

from flows.polling.tools import builtin_companies
from parsers.reading import Reader, build_reader, read_deal
from tests.readings import told

SIDES: Final = (
    {"B": "OpenAI", "S": "Oracle", "F": "JPMorgan", "D": "Crusoe"},
    {"B": "Anthropic", "S": "Google", "F": "Morgan Stanley", "D": "Fluidstack"},
    {"B": "Meta", "S": "CoreWeave", "F": "Blackstone", "D": "TeraWulf"},
)
OTHERS: Final = (("OpenAI", "Oracle"), ("CoreWeave", "Nvidia"), ("Nebius", "Microsoft"))

# {B} buys, {S} supplies, {D} builds, {F} lends.
EVENTS: Final = {
    "new": (
        "{D} to build {P} data center for {B}",
        "{F} to lend {M} for {B} data center built by {D}",
        "{F} leads {M} financing for {D} data center leased to {B}",
        "{F} provides {M} debt financing to {D} for {B}-leased campus",
        "{F} and {D} arrange {M} loan for {B} campus",
        "{B} and {S} sign {M} deal; {D} to build the {P} campus",
        "{B} to buy chips from {S} as part of deal in which {S} invests {M}",
        "{S} backstops {D}'s lease with {B}",
        "{B} signs {P} lease with {D} backed by {S}",
        "{S} discloses {M} contract with {B} in filing",
        "{B} to deploy {P} of {S} GPUs",
        "{B} will deploy {P} of {S} chips under multi-year agreement",
        "{B} to use {S} chips in {M} deal",
        "{B} picks {S} chips for {P} of compute",
        "{B} to train models on {S} chips in multibillion-dollar deal",
        "{B} taps {D} for {P} Texas data center",
        "{B}, {D} plan {P} data center in Norway",
        "{B} and {D} to build {P} AI campus in Texas",
        "{B} signs hosting deal with {D} for {P}",
        "{D} inks 15-year lease with {B} worth {M}",
        "{D} announces {P} lease with {B}",
        "{D} signs 10-year, {P} colocation agreement with {B}",
        "{D}: signs {M} AI hosting contract with {B}",
        "{D} (NASDAQ: WULF) signs {M} lease with {B}",
        "BREAKING: {B} signs {M} deal with {S} for AI compute",
        "JUST IN: {S} lands {M} cloud deal with {B}",
        "{B} plans to rent Google TPUs in {M} deal",
        "{M} deal: {B} to buy compute from {S}",
        "{M} for compute: {B} signs with {S}",
    ),
    "expansion": (
        "{B} expands deal with {S} by {M} for more AI capacity",
        "{B} adds {P} to its {S} data center agreement",
        "{B} doubles {S} compute contract to {M}",
        "{S} and {B} expand AI cloud agreement to {M}",
        "{B} increases {S} commitment by {M}",
        "{B} to buy another {M} of compute from {S}",
        "{S} signs additional {M} contract with {B} for AI compute",
        "{B} exercises option for additional {P} at {S} data center",
    ),
    "rumour": (
        "{S} in talks with {B} over {M} cloud deal, sources say",
        "{B} considers buying {M} of compute from {S}",
        "{B} said to be nearing {M} deal with {S} for AI servers",
        "{B} reportedly in talks with {S} for {P} of data center capacity",
        "{B} weighs {M} cloud deal with {S}: report",
        "{B} explores renting AI capacity from {S}",
        "Exclusive: {B} nears {M} compute agreement with {S}",
        "{B}, {S} discuss {M} cloud deal, Bloomberg reports",
        "{B} may buy {M} in cloud capacity from {S}, The Information reports",
        "{B} could sign {M} compute deal with {S} as soon as this week",
        "Report: {B} to rent {M} of servers from {S}",
        "{B} is said to sign {M} cloud pact with {S}",
        "Sources: {B} agreed to pay {S} {M} for compute",
    ),
    "cancelled": (
        "{B} cancels {M} cloud deal with {S}",
        "{B} scraps {M} data center lease with {S}",
        "{B} walks away from {M} {S} cloud contract",
        "{B} pulls out of {P} data center deal with {S}",
        "{B} terminates agreement with {S} for {P} of capacity",
        "{B} drops plan to lease {P} data center from {S}",
        "{B} puts {M} {S} data center deal on hold",
        "{S} says {B} has terminated its {M} compute contract",
        "{B} scales back {M} compute deal with {S}",
    ),
    "denial": (
        "{B} denies it is in talks with {S} over {M} cloud deal",
        "{S} denies report that {B} cancelled {M} cloud contract",
        "{B} says report of {M} deal with {S} is not true",
    ),
    "background": (
        "{D} breaks ground on {P} data center campus for {B}",
        "First phase of {B}'s {P} {D} campus comes online",
        "{D} completes {P} data center for {B}",
        "What {B}'s {M} deal with {S} means for the market",
        "Inside {B}'s {M} bet on {S} compute",
        "Analysts question {B}'s {M} cloud commitment to {S}",
        "{S} CEO defends {M} {B} cloud deal",
        "{S} begins delivering GPUs to {B} under {M} deal",
        "How {S} won {B}'s {M} cloud contract",
    ),
}
# Money lent for one user's site, and clouds that are used.
DEALS: Final = (
    "Banks sell $3 billion debt for Meta data center",
    "Banks syndicate $3 billion in loans for Meta's AI data center in Ohio",
    "JPMorgan, Morgan Stanley lead $38 billion debt sale for Oracle-linked OpenAI data centers",
    "Lenders provide $10 billion for OpenAI data center in Texas",
    "Blue Owl, Meta close $27 billion financing for Hyperion data center",
    "Meta, BlackRock form $14 billion venture to develop AI data center campus in Texas",
    "Meta taps Pimco, Blue Owl for $29 billion data center financing",
    "Pimco to buy $18 billion of bonds for Meta data center in Louisiana",
    "Vantage secures $38 billion loan for OpenAI-tied data centers",
    "Banks line up $38 billion in financing for data centers tied to Oracle",
    "MUFG, JPMorgan arrange $23 billion loan for OpenAI-leased campus in Texas",
    "Apollo lends xAI $3.5 billion for Nvidia chips",
    "Brookfield to finance $10 billion data center for Anthropic",
    "Crusoe raises $11.6 billion to build OpenAI data center in Abilene",
    "Macquarie funds $5 billion Applied Digital campus leased to CoreWeave",
    "Apple turns to Google Cloud for AI servers",
    "OpenAI turns to Google's TPUs to power ChatGPT",
    "OpenAI adds Google Cloud as supplier of computing power",
    "Apple to run Siri on Google's cloud servers, report says",
    "Meta to rely on Google Cloud for AI compute",
    "Snap moves AI workloads to Google Cloud in $650 million deal",
    "Perplexity to run inference on CoreWeave",
    "Mistral picks Azure to train its models",
    "Salesforce signs $2.5 billion cloud deal with Google",
    "Axe Compute wins $260 million GPU contract",
    "Northern Data buys $360 million of Nvidia GPUs from HPE",
    "Northern Data invests $360 million in GPUs from HPE",
)
# What ends is something else.
NOT_ENDED: Final = (
    "Anthropic drops peak-hour limits on Claude Code after SpaceX compute deal",
    "Anthropic removes rate limits after signing SpaceX compute deal",
    "Anthropic ends weekly usage caps thanks to SpaceX data center deal",
    "Anthropic lifts Claude limits as it takes over SpaceX's Colossus 1 capacity",
    "Anthropic scraps usage limits with new SpaceX compute",
    "Anthropic signs compute deal with SpaceX, doubles limits and removes peak-hour cuts",
    "Anthropic cuts prices after Google TPU deal",
    "OpenAI ends Microsoft exclusivity with $38 billion Amazon deal",
    "OpenAI breaks free of Microsoft with $300 billion Oracle contract",
    "Oracle cuts jobs as it builds data centers for OpenAI",
    "Meta halts hiring while signing $10 billion Google cloud deal",
    "Microsoft drops diesel from data centers leased to OpenAI",
    "OpenAI's deal with AMD ends Nvidia's dominance",
    "Nebius ends dependence on Yandex with $17 billion Microsoft deal",
    "CoreWeave stops mining crypto, signs $12 billion OpenAI contract",
    "TeraWulf quits bitcoin mining for $6.7 billion AI hosting deal with Fluidstack",
    "Cipher abandons bitcoin for AI with Amazon lease",
    "Anthropic ends its compute shortage with SpaceX deal",
    "Elon Musk drops feud with Anthropic, rents it Colossus",
    "Anthropic elimina límites de uso tras acuerdo con SpaceX",
    "Anthropic 与 SpaceX 达成算力协议，取消 Claude Code 高峰限制",
    "Anthropic、SpaceXと計算資源契約、Claudeの利用制限を撤廃",
    "앤트로픽, 스페이스X와 컴퓨팅 계약 체결…클로드 사용 제한 폐지",
    "Anthropic beendet Nutzungslimits nach Deal mit SpaceX",
    "Anthropic no longer short of compute after SpaceX agreement",
    "xAI gives up Colossus 1 to Anthropic in $5 billion a year deal",
    "SpaceX hands Colossus 1 to rival Anthropic, shutting down Grok training there",
)
NO_DEALS: Final = (
    "Nvidia and Dell back AI cloud startup Nscale at $2.4 billion value",
    "AMD buys Untether for $900 million to catch up with rival AI chips",
    "Brookfield commits $10 billion as AI data center race heats up",
    "Banks sell $3 billion debt for CoreWeave expansion",
    "Meta sells $30 billion of bonds to fund AI spending",
    "Oracle raises $18 billion in bond sale",
    "Blackstone closes $30 billion data center fund",
    "Brookfield launches $100 billion AI infrastructure program",
    "JPMorgan launches data center lending team",
    "Banks warn on data center debt boom",
    "Meta opens $800 million data center in Indiana",
    "Morgan Stanley sees $1.5 trillion financing gap for AI data centers",
    "Apple turns to Google for search deal",
    "Apple picks Google's Gemini to power Siri",
    "Apple explores using Anthropic's models in Siri",
    "OpenAI adds shopping to ChatGPT",
    "Microsoft integrates Anthropic models into Copilot",
    "Google Cloud adds Anthropic's Claude to Vertex AI",
    "CoreWeave prices $2 billion of senior notes",
    "Crusoe raises $1.4 billion in Series E",
    "{A} raises $2 billion in Series F led by {B}",
    "{A} closes $500 million funding round at $10 billion valuation",
    "{A} to spend $40 billion on data centers this year",
    "{A} plans $25 billion in capital expenditure on AI infrastructure",
    "{A} to build $3 billion data center in Texas",
    "{A} breaks ground on 500 MW data center campus in Ohio",
    "{A} reports record revenue as AI demand grows",
    "{A} shares fall 8% after earnings miss",
    "{A} stock jumps as {B} raises forecast",
    "{A} to acquire {B} for $9 billion",
    "{A} acquires AI startup for $1.1 billion",
    "{A} signs 500 MW power purchase agreement with NextEra",
    "{A} signs nuclear power deal with Constellation",
    "{A} unveils new AI chip to rival {B}",
    "{A} launches new model trained on 100,000 GPUs",
    "{A} sues {B} over trade secrets",
    "{A} names new chief financial officer from {B}",
    "{A} opens office in Singapore",
    "{A} signs content licensing deal with News Corp",
    "{A} integrates {B} models into its products",
    "{A} lays off 2,000 workers amid AI push",
    "{A} in talks to raise $10 billion at $300 billion valuation",
    "{A} files for IPO, seeks to raise $4 billion",
    "{A} sells $2 billion of convertible notes",
    "{A} prices $1.5 billion senior notes offering",
    "{A} secures $2.3 billion debt facility for expansion",
    "{A} gets planning approval for 200 MW data center",
    "{A} faces local opposition over planned data center",
    "{A} drops plan for data center in Wisconsin",
    "{A} supplies HBM memory to {B}",
    "{A} wins order to supply HBM4 to {B}",
    "{A} signs wafer supply agreement with TSMC",
    "{A} to source optical transceivers from Lumentum",
    "{A} CEO says compute shortage will persist until 2027",
    "{A} CEO meets president to discuss AI policy",
    "Analysts raise price target on {A} to $250",
    "Why {A} stock could double in 2026",
    "5 things to know about {A}",
    "What {A} earnings mean for {B}",
    "{A} vs {B}: which AI stock is the better buy?",
    "{A}, {B} lead tech selloff",
    "Senate panel questions {A} on energy use of data centers",
    "{A} hires {B} veteran to run cloud unit",
    "{A} researchers publish paper on training efficiency",
    "{A} releases open-weight model",
    "{A} offers free credits to startups",
    "{A} cuts prices of GPU instances by 40%",
    "{A} expands cloud region to Malaysia",
    "{A} invests $1 billion in India data center region",
    "{A} to invest $10 billion in Japan AI infrastructure over four years",
    "{A} pledges $50 billion for US data centers",
    "{A} buys land for data center in Arizona for $80 million",
    "{A} takes stake in AI startup Reflection",
    "{A} leads $300 million round in Lambda",
    "Data center vacancy hits record low",
    "Nvidia to ship Rubin chips in second half",
    "Export controls hit {A}'s China sales",
    "{A} signs agreement with government of Estonia to bring ChatGPT to schools",
    "{A} acquires 100-acre site for campus",
    "{A} completes $5 billion bond sale to fund AI build-out",
    "{A} orders 50 gas turbines from GE Vernova",
    "{A} signs deal for fuel cells with Bloom Energy",
    "{A} explores building its own chips",
    "{A} hit by outage",
    "{A} and {B} settle patent dispute",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader with the companies that come with Gigawatch."""
    return build_reader(builtin_companies())


@pytest.mark.parametrize(
    ("event", "headline"),
    [(event, headline) for event, headlines in EVENTS.items() for headline in headlines],
)
def test_a_plain_headline_tells_its_kind_of_news(event: str, headline: str, reader: Reader) -> None:
    """New, wider, unconfirmed, ended, denied, or talk about what is known."""
    titles = [headline.format(M="$30 billion", P="500 MW", **sides) for sides in SIDES]

    readings = [read_deal(title, "", reader) for title in titles]

    assert [(one.is_compute_deal, one.event) for one in readings] == [(True, event)] * len(SIDES)


@pytest.mark.parametrize("headline", DEALS)
def test_money_for_a_users_site_and_a_cloud_that_is_used_are_deals(
    headline: str, reader: Reader
) -> None:
    """Whether the lender is named or not, and whether a price is."""
    assert read_deal(headline, "", reader).is_compute_deal


@pytest.mark.parametrize("headline", NOT_ENDED)
def test_what_ends_beside_a_deal_does_not_end_it(headline: str, reader: Reader) -> None:
    """Limits, hiring, mining, feuds: a deal is no less signed for that."""
    told = read_deal(headline, "", reader)

    assert told.event not in {"cancelled", "denial"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Elon Musk has dropped his criticism of the lab, and paused new sign-ups.", "new"),
        ("The agreement was called off on Friday.", "cancelled"),
    ],
)
def test_an_end_in_a_text_must_be_the_deals(text: str, event: str, reader: Reader) -> None:
    """Much else is dropped or paused in what is told around a deal."""
    title = "Anthropic and SpaceX: 300 MW of Colossus 1 capacity"

    assert read_deal(title, text, reader).event == event


@pytest.mark.parametrize("headline", NO_DEALS)
def test_other_news_of_the_same_companies_is_no_deal(headline: str, reader: Reader) -> None:
    """Funding, earnings, takeovers, power, own sites, people, products, courts and opinions."""
    titles = [headline.format(A=one, B=other) for one, other in OTHERS]

    assert not any(read_deal(title, "", reader).is_compute_deal for title in titles)


@pytest.mark.parametrize(
    "title",
    [
        "Cipher jumps 20% on $5.5 billion lease with Mistral",
        "Anthropic bags 400 MW at TeraWulf's Kentucky campus",
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        "{}", "🚀 {}", "[News] {}", "Exclusive: {}", "{} - Reuters", "{}, boosting revenue outlook",
        "{}, raising antitrust questions", "{} as AI race heats up", "{} amid energy concerns",
        "Just days after earnings, {}",
    ],
)  # fmt: skip
def test_what_only_decks_a_headline_changes_no_side(title: str, around: str) -> None:
    """Labels, eye-catchers, publishers and the dollar's sign say nothing of the deal."""
    decked = around.format(title.replace("$", "US$"))

    assert told(decked) == told(title) != ""
