"""The routes as the URLconf has them, found by walking it."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

# Only there in debug mode, where no test runs; shows no rows of anybody.
ONLY_IN_DEBUG = {"gallery"}


@dataclass(frozen=True)
class Route:
    """One address pattern: its full name, what it takes, and what answers."""

    name: str
    parameters: tuple[str, ...]
    view: Callable

    @property
    def in_plan(self) -> bool:
        """True for the pages of a plan."""
        return "plan_slug" in self.parameters

    @property
    def parts(self) -> frozenset[str]:
        """The ids of the elements that the view's module may answer htmx with."""
        module = inspect.getmodule(inspect.unwrap(self.view))
        return frozenset(re.findall(r'\btarget="([\w-]+)"', inspect.getsource(module)) if module else ())


def routes() -> dict[str, Route]:
    """Every route by its name; one without a name stands under its pattern."""
    found = {route.name: route for route in _walk(get_resolver(), (), ())}
    return {name: route for name, route in found.items() if name not in ONLY_IN_DEBUG}


def _walk(resolver: URLResolver, spaces: tuple, above: tuple) -> Iterator[Route]:
    for one in resolver.url_patterns:
        parameters = above + tuple(one.pattern.regex.groupindex)
        if isinstance(one, URLPattern):
            name = ":".join((*spaces, one.name or f"unnamed {one.pattern}"))
            yield Route(name, parameters, one.callback)
        else:
            inner = (*spaces, one.namespace) if one.namespace else spaces
            yield from _walk(one, inner, parameters)
