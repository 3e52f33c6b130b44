"""When the week's mail goes out: on which days one can have it, and whether it is due. Plain Python."""

from datetime import date, timedelta

from config.danish import WEEKDAYS, capitalised

# Working days alone, 0 for Monday.
DIGEST_DAYS = [(number, capitalised(WEEKDAYS[number])) for number in range(5)]


def monday_of(day: date) -> date:
    """The first day of the week, which stands for the week."""
    return day - timedelta(days=day.weekday())


def is_due(day: int | None, sent_for: date | None, today: date) -> bool:
    """Whether the mail goes out today: on its day, or later in the week when the machine was off that day.

    `day` is the weekday that was chosen, None for no mail; `sent_for` is the Monday of the last mail's week.
    """
    return day is not None and today.weekday() >= day and sent_for != monday_of(today)


def next_day(day: int, sent_for: date | None, today: date) -> date:
    """The next day on which it is due, today among them."""
    days = (today + timedelta(days=ahead) for ahead in range(14))
    return next(one for one in days if is_due(day, sent_for, one))


def counts_as_sent(day: int | None, sent_for: date | None, today: date) -> date | None:
    """`sent_for` for one who has just chosen `day`: a day that has gone by is not made up for this week."""
    if day is not None and today.weekday() > day:
        return monday_of(today)
    return sent_for
