"""Deals as newsrooms of Europe tell them: who does what in ten languages, and what is no deal."""

from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))


def read(title: str, text: str = "") -> DealReading:
    """A text read with the list that comes with the program."""
    return read_deal(title, text, READER)


@pytest.mark.parametrize(
    ("title", "text", "roles"),
    [
        pytest.param(
            "Microsoft mietet bei Nscale in Portugal und Norwegen KI-Rechenleistung an",
            "",
            {"Microsoft buyer", "Nscale supplier"},
            id="de 1",
        ),
        pytest.param(
            "OpenAI hat mit dem Cloudanbieter CoreWeave einen Vertrag über 11,9 Milliarden "
            "Dollar abgeschlossen",
            "",
            {"CoreWeave supplier", "OpenAI buyer"},
            id="de 2",
        ),
        pytest.param(
            "Der Chiphersteller AMD liefert OpenAI künftig KI-Chips mit einer Leistung von "
            "sechs Gigawatt",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="de 3",
        ),
        pytest.param(
            "Der Facebook-Konzern Meta kauft bei Google Rechenleistung für zehn Milliarden "
            "Dollar ein",
            "",
            {"Google supplier", "Meta buyer"},
            id="de 4",
        ),
        pytest.param(
            "Anthropic erhält von Google Zugriff auf bis zu eine Million TPUs",
            "Der Vertrag ist laut den Unternehmen mehrere zehn Milliarden Dollar wert.",
            {"Anthropic buyer", "Google supplier"},
            id="de 5",
        ),
        pytest.param(
            "Oracle stellt OpenAI 4,5 Gigawatt Rechenzentrumskapazität zur Verfügung",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="de 6",
        ),
        pytest.param(
            "CoreWeave wird OpenAI im Rahmen eines Fünfjahresvertrags mit Rechenleistung versorgen",
            "",
            {"CoreWeave supplier", "OpenAI buyer"},
            id="de 7",
        ),
        pytest.param(
            "Im Rahmen der Vereinbarung wird Nebius dem US-Konzern Microsoft GPU-Kapazitäten "
            "bereitstellen",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="de 8",
        ),
        pytest.param(
            "Wie das Wall Street Journal berichtet, hat OpenAI mit Oracle einen Vertrag über "
            "Rechenleistung im Wert von 300 Milliarden Dollar geschlossen",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="de 9",
        ),
        pytest.param(
            "Meta verhandelt Kreisen zufolge mit Google über den Einsatz von TPU-Chips in "
            "seinen Rechenzentren",
            "",
            {"Google supplier", "Meta buyer"},
            id="de 10",
        ),
        pytest.param(
            "Die Deutsche Telekom baut mit Nvidia eine KI-Fabrik in München",
            "Nvidia liefert dafür 10.000 GPUs.",
            {"Deutsche Telekom buyer", "Nvidia supplier"},
            id="de 11",
        ),
        pytest.param(
            "SAP nutzt künftig Rechenleistung von AWS für seine souveräne Cloud",
            "",
            {"Amazon supplier", "SAP buyer"},
            id="de 12",
        ),
        pytest.param(
            "Nvidia steigt mit bis zu 100 Milliarden Dollar bei OpenAI ein und liefert die "
            "Chips dazu",
            "",
            {"Nvidia investor", "Nvidia supplier", "OpenAI buyer", "OpenAI investee"},
            id="de 13",
        ),
        pytest.param(
            "OpenAI least Rechenzentrum in Texas von Oracle",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="de 14",
        ),
        pytest.param(
            "Anthropic weitet die Zusammenarbeit mit Google aus und erhält Zugang zu einer "
            "Million TPUs",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="de 15",
        ),
        pytest.param(
            "Milliardenauftrag für Nebius: Microsoft bestellt Rechenleistung für 17,4 "
            "Milliarden Dollar",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="de 16",
        ),
        pytest.param(
            "Northern Data vermietet H100-Cluster an Gcore",
            "Der Vertrag läuft über drei Jahre.",
            {"Gcore buyer", "Northern Data supplier"},
            id="de 17",
        ),
        pytest.param(
            "OpenAI will bei Oracle Rechenkapazität für 300 Milliarden Dollar einkaufen",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="de 18",
        ),
        pytest.param(
            "Microsoft zieht sich aus Mietvertrag mit CoreWeave zurück",
            "",
            {"CoreWeave supplier", "Microsoft buyer"},
            id="de 19",
        ),
        pytest.param(
            "OpenAI dementiert Ende des Vertrags mit Oracle über Rechenzentren",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="de 20",
        ),
        pytest.param(
            "Apple verhandelt offenbar mit Google über Nutzung von TPU-Rechenleistung",
            "",
            {"Apple buyer", "Google supplier"},
            id="de 21",
        ),
        pytest.param(
            "Milliardendeal: Lambda versorgt Microsoft mit KI-Infrastruktur",
            "Zum Einsatz kommen zehntausende Nvidia-GPUs.",
            {"Lambda supplier", "Microsoft buyer"},
            id="de 22",
        ),
        pytest.param(
            "Google liefert Meta offenbar TPUs für dessen Rechenzentren",
            "",
            {"Google supplier", "Meta buyer"},
            id="de 23",
        ),
        pytest.param(
            "OpenAI und Broadcom wollen gemeinsam KI-Chips mit einer Leistung von zehn "
            "Gigawatt entwickeln",
            "",
            {"Broadcom supplier", "OpenAI buyer"},
            id="de 24",
        ),
        pytest.param(
            "Meta alquilará capacidad de cómputo a CoreWeave por 14.200 millones de dólares",
            "",
            {"CoreWeave supplier", "Meta buyer"},
            id="es 1",
        ),
        pytest.param(
            "CoreWeave suministrará a Meta 14.200 millones de dólares en capacidad de computación",
            "",
            {"CoreWeave supplier", "Meta buyer"},
            id="es 2",
        ),
        pytest.param(
            "La empresa neerlandesa Nebius proveerá a Microsoft de infraestructura de GPU en "
            "un contrato de 17.400 millones",
            "El contrato tendrá una duración de cinco años.",
            {"Microsoft buyer", "Nebius supplier"},
            id="es 3",
        ),
        pytest.param(
            "Nebius se dispara tras cerrar un contrato de 17.400 millones con Microsoft para "
            "darle capacidad de IA",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="es 4",
        ),
        pytest.param(
            "AMD venderá chips de IA a OpenAI en un acuerdo multimillonario",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="es 5",
        ),
        pytest.param(
            "Anthropic, creador de Claude, ha llegado a un acuerdo con Google para utilizar "
            "hasta un millón de sus TPU",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="es 6",
        ),
        pytest.param(
            "La compañía dirigida por Sam Altman contratará a Oracle 4,5 gigavatios de "
            "capacidad en centros de datos",
            "OpenAI pagará 30.000 millones de dólares al año a Oracle.",
            {"OpenAI buyer", "Oracle supplier"},
            id="es 7",
        ),
        pytest.param(
            "Microsoft recurre a Nscale para desplegar 200.000 GPU de Nvidia",
            "El acuerdo se suma a otros firmados por la tecnológica.",
            {"Microsoft buyer", "Nscale supplier"},
            id="es 8",
        ),
        pytest.param(
            "xAI recibirá servidores de Dell por 5.000 millones de dólares",
            "",
            {"Dell supplier", "xAI buyer"},
            id="es 9",
        ),
        pytest.param(
            "Google negocia vender sus chips TPU a Meta, según The Information",
            "",
            {"Google supplier", "Meta buyer"},
            id="es 10",
        ),
        pytest.param(
            "Las tecnológicas Amazon y OpenAI sellaron una alianza de 38.000 millones de dólares",
            "En virtud del acuerdo, OpenAI accederá de inmediato a la infraestructura de AWS.",
            {"Amazon supplier", "OpenAI buyer"},
            id="es 11",
        ),
        pytest.param(
            "El creador de ChatGPT firmó el lunes un acuerdo de siete años para comprar "
            "38.000 millones de dólares en servicios de nube a Amazon.com",
            "",
            {"Amazon supplier", "OpenAI buyer"},
            id="es 12",
        ),
        pytest.param(
            "Según informó Bloomberg, Oracle y Meta ultiman un acuerdo de computación en la "
            "nube por 20.000 millones",
            "",
            {"Meta buyer", "Oracle supplier"},
            id="es 13",
        ),
        pytest.param(
            "Nvidia invertirá hasta 100.000 millones de dólares en OpenAI para construir "
            "centros de datos",
            "OpenAI desplegará al menos 10 gigavatios de sistemas de Nvidia.",
            {"Nvidia investor", "Nvidia supplier", "OpenAI buyer", "OpenAI investee"},
            id="es 14",
        ),
        pytest.param(
            "Microsoft cancela contratos de alquiler de centros de datos con Crusoe",
            "",
            {"Crusoe supplier", "Microsoft buyer"},
            id="es 15",
        ),
        pytest.param(
            "Telefónica proporcionará a Mistral capacidad de GPU en sus centros de datos",
            "",
            {"Mistral buyer", "Telefónica supplier"},
            id="es 16",
        ),
        pytest.param(
            "La carrera por la capacidad de cómputo no se detiene.",
            "Meta ha firmado con CoreWeave un contrato de hasta 14.200 millones de dólares "
            "para acceder a su infraestructura en la nube hasta 2031.",
            {"CoreWeave supplier", "Meta buyer"},
            id="es 17",
        ),
        pytest.param(
            "Humain, la compañía de IA de Arabia Saudita, comprará 18.000 chips de última "
            "generación de Nvidia.",
            "El anuncio se hizo durante la visita de Donald Trump a Riad.",
            {"Humain buyer", "Nvidia supplier"},
            id="es 18",
        ),
        pytest.param(
            "AMD y Humain invertirán 10.000 millones de dólares en infraestructura de "
            "inteligencia artificial",
            "Ambas empresas desplegarán 500 megavatios de capacidad de cómputo en los "
            "próximos cinco años.",
            {"AMD supplier", "Humain buyer"},
            id="es 19",
        ),
        pytest.param(
            "Anthropic amplía su acuerdo con Google Cloud y utilizará hasta un millón de TPU",
            "La startup respaldada por Amazon sumará más de un gigavatio de capacidad en 2026.",
            {"Anthropic buyer", "Google supplier"},
            id="es 20",
        ),
        pytest.param(
            "Nscale se adjudica un contrato con Microsoft para desplegar 200.000 GPU",
            "La empresa británica, respaldada por Nvidia, instalará los chips en Texas, "
            "Portugal y Noruega.",
            {"Microsoft buyer", "Nscale supplier"},
            id="es 21",
        ),
        pytest.param(
            "OpenAI desmiente que haya cancelado su contrato con Oracle",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="es 22",
        ),
        pytest.param(
            "El gigante tecnológico Alphabet estaría en conversaciones para arrendar "
            "capacidad de CoreWeave",
            "",
            {"CoreWeave supplier", "Google buyer"},
            id="es 23",
        ),
        pytest.param(
            "Cipher Mining firma con Amazon Web Services un arrendamiento de 15 años por "
            "5.500 millones",
            "La minera entregará 300 megavatios de capacidad en 2026.",
            {"Amazon buyer", "Cipher Mining supplier"},
            id="es 24",
        ),
        pytest.param(
            "¿Qué significa el acuerdo de 300.000 millones entre Oracle y OpenAI?",
            "Cinco claves del pacto que ha disparado la fortuna de Larry Ellison.",
            {"OpenAI buyer", "Oracle supplier"},
            id="es 25",
        ),
        pytest.param(
            "Nebius cierra con Meta su segundo gran contrato del año, por 3.000 millones",
            "El acuerdo tendrá una vigencia de cinco años.",
            {"Meta buyer", "Nebius supplier"},
            id="es 26",
        ),
        pytest.param(
            "La china ByteDance planea gastar 14.000 millones de dólares en chips de Nvidia "
            "en 2026",
            "",
            {"ByteDance buyer", "Nvidia supplier"},
            id="es 27",
        ),
        pytest.param(
            "Microsoft alquilará a Lambda decenas de miles de GPU de Nvidia en un acuerdo "
            "multimillonario",
            "Lambda, con sede en San José, anunció el contrato este lunes.",
            {"Lambda supplier", "Microsoft buyer"},
            id="es 28",
        ),
        pytest.param(
            "Microsoft va louer des GPU à Nebius pour 17,4 milliards de dollars",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="fr 1",
        ),
        pytest.param(
            "OpenAI achètera pour 38 milliards de dollars de services cloud à Amazon",
            "",
            {"Amazon supplier", "OpenAI buyer"},
            id="fr 2",
        ),
        pytest.param(
            "AMD va fournir à OpenAI des puces d'intelligence artificielle",
            "L'accord pluriannuel porte sur six gigawatts.",
            {"AMD supplier", "OpenAI buyer"},
            id="fr 3",
        ),
        pytest.param(
            "Le groupe américain Oracle a conclu avec Meta un contrat de cloud de 20 "
            "milliards de dollars",
            "",
            {"Meta buyer", "Oracle supplier"},
            id="fr 4",
        ),
        pytest.param(
            "Anthropic pourra utiliser jusqu'à un million de TPU de Google",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="fr 5",
        ),
        pytest.param(
            "Meta serait en négociations avec Google pour acheter des TPU, selon The Information",
            "",
            {"Google supplier", "Meta buyer"},
            id="fr 6",
        ),
        pytest.param(
            "D'après le Wall Street Journal, OpenAI a signé un contrat de 300 milliards de "
            "dollars avec Oracle",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="fr 7",
        ),
        pytest.param(
            "Scaleway met à disposition de Mistral mille GPU Nvidia",
            "",
            {"Mistral buyer", "Scaleway supplier"},
            id="fr 8",
        ),
        pytest.param(
            "La course à la puissance de calcul s'accélère.",
            "OpenAI a conclu un partenariat avec Broadcom portant sur 10 gigawatts de puces "
            "d'intelligence artificielle.",
            {"Broadcom supplier", "OpenAI buyer"},
            id="fr 9",
        ),
        pytest.param(
            "Nebius fournira à Meta des capacités de calcul pour 3 milliards de dollars",
            "",
            {"Meta buyer", "Nebius supplier"},
            id="fr 10",
        ),
        pytest.param(
            "Microsoft loue auprès de Nscale 200.000 GPU Nvidia en Europe",
            "",
            {"Microsoft buyer", "Nscale supplier"},
            id="fr 11",
        ),
        pytest.param(
            "Anthropic élargit son partenariat avec Google Cloud",
            "Le créateur de Claude aura accès à un million de puces TPU.",
            {"Anthropic buyer", "Google supplier"},
            id="fr 12",
        ),
        pytest.param(
            "Microsoft renonce à louer des centres de données à CoreWeave",
            "",
            {"CoreWeave supplier", "Microsoft buyer"},
            id="fr 13",
        ),
        pytest.param(
            "Nscale équipera Microsoft de 200.000 GPU Nvidia dans quatre centres de données",
            "",
            {"Microsoft buyer", "Nscale supplier"},
            id="fr 14",
        ),
        pytest.param(
            "Meta acquisterà chip da AMD per 60 miliardi di dollari",
            "",
            {"AMD supplier", "Meta buyer"},
            id="it 1",
        ),
        pytest.param(
            "Microsoft ha siglato con Nebius un contratto da 17,4 miliardi di dollari per la "
            "fornitura di GPU",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="it 2",
        ),
        pytest.param(
            "OpenAI utilizzerà i servizi cloud di Amazon in base a un accordo da 38 miliardi "
            "di dollari",
            "",
            {"Amazon supplier", "OpenAI buyer"},
            id="it 3",
        ),
        pytest.param(
            "CoreWeave fornirà a OpenAI capacità di calcolo per 11,9 miliardi",
            "",
            {"CoreWeave supplier", "OpenAI buyer"},
            id="it 4",
        ),
        pytest.param(
            "Anthropic sceglie i chip TPU di Google: accordo da decine di miliardi",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="it 5",
        ),
        pytest.param(
            "Secondo il Wall Street Journal, OpenAI avrebbe firmato un contratto da 300 "
            "miliardi con Oracle",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="it 6",
        ),
        pytest.param(
            "Nvidia investirà fino a 100 miliardi in OpenAI",
            "In cambio OpenAI installerà almeno 10 gigawatt di sistemi Nvidia.",
            {"Nvidia investor", "Nvidia supplier", "OpenAI buyer", "OpenAI investee"},
            id="it 7",
        ),
        pytest.param(
            "La corsa all'intelligenza artificiale non si ferma.",
            "OpenAI ha stretto con Amazon un accordo da 38 miliardi di dollari per utilizzare "
            "la potenza di calcolo di AWS nei prossimi sette anni.",
            {"Amazon supplier", "OpenAI buyer"},
            id="it 8",
        ),
        pytest.param(
            "Nebius firma un contratto da 3 miliardi con Meta: fornirà infrastruttura AI per "
            "cinque anni",
            "",
            {"Meta buyer", "Nebius supplier"},
            id="it 9",
        ),
        pytest.param(
            "Meta in trattative con Google per acquistare TPU per miliardi di dollari",
            "",
            {"Google supplier", "Meta buyer"},
            id="it 10",
        ),
        pytest.param(
            "Anthropic estende la partnership con Google: fino a un milione di TPU",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="it 11",
        ),
        pytest.param(
            "OpenAI affitterà da CoreWeave altri 6,5 miliardi di dollari di capacità di calcolo",
            "",
            {"CoreWeave supplier", "OpenAI buyer"},
            id="it 12",
        ),
        pytest.param(
            "Nebius, maxi contratto con Microsoft da 17,4 miliardi per l'AI",
            "La società olandese fornirà capacità GPU dal data center del New Jersey.",
            {"Microsoft buyer", "Nebius supplier"},
            id="it 13",
        ),
        pytest.param(
            "AMD venderà a Meta chip per 60 miliardi di dollari in cinque anni",
            "",
            {"AMD supplier", "Meta buyer"},
            id="it 14",
        ),
        pytest.param(
            "OpenAI koopt voor 38 miljard dollar clouddiensten in bij Amazon",
            "",
            {"Amazon supplier", "OpenAI buyer"},
            id="nl 1",
        ),
        pytest.param(
            "Nebius gaat Microsoft voor 17,4 miljard dollar aan rekenkracht leveren",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="nl 2",
        ),
        pytest.param(
            "Meta heeft een overeenkomst gesloten met CoreWeave ter waarde van 14,2 miljard dollar",
            "",
            {"CoreWeave supplier", "Meta buyer"},
            id="nl 3",
        ),
        pytest.param(
            "AMD gaat OpenAI AI-chips leveren; OpenAI mag belang van 10 procent nemen",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="nl 4",
        ),
        pytest.param(
            "Anthropic gaat tot een miljoen TPU's van Google gebruiken",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="nl 5",
        ),
        pytest.param(
            "De vraag naar rekenkracht blijft groeien.",
            "Meta heeft met Nebius een contract gesloten ter waarde van 3 miljard dollar, "
            "meldt het bedrijf.",
            {"Meta buyer", "Nebius supplier"},
            id="nl 6",
        ),
        pytest.param(
            "OpenAI breidt deal met CoreWeave uit met 6,5 miljard dollar",
            "",
            {"CoreWeave supplier", "OpenAI buyer"},
            id="nl 7",
        ),
        pytest.param(
            "Microsoft stopt gesprekken over huur datacenters van CoreWeave",
            "",
            {"CoreWeave supplier", "Microsoft buyer"},
            id="nl 8",
        ),
        pytest.param(
            "Volgens Bloomberg praat Meta met Google over aankoop TPU's",
            "",
            {"Google supplier", "Meta buyer"},
            id="nl 9",
        ),
        pytest.param(
            "Nebius levert voor 3 miljard dollar aan rekenkracht aan Meta",
            "",
            {"Meta buyer", "Nebius supplier"},
            id="nl 10",
        ),
        pytest.param(
            "OpenAI en Microsoft sluiten nieuwe overeenkomst: 250 miljard dollar aan "
            "Azure-diensten",
            "",
            {"Microsoft supplier", "OpenAI buyer"},
            id="nl 11",
        ),
        pytest.param(
            "Microsoft wynajmie od Nebius moc obliczeniową za 17,4 mld dolarów",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="pl 1",
        ),
        pytest.param(
            "OpenAI kupi od AMD chipy AI o mocy 6 gigawatów",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="pl 2",
        ),
        pytest.param(
            "CoreWeave dostarczy Mecie moc obliczeniową w ramach umowy o wartości 14,2 mld dolarów",
            "",
            {"CoreWeave supplier"},
            id="pl 3",
        ),
        pytest.param(
            "Meta podpisała z Google umowę o wartości 10 mld dolarów na usługi chmurowe",
            "",
            {"Google supplier", "Meta buyer"},
            id="pl 4",
        ),
        pytest.param(
            "Anthropic i Google podpisały umowę na dostawę miliona układów TPU",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="pl 5",
        ),
        pytest.param(
            "Oracle zapewni OpenAI 4,5 GW mocy w centrach danych",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="pl 6",
        ),
        pytest.param(
            "Według Wall Street Journal OpenAI zawarło z Oracle kontrakt wart 300 mld dolarów",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="pl 7",
        ),
        pytest.param(
            "Popyt na moc obliczeniową rośnie.",
            "Meta zawarła z Nebius umowę o wartości 3 mld dolarów na dostawy infrastruktury AI.",
            {"Meta buyer", "Nebius supplier"},
            id="pl 8",
        ),
        pytest.param(
            "OpenAI rozszerza umowę z CoreWeave o 6,5 mld dolarów na moc obliczeniową",
            "",
            {"CoreWeave supplier", "OpenAI buyer"},
            id="pl 9",
        ),
        pytest.param(
            "Meta negocjuje z Google zakup układów TPU",
            "",
            {"Google supplier", "Meta buyer"},
            id="pl 10",
        ),
        pytest.param(
            "OpenAI wyda 300 mld dolarów na moc obliczeniową Oracle",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="pl 11",
        ),
        pytest.param(
            "Microsoft vai alugar capacidade de computação da Nebius por US$ 17,4 bilhões",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="pt 1",
        ),
        pytest.param(
            "OpenAI assina contrato de US$ 38 bilhões com a Amazon para usar a nuvem da AWS",
            "",
            {"Amazon supplier", "OpenAI buyer"},
            id="pt 2",
        ),
        pytest.param(
            "A CoreWeave fornecerá à Meta US$ 14,2 bilhões em poder computacional",
            "",
            {"CoreWeave supplier", "Meta buyer"},
            id="pt 3",
        ),
        pytest.param(
            "AMD vai vender chips de IA para a OpenAI em acordo bilionário",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="pt 4",
        ),
        pytest.param(
            "A Anthropic vai usar até 1 milhão de TPUs do Google",
            "O acordo é avaliado em dezenas de bilhões de dólares.",
            {"Anthropic buyer", "Google supplier"},
            id="pt 5",
        ),
        pytest.param(
            "Scala Data Centers vai construir data center para a OpenAI no Rio Grande do Sul",
            "",
            {"OpenAI buyer", "Scala Data Centers developer"},
            id="pt 6",
        ),
        pytest.param(
            "Segundo o Wall Street Journal, a OpenAI fechou contrato de US$ 300 bilhões com a "
            "Oracle",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="pt 7",
        ),
        pytest.param(
            "Microsoft desiste de alugar data centers da Crusoe",
            "",
            {"Crusoe supplier", "Microsoft buyer"},
            id="pt 8",
        ),
        pytest.param(
            "A corrida por capacidade computacional ganhou novo capítulo.",
            "A OpenAI fechou com a AMD um acordo para comprar 6 gigawatts em chips de "
            "inteligência artificial ao longo de vários anos.",
            {"AMD supplier", "OpenAI buyer"},
            id="pt 9",
        ),
        pytest.param(
            "A Nebius vai fornecer infraestrutura de IA à Meta num contrato de 3 mil milhões "
            "de dólares",
            "",
            {"Meta buyer", "Nebius supplier"},
            id="pt 10",
        ),
        pytest.param(
            "Meta negocia compra de chips TPU do Google, diz The Information",
            "",
            {"Google supplier", "Meta buyer"},
            id="pt 11",
        ),
        pytest.param(
            "Google negocia fornecer TPUs à Meta para data centers próprios",
            "",
            {"Google supplier", "Meta buyer"},
            id="pt 12",
        ),
        pytest.param(
            "Anthropic terá 1 gigawatt de capacidade com TPUs do Google em 2026",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="pt 13",
        ),
        pytest.param(
            "Microsoft va închiria putere de calcul de la Nebius pentru 17,4 miliarde de dolari",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="ro 1",
        ),
        pytest.param(
            "AMD va furniza cipuri AI pentru OpenAI în cadrul unui acord de 6 gigawați",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="ro 2",
        ),
        pytest.param(
            "Meta a semnat un acord cu CoreWeave în valoare de 14,2 miliarde de dolari",
            "",
            {"CoreWeave supplier", "Meta buyer"},
            id="ro 3",
        ),
        pytest.param(
            "OpenAI va cumpăra servicii cloud de la Amazon în valoare de 38 de miliarde de dolari",
            "",
            {"Amazon supplier", "OpenAI buyer"},
            id="ro 4",
        ),
        pytest.param(
            "Potrivit Wall Street Journal, OpenAI a încheiat cu Oracle un contract de 300 de "
            "miliarde de dolari",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="ro 5",
        ),
        pytest.param(
            "Cererea de putere de calcul crește.",
            "Meta a încheiat cu Nebius un contract de 3 miliarde de dolari pentru "
            "infrastructură AI pe cinci ani.",
            {"Meta buyer", "Nebius supplier"},
            id="ro 6",
        ),
        pytest.param(
            "Meta negociază cu Google achiziția de cipuri TPU",
            "",
            {"Google supplier", "Meta buyer"},
            id="ro 7",
        ),
        pytest.param(
            "OpenAI va cumpăra cipuri de la AMD în valoare de zeci de miliarde de dolari",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="ro 8",
        ),
        pytest.param(
            "Nebius va furniza Microsoft infrastructură GPU de 17,4 miliarde de dolari",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="ro 9",
        ),
        pytest.param(
            "Microsoft арендует у Nebius вычислительные мощности на $17,4 млрд",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="ru 1",
        ),
        pytest.param(
            "AMD поставит OpenAI ускорители на 6 ГВт",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="ru 2",
        ),
        pytest.param(
            "Meta заключила с CoreWeave контракт на $14,2 млрд на предоставление "
            "вычислительных мощностей",
            "",
            {"CoreWeave supplier", "Meta buyer"},
            id="ru 3",
        ),
        pytest.param(
            "Anthropic получит доступ к миллиону TPU Google",
            "Стоимость сделки составляет десятки миллиардов долларов.",
            {"Anthropic buyer", "Google supplier"},
            id="ru 4",
        ),
        pytest.param(
            "OpenAI закупит у Broadcom ИИ-ускорители на 10 ГВт",
            "",
            {"Broadcom supplier", "OpenAI buyer"},
            id="ru 5",
        ),
        pytest.param(
            "По данным The Wall Street Journal, OpenAI подписала с Oracle контракт на $300 "
            "млрд на вычислительные мощности",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="ru 6",
        ),
        pytest.param(
            "Meta ведёт переговоры с Google о закупке TPU на миллиарды долларов",
            "",
            {"Google supplier", "Meta buyer"},
            id="ru 7",
        ),
        pytest.param(
            "Nvidia инвестирует до $100 млрд в OpenAI и поставит ей чипы",
            "",
            {"Nvidia investor", "Nvidia supplier", "OpenAI buyer", "OpenAI investee"},
            id="ru 8",
        ),
        pytest.param(
            "Microsoft отказалась от аренды дата-центров CoreWeave",
            "",
            {"CoreWeave supplier", "Microsoft buyer"},
            id="ru 9",
        ),
        pytest.param(
            "Крупнейшим клиентом Lambda станет Microsoft",
            "Компания арендует десятки тысяч GPU Nvidia.",
            {"Lambda supplier", "Microsoft buyer"},
            id="ru 10",
        ),
        pytest.param(
            "Спрос на вычислительные мощности продолжает расти.",
            "Компания Meta подписала с Nebius пятилетний контракт на сумму $3 млрд на "
            "предоставление ИИ-инфраструктуры.",
            {"Meta buyer", "Nebius supplier"},
            id="ru 11",
        ),
        pytest.param(
            "OpenAI расширила контракт с CoreWeave на $6,5 млрд",
            "",
            {"CoreWeave supplier", "OpenAI buyer"},
            id="ru 12",
        ),
        pytest.param(
            "Anthropic арендует у Google миллион TPU",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="ru 13",
        ),
        pytest.param(
            "Humain закупит у Nvidia 18 тысяч ускорителей GB300",
            "",
            {"Humain buyer", "Nvidia supplier"},
            id="ru 14",
        ),
        pytest.param(
            "Oracle опровергла расторжение контракта с OpenAI на аренду дата-центра",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="ru 15",
        ),
        pytest.param(
            "xAI получит $20 млрд от Nvidia и других инвесторов на покупку ускорителей",
            "Средства пойдут на покупку чипов Nvidia для Colossus 2.",
            {"Nvidia investor", "Nvidia supplier", "xAI buyer", "xAI investee"},
            id="ru 16",
        ),
        pytest.param(
            "Nebius предоставит Meta вычислительные мощности на $3 млрд",
            "",
            {"Meta buyer", "Nebius supplier"},
            id="ru 17",
        ),
        pytest.param(
            "OpenAI потратит $38 млрд на облачные услуги Amazon",
            "",
            {"Amazon supplier", "OpenAI buyer"},
            id="ru 18",
        ),
        pytest.param(
            "Lambda заключила многомиллиардный контракт с Microsoft на поставку "
            "ИИ-инфраструктуры с GPU Nvidia",
            "",
            {"Lambda supplier", "Microsoft buyer"},
            id="ru 19",
        ),
        pytest.param(
            "Маск: xAI закупит 550 тыс. ускорителей Nvidia GB200 и GB300",
            "",
            {"Nvidia supplier", "xAI buyer"},
            id="ru 20",
        ),
        pytest.param(
            "Microsoft, Nebius'tan 17,4 milyar dolarlık yapay zeka kapasitesi kiralayacak",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="tr 1",
        ),
        pytest.param(
            "OpenAI, Amazon ile 38 milyar dolarlık bulut anlaşması imzaladı",
            "",
            {"Amazon supplier", "OpenAI buyer"},
            id="tr 2",
        ),
        pytest.param(
            "AMD, OpenAI'a 6 gigavatlık yapay zeka çipi tedarik edecek",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="tr 3",
        ),
        pytest.param(
            "Meta, Google'ın TPU çiplerini kullanmak için görüşüyor",
            "",
            {"Google supplier", "Meta buyer"},
            id="tr 4",
        ),
        pytest.param(
            "CoreWeave, Meta'ya 14,2 milyar dolarlık bilgi işlem gücü sağlayacak",
            "",
            {"CoreWeave supplier", "Meta buyer"},
            id="tr 5",
        ),
        pytest.param(
            "Nvidia, OpenAI'a 100 milyar dolar yatırım yapacak",
            "OpenAI, en az 10 gigavatlık Nvidia sistemi kuracak.",
            {"Nvidia investor", "Nvidia supplier", "OpenAI buyer", "OpenAI investee"},
            id="tr 6",
        ),
        pytest.param(
            "OpenAI, Oracle'dan beş yıl boyunca 300 milyar dolarlık işlem gücü satın alacak",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="tr 7",
        ),
        pytest.param(
            "Anthropic, Google ile bir milyon TPU için anlaştı",
            "",
            {"Anthropic buyer", "Google supplier"},
            id="tr 8",
        ),
        pytest.param(
            "Wall Street Journal'a göre OpenAI, Oracle ile 300 milyar dolarlık sözleşme imzaladı",
            "",
            {"OpenAI buyer", "Oracle supplier"},
            id="tr 9",
        ),
        pytest.param(
            "Yapay zeka yarışı hız kesmiyor.",
            "Meta, Nebius ile 3 milyar dolarlık yapay zeka altyapısı anlaşması imzaladı.",
            {"Meta buyer", "Nebius supplier"},
            id="tr 10",
        ),
        pytest.param(
            "OpenAI, CoreWeave ile anlaşmasını 6,5 milyar dolar genişletti",
            "",
            {"CoreWeave supplier", "OpenAI buyer"},
            id="tr 11",
        ),
        pytest.param(
            "Humain, Nvidia'dan 18 bin çip satın alacak",
            "",
            {"Humain buyer", "Nvidia supplier"},
            id="tr 12",
        ),
        pytest.param(
            "Microsoft, CoreWeave'den veri merkezi kiralama planından vazgeçti",
            "",
            {"CoreWeave supplier", "Microsoft buyer"},
            id="tr 13",
        ),
        pytest.param(
            "Nebius, Microsoft'a 17,4 milyar dolarlık GPU altyapısı sağlayacak",
            "",
            {"Microsoft buyer", "Nebius supplier"},
            id="tr 14",
        ),
        pytest.param(
            "OpenAI ile AMD, 6 gigavatlık çip anlaşması yaptı",
            "",
            {"AMD supplier", "OpenAI buyer"},
            id="tr 15",
        ),
    ],
)
def test_each_side_has_its_role(title: str, text: str, roles: set[str]) -> None:
    """Verbs, passives, prepositions and endings tell who buys and who supplies."""
    reading = read(title, text)

    assert reading.is_compute_deal, reading.reasons
    assert {f"{party.company} {party.role}" for party in reading.parties} == roles


@pytest.mark.parametrize(
    ("title", "text", "event"),
    [
        pytest.param(
            "Wie das Wall Street Journal berichtet, hat OpenAI mit Oracle einen Vertrag über "
            "Rechenleistung im Wert von 300 Milliarden Dollar geschlossen",
            "",
            "rumour",
            id="de 25",
        ),
        pytest.param(
            "Meta verhandelt Kreisen zufolge mit Google über den Einsatz von TPU-Chips in "
            "seinen Rechenzentren",
            "",
            "rumour",
            id="de 26",
        ),
        pytest.param(
            "Microsoft kündigt Mietverträge für Rechenzentren",
            "",
            "cancelled",
            id="de 27",
        ),
        pytest.param(
            "Anthropic weitet die Zusammenarbeit mit Google aus und erhält Zugang zu einer "
            "Million TPUs",
            "",
            "expansion",
            id="de 28",
        ),
        pytest.param(
            "Microsoft zieht sich aus Mietvertrag mit CoreWeave zurück",
            "",
            "cancelled",
            id="de 29",
        ),
        pytest.param(
            "OpenAI dementiert Ende des Vertrags mit Oracle über Rechenzentren",
            "",
            "denial",
            id="de 30",
        ),
        pytest.param(
            "Apple verhandelt offenbar mit Google über Nutzung von TPU-Rechenleistung",
            "",
            "rumour",
            id="de 31",
        ),
        pytest.param(
            "Google liefert Meta offenbar TPUs für dessen Rechenzentren",
            "",
            "rumour",
            id="de 32",
        ),
        pytest.param(
            "Google negocia vender sus chips TPU a Meta, según The Information",
            "",
            "rumour",
            id="es 29",
        ),
        pytest.param(
            "Según informó Bloomberg, Oracle y Meta ultiman un acuerdo de computación en la "
            "nube por 20.000 millones",
            "",
            "rumour",
            id="es 30",
        ),
        pytest.param(
            "Microsoft cancela contratos de alquiler de centros de datos con Crusoe",
            "",
            "cancelled",
            id="es 31",
        ),
        pytest.param(
            "Anthropic amplía su acuerdo con Google Cloud y utilizará hasta un millón de TPU",
            "La startup respaldada por Amazon sumará más de un gigavatio de capacidad en 2026.",
            "expansion",
            id="es 32",
        ),
        pytest.param(
            "Oracle y OpenAI abandonan el plan de ampliar el centro de datos de Abilene",
            "Las negociaciones se alargaron por la financiación, según Bloomberg.",
            "cancelled",
            id="es 33",
        ),
        pytest.param(
            "OpenAI desmiente que haya cancelado su contrato con Oracle",
            "",
            "denial",
            id="es 34",
        ),
        pytest.param(
            "El gigante tecnológico Alphabet estaría en conversaciones para arrendar "
            "capacidad de CoreWeave",
            "",
            "rumour",
            id="es 35",
        ),
        pytest.param(
            "Meta serait en négociations avec Google pour acheter des TPU, selon The Information",
            "",
            "rumour",
            id="fr 15",
        ),
        pytest.param(
            "D'après le Wall Street Journal, OpenAI a signé un contrat de 300 milliards de "
            "dollars avec Oracle",
            "",
            "rumour",
            id="fr 16",
        ),
        pytest.param(
            "Anthropic élargit son partenariat avec Google Cloud",
            "Le créateur de Claude aura accès à un million de puces TPU.",
            "expansion",
            id="fr 17",
        ),
        pytest.param(
            "Microsoft renonce à louer des centres de données à CoreWeave",
            "",
            "cancelled",
            id="fr 18",
        ),
        pytest.param(
            "OpenAI et Oracle renoncent à agrandir leur centre de données texan",
            "",
            "cancelled",
            id="fr 19",
        ),
        pytest.param(
            "Secondo il Wall Street Journal, OpenAI avrebbe firmato un contratto da 300 "
            "miliardi con Oracle",
            "",
            "rumour",
            id="it 15",
        ),
        pytest.param(
            "Meta in trattative con Google per acquistare TPU per miliardi di dollari",
            "",
            "rumour",
            id="it 16",
        ),
        pytest.param(
            "Anthropic estende la partnership con Google: fino a un milione di TPU",
            "",
            "expansion",
            id="it 17",
        ),
        pytest.param(
            "OpenAI breidt deal met CoreWeave uit met 6,5 miljard dollar",
            "",
            "expansion",
            id="nl 12",
        ),
        pytest.param(
            "Microsoft stopt gesprekken over huur datacenters van CoreWeave",
            "",
            "cancelled",
            id="nl 13",
        ),
        pytest.param(
            "Volgens Bloomberg praat Meta met Google over aankoop TPU's",
            "",
            "rumour",
            id="nl 14",
        ),
        pytest.param(
            "Według Wall Street Journal OpenAI zawarło z Oracle kontrakt wart 300 mld dolarów",
            "",
            "rumour",
            id="pl 12",
        ),
        pytest.param(
            "OpenAI rozszerza umowę z CoreWeave o 6,5 mld dolarów na moc obliczeniową",
            "",
            "expansion",
            id="pl 13",
        ),
        pytest.param(
            "Meta negocjuje z Google zakup układów TPU",
            "",
            "rumour",
            id="pl 14",
        ),
        pytest.param(
            "Segundo o Wall Street Journal, a OpenAI fechou contrato de US$ 300 bilhões com a "
            "Oracle",
            "",
            "rumour",
            id="pt 14",
        ),
        pytest.param(
            "Microsoft desiste de alugar data centers da Crusoe",
            "",
            "cancelled",
            id="pt 15",
        ),
        pytest.param(
            "Meta negocia compra de chips TPU do Google, diz The Information",
            "",
            "rumour",
            id="pt 16",
        ),
        pytest.param(
            "Google negocia fornecer TPUs à Meta para data centers próprios",
            "",
            "rumour",
            id="pt 17",
        ),
        pytest.param(
            "Potrivit Wall Street Journal, OpenAI a încheiat cu Oracle un contract de 300 de "
            "miliarde de dolari",
            "",
            "rumour",
            id="ro 10",
        ),
        pytest.param(
            "Meta negociază cu Google achiziția de cipuri TPU",
            "",
            "rumour",
            id="ro 11",
        ),
        pytest.param(
            "По данным The Wall Street Journal, OpenAI подписала с Oracle контракт на $300 "
            "млрд на вычислительные мощности",
            "",
            "rumour",
            id="ru 21",
        ),
        pytest.param(
            "Meta ведёт переговоры с Google о закупке TPU на миллиарды долларов",
            "",
            "rumour",
            id="ru 22",
        ),
        pytest.param(
            "Microsoft отказалась от аренды дата-центров CoreWeave",
            "",
            "cancelled",
            id="ru 23",
        ),
        pytest.param(
            "OpenAI расширила контракт с CoreWeave на $6,5 млрд",
            "",
            "expansion",
            id="ru 24",
        ),
        pytest.param(
            "Oracle опровергла расторжение контракта с OpenAI на аренду дата-центра",
            "",
            "denial",
            id="ru 25",
        ),
        pytest.param(
            "Meta, Google'ın TPU çiplerini kullanmak için görüşüyor",
            "",
            "rumour",
            id="tr 16",
        ),
        pytest.param(
            "Wall Street Journal'a göre OpenAI, Oracle ile 300 milyar dolarlık sözleşme imzaladı",
            "",
            "rumour",
            id="tr 17",
        ),
        pytest.param(
            "OpenAI, CoreWeave ile anlaşmasını 6,5 milyar dolar genişletti",
            "",
            "expansion",
            id="tr 18",
        ),
        pytest.param(
            "Microsoft, CoreWeave'den veri merkezi kiralama planından vazgeçti",
            "",
            "cancelled",
            id="tr 19",
        ),
    ],
)
def test_the_event_is_told(title: str, text: str, event: str) -> None:
    """Hearsay, ends, denials and extensions are told by mood, source and verb."""
    assert read(title, text).event == event


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param(
            "Hetzner baut Rechenzentrum in Falkenstein aus",
            "",
            id="de 33",
        ),
        pytest.param(
            "Google investiert 5,5 Milliarden Euro in Rechenzentren in Deutschland",
            "",
            id="de 34",
        ),
        pytest.param(
            "Nvidia beteiligt sich mit einer Milliarde Dollar an Nokia",
            "",
            id="de 35",
        ),
        pytest.param(
            "RWE liefert Amazon Windstrom für Rechenzentren",
            "",
            id="de 36",
        ),
        pytest.param(
            "OpenAI schließt Finanzierungsrunde über 40 Milliarden Dollar ab",
            "",
            id="de 37",
        ),
        pytest.param(
            "Infineon liefert Nvidia Stromversorgungschips",
            "",
            id="de 38",
        ),
        pytest.param(
            "Nebius-Aktie springt nach Milliardenauftrag von Microsoft",
            "Der Konzern aus Amsterdam stellt dem US-Riesen GPU-Kapazität in Vineland bereit. "
            "Der Vertrag hat ein Volumen von 17,4 Milliarden Dollar.",
            id="de 39",
        ),
        pytest.param(
            "Nvidia investiert fünf Milliarden Dollar in Intel",
            "",
            id="de 40",
        ),
        pytest.param(
            "Schwarz-Gruppe baut für elf Milliarden Euro Rechenzentrum in Lübbenau",
            "",
            id="de 41",
        ),
        pytest.param(
            "Amazon will Anthropic mit weiteren Milliarden unterstützen",
            "",
            id="de 42",
        ),
        pytest.param(
            "Deutsche Telekom und Schwarz-Gruppe bewerben sich um KI-Gigafabrik der EU",
            "",
            id="de 43",
        ),
        pytest.param(
            "Bosch verkauft Anteile an Aleph Alpha",
            "",
            id="de 44",
        ),
        pytest.param(
            "Amazon invertirá 4.000 millones de dólares en Anthropic",
            "",
            id="es 36",
        ),
        pytest.param(
            "Meta invertirá 10.000 millones de dólares en un nuevo centro de datos en Luisiana",
            "",
            id="es 37",
        ),
        pytest.param(
            "Microsoft adquirirá 500 MW de energía solar a Iberdrola para sus centros de datos",
            "",
            id="es 38",
        ),
        pytest.param(
            "CoreWeave reporta ingresos récord impulsados por sus contratos con OpenAI y Meta",
            "",
            id="es 39",
        ),
        pytest.param(
            "Nvidia lanza un nuevo chip para centros de datos y cae en bolsa",
            "",
            id="es 40",
        ),
        pytest.param(
            "AWS anuncia una inversión de 5.300 millones de dólares en México para construir "
            "centros de datos",
            "",
            id="es 41",
        ),
        pytest.param(
            "xAI levanta 6.000 millones de dólares en una ronda de serie C con Nvidia y AMD "
            "como inversores",
            "",
            id="es 42",
        ),
        pytest.param(
            "Iberdrola y Amazon firman un acuerdo para suministrar 219 MW de energía eólica",
            "",
            id="es 43",
        ),
        pytest.param(
            "Nvidia y Nokia se alían para desarrollar redes 6G",
            "La fabricante de chips invertirá 1.000 millones de dólares en la finlandesa.",
            id="es 44",
        ),
        pytest.param(
            "OpenAI cierra una ronda de financiación de 40.000 millones liderada por SoftBank",
            "",
            id="es 45",
        ),
        pytest.param(
            "Microsoft y OpenAI renegocian su alianza para permitir una salida a bolsa",
            "",
            id="es 46",
        ),
        pytest.param(
            "Las acciones de Oracle se disparan un 40% tras su acuerdo con OpenAI",
            "",
            id="es 47",
        ),
        pytest.param(
            "Brookfield y Nvidia lanzan un fondo de 100.000 millones para infraestructura de IA",
            "",
            id="es 48",
        ),
        pytest.param(
            "Snowflake y Anthropic amplían su alianza por 200 millones de dólares",
            "Los modelos Claude estarán disponibles para los clientes de Snowflake.",
            id="es 49",
        ),
        pytest.param(
            "Intel y SambaNova negocian una posible adquisición",
            "",
            id="es 50",
        ),
        pytest.param(
            "SoftBank compra la división de robótica de ABB por 5.400 millones",
            "",
            id="es 51",
        ),
        pytest.param(
            "La demanda de centros de datos dispara el consumo eléctrico en España",
            "",
            id="es 52",
        ),
        pytest.param(
            "Mistral AI lève 1,7 milliard d'euros auprès d'ASML",
            "",
            id="fr 20",
        ),
        pytest.param(
            "Microsoft va investir 4 milliards d'euros en France dans des centres de données",
            "",
            id="fr 21",
        ),
        pytest.param(
            "EDF fournira de l'électricité nucléaire aux centres de données de Data4",
            "",
            id="fr 22",
        ),
        pytest.param(
            "EDF et Brookfield s'associent pour alimenter des centres de données en énergie "
            "nucléaire",
            "",
            id="fr 23",
        ),
        pytest.param(
            "Enel fornirà energia rinnovabile ai data center di Amazon",
            "",
            id="it 18",
        ),
        pytest.param(
            "Microsoft investe 4,3 miliardi di euro in data center in Italia",
            "",
            id="it 19",
        ),
        pytest.param(
            "Nvidia investe 5 miliardi in Intel",
            "",
            id="it 20",
        ),
        pytest.param(
            "Microsoft investeert 1 miljard in datacenter in Noord-Holland",
            "",
            id="nl 15",
        ),
        pytest.param(
            "ASML investeert 1,3 miljard in Mistral",
            "",
            id="nl 16",
        ),
        pytest.param(
            "Microsoft zainwestuje 700 mln dolarów w Polsce",
            "",
            id="pl 15",
        ),
        pytest.param(
            "Nvidia zainwestuje 5 mld dolarów w Intela",
            "",
            id="pl 16",
        ),
        pytest.param(
            "Amazon vai investir US$ 1,8 bilhão em data centers no Brasil",
            "",
            id="pt 18",
        ),
        pytest.param(
            "Casa dos Ventos fecha contrato de energia com data center do TikTok",
            "",
            id="pt 19",
        ),
        pytest.param(
            "Amazon anuncia investimento de 10 bilhões de dólares em data centers no Brasil",
            "",
            id="pt 20",
        ),
        pytest.param(
            "TikTok vai investir R$ 200 bilhões em data center no Ceará",
            "",
            id="pt 21",
        ),
        pytest.param(
            "Google va investi 1 miliard de dolari în centre de date",
            "",
            id="ro 12",
        ),
        pytest.param(
            "Microsoft инвестирует $3 млрд в дата-центры в Индии",
            "",
            id="ru 26",
        ),
        pytest.param(
            "Выручка Nvidia выросла на 62 % благодаря ЦОД",
            "",
            id="ru 27",
        ),
        pytest.param(
            "Nvidia вложит $5 млрд в Intel",
            "",
            id="ru 28",
        ),
        pytest.param(
            "Microsoft построит дата-центр в Висконсине за $3,3 млрд",
            "",
            id="ru 29",
        ),
        pytest.param(
            "США разрешили поставки ускорителей Nvidia в ОАЭ",
            "",
            id="ru 30",
        ),
        pytest.param(
            "Microsoft Türkiye'de veri merkezi kuracak",
            "",
            id="tr 20",
        ),
        pytest.param(
            "Nvidia hisseleri yükseldi",
            "",
            id="tr 21",
        ),
        pytest.param(
            "Nvidia, Intel'e 5 milyar dolar yatırım yapacak",
            "",
            id="tr 22",
        ),
    ],
)
def test_other_subjects_stay_out(title: str, text: str) -> None:
    """Own investments, equity, power, earnings and takeovers are no compute deals."""
    assert not read(title, text).is_compute_deal
