"""What an undo button must remember: signed into its address, so that nothing needs to be stored.

The button of a message posts to `undo_address(…)`; its view asks `undo_facts(…)` what stood there before.
"""

from django.core import signing
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from actors.models import Actor

# As long as a message can reasonably still be on somebody's screen.
GOOD_FOR_SECONDS = 24 * 3600


def undo_address(url_name: str, actor: Actor, **facts: str) -> str:
    """The address of the undo view `url_name` of this actor, carrying `facts`."""
    url = reverse(url_name, args=[actor.plan.slug, actor.pk])
    token = signing.dumps(facts, salt=_salt(url_name, actor), compress=True)
    return f"{url}?{urlencode({'token': token})}"


def undo_facts(request: HttpRequest, url_name: str, actor: Actor) -> dict[str, str]:
    """What `undo_address` put in. Raises Http404 for a token that is not ours, of this actor, or too old."""
    token = request.GET.get("token", "")
    try:
        return signing.loads(token, salt=_salt(url_name, actor), max_age=GOOD_FOR_SECONDS)
    except signing.BadSignature as error:
        raise Http404 from error


def _salt(url_name: str, actor: Actor) -> str:
    """Binds a token to one act on one actor."""
    return f"{url_name} {actor.pk}"
