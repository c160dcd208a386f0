"""Yes or no with a reason: a compute deal needs sides, an arrangement and compute."""

import pytest

from parsers.deal_words import ARRANGEMENT, COMPUTE, deal_words
from parsers.types import Party, Role
from parsers.verdict import decide_early, decide_verdict
from parsers.words import fold


def parties(*roles: tuple[str, Role]) -> tuple[Party, ...]:
    """Companies with their roles."""
    return tuple(Party(company=company, role=role) for company, role in roles)


PAIR = parties(("OpenAI", "buyer"), ("Oracle", "supplier"))
EQUITY = parties(
    ("Amazon", "investor"),
    ("Anthropic", "investee"),
    ("Amazon", "supplier"),
    ("Anthropic", "buyer"),
)


def test_a_yes_lists_what_it_stands_on() -> None:
    """The reasons name the parties and the words for the arrangement and the compute."""
    verdict = decide_verdict("OpenAI signs with Oracle", "The cloud.", titled=(), parties=PAIR)

    assert verdict.is_compute_deal
    assert verdict.reasons == (
        "parties: OpenAI (buyer), Oracle (supplier)",
        "an arrangement: “signs”",
        "compute: “cloud”",
    )


def test_equity_in_a_customer_implies_the_compute() -> None:
    """A supplier that invests in its buyer is told even where no chip or cloud is named."""
    verdict = decide_verdict("Amazon invests in Anthropic", "", titled=(), parties=EQUITY)

    assert verdict.is_compute_deal


@pytest.mark.parametrize(
    ("title", "sides", "is_deal"),
    [
        pytest.param("AMD-OpenAI: 6 gigawatts of Instinct", "pair", True, id="hyphen and power"),
        pytest.param("OpenAI x Oracle: $30bn of cloud", "pair", True, id="cross and money"),
        pytest.param("OpenAI near Oracle data centers", "pair", True, id="a lab and a site"),
        pytest.param("OpenAI and Oracle on clouds", "pair", False, id="neither figure nor site"),
        pytest.param("OpenAI and Oracle: 2 GW of compute", "two", True, id="a lab, one beside it"),
        pytest.param("OpenAI and Oracle: $2bn compute row", "two", False, id="money may be else"),
        pytest.param("Hyperscaler on 150 MW at Oracle halls", "one", True, id="a tenant unnamed"),
        pytest.param("Oracle with 150 MW of halls", "one", False, id="nobody on the other side"),
    ],
)
def test_two_who_trade_need_no_verb_beside_a_figure(
    title: str, sides: str, *, is_deal: bool
) -> None:
    """A buyer and its supplier in one title deal with each other, where it says how much."""
    told = {
        "pair": PAIR,
        "two": parties(("OpenAI", "partner"), ("Oracle", "partner")),
        "one": parties(("Oracle", "supplier")),
    }[sides]
    titled = tuple(party.company for party in told)

    verdict = decide_verdict(title, "", titled=titled, parties=told)

    assert verdict.is_compute_deal is is_deal
    assert is_deal is False or decide_early(title, "", titled=titled) is None


@pytest.mark.parametrize(
    ("title", "is_deal"),
    [
        pytest.param("Apple signs Google deal to put Gemini into Siri", False, id="model"),
        pytest.param("Gemini to be trained by Apple on Google TPUs under deal", True, id="chips"),
        pytest.param("ChatGPT maker signs Google cloud contract", True, id="maker of one"),
    ],
)
def test_a_model_is_no_compute(title: str, *, is_deal: bool) -> None:
    """A deal over a model is none over compute, but its maker may go by its name."""
    sides = parties(("Apple", "buyer"), ("Google", "supplier"))

    verdict = decide_verdict(title, "", titled=("Apple", "Google"), parties=sides)

    assert verdict.is_compute_deal is is_deal
    early = decide_early(title, "", titled=("Apple", "Google"))
    assert early == (None if is_deal else verdict)


@pytest.mark.parametrize(
    ("title", "is_deal"),
    [
        pytest.param("Oracle raises $10 billion for a data center", True, id="debt for a site"),
        pytest.param("Oracle raises $10 billion at a new valuation for GPUs", False, id="equity"),
        pytest.param("Oracle raises $10 billion in financing", False, id="for nothing named"),
    ],
)
def test_what_is_raised_for_one_lab_is_its_compute(title: str, *, is_deal: bool) -> None:
    """Debt for the site of a named lab is a deal; a funding round never is."""
    lead = "Oracle agreed the loan for a campus it leases to OpenAI."

    verdict = decide_verdict(title, lead, titled=("Oracle",), parties=PAIR)

    assert verdict.is_compute_deal is is_deal


def test_a_launch_of_gigawatts_for_another_is_a_deal() -> None:
    """What is launched by the gigawatt for a named customer is a site, no product."""
    verdict = decide_verdict(
        "Oracle unveils 2 GW campus for OpenAI", "", titled=("Oracle", "OpenAI"), parties=PAIR
    )

    assert verdict.is_compute_deal


def test_a_lab_that_goes_by_a_common_word_is_a_side() -> None:
    """A lab the company list cannot tell from a word still is the other side of a deal."""
    side = parties(("Voltage Park", "supplier"))

    verdict = decide_verdict(
        "Voltage Park to power Cursor with 16,000 H200s", "", titled=("Voltage Park",), parties=side
    )

    assert verdict.is_compute_deal


@pytest.mark.parametrize(
    ("title", "why"),
    [
        pytest.param("Oracle raises $3 billion for cloud halls", "a funding round", id="round"),
        pytest.param("OpenAI nears $500bn valuation", "a funding round", id="valuation"),
        pytest.param("Oracle backlog swells on AI contracts", "earnings", id="backlog"),
        pytest.param("Oracle shares jump on OpenAI contract", "a share move", id="shares"),
        pytest.param("AMD stock climbs 12% on chip deal", "a share move", id="stock"),
        pytest.param("Nvidia in takeover of chip firm", "a takeover", id="takeover"),
        pytest.param("Riot buys Crusoe in $9B data center deal", "a takeover", id="buys for"),
        pytest.param("Riot rallies with miners after Meta deal", "a share move", id="rallies"),
        pytest.param("Riot taps bond market after Meta lease", "a funding round", id="bonds"),
        pytest.param("Meta and Arm announce CPU designed for AI", "a product", id="own design"),
        pytest.param("Meta forms chip team", "one's own chips", id="chip team"),
        pytest.param("Meta与谷歌合建芯片厂", "parts, not compute", id="a fab, chinese"),
        pytest.param("OpenAI signs $1tn of compute deals this year", "many deals", id="total"),
        pytest.param("올해에만 메타, 컴퓨팅 계약 체결", "many deals", id="total, korean"),
        pytest.param("Meta signs nuclear contract", "power or gas supply", id="nuclear"),
        pytest.param("Musk sues OpenAI over compute", "a lawsuit", id="lawsuit"),
        pytest.param("AMD unveils a new GPU", "a product launch", id="launch"),
        pytest.param("Oracle layoffs hit cloud staff", "jobs or people", id="jobs"),
        pytest.param("Samsung signs HBM contract", "parts, not compute", id="memory"),
        pytest.param("Senators press for chip tariffs", "policy or rules", id="policy"),
        pytest.param("OpenAI signs content pact", "a licence or content", id="content"),
        pytest.param("Best deals on Nvidia GPUs", "shopping or how-to", id="shopping"),
    ],
)
def test_other_subjects_are_told_by_name(title: str, why: str) -> None:
    """A title about something else is no deal, and the reason quotes the telling word."""
    sides = parties(("OpenAI", "buyer"))

    verdict = decide_verdict(title, "They signed a cloud deal.", titled=("OpenAI",), parties=sides)

    assert not verdict.is_compute_deal
    assert len(verdict.reasons) == 1
    assert verdict.reasons[0].startswith(f"the title is about {why}")
    assert "“" in verdict.reasons[0]


@pytest.mark.parametrize(
    ("title", "is_deal"),
    [
        pytest.param("OpenAI hires Oracle under cloud contract", True, id="jobs"),
        pytest.param("OpenAI and Oracle launch compute partnership", True, id="launch"),
        pytest.param("OpenAI signs Oracle cloud contract despite chip ban", True, id="policy"),
        pytest.param("Oracle shares fall on OpenAI cloud contract", False, id="shares"),
        pytest.param("Oracle quarter lifted by OpenAI cloud contract", False, id="earnings"),
        pytest.param("OpenAI, Oracle in content deal for the cloud", False, id="content"),
    ],
)
def test_a_title_that_names_the_deal_outweighs_weak_subjects(title: str, *, is_deal: bool) -> None:
    """Two sides and a deal's noun beat a passing word; markets, earnings and content stay."""
    verdict = decide_verdict(title, "", titled=("OpenAI", "Oracle"), parties=PAIR)

    assert verdict.is_compute_deal is is_deal


def test_a_funding_word_is_no_bar_where_a_supplier_invests() -> None:
    """A supplier's equity is half of many compute deals: its valuation is told beside it.

    Without a word of compute a stake with a valuation is a round like any other.
    """
    stake = "Amazon invests in Anthropic at a new valuation"
    deal = "Amazon invests in Anthropic at a new valuation and sells it chips"

    assert decide_verdict(deal, "", titled=(), parties=EQUITY).is_compute_deal
    assert not decide_verdict(stake, "", titled=(), parties=EQUITY).is_compute_deal


@pytest.mark.parametrize(
    ("title", "lead", "titled", "sides", "reason"),
    [
        pytest.param(
            "A bakery signs cloud deal", "", (), (), "no company we know is named", id="nobody"
        ),
        pytest.param(
            "Oracle and OpenAI on compute", "A fine day.", ("Oracle",), PAIR,
            "no arrangement between two sides is told", id="no arrangement",
        ),
        pytest.param(
            "A look at compute", "OpenAI signed with Oracle.", (), PAIR,
            "no arrangement between two sides is told", id="deal in passing, nobody in the title",
        ),
        pytest.param(
            "OpenAI and Oracle sign", "A pact on marketing.", ("Oracle",), PAIR,
            "no compute is named: no cloud, chips, data centre or power", id="no compute",
        ),
        pytest.param(
            "Oracle commits to more data centers", "", ("Oracle",), parties(("Oracle", "buyer")),
            "one company's own plan: no other side is named or implied", id="own plan",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(
    title: str, lead: str, titled: tuple[str, ...], sides: tuple[Party, ...], reason: str
) -> None:
    """Each thing a deal needs has its own one-line reason when it is not there."""
    verdict = decide_verdict(title, lead, titled=titled, parties=sides)

    assert (verdict.is_compute_deal, verdict.reasons) == (False, (reason,))


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        pytest.param("Galaxy signs tenant for data center", "", id="a tenant"),
        pytest.param(
            "Galaxy wins data center work", "A hyperscaler is behind it.", id="in the lead"
        ),
    ],
)
def test_an_unnamed_other_side_is_enough(title: str, lead: str) -> None:
    """One named side will do where the words imply another: a tenant, a client, a hyperscaler."""
    verdict = decide_verdict(
        title, lead, titled=("Galaxy",), parties=parties(("Galaxy", "supplier"))
    )

    assert verdict.is_compute_deal


def test_a_deal_told_in_the_lead_counts_for_a_titled_company() -> None:
    """A coy headline is read with its first sentences."""
    verdict = decide_verdict(
        "OpenAI thinks big", "It agreed to rent GPUs.", titled=("OpenAI",), parties=PAIR
    )

    assert verdict.is_compute_deal


@pytest.mark.parametrize(
    ("title", "lead", "is_deal"),
    [
        pytest.param(
            "Riot signs $9B deal", "The all-stock deal joins two clouds.", False, id="stock"
        ),
        pytest.param(
            "Riot signs lease", "It agreed to acquire the cloud firm.", True, id="a lease"
        ),
        pytest.param("OpenAI on a campus", "It signed a lease for it.", True, id="a site"),
        pytest.param("OpenAI on a campus", "It saw a lease for it.", False, id="unsigned"),
    ],
)
def test_a_lead_tells_what_its_title_means(title: str, lead: str, *, is_deal: bool) -> None:
    """A deal may turn out a takeover, and a plain site a signed lease."""
    sides = parties(("OpenAI", "buyer"))
    told = PAIR if "signs" in title else sides

    verdict = decide_verdict(title, lead, titled=("OpenAI",), parties=told)

    assert verdict.is_compute_deal is is_deal


def test_chips_bought_by_number_have_a_seller() -> None:
    """Who secures a maker's chips by the thousand has them from it, whoever it is."""
    verdict = decide_verdict(
        "Norway secures 20,000 Nvidia GPUs", "", titled=("Nvidia",), parties=()
    )

    assert verdict.is_compute_deal


# --- early --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "lead", "is_decided"),
    [
        pytest.param("Nvidia shares soar", "", True, id="another subject"),
        pytest.param("Nvidia shares soar on a deal", "", True, id="another, whatever it names"),
        pytest.param("Galaxy sues over a lease", "", False, id="a deal is named"),
        pytest.param("OpenAI raises $5 billion", "", False, id="a funding round may be a deal"),
        pytest.param("OpenAI thinks big", "It is about GPUs.", True, id="no arrangement"),
        pytest.param("OpenAI thinks big", "It agreed to rent GPUs.", False, id="in the lead"),
    ],
)
def test_an_early_verdict_is_the_verdict(title: str, lead: str, is_decided: bool) -> None:
    """Where the words alone decide, nobody need look who the parties are."""
    early = decide_early(title, lead, titled=("OpenAI",))

    assert (early is not None) is is_decided
    for sides in ((), PAIR):
        verdict = decide_verdict(title, lead, titled=("OpenAI",), parties=sides)
        assert early in {None, verdict}


# --- the tables ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["Compute", "data-centers", "3.5GW", "900 MW", "GB300", "B200s", "hyperscalers", "算力",
     "データセンター", "데이터센터를",
     "centro de datos", "Rechenzentrum", "rekenkracht", "дата-центры"],
)  # fmt: skip
def test_compute_is_known_in_many_scripts(text: str) -> None:
    """Words, units, models and eight languages name what is bought."""
    assert deal_words(COMPUTE).search(fold(text))


@pytest.mark.parametrize(
    "text", ["computer says no", "recloud", "chipotle", "fig. 5 gwen", "capacityless"]
)
def test_parts_of_words_are_no_compute(text: str) -> None:
    """Latin rows match whole words only."""
    assert not deal_words(COMPUTE).search(text)


@pytest.mark.parametrize("text", ["dealer", "signal", "leash", "landscape", "winsome"])
def test_parts_of_words_are_no_arrangement(text: str) -> None:
    """A dealer makes no deal and a signal signs nothing."""
    assert not deal_words(ARRANGEMENT).search(text)
