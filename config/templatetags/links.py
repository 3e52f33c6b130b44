"""Template tags for parts that are kept, and for links that keep the rest of the page's address."""

from functools import lru_cache

from django import template
from django.core.paginator import Paginator
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from config import drawings
from config.chips import as_chips
from config.kept import part

register = template.Library()

# A page's own query string, as pairs (name, values).
Address = tuple[tuple[str, tuple[str, ...]], ...]


# -- Parts that are kept -------------------------------------------------------------------------------


@register.simple_tag
def kept(template_name: str, **facts) -> SafeString:
    """A part made once of these facts (config/kept.py): {% kept "components/_rail.html" shell=shell %}."""
    return part(template_name, **facts)


@register.simple_tag(takes_context=True)
def kept_links(context, template_name: str, **facts) -> SafeString:
    """The same for a part whose links keep the rest of the address, or fetch the page's part `list_id`."""
    return part(template_name, own_query=_address(context), list_id=context.get("list_id") or "", **facts)


register.filter(as_chips)


# -- Links ---------------------------------------------------------------------------------------------


def _address(context) -> Address:
    """The page's own query string: a fact of a part that is kept, else from the request."""
    address = context.get("own_query")
    if address is None:
        address = tuple((name, tuple(values)) for name, values in context["request"].GET.lists())
    return address


@register.simple_tag(takes_context=True)
def query_with(context, name: str, value="") -> str:
    """The page's own query string with one parameter changed (emptied: left out), from page one."""
    return _query_with(_address(context), name, value)


def _query_with(address: Address, name: str, value) -> str:
    query = [(key, values) for key, values in address if key not in ("page", name)]
    if value not in ("", None):
        query.append((name, [value]))
    return "?" + urlencode(query, doseq=True)


@register.simple_tag(takes_context=True)
def part_link(context, url: str) -> SafeString:
    """The attributes that let htmx fetch `url` into the part named by `list_id`, if the page has one."""
    return _part_link(url, context.get("list_id"))


def _part_link(url: str, list_id: str | None) -> SafeString:
    if not list_id:
        return mark_safe("")
    return format_html(' hx-get="{}" hx-target="#{}" hx-swap="outerHTML" hx-push-url="true"', url, list_id)


@register.simple_tag(takes_context=True)
def sort_link(
    context, key: str, label: str, current: str, css_class: str = "", first: str = "up"
) -> SafeString:
    """A column head that sorts by `key`: the whole <th>, with aria-sort and an arrow.

    `current` is the sort in force: "name" rising, "-name" falling. `first` is the direction of the
    first press, "up" or "down" (for numbers, where the most is wanted first).
    """
    direction = {key: "ascending", f"-{key}": "descending"}.get(current, "")
    rising_next = direction == "descending" or (not direction and first == "up")
    wish = key if rising_next else f"-{key}"
    return _sort_head(_address(context), context.get("list_id"), wish, label, css_class, direction)


@lru_cache(maxsize=512)
def _sort_head(
    address: Address, list_id: str | None, sort: str, label: str, css_class: str, direction: str
) -> SafeString:
    """The head whose next press sorts by `sort`. Labels are the templates' own words."""
    url = _query_with(address, "sort", sort)
    arrow = {"ascending": "arrow-up", "descending": "arrow-down"}.get(direction)
    return format_html(
        '<th scope="col"{}{}><a id="sort-{}" href="{}"{}>{}{}</a></th>',
        format_html(' class="{}"', css_class) if css_class else "",
        format_html(' aria-sort="{}"', direction) if direction else "",
        *(sort.removeprefix("-"), url, _part_link(url, list_id), label),
        drawings.icon(arrow) if arrow else "",
    )


@register.simple_tag
def page_numbers(number: int, pages: int) -> list[int | str]:
    """The numbers to show under a list, with gaps: 1 2 3 … 40."""
    return list(Paginator(range(pages), 1).get_elided_page_range(number, on_each_side=1, on_ends=1))
