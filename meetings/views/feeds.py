"""The open address that calendars are read at; here, since events stand among the activities."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from exchange.feeds import feed_text, open_feed
from meetings.calendar_events import events_to_read


@login_not_required
@require_safe
def feed(request, feed_token):
    """The calendar itself. The token is the only key; one that is closed or unknown is not there."""
    now = timezone.now()
    found = open_feed(feed_token, now=now)
    if found is None:
        raise Http404
    text = feed_text(found, now=now, also=events_to_read)
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")
