"""Addresses of collaborations and the map, under /<plan>/."""

from django.urls import path

from mapping.views import (
    collaborations,
    editing,
    imports,
    log,
    match_answers,
    match_review,
    matches,
    network,
    reach,
)

app_name = "mapping"

urlpatterns = [
    # Collaborations
    path("samarbejder/", collaborations.collaboration_list, name="list"),
    path("samarbejder/former/", collaborations.form_guides, name="forms"),
    path("samarbejder/aktoer/<uuid:pk>/", collaborations.of_actor, name="of_actor"),
    path("samarbejder/<uuid:pk>/", collaborations.collaboration_detail, name="detail"),
    path("samarbejder/<uuid:pk>/ret/", editing.collaboration_edit, name="edit"),
    path("samarbejder/<uuid:pk>/afslut/", collaborations.collaboration_end, name="end"),
    path("samarbejder/<uuid:pk>/begynd-igen/", collaborations.collaboration_resume, name="resume"),
    # Quick log
    path("samarbejder/log/", log.log, name="log"),
    path("samarbejder/log/aktoerer/", log.log_actors, name="log_actors"),
    path("samarbejder/<uuid:pk>/fortryd/", log.log_undo, name="log_undo"),
    # Import of a spreadsheet
    path("indlaes/", imports.import_file, name="import"),
    path("indlaes/<uuid:pk>/", imports.import_preview, name="import_preview"),
    path("indlaes/<uuid:pk>/ja/", imports.import_run, name="import_run"),
    path("indlaes/<uuid:pk>/fjern/", imports.import_cancel, name="import_cancel"),
    # The map
    path("netvaerkskort/", network.network_map, name="map"),
    path("netvaerkskort/ryd-op/", network.map_tidy, name="map_tidy"),
    path("netvaerkskort/ryd-op/fortryd/", network.map_untidy, name="map_untidy"),
    # Possible matches, and the answers to them
    path("match/", matches.matches, name="matches"),
    path("match/aktoer/<uuid:pk>/", matches.matches_of, name="matches_of"),
    path("match/svar/", match_answers.match_answers, name="match_answers"),
    path("match/svar/<uuid:pk>/fortryd/", match_answers.match_undo, name="match_undo"),
    path("match/hvordan-gik-det/", match_review.match_review, name="match_review"),
    path("match/<uuid:pk>/<uuid:other_pk>/moede/", match_answers.match_meet, name="match_meet"),
    path("match/<uuid:pk>/<uuid:other_pk>/ikke-nu/", match_answers.match_later, name="match_later"),
    path("match/<uuid:pk>/<uuid:other_pk>/nej/", match_answers.match_no, name="match_no"),
    # Who can carry it, and through whom do we reach them
    path("hvem-kan/", reach.who_can, name="who_can"),
    path("gennem-hvem/", reach.chains, name="chains"),
]
