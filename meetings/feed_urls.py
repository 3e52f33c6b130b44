"""The open addresses of calendars, under /kalender/: the token is the only key."""

from django.urls import path

from meetings.views import feeds

app_name = "feeds"

urlpatterns = [path("<str:feed_token>.ics", feeds.feed, name="feed")]
