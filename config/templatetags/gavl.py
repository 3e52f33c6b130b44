"""Template tags of the design, loaded in every template. docs/components.md shows each in use.

Links that keep the rest of the address stand in links.py.
"""

import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from config import danish, drawings, drawings_of_notices, looks, undo
from config.hyphens import soft_hyphened
from config.sun import small_sun
from config.unbroken import whole_parts

register = template.Library()

# How each status of an actor looks: style of the tag, icon.
STATUS_LOOKS = {
    "active": ("ok", "check"),
    "contacted": ("info", "phone"),
    "spotted": ("", "eye"),
    "dormant": ("warn", "history"),
}
ALERT_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-alert", "info": "info"}
# Django's message levels as styles of alerts.
LEVEL_STYLES = {"success": "ok", "warning": "warn", "error": "bad"}


# -- Small drawings and names -------------------------------------------------------------------


@register.simple_tag
def icon(name: str) -> SafeString:
    """A lucide icon beside a word: {% icon "handshake" %}."""
    return drawings.icon(name)


@register.simple_tag
def mark(kind: str, size: str = "m", label: str = "") -> SafeString:
    """The mark of an actor's kind: {% mark actor.kind "s" %}."""
    return drawings.mark(str(kind), size, str(label))


@register.simple_tag
def who(actor, url: str = "", small: str = "", size: str = "m") -> SafeString:
    """Mark, name (as a link with `url`) and a small second line: {% who actor url actor.address %}."""
    name = (
        format_html('<a href="{}">{}</a>', url, actor.name) if url else format_html("<b>{}</b>", actor.name)
    )
    second = format_html("<small>{}</small>", small) if small else ""
    return format_html(
        '<div class="who">{}<span>{}{}</span></div>', drawings.mark(str(actor.kind), size), name, second
    )


@register.simple_tag
def form_line(form: int, name: str = "", weight: str = "") -> SafeString:
    """The line of a form of collaboration, with its name beside it if given; `weight` for a legend."""
    line = drawings.form_line(int(form), weight)
    return format_html('<span class="form">{}{}</span>', line, name) if name else line


@register.simple_tag
def tag(text: str, style: str = "", icon: str = "") -> SafeString:
    """A status word: {% tag "Aktiv" "ok" "check" %}. Styles: ok, warn, bad, info or none."""
    css_class = f"tag tag-{style}" if style else "tag"
    return format_html('<span class="{}">{}{}</span>', css_class, drawings.icon(icon) if icon else "", text)


@register.simple_tag
def status_tag(status: str, name: str) -> SafeString:
    """An actor's status as a tag: {% status_tag actor.status actor.get_status_display %}."""
    return tag(name, *STATUS_LOOKS.get(status, ("", "")))


@register.simple_tag
def load_bar(count: int, over: bool = False) -> SafeString:
    """A number with ten small bars; `over` makes it red, and the page must say why in words."""
    return format_html(
        '<div class="load{}"><b>{}</b>{}</div>',
        " load-over" if over else "",
        danish.number(count),
        drawings.load_bar(min(count, drawings.LOAD_STEPS)),
    )


@register.simple_tag
def value(number: int) -> SafeString:
    """One of the five values as a chip with icon and name."""
    look = looks.VALUE_LOOKS[number - 1]
    return format_html('<span class="value value-{}">{}{}</span>', number, _disc(look.icon), look.name)


@register.simple_tag
def value_disc(number: int) -> SafeString:
    """The icon of one of the five values, beside its name: {% value_disc 1 %}Bredere målgruppe."""
    return format_html('<span class="value-{}">{}</span>', number, _disc(looks.VALUE_LOOKS[number - 1].icon))


@register.simple_tag
def value_row(numbers) -> SafeString:
    """The five values as discs, those in `numbers` filled; one label names them."""
    chosen = [look for look in looks.VALUE_LOOKS if look.number in numbers]
    discs = format_html_join(
        "",
        '<span class="value-{}">{}</span>',
        ((look.number, _disc(look.icon, off=look not in chosen)) for look in looks.VALUE_LOOKS),
    )
    label = ", ".join(look.name for look in chosen) or "Ingen værdier endnu"
    return format_html('<span class="value-row" role="img" aria-label="{}">{}</span>', label, discs)


def _disc(icon_name: str, off: bool = False) -> SafeString:
    return format_html(
        '<span class="value-disc{}">{}</span>', " value-off" if off else "", drawings.icon(icon_name)
    )


@register.simple_tag
def logo() -> SafeString:
    """The sun before the plan's name."""
    return drawings.logo()


@register.simple_tag
def sunrise() -> SafeString:
    """The sun of the yellow greeting: <div class="greeting">{% sunrise %}<h1>…</h1><p>…</p></div>."""
    return drawings.sunrise()


@register.simple_tag
def sun(levels, guessed=()) -> SafeString:
    """The small sun: {% sun levels %}, levels as {1: 3, 2: None, …}; `guessed` are our own estimates."""
    return small_sun(levels, guessed=guessed)


@register.simple_tag
def notice_scene(layout: str, value: int) -> SafeString:
    """The picture of a notice without a photo: {% notice_scene "sun" 4 %}, a layout and a value."""
    return drawings_of_notices.scene(str(layout), int(value))


@register.simple_tag
def piece_and_hole() -> SafeString:
    """The drawing of an empty state."""
    return drawings.piece_and_hole()


@register.simple_tag
def match_knob() -> SafeString:
    """The knob between the two pieces of a match card."""
    return drawings.match_knob()


# -- Blocks with content -------------------------------------------------------------------------


@register.simple_block_tag
def alert(content, style: str = "info", icon: str = ""):
    """The state of this page: {% alert "warn" %}<b>Fritidsjob</b> mangler en ansvarlig.{% endalert %}."""
    context = {"content": content, "style": style, "icon": icon or ALERT_ICONS[style]}
    return render_to_string("components/alert.html", context)


@register.simple_block_tag
def empty_state(content, heading: str, text: str = ""):
    """Nothing here yet: heading, one sentence, and the buttons inside the block."""
    context = {"content": mark_safe(content.strip()), "heading": heading, "text": text}
    return render_to_string("components/empty.html", context)


@register.simple_block_tag
def dialog(content, id: str, heading: str, css_class: str = ""):
    """A dialog that a link with data-dialog="<id>" opens; without script the link goes to its page."""
    context = {"content": content, "id": id, "heading": heading, "css_class": css_class}
    return render_to_string("components/dialog.html", context)


# -- The way here ------------------------------------------------------------------------------------


@register.simple_tag
def crumbs(*steps) -> SafeString:
    """The way here: {% crumbs "Aktører" list_url actor.name %}, names and addresses by turns."""
    pairs = zip(steps[:-1:2], steps[1:-1:2], strict=True)
    links = format_html_join("", '<li><a href="{1}">{0}</a></li>', pairs)
    return format_html(
        '<nav class="crumbs" aria-label="Brødkrumme"><ol>{}<li aria-current="page">{}</li></ol></nav>',
        *(links, steps[-1]),
    )


# -- Forms and messages ---------------------------------------------------------------------------------


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms, then: str = "så kan du gemme"):
    """Everything wrong in these forms, as links to the fields; it takes focus. Nothing when all is well."""
    general = [error for form in forms for error in form.non_field_errors()]
    fields = [(field, error) for form in forms for field in form for error in field.errors]
    amount = len(general) + len(fields)
    things = "én ting" if amount == 1 else f"{danish.number_word(amount)} ting"
    return {"general": general, "fields": fields, "amount": amount, "things": things, "then": then}


@register.filter
def long_day(day, today) -> str:
    """A date in words, with the year when it is not this one: {{ talk.held_on|long_day:today }}."""
    return danish.long_date(day, today)


@register.filter
def whole(text: str) -> SafeString:
    """A text whose dates and times are never broken over two lines: {{ notice.when_text|whole }}."""
    parts = ('<span class="whole">{}</span>' if kept else "{}" for _, kept in whole_parts(str(text)))
    return format_html("".join(parts) or "{}", *([part for part, _ in whole_parts(str(text))] or [""]))


@register.filter
def breakable(name: str) -> str:
    """The name of a value with the place where its longest word may break: for headings on a small phone."""
    return name.replace("samarbejdsgrundlag", "samarbejds\N{SOFT HYPHEN}grundlag")


@register.filter
def soft(text: str) -> str:
    """The text with places where its long words may break, for a narrow column: {{ cell|soft }}."""
    return soft_hyphened(str(text))


@register.filter
def as_json(data) -> str:
    """Data for a script, for a data- attribute."""
    return json.dumps(data, cls=DjangoJSONEncoder)


@register.filter
def extras(message):
    """What config.undo.done stored with a message."""
    return undo.extras_of(message)


@register.filter
def alert_style(message) -> str:
    """The style of the alert for a message's level."""
    return LEVEL_STYLES.get(message.level_tag, "info")


@register.filter
def alert_icon(style: str) -> str:
    """The icon of an alert's style."""
    return ALERT_ICONS[style]
