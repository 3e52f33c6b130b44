"""Addresses of accounts: home and one's own profile, invitations, and the plan's own pages."""

from django.urls import path

from accounts.views import home, plan, profile

app_name = "accounts"

urlpatterns = [
    # Outside any plan
    path("profil/", profile.profile, name="profile"),
    # /<plan>/ – the plan itself
    path("<slug:plan_slug>/", home.plan_home, name="plan_home"),
    path("<slug:plan_slug>/plan/", plan.plan, name="plan"),
]
