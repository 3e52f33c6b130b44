"""Generated plans for measuring and for training: many invented actors, quickly written."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from django.utils.text import slugify

from accounts.actions import create_plan
from accounts.models import Area, Plan, User
from actors.models import Actor, ActorKind, ActorStatus, Contact
from mapping.models import Collaboration, Participation
from reports.demo import PASSWORD, demo_id

FIRST = {
    "housing": ("Afdelingsbestyrelsen", "Boligselskabet", "Ejendomskontoret", "Beboerhuset"),
    "municipal": ("Biblioteket", "Børnehuset", "Skolen", "Ungdomsklubben", "Sundhedshuset", "Jobhuset"),
    "voluntary": ("Lektiecaféen", "Besøgsvennerne", "Mentorkorpset", "Madfællesskabet", "Rådgivningen"),
    "resident": ("Kvindeforeningen", "Haveforeningen", "Boldklubben", "Kulturforeningen", "Pigeklubben"),
    "business": ("Købmanden", "Apoteket", "Bageriet", "Cykelværkstedet", "Frisøren", "Pizzeriaet"),
    "other": ("Kirken", "Plejehjemmet", "Daghøjskolen", "Lægehuset", "Menigheden"),
}
SECOND = (
    "Åkanden", "Østergård", "Ærtebjerg", "Lærken", "Birkelund", "Solhverv", "Engdraget", "Nørrevang",
    "Granhøj", "Søbakken", "Rosen", "Mælkebøtten", "Aabrinken", "Kløvermarken", "Vibevang", "Højagergård",
    "Kransager", "Visevangen", "Fjordblik", "Skovkanten",
)  # fmt: skip
AREA_NAMES = ("Nordhøj", "Mellemdraget", "Søvang", "Åparken")
FORM_WEIGHTS = (34, 26, 18, 14, 8)
COLLABORATIONS_PER_ACTOR = 2.5


@transaction.atomic
def load_generated(
    *, name: str, actors: int, leader: User, today: date, progress: Callable[[int], None] = lambda rows: None
) -> Plan:
    """One plan with so many actors, a contact for each, and 2.5 collaborations per actor."""
    luck = random.Random(name)
    plan = create_plan(
        name=name, slug=slugify(name.lower().replace("ø", "oe").replace("æ", "ae").replace("å", "aa")),
        leader=leader, id=demo_id("plan", name), municipality="Bakkedraget Kommune",
    )  # fmt: skip
    areas = [Area.objects.create(plan=plan, name=area) for area in AREA_NAMES]
    rows = [_actor(plan, number, luck, today) for number in range(actors)]
    Actor.objects.bulk_create(rows, batch_size=500)
    progress(actors)
    groups = list(plan.targetgroups.all())
    _link_all(Actor.areas.through, "area_id", rows, areas, luck)
    _link_all(Actor.target_groups.through, "targetgroup_id", rows, groups, luck)
    Contact.objects.bulk_create([_contact(actor, luck) for actor in rows], batch_size=500)
    progress(actors)
    _collaborate(plan, rows, luck, today)
    progress(round(actors * COLLABORATIONS_PER_ACTOR))
    return plan


def leader_of_generated() -> User:
    """The login that leads every generated plan."""
    email = "landsdaekkende@paabanen.example"
    return User.objects.filter(email=email).first() or User.objects.create_user(
        email, "Laura Landsdækkende", PASSWORD
    )


def _actor(plan, number: int, luck: random.Random, today: date) -> Actor:
    kind = luck.choice(ActorKind.values)
    actor = Actor(
        id=demo_id(plan.slug, "actor", number),
        plan=plan,
        name=f"{luck.choice(FIRST[kind])} {luck.choice(SECOND)} {number + 1}",
        kind=kind,
        status=luck.choices(ActorStatus.values, weights=(2, 2, 6, 1))[0],
        core_task="Gør noget for området sammen med andre",
        base=luck.choice(["inside", "outside", ""]),
        address=f"{luck.choice(SECOND)} {luck.randint(1, 80)}",
        daily_presence=luck.random() < 0.4,
        close_to_residents=luck.random() < 0.4,
        confirmed_on=today - timedelta(days=luck.randint(0, 500)),
    )
    actor.fill_derived()
    return actor


def _contact(actor: Actor, luck: random.Random) -> Contact:
    name = f"{luck.choice(('Anna', 'Bo', 'Cilla', 'Dan', 'Eva', 'Øjvind'))} {luck.choice(SECOND)}"
    contact = Contact(
        id=demo_id(actor.id, "contact"), plan_id=actor.plan_id, actor=actor, name=name, role="kontaktperson"
    )
    contact.fill_derived()
    return contact


def _link_all(through, column: str, actors, targets, luck: random.Random) -> None:
    """Give every actor one to three of the targets."""
    links = [
        through(actor_id=actor.pk, **{column: target.pk})
        for actor in actors
        for target in luck.sample(targets, luck.randint(1, min(3, len(targets))))
    ]
    through.objects.bulk_create(links, batch_size=1000)


def _collaborate(plan, actors: list[Actor], luck: random.Random, today: date) -> None:
    """Neighbours in the list work together most; one in twenty-five knows everybody."""
    hubs = actors[:: max(len(actors) // 25, 25)] or actors[:1]
    collaborations, parts = [], []
    for number in range(round(len(actors) * COLLABORATIONS_PER_ACTOR) if len(actors) > 1 else 0):
        first = luck.randrange(len(actors))
        near = actors[(first + luck.randint(1, 12)) % len(actors)]
        second = luck.choice(hubs) if luck.random() < 0.25 else near
        if second is actors[first]:
            second = actors[(first + 1) % len(actors)]
        since = today - timedelta(days=luck.randint(10, 1000))
        collaboration = Collaboration(
            id=demo_id(plan.slug, "collaboration", number),
            plan=plan,
            form=luck.choices((1, 2, 3, 4, 5), weights=FORM_WEIGHTS)[0],
            about=f"Fælles indsats {number + 1}",
            since=since,
            until=since + timedelta(days=5) if luck.random() < 0.1 else None,
            coordinator=actors[first],
        )
        collaborations.append(collaboration)
        for actor in (actors[first], second):
            parts.append(Participation(plan=plan, collaboration=collaboration, actor=actor))
    Collaboration.objects.bulk_create(collaborations, batch_size=500)
    Participation.objects.bulk_create(parts, batch_size=1000)
