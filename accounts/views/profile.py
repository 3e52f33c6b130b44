"""One's own account."""

from django.shortcuts import redirect, render

from accounts.forms import ProfileForm
from config.methods import require_form_methods
from config.undo import done


@require_form_methods
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
