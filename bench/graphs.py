"""Made-up networks for measuring: communities, a few hubs, 30 % at the edge with one line, 3 % without."""

import random

from mapping.network import Line, Node

SIZES = ((60, 150), (300, 2_000), (2_000, 10_000), (10_000, 50_000))
EDGE_SHARE, ALONE_SHARE, WITHIN_SHARE = 0.30, 0.03, 0.85
KINDS = ("housing", "municipal", "voluntary", "resident", "business", "other")
FIRST = (
    "Haveforeningen",
    "Biblioteket",
    "Jobhuset",
    "Lektiecaféen",
    "Plejehjemmet",
    "Kvindeforeningen",
    "Caféen",
)
LAST = ("Øst", "Grønne Fingre", "på Bakken", "Åkanden", "Lygten", "Birkelund", "Rosen", "ved Åen", "Østhøj")


def community_graph(actors: int, lines: int, seed: int = 1) -> tuple[list[Node], list[Line]]:
    """So many actors and different pairs of them, the same for the same seed."""
    draw = random.Random(seed)
    nodes = [_actor(draw, i) for i in range(actors)]
    alone, edge = round(actors * ALONE_SHARE), round(actors * EDGE_SHARE)
    inner = actors - alone - edge
    community_count = max(3, round(actors**0.5 / 1.5))
    communities = [list(range(c, inner, community_count)) for c in range(community_count)]
    pairs = set()
    for i in range(inner, inner + edge):
        pairs.add((_towards_hubs(draw, communities[i % community_count]), i))
    while len(pairs) < lines:
        home = draw.randrange(community_count)
        away = home if draw.random() < WITHIN_SHARE else draw.randrange(community_count)
        a, b = _towards_hubs(draw, communities[home]), draw.choice(communities[away])
        if a != b:
            pairs.add((min(a, b), max(a, b)))
    forms = draw.choices((1, 2, 3, 4, 5), (30, 30, 20, 12, 8), k=len(pairs))
    keys = [node.key for node in nodes]
    return nodes, [Line(keys[a], keys[b], form) for (a, b), form in zip(sorted(pairs), forms, strict=True)]


def _actor(draw: random.Random, number: int) -> Node:
    label = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
    return Node(f"{draw.getrandbits(64):016x}{number:06}", label, draw.choice(KINDS))


def _towards_hubs(draw: random.Random, members: list[int]) -> int:
    """A member, most often one of the first: they become the hubs."""
    return members[int(len(members) * draw.random() ** 2)]
