"""Verbs and their sides: who acts, who is acted on, and when a preposition turns it round."""

import pytest

from parsers.frames.finding import Frame, find_frames
from parsers.types import Mention

Told = tuple[str, tuple[str, ...], tuple[str, ...]]
NAMES = (
    "Amazon", "AMD", "Blackstone", "CoreWeave", "Crusoe", "Google", "Meta", "Nvidia", "OpenAI",
    "Oracle", "Order Labs",
)  # fmt: skip


def mentions_in(sentence: str) -> list[Mention]:
    """Each of `NAMES` where it first stands, last one first: order is the reader's business."""
    found = [(name, sentence.find(name)) for name in reversed(NAMES) if name in sentence]
    return [
        Mention(company=name, text=name, kind="name", start=start, end=start + len(name))
        for name, start in found
    ]


def told(sentence: str) -> list[Told]:
    """Kind, subjects and objects of every frame."""
    frames = find_frames(sentence, mentions_in(sentence))
    return [(frame.kind, frame.subjects, frame.objects) for frame in frames]


def test_a_frame_says_where_its_verb_stands() -> None:
    """The whole value: kind, verb in small letters, sides, and the verb's place."""
    frames = find_frames("Meta Buys chips from AMD", mentions_in("Meta Buys chips from AMD"))

    assert frames == (
        Frame(kind="buy", verb="buys", subjects=("Meta",), objects=("AMD",), start=5, end=9),
    )


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        pytest.param("Meta orders chips from AMD", ("buy", ("Meta",), ("AMD",)), id="buy"),
        pytest.param("AMD sells Meta six gigawatts", ("sell", ("AMD",), ("Meta",)), id="sell"),
        pytest.param(
            "OpenAI rents halls from Oracle", ("lease", ("OpenAI",), ("Oracle",)), id="in"
        ),
        pytest.param("Crusoe rents out halls to Meta", ("sell", ("Crusoe",), ("Meta",)), id="out"),
        pytest.param("Crusoe leases halls to Oracle", ("sell", ("Crusoe",), ("Oracle",)), id="to"),
        pytest.param(
            "Oracle leases halls from Crusoe", ("lease", ("Oracle",), ("Crusoe",)), id="from"
        ),
        pytest.param("Nvidia invests in OpenAI", ("invest", ("Nvidia",), ("OpenAI",)), id="invest"),
        pytest.param(
            "Amazon takes a 5% stake in OpenAI", ("invest", ("Amazon",), ("OpenAI",)), id="stake"
        ),
        pytest.param(
            "Blackstone lends money to CoreWeave",
            ("finance", ("Blackstone",), ("CoreWeave",)),
            id="lend",
        ),
        pytest.param(
            "Google backstops rent owed by CoreWeave",
            ("guarantee", ("Google",), ("CoreWeave",)),
            id="guarantee",
        ),
        pytest.param("Crusoe built a site for Oracle", ("build", ("Crusoe",), ("Oracle",)), id="d"),
        pytest.param("Meta and Google inked a pact", ("agree", ("Meta", "Google"), ()), id="agree"),
        pytest.param("Amazon invierte en OpenAI", ("invest", ("Amazon",), ("OpenAI",)), id="es"),
    ],
)
def test_word_order_tells_who_does_what(sentence: str, frame: Told) -> None:
    """The nearest company before a verb acts, the nearest after it is acted on."""
    assert told(sentence)[0] == frame


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        pytest.param(
            "The campus is leased by OpenAI from Oracle",
            ("lease", ("OpenAI",), ("Oracle",)),
            id="passive",
        ),
        pytest.param(
            "CoreWeave was bought into by Nvidia",
            ("invest", ("Nvidia",), ("CoreWeave",)),
            id="bought",
        ),
        pytest.param(
            "Meta said chips supplied by AMD matter", ("sell", ("AMD",), ("Meta",)), id="no be"
        ),
        pytest.param(
            "Crusoe secured land for Oracle", ("agree", ("Crusoe",), ("Oracle",)), id="buys for"
        ),
    ],
)
def test_prepositions_turn_the_direction(sentence: str, frame: Told) -> None:
    """A passive's "by" names who acts; what is bought "for" someone leaves the direction open."""
    assert told(sentence)[0] == frame


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        pytest.param(
            "OpenAI gets another $5 billion from Amazon",
            ("invest", ("Amazon",), ("OpenAI",)),
            id="gets money from",
        ),
        pytest.param(
            "OpenAI gets chips from Amazon", ("buy", ("OpenAI",), ("Amazon",)), id="gets chips from"
        ),
        pytest.param(
            "OpenAI rents chips from Amazon for $5 billion",
            ("lease", ("OpenAI",), ("Amazon",)),
            id="rents from",
        ),
        pytest.param(
            "OpenAI buys chips from Amazon", ("buy", ("OpenAI",), ("Amazon",)), id="buys from"
        ),
        pytest.param(
            "Nvidia invests $10 billion and Amazon $5 billion in OpenAI",
            ("invest", ("Nvidia",), ("OpenAI",)),
            id="a second giver is no taker",
        ),
        pytest.param(
            "Nvidia invests $10 billion and Amazon $5 billion",
            ("invest", ("Nvidia",), ()),
            id="two",
        ),
    ],
)
def test_money_goes_into_somebody(sentence: str, frame: Told) -> None:
    """Who gets a sum "from" another is invested in; only what stands after "in" takes."""
    assert told(sentence)[0] == frame


def test_the_end_of_another_clause_does_not_act() -> None:
    """In "invests in A, and B will rent" it is B alone who rents."""
    frames = told("Nvidia invests in OpenAI, and Meta rents from Google")

    assert frames[-1] == ("lease", ("Meta",), ("Google",))


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        pytest.param("Meta, Google and OpenAI sign", ("Meta", "Google", "OpenAI"), id="list"),
        pytest.param("Meta & Google sign", ("Meta", "Google"), id="and sign"),
        pytest.param("Nvidia/AMD sign", ("Nvidia", "AMD"), id="slash"),
        pytest.param("Meta as well as AMD sign", ("Meta", "AMD"), id="as well as"),
        pytest.param("Meta, rival of Google, signs", ("Google",), id="not a list"),
    ],
)
def test_companies_listed_together_act_together(sentence: str, sides: tuple[str, ...]) -> None:
    """A list is one side; words between two names end it."""
    assert told(sentence) == [("agree", sides, ())]


def test_a_loose_participle_belongs_to_the_sentences_subject() -> None:
    """In "A deepens its work with B, committing …" it is A who commits, to B."""
    frames = told("Meta tightens its bond with Google, reportedly committing $9bn")

    assert frames == [("buy", ("Meta",), ("Google",))]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Order Labs grows", id="verb inside a name"),
        pytest.param("They signed a lease", id="nobody we know"),
        pytest.param("Meta grows", id="no verb of ours"),
        pytest.param("Meta has a landscape and a spender", id="parts of words"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_frame_without_a_verb_and_a_company(sentence: str) -> None:
    """A verb alone tells nothing, and a word of a company's name is no verb."""
    assert told(sentence) == []


def test_a_company_is_never_on_both_sides() -> None:
    """A firm that is named before and after its verb acts; it does not deal with itself."""
    sentence = "Meta buys what Meta needs"
    twice = [
        Mention(company="Meta", text="Meta", kind="name", start=start, end=start + 4)
        for start in (0, 15)
    ]

    frames = find_frames(sentence, twice)

    assert [(frame.subjects, frame.objects) for frame in frames] == [(("Meta",), ())]
