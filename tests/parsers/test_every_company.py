"""Every company of the list is a side of a plain sentence: no word of its name gets in the way."""

from typing import Final

import pytest

from tests.readings import READER, read

_BUYS: Final = ("lab", "buyer", "telecom", "other")
_SERVES: Final = ("cloud", "neocloud", "miner", "sites")
_MAKES: Final = ("chips", "servers")
_LENDS: Final = ("finance",)
# What they trade in is parts of sites, or their name says what a government allows.
_PARTS: Final = frozenset({"Micron", "Vertiv", "Schneider Electric", "Caterpillar"})
# A town's name, where one is "from" it.
_PLACES: Final = frozenset({"Santander"})


@pytest.mark.parametrize(
    ("sectors", "role", "sentence"),
    [
        pytest.param(
            _BUYS, "buyer", "{} signs $5 billion deal to rent GPUs from CoreWeave", id="rents"
        ),
        pytest.param(
            _SERVES, "supplier", "Anthropic leases 300 MW data center from {}", id="leased"
        ),
        pytest.param(_SERVES, "supplier", "{} and Anthropic sign $5 billion AI deal", id="signs"),
        pytest.param(_MAKES, "supplier", "Meta to buy 40,000 AI accelerators from {}", id="chips"),
        pytest.param(
            _LENDS,
            "financier",
            "CoreWeave gets $2 billion loan from {} for Meta data center",
            id="lent",
        ),
    ],
)
def test_it_is_a_side_in_english(sectors: tuple[str, ...], role: str, sentence: str) -> None:
    """Names that are common words too, by grammar; words of a takeover or a part, as a name's."""
    assert _missed(sectors, role, sentence) <= _PARTS | _PLACES


@pytest.mark.parametrize(
    ("sectors", "role", "sentence"),
    [
        pytest.param(_BUYS, "buyer", "{} firma un acuerdo para alquilar GPU de CoreWeave", id="es"),
        pytest.param(
            _SERVES, "supplier", "Anthropic firma un acuerdo de nube con {}", id="es: with"
        ),
        pytest.param(_BUYS, "buyer", "CoreWeave liefert {} KI-Cloud-Kapazität", id="de"),
        pytest.param(
            _BUYS, "buyer", "{} schließt Vertrag für GPU-Kapazität von CoreWeave", id="de: for"
        ),
        pytest.param(_BUYS, "buyer", "{} signe un accord pour louer des GPU à CoreWeave", id="fr"),
        pytest.param(
            _BUYS, "buyer", "{} sluit contract voor GPU-capaciteit bij CoreWeave", id="nl"
        ),
        pytest.param(_MAKES, "supplier", "Meta koopt 40.000 AI-chips van {}", id="nl: chips"),
        pytest.param(_BUYS, "buyer", "CoreWeave将向{}提供价值20亿美元的AI云算力", id="zh"),
        pytest.param(_SERVES, "supplier", "{}与Anthropic签署50亿美元算力供应协议", id="zh: signs"),
        pytest.param(_BUYS, "buyer", "{}, 코어위브와 50억달러 규모 GPU 임대 계약 체결", id="ko"),
        pytest.param(_MAKES, "supplier", "メタ、{}からAIチップ4万個を購入", id="ja"),
    ],
)
def test_it_is_a_side_in_other_languages(
    sectors: tuple[str, ...], role: str, sentence: str
) -> None:
    """The same by what each language calls compute; every seventh company will do."""
    assert _missed(sectors, role, sentence, every=7) <= _PARTS | _PLACES


def _missed(sectors: tuple[str, ...], role: str, sentence: str, *, every: int = 1) -> set[str]:
    """The companies that are not found in their role, or alone."""
    names = [n for n, sector in READER.sectors.items() if sector in sectors and n not in sentence]
    missed = set()
    for name in names[::every]:
        parties = {(p.company, p.role) for p in read(sentence.format(name)).parties}
        if (name, role) not in parties or len(parties) < 2:
            missed.add(name)
    return missed
