"""What a partner's own organisation has going on: agreements, initiatives, forums, and who could help.

One query, and two more when it wants something.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateField,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    UUIDField,
    Value,
    When,
)
from django.urls import reverse

from accounts.models import Plan
from exchange.agreeing import Facts, sentence, stage
from exchange.board import hints_for
from exchange.models import Agreement
from mapping.models import Phase
from reports.one_query import arm, together
from reports.overview_rows import address_if_there
from reports.viewpoint import Viewpoint

SHAPE = {
    "pk": UUIDField(), "name": CharField(), "whom": CharField(), "text": CharField(), "area": UUIDField(),
    "begins": DateField(), "ends": DateField(), "giver_yes": BooleanField(), "taker_yes": BooleanField(),
}  # fmt: skip
AGREEMENT, INITIATIVE, FORUM, WISH = "agreement", "initiative", "forum", "wish"


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One thing of the organisation; `url` is "" while there is no page for it."""

    title: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What the organisation wants, as exchange.board looks for somebody who has it."""

    pk: UUID
    actor_id: UUID
    kind: str
    title: str
    text: str
    area_id: UUID | None


@dataclass(frozen=True)
class OwnOrganisation:
    """The panel: each list may be empty."""

    agreements: list[OwnLine]
    initiatives: list[OwnLine]
    forums: list[OwnLine]
    hints: list[OwnLine]

    @property
    def parts(self) -> list[tuple[str, list[OwnLine]]]:
        """The lists that hold something, with what stands above each."""
        named = (
            ("Aftaler", self.agreements), ("Måske kan de hjælpe", self.hints),
            ("Initiativer, I er med i", self.initiatives), ("Fora, du sidder i", self.forums),
        )  # fmt: skip
        return [(title, lines) for title, lines in named if lines]

    def __bool__(self) -> bool:
        return bool(self.parts)


def own_organisation(view: Viewpoint) -> OwnOrganisation:
    """What there is to see; the forums too of one whom the leader has not said whom they speak for."""
    arms = [_forums(view)]
    if view.own:
        arms += [_agreements(view), _initiatives(view), _wishes(view)]
    found: dict[str, list] = {AGREEMENT: [], INITIATIVE: [], FORUM: [], WISH: []}
    for kind, *row in together(arms):
        found[kind].append(row)
    slug = view.plan.slug
    return OwnOrganisation(
        _sorted(_agreement(row, slug, view.today) for row in found[AGREEMENT]),
        _sorted(_initiative(row, slug) for row in found[INITIATIVE]),
        _sorted(OwnLine(row[1], "", reverse("meetings:forum", args=[slug, row[0]])) for row in found[FORUM]),
        _hints([_wish(row, view) for row in found[WISH]], view.plan, view.today),
    )  # fmt: skip


def _sorted(lines: Iterable[OwnLine]) -> list[OwnLine]:
    return sorted(lines, key=lambda line: (line.title, line.about, line.url))


def _forums(view: Viewpoint) -> QuerySet:
    return arm(view.plan.forums.filter(pk__in=view.sits_in()), FORUM, SHAPE, pk="pk", name="name")


def _agreements(view: Viewpoint) -> QuerySet:
    """Those that have not ended; `whom` and `text` are who gives and who gets."""
    rows = view.plan.agreements.filter(Q(giver=view.own) | Q(taker=view.own), ended_at=None)
    return arm(
        rows, AGREEMENT, SHAPE, pk="answer_id", name="what", whom="giver__name", text="taker__name",
        begins="starts_on", ends="ends_on", giver_yes=_said("giver_yes_at"), taker_yes=_said("taker_yes_at"),
    )  # fmt: skip


def _said(field: str) -> Case:
    return Case(
        When(**{f"{field}__isnull": True}, then=Value(False)),
        default=Value(True),
        output_field=BooleanField(),
    )


def _initiatives(view: Viewpoint) -> QuerySet:
    rows = view.plan.partners.current().filter(actor=view.own, initiative__archived_at=None)
    return arm(
        rows, INITIATIVE, SHAPE, pk="initiative_id", name="initiative__name", whom=_phase_name()
    )  # fmt: skip


def _phase_name() -> Case:
    named = (When(initiative__phase=phase.value, then=Value(phase.label)) for phase in Phase)
    return Case(*named, default=Value(""), output_field=CharField())


def _wishes(view: Viewpoint) -> QuerySet:
    """What the organisation wants and nobody is about to give."""
    agreed = Agreement.objects.filter(answer__listing=OuterRef("pk"), ended_at=None)
    rows = view.plan.listings.standing(view.today).filter(~Exists(agreed), actor=view.own, direction="wish")
    return arm(rows, WISH, SHAPE, pk="pk", name="title", whom="kind", text="text", area="area_id")


def _agreement(row, slug: str, today: date) -> OwnLine:
    pk, what, giver, taker, _, begins, ends, giver_yes, taker_yes = row
    at = stage(Facts(giver_yes, taker_yes, begins, ends), today)
    told = sentence(at, giver=giver, taker=taker, starts_on=begins, today=today)
    return OwnLine(what, f"{giver} til {taker}. {told}", reverse("listings:talk", args=[slug, pk]))


def _initiative(row, slug: str) -> OwnLine:
    return OwnLine(row[1], row[2], address_if_there("initiatives:initiative", slug, row[0]))


def _wish(row, view: Viewpoint) -> Wish:
    pk, title, kind, text, area, *_ = row
    return Wish(pk, view.own.pk, kind, title, text, area)


def _hints(wishes: list[Wish], plan: Plan, today: date) -> list[OwnLine]:
    """Who may have what the organisation wants; the name leads to the offer, or to who has it."""
    found = hints_for(wishes, plan, today) if wishes else {}
    lines = []
    for wish in wishes:
        if hint := found.get(wish.pk):
            thing, told = hint
            page, pk = ("listings:listing", thing.key) if thing.is_offer else ("actors:detail", thing.actor)
            lines.append(OwnLine(told, f"I efterlyser: {wish.title}", reverse(page, args=[plan.slug, pk])))
    return _sorted(lines)
