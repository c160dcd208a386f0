"""The words on status and events in the languages of Europe and in Turkish: tables.

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
    rf"|^(?:ft|wsj|nyt|cnbc|블룸버그|로이터|닛케이|디인포메이션|파이낸셜타임스),?\s?[\"“]"
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
        r"|\b(?:contest|refut|rebat|rebut|cuestion|impugn|d[ée]mo?n|r[ée]fut|betwist"
        r"|bestr[ei]+t)\w* "
        r"(?:\S+ ){0,3}?(?:el|la|las|los|le|les|l['’]|il|lo|i|gli|o|os|as|a|den|die|das|het|de)\s?"
        r"(?:\S+ ){0,2}?(?:r[ée]cit|relato|resoconto|rapports?|informa\w+|art[íi]c[uo]l[oi]?s?"
        r"|articles?"
        r"|articol[oi]|notizi[ae]|not[íi]cias?|indiscrezion[ei]|versi[óo]n|vers[ãa]o|ricostruzione"
        r"|reportage|reportagem|rumeurs?|rumores?|berichte?n?|darstellung|meldung(?:en)?"
        r"|berichtgeving)\b"
    ),
    "cancelled": (
        r"\b(?:n[ée]gociations?|discussions|pourparlers|negociaciones|conversaciones"
        r"|negocia[çc][õo]es"
        r"|conversas|trattative|negoziati|colloqui|gespr[äa]che|verhandlungen|onderhandelingen)\b"
        r"[^.;]{0,120}?\b(?:bloqu[ée]+e?s|bloquead[oa]s|bloccat[ei]|rompues?|rotas|rott[ei]"
        r"|interromp\w+"
        r"|suspendues?|suspendidas|suspensas|arenat[ei]|abgebrochen|festgefahren|blockiert"
        r"|vastgelopen"
        r"|afgebroken)\b|\baplazad[oa]s?\b|\baplaza\b|\bpospuest\w+|\bse (?:baja|descuelga"
        r"|desmarca) del?\b"
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

# A known deal that is explained, followed up or built.
BACKGROUND_EUROPE: Final = (
    r": (?:wie|warum|weshalb|wieso|comment|pourquoi|c[óo]mo|por qu[ée]|come|perch[ée]|hoe|waarom"
    r"|как"
    r"|почему|jak|dlaczego|de ce)\b(?! (?:das|der|die|bloomberg|reuters|bericht|le|la|il) (?:\S+ )?"
    r"(?:bericht|meld|schreib|publi|inform|rivel|scriv))|"
    r"\bas obras\b|\bobras? (?:de|del|do|da)\b|inici\w+ .{0,40}\bobras|primera piedra|pedra "
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

# The same in a text's opening: what it brings the deals of a pair to.
EXPANSION_OF_DEAL_EUROPE: Final = (
    r"\b(?:elev|sub|llev|aument|ampl[ií]|port|brin|breng|erh[öo]h|steiger|aufst|alz|innalz|lev)\w*"
    r" (?:(?:a|hasta|para|à|sich|das|den|die|der|de|het|el|la|o|il|las?|les?|los?) ){0,2}"
    r"(?:(?:m[áa]s|plus|mais|pi[ùu]|meer) (?:de |di |dan )?)?(?:\W?\d\S* (?:\S+ ){0,5}?)?"
    r"(?:el |la |le |il |o |das |den |die |het )?"
    r"(?:(?:valor|monto|importe|valeur|montant|valore|importo|waarde|volumen|wert)s? )?"
    r"(?:total\w*|globale?|complessiv\w+|acumulad\w+|cumul[ée]\w*|gesamt\w*)\b"
    r"(?: (?:\S+ ){0,4}?(?:acuerd|contrat|contract|colaborac|alianz|relaci|compromis|asociac|acord"
    r"|parceri|accord|partenari|collaboraz|collabor|alleanz|impegn|vertr|partnerschaft|auftr"
    r"|vereinbar"
    r"|zusammenarbeit|samenwerk|overeenkomst|orders?|pedidos|commandes|ordini)\w*)"
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
