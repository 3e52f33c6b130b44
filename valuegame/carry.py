"""What of a game may be carried on into the plan's own rows, item by item. Plain Python.

An item is something that was said, and where it would go: an organisation's pieces into its value profile,
an agreement into a collaboration or a follow-up. What needs an actor is left out for an organisation that is
only a name; `nameless` tells which those are.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from valuegame.puzzle import wishes
from valuegame.rules import Words
from valuegame.standing import Piece, Place, Standing
from valuegame.summary import Agreement, Gift, Summary, texts_of

VALUES, COLLABORATION, FOLLOW_UP = "values", "collaboration", "follow_up"
# How much a piece means: the star most; a level that a person may change on the profile afterwards.
STARRED, LAID = 3, 2
# The form that is proposed: together about citizens, and one giving the other something.
COORDINATE, EXCHANGE = 4, 3
LONGEST_WORDS, LONGEST_LINE = 1000, 200


@dataclass(frozen=True, slots=True)
class Ray:
    """What goes into a profile of one piece: one of the five by number, or a value of their own by name."""

    piece: Piece
    level: int
    gains: str

    @property
    def number(self) -> int | None:
        """1 to 5, or None for one of the group's own."""
        return None if self.piece.is_own else int(self.piece.key)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to say yes or no to. `key` and `into` together are what is carried once.

    `joins` says that it changes the game's own collaboration; else a collaboration is a new, planned one.
    """

    key: str
    into: str
    title: str
    places: tuple[Place, ...] = ()
    # The words under the title.
    says: str = ""
    rays: tuple[Ray, ...] = ()
    form: int = COORDINATE
    on: date | None = None
    joins: bool = False
    actors: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """What it is called in the form: "values:<seat>" under where it goes."""
        return f"{self.into}|{self.key}"


@dataclass(frozen=True, slots=True)
class Own:
    """The game's own collaboration: its name, the ids of its actors, whether it is agreed in writing."""

    name: str
    actors: Collection[str]
    is_written: bool


def nameless(standing: Standing) -> tuple[Place, ...]:
    """Organisations that are no actor of the plan, so that their words have nowhere to go."""
    return tuple(place for place in standing.places if not place.actor)


def items(
    standing: Standing, summary: Summary, *, own: Own | None, carried: Collection[str]
) -> tuple[Item, ...]:
    """All that may be carried on, in the order of the page. `carried` are the names of what has been."""
    return (
        *_values(standing),
        *_collaborations(standing, summary, own, carried),
        *_follow_ups(summary),
    )


# -- Value profiles -----------------------------------------------------------------------------------------


def _values(standing: Standing) -> list[Item]:
    """An organisation's pieces together, since they were said in one sitting."""
    found = []
    for place in standing.places:
        # Two own pieces of one name are one value in a profile.
        laid = {piece.name: piece for piece in standing.pieces if piece.key in place.hand.laid}
        rays = tuple(_ray(place, piece) for piece in laid.values())
        if rays and place.actor:
            key = f"values:{place.id}"
            found.append(Item(key, VALUES, place.name, (place,), rays=rays, actors=(place.actor,)))
    return found


def _ray(place: Place, piece: Piece) -> Ray:
    said = texts_of(place.hand.changes.get(piece.key, Words()))
    return Ray(piece, STARRED if place.hand.star == piece.key else LAID, "\n".join(said)[:LONGEST_WORDS])


# -- Collaborations -----------------------------------------------------------------------------------------


def _collaborations(
    standing: Standing, summary: Summary, own: Own | None, carried: Collection[str]
) -> list[Item]:
    """The game's own one, new or changed; then what agreements and gifts become between actors."""
    found = [
        *_of_the_table(standing, summary, own, carried),
        *(_agreed(standing, one) for one in summary.agreements),
        *(_given(summary, one) for one in summary.gifts),
    ]
    return [item for item in found if item is not None]


def _of_the_table(standing: Standing, summary: Summary, own: Own | None, carried: Collection[str]):
    """Without a collaboration of its own: one of all at the table. Else who is new in it, and the writing."""
    there = tuple(place for place in standing.places if place.actor)
    table = Item(
        "table", COLLABORATION, standing.title, there, on=summary.next_on or _first_day(summary),
        says="Nyt samarbejde mellem alle ved bordet", actors=_actors(there),
    )  # fmt: skip
    if own is None:
        return [table] if len(set(table.actors)) > 1 else []
    found = [table] if table.name in carried else []
    for place in there:
        item = Item(
            f"join:{place.id}", COLLABORATION, f"{place.name} kommer med", (place,),
            says=f"I »{own.name}«", joins=True, actors=(place.actor,),
        )  # fmt: skip
        if place.actor not in own.actors or item.name in carried:
            found.append(item)
    written = Item("written", COLLABORATION, "Aftalt skriftligt", says=f"I »{own.name}«", joins=True)
    if written.name in carried or (summary.agreements and not own.is_written):
        found.append(written)
    return found


def _first_day(summary: Summary) -> date | None:
    """The first day that something was agreed for."""
    return next((one.on for one in summary.agreements if one.on), None)


def _agreed(standing: Standing, one: Agreement) -> Item | None:
    """A change that one makes for others who wish for it: a collaboration between them."""
    if one.who is None or not one.who.actor:
        return None
    wishing = _wishing(standing, one.piece)
    places = (one.who, *(place for place in wishing if place.actor and place is not one.who))
    if len(places) < 2:
        return None
    text = line_of(one.texts)
    return Item(f"adjust:{one.id}", COLLABORATION, text, places, on=one.on, actors=_actors(places))


def _wishing(standing: Standing, piece: Piece | None) -> tuple[Place, ...]:
    found = next((one for one in wishes(standing) if one.piece == piece), None)
    return found.places if found else ()


def _given(summary: Summary, gift: Gift) -> Item | None:
    places = (gift.giver, gift.receiver)
    if not all(place.actor for place in places):
        return None
    return Item(
        f"pledge:{gift.id}", COLLABORATION, line_of(gift.texts), places, form=EXCHANGE, on=summary.next_on,
        says=_how_sure(gift), actors=_actors(places),
    )  # fmt: skip


def _how_sure(gift: Gift) -> str:
    """Whether the other said yes."""
    if gift.agreed:
        return "Aftalt"
    return "Et ønske, ingen har svaret på" if gift.asked else "Et tilbud, ingen har svaret på"


# -- Follow-ups ------------------------------------------------------------------------------------------


def _follow_ups(summary: Summary) -> list[Item]:
    """The agreements by their day, what was promised between two, and the next meeting."""
    found = [
        Item(
            f"adjust:{one.id}",
            FOLLOW_UP,
            line_of(one.texts),
            (one.who,) if one.who else (),
            on=one.on or summary.next_on,
            actors=(one.who.actor,) if one.who and one.who.actor else (),
        )
        for one in summary.agreements
    ]
    found += [
        Item(
            f"pledge:{gift.id}",
            FOLLOW_UP,
            line_of(gift.texts),
            (gift.giver, gift.receiver),
            on=summary.next_on,
            says=_how_sure(gift),
            actors=(gift.giver.actor,) if gift.giver.actor else (),
        )
        for gift in summary.gifts
    ]
    if summary.next_on:
        where = line_of(summary.next_where)
        title = f"Næste møde: {summary.title}{f', {where}' if where else ''}"
        found.append(Item("next", FOLLOW_UP, title[:LONGEST_LINE], on=summary.next_on))
    return found


def what_of(item: Item) -> str:
    """The follow-up's own line: an organisation that is no actor is named in it, or nobody would know who."""
    names = [place.name for place in item.places]
    if len(names) == 2:
        return cut(f"{names[0]} til {names[1]}: {item.title}")
    if names and not item.actors:
        return cut(f"{names[0]}: {item.title}")
    return item.title


def _actors(places: Collection[Place]) -> tuple[str, ...]:
    return tuple(place.actor for place in places)


def line_of(texts: Collection[str]) -> str:
    """What two wrote at once in one line."""
    return cut(" / ".join(texts))


def cut(text: str) -> str:
    """As long as a line of the plan's may be."""
    return text if len(text) <= LONGEST_LINE else f"{text[: LONGEST_LINE - 1]}…"


def by_name(found: Collection[Item]) -> Mapping[str, Item]:
    """{name in the form: item}."""
    return {item.name: item for item in found}
