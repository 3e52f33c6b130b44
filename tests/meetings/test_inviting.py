"""Which mail somebody is owed about a meeting."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from meetings.inviting import Letter, Said, Sent, letter_due, may_remind

NOON = datetime(2026, 12, 3, 12, tzinfo=UTC)
SAID = Said(NOON, NOON + timedelta(hours=2), "Møde i Bestyrelsen", "Salen")
SENT = Sent(SAID.key)


@pytest.mark.parametrize(
    ("said", "sent", "cancelled", "over", "letter"),
    [
        (SAID, Sent(), False, False, Letter.FIRST),
        (SAID, SENT, False, False, None),
        (SAID, replace(SENT, same_person=False), False, False, Letter.FIRST),
        (replace(SAID, begin=NOON - timedelta(hours=1)), SENT, False, False, Letter.CHANGED),
        (replace(SAID, end=NOON + timedelta(hours=3)), SENT, False, False, Letter.CHANGED),
        (replace(SAID, place="Aulaen"), SENT, False, False, Letter.REWORDED),
        (replace(SAID, words="Du er med 12.00–13.00."), SENT, False, False, Letter.REWORDED),
        (SAID, SENT, True, False, Letter.CALLED_OFF),
        (SAID, replace(SENT, called_off=True), True, False, None),
        (SAID, replace(SENT, called_off=True), False, False, Letter.CHANGED),
        (SAID, Sent(), True, False, None),
        (SAID, replace(SENT, same_person=False), True, False, None),
        (SAID, Sent(), False, True, None),
        (SAID, SENT, True, True, None),
    ],
)
def test_which_mail_is_owed(said, sent, cancelled, over, letter):
    assert letter_due(said, sent, cancelled=cancelled, over=over) == letter


@pytest.mark.parametrize(
    ("sent", "reminded", "may"),
    [(None, None, False), (11, None, False), (12, None, True), (30, 11, False), (30, 12, True)],
)
def test_nobody_is_written_to_twice_in_half_a_day(sent, reminded, may):
    ago = [None if hours is None else NOON - timedelta(hours=hours) for hours in (sent, reminded)]
    assert may_remind(*ago, NOON) is may
