"""Roles: from what the verbs say, else from each company's place in the supply chain."""

from dataclasses import replace

import pytest

from parsers.frames.finding import Frame, FrameKind
from parsers.parties import find_parties
from parsers.trades import buys_from

Roles = set[tuple[str, str]]
SECTORS = {
    "Lab": "lab", "Second Lab": "lab", "Retailer": "buyer", "Cloud": "cloud",
    "Neocloud": "neocloud", "Second": "neocloud", "Miner": "miner", "Site": "sites",
    "Servers": "servers", "Chips": "chips", "Bank": "finance", "Carrier": "telecom",
    "Maker": "other",
}  # fmt: skip


def frame(kind: FrameKind, subjects: str, objects: str = "") -> Frame:
    """A frame; several companies of one side are separated by "+"."""
    return Frame(
        kind=kind,
        verb=kind,
        subjects=tuple(filter(None, subjects.split("+"))),
        objects=tuple(filter(None, objects.split("+"))),
        start=0,
        end=1,
    )


def told(kind: FrameKind, verb: str, subjects: str, objects: str) -> Frame:
    """A frame with a verb of its own."""
    return replace(frame(kind, subjects, objects), verb=verb)


def roles(*frames: Frame, titled: tuple[str, ...] = ()) -> Roles:
    """Who is what, without order."""
    return {(p.company, p.role) for p in find_parties(frames, titled, SECTORS)}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            frame("buy", "Lab", "Chips"), {("Lab", "buyer"), ("Chips", "supplier")}, id="buy"
        ),
        pytest.param(
            frame("sell", "Site", "Cloud"), {("Site", "supplier"), ("Cloud", "buyer")}, id="sell"
        ),
        pytest.param(
            frame("lease", "Cloud", "Miner"),
            {("Cloud", "buyer"), ("Miner", "supplier")},
            id="lease",
        ),
        pytest.param(
            frame("build", "Site", "Lab"), {("Site", "developer"), ("Lab", "buyer")}, id="build"
        ),
        pytest.param(
            frame("guarantee", "Cloud", "Neocloud"),
            {("Cloud", "financier"), ("Neocloud", "buyer")},
            id="guarantee",
        ),
        pytest.param(
            frame("finance", "Bank", "Neocloud"),
            {("Bank", "financier"), ("Neocloud", "buyer")},
            id="finance",
        ),
        pytest.param(
            frame("buy", "Bank", "Chips"), {("Bank", "buyer"), ("Chips", "supplier")}, id="bank"
        ),
        pytest.param(
            frame("buy", "Chips", "Lab"),
            {("Chips", "buyer"), ("Lab", "supplier")},
            id="the words win over the supply chain",
        ),
        pytest.param(
            frame("buy", "Lab+Retailer", "Cloud"),
            {("Lab", "buyer"), ("Retailer", "buyer"), ("Cloud", "supplier")},
            id="two buyers",
        ),
    ],
)
def test_a_verb_gives_both_sides_their_roles(told: Frame, expected: Roles) -> None:
    """What the sentence says decides; a bank lends whatever the verb."""
    assert roles(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            frame("invest", "Chips", "Lab"),
            {("Chips", "investor"), ("Lab", "investee"), ("Chips", "supplier"), ("Lab", "buyer")},
            id="a supplier invests in its customer",
        ),
        pytest.param(
            frame("invest", "Bank", "Lab"),
            {("Bank", "investor"), ("Lab", "investee")},
            id="an outsider only invests",
        ),
        pytest.param(frame("invest", "Bank"), set(), id="nobody to invest in"),
    ],
)
def test_equity_follows_the_supply_chain(told: Frame, expected: Roles) -> None:
    """Who invests in a customer supplies it too: two flows, never netted."""
    assert roles(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            frame("agree", "Cloud+Lab"),
            {("Lab", "buyer"), ("Cloud", "supplier")},
            id="either order",
        ),
        pytest.param(
            frame("agree", "Site", "Neocloud+Bank"),
            {("Neocloud", "buyer"), ("Site", "supplier"), ("Bank", "financier")},
            id="a bank among them",
        ),
        pytest.param(
            frame("buy", "Lab"),
            set(),
            id="one side alone gives no role but leaves the title to ask",
        ),
    ],
)
def test_where_words_are_silent_the_supply_chain_speaks(told: Frame, expected: Roles) -> None:
    """Labs buy from clouds, clouds from hosts, hosts from chip makers."""
    assert roles(told) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Lab", "Cloud", True),
        ("Cloud", "Lab", False),
        ("Retailer", "Neocloud", True),
        ("Cloud", "Site", True),
        ("Site", "Chips", True),
        ("Carrier", "Servers", True),
        ("Lab", "Second Lab", None),
        ("Lab", "Bank", None),
        ("Lab", "A stranger", None),
    ],
)
def test_the_usual_direction(first: str, second: str, expected: bool | None) -> None:
    """Known only where the two stand apart on the supply chain."""
    assert buys_from(first, second, SECTORS) is expected


def test_what_was_said_first_stands() -> None:
    """Nobody buys back from the one it sells to: the title's frame comes first."""
    found = roles(frame("buy", "Lab", "Cloud"), frame("buy", "Cloud", "Lab"))

    assert found == {("Lab", "buyer"), ("Cloud", "supplier")}


def test_a_guess_never_contradicts_what_was_said() -> None:
    """Where a verb made a company the buyer, the supply chain does not make it a supplier too."""
    found = roles(frame("buy", "Cloud", "Site"), frame("agree", "Cloud+Lab"))

    assert ("Cloud", "buyer") in found
    assert ("Cloud", "supplier") not in found


@pytest.mark.parametrize(
    ("frames", "titled", "expected"),
    [
        pytest.param((), ("Site",), {("Site", "supplier")}, id="a host alone"),
        pytest.param((), ("Lab",), {("Lab", "buyer")}, id="a lab alone"),
        pytest.param((), ("Stranger",), {("Stranger", "buyer")}, id="a stranger alone"),
        pytest.param(
            (), ("Chips", "Cloud"), {("Cloud", "buyer"), ("Chips", "supplier")}, id="two by rank"
        ),
        pytest.param(
            (), ("Lab", "Second Lab"), {("Lab", "partner"), ("Second Lab", "partner")}, id="equals"
        ),
        pytest.param(
            (frame("buy", "Lab", "Cloud"),),
            ("Lab", "Cloud", "Chips"),
            {("Lab", "buyer"), ("Cloud", "supplier"), ("Chips", "supplier")},
            id="a third beside a pair",
        ),
        pytest.param(
            (frame("buy", "Lab", "Cloud"),),
            ("Lab", "Maker"),
            {("Lab", "buyer"), ("Cloud", "supplier"), ("Maker", "partner")},
            id="a third of unknown trade",
        ),
        pytest.param((), ("Bank", "Maker"), {("Bank", "financier"), ("Maker", "buyer")}, id="lent"),
    ],
)
def test_everyone_in_the_title_takes_part(
    frames: tuple[Frame, ...], titled: tuple[str, ...], expected: Roles
) -> None:
    """Who is named in the title and in no frame gets a role by rank, else is a partner."""
    assert roles(*frames, titled=titled) == expected


def test_nobody_makes_no_parties() -> None:
    """A text without frames and names has no parties."""
    assert find_parties((), (), SECTORS) == ()


# --- what weighs more ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        pytest.param(
            (frame("agree", "Lab", "Cloud"), frame("sell", "Lab", "Cloud")),
            {("Cloud", "buyer"), ("Lab", "supplier")},
            id="a verb beats the chain",
        ),
        pytest.param(
            (frame("sell", "Lab", "Cloud"), *[frame("buy", "Lab", "Cloud")] * 2),
            {("Lab", "buyer"), ("Cloud", "supplier")},
            id="of two verbs the more frequent",
        ),
        pytest.param(
            (told("agree", "signs", "Chips", "Site"), told("agree", "lease", "Chips", "Site")),
            {("Chips", "buyer"), ("Site", "supplier")},
            id="a lease is the owner's to give",
        ),
        pytest.param(
            (told("agree", "lease", "Neocloud", "Second"),),
            {("Second", "buyer"), ("Neocloud", "supplier")},
            id="who announces a lease between equals gives it",
        ),
        pytest.param(
            (told("agree", "wins", "Nobody", "Stranger"),),
            {("Stranger", "buyer"), ("Nobody", "supplier")},
            id="who wins serves",
        ),
        pytest.param(
            (told("agree", "cloud deal", "Nobody", "Stranger"),),
            {("Nobody", "buyer"), ("Stranger", "supplier")},
            id="who signs for cloud gets it",
        ),
        pytest.param(
            (told("agree", "signs", "Stranger", "Lab"),),
            {("Lab", "buyer"), ("Stranger", "supplier")},
            id="a lab's other side serves",
        ),
        pytest.param(
            (told("agree", "signs", "Site", "Stranger"),),
            {("Stranger", "buyer"), ("Site", "supplier")},
            id="a host's other side is served",
        ),
        pytest.param(
            (frame("agree", "Nobody+Stranger+Third"),), set(), id="three strangers tell nothing"
        ),
    ],
)
def test_the_heavier_telling_wins(frames: tuple[Frame, ...], expected: Roles) -> None:
    """Verbs that name both sides, then sites and the supply chain, then words that hint."""
    assert roles(*frames) == expected


@pytest.mark.parametrize(
    ("frames", "titled", "expected"),
    [
        pytest.param((frame("buy", "Chips"),), ("Chips",), {("Chips", "buyer")}, id="buys"),
        pytest.param((frame("sell", "Lab"),), ("Lab",), {("Lab", "supplier")}, id="sells"),
        pytest.param((frame("sell", "", "Site"),), ("Site",), {("Site", "buyer")}, id="is sold to"),
        pytest.param((frame("lease", "Site"),), ("Site",), {("Site", "supplier")}, id="lets"),
        pytest.param((), ("Bank",), {("Bank", "financier")}, id="a bank"),
    ],
)
def test_a_company_alone_has_the_role_of_its_verb(
    frames: tuple[Frame, ...], titled: tuple[str, ...], expected: Roles
) -> None:
    """One side is named, and one verb tells what it does; else its trade does."""
    assert roles(*frames, titled=titled) == expected


def test_who_is_named_in_passing_is_no_party() -> None:
    """A company of the title that only stands aside has no role."""
    found = roles(frame("buy", "Lab", "Cloud"), frame("aside", "Chips"), titled=("Lab", "Chips"))

    assert found == {("Lab", "buyer"), ("Cloud", "supplier")}


@pytest.mark.parametrize(
    ("told_by", "expected"),
    [
        pytest.param(
            frame("build", "Lab", "Site"),
            {("Site", "developer"), ("Lab", "buyer")},
            id="with a host",
        ),
        pytest.param(frame("build", "Lab", "Chips"), set(), id="with a chip maker"),
        pytest.param(frame("build", "Site"), set(), id="alone"),
    ],
)
def test_a_lab_has_its_sites_built(told_by: Frame, expected: Roles) -> None:
    """Who builds with a host gets what the host builds; makers of chips build no sites."""
    assert roles(told_by) == expected


def test_a_builder_is_no_supplier_too() -> None:
    """Who is picked to build is the developer; who builds what it buys stays the buyer."""
    picked = roles(frame("buy", "Lab", "Site"), frame("build", "Site", "Lab"))
    buying = roles(frame("buy", "Site", "Chips"), frame("build", "Site", "Lab"))

    assert picked == {("Lab", "buyer"), ("Site", "developer")}
    assert ("Site", "buyer") in buying
    assert ("Site", "developer") not in buying


def test_joining_without_a_trade_makes_partners() -> None:
    """Two that join, in the title too, are partners; a trade told elsewhere says more."""
    joined = frame("join", "Lab+Site")

    assert roles(joined, titled=("Lab", "Site")) == {("Lab", "partner"), ("Site", "partner")}
    assert roles(joined, frame("buy", "Lab", "Site")) == {("Lab", "buyer"), ("Site", "supplier")}
