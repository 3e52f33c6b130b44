"""Addresses of the minutes of a meeting and of its big screen, under /<plan>/fora/moeder/."""

from django.urls import path

from meetings.views import approvals, minutes, promises, screens

app_name = "minutes"

urlpatterns = [
    # Writing
    path("<uuid:pk>/referat/", minutes.minutes, name="minutes"),
    path("<uuid:pk>/referat/nyt/", minutes.minutes_news, name="news"),
    path("<uuid:pk>/referat/form/", minutes.minutes_shape, name="shape"),
    path("<uuid:pk>/referat/punkter/<uuid:item_pk>/", minutes.note, name="note"),
    path("<uuid:pk>/referat/punkter/<uuid:item_pk>/svar/", minutes.note_answer, name="note_answer"),
    # What was promised
    path("<uuid:pk>/aftaler/", promises.carried, name="carried"),
    path("<uuid:pk>/aftaler/ny/", promises.promise_add, name="promise_add"),
    path("<uuid:pk>/aftaler/<uuid:promise_pk>/klaret/", promises.promise_keep, name="promise_keep"),
    path("<uuid:pk>/aftaler/<uuid:promise_pk>/aabn/", promises.promise_reopen, name="promise_reopen"),
    path("<uuid:pk>/aftaler/<uuid:promise_pk>/slet/", promises.promise_delete, name="promise_delete"),
    path(
        "<uuid:pk>/aftaler/<uuid:promise_pk>/hent-tilbage/", promises.promise_restore, name="promise_restore"
    ),
    # Approved by the members
    path("<uuid:pk>/referat/send/", approvals.send, name="send"),
    path("<uuid:pk>/referat/tilbage/", approvals.take_back, name="take_back"),
    path("<uuid:pk>/referat/godkend/", approvals.approve, name="approve"),
    path("<uuid:pk>/referat/mit-svar/", approvals.own_answer, name="own_answer"),
    path("<uuid:pk>/referat/send-rundt/", approvals.mail_round, name="mail_round"),
    # The big screen
    path("<uuid:pk>/skaerm/", screens.screen, name="screen"),
    path("<uuid:pk>/skaerm/punkt/", screens.go, name="go"),
]
