"""The one way in for those without login: a plan whose leader has opened it, and what of it is open."""

from datetime import date

from django.db.models import Prefetch
from django.http import Http404

from accounts.models import Plan
from actors.models import Contact
from exchange.models import PublicPage


def open_page(slug: str, *parts: str) -> PublicPage:
    """The public page of the plan with this slug, when it is on and shows all `parts` ("shows_notices").

    Its `.plan` is the scoped start for all reads. Raises Http404 otherwise, as if the plan did not exist.
    """
    page = PublicPage.objects.select_related("plan").filter(plan__slug=slug, is_on=True).first()
    if page is None or not all(getattr(page, part) for part in parts):
        raise Http404
    return page


def page_of_plan(plan: Plan) -> PublicPage:
    """The leader's choices, or those that a plan begins with, not saved."""
    return PublicPage.objects.filter(plan=plan).first() or PublicPage(plan=plan)


def open_actors(plan: Plan):
    """The organisations that the leader has put on the open page, in Danish order."""
    return plan.actors.active().filter(is_public=True).by_name()


def with_people(actors):
    """The same with what `open_rows.row_of` reads: three queries more for any number."""
    people = Contact.objects.kept().order_by("created_at", "pk")
    return actors.prefetch_related("areas", "target_groups", Prefetch("contacts", queryset=people))


def open_notices(plan: Plan, today: date):
    """What happens that everybody may see today, the soonest first."""
    return plan.notices.standing(today).for_all().soonest()


def open_activities(plan: Plan, today: date):
    """Those of them that one organisation on the open page stands behind."""
    return open_notices(plan, today).filter(actor__is_public=True).select_related("target_group", "area")


def open_listings(plan: Plan, today: date):
    """The listings that those who wrote them have let out, while they stand."""
    return plan.listings.standing(today).filter(is_public=True).select_related("actor", "area")
