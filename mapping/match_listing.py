"""Answers to suggestions as rows of a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from config.danish import long_date
from mapping.models import Answer, MatchAnswer

# Style and icon of the tag of each answer.
LOOKS = {Answer.MEET: ("ok", "calendar-plus"), Answer.LATER: ("info", "clock"), Answer.NO: ("", "x")}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer: the two, what was said, and what is to happen or has happened since."""

    answer: MatchAnswer
    style: str
    icon: str
    what: str
    given: str


def answer_rows(answers: Iterable[MatchAnswer], *, today: date) -> list[AnswerRow]:
    """The rows of answers fetched with their actors, colleague and promise, in their order."""
    return [
        AnswerRow(answer, *LOOKS[Answer(answer.answer)], _what(answer, today), _given(answer, today))
        for answer in answers
    ]


def _what(answer: MatchAnswer, today: date) -> str:
    if answer.answer == Answer.LATER:
        return f"Kommer igen {long_date(answer.back_on, today)}"
    if answer.answer == Answer.NO:
        reason = answer.get_reason_display()
        return f"{reason}: {answer.words}" if answer.words else reason
    promise = answer.follow_up
    if promise is None or promise.deleted_at:
        return "Opfølgningen er slettet"
    if promise.done_at:
        return f"Klaret {long_date(timezone.localdate(promise.done_at), today)}"
    who = promise.responsible.user.name if promise.responsible else "Ingen"
    return f"{who} senest {long_date(promise.due, today)}"


def _given(answer: MatchAnswer, today: date) -> str:
    """»14. oktober, Amina Holm«."""
    on = long_date(timezone.localdate(answer.at), today)
    return f"{on}, {answer.by.name}" if answer.by else on
