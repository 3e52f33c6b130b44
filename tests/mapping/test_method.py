"""The guidance on the five forms."""

import pytest

from mapping.method import FORMS, guide_of
from mapping.models import Form


def test_the_guides_are_those_of_the_five_forms_in_their_order():
    assert [(guide.number, guide.name) for guide in FORMS] == Form.choices


def test_the_plain_words_are_those_of_the_quick_log():
    assert [guide.plain for guide in FORMS] == [
        "Vi fortæller hinanden nyt",
        "Vi henviser til hinanden",
        "Vi låner og deler",
        "Vi planlægger sammen",
        "Vi laver noget nyt sammen",
    ]


@pytest.mark.parametrize("guide", FORMS, ids=lambda guide: guide.name)
def test_each_form_says_what_furthers_and_what_hinders_it(guide):
    assert 2 <= len(guide.furthers) <= 4
    assert len(guide.hinders) == 2


@pytest.mark.parametrize("guide", FORMS, ids=lambda guide: guide.name)
def test_sentences_are_short_and_without_exclamation(guide):
    texts = (guide.plain, guide.suits, guide.yields, *guide.furthers, *guide.hinders)
    sentences = [sentence for text in texts for sentence in text.split(". ")]
    assert [text for text in sentences if len(text.split()) > 14] == []
    assert [text for text in texts if "!" in text] == []


def test_an_unknown_form_has_no_guide():
    with pytest.raises(KeyError):
        guide_of(6)
