"""Addresses of printed documents, under /<plan>/udskriv/."""

from django.urls import path

from reports import views

app_name = "reports"

urlpatterns = [
    # The map
    path("netvaerkskort/", views.map_print, name="map"),
]
