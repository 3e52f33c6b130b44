"""Networks for the tests of the map: shapes with a known answer, and communities drawn by lot."""

import random
from itertools import combinations, pairwise

from mapping.network import Line, Node, read_network


def actor(key, label="", kind="other"):
    return Node(key, label or f"Aktør {key}", kind)


def lines(*pairs, form=1):
    """Lines from pairs written "ab"."""
    return [Line(pair[0], pair[1], form) for pair in pairs]


def network(*pairs, labels=None, kinds=None, alone=""):
    """The network of lines written "ab"; `alone` are actors without any."""
    keys = sorted({key for pair in pairs for key in pair} | set(alone))
    nodes = [actor(key, (labels or {}).get(key, ""), (kinds or {}).get(key, "other")) for key in keys]
    return read_network(nodes, lines(*pairs))


def star(leaves):
    nodes = [actor(f"{i:03}") for i in range(leaves + 1)]
    return nodes, [Line("000", node.key, 2) for node in nodes[1:]]


def clique(size):
    nodes = [actor(f"{i:03}") for i in range(size)]
    return nodes, [Line(a.key, b.key, 3) for a, b in combinations(nodes, 2)]


def path(size):
    nodes = [actor(f"{i:03}") for i in range(size)]
    return nodes, [Line(a.key, b.key, 1) for a, b in pairwise(nodes)]


def communities(size, seed, label="Haveforeningen Grønne Fingre"):
    """Groups of about eight that keep mostly to themselves, some at the edge, one in twenty alone."""
    draw = random.Random(seed)
    nodes = [Node(f"{draw.getrandbits(32):08x}{i:04}", f"{label} {i}", "other") for i in range(size)]
    inner = [node.key for node in nodes[size // 20 :]]
    chosen = set()
    while len(chosen) < size * 2.5:
        first = draw.randrange(len(inner))
        near = first - first % 8 + draw.randrange(8)
        second = near if draw.random() < 0.8 else draw.randrange(len(inner))
        if second < len(inner) and first != second:
            chosen.add((inner[min(first, second)], inner[max(first, second)]))
    return nodes, [Line(a, b, draw.randint(1, 5)) for a, b in sorted(chosen)]
