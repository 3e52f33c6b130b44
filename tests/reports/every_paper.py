"""Every document there is, made from a plan in which somebody wrote all they could."""

from django.urls import reverse

from tests import factories


def said_in(plan, name: str, words: str, own: str):
    """An actor of that name whose talk, interview, collaboration and guide hold the words."""
    actor = factories.make_actor(plan, name)
    talk = factories.make_talk(actor, rays={1: (3, words, words), 4: (1, words, ""), own: (2, words, words)})
    neighbour = factories.make_actor(plan, f"Nabo {name}"[:120])
    factories.make_collaboration(plan, actor, neighbour, about=own)
    return talk


def addresses(plan, talk) -> dict[str, str]:
    """What each document is called here → its address."""
    poster = reverse("reports:poster", args=[plan.slug])
    return {
        "empty poster A4": poster,
        "empty poster A3": f"{poster}?format=A3",
        "filled poster A4": f"{poster}?talk={talk.pk}",
        "filled poster A3": f"{poster}?talk={talk.pk}&format=A3",
        "talk guide": reverse("reports:talk_guide", args=[plan.slug]),
        "map": reverse("reports:map", args=[plan.slug]),
    }


NAMES = (
    "empty poster A4",
    "empty poster A3",
    "filled poster A4",
    "filled poster A3",
    "talk guide",
    "map",
)
# Those that show what somebody wrote.
WRITTEN = ("filled poster A4", "filled poster A3", "map")
