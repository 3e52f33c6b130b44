"""Taking up an invitation: the only way to an account."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts.actions import AccountsProblem, accept_invitation, hash_token, is_open
from accounts.forms import JoinForm
from accounts.models import Invitation, User
from config.methods import require_form_methods
from config.undo import done

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@login_not_required
@sensitive_post_parameters("password")
@require_form_methods
def invitation(request, token):
    """Join the plan: with one's account, or by making one. The token is the only key."""
    invited = Invitation.objects.select_related("plan").filter(token_hash=hash_token(token)).first()
    if invited is None:
        raise Http404
    if not is_open(invited, now=timezone.now()):
        return render(request, "accounts/invitation_closed.html", status=410)
    account = User.objects.filter(email__iexact=invited.email).first()
    if request.user.is_authenticated:
        return _join_as_known(request, invited, account)
    if account is not None:
        return render(request, "accounts/invitation_login.html", {"invitation": invited})
    return _join_as_new(request, invited)


def _join_as_known(request, invited, account):
    """One click for the person it was sent to; anybody else is told to log out first."""
    if account != request.user:
        return render(request, "accounts/invitation_other.html", {"invitation": invited})
    if request.method == "POST":
        return _enter(request, invited, request.user)
    return render(request, "accounts/invitation.html", {"invitation": invited, "form": None})


def _join_as_new(request, invited):
    """Name and password make the account; the link proves the address."""
    form = JoinForm(request.POST or None, email=invited.email)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                user = User.objects.create_user(
                    invited.email, form.cleaned_data["name"], form.cleaned_data["password"]
                )
                response = _enter(request, invited, user)
        except IntegrityError:
            # The same form came twice at once; the link now says what it leads to.
            return redirect(request.path)
        login(request, user, backend=BACKEND)
        # Like every login here it ends with the browser, which others may use too.
        request.session.set_expiry(0)
        return response
    return render(request, "accounts/invitation.html", {"invitation": invited, "form": form})


def _enter(request, invited, user):
    """Make the user a member and show them the plan."""
    try:
        accept_invitation(invitation=invited, user=user, now=timezone.now())
    except AccountsProblem:
        return render(request, "accounts/invitation_closed.html", status=410)
    done(request, f"Velkommen til {invited.plan}.")
    return redirect("accounts:plan_home", invited.plan.slug)
