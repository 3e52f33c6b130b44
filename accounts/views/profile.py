"""One's own account."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.forms import ProfileForm
from config.undo import done


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    """Name and keys here; password and second factor by links."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        done(request, "Gemt.")
        return redirect("accounts:profile")
    if form.errors:
        request.user.refresh_from_db()
    return render(request, "accounts/profile.html", {"form": form})
