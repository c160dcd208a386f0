"""Word tables of the frames: verbs and nouns of dealing by kind, prepositions, goods, asides.

Words are folded; "_" joins the words of a phrase. Forms are written out: no stemming guesses.
"""

from collections.abc import Mapping
from typing import Final

from parsers.frames.frame import FrameKind


def _words(rows: str) -> frozenset[str]:
    return frozenset(rows.split())


# Where two kinds hold one word, the earlier one wins; longer phrases win over shorter ones.
VERBS: Final[tuple[tuple[FrameKind, str], ...]] = (
    (
        "guarantee",
        """
        backstop backstops backstopped backstopping guarantee guarantees guaranteed guaranteeing
        co-sign co-signs co-signed co-signing cosign cosigns cosigned stand_behind stands_behind
        back_the_bill back_the_lease back_the_debt back_the_rent backs_the_lease backs_the_debt
        backs_the_rent backing_the_lease backing_the_debt underwrite_the_lease
        garante
        """,
    ),
    (
        "finance",
        """
        lend lends lent lending loan loans loaned finance finances financed financing underwrite
        underwrites underwrote underwritten underwriting bankroll bankrolls bankrolled bankrolling
        lead leads led arrange arranges arranged arranging fund funds funded extend_a_loan
        extends_a_loan
        """,
    ),
    (
        "sell",
        """
        rent_out rents_out rented_out renting_out lease_out leases_out leased_out leasing_out
        supply supplies supplied supplying to_serve provide provides provided providing sell sells
        sold
        to_house will_house houses billing selling deliver delivers delivered delivering
        host hosts hosted hosting furnish furnishes
        furnished to_power give_access gives_access granting_access make_available
        land lands landed landing win wins won winning bag bags bagged clinch clinches clinched
        serves_as_provider ship ships shipped shipping
        livre
        vende_a
        """,
    ),
    (
        "invest",
        """
        invest invests invested investing investment investments to_pour pour pours poured pouring
        to_pump pumps pumped pumping to_plow plows plowed plowing ploughs ploughed ploughing
        inject injects injected injecting hand hands handed handing put puts putting back backs
        backed backing stake stakes take_a_stake takes_a_stake took_a_stake taking_a_stake
        take_stake takes_stake took_stake
        boosts_stake boosts_its_stake raises_stake raises_its_stake increases_stake
        increases_its_stake ups_stake ups_its_stake lifts_stake lifts_its_stake hikes_stake
        expands_stake expands_its_stake doubles_stake doubles_its_stake adds_to_its_stake
        boosting_stake boosting_its_stake raising_its_stake increasing_its_stake
        acquire_a_stake acquires_a_stake acquired_a_stake acquiring_a_stake buy_a_stake
        buys_a_stake bought_a_stake buying_a_stake acquire_stake acquires_stake buys_stake
        buy_into buys_into bought_into buying_into
        take_an_equity_stake takes_an_equity_stake get_a_stake gets_a_stake
        """,
    ),
    (
        "lease",
        """
        lease leases leased leasing rent rents rented renting sublease subleases subleased
        pre-lease pre-leases pre-leased pre-leasing preleased preleases subleasing
        sublet sublets subletting pre-let pre-lets pre-letting prelet prelets occupy occupies
        """,
    ),
    (
        "buy",
        """
        shell_out shells_out shelled_out shelling_out fork_out forks_out forked_out forking_out
        commit commits committed committing spend spends spent spending pay pays paid paying buy
        buys bought buying purchase purchases purchased purchasing order orders ordered ordering
        secure secures secured securing tap taps tapped tapping reserve reserves reserved
        reserving book books booked pick picks picked picking choose chooses chose chosen select
        selects selected selecting get gets got getting receive receives received receiving deploy
        deploys deployed deploying use uses used using utilize utilizes utilise utilises turn_to
        turns_to turned_to turning_to access accesses accessing procure procures procured
        procuring lock_in locks_in locked_in locking_in lock_up locks_up locked_up snap_up snaps_up
        snapped_up sourced sourcing sign_up_for signs_up_for signed_up_for
        contracted_for contract contracts contracting contracted
        commission
        commissions
        commissioned obtain obtains obtained obtaining gain_access
        gains_access gained_access enlist enlists enlisted hire hires hired adopt adopts adopted
        rely_on relies_on double_down_on doubles_down_on doubled_down_on
        run_on runs_on train_on trains_on subscribe_to move_to moves_to
        cut_back_on cuts_back_on bet_on bets_on acquire acquires acquiring acquire_capacity
        acquires_capacity
        award awards awarded awarding to_anchor will_anchor would_anchor signs_on_for sign_on_for
        signed_on_for sign_up signs_up signed_up signing_up place_orders places_orders placed_orders
        placing_orders place_an_order places_an_order placed_an_order placed_order
        absorb absorbs absorbed absorbing take_over takes_over took_over taking_over inherit
        inherits inherited step_in steps_in stepped_in stepping_in step_into steps_into
        utilice
        commande utilise
        """,
    ),
    (
        "build",
        """
        build builds building built construct constructs constructed constructing develop develops
        developed developing raise raises raised raising borrow borrows borrowed borrowing
        broke_ground breaks_ground break_ground breaking_ground
        tops_out topped_out top_out erect erects
        """,
    ),
    (
        "join",
        """
        partner partners partnered partnering team teams team_up teams_up teamed_up teaming_up
        teamed_with teams_with join_forces joins_forces joined_forces joining_forces collaborate
        join_hands joins_hands joined_hands joining_hands cooperate cooperates cooperation
        joint_venture joint_ventures
        collaborates collaborated collaborating collaboration alliance allies tie-up tie-ups
        tie_up
        work_with works_with working_with partnership partnerships ties_up tied_up tying_up
        """,
    ),
    (
        "agree",
        """
        forge forges forged getting_ready gets_ready get_ready
        pen pens penned renew renews renewed renewing
        sign signs signed signing ink inks inked inking strike strikes struck striking seal seals
        sealed sealing agree agrees agreed agreeing expand expands expanded expanding widen widens
        widened widening broaden broadens broadened enlarge enlarges enlarged deepen deepens
        deepened extend extends extended bet bets walk_away walks_away walked_away drop
        drops dropped scrap scraps scrapped cancel cancels cancelled canceled end ends ended halt
        halts halted pause pauses paused pull_out pulls_out pulled_out back_out
        backs_out backed_out backing_out back_away backs_away backed_away talks in_talks negotiate
        negotiates negotiated negotiating nears nearing weighs explores discuss discusses
        discussing enter enters entered entering execute executes executed announce announces
        announced announcing reach reaches reached finalize finalizes finalized finalise closes
        discussions in_discussions negotiations in_negotiations
        open_talks opens_talks opened_talks begin_talks begins_talks began_talks start_talks
        starts_talks started_talks hold_talks holds_talks held_talks initiate_talks initiated_talks
        enter_talks enters_talks entered_talks open_discussions opened_discussions
        begin_discussions began_discussions start_discussions started_discussions
        initiate_discussions initiated_discussions hold_discussions held_discussions
        enter_discussions entered_discussions open_negotiations opened_negotiations
        begin_negotiations began_negotiations start_negotiations started_negotiations
        enter_negotiations entered_negotiations
        withdraw withdraws withdrew withdrawn withdrawing courts courting woos wooing
        call_off calls_off called_off shelve shelves shelved part_ways parts_ways
        terminate terminates terminated scale scales scaled
        """,
    ),
)  # fmt: skip

# A sum between two is a deal without the word: "11,6 milliards de dollars entre A et B".
SUM_BETWEEN: Final = (
    r"(?:(?<=dollars )|(?<=d[’']euros )|(?<=dólares )|(?<=euros )|(?<=dollari )|(?<=dollar )"
    r"|(?<=euro )|(?<=billion )|(?<=\dbn )|(?<=\db )|(?<=millones )|(?<=milliards )|(?<=miliardi ))"
    r"(?:entre|between|zwischen|tra|tussen)(?= [^,.;:]{2,60} (?:et|and|y|e|und|en) )"
)
# Nouns of dealing: their sides stand before them, behind "with" or behind "between".
DEAL_NOUNS: Final = _words(
    """
    deal deals agreement agreements contract contracts pact pacts accord accords arrangement
    arrangements lease leases order
    orders commitment commitments loi award tender hosting allocation bet cloud-deal ai-deal
    rental rentals
    acuerdo acuerdos contrato contratos convenio pedido encargo alquiler arriendo
    alianza pacto preacuerdo megaacuerdo megacontrato memorando
    contrat contrats accord accords commande bail réservation partenariat pacte
    overeenkomst akkoord megadeal contract huurcontract
    acordo acordos encomenda aluguel locação
    accordo accordi contratto contratti commessa intesa
    контракт контракта контракту контрактом контракте контракты соглашение соглашения соглашению
    соглашением соглашении сделку сделка сделки сделке сделкой договор договора договору договором
    umowa umowę umowy umowie umową kontrakt kontraktu kontraktem porozumienie porozumienia
    acordul acordului acorduri contractul contractului avtal avtalet avtale avtalen aftale aftalen
    """
)
# What words of dealing end in, where a language writes what is dealt in before it.
DEAL_TAILS: Final = (
    "mietvertrag", "vertrag", "vertrags", "vertrages", "verträge", "verträgen", "auftrag",
    "auftrags", "aufträge", "abkommen", "vereinbarung", "vereinbarungen", "milliardendeal",
    "großdeal", "miljardendeal", "centerdeal", "zentrumsdeal", "chipdeal", "clouddeal", "chiporder",
    "miljardenorder", "huurcontract", "overeenkomst", "overeenkomsten", "akkoord", "avtal",
)  # fmt: skip
# Verbs that say little until the end of their clause does: the kind, and what stands there.
SEPARABLE: Final[Mapping[str, tuple[FrameKind, str]]] = {
    **dict.fromkeys(
        ("stellt", "stellen", "stellte", "stelt", "stelde"),
        ("sell", "bereit|zur verfügung|beschikbaar|ter beschikking"),
    ),
    **dict.fromkeys(
        ("met", "mettra", "mettent", "mettre", "mis"), ("sell", "à (?:la )?disposition")
    ),
    **dict.fromkeys(
        ("pone", "ponen", "pondrá", "pondrán", "poner", "puso", "mette", "metterà", "coloca"),
        ("sell", "a (?:su )?disposici[óo]n|a disposizione|à disposição"),
    ),
    **dict.fromkeys(("rüstet", "rüsten", "rüstete", "rust", "rusten"), ("sell", "aus|uit")),
    **dict.fromkeys(("legt", "leggen", "legde"), ("buy", "vast|beim? [^.;:]{2,60} nach")),
    **dict.fromkeys(("stockt", "stocken", "stockte"), ("buy", "beim? [^.;:]{2,60} auf")),
    **dict.fromkeys(("räumt", "räumen", "räumte"), ("sell", "ein")),
    **dict.fromkeys(("bietet", "bieten"), ("sell", "an")),
    **dict.fromkeys(("steigt", "stieg", "steigen", "stapt"), ("invest", "ein|in")),
    **dict.fromkeys(("nimmt", "nehmen", "nahm", "neemt", "nemen"), ("buy", "ab|af")),
    **dict.fromkeys(("arbeitet", "arbeiten", "werkt", "werken"), ("join", "zusammen|samen")),
    **dict.fromkeys(("tut", "tun"), ("join", "zusammen")),
}
# Words that are verbs of dealing elsewhere: "raises fears", "5 trillion won", "moves to finance".
SAYS_ELSE: Final = (
    r"rais(?:e|es|ed|ing) (?:[\w-]+ ){0,4}?(?:fears?|concerns?|questions?|doubts?|worries|eyebrows"
    r"|alarms?|risks?|stakes|hopes|expectations|scrutiny|the bar)(?!\w)"
    r"|funds? (?:(?:managed|advised|run|controlled) by|will|would|to|have|are|affiliated)(?!\w)"
    r"|(?:leases? (?:payments?|obligations?|liabilities)|supply (?:was|is|chains?|crunch))(?!\w)|"
    # What only lets somebody do it, and what is received is somebody else's order.
    r"(?:get|gets|got|win|wins|won|secure|secures|secured|receive|receives|received) (?:the |a )?"
    r"(?:go-ahead|green light|nod|clearance|approval|permission)(?!\w)"
    r"|(?:(?<=order )|(?<=orders ))received from(?!\w)|(?<= from )(?:acquir|buy)ing(?!\w)"
    r"|(?:(?<=trillion )|(?<=billion )|(?<=million ))won(?!\w)"
    r"|mov(?:e|es|ed|ing) to (?:finance|fund|back|bankroll|guarantee|lease|rent|buy|build|lend|sell"
    r"|sign|secure|lock|acquire|expand|cancel|invest|syndicate|arrange|raise|borrow|close"
    r"|price)(?!\w)"
)
# Of these, what one "gets from" one's customer.
ORDER_NOUNS: Final = _words(
    """
    order orders contract contracts commitment commitments award bookings business pedido pedidos
    auftrag aufträge großauftrag commande commandes encomenda commessa
    """
)
# Forms that are said of money without a further word: "invests $5bn".
ENGLISH_INVEST: Final = frozenset({"invest", "invests", "invested", "investing", "to invest"})
LOAN_NOUNS: Final = _words(
    """
    loan loans financing debt credit facility mortgage bonds funding préstamo crédito
    financiamiento financiación kredit darlehen finanzierung prêt financement lening prestito
    empréstimo financiamento finanziamento dette deuda dívida debito préstamos prestiti crédit
    emprunt
    """
)
EQUITY_NOUNS: Final = _words(
    "investment stake equity stock shares warrants ownership inversión beteiligung investition"
    " participation azioni"
    " acciones aktien anteile ações долю доля акции акций akcje akcji udziały udział acțiuni"
    " participación participação partecipazione quota anteil hisse"
)

# Verbs that are nouns as well: verbs only where a subject or an auxiliary stands before them.
NOUN_OR_VERB: Final = _words(
    """
    stake stakes lease leases order orders rent rents supply supplies host hosts hosting use uses
    access purchase
    purchases contract contracts loan loans fund funds back backs bet bets partner partners tap
    pick picks land lands book books build builds building finance finances financing guarantee
    guarantees backstop backstops commitment hand hands put team teams order
    raise raises investment investments drop drops scale ends scraps talks discussions
    negotiations extends leasing renting win
    spending reserve reserves secure contracted
    commande reserva firma compra entrega livre aloja vende contrata paga
    """
)
# Who does this takes what another leaves, and serves nobody by it.
_TAKES_OVER: Final = """
    absorb absorbs absorbed absorbing take_over takes_over took_over taking_over inherit inherits
    inherited step_in steps_in stepped_in stepping_in step_into steps_into se_queda_con
    se_quedará_con asume asumirá übernimmt übernahm reprend reprendra neemt_over
    接手 接管 接盘 接盤 引き継 肩代わり
    """
TAKES_OVER: Final = frozenset(words.replace("_", " ") for words in _words(_TAKES_OVER))
# What a maker of chips does for somebody's cloud, without a say in who buys from whom.
POWERED_BY: Final = "powered by"
# Taking a stake, however big it is said to be.
TAKES_STAKE: Final = "takes a stake"
# The mark of a verb of building that says for whom.
BUILT_FOR: Final = "for"
# How one is called that has sites, in a verb: "data center operator Polar".
SITE_HOLDER: Final = "site"
# Of these, the nouns of giving: "Google's backstop", "a loan from", "its stake in".
GIVING_NOUNS: Final = _words(
    """
    stake stakes investment investments loan loans financing guarantee guarantees backstop backstops
    """
)
# What may stand right before a verb besides its subject.
VERBAL_LEADS: Final = _words(
    """
    to will would may could might can should shall must and or also now then it they who which that
    help helps helped helping each both again still
    has have had not does did do is are was were been be being plans agrees agreed set we he she
    custom stop stops stopped start starts begin begins firm company startup start-up giant maker
    lab miner operator provider developer unit arm
    group parent owner landlord hyperscaler tenant neocloud chipmaker builder carrier lender lenders
    won't won’t wouldn't wouldn’t didn't didn’t doesn't doesn’t cannot can't can’t couldn't never
    bank banks fund investors reportedly , – — : se hat haben wird will soll va vai ha han
    """
)

# --- prepositions ---------------------------------------------------------------------------------

FROM: Final = _words(
    "from von vom bei beim van bij chez auprès dall dallo dalla у от od från fra hos av"
)
TO: Final = _words("to a al an à aan para alla ad ao au aux для către till til")
WITH: Final = frozenset(
    {*_words("with con mit avec met com med alongside с со cu z and"), "junto con"}
)
INTO: Final = _words("in into en of dans em na nella в w în i")
FOR: Final = _words("for para für pour voor per для dla pentru för åt")
BY: Final = _words("by por par da door dalla von pela pelo przez av af")
ON: Final = _words(
    """
    on at auf sur op su sobre as of de d' between entre zwischen tussen tra over about against via
    through behind like than under by del до beyond within during upon without near inside outside
    above below toward towards across around onto über på mellan mellem mellom
    """
)
PREPOSITIONS: Final = FROM | TO | WITH | INTO | FOR | BY | ON
# Who stands behind one of these is acted on, and is not the subject of the next verb.
OBJECT_PREPOSITIONS: Final = (
    FROM
    | (WITH - {"and"})
    | {"to", "in", "into", "for", "on", "by", "für", "pour", "à", "auf"}
    | {"en", "em", "dans", "nella"}
)

# Where the object of each kind of verb stands, when not right behind it.
WANTED: Final[Mapping[FrameKind, frozenset[str]]] = {
    "buy": FROM | {"da", "dal", "dalla", "through", "via", "über"},
    "lease": FROM | {"da", "dal", "dalla", "through", "via", "über"},
    "sell": TO,
    "invest": INTO,
    "finance": TO | FOR,
    "guarantee": FOR | TO,
    "build": FOR,
    "agree": WITH,
    "join": WITH,
}

# Whose site is told of: "…, its owner eStruxture said".
ITS_OWNER: Final = (
    r"(?<!\w)(?:its|the|the site['’]s|the campus['’]s?|wie (?:der|die)) (?:owner|landlord"
    r"|eigent[üu]mer(?:in)?|vermieter(?:in)?),?\s$|(?:^|\s)(?:der|die|l['’]|le|el|il) ?(?:betreiber"
    r"(?:in)?|vermieter(?:in)?|hébergeur|bailleur|arrendadora?|gestore)\s$"
)
SAYS: Final = (
    r",? (?:declined|would not|did not|said|says|told|confirmed|announced|disclosed|mitteilt|sagt"
    r"|best[äa]tigt|erkl[äa]r|a (?:confirm|annonc)|confirm[óa]|ha conferm)"
)

# --- what is dealt in -----------------------------------------------------------------------------

# Goods whose taker and giver the supply chain tells. A site that two build together is none.
GOODS: Final = (
    r"cloud(?![ -](?:provider|firm|compan|start|giant|unit|player|operator|arm\b))"
    r"|compute\b(?! (?:facilit|tie-|hub|campus|cent))"
    r"|computing|capacity|[gt]pus?\b|chips?\b(?!-| clusters?\b)|accelerators?|processors?"
    r"|servers?\b|hosting|colocation|leas(?:e|es|ed|ing)\b|rent(?:s|ed|ing|al)?\b|tenants?\b|customer|suppl(?:y|ie)"
    r"|expand\w* [^,;:.]{1,40}? (?:by|to) (?:another )?\d[\d.,]*\s?(?:[mg]w|megawatts|gigawatts)\b"
    r"|silicon|racks?\b|instinct|blackwell|rubin|trainium|workload"
    r"|capacidad|nube|c[oó]mputo|computacional|chips|alquil|suministr"
    r"|rechen(?!zentr)|kapazit|cloud-|miet|liefer|calcul\b|nuage|puces|louer|fourni"
    r"|rekenkracht|huur|lever|hyr[ast]?\b|leie|leje|datorkraft|nuvem|computação|capacidade|capacità|calcolo"
    r"|вычислит|облач|мощност|аренд|чип"
)
# Words that end a deal.
ENDS: Final = (
    r"cancel\w*|scrap\w*|collaps\w*|fall(?:s|en)? through|fell through|fall(?:s|en)? apart"
    r"|end(?:s|ed)?"
    r"|call(?:s|ed)? off|part(?:s|ed)? ways|shelv\w+|axe[sd]?|halt\w*|paus\w*|drop\w*"
    r"|terminat\w*|abandon\w*|unravel\w*|dead|off the table|on ice|stall\w*|on hold|in limbo"
    r"|en suspenso|se estanc\w+|estancad\w+|congelad[oa]s?|punto muerto|no (?:ampliar|expandir"
    r"|renovar)|naufrag\w+|auf eis|geplatzt|platzt|gescheitert|scheitert|vastgelopen|afgeblazen"
    r"|rafa kal\w+|iptal\w*|au point mort|in stallo|arenat[oiae]"
)
UNIONS: Final = frozenset(
    {"cooperation", "collaboration", "alliance", "venture", "colaboración", "cooperación"}
    | {"colaboração", "cooperação", "collaborazione", "cooperazione", "zusammenarbeit"}
    | {"kooperation", "samenwerking", "сотрудничество", "сотрудничестве", "współpracę"}
    | {"współpracy", "colaborare", "parceria", "alleanza", "partenariat", "partnerschap"}
    | {"partnerschaft", "партнёрство", "партнерство", "партнёрстве", "партнерстве"}
    | {"partnerstwo", "parteneriat"}
)
# Verbs two may share without a trade: "A and B announce an expansion", "A and B expand a site".
SHARED: Final = frozenset(
    {"announce", "announces", "announced", "announcing", "expand", "expanded", "expanding"}
    | {"anuncian", "anunciaron", "anunciarán", "presentan", "presentaron", "presentarán", "lanzan"}
    | {"lanzarán", "lanzaron", "planean", "anunciam", "anunciaram", "apresentam", "apresentaram"}
    | {"lançam", "lançarão", "planejam", "annoncent", "présentent", "lancent", "prévoient"}
    | {"annunciano", "presentano", "lanciano", "präsentieren", "planen", "starten", "enthüllen"}
    | {"presenteren", "lanceren", "plannen", "объявили", "представили", "запускают", "планируют"}
    | {"annoncé", "anunciado", "annunciato", "angekündigt", "présenté", "presentado", "lanzado"}
    | {"ogłosiły", "zaprezentowały", "planują", "uruchamiają", "lansează", "plănuiesc"}
)
