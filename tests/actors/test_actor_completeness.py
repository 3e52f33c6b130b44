"""When a profile counts as half empty."""

from actors.completeness import PARTS, is_thin, missing_parts


def filled(number):
    return {part.field: place < number for place, part in enumerate(PARTS)}


def test_missing_parts_stand_in_the_order_of_the_form():
    assert [part.name for part in missing_parts(filled(6))] == ["hovednummer", "hvem der har relationen"]


def test_half_of_the_parts_missing_is_thin_and_one_less_is_not():
    assert is_thin(missing_parts(filled(4)))
    assert not is_thin(missing_parts(filled(5)))
