"""Addresses of actors, under /<plan>/aktoerer/."""

from django.urls import path

from actors.views import actors, contacts, export, resources, search

app_name = "actors"

urlpatterns = [
    # actors
    path("", actors.actor_list, name="list"),
    path("ny/", actors.actor_create, name="create"),
    path("hent/", export.actor_export, name="export"),
    path("<uuid:pk>/", actors.actor_detail, name="detail"),
    path("<uuid:pk>/ret/", actors.actor_edit, name="edit"),
    path("<uuid:pk>/arkiver/", actors.actor_archive, name="archive"),
    path("<uuid:pk>/hent-tilbage/", actors.actor_restore, name="restore"),
    path("<uuid:pk>/bekraeft/", actors.actor_confirm, name="confirm"),
    path("<uuid:pk>/bekraeft/fortryd/", actors.actor_unconfirm, name="unconfirm"),
    # <uuid>/ressourcer/
    path("<uuid:pk>/ressourcer/", resources.actor_resources, name="resources"),
    path("<uuid:pk>/ressourcer/gendan/", resources.resource_restore, name="resource_restore"),
    path("<uuid:pk>/ressourcer/<uuid:resource_pk>/fjern/", resources.resource_remove, name="resource_remove"),
    # <uuid>/kontakter/
    path("<uuid:pk>/kontakter/", contacts.contacts, name="contacts"),
    path("<uuid:pk>/kontakter/ny/", contacts.contact_add, name="contact_add"),
    path("<uuid:pk>/kontakter/<uuid:contact_pk>/ret/", contacts.contact_edit, name="contact_edit"),
    path("<uuid:pk>/kontakter/<uuid:contact_pk>/samtykke/", contacts.contact_consent, name="contact_consent"),
    path(
        "<uuid:pk>/kontakter/<uuid:contact_pk>/traek-tilbage/",
        contacts.contact_withdraw,
        name="contact_withdraw",
    ),
    path("<uuid:pk>/kontakter/<uuid:contact_pk>/slet/", contacts.contact_delete, name="contact_delete"),
    path("<uuid:pk>/kontakter/<uuid:contact_pk>/gendan/", contacts.contact_restore, name="contact_restore"),
    # search
    path("soeg/", search.search, name="search"),
]
