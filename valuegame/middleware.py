"""Screens that ask for news: most of them hear that there is none, and that must cost next to nothing."""

import re
from uuid import UUID

from django.db import DatabaseError, connection
from django.http import HttpResponse

from config.middleware import PRIVATE
from valuegame.models import Game, Seat
from valuegame.polling import asked_version
from valuegame.views.play import part_at_hand

# The addresses of the wall and of an organisation's phones (valuegame/open_urls.py).
SCREEN = re.compile(r"/spil/([-\w]{1,43})/(?:(storskaerm)|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))/")
IS_OPEN = "game.closed_at IS NULL AND game.deleted_at IS NULL"
OF_WALL = f"SELECT version FROM {Game._meta.db_table} game WHERE link = %s AND {IS_OPEN}"
OF_PHONE = (
    f"SELECT seat.version, game.shared_version, game.version FROM {Seat._meta.db_table} seat"
    f" JOIN {Game._meta.db_table} game ON game.id = seat.game_id"
    f" WHERE game.link = %s AND seat.id = %s AND seat.removed_at IS NULL AND {IS_OPEN}"
)


class NothingNewMiddleware:
    """204 to a wall or phone that shows the newest, by one query in SQL and before all other middleware.

    900 screens ask every two seconds: with session, user and the ORM an answer took five times as long
    (bench/games.py). The same way a phone gets its news from what this process has read for other
    screens of the game. Whatever else is asked, or is not there, goes on to the view.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        answer = None
        if request.method == "GET" and "HTTP_HX_REQUEST" in request.META:
            answer = _at_once(request)
        if answer is None:
            return self.get_response(request)
        answer["Cache-Control"] = PRIVATE
        return answer


def _at_once(request) -> HttpResponse | None:
    """The answer, when one query and what is at hand tell it."""
    found = SCREEN.fullmatch(request.path_info)
    shown = asked_version(request) if found else None
    if shown is None:
        return None
    link, wall, seat = found.groups()
    row = _row(OF_WALL, link) if wall else _row(OF_PHONE, link, _stored(seat))
    if row is None:
        return None
    newest = max(row[:2])
    if newest == shown:
        return HttpResponse(status=204)
    return None if wall else part_at_hand(request, link, UUID(seat), newest, row[2])


def _row(sql: str, *values) -> tuple | None:
    """The first row. A connection that broke is closed, and the view makes a new one.

    So the usual look whether the connection still works, a query of its own, can be left out.
    """
    connection.health_check_done = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchone()
    except DatabaseError:
        connection.close()
        return None


def _stored(pk: str):
    """An id as this database wants it."""
    return Seat._meta.pk.get_db_prep_value(UUID(pk), connection)
