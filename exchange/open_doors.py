"""The one way in for those without login: a plan whose leader has opened it."""

from django.http import Http404

from exchange.models import PublicPage


def open_page(slug: str, part: str) -> PublicPage:
    """The public page of the plan with this slug, when it is on and shows `part` ("shows_notices").

    Its `.plan` is the scoped start for all reads. Raises Http404 otherwise, as if the plan did not exist.
    """
    page = PublicPage.objects.select_related("plan").filter(plan__slug=slug, is_on=True).first()
    if page is None or not getattr(page, part):
        raise Http404
    return page
