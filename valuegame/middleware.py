"""Screens that ask for news: most of them hear that there is none, and that must cost next to nothing."""

import re
from uuid import UUID

from django.db import connection
from django.http import HttpResponse

from config.middleware import PRIVATE
from valuegame.models import Game, Seat
from valuegame.polling import asked_version

# The addresses of the wall and of an organisation's phones (valuegame/open_urls.py).
SCREEN = re.compile(r"/spil/([-\w]{1,43})/(?:(storskaerm)|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))/")
IS_OPEN = "game.closed_at IS NULL AND game.deleted_at IS NULL"
OF_WALL = f"SELECT version FROM {Game._meta.db_table} game WHERE link = %s AND {IS_OPEN}"
OF_PHONE = (
    f"SELECT seat.version, game.shared_version FROM {Seat._meta.db_table} seat"
    f" JOIN {Game._meta.db_table} game ON game.id = seat.game_id"
    f" WHERE game.link = %s AND seat.id = %s AND seat.removed_at IS NULL AND {IS_OPEN}"
)


class NothingNewMiddleware:
    """204 to a wall or phone that shows the newest, by one query in SQL and before all other middleware.

    900 screens ask every two seconds: with session, user and the ORM an answer took five times as long
    (bench/games.py). Whatever else is asked, or is not there, goes on to the view.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "GET" and "HTTP_HX_REQUEST" in request.META and _shows_newest(request):
            return HttpResponse(status=204, headers={"Cache-Control": PRIVATE})
        return self.get_response(request)


def _shows_newest(request) -> bool:
    """Whether the version that the screen shows is the newest of an open game."""
    found = SCREEN.fullmatch(request.path_info)
    shown = asked_version(request) if found else None
    if shown is None:
        return False
    link, wall, seat = found.groups()
    with connection.cursor() as cursor:
        if wall:
            cursor.execute(OF_WALL, [link])
        else:
            cursor.execute(OF_PHONE, [link, Seat._meta.pk.get_db_prep_value(UUID(seat), connection)])
        row = cursor.fetchone()
    return row is not None and max(row) == shown
