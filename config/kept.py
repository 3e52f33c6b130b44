"""Parts of pages that are made once of a few facts, and kept for whoever has the same facts.

Such a part is a template that is given its facts and nothing else: no request, no user, no context
processors. What is not among the facts cannot stand in it, and the facts are what it is found by. So
nothing that is kept ever has to be thrown away: a new name, role or plan is another fact and another part.

A token of a form or a message is no fact. What is kept is in this process's memory alone, and what was not
asked for the longest makes room for what is new.
"""

from functools import lru_cache

from django.template.loader import get_template
from django.utils.safestring import SafeString

# Some 2 to 6 kB each.
AT_MOST = 1024


def part(template: str, **facts) -> SafeString:
    """The template with these facts: strings, numbers, None, and tuples of them.

    Raises TypeError for anything else: a model equals itself also when it was changed.
    """
    return _made(template, tuple((name, _exact(fact), fact) for name, fact in facts.items()))


@lru_cache(maxsize=AT_MOST)
def _made(template: str, facts: tuple) -> SafeString:
    return get_template(template).render({name: fact for name, _, fact in facts})


def _exact(fact):
    """The type, also inside tuples. For 1 equals True, and text to be escaped equals text that is markup."""
    if isinstance(fact, tuple):
        return tuple(map(_exact, fact))
    if fact is not None and not isinstance(fact, (str, int)):
        raise TypeError(f"{fact!r} can change, so nothing that is kept may be made of it.")
    return type(fact)
