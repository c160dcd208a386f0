"""Hard cases of direction and sides, each from a sentence to who is what."""

from pathlib import Path

import pytest

from parsers.companies import find_mentions
from parsers.company_list import parse_companies
from parsers.frames.finding import Frame, find_frames
from parsers.frames.products import find_makes
from parsers.parties import find_parties
from parsers.reading import build_reader

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
Roles = set[tuple[str, str]]
LETTERS = {
    "b": "buyer", "s": "supplier", "i": "investor", "e": "investee", "d": "developer",
    "f": "financier", "p": "partner",
}  # fmt: skip


def frames_of(*sentences: str) -> list[Frame]:
    """Every frame of some sentences, in order."""
    return [
        frame
        for sentence in sentences
        for frame in find_frames(sentence, find_mentions(sentence, READER.index))
    ]


def roles(title: str, *sentences: str) -> Roles:
    """Who is what by a title and the sentences that follow it."""
    titled = tuple(dict.fromkeys(m.company for m in find_mentions(title, READER.index)))
    whole = "\n".join((title, *sentences))
    makes = find_makes(whole, find_mentions(whole, READER.index), READER.sectors)
    parties = find_parties(frames_of(title, *sentences), titled, READER.sectors, makes)
    return {(party.company, party.role) for party in parties}


def want(told: str) -> Roles:
    """Roles written short: "Meta b, Google s" (see `LETTERS`)."""
    pairs = [one.strip().rsplit(" ", 1) for one in told.split(",")]
    return {(company, LETTERS[letter]) for company, letters in pairs for letter in letters}


# --- the cases ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "Crusoe signs $5bn AI cloud deal with Meta, like rivals CoreWeave and Nebius",
            "Crusoe s, Meta b",
            id="case 12: peers",
        ),
        pytest.param(
            "Anthropic signs $35 billion cloud deal with Nvidia-backed Lambda",
            "Anthropic b, Lambda s",
            id="case 12: a backer",
        ),
        pytest.param(
            "Pimco y Blue Owl superan a Apollo y KKR y financian el data center de Meta",
            "Pimco f, Blue Owl f, Meta b",
            id="case 12: the beaten",
        ),
        pytest.param(
            "Microsoft rents the Crusoe data center after Oracle and OpenAI walked away",
            "Microsoft b, Crusoe s",
            id="who walked away",
        ),
        pytest.param(
            "OpenAI abandons lease in Norway; Microsoft takes over the capacity",
            "OpenAI b, Microsoft b",
            id="who takes over",
        ),
        pytest.param(
            "Banks to lend $15 billion for Google-backed Anthropic data center",
            "Google f, Anthropic b",
            id="who stands behind a data center",
        ),
        pytest.param(
            "AMD deal gives OpenAI warrants for up to 10% of AMD stock",
            "OpenAI b, AMD s, OpenAI i, AMD e",
            id="who gets warrants",
        ),
        pytest.param(
            "Nebius builds GPU cluster for Meta in New Jersey",
            "Nebius s, Meta b",
            id="a cluster built is served",
        ),
        pytest.param(
            "Oracle leases Abilene data center from Crusoe for OpenAI",
            "Oracle b, Crusoe s, OpenAI b",
            id="case 13: lessee and user",
        ),
        pytest.param(
            "Vantage builds a data center, Oracle leases it, OpenAI uses it",
            "Vantage Data Centers s, Oracle b, OpenAI b",
            id="case 13: pronouns",
        ),
        pytest.param(
            "OpenAI taps SB Energy to build and operate 1.2 GW data center",
            "OpenAI b, SB Energy d",
            id="case 13: developer",
        ),
        pytest.param(
            "Anthropic commits $100 billion to AWS", "Anthropic b, Amazon s", id="case 30: payer"
        ),
        pytest.param(
            "SpaceX committed to six-month Anthropic data center lease",
            "Anthropic b, SpaceX s",
            id="case 30: a weak verb turns nobody round",
        ),
        pytest.param(
            "AMD grants OpenAI warrants for up to 160 million shares under chip supply deal",
            "AMD se, OpenAI bi",
            id="case 33: warrants",
        ),
        pytest.param(
            "Nvidia invests $100 billion in OpenAI so that OpenAI can buy Nvidia chips",
            "Nvidia is, OpenAI be",
            id="case 34: circular",
        ),
        pytest.param(
            "Microsoft, Nvidia to invest up to $15 billion in Anthropic",
            "Microsoft is, Nvidia is, Anthropic be",
            id="case 54: two investors",
        ),
        pytest.param(
            "Microsoft, Nvidia and Anthropic sign compute deal",
            "Microsoft s, Nvidia s, Anthropic b",
            id="case 54: side by side",
        ),
    ],
)
def test_the_hard_cases_of_sides(title: str, expected: str) -> None:
    """Who is no side is left out, who is one gets the role the words give."""
    assert roles(title) == want(expected)


def test_a_supplier_between_two_keeps_its_first_role() -> None:
    """Case 13: who buys what it needs to serve the deal's buyer is that deal's supplier."""
    found = roles("Microsoft signs cloud deal with IREN", "IREN will buy servers from Dell.")

    assert found == want("Microsoft b, IREN s, Dell s")


# --- who moves what -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CoreWeave lands $14 billion order from Meta", "CoreWeave s, Meta b"),
        ("CoreWeave wins a contract from Meta", "CoreWeave s, Meta b"),
        ("OpenAI secures capacity from CoreWeave", "OpenAI b, CoreWeave s"),
        ("CoreWeave secured an $11.9bn cloud agreement with OpenAI", "CoreWeave s, OpenAI b"),
        ("Cipher Mining lands AWS as anchor tenant", "Cipher Mining s, Amazon b"),
        ("OpenAI is Broadcom's mystery $10 billion customer", "OpenAI b, Broadcom s"),
        ("Anthropic's 220,000-GPU SpaceX deal redraws landscape", "Anthropic b, SpaceX s"),
        ("Nvidia to lease Texas data center from Hut 8", "Nvidia b, Hut 8 s"),
        ("Nvidia signs lease with Hut 8", "Nvidia b, Hut 8 s"),
        ("Nvidia reportedly spends $50bn leasing a data center", "Nvidia b"),
        ("Hut 8 signs 15-year lease at River Bend", "Hut 8 s"),
        ("Hut 8 secures $9.8bn AI data center lease", "Hut 8 s"),
        ("Bitdeer in talks to lease Norway site to hyperscaler", "Bitdeer s"),
        ("CoreWeave to provide Nvidia chips to Google", "CoreWeave s, Google b"),
        ("Oracle to buy $40 billion of Nvidia chips for OpenAI", "Oracle b, Nvidia s, OpenAI b"),
        ("AMD and OpenAI partner to deploy 6 gigawatts of AMD GPUs", "AMD s, OpenAI b"),
        ("Microsoft to buy AI capacity in deal with Nebius", "Microsoft b, Nebius s"),
        ("SpaceX/xAI strike compute deal with Anthropic", "SpaceX s, xAI s, Anthropic b"),
        ("Jane Street signs up for AI cloud at CoreWeave", "Jane Street b, CoreWeave s"),
        ("The campus is leased by Oracle from Crusoe", "Oracle b, Crusoe s"),
        ("The GPUs will be hosted by CoreWeave for Meta", "CoreWeave s, Meta b"),
    ],
)
def test_verbs_beat_the_supply_chain_and_it_beats_hints(title: str, expected: str) -> None:
    """Buying, renting and supplying say it; signing, landing and securing leave it to the chain."""
    assert roles(title) == want(expected)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Core Scientific and AMD partner on gigawatt data centers", "Core Scientific p, AMD p"),
        ("OpenAI-Nvidia $100B deal canceled", "OpenAI p, Nvidia p"),
        ("Oracle and OpenAI scrap planned Abilene expansion", "Oracle p, OpenAI p"),
        ("CoreWeave and Poolside team up to build in Texas", "CoreWeave p, Poolside p"),
        ("Oracle and OpenAI scrap cloud deal", "Oracle s, OpenAI b"),
        ("Microsoft weighs lawsuit over deal between Amazon and OpenAI", "Amazon s, OpenAI b"),
        ("Microsoft evalúa acciones por acuerdo entre Amazon y OpenAI", "Amazon s, OpenAI b"),
    ],
)
def test_who_joins_is_a_partner_where_nothing_dealt_in_is_named(title: str, expected: str) -> None:
    """Cloud, chips and leases have a direction; a site of two, or an end, has none."""
    assert roles(title) == want(expected)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Google's backstops underpin $35 billion Anthropic chip deal", "Google f, Anthropic b"),
        ("Nvidia will co-sign OpenAI's $500 billion data center", "Nvidia f, OpenAI b"),
        ("OpenAI weighs leasing data center with Nvidia backing", "OpenAI b, Nvidia f"),
        ("OpenAI to lease data center, with Nvidia acting as guarantor", "OpenAI b, Nvidia f"),
        ("OpenAI leases campus with financial backing from Nvidia", "OpenAI b, Nvidia f"),
        ("Google takes stake in TeraWulf, backs Fluidstack's lease obligations",
         "Google if, TeraWulf e, Fluidstack b"),
        ("JPMorgan to lead $38 billion financing for Oracle data centers", "JPMorgan f, Oracle b"),
        ("CoreWeave gets $7.5 billion loan from Blackstone", "CoreWeave b, Blackstone f"),
        ("Macquarie to provide $5bn loan to Applied Digital", "Macquarie f, Applied Digital b"),
        ("Nvidia takes $5 billion stake in Nokia", "Nvidia i, Nokia e"),
    ],
)  # fmt: skip
def test_money_makes_financiers_and_investors(title: str, expected: str) -> None:
    """Who guarantees, arranges or lends does not supply; a stake is what it is in."""
    assert roles(title) >= want(expected)
    lenders = {name for name, role in roles(title) if role == "financier"}
    assert lenders.isdisjoint(name for name, role in roles(title) if role == "supplier")


def test_a_stake_is_in_the_other_of_two() -> None:
    """A text that names two, one of which takes "a stake", need not say in whom."""
    found = roles(
        "CoreWeave signs $11.9 billion contract with OpenAI",
        "CoreWeave has secured an agreement, with OpenAI set to acquire a stake in the startup.",
    )

    assert found == want("CoreWeave se, OpenAI bi")


# --- other languages ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("OpenAI cierra un acuerdo de 38.000 millones con Amazon", "OpenAI b, Amazon s"),
        ("Meta alquilará chips de Google", "Meta b, Google s"),
        ("Oracle suministrará a OpenAI 4,5 gigavatios", "Oracle s, OpenAI b"),
        ("Nvidia invertirá 100.000 millones de dólares en OpenAI", "Nvidia is, OpenAI be"),
        ("OpenAI anunció un acuerdo con Sur Energy para construir un centro de datos",
         "OpenAI b, Sur Energy d"),
        ("Microsoft mietet Rechenzentrum von Nscale", "Microsoft b, Nscale s"),
        ("Microsoft hat mit IREN einen Vertrag geschlossen", "Microsoft b, IREN s"),
        ("OpenAI kauft Rechenleistung bei Oracle", "OpenAI b, Oracle s"),
        ("AMD liefert OpenAI Chips", "AMD s, OpenAI b"),
        ("Nebius vermietet Rechenleistung an Microsoft", "Nebius s, Microsoft b"),
        ("OpenAI signe un contrat avec Oracle", "OpenAI b, Oracle s"),
        ("Nebius fournira à Microsoft des capacités", "Nebius s, Microsoft b"),
        ("Meta louera des puces de Google", "Meta b, Google s"),
        ("Microsoft huurt rekenkracht van Nebius", "Microsoft b, Nebius s"),
        ("Nebius levert rekenkracht aan Microsoft", "Nebius s, Microsoft b"),
        ("OpenAI fecha acordo de US$ 38 bilhões com a Amazon", "OpenAI b, Amazon s"),
        ("Microsoft affitta potenza di calcolo da Nebius", "Microsoft b, Nebius s"),
        ("Nvidia investirà 100 miliardi in OpenAI", "Nvidia is, OpenAI be"),
        ("OpenAI подписала контракт с Oracle", "OpenAI b, Oracle s"),
    ],
)  # fmt: skip
def test_other_languages_have_the_same_sides(title: str, expected: str) -> None:
    """Verbs, prepositions and word order of six languages more."""
    assert roles(title) == want(expected)


# --- whole texts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Nvidia to invest up to $40 billion in Anthropic",
            "The pact adds 5 gigawatts of Nvidia systems over five years.",
            "Nvidia is, Anthropic be",
            id="equity and what it buys",
        ),
        pytest.param(
            "Google and Meta look on",
            "OpenAI will rent 2,048 GPUs from CoreWeave for 18 months.",
            "OpenAI b, CoreWeave s",
            id="a title whose companies are no sides",
        ),
    ],
)
def test_the_text_may_say_more_than_its_title(title: str, text: str, expected: str) -> None:
    """The sides the text names count, not who merely stands in the title."""
    assert roles(title, text) == want(expected)


def test_what_is_replaced_is_no_side() -> None:
    """Case 44: capacity in place of other capacity has the sides of the new deal."""
    found = roles("OpenAI leases 2 GW from CoreWeave instead of Microsoft")

    assert found == want("OpenAI b, CoreWeave s")
