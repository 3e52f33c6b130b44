"""What is new, in short sentences: which changes, of how many, in which order."""

import uuid
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.news import (
    APART_AT_MOST,
    SENTENCES,
    TOGETHER,
    TOLD,
    Change,
    Topic,
    news_of,
    seen_until,
    since_told,
    still_true,
    total,
)

NOW = datetime(2026, 10, 14, 10, 30)
TODAY = NOW.date()
DAY = date(2026, 10, 20)


def change(topic, verb="create", name="Rosen", number=1, minutes=0, **fields) -> Change:
    at = NOW + timedelta(minutes=minutes)
    return Change(topic, verb, uuid.UUID(int=number), at, name, **fields)


OF = "Referatet fra Rosen 20. oktober er"
SAID = [
    (change(Topic.ACTOR), "Ny aktør: Rosen"),
    (change(Topic.COLLABORATION, name="Lektiehjælp"), "Nyt samarbejde: Lektiehjælp"),
    (change(Topic.COLLABORATION, name=""), "Nyt samarbejde"),
    (change(Topic.INITIATIVE), "Nyt initiativ: Rosen"),
    (change(Topic.FORUM), "Nyt forum: Rosen"),
    (change(Topic.MEETING, day=DAY), "Nyt møde i Rosen tirsdag 20. oktober"),
    (change(Topic.MEETING, "cancel", day=DAY), "Mødet i Rosen tirsdag 20. oktober er aflyst"),
    (change(Topic.MINUTES, "minutes_sent", day=DAY), f"{OF} sendt til godkendelse"),
    (change(Topic.MINUTES, "minutes_approved", day=DAY), f"{OF} godkendt"),
    (change(Topic.REFERRAL, "sent", "Lys", whom="Øst|Top"), "Øst har sendt »Lys« til Top"),
    (change(Topic.REFERRAL, "passed_on", "Lys", whom="Øst|Top"), "Øst har sendt »Lys« til Top"),
    (change(Topic.REFERRAL, "answered", "Lys", whom="Øst|Top"), "Top har svaret på »Lys«"),
    (change(Topic.REFERRAL, "returned", "Lys", whom="Øst|Top"), "Top har sendt »Lys« retur til Øst"),
    (change(Topic.AGREEMENT, "confirm", "Salen", whom="A og B"), "Aftalen om »Salen« er på plads: A og B"),
    (change(Topic.LISTING, name="Borde", whom="Rosen"), "Nyt på ressourcebørsen: Borde fra Rosen"),
    (change(Topic.NOTICE), "Nyt opslag: Rosen"),
    (change(Topic.EVENT, day=DAY), "Nyt arrangement: Rosen tirsdag 20. oktober"),
    (change(Topic.EVENT, "cancel", day=DAY), "Rosen tirsdag 20. oktober er aflyst"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "text"), SAID)
def test_each_change_is_one_short_sentence(one, text):
    assert [line.text for line in news_of([one], TODAY)] == [text]


def test_every_change_that_is_told_has_its_words():
    assert set(SENTENCES) == set(TOLD) == set(Topic)
    assert {(one.topic, one.verb) for one, _ in SAID} == {
        (topic, verb) for topic, verbs in TOLD.items() for verb in verbs
    }
    assert set(TOGETHER) <= {(topic, verb) for topic, verbs in TOLD.items() for verb in verbs}


def test_of_one_thing_only_the_last_is_told():
    sent, approved = (
        change(Topic.MINUTES, verb, minutes=minutes, day=DAY)
        for verb, minutes in (("minutes_sent", 0), ("minutes_approved", 5))
    )
    (line,) = news_of([approved, sent], TODAY)
    assert line.text.endswith("er godkendt")


def test_more_than_two_alike_share_a_line_that_leads_to_the_list():
    five = [change(Topic.ACTOR, name=f"A{n}", number=n, minutes=n) for n in range(1, 6)]
    (line,) = news_of(five, TODAY)
    assert line.text == "Fem nye aktører: A5, A4, A3 og to andre"
    assert (line.page, line.amount) == (None, 5)
    assert len(news_of(five[:APART_AT_MOST], TODAY)) == APART_AT_MOST


def test_names_that_say_nothing_are_left_out():
    same = [change(Topic.MEETING, name="Øst", number=n, day=DAY) for n in range(3)]
    nameless = [change(Topic.COLLABORATION, name="", number=n) for n in range(3)]
    assert {line.text for line in news_of([*same, *nameless], TODAY)} == {
        "Tre nye møder", "Tre nye samarbejder",
    }  # fmt: skip


def test_a_line_leads_to_the_page_that_tells_more():
    own, other = uuid.UUID(int=1), uuid.UUID(int=9)
    minutes = change(Topic.MINUTES, "minutes_sent", day=DAY, page=other)
    assert [line.page for line in news_of([minutes], TODAY)] == [other]
    assert [line.page for line in news_of([change(Topic.ACTOR)], TODAY)] == [own]


@pytest.mark.parametrize(
    ("verb", "state", "holds"),
    [
        ("create", "on", True), ("create", "off", False), ("create", "", True),
        ("cancel", "off", True), ("cancel", "on", False),
        ("answered", "answered", True), ("answered", "waiting", False),
        ("sent", "answered", True), ("returned", "waiting", False),
        ("minutes_approved", "approved", True), ("minutes_approved", "sent", False),
    ],
)  # fmt: skip
def test_what_was_undone_is_not_told(verb, state, holds):
    assert still_true(verb, state) is holds


@pytest.mark.parametrize(
    ("seen", "joined", "since"),
    [(None, 3, 3), (1, 3, 1), (None, 90, 30), (90, 99, 30)],
)
def test_since_when_it_is_new(seen, joined, since):
    def ago(days):
        return None if days is None else NOW - timedelta(days=days)

    assert seen_until(ago(seen), ago(joined), NOW) == ago(since)


def test_the_page_says_since_when():
    assert since_told(datetime(2026, 10, 14, 9, 5), NOW) == "Siden kl. 9.05"
    assert since_told(datetime(2026, 10, 3, 9, 5), NOW) == "Siden 3. oktober"


pairs = [(topic, verb) for topic, verbs in TOLD.items() for verb in sorted(verbs)]
changes = st.builds(
    lambda pair, pk, minutes, name: Change(
        *pair, pk, NOW + timedelta(minutes=minutes), name, "Øst|Top", DAY
    ),
    st.sampled_from(pairs), st.integers(1, 12).map(lambda n: uuid.UUID(int=n)), st.integers(0, 99),
    st.text(max_size=3),
)  # fmt: skip


@given(st.lists(changes, max_size=30), st.randoms())
def test_each_thing_is_counted_once_and_the_newest_comes_first(found, luck):
    lines = news_of(found, TODAY)
    assert total(lines) == len({(one.topic, one.pk) for one in found})
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)
    assert total(news_of(luck.sample(found, len(found)), TODAY)) == total(lines)
