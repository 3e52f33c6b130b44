"""Rows into a Standing: two queries beside the game's own."""

from valuegame import method
from valuegame.at_hand import AtHand
from valuegame.models import Game
from valuegame.schedule import Line, lines, plan_minutes
from valuegame.standing import Place, Standing
from valuegame.table import GAMES_KEPT, table_of

# By the address that the screens come in by.
_kept: AtHand[str, Standing] = AtHand(GAMES_KEPT)


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


def standing_on_screens(game: Game) -> Standing:
    """The same for wall, facilitator and phones, which ask for each version many times: read once.

    All that a Standing tells counts the game's version up (valuegame/actions.py), so this process's own copy
    of the version that `game` was read with is as good as a new one.
    """
    standing = standing_at_hand(game.link, game.version)
    if standing is None:
        standing = standing_of(game)
        _kept.keep(game.link, standing)
    return standing


def standing_at_hand(link: str, version: int) -> Standing | None:
    """The standing of that version of the game with that address, if this process has read it."""
    standing = _kept.get(link)
    return standing if standing and standing.version == version else None
