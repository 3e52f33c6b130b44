"""The rows behind the page of what we know, in a fixed number of queries."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Q

from accounts.models import Plan
from actors.knowledge import ActorKnown, Gap, cells_of, gaps
from actors.models import Actor, Channel
from actors.values import ESTIMATE


def known_of_all(plan: Plan, actors) -> list[ActorKnown]:
    """What is known of each of `actors`, a queryset of the plan: four queries, however many there are."""
    told, estimated, asked = _by_values(plan)
    interviewed = _interviews(plan, asked)
    return [
        ActorKnown(
            pk, name, kind, sort_key, cells_of(told[pk], estimated[pk]), interviewed.get(pk), pk in asked
        )
        for pk, name, kind, sort_key in actors.values_list("pk", "name", "kind", "sort_key")
    ]


def _by_values(plan: Plan):
    """Actor's id → values told by itself, values estimated; and those who told anything at all."""
    told, estimated, asked = defaultdict(set), defaultdict(set), set()
    said = Q(level__isnull=False) | ~Q(gains="") | ~Q(gives="")
    rays = plan.rays.filter(said, talk__deleted_at__isnull=True).order_by()
    for actor, value, source in rays.values_list("talk__actor_id", "value", "talk__source").distinct():
        (estimated if source == ESTIMATE else told)[actor].add(value)
        if source != ESTIMATE:
            asked.add(actor)
    answers = plan.interviewanswers.exclude(text="").filter(interview__deleted_at__isnull=True)
    rows = answers.order_by().values_list("interview__actor_id", "value", "interview__channel").distinct()
    for actor, value, channel in rows:
        (told if channel == Channel.FACE_TO_FACE else estimated)[actor].add(value)
    return told, estimated, asked


def _interviews(plan: Plan, asked: set[UUID]) -> dict:
    """Actor's id → day of its last interview; those met face to face are added to `asked`."""
    days = {}
    for actor, channel, day in plan.interviews.kept().values_list("actor_id", "channel", "held_on"):
        days[actor] = max(day, days.get(actor, day))
        if channel == Channel.FACE_TO_FACE:
            asked.add(actor)
    return days


def gaps_among(plan: Plan, actors) -> list[Gap]:
    """The plan's target groups that none of `actors` reaches, and who in the plan would like to."""
    groups = dict(plan.targetgroups.values_list("pk", "name"))
    through = Actor.target_groups.through.objects
    scope = actors.order_by().values("pk")
    reached = set(through.filter(actor__in=scope).values_list("targetgroup_id", flat=True).distinct())
    wanted = defaultdict(list)
    wishes = Actor.wanted_target_groups.through.objects.filter(
        actor__plan=plan, actor__archived_at__isnull=True
    ).exclude(targetgroup__in=reached)
    for group, name in wishes.order_by("actor__sort_key").values_list("targetgroup_id", "actor__name"):
        wanted[group].append(name)
    return gaps(groups, reached, wanted)


def areas_with_counts(plan: Plan, rows: list[ActorKnown]) -> list[tuple[UUID, str, int, int]]:
    """(id, name, asked, all) for each area of the plan, counted among `rows`: two queries."""
    by_pk = {row.pk: row for row in rows}
    found = defaultdict(list)
    links = Actor.areas.through.objects.filter(area__plan=plan).values_list("area_id", "actor_id")
    for area, actor in links:
        if actor in by_pk:
            found[area].append(by_pk[actor].is_asked)
    return [(pk, name, sum(found[pk]), len(found[pk])) for pk, name in plan.areas.values_list("pk", "name")]
