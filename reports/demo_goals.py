"""The goals of the demo plan Solbakken: some count themselves, some have a year of figures, with stories."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import Plan, User
from reports import goal_actions
from reports.goal_periods import Frequency, back_from
from reports.models import Goal, Indicator
from reports.value_actions import Wanted, write_values
from reports.value_import import Stored
from reports.value_marks import mark_of

JOB, SCHOOL, CRIME, TOGETHER = "Beskæft", "Uddannelse", "Kriminal", "Sammenhæng"


@dataclass(frozen=True)
class DemoIndicator:
    """One indicator. `amounts` are the latest figures, the newest last; None where nobody counted."""

    name: str
    automatic: str = ""
    part: str = ""
    area: str = ""
    unit: str = ""
    baseline: str = ""
    target: str = ""
    direction: str = "up"
    frequency: str = "month"
    influence: str = "yes"
    source: str = ""
    minutes: int = 0
    amounts: tuple = ()


@dataclass(frozen=True)
class DemoGoal:
    """A goal, its parts, and the stories beside it: (days ago, title, text)."""

    theme: str
    name: str
    why: str = ""
    influence: str = "yes"
    measured: str = "partly"
    indicators: tuple[DemoIndicator, ...] = ()
    parts: tuple["DemoGoal", ...] = ()
    stories: tuple[tuple[int, str, str], ...] = ()


GOALS = (
    DemoGoal(
        JOB, "Flere unge får et fritidsjob", "Et job tæt på giver kolleger, penge og noget at stå op til.",
        indicators=(
            DemoIndicator(
                "Unge i fritidsjob", unit="unge", baseline="11", target="25", source="Jobhusets liste",
                minutes=30, amounts=(11, 12, 12, 14, 15, 15, 18, 21, 17, 18, 19, 19, 21),
            ),
            DemoIndicator(
                "Butikker med fritidsjobbere", unit="butikker", baseline="3", target="8", frequency="quarter",
                source="Jobhuset ringer rundt", minutes=60, amounts=(3, 3, 4, 5, 5, 6, 6),
            ),
        ),
        parts=(
            DemoGoal(
                JOB, "Flere erhvervsdrivende er med", measured="yes",
                indicators=(
                    DemoIndicator(
                        "Erhvervsdrivende i samarbejde", automatic="in_work", part="business", target="8"
                    ),
                ),
            ),
        ),
        stories=(
            (24, "Byggemarkedet ringede selv",
             "Efter mødet i ressourcenetværket spurgte Byggemarkedet, om de måtte tage to mere om lørdagen. "
             "Jobhuset og Ungdomsskolen fandt dem på en uge."),
            (160, "Plejehjemmet kom med",
             "Plejehjemmet åbnede for fritidsjob i weekenden. De kom med, fordi købmanden fortalte om det."),
        ),
    ),
    DemoGoal(
        SCHOOL, "Flere familier bruger lektiehjælpen", "Børn, der får hjælp, kommer videre sammen.",
        indicators=(
            DemoIndicator(
                "Børn til lektiehjælp", unit="børn", baseline="34", target="60", source="Lektiecaféens bog",
                minutes=45, amounts=(34, 33, 38, 41, 40, 44, 20, None, 46, 49, 52, 51, 55),
            ),
            DemoIndicator(
                "Elever med fravær over 10 %", unit="%", baseline="14", target="10", direction="down",
                influence="partly", frequency="quarter", source="Skolens tal", minutes=90,
                amounts=("14", "14,5", "13,8", "13", "12,4", "12,9", "12,1"),
            ),
        ),
        stories=(
            (52, "Biblioteket flyttede lektiehjælpen ned i gården",
             "I august sad frivillige fra Lektiecaféen og Biblioteket ude. Flere familier fandt vej derind "
             "bagefter."),
        ),
    ),
    DemoGoal(
        CRIME, "Området er trygt om aftenen", influence="partly", measured="no",
        indicators=(
            DemoIndicator(
                "Anmeldelser om hærværk", unit="sager", baseline="9", target="4", direction="down",
                influence="no", source="Politiets månedsbrev", minutes=20,
                amounts=(9, 7, 8, 6, 7, 5, 6, 8, 6, 5, 7, 6, 6),
            ),
            DemoIndicator(
                "Lamper, der ikke virker", unit="lamper", baseline="3", target="0", direction="down",
                source="Driften går en runde", minutes=120,
                amounts=(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3),
            ),
            DemoIndicator(
                "Naboer på tryghedsvandring", unit="naboer", target="30", source="Vi tæller på turen",
                minutes=25, amounts=(12, 18, None, 21, 25, 19, 16, None, 22, None, None, None, None),
            ),
        ),
    ),
    DemoGoal(
        TOGETHER, "Organisationerne gør mere sammen", "Det, der bliver, er det, I gør sammen.", measured="yes",
        indicators=(
            DemoIndicator("Samarbejder i gang", automatic="works", target="60"),
            DemoIndicator("Samskaber", automatic="works", part="5", target="15"),
            DemoIndicator("Broer mellem sektorer", automatic="bridges", target="45"),
            DemoIndicator("Nye samarbejder pr. kvartal", automatic="new_works", frequency="quarter", target="15"),
            DemoIndicator("Aktive aktører", automatic="active", target="45"),
            DemoIndicator("Aktører, vi har nået i Østhøj", automatic="reached", area="Østhøj", target="10"),
        ),
        parts=(
            DemoGoal(
                TOGETHER, "Møderne er tiden værd", measured="yes",
                indicators=(
                    DemoIndicator("Fremmøde", automatic="attendance", target="80"),
                    DemoIndicator("Punkter besvaret til tiden", automatic="answered", target="90"),
                ),
            ),
        ),
        stories=(
            (9, "Bestyrelsen svarede samme måned",
             "Følgegruppe Østhøj løftede lyset på stien. Svaret kom på næste møde, og to lamper er bestilt."),
        ),
    ),
    DemoGoal(
        TOGETHER, "Naboer står for noget selv", "Beboerdrevne foreninger bærer det videre, når pengene slipper op.",
        indicators=(
            DemoIndicator("Beboerdrevne foreninger i samarbejde", automatic="in_work", part="resident", target="10"),
            DemoIndicator("Nye aftaler på ressourcebørsen", automatic="agreements", frequency="quarter", target="3"),
        ),
    ),
)  # fmt: skip


def write_goals(plan: Plan, leader: User, today: date) -> None:
    """Five goals with two parts; what is counted by hand has figures up to last month."""
    for goal in GOALS:
        made = _goal(plan, leader, goal, None, today)
        for part in goal.parts:
            _goal(plan, leader, part, made, today)


def _goal(plan: Plan, leader: User, goal: DemoGoal, parent: Goal | None, today: date) -> Goal:
    values = {
        "name": goal.name, "why": goal.why, "influence": goal.influence, "measured": goal.measured,
        "focus_area": plan.focusareas.get(name__startswith=goal.theme), "parent": parent,
    }  # fmt: skip
    made = goal_actions.create_goal(plan=plan, by=leader, values=values)
    for one in goal.indicators:
        _indicator(plan, leader, made, one, today)
    for days, title, text in goal.stories:
        told = {"title": title, "text": text, "on": today - timedelta(days=days)}
        goal_actions.tell_story(goal=made, by=leader, values=told)
    return made


def _indicator(plan: Plan, leader: User, goal: Goal, one: DemoIndicator, today: date) -> None:
    owner = plan.memberships.filter(role="staff").order_by("user__email").first()
    values = {
        "name": one.name, "automatic": one.automatic, "part": one.part, "unit": one.unit or _unit(one),
        "area": plan.areas.get(name=one.area) if one.area else None, "direction": one.direction,
        "baseline": _amount(one.baseline), "target": _amount(one.target), "frequency": one.frequency,
        "influence": one.influence, "source": one.source, "minutes": one.minutes,
        "owner": None if one.automatic else owner,
    }  # fmt: skip
    made = goal_actions.create_indicator(goal=goal, by=leader, values=values)
    _figures(plan, leader, made, one, today)


def _unit(one: DemoIndicator) -> str:
    return {"attendance": "%", "answered": "%", "agreements": "aftaler"}.get(one.automatic, "")


def _amount(text: object) -> Decimal | None:
    return None if text in ("", None) else Decimal(str(text).replace(",", "."))


def _figures(plan: Plan, leader: User, made: Indicator, one: DemoIndicator, today: date) -> None:
    """The figures of the periods that are over, the newest last."""
    frequency = Frequency(one.frequency)
    over = back_from(today, frequency, len(one.amounts) + 1)[:-1]
    wanted = [
        Wanted((made.pk, period.first), Stored(_amount(amount)), mark_of(None))
        for period, amount in zip(over, one.amounts, strict=False)
        if amount is not None
    ]
    if wanted:
        write_values(plan=plan, by=leader, wanted=wanted, now=timezone.now(), submission=uuid.uuid4())
