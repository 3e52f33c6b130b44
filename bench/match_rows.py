"""Writes the made-up actors of bench/matching.py into a database, so that reading them is measured too."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from uuid import UUID

import django

_numbers = count(1)


@contextmanager
def written_plan(facts, lines) -> Iterator:
    """A plan with these actors and lines in a SQLite file of its own, for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        _set_up(folder)
        from django.db import connection  # needs the settings

        connection.close()
        connection.settings_dict["NAME"] = f"{folder}/bench.sqlite3"
        _migrate()
        yield _write(facts, lines)
        connection.close()


def _set_up(folder: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
    django.setup()


def _migrate() -> None:
    from django.core.management import call_command  # needs the settings

    call_command("migrate", verbosity=0)


def _write(facts, lines):
    """The plan, its words, its actors, and all that hangs on them."""
    from accounts.models import Area, Plan, TargetGroup  # need the settings

    plan = Plan.objects.create(name="Målebakken", slug=f"maal-{next(_numbers)}")
    areas = {name: Area.objects.create(plan=plan, name=name) for name in _all(facts, "areas")}
    groups = {
        name: TargetGroup.objects.create(plan=plan, name=name)
        for name in _all(facts, "reaches") | _all(facts, "wants")
    }
    ids = {one.key: UUID(int=place) for place, one in enumerate(facts, start=1)}
    _write_actors(plan, facts, ids, areas, groups)
    _write_said(plan, facts, ids)
    _write_lines(plan, lines, ids)
    return plan


def _all(facts, field: str) -> set[str]:
    return {name for one in facts for name in getattr(one, field)}


def _write_actors(plan, facts, ids, areas, groups) -> None:
    from actors.models import Actor, Need, Resource  # need the settings

    actors = [
        Actor(
            id=ids[one.key], plan=plan, name=f"{one.name} {place}", kind=one.kind, base=one.base,
            specialised_in=one.specialised_in, daily_presence=one.daily, close_to_residents=one.close,
        )
        for place, one in enumerate(facts)
    ]  # fmt: skip
    for actor in actors:
        actor.fill_derived()
    Actor.objects.bulk_create(actors, batch_size=500)
    for field, column, rows, names in (
        ("areas", "area_id", areas, "areas"),
        ("target_groups", "targetgroup_id", groups, "reaches"),
        ("wanted_target_groups", "targetgroup_id", groups, "wants"),
    ):
        through = getattr(Actor, field).through
        through.objects.bulk_create(
            through(actor_id=ids[one.key], **{column: rows[name].pk})
            for one in facts
            for name in sorted(getattr(one, names))
        )
    for model, field in ((Resource, "has"), (Need, "lacks")):
        model.objects.bulk_create(
            model(plan=plan, actor_id=ids[one.key], kind=thing.kind, text=thing.text)
            for one in facts
            for thing in getattr(one, field)
        )


def _write_said(plan, facts, ids) -> None:
    from actors.models import Ray, Talk  # need the settings

    for own in (True, False):
        said = {"plan": plan, "source": "talk" if own else "estimate", "held_on": date(2026, 10, 14)}
        talks = [
            (Talk(actor_id=ids[one.key], **said), rays)
            for one in facts
            if (rays := [(value, word) for value, word in one.values.items() if word.own is own])
        ]
        Talk.objects.bulk_create(talk for talk, _ in talks)
        Ray.objects.bulk_create(
            Ray(plan=plan, talk=talk, value=value, level=word.level, gains=word.gains, gives=word.gives)
            for talk, rays in talks
            for value, word in rays
        )


def _write_lines(plan, lines, ids) -> None:
    from mapping.models import Collaboration, Participation  # need the settings

    pairs = [(Collaboration(plan=plan, form=line.form), line) for line in lines]
    Collaboration.objects.bulk_create((one for one, _ in pairs), batch_size=500)
    Participation.objects.bulk_create(
        (
            Participation(plan=plan, collaboration=one, actor_id=ids[key])
            for one, line in pairs
            for key in (line.a, line.b)
        ),
        batch_size=1000,
    )
