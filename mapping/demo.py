"""The collaborations of the demo plan Solbakken: what they are about, who joins, and how they grew.

Each theme is logged once a year, so that the demo shows three years of movement. Names are
short forms that exactly one of `actors.demo.ACTORS` contains. The years are those of a demo that is loaded
in 2026; another year shifts them all.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoTheme:
    """`years` maps a year to the form (1–5) it had; the last one is still going on unless `ended`.

    `joined` are actors who came in with the last year.
    """

    about: str
    actors: tuple[str, ...]
    group: str
    frequency: str
    years: dict[int, int]
    joined: tuple[str, ...] = ()
    ended: bool = False
    written: bool | None = None
    funded_by: str = ""
    carried_on_by: str = ""


THEMES = (
    DemoTheme("Lektiehjælp tirsdag og torsdag", ("Biblioteket", "Lektiecaféen"), "b", "weekly",
              {2024: 3, 2025: 4, 2026: 5}, written=True, carried_on_by="Biblioteket"),
    DemoTheme("Lektiehjælp på skolen", ("Bakkeskolen", "Lektiecaféen", "Biblioteket"), "b", "weekly", {2025: 2, 2026: 4}),
    DemoTheme("Sommer i gården", ("Helhedsplanen", "Biblioteket", "Boldklub"), "b", "yearly",
              {2024: 3, 2025: 4, 2026: 5}, ("Madfællesskabet",), funded_by="Helhedsplanen"),
    DemoTheme("Fritidsjob i Solbakken", ("Jobhuset", "Købmand", "Ungdomsskolen"), "b", "monthly",
              {2024: 2, 2025: 4, 2026: 4}, ("Plejehjemmet",), written=True),
    DemoTheme("Fritidsjob i byggemarkedet", ("Jobhuset", "Byggemarkedet"), "b", "quarterly", {2025: 2, 2026: 3}),
    DemoTheme("Mentorer til unge på vej", ("Mentorkorpset", "Jobhuset"), "u", "monthly", {2024: 2, 2025: 4, 2026: 4}),
    DemoTheme("Vejledning i åbent hus", ("Uddannelsesvejledningen", "Ungdomsskolen"), "b", "monthly", {2024: 1, 2025: 2, 2026: 2}),
    DemoTheme("Vejen til SOSU", ("SOSU", "Jobhuset", "Plejehjemmet"), "u", "yearly", {2025: 2, 2026: 4}),
    DemoTheme("Praktik i rengøring", ("Rengøringsfirmaet", "Jobhuset"), "u", "quarterly", {2025: 1, 2026: 2}),
    DemoTheme("Unges økonomi", ("Sparekassen", "Ungdomsskolen"), "b", "yearly", {2024: 1, 2025: 1}, ended=True),
    DemoTheme("Fællesspisning hver torsdag", ("Madfællesskabet", "Gavlhuset"), "a", "weekly",
              {2024: 3, 2025: 5, 2026: 5}, written=True, carried_on_by="Gavlhuset"),
    DemoTheme("Overskudsmad til fællesspisning", ("Købmand", "Madfællesskabet"), "a", "weekly", {2025: 3, 2026: 3}),
    DemoTheme("Grøntsager fra haverne", ("Grønne Fingre", "Madfællesskabet"), "a", "ad_hoc", {2025: 3, 2026: 3}),
    DemoTheme("Haver mellem blokkene", ("Grønne Fingre", "Ejendomskontoret", "Helhedsplanen"), "a", "quarterly",
              {2024: 2, 2025: 3, 2026: 3}),
    DemoTheme("Skolehaver", ("Grønne Fingre", "Bakkeskolen"), "b", "monthly", {2025: 1, 2026: 3}),
    DemoTheme("Bedsteforældre i haven", ("Grønne Fingre", "Mælkebøtten", "Seniorklubben"), "0", "monthly", {2025: 1, 2026: 2}),
    DemoTheme("Kvinder besøger kvinder", ("Nabomødrene", "Sundhedsplejen"), "0", "monthly", {2024: 1, 2025: 2, 2026: 4}),
    DemoTheme("Nabomødre i Gavlhuset", ("Nabomødrene", "Gavlhuset", "Helhedsplanen"), "a", "weekly",
              {2024: 3, 2025: 4, 2026: 5}, carried_on_by="Gavlhuset"),
    DemoTheme("Mødregruppe med Rosen", ("Nabomødrene", "Rosen"), "0", "monthly", {2025: 2, 2026: 4}),
    DemoTheme("Læsekreds på tre sprog", ("Rosen", "Biblioteket"), "u", "monthly", {2024: 2, 2025: 3, 2026: 3}),
    DemoTheme("Dansk til kaffen", ("Sprogtræning", "Rosen"), "u", "weekly", {2025: 2, 2026: 3}),
    DemoTheme("Sprogcafé på biblioteket", ("Sprogtræning", "Biblioteket", "Daghøjskolen"), "u", "weekly", {2024: 3, 2025: 3},
              ended=True),
    DemoTheme("Første bog", ("Biblioteket", "Regnbuen", "Mælkebøtten"), "0", "quarterly", {2024: 2, 2025: 2, 2026: 3}),
    DemoTheme("Babycafé", ("Sundhedsplejen", "Gavlhuset"), "0", "weekly", {2025: 3, 2026: 4}),
    DemoTheme("Tidlig indsats i børnehuset", ("Sundhedsplejen", "Regnbuen", "Familiehuset"), "0", "monthly",
              {2024: 1, 2025: 2, 2026: 4}, written=True),
    DemoTheme("Familieaften", ("Familiehuset", "Bakkeskolen"), "b", "quarterly", {2024: 1, 2025: 2, 2026: 2}),
    DemoTheme("Fædre på banen", ("Fædregruppen", "Boldklub"), "0", "monthly", {2025: 2, 2026: 4}),
    DemoTheme("Fædre i børnehuset", ("Fædregruppen", "Regnbuen"), "0", "quarterly", {2025: 1, 2026: 1}),
    DemoTheme("Fredagsbold", ("Boldklub", "Ungdomsskolen"), "b", "weekly", {2024: 3, 2025: 4, 2026: 4}),
    DemoTheme("Bold i frikvarteret", ("Boldklub", "Bakkeskolen"), "b", "weekly", {2025: 2, 2026: 3}),
    DemoTheme("Podcast med unge", ("Ungdomsskolen", "Biblioteket"), "b", "monthly", {2025: 3, 2026: 3}),
    DemoTheme("Pigeklub mandag", ("Nova", "Ungdomsskolen"), "b", "weekly", {2024: 3, 2025: 5, 2026: 5}),
    DemoTheme("Piger laver mad", ("Nova", "Madfællesskabet"), "b", "monthly", {2025: 1, 2026: 2}),
    DemoTheme("Koncert i gården", ("Baglokalet", "Ungdomsskolen"), "b", "yearly", {2025: 2, 2026: 3}),
    DemoTheme("Tryg fredag", ("Aftenvandrerne", "SSP", "Ungdomsskolen"), "b", "weekly", {2024: 1, 2025: 2, 2026: 4}),
    DemoTheme("Unge, der hænger ud", ("SSP", "Politiet", "Ungdomsskolen"), "b", "monthly", {2024: 1, 2025: 4, 2026: 4},
              written=True),
    DemoTheme("Møde om tryghed", ("Politiet", "Boligselskabet", "Helhedsplanen"), "a", "quarterly", {2024: 1, 2025: 1, 2026: 2}),
    DemoTheme("Gårdfest på Lyngvej", ("Bestyrelsen Lyngvej", "Gårdgruppen"), "a", "yearly", {2025: 3, 2026: 3}),
    DemoTheme("Gårdmiljø i Østhøj", ("Bestyrelsen Østhøj", "Boligselskabet"), "a", "quarterly", {2024: 1, 2025: 2, 2026: 2}),
    DemoTheme("Ny i området", ("Boligselskabet", "Helhedsplanen", "Gavlhuset"), "a", "monthly", {2024: 2, 2025: 3, 2026: 4}),
    DemoTheme("Trapper og genbrug", ("Ejendomskontoret", "Andet Liv"), "a", "ad_hoc", {2025: 3, 2026: 3}),
    DemoTheme("Børnetøj til nye familier", ("Andet Liv", "Nabomødrene"), "0", "ad_hoc", {2025: 2, 2026: 3}),
    DemoTheme("Højskoledage for ældre", ("Plejehjemmet", "Gavlhuset", "Helhedsplanen"), "æ", "yearly",
              {2024: 3, 2025: 5, 2026: 5}, ("Kirken",), written=True, funded_by="Kommunens pulje"),
    DemoTheme("Besøg af unge på plejehjemmet", ("Plejehjemmet", "Ungdomsskolen"), "æ", "monthly", {2025: 2, 2026: 3}),
    DemoTheme("Besøgsvenner søges", ("Besøgsvennerne", "Hjemmeplejen"), "æ", "monthly", {2024: 1, 2025: 2, 2026: 2}),
    DemoTheme("Kaffe med en ven", ("Besøgsvennerne", "Eftermiddag"), "æ", "weekly", {2024: 2, 2025: 3, 2026: 3}),
    DemoTheme("Strik til de nyfødte", ("Masken", "Sundhedsplejen"), "0", "ad_hoc", {2025: 2}, ended=True),
    DemoTheme("Udflugt til skoven", ("Seniorklubben", "Eftermiddag"), "æ", "yearly", {2024: 2, 2025: 3, 2026: 3}),
    DemoTheme("Julemarked", ("Kirken", "Madfællesskabet", "Gavlhuset"), "a", "yearly", {2024: 2, 2025: 3, 2026: 3}),
    DemoTheme("Samtaler på tværs af tro", ("Kirken", "Moskéen"), "a", "quarterly", {2025: 1, 2026: 2}),
    DemoTheme("Retshjælp onsdag", ("Retshjælpen", "Gavlhuset"), "a", "weekly", {2024: 3, 2025: 3, 2026: 3}),
    DemoTheme("Henvisning til retshjælp", ("Retshjælpen", "Jobhuset"), "u", "ad_hoc", {2025: 2, 2026: 2}),
    DemoTheme("Samtale og kaffe", ("Krisecafeen", "Lægehuset"), "u", "ad_hoc", {2025: 1, 2026: 1}),
    DemoTheme("Medicin på mange sprog", ("Apoteket", "Helhedsplanen"), "æ", "ad_hoc", {2026: 1}),
    DemoTheme("Ferie for børn", ("Sommerlejren", "Familiehuset"), "b", "yearly", {2024: 2}, ended=True),
    DemoTheme("Kulturaften", ("Somalisk", "Tyrkisk", "Gavlhuset"), "a", "yearly", {2024: 2, 2025: 3, 2026: 4}),
    DemoTheme("Eid i gården", ("Moskéen", "Tyrkisk"), "a", "yearly", {2025: 3, 2026: 3}),
    DemoTheme("Pizza til fællesmøder", ("Pizzeria", "Helhedsplanen"), "a", "ad_hoc", {2025: 1, 2026: 3}),
)  # fmt: skip
