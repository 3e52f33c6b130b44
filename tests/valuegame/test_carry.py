"""What was said goes on into the plan's own rows, item by item, once."""

import re
from datetime import date

import pytest
from django.urls import reverse

from actors.models import Talk
from tests import factories
from valuegame.models import Carried, Game

pytestmark = pytest.mark.django_db


def address(played):
    return reverse("valuegame:carry", args=[played.game.plan.slug, played.game.pk])


def page_of(client, played):
    answer = client.get(address(played))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def offered(html):
    return re.findall(r'name="take" value="([^"]+)"', html)


def say_yes(client, played, *take, **more):
    return client.post(address(played), {"take": take, "responsible": "", **more}, follow=True)


def values(played, name):
    return f"values|values:{played.seats[name].pk}"


def told(answer):
    """The message and the errors of the page that came back."""
    html = " ".join(answer.content.decode().split())
    return html.partition("<main")[2]


# -- What is offered ------------------------------------------------------------------------------------


def test_every_item_has_a_box_and_none_is_ticked(as_alma, played):
    html = page_of(as_alma, played)
    assert sorted(offered(html)) == sorted(
        [
            values(played, "Biblioteket på Bakken"), values(played, "Nabomødrene"),
            values(played, "Købmand Ågaard"), "collaboration|table", f"collaboration|adjust:{played.one}",
            f"collaboration|pledge:{played.gift}", f"follow_up|adjust:{played.one}",
            f"follow_up|adjust:{played.two}", f"follow_up|pledge:{played.gift}",
            f"follow_up|pledge:{played.wish}", "follow_up|next",
        ]
    )  # fmt: skip
    assert " checked" not in html


def test_those_who_are_no_actors_are_named(as_alma, played):
    assert "<b>Kaffeklubben</b> står ikke under Aktører" in page_of(as_alma, played)


def test_a_game_without_words_has_nothing_to_carry(as_alma, plan, game):
    html = as_alma.get(reverse("valuegame:carry", args=[plan.slug, game.pk])).content.decode()
    assert "Der er ikke noget at føre videre endnu" in html
    assert offered(html) == []


# -- Into profiles --------------------------------------------------------------------------------------


def test_pieces_become_a_talk_whose_source_is_the_game(as_alma, played):
    answer = say_yes(as_alma, played, values(played, "Biblioteket på Bakken"))
    assert "Én værdiprofil." in told(answer)
    talk = played.library.talks.get()
    assert (talk.source, talk.held_on) == ("game", date(2026, 10, 14))
    assert list(talk.rays.values_list("value", "level", "gains")) == [
        (1, 3, "Flere unge finder vej til os"), (5, 2, ""),
    ]  # fmt: skip
    profile = as_alma.get(reverse("actors:talks", args=[played.game.plan.slug, played.library.pk]))
    assert "Værdispil 14. oktober" in " ".join(profile.content.decode().split())


def test_an_own_piece_becomes_a_value_of_their_own(as_alma, played):
    seat, own = played.seats["Nabomødrene"], "6e1e6cf0-0000-4000-8000-000000000001"
    factories.make_moves(played.game, ("own_piece", "Naboskab", own), ("lay", "gets", own, seat))
    say_yes(as_alma, played, values(played, "Nabomødrene"))
    assert list(played.mothers.talks.get().rays.values_list("value", "name")) == [(1, ""), (None, "Naboskab")]


# -- Into collaborations --------------------------------------------------------------------------------


def test_the_table_becomes_a_planned_collaboration_and_the_games_own(as_alma, played):
    how = {"how-collaboration-table": "5"}
    assert "Ét samarbejde." in told(say_yes(as_alma, played, "collaboration|table", **how))
    made = played.game.plan.collaborations.get()
    assert (made.about, made.form, made.since) == ("Fritidsjob i Solbakken", 5, date(2027, 1, 21))
    assert set(made.actors.all()) == {played.library, played.mothers, played.grocer}
    assert Game.objects.get(pk=played.game.pk).collaboration == made


def test_agreements_and_gifts_become_collaborations_between_those_they_are_about(as_alma, played):
    say_yes(
        as_alma, played, f"collaboration|adjust:{played.one}", f"collaboration|pledge:{played.gift}",
    )  # fmt: skip
    made = {one.about: one for one in played.game.plan.collaborations.all()}
    assert {name: (one.form, one.since) for name, one in made.items()} == {
        "Åbent om torsdagen": (4, date(2026, 12, 10)), "Et mødelokale": (3, date(2027, 1, 21)),
    }  # fmt: skip
    assert set(made["Et mødelokale"].actors.all()) == {played.library, played.mothers}


def test_the_games_own_collaboration_is_changed(as_alma, played):
    own = factories.make_collaboration(played.game.plan, played.library, played.grocer, about="Fritidsjob")
    Game.objects.filter(pk=played.game.pk).update(collaboration=own)
    html = page_of(as_alma, played)
    join = f"collaboration|join:{played.seats['Nabomødrene'].pk}"
    assert {name for name in offered(html) if "join" in name or "table" in name} == {join}
    say_yes(as_alma, played, join, "collaboration|written")
    own.refresh_from_db()
    assert set(own.actors.all()) == {played.library, played.grocer, played.mothers}
    assert own.agreed_in_writing is True
    assert page_of(as_alma, played).count("Se samarbejdet") == 2


def test_what_needs_two_actors_is_not_offered_with_a_name_alone(as_alma, played):
    assert f"collaboration|pledge:{played.wish}" not in offered(page_of(as_alma, played))


# -- Into follow-ups ------------------------------------------------------------------------------------


def test_agreements_become_follow_ups_with_their_day(as_alma, alma, played):
    day, who = f"due-follow_up-adjust-{played.one}", alma.memberships.get()
    say_yes(as_alma, played, f"follow_up|adjust:{played.one}", **{day: "2026-12-08"}, responsible=who.pk)
    made = played.game.plan.followups.get()
    assert (made.what, made.due, made.actor, made.responsible) == (
        "Åbent om torsdagen", date(2026, 12, 8), played.library, who,
    )  # fmt: skip


def test_a_follow_up_needs_a_day(as_alma, played):
    factories.make_moves(played.game, ("next_on", ""))
    answer = say_yes(as_alma, played, f"follow_up|adjust:{played.two}", values(played, "Nabomødrene"))
    html = told(answer)
    assert "Vælg en dato" in html
    # What was ticked stays, and nothing was written.
    assert html.count(" checked") == 2
    assert not Carried.objects.exists()
    assert not Talk.objects.exists()


def test_one_that_is_no_actor_is_named_in_the_line(as_alma, played):
    day = f"due-follow_up-pledge-{played.wish}"
    say_yes(as_alma, played, f"follow_up|pledge:{played.wish}", "follow_up|next", **{day: "2026-12-08"})
    say_yes(as_alma, played, "follow_up|next", **{"due-follow_up-next": "2027-01-21"})
    say_yes(as_alma, played, f"follow_up|pledge:{played.wish}", **{day: "2026-12-08"})
    assert set(played.game.plan.followups.values_list("what", "actor")) == {
        ("Kaffeklubben til Biblioteket på Bakken: Brød til åbent hus", None),
        ("Næste møde: Fritidsjob i Solbakken, Beboerhuset kl. 14", None),
    }


# -- Once, together, and back ---------------------------------------------------------------------------


def test_the_same_page_sent_again_changes_nothing(as_alma, played):
    take = (values(played, "Nabomødrene"), "collaboration|table", "follow_up|next")
    more = {"due-follow_up-next": "2027-01-21"}
    say_yes(as_alma, played, *take, **more)
    assert "Det er ført videre i forvejen." in told(say_yes(as_alma, played, *take, **more))
    plan = played.game.plan
    rows = (plan.talks, plan.collaborations, plan.followups, plan.carrieds)
    assert [one.count() for one in rows] == [1, 1, 1, 3]


def test_what_was_carried_has_no_box_but_a_way_there_and_back(as_alma, played):
    name = values(played, "Nabomødrene")
    say_yes(as_alma, played, name)
    html, talk = page_of(as_alma, played), played.mothers.talks.get()
    assert name not in offered(html)
    args = [played.game.plan.slug, played.mothers.pk, talk.pk]
    assert f'href="{reverse("actors:talk", args=args)}"' in html
    assert f'action="{reverse("actors:talk_delete", args=args)}"' in html


def test_what_was_taken_back_can_be_carried_again(as_alma, played):
    name, slug = values(played, "Nabomødrene"), played.game.plan.slug
    take = (name, "collaboration|table", "follow_up|next")
    more = {"due-follow_up-next": "2027-01-21"}
    say_yes(as_alma, played, *take, **more)
    work, line = played.game.plan.collaborations.get(), played.game.plan.followups.get()
    args = [slug, played.mothers.pk, played.mothers.talks.get().pk]
    as_alma.post(reverse("actors:talk_delete", args=args))
    as_alma.post(reverse("mapping:log_undo", args=[slug, work.pk]))
    as_alma.post(reverse("actors:follow_up_delete", args=[slug, line.pk]))
    assert set(take) <= set(offered(page_of(as_alma, played)))
    say_yes(as_alma, played, *take, **more)
    assert not set(take) & set(offered(page_of(as_alma, played)))
    assert played.mothers.talks.kept().count() == 1
    assert Carried.objects.count() == 3


def test_nothing_chosen_is_said(as_alma, played):
    assert "Sæt kryds ved det, der skal føres videre." in told(say_yes(as_alma, played))


def test_an_item_that_is_gone_is_said(as_alma, played):
    assert "Spillet er ændret imens" in told(say_yes(as_alma, played, "collaboration|adjust:nonsens"))


def test_all_or_nothing(as_alma, played):
    own = factories.make_collaboration(played.game.plan, played.library, played.grocer)
    Game.objects.filter(pk=played.game.pk).update(collaboration=own)
    # Nobody is left in it, and one alone makes no collaboration: the second of the two items fails.
    own.participations.all().delete()
    join = f"collaboration|join:{played.seats['Nabomødrene'].pk}"
    html = told(say_yes(as_alma, played, values(played, "Nabomødrene"), join))
    assert "Intet er ført videre" in html
    assert not Talk.objects.exists()
    assert not Carried.objects.exists()


# -- Whose it is ----------------------------------------------------------------------------------------


def test_it_is_the_facilitators(as_bo, as_partner, as_carla, played):
    statuses = [client.post(address(played)).status_code for client in (as_bo, as_partner, as_carla)]
    assert statuses == [403, 403, 404]


def test_another_plans_game_is_not_there(as_alma, plan, other):
    foreign = factories.make_game(other.plan)
    assert as_alma.get(reverse("valuegame:carry", args=[plan.slug, foreign.pk])).status_code == 404
