"""The rows of the actor list as markup, and the drawings they point at, which are on the page once.

A row that holds its own drawings is some 1,700 characters. And fifty rows of nine variables are a third of
the page's time in a template; here the same markup is one format string. The heads of the columns and
all around the rows stand in templates/actors/_actor_list.html.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from actors.listing import ActorListRow
from actors.models import ActorKind, ActorStatus
from config.drawings import LOAD_STEPS, icon, mark_shape
from config.looks import INK, VALUE_LOOKS, WHITE, ValueLook
from config.sun import EDGE
from config.templatetags.gavl import STATUS_LOOKS

STATUS_NAMES = dict(ActorStatus.choices)
NONE = "–"
GUESS = {"on": "", "guess": " (vores skøn)"}
ROW = """<tr>
<td class="who-cell"><div class="who">{}<span><a href="{}">{}</a><small>{}</small></span></div></td>
{}<td class="groups-cell">{}</td>
<td class="load-cell">{}</td>
<td class="number">{}</td>
{}<td class="confirmed-cell">{}</td>
<td class="status-cell">{}</td>
</tr>
"""


def table_rows(rows: Iterable[ActorListRow]) -> SafeString:
    """The rows of the table, everything people wrote in them escaped."""
    return mark_safe("".join(ROW.format(*_cells(row)) for row in rows))


def _cells(row: ActorListRow) -> tuple:
    """What goes into ROW, in its order. Name, address and target groups are people's own words."""
    return (
        mark(row.kind),
        row.url,
        escape(row.name),
        escape(row.small),
        "" if row.values is None else values(row.values),
        escape(row.target_groups) or NONE,
        load(row.collaborations),
        row.coordinating or NONE,
        "" if row.contact is None else f'<td class="contact-cell">{row.contact}</td>\n',
        row.confirmed,
        status(row.status),
    )


@lru_cache(maxsize=1)
def sprite() -> SafeString:
    """The hidden drawings that the rows point at; once per page, before or after the rows."""
    marks = format_html_join(
        "",
        '<symbol id="mark-{}" viewBox="-14 -14 28 28">{}</symbol>',
        ((kind, mark_shape(kind)) for kind in ActorKind.values),
    )
    loads = format_html_join(
        "",
        '<symbol id="load-{}" viewBox="0 0 88 16">{}</symbol>',
        ((filled, _bars(filled)) for filled in range(LOAD_STEPS + 1)),
    )
    minis = format_html_join(
        "",
        '<symbol id="value-{}-{}" viewBox="-12 -12 24 24">{}</symbol>',
        (
            (look.number, state, _mini(look, state))
            for look in VALUE_LOOKS
            for state in ("on", "guess", "off")
        ),
    )
    return format_html(
        '<svg class="sprite" width="0" height="0" aria-hidden="true">{}{}{}</svg>', marks, loads, minis
    )


def _mini(look: ValueLook, state: str) -> SafeString:
    """One value as a disc: filled where they said so, soft and dashed where we guess, blank where neither."""
    fill, ink, dashes = {
        "on": (look.fill, look.on, ""),
        "guess": (look.soft, look.deep, mark_safe(' stroke-dasharray="2.5 2"')),
        "off": (WHITE, EDGE, mark_safe(' stroke-dasharray="2.5 2"')),
    }[state]
    edge = INK if state == "on" else ink
    inner = lucide(look.icon, size=13, x=-6.5, y=-6.5, stroke=ink, stroke_width=2)
    return format_html(
        '<circle r="10.5" fill="{}" stroke="{}" stroke-width="1.3"{}/>{}',
        fill,
        edge,
        dashes,
        mark_safe(inner),
    )


@lru_cache(maxsize=256)
def values(states: tuple[str, ...]) -> SafeString:
    """The cell with the five values, pointing at the sprite; its label names those that are not blank."""
    said = zip(VALUE_LOOKS, states, strict=True)
    names = [f"{look.name}{GUESS[state]}" for look, state in said if state != "off"]
    discs = format_html_join(
        "",
        '<svg class="value-mini" aria-hidden="true"><use href="#value-{}-{}"/></svg>',
        ((look.number, state) for look, state in zip(VALUE_LOOKS, states, strict=True)),
    )
    return format_html(
        '<td class="values-cell"><span class="value-row" role="img" aria-label="{}">{}</span></td>\n',
        ", ".join(names) or "Ingen værdier endnu",
        discs,
    )


def _bars(filled: int) -> SafeString:
    """Ten small bars of which `filled` are dark, as two paths."""
    bars = [
        f"M{step * 9} 2a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-3a2 2 0 0 1-2-2z"
        for step in range(LOAD_STEPS)
    ]
    return format_html(
        '<path fill="currentColor" d="{}"/><path class="load-empty" d="{}"/>',
        "".join(bars[:filled]),
        "".join(bars[filled:]),
    )


@lru_cache(maxsize=16)
def mark(kind: str) -> SafeString:
    """The mark of a kind, pointing at the sprite."""
    return format_html('<svg class="mark" aria-hidden="true"><use href="#mark-{}"/></svg>', kind)


@lru_cache(maxsize=256)
def load(count: int) -> SafeString:
    """A number and its bar, pointing at the sprite."""
    return format_html(
        '<div class="load"><b>{}</b>'
        '<svg class="load-bar" aria-hidden="true"><use href="#load-{}"/></svg></div>',
        count,
        min(count, LOAD_STEPS),
    )


@lru_cache(maxsize=16)
def status(status: str) -> SafeString:
    """The status word with its icon."""
    style, icon_name = STATUS_LOOKS[status]
    css_class = f"tag tag-{style}" if style else "tag"
    return format_html('<span class="{}">{}{}</span>', css_class, icon(icon_name), STATUS_NAMES[status])
