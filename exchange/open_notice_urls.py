"""Addresses of what happens in the area, for everybody, under /aabent/<plan>/."""

from django.urls import path

from exchange.views import open_notices

app_name = "open_notice"

urlpatterns = [
    path("sker/", open_notices.notice_list, name="list"),
    path("sker/<uuid:pk>/", open_notices.notice, name="notice"),
    path("sker/<uuid:pk>/billede/", open_notices.picture, name="picture"),
    path("skaerm/", open_notices.screen, name="screen"),
]
