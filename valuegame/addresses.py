"""The addresses that a room is told, as they are read aloud or typed."""

from django.http import HttpRequest
from django.urls import reverse

from valuegame.models import Game


def join_address(request: HttpRequest) -> str:
    """Where one types the code: "spil.example/spil", without what no browser needs."""
    return f"{request.get_host()}{reverse('play:join').rstrip('/')}"


def table_url(request: HttpRequest, game: Game) -> str:
    """The whole address that the QR code leads to."""
    return request.build_absolute_uri(reverse("play:table", args=[game.link]))
