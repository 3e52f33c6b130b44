"""What an undo button on an actor must remember, in its address.

The button of a message posts to `undo_address(…)`; its view asks `undo_facts(…)` what stood there before.
"""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from actors.models import Actor
from config.undo_tokens import facts_in, token_with


def undo_address(url_name: str, actor: Actor, **facts: str) -> str:
    """The address of the undo view `url_name` of this actor, carrying `facts`."""
    url = reverse(url_name, args=[actor.plan.slug, actor.pk])
    token = token_with(facts, salt=_salt(url_name, actor))
    return f"{url}?{urlencode({'token': token})}"


def undo_facts(request: HttpRequest, url_name: str, actor: Actor) -> dict[str, str]:
    """What `undo_address` put in. Raises Http404 for a token that is not ours, of this actor, or too old."""
    return facts_in(request.GET.get("token", ""), salt=_salt(url_name, actor))


def _salt(url_name: str, actor: Actor) -> str:
    """Binds a token to one act on one actor."""
    return f"{url_name} {actor.pk}"
