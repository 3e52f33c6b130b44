"""Resolves the plan in the address, once; no view does it again."""

from django.http import Http404
from django.utils import timezone

from accounts.queries import current_membership


class PlanMiddleware:
    """Sets request.plan and request.membership from `plan_slug` in the route.

    A stranger gets 404, as if the plan did not exist. The slug is taken out of the view's
    arguments, so that a view has nothing but request.plan to start from.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.plan = request.membership = None
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Runs after LoginRequiredMiddleware, so the user is known or the route is an open one."""
        if "plan_slug" not in kwargs:
            return None
        slug = kwargs.pop("plan_slug")
        membership = current_membership(request.user, slug, now=timezone.now())
        if membership is None:
            raise Http404
        request.membership, request.plan = membership, membership.plan
        return None
