"""The rows of talks as the plain data of actors/values.py."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from accounts.models import Plan
from actors.models import Actor
from actors.values import Said, Standing, standing

FIELDS = ("talk__held_on", "talk__source", "value", "name", "level", "gains", "gives")


def said_of(actor: Actor) -> list[Said]:
    """All that was said of this actor's values in talks that are kept, the oldest first: one query."""
    return [Said(*row) for row in _rays(actor.plan).filter(talk__actor=actor).values_list(*FIELDS)]


def standing_of(actor: Actor) -> dict[int | str, Standing]:
    """Where the actor's values stand: one query."""
    return standing(said_of(actor))


def standings(plan: Plan, actors: Iterable[UUID] | None = None) -> dict[UUID, dict[int | str, Standing]]:
    """The same for every actor of the plan that said something, by the actor's id: one query.

    `actors` narrows it to these ids.
    """
    said, rays = defaultdict(list), _rays(plan)
    if actors is not None:
        rays = rays.filter(talk__actor__in=list(actors))
    for actor, *row in rays.values_list("talk__actor_id", *FIELDS):
        said[actor].append(Said(*row))
    return {actor: standing(words) for actor, words in said.items()}


def _rays(plan: Plan):
    """Rays of talks that are kept, as told over time."""
    return plan.rays.filter(talk__deleted_at__isnull=True).order_by(
        "talk__held_on", "talk__created_at", "position", "pk"
    )
