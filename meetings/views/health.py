"""The pulse after a meeting, and how a forum is doing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from meetings import pulse_actions as actions
from meetings.forum_page import forum_frame, shared_context
from meetings.health_page import health_page, require_health
from meetings.pulse_forms import PulseForm
from meetings.views.meetings import led_meeting


@require_safe
def health(request, pk):
    """Sentences for whoever has the turn, and for the leader."""
    frame = forum_frame(request, pk)
    require_health(request.membership, frame.forum, frame.today)
    page = health_page(frame.forum, frame.rights, now=frame.now)
    return render(request, "meetings/health.html", shared_context(request, frame, "health") | {"page": page})


@require_POST
def pulse_send(request, pk):
    """Three questions to those who were there."""
    meeting = led_meeting(request, pk)
    try:
        amount = actions.send_pulse(
            meeting=meeting, by=request.user, now=timezone.now(), site=request.build_absolute_uri("/")
        )
    except actions.PulseProblem as problem:
        messages.error(request, str(problem))
    else:
        told = f"{count(amount, 'mail', 'mails')} er på vej." if amount else "Pulsen er sendt."
        done(request, told, lead="Sendt." if amount else "")
    return redirect("meetings:attendance", request.plan.slug, pk)


@never_cache
@login_not_required
@require_form_methods
def pulse(request, token):
    """The three questions, for whoever holds the link."""
    ticket, now = actions.open_ticket(token), timezone.now()
    if ticket is None or ticket.round.meeting.forum.ended_at:
        raise Http404
    is_open = not ticket.is_used and ticket.round.closes_at > now
    form = PulseForm(request.POST if request.method == "POST" and is_open else None)
    if not form.is_bound or not form.is_valid():
        context = {"form": form, "is_open": is_open, "ticket": ticket, "forum": ticket.round.meeting.forum}
        return render(request, "meetings/pulse.html", context)
    try:
        actions.take_pulse(ticket=ticket, answers=form.cleaned_data, now=now)
    except actions.PulseProblem as problem:
        messages.error(request, str(problem))
    return redirect("invited:pulse", token)
