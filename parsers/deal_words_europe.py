"""The words on status and on other subjects in the languages of Europe and in Turkish: tables.

Every row is a regular expression for folded text, to be joined to the row of the same name in
`deal_words`; none matches an English word.
"""

from collections.abc import Mapping
from typing import Final

# Who is quoted for what nobody confirms.
_OUTLET: Final = (
    r"(?:(?:(?:the|el|la|le|il|lo|o|a|das|der|die|den|dem|de|het|ein\w*|une?|des|diario"
    r"|peri[óo]dico"
    r"|journal|jornal|giornale|quotidiano|agencia|ag[êe]ncia|agence|agenzia|agentur|zeitung|site"
    r"|portal"
    r"|ресурс\w*|издани\w+|агентств\w+|газет\w+|dziennik\w*|agencj\w+|ziarul\w*|agen[țt]i\w+"
    r"|nachrichtenagentur|persbureau|krant|us-\w+|people|personas|pessoas|persone|personnes"
    r"|familiari\w+|cercan\w+) )*"
    r"(?:information|bloomberg\w*|reuters\w*|wall street\w*|wsj|financial times|ft|cnbc|nikkei"
    r"|semafor"
    r"|techcrunch|business insider|new york times|nyt|handelsblatt\w*|spiegel\w*|manager magazin"
    r"|axios"
    r"|les [ée]chos|echos|expansi[óo]n|cinco d[íi]as|reset|valor|folha|estad[ãa]o|corriere"
    r"|repubblica"
    r"|sole 24 ore|commersant|коммерсант\w*|ведомост\w*|forbes|information\w*|fuentes|fontes|fonti"
    r"|sources|bronnen|ingewijden|insider\w*|kreise\w*|medien\w*|medios|m[ée]dias|источник\w*"
    r"|surse\w*"
    r"|[źz]r[óo]d[łe]\w*|indiscrezioni|apurou|soggetti|proches))"
)
# The moods that report: what "would" be done is hearsay in a Romance language.
_HEARSAY: Final = (
    r"\b(?:compr|alquil|arrend|pag|utiliz|firm|cerr|contrat|destin|suministr|proporcion|financi"
    r"|gast"
    r"|alug|us|fech|assin|acert)ar[íi]an?\b|\b(?:invert|adquir|recib|invest|constru)ir[íi]an?\b"
    r"|\b(?:vender|ofrecer|fornecer|acceder|teria|habr[íi]a)[íi]?a[nm]?\b|\bteriam?\b|\bestariam?\b"
    r"|\b(?:louer|ach[èe]ter|signer|investir|utiliser|fournir|paier|vendr|construir"
    r"|conclur)ai(?:t|ent)\b"
    r"|\b(?:acquist|us|utilizz|pagh|firm|noleggi|affitt|fornir|investir|costruir|vender|pot)"
    r"e?r?ebbe(?:ro)?\b"
)

# A sentence that begins with its source tells what nobody has confirmed.
SOURCED_IN_LEAD: Final = (
    rf"(?:^|[.!?»”]\s+)(?:as[íi] lo |tal y como |como |wie |как |jak )?(?:(?:seg[úu]n|segundo"
    rf"|conforme|selon|d['’]apr[èe]s"
    rf"|secondo|laut|volgens|wed[łl]ug|potrivit|по данным|по информации|сообща\w+|пиш\w+|podaje"
    rf"|berichte\w*|adelant\w+"
    rf"|inform\w+|revel\w+) )(?:(?:ha |han |a |ont )?(?:adelant|revel|inform|public|avanz|report"
    rf"|apur|rivel|riport"
    rf"|riferi|quanto \w+|rapport|r[ée]v[ée]l|notici)\w* (?:por |da |dal )?)?{_OUTLET}\b"
)

STATUS_EUROPE: Final[Mapping[str, str]] = {
    "denied": (
        r"опровер\w*|отрица(?:ет|ют|ла)\b|zaprzecz\w+|dementuj\w+|\bneag[ăa]\b|dezmin\w+|yalanla\w*"
        r"|\bnunca (?:fue|foi|hubo|houve) (?:un|una|uma?) (?:compromis\w+|acuerdo|acordo"
        r"|contrato)\b"
        r"|\bnie eine? (?:zusage|verpflichtung|vereinbarung|deal|vertrag)\b"
        r"|\bjamais (?:été )?un (?:engagement|accord|contrat)\b|\bmai stato un (?:impegno"
        r"|accordo)\b"
        r"|\bnegou\b|desment\w+|\bnie(?:ga|gan)\b|smentit\w+|weist .{0,60}\bzurück|ontkende"
    ),
    "cancelled": (
        r"\baplazad[oa]s?\b|\baplaza\b|\bpospuest\w+|\bse (?:baja|descuelga|desmarca) del?\b"
        r"|carpetazo|punto muerto|en suspenso|v[íi]a muerta|\bvorerst kein|\bdoch nicht\b"
        r"|sine die|congelat\w+|\bsfuma\w*|naufrag\w+|ziet af van|afgeblazen"
        r"|\babandona\w*|\bstopt\b|estancad\w+|\bno avanza\w*|sin avanzar|en el aire|da marcha "
        r"atr[áa]s|echa(?:n)? atr[áa]s"
        r"|paralizad\w+|\bcancela(?:do|da|r|rá|ron)\b|\bdesist\w+|recu(?:a|ou)\b|\bengavet\w+"
        r"|\b(?:gibt|geben|gab|gaben) .{0,60}\bauf(?=$|[.,:;])|\bverzichte[tn]?\b|ins stocken"
        r"|\bstockt\b(?!.{0,90}\bauf(?=$|[.,:;]))|\bbl[äa]s(?:t|en) .{0,90}\bab(?=$|[.,:;])"
        r"|liegt auf eis|geplatzt|\bl[äa]sst .{0,60}\b(?:platzen|fallen)"
        r"|\b(?:tritt|zieht sich|steigt) .{0,60}\b(?:zur[üu]ck|aus)\b(?= |$|[.,])|r[üu]ckzieher"
        r"|au point mort|tombe à l['’]eau|\brenonc\w+|\bsalta (?:l['’]accordo|il)|in stallo"
        r"|si ritira\b|abbandon\w+|trekt zich .{0,40}terug|schort .{0,40}\bop\b|van de baan"
        r"|отказал\w* от|отказыва\w+|отмен(?:ил|ён|ен|яет|а)\w*|расторг\w*|прекрат\w+|приостан\w+"
        r"|заморо\w+|сорвал\w+|rezygnuj\w*|zrezygnow\w*|zerwa\w*|anulowa\w*|wstrzyma\w*|wycofa\w*"
        r"|odst[ąa]pi\w*|renun[țt]\w+|anulat\w*|anuleaz[ăa]|\biptal\w*|vazge[çc]\w*|askiya al\w*"
        r"|geri çekil\w*|rafa kald\w*"
    ),
    "cut": (
        r"сокра(?:щает|тила|тил|тит)\w*|ogranicz\w+ (?:umow|zam[óo]wi)\w*|riduc\w+|r[ée]duit"
        r"|reduz\w*"
        r"|k[üu]rzt\b|schraubt .{0,40}zur[üu]ck|azalt\w*"
    ),
    "talks": (
        r"\b(?:inici|abr|entabl|comen[cçz]|arranc)\w+ (?:\S+ ){0,2}?(?:conversaciones|negociaciones"
        r"|tratativas|conversas|negocia[çc][õo]es)\b|\b(?:entam|ouvr|engag)\w+ (?:\S+ ){0,2}?"
        r"(?:discussions|pourparlers)\b|\bavvia\w* (?:\S+ )?(?:colloqui|trattative)\b"
        r"|\bultiman?\b|ultimando|\bconversan?\b con|cerca de un acuerdo|se acercan? a una? "
        r"|\bnegociam\b|negociando|perto de (?:fechar|assinar|um)|em negocia[çc][ãa]o"
        r"|im gespr[äa]ch|vor (?:dem |einem |einer )?(?:abschluss|einigung|\w*vertrag|\w*auftrag"
        r"|\w*deal"
        r"|\w*vereinbarung)\b|\bspricht mit\b|en discussions?\b"
        r"|sur le point de|proche d['’]un accord|in trattativ\w+|\btrattan?o? con\b|in colloqui"
        r"|vicin[aoi] a"
        r"|praat met|in onderhandeling|dicht bij|ведёт переговоры|намерен\w*|рассматрива\w+"
        r"|negocj\w+|rozmow\w+ (?:z|o|w)\b|rozmawia\w*|negociaz[ăa]|negocier\w+|discu[țt]ii"
        r"|görüşüyor\w*|görüşme\w*|müzakere\w*"
    ),
    "rumour": (
        rf"(?:seg[úu]n|segundo|conforme|selon|d['’]apr[èe]s|secondo|stando a|laut|nach angaben von"
        rf"|gem[äa](?:ß|ss)|volgens|aldus|wed[łl]ug|jak (?:podaje|podają|informuje|donosi)|potrivit"
        rf"|по данным|по информации|по сведениям|как (?:сообща|пиш|переда|рассказ)\w+|сообща(?:ет"
        rf"|ют)"
        rf"|со ссылкой на|wie (?:das|der|die)|(?:ha|han)? ?(?:adelant|revel|inform|public|avanz)\w*"
        rf"|(?:meldet|berichtet|schreibt|rapporte|r[ée]v[èe]le|rivela|riporta|scrive|bericht"
        rf"|schrijft"
        rf"|informou|noticiou))(?: (?:ha |han |a |ont )?(?:adelant|revel|inform|public|avanz|report"
        rf"|apur|rivel|riport|riferi|quanto \w+|rapport|r[ée]v[ée]l|notici)\w*)? {_OUTLET}\b"
        rf"|\b(?:segundo|conforme) apurou\b|{_OUTLET}(?: (?:zufolge|berichtet|meldet|ha "
        rf"(?:publicado"
        rf"|revelado|adelantado)|['’]?\S* göre))|\b(?:berichten|medienberichten|kreisen|insidern"
        rf"|medienbericht|bericht) zufolge|\S*(?:journal|bloomberg|reuters|information|times|kaynak"
        rf"|haber)\S* göre|{_HEARSAY}|\bwohl\b|dem vernehmen nach|m[öo]glicherweise|по слухам|якобы"
        r"|\bpodobno\b|nieoficjalnie|\bar fi\b|\biddia\w*|öne sürül\w*|iddialara|al parecer"
        r"|presuntamente|supuestamente|rumor(?:es|ea\w*)|filtra(?:ci[óo]n|do)|\bdeve(?:m)? "
        r"(?:anunciar"
        r"|fechar|assinar)|croit savoir|selon nos informations|zou(?:den)? (?:willen|gaan|hebben)"
    ),
    "loi": (
        r"memorando de entendimiento|carta de inten[çc]|memorando de entendimento|lettre "
        r"d['’]intention"
        r"|lettera d['’]intenti|protocollo d['’]intesa|intentieverklaring|меморандум\w*|list "
        r"intencyjny"
        r"|memorandum de în[țt]elegere|niyet mektubu|mutabakat"
    ),
}

# What else a text is about: the reason and its weight as in `deal_words`, rows begin a word.
NOT_THE_SUBJECT_EUROPE: Final = (
    (
        "a funding round",
        1,
        r"recaud(?:a|an|ó|aron|ar[áa])\b .{0,40}(?:milh|bilh|millones|mdd)|ronda de (?:finan|invers"
        r"|capital)|l[èe]ve\b .{0,40}(?:million|milliard)|lev[ée]e de fonds|finanzierungsrunde"
        r"|rodada de|capta\b .{0,40}(?:milh|bilh|millones)|levanta\b .{0,40}(?:milh|bilh|millones)"
        r"|round di (?:finanz|invest)|financieringsronde|rund\w* finansow\w+|rund[ăa] de (?:finan"
        r"|invest)"
        r"|yatirim turu|ронд|привле(?:к|чёт|чет)\w* .{0,40}(?:млн|млрд)|raccoglie\b .{0,40}mili"
        r"|sammelt\b .{0,60}\bein\b|haalt\b .{0,60}\bop\b|fue valorad\w+|valoraci[óo]n de"
        r"|bewertung von"
        r"|emisi[óo]n de (?:bonos|deuda)|anleihen?\b|obbligazion\w+|obligations? convert",
        "",
    ),
    (
        "earnings or guidance",
        2,
        r"resultados (?:financieros|del)|beneficios?\b|quartal\w*|gewinn\b|выручк\w+|прибыл\w+"
        r"|ricavi\b|utili\b|lucro\b|przych[óo]d\w+|zysk\w*|venituri\w*|gelir\w* (?:art|y[üu]ksel)"
        r"|b[ée]n[ée]fices?\b|winst\b|prognos\w+|pron[óo]stic\w+|previsione\w*",
        "",
    ),
    (
        "a share move",
        2,
        r"(?:aktien?|aandeel|aandelen|акци\w+|akcj\w+|ac[țt]iuni\w*|hisse\w*|azioni|a[çc][õo]es"
        r"|acciones|titolo)\b.{0,40}\b(?:(?:sub|ca)(?:en?|i[óo]|ieron|y[óo]|yeron|en)\b|(?:se "
        r")?(?:dispar|desplom|sprin|steig"
        r"|st[üu]rz|f[äa]ll|stijg|daal|kelder|вырос|раст|упал|паде|взлет|обвал|wzros|spad|cresc"
        r"|sc[ăa]d|y[üu]kse"
        r"|d[üu]ş|volan|croll|grimp|baiss|chut)\w*|salg?ono?\b|scende\b|legt .{0,20}\bzu\b)"
        r"|zieht .{0,40}\baktien?\b",
        "",
    ),
    (
        "a takeover",
        2,
        r"(?:se fusion|fusionar)\w*|se (?:queda|qued[óo]|hace|hizo|har[áa]) con (?!.*(?:capacidad"
        r"|contrato|pedido|[gt]pus?\b|chips de (?!ia\b)|[gm]w\b|vatios|\d ?%))|opa\b"
        r"|verkauf\w* (?:\S+ ){0,3}?\S*(?:sparte|tochter\w*|gesch[äa]ft|anteile?|beteiligung)\b"
        r"|(?:vende|cede|c[èe]de) (?:\S+ ){0,3}?(?:filial\w*|divisi\w+|participa\w+|partecipa\w+)"
        r"|compra de (?:la )?(?:empresa|startup|compañía|firma)"
        r"|поглощ\w+|слияни\w+|przej(?:mie|ęła|ął|mując|ęci)\w*|preia\b|preluare\w*|satin alma "
        r"anlaşma\w*"
        r"|devral\w*|fusione\b|(?:adquisici[óo]n|aquisi[çc][ãa]o|acquisition|acquisizione|rachat"
        r"|[üu]bernahme|overname|przej[ęe]ci\w+|achizi[țt]i\w+|приобретени\w+|покупк\w+) (?:de"
        r"|d[eou]"
        r"|da|di|von|van|d['’]|des|der|einer|eines)? ?(?:\w+ ){0,3}?(?:impiant\w+|stabiliment\w+"
        r"|siti?o?"
        r"|societ[àa]|aziend[ae]|plantas?|terrenos?|empresas?|compañ[íi]as?|startups?|usinas?"
        r"|usines?"
        r"|sites?|entreprises?|soci[ée]t[ée]s?|standort\w*|werks?|unternehmens?|firmen?|bedrijf"
        r"|завод\w*|площадк\w*|компани\w+|sp[óo][łl]k\w+|firmy|zak[łl]ad\w+|companiei?|start-?ups?)"
        r"\b|overneemt|neemt .{0,40}\bover\b|übernehmen\b"
        r"|(?:kauft|kaufte|compra|ach[èe]te|koopt|acquista|купил\w*|kupi\w*|cump[ăa]r\w+) "
        r".{0,30}\b(?:acres"
        r"|hektar\w*|hect[áa]re\w*|ettari|hectares|grundst[üu]ck\w*|terrenos?|terrain|grond"
        r"|участ\w+|dzia[łl]k\w+)",
        "",
    ),
    (
        "a power contract",
        2,
        r"(?:suminist|provee|compra|contrat|acuerdo|fornir|fornisc|fornitur|accord|fornec|acordo"
        r"|fourni"
        r"|(?:be)?liefer|vertrag|abkommen|vereinbarung|lever|overeenkomst|постав|соглашени|контракт"
        r"|dostarcz|umow"
        r"|furniz|acord|contrato|contratto|contrat)\w*\b.{0,40}\b(?:energ[íi]a (?:\w+ )?(?:solar"
        r"|e[óo]lica"
        r"|nuclear|renovable|limpia|geot[ée]rmica|el[ée]ctrica)|energia (?:solar|e[óo]lica|nuclear"
        r"|renov[áa]vel|limpa|rinnovabil\w+|nuclear\w+|pulita)|de energia\b|di energia\b"
        r"|electricidad|elettricit[àa]|[ée]lectricit[ée]|[ée]nergie (?:\w+ )?(?:nucl|solair"
        r"|renouv|[ée]ol)\w*"
        r"|(?:wind|solar|[öo]ko|atom|gr[üu]n)?strom\w*|kernenergie|(?:wind|zonne|atoom)?stroom\b"
        r"|windenergie|zonne\w*"
        r"|электроэнерги\w+|энергии\b|аэс\b|energii\b|pr[ąa]du\b|energie (?:electric|nuclear"
        r"|solar)\w*)"
        r"|atomstrom\w*|atom-?deals?\b|atomkraft\w*|kernenergie\w*|kernkraftwerk\w*"
        r"|energ[íi]a nuclear|reactores? (?:nuclear|modular)\w*|mini-?reactor\w*|kernkraft\w*"
        r"|nükleer\w*"
        r"|атомн\w+ (?:энерг|станц)\w*|elektrownia\w*|elektrowni\w* (?:atom|j[ąa]dr)\w*",
        "",
    ),
    (
        "a lawsuit",
        1,
        r"demanda (?:judicial|contra|colectiva)|processo judicial|иск\b|суд\b|pozew|pozw\w+"
        r"|dava\b|proces în"
        r"|denunci[aó]\b|plainte\b|querell\w+|rechtszaak",
        "",
    ),
    (
        "a fund for investments",
        2,
        r"(?:lanz|cre|lanc|leg|gr[üu]nd|созда|запуска|utworz|kur)\w* (?:\S+ ){0,2}(?:fondo|fonds"
        r"|fundo|фонд|fundusz)\b",
        "",
    ),
    (
        "one's own investment",
        1,
        r"(?:inv[ie]+[rs]t\w*|destin\w+|инвест\w+|inwest\w+|zainwest\w+|yatirim\w*) "
        r".{0,60}?\b(?:en|em|in|na|no|nel"
        r"|nella|w|we|în|в|au|aux) (?:la |el |los |las |il |der |den |das |o |a )?(?:espa[ñn]\w*"
        r"|arag[óo]n"
        r"|m[ée]xic\w+"
        r"|m[ée]jico|brasil|argentina|chile|colombia|portugal|deutschland|germania|alemania"
        r"|alemanha|nrw"
        r"|italia|it[áa]li\w|fran[cç]\w+|francia|polsce|polska|rom[âa]ni\w|nederland|benelux"
        r"|suiza|schweiz"
        r"|svizzera|индии?|росси\w|европ\w|германи\w|indi[ae]n?|japan|jap[óo]n|europa|catalu[ñn]a"
        r"|madrid"
        r"|querétaro|uruguay|t[üu]rkiye\w*|ee\.? ?uu|estados unidos|regno unito|reino unido"
        r"|royaume-uni|gro(?:ß|ss)britannien|vereinigte"
        r"s? k[öo]nigreich|великобритани\w|wielkiej brytanii|marea britanie|verenigd koninkrijk"
        r"|stati uniti|[ée]tats-unis|сша\b|usa\b|vereinigt\w+ \w+)",
        "",
    ),
    (
        "what many invest of their own",
        2,
        r"(?:hyperscalers?|big tech|tech-?(?:giganten|konzerne|reuzen|bedrijven|riesen)|grandes "
        r"tecnol[óo]gicas|tecnol[óo]gicas|g[ée]ants (?:de la tech|du num[ée]rique)|giganti tech"
        r"|big "
        r"techs) (?:\S+ ){0,2}?(?:investeren|investieren|stecken|pumpen|invierten|invertir[áa]n"
        r"|gastan|gastar[áa]n|investem|gastam|investono|spendono|investissent|d[ée]pensent)",
        "",
    ),
    (
        "what is owed",
        1,
        r"bor[çc] y[üu]k\w*|bor[çc]lan\w*|schulden(?:berg|last|welle)\w*|verschuld\w+|endettement"
        r"|endeudamiento|endividamento|indebitamento|montaña de deuda|долгов\w+ (?:нагрузк|брем)\w*"
        r"|zad[łl]u[żz]eni\w+|[îi]ndatorar\w+",
        "",
    ),
    (
        "a licence or content",
        2,
        r"lizenz\w*|licenza\w*|licen[çc]a\w*|licencia\w*|лицензи\w+|licencj\w+|lisans\w*|licence de"
        r"|derechos de autor|contenidos\b|inhalte\b",
        "",
    ),
    (
        "what a government says",
        2,
        r"(?:ee\.? ?uu\.?|estados unidos|eua|washington|(?:la )?casa (?:blanca|branca)"
        r"|(?:les )?[ée]tats-unis|(?:die )?usa|pekín|pequim|p[ée]kin|peking)"
        r" (?:asegura|acusa|advierte|denuncia|investiga|afirma"
        r"|alerta|adverte|accusent?|affirment?|werfen|wirft|beschuldig\w+)\b",
        "",
    ),
    (
        "policy or rules",
        1,
        r"aranceles|exportaciones a|restricciones|sanciones|sanktionen|exportkontroll\w*"
        r"|exportbeschr[äa]nk\w*"
        r"|санкци\w+|запрет\w*|разреш(?:ил|ает)\w*|sankcj\w+|ihracat|exportations? vers|dazi\b"
        r"|tarifas\b",
        "",
    ),
)

# A known deal that is explained, followed up or built.
BACKGROUND_EUROPE: Final = (
    r"\bas obras\b|\bobras (?:de|del|do|da)\b|inici\w+ .{0,40}\bobras|primera piedra|pedra "
    r"fundamental"
    r"|colocar\w* la primera|baubeginn|spatenstich|grundstein\w*|richtfest|geht in betrieb|in "
    r"betrieb genommen"
    r"|eerste paal|première pierre|prima pietra|avvia(?:ti|to) i lavori|начал\w* строительств\w*"
    r"|введ[её]н"
    r"|temel atma|temeli at\w*|rozpocz\w+ budow\w*|a început construc\w+"
    r"|\b(?:clarific|aclar)(?:a|ar|ación|açã)\b|\bpor que\b|\bwaarom\b|\bпочему\b|\bdlaczego\b"
    r"|\bde ce\b"
    r"|\bwas dahinter ?steckt|\bwas .{0,60}\bbedeutet|\bfür anleger\b|\baktien? (?:schwank|reagier"
    r"|beweg|pendel)\w*|\blo que (?:implica|significa|supone|cambia)|\bo que (?:significa|muda"
    r"|representa)|\bce que .{0,40}(?:change|signifie|implique)|\bcosa (?:significa|cambia|prevede)"
    r"|\bwat .{0,60}\bbetekent|\bчто (?:это )?(?:значит|означает)|\bco (?:to )?(?:oznacza|znaczy)"
    r"|\bce (?:[îi]nseamn[ăa]|presupune)|\bne anlama|\blas claves de|\bos detalhes d[aeo]"
    r"|\bles d[ée]tails d|\bi dettagli d|\ban[áa]lisis\b|\banalisi\b|\bанализ\b|\banaliza\b"
    r"|^(?:warum|weshalb|wieso|pourquoi|perch[ée]|por qu[ée]|waarom|hoe|come mai)\b"
    r"|\bqu[ée] (?:hay (?:detr[áa]s|dentro)|esconde|oculta)|\blo que (?:esconde|oculta|se sabe"
    r"|sabemos|hay detr[áa]s)|\bce que (?:l['’]on |on )?(?:sait|cachent?|r[ée]v[èe]le)"
    r"|\bce qu['’](?:il faut|on sait|elle cache|il cache)|\bles (?:dessous|coulisses) d"
    r"|\bcosa c['’]è (?:dentro|dietro)|\bcosa (?:nasconde|sappiamo)|\bi retroscena\b"
    r"|^was (?:hinter|[üu]ber) |\bdas steckt hinter|\bhintergr[üu]nde\b|\bwas wir wissen"
    r"|\bo que (?:h[áa]|est[áa]) por tr[áa]s|\bo que se sabe|\bentenda\b|\bbastidores d"
    r"|\bwat (?:zit|schuilt) .{0,60}\bachter\b|\bdit weten we\b"
    r"|\bqu[ée] se sabe\b|\bdetalles? clave|\bla importancia de\b|\btoma la delantera\b"
    r"|\bse enfr[íi]a\b|\bmegan?egocio\b"
    r"|\bcome[çc]a a operar\b|\binicia\w* (?:a )?opera[çc]|\bentra\w* em opera[çc]"
    r"|\b(?:empieza|comienza|comenzar[áa]|empezar[áa]) a operar\b"
    r"|\bneden\b|\bchiarimento\b|\bfaktencheck\b|\brésumé\b"
)

# That an earlier deal is widened.
EXPANSION_EUROPE: Final = (
    r"\d[\d.,]* ?[gm]w (?:más|adicionales|mais|adicionais|supplémentaires|zusätzlich|in più)\b|"
    r"(?:расшир|продл)\w+ .{0,40}(?:соглашени|контракт|сотрудничеств|партн)\w*|(?:rozszerz"
    r"|przed[łl]u[żz])\w+"
    r" .{0,40}(?:umow|kontrakt|wsp[óo][łl]prac|partner)\w*|(?:extin[ds]|prelunge)\w* "
    r".{0,40}(?:acord|contract"
    r"|parteneriat)\w*|(?:ampli|expand|estend"
    r"|prorrog)\w+ (?:(?!(?:co[nm]|with|through|via|by)\b)\S+ ){0,5}?(?:l['’])?(?:acordo"
    r"|parceria|contrato"
    r"|accordo"
    r"|contratto|partnership|collaborazione|alianza|colaboraci)\w*|genişlet\w*|\bbaut\b .{0,60}"
    r"(?:partnerschaft|kooperation|zusammenarbeit|vereinbarung|vertrag)\b.{0,40}\baus\b"
    r"|\b(?:reforz|refuerz)\w+ (?:(?!con\b)\S+ ){0,5}?"
    r"(?:alianza|acuerdo|asociaci[óo]n|colaboraci[óo]n|relaci[óo]n)"
    r"|\beleva(?:n|r|ndo|ron)? (?:a|hasta) .{0,40}\b(?:total|valor) de(?:l| los| sus)? "
    r"(?:acuerdos?|contratos?)"
    r"|\buitbreid\w+|otros? \d[\d.,]* (?:mil )?millones|weitere \d[\d.,]* m\w+"
    r"|\bainda mais\b"
    r"|\bampl[ií]\w+ (?:\S+ ){0,5}?(?:uso|utilizaci[óo]n|utilizzo|utiliza[çc][ãa]o)\b"
    r"|\b(?:weitet|breidt|[ée]tend|[ée]largit|estende) (?:\S+ ){0,5}?(?:nutzung|gebruik|usage"
    r"|utilisation|utilizzo)\b"
)

# Behind how shares move: the deal that moves them, with a sum of its own.
TELLING_EUROPE: Final = (
    r"\b(?:tras|despu[ée]s de|luego de|al|por|gracias al?|apr[èe]s|suite [àa]|gr[âa]ce [àa]u?|nach"
    r"|dank|wegen|dopo|grazie all?|ap[óo]s|depois d[eao]|com|na|door|dankzij|после|po|dup[ăa])\b "
    r"(?:[^\s.;]+ ){0,8}?(?:[ld]['’])?(?:acuerdo|contrato|pacto|alianza|pedido|contrat|accord"
    r"|commande|[\w-]*vertrags?|[\w-]*deal|[\w-]*auftrag\w*|contratto|accordo|intesa|commessa"
    r"|acordo|parceria|contract|overeenkomst|order|контракт\w*|сделк\w+|соглашени\w+|umow\w+"
    r"|kontrakt\w*)\b(?:[^.;\d]|\.\d){0,40}\d"
    r"|\b(?:tras|al|despu[ée]s de|apr[èe]s avoir|dopo aver|ap[óo]s) (?:firma|cerra|sella|logra"
    r"|conseguir|suscribir|sign|conclu|d[ée]croch|remport|firmat|siglat|ottenut|assina|fecha)\w*"
    r" [^.;]{0,60}?\b(?:acuerdo|contrato|pacto|contrat|accord|contratto|accordo|acordo)\b"
)

# That a deal is signed or struck, as news tells it; with one of these a lead alone may tell a deal.
SIGNED_EUROPE: Final = (
    r"\bfirm(?:an?|[óo])\b|\bsell(?:an?|[óo])\b|\bcierran?\b"
    r"|\bschlie(?:ß|ss)t\b|\bsluit\b|\bsigne(?:nt)?\b|\bfech(?:a|ou)\b|подписал|заключил"
    r"|(?<!que )\b(?:han?|hanno|a|ont) (?:firmado|sellado|cerrado|suscrito|acordado|firmato|siglato"
    r"|sign[ée]|conclu|scell[ée])\b|\bfirmaron\b|\bunterzeichne[nt]\b"
    r"|\b(?:hat|haben|heeft|hebben) .{0,80}\b(?:geschlossen|unterzeichnet|vereinbart|gesloten"
    r"|getekend|ondertekend)\b"
    r"|\b(?:podpisa(?:ł|ła|li|ły|ło)|zawar(?:ł|ła|li|ły|ło)|semnat|a încheiat|imzalad[iı]\w*"
    r"|anlaşt[iı]\w*"
    r"|anlaşmaya vard[iı]\w*|ha stretto|ha chiuso|ha sottoscritto|a conclu|ont conclu|fechou"
    r"|fecharam|assinou"
    r"|assinaram|acordaron|acord[óo]|se comprometi[óo]|se ha comprometido|ha alcanzado"
    r"|alcanz[óo] un"
    r"|alcanzaron un|hat sich .{0,80}gesichert|einigten sich|stipulat[oa]|договорил\w+"
    r"|согласовал\w+|закупит"
    r"|suscribi[óo]|ha (?:contratado|elegido|reservado|scelto|acquistato|noleggiato|choisi"
    r"|commandé))\b"
)
