"""Template tags of reports and printed sheets: {% load print %}."""

from django import template
from django.utils.safestring import SafeString

from reports import paper_words, small_drawings

register = template.Library()


@register.simple_tag
def value_disc(number: int | str) -> SafeString:
    """The disc of a value beside its name: {% value_disc 3 %}."""
    return small_drawings.value_disc(int(number))


@register.filter(expects_localtime=True)
def figures_from(made_at, today) -> str:
    """As of when a kept report was read: {{ job.made_at|figures_from:today }}."""
    return paper_words.figures_from(made_at, today)
