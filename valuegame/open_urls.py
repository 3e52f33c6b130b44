"""Addresses that a roomful of people use without account or name, under /spil/."""

from django.urls import path

from valuegame.views import joining, play, wall

app_name = "play"

urlpatterns = [
    path("", joining.join, name="join"),
    path("<slug:link>/", play.table, name="table"),
    # What the projector shows
    path("<slug:link>/storskaerm/", wall.wall, name="wall"),
    # An organisation's phones
    path("<slug:link>/<uuid:seat_pk>/", play.seat, name="seat"),
    path("<slug:link>/<uuid:seat_pk>/traek/", play.seat_move, name="move"),
]
