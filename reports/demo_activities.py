"""Activities of the demo plan Solbakken: a week of them, and two sports offers for the same young people."""

import uuid
from datetime import date, time, timedelta
from itertools import pairwise

from django.utils import timezone

from accounts.models import Plan, User
from exchange.activity_forms import span_from
from exchange.calendar_clashes import fingerprint_of
from exchange.models import Booking
from mapping.activity_actions import change_day, create_activity
from mapping.clash_actions import answer_clash, set_neighbours
from mapping.models import Activity, ClashChoice
from reports.demo_places import actor_named

# A part of the actor's name, what, more, weekday (0 is Monday), from, to, every so many weeks (0 is once),
# names of the target groups, number of the area or None for all, where, and whether all may see it.
ACTIVITIES = (
    ("Boldklub", "Fodbold for unge", "Kom i løbetøj. Sko kan lånes.", 1, (17, 0), (19, 0), 1, ("Unge 18+",), 0, "Kunstbanen", True),
    ("Ungdomsskole", "Street basket", "Musik og turnering for unge.", 1, (18, 0), (20, 0), 1, ("Unge 18+",), 0, "Skolens hal", True),
    ("Lektie", "Lektiecafé", "Hjælp til dansk og matematik.", 1, (15, 0), (17, 0), 1, ("Børn og unge",), 0, "", True),
    ("Lektie", "Lektiecafé", "Hjælp til dansk og matematik.", 3, (15, 0), (17, 0), 1, ("Børn og unge",), 1, "Biblioteket", True),
    ("Nabomødrene", "Mødregruppe", "For dem, der har små børn.", 0, (10, 0), (12, 0), 1, ("0–6-årige og deres forældre",), 0, "", False),
    ("Kvindeforening", "Fællesspisning", "Mad fra syv køkkener.", 3, (17, 0), (20, 0), 2, ("Alle beboere",), None, "Festsalen", True),
    ("Cykel", "Lav din cykel", "Vi har værktøj og lapper.", 5, (10, 0), (14, 0), 1, ("Alle beboere",), 0, "Værkstedet", True),
    ("Jobhuset", "Jobcafé", "Få hjælp til CV og ansøgning.", 2, (9, 0), (11, 0), 1, ("Unge 18+",), None, "", True),
    ("Haveforening", "Havedag", "Vi gør klar til foråret.", 6, (11, 0), (14, 0), 4, ("Alle beboere",), 1, "Haverne", True),
    ("Bibliotek", "Højtlæsning", "For børn og deres voksne.", 5, (10, 30), (11, 30), 2, ("0–6-årige og deres forældre",), 0, "Biblioteket", True),
    ("Bibliotek", "Snak dansk over en kop kaffe", "", 0, (16, 0), (18, 0), 1, ("Alle beboere",), 0, "Biblioteket", True),
    ("Ungdomsskole", "Danseøvelser", "", 4, (14, 0), (17, 0), 1, ("Børn og unge",), 0, "Festsalen", False),
    ("Apotek", "Tjek din medicin", "Apoteket svarer på spørgsmål.", 2, (13, 0), (15, 0), 4, ("Ældre",), 0, "Medborgercentret", True),
    ("Afdelingsbestyrelse", "Julemarked", "Boder, gløgg og levende lys.", 6, (12, 0), (16, 0), 0, ("Alle beboere",), None, "Torvet", True),
    ("Pigeklubben", "Pigeklub", "Vi finder selv på.", 1, (15, 0), (17, 30), 1, ("Børn og unge",), 1, "Klublokalet", False),
    ("Medborger", "Seniorkaffe", "Kort, kaffe og sang.", 3, (13, 0), (15, 0), 1, ("Ældre",), 0, "Caféen", True),
)  # fmt: skip
WEEKS = 16


def write_activities(plan: Plan, leader: User, today: date) -> None:
    """Sixteen; two of them for the same young people on the same evening, which nobody has answered."""
    monday = today - timedelta(days=today.weekday())
    areas = list(plan.areas.all())
    pairs = {tuple(sorted((one.pk, other.pk), key=str)) for one, other in pairwise(areas)}
    set_neighbours(plan=plan, by=leader, pairs=pairs)
    made = [_write(plan, leader, monday, areas, row) for row in ACTIVITIES]
    # One cancelled time and one room, so that there is something to see.
    cafe = made[2]
    change_day(
        activity=cafe, by=leader, day=monday + timedelta(days=8), begins_at=None, ends_at=None
    )  # fmt: skip
    club = next(one for one in made if one.title == "Pigeklub")
    answer_clash(
        one=cafe, other=club, fingerprint=fingerprint_of(cafe, club), choice=ClashChoice.KEPT, by=leader,
        now=timezone.now(), reason="Pigeklubben er kun for piger, og de laver ikke lektier der.",
    )  # fmt: skip
    Booking.objects.filter(plan=plan, title="Lektiehjælp", cancelled_at=None).update(activity=cafe)


def _write(plan: Plan, leader: User, monday: date, areas: list, row: tuple) -> Activity:
    actor, title, text, weekday, begins, ends, every, groups, area, place, is_public = row
    day = monday + timedelta(days=weekday, weeks=-4 if every else 1)
    span = span_from(day, time(*begins), time(*ends))
    values = {
        "actor": actor_named(plan, actor), "title": title, "text": text, "place": place, "every": every,
        "begins_at": span.begin, "ends_at": span.end, "is_public": is_public,
        "until": day + timedelta(weeks=WEEKS) if every else None,
        "area": None if area is None else areas[min(area, len(areas) - 1)],
    }  # fmt: skip
    found = plan.targetgroups.filter(name__in=groups)
    return create_activity(plan=plan, by=leader, values=values, groups=found, submission=uuid.uuid4())
