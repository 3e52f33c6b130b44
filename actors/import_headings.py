"""Which row holds the headings, and what does each of them mean? Danish and English, as people write them."""

import re
from collections import Counter
from functools import lru_cache

from actors.import_plan import Column
from config.danish import fold

# Titles, dates and notes may stand above the headings, but not a whole page of them.
SEARCHED_ROWS = 15
MAX_HEADING_LENGTH = 60

FIELD_LABELS = {
    "name": "Navn",
    "short_name": "Kortnavn",
    "kind": "Aktørtype",
    "status": "Status",
    "core_task": "Kerneopgave",
    "base": "Base",
    "address": "Adresse",
    "postal_code": "Postnummer",
    "city": "By",
    "areas": "Boligområder",
    "target_groups": "Målgrupper",
    "competences": "Kompetencer",
    "strengths": "Styrker",
    "resources": "Ressourcer",
    "specialised_in": "Specialiseret i",
    "daily_presence": "I området hver dag",
    "close_to_residents": "Tæt relation til beboerne",
    "held_by": "Hvem har relationen",
    "website": "Hjemmeside",
    "phone": "Hovednummer",
    "email": "Fælles mail",
    "contact_name": "Kontaktperson",
    "contact_first_name": "Kontaktpersonens fornavn",
    "contact_last_name": "Kontaktpersonens efternavn",
    "contact_role": "Kontaktpersonens rolle",
    "contact_phone": "Kontaktpersonens telefon",
    "contact_email": "Kontaktpersonens mail",
    "actor": "Aktør",
    "actors": "Aktører",
    "form": "Samarbejdsform",
    "about": "Hvad det handler om",
    "since": "Siden",
    "until": "Til",
    "period": "Periode",
    "frequency": "Hvor tit",
    "agreed_in_writing": "Aftalt skriftligt",
    "funded_by": "Hvem betaler",
    "carried_on_by": "Hvem vil føre det videre",
    "coordinator": "Tovholder",
}

# Tried from the top on the folded heading (lower case, æ as ae, å as aa, signs gone). "" is a column that
# looks like another's but is not imported. The vague words stand below those that contain them.
ACTOR_RULES = (
    ("", r"samtykke|consent|\bcpr\b|\bcvr\b|\bantal\b|\bfoedt|\bfoedselsd|\balder\b"),
    ("", r"\b(sidst|senest|seneste|sidste|naeste|last)\b"),
    ("email", r"mail"),
    ("phone", r"tlf|telefon|mobil|phone|\btel\b|hovednummer"),
    ("website", r"hjemmeside|website|\bweb|\burl\b|netsted|homepage|\blink\b|internet"),
    ("postal_code", r"\bpostn|\bpost ?nr|\bzip|postal|postcode"),
    ("address", r"adresse|address|^adr\b|\bgade|\bvej\b|\bstreet"),
    ("city", r"^by$|bynavn|\bcity\b|\bpostdistrikt|^town$"),
    ("short_name", r"kort ?navn|forkortelse|short ?name|abbreviation|kaldenavn|\bakronym"),
    ("daily_presence", r"daglig|hver dag|daily|every day"),
    ("close_to_residents", r"\btaet\b|naer relation|beboerkontakt|beboerrelation|close to"),
    ("specialised_in", r"special"),
    (
        "held_by",
        r"medarbejder|kontaktes af|har (kontakt|relation)|relationsansvarlig|held by|\bvores kontakt",
    ),
    ("status", r"\bstatus|\bkontaktet\b"),
    (
        "base",
        r"\bbase\b|placering|\bplaceret|beliggen|uden ?for|lokaliser|^(ligger )?i (bolig)?omraadet|inside",
    ),
    ("kind", r"type|kategori|sektor|\bkind\b|category|sector|\bslags\b|organisationsform|^branche"),
    ("target_groups", r"maalgruppe|target ?group|audience|\bhvem er det for|^tags$"),
    ("competences", r"kompetence|competenc|\bskills?\b|faglighed"),
    ("strengths", r"\bstyrke|strength|\bsprog|\blanguage"),
    ("resources", r"ressource|resource|\blokaler\b|udstyr|facilitet|equipment"),
    (
        "core_task",
        r"opgave|beskrivelse|formaal|\btilbud\b|aktivitet|description|\btask|purpose|arbejdsomraade"
        r"|\bhvad (goer|laver|tilbyder)|^om (aktoer|organisation|forening)|^indsats$",
    ),
    ("contact_first_name", r"fornavn|first ?name|given name"),
    ("contact_last_name", r"efternavn|last ?name|surname|family name"),
    ("contact_role", r"\b(job)?titel|rolle|stilling|funktion|\btitle|\brole\b|position"),
    (
        "contact_name",
        r"kontakt|contact|formand|\bleder|navn paa (leder|person)|\bperson|\bansvarlig|repraesentant",
    ),
    ("areas", r"boligomraade|\bomraade|boligafdeling|bydel|kvarter|\bareas?\b|neighbou?rhood"),
)
# Only when nothing of the above fits, and every word is one of these: "Navn på den lokale aktør".
NAME_WORDS = re.compile(
    r"(aktoer|organisation|forening|institution|virksomhed|firma|actor|company|association|klub|label)"
    r"(er|en|ens|ens|ers|s|erne|ernes|navn|snavn|navne)?|navn|navne|navnet|name"
)
NAME_FILLERS = frozenset(
    ("paa", "den", "det", "de", "lokale", "lokal", "og", "eller", "of", "the", "and", "or", "for", "i")
)
GENERIC_NAME = frozenset(("navn", "navnet", "navne", "name"))

OWN_NUMBER = re.compile(
    r"hoved|faelles|organisation|aktoer|forening|kontor|reception|omstil|institution|main"
)

COLLABORATION_RULES = (
    ("actor", r"^(aktoer|organisation|actor|part|partner|samarbejdspartner|forening) ?(\d|[a-f])$"),
    ("actor", r"^(fra|til|from|to|source|target)( aktoer| actor)?$"),
    ("form", r"samarbejdsform|^form\b|samarbejdets form|^type|samarbejdstype|\bgrad\b|degree"),
    ("until", r"\btil og med|slut|ophoer|\bend\b|\buntil|udloeb|^til dato"),
    ("since", r"\bsiden\b|start|begynd|\bsince|\bbegin|\bfra og med|^fra dato"),
    ("period", r"\bperiode|\bperiod"),
    ("frequency", r"\bhvor (tit|ofte)|frekvens|hyppighed|how often|frequency"),
    ("agreed_in_writing", r"skriftlig|\baftale|written|agreed"),
    ("funded_by", r"betaler|finans|fund|oekonomi|bevilling"),
    ("carried_on_by", r"videre|carried|forank"),
    ("coordinator", r"tovholder|koordinator|coordinator"),
    ("target_groups", r"maalgruppe|target ?group"),
    ("actors", r"^((deltagende|involverede) )?(aktoerer|deltagere|parter|actors|participants|partners)$"),
    ("actor", r"^(aktoer|organisation|actor|samarbejdspartnere?|samarbejder med|partner|med)$"),
    (
        "about",
        r"^om\b|handler|\bemne|indhold|beskriv|initiativ|projekt|aktivitet|about|descr|\btema|^samarbejde",
    ),
)
DIRECTED = re.compile(r"^(fra|til|from|to|source|target)\b")


def find_headings(rows):
    """Return (kind, heading row counted from 0, columns) of a sheet, or None if no row looks like headings.

    kind is "actors" or "collaborations"; columns is a tuple of Column, one for each cell of the row.
    """
    best = None
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        for kind, columns in (
            ("actors", guess_actor_columns(row)),
            ("collaborations", guess_pair_columns(row)),
        ):
            understood = _understood(columns)
            if understood and (best is None or understood > best[0]):
                best = (understood, kind, number, columns)
    return best and best[1:]


def _understood(columns):
    """Return how many columns were understood; a repeated one counts once."""
    return len({(column.field, column.group) for column in columns if column.field})


def guess_actor_columns(headings):
    """Return a Column for each heading of a sheet of actors; () if none of them is the actor's name."""
    guesses = [_guess(heading, ACTOR_RULES) or _guess_name(heading) for heading in headings]
    named_otherwise = "name" in guesses
    fields = ["name" if guess == "generic_name" and not named_otherwise else guess for guess in guesses]
    # With a column for the actor's name, a second one called "Navn" is the person's.
    fields = ["contact_name" if field == "generic_name" else field for field in fields]
    if "name" not in fields:
        return ()
    return _columns(headings, _give_to_person(headings, fields))


def mapped_by_hand(rows):
    """Return what find_headings() returns, for a sheet whose headings say nothing: its first filled row."""
    number = next((number for number, row in enumerate(rows) if any(row)), 0)
    headings = rows[number] if rows else []
    return "actors", number, tuple(Column(index, heading, "") for index, heading in enumerate(headings))


def guess_pair_columns(headings):
    """Return a Column for each heading of a sheet of collaborations; () if it names no two actors."""
    fields = [_guess(heading, COLLABORATION_RULES) for heading in headings]
    if fields.count("actor") > 2:
        # Beside "Aktør 1" and "Aktør 2", "Fra" and "Til" are dates.
        words = [_folded(heading) for heading in headings]
        dates = {"fra": "since", "from": "since", "til": "until", "to": "until"}
        pairs = zip(fields, words, strict=True)
        undirected = sum(field == "actor" and not DIRECTED.match(word) for field, word in pairs)
        if undirected >= 2:
            fields = [dates.get(word, field) for word, field in zip(words, fields, strict=True)]
    listed = "actors" in fields and len(set(fields) - {"", "actors"}) > 0
    if fields.count("actor") < 2 and not listed:
        return ()
    return tuple(
        Column(index, heading, field, FIELD_LABELS.get(field, ""), fields[:index].count("actor"))
        for index, (heading, field) in enumerate(zip(headings, fields, strict=True))
    )


def is_directed(heading):
    """Whether the heading is "Fra", "Til" or the like: each name in its cells is one more collaboration."""
    return DIRECTED.match(_folded(heading)) is not None


@lru_cache(maxsize=1024)
def _folded(heading):
    return fold(heading)


def _guess(heading, rules):
    """Return the field of the first rule that fits the heading, or ""."""
    if len(heading) > MAX_HEADING_LENGTH:
        return ""
    # What stands in brackets explains; it only counts when the rest says nothing.
    for text in (_folded(re.sub(r"\([^)]*\)?", " ", heading)), _folded(heading)):
        for field, pattern in rules:
            if text and re.search(pattern, text):
                return field
    return ""


def _guess_name(heading):
    """Return "name", "generic_name" or "" for a heading that no rule fits."""
    words = _folded(re.sub(r"\([^)]*\)?", " ", heading)).split()
    telling = [word for word in words if word not in NAME_FILLERS]
    if not telling or len(heading) > MAX_HEADING_LENGTH:
        return ""
    if not all(NAME_WORDS.fullmatch(word) for word in telling):
        return ""
    return "generic_name" if GENERIC_NAME.issuperset(telling) else "name"


def _give_to_person(headings, fields):
    """Return the fields with phone and mail given to the contact person, where the sheet has one."""
    has_person = any(field.startswith("contact_") for field in fields)
    return [
        f"contact_{field}"
        if field in ("phone", "email") and has_person and not OWN_NUMBER.search(_folded(heading))
        else field
        for heading, field in zip(headings, fields, strict=True)
    ]


def _columns(headings, fields):
    """Return the columns, those of a second contact person in a group of their own."""
    group, seen, columns = 0, Counter(), []
    for index, (heading, field) in enumerate(zip(headings, fields, strict=True)):
        if field in ("contact_name", "contact_first_name"):
            group = seen[field]
            seen[field] += 1
        in_group = group if field.startswith("contact_") else 0
        columns.append(Column(index, heading, field, FIELD_LABELS.get(field, ""), in_group))
    return tuple(columns)


def with_mapping(columns, mapping):
    """Return the columns as the user has decided: mapping is column index → field, "" for leaving it out."""
    return tuple(
        Column(column.index, column.heading, field, FIELD_LABELS.get(field, ""), column.group)
        for column in columns
        for field in [mapping.get(column.index, column.field)]
    )
