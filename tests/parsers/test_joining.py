"""What a further text does to known deals, and that only those it may concern need be looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.deals import assemble, told_at
from parsers.grouping import group
from parsers.joining import Placement, Search, find_pair, further_names, place, search_of
from parsers.types import Evidence, Role
from tests.texts import PAIR, ids, leg, told, told_texts

ALONE: tuple[tuple[str, Role], ...] = (("Anthropic", "buyer"),)
PRICE = replace(told(leg("100")), entry_id=1)
EQUITY = replace(told(leg("5", "investment", sides=("Amazon", "Anthropic")), days=40), entry_id=2)
WHOLE = replace(
    told(leg("100"), leg("5", "investment", sides=("Amazon", "Anthropic")), days=20), entry_id=3
)


def test_a_text_opens_a_deal_where_it_fits_none() -> None:
    """A text on others leaves a known deal alone."""
    other = replace(told(leg("3"), roles=(("Meta", "buyer"), ("Nebius", "supplier"))), entry_id=9)

    assert place(other, {"one": [PRICE]}) == (Placement(deal_id=None, texts=(other,)),)


def test_a_text_joins_the_deal_it_fits() -> None:
    """The deal keeps its name and gains a text."""
    again = replace(told(leg("100"), days=1), entry_id=9)

    assert place(again, {"one": [PRICE], "two": [EQUITY]}) == (
        Placement(deal_id="one", texts=(PRICE, again)),
    )


def test_a_text_ties_two_deals_into_the_earlier() -> None:
    """Who saw the earlier one finds it again, and the other in it."""
    assert place(WHOLE, {"late": [EQUITY], "early": [PRICE]}) == (
        Placement(deal_id="early", texts=(PRICE, WHOLE, EQUITY), absorbed=("late",)),
    )


def test_a_text_takes_over_what_fits_it_better() -> None:
    """A text without a figure goes to the nearer deal when that is told of."""
    vague = replace(told(days=50), entry_id=5)
    near = replace(told(leg("7"), days=60), entry_id=6)

    assert place(near, {"one": [PRICE, vague]}) == (
        Placement(deal_id=None, texts=(vague, near)),
        Placement(deal_id="one", texts=(PRICE,)),
    )


def test_a_lender_joins_the_loan_of_its_borrower() -> None:
    """The loan is found by its borrower, whatever lender the known text names."""
    roles: tuple[tuple[str, Role], ...] = (("Apollo", "financier"), ("Anthropic", "buyer"))
    known = replace(told(leg("35", "financing", sides=("Apollo", "Anthropic")), roles=roles))
    others: tuple[tuple[str, Role], ...] = (("Google", "financier"), ("Anthropic", "buyer"))
    further = replace(
        told(leg("35", "guarantee", sides=("Google", "Anthropic")), roles=others, days=4),
        entry_id=9,
    )

    search = search_of(further)

    assert search is not None
    assert set(search.alone) & set(further_names([known]))
    assert place(further, {"one": [known]}) == (Placement(deal_id="one", texts=(known, further)),)


def test_an_edit_divides_what_only_it_held_together() -> None:
    """Without the text that tied them two deals are two; one keeps the name, one is opened."""
    edited = replace(told(leg("100"), days=20), entry_id=3)

    assert place(edited, {"one": [PRICE, EQUITY]}, own="one") == (
        Placement(deal_id="one", texts=(PRICE, edited)),
        Placement(deal_id=None, texts=(EQUITY,)),
    )


def test_an_edit_to_something_else_leaves_its_deal_or_takes_it_along() -> None:
    """The name stays with most of the texts, and with the text itself where it was alone."""
    edited = replace(told(leg("3"), roles=(("Meta", "buyer"), ("Nebius", "supplier"))), entry_id=9)

    assert place(edited, {"one": []}, own="one") == (Placement(deal_id="one", texts=(edited,)),)
    assert place(edited, {"one": [PRICE, WHOLE]}, own="one") == (
        Placement(deal_id=None, texts=(edited,)),
        Placement(deal_id="one", texts=(PRICE, WHOLE)),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            told(leg("1"), roles=(("xAI", "buyer"), ("Nebius Group", "supplier")), named=("Dell",)),
            (("Dell", "Nebius", "SpaceX"), ("Nebius, alone", "SpaceX, alone"), True, 120),
            id="two sides and who else is named",
        ),
        pytest.param(
            told(leg("1"), roles=ALONE, named=("Dell",)),
            (("Anthropic",), ("Anthropic, alone",), False, 120),
            id="one side",
        ),
        pytest.param(
            told(event="cancelled"),
            (("Amazon", "Anthropic"), ("Amazon, alone", "Anthropic, alone"), True, 730),
            id="an end is told long after",
        ),
    ],
)
def test_where_a_text_is_looked_for(
    text: Evidence, found: tuple[tuple[str, ...], tuple[str, ...], bool, int]
) -> None:
    """By the houses it names, as far back as it may refer."""
    search = search_of(text)

    assert search is not None
    days = (told_at(text) - search.since).days
    assert (search.names, search.alone, search.several, days) == found


@pytest.mark.parametrize("roles", [ALONE, ()], ids=["one side", "no side"])
def test_a_text_that_tells_too_little_is_not_looked_for(
    roles: tuple[tuple[str, Role], ...],
) -> None:
    """One side without a figure fits nothing."""
    assert search_of(told(roles=roles)) is None


def test_a_deal_is_found_by_houses_and_by_lonely_sides() -> None:
    """What `search_of` looks for stands beside the deal's companies."""
    texts = (told(roles=(("xAI", "buyer"), ("Nebius Group", "supplier"))), told(roles=ALONE))

    assert further_names(texts) == ("Anthropic, alone", "Nebius", "SpaceX")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param(told(leg("1")), ("Anthropic", "Amazon"), id="payer and payee"),
        pytest.param(told(roles=(*PAIR, ("Dell", "supplier"))), ("Amazon", "Anthropic", "Dell"),
                     id="no leg"),
    ],
)  # fmt: skip
def test_the_pair_of_a_deal(text: Evidence, pair: tuple[str, ...]) -> None:
    """Who pays whom; all companies where that is not told."""
    assert find_pair(assemble([text])) == pair


# --- one by one ---------------------------------------------------------------------------------


def is_found(texts: Sequence[Evidence], search: Search) -> bool:
    """Whether a deal is among those a search asks the database for."""
    names = {party.company for text in texts for party in text.reading.parties}
    names |= set(further_names(texts))
    shared = len(names & set(search.names))
    lately = max(told_at(text) for text in texts) >= search.since
    enough = shared > 1 if search.several else shared > 0
    return lately and (enough or bool(names & set(search.alone)))


def joined(
    known: Mapping[str, Sequence[Evidence]], text: Evidence
) -> dict[str, tuple[Evidence, ...]]:
    """The known deals after a further text."""
    search = search_of(text)
    found = {
        name: texts
        for name, texts in known.items()
        if search is not None and is_found(texts, search)
    }
    after = {name: tuple(texts) for name, texts in known.items()}
    for number, one in enumerate(place(text, found)):
        for gone in one.absorbed:
            del after[gone]
        after[one.deal_id or f"{text.entry_id}-{number}"] = one.texts
    return after


@given(data=st.data())
def test_texts_one_by_one_make_the_deals_they_make_together(data: st.DataObject) -> None:
    """In whatever order texts come, and though each is laid beside few others, nothing differs."""
    texts = data.draw(st.permutations(data.draw(told_texts())))

    known: dict[str, tuple[Evidence, ...]] = {}
    for text in texts:
        known = joined(known, text)

    assert ids(tuple(known.values())) == ids(group(texts))
