"""What the week's mail says, from what Overblik shows."""

import uuid
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.coming import Coming, Sort
from reports.digest_text import NEXT_WITHIN, WAITING_AT_MOST, Line, digest_of
from reports.news import News, Topic
from reports.todo import Kind, Todo

TODAY = date(2026, 10, 14)
PK = uuid.UUID(int=1)


def todo(title="Ring", why="", tag="", kind=Kind.PROMISE, amount=1) -> Todo:
    return Todo(kind, title, why, "Klaret", (PK,), tag, amount=amount)


def coming(ahead=1) -> Coming:
    return Coming(Sort.EVENT, (PK,), "Fest", TODAY + timedelta(days=ahead))


NEW = News("Ny aktør: Rosen", Topic.ACTOR, PK, datetime(2026, 10, 14))


@pytest.mark.parametrize(
    ("things", "ahead", "news", "subject"),
    [
        ([todo()], [coming()], [NEW], "Én ting venter på dig"),
        ([todo(), todo(amount=6)], [], [], "Syv ting venter på dig"),
        ([], [coming()], [NEW], "Din uge"),
        ([], [], [NEW], "Nyt siden sidst"),
    ],
)
def test_the_subject_says_the_most_pressing(things, ahead, news, subject):
    digest = digest_of(things, ahead, news, TODAY)
    assert digest.subject == subject
    assert digest


def test_a_week_with_nothing_to_tell_has_no_mail():
    assert not digest_of([], [], [], TODAY)
    assert not digest_of([], [coming(NEXT_WITHIN.days + 1)], [], TODAY)


def test_a_line_says_how_late_and_why():
    (line,) = digest_of([todo("Ring", "Huset", "3 dage over tid")], [], [], TODAY).waiting.lines
    assert line == Line("Ring", "3 dage over tid · Huset")


def test_whose_consent_runs_out_is_not_named_in_a_mail():
    consent = todo(
        "Forny samtykke fra Lone Riis", "Biblioteket · Samtykket udløber 1. november", kind=Kind.CONSENT
    )
    (line,) = digest_of([consent], [], [], TODAY).waiting.lines
    assert line == Line("Forny et samtykke", "Biblioteket · Samtykket udløber 1. november")


@given(st.lists(st.integers(1, 4), max_size=30))
def test_what_there_is_no_room_for_is_counted(amounts):
    digest = digest_of([todo(amount=one) for one in amounts], [], [], TODAY)
    assert len(digest.waiting.lines) + digest.waiting.more == len(amounts)
    assert len(digest.waiting.lines) <= WAITING_AT_MOST
    assert digest.number == sum(amounts)
