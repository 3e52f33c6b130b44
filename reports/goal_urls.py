"""Addresses of goals and indicators, under /<plan>/maal/."""

app_name = "goals"

urlpatterns = []
