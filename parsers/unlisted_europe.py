"""Find companies that no list knows in sentences of European languages, by where they stand.

A capital tells a name in most of them; German writes it on every noun, so there a name must look
like a company's, or be called one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from parsers.frames.words import DEAL_NOUNS, DEAL_TAILS
from parsers.frames.words_europe import EUROPEAN_VERBS
from parsers.name_words import COUNTRY_NAMES, FIRST_NAMES, PLACES, PLAIN_WORDS, PRODUCTS, TAILS
from parsers.publishers import known_publisher
from parsers.types import Mention
from parsers.words import fold, pattern_of


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WINDOW: Final = 100
_CAPITAL: Final = "A-ZÀ-ÖØ-ÞĂÂÎȘŞȚŢŁŚŻŹĆŃĞÇİÖÜ"
_NAME: Final = (
    r"(?<![\w-])(?:Corea del Su[rd]|Corée du Sud|Coreia do Sul)(?!\w)|"
    rf"(?<![\w-])(?:(?:La|Il|O|A|El) )?(?:Universi(?:dad|dade|té|tà)|Politecnico"
    rf"|Politécnica) (?:de|di|do|da|del|du"
    rf"|d['’])"
    rf"(?: la)? ?[{_CAPITAL}][\w-]+|(?<![\w-])[{_CAPITAL}][\w&-]*(?:\.(?:ai|io"
    rf"|com))?(?: (?:& )?[{_CAPITAL}][\w&-]*){{0,3}}"
)
# What a company is called right in front of its name.
_CALLED: Final = (
    r"(?<![\w])(?i:operadora?|proveedora?|empresa|compañ[ií]a|startup|start-up|tecnol[óo]gica"
    r"|filial|minera"
    r"|promotora|desarrolladora|hébergeur|opérateur|entreprise|société|groupe|fournisseur"
    r"|spécialiste"
    r"|operatore|azienda|società|gruppo|fornitore|fornecedora|companhia|\w*(?:betreiber|anbieter"
    r"|konzern"
    r"|unternehmen|entwickler|hersteller|dienstleister|spezialist|bedrijf|exploitant|aanbieder)s?"
    r"|компани\w+"
    r"|провайдер\w*|оператор\w*|стартап\w*|корпораци\w+|spółk\w+|operator\w*|dostawc\w+|compania"
    r"|furnizorul"
    r"|şirketi|girişimi)"
    r"(?: (?!de\b|von\b|di\b|van\b|du\b)[a-zà-ÿ]\w+){0,2} [\"“«]?$"
)
_LEAD: Final = (
    r"(?:[A-ZÄÖÜ]\w{2,}er (?=(?:\w+-)?(?:Betreiber|Anbieter|Start-?up|Unternehmen|Dienstleister)))?"
    r"(?:(?:A|O|El|La|Le|Il|De|Het|Los|As|Os|Das|Der|Die|\w+(?:[bB]etreiber|[aA]nbieter"
    r"|[kK]onzern|[uU]nternehmen"
    r"|[eE]ntwickler|[hH]ersteller|[dD]ienstleister|[sS]pezialist|[sS]tart-?up)s?|Betreiber"
    r"|Anbieter|Konzern|Empresa"
    r"|Компания|Start-?up|Compañía|Firma) )+"
)
_WITH: Final = (
    r"(?<!\w)(?:con|com|avec|met|cu|z|с|со|mit|a|ao|alla|al|à|aan|beim|bei|vom|an|od|у|от|da"
    r"|dall['’]|van|med|till|från|fra|hos"
    r"|auprès de|de la|para a?"
    r"|por a?|chez) (?:(?:el|la|los|lo|il|le|l['’]|o|a|os|as|de|het|der|dem|den|die) )?"
    # whence it is: "a la chilena Andes Cómputo", "à la pépite bretonne Armorique Calcul"
    r"(?:(?:start-?up |firma |firme |empresa |pépite )?[a-zà-ÿ]{2,12}(?:ena|ana|ano|ino|esa|ese"
    r"|ense|onne"
    r"|aise|ienne|asca|úcha|eña|eño|ola) )?$"
)
_TAKES: Final = (
    r"(?<!\w)(?:scelto|sceglie|scelgono|elegido|elige|elegirá|eligió|escolheu|escolhe|choisi"
    r"|choisit|kiest voor"
    r"|koos voor|seleccionado|contratado|contratará|contrata|beauftragt|выбрал[аи]?|wybrała?|ales"
    r"|s['’]allie à) $"
)
_AUXILIARY: Final = (
    r"(?:ha|han|a|ont|hat|haben|heeft|hanno|has|va|vai|vão|gaat|zal|wird|soll|también|também"
    r"|anche|aussi|"
    r"auch|ook|a fost|już|juga|se)"
)
_GERMAN: Final = (
    r"(?<!\w)(?:der|und|mit|für|ein|eine|einen|einem|hat|haben|wird|werden|von|auf|ist|zum|zur"
    r"|nicht|sich|bei|nach"
    r"|über|soll|dem|beim|vom)(?!\w)"
)
# Who orders a machine: "SURF bestelt nieuwe supercomputer", "UGent laat … bouwen".
_MACHINE: Final = (
    r"(?:supercomputer|servers?|[gt]pu|rechner|cluster|chips|rechenleistung|rekenkracht|rechenzentr"
    r"|datacent)"
)
_ORDERS: Final = (
    r" (?:bestel(?:t|de|lt|lte)|order(?:t|te)|koopt|kauft|huurt|mietet|least|beschafft|beauftragt"
    rf"|gunt|laat|l[äa]sst) [^.;:]{{0,90}}?{_MACHINE}"
    rf"| (?:hat|heeft|wil|will|gaat) [^.;:]{{0,90}}?{_MACHINE}[^.;:]{{0,60}}?(?<!\w)(?:bestellt"
    rf"|besteld"
    r"|bestellen|gekauft|gekocht|kaufen|kopen|mieten|huren|bauen|bouwen)(?!\w)"
)
_APPOSITION: Final = (
    r",\s(?:(?:una?|uma?|une|een|ein|eine)\s)?(?:empresa|start-?up|compañía|companhia"
    r"|firma|operadora?|proveedora?|hébergeur|opérateur|entreprise|société|filiale?|azienda"
    r"|società|operatore"
    r"|\w*(?:betreiber|anbieter|unternehmen|bedrijf)|spółka|компания)(?!\w)[^,;]{0,80}"
)
# Words with a capital that name no company.
_NO_NAME: Final = _table(
    """
    the its it this that they zugriff zugang kapazität kapazitäten rechenleistung strom geld
    gobierno ministerio comisión unión europa españa alemania francia italia portugal brasil
    méxico argentina estados unidos eeuu ia ki ai inteligencia artificial según tras casa blanca
    departamento texas wall street governo ministério estado união brasília ceará são paulo rio
    gouvernement commission europe états-unis france allemagne italie suisse espagne inde chine
    japon selon stati uniti germania cina bundesregierung deutschland frankreich spanien usa eu ue
    us uk bundesland land regering nederland europese commissie verenigde staten сша россии россия
    китай европа москва индия трамп президент polska polsce europy niemczech chinach românia
    statele unite sua türkiye avrupa çin abd musk altman huang zuckerberg nadella pichai bezos
    ellison sam elon jensen mark satya donald trump enero febrero marzo abril mayo junio julio
    agosto septiembre octubre noviembre diciembre lunes martes norte sur asia américa latina
    milliardenhöhe millionenhöhe rekordhöhe milliardenwert milliardenumfang
    periódico confidencial vanguardia economista expansión
    latinoamérica comunidad madrid barcelona aragón paris londres berlin münchen
    """
)


# What only tells of a company, with a capital: "Franse AI-bouwer", "Französischer KI-Entwickler".
_DESCRIBES: Final = (
    r"(?:\w+ ){0,2}(?:\w+-)?(?:ai|ki|it|cloud|tech|chip|gpu|server|internet|hosting|start"
    r"|telecom|telekom)-?"
    r"(?:bouwer|bedrijf|ontwikkelaar|maker|aanbieder|reus|speler|pionier|entwickler|anbieter"
    r"|unternehmen|firma|konzern|labor|lab|riese|spezialist|schmiede|hersteller|start-?up|up)s?"
)

# Who opens a sentence does something alone: what several do is told of a trade.
_ONE_DEALS: Final = (
    rf" (?:{_AUXILIARY} ){{0,2}}(?!\w{{1,20}}(?:an|en|ron|rán|rão|ent|ont|ono|anno|am|em)(?!\w)"
    r"|\w{1,20}(?:[cs]i[óo]n|[çs]ão|zione|mento)(?!\w)|(?:anunci|annonc|annunci|present|présent"
    r"|confi?rm|confer|negoci|négoci|planea))"
)
_DENIES: Final = (
    r" (?:smentisc(?:e|ono)|ha(?:nno)? smentito|nega[mn]?|negou|negaram|niegan?|negó|negaron"
    r"|desmienten?|descartan?|descartó|réfute(?:nt)?|desmintió|desmintieron|desment(?:iu|em|iram)"
    r"|démen(?:t|tent)|(?:a|ont)"
    r" démenti)(?!\w)"
)
# Whence a company is, before its name: "La vasca Itsas AI", "Die Berliner Rheinkern".
_FROM_THERE: Final = r"[\s\"“«]*(?:la|el|il|le|l['’]|o|a) ?[a-zà-ÿ]{4,16} $"
_ARTICLES: Final = frozenset({"", "l'", "l’", "la", "el", "le", "il", "o", "a"})
# Languages in which a noun has no capital but at the beginning.
_ROMANCE: Final = (
    r"(?<!\w)(?:el|los|las|para|por|una?|uma?|com|da|no|na|au|aux|le|les|des|du|pour|chez|une|il"
    r"|per|di|del|della|nel|con|sus?|seu|sua|son|ses|suo|ad|alla|dalla|à|aos?|às|datos|dados"
    r"|données|dati)(?!\w)"
)
# Words a sentence may open with: trades, bodies, adverbs.
_COMMON: Final = (
    r"[a-zà-ÿ'’-]+(?:dora?|dores|trice|teur|tore|ción|ção|tion|zione|dad|dade|ité|ità|ica|ique|ico"
    r"|ante|ente|mente|ment|ista|iste|ismo|era|ería|ero|ière|ier|eur|euse|aire|ario|aria|ía|ie|ía)"
    r"|(?:[a-zà-ÿ'’-]+ )?(?:empresas?|compañía|companhia|start-?up|firma|tecnol[óo]gica|filial"
    r"|grupo|groupe|gruppo|gigante|géant|colosso|bancos?|banca|banques?|banche|gobierno|governo"
    r"|gouvernement|ministerio|ministério|ministère|ministero|ej[ée]rcito|hospital|laborat[óo]rio"
    r"|laboratoire|due[ñn][oa]|dono|dona|maison|casa|matriz|rival|socio|cliente|client|fondo|fonds"
    r"|fundo|acuerdo|acordo|accord|accordo|contrato|contrat|contratto|pedido|commande|commessa"
    r"|qui[eé]n(?:es)?|oferta|offerta|offre|nunca|jamais|mai|apenas|siempre|cu[aá]ndo|quando"
    r"|quand|cuando|donde|como|si|se|sin|sem|qui|chi|quem|nadie|nessuno|personne|tout|todo|tutto"
    r"|esto|isso|cela|ce|così|así|hoy"
    r"|hoje|oggi|ayer|ieri|hier|ontem|ma[ñn]ana|demain|domani|amanhã|pronto|bientôt|presto|después"
    r"|puis|poi|depois|ahora|agora|ora|también|también|además|luego|entreprise|société|azienda"
    r"|società"
    r"|fabricant|fabricante"
    r"|estado|état|stato|pa[íi]s|pays|paese|ciudad|ville|città|cidade|universi\w+|el|la|los|las|le"
    r"|les|il|lo|o|a|os|as|un|una|une|uno|um|uma|su|son|suo|seu|sa|sua|si|se|on)"
    r"|(?:la |el |il |o |a |le )?(?:nuvem|nube|nuage|cloud|chips?|puces?|gpus?|data|centro|centre"
    r"|campus)"
)
# A place with its land behind it: "à Borlänge (Suède)".
_AT: Final = r"(?<!\w)(?:à|in|en|em|a|nel|na|no|bei|te|w|în) $"
# The same in Swedish, Danish and Norwegian: "datacentret i Borlänge hyrs av Mistral".
_STANDS_IN: Final = r"(?:er|et|en|um|us) i $"
# Where machines of another stand: "i server di Mistral a Ponte San Pietro".
_WHERE_HOUSED: Final = (
    r"(?<!\w)(?:ospit|accogl|h[ée]berg|accueill|aloj|alberg|hosped)\w{0,6} (?:[^\s,;:]+ ){0,4}?"
    r"(?:servidores|serveurs|server|[gt]pus?|macchine|machines) (?:ia |ai )?(?:di |de |d['’]"
    r"|d[ao] )"
    r"[^,;:]{2,24} (?:a|à|en|em) $"
    # where one builds: "construira à Dunkerque"
    r"|(?<!\w)(?:constru|bât|édif|implant|install)\w{1,7} à $|(?<!\w)(?:costru|realizz)\w{1,7} a $"
)
# Where the site or machines of a side stand: "loue à OVHcloud des serveurs à Gravelines".
_WHERE_SITED: Final = (
    r"(?<!\w)(?:data ?cent(?:er|re)s?|campus|siti?|sites?|sitios?|centros?|centres?|centri"
    r"|centr\w{1,2} (?:de |di )?d\w{3,6}|salles?|salas?|sal[ae]|servidores|serveurs|server|[gt]pus?"
    r"|(?:[gm]w|m[ée]gawatts?|megavatios) (?:(?:de|di) \w{3,10} )?)"
    r"(?: ?(?:lou[ée]|alquilad|affittat|alugad)\w{0,2})?"
    r"(?: ?(?:de |di |do |da |d['’]|chez |con |com |presso |a |à )[\w&.-]{2,20}"
    r"(?: [\w&.-]{2,20})?)? ?(?:à|a|en|em) $"
)
# At whom one rents or orders in German and Dutch, where any noun has a capital: "bei Rheinkern".
_ORDERED_AT: Final = (
    r"(?<!\w)(?:miete[tn]|bucht|buchen|kündigt|storniert|verlängert|least|kauf(?:t|en)|bestellt"
    r"|ordert|reserviert|stockt|legt"
    r"|huurt"
    r"|huren|koopt|kopen|bestelt|reserveert) (?:[^\s,;:]+ ){0,6}?(?:bei|bij) $"
)
_PLURAL: Final = r"[a-zäöüß-]{2,}(?:(?<!k)ern|en|innen|ups|s|bedarf)"
_OF_SIDE: Final = (
    r"(?<!\w)(?:à|a|da|de|di|do|d['’]|avec|con|com|chez|presso|dall['’]|dalla) ?(?:la |l['’])?$"
)
_OF_LAND: Final = r" \([^)\d:]{3,24}\)"
_COMPUTE: Final = _table("gpu gpus tpu tpus llm cpu data center centers cloud nube")


def find_european(sentence: str, known: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where companies no list knows stand beside one that is known, in a European language.

    Where none is known, those that are called one: "Der Betreiber Spreeport Data bestätigte".
    """
    folded = fold(sentence)
    if _foreign_words().isdisjoint(re.findall(r"[^\W\d_]+", folded)):
        return []
    is_german = pattern_of(_GERMAN).search(folded) is not None
    taken = [(mention.start, mention.end) for mention in known]
    found: list[tuple[int, int]] = []
    for match in pattern_of(_NAME).finditer(sentence):
        start, end = match.start() + _lead(match[0]), match.end()
        overlaps = any(one < end and start < other for one, other in taken)
        if overlaps or _is_no_name(sentence[start:end]):
            continue
        before, after = folded[max(0, start - _WINDOW) : start], folded[end : end + 2 * _WINDOW]
        is_at = pattern_of(_AT).search(before) and pattern_of(_OF_LAND).match(after)
        if (
            is_at
            or pattern_of(_WHERE_HOUSED).search(before)
            or _is_site(folded, start, known, len(found))
        ):
            continue
        called = pattern_of(_CALLED).search(sentence[max(0, start - _WINDOW) : start]) is not None
        trusted = _is_tail(sentence[start:end])
        if not known and not (called and trusted):
            continue
        deals = (trusted or not is_german) and _is_side(sentence[start:end], before, after)
        orders = not start and pattern_of(_ORDERS).match(after) and _is_coined(match[0])
        deals = (
            deals
            or bool(orders)
            or _is_ordered_at(sentence[start:end], before)
            or _lists(folded, start, end, known)
        )
        if deals or _is_called(after, called=called, trusted=trusted):
            found.append((start, end))
    return found


def _is_site(folded: str, start: int, known: Sequence[Mention], others: int) -> bool:
    """Whether a name is where machines stand: both sides are told before it, the last as one.

    "Meta loue le campus de Data4 à Marcoussis" is one; "Meta loue un campus à Foobar" is not.
    """
    told = [mention for mention in known if mention.end < start]
    if not told or len({mention.company for mention in told}) + others <= 1:
        return False
    last = told[-1].start
    is_side = pattern_of(_OF_SIDE).search(folded[max(0, last - _WINDOW) : last]) is not None
    return (
        is_side
        and pattern_of(_WHERE_SITED).search(folded[max(0, start - _WINDOW) : start]) is not None
    )


def _is_ordered_at(name: str, before: str) -> bool:
    """Whether somebody rents or orders at a name, and it is no plain noun of many: "bei Kunden"."""
    is_at = pattern_of(_ORDERED_AT).search(before) is not None
    return is_at and pattern_of(_PLURAL).fullmatch(fold(name)) is None


def describes(name: str) -> bool:
    """Whether words with a capital only tell of a company that is named elsewhere."""
    words = fold(name)
    is_deal = words in DEAL_NOUNS or words.endswith(DEAL_TAILS)
    return is_deal or pattern_of(_DESCRIBES).fullmatch(words) is not None


def _is_coined(name: str) -> bool:
    """Whether no plain word is written so: "SURF", "UGent"; "KI-Firma" may be one."""
    return name.isalnum() and sum(sign.isupper() for sign in name) > 1


def _lead(name: str) -> int:
    """How much of a run is an article, or a German word on what the company is."""
    found = pattern_of(_LEAD).match(name)
    return found.end() if found else 0


def _is_called(after: str, *, called: bool, trusted: bool) -> bool:
    """Whether a name is called a company, before it or behind it by one that deals."""
    apposition = pattern_of(_APPOSITION).match(after)
    if apposition is None:
        return called
    return trusted or _acts(after[apposition.end() :].lstrip(", "))


def _is_side(name: str, before: str, after: str) -> bool:
    """Whether a name deals, or is dealt with; at the beginning any word has a capital."""
    opens = before.strip(' "“«') in _ARTICLES or pattern_of(_FROM_THERE).fullmatch(before)
    if opens and _opens(name, after):
        return True
    is_free = not pattern_of(_WITH).search(before) and not pattern_of(_STANDS_IN).search(before)
    if is_free and _acts(after.lstrip()) and before.strip(' "“«'):
        return True
    return (pattern_of(_WITH).search(before) is not None or _takes(before)) and _deals(before)


def _opens(name: str, after: str) -> bool:
    """Whether a name opens a plain sentence of one who deals: "Repsol recurrirá a la nube de".

    Any word has a capital there: what a trade, a body or many are called is no name.
    """
    first = pattern_of(_ONE_DEALS).match(after)
    is_phrase = after.lstrip().startswith(_phrases())
    if first is None or not (is_phrase or pattern_of(_ROMANCE).search(after)):
        return False
    is_word = pattern_of(_COMMON).fullmatch(fold(name)) is not None
    denies = pattern_of(_DENIES).match(after) is not None
    return not is_word and (denies or is_phrase or _acts(after.lstrip()))


def _lists(folded: str, start: int, end: int, known: Sequence[Mention]) -> bool:
    """Whether a name is one of two who deal: "Itaú e Bradesco emprestam", "… desmienten"."""
    partner = next((m for m in known if end < m.start <= end + len(" et ")), None)
    gap = folded[end : partner.start] if partner else ""
    if partner is None:
        partner = next((m for m in known if m.end < start <= m.end + len(" et ")), None)
        gap = folded[partner.end : start] if partner else ""
    if partner is None or gap not in {" e ", " y ", " et "}:
        return False
    after = folded[max(end, partner.end) :][:_WINDOW]
    return _acts(after.lstrip()) or pattern_of(_DENIES).match(after) is not None


def _takes(before: str) -> bool:
    """Whether a verb of taking stands right before: "ha scelto"."""
    return pattern_of(_TAKES).search(before) is not None


def _is_tail(name: str) -> bool:
    return fold(name).split()[-1] in TAILS


def _acts(after: str) -> bool:
    """Whether a verb of dealing follows, behind an auxiliary or none."""
    bare = re.sub(rf"^(?:{_AUXILIARY} ){{0,2}}", "", after)
    first = re.match(r"[^\W\d_]+", bare)
    return first is not None and first[0] in _verbs()


def _deals(before: str) -> bool:
    """Whether a word of dealing stands close before: "un contrato con"."""
    words = re.findall(r"[^\W\d_]+", re.split(r"[.;:]\s", before)[-1])
    return any(
        word in _verbs() or word in DEAL_NOUNS or word.endswith(DEAL_TAILS) for word in words
    )


def _is_no_name(name: str) -> bool:
    if name in COUNTRY_NAMES:
        return False
    words = fold(name).split()
    words = words[:-1] if words[-1] == "ai" and len(words) > 1 else words  # "Itsas AI"
    is_first_name = not name.isupper() and not FIRST_NAMES.isdisjoint(words)  # "TIM" is no Tim
    if len(name) < 3 or known_publisher(name) or is_first_name:  # noqa: PLR2004
        return True
    dull = _NO_NAME | PLACES | PLAIN_WORDS | PRODUCTS | _COMPUTE
    return not _NO_NAME.isdisjoint(words) or all(
        word in dull or not word.isalpha() for word in words
    )


@cache
def _phrases() -> tuple[str, ...]:
    """Verbs of dealing in more words than one, or with a pronoun: "recurre a", "s'équipe"."""
    rows = (word for _, row in EUROPEAN_VERBS for word in row.split())
    return tuple(f"{word.replace('_', ' ')} " for word in rows if not word.isalpha())


@cache
def _verbs() -> frozenset[str]:
    """Verbs of dealing in one word, in every European language but English."""
    return frozenset(word for _, row in EUROPEAN_VERBS for word in row.split() if "_" not in word)


@cache
def _foreign_words() -> frozenset[str]:
    nouns: Iterator[str] = (noun for noun in DEAL_NOUNS if not noun.isascii())
    plain = _table(
        "acuerdo contrato vertrag contrat accordo contratto acordo overeenkomst stockt ata"
        " trattative negociaciones négociations negociações smentisce smentiscono desmiente"
        " desmienten desmentem dément démentent niegan negam"
    )
    long = 5
    pieces = {piece for phrase in _phrases() for piece in re.split(r"['’ ]", phrase)}
    firsts = {piece for piece in pieces if len(piece) > long}
    return _verbs() | frozenset(nouns) | plain | firsts
