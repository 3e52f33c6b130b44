"""A talk for an organisation without account: the link in the mail is the only key, to its side of it."""

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.actions import hash_token
from config.methods import require_form_methods
from exchange.models import MailLink
from exchange.talk_actions import Side
from exchange.views import talk_steps
from exchange.views.talk_steps import Door


def _door(token: str) -> Door:
    """The side of the talk that the link leads to. Raises Http404 for one that is unknown or too old."""
    there = MailLink.objects.select_related(
        "answer__listing__actor", "answer__actor", "answer__plan", "actor"
    )
    link = there.filter(token_hash=hash_token(token), expires_at__gt=timezone.now()).first()
    if link is None:
        raise Http404
    address = partial(_address, token)
    more = {"is_link": True, "plan_name": link.answer.plan.name}
    return Door(link.answer, [Side(link.answer, link.actor)], "bare.html", address, more)


def _address(token: str, step: str) -> str:
    return reverse(f"answering:{step}", args=[token])


@never_cache
@login_not_required
@require_safe
def talk(request, token):
    """What was said, and the agreement."""
    return talk_steps.talk_page(request, _door(token))


@never_cache
@login_not_required
@require_POST
def talk_say(request, token):
    """One message more."""
    return talk_steps.say(request, _door(token))


@never_cache
@login_not_required
@require_form_methods
def agreement(request, token):
    """The terms."""
    return talk_steps.agreement(request, _door(token))


@never_cache
@login_not_required
@require_POST
def confirm(request, token):
    """The side's yes."""
    return talk_steps.confirm(request, _door(token))


@never_cache
@login_not_required
@require_form_methods
def end(request, token):
    """How it went."""
    return talk_steps.end(request, _door(token))
