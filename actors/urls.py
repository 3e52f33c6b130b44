"""Addresses of actors, under /<plan>/aktoerer/."""

from django.urls import path

from actors.views import actors, contacts, search

app_name = "actors"

urlpatterns = [
    # actors
    path("", actors.actor_list, name="list"),
    path("<uuid:pk>/", actors.actor_detail, name="detail"),
    # <uuid>/kontakter/
    path("<uuid:pk>/kontakter/", contacts.contacts, name="contacts"),
    path("<uuid:pk>/kontakter/ny/", contacts.contact_add, name="contact_add"),
    path("<uuid:pk>/kontakter/<uuid:contact_pk>/ret/", contacts.contact_edit, name="contact_edit"),
    path("<uuid:pk>/kontakter/<uuid:contact_pk>/samtykke/", contacts.contact_consent, name="contact_consent"),
    path(
        "<uuid:pk>/kontakter/<uuid:contact_pk>/traek-tilbage/",
        contacts.contact_withdraw, name="contact_withdraw",
    ),
    path("<uuid:pk>/kontakter/<uuid:contact_pk>/slet/", contacts.contact_delete, name="contact_delete"),
    path("<uuid:pk>/kontakter/<uuid:contact_pk>/gendan/", contacts.contact_restore, name="contact_restore"),
    # search
    path("soeg/", search.search, name="search"),
]
