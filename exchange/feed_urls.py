"""The open addresses of calendars, under /kalender/: the token is the only key."""

from django.urls import path

from exchange.views import calendars

app_name = "feeds"

urlpatterns = [path("<str:feed_token>.ics", calendars.feed, name="feed")]
