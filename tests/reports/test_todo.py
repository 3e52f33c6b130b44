"""What waits on one colleague: which things, in which order, in which words."""

import uuid
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.todo import (
    EACH_AT_MOST,
    Consent,
    Kind,
    Left,
    Profile,
    Promise,
    Strained,
    Todo,
    Urgency,
    near_day,
    todo_list,
    total,
    urgency,
)

TODAY = date(2026, 10, 14)


def pk(number: int = 1) -> uuid.UUID:
    return uuid.UUID(int=number)


def day(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


def promise(ahead: int, what="Ring", number=1) -> Promise:
    return Promise(pk(number), what, day(ahead), "Biblioteket")


def left(days: int, name="Apoteket", number=1, is_mine=False) -> Left:
    return Left(pk(number), name, f"{days} dage siden sidste kontakt", days, is_mine)


def titles(**facts) -> list[str]:
    return [one.title for one in todo_list(**facts, today=TODAY)]


# -- Which -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ahead", "is_there"), [(-3, True), (0, True), (7, True), (8, False)])
def test_a_promise_is_shown_from_a_week_before(ahead, is_there):
    assert bool(titles(promises=[promise(ahead)])) is is_there


@pytest.mark.parametrize(("ahead", "is_there"), [(-400, True), (30, True), (31, False), (None, True)])
def test_a_consent_is_shown_from_a_month_before(ahead, is_there):
    until = None if ahead is None else day(ahead)
    assert bool(titles(consents=[Consent(pk(), pk(2), "Lone Riis", "Biblioteket", until)])) is is_there


@pytest.mark.parametrize(
    ("profile", "kinds"),
    [
        (Profile(pk(), "Klubben"), []),
        (Profile(pk(), "Klubben", ("base",)), []),
        (Profile(pk(), "Klubben", ("base", "styrker"), is_thin=True), [Kind.THIN]),
        (Profile(pk(), "Klubben", is_stale=True), [Kind.STALE]),
        # One thing at a time: who looks it through sees what is missing.
        (Profile(pk(), "Klubben", ("base",), is_thin=True, is_stale=True), [Kind.STALE]),
    ],
)
def test_a_profile_is_one_thing_at_most(profile, kinds):
    assert [one.kind for one in todo_list(profiles=[profile], today=TODAY)] == kinds


# -- In which order -----------------------------------------------------------------------------


def test_what_is_late_comes_before_all_and_every_kind_is_seen_early():
    things = todo_list(
        promises=[promise(n, f"Løfte {n}", n + 9) for n in range(5)] + [promise(-2, "For sent")],
        strained=[Strained(pk(), "Gavlhuset", "Tovholder på 5 af 9 samarbejder")],
        left=[left(97), left(130, "Kirken")],
        consents=[Consent(pk(), pk(2), "Lone", "Biblioteket", day(3))],
        profiles=[Profile(pk(), "Klubben", is_stale=True)],
        today=TODAY,
    )
    assert things[0].title == "For sent"
    assert [one.kind for one in things[1:7]] == [
        Kind.PROMISE, Kind.PROMISE, Kind.OVERBURDENED, Kind.FORGOTTEN, Kind.CONSENT, Kind.STALE,
    ]  # fmt: skip


def test_mine_come_first_then_those_forgotten_longest():
    found = titles(left=[left(97, "A"), left(200, "B"), left(91, "C", is_mine=True)])
    assert [title[0] for title in found] == ["C", "B", "A"]


def test_the_rest_of_a_kind_shares_a_row_and_is_counted_each():
    things = todo_list(left=[left(100 + n, f"Nr. {n}", n) for n in range(12)], today=TODAY)
    assert len(things) == EACH_AT_MOST + 1
    assert things[-1].title == "Syv andre er ved at blive glemt"
    assert total(things) == 12


def test_one_more_than_the_few_needs_no_row_of_its_own():
    names = titles(left=[left(100 + n, f"Nr. {n}", n) for n in range(EACH_AT_MOST + 1)])
    assert names[-1] == "Nr. 0 er ved at blive glemt"


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (Todo(Kind.INVITE, "?", "", "Svar", day=day(30), is_late=True), Urgency.LATE),
        (Todo(Kind.INVITE, "?", "", "Svar", day=day(-1)), Urgency.NEAR),
        (Todo(Kind.INVITE, "?", "", "Svar", day=day(0)), Urgency.NEAR),
        (Todo(Kind.INVITE, "?", "", "Svar", day=day(1)), Urgency.NEAR),
        (Todo(Kind.INVITE, "?", "", "Svar", day=day(2)), Urgency.REST),
        (Todo(Kind.APPROVE, "?", "", "Læs"), Urgency.REST),
    ],
)
def test_how_pressing_a_thing_is(thing, expected):
    assert urgency(thing, TODAY) == expected


def test_what_was_asked_stands_by_its_day_and_before_what_nobody_asked_for():
    asked = [
        Todo(Kind.SIGNUP, "signup", "", "", day=day(9)),
        Todo(Kind.REFERRAL, "late", "", "", day=day(-4), is_late=True),
        Todo(Kind.REFERRAL, "later", "", "", day=day(-2), is_late=True),
        Todo(Kind.BOOKING, "tomorrow", "", "", day=day(1)),
        Todo(Kind.INVITE, "today", "", "", day=day(0)),
        Todo(Kind.APPROVE, "approve", "", ""),
    ]
    promised = [promise(-3, "promised"), promise(5, "soon", 2)]
    assert titles(asked=asked, left=[left(97)], promises=promised) == [
        "late", "promised", "later", "today", "tomorrow", "soon", "approve", "signup",
        "Apoteket er ved at blive glemt",
    ]  # fmt: skip


def test_of_a_kind_the_first_to_be_due_comes_first_and_no_two_share_a_row():
    asked = [Todo(Kind.LISTING, f"{n}", "", "", day=day(n)) for n in (7, 3, 5, 4, 9, 8, 6)]
    undated = Todo(Kind.LISTING, "?", "", "")
    assert titles(asked=[undated, *asked]) == ["3", "4", "5", "6", "7", "8", "9", "?"]


# -- In which words -----------------------------------------------------------------------------


def test_each_says_what_why_and_one_verb():
    things = todo_list(
        promises=[promise(-3, "Ring til Lone")],
        strained=[Strained(pk(), "Gavlhuset", "Tre kolleger har talt med dem", by_contacts=True)],
        left=[left(97)],
        consents=[Consent(pk(), pk(2), "Lone Riis", "Biblioteket", day(17))],
        profiles=[
            Profile(pk(), "Klubben", is_stale=True, confirmed_on=date(2025, 9, 1)),
            Profile(pk(2), "Kirken", ("base", "styrker", "kompetencer", "målgrupper"), is_thin=True),
        ],
        today=TODAY,
    )
    assert [(one.title, one.why, one.verb) for one in things] == [
        ("Ring til Lone", "Biblioteket · senest søndag 11. oktober", "Klaret"),
        ("Gavlhuset bærer for meget", "Tre kolleger har talt med dem", "Se kontakter"),
        ("Apoteket er ved at blive glemt", "97 dage siden sidste kontakt", "Log kontakt"),
        ("Forny samtykke fra Lone Riis", "Biblioteket · Samtykket udløber 31. oktober", "Åbn"),
        ("Passer det stadig om Klubben?", "Sidst bekræftet 1. september 2025", "Bekræft"),
        ("Kirken er halvt beskrevet", "Mangler base, styrker, kompetencer og én anden", "Udfyld"),
    ]
    assert (things[0].tag, things[0].is_late) == ("3 dage over tid", True)


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (0, "i dag"),
        (1, "i morgen"),
        (-1, "i går"),
        (2, "fredag 16. oktober"),
        (90, "tirsdag 12. januar 2027"),
    ],
)
def test_a_day_is_said_as_one_says_it(ahead, words):
    assert near_day(day(ahead), TODAY) == words


# -- For any colleague --------------------------------------------------------------------------

ids = st.uuids()
near = st.integers(-50, 50).map(day)
names = st.text(min_size=1, max_size=5)


def some(made, key="pk"):
    """A few of them, each with an id of its own."""
    return st.lists(made, max_size=9, unique_by=lambda one: getattr(one, key))


# What others ask for; the rest comes from what the plan knows of its actors.
ASKED = (Kind.APPROVE, Kind.REFERRAL, Kind.AGREEMENT, Kind.BOOKING, Kind.INVITE, Kind.POLL, Kind.LISTING)
facts = st.fixed_dictionaries(
    {
        "promises": some(st.builds(Promise, ids, names, near, names)),
        "strained": some(st.builds(Strained, ids, names, names, st.booleans())),
        "left": some(st.builds(Left, ids, names, names, st.integers(1, 900), st.booleans())),
        "consents": some(st.builds(Consent, ids, ids, names, names, st.none() | near), "contact"),
        "profiles": some(st.builds(Profile, ids, names, st.just(("base",)), st.booleans(), st.booleans())),
        "asked": some(
            st.builds(
                Todo,
                st.sampled_from(ASKED),
                names,
                names,
                names,
                st.tuples(ids),
                is_late=st.booleans(),
                day=st.none() | near,
            ),
            "about",
        ),
    }
)


@given(facts, st.randoms())
def test_the_same_facts_give_the_same_list_in_whatever_order_they_come(facts, luck):
    shuffled = {name: luck.sample(rows, len(rows)) for name, rows in facts.items()}
    assert todo_list(**facts, today=TODAY) == todo_list(**shuffled, today=TODAY)


@given(facts)
def test_nothing_that_waits_is_left_out_of_the_count_and_late_comes_first(facts):
    things = todo_list(**facts, today=TODAY)
    due = [one for one in facts["promises"] if one.due <= day(7)]
    ending = [one for one in facts["consents"] if one.until is None or one.until <= day(30)]
    profiles = [one for one in facts["profiles"] if one.is_thin or one.is_stale]
    others = len(facts["strained"]) + len(facts["left"]) + len(facts["asked"])
    assert total(things) == len(due) + len(ending) + len(profiles) + others
    steps = [urgency(one, TODAY) for one in things]
    assert steps == sorted(steps)
