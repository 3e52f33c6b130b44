"""Addresses of events, under /<plan>/arrangementer/."""

from django.urls import path

from meetings.views import event_guests, event_notes, event_rounds, events

app_name = "events"

urlpatterns = [
    # Events
    path("", events.event_list, name="list"),
    path("nyt/", events.event_create, name="create"),
    path("<uuid:pk>/", events.event, name="event"),
    path("<uuid:pk>/ret/", events.event_edit, name="edit"),
    path("<uuid:pk>/aflys/", events.event_cancel, name="cancel"),
    path("<uuid:pk>/hent-tilbage/", events.event_restore, name="restore"),
    # Those who come
    path("<uuid:pk>/tilmeldte/", event_guests.guests, name="guests"),
    path("<uuid:pk>/tilmeldte/ny/", event_guests.guest_add, name="guest_add"),
    path("<uuid:pk>/tilmeldte/<uuid:guest_pk>/ret/", event_guests.guest_edit, name="guest_edit"),
    path("<uuid:pk>/tilmeldte/<uuid:guest_pk>/afmeld/", event_guests.guest_cancel, name="guest_cancel"),
    path(
        "<uuid:pk>/tilmeldte/<uuid:guest_pk>/hent-tilbage/", event_guests.guest_restore, name="guest_restore"
    ),
    path("<uuid:pk>/tilmeldte/<uuid:guest_pk>/giv-plads/", event_guests.guest_let_in, name="guest_let_in"),
    path("<uuid:pk>/tilmeldte/<uuid:guest_pk>/moedt/", event_guests.guest_here, name="guest_here"),
    # Rounds of tables
    path("<uuid:pk>/borde/", event_rounds.rounds, name="rounds"),
    path("<uuid:pk>/borde/lav/", event_rounds.rounds_plan, name="rounds_plan"),
    path("<uuid:pk>/borde/tilpas/", event_rounds.rounds_fit, name="rounds_fit"),
    path("<uuid:pk>/borde/begynd/", event_rounds.round_begin, name="round_begin"),
    path("<uuid:pk>/borde/tilbage/", event_rounds.round_back, name="round_back"),
    path("<uuid:pk>/storskaerm/", event_rounds.wall, name="wall"),
    # What was told at the tables
    path("<uuid:pk>/sedler/", event_notes.notes, name="notes"),
    path("<uuid:pk>/sedler/<uuid:guest_pk>/skriv/", event_notes.note_edit, name="note_edit"),
    path("<uuid:pk>/sedler/<uuid:guest_pk>/profil/", event_notes.note_carry, name="note_carry"),
    path("<uuid:pk>/opsamling/send/", event_notes.sheet_send, name="sheet_send"),
]
