"""Addresses of printed documents, under /<plan>/udskriv/."""

app_name = "reports"

urlpatterns = []
