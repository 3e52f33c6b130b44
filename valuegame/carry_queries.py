"""What of a game was carried on already, and where it is now."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from valuegame.carry import Own
from valuegame.models import Carried, Game

Into = Carried.Into


@dataclass(frozen=True, slots=True)
class Where:
    """Where a carried item is: the page that shows it, and the address that takes it back ("" for none)."""

    url: str
    undo_url: str
    said: str


def carried_of(game: Game) -> dict[str, Where]:
    """{name of the item: where}, of what was carried and has not been taken back since: four queries."""
    rows = list(game.carried.values_list("item", "into", "object_id"))
    slug, found = game.plan.slug, {}
    live = _live(game, rows)
    for item, into, pk in rows:
        if pk in live[into]:
            found[f"{into}|{item}"] = _where(slug, into, item, pk, live[into][pk])
    return found


def _live(game: Game, rows) -> dict[str, dict[UUID, UUID | None]]:
    """By where they went: {id of the row that is still there: its actor}."""
    ids = {into: [pk for _, went, pk in rows if went == into] for into in Into.values}
    plan = game.plan
    talks = plan.talks.kept().filter(pk__in=ids[Into.VALUES]).values_list("pk", "actor_id")
    works = plan.collaborations.filter(pk__in=ids[Into.COLLABORATION]).values_list("pk", flat=True)
    follow_ups = plan.followups.filter(pk__in=ids[Into.FOLLOW_UP], deleted_at__isnull=True)
    return {
        Into.VALUES: dict(talks),
        Into.COLLABORATION: dict.fromkeys(works),
        Into.FOLLOW_UP: dict.fromkeys(follow_ups.values_list("pk", flat=True)),
    }


def _where(slug: str, into: str, item: str, pk: UUID, actor: UUID | None) -> Where:
    """The page and the way back that the app has for such a row."""
    if into == Into.VALUES:
        return Where(
            reverse("actors:talk", args=[slug, actor, pk]),
            reverse("actors:talk_delete", args=[slug, actor, pk]),
            "Se i værdiprofilen",
        )
    if into == Into.COLLABORATION:
        # Who came into a collaboration that was there is taken out on its own page.
        changed = item.startswith("join:") or item == "written"
        undo = "" if changed else reverse("mapping:log_undo", args=[slug, pk])
        return Where(reverse("mapping:detail", args=[slug, pk]), undo, "Se samarbejdet")
    return Where(
        reverse("actors:follow_up_edit", args=[slug, pk]),
        reverse("actors:follow_up_delete", args=[slug, pk]),
        "Se opfølgningen",
    )


def own_of(game: Game) -> Own | None:
    """The game's own collaboration as the rules want it."""
    own = game.collaboration
    if own is None:
        return None
    actors = frozenset(map(str, own.participations.values_list("actor_id", flat=True)))
    return Own(str(own), actors, own.agreed_in_writing is True)
