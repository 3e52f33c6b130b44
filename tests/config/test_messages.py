"""What is said after something was done stays on the server."""

from django.urls import reverse

from accounts.models import User
from tests import factories


def add_contact(browser, plan):
    """Add Lone Riis and stop before the page that says so."""
    actor = factories.make_actor(plan, "Biblioteket")
    address = reverse("actors:contact_add", args=[plan.slug, actor.pk])
    return browser.post(address, {"name": "Lone Riis", "role": "formidler", "version": "1"})


def test_no_name_of_a_person_is_kept_in_the_browser(as_alma, plan):
    response = add_contact(as_alma, plan)
    assert response.status_code == 302
    assert not response.cookies.keys() - {"sessionid", "csrftoken"}


def test_the_next_one_at_the_same_machine_is_told_nothing(as_alma, plan, other):
    add_contact(as_alma, plan)
    as_alma.post(reverse("account_logout"))
    carla = User.objects.get(email="carla@kanarie.example")
    form = {"login": carla.email, "password": factories.PASSWORD}
    page = as_alma.post(reverse("account_login"), form, follow=True)
    assert page.context["user"] == carla
    assert "Lone Riis" not in page.content.decode()
