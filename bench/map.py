"""Measure the network map beside its peers: `python -m bench.map`, medians of five, about two minutes.

Prints what a cold map costs (graph, figures, layout, shapes), how the layout compares with igraph's
Fruchterman-Reingold in time and in quality, what one more actor costs, and how it grows. Times are
processor time of one thread; read the ratios.
"""

import os

# One thread each, as the workers run: with more, small matrices wait for each other. Set before numpy loads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import random
from dataclasses import dataclass
from itertools import pairwise

import igraph
import networkx
import numpy as np
from scipy.spatial import KDTree

from bench.graphs import SIZES, community_graph
from bench.timing import TIMES, timed
from mapping.drawing import draw
from mapping.layout import lay_out
from mapping.network import Line, Network, Node, read_network
from mapping.sentences import sentences

# The goals: layout time against FR, seconds for a cold map, and then shares and ratios for both sizes.
FR_TIMES = {300: 1.5, 2_000: 3.5}
COLD_SECONDS = {300: 0.3, 2_000: 2.0}
WARM_SHARE, MOVED_SHARE, OVERLAP_SHARE, CROSSING_TIMES = 0.1, 0.01, 0.25, 1.15
# Quality is measured with marks that cover this share of the drawing, and on at most so many pairs of lines.
INK_SHARE, PAIRS = 0.12, 2_000_000


@dataclass(frozen=True)
class Row:
    """The figures of one size; times in seconds."""

    actors: int
    lines: int
    read: float
    layout: float
    draw: float
    peer: float
    warm: float
    moved: float
    crossings: float
    peer_crossings: float
    overlap: float
    peer_overlap: float

    @property
    def cold(self) -> float:
        """Graph, figures, sentences, layout and shapes together."""
        return self.read + self.layout + self.draw


def main() -> None:
    """Measure every size and print the table, then the goals and the growth."""
    read_network([Node("a", "A", "other"), Node("b", "B", "other")], [Line("a", "b", 1)])  # imports networkx
    rows = [measure(actors, lines) for actors, lines in SIZES]
    print_table(rows)
    print_goals(rows)
    print_growth(rows)
    spring = spring_time(*SIZES[1])
    print(f"\nnetworkx spring_layout at 300, for comparison: {spring * 1000:.0f} ms")


def measure(actors: int, lines: int) -> Row:
    """All figures of one size."""
    times = TIMES if actors < 5_000 else 3
    nodes, given = community_graph(actors, lines)
    read, network = timed(times, lambda: _read(nodes, given))
    layout_time, layout = timed(times, lambda: lay_out(network))
    draw_time, _ = timed(times, lambda: draw(network, layout))
    edges, spots = _edges(network), np.array(list(layout.positions.values()))
    peer_time, peer = timed(times, lambda: _fruchterman_reingold(actors, edges))
    warm, moved = one_more(times, nodes, given, network, layout)
    return Row(
        actors, lines, read, layout_time, draw_time, peer_time, warm, moved,
        crossing_share(spots, edges), crossing_share(peer, edges), overlap_share(spots), overlap_share(peer),
    )  # fmt: skip


def _read(nodes, lines) -> Network:
    network = read_network(nodes, lines)
    sentences(network)
    return network


def _edges(network: Network) -> np.ndarray:
    index = {node.key: i for i, node in enumerate(network.nodes)}
    return np.array([(index[tie.a], index[tie.b]) for tie in network.ties])


def _fruchterman_reingold(actors: int, edges: np.ndarray) -> np.ndarray:
    """The peer with its defaults, from plain pairs to coordinates, as ours goes from ties to positions."""
    random.seed(1)
    graph = igraph.Graph(actors, edges.tolist())
    return np.array(graph.layout_fruchterman_reingold().coords)


def one_more(times, nodes, lines, network, layout) -> tuple[float, float]:
    """Seconds to place one new actor with two lines, and the 95th percentile of how far old ones moved.

    The distance is a share of the drawing's diagonal.
    """
    first, second = network.ties[0].a, network.ties[len(network.ties) // 2].b
    newcomer = Node("new", "Nabohjælpen på Bakken", "voluntary")
    grown = read_network([*nodes, newcomer], [*lines, Line("new", first, 2), Line("new", second, 3)])
    took, after = timed(times, lambda: lay_out(grown, layout.positions))
    moves = [np.hypot(*np.subtract(after.positions[key], spot)) for key, spot in layout.positions.items()]
    return took, float(np.percentile(moves, 95) / np.hypot(layout.width, layout.height))


def crossing_share(spots: np.ndarray, edges: np.ndarray) -> float:
    """Of the pairs of lines that share no actor, how many cross when drawn straight; sampled when many."""
    count = len(edges)
    if count * (count - 1) // 2 <= PAIRS:
        i, j = np.triu_indices(count, 1)
    else:
        i, j = np.random.default_rng(0).integers(0, count, (2, PAIRS))
    apart = (edges[i][:, :, None] != edges[j][:, None, :]).all(axis=(1, 2))
    (a, b), (c, d) = (spots[edges[k[apart]]].transpose(1, 2, 0) for k in (i, j))

    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    crossing = (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
    return float(crossing.mean())


def overlap_share(spots: np.ndarray) -> float:
    """How many actors touch another when equal marks cover an eighth of the drawing."""
    wide, high = np.ptp(spots, axis=0)
    radius = np.sqrt(INK_SHARE * wide * high / np.pi / len(spots))
    pairs = KDTree(spots).query_pairs(2 * radius, output_type="ndarray")
    return len(np.unique(pairs)) / len(spots)


def spring_time(actors: int, lines: int) -> float:
    """Seconds of networkx's own spring layout."""
    network = read_network(*community_graph(actors, lines))
    graph = networkx.Graph(_edges(network).tolist())
    return timed(TIMES, lambda: networkx.spring_layout(graph, seed=1))[0]


HEADS = (
    ("actors", 7), ("lines", 8), ("figures", 9), ("layout", 8), ("shapes", 8), ("cold", 7), ("FR", 6),
    ("layout/FR", 11), ("with figures", 14), ("+1", 7), ("of cold", 9), ("moved", 8),
    ("crossings", 11), ("of FR's", 9), ("overlap", 9), ("FR's", 6),
)  # fmt: skip


def print_table(rows: list[Row]) -> None:
    """One line per size; times in milliseconds."""
    print("Milliseconds of one thread, medians. FR: igraph's Fruchterman-Reingold, same graph, same process.")
    print("Figures: graph, groups, bridges, sentences. The layout takes the groups from there.")
    print("".join(f"{head:>{width}}" for head, width in HEADS))
    for row in rows:
        values = (
            row.actors, row.lines, *(f"{seconds * 1e3:.0f}" for seconds in (row.read, row.layout, row.draw)),
            f"{row.cold * 1e3:.0f}", f"{row.peer * 1e3:.0f}", f"{row.layout / row.peer:.2f}",
            f"{(row.read + row.layout) / row.peer:.2f}", f"{row.warm * 1e3:.1f}",
            f"{row.warm / row.layout:.3f}", f"{row.moved:.2%}", f"{row.crossings:.4f}",
            f"{row.crossings / row.peer_crossings:.2f}", f"{row.overlap:.2f}", f"{row.peer_overlap:.2f}",
        )  # fmt: skip
        print("".join(f"{value:>{width}}" for value, (_, width) in zip(values, HEADS, strict=True)))


def print_goals(rows: list[Row]) -> None:
    """The goals at 300 and 2,000 actors, met or not."""
    print()
    for row in rows:
        if row.actors not in FR_TIMES:
            continue
        checks = (
            ("cold map, seconds", row.cold, COLD_SECONDS[row.actors]),
            ("layout, times FR", row.layout / row.peer, FR_TIMES[row.actors]),
            ("+1 actor, share of the cold layout", row.warm / row.layout, WARM_SHARE),
            ("old actors moved, share of the diagonal", row.moved, MOVED_SHARE),
            ("overlap share", row.overlap, OVERLAP_SHARE),
            ("crossings, times FR", row.crossings / row.peer_crossings, CROSSING_TIMES),
        )
        for what, value, goal in checks:
            verdict = "met" if value <= goal else "NOT MET"
            print(f"{row.actors:>7}  {what:<41}{value:>7.3f}  goal {goal:<5} {verdict}")


def print_growth(rows: list[Row]) -> None:
    """The exponent of actors by which a cold map grows from one size to the next."""
    print()
    for smaller, larger in pairwise(rows):
        exponent = np.log(larger.cold / smaller.cold) / np.log(larger.actors / smaller.actors)
        print(f"growth {smaller.actors} → {larger.actors}: cold map × actors^{exponent:.2f}")


if __name__ == "__main__":
    main()
