"""Addresses of actors, under /<plan>/aktoerer/."""

from django.urls import path

from actors.views import actors, search

app_name = "actors"

urlpatterns = [
    # actors
    path("", actors.actor_list, name="list"),
    path("<uuid:pk>/", actors.actor_detail, name="detail"),
    # search
    path("soeg/", search.search, name="search"),
]
