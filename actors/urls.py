"""Addresses of actors, under /<plan>/aktoerer/."""

from django.urls import path

from actors.views import (
    actors,
    contacts,
    export,
    follow_ups,
    guide,
    interviews,
    knowledge,
    notes,
    representatives,
    resources,
    search,
    talk,
    talks,
)

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
    # <uuid>/mangler/
    path("<uuid:pk>/mangler/", resources.actor_needs, name="needs"),
    path("<uuid:pk>/mangler/gendan/", resources.need_restore, name="need_restore"),
    path("<uuid:pk>/mangler/<uuid:need_pk>/fjern/", resources.need_remove, name="need_remove"),
    # <uuid>/interview/
    path("<uuid:pk>/interview/ny/", interviews.interview_begin, name="interview_begin"),
    path("<uuid:pk>/interview/<uuid:interview_pk>/", interviews.interview, name="interview"),
    path(
        "<uuid:pk>/interview/<uuid:interview_pk>/slet/", interviews.interview_delete, name="interview_delete"
    ),
    path(
        "<uuid:pk>/interview/<uuid:interview_pk>/gendan/",
        interviews.interview_restore,
        name="interview_restore",
    ),
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
    # <uuid>/vaerdier/
    path("<uuid:pk>/vaerdier/", talks.talks, name="talks"),
    path("<uuid:pk>/vaerdier/samtale/", talks.talk_begin, name="talk_begin"),
    path("<uuid:pk>/vaerdier/<uuid:talk_pk>/", talk.talk, name="talk"),
    path("<uuid:pk>/vaerdier/<uuid:talk_pk>/slet/", talks.talk_delete, name="talk_delete"),
    path("<uuid:pk>/vaerdier/<uuid:talk_pk>/gendan/", talks.talk_restore, name="talk_restore"),
    path("<uuid:pk>/vaerdier/<uuid:talk_pk>/om/", talk.talk_facts, name="talk_facts"),
    path("<uuid:pk>/vaerdier/<uuid:talk_pk>/straale/<int:number>/", talk.talk_ray, name="talk_ray"),
    path("<uuid:pk>/vaerdier/<uuid:talk_pk>/egne/", talk.own_value_add, name="own_value_add"),
    path("<uuid:pk>/vaerdier/<uuid:talk_pk>/egne/<uuid:ray_pk>/", talk.own_value, name="own_value"),
    path(
        "<uuid:pk>/vaerdier/<uuid:talk_pk>/egne/<uuid:ray_pk>/fjern/",
        talk.own_value_remove,
        name="own_value_remove",
    ),
    # the question guide
    path("spoergeguide/", guide.guide, name="guide"),
    path("spoergeguide/gendan/", guide.guide_restore, name="guide_restore"),
    path("spoergeguide/<uuid:pk>/ret/", guide.guide_edit, name="guide_edit"),
    path("spoergeguide/<uuid:pk>/fjern/", guide.guide_remove, name="guide_remove"),
    path("spoergeguide/<slug:question_key>/flyt/", guide.guide_place, name="guide_place"),
    path("spoergeguide/<slug:question_key>/med/", guide.guide_switch, name="guide_switch"),
    # what we know of whom
    path("viden/", knowledge.knowledge, name="knowledge"),
    # Which organisation each partner speaks for
    path("partnere/", representatives.representatives, name="representatives"),
    # kontakt/ – the contact log
    path("kontakt/", notes.note_log, name="note_log"),
    path("kontakt/aktoerer/", notes.note_actors, name="note_actors"),
    path("kontakt/om/", notes.note_about, name="note_about"),
    # <uuid>/kontaktlog/
    path("<uuid:pk>/kontaktlog/", notes.notes, name="notes"),
    path("<uuid:pk>/kontaktlog/<uuid:note_pk>/ret/", notes.note_edit, name="note_edit"),
    path("<uuid:pk>/kontaktlog/<uuid:note_pk>/slet/", notes.note_delete, name="note_delete"),
    path("<uuid:pk>/kontaktlog/<uuid:note_pk>/gendan/", notes.note_restore, name="note_restore"),
    path("<uuid:pk>/kontaktlog/<uuid:note_pk>/fortryd/", notes.note_undo, name="note_undo"),
    # opfoelgninger/ – what we have promised
    path("opfoelgninger/", follow_ups.follow_ups, name="follow_ups"),
    path("opfoelgninger/ny/", follow_ups.follow_up_add, name="follow_up_add"),
    path("opfoelgninger/<uuid:pk>/ret/", follow_ups.follow_up_edit, name="follow_up_edit"),
    path("opfoelgninger/<uuid:pk>/klaret/", follow_ups.follow_up_keep, name="follow_up_keep"),
    path("opfoelgninger/<uuid:pk>/venter/", follow_ups.follow_up_reopen, name="follow_up_reopen"),
    path("opfoelgninger/<uuid:pk>/slet/", follow_ups.follow_up_delete, name="follow_up_delete"),
    path("opfoelgninger/<uuid:pk>/gendan/", follow_ups.follow_up_restore, name="follow_up_restore"),
    # search
    path("soeg/", search.search, name="search"),
]
