"""The chain of the demo plan Solbakken: its forums, who sits in them, their meetings, what is on its way."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import Plan, User
from exchange.availability import span_of
from meetings import agenda_actions, forum_actions
from meetings.models import AgendaItem, Forum, Meeting, Referral
from meetings.referral_actions import send_referral, take_step
from meetings.referral_rules import Act
from reports.demo_places import actor_named

# Kind, name, the one above it, area, a part of the theme's name, how often.
FORUMS = (
    ("board", "Boligsocial bestyrelse", "", "", "", "quarterly"),
    ("coordination", "Koordinationsgruppen", "Boligsocial bestyrelse", "", "", "monthly"),
    ("centre", "Kompetencecentret", "Koordinationsgruppen", "", "", "weekly"),
    ("follow_up", "Følgegruppe Østhøj", "Kompetencecentret", "Østhøj", "", "bimonthly"),
    ("follow_up", "Følgegruppe Lyngvej", "Kompetencecentret", "Lyngvej", "", "bimonthly"),
    ("follow_up", "Følgegruppe Engdraget", "Kompetencecentret", "Engdraget", "", "bimonthly"),
    ("staff", "Medarbejderforum", "Koordinationsgruppen", "", "", "monthly"),
    ("theme", "Ressourcenetværk Job", "Boligsocial bestyrelse", "", "Beskæft", "half_yearly"),
    ("theme", "Ressourcenetværk Skole og familie", "Boligsocial bestyrelse", "", "Uddannelse", "half_yearly"),
    ("theme", "Ressourcenetværk Naboskab", "Boligsocial bestyrelse", "", "Sammenhæng", "half_yearly"),
    ("house", "Husrådet i Gavlhuset", "", "Lyngvej", "", "monthly"),
)


@dataclass(frozen=True)
class DemoSeat:
    """One seat: a part of the organisation's name, and who: a contact of it, or the start of a member's mail."""

    title: str
    actor: str = ""
    part: str = "member"
    who: str = ""
    side: str = "professional"
    is_link: bool = False


SEATS = {
    "Boligsocial bestyrelse": (
        DemoSeat("Børne- og ungedirektør", part="chair"),
        DemoSeat("Direktør i boligselskabet", "Højbo", "chair", "contact"),
        DemoSeat("Nærpolitiet", "Politiet"),
        DemoSeat("Leder af helhedsplanen", "Helhedsplanen", "observer", "lis"),
        DemoSeat("Kommunens sekretariat", part="observer", who="birthe"),
    ),
    "Koordinationsgruppen": (
        DemoSeat("Leder af helhedsplanen", "Helhedsplanen", "chair", "lis", is_link=True),
        DemoSeat("Jobhuset", "Jobhuset", who="contact"),
        DemoSeat("Skolen", "Bakkeskolen", who="contact"),
        DemoSeat("Familiehuset", "Familiehuset", who="contact"),
        DemoSeat("Driften", "Højbo", who="contact"),
        DemoSeat("Nærpolitiet", "Politiet"),
    ),
    "Kompetencecentret": (
        DemoSeat("Leder af helhedsplanen", "Helhedsplanen", "chair", "lis", is_link=True),
        DemoSeat("Boligsocial medarbejder", "Helhedsplanen", who="amina"),
        DemoSeat("Boligsocial medarbejder, job", "Helhedsplanen", who="mads"),
    ),
    "Følgegruppe Østhøj": (
        DemoSeat("Afdelingsbestyrelsen", "Afdelingsbestyrelsen Østhøj", "chair", "kaj", "resident"),
        DemoSeat("Beboer valgt på beboermødet", "Afdelingsbestyrelsen Østhøj", side="resident"),
        DemoSeat("Boligsocial medarbejder", "Helhedsplanen", who="amina", is_link=True),
        DemoSeat("Ungdomsskolen", "Ungdomsskolen", who="contact"),
        DemoSeat("Nærpolitiet", "Politiet"),
    ),
    "Følgegruppe Lyngvej": (
        DemoSeat("Afdelingsbestyrelsen", "Afdelingsbestyrelsen Lyngvej", "chair", "contact", "resident"),
        DemoSeat("Boligsocial medarbejder", "Helhedsplanen", who="mads", is_link=True),
        DemoSeat("Børnehuset", "Regnbuen", who="contact"),
    ),
    "Følgegruppe Engdraget": (
        DemoSeat("Boligsocial medarbejder", "Helhedsplanen", who="amina", is_link=True),
        DemoSeat("Ejendomskontoret", "Ejendomskontoret", who="contact"),
        DemoSeat("Beboer valgt på beboermødet", side="resident"),
    ),
    "Medarbejderforum": (
        DemoSeat("Boligsocial medarbejder", "Helhedsplanen", who="mads"),
        DemoSeat("Sundhedsplejen", "Sundhedsplejen", who="contact"),
        DemoSeat("Jobhuset", "Jobhuset", who="contact"),
    ),
    "Ressourcenetværk Naboskab": (
        DemoSeat("Boligsocial medarbejder", "Helhedsplanen", who="amina", is_link=True),
        DemoSeat("Nabomødrene", "Nabomødrene", who="contact"),
        DemoSeat("Biblioteket", "Biblioteket", who="contact"),
    ),
}  # fmt: skip
# Forum → seat numbers with the months from now at which their turns begin.
TURNS = {
    "Koordinationsgruppen": ((0, -12),),
    "Følgegruppe Østhøj": ((2, -8), (0, 2), (3, 8)),
    "Følgegruppe Lyngvej": ((1, -8),),
    "Følgegruppe Engdraget": ((0, -8), (1, 4)),
    "Ressourcenetværk Naboskab": ((0, -6), (1, 6)),
}
CHARTERS = {
    "Boligsocial bestyrelse": (
        "At sætte retning for helhedsplanen og sikre, at kommune og boligselskab trækker samme vej.",
        "Ledere med ret til at beslutte, fra kommunen og boligselskabet. Politiet deltager.",
        "Bestyrelsen prioriterer midlerne og følger op på målene.",
        "Godkende mål og budget\nSvare på det, der løftes op\nFøre beslutninger hjem i egen organisation",
        "Alt inden for helhedsplanens aftale. Ændring af aftalen lægges for Landsbyggefonden.",
    ),
    "Følgegruppe Østhøj": (
        "At indsatserne i Østhøj passer til det, beboerne ser og har brug for.",
        "Afdelingsbestyrelsen, beboere, skole, ungdomsskole, politi og en boligsocial medarbejder.",
        "Gruppen følger indsatserne i Østhøj og bringer lokale ressourcer i spil.",
        "Følge med i, hvad der virker\nTage imod idéer fra beboere\nLøfte det, gruppen ikke selv kan løse",
        "Brug af gårdpuljen op til 10.000 kr. Resten løftes til Koordinationsgruppen.",
    ),
}
# Forum, days from now, from, to, where, why.
MEETINGS = (
    ("Følgegruppe Østhøj", -20, 16, 18, "Beboerhuset", "Hvad skal vi gøre ved stien om aftenen?"),
    ("Følgegruppe Østhøj", 9, 16, 18, "Beboerhuset", "Vælg to ting, vi når før foråret."),
    ("Følgegruppe Lyngvej", 16, 17, 19, "Gavlhuset", ""),
    ("Koordinationsgruppen", 6, 9, 11, "Rådhuset, lokale 3", "Fordel det, der er løftet fra områderne."),
    ("Boligsocial bestyrelse", 24, 14, 16, "Rådhuset, byrådssalen", "Beslut budgettet for næste år."),
    ("Ressourcenetværk Naboskab", 30, 16, 18, "Biblioteket på Bakken", "Hvordan tager vi imod nye naboer?"),
)


def write_forums(plan: Plan, leader: User, today: date) -> None:
    """Eleven forums with seats, meetings, and six items that were sent between them."""
    forums: dict[str, Forum] = {}
    for kind, name, above, area, theme, cadence in FORUMS:
        values = {
            "kind": kind, "name": name, "parent": forums.get(above), "cadence": cadence,
            "area": plan.areas.filter(name=area).first() if area else None,
            "theme": plan.focusareas.filter(name__contains=theme).first() if theme else None,
        }  # fmt: skip
        forums[name] = forum_actions.create_forum(
            plan=plan, by=leader, values=values, submission=uuid.uuid4()
        )
    for name, seats in SEATS.items():
        _seat(forums[name], seats, TURNS.get(name, ()), leader, today)
    for name, texts in CHARTERS.items():
        parts = ("purpose", "members", "responsibility", "tasks", "may_decide")
        values = dict(zip(parts, texts, strict=True)) | {"in_force_on": date(today.year - 1, 2, 1)}
        forum_actions.write_charter(forum=forums[name], by=leader, values=values, seen=0)
    meetings = _meet(forums, leader, today)
    _send(plan, forums, meetings, leader, today)


def _seat(forum: Forum, seats, turns, leader: User, today: date) -> None:
    made = []
    for seat in seats:
        actor = actor_named(forum.plan, seat.actor) if seat.actor else None
        member = forum.plan.memberships.filter(user__email__startswith=f"{seat.who}@").first()
        values = {
            "title": seat.title, "actor": actor, "part": seat.part, "side": seat.side,
            "is_link": seat.is_link, "membership": member if seat.who != "contact" else None,
            "contact": actor.contacts.kept().first() if seat.who == "contact" else None,
        }  # fmt: skip
        made.append(forum_actions.add_seat(forum=forum, by=leader, values=values))
    for number, months in turns:
        day = (today + timedelta(days=30 * months)).replace(day=1)
        forum_actions.add_turn(forum=forum, by=leader, seat=made[number], starts_on=day)


def _meet(forums: dict[str, Forum], leader: User, today: date) -> dict[str, Meeting]:
    """The meetings, each under its forum and the number of days until it."""
    made = {}
    for name, days, begin, end, place, why in MEETINGS:
        span = span_of(today + timedelta(days=days), time(begin), time(end))
        values = {"begins_at": span.begin, "ends_at": span.end, "place": place, "why": why, "booking": None}
        made[f"{name} {days}"] = agenda_actions.plan_meeting(
            forum=forums[name], by=leader, values=values, now=_at(today, -40)
        )
    first, coming = made["Følgegruppe Østhøj -20"], made["Følgegruppe Østhøj 9"]
    for meeting, items in (
        (
            first,
            (("info", "Nyt fra området", 20), ("discuss", "Lys på stien", 40), ("gather", "Opsamling", 20)),
        ),
        (
            coming,
            (
                ("info", "Velkommen og runde", 15),
                ("workshop", "To ting før foråret", 50),
                ("break", "Pause", 10),
            ),
        ),
    ):
        for kind, title, minutes in items:
            values = {"kind": kind, "title": title, "minutes": minutes}
            agenda_actions.add_item(forum=meeting.forum, by=leader, values=values, meeting=meeting)
    values = {"kind": "discuss", "title": "Legepladsen bag nummer 14", "minutes": 20}
    agenda_actions.add_item(forum=forums["Følgegruppe Østhøj"], by=leader, values=values)
    return made


def _send(plan: Plan, forums, meetings, leader: User, today: date) -> None:
    """What was sent, as it came to stand."""
    east, board = forums["Følgegruppe Østhøj"], forums["Boligsocial bestyrelse"]
    group, centre = forums["Koordinationsgruppen"], forums["Kompetencecentret"]
    raised = AgendaItem.objects.get(meeting=meetings["Følgegruppe Østhøj -20"], title="Lys på stien")
    light = _sent(
        east, group, "decide", "Lys på stien mellem Østhøj og skolen",
        "Flere går uden om stien om aftenen. Kan kommunen sætte to lamper op?", leader, today, (-19, -3), raised,
    )  # fmt: skip
    step = {"by": leader, "now": _at(today, -12)}
    take_step(referral=light, act=Act.PASSED_ON, forum=group, to=board, text="Det kræver penge.", **step)
    open_late = _sent(
        east, board, "decide", "Beboerhuset åbent om søndagen", "Kan vi få nøgler til to frivillige værter?",
        leader, today, (-60, -30),
    )  # fmt: skip
    answer = "Ja. Værterne får nøgler fra den første i næste måned, og Gavlhuset står for oplæringen."
    take_step(referral=open_late, act=Act.ANSWERED, forum=board, text=answer, by=leader, now=_at(today, -5))
    placed = _sent(
        forums["Følgegruppe Lyngvej"], group, "discuss", "Fritidsjob til de 13-årige",
        "Hvem kan tage imod de første?", leader, today, (-10, 20),
    )  # fmt: skip
    agenda_actions.place(
        item=placed.items.get(), meeting=meetings["Koordinationsgruppen 6"], by=leader, now=_at(today, -1)
    )
    _sent(
        board, group, "info", "Ny aftale med politiet", "Tag den med ud i områderne.", leader, today, (-4, 30)
    )
    _sent(
        east, forums["Ressourcenetværk Naboskab"], "discuss", "Velkomst til nye naboer",
        "Vi har ti nye familier. Hvad gør I andre steder?", leader, today, (-8, 31),
    )  # fmt: skip
    vague = _sent(centre, group, "decide", "Flere timer til jobvejledning", "", leader, today, (-15, 15))
    take_step(
        referral=vague, act=Act.RETURNED, forum=group, text="Hvor mange timer, og til hvem?", by=leader,
        now=_at(today, -6),
    )  # fmt: skip


def _sent(sender, to, ask, title, text, leader, today, days, item=None) -> Referral:
    """Sent and due so many days from today."""
    sent, due = days
    values = {"ask": ask, "title": title, "text": text, "due": today + timedelta(days=due), "links": ""}
    return send_referral(sender=sender, to=to, by=leader, values=values, now=_at(today, sent), from_item=item)


def _at(today: date, days: int) -> datetime:
    """Noon so many days from today."""
    return timezone.make_aware(datetime.combine(today + timedelta(days=days), time(12)))
