"""The app's addresses, with what one cannot come to otherwise: the gallery of debug mode and a fault."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from config import gallery
from config.urls import *  # noqa: F403
from config.urls import urlpatterns as house


@login_not_required
def fault(request):
    """Something nobody thought of."""
    raise RuntimeError("a fault, made on purpose")


urlpatterns = [
    path("komponenter/", gallery.components, name="gallery"),
    path("gaar-galt/", fault, name="fault"),
    *house,
]
