"""Two real ways of organising, entered through the pages as they are described; names of people are left out.

Slagelse (VIVE 2021): a board with shared chair, a coordination group, a centre, four follow-up groups of
which one was ended, a staff forum, three links, and a rotation between them. Albertslund (2017):
three theme networks with a charter, and recommendations to the board.
"""

import pytest

from meetings.models import Forum
from tests import factories
from tests.meetings.pages import address, sending, text_of

pytestmark = pytest.mark.usefixtures("monday")


class Plan:
    """What somebody does who enters a plan's forums: each form is filled in and sent."""

    def __init__(self, client, plan):
        self.client, self.plan = client, plan

    def send(self, url: str, data: dict) -> str:
        """Send a form that is let through; the words of the page that comes."""
        response = self.client.post(url, data, follow=True)
        assert response.redirect_chain, text_of(response)
        return text_of(response)

    def forum(self, kind: str, name: str, **more) -> Forum:
        data = {"kind": kind, "name": name, "cadence": ""} | {key: one.pk for key, one in more.items()}
        self.send(address(self.plan, "create"), data)
        return self.plan.forums.get(name=name)

    def seat(self, forum: Forum, title: str, part="member", side="professional", **more):
        """A seat; `actor` is a kind of organisation, entered as well."""
        kind = more.pop("kind", None)
        actor = factories.make_actor(self.plan, f"{title} i {forum.name}", kind=kind) if kind else None
        data = {"title": title, "part": part, "side": side, "actor": actor.pk if actor else ""} | more
        self.send(address(self.plan, "seat_add", forum.pk), data)
        return forum.seats.get(title=title)

    def shown(self, name: str, *args) -> str:
        return text_of(self.client.get(address(self.plan, name, *args)))


@pytest.fixture
def entered(as_alma, plan):
    return Plan(as_alma, plan)


def slagelse(entered: Plan) -> dict[str, Forum]:
    """The chain as figure 1 has it."""
    plan = entered.plan
    board = entered.forum("board", "Boligsocial bestyrelse")
    for title, kind in (
        ("Børne- og ungedirektøren", "municipal"),
        ("Direktøren for det største boligselskab", "housing"),
    ):
        entered.seat(board, title, part="chair", kind=kind)
    entered.seat(board, "Politiet", kind="other")
    group = entered.forum("coordination", "Koordinationsgruppen", parent=board)
    entered.seat(group, "Kompetencecentrets chef", part="chair", kind="housing", is_link="on")
    entered.seat(group, "Politiet", kind="other")
    centre = entered.forum("centre", "Kompetencecentret", parent=group)
    entered.seat(centre, "Kompetencecentrets chef", is_link="on")
    found = {"board": board, "group": group, "centre": centre}
    for name, has_police in (
        ("Motalavej", True),
        ("Ringparken", True),
        ("Sydbyen", False),
        ("Skælskør", False),
    ):
        area = factories.make_area(plan, name)
        forum = found[name] = entered.forum("follow_up", f"Følgegruppe {name}", parent=centre, area=area)
        entered.seat(forum, "Boligsocial koordinator", is_link="on")
        entered.seat(forum, "Afdelingsbestyrelsen", side="resident", kind="housing")
        if has_police:
            entered.seat(forum, "Politiet", kind="other")
    found["staff"] = entered.forum("staff", "Medarbejderforum", parent=group)
    data = {
        "kind": "staff",
        "name": "Medarbejderforum",
        "parent": group.pk,
        "cadence": "monthly",
        "version": 1,
    }
    entered.send(address(plan, "edit", found["staff"].pk), data)
    return found


def test_slagelses_chain_is_entered_as_it_is_described(entered):
    found = slagelse(entered)
    shown = entered.shown("seats", found["board"].pk)
    # The chair is shared between the municipality and the housing organisation.
    assert shown.count("Formand") == 2
    assert "Børne- og ungedirektøren" in shown
    shown = entered.shown("chain")
    assert "Kæden har 8 fora." in entered.client.get(address(entered.plan, "chain")).content.decode()
    # The three links of the chain.
    assert "KompetencecentretKompetencecenterKoordinationsgruppenKompetencecentrets chef" in shown
    assert "Følgegruppe SydbyenFølgegruppeKompetencecentretBoligsocial koordinator" in shown
    assert "1 af 2 pladser er for beboere." in entered.shown("seats", found["Sydbyen"].pk)
    assert "hver måned" in entered.shown("forum", found["staff"].pk)


def test_the_follow_up_group_in_skaelskoer_was_ended_and_its_items_went_on(entered):
    found = slagelse(entered)
    gone, plan = found["Skælskør"], entered.plan
    entered.send(address(plan, "send", gone.pk), sending(found["centre"], title="Hvem har nøglen?"))
    row = plan.referrals.get()
    page = entered.shown("end", gone.pk)
    assert "Hvem har nøglen?" in page.partition("I venter på svar")[2]
    entered.send(address(plan, "end", gone.pk), {str(row.pk): found["Sydbyen"].pk})
    assert "Følgegruppe Skælskør" in entered.shown("list").partition("Nedlagt")[2]
    row.refresh_from_db()
    assert row.sender == found["Sydbyen"]


def test_municipal_staff_rotate_between_the_follow_up_groups(entered):
    found = slagelse(entered)
    for name, other in (("Motalavej", "2027-02-01"), ("Ringparken", "2027-08-01")):
        url = address(entered.plan, "turn_add", found[name].pk)
        seats = {seat.title: seat for seat in found[name].seats.all()}
        first, second = seats["Boligsocial koordinator"], seats["Afdelingsbestyrelsen"]
        entered.send(url, {"seat": first.pk, "starts_on": "2026-11-01"})
        shown = entered.send(url, {"seat": second.pk, "starts_on": other})
        assert "Nu: Boligsocial koordinator" in shown
        assert "Afdelingsbestyrelsen" in shown


def test_the_coordination_group_is_ended_as_the_report_recommends(entered):
    """Then the centre comes right under the board, and what was open goes up."""
    found = slagelse(entered)
    plan = entered.plan
    entered.send(address(plan, "send", found["Motalavej"].pk), sending(found["group"]))
    row = plan.referrals.get()
    shown = entered.shown("end", found["group"].pk)
    assert "Kompetencecentret, Medarbejderforum kommer til at høre under Boligsocial bestyrelse." in shown
    entered.send(address(plan, "end", found["group"].pk), {str(row.pk): found["board"].pk})
    found["centre"].refresh_from_db()
    assert found["centre"].parent == found["board"]
    assert found["board"].items.backlog().get().referral == row


def test_albertslunds_three_networks_are_entered_as_they_are_described(entered):
    plan, board = entered.plan, entered.forum("board", "Bestyrelsen")
    members = {
        "Familier/Forebyggelse": (
            "Daginstitutionsområdet", "Tandplejen", "Familiehuset", "PPR", "Skolerne", "Sundhedsplejen",
            "Den kriminalpræventive enhed",
        ),
        "Uddannelse/Beskæftigelse": (
            "Klubområdet", "Jobcenteret", "Sekretariatet for vækst og udvikling",
            "Den kriminalpræventive enhed", "Uddannelsesvejledningen", "Skolerne",
        ),
        "Naboskab/Trivsel": (
            "Sundhedshuset", "Kultur og fritid", "Sundhed, pleje og omsorg", "Miljø og teknik",
        ),
    }  # fmt: skip
    areas = ("Nord", "Syd", "Øst", "Vest")
    for name, seats in members.items():
        theme = plan.focusareas.create(name=name)
        network = entered.forum("theme", f"Ressourcenetværk {name}", parent=board, theme=theme)
        for title in seats:
            entered.seat(network, title, kind="municipal")
        for area in areas:
            entered.seat(network, f"Afdelingsbestyrelsen i {area}", side="resident", kind="housing")
        entered.seat(network, "Frivillige", side="resident")
        entered.seat(network, "Driften")
        entered.seat(network, "Boligsocial medarbejder", is_link="on")
        charter = {
            "purpose": "At styrke samarbejdet på tværs",
            "members": "Fagpersoner, afdelingsbestyrelser, frivillige, drift og helhedsplan",
            "responsibility": "Rådgivende, udviklende og koordinerende",
            "tasks": "Sparring på tværs af områderne\nErfaringsudveksling\nIndstilling til bestyrelsen",
            "may_decide": "Aftaler, der ikke forpligter andre", "in_force_on": "2017-01-01",
            "seen": "0",
        }  # fmt: skip
        shown = entered.send(address(plan, "charter_edit", network.pk), charter)
        assert "Version 1 af kommissoriet står nu." in shown
        assert "Rådgivende, udviklende og koordinerende" in shown
    shown = entered.shown("list").partition("Ressourcenetværk")[2]
    assert all(f"Ressourcenetværk {name}" in shown for name in members)
    network = plan.forums.get(name="Ressourcenetværk Naboskab/Trivsel")
    assert "5 af 11 pladser er for beboere." in entered.shown("seats", network.pk)
    # A network may make a recommendation to the board about how the money is used.
    entered.send(address(plan, "send", network.pk), sending(board, title="Flere penge til velkomst"))
    assert "Flere penge til velkomst" in entered.shown("forum", board.pk).partition("Punkter i bunken")[2]
