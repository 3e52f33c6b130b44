"""The leader's choices for the open page, under /<plan>/aaben-side/."""

from django.urls import path

from exchange.views import public

app_name = "public"

urlpatterns = [
    path("", public.page, name="page"),
    path("aktoerer/", public.shown, name="shown"),
]
