"""Frames of European languages that English has no like of: verb-last clauses, endings, nouns."""

import pytest

from parsers.frames.asides import find_asides
from parsers.frames.finding import find_frames
from parsers.frames.nouns_europe import RENTS_BACK
from parsers.frames.verb_last import is_infinite
from parsers.types import Mention
from parsers.unlisted import find_unlisted

NAMES = ("CoreWeave", "OpenAI", "Nvidia", "Oracle", "Meta", "Lambda", "xAI", "Nebius", "TikTok")


def mentions(sentence: str) -> tuple[Mention, ...]:
    """Every known name of a sentence, in order."""
    found = [
        Mention(company=name, text=name, kind="name", start=start, end=start + len(name))
        for name in NAMES
        if (start := sentence.find(name)) >= 0
    ]
    return tuple(sorted(found, key=lambda mention: mention.start))


def told(sentence: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Kind and sides of each frame."""
    return {(f.kind, f.subjects, f.objects) for f in find_frames(sentence, mentions(sentence))}


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        pytest.param(
            "CoreWeave wird OpenAI im Rahmen des Vertrags mit Rechenleistung versorgen",
            ("sell", ("CoreWeave",), ("OpenAI",)),
            id="German: the verb ends its clause",
        ),
        pytest.param(
            "Nebius gaat Meta rekenkracht leveren",
            ("sell", ("Nebius",), ("Meta",)),
            id="Dutch: so it does",
        ),
        pytest.param(
            "Oracle stellt OpenAI 4,5 Gigawatt Leistung zur Verfügung",
            ("sell", ("Oracle",), ("OpenAI",)),
            id="German: half of the verb stands last",
        ),
        pytest.param(
            "Diese Firma wurde gegründet, um Nvidia-Prozessoren zu kaufen",
            ("buy", (), ("Nvidia",)),
            id="German: what is bought stands before",
        ),
        pytest.param(
            "CoreWeave firma con Meta un contrato para suministrarle capacidad",
            ("sell", ("CoreWeave",), ("Meta",)),
            id="Spanish: a pronoun hangs on the verb",
        ),
        pytest.param(
            "Ein Rechenzentrum von Nvidia für xAI",
            ("agree", ("Nvidia",), ("xAI",)),
            id="a site of one for another",
        ),
        pytest.param(
            "xAI cierra una operación con inversión de Nvidia",
            ("invest", ("Nvidia",), ("xAI",)),
            id="an investment of somebody",
        ),
        pytest.param(
            "Durch den Kauf von 400.000 Nvidia-Chips wächst Oracle",
            ("buy", ("Oracle",), ("Nvidia",)),
            id="a purchase is a noun",
        ),
        pytest.param(
            "Nvidia alquila sus propias GPU a Lambda",
            ("lease", ("Nvidia",), ("Lambda",)),
            id="one's own chips are rented back",
        ),
        pytest.param(
            "OpenAI fechou um contrato com a Oracle",
            ("agree", ("OpenAI",), ("Oracle",)),
            id="Portuguese: the article is no preposition",
        ),
        pytest.param(
            "Nebius anunciou a construção de um data center que vai atender o TikTok",
            ("build", ("Nebius",), ("TikTok",)),
            id="building is a noun",
        ),
        pytest.param(
            "Meta, Oracle'dan beş yıl için bilgi işlem gücü kiralayacak",
            ("lease", ("Meta",), ("Oracle",)),
            id="Turkish: from",
        ),
        pytest.param(
            "Nebius, Meta'ya yapay zeka altyapısı sağlayacak",
            ("sell", ("Nebius",), ("Meta",)),
            id="Turkish: to",
        ),
        pytest.param(
            "OpenAI, Oracle şirketi ile bulut anlaşması imzaladı",
            ("agree", ("OpenAI",), ("Oracle",)),
            id="Turkish: with",
        ),
        pytest.param(
            "Meta, Nvidia'nın yeni çiplerini satın alacak, dedi şirket",
            ("buy", ("Meta",), ("Nvidia",)),
            id="Turkish: whose chips",
        ),
        pytest.param(
            "Oracle, OpenAI için veri merkezi inşa edecek, açıkladı",
            ("build", ("Oracle",), ("OpenAI",)),
            id="Turkish: for",
        ),
    ],
)
def test_both_sides_are_found(
    sentence: str, frame: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    """Each construction names who acts and who is acted on."""
    assert frame in told(sentence)


def test_renting_back_is_called_so() -> None:
    """Who rents its own chips is told apart: the supply chain says the opposite."""
    sentence = "Nvidia alquila sus propias GPU a Lambda"

    frames = find_frames(sentence, mentions(sentence))

    assert RENTS_BACK in {frame.verb for frame in frames}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Nvidia builds its own data center for xAI", id="English"),
        pytest.param("Nvidia leases its own GPUs", id="no word of another language"),
    ],
)
def test_english_makes_no_such_frame(sentence: str) -> None:
    """The nouns of other languages leave English alone."""
    assert RENTS_BACK not in {f.verb for f in find_frames(sentence, mentions(sentence))}


@pytest.mark.parametrize(
    ("form", "expected"),
    [("liefern", True), ("bereitgestellt", True), ("liefert", False), ("koopt", False)],
)
def test_forms_that_end_a_clause(form: str, expected: bool) -> None:
    """Infinitives and participles end a German clause, finite verbs do not."""
    assert is_infinite(form) == expected


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        pytest.param(
            "El operador Nostrum Group ha firmado un contrato con OpenAI",
            ["Nostrum Group"],
            id="called an operator",
        ),
        pytest.param(
            "OpenAI alquilará el centro de datos a Vitalia Infraestructuras",
            ["Vitalia Infraestructuras"],
            id="rented from",
        ),
        pytest.param(
            "OpenAI ha scelto Apto come partner per il data center", ["Apto"], id="chosen"
        ),
        pytest.param(
            "OpenAI hat mit dem Rechenzentrumsbetreiber Hochtief Data einen Vertrag geschlossen",
            ["Hochtief Data"],
            id="German: called so",
        ),
        pytest.param(
            "Meta wynajmie centrum danych od Polcom Group", ["Polcom Group"], id="Polish: from"
        ),
        pytest.param(
            "Nebula, empresa criada em 2020, vai fornecer GPUs para a OpenAI",
            ["Nebula"],
            id="an apposition",
        ),
        pytest.param(
            "Die Vereinbarung sichert OpenAI Kapazität in Rechenzentren", [], id="German nouns"
        ),
        pytest.param("El Gobierno de España firmó un acuerdo con OpenAI", [], id="a government"),
        pytest.param("Según Jensen Huang, Nvidia venderá más chips en Europa", [], id="a person"),
    ],
)
def test_companies_no_list_knows(sentence: str, names: list[str]) -> None:
    """A name counts where a side stands; nouns, states and people do not."""
    found = find_unlisted(sentence, mentions(sentence))

    assert [mention.company for mention in found] == names


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        pytest.param("xai rival openai signs with oracle", set(), id="whose rival it is"),
        pytest.param("der xai-rivale openai mietet bei oracle", set(), id="the same in German"),
        pytest.param("oracle beats rival nvidia to the deal", {"nvidia"}, id="beaten"),
        pytest.param("oracle firma pese a su rivalidad con nvidia", {"nvidia"}, id="Spanish"),
        pytest.param("oracle senkt seine abhängigkeit von nvidia", {"nvidia"}, id="depended on"),
        pytest.param("oracle, contrairement à nvidia, loue", {"nvidia"}, id="compared"),
        pytest.param("lambda, escindida de nvidia, alquila", {"nvidia"}, id="left behind"),
        pytest.param("lambda, принадлежащая nvidia, арендует", {"nvidia"}, id="owner"),
        pytest.param("oracle alquila a lambda", set(), id="a side"),
        pytest.param("contrat entre oracle et lambda", set(), id="two sides"),
    ],
)
def test_rivals_and_owners_are_named_in_passing(sentence: str, aside: set[str]) -> None:
    """Who is compared, feared or owns another is no side, unless its rival names it so."""
    names = ("oracle", "openai", "nvidia", "lambda")
    named = [
        Mention(company=name, text=name, kind="name", start=start, end=start + len(name))
        for name in names
        if (start := sentence.find(name)) >= 0
    ]

    starts = find_asides(sentence, sorted(named, key=lambda mention: mention.start))

    assert {mention.company for mention in named if mention.start in starts} == aside
