"""Writes what the actors of the demo plan said, lack and were promised."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import Membership, Plan
from actors.demo import GROUPS
from actors.demo_said import (
    INTERVIEWS,
    NEEDS,
    NOTES,
    OWN_QUESTION,
    PROMISES,
    TALKS,
    WANTED_GROUPS,
    DemoInterview,
    DemoTalk,
)
from actors.guide import Given, ours_called
from actors.interview_actions import Said, save_interview
from actors.models import Actor, ContactNote, FollowUp, GuideQuestion, Need, Ray, Talk


def write_said(plan: Plan, *, today: date, demo_id) -> None:
    """Talks, needs, the contact log and promises of Solbakken; `demo_id` gives ids alike at every load.

    The plan's actors and its members "staff", "leader" and "colleague" (a second of the staff) must be there.
    """
    actors = {actor.name: actor for actor in plan.actors.all()}
    us = _colleagues(plan)
    for demo in TALKS:
        _write_talk(plan, demo, actors[demo.actor], us[demo.by], today, demo_id)
    Need.objects.bulk_create(
        Need(id=demo_id("need", name, text), plan=plan, actor=actors[name], kind=kind, text=text)
        for name, kind, text in NEEDS
    )
    for name, letters in WANTED_GROUPS.items():
        wanted = [plan.targetgroups.get(name=GROUPS[letter]) for letter in letters]
        actors[name].wanted_target_groups.set(wanted)
    value, words = OWN_QUESTION
    own = GuideQuestion.objects.create(
        id=demo_id("question", words), plan=plan, value=value, text=words, position=9
    )
    for demo in INTERVIEWS:
        _write_interview(demo, actors[demo.actor], us[demo.by], own, today, demo_id)
    _write_notes(plan, actors, us, today, demo_id)
    _write_promises(plan, actors, us, today, demo_id)


def _colleagues(plan: Plan) -> dict[str, Membership]:
    """Who of us, by the words that actors/demo_said.py uses."""
    staff = list(plan.memberships.filter(role="staff").select_related("user").order_by("user__email"))
    return {"staff": staff[0], "colleague": staff[-1], "leader": plan.memberships.get(role="leader")}


def _write_talk(plan, demo: DemoTalk, actor: Actor, by: Membership, today: date, demo_id) -> None:
    held_on = today - timedelta(days=demo.days)
    talk = Talk.objects.create(
        id=demo_id("talk", demo.actor, demo.days), plan=plan, actor=actor, source=demo.source,
        held_on=held_on, held_by=by, finished_at=_at(held_on, 14),
    )  # fmt: skip
    rays = [
        Ray(value=value, level=level, gains=gains, gives=gives, position=value)
        for value, (level, gains, gives) in demo.rays.items()
    ]
    rays += [Ray(name=name, level=level, position=6 + n) for n, (name, level) in enumerate(demo.own.items())]
    for ray in rays:
        ray.id, ray.plan, ray.talk = demo_id("ray", talk.pk, ray.value or ray.name), plan, talk
        ray.saved_at = _at(held_on, 14)
    Ray.objects.bulk_create(rays)


def _write_interview(demo: DemoInterview, actor, by: Membership, own, today: date, demo_id) -> None:
    """One interview, written as the page does it, so that the profile is fed too."""
    held_on = today - timedelta(days=demo.days)
    answers = []
    for key, text in demo.answers.items():
        ours = ours_called(key)
        asked = (key, ours.value, ours.text) if ours else (str(own.pk), own.value, own.text)
        answers.append(Given(*asked, text))
    save_interview(
        actor=actor,
        by=by.user,
        said=Said(held_on, demo.channel, by, answers=tuple(answers), levels=demo.levels),
        pk=demo_id("interview", demo.actor, demo.days),
        version=None,
        now=_at(held_on, 14),
    )


def _write_notes(plan, actors, us, today: date, demo_id) -> None:
    ContactNote.objects.bulk_create(
        ContactNote(
            id=demo_id("note", name, days), plan=plan, actor=actors[name], by=us[who].user,
            on=today - timedelta(days=days), channel=channel, text=text,
        )
        for name, days, who, channel, text in NOTES
    )  # fmt: skip


def _write_promises(plan, actors, us, today: date, demo_id) -> None:
    FollowUp.objects.bulk_create(
        FollowUp(
            id=demo_id("promise", name, what), plan=plan, actor=actors[name], what=what,
            due=today + timedelta(days=days), responsible=us[who], created_by=us[who].user,
            done_at=_at(today + timedelta(days=days), 10) if kept else None,
            done_by=us[who].user if kept else None,
        )
        for name, what, days, who, kept in PROMISES
    )  # fmt: skip


def _at(day: date, hour: int) -> datetime:
    """That hour in Copenhagen that day."""
    return timezone.make_aware(datetime.combine(day, time(hour)))
