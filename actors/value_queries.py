"""The rows of talks as the plain data of actors/values.py."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from accounts.models import Plan
from actors.models import Actor, Ray
from actors.values import Said, Standing, standing
from config.prepared import Slot, prepared, slots, spread

FIELDS = ("talk__held_on", "talk__source", "value", "name", "level", "gains", "gives")
# The query for so few actors is written once.
A_PAGE = 50


def said_of(actor: Actor) -> list[Said]:
    """All that was said of this actor's values in talks that are kept, the oldest first: one query."""
    return [Said(*row) for row in _rays(actor.plan).filter(talk__actor=actor).values_list(*FIELDS)]


def standing_of(actor: Actor) -> dict[int | str, Standing]:
    """Where the actor's values stand: one query."""
    return standing(said_of(actor))


def standings(plan: Plan, actors: Collection[UUID] | None = None) -> dict[UUID, dict[int | str, Standing]]:
    """The same for every actor of the plan that said something, by the actor's id: one query.

    `actors` narrows it to these ids.
    """
    if actors is not None and len(actors) <= A_PAGE:
        rows = _rays_of(len(actors), plan=plan.pk, **spread("actor", actors)) if actors else ()
    else:
        rays = _rays(plan) if actors is None else _rays(plan).filter(talk__actor__in=list(actors))
        rows = rays.values_list("talk__actor_id", *FIELDS)
    said = defaultdict(list)
    for actor, *row in rows:
        said[actor].append(Said(*row))
    return {actor: standing(words) for actor, words in said.items()}


@prepared
def _rays_of(number: int):
    """What so many actors of a plan said."""
    rays = _told(Ray.objects.filter(plan=Slot("plan", Plan._meta.pk)))
    return rays.filter(talk__actor__id__in=slots("actor", number, Actor._meta.pk)).values_list(
        "talk__actor_id", *FIELDS
    )


def _rays(plan: Plan):
    """Rays of talks that are kept, as told over time."""
    return _told(plan.rays)


def _told(rays):
    return rays.filter(talk__deleted_at__isnull=True).order_by(
        "talk__held_on", "talk__created_at", "position", "pk"
    )
