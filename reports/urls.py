"""Addresses of printed documents, under /<plan>/."""

from django.urls import path

from reports.views import map_print

app_name = "reports"

urlpatterns = [
    # The map
    path("udskriv/netvaerkskort/", map_print.map_print, name="map"),
]
