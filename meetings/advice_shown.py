"""Advice as a panel says it: what is true of many items is said once. Plain Python."""

from collections.abc import Iterable
from dataclasses import replace

from config.danish import capitalised, number_word
from meetings.guidance import Advice

# From so many items of the same kind of advice they are counted instead of named.
MANY = 3
GATHERED = {
    "nobody_responsible": ("{} punkter mangler en ansvarlig.", "Spørg dem, der brænder for det."),
    "no_minutes": ("{} punkter mangler minutter.", "Skriv et skøn, så tiderne passer."),
}


def gathered(advice: Iterable[Advice]) -> list[Advice]:
    """The advice in the same order, the many of a kind as one, at the place of the first of them."""
    there = list(advice)
    amounts = {code: sum(one.code == code for one in there) for code in GATHERED}
    found: list[Advice] = []
    for one in there:
        amount = amounts.get(one.code, 0)
        if amount < MANY:
            found.append(one)
        elif all(other.code != one.code for other in found):
            says, way_out = GATHERED[one.code]
            told = says.format(capitalised(number_word(amount)))
            found.append(replace(one, says=told, way_out=way_out, item=None))
    return found
