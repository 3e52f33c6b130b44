"""Name and role are seen without a yes, so neither takes a number or a mail."""

import pytest
from django.urls import reverse

from actors.models import Contact
from tests import factories

WHERE_IT_BELONGS = "Skriv nummer og mail i deres egne felter. Der er de skjult, til personen har sagt ja"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("role", "leder, mob. 2030 4050"),
        ("role", "leder (lone@biblioteket.example)"),
        ("name", "Lone Riis +46 70 123 45 67"),
        ("name", "Lone Riis 20304050"),
    ],
)
def test_no_number_or_mail_in_name_or_role(as_alma, plan, field, text):
    actor = factories.make_actor(plan, "Biblioteket")
    form = {"name": "Lone Riis", "role": "leder", "version": "1", field: text}
    page = as_alma.post(reverse("actors:contact_add", args=[plan.slug, actor.pk]), form)
    assert WHERE_IT_BELONGS in page.content.decode()
    assert not Contact.objects.exists()


def test_years_and_departments_may_stand_in_a_role(as_alma, plan):
    actor = factories.make_actor(plan, "Biblioteket")
    form = {"name": "Lone Riis", "role": "Formand 2025-2026, afd. 12-14", "version": "1"}
    as_alma.post(reverse("actors:contact_add", args=[plan.slug, actor.pk]), form)
    assert Contact.objects.get().role == form["role"]
