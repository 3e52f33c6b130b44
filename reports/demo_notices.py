"""Notices of the demo plan Solbakken: three of single actors, and one joint for children and young people."""

import uuid
from datetime import date, timedelta

from accounts.models import Plan, User
from exchange.notice_actions import create_notice
from reports.demo_places import actor_named

# A part of the actor's name or "", headline, text, when, how many days it stands, where, layout, value.
NOTICES = (
    (
        "", "Det kan du lave efter skole", "Gratis for alle mellem 7 og 17 år. Kom, som du er.",
        "Hver dag kl. 14–20", 90, "Rundt om i Solbakken", "sun", 5,
    ),
    (
        "Lektie", "Lektiehjælp med boller og te", "Vi hjælper med matematik, dansk og engelsk. Tag bogen med.",
        "Hver torsdag kl. 16–18", 60, "Biblioteket, Solbakkevej 12", "gable", 3,
    ),
    (
        "Cykel", "Lav din cykel med os", "Vi har værktøj og lapper. Du skruer selv, og vi viser hvordan.",
        "Lørdage kl. 10–14", 75, "Værkstedet i gården", "pieces", 4,
    ),
    (
        "Kvindeforening", "Fællesspisning med mad fra syv køkkener", "Vi dækker op til 80. Børn spiser gratis.",
        "Fredag kl. 17.30–20", 12, "Festsalen i medborgercentret", "sun", 1,
    ),
)  # fmt: skip


def write_notices(plan: Plan, leader: User, today: date) -> None:
    """Four that hang now; two of them gathered by the joint one."""
    group = plan.targetgroups.filter(name__icontains="unge").first() or plan.targetgroups.first()
    asked = plan.contacts.current().filter(consent_state="given", consent_scope__contains="public").first()
    for number, (actor, title, text, when, days, place, layout, value) in enumerate(NOTICES):
        values = {
            "title": title, "text": text, "when_text": when, "last_on": today + timedelta(days=days),
            "first_on": today + timedelta(days=days) if number == len(NOTICES) - 1 else None,
            "place": place, "actor": actor_named(plan, actor) if actor else None, "layout": layout,
            "value": value, "target_group": group if number < len(NOTICES) - 1 else None, "is_public": True,
            "contact": None if actor else asked,
        }  # fmt: skip
        create_notice(plan=plan, by=leader, values=values, submission=uuid.uuid4())
