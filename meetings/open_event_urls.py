"""Events on the open page, for everybody, under /aabent/<plan>/."""

from django.urls import path

from meetings.views import event_links

app_name = "open_event"

urlpatterns = [
    path("arrangementer/", event_links.open_list, name="list"),
]
