"""The page of one talk: its steps, the large sun, and the line that says with whom and when."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from accounts.access import Permission, may
from actors.conflicts import Difference
from actors.consent import ContactCard
from actors.contact_cards import contact_cards
from actors.method import VALUES, Value
from actors.models import Ray, Source, Talk
from actors.talk_forms import BIG, LAST_STEP, OwnValueForm, RayForm, TalkForm
from config.danish import clock, join_names, long_date
from config.looks import VALUE_LOOKS, ValueLook, level_word
from config.sun import large_sun, name_lines


@dataclass
class Sent:
    """A form that was sent and not saved: which one (a number, a row's id, "add" or "talk"), and why."""

    key: object
    form: object
    conflict: list[Difference] | None = None


@dataclass
class Step:
    """One ray as the page shows it, or one value of the actor's own."""

    key: str
    form: RayForm
    action: str
    saved: str
    value: Value | None = None
    ray: Ray | None = None
    conflict: list[Difference] | None = None
    remove: str = ""

    @property
    def number(self) -> int:
        """1–5; the last step for a value of the actor's own."""
        return self.value.number if self.value else LAST_STEP

    @property
    def look(self) -> ValueLook:
        """Colours and icon of one of the five."""
        return VALUE_LOOKS[self.value.number - 1]

    @property
    def level_word(self) -> str:
        """The level that is saved, in a word."""
        return level_word(self.ray.level if self.ray else None)


@dataclass
class TalkPage:
    """All that the page of a talk is made from; `sent` replaces the form that it is about."""

    request: HttpRequest
    talk: Talk
    now: int = 1
    is_big: bool = False
    sent: Sent | None = None
    cards: list[tuple[uuid.UUID, ContactCard]] = field(init=False)
    rays: list[Ray] = field(init=False)

    def __post_init__(self):
        today = timezone.localdate()
        contacts = self.talk.actor.contacts.kept()
        self.cards = contact_cards(contacts, self.request.membership, today)
        self.rays = list(self.talk.rays.all())

    def context(self) -> dict:
        """What the template needs."""
        can_edit = may(self.request.membership, Permission.VALUES_EDIT)
        return {
            "talk": self.talk, "actor": self.talk.actor, "title": self.title(), "when": self.when(),
            "steps": [self.step(value) for value in VALUES], "now": self.now, "last_step": LAST_STEP,
            "own": [self.own(ray) for ray in self.rays if ray.value is None], "add": self.add_form(),
            "add_url": self.url("own_value_add"), "facts": self.facts_form(),
            "facts_url": self.url("talk_facts"), "facts_conflict": self._conflict("talk"),
            "last_saved": self._last_saved(), "sun": self.sun(),
            "is_big": self.is_big, "is_guess": self.is_guess, "can_edit": can_edit,
            "can_match": may(self.request.membership, Permission.MATCH_VIEW),
            "has_errors": self.sent is not None,
        }  # fmt: skip

    def _last_saved(self) -> str:
        """When one of the actor's own values was last saved."""
        own = [ray for ray in self.rays if ray.value is None and ray.saved_at]
        return saved_in_words(max(own, key=lambda ray: ray.saved_at, default=None))

    @property
    def is_guess(self) -> bool:
        """Whether nobody of the actor was asked: then it is our own estimate."""
        return self.talk.source == Source.ESTIMATE

    def title(self) -> str:
        """ "Solskinssamtale med Jens Overgaard", as far as names may be shown."""
        return talk_title(self.talk, dict(self.cards))

    def when(self) -> str:
        """The day of the talk."""
        return long_date(self.talk.held_on, timezone.localdate())

    # -- Forms ------------------------------------------------------------------------------------

    def step(self, value: Value) -> Step:
        """The ray of one of the five values."""
        ray = next((ray for ray in self.rays if ray.value == value.number), None)
        form = self._form(value.number) or RayForm(
            instance=ray or Ray(talk=self.talk, value=value.number), is_guess=self.is_guess,
            auto_id=f"ray-{value.number}-%s",
        )  # fmt: skip
        return Step(
            f"ray-{value.number}", form, self.url("talk_ray", value.number), saved_in_words(ray), value, ray,
            self._conflict(value.number),
        )  # fmt: skip

    def own(self, ray: Ray) -> Step:
        """A value of the actor's own."""
        form = self._form(ray.pk) or OwnValueForm(
            instance=ray, is_guess=self.is_guess, auto_id=f"own-{ray.pk}-%s"
        )
        return Step(
            f"own-{ray.pk}", form, self.url("own_value", ray.pk), saved_in_words(ray), ray=ray,
            conflict=self._conflict(ray.pk), remove=self.url("own_value_remove", ray.pk),
        )  # fmt: skip

    def add_form(self) -> OwnValueForm:
        """The empty form for one more value."""
        return self._form("add") or OwnValueForm(
            instance=Ray(talk=self.talk), is_guess=self.is_guess, auto_id="own-new-%s"
        )

    def facts_form(self) -> TalkForm:
        """Who was there and when."""
        return self._form("talk") or TalkForm(
            instance=self.talk, cards=self.cards, today=timezone.localdate(), auto_id="talk-%s"
        )

    def _form(self, key):
        return self.sent.form if self.sent and self.sent.key == key else None

    def _conflict(self, key) -> list[Difference] | None:
        return self.sent.conflict if self.sent and self.sent.key == key else None

    # -- Sun --------------------------------------------------------------------------------------

    def levels(self) -> dict[int, int | None]:
        """The levels of this talk alone."""
        return {ray.value: ray.level for ray in self.rays if ray.value is not None}

    def sun(self) -> SafeString:
        """The large sun, with the current ray outlined."""
        here = talk_url(self.talk)
        big = f"&{BIG}=on" if self.is_big else ""
        urls = {value.number: f"{here}?straale={value.number}{big}" for value in VALUES}
        now = self.now if self.now < LAST_STEP else None
        actor = self.talk.actor
        # The half disc has room for four lines; a longer name gives way to the short one.
        name = actor.label if name_lines(actor.name)[0][-1].endswith("…") else actor.name
        return large_sun(self.levels(), name, now=now, urls=urls)

    def url(self, name: str, *more) -> str:
        """The address of something within this talk."""
        return reverse(
            f"actors:{name}", args=[self.request.plan.slug, self.talk.actor_id, self.talk.pk, *more]
        )


def talk_url(talk: Talk) -> str:
    """The address of the page of a talk; its plan must be at hand."""
    return reverse("actors:talk", args=[talk.plan.slug, talk.actor_id, talk.pk])


def talk_title(talk: Talk, cards: Mapping[uuid.UUID, ContactCard]) -> str:
    """What the talk was and with whom; persons that `cards` does not know are left out."""
    names = [cards[contact.pk].name for contact in talk.present.all() if contact.pk in cards]
    names += [talk.also_present] if talk.also_present else []
    return f"{talk.get_source_display()} med {join_names(names)}" if names else talk.get_source_display()


def saved_in_words(ray: Ray | None) -> str:
    """When the ray was last saved: "Gemt kl. 14.22", with the day when it was not today."""
    if ray is None or ray.saved_at is None:
        return ""
    at = timezone.localtime(ray.saved_at)
    return f"Gemt {_on_day(at.date())}kl. {clock(at)}"


def _on_day(day: date) -> str:
    today = timezone.localdate()
    return "" if day == today else f"{long_date(day, today)} "
