"""Plain functions that make rows for tests; every argument has a default."""

import functools
import itertools

from django.contrib.auth.hashers import make_password

from accounts.models import Area, Membership, Plan, TargetGroup, User
from actors.models import Actor, Contact
from mapping.models import Collaboration, Form, Participation

_numbers = itertools.count(1)
PASSWORD = "grøn-gavl-med-gul-dør-7"


def make_user(name="Alma Bøgh", email=None, **fields) -> User:
    """A user who can log in with PASSWORD."""
    email = email or f"bruger{next(_numbers)}@solbakken.example"
    return User.objects.create(email=email, name=name, password=_hashed_password(), **fields)


@functools.cache
def _hashed_password() -> str:
    """PASSWORD as it is stored; hashing is slow by design, so once is enough."""
    return make_password(PASSWORD)


def make_plan(name="Solbakken", slug=None, **fields) -> Plan:
    """A plan without areas, words or members."""
    return Plan.objects.create(name=name, slug=slug or f"plan-{next(_numbers)}", **fields)


def make_membership(plan, user=None, role="staff", **fields) -> Membership:
    """A user's role in the plan."""
    return Membership.objects.create(plan=plan, user=user or make_user(), role=role, **fields)


def make_area(plan, name="Østhøj", **fields) -> Area:
    """A housing area."""
    return Area.objects.create(plan=plan, name=name, **fields)


def make_target_group(plan, name="Børn og unge", **fields) -> TargetGroup:
    """A target group."""
    return TargetGroup.objects.create(plan=plan, name=name, **fields)


def make_actor(plan, name=None, kind="municipal", areas=(), target_groups=(), **fields) -> Actor:
    """An actor with a name of its own."""
    actor = Actor.objects.create(plan=plan, name=name or f"Aktør {next(_numbers)}", kind=kind, **fields)
    actor.areas.set(areas)
    actor.target_groups.set(target_groups)
    return actor


def make_contact(actor, name="Lone Riis", role="formidler", **fields) -> Contact:
    """A contact person, not asked for consent unless fields say so."""
    return Contact.objects.create(plan=actor.plan, actor=actor, name=name, role=role, **fields)


def make_collaboration(plan, *actors, form=Form.COORDINATE, about="Lektiehjælp tirsdag", **fields):
    """A collaboration between the given actors, or two new ones."""
    actors = actors or (make_actor(plan), make_actor(plan))
    collaboration = Collaboration.objects.create(plan=plan, form=form, about=about, **fields)
    Participation.objects.bulk_create(
        Participation(plan=plan, collaboration=collaboration, actor=actor) for actor in actors
    )
    return collaboration
