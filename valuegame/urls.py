"""Addresses of value games, under /<plan>/vaerdispil/."""

from django.urls import path

from valuegame.views import carry, paper, summary

app_name = "valuegame"

urlpatterns = [
    # What came of a game
    path("<uuid:pk>/opsamling/", summary.summary, name="summary"),
    path("<uuid:pk>/videre/", carry.carry, name="carry"),
    path("<uuid:pk>/papir/", paper.paper, name="paper"),
]
