"""Addresses of who is asked to a meeting and who came, of polls and the pulse; part of meetings.urls."""

from django.urls import path

from meetings.views import attendance, health, invites, polls

urlpatterns = [
    path("moeder/<uuid:pk>/indkaldte/", invites.invites, name="invites"),
    path("moeder/<uuid:pk>/indkald/", invites.invite_send, name="invite_send"),
    path("moeder/<uuid:pk>/indkald/igen/", invites.invite_remind, name="invite_remind"),
    path("moeder/<uuid:pk>/indkaldte/<uuid:seat_pk>/luk/", invites.invite_close, name="invite_close"),
    path("moeder/<uuid:pk>/svar/<uuid:seat_pk>/", invites.reply, name="reply"),
    # Who came, and whom they brought
    path("moeder/<uuid:pk>/fremmoede/", attendance.attendance, name="attendance"),
    path("moeder/<uuid:pk>/fremmoede/som-svaret/", attendance.attendance_as_replied, name="as_replied"),
    path("moeder/<uuid:pk>/fremmoede/<uuid:seat_pk>/", attendance.attendance_mark, name="attendance_mark"),
    path("moeder/<uuid:pk>/gaester/ny/", attendance.guest_add, name="guest_add"),
    path("gaester/<uuid:pk>/kom/", attendance.guest_mark, name="guest_mark"),
    path("gaester/<uuid:pk>/fjern/", attendance.guest_remove, name="guest_remove"),
    path("gaester/<uuid:pk>/i-registret/", attendance.guest_register, name="guest_register"),
    # When shall we meet?
    path("<uuid:pk>/datoer/ny/", polls.poll_create, name="poll_create"),
    path("datoer/<uuid:pk>/", polls.poll, name="poll"),
    path("datoer/<uuid:pk>/send/", polls.poll_send, name="poll_send"),
    path("datoer/<uuid:pk>/send/igen/", polls.poll_remind, name="poll_remind"),
    path("datoer/<uuid:pk>/svar/<uuid:seat_pk>/", polls.poll_answer, name="poll_answer"),
    path("datoer/<uuid:pk>/vaelg/", polls.poll_pick, name="poll_pick"),
    path("datoer/<uuid:pk>/luk/", polls.poll_close, name="poll_close"),
    path("datoer/<uuid:pk>/aabn/", polls.poll_reopen, name="poll_reopen"),
    # How it goes
    path("moeder/<uuid:pk>/puls/", health.pulse_send, name="pulse_send"),
    path("<uuid:pk>/saadan-gaar-det/", health.health, name="health"),
]
