"""One's own account."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.profile_forms import DigestForm, ProfileForm
from accounts.queries import current_memberships
from config.methods import require_form_methods
from config.undo import done


@require_form_methods
def profile(request):
    """Name, keys and the week's mail here; password and second factor by links."""
    data, now = request.POST or None, timezone.now()
    today = timezone.localdate(now)
    form = ProfileForm(data, instance=request.user)
    mails = DigestForm(data, memberships=current_memberships(request.user, now=now))
    if request.method == "POST" and form.is_valid() and mails.is_valid():
        with transaction.atomic():
            form.save()
            mails.save(today)
        done(request, f"Gemt. {mails.receipt(today)}".strip())
        return redirect("accounts:profile")
    if form.errors:
        request.user.refresh_from_db()
    context = {"form": form, "mails": mails, "has_errors": bool(mails.errors)}
    return render(request, "accounts/profile.html", context)
