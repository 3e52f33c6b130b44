"""Addresses of the activity calendar, under /<plan>/kalender/."""

app_name = "calendar"

urlpatterns = []
