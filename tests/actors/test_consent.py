"""Every step of a consent, every state against every audience, and that history cannot be bent."""

import hashlib
import random
from datetime import date, timedelta

import pytest

from accounts.access import Audience
from actors import consent
from actors.consent import ConsentProblem, ContactFacts, Standing, State, Step, visible_contact
from actors.models import ConsentMethod, ConsentState

TODAY = date(2026, 11, 22)
AUDIENCES = ["team", "plan", "partners", "public"]
PHONE, MAIL = "20 30 40 50", "lone@bakken.example"

# The rules of docs/personoplysninger.md, written out once more: from, to.
LEGAL = {
    ("not_asked", "asked"),
    ("asked", "given"),
    ("asked", "refused"),
    ("given", "withdrawn"),
    ("given", "expired"),
    ("refused", "asked"),
    ("withdrawn", "asked"),
    ("expired", "asked"),
}


def yes(on=TODAY, scope=("team",), **fields):
    return Step(
        State.GIVEN, on, by="Alma", scope=frozenset(scope),
        **{"method": "spoken", "text_version": consent.CURRENT_TEXT, **fields},
    )  # fmt: skip


def facts(state, until=None, scope=("team",)):
    return ContactFacts("Lone Riis", "formidler", PHONE, MAIL, state, frozenset(scope), until)


def test_words_are_those_of_the_database_and_the_roles():
    assert {*State} == {*ConsentState.values}
    assert list(consent.SCOPES) == [*Audience]
    assert set(consent.METHODS) == set(ConsentMethod.values)


@pytest.mark.parametrize("now", list(State))
@pytest.mark.parametrize("wanted", list(State))
def test_only_the_steps_of_the_table_are_taken(now, wanted):
    since = date(2024, 1, 1)
    until = consent.last_day(since) if now == State.GIVEN else None
    standing = Standing(now, frozenset({"team"}), until, since)
    step = yes() if wanted == State.GIVEN else Step(wanted, TODAY, by="Alma")
    if (now, wanted) in LEGAL:
        assert consent.take_step(standing, step, TODAY).state == wanted
    else:
        with pytest.raises(ConsentProblem) as problem:
            consent.take_step(standing, step, TODAY)
        assert str(problem.value).endswith(".")


def random_step(rng, today):
    return Step(
        rng.choice(list(State)),
        today + timedelta(days=rng.choice((-800, -1, 0, 0, 0, 0, 0, 1))),
        by=rng.choice(("Alma", "Alma", "Alma", "")),
        scope=frozenset(rng.sample([*AUDIENCES, "alle"], rng.choice((0, 1, 1, 1, 2)))),
        method=rng.choice(("spoken", "mail", "paper", "fax")),
        text_version=rng.choice((consent.CURRENT_TEXT, consent.CURRENT_TEXT, "0", "")),
    )


def test_ten_thousand_random_walks_take_no_step_that_is_not_allowed():
    rng = random.Random(20261122)
    taken = dict.fromkeys(LEGAL, 0)
    for _ in range(10_000):
        standing, today = Standing(), date(2024, 1, 1)
        for _ in range(20):
            today += timedelta(days=rng.choice((0, 1, 30, 800)))
            step = random_step(rng, today)
            try:
                after = consent.take_step(standing, step, today)
            except ConsentProblem:
                continue
            taken[standing.state, after.state] += 1  # KeyError: a step that is not in the table
            assert (standing.since or step.on) <= step.on <= today
            if after.state == State.GIVEN:
                assert step.by == "Alma"
                assert step.scope
                assert step.scope <= set(AUDIENCES)
                assert step.method in consent.METHODS
                assert step.text_version in consent.CONSENT_TEXTS
                assert after.until == consent.last_day(step.on)
            else:
                assert (after.scope, after.until) == (frozenset(), None)
            standing = after
    assert min(taken.values()) > 50, taken


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (yes(scope=()), "Vælg, hvem der må se telefon og mail."),
        (yes(scope=("alle",)), "Vælg blandt dem, der står på listen."),
        (yes(method=""), "Vælg, hvordan svaret blev givet."),
        (yes(text_version="1999"), "Teksten, der blev læst op, findes ikke."),
        (yes(on=date(2026, 11, 23)), "Datoen skal være i dag eller før."),
        (yes(on=date(2026, 10, 31)), "Datoen skal være 1. november eller senere."),
    ],
)
def test_a_yes_must_be_provable(step, sentence):
    asked = Standing(State.ASKED, since=date(2026, 11, 1))
    with pytest.raises(ConsentProblem, match=sentence):
        consent.take_step(asked, step, TODAY)


@pytest.mark.parametrize(
    ("given_on", "last"),
    [
        (date(2026, 11, 22), date(2028, 11, 22)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2026, 12, 31), date(2028, 12, 31)),
    ],
)
def test_a_yes_lasts_24_months(given_on, last):
    assert consent.last_day(given_on) == last


def test_a_yes_expires_only_when_its_last_day_is_over():
    given = Standing(State.GIVEN, frozenset({"team"}), TODAY, date(2024, 11, 22))
    with pytest.raises(ConsentProblem, match="ikke udløbet endnu"):
        consent.take_step(given, Step(State.EXPIRED, TODAY), TODAY)
    tomorrow = TODAY + timedelta(days=1)
    assert consent.take_step(given, Step(State.EXPIRED, tomorrow), tomorrow).state == "expired"


def walk(standing, steps):
    for step in steps:
        standing = consent.take_step(standing, step, TODAY)
    return standing


def test_somebody_who_answers_on_the_spot_was_asked_the_same_day():
    steps = consent.steps_to(Standing(), yes(), TODAY)
    assert [(step.state, step.on) for step in steps] == [("asked", TODAY), ("given", TODAY)]
    assert walk(Standing(), steps).until == date(2028, 11, 22)


def test_renewing_writes_down_that_the_old_yes_had_run_out():
    old = Standing(State.GIVEN, frozenset({"team"}), date(2026, 6, 1), date(2024, 6, 1))
    steps = consent.steps_to(old, yes(), TODAY)
    assert [step.state for step in steps] == ["expired", "asked", "given"]
    assert steps[0].on == date(2026, 6, 2)
    assert walk(old, steps).state == "given"


def test_a_yes_that_holds_is_withdrawn_before_another_is_written():
    given = Standing(State.GIVEN, frozenset({"team"}), date(2027, 6, 1), date(2025, 6, 1))
    steps = consent.steps_to(given, yes(), TODAY)
    with pytest.raises(ConsentProblem, match="Træk det tilbage"):
        walk(given, steps)


@pytest.mark.parametrize(
    ("scope", "seen_by"),
    [
        (["team"], ["team"]),
        (["plan"], ["team", "plan"]),
        (["partners"], ["team", "partners"]),
        (["plan", "partners"], ["team", "plan", "partners"]),
        (["public"], AUDIENCES),
        (["noget andet"], []),
        ([], []),
    ],
)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_yes_reaches_those_it_names_and_those_it_must_include(scope, seen_by, audience):
    card = visible_contact(facts("given", TODAY, scope), audience, TODAY)
    assert (card is not None and card.phone == PHONE and card.email == MAIL) == (audience in seen_by)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("days", [None, -1, 0, 1])
def test_details_show_only_while_a_yes_holds(state, audience, days):
    until = None if days is None else TODAY + timedelta(days=days)
    card = visible_contact(facts(state, until, ["public"]), audience, TODAY)
    if state == State.GIVEN and days in (0, 1):
        assert (card.name, card.role, card.phone, card.email) == ("Lone Riis", "formidler", PHONE, MAIL)
        assert card.withheld is None
    elif audience in ("team", "plan"):
        assert (card.name, card.role, card.phone, card.email) == ("Lone Riis", "formidler", "", "")
        assert card.withheld
    else:
        assert card is None


@pytest.mark.parametrize(
    ("state", "until", "sentence"),
    [
        ("not_asked", None, "Telefon og mail er skjult, til Lone har sagt ja."),
        ("asked", None, "Telefon og mail er skjult, til Lone har sagt ja."),
        ("refused", None, "Lone har sagt nej. Telefon og mail er skjult."),
        ("withdrawn", None, "Lone har trukket sit ja tilbage. Telefon og mail er skjult."),
        ("given", date(2026, 6, 1), "Samtykket udløb 1. juni. Bed om et nyt, før du skriver mere."),
        ("given", date(2025, 6, 1), "Samtykket udløb 1. juni 2025. Bed om et nyt, før du skriver mere."),
    ],
)
def test_the_team_is_told_why_something_is_hidden_and_others_only_that_it_is(state, until, sentence):
    assert visible_contact(facts(state, until), "team", TODAY).withheld == sentence
    assert visible_contact(facts(state, until), "plan", TODAY).withheld == "Telefon og mail er skjult."


def test_nothing_is_said_to_be_hidden_when_nothing_is_stored():
    card = visible_contact(ContactFacts("Lone Riis", "formidler"), "team", TODAY)
    assert (card.label, card.withheld) == ("Lone Riis, formidler", None)


def test_texts_that_were_read_to_somebody_are_never_changed():
    """A new wording is a new version; add its fingerprint here."""
    fingerprints = {
        version: hashlib.sha256(text.encode()).hexdigest()[:16]
        for version, text in consent.CONSENT_TEXTS.items()
    }
    assert fingerprints == {"2026-1": "836d61cda4277f18"}
    assert consent.CURRENT_TEXT in fingerprints
