"""Addresses of collaborations and the map, under /<plan>/."""

from django.urls import path

from mapping import views

app_name = "mapping"

urlpatterns = [
    path("samarbejder/", views.collaboration_list, name="list"),
    path("samarbejder/log/", views.log, name="log"),
    path("netvaerkskort/", views.network_map, name="map"),
]
