"""What is open without a login: who has the address of a game's table may look and play."""

from django.urls import path

from valuegame.views import wall

app_name = "play"
urlpatterns = [
    # wall: what the projector shows
    path("<slug:link>/storskaerm/", wall.wall, name="wall"),
]
