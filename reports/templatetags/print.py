"""Template tags of printed sheets: {% load print %}."""

from django import template
from django.utils.safestring import SafeString

from reports import small_drawings

register = template.Library()


@register.simple_tag
def value_disc(number: int | str) -> SafeString:
    """The disc of a value beside its name: {% value_disc 3 %}."""
    return small_drawings.value_disc(int(number))
