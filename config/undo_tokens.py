"""What an undo button must remember: signed into its address, so that nothing needs to be stored."""

from django.core import signing
from django.http import Http404

# As long as a message can reasonably still be on somebody's screen.
GOOD_FOR_SECONDS = 24 * 3600


def token_with(facts: dict, *, salt: str) -> str:
    """A token that carries `facts`; `salt` binds it to one act on one thing."""
    return signing.dumps(facts, salt=salt, compress=True)


def facts_in(token: str, *, salt: str) -> dict:
    """What `token_with` put in. Raises Http404 for a token that is not ours, of this act, or too old."""
    try:
        return signing.loads(token, salt=salt, max_age=GOOD_FOR_SECONDS)
    except signing.BadSignature as error:
        raise Http404 from error
