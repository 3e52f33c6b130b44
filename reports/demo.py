"""Writes the demo plans. The same day gives the same rows, whatever was there before."""

import random
import uuid
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.actions import create_plan
from accounts.models import Area, Membership, Plan, User
from actors.demo import ACTORS, AREAS, GROUPS, DemoActor
from actors.models import (
    Actor,
    Competence,
    CompetenceKind,
    ConsentEvent,
    Contact,
    Resource,
)
from actors.representing import set_representation
from mapping.demo import THEMES, DemoTheme
from mapping.models import Collaboration, Participation
from reports.demo_activities import write_activities
from reports.demo_agendas import write_agendas
from reports.demo_events import write_event
from reports.demo_forums import write_forums
from reports.demo_games import write_games
from reports.demo_goals import write_goals
from reports.demo_initiatives import write_initiatives
from reports.demo_invites import write_invites
from reports.demo_listings import write_listings
from reports.demo_minutes import write_minutes
from reports.demo_notices import write_notices
from reports.demo_open import open_up
from reports.demo_overview import write_overview
from reports.demo_places import actor_named, write_places
from reports.demo_said import write_said

PASSWORD = "gavl-og-brikker-2026"
WRITTEN_IN = 2026
PEOPLE = (
    ("Amina Holm", "amina@solbakken.example", "staff"),
    ("Lis Thorsen", "lis@solbakken.example", "leader"),
    ("Kaj Winther", "kaj@solbakken.example", "partner"),
    ("Birthe Sand", "birthe@solbakken.example", "reader"),
)
# A second of the staff, so that two colleagues can call the same school.
COLLEAGUE = ("Mads Riber", "mads@solbakken.example", "staff")
CONSENT_DAYS = {"given": 200, "asked": 12, "refused": 90, "withdrawn": 30, "expired": 800}
# How each answer came about; what is written down is a whole history.
CONSENT_STEPS = {
    "not_asked": (),
    "asked": ("asked",),
    "given": ("asked", "given"),
    "refused": ("asked", "refused"),
    "withdrawn": ("asked", "given", "withdrawn"),
    "expired": ("asked", "given", "expired"),
}
NAMESPACE = uuid.UUID("6f1d8a0e-2f0b-4a53-9a0b-5d3a8f7c1e90")


def demo_id(*parts) -> uuid.UUID:
    """An id that is the same at every load."""
    return uuid.uuid5(NAMESPACE, "/".join(str(part) for part in parts))


@transaction.atomic
def load_small(*, today: date, progress: Callable[[int], None] = lambda rows: None) -> Plan:
    """Solbakken: 56 actors, contacts in every consent state, 140 collaborations, what they said and lack.

    `progress` is told how many rows were written since last time.
    """
    users = {role: _user(name, email) for name, email, role in PEOPLE}
    plan = create_plan(
        name="Solbakken",
        slug="solbakken",
        leader=users["leader"],
        municipality="Bakkedraget Kommune",
        housing_organisations="Boligselskabet Højbo",
        starts_on=date(today.year - 2, 1, 1),
        ends_on=date(today.year + 1, 12, 31),
        id=demo_id("plan", "solbakken"),
    )
    for role, user in users.items():
        if role != "leader":
            Membership.objects.create(plan=plan, user=user, role=role)
    name, email, role = COLLEAGUE
    Membership.objects.create(plan=plan, user=_user(name, email), role=role)
    areas = {
        letter: Area.objects.create(plan=plan, name=name, position=place)
        for place, (letter, name) in enumerate(AREAS.items())
    }
    groups = {letter: plan.targetgroups.get(name=name) for letter, name in GROUPS.items()}
    actors = [_write_actor(plan, demo, areas, groups, today, progress) for demo in ACTORS]
    _house(actors)
    for theme in THEMES:
        _write_theme(plan, theme, actors, groups, today)
        progress(len(theme.years))
    write_said(plan, today=today, demo_id=demo_id)
    write_games(plan, by=users["leader"], today=today, demo_id=demo_id)
    write_places(plan, users["leader"], today)
    write_listings(plan, users["leader"], today)
    write_notices(plan, users["leader"], today)
    write_activities(plan, users["leader"], today)
    open_up(plan, users["leader"])
    # Kaj chairs the residents' board, and posts and books for it.
    partner = plan.memberships.get(role="partner")
    set_representation(membership=partner, actor=actor_named(plan, "Afdelingsbestyrelse"), by=users["leader"])
    write_forums(plan, users["leader"], today)
    write_agendas(plan, users["leader"])
    write_invites(plan, users["leader"], today)
    write_minutes(plan, users["leader"], today)
    write_event(plan, users["leader"], today)
    write_initiatives(plan, users["leader"], today)
    write_overview(plan, today)
    write_goals(plan, users["leader"], today)
    return plan


def _user(name: str, email: str) -> User:
    """The demo login, made once."""
    return User.objects.filter(email=email).first() or User.objects.create_user(email, name, PASSWORD)


def _write_actor(plan, demo: DemoActor, areas, groups, today: date, progress) -> Actor:
    """One actor with what hangs on it."""
    luck = random.Random(demo.name)
    actor = Actor.objects.create(
        id=demo_id("actor", demo.name),
        plan=plan,
        name=demo.name,
        short_name=demo.short_name,
        kind=demo.kind,
        status=demo.status,
        core_task=demo.core_task,
        base="inside" if demo.inside else "outside",
        address=demo.address,
        specialised_in=demo.specialised_in,
        daily_presence=demo.daily,
        close_to_residents=demo.close,
        centre_type=demo.centre_type,
        held_by=_holder(plan, luck),
        confirmed_on=today - timedelta(days=luck.choice([3, 8, 20, 45, 90, 170, 300, 420])),
    )
    actor.areas.set([areas[letter] for letter in demo.areas])
    actor.target_groups.set([groups[letter] for letter in demo.groups])
    for kind, texts in (
        (CompetenceKind.PROFESSIONAL, demo.competences),
        (CompetenceKind.STRENGTH, demo.strengths),
    ):
        Competence.objects.bulk_create(
            Competence(plan=plan, actor=actor, kind=kind, text=text) for text in texts
        )
    Resource.objects.bulk_create(
        Resource(plan=plan, actor=actor, kind=kind, text=text) for kind, text in demo.resources
    )
    if demo.contact:
        _write_contact(actor, demo.contact, today)
    progress(1)
    return actor


def _holder(plan: Plan, luck: random.Random) -> Membership:
    """Who of us holds the relation; Amina, who has been there longest, holds most."""
    role = luck.choice(["staff", "staff", "leader"])
    return plan.memberships.filter(role=role).order_by("user__email").first()


def _write_contact(actor: Actor, text: str, today: date) -> None:
    """`text` is "name, role, state" or "name, role, given:team,plan"."""
    name, role, consent = text.split(", ", 2)
    state, _, scope = consent.partition(":")
    luck = random.Random(name)
    asked_on = today - timedelta(days=CONSENT_DAYS.get(state, 0))
    until = asked_on + timedelta(days=730) if state in ("given", "expired") else None
    contact = Contact.objects.create(
        id=demo_id("contact", actor.name, name),
        plan=actor.plan,
        actor=actor,
        name=name,
        role=role,
        phone=f"00 00 {luck.randrange(100):02} {luck.randrange(100):02}",
        email=f"{name.split()[0].lower()}@{actor.plan.slug}.example",
        source="Netværksmøde",
        informed_on=None if state == "not_asked" else asked_on,
        consent_state=state,
        consent_scope=scope,
        consent_until=until,
    )
    for step in CONSENT_STEPS[state]:
        answered = step != "asked"
        ConsentEvent.objects.create(
            plan=actor.plan,
            contact=contact,
            state=step,
            scope=scope if step == state or step == "given" else "",
            method="spoken" if answered else "",
            text_version="2026-1",
            at=_at_noon(asked_on) + timedelta(minutes=CONSENT_STEPS[state].index(step)),
            until=until if step == "given" else None,
        )


def _house(actors: list[Actor]) -> None:
    """Put those who live under another's roof there."""
    by_name = {actor.name: actor for actor in actors}
    for demo in ACTORS:
        if demo.housed_in:
            actor = by_name[demo.name]
            actor.housed_in = by_name[demo.housed_in]
            actor.save(update_fields=["housed_in"])


def _write_theme(plan, theme: DemoTheme, actors, groups, today: date) -> None:
    """One collaboration a year; each goes on until the next one begins."""
    last = max(theme.years)
    for year, form in theme.years.items():
        names = theme.actors + (theme.joined if year == last else ())
        members = [_named(actors, name) for name in names]
        since = _begins(theme, year, today)
        collaboration = Collaboration.objects.create(
            id=demo_id("collaboration", theme.about, year),
            plan=plan,
            form=form,
            about=theme.about,
            coordinator=members[0],
            since=since,
            until=_ends(theme, year, today),
            frequency=theme.frequency,
            agreed_in_writing=theme.written,
            funded_by=theme.funded_by,
            carried_on_by=theme.carried_on_by,
        )
        collaboration.target_groups.set([groups[theme.group]])
        Participation.objects.bulk_create(
            Participation(plan=plan, collaboration=collaboration, actor=member) for member in members
        )
        Collaboration.objects.filter(pk=collaboration.pk).update(created_at=_at_noon(since))


def _begins(theme: DemoTheme, year: int, today: date) -> date:
    luck = random.Random(f"{theme.about}{year}")
    return min(date(year + today.year - WRITTEN_IN, luck.randint(1, 9), luck.randint(1, 28)), today)


def _ends(theme: DemoTheme, year: int, today: date) -> date | None:
    """The day before the next one begins, so that nothing falls to 0 at New Year; None for one that goes on."""
    if year + 1 in theme.years:
        return _begins(theme, year + 1, today) - timedelta(days=1)
    if year == max(theme.years) and not theme.ended:
        return None
    return date(_begins(theme, year, today).year, 12, 20)


def _named(actors: Iterable[Actor], part: str) -> Actor:
    """The only actor whose name or kortnavn holds `part`."""
    return next(actor for actor in actors if part in f"{actor.name} {actor.short_name}")


def _at_noon(day: date) -> datetime:
    """Twelve o'clock in Copenhagen that day."""
    return timezone.make_aware(datetime.combine(day, time(12)))
