"""Where actors stand before their ink is kept apart: groups, sunflowers, and a relaxation. Arrays only.

Groups of actors that work together are placed by how much they share, each group is filled like a sunflower
head with its best connected in the middle, and lines then pull their ends together while everyone keeps a
distance. Lengths are in units of the room of one actor.
"""

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import shortest_path

GOLDEN_ANGLE = np.pi * (3 - 5**0.5)
SEED_SPACING = 0.56
GROUP_RADIUS = 0.62
STRESS_ROUNDS = 60
# Relaxing: (up to so many actors, rounds, longest step, how many lines an actor may have that pull with full
# strength). A large map is only eased: pulling freely, its groups would end up on top of each other.
RELAXING = ((150, 30, 0.5, 6), (float("inf"), 20, 0.3, 3))
# How hard each actor is held back at its place in the sunflower; harder in a group without lines to others,
# which would drift away.
ANCHOR, ANCHOR_APART = 0.1, 1.0
# Every pair inside a group is looked at in each round: fewer rounds where groups are very large.
PAIRS_AT_MOST = 12_000_000


def arrange(lines: np.ndarray, group: np.ndarray, degree: np.ndarray) -> np.ndarray:
    """Spots (n × 2) for n actors, given `lines` (m × 2 indexes) and each one's group number and degree."""
    if not len(group):
        return np.zeros((0, 2))
    heads = _Heads(group, degree)
    middles = _place_groups(_group_distances(lines, group, heads.size))
    spots = middles[group] + heads.seeds()
    return _turn(_relax(spots, lines, heads))


class _Heads:
    """The groups as sunflower heads: their sizes, and a grid with one row per group, best connected first."""

    def __init__(self, group: np.ndarray, degree: np.ndarray):
        count = len(group)
        self.group = group
        self.size = np.bincount(group)
        order = np.lexsort((np.arange(count), -degree, group))
        self.rank = np.empty(count, int)
        self.rank[order] = np.arange(count) - (np.cumsum(self.size) - self.size)[group[order]]
        # Empty places in the grid point at a dummy actor after the last.
        self.grid = np.full((len(self.size), self.size.max()), count)
        self.grid[group, self.rank] = np.arange(count)

    def seeds(self) -> np.ndarray:
        """Each actor's place in its head, from the head's middle."""
        radius, angle = SEED_SPACING * np.sqrt(self.rank + 0.5), self.rank * GOLDEN_ANGLE
        return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _group_distances(lines, group, size) -> np.ndarray:
    """How far apart the middles of the groups should be: nearer, the more lines they share for their size."""
    count = len(size)
    shared = np.bincount(group[lines[:, 0]] * count + group[lines[:, 1]], minlength=count * count)
    shared = shared.reshape(count, count) + shared.reshape(count, count).T
    np.fill_diagonal(shared, 0)
    share = shared / np.sqrt(np.outer(size, size))
    share /= share.max() or 1
    radius = GROUP_RADIUS * np.sqrt(size)
    touching = radius[:, None] + radius
    lengths = np.divide(touching, np.sqrt(share), out=np.zeros_like(touching), where=share > 0)
    wanted = shortest_path(csr_matrix(lengths), directed=False)
    # Pieces without any line between them stand beside each other.
    return np.where(np.isfinite(wanted), np.maximum(wanted, touching), 1.5 * touching)


def _place_groups(wanted: np.ndarray) -> np.ndarray:
    """Middles with distances as near to those wanted as can be: Kamada-Kawai's aim by stress majorization."""
    count = len(wanted)
    if count == 1:
        return np.zeros((1, 2))
    np.fill_diagonal(wanted, 0)
    spots = _first_guess(wanted)
    weight = 1 / (wanted**2 + np.eye(count))
    np.fill_diagonal(weight, 0)
    solve = np.linalg.pinv(np.diag(weight.sum(1)) - weight)
    for _ in range(STRESS_ROUNDS):
        away = np.hypot(*(spots[:, None] - spots).transpose(2, 0, 1)) + np.eye(count)
        pull = weight * wanted / np.maximum(away, 1e-9)
        spots = solve @ (pull.sum(1)[:, None] * spots - pull @ spots)
    return spots


def _first_guess(wanted: np.ndarray) -> np.ndarray:
    """Classical scaling, with signs fixed and a small spiral added so that no two groups coincide."""
    count = len(wanted)
    centring = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-0.5 * centring @ wanted**2 @ centring)
    spots = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0))
    spots *= np.where(spots[np.abs(spots).argmax(axis=0), range(2)] < 0, -1, 1)
    angle = np.arange(count) * GOLDEN_ANGLE
    return spots + 0.02 * wanted.mean() * np.column_stack([np.cos(angle), np.sin(angle)])


def _relax(spots: np.ndarray, lines: np.ndarray, heads: _Heads) -> np.ndarray:
    """Let lines pull and actors push, in ever smaller steps."""
    count = len(spots)
    rounds, step, full = next(rest for up_to, *rest in RELAXING if count <= up_to)
    rounds = min(rounds, PAIRS_AT_MOST // (heads.grid.size * heads.grid.shape[1]))
    # A line weighs less the more lines its less connected end has: the edge of the map stays close to it.
    degree = np.bincount(lines.ravel(), minlength=count)
    strength = np.minimum(1, full / degree[lines].min(axis=1))
    inside, home = heads.grid < count, spots
    groups = heads.group[lines]
    joined = np.isin(heads.group, groups[groups[:, 0] != groups[:, 1]])
    anchor = np.where(joined, ANCHOR, ANCHOR_APART)[:, None]
    for turn in range(rounds):
        force = _push(spots, heads, inside) + _pull(spots, lines, strength) + anchor * (home - spots)
        longest = step * (1 - turn / rounds)
        length = np.hypot(force[:, 0], force[:, 1])
        spots = spots + force * np.minimum(1, longest / np.maximum(length, 1e-12))[:, None]
    return spots


def _push(spots: np.ndarray, heads: _Heads, inside: np.ndarray) -> np.ndarray:
    """Actors of one group push each other; a whole group pushes everyone else from its middle."""
    padded = np.vstack([spots, np.zeros((1, 2))])[heads.grid]
    middles = (padded * inside[..., None]).sum(axis=1) / heads.size[:, None]
    force = np.empty((2, len(spots) + 1))
    x, y = padded[..., 0], padded[..., 1]
    across, along = x[:, :, None] - x[:, None], y[:, :, None] - y[:, None]
    weight = inside[:, None] / (across**2 + along**2 + 1e-3)
    force[0, heads.grid], force[1, heads.grid] = (weight * across).sum(2), (weight * along).sum(2)
    across, along = spots[:, :1] - middles[:, 0], spots[:, 1:] - middles[:, 1]
    weight = heads.size / (across**2 + along**2 + 0.25 * heads.size)
    weight[np.arange(len(spots)), heads.group] = 0
    return force[:, :-1].T + np.column_stack([(weight * across).sum(1), (weight * along).sum(1)])


def _pull(spots: np.ndarray, lines: np.ndarray, strength: np.ndarray) -> np.ndarray:
    """Each line pulls its ends together, the longer the harder."""
    a, b = lines.T
    apart = spots[b] - spots[a]
    apart *= (strength * np.hypot(apart[:, 0], apart[:, 1]))[:, None]
    count = len(spots)
    return np.column_stack([np.bincount(a, part, count) - np.bincount(b, part, count) for part in apart.T])


def _turn(spots: np.ndarray) -> np.ndarray:
    """Turned so that it is widest from left to right, and centred; the same way up each time."""
    spots = spots - spots.mean(axis=0)
    _, axes = np.linalg.eigh(spots.T @ spots)
    axes = axes[:, ::-1]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), range(2)] < 0, -1, 1)
    return spots @ axes
