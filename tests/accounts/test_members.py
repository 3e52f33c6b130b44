"""Members, invitations and support."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Invitation, User
from tests import factories
from tests.cast import client_of

pytestmark = pytest.mark.django_db
MEMBERS = "/solbakken/plan/medlemmer/"


def send_invitation(client, email="ny@solbakken.example", role="staff") -> None:
    client.post(f"{MEMBERS}inviter/", {"email": email, "role": role})


def link_in(mail) -> str:
    return re.search(r"http://testserver(\S+)", mail.body).group(1)


@pytest.fixture
def invited(as_leader, mailoutbox):
    """The path of a fresh invitation."""
    send_invitation(as_leader)
    return link_in(mailoutbox[0])


def test_staff_see_who_is_in_the_plan(as_alma, as_bo):
    page = as_alma.get(MEMBERS).content.decode()
    assert "Alma Bøgh" in page
    assert "Bo Læser" in page
    assert "Invitér" not in page


def test_a_reader_does_not_see_the_members(as_bo):
    assert as_bo.get(MEMBERS).status_code == 403


def test_the_mail_carries_a_link_and_the_page_says_it_waits(as_leader, invited, mailoutbox):
    assert mailoutbox[0].to == ["ny@solbakken.example"]
    assert mailoutbox[0].subject == "På banen: Invitation til Solbakken"
    page = as_leader.get(MEMBERS).content.decode()
    assert "Invitationen er sendt til ny@solbakken.example" in page
    assert "Træk tilbage" in page


def test_the_token_itself_is_kept_nowhere(invited):
    token = invited.strip("/").split("/")[-1]
    assert token not in str(Invitation.objects.values())


def test_the_invited_makes_an_account_and_is_in(invited, plan):
    newcomer = Client()
    assert "Velkommen til Solbakken" in newcomer.get(invited).content.decode()
    response = newcomer.post(invited, {"name": "Nanna Ny", "password": factories.PASSWORD})
    assert response["Location"] == "/solbakken/"
    assert plan.memberships.get(user__email="ny@solbakken.example").role == "staff"
    assert newcomer.get("/solbakken/plan/").status_code == 200


def test_a_weak_password_is_explained_and_the_name_kept(invited):
    page = Client().post(invited, {"name": "Nanna Ny", "password": "kort"}).content.decode()
    assert 'value="Nanna Ny"' in page
    assert "12" in page
    assert not User.objects.filter(email="ny@solbakken.example").exists()


def test_a_used_link_is_closed(invited):
    Client().post(invited, {"name": "Nanna Ny", "password": factories.PASSWORD})
    response = Client().post(invited, {"name": "En Anden", "password": factories.PASSWORD})
    assert response.status_code == 410
    assert "Linket virker ikke længere" in response.content.decode()


def test_an_old_link_is_closed(invited):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert Client().get(invited).status_code == 410


def test_a_withdrawn_link_is_closed(as_leader, invited, plan):
    invitation = plan.invitations.get()
    as_leader.post(f"/solbakken/plan/invitationer/{invitation.pk}/traek/")
    assert Client().get(invited).status_code == 410


def test_a_second_invitation_closes_the_first(as_leader, invited):
    send_invitation(as_leader)
    assert Client().get(invited).status_code == 410


def test_a_wrong_token_is_not_found(client, db):
    assert client.get("/invitation/gættet/").status_code == 404


def test_somebody_else_cannot_take_the_invitation(invited, as_carla, plan):
    page = as_carla.post(invited).content.decode()
    assert "Invitationen er til en anden" in page
    assert not plan.memberships.filter(user__email="carla@kanarie.example").exists()


def test_one_with_an_account_is_asked_to_log_in_and_then_clicks_once(invited, plan):
    user = factories.make_user("Nanna Ny", email="ny@solbakken.example")
    assert "Log ind" in Client().get(invited).content.decode()
    assert client_of(user).post(invited)["Location"] == "/solbakken/"
    assert plan.memberships.get(user=user).role == "staff"


def test_a_member_is_not_invited_twice(as_leader, as_alma):
    page = as_leader.post(f"{MEMBERS}inviter/", {"email": "ALMA@solbakken.example", "role": "staff"})
    assert "er allerede med i Solbakken" in page.content.decode()


def test_the_support_role_cannot_be_invited(as_leader, plan):
    send_invitation(as_leader, role="support")
    assert not plan.invitations.exists()


def test_a_role_is_changed_and_holds_at_once(as_leader, as_alma, plan, alma):
    member = plan.memberships.get(user=alma)
    as_leader.post(f"{MEMBERS}{member.pk}/rolle/", {"role": "reader"})
    assert as_alma.get(MEMBERS).status_code == 403


def test_the_last_leader_stays(as_leader, plan):
    leader = plan.memberships.get(role="leader")
    page = as_leader.post(f"{MEMBERS}{leader.pk}/rolle/", {"role": "staff"}).content.decode()
    assert "Planen skal have mindst én leder" in page
    page = as_leader.post(f"{MEMBERS}{leader.pk}/fjern/").content.decode()
    assert "Planen skal have mindst én leder" in page
    assert plan.memberships.filter(role="leader").exists()


def test_removal_asks_first_and_then_shuts_the_door(as_leader, as_alma, plan, alma):
    member = plan.memberships.get(user=alma)
    assert "Fjern Alma Bøgh?" in as_leader.get(f"{MEMBERS}{member.pk}/fjern/").content.decode()
    as_leader.post(f"{MEMBERS}{member.pk}/fjern/")
    assert as_alma.get("/solbakken/plan/").status_code == 404


def test_another_plans_member_cannot_be_touched(as_leader, other):
    for action in ("rolle", "fjern"):
        assert as_leader.post(f"{MEMBERS}{other.membership.pk}/{action}/").status_code == 404


@pytest.mark.parametrize("path", ["inviter/", "support/"])
def test_staff_may_not_let_people_in(as_alma, path):
    assert as_alma.get(MEMBERS + path).status_code == 403
    assert as_alma.post(MEMBERS + path).status_code == 403


def test_support_is_let_in_for_some_days_and_shown(as_leader, plan):
    factories.make_user("Sussi Support", email="support@paabanen.example", is_support=True)
    as_leader.post(f"{MEMBERS}support/", {"email": "support@paabanen.example", "days": "2"})
    page = as_leader.get(MEMBERS).content.decode()
    assert "Sussi Support" in page
    assert "Ser ingen kontaktpersoner" in page


def test_nobody_but_support_gets_a_support_grant(as_leader, plan):
    factories.make_user(email="fremmed@sted.example")
    page = as_leader.post(
        f"{MEMBERS}support/", {"email": "fremmed@sted.example", "days": "2"}
    ).content.decode()
    assert "Adressen hører ikke til en supportmedarbejder" in page
    assert plan.memberships.filter(role="support").count() == 0
