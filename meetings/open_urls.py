"""Addresses for those who come by a link in a mail about a meeting, under /moede/."""

from django.urls import path

from meetings.views import by_link, health

app_name = "invited"

urlpatterns = [
    path("<slug:token>/", by_link.reply, name="reply"),
    path("<slug:token>/dato/", by_link.poll, name="poll"),
    path("<slug:token>/puls/", health.pulse, name="pulse"),
]
