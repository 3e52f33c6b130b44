"""What others ask of a member, in words: one sentence, why it stands there, one verb."""

import uuid
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.asked import WORDS, Asked, over_time, span_told, todo_of
from reports.todo import Kind

TODAY = date(2026, 10, 14)
PK = (uuid.UUID(int=1),)


def at(day: int, hour: int = 16, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, 0)


def asked(kind: Kind, what: str, whom: str = "", **fields) -> Asked:
    return Asked(kind, PK, what, whom, **fields)


# What is asked, and (title, why, verb, tag) of the row.
TABLE = [
    (
        asked(Kind.APPROVE, "Bestyrelsen", begins=at(2), ends=at(11)),
        ("Godkend referatet fra Bestyrelsen", "Mødet 2. oktober · sendt for 3 dage siden", "Læs", ""),
    ),
    (
        asked(Kind.REFERRAL, "Lys", "Østhøj", begins=at(1), day=date(2026, 10, 11)),
        ("Svar Østhøj om »Lys«", "Senest søndag 11. oktober", "Svar", "3 dage over tid"),
    ),
    (
        asked(Kind.REFERRAL, "Lys", "Østhøj", begins=at(1), day=TODAY),
        ("Svar Østhøj om »Lys«", "Senest i dag", "Svar", ""),
    ),
    (
        asked(Kind.REFERRAL, "Lys", "Østhøj", begins=at(1)),
        ("Svar Østhøj om »Lys«", "Har ventet siden 1. oktober", "Svar", ""),
    ),
    (
        asked(Kind.REFERRAL, "Lys", "Bestyrelsen", is_turned=True),
        ("»Lys« er sendt retur", "Bestyrelsen mangler noget, før de kan svare", "Åbn", ""),
    ),
    (
        asked(Kind.AGREEMENT, "Salen", "Huset til Rosen", day=date(2026, 10, 15), is_turned=True),
        ("Aftalen om »Salen« mangler jeres ja", "Huset til Rosen · begynder i morgen", "Læs", ""),
    ),
    (
        asked(Kind.AGREEMENT, "Salen", "Huset til Rosen", day=date(2026, 10, 13)),
        ("Aftalen om »Salen« mangler et ja", "Huset til Rosen · begyndte i går", "Læs", "begyndt uden ja"),
    ),
    (
        asked(Kind.BOOKING, "Salen", "Rosen", begins=at(15, 9), ends=at(15, 11), amount=1),
        ("Må Rosen låne Salen?", "I morgen kl. 9.00–11.00", "Svar", ""),
    ),
    (
        asked(Kind.BOOKING, "Salen", "Rosen", begins=at(16, 9), ends=at(16, 11), amount=3),
        ("Må Rosen låne Salen?", "Fredag 16. oktober kl. 9.00–11.00 og 2 dage mere", "Svar", ""),
    ),
    (
        asked(Kind.INVITE, "Bestyrelsen", "Rådhuset", begins=at(16), ends=at(16, 18)),
        ("Kommer du til Bestyrelsen?", "Fredag 16. oktober kl. 16.00–18.00 · Rådhuset", "Svar", ""),
    ),
    (
        asked(Kind.POLL, "Bestyrelsen", begins=at(20)),
        ("Hvornår kan du mødes i Bestyrelsen?", "Den første mulige tid er tirsdag 20. oktober", "Svar", ""),
    ),
    (
        asked(Kind.LISTING, "Fire borde", "Rosen", day=date(2026, 10, 16)),
        ("»Fire borde« udløber fredag 16. oktober", "Rosen på ressourcebørsen", "Forny", ""),
    ),
    (
        asked(Kind.SIGNUP, "Kend din nabo", begins=at(16), ends=at(16, 18), amount=3),
        ("Tre venter på plads til Kend din nabo", "Fredag 16. oktober kl. 16.00–18.00", "Se tilmeldte", ""),
    ),
    (
        asked(Kind.RATING, "Højskoledagene", day=date(2026, 4, 9)),
        (
            "Se, hvad der har rykket sig i Højskoledagene",
            "Grundbetingelserne blev svaret på 9. april",
            "Svar igen",
            "",
        ),
    ),
    (
        asked(Kind.PROMISE, "Ring til driften", "Østhøj", day=date(2026, 10, 13)),
        ("Ring til driften", "Østhøj · senest i går", "Klaret", "1 dag over tid"),
    ),
    (
        asked(Kind.PROMISE, "Ring til driften", "Østhøj", day=TODAY, is_turned=True),
        ("Ring til driften", "Østhøj · senest i dag", "Åbn", ""),
    ),
]


@pytest.mark.parametrize(("one", "said"), TABLE)
def test_each_says_what_why_and_one_verb(one, said):
    thing = todo_of(one, TODAY)
    assert (thing.title, thing.why, thing.verb, thing.tag) == said
    assert thing.is_late is bool(thing.tag)


def test_every_kind_that_can_be_asked_has_its_words():
    assert {one.kind for one, _ in TABLE} == set(WORDS)


def test_a_span_over_midnight_is_told_by_its_beginning():
    assert span_told(at(14, 22), at(15, 2), TODAY) == "i dag kl. 22.00"
    assert span_told(at(14, 22), at(14, 23), TODAY) == "i dag kl. 22.00–23.00"


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31))


@given(st.sampled_from(sorted(WORDS)), moments, moments, days, st.integers(0, 99), st.booleans())
def test_whatever_is_asked_has_a_title_a_reason_and_a_verb(kind, begins, ends, day, amount, turned):
    one = asked(kind, "Salen", "Rosen", begins=begins, ends=ends, day=day, amount=amount, is_turned=turned)
    thing = todo_of(one, TODAY)
    assert (thing.kind, thing.about) == (kind, PK)
    assert all((thing.title, thing.why, thing.verb))
    assert thing.why[0] == thing.why[0].upper()


@given(days)
def test_what_is_over_time_is_so_from_the_day_after(day):
    assert bool(over_time(day, TODAY)) is (day < TODAY)
