"""Grammar of frames beyond plain verbs: nouns, asides, makes, givers of money, and what is got."""

import pytest

from parsers.frames.finding import find_frames
from parsers.frames.products import find_makes
from parsers.types import Mention

Told = tuple[str, tuple[str, ...], tuple[str, ...]]
NAMES = (
    "Amazon", "AMD", "Anthropic", "Apollo", "Blackstone", "Cipher", "CoreWeave", "Crusoe",
    "Fluidstack", "Google", "KKR", "Lambda", "Meta", "Nvidia", "OpenAI", "Oracle", "Pimco",
)  # fmt: skip


def mentions_in(sentence: str) -> list[Mention]:
    """Each of `NAMES` at every place it stands."""
    found = [
        (name, place)
        for name in NAMES
        for place in range(len(sentence))
        if sentence.startswith(name, place)
    ]
    return [
        Mention(company=name, text=name, kind="name", start=start, end=start + len(name))
        for name, start in sorted(found, key=lambda one: one[1])
    ]


def told(sentence: str) -> list[Told]:
    """Kind, subjects and objects of every frame, asides left out."""
    frames = find_frames(sentence, mentions_in(sentence))
    return [(f.kind, f.subjects, f.objects) for f in frames if f.kind != "aside"]


def asides(sentence: str) -> set[str]:
    """The companies a sentence names in passing."""
    frames = find_frames(sentence, mentions_in(sentence))
    return {name for frame in frames if frame.kind == "aside" for name in frame.subjects}


@pytest.mark.parametrize(
    ("sentence", "passing"),
    [
        ("Pimco beats Apollo and KKR to finance Meta", {"Apollo", "KKR"}),
        ("Meta rents chips, unlike Google", {"Google"}),
        ("OpenAI diversifies away from Nvidia with AMD", {"Nvidia"}),
        ("Lambda, backed by Nvidia, signs Meta", {"Nvidia"}),
        ("Nvidia-backed Lambda signs Meta", {"Nvidia"}),
        ("Lambda wins Meta, joining Google", {"Google"}),
        ("OpenAI signs Oracle as Google's rivals grow", {"Google"}),
        ("OpenAI turns to Amazon, loosening Oracle ties", {"Oracle"}),
        ("A deal between Amazon and OpenAI irks Google", {"Google"}),
        ("A lease backed by Google gives Cipher room", set()),
        ("A lease for Cipher, backed by a Google guarantee", set()),
        ("Meta rents chips from Google", set()),
    ],
)
def test_who_is_named_in_passing_is_no_side(sentence: str, passing: set[str]) -> None:
    """Rivals, who backs a company, the beaten, the left: they stand aside."""
    assert asides(sentence) == passing


@pytest.mark.parametrize(
    ("text", "makes"),
    [
        ("OpenAI rents Nvidia GPUs", {"Nvidia"}),
        ("OpenAI rents Nvidia's (Nvidia) latest Blackwell chips", {"Nvidia"}),
        ("OpenAI alquila chips especializados de IA de Nvidia", {"Nvidia"}),
        ("OpenAI rents servers made by Nvidia", {"Nvidia"}),
        ("Nvidia rents Nvidia GPUs", set()),
        ("OpenAI rents Google TPUs", set()),
    ],
)
def test_a_make_is_named_only_with_its_product(text: str, makes: set[str]) -> None:
    """Only makers of chips, and only if they never act."""
    sectors = {"Nvidia": "chips", "AMD": "chips", "Google": "cloud"}

    assert find_makes(text, mentions_in(text), sectors) == makes


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        pytest.param(
            "An order from Meta lifts CoreWeave", ("sell", (), ("Meta",)), id="an order from"
        ),
        pytest.param(
            "The Oracle lease from Crusoe grows", ("lease", ("Oracle",), ("Crusoe",)), id="from"
        ),
        pytest.param(
            "The Crusoe lease to Oracle grows", ("sell", ("Crusoe",), ("Oracle",)), id="to"
        ),
        pytest.param(
            "Anthropic's 220,000-GPU Google deal", ("agree", ("Anthropic",), ("Google",)), id="'s"
        ),
        pytest.param("The OpenAI-Oracle deal", ("agree", ("OpenAI", "Oracle"), ()), id="hyphen"),
        pytest.param(
            "A pact between Meta and Google", ("agree", ("Meta",), ("Google",)), id="between"
        ),
        pytest.param(
            "A deal between Meta and Google collapses", ("join", ("Meta",), ("Google",)), id="end"
        ),
        pytest.param("The room between Meta and Google", (), id="no deal between"),
        pytest.param(
            "Meta is the first customer of Crusoe", ("buy", ("Meta",), ("Crusoe",)), id="customer"
        ),
        pytest.param(
            "Crusoe has an anchor tenant, Meta", ("buy", ("Meta",), ("Crusoe",)), id="tenant"
        ),
        pytest.param("A tenant left Meta", (), id="nobody called a tenant"),
        pytest.param(
            "The pact with cloud provider Crusoe", ("agree", ("Crusoe",), ()), id="a provider"
        ),
        pytest.param("It was built alongside Crusoe", ("join", (), ("Crusoe",)), id="alongside"),
    ],
)
def test_nouns_have_sides_too(sentence: str, frame: Told | tuple[()]) -> None:
    """A deal's sides stand before it, behind "with" or "between", or are called what they are."""
    found = told(sentence)

    assert frame in found if frame else not [one for one in found if one[1] and one[2]]


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("Google guarantees rent of Fluidstack", ("guarantee", ("Google",), ("Fluidstack",))),
        ("Google backs Fluidstack's lease", ("guarantee", ("Google",), ("Fluidstack",))),
        ("The lease is backed by Google", ("guarantee", ("Google",), ())),
        ("OpenAI rents with Nvidia as guarantor", ("guarantee", ("Nvidia",), ("OpenAI",))),
        ("OpenAI rents with backing from Nvidia", ("guarantee", ("Nvidia",), ("OpenAI",))),
        ("A loan from Blackstone helps", ("finance", ("Blackstone",), ())),
        ("CoreWeave gets a loan from Blackstone", ("finance", ("Blackstone",), ("CoreWeave",))),
        ("CoreWeave takes a loan from Blackstone", ("finance", ("Blackstone",), ("CoreWeave",))),
        ("Blackstone provides debt to CoreWeave", ("finance", ("Blackstone",), ("CoreWeave",))),
        ("Blackstone leads a loan for CoreWeave", ("finance", ("Blackstone",), ("CoreWeave",))),
        ("Google takes a 14% stake in Cipher", ("invest", ("Google",), ("Cipher",))),
        ("OpenAI gets investment from Nvidia", ("invest", ("Nvidia",), ("OpenAI",))),
        ("They welcome Google as an investor in Cipher", ("invest", ("Google",), ("Cipher",))),
        ("AMD grants OpenAI warrants", ("invest", ("OpenAI",), ("AMD",))),
        ("Warrants for shares of AMD give OpenAI 10%", ("invest", ("OpenAI",), ("AMD",))),
        ("Google's warrants in Cipher", ("invest", ("Google",), ("Cipher",))),
        ("Nvidia hands OpenAI $5 billion", ("invest", ("Nvidia",), ("OpenAI",))),
    ],
)
def test_money_has_a_giver_and_a_taker(sentence: str, frame: Told) -> None:
    """Guarantors, lenders, investors, each from its verb or its noun."""
    assert frame in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("CoreWeave lands an order from Meta", ("sell", ("CoreWeave",), ("Meta",))),
        ("CoreWeave secures a pact with Meta", ("agree", ("CoreWeave",), ("Meta",))),
        ("CoreWeave secures the Meta data center lease", ("agree", ("CoreWeave",), ("Meta",))),
        ("CoreWeave secures a lease", ("agree", ("CoreWeave",), ())),
        ("Meta reserves halls for OpenAI", ("agree", ("Meta",), ("OpenAI",))),
        ("Meta picks Crusoe", ("buy", ("Meta",), ("Crusoe",))),
        ("Meta leases with Crusoe", ("agree", ("Meta",), ("Crusoe",))),
        ("Crusoe leases a site to a hyperscaler", ("sell", ("Crusoe",), ())),
        (
            "Anthropic spends $5bn on data centers with Crusoe",
            ("build", ("Anthropic",), ("Crusoe",)),
        ),
        ("OpenAI taps Crusoe to build in Texas", ("build", ("Crusoe",), ("OpenAI",))),
        ("OpenAI to build chips with AMD", ("agree", ("OpenAI",), ("AMD",))),
        ("OpenAI builds chips", ("agree", ("OpenAI",), ())),
        ("Meta and Crusoe build in Texas", ("join", ("Meta", "Crusoe"), ())),
        ("Meta partners with Crusoe", ("join", ("Meta",), ("Crusoe",))),
        ("Meta partners with Crusoe on GPUs", ("agree", ("Meta",), ("Crusoe",))),
        ("Meta and Crusoe partner on GPUs", ("agree", ("Meta", "Crusoe"), ())),
        ("The halls are partnered by Crusoe", ("agree", ("Crusoe",), ())),
        ("Halls let and leased by Oracle for OpenAI", ("sell", ("Oracle",), ("OpenAI",))),
        ("AMD and OpenAI deploy AMD GPUs", ("buy", ("OpenAI",), ("AMD",))),
        ("Crusoe deploys Nvidia GPUs for Meta", ("agree", ("Crusoe",), ("Meta",))),
        ("Meta hat mit Crusoe einen Vertrag geschlossen", ("agree", ("Meta",), ("Crusoe",))),
        ("Meta hat von Crusoe Rechenleistung gemietet", ("lease", ("Meta",), ("Crusoe",))),
        ("Nvidia makes and Meta uses them", ("buy", ("Meta",), ("Nvidia",))),
        ("Nvidia makes what Meta buys it from Crusoe", ("buy", ("Meta",), ("Crusoe",))),
        ("Crusoe is in talks with Meta, sources say", ("agree", ("Crusoe",), ("Meta",))),
        ("Google in a deal with Meta to supply TPUs", ("agree", ("Google",), ("Meta",))),
    ],
)
def test_what_is_got_and_for_whom_turns_a_verb(sentence: str, frame: Told) -> None:
    """Orders are served, capacity is bought, and what is not told stays open."""
    assert frame in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Meta leads Google",
        "Meta uses land near Google",
        "Meta signs-off",
        "Meta partner Google",
    ],
)
def test_words_that_only_look_like_verbs_make_no_trade(sentence: str) -> None:
    """A noun, a compound or a verb of leading names no side that buys or sells."""
    assert not [one for one in told(sentence) if one[0] == "sell" and one[1] and one[2]]


def test_another_clause_has_its_own_object() -> None:
    """What stands behind "after" or a dash is not acted on by the verb before it."""
    assert told("Meta hunts partners after signing")[0][2] == ()
    assert ("agree", ("Meta",), ("Crusoe",)) in told("Meta signs Crusoe – Nvidia supplies chips")


def test_east_asian_sentences_have_their_own_grammar() -> None:
    """A Chinese sentence is read by Chinese word order, Latin names and all."""
    kinds = [frame[0] for frame in told("Meta 向 Google 租用算力芯片")]

    assert kinds
    assert set(kinds) <= {"lease", "buy"}
