"""Addresses of accounts: one's own profile, invitations, and the plan's own pages."""

from django.urls import path

from accounts.views import digest, home, invitations, log, members, plan, profile

app_name = "accounts"

urlpatterns = [
    # Outside any plan
    path("profil/", profile.profile, name="profile"),
    path("profil/ugens-mail/<str:token>/", digest.digest_stop, name="digest_stop"),
    path("invitation/<str:token>/", invitations.invitation, name="invitation"),
    # /<plan>/ – the plan itself
    path("<slug:plan_slug>/", home.plan_home, name="plan_home"),
    path("<slug:plan_slug>/plan/", plan.plan, name="plan"),
    path("<slug:plan_slug>/plan/ret/", plan.plan_edit, name="plan_edit"),
    path("<slug:plan_slug>/plan/log/", log.audit_log, name="audit"),
    # /<plan>/plan/ord/ – the words it chooses
    path("<slug:plan_slug>/plan/ord/saet/", plan.focus_preset, name="focus_preset"),
    path("<slug:plan_slug>/plan/ord/<slug:kind>/", plan.terms, name="terms"),
    path("<slug:plan_slug>/plan/ord/<slug:kind>/<uuid:pk>/", plan.term_edit, name="term_edit"),
    path(
        "<slug:plan_slug>/plan/ord/<slug:kind>/<uuid:pk>/flyt/<slug:step>/", plan.term_move, name="term_move"
    ),
    path("<slug:plan_slug>/plan/ord/<slug:kind>/<uuid:pk>/slet/", plan.term_delete, name="term_delete"),
    path("<slug:plan_slug>/plan/ord/<slug:kind>/hent/<str:token>/", plan.term_restore, name="term_restore"),
    # /<plan>/plan/medlemmer/ – who is in it
    path("<slug:plan_slug>/plan/medlemmer/", members.members, name="members"),
    path("<slug:plan_slug>/plan/medlemmer/inviter/", members.member_invite, name="member_invite"),
    path("<slug:plan_slug>/plan/medlemmer/support/", members.support, name="support"),
    path("<slug:plan_slug>/plan/medlemmer/<uuid:pk>/rolle/", members.member_role, name="member_role"),
    path("<slug:plan_slug>/plan/medlemmer/<uuid:pk>/fjern/", members.member_remove, name="member_remove"),
    path(
        "<slug:plan_slug>/plan/invitationer/<uuid:pk>/traek/",
        members.invitation_withdraw,
        name="invitation_withdraw",
    ),
]
