"""A cookie that cannot be a session's is a visitor nobody knows."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
@pytest.mark.parametrize(
    "key", [r'"\000\000\000\000\000\000\000\000\000"', "../../etc/passwd", "å" * 12, "'; DROP--"]
)
def test_a_cookie_that_is_no_key_breaks_nothing(key):
    response = Client().get(reverse("home"), headers={"Cookie": f"sessionid={key}"})
    assert (response.status_code, response["Location"]) == (302, f"{reverse('account_login')}?next=/")


def test_a_session_is_found_again(client, alma):
    client.force_login(alma)
    assert client.get(reverse("accounts:profile")).status_code == 200
