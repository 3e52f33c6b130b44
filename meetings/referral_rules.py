"""What may happen to an item that one forum sends to another, and where it then stands. Plain Python.

A referral is the list of its steps. `take` gives the standing after one more, `replay` that of all of them.
At every time somebody owes the next step, until it is answered or taken back: so none can be lost. Forums,
and meetings are keys of any kind.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

Key = Hashable


class State(StrEnum):
    """Where it stands."""

    WAITING = "waiting"
    ON_AGENDA = "on_agenda"
    ANSWERED = "answered"
    RETURNED = "returned"
    TAKEN_BACK = "taken_back"


class Act(StrEnum):
    """What can be done with it."""

    SENT = "sent"
    PLACED = "placed"
    TAKEN_OFF = "taken_off"
    PASSED_ON = "passed_on"
    ANSWERED = "answered"
    RETURNED = "returned"
    SENT_AGAIN = "sent_again"
    TAKEN_BACK = "taken_back"
    REOPENED = "reopened"
    MOVED = "moved"
    INHERITED = "inherited"


# Where each act leads from each state; what is not here cannot be done.
NEXT: dict[State, dict[Act, State]] = {
    State.WAITING: {
        Act.PLACED: State.ON_AGENDA,
        Act.ANSWERED: State.ANSWERED,
        Act.RETURNED: State.RETURNED,
        Act.PASSED_ON: State.WAITING,
        Act.TAKEN_BACK: State.TAKEN_BACK,
        Act.MOVED: State.WAITING,
        Act.INHERITED: State.WAITING,
    },
    State.ON_AGENDA: {
        Act.PLACED: State.ON_AGENDA,
        Act.TAKEN_OFF: State.WAITING,
        Act.ANSWERED: State.ANSWERED,
        Act.RETURNED: State.RETURNED,
        Act.PASSED_ON: State.WAITING,
        Act.TAKEN_BACK: State.TAKEN_BACK,
        Act.MOVED: State.WAITING,
        Act.INHERITED: State.ON_AGENDA,
    },
    State.RETURNED: {
        Act.SENT_AGAIN: State.WAITING,
        Act.TAKEN_BACK: State.TAKEN_BACK,
        Act.MOVED: State.RETURNED,
        Act.INHERITED: State.RETURNED,
    },
    State.ANSWERED: {Act.REOPENED: State.WAITING, Act.INHERITED: State.ANSWERED},
    State.TAKEN_BACK: {Act.REOPENED: State.WAITING},
}
OPEN = frozenset({State.WAITING, State.ON_AGENDA, State.RETURNED})
# What the one who sent it does; all else is done by the forum where it is.
BY_SENDER = frozenset({Act.SENT_AGAIN, Act.TAKEN_BACK, Act.INHERITED})
NEEDS_TEXT = {
    Act.ANSWERED: "Skriv svaret.",
    Act.RETURNED: "Skriv, hvad I mangler, før I kan svare.",
}


class ReferralProblem(Exception):
    """A step that cannot be taken; the text is a plain Danish sentence."""


@dataclass(frozen=True)
class Step:
    """One thing that was done, by which forum; `to` for what goes somewhere, `meeting` for what is placed."""

    act: Act
    forum: Key
    at: datetime
    to: Key | None = None
    meeting: Key | None = None
    text: str = ""


@dataclass(frozen=True)
class Standing:
    """Where it stands. `path` are the forums it was with before the one where it is, the first one first."""

    state: State
    sender: Key
    at_forum: Key
    since: datetime
    meeting: Key | None = None
    answer: str = ""
    path: tuple[Key, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody owes the next step."""
        return self.state in OPEN

    @property
    def owes(self) -> Key | None:
        """The forum that owes the next step; None when it has come to its end."""
        if self.state == State.RETURNED:
            return self.sender
        return self.at_forum if self.is_open else None

    @property
    def hears(self) -> tuple[Key, ...]:
        """Those who are to have the answer: who asked, then those who passed it on, each once."""
        heard = dict.fromkeys((self.sender, *self.path))
        return tuple(one for one in heard if one != self.at_forum)


def send(sender: Key, to: Key, at: datetime) -> Standing:
    """The standing of a new one. Raises ReferralProblem for one to the forum itself."""
    if sender == to:
        raise ReferralProblem("Vælg et andet forum end det, punktet kommer fra.")
    return Standing(State.WAITING, sender, to, at)


def take(standing: Standing, step: Step) -> Standing:
    """The standing after the step. Raises ReferralProblem when it cannot be taken from here."""
    state = NEXT[standing.state].get(step.act)
    if state is None:
        raise ReferralProblem(why_not(standing.state, step.act))
    _check_who(standing, step)
    if step.act in NEEDS_TEXT and not step.text.strip():
        raise ReferralProblem(NEEDS_TEXT[step.act])
    after = replace(standing, state=state, meeting=None)
    if step.act == Act.PLACED:
        # Being put on an agenda is no answer: the time goes on.
        return replace(after, meeting=step.meeting)
    if step.act in (Act.TAKEN_OFF, Act.MOVED, Act.PASSED_ON):
        return _carried(standing, after, step)
    if step.act == Act.INHERITED:
        return _inherited(standing, after, step)
    if step.act == Act.SENT_AGAIN:
        return _sent_again(standing, after, step)
    answer = step.text if step.act == Act.ANSWERED else ""
    return replace(after, since=step.at, answer=answer)


def _check_who(standing: Standing, step: Step) -> None:
    """Raise ReferralProblem when another forum than the one whose turn it is acts."""
    if step.act == Act.REOPENED:
        return
    if step.act in BY_SENDER:
        if step.forum != standing.sender:
            raise ReferralProblem("Det kan kun det forum, punktet kommer fra.")
    elif step.forum != standing.at_forum:
        raise ReferralProblem("Punktet er gået videre til et andet forum.")


def _carried(before: Standing, after: Standing, step: Step) -> Standing:
    """Off an agenda, or on to another forum, which then owes the answer from that moment on."""
    if step.act == Act.TAKEN_OFF:
        return after
    if step.to is None or step.to == before.at_forum:
        raise ReferralProblem("Vælg et andet forum.")
    if step.to == before.sender:
        raise ReferralProblem("Punktet kommer derfra. Svar, eller send det retur.")
    if step.act == Act.PASSED_ON and step.to in before.path:
        raise ReferralProblem("Punktet har været der. Svar, eller send det retur.")
    # One that is gone hears no answer; one that passes it on does.
    path = before.path if step.act == Act.MOVED else (*before.path, before.at_forum)
    # What was sent back is still owed by the one who sent it, since then.
    since = before.since if before.state == State.RETURNED else step.at
    return replace(after, at_forum=step.to, since=since, path=tuple(one for one in path if one != step.to))


def _sent_again(before: Standing, after: Standing, step: Step) -> Standing:
    """Once more to the one that sent it back, or to another one, which then is the first to have it."""
    if step.to is None or step.to == before.at_forum:
        return replace(after, since=step.at)
    return replace(send(before.sender, step.to, step.at), state=after.state)


def _inherited(before: Standing, after: Standing, step: Step) -> Standing:
    """Another forum is to have the answer instead of the one that asked."""
    if step.to is None or step.to == before.sender:
        raise ReferralProblem("Vælg et andet forum.")
    if step.to == before.at_forum and before.is_open:
        raise ReferralProblem("Punktet ligger der allerede. Svar på det først.")
    path = tuple(one for one in before.path if one != step.to)
    return replace(after, sender=step.to, meeting=before.meeting, path=path)


def replay(steps: Iterable[Step]) -> Standing:
    """Where a referral stands after all its steps, the first of which sent it."""
    first, *rest = steps
    standing = send(first.forum, first.to, first.at)
    for step in rest:
        standing = take(standing, step)
    return standing


def why_not(state: State, act: Act) -> str:
    """Why it cannot be done now, and the way on."""
    if state == State.ANSWERED:
        return "Der er allerede svaret på punktet."
    if state == State.TAKEN_BACK:
        return "Punktet er trukket tilbage."
    if state == State.RETURNED:
        return "Punktet er sendt retur og venter på det forum, det kommer fra."
    if act == Act.SENT_AGAIN:
        return "Punktet er allerede sendt og venter på svar."
    if act == Act.TAKEN_OFF:
        return "Punktet er ikke på en dagsorden."
    return "Punktet er stadig i gang."


def acts_of(standing: Standing, forum: Key) -> frozenset[Act]:
    """What this forum can do now."""
    can = NEXT[standing.state].keys() - {Act.MOVED, Act.INHERITED, Act.REOPENED}
    return frozenset(
        act for act in can if forum == (standing.sender if act in BY_SENDER else standing.at_forum)
    )


# -- Time -----------------------------------------------------------------------------------------


def is_overdue(state: str, due: date | None, today: date) -> bool:
    """Whether it is still open and its last day has passed."""
    return due is not None and due < today and state in OPEN


@dataclass(frozen=True)
class Slot:
    """A meeting that items can be put on."""

    key: Key
    begins_at: datetime
    ends_at: datetime
    is_cancelled: bool = False


def next_slot(slots: Iterable[Slot], now: datetime) -> Slot | None:
    """The next meeting that has not begun; it is there that an answer is told."""
    coming = [one for one in slots if not one.is_cancelled and one.begins_at > now]
    return min(coming, key=lambda one: (one.begins_at, str(one.key)), default=None)


def answer_moves(
    answers: dict[Key, Slot | None], slots: Iterable[Slot], now: datetime
) -> dict[Key, Key | None]:
    """Where the answers of a forum are to be told instead, for those that must move.

    `answers` says for each where it stands. One whose meeting has begun has been told; all others stand on
    the next meeting's agenda, and wait while there is none.
    """
    following = next_slot(slots, now)
    goal = following.key if following else None
    moves = {}
    for key, slot in answers.items():
        told = slot is not None and not slot.is_cancelled and slot.begins_at <= now
        if not told and (slot.key if slot else None) != goal:
            moves[key] = goal
    return moves


def was_left(state: str, slot: Slot | None, now: datetime) -> bool:
    """Whether it was on the agenda of a meeting that is over, and has no answer yet."""
    return state == State.ON_AGENDA and slot is not None and slot.ends_at <= now
