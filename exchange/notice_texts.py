"""The words of a notice where they leave the house: for social media, for a mail. Plain Python."""

import re
from dataclasses import dataclass
from datetime import date

from config.danish import long_date


@dataclass(frozen=True, slots=True)
class Other:
    """One of the things that a joint notice gathers."""

    title: str
    when: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a notice says to whoever it is shown. `ask` is a person who has said yes to that, or ""."""

    title: str
    text: str
    when: str
    days: str
    place: str = ""
    host: str = ""
    ask: str = ""
    about: str = ""
    others: tuple[Other, ...] = ()
    # How many things there is no room for, and where they stand.
    more: int = 0
    address: str = ""
    all_address: str = ""
    # What one does at the address.
    there: str = "Læs mere"

    @property
    def more_text(self) -> str:
        """What stands behind the last of the gathered things: "og 3 mere: solbakken.example/…"."""
        if not self.more:
            return ""
        return (
            f"og {self.more} mere: {bare(self.all_address)}" if self.all_address else f"og {self.more} mere"
        )


def bare(address: str) -> str:
    """The address as one reads it aloud: without https:// and the last slash."""
    return re.sub(r"^https?://", "", address).rstrip("/")


def days_of(first: date | None, last: date, today: date) -> str:
    """The days as a line of their own: "3. december", "3.–10. december", "Til 20. januar 2027"."""
    end = long_date(last, today)
    if first is None or (first != last and first <= today):
        return f"Til {end}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{end}"
    return f"{long_date(first, today)} – {end}"


def social(told: Told) -> str:
    """The text to paste in social media; its length is len()."""
    return "\n\n".join(
        filter(None, (told.title, told.text.strip(), _facts(told), _gathered(told), _read(told)))
    )


def mail_subject(told: Told) -> str:
    """The subject of a mail: what and when."""
    return f"{told.title} · {told.when}"


def mail_body(told: Told, plan: str) -> str:
    """The mail itself, from the plan's team to those who pass it on."""
    parts = (
        "Hej", f"Vil I fortælle om »{told.title}« til dem, I møder?", told.text.strip(), _facts(told),
        _gathered(told), _read(told), f"Venlig hilsen\n{plan}",
    )  # fmt: skip
    return "\n\n".join(filter(None, parts))


def _facts(told: Told) -> str:
    when = f"{told.when} ({_lower_first(told.days)})" if told.days else told.when
    lines = (("Hvornår", when), ("Hvor", told.place), ("Hos", told.host), ("Spørg", told.ask))
    return "\n".join(f"{name}: {said}" for name, said in lines if said)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _gathered(told: Told) -> str:
    lines = [f"• {one.title}, {_lower_first(one.when)}" for one in told.others]
    return "\n".join([*lines, *filter(None, [told.more_text])])


def _read(told: Told) -> str:
    return f"Læs mere: {told.address}" if told.address else ""
