"""What the network map says, in plain Danish sentences.

The tone is a good colleague's: say the thing, with names, and suggest without commanding.
"""

from collections.abc import Iterable, Sequence

from config.danish import capitalised, join_names, number_word
from config.looks import KIND_LOOKS
from mapping.network import Bridge, Network, Side

# More names than this in one sentence are counted instead.
NAMES_AT_MOST = 5
BRIDGES_AT_MOST = 3
# In a small network everyone sees the groups at a glance.
GROUPS_WORTH_NAMING_FROM = 8

# "Other" is no sector, so nobody can be said to know only that one.
SECTORS = {kind: look.plural.lower() for kind, look in KIND_LOOKS.items() if kind != "other"}


def sentences(network: Network) -> list[str]:
    """What there is to see on the map, the most useful first; at least one sentence, each a whole one."""
    if not network.nodes:
        return ["Ingen aktører endnu. Begynd med dem, I mødte i denne uge."]
    if not network.ties:
        return [_nothing_yet(network)]
    return [
        _reach(network),
        _core(network),
        *_bridges(network),
        *_groups(network),
        *_inward(network),
        *_by_themselves(network),
    ]


def listing(names: Sequence[str]) -> str:
    """»A, B og C«; of many names the first five, »og tolv andre«. One more than five is named as well."""
    return join_names(names, None if len(names) <= NAMES_AT_MOST + 1 else NAMES_AT_MOST)


def actors(count: int) -> str:
    """»én aktør«, »to aktører«, »56 aktører«."""
    return f"{number_word(count)} {'aktør' if count == 1 else 'aktører'}"


def collaborations(count: int) -> str:
    """»ét samarbejde«, »to samarbejder«, »140 samarbejder«."""
    return f"{number_word(count, neuter=True)} {'samarbejde' if count == 1 else 'samarbejder'}"


def _names(network: Network, keys: Iterable[str]) -> list[str]:
    return [network.by_key[key].label for key in keys]


def _nothing_yet(network: Network) -> str:
    count = len(network.nodes)
    return capitalised(f"{actors(count)} er på kortet. Det vokser, når I logger samarbejder.")


def _reach(network: Network) -> str:
    count, connected = len(network.nodes), network.connected
    lines = collaborations(network.collaborations)
    if connected == count:
        who = (
            f"Begge aktører har {lines} sammen"
            if count == 2
            else f"Alle {number_word(count)} aktører er med i {lines}"
        )
    else:
        who = capitalised(f"{number_word(connected)} af {actors(count)} er med i {lines}")
    if network.largest == connected:
        return f"{who}." if connected == 2 else f"{who}, og de hænger alle sammen i ét netværk."
    return f"{who}. Det største sammenhængende netværk når {actors(network.largest)}."


def _core(network: Network) -> str:
    names, degrees = _names(network, network.core), [network.degree(key) for key in network.core]
    if not names:
        return "Ingen aktør skiller sig ud som kerneaktør."
    if len(names) == 1:
        return f"{names[0]} er kerneaktør: arbejder sammen med {number_word(degrees[0])} andre."
    least, most = number_word(min(degrees)), number_word(max(degrees))
    spread = most if least == most else f"mellem {least} og {most}"
    return f"{listing(names)} er kerneaktører: hver af dem arbejder sammen med {spread} andre."


def _bridges(network: Network) -> list[str]:
    """Those who join the most actors first; the rest are counted."""
    ordered = sorted(
        network.bridges, key=lambda b: (-sum(side.size for side in b.sides), -network.degree(b.key), b.key)
    )
    said = [_bridge(network, bridge) for bridge in ordered[:BRIDGES_AT_MOST]]
    more = len(ordered) - len(said)
    if more:
        others = "én anden er også bro" if more == 1 else f"{number_word(more)} andre er også broer"
        said.append(f"{capitalised(others)}.")
    return said


def _bridge(network: Network, bridge: Bridge) -> str:
    name = network.by_key[bridge.key].label
    if len(bridge.sides) > 1:
        return f"{name} er bro mellem {_join([_side(network, side) for side in bridge.sides])}."
    if bridge.sides:
        return f"{name} er bro til {_side(network, bridge.sides[0])}, som ellers ikke nås."
    own, others = _groups_joined(network, bridge)
    if own:
        return f"{name} er bro mellem {_join([own, *others])}."
    return f"{name} er bro til {_join(others)}."


def _side(network: Network, side: Side) -> str:
    name = network.by_key[side.hub].label
    return (
        name
        if side.size == 1
        else f"{name} og {number_word(side.size - 1)} {'anden' if side.size == 2 else 'andre'}"
    )


def _groups_joined(network: Network, bridge: Bridge) -> tuple[str, list[str]]:
    """The bridge's own group, if somebody else gives it a name, and the groups that it leads to."""
    pairs = [network.groups[i] for pair in bridge.groups for i in pair]
    own = next(group for group in pairs if bridge.key in group)
    others = [group for group in dict.fromkeys(pairs) if group != own]
    named = [f"kredsen om {network.by_key[group[0]].label}" for group in others]
    return ("" if own[0] == bridge.key else f"kredsen om {network.by_key[own[0]].label}"), named


def _join(parts: list[str]) -> str:
    """Sides of a bridge; »og« between them would run together with »og« inside them, so a comma helps."""
    if len(parts) > BRIDGES_AT_MOST:
        parts = [
            *parts[: BRIDGES_AT_MOST - 1],
            f"{number_word(len(parts) - BRIDGES_AT_MOST + 1)} andre kredse",
        ]
    joined = ", ".join(parts[:-1])
    comma = "," if any(" og " in part for part in parts) else ""
    return f"{joined}{comma} og {parts[-1]}" if len(parts) > 1 else parts[0]


def _groups(network: Network) -> list[str]:
    groups = [group for group in network.groups if len(group) > 2]
    if len(groups) < 2 or len(network.nodes) < GROUPS_WORTH_NAMING_FROM:
        return []
    hubs = listing(_names(network, (group[0] for group in groups)))
    return [f"Kortet deler sig i {number_word(len(groups))} kredse: om {hubs}."]


def _inward(network: Network) -> list[str]:
    """Those who only work with their own sector, a sentence per sector."""
    return [
        f"{listing(_names(network, keys))} arbejder kun sammen med {SECTORS[kind]}."
        for kind, keys in network.inward.items()
        if kind in SECTORS
    ]


def _by_themselves(network: Network) -> list[str]:
    none, one = _names(network, network.without_lines), _names(network, network.with_one_line)
    said = []
    if none:
        said.append(f"{listing(none)} står for sig selv uden samarbejder.")
    if one:
        each = " hver" if len(one) > 1 else ""
        said.append(f"{listing(one)} har ét samarbejde{each}.")
    if len(none) + len(one) == 1:
        said.append("Måske vil de gerne mere.")
    elif none or one:
        said.append("Måske vil nogle af dem gerne mere.")
    return said
