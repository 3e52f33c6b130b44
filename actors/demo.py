"""The actors of the demo plan Solbakken. Every name is invented."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoActor:
    """One line of the demo. `areas` are letters (see AREAS); `contact` is "name, role, consent"."""

    name: str
    kind: str
    core_task: str
    address: str
    areas: str
    groups: str = ""
    short_name: str = ""
    status: str = "active"
    contact: str = ""
    inside: bool = True
    daily: bool = False
    close: bool = False
    specialised_in: str = ""
    competences: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    resources: tuple[tuple[str, str], ...] = ()
    housed_in: str = ""
    centre_type: str = ""


AREAS = {"L": "Lyngvej", "Ø": "Østhøj", "E": "Engdraget"}
# Letters for the target groups that a new plan begins with (accounts.method.TARGET_GROUPS).
GROUPS = {
    "0": "0–6-årige og deres forældre",
    "b": "Børn og unge",
    "u": "Unge 18+",
    "æ": "Ældre",
    "a": "Alle beboere",
}

ACTORS = (
    # Boligrelaterede organisationer
    DemoActor(
        "Helhedsplanen Solbakken", "housing", "Samler lokale kræfter om beboernes hverdag", "Lyngvej 4", "LØE",
        "a", contact="Amina Holm, boligsocial medarbejder, given:team,plan,partners", daily=True, close=True,
        competences=("Projektledelse", "Fundraising", "Netværksarbejde"), strengths=("Kender familierne i gårdene",),
        resources=(("hands", "To medarbejdere til fælles arrangementer"), ("equipment", "Telt 6 × 12 meter")),
    ),
    DemoActor(
        "Boligselskabet Højbo", "housing", "Udlejer og driver boligerne", "Administrationsvej 2", "LØE", "a",
        contact="Torben Fisker, driftschef, given:team,plan", inside=False,
        resources=(("room", "Selskabslokale til 60 personer"), ("money", "Pulje til gårdmiljø")),
    ),
    DemoActor(
        "Afdelingsbestyrelsen Østhøj", "housing", "Beboernes valgte bestyrelse i Østhøj", "Østhøj 12", "Ø", "a",
        short_name="Bestyrelsen Østhøj", contact="Gerda Munk, forperson, asked", daily=True, close=True,
        resources=(("room", "Bestyrelseslokalet"),),
    ),
    DemoActor(
        "Afdelingsbestyrelsen Lyngvej", "housing", "Beboernes valgte bestyrelse på Lyngvej", "Lyngvej 30", "L", "a",
        short_name="Bestyrelsen Lyngvej", contact="Sven Aaby, kasserer, not_asked", daily=True, close=True,
    ),
    DemoActor(
        "Ejendomskontoret Engdraget", "housing", "Holder huse og grønne områder", "Engdraget 1", "EL", "a",
        short_name="Ejendomskontoret", contact="Kim Dahl, varmemester, given:team", daily=True, close=True,
        resources=(("equipment", "Trailer og havemaskiner"),),
    ),
    # Kommunale institutioner
    DemoActor(
        "Biblioteket på Bakken", "municipal", "Bøger, lektiehjælp og mødested", "Torvet 1", "LØE", "ba",
        contact="Lone Riis, formidler, given:team,plan", daily=True, competences=("Formidling", "It-hjælp"),
        resources=(("room", "Mødelokale med skærm"), ("room", "Børnehjørnet"), ("equipment", "12 bærbare"),
                   ("hands", "Frivillige lektieguider")),
    ),
    DemoActor(
        "Medborgercentret Gavlhuset", "municipal", "Åbent hus for foreninger og borgere", "Torvet 3", "LØE", "a",
        short_name="Gavlhuset", contact="Malte Krogh, husvært, given:team,plan,partners,public", daily=True, close=True,
        centre_type="housing_area", competences=("Værtskab", "Mægling"),
        resources=(("room", "Stor sal til 120"), ("room", "Køkken"), ("equipment", "Højttaleranlæg")),
    ),
    DemoActor(
        "Jobhuset Øst", "municipal", "Vejen til job og fritidsjob", "Stationsvej 30", "LØE", "u",
        contact="Yasmin Toft, jobkonsulent, given:team,plan", inside=False, specialised_in="beskæftigelse",
        competences=("Virksomhedskontakt", "Mentorforløb"),
    ),
    DemoActor(
        "Ungdomsskolen Åkanden", "municipal", "Fritid og læring for unge", "Skolesti 2", "LØE", "b",
        contact="Jonas Vinge, afdelingsleder, given:team", daily=True, close=True,
        competences=("Ungepædagogik", "Lyd og podcast"), resources=(("room", "Værksted"), ("equipment", "Lydstudie")),
    ),
    DemoActor(
        "Bakkeskolen", "municipal", "Folkeskole for hele bydelen", "Skolesti 1", "LØE", "b",
        contact="Pernille Aas, skoleleder, given:team,plan", daily=True, competences=("Undervisning",),
        specialised_in="uddannelse", resources=(("room", "Gymnastiksal"), ("room", "Skolekøkken")),
    ),
    DemoActor(
        "Børnehuset Mælkebøtten", "municipal", "Vuggestue og børnehave", "Engdraget 14", "E", "0",
        contact="Rikke Blom, pædagogisk leder, asked", daily=True, close=True,
    ),
    DemoActor(
        "Børnehuset Regnbuen", "municipal", "Vuggestue og børnehave", "Lyngvej 22", "L", "0",
        contact="Dorte Hjort, leder, not_asked", daily=True, close=True,
    ),
    DemoActor(
        "Sundhedsplejen Solbakken", "municipal", "Besøg og vejledning til nye forældre", "Torvet 5", "LØE", "0",
        contact="Ulla Storm, sundhedsplejerske, given:team", specialised_in="sundhed", close=True,
        competences=("Amning og trivsel", "Gruppeforløb"),
    ),
    DemoActor(
        "Familiehuset Birken", "municipal", "Rådgivning til familier", "Birkealle 8", "LØE", "0b",
        contact="Signe Falk, familiekonsulent, given:team,plan", inside=False, specialised_in="familierådgivning",
    ),
    DemoActor(
        "SSP Solbakken", "municipal", "Forebygger kriminalitet blandt unge", "Rådhuspladsen 1", "LØE", "b",
        contact="Bent Lund, SSP-konsulent, refused", inside=False, specialised_in="kriminalitetsforebyggelse",
    ),
    DemoActor(
        "Uddannelsesvejledningen Kompas", "municipal", "Vejleder unge om uddannelse", "Stationsvej 12", "LØE", "bu",
        short_name="Kompas", contact="Ida Kjær, vejleder, expired:team", inside=False, specialised_in="uddannelse",
    ),
    DemoActor(
        "Hjemmeplejen Syd", "municipal", "Pleje og besøg hos ældre", "Plejevej 6", "LØE", "æ",
        contact="Mona Bak, gruppeleder, not_asked", daily=True, close=True, specialised_in="sundhed",
    ),
    DemoActor(
        "Aktivitetscentret Eftermiddag", "municipal", "Samvær for ældre", "Birkealle 18", "ØE", "æ",
        short_name="Eftermiddag", contact="Arne Holst, daglig leder, given:team,plan", resources=(("room", "Kreativt værksted"),),
    ),
    # Frivillige organisationer
    DemoActor(
        "Lektiecaféen Lygten", "voluntary", "Lektiehjælp tirsdag og torsdag", "Torvet 1", "LØ", "b",
        contact="Karim Saleh, koordinator, given:team,plan", close=True, housed_in="Biblioteket på Bakken",
        strengths=("Taler arabisk og tyrkisk",), resources=(("hands", "15 frivillige lektieguider"),),
    ),
    DemoActor(
        "Nabomødrene", "voluntary", "Kvinder besøger kvinder", "Lyngvej 4", "LØE", "0a",
        contact="Fatma Yildiz, koordinator, given:team,plan,partners", daily=True, close=True,
        housed_in="Medborgercentret Gavlhuset", strengths=("Taler somali, arabisk og tyrkisk", "Kommer i hjemmene"),
    ),
    DemoActor(
        "Besøgsvennerne på Bakken", "voluntary", "Besøger ensomme ældre", "Torvet 3", "LØE", "æ",
        contact="Inger Nygaard, frivilligleder, given:team", close=True, housed_in="Medborgercentret Gavlhuset",
        resources=(("hands", "Ti besøgsvenner"),),
    ),
    DemoActor(
        "Mentorkorpset Springbrættet", "voluntary", "Mentorer for unge på vej i job", "Stationsvej 30", "LØE", "u",
        short_name="Springbrættet", contact="Peter Juhl, projektleder, asked", inside=False, resources=(("hands", "20 mentorer"),),
    ),
    DemoActor(
        "Sommerlejren Fri", "voluntary", "Ferie for børn, der ellers bliver hjemme", "Havnegade 9", "LØE", "b",
        contact="Lise Brandt, lejrleder, withdrawn", inside=False, status="dormant",
    ),
    DemoActor(
        "Retshjælpen Torvet", "voluntary", "Gratis juridisk hjælp onsdag", "Torvet 3", "LØE", "ua",
        contact="Emil Skov, jurist, given:team,plan,partners,public", specialised_in="jura",
        housed_in="Medborgercentret Gavlhuset",
    ),
    DemoActor(
        "Madfællesskabet Gryden", "voluntary", "Fællesspisning hver torsdag", "Torvet 3", "LØ", "a",
        contact="Nadia Omar, kok, given:team", close=True, housed_in="Medborgercentret Gavlhuset",
        resources=(("hands", "Seks kokke"), ("surplus", "Suppe til fællesspisning")),
    ),
    DemoActor(
        "Genbrugsbutikken Andet Liv", "voluntary", "Butik, hvor overskud går til området", "Østhøj 5", "Ø", "ua",
        short_name="Andet Liv", contact="Bodil Friis, butiksleder, given:team", daily=True,
        resources=(("surplus", "Møbler og børnetøj"), ("money", "Overskud til små indsatser")),
    ),
    DemoActor(
        "Aftenvandrerne Solbakken", "voluntary", "Voksne på gaden fredag aften", "Skolesti 2", "LØE", "b",
        contact="Hans Ager, turleder, not_asked", close=True,
    ),
    DemoActor(
        "Krisecafeen Pausen", "voluntary", "Samtale og kaffe uden tidsbestilling", "Kirkevej 3", "ØE", "ua",
        contact="Vibeke Rask, leder, given:team", specialised_in="rådgivning",
    ),
    DemoActor(
        "Sprogtræning for Alle", "voluntary", "Dansk for voksne", "Torvet 1", "LØE", "u",
        contact="Anne Grøn, underviser, given:team,plan", housed_in="Biblioteket på Bakken",
        competences=("Sprogundervisning",),
    ),
    # Beboerdrevne foreninger
    DemoActor(
        "Haveforeningen Grønne Fingre", "resident", "Nyttehaver mellem blokkene", "Engdraget", "E", "a",
        short_name="Grønne Fingre", contact="Ole Winther, formand, given:team", daily=True, close=True,
        resources=(("surplus", "Grøntsager i september"), ("equipment", "Haveredskaber")),
    ),
    DemoActor(
        "Kvindeforeningen Rosen", "resident", "Mødested for kvinder", "Lyngvej 18", "L", "ua",
        contact="Samira Haddad, forkvinde, given:team,plan", daily=True, close=True,
        strengths=("Taler arabisk og urdu", "Kender de nye familier"),
    ),
    DemoActor(
        "Fædregruppen", "resident", "Fædre laver noget med deres børn", "Østhøj 12", "Ø", "0b",
        contact="Ahmed Nur, tovholder, asked", close=True,
    ),
    DemoActor(
        "Solbakken Boldklub", "resident", "Fodbold og håndbold for børn og voksne", "Boldvej 1", "LØE", "b",
        contact="Carsten Wulff, formand, given:team,plan,partners", daily=True, close=True,
        resources=(("room", "Klubhus"), ("equipment", "Bolde og mål")),
    ),
    DemoActor(
        "Somalisk Kulturforening Bakken", "resident", "Kultur og samvær", "Lyngvej 40", "LØ", "a",
        short_name="Somalisk Kulturforening", contact="Abdi Warsame, formand, not_asked", close=True,
        strengths=("Taler somali",),
    ),
    DemoActor(
        "Tyrkisk Forening Østhøj", "resident", "Kultur og samvær", "Østhøj 20", "Ø", "a",
        contact="Mehmet Kaya, formand, given:team", close=True, strengths=("Taler tyrkisk",),
    ),
    DemoActor(
        "Pigeklubben Nova", "resident", "Klub for piger 10–14 år", "Skolesti 2", "LØ", "b",
        contact="Leyla Demir, klubleder, given:team", close=True, housed_in="Ungdomsskolen Åkanden",
    ),
    DemoActor(
        "Strikkeklubben Masken", "resident", "Strik og snak", "Torvet 3", "L", "æ",
        contact="Ruth Lykke, tovholder, refused", housed_in="Medborgercentret Gavlhuset",
    ),
    DemoActor(
        "Seniorklubben Solhverv", "resident", "Udflugter og banko", "Engdraget 30", "E", "æ",
        contact="Poul Erik Bang, kasserer, not_asked", close=True,
    ),
    DemoActor(
        "Musikforeningen Baglokalet", "resident", "Øvelokale og koncerter", "Østhøj 3", "Ø", "bu",
        short_name="Baglokalet", contact="Freja Thorup, bookingansvarlig, given:team", resources=(("room", "Øvelokale"), ("equipment", "Trommer")),
    ),
    DemoActor("Gårdgruppen Lyngvej", "resident", "Fester i gården", "Lyngvej 10", "L", "a", close=True, status="contacted"),
    # Erhvervsdrivende
    DemoActor(
        "Købmand Ågaard", "business", "Dagligvarer på torvet", "Torvet 7", "LØE", "a", daily=True,
        contact="Jens Ågaard, købmand, given:team,plan",
        resources=(("surplus", "Varer tæt på dato"), ("money", "Sponsorat til fester"), ("hands", "To fritidsjob")),
    ),
    DemoActor(
        "Apoteket Lærken", "business", "Apotek og sundhedsråd", "Torvet 9", "LØE", "æa", daily=True,
        contact="Tine Vang, apoteker, given:team", specialised_in="sundhed",
        resources=(("room", "Mødelokale, tomt efter kl. 18"),),
    ),
    DemoActor(
        "Cykelværkstedet Kæden", "business", "Reparerer og sælger brugte cykler", "Østhøj 3", "Ø", "bu",
        contact="Ravi Mehta, indehaver, not_asked", daily=True, resources=(("equipment", "Værktøj til udlån"),),
    ),
    DemoActor(
        "Pizzeria Roma", "business", "Pizza og afhentning", "Torvet 11", "LØE", "a", daily=True, status="contacted",
        contact="Ali Rahimi, indehaver, asked",
    ),
    DemoActor(
        "Frisør Saksen", "business", "Frisør for alle", "Torvet 13", "L", "a", daily=True, status="spotted",
    ),
    DemoActor(
        "Byggemarkedet Søm & Skrue", "business", "Byggevarer", "Industrivej 4", "LØE", "u", inside=False,
        contact="Michael Berg, varehuschef, given:team", short_name="Byggemarkedet",
        resources=(("money", "Materialer til halv pris"), ("hands", "Tre fritidsjob")),
    ),
    DemoActor(
        "Sparekassen Bakkedraget", "business", "Bank med ungdomsrådgiver", "Hovedgaden 20", "LØE", "u", inside=False,
        contact="Line Kofoed, filialdirektør, expired:team,plan", resources=(("money", "Lokal fond"),),
    ),
    DemoActor(
        "Rengøringsfirmaet Blank", "business", "Rengøring af trapper og kontorer", "Industrivej 9", "LØE", "u",
        contact="Zeynep Arslan, driftsleder, given:team", inside=False, resources=(("hands", "Praktikpladser"),),
    ),
    DemoActor("Taxavognmændene Øst", "business", "Kørsel", "Stationsvej 2", "LØE", "æ", inside=False, status="spotted"),
    # Andre aktører
    DemoActor(
        "Plejehjemmet Birkelund", "other", "Bolig og pleje for ældre", "Birkealle 20", "ØE", "æ", inside=False,
        contact="Grethe Bro, aktivitetsleder, given:team,plan", specialised_in="sundhed",
        resources=(("room", "Festsal"), ("hands", "Tre fritidsjob")),
    ),
    DemoActor(
        "Kirken på Bakken", "other", "Folkekirke med sognehus", "Kirkevej 1", "LØE", "æa",
        contact="Marie Lind, sognepræst, given:team", resources=(("room", "Sognehuset"),),
    ),
    DemoActor(
        "Politiet, nærstationen", "other", "Nærpoliti for bydelen", "Rådhuspladsen 3", "LØE", "bu", inside=False,
        contact="Kaj Winther, nærbetjent, refused", specialised_in="tryghed",
    ),
    DemoActor(
        "Moskéen i Østhøj", "other", "Bøn, undervisning og samvær", "Østhøj 44", "Ø", "a",
        contact="Yusuf Idris, bestyrelsesmedlem, asked", close=True, resources=(("room", "Stor sal"),),
    ),
    DemoActor(
        "Lægehuset Solbakken", "other", "Praktiserende læger", "Torvet 15", "LØE", "a", specialised_in="sundhed",
        contact="Henriette Ravn, sekretær, not_asked", daily=True,
    ),
    DemoActor(
        "Social- og Sundhedsskolen Fjorden", "other", "Uddanner til omsorg og pleje", "Campusvej 5", "LØE", "u",
        short_name="SOSU Fjorden", contact="Tobias Elm, uddannelsesleder, given:team", inside=False,
        specialised_in="uddannelse",
    ),
    DemoActor(
        "Daghøjskolen Broen", "other", "Forløb for voksne på vej", "Campusvej 9", "LØE", "u", inside=False,
        contact="Karen Steen, forstander, withdrawn", status="dormant",
    ),
)  # fmt: skip
