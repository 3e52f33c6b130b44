"""Addresses of who is asked to a meeting and who came, of polls and the pulse; part of meetings.urls."""

from django.urls import path

from meetings.views import invites

urlpatterns = [
    path("moeder/<uuid:pk>/indkaldte/", invites.invites, name="invites"),
    path("moeder/<uuid:pk>/indkald/", invites.invite_send, name="invite_send"),
    path("moeder/<uuid:pk>/indkald/igen/", invites.invite_remind, name="invite_remind"),
    path("moeder/<uuid:pk>/indkaldte/<uuid:seat_pk>/luk/", invites.invite_close, name="invite_close"),
    path("moeder/<uuid:pk>/svar/<uuid:seat_pk>/", invites.reply, name="reply"),
]
