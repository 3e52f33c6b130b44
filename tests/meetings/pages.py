"""What the tests of forums share: addresses, what a person sends, and what a reader sees."""

import re

from django.urls import reverse

TODAY = "2026-11-30 09:00 +01:00"
TAGS = re.compile(r"<[^>]+>")


def address(plan, name, *args):
    return reverse(f"meetings:{name}", args=[plan.slug, *args])


def text_of(response) -> str:
    """The words of the page, whatever stands between them."""
    return " ".join(TAGS.sub("", response.content.decode()).split())


def sending(forum, **more):
    """An item for another forum."""
    return {
        "to": forum.pk, "ask": "decide", "title": "Lys på stien", "text": "Kan vi få to lamper?",
        "due": "2026-12-14", "links": "",
    } | more  # fmt: skip
