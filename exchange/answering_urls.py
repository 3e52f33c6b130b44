"""Addresses of a talk for those who come by a link in a mail, under /svar/."""

from django.urls import path

from exchange.views import by_link

app_name = "answering"

urlpatterns = [
    path("<slug:token>/", by_link.talk, name="talk"),
    path("<slug:token>/skriv/", by_link.talk_say, name="say"),
    path("<slug:token>/aftale/", by_link.agreement, name="agreement"),
    path("<slug:token>/ja/", by_link.confirm, name="confirm"),
    path("<slug:token>/slut/", by_link.end, name="end"),
]
