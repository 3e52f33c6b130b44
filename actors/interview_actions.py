"""Changes to interviews: the answers, the levels and the profile they feed, each save in one transaction."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import Membership, User
from actors.guide import Given
from actors.models import Actor, Channel, Interview, InterviewAnswer, Ray, Source, Talk
from actors.profile_feed import Ticks, feed_profile


class StaleInterview(Exception):
    """Somebody else saved the interview after the user opened it; nothing was written."""


@dataclass(frozen=True)
class Said:
    """All that one save says. `levels` is value → 0–3 or None; `ticks` are target groups on and off."""

    held_on: date
    channel: str
    held_by: Membership | None = None
    people: tuple[uuid.UUID, ...] = ()
    answers: tuple[Given, ...] = ()
    levels: Mapping[int, int | None] = field(default_factory=dict)
    ticks: Ticks = field(default_factory=dict)


@transaction.atomic
def save_interview(
    *, actor: Actor, by: User, said: Said, pk: uuid.UUID, version: int | None, now: datetime
) -> Interview:
    """Write an interview with its answers and feed the profile. `version` is None for a new one.

    Raises StaleInterview when there is one with that id already, or the stored version is another.
    """
    # One at a time, so that of two who save at once one is told.
    actor = actor.plan.actors.select_for_update(no_key=True).get(pk=actor.pk)
    interview, before = _taken(actor, pk, version)
    for name in ("held_on", "channel", "held_by"):
        setattr(interview, name, getattr(said, name))
    _write_levels(interview, said.levels, now)
    interview.save(force_insert=version is None)
    interview.present.set(actor.contacts.filter(pk__in=said.people))
    if interview.talk:
        interview.talk.present.set(interview.present.all())
    _write_answers(interview, before, said.answers)
    verb, fields = ("create", ()) if version is None else ("change", ("answers",))
    record(plan=actor.plan, by=by, verb=verb, obj=interview, fields=fields)
    feed_profile(interview=interview, by=by, before=before.values(), answers=said.answers, ticks=said.ticks)
    return interview


def _taken(actor: Actor, pk: uuid.UUID, version: int | None) -> tuple[Interview, dict[str, Given]]:
    """The interview to write on and the answers that stand in it. Raises StaleInterview."""
    if version is None:
        if actor.interviews.filter(pk=pk).exists():
            raise StaleInterview
        return Interview(pk=pk, plan=actor.plan, actor=actor), {}
    if not actor.interviews.kept().filter(pk=pk, version=version).update(version=F("version") + 1):
        raise StaleInterview
    interview = actor.interviews.select_related("talk").get(pk=pk)
    rows = interview.answers.all()
    return interview, {
        row.question_key: Given(row.question_key, row.value, row.question, row.text) for row in rows
    }


def _write_answers(interview: Interview, before: Mapping[str, Given], answers: tuple[Given, ...]) -> None:
    """Write the answers that differ. One that was emptied goes; the question stays as it was asked."""
    now = {one.key: one for one in answers}
    interview.answers.filter(question_key__in=set(before).difference(now)).delete()
    for one in answers:
        if before.get(one.key) != one:
            InterviewAnswer.objects.update_or_create(
                interview=interview, question_key=one.key,
                defaults={"text": one.text},
                create_defaults={
                    "plan": interview.plan, "value": one.value, "question": one.question, "text": one.text,
                },
            )  # fmt: skip


def _write_levels(interview: Interview, levels: Mapping[int, int | None], now: datetime) -> None:
    """Keep the levels in the interview's talk, which is there as long as there is one."""
    chosen = {value: level for value, level in levels.items() if level is not None}
    talk = interview.talk
    if not chosen and (talk is None or talk.deleted_at is not None):
        return
    if talk is None:
        talk = interview.talk = Talk(plan=interview.plan, actor=interview.actor, finished_at=now)
    # What was found at the desk or told by others is our estimate, never their own words.
    is_told = interview.channel == Channel.FACE_TO_FACE
    talk.source = Source.INTERVIEW if is_told else Source.ESTIMATE
    talk.held_on, talk.held_by, talk.deleted_at = interview.held_on, interview.held_by, None
    is_new = talk._state.adding
    talk.version += 0 if is_new else 1
    talk.save(force_insert=is_new)
    for value, level in levels.items():
        _write_ray(talk, value, level, now)
    if not talk.rays.exists():
        talk.deleted_at = now
        talk.save(update_fields=["deleted_at"])


def _write_ray(talk: Talk, value: int, level: int | None, now: datetime) -> None:
    """Set the level of one ray; words that were written to it stay."""
    ray = talk.rays.filter(value=value).first()
    if ray is None and level is not None:
        Ray.objects.create(plan=talk.plan, talk=talk, value=value, level=level, position=value, saved_at=now)
    elif ray is not None and level is None and not (ray.gains or ray.gives):
        ray.delete()
    elif ray is not None and ray.level != level:
        ray.level, ray.saved_at, ray.version = level, now, ray.version + 1
        ray.save(update_fields=["level", "saved_at", "version"])


@transaction.atomic
def delete_interview(*, interview: Interview, by: User, now: datetime) -> None:
    """Take it away with its levels. What it brought to the profile stays; harmless when repeated."""
    interview = _held(interview)
    if interview.deleted_at is None:
        _mark(interview, by, "delete", now)


@transaction.atomic
def restore_interview(*, interview: Interview, by: User) -> None:
    """Bring a deleted interview back, with the levels that went with it; harmless when repeated."""
    interview = _held(interview)
    if interview.deleted_at is not None:
        _mark(interview, by, "restore", None)


def _held(interview: Interview) -> Interview:
    """The interview as it stands, while nobody else saves one about the same actor."""
    interview.plan.actors.select_for_update(no_key=True).get(pk=interview.actor_id)
    return interview.plan.interviews.select_related("plan", "talk").get(pk=interview.pk)


def _mark(interview: Interview, by: User, verb: str, at: datetime | None) -> None:
    """Delete or bring back the interview, and its talk where the two have stood and fallen together."""
    talk = interview.talk
    if talk and talk.deleted_at == interview.deleted_at:
        talk.deleted_at = at
        talk.save(update_fields=["deleted_at"])
    interview.deleted_at = at
    interview.save(update_fields=["deleted_at", "updated_at"])
    record(plan=interview.plan, by=by, verb=verb, obj=interview)
