"""Addresses of collaborations and the map, under /<plan>/."""

from django.urls import path

from mapping.views import collaborations, log, network

app_name = "mapping"

urlpatterns = [
    # Collaborations
    path("samarbejder/", collaborations.collaboration_list, name="list"),
    # Quick log
    path("samarbejder/log/", log.log, name="log"),
    # The map
    path("netvaerkskort/", network.network_map, name="map"),
]
