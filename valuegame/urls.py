"""Addresses of value games, under /<plan>/vaerdispil/."""

from django.urls import path

from valuegame.views import summary

app_name = "valuegame"

urlpatterns = [
    # What came of a game
    path("<uuid:pk>/opsamling/", summary.summary, name="summary"),
    path("<uuid:pk>/videre/", summary.summary, name="carry"),
    path("<uuid:pk>/papir/", summary.summary, name="paper"),
]
