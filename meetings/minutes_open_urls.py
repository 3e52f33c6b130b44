"""Minutes for members who come by a link in a mail, under /referat/."""

from django.urls import path

from meetings.views import minutes_by_link

app_name = "minutes_link"

urlpatterns = [
    path("<slug:token>/", minutes_by_link.read, name="read"),
    path("<slug:token>/svar/", minutes_by_link.answer, name="answer"),
]
