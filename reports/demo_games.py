"""Writes the value games of the demo plan, through the same actions as the pages."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import Plan, User
from actors.models import Actor
from valuegame import method
from valuegame.actions import make_move
from valuegame.demo import GAMES, DemoGame
from valuegame.models import Game, Seat
from valuegame.names import seat_name
from valuegame.rules import Kind
from valuegame.schedule import plan_minutes


def write_games(plan: Plan, *, by: User, today: date, demo_id) -> None:
    """Both games; `demo_id` gives ids alike at every load. The plan's actors must be there."""
    for demo in GAMES:
        game, seats = _write_game(plan, demo, by, today, demo_id)
        if demo.hands:
            at = timezone.make_aware(datetime.combine(game.held_on, time(10)))
            for number, move in enumerate(_moves(demo, seats, today, demo_id), start=1):
                make_move(game=game, move_id=demo_id("move", demo.title, number), clock=number, by=by,
                          now=at + timedelta(seconds=40 * number), **move)  # fmt: skip
            Game.objects.filter(pk=game.pk).update(closed_at=at + timedelta(minutes=demo.minutes))


def _write_game(plan, demo: DemoGame, by: User, today: date, demo_id) -> tuple[Game, dict[str, Seat]]:
    steps = method.chosen_steps(opening=demo.opening, stronger=demo.stronger)
    game = Game.objects.create(
        id=demo_id("game", demo.title), plan=plan, title=demo.title, about=demo.about,
        collaboration=plan.collaborations.filter(about=demo.theme, until=None).first(),
        held_on=today + timedelta(days=demo.days), starts_at=time(10), minutes=demo.minutes,
        with_opening=demo.opening, with_stronger=demo.stronger,
        step_minutes=plan_minutes(steps, demo.minutes), created_by=by,
        held_by=plan.memberships.filter(user=by).first(),
    )  # fmt: skip
    seats = {}
    for place, word in enumerate((*demo.seats, *demo.names), start=1):
        actor = _actor(plan, word) if word in demo.seats else None
        seats[word] = Seat.objects.create(
            id=demo_id("seat", demo.title, word), plan=plan, game=game, actor=actor, position=place,
            kind=actor.kind if actor else "other",
            name=seat_name(actor.name, actor.short_name) if actor else word,
        )  # fmt: skip
    return game, seats


def _actor(plan: Plan, part: str) -> Actor:
    """The one actor whose name holds `part`, the first of them if there are several."""
    return plan.actors.filter(name__contains=part).order_by("name").first()


def _moves(demo: DemoGame, seats: dict[str, Seat], today: date, demo_id) -> Iterator[dict]:
    """What was done at the table, in order."""
    own = str(demo_id("own", demo.title))
    yield {"kind": Kind.STEP, "value": "welcome"}
    yield {"kind": Kind.OWN_PIECE, "target": own, "value": demo.own_piece}
    for number, (who, text) in enumerate(demo.words):
        word = str(demo_id("word", demo.title, number))
        yield {"kind": Kind.WORD, "target": word, "value": text, "seat": seats[who]}
        yield {"kind": Kind.GATHER, "target": word, "value": own}
    for who, hand in demo.hands.items():
        at = {"seat": seats[who]}
        yield {"kind": Kind.JOIN, "value": "on", **at}
        for piece, how in hand.laid.items():
            yield {"kind": Kind.LAY, "target": own if piece == "own" else piece, "value": how, **at}
        yield {"kind": Kind.STAR, "value": hand.star, **at}
        for piece, text in hand.changes.items():
            yield {"kind": Kind.CHANGE, "target": piece, "value": text, **at}
    yield from _agreed(demo, seats, today, demo_id)


def _agreed(demo: DemoGame, seats: dict[str, Seat], today: date, demo_id) -> Iterator[dict]:
    """What is changed, what they give each other, what they take home."""
    for number, (what, who, days, piece) in enumerate(demo.deals):
        deal = {"target": str(demo_id("deal", demo.title, number))}
        yield {"kind": Kind.ADJUST, "value": what, **deal}
        yield {"kind": Kind.ADJUST_WHO, "value": str(seats[who].pk), **deal}
        yield {"kind": Kind.ADJUST_WHEN, "value": (today + timedelta(days=days)).isoformat(), **deal}
        yield {"kind": Kind.ADJUST_FOR, "value": piece, **deal}
    for number, (giver, receiver, what, agreed) in enumerate(demo.pledges):
        key = str(demo_id("pledge", demo.title, number))
        ends = f"{key}:{seats[giver].pk}:{seats[receiver].pk}"
        yield {"kind": Kind.OFFER, "target": ends, "value": what}
        if agreed:
            yield {"kind": Kind.OFFER_YES, "target": key, "value": "on"}
    for who, hand in demo.hands.items():
        yield {"kind": Kind.HOME, "value": hand.home, "seat": seats[who]}
    yield {"kind": Kind.STEP, "value": "gather"}
    yield {"kind": Kind.NEXT_ON, "value": (today + timedelta(days=demo.next_days)).isoformat()}
    yield {"kind": Kind.NEXT_WHERE, "value": demo.next_where}
    yield {"kind": Kind.NOTES, "value": demo.notes}
