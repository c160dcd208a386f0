"""Universities buy machines under their own names, in every language."""

import pytest

from parsers.universities import find_universities
from tests.readings import told


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        pytest.param(
            "東京大学、富士通にAIスパコンを発注",
            "Fujitsu:supplier, 東京大学:buyer",
            id="ja: 東京大学、富士通にAIスパコンを発注",
        ),
        pytest.param(
            "서울대, HPE에 AI 슈퍼컴퓨터 발주",
            "Hewlett Packard Enterprise:supplier, 서울대:buyer",
            id="ko: 서울대,",
        ),
        pytest.param(
            "清华大学向浪潮信息采购AI服务器",
            "Inspur:supplier, 清华大学:buyer",
            id="zh: 清华大学向浪潮信息采购AI服务器",
        ),
        pytest.param(
            "香港科技大学斥资3.5亿港元购入英伟达DGX超级电脑",
            "Nvidia:supplier, 香港科技大学:buyer",
            id="zh: 香港科技大学斥资3.5亿港元购入英伟达DGX超级电脑",
        ),
        pytest.param(
            "La Universidad de Sevilla compra a Lenovo un superordenador de IA",
            "Lenovo:supplier, Universidad de Sevilla:buyer",
            id="es: La",
        ),
        pytest.param(
            "L'Université de Genève commande un supercalculateur à HPE",
            "Hewlett Packard Enterprise:supplier, Université de Genève:buyer",
            id="fr: L'Université",
        ),
        pytest.param(
            "Universität Stuttgart bestellt KI-Supercomputer bei HPE",
            "Hewlett Packard Enterprise:supplier, Universität Stuttgart:buyer",
            id="de: Universität",
        ),
        pytest.param(
            "TU München kauft Supercomputer bei HPE",
            "Hewlett Packard Enterprise:supplier, TU München:buyer",
            id="de: TU",
        ),
        pytest.param(
            "Universiteit Gent koopt AI-supercomputer bij Lenovo",
            "Lenovo:supplier, Universiteit Gent:buyer",
            id="nl: Universiteit",
        ),
        pytest.param(
            "L'Università di Bologna acquista un supercomputer da Lenovo",
            "Lenovo:supplier, Università di Bologna:buyer",
            id="it: L'Università",
        ),
        pytest.param(
            "Stanford University orders 2,000 Nvidia GPUs from Supermicro",
            "Stanford University:buyer, Supermicro:supplier",
            id="en: Stanford",
        ),
        pytest.param(
            "Kyoto University selects Fujitsu for AI supercomputer",
            "Fujitsu:supplier, Kyoto University:buyer",
            id="en: Kyoto",
        ),
    ],
)
def test_a_university_is_a_side(title: str, parties: str) -> None:
    """It orders, buys and chooses like any company; its name is as the text has it."""
    assert told(title) == parties


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("시대의 현대가 계약 확대, 최대 규모", id="ko: words that end alike"),
        pytest.param("大規模データセンターを建設", id="ja: on a large scale"),
        pytest.param("多名大学生使用英伟达芯片", id="zh: students"),
        pytest.param("The University said it would buy Nvidia GPUs", id="en: no name"),
    ],
)
def test_what_is_none_is_left_out(sentence: str) -> None:
    """Words that only look like one, and those without a name."""
    assert list(find_universities(sentence)) == []


def test_a_name_goes_on_over_what_belongs_to_a_place() -> None:
    """Any word of a title has a capital; only some begin a place's second."""
    title = "University of New South Wales Selects Dell; University of Texas at Austin Taps Nvidia"

    assert [title[start:end] for start, end in find_universities(title)] == [
        "University of New South Wales",
        "University of Texas at Austin",
    ]
