"""The fixed cast: Alma works in Solbakken, Bo may read there, Carla belongs to another plan.

Carla's plan has data that could leak, so that a test which finds none of it says something.
"""

from types import SimpleNamespace

import pytest
from django.test import Client

from tests import factories


def client_of(user) -> Client:
    """A browser in which the user is logged in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def plan(db):
    """Solbakken, with one area and one target group."""
    plan = factories.make_plan("Solbakken", slug="solbakken")
    factories.make_area(plan, "Østhøj")
    factories.make_target_group(plan, "Børn og unge")
    return plan


@pytest.fixture
def alma(plan):
    """Staff of Solbakken."""
    return factories.make_user("Alma Bøgh", email="alma@solbakken.example")


@pytest.fixture
def as_alma(plan, alma):
    """Alma's browser."""
    factories.make_membership(plan, alma, role="staff")
    return client_of(alma)


@pytest.fixture
def as_leader(plan):
    """The browser of Solbakken's leader."""
    leader = factories.make_user("Lis Leder", email="lis@solbakken.example")
    factories.make_membership(plan, leader, role="leader")
    return client_of(leader)


@pytest.fixture
def as_bo(plan):
    """The browser of Bo, who may read in Solbakken."""
    bo = factories.make_user("Bo Læser", email="bo@solbakken.example")
    factories.make_membership(plan, bo, role="reader")
    return client_of(bo)


@pytest.fixture
def as_partner(plan):
    """The browser of a partner from another organisation."""
    partner = factories.make_user("Pia Partner", email="pia@solbakken.example")
    factories.make_membership(plan, partner, role="partner")
    return client_of(partner)


@pytest.fixture
def other(db):
    """Carla's plan with one of everything; every name in it holds the word KANARIE."""
    plan = factories.make_plan("KANARIE plan", slug="kanariehaven")
    area = factories.make_area(plan, "KANARIE område")
    group = factories.make_target_group(plan, "KANARIE målgruppe")
    actor = factories.make_actor(plan, "KANARIE aktør", areas=[area], target_groups=[group])
    second = factories.make_actor(plan, "KANARIE anden", core_task="KANARIE opgave")
    contact = factories.make_contact(actor, "KANARIE person", role="KANARIE rolle", phone="99 99 99 99")
    collaboration = factories.make_collaboration(plan, actor, second, about="KANARIE samarbejde")
    carla = factories.make_user("KANARIE Carla", email="carla@kanarie.example")
    membership = factories.make_membership(plan, carla, role="leader")
    return SimpleNamespace(
        plan=plan, area=area, target_group=group, actor=actor, second=second, contact=contact,
        collaboration=collaboration, carla=carla, membership=membership,
    )  # fmt: skip


@pytest.fixture
def as_carla(other):
    """The browser of Carla, leader of another plan: a stranger here."""
    return client_of(other.carla)
