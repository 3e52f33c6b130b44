"""Addresses of collaborations and the map, under /<plan>/."""

from django.urls import path

from mapping.views import collaborations, editing, imports, log, network

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
]
