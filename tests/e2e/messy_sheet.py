"""A list as it has grown in somebody's drawer: sixty actors, and all that such a list gets over the years."""

ACTORS = 60
LONG_NAME = "Foreningen for Ældres Åbne Ørestuer og Samvær på Tværs i Øst"
SHORT_NAME = "Kontoret ved Åsen 24 tgn"
TITLE = (
    "Aktørliste for Øresvinget;;;;;;;",
    "opdateret af Bo i foråret, ring hvis noget er galt;;;;;;;",
    ";;;;;;;",
)
HEADINGS = "Nr.;Navn på aktøren;Slags;Holder til;Område;Hvem er det for? (målgruppe);Kontaktperson(er);Tlf."
FOOTER = (";;;;;;;", "I alt 60 aktører;;;;;;;", ";;;;;;;Kilde: eget ark;")
KINDS = (
    "Kommune",
    "frivillig",
    "FRIVILLIG FORENING",
    "Boligforening",
    "Butik",
    "beboerforening",
    "Andet",
    "",
)
PLACES = ("Østhøj", "Ringparken", "Østhøj, Ringparken", "")
GROUPS = ("Børn og unge", "Ældre, Alle beboere", "", "Mødre")
FIRST, SECOND = ("Løkken", "Åen", "Ærtemarken", "Broen", "Tårnet", "Kærhuset", "Skoven"), (
    "Café", "Værksted", "Klub", "Skole", "Butik", "Bibliotek", "Kor", "Have",
)  # fmt: skip


def names() -> list[str]:
    """The sixty names; the first two are as short and as long as a name gets here."""
    found = [SHORT_NAME, LONG_NAME, "Ungdomsskolen Åkanden", "Købmand Ågaard", "Biblioteket på Bakken"]
    found += [f"{place}s {what}" for place in FIRST for what in SECOND]
    return found[:ACTORS]


def rows() -> list[str]:
    """A line for each actor, some twice, with a second person; an empty line now and then."""
    found = []
    for place, name in enumerate(names(), start=1):
        kind, area, group = (column[place % len(column)] for column in (KINDS, PLACES, GROUPS))
        people = f"Lone Præst {place}" if place % 3 else "Åse Ømand (leder) / Bo Lind"
        phone = f"00 00 {place:02} 99" if place % 3 else ""
        found.append(f"{place};  {name} ;{kind};Vejen {place};{area};{group};{people};{phone}")
        if place % 10 == 0:
            found.append(";;;;;;;")
        if place % 15 == 0:
            found.append(f";{name.upper()};;;;;Kaj Ny {place};")
    return found


def messy_csv() -> bytes:
    """The file as Excel in Danish saves it: semicolons, Windows-1252, carriage returns."""
    return "\r\n".join((*TITLE, HEADINGS, *rows(), *FOOTER)).encode("cp1252")
