"""Template tags of printed sheets: {% load print %}."""

from django import template
from django.utils.safestring import SafeString

from reports import small_drawings
from reports.paper_words import soft_hyphened

register = template.Library()


@register.simple_tag
def value_disc(number: int | str) -> SafeString:
    """The disc of a value beside its name: {% value_disc 3 %}."""
    return small_drawings.value_disc(int(number))


@register.filter
def soft(text: str) -> str:
    """The text with places where its long words may break: {{ cell|soft }}."""
    return soft_hyphened(text)
