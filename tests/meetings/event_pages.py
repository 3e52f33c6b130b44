"""What the tests of events share: addresses, and what a person sends."""

from django.test import Client
from django.urls import reverse


def at(event, name, *args):
    """The address of one of the event's pages for staff."""
    return reverse(f"events:{name}", args=[event.plan.slug, event.pk, *args])


def link(name, row):
    """The address of a page without login: of an event, or a guest."""
    return reverse(f"event_link:{name}", args=[row.link])


def form(**more):
    """What makes an event."""
    return {
        "title": "Kend din nabo", "text": "Mød dem, I ikke kender.", "day": "2026-12-03", "begins": "16:00",
        "ends": "18:00", "place": "Medborgerhuset", "capacity": "40", "layout": "sun", "value": "1",
    } | more  # fmt: skip


def signing(**more):
    """What signs one person up."""
    return {
        "organisation": "Skakklubben", "names": "Ib Dam", "email": "ib@skak.example", "consents": "on",
    } | more  # fmt: skip


def sign_up(event, **more):
    """Somebody without login fills in the form."""
    return Client().post(link("sign_up", event), signing(**more), follow=True)
