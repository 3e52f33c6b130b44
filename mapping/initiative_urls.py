"""Addresses of initiatives, under /<plan>/initiativer/."""

app_name = "initiatives"

urlpatterns = []
