"""What the yellow band of Overblik says."""

from datetime import time

import pytest

from reports.greetings import counting_sentence, greeting


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0, 30), "God aften, Amina"),
        (time(5), "God morgen, Amina"),
        (time(9, 59), "God morgen, Amina"),
        (time(10), "God formiddag, Amina"),
        (time(12), "God eftermiddag, Amina"),
        (time(18), "God aften, Amina"),
        (time(23, 59), "God aften, Amina"),
    ],
)
def test_the_greeting_follows_the_day(at, words):
    assert greeting("Amina", at) == words


@pytest.mark.parametrize(
    ("number", "meetings", "words"),
    [
        (0, 0, "Intet venter på dig."),
        (1, 0, "Én ting venter på dig."),
        (40, 0, "40 ting venter på dig."),
        (7, 2, "Syv ting venter på dig, og du har to møder i dag."),
        (1, 1, "Én ting venter på dig, og du har ét møde i dag."),
        (0, 13, "Intet venter på dig, men du har 13 møder i dag."),
    ],
)
def test_the_greeting_counts(number, meetings, words):
    assert counting_sentence(number, meetings) == words
