"""What the yellow band says: the greeting of the hour, and what the day holds. Plain Python."""

from datetime import time

from config.danish import capitalised, number_word

# From which time of day each greeting is said; before the first it is still evening.
GREETINGS = (
    (time(5), "God morgen"),
    (time(10), "God formiddag"),
    (time(12), "God eftermiddag"),
    (time(18), "God aften"),
)


def greeting(name: str, at: time) -> str:
    """As in "God morgen, Amina"; `at` is the time of day in Copenhagen."""
    words = [words for begins, words in GREETINGS if begins <= at]
    return f"{words[-1] if words else GREETINGS[-1][1]}, {name}"


def counting_sentence(number: int, meetings: int = 0) -> str:
    """As in "Fem ting venter på dig, og du har to møder i dag."; `meetings` are those of today."""
    waits = f"{capitalised(number_word(number))} ting venter på dig" if number else "Intet venter på dig"
    if not meetings:
        return f"{waits}."
    today = "ét møde" if meetings == 1 else f"{number_word(meetings)} møder"
    return f"{waits}, {'og' if number else 'men'} du har {today} i dag."
