"""One's answer to a poll, however one came in."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import User
from config.undo import done
from meetings import poll_actions as actions
from meetings.models import ForumSeat, Poll, PollReply
from meetings.poll_forms import TimesForm
from meetings.poll_rows import time_words


@dataclass(frozen=True)
class PollDoor:
    """Where one came in. `address` is where one goes on to; `by` is None for one without login."""

    poll: Poll
    seat: ForumSeat
    is_stand_in: bool
    base: str
    address: str
    by: User | None = None
    for_others: bool = False


def answer_page(request, door: PollDoor):
    """The times, and one's answer to each; a POST takes them."""
    poll, today = door.poll, timezone.localdate()
    given = PollReply.objects.filter(time__poll=poll, seat=door.seat, is_stand_in=door.is_stand_in)
    said = dict(given.values_list("time", "reply"))
    times = [(time, time_words(time, today)) for time in poll.times.all()]
    is_open = not actions.is_closed(poll)
    form = TimesForm(request.POST if request.method == "POST" and is_open else None, times=times, said=said)
    if not form.is_bound or not form.is_valid():
        context = {
            "place": "forums", "page_base": door.base, "poll": poll, "forum": poll.forum, "seat": door.seat,
            "form": form, "is_open": is_open, "is_stand_in": door.is_stand_in, "is_link": door.by is None,
            "plan_name": poll.plan.name, "has_said": bool(said) and not door.for_others,
            "for_others": door.for_others,
        }  # fmt: skip
        return render(request, "meetings/poll_answer.html", context)
    try:
        actions.take_times(
            poll=poll, seat=door.seat, is_stand_in=door.is_stand_in, replies=form.replies(), by=door.by
        )
    except actions.PollProblem as problem:
        messages.error(request, str(problem))
    else:
        mine = "Dit svar er gemt. Du kan rette det, til dagen er valgt."
        told = f"Svaret for {door.seat.title} er skrevet." if door.for_others else mine
        done(request, told, lead="Gemt." if door.for_others else "Tak.")
    return redirect(door.address)
