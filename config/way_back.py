"""Back to where the user came from: a path of this site and nothing else."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

# Longer addresses than this are none of ours.
LONGEST = 1000


def way_back(request: HttpRequest, default: str, *, avoid: str = "") -> str:
    """The path that the form's or the address's `next` or the browser says they came from, else `default`.

    `avoid` is the path of the page itself, to which no way leads back.
    """
    wishes = (request.POST.get("next"), request.GET.get("next"), request.headers.get("Referer"))
    return next((path for wish in wishes if (path := _own_path(request, wish, avoid))), default)


def named_next(request: HttpRequest, default: str) -> str:
    """The path in the form's own `next`, else `default`; what the browser says does not count."""
    return _own_path(request, request.POST.get("next"), "") or default


def _own_path(request: HttpRequest, wish: str | None, avoid: str) -> str:
    """`wish` as a path of this site, or "" when it is none."""
    if not url_has_allowed_host_and_scheme(wish, allowed_hosts={request.get_host()}):
        return ""
    parts = urlsplit(wish)._replace(scheme="", netloc="", fragment="")
    path = parts.geturl()
    # Once more without the host: what is left of //a//b could name another site.
    is_safe = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_safe and parts.path != avoid and len(path) <= LONGEST else ""
