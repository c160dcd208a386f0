"""Tell the language of a text, from its script and its commonest words."""

from collections import Counter
from collections.abc import Mapping
from itertools import chain, repeat
from operator import itemgetter
from typing import Final

from parsers.words import HAN, HANGUL, HIRAGANA, KATAKANA, fold, pattern_of

# A text shows its language within a few lines; nobody needs to read on.
_ENOUGH: Final = 1200

# --- scripts --------------------------------------------------------------------------------------

# Scripts that one language, or one by far the commonest in the news, is written in.
_OWN_SCRIPT: Final = (
    ("ru", "\u0400-\u04ff"),
    ("ar", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("hi", "\u0900-\u097f"),
    ("he", "\u0590-\u05ff"),
    ("th", "\u0e00-\u0e7f"),
    ("el", "\u0370-\u03ff"),
)
_EAST_ASIAN: Final = f"{HAN}{HANGUL}{HIRAGANA}{KATAKANA}"
# One name in brackets, which a text of any language may give in the firm's own script.
_ASIDE: Final = rf"[(（]\s*[{_EAST_ASIAN}][^()（）]{{0,30}}[)）]"
_HANGUL: Final = f"[{HANGUL}]+"
_KANA: Final = f"[{HIRAGANA}{KATAKANA}]+"
_HAN: Final = f"[{HAN}]+"
_OTHER_SCRIPTS: Final = tuple((name, f"[{letters}]+") for name, letters in _OWN_SCRIPT)
_ANY_OTHER_SCRIPT: Final = f"[{''.join(letters for _, letters in _OWN_SCRIPT)}]"
_NO_LATIN_SCRIPT: Final = f"[{_EAST_ASIAN}]|{_ANY_OTHER_SCRIPT}"
# Signs that Japanese writes in another form, or not at all.
_CHINESE_ONLY: Final = (
    "[们們这這与與个说說让讓从從没沒对對发發据據签簽约协亿开开关關业业车东买卖华云电务资产为将將两兩"
    "达进运动数數应应该该过过时给给给还还吗嗎呢呀啦她它谁谁哪您你订訂购购额额规规模单單伙伴设设议议条"
    "万亿网网际际讯訊阵阵营营练练训训观观]"
)
# Signs in the form only Japanese gives them.
_JAPANESE_ONLY: Final = "[円発対価図続拡権駅歳県沢辺関係込働峠畑]"
# Latin words with a small letter first: in a text of another script there are hardly any, for
# what stands there in Latin letters is names.
_LATIN_WORD: Final = r"[A-Za-z\u00c0-\u024f]{2,}"

# --- words ----------------------------------------------------------------------------------------

# The commonest words first, then those of money and deals, for headlines have few of the former.
_COMMON_WORDS: Final[Mapping[str, str]] = {
    "en": "a the of to and in for with is its on at by from as that will has an are after over deal"
    " billion million data says new",
    "es": "a el la los las una un por para que con del en se su al lo más sus como es y acuerdo"
    " millones centros datos firma firman inteligencia nube será tras mil empresa alianza anuncia",
    "pt": "a o os as um uma por para que com do da dos das no na em se seu sua mais ao e é acordo"
    " bilhões milhões bilhão milhão nuvem fecha anuncia não após dados contrato empresa assina são",
    "fr": "le la les des une un du et pour dans sur avec que qui en au aux son sa ses est par plus"
    " milliards milliard accord données signe annonce entre nuage loue ce cette d l",
    "it": "il la lo gli le di del della dei delle un una per con che nel nella da in al alla è e si"
    " miliardi miliardo accordo dati firma annuncia tra più contratto investe anche",
    "de": "der die das und für mit von ein eine einen einem dem den des im zu auf bei ist nicht"
    " auch an sich aus milliarden milliarde rechenzentrum vertrag schließt kauft mietet über nach"
    " wird liefert investiert will",
    "nl": "het een van voor met en de op in is te aan dat die zijn bij ook naar uit miljard miljoen"
    " wordt heeft huurt koopt contract overeenkomst tegen over niet",
    "ro": "și si în pentru cu de la din pe care este va fi al ale sau mai miliarde dolari"
    " acord inteligență anunță semnat lei ce după centre date contract prin",
    "pl": "i w z na do się nie dla o że jest od po za przez oraz jak mld miliardów miliardy dolarów"
    " umowa umowę centrum danych podpisał podpisała firma chmury inwestuje ma",
    "tr": "ve bir bu için ile da de olan olarak daha en milyar dolar dolarlık anlaşma anlaşması"
    " veri merkezi yapay zeka şirketi imzaladı sözleşme gibi kadar yatırım ediyor",
    "sv": "och att det i en ett som på är av för med till den inte om har från sin miljarder"
    " avtal dollar tecknar köper hyr efter kronor också ska",
    "da": "og at det i en et som på er af for med til den ikke om har fra sin milliarder aftale"
    " dollar køber lejer efter kroner også skal indgår mio mia",
    "no": "og at det i en et som på er av for med til den ikke om har fra sin milliarder avtale"
    " dollar datasenter kjøper leier etter kroner også skal inngår signerer selskapet",
    "id": "yang dan di dengan untuk dari ini itu dalam pada akan tidak ke juga miliar juta triliun"
    " perjanjian pusat kesepakatan perusahaan kerja sama senilai kecerdasan buatan oleh",
    "vi": "và của là các cho với được một không trong có những này đã để về tỷ usd triệu trung tâm"
    " dữ liệu thỏa thuận hợp đồng công ty ký tại theo trị giá",
}
# Letters that (nearly) one of these languages alone has. A short text may have no other sign.
_OWN_LETTERS: Final = (
    ("de", "ß"),
    ("es", "ñ¿¡"),
    ("pt", "ãõ"),
    ("pl", "łżźśńęą"),
    ("ro", "șțţ"),
    ("tr", "ğış"),
    ("vi", "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
    ("da", "æø"),
    ("no", "æø"),
    ("sv", "å"),
    ("da", "å"),
    ("no", "å"),
)


def _by_word() -> Mapping[str, tuple[str, ...]]:
    """Each common word with the languages it is common in."""
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in _COMMON_WORDS.items():
        for word in words.split():
            languages[word] = (*languages.get(word, ()), language)
    return languages


_LANGUAGES_OF: Final = _by_word()
_LANGUAGES_WITH: Final[Mapping[str, tuple[str, ...]]] = {
    letter: tuple(language for language, row in _OWN_LETTERS if letter in row)
    for letter in "".join(row for _, row in _OWN_LETTERS)
}
_WORD: Final = r"[^\W\d_]+"


def find_language(text: str) -> str:
    """The language of a text as an ISO 639-1 code; English where nothing tells.

    A name in another script does not change what language a text is in.

    >>> find_language("Meta 与 Crusoe 敲定算力协议"), find_language("Alibaba (阿里巴巴) signs")
    ('zh', 'en')
    """
    opening = text[:_ENOUGH]
    if not opening.isascii():
        if pattern_of(_NO_LATIN_SCRIPT).search(opening) and (language := _by_script(opening)):
            return language
        opening = fold(opening)
    return _by_words(opening.lower())


def _by_script(text: str) -> str | None:
    """The language whose script a text is written in, None where that is Latin."""
    bare = pattern_of(_ASIDE).sub(" ", text)
    # In names each Latin word counts less: a Chinese headline may name three firms in Latin.
    words = pattern_of(_LATIN_WORD).findall(bare)
    latin = sum(1.0 if word[0].islower() else 0.4 for word in words)
    hangul, kana, han = (_length(script, bare) for script in (_HANGUL, _KANA, _HAN))
    east = hangul + kana + han
    if pattern_of(_ANY_OTHER_SCRIPT).search(bare):
        language, most = max(
            ((name, _length(script, bare)) for name, script in _OTHER_SCRIPTS),
            key=itemgetter(1),
        )
        if most > max(east, 2 * latin):
            return language
    if east <= 2 * latin:
        return None
    if 2 * hangul > han + kana:
        return "ko"
    return "ja" if _is_japanese(bare, kana) else "zh"


def _length(script: str, text: str) -> int:
    """How many letters of a script a text has."""
    return sum(map(len, pattern_of(script).findall(text)))


def _is_japanese(text: str, kana: int) -> bool:
    """Whether kana are the text's own and not those of a name in a Chinese one."""
    own = kana + 2 * len(pattern_of(_JAPANESE_ONLY).findall(text))
    return own > 3 * len(pattern_of(_CHINESE_ONLY).findall(text))


def _by_words(folded: str) -> str:
    """The language most of whose common words and letters stand in a text, English on a tie."""
    found = chain.from_iterable(
        map(_LANGUAGES_OF.get, pattern_of(_WORD).findall(folded), repeat(()))
    )
    counts = Counter(found)
    if not folded.isascii():
        for letter in set(folded) & _LANGUAGES_WITH.keys():
            counts.update(_LANGUAGES_WITH[letter])
    if not counts:
        return "en"
    best = max(_COMMON_WORDS, key=lambda language: counts[language])
    return best if counts[best] > counts["en"] else "en"
