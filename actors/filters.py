"""The filters of the actor list: what the address may ask for, and the queryset it leads to.

List and export use the same form, so that what is fetched is what was shown. A parameter that makes
no sense is left out; it never stops the page.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.db.models import Case, F, Value, When

from accounts.access import HasRole, Permission, may
from accounts.models import Plan
from actors.care import PLACE_NAMES
from actors.care_queries import in_place
from actors.filter_panel import PanelForm
from actors.models import ActorKind, ActorStatus, Base

# Nobody confirmed what stands there for this long.
STALE_AFTER = timedelta(days=365)

SORTS = ("name", "collaborations", "coordinating", "status", "confirmed", "contact")
DEFAULT_SORT = "name"


@dataclass(frozen=True)
class PlanWords:
    """What the plan itself has named: (id, name) of areas, target groups and those who hold relations."""

    areas: tuple[tuple[UUID, str], ...]
    target_groups: tuple[tuple[UUID, str], ...]
    holders: tuple[tuple[UUID, str], ...]

    @classmethod
    def of(cls, plan: Plan) -> "PlanWords":
        """Read all three in one query."""
        holders = plan.memberships.team()
        rows = _words(plan.areas, "area").union(
            _words(plan.targetgroups, "group"),
            holders.order_by().values_list(Value("holder"), "pk", "user__name", Value(0)),
            all=True,
        )
        found = defaultdict(list)
        for what, pk, name, position in rows:
            found[what].append((position, name, pk))
        return cls(*(tuple((pk, name) for _, name, pk in sorted(found[what])) for what in WORDS))


WORDS = ("area", "group", "holder")


def _words(terms, what: str):
    """Rows (what, id, name, position) of a plan's own terms."""
    return terms.order_by().values_list(Value(what), "pk", "name", "position")


def _choices(words: tuple[tuple[UUID, str], ...]) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in words]


class ActorFilterForm(PanelForm):
    """`ActorFilterForm(request.GET, plan=…, membership=…)`; then `narrow`, `of_kind` and `ordered`.

    What the contact log says is for the team: nobody else can sort or filter by it.
    """

    q = forms.CharField(label="Søg i listen", required=False, max_length=100)
    kind = forms.ChoiceField(label="Aktørtype", required=False, choices=ActorKind.choices)
    area = forms.ChoiceField(label="Boligområde", required=False)
    target_group = forms.ChoiceField(label="Målgruppe", required=False)
    status = forms.ChoiceField(label="Status", required=False, choices=ActorStatus.choices)
    base = forms.ChoiceField(label="Base", required=False, choices=Base.choices)
    held_by = forms.ChoiceField(label="Hvem har relationen", required=False)
    balance = forms.ChoiceField(label="Balance", required=False, choices=list(PLACE_NAMES.items()))
    stale = forms.BooleanField(label="Ikke bekræftet i et år", required=False)
    archived = forms.BooleanField(label="Kun arkiverede", required=False)
    sort = forms.ChoiceField(
        required=False, choices=[(sign + key, key) for key in SORTS for sign in ("", "-")]
    )
    page = forms.IntegerField(required=False, min_value=1)
    panel = forms.BooleanField(required=False)

    # Set in the panel "Flere filtre", which is only there when asked for or in use: filling it with the
    # plan's own words takes as long as all the rest of the page's reading.
    PANEL = ("area", "target_group", "status", "base", "held_by", "balance", "stale", "archived")

    def __init__(self, data, *, plan: Plan, membership: HasRole):
        super().__init__(data)
        self.plan = plan
        self._passing = None
        self.sees_contact = may(membership, Permission.CONTACT_LOG_VIEW)
        if not self.sees_contact:
            self.fields["balance"].choices = []
        if self.is_open:
            words = PlanWords.of(plan)
            self.fields["area"].choices = _choices(words.areas)
            self.fields["target_group"].choices = _choices(words.target_groups)
            self.fields["held_by"].choices = _choices(words.holders)
        self.full_clean()

    @property
    def is_open(self) -> bool:
        """Whether the panel is asked for or any of its filters is in use."""
        return any(self.data.get(name) for name in (*self.PANEL, "panel"))

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the order narrows the list."""
        return bool(self.panel_count or self.chosen("q") or self.chosen("kind"))

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the kind narrows the list, as it is at most looks."""
        return not (self.panel_count or self.chosen("q"))

    @property
    def order(self) -> str:
        """The order in force: "name", "-name", …"""
        wish = self.chosen("sort")
        return DEFAULT_SORT if not wish or ("contact" in wish and not self.sees_contact) else wish

    def narrow(self, actors, *, today: date):
        """`actors` by every filter but the kind, which the chips count."""
        actors = actors.archived() if self.chosen("archived") else actors.active()
        if self.chosen("q"):
            actors = actors.matching(self.chosen("q"), self.plan.areas.values_list("pk", "name"))
        if self.chosen("area"):
            actors = actors.filter(areas=self.chosen("area"))
        if self.chosen("target_group"):
            actors = actors.filter(target_groups=self.chosen("target_group"))
        for name in ("status", "base", "held_by"):
            if self.chosen(name):
                actors = actors.filter(**{name: self.chosen(name)})
        if self.chosen("balance"):
            actors = actors.filter(pk__in=in_place(self.plan, self.chosen("balance"), today))
        return actors.stale(today - STALE_AFTER) if self.chosen("stale") else actors

    def passing(self, *, today: date):
        """The plan's actors by every filter but the kind. Put together once, since it may read."""
        if self._passing is None:
            self._passing = self.narrow(self.plan.actors.all(), today=today)
        return self._passing

    def of_kind(self, actors):
        """`actors` of the chosen kind, or all."""
        return actors.filter(kind=self.chosen("kind")) if self.chosen("kind") else actors

    def ordered(self, actors, *, today: date):
        """`actors` with both counts in the chosen order; names decide where it does not."""
        return in_order(actors, self.order, today=today, with_contact=self.sees_contact)


def in_order(actors, order: str, *, today: date, with_contact: bool):
    """`actors` with both counts, and the last contact if wished, in an `ActorFilterForm.order`."""
    key, falls = order.removeprefix("-"), order.startswith("-")
    first = ORDERS[key]
    actors = actors.with_collaboration_count(today).with_coordinating_count(today)
    if with_contact:
        actors = actors.with_last_contact()
    return actors.order_by(first.desc() if falls else first.asc(), "sort_key", "pk")


class _NeverFirst(F):
    """A date of which "never" is the oldest, whichever way the database sorts empty ones."""

    def asc(self, **kwargs):
        return super().asc(nulls_first=True)

    def desc(self, **kwargs):
        return super().desc(nulls_last=True)


# By how far the relation has come, not by the words' letters.
_STATUS_ORDER = Case(*(When(status=status, then=place) for place, status in enumerate(ActorStatus.values)))
ORDERS = {
    "name": F("sort_key"),
    "collaborations": F("collaboration_count"),
    "coordinating": F("coordinating_count"),
    "status": _STATUS_ORDER,
    "confirmed": _NeverFirst("confirmed_on"),
    "contact": _NeverFirst("last_contact"),
}
