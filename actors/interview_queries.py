"""What stands in interviews, for their own page and for the page of values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from actors.guide import Given, Sheet, guide_in_force, sheets
from actors.method import GoesTo
from actors.models import Actor, CompetenceKind, Interview, Ray


@dataclass(frozen=True)
class InterviewRow:
    """One interview as it is read: when, how, by whom of us, and what was answered by value."""

    pk: UUID
    held_on: date
    channel: str
    held_by: str
    sheets: tuple[Sheet, ...]


def with_answers(interviews):
    """`interviews` with who, answers, people and levels, in a fixed number of queries."""
    return interviews.select_related("held_by__user", "talk").prefetch_related(
        "answers", "present", Prefetch("talk__rays", Ray.objects.order_by("value"))
    )


def interviews_of(actor: Actor) -> list[InterviewRow]:
    """The actor's interviews that are kept, the newest first: two queries."""
    kept = actor.interviews.kept().newest_first().select_related("held_by__user").prefetch_related("answers")
    return [
        InterviewRow(
            pk=one.pk,
            held_on=one.held_on,
            channel=one.get_channel_display(),
            held_by=one.held_by.user.name if one.held_by else "",
            sheets=_answered(one),
        )
        for one in kept
    ]


def known_of(actor: Actor) -> dict[str, list[str]]:
    """What the profile says already, by what an answer feeds: three queries."""
    competences = list(actor.competences.values_list("kind", "text"))
    return {
        GoesTo.COMPETENCES: [text for kind, text in competences if kind == CompetenceKind.PROFESSIONAL],
        GoesTo.STRENGTHS: [text for kind, text in competences if kind == CompetenceKind.STRENGTH],
        GoesTo.RESOURCES: list(actor.resources.values_list("text", flat=True)),
        GoesTo.NEEDS: list(actor.needs.values_list("text", flat=True)),
    }


def _answered(interview: Interview) -> tuple[Sheet, ...]:
    """What was answered, under the questions as they were asked; values without answers are left out."""
    found = sheets(guide_in_force(()), given_of(interview).values())
    answered = (Sheet(sheet.value, tuple(line for line in sheet.lines if line.answer)) for sheet in found)
    return tuple(sheet for sheet in answered if sheet.lines)


def given_of(interview: Interview | None) -> dict[str, Given]:
    """The answers of an interview by the key of their question; none for a new one."""
    if interview is None:
        return {}
    rows = interview.answers.all()
    return {row.question_key: Given(row.question_key, row.value, row.question, row.text) for row in rows}


def levels_of(interview: Interview | None) -> dict[int, int | None]:
    """Value → level of an interview whose talk is kept."""
    talk = interview.talk if interview else None
    if talk is None or talk.deleted_at is not None:
        return {}
    return {ray.value: ray.level for ray in talk.rays.all() if ray.value is not None}
