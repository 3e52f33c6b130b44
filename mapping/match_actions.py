"""Answers to suggestions: propose a meeting, put it off, say no, take it back.

Each is one transaction with its line in the audit log, and harmless when it is sent again.
"""

import uuid
from datetime import date, datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Membership, Plan, User
from actors.follow_up_actions import delete_follow_up, make_follow_up
from actors.models import Actor
from actors.versions import mark_once
from mapping.match_queries import Match
from mapping.match_sentences import cut
from mapping.models import Answer, MatchAnswer

SENTENCE_LENGTH = 1000
# Two of them and the words around fit in what a promise can hold.
NAME_LENGTH = 80


@transaction.atomic
def propose_meeting(
    *,
    plan: Plan,
    match: Match,
    by: User,
    responsible: Membership,
    first: Actor,
    due: date,
    submission: uuid.UUID | None = None,
) -> MatchAnswer:
    """A planned contact: `responsible` asks the two to meet, `first` first, on `due` at the latest.

    The same submission twice makes one promise and one answer.
    """
    names = [cut(one.name, NAME_LENGTH) for one in (match.taker, match.giver)]
    follow_up = make_follow_up(
        plan=plan, by=by, what=f"Foreslå {names[0]} og {names[1]} at mødes", due=due,
        responsible=responsible, actor=first, submission=submission,
    )  # fmt: skip
    sent_before = plan.matchanswers.filter(follow_up=follow_up).first()
    return sent_before or _answer(plan, match, by, Answer.MEET, follow_up=follow_up)


@transaction.atomic
def put_off(*, plan: Plan, match: Match, by: User, back_on: date) -> MatchAnswer:
    """Not now; the suggestion comes back on the day."""
    return _once(plan, match, by, Answer.LATER, back_on=back_on)


@transaction.atomic
def dismiss(*, plan: Plan, match: Match, by: User, reason: str, words: str = "") -> MatchAnswer:
    """No; the suggestion stays away until it rests on something else."""
    return _once(plan, match, by, Answer.NO, reason=reason, words=words)


@transaction.atomic
def take_back(*, answer: MatchAnswer, by: User, now: datetime) -> None:
    """As if it was never answered; a meeting that has not been held is no longer planned."""
    if not mark_once(row=answer, by=by, verb="undo", taken_back_at=now):
        return
    if answer.follow_up and answer.follow_up.done_at is None:
        delete_follow_up(follow_up=answer.follow_up, by=by, now=now)


def _once(plan: Plan, match: Match, by: User, answer: Answer, **details) -> MatchAnswer:
    """Write the answer, unless the newest one to the pair says the very same."""
    # One at a time, or two presses at once would both find nothing.
    plan.actors.select_for_update(no_key=True).get(pk=match.suggestion.a)
    pair = {"a_id": match.suggestion.a, "b_id": match.suggestion.b, "taken_back_at": None}
    newest = plan.matchanswers.filter(**pair).order_by("-at", "-pk").first()
    same = {"answer": answer, "fingerprint": match.suggestion.fingerprint, **details}
    if newest and all(getattr(newest, name) == value for name, value in same.items()):
        return newest
    return _answer(plan, match, by, answer, **details)


def _answer(plan: Plan, match: Match, by: User, answer: Answer, **details) -> MatchAnswer:
    suggestion = match.suggestion
    row = MatchAnswer.objects.create(
        plan=plan, a_id=suggestion.a, b_id=suggestion.b, answer=answer, by=by, value=suggestion.value,
        fingerprint=suggestion.fingerprint, sentence=cut(match.sentence, SENTENCE_LENGTH), **details,
    )  # fmt: skip
    record(plan=plan, by=by, verb="create", obj=row, fields=["answer", *details])
    return row
