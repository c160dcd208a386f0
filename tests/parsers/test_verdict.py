"""Yes or no with a reason: a compute deal needs sides, an arrangement and compute."""

import pytest

from parsers.deal_words import ARRANGEMENT, COMPUTE, deal_pattern
from parsers.types import Party, Role
from parsers.verdict import decide_early, decide_verdict


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
    ("title", "why"),
    [
        pytest.param("Oracle raises $3 billion for cloud halls", "a funding round", id="round"),
        pytest.param("OpenAI nears $500bn valuation", "a funding round", id="valuation"),
        pytest.param("Oracle backlog swells on AI contracts", "earnings", id="backlog"),
        pytest.param("Oracle shares jump on OpenAI contract", "a share move", id="shares"),
        pytest.param("AMD stock climbs 12% on chip deal", "a share move", id="stock"),
        pytest.param("Nvidia in takeover of chip firm", "a takeover", id="takeover"),
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
    """A supplier's equity is half of many compute deals: its valuation is told beside it."""
    title = "Amazon invests in Anthropic at a new valuation"

    assert decide_verdict(title, "", titled=(), parties=EQUITY).is_compute_deal


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
    assert deal_pattern(COMPUTE).search(text)


@pytest.mark.parametrize(
    "text", ["computer says no", "recloud", "chipotle", "fig. 5 gwen", "capacityless"]
)
def test_parts_of_words_are_no_compute(text: str) -> None:
    """Latin rows match whole words only."""
    assert not deal_pattern(COMPUTE).search(text)


@pytest.mark.parametrize("text", ["dealer", "signal", "leash", "landscape", "winsome"])
def test_parts_of_words_are_no_arrangement(text: str) -> None:
    """A dealer makes no deal and a signal signs nothing."""
    assert not deal_pattern(ARRANGEMENT).search(text)
