"""The link in the week's mail: no more of them, without login."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from accounts.digest_links import member_of
from config.methods import require_form_methods


@never_cache
@login_not_required
@require_form_methods
def digest_stop(request, token):
    """Asks once, since mail programs look at links by themselves; the press ends the mail."""
    member = member_of(token)
    if member is None:
        raise Http404
    if request.method == "POST":
        member.digest_day = None
        member.save(update_fields=["digest_day"])
        return redirect("accounts:digest_stop", token)
    context = {"plan_name": member.plan.name, "is_on": member.digest_day is not None}
    return render(request, "accounts/digest_stop.html", context)
