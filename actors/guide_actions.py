"""Changes to a plan's question guide, one at a time: each with its line in the audit log.

Answers are rows of their own with the question as it was asked, so nothing here can touch them.
"""

import uuid

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.guide import OURS, Asked, find, moved
from actors.guide_queries import guide_of
from actors.models import GuideQuestion
from actors.versions import remove_once

OWN_AT_MOST = 30


class GuideProblem(Exception):
    """The change cannot be made; the text is a plain Danish sentence."""


class QuestionChanged(Exception):
    """A colleague wrote the question anew after the user opened it; nothing was written."""


@transaction.atomic
def add_question(*, plan: Plan, by: User, value: int, text: str) -> GuideQuestion:
    """An own question at the end of its value. The same one twice is one. Raises GuideProblem."""
    _one_at_a_time(plan)
    own = plan.guidequestions.filter(key="", value=value)
    there = own.filter(text=text).first()
    if there:
        return there
    if own.count() >= OWN_AT_MOST:
        raise GuideProblem(f"Der er {OWN_AT_MOST} egne spørgsmål her. Fjern ét, før I tilføjer et nyt.")
    last = max((len(group.questions) for group in guide_of(plan) if group.value.number == value), default=0)
    highest = plan.guidequestions.filter(value=value).order_by("-position").values_list("position", flat=True)
    place = max(last, (highest.first() or 0) + 1)
    question = GuideQuestion.objects.create(plan=plan, value=value, text=text, position=place)
    record(plan=plan, by=by, verb="create", obj=question)
    return question


@transaction.atomic
def change_question(*, plan: Plan, question: GuideQuestion, by: User, text: str, seen: str) -> None:
    """Other words for an own question; `seen` are those that the user wrote on top of.

    Raises QuestionChanged when the question reads otherwise now, and GuideProblem when it was removed.
    """
    _one_at_a_time(plan)
    stored = plan.guidequestions.filter(pk=question.pk).first()
    if stored is None:
        raise GuideProblem("En kollega har fjernet spørgsmålet imens.")
    if stored.text == text:
        return
    if stored.text != seen:
        raise QuestionChanged
    question.text = text
    question.save(update_fields=["text"])
    record(plan=plan, by=by, verb="change", obj=question, fields=["text"])


@transaction.atomic
def place_question(*, plan: Plan, by: User, key: str, place: int) -> bool:
    """Put a question at `place` (from 0) in its value; twice is once. False if it is not there."""
    _one_at_a_time(plan)
    found = find(guide_of(plan), key)
    if found is None:
        return False
    group, question = found
    ordered = moved(group.questions, key, place)
    if ordered != list(group.questions):
        for position, one in enumerate(ordered):
            _row(plan, one, position=position)
        row = _stored(plan, question)
        record(plan=plan, by=by, verb="move", obj=row, fields=["position"])
    return True


@transaction.atomic
def switch_question(*, plan: Plan, by: User, key: str, is_on: bool) -> bool:
    """Ask a question or put it away; twice is once. False if it is not there."""
    _one_at_a_time(plan)
    found = find(guide_of(plan), key)
    if found is None:
        return False
    group, question = found
    if question.is_on != is_on:
        row = _row(plan, question, place=group.questions.index(question), is_on=is_on)
        record(plan=plan, by=by, verb="change", obj=row, fields=["is_on"])
    return True


def remove_question(*, question: GuideQuestion, by: User) -> None:
    """Take an own question away; what was answered to it stays."""
    remove_once(row=question, by=by)


@transaction.atomic
def restore_question(*, plan: Plan, by: User, kept: dict) -> None:
    """Undo of a removal, from the columns that were `kept`; harmless when repeated."""
    _one_at_a_time(plan)
    if not plan.guidequestions.filter(pk=kept["id"]).exists():
        question = GuideQuestion.objects.create(plan=plan, **kept)
        record(plan=plan, by=by, verb="restore", obj=question)


def kept_of(question: GuideQuestion) -> dict:
    """What an undo button must remember of an own question."""
    return {
        "id": str(question.pk), "value": question.value, "text": question.text,
        "position": question.position, "is_on": question.is_on,
    }  # fmt: skip


def _one_at_a_time(plan: Plan) -> None:
    """Two who change the guide at once wait for each other: the order is about all its rows."""
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)


def _row(plan: Plan, question: Asked, place: int = 0, **fields) -> GuideQuestion:
    """Write `fields` on the question's row; one of ours gets its own, at `place`, when first changed."""
    if question.key not in OURS:
        row = plan.guidequestions.get(pk=uuid.UUID(question.key))
        for name, value in fields.items():
            setattr(row, name, value)
        row.save(update_fields=list(fields))
        return row
    row, _ = GuideQuestion.objects.update_or_create(
        plan=plan, key=question.key, defaults=fields,
        create_defaults={"value": question.value, "position": place, **fields},
    )  # fmt: skip
    return row


def _stored(plan: Plan, question: Asked) -> GuideQuestion:
    """The row of a question that has one."""
    which = {"key": question.key} if question.key in OURS else {"pk": question.key}
    return plan.guidequestions.get(**which)
