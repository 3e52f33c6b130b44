"""What came of a game: the rules of the summary, its page, and its sheet."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from tests import factories
from tests.reports.papers import pdf_of, text_of
from valuegame.standing_queries import standing_of
from valuegame.summary import summary_of
from valuegame.summary_picture import in_two_lines

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def summed(game):
    return summary_of(standing_of(game), TODAY)


def page_of(client, plan, game):
    answer = client.get(reverse("valuegame:summary", args=[plan.slug, game.pk]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sheet_of(client, plan, game):
    answer = client.get(reverse("reports:game_summary", args=[plan.slug, game.pk]), {"vis": 1})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


# -- What is said -----------------------------------------------------------------------------------------


def test_the_puzzle_says_what_is_shared_what_one_has_and_what_is_missing(played):
    said = summed(played.game)
    assert [(one.piece.short, one.who) for one in said.shared] == [("Målgruppe", "Tre af os")]
    assert [(one.piece.short, one.who) for one in said.lone] == [
        ("Ansvar", "Kaffeklubben"), ("Ressourcer", "Biblioteket på Bakken"),
    ]  # fmt: skip
    # Nabomødrenes wish has an agreement; Kaffeklubbens has none.
    assert [(one.piece.short, one.who) for one in said.wishes] == [("Ansvar", "Kaffeklubben")]


def test_words_stand_under_their_piece_the_star_first(played):
    first = summed(played.game).chapters[0]
    assert first.piece.name == "Bredere målgruppe"
    assert [(one.place.name, one.is_star, one.texts) for one in first.voices] == [
        ("Biblioteket på Bakken", True, ("Flere unge finder vej til os",))
    ]
    assert first.silent_names == "Nabomødrene og Købmand Ågaard"


def test_agreements_come_by_their_day_those_without_last(played):
    assert [(one.number, one.texts, one.when) for one in summed(played.game).agreements] == [
        (1, ("Åbent om torsdagen",), "10. december"), (2, ("Find penge til en projektør",), ""),
    ]  # fmt: skip


def test_the_matrix_and_the_list_have_the_same_numbers(played):
    said = summed(played.game)
    assert [row.place.name for row in said.matrix] == [place.name for place in said.places]
    assert [gift.number for row in said.matrix for gift in row.gifts] == [1, 2]
    assert [(one.giver.name, one.receiver.name, one.agreed, one.asked) for one in said.gifts] == [
        ("Biblioteket på Bakken", "Nabomødrene", True, False),
        ("Kaffeklubben", "Biblioteket på Bakken", False, True),
    ]


def test_of_two_who_wrote_at_once_both_are_read(played):
    # Neither says that it was made from the other.
    factories.make_moves(played.game, ("adjust", "Åbent om onsdagen", played.one))
    assert set(summed(played.game).agreements[0].texts) == {"Åbent om onsdagen", "Åbent om torsdagen"}


def test_before_anything_is_said_it_is_empty(game):
    assert summed(game).is_empty


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ro", ("Ro",)),
        ("Gode naboer", ("Gode", "naboer")),
        ("Kæmpesammenhold", ("Kæmpesam-", "menhold")),
    ],
)
def test_a_long_name_over_a_column_takes_two_lines(name, lines):
    assert in_two_lines(name, 9) == lines


# -- The page ---------------------------------------------------------------------------------------------


def test_the_page_tells_it_all(as_alma, plan, played):
    html = page_of(as_alma, plan, played.game)
    for words in (
        "<h1>Fritidsjob i Solbakken</h1>", "14. oktober 2026 · Fire organisationer ved bordet",
        "Vores puslespil", "»Flere unge finder vej til os«", "Åbent om torsdagen", "10. december",
        "Ingen endnu", "Et mødelokale", "Ønsket", "21. januar", "Beboerhuset kl. 14", "»Vi ringer i morgen«",
        "Puslespillet: 4 organisationer har lagt 5 brikker",
    ):  # fmt: skip
        assert words in html, words


def test_the_facilitator_goes_on_from_there(as_alma, plan, played):
    html = page_of(as_alma, plan, played.game)
    for name in ("valuegame:carry", "reports:game_summary", "valuegame:paper"):
        assert reverse(name, args=[plan.slug, played.game.pk]) in html


def test_an_empty_game_offers_to_type_it_in(as_alma, plan, game):
    html = page_of(as_alma, plan, game)
    assert "Intet er lagt endnu" in html
    assert reverse("valuegame:paper", args=[plan.slug, game.pk]) in html
    assert reverse("reports:game_summary", args=[plan.slug, game.pk]) not in html


def test_own_pieces_stand_beside_the_five(as_alma, plan, played):
    own, seat = str(uuid.uuid4()), played.seats["Nabomødrene"]
    factories.make_moves(
        played.game,
        ("own_piece", "Naboskab", own),
        ("lay", "gets", own, seat),
        ("change", "Vi hilser", own, seat),
    )
    html = page_of(as_alma, plan, played.game)
    assert "»Vi hilser«" in html
    assert html.count("Naboskab") >= 3


def test_one_who_left_the_table_is_not_in_it(as_alma, plan, played):
    played.game.seats.filter(name="Kaffeklubben").update(removed_at="2026-10-14T12:00Z")
    html = page_of(as_alma, plan, played.game)
    assert "Kaffeklubben" not in html
    assert "Brød til åbent hus" not in html


@pytest.mark.parametrize("seats", [4, 12])
def test_the_page_takes_the_same_few_queries(as_alma, plan, django_assert_num_queries, seats):
    game = factories.make_game(plan, seats=[f"Forening {number}" for number in range(seats)])
    for seat in game.seats.all():
        factories.make_moves(game, ("lay", "gets", "1", seat), ("home", "En aftale", "", seat))
    with django_assert_num_queries(6):
        page_of(as_alma, plan, game)


# -- The sheet --------------------------------------------------------------------------------------------


def test_the_sheet_says_what_the_page_says(as_alma, plan, played):
    html = sheet_of(as_alma, plan, played.game)
    for words in (
        "<h1>Fritidsjob i Solbakken</h1>", "»Flere unge finder vej til os«", "Åbent om torsdagen",
        "21. januar", "Biblioteket på Bakken til Nabomødrene · aftalt",
        "Kaffeklubben til Biblioteket på Bakken · et ønske", "»Vi ringer i morgen«",
    ):  # fmt: skip
        assert words in html, words


def test_it_is_a_paper_with_the_words_in_it(as_alma, alma, plan, played):
    answer = as_alma.get(reverse("reports:game_summary", args=[plan.slug, played.game.pk]))
    text = " ".join(text_of(answer).split())
    assert "Åbent om torsdagen" in text
    assert len(pdf_of(answer).pages) <= 3
    (entry,) = plan.audit_entries.filter(verb="export")
    assert (entry.object_type, entry.by) == ("game", alma)


def test_nobodys_name_is_on_it(as_alma, alma, plan, played):
    played.game.held_by = alma.memberships.get()
    played.game.save()
    assert "Alma" not in sheet_of(as_alma, plan, played.game)


def test_twelve_with_long_names_and_words_stay_on_the_sheets(as_alma, plan):
    game = factories.make_game(plan, seats=[f"{'Wå' * 11}{number:02}" for number in range(12)])
    seats = list(game.seats.all())
    for seat in seats:
        factories.make_moves(
            game, ("lay", "gets", "1", seat), ("change", "å" * 160, "1", seat), ("home", "ø" * 160, "", seat),
            ("adjust", "æ" * 200, str(uuid.uuid4())),
            ("offer", "w" * 120, f"{uuid.uuid4()}:{seat.pk}:{seats[seat.position % 12].pk}"),
        )  # fmt: skip
    answer = as_alma.get(reverse("reports:game_summary", args=[plan.slug, game.pk]))
    text = "".join(text_of(answer).split())
    assert (text.count("å" * 160), text.count("ø" * 160), text.count("æ" * 200)) == (12, 12, 12)


# -- Whose it is ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["valuegame:summary", "reports:game_summary"])
def test_it_is_the_teams(as_bo, as_partner, as_carla, plan, played, name):
    url = reverse(name, args=[plan.slug, played.game.pk])
    assert [client.get(url).status_code for client in (as_bo, as_partner, as_carla)] == [403, 403, 404]


@pytest.mark.parametrize("name", ["valuegame:summary", "reports:game_summary"])
def test_another_plans_game_and_a_deleted_one_are_not_there(as_alma, plan, played, other, name):
    foreign = factories.make_game(other.plan)
    played.game.deleted_at = played.game.created_at
    played.game.save()
    for one in (foreign, played.game):
        assert as_alma.get(reverse(name, args=[plan.slug, one.pk])).status_code == 404


@pytest.mark.parametrize("name", ["valuegame:summary", "reports:game_summary"])
def test_it_is_only_looked_at(as_alma, plan, played, name):
    assert as_alma.post(reverse(name, args=[plan.slug, played.game.pk])).status_code == 405
