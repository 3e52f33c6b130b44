"""Walks the house as its leader and as nobody, and presses every button once, to learn what may be sent."""

import random
from datetime import date
from urllib.parse import urlsplit

from django.db import transaction
from django.test import Client

from accounts.digest_links import stop_address
from accounts.models import Plan
from tests.robustness import world
from tests.robustness.generator import Generator
from tests.robustness.routes import Route, Said, route_name
from tests.robustness.sending import FORM, urlencoded
from valuegame.at_hand import AtHand

# So many pages of one kind are read; the fifth profile says what the others said.
PAGES_OF_A_KIND = 4
PRESSES_OF_A_KIND = 2
# Some of what is drawn is refused, as a day that should come and has been.
TRIES = 3
# A PDF takes a second to make and says nothing of what may be sent.
PDF_PAGES = (
    "map", "poster", "talk_guide", "interview_guide", "interview", "game_summary", "game_manual",
    "game_pieces", "game_cards", "game_adjust", "game_checklist", "game_matrix", "game_bundle",
    "notice_poster", "notice_flyers", "chain", "charter", "agenda", "minutes", "event_poster", "event_tags", "event_tables", "event_cards",
    "event_forms", "event_sheet", "empty_agreement", "conditions", "initiative_agreement", "initiative_story",
    "calendar", "goals",
)  # fmt: skip
NOT_READ = (*(f"reports:{name}" for name in PDF_PAGES), "minutes_paper:pdf")


def learn(plan: Plan, routes: dict[str, Route]) -> Said:
    """What all pages that the leader and a visitor can reach say; leaves nothing written."""
    said = Said()
    starts = ["/", *(route.path({}) for route in routes.values() if not route.arguments)]
    draft, work, actor, note = (
        world.id_of(f"{plan.slug} {it}") for it in ("draft", "work 0", "actor 0", "note 0")
    )
    # What no page links to: a file that waits, the button of a message, what a script asks for, the wall.
    starts += [
        f"/{plan.slug}/indlaes/{draft}/",
        f"/{plan.slug}/samarbejder/{work}/fortryd/",
        f"/{plan.slug}/aktoerer/{actor}/kontaktlog/{note}/fortryd/",
        f"/{plan.slug}/samarbejder/log/aktoerer/",
    ]
    figures, entry = (world.id_of(f"{plan.slug} {it}") for it in ("value draft", "entry 0"))
    starts += [f"/{plan.slug}/maal/tal/indlaes/{figures}/", f"/{plan.slug}/maal/tal/{entry}/fortryd/"]
    actor, interview = (world.id_of(f"{plan.slug} {what} 0") for what in ("actor", "interview"))
    starts.append(f"/{plan.slug}/aktoerer/{actor}/interview/{interview}/")
    starts.append(f"/spil/{plan.slug}-0/storskaerm/")
    # Their buttons on the page of reports are one form.
    starts += [f"/{plan.slug}/rapporter/{paper}/" for paper in ("aktoerark", "overdragelse", "aaret")]
    pictured = world.id_of(f"{plan.slug} notice 0")
    starts.append(f"/{plan.slug}/opslag/{pictured}/billede/")
    starts.append(f"/aabent/{plan.slug}/sker/{pictured}/billede/")
    starts += [
        f"/aabent/{plan.slug}/hsds/{part}" for part in ("", "organizations/", f"organizations/{actor}/")
    ]
    starts += [f"/aabent/{plan.slug}/hsds/services/{part}" for part in ("", f"{pictured}/")]
    listing = plan.listings.standing(date.today()).first().pk
    starts.append(f"/aabent/{plan.slug}/boersen/{listing}/billede/")
    starts.append(f"/{plan.slug}/ressourceboers/{listing}/billede/")
    held, kept = (world.id_of(f"{plan.slug} {what}") for what in ("meeting 3", "kept 1"))
    starts.append(f"/{plan.slug}/fora/moeder/{held}/referat/nyt/")
    starts.append(f"/{plan.slug}/fora/skabeloner/{kept}/hent-tilbage/")
    starts.append(f"/{plan.slug}/kalender/hent/{world.id_of(f'{plan.slug} calendar')}/")
    answering = [f"/svar/{world.TOKEN}-{plan.slug}-{n}/" for n in range(2)]
    asked = [
        f"/moede/{world.TOKEN}-{plan.slug}-{what}/"
        for what in ("moede", "dato-0/dato", "puls-0/puls", "puls-1/puls")
    ]
    links_in_mails = [
        *asked,
        f"/invitation/{world.TOKEN}{plan.slug}/",
        world.reset_link(),
        f"/kalender/{plan.slug}.ics",
        *answering,
        f"/arrangement/{plan.slug}-event-0/",
        *(f"/arrangement/mig/{plan.slug}-guest-0-{n}/" for n in (0, 4)),
    ]
    links_in_mails.append(f"/referat/{world.TOKEN}-{plan.slug}/")
    links_in_mails.append(stop_address(plan.memberships.get(pk=world.id_of(f"{plan.slug} staff"))))
    for role, more in (("leader", []), ("", links_in_mails)):
        with _undone():
            _walk(world.client_of(plan, role), starts + more, said)
    # As the walk found them: what a press makes is taken back, so nothing there can be pressed.
    there = {name: sorted(said.addresses[name])[:PRESSES_OF_A_KIND] for name in sorted(said.forms)}
    for name, paths in there.items():
        for path in paths:
            with _undone():
                _press(world.client_of(plan, "leader"), path, said, name)
    return said


class _undone:
    """All that is written inside is taken back."""

    def __enter__(self):
        self.savepoint = transaction.savepoint()

    def __exit__(self, *error):
        transaction.savepoint_rollback(self.savepoint)
        AtHand.forget_all()


def _walk(client: Client, starts: list[str], said: Said) -> None:
    """Follow links until no new page is left."""
    waiting, seen, pages = list(starts), set(), {}
    while waiting:
        path = waiting.pop(0)
        name = route_name(urlsplit(path).path)
        if path in seen or name is None or pages.get(name, 0) >= PAGES_OF_A_KIND:
            continue
        seen.add(path)
        pages[name] = pages.get(name, 0) + 1
        said.addresses[name].add(path)
        if name in NOT_READ:
            continue
        response = client.get(path, follow=True)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            waiting += said.read(response.request["PATH_INFO"], response.content.decode())


def _press(client: Client, path: str, said: Said, name: str) -> None:
    """Send a form filled in, until it is taken, and read the page that comes back for buttons that undo it."""
    drawing = Generator(None, random.Random(name), [], [], said.forms[name], {}, True, [])
    for form in said.forms[name][:PRESSES_OF_A_KIND]:
        for number in range(TRIES):
            body = urlencoded([item for item in drawing.valid(form, number) if isinstance(item[1], str)])
            response = client.generic("POST", path, body, FORM)
            if taken := response.status_code == 302:
                response = client.get(response["Location"])
            if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                said.read(response.request["PATH_INFO"], response.content.decode())
            if taken:
                break
