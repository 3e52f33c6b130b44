"""The Danish words that likeness knows: those that say little, endings, and what belongs to one field."""

from config.danish import fold

_COMMON = """
    af alle aktivitet aktiviteter andre at bedre beboer beboere beboerne blive bliver byder børn centret da de
    dem den denne der deres det dig din du eller en er et far for fordi forløb fra få får gennem gratis gruppe
    ham han har have hele helhedsplanen hun hus hver hvor i ikke ind initiativ indsats jer jeres jo kan klub
    kom kommer med medborgercentret mellem mere mødes når nu ny nye næste og også om område området op os på
    projekt rundt sammen samt se sig skal som stor store så tid til tilbud tilbyder mandag tirsdag onsdag
    torsdag fredag lørdag søndag ud uge ugentlig under unge ved vi vil vores være år ældre voksne kvinder mænd
    familier forældre piger drenge gang gange aften eftermiddag formiddag boligområde
"""
COMMON = frozenset(fold(_COMMON).split())
# In half of all names and purposes: one of them in common says nothing.
ORDINARY = """
    arrangement arrangementer café cafe cafeaften dag dage deltage deltagere fest ferie fællesskab
    fællesskaber foredrag glæde hjælp hjælpe hold hverdag hverdagen hygge jul julen julefest kaffe
    kultur kursus kurser lokal lokale lokalt lære marked mennesker muligheder møde møder mødested
    netværk oplæg plads rammer rådgivning samtale skabe sommer sommerfest start støtte styrke
    sundhed tema temaaften trivsel tryg trygge tryghed træf tur ture vejledning vinter workshop værksted
    åben åbent efterår forår
"""
# Longest first; what is left has at least KEPT letters.
ENDINGS = (
    "ernes",
    "erne",
    "enes",
    "ende",
    "ene",
    "ers",
    "ens",
    "ets",
    "ing",
    "er",
    "en",
    "et",
    "es",
    "e",
    "s",
)
KEPT = 3
# Beginnings that half of all names have.
SAY_LITTLE = (
    "beboer", "bolig", "faelles", "familie", "foraeldre", "fritid", "frivillig", "kommun", "kvinde", "lokal",
    "efteraar", "foraar", "kultur", "medborger", "nabo", "netvaerk", "social", "sommer", "sundhed", "ungdom",
    "vinter",
)  # fmt: skip
FIELDS = {
    "bevægelse og sport": (
        "fodbold håndbold basket basketball boksning idræt sport træning gymnastik svømning dans fitness "
        "motion bevægelse floorball badminton løb løbeklub cykling kampsport hockey parkour"
    ),
    "mad": "mad madklub fællesspisning spisning middag køkken bagning kok madlavning suppe",
    "lektier": "lektie lektiehjælp lektiecafé læsning læseklub matematik undervisning",
    "arbejde": "job fritidsjob jobcafé arbejde lommepenge lommepengeprojekt praktik beskæftigelse cv",
    "musik og kunst": ("musik kor sang band teater maling kunst kreativ kreativt syning sy strik keramik"),
    "haver og natur": "have haver dyrkning nyttehave natur planter plantning byhave",
}
