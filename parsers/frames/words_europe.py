"""Verbs of dealing in the languages of Europe: a row for each kind and language.

Words are folded; "_" joins the words of a phrase. Forms are written out, save those that English
writes the same way for something else ("usa", "compra" stand with their own tables).
"""

from typing import Final

from parsers.frames.frame import FrameKind

# The same words where they say something else.
SAYS_ELSE_EUROPE: Final = (
    # The English "least".
    r"(?:(?<=at )|(?<=the )|(?<=of )|(?<=not )|(?<=with ))least(?!\w)|"
    # The French "for".
    r"pour (?!in(?:to)?\b|up\b|as\b|more\b|about\b|over\b|nearly\b|almost\b|another\b|an? |its\b"
    r"|their\b|huge\b|vast\b|some\b|at\b|billions|millions|trillions|tens|hundreds|money|cash"
    r"|capital|resources|[^\w\s]?\d)"
    # What one takes on of the work is no purchase.
    r"|(?:asum(?:e|en|i[óo]|ir[áa]n?)|assum(?:e|em|ir[áa])|[üu]bernimmt) (?:(?:el|la|su|sus|o|a|os"
    r"|die"
    r"|den|das) )?(?:desarrollo|despliegue|diseño|fabricaci[óo]n|coste|riesgo|gesti[óo]n|papel"
    r"|construcci[óo]n|desenvolvimento|projeto|constru[çc][ãa]o|entwicklung|bau|betrieb|kosten"
    r"|planung)(?!\w)"
    # What a contract brings in is no debt: "le garantiza ingresos por 3.000 millones".
    r"|garant\w{0,8} (?:(?:a|al|à|ao|alla) )?(?:[\w.&'’-]+ ){0,3}?(?:ingresos|receitas?|revenus"
    r"|ricavi|einnahmen|inkomsten)(?!\w)"
    # Who sees to something takes no space.
    r"|(?:(?<=se )|(?<=si ))(?:ocup|occup)\w{2,6}(?!\w)"
    # "Cuenta con el respaldo de Nvidia": a backer, no seller.
    r"|(?:cuentan? con|contando con|conta com|peut compter sur|pu[òo] contare su|recib\w+|receb\w+"
    r"|bekommt|krijgt) (?:el |o |la |le |l['’]|il )?(?:respaldo|apoyo|aval|apoio|soutien|appui"
    r"|sostegno|appoggio|unterst[üu]tzung|steun)(?!\w)"
)

EUROPEAN_VERBS: Final[tuple[tuple[FrameKind, str], ...]] = (
    # Spanish
    (
        "guarantee",
        """
        garantizan garantizarán avalan garantiza garantizará garantizó garantizar avala avalará
        avaló avalar respalda respaldará respaldar
        """,
    ),
    # Portuguese
    (
        "guarantee",
        """
        garantirá avaliza
        """,
    ),
    # French
    (
        "guarantee",
        """
        garantit garantira garantir garantissent se_porte_garant se_portera_garant
        se_porte_garante se_portent_garants se_porte_caution se_portera_caution
        """,
    ),
    # Italian
    (
        "guarantee",
        """
        garantisce garantirà garantiscono si_fa_garante si_farà_garante
        """,
    ),
    # German
    (
        "guarantee",
        """
        garantiert bürgt bürgen garantieren steht_gerade
        """,
    ),
    # Dutch
    (
        "guarantee",
        """
        garandeert staat_garant staan_garant stond_garant staat_borg
        """,
    ),
    # Russian
    (
        "guarantee",
        """
        гарантирует
        """,
    ),
    # Polish
    (
        "guarantee",
        """
        gwarantuje
        """,
    ),
    # Romanian
    (
        "guarantee",
        """
        garantează
        """,
    ),
    # Spanish
    (
        "finance",
        """
        financiar financia financian financió financiaron financiará financiarán financiaría
        financiarían financiado financiando financiaba financiaban presta prestará prestó presten
        prestan prestarán prestaron encabeza_el_préstamo encabezan_el_préstamo lidera_el_préstamo
        lideran_el_préstamo encabeza_el_crédito encabezan_el_crédito lideran_el_crédito
        lideran_la_financiación encabezan_la_financiación
        estructura estructuró organizada organizado organizó financiados financiada financiadas
        organizados organizadas
        """,
    ),
    # Portuguese
    (
        "finance",
        """
        financia financiará financiou financiar empresta emprestará emprestou emprestar
        emprestam emprestarão emprestaram financiam
        """,
    ),
    # French
    (
        "finance",
        """
        financera financent financeront financer financé prête prêtera prêter financés financée
        financées prêtent prêteront prêté arrangé arrangent mènent_le_financement
        mène_le_financement pilotent_le_financement pilote_le_financement mènent_le_prêt
        """,
    ),
    # Italian
    (
        "finance",
        """
        finanzia finanzierà finanziare finanziato presta presterà finanziati finanziata finanziate
        prestano presteranno prestato finanziano guidano_il_prestito guida_il_prestito
        guidano_il_finanziamento
        """,
    ),
    # German
    (
        "finance",
        """
        finanziert finanzierte finanzieren leiht lieh leihen
        """,
    ),
    # Dutch
    (
        "finance",
        """
        financiert financieren leent
        """,
    ),
    # Russian
    (
        "finance",
        """
        финансирует профинансирует финансировать одолжит
        """,
    ),
    # Polish
    (
        "finance",
        """
        sfinansuje finansuje pożyczy
        """,
    ),
    # Romanian
    (
        "finance",
        """
        finanța finanțează finanțat
        """,
    ),
    # Spanish
    (
        "sell",
        """
        suministrar suministra suministran suministró suministraron suministrará suministrarán
        suministraría suministrarían suministrado suministrando suministraba suministraban
        proporcionar proporciona proporcionan proporcionó proporcionaron proporcionará
        proporcionarán proporcionaría proporcionarían proporcionado proporcionando proporcionaba
        proporcionaban alojar aloja alojan alojó alojaron alojará alojarán alojaría alojarían
        alojado alojando alojaba alojaban albergar alberga albergan albergó albergaron albergará
        albergarán albergaría albergarían albergado albergando albergaba albergaban entregar
        entrega entregan entregó entregaron entregará entregarán entregaría entregarían entregado
        entregando entregaba entregaban facilitar facilita facilitan facilitó facilitaron
        facilitará facilitarán facilitaría facilitarían facilitado facilitando facilitaba
        facilitaban brindar brinda brindan brindó brindaron brindará brindarán brindaría
        brindarían brindado brindando brindaba brindaban vender vende venden vendió vendieron
        venderá venderán vendería venderían vendido vendiendo abastecer abastece abastecen
        abasteció abastecieron abastecerá abastecerán abastecería abastecerían abastecido
        abasteciendo ofrecer ofrece ofrecen ofreció ofrecieron ofrecerá ofrecerán ofrecería
        ofrecerían ofrecido ofreciendo ceder cede ceden cedió cedieron cederá cederán cedería
        cederían cedido cediendo se_adjudica se_adjudicó se_adjudicará gana ganó ganará
        logra logró se_lleva se_llevó se_llevan se_llevará
        provee proveen proveyó proveerá proveerán proveer proveería
        pone_a_disposición
        pondrá_a_disposición pondrán_a_disposición poner_a_disposición puso_a_disposición
        da_acceso dará_acceso dar_acceso dará_servicio dar_servicio prestará_servicio atiende
        atenderá atender equipa equipará equipar dota dotará dotar suministrados suministrada
        suministradas proporcionados proporcionada proporcionadas alojados alojada alojadas
        albergados albergada albergadas entregados entregada entregadas facilitados facilitada
        facilitadas brindados brindada brindadas vendidos vendida vendidas abastecidos abastecida
        abastecidas ofrecidos ofrecida ofrecidas cedidos cedida cedidas
        """,
    ),
    # Portuguese
    (
        "sell",
        """
        ganha ganhou vence venceu conquista conquistou fornece fornecem fornecerá fornecerão
        fornecer forneceu forneceram fornecendo vende vendem venderá venderão vender vendeu
        entrega entregará entregou entregar hospeda hospedará hospedou hospedar oferece oferecerá
        ofereceu oferecer abriga abrigará abrigar disponibiliza disponibilizará disponibilizou
        disponibilizar atende atenderá atenderão atender dará_acesso dar_acesso cede cederá ceder
        suprirá suprir
        """,
    ),
    # French
    (
        "sell",
        """
        fournit fournissent fournira fourniront fournir fourni fournirait vend vendent vendra
        vendront vendre vendu remporte remporté décroche décroché décrochent livrent livrera
        livreront livrer livré héberge hébergent hébergera hébergeront héberger hébergé
        met_à_disposition mettra_à_disposition mettre_à_disposition mis_à_disposition
        mettent_à_disposition proposera donne_accès donnera_accès donner_accès alimentera équipera
        équiper accueille accueillera accueillir remportés remportée remportées décrochés
        décrochée décrochées hébergés hébergée hébergées
        """,
    ),
    # Italian
    (
        "sell",
        """
        si_aggiudica aggiudica vince fornisce forniscono fornirà forniranno fornire fornito vende
        vendono venderà venderanno vendere venduto ospita ospitano ospiterà ospiteranno ospitare
        offre offrirà offrire mette_a_disposizione metterà_a_disposizione mettere_a_disposizione
        messo_a_disposizione consegna consegnerà consegnare dà_accesso darà_accesso rifornisce
        rifornirà eroga erogherà forniti fornite
        """,
    ),
    # German
    (
        "sell",
        """
        gewinnt gewann ergattert liefert liefern lieferte geliefert liefere stellt_bereit
        stellen_bereit bereitstellt bereitstellen bereitgestellt bereitzustellen
        zur_verfügung_stellen zur_verfügung_stellt stellt_zur_verfügung zur_verfügung_gestellt
        beliefert beliefern verkauft verkaufte verkaufen vermietet vermieten vermietete versorgt
        versorgen versorgte hostet hosten beherbergt beherbergen stattet ausstatten bietet
        überlässt überlassen
        """,
    ),
    # Dutch
    (
        "sell",
        """
        levert leveren leverde leverden geleverd verhuurt verhuren verhuurde verhuurd verkoopt
        verkopen verkocht biedt bieden huisvest voorziet voorzien stelt_beschikbaar
        beschikbaar_stellen ter_beschikking_stellen
        """,
    ),
    # Russian
    (
        "sell",
        """
        выиграла выиграл поставит поставить поставила поставляет поставлять поставят предоставит
        предоставляет предоставить предоставила предоставлять предоставят продаст продать продала
        продаёт сдаст сдаёт сдаст_в_аренду сдала обеспечит обеспечивает обеспечить разместит
        размещает отгрузит оснастит
        """,
    ),
    # Polish
    (
        "sell",
        """
        zdobyła zdobył zdobywa dostarczy dostarcza dostarczyć dostarczyła dostarczą zapewni
        zapewnia zapewnić zapewnią sprzeda sprzedać sprzedaje udostępni udostępnia udostępnić
        zaopatrzy dostarczał dostarczała wyposaży
        """,
    ),
    # Romanian
    (
        "sell",
        """
        furniza furnizează furnizat furnizeze livra livrează livrat livreze vinde vândut vândă
        oferi oferă ofere asigura asigură găzdui găzduiește găzduiască pune_la_dispoziție
        """,
    ),
    # Spanish
    (
        "invest",
        """
        mete meten meterá meterán metió metieron invierte invierten invirtió invirtieron invertirá
        invertirán invertir invertido
        invirtiendo invertiría inyecta inyectará inyectó inyectar inversión
        se_convierte_en_accionista toma_una_participación tomará_una_participación
        tomar_una_participación entra_en_el_capital entrará_en_el_capital invertidos invertida
        invertidas
        """,
    ),
    # Portuguese
    (
        "invest",
        """
        investe investem investirá investirão investiu investiram investir investindo investimento
        injeta injetará injetou aporta aportará aportou aportó pondrá puso contribuye_con
        contribuirá_con contribuyó_con
        """,
    ),
    # French
    (
        "invest",
        """
        investit investissent investira investiront investir investi investirait investissement
        apporte apportera apportent apporteront injecte injectera injecter prend_une_participation
        prendra_une_participation
        entre_au_capital entrera_au_capital
        """,
    ),
    # Italian
    (
        "invest",
        """
        investe investono investirà investiranno investire investito investimento
        entra_nel_capital entra_nel_capitale partecipa_al_capitale investiti investita investite
        """,
    ),
    # German
    (
        "invest",
        """
        investiert investieren investierte steigt_ein einsteigen eingestiegen beteiligt_sich
        beteiligte_sich beteiligen_sich sich_beteiligen beteiligen pumpt pumpen steckt stecken
        """,
    ),
    # Dutch
    (
        "invest",
        """
        investeert investeren investeerde stapt_in neemt_een_belang steekt staken pompt
        """,
    ),
    # Russian
    (
        "invest",
        """
        инвестирует инвестировать инвестировала инвестируют вложит вложить вложила вложил
        вкладывает
        """,
    ),
    # Polish
    (
        "invest",
        """
        zainwestuje inwestuje zainwestować zainwestowała zainwestował zainwestują
        """,
    ),
    # Romanian
    (
        "invest",
        """
        investi investește investit investească
        """,
    ),
    # Spanish
    (
        "lease",
        """
        alquilar alquila alquilan alquiló alquilaron alquilará alquilarán alquilaría alquilarían
        alquilado alquilando alquilaba alquilaban rentar renta rentan rentó rentaron rentará
        rentarán rentaría rentarían rentado rentando rentaba rentaban arrendar arrienda arriendan
        arrendó arrendaron arrendará arrendarán arrendaría arrendarían arrendado arrendando
        arrendaba arrendaban subarrendar subarrienda subarriendan subarrendó subarrendaron
        subarrendará subarrendarán subarrendaría subarrendarían subarrendado subarrendando
        subarrendaba subarrendaban alquilados alquilada alquiladas rentados rentada rentadas
        arrendados arrendada arrendadas subarrendados subarrendada subarrendadas ocupará ocuparán
        ocuparía ocupar
        """,
    ),
    # Portuguese
    (
        "lease",
        """
        alugar aluga alugam alugou alugaram alugará alugarão alugado alugando alugaria arrendar
        arrenda arrendam arrendou arrendaram arrendará arrendarão arrendado arrendando arrendaria
        locará locou alugados alugada alugadas arrendados arrendada arrendadas ocupará vai_ocupar
        """,
    ),
    # French
    (
        "lease",
        """
        loue louent loueront louer loué louera louerait occupera occuperont
        """,
    ),
    # Italian
    (
        "lease",
        """
        affittare affitta affittano affittato affitterà affitteranno affittando noleggiare
        noleggia noleggiano noleggiato noleggerà noleggeranno noleggiando prende_in_affitto
        prenderà_in_affitto in_locazione affittati affittata affittate noleggiati noleggiata
        noleggiate preso_in_affitto presa_in_affitto presi_in_affitto occuperà occuperanno
        """,
    ),
    # German
    (
        "lease",
        """
        mietet mieten mietete gemietet anmietet anmieten angemietet anzumieten least leaste leasen
        geleast pachtet pachten gepachtet
        """,
    ),
    # Dutch
    (
        "lease",
        """
        huurt huren huurde gehuurd least leasen leaset geleast geleaset
        """,
    ),
    # Russian
    (
        "lease",
        """
        арендует арендовать арендовала арендовал арендуют снимет взяла_в_аренду возьмёт_в_аренду
        возьмет_в_аренду
        """,
    ),
    # Polish
    (
        "lease",
        """
        wynajmie wynajmuje wynająć wynajęła wynajął dzierżawi wydzierżawi leasinguje
        """,
    ),
    # Romanian
    (
        "lease",
        """
        închiria închiriază închiriat închirieze
        """,
    ),
    # Spanish
    (
        "buy",
        """
        comprar compra compran compró compraron comprará comprarán compraría comprarían comprado
        comprando compraba compraban contratar contrata contratan contrató contrataron contratará
        contratarán contrataría contratarían contratado contratando contrataba contrataban gastar
        gasta gastan gastó gastaron gastará gastarán gastaría gastarían gastado gastando gastaba
        gastaban reservar reserva reservan reservó reservaron reservará reservarán reservaría
        reservarían reservado reservando reservaba reservaban utilizar utiliza utilizan utilizó
        utilizaron utilizará utilizarán utilizaría utilizarían utilizado utilizando utilizaba
        utilizaban seleccionar selecciona seleccionan seleccionó seleccionaron seleccionará
        seleccionarán seleccionaría seleccionarían seleccionado seleccionando seleccionaba
        seleccionaban instalar instala instalan instaló instalaron instalará instalarán instalaría
        instalarían instalado instalando instalaba instalaban incorporar incorpora incorporan
        incorporó incorporaron incorporará incorporarán incorporaría incorporarían incorporado
        incorporando incorporaba incorporaban desembolsar desembolsa desembolsan desembolsó
        desembolsaron desembolsará desembolsarán desembolsaría desembolsarían desembolsado
        desembolsando desembolsaba desembolsaban abonar abona abonan abonó abonaron abonará
        abonarán abonaría abonarían abonado abonando abonaba abonaban paga pagará pagarán pagó
        pagaron pagar pagado pagaría encarga encargó encargará encargar encargado usar usará
        usarán usó usaron usando usaría despliega despliegan desplegó desplegará desplegarán
        desplegar desplegaría adquirir adquiere adquieren adquirió adquirieron adquirirá
        adquirirán adquiriría adquirirían adquirido adquiriendo recibir recibe reciben recibió
        recibieron recibirá recibirán recibiría recibirían recibido recibiendo acceder accede
        acceden accedió accedieron accederá accederán accedería accederían accedido accediendo
        obtiene obtienen obtuvo obtuvieron obtendrá obtendrán obtener obtendría consigue consiguió
        conseguirá conseguir elige eligen eligió eligieron elegirá elegir elegido recurre_a
        recurren_a recurrió_a recurrirá_a recurrir_a apuesta_por apostó_por apostará_por
        se_asegura se_aseguró se_asegurará asegurarse se_hace_con se_hará_con hacerse_con
        se_queda_con se_quedará_con asume asumirá se_abastece se_abastecerá se_instala
        adjudica adjudican adjudicó adjudicará adjudicar encomienda encomendó encomendará
        se_apoya_en se_apoyará_en confía_en confiará_en tira_de tirará_de echa_mano_de
        echará_mano_de cuenta_con contará_con dispondrá_de emplea empleará se_sirve_de
        se_instalará tiene_acceso tendrá_acceso tener_acceso destinará destinar destinó comprados
        comprada compradas contratados contratada contratadas gastados gastada gastadas reservados
        reservada reservadas utilizados utilizada utilizadas seleccionados seleccionada
        seleccionadas instalados instalada instaladas incorporados incorporada incorporadas
        desembolsados desembolsada desembolsadas abonados abonada abonadas pagados pagada pagadas
        encargados encargada encargadas adquiridos adquirida adquiridas recibidos recibida
        recibidas accedidos accedida accedidas elegidos elegida elegidas
        recompra recomprará recompró recomprar escoge escogen escogió escogieron escogerá escoger
        se_ata se_atan se_ató se_abona se_abonan se_abonó se_abonará se_suscribe se_suscribió
        """,
    ),
    # Portuguese
    (
        "buy",
        """
        comprar compram comprou compraram comprará comprarão comprado comprando compraria
        contratar contrata contratam contratou contrataram contratará contratarão contratado
        contratando contrataria usar usou usaram usará usarão usado usando usaria utilizar utiliza
        utilizam utilizou utilizaram utilizará utilizarão utilizado utilizando utilizaria reservar
        reserva reservam reservou reservaram reservará reservarão reservado reservando reservaria
        adquirir adquire adquirem adquiriu adquiriram adquirirá adquirirão adquirido adquiriria
        pagará pagarão pagou pagar gastará gastarão gastou gastar recebe receberá receberão
        recebeu receber obtém obterá obteve obter terá_acesso ter_acesso escolhe escolheu
        escolheram escolherá escolher recorre_a recorreu_a aposta_em garante_acesso encomenda
        adjudica adjudicou conta_com contará_com apoia-se_em contratualiza
        encomendou encomendará encomendar assumirá assumiu comprados comprada compradas
        contratados contratada contratadas utilizados utilizada utilizadas reservados reservada
        reservadas adquiridos adquirida adquiridas escolhido escolhidos escolhida escolhidas
        recompra recomprará recomprou recomprar
        """,
    ),
    # French
    (
        "buy",
        """
        utiliser utilisent utilisera utiliseront utilisé utiliserait utilisant commander
        commandent commandera commanderont commandé commanderait commandant réserver réserve
        réservent réservera réserveront réservé réserverait réservant sélectionner sélectionne
        sélectionnent sélectionnera sélectionneront sélectionné sélectionnerait sélectionnant
        déploier déploie déploient déploiera déploieront déploié déploierait déploiant déployer
        déployé achète achètent achètera achèteront acheter acheté achèterait paie paiera paieront
        payer payé dépense dépensera dépenser choisit choisissent choisi choisira choisir retient
        retenu acquiert acquérir acquerra acquis obtient obtiendra obtenu obtenir reçoit recevra
        recevoir reçu accède accédera accéder aura_accès avoir_accès se_tourne_vers
        se_tournera_vers fait_appel_à fera_appel_à faire_appel_à a_recours_à mise_sur misera_sur
        s'offre s’offre s'équipe s’équipe s'équipera s’équipera exploitera reprend reprendra
        commande_à commande_au confie_à confie_au confiera_à attribue_à attribue_au
        s'approvisionne s'appuie_sur s'appuiera_sur s’appuiera_sur utilisés utilisée utilisées
        commandés commandée commandées réservés réservée réservées sélectionnés sélectionnée
        sélectionnées déploiés déploiée déploiées déployés déployée déployées achetés achetée
        achetées choisis choisie choisies retenus retenue retenues rachète rachètera racheter
        racheté rachèterait
        """,
    ),
    # Italian
    (
        "buy",
        """
        acquistare acquista acquistano acquistato acquisterà acquisteranno acquistando utilizzare
        utilizza utilizzano utilizzato utilizzerà utilizzeranno utilizzando usare usato userà
        useranno usando ordinare ordina ordinano ordinato ordinerà ordineranno ordinando pagare
        scelto_da scelta_da scelti_da scelta_dalla scelto_dalla riacquista riacquisterà
        riacquistare ricompra ricomprerà ricomprare
        paga pagato pagherà pagheranno prenotare prenota prenotano prenotato prenoterà
        prenoteranno prenotando acquisisce acquisirà acquisiranno acquisire acquisito compra
        comprerà compreranno comprare comprato sceglie scelgono sceglierà scegliere scelto ottiene
        otterrà ottenere ottenuto riceve riceverà ricevere accede accederà accedere avrà_accesso
        avere_accesso spende spenderà spenderanno spendere si_affida si_affidano si_affiderà
        si_è_affidata punta_su
        punterà_su si_assicura si_è_assicurata si_è_assicurato impiega impiegherà installa
        affida_a affidano_a affiderà_a affidato_a affida_ad assegna_a assegna_ad commissiona_a
        commissiona_ad si_appoggia si_appoggerà si_rivolge si_rivolgerà si_serve_di installerà
        subentra acquistati acquistata acquistate utilizzati utilizzata utilizzate ordinati
        ordinata ordinate pagati pagata pagate prenotati prenotata prenotate acquisiti acquisita
        acquisite comprati comprata comprate
        """,
    ),
    # German
    (
        "buy",
        """
        kauft kaufte kaufen gekauft einkaufen einzukaufen eingekauft erwirbt erwarb erwerben
        erworben bestellt bestellte bestellen ordert orderte ordern beauftragt beauftragte
        beauftragen zahlt zahlte zahlen bezahlt nutzt nutzte nutzen bucht buchte buchen gebucht
        bezieht bezog beziehen sichert_sich sicherte_sich sichern_sich sich_sichern gesichert
        erhält erhielt erhalten bekommt bekam bekommen setzt_auf setzte_auf wählt wählte
        ausgewählt reserviert reservierte reservieren greift_zu greift_auf zugreifen verwendet
        vergibt vergab vergeben betraut verwenden mietet_sich_ein übernimmt übernahm abnehmen
        abzunehmen abgenommen abzukaufen einsetzen beziehe mitnutzen mitnutzt
        """,
    ),
    # Dutch
    (
        "buy",
        """
        koopt kopen kocht gekocht haalt haalde inkopen ingekocht betaalt betalen betaalde bestelt
        bestellen bestelde besteld gereserveerd afgenomen gebruikt gebruiken gaat_gebruiken besteedt
        besteden neemt_af afnemen krijgt gunt gunnen gegund krijgen kreeg kiest_voor kiezen_voor
        koos_voor neemt_over verzekert_zich zich_verzekerd reserveert reserveren inzetten verwerft
        """,
    ),
    # Russian
    (
        "buy",
        """
        купит купить купила купил купят закупит закупить закупила закупил закупят закупает
        закупать приобретёт приобретет приобрести приобрела приобрёл приобретает приобретать
        приобретут заплатит заплатить платит использует использовать воспользуется потратит
        потратить получит получить получила получил получают получат получает выбрала выбрал
        выбрали выберет заказала заказал заказать закажет заказывает оплатит зарезервировала
        забронировала обратилась_к развернёт развернет развернуть установит установить
        """,
    ),
    # Polish
    (
        "buy",
        """
        kupi kupiła kupił kupić kupuje kupują zakupi zakupiła zakupił zakupić nabędzie nabyła
        nabył nabyć zapłaci zapłacić płaci wyda wydać wykorzysta wykorzystać wykorzystuje
        skorzysta korzysta użyje zamówi zamówiła zamówił zamawia otrzyma otrzymać otrzymała uzyska
        uzyskać uzyskała wybrała wybrał wybiera zarezerwowała wdroży
        """,
    ),
    # Romanian
    (
        "buy",
        """
        cumpără cumpăra cumpărat achiziționa achiziționează achiziționat achiziționeze plăti
        plătește plătit cheltui folosi folosește folosească utiliza utilizează utilizeze primi
        primește obține obținut comanda comandă comandat rezervă rezerva accesa alege
        """,
    ),
    # Spanish
    (
        "build",
        """
        construye construyen construyó construirá construirán construir construiría construyendo
        construido construyeron construía edifica edificará edificar edificó levanta levantan
        levantó levantará levantarán erige erigirá desarrollar desarrolla
        desarrollan desarrolló desarrollaron desarrollará desarrollarán desarrollaría
        desarrollarían desarrollado desarrollando desarrollaba desarrollaban construidos
        construida construidas desarrollados desarrollada desarrolladas
        """,
    ),
    # Portuguese
    (
        "build",
        """
        constrói constroem construiu construirá construirão construir construindo desenvolve
        desenvolverá desenvolver ergue erguerá erguer ergueu
        """,
    ),
    # French
    (
        "build",
        """
        construit construisent construira construiront construire bâtit bâtir bâtira bâtiront bâti
        édifie édifier édifiera développe
        développera développer érige
        """,
    ),
    # Italian
    (
        "build",
        """
        costruisce costruiscono costruirà costruiranno costruire costruito realizza realizzerà
        realizzeranno realizzare realizzato sviluppa svilupperà sviluppare costruiti costruita
        costruite realizzati realizzata realizzate
        """,
    ),
    # German
    (
        "build",
        """
        baut bauen baute gebaut errichtet errichten errichtete entwickelt entwickeln realisiert
        realisieren
        """,
    ),
    # Dutch
    (
        "build",
        """
        bouwt bouwen bouwde gebouwd realiseert realiseren ontwikkelt ontwikkelen
        """,
    ),
    # Russian
    (
        "build",
        """
        построит построить строит строить построила возведёт возведет создаст создать развивает
        """,
    ),
    # Polish
    (
        "build",
        """
        zbuduje buduje budować zbudować wybuduje wybudować postawi stworzy
        """,
    ),
    # Romanian
    (
        "build",
        """
        construi construiește construit construiască dezvolta dezvoltă ridica
        """,
    ),
    # Spanish
    (
        "join",
        """
        alianza se_alía se_alían se_alió se_aliaron se_aliará se_aliarán aliarse se_asocia
        se_asocian se_asoció se_asociaron se_asociará se_asociarán asociarse colabora colaboran
        colaboró colaborará colaborarán colaborar colaborando une_fuerzas unen_fuerzas unió_fuerzas
        unieron_fuerzas unirá_fuerzas unirán_fuerzas coopera cooperan cooperará cooperarán
        juntos_para juntas_para evalúan_proyecto estudian_proyecto
        colaboración trabajan_juntos trabajan_juntas trabajarán_juntos asociación_estratégica
        """,
    ),
    # Portuguese
    (
        "join",
        """
        parceria se_alia se_une se_associa une_forças unem_forças uniram_forças firma_parceria
        juntos_para juntas_para avaliam_projeto estudam_projeto
        colabora colaboram colaborará colaboração cooperam trabalham_juntos trabalham_juntas
        """,
    ),
    # French
    (
        "join",
        """
        s'allie s'allient s’allie s’allient s'associe s'associent s’associe s’associent s'allier
        s’allier s'associer s’associer partenariat collabore collaborent collaborer nouent noue
        coopèrent coopère travaillent_ensemble collaboration
        unissent_leurs_forces ensemble_pour étudient_un_projet
        """,
    ),
    # Italian
    (
        "join",
        """
        si_allea si_alleano si_è_alleata alleanza collabora collaborano collaborerà collaborare
        collaborazione cooperano lavorano_insieme lavoreranno_insieme
        unisce_le_forze uniscono_le_forze insieme_per insieme_su valutano_un_progetto
        """,
    ),
    # German
    (
        "join",
        """
        kooperiert kooperieren kooperierte kooperation arbeitet_zusammen arbeiten_zusammen
        zusammenarbeiten zusammenarbeit partnerschaft verbündet_sich verbünden_sich
        tut_sich_zusammen tun_sich_zusammen schließt_sich_zusammen
        """,
    ),
    # Dutch
    (
        "join",
        """
        werkt_samen werken_samen samenwerken samenwerking partnerschap slaat_handen slaan_handen
        bundelen_krachten
        """,
    ),
    # Russian
    (
        "join",
        """
        сотрудничает сотрудничают партнёрство партнерство объединяются объединились объединились_с
        сотрудничество
        """,
    ),
    # Polish
    (
        "join",
        """
        współpracuje współpracują współpraca współpracę łączą_siły łączy_siły partnerstwo
        """,
    ),
    # Romanian
    (
        "join",
        """
        colaborează colabora parteneriat se_aliază
        """,
    ),
    # Spanish
    (
        "agree",
        """
        firmar firma firman firmó firmaron firmará firmarán firmaría firmarían firmado firmando
        firmaba firmaban sellar sella sellan selló sellaron sellará sellarán sellaría sellarían
        sellado sellando sellaba sellaban pactar pacta pactan pactó pactaron pactará pactarán
        pactaría pactarían pactado pactando pactaba pactaban alcanzar alcanza alcanzan alcanzó
        alcanzaron alcanzará alcanzarán alcanzaría alcanzarían alcanzado alcanzando alcanzaba
        alcanzaban anunciar anuncia anuncian anunció anunciaron anunciará anunciarán anunciaría
        anunciarían anunciado anunciando anunciaba anunciaban negociar negocia negocian negoció
        negociaron negociará negociarán negociaría negociarían negociado negociando negociaba
        negociaban ultimar ultima ultiman ultimó ultimaron ultimará ultimarán ultimaría ultimarían
        ultimado ultimando ultimaba ultimaban rubricar rubrica rubrican rubricó rubricaron
        rubricará rubricarán rubricaría rubricarían rubricado rubricando rubricaba rubricaban
        formalizar formaliza formalizan formalizó formalizaron formalizará formalizarán
        formalizaría formalizarían formalizado formalizando formalizaba formalizaban cancelar
        cancela cancelan canceló cancelaron cancelará cancelarán cancelaría cancelarían cancelado
        cancelando cancelaba cancelaban confirmar confirma confirman confirmó confirmaron
        confirmará confirmarán confirmaría confirmarían confirmado confirmando confirmaba
        confirmaban cerrar cierra cierran cerró cerraron cerrará cerrarán cerraría cerrarían
        cerrado cerrando cerraba cerraban acordar acuerda acuerdan acordó acordaron acordará
        acordarán acordaría acordarían acordado acordando acordaba acordaban suscribe suscribió
        suscribieron suscribirá suscribir suscrito amplía amplían amplió ampliaron ampliará
        ampliarán ampliar extiende extendió extenderá rescinde rescindió rescindirá rompe rompió
        se_compromete se_comprometió se_comprometieron comprometerse llega_a_un_acuerdo
        llegó_a_un_acuerdo llegaron_a_un_acuerdo llegado_a_un_acuerdo llegan_a_un_acuerdo
        duplica_su triplica_su dobla_su prorroga prorrogan prorrogó prorrogará renueva renuevan
        renovó renovará
        presenta presentan presentó presentaron presentará presentarán presentado lanzan lanzarán
        lanzaron planean confirma confirman confirmó confirmaron confirmado
        """,
    ),
    # Portuguese
    (
        "agree",
        """
        assina assinam assinou assinaram assinar assinado assinará fecha fecham fechou fecharam
        fechar fechado fechará firma firmam firmou firmaram firmar firmado anuncia anunciou
        anunciaram anunciar acerta acertou acertaram sela selou selaram negocia negociam negociou
        negociar amplia ampliou ampliará ampliar expande expandiu cancela cancelou cancelar
        estende estendem estendeu prorroga prorrogou renova renovou
        rescinde rescindiu se_comprometeu comprometeu-se desiste_de desistiu_de conclui concluiu
        apresenta apresentam apresentou apresentaram lançam lançarão planejam confirma confirmou
        confirmaram confirmado
        """,
    ),
    # French
    (
        "agree",
        """
        signe signent signé signer signera signeront conclut concluent conclu conclure scelle
        scellent scellé sceller paraphe annoncent annoncé annoncer négocie négocient négocier
        étend étendent étendu élargit élargissent élargi renforce prolonge annule annulé annuler
        résilie renouvelle renouvellent abandonne abandonnent abandonnera double_son double_sa
        double_ses triple_son
        triple_sa renonce s'engage s'engagent s’engage s’engagent s'est_engagé s’est_engagé passé
        présentent présenté lancent prévoient confirme confirment confirmé
        """,
    ),
    # Italian
    (
        "agree",
        """
        sigla siglano siglato siglare siglerà firma firmano firmato firmare firmerà stringe
        stringono stretto stringere chiude chiudono chiuso chiudere stipula stipulano stipulato
        stipulare annuncia annunciano annunciato raggiunge raggiungono raggiunto raggiungere
        concludono concluso negozia negoziano amplia ampliato estende esteso cancella annulla
        annullato proroga prorogano rinnova rinnovano estendono rescinde disdice recede raddoppia
        triplica sottoscrive sottoscritto si_impegna
        si_è_impegnata si_è_impegnato presentano presentato lanciano conferma confermano
        confermato
        """,
    ),
    # German
    (
        "agree",
        """
        schließt schließen schloss schlossen geschlossen abgeschlossen abschließen unterzeichnet
        unterzeichnete unterzeichneten unterzeichnen unterschreibt unterschrieb unterschrieben
        vereinbart vereinbarte vereinbarten vereinbaren getroffen besiegelt besiegelte einigt_sich
        einigten_sich einigen_sich geeinigt sich_einigen kündigt kündigte gekündigt verhandelt
        verhandeln verhandelte weitet baut_aus erweitert erweitern erweiterte verlängert
        verpflichtet_sich verpflichtete_sich eingegangen
        präsentieren präsentierten planen starten enthüllen bestätigt bestätigen bestätigte
        """,
    ),
    # Dutch
    (
        "agree",
        """
        tekent tekenen tekende tekenden getekend sluit sluiten sloot sloten gesloten ondertekent
        ondertekenen ondertekend bereikt bereiken bereikte onderhandelt onderhandelen spreekt_af
        breidt verlengt praat praten zegt_op opgezegd annuleert schrapt
        presenteren presenteerden lanceren plannen bevestigt bevestigen bevestigde
        """,
    ),
    # Russian
    (
        "agree",
        """
        подписала подписал подписали подписало подписать подпишет подписывает заключила заключил
        заключили заключило заключить заключит заключает договорилась договорились договорился
        договаривается согласовала объявила объявили расширила расширяет расширит продлила
        отказалась отказался отменила расторгла ведёт_переговоры ведет_переговоры ведут_переговоры
        обсуждает обсуждают
        представили запускают планируют подтвердила подтвердил подтвердили
        """,
    ),
    # Polish
    (
        "agree",
        """
        podpisała podpisał podpisały podpisali podpisało podpisać podpisze podpisuje zawarła
        zawarł zawarły zawarło zawrzeć zawrze zawiera ogłosiła ogłosił ogłosiły negocjuje
        negocjują rozszerza rozszerzyła porozumiała_się porozumiały_się dogadała_się uzgodniła
        zerwała anulowała zrywa wypowiada wypowiedziała rezygnuje zrezygnowała
        zaprezentowały planują uruchamiają potwierdziła potwierdził potwierdziły
        """,
    ),
    # Romanian
    (
        "agree",
        """
        semnat semnează semneze semna încheiat încheie încheia anunțat anunță convenit negociază
        extins extinde anulat renunță
        lansează plănuiesc confirmă confirmat
        """,
    ),
    # Swedish, Danish and Norwegian
    ("guarantee", "garanterar garantera garanterer garantere"),
    ("finance", "finansierar finansiera finansierer finansiere lånar_ut låner_ut"),
    (
        "sell",
        """
        levererar leverera levererade levererat levereras leverer leverere leverte leverede levert
        leveret leveres tillhandahåller tillhandahålla förser förse forsyner forsyne säljer sälja
        sålde selger selge sælger sælge hyr_ut hyra_ut hyrde_ut leier_ut leie_ut lejer_ud leje_ud
        erbjuder erbjuda tilbyder tilbyr
        """,
    ),
    (
        "invest",
        "investerar investera investerade investerat investerer investere investerte investerede",
    ),
    ("lease", "hyr hyra hyrde hyrt hyrs leier leie leide lejer leje lejede lejet"),
    (
        "buy",
        """
        köper köpa köpte köpt kjøper kjøpe kjøpte kjøpt køber købe købte købt beställer beställa
        beställt bestiller bestille använder använda bruker bruge bruger säkrar säkrade sikrer
        reserverar reserverer får_tillgång_till får_tilgang_til får_adgang_til
        """,
    ),
    ("build", "bygger bygga byggde byggt byggs bygge bygde byggede uppför opfører"),
    (
        "join",
        """
        samarbetar samarbeta samarbete samarbejder samarbejde samarbeider samarbeid går_samman
        partnerskap tillsammans_med sammen_med leder_satsningen leder_projektet leder_prosjektet
        """,
    ),
    (
        "agree",
        """
        tecknar teckna tecknade tecknat ingår ingå ingick ingått indgår indgå indgik indgået inngår
        inngå inngikk inngått sluter slöt slutit undertecknar signerar signerer signerte
        underskriver skriver_under förhandlar forhandler utökar utvider udvider skrotar
        """,
    ),
)  # fmt: skip
