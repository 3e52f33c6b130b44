"""The agendas to begin from follow the method's own advice."""

from datetime import time

import pytest

from meetings.agenda_method import KIND_BY_CODE, KINDS, TEMPLATES, Mode, templates_for
from meetings.guidance import LONGEST, Agenda, Invited, advice
from meetings.timing import Item


def test_every_kind_of_item_of_the_method_is_there_once():
    names = [kind.name for kind in KINDS]
    assert names == [
        "Oplæg", "Workshop", "Vidensdeling", "Orientering", "Drøftelse", "Beslutning", "Pause", "Mad",
        "Opsamling",
    ]  # fmt: skip
    assert len(KIND_BY_CODE) == len(KINDS)
    assert {kind.name for kind in KINDS if kind.mode is Mode.REST} == {"Pause", "Mad"}
    assert {kind.name for kind in KINDS if kind.mode is Mode.LISTEN} == {"Oplæg", "Orientering"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.code)
def test_an_agenda_to_begin_from_needs_no_advice(template):
    items = tuple(Item(item.kind, item.title, item.minutes, "a") for item in template.items)
    assert template.minutes <= LONGEST
    agenda = Agenda(time(15), template.minutes, "Vi skal i gang.", items, (Invited("a", "Amina"),))
    assert advice(agenda) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.code)
def test_the_texts_are_short_and_whole(template):
    assert all(item.kind in KIND_BY_CODE for item in template.items)
    assert all(len(item.title) <= 40 and item.minutes > 0 for item in template.items)
    said = [template.about, template.why, *(item.text for item in template.items if item.text)]
    assert all(text.endswith((".", "?")) for text in said)
    sentences = [one for text in said for one in text.replace("?", ".").split(".") if one]
    assert max(len(sentence.split()) for sentence in sentences) <= 14


def test_the_frame_of_the_network_is_talk_workshop_sharing():
    (network,) = [template for template in TEMPLATES if template.code == "network"]
    kinds = [item.kind for item in network.items]
    assert kinds.index("talk") < kinds.index("workshop") < kinds.index("sharing") < kinds.index("gather")
    assert "food" in kinds


@pytest.mark.parametrize(
    ("forum", "first"),
    [("board", "board"), ("theme", "network"), ("follow_up", "follow_up"), ("house", "house")],
)
def test_a_forum_sees_its_own_first_and_can_have_any(forum, first):
    offered = templates_for(forum)
    assert offered[0].code == first
    assert {template.code for template in offered} == {template.code for template in TEMPLATES}
    assert templates_for("other") == list(TEMPLATES)
