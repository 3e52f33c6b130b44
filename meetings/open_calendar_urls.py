"""Addresses of the activity calendar for everybody, under /aabent/<plan>/."""

from django.urls import path

from meetings.views import open_calendar

app_name = "open_calendar"

urlpatterns = [
    path("kalender/", open_calendar.week, name="week"),
    path("kalender/skaerm/", open_calendar.screen, name="screen"),
]
