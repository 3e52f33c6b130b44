"""What the summary's page and its printed sheet both show."""

from datetime import date

from django.utils import timezone

from config.danish import full_date
from valuegame.models import Game
from valuegame.standing import Piece
from valuegame.standing_queries import standing_of
from valuegame.summary import Summary, summary_of
from valuegame.summary_picture import board_key, five_pieces, piece_mark, small_board, star_mark


def day_of(game: Game) -> date:
    """The day the game was held; before anybody has said so, the day it was closed or prepared."""
    return game.held_on or timezone.localdate(game.closed_at or game.created_at)


def summary_context(game: Game, today: date) -> dict:
    """The summary with its drawings: two queries beside the game's own."""
    summary = summary_of(standing_of(game), today)
    day = day_of(game)
    return {
        "game": game,
        "summary": summary,
        "day": full_date(day),
        "board": small_board(summary) if summary.has_puzzle else "",
        "board_key": board_key(),
        "five_pieces": five_pieces(),
        "star": star_mark(),
        "chapters": [(mark_of(one.piece), one) for one in summary.chapters],
        "agreements": [(mark_of(one.piece) if one.piece else "", one) for one in summary.agreements],
        "findings": findings(summary),
    }


def mark_of(piece: Piece):
    """The piece as a small drawing."""
    return piece_mark(piece.key, piece.fill, piece.icon, piece.on)


def findings(summary: Summary) -> list[tuple[str, str, list[tuple]]]:
    """Key, heading, and (drawing, name of the piece, who) of each line; what has no lines is left out."""
    parts = (
        ("shared", "Det deler vi", summary.shared),
        ("lone", "Det har kun én af os", summary.lone),
        ("wishes", "Det mangler vi endnu", summary.wishes),
    )
    return [
        (key, heading, [(mark_of(one.piece), one.piece.name, one.who) for one in found])
        for key, heading, found in parts
        if found
    ]
