"""What lists, the board and the pages of an initiative print: rows made of models, each with its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from actors.models import Actor
from config.danish import count
from mapping.initiative_method import GIFTS, PHASES, Gift, PhaseGuide
from mapping.initiative_words import Part, part_now, period
from mapping.models import AreaGains, Initiative, Partner

MARKS_AT_MOST = 6


@dataclass(frozen=True)
class InitiativeRow:
    """One initiative in the list or on the board."""

    initiative: Initiative
    groups: str
    partners: tuple[Actor, ...]
    phase: PhaseGuide

    @property
    def marks(self) -> tuple[Actor, ...]:
        """Those partners whose marks there is room for."""
        return self.partners[:MARKS_AT_MOST]

    @property
    def more(self) -> int:
        """How many have no room."""
        return len(self.partners) - len(self.marks)

    @property
    def partner_words(self) -> str:
        """How many partners, for those who see no marks."""
        return count(len(self.partners), "partner", "partnere")

    @property
    def back(self) -> PhaseGuide | None:
        """The phase before, if there is one."""
        return PHASES[self.phase.number - 2] if self.phase.number > 1 else None

    @property
    def on(self) -> PhaseGuide | None:
        """The phase after, if there is one."""
        return PHASES[self.phase.number] if self.phase.number < len(PHASES) else None


def with_row_parts(initiatives):
    """What `initiative_rows` needs, in two queries more."""
    there = Prefetch("partners", Partner.objects.current().select_related("actor"))
    return initiatives.select_related("focus_area", "coordinator").prefetch_related(there, "target_groups")


def initiative_rows(initiatives: Iterable[Initiative]) -> list[InitiativeRow]:
    """One row for each; read them by `with_row_parts`."""
    return [
        InitiativeRow(
            one,
            ", ".join(group.name for group in one.target_groups.all()),
            tuple(partner.actor for partner in one.partners.all()),
            PHASES[one.phase - 1],
        )
        for one in initiatives
    ]


@dataclass(frozen=True)
class Column:
    """One phase on the board."""

    phase: PhaseGuide
    rows: list[InitiativeRow]


def columns(rows: list[InitiativeRow]) -> list[Column]:
    """The five columns, empty ones too."""
    return [Column(phase, [row for row in rows if row.phase == phase]) for phase in PHASES]


@dataclass(frozen=True)
class PartnerRow:
    """One partner, with what it does in all phases and in the one that the initiative is in."""

    partner: Partner
    actor: Actor
    leads: bool
    parts: tuple[Part, ...]
    now: Part | None
    # Set when `now` is told of another phase than the current one.
    borrowed: bool


def partner_rows(initiative: Initiative) -> list[PartnerRow]:
    """The partners, the coordinator first; two queries."""
    rows = [_partner_row(one, initiative) for one in initiative.partners.current().with_parts()]
    return sorted(rows, key=lambda row: (not row.leads, row.actor.sort_key))


def _partner_row(partner: Partner, initiative: Initiative) -> PartnerRow:
    told = [Part(one.phase, one.role, one.contribution, one.gain) for one in partner.parts.all()]
    parts = tuple(part for part in told if not part.is_empty)
    now = part_now(parts, initiative.phase)
    leads = partner.actor_id == initiative.coordinator_id
    return PartnerRow(
        partner, partner.actor, leads, parts, now, now is not None and now.phase != initiative.phase
    )


@dataclass(frozen=True)
class GiftRow:
    """One of the four gifts that the area gets, in the group's words."""

    gift: Gift
    words: str

    @property
    def says(self) -> str:
        """The group's own words, else what such a gift is."""
        return self.words or self.gift.about


def gift_rows(gains: AreaGains | None) -> list[GiftRow]:
    """The ticked ones."""
    if gains is None:
        return []
    return [GiftRow(gift, getattr(gains, f"{gift.key}_words")) for gift in GIFTS if getattr(gains, gift.key)]


def when_of(initiative: Initiative) -> str:
    """Its period in words, "" without one."""
    return period(initiative.since, initiative.until)
