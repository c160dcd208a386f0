"""The language of a text: its script first, then the words nothing is written without."""

import json
from pathlib import Path

import pytest

from parsers.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Meta signs a cloud deal with Google", "en", id="en"),
        pytest.param("Meta 与谷歌签署云计算协议", "zh", id="zh"),
        pytest.param("微軟與Nebius簽署合約", "zh", id="zh traditional"),
        pytest.param("メタ、グーグルとクラウド契約", "ja", id="ja"),
        pytest.param("메타, 구글과 클라우드 계약 체결", "ko", id="ko"),
        pytest.param("Meta firma un acuerdo con Google para usar su nube", "es", id="es"),
        pytest.param("Meta schließt einen Cloud-Vertrag mit Google", "de", id="de"),
        pytest.param("Meta huurt rekenkracht bij Google voor tien miljard dollar", "nl", id="nl"),
        pytest.param("Meta signe un accord avec Google dans le nuage", "fr", id="fr"),
        pytest.param("Meta firma un accordo con Google per il cloud", "it", id="it"),
        pytest.param("Meta fecha acordo com o Google para uso de nuvem", "pt", id="pt"),
        pytest.param("Meta подписала контракт с Google", "ru", id="ru"),
        pytest.param("Meta a semnat un acord cu Google pentru servicii de cloud", "ro", id="ro"),
        pytest.param("Meta podpisała umowę z Google na usługi w chmurze", "pl", id="pl"),
        pytest.param("Meta, Google ile milyar dolarlık anlaşma imzaladı", "tr", id="tr"),
        pytest.param(
            "Meta tecknar avtal med Google och hyr kapacitet för miljarder", "sv", id="sv"
        ),
        pytest.param("Meta indgår aftale med Google til flere milliarder kroner", "da", id="da"),
        pytest.param("Meta inngår avtale med Google og leier kapasitet", "no", id="no"),
        pytest.param("Meta dan Google menandatangani perjanjian untuk pusat data", "id", id="id"),
        pytest.param("Meta ký thỏa thuận với Google trị giá 10 tỷ USD", "vi", id="vi"),
        pytest.param("وقعت ميتا اتفاقا مع جوجل", "ar", id="ar"),
        pytest.param("मेटा ने गूगल के साथ समझौता किया", "hi", id="hi"),
    ],
)
def test_each_language_shows_in_a_headline(text: str, language: str) -> None:
    """A headline is enough, names in Latin letters or not."""
    assert find_language(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Alibaba (阿里巴巴) signs", "en", id="a Chinese name in brackets"),
        pytest.param("Moonshot 月之暗面 raises money from Alibaba", "en", id="a Chinese name"),
        pytest.param("Naver 네이버 to buy GPUs from Nvidia", "en", id="a Korean name"),
        pytest.param("Яндекс rents GPUs to a lab in Finland, the report says", "en", id="Cyrillic"),
        pytest.param("英伟达与さくらインターネット签署芯片供应协议", "zh", id="kana in a name"),
        pytest.param("日本樱花互联网（さくらインターネット）采购芯片", "zh", id="kana in brackets"),
        pytest.param("OpenAI、Cerebras製サーバーに200億ドル超の契約と報道", "ja", id="Latin names"),
        pytest.param("NVIDIA、日本政府と連携強化", "ja", id="one kana"),
        pytest.param("美 메타, 韓 삼성과 계약", "ko", id="hanja"),
        pytest.param("앤트로픽(Anthropic), 구글(Google)과 계약", "ko", id="Latin in brackets"),
        pytest.param("OpenAI подписала контракт с Oracle Cloud", "ru", id="Latin names in Russian"),
    ],
)
def test_a_name_in_another_script_changes_nothing(text: str, language: str) -> None:
    """A text is in the language of its words, whatever its names are written in."""
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "123", "OpenAI", "Nvidia GB300", "🚀🚀"])
def test_english_where_nothing_tells(text: str) -> None:
    """Names, numbers and nothing are in no language; English is the commonest guess."""
    assert find_language(text) == "en"


def test_the_labelled_news_are_in_the_language_they_are_labelled_with(shared: Path) -> None:
    """Of real headlines with their summaries hardly one is misread."""
    lines = (shared / "deals" / "dev.jsonl").read_text().splitlines()[:90]
    items = [json.loads(line) for line in lines]

    right = [find_language(f"{item['title']}\n{item['summary']}") == item["lang"] for item in items]

    assert sum(right) >= 0.98 * len(items)
