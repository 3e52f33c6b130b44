"""Addresses of reports, under /<plan>/rapporter/."""

app_name = "papers"

urlpatterns = []
