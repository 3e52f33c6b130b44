"""What an interview says goes into the profile itself, with the interview as its source.

Lines that stand in the profile stay; what an answer adds is added, and what this interview brought and its
corrected answer no longer says is taken back. Part of one save; the caller holds the transaction.
"""

from collections.abc import Iterable, Mapping

from django.db.models import F

from accounts.audit import record, record_each
from accounts.models import TargetGroup, User
from actors.guide import Given, lines_for
from actors.method import GoesTo
from actors.models import Actor, Competence, CompetenceKind, Interview, Need, Resource
from actors.resource_words import resource_kind

Ticks = Mapping[GoesTo, tuple[set[TargetGroup], set[TargetGroup]]]
# What a line becomes: its model, and the kind of a text.
ROWS = {
    GoesTo.COMPETENCES: (Competence, lambda text: CompetenceKind.PROFESSIONAL),
    GoesTo.STRENGTHS: (Competence, lambda text: CompetenceKind.STRENGTH),
    GoesTo.RESOURCES: (Resource, resource_kind),
    GoesTo.NEEDS: (Need, resource_kind),
}
# Those that stand in the actor's own form, where a stale version must be noticed.
IN_THE_FORM = (GoesTo.COMPETENCES, GoesTo.STRENGTHS, GoesTo.TARGET_GROUPS, GoesTo.WANTED_TARGET_GROUPS)


def feed_profile(
    *, interview: Interview, by: User, before: Iterable[Given], answers: Iterable[Given], ticks: Ticks
) -> None:
    """Bring the profile in step with the answers: `before` stood there, `answers` stand there now."""
    before, answers, actor = list(before), list(answers), interview.actor
    changed = {
        str(goes_to)
        for goes_to in ROWS
        if _feed_lines(interview, by, goes_to, lines_for(before, goes_to), lines_for(answers, goes_to))
    }
    changed |= {str(goes_to) for goes_to, (on, off) in ticks.items() if _tick(actor, goes_to, on, off)}
    on_the_form = changed.intersection(IN_THE_FORM)
    if on_the_form:
        actor.plan.actors.filter(pk=actor.pk).update(version=F("version") + 1)
        record(plan=actor.plan, by=by, verb="change", obj=actor, fields=on_the_form)


def _feed_lines(interview: Interview, by: User, goes_to: GoesTo, before: list[str], now: list[str]) -> bool:
    """Add the lines that the profile has not got; take back what this interview brought and now drops."""
    model, kind_of = ROWS[goes_to]
    rows = model.objects.filter(actor=interview.actor)
    if model is Competence:
        rows = rows.filter(kind=kind_of(""))
    dropped = list(rows.filter(interview=interview, text__in=set(before).difference(now)))
    record_each(plan=interview.plan, by=by, verb="delete", objects=dropped)
    rows.filter(pk__in=[row.pk for row in dropped]).delete()
    # A line that stood in the answer before was added then; who took it off the profile meant it.
    there = {text.casefold() for text in (*rows.values_list("text", flat=True), *before)}
    new = {text.casefold(): text for text in reversed(now) if text.casefold() not in there}
    added = [
        model(plan=interview.plan, actor=interview.actor, kind=kind_of(text), text=text, interview=interview)
        for text in reversed(new.values())
    ]
    model.objects.bulk_create(added)
    record_each(plan=interview.plan, by=by, verb="create", objects=added)
    return bool(dropped or added)


def _tick(actor: Actor, goes_to: GoesTo, on: set[TargetGroup], off: set[TargetGroup]) -> bool:
    """Change the actor's target groups by what was ticked; whether that changed anything."""
    groups = getattr(actor, goes_to)
    there = set(groups.all())
    groups.add(*on)
    groups.remove(*off)
    return bool(on - there or off & there)
