"""Addresses of actors, under /<plan>/aktoerer/."""

from django.urls import path

from actors import views

app_name = "actors"

urlpatterns = [
    path("", views.actor_list, name="list"),
    path("soeg/", views.search, name="search"),
    path("<uuid:pk>/", views.actor_detail, name="detail"),
]
