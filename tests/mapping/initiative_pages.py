"""What the tests of initiatives share: addresses, what a person sends, and what a reader sees."""

from django.urls import reverse

SENT = "00000000-0000-4000-8000-000000000071"


def address(plan, name, *args):
    return reverse(f"initiatives:{name}", args=[plan.slug, *(getattr(one, "pk", one) for one in args)])


def facts(**more) -> dict:
    """What the form of an initiative sends."""
    return {"name": "Højskoledagene", "phase": "1", "belonging": "joint"} | more


def answers(topic, *levels, **more) -> dict:
    """What the form of a sitting sends, the levels in the topic's order."""
    typed = {f"level_{one.key}": str(level) for one, level in zip(topic.questions, levels, strict=False)}
    return {"held_on": "2026-11-29"} | typed | more
