"""The network of actors and collaborations: its figures, as plain data.

The only module that knows networkx. Nothing here depends on the order in which actors and lines are given:
both are sorted by key before anything is counted, and networkx sees whole numbers, never strings, because
the order of a set of strings differs from one process to the next.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from statistics import median

from mapping.network_parts import Bridge, Line, Network, Node, Side, Tie, by_name

# Louvain draws lots; with a fixed seed the same network always falls into the same groups.
LOUVAIN_SEED = 20

# An actor is core from this many partners, however sparse the network is.
CORE_PARTNERS_AT_LEAST = 4
# It must also have this many times the partners of the actor in the middle …
CORE_TIMES_THE_MIDDLE = 1.5
# At most one in this many connected actors is core, so the word keeps its meaning …
CORE_ONE_IN = 8
# … but three may always be, and never more than a person can keep in mind.
CORE_ROOM_FOR, CORE_AT_MOST = 3, 12

# Groups smaller than this are too small to need a bridge.
BRIDGED_GROUP_AT_LEAST = 3
BRIDGED_SIDE_AT_LEAST = 2

# Knowing one colleague of one's own kind is not yet "only knowing one's own sector".
INWARD_PARTNERS_AT_LEAST = 2


def read_network(nodes: Iterable[Node], lines: Iterable[Line]) -> Network:
    """Count and group the network. Lines to actors that are not among `nodes`, or to oneself, are left out.

    Raises ValueError if two nodes share a key or a line has a form outside 1–5.
    """
    nodes = tuple(sorted(nodes, key=lambda node: node.key))
    by_key = {node.key: node for node in nodes}
    if len(by_key) != len(nodes):
        raise ValueError("two actors share a key")
    lines = [line for line in lines if line.a != line.b and line.a in by_key and line.b in by_key]
    ties = _tie_up(lines)
    ties_of = _ties_by_actor(by_key, ties)
    collaborations_of, collaborations = _count_collaborations(by_key, lines)
    groups, bridges, largest = _structure(nodes, ties, ties_of)
    return Network(
        nodes=nodes,
        ties=ties,
        by_key=by_key,
        ties_of=ties_of,
        collaborations_of=collaborations_of,
        collaborations=collaborations,
        groups=groups,
        core=_core(by_key, ties_of),
        bridges=bridges,
        inward=_inward(by_key, ties_of),
        connected=sum(1 for ties_here in ties_of.values() if ties_here),
        largest=largest,
    )


def core_actors(nodes: Iterable[Node], lines: Iterable[Line]) -> frozenset[str]:
    """The keys of the core actors, as `read_network` finds them, without the figures that take long."""
    by_key = {node.key: node for node in nodes}
    ties = _tie_up([line for line in lines if line.a != line.b and line.a in by_key and line.b in by_key])
    return frozenset(_core(by_key, _ties_by_actor(by_key, ties)))


def _tie_up(lines: list[Line]) -> tuple[Tie, ...]:
    """Gather parallel lines: one tie per pair of actors, sorted."""
    forms = defaultdict(list)
    for line in lines:
        if not 1 <= line.form <= 5:
            raise ValueError(f"a form of collaboration is 1 to 5, not {line.form}")
        forms[(line.a, line.b) if line.a < line.b else (line.b, line.a)].append(line.form)
    return tuple(Tie(a, b, tuple(sorted(forms[a, b]))) for a, b in sorted(forms))


def _ties_by_actor(by_key, ties) -> dict[str, tuple[Tie, ...]]:
    found = {key: [] for key in by_key}
    for tie in ties:
        found[tie.a].append(tie)
        found[tie.b].append(tie)
    return {key: tuple(here) for key, here in found.items()}


def _count_collaborations(by_key, lines) -> tuple[dict[str, int], int]:
    """How many collaborations each actor has, and all together; one of several actors counts once."""
    named = {(line.collaboration, end) for line in lines if line.collaboration for end in (line.a, line.b)}
    unnamed = [line for line in lines if not line.collaboration]
    counts = Counter(end for _, end in named)
    counts.update(end for line in unnamed for end in (line.a, line.b))
    return {key: counts[key] for key in by_key}, len({name for name, _ in named}) + len(unnamed)


def _core(by_key, ties_of) -> tuple[str, ...]:
    """Core actors, the best connected first.

    Core is who has at least four partners *and* half as many again as the actor in the middle. If that is
    more than one in eight (three may always be, twelve at most), the bar rises until it fits; actors with the
    same number of partners are in or out together.
    """
    degrees = sorted((len(ties) for ties in ties_of.values() if ties), reverse=True)
    if not degrees:
        return ()
    bar = max(CORE_PARTNERS_AT_LEAST, CORE_TIMES_THE_MIDDLE * median(degrees))
    room = max(CORE_ROOM_FOR, min(CORE_AT_MOST, len(degrees) // CORE_ONE_IN))
    if len(degrees) > room and degrees[room] >= bar:
        higher = [degree for degree in degrees if degree > degrees[room]]
        bar = higher[-1] if higher else degrees[0]
    core = [key for key, ties in ties_of.items() if len(ties) >= bar]
    return tuple(sorted(core, key=lambda key: (-len(ties_of[key]), by_name(by_key[key]))))


def _inward(by_key, ties_of) -> dict[str, tuple[str, ...]]:
    """Per kind, the actors with two or more partners who only work with their own kind."""
    found = defaultdict(list)
    for key, ties in ties_of.items():
        kind = by_key[key].kind
        if len(ties) >= INWARD_PARTNERS_AT_LEAST and all(by_key[tie.other(key)].kind == kind for tie in ties):
            found[kind].append(key)
    return {kind: tuple(sorted(found[kind], key=lambda key: by_name(by_key[key]))) for kind in sorted(found)}


def _structure(nodes, ties, ties_of) -> tuple[tuple[tuple[str, ...], ...], tuple[Bridge, ...], int]:
    """Groups, bridges and the size of the largest connected piece."""
    if not ties:
        return (), (), 0
    import networkx  # slow to import, and only the map needs it

    index = {node.key: i for i, node in enumerate(nodes)}
    keys = [node.key for node in nodes]
    graph = networkx.Graph()
    graph.add_weighted_edges_from((index[tie.a], index[tie.b], tie.form) for tie in ties)
    pieces = [sorted(piece) for piece in networkx.connected_components(graph)]
    found = networkx.community.louvain_communities(graph, seed=LOUVAIN_SEED)
    rank = {i: (-len(ties_of[keys[i]]), i) for i in graph}
    groups = sorted((sorted(group, key=rank.get) for group in found), key=lambda group: (-len(group), group))
    sides = _cut_off(networkx, graph, pieces, rank)
    carried = _sole_carriers(graph, groups)
    bridges = [
        Bridge(
            keys[i],
            tuple(Side(keys[hub], size) for hub, size in sides.get(i, ())),
            tuple(carried.get(i, ())),
        )
        for i in sorted(sides.keys() | carried.keys(), key=rank.get)
    ]
    named = tuple(tuple(keys[i] for i in group) for group in groups)
    return named, tuple(bridges), max(map(len, pieces))


def _cut_off(networkx, graph, pieces, rank) -> dict[int, list[tuple[int, int]]]:
    """Who is cut off from the best connected actor of its piece when a given actor leaves.

    Blocks (parts that no single actor can split) and the actors between them form a tree. Hung up in the best
    connected actor, what hangs below an actor is what it alone keeps connected: (best connected, how many).
    """
    blocks = [sorted(block) for block in networkx.biconnected_components(graph)]
    blocks_of = defaultdict(list)
    for number, block in enumerate(blocks):
        for i in block:
            blocks_of[i].append(number)
    sides = defaultdict(list)
    for piece in pieces:
        for i, hub, size in _hang(min(piece, key=rank.get), blocks, blocks_of, rank):
            if size >= BRIDGED_SIDE_AT_LEAST:
                sides[i].append((hub, size))
    return {
        i: sorted(found, key=lambda side: (-side[1], rank[side[0]]))
        for i, found in sides.items()
        # The best connected actor itself is only a bridge if it holds two sides together.
        if len(found) > 1 or i not in {min(piece, key=rank.get) for piece in pieces}
    }


def _hang(root, blocks, blocks_of, rank):
    """Yield (actor, best connected below it, how many below it) for each block that hangs under an actor."""
    order, stack, seen = [], [root], set()
    while stack:
        actor = stack.pop()
        for number in blocks_of[actor]:
            if number not in seen:
                seen.add(number)
                order.append((actor, number))
                stack.extend(i for i in blocks[number] if i != actor)
    below = {}  # actor → (best connected, how many) of itself and everything under it
    for actor, number in reversed(order):
        parts = [below.get(i, (i, 1)) for i in blocks[number] if i != actor]
        hub, size = min((hub for hub, _ in parts), key=rank.get), sum(size for _, size in parts)
        yield actor, hub, size
        own_hub, own_size = below.get(actor, (actor, 1))
        below[actor] = (min(own_hub, hub, key=rank.get), own_size + size)


def _sole_carriers(graph, groups) -> dict[int, list[tuple[int, int]]]:
    """The pairs of groups whose every line has the same actor at one end, by that actor."""
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    ends = {}
    for a, b in graph.edges:
        pair = tuple(sorted((group_of[a], group_of[b])))
        if pair[0] != pair[1]:
            ends[pair] = ends.get(pair, {a, b}) & {a, b}
    carried = defaultdict(list)
    rank = {i: (-graph.degree(i), i) for i in graph}
    for pair in sorted(ends):
        if ends[pair] and all(len(groups[number]) >= BRIDGED_GROUP_AT_LEAST for number in pair):
            # A single line has two ends; the better connected of them is named.
            carried[min(ends[pair], key=rank.get)].append(pair)
    return carried
