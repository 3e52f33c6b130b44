"""Addresses of an event for those without login, under /arrangement/."""

from django.urls import path

from meetings.views import event_links

app_name = "event_link"

urlpatterns = [
    # What the poster leads to
    path("<slug:link>/", event_links.sign_up, name="sign_up"),
    # A guest's own link
    path("mig/<slug:link>/", event_links.own, name="own"),
    path("mig/<slug:link>/ret/", event_links.own_edit, name="own_edit"),
    path("mig/<slug:link>/afbud/", event_links.own_cancel, name="own_cancel"),
    path("mig/<slug:link>/alligevel/", event_links.own_again, name="own_again"),
    path("mig/<slug:link>/seddel/", event_links.own_note, name="note"),
    path("mig/<slug:link>/opsamling/", event_links.sheet, name="sheet"),
]
