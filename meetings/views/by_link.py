"""What one answers by the link in a mail, which is the only key: to a meeting, to a poll for a date."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from config.methods import require_form_methods
from meetings.models import SeatLink
from meetings.poll_answering import PollDoor, answer_page
from meetings.replying import SeatDoor, reply_page
from meetings.seat_links import open_link


def link_of(token: str, to: str) -> SeatLink:
    """The link while it holds and leads to a meeting or a poll, as `to` says. Raises Http404."""
    link = open_link(token, timezone.now())
    if link is None or getattr(link, f"{to}_id") is None:
        raise Http404
    return link


@never_cache
@login_not_required
@require_form_methods
def reply(request, token):
    """The meeting, and one's answer."""
    link = link_of(token, "meeting")
    address = reverse("invited:reply", args=[token])
    return reply_page(request, SeatDoor(link.meeting, link.seat, link.is_stand_in, "bare.html", address))


@never_cache
@login_not_required
@require_form_methods
def poll(request, token):
    """The times, and one's answer to each."""
    link = link_of(token, "poll")
    address = reverse("invited:poll", args=[token])
    return answer_page(request, PollDoor(link.poll, link.seat, link.is_stand_in, "bare.html", address))
