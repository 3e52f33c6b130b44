"""Members of the plan, invitations and support."""

from django.conf import settings
from django.core.mail import send_mail
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import ROLES, Permission, may, require
from accounts.actions import (
    INVITATION_DAYS,
    AccountsProblem,
    change_role,
    grant_support,
    invite,
    remove_member,
    withdraw_invitation,
)
from accounts.forms import InviteForm, RoleForm, SupportForm
from config.methods import require_form_methods
from config.undo import done


@require_safe
def members(request):
    """Who is in the plan, as what, and who was invited."""
    require(request.membership, Permission.MEMBERS_VIEW)
    now = timezone.now()
    memberships = request.plan.memberships.select_related("user").order_by("user__name")
    context = {
        "place": "plan",
        "members": [member for member in memberships if member.role != "support"],
        "helpers": [member for member in memberships if member.role == "support" and member.ends_at > now],
        "invitations": request.plan.invitations.filter(
            accepted_at=None, withdrawn_at=None, expires_at__gt=now
        ),
        "roles": ROLES,
        "can_edit": may(request.membership, Permission.MEMBERS_EDIT),
    }
    return render(request, "accounts/members.html", context)


@require_form_methods
def member_invite(request):
    """Send somebody a link that lets them in."""
    require(request.membership, Permission.MEMBERS_EDIT)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitation, token = invite(
                plan=request.plan, by=request.user, now=timezone.now(), **form.cleaned_data
            )
        except AccountsProblem as problem:
            form.add_error("email", str(problem))
        else:
            send_invitation(request, invitation, token)
            done(request, f"Invitationen er sendt til {invitation.email}.")
            return redirect("accounts:members", request.plan.slug)
    roles = [(key, role) for key, role in ROLES.items() if key != "support"]
    return render(request, "accounts/member_invite.html", {"place": "plan", "form": form, "roles": roles})


def send_invitation(request, invitation, token) -> None:
    """Mail the link; the mail carries no personal data beside the address it goes to."""
    context = {
        "plan": invitation.plan,
        "link": request.build_absolute_uri(reverse("accounts:invitation", args=[token])),
        "days": INVITATION_DAYS,
    }
    send_mail(
        f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}Invitation til {invitation.plan}",
        render_to_string("accounts/invitation_mail.txt", context),
        None,
        [invitation.email],
    )


@require_POST
def invitation_withdraw(request, pk):
    """The link stops working."""
    require(request.membership, Permission.MEMBERS_EDIT)
    invitation = get_object_or_404(request.plan.invitations, pk=pk)
    withdraw_invitation(invitation=invitation, by=request.user, now=timezone.now())
    done(request, f"Invitationen til {invitation.email} er trukket tilbage.")
    return redirect("accounts:members", request.plan.slug)


@require_form_methods
def member_role(request, pk):
    """Give a member another role."""
    require(request.membership, Permission.MEMBERS_EDIT)
    membership = get_object_or_404(request.plan.memberships.select_related("user", "plan"), pk=pk)
    if membership.role == "support":
        raise Http404
    form = RoleForm(request.POST or None, initial={"role": membership.role})
    if request.method == "POST" and form.is_valid():
        try:
            change_role(membership=membership, role=form.cleaned_data["role"], by=request.user)
        except AccountsProblem as problem:
            form.add_error("role", str(problem))
        else:
            done(request, f"{membership.user} er nu {ROLES[membership.role].name.lower()}.")
            return redirect("accounts:members", request.plan.slug)
    context = {"place": "plan", "form": form, "member": membership, "roles": ROLES}
    return render(request, "accounts/member_role.html", context)


@require_form_methods
def member_remove(request, pk):
    """Ask, then end the membership; it holds from the person's next request."""
    require(request.membership, Permission.MEMBERS_EDIT)
    membership = get_object_or_404(request.plan.memberships.select_related("user", "plan"), pk=pk)
    problem = ""
    if request.method == "POST":
        try:
            remove_member(membership=membership, by=request.user)
        except AccountsProblem as refusal:
            problem = str(refusal)
        else:
            done(request, f"{membership.user} er ikke længere med i {request.plan}.")
            went_out = membership.user == request.user
            return redirect("home") if went_out else redirect("accounts:members", request.plan.slug)
    context = {"place": "plan", "member": membership, "problem": problem}
    return render(request, "accounts/member_remove.html", context)


@require_form_methods
def support(request):
    """Let the platform's support look for some days; it sees no contact persons."""
    require(request.membership, Permission.MEMBERS_EDIT)
    form = SupportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            grant_support(plan=request.plan, by=request.user, now=timezone.now(), **form.cleaned_data)
        except AccountsProblem as problem:
            form.add_error("email", str(problem))
        else:
            done(request, "Supporten kan nu se planen.")
            return redirect("accounts:members", request.plan.slug)
    return render(request, "accounts/support.html", {"place": "plan", "form": form})
