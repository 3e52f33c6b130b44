"""Carrying on what was said in a game: each item once, all that was chosen or nothing."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Membership, User
from actors.follow_up_actions import make_follow_up
from actors.models import Ray, Source
from actors.talk_actions import add_own_value, begin_talk, finish_talk, save_ray
from mapping.actions import change_collaboration, log_collaboration
from valuegame.carry import FOLLOW_UP, VALUES, Item, what_of
from valuegame.carry_queries import carried_of
from valuegame.models import Carried, Game


@dataclass(frozen=True, slots=True)
class Chosen:
    """One item with a yes: the form of a new collaboration, or the day of a follow-up."""

    item: Item
    form: int | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Yes:
    """Who says yes, to which game, and when: `day` is the day it was held."""

    game: Game
    by: User
    membership: Membership
    responsible: Membership | None
    day: date
    now: datetime


@transaction.atomic
def carry(yes: Yes, chosen: Iterable[Chosen]) -> Counter:
    """Write the chosen items into the plan's own rows; how many went where.

    What was carried already is passed over, so that sending the page again changes nothing; what was taken
    back since is carried again. Raises CollaborationError, and then nothing is written.
    """
    # One at a time, so that two who press at once carry each item once.
    game = Game.objects.select_for_update(no_key=True).get(pk=yes.game.pk, plan=yes.game.plan_id)
    there, made = carried_of(game), Counter()
    for one in chosen:
        item = one.item
        if item.name in there:
            continue
        pk = _WRITERS.get(item.into, _write_collaboration)(yes, game, one)
        Carried.objects.update_or_create(
            game=game, item=item.key, into=item.into,
            defaults={"plan_id": game.plan_id, "object_id": pk, "by": yes.by, "at": yes.now},
        )  # fmt: skip
        made[item.into] += 1
    return made


def _submission(game: Game, item: Item) -> uuid.UUID:
    """The same for the same item, so that the rows below know it too."""
    return uuid.uuid5(game.pk, item.name)


def _write_values(yes: Yes, game: Game, one: Chosen) -> uuid.UUID:
    """A talk of the actor's with one ray for each piece; how we know is the game."""
    item = one.item
    actor = game.plan.actors.get(pk=item.actors[0])
    talk = begin_talk(
        actor=actor, by=yes.by, held_by=yes.membership, on=yes.day, source=Source.GAME,
        submission=_submission(game, item),
    )  # fmt: skip
    for ray in item.rays:
        said = {"level": ray.level, "gains": ray.gains}
        if ray.number is None:
            add_own_value(talk=talk, by=yes.by, now=yes.now, said={"name": ray.piece.name, **said})
        else:
            save_ray(talk=talk, by=yes.by, now=yes.now, ray=Ray(value=ray.number), said=said, version=0)
    finish_talk(talk=talk, by=yes.by, now=yes.now)
    return talk.pk


def _write_follow_up(yes: Yes, game: Game, one: Chosen) -> uuid.UUID:
    """A promise about the actor that shall do it, if it is one."""
    item = one.item
    actor = game.plan.actors.get(pk=item.actors[0]) if item.actors else None
    return make_follow_up(
        plan=game.plan, by=yes.by, what=what_of(item), due=one.due, responsible=yes.responsible, actor=actor,
        submission=_submission(game, item),
    ).pk  # fmt: skip


def _write_collaboration(yes: Yes, game: Game, one: Chosen) -> uuid.UUID:
    """A new one that is planned, or a change of the game's own."""
    item = one.item
    if item.joins:
        return _change_own(yes, game, item)
    logged = log_collaboration(
        plan=game.plan, by=yes.by, form=one.form or item.form, about=item.title, since=item.on,
        actors=game.plan.actors.filter(pk__in=item.actors), submission=_submission(game, item),
    )  # fmt: skip
    if item.key == "table" and game.collaboration_id is None:
        Game.objects.filter(pk=game.pk).update(collaboration=logged.collaboration)
        record(plan=game.plan, by=yes.by, verb="change", obj=game, fields=["collaboration"])
    return logged.collaboration.pk


def _change_own(yes: Yes, game: Game, item: Item) -> uuid.UUID:
    """One more actor in the game's own collaboration; or, for no actor, that it is agreed in writing."""
    own = game.plan.collaborations.get(pk=game.collaboration_id)
    change_collaboration(
        collaboration=own, by=yes.by, version=own.version,
        actors=[*own.actors.all(), *game.plan.actors.filter(pk__in=item.actors)],
        target_groups=own.target_groups.all(),
        **({} if item.actors else {"agreed_in_writing": True}),
    )  # fmt: skip
    return own.pk


_WRITERS = {VALUES: _write_values, FOLLOW_UP: _write_follow_up}
