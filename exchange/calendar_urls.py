"""Addresses of activities, under /<plan>/kalender/; `meetings.calendar_urls` has the calendar's own."""

from django.urls import path

from exchange.views import activities, activity_days, clashes, fetching, neighbours
from mapping.views import likeness

urlpatterns = [
    # An organisation's own calendar
    path("hent/", fetching.fetch_file, name="fetch"),
    path("hent/<uuid:pk>/", fetching.fetched, name="fetched"),
    # What is in each other's way
    path("sammenfald/", clashes.clash_list, name="clashes"),
    path("sammenfald/<uuid:pk>/<uuid:other_pk>/", clashes.clash, name="clash"),
    path("sammenfald/<uuid:pk>/<uuid:other_pk>/flyt/", clashes.clash_move, name="clash_move"),
    path("sammenfald/<uuid:pk>/<uuid:other_pk>/saml/", clashes.clash_merge, name="clash_merge"),
    path("sammenfald/<uuid:pk>/<uuid:other_pk>/behold/", clashes.clash_keep, name="clash_keep"),
    path("sammenfald/<uuid:pk>/<uuid:other_pk>/igen/", clashes.clash_reopen, name="clash_reopen"),
    path("naboer/", neighbours.neighbours, name="neighbours"),
    # What resembles the thing that is being written
    path("ligner/", likeness.alike_part, name="alike"),
    # Activities
    path("ny/", activities.activity_create, name="create"),
    path("<uuid:pk>/", activities.activity, name="activity"),
    path("<uuid:pk>/ret/", activities.activity_edit, name="edit"),
    path("<uuid:pk>/aflys/", activities.activity_cancel, name="cancel"),
    path("<uuid:pk>/hent-tilbage/", activities.activity_restore, name="restore"),
    path("<uuid:pk>/flyt-tilbage/", clashes.move_back, name="move_back"),
    path("<uuid:pk>/gang/<int:number>/", activity_days.day, name="day"),
    path("<uuid:pk>/gang/<int:number>/som-de-andre/", activity_days.day_restore, name="day_restore"),
]
