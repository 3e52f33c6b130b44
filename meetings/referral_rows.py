"""What a page says of an item that was sent: where it is, who owes the next step, since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from config.danish import long_date, since_when
from meetings.answers import slot_of
from meetings.models import AgendaItem, Meeting, Referral, ReferralState
from meetings.referral_rules import is_overdue, was_left
from meetings.rights import Rights


@dataclass(frozen=True)
class Word:
    """A standing as a small sign: words, the style of the tag, its icon."""

    text: str
    style: str
    icon: str


@dataclass(frozen=True)
class ReferralRow:
    """One sent item. `late` is a sentence or ""; `waits` says how long whoever owes it has owed it."""

    referral: Referral
    meeting: Meeting | None
    word: Word
    late: str
    waits: str
    may_open: bool

    @property
    def is_open(self) -> bool:
        """Whether somebody owes the next step."""
        return self.referral.state in ("waiting", "on_agenda", "returned")


def referral_rows(
    referrals: QuerySet[Referral] | Iterable[Referral], rights: Rights, *, now: datetime, today: date
) -> list[ReferralRow]:
    """The rows in the order given; one query more for the agendas. Fetch the forums beforehand."""
    rows = list(with_agenda(referrals) if isinstance(referrals, QuerySet) else referrals)
    return [referral_row(one, rights, now=now, today=today) for one in rows]


def with_agenda(referrals: QuerySet[Referral]) -> QuerySet[Referral]:
    """Fetched with the meeting whose agenda each is on, as `agenda`."""
    items = AgendaItem.objects.filter(is_answer=False, meeting__isnull=False).select_related("meeting")
    return referrals.prefetch_related(Prefetch("items", items, to_attr="agenda"))


def referral_row(referral: Referral, rights: Rights, *, now: datetime, today: date) -> ReferralRow:
    """One row; `referral` comes from `with_agenda`."""
    meeting = next((item.meeting for item in referral.agenda if item.closed_at is None), None)
    late = ""
    if is_overdue(referral.state, referral.due, today):
        late = f"Skulle være besvaret {long_date(referral.due, today)}"
    return ReferralRow(
        referral, meeting, word_of(referral, meeting, now=now, today=today), late,
        since_when((today - timezone.localdate(referral.since)).days),
        rights.inside(referral.sender_id) or rights.inside(referral.at_forum_id),
    )  # fmt: skip


def word_of(referral: Referral, meeting: Meeting | None, *, now: datetime, today: date) -> Word:
    """Where it stands, in a few words."""
    there = referral.at_forum.name
    if referral.state == ReferralState.ANSWERED:
        on = long_date(timezone.localdate(referral.answered_at), today)
        return Word(f"Besvaret {on}", "ok", "check")
    if referral.state == ReferralState.RETURNED:
        return Word(f"Sendt retur til {referral.sender.name}", "warn", "undo-2")
    if referral.state == ReferralState.TAKEN_BACK:
        return Word("Trukket tilbage", "", "x")
    if meeting is None:
        return Word(f"Venter hos {there}", "info", "clock")
    on = long_date(timezone.localdate(meeting.begins_at), today)
    if was_left(referral.state, slot_of(meeting), now):
        return Word(f"Var på dagsordenen {on}, mangler svar", "warn", "triangle-alert")
    return Word(f"På dagsordenen {on}", "info", "calendar-check")


@dataclass(frozen=True)
class StepLine:
    """One line of the history: when, what was done, by whom, and the words that went with it."""

    on: str
    told: str
    by: str
    text: str


def step_lines(referral: Referral, today: date) -> list[StepLine]:
    """The whole history, the first step first."""
    steps = referral.steps.select_related("forum", "to_forum", "meeting", "by")
    return [
        StepLine(
            long_date(timezone.localdate(one.at), today),
            _told(one, today),
            one.by.name if one.by else "",
            one.text,
        )
        for one in steps
    ]


def _told(step, today: date) -> str:
    """What was done, in a sentence without its subject's name twice."""
    to, forum = step.to_forum and step.to_forum.name, step.forum.name
    on = long_date(timezone.localdate(step.meeting.begins_at), today) if step.meeting else "et møde"
    return {
        "sent": f"{forum} sendte det til {to}",
        "placed": f"{forum} satte det på dagsordenen {on}",
        "taken_off": f"{forum} tog det af dagsordenen",
        "passed_on": f"{forum} sendte det videre til {to}",
        "answered": f"{forum} svarede",
        "returned": f"{forum} sendte det retur",
        "sent_again": f"{forum} sendte det igen til {to}" if to else f"{forum} sendte det igen",
        "taken_back": f"{forum} trak det tilbage",
        "reopened": "Det blev åbnet igen",
        "moved": f"{forum} blev nedlagt, og punktet gik til {to}",
        "inherited": f"{forum} blev nedlagt, og svaret går til {to}",
    }[step.act]
