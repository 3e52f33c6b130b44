"""What pages say of an actor's values: rows of the tab, the panel of the profile, the list of talks."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from accounts.models import Membership
from actors.contact_cards import contact_cards
from actors.models import Actor, Source
from actors.talk_page import talk_title
from actors.value_queries import standing_of
from actors.value_words import ValueStory, guessed_of, levels_of, moved_in_words, stories
from actors.values import Said, Standing
from config.danish import long_date
from config.looks import level_word


@dataclass(frozen=True, slots=True)
class WordRow:
    """One word on a value: how much, what they gain and can give, and how and when we know."""

    level: str
    gains: str
    gives: str
    source: str
    is_guess: bool


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value on the tab. `now` is None where nothing was said; `moved` compares with the day `before`."""

    number: int | None
    name: str
    now: WordRow | None
    moved: str
    before: str
    estimate: WordRow | None


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One talk in the list of an actor's talks."""

    pk: uuid.UUID
    title: str
    when: str
    held_by: str
    told: int
    is_finished: bool


@dataclass(frozen=True)
class ValuePanel:
    """What a collaboration gives the actor, in brief. `numbers` are those of the five it named itself."""

    levels: dict[int, int | None]
    guessed: frozenset[int]
    numbers: list[int]
    guesses: list[int]
    own: list[str]
    quote: str
    source: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not self.levels and not self.own


def value_rows(said: Iterable[Said], today: date) -> list[ValueRow]:
    """The five values, told or not, then the actor's own."""
    return [_value_row(story, today) for story in stories(said)]


def _value_row(story: ValueStory, today: date) -> ValueRow:
    return ValueRow(
        number=story.number,
        name=story.name,
        now=_word(story.now, today),
        moved=moved_in_words(Standing(story.now, story.before)) if story.now else "",
        before=long_date(story.before.on, today) if story.before else "",
        estimate=_word(story.estimate, today),
    )


def _word(said: Said | None, today: date) -> WordRow | None:
    if said is None:
        return None
    level = "" if said.level is None else level_word(said.level)
    return WordRow(level, said.gains, said.gives, source_in_words(said, today), not said.is_own_word)


def source_in_words(said: Said, today: date) -> str:
    """How and when we know: "Solskinssamtale 18. september"."""
    return f"{Source(said.source).label} {long_date(said.on, today)}"


def talk_rows(actor: Actor, membership: Membership | None, today: date) -> list[TalkRow]:
    """The actor's talks, the latest first: three queries whatever there is."""
    told = Q(rays__level__isnull=False) | ~Q(rays__gains="") | ~Q(rays__gives="")
    talks = actor.talks.kept().newest_first().select_related("held_by__user").prefetch_related("present")
    cards = dict(contact_cards(actor.contacts.kept(), membership, today))
    return [
        TalkRow(
            pk=talk.pk,
            title=talk_title(talk, cards),
            when=long_date(talk.held_on, today),
            held_by=talk.held_by.user.name if talk.held_by else "",
            told=talk.told,
            is_finished=talk.finished_at is not None,
        )
        for talk in talks.annotate(told=Count("rays", filter=Q(rays__isnull=False) & told))
    ]


def value_panel(actor: Actor, today: date) -> ValuePanel:
    """What the profile says beside the rest: one query."""
    stands = standing_of(actor)
    levels, guessed = levels_of(stands), guessed_of(stands)
    meant = [number for number, level in levels.items() if level]
    quoted = _most_telling(stands.values())
    return ValuePanel(
        levels=levels,
        guessed=guessed,
        numbers=[number for number in meant if number not in guessed],
        guesses=[number for number in meant if number in guessed],
        own=[one.now.name for key, one in stands.items() if isinstance(key, str)],
        quote=quoted.gains if quoted else "",
        source=source_in_words(quoted or _newest(stands.values()), today) if stands else "",
    )


def _most_telling(stands: Iterable[Standing]) -> Said | None:
    """The latest of the actor's own words that can be quoted; of one day, that of the highest level."""
    own = [one.now for one in stands if one.now.is_own_word and one.now.gains]
    return max(own, key=lambda said: (said.on, said.level or 0), default=None)


def _newest(stands: Iterable[Standing]) -> Said:
    return max((one.now for one in stands), key=lambda said: said.on)
