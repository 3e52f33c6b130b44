"""Roles and permissions, as a declared table."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.access import ROLES, Audience, Permission, audience_of, may, require
from accounts.models import Membership

EVERYBODY = {"leader", "staff", "partner", "reader", "support"}
WHO_MAY = {
    Permission.PLAN_VIEW: EVERYBODY,
    Permission.ACTOR_VIEW: EVERYBODY,
    Permission.COLLABORATION_VIEW: EVERYBODY,
    Permission.MAP_VIEW: EVERYBODY,
    Permission.BOOKING_VIEW: EVERYBODY,
    Permission.BOOKING_EDIT: {"leader", "staff"},
    Permission.BOOKING_MAKE: {"leader", "staff", "partner"},
    Permission.EXCHANGE_VIEW: EVERYBODY,
    Permission.EXCHANGE_POST: {"leader", "staff", "partner"},
    Permission.EXCHANGE_EDIT: {"leader", "staff"},
    Permission.NOTICE_VIEW: EVERYBODY,
    Permission.NOTICE_EDIT: {"leader", "staff"},
    Permission.PUBLIC_EDIT: {"leader"},
    Permission.FORUM_VIEW: EVERYBODY,
    Permission.MEETING_VIEW: {"leader", "staff", "reader"},
    Permission.MEETING_JOIN: {"leader", "staff", "partner"},
    Permission.FORUM_EDIT: {"leader", "staff"},
    Permission.FORUM_HEALTH: {"leader"},
    Permission.EVENT_VIEW: EVERYBODY,
    Permission.EVENT_EDIT: {"leader", "staff"},
    Permission.INITIATIVE_VIEW: EVERYBODY,
    Permission.INITIATIVE_EDIT: {"leader", "staff"},
    Permission.ACTIVITY_VIEW: EVERYBODY,
    Permission.ACTIVITY_POST: {"leader", "staff", "partner"},
    Permission.ACTIVITY_EDIT: {"leader", "staff"},
    Permission.GOAL_VIEW: {"leader", "staff", "reader"},
    Permission.GOAL_EDIT: {"leader", "staff"},
    Permission.REPORT_VIEW: {"leader", "staff", "reader"},
    Permission.MEMBERS_VIEW: {"leader", "staff"},
    Permission.ACTOR_EDIT: {"leader", "staff"},
    Permission.CONTACT_EDIT: {"leader", "staff"},
    Permission.IMPORT: {"leader", "staff"},
    Permission.EXPORT: {"leader", "staff", "reader"},
    Permission.COLLABORATION_EDIT: {"leader", "staff"},
    Permission.MAP_ARRANGE: {"leader", "staff"},
    Permission.VALUES_VIEW: {"leader", "staff"},
    Permission.VALUES_EDIT: {"leader", "staff"},
    Permission.CONTACT_LOG_VIEW: {"leader", "staff"},
    Permission.CONTACT_LOG_EDIT: {"leader", "staff"},
    Permission.MATCH_VIEW: {"leader", "staff"},
    Permission.MATCH_ANSWER: {"leader", "staff"},
    Permission.OVERVIEW_VIEW: {"leader", "staff", "partner", "reader"},
    Permission.GAME_VIEW: {"leader", "staff"},
    Permission.GAME_LEAD: {"leader", "staff"},
    Permission.GUIDE_EDIT: {"leader"},
    Permission.MATCH_REVIEW: {"leader"},
    Permission.PLAN_EDIT: {"leader"},
    Permission.MEMBERS_EDIT: {"leader"},
    Permission.AUDIT_VIEW: {"leader"},
}


def test_every_permission_stands_in_the_table():
    assert set(WHO_MAY) == set(Permission)
    assert set(ROLES) == EVERYBODY


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_role_may_what_the_table_says(role, permission):
    assert may(Membership(role=role), permission) is (role in WHO_MAY[permission])


def test_a_stranger_may_nothing():
    assert not any(may(None, permission) for permission in Permission)
    assert audience_of(None) is Audience.PUBLIC


def test_the_refusal_says_who_may():
    with pytest.raises(PermissionDenied, match=r"Det kan kun en leder\. Skriv til jeres leder"):
        require(Membership(role="reader"), Permission.PLAN_EDIT)


def test_support_looks_from_outside():
    assert audience_of(Membership(role="support")) is Audience.PUBLIC
    assert audience_of(Membership(role="partner")) is Audience.PARTNERS
    assert audience_of(Membership(role="reader")) is Audience.PLAN
    assert audience_of(Membership(role="staff")) is Audience.TEAM
