"""What every answer gets: no shared caches, redirects that htmx follows, messages out of band."""

from django.contrib.messages import get_messages
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers

PRIVATE = "private, no-store"


class PrivatePagesMiddleware:
    """Pages hold one plan's data, so no cache on the way and no browser history may keep them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = PRIVATE
        patch_vary_headers(response, ("HX-Request", "HX-Target", "Cookie"))
        return response


class HtmxRedirectMiddleware:
    """A view redirects as always; htmx is told to fetch the page instead of swapping it into a part."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.htmx or response.status_code not in (301, 302, 303, 307):
            return response
        response["HX-Redirect"] = response["Location"]
        del response["Location"]
        # 286 also stops a polling element, so an expired login does not ask for ever.
        response.status_code = 286 if "HX-Polling" in request.headers else 200
        return response


class HtmxMessagesMiddleware:
    """A part that htmx swaps in brings waiting messages along, out of band."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if self.wants_messages(request, response):
            waiting = list(get_messages(request))
            if waiting:
                context = {"messages": waiting, "oob": True}
                response.content += render_to_string("components/_messages.html", context, request).encode()
        return response

    @staticmethod
    def wants_messages(request, response) -> bool:
        """True for an htmx part in HTML that did not redirect."""
        return bool(
            request.htmx
            and not request.htmx.boosted
            and "HX-Redirect" not in response
            and not response.streaming
            and response.status_code == 200
            and response.get("Content-Type", "").startswith("text/html")
        )
