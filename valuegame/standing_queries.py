"""Rows into a Standing: two queries beside the game's own."""

from valuegame import method
from valuegame.models import Game
from valuegame.schedule import Line, lines, plan_minutes
from valuegame.standing import Place, Standing
from valuegame.table import table_of


def lines_of(game: Game) -> tuple[Line, ...]:
    """The game's schedule; a game whose minutes were never laid out gets the usual ones."""
    steps = method.chosen_steps(opening=game.with_opening, stronger=game.with_stronger)
    minutes = game.step_minutes
    if any(step.key not in minutes for step in steps):
        minutes = plan_minutes(steps, max(game.minutes, sum(step.least for step in steps)))
    return lines(steps, minutes)


def standing_of(game: Game) -> Standing:
    """How the game stands now."""
    table = table_of(game)
    rows = game.seats.present().values_list("pk", "name", "kind", "actor_id")
    places = tuple(
        Place(str(pk), name, kind, table.hand(str(pk)), str(actor) if actor else "")
        for pk, name, kind, actor in rows
    )
    return Standing(game.title, game.about, game.version, lines_of(game), places, table)
