"""Minutes on paper for members who come by a link in a mail, under /referat/."""

from django.urls import path

from reports.views import minutes_print

app_name = "minutes_paper"

urlpatterns = [path("<slug:token>/pdf/", minutes_print.minutes_by_link, name="pdf")]
