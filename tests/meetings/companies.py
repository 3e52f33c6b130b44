"""Made-up companies of guests for the tests of rounds of tables."""

import random

from hypothesis import strategies as st

from meetings.seating import Company, Guest


def strangers(people: int) -> Company:
    """So many, each from an organisation of their own, with no collaboration."""
    return Company(Guest(f"{number:03}", f"org {number}") for number in range(people))


def drawn(people: int, organisations: int, share: float, seed: int = 1) -> Company:
    """People of so many organisations, of which a share (0–1) of the pairs collaborate."""
    draw = random.Random(seed)
    names = [f"org {number}" for number in range(organisations)]
    kinds = {name: draw.choice("abcdef") for name in names}
    partners = [
        (one, other)
        for place, one in enumerate(names)
        for other in names[:place]
        if draw.random() < share
    ]  # fmt: skip
    homes = [draw.choice(names) for _ in range(people)]
    return Company((Guest(f"{number:03}", home, kinds[home]) for number, home in enumerate(homes)), partners)


@st.composite
def companies(draw, most: int = 20) -> Company:
    """Two to `most` people, many or few organisations, some without one."""
    people = draw(st.integers(2, most))
    organisations = draw(st.integers(1, 12))
    homes = draw(st.lists(st.integers(0, organisations), min_size=people, max_size=people))
    pairs = st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda pair: pair[0] != pair[1])
    partners = draw(st.lists(pairs, max_size=12))
    return Company(
        (
            Guest(f"{number:02}", f"org {home}" if home else "", "abc"[home % 3])
            for number, home in enumerate(homes)
        ),
        [(f"org {one}", f"org {other}") for one, other in partners],
    )
