"""Addresses of the activity calendar, under /<plan>/kalender/: here, since events stand in it too."""

from django.urls import include, path

from meetings.views import calendar

app_name = "calendar"

urlpatterns = [
    path("", calendar.week, name="week"),
    path("maaned/", calendar.month, name="month"),
    # Activities
    path("", include("exchange.calendar_urls")),
]
