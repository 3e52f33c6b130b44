"""The year's documentation: what was begun, held and agreed, quarter by quarter."""

from datetime import date

from django.utils import timezone

from actors.models import ActorKind
from config.danish import capitalised, count, join_names
from mapping.models import Answer, Form
from meetings.attendance import PRESENT, Came
from reports.paper_ask import Ask
from reports.paper_quarters import HEADINGS, Happened, attended, happened, told
from reports.paper_shapes import Chapter, Figure, Section, Table

KINDS, FORMS = dict(ActorKind.choices), dict(Form.choices)


def year_chapter(ask: Ask, with_lists: bool = True) -> Chapter:
    """The chapter of `ask.year`, of this year what there is so far; `with_lists` names everything new."""
    rows = _happened(ask)
    sections = [_in_short(ask, rows), _quarters(ask, rows), _forms(ask)]
    if with_lists:
        sections += [_meetings(ask), _new_actors(ask), _new_collaborations(ask), _agreements(ask)]
    lede = "Tallene kommer af det, I selv har skrevet ned i løbet af året."
    return Chapter(f"Året {ask.year}", lede, tuple(one for one in sections if one))


def _of_year(ask: Ask, moments) -> list[date]:
    """Days in Copenhagen that are not to come."""
    days = (timezone.localdate(one) for one in moments)
    return [day for day in days if day.year == ask.year and day <= ask.today]


def _days(ask: Ask, days) -> list[date]:
    return [day for day in days if day.year == ask.year and day <= ask.today]


def _happened(ask: Ask) -> dict[str, Happened]:
    """Everything that is counted, by its key: one query each."""
    plan, met = ask.plan, Answer.MEET
    days = {
        "actors": ("Skrevet i registret", _of_year(ask, plan.actors.values_list("created_at", flat=True))),
        "collaborations": ("Nye samarbejder", _days(ask, _begun(ask))),
        "initiatives": (
            "Nye initiativer",
            _of_year(ask, plan.initiatives.values_list("created_at", flat=True)),
        ),
        "meetings": ("Møder i fora", _of_year(ask, _held(ask))),
        "agreements": ("Aftaler", _of_year(ask, _agreed(ask).values_list("giver_yes_at", flat=True))),
        "matches": (
            "Møder foreslået mellem to aktører",
            _of_year(
                ask,
                plan.matchanswers.filter(answer=met, taken_back_at=None).values_list("at", flat=True),
            ),
        ),
        "talks": (
            "Samtaler og interview",
            _days(ask, plan.talks.kept().exclude(source="estimate").values_list("held_on", flat=True)),
        ),
        "contacts": ("Kontakter", _days(ask, plan.contactnotes.kept().values_list("on", flat=True))),
    }
    return {key: happened(name, found, ask.year, ask.today) for key, (name, found) in days.items()}


def _begun(ask: Ask) -> list[date]:
    rows = ask.plan.collaborations.values_list("since", "created_at")
    return [since or timezone.localdate(logged) for since, logged in rows]


def _held(ask: Ask):
    return ask.plan.meetings.held(ask.now).values_list("begins_at", flat=True)


def _agreed(ask: Ask):
    """Agreements that both have said yes to; the day of the giver's yes counts for both."""
    return ask.plan.agreements.filter(giver_yes_at__isnull=False, taker_yes_at__isnull=False)


def _in_short(ask: Ask, rows: dict[str, Happened]) -> Section:
    said = told(
        [
            (rows["actors"].total, "én aktør", "aktører"),
            (rows["collaborations"].total, "ét nyt samarbejde", "nye samarbejder"),
            (rows["agreements"].total, "én aftale", "aftaler"),
            (rows["meetings"].total, "ét møde", "møder"),
        ],
        ask.year,
        ask.today,
    )
    nothing = f"Der er ikke skrevet noget ned for {ask.year}."
    figures = tuple(
        Figure(rows[key].name, rows[key].total)
        for key in ("actors", "collaborations", "initiatives", "agreements")
    )
    return Section("Kort fortalt", (said or nothing,), figures)


def _quarters(ask: Ask, rows: dict[str, Happened]) -> Section:
    came = attended(_marks(ask), ask.year, ask.today)
    lines = (*(row.row for row in rows.values()), ("Fremmøde", *came))
    table = Table("Kvartal for kvartal", ("Hvad", *HEADINGS), lines, (4, 2, 2, 2, 2, 2))
    note = "Fremmøde er den del af pladserne, der var til stede, af dem, der er skrevet ned."
    return Section("Kvartal for kvartal", (note,), table=table)


def _marks(ask: Ask) -> list[tuple[date, bool]]:
    rows = ask.plan.attendances.filter(meeting__in=ask.plan.meetings.held(ask.now).order_by())
    return [
        (timezone.localdate(begins), Came(mark) in PRESENT)
        for begins, mark in rows.values_list("meeting__begins_at", "came")
    ]


def _forms(ask: Ask) -> Section:
    facts = [
        (since or timezone.localdate(logged), form)
        for since, logged, form in ask.plan.collaborations.values_list("since", "created_at", "form")
    ]
    lines = tuple(
        happened(name, _days(ask, [day for day, one in facts if one == form]), ask.year, ask.today).row
        for form, name in Form.choices
    )
    table = Table("Nye efter form", ("Samarbejdsform", *HEADINGS), lines, (4, 2, 2, 2, 2, 2))
    return Section("Nye samarbejder efter form", table=table)


def _new_actors(ask: Ask) -> Section | None:
    found = ask.plan.actors.active().by_name().values_list("name", "kind", "core_task", "created_at")
    rows = tuple(
        (name, KINDS[kind], task) for name, kind, task, at in found if _of_year(ask, [at])
    )  # fmt: skip
    if not rows:
        return None
    table = Table("Nye aktører", ("Aktør", "Type", "Kerneopgave"), rows, (3, 2, 4))
    return Section(
        "Nye aktører", (f"{capitalised(count(len(rows), 'aktør', 'aktører'))} er kommet til.",), table=table
    )


def _new_collaborations(ask: Ask) -> Section | None:
    rows = []
    for one in ask.plan.collaborations.with_parts().order_by("since", "created_at", "pk"):
        day = one.since or timezone.localdate(one.created_at)
        if _days(ask, [day]):
            names = join_names([part.actor.label for part in one.participations.all()])
            rows.append((day, one.about or FORMS[one.form], FORMS[one.form], names))
    if not rows:
        return None
    table = Table("Nye samarbejder", ("Siden", "Om", "Form", "Hvem"), tuple(rows), (4, 5, 3, 8))
    return Section("Nye samarbejder", table=table)


def _meetings(ask: Ask) -> Section | None:
    held = [
        (timezone.localdate(begins), forum)
        for begins, forum in ask.plan.meetings.held(ask.now).values_list("begins_at", "forum__name")
    ]
    forums = sorted({forum for day, forum in held if day.year == ask.year})
    if not forums:
        return None
    rows = tuple(
        happened(name, [day for day, forum in held if forum == name], ask.year, ask.today).row
        for name in forums
    )
    table = Table("Møder i fora", ("Forum", *HEADINGS), rows, (4, 2, 2, 2, 2, 2))
    return Section("Møder i fora", table=table)


def _agreements(ask: Ask) -> Section | None:
    rows = tuple(
        (timezone.localdate(at), what, giver, taker)
        for at, what, giver, taker in _agreed(ask)
        .order_by("giver_yes_at", "pk")
        .values_list("giver_yes_at", "what", "giver__name", "taker__name")
        if _of_year(ask, [at])
    )
    if not rows:
        return None
    table = Table("Aftaler", ("Ja den", "Hvad", "Giver", "Får"), rows, (4, 6, 5, 5))
    return Section("Aftaler på børsen", table=table)
