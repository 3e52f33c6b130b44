"""The network as a chapter: the map, what it says, and how it went half year by half year."""

from django.template.loader import render_to_string
from django.utils import timezone

from config.looks import KIND_LOOKS
from mapping.map_forms import MapFilterForm
from mapping.map_picture import MapPicture
from mapping.models import Form
from reports.paper_ask import Ask
from reports.paper_bars import HEIGHT, side_by_side, width_of
from reports.paper_half_years import Counted, Fact, counted, development, half_years
from reports.paper_shapes import Chapter, Drawing, Figure, Section, Table

# The map and a line of its legend, as print-report.css has them.
MAP_MM, LEGEND_LINE_MM = (174, 190), 11


def network_chapter(ask: Ask, with_lines: bool = True) -> Chapter:
    """The whole chapter; `with_lines` the table that says the same as the map stands at its end."""
    picture = MapPicture.read(ask.plan, MapFilterForm({}, plan=ask.plan), today=ask.today)
    rows = read_half_years(ask)
    sections = [_read(picture, rows), _map(picture), _over_time(rows), _by_form(rows)]
    if with_lines and picture.table:
        sections.append(_lines(picture))
    return Chapter("Netværket", "Hvem der arbejder sammen, og hvordan det har udviklet sig.", tuple(sections))


def read_half_years(ask: Ask) -> list[Counted]:
    """The numbers of the plan's half years: two queries."""
    facts = _facts(ask)
    first = ask.plan.starts_on or min((fact.begun for fact in facts), default=ask.today)
    return counted(facts, half_years(first, ask.today))


def _facts(ask: Ask) -> list[Fact]:
    """Every collaboration as of its dates; one without a first day began when it was logged."""
    actors: dict = {}
    for collaboration, actor in ask.plan.participations.order_by().values_list(
        "collaboration_id", "actor_id"
    ):
        actors.setdefault(collaboration, []).append(str(actor))
    rows = ask.plan.collaborations.values_list("pk", "since", "created_at", "until", "form")
    return [
        Fact(since or timezone.localdate(logged), until, form, tuple(actors.get(pk, ())))
        for pk, since, logged, until, form in rows
    ]


def _read(picture: MapPicture, rows: list[Counted]) -> Section:
    network = picture.network
    figures = (
        Figure("Aktører på kortet", len(network.nodes)),
        Figure("Med i samarbejder", network.connected),
        Figure("Samarbejder i gang", network.collaborations),
        Figure("Kerneaktører", len(network.core)),
        Figure("Uden samarbejder", len(network.without_lines)),
    )
    return Section("Det viser kortet", picture.sentences, figures)


def _map(picture: MapPicture) -> Section:
    context = {
        "map": picture.shapes,
        "plan": picture.plan,
        "kinds": KIND_LOOKS.values(),
        "forms": picture.legend(room_mm=MAP_MM, line_mm=LEGEND_LINE_MM),
    }
    svg = render_to_string("print/_report_map.html", context)
    return Section(
        "Kortet",
        drawing=Drawing(
            svg,
            picture.shapes.description,
        ),
    )


def _over_time(rows: list[Counted]) -> Section:
    series = side_by_side(
        ("Samarbejder i halvåret", [(row.half.short, row.going) for row in rows]),
        ("Aktører, der var med", [(row.half.short, row.actors) for row in rows]),
    )
    svg = render_to_string(
        "print/_report_bars.html", {"charts": series, "width": width_of(series), "height": HEIGHT}
    )
    said = ", ".join(f"{row.half.name} {row.going} samarbejder og {row.actors} aktører" for row in rows)
    table = Table(
        "Halvår for halvår",
        ("Halvår", "Samarbejder", "Heraf begyndt", "Heraf sluttet", "Aktører med"),
        tuple((row.half.name, row.going, row.begun, row.ended, row.actors) for row in rows),
        (3, 2, 2, 2, 2),
    )
    note = (
        "Et samarbejde tæller med i hvert halvår, det har været i gang. Det seneste halvår er indtil i dag."
    )
    return Section(
        "Halvår for halvår", (*development(rows), note), drawing=Drawing(svg, f"Søjler: {said}."), table=table
    )


def _by_form(rows: list[Counted]) -> Section:
    table = Table(
        "Samarbejdsformer",
        ("Halvår", *Form.labels),
        tuple((row.half.name, *row.forms) for row in rows),
        (4, 3, 3, 5, 3, 3),
    )
    note = "Ingen af de fem former er målet. De passer til hver sit."
    return Section("Samarbejdsformer", (note,), table=table)


def _lines(picture: MapPicture) -> Section:
    rows = tuple(
        (row.a.name, row.b.name, row.form_name, row.about) for row in picture.table_rows(picture.table)
    )
    headings = ("Aktør", "Samarbejder med", "Form", "Om")
    return Section(
        "Kortet som tabel", table=Table("Kortet som tabel", headings, rows, (3, 3, 2, 3))
    )  # fmt: skip
