"""Addresses of the agenda builder, part of those of meetings/urls.py."""

from django.urls import path

from meetings.views import agenda_templates, agendas, attendees

urlpatterns = [
    path("moeder/<uuid:pk>/", agendas.meeting, name="meeting"),
    path("moeder/<uuid:pk>/hvem/", attendees.attendees, name="attendees"),
    # Agendas to begin from
    path("moeder/<uuid:pk>/skabeloner/", agenda_templates.agenda_templates, name="agenda_templates"),
    path("moeder/<uuid:pk>/skabeloner/brug/", agenda_templates.agenda_begin, name="agenda_begin"),
    path("moeder/<uuid:pk>/skabeloner/tag-af/", agenda_templates.agenda_take_back, name="agenda_take_back"),
    path("moeder/<uuid:pk>/skabeloner/gem/", agenda_templates.agenda_keep, name="agenda_keep"),
    path("skabeloner/<uuid:pk>/fjern/", agenda_templates.kept_remove, name="kept_remove"),
    path("skabeloner/<uuid:pk>/hent-tilbage/", agenda_templates.kept_restore, name="kept_restore"),
    # Items in their place
    path("punkter/<uuid:pk>/op/", agendas.item_up, name="item_up"),
    path("punkter/<uuid:pk>/ned/", agendas.item_down, name="item_down"),
    path("punkter/<uuid:pk>/minutter/", agendas.item_minutes, name="item_minutes"),
    path("punkter/<uuid:pk>/ansvarlig/", agendas.item_responsible, name="item_responsible"),
    path("punkter/<uuid:pk>/hvem/", attendees.item_needed, name="item_needed"),
]
