"""Addresses of value games for those who prepare and lead them, under /<plan>/vaerdispil/."""

from django.urls import path

from valuegame.views import carry, games, keeping, lead, paper, seats, summary

app_name = "valuegame"

urlpatterns = [
    # Games
    path("", games.game_list, name="list"),
    path("nyt/", games.game_create, name="create"),
    path("<uuid:pk>/", games.game, name="game"),
    path("<uuid:pk>/ret/", games.game_edit, name="edit"),
    path("<uuid:pk>/minutter/", games.game_schedule, name="schedule"),
    path("<uuid:pk>/kopier/", keeping.game_copy, name="copy"),
    path("<uuid:pk>/slut/", keeping.game_close, name="close"),
    path("<uuid:pk>/aabn-igen/", keeping.game_reopen, name="reopen"),
    path("<uuid:pk>/slet/", keeping.game_delete, name="delete"),
    path("<uuid:pk>/hent-tilbage/", keeping.game_restore, name="restore"),
    # Leading it
    path("<uuid:pk>/led/", lead.lead, name="lead"),
    path("<uuid:pk>/led/traek/", lead.lead_move, name="lead_move"),
    # What came of it
    path("<uuid:pk>/opsamling/", summary.summary, name="summary"),
    path("<uuid:pk>/videre/", carry.carry, name="carry"),
    path("<uuid:pk>/papir/", paper.paper, name="paper"),
    # Who sits at the table
    path("<uuid:pk>/bordet/", seats.seat_add, name="seat_add"),
    path("<uuid:pk>/bordet/aktoer/", seats.seat_actor, name="seat_actor"),
    path("<uuid:pk>/bordet/<uuid:seat_pk>/", seats.seat_edit, name="seat_edit"),
    path("<uuid:pk>/bordet/<uuid:seat_pk>/fjern/", seats.seat_remove, name="seat_remove"),
    path("<uuid:pk>/bordet/<uuid:seat_pk>/tilbage/", seats.seat_restore, name="seat_restore"),
]
